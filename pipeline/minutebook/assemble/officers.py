"""Reads lists of those elected: one line, or one row of a table, for each post.

"Chairman - Ada Penrose", "Tom Holt: Treasurer", "Editor Joan Orr (proposed by Mr Holt,
seconded by Mrs Bell)". They stand under a heading that speaks of an election. A line
that says no more than a post and a name is told nowhere else what it means, so that
what is no known post counts only beside known ones.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from minutebook.assemble.movers import Motion, find_motion
from minutebook.assemble.scope import Scope, decide
from minutebook.grammar.anchors import holds_any
from minutebook.grammar.paragraphs import Paragraph
from minutebook.grammar.postwords import is_of_kind
from minutebook.records import Decision

ELECTED = "decision-elected"
_CUES = (
    *("lection", "LECTION", "s elected", "S ELECTED", "ppointment of", "PPOINTMENT OF"),
)
# "7. Election of Officers:", "ELECTION OF OFFICERS The votes were unanimous"
_HEADED = re.compile(
    r"[^\w(]{0,8}(?:\(?[\w.]{1,5}[.)]|\d{1,3}(?=\s))?\W{0,6}(?:annual\s|general\s)?"
    r"(?:(?:re-?)?elections?\s(?:of|for|to)\b|elections?\W{0,4}$|officers?\selected\b"
    r"|appointment\sof\s(?:the\s)?(?:officers|office[- ]?bearers|committee)"
    r"|(?:officers?|committee)[’']?s?\selections?\b)",
    re.IGNORECASE,
)
# "Further posts agreed:", "The following were elected:": the list below is its own
_LEADS = re.compile(
    r"\b(?:agreed|resolved|decided|approved|noted|recommended|elected|appointed)\b",
    re.I,
)
# "7. Elections. The following were elected:": one decision, the list below told by it
_LEADS_ON = re.compile(
    r"\bfollowing\s(?:[\w-]{4,12}\s){0,3}(?:was|were|be)\s(?:\w{3,10}ly\s)?(?:re-?)?"
    r"(?:elected|appointed)(?:\s?[:–-]{1,2}|\s(?:unopposed|unanimously|en\sbloc)\s?[:–-]{0,2})\W*$"
)
_LEAD = 280  # characters of a line that opens such a list
_LONGEST = 220  # characters of one entry
_WORDS = 8  # words of a post
_ALIKE = 2  # entries with a known post among which others may stand
_BETWEEN = 2  # lines in a row that may stand among the entries and be none
_MARK = re.compile(
    r"[\s|]{0,6}(?:(?:[•·●▪➢➤►◦*]|[-–]\s|o\s|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s{0,4})?"
)
_JOINT = re.compile(
    r"\s{0,3}(?:,|&|and|,\sand)\s{1,3}(?:(?:Mr|Mrs|Ms|Miss|Dr|Cllr)\.?\s)?"
)
_TITLE = re.compile(r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor|Rev)\b\.?\s{0,2})*$")
_LINK = re.compile(
    r"\s{0,3}(?:[:–|/-]|,|\(|\t|\n|\b(?:as|for|is)\b(?:\s+the\b)?|\s{2})\s{0,3}"
)
_SMALL = frozenset(
    ("of", "the", "for", "and", "&", "to", "with", "elect", "joint", "acting", "temp")
)
# what may stand behind the post and the name of an entry
_TAIL = re.compile(
    r"[\W_]*(?:$|\(|(?:(?:was\s|were\s|is\s|both\s|all\s)?(?:duly\s)?(?:re-?)?(?:elected|appointed|nominated"
    r"|proposed|seconded|moved|confirmed|carried|agreed|unopposed|unanimous|continu"
    r"|prop\b|vacan|accept|for\s(?:a|one|two|three|\d))))",
    re.IGNORECASE,
)
# "Director Orr moved": a name with a title, and no post with a name
_DOES = re.compile(r"\s(?:then\s|also\s)?(?:moved|seconded|proposed|nominated)\b")
_MOVES = re.compile(r"\b(?:propos|nominat|moved)", re.IGNORECASE)
_CELL = re.compile(r"[^\s|/](?:[^|/\t\n]{0,60}[^\s|/])?")
_NAMED = re.compile(r"[A-Z][\w’'.-]{0,20}(?:\s[A-Z][\w’'.-]{0,20}){0,3}")
_SECONDS = re.compile(r"\bsecond", re.IGNORECASE)


class Entry(NamedTuple):
    """One line of a list: where it stands, how sure it is, who moved it."""

    start: int
    end: int
    sure: bool  # its post is known as one
    motion: Motion | None


class _Row(NamedTuple):
    """A line, or the cells of a table's row, and the paragraph that it opens in."""

    start: int
    end: int
    paragraph: int


def find_elected(scope: Scope) -> dict[int, list[Decision]]:
    """Return who was elected to what, by the paragraph in which each entry begins."""
    found: dict[int, list[Decision]] = {}
    if not holds_any(scope.text, _CUES):
        return found
    rows = list(_rows(scope))
    past = 0
    for at, row in enumerate(rows):
        if at < past or row.end - row.start > _LEAD:
            continue
        if _HEADED.match(scope.text, row.start, row.end) and not _LEADS_ON.search(
            scope.text, row.start, row.end
        ):
            entries, past = _read_list(scope, rows, at + 1)
            for index, entry in entries:
                found.setdefault(index, []).append(_appoint(scope, entry))
    return found


