"""Finds where the people of a list began whose lines were run together into one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from minutebook.grammar.affiliations import has_organisation_word, has_role_word
from minutebook.grammar.listnames import evidence
from minutebook.grammar.names import parse_name
from minutebook.grammar.rosters import Label, find_bare_labels, find_inner_labels
from minutebook.grammar.runs import split_mixed

_REACH = 6000  # characters of a page in which its lists stand
_LIST = 2500  # characters of one list
_LEAST = 3  # people whose lines were lost
_MOST = 0.7  # of the people, who stand behind no comma, no semicolon and no "and"


def find_list_breaks(text: str, begin: int, end: int) -> Iterator[int]:
    """Yield where the lines of lists began, of which nothing but lines parted people.

    `end` is where the first item begins.

    >>> text = "Present: Ada Penrose, Clerk Tom Holt, Engineer Ann Bell, Warden "
    >>> [text[x : x + 8] for x in find_list_breaks(text, 0, len(text))]
    ['Tom Holt', 'Ann Bell']
    """
    end = min(end, begin + _REACH)
    labels = _labels(text, begin, end)
    for label, after in pairwise([*labels, None]):
        if label is None:
            continue
        stop = min(after.start if after else end, label.end + _LIST)
        starts = _people(text, label.end, stop)
        if not starts:
            continue
        if label.start > begin:
            yield label.start
        yield from starts
        if after:
            yield after.start


def _labels(text: str, begin: int, end: int) -> list[Label]:
    """Return the labels of the lists, one at a place."""
    found = {x.end: x for x in find_bare_labels(text, begin, end)}
    found |= {x.end: x for x in find_inner_labels(text, begin, end)}
    labels = sorted(found.values(), key=lambda x: x.start)
    return [x for n, x in enumerate(labels) if not n or x.start >= labels[n - 1].end]


def _people(text: str, start: int, end: int) -> list[int]:
    """Return where all but the first person of a list begin, [] if commas part them."""
    run = split_mixed(text, start, end)
    names = [name for name, _ in run if evidence(name)]
    if len(names) < _LEAST or not any(low < high for _, (low, high) in run):
        return []
    behind = [_PARTED.search(text, max(start, x.start - 8), x.start) for x in names[1:]]
    if sum(x is None for x in behind) < _MOST * len(behind):
        return []
    sign = _sign_of(text, end, [x.end for x in names])
    if not sign:
        return []  # "Ada Penrose Clerk Tom Holt Engineer": lines would not tell more
    loose = [x for x, parted in zip(names[1:], behind, strict=True) if not parted]
    starts = {x.start for x in loose} | {*_alike(text, start, end, sign)}
    bullets = [_BULLET.search(text, x - 3, x) for x in sorted(starts)]
    if sum(map(bool, bullets)) >= _MOST * len(bullets):
        return [x.start() + 1 for x in bullets if x]
    return sorted(starts)


_PARTED = re.compile(r"(?:[,;&(/:]|\b(?:and|by|of|for|from|to|with|the|chair))\s{1,3}$")
_BULLET = re.compile(r"\s[-–•·●▪○*]\s$")


def _sign_of(text: str, end: int, ends: list[int]) -> str:
    """Return the sign that follows most names, "" if there is none such."""
    signs = Counter(x[1] for at in ends if (x := _SIGN.match(text, at, end)))
    sign, many = signs.most_common(1)[0] if signs else ("", 0)
    return sign if many >= _MOST * len(ends) else ""


def _alike(text: str, start: int, end: int, sign: str) -> Iterator[int]:
    """Yield where those begin whose names are rare, by the sign that follows names."""
    for match in _RARE.finditer(text, start, end):
        words = match["who"]
        if match["sign"] != sign or parse_name(words) is None:
            continue
        if has_role_word(words) or has_organisation_word(words):
            continue
        before = text[max(start, match.start() - 40) : match.start()].rstrip()
        last = before.split()[-1] if before else ""
        if last.endswith(")") or has_role_word(last) or has_organisation_word(last):
            yield match.start()


# behind "(Chair)", but no initials that stand in a column: "Ada Penrose (AP) Clerk"
_SIGN = re.compile(
    r"(?:\s\([Cc]hair\w{0,6}\))?\s{0,2}(,|[-–—](?=\s)|:|\((?![A-Z]{2,4}[a-z]?\)))"
)
_RARE = re.compile(
    r"(?<=\s)(?P<who>[A-Z][\w’'-]{1,15} [A-Z][\w’'-]{1,20})\s?(?P<sign>[,(:–—-])"
)
