"""Reads a motion that leads a list, with its fate at the list's end.

"Moved by A Bell, seconded by T Holt, that the following be paid:" says nothing without
the entries below it, of which the last, or a line of its own, tells that it carried.
"""

from __future__ import annotations

import re

from minutebook.assemble import outcomes
from minutebook.assemble.movers import Motion
from minutebook.assemble.parts import collect_parts
from minutebook.assemble.scope import Scope, decide
from minutebook.assemble.votes import read_votes
from minutebook.records import Decision, Span

# "(b) That the fee be kept", "2. to ask the clerk", "• Fees shall stay"
_CLAUSE = re.compile(
    r"\W{0,3}(?:\w{1,4}[.)])?\W{0,3}(?:and\s)?(?:that|to)\b", re.IGNORECASE
)
_MODAL = re.compile(r"\b(?:be|shall|should)\s")
_FATE = 60  # characters of a line that tells only what became of a motion


def read_moved_list(
    scope: Scope, index: int, begin: int, motion: Motion
) -> list[Decision]:
    """Return the decisions on a motion and the list it leads; none if it leads none.

    `begin` is where its words begin, in the paragraph `index`. One decision for each
    entry that says for itself what is decided, else one for the whole.
    """
    text, lead = scope.text, scope.paragraphs[index]
    if not text[begin : lead.end].rstrip().endswith(":"):
        return []
    parts, last = collect_parts(scope, index, True)
    if not parts:
        return []
    end = parts[-1][1]
    told = _tells(text, parts[-1][0], end)
    below = last + 1
    if not told and below < len(scope.paragraphs) and scope.same_item(index, below):
        line = scope.paragraphs[below]
        told = line.end - line.start < _FATE and _tells(text, line.start, line.end)
        end = line.end if told else end
    if not told:
        return []
    count = read_votes(text, parts[-1][0], end)
    if 2 * sum(_decides(text, a, b) for a, b in parts) < len(parts):
        return [decide(scope, begin, end, "motion", "", motion, None, count)]
    stem = Span(begin, lead.end)
    return [decide(scope, a, b, "motion", "", motion, stem, count) for a, b in parts]


def _decides(text: str, start: int, end: int) -> bool:
    """Say whether an entry says for itself what is decided."""
    return bool(_CLAUSE.match(text, start, end) or _MODAL.search(text, start, end))


def _tells(text: str, start: int, end: int) -> bool:
    return outcomes.CARRIED.search(text, start, end) is not None
