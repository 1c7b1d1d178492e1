"""How far a list of people reaches in text that has lost its lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from minutebook.grammar.listnames import find_in
from minutebook.grammar.names import parse_name
from minutebook.grammar.reach import reach_of_people
from minutebook.load import read_document
from minutebook.runner import extract

REACHES = (
    # the heading behind the last name is no part of it
    ("Ada Penrose, Tom Holt, Ann Bell Call to Order: Tom Holt rose", "Ann Bell"),
    ("Ada Penrose, Tom Holt 1. Welcome Ann Bell spoke", "Tom Holt"),
    ("Ada Penrose (Chair) Tom Holt called the meeting to order", "(Chair)"),
    ("Ada Penrose, Tom Holt, Town Clerk The meeting was opened", "Town Clerk"),
    # nobody stands at the front
    ("the minutes of the meeting held at noon", ""),
)


@pytest.mark.parametrize(("text", "last"), REACHES)
def test_reach_ends_with_the_last_of_the_list(text: str, last: str) -> None:
    read = text[: reach_of_people(text, 0, len(text))]
    assert read.endswith(last)
    assert bool(read) == bool(last)


NAMES = (
    ("Charles A. Penrose", "Charles A. Penrose"),
    ("Thomas I. Holt", "Thomas I. Holt"),
    ("Thomas A Holt", "Thomas A Holt"),
    ("Holt Plan A", None),
    ("Then I", None),
)


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_middle_initial_is_no_article(text: str, name: str | None) -> None:
    found = parse_name(text)
    assert (found.name if found else None) == name


PIECES = (
    ("Alice Penrose Thomas Holt", ["Alice Penrose", "Thomas Holt"]),
    ("Mary Ann Jane Holt", ["Mary Ann Jane Holt"]),
)


@pytest.mark.parametrize(("text", "names"), PIECES)
def test_two_people_in_one_piece(text: str, names: list[str]) -> None:
    assert [x.name for x in find_in(text, 0, len(text), False)] == names


_TITLE = "Thornbeck Parish Council Minutes of a meeting held on 4 May 2021 at the hall "
_TALE = (
    " 1. Welcome All were welcomed and the plan for the green was discussed at length"
    " by those who came. 2. Finance The accounts were read and approved as a record."
    " 3. Roads The state of the lane was raised again and the county had been told."
)
FLAT = (
    (
        "Present: Alice Penrose, Thomas Holt, Ann Bell Call to Order: Alice Penrose"
        " called the meeting to order at 7.00pm.",
        ["Alice Penrose", "Thomas Holt", "Ann Bell"],
    ),
    (
        "Members Present: • Mayor A. Penrose • Councillor T. Holt • Councillor J. Bell",
        ["A. Penrose", "T. Holt", "J. Bell"],
    ),
    (
        "Present: Alice Penrose Practice Manager Thomas Holt Patient Representative"
        " Jane Bell Patient Representative",
        ["Alice Penrose", "Thomas Holt", "Jane Bell"],
    ),
    (
        "Board Members Present: Alice Penrose, Chairman Thomas A. Holt, Clerk"
        " Jane Bell Peter Marlow Robert Ashby",
        ["Alice Penrose", "Thomas A. Holt", "Jane Bell", "Peter Marlow"],
    ),
    ("ATTENDANCE Crs A Penrose, T Holt & J Bell", ["A Penrose", "T Holt", "J Bell"]),
    (
        "PRESENT Councillors Alice Penrose, Thomas Holt (Mayor) and Jane Bell.",
        ["Alice Penrose", "Thomas Holt", "Jane Bell"],
    ),
)


@pytest.mark.parametrize(("listed", "names"), FLAT)
def test_flat_text_lists_the_same_people(
    listed: str, names: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "minutes.txt"
    path.write_text(_TITLE + listed + _TALE, encoding="utf-8")
    found = [x.name for x in extract(read_document(path)).meeting.attendance]
    assert found[: len(names)] == names
    assert len(found) <= len(names) + 1


def test_acronyms_beside_a_post_are_posts(tmp_path: Path) -> None:
    listed = "Staff: Mr T. Holt (CEO) Mr J. Bell (DCEO) Mrs A. Pike (MWS)"
    path = tmp_path / "minutes.txt"
    path.write_text(_TITLE + listed + _TALE, encoding="utf-8")
    people = extract(read_document(path)).meeting.attendance
    assert [x.role for x in people] == ["CEO", "DCEO", "MWS"]
    assert [x.organisation for x in people] == [None] * 3


def test_list_beside_apologies_or_absent_is_apart(tmp_path: Path) -> None:
    path = tmp_path / "minutes.txt"
    path.write_text(
        "Thornbeck Hall Committee\n\nPresent\tA Penrose, T Holt, J Bell\n\n"
        "Apologies/Absent\tP Marlow, R Ashby\n\n1. Minutes\n\nThey were agreed.\n",
        encoding="utf-8",
    )
    people = extract(read_document(path)).meeting.attendance
    away = [x.name for x in people if x.status == "apologies"]
    assert away == ["P Marlow", "R Ashby"]
