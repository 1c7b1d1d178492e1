"""Reads what a council answers to planning applications, entry by entry of a list.

"TH/2031/0123 4 Mill Lane, extension: No objection". The answer ends the entry, or
stands in a line of its own below it; what the planning authority decided stands in
lists alike, which a heading or a lead tells apart.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import groupby, pairwise
from typing import NamedTuple

from minutebook.assemble.scope import Scope, body_start, decide, strip_end
from minutebook.grammar.anchors import holds_any
from minutebook.grammar.paragraphs import Paragraph
from minutebook.records import Decision

ANSWERED = "decision-answered"
_CUES = (
    *("lanning", "LANNING", "pplication", "PPLICATION", "onsult", "ONSULT"),
    *("ecision", "ECISION", "ermission", "ERMISSION", "ppeal", "PPEAL"),
)
# "19/0044/FUL", "P2031/0188", "DM/2031/01192", "3/31/1234/FP", "PL/00489", "2031/0456"
_REFERENCE = re.compile(
    r"(?<![\w/£])(?:[A-Z]{1,5}\d?[/-]){0,3}[A-Z]{0,2}\d{1,5}(?:/[A-Z]{0,4}\d{2,7}){1,2}"
    r"(?:[/-][A-Z]{1,6}\d?){0,2}(?![\w/])"
    r"|(?<![\w/£])(?:[A-Z]{2,5}/){1,3}\d{4,6}(?![\w/])"
)
_DAY = re.compile(r"\d{1,2}/\d{1,2}/\d{2,4}|\d{4}/\d{2,4}|\d{2}/\d{2}")
_ABOUT = re.compile(r"planning|applications?\b|consultations?\b", re.IGNORECASE)
# "Decisions received:", "Notifications of approval": what the authority decided
_THEIRS = re.compile(
    r"\bdecisions?\b(?!\s(?:by|of)\sthe\sParish)|\bdetermin|\bnotif|\bgranted\b|\bappeals?\b"
    r"|\benforcement\b|\bwithdrawn\b|\bfor\sinformation\b|\bpermissions?\b|\bconsents?\b"
    r"|\boutcomes?\b|\bresults?\b|\bapproved\sby\b|\bprevious",
    re.IGNORECASE,
)
_LABEL = (
    r"(?:(?:(?:[Tt]he\s)?(?:[A-Z][\w’'.]{0,20}\s){0,3}(?:Councill?ors?|Council|Members|Committee"
    r"|[A-Z]{0,3}(?:PC|TC|CC))[’']?s?[’']?\s)?(?:[Rr]esponse|[Cc]omments?|[Dd]ecision|[Vv]iews?"
    r"|[Rr]ecommendation|[Oo]bservations?|RESPONSE|COMMENTS?|DECISION|RECOMMENDATION"
    r"|OBSERVATIONS?)\s?(?::\s?[-–]?|[-–])\s{0,3})"
)
_WHO = (
    r"(?:(?:[Rr]esolved|RESOLVED|[Aa]greed|AGREED)\sto\s(?=\w{6,7}(?:[.;]|\W*$))|(?:[Tt]he\s)?(?:[A-Z][\w’'.]{0,20}\s){0,3}(?:Councill?ors?|Council|Members|Committee"
    r"|[A-Z]{0,3}(?:PC|TC|CC))\s(?:(?:have|has|had|made|raised?d?|ma[dk]es?|agreed|to|resolved"
    r"|wish(?:es|ed)?|would|do(?:es)?|strongly|fully)\s){0,3})"
)
_SAYS = (
    r"(?i:no\s(?:\w{4,12}\s){0,2}?(?:objections?|comments?|observations?)"
    r"|(?:strong(?:ly)?\s)?(?:object(?:ions?|s|ed)?|opposed?|opposes)|(?:fully\s)?support(?:s|ed)?|neutral"
    r"|recommend(?:ed|s|ation)?\s(?:for\s)?(?:approval|refusal|(?:that\s)?it\sbe\s\w+)"
    r"|(?:approval|refusal)(?:\sis)?\srecommended|not\s(?:supported?|object))"
)
# what may stand behind such words: an end, a reason, a condition
_BEHIND = (
    r"(?=\s{0,3}(?:[.:;,!(|\n–-]|$)|\s{1,3}(?i:to|on|in|subject|but|however|as|provided|providing|unless|from"
    r"|were|was|with|and|due|because|this|the|made|raised|received|it|at|if|for|\d)\b)"
)
_ANSWER = re.compile(rf"[\s*•–-]{{0,6}}(?:{_LABEL}|{_WHO})?{_SAYS}{_BEHIND}")
# within an entry: behind a full stop, a dash, a bracket, or in a cell
_ANSWERS = re.compile(
    rf"(?:(?<=[.;:|\n\t])\s{{0,4}}|\s[-–]{{1,2}}\s|\s{{3,20}}|(?<=[.\w]\s)(?=(?:{_LABEL})))"
    rf"(?:{_LABEL}|{_WHO})?{_SAYS}{_BEHIND}"
)
# "No objections were received from neighbours", "Comments to be sent by 4 May"
_NOT_OURS = re.compile(
    r"[^.]{0,60}\b(?:from|by)\s(?!the\s(?:parish|council)|members|councillors)"
    r"(?:the\s)?(?:public|neighbours?|residents?|local|consultees?|highways?)",
    re.IGNORECASE,
)
# "Cllr Orr left the room." stands before what the others answered
_ASIDE = re.compile(
    r"\s{0,4}[A-Z][^.\n]{3,60}\b(?:left|withdrew|took\sno\spart|declared)\b[^.\n]{0,60}"
    r"\.\s{1,4}"
)
_LONGEST = 700  # characters of an entry
_MOST = 8  # its paragraphs
_OPENING = 60  # characters in which the reference stands that opens one
_WORD = re.compile(r"[A-Za-z]{3}")
# "Approved with conditions": what the authority said of an application
_VERDICT = re.compile(
    r"\b(?:granted|approved?|approval|refused?|refusal|permitted|permit|withdrawn|allowed"
    r"|dismissed|consented|permission|consent)\b",
    re.IGNORECASE,
)
# "Comment: no objection", "Councillors asked that": ours even there
_OWN = re.compile(
    rf"{_LABEL}{_SAYS}|(?i:\b(?:councillors|cllrs|members|committee|resolved|agreed|asked"
    r"|recommend\w*|proposed|seconded)\b)"
)
_BREAK = 20  # characters between a sentence and the reference that opens the next
_LEAD = 160  # characters of a line that leads a list


class _Unit(NamedTuple):
    """A stretch of a list: its paragraph, where it stands, where its reference ends."""

    paragraph: int
    start: int
    end: int
    refers: int  # 0 where it has none
    leads: bool  # that the reference opens it


class _List(NamedTuple):
    """What stands under one lead, and whether it tells what others decided."""

    lead: _Unit | None
    theirs: bool
    units: list[_Unit]


def find_answers(scope: Scope) -> dict[int, list[Decision]]:
    """Return what was answered to applications, by the paragraph that an entry opens.

    Empty where the text names no application by its reference.
    """
    found: dict[int, list[Decision]] = {}
    for own in _lists(scope):
        for index, start, end in (
            () if own.theirs else _read_list(scope.text, own.units)
        ):
            whole = decide(scope, start, end, "answered", "", None, None)
            advises = "ecommend" in scope.text[start:end]
            decision = replace(whole, kind="recommended" if advises else "resolved")
            found.setdefault(index, []).append(decision)
    return found


def find_theirs(scope: Scope) -> Iterator[Paragraph]:
    """Yield the entries of lists that tell what the planning authority decided.

    What leads such a list is one of them.
    """
    for other in _lists(scope):
        entries = [x for x in other.units if other.theirs and _is_verdict(scope, x)]
        if entries and other.lead is not None:
            yield scope.paragraphs[other.lead.paragraph]
        yield from (scope.paragraphs[x.paragraph] for x in entries)


def _is_verdict(scope: Scope, unit: _Unit) -> bool:
    """Say whether an entry tells what the authority said of an application."""
    words = scope.text[unit.start : unit.end]
    told = unit.refers and _VERDICT.search(words) is not None
    return bool(told) and _OWN.search(words) is None


def _lists(scope: Scope) -> Iterator[_List]:
    """Yield the lists of applications; a lead begins another one."""
    text = scope.text
    if not holds_any(text, _CUES) or _reference_in(text, 0, len(text)) is None:
        return
    for first, last in _items(scope):
        item = scope.item_at(scope.paragraphs[first].start)
        title = "" if item is None else scope.items.items[item].title
        end = scope.paragraphs[last - 1].end
        start = scope.paragraphs[first].start
        if _reference_in(text, start, end) is None:
            continue
        titled = _THEIRS.search(title) is not None
        if not (titled or _ABOUT.search(title) or _ABOUT.search(text, start, end)):
            continue
        own = _List(None, titled, [])
        for unit in _units(scope, first, last):
            led = _led_by(text, unit)
            if led is not None:
                yield own
                own = _List(unit, _THEIRS.search(text, unit.start, led) is not None, [])
            if unit.refers or not _leads(text, unit.start, unit.end):
                own.units.append(unit)
                continue
            yield own
            ours = _ABOUT.search(text, unit.start, unit.end) is not None
            theirs = _THEIRS.search(text, unit.start, unit.end) is not None
            own = _List(unit, theirs or (titled and not ours), [])
        yield own


def _items(scope: Scope) -> Iterator[tuple[int, int]]:
    """Yield the paragraphs, from and to, of each item."""
    for _, group in groupby(
        range(len(scope.paragraphs)),
        key=lambda x: scope.item_at(scope.paragraphs[x].start),
    ):
        numbers = list(group)
        yield numbers[0], numbers[-1] + 1


def _units(scope: Scope, first: int, last: int) -> Iterator[_Unit]:
    """Yield the paragraphs between two, those of several references cut at each."""
    text = scope.text
    for index in range(first, last):
        paragraph = scope.paragraphs[index]
        start = body_start(scope, paragraph)
        if start is None or start >= paragraph.end:
            continue
        begun = [
            max(start, x.start)
            for x in paragraph.lines
            if x.end > start and _opens(text, max(start, x.start), x.end)
        ]
        begun += _within(text, start, paragraph.end)
        edges = [start, *sorted({x for x in begun if x > start}), paragraph.end]
        for a, b in pairwise(edges):
            reference = _reference_in(text, a, b)
            refers = 0 if reference is None else reference[1]
            yield _Unit(index, a, strip_end(text, a, b), refers, a in begun)


def _within(text: str, start: int, end: int) -> list[int]:
    """Return where references open a sentence within a paragraph: the next entries."""
    found = _references(text)
    low = bisect_left(found, (start, start))
    high = bisect_left(found, (end, end))
    return [
        begin
        for begin, _ in found[low:high]
        if text[max(start, begin - _BREAK) : begin].rstrip().endswith((".", ";"))
    ]


def _opens(text: str, start: int, end: int) -> bool:
    """Say whether a reference opens a line, behind a mark at most."""
    reference = _reference_in(text, start, min(end, start + _OPENING))
    return reference is not None and not _WORD.search(text, start, reference[0])


def _reference_in(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where the first reference between two offsets stands."""
    found = _references(text)
    at = bisect_left(found, (start, start))
    return found[at] if at < len(found) and found[at][1] <= end else None


