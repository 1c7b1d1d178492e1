"""Groups the paragraphs of a Word 97-2003 file into tables, rows and cells."""

from __future__ import annotations

import struct
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field

from minutebook.errors import TooLarge
from minutebook.load.paragraph import Style
from minutebook.load.sprm import number, sprms

MAX_DEPTH = 60  # of tables in one another
MAX_TABLES = 100_000
NEAR = 100  # twentieths of a point between edges that are one edge of the grid
_CONTINUES = 1  # a cell that goes on with the one above it


@dataclass(frozen=True, slots=True)
class Mark:
    """What the end of a paragraph says about it."""

    style: Style
    style_number: int
    depth: int  # of tables around it
    ends_cell: bool
    ends_row: bool
    row: bytes = b""  # the properties of the row that it ends


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: from where to where it goes in the text, without its mark."""

    start: int
    end: int
    mark: Mark


@dataclass(slots=True)
class Row:
    """A row: the blocks of each cell, the edges of the cells, cells to leave out."""

    cells: list[list[Block]] = field(default_factory=lambda: [[]])
    edges: tuple[int, ...] = ()
    left_out: frozenset[int] = frozenset()


@dataclass(slots=True)
class Table:
    """A table and the row under way."""

    rows: list[Row] = field(default_factory=list)
    row: Row = field(default_factory=Row)

    def columns(self) -> list[list[int]]:
        """Return, for each row, the column of the grid that each cell begins at."""
        grid: list[int] = []
        for edge in sorted({x for row in self.rows for x in row.edges}):
            if not grid or edge - grid[-1] > NEAR:
                grid.append(edge)
        return [_columns(row, grid) for row in self.rows]


Block = Paragraph | Table


def arrange(paragraphs: Iterable[Paragraph]) -> list[Block]:
    """Return the paragraphs in order, those of tables gathered by row and cell."""
    blocks: list[Block] = []
    tables: list[Table] = []
    count = 0
    for paragraph in paragraphs:
        mark = paragraph.mark
        depth = min(mark.depth, MAX_DEPTH)
        while len(tables) > depth:
            _close(tables.pop())
        while len(tables) < depth:
            table = Table()
            _place(table, tables, blocks)
            tables.append(table)
            count += 1
        if count > MAX_TABLES:
            raise TooLarge(f"more than {MAX_TABLES:,} tables")
        if mark.ends_row and tables:
            _end_row(tables[-1], mark.row)
            continue
        _place(paragraph, tables, blocks)
        if mark.ends_cell and tables:
            tables[-1].row.cells.append([])
    for table in reversed(tables):
        _close(table)
    return blocks


def _place(block: Block, tables: list[Table], blocks: list[Block]) -> None:
    (tables[-1].row.cells[-1] if tables else blocks).append(block)


def _close(table: Table) -> None:
    """End a table whose last row may lack its end."""
    if any(table.row.cells):
        _end_row(table, b"")


def _end_row(table: Table, properties: bytes) -> None:
    row = table.row
    if not row.cells[-1]:
        row.cells.pop()
    row.edges, row.left_out = row_layout(properties)
    table.rows.append(row)
    table.row = Row()


def row_layout(properties: bytes) -> tuple[tuple[int, ...], frozenset[int]]:
    """Return the left edges of a row's cells, and which cells go on from above."""
    edges: tuple[int, ...] = ()
    left_out = set()
    for code, operand in sprms(properties):
        if code == 0xD608 and operand:  # sprmTDefTable
            count = min(operand[0], (len(operand) - 3) // 2)
            if count < 1:
                continue
            edges = struct.unpack_from(f"<{count}h", operand, 1)
            cells = 1 + 2 * (operand[0] + 1)
            flags = operand[cells : cells + 20 * count : 20]
            left_out = {i for i, x in enumerate(flags) if x >> 5 & 3 == _CONTINUES}
        elif code == 0xD62B and len(operand) == 2:  # sprmTVertMerge
            left_out.discard(operand[0])
            if operand[1] & 3 == _CONTINUES:
                left_out.add(operand[0])
        elif code == 0x9601 and edges:  # sprmTDxaLeft
            shift = number(operand) - (number(operand) >> 15 << 16) - edges[0]
            edges = tuple(x + shift for x in edges)
    return edges, frozenset(left_out)


def _columns(row: Row, grid: list[int]) -> list[int]:
    """Return the column of each cell of a row, each behind the one before."""
    columns: list[int] = []
    for place in range(len(row.cells)):
        least = columns[-1] + 1 if columns else 0
        if place < len(row.edges):
            at = bisect_left(grid, row.edges[place] - NEAR)
            least = max(at, least)
        columns.append(least)
    return columns
