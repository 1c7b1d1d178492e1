"""Attendance in the ways of many bodies: roll calls, boards, clubs, in prose."""

from __future__ import annotations

import pytest

from minutebook.load.builder import TextBuilder
from minutebook.records import Attendee, SourceDocument
from minutebook.runner import extract


def attendance(text: str) -> tuple[Attendee, ...]:
    """Return who came by these minutes, a line of them a line of the document."""
    builder = TextBuilder()
    for raw in text.strip("\n").split("\n"):
        builder.add(raw.strip())
    whole, lines, pages = builder.finish()
    source = SourceDocument(
        "thornbeck.txt", "text/plain", "", len(whole), whole, lines, pages
    )
    return extract(source).meeting.attendance


def rows(text: str) -> list[str]:
    """Return "status name | role | organisation", a star for whoever chaired."""
    found = []
    for x in attendance(text):
        star = "*" if x.chair else ""
        parts = [f"{x.status[:2]} {x.name}{star}", x.role or "", x.organisation or ""]
        found.append(" | ".join(parts).rstrip(" |"))
    return found


PEOPLE = [
    # a post that stands on a line of its own, of somebody whom the list names
    (
        """
        Elmbridge Community Council
        Minutes of the Meeting of 6 February 2023
        Present: Ada Penrose, Tom Holt, John Marsh
        Minute Secretary: John Marsh
        Hon. Treasurer: Tom Holt
        1. Minutes
        These were agreed.
        """,
        [
            "pr Ada Penrose",
            "pr Tom Holt | Hon. Treasurer",
            "pr John Marsh | Minute Secretary",
        ],
    ),
    # who came to speak, with post and body
    (
        """
        Elmbridge Community Council
        Minutes of the Meeting of 6 February 2023
        Present: Ada Penrose, Tom Holt, John Marsh
        1. Speakers
        Sue Orr -- Engagement Officer, Fellside Housing Association, attended to speak.
        Bo Lane, manager of the baths, was present to answer questions.
        PC Ann Pike attended and gave her report.
        Mr Lee Dunn attended and later sat the examination.
        2. Groups
        In response to an invitation from the committee, Mallie Reeve (representing
        the Hall and the Elm Stompers) Gaylene Bow (representing the Fields Association)
        and Seth Weir (Representing Little Oaks) joined the discussion.
        """,
        [
            "pr Ada Penrose",
            "pr Tom Holt",
            "pr John Marsh",
            "pr Sue Orr | Engagement Officer | Fellside Housing Association",
            "pr Bo Lane | manager of the baths",
            "pr Ann Pike | PC",
            "pr Mallie Reeve |  | Hall and the Elm Stompers",
            "pr Gaylene Bow |  | Fields Association",
            "pr Seth Weir |  | Little Oaks",
        ],
    ),
    (
        """
        Fernhill Water Board
        Regular Meeting, March 4, 2019
        Mr. Dale called the Regular Meeting of March 4, 2019 to order at 7:00 p.m.
        Members present were Mr. Dale, Mr. Ortega and Mrs. Pike. Also present, Mr.
        Strand and Ms. Crane.
        Motion by Mr. Ortega, seconded by Mrs. Pike, to approve the minutes. Carried.
        """,
        ["pr Dale*", "pr Ortega", "pr Pike", "pr Strand", "pr Crane"],
    ),
    (
        """
        Village of Elm Grove
        Board of Trustees Minutes of June 3, 2020
        President Hask called the meeting to order at 6:30 PM. The following trustees
        answered roll call: Trustees Amy Bold, Carl Dunn and Greg Hull. Trustee Ian Judd
        was absent. Also present: Secretary Lund.
        """,
        [
            "pr Hask* | President",
            "pr Amy Bold | Trustee",
            "pr Carl Dunn | Trustee",
            "pr Greg Hull | Trustee",
            "ab Ian Judd",
            "pr Lund | Secretary",
        ],
    ),
    (
        """
        Harbor Schools Board of Education, September 9, 2014
        President Olsen called the meeting to order at 7:30. Roll call: Olsen, here;
        Peters, present; Quist, absent; Rudd, present. The meeting went on.
        """,
        ["pr Olsen* | President", "pr Peters", "ab Quist", "pr Rudd"],
    ),
    (
        """
        Thornbeck County Council
        Minutes of the meeting held on 9th February 2015
        The Mayor, Cllr. J. Holt, was in the Chair.
        The other Councillors present were:-
        Cllrs. M. Penrose, Ada Bell, A.M. Reed, E. Stone,
        The Council Staff in attendance were:-
        Mr. D. Marsh, Dir. of Services, Mr. J. Pell, Asst. Staff Officer.
        """,
        [
            "pr J. Holt* | Mayor",
            "pr M. Penrose",
            "pr Ada Bell",
            "pr A.M. Reed",
            "pr E. Stone",
            "pr D. Marsh | Dir. of Services",
            "pr J. Pell | Asst. Staff Officer",
        ],
    ),
    (
        """
        Thornbeck Water District
        Minutes of March 4, 2009
        Staff Present: General Manager Mark Holt, Asst. Manager Engineering
        and Water Operations Manny Pell, General Counsel Yuri
        Marsh, Chief of Engineering
        Rod Penrose, District Secretary Susan Cray and others per attached list.
        """,
        [
            "pr Mark Holt | General Manager",
            "pr Manny Pell | Asst. Manager Engineering and Water Operations",
            "pr Yuri Marsh | General Counsel",
            "pr Rod Penrose | Chief of Engineering",
            "pr Susan Cray | District Secretary",
        ],
    ),
    (
        """
        Rowan Technical Advisory Committee
        Joan Penrose, Chair
        Carl Hale
        Don Chase, Secretary
        Thursday, March 8, 2018
        1. Call to Order
        Chair Penrose called the meeting to order at 5:04 p.m. Present: Members Hale,
        Penrose. Member Bay arrived late at 5:20 p.m. Also present: Secretary Chase.
        2. Minutes
        Member Hale moved to approve the minutes. The motion carried.
        """,
        ["pr Carl Hale", "pr Joan Penrose*", "pr Bay", "pr Don Chase | Secretary"],
    ),
    (
        """
        Minutes of Thornbeck Village Association
        4 May 2016
        Present: Al Boyd, President, Guy Hill, Member at Large, and Owen & Ruth Marsh,
        co-Treasurers.
        """,
        [
            "pr Al Boyd | President",
            "pr Guy Hill | Member at Large",
            "pr Owen Marsh | co-Treasurer",
            "pr Ruth Marsh | co-Treasurer",
        ],
    ),
    (
        """
        Thornbeck Municipal District
        Minutes of 17th November 2014
        Chair: Cllr M.H. Cave
        Present: Cllrs P Fitz, M McCray, PMarsh and M Shore.
        In attendance: P Beale, Thornbeck Area Engineer
        B Merrow, Senior Engineer
        """,
        [
            "pr M.H. Cave*",
            "pr P Fitz",
            "pr M McCray",
            "pr PMarsh",
            "pr M Shore",
            "pr P Beale | Thornbeck Area Engineer",
            "pr B Merrow | Senior Engineer",
        ],
    ),
    (
        """
        Minutes of Council Meeting 9 March 1911
        PRESENT : The Mayor (Mr T J Holt) and Councillors Bell, Marsh, I Penrose
        and Reed.
        """,
        [
            "pr T J Holt* | Mayor",
            "pr Bell",
            "pr Marsh",
            "pr I Penrose",
            "pr Reed",
        ],
    ),
    (
        """
        Thornbeck Parish Council
        Minutes of the meeting held on 3 March 2020
        Present: Mrs A Wright-Chair, Cllrs B Young, D Abel; the Clerk, Mrs E Best
        4 members of the public
        1. To receive and consider accepting apologies for absence: Cllr F Cope,
        Mr G Dale
        """,
        [
            "pr A Wright*",
            "pr B Young",
            "pr D Abel",
            "pr E Best | Clerk",
            "ap F Cope",
            "ap G Dale",
        ],
    ),
    (
        # councils by their councillors; who stood in, and for whom; a chair elected
        """
        Marl and Holt Fire Authority
        Minutes of the meeting held on 4 March 2019
        Present:
        Marl City Councillors:
        Councillors P Alder, R Orr andH Dale
        Holt District Councillors:
        Councillors E Ingle and F Pask
        Independent Audit Members:
        Mrs K Bell
        Officers: Mr L Lamb (Clerk)
        1. Chairman
        Mr Lamb in the chair.
        RESOLVED that Councillor E Ingle be elected Chairman.
        Councillor Ingle took the chair and thanked the retiring Chairman.
        2. Substitutes
        Councillor G Pym would sit in place of Councillor Una Rook.
        Councillor Jo Hurst, for whom there was no substitute, sent apologies.
        """,
        [
            "pr P Alder |  | Marl City Council",
            "pr R Orr |  | Marl City Council",
            "pr H Dale |  | Marl City Council",
            "pr E Ingle* |  | Holt District Council",
            "pr F Pask |  | Holt District Council",
            "pr K Bell | Independent Audit Member",
            "pr L Lamb | Clerk",
            "pr G Pym",
            "ab Una Rook",
            "ap Jo Hurst",
        ],
    ),
    (
        # whom the chair welcomed; no news, no plan and nobody back
        """
        Marl Forum
        Minutes of the meeting held on 4 March 2019
        Present: Ann Bell (Chairman), Tom Holt
        1. Welcome
        The Chairman welcomed Mr Con Hall and Dr Isa Wray of the Marl Greenway Group.
        The Chairman welcomed Anthea Couch, of Natural Marl, who was observing.
        The Chairman welcomed Holt Trust's plan, and the news from Jo Pell.
        """,
        [
            "pr Ann Bell*",
            "pr Tom Holt",
            "pr Con Hall |  | Marl Greenway Group",
            "pr Isa Wray |  | Marl Greenway Group",
            "pr Anthea Couch |  | Natural Marl",
        ],
    ),
    (
        """
        VILLAGE OF LOW FOLD
        The Board of Trustees met on May 1, 2007 at 12 S. Mill St.  Village President
        Orville Pell called the meeting to order at 7:00 p.m.
        Roll call was taken by Clerk Ann Bell. Trustees present: Bergman, Orr and Dale.
        Trustee absent: Ray Holt. Also present: Chief of Police Dale Rusk, Town Clerk
        Jo Bell, Village Attorney Al Pym and Village Engineer Lynn Cho of Marl Works.
        1. MINUTES
        """,
        [
            "pr Orville Pell* | Village President",
            "pr Ann Bell | Clerk",
            "pr Bergman",
            "pr Orr",
            "pr Dale",
            "ab Ray Holt",
            "pr Dale Rusk | Chief of Police",
            "pr Jo Bell | Town Clerk",
            "pr Al Pym | Village Attorney",
            "pr Lynn Cho | Village Engineer | Marl Works",
        ],
    ),
    (
        """
        MINUTES OF THE REGULAR COUNCIL MEETING
        HELD FEBRUARY 12, 2019
        PRESENT
        Reeve.................Doug Ames
        Councillors...........Ella Bash
        ......................Finn Cole
        Administrator.........Gail Dorn
        1. CALL TO ORDER
        Reeve Ames called the meeting to order at 7:00 p.m.
        """,
        [
            "pr Doug Ames* | Reeve",
            "pr Ella Bash",
            "pr Finn Cole",
            "pr Gail Dorn | Administrator",
        ],
    ),
    (
        """
        Corbin Foundation Meeting
        2 February 2022 by video
        Board: Jane Corbin (Chair), Luke Deas. Staff: Nell Gray (Director), Omar Hill.
        """,
        ["pr Jane Corbin*", "pr Luke Deas", "pr Nell Gray | Director", "pr Omar Hill"],
    ),
    (
        """
        Ayr School Parents, 18 May 2023
        Present: Sarah W (SW), Anna M [Fundraising Rep] (AM), Phil S (PS)
        Note: Sarah W acting as Chair for this meeting.
        """,
        ["pr Sarah W*", "pr Anna M | Fundraising Rep", "pr Phil S"],
    ),
    (
        """
        A motion was made by Phil Wetzel and seconded by Joe Jacobs to approve.
        Ayes: Bill Brent, Phil Wetzel, Joe Jacobs.
        Nays: None.
        Absent: Jim Johns, Dennis Hill.
        """,
        [
            "pr Bill Brent",
            "pr Phil Wetzel",
            "pr Joe Jacobs",
            "ab Jim Johns",
            "ab Dennis Hill",
        ],
    ),
    (
        """
        Kauri Bay Community Board
        Minutes 3 July 2018
        PRESENT: M Tane (Chairperson), R Hughes, P Waata
        APOLOGIES: T Green for absence; R Hughes for lateness
        """,
        ["pr M Tane*", "pr R Hughes", "pr P Waata", "ap T Green"],
    ),
    (
        """
        The Larkfield Parish Council met on Monday 4 July 2016. Cllr Jean Archer was in
        the chair. Cllrs Bob Baker, Carol Clay and Dave Dean attended. The Clerk, Ms Eve
        Ellis, took the minutes. Cllr Fred Ford sent his apology.
        """,
        [
            "pr Jean Archer*",
            "pr Bob Baker",
            "pr Carol Clay",
            "pr Dave Dean",
            "pr Eve Ellis | Clerk",
            "ap Fred Ford",
        ],
    ),
    (
        """
        Present: Millshire County Councillor S. Parson; Josh Dean, Office of the
        Lead Judge
        Apologies received and accepted: Mr G Vail
        1. Minutes
        The minutes were agreed with amendments: S. Jack was not present, Mick Lake was
        present, item 5, Eliza Trent also attended the meeting.
        """,
        ["pr S. Parson", "pr Josh Dean |  | Office of the Lead Judge", "ap G Vail"],
    ),
    (  # names and posts, a line each, with no label
        """
        Village of Low Fold
        Call to Order
        Alice Holt / Mayor
        Tom Bell / Deputy Mayor / Arrived at 7:10 p.m.
        Ann Pike / Office Manager
        Mayor Holt called the meeting to order at 7:05 p.m.
        """,
        [
            "pr Alice Holt* | Mayor",
            "pr Tom Bell | Deputy Mayor",
            "pr Ann Pike | Office Manager",
        ],
    ),
    (
        """
        Low Fold Rowing Club, minutes of May 3, 2018
        President: Tom Holt
        Equipment Manager: Ann Bell
        Fundraising Coordinator: Mary Pike
        Regatta Manager: Jo Marsh
        Coach: Bo Ashby
        Tom told all that the boats were mended.
        """,
        [
            "pr Tom Holt | President",
            "pr Ann Bell | Equipment Manager",
            "pr Mary Pike | Fundraising Coordinator",
            "pr Jo Marsh | Regatta Manager",
            "pr Bo Ashby | Coach",
        ],
    ),
    (  # a letterhead names all members; who came stands below
        """
        Tom Holt, Chair
        Ann Bell, Vice Chair
        Mary Pike, Secretary
        MEETING MINUTES
        May 3, 2018
        The clerk noted that all were well.
        """,
        [],
    ),
    (  # two columns of a table, written cell by cell
        """
        At a MEETING of the LOW FOLD JOINT BOARD held on 3rd May, 2021.
        Present:-
        Members
        Role
        Ann HOLTON
        Nominated by Low Fold Council (Elected Member)
        Tom BELLWOOD
        Registered Nurse
        Mary PIKEMAN
        Chief Officer
        Ada PENROSE
        Low Fold Trust
        1. Minutes
        """,
        [
            "pr Ann HOLTON |  | Low Fold Council",
            "pr Tom BELLWOOD | Registered Nurse",
            "pr Mary PIKEMAN | Chief Officer",
            "pr Ada PENROSE |  | Low Fold Trust",
        ],
    ),
    (
        """
        Staff Present:
        Chief Administrative Officer, S. Holt
        Director of Works, C. Bell
        Museum Assistant, T. Pike
        1. Minutes
        """,
        [
            "pr S. Holt | Chief Administrative Officer",
            "pr C. Bell | Director of Works",
            "pr T. Pike | Museum Assistant",
        ],
    ),
    (
        """
        Low Fold Library Board met at the hall.
        Those attending the meeting were Tom Holt, Ann Bell, and Mary Pike. Bo Ashby was
        absent.
        """,
        ["pr Tom Holt", "pr Ann Bell", "pr Mary Pike", "ab Bo Ashby"],
    ),
    # the post before a name is its holder's; a councillor's title is none
    (
        """
        Present: Cllrs A. Holt and B. Pike, Inspector C. Bell and the Parish Clerk,
        Mrs D. Ashby.
        1. Minutes
        """,
        [
            "pr A. Holt",
            "pr B. Pike",
            "pr C. Bell | Inspector",
            "pr D. Ashby | Parish Clerk",
        ],
    ),
    (
        """
        Present: Tom Holt (Treasurer), Mark Pike, Provost Cllr. Ann Bell, Cllr. Jo Ashby
        1. Minutes
        """,
        [
            "pr Tom Holt | Treasurer",
            "pr Mark Pike",
            "pr Ann Bell | Provost",
            "pr Jo Ashby",
        ],
    ),
    # semicolons part those who came together, and one body is of all of them
    (
        """
        Present:
        Ann Bell, Trade and Quarries; Cecily Pike, Rory Holt, Forward Planning; Bo
        Ashby, Secretary; Jo Holt and Al Pike, Investigators with the Quarry Unit
        1. Minutes
        """,
        [
            "pr Ann Bell |  | Trade and Quarries",
            "pr Cecily Pike |  | Forward Planning",
            "pr Rory Holt |  | Forward Planning",
            "pr Bo Ashby | Secretary",
            "pr Jo Holt | Investigator | Quarry Unit",
            "pr Al Pike | Investigator | Quarry Unit",
        ],
    ),
    # columns that a conversion wrote cell by cell, initials in the second
    (
        """
        Present:
        Ann Bell
        AB
        Mill Flood Liaison Group
        Tom Holt
        TH
        Clerk
        Jo Pike
        JP
        Rivers Agency
        1. Minutes
        """,
        [
            "pr Ann Bell |  | Mill Flood Liaison Group",
            "pr Tom Holt | Clerk",
            "pr Jo Pike |  | Rivers Agency",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PEOPLE)
def test_reads_who_came(text: str, expected: list[str]) -> None:
    assert rows(text) == expected


CHAIRED = [
    "Tom convened the meeting at 6:40 PM.",
    "Tom was duly appointed chair of the meeting.",
    "TH welcomed those present.",
    "Called to order 5:30 by Tom Holt.",
    "Meeting chaired by Tom Holt.",
    "Meeting opened at 18:36 by Tom Holt",
    "Tom agreed to chair the meeting.",
    "The meeting was called to order by Chairman Holt at 3:30 p.m.",
]


@pytest.mark.parametrize("sentence", CHAIRED)
def test_finds_who_chaired(sentence: str) -> None:
    text = f"Minutes 3 May 2016\nPresent: Ann Bell, Tom Holt, Bo Pike\n{sentence}"
    assert [x.name for x in attendance(text) if x.chair] == ["Tom Holt"]


NOBODY = [
    "Tom Holt thanked those present.",
    "In the absence of Tom Holt the election was held over.",
    "Tom welcomed the new bench by the pond.",
]


@pytest.mark.parametrize("sentence", NOBODY)
def test_nobody_is_said_to_chair(sentence: str) -> None:
    text = f"Minutes 3 May 2016\nPresent: Ann Bell, Tom Holt, Bo Pike\n{sentence}"
    assert not any(x.chair for x in attendance(text))


def test_a_surname_stays_where_only_the_debate_names_somebody_in_full() -> None:
    text = (
        "Minutes 3 May 2016\nPresent: Cllrs Bell, Holt and Pike\n1. Grants\n"
        "A wreath was laid for Mary Holt, who founded the school."
    )
    assert rows(text) == ["pr Bell", "pr Holt", "pr Pike"]


_BRACKETS = [
    # most brackets are posts: so is the unknown one
    ("Ada Bell (Chair), Tom Holt (Clerk), Jo Pike (Beacon Lamps)", "Beacon Lamps", ""),
    ("Ada Bell (Chair), Tom Holt (Clerk), Jo Pike (Mill Trust)", "", "Mill Trust"),
    ("Ada Bell (Chair), Tom Holt (Clerk), Jo Pike (Full Member)", "", ""),
    ("Ada Bell (Chair), Tom Holt (Clerk), Jo Pike (for Ann Bell)", "", ""),
    # but a guest comes from somewhere, and a firm bears its owner's name
    (
        "Ada Bell (Chair), Tom Holt (Clerk)\nGuests: Jo Pike (Marlwick Arts)",
        *("", "Marlwick Arts"),
    ),
    (
        "Ada Bell (Chair), Tom Holt\nIn attendance: Jo Pike (Pike Surveying)",
        "",
        "Pike Surveying",
    ),
    ("Ada Bell, Tom Holt\nAlso present: Cllr Jo Pike (Oak Green)", "", ""),
    # or they are not
    ("Ada Bell (Mill Trust), Tom Holt (Clerk), Jo Pike (Beacon Lamps)", "", "*"),
]


@pytest.mark.parametrize(("text", "role", "body"), _BRACKETS)
def test_a_bracket_is_read_as_the_others_are(text: str, role: str, body: str) -> None:
    last = attendance(f"Present:\n{text}\n1. Minutes\n")[-1]
    assert last.name == "Jo Pike"
    assert (last.role or "") == role
    assert body == "*" or (last.organisation or "") == body
