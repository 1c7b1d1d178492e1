"""What the page of one document shows: its text, page by page, with all mentions."""

from __future__ import annotations

import sqlite3
from typing import Any

from minutebook.explore import queries
from minutebook.explore.decision import figures
from minutebook.explore.meeting import as_list
from minutebook.explore.pictures import is_there
from minutebook.explore.queries import Row
from minutebook.explore.segments import MENTION_KINDS, cut

PAGES_AT_ONCE = 12
MOST_TEXT = 60_000  # characters shown at once where pages are long


def document(
    conn: sqlite3.Connection, ref: str, page: int = 1, here: str = ""
) -> Row | None:
    """Return what the page of a document shows, None if there is no such document."""
    row = queries.one(conn, queries.DOCUMENT_BY_REF, (ref,))
    if row is None:
        return None
    passage = _passage(conn, row["id"], here)
    pages = _pages(conn, row["id"])
    if passage:
        page = next((x["page"] for x in pages if passage[0] < x["end"]), page)
    first = max(0, min(page - 1, len(pages) - 1)) // PAGES_AT_ONCE * PAGES_AT_ONCE
    shown = pages[first : first + PAGES_AT_ONCE]
    for part in shown:
        part["segments"] = segments(conn, row["id"], part, passage)
    pictured = has_pictures(conn, row)
    boxes = figures(conn, row["id"], *passage) if passage and pictured else []
    return {
        "doc": row,
        "notes": as_list(row["notes"]) + as_list(row["problems"]),
        "meeting": queries.one(conn, queries.MEETING_OF_DOCUMENT, (row["id"],)),
        "pages": shown,
        "last": pages[-1]["page"] if pages else 0,
        "first": shown[0]["page"] if shown else 0,
        "until": shown[-1]["page"] if shown else 0,
        "pictured": pictured,
        "boxes": {x["page"]: x["boxes"] for x in boxes},
        "kinds": MENTION_KINDS,
        "here": here,
    }


def _pages(conn: sqlite3.Connection, document_id: int) -> list[Row]:
    """Return the pages; one that is very long is shown in several parts."""
    found = []
    sql = queries.PAGES + " order by page"
    for row in queries.rows(conn, sql, (document_id,)):
        starts = range(row["start"], max(row["end"], row["start"] + 1), MOST_TEXT)
        for start in starts:
            end = min(row["end"], start + MOST_TEXT)
            found.append({**row, "start": start, "end": end, "part": start})
    return found


def _passage(
    conn: sqlite3.Connection, document_id: int, here: str
) -> tuple[int, int] | None:
    """Return the offsets of the passage asked for: `120-260`, or a decision's ref."""
    first, dash, last = here.partition("-")
    if dash and first.isdecimal() and last.isdecimal() and len(here) < 24:
        return (int(first), int(last)) if int(first) < int(last) else None
    found = queries.one(conn, queries.DECISION_BY_REF, (here,)) if here else None
    if found and found["document_id"] == document_id:
        return found["start"], found["end"]
    return None


def segments(
    conn: sqlite3.Connection,
    document_id: int,
    part: Row,
    here: tuple[int, int] | None,
) -> list[Any]:
    """Return the text of one page cut at its mentions and decisions."""
    start, end = part["start"], part["end"]
    values = {
        "start": start, "length": end - start, "end": end, "document": document_id,
    }  # fmt: skip
    found = queries.one(conn, queries.PASSAGE, values)
    return cut(
        found["text"] if found else "",
        start,
        queries.rows(conn, queries.SLICE_MENTIONS, values),
        queries.rows(conn, queries.SLICE_DECISIONS, values),
        here,
    )


def has_pictures(conn: sqlite3.Connection, row: Row) -> bool:
    """Return whether pictures of the pages can be made."""
    if row["media_type"] != "application/pdf":
        return False
    return is_there(locations(conn, row["id"], row["path"]))


def locations(conn: sqlite3.Connection, document_id: int, path: str) -> list[str]:
    """Return where the loaded file may be, as the load wrote it down."""
    found = [row[0] for row in conn.execute(queries.SOURCES, (document_id,))]
    return [*found, path]
