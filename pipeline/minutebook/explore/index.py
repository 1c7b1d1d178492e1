"""The columns that search counts and filters by, kept in memory as arrays.

SQLite finds the words; counting, filtering and ordering a hundred thousand hits is done
on arrays, in a few milliseconds, with exact totals. The arrays are read again when the
database file has changed, but not more often than reading them is worth.
"""

from __future__ import annotations

import os
import sqlite3
import threading
import time
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
    items: Ints
    council: Ints
    body: Ints
    year: Ints
    kind: Ints
    date: Ints
    standing: Mask
    votes: Ints
    newest: Ints  # places, latest date first, undated last
    rank: Ints  # of each place, its place in `newest`
    place: Ints  # of each id, its place, -1 where there is none

    def __len__(self) -> int:
        """Return how many rows there are."""
        return len(self.ids)

    def mask(self, ids: Ints) -> Mask:
        """Return which rows have one of these ids."""
        found = np.zeros(len(self.ids), dtype=np.bool_)
        found[self.places(ids)] = True
        return found

    def places(self, ids: Ints) -> Ints:
        """Return the places of those of these ids that are known."""
        found = self.place[ids[ids < len(self.place)]]
        return found[found >= 0]

    def in_order(self, kept: Mask) -> Ints:
        """Return the places that a mask keeps, the latest first."""
        places = np.flatnonzero(kept)
        if len(places) * 16 > len(kept):
            return self.newest[kept[self.newest]]
        return places[np.argsort(self.rank[places])]


@dataclass(slots=True)
class Index:
    """Everything that is kept in memory about one database."""

    decisions: Columns
    items: Columns
    kinds: list[str]
    councils: dict[int, Label]
    bodies: dict[int, Label]
    title_in_fts: bool
    stamp: tuple[int, ...] = ()
    read_at: float = 0.0
    cost: float = 0.0
    item_places: Ints = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    pages: dict[str, Any] = field(default_factory=dict)  # kept as long as the index
    answers: dict[Any, Any] = field(default_factory=dict)

    def columns(self, scope: str) -> Columns:
        """Return the columns of decisions or of items."""
        return self.items if scope == "items" else self.decisions

    def remember(self, key: Any, answer: Any) -> Any:
        """Return the answer, kept until the database changes or newer ones push it."""
        self.answers[key] = answer
        while len(self.answers) > 24:
            self.answers.pop(next(iter(self.answers)), None)
        return answer


_indexes: dict[str, Index] = {}
_lock = threading.Lock()


def index_of(conn: sqlite3.Connection) -> Index:
    """Return the index of the open database, read again if the file has changed."""
    path = conn.execute("PRAGMA database_list").fetchone()[2] or f"memory-{id(conn)}"
    stamp = _stamp(path)
    known = _indexes.get(path)
    if known and not _is_stale(known, stamp):
        return known
    with _lock:
        known = _indexes.get(path)
        if known is None or _is_stale(known, stamp):
            began = time.monotonic()
            known = read_index(conn)
            known.stamp, known.read_at = stamp, time.monotonic()
            known.cost = known.read_at - began
            _indexes[path] = known
    return known


def _is_stale(known: Index, stamp: tuple[int, ...]) -> bool:
    """Return whether the file has changed and reading it again is due."""
    rested = time.monotonic() - known.read_at
    return known.stamp != stamp and rested >= known.cost * PATIENCE


def _stamp(path: str) -> tuple[int, ...]:
    """Return numbers that change when the database or its log is written."""
    stamp: list[int] = []
    for name in (path, path + "-wal"):
        try:
            found = os.stat(name)
            stamp += (found.st_mtime_ns, found.st_size)
        except OSError:
            stamp += (0, 0)
    return tuple(stamp)


def read_index(conn: sqlite3.Connection) -> Index:
    """Return the index of a database, read from its tables."""
    kinds = [""] + [row[0] for row in conn.execute(queries.KINDS)]
    codes = {kind: code for code, kind in enumerate(kinds)}
    decisions = _read_columns(conn, queries.DECISION_COLUMNS, codes)
    items = _read_columns(conn, queries.ITEM_COLUMNS, codes)
    return Index(
        decisions=decisions,
        items=items,
        item_places=_places(items.place, decisions.items),
        kinds=kinds,
        councils=_read_labels(conn, queries.COUNCIL_LABELS),
        bodies=_read_labels(conn, queries.BODY_LABELS),
        title_in_fts="title" in queries.column_names(conn, "decisions_fts"),
    )


def _read_labels(conn: sqlite3.Connection, sql: str) -> dict[int, Label]:
    """Return the labels of councils or bodies by their ids."""
    return {row[0]: Label(row[1], disarm(row[2]), row[3]) for row in conn.execute(sql)}


def _read_columns(conn: sqlite3.Connection, sql: str, codes: dict[str, int]) -> Columns:
    """Return the columns that a query gives, a slice of rows at a time."""
    slices = [np.zeros((0, 9), dtype=np.int32)]
    cursor = conn.execute(sql)
    while rows := cursor.fetchmany(50_000):
        slices.append(
            np.array([(*x[:5], codes.get(x[5], 0), *x[6:]) for x in rows], np.int32)
        )
    table = np.concatenate(slices)
    dates = table[:, 6].copy()
    dates[(dates > 0) & (dates < 10_000)] *= 10_000  # a year alone
    dates[(dates > 0) & (dates < 1_000_000)] *= 100  # a month alone
    ids, items, council, body, year, kind, _, standing, votes = (
        np.ascontiguousarray(table[:, n]) for n in range(9)
    )
    newest = np.lexsort((-ids, -dates)).astype(np.int32)
    return Columns(
        ids=ids,
        items=items,
        council=council,
        body=body,
        year=year,
        kind=kind,
        date=dates,
        standing=standing.astype(np.bool_),
        votes=votes,
        newest=newest,
        rank=_inverse(newest, len(newest)),
        place=_inverse(ids, int(ids[-1]) + 1 if len(ids) else 1),
    )


def _inverse(values: Ints, size: int) -> Ints:
    """Return where each number stands among the values, -1 where it does not.

    >>> _inverse(np.array([2, 0]), 4).tolist()
    [1, -1, 0, -1]
    """
    found = np.full(size, -1, dtype=np.int32)
    found[values] = np.arange(len(values), dtype=np.int32)
    return found


def _places(place: Ints, ids: Ints) -> Ints:
    """Return the place of each id, -1 where there is none."""
    found = np.full(len(ids), -1, dtype=np.int32)
    known = ids < len(place)
    found[known] = place[ids[known]]
    return found
