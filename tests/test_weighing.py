"""What the learned weights make of the headings that rules chose, and of the rest."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from reading import read

from minutebook import weigh_headings
from minutebook.assets import read_rows
from minutebook.certainty import weigh_traits
from minutebook.logistic import Case, count, write_weights
from minutebook.segment.candidates import Candidate
from minutebook.segment.numbers import ItemNumber
from minutebook.segment.weighing import (
    Place,
    find_headings,
    judge_heading,
    mark_taken,
    with_neighbours,
)

SAID = (
    "The clerk told members at some length how the matter stood and what it would "
    "cost, and the committee thanked her for the report.\n\n"
)
HEAD = (
    "Thornbeck Parish Council\n\nMinutes of the meeting held on 4 March 2024\n\n"
    "Present: Cllr Ada Penrose (Chair), Cllr Tom Holt\n\n"
)
COUNTED = (
    "1. Apologies",
    "2. Minutes",
    "3. Police report",
    "4. Finance",
    "5. Planning",
)


def test_headings_outweigh_lists_and_sentences() -> None:
    heading = ("style-capitals", "alone", "standing-reports", "weight-6", "inside")
    listed = ("style-plain", "standing-none", "told", "below-same", "inside")
    for taken in (True, False):
        assert judge_heading(heading, taken=taken) > judge_heading(listed, taken=taken)


def test_taken_counts_apart() -> None:
    table = {x["trait"]: float(x["weight"]) for x in read_rows("heading_weights.tsv")}
    shown = ("alone", "inside", "style-plain")
    assert judge_heading(shown, taken=True) == pytest.approx(
        weigh_traits(table, mark_taken(shown))
    )
    assert judge_heading(shown, taken=False) == pytest.approx(
        weigh_traits(table, shown)
    )


# which are headings: "n" the rules took for its number, "t" they took, "-" they left
PICKED = [
    ("tttt", [0.9, 0.9, 0.9, 0.1], [True, True, True, False]),
    ("t-", [0.4, 0.4], [True, False]),  # what rules took needs less
    ("--", [0.3, 0.6], [False, True]),
    ("t-", [0.1, 0.1], [True, False]),  # the rules' choice stands alone
    ("nt", [0.1, 0.1], [True, False]),  # what counts on stands, however it looks
    ("", [], []),
]


@pytest.mark.parametrize(("ruled", "likely", "expected"), PICKED)
def test_picked(ruled: str, likely: list[float], expected: list[bool]) -> None:
    taken, firm = [x != "-" for x in ruled], [x == "n" for x in ruled]
    assert find_headings(taken, firm, likely) == expected


# "R" a heading of the rules, figures the number of a part; which the weights took, how
# likely the others are, and which are headings
PARTS = [
    ("R12", "++-", [1, 0.5, 0.2], "+++"),
    ("R12R1", "+-++-", [1, 0.2, 0.5, 1, 0.4], "++++-"),
    ("R13", "++-", [1, 0.5, 0.4], "++-"),
    ("R12", "++-", [1, 0.5, 0.01], "++-"),
]


@pytest.mark.parametrize(("kinds", "held", "likely", "expected"), PARTS)
def test_parts_beside_one_that_is_a_heading(
    kinds: str, held: str, likely: list[float], expected: str
) -> None:
    places = [_part(at, x) for at, x in enumerate(kinds)]
    found = with_neighbours(places, [x == "+" for x in held], likely)
    assert found == [x == "+" for x in expected]


@pytest.mark.parametrize("scheme", ["int", "dec:4"])
def test_parts_of_each_scheme_have_neighbours(scheme: str) -> None:
    places = [_part(0, "R"), _part(1, "1", scheme), _part(2, "2", scheme)]
    assert all(with_neighbours(places, [True, False, True], [1.0, 0.2, 0.9]))


def _part(at: int, kind: str, scheme: str = "int") -> Place:
    number = None
    if kind != "R":
        number = ItemNumber(kind, scheme, int(kind), 1, at, True, False)
    x = Candidate(at, number, at, at, at, 1.0, "plain", True, None, at)
    return Place((x,), kind == "R", False)


def test_words_that_come_again_divide_items() -> None:
    text = HEAD + "".join(
        f"{x}\n\n{SAID}{y}\n\n{SAID}"
        for x in ("## Mill Lane", "## Pond", "## Money", "## Close")
        for y in ("## Proposal", "## Speakers", "## Decision of officers")[:2]
    )
    found = read(text, "page.md")["items"]
    assert not {x["title"] for x in found} & {"Proposal", "Speakers"}


def test_numbers_in_a_row_stay() -> None:
    text = HEAD + "".join(f"{x}\n\n{SAID}" for x in COUNTED)
    found = read(text, "page.txt")["items"]
    assert [f"{x['number']}. {x['title']}" for x in found] == list(COUNTED)


def test_an_agenda_is_not_weighed() -> None:
    text = "Thornbeck Parish Council\n\nAGENDA\n\nYou are summoned to a meeting.\n\n"
    found = read(text + "\n".join(COUNTED), "agenda.txt")
    assert found["kind"] == "agenda"
    assert {x["rule"].split("-")[1] for x in found["items"]} == {"numbered"}


def test_counting_tells_traits_apart() -> None:
    cases = [Case(("bold",), True, 1.0), Case(("small",), False, 1.0)] * 5
    weights = count([*cases, Case(("rare",), True, 1.0)], 1.0, 2)
    assert weights["bold"] > 0.5 > -0.5 > weights["small"]
    assert "rare" not in weights


def test_small_weights_are_left_out(tmp_path: Path) -> None:
    write_weights(tmp_path / "w.tsv", {"always": 0.0, "a": 0.5, "b": 0.01}, 0.05)
    assert (tmp_path / "w.tsv").read_text() == "trait\tweight\na\t0.50\nalways\t0.00\n"


def test_the_command_counts_from_gold(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    items = [{"number": x[0], "title": x[3:]} for x in COUNTED]
    for body in ("thornbeck", "holt"):
        for folder in ("docs", "gold"):
            (tmp_path / folder / body).mkdir(parents=True)
        name = f"{body}/page.txt"
        text = HEAD + "".join(f"{x}\n\n{SAID}" for x in COUNTED)
        (tmp_path / "docs" / name).write_text(text)
        gold = {"document": name, "kind": "minutes", "items": items}
        (tmp_path / "gold" / f"{name}.gold.json").write_text(json.dumps(gold))
    folders = [str(tmp_path / "docs"), str(tmp_path / "gold")]
    output = tmp_path / "weights.tsv"
    monkeypatch.setattr(sys, "argv", ["weigh", *folders, "--output", str(output)])
    weigh_headings.main()
    assert "2 documents; rules alone: P 1.000 R 1.000" in capsys.readouterr().out
    assert "\ttaken" not in output.read_text()
    assert output.read_text().startswith("trait\tweight\n")
