"""Moves what a document says of a short name to the person whom it stands for.

What a short name stands for depends on everybody else in the body, so it is decided
anew for the whole body once a load has written its documents: the outcome is the same
in whatever order they came.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import reduce
from typing import Any, NamedTuple

from minutebook.records import Link, NamedPerson
from minutebook.store.entities import KINDS
from minutebook.store.namekeys import written_key
from minutebook.store.refs import better_name, person_ref
from minutebook.store.replace import drop_orphans, redirect

LinkShort = Callable[[Iterable[NamedPerson]], Iterator[Link]]


def unsettled(conn: sqlite3.Connection) -> list[int]:
    """Return the bodies whose people changed since they were settled."""
    return [
        x[0]
        for x in conn.execute("SELECT id FROM bodies WHERE is_settled = 0 ORDER BY id")
    ]


def settle(conn: sqlite3.Connection, body_id: int, link_short: LinkShort) -> None:
    """Give every short name of a body to the one person whom it can stand for."""
    entities = _entities(conn, body_id)
    by_name = {(x.document, x.key): row for row, x in entities}
    reasons: dict[int, str] = {}
    people = _people(conn, body_id)
    moved: dict[int, set[int]] = defaultdict(set)
    for link in link_short(x for _, x in entities):
        entity_id, person_id, *_ = by_name[link.person.document, link.person.key]
        target = people.get(link.key or link.person.key)
        if target is None:
            forms = [x for x, named in entities if named.key == link.person.key]
            target = _make_person(conn, body_id, forms, link.person.key)
            people[link.person.key] = target
        if target != person_id or link.reason:
            conn.execute(
                "UPDATE entities SET reason = ? WHERE id = ?", [link.reason, entity_id]
            )
        if link.reason:
            reasons[target] = max(reasons.get(target, ""), link.reason or "")
        if target != person_id:
            move(conn, link.person.document, person_id, target)
            moved[person_id].add(target)
    conn.executemany(
        "UPDATE people SET reason = ? WHERE id = ?",
        [(reason or None, id_) for id_, reason in reasons.items()],
    )
    _retire(conn, moved, people)
    conn.execute("UPDATE bodies SET is_settled = 1 WHERE id = ?", [body_id])


class _Form(NamedTuple):
    """How one document names one person."""

    entity_id: int
    person_id: int
    name: str
    kind: str | None


def _entities(
    conn: sqlite3.Connection, body_id: int
) -> list[tuple[_Form, NamedPerson]]:
    rows = conn.execute(
        "SELECT e.id, e.person_id, e.name, e.person_kind, e.document_id, m.year"
        " FROM meetings m"
        " JOIN entities e ON e.document_id = m.document_id AND e.kind = 'person'"
        " WHERE m.body_id = ? AND e.person_id IS NOT NULL ORDER BY e.id",
        [body_id],
    )
    return [
        (_Form(*form), NamedPerson(document, written_key(form[2]), year))
        for *form, document, year in rows
    ]


def _people(conn: sqlite3.Connection, body_id: int) -> dict[str, int]:
    return dict(conn.execute("SELECT key, id FROM people WHERE body_id = ?", [body_id]))


def _make_person(
    conn: sqlite3.Connection, body_id: int, forms: list[_Form], key: str
) -> int:
    """Return a new person for a short name that no longer stands for a fuller one."""
    scope = conn.execute("SELECT key FROM bodies WHERE id = ?", [body_id]).fetchone()[0]
    name = reduce(better_name, (x.name for x in forms))
    kind = max((x.kind for x in forms if x.kind in KINDS), key=KINDS.index, default="")
    ref = person_ref(key, scope)
    conn.execute("DELETE FROM redirects WHERE kind = 'person' AND ref = ?", [ref])
    cursor = conn.execute(
        "INSERT INTO people (ref, name, kind, body_id, key) VALUES (?, ?, ?, ?, ?)",
        [ref, name, kind or KINDS[0], body_id, key],
    )
    return int(cursor.lastrowid or 0)


_MEETING_TABLES = (
    ("attendance", "person_id"),
    ("attendance", "substitute_for_id"),
    ("declarations", "person_id"),
    ("decisions", "mover_id"),
    ("decisions", "seconder_id"),
)


def move(conn: sqlite3.Connection, document: int, old: int, new: int) -> None:
    """Move what one document says of one person to another."""
    meeting = conn.execute(
        "SELECT id FROM meetings WHERE document_id = ?", [document]
    ).fetchone()[0]
    _move_names(conn, "person", document, old, new)
    conn.execute(
        "UPDATE entities SET person_id = ? WHERE document_id = ? AND person_id = ?",
        [new, document, old],
    )
    conn.execute(
        "UPDATE mentions SET person_id = ? WHERE document_id = ? AND person_id = ?",
        [new, document, old],
    )
    for table, column in _MEETING_TABLES:
        conn.execute(
            f"UPDATE {table} SET {column} = ? WHERE meeting_id = ? AND {column} = ?",
            [new, meeting, old],
        )
    for table, column, parent in (
        ("decision_votes", "decision_id", "decisions"),
        ("action_owners", "action_id", "actions"),
    ):
        conn.execute(
            f"UPDATE {table} SET person_id = ? WHERE person_id = ? AND {column} IN"
            f" (SELECT id FROM {parent} WHERE meeting_id = ?)",
            [new, old, meeting],
        )


def move_organisation(
    conn: sqlite3.Connection, document: int, meeting: int, old: int, new: int
) -> None:
    """Move what one document says of one organisation to another."""
    _move_names(conn, "organisation", document, old, new)
    for table, where, whose in (
        ("entities", "document_id = ?", document),
        ("mentions", "document_id = ?", document),
        ("attendance", "meeting_id = ?", meeting),
        (
            "action_owners",
            "action_id IN (SELECT id FROM actions WHERE meeting_id = ?)",
            meeting,
        ),
    ):
        conn.execute(
            f"UPDATE {table} SET organisation_id = ?"
            f" WHERE organisation_id = ? AND {where}",
            [new, old, whose],
        )


def _move_names(
    conn: sqlite3.Connection, kind: str, document: int, old: int, new: int
) -> None:
    rows: list[tuple[Any, ...]] = conn.execute(
        "SELECT text, count(*) FROM mentions WHERE document_id = ?"
        f" AND {kind}_id = ? GROUP BY 1",
        [document, old],
    ).fetchall()
    for text, count in rows:
        name = " ".join(text.split())
        conn.execute(
            "INSERT INTO names VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE"
            " SET count = count + excluded.count",
            [kind, new, name, count],
        )
        conn.execute(
            "UPDATE names SET count = count - ? WHERE entity_kind = ?"
            " AND entity_id = ? AND name = ?",
            [count, kind, old, name],
        )
    conn.execute(
        "DELETE FROM names WHERE entity_kind = ? AND entity_id = ? AND count <= 0",
        [kind, old],
    )


def _retire(
    conn: sqlite3.Connection, moved: dict[int, set[int]], people: dict[str, int]
) -> None:
    """Drop the persons whom nothing is said of any more; their refs lead on."""
    for id_ in sorted(moved):
        ref, key = conn.execute(
            "SELECT ref, key FROM people WHERE id = ?", [id_]
        ).fetchone()
        drop_orphans(conn, "person", [id_])
        gone = not conn.execute("SELECT 1 FROM people WHERE id = ?", [id_]).fetchone()
        if not gone:
            continue
        heirs = moved[id_] if len(moved[id_]) == 1 else _heirs(id_, key, people)
        if len(heirs) == 1:
            target = conn.execute(
                "SELECT ref FROM people WHERE id = ?", [min(heirs)]
            ).fetchone()
            if target:
                redirect(conn, "person", ref, target[0])


def _heirs(id_: int, key: str, people: dict[str, int]) -> set[int]:
    """Return the persons of a body for whom a short name can stand."""
    words = key.split()
    return {
        other_id
        for other, other_id in people.items()
        if other_id != id_
        and other.split()[-1] == words[-1]
        and other[:1] == words[0][:1]
        and len(other.split()[0]) > 1
    }
