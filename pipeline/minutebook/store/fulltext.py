"""Full-text search: rows are appended in batches, and taken out before they go."""

from __future__ import annotations

import sqlite3

_COLUMNS = {"items": "title, text", "decisions": "title, lead, text"}


def append_fulltext(conn: sqlite3.Connection) -> None:
    """Add every row that is not searchable yet."""
    for table, columns in _COLUMNS.items():
        done = _done(conn, table)
        last = conn.execute(f"SELECT max(id) FROM {table}").fetchone()[0] or 0
        if last > done:
            conn.execute(
                f"INSERT INTO {table}_fts(rowid, {columns})"
                f" SELECT id, {columns} FROM {table} WHERE id > ?",
                [done],
            )
            conn.execute(
                "INSERT OR REPLACE INTO meta VALUES (?, ?)", [f"{table}_fts", last]
            )


def drop_fulltext(conn: sqlite3.Connection, meeting_id: int) -> None:
    """Take the rows of a meeting out of the search, while they still stand."""
    for table, columns in _COLUMNS.items():
        conn.execute(
            f"INSERT INTO {table}_fts({table}_fts, rowid, {columns})"
            f" SELECT 'delete', id, {columns} FROM {table}"
            " WHERE meeting_id = ? AND id <= ?",
            [meeting_id, _done(conn, table)],
        )


def checkpoint(conn: sqlite3.Connection) -> None:
    """Fold the write-ahead log into the database, unless readers are busy with it."""
    wait = conn.execute("PRAGMA busy_timeout").fetchone()[0]
    conn.execute("PRAGMA busy_timeout = 200")
    try:
        conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    finally:
        conn.execute(f"PRAGMA busy_timeout = {wait}")


def _done(conn: sqlite3.Connection, table: str) -> int:
    row = conn.execute(
        "SELECT value FROM meta WHERE key = ?", [f"{table}_fts"]
    ).fetchone()
    return int(row[0]) if row else 0
