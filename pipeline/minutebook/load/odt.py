"""Reads OpenDocument text (ODT, FODT) in body order, with the list numbers it shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any
from zipfile import ZipFile

from minutebook.errors import Damaged, Encrypted
from minutebook.load.builder import TextBuilder
from minutebook.load.flow import Flow, Run
from minutebook.load.numbering import BULLET, number_of
from minutebook.load.numerals import write_number
from minutebook.load.xml import parse_xml
from minutebook.load.zips import open_zip, read_member

_NAMES = "urn:oasis:names:tc:opendocument:xmlns:"
TEXT, TABLE, OFFICE, STYLE, DRAW = (
    f"{{{_NAMES}{name}:1.0}}"
    for name in ("text", "table", "office", "style", "drawing")
)
FO = f"{{{_NAMES}xsl-fo-compatible:1.0}}"
META = f"{{{_NAMES}meta:1.0}}"
DC = "{http://purl.org/dc/elements/1.1/}"
MAX_DEPTH = 60
MAX_SPACES = 200
MAX_SPAN = 1000

SKIPPED = {
    *(TEXT + "note", TEXT + "tracked-changes", OFFICE + "annotation"),
    *(TEXT + "sequence-decls", TEXT + "ruby-text", OFFICE + "forms", DRAW + "object"),
}
BLOCKS = {
    *(TEXT + "section", TEXT + "index-body", TEXT + "index-title"),
    *(TEXT + "table-of-content", TEXT + "list-header", TABLE + "table-header-rows"),
    *(TEXT + "numbered-paragraph", TEXT + "soft-page-break"),
}
ROWS = {TABLE + name for name in ("table-header-rows", "table-row-group", "table-rows")}
_LENGTH = re.compile(r"(-?\d{0,6}\.?\d{1,6})(pt|cm|mm|in|px)")
_POINTS = {"pt": 1.0, "cm": 28.35, "mm": 2.835, "in": 72.0, "px": 0.75}


@dataclass(frozen=True, slots=True)
class Look:
    """What a style says of its text and paragraphs."""

    bold: bool = False
    italic: bool = False
    underlined: bool = False
    struck: bool = False
    hidden: bool = False
    size: float | None = None
    heading: int | None = None
    indent: float = 0.0
    breaks: bool = False
    list_style: str | None = None


@dataclass(frozen=True, slots=True)
class ListLevel:
    """One level of a list style."""

    form: str | None = None  # None: a bullet
    prefix: str = ""
    suffix: str = ""
    shown: int = 1
    start: int = 1


@dataclass(slots=True)
class _Counter:
    """How far a list has counted, level by level."""

    counts: dict[int, int] = field(default_factory=dict)


def read_odt(data: bytes, builder: TextBuilder) -> tuple[tuple[str, str], ...]:
    """Write an OpenDocument text into the builder; return its properties."""
    if data[:2] == b"PK":
        with open_zip(data) as archive:
            names = set(archive.namelist())
            _refuse_encrypted(archive, names)
            if "content.xml" not in names:
                raise Damaged("OpenDocument without content.xml")
            parts = [
                parse_xml(read_member(archive, name))
                for name in ("content.xml", "styles.xml", "meta.xml")
                if name in names
            ]
    else:
        parts = [parse_xml(data)]
    OdtReader(parts, builder).read()
    return tuple(_properties(parts))


def _refuse_encrypted(archive: ZipFile, names: set[str]) -> None:
    """Raise Encrypted where the list of its parts says that they are."""
    listed = "META-INF/manifest.xml"
    if listed in names and b"encryption-data" in read_member(archive, listed):
        raise Encrypted("OpenDocument")


def _properties(parts: list[Any]) -> Iterator[tuple[str, str]]:
    wanted = {
        DC + "title": "title",
        DC + "subject": "subject",
        META + "initial-creator": "author",
        META + "creation-date": "created",
        DC + "date": "modified",
    }
    for part in parts:
        for node in part.iterfind(f".//{OFFICE}meta/*"):
            if node.tag in wanted and node.text:
                yield wanted[node.tag], node.text.strip()


def _points(value: str | None) -> float:
    """Return a length in points.

    >>> _points("1in")
    72.0
    """
    match = _LENGTH.match(value or "")
    return round(float(match[1]) * _POINTS[match[2]], 1) if match else 0.0


class Styles:
    """Knows what the styles of an OpenDocument text say."""

    def __init__(self, parts: list[Any]) -> None:
        self._nodes: dict[tuple[str, str], Any] = {}
        self._known: dict[tuple[str, str], Look] = {}
        self.lists: dict[str, dict[int, ListLevel]] = {}
        self.outline: dict[int, ListLevel] = {}
        for part in parts:
            for node in part.iter(STYLE + "style"):
                family = node.get(STYLE + "family") or ""
                self._nodes[family, node.get(STYLE + "name") or ""] = node
            for node in part.iter(TEXT + "list-style"):
                self.lists[node.get(STYLE + "name") or ""] = dict(_levels(node))
            for node in part.iter(TEXT + "outline-style"):
                self.outline = dict(_levels(node))

    def look(self, family: str, name: str, base: Look, seen: int = 0) -> Look:
        """Return what a style of this family adds to a base."""
        node = self._nodes.get((family, name))
        if node is None or seen > 20:
            return base
        parent = node.get(STYLE + "parent-style-name")
        if parent:
            base = self.look(family, parent, base, seen + 1)
        return _with_node(base, node)

    def paragraph(self, name: str) -> Look:
        """Return what a paragraph style says, with its parents."""
        key = ("paragraph", name)
        if key not in self._known:
            self._known[key] = self.look("paragraph", name, Look())
        return self._known[key]


def _with_node(look: Look, node: Any) -> Look:
    changes: dict[str, Any] = {}
    if level := node.get(STYLE + "default-outline-level"):
        changes["heading"] = number_of(level) or None
    if (style := node.get(STYLE + "list-style-name")) is not None:
        changes["list_style"] = style or None
    text = node.find(STYLE + "text-properties")
    if text is not None:
        changes |= _text_changes(text)
    layout = node.find(STYLE + "paragraph-properties")
    if layout is not None:
        if (left := layout.get(FO + "margin-left")) is not None:
            changes["indent"] = _points(left)
        if (breaks := layout.get(FO + "break-before")) is not None:
            changes["breaks"] = breaks == "page"
    return replace(look, **changes) if changes else look


def _text_changes(text: Any) -> dict[str, Any]:
    changes: dict[str, Any] = {}
    if weight := text.get(FO + "font-weight"):
        changes["bold"] = weight in ("bold", "600", "700", "800", "900")
    if posture := text.get(FO + "font-style"):
        changes["italic"] = posture in ("italic", "oblique")
    if line := text.get(STYLE + "text-line-through-style"):
        changes["struck"] = line != "none"
    if line := text.get(STYLE + "text-underline-style"):
        changes["underlined"] = line != "none"
    if (size := _points(text.get(FO + "font-size"))) > 0:
        changes["size"] = size
    if display := text.get(TEXT + "display"):
        changes["hidden"] = display == "none"
    return changes


def _levels(node: Any) -> Iterator[tuple[int, ListLevel]]:
    for child in node:
        depth = number_of(child.get(TEXT + "level"), 1)
        if child.tag in (
            TEXT + "list-level-style-number",
            TEXT + "outline-level-style",
        ):
            yield (
                depth,
                ListLevel(
                    child.get(STYLE + "num-format") or "",
                    child.get(STYLE + "num-prefix") or "",
                    child.get(STYLE + "num-suffix") or "",
                    number_of(child.get(TEXT + "display-levels"), 1),
                    number_of(child.get(TEXT + "start-value"), 1),
                ),
            )
        else:
            yield depth, ListLevel()


class OdtReader:
    """Walks the body of one OpenDocument text."""

    def __init__(self, parts: list[Any], builder: TextBuilder) -> None:
        self.parts = parts
        self.flow = Flow(builder)
        self.styles = Styles(parts)
        self.outline = _Counter()
        self.counters: dict[str, _Counter] = {}  # by list id
        self.last: dict[str, _Counter] = {}  # by list style
        self.label = ""

    def read(self) -> None:
        """Write headers, body and footers."""
        self._furniture("header")
        for part in self.parts:
            for body in part.iterfind(f".//{OFFICE}body/{OFFICE}text"):
                self._blocks(body, 0)
        self._furniture("footer")

    def _furniture(self, kind: str) -> None:
        self.flow.furniture = True
        for part in self.parts:
            for node in part.iterfind(f".//{STYLE}master-page/{STYLE}{kind}"):
                self._blocks(node, 0)
        self.flow.furniture = False

    def _blocks(self, parent: Any, depth: int) -> None:
        if depth > MAX_DEPTH:
            return
        for node in parent:
            if node.tag in (TEXT + "p", TEXT + "h"):
                self._paragraph(node, depth)
            elif node.tag == TEXT + "list":
                self._list(node, depth + 1, 1, None, None)
            elif node.tag == TABLE + "table":
                self._table(node, depth)
            elif node.tag == TEXT + "soft-page-break":
                self._break()
            elif node.tag in BLOCKS:
                self._blocks(node, depth + 1)
            elif node.tag == DRAW + "frame":
                self._boxes([node], depth)

    def _break(self) -> None:
        if not self.flow.furniture:
            self.flow.page_break()

    def _list(
        self,
        node: Any,
        depth: int,
        level: int,
        style: str | None,
        counter: _Counter | None,
    ) -> None:
        if depth > MAX_DEPTH:
            return
        style = node.get(TEXT + "style-name") or style or self._style_within(node)
        if counter is None:
            counter = self._counter(node, style or "")
        counter.counts.pop(level, None) if level > 1 else None
        for item in node:
            if item.tag == TEXT + "list-header":
                self._blocks(item, depth + 1)
            elif item.tag == TEXT + "list-item":
                self._item(item, depth, level, style, counter)

    def _style_within(self, node: Any) -> str | None:
        first = node.find(f"{TEXT}list-item/{TEXT}p")
        if first is None:
            return None
        return self.styles.paragraph(first.get(TEXT + "style-name") or "").list_style

    def _counter(self, node: Any, style: str) -> _Counter:
        key = node.get("{http://www.w3.org/XML/1998/namespace}id") or ""
        earlier = self.counters.get(node.get(TEXT + "continue-list") or "")
        if earlier is None and node.get(TEXT + "continue-numbering") == "true":
            earlier = self.last.get(style)
        counter = earlier or _Counter()
        self.last[style] = counter
        if key:
            self.counters[key] = counter
        return counter

    def _item(
        self, item: Any, depth: int, level: int, style: str | None, counter: _Counter
    ) -> None:
        levels = self.styles.lists.get(style or "", {})
        first = True
        for node in item:
            if node.tag == TEXT + "list":
                self._list(node, depth + 1, level + 1, style, counter)
                first = False
            elif node.tag in (TEXT + "p", TEXT + "h"):
                if first:
                    start = item.get(TEXT + "start-value")
                    self.label = count(levels, level, counter.counts, start)
                first = False
                self._paragraph(node, depth)
                self.label = ""
            elif node.tag == TABLE + "table":
                self._table(node, depth)

    def _table(self, table: Any, depth: int) -> None:
        if depth > MAX_DEPTH:
            return
        self.flow.open_table()
        for row in _rows(table, 0):
            if row.tag == TEXT + "soft-page-break":
                self._break()
                continue
            self.flow.open_row()
            column = 0
            for cell in row:
                span = number_of(cell.get(TABLE + "number-columns-repeated"), 1)
                if cell.tag == TABLE + "table-cell":
                    self.flow.open_cell(column)
                    self._blocks(cell, depth + 1)
                column += min(max(span, 1), MAX_SPAN)
            self.flow.close_row()
        self.flow.close_table()

    def _paragraph(self, node: Any, depth: int) -> None:
        look = self.styles.paragraph(node.get(TEXT + "style-name") or "")
        heading = look.heading
        label = self.label
        if node.tag == TEXT + "h":
            heading = number_of(node.get(TEXT + "outline-level"), 1)
            if not label and heading in self.styles.outline:
                label = count(self.styles.outline, heading, self.outline.counts, None)
        if look.breaks:
            self._break()
        boxes: list[Any] = []
        runs: list[Run] = []
        due = False
        for run in self._runs(node, look, boxes, 0):
            if run is not None:
                runs.append(run)
            elif any(x.text.strip() for x in runs):
                due = True
            else:
                self._break()
        self._write(runs, look, heading, label)
        if due:
            self._break()
        self._boxes(boxes, depth)

    def _write(
        self, runs: list[Run], look: Look, heading: int | None, label: str
    ) -> None:
        found: dict[str, Any] = {}
        if heading:
            found["heading"] = heading
        if look.indent:
            found["indent"] = look.indent
        if any(run.text.strip() for run in runs):
            self.flow.paragraph(runs, f"{label} " if label else "", **found)
        elif label and label != BULLET:
            self.flow.paragraph([Run(label)], **found)
        else:
            self.flow.blank()

    def _boxes(self, boxes: list[Any], depth: int) -> None:
        for box in boxes:
            for inner in box.iter(DRAW + "text-box"):
                self._blocks(inner, depth + 1)
                break

    def _runs(
        self, node: Any, look: Look, boxes: list[Any], depth: int
    ) -> Iterator[Run | None]:
        """Yield the runs of a paragraph, None for a page break; collect text boxes."""
        if depth > MAX_DEPTH or look.hidden:
            return
        if node.text:
            yield _run(node.text, look)
        for child in node:
            if child.tag == DRAW + "frame":
                boxes.append(child)
            elif child.tag == TEXT + "soft-page-break":
                yield None
            elif child.tag in (TEXT + "s", TEXT + "tab", TEXT + "line-break"):
                yield replace(_run(" ", look), text=_space(child))
            elif child.tag not in SKIPPED:
                inner = look
                if child.tag == TEXT + "span":
                    name = child.get(TEXT + "style-name") or ""
                    inner = self.styles.look("text", name, look)
                yield from self._runs(child, inner, boxes, depth + 1)
            if child.tail:
                yield _run(child.tail, look)


def _run(text: str, look: Look) -> Run:
    folded = re.sub(r"[ \t\r\n]+", " ", text)
    return Run(
        folded,
        look.bold,
        look.italic,
        look.struck,
        look.size,
        underlined=look.underlined,
    )


def _space(node: Any) -> str:
    if node.tag == TEXT + "tab":
        return "\t"
    if node.tag == TEXT + "line-break":
        return "\n"
    return " " * min(max(number_of(node.get(TEXT + "c"), 1), 1), MAX_SPACES)


def _rows(table: Any, depth: int) -> Iterator[Any]:
    for child in table:
        if child.tag in (TABLE + "table-row", TEXT + "soft-page-break"):
            yield child
        elif child.tag in ROWS and depth < MAX_DEPTH:
            yield from _rows(child, depth + 1)


def count(
    levels: dict[int, ListLevel], level: int, counts: dict[int, int], start: str | None
) -> str:
    """Return the label of the next item at a level, and count it.

    >>> count({1: ListLevel("a", "(", ")")}, 1, {1: 2}, None)
    '(c)'
    """
    style = levels.get(level)
    if style is None or style.form is None:
        return BULLET
    if start is not None:
        counts[level] = number_of(start, 1)
    else:
        counts[level] = counts.get(level, style.start - 1) + 1
    for deeper in [x for x in counts if x > level]:
        del counts[deeper]
    if not style.form:
        return ""
    shown = range(max(1, level - style.shown + 1), level + 1)
    numbers = [
        write_number(counts.get(x, levels[x].start), levels[x].form or "1")
        for x in shown
        if x in levels and levels[x].form
    ]
    return f"{style.prefix}{'.'.join(numbers)}{style.suffix}".strip()
