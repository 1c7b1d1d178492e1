"""Turns an extraction into rows that only lack the ids that a database gives.

Runs in the worker processes, so that the one writer has little left to do. People,
organisations and roles stand as positions in the lists of their kind.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Any

from minutebook.errors import StoreError
from minutebook.grammar.keys import organisation_key
from minutebook.records import Entity, Extraction, Item, Mention, SourceDocument
from minutebook.store.layout import pack_lines
from minutebook.store.namekeys import written_key
from minutebook.store.refs import word_hash
from minutebook.store.standing import is_standing

Row = tuple[Any, ...]


@dataclass(slots=True)
class Party:
    """A person, organisation or role of one document; `position` is None where the
    document's own list of such entities does not hold it."""

    name: str
    key: str
    position: int | None
    aliases: tuple[str, ...] = ()
    kind: str | None = None


# A mention as a plain tuple, for there are many and they go from process to process:
# item, decision, entity (each a position), kind, text, start, end, page, rule, name,
# certainty, money, date.
MentionRow = tuple[Any, ...]
ENTITY, KIND, TEXT, START, END, MONEY, DATE = 2, 3, 4, 5, 6, 11, 12


@dataclass(slots=True)
class Rows:
    """The rows of one document, by table; references are positions in these lists."""

    document: dict[str, Any]
    text: str
    pages: list[Row]
    lines: list[Row]
    layout: bytes
    meeting: dict[str, Any]
    people: list[Party]
    organisations: list[Party]
    roles: list[Party]
    items: list[dict[str, Any]] = field(default_factory=list)
    decisions: list[dict[str, Any]] = field(default_factory=list)
    actions: list[dict[str, Any]] = field(default_factory=list)
    attendance: list[dict[str, Any]] = field(default_factory=list)
    declarations: list[dict[str, Any]] = field(default_factory=list)
    mentions: list[MentionRow] = field(default_factory=list)
    names: Counter[tuple[str, int, str]] = field(default_factory=Counter)


def prepare(extraction: Extraction) -> Rows:
    """Return the rows of one document.

    Raises StoreError where its text cannot be stored as it is.
    """
    source = extraction.source
    try:
        source.text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise StoreError("The text holds half a character.") from error
    return _Maker(extraction).make()


def fold_space(text: str) -> str:
    r"""Return a text with every run of white space as one space.

    >>> fold_space("the\n  hedge ")
    'the hedge'
    """
    return " ".join(text.split())


class _Parties:
    """The entities of one kind in one document, found by any of their names."""

    def __init__(self, entities: tuple[Entity, ...], people: bool) -> None:
        self._key = written_key if people else organisation_key
        self.all: list[Party] = []
        self._by_key: dict[str, int] = {}
        for position, entity in enumerate(entities):
            key = self._key(entity.name)
            self.all.append(
                Party(entity.name, key, position, entity.aliases, entity.kind)
            )
            self._by_key.setdefault(key, position)
        for position, entity in enumerate(entities):
            for alias in entity.aliases:
                self._by_key.setdefault(self._key(alias), position)

    def find(self, name: str | None) -> int | None:
        """Return the position of a name, None where the document has no such entity."""
        return self._by_key.get(self._key(name)) if name else None

    def find_or_add(self, name: str | None) -> int | None:
        """Return the position of a name, which is added where it is new."""
        if not name:
            return None
        key = self._key(name)
        if key and key not in self._by_key:
            self._by_key[key] = len(self.all)
            self.all.append(Party(name, key, None))
        return self._by_key.get(key)


