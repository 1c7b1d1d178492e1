"""Reads the body of a Word 97-2003 file in order, with the numbers Word shows."""

from __future__ import annotations

import re
import struct
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from minutebook.errors import TooLarge
from minutebook.load.builder import MAX_LINES, TextBuilder
from minutebook.load.docfile import (
    LONGEST,
    DocFile,
    Formats,
    Piece,
    chunks,
    join_pairs,
    stretches,
)
from minutebook.load.doclists import read_lists
from minutebook.load.doctree import Block, Mark, Paragraph, Table, arrange
from minutebook.load.flow import Flow, Run
from minutebook.load.paragraph import Style, changed, label_of, symbol, write_paragraph
from minutebook.load.sprm import (
    DELETED,
    ELSEWHERE,
    STYLE_OF_RUN,
    SYMBOL,
    StyleSheet,
    number,
    sprms,
    with_layout,
    with_look,
)

MAX_BOXES = 20  # text boxes in one another
MAX_SECTIONS = 10_000
MAX_PROPERTIES = 50_000_000  # bytes of properties that differ
_SECTION = 1000  # bytes of a section's properties in which its kind must stand
_ENDS = re.compile(r"[\r\x07\x0c]")
_CELLS = re.compile(r"\x07")
_FIELDS = re.compile(r"[\x13-\x15]")
_HEADERS = (1, 0, 4)  # of the six running texts of a section: odd, even, first page
_FOOTERS = (3, 2, 5)
# What stands in the text for something else: pictures, notes, fields, breaks.
_MARKS: dict[int, str | None] = {
    **dict.fromkeys(range(0x20)),
    **{0x09: "\t", 0x0B: "\n", 0x0C: "\x0c", 0x0E: "\n", 0x1E: "-"},
}


def read_body(doc: DocFile, builder: TextBuilder) -> None:
    """Write headers, body and footers of a Word file into the builder."""
    DocReader(doc, builder).read()


