"""Attendance as clerks vary it: degrees, lists with no label, silent absentees."""

from __future__ import annotations

import pytest
from reading import read

from minutebook.grammar.couples import parse_couple
from minutebook.grammar.names import parse_name, skip_degrees
from minutebook.grammar.rosters import read_label
from minutebook.grammar.rostersentences import find_apologies, find_silent
from minutebook.segment.unheaded import _count


@pytest.mark.parametrize(
    ("piece", "past"),
    [("MD, MPH", 7), ("D.O.", 4), ("Ada Penrose", 0), ("D.O. Penrose", 0)],
)
def test_degrees_are_no_bodies(piece: str, past: int) -> None:
    assert skip_degrees(piece, 0, len(piece)) == past


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("SPC Members Present: Ada Penrose", "present"),
        ("1.PRESENT: Ada, Tom, Bo", "present"),
        ("Present via MS Teams: Ada Penrose", "present"),
        ("Presentation by the police: Tom Holt", None),
    ],
)
def test_labels_take_qualifiers(line: str, status: str | None) -> None:
    label = read_label(line)
    assert (label.status if label else None) == status


def test_two_people_are_no_couple() -> None:
    assert parse_couple("Mr Thornbeck and Richard Bell") is None
    assert parse_couple("John and Ann Bell") is not None


def test_who_sent_no_apologies_is_absent() -> None:
    text = "No apologies were received from Tom Holt. All agreed."
    assert len(find_silent(text)) == 1
    assert find_apologies(text) == ()


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("Mr T Holt [TH] Clerk; Ada Penrose (Chair)", 2),
        ("Ada Penrose (Media Officer) - left early", 1),
        ("Ada Penrose (Chair) welcomed all", 0),
        ("Holt Hall (upstairs)", 0),
    ],
)
def test_lines_of_people_need_no_label(line: str, count: int) -> None:
    assert _count(line, 0) == count


@pytest.mark.parametrize(
    "label", ["The people who came along", "Those who took part", "People there"]
)
def test_plain_words_head_a_list_of_those_who_came(label: str) -> None:
    text = (
        "# Weir Data Board\n\nMinutes of the meeting held on 4 March 2024\n\n"
        "## Summary\n\nThe board looked at two proposals and liked both of them.\n\n"
        f"## {label}\n\n* Ada Penrose, Weir Trust (Chair)\n* Tom Holt, Mill School\n"
        "* Jo Marsh, Quarry Council\n\n## Next steps\n\nTom Holt will write it up.\n"
    )
    found = read(text)["attendance"]
    assert [x["name"] for x in found] == ["Ada Penrose", "Tom Holt", "Jo Marsh"]


