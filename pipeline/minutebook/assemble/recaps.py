"""Knows again the tasks that a closing list of actions repeats in few words.

"KS to place the order before the year is out." in an item, and "Order trolleys  KS
31/03/24" in the log at the end, are one task: the item tells it, the log by when.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, groupby, pairwise

from minutebook.assemble.owners import Owners
from minutebook.assemble.tasks import Found
from minutebook.records import Item

DONE = "done"  # the rule of a row whose task is over
SAID = ("sentence", "promise", "clause")  # rules of tasks told in sentences
_ROWS = ("column", "summary")
_LONG_WORD = re.compile(r"[A-Za-z]{5,}")
_ALIKE = 0.5  # of the longer words of two tasks that are one
_WORD = re.compile(r"[A-Za-z]{3,}")
_STEM = 5  # letters by which two forms of a word are told to be one
# words that many tasks share: what is done rather than what it is done to
_COMMON = (
    *("the", "and", "for", "all", "any", "are"),
    *("can", "has", "had", "her", "him", "his"),
    *("its", "not", "our", "out", "that", "this"),
    *("them", "they", "their", "who", "will", "with"),
    *("from", "into", "about", "would", "should", "which"),
    *("when", "been", "have", "were", "was", "send"),
    *("sent", "sending", "write", "letter", "contact", "contacting"),
    *("check", "checking", "update", "updates", "report", "reporting"),
    *("meeting", "meetings", "next", "action", "council", "committee"),
    *("board", "clerk", "ask", "asked", "arrange", "arranging"),
    *("provide", "circulate", "discuss", "look", "get", "email"),
    *("agreed", "new", "make", "raise", "follow", "share"),
    *("agenda", "members", "review"),
)
# "AP3", "A12", "Action 4": the number of a task, and of no item
COUNTER = re.compile(r"(?:A|AP|AI|Act(?:ion)?|ACTION)[\s.#-]{0,2}\d{1,3}")
# "(12/45)", "Minute 7", "item 4.2": the minute that a row points back to
_POINTED = re.compile(
    r"[(\[](?:(?:min(?:ute)?|item|para|ref)\.?\s?)?(?P<number>\d{1,4}(?:[./]\d{1,4}){0,2}"
    r"[a-z]?)[)\]]\W{0,3}$",
    re.IGNORECASE,
)
_BEFORE = 260  # characters before a task that tell what it is about
_NEEDED = 2.0  # how sure it must be that two are the same
_POINTS = 3.0
_WORDS = 2.0  # what a word counts that both hold
_AROUND = 1.0  # ... that stands just before the task
_COMMON_WORDS = 0.5
_SEVERAL = 2
_MOST_PAIRS = 20_000  # of rows and tasks; a longer list sums nothing up
_FAR = 300  # characters between entries that are of two lists


def fold_recaps(
    text: str, found: Sequence[Found], owners: Owners, items: tuple[Item, ...]
) -> list[Found]:
    """Return the tasks without the rows of closing lists that repeat some of them.

    What a row says of by when goes over to the task. A list repeats the minutes if
    half of its rows do.
    """
    once = {(x.start, x.end): x for x in found if x.rule in _ROWS}
    rows = sorted(once.values(), key=lambda x: x.start)
    marked = list(_in_minutes(rows, items))
    beside = _Spans(rows)
    told = sorted(
        (x for x in found if x.rule not in _ROWS and not beside.meet(x)),
        key=lambda x: x.start,
    )
    entries = [x for x in rows if x.rule == "summary"]
    dropped: list[Found] = []
    again: dict[int, Found] = {}
    for group in _lists(rows, told):
        before = [
            x
            for x in (*told, *entries, *marked)
            if x.end <= group[0].start
            and not (x.rule == "column" and x.table == group[0].table)
        ]
        if len(group) * len(before) > _MOST_PAIRS:
            continue
        pairs = _pair(text, group, before, owners, items)
        if len(pairs) < _SEVERAL or 2 * len(pairs) < len(group):
            continue
        pairs += _pair_by_order(group, before, pairs, owners)
        dropped += (x for x, _ in pairs)
        again |= {id(y): x for x, y in pairs}
    gone = {(x.start, x.end) for x in dropped}
    over = _Spans(dropped)
    kept = {*map(id, told), *again}
    return [
        replace(x, again=again[id(x)]) if id(x) in again else x
        for x in found
        if id(x) in kept or ((x.start, x.end) not in gone and not over.meet(x))
    ]


def drop_done(found: Sequence[Found]) -> list[Found]:
    """Return the tasks without rows that say that theirs is over, and all in them."""
    done = _Spans([x for x in found if x.rule == DONE])
    return [x for x in found if x.rule != DONE and not done.meet(x)]


def same_task(text: str, row: Found, told: Found, owners: Owners) -> bool:
    """Say whether a row and a sentence give the same people much the same words."""
    if {owners.resolve(o) for o in row.owners} != {
        owners.resolve(o) for o in told.owners
    }:
        return False
    if row.start < told.end and told.start < row.end:
        return False
    first = {w.lower() for w in _LONG_WORD.findall(text[row.start : row.end])}
    second = {w.lower() for w in _LONG_WORD.findall(text[told.start : told.end])}
    fewer = min(len(first), len(second))
    return fewer > 0 and len(first & second) >= max(fewer * _ALIKE, min(2, fewer))


def is_in(found: Found, number: str, items: tuple[Item, ...]) -> bool:
    """Say whether a task stands in the item that a number means."""
    if COUNTER.fullmatch(number):
        return False
    key = re.sub(r"^\D+|[a-z]?(?=/)|[a-z]$", "", number)
    return any(
        x.number is not None
        and x.start <= found.start < x.end
        and re.sub(r"^\D+|[a-z]$", "", x.number) == key
        for x in items
    )


class _Spans:
    """Where rows stand, to say whether something overlaps one of them."""

    def __init__(self, rows: Sequence[Found]) -> None:
        ordered = sorted(rows, key=lambda x: x.start)
        self._starts = [x.start for x in ordered]
        self._ends = [*accumulate((x.end for x in ordered), max)]  # the last so far

    def meet(self, found: Found) -> bool:
        """Say whether a task overlaps a row."""
        at = bisect_left(self._starts, found.end)
        return at > 0 and self._ends[at - 1] > found.start


def _lists(rows: Sequence[Found], told: Sequence[Found]) -> Iterator[list[Found]]:
    """Yield the rows that follow each other with no other task between them."""
    starts = [x.start for x in told]
    group = [*rows[:1]]
    for before, row in pairwise(rows):
        between = bisect_right(starts, row.start) - bisect_right(starts, before.start)
        away = row.rule == "summary" and row.start - before.end > _FAR
        if between or away or row.table != before.table:
            yield group
            group = []
        group.append(row)
    if group:
        yield group


def _in_minutes(rows: Sequence[Found], items: tuple[Item, ...]) -> Iterator[Found]:
    """Yield the rows of tables that hold the minutes themselves, items and all."""
    tables = sorted(
        (x for x in rows if x.table is not None), key=lambda x: x.table or 0
    )
    for _, group in groupby(tables, key=lambda x: x.table):
        found = list(group)
        low, high = min(x.start for x in found), max(x.end for x in found)
        if sum(low < x.title_start < high for x in items) >= _SEVERAL:
            yield from found


def _pair_by_order(
    rows: Sequence[Found],
    told: Sequence[Found],
    pairs: Sequence[tuple[Found, Found]],
    owners: Owners,
) -> list[tuple[Found, Found]]:
    """Return what else a list repeats, in whatever words.

    Of a row left over it is the one task of the same people that stands between those
    of the rows above and below it.
    """
    again = {id(row): task for row, task in pairs}
    taken = {id(task) for _, task in pairs}
    more: list[tuple[Found, Found]] = []
    for at, row in enumerate(rows):
        if id(row) in again:
            continue
        above = [again[id(x)].start for x in rows[:at] if id(x) in again]
        below = [again[id(x)].start for x in rows[at:] if id(x) in again]
        low, high = above[-1] if above else 0, below[0] if below else row.start
        acting = {owners.resolve(x) for x in row.owners}
        fits = [
            x
            for x in told
            if low <= x.start < high
            and id(x) not in taken
            and acting == {owners.resolve(y) for y in x.owners}
        ]
        if len(fits) == 1:
            more.append((row, fits[0]))
            taken.add(id(fits[0]))
    return more


def _pair(
    text: str,
    rows: Sequence[Found],
    told: Sequence[Found],
    owners: Owners,
    items: tuple[Item, ...],
) -> list[tuple[Found, Found]]:
    """Return which rows repeat which tasks, each one task only, the surest first."""
    acting = {id(x): {owners.resolve(y) for y in x.owners} for x in (*rows, *told)}
    sure = sorted(
        (
            (_likeness(text, row, task, acting[id(row)], items), -at, -nth)
            for at, row in enumerate(rows)
            for nth, task in enumerate(told)
            if acting[id(row)] & acting[id(task)]
            and not _tells_more(text, row, task, owners)
        ),
        reverse=True,
    )
    pairs: dict[int, int] = {}
    for likeness, at, nth in sure:
        if likeness >= _NEEDED and -at not in pairs and -nth not in pairs.values():
            pairs[-at] = -nth
    return [(rows[at], told[nth]) for at, nth in pairs.items()]


def _tells_more(text: str, row: Found, task: Found, owners: Owners) -> bool:
    """Say whether an entry tells a task so fully that the minutes' own words go."""
    if row.rule != "summary" or task.rule in ("summary", *SAID):
        return False
    return same_task(text, row, task, owners)


