"""Attendance where signs are missing: bare initials, two tongues, lines lost."""

from __future__ import annotations

import pytest
from reading import read
from test_attendance_prose import rows

from minutebook.grammar.bareinitials import bracket_initials
from minutebook.grammar.rosters import find_bare_labels, read_label
from minutebook.grammar.runs import find_name_before, split_mixed
from minutebook.preamble.attendees import _says_chair
from minutebook.preamble.runson import without_run_on
from minutebook.records import Attendee, Span

PEOPLE = [
    (
        # a line for each and whence he came, no label above
        """
        Minutes of the meeting held on 13 January 2020 at Holt Quarry
        Meg Stall-Ashby Parish Council
        Noel White-Cold Parish Council
        Steve Proud-Midvale Minerals
        Yvette Sanger-Midvale Minerals
        1. Walk round
        The northern phase was seen and nothing arose from it.
        """,
        [
            "pr Meg Stall |  | Ashby Parish Council",
            "pr Noel White |  | Cold Parish Council",
            "pr Steve Proud |  | Midvale Minerals",
            "pr Yvette Sanger |  | Midvale Minerals",
        ],
    ),
    (
        # ranks; a body said of two
        """
        Thornbeck Area Committee
        Minutes of the meeting held on 13 January 2020
        Present: Mr A Holt, Bailie T Bell
        In attendance:
        Sgt G Pike, Police Scotland
        Supt Jo Marsh, Fell Constabulary
        Others present: P. Orr and Ann Dale, Fell Audit Office
        """,
        [
            "pr A Holt",
            "pr T Bell | Bailie",
            "pr G Pike | Sgt | Police Scotland",
            "pr Jo Marsh | Supt | Fell Constabulary",
            "pr P. Orr |  | Fell Audit Office",
            "pr Ann Dale |  | Fell Audit Office",
        ],
    ),
    (
        # an annex lists them
        """
        Thornbeck Seed Panel
        Minutes of the meeting held on 13 January 2020
        1. Minutes
        The minutes of the last meeting were agreed and nothing arose from them.
        Annex A: Attendance
        Chair: Professor Ada Penrose
        Members: Dr Tom Holt, Ms Susan Bell
        """,
        ["pr Ada Penrose*", "pr Tom Holt", "pr Susan Bell"],
    ),
    (
        """
        Thornbeck Health Board
        Minutes of the meeting held on 13 January 2020
        Present:
        Dr Ada Penrose AP Clinical Chair
        Tom Holt THo Chief Finance Officer
        Susan Bell SB Lay Member for Audit
        Apologies:
        Dr Ann Pike AP Director of Public Health – Holt City Council
        """,
        [
            "pr Ada Penrose* | Clinical Chair",
            "pr Tom Holt | Chief Finance Officer",
            "pr Susan Bell | Lay Member for Audit",
            "ap Ann Pike | Director of Public Health | Holt City Council",
        ],
    ),
    (
        """
        Thornbeck Community Council
        Minutes of the Monthly Meeting, 2nd December 2020
        Present/ Presennol
        Mr. T. Holt – Chairman/Cadeirydd
        Councillors/Cynghorwyr
        Mr. A. Bell, Mrs J. Pike
        Apologies for Absence/Ymddiheuriadau am absenoldeb
        Mr N. Marsh, Mr. K. Penrose
        """,
        ["pr T. Holt*", "pr A. Bell", "pr J. Pike", "ap N. Marsh", "ap K. Penrose"],
    ),
    (
        """
        Licensing Committee Thursday, 15th September, 2005
        Minutes of the meeting
        Attendance Details
        Councillor J.V. Penrose (Chairman); Councillors Mrs. D.E. Bell, N.D. Holt, \
and Mrs. A.N. Pike.
        RESOLVED that the minutes of the last meeting be approved as a correct record.
        """,
        ["pr J.V. Penrose*", "pr D.E. Bell", "pr N.D. Holt", "pr A.N. Pike"],
    ),
    (
        # posts behind names, and nothing between the people
        """
        Thornbeck School Parent Council
        Minutes of the meeting held on 13 January 2020
        Present: Alice Penrose Chair Susan Bell Class Representative P2 Thomas Holt \
Treasurer Mary Pike Vice Treasurer
        1. Minutes
        The minutes were agreed.
        """,
        [
            "pr Alice Penrose*",
            "pr Susan Bell | Class Representative P2",
            "pr Thomas Holt | Treasurer",
            "pr Mary Pike | Vice Treasurer",
        ],
    ),
    (
        # initials end in a full stop and a comma: no run of names
        """
        Thornbeck Makers
        Minutes of the meeting held on 13 January 2020
        Present: Ada B., Bert K., Clara R., Dan W., Edith Y.
        1. Minutes
        The minutes were agreed.
        """,
        ["pr Ada B", "pr Bert K", "pr Clara R", "pr Dan W", "pr Edith Y"],
    ),
    (
        # four words of which no comma makes two people
        """
        Thornbeck Tidy Towns
        Minutes of the meeting held on 13 January 2020
        Present: Tom Holt, Brian Penrose Ailbhe Pike, Mary Ann Bell
        1. Minutes
        The minutes were agreed.
        """,
        ["pr Tom Holt", "pr Brian Penrose", "pr Ailbhe Pike", "pr Mary Ann Bell"],
    ),
    (
        """
        Thornbeck Partnership Board
        Minutes of the meeting held on 18 December 2024
        Present:
        Ada Penrose
        Policy Adviser
        Dan Marsh
        Assistant Director: Works
        Tess Eastoe
        Practice Manager
        Anjali Patel
        Planning Officer (Mill Lane)
        1. Welcome
        """,
        [
            "pr Ada Penrose | Policy Adviser",
            "pr Dan Marsh | Assistant Director: Works",
            "pr Tess Eastoe | Practice Manager",
            "pr Anjali Patel | Planning Officer (Mill Lane)",
        ],
    ),
    (
        """
        Thornbeck Partnership Board
        Minutes of the meeting held on 18 December 2024
        Present:
        Leader of the Council: Ada Penrose
        Chief Inspector: Dan Marsh
        Service Manager, Early Help: Susan Bell
        Head of Service (Works): Tom Holt
        1. Welcome
        """,
        [
            "pr Ada Penrose | Leader of the Council",
            "pr Dan Marsh | Chief Inspector",
            "pr Susan Bell | Service Manager, Early Help",
            "pr Tom Holt | Head of Service (Works)",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PEOPLE, ids=lambda x: str(x)[9:40])
def test_people(text: str, expected: list[str]) -> None:
    assert rows(text) == expected


# a text, and what it is once bare initials stand in brackets
INITIALS = [
    (
        "Ada Bell AB Chair\nTom Holt THo Clerk\nBo Pike BP Warden\n",
        "Ada Bell(AB)Chair\nTom Holt(THo)Clerk\nBo Pike(BP)Warden\n",
    ),
    ("Ada Bell MP Chair\nTom Holt BA Clerk\nBo Pike OBE Warden\n", None),
    ("Ada Bell AB Chair\nTom Holt TH Clerk\n", None),  # two may be chance
    ("Ada Bell\nAB Chair\nTom Holt\nTH Clerk\nBo Pike\nBP Warden\n", None),
]


@pytest.mark.parametrize(("text", "expected"), INITIALS)
def test_bare_initials(text: str, expected: str | None) -> None:
    assert bracket_initials(text) == (expected or text)


@pytest.mark.parametrize(
    ("text", "letters", "name"),
    [
        ("Dr Tom Holt", "TH", "Tom Holt"),
        ("Dr Tom Holt", "THo", "Tom Holt"),
        ("Dr Tom Holt", "THx", None),
        ("the old mill", "TM", None),
    ],
)
def test_name_before_initials(text: str, letters: str, name: str | None) -> None:
    found = find_name_before(text, 0, len(text), letters)
    assert (found.name if found else None) == name


# a line, the status of its label, what stands behind the label
LABELS = [
    ("Present/Presennol", "present", ""),
    ("Present/ Presennol: Ada Penrose", "present", "Ada Penrose"),
    ("126/21 Apologies for Absence/Ymddiheuriadau", "apologies", ""),
    ("Meeting attendees: Ada B., Tom H.", "present", " Ada B., Tom H."),
    ("Clerk/Clerc", "present", ""),
    ("Annex B: Attendance", "present", ""),
    ("Appendix 1 - List of attendees", "present", ""),
    ("Members of Council", "group", ""),
    ("Members of the Panel:", "group", ""),
    ("Sorry not to be here:", "apologies", ""),
    ("Not here:", "absent", ""),
    ("Clerk/Treasurer", None, ""),
    ("Present/past chairs of the board were thanked", None, ""),
]


@pytest.mark.parametrize(("line", "status", "rest"), LABELS, ids=lambda x: str(x)[:20])
def test_labels_in_two_tongues(line: str, status: str | None, rest: str) -> None:
    label = read_label(line)
    if status is None:
        assert label is None or not label.closed
    else:
        assert label is not None
        assert (label.status or label.kind, line[label.end :]) == (status, rest)
        assert label.closed


def test_labels_in_two_tongues_where_lines_are_lost() -> None:
    text = "at 7pm Members Present/Comhaltaí i Láthair Cllr Ada Bell Absent/As Láthair "
    text += "Cllr Tom Holt discussed present/absent marks"
    found = find_bare_labels(text, 0, len(text))
    assert [(x.group, x.status) for x in found] == [
        ("Members Present", "present"),
        ("Absent", "absent"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cllr Ada Jane Bell Cllr Tom Holt", ["Ada Jane Bell", "Tom Holt"]),
        ("Cllr Ada Bell Clerk Cllr Tom Holt", ["Ada Bell", "Tom Holt"]),
    ],
)
def test_names_go_on_to_the_next_title(text: str, expected: list[str]) -> None:
    assert [x.name for x, _ in split_mixed(text, 0, len(text))] == expected


# what was read as a post behind a name, what of it is one
POSTS = [
    ("Chair of the Board, welcomed members of the club", "Chair of the Board"),
    ("Clerk", "Clerk"),
    ("Vice Chair Item 2 Minutes", "Vice Chair"),
    ("Planning Administrator Meeting called to order", "Planning Administrator"),
    ("Warden took the chance to thank all", "Warden"),
    ("Members Present", None),
    ("from the Clerk", None),
    ("Advanced Nurse", "Advanced Nurse"),
]


@pytest.mark.parametrize(("words", "expected"), POSTS, ids=[x for x, _ in POSTS])
def test_posts_end_where_a_sentence_begins(words: str, expected: str | None) -> None:
    span = Span(0, len(words), "roster-label")
    person = Attendee("Ada Bell", 0, 0, "present", role=words, role_span=span)
    found = without_run_on(words, person)
    assert found.role == expected
    if found.role_span and expected:
        assert words[found.role_span.start : found.role_span.end] == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Chairman/Cadeirydd", True),
        ("Cadeirydd/Chair", True),
        ("Chair", True),
        ("Chair/Clerk", False),
        ("Clerk/Clerc", False),
    ],
)
def test_chair_in_two_tongues(words: str, expected: bool) -> None:
    assert _says_chair(words) is expected


