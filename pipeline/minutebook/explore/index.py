"""The columns that search counts and filters by, kept in memory as arrays.

SQLite finds the words; counting, filtering and ordering a hundred thousand hits is done
on arrays, in a few milliseconds, with exact totals. The arrays are read when they are
first asked for, and again when the database file has changed, but not more often than
reading them is worth.
"""

from __future__ import annotations

import os
import sqlite3
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from minutebook.explore import queries
from minutebook.explore.marking import disarm

Ints = NDArray[np.signedinteger[Any]]
Mask = NDArray[np.bool_]
COUNTED, CONTESTED, NAMED = 1, 2, 4
PATIENCE = 20  # a changed file is read again after this many times what reading took
KEPT_BYTES = 64_000_000  # of answers, for the next page and the next filter


@dataclass(frozen=True, slots=True)
class Label:
    """How a value of a facet is shown and linked."""

    ref: str
    name: str
    parent: int = 0


@dataclass(frozen=True, slots=True)
class Columns:
    """One row of numbers for each decision (or item), in the order of their ids."""

    ids: Ints
    council: Ints
    body: Ints
    year: Ints
    kind: Ints
    date: Ints
    standing: Mask
    votes: Ints
    sums: Ints  # how many of the limits of sums the largest sum of each reaches
    newest: Ints  # places, latest date first, undated last
    by_date: Ints  # the ids in the order of `newest`
    rank: Ints  # of each place, its place in `newest`
    place: Ints  # of each id, its place, -1 where there is none

    def __len__(self) -> int:
        """Return how many rows there are."""
        return len(self.ids)

    def places(self, ids: Ints) -> Ints:
        """Return the places of those of these ids that are known, in their order."""
        found = self.place[ids[ids < len(self.place)]]
        return found[found >= 0]

    def latest(self, kept: Mask, count: int) -> Ints:
        """Return the ids of the latest rows that a mask keeps."""
        return self.ids[self.newest[kept[self.newest]][:count]]


class Kept:
    """Answers by their question, the oldest dropped when all weigh too much."""

    def __init__(self, most: int = KEPT_BYTES) -> None:
        self._answers: dict[Any, tuple[Any, int]] = {}
        self._lock = threading.Lock()
        self._most, self._bytes = most, 0

    def get(self, key: Any, weigh: Callable[[Any], int], make: Any) -> Any:
        """Return the answer that is known, or else what `make()` gives."""
        with self._lock:
            known = self._answers.pop(key, None)
            if known is not None:
                self._answers[key] = known  # the last to be dropped
                return known[0]
        answer = make()
        weight = weigh(answer) + 1000
        with self._lock:
            self._bytes += weight - self._answers.pop(key, (None, 0))[1]
            self._answers[key] = (answer, weight)
            while self._bytes > self._most and len(self._answers) > 1:
                self._bytes -= self._answers.pop(next(iter(self._answers)))[1]
        return answer


@dataclass(slots=True)
class Index:
    """Everything that is kept in memory about one database."""

    path: str
    kinds: list[str]
    councils: dict[int, Label]
    bodies: dict[int, Label]
    read: dict[str, Columns] = field(default_factory=dict)
    stamp: tuple[int, ...] = ()
    read_at: float = 0.0
    cost: float = 0.0
    making: str = ""  # what somebody waits for
    pages: dict[str, Any] = field(default_factory=dict)  # kept as long as the index
    answers: Kept = field(default_factory=Kept)
    lock: Any = field(default_factory=threading.RLock)

    def columns(self, conn: sqlite3.Connection, scope: str = "decisions") -> Columns:
        """Return the columns of decisions or of items, read the first time."""
        found: Columns = self.once(
            self.read, scope, lambda: _read(conn, scope, self.kinds)
        )
        return found

    def page(self, name: str, make: Callable[[], Any]) -> Any:
        """Return what a page shows, made once as long as the data stay the same."""
        return self.once(self.pages, name, make)

    def once(self, made: dict[str, Any], name: str, make: Callable[[], Any]) -> Any:
        """Return what has that name, made by the first who asks."""
        if name not in made:
            with self.lock:
                if name not in made:
                    began, before, self.making = time.monotonic(), self.making, name
                    try:
                        made[name] = make()
                    finally:
                        self.making = before
                    self.cost = max(self.cost, time.monotonic() - began)
        return made[name]


