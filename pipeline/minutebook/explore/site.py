"""What the pages need to know of the Datasette that they run in."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from minutebook.explore.metadata import QUERIES
from minutebook.explore.queries import column_names

STATIC = Path(__file__).with_name("static")
TYPES = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8"}
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


def templates(datasette: Any) -> Any:
    """Return Datasette's own templates and ours, to be filled in without waiting.

    Nothing in our pages waits for anything, and a page of many links takes a third of
    the time.
    """
    known = getattr(datasette, "_minutebook_templates", None)
    if known is None:
        found = getattr(datasette, "_jinja_env", None) or datasette.jinja_env
        known = datasette._minutebook_templates = found.overlay(enable_async=False)
    return known


def address(datasette: Any, path: str) -> str:
    """Return the address of a path, wherever Datasette is mounted."""
    return str(datasette.urls.path(path))


def question_path(datasette: Any, database: str, name: str) -> str:
    """Return the path of a ready-made question.

    Datasette before 1.0 takes it from our metadata; later ones are given the SQL.
    """
    if hasattr(datasette, "metadata"):
        return f"/{database}/{name}"
    return f"/{database}/-/query?{urlencode({'sql': QUERIES[name]['sql'].strip()})}"


@cache
def static_file(name: str) -> tuple[bytes, str, str] | None:
    """Return one of our static files with its type and a few letters of its checksum.

    Datasette names the folder of a plugin's static files after the distribution or
    the package, as it was found; an address of our own holds for both.
    """
    path = STATIC / name
    if path.parent != STATIC or path.suffix not in TYPES or not path.is_file():
        return None
    data = path.read_bytes()
    return data, TYPES[path.suffix], hashlib.sha256(data).hexdigest()[:10]


def static_address(datasette: Any, name: str) -> str:
    """Return the address of a static file of ours, new whenever the file is."""
    found = static_file(name)
    return address(datasette, f"/-/minutebook/{name}?{found[2] if found else ''}")
