"""What the page of one meeting shows."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

from minutebook.explore import queries
from minutebook.explore.actions import add_owners
from minutebook.explore.queries import Row

STATUSES = ("present", "apologies", "absent")


def meeting(conn: sqlite3.Connection, ref: str) -> Row | None:
    """Return what the page of a meeting shows, None if there is no such meeting."""
    row = queries.one(conn, queries.MEETING_BY_REF, (ref,))
    if row is None:
        return None
    row["council"] = row["council_name"] or row["council"]
    row["body"] = row["body_name"] or row["body"]
    attendance = queries.rows(conn, queries.ATTENDANCE, (row["id"],))
    return {
        "m": row,
        "attendance": {
            status: groups([x for x in attendance if x["status"] == status])
            for status in STATUSES
        },
        "attended": len(attendance),
        **parts(conn, row["id"]),
        **around(conn, row),
    }


def groups(people: list[Row]) -> list[tuple[str, list[Row]]]:
    """Return the people under the headings that the minutes list them by."""
    found: dict[str, list[Row]] = {}
    for person in people:
        found.setdefault(person["group"] or "", []).append(person)
    return list(found.items())


def parts(conn: sqlite3.Connection, meeting_id: int) -> dict[str, Any]:
    """Return the items with what belongs to each, and what belongs to none."""
    items = queries.rows(conn, queries.ITEMS_OF_MEETING, (meeting_id,))
    decisions = queries.rows(conn, queries.DECISIONS_OF_MEETING, (meeting_id,))
    actions = add_owners(
        conn, queries.rows(conn, queries.ACTIONS_OF_MEETING, (meeting_id,))
    )
    declared = queries.rows(conn, queries.DECLARATIONS_OF_MEETING, (meeting_id,))
    for item in items:
        item["body"] = item["text"][item["body_start"] - item["start"] :].strip()
        item["decisions"] = [x for x in decisions if x["item_id"] == item["id"]]
        item["actions"] = [x for x in actions if x["item_id"] == item["id"]]
        item["declarations"] = [x for x in declared if x["item_id"] == item["id"]]
    return {
        "items": items,
        "loose": {
            "decisions": [x for x in decisions if x["item_id"] is None],
            "actions": [x for x in actions if x["item_id"] is None],
            "declarations": [x for x in declared if x["item_id"] is None],
        },
        "decided": len(decisions),
        "tasks": len(actions),
    }


def around(conn: sqlite3.Connection, row: Row) -> dict[str, Any]:
    """Return the meetings before and after, and those tied by approved minutes."""
    nothing: dict[str, Any] = {
        "previous": None, "following": None, "approved_by": [], "approves": [],
    }  # fmt: skip
    if not row["body_id"] or not row["date"]:
        return nothing
    values = {"body": row["body_id"], "date": row["date"]}
    sides = {x["side"]: x for x in queries.rows(conn, queries.NEIGHBOURS, values)}
    earlier = json.dumps(as_list(row["approves"]))
    return {
        "previous": sides.get("previous"),
        "following": sides.get("next"),
        "approved_by": queries.rows(conn, queries.APPROVED_BY, values),
        "approves": queries.rows(conn, queries.MEETINGS_ON, (row["body_id"], earlier)),
        "next_dates": as_list(row["next"]),
    }


def as_list(text: str | None) -> list[str]:
    """Return the list that a column holds as JSON, empty if it holds none.

    >>> as_list('["2016-07-04"]'), as_list("nonsense")
    (['2016-07-04'], [])
    """
    try:
        found = json.loads(text or "[]")
    except ValueError:
        return []
    return [str(x) for x in found] if isinstance(found, list) else []
