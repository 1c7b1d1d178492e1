"""Settles motions whose outcome stands by itself further down in their item.

"Mr Orr, seconded by Mrs Holt, moved that the hall be let." ... "RESOLVED that it be
let": one decision, of which Mr Orr is the mover.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter

from minutebook.assemble.extents import WEIGHED
from minutebook.assemble.motions import IN_FRONT
from minutebook.assemble.movers import find_motion
from minutebook.assemble.scope import Scope, decide
from minutebook.records import Decision

_PENDING = ("decision-proposed", "decision-motion", "decision-passive", WEIGHED)
_OUTCOMES = ("decision-outcome", "decision-passive")
_RESOLVES = (
    *("decision-block", "decision-it-was", "decision-body-did"),
    "decision-body-and-did",
)
_NEAR = 400  # characters between a motion and what was resolved upon it
_DEBATED = (
    3000  # ... and the fate that is told of it, "Motion passed", behind the debate
)
_BESIDE = 8  # ... if that follows it at once
_CLOSE = 160  # ... and its outcome, if both are quoted
_FAR = 8  # paragraphs above an outcome in which its motion may stand
_MOVES = re.compile(r"\b(?:moved?|moving|proposed|seconded)\b", re.IGNORECASE)
# a vote of which the outcome is not told
_VOTED = re.compile(r"\bvotes?\b[^.]{0,30}\b(?:taken|cast|held|requested)\b", re.I)
_FATE = re.compile(
    r"\b(?:carried|lost|agreed|resolved|passed|defeated|adopted|accepted|approved\b(?!\s(?:subject|as))"
    r"|favou?r|unanimous(?:ly)?|ayes?|failed|(?-i:fell)|died|withdrawn|no\sseconder)\b",
    re.IGNORECASE,
)
_BE = re.compile(r"\bbe\s+\w+", re.IGNORECASE)
_SAME = re.compile(r"\b(?:original|substantive|as\samended)\b", re.IGNORECASE)
# an amendment that was moved or settled; not "The motion includes an amendment"
_AMENDED = re.compile(
    r"\b(?:moved|proposed|carried|lost|defeated|agreed|accepted|seconded)\b[^.;]{0,90}"
    r"\bamendment\b|\bamendment\b[^;]{0,200}\b(?:moved|proposed|carried|lost|defeated"
    r"|agreed|accepted|seconded|put)\b",
    re.IGNORECASE,
)
# but "the Bye-laws Amendment Order" is what a motion may be about
_AMENDS = re.compile(
    r"\bamendment\b|\bAMENDMENT\b|(?:^|[.:;\n]|\b(?:[Tt]he|THE|[Aa]n?|[Tt]his|[Ff]irst"
    r"|[Ss]econd|[Ff]urther))\W{0,4}Amendment\b"
)
# "The motion was put and carried": it says not of what
_OUTCOME = re.compile(
    r"\W{0,6}(?:(?:On\s(?:being\sput|a\svote)[^.]{0,40},?\s)?(?:[Tt]he|[Tt]his)\s(?:original\s"
    r"|substantive\s)?(?:[Mm]otion|[Aa]mendment|[Pp]roposal|MOTION|AMENDMENT))\b[^.]{0,120}?\b"
    r"(?:carried|lost|defeated|passed|agreed|adopted|CARRIED|LOST|DEFEATED|PASSED|AGREED)\b"
    r"|\W{0,6}(?:The\s)?[A-Z]\w{2,20}(?:\s[A-Z][\w’'-]{1,20}){0,2}\sdeclared\sthe\s"
    r"(?:motion|amendment|proposal|resolution)(?:,\sas\samended,)?\s(?:to\s(?:be|have)\s)?"
    r"(?:duly\s)?(?i:carried|lost|defeated|passed|adopted)\b"
)

# "3 members voted for the amendment and 5 against, and the Chair declared it lost"
_DECLARED = re.compile(
    r"\bdeclared\sthe\samendment\s(?:to\sbe\s)?(?:lost|carried|defeated)\b"
    r"|\bamendment\b[^.;]{0,90}\b(?:declared\sit|it\swas\sdeclared)\s(?:lost|carried|defeated)\b",
    re.IGNORECASE,
)


def settle_pending(scope: Scope, decisions: Sequence[Decision]) -> list[Decision]:
    """Return the decisions, motions that are resolved upon below as one with that."""
    settled: list[Decision] = []
    held: list[Decision] = []
    for decision in decisions:
        if held and decision.item != held[-1].item:
            settled += held
            held = []
        if _is_pending(scope, decision):
            held.append(decision)
            continue
        if held and _is_amended(scope, held, decision):
            settled.append(decision)
            continue  # the motion that it amends is still to be put
        apart = decision.start - held[-1].end if held else _DEBATED
        near = apart < _NEAR
        if _is_outcome(scope, decision):
            meant = held if apart < _DEBATED else ()
            held, decided = _with_outcome(scope, meant, decision)
            settled += decided
            continue
        if near and decision.rule in _RESOLVES:
            held, decision = _with_mover(scope, held, decision)
        settled += [*held, decision]
        held = []
    return sorted([*settled, *held], key=lambda x: x.start)


def _is_pending(scope: Scope, decision: Decision) -> bool:
    """Say whether a decision only tells of a motion, or that a vote was taken."""
    if decision.rule not in _PENDING:
        return False
    quoted = scope.text[decision.start : decision.end]
    if _FATE.search(_BE.sub(" ", quoted)):
        return False
    if decision.rule == WEIGHED and _VOTED.search(quoted):
        return True
    if decision.rule == "decision-proposed" and decision.votes_for is not None:
        return False
    listed = decision.rule == "decision-motion"
    return decision.seconder is not None and bool(listed or _MOVES.search(quoted))


def _is_outcome(scope: Scope, decision: Decision) -> bool:
    """Say whether a decision is "The motion was put and carried", and no more."""
    told = decision.rule in (*_OUTCOMES, WEIGHED)
    told = told or (decision.rule == "decision-motion" and decision.mover is None)
    if told and _OUTCOME.match(scope.text, decision.start, decision.end):
        return True
    unnamed = decision.rule in _RESOLVES and decision.mover is None
    fate = _OUTCOME.match(scope.text, decision.start, decision.end)
    fate = fate or _DECLARED.search(scope.text, decision.start, decision.end)
    return unnamed and fate is not None


def _amends(scope: Scope, decision: Decision) -> bool:
    return _AMENDS.search(scope.text, decision.start, decision.end) is not None


def _is_amended(scope: Scope, held: Sequence[Decision], decision: Decision) -> bool:
    """Say whether a decision is an amendment, fate and all, of what is pending."""
    whole = decision.mover is not None and _amends(scope, decision)
    return whole and not any(_amends(scope, x) for x in held)


def _with_outcome(
    scope: Scope, held: Sequence[Decision], outcome: Decision
) -> tuple[list[Decision], list[Decision]]:
    """Return the motions still pending, and the decision that an outcome makes of one.

    The last amendment is meant by "the amendment", the first motion by "the motion".
    """
    amends = _amends(scope, outcome)
    meant = [x for x in held if _amends(scope, x) == amends and x.seconder]
    if meant:
        motion: Decision | None = meant[-1] if amends else meant[0]
    else:
        motion = _told_above(scope, outcome)
    if motion is None:
        return [], [*held, outcome]
    if motion.lead:
        return _with_parts(held, motion, outcome)
    between = scope.text[motion.end : outcome.start]
    told = _SAME.search(scope.text, outcome.start, outcome.end)
    if told and _AMENDED.search(between) and not amends:
        # the words of the motion stand apart from what became of it
        named = replace(outcome, mover=motion.mover, seconder=motion.seconder)
        return [], [named]
    close = outcome.start - motion.end < _CLOSE
    decided = replace(
        outcome,
        start=motion.start,
        end=outcome.end if close else motion.end,
        kind=outcome.kind if outcome.kind == "rejected" else motion.kind,
        mover=outcome.mover or motion.mover,
        seconder=outcome.seconder or motion.seconder,
    )
    return [x for x in held if amends and x is not motion], [decided]


def _with_parts(
    held: Sequence[Decision], motion: Decision, outcome: Decision
) -> tuple[list[Decision], list[Decision]]:
    """Return the motions still pending, and the parts of one that share its outcome."""
    parts = [x for x in held if x.lead == motion.lead]
    lost = outcome.kind == "rejected"
    decided = [replace(x, kind="rejected") if lost else x for x in parts]
    return [x for x in held if x not in parts], decided


def _told_above(scope: Scope, outcome: Decision) -> Decision | None:
    """Return the motion, of the same mover, that a paragraph above an outcome tells."""
    if outcome.mover is None:
        return None
    begins = attrgetter("start")
    last = bisect_right(scope.paragraphs, outcome.start, key=begins) - 1
    for at in range(last - 1, max(-1, last - _FAR), -1):
        if not scope.same_item(at, last):
            break
        start, end = scope.paragraphs[at].start, scope.paragraphs[at].end
        motion = find_motion(scope.text, start, end)
        if motion is None or not IN_FRONT.match(scope.text, motion.end):
            continue
        told = decide(scope, start, end, "motion", "", motion, None)
        if told.mover == outcome.mover and _amends(scope, told) == _amends(
            scope, outcome
        ):
            return told
    return None


def _with_mover(
    scope: Scope, held: Sequence[Decision], decision: Decision
) -> tuple[list[Decision], Decision]:
    """Return the motions still pending, and what was resolved with its movers."""
    meant = [x for x in held if x.seconder and not _amends(scope, x)]
    if not meant or decision.mover not in (None, meant[-1].mover):
        return [*held], decision
    motion = meant[-1]
    between = scope.text[motion.end : decision.start]
    beside = len(between) < _BESIDE and "\n" not in between  # "... be let. AGREED."
    named = replace(decision, mover=motion.mover, seconder=motion.seconder)
    if not beside:
        return [], named
    kind = decision.kind if motion.kind == "resolved" else motion.kind
    return [], replace(named, start=motion.start, kind=kind)
