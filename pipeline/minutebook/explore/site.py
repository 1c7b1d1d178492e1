"""What the pages need to know of the Datasette that they run in."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from minutebook.explore.queries import column_names

STATIC = Path(__file__).with_name("static")
NEEDED = ("decisions", "meetings", "documents", "texts", "decisions_fts")


async def find_database(datasette: Any) -> Any:
    """Return the first database that Minutebook wrote, None if there is none."""
    known = getattr(datasette, "_minutebook_database", None)
    if known in datasette.databases:
        return datasette.databases[known]
    for name, database in datasette.databases.items():
        if name.startswith("_"):
            continue
        found = await database.execute_fn(
            lambda conn: all(column_names(conn, table) for table in NEEDED)
        )
        if found:
            datasette._minutebook_database = name
            return database
    return None


async def is_allowed(datasette: Any, actor: Any, database: str) -> bool:
    """Return whether somebody may see this database, as Datasette has been told."""
    try:
        from datasette.resources import DatabaseResource
    except ImportError:
        return await _is_permitted(datasette, actor, database)
    resource = DatabaseResource(database)
    return bool(
        await datasette.allowed(action="view-database", resource=resource, actor=actor)
    )


async def _is_permitted(datasette: Any, actor: Any, database: str) -> bool:
    """Return the same, on versions of Datasette before 1.0."""
    instance = await datasette.permission_allowed(actor, "view-instance", default=True)
    return bool(instance) and bool(
        await datasette.permission_allowed(
            actor, "view-database", resource=database, default=True
        )
    )


def address(datasette: Any, path: str) -> str:
    """Return the address of a path, wherever Datasette is mounted."""
    return str(datasette.urls.path(path))


@cache
def _fingerprint(name: str) -> str:
    """Return a few letters that change when a static file does."""
    return hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:10]


def static_address(datasette: Any, name: str) -> str:
    """Return the address of a static file of ours."""
    url = datasette.urls.static_plugins("minutebook.explore", name)
    return f"{url}?{_fingerprint(name)}"
