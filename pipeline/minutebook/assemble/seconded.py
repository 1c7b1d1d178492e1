"""Gives decisions the movers whom a line of their own below them names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from minutebook.assemble.extents import WEIGHED
from minutebook.assemble.movers import Motion, find_motion
from minutebook.assemble.scope import Scope
from minutebook.records import Decision

_LONGEST = 160  # characters of such a line
_NEAR = 120  # characters between a motion and its fate
# what may stand in it beside the names: "(Proposed by Mr Orr, seconded by Mr Holt.)"
_REST = re.compile(
    r"[\W_]*(?:(?:the\s)?(?:motion|above|this|that|these|was|were|duly|and|all|in|favour"
    r"|agreed|carried|unanimous(?:ly)?)\b[\W_]*){0,8}",
    re.I,
)


def name_movers(scope: Scope, decisions: Sequence[Decision]) -> Iterator[Decision]:
    """Yield the decisions, those without movers with the ones named below them.

    Parts of one resolution share them: they stand behind the last.
    """
    starts = [x.start for x in scope.paragraphs]
    taken = {x.start for x in decisions}
    ordered = sorted(decisions, key=lambda x: x.start)
    motion: Motion | None = None
    named: list[Decision] = []
    for index in range(len(ordered) - 1, -1, -1):
        decision = ordered[index]
        below = ordered[index + 1] if index + 1 < len(ordered) else None
        found = None if decision.mover else _below(scope, decision, starts, taken)
        shares = below is not None and _shares(decision, below) and motion is not None
        motion = found or (motion if shares else None)
        named.append(_with(scope, decision, motion) if motion else decision)
    yield from _join(named[::-1])


def _join(decisions: Sequence[Decision]) -> Iterator[Decision]:
    """Yield the decisions, a motion that was weighed joined to the fate told below it.

    Both name the same people: "Mr Orr proposed it, seconded by Mr Holt. All agreed."
    """
    held: Decision | None = None
    for decision in decisions:
        if held is not None and _is_fate(decision, held):
            continue  # "They were approved. Approval - proposed Orr, seconded Holt"
        if held is not None and _is_fate(held, decision):
            decision = replace(decision, start=held.start)
        elif held is not None:
            yield held
        held = decision
    if held is not None:
        yield held


def _is_fate(motion: Decision, fate: Decision) -> bool:
    """Return whether a decision and a motion that was weighed, beside it, are one."""
    return (
        motion.rule == WEIGHED
        and fate.rule != WEIGHED
        and motion.seconder is not None
        and (motion.mover, motion.seconder) == (fate.mover, fate.seconder)
        and motion.item == fate.item
        and max(fate.start - motion.end, motion.start - fate.end) < _NEAR
    )


def _below(
    scope: Scope, decision: Decision, starts: Sequence[int], taken: set[int]
) -> Motion | None:
    """Return the motion that the paragraph below a decision is, and nothing else."""
    at = bisect_left(starts, decision.end)
    if at in (0, len(starts)) or not scope.same_item(at - 1, at):
        return None
    paragraph = scope.paragraphs[at]
    if paragraph.end - paragraph.start > _LONGEST or paragraph.start in taken:
        return None
    found = find_motion(scope.text, paragraph.start, paragraph.end)
    if found is None or not (found.mover and found.seconder):
        return None
    last = at + 1 == len(starts) or not scope.same_item(at, at + 1)
    if not (last or scope.text[paragraph.start] in "(["):
        return None  # it may open the next motion
    before = scope.text[paragraph.start : found.start]
    behind = scope.text[found.end : paragraph.end]
    return found if _REST.fullmatch(before) and _REST.fullmatch(behind) else None


def _shares(decision: Decision, below: Decision) -> bool:
    """Return whether two decisions are parts of one resolution."""
    return bool(decision.lead) and decision.lead == below.lead


def _with(scope: Scope, decision: Decision, motion: Motion) -> Decision:
    """Return a decision with its movers, as recognised where they stand."""
    if decision.mover or decision.seconder:
        return decision
    return replace(
        decision,
        mover=scope.name_at(motion.mover_at, motion.mover),
        seconder=scope.name_at(motion.seconder_at, motion.seconder),
    )
