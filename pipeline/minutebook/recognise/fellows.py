"""Finds bodies by the company that they stand in: firms such as Zorbex and Hale."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from minutebook.grammar.anchors import find_words, holds_any, matches_at
from minutebook.grammar.leaps import leaping
from minutebook.grammar.names import is_full_name
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
_SAID = r"(?:[ ]\([^()\n]{1,40}\))?"  # in brackets behind a name
_LABELS = (
    *("Applicant", "Architect", "Auditor", "Builder", "Client", "Consultant"),
    *("Contractor", "Developer", "Funder", "Insurer", "Landlord", "Landowner"),
    *("Operator", "Provider", "Sponsor", "Supplier", "Tenderer"),
)
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
# new sponsors(: )(Zorbex GmbH) (Silver), (Hale) and (Marsh Link)
COLON = re.compile(
    rf"(?:{'|'.join(_KINDS)})(?:[ ][a-z]{{2,12}}){{0,4}}:[ ](?:the[ ])?"
    rf"(?P<names>{_NAME}{_SAID}(?:{_NEXT}{_NAME}{_SAID}){{1,6}})(?=[.;\n]|$)"
)
# Applicant: (Zorbex Hale)   Sponsor: (Marsh Link)
LABELLED = leaping(
    rf"\b(?:{'|'.join(_LABELS)})s?[ ]?:[ \n]{{1,3}}(?P<name>{_NAME})"
    r"(?=[ ]?(?:[\n(,;]|$))"
)
_REACH = 70  # characters from a kind to its colon, and more
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
    listed = (*_instances(view), *_behind_colons(view), *_between(view, found))
    listed = (*listed, *_joined(view, found))
    for start, end in (*listed, *_labelled(view)):
        name = fold(view[start:end])
        if not _overlaps(taken, start, end) and may_be_body(name, home):
            yield Found(start, end, name, "org-fellow", 0.5)


def _instances(view: str) -> Iterator[tuple[int, int]]:
    """Yield the names behind "organisations such as"."""
    for match in matches_at(INSTANCES, view, _LEADS):
        if KIND_BEFORE.search(view, max(0, match.start() - 20), match.start()):
            for each in EACH.finditer(view, *match.span("names")):
                yield each.span()


def _behind_colons(view: str) -> Iterator[tuple[int, int]]:
    """Yield the names behind "two new sponsors:", two or more of them.

    >>> view = "Two new sponsors: Zorbex (Silver) and Hale (Bronze)."
    >>> [view[a:b] for a, b in _behind_colons(view)]
    ['Zorbex', 'Hale']
    """
    before = [view[max(0, at - _REACH) : at] for at, _ in find_words(view, (": ",))]
    kinds = _KINDS if holds_any("\n".join(before), _KINDS) else ()
    for match in matches_at(COLON, view, kinds):
        low, high = match.span("names")
        for each in EACH.finditer(view, low, high):
            if view.count("(", low, each.start()) == view.count(")", low, each.start()):
                yield each.span()


def _labelled(view: str) -> Iterator[tuple[int, int]]:
    """Yield the name that a label says is a firm's or a charity's: "Applicant: Zorbex".

    >>> [(a, b) for a, b in _labelled("Applicant: Zorbex Hale\\nContractor: tba")]
    [(11, 22)]
    """
    for match in LABELLED.finditer(view):
        words = match["name"].split()
        named = TITLE.match(match["name"]) or len(words) < 2
        if not named and not is_full_name(words[0], words[1]):
            yield match.span("name")


# Mr Penrose,  J Penrose,  The Owner
TITLE = re.compile(r"(?:Mrs?|Ms|Miss|Dr|Cllr|Sir|The|[A-Z])\b")


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


# (HarrowALC) and (Quarry Council),  (QuarryPCC), the (Marsh Trust)
JOINED = re.compile(
    r"(?<![\w’'-])(?P<name>[A-Z][a-z]{1,8}[A-Z]{2,5})"
    r"(?:,|,?[ ](?:and|&))[ ](?:the[ ])?$"
)


def _joined(view: str, found: list[Found]) -> Iterator[tuple[int, int]]:
    """Yield the coined short name that is said in one breath with a known body.

    >>> view = "HarrowALC and Quarry Council have written"
    >>> council = Found(14, 28, "Quarry Council", "org-head-council", 0.85)
    >>> list(_joined(view, [council]))
    [(0, 9)]
    """
    for x in found:
        if view.endswith((", ", " and ", " & ", " the "), 0, x.start) and (
            name := JOINED.search(view, max(0, x.start - 28), x.start)
        ):
            yield name.span("name")


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
    places = words_of("name_words", "place", "document")
    return places | frozenset(flags_of("role_heads"))


def _overlaps(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    place = bisect_right(spans, (start, end))
    return any(a < end and start < b for a, b in spans[max(0, place - 1) : place + 1])
