"""Turns an extraction into the record that `extract` and `export` print."""

from __future__ import annotations

from typing import Any

from minutebook.grammar.names import fold_spaces
from minutebook.records import (
    Action,
    Attendee,
    Decision,
    Entity,
    Extraction,
    Item,
    Mention,
    SourceDocument,
)


def record(extraction: Extraction) -> dict[str, Any]:
    """Return the JSON record of one document, in the shape of the gold schema."""
    source, meeting = extraction.source, extraction.meeting
    return {
        "document": source.path,
        "sha256": source.sha256,
        "kind": extraction.sections.kind,
        "meeting": {
            "council": meeting.council,
            "body": meeting.body,
            "date": meeting.date,
            "start": meeting.start,
            "end": meeting.end,
            "venue": meeting.venue,
            "draft": meeting.draft,
            "next": list(meeting.next),
            "approves": list(meeting.approves),
        },
        "attendance": [_attendee(source, x) for x in meeting.attendance],
        "items": [_item(source, x) for x in meeting.items],
        "decisions": [_decision(source, meeting.items, x) for x in meeting.decisions],
        "actions": [_action(source, meeting.items, x) for x in meeting.actions],
        "declarations": [
            {
                "item": _number(meeting.items, x.item),
                "name": x.name,
                "text": fold_spaces(source.quote(x.start, x.end)),
                "start": x.start,
                "end": x.end,
                "page": source.page_of(x.start),
                "rule": x.rule,
            }
            for x in meeting.declarations
        ],
        "people": [_entity(x) for x in extraction.mentions.people],
        "organisations": [_entity(x) for x in extraction.mentions.organisations],
        "roles": [x.name for x in extraction.mentions.roles],
        "money": [
            _mention(source, x)
            | {
                "amount": x.money.amount,
                "currency": x.money.currency,
                "per": x.money.per,
            }
            for x in extraction.mentions.mentions
            if x.money
        ],
        "dates": [
            _mention(source, x) | {"iso": x.date.iso, "precision": x.date.precision}
            for x in extraction.mentions.mentions
            if x.date
        ],
    }


def _number(items: tuple[Item, ...], index: int | None) -> str | None:
    """Return the number under which a reader would cite what stands in an item.

    That is the item's own, unless it is a lettered or restarted part of a numbered one:
    "(b)" under 4 is cited as 4, but "4b" and the "B" of an outline as themselves.
    """
    if index is None:
        return None
    item = items[index]
    if item.level == 1 or item.number is None or "." in item.number:
        return item.number
    if len(item.number) == 1 and item.number.isupper():
        return item.number
    owner = next((x for x in reversed(items[:index]) if x.level == 1), None)
    if owner is None or not owner.number or _continues(item.number, owner.number):
        return item.number
    return owner.number


def _continues(number: str, owner: str) -> bool:
    """Tell whether a part's number holds that of the item it is a part of.

    >>> _continues("4b", "4"), _continues("b", "4"), _continues("10", "1")
    (True, False, False)
    """
    rest = number.removeprefix(owner)
    return rest != number and not rest[:1].isdigit()


def _attendee(source: SourceDocument, x: Attendee) -> dict[str, Any]:
    return {
        "name": x.name,
        "status": x.status,
        "chair": x.chair,
        "role": x.role,
        "organisation": x.organisation,
        "substitute_for": x.substitute_for,
        "note": x.note,
        "start": x.start,
        "end": x.end,
        "page": source.page_of(x.start),
        "rule": x.rule,
        "certainty": x.certainty,
    }


def _item(source: SourceDocument, x: Item) -> dict[str, Any]:
    return {
        "number": x.number,
        "title": fold_spaces(x.title),
        "level": x.level,
        "start": x.start,
        "end": x.end,
        "page": source.page_of(x.start),
        "rule": x.rule,
    }


def _decision(
    source: SourceDocument, items: tuple[Item, ...], x: Decision
) -> dict[str, Any]:
    counts = {
        "for": x.votes_for,
        "against": x.votes_against,
        "abstain": x.votes_abstained,
    }
    counted = {k: v for k, v in counts.items() if v is not None}
    return {
        "item": _number(items, x.item),
        "kind": x.kind,
        "text": fold_spaces(source.quote(x.start, x.end)),
        "lead": fold_spaces(source.quote(x.lead.start, x.lead.end)) if x.lead else None,
        "mover": x.mover,
        "seconder": x.seconder,
        "votes": counted or None,
        "unanimous": x.unanimous,
        "named_votes": [{"name": v.name, "vote": v.vote} for v in x.votes],
        "start": x.start,
        "end": x.end,
        "page": source.page_of(x.start),
        "rule": x.rule,
        "certainty": x.certainty,
    }


def _action(
    source: SourceDocument, items: tuple[Item, ...], x: Action
) -> dict[str, Any]:
    return {
        "item": _number(items, x.item),
        "owners": list(x.owners),
        "owners_written": list(x.owners_written),
        "text": fold_spaces(source.quote(x.start, x.end)),
        "due": x.due,
        "start": x.start,
        "end": x.end,
        "page": source.page_of(x.start),
        "rule": x.rule,
        "certainty": x.certainty,
    }


def _entity(x: Entity) -> dict[str, Any]:
    return {"name": x.name, "aliases": list(x.aliases)}


def _mention(source: SourceDocument, x: Mention) -> dict[str, Any]:
    return {
        "text": fold_spaces(source.quote(x.start, x.end)),
        "start": x.start,
        "end": x.end,
        "page": source.page_of(x.start),
        "rule": x.rule,
    }
