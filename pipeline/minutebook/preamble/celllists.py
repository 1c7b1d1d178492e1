"""Reads tables of people cell by cell, where no head row says what columns hold."""

from __future__ import annotations

from collections.abc import Sequence

from minutebook.grammar.affiliations import has_organisation_word, has_role_word
from minutebook.grammar.atoms import Range, cut_atoms
from minutebook.grammar.entries import (
    Entry,
    cut_remark,
    is_initials,
    set_body,
    set_cell,
    settle,
)
from minutebook.grammar.entries import attach as attach_to
from minutebook.grammar.listreader import Reader
from minutebook.grammar.peoplecells import (
    PeopleTable,
    read_people_table,
    rows_of_cells,
)
from minutebook.preamble.attendees import attendee_of
from minutebook.records import Attendee, RosterBlock, SourceDocument


def read_cells(source: SourceDocument, block: RosterBlock) -> list[Attendee]:
    """Return the people of a table whose columns its cells explain."""
    text = source.text
    lines = [x for x in source.lines if block.start <= x.start < block.end]
    table = read_people_table(text, rows_of_cells(text, lines))
    if table is None:
        return []
    text = _unwrapped(text, table)
    kinds = _kinds(text, table)
    found: list[Attendee] = []
    rows = zip(table.listed, table.statuses, table.bodies, strict=True)
    for row, said, body in rows:
        people: list[Entry] = []
        for start, end in row.get(table.named, ()):
            people += Reader(text, False, True).read(cut_atoms(text, start, end))
        for column, cell in row.items():
            if column != table.named:
                _say(text, people, cell, kinds[column])
        for one in people:
            settle(text, one)
            if body and not one.organisations:
                one.organisations.append(body)
            part = RosterBlock(
                said or block.status,
                block.group,
                one.name.start,
                one.name.end,
                block.rule,
            )
            found.append(attendee_of(text, one, part))
    return found


def _unwrapped(text: str, table: PeopleTable) -> str:
    """Return the text with blanks for the line ends inside paragraphs; same length."""
    pieces = [x for row in table.listed for cell in row.values() for x in cell]
    parts, at = [], 0
    for start, end in sorted(pieces):
        parts += [text[at:start], text[start:end].replace("\n", " ")]
        at = end
    return "".join([*parts, text[at:]])


def _kinds(text: str, table: PeopleTable) -> dict[int, str]:
    """Return what each column holds: posts, bodies, or both."""
    columns = {c for row in table.listed for c in row if c != table.named}
    kinds = {}
    for column in columns:
        cells = [row[column] for row in table.listed if column in row]
        words = [text[a:b] for cell in cells for a, b in cell]
        posts = sum(map(has_role_word, words))
        bodies = sum(map(has_organisation_word, words))
        several = any(len(x) > 1 for x in cells)
        kinds[column] = "both"
        if 2 * posts > len(words) and not bodies:
            kinds[column] = "role"
        elif 2 * bodies > len(words) and not posts and not several:
            kinds[column] = "organisation"
    return kinds


def _say(text: str, people: list[Entry], cell: Sequence[Range], kind: str) -> None:
    """Say of the people of a row what another cell of it says."""
    if len(people) > 1 and len(cell) == len(people):
        for one, piece in zip(people, cell, strict=True):
            _attach(text, one, piece, kind)
        return
    bodies = all(_is_body(text[a:b]) for a, b in cell)
    if len(people) > 1 and not bodies:
        return
    for one in people:
        for piece in cell:
            _attach(text, one, piece, "organisation" if bodies else kind)


def _is_body(words: str) -> bool:
    """Tell whether a paragraph of a cell names a body and no post."""
    return has_organisation_word(words) and not has_role_word(words)


def _attach(text: str, one: Entry, piece: Range, kind: str) -> None:
    piece = cut_remark(text, one, piece)
    words = text[slice(*piece)].strip()
    if is_initials(one, words):
        one.initials = words.strip(". ")
    elif kind == "organisation":
        set_body(text, one, piece)
    elif kind == "role":
        set_cell(text, one, piece)
    else:
        attach_to(text, one, piece)
