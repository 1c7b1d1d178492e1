"""Reads the cells of tables in a column whose head says that it tells decisions.

"Item | Discussion | Decision": each cell below "Decision" tells what was decided, in
whatever words: "Repair the fence", "No objection".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from minutebook.assemble.outcomes import decides
from minutebook.assemble.scope import Scope, decide
from minutebook.grammar.paragraphs import Paragraph
from minutebook.records import Decision

_WHOSE = (
    r"(?:(?:(?:parish|town|full|the)\s)*(?:council|committee|board|meeting)"
    r"(?:['’]?s)?\s)?"
)
# "Decision", "Council's decision", "Resolution agreed"; not "Decision / Action"
_HEAD = re.compile(
    rf"{_WHOSE}(?P<what>decisions?|resolutions?|resolved|outcomes?)"
    r"(?:\s(?:made|reached|taken|agreed))?\W{0,3}",
    re.IGNORECASE,
)
_LONGEST_HEAD = 40
# what stands in such a column and decides nothing: "N/A", "For information", "Pending"
_NOTHING = re.compile(
    r"\W*(?:(?:n\s?/\s?a|none|nil|no|not\sapplicable|pending|awaited|ongoing|tb[ac]|(?:for\s)?(?:information"
    r"|discussion|decision|noting|approval|action)(?:\sonly)?|see\s(?:above|below|minutes?)"
    r"|as\s(?:above|below)|complete[d]?|open|closed)\W*)?",
    re.IGNORECASE,
)
# what a planning authority answered: "Granted", "Permission refused", "Approved 4 May"
_THEIRS = re.compile(
    r"\W{0,4}(?:(?:planning|permission|application|appeal|conditional|consent|full|listed|building)\s){0,4}"
    r"(?:granted|refused|permitted|permission|approved?|approval|withdrawn|allowed|dismissed"
    r"|consent|refusal|split\sdecision|gd|g|r|p)\b(?:\s(?:with|subject\sto)\sconditions)?"
    r"[\W\d]{0,12}(?:[A-Z][a-z]{2,8}[\W\d]{0,12})?",
    re.IGNORECASE,
)
# columns that tell of applications, and of tasks
_PLANS = re.compile(
    r"\W{0,4}(?:planning|application|app\b|ref\b|reference|plan\b|address|location|site|proposal)",
    re.IGNORECASE,
)
_TASKS = re.compile(
    r"\W{0,4}(?:agreed\s)?(?:actions?|tasks?|owners?|(?:by\s)?who(?:m)?|lead|responsib\w+|due|risks?)\b",
    re.IGNORECASE,
)
# how a cell opens that tells a decision where its column may tell other things
_OPENS = re.compile(
    r"\W{0,4}(?:(?:[Tt]hat|[Tt]o|[Nn]ot\sto)\s|(?i:agreed|approved|noted|resolved|accepted"
    r"|carried|refused|deferred|no\sobjections?|object|support)\b)"
)


def add_decided_cells(scope: Scope, found: Sequence[Decision]) -> list[Decision]:
    """Return the decisions, with those of cells under a head that announces them."""
    starts = [x.start for x in found]
    more: list[Decision] = []
    theirs: list[tuple[int, int]] = []  # cells that decide nothing
    for paragraph, sure, idle in _cells(scope):
        start, end = paragraph.start, paragraph.end
        quoted = scope.text[start:end]
        if any(x.fullmatch(quoted) for x in idle):
            theirs.append((start, end))
            continue
        if not (sure or _OPENS.match(quoted) or decides(quoted)):
            continue
        at = bisect_left(starts, end)
        if at and found[at - 1].end > start:
            continue  # its own words tell it
        more.append(decide(scope, start, end, "column", "", None, None))
    kept = [x for x in found if not any(a < x.end and x.start < b for a, b in theirs)]
    return sorted([*kept, *more], key=lambda x: x.start)


def _cells(
    scope: Scope,
) -> Iterator[tuple[Paragraph, bool, tuple[re.Pattern[str], ...]]]:
    """Yield the cells of such columns, and whether all of these tell decisions.

    With each, what its words may be that decide nothing.
    """
    heads: dict[int, _Heads] = {}
    for paragraph in scope.paragraphs:
        cell = paragraph.first
        if cell.table is None:
            continue
        if cell.table not in heads:
            heads[cell.table] = _Heads(cell.row, {}, plans=False)
        table = heads[cell.table]
        if cell.row == table.row:
            table = heads[cell.table] = _with_head(scope.text, paragraph, table)
        elif cell.column in table.columns:
            idle = (_NOTHING, _THEIRS) if table.plans else (_NOTHING,)
            yield paragraph, table.columns[cell.column], idle


class _Heads(NamedTuple):
    """Which columns of a table, by its first row, tell decisions, and surely so."""

    row: int
    columns: dict[int, bool]
    plans: bool
    tasks: bool = False


def _with_head(text: str, paragraph: Paragraph, table: _Heads) -> _Heads:
    """Return the heads of a table with one more cell of its first row."""
    start, end = paragraph.start, min(paragraph.end, paragraph.start + _LONGEST_HEAD)
    column = paragraph.first.column
    head = _HEAD.fullmatch(text, start, paragraph.end)
    if head and column and not table.tasks:
        sure = head["what"][0] not in "oO"
        return table._replace(columns={**table.columns, column: sure})
    plans = table.plans or _PLANS.match(text, start, end) is not None
    tasks = table.tasks or _TASKS.match(text, start, end) is not None
    return table._replace(plans=plans, tasks=tasks)
