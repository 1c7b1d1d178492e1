"""What the page of one decision shows."""

from __future__ import annotations

import json
import math
import re
import sqlite3
from collections import Counter
from typing import Any

from minutebook.explore import queries
from minutebook.explore.actions import add_owners
from minutebook.explore.queries import Row
from minutebook.explore.query_language import parse
from minutebook.explore.search import highlights
from minutebook.explore.segments import Segment, cut

WORD = re.compile(r"[^\W\d_]{4,}")
ENDING = re.compile(r"(ing|ed|es|s)$")
AROUND = 700  # characters of the source before and after
COMMON = [
    "about",
    "after",
    "again",
    "agenda",
    "also",
    "annual",
    "approval",
    "april",
    "august",
    "before",
    "board",
    "chair",
    "chairs",
    "clerk",
    "committee",
    "consider",
    "correspondence",
    "council",
    "councillor",
    "december",
    "draft",
    "february",
    "from",
    "general",
    "group",
    "having",
    "held",
    "into",
    "items",
    "january",
    "july",
    "june",
    "last",
    "made",
    "march",
    "matters",
    "meeting",
    "meetings",
    "members",
    "minutes",
    "monthly",
    "next",
    "november",
    "october",
    "officer",
    "other",
    "over",
    "parish",
    "report",
    "reports",
    "reporting",
    "review",
    "september",
    "since",
    "some",
    "than",
    "that",
    "their",
    "them",
    "there",
    "these",
    "this",
    "those",
    "town",
    "update",
    "updates",
    "were",
    "what",
    "when",
    "which",
    "will",
    "with",
    "work",
    "would",
    "year",
    "years",
]  # words of headings that do not tell one matter from another


def decision(conn: sqlite3.Connection, ref: str, words: str = "") -> Row | None:
    """Return what the page of a decision shows, None if there is no such decision."""
    row = queries.one(conn, queries.DECISION_BY_REF, (ref,))
    if row is None:
        return None
    item = row["item_id"]
    actions = queries.rows(conn, queries.ACTIONS_OF_ITEM, (item,)) if item else []
    mentions = queries.rows(conn, queries.MENTIONS_OF_DECISION, (row["id"],))
    found = figures(conn, row["document_id"], row["start"], row["end"])
    return {
        "d": row,
        "marked": _marked(conn, row, words),
        "votes": queries.rows(conn, queries.VOTES_OF_DECISION, (row["id"],)),
        "named": named(mentions),
        "actions": add_owners(conn, actions),
        "passage": passage(conn, row),
        "figures": found,
        "recognised": recognised(found),
        **_same_matter(conn, row),
    }


def _marked(conn: sqlite3.Connection, row: Row, words: str) -> dict[str, str]:
    """Return stem and text with the words marked that the reader searched for."""
    terms = tuple(term for group in parse(words).groups for term in group)
    found: dict[str, str] = {"lead": row["lead"] or "", "text": row["text"]}
    texts = highlights(conn, "decisions", terms, [row["id"]]).get(row["id"], {})
    return found | {x: texts[x] for x in found if texts.get(x)}


def named(mentions: list[Row]) -> dict[str, list[Row]]:
    """Return what a decision names by kind, each once."""
    found: dict[str, dict[str, Row]] = {}
    for row in mentions:
        key = row["person_ref"] or row["organisation_ref"] or row["name"] or row["text"]
        if row["kind"] == "money":
            key = row["text"]
        found.setdefault(row["kind"], {}).setdefault(key, row)
    return {kind: list(rows.values()) for kind, rows in found.items()}


def passage(conn: sqlite3.Connection, row: Row) -> dict[str, Any]:
    """Return the decision in the words round it, as the document has them."""
    start = max(0, row["start"] - AROUND)
    start = min(start, row["lead_start"]) if row.get("lead_start") else start
    length = row["end"] + AROUND - start
    values = {"start": start, "length": length, "document": row["document_id"]}
    found = queries.one(conn, queries.PASSAGE, values)
    text = found["text"] if found else ""
    segments: list[Segment] = cut(text, start, here=(row["start"], row["end"]))
    total = found["total"] if found else 0
    return {
        "segments": segments,
        "before": start > 0,
        "after": start + len(text) < total,
    }


def figures(
    conn: sqlite3.Connection, document: int, start: int, end: int
) -> list[dict[str, Any]]:
    """Return the pages on which a passage stands, with its boxes in points."""
    lines = queries.rows(conn, queries.LINES_OF_PASSAGE, (document, start, end))
    found = []
    for number in list(dict.fromkeys(x["page"] for x in lines))[:3]:
        page = queries.one(conn, queries.PAGE, (document, number))
        if page and page["width"] and page["height"]:
            boxes = [x for x in lines if x["page"] == number]
            found.append({"page": number, "size": page, "boxes": boxes})
    return found


def recognised(figures: list[dict[str, Any]]) -> float | None:
    """Return how sure OCR was of a passage, 0 to 100; None where it was in print."""
    # A database that was written before OCR kept it has no such column.
    sure = [x.get("confidence") for figure in figures for x in figure["boxes"]]
    found = [x for x in sure if x is not None]
    return sum(found) / len(found) if found else None


# --------------------------------------------------- the same matter, earlier and later


def _same_matter(conn: sqlite3.Connection, row: Row) -> dict[str, list[Row]]:
    """Return decisions of the same body under headings that share the telling words."""
    if not row["item_title"] or not row["body_id"] or row["standing"]:
        return {"earlier": [], "later": []}
    headings = conn.execute(queries.HEADINGS_OF_BODY, (row["body_id"],)).fetchall()
    alike = alike_headings(
        row["item_title"], [(x[0], x[1]) for x in headings if x[0] != row["item_id"]]
    )
    wanted = json.dumps(alike[:16])
    ids = [x[0] for x in conn.execute(queries.DECISIONS_OF_ITEMS, (wanted,))][:24]
    found = queries.by_ids(conn, queries.DECISIONS_BY_ID, ids)
    found.sort(key=lambda x: x["date"] or "")
    date = row["date"] or ""
    return {
        "earlier": [x for x in found if (x["date"] or "") < date][-6:],
        "later": [x for x in found if (x["date"] or "") > date][:6],
    }


def alike_headings(title: str, headings: list[tuple[int, str]]) -> list[int]:
    """Return the headings that share most of a title's telling words, best first.

    >>> alike_headings("Playground lease", [(1, "Lease of playground"), (2, "Hedges")])
    [1]
    """
    wanted = telling(title)
    if not wanted:
        return []
    shared = [(wanted & telling(heading), key) for key, heading in headings]
    often = Counter(word for words, _ in shared for word in words)
    weight = {x: math.log(1 + len(headings) / (often[x] or 1)) for x in wanted}
    scores = [(sum(weight[x] for x in words), -place, key)
              for place, (words, key) in enumerate(shared)]  # fmt: skip
    least = 0.6 * sum(weight.values())
    return [key for score, _, key in sorted(scores, reverse=True) if score >= least]


def telling(title: str) -> set[str]:
    """Return the words of a heading that tell its matter, endings cut.

    >>> sorted(telling("Reports on the Allotments and grants"))
    ['allotment', 'grant']
    """
    words = (x for x in WORD.findall(title.lower()) if x not in COMMON)
    return {ENDING.sub("", x) for x in words}
