"""Reads documents back out of the database as the extractions that went in."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from sqlite_utils import Database

from minutebook.records import (
    Action,
    Attendee,
    DateValue,
    Decision,
    Declaration,
    Entity,
    Extraction,
    Item,
    Meeting,
    Mention,
    Mentions,
    MoneyValue,
    Page,
    Sections,
    SourceDocument,
    Span,
    Vote,
)
from minutebook.store.layout import unpack_lines


def read_extractions(db: Database) -> Iterator[Extraction]:
    """Yield what was read out of every document, in the order of loading."""
    ids = [x[0] for x in db.conn.execute("SELECT id FROM documents ORDER BY id")]
    return (_Reader(db.conn, id_).read() for id_ in ids)


def read_extraction(db: Database, document_id: int) -> Extraction:
    """Return what was read out of one document. Its lines are not kept as such."""
    return _Reader(db.conn, document_id).read()


@dataclass(frozen=True, slots=True)
class StoredText:
    """A document as its reader gave it, its lines still packed."""

    source: SourceDocument
    packed: bytes

    def unpack(self) -> SourceDocument:
        """Return the document with its lines."""
        return replace(self.source, lines=unpack_lines(self.packed))


def read_source(conn: sqlite3.Connection, document_id: int) -> StoredText | None:
    """Return a document as its reader gave it; None where its lines were not kept."""
    row = conn.execute(
        "SELECT lines FROM layouts WHERE document_id = ?", [document_id]
    ).fetchone()
    if row is None:
        return None
    return StoredText(_Reader(conn, document_id).source(), row[0])


class _Reader:
    """Rebuilds one document from its rows."""

    def __init__(self, conn: sqlite3.Connection, document_id: int) -> None:
        self._conn = conn
        self._id = document_id
        self._document = self._rows("SELECT * FROM documents WHERE id = ?")[0]
        meetings = self._rows("SELECT * FROM meetings WHERE document_id = ?")
        self._meeting: dict[str, Any] = meetings[0]

    def read(self) -> Extraction:
        """Return the document's extraction."""
        document = self._document
        sections = Sections(
            document["kind"],
            Span(0, 0),
            certainty=document["certainty"],
            rule=document["rule"],
        )
        return Extraction(
            self.source(),
            sections,
            self._mentions(),
            self._read_meeting(),
            tuple(json.loads(document["problems"])),
        )

    def _rows(self, sql: str, *values: Any) -> list[dict[str, Any]]:
        cursor = self._conn.execute(sql, values or (self._id,))
        names = [x[0] for x in cursor.description]
        return [dict(zip(names, x, strict=True)) for x in cursor]

    def source(self) -> SourceDocument:
        """Return the document's text and pages."""
        document = self._document
        pages = self._rows("SELECT * FROM pages WHERE document_id = ? ORDER BY page")
        text = self._rows("SELECT text FROM texts WHERE document_id = ?")
        return SourceDocument(
            document["path"],
            document["media_type"],
            document["sha256"],
            document["bytes"],
            text[0]["text"],
            (),
            tuple(
                Page(x["page"], x["start"], x["end"], x["width"], x["height"])
                for x in pages
            ),
            tuple((k, v) for k, v in json.loads(document["metadata"])),
            tuple(json.loads(document["notes"])),
        )

    def _mentions(self) -> Mentions:
        rows = self._rows(
            "SELECT m.*, amount, currency, per, earliest, latest, precision, iso"
            " FROM mentions m LEFT JOIN money ON money.mention_id = m.id"
            " LEFT JOIN dates ON dates.mention_id = m.id"
            " WHERE m.document_id = ? ORDER BY m.id"
        )
        return Mentions(
            tuple(_mention(x) for x in rows),
            self._entities("person"),
            self._entities("organisation"),
            self._entities("role"),
        )

    def _entities(self, kind: str) -> tuple[Entity, ...]:
        rows = self._rows(
            "SELECT * FROM entities WHERE document_id = ? AND kind = ?"
            " AND position IS NOT NULL ORDER BY position",
            self._id,
            kind,
        )
        return tuple(
            Entity(x["name"], tuple(json.loads(x["aliases"])), x["person_kind"])
            for x in rows
        )

    def _read_meeting(self) -> Meeting:
        meeting = self._meeting
        items = self._part("items")
        places = {x["id"]: position for position, x in enumerate(items)}
        return Meeting(
            council=meeting["council"],
            body=meeting["body"],
            date=meeting["date"],
            start=meeting["start_time"],
            end=meeting["end_time"],
            venue=meeting["venue"],
            draft=bool(meeting["is_draft"]),
            next=tuple(json.loads(meeting["next"])),
            approves=tuple(json.loads(meeting["approves"])),
            spans=tuple(
                (name, Span(start, end, rule))
                for name, start, end, rule in json.loads(meeting["spans"])
            ),
            attendance=tuple(_attendee(x) for x in self._part("attendance")),
            items=tuple(_item(x) for x in items),
            decisions=tuple(self._decision(x, places) for x in self._part("decisions")),
            actions=tuple(self._action(x, places) for x in self._part("actions")),
            declarations=tuple(
                Declaration(
                    places.get(x["item_id"]),
                    x["name"],
                    x["start"],
                    x["end"],
                    x["rule"],
                )
                for x in self._part("declarations")
            ),
        )

    def _part(self, table: str) -> list[dict[str, Any]]:
        return self._rows(
            f"SELECT * FROM {table} WHERE meeting_id = ? ORDER BY position",
            self._meeting["id"],
        )

    def _decision(self, x: dict[str, Any], places: dict[int, int]) -> Decision:
        votes = self._rows(
            "SELECT * FROM decision_votes WHERE decision_id = ? ORDER BY position",
            x["id"],
        )
        lead = x["lead_start"] is not None
        return Decision(
            item=places.get(x["item_id"]),
            kind=x["kind"],
            start=x["start"],
            end=x["end"],
            rule=x["rule"],
            certainty=x["certainty"],
            lead=Span(x["lead_start"], x["lead_end"]) if lead else None,
            mover=x["mover"],
            seconder=x["seconder"],
            votes_for=x["votes_for"],
            votes_against=x["votes_against"],
            votes_abstained=x["votes_abstained"],
            unanimous=bool(x["unanimous"]),
            votes=tuple(
                Vote(v["name"], v["vote"], v["start"], v["end"]) for v in votes
            ),
        )

    def _action(self, x: dict[str, Any], places: dict[int, int]) -> Action:
        owners = self._rows(
            "SELECT * FROM action_owners WHERE action_id = ? ORDER BY position",
            x["id"],
        )
        return Action(
            item=places.get(x["item_id"]),
            start=x["start"],
            end=x["end"],
            owners=tuple(o["name"] for o in owners if o["name"] is not None),
            owners_written=tuple(
                o["name_as_written"] for o in owners if o["name_as_written"] is not None
            ),
            due=x["due_date"],
            rule=x["rule"],
            certainty=x["certainty"],
        )


