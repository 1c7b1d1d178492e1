"""What the pages of people, organisations, bodies and councils show."""

from __future__ import annotations

import json
import sqlite3
from itertools import groupby
from typing import Any

from minutebook.explore import queries
from minutebook.explore.actions import add_owners
from minutebook.explore.home import councils
from minutebook.explore.index import Index
from minutebook.explore.queries import Row


def person(conn: sqlite3.Connection, ref: str) -> Row | None:
    """Return what the page of a person shows; members of the public have none."""
    row = queries.one(conn, queries.PERSON_BY_REF, (ref,))
    if row is None or row["kind"] == "public":
        return None
    meetings = queries.rows(conn, queries.ATTENDANCE_OF_PERSON, (row["id"],))
    acted = queries.rows(conn, queries.DECISIONS_OF_PERSON, {"id": row["id"]})
    decisions = queries.by_ids(conn, queries.DECISIONS_BY_ID, [x["id"] for x in acted])
    actions = queries.rows(conn, queries.ACTIONS_OF_PERSON, (row["id"],))
    return {
        "p": row,
        "names": _other_names(conn, "person", row),
        "roles": queries.rows(conn, queries.ROLES_OF_PERSON, (row["id"],)),
        "meetings": meetings,
        "bodies": by_body(meetings),
        "decisions": _with_part(decisions, acted),
        "actions": add_owners(conn, actions),
        "mentions": _mentions(conn, "person_id", row["id"]),
    }


def called(conn: sqlite3.Connection, words: str) -> list[Row]:
    """Return the people and organisations whose name begins with what was typed.

    Names are looked up as they are mostly written, with capitals.
    """
    ids = ids_called(conn, words)
    found = queries.rows(conn, queries.PEOPLE_CALLED, (json.dumps(ids["person"]),))
    wanted = (json.dumps(ids["organisation"]),)
    found += queries.rows(conn, queries.ORGANISATIONS_CALLED, wanted)
    return found[:8]


def ids_called(conn: sqlite3.Connection, words: str) -> dict[str, list[int]]:
    """Return the ids of those whose name begins with what was typed, by kind."""
    text = " ".join(words.replace('"', " ").replace("*", " ").split())
    found: dict[str, list[int]] = {"person": [], "organisation": []}
    for start in dict.fromkeys((text, capitals(text))) if len(text) > 2 else ():
        for row in conn.execute(queries.CALLED, (start, start + "\U0010ffff")):
            if row[0] in found and row[1] not in found[row[0]]:
                found[row[0]].append(row[1])
    return found


def capitals(text: str) -> str:
    """Return a name with the capitals that it is mostly written with.

    >>> capitals("ada penrose"), capitals("brackwater trust")
    ('Ada Penrose', 'Brackwater Trust')
    """
    return " ".join(x[:1].upper() + x[1:] for x in text.split())


def _with_part(decisions: list[Row], acted: list[Row]) -> list[Row]:
    """Return the decisions with the part that a person had in each."""
    parts = {x["id"]: "moved" if x["moved"] else "seconded" for x in acted}
    for row in decisions:
        row["part"] = parts.get(row["id"], "")
    return decisions


def _other_names(conn: sqlite3.Connection, kind: str, row: Row) -> list[Row]:
    found = queries.rows(conn, queries.NAMES, (kind, row["id"]))
    return [x for x in found if x["name"] != row["name"]]


def _mentions(conn: sqlite3.Connection, column: str, key: int) -> list[Row]:
    return queries.rows(conn, queries.MENTIONS_OF.format(column=column), (key,))


def by_body(meetings: list[Row]) -> list[dict[str, Any]]:
    """Return a person's attendance by body, year by year, with the totals."""
    found = []
    ordered = sorted(meetings, key=lambda x: (x["body"] or "", x["date"] or ""))
    for body, group in groupby(ordered, key=lambda x: x["body"] or "Unnamed body"):
        rows = list(group)
        counts = dict.fromkeys(("present", "apologies", "absent"), 0)
        for row in rows:
            counts[row["status"]] = counts.get(row["status"], 0) + 1
        years = [
            (year, list(part))
            for year, part in groupby(rows, key=lambda x: (x["date"] or "")[:4])
        ]
        found.append(
            {
                "name": body, "ref": rows[0]["body_ref"], "years": years,
                "total": len(rows), **counts,
            }
        )  # fmt: skip
    return sorted(found, key=lambda x: -x["total"])


def organisation(conn: sqlite3.Connection, ref: str) -> Row | None:
    """Return what the page of an organisation shows."""
    row = queries.one(conn, queries.ORGANISATION_BY_REF, (ref,))
    if row is None:
        return None
    found = [x[0] for x in conn.execute(queries.IDS_WITH_ORGANISATION, (row["id"],))]
    decisions = queries.by_ids(
        conn, queries.DECISIONS_BY_ID, sorted(found, reverse=True)[:20]
    )
    actions = queries.rows(conn, queries.ACTIONS_OF_ORGANISATION, (row["id"],))
    return {
        "o": row,
        "names": _other_names(conn, "organisation", row),
        "people": queries.rows(conn, queries.PEOPLE_OF_ORGANISATION, (row["id"],)),
        "decisions": sorted(decisions, key=lambda x: x["date"] or "", reverse=True),
        "decided": len(found),
        "actions": add_owners(conn, actions),
        "mentions": _mentions(conn, "organisation_id", row["id"]),
    }


def body(conn: sqlite3.Connection, index: Index, ref: str) -> Row | None:
    """Return what the page of a body shows."""
    row = queries.one(conn, queries.BODY_BY_REF, (ref,))
    if row is None:
        return None
    meetings = queries.rows(conn, queries.MEETINGS_OF_BODY, (row["id"],))
    return {
        "b": row,
        "names": _other_names(conn, "body", row),
        "years": [
            (year or "undated", list(part))
            for year, part in groupby(meetings, key=lambda x: (x["date"] or "")[:4])
        ],
        "meetings": meetings,
        "people": queries.rows(conn, queries.PEOPLE_OF_BODY, (row["id"],)),
        "latest": _latest(conn, index, "body", row["id"]),
    }


def council(conn: sqlite3.Connection, index: Index, ref: str) -> Row | None:
    """Return what the page of a council shows."""
    row = queries.one(conn, queries.COUNCIL_BY_REF, (ref,))
    if row is None:
        return None
    summary = next((x for x in councils(conn, index) if x["ref"] == ref), None)
    return {
        "c": row,
        "summary": summary,
        "meetings": queries.rows(conn, queries.MEETINGS_OF_COUNCIL, (row["id"],)),
        "latest": _latest(conn, index, "council", row["id"]),
    }


def _latest(conn: sqlite3.Connection, index: Index, column: str, key: int) -> list[Row]:
    """Return the latest decisions of a body or council, standing business left out."""
    columns = index.columns(conn)
    kept = (getattr(columns, column) == key) & ~columns.standing
    return queries.by_ids(conn, queries.DECISIONS_BY_ID, columns.latest(kept, 8))
