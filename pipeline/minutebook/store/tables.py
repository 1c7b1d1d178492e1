"""Writes rows and hands out their ids."""

from __future__ import annotations

import sqlite3
from typing import Any


class Tables:
    """The tables of a database, for the one who writes to them."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self.conn = conn
        self._ids: dict[str, int] = {}

    def insert(self, table: str, rows: list[dict[str, Any]]) -> None:
        """Write rows that all have the same columns."""
        if rows:
            columns = ", ".join(f'"{x}"' for x in rows[0])
            marks = ", ".join("?" * len(rows[0]))
            self.conn.executemany(
                f'INSERT INTO "{table}" ({columns}) VALUES ({marks})',
                [tuple(x.values()) for x in rows],
            )

    def next(self, table: str) -> int:
        """Return the next id of a table."""
        return self.take(table, 1)[0]

    def take(self, table: str, count: int) -> list[int]:
        """Return the next ids of a table. Ids of items and decisions never come back,
        for the full-text tables know them."""
        if table not in self._ids:
            self._ids[table] = self._last_id(table)
        first = self._ids[table] + 1
        self._ids[table] += count
        return list(range(first, first + count))

    def _last_id(self, table: str) -> int:
        row = self.conn.execute(
            "SELECT seq FROM sqlite_sequence WHERE name = ?", [table]
        ).fetchone()
        if row is None:
            row = self.conn.execute(f'SELECT max(id) FROM "{table}"').fetchone()
        return row[0] or 0

    def forget(self) -> None:
        """Drop what is remembered of the ids."""
        self._ids.clear()
