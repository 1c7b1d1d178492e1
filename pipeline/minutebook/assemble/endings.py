"""Finds the tasks of paragraphs that end with the mark of who is to act."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from minutebook.assemble.owners import Owners
from minutebook.assemble.tasks import (
    VERBS,
    Found,
    is_nobody,
    read_clauses,
    weigh_mark,
)
from minutebook.grammar.anchors import holds_any
from minutebook.grammar.paragraphs import (
    MARGIN,
    Paragraph,
    Sentence,
    read_sentences,
)

_OFFICES = ("Clerk", "All", "ALL", "Secretary")
# "(TH/JM)", "[Tom Holt]", "– TH.", " / TH", " | TH", " TOM": what a sentence may end
# with
_ENDING = re.compile(
    r"(?:[(\[](?P<inside>[A-Z][\w&’'./, +-]{1,40})[)\]]"
    r"|\s(?:[–/|-]|\.{3})\s{0,3}(?P<behind>[A-Z][\w&’'./, -]{1,30}?)"
    r"|[a-z\d)!?.,]\s{1,20}(?P<shouted>[A-Z]{2,16}(?:\s?[/&]\s?[A-Z]{2,16})?))[.\s]{0,4}$"
)
# "All agreed – action TH.", "a report back – action B Holt by 30 June 2022"
_ACTION_ENDING = re.compile(
    r"\s{0,2}(?:[–;,/|-]\s{0,3}(?:action(?:s|ed)?|Action(?:ed)?|ACTION)"
    r"|\.{1,3}\s{1,3}action)(?:\s(?:by|for|on|to|with))?\s?[:–-]?"
    r"\s{1,3}(?P<behind>(?!By\b)[A-Z][\w&’'./, -]{1,40}?)"
    r"(?P<when>,?\s(?:by|before|due|for)\s[^.;]{4,30})?[.\s]{0,4}$"
)
# "TH Action.", "Clerk ACTION": a sentence that says whose the one before is
_WHOSE_ACTION = re.compile(
    r"(?P<who>[A-Z][\w’']{0,15}(?:(?:\s?[/&,]\s?|\s(?:and\s)?)[A-Z][\w’']{0,15}){0,3})"
    r"\s(?:Action|ACTION)S?s?[.\s]{0,4}"
)
# "ring the school, Tom": behind a comma only an order ends with who is to act
_COMMA_ENDING = re.compile(
    r",\s(?P<behind>[A-Z]\w{1,15}(?:\s[A-Z]\w{0,15})?)[.\s]{0,4}$"
)
# "(Tom to write)": who is to act, and how
_TO_ACT = re.compile(
    r"[(\[](?P<inside>[A-Z][\w&’'./, +-]{0,40}?)\s(?:to|will)\s(?!be\b|have\b|chair\b)"
    r"[a-z][^()\[\]]{1,50}[)\]][.\s]{0,4}$"
)
# "• ring the school": an order told in lower case
_LISTED_ORDER = re.compile(
    rf"\s{{0,4}}[•▪●*–-]\s{{1,4}}(?:{VERBS})\s(?!(?:of|on|from|by)\b)", re.IGNORECASE
)
# "Hall - ring the school", "Direction to staff: come back with figures"
_DASHED_ORDER = re.compile(
    rf"[\w’')](?:\s[–-]|:)\s{{1,4}}(?:{VERBS}|(?:come|get|go)\sback)\s"
    r"(?!(?:of|on|from|by|was|were|is|had|has)\b)"
)
# "Prop. Cllr Pryce, sec.", "asked by Capt." and "Mrs J.": what a name goes on with
_BROKEN_OFF = re.compile(
    r"(?:\b(?:by|from|with|to|of|and|,)\s{1,3}[A-Z]\w{1,6}\.|\b(?:sec|prop|seconded)\."
    r"|\bSigned\W{0,40}|(?-i:\b(?:[A-Z]\.){1,3}))$",
    re.IGNORECASE,
)
# "this was completed on 11 May (TH)"
_OVER = re.compile(
    r"\b(?:this|it|which|these|they|now|all)\s(?:has|have|had|was|were|is|are)\s"
    r"(?:now\s|been\s|since\s){0,2}(?:completed?|done|closed|actioned|dealt\swith)\b"
)
# "... to all households. TH The Clerk agreed": initials behind their sentence
_OPENS_WITH = re.compile(
    r"(?P<who>[A-Z]{2,3})\s(?=(?:The|It|This|These|That|A|An|In|On|At|There|Members|Cllrs?"
    r"|Councillors?|Mrs?|Ms|Dr|All|No|Also|As|Following|After)\s)"
)
_INITIALS_BETWEEN = re.compile(r"[.!?]\s{1,3}[A-Z]{2,3}\s[A-Z]")
_MARKS = ("(", "[", "–", "/", "|", "-", "...")  # how such a mark begins
_CAPITALS = tuple("ABCDEFGHIJKLMNOPQRSTUVWXYZ")  # in which a bare mark ends
# "seconded by TH", "thanked JM": words that go on with a name
_GOES_ON = re.compile(
    r"(?:\b(?:by|from|with|to|of|and|or|for|at|on|in|as|via|per|cc|the|an?|is|was|sec|prop"
    r"|2nd|1st|told)|ed|ing|,)$"
)
_HEAD = "Action"  # of the column of marks
_LONGEST_MARK = 60  # characters of a sentence that says whose the one before is
_SHORTEST = 12  # characters before a mark
_SPELT = 90  # characters before a mark that may spell it out
_SHORT = 36  # characters of a name behind a comma
_FEW = 30  # characters of a sentence that says no more than that all agreed
_TAIL = 60  # characters at the end of a paragraph that may hold a mark
_MANY = 2  # paragraphs that end with a name alone are the clerk's habit from here on
_LEAST = 1.0  # what a sentence must weigh where they are none
_SURE = 2.0  # what it must weigh before a bracket, which may also tell who spoke


def find_in_endings(
    text: str, paragraphs: list[Paragraph], owners: Owners
) -> Iterator[Found]:
    """Yield the sentences that a name at the end of a paragraph marks as tasks."""
    told = [
        (sentences, names)
        for x in paragraphs
        if (sentences := read_sentences(text, x.start, x.end))
        and (names := _named(text, sentences, owners))
    ]
    many = len(told) >= _MANY
    behind = _INITIALS_BETWEEN.search(text) is not None
    for paragraph in paragraphs if behind else ():
        for task, names in _between(text, paragraph, owners):
            if _weigh(text, task, names, owners) >= _LEAST:
                yield Found(*task, names, "margin")
    for sentences, names in told:
        task = sentences[-2]
        if many or _weigh(text, task, names, owners) >= _LEAST:
            yield Found(*task, names, "margin")
    for paragraph in paragraphs:
        yield from _marked(text, paragraph, owners)


def _named(
    text: str, sentences: tuple[Sentence, ...], owners: Owners
) -> tuple[str, ...]:
    """Return whom the last sentence names that is nothing but names."""
    start, end = sentences[-1]
    if len(sentences) < 2 or end - start > 40:
        return ()
    if _BROKEN_OFF.search(text, max(sentences[-2].end - 24, 0), sentences[-2].end):
        return ()
    names = owners.split(text[start:end].strip(" ."))
    return names if all(x in _OFFICES or owners.knows(x) for x in names) else ()


def _between(
    text: str, paragraph: Paragraph, owners: Owners
) -> Iterator[tuple[Sentence, tuple[str, ...]]]:
    """Yield sentences behind which stand initials: "... ring it. TH The Clerk"."""
    if _INITIALS_BETWEEN.search(text, paragraph.start, paragraph.end) is None:
        return
    for before, after in pairwise(read_sentences(text, paragraph.start, paragraph.end)):
        mark = _OPENS_WITH.match(text, *after)
        if mark and owners.knows_initials(mark["who"]):
            yield before, (mark["who"],)


def _marked(text: str, paragraph: Paragraph, owners: Owners) -> Iterator[Found]:
    """Yield the sentences that end with the mark of who is to act."""
    if paragraph.first.heading:
        return
    start, end = paragraph.start, paragraph.end
    sentences = read_sentences(text, start, end)
    for task, after in pairwise(sentences):
        if after.end - after.start < _LONGEST_MARK:
            yield from _before_whose(text, task, after, owners)
    for told in sentences[:-1]:
        yield from _before_mark(text, told.start, told.end, owners)
    yield from _before_mark(text, start, end, owners)


def _before_whose(
    text: str, task: Sentence, after: Sentence, owners: Owners
) -> Iterator[Found]:
    """Yield a sentence if the one behind it says whose action it is, and no more."""
    match = _WHOSE_ACTION.fullmatch(text, *after)
    names = owners.split(match["who"]) if match else ()
    if names and all(x in _OFFICES or owners.may_be(x) for x in names):
        yield Found(task.start, after.end, names, "margin")


def _before_mark(text: str, start: int, end: int, owners: Owners) -> Iterator[Found]:
    """Yield the words that stand before a mark in brackets, or behind a dash."""
    low = max(start, end - _TAIL)
    tail = text[low:end]
    if tail.islower():  # every mark holds a capital
        return
    labelled = holds_any(tail, ("ction", "CTION"))
    marked = _ACTION_ENDING.search(text, low, end) if labelled else None
    if marked and marked.start() > start:
        yield from _before_action(text, start, marked, owners)
        return
    match = _find_mark(text, start, end)
    if match is None or match.start() - start < _SHORTEST:
        return
    told = match.groupdict()
    names = owners.split(next(x for x in told.values() if x))
    before = text[max(start, match.start() - _SPELT) : match.start() + 1]
    if not _may_mark(match, before.rstrip(" ([-–/|."), names, owners):
        return
    if _OVER.search(text, start, match.start()):
        return
    mark = text[match.start() : match.end()].lstrip()[0]
    sentences = [*read_clauses(text, start, match.start())]
    if not sentences:
        return
    if mark in "/|":
        weights = [_weigh(text, x, names, owners) for x in sentences]
        best = max(range(len(weights)), key=lambda i: (weights[i], i))
        if mark == "|" or weights[best] >= _LEAST:
            yield Found(*sentences[best], names, "bracket")
        return
    rounded = told.get("inside") and mark == "("
    least = _SURE if rounded or match.re is _COMMA_ENDING else _LEAST
    sure = match.re is _TO_ACT or _weigh(text, sentences[-1], names, owners) >= least
    if sure:
        yield Found(sentences[-1].start, match.end(), names, "margin")


def _before_action(
    text: str, start: int, marked: re.Match[str], owners: Owners
) -> Iterator[Found]:
    """Yield the words before "– action TH", with those before them if they are few."""
    names = owners.split(marked["behind"])
    if not all(x in _OFFICES or owners.may_be(x) for x in names):
        return
    told = [x for x in read_sentences(text, start, marked.start()) if x[0] < x[1]]
    few = len(told) > 1 and marked.start() - told[-1].start < _FEW
    low = told[-2 if few else -1].start if told else start
    if not told[1:] and marked.start() - start < _FEW:
        before = text.rfind("\n", 0, start) + 1
        others = read_sentences(text, before, start) if start - before > _FEW else ()
        low = others[-1].start if others else low
    when = marked.span("when") if marked["when"] else None
    yield Found(low, marked.end(), names, "margin", due=when)


def _find_mark(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return what may be a mark at the end of some words."""
    low = max(start, end - _TAIL)
    tail = text[low:end]
    if holds_any(tail, _MARKS) or tail.rstrip(" .\t\n").endswith(_CAPITALS):
        for pattern in (_TO_ACT, _ENDING):
            match = pattern.search(text, low, end)
            if match:
                return match
    return _COMMA_ENDING.search(text, low, end) if "," in tail[-_SHORT:] else None


