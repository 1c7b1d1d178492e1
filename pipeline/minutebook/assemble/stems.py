"""Drops stems that only lead on to decisions, and what only mends the minutes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from minutebook.assemble.outcomes import decides
from minutebook.assemble.scope import Scope
from minutebook.records import Decision

_LONGEST = 14  # words of a stem: "The following were elected:"
_NEAR = 60  # characters between it and the first thing it leads on to
_STEM = re.compile(
    r"\b(?:following|undernoted|undermentioned|below|as\sfollows|(?:were|was|it|and|be|board"
    r"|council|committee|members|meeting|unanimously)\s{1,3}(?:(?:re-?)?elected|appointed"
    r"|agreed|approved|resolved|decided|noted|nominated|instead))\b[^.;]{0,40}[:–-]\s*$",
    re.IGNORECASE,
)
# "Motion 2: Lamps. Proposed: A Orr. This Union notes:": what it resolves stands below
_PREAMBLE = re.compile(
    r"\b(?:Union|Council|Society|Guild|Assembly|Congress|Conference|Association|Branch)\s"
    r"(?:further\s)?(?:notes|believes|resolves)\s?:?(?:\s{1,3}1\.?)?\s*$"
)
_TAIL = 50  # characters of its last words
# "In discussion it was noted", and then a list of facts
_NOTES = re.compile(r"\bit\s+was\s+(?:also\s+)?noted(?:\s+that)?\W*$", re.IGNORECASE)
# "It was noted that a name was missing. Proposed by Mr Orr, seconded by Mr Holt."
_MENDS = re.compile(
    r"\W{0,4}(?:It\s+was\s+(?:also\s+)?(?:noted|pointed\s+out)|(?:One|A|Two)\s+(?:\w+\s+)?"
    r"(?:corrections?|amendments?|alterations?|changes?|errors?)\b|With\s+(?:the|one)\s"
    r"|Subject\s+to\s)"
)
_MINUTES = re.compile(r"\b(?:minutes|notes|record)\b", re.IGNORECASE)


# "The following matters were agreed for May:" names things, not decisions below it
_THINGS = re.compile(
    r"\bfollowing\s+(?!was\b|were\b|is\b|are\b)[a-z/]+(?!.{0,80}\b(?:elected|appointed"
    r"|nominated|opted)\b)",
    re.IGNORECASE | re.DOTALL,
)


def drop_stems(scope: Scope, decisions: Sequence[Decision]) -> list[Decision]:
    """Return the decisions without the stems that lead on to others of them."""
    kept = []
    for at, decision in enumerate(decisions):
        below = decisions[at + 1] if at + 1 < len(decisions) else None
        if not _is_stem(scope, decision, below):
            kept.append(decision)
    return _give_movers(scope, kept)


def _is_stem(scope: Scope, decision: Decision, below: Decision | None) -> bool:
    """Say whether a decision only leads on to what stands below it."""
    quoted = scope.text[decision.start : decision.end]
    if below and below.item == decision.item and _PREAMBLE.search(quoted[-_TAIL:]):
        return True
    if len(quoted.split()) > _LONGEST:
        return False
    if _NOTES.search(quoted):
        return True
    if below is None or not 0 <= below.start - decision.end < _NEAR:
        return False
    if scope.item_at(below.start) != scope.item_at(decision.start):
        return False
    return bool(_STEM.search(quoted)) and not _THINGS.search(quoted)


def _give_movers(scope: Scope, decisions: Sequence[Decision]) -> list[Decision]:
    """Return the decisions, those on minutes with the movers told behind a correction.

    "The minutes were approved. It was noted that a name was missing. Proposed by AB."
    """
    kept: list[Decision] = []
    for decision in decisions:
        above = kept[-1] if kept else None
        if above and _mends_minutes(scope, above, decision):
            kept[-1] = replace(above, mover=decision.mover, seconder=decision.seconder)
        else:
            kept.append(decision)
    return kept


def _mends_minutes(scope: Scope, above: Decision, decision: Decision) -> bool:
    """Say whether a decision is a correction of minutes that the one above approves."""
    if above.mover or not decision.mover or above.kind != "approved":
        return False
    quoted = scope.text[decision.start : decision.end]
    gap = scope.text[above.end : decision.start]
    approves = _MINUTES.search(scope.text, above.start, above.end)
    if not approves or gap.strip(" .\n") or not _MENDS.match(quoted):
        return False
    return decides(quoted) is None
