"""Finds the tasks that initials in the margin, or on a line of their own, mark."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from minutebook.assemble.alignment import align
from minutebook.assemble.cellmarks import find_due
from minutebook.assemble.chances import Chances
from minutebook.assemble.owners import Owners
from minutebook.assemble.tasks import Found, read_clauses, weigh_mark, weigh_task
from minutebook.grammar.anchors import has_word
from minutebook.grammar.paragraphs import (
    MARGIN,
    Paragraph,
    Sentence,
    find_sentences,
    is_margin,
)
from minutebook.records import Item, Line, Sections, SourceDocument

_OFFICES = ("Clerk", "All", "ALL", "Secretary")
_SIGNING = ("Chair", "Chairman", "Secretary", "Treasurer", "Head")  # under a signature
_HEAD = re.compile(r"\s{0,4}Actions?\s{0,4}(?:by|for)?\s{0,4}:?\s{0,4}", re.IGNORECASE)
# "[Mr Holt]", "(Tom Holt)"
_BRACKETED = re.compile(r"[(\[](?P<who>[A-Z][\w&’'./, -]{2,40})[)\]]")
_JUDGED = 1.5  # what it adds that its words are surely a task
_TAKEN = 2.0  # what it costs that another mark means the sentence already
_MANY = 3  # marks beside the text are the clerk's habit from this many on
_ANY = -9.0
_LEAST = 1.0  # what a sentence must weigh to be a task where no column says Action
_FAR = 0.4  # what each row, or paragraph, between a mark and its sentence costs
_FAR_ABOVE = 0.3
_BELOW, _ROWS = 6, 3  # lines, and rows, from a mark to the date below it
_REACH = 12  # paragraphs above a mark that may hold its task


class _Mark(NamedTuple):
    """A mark beside a paragraph: its line, whom it names, where a date is below it."""

    line: Line
    names: tuple[str, ...]
    due: tuple[int, int] | None


def find_in_margins(
    source: SourceDocument,
    sections: Sections,
    paragraphs: list[Paragraph],
    owners: Owners,
    chances: Chances,
) -> Iterator[Found]:
    """Yield the tasks that initials in the margin, or on a line alone, mark.

    `chances` say how likely the sentences are tasks, whoever is marked.
    """
    text = source.text
    lines = list(source.content())
    starts = [x.start for x in paragraphs]
    beside: dict[int, list[_Mark]] = defaultdict(list)
    for index, line in enumerate(lines):
        titled = not is_margin(text, line)
        if titled and not _is_titled(text, line):
            continue
        names = owners.split(text[line.start : line.end])
        at = bisect_right(starts, line.start - titled) - 1
        if titled and (at < 0 or not _tells(text, paragraphs[at], line)):
            continue
        shares = at >= 0 and any(x.row == line.row for x in paragraphs[at].lines)
        if shares and _are_owners(names, owners):
            due = _find_date_below(text, lines[index : index + _BELOW])
            beside[at].append(_Mark(line, names, due))
    headed = any(_HEAD.fullmatch(text, x.start, x.end) for x in lines)
    least = _ANY if headed or len(beside) >= _MANY else _LEAST
    for at, marks in beside.items():
        rest = []
        for mark in marks:
            item = _titled_on(sections, paragraphs[at], mark.line)
            if item is None:
                rest.append(mark)
            else:
                yield from _under_title(text, item, mark.names)
        yield from _beside(text, paragraphs[at], rest, least, owners, chances)
    yield from _alone(text, paragraphs, owners, least, chances)


# "Cllr Holt", "Mrs Bell", "Cllrs Holt & Orr"
_TITLED = re.compile(
    r"(?:Cllrs?|Mr|Mrs|Ms|Miss|Dr)\.?\s(?:[A-Z]\.?\s)?[A-Z][\w’'-]{1,20}"
    r"(?:\s?[/,&]\s?(?:(?:Cllr|Mr|Mrs|Ms|Miss|Dr)\.?\s)?[A-Z][\w’'-]{1,20}){0,2}"
)
_TOLD = 30  # characters of text beside a name at least, so that it is no list of people


def _is_titled(text: str, line: Line) -> bool:
    """Say whether a cell beside running text is somebody's title and surname."""
    beside = line.column > 0 and line.table is None and line.end - line.start < _TOLD
    return beside and _TITLED.fullmatch(text, line.start, line.end) is not None


def _tells(text: str, paragraph: Paragraph, line: Line) -> bool:
    """Say whether what stands on the row of a mark is a sentence, or a piece of one."""
    row = [x for x in paragraph.lines if x.row == line.row and x.column < line.column]
    return any(x.end - x.start > _TOLD and text[x.end - 1] == "." for x in row[:1])


def _find_date_below(text: str, lines: list[Line]) -> tuple[int, int] | None:
    """Return where a date alone stands below a mark, the first of the lines."""
    mark = lines[0]
    for line in lines[1:]:
        if line.column == mark.column and 0 < line.row - mark.row < _ROWS:
            due = find_due(text, line)
            return due if due and due[0] <= line.start else None
    return None


def _are_owners(names: tuple[str, ...], owners: Owners) -> bool:
    known = [owners.knows(x) or x in _OFFICES for x in names]
    return any(known) and "Action" not in names


# ------------------------------------------------------------------- beside the text


