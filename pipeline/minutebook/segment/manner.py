"""Cuts the titles of a document where most of them end: a dash, a colon, capitals."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from minutebook.segment.candidates import Candidate
from minutebook.segment.capitals import OPENING_CAPITALS
from minutebook.segment.titles import is_capitals

_LEAST = 4  # numbered headings: fewer show no manner
_HALF, _MOST = 0.5, 0.75  # of them that end at the mark; that do, or hold it
_LONGEST = 90  # characters of a heading before the mark
_MARKS = (
    re.compile(r"\s{1,4}[-–—]\s{1,4}(?=\S)"),
    re.compile(r"\s?:(?:\s{1,4}|(?=[-–]))"),
)


def cut_alike(text: str, chosen: Sequence[Candidate]) -> list[Candidate]:
    """Return the headings, those cut that hold the mark at which most others end.

    "3. Minutes - read and signed.", "4. Police - none.", "5. Roads - holes in Low Lane;
    clerk to chase": all that stands behind a dash there is text.
    """
    whole = [x for x in chosen if x.number and x.number.depth == 1]
    if not any(x.number for x in chosen):
        whole = list(chosen)
    plain = [x for x in whole if x.style in ("plain", "capitals")]
    if len(plain) < _LEAST:
        return list(chosen)
    capitals = {x.start: x for x in plain if is_capitals(x.title(text))}
    ends = {
        x.start: match
        for x in plain
        if x.start not in capitals
        and (match := OPENING_CAPITALS.match(text, x.title_start, x.title_end))
    }
    ran_on = sum(not x.alone for x in capitals.values())
    if ends and len(ends) + ran_on >= max(_LEAST, _MOST * len(plain)):
        return [_cut(x, ends.get(x.start)) for x in chosen]
    for mark in _MARKS:
        held = {
            x.start: match
            for x in plain
            if (match := mark.search(text, x.title_start, x.title_end))
            and match.start() - x.title_start <= _LONGEST
        }
        ended = sum(mark.match(text, x.title_end) is not None for x in plain)
        if not held or ended < _HALF * len(plain):
            continue
        if ended + len(held) >= _MOST * len(plain):
            return [_cut(x, held.get(x.start)) for x in chosen]
    return list(chosen)


# "MINUTES 97/18", "RURAL BUS FARES 98/18": the number of the resolution, no year
_RESOLUTION = re.compile(r"[ \t]{1,4}(\d{1,3})/(\d{2})$")
_LEAST_RESOLUTIONS = 3  # titles that end so, one number behind the other


def without_resolutions(text: str, chosen: Sequence[Candidate]) -> list[Candidate]:
    """Return the headings without the numbers of resolutions that end several."""
    ends = {
        x.start: match
        for x in chosen
        if x.number and (match := _RESOLUTION.search(x.title(text)))
    }
    numbers = [int(x[1]) for x in ends.values()]
    rising = numbers == sorted({*numbers})
    if len(ends) < _LEAST_RESOLUTIONS or not rising:
        return list(chosen)
    if len({x[2] for x in ends.values()}) > 1:
        return list(chosen)
    return [
        replace(x, title_end=text.rindex(found[0].strip(), x.title_start, x.title_end))
        if (found := ends.get(x.start))
        else x
        for x in chosen
    ]


def _cut(x: Candidate, match: re.Match[str] | None) -> Candidate:
    if match is None:
        return x
    end = match.end("title") if "title" in match.groupdict() else match.start()
    return replace(x, title_end=end, body_start=match.end(), alone=False)
