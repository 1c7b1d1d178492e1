"""Judges which of the places where an item may begin are headings, by learned weights.

The rules choose first; what they chose, and what they left, is then weighed by what it
shows: how it is set off, how it reads, what stands above and below, how many look alike
and how many of those the rules took. Traits that speak for a heading the rules took
count apart from those of one they left.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from minutebook.assets import read_rows
from minutebook.grammar.paragraphs import Paragraph
from minutebook.segment.candidates import Candidate

_ADDED, _KEPT = 0.42, 0.35  # how likely a heading is that rules left, that they took
_FEW = 3  # headings that the rules took on a page too short to weigh them
_BULLETS = frozenset("•●▪*–-◦○")
_MARKS = frozenset(".;:,?!)")
_TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Cllr|Councillor|Dr)\b")
_TELLS = re.compile(
    r"\b(?:was|were|is|are|had|has|will|to|moved|seconded|said|noted|agreed|reported"
    r"|approved|motion|carried)\b",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"[£$€]|\d{3}")
_FLAGS = (
    ("alone", "alone"),
    ("heads_text", "heads-text"),
    ("told", "told"),
    ("dated", "dated"),
)


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph where an item may begin: its readings, and whether the rules took it.

    The first reading is the one the rules took, else the one that weighs most.
    """

    readings: tuple[Candidate, ...]
    taken: bool
    ruled_out: bool  # it stands above the minutes, or is their title

    @property
    def best(self) -> Candidate:
        """Return the reading that counts."""
        return self.readings[0]


@dataclass(frozen=True, slots=True)
class _Look:
    """What the places that look alike have in common."""

    size: int
    taken: int
    told: float
    text: float
    alone: float
    close: float
    standing: int


def weigh_places(
    text: str, paragraphs: Sequence[Paragraph], places: Sequence[Place], lists: int
) -> list[Candidate]:
    """Return the headings among the places; `lists`: where those who came stand."""
    traits = read_traits(text, paragraphs, places, lists)
    taken = [x.taken for x in places]
    likely = [judge_heading(x) for x in traits]
    headings = find_headings(taken, likely)
    return [x.best for x, holds in zip(places, headings, strict=True) if holds]


def find_headings(taken: Sequence[bool], likely: Sequence[float]) -> list[bool]:
    """Return which places are headings, by how likely each is one.

    >>> find_headings([True, False, True, True, True], [0.9, 0.5, 0.1, 0.4, 0.4])
    [True, True, False, True, True]
    >>> find_headings([True, False], [0.1, 0.4])
    [True, False]
    """
    kept = _KEPT if sum(taken) > _FEW else 0.0
    return [
        how > (kept if ruled else _ADDED)
        for ruled, how in zip(taken, likely, strict=True)
    ]


def find_places(
    candidates: Sequence[Candidate],
    chosen: Iterable[Candidate],
    left: Iterable[Candidate],
) -> list[Place]:
    """Return the places of all candidates; `left`: those that may be headings."""
    taken = {x.start: x for x in chosen}
    may = {x.start for x in left}
    found = []
    for _, group in groupby(candidates, key=lambda x: x.index):
        readings = sorted(group, key=lambda x: -x.weight)
        start = readings[0].start
        if start in taken:
            readings = [taken[start], *readings]
        found.append(Place(tuple(readings), start in taken, start not in may))
    return found


def judge_heading(traits: Iterable[str]) -> float:
    """Return how likely traits make a heading, from 0 to 1."""
    weights = _weights()
    total = math.fsum(weights.get(x, 0.0) for x in ("always", *{*traits}))
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


@cache
def _weights() -> dict[str, float]:
    return {x["trait"]: float(x["weight"]) for x in read_rows("heading_weights.tsv")}


def read_traits(
    text: str, paragraphs: Sequence[Paragraph], places: Sequence[Place], lists: int
) -> list[tuple[str, ...]]:
    """Return what each place shows that speaks for a heading, or against one."""
    looks = _read_looks(places)
    by_index = {x.best.index: x for x in places}
    taken = [i for i, x in enumerate(places) if x.taken]
    found = []
    for at, place in enumerate(places):
        shown = [
            *_own_traits(text, place, paragraphs[place.best.index], lists),
            *_family_traits(place, looks[_look(place.best)]),
            *_neighbour_traits(text, place, paragraphs, by_index),
            *_order_traits(places, at, taken),
            f"at-{_step(place.best.start / len(text), (0.03, 0.1, 0.3, 0.9, 0.97))}",
        ]
        if place.taken:
            shown += ["taken", *(f"taken+{x}" for x in shown)]
        found.append(tuple(shown))
    return found


def _step(value: float, edges: tuple[float, ...]) -> int:
    return sum(value >= x for x in edges)


def _look(x: Candidate) -> tuple[str, str]:
    """Return how a place looks: its style and the manner of its number."""
    return x.style, x.number.scheme.split(":")[0] if x.number else "none"


def _read_looks(places: Sequence[Place]) -> dict[tuple[str, str], _Look]:
    alike: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, x in enumerate(places):
        alike[_look(x.best)].append(at)
    found = {}
    for look, members in alike.items():
        all_ = [places[i].best for i in members]
        size = len(all_)
        after = [i for i in members if i and _look(places[i - 1].best) == look]
        found[look] = _Look(
            size,
            sum(places[i].taken for i in members),
            sum(x.told for x in all_) / size,
            sum(x.heads_text for x in all_) / size,
            sum(x.alone for x in all_) / size,
            sum(places[i].best.index - places[i - 1].best.index == 1 for i in after)
            / size,
            len({x.standing for x in all_ if x.standing}),
        )
    return found


