"""Makes one of a motion that was carried and the resolution that stands below it.

"The motion to let the hall was put and carried." / "RESOLVED that the hall be let": the
clerk tells how it came about, and then what it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from minutebook.assemble.scope import Scope
from minutebook.records import Decision

_BLOCK = "decision-block"
_REACH = 60  # characters between the two
# "... put to the vote and carried by six votes to one.", "declared CARRIED"
_CARRIED = re.compile(
    r"\b(?:was|were|and|declared|then|duly|unanimously|,)\s(?:carried|passed|CARRIED|PASSED)\b"
    r"[^.;:]{0,50}\.?\s{0,2}$"
)
_MOTION = re.compile(
    r"\b(?:motion|moved|proposal|proposition|recommendation|proposed)\b", re.IGNORECASE
)
# a vote upon another matter than that of the resolution
_AMENDMENT = re.compile(r"\bamendment\b", re.IGNORECASE)
# what may stand between: "It was therefore", "and so it was accordingly"
_LEADS_ON = re.compile(
    r"[\W_]*(?:(?:and|so|it|was|therefore|thereupon|accordingly|then|resolved)\b[\W_]*){0,6}",
    re.IGNORECASE,
)


def join_resolved(scope: Scope, decisions: Sequence[Decision]) -> list[Decision]:
    """Return the decisions without those that only tell a resolution below was carried.

    The resolution, in all its parts, takes over who moved it and the votes on it.
    """
    kept: list[Decision] = []
    carried: Decision | None = None  # what was carried just above
    lead = None
    for decision in decisions:
        if kept and _is_resolved_upon(scope, kept[-1], decision):
            carried, lead = kept.pop(), decision.lead
        elif carried and (lead is None or decision.lead != lead):
            carried = None
        kept.append(_with(decision, carried) if carried else decision)
    return kept


def _is_resolved_upon(scope: Scope, motion: Decision, below: Decision) -> bool:
    """Say whether a decision only tells that what is resolved below it was carried."""
    if below.rule != _BLOCK or motion.rule == _BLOCK or motion.item != below.item:
        return False
    opens = below.lead.start if below.lead else below.start
    if not 0 <= opens - motion.end < _REACH:
        return False
    quoted = scope.text[motion.start : motion.end]
    if not (_CARRIED.search(quoted) and _MOTION.search(quoted)):
        return False
    if _AMENDMENT.search(quoted):
        return False
    return _LEADS_ON.fullmatch(scope.text, motion.end, opens) is not None


def _with(decision: Decision, carried: Decision) -> Decision:
    """Return a resolution with who moved it, and the votes, where it names none."""
    if decision.mover is None:
        decision = replace(decision, mover=carried.mover, seconder=carried.seconder)
    if decision.votes_for is not None:
        return decision
    return replace(
        decision,
        votes_for=carried.votes_for,
        votes_against=carried.votes_against,
        votes_abstained=carried.votes_abstained,
        votes=decision.votes or carried.votes,
    )
