"""Finds the tasks that a label marks: "Action: TH to write", "... ACTION Tom".

What stands behind a label is the task, or only whose it is: then the task stands
before the label, in its paragraph or in one of those above.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from minutebook.assemble.cellmarks import find_dated
from minutebook.assemble.chances import Chances
from minutebook.assemble.doers import NOT_OWNERS, WHO
from minutebook.assemble.entries import read_signed
from minutebook.assemble.narrative import may_act
from minutebook.assemble.owners import Owners
from minutebook.assemble.tasks import (
    AGENTS,
    MARK,
    Found,
    is_entry,
    is_nobody,
    lettered_parts,
    read_task,
    weigh_mark,
    weigh_task,
)
from minutebook.grammar.paragraphs import (
    Paragraph,
    Sentence,
    find_sentences,
    read_sentences,
)
from minutebook.grammar.postwords import is_of_kind

_WORD = (
    r"(?:ACTIONS?|Actions?|AP(?=\s?:)|T(?:ASK|ask)(?=\s?:)"
    r"|(?:TO|To)[- ]?(?:DO|Do|do)(?=\s?:)|TODO)"
)
_COUNT = (
    r"(?:\s+(?:[Pp]oints?|[Ii]tems?|POINTS?|ITEMS?))?\s*"
    r"(?:(?:\d{4}-\d\d-\d\d|[A-Z]{0,3}-?\d{1,4}(?:[./]\d{1,4}){0,2}[a-z]?)\s*)?"
)
# "Action: Clerk to write", "ACTION 4 on TH: book it", "Actions – AP", "TODO :: ring"
_LABEL = re.compile(
    rf"[\s•·●▪➢➤►*-]{{0,12}}{_WORD}{_COUNT}"
    r"(?:(?P<on>\s+(?:on|for|by|ON|FOR|BY))(?:\s?:)?\s|\s?(?:::|=>|[:.–-])|$)\s*"
)
# "ACTION Jo/Su", "TODO Tom: ring the school": nothing parts the name from the label
_UNPARTED = re.compile(
    rf"[\s•·●▪➢➤►*-]{{0,12}}{_WORD}{_COUNT}(?<=\s)(?=[A-Z])"
    # "ACTION LOG" heads a list
    r"(?!(?i:logs?|lists?|plans?|tables?|sheets?|trackers?|summary|registers?|notes?|grids?"
    r"|records?)\b)"
)
# "Action (Tom Holt): ring the school"
_FOR_WHOM = re.compile(
    r"[\s•·●▪➢➤►*-]{0,12}(?:ACTIONS?|Actions?)(?:\s(?i:items?|points?))?\s{0,3}\((?P<who>[^()\n]{2,60})\)\s{0,3}"
    r"[:.–-]\s{0,3}(?=[\w“‘\"'])"
)
LABELS = re.compile(
    f"(?:{_LABEL.pattern}|{_FOR_WHOM.pattern.replace('?P<who>', '?:')})"
)
_BRACKET = re.compile(
    r"[(\[]\s*(?:ACTION|Action|action)s?\b"
    r"(?!\s{0,3}(?i:points?|items?|nos?|ref|numbers?)?\.?\s{0,3}[\d./-]{1,9}\s?[)\]])\s*(?:by|for"
    r"|on)?\s*[:–-]?\s*(?:for\s)?(?P<who>[^()\[\]:]{2,80}?)"
    r"(?:,?\s(?:by|before|due)\s(?P<when>[^()\[\]:]{2,30}))?[)\]]"
)
_NEW_FOR = re.compile(r"[(\[]new\s+for\s+(?P<who>[^()\[\]]{2,60})[)\]]", re.IGNORECASE)
# "Clerk Action: to write": who is to act stands before the label
_WHOSE = re.compile(
    rf"[\s•·●▪➢➤►*-]{{0,12}}{WHO}\s{{0,3}}(?:ACTIONS?|Actions?)\s{{0,2}}[:–-]\s{{0,3}}"
    r"(?=[\w“‘\"'])"
)
_BEHIND = re.compile(r"\s{1,3}[A-Z]")  # "[Action: Clerk] Ring the school"
# how both begin: soon missed in a document that has neither
_IN_BRACKETS = re.compile(r"[(\[]\s*(?:[Aa]ction|ACTION|(?i:new))")
# how a label begins
_PLACE = re.compile(
    r"A(?:CTION|ction|P(?=\s?:))|T(?:O|o)[- ]?(?:DO|Do|do)|T(?:ASK|ask)(?=\s?:)"
)
_EDGE = re.compile(r"[.!?;:)\]”\"–-]\s{1,4}$")
# "Tom Holt :: ring", "AP/TH – ring", "Jo: ring": who acts, parted from the task
_LED = re.compile(
    r"(?P<who>[A-Z][\w&’'./, +-]{0,50}?)\s{0,2}(?:::|=>|:|–|\s-)\s{1,4}(?=\w)"
)
# "TH agenda item", "Tom look": who acts, told by words that tell of no past
_HEADED = re.compile(
    rf"{WHO}\s{{1,3}}(?!(?:is|was|has|had|were|are|have|said)\b|[a-z]{{2,20}}ed\b)"
    r"(?=[a-z])"
)
# "Board to be kept informed": what is done to those who head it
_DONE_TO = re.compile(
    r"to\s+be\s+(?:[a-z]{2,12}ly\s+)?[a-z]{1,20}(?:ed|en|ept|ought|old)\b"
)
_DUE_LABEL = re.compile(
    r"(?:Due|Deadline|By\s+when|Timescale|When)\s*:\s*", re.IGNORECASE
)
# "Buy a tea urn. TH", "Buy a tea urn TH/JM"
_INITIALLED = re.compile(
    r"[a-z\d)][.!]?(?<!\bwith)(?<!\bto)(?<!\bby)(?<!\bfrom)(?<!\bfor)(?<!\bof)(?<!\band)"
    r"(?<!\bask)(?<!\btell)(?<!\bin)(?<!\bat)\s{1,20}"
    r"(?P<who>[A-Z]{2,3}(?:\s?[/&,]\s?[A-Z]{2,3}){0,3})[.\s]{0,3}$"
)
# "the books have now been bought (TH)" tells of no task
_DONE = re.compile(
    r"\b(?:has|have|had|was|were)\s(?:now\s|already\s)?(?:been|\w{2,20}ed)\b"
)
_OFFICES = ("All", "ALL", "Clerk")
_SMALL = ("of", "for", "and", "the", "to", "&")
_MOST_WORDS = 6  # of a post or group that stands alone behind a label
_HEAD = 80  # characters before which a label stands that opens a paragraph
_SHORT = 60  # characters of names that stand alone behind a label
_BRIEF = 12  # characters of a paragraph that is too short to be a task
_REACH = 6  # paragraphs above a label that may hold its task
_FAR = 2.0  # what each sentence between a label and its task costs in one paragraph
_FAR_ABOVE = 0.7  # ... between one on a line alone and its task above
_LEAST = 1.0  # what a sentence weighs that sounds like a task
_JUDGED = 1.5  # what it adds that a sentence is surely a task


def find_labelled(
    text: str, paragraphs: list[Paragraph], owners: Owners, chances: Chances
) -> Iterator[Found]:
    """Yield what stands behind "Action:", in brackets, or under such a heading.

    `chances` say how likely the sentences are tasks, whoever is named.
    """
    labels = _Labels(text, paragraphs, owners, chances)
    brackets = _IN_BRACKETS.search(text) is not None
    for index, paragraph in enumerate(paragraphs):
        if brackets:
            yield from _in_brackets(text, paragraph, owners)
        yield from labels.at_head(index)
        yield from labels.inside(index)


def _in_brackets(text: str, paragraph: Paragraph, owners: Owners) -> Iterator[Found]:
    """Yield the tasks that a bracket behind them marks: "(Action: TH)"."""
    part = (text, paragraph.start, paragraph.end)
    for match in _BRACKET.finditer(*part):
        names = owners.split(match["who"])
        if all(is_nobody(x, owners) for x in names):
            continue  # "(action complete)"
        if match.start() - paragraph.start > 8:
            found = _before(text, paragraph, match.start(), names, "bracket")
            when = match.span("when") if match["when"] else None
            yield replace(found, due=when)
        elif _BEHIND.match(text, match.end(), paragraph.end):
            yield Found(match.end(), paragraph.end, names, "bracket")
    for match in _NEW_FOR.finditer(*part):
        names = owners.split(match["who"])
        yield Found(paragraph.start, match.end(), names, "bracket")


def _before(
    text: str, paragraph: Paragraph, end: int, names: tuple[str, ...], rule: str
) -> Found:
    sentences = list(find_sentences(text, paragraph.start, end))
    start = sentences[-1].start if sentences else paragraph.start
    return Found(start, max(end, start + 1), names, rule)


class _Labels:
    """The labels of one document, and what they mark."""

    def __init__(
        self,
        text: str,
        paragraphs: list[Paragraph],
        owners: Owners,
        chances: Chances,
    ) -> None:
        self._text = text
        self._paragraphs = paragraphs
        self._owners = owners
        self._chances = chances
        self._places = [x.start() for x in _PLACE.finditer(text)]
        self._last = 0  # where the words end that the label before has marked

    def at_head(self, index: int) -> Iterator[Found]:
        """Yield the task of a paragraph that opens with a label."""
        text, owners = self._text, self._owners
        paragraph = self._paragraphs[index]
        part = (text, paragraph.start, paragraph.end)
        at = bisect_left(self._places, part[1])
        if at == len(self._places) or self._places[at] > part[1] + _HEAD:
            return
        whose = _WHOSE.match(*part) if "ction" in text[part[1] : part[1] + 80] else None
        if whose and may_act(whose["who"], owners):
            yield Found(part[1], part[2], owners.split(whose["who"]), "label")
            return
        told = _FOR_WHOM.match(*part)
        if told:
            yield Found(told.end(), paragraph.end, owners.split(told["who"]), "bracket")
            return
        label = _LABEL.match(*part)
        if label and label.end() == paragraph.end:
            yield from self._listed(index)
        elif label:
            end = _told_on(text, label.end(), paragraph.end)
            line = text.find("\n", label.end(), end)
            if line > 0 and self._named(label.end(), line):
                end = line
            found = self._read(index, part[1], label.end(), end, False)
            due = _due_below(text, self._paragraphs, index)
            yield from (replace(x, due=x.due or due) for x in found)
        elif unparted := _UNPARTED.match(*part):
            yield from self._read(index, part[1], unparted.end(), part[2], True)

    def _listed(self, index: int) -> Iterator[Found]:
        """Yield the tasks under a label that stands alone, up to the next heading.

        What heads a column says nothing of the text in the columns before it.
        """
        column = self._paragraphs[index].first.column
        for below in self._paragraphs[index + 1 : index + 12]:
            if below.first.column < column:
                continue
            entry = is_entry(self._text, below)
            if below.first.heading or (below.first.bold and not entry):
                return
            found = self._signed(below.start, below.end) if entry else None
            found = found or read_task(self._text, below.start, below.end, self._owners)
            if found:
                yield found
            elif not entry:
                return

    def _signed(self, start: int, end: int) -> Found | None:
        """Return the task that ends with who is to act: "Buy a tea urn (TH)"."""
        if _DONE.search(self._text, start, end):
            return None
        for told in read_signed(self._text, start, end, self._owners, "label"):
            names = told.found.owners
            if all(map(self._owners.knows, names)) or (
                told.known and self._are_known(names)
            ):
                return told.found
        match = _INITIALLED.search(self._text, max(start, end - 24), end)
        names = self._owners.split(match["who"]) if match else ()
        known = names and all(map(self._owners.knows, names))
        return Found(start, end, names, "label") if known else None

    def inside(self, index: int) -> Iterator[Found]:
        """Yield the tasks of labels that stand behind other words of a paragraph.

        In the middle of a sentence a label only marks what stands before it.
        """
        text, paragraph = self._text, self._paragraphs[index]
        low = bisect_right(self._places, paragraph.start + 1)
        for at in self._places[low : bisect_left(self._places, paragraph.end)]:
            edged = _EDGE.search(text, at - 5, at) is not None
            shouted = text.startswith(("ACTION", "TODO"), at) and text[at - 1].isspace()
            if not edged and not shouted:
                continue
            label = _LABEL.match(text, at, paragraph.end)
            match = label or _UNPARTED.match(text, at, paragraph.end)
            if match is None or match.end() == paragraph.end:
                continue
            end = read_sentences(text, match.end(), paragraph.end)[0].end
            line = text.find("\n", match.end(), end)
            if line > 0 and self._named(match.end(), line):
                end = line  # "Action 2: TH", and another paragraph below
            if edged or self._named(match.end(), end):
                yield from self._read(index, at, match.end(), end, label is None)

    def _named(self, low: int, high: int) -> tuple[str, ...]:
        """Return the names that stand between two offsets, and nothing else."""
        words = self._text[low:high].strip(" .")
        names = self._owners.split(words) if len(words) <= _SHORT else ()
        return names if self._are_known(names) else ()

    def _read(
        self, index: int, at: int, low: int, high: int, unparted: bool
    ) -> Iterator[Found]:
        """Yield the task behind a label, or before it if only names stand behind.

        The label begins at `at` and ends at `low`. Where nothing parts it from what
        follows, only somebody known may be meant.
        """
        text, owners = self._text, self._owners
        due = find_dated(text, low, high)
        names = self._named(low, due[0] if due else high)
        if names and not (unparted and self._are_posts(names)):
            yield from (replace(x, due=due) for x in self._meant(index, at, names))
            self._last = high
            return
        self._last = high
        parts = lettered_parts(text, low, self._paragraphs[index].end)
        told = [read_task(text, *x, owners) for x in parts]
        if any(told):
            yield from (x for x in told if x)
            return
        found = None if unparted else read_task(text, low, high, owners)
        for pattern in (_LED,) if found else (_LED, _HEADED):
            match = pattern.match(text, low, high)
            names = owners.split(match["who"]) if match else ()
            if not names or not self._are_known(names):
                continue
            done_to = match and _DONE_TO.match(text, match.end(), high)
            if not (done_to and self._are_posts(names)):
                found = Found(low, high, names, "label")
                break
        found = found or (None if unparted else self._signed(low, high))
        if found:
            yield found

    def _are_known(self, names: tuple[str, ...]) -> bool:
        owners = self._owners
        return all(
            x in _OFFICES
            or (MARK.fullmatch(x) and not is_nobody(x, owners))
            or owners.may_be(x)
            or _is_post(x, owners)
            for x in names
        )

    def _are_posts(self, names: tuple[str, ...]) -> bool:
        """Say whether names are words for posts: "Action Owner" heads a column."""
        return all(_is_post(x, self._owners) for x in names) and not any(
            x in _OFFICES or self._owners.may_be(x) for x in names
        )

    def _meant(self, index: int, at: int, names: tuple[str, ...]) -> Iterator[Found]:
        """Yield the sentence before a label that sounds most like a task of those.

        It is of the nearest paragraph in which any sounds so.
        """
        forms, own = self._owners.forms(names), self._paragraphs[index].start
        best: tuple[float, Sentence] | None = None
        for told in self._above(index, at):
            for away, sentence in enumerate(reversed(told)):
                weight = weigh_mark(self._text, sentence, names, forms)
                weight += _JUDGED * self._chances.of(*sentence)
                weight -= away * (_FAR if sentence.start >= own else _FAR_ABOVE)
                if best is None or weight > best[0]:
                    best = (weight, sentence)
            if best and best[0] >= _LEAST:
                break
        if best:
            yield Found(*best[1], names, "label")

    def _above(self, index: int, at: int) -> Iterator[Sequence[Sentence]]:
        """Yield the sentences since the label before, by paragraph, nearest first.

        Those of other paragraphs only where none of its own stands before a label.
        """
        low = max(self._paragraphs[index].start, self._last)
        if at > low:
            yield read_sentences(self._text, low, at)
            return
        for part in reversed(self._paragraphs[max(0, index - _REACH) : index]):
            if part.end - part.start > _BRIEF and part.start >= self._last:
                yield read_sentences(self._text, part.start, part.end)


def _is_post(name: str, owners: Owners) -> bool:
    """Say whether a name of few words, all with capitals, is a post or a group."""
    words = name.split()
    capitals = all(x[0].isupper() or x in _SMALL for x in words)
    if not capitals or len(words) > _MOST_WORDS or NOT_OWNERS.match(name):
        return False
    if owners.kind(name) == "post" or AGENTS.search(name) is not None:
        return True
    last = words[-1].lower()  # "Deans": several who hold a post
    return last.endswith("s") and last != "minutes" and is_of_kind(last[:-1], "head")


def _told_on(text: str, start: int, end: int) -> int:
    """Return where the words of a task end: before sentences that sound of none.

    >>> said = "TH to ring the school. Ask for Jo. It was very helpful in May."
    >>> said[: _told_on(said, 0, len(said))]
    'TH to ring the school. Ask for Jo.'
    """
    first, *others = read_sentences(text, start, end)
    for sentence in others:
        if weigh_task(text, *sentence, ()) <= 0:
            return first.end
        first = sentence
    return end


def _due_below(
    text: str, paragraphs: list[Paragraph], index: int
) -> tuple[int, int] | None:
    """Return where a line "Due: September" stands under an action."""
    if index + 1 >= len(paragraphs):
        return None
    below = paragraphs[index + 1]
    match = _DUE_LABEL.match(text, below.start, below.end)
    return (match.end(), below.end) if match else None