def _own_traits(
    text: str, place: Place, paragraph: Paragraph, lists: int
) -> Iterator[str]:
    """Yield how a heading is set off and how it reads."""
    x = place.best
    title = x.title(text)
    words = title.split()
    yield f"style-{x.style}"
    yield f"number-{_look(x)[1]}"
    yield from (name for field, name in _FLAGS if getattr(x, field))
    yield f"standing-{x.standing or 'none'}"
    yield f"weight-{_step(x.weight, (0.5, 1, 1.5, 2, 2.5, 3, 4))}"
    yield f"words-{_step(len(words), (1, 2, 3, 5, 8, 12, 20))}"
    last = text[paragraph.end - 1]
    yield f"ends-{last if last in _MARKS else 'word'}"
    long = [w for w in words if len(w) > 3]
    share = sum(w[0].isupper() for w in long) / max(1, len(long))
    yield f"capitalised-{_step(share, (0.2, 0.5, 0.8, 1))}"
    if x.number:
        yield "closed" if x.number.closed else "open"
    yield from _word_signs(title)
    signs = {
        "small-first": title[:1].islower(),
        "capitals": title.isupper(),
        "bullet": text[paragraph.start] in _BULLETS,
        "column": paragraph.first.column > 0,
        "table": paragraph.first.table is not None,
        "ruled-out": place.ruled_out,
        "above-lists": x.start < lists,
        "worded": x.number is not None and x.number.worded,
        "counts": any(r.number and r.number.scheme == "int" for r in place.readings),
        "lines": len(paragraph.lines) > 1,
    }
    yield from (name for name, holds in signs.items() if holds)


def _word_signs(title: str) -> Iterator[str]:
    if _TITLED.search(title):
        yield "titled"
    if _TELLS.search(title):
        yield "tells"
    if "," in title:
        yield "comma"
    if _FIGURES.search(title):
        yield "figures"


def _family_traits(place: Place, look: _Look) -> Iterator[str]:
    """Yield how many places look alike, and what they are like."""
    others = look.size - 1
    share = (look.taken - place.taken) / others if others else -1.0
    yield f"family-{_step(look.size, (1, 2, 3, 5, 8, 15, 30))}"
    yield f"family-taken-{_step(share, (0, 0.01, 0.3, 0.6, 0.9))}"
    yield f"family-standing-{_step(look.standing, (1, 2, 3, 5))}"
    yield f"family-told-{_step(look.told, (0.05, 0.2, 0.5))}"
    yield f"family-text-{_step(look.text, (0.2, 0.5, 0.8))}"
    yield f"family-close-{_step(look.close, (0.1, 0.3, 0.6))}"
    yield f"family-alone-{_step(look.alone, (0.3, 0.7, 0.99))}"


def _neighbour_traits(
    text: str,
    place: Place,
    paragraphs: Sequence[Paragraph],
    by_index: dict[int, Place],
) -> Iterator[str]:
    """Yield what stands right above and right below."""
    index = place.best.index
    here = paragraphs[index]
    for side, at in (("above", index - 1), ("below", index + 1)):
        other = by_index.get(at)
        if other:
            yield f"{side}-heading"
            if _look(other.best) == _look(place.best):
                yield f"{side}-same"
            if other.taken:
                yield f"{side}-taken"
    below = by_index.get(index + 1)
    if below and below.best.number and below.best.number.value == 1:
        yield "below-first"
    if index + 1 < len(paragraphs):
        yield from _below(text, here, paragraphs[index + 1])
    else:
        yield "last"
    if index:
        yield from _above(text, paragraphs[index - 1], here)


def _below(text: str, here: Paragraph, other: Paragraph) -> Iterator[str]:
    yield f"below-length-{_step(other.end - other.start, (20, 60, 120, 300))}"
    yield f"below-gap-{_step(other.first.row - here.lines[-1].row, (1, 2, 3))}"
    if text[other.start] in _BULLETS:
        yield "below-bullet"
    if text[other.start].islower():
        yield "below-small"


def _above(text: str, other: Paragraph, here: Paragraph) -> Iterator[str]:
    last = text[other.end - 1]
    end = "stop" if last in ".!?" else "colon" if last == ":" else "word"
    yield f"above-ends-{end}"
    yield f"above-length-{_step(other.end - other.start, (20, 60, 120))}"
    yield f"above-gap-{_step(here.first.row - other.lines[-1].row, (1, 2, 3))}"


def _order_traits(
    places: Sequence[Place], at: int, taken: Sequence[int]
) -> Iterator[str]:
    """Yield where a place stands among those that the rules took."""
    before, after = bisect_left(taken, at), bisect_right(taken, at)
    one = places[taken[before - 1]].best.number if before else None
    other = places[taken[after]].best.number if after < len(taken) else None
    here = places[at].best.number
    yield "first" if not before else "behind" if after == len(taken) else "inside"
    if one and here and one.scheme == here.scheme:
        yield f"step-{max(-2, min(4, here.value - one.value))}"
    if one and other and one.scheme == other.scheme:
        yield f"amid-{min(3, other.value - one.value)}"
