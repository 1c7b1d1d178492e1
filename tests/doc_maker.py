"""Writes small Word 97-2003 files, with every structure that minutes need.

Properties are given as lists of property modifiers (`prl`), as [MS-DOC] has them.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

SECTOR = 512
NO_STYLE = 0x0FFF
TEXT_AT = 1024  # behind the file information block
_WIDTHS = (1, 1, 2, 4, 2, 2, 0, 3)


def prl(*modifiers: tuple[int, int | bytes]) -> bytes:
    """Return a list of property modifiers, from their codes and operands."""
    out = b""
    for code, operand in modifiers:
        width = _WIDTHS[code >> 13]
        if isinstance(operand, bytes):
            head = len(operand) + 1 if code == 0xD608 else len(operand)
            size = b"" if width else head.to_bytes(1 + (code == 0xD608), "little")
            out += struct.pack("<H", code) + size + operand
        else:
            operand %= 1 << (8 * width)
            out += struct.pack("<H", code) + operand.to_bytes(width, "little")
    return out


BOLD = prl((0x0835, 1))
ITALIC = prl((0x0836, 1))
STRUCK = prl((0x0837, 1))
HIDDEN = prl((0x083C, 1))
DELETED = prl((0x0800, 1))
INSERTED = prl((0x0801, 1))
SPECIAL = prl((0x0855, 1))
IN_TABLE = prl((0x2416, 1), (0x6649, 1))
INNER = prl((0x2416, 1), (0x6649, 2))


def listed(use: int, level: int = 0) -> bytes:
    """Return the properties of a paragraph in a list."""
    return prl((0x260A, level), (0x460B, use))


def row_end(*edges: int, depth: int = 1, flags: Sequence[int] = ()) -> bytes:
    """Return the properties of the end of a row whose cells have these edges."""
    cells = b"".join(
        struct.pack("<H", flags[i] if i < len(flags) else 0) + bytes(18)
        for i in range(len(edges) - 1)
    )
    layout = bytes([len(edges) - 1]) + struct.pack(f"<{len(edges)}h", *edges) + cells
    end = 0x2417 if depth == 1 else 0x244C
    return prl((0x2416, 1), (0x6649, depth), (end, 1), (0xD608, layout))


@dataclass
class Para:
    """A paragraph: runs of (text, character properties), and its own properties."""

    runs: list[tuple[str, bytes]]
    layout: bytes = b""
    style: int = 0
    mark: str = "\r"


def para(*runs: str | tuple[str, bytes], **rest: object) -> Para:
    """Return a paragraph of plain and of styled runs."""
    pairs = [(x, b"") if isinstance(x, str) else x for x in runs]
    return Para(pairs, **rest)  # type: ignore[arg-type]


def row(
    *cells: str, edges: Sequence[int] = (), flags: Sequence[int] = ()
) -> list[Para]:
    """Return a row of cells of one paragraph each."""
    edges = edges or [2000 * i for i in range(len(cells) + 1)]
    found = [para(x, layout=IN_TABLE, mark="\x07") for x in cells]
    return [*found, para("", layout=row_end(*edges, flags=flags), mark="\x07")]


@dataclass
class Style:
    """A style of the style sheet."""

    builtin: int = NO_STYLE - 1
    kind: int = 1  # 1: of paragraphs, 2: of characters
    base: int = NO_STYLE
    layout: bytes = b""
    look: bytes = b""

    def packed(self, number: int) -> bytes:
        """Return the style as it stands in the style sheet."""
        papx = struct.pack("<H", number) + self.layout
        parts = [papx, self.look] if self.kind == 1 else [self.look]
        out = struct.pack(
            "<HHHHH", self.builtin, self.kind | self.base << 4, len(parts), 0, 0
        )
        out += struct.pack("<HHH", 1, ord("S"), 0)
        for part in parts:
            out += struct.pack("<H", len(part)) + part + b"\0" * (len(part) % 2)
        return struct.pack("<H", len(out)) + out


@dataclass
class Level:
    """One level of a list; in its text, \x00 stands for the first level's number."""

    text: str = "\x00."
    form: int = 0
    start: int = 1
    flags: int = 0
    limit: int = 0
    layout: bytes = b""

    def packed(self) -> bytes:
        """Return the level as an LVL."""
        marks = [i + 1 for i, x in enumerate(self.text) if x < "\x09"]
        out = struct.pack("<iBB", self.start, self.form, self.flags)
        out += bytes(marks).ljust(9, b"\0") + b"\0" + bytes(8)
        out += bytes([0, len(self.layout), self.limit, 0]) + self.layout
        return out + struct.pack("<H", len(self.text)) + self.text.encode("utf-16-le")