def _beside(
    text: str,
    paragraph: Paragraph,
    marks: list[_Mark],
    least: float,
    owners: Owners,
    chances: Chances,
) -> Iterator[Found]:
    """Yield the sentences of a paragraph that marks beside it most likely mean.

    Two marks that can only mean the same sentence name two owners of one task.
    """
    sentences = list(read_clauses(text, paragraph.start, paragraph.end))
    taken: dict[Sentence, tuple[str, ...]] = {}
    dues: dict[Sentence, tuple[int, int] | None] = {}
    for line, names, due in marks:
        weights = [
            (
                _suits(text, paragraph, s, line, names, owners)
                + _JUDGED * chances.of(*s)
                - _TAKEN * (s in taken),
                i,
            )
            for i, s in enumerate(sentences)
        ]
        weight, at = max(weights)
        chosen = sentences[at]
        if chosen in taken or weight >= least:
            taken[chosen] = (*taken.get(chosen, ()), *names)
            dues[chosen] = dues.get(chosen) or due
    for sentence, names in taken.items():
        whose = tuple(dict.fromkeys(names))
        yield Found(sentence.start, sentence.end, whose, "margin", dues[sentence])


def _suits(
    text: str,
    paragraph: Paragraph,
    sentence: Sentence,
    line: Line,
    names: tuple[str, ...],
    owners: Owners,
) -> float:
    """Return how well a mark suits a sentence: its words, and how near it stands."""
    rows = [
        x.row
        for x in paragraph.lines
        if x.end > sentence.start and x.start < sentence.end
    ]
    away = max(rows[0] - line.row, line.row - rows[-1], 0) if rows else 0
    return weigh_mark(text, sentence, names, owners.forms(names)) - _FAR * away


def _titled_on(sections: Sections, paragraph: Paragraph, line: Line) -> Item | None:
    """Return the item whose title stands on the marked row, and nothing else."""
    row = [x for x in paragraph.lines if x.row == line.row]
    if not row:
        return None
    for item in sections.items:
        low, high = row[0].start, row[-1].end
        if low <= item.title_start < high <= item.title_end + 1:
            return item
    return None


def _under_title(text: str, item: Item, names: tuple[str, ...]) -> Iterator[Found]:
    """Yield the task that a mark beside a title means: one of the item's sentences."""
    named = [
        s
        for s in find_sentences(text, item.title_end, item.end)
        if all(has_word(text[s.start : s.end], x) for x in names)
        and weigh_task(text, s.start, s.end, names) >= _LEAST + 1
    ]
    if named:
        yield Found(named[-1].start, named[-1].end, names, "margin")


# --------------------------------------------------------------- on lines of their own


def _alone(
    text: str,
    paragraphs: list[Paragraph],
    owners: Owners,
    least: float,
    chances: Chances,
) -> Iterator[Found]:
    """Yield the tasks above marks that stand on lines of their own."""
    for low, top, marks in _stacks(text, paragraphs, owners):
        above = paragraphs[max(low, top - _REACH) : top]
        yield from _above(text, above, marks, least, owners, chances)


def _stacks(
    text: str, paragraphs: list[Paragraph], owners: Owners
) -> Iterator[tuple[int, int, list[tuple[str, ...]]]]:
    """Yield the marks that follow each other on lines of their own.

    With them go the indices of the paragraphs they may mean: the first, and the mark's.
    """
    stacked: list[tuple[str, ...]] = []
    low = 0
    for index, paragraph in enumerate(paragraphs):
        below = paragraphs[index + 1 : index + 2]
        beside = any(x.first.row == paragraph.first.row for x in below)  # "VI  Repairs"
        names = _mark(text, paragraph, owners) if index and not beside else ()
        if names:
            stacked.append(names)
        elif stacked:
            yield low, index - len(stacked), stacked
            low, stacked = index, []
    if stacked:
        yield low, len(paragraphs) - len(stacked), stacked


def _mark(text: str, paragraph: Paragraph, owners: Owners) -> tuple[str, ...]:
    """Return whom a paragraph names that is nothing but a mark."""
    if len(paragraph.lines) != 1 or paragraph.first.table is not None:
        return ()
    mark = text[paragraph.start : paragraph.end].strip()
    bracketed = _BRACKETED.fullmatch(mark)
    if bracketed:
        names = owners.split(bracketed["who"])
        return names if all(owners.kind(x) == "listed" for x in names) else ()
    if len(mark) > 24 or not MARGIN.fullmatch(mark):
        return ()
    names = owners.split(mark)
    signed = any(x in _SIGNING for x in names)
    return names if not signed and _are_owners(names, owners) else ()


def _above(
    text: str,
    paragraphs: list[Paragraph],
    marks: list[tuple[str, ...]],
    least: float,
    owners: Owners,
    chances: Chances,
) -> Iterator[Found]:
    """Yield a task for each of the marks: the sentences above that sound most like it.

    Marks follow each other in the order of their tasks.
    """
    told = [
        (s, len(paragraphs) - 1 - i)
        for i, x in enumerate(paragraphs)
        if x.end - x.start > 24
        for s in read_clauses(text, x.start, x.end)
    ]
    gains = [
        [
            weigh_mark(text, x, names, forms)
            + _JUDGED * chances.of(*x)
            - _FAR_ABOVE * away
            - least
            for x, away in told
        ]
        for names, forms in ((x, owners.forms(x)) for x in marks)
    ]
    for names, at in zip(marks, align(gains), strict=True):
        if at is not None:
            yield Found(told[at][0].start, told[at][0].end, names, "margin")