class _Maker:
    """Makes the rows of one document."""

    def __init__(self, extraction: Extraction) -> None:
        self.extraction = extraction
        self.source = extraction.source
        self.meeting = extraction.meeting
        mentions = extraction.mentions
        self.people = _Parties(mentions.people, people=True)
        self.organisations = _Parties(mentions.organisations, people=False)
        self.roles = _Parties(mentions.roles, people=False)
        self._page_ends = [x.end for x in self.source.pages]

    def make(self) -> Rows:
        """Return all rows."""
        rows = Rows(
            document=self._document(),
            text=self.source.text,
            pages=[
                (x.number, x.start, x.end, x.width, x.height) for x in self.source.pages
            ],
            lines=_boxes(self.source),
            layout=pack_lines(self.source.lines),
            meeting=self._meeting(),
            people=self.people.all,
            organisations=self.organisations.all,
            roles=self.roles.all,
        )
        rows.attendance = self._attendance()
        rows.items = [self._item(n, x) for n, x in enumerate(self.meeting.items)]
        rows.decisions = self._decisions(rows.items)
        rows.actions = self._actions()
        rows.declarations = self._declarations()
        rows.mentions = self._mentions()
        rows.names = _count_names(rows.mentions)
        return rows

    def _place(self, start: int, end: int) -> dict[str, Any]:
        return {"start": start, "end": end, "page": self._page(start)}

    def _page(self, offset: int) -> int:
        pages = self.source.pages
        if not pages:
            return 1
        return pages[min(bisect_right(self._page_ends, offset), len(pages) - 1)].number

    def _document(self) -> dict[str, Any]:
        source, sections = self.source, self.extraction.sections
        return {
            "ref": source.sha256[:12],
            "sha256": source.sha256,
            "path": source.path,
            "media_type": source.media_type,
            "bytes": source.size,
            "pages": len(source.pages),
            "words": len(source.text.split()),
            "status": "loaded" if sections.kind == "minutes" else "not-minutes",
            "kind": sections.kind,
            "certainty": sections.certainty,
            "rule": sections.rule,
            "notes": json.dumps(source.notes, ensure_ascii=False),
            "problems": json.dumps(self.extraction.problems, ensure_ascii=False),
            "metadata": json.dumps(source.metadata, ensure_ascii=False),
        }

    def _meeting(self) -> dict[str, Any]:
        meeting = self.meeting
        return {
            "date": meeting.date,
            "start_time": meeting.start,
            "end_time": meeting.end,
            "venue": meeting.venue,
            "is_draft": int(meeting.draft),
            "kind": self.extraction.sections.kind,
            "year": int(meeting.date[:4]) if meeting.date else None,
            "council": meeting.council,
            "body": meeting.body,
            "next": json.dumps(meeting.next),
            "approves": json.dumps(meeting.approves),
            "spans": json.dumps(
                [(name, x.start, x.end, x.rule) for name, x in meeting.spans]
            ),
        }

    def _attendance(self) -> list[dict[str, Any]]:
        return [
            {
                "person": self.people.find_or_add(x.name),
                "name_as_written": self.source.quote(x.start, x.end),
                "status": x.status,
                "role": x.role,
                "organisation_": self.organisations.find_or_add(x.organisation),
                "is_chair": int(x.chair),
                **self._place(x.start, x.end),
                "position": position,
                "name": x.name,
                "organisation": x.organisation,
                "role_": self.roles.find_or_add(x.role),
                "role_start": x.role_span.start if x.role_span else None,
                "role_end": x.role_span.end if x.role_span else None,
                "organisation_start": (
                    x.organisation_span.start if x.organisation_span else None
                ),
                "organisation_end": (
                    x.organisation_span.end if x.organisation_span else None
                ),
                "initials": x.initials,
                "substitute_for": x.substitute_for,
                "substitute": self.people.find_or_add(x.substitute_for),
                "note": x.note,
                "group": x.group,
                "rule": x.rule,
                "certainty": x.certainty,
            }
            for position, x in enumerate(self.meeting.attendance)
        ]

    def _item(self, position: int, x: Item) -> dict[str, Any]:
        title = fold_space(x.title)
        return {
            "hash": word_hash(f"{x.number} {title}"),
            "position": position,
            "number": x.number,
            "title": title,
            "text": self.source.quote(x.start, x.end),
            **self._place(x.start, x.end),
            "body_start": x.body_start,
            "level": x.level,
            "standing": int(is_standing(title)),
            "rule": x.rule,
        }

    def _decisions(self, items: list[dict[str, Any]]) -> list[dict[str, Any]]:
        year = self._meeting()["year"]
        under = [
            None if x.item is None else items[x.item] for x in self.meeting.decisions
        ]
        return [
            {
                "hash": word_hash(self.source.quote(x.start, x.end)),
                "item": x.item,
                "date": self.meeting.date,
                "kind": x.kind,
                "text": self.source.quote(x.start, x.end),
                "mover_": self._voter(x.mover),
                "seconder_": self._voter(x.seconder),
                "votes_for": x.votes_for,
                "votes_against": x.votes_against,
                "votes_abstained": x.votes_abstained,
                **self._place(x.start, x.end),
                "rule": x.rule,
                "position": position,
                "year": year,
                "lead": self.source.quote(x.lead.start, x.lead.end) if x.lead else None,
                "lead_start": x.lead.start if x.lead else None,
                "lead_end": x.lead.end if x.lead else None,
                "mover": x.mover,
                "seconder": x.seconder,
                "unanimous": int(x.unanimous),
                "standing": item["standing"] if item else 0,
                "title": item["title"] if item else None,
                "certainty": x.certainty,
                "votes": [
                    {
                        "person": self._voter(v.name),
                        "vote": v.vote,
                        "position": place,
                        "name": v.name,
                        **self._place(v.start, v.end),
                    }
                    for place, v in enumerate(x.votes)
                ],
            }
            for position, (x, item) in enumerate(
                zip(self.meeting.decisions, under, strict=True)
            )
        ]

    def _voter(self, name: str | None) -> int | None:
        """Return the person who moved or voted; an office alone is no person."""
        found = self.people.find(name)
        if found is None and self.roles.find(name) is None:
            return self.people.find_or_add(name)
        return found

    def _actions(self) -> list[dict[str, Any]]:
        return [
            {
                "hash": word_hash(self.source.quote(x.start, x.end)),
                "item": x.item,
                "text": self.source.quote(x.start, x.end),
                "due_date": x.due,
                **self._place(x.start, x.end),
                "rule": x.rule,
                "position": position,
                "certainty": x.certainty,
                "owners": [
                    {
                        "person": self.people.find(name),
                        "organisation_": self.organisations.find(name),
                        "role_": self.roles.find(name),
                        "name_as_written": written,
                        "position": place,
                        "name": name,
                    }
                    for place, (name, written) in enumerate(
                        zip_longest(x.owners, x.owners_written)
                    )
                ],
            }
            for position, x in enumerate(self.meeting.actions)
        ]

    def _declarations(self) -> list[dict[str, Any]]:
        return [
            {
                "item": x.item,
                "person": self._voter(x.name),
                "text": self.source.quote(x.start, x.end),
                **self._place(x.start, x.end),
                "rule": x.rule,
                "name": x.name,
                "position": position,
            }
            for position, x in enumerate(self.meeting.declarations)
        ]

    def _mentions(self) -> list[MentionRow]:
        items = _Containers([(x.start, x.end) for x in self.meeting.items])
        decisions = _Containers([(x.start, x.end) for x in self.meeting.decisions])
        return [
            self._mention(x, items.find(x.start, x.end), decisions.find(x.start, x.end))
            for x in self.extraction.mentions.mentions
        ]

    def _mention(
        self, x: Mention, item: int | None, decision: int | None
    ) -> MentionRow:
        money, date = x.money, x.date
        return (
            item,
            decision,
            x.entity,
            x.kind,
            self.source.quote(x.start, x.end),
            x.start,
            x.end,
            self._page(x.start),
            x.rule,
            x.name,
            x.certainty,
            (money.amount, money.currency, money.per) if money else None,
            (date.earliest, date.latest, date.precision, date.iso) if date else None,
        )


class _Containers:
    """Finds which of some stretches holds another one."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self._order = sorted(range(len(spans)), key=lambda x: spans[x])
        self._spans = [spans[x] for x in self._order]
        self._starts = [x[0] for x in self._spans]

    def find(self, start: int, end: int) -> int | None:
        """Return the position of the last stretch to begin before; None if outside."""
        place = bisect_right(self._starts, start) - 1
        if place >= 0 and end <= self._spans[place][1]:
            return self._order[place]
        return None


def _boxes(source: SourceDocument) -> list[Row]:
    return [
        (
            *(x.start, x.end, x.page, x.box.left, x.box.top, x.box.right),
            *(x.box.bottom, x.confidence),
        )
        for x in source.lines
        if x.box
    ]


def _count_names(mentions: list[MentionRow]) -> Counter[tuple[str, int, str]]:
    """Return how often each entity was written in which form."""
    return Counter(
        (x[KIND], x[ENTITY], fold_space(x[TEXT]))
        for x in mentions
        if x[ENTITY] is not None
    )
