"""Judges which of the places where an item may begin are headings, by learned weights.

The rules choose first; what they chose, and what they left, is then weighed by what it
shows: how it is set off, how it reads, what stands above and below, how many look alike
and how many of those the rules took. Traits that speak for a heading the rules took
count apart from those of one they left.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from bisect import bisect_right as _step
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import NamedTuple

from minutebook.certainty import likelihood, weights_in
from minutebook.grammar.anchors import fold_case
from minutebook.grammar.leaps import leaping
from minutebook.grammar.paragraphs import Paragraph
from minutebook.segment.candidates import Candidate
from minutebook.segment.runs import Entry, read_runs
from minutebook.segment.titles import heads_no_item

_ADDED, _KEPT = 0.48, 0.25  # how likely a heading is that rules left, that they took
_LEVELS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_LEAST_SIBLINGS = 3  # headings of one level that show it to be that of items
_LEAST_BESIDE = 0.08  # how likely a numbered part is that stands beside a heading
_TAKEN = "taken+"
_TOLD_ONCE = ("word-", "opens-", "text-", "run-")  # the same, taken or left
_BULLETS = frozenset("•●▪*–-◦○")
_MARKS = frozenset(".;:,?!)")
_TITLED = leaping(r"\b(?:Mr|Mrs|Ms|Cllr|Councillor|Dr)\b")
_TELLS = leaping(
    r"\b(?:was|were|is|are|had|has|will|to|moved|seconded|said|noted|agreed|reported"
    r"|approved|motion|carried)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[A-Za-z]{2,24}")
_MOST_WORDS = 10  # of a heading: the words of a longer one tell nothing
_REACH = 1500  # characters of its text that are looked through
_DECIDES = (
    *("resolved", "agreed", "approved", "moved", "seconded", "proposed", "carried"),
    *("noted", "adopted", "accepted", "elected", "appointed", "recommended"),
)
_JOINING = frozenset(("of", "the", "and", "for", "to", "in", "a", "by", "with", "from"))
_FIGURES = re.compile(r"[£$€\d](?:(?<!\d)|\d\d)")  # a search leaps to the first
_FLAGS = (
    ("alone", "alone"),
    ("heads_text", "heads-text"),
    ("told", "told"),
    ("dated", "dated"),
    ("labels", "labels"),
    ("listed", "listed"),
)


class Place(NamedTuple):
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
    taken = [x.taken for x in places]
    firm = [x.taken and _is_certain(x.best) for x in places]
    traits = read_traits(text, paragraphs, places, lists, firm)
    likely = [
        1.0 if stands else 0.0 if _tells(y) else judge_heading(x, taken=y.taken)
        for x, y, stands in zip(traits, places, firm, strict=True)
    ]
    headings = find_headings(taken, firm, likely)
    headings = _with_siblings(text, places, headings)
    headings = with_neighbours(places, headings, likely)
    return [x.best for x, holds in zip(places, headings, strict=True) if holds]


def _tells(place: Place) -> bool:
    """Say whether the rules left a place whose long words tell what somebody did."""
    x = place.best
    return not place.taken and x.told and x.title_end - x.title_start > _LONGEST_TOLD


_LONGEST_TOLD = 150  # characters


def _is_certain(x: Candidate) -> bool:
    """Say whether a number shows a heading, or the label of a web page behind it."""
    return x.number is not None or x.style == "web"


def _with_siblings(
    text: str, places: Sequence[Place], headings: list[bool]
) -> list[bool]:
    """Return the headings with those of a level of which most are headings."""
    starts = [x.best.start for x, holds in zip(places, headings, strict=True) if holds]
    levels: dict[str, list[int]] = defaultdict(list)
    for at, place in enumerate(places):
        if place.best.style in _LEVELS and place.best.alone:
            levels[place.best.style].append(at)
    found = list(headings)
    for members in levels.values():
        kept = sum(headings[i] for i in members)
        if kept < _LEAST_SIBLINGS or 3 * kept < 2 * len(members):
            continue
        titles = Counter(places[i].best.title(text).lower() for i in members)
        for i in members:
            x = places[i].best
            title = x.title(text)
            amid = starts[0] < x.start < starts[-1] and titles[title.lower()] == 1
            found[i] = found[i] or (amid and not heads_no_item(title))
    return found


def with_neighbours(
    places: Sequence[Place], headings: list[bool], likely: Sequence[float]
) -> list[bool]:
    """Return the headings with the numbered parts next to one that is a heading.

    Under "III. HEARINGS" the weights took "2. Fees": then "1. Borders" is one as well.
    """
    parts: list[list[int]] = [[]]  # of each heading of the rules
    for at, place in enumerate(places):
        if place.taken:
            parts.append([])
        elif (n := place.best.number) and n.scheme.startswith(("int", "dec:")):
            parts[-1].append(at)
    found = list(headings)
    for run in parts:
        values = {i: (n.scheme, n.value) for i in run if (n := places[i].best.number)}
        held = {values[i] for i in run if headings[i]}
        for i in run:
            x = places[i].best
            scheme, value = values[i]
            beside = (scheme, value - 1) in held or (scheme, value + 1) in held
            again = values[i] in held
            fits = likely[i] > _LEAST_BESIDE and x.alone and not x.told
            found[i] = found[i] or (beside and fits and not again)
    return found


def find_headings(
    taken: Sequence[bool], firm: Sequence[bool], likely: Sequence[float]
) -> list[bool]:
    """Return which places are headings, by how likely each is one.

    What is firm stands: the rules took it for its number, which counts on. What else
    they took stands where nothing else does.

    >>> find_headings([True, True, False], [True, False, False], [0.1, 0.1, 0.5])
    [True, False, True]
    >>> find_headings([True, False], [False, False], [0.1, 0.1])
    [True, False]
    """
    found = [
        stands or how > (_KEPT if ruled else _ADDED)
        for ruled, stands, how in zip(taken, firm, likely, strict=True)
    ]
    return found if any(found) else list(taken)


def find_places(
    candidates: Sequence[Candidate],
    chosen: Iterable[Candidate],
    left: Iterable[Candidate],
) -> list[Place]:
    """Return the places of all candidates; `left`: those that may be headings."""
    taken = {x.start: x for x in chosen}
    may = {x.start for x in left}
    found = []
    last: dict[str, int] = {}  # the last number of each scheme
    for _, group in groupby(candidates, key=lambda x: x.index):
        readings = sorted(group, key=lambda x: (-x.weight, *_leap(x, last)))
        last |= {x.number.scheme: x.number.value for x in readings if x.number}
        start = readings[0].start
        if start in taken:
            readings = [taken[start], *readings]
        found.append(Place(tuple(readings), start in taken, start not in may))
    return found


def _leap(x: Candidate, last: dict[str, int]) -> tuple[bool, int]:
    """Return whether a number goes on from none, and how far along it is.

    "v" behind "iv" is the fifth, not the twenty-second, and so it is alone.
    """
    if x.number is None:
        return True, 0
    return last.get(x.number.scheme) != x.number.value - 1, x.number.value


def judge_heading(traits: Iterable[str], *, taken: bool) -> float:
    """Return how likely traits make a heading, from 0 to 1."""
    always, weights = _weights()[taken]
    total = always + sum(filter(None, map(weights.get, traits)))
    return likelihood(total)


@cache
def _weights() -> tuple[tuple[float, dict[str, float]], ...]:
    """Return the weights for what the rules left, and for what they took."""
    table = weights_in("heading_weights.tsv")
    both = dict(table)
    for trait in [x for x in table if x.startswith(_TAKEN)]:
        plain = trait.removeprefix(_TAKEN)
        both[plain] = both.get(plain, 0.0) + table[trait]
    always = table["always"]
    return (always, table), (always + table.get("taken", 0.0), both)


def mark_taken(traits: tuple[str, ...]) -> tuple[str, ...]:
    """Return the traits of a place that the rules took: they count apart as well.

    >>> mark_taken(("alone", "word-paths"))
    ('alone', 'word-paths', 'taken', 'taken+alone')
    """
    apart = [x for x in traits if not x.startswith(_TOLD_ONCE)]
    return (*traits, "taken", *(f"{_TAKEN}{x}" for x in apart))


def read_traits(
    text: str,
    paragraphs: Sequence[Paragraph],
    places: Sequence[Place],
    lists: int,
    firm: Sequence[bool] = (),
) -> list[tuple[str, ...]]:
    """Return what each place shows that speaks for a heading, or against one.

    What is firm is a heading whatever speaks against it: of that nothing is told.
    """
    bests = [x.readings[0] for x in places]
    seen = [_look(x) for x in bests]
    looks = _read_looks(places, seen)
    by_index = {x.index: i for i, x in enumerate(bests)}
    taken = [i for i, x in enumerate(places) if x.taken]
    asked = zip(seen, (x.taken for x in places), strict=True)
    families = {
        (look, ruled): tuple(_family_traits(looks[look], ruled=ruled))
        for look, ruled in {*asked}
    }
    size = len(text)
    entries = _read_entries(text, places)
    runs = read_runs(entries)
    again = _read_again(text, bests)
    return [
        ()
        if firm and firm[at]
        else (
            *_own_traits(text, place, paragraphs[best.index], lists, look),
            *families[look, place.taken],
            *_neighbour_traits(text, best.index, paragraphs, places, seen, by_index),
            *_order_traits(places, at, taken),
            *_text_traits(text, paragraphs, best, entries[at]),
            *runs[at],
            *again[at],
            f"at-{_step((0.03, 0.1, 0.3, 0.9, 0.97), best.start / size)}",
        )
        for at, (place, best, look) in enumerate(zip(places, bests, seen, strict=True))
    ]


def _read_again(text: str, bests: Sequence[Candidate]) -> list[tuple[str, str]]:
    """Return how often the words of each place come, and whether words of its like do.

    What comes under one item after another divides them: "Proposal", "Discussion".
    """
    words = [(x.style, text[x.title_start : x.title_end].lower()) for x in bests]
    often = Counter(words)
    sizes = Counter(style for style, _ in words)
    twice = Counter(x[0] for x in words if often[x] > 1)
    shares = {x: _step((0.001, 0.3), twice[x] / size) for x, size in sizes.items()}
    return [
        (f"again-{min(3, often[x])}", f"family-again-{shares[x[0]]}") for x in words
    ]


def _read_entries(text: str, places: Sequence[Place]) -> list[Entry]:
    """Return the places with what the text of each is like, up to the next one."""
    starts = [*(x.best.start for x in places[1:]), len(text)]
    folded = fold_case(text)
    found = []
    for place, end in zip(places, starts, strict=False):
        begin = place.best.body_start
        words = folded[begin : min(end, begin + _REACH)]
        length = max(0, end - begin)
        found.append(Entry(place.best, place.taken, length, _decides(words)))
    return found


def _decides(words: str) -> bool:
    """Say whether words of deciding stand in a text in small letters."""
    for word in _DECIDES:  # noqa: SIM110 - asked too often for a generator
        if word in words:
            return True
    return False


def _text_traits(
    text: str, paragraphs: Sequence[Paragraph], x: Candidate, entry: Entry
) -> Iterator[str]:
    """Yield the words of a heading, how its text begins and how long it is."""
    yield f"text-{_step((5, 60, 200, 600, 2000), entry.length)}"
    if entry.decides:
        yield "text-decides"
    words = _WORD.findall(text[x.title_start : x.title_end].lower())
    if len(words) <= _MOST_WORDS:
        yield from [f"word-{w}" for w in {*words}]
    begin = x.body_start
    if x.alone and x.index + 1 < len(paragraphs):
        begin = paragraphs[x.index + 1].start
    opens = _WORD.search(text, begin, begin + 40)
    if opens:
        yield f"opens-{opens[0]}".lower()


def _look(x: Candidate) -> tuple[str, str]:
    """Return how a place looks: its style and the manner of its number."""
    return x.style, x.number.scheme.split(":")[0] if x.number else "none"


def _read_looks(
    places: Sequence[Place], seen: Sequence[tuple[str, str]]
) -> dict[tuple[str, str], _Look]:
    alike: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, look in enumerate(seen):
        alike[look].append(at)
    found = {}
    for look, members in alike.items():
        all_ = [places[i].best for i in members]
        size = len(all_)
        after = [i for i in members if i and seen[i - 1] == look]
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
    text: str, place: Place, paragraph: Paragraph, lists: int, look: tuple[str, str]
) -> Iterator[str]:
    """Yield how a heading is set off and how it reads."""
    x = place.readings[0]
    title = x.title(text)
    words = title.split()
    yield f"style-{x.style}"
    yield f"number-{look[1]}"
    yield from [name for field, name in _FLAGS if getattr(x, field)]
    yield f"standing-{x.standing or 'none'}"
    yield f"weight-{_step((0.5, 1, 1.5, 2, 2.5, 3, 4), x.weight)}"
    yield f"words-{_step((1, 2, 3, 5, 8, 12, 20), len(words))}"
    last = text[paragraph.end - 1]
    yield f"ends-{last if last in _MARKS else 'word'}"
    long = [w for w in words if len(w) > 3]
    share = sum([w[0].isupper() for w in long]) / max(1, len(long))
    yield f"capitalised-{_step((0.2, 0.5, 0.8, 1), share)}"
    if x.number:
        yield "closed" if x.number.closed else "open"
    yield from _word_signs(title)
    first = paragraph.lines[0]
    signs = (
        ("small-first", title[:1].islower()),
        ("unfinished", words[-1].lower() in _JOINING),
        ("capitals", title.isupper()),
        ("bullet", text[paragraph.start] in _BULLETS),
        ("column", first.column > 0),
        ("table", first.table is not None),
        ("ruled-out", place.ruled_out),
        ("above-lists", x.start < lists),
        ("worded", x.number is not None and x.number.worded),
        ("counts", _is_counting(place)),
        ("lines", len(paragraph.lines) > 1),
    )
    yield from [name for name, holds in signs if holds]


def _is_counting(place: Place) -> bool:
    """Say whether a number of a place can be read as a plain one."""
    for x in place.readings:  # noqa: SIM110 - asked too often for a generator
        if x.number and x.number.scheme == "int":
            return True
    return False


def _word_signs(title: str) -> Iterator[str]:
    if _TITLED.search(title):
        yield "titled"
    if _TELLS.search(title):
        yield "tells"
    if "," in title:
        yield "comma"
    if _FIGURES.search(title):
        yield "figures"


def _family_traits(look: _Look, *, ruled: bool) -> Iterator[str]:
    """Yield how many places look alike, and what they are like."""
    others = look.size - 1
    share = (look.taken - ruled) / others if others else -1.0
    yield f"family-{_step((1, 2, 3, 5, 8, 15, 30), look.size)}"
    yield f"family-taken-{_step((0, 0.01, 0.3, 0.6, 0.9), share)}"
    yield f"family-standing-{_step((1, 2, 3, 5), look.standing)}"
    yield f"family-told-{_step((0.05, 0.2, 0.5), look.told)}"
    yield f"family-text-{_step((0.2, 0.5, 0.8), look.text)}"
    yield f"family-close-{_step((0.1, 0.3, 0.6), look.close)}"
    yield f"family-alone-{_step((0.3, 0.7, 0.99), look.alone)}"


def _neighbour_traits(
    text: str,
    index: int,
    paragraphs: Sequence[Paragraph],
    places: Sequence[Place],
    seen: Sequence[tuple[str, str]],
    by_index: dict[int, int],
) -> Iterator[str]:
    """Yield what stands right above and right below a paragraph."""
    here = paragraphs[index]
    look = seen[by_index[index]]
    above, below = by_index.get(index - 1), by_index.get(index + 1)
    for side, other in (("above", above), ("below", below)):
        if other is not None:
            yield f"{side}-heading"
            if seen[other] == look:
                yield f"{side}-same"
            if places[other].taken:
                yield f"{side}-taken"
    number = None if below is None else places[below].readings[0].number
    if number and number.value == 1:
        yield "below-first"
    if index + 1 < len(paragraphs):
        yield from _below(text, here, paragraphs[index + 1])
    else:
        yield "last"
    if index:
        yield from _above(text, paragraphs[index - 1], here)


def _below(text: str, here: Paragraph, other: Paragraph) -> Iterator[str]:
    yield f"below-length-{_step((20, 60, 120, 300), other.end - other.start)}"
    yield f"below-gap-{_step((1, 2, 3), other.lines[0].row - here.lines[-1].row)}"
    if text[other.start] in _BULLETS:
        yield "below-bullet"
    if text[other.start].islower():
        yield "below-small"


def _above(text: str, other: Paragraph, here: Paragraph) -> Iterator[str]:
    last = text[other.end - 1]
    end = "stop" if last in ".!?" else "colon" if last == ":" else "word"
    yield f"above-ends-{end}"
    yield f"above-length-{_step((20, 60, 120), other.end - other.start)}"
    yield f"above-gap-{_step((1, 2, 3), here.lines[0].row - other.lines[-1].row)}"


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
