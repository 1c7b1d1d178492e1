"""Lines of a list that no name leads: said of the person above, or a torn column."""

from __future__ import annotations

import re
from itertools import groupby
from typing import NamedTuple

from minutebook.grammar.affiliations import has_organisation_word, has_role_word
from minutebook.grammar.atoms import Atom, Range
from minutebook.grammar.entries import Entry, attach
from minutebook.grammar.listnames import evidence, find_in

Loose = tuple[Atom, int]  # a line, and how many people stand before it
_LEAST = 3  # names of a column
_MISREAD = 3  # posts below it that look like names: "Community Care Doctor"


class Torn(NamedTuple):
    """A column of names, and below it the column that stood beside them."""

    said: dict[int, list[Range]]  # what is said of the name of a row
    starts: frozenset[int]  # where the pieces begin that say it


NOT_TORN = Torn({}, frozenset())


def find_torn(text: str, atoms: list[Atom]) -> Torn:
    """Return the two columns of a list if they stand one below the other.

    As many lines as there are names follow them, once lines that wrapped are joined,
    and most of these lines name a post or a body.
    """
    rows = [list(x) for _, x in groupby(atoms, key=lambda x: x.row)]
    if len(rows) < 2 * _LEAST - 1:
        return NOT_TORN
    names = 0
    while names < len(rows) and _is_name(text, rows[names]):
        names += 1
    if names < len(rows) and _is_seam(text, rows[names]):
        rows[names : names + 1] = [rows[names][:1], rows[names][1:]]
        names += 1
    if len(rows) < 2 * _LEAST:
        return NOT_TORN
    for count in range(names, max(_LEAST, names - _MISREAD + 1) - 1, -1):
        below = rows[count:]
        if not count <= len(below) <= 2 * count or not _tell_posts(text, below):
            continue
        if not _is_sure(text, rows[count - 1]):
            continue  # "Head Nurse" may look like a name
        lines = _join_wrapped(text, below, count)
        if len(lines) == count:
            heads = (x[0].row for x in rows[:count])
            said = {row: _spans(line) for row, line in zip(heads, lines, strict=True)}
            return Torn(said, frozenset(x.start for row in below for x in row))
    return NOT_TORN


def _is_name(text: str, row: list[Atom]) -> bool:
    """Say whether a line is one name and nothing else, but for a bracket."""
    first, *others = row
    if first.kind != "text" or any(x.kind != "bracket" for x in others):
        return False
    return len(find_in(text, first.start, first.end, False)) == 1


def _is_seam(text: str, row: list[Atom]) -> bool:
    """Say whether the last name and the first post share a line: "Tom Holt / Chair"."""
    return (
        len(row) == 2
        and row[1].kind == "text"
        and row[1].before == "\t"
        and text[row[0].end : row[1].start].strip() == "/"
        and _is_name(text, row[:1])
    )


def _tell_posts(text: str, rows: list[list[Atom]]) -> bool:
    """Say whether most lines name a post or a body, and none a person for sure."""
    told = 0
    for row in rows:
        words = text[row[0].start : row[-1].end]
        posts = has_role_word(words) or has_organisation_word(words)
        told += posts
        if not posts and _is_sure(text, row):
            return False
    return 5 * told >= 3 * len(rows)


def _is_sure(text: str, row: list[Atom]) -> bool:
    """Say whether a line begins with what surely is a name."""
    return any(map(evidence, find_in(text, row[0].start, row[0].end, False)))


def _span(row: list[Atom]) -> Range:
    return row[0].start, row[-1].end


# how a line ends that the next one goes on from: "Director of", "Head of Works &"
_GOES_ON = re.compile(r"(?:[-–—&,/(]|\b(?:of|and|for|the|to|in|with|at))\s{0,9}$")


def _join_wrapped(
    text: str, rows: list[list[Atom]], most: int
) -> list[list[list[Atom]]]:
    """Return lines as groups of rows, those that wrapped together, so long as too many.

    First those that end in the midst of a phrase, then those that name nothing.
    """
    groups = [[x] for x in rows]
    for goes_on in (_ends_open, _names_nothing):
        at = 1
        while len(groups) > most and at < len(groups):
            if goes_on(text, groups[at - 1][-1], groups[at][0]):
                groups[at - 1 : at + 1] = [[*groups[at - 1], *groups[at]]]
            else:
                at += 1
    return groups


def _ends_open(text: str, above: list[Atom], here: list[Atom]) -> bool:
    end = text[above[0].start : here[0].start].rstrip("\n ")
    return _GOES_ON.search(end[-12:]) is not None or text[here[0].start].islower()


def _names_nothing(text: str, above: list[Atom], here: list[Atom]) -> bool:
    words = text[slice(*_span(here))]
    return not (has_role_word(words) or has_organisation_word(words)) and (
        above[-1].end - above[0].start > len(words) > len("GP")
    )


def _spans(rows: list[list[Atom]]) -> list[Range]:
    """Return the pieces of a line: that which wraps is one piece."""
    found = [(x.start, x.end) for x in rows[0]]
    for row in rows[1:]:
        found[-1] = (found[-1][0], row[0].end)
        found += [(x.start, x.end) for x in row[1:]]
    return found


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
