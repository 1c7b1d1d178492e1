"""Finds the words that bid or promise: one of them stands in every task."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from minutebook.grammar.anchors import find_words, is_inside_word
from minutebook.grammar.leaps import leaping

DUTIES = ("to", "will", "would", "should", "shall", "must", "need", "needs")
# no "IS to write" that opens a sentence: Ivor Stone is to
# "The Clerk was INSTRUCTED to write", "Mr Holt AGREED TO ring": no name is meant
_GIVE = (
    r"(?:ASKED|REQUESTED|INSTRUCTED|DIRECTED|INVITED|TASKED|MANDATED|AUTHORI[SZ]ED|AGREED"
    r"|OFFERED|UNDERTOOK|VOLUNTEERED|PROMISED|INSTRUCT|REQUEST|DIRECT)"
)
_LOUD = leaping(
    rf"(?<=[\w\x29’'.,] )(?:{_GIVE}(?= (?:the|that|[A-Z][a-z]))"
    rf"|(?:{_GIVE}|(?<!\.\s)(?:IS|ARE)) (?:TO(?= [a-z])|to)"
    r"|(?:WILL|WOULD|SHALL|SHOULD|TO)(?= [a-z]{2}))\b"
)


def soften(text: str) -> str:
    """Return a text in which no word that bids or promises stands in capitals.

    >>> soften("The Clerk was INSTRUCTED to write. RESOLVED: Tom Holt WILL ring.")
    'The Clerk was instructed to write. RESOLVED: Tom Holt will ring.'
    """
    return _LOUD.sub(lambda x: x[0].lower(), text)


# "he'll ring", "She'd write"
_CUT = re.compile(r"(?<=[Hh]e)[’'](?:ll|d)(?=\s)")


@lru_cache(maxsize=2)
def _duties_in(text: str) -> tuple[int, ...]:
    """Return where such words stand whole, with a space behind them."""
    whole = [
        start
        for start, end in find_words(text, DUTIES)
        if text[end : end + 1].isspace() and not is_inside_word(text, start)
    ]
    return tuple(sorted([*whole, *(x.start() for x in _CUT.finditer(text))]))


def last_duty(text: str, start: int, end: int) -> int:
    """Return where the last of such words stands between two offsets; -1 if none.

    >>> last_duty("Tom will go to Holt.", 0, 20), last_duty("Into the hall.", 0, 14)
    (12, -1)
    """
    places = _duties_in(text)
    at = bisect_left(places, end) - 1
    return places[at] if at >= 0 and places[at] >= start else -1
