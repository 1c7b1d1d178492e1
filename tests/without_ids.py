"""What a database holds, told by refs and not by the numbers of its rows."""

from __future__ import annotations

import sqlite3
from typing import Any

QUERIES = {
    "councils": "SELECT ref, name, key FROM councils",
    "bodies": "SELECT b.ref, b.name, b.key, c.ref FROM bodies b"
    " LEFT JOIN councils c ON c.id = b.council_id",
    "people": "SELECT p.ref, p.name, p.kind, p.key, p.reason, b.ref FROM people p"
    " LEFT JOIN bodies b ON b.id = p.body_id",
    "organisations": "SELECT ref, name, key FROM organisations",
    "roles": "SELECT ref, name, key FROM roles",
    "names": "SELECT n.entity_kind, coalesce(p.ref, o.ref, r.ref), n.name, n.count"
    " FROM names n"
    " LEFT JOIN people p ON n.entity_kind = 'person' AND p.id = n.entity_id"
    " LEFT JOIN organisations o ON n.entity_kind = 'organisation' AND o.id = entity_id"
    " LEFT JOIN roles r ON n.entity_kind = 'role' AND r.id = n.entity_id",
    "documents": "SELECT ref, sha256, path, pages, words, status, notes FROM documents",
    "meetings": "SELECT m.ref, d.ref, c.ref, b.ref, m.date, m.venue FROM meetings m"
    " JOIN documents d ON d.id = m.document_id"
    " LEFT JOIN councils c ON c.id = m.council_id"
    " LEFT JOIN bodies b ON b.id = m.body_id",
    "items": "SELECT i.ref, m.ref, i.position, i.number, i.title, i.start FROM items i"
    " JOIN meetings m ON m.id = i.meeting_id",
    "decisions": "SELECT d.ref, i.ref, d.kind, d.text, x.ref, y.ref FROM decisions d"
    " LEFT JOIN items i ON i.id = d.item_id"
    " LEFT JOIN people x ON x.id = d.mover_id"
    " LEFT JOIN people y ON y.id = d.seconder_id",
    "actions": "SELECT a.ref, i.ref, a.text, a.due_date, o.name, p.ref FROM actions a"
    " LEFT JOIN items i ON i.id = a.item_id"
    " LEFT JOIN action_owners o ON o.action_id = a.id"
    " LEFT JOIN people p ON p.id = o.person_id",
    "attendance": "SELECT m.ref, a.position, a.name, a.status, p.ref, o.ref"
    " FROM attendance a JOIN meetings m ON m.id = a.meeting_id"
    " LEFT JOIN people p ON p.id = a.person_id"
    " LEFT JOIN organisations o ON o.id = a.organisation_id",
    "mentions": "SELECT d.ref, x.start, x.kind, x.text, x.rule, p.ref, o.ref, r.ref"
    " FROM mentions x JOIN documents d ON d.id = x.document_id"
    " LEFT JOIN people p ON p.id = x.person_id"
    " LEFT JOIN organisations o ON o.id = x.organisation_id"
    " LEFT JOIN roles r ON r.id = x.role_id",
    "entities": "SELECT d.ref, e.kind, e.position, e.name, e.reason, p.ref"
    " FROM entities e JOIN documents d ON d.id = e.document_id"
    " LEFT JOIN people p ON p.id = e.person_id",
    "fulltext": "SELECT d.ref, f.text FROM decisions_fts f"
    " JOIN decisions d ON d.id = f.rowid",
}


def without_ids(conn: sqlite3.Connection) -> dict[str, list[tuple[Any, ...]]]:
    """Return every row that documents make, in an order of its own."""
    return {
        name: sorted(conn.execute(sql).fetchall(), key=repr)
        for name, sql in QUERIES.items()
    }
