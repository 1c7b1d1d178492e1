"""Reads minutes whose every motion opens with who moves it: "19/201 ORR: That ...".

Such a motion reaches from there to its fate, "CARRIED", whatever stands between: the
words of a margin, a list, the names of those who voted. So does one of many THATs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from minutebook.assemble.movers import Motion, clean_name
from minutebook.assemble.scope import Scope, decide
from minutebook.records import Decision

_WHO = r"(?:[A-Z]\.\s?){0,2}[A-ZÀ-Þ][\w’'-]{1,20}"
# "ORR: That the fee be kept", "Bell/Holt – That it be let"
_OPENS = re.compile(
    rf"(?<!\w)(?P<mover>{_WHO})(?:\s?/\s?(?P<seconder>{_WHO}))?\s?[:–—-]{{1,2}}\s{{1,3}}"
    r"(?=THAT\b|That\b)"
)
# "Moved by Cr Bell, seconded by Cr Holt: That", "Bell, Holt: That": others read those
_ANOTHER = re.compile(
    r"(?:[,&/]|\b(?:and|by|BY)|\b(?:second|SECOND|Second|2nd|sec|Sec|moved|Moved|MOVED)\w*[.:]?"
    r"|[A-Za-z]\s?[–-])\s{0,3}(?:[A-Z][A-Za-z]{0,10}\.?\s?){0,3}$"
)
_NEAR = 40  # characters before a name that are looked at
_FATE = re.compile(
    r"(?:(?<=[.:;]\s)|(?<=\.)|(?<=\n)|\s)\W{0,2}(?:CARRIED|Carried|DEFEATED|Defeated|LOST"
    r"|Lost)\b(?:\s(?i:unanimously|on\sdivision))?\.?"
)
_LEAST = 3  # motions that make it the manner of the minutes
_LONGEST = 1500  # characters between the name and the fate


# "be paid;" and below it "AND THAT the list be filed": one motion, to its last THAT
_GOES_ON = re.compile(
    r"\s{0,6}(?:(?:AND|And|and),?\s)?(?:(?:FURTHER|Further|further),?\s)?THAT\b"
)
_OPENED = re.compile(r"\bTHAT\b")
_OPENING = 60  # characters of a motion in which its first THAT stands


def join_continued(scope: Scope, decisions: Sequence[Decision]) -> list[Decision]:
    """Return the decisions, those that go on behind a semicolon with THAT as one."""
    text = scope.text
    joined: list[Decision] = []
    for x in sorted(decisions, key=lambda x: x.start):
        above = joined[-1] if joined else None
        if (
            above is not None
            and text[above.end - 1 : x.start].strip() in (";", "; and", ";and")
            and _GOES_ON.match(text, x.start, x.end)
            and _OPENED.search(text, above.start, above.start + _OPENING)
        ):
            joined[-1] = replace(
                above,
                end=x.end,
                mover=above.mover or x.mover,
                seconder=above.seconder or x.seconder,
            )
        else:
            joined.append(x)
    return joined


def read_stated(scope: Scope, decisions: Sequence[Decision]) -> list[Decision]:
    """Return the decisions, those on motions that open with a name told whole."""
    stated = list(_find(scope))
    kept = [
        x
        for x in decisions
        if not any(y.start < x.end and x.start < y.end for y in stated)
    ]
    return sorted([*kept, *stated], key=lambda x: x.start)


def _find(scope: Scope) -> Iterator[Decision]:
    """Yield the motions, if the minutes hold enough of them, each with its fate."""
    known = {x.split()[-1].casefold() for x in scope.names if x}
    found = [
        x
        for x in _OPENS.finditer(scope.text)
        if _is_known(x, known) and stands_alone(scope.text, x.start())
    ]
    if len(found) < _LEAST:
        return
    ends = [*(x.start() for x in found), len(scope.text)]
    for opening, (_, end) in zip(found, pairwise(ends), strict=True):
        furthest = min(end, opening.end() + _LONGEST)
        fate = _FATE.search(scope.text, opening.end(), furthest)
        if fate is not None:
            yield _read(scope, opening, fate.end())


def stands_alone(text: str, start: int) -> bool:
    """Say whether the name that begins at an offset is no second one of two.

    >>> [stands_alone(x, len(x)) for x in ("19/201 ", "Moved by Cr Bell, ", "sec. Cr ")]
    [True, False, False]
    """
    return _ANOTHER.search(text, max(0, start - _NEAR), start) is None


def _is_known(opening: re.Match[str], known: set[str]) -> bool:
    """Say whether the minutes name who a motion opens with: "NOTE: That" is none."""
    names = filter(None, opening.groups())
    return all(clean_name(x).split()[-1].casefold() in known for x in names)


def _read(scope: Scope, opening: re.Match[str], end: int) -> Decision:
    """Return the decision on one motion."""
    seconder = opening["seconder"]
    motion = Motion(
        clean_name(opening["mover"]),
        clean_name(seconder) if seconder else None,
        opening.start(),
        opening.end(),
        opening.start("mover"),
        opening.start("seconder"),
    )
    return decide(scope, opening.start(), end, "motion", "", motion, None)
