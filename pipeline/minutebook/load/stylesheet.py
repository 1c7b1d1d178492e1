"""Knows what the classes in the style sheet of a web page say of its words.

Word processors and editors on the web save bold words, margins and numbers of lists as
classes: `<span class="c4">`. What a theme says of the page's own parts is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

LONGEST = 500_000  # characters of style sheets that are looked at
_CLASS = re.compile(r"(?:[a-z][a-z0-9]{0,9})?\.([\w-]{1,60})")  # .c4 | p.MsoNormal
_COUNTED = re.compile(r"\.([\w-]{1,60})\s?>\s?li:{1,2}before")
_COUNTER = re.compile(r"counters?\([^(),]{1,60},\s?([a-z-]{3,25})\s?\)")
_TOLD = re.compile(r"font-weight|text-decoration|list-style|margin|padding-left")
_LEFT = re.compile(
    r"(?:margin|padding)-left\s*:\s*(\d{0,3}(?:\.\d{0,4})?)(pt|px|cm|mm|in|r?em)",
    re.IGNORECASE,
)
_ALL_SIDES = re.compile(  # margin:0cm 0cm 6.0pt 36.0pt
    r"margin\s*:\s*(?:[\d.]{1,8}[a-z]{0,3}\s+){3}(\d{0,3}(?:\.\d{0,4})?)"
    r"(pt|px|cm|mm|in|r?em)",
    re.IGNORECASE,
)
_POINTS = {"pt": 1.0, "px": 0.75, "cm": 28.35, "mm": 2.835, "in": 72.0, "em": 11.0}
WIDEST = 300.0  # points: more is no margin of a paragraph


class StyleSheet:
    """Tells what is declared of an element, by its classes and by itself."""

    def __init__(self, sheets: Iterable[str] = ()) -> None:
        self._classes: dict[str, str] = {}
        for sheet in sheets:
            self._read(sheet[:LONGEST])

    def declared(self, attributes: dict[str, str | None]) -> str:
        """Return the declarations that hold for an element, the strongest last.

        >>> StyleSheet([".c4,.c5{font-weight:700}"]).declared({"class": "c1 c4"})
        'font-weight:700;'
        """
        own = attributes.get("style") or ""
        names = attributes.get("class")
        if not names or not self._classes:
            return own
        found = [self._classes[x] for x in names.split()[:20] if x in self._classes]
        return "".join(f"{x};" for x in found) + own

    def _read(self, sheet: str) -> None:
        for part in _without_comments(sheet).split("}"):
            before, _, declarations = part.rpartition("{")
            for selector in before.rpartition("{")[2].split(",")[:50]:
                self._rule(selector.strip(), declarations.strip(" \n;"))

    def _rule(self, selector: str, declarations: str) -> None:
        counted = _COUNTED.fullmatch(selector)
        if counted and (counter := _COUNTER.search(declarations)):
            name, declarations = counted[1], f"list-style-type:{counter[1]}"
        elif (match := _CLASS.fullmatch(selector)) and _TOLD.search(declarations):
            name = match[1]
        else:
            return
        old = self._classes.get(name)
        self._classes[name] = f"{old};{declarations}" if old else declarations


def _without_comments(sheet: str) -> str:
    first, *others = sheet.replace("<!--", "").replace("-->", "").split("/*")
    return first + "".join(x.partition("*/")[2] for x in others)


def left_margin(declarations: str) -> float:
    """Return how far a paragraph is set in, in points.

    >>> left_margin("margin-left:36.0pt;text-indent:-18.0pt")
    36.0
    >>> left_margin("margin:0cm 0cm 6.0pt 1.27cm"), left_margin("margin-left:auto")
    (36.0, 0.0)
    """
    widths = [
        float(match[1]) * _POINTS[match[2].lower().removeprefix("r")]
        for match in [*_LEFT.finditer(declarations), *_ALL_SIDES.finditer(declarations)]
        if match[1].strip(".")
    ]
    width = round(max(widths, default=0.0), 1)
    return width if width <= WIDEST else 0.0
