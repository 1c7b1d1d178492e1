"""Finds the tables of people: a head row names their columns, or their cells do."""

from __future__ import annotations

import re

from minutebook.grammar.peoplecells import (
    PeopleTable,
    read_people_table,
    rows_of_cells,
)
from minutebook.grammar.rosters import Label, read_column, read_label
from minutebook.grammar.whocolumns import columns_of_who, leads
from minutebook.records import RosterBlock
from minutebook.segment.fitting import BARE_NUMBER
from minutebook.segment.walk import Walk


def table_at(walk: Walk, index: int) -> tuple[RosterBlock, int] | None:
    """Return the table of people whose head row is here, and the index behind it."""
    first = walk.lines[index]
    if first.end - first.start > 30 or not read_column(walk.quote(index)):
        return None
    head = _row(walk, index)
    kinds = {read_column(walk.quote(at)) for at in head}
    if len(head) < 2 or "name" not in kinds:
        return None
    if not kinds & _SAYS_WHO and not _has_ticks(walk, head):
        return None
    named = _name_columns(walk, head)
    last, at, people = head[-1], head[-1] + 1, 0
    while at < len(walk.lines) and walk.lines[at].table == first.table:
        row = _row(walk, at)
        cells = [x for x in row if walk.lines[x].column in named]
        if cells and leads(" ".join(map(walk.quote, cells))):
            people += 1
        elif people > 1 and len(row) == len(head) and _may_name(walk.quote(row[0])):
            people += 1  # somebody who is called rarely, in a row as full as the head
        elif people and first.table is None and _wraps(walk, head, row):
            pass
        elif first.table is None or (cells and BARE_NUMBER.match(walk.quote(row[0]))):
            break
        last, at = row[-1], row[-1] + 1
    if not people:
        return None
    group, status = walk.quote(head[0]), _said_above(walk, index) or "mixed"
    walk.last, walk.seen = last, True
    end = walk.lines[last].end
    return RosterBlock(status, group, first.start, end, "roster-table"), last + 1


def _may_name(cell: str) -> bool:
    """Tell whether a cell has the form of a name: two or three capitalised words."""
    return _FORM.fullmatch(cell.split("(")[0].strip()) is not None


_FORM = re.compile(r"[A-Z][\w’'-]{1,20}(?:\s[A-Z][\w’'-]{1,20}){1,2}")


def _wraps(walk: Walk, head: list[int], row: list[int]) -> bool:
    """Tell whether a row holds but the ends of cells of the row above it."""
    fewer = len(row) < len(head) - 1 or walk.quote(row[0])[:1] in _RUNS_ON
    return len(row) < len(head) and fewer and walk.lines[row[0]].column > 0


_RUNS_ON = frozenset("(&abcdefghijklmnopqrstuvwxyz")  # so goes a cell on in a new line


def _said_above(walk: Walk, index: int) -> str | None:
    """Return what the line straight above a table says of those in it, if it does."""
    if index and SORRY_FROM.search(walk.quote(index - 1)):
        return "apologies"
    label = _label_above(walk, index) if walk.last == index - 1 else None
    if label is None:
        return None
    return label.status or ("present" if label.kind == "group" else None)


# "Apologies had been received from the following:" above a table or groups of people
SORRY_FROM = re.compile(
    r"\bapolog(?:y|ies)\b[^.:;]{0,110}\b(?:from|following|on\sbehalf\sof)"
    r"\s{0,3}:?[\s–-]{0,5}$",
    re.I,
)


def _label_above(walk: Walk, index: int) -> Label | None:
    """Return the label that the line above is, None if it holds anything else."""
    if not index:
        return None
    line = walk.lines[index - 1]
    label = read_label(walk.text, line.start, line.end)
    return label if label and label.end >= line.end else None


def is_headed_table(walk: Walk, index: int) -> bool:
    """Tell whether a table whose head row names its columns begins at an index."""
    line = walk.lines[index]
    if line.column or not index:
        return False
    if line.table is not None and walk.lines[index - 1].table == line.table:
        return False
    row = _row(walk, index)
    kinds = [read_column(walk.quote(at)) for at in row]
    if len(kinds) < _COLUMNS or None in kinds or "name" not in kinds:
        return False
    below = _row(walk, row[-1] + 1)
    return line.table is not None or (
        len(below) == len(row) and bool(_SAYS_WHO.intersection(kinds[1:]))
    )


_COLUMNS = 2


