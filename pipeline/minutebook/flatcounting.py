"""Counts weights for pages run together: of traits that several bodies show."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple, Protocol

from minutebook.logistic import Case, count
from minutebook.segment.flatwords import is_plain


class Limits(NamedTuple):
    """How dear weights are, and how often what has one must be seen."""

    ridge: float
    seen: int  # so often a trait
    bodies: int  # ... in the minutes of so many bodies
    small: int  # bodies that must write a word in small letters: names have no weight


class _Minutes(Protocol):
    """What one document teaches."""

    @property
    def body(self) -> str: ...

    @property
    def small(self) -> frozenset[str]: ...  # words that it writes in small letters


def count_common(
    learnt: Sequence[tuple[_Minutes, list[Case]]], limits: Limits
) -> dict[str, float]:
    """Return the weight of each trait that enough bodies show and that is no name."""
    small: dict[str, set[str]] = defaultdict(set)
    bodies: dict[str, set[str]] = defaultdict(set)
    for minutes, cases in learnt:
        for word in minutes.small:
            small[word].add(minutes.body)
        for trait in {t for x in cases for t in x.traits}:
            bodies[trait].add(minutes.body)
    common = {word for word, of in small.items() if len(of) >= limits.small}
    known = {
        t
        for t, of in bodies.items()
        if len(of) >= limits.bodies and is_plain(t, common)
    }
    fitting = [
        x._replace(traits=tuple(known.intersection(x.traits)))
        for _, cases in learnt
        for x in cases
    ]
    return count(fitting, limits.ridge, limits.seen)


def told_left_out(documents: int, right: int, told: int, wanted: int) -> str:
    """Return precision and recall, each body judged by others, ready to print."""
    return (
        f"{documents} documents; body left out:"
        f" P {right / max(told, 1):.3f} R {right / max(wanted, 1):.3f}"
    )
