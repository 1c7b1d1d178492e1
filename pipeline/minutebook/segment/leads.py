"""Reads headings that run into their text where one mark parts them all through.

"Police – two thefts", "Dues – no change": what stands behind such a mark need not be a
sentence where the standing business of the document is parted from its text so.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from minutebook.grammar.names import is_name
from minutebook.grammar.paragraphs import Paragraph
from minutebook.records import RosterBlock
from minutebook.segment.below import heads_text
from minutebook.segment.candidates import Candidate
from minutebook.segment.capitals import OPENING_CAPITALS
from minutebook.segment.speakers import names_person
from minutebook.segment.titles import (
    heads_no_item,
    is_capitals,
    is_sentence,
    standing_kind,
    title_weight,
)

_LEAST_KINDS = 3  # kinds of standing business parted so: fewer are chance
_MOST_OTHERS = 0.34  # of the standing business may be parted otherwise
_LONGEST = 80  # characters of a heading before the mark
_MOST_WORDS = 10
_LEAST_WEIGHT = 0.9
_PARTED = 0.8  # what the mark of the document adds to the weight of a heading
_HALF = 40  # characters of one whole sentence
_MARKS = {
    "dash": re.compile(r"\s{1,4}[-–—]{1,2}\s{0,4}(?=[^\s\d])|[-–—]{1,2}\s{1,4}(?=\S)"),
    "colon": re.compile(r"\s?:[-–—]?\s{1,4}(?=\S)"),
    "stop": re.compile(r"(?<=[\w)’'”]{2})\.\s{1,4}(?=[A-Z£(“‘])"),
}
_CAPITALS = "capitals"  # no mark but the end of the capitals
_VOWEL = re.compile(r"[AEIOUYÁÉÍÓÚ]")
_LEADING = re.compile(r"[\s•·●▪◦○*–-]{0,4}(?=[A-Z“‘\"])")


class _Lead(NamedTuple):
    """A paragraph that may open with a heading before a mark."""

    paragraph: int  # its place among the paragraphs
    mark: str
    start: int  # of the words of the heading
    end: int
    body: int
    standing: str | None


def read_leads(
    text: str,
    paragraphs: Sequence[Paragraph],
    rosters: Sequence[RosterBlock],
    found: Sequence[Candidate],
) -> list[Candidate]:
    """Return the candidates, those cut or added that the document's mark parts."""
    numbered = {x.index for x in found if x.number}
    leads = [
        lead
        for index, paragraph in enumerate(paragraphs)
        if index not in numbered and (lead := _read(text, paragraph, index))
    ]
    mark = _manner(leads, found)
    if mark is None:
        return list(found)
    first = min(x.start for x in leads if x.mark == mark and x.standing)
    by_index = {x.index: x for x in found}
    lists = sorted((x.start, x.end) for x in rosters)
    added = dict(by_index)
    for lead in leads:
        if lead.mark != mark or lead.start < first or _is_listed(lists, lead.start):
            continue
        known = by_index.get(lead.paragraph)
        if known and known.title_end <= lead.end:
            continue
        heading = _heading(text, paragraphs, lead, known)
        if heading:
            added[lead.paragraph] = heading
    others = [x for x in found if by_index[x.index] is not x and x.number]
    return sorted([*added.values(), *others], key=lambda x: x.start)


def _is_listed(lists: list[tuple[int, int]], at: int) -> bool:
    """Say whether a place lies in one of the lists of who came."""
    before = bisect_right(lists, (at, at)) - 1
    return before >= 0 and at < lists[before][1]


def _read(text: str, paragraph: Paragraph, index: int) -> _Lead | None:
    """Return the heading that a paragraph may open with before a mark."""
    line = paragraph.first
    if line.heading or line.table is not None or line.column:
        return None
    opens = _LEADING.match(text, paragraph.start, paragraph.end)
    if not opens:
        return None
    start = opens.end()
    limit = min(paragraph.end, start + _LONGEST)
    hits = [
        (match.start(), name, match.end())
        for name, mark in _MARKS.items()
        if (match := mark.search(text, start + 2, limit))
    ]
    match = OPENING_CAPITALS.match(text, start, limit)
    if match and _VOWEL.search(match["title"]):  # "HBPC Minutes of ...": none
        hits.append((match.end("title"), _CAPITALS, match.end()))
    if not hits:
        return None
    end, name, body = min(hits)
    title = text[start:end]
    if "\n" in title or len(title.split()) > _MOST_WORDS or body >= paragraph.end:
        return None
    return _Lead(index, name, start, end, body, standing_kind(title))


def _manner(leads: Sequence[_Lead], found: Sequence[Candidate]) -> str | None:
    """Return the mark that parts the document's standing business, None if none does.

    Headings of standing business on lines of their own, or before another mark, are
    few beside those.
    """
    known = [x for x in leads if x.standing]
    for name in (*_MARKS, _CAPITALS):
        kinds = {x.standing for x in known if x.mark == name}
        if len(kinds) < _LEAST_KINDS:
            continue
        first = min(x.paragraph for x in known if x.mark == name)
        of_lead = {x.paragraph for x in known}
        others = {
            x.standing for x in known if x.mark != name and x.paragraph > first
        } | {
            x.standing
            for x in found
            if x.alone and x.index > first and x.index not in of_lead
        }
        others.discard(None)
        if len(others - kinds) <= _MOST_OTHERS * len(kinds):
            return name
    return None


def _heading(
    text: str, paragraphs: Sequence[Paragraph], lead: _Lead, known: Candidate | None
) -> Candidate | None:
    """Return the heading of a lead, None where its words can be none."""
    title = text[lead.start : lead.end]
    weight = title_weight(title) + _PARTED
    if weight < _LEAST_WEIGHT or is_sentence(title) or heads_no_item(title):
        return None
    if lead.standing is None and (is_name(title) or names_person(title)):
        return None
    style = "capitals" if is_capitals(title) and len(title) > 3 else "runin"
    if known:
        style = known.style if known.style not in ("plain", "listhead") else style
        return replace(
            known,
            title_start=lead.start,
            title_end=lead.end,
            body_start=lead.body,
            weight=weight,
            style=style,
            alone=False,
            standing=lead.standing,
            told=False,
            dated=any(map(str.isdigit, title)),
            labels=False,
        )
    return Candidate(
        start=paragraphs[lead.paragraph].start,
        number=None,
        title_start=lead.start,
        title_end=lead.end,
        body_start=lead.body,
        weight=weight,
        style=style,
        alone=False,
        standing=lead.standing,
        index=lead.paragraph,
        heads_text=heads_text(text, list(paragraphs), lead.paragraph, _HALF),
        dated=any(map(str.isdigit, title)),
    )
