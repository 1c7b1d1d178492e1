"""Puts paragraphs, tables and page breaks of a flowing format into a text builder."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from minutebook.load.builder import TextBuilder

PAGE_NUMBER = re.compile(  # Page 3 of 7 | - 3 - | Minutes of 7 May – Page 3
    r"""
    (?: [^\n]{0,60} (?: [-–—|,] \s? | [ ]{3,60} | \t ) )? page \s{0,2} \d{1,4}
        (?: \s? (?: of | / ) \s? \d{1,4} )?
    | [-–—] \s? \d{1,4} \s? [-–—]
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NUMBER = re.compile(  # 4. | (b) | 7.2 | iv) | 15/031 | •
    r"\s{0,12}(?:\(?(?:\d{1,4}(?:[./]\d{1,4}){0,3}|[A-Za-z]|[ivx]{1,5})[.):]{0,2}"
    r"|[•*–-])\s{0,12}"
)
LONGEST_NUMBER = 80  # characters of a running foot with a page number
LEFT_OUT = "struck words left out"


@dataclass(frozen=True, slots=True)
class Run:
    r"""A stretch of text in one style; "\n" is a line break, "\t" a tab."""

    text: str
    bold: bool = False
    italic: bool = False
    struck: bool = False
    size: float | None = None
    soft: bool = False  # a line break of the source only, where the paragraph goes on
    underlined: bool = False


StyledLine = tuple[str, dict[str, Any]]


@dataclass(slots=True)
class _Row:
    """A table row under way: its cells so far and the cell that is open."""

    table: int
    columns: list[int] = field(default_factory=list)
    cells: list[list[StyledLine]] = field(default_factory=list)


class Flow:
    """Takes paragraphs and tables in reading order and writes them as lines and rows.

    A table inside a cell interrupts the outer row, so that nested layout tables come
    out in reading order.
    """

    def __init__(self, builder: TextBuilder) -> None:
        self.builder = builder
        self.furniture = False
        self._rows: list[_Row] = []
        self._tables = 0
        self._stack: list[int] = []
        self._break_due = False
        self._inked = False  # the page holds more than running heads

    def paragraph(self, runs: Iterable[Run], prefix: str = "", **style: Any) -> None:
        """Write a paragraph; each line break starts a line, each tab a cell."""
        runs = list(runs)
        text = "".join(run.text for run in runs[:9])
        if self.furniture or (not prefix and is_page_number(text)):
            style["furniture"] = True
        for cells in split_lines(runs):
            lines = [self._styled(cell, style) for cell in cells]
            if prefix and any(text.strip() for text, _ in lines):
                lines[0] = _prefixed(prefix, *lines[0])
                prefix = ""
            self._write(lines)

    def blank(self) -> None:
        """Write an empty line, outside tables."""
        if not self._rows and not self.builder.page_is_empty:
            self.builder.add("")

    def page_break(self) -> None:
        """End the page, after the row where one is open; breaks in a row count once."""
        if self._rows:
            self._break_due = True
        elif self._inked:
            self.builder.page()
            self._inked = False

    def open_table(self) -> None:
        """Begin a table; an outer row is written as far as it has come."""
        if self._rows:
            self._emit(self._rows[-1])
        self._tables += 1
        self._stack.append(self._tables)

    def close_table(self) -> None:
        """End the innermost table."""
        self._stack.pop()

    def open_row(self) -> None:
        """Begin a row of the innermost table."""
        self._rows.append(_Row(self._stack[-1]))

    def open_cell(self, column: int) -> None:
        """Begin a cell of the open row, at this column of the grid."""
        self._rows[-1].columns.append(column)
        self._rows[-1].cells.append([])

    def close_row(self) -> None:
        """End the open row and write it."""
        self._emit(self._rows.pop())
        if self._break_due and not self._rows:
            self._break_due = False
            self.page_break()

    def _styled(self, runs: list[Run], style: dict[str, Any]) -> StyledLine:
        inked = [run for run in runs if run.text.strip()]
        struck = bool(inked) and all(run.struck for run in inked)
        if not struck and any(run.struck for run in inked):
            self.builder.note(LEFT_OUT)
            inked = [run for run in inked if not run.struck]
            runs = [run for run in runs if not run.struck]
        found: dict[str, Any] = {
            "bold": is_bold(inked),
            "bold_to": bold_lead(runs),
            "italic": bool(inked) and all(run.italic for run in inked),
            "size": max((run.size for run in inked if run.size), default=None),
            "struck": struck,
            "wraps": any(run.soft for run in runs),
        }
        text = "".join(run.text for run in runs).rstrip("\n")
        return text, {**{k: v for k, v in found.items() if v}, **style}

    def _write(self, lines: list[StyledLine]) -> None:
        self._inked |= not self.furniture and any(x.strip() for x, _ in lines)
        if not self._rows:
            if len(lines) == 1:
                self.builder.add(lines[0][0], **lines[0][1])
            else:
                self.builder.row_of([[x] if x[0].strip() else [] for x in lines])
            return
        row = self._rows[-1]
        if not row.cells:
            self.open_cell(0)
        text = " ".join(text.strip() for text, _ in lines if text.strip())
        if text:
            _, style = _prefixed("", *lines[0])
            row.cells[-1].append((text, {**style, "table": row.table}))

    def _emit(self, row: _Row) -> None:
        full = [(c, x) for c, x in zip(row.columns, row.cells, strict=True) if x]
        if len(row.cells) == 1:
            for text, style in row.cells[0]:
                self.builder.row_of([[(text, style)]], row.columns)
        elif full:
            self.builder.row_of([x for _, x in full], [c for c, _ in full])
        if row.cells:
            row.columns, row.cells = [row.columns[-1]], [[]]


