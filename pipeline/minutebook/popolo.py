"""Lays the database out as Popolo: the open standard for people, bodies and votes."""

from __future__ import annotations

from typing import Any

from sqlite_utils import Database

Entry = dict[str, Any]


def popolo(db: Database) -> dict[str, list[Entry]]:
    """Return the database as the classes of Popolo, each a list of its entries.

    https://www.popoloproject.com/specs/
    """
    return {
        "persons": _persons(db),
        "organizations": _organizations(db),
        "memberships": _memberships(db),
        "events": _events(db),
        "motions": _motions(db),
        "vote_events": _vote_events(db),
    }


def _bare(entry: Entry) -> Entry:
    """Return an entry without the fields that nothing is known of."""
    return {k: v for k, v in entry.items() if v not in (None, [], "")}


def _persons(db: Database) -> list[Entry]:
    others: dict[int, list[Entry]] = {}
    for row in db.query(
        "SELECT n.entity_id, n.name FROM names n JOIN people p ON p.id = n.entity_id"
        " WHERE n.entity_kind = 'person' AND n.name <> p.name ORDER BY 1, 2"
    ):
        others.setdefault(row["entity_id"], []).append({"name": row["name"]})
    return [
        _bare({"id": x["ref"], "name": x["name"], "other_names": others.get(x["id"])})
        for x in db.query("SELECT id, ref, name FROM people ORDER BY id")
    ]


def _organizations(db: Database) -> list[Entry]:
    councils = [
        {"id": f"council/{x['ref']}", "name": x["name"], "classification": "council"}
        for x in db.query("SELECT ref, name FROM councils ORDER BY id")
    ]
    bodies = [
        _bare(
            {
                "id": f"body/{x['ref']}",
                "name": x["name"],
                "classification": "body",
                "parent_id": x["council"] and f"council/{x['council']}",
            }
        )
        for x in db.query(
            "SELECT b.ref, b.name, c.ref AS council FROM bodies b"
            " LEFT JOIN councils c ON c.id = b.council_id ORDER BY b.id"
        )
    ]
    named = [
        {"id": f"organisation/{x['ref']}", "name": x["name"]}
        for x in db.query("SELECT ref, name FROM organisations ORDER BY id")
    ]
    return [*councils, *bodies, *named]


def _memberships(db: Database) -> list[Entry]:
    """Who attended which body, in which role, from when to when we know of it."""
    rows = db.query(
        "SELECT p.ref AS person, b.ref AS body, a.role, min(m.date) AS first,"
        " max(m.date) AS last, o.ref AS organisation"
        " FROM attendance a JOIN meetings m ON m.id = a.meeting_id"
        " JOIN people p ON p.id = a.person_id JOIN bodies b ON b.id = m.body_id"
        " LEFT JOIN organisations o ON o.id = a.organisation_id"
        " GROUP BY p.id, b.id, a.role, o.id ORDER BY p.id, b.id, a.role, o.id"
    )
    return [
        _bare(
            {
                "person_id": x["person"],
                "organization_id": f"body/{x['body']}",
                "role": x["role"],
                "on_behalf_of_id": (
                    x["organisation"] and f"organisation/{x['organisation']}"
                ),
                "start_date": x["first"],
                "end_date": x["last"],
            }
        )
        for x in rows
    ]


def _events(db: Database) -> list[Entry]:
    attendees: dict[int, list[Entry]] = {}
    for row in db.query(
        "SELECT a.meeting_id, p.ref FROM attendance a JOIN people p"
        " ON p.id = a.person_id WHERE a.status = 'present' ORDER BY a.id"
    ):
        attendees.setdefault(row["meeting_id"], []).append({"id": row["ref"]})
    return [
        _bare(
            {
                "id": x["ref"],
                "classification": "meeting",
                "name": x["name"],
                "organization_id": x["body"] and f"body/{x['body']}",
                "start_date": _moment(x["date"], x["start_time"]),
                "end_date": _moment(x["date"], x["end_time"]),
                "location": x["venue"],
                "attendees": attendees.get(x["id"]),
                "sources": [{"note": x["path"]}],
            }
        )
        for x in db.query(
            "SELECT m.*, b.ref AS body, b.name AS name, d.path FROM meetings m"
            " JOIN documents d ON d.id = m.document_id"
            " LEFT JOIN bodies b ON b.id = m.body_id ORDER BY m.id"
        )
    ]


def _moment(date: str | None, time: str | None) -> str | None:
    return f"{date}T{time}" if date and time else date


_RESULTS = {
    "approved": "pass",
    "resolved": "pass",
    "recommended": "pass",
    "delegated": "pass",
    "appointed": "pass",
    "noted": "pass",
    "rejected": "fail",
}


def _motions(db: Database) -> list[Entry]:
    return [
        _bare(
            {
                "id": x["ref"],
                "organization_id": x["body"] and f"body/{x['body']}",
                "legislative_session_id": x["meeting"],
                "creator_id": x["mover_ref"],
                "text": " ".join(x["text"].split()),
                "classification": x["kind"],
                "date": x["date"],
                "result": _RESULTS.get(x["kind"]),
            }
        )
        for x in db.query(
            "SELECT d.*, b.ref AS body, m.ref AS meeting, p.ref AS mover_ref"
            " FROM decisions d JOIN meetings m ON m.id = d.meeting_id"
            " LEFT JOIN bodies b ON b.id = d.body_id"
            " LEFT JOIN people p ON p.id = d.mover_id ORDER BY d.id"
        )
    ]


_OPTIONS = {"for": "yes", "against": "no", "abstain": "abstain"}


def _vote_events(db: Database) -> list[Entry]:
    """The decisions whose votes were counted or named."""
    votes: dict[int, list[Entry]] = {}
    for row in db.query(
        "SELECT v.decision_id, v.vote, p.ref FROM decision_votes v"
        " JOIN people p ON p.id = v.person_id ORDER BY v.rowid"
    ):
        option = _OPTIONS.get(row["vote"], row["vote"])
        entry = {"voter_id": row["ref"], "option": option}
        votes.setdefault(row["decision_id"], []).append(entry)
    return [
        _bare(
            {
                "id": x["ref"],
                "motion_id": x["ref"],
                "start_date": x["date"],
                "counts": [
                    {"option": option, "value": x[column]}
                    for option, column in (
                        ("yes", "votes_for"),
                        ("no", "votes_against"),
                        ("abstain", "votes_abstained"),
                    )
                    if x[column] is not None
                ],
                "votes": votes.get(x["id"]),
            }
        )
        for x in db.query("SELECT * FROM decisions ORDER BY id")
        if x["id"] in votes
        or x["votes_for"] is not None
        or x["votes_against"] is not None
        or x["votes_abstained"] is not None
    ]
