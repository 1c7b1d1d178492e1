"""Reads how an entry of a list tells who is to act: first, last, or as its subject."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from minutebook.assemble.doers import NOT_OWNERS, WHO
from minutebook.assemble.owners import Owners
from minutebook.assemble.tasks import AGENTS, BIDDING, VERBS, Found
from minutebook.grammar.anchors import holds_any
from minutebook.grammar.paragraphs import MARGIN, Paragraph
from minutebook.grammar.ticks import TICKED_BOX

# "•", "3.", "2.1", "(a)", "[ ]", "→": what may open an entry, one behind another
BULLET = re.compile(
    r"(?:\s{0,4}(?:[•▪●◦○*–→➔⇒>☐□-]{1,2}|\(?\d{1,2}(?:\.\d{1,2})?[.)]|\d{1,2}\.\d{1,2}"
    r"|\(?[a-z][.)]|\[\s?\])(?=[\s@])\s{0,4}){1,2}"
)
# "[x] Ring the school", "☑", "✓": it is done
TICKED = re.compile(rf"\s{{0,4}}(?:[•▪●*–-]\s{{1,4}})?{TICKED_BOX}\s")
# "[TH, JM] Ring the school", "Tom - ring the school", "AP-12 (Tom): ring the school"
_LED = re.compile(
    r"(?:\[(?P<marked>[^\[\]]{2,40})\]\s{0,4}[:–-]?"
    r"|(?:[A-Z]{1,6}[ -]?\d[\w./-]{0,9}\s{0,3})?\((?P<coded>[A-Z][\w&’'./, +-]{1,40})\)"
    r"\s{0,3}[:–-]"
    r"|@?(?P<who>[A-Za-z][\w&’'./, +-]{0,50}?)"
    r"(?:\s{0,2}(?:::?|=>|→|–)|\s-))\s{1,6}(?=\S)"
)
# "KB  Ring the school", "@Tom ring the school": nothing but a gap between them
_PARTED = re.compile(
    r"(?:(?P<who>[A-Z][\w&’'./, +-]{0,40}?)\s{2,20}|@(?P<named>\w{2,20})\s{1,4})(?=\w)"
)
_BY_WHOM = (
    r"(?:(?:(?:new\s)?for|by|lead|owner|actions?|assigned\sto"
    r"|delegated?(?:\stask)?\sto)\s?:?\s)?"
)
_BY_WHEN = (
    r"(?:\s{0,2}[,;–-]?\s(?:by|due|before|asap|ASAP)\b[^()\[\]]{0,30}"
    r"|,\s\d{1,2}(?:[./-]\d{1,2}|(?:st|nd|rd|th)?\s[A-Z])[^()\[\]]{0,16})?"
)
# "Ring the school (Tom, by June)", "Ring the school - Tom", "Ring the school: Tom"
_SIGNED = re.compile(
    rf"\s{{0,3}}(?:[(\[]{_BY_WHOM}(?P<inside>[A-Za-z][\w&’'./, +-]{{1,40}}?){_BY_WHEN}"
    r"[)\]](?:,?\s(?:by|before|asap|ASAP)\b[^()\[\]]{0,30})?"
    rf"|(?:\s[–-]{{1,2}}|:|\s/|\s@|\.{{3}}|…|→|\s{{3,20}})\s{{0,20}}(?P<behind>[A-Za-z]"
    rf"[\w&’'./, +-]{{1,40}}?){_BY_WHEN})[.\s]{{0,4}}$"
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
    rf"|(?i:{VERBS}|{BIDDING})\b(?!\s+(?:of|on|from|by|was|is|were|has|had|to\s+be|we|you|I)\b"
    r"|:|[’']s\b|(?:\s+[\w’'-]{1,20}){1,3}\s(?:is|are|was|were)(?:n[’']t)?\b))"
)
_SHORT = 40  # characters of words that may be a name and no order
# "AP112 – Ring the library (TH)": what numbers an entry
_CODE = re.compile(
    r"[A-Z]{1,5}[ -]?\d{1,4}(?:[./-]\d{1,4})?(?:\s?[:–.-])?\s{1,4}(?=[A-Z])"
)
_TAIL = 70  # characters at the end of an entry that may tell who is to act
_LEAD = 56  # characters of a name that opens an entry
_LEAD_ENDS = (":", "–", " -", "\n-", "\t-", "]", "=>", "→", "@")
_LONGEST_BULLET = 12
_TAIL_MARKS = ("(", "[", "–", "-", ":", "/", "@", "...", "…", "→", "   ")
_ALL = ("All", "ALL", "all")
_MOST_WORDS = 5  # of a name that nobody knows


class Entry(NamedTuple):
    """What an entry tells: its task, in which manner, and how far to trust it."""

    found: Found
    manner: str
    known: bool  # that who is to act is somebody, or a post or group
    bidden: bool  # that the rest is an order


class Lead(NamedTuple):
    """What opens an entry with names: its task, how they stand, if the rest bids."""

    found: Found
    manner: str
    bidden: bool


def body_of(text: str, entry: Paragraph) -> int:
    """Return where the words of an entry begin, behind its bullet."""
    bullet = BULLET.match(text, entry.start, entry.end)
    low = bullet.end() if bullet else entry.start
    code = _CODE.match(text, low, entry.end)
    return code.end() if code else low


def read_entry(
    text: str, low: int, end: int, owners: Owners, rule: str
) -> Iterator[Entry]:
    """Yield the ways to read an entry whose words stand between two offsets."""
    for x in _led(text, low, end, owners, rule):
        acting = [*_opened(text, x.found.start, end, owners, rule)]
        yield from acting  # "Hall roof: Tom to ring the builder" opens with a topic
        if not acting:
            known = are_somebody(x.found.owners, owners)
            yield Entry(x.found, x.manner, known, x.bidden)
    yield from _opened(text, low, end, owners, rule)
    yield from read_signed(text, low, end, owners, rule)


def read_lead(text: str, entry: Paragraph, owners: Owners, rule: str) -> Iterator[Lead]:
    """Yield how an entry reads that opens with names, and a colon or dash."""
    start = entry.start
    if not holds_any(text[start : start + _LONGEST_BULLET + _LEAD], _LEAD_ENDS):
        return  # so it is of nearly all: no need to look for a bullet
    low = body_of(text, entry)
    if holds_any(text[low : low + _LEAD], _LEAD_ENDS):
        yield from _led(text, low, entry.end, owners, rule)


def _led(text: str, low: int, end: int, owners: Owners, rule: str) -> Iterator[Lead]:
    match = _LED.match(text, low, end)
    manner = "led"
    if match is None:
        match = _PARTED.match(text, low, end)
        manner = "named" if match and match["named"] else "parted"
    if match is None or match.end() == end:
        return
    who = next((x for x in match.groups() if x), "")
    names = owners.split(who)
    rest = text[match.end() : end]
    bidden = _BIDDEN.match(rest) is not None and not rest.endswith("?")
    named = len(rest) < _SHORT and owners.knows(rest)  # "Clerk: Ann Bell"
    if not (_are_nobody(names) or _is_order(who) or named):
        yield Lead(Found(match.end(), end, names, rule), manner, bidden)


def _opened(
    text: str, low: int, end: int, owners: Owners, rule: str
) -> Iterator[Entry]:
    """Yield the task of an entry whose first words are who acts, and a verb."""
    match = _OPENED.match(text, low, end)
    names = owners.split(match["who"]) if match else ()
    if any(owners.knows(x) for x in names):
        yield Entry(Found(low, end, names, rule), "opened", known=True, bidden=True)


def read_signed(
    text: str, low: int, end: int, owners: Owners, rule: str
) -> Iterator[Entry]:
    """Yield the task of an entry that ends with who is to act."""
    tail = max(low, end - _TAIL)
    if not holds_any(text[tail:end], _TAIL_MARKS):
        return
    match = _SIGNED.search(text, tail, end)
    if match is None or match.start() - low < 6:
        return
    names = owners.split(match["inside"] or match["behind"])
    bidden = _BIDDEN.match(text, low, end) is not None
    if not _are_nobody(names):
        # behind a colon may stand who sent apologies, in brackets where from
        sure = match["inside"] is not None and all(map(owners.may_be, names))
        known = are_somebody(names, owners) and (sure or bidden)
        yield Entry(Found(low, end, names, rule), "signed", known, bidden)


def _is_order(words: str) -> bool:
    """Say whether words that open an entry bid rather than name: "Book hall"."""
    return " " in words and _BIDDEN.match(words) is not None


def are_somebody(names: tuple[str, ...], owners: Owners) -> bool:
    """Say whether all of the names stand for people, posts or groups."""
    return all(_is_somebody(x, owners) for x in names)


def _is_somebody(name: str, owners: Owners) -> bool:
    if name in _ALL or owners.may_be(name) or MARGIN.fullmatch(name):
        return True
    few = len(name.split()) <= _MOST_WORDS
    return few and bool(AGENTS.search(name)) and not NOT_OWNERS.match(name)


def _are_nobody(names: tuple[str, ...]) -> bool:
    return any(NOT_OWNERS.match(x) for x in names)
