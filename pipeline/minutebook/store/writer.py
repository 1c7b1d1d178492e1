"""Writes documents into the database, one transaction each."""

from __future__ import annotations

import contextlib
import json
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import PurePosixPath
from typing import Any, Protocol

from sqlite_utils import Database

from minutebook import __version__
from minutebook.records import Extraction, Identity, Link, NamedPerson
from minutebook.store.connect import explain
from minutebook.store.fulltext import append_fulltext, checkpoint
from minutebook.store.refs import entity_ref, meeting_ref, part_refs, person_ref
from minutebook.store.replace import OldParts, find_old_parts, redirect_parts, remove
from minutebook.store.rows import MentionRow, Party, Rows, prepare
from minutebook.store.settle import settle, unsettled

_KINDS = ("unknown", "public", "officer", "member")  # the later one wins
_REMEMBERED = 10_000  # entities whose ids are kept in memory
_HELD = 50  # documents, or files that need none, that share a transaction
_HELD_SECONDS = 0.5  # after which they are committed whatever their number


class Resolver(Protocol):
    """What the writer asks of whoever decides who is who."""

    def identify(
        self, council: str | None, body: str | None, *, folder: str
    ) -> Identity:
        """Return which council and body a meeting belongs to."""

    def why_unresolved(self, key: str) -> str | None:
        """Return why a name alone does not tell who is meant."""

    def link_short(self, people: Iterable[NamedPerson]) -> Iterator[Link]:
        """Yield whom each short name of a body stands for."""


@dataclass(frozen=True, slots=True)
class Written:
    """What became of a document: loaded, not-minutes, unchanged or duplicate."""

    document_id: int
    status: str


def write(db: Database, extraction: Extraction, resolver: Resolver) -> Written:
    """Store one document and make it searchable; return what became of it."""
    writer = Writer(db, resolver)
    row = db.conn.execute(
        "SELECT id FROM documents WHERE path = ?", [extraction.source.path]
    ).fetchone()
    written = writer.write(prepare(extraction), row[0] if row else None)
    writer.finish()
    return written


