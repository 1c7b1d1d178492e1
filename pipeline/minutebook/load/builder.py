"""Collects lines and pages into the one text of a document."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Any

from minutebook.errors import TooLarge
from minutebook.records import Line, Page

MAX_TEXT = 30_000_000  # characters of one document
MAX_LINES = 1_000_000

# Characters that show nothing: soft hyphens, zero-width spaces, marks that turn the
# direction of writing. They would split words for whoever searches them.
INVISIBLE = dict.fromkeys(
    [
        *(0xAD, 0x61C, 0xFEFF, 0x2060, 0x180E),
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
    ]
)
# Spaces of every width, and breaks that Python's splitlines knows, become one space.
SPACES = dict.fromkeys(
    [
        *(0x9, 0xA, 0xB, 0xC, 0xD, 0x1C, 0x1D, 0x1E, 0x85, 0xA0, 0x1680),
        *range(0x2000, 0x200B),
        *(0x2028, 0x2029, 0x202F, 0x205F, 0x3000),
    ],
    " ",
)
# What can be no text at all: NULs, control characters, halves of a surrogate pair.
CONTROLS = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0)], "\ufffd")
# Windows' own dashes, quotes and bullets, taken for Latin-1 on their way here.
_WINDOWS = bytes(range(0x80, 0xA0)).decode("cp1252", "replace")
WINDOWS = dict(zip(range(0x80, 0xA0), _WINDOWS, strict=True))
# Bullets and ticks of symbol fonts, in the places where Word keeps them.
SYMBOLS = {
    **dict.fromkeys([0xF0B7, 0xF0A7, 0xF0A8, 0xF076, 0xF0D8, 0xF06C, 0xF06E], "•"),
    **{0xF0FC: "✓", 0xF02D: "-", 0xF0E0: "→", 0xF0D7: "•", 0xF020: " "},
}
# Letters that print set as one: whoever searches for "staff" writes two.
_JOINED = ("ff", "fi", "fl", "ffi", "ffl", "st", "st")
LIGATURES = dict(enumerate(_JOINED, 0xFB00))
_TABLE = {**SYMBOLS, **LIGATURES, **CONTROLS, **WINDOWS, **INVISIBLE, **SPACES}
_ODD = re.compile(r"[^\n -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    """Return a line without characters that are no text, in composed form.

    >>> clean("Agreed\\u00a0to\\u200b pay\\x00")
    'Agreed to pay\ufffd'
    >>> clean("the Clerk\x92s report \x96 noted")
    'the Clerk’s report – noted'
    >>> clean("Sta\ufb00 o\ufb03cer")
    'Staff officer'
    """
    if not _ODD.search(text) and "\n" not in text:
        return text
    text = _SURROGATE.sub("\ufffd", text).translate(_TABLE)
    return unicodedata.normalize("NFC", text)


class TextBuilder:
    """Grows the text of a document line by line; offsets are right by construction.

    `add` appends a line in a row of its own, `row_of` a row of cells. Of the styles,
    `bold_to` counts from the start of the text given.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._row = -1
        self._page = 1
        self._page_start = 0
        self._size: tuple[float | None, float | None] = (None, None)
        self.lines: list[Line] = []
        self.pages: list[Page] = []
        self.notes: list[str] = []

    @property
    def row(self) -> int:
        """Return the number of the current row."""
        return self._row

    @property
    def page_is_empty(self) -> bool:
        """Return whether the current page holds no text yet."""
        return self._length == self._page_start

    def note(self, text: str) -> None:
        """Keep something that the reader wants known, once."""
        if text not in self.notes:
            self.notes.append(text)

    def text(self) -> str:
        """Return the text so far."""
        return "".join(self._parts)

    def add(self, text: str, **style: Any) -> None:
        """Append one line in a row of its own; an empty text is a blank line."""
        self._row += 1
        self._append(text, "\n", 0, style)

    def row_of(
        self,
        cells: Sequence[Sequence[tuple[str, dict[str, Any]]]],
        columns: Sequence[int] | None = None,
    ) -> None:
        """Append one row of cells, each a list of (line, style).

        Cells of one line each are parted by tabs; where one has more, its lines stand
        together and newlines part everything. `columns` numbers cells that skip some.
        """
        self._row += 1
        flat = all(len(lines) <= 1 for lines in cells)
        for place, lines in enumerate(cells):
            column = columns[place] if columns else place
            last = place == len(cells) - 1
            if not lines and flat and not last:
                self._put("\t")
            for text, style in lines:
                self._append(text, "\t" if flat and not last else "\n", column, style)
        if not self._ends_line():
            self._put("\n")

    def page(self, width: float | None = None, height: float | None = None) -> None:
        """Open a page of this size; closes the one before."""
        if self._length > self._page_start or self.pages:
            self._close_page()
        self._size = (width, height)

    def finish(self) -> tuple[str, tuple[Line, ...], tuple[Page, ...]]:
        """Return the text, its lines and its pages."""
        if self._length > self._page_start or not self.pages:
            self._close_page()
        return "".join(self._parts), tuple(self.lines), tuple(self.pages)

    def _close_page(self) -> None:
        width, height = self._size
        self.pages.append(
            Page(self._page, self._page_start, self._length, width, height)
        )
        self._page += 1
        self._page_start = self._length

    def _ends_line(self) -> bool:
        return bool(self._parts) and self._parts[-1].endswith("\n")

    def _append(
        self, text: str, separator: str, column: int, style: dict[str, Any]
    ) -> None:
        raw, text = text, clean(text).rstrip()
        lead = len(text) - len(text.lstrip())
        if lead < len(text):
            start = self._length + lead
            end = self._length + len(text)
            if "bold_to" in style:
                style = {**style, "bold_to": self._bold_to(raw, start, end, style)}
            self.lines.append(Line(start, end, self._page, self._row, column, **style))
        self._put(text + separator)

    def _bold_to(self, raw: str, start: int, end: int, style: dict[str, Any]) -> int:
        """Return where the bold words of a line end, given by the line's own text."""
        place = self._length + len(clean(raw[: style["bold_to"]]).rstrip())
        return place if start < place < end else 0

    def _put(self, text: str) -> None:
        if text:
            self._parts.append(text)
            self._length += len(text)
        if self._length > MAX_TEXT or len(self.lines) > MAX_LINES:
            raise TooLarge(f"more than {MAX_TEXT:,} characters of text")
