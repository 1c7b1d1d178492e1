"""The Datasette plugin: pages, templates, static files; never imports spaCy."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from threading import Thread
from typing import Any

from datasette import hookimpl

from minutebook.explore.metadata import build_metadata
from minutebook.explore.pages import refuse, routes, warm
from minutebook.explore.security import App, with_headers
from minutebook.explore.site import address, find_database, static_address

__all__ = ["build_metadata"]

hook: Callable[[Any], Any] = hookimpl
first: Callable[[Any], Any] = hookimpl(tryfirst=True)
only_if_asked: Callable[[Any], Any] = hookimpl(optionalhook=True)


@hook
def register_routes() -> list[tuple[str, Any]]:
    """Return our pages."""
    return routes()


@hook
def asgi_wrapper() -> Callable[[App], App]:
    """Return the wrapper that puts safe headers on every answer."""
    return with_headers


@hook
def startup(datasette: Any) -> Callable[[], Awaitable[None]]:
    """Return what finds our database and begins to read it, before anybody asks."""

    async def prepare() -> None:
        database = await find_database(datasette)
        if database is not None and database.path:
            Thread(target=warm, args=(database,), daemon=True).start()

    return prepare


@hook
def menu_links(datasette: Any) -> list[dict[str, str]]:
    """Return the links from Datasette's own pages to ours."""
    pages = {"Search decisions": "/search", "Overview": "/overview"}
    pages["Data dictionary"] = "/dictionary"
    return [
        {"href": address(datasette, path), "label": label}
        for label, path in pages.items()
    ]


@hook
def extra_css_urls(datasette: Any, view_name: str) -> list[str]:
    """Return the style that makes Datasette's own pages look like ours."""
    return [static_address(datasette, "stock.css")] if view_name else []


@first
def handle_exception(
    datasette: Any, request: Any, exception: Exception
) -> Callable[[], Awaitable[Any]]:
    """Return what answers for pages that are not there.

    First, because Datasette 0.65 with `rich` installed fails over its own 404.
    """

    async def answer() -> Any:
        return await refuse(datasette, request, exception)

    return answer


@only_if_asked
def get_metadata(datasette: Any) -> dict[str, Any]:
    """Return titles and ready-made queries; only Datasette before 1.0 asks."""
    known = getattr(datasette, "_minutebook_database", None)
    return build_metadata(known) if known else {}
