"""Takes a document's rows out, and keeps its refs alive when new rows follow."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from minutebook.store.fulltext import drop_fulltext
from minutebook.store.rows import Rows, fold_space

_PARTS = ("items", "decisions", "actions")
_SIMILAR = 80.0  # percent of letters in common for a corrected text to be the same
_ENTITIES = (
    ("person", "people", "person_id"),
    ("organisation", "organisations", "organisation_id"),
    ("role", "roles", "role_id"),
)


@dataclass(frozen=True, slots=True)
class OldParts:
    """The refs that a document had before it was replaced."""

    document_ref: str
    sha256: str
    meeting_id: int | None
    meeting_ref: str | None
    date: str | None
    body_id: int | None
    body: str | None  # as the minutes name it
    parts: dict[str, list[tuple[str, str]]]  # table: (ref, text)

    def is_same_meeting(self, rows: Rows, body_id: int | None) -> bool:
        """Return whether new rows are about the meeting that the old ones were about.

        The same file read anew always is; a changed file if body and date agree or if
        half of its decisions are the same.
        """
        if self.sha256 == rows.document["sha256"]:
            return True
        same_body = self.body_id == body_id or self.body == rows.meeting["body"]
        if self.date and self.date == rows.meeting["date"] and same_body:
            return True
        old = {fold_space(text) for _, text in self.parts["decisions"]}
        new = {fold_space(x["text"]) for x in rows.decisions}
        return bool(old) and 2 * len(old & new) >= len(old)


def find_old_parts(conn: sqlite3.Connection, document_id: int) -> OldParts | None:
    """Return the refs of a stored document; None where there is none."""
    document = conn.execute(
        "SELECT ref, sha256 FROM documents WHERE id = ?", [document_id]
    ).fetchone()
    if document is None:
        return None
    meeting = conn.execute(
        "SELECT id, ref, date, body_id, body FROM meetings WHERE document_id = ?",
        [document_id],
    ).fetchone()
    id_, ref, date, body_id, body = meeting or (None, None, None, None, None)
    parts = {
        table: conn.execute(
            f"SELECT ref, text FROM {table} WHERE meeting_id = ? ORDER BY position",
            [id_],
        ).fetchall()
        for table in _PARTS
    }
    return OldParts(document[0], document[1], id_, ref, date, body_id, body, parts)


def redirect_parts(conn: sqlite3.Connection, old: OldParts, document_id: int) -> None:
    """Point every old ref that is gone to what took its place, if anything did."""
    ref = conn.execute(
        "SELECT ref FROM documents WHERE id = ?", [document_id]
    ).fetchone()[0]
    _redirect(conn, "document", old.document_ref, "document", ref)
    new = find_old_parts(conn, document_id)
    if new is None or new.meeting_ref is None or old.meeting_ref is None:
        return
    same = new.meeting_ref == old.meeting_ref
    if not same:
        return
    for table in _PARTS:
        _redirect_table(conn, table, old, new)


def _redirect_table(
    conn: sqlite3.Connection, table: str, old: OldParts, new: OldParts
) -> None:
    kind = table.removesuffix("s")
    present = {ref for ref, _ in new.parts[table]}
    gone = [(ref, text) for ref, text in old.parts[table] if ref not in present]
    before = {ref for ref, _ in old.parts[table]}
    free = {ref: text for ref, text in new.parts[table] if ref not in before}
    for ref, text in gone:
        best = process.extractOne(text, free, scorer=fuzz.ratio, score_cutoff=_SIMILAR)
        if best:
            _redirect(conn, kind, ref, kind, best[2])
            del free[best[2]]
        else:
            _redirect(conn, kind, ref, "meeting", str(new.meeting_ref))


def _redirect(
    conn: sqlite3.Connection, kind: str, ref: str, target_kind: str, target: str
) -> None:
    if (kind, ref) == (target_kind, target):
        return
    conn.execute(
        "UPDATE redirects SET target_kind = ?, target = ?"
        " WHERE target_kind = ? AND target = ?",
        [target_kind, target, kind, ref],
    )
    conn.execute("DELETE FROM redirects WHERE kind = ? AND ref = ?", [kind, target])
    conn.execute(
        "INSERT OR REPLACE INTO redirects VALUES (?, ?, ?, ?)",
        [kind, ref, target_kind, target],
    )


def redirect(conn: sqlite3.Connection, kind: str, ref: str, target: str) -> None:
    """Record that an entity's ref went over to another of the same kind."""
    _redirect(conn, kind, ref, kind, target)


