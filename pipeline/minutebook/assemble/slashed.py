"""Finds the tasks of tables that were flattened to text: "Mend the gate. / Tom Holt".

The cell of who is to act stands behind a slash, and goes on below it if it names
several, a line each; the cell of what was said may fill many lines above.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from minutebook.assemble.cellmarks import Mark, share
from minutebook.assemble.chances import Chances
from minutebook.assemble.owners import Owners
from minutebook.assemble.tasks import (
    Found,
    read_clauses,
    read_task,
    weigh_mark,
    weigh_task,
)
from minutebook.grammar.paragraphs import Paragraph
from minutebook.records import Line

_SLASHED = re.compile(r"\s/\s{1,3}(?P<who>[A-Z][\w&’'./, ()-]{1,40})$")
_TOLD_CELL = re.compile(
    r"(?<=[.!?;:)”])\s/\s{1,3}(?P<told>[A-Z][\w&’'./, -]{1,40}?\s(?:to|will)\s(?!be\b)"
    r"[a-z][^/]{4,160})$"
)
_OFFICES = ("Clerk", "All", "ALL", "Secretary")
# "/ Agreed (All)": what a cell of actions says before it names anybody
_VERDICT = re.compile(r"(?:Agreed|Noted|Approved|Decision|For info\w{0,9})\b.{0,20}")
# "Tom Holt / Yes": a row of a list of who came
_TICK = re.compile(r"\b(?:Yes|No|Present|Absent|Apologies)$")
_LONGEST = 30  # characters of a line that holds names alone
_REACH = 12  # lines above a mark that its cell may fill
_ABOVE = 3  # ... that a single mark may mean
_ACTS = 5.0  # what a sentence weighs in which somebody named goes on to act


def find_in_slashed(
    text: str, paragraphs: list[Paragraph], owners: Owners, chances: Chances
) -> Iterator[Found]:
    """Yield the tasks that names behind a slash, and lines of names below, mark.

    A mark that means its own line is left to those who read the ends of paragraphs.
    """
    if " / " not in text:
        return
    lines = [x for y in paragraphs if y.first.table is None for x in y.lines]
    low = at = 0
    habit = False
    while at < len(lines):
        slashed = text.find(" / ", lines[at].start, lines[at].end) >= 0
        cell = _read_slashed(text, lines[at], owners) if slashed else None
        if slashed and cell is None:
            yield from _told(text, lines[at], owners)
        alone = habit and cell is None and _names_alone(text, lines[at], owners)
        if cell is None and not alone:
            at += 1
            continue
        habit = True
        below = at if alone else at + 1
        high = below
        while high < len(lines) and _names_alone(text, lines[high], owners):
            high += 1
        told = lines[max(low, at - _REACH) : at]
        marks: list[tuple[str, ...]] = []
        if cell:
            told.append(replace(lines[at], end=cell[0]))
            marks += [cell[1]] if cell[1] else []
        marks += (_names_alone(text, x, owners) for x in lines[below:high])
        verdict = cell is not None and not cell[1]
        yield from _tasks(text, told, marks, owners, chances, verdict)
        low = at = high


def _tasks(
    text: str,
    told: list[Line],
    marks: list[tuple[str, ...]],
    owners: Owners,
    chances: Chances,
    verdict: bool,
) -> Iterator[Found]:
    """Yield what each mark of a cell means in the lines beside it.

    `verdict` says that the cell first tells what came of it, and names nobody there.
    """
    if len(marks) > 1 and told:
        read = tuple(Mark(x, None, owners.forms(x)) for x in marks)
        for start, end, mark in share(text, told, read, owners, chances):
            yield Found(start, end, mark.owners, "bracket")
    elif marks and told and verdict:
        words = read_clauses(text, told[-1].start, told[-1].end)
        forms = owners.forms(marks[0])
        best = max(words, key=lambda x: weigh_mark(text, x, marks[0], forms))
        yield Found(*best, marks[0], "bracket")
    elif marks and told:
        acting = [
            x
            for y in told[-_ABOVE - 1 :]
            for x in read_clauses(text, y.start, y.end)
            if weigh_task(text, *x, marks[0], owners.forms(marks[0])) >= _ACTS
        ]
        if acting and acting[-1].end <= told[-1].start:
            yield Found(*acting[-1], marks[0], "bracket")


def _told(text: str, line: Line, owners: Owners) -> Iterator[Found]:
    """Yield the task that a cell behind a slash tells: "/ Tom to ring the school"."""
    match = _TOLD_CELL.search(text, line.start, line.end)
    found = match and read_task(text, match.start("told"), line.end, owners)
    if found and all(map(owners.knows, found.owners)):
        yield replace(found, rule="bracket")


def _read_slashed(
    text: str, line: Line, owners: Owners
) -> tuple[int, tuple[str, ...]] | None:
    """Return where a line's words end before a slash, and whom it names behind it."""
    match = _SLASHED.search(text, max(line.start, line.end - 46), line.end)
    if match is None:
        return None
    names = owners.split(match["who"])
    if _VERDICT.fullmatch(match["who"]):
        return match.start(), ()
    known = all(x in _OFFICES or owners.knows(x) for x in names)
    known = known and not _TICK.search(match["who"])
    return (match.start(), names) if names and known else None


def _names_alone(text: str, line: Line, owners: Owners) -> tuple[str, ...]:
    """Return whom a line names that holds nothing else."""
    words = text[line.start : line.end].strip()
    if len(words) > _LONGEST or not words[:1].isupper():
        return ()
    names = owners.split(words)
    return names if all(x in _OFFICES or owners.knows(x) for x in names) else ()
