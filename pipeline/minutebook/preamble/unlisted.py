"""Finds people whom no list took, named where those who came are told of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from minutebook.grammar.affiliations import has_organisation_word, has_role_word
from minutebook.grammar.listnames import (
    evidence,
    name_behind_role,
    name_before_role,
    titled_collective,
)
from minutebook.grammar.names import Name, find_names, parse_name, shift_name
from minutebook.grammar.paragraphs import find_paragraphs, read_sentences
from minutebook.records import Line, Sections, SourceDocument

_REACH = 6000  # characters: those who came are told of at the front
_LEAST = 1500
_LONG = 4000  # characters of a line that are read
# the items that tell who came
ABOUT = re.compile(
    r"\b(?:roll|call\sto\sorder|attend\w*|apolog\w*|absen\w*|present|welcome\w*|open\w*"
    r"|introduc\w*|quorum|excus\w*|regrets|sederunt|in\sthe\schair)\b",
    re.IGNORECASE,
)
# what parts people in a list
_PART = re.compile(
    r"[,;|\t•●▪*/\[\]()]|(?<!\w)(?:and|&|plus|with)(?!\w)|\s[-–—]{1,3}\s|[ \t]{2,}"
    r"|[:](?=\s|$)|_{3,}|--"
)
# "M . Penrose , J . Holt": blanks that a scan put before each full stop
_ABBREVIATED = re.compile(r"(?<![A-Za-z])[A-Z]\s\.$")
_ODD = re.compile(r"\s+(?=[.,’'])")


# a name, the manner in which it was read, and the post before it
_Read = tuple[Name, str, tuple[int, int] | None]


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause that may tell who came: its paragraph and its words."""

    paragraph: int
    line: Line
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Unlisted:
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


def find_reach(sections: Sections, text: str) -> int:
    """Return where the part of a text ends that tells who came."""
    others = [x.start for x in sections.items if not ABOUT.search(x.title)]
    stop = others[2] if len(others) > 2 else _REACH
    return min(len(text), max(_LEAST, min(stop, _REACH)))


def read_clauses(source: SourceDocument, reach: int) -> Iterator[Clause]:
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


def find_unlisted(text: str, clause: Clause) -> list[Unlisted]:
    """Return the people whom a clause names, in their order."""
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


def _is_label(read: Sequence[_Read]) -> bool:
    """Tell whether what stands before a colon is a word, not a person: "Contact:"."""
    name, manner, _ = read[0]
    return manner == "whole" and not name.titles and not evidence(name)


def _read_piece(
    text: str, start: int, end: int
) -> Iterator[_Read]:
    """Yield the people of a piece between separators, and the post before each."""
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and text[end - 1] in " \n.":
        end -= 1
    if end - start < 2 or end - start > 400:
        return
    at = start + titled_collective(text[start:end])
    while at < end and not text[at].isalnum():
        at += 1
    if at >= end:
        return
    piece = text[at:end]
    if len(piece) < 70:
        name = parse_name(_ODD.sub("", piece), alone=True)
        if name and _is_name(name):
            yield replace(name, start=at, end=end), "whole", None
            return
        led = name_behind_role(text, at, end)
        if led and _is_name(led[1]):
            (low, high), name = led
            while low < high and not text[low].isalpha():
                low += 1  # "10:50 Town Clerk"
            yield name, "behind", (low, high)
            return
        before = name_before_role(text, at, end)
        if before and _is_name(before[0]):
            yield before[0], "before", None
            return
    yield from _read_running(text, at, end)


def _is_name(name: Name) -> bool:
    return not (
        has_role_word(name.surname)
        or has_organisation_word(name.name)
        or (not name.given and not name.titles and len(name.surname) < 3)
    )


def _read_running(
    text: str, start: int, end: int
) -> Iterator[_Read]:
    """Yield the people whom running words name."""
    for name in find_names(text[start:end].replace("\n", " ")):
        if _is_name(name):
            yield shift_name(name, start), "within", None
