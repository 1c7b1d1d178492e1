"""Tables of people that no head row explains: which column names them, which labels."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from minutebook.grammar.affiliations import has_organisation_word, has_role_word
from minutebook.grammar.atoms import Range
from minutebook.grammar.bodyheads import read_body_head
from minutebook.grammar.rosters import read_column, read_label
from minutebook.grammar.whocolumns import leads
from minutebook.records import Line

Row = Mapping[int, Sequence[Range]]  # the paragraphs of each cell, by column


@dataclass(frozen=True, slots=True)
class PeopleTable:
    """What the columns of a table of people hold, and the rows that list them."""

    named: int  # the column of names
    labels: int | None  # the column of "Present", "Apologies", ..., if there is one
    statuses: tuple[str | None, ...]  # of each row, None where nothing says it
    listed: tuple[Row, ...]  # the rows of people, as many as there are statuses
    bodies: tuple[Range | None, ...] = ()  # that a row above heads each of them by


def rows_of_cells(text: str, lines: Iterable[Line]) -> list[dict[int, list[Range]]]:
    """Return the rows of a table as paragraphs of cells; lines that wrap are joined.

    A body below a post is a paragraph of its own, however wide the post is.
    """
    rows: dict[tuple[int, int], dict[int, list[Range]]] = {}
    above: Line | None = None
    for line in lines:
        cell = rows.setdefault((line.page, line.row), {}).setdefault(line.column, [])
        goes_on = above is not None and line.goes_on(above)
        if goes_on and cell and not _parts(text, cell[-1], line):
            cell[-1] = (cell[-1][0], line.end)
        else:
            cell.append((line.start, line.end))
        above = line
    return list(rows.values())


def _parts(text: str, above: Range, line: Line) -> bool:
    """Tell whether a post stands above the body of its holder."""
    post, body = text[slice(*above)].split(), text[line.start : line.end]
    ends = bool(post) and has_role_word(post[-1]) and not has_role_word(body)
    return ends and " " in body and has_organisation_word(body)


def read_people_table(text: str, rows: Sequence[Row]) -> PeopleTable | None:
    """Return what a table without a head row holds, None if it does not list people.

    Names stand in one column, whose they are in the others; a column or a row of its
    own may say who came.

    >>> text = "Present|Holt Trust|Ada Penrose|Mill Lane School|Tom Bell"
    >>> rows = [{0: [(0, 7)], 1: [(8, 18)], 2: [(19, 30)]},
    ...         {1: [(31, 47)], 2: [(48, 56)]}]
    >>> read_people_table(text, rows).named, read_people_table(text, rows).statuses
    (2, ('present', 'present'))
    """
    columns = sorted({c for row in rows for c in row})
    labels = columns[0] if columns and _are_labels(text, rows, columns[0]) else None
    statuses: list[str | None] = []
    listed: list[Row] = []
    bodies: list[Range | None] = []
    said = body = None
    for row in rows:
        if len(row) == 1 and len(columns) > 1 and _heads(text, row, columns[0]):
            body = _body(text, row[columns[0]][0])
            continue
        cells = {c: x for c, x in row.items() if c != labels}
        head = row.get(columns[0], [])
        if head and (label := _label(text, head)) and (labels is not None or not cells):
            said, body = label, None
        elif head and len(row) == 1 and (label := _label(text, head)):
            said, body = label, None
            continue
        if cells:
            statuses.append(said)
            listed.append(cells)
            bodies.append(body)
    named = _column_of_names(text, listed)
    if named is None or 2 * len(listed) < len(rows):
        return None
    return PeopleTable(named, labels, tuple(statuses), tuple(listed), tuple(bodies))


def _heads(text: str, row: Row, column: int) -> bool:
    """Tell whether a row is but a heading of those below: "Group A - Teachers"."""
    cell = row.get(column, ())
    if len(cell) != 1 or _label(text, cell) or _names(text[slice(*cell[0])]):
        return False
    return cell[0][1] - cell[0][0] < _LONGEST_HEADING


_LONGEST_HEADING = 80  # characters


def _body(text: str, cell: Range) -> Range | None:
    """Return the body by which a row heads those below it, None if by something else.

    >>> _body("Holt Borough Council", (0, 20)), _body("Group B - Holt Trust", (0, 20))
    ((0, 20), None)
    """
    if body := read_body_head(text, *cell):
        return body
    words = text[slice(*cell)].strip(" :*")
    last = words.split()[-1] if words.split() else ""
    named = words.istitle() or words.isupper() or " of " in words
    told = named and _KIND.match(words) is None and has_organisation_word(last)
    return cell if told and not has_role_word(words) else None


# "Group A", "Local authorities", "Council": of which sort, and no body's name
_KIND = re.compile(
    r"\S{1,40}$|(?:Group|Committee|Section|Part|Category)\s\w{1,3}\b|Other"
)


def _label(text: str, cell: Sequence[Range]) -> str | None:
    """Return the status that a cell gives to its row and those below it, if it does."""
    if len(cell) != 1:
        return None
    label = read_label(text, *cell[0])
    if label is None or label.end < cell[0][1] or label.kind == "post":
        return None
    return label.status or "present"


def _are_labels(text: str, rows: Sequence[Row], column: int) -> bool:
    """Tell whether the cells of a column say who came, and nothing else."""
    cells = [row[column] for row in rows if column in row]
    return bool(cells) and all(_label(text, x) for x in cells)


def _column_of_names(text: str, rows: Sequence[Row]) -> int | None:
    """Return the column of names beside others that tell of them, None if not one."""
    columns = sorted({c for row in rows for c in row})
    if not _LEAST <= len(columns) <= _MOST or len(rows) < _LEAST:
        return None
    if any(b - a > _LONG for row in rows for x in row.values() for a, b in x):
        return None
    if all(read_column(text[x[0][0] : x[0][1]]) for x in rows[0].values()):
        return None  # a head row, which others read
    named = [c for c in columns if _are_names(text, [r[c] for r in rows if c in r])]
    if len(named) != 1 or sum(named[0] in row for row in rows) < _MOSTLY * len(rows):
        return None
    told = [c for c in columns if c != named[0] and _tell(text, rows, c)]
    return named[0] if told else None


def _are_names(text: str, cells: Sequence[Sequence[Range]]) -> bool:
    """Tell whether each paragraph of most cells of a column opens with a name."""
    pieces = [text[a:b] for cell in cells for a, b in cell]
    return sum(map(_names, pieces)) >= max(_LEAST, _MOSTLY * len(pieces))


def _names(piece: str) -> bool:
    return leads(piece) and not has_organisation_word(piece.split("(")[0])


def _tell(text: str, rows: Sequence[Row], column: int) -> bool:
    """Tell whether half the cells of a column name a post or a body."""
    cells = [text[r[column][0][0] : r[column][-1][1]] for r in rows if column in r]
    told = sum(has_organisation_word(x) or has_role_word(x) for x in cells)
    return 2 * told >= len(cells)


_LEAST = 2  # columns, rows or names
_MOST = 5  # columns
_LONG = 120  # characters: a longer paragraph is text
_MOSTLY = 0.75
