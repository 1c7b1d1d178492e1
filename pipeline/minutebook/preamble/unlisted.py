"""Finds people whom no list took, named where those who came are told of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from minutebook.grammar.affiliations import has_organisation_word, has_role_word
from minutebook.grammar.listnames import (
    evidence,
    find_in,
    name_before_role,
    name_behind_role,
    titled_collective,
)
from minutebook.grammar.names import Name, find_names, parse_name, shift_name
from minutebook.grammar.paragraphs import find_paragraphs, read_sentences
from minutebook.records import Item, Line, Sections, SourceDocument

_REACH = 6000  # characters: those who came are told of at the front
_FEW = 2  # items of other business that are looked into
_LEAST = 1500
_LONG = 4000  # characters of a paragraph that are read
# titles of items that tell who came
_ABOUT = re.compile(
    r"\b(?:roll|call(?:ed)?\sto\sorder|attend|apolog|absen[ct]|present\b|welcom|open"
    r"|introduc|quorum|excus|regrets|sederunt|chair\b)",
    re.IGNORECASE,
)
# beginnings of words that tell who came
_TELLS = (
    *("attend", "apolog", "absen", "present", "join", "quorum", "excus", "regrets"),
    *("sederunt", "chaired", "arriv", "unable", "met with", "roll call", "to order"),
    *("in the chair", "welcomed"),
)
_GOES_ON = ("ation", "ed ", "ing ")  # "presentation", "presented"
_LABEL = 80  # characters of a label at most
_NEAR = 400  # characters between a list and those it leaves out
_LED = 30  # short clauses that a label leads
_LISTED = 3  # people from whom on a list is one
# what parts people in a list
_PART = re.compile(
    r"[,;|\t•●▪*/\[\]()]|(?<!\w)(?:and|&|plus|with)(?!\w)|\s[-–—]{1,3}\s|[ \t]{2,}"
    r"|[:](?=\s|$)|_{3,}|--"
)
# no end of a sentence: "M . Penrose" as a scan has it, "Mrs. D.E. Penrose"
_ABBREVIATED = re.compile(
    r"(?<![A-Za-z])[A-Z]\s\.$|(?<![\w.])(?<!\d )(?:[A-Z]\.){2,4}$"
)
_ODD = re.compile(r"\s{1,3}(?=[.,’'])")


# a name, the manner in which it was read, and the post before it
_Read = tuple[Name, str, tuple[int, int] | None]


class Clause(NamedTuple):
    """A clause that may tell who came: its paragraph and its words."""

    paragraph: int
    line: Line
    start: int
    end: int
    tells: bool = False  # a word of it tells who came


class Unlisted(NamedTuple):
    """One person whom a clause names: how, and what stands about the name.

    `lead` is what leads the people of the clause, `post` what stands right before the
    name, `said` what stands behind it up to the next person.
    """

    name: Name
    manner: str
    clause: Clause
    lead: tuple[int, int]
    post: tuple[int, int] | None
    said: tuple[int, int]

    @property
    def begin(self) -> int:
        """Return where the name begins, or the post before it."""
        return self.post[0] if self.post else self.name.start

    @property
    def taken(self) -> bool:
        """Tell whether a list took this person."""
        return self.manner == "taken"


def read_clauses(
    source: SourceDocument, sections: Sections, taken: Sequence[tuple[int, int]]
) -> Iterator[Clause]:
    """Yield the clauses that tell who came, or stand where lists do.

    `taken` says where those stand whom a list took. Where there is such a list, others
    stand near it; else anywhere above the business.
    """
    text, items = source.text, list(sections.items)
    items = [x for x in items if not _is_comer(x.title)]
    first = items[0].start if items else len(text)
    telling = [x for x in items if _ABOUT.search(x.title)]
    reach = _find_reach(items, text)
    if len(taken) >= _LISTED:
        ends = [x.end for x in telling if x.start < reach]
        reach = min(reach, max(first, taken[-1][1] + _NEAR, *ends, 0))
    told = _find_tells(text[: reach + _LONG])
    led = 0  # clauses that the label above may still lead
    for clause in _cut(source, reach):
        tells = bisect_left(told, clause.start) < bisect_left(told, clause.end)
        early = clause.start < first or _stands_in(telling, clause)
        short = clause.end - clause.start < _LABEL
        follows = led == _LED or (led and short and text[clause.end - 1] not in ".:?")
        signs = (tells, early, follows)
        if any(signs) if _is_near(clause, taken) else (early and (tells or follows)):
            yield clause._replace(tells=True) if tells else clause
        if short:
            led = _LED if tells else max(0, led - 1)


def _is_comer(title: str) -> bool:
    """Tell whether the title of an item is a person of a numbered list.

    >>> _is_comer("Mr. Tom Holt, Director"), _is_comer("Sluices, Weirs")
    (True, False)
    """
    name = parse_name(title.partition(",")[0])
    return name is not None and evidence(name) and _is_name(name)


def _find_tells(text: str) -> list[int]:
    """Return where words stand that tell who came.

    >>> _find_tells("Present: Ada Penrose. Tom Holt presented it. Absent: none")
    [0, 45]
    """
    found = []
    small = text.lower()
    text = small if len(small) == len(text) else text  # "İ" grows
    for word in _TELLS:
        at = text.find(word)
        while at >= 0:
            stop = at + len(word)
            if not text[at - 1 : at].isalpha() and not text.startswith(_GOES_ON, stop):
                found.append(at)
            at = text.find(word, stop)
    return sorted(found)


def _is_near(clause: Clause, taken: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a clause stands near a list, if there is one."""
    if len(taken) < _LISTED:
        return True
    at = bisect_left(taken, (clause.start, 0))
    return any(
        x[0] < clause.end + _NEAR and x[1] > clause.start - _NEAR
        for x in taken[max(0, at - 1) : at + 1]
    )


