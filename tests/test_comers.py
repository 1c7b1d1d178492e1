"""Who came though no list took them: found, weighed, and read."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from reading import read

from minutebook import weigh_attendance
from minutebook.assets import read_rows
from minutebook.preamble.comers import RULE, TAKE, pick, status_of, weigh
from minutebook.preamble.signs import Sign, may_be
from minutebook.preamble.unlisted import Clause, Unlisted, find_unlisted
from minutebook.records import Line

# a clause; the people in it, each with how it was read
CLAUSES = [
    ("Members there by video: Ada Penrose, Tom Holt", ["Ada Penrose", "Tom Holt"]),
    ("Village Clerk Ann Bell and Mrs B. Pike", ["Ann Bell", "B. Pike"]),
    ("Ada Penrose Treasurer", ["Ada Penrose"]),
    ("Trustees Holt, Penrose and Pike", ["Holt", "Penrose", "Pike"]),
    ("A . Penrose , T . Holt", ["A. Penrose", "T. Holt"]),
    ("Ada B., Tom H. and Ann P", ["Ada B", "Tom H", "Ann P"]),
    ("Appendix B, Part C", []),
    ("The sluice was mended in May", []),
    ("Finance Manager, Works Committee", []),
    ("Contact: Ann Bell", ["Ann Bell"]),  # "Contact" is a label
]


def clause_of(text: str) -> Clause:
    return Clause(0, Line(0, len(text)), 0, len(text))


@pytest.mark.parametrize(("text", "expected"), CLAUSES, ids=[x for x, _ in CLAUSES])
def test_people_of_a_clause(text: str, expected: list[str]) -> None:
    assert [x.name.name for x in find_unlisted(text, clause_of(text), [])] == expected


def test_who_is_taken_is_known() -> None:
    text = "Ada Penrose, Tom Holt"
    found = find_unlisted(text, clause_of(text), [(0, 11)])
    assert [x.taken for x in found] == [True, False]


# a name, one who is listed: can they be one?
SAME = [
    ("T. Holt", "Tom Holt", True),
    ("Holt", "Holt (T)", True),
    ("T. Holt", "Holt (T)", True),
    ("Ada Holt", "Holt (T)", False),
    ("Ada Penrose", "Tom Holt", False),
]


@pytest.mark.parametrize("row", SAME, ids=lambda x: f"{x[0]} {x[1]}")
def test_may_be(row: tuple[str, str, bool]) -> None:
    assert may_be(row[0], row[1]) is row[2]


# a clause, the label above, and the status of the person last named in it
STATUSES = [
    ("Absent: Ada Penrose", "", "absent"),
    ("Sent their apologies: Ada Penrose", "Present", "apologies"),
    ("Ada Penrose was excused", "Present", "apologies"),
    ("Ada Penrose", "Apologies", "apologies"),
    ("Apologies for absence: Ada Penrose", "", "apologies"),
    ("Ada Penrose", "Thornbeck Hall", "present"),
    ("In attendance were Ada Penrose", "Apologies", "present"),
]


@pytest.mark.parametrize("row", STATUSES, ids=lambda x: x[0])
def test_status(row: tuple[str, str, str]) -> None:
    text, above, expected = row
    who = find_unlisted(text, clause_of(text), [])[-1]
    assert status_of(text, Sign(who, (), above)) == expected


def sign_of(text: str) -> Sign:
    who: Unlisted = find_unlisted(text, clause_of(text), [])[0]
    return Sign(who, (), "")


def test_each_is_taken_once_and_where_likeliest() -> None:
    signs = [sign_of(x) for x in ("T. Holt", "Tom Holt", "Ada Penrose", "Ann Bell")]
    found = pick(signs, [TAKE + 0.1, TAKE + 0.2, TAKE + 0.1, TAKE - 0.1])
    assert [x.who.name.name for x in found] == ["Tom Holt", "Ada Penrose"]


TITLE = "Thornbeck Water Board\n\nMinutes of the meeting of 4 March 2024\n\n"
BUSINESS = (
    "1. Minutes\n\nThe minutes of the February meeting were approved.\n\n"
    "2. Sluices\n\nMr Oliver Marsh of Holt Farms asked when they would be mended.\n\n"
    "3. Works\n\nIt was agreed that the fence be painted.\n"
)


def taken(opening: str, name: str = "page.txt") -> list[tuple[str, str, str | None]]:
    return [
        (x["name"], x["status"], x["role"])
        for x in read(TITLE + opening + BUSINESS, name)["attendance"]
    ]


def test_a_list_without_a_label() -> None:
    opening = (
        "Ada Penrose, Chairperson\n\nTom Holt, Vice Chairperson\n\nSusan Pike\n\n"
        "Ann Bell, Business Manager\n\nMary Ashby, Director of Works\n\n"
        "Others present included some of the public.\n\n"
    )
    found = taken(opening)
    assert [x for x, *_ in found] == [
        *("Ada Penrose", "Tom Holt", "Susan Pike", "Ann Bell", "Mary Ashby"),
    ]
    assert ("Ann Bell", "present", "Business Manager") in found


def test_a_label_leads_all_the_lines_below_it() -> None:
    names = ["Ada Penrose", "Tom Holt", "Susan Pike", "Ann Bell", "Mary Ashby"]
    opening = (
        "The following directors were present from 7 pm:\n\n"
        + "\n".join(names)
        + "\n\nAlso present for some of the meeting were Bo Marsh of the Holt Trust, "
        "Lee Orr of the Holt Trust, and Jane Weir of Marl Surveyors.\n\n"
    )
    assert [x for x, *_ in taken(opening)][:5] == names


def test_people_that_are_numbered_are_no_business() -> None:
    opening = (
        "With a quorum there, the meeting was called to order at 9.10 am.\n"
        "1. Mr. Tom Holt, Director\n2. Ms. Ada Penrose, Secretary and Treasurer\n"
        "3. Mr. John Pike, Director\n4. Mrs. Ann Bell, Director\n\n"
    )
    found = taken(opening)
    assert ("Ada Penrose", "present", "Secretary and Treasurer") in found
    assert ("Ann Bell", "present", "Director") in found


def test_apologies_in_words() -> None:
    opening = (
        "Present: Cllr Ada Penrose (Chair), Cllr Tom Holt, Cllr Susan Pike\n\n"
        "These officers sent their apologies for the meeting: Ann Bell, "
        "Mary Ashby, and John Marsh.\n\n"
    )
    sent = [x for x, status, _ in taken(opening) if status == "apologies"]
    assert sent == ["Ann Bell", "Mary Ashby", "John Marsh"]


def test_who_only_speaks_or_is_to_be_asked_did_not_come() -> None:
    opening = (
        "Contact: Ann Bell, Senior Clerk\n\n"
        "Present: Cllr Ada Penrose (Chair), Cllr Tom Holt, Cllr Susan Pike\n\n"
    )
    assert [x for x, *_ in taken(opening)] == ["Ada Penrose", "Tom Holt", "Susan Pike"]


def test_an_agenda_is_not_weighed() -> None:
    text = (
        "Thornbeck Water Board\n\nAGENDA\n\nAda Penrose, Chairperson\n\n"
        "Tom Holt, Clerk\n\n1. Minutes\n\n2. Works\n\n3. Any other business\n"
    )
    assert [x for x in read(text, "page.txt")["attendance"] if x["rule"] == RULE] == []


def test_weights_hold_no_names() -> None:
    table = {
        x["trait"]: float(x["weight"]) for x in read_rows("attendance_weights.tsv")
    }
    assert weigh(()) == pytest.approx(weigh(("no such sign",)))
    assert table["lead:present"] > 0 > table["prev:by"]
    assert not [x for x in table if x.split(":")[-1] in ("holt", "smith", "o’brien")]


PRESENT = "Present: Ada Penrose, Tom Holt\n\n"


def test_weights_are_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(weigh_attendance, "FOLDS", 2)
    for body in ("one", "two"):
        (tmp_path / "docs" / body).mkdir(parents=True)
        (tmp_path / "gold" / body).mkdir(parents=True)
        (tmp_path / "docs" / body / "a.txt").write_text(TITLE + PRESENT + BUSINESS)
        gold = {
            "document": f"{body}/a.txt",
            "attendance": [{"name": "Ada Penrose"}, {"name": "Tom Holt"}],
        }
        (tmp_path / "gold" / body / "a.txt.gold.json").write_text(json.dumps(gold))
    output = tmp_path / "weights.tsv"
    folders = [str(tmp_path / "docs"), str(tmp_path / "gold")]
    monkeypatch.setattr(sys, "argv", ["weigh", *folders, "--output", str(output)])
    weigh_attendance.main()
    assert "R 1.000" in capsys.readouterr().out
    assert output.read_text().startswith("trait\tweight\nalways\t")


def test_whoever_has_gone_did_not_come() -> None:
    opening = (
        "Present: Ada Penrose, Tom Holt, Ann Bell\n\nThe Chairman welcomed everyone. "
        "Jo Pike (JP), the Clerk, had resigned in August. Lee Marsh has retired.\n\n"
    )
    assert [x[0] for x in taken(opening)] == ["Ada Penrose", "Tom Holt", "Ann Bell"]
