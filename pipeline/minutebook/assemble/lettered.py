"""Cuts decisions of one sentence into the lettered parts that it runs together.

"The Council RESOLVED (a) to note the report (b) that the lamp be mended": two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from minutebook.assemble.parts import cut_parts
from minutebook.assemble.scope import Scope, decide
from minutebook.records import Decision

# by these the parts of a resolution may stand in one sentence yet
_WHOLE = frozenset({"decision-body-did", "decision-it-was", "decision-passive"})
# "RESOLVED (a) to", "agreed: (1) that": what opens the first part
_LED = re.compile(
    r"\b(?:RESOLVED|AGREED|DECIDED|RECOMMENDED|[Rr]esolved|[Aa]greed|[Dd]ecided"
    r"|[Rr]ecommended)\b[^().;]{0,60}\((?:a|i|1)\)\s?(?:that|to|That|To|THAT|TO)\b"
)
# a part opens as the first one does: "(b) that", "(2) to"
_OPENS = re.compile(r"(?:[;,]?\s(?:and\s)?)?\([a-z\d]{1,4}\)\s?(?i:that|to)\b")


def cut_lettered(scope: Scope, decisions: Sequence[Decision]) -> Iterator[Decision]:
    """Yield the decisions, those that run lettered parts together in their parts."""
    for decision in decisions:
        parts = _parts(scope, decision)
        if not parts:
            yield decision
            continue
        for start, end in parts:
            part = decide(scope, start, end, "block", "", None, None)
            yield replace(
                decision,
                kind=part.kind,
                start=part.start,
                end=part.end,
                certainty=part.certainty,
            )


def _parts(scope: Scope, decision: Decision) -> list[tuple[int, int]]:
    """Return where the parts of a decision stand; none if it is but one."""
    text = scope.text
    if decision.rule not in _WHOLE or text.find("(", decision.start, decision.end) < 0:
        return []
    led = _LED.search(text, decision.start, decision.end)
    if led is None:
        return []
    parts, _ = cut_parts(text, decision.start, decision.end)
    alike = all(_OPENS.match(text, start) for start, _ in parts[1:])
    return parts if len(parts) > 1 and alike else []
