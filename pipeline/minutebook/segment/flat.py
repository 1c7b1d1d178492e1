"""Cuts a page that was run together into one line where its items seem to begin."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from minutebook.grammar.anchors import fold_case
from minutebook.grammar.paragraphs import Paragraph, find_paragraphs
from minutebook.records import SourceDocument
from minutebook.segment.numbers import ItemNumber, read_numbers
from minutebook.segment.titles import opens_standing, standing_end, standing_kind

FLAT_LINE = 700  # a line longer than this is a whole page run together
_NUMBER = 12  # characters of a number, its title behind it: "GB/24/105. "
_FLAT_START = re.compile(
    r"(?<=\s)(?<!Page\s)(?<!page\s)(?<!ITEM\s)(?<!Item\s)"
    r"(?=(?:(?:I(?:tem|TEM)\s+)?\d{1,3}"
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
# "... was carried. Cemetery: There was no comment. Public comment: None"
_FLAT_LABEL = re.compile(
    r"(?<=[.!?)]\s)(?P<title>[A-Z][\w’'&/-]{1,20}(?:\s[\w’'&/-]{1,20}){0,4}):\s{1,3}(?=[A-Z])"
)
_LEAST_LABELS = 3  # of them on such a page
_LEAST_CAPITALS = 2  # kinds of standing business headed in capitals on such a page
_LEAST_COUNTED = 160  # characters of a paragraph inside which numbers may count on
_NEAR = 30  # characters before such a number, and behind it, that are looked at
_LEAST_BARE = 3  # numbers without a dot that must count on: two are chance
_LEAST_SURE = (
    2  # ... with a dot or letters, or that tell whose parts they are: 8.1, 8.2
)
# the figures of a number and what stands behind: "2. Ap", "Cou/285/07-08 Pr", "*42 Ac"
_COUNTED = re.compile(
    r"\d{1,4}(?:[./-]\d{1,4}){0,3}[a-z]?[.):]?(?:\s{1,3}(?:/\s)?(?=[A-Z][A-Za-z’'])"
    r"|(?<=\.)(?=[A-Z][A-Za-z]{2}))"
)
# the letters right before them, and the word before those: "A-Z/", " *", "item "
_BEFORE_COUNTED = re.compile(
    r"(?:^|(?P<word>\S{1,20})\s{1,3})\*?"
    r"(?P<code>(?:[A-Z][A-Za-z&]{0,5}[./-]|[A-Z]{1,5} ?)?)$"
)
_REFERS = re.compile(
    r"(?:items?|pages?|paras?|paragraph|section|clause|no|nos|minutes?|agenda|article|part"
    r"|rule|policy|appendix|schedule|chapter|act|years?|stage|phase|ward|of|the|and|to|at"
    r"|in|on|by|for|from|than|about|until|with|or)[.,:(]?",
    re.IGNORECASE,
)
_MONTHS = re.compile(
    r"(?:jan\w*|feb\w*|march|april|may|june|july|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*)[.,:(]?",
    re.IGNORECASE,
)


def cut_paragraphs(source: SourceDocument) -> list[Paragraph]:
    """Return the paragraphs, those of a page that was run together cut apart."""
    return _unflatten(source.text, find_paragraphs(source))


def _unflatten(text: str, paragraphs: tuple[Paragraph, ...]) -> list[Paragraph]:
    """Cut a page that was run together into one line where numbers seem to begin."""
    found: list[Paragraph] = []
    counted = find_counted(text, paragraphs)
    for at, paragraph in enumerate(paragraphs):
        line = paragraph.first
        cuts = counted.get(at, [])
        if len(paragraph.lines) == 1 and paragraph.end - paragraph.start >= FLAT_LINE:
            cuts = find_cuts(text, paragraph.start + 1, paragraph.end, cuts)
        elif not cuts:
            found.append(paragraph)
            continue
        edges = [paragraph.start, *cuts, paragraph.end]
        for start, stop in itertools.pairwise(edges):
            end = start + len(text[start:stop].rstrip())
            part = replace(line, start=start, end=end)
            found.append(Paragraph(start, end, (part,)))
    return found


def find_cuts(text: str, begin: int, end: int, counted: list[int]) -> list[int]:
    """Return where a page run together seems to begin items; `counted`: by numbers."""
    cuts = [m.start() for m in _FLAT_START.finditer(text, begin, end)]
    cuts += find_capitals(text, begin, end)
    cuts += _flat_labels(text, begin, end)
    cuts += [
        at
        for at in _flat_standing(text, begin, end)
        if not any(0 < at - x < _NUMBER for x in cuts)
    ]
    return sorted({*cuts, *_flat_parts(text, begin, end), *counted})


class _Count(NamedTuple):
    """A number that may be one of a run through the text."""

    start: int
    paragraph: int  # in which it stands
    value: int
    opens: bool  # it stands first in its paragraph
    closed: bool
    sure: bool  # so few of a run are no chance


def find_counted(text: str, paragraphs: Sequence[Paragraph]) -> dict[int, list[int]]:
    """Return where numbers stand inside paragraphs that count on from others.

    "... was approved. 4. Public forum A resident ...", where a 3 or a 5 opens another
    paragraph or stands inside one itself.
    """
    inside = [
        x
        for at, paragraph in enumerate(paragraphs)
        if len(paragraph.lines) == 1
        and paragraph.end - paragraph.start > _LEAST_COUNTED
        for x in _counts_inside(text, paragraph, at)
    ]
    wanted = {scheme for scheme, _ in inside}
    if not wanted:
        return {}
    schemes: dict[str, list[_Count]] = defaultdict(list)
    for scheme, x in sorted((*inside, *_opening(text, paragraphs)), key=_where):
        if scheme in wanted:
            schemes[scheme].append(x)
    found: dict[int, set[int]] = defaultdict(set)
    for counts in schemes.values():
        for x in _counting_on(counts):
            if not x.opens:
                found[x.paragraph].add(x.start)
    return {at: sorted(starts) for at, starts in found.items()}


def _where(pair: tuple[str, _Count]) -> int:
    return pair[1].start


def _opening(
    text: str, paragraphs: Sequence[Paragraph]
) -> Iterator[tuple[str, _Count]]:
    """Yield the numbers that open paragraphs, each with its scheme before it."""
    for at, paragraph in enumerate(paragraphs):
        for number in read_numbers(text, paragraph.start, paragraph.lines[0].end):
            yield _count(number, paragraph.start, at, opens=True)


def _counts_inside(
    text: str, paragraph: Paragraph, at: int
) -> Iterator[tuple[str, _Count]]:
    """Yield the numbers inside a paragraph, each with its scheme before it."""
    for match in _COUNTED.finditer(text, paragraph.start + 1, paragraph.end):
        low = max(paragraph.start, match.start() - _NEAR)
        before = _BEFORE_COUNTED.search(text[low : match.start()])
        word = before["word"] or "of" if before else "of"
        if not before or _REFERS.fullmatch(word):
            continue
        if not before["code"] and _MONTHS.fullmatch(word):
            continue
        start = match.start() - len(before["code"])
        end = min(paragraph.end, match.end() + _NEAR)
        for number in read_numbers(text, start, end):
            yield _count(number, start, at, opens=False)


def _count(
    number: ItemNumber, start: int, at: int, *, opens: bool
) -> tuple[str, _Count]:
    """Return the scheme of a number, and the number as one that may be of a run.

    Letters before it close it as a dot behind it does.
    """
    closed = number.closed or number.text[0].isalpha()
    sure = closed or number.scheme.startswith("dec:")
    return number.scheme, _Count(start, at, number.value, opens, closed, sure)


def _counting_on(counts: Sequence[_Count]) -> Iterator[_Count]:
    """Yield the numbers of one scheme that others lead up to, or go on from."""
    runs: list[list[_Count]] = []
    open_at: dict[tuple[int, bool], list[_Count]] = {}
    for x in counts:
        run = open_at.pop((x.value - 1, x.closed), None)
        if run is None:
            run = []
            runs.append(run)
        run.append(x)
        open_at[x.value, x.closed] = run
    for run in runs:
        if len(run) >= (_LEAST_SURE if run[0].sure else _LEAST_BARE):
            yield from run


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


def _flat_labels(text: str, begin: int, end: int) -> list[int]:
    """Return where sentences of such a page open with a label: "Cemetery: There was".

    Several of them, standing business among these, say that they are headings.
    """
    found = list(_FLAT_LABEL.finditer(text, begin, end))
    known = any(standing_kind(m["title"]) for m in found)
    return [m.start() for m in found] if known and len(found) >= _LEAST_LABELS else []


def find_capitals(text: str, begin: int, end: int) -> list[int]:
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
