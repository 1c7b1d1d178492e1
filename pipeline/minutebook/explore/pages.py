"""The routes: what address shows which page."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import quote, unquote

from datasette import NotFound, Response

from minutebook.explore import feeds, queries, wording
from minutebook.explore.decision import decision
from minutebook.explore.dictionary import dictionary
from minutebook.explore.document import document, locations
from minutebook.explore.entities import body, called, council, organisation, person
from minutebook.explore.filters import (
    MAX_PAGE,
    PAGE_SIZE,
    Filters,
    last_page,
    read_filters,
)
from minutebook.explore.home import KIND_ORDER, home
from minutebook.explore.index import index_of
from minutebook.explore.marking import contexts, flow, mark, shorten
from minutebook.explore.meeting import meeting
from minutebook.explore.metadata import QUERIES
from minutebook.explore.overview import overview
from minutebook.explore.pictures import WIDTHS, PictureError, Pictures
from minutebook.explore.queries import Row
from minutebook.explore.search import (
    Answer,
    add_money,
    result_rows,
    search,
    suggestions,
)
from minutebook.explore.security import STRICT
from minutebook.explore.site import (
    address,
    find_database,
    is_allowed,
    question_path,
    static_address,
    static_file,
    templates,
)

SECONDS = 8.0  # the longest that one page may ask the database
CHUNK = 500
HEADERS = {"content-security-policy": STRICT}
Handler = Callable[..., Awaitable[Any]]
pictures = Pictures()


@dataclass(frozen=True, slots=True)
class Ask:
    """What a page is asked for."""

    ref: str
    args: Any

    @property
    def filters(self) -> Filters:
        """Return the state of the search."""
        return read_filters(self.args)


Build = Callable[[sqlite3.Connection, Ask], Row | None]

ENTITIES: dict[str, Build] = {
    "decision": lambda conn, ask: decision(
        conn, ask.ref, (ask.args.get("q") or "")[:400]
    ),
    "meeting": lambda conn, ask: meeting(conn, ask.ref),
    "document": lambda conn, ask: document(
        conn, ask.ref, _whole(ask.args.get("page")), ask.args.get("at") or ""
    ),
    "person": lambda conn, ask: person(conn, ask.ref),
    "organisation": lambda conn, ask: organisation(conn, ask.ref),
    "body": lambda conn, ask: body(conn, index_of(conn), ask.ref),
    "council": lambda conn, ask: council(conn, index_of(conn), ask.ref),
}
PLAIN: dict[str, Build] = {
    "home": lambda conn, ask: home(conn, index_of(conn)),
    "overview": lambda conn, ask: overview(
        conn, index_of(conn), (ask.args.get("council") or "")[:200]
    ),
    "dictionary": lambda conn, ask: dictionary(conn),
    "search": lambda conn, ask: search_page(conn, ask.filters),
}
COUNTING = [*PLAIN.values(), ENTITIES["body"], ENTITIES["council"]]


def routes() -> list[tuple[str, Handler]]:
    """Return the pattern and the handler of every page."""
    return [
        (r"^/$", plain("home")),
        (r"^/search$", plain("search")),
        (r"^/overview$", plain("overview")),
        (r"^/dictionary$", plain("dictionary")),
        (r"^/search\.(?P<format>csv|json|atom)$", search_data),
        (r"^/document/(?P<ref>[^/]+)/page/(?P<page>\d{1,6})\.png$", picture),
        *((rf"^/{kind}/(?P<ref>[^/]+)$", entity(kind)) for kind in ENTITIES),
        (r"^/-/minutebook/(?P<name>[a-z]+\.[a-z]+)$", static),
        (r"^/opensearch\.xml$", opensearch),
        (r"^/robots\.txt$", robots),
    ]


# ------------------------------------------------------------------------ whole pages


def plain(name: str) -> Handler:
    """Return the handler of a page that has no ref."""

    async def handler(request: Any, datasette: Any) -> Any:
        database = await find_database(datasette)
        if database is None:
            return await show(datasette, request, "nothing", {}, 404)
        if not await is_allowed(datasette, request.actor, database.name):
            return await show(datasette, request, "missing", {"kind": "page"}, 403)
        found = await ask(database, PLAIN[name], Ask("", request.args))
        if found is None:
            return await show(datasette, request, "missing", {"kind": "council"}, 404)
        found["database"] = database.name
        found["downloadable"] = not database.is_mutable and datasette.setting(
            "allow_download"
        )
        return await show(datasette, request, name, found)

    return handler


def entity(kind: str) -> Handler:
    """Return the handler of the pages of one kind of thing."""

    async def handler(request: Any, datasette: Any) -> Any:
        database = await find_database(datasette)
        if database is None:
            return await show(datasette, request, "nothing", {}, 404)
        if not await is_allowed(datasette, request.actor, database.name):
            return await show(datasette, request, "missing", {"kind": kind}, 403)
        ref = unquote(request.url_vars["ref"])
        found = await ask(database, ENTITIES[kind], Ask(ref, request.args))
        if found is None:
            moved = await ask(database, moved_to, Ask(f"{kind}/{ref}", None))
            if moved:
                return Response.redirect(address(datasette, moved["path"]), 301)
            return await show(datasette, request, "missing", {"kind": kind}, 404)
        found["database"] = database.name
        found["url"] = datasette.absolute_url(
            request, address(datasette, f"/{kind}/{quote(ref)}")
        )
        return await show(datasette, request, kind, found)

    return handler


async def refuse(datasette: Any, request: Any, exception: Exception) -> Any:
    """Return our page for what is not there or took too long, None for all else."""
    missing = isinstance(exception, NotFound)
    slow = isinstance(exception, sqlite3.OperationalError) and "interrupted" in str(
        exception
    )
    if not missing and not slow:
        return None
    status = 404 if missing else 503
    if request.path.endswith(".json"):
        error = "Not found" if missing else "Took too long"
        return Response.json(
            {"ok": False, "error": error, "status": status}, status=status
        )
    name = "missing" if missing else "slow"
    return await show(datasette, request, name, {"kind": "page"}, status)


def moved_to(conn: sqlite3.Connection, ask: Ask) -> Row | None:
    """Return where a merged or replaced ref went."""
    kind, _, ref = ask.ref.partition("/")
    row = queries.one(conn, queries.REDIRECT, (kind, ref))
    if row is None or row["target_kind"] not in ENTITIES:
        return None
    return {"path": f"/{row['target_kind']}/{quote(row['target'], safe='')}"}


def warm(database: Any) -> None:
    """Read what home page, overview and search need, so that nobody has to wait."""
    conn = database.connect()
    try:
        home(conn, index_of(conn))
        overview(conn, index_of(conn))
        index_of(conn).columns(conn, "items")
    except sqlite3.Error:
        pass  # whoever asks for the page is told
    finally:
        conn.close()


async def ask(database: Any, build: Build, wanted: Ask) -> Row | None:
    """Return what a page shows, read in a thread and within a time.

    Reading the columns for the first time is not counted.
    """

    def run(conn: sqlite3.Connection) -> Row | None:
        if build in COUNTING:
            index_of(conn).columns(conn, wanted.filters.scope)
        with queries.limited(conn, SECONDS):
            return build(conn, wanted)

    found: Row | None = await database.execute_fn(run)
    return dict(found) if found is not None else None


async def show(
    datasette: Any, request: Any, template: str, found: Row, status: int = 200
) -> Any:
    """Return the answer that a template makes of what was found."""
    headers = dict(HEADERS)
    if template in ("person", "missing", "nothing"):
        headers["x-robots-tag"] = "noindex"
    shape = templates(datasette).get_template(f"minutebook/{template}.html")
    page = shape.render({**helpers(datasette), "request": request, **found})
    return Response.html(page, status=status, headers=headers)


def helpers(datasette: Any) -> Row:
    """Return what every template may use."""
    return {
        "link": lambda path: address(datasette, path),
        "question": lambda database, name: address(
            datasette, question_path(datasette, database, name)
        ),
        "static": lambda name: static_address(datasette, name),
        "mark": mark,
        "flow": flow,
        "shorten": shorten,
        "contexts": contexts,
        "day": wording.day,
        "money": wording.money,
        "number": wording.number,
        "sum_written": lambda least: f"{least:g}" if least < 1 else f"{least:.0f}",
        "some": wording.some,
        "years": wording.years,
        "file_name": wording.file_name,
        "body_name": wording.body_name,
        "cited_page": wording.cited_page,
        "citation": wording.citation,
        "bibtex": wording.bibtex,
        "ris": wording.ris,
        "kind_order": KIND_ORDER,
        "Filters": Filters,
        "canned": QUERIES,
        "ref": lambda text: quote(str(text), safe=""),
    }


def _whole(text: str | None) -> int:
    """Return a page number, 1 where there is none.

    >>> _whole("12"), _whole("x"), _whole(None)
    (12, 1, 1)
    """
    return max(1, int(text)) if text and re.fullmatch(r"\d{1,6}", text) else 1


# ----------------------------------------------------------------------------- search


def search_page(conn: sqlite3.Connection, filters: Filters) -> Row:
    """Return what the search page shows."""
    index = index_of(conn)
    answer = search(conn, index, filters)
    shown = answer.page(filters.page)
    return {
        "f": filters,
        "answer": answer,
        "results": result_rows(conn, filters, answer.query, shown),
        "pages": last_page(answer.total),
        "max_page": MAX_PAGE,
        "first": (filters.page - 1) * PAGE_SIZE + 1,
        "until": (filters.page - 1) * PAGE_SIZE + len(shown),
        "suggestions": (
            suggestions(conn, index, filters, answer.query) if not answer.total else []
        ),
        "names": _names(conn, filters),
        "called": called(conn, filters.q) if filters.page == 1 else [],
    }


def _names(conn: sqlite3.Connection, filters: Filters) -> dict[str, str]:
    """Return the names of the person and the organisation that a search is about."""
    found = {}
    for name, sql in (
        ("person", queries.PERSON_BY_REF),
        ("organisation", queries.ORGANISATION_BY_REF),
    ):
        ref = getattr(filters, name)
        if ref:
            row = queries.one(conn, sql, (ref,))
            found[name] = row["name"] if row else ref
    return found


async def search_data(request: Any, datasette: Any) -> Any:
    """Return the answer to a search as CSV, JSON or Atom."""
    database = await find_database(datasette)
    if database is None or not await is_allowed(
        datasette, request.actor, database.name
    ):
        return Response.text("Not found", status=404)
    filters = read_filters(request.args)

    def absolute(path: str) -> str:
        url: str = datasette.absolute_url(request, address(datasette, path))
        return url

    make = {"csv": _csv, "json": _json, "atom": _atom}[request.url_vars["format"]]
    return await make(database, filters, absolute)


async def _answer(database: Any, filters: Filters) -> Answer:
    """Return the answer to a search, looked up in a thread."""
    found: Answer = await database.execute_fn(
        lambda conn: search(conn, index_of(conn), filters)
    )
    return found


async def _data_rows(database: Any, filters: Filters, ids: Any) -> list[Row]:
    """Return the rows of some results, exactly as stored."""

    def read(conn: sqlite3.Connection) -> list[Row]:
        if filters.scope == "items":
            return queries.raw_rows(conn, queries.ITEMS_BY_ID, ids)
        return add_money(conn, queries.raw_rows(conn, queries.DECISIONS_BY_ID, ids))

    found: list[Row] = await database.execute_fn(read)
    return found


async def _csv(database: Any, filters: Filters, absolute: Any) -> Any:
    """Return all results of a search as CSV, a chunk at a time."""
    answer = await _answer(database, filters)
    everything = answer.ids()

    async def pieces() -> AsyncIterator[str]:
        yield "\ufeff" + feeds.csv_lines([feeds.COLUMNS[filters.scope]])
        for start in range(0, answer.total, CHUNK):
            ids = everything[start : start + CHUNK]
            rows = await _data_rows(database, filters, ids)
            yield feeds.csv_lines(
                feeds.as_data(row, filters.scope, absolute).values() for row in rows
            )

    headers = {
        **HEADERS,
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": f'attachment; filename="{filters.scope}.csv"',
    }
    return feeds.Stream(pieces(), headers)


async def _json(database: Any, filters: Filters, absolute: Any) -> Any:
    """Return one page of a search as JSON, with totals and the next page."""
    answer = await _answer(database, filters)
    rows = await _data_rows(database, filters, answer.page(filters.page))
    more = filters.page < last_page(answer.total)
    following = filters.link("/search.json", page=filters.page + 1)
    return Response.json(
        {
            "query": dict(_grouped(filters)),
            "total": answer.total,
            "standing_set_apart": 0 if filters.standing else answer.set_apart,
            "order": answer.order,
            "facets": {
                name: [
                    {"value": x.value, "name": x.name, "count": x.count} for x in values
                ]
                for name, values in answer.facets.items()
            },
            "results": [feeds.as_data(row, filters.scope, absolute) for row in rows],
            "next": absolute(following) if more else None,
        },
        headers=HEADERS,
    )


def _grouped(filters: Filters) -> dict[str, list[str]]:
    """Return the parts of a search by name."""
    found: dict[str, list[str]] = {}
    for name, value in filters.pairs():
        found.setdefault(name, []).append(value)
    return found


async def _atom(database: Any, filters: Filters, absolute: Any) -> Any:
    """Return the results of a search that were loaded last as a feed."""
    filters = replace(filters, sort="newest", page=1)
    answer = await _answer(database, filters)
    rows = await _data_rows(database, filters, sorted(answer.ids(), reverse=True)[:50])
    title = f"Minutebook: {filters.q or filters.scope}"
    own, page = filters.link("/search.atom"), filters.link()
    text = feeds.atom(
        title, rows, filters.scope, absolute(own), absolute(page), absolute
    )
    return Response(
        text, headers=HEADERS, content_type="application/atom+xml; charset=utf-8"
    )


# ---------------------------------------------------------------- pictures and the rest


async def picture(request: Any, datasette: Any) -> Any:
    """Return the picture of a page of a document that was loaded."""
    database = await find_database(datasette)
    if database is None or not await is_allowed(
        datasette, request.actor, database.name
    ):
        return Response.text("Not found", status=404)
    ref, page = unquote(request.url_vars["ref"]), int(request.url_vars["page"])
    wanted = _whole(request.args.get("w"))
    width = next((x for x in WIDTHS if x >= wanted), WIDTHS[-1]) if wanted > 1 else 1000

    def look(conn: sqlite3.Connection) -> Row | None:
        row = queries.one(conn, queries.DOCUMENT_BY_REF, (ref,))
        if row is None or row["media_type"] != "application/pdf":
            return None
        raw = conn.execute("select path from documents where id = ?", (row["id"],))
        row["paths"] = locations(conn, row["id"], raw.fetchone()[0])
        return row

    row = await database.execute_fn(look)
    if row is None or not 1 <= page <= row["pages"]:
        return Response.text("There is no such page.", status=404, headers=HEADERS)
    try:
        data = await pictures.get(row["paths"], row["sha256"], page, width)
    except PictureError as error:
        return Response.text(str(error), status=404, headers=HEADERS)
    headers = {**HEADERS, "cache-control": "private, max-age=86400"}
    return Response(data, headers=headers, content_type="image/png")


async def static(request: Any) -> Any:
    """Return one of our static files."""
    found = static_file(request.url_vars["name"])
    if found is None:
        return Response.text("Not found", status=404)
    headers = {**HEADERS, "cache-control": "public, max-age=31536000, immutable"}
    return Response(found[0], headers=headers, content_type=found[1])


async def opensearch(request: Any, datasette: Any) -> Any:
    """Return the description of this search for browsers."""
    url = datasette.absolute_url(request, address(datasette, "/search"))
    return Response(
        feeds.opensearch(url),
        headers=HEADERS,
        content_type="application/opensearchdescription+xml; charset=utf-8",
    )


async def robots(request: Any, datasette: Any) -> Any:
    """Return what crawlers are asked to leave alone."""
    database = await find_database(datasette)
    name = database.name if database else "-/"
    text = feeds.ROBOTS.format(base=address(datasette, "/"), database=name)
    return Response.text(text)
