"""Moves meetings to the body that the rest of their folder shows to be theirs.

Like whom a short name stands for, it is decided anew from all that is stored, so that
the outcome is the same in whatever order documents came or went.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Protocol

from minutebook.records import Identity, ToldMeeting
from minutebook.store.entities import Entities
from minutebook.store.replace import drop_empty_body, drop_orphans, redirect
from minutebook.store.rows import Party
from minutebook.store.settle import move, move_organisation


class IdentifyAll(Protocol):
    """What is asked of whoever decides which bodies met."""

    @property
    def council(self) -> str | None:
        """Return the council that the user named for the load that runs."""

    def identify_all(self, meetings: Sequence[ToldMeeting]) -> list[Identity]:
        """Return which council and body each meeting belongs to."""

    def organisation_key(self, key: str, identity: Identity) -> str:
        """Return the key of an organisation that the minutes of a meeting name."""


def rehome(entities: Entities, resolver: IdentifyAll) -> None:
    """Give every meeting of a database to the body that held it."""
    conn = entities.conn
    rows = conn.execute(
        "SELECT m.id, m.document_id, m.body_id, b.key, d.path, m.council, m.body,"
        " m.year, l.options FROM meetings m JOIN documents d ON d.id = m.document_id"
        " LEFT JOIN bodies b ON b.id = m.body_id LEFT JOIN loads l ON l.id = d.load_id"
        " ORDER BY m.id"
    ).fetchall()
    told = [
        ToldMeeting(path, council, body, year, _given(options, resolver.council))
        for *_, path, council, body, year, options in rows
    ]
    homes = resolver.identify_all(told)
    left: dict[int, Identity] = {}
    for (meeting, document, old, key, *_), home in zip(rows, homes, strict=True):
        if old is not None and home.body_key != key:
            _move_meeting(entities, meeting, document, old, home)
            _move_organisations(entities, resolver, meeting, document, home)
            left[old] = home
    for body_id, home in left.items():
        _leave(conn, body_id, home)
    if left:
        entities.forget()


@lru_cache(maxsize=64)  # all documents of a load have the same
def _given(options: str | None, own: str | None) -> str | None:
    """Return the council that the user named for the load of a document."""
    return json.loads(options).get("council") if options else own


def _move_meeting(
    entities: Entities, meeting: int, document: int, old: int, home: Identity
) -> None:
    conn = entities.conn
    council = entities.council(home)
    body = entities.body(home, council)
    for table, column in (("meetings", "id"), ("decisions", "meeting_id")):
        conn.execute(
            f"UPDATE {table} SET council_id = ?, body_id = ? WHERE {column} = ?",
            [council, body, meeting],
        )
    conn.execute("UPDATE bodies SET is_settled = 0 WHERE id IN (?, ?)", [old, body])
    people = conn.execute(
        "SELECT DISTINCT p.id, p.ref, p.key, p.name, p.kind FROM entities e"
        " JOIN people p ON p.id = e.person_id WHERE e.document_id = ? ORDER BY p.id",
        [document],
    ).fetchall()
    for id_, ref, key, name, kind in people:
        party = Party(name, key, None, kind=kind)
        found = entities.people([party], home.body_key or "", body)[0]
        if found is not None and found != id_:
            move(conn, document, id_, found)
            _lead_on(conn, "person", "people", ref, id_, found)


def _move_organisations(
    entities: Entities,
    resolver: IdentifyAll,
    meeting: int,
    document: int,
    home: Identity,
) -> None:
    """Give what a document calls "the Committee" to the place that it now is of."""
    conn = entities.conn
    named = conn.execute(
        "SELECT DISTINCT o.id, o.ref, o.key, o.name FROM entities e"
        " JOIN organisations o ON o.id = e.organisation_id WHERE e.document_id = ?"
        " ORDER BY o.id",
        [document],
    ).fetchall()
    for id_, ref, key, name in named:
        whole = resolver.organisation_key(key.rpartition("|")[2], home)
        found = entities.find("organisations", whole, name)
        if found is not None and found != id_:
            move_organisation(conn, document, meeting, id_, found)
            _lead_on(conn, "organisation", "organisations", ref, id_, found)


def _lead_on(
    conn: sqlite3.Connection, kind: str, table: str, ref: str, old: int, new: int
) -> None:
    """Drop an entity of which nothing is said any more; its ref leads on."""
    target: Any = _ref(conn, table, new)
    conn.execute("DELETE FROM redirects WHERE kind = ? AND ref = ?", [kind, target])
    drop_orphans(conn, kind, [old])
    if _ref(conn, table, old) is None:
        redirect(conn, kind, ref, target)


def _ref(conn: sqlite3.Connection, table: str, id_: int | None) -> str | None:
    found = conn.execute(f"SELECT ref FROM {table} WHERE id = ?", [id_]).fetchone()
    return found[0] if found else None


def _leave(conn: sqlite3.Connection, body_id: int, home: Identity) -> None:
    """Drop a body that its last meeting left; its ref leads on."""
    ref = _ref(conn, "bodies", body_id)
    drop_empty_body(conn, body_id)
    new = conn.execute(
        "SELECT ref FROM bodies WHERE key = ?", [home.body_key]
    ).fetchone()
    if new:
        conn.execute("DELETE FROM redirects WHERE kind = 'body' AND ref = ?", new)
    if ref and new and _ref(conn, "bodies", body_id) is None:
        redirect(conn, "body", ref, new[0])
