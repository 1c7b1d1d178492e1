"""Takes the front matter of a Markdown or HTML file for what it is: metadata."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

import yaml

MAX_VALUE = 2000  # characters of one metadata value
MAX_FRONT = 2_000_000
LONG = 200  # a scalar this long under a body key is the minutes themselves
BODY_KEYS = ("minutes", "body", "content", "text")
_AGENDA = "Agenda:"
_KNOWN_KEYS = (
    "title date layout author tags categories category permalink slug summary draft "
    "description type created updated published lang"
)
KNOWN_KEYS = frozenset(_KNOWN_KEYS.split())
_FENCE = re.compile(r"(---|\+\+\+)[ \t]*\n")
_PAIR = re.compile(r"([A-Za-z_][\w .-]{0,60}?)[ \t]*[:=][ \t]*(\S[^\n]{0,2000})")


class _Loader(yaml.BaseLoader):
    """Reads every scalar as the text it is written as, and no aliases."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("aliases are not read")
        return super().compose_node(parent, index)


def split_front_matter(text: str) -> tuple[tuple[tuple[str, str], ...], str]:
    r"""Return the metadata of the front matter and the text that follows it.

    >>> split_front_matter("---\ntitle: May meeting\n---\nPresent: Ada Penrose\n")
    ((('title', 'May meeting'),), 'Present: Ada Penrose\n')
    """
    text = text.lstrip("\ufeff")
    match = _FENCE.match(text)
    if not match:
        return (), text
    close = re.compile(rf"^(?:{re.escape(match[1])}|\.\.\.)[ \t]*$", re.MULTILINE)
    end = close.search(text, match.end(), MAX_FRONT)
    if not end:
        return (), text
    front, body = text[match.end() : end.start()], text[end.end() :].lstrip("\n")
    values = _values(front)
    if not values:
        return ((), body) if not front.strip() else ((), text)
    parts = [
        value
        for key, value in values.items()
        if key.lower() in BODY_KEYS and ("\n" in value or len(value) > LONG)
    ]
    agenda = next((v for k, v in values.items() if k.lower() == "agenda"), "")
    agenda = agenda if parts and "\n" in agenda else ""
    if not parts and not body.strip():
        long = [x for x in values.values() if "\n" in x and len(x) > LONG]
        parts = sorted(long, key=len)[-1:]  # some field holds the minutes
    found = {k: v for k, v in values.items() if v not in parts and v != agenda}
    parts += [f"{_AGENDA}\n\n{agenda}"] if agenda else []  # what the minutes are about
    shown = tuple((key, unescape(x[:MAX_VALUE])) for key, x in found.items())
    return shown, "\n\n".join([*parts, body] if body.strip() else parts or [body])


def _values(front: str) -> dict[str, str]:
    try:
        loaded = yaml.load(front, Loader=_Loader)
    except (yaml.YAMLError, ValueError, RecursionError):
        loaded = None
    if isinstance(loaded, dict):
        found = dict(_flat(loaded, "", 0))
    else:
        pairs = (_PAIR.match(line) for line in front.split("\n"))
        found = {m[1]: m[2].strip().strip("\"'") for m in pairs if m}
    known = any(key.lower() in KNOWN_KEYS for key in found)
    plain = all(key.islower() and " " not in key for key in found)
    return found if known or plain else {}


def _flat(values: dict[Any, Any], prefix: str, depth: int) -> Iterator[tuple[str, str]]:
    for key, value in values.items():
        name = f"{prefix}{key}"
        if isinstance(value, str):
            if value:
                yield name, value
        elif isinstance(value, list):
            words = [x for x in value if isinstance(x, str)]
            if words:
                yield name, ", ".join(words)
        elif isinstance(value, dict) and depth < 3:
            yield from _flat(value, f"{name}.", depth + 1)
