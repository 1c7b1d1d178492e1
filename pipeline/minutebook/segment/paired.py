"""Gives headings the numbers of the paragraphs that stand right below them.

Scottish councils and universities head the business in capitals and count the
paragraphs: "STAFFING", and below it "8. The Clerk advised ..." or "M8 REPORTED: ...".
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from minutebook.grammar.paragraphs import Paragraph
from minutebook.segment.candidates import Candidate
from minutebook.segment.numbers import ItemNumber, read_numbers

_LEAST = 3  # headings with a number below: with fewer it is chance
_LEAST_LIFTED = 2  # headings over their number where others stand beside it
_SET_OFF = ("h1", "h2", "h3", "h4", "h5", "h6", "bold", "capitals")
_SHARE = 0.7  # of the headings that have one, and of the steps that are of one


def number_headings(
    text: str, paragraphs: Sequence[Paragraph], chosen: list[Candidate]
) -> list[Candidate]:
    """Return the headings, each with the number that counts on right below it.

    Where the numbers count on so, a numbered paragraph among the chosen is no heading.
    """
    starts = [x.start for x in paragraphs]
    chosen = _with_left_out(text, paragraphs, starts, chosen)
    bare = [x for x in chosen if x.number is None]
    if len(bare) < _LEAST:
        return chosen
    below = {x.start: _below(text, paragraphs, starts, x) for x in bare}
    scheme = _common_scheme(below.values())
    found = {
        start: (number, at)
        for start, readings in below.items()
        for number, at in readings
        if number.scheme == scheme
    }
    if not _counts_on([found[x][0] for x in sorted(found)], len(bare)):
        return chosen
    taken = {at for _, at in found.values()}
    return [
        replace(x, number=found[x.start][0]) if x.start in found else x
        for x in chosen
        if x.start not in taken
    ]


def _with_left_out(
    text: str,
    paragraphs: Sequence[Paragraph],
    starts: list[int],
    chosen: list[Candidate],
) -> list[Candidate]:
    """Return the headings, a number that is left out given to that which stands there.

    "9 Planning", "AOCB" with "10" below it beside the text, "11 Next meeting".
    """
    found = list(chosen)
    for i, x in enumerate(chosen):
        last = chosen[i - 1].number if i else None
        after = chosen[i + 1].number if i + 1 < len(chosen) else None
        if x.number or not last or (after and after.value != last.value + 2):
            continue
        for number, _ in _below(text, paragraphs, starts, x):
            if _is_next(chosen[i - 1], number):
                found[i] = replace(x, number=number)
    return found


def lift_numbers(
    candidates: Sequence[Candidate], chain: list[Candidate]
) -> list[Candidate]:
    """Return a chain whose headings have the numbers that fell below some of them.

    In a PDF the number may stand halfway down its cell: "5. Grants" and "6. Rents" are
    headings in bold, then come "Roads" in bold and right below it "7. The Clerk ...".
    """
    style = Counter(x.style for x in chain).most_common(1)[0][0] if chain else "plain"
    if style not in _SET_OFF:
        return chain
    plain = {x.index: x for x in candidates if x.number and x.style != style}
    taken = {x.start for x in chain}
    last: Candidate | None = None
    lifted: dict[int, Candidate] = {}  # by the paragraph that holds the number
    for x in candidates:
        below = plain.get(x.index + 1)
        if x.number and x.style == style and x.start in taken:
            last = x
        elif x.number or x.style != style or not (x.alone and below and last):
            continue
        elif below.number and _is_next(last, below.number):
            last = lifted[below.index] = replace(x, number=below.number)
    if len(lifted) < _LEAST_LIFTED:
        return chain
    kept = [x for x in chain if x.index not in lifted]
    return sorted((*kept, *lifted.values()), key=lambda x: x.start)


def _is_next(last: Candidate, number: ItemNumber) -> bool:
    """Say whether a number is one more than that of an item, of the same scheme."""
    if last.number is None or last.number.scheme != number.scheme:
        return False
    return number.value == last.number.value + 1


_Readings = list[tuple[ItemNumber, int]]  # each with where its paragraph begins


def _below(
    text: str, paragraphs: Sequence[Paragraph], starts: list[int], x: Candidate
) -> _Readings:
    """Return the readings of the number that opens the paragraph below a heading."""
    at = bisect_left(starts, x.title_end)
    if not x.alone or at >= len(paragraphs):
        return []
    home = paragraphs[at]
    numbers = read_numbers(text, home.start, home.lines[0].end)
    beside = paragraphs[at + 1 : at + 2]  # what stands in the same row
    row = (home.first.page, home.first.row)
    shared = any((y.first.page, y.first.row) == row for y in beside)
    return [
        (n, home.start)
        for n in numbers
        if n.depth == 1 and (shared or n.end < home.end)
    ]


def _common_scheme(below: Iterable[_Readings]) -> str:
    """Return the scheme of which most headings have a number below them."""
    schemes = Counter(n.scheme for readings in below for n, _ in readings)
    return max(schemes, key=schemes.__getitem__, default="")


def _counts_on(numbers: list[ItemNumber], headings: int) -> bool:
    """Say whether most headings have a number, which counts on from one to the next."""
    if len(numbers) < max(_LEAST, _SHARE * headings):
        return False
    steps = [b.value - a.value for a, b in pairwise(numbers)]
    return min(steps) > 0 and steps.count(1) >= _SHARE * len(steps)
