"""Counts the automatic list numbers of Word documents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from minutebook.load.numerals import write_number

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BULLET = "•"
LEVELS = 9
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: where it starts, how its numbers look."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    restart: int | None = None  # 0: never starts again
    legal: bool = False  # all numbers in it arabic
    style: str | None = None
    indent: float = 0.0


@dataclass(slots=True)
class NumberedList:
    """The abstract list that a list counts with, and its own levels and starts."""

    abstract: str
    levels: dict[int, Level] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)


def value_of(node: Any, tag: str) -> str | None:
    """Return the w:val of a child, None where there is no such child."""
    child = None if node is None else node.find(W + tag)
    return None if child is None else child.get(W + "val")


def number_of(value: str | None, default: int = 0) -> int:
    """Return a whole number written in an attribute; the default where it is none.

    >>> number_of("12"), number_of("x"), number_of(None, 3)
    (12, 0, 3)
    """
    try:
        return int(float(value)) if value and len(value) < 12 else default
    except (ValueError, OverflowError):
        return default


class Numbering:
    """Gives each numbered paragraph, in reading order, the number that Word shows.

    It is made from the levels of each abstract list, and the lists that count by them.
    """

    def __init__(
        self, abstract: dict[str, dict[int, Level]], lists: dict[str, NumberedList]
    ) -> None:
        self._abstract = abstract
        self._lists = lists
        self._counts: dict[str, list[int | None]] = {}
        self._seen: set[tuple[str, int]] = set()

    def level(self, number_id: str, depth: int) -> Level | None:
        """Return the definition of one level of a list."""
        found = self._lists.get(number_id)
        if found is None:
            return None
        return found.levels.get(depth) or self._abstract.get(found.abstract, {}).get(
            depth
        )

    def depth_of_style(self, number_id: str, style: str) -> int:
        """Return the level that a paragraph style is tied to in a list, else 0."""
        found = self._lists.get(number_id)
        levels = self._abstract.get(found.abstract, {}) if found else {}
        return next((k for k, v in levels.items() if v.style == style), 0)

    def next_number(self, number_id: str, depth: int) -> str:
        """Return the label of the next paragraph at this level, "" for none."""
        depth = min(max(depth, 0), LEVELS - 1)
        level = self.level(number_id, depth)
        if level is None:
            return ""
        if level.form == "bullet":
            return BULLET
        counts = self._count(number_id, depth, level)
        return _PLACE.sub(
            lambda m: self._written(number_id, int(m[1]) - 1, counts, level.legal),
            level.text,
        ).strip()

    def _count(self, number_id: str, depth: int, level: Level) -> list[int | None]:
        found = self._lists[number_id]
        counts = self._counts.setdefault(found.abstract, [None] * LEVELS)
        override = found.starts.get(depth)
        if override is not None and (number_id, depth) not in self._seen:
            counts[depth] = override
        else:
            old = counts[depth]
            counts[depth] = level.start if old is None else old + 1
        self._seen.add((number_id, depth))
        for deeper in range(depth + 1, LEVELS):
            below = self.level(number_id, deeper)
            limit = below.restart if below else None
            if limit is None or depth < limit:
                counts[deeper] = None
        return counts

    def _written(
        self, number_id: str, depth: int, counts: list[int | None], legal: bool
    ) -> str:
        level = self.level(number_id, depth) or Level()
        if counts[depth] is None:
            counts[depth] = level.start
        form = "decimal" if legal else level.form
        return write_number(counts[depth] or 0, form)


def read_numbering(root: Any | None) -> Numbering:
    """Return the lists of a DOCX file's numbering part, which it may lack."""
    abstract: dict[str, dict[int, Level]] = {}
    links: dict[str, str] = {}
    styles: dict[str, str] = {}
    if root is None:
        return Numbering({}, {})
    for node in root.iterfind(W + "abstractNum"):
        key = node.get(W + "abstractNumId") or ""
        abstract[key] = dict(_levels(node))
        if link := value_of(node, "numStyleLink"):
            links[key] = link
        if link := value_of(node, "styleLink"):
            styles[link] = key
    for key, link in links.items():
        abstract[key] = abstract.get(styles.get(link, ""), {})
    nodes = root.iterfind(W + "num")
    return Numbering(abstract, {x.get(W + "numId") or "": _list(x) for x in nodes})


def _levels(node: Any) -> Iterator[tuple[int, Level]]:
    for child in node.iterfind(W + "lvl"):
        restart = value_of(child, "lvlRestart")
        indent = child.find(f"{W}pPr/{W}ind")
        left = None
        if indent is not None:
            left = indent.get(W + "left") or indent.get(W + "start")
        legal = child.find(W + "isLgl")
        yield (
            number_of(child.get(W + "ilvl")),
            Level(
                number_of(value_of(child, "start"), 0),
                value_of(child, "numFmt") or "decimal",
                value_of(child, "lvlText") or "",
                None if restart is None else number_of(restart),
                legal is not None and legal.get(W + "val") not in ("0", "false"),
                value_of(child, "pStyle"),
                number_of(left) / 20,
            ),
        )


def _list(node: Any) -> NumberedList:
    found = NumberedList(value_of(node, "abstractNumId") or "")
    for override in node.iterfind(W + "lvlOverride"):
        depth = number_of(override.get(W + "ilvl"))
        start = value_of(override, "startOverride")
        if start is not None:
            found.starts[depth] = number_of(start, 1)
        found.levels.update(_levels(override))
    return found
