"""Lists whose cells stack names, and beside them as many lines of who they are."""

from __future__ import annotations

from collections import defaultdict

from minutebook.grammar.atoms import Range, cut_atoms
from minutebook.grammar.entries import Entry, say
from minutebook.grammar.listnames import evidence
from minutebook.grammar.listreader import Reader
from minutebook.grammar.names import find_names
from minutebook.grammar.whocolumns import leads
from minutebook.records import Line

Pair = tuple[Line, Line]  # a line that names somebody, and the line beside it


def read_stacked(text: str, lines: list[Line]) -> list[Entry]:
    """Return the people of rows of two cells, line by line; [] where any row differs.

    "Ada Penrose" over "Tom Holt" in one cell, "Chief Executive" over "Clerk" in the
    next: the first line tells of the first name, the second of the second.
    """
    rows: dict[tuple[int, int], dict[int, list[Line]]] = defaultdict(dict)
    for line in lines:
        if text[line.start : line.end].strip():
            rows[line.page, line.row].setdefault(line.column, []).append(line)
    pairs: list[Pair] = []
    for row in rows.values():
        found = _pairs(text, row)
        if not found:
            return []
        pairs += found
    if len(pairs) < _LEAST or len(pairs) == len(rows):
        return []
    return [x for name, said in pairs for x in _entry(text, name, said)]


_LEAST = 2  # people


def _pairs(text: str, row: dict[int, list[Line]]) -> list[Pair]:
    """Return the lines of two cells side by side, [] of any other row."""
    if len(row) != _CELLS:
        return []
    names, said = (row[c] for c in sorted(row))
    if len(names) != len(said) or not all(leads(_words(text, x)) for x in names):
        return []
    people = sum(any(map(evidence, find_names(_words(text, x)))) for x in said)
    return [] if _FEW * people > len(said) else list(zip(names, said, strict=True))


_CELLS = 2
_FEW = 3  # of as many lines, one that looks like a person's name at most


def _words(text: str, line: Line) -> str:
    return text[line.start : line.end]


def _entry(text: str, name: Line, said: Line) -> list[Entry]:
    """Return whom a line names, with what the line beside it says."""
    entries = Reader(text, False, True).read(cut_atoms(text, name.start, name.end))[:1]
    for entry in entries:
        for piece in _parts(text, (said.start, said.end)):
            say(text, entry, piece)
    return entries


def _parts(text: str, span: Range) -> list[Range]:
    """Return a line as what it says and as what its last bracket adds of the person.

    >>> text = "Mill North (Lead Governor)"
    >>> [text[a:b] for a, b in _parts(text, (0, len(text)))]
    ['Mill North', '(Lead Governor)']
    """
    atoms = cut_atoms(text, *span)
    if len(atoms) != _CELLS or atoms[1].kind != "bracket":
        return [span]
    return [(atoms[0].start, atoms[0].end), (atoms[1].start - 1, span[1])]
