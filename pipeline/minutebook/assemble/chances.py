"""Chooses the tasks of a sentence: the likeliest of its candidates."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from minutebook.assemble.judging import judge_task
from minutebook.assemble.narrative import BETWEEN_TWO, SAME_ACT, Told, read_told
from minutebook.assemble.owners import Owners
from minutebook.assemble.tasks import Found
from minutebook.grammar.paragraphs import Paragraph
from minutebook.records import Mentions

LIKELY = 0.38  # from here on a sentence is taken for a task
_NAMED_KINDS = ("listed", "known", "initials", "post", "body")
_APART = 10  # characters that the words of a task take before another's begins
# "by Friday, and Mr ", "the county; the ": between the clauses of two people
_ALSO = re.compile(
    r"(?P<joint>\s{0,2}(?:[,;:](?:\s{1,3}(?:and|but))?|\s(?:and|but))\s{1,3})"
    r"(?:(?:[Tt]he|Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor|Rev)\.?\s{1,3}){0,3}$"
)


class Judged(NamedTuple):
    """A candidate, and how likely it is a task."""

    likely: float
    told: Told


class Chances:
    """How likely the sentences of a document give somebody a task."""

    def __init__(self, judged: Sequence[Sequence[Judged]]) -> None:
        """Learn where the words of each candidate begin, and how likely it is."""
        found = sorted(
            (x.told.act, x.likely, x.told.found.owners) for told in judged for x in told
        )
        self._acts = [act for act, _, _ in found]
        self._likely = [likely for _, likely, _ in found]
        self._owners = [owners for _, _, owners in found]

    def of(self, start: int, end: int) -> float:
        """Return how likely the likeliest candidate between two offsets is a task."""
        low, high = bisect_left(self._acts, start), bisect_left(self._acts, end)
        return max(self._likely[low:high], default=0.0)

    def whose(self, start: int, end: int) -> set[str]:
        """Return to whom words between two offsets most likely give a task."""
        low, high = bisect_left(self._acts, start), bisect_left(self._acts, end)
        likely = (i for i in range(low, high) if self._likely[i] > LIKELY)
        return {x for i in likely for x in self._owners[i]}


def judge_told(
    text: str,
    paragraphs: list[Paragraph],
    mentions: Mentions,
    owners: Owners,
    labels: re.Pattern[str],
) -> list[list[Judged]]:
    """Return the candidates of each sentence that has any, the likeliest first."""
    return [
        sorted(
            (Judged(judge_task(x.traits), x) for x in told),
            key=lambda x: x.likely,
            reverse=True,
        )
        for told in read_told(text, paragraphs, mentions, owners, labels)
    ]


def find_told(
    text: str, judged: Sequence[Sequence[Judged]], owners: Owners
) -> Iterator[Found]:
    """Yield sentences that most likely give somebody a task, each with whose it is."""
    for rivals in judged:
        told = [x.told for x in rivals]
        likely = [_together(x.told, told, owners) for x in rivals if x.likely > LIKELY]
        chosen = likely[:1]
        for other in likely[1:]:
            if all(_is_apart(text, x, other, owners) for x in chosen):
                chosen.append(other)
        yield from _parted(text, sorted(chosen, key=lambda x: x.act))


def _parted(text: str, chosen: Sequence[Told]) -> Iterator[Found]:
    """Yield the tasks of a sentence, parted where their clauses join."""
    starts = [x.found.start for x in chosen[:1]]
    ends: list[int] = []
    for before, task in pairwise(chosen):
        joint = _joint(text, before, task)
        starts.append(joint.end("joint") if joint else task.who)
        ends.append(joint.start("joint") if joint else task.who)
    ends += (x.found.end for x in chosen[-1:])
    for task, start, end in zip(chosen, starts, ends, strict=True):
        yield replace(task.found, start=start, end=end)


def _together(task: Told, told: list[Told], owners: Owners) -> Told:
    """Return a task with all of its owners, should others know more of them."""
    acting = {owners.resolve(x) for x in task.found.owners}
    for other in told:
        named = other.found.owners
        if abs(other.act - task.act) >= SAME_ACT or len(named) <= len(acting):
            continue
        known = all(owners.kind(x) in _NAMED_KINDS for x in named)
        if known and acting < {owners.resolve(x) for x in named}:
            return task._replace(found=replace(task.found, owners=named))
    return task


def _is_apart(text: str, one: Told, other: Told, owners: Owners) -> bool:
    """Say whether two clauses of a sentence give different people different tasks."""
    first, last = sorted((one, other), key=lambda x: x.act)
    acting, others = ({owners.resolve(y) for y in x.found.owners} for x in (one, other))
    if acting & others or last.who < first.act + _APART:
        return False
    return _joint(text, first, last) is not None


def _joint(text: str, first: Told, last: Told) -> re.Match[str] | None:
    """Return what joins the clauses of two tasks."""
    low = max(first.act, last.who - 60)
    if BETWEEN_TWO.search(text, low, last.who):
        return None
    return _ALSO.search(text, max(first.act, last.who - 30), last.who)
