"""Settles elections: the one who was declared elected, not all who were nominated."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import attrgetter

from minutebook.assemble.movedabove import motion_beside
from minutebook.assemble.movers import find_motion
from minutebook.assemble.scope import Scope
from minutebook.records import Decision

# "the Clerk declared Councillor Penrose elected as Mayor"
_DECLARED = re.compile(
    r"\bdeclared\s+(?P<name>(?:(?:[(A-Z][\w’'.,()-]*|and)\s+){1,24}?)(?:was\s+|to\s+be\s+)?(?:duly"
    r"\s+)?(?:elected|appointed|carried)\b"
)
# "That Councillor Penrose be appointed Mayor": one candidate's nomination
_NOMINATION = re.compile(
    r"\W{0,6}That\b.{3,200}?\bbe\s+(?:elected|appointed)\b", re.DOTALL
)
_ASIDE = frozenset({"Councillor", "Councillors", "Cllr", "Mr", "Mrs", "Ms", "Dr"})


def settle_elections(scope: Scope, found: list[Decision]) -> list[Decision]:
    """Drop nominations and polls that a declaration of the same item settles."""
    settled: list[Decision] = []
    for x in found:
        words = scope.text[x.start : x.end]
        declared = _DECLARED.search(words) if "declared" in words else None
        if declared is None:
            settled.append(x)
            continue
        winner = set(declared["name"].split()) - _ASIDE
        for nomination in reversed(list(_take_nominations(scope, settled, x))):
            said = scope.text[nomination.start : nomination.end]
            if x.mover is None and winner & set(re.findall(r"[\w’'-]+", said)):
                motion = motion_beside(scope, nomination)
                x = replace(
                    x,
                    mover=motion.mover if motion else nomination.mover,
                    seconder=motion.seconder if motion else nomination.seconder,
                )
        settled.append(x)
    return settled


def _take_nominations(
    scope: Scope, settled: list[Decision], declared: Decision
) -> Iterator[Decision]:
    """Yield, and take off the list, the nominations just before a declaration."""
    while settled and settled[-1].item == declared.item:
        last = settled[-1]
        poll = last.rule == "decision-poll"
        words = scope.text[last.start : last.end]
        if not poll and not _NOMINATION.match(words):
            return
        settled.pop()
        if not poll:
            yield last


# "Cllr Orr accepted and took the Chair", "Ada Bell agreed to continue as Chairman"
_ACCEPTS = re.compile(
    r"""\W{0,4}(?:[a-z][.)]\s)?(?:There\s(?:being|were)\sno\sother\snominations,?\s)?
    (?:Cllr\.?\s|Councillor\s|Mr\.?\s|Mrs\.?\s|Ms\.?\s|Dr\.?\s)?
    (?P<name>[A-Z][\w’'.-]{0,20}(?:\s[A-Z][\w’'-]{1,20}){0,2})\s
    (?:duly\s|then\s|kindly\s|thereupon\s)?
    (?:accepted(?!\sthe\snomination)|agreed\sto\s(?:be|continue|serve|act|stand|take)\b
      |took\s(?:the|over\sthe|his|her)\s|thanked|signed\s(?:the|his|her|a)\s[^.]{0,20}[Dd]eclaration)
    (?!.{0,200}\bseconded\b)""",
    re.VERBOSE | re.DOTALL,
)


def drop_acceptances(scope: Scope, decisions: Sequence[Decision]) -> list[Decision]:
    """Return the decisions but those that only tell how one just chosen took office."""
    kept: list[Decision] = []
    for decision in decisions:
        match = _ACCEPTS.match(scope.text, decision.start, decision.end)
        while kept and _was_ballot(scope, kept[-1], decision):
            kept.pop()
        proposed = _proposal(scope, kept, decision)
        if proposed is not None:
            motion = kept.pop(proposed)
            decision = replace(decision, mover=motion.mover, seconder=motion.seconder)
        if match is None or not _chooses(scope, kept, decision, match["name"]):
            kept.append(_with_nominators(scope, decision))
    return kept


def _chooses(
    scope: Scope, kept: Sequence[Decision], decision: Decision, name: str
) -> bool:
    """Say whether one of the last decisions of its item puts somebody in office."""
    last = name.split()[-1]
    return any(
        x.item == decision.item
        and x.kind in ("appointed", "resolved", "approved")
        and last in scope.text[x.start : x.end]
        for x in kept[-3:]
    )


# "A ballot was held: Ada Bell 5 votes, Tom Orr 2", "Both candidates were nominated by"
_BALLOT = re.compile(
    r"\b(?:ballot|votes?|voted|poll|show\sof\shands|nominat\w+|candidates?)\b", re.I
)
_CHOSE = re.compile(
    r"\b(?:re-?)?(?:elected|co-?opted|appointed|chosen)\b(?!\s(?:by|members?)\b)", re.I
)
_NEAR = 500  # characters between a ballot and who was chosen by it
# "2. Ada Bell, proposed by Tom Orr, seconded by Jo Holt"
_NOMINEE = re.compile(
    r"(?:\d{1,2}[.)]\s)?[A-Z][\w’'-]{1,20}(?:\s[A-Z][\w’'-]{1,20}){1,2}(?![\w’'-])[^.;]{0,40},\sproposed\sby\s[^.;]{3,90}\W*$"
)
_NAME = re.compile(r"(?<!^)\b[A-Z][a-z’'-]{2,20}")


def _was_ballot(scope: Scope, ballot: Decision, decision: Decision) -> bool:
    """Say whether a decision only tells the votes by which the next one was chosen."""
    if ballot.item != decision.item or decision.start - ballot.end > _NEAR:
        return False
    told = scope.text[ballot.start : ballot.end]
    chosen = scope.text[decision.start : decision.end]
    if _CHOSE.search(told) or not (_BALLOT.search(told) or _NOMINEE.match(told)):
        return False
    names = {*_NAME.findall(told)} - _ASIDE
    return _CHOSE.search(chosen) is not None and bool(names & {*_NAME.findall(chosen)})


# "Ada Bell was therefore elected to the post of Chair"
_ELECTED = re.compile(
    r"\W{0,4}(?P<name>(?:[A-Z][\w’'-]{1,20}\s){2,3})was\s(?:\w{4,10}\s){0,2}(?:re-?)?elected\b"
)
_FAR = 12  # paragraphs above an election in which its nominations may stand


def _with_nominators(scope: Scope, decision: Decision) -> Decision:
    """Return an election with who proposed and seconded the one elected, further up."""
    match = _ELECTED.match(scope.text, decision.start, decision.end)
    if match is None or decision.mover:
        return decision
    name = match["name"].strip()
    last = bisect_right(scope.paragraphs, decision.start, key=attrgetter("start")) - 1
    for at in range(last - 1, max(-1, last - _FAR), -1):
        start, end = scope.paragraphs[at].start, scope.paragraphs[at].end
        if not scope.same_item(at, last):
            break
        motion = find_motion(scope.text, start, end)
        nominated = scope.text.find(name, start, motion.start) if motion else -1
        if motion and motion.seconder and nominated >= 0:
            return replace(
                decision,
                mover=scope.name_at(motion.mover_at, motion.mover),
                seconder=scope.name_at(motion.seconder_at, motion.seconder),
            )
    return decision


def _proposal(scope: Scope, kept: Sequence[Decision], decision: Decision) -> int | None:
    """Return which of the last decisions proposed the one who was then elected."""
    declared = _DECLARED_ONE.search(scope.text, decision.start, decision.end)
    if declared is None or decision.mover:
        return None
    last = declared["name"].split()[-1]
    for at in range(len(kept) - 1, max(-1, len(kept) - 4), -1):
        x = kept[at]
        if x.item != decision.item or not (x.mover and x.seconder):
            continue
        nominee = (
            scope.text[x.start : x.end].replace(x.mover, "").replace(x.seconder, "")
        )
        if x.kind != "rejected" and x.lead is None and last in nominee:
            return at
    return None


# "Mr Orr declared Cllr Ada Bell elected", "Cllr Bell was duly elected Chairman"
_DECLARED_ONE = re.compile(
    r"\bdeclared\s(?:(?:that\s)?(?:Cllr|Councillor|Cr|Mr|Mrs|Ms|Dr)\.?\s)?"
    r"(?P<name>(?:[A-Z][\w’'.-]{0,20}\s){1,4})(?:was\s|to\sbe\s)?(?:duly\s)?elected\b"
)
