"""Finds the tables of a page whose cells no line is drawn around."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from minutebook.load.lines import Row, Segment
from minutebook.load.sidecolumn import PROSE, TitlesBeside, find_titles_beside
from minutebook.load.stacking import NUMBERED
from minutebook.load.tables import mark_wraps_in_cell
from minutebook.load.titledrows import find_openings, mark_title_wraps, reads_on

FIRST_NUMBER = 1000  # of such a table on its page: ruled ones count from 0
NEAR = 3.0  # points by which what stands in one column is out of line
HANG = 45.0  # points by which the lines of a list are set in, in their cell
LEAST = 3  # lines that begin at a place make it a column; broad rows make a table
MOST_KINDS = 3  # of tables that are looked for on every page
WORDED = 9  # characters that a line of text in a cell has on average, at least
WIDER = 1.2  # times the usual distance of lines: a new row of the table
FIRST = 1.25  # times the lines of titles beside the text, to have them seen first
SHORTEST_TITLE = 4  # letters
APART = 1.6  # ems: lines so far apart belong to no one paragraph

_Placed = list[tuple[Row, list[tuple[int, Segment]]]]  # lines, their pieces by column


@dataclass(slots=True)
class _Stack:
    """One row of a table: its lines by column."""

    cells: dict[int, list[Segment]] = field(default_factory=dict)
    headed: bool = False  # its first cell is the title of the second

    def add(self, placed: list[tuple[int, Segment]]) -> None:
        """Put a line's pieces under those of the row so far."""
        for column, segment in placed:
            self.cells.setdefault(column, []).append(segment)

    @property
    def is_broad(self) -> bool:
        """Return whether two of its cells hold several lines of words.

        A title beside its text may have but one line of its own.
        """
        worded = sum(_is_worded(x) for x in self.cells.values())
        return worded > 1 or (self._is_titled and self._is_long)

    @property
    def _is_long(self) -> bool:
        return sum(len(x.text) for x in self.cells[1]) >= PROSE

    @property
    def _is_titled(self) -> bool:
        title, text = self.cells.get(0), self.cells.get(1)
        if not self.headed or not title or not text:
            return False
        said = "".join(x.text for x in title)
        return sum(x.isalpha() for x in said) >= SHORTEST_TITLE


def _is_worded(lines: list[Segment]) -> bool:
    return len(lines) > 1 and sum(len(x.text) for x in lines) >= WORDED * len(lines)


def stack_columns(pages: list[list[Row]]) -> list[list[Row]]:
    """Return the rows of all pages, lines that are cells side by side as table rows.

    They are where two cells of several lines stand beside one another in several rows
    of a document: a list of names, and initials in a margin, stay as they are.
    """
    runs = [(page, run) for page, rows in enumerate(pages) for run in _runs(rows)]
    seen = [(_columns(run) if run[0].table is None else []) for _, run in runs]
    broad = [sum(_count_broad(run, x)) for (_, run), x in zip(runs, seen, strict=True)]
    places = sorted((i for i, x in enumerate(broad) if x), key=lambda i: -broad[i])
    known = [seen[i] for i in places[:MOST_KINDS]]
    known += [find_titles_beside(pages) or []]
    known = [x for x in known if _is_table([run for _, run in runs], x)]
    if not known:
        return pages
    found: list[list[Row]] = [[] for _ in pages]
    begun = False
    for (page, run), columns in zip(runs, seen, strict=True):
        options = [columns, *known] if run[0].table is None else []
        best = max(options, key=lambda x: _covered(run, x, begun=begun), default=[])
        rows = _stacked(run, best, FIRST_NUMBER + len(found[page]), begun=begun)
        found[page] += rows
        begun = begun or any(x.table is not None for x in rows)
    return found


def _covered(
    rows: list[Row], columns: list[float], *, begun: bool
) -> tuple[float, int]:
    """Return how many lines stand in broad rows' tables, and how many such rows.

    Titles that stand beside all the text of a document are seen there first.
    """
    if len(columns) < 2 or rows[0].table is not None:
        return 0, 0
    regions = [
        (len(lines), _stacks(x, columns)) for lines, x in _regions(rows, columns)
    ]
    shown = [(n, x) for n, x in regions if _is_shown(x, columns, begun=begun)]
    lines = float(sum(n for n, _ in shown))
    if isinstance(columns, TitlesBeside):
        lines = FIRST * lines
    return lines, sum(stack.is_broad for _, x in shown for stack in x)


