"""Reads Word documents (DOCX, DOCM) in body order, with the numbers Word shows."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.part import PartFactory
from docx.package import Package
from docx.parts.document import DocumentPart

from minutebook.errors import Damaged
from minutebook.load.builder import TextBuilder
from minutebook.load.flow import Flow, Run
from minutebook.load.numbering import W, number_of, read_numbering, value_of
from minutebook.load.paragraph import (
    PLAIN,
    Style,
    changed,
    label_of,
    symbol,
    write_paragraph,
)
from minutebook.load.zips import open_zip, read_member

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MACRO = "application/vnd.ms-word.document.macroEnabled.main+xml"
TEMPLATE = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
)
MAX_DEPTH = 60  # of tables and content controls in one another

# What stands in a paragraph without being read: deletions, field codes, notes.
SKIPPED = {
    *(W + "del", W + "moveFrom", W + "pPr", W + "rPr", W + "instrText"),
    *(W + "delText", W + "footnoteReference", W + "endnoteReference", W + "rt"),
    *(W + "commentReference", MC + "Fallback", W + "sdtPr", W + "sdtEndPr"),
}
HOLDERS = {W + "sdt", W + "sdtContent", W + "customXml", W + "ins", W + "moveTo"}
PROPERTIES = ("title", "subject", "author", "created", "modified", "category")


def read_docx(data: bytes, builder: TextBuilder) -> tuple[tuple[str, str], ...]:
    """Write a Word document into the builder; return its properties."""
    part = _open(without_media(data))
    DocxReader(part, builder).read()
    return _properties(part)


def _open(data: bytes) -> DocumentPart:
    for kind in (MACRO, TEMPLATE):
        PartFactory.part_type_for.setdefault(kind, DocumentPart)
    try:
        part = Package.open(io.BytesIO(data)).main_document_part
    except Exception as error:  # the library has no error class of its own
        raise Damaged(f"Word document: {error}") from error
    if not isinstance(part, DocumentPart):
        raise Damaged("its main part is no Word document")
    return part


def without_media(data: bytes) -> bytes:
    """Return a Word document whose pictures and fonts are empty.

    They may be large or damaged, and nothing of the minutes is in them.
    """
    packed = io.BytesIO()
    with open_zip(data) as old, zipfile.ZipFile(packed, "w") as new:
        for name in dict.fromkeys(old.namelist()):
            text = name.lower().endswith((".xml", ".rels"))
            new.writestr(name, read_member(old, name) if text else b"")
    return packed.getvalue()


def _properties(part: DocumentPart) -> tuple[tuple[str, str], ...]:
    try:
        # `part.core_properties` would make some up, of today, where there are none.
        core: Any = part.package.part_related_by(RT.CORE_PROPERTIES)
        core = core.core_properties
        found = [(name, getattr(core, name)) for name in PROPERTIES]
    except Exception:  # a broken property is no reason to lose the minutes
        return ()
    return tuple((name, str(value)) for name, value in found if value)


_CONTENTS = re.compile(r"toc (?:\d|heading)", re.IGNORECASE)  # names of styles


class DocxReader:
    """Walks the body of one Word document."""

    def __init__(self, part: DocumentPart, builder: TextBuilder) -> None:
        self.part = part
        self.flow = Flow(builder)
        self.styles = Styles(_element(part, "styles"))
        self.numbers = read_numbering(_element(part, "numbering"))
        self.broken = False  # a page break with no text after it yet

    def read(self) -> None:
        """Write headers, body and footers."""
        self._furniture("header")
        self._blocks(self.part.element.body, 0)
        self._furniture("footer")

    def _furniture(self, kind: str) -> None:
        self.flow.furniture = True
        for relation in sorted(self.part.rels.values(), key=lambda x: str(x.rId)):
            if relation.reltype.endswith("/" + kind) and not relation.is_external:
                self._blocks(_root(relation.target_part), 0)
        self.flow.furniture = False

    def _blocks(self, parent: Any, depth: int) -> None:
        if parent is None or depth > MAX_DEPTH:
            return
        for node in parent:
            if node.tag == W + "p":
                self._paragraph(node, depth)
            elif node.tag == W + "tbl":
                self._table(node, depth)
            elif (
                node.tag in HOLDERS
                or node.tag == MC + "AlternateContent"
                or node.tag == MC + "Choice"
            ):
                self._blocks(node, depth + 1)

    def _table(self, table: Any, depth: int) -> None:
        self.flow.open_table()
        for row in _children(table, W + "tr"):
            if row.find(f"{W}trPr/{W}del") is not None:
                continue
            self.flow.open_row()
            column = number_of(value_of(row.find(W + "trPr"), "gridBefore"))
            for cell in _children(row, W + "tc"):
                properties = cell.find(W + "tcPr")
                merged = None
                if properties is not None:
                    merged = properties.find(W + "vMerge")
                if merged is None or merged.get(W + "val") == "restart":
                    self.flow.open_cell(column)
                    self._blocks(cell, depth + 1)
                column += max(1, number_of(value_of(properties, "gridSpan"), 1))
            self.flow.close_row()
        self.flow.close_table()

    def _paragraph(self, node: Any, depth: int) -> None:
        properties = node.find(W + "pPr")
        style = self.styles.paragraph(properties)
        boxes: list[Any] = []
        runs: list[Run] = []
        breaks = 0
        if style.breaks:
            self._break()
        for item in self._runs(node, style, boxes, 0):
            if item is not None:
                runs.append(item)
                self.broken = self.broken and not item.text.strip()
            elif any(run.text.strip() for run in runs):
                breaks += 1
            else:
                self._break()
        in_cell = node.getparent().tag == W + "tc"
        name = value_of(properties, "pStyle") or ""
        label = label_of(self.numbers, style, name, runs, in_cell)
        running = self.flow.furniture
        self.flow.furniture = running or self.styles.is_contents(name)
        write_paragraph(self.flow, self.numbers, runs, style, label)
        self.flow.furniture = running
        if breaks:
            self._break()
        for box in boxes:
            self._blocks(box, depth + 1)
        section = None if properties is None else properties.find(W + "sectPr")
        if section is not None and value_of(section, "type") != "continuous":
            self._break()

    def _break(self) -> None:
        if not self.broken and not self.flow.furniture:
            self.flow.page_break()
            self.broken = True

    def _runs(
        self, node: Any, style: Style, boxes: list[Any], depth: int
    ) -> Iterator[Run | None]:
        """Yield the runs of a paragraph, None for a page break; collect text boxes."""
        if depth > MAX_DEPTH:
            return
        for child in node:
            if child.tag in SKIPPED or not isinstance(child.tag, str):
                continue
            if child.tag == W + "r":
                yield from self._run(child, style, boxes, depth)
            else:
                boxes.extend(_boxes(child))
                yield from self._runs(child, style, boxes, depth + 1)

    def _run(
        self, node: Any, style: Style, boxes: list[Any], depth: int
    ) -> Iterator[Run | None]:
        look = self.styles.run(node.find(W + "rPr"), style)
        if look.hidden:
            return
        for child in node:
            if child.tag in SKIPPED or not isinstance(child.tag, str):
                continue
            if _breaks_page(child):
                yield None
            elif text := _text(child):
                yield Run(
                    text,
                    look.bold,
                    look.italic,
                    look.struck,
                    look.size,
                    underlined=look.underlined,
                )
            elif child.tag == W + "ruby":
                yield from self._runs(child, style, boxes, depth + 1)
            else:
                boxes.extend(_boxes(child))


class Styles:
    """Knows what the styles of a Word document say."""

    def __init__(self, root: Any | None) -> None:
        self._nodes: dict[str, Any] = {}
        self._known: dict[str, Style] = {}
        self._default = PLAIN
        self._usual: str | None = None
        if root is None:
            return
        for node in root.iterfind(W + "style"):
            key = node.get(W + "styleId") or ""
            self._nodes[key] = node
            if node.get(W + "type") == "paragraph" and node.get(W + "default") == "1":
                self._usual = key
        defaults = root.find(W + "docDefaults")
        if defaults is not None:
            look = defaults.find(f"{W}rPrDefault/{W}rPr")
            self._default = _with_look(PLAIN, look)

    def paragraph(self, properties: Any) -> Style:
        """Return the style of a paragraph with what it says itself."""
        name = value_of(properties, "pStyle") or self._usual
        base = self._named(name) if name in self._nodes else self._default
        return _with_layout(base, properties)

    def run(self, properties: Any, base: Style) -> Style:
        """Return the look of a run inside a paragraph of this style."""
        if properties is None:
            return base
        name = value_of(properties, "rStyle")
        if name in self._nodes:
            for node in self._chain(name or ""):
                base = _with_look(base, node.find(W + "rPr"))
        return _with_look(base, properties)

    def is_contents(self, name: str) -> bool:
        """Return whether a style is one of a list of contents, in any language."""
        written = value_of(self._nodes.get(name), "name") or ""
        return _CONTENTS.fullmatch(written) is not None

    def _chain(self, name: str) -> list[Any]:
        chain: list[Any] = []
        while name in self._nodes and len(chain) < 20:
            chain.append(self._nodes[name])
            name = value_of(chain[-1], "basedOn") or ""
        return chain[::-1]

    def _named(self, name: str | None) -> Style:
        name = name or ""
        if name not in self._known:
            style = self._default
            for node in self._chain(name):
                style = _with_look(style, node.find(W + "rPr"))
                style = _with_layout(style, node.find(W + "pPr"))
                style = _with_name(style, value_of(node, "name") or "")
            self._known[name] = style
        return self._known[name]


def _with_name(style: Style, name: str) -> Style:
    name = name.lower()
    level = style.heading
    if name.startswith("heading ") and name[8:].isdigit():
        level = min(int(name[8:]), 9)
    elif name == "title":
        level = 1
    return changed(style, heading=level)


def _with_look(style: Style, properties: Any) -> Style:
    if properties is None or not len(properties):
        return style
    changes: dict[str, Any] = {}
    for field, tag in (("bold", "b"), ("italic", "i"), ("struck", "strike")):
        if (value := _switch(properties, tag)) is not None:
            changes[field] = value
    if (value := _switch(properties, "u")) is not None:
        changes["underlined"] = value
    if _switch(properties, "dstrike"):
        changes["struck"] = True
    if (value := _switch(properties, "vanish")) is not None:
        changes["hidden"] = value
    if half := number_of(value_of(properties, "sz")):
        changes["size"] = half / 2
    return changed(style, **changes)


def _with_layout(style: Style, properties: Any) -> Style:
    if properties is None:
        return style
    changes: dict[str, Any] = {}
    outline = value_of(properties, "outlineLvl")
    if outline is not None:
        changes["heading"] = number_of(outline) + 1 if number_of(outline) < 9 else None
    numbers = properties.find(W + "numPr")
    if numbers is not None:
        changes["list_id"] = value_of(numbers, "numId") or style.list_id
        depth = value_of(numbers, "ilvl")
        changes["depth"] = style.depth if depth is None else number_of(depth)
    indent = properties.find(W + "ind")
    if indent is not None:
        left = indent.get(W + "left") or indent.get(W + "start")
        changes["indent"] = number_of(left) / 20 if left else style.indent
    breaks = _switch(properties, "pageBreakBefore")
    if breaks is not None:
        changes["breaks"] = breaks
    return changed(style, **changes)


def _switch(properties: Any, tag: str) -> bool | None:
    node = properties.find(W + tag)
    if node is None:
        return None
    return node.get(W + "val") not in ("0", "false", "off", "none")


def _text(node: Any) -> str:
    tag = node.tag
    if tag == W + "t":
        return (node.text or "").replace("\n", " ")
    if tag in (W + "tab", W + "ptab"):
        return "\t"
    if tag in (W + "br", W + "cr"):
        return "\n"
    if tag == W + "noBreakHyphen":
        return "-"
    if tag == W + "sym":
        return _symbol(node.get(W + "char") or "")
    return ""


def _symbol(code: str) -> str:
    """Return the character of a symbol font, given by its code in hexadecimal.

    >>> _symbol("F0B7"), _symbol("2013"), _symbol("none")
    ('•', '–', '')
    """
    try:
        return symbol(int(code, 16))
    except ValueError:
        return ""


def _breaks_page(node: Any) -> bool:
    if node.tag == W + "lastRenderedPageBreak":
        return True
    return bool(node.tag == W + "br" and node.get(W + "type") == "page")


def _boxes(node: Any) -> Iterator[Any]:
    """Yield the contents of the outermost text boxes in a drawing, one version each."""
    pending = [node]
    while pending:
        item = pending.pop()
        if item.tag == W + "txbxContent":
            yield item
        elif item.tag != MC + "Fallback" and item.tag not in (W + "p", W + "r"):
            pending.extend(reversed(item))


def _children(node: Any, tag: str, depth: int = 0) -> Iterator[Any]:
    """Yield the rows of a table or cells of a row, also those in content controls."""
    for child in node:
        if child.tag == tag:
            yield child
        elif child.tag in HOLDERS and depth < MAX_DEPTH:
            yield from _children(child, tag, depth + 1)


def _element(part: DocumentPart, kind: str) -> Any | None:
    for relation in part.rels.values():
        if relation.reltype.endswith("/" + kind) and not relation.is_external:
            return _root(relation.target_part)
    return None


def _root(part: Any) -> Any | None:
    if hasattr(part, "element"):
        return part.element
    from minutebook.load.xml import parse_xml

    return parse_xml(part.blob)
