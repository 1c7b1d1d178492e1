"""Finds the words that bid or promise: one of them stands in every task."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache

from minutebook.grammar.anchors import find_words, is_inside_word

DUTIES = ("to", "will", "would", "should", "shall", "must", "need", "needs")


@lru_cache(maxsize=2)
def _duties_in(text: str) -> tuple[int, ...]:
    """Return where such words stand whole, with a space behind them."""
    return tuple(
        start
        for start, end in find_words(text, DUTIES)
        if text[end : end + 1].isspace() and not is_inside_word(text, start)
    )


def last_duty(text: str, start: int, end: int) -> int:
    """Return where the last of such words stands between two offsets; -1 if none.

    >>> last_duty("Tom will go to Holt.", 0, 20), last_duty("Into the hall.", 0, 14)
    (12, -1)
    """
    places = _duties_in(text)
    at = bisect_left(places, end) - 1
    return places[at] if at >= 0 and places[at] >= start else -1
