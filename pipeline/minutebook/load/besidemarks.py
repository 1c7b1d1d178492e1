"""Finds the lines that marks in a margin on the right keep short."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from minutebook.load.lines import Row

RIGHT = 0.6  # of the width of a page: where a margin on the right may begin
LEAST = 3  # marks that stand under one another
SHORT = 25  # characters of a mark


def find_margin(pages: Iterable[tuple[float, list[Row]]]) -> float | None:
    """Return where marks beside the text begin, of pages given with their widths."""
    lefts = Counter(
        round(row.segments()[-1].left)
        for width, rows in pages
        for row in rows
        if row.table is None and _is_marked(row, RIGHT * width)
    )
    place, count = lefts.most_common(1)[0] if lefts else (0, 0)
    return float(place) if count >= LEAST else None


def _is_marked(row: Row, low: float) -> bool:
    found = row.segments()
    return len(found) > 1 and found[-1].left > low and len(found[-1].text) <= SHORT


def keep_short(rows: list[Row], margin: float) -> set[int]:
    """Return which rows, by their place, end before a margin that holds marks.

    They stand together with a row that has a mark: no text between runs on under it.
    """
    inside: set[int] = set()
    run: list[int] = []
    marked = False
    for place, row in enumerate(rows):
        found = row.segments()
        last = found[-1] if found else None
        begins = last is not None and abs(last.left - margin) < 2
        if last is not None and last.right > margin and not begins:
            inside.update(run if marked else ())
            run, marked = [], False
            continue
        run.append(place)
        marked = marked or (begins and len(found) > 1)
    inside.update(run if marked else ())
    return inside