HEAD = "THORNBECK COUNCIL\n\nMinutes of the meeting held on 4 March 2024\n\n"
ROWS = [
    (
        "PRESENT:     COUNCILMAN     Tom Holt\n"
        "             COUNCILWOMAN   Ada Penrose\n"
        "             SUPERVISOR     Bo Pike\n",
        [("Tom Holt", "present"), ("Ada Penrose", "present"), ("Bo Pike", "present")],
    ),
    (
        "Present:   Cllrs  P. Penrose (Chair)   Mrs A. Holt   T. Pike   Miss B. Orr\n",
        [(x, "present") for x in ("P. Penrose", "A. Holt", "T. Pike", "B. Orr")],
    ),
    (
        "Members:\n* Denotes attendance\nØ Denotes apology\n\n"
        "* Cllr A Penrose\t* Cllr T Holt\nØ Cllr B Pike\t* Cllr J Orr\n",
        [
            ("A Penrose", "present"),
            ("T Holt", "present"),
            ("B Pike", "apologies"),
            ("J Orr", "present"),
        ],
    ),
    (
        "Present: Ada Penrose, Jo Marsh\n\nApologies: Tom Holt (Bo Pike attended as "
        "deputy), Ann Bell (represented by Lee Orr, Works Officer)\n",
        [
            *(("Ada Penrose", "present"), ("Jo Marsh", "present")),
            *(("Tom Holt", "apologies"), ("Bo Pike", "present")),
            *(("Ann Bell", "apologies"), ("Lee Orr", "present")),
        ],
    ),
    (
        "Present: Jean B, Ron and Sylvia F, Julie (manager)\n\n"
        "Apologies: Bill T, Norma\n",
        [
            *(("Jean B", "present"), ("Ron", "present"), ("Sylvia F", "present")),
            *(("Julie", "present"), ("Bill T", "apologies"), ("Norma", "apologies")),
        ],
    ),
    (
        "Present: Jon P, Debs K, Lou M, Tracy H.\n\nApologies: Brendon S, Angie C.\n",
        [
            *(("Jon P", "present"), ("Debs K", "present"), ("Lou M", "present")),
            ("Tracy H", "present"),
            *(("Brendon S", "apologies"), ("Angie C", "apologies")),
        ],
    ),
    (
        "Present: Mr T Holt, County Manager; Mr B Pike, Meetings Officer (A); "
        "Ms J Orr, Engineer\n",
        [("T Holt", "present"), ("B Pike", "present"), ("J Orr", "present")],
    ),
    (
        "Present: Mrs A Penrose, Cr T Holt\n\nApologies\nAn apology for absence was "
        "received from Mrs B Pike and an apology for lateness from Cr Holt.\n",
        [("A Penrose", "present"), ("T Holt", "present"), ("B Pike", "apologies")],
    ),
    (
        "Mayor Dana Hoyt called the meeting to order at 6:30 p.m. Roll call: Council "
        "members Orr, Pike, Fenn and Marsh present. Absent: Bell.\n",
        [
            *(("Dana Hoyt", "present"), ("Orr", "present"), ("Pike", "present")),
            *(("Fenn", "present"), ("Marsh", "present"), ("Bell", "absent")),
        ],
    ),
    (
        "Members:   Mrs C Ash, Cllr D Orr\n"
        "Force:   Chief Constable S Pike, Supt M Fenn\n"
        "Apologies were received from Cllr E Marsh.\n",
        [
            *(("C Ash", "present"), ("D Orr", "present"), ("S Pike", "present")),
            *(("M Fenn", "present"), ("E Marsh", "apologies")),
        ],
    ),
    (
        "I láthair: Comhairleoirí T. Pike, S. Orr\n\nAs láthair: Comhairleoir J. Bell\n"
        "\nOifigigh:\n\nMs. B. Marsh, Meetings Administrator\n",
        [
            *(("T. Pike", "present"), ("S. Orr", "present"), ("J. Bell", "absent")),
            ("B. Marsh", "present"),
        ],
    ),
    (
        "Supervisor Orr and Supervisor Pike were present. Chairman Holt was absent.\n",
        [("Orr", "present"), ("Pike", "present"), ("Holt", "absent")],
    ),
    (
        "Members present were Mayor Dana Hoyt, Lee Orr and Bo Pike. Council member Ann "
        "Marsh excused. City Manager Fenn, Acting City Attorney Holt and City Clerk "
        "Bell also present.\n",
        [
            *(("Dana Hoyt", "present"), ("Lee Orr", "present"), ("Bo Pike", "present")),
            *(("Ann Marsh", "apologies"), ("Fenn", "present"), ("Holt", "present")),
            ("Bell", "present"),
        ],
    ),
    (
        "Present: Ada Penrose, Jo Marsh\n\nApologies: Tom Holt (sent deputy Bo Pike)\n",
        [
            *(("Ada Penrose", "present"), ("Jo Marsh", "present")),
            *(("Tom Holt", "apologies"), ("Bo Pike", "present")),
        ],
    ),
    (
        "Senators present: Orr, Pike,\nFenn\n\nSenators absent: Bell\n\n"
        "Guests: Mary Marsh, Registrar\n\nI. Call to Order\n",
        [
            *(("Orr", "present"), ("Pike", "present"), ("Fenn", "present")),
            *(("Bell", "absent"), ("Mary Marsh", "present")),
        ],
    ),
    (
        "Present:\nMill Row – Ada Penrose (Chair), Jo Marsh.\n"
        "The Slips – Tom Holt (Treasurer), Anne & Will Pike.\n",
        [
            *(("Ada Penrose", "present"), ("Jo Marsh", "present")),
            *(("Tom Holt", "present"), ("Anne Pike", "present")),
            ("Will Pike", "present"),
        ],
    ),
]


