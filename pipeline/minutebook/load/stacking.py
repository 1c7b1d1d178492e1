"""Finds the rows of a table that plain text spreads over several lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

LEAST = 3  # rows of several lines in two columns that show that a text has tables
WORDED = 9  # characters that a line of text in a cell has on average, at least
MARK = 7  # characters of initials in a margin: "AB", "AB/TC"
RAGGED = 6  # characters by which lines of a column may be shorter than the longest
HANG = 5  # characters by which the lines of a list hang in their cell

# 4. | 12.3 | 31/24a | FC 07/2031 | 6)
_NUMBER = r"(?:[A-Z]{1,4}[ ./-]?)?\d{1,4}(?:[./-]\d{1,4}){0,3}[a-z]?[.):]?"
_KEY = re.compile(_NUMBER)
NUMBERED = re.compile(rf"{_NUMBER}\s")  # text that a number opens
_STARTS_ANEW = re.compile(r"[-*•·●▪]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]\s")

Cells = list[tuple[int, int, str]]  # column, where it starts, text


@dataclass(slots=True)
class Stack:
    """A row of a table: the line its number stands in, and those that go on in it."""

    key: int
    lines: list[int] = field(default_factory=list)
    cells: dict[int, list[tuple[int, str]]] = field(default_factory=dict)
    width: int = 0  # of the lines of text in its last column, where it is known

    def add(self, place: int, cells: Cells) -> None:
        """Put one line's cells under those of the row so far."""
        self.lines.append(place)
        for column, _, text in cells:
            if text.strip():
                self.cells.setdefault(column, []).append((place, text.strip()))

    @property
    def is_broad(self) -> bool:
        """Return whether two columns beside the number hold several lines of words."""
        return sum(_is_worded(x) for k, x in self.cells.items() if k) > 1

    @property
    def is_marked(self) -> bool:
        """Return whether its last column holds initials beside the lines they mean."""
        last = self.cells[max(self.cells)]
        return all(len(x) <= MARK and x.isupper() for _, x in last)


def _is_worded(lines: list[tuple[int, str]]) -> bool:
    """Tell whether a cell's lines are text, not initials in a margin."""
    return len(lines) > 1 and sum(len(x) for _, x in lines) >= WORDED * len(lines)


def find_stacks(rows: list[tuple[int, Cells]]) -> list[Stack]:
    """Return the rows that lines of a block make: (line number, its cells).

    A number in the first column opens a row; lines without that column go on in it.

    >>> rows = [(0, [(0, 0, "1"), (1, 6, "To sign the"), (2, 30, "The minutes")]),
    ...         (1, [(1, 6, "minutes"), (2, 30, "were signed.")]),
    ...         (2, [(0, 0, "2"), (1, 6, "To hear the"), (2, 30, "The clerk")]),
    ...         (3, [(1, 6, "clerk"), (2, 30, "spoke of the pond.")])]
    >>> [text for _, text in find_stacks(rows)[1].cells[1]]
    ['To hear the', 'clerk']
    """
    hung = _hung([cells for _, cells in rows])
    if hung:
        rows = [(i, [(hung.get(c, c), at, x) for c, at, x in y]) for i, y in rows]
    return [stack for stack in _stacks(rows) if not stack.is_marked]


def are_tables(stacks: list[Stack]) -> bool:
    """Return whether rows that the lines of a text make stand in tables.

    They do where two columns of text stand side by side in several: numbered
    paragraphs with initials in the margin are none.
    """
    return sum(stack.is_broad for stack in stacks) >= LEAST


def _hung(rows: list[Cells]) -> dict[int, int]:
    """Return the column that each one is part of whose text only hangs a little in it.

    >>> _hung([[(0, 0, "1"), (1, 6, "a) The clerk")], [(2, 9, "spoke.")]])
    {2: 1}
    """
    starts: dict[int, int] = {}
    beside: set[tuple[int, int]] = set()
    for cells in rows:
        columns = [column for column, _, _ in cells]
        beside.update(pairwise(columns))
        for column, start, _ in cells:
            starts[column] = min(start, starts.get(column, start))
    found: dict[int, int] = {}
    for left, right in pairwise(sorted(starts)):
        home = found.get(left, left)
        near = starts[right] - starts[home] <= HANG
        if near and home and not beside & {(left, right), (home, right)}:
            found[right] = home
    return found


def _stacks(rows: list[tuple[int, Cells]]) -> Iterator[Stack]:
    stack: Stack | None = None
    for place, cells in rows:
        if not cells:
            if stack:
                yield stack
            stack = None
        elif cells[0][0] == 0 and _KEY.fullmatch(cells[0][2].strip()):
            if stack:
                yield stack
            stack = Stack(place)
            stack.add(place, cells)
        elif cells[0][0] == 0:
            if stack:
                yield stack
            stack = None
        elif stack:
            stack.add(place, cells)
    if stack:
        yield stack


def wraps_into(before: tuple[int, str], after: tuple[int, str], width: int = 0) -> bool:
    """Return whether one line of a cell goes on in the next: (line number, text).

    Where the width of the column is known, the next word had no room in the line.

    >>> wraps_into((4, "To sign the"), (5, "minutes"))
    True
    >>> wraps_into((4, "To sign the minutes"), (5, "a) of May"))
    False
    """
    near = after[0] - before[0] == 1
    if near and width:
        first = after[1].split(None, 1)[0]
        near = len(before[1]) + 1 + len(first) > width - RAGGED
    return near and not _STARTS_ANEW.match(after[1])
