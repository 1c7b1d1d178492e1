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
    bodies = [c for c, x in head.items() if _kind(text, x) == "organisation"]
    found: list[Attendee] = []
    for row in rows:
        body = row.get(bodies[0]) if bodies else None
        for column, status in statuses.items():
            if column in row:
                found += _read_cell(text, row[column], body, status, block)
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


def _read_cell(
    text: str,
    cell: Sequence[Range],
    body: Sequence[Range] | None,
    status: str,
    block: RosterBlock,
) -> list[Attendee]:
    """Return whom a cell names; the body that its row is of is theirs."""
    start, end = cell[0][0], cell[-1][1]
    chars = list(text[start:end])
    for above, below in pairwise(cell):
        if not leads(text[slice(*below)]):  # "D. R." above "Holt", "(Chair)" below
            chars[above[1] - start : below[0] - start] = " " * (below[0] - above[1])
    for low, high in cell:
        chars[low - start : high - start] = text[low:high].replace("\n", " ")
    view = text[:start] + "".join(chars) + text[end:]
    found = []
    for entry in Reader(view, False, True).read(cut_atoms(view, start, end)):
        if body and not entry.organisations:
            low, high = body[0][0], body[-1][1]
            words = text[low:high].replace("\n", " ")
            view = text[:low] + words + view[high:] if high <= start else view
            set_body(view, entry, (low, high))
            settle(view, entry)
        part = RosterBlock(status, block.group, start, end, block.rule)
        found.append(attendee_of(view, entry, part))
    return found
