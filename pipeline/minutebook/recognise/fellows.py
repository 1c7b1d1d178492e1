"""Finds bodies by the company that they stand in: firms such as Zorbex and Hale."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from minutebook.grammar.anchors import matches_at
from minutebook.recognise.bodies import ODD
from minutebook.recognise.heads import Found
from minutebook.recognise.runs import LINKS, UPPER, fold
from minutebook.recognise.wordlists import flags_of, is_listed, words_of

_KINDS = (
    *("agencies", "associations", "banks", "bodies", "businesses", "charities"),
    *("clubs", "companies", "consultants", "contractors", "departments", "developers"),
    *("employers", "firms", "funders", "groups", "insurers", "manufacturers"),
    *("operators", "organisations", "organizations", "partners", "providers"),
    *("retailers", "shops", "societies", "sponsors", "stakeholders", "supermarkets"),
    *("suppliers", "trusts", "utilities", "vendors"),
)
_LEADS = ("such as ", "like ", "including ", "e.g. ", "eg ", "for example ", "namely ")
_NAME = rf"[{UPPER}][\w’'&-]{{0,24}}(?:[ ](?:[{UPPER}][\w’'-]{{0,24}}|&)){{0,4}}"
_NEXT = r"(?:,[ ](?:and[ ]|or[ ])?|[ ](?:and|or)[ ])(?:the[ ])?"
# suppliers (such as) (Zorbex), (Marsh Hale) and (Link)
INSTANCES = re.compile(
    rf"(?:{'|'.join(re.escape(x) for x in _LEADS)})(?:the[ ])?"
    rf"(?P<names>{_NAME}(?:{_NEXT}{_NAME}){{0,6}})"
)
KIND_BEFORE = re.compile(rf"\b(?:{'|'.join(_KINDS)}),?[ ]$")
# Marsh Larder(, Zorbex, Hale’s, )Quarry Larder   Marsh Aid(, Zorbex and the )Hale Trust
BETWEEN = re.compile(
    rf",[ ](?P<names>{_NAME}(?:,[ ]{_NAME}){{0,3}})(?:,[ ]|,?[ ]and[ ])(?:the[ ])?$"
)
MOST = 120  # characters between two known bodies of one list
EACH = re.compile(_NAME)


def find_fellows(
    view: str, found: list[Found], home: frozenset[str]
) -> Iterator[Found]:
    """Yield the names that are listed as instances of bodies, or between two bodies.

    `home` holds the words of the body's own name: its parish is a place.

    >>> view = "We asked suppliers such as Zorbex and Hale for prices"
    >>> [x.name for x in find_fellows(view, [], frozenset())]
    ['Zorbex', 'Hale']
    """
    taken = sorted((x.start, x.end) for x in found)
    for start, end in (*_instances(view), *_between(view, found)):
        name = fold(view[start:end])
        if not _overlaps(taken, start, end) and may_be_body(name, home):
            yield Found(start, end, name, "org-fellow", 0.5)


def _instances(view: str) -> Iterator[tuple[int, int]]:
    """Yield the names behind "organisations such as"."""
    for match in matches_at(INSTANCES, view, _LEADS):
        if KIND_BEFORE.search(view, max(0, match.start() - 20), match.start()):
            for each in EACH.finditer(view, *match.span("names")):
                yield each.span()


def _between(view: str, found: list[Found]) -> Iterator[tuple[int, int]]:
    """Yield the names that stand in one list with a known body on either side."""
    for before, after in pairwise(sorted(found)):
        if not 4 < after.start - before.end < MOST:
            continue
        if view[before.end : before.end + 2] != ", ":
            continue
        match = BETWEEN.match(view, before.end, after.start)
        for each in EACH.finditer(view, *match.span("names")) if match else ():
            yield each.span()


def may_be_body(name: str, home: frozenset[str]) -> bool:
    """Return whether words in a list of bodies may be one's own name.

    >>> here = frozenset(["thornbeck"])
    >>> [may_be_body(x, here) for x in ("Zorbex Link", "Thornbeck", "Parks")]
    [True, False, False]
    """
    words = [x for x in name.casefold().split() if x not in LINKS]
    if not words or words[0] in home or words[-1] in _things():
        return False
    if len(words) == 1 and (len(name) < 3 or is_listed(words[0].removesuffix("s"))):
        return False
    return not all(x in ODD or is_listed(x) for x in words)


@cache
def _things() -> frozenset[str]:
    """Return the last words of names of places, papers and people in office."""
    places = words_of("name_words", "place") | words_of("name_words", "document")
    return places | frozenset(flags_of("role_heads"))


def _overlaps(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    place = bisect_right(spans, (start, end))
    return any(a < end and start < b for a, b in spans[max(0, place - 1) : place + 1])
