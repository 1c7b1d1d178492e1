"""Finds the tasks of tables that have a column for who is to act."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from minutebook.assemble.cellmarks import read_anybody, read_marks, share
from minutebook.assemble.celltasks import read_tasks
from minutebook.assemble.chances import Chances
from minutebook.assemble.owners import Owners
from minutebook.assemble.recaps import DONE
from minutebook.assemble.tasks import Found
from minutebook.grammar.actionheads import is_owner_head, may_be_owner_head
from minutebook.records import Line, RosterBlock, SourceDocument

# "Officer" heads who is to act where another column heads what is to be done
_POST_HEAD = re.compile(
    r"(?:(?:responsible|lead|council)\s)?officers?|names?|initials|members?|for\saction(?:\sby)?"
    r"|assignees?|delegated\sto|allocated\sto|lead(?:\s\w{2,12})?",
    re.IGNORECASE,
)
# "Outcome / action": what was decided stands there too
_DECIDED = (
    r"(?:agreed|agreements?|outcomes?|decisions?|resolutions?|conclusions?|results?)"
)
_TASK_HEAD = re.compile(
    r"(?:(?:agreed|action|outstanding|description\sof(?:\sthe)?)\s)?(?:actions?|tasks?|to\sdo|what)"
    r"(?:\s(?:points?|required|agreed|items?|needed|to\sbe\staken|description))?\W?"
    rf"|{_DECIDED}\s?(?:[/&,+]|\b(?:and|or)\b)\s?actions?(?:\s(?:points?|agreed))?"
    rf"|actions?\s?(?:[/&,+]|\b(?:and|or)\b)\s?{_DECIDED}",
    re.IGNORECASE,
)
# what alone in its row heads a column
_ACTION_HEAD = re.compile(r"Actions?(?:\s+by)?\W?", re.IGNORECASE)
_DUE_HEAD = re.compile(
    r"(?:by\s+)?when|by(?=\W{0,3}$)|(?:due|target|completion)(?:\s+(?:date|by))?|timescale|timeframe"
    r"|deadline|date|(?:complete\s)?by\s(?:date|when)",
    re.IGNORECASE,
)
# a date that stands before the task tells when it was given
_GIVEN_HEAD = re.compile(
    r"(?:meeting\s)?dates?(?:\s(?:raised|of\smeeting|agreed|set))?\W?", re.IGNORECASE
)
# ... and so does one that says so wherever it stands
_SET_HEAD = re.compile(
    r"(?:date\s)?(?:raised|set|opened|logged|added|assigned|agreed|given|created)(?:\son)?\W?",
    re.IGNORECASE,
)
_BY_HEAD = re.compile(r"by\W?", re.IGNORECASE)  # who, where another says by when
# a column that tells how far a task is may tell by when it is due, and no more
_STATUS_HEAD = re.compile(
    r"status|progress|updates?|comments?|position|outcome", re.IGNORECASE
)
_DATE_ALONE = re.compile(
    r"(?:(?:[Bb]y|[Dd]ue|[Ff]or)\s)?(?:the\s)?(?:end\s(?:of\s)?)?(?:\d[\d./-]{4,9}"
    r"|(?:\d{1,2}(?:st|nd|rd|th)?\s)?[A-Z][a-z]{2,8}\.?,?(?:\s(?:\d{4}|[’']\d\d))?)",
)
# what heads columns that stand a cell a line: all of them, so that nothing else does,
# and one says by when
_LAID_HEAD = re.compile(
    r"(?:(?:by\s)?who(?:m|\?)?|owner|lead|responsib\w{2,6}|assigned\sto|what\??|actions?"
    r"|tasks?|items?|(?:by\s)?when\??|due(?:\sdate)?|deadline|status|no\.?|#)",
    re.IGNORECASE,
)
# what may head any column of a log of actions
_LOG_HEAD = re.compile(
    rf"{_LAID_HEAD.pattern}|{_POST_HEAD.pattern}|{_TASK_HEAD.pattern}|{_GIVEN_HEAD.pattern}"
    rf"|{_STATUS_HEAD.pattern}|{_DUE_HEAD.pattern}|{_SET_HEAD.pattern}"
    r"|date\s(?:due|for\scompletion)|priority|rag(?:\s(?:rating|status))?|notes"
    r"|(?:(?:action|minute|item|agenda)\s)?"
    r"(?:ref(?:erence)?|number|item|minute)\W?(?:\sno\.?)?",
    re.IGNORECASE,
)
# "How much", "Amount (£)": a column of sums
_SUM_HEAD = re.compile(
    r"(?:for\s)?how\smuch|amounts?\b|£|(?:net|gross|vat|payee|payment|sum|price)s?\b",
    re.I,
)
_LONGEST_HEAD = 40
# "1. Minutes of the last meeting and matters arising", beside the head "Action"
_TITLE = re.compile(r"\d{1,2}[.)]\s{1,3}[A-Z][^.;]{30,90}")
_STACKED = -1000  # so do tables that stand a cell a line
_LAID_COLUMNS = 3
_BRIEF = 5  # characters of a cell that is too short to tell a task
_LAID = -1  # tables that no format declares count down from here
# what a column says of a task that is over
_DONE = re.compile(r"\s{0,4}(?:done|completed?|closed|discharged|actioned)\b", re.I)
# "With the registry since June", "See 11": how far it is, told of what is not open
_OPEN = re.compile(
    r"\b(?:open|outstanding|on-?going|in\s(?:progress|hand|train)|new|not\s(?:yet|started)"
    r"|pending|await\w{0,4}|c/?f|carr(?:y|ied)\s(?:forward|over)|continu\w{1,4}|to|will|due"
    r"|overdue|still|remain\w{0,4}|deferred|delayed|part\w{0,4}|underway|under\sway|by"
    r"|next|red|amber|green|work(?:ing)?|started|deadline|n/?a|tb[ac]|bring|draft)\b"
    r"|^[\W\d]{0,12}$|[?%]",
    re.IGNORECASE,
)
_PROSE = 2  # words from which on a cell of progress tells a story
_NUMBER = re.compile(r"(?=\D{0,14}\d)(?:[A-Z]{1,4}\s{0,2})?[\w./-]{1,14}")


@dataclass(frozen=True, slots=True)
class _Heads:
    """Which columns of a table tell who is to act, by when, and how far it is."""

    table: int
    who: int
    task: int | None
    due: int | None
    status: tuple[int, ...]
    width: int
    sure: bool  # that the column holds nothing but who is to act

    def when(
        self, text: str, cells: dict[int, list[Line]], task: int
    ) -> tuple[int, int] | None:
        """Return where a row tells by when: in its column, or alone in a status."""
        if self.due is not None and self.due != task:
            if self.due not in cells:
                return None
            return cells[self.due][0].start, cells[self.due][-1].end
        for c in self.status:
            start, end = (cells[c][0].start, cells[c][-1].end) if c in cells else (0, 0)
            if c != task and _DATE_ALONE.fullmatch(text[start:end].strip()):
                return start, end
        return None


def find_in_tables(
    source: SourceDocument,
    rosters: tuple[RosterBlock, ...],
    owners: Owners,
    chances: Chances,
) -> Iterator[Found]:
    """Yield the tasks of tables that have a column for who is to act.

    Those of `rosters` tell who came. `chances` say how likely the sentences are tasks,
    and whose.
    """
    text = source.text
    heads: _Heads | None = None
    last = -1
    for table, cells in itertools.chain(_whole(_rows(source)), _stacked(source)):
        told = {c: text[x[0].start : x[-1].end].strip() for c, x in cells.items()}
        read = _read_heads(table, told)
        first, last = table != last, table
        if read:
            heads = read
            continue
        if heads and first and table != heads.table and _heads_others(told, owners):
            heads = None  # a table of other things, whose next pages have no heads
        if heads is None or heads.who not in cells or len(cells) < 2:
            continue
        if _lists_who_came(cells, rosters):
            continue
        if max(cells) <= heads.width:
            yield from _row_task(
                text, cells, heads, owners, chances, own=table == heads.table
            )


def _lists_who_came(
    cells: dict[int, list[Line]], rosters: tuple[RosterBlock, ...]
) -> bool:
    """Say whether a cell of a row stands in a list of who came."""
    return any(
        x.start < lines[-1].end and lines[0].start < x.end
        for x in rosters
        for lines in cells.values()
    )


_HEADING_CELL = re.compile(r"[A-Z][A-Za-z’' /&()-]{2,40}")


def _heads_others(told: dict[int, str], owners: Owners) -> bool:
    """Say whether a row heads columns: "Subject", "Staff Member", "Governor (lead)"."""
    return len(told) > 1 and all(
        _HEADING_CELL.fullmatch(x) and len(x.split()) <= 4 and not owners.knows(x)
        for x in told.values()
    )


def _read_heads(table: int, told: dict[int, str]) -> _Heads | None:
    """Return what the columns of a table tell if a row holds their heads."""
    found = _owner_heads(told)
    if not found or any(
        len(x) >= _LONGEST_HEAD and not _TITLE.fullmatch(x) for x in told.values()
    ):
        return None
    if any(map(_SUM_HEAD.match, told.values())):
        return None  # what was paid to whom
    if len(told) < 2 and not _ACTION_HEAD.fullmatch(told[found[0]]):
        return None
    who = found[-1]
    tasks = [c for c, x in told.items() if c != who and _TASK_HEAD.fullmatch(x)]
    dues = [
        c
        for c, x in told.items()
        if c != who
        and _DUE_HEAD.match(x)
        and not _SET_HEAD.fullmatch(x)
        and not (_GIVEN_HEAD.fullmatch(x) and tasks and c < tasks[0])
    ]
    due = dues[0] if dues and dues[0] > 0 else None
    status = tuple(c for c, x in told.items() if c and _STATUS_HEAD.match(x))
    sure = is_owner_head(told[who])
    task = tasks[0] if tasks and sure else None
    return _Heads(table, who, task, due, status, max(told), sure)


def _owner_heads(heads: dict[int, str]) -> list[int]:
    """Return the columns that a row of heads gives to who is to act.

    "Action" in the first column heads what is to be done; so it does elsewhere if the
    row heads a list of actions, one of whose columns is for an officer.
    """
    found = [
        c
        for c, x in heads.items()
        if may_be_owner_head(x) and (c > 0 or is_owner_head(x))
    ]
    tasks = [c for c, x in heads.items() if _TASK_HEAD.fullmatch(x)]
    sure = [c for c in found if is_owner_head(heads[c])]
    if sure and tasks:
        return sure
    posts = [c for c, x in heads.items() if _POST_HEAD.fullmatch(x)]
    by = [c for c, x in heads.items() if c and _BY_HEAD.fullmatch(x)]
    dues = sum(bool(_DUE_HEAD.match(x)) for x in heads.values())
    if tasks and by and (dues > 1 or not posts):
        return by
    if (
        not tasks
        or not posts
        or not all(not x or _LOG_HEAD.fullmatch(x) for x in heads.values())
    ):
        return found
    return posts[-1:]


def _rows(source: SourceDocument) -> Iterator[tuple[int, dict[int, list[Line]]]]:
    """Yield the rows of tables, each with the lines of its cells by column.

    So are rows that stand in columns below heads such as "Who  What  When".
    """
    text = source.text
    laid = _LAID  # the table of such rows: none yet
    for (_, table, _), row in itertools.groupby(source.content(), _row_of):
        lines = list(row)
        if table is None and lines[-1].column < _LAID_COLUMNS - 1:
            continue
        cells: dict[int, list[Line]] = defaultdict(list)
        for line in lines:
            cells[line.column].append(line)
        if table is None:
            heads = [text[x[0].start : x[-1].end].strip() for x in cells.values()]
            if all(map(_LOG_HEAD.fullmatch, heads)) and _tells_log(heads):
                laid -= 1
        if table is not None or laid < _LAID:
            yield (laid if table is None else table), cells


def _whole(
    rows: Iterator[tuple[int, dict[int, list[Line]]]],
) -> Iterator[tuple[int, dict[int, list[Line]]]]:
    """Yield rows of tables, those that a page break parts as one.

    What goes on has nothing in the first column, where the row it goes on from opens,
    nor in its last.
    """
    before: tuple[int, dict[int, list[Line]]] | None = None
    for table, cells in rows:
        if before and before[0] == table and _goes_on(before[1], cells):
            for column, lines in cells.items():
                before[1][column] += lines
            continue
        if before:
            yield before
        before = table, cells
    if before:
        yield before


def _goes_on(before: dict[int, list[Line]], cells: dict[int, list[Line]]) -> bool:
    """Say whether the first row of a page goes on in that above the break."""
    last, first = (x[max(x)][-1] for x in (before, cells))
    return (
        first.page == last.page + 1
        and len(before) > 1
        and 0 in before
        and min(cells) > 0
        and max(cells) < max(before)
    )


def _tells_log(heads: list[str]) -> bool:
    """Say whether heads name by when, or both what is to be done and who does it."""
    due = any(map(_DUE_HEAD.fullmatch, heads))
    return due or (
        any(map(_TASK_HEAD.fullmatch, heads)) and any(map(is_owner_head, heads))
    )


def _stacked(source: SourceDocument) -> Iterator[tuple[int, dict[int, list[Line]]]]:
    """Yield the rows of tables of actions that stand a cell a line, by column.

    Their heads follow each other, and so do the cells below; an empty one keeps its
    line. The first row in which nobody stands for who is to act ends the table.
    """
    text, lines = source.text, [x for x in source.content() if x.table is None]
    table, past = _STACKED, -1
    for at, line in enumerate(lines):
        if at < past or not _heads_cell(text, line):
            continue
        high = at + 1
        while high < len(lines) and _heads_cell(text, lines[high], lines[high - 1]):
            high += 1
        width = high - at
        told = {i: _cell(text, x) for i, x in enumerate(lines[at:high])}
        if width < _LAID_COLUMNS or not any(map(_DUE_HEAD.fullmatch, told.values())):
            continue
        heads = _read_heads(table, told)
        if heads is None or not heads.sure:
            continue
        table -= 1
        yield table, {i: [x] for i, x in enumerate(lines[at:high])}
        for cells in _below(lines, high, line.row, width):
            if heads.who not in cells:
                break
            past = lines.index(cells[max(cells)][0]) + 1
            yield table, cells


def _below(
    lines: list[Line], first: int, row: int, width: int
) -> Iterator[dict[int, list[Line]]]:
    """Yield the rows below stacked heads, so many lines each."""
    cells: dict[int, list[Line]] = {}
    before = width - 1
    for line in lines[first:]:
        away = line.row - row
        if away // width > before // width + 1 or away < before:
            break
        if cells and away // width != before // width:
            yield cells
            cells = {}
        cells.setdefault(away % width, []).append(line)
        before = away
    if cells:
        yield cells


def _heads_cell(text: str, line: Line, above: Line | None = None) -> bool:
    """Say whether a line is a head of a column, right below another one."""
    if line.end - line.start > _LONGEST_HEAD or line.column:
        return False
    near = above is None or line.row == above.row + 1
    return near and _LAID_HEAD.fullmatch(_cell(text, line)) is not None


def _cell(text: str, line: Line) -> str:
    return text[line.start : line.end].strip(" |\t")


def _row_of(line: Line) -> tuple[int, int | None, int]:
    return line.page, line.table, line.row


def _row_task(
    text: str,
    cells: dict[int, list[Line]],
    heads: _Heads,
    owners: Owners,
    chances: Chances,
    *,
    own: bool,
) -> Iterator[Found]:
    """Yield the tasks of one row: one for each mark in the cell of who is to act.

    A table whose own heads name that column may tell several tasks in a cell of it.
    """
    who = heads.who
    others = [c for c in cells if c not in (who, heads.due)]
    if not others:
        return
    task = max(
        others,
        key=lambda c: (c == heads.task, cells[c][-1].end - cells[c][0].start),
    )
    date = heads.when(text, cells, task)
    opening = cells[min(cells)]
    first = text[opening[0].start : opening[0].end].strip()
    number = first if _NUMBER.fullmatch(first) else None
    others = [c for c in cells if c not in (who, task)]
    if any(_DONE.match(text, cells[c][0].start, cells[c][-1].end) for c in others):
        yield Found(cells[task][0].start, cells[task][-1].end, (), DONE)
        return
    if any(
        c in cells and c != task and _has_moved(text, cells[c]) for c in heads.status
    ):
        return
    marks = read_marks(text, cells[who], owners) or (
        read_anybody(text, cells[who], owners) if heads.sure else ()
    )
    if not marks:
        told, rest = read_tasks(text, cells[who], owners, several=own)
        for y in told:
            yield Found(
                y.start, y.end, y.owners, "column", y.due or date, number, heads.table
            )
        marks = tuple(rest)
    if marks and cells[task][-1].end - cells[task][0].start > _BRIEF:
        for start, end, x in share(text, cells[task], marks, owners, chances):
            due = x.due or date
            yield Found(start, end, x.owners, "column", due, number, heads.table)


def _has_moved(text: str, lines: list[Line]) -> bool:
    """Say whether a cell of progress tells what became of a task that is not open."""
    start, end = lines[0].start, lines[-1].end
    told = text[start:end].strip()
    if len(told.split()) < _PROSE or _DATE_ALONE.fullmatch(told):
        return False
    return _OPEN.search(text, start, end) is None
