"""Tables drawn in plus signs, dashes and bars, as Pandoc and others write them."""

from __future__ import annotations

import time

import pytest

from minutebook.load import read_bytes
from minutebook.load.gridtables import from_grids

GRID = """**Thornbeck Parish Council**

Present: Ada Penrose

+---------------+----------------------+--------+
| Item          | Minutes              | Action |
+===============+======================+========+
| **1. Trees by | The limes had grown  |        |
| the pond**    | over the road.       |        |
|               |                      |        |
|               | Agreed to cut them.  | JM     |
+---------------+----------------------+--------+
| **2. Gate**   | Present were:        |        |
|               | Jo Marsh             |        |
|               | Tom Ashby            |        |
+---------------+----------------------+--------+

The meeting closed at 9 pm.
"""
DATABASE = """+----+-----+
| id | who |
+----+-----+
| 1  | Ada |
| 2  | Jo  |
+----+-----+
"""
SPANNING = """+----+-----+
| Trees    |
+----+-----+
| 1. | Oak |
+----+-----+
| 2. | Elm |
+----+-----+
"""


@pytest.mark.parametrize("name", ["may.md", "may.txt"])
def test_rows_keep_their_cells_and_paragraphs(name: str) -> None:
    document = read_bytes(name, GRID.encode())
    told = [
        (x.column if x.table is not None else None, document.quote(x.start, x.end))
        for x in document.lines
    ]
    assert told == [
        (None, "Thornbeck Parish Council"),
        (None, "Present: Ada Penrose"),
        *((0, "Item"), (1, "Minutes"), (2, "Action")),
        (0, "1. Trees by the pond"),
        (1, "The limes had grown over the road."),
        *((1, "Agreed to cut them."), (2, "JM")),
        (0, "2. Gate"),
        *((1, "Present were:"), (1, "Jo Marsh"), (1, "Tom Ashby")),
        (None, "The meeting closed at 9 pm."),
    ]
    bold = [document.quote(x.start, x.end) for x in document.lines if x.bold]
    assert bold == ["Thornbeck Parish Council", "1. Trees by the pond", "2. Gate"]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (DATABASE, None),  # rows that no rule parts
        (SPANNING, 3),
        (f"Trees\n\n  {SPANNING.replace(chr(10), chr(10) + '  ')}", 3),
        ("+44 1234 567890\n+ 2 votes\n", None),
        ("+----+\nThe limes\n+----+\n", None),
    ],
)
def test_what_is_drawn(text: str, rows: int | None) -> None:
    drawn = from_grids(text)
    assert (drawn and drawn.count("<tr>")) == rows


@pytest.mark.parametrize("piece", ["+---+\n", "| a |\n", "+===", "|\n+---+\n", " +-"])
def test_drawn_tables_cost_linear_time(piece: str) -> None:
    begun = time.process_time()
    from_grids(f"+---+---+\n{piece * 20_000}\n")
    assert time.process_time() - begun < 2