def _is_shown(stacks: list[_Stack], columns: list[float], *, begun: bool) -> bool:
    """Tell whether rows are those of a table: one is broad.

    Where titles stand beside the text, all below the first of them are.
    """
    beside = begun and isinstance(columns, TitlesBeside) and bool(stacks)
    return beside or any(x.is_broad for x in stacks)


def _runs(rows: list[Row]) -> list[list[Row]]:
    """Return rows in stretches of one flow, tables apart."""
    return [list(run) for _, run in groupby(rows, key=lambda r: (r.table, r.flow))]


def _is_table(runs: list[list[Row]], columns: list[float]) -> bool:
    """Tell whether a document has several broad rows in columns such as these."""
    return sum(sum(_count_broad(x, columns)) for x in runs) >= LEAST


def _count_broad(rows: list[Row], columns: list[float]) -> Iterator[int]:
    """Yield how many broad rows each stretch of lines in these columns makes."""
    if len(columns) > 1 and rows[0].table is None:
        for _, placed in _regions(rows, columns):
            yield sum(x.is_broad for x in _stacks(placed, columns))


def _stacked(
    rows: list[Row], columns: list[float], number: int, *, begun: bool
) -> list[Row]:
    """Return the lines of a run with those of tables as their rows.

    Lines that stand in no row's first column go on from the page before, if any table
    has begun there.
    """
    if len(columns) < 2:
        return rows
    found: list[Row] = []
    for region, placed in _regions(rows, columns):
        if not begun:
            above = _count_headless(placed, columns)
            found += region[:above]
            region, placed = region[above:], placed[above:]
        stacks = _stacks(placed, columns)
        if _is_shown(stacks, columns, begun=begun):
            found += [_row(x, columns, number, region[0].flow) for x in stacks]
            number += 1
        else:
            found += region
    return found


def _count_headless(placed: _Placed, columns: list[float]) -> int:
    """Return how many lines stand above the first in the first column.

    The first title that text stands beside is numbered, or has some in its first line.
    """
    beside = isinstance(columns, TitlesBeside)
    heads = (
        i
        for i, (_, pieces) in enumerate(placed)
        if not pieces[0][0]
        and (len(pieces) > 1 or not beside or NUMBERED.match(pieces[0][1].text))
    )
    return next(heads, len(placed))


def _columns(rows: list[Row]) -> list[float]:
    """Return where the columns of a run of lines begin.

    A place is one where lines begin beside others; what never stands beside the
    column on its left is only set in there.
    """
    lefts = sorted(s.left for r in rows for s in r.segments() if len(r.segments()) > 1)
    places: list[list[float]] = []
    for left in lefts:
        if places and left - places[-1][-1] <= NEAR:
            places[-1].append(left)
        else:
            places.append([left])
    starts = [x[0] for x in places if len(x) >= LEAST]
    beside = {
        (column_at(starts, a.left), column_at(starts, b.left))
        for r in rows
        for a, b in pairwise(r.segments())
    }
    columns: list[float] = []
    home = -1
    for index, start in enumerate(starts):
        if home < 0 or start - starts[home] > HANG or (home, index) in beside:
            columns.append(start)
            home = index
    return columns


def column_at(columns: list[float], left: float) -> int:
    """Return the last column that begins at a place or before it.

    >>> column_at([72.0, 200.0, 400.0], 214.0)
    1
    """
    return max((i for i, x in enumerate(columns) if x <= left + NEAR), default=0)


def _regions(
    rows: list[Row], columns: list[float]
) -> Iterator[tuple[list[Row], _Placed]]:
    """Yield stretches of lines, with their pieces by column where all stand in one."""
    placed = [(row, _placed(row, columns)) for row in rows]
    for fits, run in groupby(placed, key=lambda x: x[1] is not None):
        part = list(run)
        inside = [(row, x) for row, x in part if x is not None]
        yield [row for row, _ in part], inside if fits else []


