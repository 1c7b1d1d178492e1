"""Drops what only heads or labels decisions told elsewhere: "Status: Agreed"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from minutebook.assemble.scope import Scope
from minutebook.records import Decision

# "Status: Noted", a field of an item, of which "Decision:" tells the rest
_FIELD = re.compile(r"\W{0,3}(?:Status|STATUS)\s?:\s?\w{4,12}\W{0,3}")
# "Sought | Granted": the heads of columns, the sums below them
_HEADS = re.compile(r"(?:[A-Za-z]{2,14}[\s|/]{1,8}){0,3}[A-Za-z]{2,14}")
_HEAD = 40  # characters of such heads


def drop_captions(scope: Scope, decisions: Sequence[Decision]) -> list[Decision]:
    """Return the decisions without the fields and heads that only announce one."""
    kept: list[Decision] = []
    for at, decision in enumerate(decisions):
        others = [*decisions[max(0, at - 1) : at], *decisions[at + 1 : at + 2]]
        beside = any(x.item == decision.item for x in others)
        words = scope.text[decision.start : decision.end]
        if beside and _FIELD.fullmatch(words):
            continue
        if len(words) < _HEAD and _HEADS.fullmatch(words) and _tops(scope, decision):
            continue
        kept.append(decision)
    return kept


def _tops(scope: Scope, decision: Decision) -> bool:
    """Say whether a decision is found in the first row of a table, and nowhere else."""
    begins = [x.start for x in scope.paragraphs]
    at = bisect_right(begins, decision.start) - 1
    first = scope.paragraphs[at].first
    if first.table is None or at + 1 >= len(scope.paragraphs):
        return False
    above = scope.paragraphs[max(0, at - _CELLS) : at]
    if any(x.first.table == first.table and x.first.row < first.row for x in above):
        return False
    below = scope.paragraphs[at + 1 : at + _CELLS]
    rows = [x for x in below if x.first.table == first.table]
    return any(x.first.row > first.row for x in rows) and any(
        x.first.row == first.row for x in (*above, *rows)
    )


_CELLS = 12  # cells of a table that are looked at on each side
