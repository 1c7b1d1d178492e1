"""Tells names of bodies from names of kinds: a carol service, a notice board."""

from __future__ import annotations

from functools import cache

from minutebook.grammar.leaps import leaping
from minutebook.recognise.runs import LINKS, Token
from minutebook.recognise.wordlists import is_listed, read_rows


@cache
def _kinds() -> dict[str, frozenset[str]]:
    """Return, by head noun, the words before it that make it no body."""
    return {
        x.word.casefold(): frozenset(" ".join(x.aliases).casefold().split())
        for x in read_rows("not_bodies")
        if "before" in x.flags
    }


@cache
def never_bodies() -> frozenset[str]:
    """Return whole names, case-folded, that look like a body's and are none.

    >>> "open forum" in never_bodies()
    True
    """
    rows = [x for x in read_rows("not_bodies") if "whole" in x.flags]
    return frozenset(y.casefold() for x in rows for y in (x.word, *x.aliases))


def is_kind(head: str, words: list[str]) -> bool:
    """Return whether the words before a head noun make it a kind of thing.

    >>> is_kind("service", ["carol"]), is_kind("service", ["ambulance"])
    (True, False)
    """
    return bool(words) and words[-1] in _kinds().get(head, frozenset())


# a (Youth Club),  a more challenging (Youth Club),  any (Friends Group)
ANY = leaping(
    r"\b(?:[Aa]n?|[Aa]ny|[Aa]nother|[Ee]ach|[Ee]very|[Nn]o)[ ]"
    r"(?:(?!from|for|with|into|and)[a-z-]{3,12}[ ]){0,2}$"
)
# of what kind a club or a group is
SORTS = frozenset(
    [
        *("youth", "friends", "residents", "drama", "gardening", "film", "book"),
        *("lunch", "breakfast", "social", "parents", "toddler", "walking", "music"),
        *("art", "craft", "homework", "luncheon"),
    ]
)


def is_any(view: str, start: int, words: list[str]) -> bool:
    """Return whether an article shows a kind of body: a local Youth Club.

    `words` are those before the head noun, case-folded, of the name that begins there.

    >>> is_any("they want a Youth Club", 12, ["youth"])
    True
    >>> is_any("a Marsh Youth Club", 2, ["marsh", "youth"])
    False
    """
    return all(is_listed(x) or x in SORTS for x in words) and bool(
        ANY.search(view, max(0, start - 36), start)
    )


RANKS = frozenset(
    [
        "annual",
        "regular",
        "monthly",
        "extraordinary",
        "ordinary",
        "effective",
        "draft",
        "inaugural",
        "adjourned",
        "above",
        "proposed",
        "former",
        "spring",
        "summer",
        "autumn",
        "winter",
    ]
)


def without_rank(tokens: list[Token], start: int, first: int) -> int:
    """Return where a name begins behind words such as "Annual" and "Draft"."""
    while start < first and tokens[start].fold in RANKS:
        start += 1
    met = any(x.fold in MEETINGS for x in tokens[first + 1 : first + 3])
    if met and start < first and tokens[start].fold in ("special", "emergency"):
        start += 1  # Special (School Board) Meeting
    return start


MEETINGS = frozenset(["meeting", "meetings", "minutes", "session"])


def is_of_home(part: list[Token], home: frozenset[str]) -> bool:
    """Return whether a name is of the body's own place, or of what goes on there.

    >>> from minutebook.recognise.runs import tokens_of
    >>> names = ("Thornbeck", "Thornbeck Gadders", "Thornbeck Show", "Thornbeck End")
    >>> here = frozenset(["thornbeck"])
    >>> [is_of_home(tokens_of(x, 0, len(x)), here) for x in names]
    [True, False, True, True]
    """
    if part[0].fold not in home:
        return False
    rest = [x.fold for x in part[1:] if x.fold not in home and x.fold not in LINKS]
    return not rest or any(x in GOINGS_ON or is_listed(x) for x in rest)


GOINGS_ON = frozenset(
    [
        *("show", "fair", "fayre", "fete", "fête", "festival", "carnival", "gala"),
        *("day", "picnic", "concert", "parade", "fireworks", "lights", "jubilee"),
        *("end", "north", "south", "east", "west", "mill", "farm", "manor", "castle"),
        *("common", "lake", "pond", "wood", "woods", "beach", "harbour", "quay"),
        *("station", "signs", "ward", "parish", "vale", "moor", "fen", "heath"),
    ]
)