def _placed(row: Row, columns: list[float]) -> list[tuple[int, Segment]] | None:
    """Return the pieces of a line by column; None if one stands in none of its own."""
    found: list[tuple[int, Segment]] = []
    for segment in row.segments():
        column = column_at(columns, segment.left)
        after = columns[column + 1] if column + 1 < len(columns) else None
        if not -NEAR <= segment.left - columns[column] <= HANG:
            return None
        if after is not None and segment.right > after:
            return None
        if segment.furniture or (found and found[-1][0] == column):
            return None
        found.append((column, segment))
    return found


def _stacks(placed: _Placed, columns: list[float]) -> list[_Stack]:
    """Return the rows that lines make: one begins where its first column does."""
    steps = sorted(b[0].base - a[0].base for a, b in pairwise(placed))
    usual = steps[len(steps) // 4] if steps else 0.0
    limits = _limits(placed, columns)
    if isinstance(columns, TitlesBeside):
        return _titled(placed, limits)
    stacks: list[_Stack] = []
    for index, (row, pieces) in enumerate(placed):
        step = row.base - placed[index - 1][0].base if index else 0.0
        wider = len(pieces) > 1 and step > WIDER * usual
        if not stacks or _opens(stacks[-1], pieces, limits, wider=wider):
            stacks.append(_Stack())
        stacks[-1].add(pieces)
    return stacks


def _titled(placed: _Placed, limits: dict[int, float]) -> list[_Stack]:
    """Return the rows that titles and the text beside them make."""
    lines = [(dict(pieces).get(0), dict(pieces).get(1)) for _, pieces in placed]
    edges = limits.get(0, 0.0), limits.get(1, 0.0)
    stacks: list[_Stack] = []
    opens = find_openings(lines, edges)
    for (_, pieces), is_first in zip(placed, opens, strict=True):
        if is_first or not stacks:
            stacks.append(_Stack(headed=True))
        stacks[-1].add(pieces)
    return stacks


def _limits(placed: _Placed, columns: list[float]) -> dict[int, float]:
    """Return how far the lines of each column may go: one gutter parts them all."""
    limits: dict[int, float] = {}
    for _, pieces in placed:
        for column, segment in pieces:
            limits[column] = max(segment.right, limits.get(column, 0.0))
    gutters = [columns[c + 1] - x for c, x in limits.items() if c + 1 < len(columns)]
    for column, (_, start) in enumerate(pairwise(columns)):
        limits[column] = start - min(gutters, default=0.0)
    return limits


def _opens(
    stack: _Stack,
    pieces: list[tuple[int, Segment]],
    limits: dict[int, float],
    *,
    wider: bool,
) -> bool:
    """Tell whether a line opens a row of its own below the row so far.

    Its first column must begin anew: behind space, with a number, or where no column
    of the line goes on from the one above.
    """
    column, first = pieces[0]
    if column:
        return False
    above = stack.cells.get(0)
    if above is None or first.base - above[-1].base > APART * first.size:
        return True
    if wider or NUMBERED.match(first.text):
        return True
    anew = len(pieces) > 1 and first.text[0].isalnum() and not first.text[0].islower()
    beside = [(stack.cells[c][-1], x, limits[c]) for c, x in pieces if c in stack.cells]
    return anew and not any(reads_on(*x) for x in beside)


def _row(stack: _Stack, columns: list[float], number: int, flow: int) -> Row:
    """Return a row of a table; its cells go as far as the next column begins."""
    cells: list[list[Segment]] = [[] for _ in range(max(stack.cells) + 1)]
    for column, lines in stack.cells.items():
        if column + 1 < len(columns):
            for line in lines:
                line.limit = columns[column + 1]
        if stack.headed and not column:
            mark_title_wraps(lines)
        else:
            mark_wraps_in_cell(lines)
        cells[column] = lines
    top = min(lines[0].base for lines in stack.cells.values())
    return Row(cells, top, number, flow, tuple(columns))
