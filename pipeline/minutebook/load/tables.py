"""Puts words into the cells of ruled tables and makes rows of them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from minutebook.load.lines import Row, Segment, group_rows, make_segment
from minutebook.load.page import PageContent, Rect, Word
from minutebook.load.ruling import Cell, Grid

PADDING = 10.0  # points between the side of a cell and its text, at most
STRIP = 24.0  # points: an empty cell no wider is space between columns
STACKED = 25.0  # points between two grids that are one table


@dataclass
class Table:
    """Grids under one another with the same sides, and the columns of their rows.

    Rows next to each other share their columns unless their sides disagree.
    """

    grids: list[Grid]
    columns: list[float]  # of the first section
    by_row: dict[int, list[float]]  # by the identity of a row of cells


def column_of(columns: list[float], left: float) -> int:
    """Return the column that starts at a place, or last before it.

    >>> column_of([72.0, 120.0, 460.0], 121.5)
    1
    """
    return max((i for i, x in enumerate(columns) if x <= left + 3), default=0)


def fill_grids(page: PageContent, words: list[Word], grids: list[Grid]) -> list[Word]:
    """Put words into the cells they stand in; return those in none.

    Column heads that run upwards stand in cells too.
    """
    free = []
    for word in words:
        x, y = (word[1] + word[2]) / 2, word[0] - word[3] / 3
        cell = _cell(grids, x, y)
        if cell is None:
            free.append(word)
        else:
            cell.words.append(word)
    for turn in (1, 3):
        for word in page.turned[turn]:
            upright = _upright(page, word, turn)
            cell = _cell(grids, (upright[0] + upright[2]) / 2, upright[1] + 1)
            if cell is not None:
                cell.turned.append((upright, word))
    return free


def _cell(grids: list[Grid], x: float, y: float) -> Cell | None:
    for grid in grids:
        if grid.left <= x <= grid.right and grid.top <= y <= grid.bottom:
            cell = grid.cell_at(x, y)
            if cell is not None:
                return cell
    return None


def _upright(page: PageContent, word: Word, turn: int) -> Rect:
    """Return where on the page a word stands that runs up (1) or down (3)."""
    base, start, end, size = word[:4]
    if turn == 1:
        return base - size, page.height - end, base, page.height - start
    right = page.width - base
    return right, start, right + size, end


def add_tables(rows: list[Row], grids: list[Grid]) -> list[Row]:
    """Return the rows with those of the ruled tables where they stand."""
    for number, table in enumerate(_tables(grids)):
        for position, grid in enumerate(table.grids):
            made = _table_rows(grid, table, number)
            place = _place(rows, grid)
            if made and not position:
                _adopt_heads(rows, place, made[0], table, number)
            rows = rows[:place] + made + rows[place:]
    return rows


def _tables(grids: list[Grid]) -> list[Table]:
    """Return the grids that hold words, those that belong together as one table."""
    groups: list[list[Grid]] = []
    for grid in grids:
        if not any(_holds(c) for row in grid.rows for c in row):
            continue
        last = groups[-1][-1] if groups else None
        if last and -3 < grid.top - last.bottom < STACKED and _agree(last, grid):
            groups[-1].append(grid)
        else:
            groups.append([grid])
    return [_table(group) for group in groups]


def _holds(cell: Cell) -> bool:
    return bool(cell.words or cell.turned)


def _agree(above: Grid, below: Grid) -> bool:
    """Tell whether one grid's columns are among the other's."""
    one = _merge([c.left for row in above.rows for c in row])
    two = _merge([c.left for row in below.rows for c in row])
    return len(_merge([*one, *two])) == max(len(one), len(two)) > 2


def _table(grids: list[Grid]) -> Table:
    """Return a table with the columns of each of its rows."""
    table = Table(grids, [], {})
    section: list[list[Cell]] = []
    sides: list[float] = []
    for row in [row for grid in grids for row in grid.rows]:
        lefts = _merge([c.left for c in row])
        together = _merge([*sides, *lefts])
        if section and len(together) > max(len(sides), len(lefts)):
            _close(table, section)
            section, together = [], lefts
        section.append(row)
        sides = together
    _close(table, section)
    return table


def _close(table: Table, section: list[list[Cell]]) -> None:
    """Give the rows of a section its columns: all but empty strips between others."""
    cells = [c for row in section for c in row]
    columns = _merge([c.left for c in cells if _holds(c) or c.right - c.left > STRIP])
    for row in section:
        table.by_row[id(row)] = columns
    table.columns = table.columns or columns


def _merge(places: list[float]) -> list[float]:
    """Return places with those that nearly agree put together.

    >>> _merge([72.0, 300.4, 72.5, 300.0])
    [72.0, 300.0]
    """
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > 4:
            found.append(place)
    return found


def _table_rows(grid: Grid, table: Table, number: int) -> list[Row]:
    """Return the rows of a grid that hold words."""
    rows = []
    for cells in grid.rows:
        made: list[list[Segment]] = []
        columns = table.by_row[id(cells)]
        for cell in cells:
            lines = cell_lines(cell)
            if lines:
                column = column_of(columns, cell.left)
                made += [[] for _ in range(column + 1 - len(made))]
                made[column] += lines
        if made:
            rows.append(Row(made, cells[0].top, number, lefts=tuple(columns)))
    return rows


def cell_lines(cell: Cell) -> list[Segment]:
    """Return the lines of a cell, from the top."""
    lines = [make_segment(x, cell.right) for x in group_rows(cell.words)]
    lines = [x for x in lines if x.text]
    mark_wraps_in_cell(lines)
    for turned in group_rows([word for _, word in cell.turned]):
        line = make_segment(turned)
        boxes = [box for box, word in cell.turned if word in turned]
        line.left = min(x[0] for x in boxes)
        line.top = min(x[1] for x in boxes)
        line.right = max(x[2] for x in boxes)
        line.bottom = line.base = max(x[3] for x in boxes)
        lines.append(line)
    return lines


def mark_wraps_in_cell(lines: list[Segment]) -> None:
    """Mark the lines of a cell whose paragraph goes on: the next word had no room."""
    if len(lines) < 2:
        return
    inset = min(x.left for x in lines)
    limit = max(x.right for x in lines)
    for line, after in pairwise(lines):
        room = max(limit, min(line.limit - 6, limit + 2 * line.size))
        line.wraps = (
            not after.label
            and abs(after.size - line.size) < 1
            and after.base - line.base < 1.9 * line.size
            and line.right + 0.25 * line.size + after.first > room
            and (after.left - inset < 40 or abs(after.left - line.hang) < 4)
            and (line.tail_bold == after.head_bold or after.text[0].islower())
        )


def _place(rows: list[Row], grid: Grid) -> int:
    """Return where among the rows a grid's rows belong."""
    for index, row in enumerate(rows):
        if row.base > grid.top:
            return index
    return len(rows)


def _adopt_heads(
    rows: list[Row], place: int, first: Row, table: Table, number: int
) -> None:
    """Take the row above into the table where its pieces stand over the columns."""
    if not place:
        return
    row = rows[place - 1]
    pieces = row.segments()
    if row.table is not None or len(pieces) < 2 or any(x.furniture for x in pieces):
        return
    if first.base - row.base > 1.2 * pieces[0].size:
        return
    columns = [column_of(table.columns, x.left) for x in pieces]
    near = all(
        -3 < x.left - table.columns[c] < PADDING
        for x, c in zip(pieces, columns, strict=True)
    )
    if near and len(set(columns)) == len(columns):
        cells: list[list[Segment]] = [[] for _ in range(max(columns) + 1)]
        for piece, column in zip(pieces, columns, strict=True):
            cells[column] = [piece]
        row.cells, row.table = cells, number