@pytest.mark.parametrize(("listed", "people"), ROWS)
def test_who_came_and_who_did_not(listed: str, people: list[tuple[str, str]]) -> None:
    found = read(HEAD + listed + "\n1. Minutes\n\nApproved.\n", "minutes.txt")
    assert [(x["name"], x["status"]) for x in found["attendance"]] == people


RANKED = [
    ("DCFO P Lane", "P Lane", "DCFO"),
    ("GM Tom Birch", "Tom Birch", "GM"),
    ("WM C Dunn", "C Dunn", "WM"),
    ("T/CI Dawn Firth", "Dawn Firth", "CI"),
    ("PS 442 Ian Cope", "Ian Cope", "PS"),
    ("VP Welfare & Community Jo Marsh", "Jo Marsh", "VP Welfare & Community"),
    ("Vice President Education Jo Marsh", "Jo Marsh", "Vice President Education"),
    ("VP Mary Ann Holt", "Mary Ann Holt", "VP"),
    ("Tom Holt, VP Activities", "Tom Holt", "VP Activities"),
    ("SM Holt", "SM Holt", None),
    ("G M Birch", "G M Birch", None),
]


@pytest.mark.parametrize(("line", "name", "post"), RANKED)
def test_a_rank_is_no_part_of_a_name(line: str, name: str, post: str | None) -> None:
    listed = f"Present:\n{line}\nAda Penrose\nBo Pike (Clerk)\n"
    found = read(HEAD + listed + "\n1. Minutes\n\nApproved.\n", "minutes.txt")
    first = found["attendance"][0]
    assert (first["name"], first["role"]) == (name, post)


BODIES = [
    ("Mill County Council: Councillors A Penrose and B Pike", "Mill County Council"),
    ("Ada Penrose, Employer rep – Holt MBC", "Holt MBC"),
    ("Ada Penrose, Bell & Associates", "Bell & Associates"),
    ("Ada Penrose, Finance Officer, Schools", None),
]


@pytest.mark.parametrize(("line", "body"), BODIES)
def test_whence_they_came(line: str, body: str | None) -> None:
    listed = f"Present:\n{line}\nFold Borough Council: Councillor T Holt\n"
    found = read(HEAD + listed + "\n1. Minutes\n\nApproved.\n", "minutes.txt")
    assert found["attendance"][0]["organisation"] == body


def test_a_seat_on_the_council_above_is_no_post() -> None:
    text = """Holt Parish Council\n\nMinutes of the meeting held on 4 May 2016

Present: Mrs J Tolby (Chairman), J. Mills (Clerk) and A. Goffe (District Councillor)

1. Apologies: L. Duff and T. Rook (County Councillor), R. Marl (Parish Councillor)
"""
    people = {x["name"]: x["role"] for x in read(text)["attendance"]}
    assert people.pop("J. Mills") == "Clerk"
    assert {*people.values()} == {None}


def test_a_name_behind_a_stop_goes_by_the_label_of_its_line() -> None:
    text = """Holt Residents' Association minutes, 4 May 2016

Present: Ann Bell (Chair), Ray Orr, Jo Pike

1. Apologies for absence: Guy Holt, Bo Reeve (Village Hall Cttee). Tim Dunn
"""
    people = {x["name"]: x["status"] for x in read(text)["attendance"]}
    assert people["Tim Dunn"] == "apologies"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Orla Nic an Rua", "Orla Nic an Rua"),
        ("Baillie Jean Marl", "Jean Marl"),
        ("C.W. Ranger", "C.W. Ranger"),
        ("Park Ranger", None),
    ],
)
def test_names_with_articles_and_of_callings(text: str, name: str | None) -> None:
    found = parse_name(text)
    assert (found and found.name) == name
