"""Tables with a column of those who came and one of those away, a row for each body."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from minutebook.grammar.atoms import Range, cut_atoms
from minutebook.grammar.entries import set_body, settle
from minutebook.grammar.listreader import Reader
from minutebook.grammar.peoplecells import rows_of_cells
from minutebook.grammar.rosters import read_column, read_label
from minutebook.grammar.whocolumns import leads
from minutebook.preamble.attendees import attendee_of
from minutebook.records import Attendee, RosterBlock, SourceDocument

Row = Mapping[int, Sequence[Range]]


def read_status_columns(source: SourceDocument, block: RosterBlock) -> list[Attendee]:
    """Return the people of "Representing | Present | Apologies", [] of other tables."""
    text = source.text
    lines = [x for x in source.lines if block.start <= x.start < block.end]
    head, *rows = rows_of_cells(text, lines)
    statuses = _statuses(text, head, rows)
    if len(set(statuses.values())) < _LEAST:
        return []
    bodies = [c for c, x in head.items() if _kind(text, x) == "organisation"][:1]
    view = _unfold(text, rows, list(statuses), bodies)
    found: list[Attendee] = []
    for row in rows:
        body = next((row[c] for c in bodies if c in row), None)
        for column, status in statuses.items():
            if column in row:
                start, end = row[column][0][0], row[column][-1][1]
                part = RosterBlock(status, block.group, start, end, block.rule)
                found += _read_cell(view, part, body)
    return found


_LEAST = 2  # sorts of columns


def _statuses(text: str, head: Row, rows: Sequence[Row]) -> dict[int, str]:
    """Return the columns of names under the status that their heads give them."""
    found: dict[int, str] = {}
    for column, cell in head.items():
        label = read_label(text, cell[0][0], cell[-1][1])
        cells = [row[column] for row in rows if column in row]
        named = sum(leads(text[slice(*x[0])]) for x in cells)
        if label and label.status and named and 2 * named >= len(cells):
            found[column] = label.status
    return found


def _kind(text: str, cell: Sequence[Range]) -> str | None:
    return read_column(text[cell[0][0] : cell[-1][1]])


def _unfold(
    text: str, rows: Sequence[Row], names: Sequence[int], bodies: Sequence[int]
) -> str:
    """Return the text, as long as it was, with the cells of some columns unfolded.

    No line ends in a cell of a body, nor in a name of a cell of names.
    """
    last = max((x[1] for row in rows for cell in row.values() for x in cell), default=0)
    low = min((x[0] for row in rows for cell in row.values() for x in cell), default=0)
    chars = list(text[low:last])

    def blank(start: int, end: int) -> None:
        chars[start - low : end - low] = text[start:end].replace("\n", " ")

    for row in rows:
        for column in names:
            cell = row.get(column, ())
            for above, below in pairwise(cell):
                if not leads(text[slice(*below)]):  # "D. R." over "Holt", "(Chair)"
                    chars[above[1] - low : below[0] - low] = " " * (below[0] - above[1])
            for piece in cell:
                blank(*piece)
        for column in bodies:
            if column in row:
                blank(row[column][0][0], row[column][-1][1])
    return text[:low] + "".join(chars) + text[last:]


def _read_cell(
    view: str, part: RosterBlock, body: Sequence[Range] | None
) -> list[Attendee]:
    """Return whom a cell names; the body that its row is of is theirs."""
    found = []
    for entry in Reader(view, False, True).read(cut_atoms(view, part.start, part.end)):
        if body and not entry.organisations:
            set_body(view, entry, (body[0][0], body[-1][1]))
            settle(view, entry)
        found.append(attendee_of(view, entry, part))
    return found
