"""Writes rows: schema, migrations, full-text search."""

from __future__ import annotations

from minutebook.store.connect import explain, open_database, open_readonly
from minutebook.store.read import (
    StoredText,
    read_extraction,
    read_extractions,
    read_source,
)
from minutebook.store.rows import Rows, prepare
from minutebook.store.schema import TABLES
from minutebook.store.writer import Writer, Written, write

__all__ = [
    "TABLES",
    "Rows",
    "StoredText",
    "Writer",
    "Written",
    "explain",
    "open_database",
    "open_readonly",
    "prepare",
    "read_extraction",
    "read_extractions",
    "read_source",
    "write",
]
