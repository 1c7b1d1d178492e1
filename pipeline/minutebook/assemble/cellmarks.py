"""Reads who is to act in the cell of a table, and finds their tasks in another cell."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from minutebook.assemble.alignment import align
from minutebook.assemble.chances import Chances
from minutebook.assemble.doers import ANOTHER, NOT_OWNERS, ONE
from minutebook.assemble.owners import Owners
from minutebook.assemble.recaps import COUNTER
from minutebook.assemble.tasks import (
    AGENTS,
    is_order,
    read_clauses,
    weigh_mark,
    weigh_task,
)
from minutebook.grammar.datepatterns import MONTH
from minutebook.grammar.paragraphs import MARGIN, Sentence
from minutebook.records import Line

# "harvey", "jc": whoever such a column names, in any letters
_ANYBODY = re.compile(r"[A-Za-z][\w’'-]{1,20}\.?(?: [A-Za-z][\w’'-]{0,20}\.?){0,2}")
_OWNER = re.compile(ONE)
_TOLD = re.compile(r"\s(?:to|will|would|should)\s")  # "TH to pay": no name
_ENTRY = re.compile(r"\s{0,4}(?:[•▪*–-]|\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)])\s")
# "Tom Holt &", "and Jo Marsh": names that go together over two lines
_JOINS = re.compile(r"(?:[/,&+]|\band)$")
_JOINED = re.compile(r"(?:[/&+]|and\b)")
# "Tom Holt 30 June", "TH (by 4/6/24)", "JM – asap": by when, behind who is to act
_DATED = re.compile(
    r"(?:^|[\s,;:/(–-]{1,4})(?:(?:by|due|for|before|the|end|of|early|mid|late"
    r"|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6},?)[\s-]{1,2}){0,4}"
    r"(?:\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?"
    rf"|(?:\d{{1,2}}(?:st|nd|rd|th)?\s|(?<=\bby\s)|(?<=\bend\s)|(?<=\bof\s)){MONTH}"
    rf"(?:\s\d{{4}})?|{MONTH}\s\d{{4}}"
    r"|(?i:asap|a\.s\.a\.p|ongoing|immediate(?:ly)?|next\smeeting|tb[ac]))[\s.)]{0,3}$"
)
_NOBODY = re.compile(r"TB[ACD]|N/?A|NIL|NFA")  # whom a cell names that names nobody
_ROUND = 1.6  # lines of a mark stand no further apart than this many of their heights
_SHORT = 0.72  # a line ends its entry if it fills less of the cell's width
_ACTS = 5.0  # what a sentence weighs in which somebody named goes on to act
_FAR = 0.35  # what each line between a mark and its sentence costs
_JUDGED = 1.5  # what it adds that the words are surely a task
_GIVEN = 2.0  # and that they give it to those whom the mark names
_LAST = 1e-6  # of two that gain the same, the last is taken
_ANY = 40.0  # so much that each mark takes what is left
_LONGEST = 80  # characters of names that stand together
_LONGEST_DATE = 60  # characters of a date with the words before it
_LEAST = 8  # characters of a sentence


@dataclass(frozen=True, slots=True)
class Mark:
    """What a cell says of who is to act, and how high it stands if that is known."""

    owners: tuple[str, ...]
    height: float | None
    forms: tuple[str, ...]  # what the text may call them
    parts: tuple[tuple[str, ...], ...] = ()  # whom its lines name, if each names some
    due: tuple[int, int] | None = None  # where the same cell says by when
    page: int | None = None


@dataclass(frozen=True, slots=True)
class _Told:
    """The sentences of a cell, and what is known of their tasks and of who acts."""

    text: str
    lines: list[Line]
    sentences: list[Sentence]
    owners: Owners
    chances: Chances

    def acts(self, names: tuple[str, ...], sentence: Sentence) -> bool:
        """Say whether a sentence tells that somebody of these names goes on to act."""
        forms = self.owners.forms(names)
        given = self.is_given(names, sentence)
        return given or weigh_task(self.text, *sentence, names, forms) >= _ACTS

    def is_given(self, names: tuple[str, ...], sentence: Sentence) -> bool:
        """Say whether a sentence most likely gives these people a task."""
        given = {self.owners.resolve(x) for x in self.chances.whose(*sentence)}
        return bool(given) and not given.isdisjoint(map(self.owners.resolve, names))

    def suits(self, mark: Mark, sentence: Sentence) -> float:
        """Return how well a mark suits a sentence: its words, and how near it is."""
        weight = weigh_mark(self.text, sentence, mark.owners, mark.forms)
        weight += _JUDGED * self.chances.of(*sentence)
        weight += _GIVEN * self.is_given(mark.owners, sentence)
        return weight - _FAR * self._away(mark, sentence)

    def _away(self, mark: Mark, sentence: Sentence) -> float:
        """Return how many lines lie between a mark and a sentence, if that is known.

        A cell that goes on over the page is counted line by line.
        """
        if mark.height is None:
            return 0.0
        above = [x for x in self.lines if x.page == mark.page]
        first = next((x for x in self.lines if x.end > sentence.start), None)
        if first and first.page != mark.page:
            beside = [x for x in above if x.box and x.box.top >= mark.height]
            between = [x for x in self.lines if x.page != mark.page]
            return float(len(beside) + between.index(first))
        return min(
            (
                abs(x.box.top - mark.height) / max(x.box.bottom - x.box.top, 1.0)
                for x in self.lines
                if x.box and x.end > sentence.start and x.start < sentence.end
                if x.page == mark.page
            ),
            default=0.0,
        )


# ------------------------------------------------------------------------------ marks


def read_marks(text: str, lines: list[Line], owners: Owners) -> tuple[Mark, ...]:
    """Return the marks of a cell; none if it holds other words than names and dates.

    The numbers of tasks, on lines of their own, name nobody.
    """
    counts = [_is_counter(text, x) for x in lines]
    if any(counts) and not all(counts):
        groups = itertools.groupby(zip(lines, counts, strict=True), lambda x: x[1])
        parts = [[x for x, _ in group] for is_count, group in groups if not is_count]
        several = [read_marks(text, x, owners) for x in parts]
        return tuple(y for x in several for y in x) if all(several) else ()
    marks = _read_names(text, lines, owners)
    dues = [] if marks else [find_due(text, x) for x in lines]
    if not any(dues):
        return marks
    start = 0
    dated: list[Mark] = []
    for at, due in enumerate(dues):
        if due is None and at + 1 < len(lines):
            continue
        named = [x for x in map(_undated, lines[start : at + 1], dues[start:]) if x]
        if named:
            read = _read_names(text, named, owners)
            if not read:
                return ()
            dated += (replace(x, due=due) for x in read)
        elif dated and due:
            dated[-1] = replace(dated[-1], due=due)
        start = at + 1
    return tuple(dated)


def _is_counter(text: str, line: Line) -> bool:
    return COUNTER.fullmatch(text[line.start : line.end].strip()) is not None


def find_due(text: str, line: Line) -> tuple[int, int] | None:
    """Return where a line tells by when at its end."""
    return find_dated(text, line.start, line.end)


def find_dated(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where words tell by when at their end."""
    match = _DATED.search(text[max(start, end - _LONGEST_DATE) : end])
    return (end - len(match[0]), end) if match else None


