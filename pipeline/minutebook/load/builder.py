"""Collects lines and pages into the one text of a document."""

from __future__ import annotations

from typing import Any

from minutebook.records import Line, Page


class TextBuilder:
    """Grows the text of a document line by line; offsets are right by construction.

    `add` appends a line of a new row, `cell` a line beside or under it in the same row.
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

    @property
    def row(self) -> int:
        """Return the number of the current row."""
        return self._row

    def add(self, text: str, **style: Any) -> None:
        """Append one line in a row of its own; an empty text is a blank line."""
        self._row += 1
        self._append(text, "\n", 0, style)

    def row_of(self, cells: list[list[tuple[str, dict[str, Any]]]]) -> None:
        """Append one row of cells, each a list of (line, style).

        Cells of one line each are parted by tabs, longer ones by newlines.
        """
        self._row += 1
        flat = all(len(lines) <= 1 for lines in cells)
        for column, lines in enumerate(cells):
            last = column == len(cells) - 1
            if not lines:
                self._put("" if last else "\t" if flat else "")
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
        text = text.replace("\t", " ").replace("\n", " ").replace("\r", " ")
        if text.strip():
            lead = len(text) - len(text.lstrip())
            start = self._length + lead
            end = self._length + len(text.rstrip())
            self.lines.append(
                Line(start, end, self._page, self._row, column, **style)
            )
        self._put(text + separator)

    def _put(self, text: str) -> None:
        if text:
            self._parts.append(text)
            self._length += len(text)