def _prefixed(prefix: str, text: str, style: dict[str, Any]) -> StyledLine:
    stripped = text.lstrip()
    if "bold_to" in style:
        shift = len(prefix) - (len(text) - len(stripped))
        style = {**style, "bold_to": style["bold_to"] + shift}
    return prefix + stripped, style


def is_bold(runs: list[Run]) -> bool:
    """Return whether the words of a line are bold or underlined, its number aside.

    >>> is_bold([Run("4. "), Run("Finance", bold=True), Run(":")])
    True
    """
    worded = [run for run in runs if any(x.isalnum() for x in run.text)] or runs
    if len(worded) > 1 and _NUMBER.fullmatch(worded[0].text):
        worded = worded[1:]
    return bool(worded) and (
        all(run.bold for run in worded) or all(run.underlined for run in worded)
    )


def bold_lead(runs: list[Run]) -> int:
    """Return how far the bold or underlined words go that open a line; 0 for all.

    >>> bold_lead([Run("4. "), Run("Finance", bold=True), Run(" The clerk spoke.")])
    10
    """
    text = "".join(run.text for run in runs)
    for look in ("bold", "underlined"):
        place = end = 0
        for run in runs:
            if run.text.strip():
                if not getattr(run, look) and (end or not _NUMBER.fullmatch(run.text)):
                    break
                if getattr(run, look):
                    end = place + len(run.text.rstrip())
            place += len(run.text)
        if opens_line(text, end):
            return end
    return 0


def opens_line(text: str, end: int) -> bool:
    """Return whether words run on behind an opening that holds a word itself.

    >>> opens_line("Finance: the clerk spoke.", 8), opens_line("4. The clerk", 2)
    (True, False)
    """
    if not any(x.isalpha() for x in text[:end]) or _NUMBER.fullmatch(text[:end]):
        return False
    if text[end - 1].isalnum() and text[end : end + 1].isalnum():
        return False
    return any(x.isalnum() for x in text[end:])


def is_page_number(text: str) -> bool:
    """Return whether a line is a page number, alone or after a running title.

    >>> is_page_number("Minutes of 7 May – Page 3"), is_page_number("See page 3")
    (True, False)
    >>> is_page_number("Thornbeck Parish Council Minutes          Page 3")
    True
    """
    text = text.strip()
    return len(text) < LONGEST_NUMBER and PAGE_NUMBER.fullmatch(text) is not None


def split_lines(runs: Iterable[Run]) -> list[list[list[Run]]]:
    r"""Return the runs of a paragraph by line and by cell of the line.

    >>> split_lines([Run("Chair:\tAda Penrose\nClerk:")])[1][0][0].text
    'Clerk:'
    """
    lines: list[list[list[Run]]] = [[[]]]
    for run in runs:
        if "\n" not in run.text and "\t" not in run.text:
            lines[-1][-1].append(run)
            continue
        for i, piece in enumerate(run.text.split("\n")):
            if i and run.soft:
                lines[-1][-1].append(replace(run, text="\n"))
            if i:
                lines.append([[]])
            for j, cell in enumerate(piece.split("\t")):
                if j:
                    lines[-1].append([])
                if cell:
                    lines[-1][-1].append(replace(run, text=cell, soft=False))
    return lines
