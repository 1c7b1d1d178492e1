"""Opens the database file: write-ahead log, patience with locks, clear errors."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database

from minutebook.errors import LockedDatabase, StoreError
from minutebook.store.schema import migrate, refuse_newer

_PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = NORMAL",
    "journal_size_limit = 67108864",
    "cache_size = -16384",
    "temp_store = MEMORY",
)

ROOM = "Make room, then run the same command again: it goes on where it stopped"
COPY = "Where nothing can be written beside it, take a copy made by VACUUM INTO"


def open_database(path: Path | str, *, wait: float = 30.0) -> Database:
    """Return the database at a path, made and migrated as needed, ready to write.

    Waits up to `wait` seconds for whoever holds the write lock. Raises a StoreError.
    """
    with explain(path):
        db = Database(sqlite3.connect(str(path), timeout=wait, isolation_level=None))
        for pragma in _PRAGMAS:
            db.execute(f"PRAGMA {pragma}").fetchall()
        migrate(db)
        return db


def open_readonly(path: Path | str) -> Database:
    """Return an existing database, read-only. Raises a StoreError."""
    if not Path(path).is_file():
        raise StoreError(f"{path}: no such file")
    with explain(path):
        uri = f"{Path(path).resolve().as_uri()}?mode=ro"
        db = Database(sqlite3.connect(uri, uri=True, timeout=30.0))
        db.execute("PRAGMA schema_version").fetchone()
        refuse_newer(db)
        return db


@contextmanager
def explain(path: Path | str) -> Iterator[None]:
    """Turn the errors of SQLite into ours, with the file named."""
    try:
        yield
    except sqlite3.Error as error:
        message = str(error)
        if "locked" in message or "busy" in message:
            raise LockedDatabase(f"({path})") from error
        if "full" in message:
            message += f". {ROOM}"
        if "unable to open" in message and Path(path).is_file():
            message += f". {COPY}"
        raise StoreError(f"{path}: {message}") from error