@lru_cache(maxsize=2)  # of the document that is being read
def _references(text: str) -> tuple[tuple[int, int], ...]:
    """Return where references stand, which all hold a stroke."""
    found: list[tuple[int, int]] = []
    stroke = text.find("/")
    while stroke >= 0:
        begin = end = stroke
        while begin and (text[begin - 1].isalnum() or text[begin - 1] in "/-"):
            begin -= 1
        while end < len(text) and (text[end].isalnum() or text[end] in "/-"):
            end += 1
        words = _REFERENCE.finditer(text, begin, end)
        found += [x.span() for x in words if not _DAY.fullmatch(x[0])]
        stroke = text.find("/", end)
    return tuple(found)


def _read_list(text: str, units: list[_Unit]) -> Iterator[tuple[int, int, int]]:
    """Yield each entry that an answer ends: its paragraph, its start, its end."""
    entry: list[_Unit] = []
    for unit in units:
        named = any(x.refers for x in entry)
        if unit.refers and (named or unit.leads):
            entry = []
        entry.append(unit)
        begin, end = entry[0].start, unit.end
        if not any(x.refers for x in entry):
            if end - begin > _LONGEST or len(entry) > _MOST:
                entry = []
            continue
        if _answers(text, unit, len(entry) > 1):
            if end - begin <= _LONGEST:
                yield entry[0].paragraph, begin, end
            entry = []