@dataclass
class Use:
    """A list in use: which one it counts with, and levels of its own."""

    key: int
    starts: dict[int, int] = field(default_factory=dict)
    levels: dict[int, Level] = field(default_factory=dict)


@dataclass
class Doc:
    """What goes into a Word file."""

    body: list[Para]
    styles: list[Style] = field(default_factory=lambda: [Style(0)])
    lists: dict[int, list[Level]] = field(default_factory=dict)
    uses: list[Use] = field(default_factory=list)
    headers: list[list[Para]] = field(default_factory=list)  # six a section
    footnotes: list[Para] = field(default_factory=list)
    boxes: list[tuple[int, list[Para]]] = field(default_factory=list)  # shape, text
    anchors: list[tuple[int, int]] = field(default_factory=list)  # cp, shape
    sections: list[tuple[int, int]] = field(default_factory=list)  # end cp, its kind
    cuts: list[int] = field(default_factory=list)  # where pieces end; they take turns
    changes: list[bytes] = field(default_factory=list)  # of the pieces, or none
    pieces: list[tuple[int, int]] = field(default_factory=list)  # of the text, again
    ends: list[int] = field(default_factory=list)  # of the running heads, if they lie
    data: bytes = b""
    summary: bytes = b""
    flags: int = 0x0200
    version: int = 0xC1
    mark: int = 0xA5EC

    def packed(self) -> bytes:
        """Return the file."""
        return _Writer(self).write()


def make_doc(*body: Para | list[Para], **rest: object) -> bytes:
    """Return a Word file with this body; a row counts as its paragraphs."""
    flat = [y for x in body for y in (x if isinstance(x, list) else [x])]
    return Doc(flat, **rest).packed()  # type: ignore[arg-type]


def length(paras: Iterable[Para]) -> int:
    """Return how many characters paragraphs take, with their marks."""
    return sum(len(x.mark) + sum(len(text) for text, _ in x.runs) for x in paras)


