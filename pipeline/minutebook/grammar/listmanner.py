"""How a list is made: whether names stand in rows, in columns, in brackets."""

from __future__ import annotations

import itertools
import re

from minutebook.grammar.affiliations import (
    has_organisation_word,
    has_role_word,
    is_acronym,
)
from minutebook.grammar.atoms import Atom
from minutebook.grammar.listnames import evidence, find_in
from minutebook.grammar.listwords import unled
from minutebook.grammar.names import is_given


def rows_of_names(text: str, atoms: list[Atom]) -> frozenset[int]:
    """Return the rows in which commas part names: most of them surely are."""
    found = []
    for row, group in itertools.groupby(atoms, key=lambda x: x.row):
        pieces = [x for x in group if x.kind == "text"]
        words = (text[x.start : x.end] for x in pieces)
        mixed = any(x.before == ";" for x in pieces)
        if len(pieces) < 3 or mixed or any(map(has_organisation_word, words)):
            continue
        lists = [find_in(text, *unled(text, x), False) for x in pieces]
        sure = sum(bool(x) and all(map(evidence, x)) for x in lists)
        if all(lists) and 2 * sure >= len(lists):
            found.append(row)
    return frozenset(found)


def names_in_columns(text: str, atoms: list[Atom], alone: bool) -> bool:
    """Tell whether the cells behind the first of each row hold people too."""
    cells = [x for x in atoms if x.before == "\t" and x.kind == "text"]
    found = (find_in(text, x.start, x.end, alone) for x in cells)
    named = sum(bool(names) and all(map(evidence, names)) for names in found)
    return 2 * named >= len(cells)


def names_in_brackets(text: str, atoms: list[Atom]) -> bool:
    """Tell whether the brackets hold the people, and posts stand before them."""
    inside = sure = before = 0
    for last, atom in itertools.pairwise(atoms):
        if atom.kind == "bracket" and last.kind == "text":
            words = text[last.start : last.end]
            names = find_in(text, atom.start, atom.end, alone=False)
            held = bool(names) and has_role_word(words) and not is_acronym(words)
            inside += held
            sure += held and all(map(evidence, names))
            before += not names
    if not inside > before:
        return False
    plain = (find_in(text, x.start, x.end, False) for x in atoms if x.kind == "text")
    return 2 * sure >= inside or not any(x and all(map(evidence, x)) for x in plain)


_BRACKETS = re.compile(r"\([^()]{0,60}\)")
_BETWEEN = re.compile(r",|;|\n|\band\b|&")


def are_called(body: str) -> bool:
    """Tell whether people are listed by given names and initials of surnames.

    >>> are_called("Bill T, Norma"), are_called("Jean B, Ron and Sylvia F (chair)")
    (True, True)
    >>> are_called("Bill Holt, Norma"), are_called("Mill B, Roads")
    (False, False)
    """
    bare = _BRACKETS.sub(" ", body)
    pieces = [x.strip(" .\n") for x in _BETWEEN.split(bare)]
    short = [x for x in pieces if _SHORT_NAME.fullmatch(x)]
    alone = [x for x in pieces if x and " " not in x]
    return (
        len(short) > 0 < len(alone)
        and all(is_given(x.split()[0]) for x in [*short, *alone])
        and 2 * (len(short) + len(alone)) > len(pieces)
    )


_SHORT_NAME = re.compile(r"[A-Z][a-z]{1,12} [A-Z]\.?")
