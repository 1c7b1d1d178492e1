"""Finds the words of a motion that stand in quotation marks above what became of it.

"No. 31 Cllr Orr / “That the Council mend the road.” / Reply: ... / The motion was
seconded by Cllr Bell and agreed.": what was agreed are the quoted words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter

from minutebook.assemble.extents import tells_fate
from minutebook.assemble.movers import find_motion
from minutebook.assemble.scope import Scope, strip_end
from minutebook.records import Decision

_MOST = 12  # paragraphs from the words of a motion to its fate
_LEAST = 30  # characters of such words
_QUOTED = re.compile(
    r"\W{0,4}[“\"‘](?P<words>That|THAT|This|To|In|We|Given|Noting|Having)\b"
)
# "The motion was agreed", "Seconded by Cllr Orr and adopted": of what was moved
_OF_IT = re.compile(
    r"\b(?:motion|seconded|proposition|resolution|recommendation|moved)\b", re.I
)


def reach_noticed(scope: Scope, decisions: Sequence[Decision]) -> list[Decision]:
    """Return the decisions, fates of motions with the words quoted above them."""
    kept: list[Decision] = []
    for decision in decisions:
        words = _words_above(scope, decision, kept)
        kept.append(_reaching(scope, decision, *words) if words else decision)
    return kept


def _reaching(scope: Scope, decision: Decision, start: int, end: int) -> Decision:
    """Return a decision with these words, and with the movers named below them."""
    noticed = replace(decision, start=start, end=end)
    motion = None if decision.mover else find_motion(scope.text, end, decision.end)
    if motion is None:
        return noticed
    return replace(
        noticed,
        mover=scope.name_at(motion.mover_at, motion.mover),
        seconder=decision.seconder
        or scope.name_at(motion.seconder_at, motion.seconder),
    )


def _words_above(
    scope: Scope, decision: Decision, kept: Sequence[Decision]
) -> tuple[int, int] | None:
    """Return the words of the motion of which a decision tells only the fate."""
    text = scope.text
    if decision.lead or not _OF_IT.search(text, decision.start, decision.end):
        return None
    if _QUOTED.match(text, decision.start) or not tells_fate(scope, decision):
        return None
    low = kept[-1].end if kept else 0
    last = bisect_right(scope.paragraphs, decision.start, key=attrgetter("start")) - 1
    for at in range(last - 1, max(-1, last - _MOST), -1):
        start, end = scope.paragraphs[at].start, scope.paragraphs[at].end
        if start < low or not scope.same_item(at, last):
            return None
        quoted = _QUOTED.match(text, start, end)
        if quoted and end - start > _LEAST:
            return quoted.start("words"), strip_end(text, start, end)
    return None