def _attendee(x: dict[str, Any]) -> Attendee:
    return Attendee(
        name=x["name"],
        start=x["start"],
        end=x["end"],
        status=x["status"],
        chair=bool(x["is_chair"]),
        role=x["role"],
        organisation=x["organisation"],
        role_span=_span(x["role_start"], x["role_end"]),
        organisation_span=_span(x["organisation_start"], x["organisation_end"]),
        initials=x["initials"],
        substitute_for=x["substitute_for"],
        note=x["note"],
        group=x["group"],
        rule=x["rule"],
        certainty=x["certainty"],
    )


def _span(start: int | None, end: int | None) -> Span | None:
    return Span(start, end) if start is not None and end is not None else None


def _item(x: dict[str, Any]) -> Item:
    return Item(
        number=x["number"],
        title=x["title"],
        start=x["start"],
        title_start=x["start"],
        title_end=x["body_start"],
        body_start=x["body_start"],
        end=x["end"],
        level=x["level"],
        rule=x["rule"],
    )


def _mention(x: dict[str, Any]) -> Mention:
    return Mention(
        kind=x["kind"],
        start=x["start"],
        end=x["end"],
        name=x["name"],
        rule=x["rule"],
        certainty=x["certainty"],
        date=(
            DateValue(x["iso"], x["earliest"], x["latest"], x["precision"])
            if x["iso"]
            else None
        ),
        money=(
            MoneyValue(x["amount"], x["currency"], x["per"]) if x["currency"] else None
        ),
    )
