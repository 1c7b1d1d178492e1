"""Joins what only closes a decision to it; finds headings that decide."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from minutebook.assemble.movers import find_motion
from minutebook.assemble.outcomes import decides
from minutebook.assemble.scope import Scope, decide
from minutebook.records import Decision

# rules by which a heading that is a sentence records a decision
_TELLING = frozenset({"it-was", "body-did", "body-and-did", "record", "apologies"})
_WAS = re.compile(r"\b(?:was|were)\b")
# a sentence that only closes the decision before it
_ECHO = re.compile(
    r"""(?: (?:(?:(?:Up)?[Oo]n|By|After)\s+(?:an?\s+)?(?:voice|roll[\s-]?call|show\s+of
            \s+hands|unanimous)(?:\s+vote)?,?\s+the\s+motion\s+(?:was\s+|then\s+)?(?:carried|passed
            |approved|adopted|failed)\b [^.]{0,70})
          | (?:(?:The\s+)?[Vv]otes?(?:\s+totals?)?(?:\s+(?:on|for)\s+(?:this
            |the)\s+\w+)?
            \s+(?:was|were|is)\s*:?\s+\d .{0,70})
          | (?:This|These|It|They|Motion|The\s+(?:motion|proposal|vote))\s+(?:was|were
        |is)\s+(?:\w+\s+){0,2}?
            (?:agreed|approved|carried|accepted|passed|supported|seconded
            |proposed)\b [^.]{0,70}
          | (?:Approved|Carried|Agreed|Unanimous\w*|All\s+(?:in\s+favou?r|agreed
          |approved|ayes)|Approval|Motion\s+(?:carried|passed))\b [^.]{0,70}
          | (?:Proposed|Proposal|Seconded|Moved|Proposer|Mover)\b .{0,140}
          | (?:There\s+(?:being|were)|As\s+there\s+were|With)\s+no\s+other
            \s+nominations?\b.{0,90}
          | All\s+(?:were\s+|are\s+)?in\s+(?:full\s+)?agreement
          | The\s+(?:Board|Committee|Council)\s+(?:approved
          |agreed)\s+unanimously ) \W*""",
    re.VERBOSE,
)
# "Cr Orr/Cr Holt CARRIED": who moved, and its fate, on a line of their own
_PAIR = re.compile(
    r"(?:[A-Z][\w.’'-]{0,20}\s){0,3}[A-Z][\w’'-]{1,20}\s?/\s?(?:[A-Z][\w.’'-]{0,20}\s){0,3}"
    r"[A-Z][\w’'-]{1,20}[\s.,:–-]{1,4}(?i:carried|passed|agreed)\b[^.]{0,70}\W*"
)
_NEW_MATTER = re.compile(
    r"\b(?:[Aa]greed|[Aa]pproved|[Rr]esolved)\s+(?:(?:instead|however|further|also|then),?\s+)?"
    r"(?:not\s+)?(?:that|to)\b|\b[Tt]hat\s+the\b"
)
_DECIDED_TITLE = re.compile(
    r"\w\s(?:approved|accepted(?:\s+from)?|adopted"
    r"|agreed(?:\s+in\s+accordance.{0,40})?)$",
    re.I,
)


def add_headings(scope: Scope, found: list[Decision]) -> list[Decision]:
    """Add headings that are decisions themselves: "2023 accounts approved"."""
    text = scope.text
    for item in scope.items.items:
        words = text[item.title_start : item.title_end]
        motion = find_motion(text, item.title_start, item.title_end)
        moved = motion is not None and bool(motion.mover and motion.seconder)
        titled = len(words.split()) <= 16 and _DECIDED_TITLE.search(words)
        if not (moved or titled or _tells_decision(words)):
            continue
        if any(x.start < item.body_start and x.end > item.start for x in found):
            continue
        end = next(
            (p.end for p in scope.paragraphs if p.end >= item.title_end), item.title_end
        )
        end = end if end - item.title_start < 400 else item.title_end
        did = "approved" if titled else ""
        found.append(decide(scope, item.title_start, end, "heading", did, motion, None))
    return sorted(found, key=lambda x: x.start)


def _tells_decision(title: str) -> bool:
    """Say whether a heading is a sentence that records a decision.

    >>> _tells_decision("It was agreed that the bench be moved.")
    True
    >>> _tells_decision("To approve the minutes")
    False
    """
    words = " ".join(title.split())
    told = _BEHIND.search(words)  # "6. Resignation of Mr Orr – Accepted with regret"
    if told and decides(words[told.end() :]):
        return True
    rule = decides(words) if len(title.split()) > 4 else None
    return rule in _TELLING or (rule == "passive" and bool(_WAS.search(title)))


_BEHIND = re.compile(r"\w\s[–-]\s(?=[A-Z\d£])")


def join_echoes(
    scope: Scope, found: Sequence[Decision], rule: str | None = None
) -> list[Decision]:
    """Join "Unanimously approved.", "This was seconded by ..." to what they close.

    With a rule, only what that rule found is joined.
    """
    joined: list[Decision] = []
    for x in found:
        words = scope.text[x.start : x.end].lstrip("•·- ")
        before = joined[-1] if joined else None
        near = (
            before is not None and x.start - before.end < 30 and before.item == x.item
        )
        own = before is not None and bool(before.mover and x.mover)
        echo = bool(
            (not own and _ECHO.fullmatch(words))
            or (before and before.mover in (None, x.mover) and _PAIR.fullmatch(words))
        ) and not _NEW_MATTER.search(words)
        if before is not None and before.kind == "rejected":
            echo = echo and not words.startswith("The motion")  # of an amendment lost
        if before and near and echo and rule in (None, x.rule):
            joined[-1] = replace(
                before,
                end=x.end
                if "\n\n" not in scope.text[before.end : x.start]
                else before.end,
                mover=before.mover or x.mover,
                seconder=before.seconder or x.seconder,
                votes_for=x.votes_for if x.votes_for is not None else before.votes_for,
                votes_against=x.votes_against
                if x.votes_against is not None
                else before.votes_against,
                votes_abstained=x.votes_abstained
                if x.votes_abstained is not None
                else before.votes_abstained,
                unanimous=before.unanimous or x.unanimous,
            )
            continue
        joined.append(x)
    return joined
