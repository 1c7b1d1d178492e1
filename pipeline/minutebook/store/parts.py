"""Writes the parts of a document: entities, items, decisions, mentions and the rest."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from minutebook.store.refs import part_refs
from minutebook.store.rows import MentionRow, Rows
from minutebook.store.tables import Tables


@dataclass(slots=True)
class PartIds:
    """The ids that a document's entities and parts have in the database."""

    people: list[int | None]
    organisations: list[int | None]
    roles: list[int | None]
    items: list[int]
    decisions: list[int]


@dataclass(frozen=True, slots=True)
class Owner:
    """What the parts of a document hang on."""

    document_id: int
    meeting_id: int
    meeting_ref: str
    council_id: int | None
    body_id: int | None


class PartWriter:
    """Writes the parts of documents whose own rows and entities stand already."""

    def __init__(
        self, tables: Tables, why_unresolved: Callable[[str], str | None]
    ) -> None:
        self._tables = tables
        self._why_unresolved = why_unresolved

    def insert(self, owner: Owner, rows: Rows, ids: PartIds) -> None:
        """Write everything that a document holds."""
        self._insert_entities(owner.document_id, rows, ids)
        self._insert_items(owner, rows, ids)
        self._insert_decisions(owner, rows, ids)
        self._insert_actions(owner, rows, ids)
        self._insert_attendance(owner, rows, ids)
        self._insert_declarations(owner, rows, ids)
        self._insert_mentions(owner.document_id, rows, ids)
        self._insert_names(rows, ids)

    def _insert_entities(self, document_id: int, rows: Rows, ids: PartIds) -> None:
        kinds = (
            ("person", rows.people, ids.people, "person_id"),
            ("organisation", rows.organisations, ids.organisations, "organisation_id"),
            ("role", rows.roles, ids.roles, "role_id"),
        )
        for kind, parties, found, column in kinds:
            self._tables.insert(
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
                        "reason": self._why_unresolved(x.key)
                        if kind == "person"
                        else None,
                    }
                    for x, entity_id in zip(parties, found, strict=True)
                ],
            )

    def _insert_items(self, owner: Owner, rows: Rows, ids: PartIds) -> None:
        refs = part_refs(owner.meeting_ref, "i", (x["hash"] for x in rows.items))
        self._tables.insert(
            "items",
            [
                {"id": id_, "ref": ref, "meeting_id": owner.meeting_id, **_plain(x)}
                for id_, ref, x in zip(ids.items, refs, rows.items, strict=True)
            ],
        )

    def _insert_decisions(self, owner: Owner, rows: Rows, ids: PartIds) -> None:
        refs = part_refs(owner.meeting_ref, "d", (x["hash"] for x in rows.decisions))
        self._tables.insert(
            "decisions",
            [
                {
                    "id": id_,
                    "ref": ref,
                    "meeting_id": owner.meeting_id,
                    "council_id": owner.council_id,
                    "body_id": owner.body_id,
                    "item_id": _at(ids.items, x["item"]),
                    "mover_id": _at(ids.people, x["mover_"]),
                    "seconder_id": _at(ids.people, x["seconder_"]),
                    **_plain(x),
                }
                for id_, ref, x in zip(ids.decisions, refs, rows.decisions, strict=True)
            ],
        )
        self._tables.insert(
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

    def _insert_actions(self, owner: Owner, rows: Rows, ids: PartIds) -> None:
        action_ids = self._tables.take("actions", len(rows.actions))
        refs = part_refs(owner.meeting_ref, "a", (x["hash"] for x in rows.actions))
        self._tables.insert(
            "actions",
            [
                {
                    "id": id_,
                    "ref": ref,
                    "meeting_id": owner.meeting_id,
                    "item_id": _at(ids.items, x["item"]),
                    **_plain(x),
                }
                for id_, ref, x in zip(action_ids, refs, rows.actions, strict=True)
            ],
        )
        self._tables.insert(
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

    def _insert_attendance(self, owner: Owner, rows: Rows, ids: PartIds) -> None:
        self._tables.insert(
            "attendance",
            [
                {
                    "meeting_id": owner.meeting_id,
                    "person_id": _at(ids.people, x["person"]),
                    "organisation_id": _at(ids.organisations, x["organisation_"]),
                    "role_id": _at(ids.roles, x["role_"]),
                    "substitute_for_id": _at(ids.people, x["substitute"]),
                    **_plain(x),
                }
                for x in rows.attendance
            ],
        )

    def _insert_declarations(self, owner: Owner, rows: Rows, ids: PartIds) -> None:
        self._tables.insert(
            "declarations",
            [
                {
                    "meeting_id": owner.meeting_id,
                    "item_id": _at(ids.items, x["item"]),
                    "person_id": _at(ids.people, x["person"]),
                    **_plain(x),
                }
                for x in rows.declarations
            ],
        )

    def _insert_mentions(self, document_id: int, rows: Rows, ids: PartIds) -> None:
        mention_ids = self._tables.take("mentions", len(rows.mentions))
        pairs = list(zip(mention_ids, rows.mentions, strict=True))
        self._tables.conn.executemany(
            "INSERT INTO mentions VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
            [_mention(document_id, id_, x, ids) for id_, x in pairs],
        )
        self._tables.conn.executemany(
            "INSERT INTO money VALUES (?, ?, ?, ?)",
            [(id_, *x.money) for id_, x in pairs if x.money],
        )
        self._tables.conn.executemany(
            "INSERT INTO dates VALUES (?, ?, ?, ?, ?)",
            [(id_, *x.date) for id_, x in pairs if x.date],
        )

    def _insert_names(self, rows: Rows, ids: PartIds) -> None:
        found = {
            "person": ids.people,
            "organisation": ids.organisations,
            "role": ids.roles,
        }
        self._tables.conn.executemany(
            "INSERT INTO names VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE"
            " SET count = count + excluded.count",
            [
                (kind, _at(found[kind], entity), name, count)
                for (kind, entity, name), count in rows.names.items()
                if _at(found[kind], entity) is not None
            ],
        )


def _mention(
    document_id: int, id_: int, x: MentionRow, ids: PartIds
) -> tuple[Any, ...]:
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
