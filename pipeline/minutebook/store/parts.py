"""Writes the parts of a document: entities, items, decisions, mentions and the rest."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from minutebook.store.refs import part_refs
from minutebook.store.rows import DATE, MONEY, MentionRow, Rows
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
        self._shapes: dict[str, _Shape] = {}

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
            why = self._why_unresolved if kind == "person" else _no_reason
            self._tables.conn.executemany(
                "INSERT INTO entities (document_id, kind, position, name, aliases,"
                f" person_kind, {column}, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    (
                        *(document_id, kind, x.position, x.name, _as_json(x.aliases)),
                        *(x.kind, entity_id, why(x.key)),
                    )
                    for x, entity_id in zip(parties, found, strict=True)
                ],
            )

    def _insert_items(self, owner: Owner, rows: Rows, ids: PartIds) -> None:
        refs = part_refs(owner.meeting_ref, "i", (x["hash"] for x in rows.items))
        meeting = owner.meeting_id
        self._insert(
            "items",
            "id ref meeting_id",
            rows.items,
            [(id_, ref, meeting) for id_, ref in zip(ids.items, refs, strict=True)],
        )

    def _insert_decisions(self, owner: Owner, rows: Rows, ids: PartIds) -> None:
        refs = part_refs(owner.meeting_ref, "d", (x["hash"] for x in rows.decisions))
        whose = (owner.meeting_id, owner.council_id, owner.body_id)
        self._insert(
            "decisions",
            "id ref meeting_id council_id body_id item_id mover_id seconder_id",
            rows.decisions,
            [
                (
                    *(id_, ref, *whose, _at(ids.items, x["item"])),
                    *(_at(ids.people, x["mover_"]), _at(ids.people, x["seconder_"])),
                )
                for id_, ref, x in zip(ids.decisions, refs, rows.decisions, strict=True)
            ],
        )
        votes = [
            (id_, v)
            for id_, x in zip(ids.decisions, rows.decisions, strict=True)
            for v in x["votes"]
        ]
        self._insert(
            "decision_votes",
            "decision_id person_id",
            [v for _, v in votes],
            [(id_, _at(ids.people, v["person"])) for id_, v in votes],
        )

    def _insert_actions(self, owner: Owner, rows: Rows, ids: PartIds) -> None:
        action_ids = self._tables.take("actions", len(rows.actions))
        refs = part_refs(owner.meeting_ref, "a", (x["hash"] for x in rows.actions))
        self._insert(
            "actions",
            "id ref meeting_id item_id",
            rows.actions,
            [
                (id_, ref, owner.meeting_id, _at(ids.items, x["item"]))
                for id_, ref, x in zip(action_ids, refs, rows.actions, strict=True)
            ],
        )
        owners = [
            (id_, o)
            for id_, x in zip(action_ids, rows.actions, strict=True)
            for o in x["owners"]
        ]
        self._insert(
            "action_owners",
            "action_id person_id organisation_id role_id",
            [o for _, o in owners],
            [(id_, *_parties(ids, o)) for id_, o in owners],
        )

    def _insert_attendance(self, owner: Owner, rows: Rows, ids: PartIds) -> None:
        self._insert(
            "attendance",
            "meeting_id person_id organisation_id role_id substitute_for_id",
            rows.attendance,
            [
                (owner.meeting_id, *_parties(ids, x), _at(ids.people, x["substitute"]))
                for x in rows.attendance
            ],
        )

    def _insert_declarations(self, owner: Owner, rows: Rows, ids: PartIds) -> None:
        self._insert(
            "declarations",
            "meeting_id item_id person_id",
            rows.declarations,
            [
                (
                    owner.meeting_id,
                    _at(ids.items, x["item"]),
                    _at(ids.people, x["person"]),
                )
                for x in rows.declarations
            ],
        )

    def _insert(
        self,
        table: str,
        columns: str,
        rows: list[dict[str, Any]],
        ids: list[tuple[Any, ...]],
    ) -> None:
        """Write rows with ids in some columns before their own."""
        if not rows:
            return
        if table not in self._shapes:
            self._shapes[table] = _Shape.of(table, columns.split(), rows[0])
        shape = self._shapes[table]
        values = [(*x, *shape.pick(y)) for x, y in zip(ids, rows, strict=True)]
        self._tables.conn.executemany(shape.sql, values)

    def _insert_mentions(self, document_id: int, rows: Rows, ids: PartIds) -> None:
        mention_ids = self._tables.take("mentions", len(rows.mentions))
        pairs = list(zip(mention_ids, rows.mentions, strict=True))
        self._tables.conn.executemany(
            "INSERT INTO mentions VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
            [_mention(document_id, id_, x, ids) for id_, x in pairs],
        )
        self._tables.conn.executemany(
            "INSERT INTO money VALUES (?, ?, ?, ?)",
            [(id_, *x[MONEY]) for id_, x in pairs if x[MONEY]],
        )
        self._tables.conn.executemany(
            "INSERT INTO dates VALUES (?, ?, ?, ?, ?)",
            [(id_, *x[DATE]) for id_, x in pairs if x[DATE]],
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


@dataclass(frozen=True, slots=True)
class _Shape:
    """How the rows of a table are written: their columns in SQL, and how to pick them.

    What a row refers to by its position in the document is written as an id instead.
    """

    sql: str
    pick: Callable[[dict[str, Any]], tuple[Any, ...]]

    @classmethod
    def of(cls, table: str, ids: list[str], row: dict[str, Any]) -> _Shape:
        """Return the shape of a table's rows, told by one of them."""
        own = [x for x in row if x not in _REFERENCES]
        columns = ", ".join(f'"{x}"' for x in (*ids, *own))
        marks = ", ".join("?" * len((*ids, *own)))
        sql = f'INSERT INTO "{table}" ({columns}) VALUES ({marks})'
        return cls(sql, itemgetter(*own))


def _parties(ids: PartIds, row: dict[str, Any]) -> tuple[Any, Any, Any]:
    """Return the person, the organisation and the post that a row refers to."""
    return (
        _at(ids.people, row["person"]),
        _at(ids.organisations, row["organisation_"]),
        _at(ids.roles, row["role_"]),
    )


def _as_json(aliases: tuple[str, ...]) -> str:
    return json.dumps(aliases, ensure_ascii=False) if aliases else "[]"


def _no_reason(key: str) -> None:
    return None


def _at(ids: list[Any], position: int | None) -> Any:
    return None if position is None else ids[position]
