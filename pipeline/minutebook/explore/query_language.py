"""What a researcher types, turned into a full-text query that can never be an error.

Words are all wanted, in any order and with their endings folded. `"a phrase"` keeps its
order, `park*` takes every word that begins so, `-word` leaves out, `OR` between two
terms takes either. Everything else is a word, however odd it looks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

MAX_CHARACTERS = 200
MAX_TERMS = 12
MIN_PREFIX = 3  # letters before a star: shorter prefixes match half the database

TOKEN = re.compile(
    r"""
    (?P<minus> -?)                 # -playground
    (?:
        " (?P<phrase> [^"]* ) "?   # "village green", also without its end quote
      | (?P<word> [^\s"]+ )        # playground, park*, OR
    )
    """,
    re.VERBOSE,
)
QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"'})
CONTROL = re.compile(r"[\x00-\x1f\x7f]+")


@dataclass(frozen=True, slots=True)
class Term:
    """One wanted or unwanted word, prefix or phrase."""

    text: str
    prefix: bool = False

    @property
    def match(self) -> str:
        """Return the term as the full-text index wants it: always quoted.

        >>> Term('say "aye"').match
        '"say ""aye\"""'
        """
        return '"' + self.text.replace('"', '""') + '"' + ("*" if self.prefix else "")

    @property
    def label(self) -> str:
        """Return the term as a person would type it.

        >>> Term("village green").label
        '"village green"'
        """
        text = f'"{self.text}"' if " " in self.text else self.text
        return text + ("*" if self.prefix else "")


@dataclass(frozen=True, slots=True)
class Query:
    """A parsed search: groups are all wanted, terms in one group are alternatives."""

    groups: tuple[tuple[Term, ...], ...] = ()
    excluded: tuple[Term, ...] = ()
    notes: tuple[str, ...] = ()  # what was left out or changed, for the reader

    @property
    def match(self) -> str:
        """Return the full-text expression, empty if there is nothing to look for."""
        if not self.groups:
            return ""
        wanted = " AND ".join(either(group) for group in self.groups)
        return f"({wanted}) NOT {either(self.excluded)}" if self.excluded else wanted

    @property
    def match_any(self) -> str:
        """Return the expression that asks for any one of the wanted terms."""
        return either(tuple(term for group in self.groups for term in group))


def either(terms: tuple[Term, ...]) -> str:
    """Return the expression for any one of these terms."""
    return "(" + " OR ".join(term.match for term in terms) + ")" if terms else ""


def parse(text: str) -> Query:
    """Return the query that a typed text stands for.

    >>> parse('playground "village green" -lease').match
    '(("playground") AND ("village green")) NOT ("lease")'
    >>> parse("bench OR seat park*").match
    '("bench" OR "seat") AND ("park"*)'
    >>> parse('AND "').match
    '("AND")'
    """
    groups: list[tuple[Term, ...]] = []
    excluded: list[Term] = []
    joining = False
    tokens, notes = _tokens(text)
    for minus, word, phrase in tokens:
        if word == "OR" and not minus:
            joining = bool(groups)
            continue
        term = _term(word, phrase, notes)
        if term is None:
            continue
        if minus:
            excluded.append(term)
        elif joining:
            groups[-1] = (*groups[-1], term)
        else:
            groups.append((term,))
        joining = False
    if excluded and not groups:
        notes.append("Add a word to look for: a search cannot only leave words out.")
    return Query(tuple(groups), tuple(excluded), tuple(notes))


def _tokens(text: str) -> tuple[list[tuple[bool, str, str]], list[str]]:
    """Return the pieces typed, and notes about what was cut off."""
    notes = []
    text = CONTROL.sub(" ", text.translate(QUOTES)).strip()
    if len(text) > MAX_CHARACTERS:
        text = text[:MAX_CHARACTERS]
        notes.append(f"Only the first {MAX_CHARACTERS} characters were searched.")
    found = [
        (bool(m["minus"]), m["word"] or "", m["phrase"] or "")
        for m in TOKEN.finditer(text)
    ]
    if len(found) > MAX_TERMS:
        notes.append(f"Only the first {MAX_TERMS} words were searched.")
    return found[:MAX_TERMS], notes


def _term(word: str, phrase: str, notes: list[str]) -> Term | None:
    """Return a term, or None where nothing in it can be searched for."""
    text = " ".join((phrase or word).split())
    prefix = not phrase and len(text) > 1 and text.endswith("*")
    if prefix:
        text = text.rstrip("*")
        if sum(letter.isalnum() for letter in text) < MIN_PREFIX:
            notes.append(f"A star needs {MIN_PREFIX} letters before it: {text}*")
            prefix = False
    if not any(letter.isalnum() for letter in text):
        return None
    return Term(text, prefix)
