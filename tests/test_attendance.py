"""Attendance: every layout class with its own rows, in invented minutes."""

from __future__ import annotations

import pytest

from minutebook.assemble.attendance import settle_attendance
from minutebook.load.builder import TextBuilder
from minutebook.preamble.attendance import read_attendance
from minutebook.records import (
    Attendee,
    Mentions,
    Preamble,
    Sections,
    SourceDocument,
    Span,
)
from minutebook.segment.rosters import find_rosters


def document(text: str) -> SourceDocument:
    """Return a document of these lines; a tab parts the cells of a row."""
    builder = TextBuilder()
    for raw in text.strip("\n").split("\n"):
        cells = raw.split("\t")
        if len(cells) > 1:
            builder.row_of([[(c, {})] if c.strip() else [] for c in cells])
        else:
            builder.add(raw)
    whole, lines, pages = builder.finish()
    return SourceDocument(
        "thornbeck.txt", "text/plain", "", len(whole), whole, lines, pages
    )


def attendance(text: str) -> tuple[Attendee, ...]:
    source = document(text)
    sections = Sections("minutes", Span(0, 0), find_rosters(source))
    listed = read_attendance(source, sections)
    return settle_attendance(source, sections, Preamble(attendance=listed), Mentions())


def rows(text: str) -> list[str]:
    """Return "status name | role | organisation", a star for whoever chaired."""
    found = []
    for x in attendance(text):
        star = "*" if x.chair else ""
        parts = [f"{x.status[:2]} {x.name}{star}", x.role or "", x.organisation or ""]
        found.append(" | ".join(parts).rstrip(" |"))
    return found


