"""Tells the body that met from other bodies that its minutes tell of."""

from __future__ import annotations

import re

from minutebook.assemble import outcomes

_KIND = (
    r"(?:Committee|Board|Panel|Group|Council|Forum|Cabinet|Partnership|Commission"
    r"|Sub-?[Cc]ommittee|Working\s[Gg]roup|Team|Trust)"
)
# "the Finance Committee", "the BM Committee": a body told apart by a name of its own
_NAMED = re.compile(
    rf"(?:[Tt]he\s{{1,3}})?(?P<own>(?:[A-Z][\w’'&/-]{{0,30}}\s{{1,3}}(?:and\s|of\s|&\s)?){{1,5}}){_KIND}\b"
)
_LETTERS = re.compile(r"(?:[Tt]he\s+)?(?P<letters>[A-Z]{1,5}(?:PC|CC|TC|SCB))\b")
# words that any body may have in its name, or that only begin a sentence
_COMMON = frozenset(
    {"the", "this", "our", "all", "full", "town", "parish", "city", "county", "sub"}
    | {"community", "borough", "municipal", "shire", "area", "local", "governing"}
    | {"management", "executive", "advisory", "project", "steering", "whole", "joint"}
    | {"main", "members", "committee", "council", "board", "group", "working", "both"}
    | {"after", "following", "when", "since", "also", "health", "district"}
)
_BY = re.compile(
    rf"\b(?:agreed|approved|accepted|adopted|endorsed)\s+by\s+the\s+(?P<own>(?:[A-Z][\w’'&/-]{{0,30}}\s{{1,3}}(?:and\s|of\s|&\s)?){{1,5}}){_KIND}\b"
)


def own_words(header: str) -> frozenset[str]:
    """Return the words, and the letters of the names, that a heading holds.

    >>> sorted(own_words("Thornbeck Parish Council"))
    ['c', 'council', 'parish', 'pc', 'thornbeck', 'tp', 'tpc']
    """
    words = re.findall(r"[A-Za-z][\w’'-]*", header)
    first = "".join(x[0] for x in words if x[0].isupper()).lower()[:60]
    letters = {first[a:b] for a in range(len(first)) for b in range(a + 2, a + 7)}
    return frozenset(letters | {x.lower() for x in words})


def is_another(sentence: str, own: frozenset[str]) -> bool:
    """Say whether it is a body of another name that a sentence says decided.

    >>> own = own_words("Thornbeck Parish Council")
    >>> is_another("The Finance Committee agreed to pay it.", own)
    True
    >>> is_another("Thornbeck Parish Council agreed to pay it.", own)
    False
    """
    if len(own) < 6:
        return False
    for find in (outcomes.find_body_did, outcomes.find_body_and_did):
        match = find(sentence)
        if match:
            return _differs(match[0], own)
    by = _BY.search(sentence)
    return bool(by) and not _shares(by["own"] if by else "", own)


def _differs(actor: str, own: frozenset[str]) -> bool:
    letters = _LETTERS.match(actor)
    if letters:
        return letters["letters"].lower() not in own
    named = _NAMED.match(actor)
    return bool(named) and not _shares(named["own"] if named else "", own)


def _shares(name: str, own: frozenset[str]) -> bool:
    """Say whether a name is common, or shares a word with the body's own."""
    words = {x.lower().strip("’'") for x in name.split()} - {"and", "of", "&"}
    special = words - _COMMON
    return not special or bool(special & own)