def _find_reach(items: Sequence[Item], text: str) -> int:
    """Return where the part of a text ends that may tell who came."""
    others = [x.start for x in items if not _ABOUT.search(x.title)]
    stop = others[_FEW] if len(others) > _FEW else _REACH
    return min(len(text), max(_LEAST, min(stop, _REACH)))


def _stands_in(items: Sequence[Item], clause: Clause) -> bool:
    return any(x.start <= clause.start < x.end for x in items)


def _cut(source: SourceDocument, reach: int) -> Iterator[Clause]:
    """Yield the sentences of the paragraphs up to an offset."""
    for index, paragraph in enumerate(find_paragraphs(source)):
        if paragraph.start >= reach:
            return
        stop = min(paragraph.end, paragraph.start + _LONG)
        first = paragraph.start
        for _, end in read_sentences(source.text, paragraph.start, stop):
            if not _ABBREVIATED.search(source.text, max(first, end - 5), end):
                yield Clause(index, paragraph.first, first, end)
                first = end
        if source.text[first:stop].strip():
            yield Clause(index, paragraph.first, first, stop)


def find_unlisted(
    text: str, clause: Clause, taken: Sequence[tuple[int, int]]
) -> list[Unlisted]:
    """Return the people whom a clause names, in their order.

    `taken` says where those stand whom a list took: their manner is "taken".
    """
    found: list[_Read] = []
    lead = (clause.start, clause.start)
    leads: list[tuple[int, int]] = []
    bounds = [clause.start]
    for match in _PART.finditer(text, clause.start, clause.end):
        bounds += [match.start(), match.end()]
    bounds.append(clause.end)
    for start, end in zip(bounds[::2], bounds[1::2], strict=True):
        if end - start < 2:
            continue
        read = _read_taken(text, start, end, taken)
        if read is None:
            read = list(_read_piece(text, start, end))
        colon = text[end : end + 1] == ":"
        if not read or (colon and _is_label(read)):
            if not found or colon:
                lead = (clause.start if not found else start, end)
            continue
        first = read[0][2][0] if read[0][2] else read[0][0].start
        if not found and first > start:
            lead = (clause.start, first)
        found += read
        leads += [lead] * len(read)
    if not found:
        return []
    stops = [*(x[2][0] if x[2] else x[0].start for x in found[1:]), clause.end]
    return [
        Unlisted(name, manner, clause, ahead, post, (name.end, max(name.end, stop)))
        for (name, manner, post), ahead, stop in zip(found, leads, stops, strict=True)
    ]