LAYOUTS = {
    "surnames of council members": (
        """
        Council Members Present: Penrose, Brackley, Holt (via Zoom), O'Dea, Ashby
        Council Members Absent: Pike
        Staff Present: City Manager Tom Bell; City Attorney Ada Marsh
        """,
        [
            "pr Penrose",
            "pr Brackley",
            "pr Holt",
            "pr O'Dea",
            "pr Ashby",
            "ab Pike",
            "pr Tom Bell | City Manager",
            "pr Ada Marsh | City Attorney",
        ],
    ),
    "sederunt": (
        """
        Sederunt: Ada Penrose (Convener), Tom Holt (Treasurer), Ann Bell
        Apologies: Joe Pike
        """,
        [
            "pr Ada Penrose | Convener",
            "pr Tom Holt | Treasurer",
            "pr Ann Bell",
            "ap Joe Pike",
        ],
    ),
    "labels in two languages": (
        """
        Presennol / Present: Cyng/Cllr Ada Penrose (Maer / Mayor), Cllr Tom Holt
        Ymddiheuriadau / Apologies: Cllr Ann Bell
        """,
        ["pr Ada Penrose | Mayor", "pr Tom Holt", "ap Ann Bell"],
    ),
    "labels in the first cells": (
        """
        Present\tAda Penrose (Chair), Tom Holt (joined 5.50pm), Ann Bell
        Apologies\tJoe Pike (illness)
        Absent without apology\tLee Ashby
        """,
        [
            "pr Ada Penrose*",
            "pr Tom Holt",
            "pr Ann Bell",
            "ap Joe Pike",
            "ab Lee Ashby",
        ],
    ),
    "table with a head row": (
        """
        Name\tAgency\tJob title\tAttendance
        Ada Penrose (Chair)\tIndependent\tScrutineer\tPresent
        Tom Holt\tThornbeck Council\tHead of Housing\tApologies
        Insp Ann Bell\tMarsh Police\tDeputising for Supt Pike\tPresent (to 10.45)
        """,
        [
            "pr Ada Penrose* | Scrutineer",
            "ap Tom Holt | Head of Housing | Thornbeck Council",
            "pr Ann Bell | Insp | Marsh Police",
        ],
    ),
    "cells beside a name are no people": (
        """
        Attendees\tOrganisation
        Tom Holt (Chair)\tPenrose Engineering
        Ann Bell\tAshby Digital
        """,
        ["pr Tom Holt* |  | Penrose Engineering", "pr Ann Bell |  | Ashby Digital"],
    ),
    "bodies as headings of their people": (
        """
        Present:
        Thornbeck Borough Council\tCouncillors Ada Penrose (Chair) and Tom Holt
        Marsh District Council\tCouncillor Ann Bell
        """,
        [
            "pr Ada Penrose* |  | Thornbeck Borough Council",
            "pr Tom Holt |  | Thornbeck Borough Council",
            "pr Ann Bell |  | Marsh District Council",
        ],
    ),
    "post that presides": (
        """
        Councillors
        Cr A Penrose\tShire President
        Cr T Holt\tDeputy Shire President
        The Shire President declared the meeting open at 3pm.
        """,
        ["pr A Penrose* | Shire President", "pr T Holt | Deputy Shire President"],
    ),
    "list inside a paragraph": (
        """
        The Board met at 6 p.m. Trustees answering roll call: Ada Penrose, Tom Holt. \
Absent: Joe Pike. Also present: Mr Lee Ashby, Library Director.
        """,
        [
            "pr Ada Penrose",
            "pr Tom Holt",
            "ab Joe Pike",
            "pr Lee Ashby | Library Director",
        ],
    ),
    "initials after a full stop": (
        """
        Also in attendance: Councillors G. Penrose and M. A. Holt
        """,
        ["pr G. Penrose", "pr M. A. Holt"],
    ),
    "post with its constituency": (
        """
        Present:
        Ada Penrose\tPublic Governor, Mill North
        Tom Holt\tStaff Governor (Nursing)
        """,
        [
            "pr Ada Penrose | Public Governor, Mill North",
            "pr Tom Holt | Staff Governor (Nursing)",
        ],
    ),
    "apologies on behalf of": (
        """
        Present: Cllr Ann Bell
        Apologies were intimated on behalf of Councillors Ada Penrose and Tom Holt.
        """,
        ["pr Ann Bell", "ap Ada Penrose", "ap Tom Holt"],
    ),
    "how friends write it": (
        """
        Here: Ada Penrose (chair), Tom Holt (treasurer)
        Sorry they couldn't make it: Ann Bell
        """,
        ["pr Ada Penrose*", "pr Tom Holt | treasurer", "ap Ann Bell"],
    ),
    "clerk without a name": (
        """
        Present: Councillors Penrose, Holt & the Clerk
        """,
        ["pr Penrose", "pr Holt"],
    ),
    "table of actions is no list": (
        """
        Action\tOwner\tStatus
        Mend the gate\tAda Penrose\tOpen
        """,
        [],
    ),
    "run-on": (
        """
        Present: Councillors Penrose, Holt (Chair), Ashby, O'Dea; also Mr T Bell, Clerk
        Apologies: Cllr Pike
        1. Minutes
        """,
        [
            "pr Penrose",
            "pr Holt*",
            "pr Ashby",
            "pr O'Dea",
            "pr T Bell | Clerk",
            "ap Pike",
        ],
    ),
    "list under headings": (
        """
        Members Present
        Cllr Ada Penrose - Chairman
        Cllr Tom Holt
        Officers
        Ann Bell, Finance Manager
        1. Apologies
        None
        """,
        ["pr Ada Penrose*", "pr Tom Holt", "pr Ann Bell | Finance Manager"],
    ),
    "posts before names in brackets": (
        """
        OFFICIALS IN ATTENDANCE:
        Chief Executive (Mr. T. Holt), Director, Housing (Ms. A. Bell),
        Meetings Officer (Ms. C. Pike).
        """,
        [
            "pr T. Holt | Chief Executive",
            "pr A. Bell | Director, Housing",
            "pr C. Pike | Meetings Officer",
        ],
    ),
    "organisations in brackets": (
        """
        Attendees: Ada Penrose (Chair), Tom Holt (Ashby Trust), Ann Bell (TPC)
        """,
        ["pr Ada Penrose*", "pr Tom Holt |  | Ashby Trust", "pr Ann Bell |  | TPC"],
    ),
    "organisations behind commas": (
        """
        Attendees
        Ada Penrose, Thornbeck University
        Tom Holt, Director, Ashby Foods Ltd
        Ann Bell, Holt Trust
        """,
        [
            "pr Ada Penrose |  | Thornbeck University",
            "pr Tom Holt | Director | Ashby Foods Ltd",
            "pr Ann Bell |  | Holt Trust",
        ],
    ),
    "initials": (
        """
        Present: Ada Penrose [Chair] (AP), Tom Holt [Head Teacher] (TH), Ann Bell (AB)
        """,
        ["pr Ada Penrose*", "pr Tom Holt | Head Teacher", "pr Ann Bell"],
    ),
    "side by side with initials": (
        """
        Present\tAda Penrose (Chair)\tAP\tTom Holt\tTH
        Ann Bell\tAB\tJohn Ashby (TPC)\tJA
        1\tMinutes
        """,
        ["pr Ada Penrose*", "pr Tom Holt", "pr Ann Bell", "pr John Ashby |  | TPC"],
    ),
    "columns of marks": (
        """
        Membership:\tAttendance\tApologies
        Ada Penrose\tYes\t
        Tom Holt\tNo\tYes
        """,
        ["pr Ada Penrose", "ap Tom Holt"],
    ),
    "lists side by side": (
        """
        Board Members:\tOfficers:
        Ada Penrose (Chair)\tAnn Bell (Clerk)
        Tom Holt\tJohn Ashby (Treasurer)
        """,
        [
            "pr Ada Penrose*",
            "pr Ann Bell | Clerk",
            "pr Tom Holt",
            "pr John Ashby | Treasurer",
        ],
    ),
    "torn columns": (
        """
        Present:
        Ada Penrose
        Tom Holt
        Ann Bell
        Thornbeck Parish Council
        Ashby Housing Trust
        Holt College
        1. Minutes
        """,
        [
            "pr Ada Penrose |  | Thornbeck Parish Council",
            "pr Tom Holt |  | Ashby Housing Trust",
            "pr Ann Bell |  | Holt College",
        ],
    ),
    "torn columns whose lines wrap, two posts like names": (
        """
        PRESENT:
        VOTING MEMBERS:
        Dr Ada Penrose
        Tom Holt
        Ann Bell
        Dr Joe Marsh
        Chair
        Lay Member –
        Finance
        Lay Member – Public
        Voice
        Community Care Doctor
        IN ATTENDANCE:
        Ned Pike
        Sue Orr
        Jim Ashby
        Head of Works &
        Roads
        Director of Care, Holt Town Council
        Retired Practice Manager
        1. Minutes
        """,
        [
            "pr Ada Penrose*",
            "pr Tom Holt | Lay Member – Finance",
            "pr Ann Bell | Lay Member – Public Voice",
            "pr Joe Marsh | Community Care Doctor",
            "pr Ned Pike | Head of Works & Roads",
            "pr Sue Orr | Director of Care | Holt Town Council",
            "pr Jim Ashby | Retired Practice Manager",
        ],
    ),
    "a heading of those who came and those who did not": (
        """
        RECORD OF ATTENDANCE / APOLOGIES / LEAVE OF ABSENCE
        Cr KL Venn
        Cr Tom Orr
        Apologies: Cr Ann Bell
        1. Minutes
        """,
        ["pr KL Venn", "pr Tom Orr", "ap Ann Bell"],
    ),
    "those not present are absent": (
        """
        Present: Tom Orr, Ann Bell
        Not present: Ned Pike
        1. Minutes
        """,
        ["pr Tom Orr", "pr Ann Bell", "ab Ned Pike"],
    ),
    "posts that lead their holders": (
        """
        Officials in Attendance
        Town Manager: Tom Orr
        Directors: Kit Stewart, Liam Hope
        Head of Finance: Mary Lawson
        Senior Executive Officers: Ann Rogers, Lou Marsh.
        Guests: Joe Pike, Ned Bell
        Apologies: Sue Ashby
        """,
        [
            "pr Tom Orr | Town Manager",
            "pr Kit Stewart | Director",
            "pr Liam Hope | Director",
            "pr Mary Lawson | Head of Finance",
            "pr Ann Rogers | Senior Executive Officer",
            "pr Lou Marsh | Senior Executive Officer",
            "pr Joe Pike",
            "pr Ned Bell",
            "ap Sue Ashby",
        ],
    ),
    "names below names are no column of posts": (
        """
        Present:
        Ada Penrose
        Tom Holt
        Ann Bell
        Ned Pike, Clerk
        Sue Orr
        Jim Ashby, Mill Trust
        1. Minutes
        """,
        [
            "pr Ada Penrose",
            "pr Tom Holt",
            "pr Ann Bell",
            "pr Ned Pike | Clerk",
            "pr Sue Orr",
            "pr Jim Ashby |  | Mill Trust",
        ],
    ),
    "grid of letters": (
        """
        GOVERNOR ATTENDANCE
        Ada Penrose\tP\tP
        Tom Holt\tP\tA
        Ann Bell\tA\tP
        P – Present\tA – Absent
        """,
        ["pr Ada Penrose", "ab Tom Holt", "pr Ann Bell"],
    ),
    "labels known by their shape": (
        """
        On call: Ada Penrose (AP), Holt Town Council, Chair; Tom Ashby (TA), Mill Ltd
        Sent apols: Ann Bell (AB), Holt Civic Society
        Distribution: Joe Pike, Ned Marsh
        """,
        [
            "pr Ada Penrose* |  | Holt Town Council",
            "pr Tom Ashby |  | Mill Ltd",
            "ap Ann Bell |  | Holt Civic Society",
        ],
    ),
    "headings by their words": (
        """
        Who came
        Ada Penrose - Speak Up Holt
        Tom Ashby - family carer
        Who could not come
        Ann Bell - Holt Hospitals
        """,
        [
            "pr Ada Penrose |  | Speak Up Holt",
            "pr Tom Ashby | family carer",
            "ap Ann Bell |  | Holt Hospitals",
        ],
    ),
    "bodies above their people": (
        """
        Board Members Present
        Holt Borough Council
        Councillor Ada Penrose (Chair) – Leader of the Council
        Tom Ashby – Director of Public Health
        Healthwatch Holt
        Ann Bell
        Apologies
        Joe Pike
        """,
        [
            "pr Ada Penrose* | Leader of the Council | Holt Borough Council",
            "pr Tom Ashby | Director of Public Health | Holt Borough Council",
            "pr Ann Bell |  | Healthwatch Holt",
            "ap Joe Pike",
        ],
    ),
    "bodies before their people": (
        """
        PRESENT: For Holt Town Council - Cllrs. D. Frith, Mrs. N. Ashby
        For Mill Parish Council - Cllrs. A. Bell (Chairman), P. Pike
        Mr. J. Marsh (Clerk), Mr. K. Lill (Sexton)
        """,
        [
            "pr D. Frith |  | Holt Town Council",
            "pr N. Ashby |  | Holt Town Council",
            "pr A. Bell* |  | Mill Parish Council",
            "pr P. Pike |  | Mill Parish Council",
            "pr J. Marsh | Clerk",
            "pr K. Lill | Sexton",
        ],
    ),
    "posts before their holders": (
        """
        IN ATTENDANCE
        Relationship Manager - Adele Holt
        Democracy Advisor - Tony Penrose
        """,
        ["pr Adele Holt | Relationship Manager", "pr Tony Penrose | Democracy Advisor"],
    ),
    "posts above their holders": (
        """
        PRESENT
        Chairperson
        Ada Penrose
        Deputy Chairperson
        Tom Holt (until 6.15pm, item 22)
        Members
        Ann Bell
        """,
        ["pr Ada Penrose*", "pr Tom Holt | Deputy Chairperson", "pr Ann Bell"],
    ),
    "surnames behind a plural title, other titles among them": (
        """
        Present: Cllrs Holt (Chair), Oxtoby, Sleight, Mrs Ashby and Way; Mrs J \
Firth, Clerk
        """,
        [
            "pr Holt*",
            "pr Oxtoby",
            "pr Sleight",
            "pr Ashby",
            "pr Way",
            "pr J Firth | Clerk",
        ],
    ),
    "a post of several": (
        """
        Attending: Director of Finance (Mr P Lowe), Vice-Principals Hunter, Noble \
and Sharp; Mrs C Weir (Clerk)
        """,
        [
            "pr P Lowe | Director of Finance",
            "pr Hunter | Vice-Principal",
            "pr Noble | Vice-Principal",
            "pr Sharp | Vice-Principal",
            "pr C Weir | Clerk",
        ],
    ),
    "given names alone": (
        """
        Attendees: Sarah, Pete M, Pete W, Jo (minutes), Alan (chair)
        Apols: Liz, Rob & Tina
        """,
        [
            "pr Sarah",
            "pr Pete M",
            "pr Pete W",
            "pr Jo",
            "pr Alan*",
            "ap Liz",
            "ap Rob",
            "ap Tina",
        ],
    ),
    "a table of ticks": (
        """
        Name\tGovernor type\tPresent\tApologies
        Ada Penrose\tCo-opted (Chair)\t✓\t
        Tom Holt\tParent\t\t✓
        Ann Bell\tStaff\t\t
        """,
        ["pr Ada Penrose*", "ap Tom Holt", "ab Ann Bell"],
    ),
    "letters by meeting": (
        """
        Name\tDesignation\tApr 18\tMay 18\tJun 18
        Ada Penrose\tNon-Executive Director (Chair)\t✓\tA\t✓
        Tom Holt\tMedical Director\t✓\t✓\tA
        Ann Bell\tHead of Safeguarding\tA\t✓\t✓
        """,
        [
            "pr Ada Penrose* | Non-Executive Director",
            "ap Tom Holt | Medical Director",
            "pr Ann Bell | Head of Safeguarding",
        ],
    ),
    "stars that say who came": (
        """
        Elected Members:
        (* = present)
        * Mr Tom Holt (Chairman)
        * Mrs Ann Bell
        Mr Joe Pike
        * Ms Ada Penrose
        """,
        ["pr Tom Holt*", "pr Ann Bell", "ab Joe Pike", "pr Ada Penrose"],
    ),
    "stars behind those who came": (
        """
        Members: Tom Holt* (Chair), Ann Bell*, Joe Pike, Ada Penrose*
        * denotes present
        """,
        ["pr Tom Holt*", "pr Ann Bell", "ab Joe Pike", "pr Ada Penrose"],
    ),
    "whoever was in the chair first": (
        """
        The Worshipful the Mayor, Councillor J. Holt (to minute 3) in the Chair; \
Councillors G. Bell, L. Pike and Mrs E. Ashby.
        """,
        ["pr J. Holt* | Mayor", "pr G. Bell", "pr L. Pike", "pr E. Ashby"],
    ),
    "notes of coming and going": (
        """
        Those attending via Teams:
        Cllr Ada Penrose (Chair), Cllr Tom Holt - joined 18:42, Cllr Ann Bell - \
left 19:05
        """,
        ["pr Ada Penrose*", "pr Tom Holt", "pr Ann Bell"],
    ),
    "a name torn at the line end": (
        """
        Present: Mayor Tom Holt and Councillors Ann Bell, James Pike and Lisa
        Penrose.
        """,
        ["pr Tom Holt* | Mayor", "pr Ann Bell", "pr James Pike", "pr Lisa Penrose"],
    ),
    "a post and its field": (
        """
        In attendance: Wayne Holt (Manager Waste, Parks & Recreation Services), Ann \
Bell (Dean of Arts, Law and Music), Joe Pike (Policy Manager, Holt Trust)
        """,
        [
            "pr Wayne Holt | Manager Waste, Parks & Recreation Services",
            "pr Ann Bell | Dean of Arts, Law and Music",
            "pr Joe Pike | Policy Manager | Holt Trust",
        ],
    ),
    "what is no body": (
        """
        Present: Ada Penrose JP (horse riding), Tom Holt (Cricket Club rep.), Ann \
Bell (following item 2)
        """,
        ["pr Ada Penrose", "pr Tom Holt |  | Cricket Club", "pr Ann Bell"],
    ),
    "sentences of who came": (
        """
        Meeting called to order by Chairman Vern Ashby at 7 PM with Supervisors \
Larry Stark and Dean Holt and Clerk Peggy Lund present. Supervisor Ron Beck was absent.
        The Secretary (Mr J Bell) was in attendance. Mrs N Pike did not attend.
        Tom Marsh was absent for the vote.
        """,
        [
            "pr Vern Ashby*",
            "pr Larry Stark | Supervisor",
            "pr Dean Holt | Supervisor",
            "pr Peggy Lund | Clerk",
            "ab Ron Beck | Supervisor",
            "pr J Bell | Secretary",
            "ab N Pike",
        ],
    ),
    "couples": (
        """
        Present: Mr Tom Holt (Chairman), John and Ann Bell, 4 members of the public
        """,
        ["pr Tom Holt*", "pr John Bell", "pr Ann Bell"],
    ),
    "role before name": (
        """
        Present: Mayor Ada Penrose, Fire Chief Tom Holt and Clerk Ann Bell.
        """,
        ["pr Ada Penrose* | Mayor", "pr Tom Holt | Fire Chief", "pr Ann Bell | Clerk"],
    ),
    "sentence": (
        """
        Tom Holt called the meeting to order. Board members present were supervisors
        Tom Holt and Ada Penrose and clerk Ann Bell. All rose.
        """,
        [
            "pr Tom Holt* | supervisor",
            "pr Ada Penrose | supervisor",
            "pr Ann Bell | clerk",
        ],
    ),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_reads_the_layout(layout: str) -> None:
    text, expected = LAYOUTS[layout]
    lines = [line.strip(" ") for line in text.strip("\n").split("\n")]
    assert rows("\n".join(lines)) == expected


ONE_LINE = "Thornbeck Board minutes of a meeting held in the Reading Room " * 5
BARE = [
    (
        "PRESENT Cr A Penrose Mayor Cr T Holt Mr J Bell Town Clerk "
        "APOLOGIES Cr P Ashby 2.0 NOTICES The Mayor spoke of the fair.",
        [
            "pr A Penrose | Mayor",
            "pr T Holt",
            "pr J Bell | Town Clerk",
            "ap P Ashby",
        ],
    ),
    (
        "Attendees Organisation Insp. Ann Penrose (Chair) Thornbeck Police "
        "Tom Holt Holmby Borough Council 1 . Welcome AP welcomed everyone .",
        [
            "pr Ann Penrose* |  | Thornbeck Police",
            "pr Tom Holt |  | Holmby Borough Council",
        ],
    ),
    (
        "ABSENT / APOLOGIES Member Jack Brackley for absence "
        "ALSO PRESENT Ann Bell, Roads Adviser 1 Welcome All were welcomed.",
        ["ap Jack Brackley", "pr Ann Bell | Roads Adviser"],
    ),
    (
        "Present: Lay Members: Mr T Holt, Ms A Penrose Parish Members: Mr J Bell "
        "1. APOLOGIES There were none.",
        ["pr T Holt | Lay Member", "pr A Penrose | Lay Member", "pr J Bell"],
    ),
    (
        "Committee: Ann Bell Secretary, Tom Holt Treasurer, Joan Penrose "
        "Guests Cllr Peter Ashby 2 Minutes Taken as read.",
        [
            "pr Ann Bell | Secretary",
            "pr Tom Holt | Treasurer",
            "pr Joan Penrose",
            "pr Peter Ashby",
        ],
    ),
    ("Present Road Works were noted. Absent Landlords Fund was discussed.", []),
    ("Apologies Resolution 4 moved by Mr A Penrose, seconded by Ms T Holt.", []),
]


@pytest.mark.parametrize(("text", "expected"), BARE)
def test_reads_lists_whose_labels_nothing_closes(
    text: str, expected: list[str]
) -> None:
    assert rows(ONE_LINE + text) == expected


LABELS = [
    (
        """
        Thornbeck Works Liaison Group
        For the firm (Holt Boards Ltd): Ann Bell, Site Manager; Tom Holt
        Thornbeck Parish Council: Mrs Joan Penrose
        Could not come: Peter Ashby
        """,
        [
            "pr Ann Bell | Site Manager | Holt Boards Ltd",
            "pr Tom Holt |  | Holt Boards Ltd",
            "pr Joan Penrose |  | Thornbeck Parish Council",
            "ap Peter Ashby",
        ],
    ),
    (
        """
        Attended: Ann Bell (AB – chair), Tom Holt (TH – Probation Service)
        Sorry: Joan Penrose
        """,
        [
            "pr Ann Bell*",
            "pr Tom Holt |  | Probation Service",
            "ap Joan Penrose",
        ],
    ),
    (
        "Present: Mr T Holt (Chairman from item 3), Ms A Penrose",
        ["pr T Holt*", "pr A Penrose"],
    ),
    (
        """
        Present: Ann Bell, Tom Holt
        In the absence of the Mayor, Tom Holt was asked to take the chair.
        """,
        ["pr Ann Bell", "pr Tom Holt*"],
    ),
    (
        """
        Present:\tCouncillor Ann Bell (Chair)
        For the Applicant:\tMr Tom Holt, Holt Leisure Ltd
        Other Party:\tMrs Joan Penrose
        Copies to:\tMr Peter Ashby, Editor
        """,
        ["pr Ann Bell*", "pr Tom Holt |  | Holt Leisure Ltd", "pr Joan Penrose"],
    ),
    (
        """
        Present: Ann Bell, Tom Holt
        CO-OPTED: Joan Penrose, Healthwatch Thornbeck
        """,
        ["pr Ann Bell", "pr Tom Holt", "pr Joan Penrose |  | Healthwatch Thornbeck"],
    ),
    (
        """
        Members present:
        Ann Bell (Chair)\tPrimary headteacher representative\tOakmere Primary
        Tom Holt\tAcademies\tOakmere Academy Trust
        Joan Penrose\tArea Manager\tNational Rivers Service
        """,
        [
            "pr Ann Bell* | Primary headteacher representative | Oakmere Primary",
            "pr Tom Holt |  | Oakmere Academy Trust",
            "pr Joan Penrose | Area Manager | National Rivers Service",
        ],
    ),
    (
        """
        Upon roll being called the following were present: Commissioners Ann Bell
        (Vice President), Tom Holt and President Ron Pike. Absent:
        Commissioner Joan Penrose.
        Roll call vote:
        Ayes: Bell, Holt
        Nays: None
        Absent: Penrose
        """,
        [
            "pr Ann Bell | Vice President",
            "pr Tom Holt | Commissioner",
            "pr Ron Pike | President",
            "ab Joan Penrose",
        ],
    ),
    (
        """
        Board members present were Ann Bell and Tom Holt.  Guests were Sue Pike,
        Joan Penrose and Peter Ashby. Guests were welcomed by the Chair.
        """,
        [
            "pr Ann Bell",
            "pr Tom Holt",
            "pr Sue Pike",
            "pr Joan Penrose",
            "pr Peter Ashby",
        ],
    ),
    (
        """
        Mayor Ann Bell called the meeting to order at 7 pm.
        Present: Mayor Bell, Council Member Tom Holt, Council Member Sue Pike
        """,
        ["pr Ann Bell* | Mayor", "pr Tom Holt", "pr Sue Pike"],
    ),
    (
        """
        Present:
        Ann Bell
        Tom Holt
        Joan Penrose
        Thornbeck District Council
        Bright Thornbeck

        Holmby Borough Council
        """,
        [
            "pr Ann Bell |  | Thornbeck District Council",
            "pr Tom Holt |  | Bright Thornbeck",
            "pr Joan Penrose |  | Holmby Borough Council",
        ],
    ),
    (
        """
        Present:
        Ann Bell (Chair)
        Tom Holt
        Joan Penrose
        Thornbeck District Council
        Holmby Borough Council
        Thornbeck Police
        """,
        [
            "pr Ann Bell* |  | Thornbeck District Council",
            "pr Tom Holt |  | Holmby Borough Council",
            "pr Joan Penrose |  | Thornbeck Police",
        ],
    ),
    ("Roads: the surface of Mill Lane\nTrees: Ann Bell reported that two fell.", []),
]


@pytest.mark.parametrize(("text", "expected"), LABELS)
def test_reads_plain_labels(text: str, expected: list[str]) -> None:
    assert rows("\n".join(x.strip() for x in text.strip().split("\n"))) == expected


def test_reads_a_document_that_stands_in_one_line() -> None:
    text = (
        "Thornbeck Trust Minutes of the Board "
        + "held in the usual place " * 12
        + "Members: Ada Penrose Dr Tom Holt Ann Bell Interim Chair Medical Director "
        "Director of Finance 1. Welcome 1.1 Ada Penrose opened the meeting."
    )
    assert rows(text) == [
        "pr Ada Penrose* | Interim Chair",
        "pr Tom Holt | Medical Director",
        "pr Ann Bell | Director of Finance",
    ]


BODIES = [
    ("Present: Tom Holt, Mill Aid Wales\n", [("Tom Holt", None, "Mill Aid Wales")]),
    (
        "Present: Tom Holt, NI Housing Executive\n",
        [("Tom Holt", None, "NI Housing Executive")],
    ),
    (
        "Present: Tom Holt, Women's Aid Mill Vale\n",
        [("Tom Holt", None, "Women's Aid Mill Vale")],
    ),
    (
        "Present: Tom Holt, Clerk, Mill Governor Services\n",
        [("Tom Holt", "Clerk", "Mill Governor Services")],
    ),
    ("Present: Tom Holt, Penrose Hale LLP\n", [("Tom Holt", None, "Penrose Hale LLP")]),
    (
        "Present: Tom Holt (instructed by Mill Law LLP)\n",
        [("Tom Holt", None, "Mill Law LLP")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), BODIES)
def test_bodies_behind_a_name_are_no_people(
    text: str, expected: list[tuple[str, str | None, str]]
) -> None:
    head = "Mill Parish Council\nMinutes of the meeting held on 4 May 2020\n"
    found = attendance(head + text + "1. Welcome\nAll were welcomed.\n")
    assert [(x.name, x.role, x.organisation) for x in found] == expected


APOLOGIES = [
    ("Apologies were received from Cllrs Penrose and Holt.", ["ap Penrose", "ap Holt"]),
    (
        "3. Apologies for absence: Ada Penrose, Tom Holt",
        ["ap Ada Penrose", "ap Tom Holt"],
    ),
    (
        "The Chair noted apologies from Ada Penrose, Treasurer.",
        ["ap Ada Penrose | Treasurer"],
    ),
    (
        "Resolved that the apology from Councillors Penrose and Holt be accepted.",
        ["ap Penrose", "ap Holt"],
    ),
    ("Apologies: None", []),
    ("There were no apologies.", []),
    ("Mr Holt had sent his apologies to the previous meeting.", []),
    ("Absent: Ada Penrose", ["ab Ada Penrose"]),
]


@pytest.mark.parametrize(("text", "expected"), APOLOGIES)
def test_reads_apologies(text: str, expected: list[str]) -> None:
    assert rows(f"Thornbeck Parish Council\n{text}\nMatters arising") == expected


def test_text_makes_the_listed_absent() -> None:
    text = (
        "Present: Ada Penrose (AP), Tom Holt (TH)\n1. Plan\nAP spoke for TH, who was "
    )
    assert rows(text + "not in attendance at the meeting.") == [
        "pr Ada Penrose",
        "ab Tom Holt",
    ]


def test_enters_substitutes_with_whom_they_stood_for() -> None:
    text = "1. Apologies\nApologies were received from Cllr Ada Penrose.\n"
    text += "Cllr Tom Holt attended as substitute for Cllr Ada Penrose."
    found = {x.name: (x.status, x.substitute_for) for x in attendance(text)}
    assert found["Tom Holt"] == ("present", "Ada Penrose")
    assert found["Ada Penrose"] == ("apologies", None)


CHAIRED = [
    "The meeting was chaired by Ada Penrose.",
    "AP took the chair.",
    "In the absence of others, Ada Penrose took the chair.",
    "The Chair was taken by Ada Penrose.",
    "Ada Penrose called the meeting to order.",
]


@pytest.mark.parametrize("sentence", CHAIRED)
def test_finds_who_chaired(sentence: str) -> None:
    text = f"Present: Ada Penrose, Tom Holt\n{sentence}\n1. Minutes"
    assert [x.name for x in attendance(text) if x.chair] == ["Ada Penrose"]


def test_deputy_chairs_when_the_chair_sent_apologies() -> None:
    text = "Present: Ada Penrose (Vice Chair), Tom Holt\nApologies: Ann Bell (Chair)"
    assert rows(text) == [
        "pr Ada Penrose* | Vice Chair",
        "pr Tom Holt",
        "ap Ann Bell | Chair",
    ]


def test_keeps_late_and_early_as_notes() -> None:
    text = "Present: Ada Penrose, Tom Holt (part)\n1. Plan\n"
    text += "Ada Penrose left the meeting at 8.10pm."
    assert [x.note for x in attendance(text)] == ["left the meeting at 8.10pm", "part"]


def test_enters_who_is_said_to_attend_where_there_is_no_list() -> None:
    text = "Tom Holt, Policy Officer, attended the meeting to present the plan."
    assert rows(text) == ["pr Tom Holt | Policy Officer"]


NOT_ATTENDANCE = [
    "Presentation by the police: Sergeant Holt spoke.",
    "Members discussed the budget.",
    "Tom Holt had attended the previous meeting of the forum.",
    "Staff reports: the Fire Chief reported.",
]


@pytest.mark.parametrize("text", NOT_ATTENDANCE)
def test_enters_nobody(text: str) -> None:
    assert rows(text) == []


def test_quotes_stand_where_the_offsets_say() -> None:
    text = "Present: Cllr Ada Penrose (Chair), Tom Holt, Clerk to Thornbeck Council"
    source = document(text)
    for person in attendance(text):
        assert person.name.split()[-1] in source.quote(person.start, person.end)
        if person.role_span:
            span = person.role_span
            assert source.quote(span.start, span.end) == person.role


def test_many_bars_in_one_line_are_read_in_one_pass() -> None:
    assert rows("Guests / " * 3000) == []