def _undated(line: Line, due: tuple[int, int] | None) -> Line | None:
    """Return a line without the date at its end, None if it holds nothing else."""
    end = due[0] if due else line.end
    return replace(line, end=end) if end > line.start else None


def _read_names(text: str, lines: list[Line], owners: Owners) -> tuple[Mark, ...]:
    """Return the marks of lines; none if they hold other words than names."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _is_near(groups[-1][-1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    marks: list[Mark] = []
    for group in groups:
        read = _names_of(text, group, owners)
        if not read:
            return ()
        marks += (
            replace(
                x,
                height=_height(group[0]),
                forms=owners.forms(x.owners),
                page=group[0].page,
            )
            for x in read
        )
    return tuple(marks)


def read_anybody(text: str, lines: list[Line], owners: Owners) -> tuple[Mark, ...]:
    """Return the mark of a cell of one line and few words, whoever they name."""
    names = owners.split(text[lines[0].start : lines[0].end])
    named = all(
        _ANYBODY.fullmatch(x) and not NOT_OWNERS.match(x) and not _TOLD.search(x)
        for x in names
    )
    if len(lines) > 1 or not named:
        return ()
    mark = Mark(names, _height(lines[0]), (), page=lines[0].page)
    return (mark,) if names else ()


def _names_of(text: str, lines: list[Line], owners: Owners) -> tuple[Mark, ...]:
    """Return whom lines that stand together name: once, or line by line.

    A post or name that comes twice marks two tasks.
    """
    written = _together(text, lines)
    names = owners.split(" ".join(written))
    apart = [owners.split(x) for x in written]
    if not names or max(map(len, written)) > _LONGEST:
        return ()
    known = all(x and all(_owner_like(y, owners) for y in x) for x in apart)
    if known and len(apart) > 1 and len({*apart}) < len(apart):
        return tuple(Mark(x, None, ()) for x in apart)
    whole = all(map(owners.knows, names)) and len(names) < sum(map(len, apart))
    if known and len(apart) > 1 and not whole:
        merged = tuple(dict.fromkeys(y for x in apart for y in x))
        # of a page, a line may be but half of a name
        if lines[0].box is None or all(map(owners.knows, merged)):
            return (Mark(merged, None, (), tuple(apart)),)
    if len(" ".join(written)) > _LONGEST:
        return ()
    if all(_owner_like(x, owners) for x in names):
        return (Mark(names, None, ()),)
    if known:
        merged = tuple(dict.fromkeys(y for x in apart for y in x))
        return (Mark(merged, None, ()),)
    return ()


def _together(text: str, lines: list[Line]) -> list[str]:
    """Return the lines of a cell, those as one that a comma or the like joins."""
    told: list[str] = []
    for line in lines:
        words = text[line.start : line.end].strip()
        if told and (_JOINS.search(told[-1]) or _JOINED.match(words)):
            told[-1] += f" {words}"
        else:
            told.append(words)
    return told


def _is_near(before: Line, line: Line) -> bool:
    """Say whether two lines of a cell stand one right below the other."""
    if before.box is None or line.box is None:
        return True
    return line.box.top - before.box.top < _ROUND * (line.box.bottom - line.box.top)


def _height(line: Line) -> float | None:
    return line.box.top if line.box else None


def _owner_like(name: str, owners: Owners) -> bool:
    if _NOBODY.fullmatch(name):
        return False
    if owners.knows(name) or MARGIN.fullmatch(name):
        return True
    if name.startswith("All ") and AGENTS.search(name):
        return True
    return bool(_OWNER.fullmatch(name)) and not NOT_OWNERS.match(name)


# ------------------------------------------------------------------------------ tasks


def share(
    text: str,
    lines: list[Line],
    marks: tuple[Mark, ...],
    owners: Owners,
    chances: Chances,
) -> Iterator[tuple[int, int, Mark]]:
    """Yield the words of a cell that each mark beside it means, and the mark.

    Marks follow each other in the order of their tasks.
    """
    sentences = [
        s
        for start, end in _entries(text, lines)
        for s in read_clauses(text, start, end)
        if s.end - s.start > _LEAST
    ]
    told = _Told(text, lines, sentences, owners, chances)
    if len(marks) > 1:
        parts = [y for x in sentences for y in _by_actors(told, x, marks)]
        told = replace(told, sentences=parts)
    marks = tuple(y for x in marks for y in _parted(told, x))
    if len(marks) == 1 and _is_one_task(told, marks[0]):
        yield lines[0].start, lines[-1].end, marks[0]
        return
    gains = [
        [told.suits(x, s) + _LAST * i + _ANY for i, s in enumerate(told.sentences)]
        for x in marks
    ]
    for mark, at in zip(marks, align(gains), strict=True):
        if at is not None:
            yield *told.sentences[at], mark


def _by_actors(
    told: _Told, sentence: Sentence, marks: tuple[Mark, ...]
) -> Iterator[Sentence]:
    """Yield a sentence, in two if marks name who acts before "and", and who behind."""
    owners, start = told.owners, sentence.start
    for match in ANOTHER.finditer(told.text, start + _LEAST, sentence.end):
        first = Sentence(start, match.start())
        acting = {*map(owners.resolve, owners.split(match["who"]))}
        others = [x for x in marks if acting != {*map(owners.resolve, x.owners)}]
        if len(others) < len(marks) and any(told.acts(x.owners, first) for x in others):
            yield first
            start = match.end()
    yield Sentence(start, sentence.end)


def _parted(told: _Told, mark: Mark) -> list[Mark]:
    """Return a mark, or several where its names act in sentences of their own."""
    if len(mark.owners) < 2 or len(told.sentences) < 2:
        return [mark]
    if len(mark.parts) > 1:
        gains = [[float(told.acts(x, s)) for s in told.sentences] for x in mark.parts]
        lost = align(gains).count(None)
        if (
            lost == 0
            or (lost == 1 and len(mark.parts) > 2)
            or (lost == 1 and _tells_another(told, mark.parts))
        ):
            return [_of_names(told, mark, x) for x in mark.parts]
    acts = {
        name: frozenset(s for s in told.sentences if told.acts((name,), s))
        for name in mark.owners
    }
    groups: dict[frozenset[Sentence], list[str]] = {}
    for name, where in acts.items():
        groups.setdefault(where, []).append(name)
    apart = all(groups) and all(
        not (x & y) for x, y in itertools.combinations(groups, 2)
    )
    if not apart or len(groups) < 2:
        return [mark]
    return [_of_names(told, mark, tuple(x)) for x in groups.values()]


def _tells_another(told: _Told, parts: tuple[tuple[str, ...], ...]) -> bool:
    """Say whether a cell orders something in which none of those named acts."""
    return any(
        is_order(told.text, *s) and not any(told.acts(x, s) for x in parts)
        for s in told.sentences
    )


def _of_names(told: _Told, mark: Mark, names: tuple[str, ...]) -> Mark:
    return replace(mark, owners=names, forms=told.owners.forms(names), parts=())


def _is_one_task(told: _Told, mark: Mark) -> bool:
    """Say whether a cell is short enough, or opens so, that all of it is the task."""
    if len(told.sentences) <= 1:
        return True
    if len(told.sentences) > 4:
        return False
    acts = [told.acts(mark.owners, x) for x in told.sentences]
    if is_order(told.text, *told.sentences[0]) and (acts[0] or not any(acts)):
        return True
    first, *rest = (told.suits(mark, x) for x in told.sentences)
    return first > 0 and first >= max(rest)


def _entries(text: str, lines: list[Line]) -> Iterator[tuple[int, int]]:
    """Yield the paragraphs and list entries of a cell."""
    if lines[0].box is None:
        yield from ((x.start, x.end) for x in lines)
        return
    width = max(x.end - x.start for x in lines)
    start, whole = lines[0].start, True
    for before, line in itertools.pairwise(lines):
        short = before.end - before.start < _SHORT * width
        opens = text[line.start].isupper() and short
        torn = before.page < line.page  # what stands in between is no part of it
        if opens or torn or _ENTRY.match(text, line.start, line.end):
            if whole:
                yield start, before.end
            start = line.start
            whole = not (torn and text[start].islower())
    if whole:
        yield start, lines[-1].end
