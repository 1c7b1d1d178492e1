"""Headers that keep a page of strangers' text from doing anything."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

STRICT = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
    " connect-src 'self'; form-action 'self'; base-uri 'none';"
    " frame-ancestors 'self'"
)
STOCK = (  # pages of Datasette itself need scripts and styles of their own in the page
    "default-src 'self'; script-src 'self' 'unsafe-inline';"
    " style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none';"
    " base-uri 'none'; frame-ancestors 'self'; form-action 'self'"
)
ALWAYS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "content-security-policy": STOCK,
}

App = Callable[..., Awaitable[None]]


def with_headers(app: App) -> App:
    """Return the application with safe headers on every answer that lacks them."""

    async def wrapped(scope: Any, receive: Any, send: Any) -> None:
        async def send_safe(message: dict[str, Any]) -> None:
            if message["type"] == "http.response.start":
                headers = list(message.get("headers") or [])
                there = {bytes(name).lower() for name, _ in headers}
                headers += [
                    (name.encode(), value.encode())
                    for name, value in ALWAYS.items()
                    if name.encode() not in there
                ]
                message = {**message, "headers": headers}
            await send(message)

        await app(scope, receive, send_safe if scope["type"] == "http" else send)

    return wrapped
