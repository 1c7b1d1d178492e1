"""Matches of patterns that begin with known words: found by the word, then matched.

A search leaps to a literal or to one class of characters; any other pattern, also one
that begins at a word's edge, is tried at every character.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from minutebook.grammar.leaps import split_branches

_ANY_CASE = int(re.IGNORECASE)  # as a number: asked too often for a flag


def matches_at(
    pattern: re.Pattern[str],
    text: str,
    words: tuple[str, ...],
    start: int = 0,
    end: int | None = None,
) -> Iterator[re.Match[str]]:
    """Yield the matches that begin with one of the words, as `finditer` would.

    A pattern that ignores case is given its words in small letters. Each word costs a
    search of the text, so the fewer the better.

    >>> text = "Ann Bell left at 7pm. Tom Holt arrived at 8pm."
    >>> found = matches_at(re.compile(r"(?:left|arrived) at"), text, ("arr", "left"))
    >>> [x[0] for x in found]
    ['left at', 'arrived at']
    """
    end = len(text) if end is None else end
    where = fold_case(text) if pattern.flags & _ANY_CASE else text
    last = start
    for low in range(start, end, _STRETCH):
        for at in _begin_in(where, words, low, end):
            if at < last or is_inside_word(text, at):
                continue
            match = pattern.match(text, at, end)
            if match:
                last = max(match.end(), at + 1)
                yield match


_STRETCH = 4000  # characters: whoever asks for a few matches seldom needs all the text


def _begin_in(text: str, words: tuple[str, ...], low: int, end: int) -> list[int]:
    """Return where some words begin in one stretch of a text, in order."""
    places: list[int] = []
    find, add = text.find, places.append
    for word in words:  # straight: there are many of them
        size = len(word)
        stop = low + _STRETCH + size - 1
        if stop > end:
            stop = end
        at = find(word, low, stop)
        while at >= 0:
            add(at)
            at = find(word, at + size, stop)
    places.sort()
    return places


def _places(text: str, word: str, start: int, end: int) -> list[int]:
    places = []
    size = len(word)
    at = text.find(word, start, end)
    while at >= 0:
        places.append(at)
        at = text.find(word, at + size, end)
    return places


@lru_cache(maxsize=2)
def fold_case(text: str) -> str:
    """Return a text in small letters of which each stands where it stood.

    >>> fold_case("The İlk Trust")
    'the İlk trust'
    """
    folded = text.lower()
    if len(folded) == len(text):
        return folded
    return "".join(y if len(y := x.lower()) == 1 else x for x in text)


@lru_cache(maxsize=2)
def find_numbers(text: str) -> tuple[int, ...]:
    """Return where each run of digits begins.

    >>> find_numbers("12 May 2019")
    (0, 7)
    """
    return tuple(x.start() for x in _NUMBER.finditer(text))


_NUMBER = re.compile("[0-9][0-9]*")  # so that a search leaps to the first


def find_words(
    text: str, words: tuple[str, ...], start: int = 0
) -> list[tuple[int, int]]:
    """Return where any of some words begins and ends, also inside another word.

    >>> find_words("ate at 7", ("at", "7"))
    [(0, 2), (4, 6), (7, 8)]
    """
    end = len(text)
    return sorted(
        (at, at + len(x)) for x in words for at in _places(text, x, start, end)
    )


def holds_any(text: str, words: tuple[str, ...]) -> bool:
    """Say whether any of some words stands in a text, also inside another word.

    >>> holds_any("the end", ("bench", "he")), holds_any("the end", ("bench",))
    (True, False)
    """
    for word in words:  # noqa: SIM110 - asked too often for a generator
        if word in text:
            return True
    return False


def shortest(*words: str) -> tuple[str, ...]:
    """Return the words that hold no other one: as many texts hold one of these.

    >>> shortest("prop", "move", "proposed", "move")
    ('prop', 'move')
    """
    kept = tuple(dict.fromkeys(words))
    return tuple(x for x in kept if not any(y in x for y in kept if y != x))


def stands_between(text: str, words: tuple[str, ...], start: int, end: int) -> bool:
    """Say whether one of some words stands there whole, with a space behind it.

    >>> text = "hand in; and it went"
    >>> [stands_between(text, ("and",), x, len(text)) for x in (0, 10)]
    [True, False]
    """
    places = _find_parted(text, words)
    at = bisect_left(places, (start,))
    return at < len(places) and places[at][1] < end


@lru_cache(maxsize=4)
def _find_parted(text: str, words: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    return tuple(
        (start, end)
        for start, end in find_words(text, words)
        if text[end : end + 1] == " " and not is_inside_word(text, start)
    )


def is_inside_word(text: str, at: int) -> bool:
    """Say whether a letter or digit stands before an offset."""
    return at > 0 and (text[at - 1].isalnum() or text[at - 1] == "_")


def find_places(text: str, words: tuple[str, ...]) -> list[int]:
    """Return where any of some words stands in a text, also inside another word.

    >>> find_places("ate at 7", ("at",))
    [0, 4]
    """
    end = len(text)
    return sorted(at for word in words for at in _places(text, word, 0, end))


def matches_among(
    pattern: re.Pattern[str], places: list[int], text: str, start: int, end: int
) -> Iterator[re.Match[str]]:
    """Yield the matches that begin at one of some places, as `finditer` would.

    >>> text = "ate at 7pm, left at 8pm"
    >>> places = find_places(text, ("at",))
    >>> [x[0] for x in matches_among(re.compile("at [0-9]"), places, text, 5, 23)]
    ['at 8']
    """
    last = start
    for at in places[bisect_left(places, start) : bisect_left(places, end)]:
        match = pattern.match(text, at, end) if at >= last else None
        if match:
            last = match.end()
            yield match


def has_word(text: str, word: str) -> bool:
    """Say whether a word stands in a text between edges of words, as `\\b` knows them.

    >>> has_word("to mend the bench", "end"), has_word("the end.", "end")
    (False, True)
    """
    edges = (not _in_word(word[:1]), not _in_word(word[-1:]))
    at = text.find(word)
    while at >= 0:
        stop = at + len(word)
        if edges == (_in_word(text[at - 1 : at]), _in_word(text[stop : stop + 1])):
            return True
        at = text.find(word, at + 1)
    return False


def starts_word(text: str, start: str) -> bool:
    """Say whether some word of a text begins so, as `\\b` before it would.

    >>> starts_word("It was so", "was"), starts_word("Iwas", "was")
    (True, False)
    """
    at = text.find(start)
    while at >= 0 and is_inside_word(text, at):
        at = text.find(start, at + 1)
    return at >= 0


def find_alone(text: str, word: str) -> int:
    """Return where a word stands first without a letter beside it; -1 if nowhere.

    >>> find_alone("bench, end", "end"), find_alone("bench ends", "end")
    (7, -1)
    """
    at = text.find(word)
    while at >= 0:
        stop = at + len(word)
        if not is_inside_word(text, at) and not _in_word(text[stop : stop + 1]):
            return at
        at = text.find(word, at + 1)
    return -1


def _in_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


def matches_from(
    pattern: re.Pattern[str],
    starts: re.Pattern[str],
    text: str,
    start: int = 0,
    end: int | None = None,
) -> Iterator[re.Match[str]]:
    """Yield the matches that begin where `starts` do, as `finditer` would.

    >>> starts, pattern = re.compile("a(?=t)"), re.compile(r"\\b(?:at|by) \\d")
    >>> [x[0] for x in matches_from(pattern, starts, "left at 7pm, ate at 8pm")]
    ['at 7', 'at 8']
    """
    end = len(text) if end is None else end
    last = start
    for place in starts.finditer(text, start, end):
        at = place.start()
        match = pattern.match(text, at, end) if at >= last else None
        if match:
            last = match.end()
            yield match


def group_at_edges(pattern: str) -> str:
    """Return a pattern that is tried less often and finds something where this does.

    The branches that begin a word go into one group behind its edge, which is looked
    for once at each character and not once for each branch. Which of two branches
    finds may change, so this is for what is only asked whether it finds anything.

    >>> group_at_edges(r"\\bat (?:7|8)|by|\\bwe")
    '\\\\b(?=\\\\w)(?:at (?:7|8)|we)|(?:by)'
    """
    branches = split_branches(pattern)
    edged = "|".join(x[2:] for x in branches if x.startswith(r"\b"))
    others = "|".join(x for x in branches if not x.startswith(r"\b"))
    return rf"\b(?=\w)(?:{edged})|(?:{others})" if edged and others else pattern
