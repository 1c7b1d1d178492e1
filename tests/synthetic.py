"""Makes databases about invented councils, quickly and always the same ones.

python tests/synthetic.py made.db 100000
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from minutebook import __version__
from minutebook.store import open_database

_PLACES = [
    "Thornbeck",
    "Averley",
    "Mossgate",
    "Kelderby",
    "Wrayholme",
    "Stanforth",
    "Ulpham",
    "Dunmere",
    "Harrowfold",
    "Pendlewick",
    "Oxcombe",
    "Larkholt",
    "Brackwater",
    "Tillinghurst",
    "Easterby",
    "Coldmarsh",
    "Vinehall",
    "Marrowdale",
    "Quenby",
    "Ashlode",
]
_KINDS = ("Parish Council", "Town Council", "District Council")
_BODIES = """Full Council|Planning Committee|Finance Committee|Open Spaces Committee|
Staffing Committee|Audit Committee|Highways Working Group|Annual Meeting""".replace(
    "\n", ""
).split("|")
_FIRST = [
    "Ada",
    "Bram",
    "Clara",
    "Denzil",
    "Edith",
    "Farid",
    "Greta",
    "Hamish",
    "Imogen",
    "Jasper",
    "Keira",
    "Lionel",
    "Maeve",
    "Nadim",
    "Olwen",
    "Percy",
    "Rosalind",
    "Silas",
    "Tamsin",
    "Yusuf",
]
_LAST = [
    "Penrose",
    "Hollowell",
    "Tarrant",
    "Okafor",
    "Winslade",
    "Birkett",
    "Marchbank",
    "Dufresne",
    "Ellwood",
    "Garrity",
    "Hathersall",
    "Iverley",
    "Jolliffe",
    "Kerslake",
    "Lumley",
    "Northgate",
    "Osgood",
    "Prideaux",
    "Quayle",
    "Sedgemore",
    "Thackray",
    "Underhay",
    "Vosper",
    "Whitlock",
]
_OUTCOMES = (
    ("approved", "RESOLVED that the accounts for payment be approved"),
    ("approved", "It was AGREED that the minutes be signed as a correct record"),
    ("resolved", "RESOLVED that a contractor be engaged for the works"),
    ("resolved", "It was agreed that the Clerk write to the owner"),
    ("noted", "RESOLVED that the report be noted"),
    ("recommended", "RECOMMENDED to Council that the budget be adopted"),
    ("referred", "RESOLVED that the matter be referred to the Finance Committee"),
    ("deferred", "It was agreed that the item be deferred to the next meeting"),
    ("rejected", "The motion was put and lost"),
    ("delegated", "RESOLVED that authority be delegated to the Clerk"),
    ("appointed", "RESOLVED that a representative be appointed to the trust"),
)
_STANDING = (
    "Apologies for absence",
    "Declarations of interest",
    "Minutes of the last meeting",
)
_TITLES = (
    "Playground inspection", "Pavilion roof", "Accounts for payment", "Planning",
    "Highways", "Allotments", "Café in the park", "Cemetery charges", "Budget",
    "Street lighting", "Flood defences", "Grants to local groups",
)  # fmt: skip
_VOCABULARY = [
    "the",
    "council",
    "to",
    "of",
    "and",
    "for",
    "a",
    "be",
    "in",
    "that",
    "on",
    "with",
    "parish",
    "committee",
    "works",
    "report",
    "clerk",
    "grant",
    "road",
    "budget",
    "lighting",
    "hedge",
    "allotment",
    "quotation",
    "contractor",
    "drainage",
    "footpath",
    "cemetery",
    "library",
    "speed",
    "survey",
    "insurance",
    "tender",
    "bench",
    "notice",
    "village",
    "hall",
]
_DECISIONS_A_MEETING = 14
_ITEMS = 7


def make_database(path: Path | str, decisions: int = 1000, seed: int = 7) -> None:
    """Write a database with about this many decisions, in the order of their dates."""
    random_ = random.Random(seed)
    db = open_database(path)
    meetings = max(1, decisions // _DECISIONS_A_MEETING)
    bodies = _write_entities(db, random_, max(4, min(480, meetings // 10)))
    makers = _Maker(random_, bodies, meetings)
    with db.atomic():
        db.execute(
            "INSERT INTO loads (started_at, finished_at, status, version, paths,"
            " options, files, loaded, seconds) VALUES (?, ?, 'finished', ?, ?, ?, ?,"
            " ?, ?)",
            [
                "2026-01-02T03:04:05", "2026-01-02T03:14:05", __version__,
                '["made"]', "{}", meetings, meetings, 600.0,
            ],
        )  # fmt: skip
    done = 0
    while done < meetings:
        batch = min(2000, meetings - done)
        tables = makers.make(done + 1, batch)
        with db.atomic():
            for table, rows in tables.items():
                _insert(db, table, rows)
        done += batch
    with db.atomic():
        db.execute("INSERT INTO decisions_fts(decisions_fts) VALUES ('rebuild')")
        db.execute("INSERT INTO items_fts(items_fts) VALUES ('rebuild')")
    db.execute("ANALYZE")
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    db.close()


def _insert(db: Any, table: str, rows: list[dict[str, Any]]) -> None:
    if rows:
        names = list(rows[0])
        columns = ", ".join(f'"{x}"' for x in names)
        marks = ", ".join("?" * len(names))
        db.conn.executemany(
            f'INSERT INTO "{table}" ({columns}) VALUES ({marks})',
            [tuple(x.values()) for x in rows],
        )


def _slug(text: str) -> str:
    return "-".join(text.lower().split())


def _write_entities(
    db: Any, random_: random.Random, count: int
) -> list[tuple[int, int, str, list[tuple[int, str]]]]:
    councils: dict[str, int] = {}
    bodies = []
    rows: dict[str, list[dict[str, Any]]] = {
        x: []
        for x in ("councils", "bodies", "people", "organisations", "roles", "names")
    }
    for number in range(1, count + 1):
        council = (
            f"{_PLACES[(number // len(_BODIES)) % len(_PLACES)]}"
            f" {_KINDS[(number // 160) % len(_KINDS)]}"
        )
        if council not in councils:
            councils[council] = len(councils) + 1
            rows["councils"].append(
                {
                    "id": councils[council],
                    "ref": _slug(council),
                    "name": council,
                    "key": council.lower(),
                }
            )
        name = _BODIES[number % len(_BODIES)]
        ref = f"{_slug(council)}-{_slug(name)}-{number}"
        rows["bodies"].append(
            {
                "id": number,
                "ref": ref,
                "council_id": councils[council],
                "name": name,
                "key": ref,
            }
        )
        people = []
        for _ in range(12):
            person = f"{random_.choice(_FIRST)} {random_.choice(_LAST)}"
            if person in (x for _, x in people):
                continue
            key = len(rows["people"]) + 1
            rows["people"].append(
                {
                    "id": key,
                    "ref": f"{_slug(person)}-{key:06x}",
                    "name": person,
                    "kind": "officer" if len(people) > 8 else "member",
                    "body_id": number,
                    "key": person.lower(),
                }
            )
            rows["names"].append(
                {
                    "entity_kind": "person",
                    "entity_id": key,
                    "name": person,
                    "count": 10,
                }
            )
            people.append((key, person))
        bodies.append((number, councils[council], council, people))
    for table in ("organisations", "roles"):
        for number, place in enumerate(_PLACES, 1):
            name = f"{place} Trust" if table == "organisations" else f"{place} Warden"
            rows[table].append(
                {"id": number, "ref": _slug(name), "name": name, "key": name.lower()}
            )
    with db.atomic():
        for table, values in rows.items():
            _insert(db, table, values)
    return bodies


class _Maker:
    """Makes the rows of meetings, batch by batch."""

    def __init__(
        self, random_: random.Random, bodies: list[Any], meetings: int
    ) -> None:
        self.random = random_
        self.bodies = bodies
        self.days = 365 * 20 / meetings
        self.sentences = [self._sentence() for _ in range(4000)]
        self.mentions = 0

    def _sentence(self) -> str:
        words = [
            self.random.choice(_VOCABULARY) for _ in range(self.random.randint(6, 14))
        ]
        chance = self.random.random()
        if chance < 0.06:
            words.append("playground")
        elif chance < 0.075:
            words.append("pavilion")
        elif chance < 0.0755:
            words.append("bufimoley")
        return " ".join(words).capitalize() + "."

    def make(self, first: int, count: int) -> dict[str, list[dict[str, Any]]]:
        """Return the rows of some meetings, by table."""
        tables: dict[str, list[dict[str, Any]]] = {
            x: []
            for x in (
                "documents", "sources", "texts", "pages", "lines", "meetings",
                "items", "decisions", "decision_votes", "actions", "action_owners",
                "attendance", "declarations", "mentions", "money", "dates",
            )
        }  # fmt: skip
        for number in range(first, first + count):
            self._meeting(tables, number)
        return tables

    def _meeting(self, tables: dict[str, list[dict[str, Any]]], number: int) -> None:
        body_id, council_id, council, people = self.random.choice(self.bodies)
        day = (date(2005, 1, 3) + timedelta(days=int(number * self.days))).isoformat()
        ref = f"{day}-{_slug(council)}-{number:08x}"
        meeting = {
            "id": number, "ref": ref, "document_id": number,
            "council_id": council_id, "body_id": body_id, "date": day,
            "start_time": "19:30", "end_time": "21:05", "venue": "Village Hall",
            "is_draft": int(number % 9 == 0), "kind": "minutes",
            "year": int(day[:4]), "council": council, "body": None,
        }  # fmt: skip
        tables["meetings"].append(meeting)
        text = _Text(f"{council}\nMinutes of the meeting held on {day}\n")
        self._attendance(tables, meeting, people, text)
        for position in range(_ITEMS):
            self._item(tables, meeting, people, text, position)
        self._document(tables, number, text.value())

    def _attendance(
        self,
        tables: dict[str, list[dict[str, Any]]],
        meeting: dict[str, Any],
        people: list[tuple[int, str]],
        text: _Text,
    ) -> None:
        for position, (person_id, name) in enumerate(people):
            start, end = text.add(f"Cllr {name}", "\n")
            tables["attendance"].append(
                {
                    "meeting_id": meeting["id"],
                    "person_id": person_id,
                    "name_as_written": f"Cllr {name}",
                    "status": "present" if self.random.random() < 0.85 else "apologies",
                    "is_chair": int(position == 0),
                    "start": start,
                    "end": end,
                    "page": 1,
                    "position": position,
                    "name": name,
                    "rule": "made",
                    "certainty": 0.9,
                }
            )
            self._mention(tables, meeting, "person", f"Cllr {name}", start, person_id)

    def _item(
        self,
        tables: dict[str, list[dict[str, Any]]],
        meeting: dict[str, Any],
        people: list[tuple[int, str]],
        text: _Text,
        position: int,
    ) -> None:
        standing = position < len(_STANDING)
        title = _STANDING[position] if standing else self.random.choice(_TITLES)
        item_id = (meeting["id"] - 1) * _ITEMS + position + 1
        start, body = text.add(f"{position + 1}. {title}", "\n")
        text.add(self.random.choice(self.sentences), "\n")
        if position == _ITEMS - 1:
            self._action(tables, meeting, item_id, people, text)
        for _ in range(_DECISIONS_A_MEETING // _ITEMS):
            self._decision(tables, meeting, item_id, title, people, text)
        end = text.length
        tables["items"].append(
            {
                "id": item_id, "ref": f"{meeting['ref']}-i{position + 1}",
                "meeting_id": meeting["id"], "position": position,
                "number": str(position + 1), "title": title,
                "text": text.value()[start:end], "start": start, "end": end,
                "page": 1, "body_start": body, "level": 1,
                "standing": int(standing), "rule": "made",
            }
        )  # fmt: skip

    def _decision(
        self,
        tables: dict[str, list[dict[str, Any]]],
        meeting: dict[str, Any],
        item_id: int,
        title: str,
        people: list[tuple[int, str]],
        text: _Text,
    ) -> None:
        done = len(tables["decisions"])
        first = (meeting["id"] - 1) * _DECISIONS_A_MEETING
        position = done and done % _DECISIONS_A_MEETING
        decision_id = first + position + 1
        kind, words = self.random.choice(_OUTCOMES)
        amount = self.random.randint(50, 90000) if self.random.random() < 0.2 else None
        quoted = words + (f" at a cost of £{amount:,}. " if amount else ". ")
        quoted += " ".join(
            self.random.choice(self.sentences) for _ in range(self.random.randint(1, 5))
        )
        start, end = text.add(quoted, "\n")
        moved = self.random.random() < 0.4
        mover, seconder = self.random.sample(people, 2) if moved else (None, None)
        counted = self.random.random() < 0.1
        tables["decisions"].append(
            {
                "id": decision_id,
                "ref": f"{meeting['ref']}-{decision_id % 0xFFFFFF:06x}",
                "meeting_id": meeting["id"], "item_id": item_id,
                "council_id": meeting["council_id"], "body_id": meeting["body_id"],
                "date": meeting["date"], "kind": kind, "text": quoted,
                "mover_id": mover and mover[0], "seconder_id": seconder and seconder[0],
                "votes_for": self.random.randint(4, 9) if counted else None,
                "votes_against": self.random.randint(0, 4) if counted else None,
                "votes_abstained": None, "start": start, "end": end, "page": 1,
                "rule": "made", "position": position, "year": meeting["year"],
                "mover": mover and mover[1], "seconder": seconder and seconder[1],
                "unanimous": 0, "standing": int(title in _STANDING), "title": title,
                "certainty": round(self.random.uniform(0.5, 1), 2),
            }
        )  # fmt: skip
        if counted:
            for place, (person_id, name) in enumerate(people[:2]):
                tables["decision_votes"].append(
                    {
                        "decision_id": decision_id,
                        "person_id": person_id,
                        "vote": ("for", "against")[place],
                        "position": place,
                        "name": name,
                        "start": start,
                        "end": start + 8,
                        "page": 1,
                    }
                )
        if amount:
            mention = self._mention(
                tables, meeting, "money", f"£{amount:,}",
                start + quoted.index("£"), None, item_id, decision_id,
            )  # fmt: skip
            tables["money"].append(
                {"mention_id": mention, "amount": float(amount), "currency": "GBP"}
            )

    def _action(
        self,
        tables: dict[str, list[dict[str, Any]]],
        meeting: dict[str, Any],
        item_id: int,
        people: list[tuple[int, str]],
        text: _Text,
    ) -> None:
        person_id, name = self.random.choice(people)
        quoted = f"{name} to report back on the hedge by 1 June {meeting['year'] + 1}"
        start, end = text.add(quoted, "\n")
        due = f"{meeting['year'] + 1}-06-01"
        tables["actions"].append(
            {
                "id": meeting["id"], "ref": f"{meeting['ref']}-a1",
                "meeting_id": meeting["id"], "item_id": item_id, "text": quoted,
                "due_date": due, "start": start, "end": end, "page": 1,
                "rule": "made", "position": 0, "certainty": 0.8,
            }
        )  # fmt: skip
        tables["action_owners"].append(
            {
                "action_id": meeting["id"],
                "person_id": person_id,
                "name_as_written": name,
                "position": 0,
                "name": name,
            }
        )
        written = f"1 June {meeting['year'] + 1}"
        mention = self._mention(
            tables, meeting, "date", written, start + quoted.index(written),
            None, item_id,
        )  # fmt: skip
        tables["dates"].append(
            {
                "mention_id": mention,
                "earliest": due,
                "latest": due,
                "precision": "day",
                "iso": due,
            }
        )

    def _mention(
        self,
        tables: dict[str, list[dict[str, Any]]],
        meeting: dict[str, Any],
        kind: str,
        quoted: str,
        start: int,
        person_id: int | None,
        item_id: int | None = None,
        decision_id: int | None = None,
    ) -> int:
        self.mentions += 1
        tables["mentions"].append(
            {
                "id": self.mentions, "document_id": meeting["document_id"],
                "item_id": item_id, "kind": kind, "text": quoted, "start": start,
                "end": start + len(quoted), "page": 1, "rule": "made",
                "person_id": person_id, "decision_id": decision_id, "name": quoted,
                "certainty": 0.9,
            }
        )  # fmt: skip
        return self.mentions

    def _document(
        self, tables: dict[str, list[dict[str, Any]]], number: int, text: str
    ) -> None:
        path = f"made/{number:07}.pdf"
        sha = f"{number:064x}"[::-1]
        tables["documents"].append(
            {
                "id": number, "ref": f"{number:012x}", "sha256": sha, "path": path,
                "media_type": "application/pdf", "bytes": len(text), "pages": 1,
                "words": text.count(" "), "status": "loaded",
                "loaded_at": "2026-01-02T03:05:00", "version": __version__,
                "kind": "minutes", "certainty": 0.95, "rule": "made", "load_id": 1,
            }
        )  # fmt: skip
        tables["sources"].append(
            {
                "location": path, "path": path, "size": len(text), "sha256": sha,
                "status": "loaded", "document_id": number, "version": __version__,
                "load_id": 1,
            }
        )  # fmt: skip
        tables["texts"].append({"document_id": number, "text": text})
        tables["pages"].append(
            {
                "document_id": number, "page": 1, "start": 0, "end": len(text),
                "width": 595.0, "height": 842.0,
            }
        )  # fmt: skip
        tables["lines"] += _lines(number, text) if number <= 200 else []


class _Text:
    """A text that grows and tells where each addition stands."""

    def __init__(self, text: str) -> None:
        self._text = text

    @property
    def length(self) -> int:
        return len(self._text)

    def add(self, quoted: str, after: str) -> tuple[int, int]:
        start = len(self._text)
        self._text += quoted + after
        return start, start + len(quoted)

    def value(self) -> str:
        return self._text


def _lines(document_id: int, text: str) -> Iterator[dict[str, Any]]:
    start = 0
    for number, line in enumerate(text.splitlines(keepends=True)):
        if line.strip():
            yield {
                "document_id": document_id, "start": start,
                "end": start + len(line) - 1, "page": 1, "left": 60.0,
                "top": 60.0 + 13 * number, "right": 535.0, "bottom": 72.0 + 13 * number,
            }  # fmt: skip
        start += len(line)


if __name__ == "__main__":
    make_database(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 1000)
    print(json.dumps({"made": sys.argv[1]}))
