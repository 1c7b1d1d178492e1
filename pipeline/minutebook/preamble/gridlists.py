"""Reads lists in which a column, a letter or a star says who came."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from minutebook.grammar.affiliations import has_role_word, is_chair, is_note
from minutebook.grammar.atoms import Range, cut_atoms, trim
from minutebook.grammar.entries import (
    Entry,
    say,
    set_body,
    set_cell,
    set_post,
    settle,
)
from minutebook.grammar.listreader import Reader
from minutebook.grammar.names import Name, parse_name, shift_name
from minutebook.grammar.rosters import read_key
from minutebook.grammar.runs import (
    find_coded,
)
from minutebook.grammar.whocolumns import leads
from minutebook.preamble.attendees import attendee_of
from minutebook.preamble.statuscolumns import read_status_columns
from minutebook.preamble.tables import Cell, read_people
from minutebook.records import (
    Attendee,
    Line,
    RosterBlock,
    SourceDocument,
)


def read_table(source: SourceDocument, block: RosterBlock) -> list[Attendee]:
    """Return the people of a table whose head row names its columns."""
    text = source.text
    if block.rule == "roster-table" and (beside := read_status_columns(source, block)):
        return beside
    found: list[Attendee] = []
    for row in read_people(source, block):
        reader = Reader(text, False, True)
        entries = reader.read(cut_atoms(text, *row.name))[:1]
        if row.called:
            entries = [Entry(Name(row.called, *row.name, surname=""))]
        for entry in entries:
            if row.role:
                enter = set_post if row.organisation else set_cell
                enter(text, entry, row.role)
            if row.organisation:
                set_body(text, entry, row.organisation)
            if row.both:
                say(text, entry, row.both)
            entry.chair |= any(_IS_CHAIR.search(text[a:b]) for a, b in row.others)
            if not entry.roles:
                entry.roles += [x for y in row.others for x in _posts_in(text, *y)][:1]
            part = RosterBlock(row.status, block.group, *row.name, block.rule)
            found.append(attendee_of(text, entry, part))
    return found


def _posts_in(text: str, start: int, end: int) -> Iterator[Range]:
    """Yield the posts among the parts of a cell of another kind: "Staff, Vice Chair".

    >>> text = "Co-opted, Vice Chair"
    >>> [text[a:b] for a, b in _posts_in(text, 0, len(text))]
    ['Vice Chair']
    """
    for part in _PART.finditer(text, start, end):
        words = part[0].strip()
        if has_role_word(words) and not is_chair(words) and not is_note(words):
            yield trim(text, *part.span())


_PART = re.compile(r"[^,;/()\t]{3,50}")


# "Co-opted (Chair)", said in a column of another kind
_IS_CHAIR = re.compile(r"(?:^|\()\s?Chair(?:man|woman|person)?\s?(?:\)|$)|\bchaired\b")


def read_marked(
    source: SourceDocument,
    block: RosterBlock,
    marks: list[tuple[list[Cell], str]],
) -> list[Attendee]:
    """Return the people of a table whose columns of marks say who came."""
    found: list[Attendee] = []
    for cells, status in marks:
        if not cells:
            continue
        start, end = cells[0].start, cells[-1].end
        reader = Reader(source.text, False, True)
        entries = reader.read(cut_atoms(source.text, start, end))
        part = RosterBlock(status, block.group, start, end, "roster-marks")
        found += [attendee_of(source.text, x, part) for x in entries[:1]]
    return found


def read_grid(source: SourceDocument, block: RosterBlock) -> list[Attendee]:
    """Return the people of a grid; the last letter of a row is this meeting's."""
    text = source.text
    key = read_key(text)
    rows = find_coded(text, block.start, block.end + 1, "".join(key) + "-")
    found: list[Attendee] = []
    if len(rows) >= 5:
        for row in rows:
            if row.code not in key:
                continue
            name = Name(text[slice(*row.who)], *row.who, surname="")
            entry = Entry(name, said=[row.said], strong=False)
            settle(text, entry)
            part = RosterBlock(key[row.code], "", *row.who, block.rule)
            found.append(attendee_of(text, entry, part))
        return found
    for row_text in re.finditer(r"[^\n]+", text[block.start : block.end]):
        cells = re.split(r"\t+| {2,}", row_text[0].strip())
        codes = [c for c in " ".join(cells[1:]).split() if c in key]
        name_found = parse_name(cells[0])
        if not codes or name_found is None:
            continue
        start = block.start + row_text.start() + row_text[0].index(cells[0])
        part = RosterBlock(key[codes[-1]], "", start, start, block.rule)
        found.append(attendee_of(text, Entry(shift_name(name_found, start)), part))
    return found


def read_called(text: str, block: RosterBlock) -> list[Attendee]:
    """Return whom one row of a roll that is called names: "Mayor Clark | Absent"."""
    atoms = cut_atoms(text, block.start, block.end)
    entries = Reader(text, True, True).read(atoms)[:1]
    return [attendee_of(text, x, block) for x in entries]


def read_starred(source: SourceDocument, block: RosterBlock) -> list[Attendee]:
    """Return the people of a list in which a star says who came."""
    text = source.text
    found: list[Attendee] = []
    rows: dict[tuple[int, int], list[Line]] = {}
    for line in source.lines:
        if line.end > block.start and line.start < block.end:
            rows.setdefault((line.page, line.row), []).append(line)
    for row in rows.values():
        opens = [row[0].start, *_mates(text, row[0].start + 1, row[-1].end)]
        for start, end in itertools.pairwise([*opens, row[-1].end]):
            status = _STARRED.get(text[start], "absent")
            start += text[start] in _STARRED
            for entry in Reader(text, False, True).read(cut_atoms(text, start, end)):
                came = _STARRED.get(text[entry.name.end : entry.name.end + 1], status)
                part = RosterBlock(came, block.group, start, end, block.rule)
                found.append(attendee_of(text, entry, part))
    return found


# what stands before a name in such a list; nothing stands before those who did not come
_STARRED = {"*": "present", "Ø": "apologies", "ø": "apologies"}
_MATE = re.compile(
    r"(?:[\t|]|[ ]{3,40}|(?<=\s)(?=[*Øø]))(?P<mark>[*Øø]?)(?=[ ]{0,3}[A-Z][^\t|]{3})"
)


def _mates(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where others open beside the first person of a row: "Bell  *Holt".

    >>> text = "*Cllr A Bell\\t Cllr B Orr\\tClerk   *Cllr D Pike"
    >>> [text[x : x + 8] for x in _mates(text, 1, len(text))]
    [' Cllr B ', '*Cllr D ']
    """
    for match in _MATE.finditer(text, start, end):
        if match["mark"] or leads(text[match.end() : end].lstrip()):
            yield match.start("mark")