class DocReader:
    """Walks the stories of one Word file."""

    def __init__(self, doc: DocFile, builder: TextBuilder) -> None:
        self.doc = doc
        self.flow = Flow(builder)
        self.text = without_instructions(doc.text)
        self.styles = StyleSheet(doc.found("styles"))
        self.numbers = read_lists(doc.table, doc.place("lists"), doc.found("list_uses"))
        self.sections = _sections(doc)
        self.boxes = {**Boxes(doc, False).found, **Boxes(doc, True).found}
        self.broken = False  # a page break with no text after it yet
        self._paras = Formats(doc, "paras")
        self._chunks = chunks(doc)
        self._starts = [x[0] for x in self._chunks]
        self._anchors = sorted(self.boxes)
        self._marks: dict[tuple[bytes, bytes], Mark] = {}
        self._looks: dict[tuple[int, bytes, bytes], tuple[Style, str | None]] = {}
        self._count = 0
        self._weight = 0

    def read(self) -> None:
        """Write headers, body and footers."""
        self._furniture(_HEADERS)
        self._story(*self.doc.stories["text"])
        self._furniture(_FOOTERS)

    def _furniture(self, kinds: tuple[int, ...]) -> None:
        """Write the running texts of these kinds, each that differs once."""
        self.flow.furniture = True
        start, end = self.doc.stories["headers"]
        stories = [(a, b) for a, b, _ in stretches(self.doc.found("headers"), 0)][6:]
        written = set()
        for i in range(0, len(stories), 6):
            for kind in kinds:
                first, last = (stories[i : i + 6] + [(0, 0)] * 6)[kind]
                first, last = start + first, min(start + last, end)
                text = self.text[first:last]
                if text.strip("\r") and text not in written:
                    written.add(text)
                    self._story(first, last - text.endswith("\r\r"))
        self.flow.furniture = False

    def _story(self, start: int, end: int, depth: int = 0) -> None:
        blocks = arrange(self._paragraphs(start, end))
        self._blocks(blocks, False, depth)

    def _blocks(self, blocks: list[Block], in_cell: bool, depth: int) -> None:
        for block in blocks:
            if isinstance(block, Table):
                self._table(block, depth)
            else:
                self._paragraph(block, in_cell, depth)

    def _table(self, table: Table, depth: int) -> None:
        self.flow.open_table()
        for row, columns in zip(table.rows, table.columns(), strict=True):
            self.flow.open_row()
            for place, cell in enumerate(row.cells):
                if place not in row.left_out:
                    self.flow.open_cell(columns[place])
                    self._blocks(cell, True, depth)
            self.flow.close_row()
        self.flow.close_table()

    def _paragraphs(self, start: int, end: int) -> Iterator[Paragraph]:
        """Yield the paragraphs of a story."""
        begun = start
        for match in _ENDS.finditer(self.text, start, end):
            at = match.start()
            if match[0] == "\x0c" and at not in self.sections:
                continue
            yield Paragraph(begun, at, self._mark(at, match[0]))
            begun = at + 1
        if begun < end:
            yield Paragraph(begun, end, self._mark(end - 1, ""))

    def _mark(self, cp: int, letter: str) -> Mark:
        """Return what the end of a paragraph at this place says."""
        self._count += 1
        if self._count > MAX_LINES:
            raise TooLarge(f"more than {MAX_LINES:,} paragraphs")
        piece = self.doc.piece_at(cp) or Piece(cp, cp + 1, 0, 1, b"")
        key = (self._paras.at(piece.fc_of(cp)), piece.changes)
        if key not in self._marks:
            self._marks[key] = self._read_mark(*key)
        mark = self._marks[key]
        if mark.depth == 1 and mark.ends_cell != (letter == "\x07"):
            return Mark(mark.style, mark.style_number, 1, letter == "\x07", False, b"")
        return mark

    def _read_mark(self, own: bytes, changes: bytes) -> Mark:
        style_number = number(own[:2])
        properties = self._gathered(own[2:]) + changes
        self._weigh(properties)
        style = with_layout(self.styles.paragraph(style_number), properties)
        depth, in_table, ends_row, ends_cell = 0, False, False, False
        for code, operand in sprms(properties):
            if code == 0x2416:  # sprmPFInTable
                in_table = operand[0] == 1
            elif code == 0x6649:  # sprmPItap
                depth = number(operand)
            elif code in (0x2417, 0x244C):  # sprmPFTtp, sprmPFInnerTtp
                ends_row = operand[0] == 1
            elif code == 0x244B:  # sprmPFInnerTableCell
                ends_cell = operand[0] == 1
        depth = max(depth, 1) if in_table and depth < 2**31 else 0
        ends_cell |= depth == 1
        row = properties if ends_row else b""
        return Mark(style, style_number, depth, ends_cell, ends_row, row)

    def _gathered(self, properties: bytes) -> bytes:
        """Return a list of properties with what it keeps in the stream Data."""
        for code, operand in sprms(properties):
            if code in ELSEWHERE:
                start = number(operand)
                length = min(number(self.doc.data[start : start + 2]), LONGEST)
                return properties + self.doc.data[start + 2 : start + 2 + length]
        return properties

    def _weigh(self, properties: bytes) -> None:
        self._weight += len(properties)
        if self._weight > MAX_PROPERTIES:
            raise TooLarge(f"more than {MAX_PROPERTIES:,} bytes of properties")

    def _paragraph(self, paragraph: Paragraph, in_cell: bool, depth: int) -> None:
        mark = paragraph.mark
        runs: list[Run] = []
        breaks = False
        if mark.style.breaks:
            self._break()
        for run in self._runs(paragraph):
            if run is not None:
                runs.append(run)
                self.broken = self.broken and not run.text.strip()
            elif any(x.text.strip() for x in runs):
                breaks = True
            else:
                self._break()
        name = str(mark.style_number)
        label = label_of(self.numbers, mark.style, name, runs, in_cell)
        write_paragraph(self.flow, self.numbers, runs, mark.style, label)
        if breaks:
            self._break()
        self._write_boxes(paragraph, depth)
        if self.sections.get(paragraph.end):
            self._break()

    def _break(self) -> None:
        if not self.broken and not self.flow.furniture:
            self.flow.page_break()
            self.broken = True

    def _write_boxes(self, paragraph: Paragraph, depth: int) -> None:
        """Write the text boxes that are anchored in a paragraph, behind it."""
        at = bisect_left(self._anchors, paragraph.start)
        while at < len(self._anchors) and self._anchors[at] <= paragraph.end:
            for start, end in self.boxes.pop(self._anchors[at], ()):
                if depth < MAX_BOXES:
                    self._story(start, end, depth + 1)
            at += 1

    def _runs(self, paragraph: Paragraph) -> Iterator[Run | None]:
        """Yield the runs of a paragraph, None for a page break."""
        at = max(0, bisect_right(self._starts, paragraph.start) - 1)
        for place in range(at, len(self._chunks)):
            start, end, own, changes = self._chunks[place]
            if start >= paragraph.end:
                return
            text = self.text[max(start, paragraph.start) : min(end, paragraph.end)]
            look, sign = self._look(paragraph.mark, own, changes)
            if look.hidden:
                continue
            if sign is not None:
                text = text.replace("(", sign)
            for i, part in enumerate(text.translate(_MARKS).split("\x0c")):
                if i:
                    yield None
                if part:
                    yield _run(part, look)

    def _look(self, mark: Mark, own: bytes, changes: bytes) -> tuple[Style, str | None]:
        """Return the look of a run in a paragraph, and the symbol it stands for."""
        key = (mark.style_number, own, changes)
        if key not in self._looks:
            base = self.styles.paragraph(mark.style_number)
            sign = None
            deleted = False
            self._weigh(own + changes)
            for code, operand in sprms(own + changes):
                if code == STYLE_OF_RUN:
                    named = self.styles.of_run(number(operand))
                    self._weigh(named)
                    base = with_look(base, named)
                elif code == SYMBOL:
                    sign = symbol(number(operand[2:]))
                elif code == DELETED:
                    deleted = operand[0] == 1
            look = with_look(base, own + changes)
            if deleted:
                look = changed(look, hidden=True)
            self._looks[key] = (look, sign)
        return self._looks[key]


