"""Reads recorded votes whose sides are listed below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from minutebook.assemble.extents import tells_fate
from minutebook.assemble.movedabove import motion_before
from minutebook.assemble.movers import find_motion
from minutebook.assemble.outcomes import CARRIED
from minutebook.assemble.scope import Scope, decide
from minutebook.assemble.sentences import read_running
from minutebook.assemble.votes import read_votes
from minutebook.records import Decision

POLL = re.compile(
    r"\b(?:vote\s+(?:then\s+|was\s+)?(?:took\s+place|taken|held)|put\s+to\s+(?:the"
    r"|a)\s+vote|recorded\s+vote)\b",
    re.IGNORECASE,
)
_POLL_SIDE = re.compile(
    r"\b(?:(?P<for>in\s+favou?r|for)|(?P<against>against)|(?P<abstain>abstain\w*"
    r"|abstention\w*))\b",
    re.IGNORECASE,
)
_TOUCHES = 8  # characters between a fate and the lead of a list below it
_NEAR = 400  # characters between a vote and what came of it
_POLL_COUNT = re.compile(r"\((\d{1,3})\)|[:–-]\s*(\d{1,3})\b")


def read_poll(scope: Scope, index: int, start: int) -> Iterator[Decision]:
    """Yield the decision of a recorded vote, whose sides are listed below."""
    text = scope.text
    paragraph = scope.paragraphs[index]
    counts: dict[str, int] = {}
    side = None
    for at in range(index, min(index + 14, len(scope.paragraphs))):
        below = scope.paragraphs[at]
        if not scope.same_item(index, at):
            break
        begin = start if at == index else below.start
        match = _POLL_SIDE.search(text, begin, below.end)
        if match and at > index:
            side = match.lastgroup
        number = _POLL_COUNT.search(text, begin, below.end)
        if number and side and side not in counts:
            counts[side] = int(number[1] or number[2])
    same = read_votes(text, start, paragraph.end)
    motion = find_motion(text, start, paragraph.end) or motion_before(
        scope, index, True
    )
    if not counts and not same.counted:
        yield from read_running(scope, index, start, paragraph.end)
        return
    count = same._replace(
        votes_for=counts.get("for", same.votes_for),
        votes_against=counts.get("against", same.votes_against),
        votes_abstained=counts.get("abstain", same.votes_abstained),
    )
    lost = (count.votes_against or 0) > (count.votes_for or 0)
    decision = decide(scope, start, paragraph.end, "poll", "", motion, None, count)
    yield replace(decision, kind="rejected" if lost else decision.kind)


def _is_outcome(poll: Decision | None, told: Decision) -> bool:
    """Say whether a decision is what came of the recorded vote before it."""
    if poll is None or poll.rule != "decision-poll":
        return False
    same = poll.item == told.item and (poll.kind == "rejected") == (
        told.kind == "rejected"
    )
    near = told.start - poll.end < _NEAR
    return same and near and told.rule == "decision-outcome"


def join_polls(found: list[Decision]) -> list[Decision]:
    """Give a recorded vote to the resolution that it led to, in the same item."""
    joined: list[Decision] = []
    for x in found:
        poll = joined[-1] if joined else None
        led = (
            poll is not None
            and poll.rule == "decision-poll"
            and poll.kind != "rejected"  # what was resolved then is something else
            and x.rule == "decision-block"
            and poll.item == x.item
        )
        told = _is_outcome(poll, x)
        if (led or told) and poll is not None:
            joined.pop()
            before = joined[-1] if joined else None
            moved = before is not None and before.rule == "decision-proposed" and led
            if moved and before is not None and before.item == x.item:
                joined.pop()  # the motion whose fate the resolution is
            x = replace(
                x,
                mover=poll.mover if told else x.mover or poll.mover,
                seconder=poll.seconder if told else x.seconder or poll.seconder,
                votes_for=poll.votes_for,
                votes_against=poll.votes_against,
                votes_abstained=poll.votes_abstained,
                votes=x.votes or poll.votes,
            )
        joined.append(x)
    return joined


def join_listed(
    scope: Scope, found: Sequence[Decision], voted: bool = False
) -> list[Decision]:
    """Give the fate told just above a lead to the list below it: one motion.

    "For 9, Against 2. Motion passes." above "The Council resolves:" and its parts; or a
    motion with its votes, if it was `voted` upon.
    """
    joined: list[Decision] = []
    told: Decision | None = None  # the fate, and the lead that it stands above
    lead = None
    for x in found:
        above = joined[-1] if joined else None
        leads = x.lead is not None and x.lead != lead and above is not None
        if leads and above is not None and x.lead is not None:
            near = 0 <= x.lead.start - above.end < _TOUCHES
            same = above.item == x.item and above.lead is None
            told = above if near and same and _precedes(scope, above, voted) else None
            if told is not None:
                joined.pop()
        lead = x.lead
        joined.append(_with_fate(scope, x, told) if told and lead is not None else x)
    return joined


def _precedes(scope: Scope, above: Decision, voted: bool) -> bool:
    """Say whether what stands above a resolution is the vote that led to it.

    It tells a fate only, or a motion and its votes, and not that it was carried.
    """
    if tells_fate(scope, above) or not voted:
        return tells_fate(scope, above)
    moved = above.mover is not None and above.seconder is not None
    counted = above.votes_for is not None and above.kind != "rejected"
    if not (moved and counted):
        return False
    return CARRIED.search(scope.text, above.start, above.end) is None


def _with_fate(scope: Scope, part: Decision, told: Decision) -> Decision:
    """Return a part of a resolution with the votes and movers of its fate."""
    named = replace(
        part,
        mover=part.mover or told.mover,
        seconder=part.seconder or told.seconder,
    )
    line = scope.text.rfind("\n", 0, told.start) + 1  # "For 9, Against 2. Passed."
    count = read_votes(scope.text, line, told.end)
    if part.votes_for is not None or not count.counted:
        return named
    return replace(
        named,
        votes_for=count.votes_for,
        votes_against=count.votes_against,
        votes_abstained=count.votes_abstained,
    )