def _appoint(scope: Scope, entry: Entry) -> Decision:
    begin, end, _, motion = entry
    whole = decide(scope, begin, end, "elected", "", motion, None)
    return replace(whole, kind="appointed")


def _rows(scope: Scope) -> Iterator[_Row]:
    """Yield the lines of a document, those side by side as one."""

    def place(one: tuple[int, Paragraph]) -> tuple[int, int]:
        return one[1].first.page, one[1].first.row

    for _, cells in groupby(enumerate(scope.paragraphs), key=place):
        held = list(cells)
        index, first = held[0]
        if len(held) > 1 or len(first.lines) == 1:
            yield _Row(first.start, held[-1][1].end, index)
        else:
            yield from (_Row(x.start, x.end, index) for x in first.lines)


def _read_list(
    scope: Scope, rows: Sequence[_Row], first: int
) -> tuple[list[tuple[int, Entry]], int]:
    """Return the entries of a list, and the row behind it."""
    found: list[tuple[int, Entry]] = []
    at, apart, head = first, 0, ""
    past = first
    while at < len(rows) and apart <= _BETWEEN:
        row = rows[at]
        words = scope.text[row.start : row.end]
        if _LEADS_ON.search(words) or (words.endswith(":") and _LEADS.search(words)):
            break
        entry = read_entry(scope, row.start, row.end, head)
        if entry is None and at + 1 < len(rows):
            entry = _read_two(scope, row, rows[at + 1])
            at += entry is not None
        if entry is None:
            apart += 1
            head = words if _SECONDS.search(words) else head
        else:
            apart, past = 0, at + 1
            found.append((row.paragraph, entry))
        at += 1
    alike = sum(x.sure for _, x in found) >= _ALIKE
    return [x for x in found if x[1].sure or alike], past


def _read_two(scope: Scope, row: _Row, below: _Row) -> Entry | None:
    """Return the entry whose post stands alone above the name."""
    names = _names(scope, below.start, below.end)
    if names is None or names[0] > below.start + 2 or names[1] < below.end - 2:
        return None
    mark = _MARK.match(scope.text, row.start, row.end)
    begin = mark.end() if mark else row.start
    if _judge_post(scope.text[begin : row.end].strip(" :")) != "post":
        return None
    return Entry(begin, below.end, True, None)


def read_entry(scope: Scope, start: int, end: int, head: str = "") -> Entry | None:
    """Return a line that holds a post and who was elected to it, and nothing else.

    `head` holds what a table calls its columns.
    """
    text = scope.text
    if end - start > _LONGEST:
        return None
    mark = _MARK.match(text, start, end)
    begin = mark.end() if mark else start
    names = _names(scope, begin, end)
    if names is None:
        return None
    low, high = names
    post = _TITLE.sub("", text[begin:low])
    if post.strip():
        kind = _judge_post(post.strip(" \t\n|/:–-,"))
    else:
        link = _LINK.match(text, high, end)
        if link is None:
            return None
        stop = next((i for i in range(link.end(), end) if text[i] in "(,;.|\t\n"), end)
        kind = _judge_post(text[link.end() : stop].strip())
        high = stop
        kind = None if kind == "other" else kind
    if kind is None:
        return None
    cells = text[high:end].lstrip(" ")[:1] in ("\t", "\n", "|")
    tail = _TAIL.match(text[high:end])
    motion = find_motion(text, high, end) or _columns(scope, high, end, head)
    if not (motion or tail or cells) or (_DOES.match(text, high) and post[-1:] == " "):
        return None
    return Entry(begin, end, kind == "post", motion)


def _names(scope: Scope, start: int, end: int) -> tuple[int, int] | None:
    """Return where the first names of a line begin and end: "Ada Orr & Jo Bell"."""
    at = bisect_left(scope.named, start)
    if at == len(scope.named) or scope.named[at] >= end:
        return None
    low = scope.named[at]
    high = scope.people[low]
    while at + 1 < len(scope.named):
        joint = _JOINT.match(scope.text, high, end)
        at += 1
        if joint is None or joint.end() != scope.named[at]:
            break
        high = scope.people[scope.named[at]]
    return low, high


def _judge_post(post: str) -> str | None:
    """Return whether words are a "post", may be an "other" label of one, or neither.

    >>> [_judge_post(x) for x in ("Vice chairman", "Allotments", "The Clerk thanked")]
    ['post', 'other', None]
    """
    words = post.replace("/", " ").replace("|", " ").split()
    if not words or len(words) > _WORDS:
        return None
    plain = [x.strip(".,:;()’'").lower() for x in words]
    heads = [is_of_kind(x, "head") for x in plain]
    known = [
        a or is_of_kind(x, "rank") or x in _SMALL
        for x, a in zip(plain, heads, strict=True)
    ]
    if not all(a or x[:1].isupper() for x, a in zip(words, known, strict=True)):
        return None
    if any(heads):
        return "post"
    return "other" if len(words) <= 4 else None


def _columns(scope: Scope, start: int, end: int, head: str) -> Motion | None:
    """Return who moved and seconded by the columns of a table that say so."""
    moves, seconds = _MOVES.search(head), _SECONDS.search(head)
    if moves is None or seconds is None:
        return None
    cells = [
        x for x in _CELL.finditer(scope.text, start, end) if _NAMED.fullmatch(x[0])
    ]
    if len(cells) != 2:
        return None
    if moves.start() > seconds.start():
        cells.reverse()
    one, other = cells
    return Motion(one[0], other[0], start, end, one.start(), other.start())
