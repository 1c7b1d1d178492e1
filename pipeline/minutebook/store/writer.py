"""Writes documents into the database, one transaction each."""

from __future__ import annotations

import contextlib
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import PurePosixPath
from typing import Protocol

from sqlite_utils import Database

from minutebook import __version__
from minutebook.records import Extraction, Identity, Link, NamedPerson
from minutebook.store.connect import explain
from minutebook.store.entities import Entities
from minutebook.store.fulltext import append_fulltext, checkpoint
from minutebook.store.parts import Owner, PartIds, PartWriter
from minutebook.store.refs import meeting_ref
from minutebook.store.rehome import IdentifyAll, rehome
from minutebook.store.replace import OldParts, find_old_parts, redirect_parts, remove
from minutebook.store.rows import Rows, prepare
from minutebook.store.settle import settle, unsettled
from minutebook.store.tables import Tables

_HELD = 100  # documents, or files that need none, that share a transaction
_HELD_SECONDS = 2.0  # after which they are committed whatever their number


class Resolver(IdentifyAll, Protocol):
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
        self._name: str = self.conn.execute("PRAGMA database_list").fetchone()[2]
        self._resolver = resolver
        self._load_id = load_id
        self._now = now or _now
        self._tables = Tables(self.conn)
        self._entities = Entities(self._tables, resolver.why_unresolved)
        self._parts = PartWriter(self._tables, resolver.why_unresolved)
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
            self._entities.forget()
        document_id = replaces or self._tables.next("documents")
        self._insert_document(document_id, rows)
        identity = self._resolver.identify(
            rows.meeting["council"],
            rows.meeting["body"],
            folder=str(PurePosixPath(rows.document["path"]).parent),
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
            self._entities.forget()

    def _insert_document(self, document_id: int, rows: Rows) -> None:
        self._tables.insert(
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
        self._tables.insert("texts", [{"document_id": document_id, "text": rows.text}])
        self._tables.insert(
            "layouts", [{"document_id": document_id, "lines": rows.layout}]
        )
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
        council_id = self._entities.council(identity)
        body_id = self._entities.body(identity, council_id)
        meeting_id = old.meeting_id if old else None
        meeting_id = meeting_id or self._tables.next("meetings")
        ref = meeting_ref(
            rows.document["sha256"],
            rows.meeting["date"],
            rows.meeting["body"] or rows.meeting["council"],
        )
        if old and old.meeting_ref and old.is_same_meeting(rows, body_id):
            ref = old.meeting_ref
        elif self._is_taken(ref):
            ref = f"{ref}{rows.document['sha256'][8:16]}"
        self._tables.insert(
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

    def _is_taken(self, ref: str) -> bool:
        sql = "SELECT 1 FROM meetings WHERE ref = ?"
        return self.conn.execute(sql, [ref]).fetchone() is not None

    def _insert_parts(
        self, document_id: int, meeting_id: int, rows: Rows, identity: Identity
    ) -> None:
        ref, council_id, body_id = self.conn.execute(
            "SELECT ref, council_id, body_id FROM meetings WHERE id = ?", [meeting_id]
        ).fetchone()
        owner = Owner(document_id, meeting_id, ref, council_id, body_id)
        self._parts.insert(owner, rows, self._identify_parts(owner, rows, identity))

    def _identify_parts(self, owner: Owner, rows: Rows, identity: Identity) -> PartIds:
        """Return the ids that a document's entities and parts have or get."""
        scope = identity.body_key or f"document {rows.document['sha256']}"
        if owner.body_id is not None:
            self.conn.execute(
                "UPDATE bodies SET is_settled = 0 WHERE id = ?", [owner.body_id]
            )
        find, whole = self._entities.find, self._resolver.organisation_key
        return PartIds(
            people=self._entities.people(rows.people, scope, owner.body_id),
            organisations=[
                find("organisations", whole(x.key, identity), x.name)
                for x in rows.organisations
            ],
            roles=[find("roles", x.key, x.name) for x in rows.roles],
            items=self._tables.take("items", len(rows.items)),
            decisions=self._tables.take("decisions", len(rows.decisions)),
        )

    # -- batches

    def begin(self) -> None:
        """Hold the transaction open for the documents to come, until `commit`.

        What one document costs to commit, many cost together: the pages of the
        indexes are written once. A document is still there whole or not at all.
        """
        if not self.conn.in_transaction:
            with explain(self._name):
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
            with explain(self._name):
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
        """Settle which bodies met and who short names stand for, then flush."""
        with self.transaction():
            rehome(self._entities, self._resolver)
        for body_id in unsettled(self.conn):
            with self.transaction():
                settle(self.conn, body_id, self._resolver.link_short)
                self._entities.forget()
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
            with explain(self._name):
                yield
            return
        with explain(self._name):
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
        self._entities.forget()
        self._tables.forget()

    def _refresh(self) -> None:
        version = self.conn.execute("PRAGMA data_version").fetchone()[0]
        self._entities.trim()
        if version != self._data_version:
            self.forget()
            self._data_version = version


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
