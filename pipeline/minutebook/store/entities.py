"""Knows the councils, bodies, organisations, posts and people of a database.

Refs and names are the same in whatever order documents come: a ref is made of the key
alone, and of the forms in which one name is written the best stands.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import Any

from minutebook.records import Identity
from minutebook.store.refs import (
    better_name,
    body_ref,
    entity_ref,
    person_ref,
    short_hash,
)
from minutebook.store.rows import Party
from minutebook.store.tables import Tables

KINDS = ("unknown", "public", "officer", "member")  # the later one wins
_REMEMBERED = 10_000  # entities that are kept in memory
_Known = tuple[int, str]  # id and name


class Entities:
    """Finds or makes the row of each entity that documents name."""

    def __init__(
        self, tables: Tables, why_unresolved: Callable[[str], str | None]
    ) -> None:
        self._tables = tables
        self.conn: sqlite3.Connection = tables.conn
        self._why_unresolved = why_unresolved
        self._known: dict[str, dict[str, _Known]] = {}
        self._refs: dict[tuple[str, str], str] = {}  # of people

    def forget(self) -> None:
        """Drop what is remembered of the database."""
        self._known.clear()

    def trim(self) -> None:
        """Drop what is remembered where it has grown too much."""
        if sum(map(len, self._known.values())) > _REMEMBERED:
            self._known.clear()
        if len(self._refs) > _REMEMBERED:
            self._refs.clear()

    def council(self, identity: Identity) -> int | None:
        """Return the id of the council of a meeting."""
        return self.find("councils", identity.council_key, identity.council)

    def body(self, identity: Identity, council_id: int | None) -> int | None:
        """Return the id of the body that met."""
        key = identity.body_key
        ref = body_ref(key) if key else None
        return self.find("bodies", key, identity.body, ref, council_id=council_id)

    def find(
        self,
        table: str,
        key: str | None,
        name: str | None,
        ref: str | None = None,
        **more: Any,
    ) -> int | None:
        """Return the id of a council, body, organisation or role, new or known."""
        if not key or not name:
            return None
        return self._find(
            table,
            "key",
            key,
            name,
            lambda: {
                "ref": self._free(table, ref or entity_ref(key), key),
                "key": key,
                **more,
            },
        )

    def _free(self, table: str, ref: str, key: str) -> str:
        """Return a ref; with a hash where a row of an earlier version bears it."""
        sql = f'SELECT 1 FROM "{table}" WHERE ref = ?'
        taken = self.conn.execute(sql, [ref]).fetchone()
        return f"{ref}-{short_hash(key)}" if taken else ref

    def people(
        self, parties: list[Party], scope: str, body_id: int | None
    ) -> list[int | None]:
        """Return the ids of a document's people: one name in one body is one person."""
        return [self._person(x, scope, body_id) for x in parties]

    def _person(self, party: Party, scope: str, body_id: int | None) -> int | None:
        if not party.key:
            return None
        ref = self._refs.get((scope, party.key))
        if ref is None:
            ref = self._refs[scope, party.key] = person_ref(party.key, scope)
        id_ = self._find(
            "people",
            "ref",
            ref,
            party.name,
            lambda: {
                "ref": ref,
                "kind": party.kind or "unknown",
                "body_id": body_id,
                "key": party.key,
                "reason": self._why_unresolved(party.key),
            },
        )
        if party.kind:
            self._raise_kind(id_, party.kind)
        return id_

    def _find(
        self,
        table: str,
        column: str,
        value: str,
        name: str,
        make: Callable[[], dict[str, Any]],
    ) -> int:
        """Return the id of a row, which is made where it is new."""
        remembered = self._known.setdefault(table, {})
        known = remembered.get(value) or self._look_up(table, column, value)
        if known is None:
            known = self._tables.next(table), name
            self._tables.insert(table, [{"id": known[0], "name": name, **make()}])
        elif known[1] != name and better_name(known[1], name) == name:
            self.conn.execute(
                f'UPDATE "{table}" SET name = ? WHERE id = ?', [name, known[0]]
            )
            known = known[0], name
        remembered[value] = known
        return known[0]

    def _look_up(self, table: str, column: str, value: str) -> _Known | None:
        row: _Known | None = self.conn.execute(
            f'SELECT id, name FROM "{table}" WHERE "{column}" = ?', [value]
        ).fetchone()
        return row

    def _raise_kind(self, person_id: int, kind: str) -> None:
        lower = KINDS[: KINDS.index(kind)] if kind in KINDS else ()
        if lower:
            marks = ", ".join("?" * len(lower))
            self.conn.execute(
                f"UPDATE people SET kind = ? WHERE id = ? AND kind IN ({marks})",
                [kind, person_id, *lower],
            )
