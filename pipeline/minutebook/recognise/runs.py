"""Runs of capitalised words: where names of posts and bodies are looked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from minutebook.recognise.wordlists import words_of
from minutebook.records import Line, Mention, SourceDocument

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
LINKS = frozenset(
    ["of", "and", "&", "for", "the", "on", "in", "to", "with", "upon", "de"]
)

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


def join_lines(source: SourceDocument) -> str:
    """Return the text with wrapped lines joined by a space, offsets unchanged.

    A cell, a heading and a paragraph end where they end; only a line that runs on
    is joined to the next one. Lines that are furniture are blanked.
    """
    parts: list[str] = []
    place = 0
    text = source.text
    full = _full_width(source.lines)
    before: Line | None = None
    for line in source.lines:
        gap = text[place : line.start]
        joined = before is not None and _runs_on(text, before, line, gap, full)
        parts.append((" " if joined else "\n") * len(gap))
        words = text[line.start : line.end]
        if line.furniture or line.struck:
            words = "\n" * len(words)
        parts.append(words)
        place = line.end
        before = line
    parts.append("\n" * (len(text) - place))
    return "".join(parts).replace("\t", "\n").replace("\xa0", " ")


def _full_width(lines: tuple[Line, ...]) -> int:
    """Return how many characters a full line has, 0 where lines are paragraphs."""
    sizes = sorted(x.end - x.start for x in lines if x.column == 0)
    wide = sizes[len(sizes) * 19 // 20] if sizes else 0
    return wide if 40 <= wide <= 160 else 0


def _runs_on(text: str, before: Line, after: Line, gap: str, full: int) -> bool:
    """Return whether the words of one line go on in the next one."""
    if gap.count("\n") != 1 or before.column != after.column or "\t" in gap:
        return False
    if before.furniture or after.furniture or before.heading != after.heading:
        return False
    if before.wraps:
        return True
    if text[before.end - 1] in ".:;!?" or before.bold != after.bold:
        return False
    first = text[after.start]
    if first.islower() or text[before.end - 1] in ",&":
        return True
    last = text[before.start : before.end].rpartition(" ")[2].casefold()
    if last in LINKS or last in ("a", "an", "by", "from", "at"):
        return True
    word = text[after.start : after.start + 20].partition(" ")[0]
    return bool(full) and before.end - before.start + 1 + len(word) >= full * 0.92


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
    spans = [(x.start, x.end) for x in people if not HOUSE.match(view, x.end)]
    spans += [x.span() for x in TITLED.finditer(view) if not HOUSE.match(view, x.end())]
    return mask(view, spans)


# (Ada Penrose) Charity,  (Penrose) Parish Council  - a name that a body bears
HOUSE = re.compile(
    r"(?:[ ][A-Z][a-z]{2,20}){0,2}"
    r"[ ](?:Charity|Trust|Foundation|School|Primary|Academy|College|Hospice|Ltd|Fund"
    r"|Associates|Solicitors|Limited|LLP|Surgery|Centre|Hall|Library|Memorial|Council"
    r"|Committee|Board|Partnership|Association|Society|Club|Church|Group)\b"
)


def find_runs(view: str) -> Iterator[list[Token]]:
    """Yield the tokens of each run of capitalised words."""
    for match in RUN.finditer(view):
        yield tokens_of(view, match.start(), match.end())


def tokens_of(view: str, start: int, end: int) -> list[Token]:
    """Return the words, links and commas of one stretch."""
    if view.find(" ", start, end) < 0:
        return [_token(view[start:end], start, end)]
    return [_token(m[0], *m.span()) for m in TOKEN.finditer(view, start, end)]


def _token(text: str, start: int, end: int) -> Token:
    fold = text.casefold()
    owns = False
    if "’" in fold or "'" in fold:
        fold = fold.replace("’", "'")
        owns = fold.endswith(("'s", "s'"))
        if owns:
            fold = fold[:-2] if fold.endswith("'s") else fold[:-1]
    return Token(text, start, end, fold, owns)


def is_break(token: Token) -> bool:
    """Return whether a name cannot hold this word: The, Cllr, June, Y."""
    return (token.fold in words_of("name_words", "break") and token.text != "IT") or (
        len(token.fold.rstrip(".")) == 1 and token.fold[0].isalpha()
    )


def is_acronym(token: Token) -> bool:
    """Return whether the word is all capitals: SBC, HWB."""
    return len(token.text) > 1 and token.text.isupper()


def fold(text: str) -> str:
    """Return the text with white space folded."""
    return " ".join(text.split())
