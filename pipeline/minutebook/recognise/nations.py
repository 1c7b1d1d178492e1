"""Finds bodies whose names end with a nation: Refill Wales, Quarry Aid Cymru."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutebook.recognise.heads import Found, name_end
from minutebook.recognise.runs import LINKS, Token, fold, is_break
from minutebook.recognise.wordlists import words_of

NATIONS = frozenset(
    [
        *("cymru", "wales", "scotland", "england", "ireland", "uk", "nz", "canada"),
        *("australia", "aotearoa"),
    ]
)
# that a nation stands behind in the name of a place, a people or of a thing
PLACES = frozenset(
    [
        *("north", "south", "east", "west", "mid", "northern", "southern", "eastern"),
        *("western", "central", "upper", "lower", "great", "rural", "new", "little"),
        *("heart", "coast", "island", "isles", "republic", "prince", "bank", "eglwys"),
        *("across", "within", "team", "planning", "future", "policy", "building"),
    ]
)
MOST = 4  # words before the nation


def find_national(view: str, runs: list[list[Token]]) -> Iterator[Found]:
    """Return the names of two words or more of which a nation is the last.

    >>> from minutebook.recognise.runs import find_runs
    >>> view = "Zorbex Wales wrote. In North Wales and Hale, England it rained."
    >>> [x.name for x in find_national(view, list(find_runs(view)))]
    ['Zorbex Wales']
    """
    found = list(_named(view, runs))
    barred = {x.name for x in found if NO_BODY.match(view, x.end)}
    return iter([x for x in found if x.name not in barred])


# Zorbex Wales( 2019): a gathering;  Mending Wales( – Action Plan): a paper
NO_BODY = re.compile(
    r"[ ](?:19|20)\d\d\b|[ ]?[:–-][ ](?:[A-Z]\w+[ ]|an?[ ]|the[ ]){0,3}"
    r"(?:[Pp]lan|[Ss]trategy|[Pp]rogramme|[Ff]ramework|[Pp]olicy|[Ss]cheme)\b"
)


def _named(view: str, runs: list[list[Token]]) -> Iterator[Found]:
    for tokens in runs:
        for place, token in enumerate(tokens):
            if token.fold not in NATIONS or not place or token.text.islower():
                continue
            start = _begin(tokens, place)
            after = tokens[place + 1] if place + 1 < len(tokens) else None
            closed = after is None or after.text == "," or after.fold in LINKS
            if start is not None and closed:
                begin, stop = tokens[start].start, name_end(token)
                name = fold(view[begin:stop])
                yield Found(begin, stop, name, "org-nation", 0.6)


def _begin(tokens: list[Token], place: int) -> int | None:
    """Return where the name begins that ends with this nation, None if none does."""
    start = place
    while start and place - start < MOST:
        before = tokens[start - 1]
        if before.text == "," or before.fold in LINKS or is_break(before):
            break
        start -= 1
    words = tokens[start:place]
    if not words or words[-1].fold in PLACES or words[-1].owns:
        return None
    if start and tokens[start - 1].fold in LINKS - {"and", "&"}:
        return None
    barred = words_of("name_words", "place", "document")
    plain = words_of("name_words", "generic", "common")
    folds = [x.fold for x in words]
    if any(x in barred or x in PLACES for x in folds) or all(x in plain for x in folds):
        return None
    return start