def _may_mark(
    match: re.Match[str], before: str, names: tuple[str, ...], owners: Owners
) -> bool:
    """Say whether names at the end of some words tell who is to act."""
    if match.re is not _ENDING or match["shouted"]:
        before = before.removesuffix(",") if match.re is _COMMA_ENDING else before
        known = all(owners.kind(x) == "listed" for x in names)
        return known and not _GOES_ON.search(before)
    if any(x.startswith(_HEAD) or is_nobody(x, owners) for x in names) or not all(
        owners.may_be(x) or MARGIN.fullmatch(x) for x in names
    ):
        return False
    # "terms of reference (TOR)" says what TOR is, "Tom Holt (TH)" who TH is
    spelt = any(before.endswith(owners.resolve(x)) for x in names)
    return not (spelt or _is_spelt(before, names[0]))


def _is_spelt(before: str, mark: str) -> bool:
    """Say whether the last words before a mark begin with its letters.

    >>> _is_spelt("sent the terms of reference ", "TOR"), _is_spelt("ring", "TH")
    (True, False)
    >>> _is_spelt("told the Advisory Committee on Trees", "ACT")
    True
    """
    words = before.split()
    capitals = "".join(x[0] for x in words if x[0].isupper())
    last = "".join(x[0] for x in words[-len(mark) :]).upper()
    return len(mark) > 1 and (last == mark or capitals.endswith(mark))


def _weigh(
    text: str, sentence: Sentence, names: tuple[str, ...], owners: Owners
) -> float:
    weight = weigh_mark(text, sentence, names, owners.forms(names))
    ordered = _LISTED_ORDER.match(text, *sentence) or _DASHED_ORDER.search(
        text, *sentence
    )
    return max(weight, _SURE) if ordered else weight
