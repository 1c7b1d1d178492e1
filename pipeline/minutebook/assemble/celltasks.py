"""Reads the tasks that a cell tells whole: words, who is to act, and by when."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace

from minutebook.assemble.cellmarks import Mark, find_due, read_marks
from minutebook.assemble.owners import Owners
from minutebook.assemble.tasks import Found, read_task
from minutebook.records import Line


def read_tasks(
    text: str, lines: list[Line], owners: Owners, *, several: bool
) -> tuple[list[Found], list[Mark]]:
    """Return the tasks that a cell tells whole: one, or one for each paragraph.

    Paragraphs of names and dates alone tell whose the tasks above them are, or those
    below where the cell opens with one. With the tasks go the marks of those whom none
    of them is for.
    """
    parts = list(_paragraphs(lines))
    marks = [_mark(text, x, owners) for x in parts]
    if not several or not any(marks) or all(marks):
        return _told(text, parts if several else [lines], owners), []
    found: list[Found] = []
    unspent: list[Mark] = []
    for mark, above in _pairs(parts, marks):
        tasks = _given(text, above, mark, owners)
        found += tasks
        if mark and mark.owners and not any(_are_of(mark, x, owners) for x in tasks):
            unspent.append(mark)
    return found, unspent


def _pairs(
    parts: list[list[Line]], marks: list[Mark | None]
) -> Iterator[tuple[Mark | None, list[list[Line]]]]:
    """Yield each mark with the paragraphs that it stands below, or above."""
    told = list(zip(parts, marks, strict=True))
    led = marks[0] is not None and marks[-1] is None
    for _, group in itertools.groupby(
        _grouped(told[::-1] if led else told), key=lambda x: x[0]
    ):
        rows = list(group)
        mark = next((m for _, _, m in rows if m), None)
        words = [x for _, x, m in rows if m is None]
        yield mark, words[::-1] if led else words


def _grouped(
    told: list[tuple[list[Line], Mark | None]],
) -> Iterator[tuple[int, list[Line], Mark | None]]:
    """Yield paragraphs with a count that goes up behind each mark."""
    count = 0
    for part, mark in told:
        yield count, part, mark
        count += mark is not None


def _told(text: str, parts: list[list[Line]], owners: Owners) -> list[Found]:
    """Return the tasks of paragraphs; what names nobody goes on in the one before."""
    spans: list[tuple[int, int]] = []
    tasks: list[Found | None] = []
    for part in parts:
        start, end = part[0].start, part[-1].end
        found = read_task(text, start, end, owners)
        if found is None and spans:
            spans[-1] = (spans[-1][0], end)
            tasks[-1] = read_task(text, *spans[-1], owners)
        else:
            spans.append((start, end))
            tasks.append(found)
    return [x for x in tasks if x]


def _given(
    text: str, parts: list[list[Line]], mark: Mark | None, owners: Owners
) -> list[Found]:
    """Return the tasks of paragraphs that a mark is for.

    Those that name somebody themselves are whose they say.
    """
    told = _told(text, parts, owners)
    if mark is None:
        return told
    if not told and parts and mark.owners:
        start, end = parts[0][0].start, parts[-1][-1].end
        return [Found(start, end, mark.owners, "label", mark.due)]
    return [
        replace(x, due=mark.due) if not mark.owners or _are_of(mark, x, owners) else x
        for x in told
    ]


def _are_of(mark: Mark, found: Found, owners: Owners) -> bool:
    """Say whether a task is for somebody whom a mark names."""
    return not {*map(owners.resolve, mark.owners)}.isdisjoint(
        map(owners.resolve, found.owners)
    )


def _mark(text: str, lines: list[Line], owners: Owners) -> Mark | None:
    """Return the mark that a paragraph is and no more: names, a date, or both."""
    marks = read_marks(text, lines, owners)
    if len(marks) == 1:
        return marks[0]
    due = find_due(text, lines[0]) if len(lines) == 1 else None
    return Mark((), None, (), due=due) if due and due[0] <= lines[0].start else None


def _paragraphs(lines: list[Line]) -> Iterator[list[Line]]:
    """Yield the lines of each paragraph of a cell."""
    part = [lines[0]]
    for line, after in itertools.pairwise(lines):
        if not line.wraps:
            yield part
            part = []
        part.append(after)
    yield part