def _name_columns(walk: Walk, head: list[int]) -> tuple[int, ...]:
    """Return the column of names; two where family names have one of their own."""
    kinds = {
        walk.lines[at].column: read_column(walk.quote(at)) for at in reversed(head)
    }
    columns = {kind: column for column, kind in kinds.items()}
    return tuple(sorted(columns[x] for x in ("name", "family") if x in columns))


def _has_ticks(walk: Walk, head: list[int]) -> bool:
    """Tell whether columns behind the names say who came: "Present", "Apologies"."""
    first = walk.quote(head[0]).strip().casefold()
    labels = [read_label(walk.quote(at)) for at in head[1:]]
    return first.startswith("name") and any(x and x.status for x in labels)


_SAYS_WHO = frozenset(("role", "organisation", "both", "status"))


def _row(walk: Walk, index: int) -> list[int]:
    """Return the indices of the lines of the row that begins at an index."""
    if index >= len(walk.lines):
        return []
    row, page = walk.lines[index].row, walk.lines[index].page
    at = index
    while (
        at < len(walk.lines)
        and walk.lines[at].row == row
        and walk.lines[at].page == page
    ):
        at += 1
    return list(range(index, at))


def told_table_at(walk: Walk, index: int) -> tuple[RosterBlock, int] | None:
    """Return the table that begins at an index whose cells say who came, and its end.

    Its head may say anything: "Trustees | Initials | 13/07".
    """
    rows = _rows_of_table(walk, index)
    if not rows:
        return None
    cells = [_cells(walk, x) for x in rows]
    told = columns_of_who(walk.text, cells[1:])
    if told is None or told[0] not in cells[0]:
        return None
    named = leads(walk.text[slice(*cells[0][told[0]])])
    headless = named or columns_of_who(walk.text, cells[:2]) == told
    first, last = walk.lines[index], rows[-1][-1]
    walk.last, walk.seen = last, True
    rule = "roster-headless-table" if headless else "roster-table"
    group = "" if headless else walk.quote(rows[0][0])
    return RosterBlock(
        "mixed", group, first.start, walk.lines[last].end, rule
    ), last + 1


def cell_table_at(walk: Walk, index: int) -> tuple[RosterBlock, int] | None:
    """Return the table without a head that lists people below a label or beside some.

    "Apologies:" above it, or in a column or a row of its own.
    """
    rows = _rows_of_table(walk, index)
    if not rows:
        return None
    table = _people_in(walk, rows)
    if table is None:
        return None
    said = _said_above(walk, index)
    if said is None and None in table.statuses:
        return None
    last = rows[-1][-1]
    walk.last, walk.seen = last, True
    start, end = walk.lines[index].start, walk.lines[last].end
    return RosterBlock(said or "mixed", "", start, end, "roster-cells"), last + 1


TABLES = ("roster-table", "roster-headless-table", "roster-cells")


def is_told_table(walk: Walk, index: int) -> bool:
    """Tell whether a table begins at an index whose cells say who came."""
    rows = _rows_of_table(walk, index)
    cells = [_cells(walk, x) for x in rows]
    if columns_of_who(walk.text, cells[1:]) is not None:
        return True
    if not rows or _label_above(walk, index) is None:
        return False
    return _people_in(walk, rows) is not None


def _people_in(walk: Walk, rows: list[list[int]]) -> PeopleTable | None:
    """Return what the rows of a table hold by their cells, None if no people."""
    lines = [walk.lines[at] for row in rows for at in row]
    return read_people_table(walk.text, rows_of_cells(walk.text, lines))


def _rows_of_table(walk: Walk, index: int) -> list[list[int]]:
    """Return the lines of each row of the table that an early line begins, if any."""
    first = walk.lines[index]
    if first.table is None or index >= _EARLY or first.column:
        return []
    if walk.seen and index - walk.last > _NEAR:
        return []
    if index and walk.lines[index - 1].table == first.table:
        return []
    rows: list[list[int]] = []
    at = index
    while at < len(walk.lines) and walk.lines[at].table == first.table:
        rows.append(_row(walk, at))
        at = rows[-1][-1] + 1
    return rows


_EARLY = 60  # lines: the tables further down say who voted how
_NEAR = 6  # lines from the last list


def _cells(walk: Walk, row: list[int]) -> dict[int, tuple[int, int]]:
    """Return where the cells of a row stand, by their column."""
    found: dict[int, tuple[int, int]] = {}
    for at in row:
        line = walk.lines[at]
        start = found.get(line.column, (line.start, 0))[0]
        found[line.column] = (start, line.end)
    return found