def _run(text: str, look: Style) -> Run:
    return Run(
        join_pairs(text),
        look.bold,
        look.italic,
        look.struck,
        look.size,
        underlined=look.underlined,
    )


def without_instructions(text: str) -> str:
    r"""Return a text of this length whose field instructions are NULs.

    >>> without_instructions("\x13 REF a \x14the map\x15").strip("\0\x14\x15")
    'the map'
    """
    opened: list[tuple[int, int]] = []  # where a field begins, where its result does
    hidden: list[tuple[int, int]] = []
    for match in _FIELDS.finditer(text):
        at = match.start()
        if match[0] == "\x13":
            opened.append((at, 0))
        elif opened and match[0] == "\x14":
            opened[-1] = (opened[-1][0], opened[-1][1] or at)
        elif opened:
            start, result = opened.pop()
            hidden.append((start, result or at))
    cells = [x.start() for x in _CELLS.finditer(text)] if hidden else []
    parts = []
    place = 0
    for start, end in sorted(hidden):
        start = max(start, place)
        if end > place and bisect_left(cells, start) == bisect_left(cells, end):
            parts += [text[place:start], "\0" * (end - start)]
            place = end
    return "".join(parts) + text[place:]


def _sections(doc: DocFile) -> dict[int, bool]:
    """Return where sections end, and whether the next one begins a page."""
    found: dict[int, bool] = {}
    ends: list[int] = []
    for _, end, record in stretches(doc.found("sections"), 12, MAX_SECTIONS):
        if ends:
            found[ends[-1]] = _begins_page(doc.main, number(record[2:6]))
        ends.append(end - 1)
    if ends:
        found[ends[-1]] = False
    return found


def _begins_page(main: bytes, place: int) -> bool:
    """Return whether a section's properties (SEPX) say that it begins a page."""
    if place + 2 > len(main):
        return True
    (length,) = struct.unpack_from("<H", main, place)
    for code, operand in sprms(main[place + 2 : place + 2 + min(length, _SECTION)]):
        if code == 0x3009:  # sprmSBkc
            return operand[0] not in (0, 1)
    return True


class Boxes:
    """Knows where the text boxes of the body, or of its running heads, are anchored."""

    def __init__(self, doc: DocFile, running: bool) -> None:
        prefix = "header_" if running else ""
        origin = doc.stories["headers" if running else "text"][0]
        start, end = doc.stories[prefix + "boxes"]
        boxes: dict[int, list[tuple[int, int]]] = {}
        for first, last, record in stretches(doc.found(prefix + "boxes"), 22):
            shape = number(record[14:18])
            if start + last <= end and first < last:
                boxes.setdefault(shape, []).append((start + first, start + last - 1))
        self.found: dict[int, list[tuple[int, int]]] = {}
        anchors = list(stretches(doc.found(prefix + "shapes"), 26))
        for cp, _, record in anchors:
            if found := boxes.pop(number(record[:4]), None):
                self.found.setdefault(origin + cp, []).extend(found)
        free = [origin + cp for cp, _, _ in anchors if origin + cp not in self.found]
        for place, found in zip(free, boxes.values(), strict=False):
            self.found[place] = found