def _leads(text: str, start: int, end: int) -> bool:
    """Say whether a stretch leads a list, and is no answer: "Decisions received"."""
    if end - start > _LEAD or _ANSWER.match(text, start, end):
        return False
    last = text[end - 1]
    return last == ":" or (
        last.isalpha() and _THEIRS.search(text, start, end) is not None
    )


def _led_by(text: str, unit: _Unit) -> int | None:
    """Return where a lead ends that shares its line with the first entry below it.

    "Decisions received: 31/0044/FUL Mill Lane - granted"
    """
    if not unit.refers or unit.leads:
        return None
    reference = _reference_in(text, unit.start, unit.end)
    begin = unit.start if reference is None else reference[0]
    words = text[unit.start : begin].rstrip()
    leads = 8 < len(words) < _LEAD and words.endswith((":", "–", "-"))
    told = leads and _THEIRS.search(words) and not _OWN.search(words)
    return begin if told else None


def _answers(text: str, unit: _Unit, goes_on: bool) -> bool:
    """Say whether a unit is an answer, or holds one behind its reference."""
    if goes_on and not unit.leads:
        own = _ANSWER.match(text, unit.start, unit.end)
        if own:
            return _NOT_OURS.match(text, own.end(), unit.end) is None
        aside = _ASIDE.match(text, unit.start, unit.end)
        if aside and _ANSWER.match(text, aside.end(), unit.end):
            return True
    if not unit.refers:
        return False
    inside = _ANSWERS.search(text, unit.refers, unit.end)
    return inside is not None and not _NOT_OURS.match(text, inside.end(), unit.end)
