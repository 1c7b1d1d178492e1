"""Actions as pages show them: with their owners."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

from minutebook.explore import queries
from minutebook.explore.queries import Row


def add_owners(conn: sqlite3.Connection, actions: list[Row]) -> list[Row]:
    """Return the actions with their owners."""
    wanted = json.dumps([x["id"] for x in actions])
    owners: dict[int, list[dict[str, Any]]] = {}
    for row in queries.rows(conn, queries.OWNERS, (wanted,)):
        owners.setdefault(row["action_id"], []).append(row)
    for action in actions:
        action["owners"] = owners.get(action["id"], [])
    return actions