class _Writer:
    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.table = b""
        self.places: dict[int, tuple[int, int]] = {}
        heads = [x for story in doc.headers for x in story]
        boxed = [x for _, story in doc.boxes for x in story]
        self.stories = [doc.body, doc.footnotes, heads, [], [], [], boxed, []]
        paras = [x for story in self.stories for x in story]
        self.text = "".join("".join(t for t, _ in x.runs) + x.mark for x in paras)
        self.paras = paras
        self.total = length(doc.body)

    def write(self) -> bytes:
        """Return the file: a FIB, text, pages of formatting, and all the tables."""
        main = self._text()
        chars = [(t, look) for x in self.paras for t, look in [*x.runs, (x.mark, b"")]]
        wholes = [
            (
                "".join(t for t, _ in x.runs) + x.mark,
                struct.pack("<H", x.style) + x.layout,
            )
            for x in self.paras
        ]
        main = self._formats(main, 12, [x for x in chars if x[0]], False)
        main = self._formats(main, 13, wholes, True)
        main = self._sections(main)
        self._lists()
        self._stories()
        self._put(1, self._styles())
        main = self._fib() + main[TEXT_AT:]
        streams = {"WordDocument": main, "1Table": self.table}
        if not self.doc.flags & 0x0200:
            streams["0Table"] = streams.pop("1Table")
        if self.doc.data:
            streams["Data"] = self.doc.data
        if self.doc.summary:
            streams["\x05SummaryInformation"] = self.doc.summary
        return compound(streams)

    def _put(self, place: int, data: bytes, counted: int | None = None) -> None:
        """Add a table to the table stream and note it for the FIB."""
        self.places[place] = (
            len(self.table),
            len(data) if counted is None else counted,
        )
        self.table += data

    def _text(self) -> bytes:
        """Return the main stream as far as the text, pieces in turn 8 and 16 bits."""
        main = bytes(TEXT_AT)
        ends = [*self.doc.cuts, len(self.text)]
        starts = [0, *self.doc.cuts]
        records, self.fcs = b"", []
        for i, (start, end) in enumerate(zip(starts, ends, strict=True)):
            part = self.text[start:end]
            if i % 2:
                fc, raw, width = 0x40000000 | 2 * len(main), part.encode("cp1252"), 1
            else:
                raw, width = part.encode("utf-16-le", "surrogatepass"), 2
                main += b"\0" * (len(main) % 2)
                fc = len(main)
            self.fcs += [len(main) + width * k for k in range(end - start)]
            prm = 2 * i + 1 if i < len(self.doc.changes) else 0
            records += struct.pack("<HIH", 0, fc, prm)
            main += raw
        if self.doc.pieces:
            ends = list(accumulate(b - a for a, b in self.doc.pieces))
            self.total = ends[-1]
            records = b"".join(
                struct.pack("<HIH", 0, self.fcs[a], 0) for a, _ in self.doc.pieces
            )
        pieces = struct.pack(f"<{len(ends) + 1}I", 0, *ends) + records
        clx = b"".join(b"\1" + struct.pack("<H", len(x)) + x for x in self.doc.changes)
        self._put(33, clx + b"\2" + struct.pack("<I", len(pieces)) + pieces)
        self.fcs.append(len(main))
        return main

    def _formats(
        self, main: bytes, place: int, runs: list[tuple[str, bytes]], paras: bool
    ) -> bytes:
        """Write a page of formatting for each run: its stretches in every piece."""
        entries = []
        cp = 0
        cuts = set(self.doc.cuts)
        for text, properties in runs:
            start, end = cp, cp + len(text)
            for cp in range(start + 1, end + 1):
                if cp in cuts or cp == end:
                    width = 1 if self._piece(start) % 2 else 2
                    last = self.fcs[cp - 1] + width
                    entries.append((self.fcs[start], last, properties))
                    start = cp
        main += b"\0" * (-len(main) % SECTOR)
        pages = []
        for first, last, properties in sorted(entries):
            pages.append(len(main) // SECTOR)
            main += _page(first, last, properties, paras)
        ends = [x[0] for x in sorted(entries)] + [self.fcs[-1]]
        table = struct.pack(f"<{len(ends)}I", *ends)
        self._put(place, table + struct.pack(f"<{len(pages)}I", *pages))
        return main

    def _piece(self, cp: int) -> int:
        return sum(1 for x in self.doc.cuts if x <= cp)

    def _sections(self, main: bytes) -> bytes:
        if self.doc.sections:
            ends = [x for x, _ in self.doc.sections]
            records = b""
            for _, kind in self.doc.sections:
                records += struct.pack("<HiHI", 0, len(main), 0, 0)
                properties = prl((0x3009, kind))
                main += struct.pack("<H", len(properties)) + properties
            self._put(6, struct.pack(f"<{len(ends) + 1}I", 0, *ends) + records)
        return main

    def _styles(self) -> bytes:
        head = struct.pack(
            "<HHHHHHHHH", len(self.doc.styles), 10, 1, 91, 15, 0, 0, 0, 0
        )
        styles = b"".join(x.packed(i) for i, x in enumerate(self.doc.styles))
        return struct.pack("<H", len(head)) + head + styles

    def _lists(self) -> None:
        heads, levels = b"", b""
        for key, found in self.doc.lists.items():
            simple = len(found) == 1
            heads += struct.pack("<II9H", key, 0, *[NO_STYLE] * 9) + bytes([simple, 0])
            whole = found if simple else found + [Level("")] * (9 - len(found))
            levels += b"".join(x.packed() for x in whole)
        count = struct.pack("<H", len(self.doc.lists))
        self._put(73, count + heads + levels, 2 + len(heads))
        out = struct.pack("<I", len(self.doc.uses))
        for use in self.doc.uses:
            own = len(use.starts) + len(use.levels)
            out += struct.pack("<IIIBBBB", use.key, 0, 0, own, 0, 0, 0)
        for use in self.doc.uses:
            out += b"\xff" * 4
            for depth, start in use.starts.items():
                out += struct.pack("<iI", start, depth | 0x10)
            for depth, level in use.levels.items():
                out += struct.pack("<iI", 0, depth | 0x20) + level.packed()
        self._put(74, out)

    def _stories(self) -> None:
        if self.doc.headers:
            ends = [0] * 7
            for story in self.doc.headers:
                ends.append(ends[-1] + length(story))
            ends = self.doc.ends or ends
            self._put(11, struct.pack(f"<{len(ends)}I", *ends))
        if self.doc.boxes:
            ends = [0]
            records = b""
            for shape, story in self.doc.boxes:
                ends.append(ends[-1] + length(story))
                records += bytes(14) + struct.pack("<II", shape, 0)
            self._put(56, struct.pack(f"<{len(ends)}I", *ends) + records)
            places = [cp for cp, _ in self.doc.anchors] + [length(self.doc.body)]
            records = b"".join(
                struct.pack("<I", x) + bytes(22) for _, x in self.doc.anchors
            )
            self._put(40, struct.pack(f"<{len(places)}I", *places) + records)

    def _fib(self) -> bytes:
        fib = bytearray(TEXT_AT)
        struct.pack_into("<HH", fib, 0, self.doc.mark, self.doc.version)
        struct.pack_into("<H", fib, 0x0A, self.doc.flags)
        struct.pack_into("<H", fib, 32, 14)
        struct.pack_into("<H", fib, 62, 22)
        counts = [self.total, *(length(x) for x in self.stories[1:])]
        struct.pack_into("<8i", fib, 0x4C, *counts)
        struct.pack_into("<H", fib, 152, 93)
        for place, found in self.places.items():
            struct.pack_into("<II", fib, 154 + 8 * place, *found)
        return bytes(fib)


def _page(first: int, last: int, properties: bytes, paras: bool) -> bytes:
    """Return a page of formatting of one run."""
    page = bytearray(SECTOR)
    page[-1] = 1
    struct.pack_into("<II", page, 0, first, last)
    if paras:
        properties += b"\0" * (len(properties) % 2)
        stored = bytes([0, len(properties) // 2]) + properties
    else:
        stored = bytes([len(properties)]) + properties
    at = (SECTOR - 2 - len(stored)) // 2
    page[8] = at
    page[2 * at : 2 * at + len(stored)] = stored
    return bytes(page)


def compound(streams: dict[str, bytes]) -> bytes:
    """Return a compound file of these streams, each long enough for no ministream."""
    names = list(streams)
    sectors: list[bytes] = []
    table: list[int] = []

    def add(data: bytes) -> int:
        first = len(sectors)
        count = max(1, -(-len(data) // SECTOR))
        for i in range(count):
            sectors.append(data[i * SECTOR :][:SECTOR].ljust(SECTOR, b"\0"))
            table.append(first + i + 1 if i + 1 < count else 0xFFFFFFFE)
        return first

    entries = [_entry("Root Entry", 5, 0xFFFFFFFE, 0, child=1)]
    for i, name in enumerate(names):
        data = streams[name].ljust(4096, b"\0")
        after = i + 2 if i + 1 < len(names) else 0xFFFFFFFF
        entries.append(_entry(name, 2, add(data), len(data), right=after))
    directory = add(b"".join(entries))
    count = 1
    while count * SECTOR // 4 < len(table) + count:
        count += 1
    first = len(sectors)
    table += [0xFFFFFFFD] * count
    table += [0xFFFFFFFF] * (count * SECTOR // 4 - len(table))
    packed = struct.pack(f"<{len(table)}I", *table)
    fats = list(range(first, first + count)) + [0xFFFFFFFF] * (109 - count)
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack(
        "<IIIIIIIII", 0, count, directory, 0, 4096, *[0xFFFFFFFE, 0] * 2
    )
    return head + struct.pack("<109I", *fats) + b"".join(sectors) + packed


def _entry(
    name: str,
    kind: int,
    start: int,
    size: int,
    child: int = 0xFFFFFFFF,
    right: int = 0xFFFFFFFF,
) -> bytes:
    raw = name.encode("utf-16-le") + b"\0\0"
    out = raw.ljust(64, b"\0") + struct.pack("<HBB", len(raw), kind, 1)
    out += struct.pack("<III", 0xFFFFFFFF, right, child) + bytes(36)
    return out + struct.pack("<IQ", start, size)


def summary(encoding: int = 1252, **values: bytes | int) -> bytes:
    """Return a SummaryInformation stream; times are numbers."""
    numbers = {"title": 2, "subject": 3, "author": 4, "created": 12, "modified": 13}
    found = [(1, struct.pack("<II", 2, encoding))]
    for name, value in values.items():
        if isinstance(value, int):
            packed = struct.pack("<IQ", 64, value)
        else:
            value += b"\0"
            packed = struct.pack("<II", 30, len(value)) + value
            packed += b"\0" * (-len(packed) % 4)
        found.append((numbers[name], packed))
    place = 8 + 8 * len(found)
    index, body = b"", b""
    for number, packed in found:
        index += struct.pack("<II", number, place + len(body))
        body += packed
    section = struct.pack("<II", place + len(body), len(found)) + index + body
    return struct.pack("<HHI16xI16xI", 0xFFFE, 0, 2, 1, 48) + section