def _read_taken(
    text: str, start: int, end: int, taken: Sequence[tuple[int, int]]
) -> list[_Read] | None:
    """Return those of a piece whom a list took, None if it holds no part of them."""
    at = bisect_left(taken, (end, 0))
    if not at or taken[at - 1][1] <= start:
        return None
    found: list[_Read] = []
    while at and taken[at - 1][0] >= start:
        at -= 1
        low, high = taken[at]
        found.append((Name(text[low:high], low, high, surname=""), "taken", None))
    return found[::-1]


def _is_label(read: Sequence[_Read]) -> bool:
    """Tell whether what stands before a colon is a word, not a person: "Contact:"."""
    name, manner, _ = read[0]
    return manner == "whole" and not name.titles and not evidence(name)


def _read_piece(text: str, start: int, end: int) -> Iterator[_Read]:
    """Yield the people of a piece between separators, and the post before each."""
    while start < end and not text[start].isalnum():
        start += 1
    if text[start : start + 1].isdigit() and (number := _NUMBER.match(text, start)):
        start = number.end()
    while end > start and text[end - 1] in " \n.":
        end -= 1
    if end - start < 2 or end - start > _PIECE:
        return
    at = start + titled_collective(text[start:end])
    while at < end and not text[at].isalnum():
        at += 1
    if at >= end:
        return
    if end - at < _NAME:
        read = _read_person(text, at, end)
        if read:
            yield read
            return
    if _PAIR.search(text, at, end):
        yield from _read_running(text, at, end)


_NUMBER = re.compile(r"\d{1,2}[.)]\s{1,3}(?=[A-Z])")  # "1. Ada Penrose (Holt Trust)"
_PIECE = 1500  # characters of a piece that are looked into
_NAME = 70  # characters of a name and the post before or behind it
_PAIR = re.compile(r"[^\W\d_a-z][\w.’'-]{0,30}[^\w,;:]{1,3}[^\W\d_a-z]")  # two capitals


def _read_person(text: str, start: int, end: int) -> _Read | None:
    """Return the one person that a piece is, with a post before or behind the name."""
    piece = text[start:end]
    blanks = piece.count(" ")
    if piece[0].isupper() and blanks < 8 and not _LOWER.search(piece):
        called = find_in(text, start, end, True) if blanks == 1 else []
        if called and not called[0].surname:
            return called[0], "called", None  # "Ada B."
        name = parse_name(_ODD.sub("", piece), alone=True)
        if name and _is_name(name):
            return name._replace(start=start, end=end), "whole", None
    if not (blanks and _PAIR.search(piece) and has_role_word(piece)):
        return None
    if piece[piece.rindex(" ") + 1].isupper():
        led = name_behind_role(text, start, end)
        if led and _is_name(led[1]):
            (low, high), name = led
            while low < high and not text[low].isalpha():
                low += 1  # "10:50 Town Clerk"
            return name, "behind", (low, high)
    if piece[0].isupper() and blanks > 1:
        before = name_before_role(text, start, end)
        if before and _is_name(before[0]):
            return before[0], "before", None
    return None


_LOWER = re.compile(
    r"\s(?!(?:van|von|de|der|den|del|la|le|du|di|da|ap|al|el)\s)[a-z]{2,}"
)


def _is_name(name: Name) -> bool:
    return not (
        has_role_word(name.surname)
        or has_organisation_word(name.name)
        or (not name.given and not name.titles and len(name.surname) < 3)
    )


def _read_running(text: str, start: int, end: int) -> Iterator[_Read]:
    """Yield the people whom running words name."""
    for name in find_names(text[start:end].replace("\n", " ")):
        if _is_name(name):
            yield shift_name(name, start), "within", None
