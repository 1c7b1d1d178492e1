"""What the home page and the overview show."""

from __future__ import annotations

import sqlite3

import numpy as np

from minutebook.explore import queries
from minutebook.explore.index import Columns, Index, Ints
from minutebook.explore.queries import Row

KIND_ORDER = [
    "resolved",
    "approved",
    "appointed",
    "delegated",
    "recommended",
    "noted",
    "referred",
    "deferred",
    "rejected",
]


def home(conn: sqlite3.Connection, index: Index) -> Row:
    """Return what the home page shows."""
    found: Row = index.page("home", lambda: _home(conn, index))
    return found


def _home(conn: sqlite3.Connection, index: Index) -> Row:
    columns = index.columns(conn)
    dated = columns.year[columns.year > 0]
    latest = columns.latest(~columns.standing, 8)
    load = queries.one(conn, queries.LAST_LOAD)
    failures = queries.rows(conn, queries.LAST_FAILURES, (load["id"],)) if load else []
    return {
        "counts": queries.one(conn, queries.COUNTS),
        "first": int(dated.min()) if len(dated) else None,
        "last": int(dated.max()) if len(dated) else None,
        "councils": councils(conn, index),
        "latest": queries.by_ids(conn, queries.DECISIONS_BY_ID, latest),
        "load": load,
        "failures": failures,
    }


def councils(conn: sqlite3.Connection, index: Index) -> list[Row]:
    """Return the councils with their bodies, counts and years, by name."""
    columns = index.columns(conn)
    found: list[Row] = index.page("councils", lambda: _councils(index, columns))
    return found


def _councils(index: Index, columns: Columns) -> list[Row]:
    bodies = _summaries(columns, columns.body)
    totals = _summaries(columns, columns.council)
    found = [
        {
            "ref": label.ref,
            "name": label.name,
            **totals.get(number, {"count": 0, "first": None, "last": None}),
            "bodies": [
                {"ref": x.ref, "name": x.name, **bodies[n]}
                for n, x in index.bodies.items()
                if x.parent == number and n in bodies
            ],
        }
        for number, label in index.councils.items()
    ]
    alone = [
        {"ref": x.ref, "name": x.name, "alone": True, "bodies": [], **bodies[n]}
        for n, x in index.bodies.items()
        if x.parent not in index.councils and n in bodies
    ]
    return sorted(found + alone, key=lambda x: x["name"].casefold())


def _summaries(columns: Columns, values: Ints) -> dict[int, Row]:
    """Return count, first and last year of the decisions by council or body."""
    if not len(values):
        return {}
    size = int(values.max()) + 1
    counts = np.bincount(values, minlength=size)
    dated = columns.year > 0
    first = np.full(size, 9999)
    last = np.zeros(size, dtype=np.int64)
    np.minimum.at(first, values[dated], columns.year[dated])
    np.maximum.at(last, values[dated], columns.year[dated])
    return {
        int(n): {
            "count": int(counts[n]),
            "first": int(first[n]) if last[n] else None,
            "last": int(last[n]) or None,
        }
        for n in np.flatnonzero(counts)
        if n
    }
