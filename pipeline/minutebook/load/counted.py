"""Tells the numbers that count the lines of a page from those of its words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from minutebook.load.lines import group_rows
from minutebook.load.page import Word

LEFT_OUT = "line numbers left out"
LEAST = 12  # lines counted, one after the other, before they are taken for that
FEW = 3  # of them, on a page behind another whose lines are counted
MOSTLY = 0.9  # of the lines that bear words
MOST_FIGURES = 5
NEAR = 3.0  # points by which the numbers of a column begin or end out of line
_COUNT = re.compile(r"[ \t]{0,12}(\d{1,5})(?:[ \t]|$)")


def drop_counts(pages: list[list[str]]) -> list[list[str]] | None:
    """Return lines without the numbers that count them; None where none do.

    >>> page = [f"{n:>3}  Cllr Penrose spoke." for n in range(1, 20)]
    >>> drop_counts([page])[0][7]
    '     Cllr Penrose spoke.'
    >>> drop_counts([["1 Apologies", "2 Finance", "The clerk spoke."] * 9]) is None
    True
    """
    matches = [[_COUNT.match(x) for x in page if x.strip()] for page in pages]
    values = [int(x[1]) if x else None for page in matches for x in page]
    if not _count_on(values):
        return None
    return [[_COUNT.sub(_blank, x, count=1) for x in page] for page in pages]


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _count_on(values: Sequence[int | None], least: int = LEAST) -> bool:
    """Tell whether nearly each line is counted one on from the line before it."""
    steps = sum(
        a is not None and b is not None and (b == a + 1 or b == 1 < a)
        for a, b in pairwise(values)
    )
    return steps >= least and steps >= MOSTLY * (len(values) - 1)


def drop_counting_words(words: list[Word], least: int = LEAST) -> list[Word]:
    """Return the words of a page without a column of numbers that count its lines.

    Fewer than `least` are chance.

    The column stands to the left of all other words; lines may bear no more than it.
    Its numbers begin under one another or end so.
    """
    counts = [x for x in map(_leading_count, group_rows(words)) if x]
    if len(counts) <= least:
        return words
    sides = ([x[-1][2] for x in counts], [x[0][1] for x in counts])
    counts = max((_in_line(counts, side) for side in sides), key=len)
    if not _count_on([int("".join(w[4] for w in x)) for x in counts], least):
        return words
    right = max(x[-1][2] for x in counts)
    top, bottom = counts[0][0][0], counts[-1][0][0]
    dropped = {id(w) for x in counts for w in x}
    others = [w for w in words if id(w) not in dropped]
    beside = any(w[1] < right and top <= w[0] <= bottom for w in others)
    return words if beside else others


def _in_line(counts: list[list[Word]], places: list[float]) -> list[list[Word]]:
    """Return the numbers whose place is that of most."""
    middle = median(places)
    near = zip(counts, places, strict=True)
    return [x for x, place in near if abs(place - middle) < NEAR]


def _leading_count(row: list[Word]) -> list[Word]:
    """Return the words, figures set apart among them, of a number before a line."""
    found: list[Word] = []
    for word in row:
        apart = bool(found) and word[1] - found[-1][2] > 0.25 * word[3]
        if apart or not word[4].strip().isdecimal() or len(found) > MOST_FIGURES:
            return found if apart else []
        found.append(word)
    return found
