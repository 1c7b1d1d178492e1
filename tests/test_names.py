"""Personal names as minutes write them."""

from __future__ import annotations

import time

import pytest

from minutebook.grammar.couples import parse_couple, split_names
from minutebook.grammar.names import find_names, is_name, parse_name, strip_titles
from minutebook.grammar.samenames import initials_forms, match_initials, same_person

WRITTEN = [
    ("Cllr. J. O'Dea", "J. O'Dea"),
    ("Cllr Mrs Ada Penrose OBE, JP", "Ada Penrose"),
    ("the Rt Hon Tom Ashby MP", "Tom Ashby"),
    ("Mr J A van der Berg", "J A van der Berg"),
    ("P.Holt", "P. Holt"),
    ("Collins (B)", "Collins (B)"),
    ("TOM MCBRIDE", "TOM MCBRIDE"),
    ("Tāmati Ngāpō", "Tāmati Ngāpō"),
    ("Seán Ó Briain", "Seán Ó Briain"),
    ("Ann-Marie Penrose-Holt", "Ann-Marie Penrose-Holt"),
    ("County Councillor T Ashby", "T Ashby"),
    ("M/s Ashby", "Ashby"),
    ("HOLT, Ada", "Ada HOLT"),
    ("Mayor Ashby", "Ashby"),
    ("Tom Lane", "Tom Lane"),
    ("Will Grant", "Will Grant"),
    ("Dr T J Penrose FIWM", "T J Penrose"),  # an institute nobody listed
    ("Ll. Penrose", "Ll. Penrose"),
    ("PC 4471 Tom Holt", "Tom Holt"),
    ("Ada Bell MCWS", "Ada Bell"),
    ("lan Penrose", "lan Penrose"),  # a capital I misread
    ("Paul DesRochers", "Paul DesRochers"),
    ("Ada VanDerberg", "Ada VanDerberg"),
    ("Jo DuPont", "Jo DuPont"),
]


@pytest.mark.parametrize(("text", "name"), WRITTEN)
def test_reads_a_name_without_titles(text: str, name: str) -> None:
    found = parse_name(text)
    assert found is not None
    assert found.name == name
    assert text[found.start : found.end].endswith(text[-3:])


NO_NAMES = [
    "Members of the public",
    "3 members",
    "Finance Manager",
    "Thornbeck Parish Council",
    "Apologies Received",
    "The Chairman",
    "Matters Arising",
    "A Holt TPC",
    "None",
    "",
]


@pytest.mark.parametrize("text", NO_NAMES)
def test_is_no_name(text: str) -> None:
    assert not is_name(text)


def test_surname_alone_is_a_name_only_where_the_list_says_so() -> None:
    assert not is_name("Penrose")
    assert is_name("Penrose", alone=True)


RUNNING = [
    ("Mr J Holt thanked Ada Penrose for the Report.", ["J Holt", "Ada Penrose"]),
    ("Councillor O'Dea asked the Clerk to write.", ["O'Dea"]),
    ("The Parish Council met in the Village Hall on Monday.", []),
    ("The hedge in Mill Lane was cut.", []),
    ("It was noted that St John's Road is closed.", []),
]


@pytest.mark.parametrize(("text", "names"), RUNNING)
def test_finds_names_in_running_text(text: str, names: list[str]) -> None:
    found = find_names(text)
    assert [x.name for x in found] == names
    assert all(x.surname in text[x.start : x.end] for x in found)


COUPLES = [
    ("John and Ann Bell", ["John Bell", "Ann Bell"]),
    ("Mr & Mrs J Bell", ["J Bell", "Bell"]),
    ("J & A Bell", ["J Bell", "A Bell"]),
    ("Dora & Bill Winter", ["Dora Winter", "Bill Winter"]),
    ("Mrs. Lewis and Messrs Ward", None),
    ("Anne and Will Pike", ["Anne Pike", "Will Pike"]),
    ("Finance and Ann Bell", None),
    ("Tom Holt and Ann Bell", None),
]


@pytest.mark.parametrize(("text", "names"), COUPLES)
def test_reads_couples(text: str, names: list[str] | None) -> None:
    found = parse_couple(text)
    assert (found and [x.name for x in found]) == names


def test_splits_a_list_of_surnames() -> None:
    found = split_names("Penrose, Holt (J), Holt (M) and Ó Briain")
    assert [x.name for x in found] == ["Penrose", "Holt (J)", "Holt (M)", "Ó Briain"]


INITIALS = [
    ("AP", ["Ada Penrose", "Tom Holt"], "Ada Penrose"),
    ("AMP", ["Ada Mary Penrose", "Ada Penrose"], "Ada Mary Penrose"),
    ("TMB", ["Tom McBride"], "Tom McBride"),
    ("TPH", ["Tom Penrose-Holt"], "Tom Penrose-Holt"),
    ("AP", ["Ada Penrose", "Alan Pike"], None),
    ("XY", ["Ada Penrose"], None),
]


@pytest.mark.parametrize(("initials", "names", "bearer"), INITIALS)
def test_matches_initials_to_one_name_or_none(
    initials: str, names: list[str], bearer: str | None
) -> None:
    assert match_initials(initials, names) == bearer


def test_likeliest_initials_come_first() -> None:
    assert initials_forms("Dr Ada M Penrose")[0] == "AMP"


SAME = [
    ("A. Penrose", "Cllr Ada Penrose", True),
    ("Penrose", "Ada Penrose", True),
    ("Tom Penrose", "Ada Penrose", False),
    ("Seán O’Dea", "Sean O'Dea", True),
]


@pytest.mark.parametrize(("one", "other", "same"), SAME)
def test_compares_written_forms(one: str, other: str, same: bool) -> None:
    assert same_person(one, other) is same


def test_strips_titles_before_and_after() -> None:
    assert strip_titles("Revd Canon Ada Penrose MBE") == "Ada Penrose"


def test_hostile_text_costs_linear_time() -> None:
    started = time.process_time()
    find_names("Mr " * 20_000 + "A. " * 20_000 + "Van De " * 10_000)
    assert time.process_time() - started < 5


def test_titles_alone_are_no_name() -> None:
    assert parse_name("Cllr Mrs", alone=True) is None
    assert parse_name("Cllr Dean", alone=True) is not None
