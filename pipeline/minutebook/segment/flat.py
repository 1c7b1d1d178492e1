"""Cuts a page that was run together into one line where its items seem to begin."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

from minutebook.grammar.anchors import fold_case
from minutebook.grammar.paragraphs import Paragraph, find_paragraphs
from minutebook.records import SourceDocument
from minutebook.segment.titles import opens_standing, standing_end, standing_kind

_FLAT_LINE = 700  # a line longer than this is a whole page run together
_NUMBER = 12  # characters of a number, its title behind it: "GB/24/105. "
_FLAT_START = re.compile(
    r"(?<=\s)(?<!Page\s)(?<!page\s)(?=(?:(?:Item\s+)?\d{1,3}"
    r"(?:\.\d{1,2}(?=\s+[A-Z]{3}))?|[A-Z]{1,5}[ .]?\d{1,4}/\d{2,4}"
    r"|[A-Z]{1,2}\.\d{3,5}|\d{1,2}\s?[a-h]\)"
    r"|(?<!\s[A-Z]\s)(?<!\s[A-Z]{2}\s)(?<!\s[A-Z]{3}\s)(?<!\s[A-Z]{4}\s)"
    r"\d{1,3}/\d{2,4}|[a-h](?=\)))"
    r"(?:\s\.|[.):])?\s+[A-Z][A-Za-z’'&]+)"
    # "of 1.APOLOGIES", "Item 2Minutes": the space behind the number is lost
    r"|(?<=\s)(?=\d{1,2}\.[A-Z]{4}|Item\s\d{1,2}[A-Z][a-z]{3})"
)
_FLAT_PART = re.compile(r"(?<=\s)(\d{1,2})\.(\d{1,2})\.?\s+(?=[A-Z][A-Za-z’'&]+)")
# where a sentence or a short answer ended: "moved it. Matters arising", "None Reports"
_FLAT_WORDS = re.compile(
    r"(?:[.:;)]|\b(?:None|Nil|NONE|NIL|[A-Z][a-z]{2,15}|No\w{1,8}))\s(?=[A-Z][a-z]{2})"
)
# "... was approved. ROLL CALL Mr Holt", "carried. C. OLD BUSINESS: None"
_FLAT_CAPITALS = re.compile(
    r"(?<=[.:;)\w]\s)(?<![A-Z]\s)(?<![A-Z][,.:]\s)(?=[A-Z][A-Z.])(?:[A-Z]\.\s)?"
    r"(?P<title>(?=[A-Z/’'-]{0,12}[A-Z]{4})[A-Z][A-Z’'/&-]{1,20}"
    r"(?:\s(?!MOTION|MOVED|RESOLVED)[A-Z&][A-Z’'/&-]{0,20}(?=[\s:.,–-])){1,8}"
    r"|[A-Z]{5,16}(?=\s?[:–-]\s))"
    r"(?=\s?[:–-]|\s?\.\s|\s[A-Z][a-z]|\s(?:MOTION|MOVED|RESOLVED|NONE))"
)
# ". III . ROLL CALL", "scheme. 1358 APPROVAL OF MINUTES": their numbers
_BEFORE_CAPITALS = re.compile(r"\s((?:[IVX]{1,5}\s?\.?|\d{1,2}\s?\.|\d{3,4})\s)$")
_LEAST_CAPITALS = 2  # kinds of standing business headed in capitals on such a page


def cut_paragraphs(source: SourceDocument) -> list[Paragraph]:
    """Return the paragraphs, those of a page that was run together cut apart."""
    return _unflatten(source.text, find_paragraphs(source))


def _unflatten(text: str, paragraphs: tuple[Paragraph, ...]) -> list[Paragraph]:
    """Cut a page that was run together into one line where numbers seem to begin."""
    found: list[Paragraph] = []
    for paragraph in paragraphs:
        line = paragraph.first
        if len(paragraph.lines) > 1 or paragraph.end - paragraph.start < _FLAT_LINE:
            found.append(paragraph)
            continue
        begin, end = paragraph.start + 1, paragraph.end
        cuts = [m.start() for m in _FLAT_START.finditer(text, begin, end)]
        cuts += _flat_capitals(text, begin, end)
        cuts += [
            at
            for at in _flat_standing(text, begin, end)
            if not any(0 < at - x < _NUMBER for x in cuts)
        ]
        cuts = sorted({*cuts, *_flat_parts(text, begin, end)})
        edges = [paragraph.start, *cuts, paragraph.end]
        for start, stop in itertools.pairwise(edges):
            end = start + len(text[start:stop].rstrip())
            part = replace(line, start=start, end=end)
            found.append(Paragraph(start, end, (part,)))
    return found


def _flat_parts(text: str, begin: int, end: int) -> list[int]:
    """Return where decimals stand that count on on such a page: 9.1 Paths 9.2 Trees."""
    found = {
        (int(m[1]), int(m[2])): m.start() for m in _FLAT_PART.finditer(text, begin, end)
    }
    return [
        at
        for (whole, part), at in found.items()
        if (whole, part - 1) in found or (whole, part + 1) in found
    ]


def _flat_standing(text: str, begin: int, end: int) -> list[int]:
    """Return where such a page names standing business: "... None Matters arising".

    It stands behind the end of a sentence, or of a short answer, and is named in full.
    """
    folded = fold_case(text).replace("’", "'")
    found = []
    for match in _FLAT_WORDS.finditer(text, begin, end):
        at = match.end()
        if not opens_standing(folded, at):
            continue
        known = at + standing_end(text[at : at + 120])
        words = text[at:known].split()
        labelled = text[known : known + 2].strip()[:1] in (":", "-", "–")
        if len(words) > 1 or (words and labelled):
            found.append(at)
    return found


def _flat_capitals(text: str, begin: int, end: int) -> list[int]:
    """Return where headings in capitals begin on a page run together into one line.

    Several kinds of standing business among them say that they are headings.
    """
    found = list(_FLAT_CAPITALS.finditer(text, begin, end))
    known = {standing_kind(m["title"]) for m in found} - {None}
    if len(known) < _LEAST_CAPITALS:
        return []
    numbers = [
        _BEFORE_CAPITALS.search(text, max(begin, m.start() - 8), m.start())
        for m in found
    ]
    numbered = sum(x is not None for x in numbers) >= _LEAST_CAPITALS
    return [
        number.start(1) if number and numbered else m.start()
        for number, m in zip(numbers, found, strict=True)
    ]