def remove(conn: sqlite3.Connection, document_id: int) -> None:
    """Delete a document's rows, and the entities that nothing else refers to."""
    concerned = _entities_of(conn, document_id)
    _subtract_names(conn, document_id)
    meeting = conn.execute(
        "SELECT id, body_id FROM meetings WHERE document_id = ?", [document_id]
    ).fetchone()
    if meeting:
        drop_fulltext(conn, meeting[0])
        _delete_meeting(conn, meeting[0])
    for table in ("money", "dates"):
        conn.execute(
            f"DELETE FROM {table} WHERE mention_id IN"
            " (SELECT id FROM mentions WHERE document_id = ?)",
            [document_id],
        )
    for table in (*("mentions", "entities", "lines", "layouts", "pages", "texts"),):
        conn.execute(f"DELETE FROM {table} WHERE document_id = ?", [document_id])
    conn.execute("DELETE FROM documents WHERE id = ?", [document_id])
    for kind, ids in concerned.items():
        drop_orphans(conn, kind, ids)
    if meeting and meeting[1]:
        drop_empty_body(conn, meeting[1])


def _delete_meeting(conn: sqlite3.Connection, meeting_id: int) -> None:
    conn.execute(
        "DELETE FROM decision_votes WHERE decision_id IN"
        " (SELECT id FROM decisions WHERE meeting_id = ?)",
        [meeting_id],
    )
    conn.execute(
        "DELETE FROM action_owners WHERE action_id IN"
        " (SELECT id FROM actions WHERE meeting_id = ?)",
        [meeting_id],
    )
    for table in ("attendance", "declarations", "decisions", "actions", "items"):
        conn.execute(f"DELETE FROM {table} WHERE meeting_id = ?", [meeting_id])
    conn.execute("DELETE FROM meetings WHERE id = ?", [meeting_id])


def _entities_of(conn: sqlite3.Connection, document_id: int) -> dict[str, list[int]]:
    return {
        kind: [
            x[0]
            for x in conn.execute(
                f"SELECT DISTINCT {column} FROM entities"
                f" WHERE document_id = ? AND {column} IS NOT NULL",
                [document_id],
            )
        ]
        for kind, _, column in _ENTITIES
    }


def _subtract_names(conn: sqlite3.Connection, document_id: int) -> None:
    for kind, _, column in _ENTITIES:
        rows = conn.execute(
            f"SELECT {column}, text, count(*) FROM mentions WHERE document_id = ?"
            f" AND kind = ? AND {column} IS NOT NULL GROUP BY 1, 2",
            [document_id, kind],
        ).fetchall()
        conn.executemany(
            "UPDATE names SET count = count - ?"
            " WHERE entity_kind = ? AND entity_id = ? AND name = ?",
            [(count, kind, id_, fold_space(text)) for id_, text, count in rows],
        )
        conn.executemany(
            "DELETE FROM names WHERE entity_kind = ? AND entity_id = ? AND count <= 0",
            [(kind, id_) for id_ in {x[0] for x in rows}],
        )


def drop_orphans(conn: sqlite3.Connection, kind: str, ids: list[int]) -> None:
    """Delete those entities that no document names any more."""
    table, column = next((t, c) for k, t, c in _ENTITIES if k == kind)
    for id_ in ids:
        if not conn.execute(
            f"SELECT 1 FROM entities WHERE {column} = ? LIMIT 1", [id_]
        ).fetchone():
            conn.execute(f"DELETE FROM {table} WHERE id = ?", [id_])
            conn.execute(
                "DELETE FROM names WHERE entity_kind = ? AND entity_id = ?",
                [kind, id_],
            )


def drop_empty_body(conn: sqlite3.Connection, body_id: int) -> None:
    """Delete a body that has neither meetings nor people, and so its council."""
    for table, column, id_ in (("bodies", "body_id", body_id),):
        used = conn.execute(
            f"SELECT 1 FROM meetings WHERE {column} = ? LIMIT 1", [id_]
        ).fetchone()
        if (
            not used
            and not conn.execute(
                "SELECT 1 FROM people WHERE body_id = ? LIMIT 1", [id_]
            ).fetchone()
        ):
            council = conn.execute(
                f"SELECT council_id FROM {table} WHERE id = ?", [id_]
            ).fetchone()
            conn.execute(f"DELETE FROM {table} WHERE id = ?", [id_])
            if council and council[0]:
                _drop_empty_council(conn, council[0])


def _drop_empty_council(conn: sqlite3.Connection, council_id: int) -> None:
    for table in ("bodies", "meetings"):
        if conn.execute(
            f"SELECT 1 FROM {table} WHERE council_id = ? LIMIT 1", [council_id]
        ).fetchone():
            return
    conn.execute("DELETE FROM councils WHERE id = ?", [council_id])
