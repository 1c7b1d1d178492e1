"""Weights of decisions: what they take, what they drop, which kind they see."""

from __future__ import annotations

import pytest
from reading import minutes

from minutebook.assemble.decisions import scope_of
from minutebook.assemble.judged import may_decide
from minutebook.assemble.movers import find_motion
from minutebook.assemble.weighing import (
    _weights,
    read_told,
    read_traits,
    read_words,
    weigh,
    weigh_kind,
)
from minutebook.load import read_bytes
from minutebook.runner import extract


def found(*lines: str) -> list[tuple[str, str]]:
    """Return rule and text of the decisions in minutes of such lines."""
    record = minutes("## " + "\n\n".join(lines) + "\n\n## 9. Close\n\nNone.")
    return [(x["rule"], x["text"]) for x in record["decisions"]]


FATES = [
    (
        ("4. Purchases", "A second bench for the green", "Carried."),
        [("decision-fate", "A second bench for the green Carried.")],
    ),
    (
        ("4. Purchases", "Buy a kiln for the club", "Ada Penrose moved", "5-0 pass"),
        [("decision-fate", "Buy a kiln for the club Ada Penrose moved 5-0 pass")],
    ),
    (
        ("4. Purchases", "New shed for the plot", "Resolution: Passed."),
        [("decision-fate", "New shed for the plot Resolution: Passed.")],
    ),
    (("4. Walks", "The path is wet.", "Nays: none"), []),
    (("4. Walks", "Who carried the lamp?", "All of the board"), []),
]


@pytest.mark.parametrize(("lines", "expected"), FATES)
def test_a_bare_fate_settles_the_lines_above(
    lines: tuple[str, ...], expected: list[tuple[str, str]]
) -> None:
    assert found(*lines) == expected


TAKEN = [
    "The stewards agreed that we would have to ask for help with the fair.",
    "Ada moved we accept the budget as it is.",
]
PASSED_BY = [
    "Motion: That the pump be mended.",
    "Ada Penrose said that the school would be told of the plan.",
    "The path had been approved by the county in 2011.",
    "The hall was warm and twenty people came.",
]


@pytest.mark.parametrize("sentence", TAKEN)
def test_a_sentence_that_weighs_enough_is_a_decision(sentence: str) -> None:
    assert [x for _, x in found("4. Reports", sentence)] == [sentence]


@pytest.mark.parametrize("sentence", PASSED_BY)
def test_a_sentence_that_only_tells_is_none(sentence: str) -> None:
    assert found("4. Reports", sentence) == []


def test_weighing_in_short_sums_the_weights_of_all_traits() -> None:
    text = "# Minutes\n\n## 4. Reports\n\n" + "\n\n".join(TAKEN + PASSED_BY)
    done = extract(read_bytes("minutes.md", text.encode()))
    scope = scope_of(done.source, done.sections, done.mentions)
    weights = _weights()
    whole = dict(weights.others)
    whole |= {f"word:{x}": w for x, w in weights.words.items()}
    whole |= {f"pair:{'_'.join(x)}": w for x, w in weights.pairs.items()}
    for told in read_told(scope):
        words = read_words(scope, told.start, told.end)
        traits = {"always", *read_traits(scope, told, words)}
        total = sum(whole.get(x, 0.0) for x in traits)
        likely = weigh(scope, told, words)
        assert likely == pytest.approx(1 / (1 + 2.718281828459045**-total))


KINDS = [
    ("Secretary: Ada Penrose", "Election of Officers", "appointed"),
    ("Motion by Holt to pay the monthly bills, motion carried.", "", "approved"),
    ("The gate be moved to the north side.", "Works", "resolved"),
]


@pytest.mark.parametrize(("text", "title", "kind"), KINDS)
def test_the_kind_is_weighed_where_rules_see_none(
    text: str, title: str, kind: str
) -> None:
    assert weigh_kind(text, title) == kind


MOVERS = [
    ("AP move to buy the kiln", "AP", None),
    ("Holt motions to approve", "Holt", None),
    ("Minutes approved. Ada Moved, Tom Seconded.", "Ada", "Tom"),
    ("RESOLVED (Cr Penrose/Cr Holt) that it be kept", "Penrose", "Holt"),
    (
        "Proposed Ada Penrose Seconded Tom Holt Accepted by all",
        "Ada Penrose",
        "Tom Holt",
    ),
    ("MOVED by Counc. Penrose and seconded by Counc. Holt", "Penrose", "Holt"),
    ("The parks move to a new home", None, None),
]


@pytest.mark.parametrize(("text", "mover", "seconder"), MOVERS)
def test_movers_in_short(text: str, mover: str | None, seconder: str | None) -> None:
    motion = find_motion(text, 0, len(text))
    assert (motion.mover if motion else None) == mover
    assert (motion.seconder if motion else None) == seconder


def test_most_sentences_are_not_weighed() -> None:
    assert may_decide("The hedge to be kept as agreed by all.")
    assert not may_decide("It rained in May and the fair was wet.")
    assert not may_decide("agreed")
