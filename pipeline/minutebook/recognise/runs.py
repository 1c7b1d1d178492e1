"""Runs of capitalised words: where names of posts and bodies are looked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from minutebook.recognise.wordlists import words_of
from minutebook.records import Mention, SourceDocument

UPPER = "A-ZÀ-ÖØ-ÞĀĒĪŌŪŚŠŽ"

# Thornbeck  Children's  Pre-School  A/Director  N.C.C.  #21  R&D
CAPITAL = rf"""
    [{UPPER}\#][\w\#]{{0,40}}
    (?: [’'\-/.&+] \w{{1,40}} ){{0,6}}
    (?: [’'] (?=[ ]) )?
    (?: (?<=\b[A-Z]) \. )?
"""
LINK = r"(?: of | and | & | for | the | on | in | to | with | upon | de )"

# Department of Housing, Planning and Local Government
RUN = re.compile(
    rf"""
    (?<![\w’'-])
    {CAPITAL}
    (?: ,?[ ]{{1,3}} (?: {LINK} [ ]{{1,3}} ){{0,3}} {CAPITAL} ){{0,30}}
    """,
    re.VERBOSE,
)
TOKEN = re.compile(rf"{CAPITAL} | {LINK}(?=[ ]) | ,", re.VERBOSE)
LINKS = frozenset("of and & for the on in to with upon de".split())

# Cllr A B Penrose   Mr Penrose   (masked where no recogniser of people has been)
TITLED = re.compile(
    rf"""
    \b(?: Cllrs? | Councillors? | Cr | Clr | Mr | Mrs | Ms | Miss | Dr | Prof(?:essor)?
        | Sir | Dame | Revd? | Reverend | Ald(?:erman)? )\b\.?
    (?: [ ] (?: [{UPPER}]\.? [ ]? ){{0,3}} [{UPPER}][\w’'-]{{1,30}} )
    """,
    re.VERBOSE,
)


class Token(NamedTuple):
    """One word of a run; `fold` is it in lower case without a possessive."""

    text: str
    start: int
    end: int
    fold: str
    owns: bool  # ends in 's or s'


@dataclass(frozen=True, slots=True)
class Span:
    """Where a name stands, as the grammars below hand it on."""

    start: int
    end: int


def join_lines(source: SourceDocument) -> str:
    """Return the text with wrapped lines joined by a space, offsets unchanged.

    A cell, a heading and a paragraph end where they end; only a line that runs on
    is joined to the next one. Lines that are furniture are blanked.
    """
    parts: list[str] = []
    place = 0
    text = source.text
    lines = source.lines
    for index, line in enumerate(lines):
        parts.append(_gap(text[place : line.start], index > 0, lines, index))
        words = text[line.start : line.end]
        if line.furniture or line.struck:
            words = "\n" * len(words)
        parts.append(words)
        place = line.end
    parts.append("\n" * (len(text) - place))
    return "".join(parts).replace("\t", "\n").replace("\xa0", " ")


def _gap(gap: str, later: bool, lines: tuple[object, ...], index: int) -> str:
    if not (later and runs_on(lines[index - 1], lines[index], gap)):
        return "\n" * len(gap)
    return " " * len(gap)


def runs_on(before: object, after: object, gap: str) -> bool:
    """Return whether one line goes on in the next."""
    return bool(getattr(before, "wraps", False)) and gap.count("\n") == 1


def mask(view: str, spans: list[tuple[int, int]]) -> str:
    """Return the view with these stretches made unreadable, offsets unchanged."""
    if not spans:
        return view
    parts: list[str] = []
    place = 0
    for start, end in sorted(spans):
        if end <= place:
            continue
        start = max(start, place)
        parts.append(view[place:start])
        parts.append("\x00" * (end - start))
        place = end
    parts.append(view[place:])
    return "".join(parts)


def mask_people(view: str, people: tuple[Mention, ...]) -> str:
    """Return the view without the names of people, those inside a body's name kept."""
    spans = [
        (x.start, x.end)
        for x in people
        if not HOUSE.match(view, x.end) and " " in view[x.start : x.end]
        or x.start and view[x.start - 1] in "\n("
    ]
    spans += [x.span() for x in TITLED.finditer(view) if not HOUSE.match(view, x.end())]
    return mask(view, spans)


# (Ada Penrose) Charity   - a person's name that a body bears
HOUSE = re.compile(
    r"[ ](?:Charity|Trust|Foundation|School|Primary|Academy|College|Hospice|Ltd|Fund"
    r"|Associates|Solicitors|Limited|LLP|Surgery|Centre|Hall|Library|Memorial)\b"
)


def find_runs(view: str) -> Iterator[list[Token]]:
    """Yield the tokens of each run of capitalised words."""
    for match in RUN.finditer(view):
        yield tokens_of(view, match.start(), match.end())


def tokens_of(view: str, start: int, end: int) -> list[Token]:
    """Return the words, links and commas of one stretch."""
    found = []
    for match in TOKEN.finditer(view, start, end):
        text = match[0]
        fold = text.casefold().replace("’", "'")
        owns = fold.endswith(("'s", "s'"))
        if owns:
            fold = fold[:-2] if fold.endswith("'s") else fold[:-1]
        found.append(Token(text, match.start(), match.end(), fold, owns))
    return found


def is_break(token: Token) -> bool:
    """Return whether a name cannot hold this word: The, Cllr, Minutes, June."""
    return token.fold in words_of("name_words", "break")


def fold(text: str) -> str:
    """Return the text with white space folded."""
    return " ".join(text.split())