_indexes: dict[str, Index] = {}
_lock = threading.Lock()


def index_of(conn: sqlite3.Connection) -> Index:
    """Return the index of the open database, a new one if the file has changed."""
    path = conn.execute("PRAGMA database_list").fetchone()[2] or f"memory-{id(conn)}"
    stamp = _stamp(path)
    known = _indexes.get(path)
    if known and not _is_stale(known, stamp):
        return known
    with _lock:
        known = _indexes.get(path)
        if known is None or _is_stale(known, stamp):
            known = read_index(conn, path)
            known.stamp, known.read_at = stamp, time.monotonic()
            _indexes[path] = known
    return known


def _is_stale(known: Index, stamp: tuple[int, ...]) -> bool:
    """Return whether the file has changed and reading it again is due."""
    rested = time.monotonic() - known.read_at
    due = not known.making and rested >= known.cost * PATIENCE
    return known.stamp != stamp and due


def _stamp(path: str) -> tuple[int, ...]:
    """Return numbers that change when the database or its log is written.

    An empty log is none: whoever opens the database first makes one.
    """
    stamp: list[int] = []
    for name in (path, path + "-wal"):
        try:
            found = os.stat(name)
        except OSError:
            continue
        if found.st_size:
            stamp += (found.st_mtime_ns, found.st_size)
    return tuple(stamp)


def read_index(conn: sqlite3.Connection, path: str = "") -> Index:
    """Return the index of a database, its columns still to be read."""
    return Index(
        path=path,
        kinds=["", *(row[0] for row in conn.execute(queries.KINDS))],
        councils=_read_labels(conn, queries.COUNCIL_LABELS),
        bodies=_read_labels(conn, queries.BODY_LABELS),
    )


def _read_labels(conn: sqlite3.Connection, sql: str) -> dict[int, Label]:
    """Return the labels of councils or bodies by their ids."""
    return {row[0]: Label(row[1], disarm(row[2]), row[3]) for row in conn.execute(sql)}


# ------------------------------------------------------------------------- the columns


def _read(conn: sqlite3.Connection, scope: str, kinds: list[str]) -> Columns:
    """Return the columns of decisions or items, in the order of their ids."""
    known = kinds[1:] if scope == "decisions" else []
    row = conn.execute(queries.columns(scope, len(known)), known).fetchone()
    found = [numbers(text) for text in row]
    order = np.argsort(found[0], kind="stable")
    ids, council, body, date, flags = (x[order] for x in found)
    date[(date > 0) & (date < 10_000)] *= 10_000  # a year alone
    date[(date > 0) & (date < 1_000_000)] *= 100  # a month alone
    place = _inverse(ids, int(ids[-1]) + 1 if len(ids) else 1)
    votes = (flags & (COUNTED | CONTESTED)).astype(np.int8)
    if scope == "decisions":
        named = numbers(conn.execute(queries.DECISIONS_WITH_NAMES).fetchone()[0])
        votes[place[named]] |= NAMED
    sums = np.zeros(len(ids), dtype=np.int8)
    if scope == "decisions":
        some, levels = conn.execute(queries.DECISIONS_WITH_SUMS).fetchone()
        sums[place[numbers(some)]] = numbers(levels)
    newest = np.lexsort((-ids, -date)).astype(np.int32)
    return Columns(
        ids=ids,
        council=council,
        body=body,
        year=(date // 10_000).astype(np.int16),
        kind=(flags >> 4).astype(np.int16),
        date=date,
        standing=(flags & 8) > 0,
        votes=votes,
        sums=sums,
        newest=newest,
        by_date=ids[newest],
        rank=_inverse(newest, len(newest)),
        place=place,
    )


def numbers(text: str | None) -> Ints:
    """Return the numbers of a list joined by commas.

    >>> numbers("3,14,159").tolist(), numbers(None).tolist()
    ([3, 14, 159], [])
    """
    if not text:
        return np.zeros(0, dtype=np.int32)
    return np.fromstring(text, dtype=np.int32, sep=",")


def _inverse(values: Ints, size: int) -> Ints:
    """Return where each number stands among the values, -1 where it does not.

    >>> _inverse(np.array([2, 0]), 4).tolist()
    [1, -1, 0, -1]
    """
    found = np.full(size, -1, dtype=np.int32)
    found[values] = np.arange(len(values), dtype=np.int32)
    return found
