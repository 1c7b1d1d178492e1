"""Lines of a list that no name leads: said of the person above, or a torn column."""

from __future__ import annotations

from minutebook.grammar.atoms import Atom
from minutebook.grammar.entries import Entry, attach

Loose = tuple[Atom, int]  # a line, and how many people stand before it


def pair_columns(text: str, entries: list[Entry], loose: list[Loose]) -> None:
    """Attach the lines that no name leads: to the line above, or as a column."""
    _demote(entries, loose)
    at = 0
    while at < len(loose):
        run = [loose[at]]
        while at + len(run) < len(loose) and loose[at + len(run)][1] == run[0][1]:
            run.append(loose[at + len(run)])
        at += len(run)
        _pair(text, entries, run, run[0][1])


def _demote(entries: list[Entry], loose: list[Loose]) -> None:
    """Take for an affiliation what only looks like a name in a column of them."""
    rows = {atom.row for atom, _ in loose}
    between = _between(entries, loose)
    for at in range(len(entries) - 1, -1, -1):
        entry = entries[at]
        if entry.strong or not entry.bare:
            continue
        if {entry.row - 1, entry.row + 1} <= rows or entry.name.start in between:
            del entries[at]
            name = entry.name
            atom = Atom("text", name.start, name.end, "\n", entry.row)
            loose[:] = [(x, n - 1 if n > at else n) for x, n in loose]
            loose.append((atom, at))
    loose.sort(key=lambda x: x[0].start)


def _between(entries: list[Entry], loose: list[Loose]) -> set[int]:
    """Return where the names start that stand alone between lines no name leads."""
    marks = sorted(
        [(x.name.start, True) for x in entries] + [(x.start, False) for x, _ in loose]
    )
    trios = zip(marks, marks[1:], marks[2:], strict=False)
    return {b for (_, x), (b, y), (_, z) in trios if y and not x and not z}


def _is_open(entry: Entry) -> bool:
    """Tell whether nothing but the chair has been said of a person."""
    if entry.bare:
        return True
    return entry.chair and not (entry.said or entry.roles or entry.organisations)


def _pair(text: str, entries: list[Entry], run: list[Loose], upto: int) -> None:
    """Attach a run of lines to as many names before it, else to the last of them."""
    first = upto
    while first > 0 and _is_open(entries[first - 1]):
        first -= 1
    names = entries[first:upto]
    if len(names) >= 2 and (
        len(run) == len(names) or (len(run) >= 3 and len(names) >= 3)
    ):
        for entry, (atom, _) in zip(names, run, strict=False):
            attach(text, entry, (atom.start, atom.end))
        return
    entry = entries[upto - 1]
    for atom, _ in run[:3]:
        attach(text, entry, (atom.start, atom.end))