# a table in which family names have a column of their own, whichever comes first
FAMILIES = [
    "| Given Name | Family Name | Affiliation | Present |\n| --- | --- | --- | --- |\n"
    "| Ada | Penrose | Holt Farms | Yes |\n| Jo | van Pike | Individual | No |\n",
    "| Surname | First name | Affiliation | Present |\n| --- | --- | --- | --- |\n"
    "| Penrose | Ada | Holt Farms | Yes |\n| van Pike | Jo | Individual | No |\n",
]


@pytest.mark.parametrize("table", FAMILIES, ids=("given first", "family first"))
def test_given_and_family_names_in_columns(table: str) -> None:
    head = "# Thornbeck Data Panel\n\nMinutes, 4 March 2024\n\n## Participants\n\n"
    tail = "\n## 1. Minutes\n\nThe minutes were approved.\n"
    found = read(head + table + tail, "page.md")["attendance"]
    assert [(x["name"], x["status"], x["organisation"]) for x in found] == [
        ("Ada Penrose", "present", "Holt Farms"),
        ("Jo van Pike", "absent", None),
    ]


# letters beside the names, that a key explains
MARKED = (
    "Thornbeck Town Council\n\nMinutes of the Parks Committee held on 3 May 2020\n\n"
    "Cllr Ada Penrose (Chairman)    P      Cllr Tom Holt          A\n"
    "Cllr Susan Bell                Ab     Cllr Mrs Jo Marsh      P*\n"
    "\nP = present   A = apologies   Ab = absent   * by telephone\n\n"
    "1. Minutes\n\nAgreed.\n"
)


def test_letters_beside_names() -> None:
    found = [
        (x["status"], x["name"]) for x in read(MARKED, "minutes.txt")["attendance"]
    ]
    assert found == [
        ("present", "Ada Penrose"),
        ("apologies", "Tom Holt"),
        ("absent", "Susan Bell"),
        ("present", "Jo Marsh"),
    ]