def _likeness(
    text: str, row: Found, task: Found, acting: set[str], items: tuple[Item, ...]
) -> float:
    """Return how sure it is that a row repeats a task of the same people."""
    names = {y.lower()[:_STEM] for x in acting for y in x.split()}
    said = _stems(text, row.start, row.end) - names
    own = _stems(text, task.start, task.end) - names
    low = max(0, task.start - _BEFORE, text.rfind("\n\n", 0, task.start))
    around = _stems(text, low, task.start) - names - own
    weight = _weigh(said & own, _WORDS) + _weigh(said & around, _AROUND)
    pointed = _POINTED.search(text, row.start, row.end)
    number = pointed["number"] if pointed else row.number
    if number and is_in(task, number, items):
        weight += _POINTS
    return weight


def _weigh(shared: set[str], each: float) -> float:
    common = sum(x in _COMMON_STEMS for x in shared)
    return each * (len(shared) - common) + _COMMON_WORDS * each * common


def _stems(text: str, start: int, end: int) -> set[str]:
    """Return the first letters of the words between two offsets.

    >>> sorted(_stems("Order the two trolleys", 0, 22))
    ['order', 'the', 'troll', 'two']
    """
    return {x.lower()[:_STEM] for x in _WORD.findall(text, start, end)}


_COMMON_STEMS = frozenset(x[:_STEM] for x in _COMMON)
