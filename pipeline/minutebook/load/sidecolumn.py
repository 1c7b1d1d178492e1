"""Finds the column of titles that a page sets beside its text."""

from __future__ import annotations

from collections import Counter
from statistics import median

from minutebook.load.lines import Row
from minutebook.load.page import Word

NEAR = 3.0  # points by which what stands in one column is out of line
EXACT = 1.5  # points by which lines begin out of line
LEAST = 3  # titles that show that they stand beside the text
PROSE = 30  # characters of a line of text, on average
BESIDE = 60.0  # points from where titles begin to the text beside them
SET_IN = 45.0  # points by which the lines of a list are set in
ACROSS = 0.3  # of the lines of text that stand under titles, not beside them
MOST = 0.3  # of all lines of text that stand beside titles, at least
COMMON = 3  # places at which most lines of text begin
NUMBERS = 0.1  # of the lines of titles that begin with a number set out, at least
GUTTER = 0.45  # ems between a title and the text beside it, at least


class TitlesBeside(list[float]):
    """Where two columns begin: titles, and the text that stands beside them."""


def may_have_titles_beside(rows: list[Row]) -> bool:
    """Tell whether lines of a page begin far left of where most of its text does."""
    prose = _count_prose(rows)
    if not prose:
        return False
    text = max(x for x, _ in prose.most_common(COMMON))
    lefts = (x[0].left for x in (row.segments() for row in rows) if x)
    return any(left < text - BESIDE for left in lefts)


def find_titles_beside(pages: list[list[Row]]) -> TitlesBeside | None:
    """Return where titles on the left and the text beside them begin, if they do.

    Nearly all lines of the text begin at one place, far in from where titles do.
    """
    rows = [row for page in pages for row in page if row.table is None]
    prose = _count_prose(rows)
    for text, _ in prose.most_common(COMMON):
        titled = [i for i, row in enumerate(rows) if _is_titled(row, text)]
        if len(titled) < LEAST:
            continue
        inside = _count_prose(rows[titled[0] :])
        across = sum(n for x, n in inside.items() if x < text - SET_IN)
        beside = inside.total() - across
        if across <= ACROSS * inside.total() and beside >= MOST * prose.total():
            return TitlesBeside([_left_edge([rows[i] for i in titled]), text])
    return None


def _left_edge(titled: list[Row]) -> int:
    """Return where titles begin, numbers that stand before them included."""
    lefts = Counter(round(row.segments()[0].left) for row in titled)
    home = median(lefts.elements())
    near = [
        x for x, n in lefts.items() if x > home - SET_IN and n >= NUMBERS * len(titled)
    ]
    return min(near, default=round(home))


def _is_titled(row: Row, text: float) -> bool:
    """Tell whether a line holds a title and text that begins at a place beside it."""
    pieces = row.segments()
    if len(pieces) < 2 or abs(pieces[1].left - text) > NEAR:
        return False
    return pieces[0].left < text - BESIDE


def _count_prose(rows: list[Row]) -> Counter[int]:
    """Return how many lines of running text begin at each place."""
    return Counter(
        round(x.left)
        for row in rows
        if row.table is None
        for x in row.segments()
        if len(x.text) >= PROSE and not x.furniture
    )


def part_line(line: list[Word], beside: float) -> tuple[list[Word], ...]:
    """Return the words of a line that stand in the column of titles, and the others.

    The line is left whole where it runs through both.
    """
    cut = next((i for i, w in enumerate(line) if w[1] > beside - EXACT), len(line))
    if not 0 < cut < len(line) or line[cut][1] > beside + SET_IN:
        return (line,)
    gap = line[cut][1] - max(w[2] for w in line[:cut])
    if gap < GUTTER * line[cut][3]:
        return (line,)
    return line[:cut], line[cut:]
