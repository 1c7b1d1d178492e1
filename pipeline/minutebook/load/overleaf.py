"""Tells what of a table goes on overleaf."""

from __future__ import annotations

from minutebook.load.lines import Row, Segment
from minutebook.load.stacking import NUMBERED
from minutebook.load.titledrows import reads_on

LOWEST = 1.6  # ems above the lowest line of a page: the title in a cell ended before
SAME = 4.0  # points: columns of two pages that agree so far are one


def is_one_table(above: Row, below: Row) -> bool:
    """Tell whether rows of two pages have the same columns."""
    if above.table is None or below.table is None:
        return False
    if len(above.lefts) != len(below.lefts):
        return False
    return all(abs(a - b) < SAME for a, b in zip(above.lefts, below.lefts, strict=True))


def plain_rest(above: Row, below: Row) -> None:
    """Set plain what is left overleaf of a title that the end of a page cuts.

    It opens nothing of its own; in the first of two columns it moves to the text
    beside it, which goes on overleaf too.
    """
    lowest = max(x.base for x in above.segments())
    for column, (ends, rest) in enumerate(zip(above.cells, below.cells, strict=False)):
        if ends and rest and _goes_on(ends, rest[0], lowest):
            for line in rest:
                line.bold, line.bold_to = False, 0
            if not column and len(below.lefts) == 2:
                beside = below.cells[1] if len(below.cells) > 1 else []
                below.cells = [[], rest + beside]


def _goes_on(ends: list[Segment], rest: Segment, lowest: float) -> bool:
    """Tell whether the bold lines of a cell may go on in a bold line overleaf."""
    last = ends[-1]
    if not (last.tail_bold and rest.head_bold and rest.bold):
        return False
    if lowest - last.base > LOWEST * last.size or NUMBERED.match(rest.text):
        return False
    edge = max(max(x.right for x in ends), last.limit - last.size)
    return rest.text[0].islower() or reads_on(last, rest, edge, overleaf=True)
