"""Tells once what minutes tell twice: in short, and again where it was debated.

Web pages of councils print what was decided under "Decision:" and again under
"Minutes:"; others tell that a motion was carried, and then what was RESOLVED.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from minutebook.assemble.fatelines import is_fate
from minutebook.assemble.scope import Scope
from minutebook.records import Decision

_SHORT = re.compile(
    r"\W{0,4}(?:Decisions?|DECISIONS?)(?:\s(?:made|taken))?\s?:?\W{0,4}"
)
_LONG = re.compile(r"\W{0,4}(?:Minutes?|MINUTES?|Discussion|DISCUSSION)\s?:\W{0,4}")
_LABEL = 20  # characters of such a label
_BACK = 7  # decisions, the last ones, among which its motion may be
_BESIDE = 30  # ... and its fate, if that leads on to it
_LEADS = re.compile(r"\b(?:and\sit\swas|it\swas|and)\W{0,4}$", re.IGNORECASE)
_MOVED = re.compile(r"\b(?:[Pp]roposed|[Mm]oved)\b")
_PURPOSE = re.compile(r"To\s[a-z]{3,}")
_ALIKE = 0.8  # of the words of the shorter one that both hold
_LEAST = 2  # words that must be common to what stands side by side
# "Mr Orr proposed that the fee be kept, seconded by": what was moved
_MATTER = re.compile(r"\bthat\s(?P<what>[^.;]{3,300}?)(?=,?\sseconded|[.;]|$)")
_FAR = 400  # characters between a motion and what was resolved upon it
_WORD = re.compile(r"[A-Za-z]{3,}|\d[\d,./]*")
_MARK = re.compile(r"^\W{0,4}(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s")  # of an entry
_STEM = 5
# by what is decided, and whoever decides, two decisions differ in nothing
_COMMON = frozenset(
    [
        *("the", "that", "was", "were", "and", "for", "with", "again", "being", "been"),
        *("resol", "agree", "decid", "unani", "propo", "secon", "moved", "motio"),
        *("carri", "vote", "voted", "votes", "favou", "put", "follo", "appro"),
        *("counc", "membe", "commi", "board", "cllr", "cabin"),
    ]
)
_RESOLVES = (
    "decision-block",
    "decision-listed",
    "decision-it-was",
    "decision-body-did",
)


def drop_repeats(scope: Scope, decisions: Sequence[Decision]) -> list[Decision]:
    """Return the decisions, each once, with movers and votes told of it anywhere."""
    edges = _edges(scope)
    kept: list[Decision] = []
    for decision in decisions:
        if _is_purpose(scope, edges, decision):
            continue
        while kept and _resolves(scope, kept[-1], decision):
            decision = _with_votes(decision, kept.pop())
        again = _moved_before(scope, kept, decision)
        if again is not None:
            decision = _with_votes(decision, kept.pop(again))
        at = _told_in_short(scope, edges, kept, decision)
        if at is None:
            kept.append(decision)
        else:
            kept[at] = _with_votes(kept[at], decision)
    return kept


def _edges(scope: Scope) -> list[tuple[int, bool]]:
    """Return where labels stand, and whether they head what is told in short."""
    found = []
    for paragraph in scope.paragraphs:
        start, end = paragraph.start, paragraph.end
        if end - start > _LABEL:
            continue
        short = _SHORT.fullmatch(scope.text, start, end)
        if short or _LONG.fullmatch(scope.text, start, end):
            found.append((start, short is not None))
    return found


def _is_purpose(
    scope: Scope, edges: Sequence[tuple[int, bool]], decision: Decision
) -> bool:
    """Say whether "To approve the minutes." only tells what an item is for.

    It stands between the title and the first label of its item.
    """
    if not _PURPOSE.match(scope.text, decision.start, decision.end):
        return False
    at = bisect_right(edges, (decision.start, True))
    item = scope.item_at(decision.start)
    above = at > 0 and scope.item_at(edges[at - 1][0]) == item
    below = at < len(edges) and scope.item_at(edges[at][0]) == item
    return below and not above


def _is_short(edges: Sequence[tuple[int, bool]], decision: Decision) -> bool:
    """Say whether a decision stands under "Decision:"."""
    at = bisect_right(edges, (decision.start, True)) - 1
    return at >= 0 and edges[at][1]


def _told_in_short(
    scope: Scope,
    edges: Sequence[tuple[int, bool]],
    kept: Sequence[Decision],
    decision: Decision,
) -> int | None:
    """Return which decision under "Decision:" one under "Minutes:" tells again."""
    if not edges or _is_short(edges, decision):
        return None
    for at in range(len(kept) - 1, -1, -1):
        if kept[at].item != decision.item:
            return None
        if _is_short(edges, kept[at]) and _are_alike(scope, kept[at], decision):
            return at
    return None


def _resolves(scope: Scope, motion: Decision, decision: Decision) -> bool:
    """Say whether a decision tells in its own words what a motion above it carried."""
    if motion.item != decision.item or decision.start - motion.end > _FAR:
        return False
    if decision.rule not in _RESOLVES or motion.rule in _RESOLVES:
        return False
    near = decision.start - motion.end < 2 * _BESIDE
    if near and is_fate(scope.text, motion.start, motion.end):
        return motion.kind != "rejected"
    if motion.lead:
        return False
    if None not in (motion.mover, decision.mover) and motion.mover != decision.mover:
        return False
    if _LEADS.search(scope.text, motion.start, motion.end):
        return decision.start - motion.end < _BESIDE
    if not (motion.mover or _MOVED.search(scope.text, motion.start, motion.end)):
        return False
    matter = _MATTER.search(scope.text, motion.start, motion.end)
    if matter:
        first, last = matter.span("what")
        motion = replace(motion, start=first, end=last)
    return _are_alike(scope, motion, decision, _LEAST)


def _moved_before(
    scope: Scope, kept: Sequence[Decision], decision: Decision
) -> int | None:
    """Return which of the last decisions only tells the words of one RESOLVED."""
    if decision.rule not in _RESOLVES:
        return None
    words = _words(scope, decision)
    for at in range(len(kept) - 1, max(-1, len(kept) - _BACK), -1):
        before = kept[at]
        if before.item != decision.item or before.kind == "rejected":
            continue
        own = before.rule in _RESOLVES
        if not own and len(words) > _LEAST and words <= _words(scope, before):
            return at
    return None


def _are_alike(scope: Scope, one: Decision, other: Decision, least: int = 1) -> bool:
    """Say whether two decisions are of the same thing, by the words of the shorter."""
    if "rejected" in (one.kind, other.kind) and one.kind != other.kind:
        return False
    first, second = _words(scope, one), _words(scope, other)
    both = len(first & second)
    return both >= least and both >= _ALIKE * min(len(first), len(second))


def _words(scope: Scope, decision: Decision) -> set[str]:
    """Return the words of what is decided, cut short; none of who moved it."""
    quoted = _MARK.sub("", scope.text[decision.start : decision.end])
    names = f"{decision.mover or ''} {decision.seconder or ''}"
    found = {x.lower()[:_STEM] if x[0].isalpha() else x for x in _WORD.findall(quoted)}
    return found - {x.lower()[:_STEM] for x in _WORD.findall(names)} - _COMMON


def _with_votes(decision: Decision, other: Decision) -> Decision:
    """Return a decision with the movers and votes that another tells of it."""
    named = decision if decision.mover or decision.seconder else other
    counted = decision if decision.votes_for is not None else other
    return replace(
        decision,
        mover=named.mover,
        seconder=named.seconder,
        votes_for=counted.votes_for,
        votes_against=counted.votes_against,
        votes_abstained=counted.votes_abstained,
        unanimous=decision.unanimous or other.unanimous,
        votes=counted.votes,
    )
