"""The answer to a search as data: CSV, JSON and Atom; and what browsers ask for."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import AsyncIterator, Callable, Iterable
from typing import Any
from xml.etree import ElementTree

from minutebook.explore.marking import TRICKS, harmless_cell
from minutebook.explore.queries import Row
from minutebook.explore.wording import body_name, day

COLUMNS = {
    "decisions": [
        "ref",
        "date",
        "council",
        "body",
        "kind",
        "item_number",
        "item_title",
        "lead",
        "text",
        "mover",
        "seconder",
        "votes_for",
        "votes_against",
        "votes_abstained",
        "unanimous",
        "sums",
        "standing",
        "page",
        "document",
        "rule",
        "certainty",
        "url",
    ],
    "items": [
        "ref",
        "date",
        "council",
        "body",
        "item_number",
        "item_title",
        "text",
        "standing",
        "page",
        "document",
        "url",
    ],
}
ATOM = "http://www.w3.org/2005/Atom"
OPENSEARCH = "http://a9.com/-/spec/opensearch/1.1/"
LOADED = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Stream:
    """An answer that is sent piece by piece as it is made."""

    def __init__(self, pieces: AsyncIterator[str], headers: dict[str, str]) -> None:
        self.pieces = pieces
        self.headers = headers

    async def asgi_send(self, send: Callable[[Any], Any]) -> None:
        """Send the answer."""
        headers = [(x.encode(), y.encode()) for x, y in self.headers.items()]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        async for piece in self.pieces:
            await send(
                {
                    "type": "http.response.body",
                    "body": piece.encode("utf-8", "replace"),
                    "more_body": True,
                }
            )
        await send({"type": "http.response.body", "body": b""})


def as_data(row: Row, scope: str, absolute: Callable[[str], str]) -> Row:
    """Return a row with the columns of an export."""
    found = {**row, "document": row["path"]}
    found["url"] = absolute(row_path(row, scope))
    found["sums"] = written_sums(row.get("money") or ())
    return {name: found.get(name) for name in COLUMNS[scope]}


def written_sums(sums: Iterable[Row]) -> str:
    """Return the sums of a decision as one cell.

    >>> written_sums([{"amount": 1250.0, "currency": "GBP"}])
    'GBP 1250'
    """
    return "; ".join(f"{x['currency']} {x['amount']:.15g}" for x in sums)


def row_path(row: Row, scope: str) -> str:
    """Return the path of the page that shows a result."""
    if scope == "items":
        return f"/meeting/{row['meeting_ref']}#item-{row['ref']}"
    return f"/decision/{row['ref']}"


def csv_lines(rows: Iterable[Iterable[Any]]) -> str:
    """Return rows as CSV that no spreadsheet runs.

    >>> csv_lines([["=1+1", 2]])
    "'=1+1,2\\r\\n"
    """
    target = io.StringIO()
    writer = csv.writer(target)
    for row in rows:
        writer.writerow([harmless_cell(cell) for cell in row])
    return target.getvalue()


def atom(
    title: str, rows: Iterable[Row], scope: str, own: str, page: str, absolute: Any
) -> str:
    """Return an Atom feed of results, what was loaded last first.

    Minutes are often published months after the meeting: by the date of the meeting
    they would never be seen by those who follow a search.
    """
    rows = list(rows)
    feed = ElementTree.Element("feed", xmlns=ATOM)
    _add(feed, "title", title)
    _add(feed, "id", own)
    _add(feed, "updated", max((_loaded(x) for x in rows), default=_moment(None)))
    ElementTree.SubElement(feed, "link", rel="self", href=_clean(own))
    ElementTree.SubElement(feed, "link", rel="alternate", href=_clean(page))
    for row in rows:
        entry = ElementTree.SubElement(feed, "entry")
        url = absolute(row_path(row, scope))
        heading = row["item_title"] or row["text"][:80]
        kind = f" ({row['kind']})" if row.get("kind") else ""
        _add(entry, "title", f"{heading}{kind}")
        _add(entry, "id", url)
        _add(entry, "updated", _loaded(row))
        _add(entry, "published", _moment(row["date"]))
        ElementTree.SubElement(entry, "link", href=_clean(url))
        author = ElementTree.SubElement(entry, "author")
        _add(author, "name", body_name(row))
        _add(entry, "summary", f"{day(row['date'])}: {row['text'][:1000]}")
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ElementTree.tostring(
        feed, encoding="unicode"
    )


def _loaded(row: Row) -> str:
    """Return when the document was loaded, as Atom wants it.

    >>> _loaded({"loaded_at": "2024-05-01T10:00:00.123+00:00", "date": None})
    '2024-05-01T10:00:00Z'
    """
    found = LOADED.match(row.get("loaded_at") or "")
    return f"{found[0]}Z" if found else _moment(row["date"])


def _moment(date: str | None) -> str:
    """Return a date as Atom wants it.

    >>> _moment("2016-07"), _moment(None)
    ('2016-07-01T00:00:00Z', '1970-01-01T00:00:00Z')
    """
    text = date or "1970"
    return f"{text}{'1970-01-01'[len(text) :]}T00:00:00Z"


def _add(parent: Any, tag: str, text: str) -> None:
    """Put an element with text into another."""
    ElementTree.SubElement(parent, tag).text = _clean(text)


def _clean(text: str) -> str:
    """Return text without the characters that XML cannot hold."""
    return NOT_XML.sub("\ufffd", TRICKS.sub("\ufffd", text))


def opensearch(search_url: str) -> str:
    """Return the description by which a browser adds this search to its box."""
    root = ElementTree.Element("OpenSearchDescription", xmlns=OPENSEARCH)
    _add(root, "ShortName", "Minutebook")
    _add(root, "Description", "Search the decisions of councils and boards")
    _add(root, "InputEncoding", "UTF-8")
    ElementTree.SubElement(
        root, "Url", type="text/html", template=f"{search_url}?q={{searchTerms}}"
    )
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ElementTree.tostring(
        root, encoding="unicode"
    )


ROBOTS = """User-agent: *
Disallow: {base}-/
Disallow: {base}search
Disallow: {base}person/
Disallow: {base}{database}
"""
