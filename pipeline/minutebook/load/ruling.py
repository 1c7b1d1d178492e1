"""Finds the tables that lines are drawn around."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from itertools import pairwise

from minutebook.load.lines import Row
from minutebook.load.page import BOLD, Rect, Word

NEAR = 3.0  # points within which two drawn lines meet
SHORT = 6.0  # a rule shorter than this is a mark, not a side of a cell
MAX_LINES = 3_000
UNDER = 0.3  # ems from a line of text to the rule that underlines it, at most
MOSTLY = 0.85  # of a line that is underlined
THIN = 2.0
LARGEST = 40.0  # points: no larger word is looked for above a rule
MAX_NEAR = 400  # words looked at above one rule
SIDES = 3  # of columns that end together: a table is cut there


@dataclass
class Cell:
    """One cell of a grid and the words in it."""

    left: float
    top: float
    right: float
    bottom: float
    row: int
    words: list[Word] = field(default_factory=list)
    turned: list[tuple[Rect, Word]] = field(default_factory=list)


@dataclass
class Grid:
    """A ruled table: cells by row, from the left."""

    left: float
    top: float
    right: float
    bottom: float
    rows: list[list[Cell]]

    def cell_at(self, x: float, y: float) -> Cell | None:
        """Return the cell around a point."""
        for row in self.rows:
            for cell in row:
                if cell.left <= x < cell.right and cell.top <= y < cell.bottom:
                    return cell
        return None


def find_grids(rules: list[Rect]) -> list[Grid]:
    """Return the ruled tables of a page, from the top."""
    across = _merge([(t + b) / 2, le, r] for le, t, r, b in rules if r - le > SHORT)
    down = _merge([(le + r) / 2, t, b] for le, t, r, b in rules if b - t > SHORT)
    if len(down) < 2 or len(across) + len(down) > MAX_LINES:
        return []
    across = sorted(across + _open_ends(across, down))
    if len(across) < 2:
        return []
    grids = [_grid(a, d) for a, d in _components(across, down)]
    found = [g for g in grids if g and max(len(r) for r in g.rows) > 1]
    return sorted(found, key=lambda g: g.top)


def mark_underlined(rows: list[Row], rules: list[Rect]) -> None:
    """Make lines bold that a rule no longer than themselves runs under."""
    thin = sorted((t, le, r) for le, t, r, b in rules if b - t <= THIN and r > le)
    if not thin or len(thin) > MAX_LINES:
        return
    heights = [x[0] for x in thin]
    for line in (s for row in rows for s in row.segments() if not s.bold):
        first = bisect_left(heights, line.base)
        last = bisect_right(heights, line.base + UNDER * line.size)
        drawn = sum(
            right - left
            for _, left, right in thin[first:last]
            if left > line.left - NEAR and right < line.right + NEAR
        )
        line.bold = drawn > MOSTLY * (line.right - line.left)


def underline_words(words: list[Word], rules: list[Rect]) -> list[Word]:
    """Return the words, those bold that a rule runs under from end to end.

    It may underline a part of a line, a heading before its text; the border of a cell
    runs beyond the words above it.
    """
    thin = [x for x in rules if x[3] - x[1] <= THIN and x[2] - x[0] > NEAR]
    if not thin or len(thin) > MAX_LINES:
        return words
    places = sorted(range(len(words)), key=lambda i: words[i][0])
    bases = [words[i][0] for i in places]
    found = list(words)
    for left, top, right, _ in thin:
        low, high = bisect_left(bases, top - UNDER * LARGEST), bisect_right(bases, top)
        above = [
            i
            for i in places[low : min(high, low + MAX_NEAR)]
            if top - words[i][0] <= UNDER * words[i][3]
            and left < (words[i][1] + words[i][2]) / 2 < right
        ]
        if not above:
            continue
        first, last = min(words[i][1] for i in above), max(words[i][2] for i in above)
        if abs(first - left) < NEAR and abs(last - right) < NEAR:
            for i in above:
                found[i] = (*words[i][:5], words[i][5] | BOLD)
    return found


def _merge(lines: object) -> list[list[float]]:
    """Return lines [at, from, to] with pieces of one line put together."""
    groups: list[list[list[float]]] = []
    for line in sorted(lines):  # type: ignore[call-overload]
        if groups and line[0] - groups[-1][0][0] <= NEAR:
            groups[-1].append(line)
        else:
            groups.append([line])
    merged = []
    for group in groups:
        at = sum(x[0] for x in group) / len(group)
        group.sort(key=lambda x: x[1])
        _, start, end = group[0]
        for _, low, high in group[1:]:
            if low <= end + NEAR:
                end = max(end, high)
            else:
                merged.append([at, start, end])
                start, end = low, high
        merged.append([at, start, end])
    return merged


Lines = list[list[float]]


def _open_ends(across: Lines, down: Lines) -> Lines:
    """Return the lines that close tables at a page's end, where a row goes on overleaf.

    Three sides of columns that end at one height are enough to show it.

    >>> _open_ends([[100.0, 72.0, 400.0]], [[x, 100.0, 700.0] for x in (72, 200, 400)])
    [[700.0, 72, 400]]
    """
    found = []
    for end in (1, 2):
        groups: Lines = []
        for line in sorted(down, key=lambda x: x[end]):
            if groups and line[end] - groups[-1][0] <= NEAR:
                groups[-1].append(line[0])
            else:
                groups.append([line[end], line[0]])
        for at, *sides in groups:
            left, right = min(sides), max(sides)
            if len(sides) >= SIDES and not _is_closed(across, at, left, right):
                found.append([at, left, right])
    return found


def _is_closed(across: Lines, at: float, left: float, right: float) -> bool:
    """Tell whether a line is drawn at a height between two sides, in part at least."""
    return any(
        abs(y - at) <= NEAR and low < right - NEAR and high > left + NEAR
        for y, low, high in across
    )


def _components(across: Lines, down: Lines) -> list[tuple[Lines, Lines]]:
    """Return the sets of lines that meet one another."""
    parent = list(range(len(across) + len(down)))

    def root(x: int) -> int:
        while parent[x] != x:
            parent[x] = parent[parent[x]]
            x = parent[x]
        return x

    for i, (y, left, right) in enumerate(across):
        for j, (x, top, bottom) in enumerate(down, len(across)):
            if left - NEAR <= x <= right + NEAR and top - NEAR <= y <= bottom + NEAR:
                parent[root(i)] = root(j)
    sets: dict[int, tuple[Lines, Lines]] = {}
    for i, line in enumerate([*across, *down]):
        pair = sets.setdefault(root(i), ([], []))
        pair[0 if i < len(across) else 1].append(line)
    return [x for x in sets.values() if len(x[0]) > 1 and len(x[1]) > 1]


def _grid(across: Lines, down: Lines) -> Grid | None:
    """Return the cells that lines enclose, None where they enclose but one."""
    ys = _distinct(across)
    xs = _distinct(down)
    if len(ys) < 2 or len(xs) < 2:
        return None
    open_cells: list[Cell] = []
    rows: list[list[Cell]] = []
    for index, (top, bottom) in enumerate(pairwise(ys)):
        row: list[Cell] = []
        below: list[Cell] = []
        for left, right in _spans(xs, down, (top + bottom) / 2):
            above = _above(open_cells, left, right)
            if above is not None and not _crossed(across, top, left, right):
                above.bottom = bottom
                below.append(above)
                continue
            cell = Cell(left, top, right, bottom, index)
            row.append(cell)
            below.append(cell)
        open_cells = below
        if row:
            rows.append(row)
    if sum(len(x) for x in rows) < 2:
        return None
    return Grid(xs[0], ys[0], xs[-1], ys[-1], rows)


def _distinct(lines: Lines) -> list[float]:
    found: list[float] = []
    for at in sorted(x[0] for x in lines):
        if not found or at - found[-1] > NEAR:
            found.append(at)
    return found


def _spans(xs: list[float], down: Lines, y: float) -> list[tuple[float, float]]:
    """Return the cells' sides on the height `y`."""
    met = [at for at, low, high in down if low - 1 <= y <= high + 1]
    sides = [x for x in xs if any(abs(at - x) <= NEAR for at in met)]
    return list(pairwise(sides))


def _above(cells: list[Cell], left: float, right: float) -> Cell | None:
    for cell in cells:
        if abs(cell.left - left) <= NEAR and abs(cell.right - right) <= NEAR:
            return cell
    return None


def _crossed(across: Lines, y: float, left: float, right: float) -> bool:
    """Tell whether a line parts two cells at the height `y`."""
    middle = (left + right) / 2
    return any(
        abs(at - y) <= NEAR and low <= middle <= high for at, low, high in across
    )
