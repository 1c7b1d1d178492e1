"""Writes rows: schema, migrations, full-text search."""

from __future__ import annotations

from minutebook.store.connect import open_database, open_readonly

__all__ = ["open_database", "open_readonly"]
