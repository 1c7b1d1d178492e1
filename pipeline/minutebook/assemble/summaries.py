"""Finds the tasks of a closing list of actions, told under the names of who acts."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from minutebook.assemble.doers import WHO
from minutebook.assemble.owners import Owners
from minutebook.assemble.tasks import VERBS, Found
from minutebook.grammar.anchors import holds_any
from minutebook.grammar.paragraphs import MARGIN, Paragraph

# "Actions Summary", "Summary of actions", "New actions", "Actions to be taken"
_HEAD = re.compile(
    r"\s{0,4}(?:(?:Summary|List)\s{1,4}of\s{1,4}|(?:New|Agreed|Open|Outstanding)\s{1,4})?"
    r"Actions?"
    r"(?:\s{1,4}(?:Summary|Lists?|Points?|Items?|Log|Arising|Agreed|to\s{1,4}be\s{1,4}taken"
    r"|for\s{1,4}[a-z]{1,12}(?:\s{1,4}[a-z]{1,12}){0,3}))?\s{0,4}:?\s{0,4}"
    r"|\s{0,4}(?:Next\s{1,4}steps|To\s{1,4}do|Who(?:[’']?s|\s{1,4}is)?\s{1,4}do(?:es|ing)"
    r"\s{1,4}what)\s{0,4}:?\s{0,4}",
    re.IGNORECASE,
)
# "Tom", "Jo Marsh:", "The Clerk", "Trustees"
_OWNER = re.compile(
    r"\s{0,4}(?:[Tt]he\s{1,4})?(?P<who>[A-Z][\w’'.-]{0,20}(?:\s{1,4}(?:(?:and|&|of|the)\s{1,4})?"
    r"[A-Z][\w’'.-]{0,20}){0,3})\s{0,4}:?\s{0,4}"
)
_BULLET = re.compile(r"\s{0,4}(?:[•▪●*–-]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s{1,4}")
# "[TH, JM] Ring the school", "Tom - ring the school", "TH: ring the school"
_LED = re.compile(
    r"(?:\[(?P<marked>[^\[\]]{2,40})\]\s{0,4}[:–-]?|(?P<who>[A-Z][\w&’'./, +-]{0,50}?)"
    r"(?:\s{0,2}(?:::?|=>|–)|\s-))\s{1,6}(?=\S)"
)
# "TH needs a ladder", "JM and TH painting the gate": who acts opens the entry
_OPENED = re.compile(
    rf"{WHO}\s{{1,4}}(?=(?:to|will|would|should|shall|must|needs?|agreed|offered"
    rf"|(?:is|are)\s(?:to|going)|[a-z]{{3,20}}ing|{VERBS})\b)"
)
# behind a name and a colon: "Ring the school", "will ring", "to ring"; but "Let's
# ring", "do we ring?" and "Cut and paste is slow" are only said
_BIDDEN = re.compile(
    rf"(?:(?:will|to|should|must|needs?\sto)\s(?!(?:be|have)\b)[a-z]"
    rf"|(?i:{VERBS})\b(?!\s+(?:of|on|from|by|was|is|were|has|had|to\s+be|we|you|I)\b"
    r"|:|[’']s\b|(?:\s+[\w’'-]{1,20}){1,3}\s(?:is|are|was|were)(?:n[’']t)?\b))"
)
_LEAD = 56  # characters of such a lead
_LONGEST_BULLET = 12
_LEAD_ENDS = (":", "–", " -", "\n-", "\t-", "]", "=>")
_NEAR = 8  # paragraphs between entries of one list
_ALL = ("All", "ALL")
_REACH = 60  # paragraphs that such a list may run over


def find_in_summaries(
    text: str, paragraphs: list[Paragraph], owners: Owners
) -> Iterator[Found]:
    """Yield the entries of a list of actions, for the name above or before each."""
    index = 0
    while index < len(paragraphs):
        head = paragraphs[index]
        index += 1
        if not _HEAD.fullmatch(text, head.start, head.end):
            continue
        names: tuple[str, ...] = ()
        led = False
        for at in range(index, min(index + _REACH, len(paragraphs))):
            entry = paragraphs[at]
            bullet = _BULLET.match(text, entry.start, entry.end)
            if bullet and names:
                yield Found(bullet.end(), entry.end, names, "summary")
                continue
            found = _led(text, paragraphs, at, owners) or _opened(text, entry, owners)
            if found:
                led = True
                yield found
                continue
            if led and (
                bullet or entry.first.column or _led(text, paragraphs, at + 1, owners)
            ):
                continue
            if led:
                break
            names = _names(text, paragraphs, at, owners)
            if not names:
                break


def find_leads(
    text: str, paragraphs: list[Paragraph], owners: Owners
) -> Iterator[Found]:
    """Yield orders that open with the name of who acts: "Tom: ring the school".

    Where most entries of a list that open so are orders by their verb, all of them are:
    no list of verbs holds every one.
    """
    opened = [
        (at, bidden, Found(entry.start, entry.end, names, "summary"))
        for at, entry in enumerate(paragraphs)
        for bidden, names in _lead(text, entry, owners)
    ]
    bids = [at for at, bidden, x in opened if bidden and _may_act(x.owners, owners)]
    if not bids:
        return
    leads = [
        (at, found)
        for at, _, found in opened
        if at in bids or _may_act(found.owners, owners)
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


def _lead(
    text: str, entry: Paragraph, owners: Owners
) -> Iterator[tuple[bool, tuple[str, ...]]]:
    """Yield whether an order follows the names that open an entry, and the names."""
    start = entry.start
    if not holds_any(text[start : start + _LONGEST_BULLET + _LEAD], _LEAD_ENDS):
        return  # so it is of nearly all: no need to look for a bullet
    bullet = _BULLET.match(text, start, entry.end)
    low = bullet.end() if bullet else start
    if not holds_any(text[low : low + _LEAD], _LEAD_ENDS):
        return
    match = _LED.match(text, low, entry.end)
    names = owners.split(match["marked"] or match["who"]) if match else ()
    if match and names and match.end() < entry.end:
        rest = text[match.end() : entry.end]
        bidden = (
            _BIDDEN.match(rest)
            and not rest.endswith("?")
            and not (len(rest) < 40 and owners.knows(rest))
        )
        yield bool(bidden), names


def _led(
    text: str, paragraphs: list[Paragraph], at: int, owners: Owners
) -> Found | None:
    """Return the task of an entry that opens with the name of who acts."""
    if at >= len(paragraphs):
        return None
    entry = paragraphs[at]
    bullet = _BULLET.match(text, entry.start, entry.end)
    end = entry.end
    if bullet and at + 1 < len(paragraphs) and paragraphs[at + 1].first.column:
        end = paragraphs[at + 1].end  # a tab stands between the name and the task
    match = _LED.match(text, bullet.end(), end) if bullet else None
    if match is None or match.end() == end:
        return None
    names = owners.split(match["marked"] or match["who"])
    if not names or not all(owners.knows(x) or MARGIN.fullmatch(x) for x in names):
        return None
    return Found(match.end(), end, names, "summary")


def _opened(text: str, entry: Paragraph, owners: Owners) -> Found | None:
    """Return the task of an entry whose first words are who acts, and a verb."""
    bullet = _BULLET.match(text, entry.start, entry.end)
    match = _OPENED.match(text, bullet.end(), entry.end) if bullet else None
    if bullet is None or match is None:
        return None
    names = owners.split(match["who"])
    known = any(owners.knows(x) for x in names)
    return Found(bullet.end(), entry.end, names, "summary") if known else None


def _names(
    text: str, paragraphs: list[Paragraph], at: int, owners: Owners
) -> tuple[str, ...]:
    """Return whom a line names that stands alone above list entries."""
    line = paragraphs[at]
    match = _OWNER.fullmatch(text, line.start, line.end)
    if match is None or at + 1 >= len(paragraphs):
        return ()
    below = paragraphs[at + 1]
    if not _BULLET.match(text, below.start, below.end):
        return ()
    return owners.split(match["who"])