class Writer:
    """Writes documents one by one; the only one to write while it is in use.

    Full-text rows are appended in batches by `flush`, since a trigger for each row
    costs ten times as much; what a killed load left out is appended by the next one.
    """

    def __init__(
        self,
        db: Database,
        resolver: Resolver,
        *,
        load_id: int | None = None,
        now: Callable[[], str] | None = None,
    ) -> None:
        self.db = db
        self.conn: sqlite3.Connection = db.conn
        self._resolver = resolver
        self._load_id = load_id
        self._now = now or _now
        self._ids: dict[str, int] = {}
        self._known: dict[str, dict[str, int]] = {}
        self._data_version = -1
        self._begun = 0.0
        self._held = 0

    # -- documents

    def write(
        self, rows: Rows, replaces: int | None = None, *, force: bool = False
    ) -> Written:
        """Store the rows of one document; `replaces` is the document that they oust.

        The same content is unchanged at the same path and a duplicate at another,
        unless it is what is to be replaced and `force` says so.
        """
        with self.transaction():
            found = self.conn.execute(
                "SELECT id, path FROM documents WHERE sha256 = ?",
                [rows.document["sha256"]],
            ).fetchone()
            if found and not (force and found[0] == replaces):
                same = found[1] == rows.document["path"]
                return Written(found[0], "unchanged" if same else "duplicate")
            return self._write(rows, replaces)

    def _write(self, rows: Rows, replaces: int | None) -> Written:
        old = find_old_parts(self.conn, replaces) if replaces else None
        if replaces:
            remove(self.conn, replaces)
            self._known.clear()
        document_id = replaces or self._next("documents")
        self._insert_document(document_id, rows)
        identity = self._resolver.identify(
            rows.meeting["council"],
            rows.meeting["body"],
            folder=PurePosixPath(rows.document["path"]).parent.name,
        )
        meeting_id = self._insert_meeting(document_id, rows, identity, old)
        self._insert_parts(document_id, meeting_id, rows, identity)
        if old:
            redirect_parts(self.conn, old, document_id)
        return Written(document_id, rows.document["status"])

    def remove(self, document_id: int) -> None:
        """Forget a document and all its rows."""
        with self.transaction():
            remove(self.conn, document_id)
            self._known.clear()

    def _insert_document(self, document_id: int, rows: Rows) -> None:
        self._insert(
            "documents",
            [
                {
                    "id": document_id,
                    **rows.document,
                    "loaded_at": self._now(),
                    "version": __version__,
                    "load_id": self._load_id,
                }
            ],
        )
        self._insert("texts", [{"document_id": document_id, "text": rows.text}])
        self._insert("layouts", [{"document_id": document_id, "lines": rows.layout}])
        self.conn.executemany(
            "INSERT INTO pages VALUES (?, ?, ?, ?, ?, ?)",
            [(document_id, *x) for x in rows.pages],
        )
        self.conn.executemany(
            "INSERT INTO lines VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [(document_id, *x) for x in rows.lines],
        )

    def _insert_meeting(
        self, document_id: int, rows: Rows, identity: Identity, old: OldParts | None
    ) -> int:
        council_id = self._entity("councils", identity.council_key, identity.council)
        body_id = self._entity(
            "bodies", identity.body_key, identity.body, council_id=council_id
        )
        meeting_id = old.meeting_id if old else None
        meeting_id = meeting_id or self._next("meetings")
        ref = meeting_ref(
            rows.document["sha256"],
            rows.meeting["date"],
            rows.meeting["body"] or rows.meeting["council"],
        )
        if old and old.meeting_ref and old.is_same_meeting(rows, body_id):
            ref = old.meeting_ref
        elif self._exists("meetings", ref):
            ref = f"{ref}{rows.document['sha256'][8:16]}"
        self._insert(
            "meetings",
            [
                {
                    "id": meeting_id,
                    "ref": ref,
                    "document_id": document_id,
                    "council_id": council_id,
                    "body_id": body_id,
                    **rows.meeting,
                }
            ],
        )
        return meeting_id

    def _insert_parts(
        self, document_id: int, meeting_id: int, rows: Rows, identity: Identity
    ) -> None:
        ref, council_id, body_id = self.conn.execute(
            "SELECT ref, council_id, body_id FROM meetings WHERE id = ?", [meeting_id]
        ).fetchone()
        ids = _Ids(
            people=self._people(rows, identity, body_id),
            organisations=[
                self._entity("organisations", x.key, x.name) for x in rows.organisations
            ],
            roles=[self._entity("roles", x.key, x.name) for x in rows.roles],
            items=self._take("items", len(rows.items)),
            decisions=self._take("decisions", len(rows.decisions)),
        )
        self._insert_entities(document_id, rows, ids)
        self._insert_items(meeting_id, ref, rows, ids)
        owner = {"meeting_id": meeting_id}
        self._insert_decisions(
            {**owner, "council_id": council_id, "body_id": body_id}, ref, rows, ids
        )
        self._insert_actions(owner, ref, rows, ids)
        self._insert_attendance(owner, rows, ids)
        self._insert_declarations(owner, rows, ids)
        self._insert_mentions(document_id, rows, ids)
        self._insert_names(rows, ids)

    # -- parts of a document

    def _insert_entities(self, document_id: int, rows: Rows, ids: _Ids) -> None:
        kinds = (
            ("person", rows.people, ids.people, "person_id"),
            ("organisation", rows.organisations, ids.organisations, "organisation_id"),
            ("role", rows.roles, ids.roles, "role_id"),
        )
        for kind, parties, found, column in kinds:
            self._insert(
                "entities",
                [
                    {
                        "document_id": document_id,
                        "kind": kind,
                        "position": x.position,
                        "name": x.name,
                        "aliases": json.dumps(x.aliases, ensure_ascii=False),
                        "person_kind": x.kind,
                        column: entity_id,
                        "reason": (
                            self._resolver.why_unresolved(x.key)
                            if kind == "person"
                            else None
                        ),
                    }
                    for x, entity_id in zip(parties, found, strict=True)
                ],
            )

    def _insert_items(
        self, meeting_id: int, meeting: str, rows: Rows, ids: _Ids
    ) -> None:
        refs = part_refs(meeting, "i", (x["hash"] for x in rows.items))
        self._insert(
            "items",
            [
                {"id": id_, "ref": ref, "meeting_id": meeting_id, **_plain(x)}
                for id_, ref, x in zip(ids.items, refs, rows.items, strict=True)
            ],
        )

    def _insert_decisions(
        self, owner: dict[str, Any], meeting: str, rows: Rows, ids: _Ids
    ) -> None:
        refs = part_refs(meeting, "d", (x["hash"] for x in rows.decisions))
        self._insert(
            "decisions",
            [
                {
                    "id": id_,
                    "ref": ref,
                    **owner,
                    "item_id": _at(ids.items, x["item"]),
                    "mover_id": _at(ids.people, x["mover_"]),
                    "seconder_id": _at(ids.people, x["seconder_"]),
                    **_plain(x),
                }
                for id_, ref, x in zip(ids.decisions, refs, rows.decisions, strict=True)
            ],
        )
        self._insert(
            "decision_votes",
            [
                {
                    "decision_id": id_,
                    "person_id": _at(ids.people, v["person"]),
                    **_plain(v),
                }
                for id_, x in zip(ids.decisions, rows.decisions, strict=True)
                for v in x["votes"]
            ],
        )

    def _insert_actions(
        self, owner: dict[str, Any], meeting: str, rows: Rows, ids: _Ids
    ) -> None:
        action_ids = self._take("actions", len(rows.actions))
        refs = part_refs(meeting, "a", (x["hash"] for x in rows.actions))
        self._insert(
            "actions",
            [
                {
                    "id": id_,
                    "ref": ref,
                    **owner,
                    "item_id": _at(ids.items, x["item"]),
                    **_plain(x),
                }
                for id_, ref, x in zip(action_ids, refs, rows.actions, strict=True)
            ],
        )
        self._insert(
            "action_owners",
            [
                {
                    "action_id": id_,
                    "person_id": _at(ids.people, o["person"]),
                    "organisation_id": _at(ids.organisations, o["organisation_"]),
                    "role_id": _at(ids.roles, o["role_"]),
                    **_plain(o),
                }
                for id_, x in zip(action_ids, rows.actions, strict=True)
                for o in x["owners"]
            ],
        )

    def _insert_attendance(self, owner: dict[str, Any], rows: Rows, ids: _Ids) -> None:
        self._insert(
            "attendance",
            [
                {
                    **owner,
                    "person_id": _at(ids.people, x["person"]),
                    "organisation_id": _at(ids.organisations, x["organisation_"]),
                    "role_id": _at(ids.roles, x["role_"]),
                    "substitute_for_id": _at(ids.people, x["substitute"]),
                    **_plain(x),
                }
                for x in rows.attendance
            ],
        )

    def _insert_declarations(
        self, owner: dict[str, Any], rows: Rows, ids: _Ids
    ) -> None:
        self._insert(
            "declarations",
            [
                {
                    **owner,
                    "item_id": _at(ids.items, x["item"]),
                    "person_id": _at(ids.people, x["person"]),
                    **_plain(x),
                }
                for x in rows.declarations
            ],
        )

    def _insert_mentions(self, document_id: int, rows: Rows, ids: _Ids) -> None:
        mention_ids = self._take("mentions", len(rows.mentions))
        pairs = list(zip(mention_ids, rows.mentions, strict=True))
        self.conn.executemany(
            "INSERT INTO mentions VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
            [_mention(document_id, id_, x, ids) for id_, x in pairs],
        )
        self.conn.executemany(
            "INSERT INTO money VALUES (?, ?, ?, ?)",
            [(id_, *x.money) for id_, x in pairs if x.money],
        )
        self.conn.executemany(
            "INSERT INTO dates VALUES (?, ?, ?, ?, ?)",
            [(id_, *x.date) for id_, x in pairs if x.date],
        )

    def _insert_names(self, rows: Rows, ids: _Ids) -> None:
        found = {
            "person": ids.people,
            "organisation": ids.organisations,
            "role": ids.roles,
        }
        self.conn.executemany(
            "INSERT INTO names VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE"
            " SET count = count + excluded.count",
            [
                (kind, _at(found[kind], entity), name, count)
                for (kind, entity, name), count in rows.names.items()
                if _at(found[kind], entity) is not None
            ],
        )

    # -- entities

    def _entity(
        self, table: str, key: str | None, name: str | None, **more: Any
    ) -> int | None:
        """Return the id of a council, body, organisation or role, new or known."""
        if not key or not name:
            return None
        known = self._known.setdefault(table, {})
        if key not in known:
            row = self.conn.execute(
                f'SELECT id FROM "{table}" WHERE key = ?', [key]
            ).fetchone()
            known[key] = row[0] if row else self._new_entity(table, key, name, more)
        return known[key]

    def _new_entity(self, table: str, key: str, name: str, more: dict[str, Any]) -> int:
        ref = entity_ref(name, key, taken=False)
        if self._exists(table, ref):
            ref = entity_ref(name, key, taken=True)
        id_ = self._next(table)
        self._insert(table, [{"id": id_, "ref": ref, "name": name, "key": key, **more}])
        return id_

    def _people(
        self, rows: Rows, identity: Identity, body_id: int | None
    ) -> list[int | None]:
        """Return the ids of a document's people: one name in one body is one person."""
        scope = identity.body_key or f"document {rows.document['sha256']}"
        if body_id is not None:
            self.conn.execute(
                "UPDATE bodies SET is_settled = 0 WHERE id = ?", [body_id]
            )
        return [self._person(x, scope, body_id) for x in rows.people]

    def _person(self, party: Party, scope: str, body_id: int | None) -> int | None:
        if not party.key:
            return None
        ref = person_ref(party.name, party.key, scope)
        known = self._known.setdefault("people", {})
        if ref not in known:
            row = self.conn.execute(
                "SELECT id FROM people WHERE ref = ?", [ref]
            ).fetchone()
            known[ref] = row[0] if row else self._new_person(party, ref, body_id)
        if party.kind:
            self._raise_kind(known[ref], party.kind)
        return known[ref]

    def _new_person(self, party: Party, ref: str, body_id: int | None) -> int:
        id_ = self._next("people")
        self._insert(
            "people",
            [
                {
                    "id": id_,
                    "ref": ref,
                    "name": party.name,
                    "kind": party.kind or "unknown",
                    "body_id": body_id,
                    "key": party.key,
                    "reason": self._resolver.why_unresolved(party.key),
                }
            ],
        )
        return id_

    def _raise_kind(self, person_id: int, kind: str) -> None:
        lower = _KINDS[: _KINDS.index(kind)] if kind in _KINDS else ()
        if lower:
            marks = ", ".join("?" * len(lower))
            self.conn.execute(
                f"UPDATE people SET kind = ? WHERE id = ? AND kind IN ({marks})",
                [kind, person_id, *lower],
            )

    # -- batches

    def begin(self) -> None:
        """Hold the transaction open for the documents to come, until `commit`.

        What one document costs to commit, many cost together: the pages of the
        indexes are written once. A document is still there whole or not at all.
        """
        if not self.conn.in_transaction:
            with explain("the database"):
                self.conn.execute("BEGIN IMMEDIATE")
            self._refresh()
            self._begun = time.monotonic()
            self._held = 0
        self._held += 1

    def is_due(self) -> bool:
        """Return whether what is held should be committed now."""
        held = self.conn.in_transaction
        late = held and time.monotonic() - self._begun > _HELD_SECONDS
        return late or (held and self._held >= _HELD)

    def commit(self) -> None:
        """End the transaction that `begin` opened, if there is one."""
        if self.conn.in_transaction:
            with explain("the database"):
                self.conn.execute("COMMIT")

    def roll_back(self) -> None:
        """Drop what was not committed."""
        if self.conn.in_transaction:
            self.forget()
            with contextlib.suppress(sqlite3.Error):
                self.conn.execute("ROLLBACK")

    def flush(self) -> None:
        """Make what was written searchable and fold the log into the database."""
        with self.transaction():
            append_fulltext(self.conn)
        checkpoint(self.conn)

    def finish(self) -> None:
        """Settle who short names stand for, then flush."""
        for body_id in unsettled(self.conn):
            with self.transaction():
                settle(self.conn, body_id, self._resolver.link_short)
                self._known.clear()
        self.flush()

    # -- the machinery

    def now(self) -> str:
        """Return the time for the record."""
        return self._now()

    def set_load(self, load_id: int) -> None:
        """Say which load the documents to come belong to."""
        self._load_id = load_id

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Hold the write lock for one transaction; nothing of it stays on an error.

        Inside another transaction it is a part of that one.
        """
        if self.conn.in_transaction:
            yield
            return
        with explain("the database"):
            self.conn.execute("BEGIN IMMEDIATE")
            try:
                self._refresh()
                yield
            except BaseException:
                self.forget()
                if self.conn.in_transaction:
                    self.conn.execute("ROLLBACK")
                raise
            self.conn.execute("COMMIT")

    def forget(self) -> None:
        """Drop what is remembered of the database."""
        self._known.clear()
        self._ids.clear()

    def _refresh(self) -> None:
        version = self.conn.execute("PRAGMA data_version").fetchone()[0]
        if sum(map(len, self._known.values())) > _REMEMBERED:
            self._known.clear()
        if version != self._data_version:
            self.forget()
            self._data_version = version

    def _next(self, table: str) -> int:
        return self._take(table, 1)[0]

    def _take(self, table: str, count: int) -> list[int]:
        """Return the next ids of a table. Ids of items and decisions never come back,
        for the full-text tables know them."""
        if table not in self._ids:
            self._ids[table] = self._last_id(table)
        first = self._ids[table] + 1
        self._ids[table] += count
        return list(range(first, first + count))

    def _last_id(self, table: str) -> int:
        row = self.conn.execute(
            "SELECT seq FROM sqlite_sequence WHERE name = ?", [table]
        ).fetchone()
        if row is None:
            row = self.conn.execute(f'SELECT max(id) FROM "{table}"').fetchone()
        return row[0] or 0

    def _exists(self, table: str, ref: str) -> bool:
        sql = f'SELECT 1 FROM "{table}" WHERE ref = ?'
        return self.conn.execute(sql, [ref]).fetchone() is not None

    def _insert(self, table: str, rows: list[dict[str, Any]]) -> None:
        if rows:
            columns = ", ".join(f'"{x}"' for x in rows[0])
            marks = ", ".join("?" * len(rows[0]))
            self.conn.executemany(
                f'INSERT INTO "{table}" ({columns}) VALUES ({marks})',
                [tuple(x.values()) for x in rows],
            )


@dataclass(slots=True)
class _Ids:
    """The ids that a document's entities and parts have in the database."""

    people: list[int | None]
    organisations: list[int | None]
    roles: list[int | None]
    items: list[int]
    decisions: list[int]


def _mention(document_id: int, id_: int, x: MentionRow, ids: _Ids) -> tuple[Any, ...]:
    """Return the values of a mention in the order of its columns."""
    item, decision, entity, kind, text, start, end, page, rule, name, certainty, *_ = x
    return (
        id_,
        document_id,
        None if item is None else ids.items[item],
        kind,
        text,
        start,
        end,
        page,
        rule,
        ids.people[entity] if kind == "person" and entity is not None else None,
        (
            ids.organisations[entity]
            if kind == "organisation" and entity is not None
            else None
        ),
        ids.roles[entity] if kind == "role" and entity is not None else None,
        None if decision is None else ids.decisions[decision],
        name,
        certainty,
    )


_REFERENCES = frozenset(
    {"hash", "item", "person", "substitute", "mover_", "seconder_", "role_"}
    | {"organisation_", "votes", "owners"}
)


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    """Return the columns of a row that need no id."""
    return {k: v for k, v in row.items() if k not in _REFERENCES}


def _at(ids: list[Any], position: int | None) -> Any:
    return None if position is None else ids[position]


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
