"""Finds the tasks of lists of actions: those under a heading, and orders with a name.

An entry tells who is to act before its task, behind it, or as its subject; or a line
above several entries names who is to do them all.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator

from minutebook.assemble.entries import (
    BULLET,
    TICKED,
    Entry,
    are_somebody,
    body_of,
    read_entry,
    read_lead,
)
from minutebook.assemble.owners import Owners
from minutebook.assemble.tasks import Found, is_order
from minutebook.grammar.anchors import holds_any
from minutebook.grammar.paragraphs import Paragraph
from minutebook.records import Line

# "Actions Summary", "7. Action items", "Actions to be taken", "Assignments", "To do"
_HEAD = re.compile(
    r"[\s\d.)]{0,8}+(?!.{0,60}\b(?:last|previous|prior|past|completed?|closed|review"
    r"|plans?|actions?\s{1,4}taken|groups?|committees?|team|notes?|minutes|no)\b)"
    r"(?:[\w’'-]{1,15}+\s{1,4}(?:of\s{1,4}(?:the\s{1,4})?)?){0,3}"
    r"(?:actions?|assignments?|tasks?|to[ -]?dos?|next\s{1,4}steps|follow[ -]?ups?"
    r"|jobs?(?:\s{1,4}list)?|homework|take-?aways)"
    r"(?:[\s,/&-]{1,4}[\w’'-]{1,15}){0,6}\s{0,4}:?\s{0,4}"
    r"|\s{0,4}Who(?:[’']?s|\s{1,4}is)?\s{1,4}do(?:es|ing)\s{1,4}what\s{0,4}:?\s{0,4}",
    re.IGNORECASE,
)
_HEAD_WORDS = (
    *("ction", "CTION", "ssignment", "SSIGN", "ask", "ASK", "To", "TO", "to do"),
    *("tep", "TEP", "ollow", "OLLOW", "ob", "OB", "omework", "ake", "Who", "WHO"),
)
_SUMMING = re.compile(
    r"\b(?:summary|summari[sz]ed|overview|recap|log|list\s+of)\b", re.I
)
_LONGEST_HEAD = 60
# "Tom", "Jo Marsh:", "The Clerk", "Trustees"
_OWNER = re.compile(
    r"\s{0,4}(?:[Tt]he\s{1,4})?(?P<who>[A-Z][\w’'.-]{0,20}(?:\s{1,4}(?:(?:and|&|of|the)\s{1,4})?"
    r"[A-Z][\w’'.-]{0,20}){0,3})\s{0,4}:?\s{0,4}"
)
_NEAR = 8  # paragraphs between entries of one list
_REACH = 60  # paragraphs that such a list may run over
_SEVERAL = 2  # entries that name somebody in one manner are the clerk's habit
_APART = 300.0  # points from where entries begin to a heading over the last column
_ALL = ("All", "ALL")


def find_in_summaries(
    text: str, paragraphs: list[Paragraph], owners: Owners
) -> Iterator[Found]:
    """Yield the entries of lists of actions, for the name above, before or behind each.

    A single list sums up a meeting; where there are several, each ends its item.
    """
    heads = [i for i, x in enumerate(paragraphs) if _is_head(text, x)]
    past = 0
    for head in heads:
        sums_up = len(heads) == 1 or _sums_up(text, paragraphs[head])
        rule = "summary" if sums_up else "label"
        if head >= past:
            found, past = _List(text, paragraphs, head, owners, rule).read()
            yield from found


def _sums_up(text: str, head: Paragraph) -> bool:
    """Say whether a heading says itself that it sums tasks up."""
    return _SUMMING.search(text, head.start, head.end) is not None


def _is_head(text: str, head: Paragraph) -> bool:
    """Say whether a paragraph is a heading that announces tasks."""
    if head.end - head.start > _LONGEST_HEAD:
        return False
    words = text[head.start : head.end]
    return holds_any(words, _HEAD_WORDS) and _HEAD.fullmatch(words) is not None


class _List:
    """Reads one list of tasks, entry by entry."""

    def __init__(
        self,
        text: str,
        paragraphs: list[Paragraph],
        head: int,
        owners: Owners,
        rule: str,
    ) -> None:
        self._text = text
        self._paragraphs = paragraphs
        self._first = head + 1
        self._head = paragraphs[head].first
        self._owners = owners
        self._rule = rule
        self._found: list[Found] = []
        self._read: list[list[Entry]] = []
        self._names: tuple[str, ...] = ()  # of whoever is to do what stands below
        self._bare = False  # that the orders under a name have no bullets
        self._counted = False  # that those under a name have numbers
        self._past = 0  # the end of what has been read

    def read(self) -> tuple[list[Found], int]:
        """Return the tasks of the list, and the index of the paragraph behind it.

        What names nobody ends the list, unless it is an entry of a list that has begun.
        """
        at = first = self._first
        for at in range(first, min(first + _REACH, len(self._paragraphs))):
            entry = self._paragraphs[at]
            if self._passes(entry):
                continue
            if self._ends(entry):
                break
            ticked = TICKED.match(self._text, entry.start, entry.end)
            if not ticked and not self._take(at):
                break
        return [*self._found, *_choose(self._read)], at

    def _passes(self, entry: Paragraph) -> bool:
        """Say whether a paragraph is read already, or a heading within the list."""
        own = self._head.heading or 0
        return entry.start < self._past or (entry.first.heading or 0) > own > 0

    def _ends(self, entry: Paragraph) -> bool:
        """Say whether a paragraph heads something else."""
        headed = bool(entry.first.heading) or _heads_column(self._head, entry.first)
        return headed or _is_head(self._text, entry)

    def _take(self, at: int) -> bool:
        """Read one entry; return whether the list goes on."""
        text, owners = self._text, self._owners
        entry = self._paragraphs[at]
        low, end = body_of(text, entry), entry.end
        bullet = low > entry.start
        ordered = is_order(text, low, end)
        heading = _names_within(text, self._paragraphs, at, owners)
        if heading and not self._read:
            self._names = heading
            return True
        if self._names and (
            (bullet and not self._bare) or (ordered and low == entry.start)
        ):
            self._bare = self._bare or not bullet
            counted = any(x.isdigit() for x in text[entry.start : low])
            if self._found and counted != self._counted:
                return False  # "3. Next meeting" below entries with dashes
            self._counted = counted
            self._found.append(Found(low, end, self._names, self._rule))
            return True
        below = self._paragraphs[at + 1 : at + 2]
        if bullet and below and below[0].first.column:
            end = below[0].end  # a tab stands between the name and the task
        told = [*read_entry(text, low, end, owners, self._rule)]
        if told:
            self._read.append(told)
            self._past = end
            return True
        if self._read:
            return bullet or _goes_on(text, self._paragraphs, at + 1, owners)
        self._names = _names(text, self._paragraphs, at, owners)
        return bool(self._names)


def _heads_column(head: Line, entry: Line) -> bool:
    """Say whether a heading stands over a column, and an entry in one before it."""
    return entry.column < head.column or head.indent - entry.indent > _APART


def _goes_on(text: str, paragraphs: list[Paragraph], at: int, owners: Owners) -> bool:
    """Say whether a paragraph opens with the names of somebody known."""
    return at < len(paragraphs) and any(
        are_somebody(x.found.owners, owners)
        for x in read_lead(text, paragraphs[at], owners, "summary")
    )


def _choose(read: list[list[Entry]]) -> Iterator[Found]:
    """Yield the tasks of entries, each by the manner in which most of them tell theirs.

    Whoever nobody knows may act where others are bidden in the same manner.
    """
    manners = Counter(x.manner for told in read for x in told if x.known or x.bidden)
    for told in read:
        often = [
            x for x in told if x.known or (x.bidden and manners[x.manner] >= _SEVERAL)
        ]
        if often:
            yield max(often, key=lambda x: (x.known, manners[x.manner])).found


def _names(
    text: str, paragraphs: list[Paragraph], at: int, owners: Owners
) -> tuple[str, ...]:
    """Return whom a line names that stands alone above entries, or orders."""
    line = paragraphs[at]
    match = _OWNER.fullmatch(text, line.start, line.end)
    if match is None or at + 1 >= len(paragraphs):
        return ()
    below = paragraphs[at + 1]
    names = owners.split(match["who"])
    if BULLET.match(text, below.start, below.end):
        return names
    ordered = is_order(text, below.start, below.end) and are_somebody(names, owners)
    return names if ordered else ()


def _names_within(
    text: str, paragraphs: list[Paragraph], at: int, owners: Owners
) -> tuple[str, ...]:
    """Return whom an entry names that is nothing else, above further entries."""
    entry, below = paragraphs[at], paragraphs[at + 1 : at + 2]
    low = body_of(text, entry)
    match = _OWNER.fullmatch(text, low, entry.end) if low > entry.start else None
    if match is None or not below or body_of(text, below[0]) == below[0].start:
        return ()
    names = owners.split(match["who"])
    return names if are_somebody(names, owners) else ()


# ------------------------------------------------------------ orders under no heading


# "will they come? TH – asked them": what people say to each other; "- UNAN": a vote
_ASKS = re.compile(
    r"\?(?:\s|$)|[.!]\s{1,3}[A-Z]{2,3}\s[–-]\s|\s[–-]\s(?:UNAN|CARRIED|LOST)\w{0,6}\W*$"
)


def find_leads(
    text: str, paragraphs: list[Paragraph], owners: Owners
) -> Iterator[Found]:
    """Yield orders that open with the name of who acts: "Tom: ring the school".

    Where most entries of a list that open so are orders by their verb, all of them are:
    no list of verbs holds every one.
    """
    opened = [
        (at, x)
        for at, entry in enumerate(paragraphs)
        for x in read_lead(text, entry, owners, "summary")
        if x.manner in ("led", "named")
        and not _ASKS.search(text, x.found.start, x.found.end)
    ]
    bids = [at for at, x in opened if x.bidden and _may_act(x.found.owners, owners)]
    if not bids:
        return
    leads = [
        (at, x.found)
        for at, x in opened
        if at in bids or _may_act(x.found.owners, owners)
    ]
    places = [at for at, _ in leads]
    for at, found in leads:
        if at in bids or _count(places, at) <= 2 * _count(bids, at):
            yield found


def _count(places: list[int], at: int) -> int:
    """Return how many of the places are near one."""
    return bisect_right(places, at + _NEAR) - bisect_left(places, at - _NEAR)


def _may_act(names: tuple[str, ...], owners: Owners) -> bool:
    return all(x in _ALL or owners.may_be(x) for x in names)
