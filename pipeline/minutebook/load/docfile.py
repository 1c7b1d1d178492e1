"""Takes a Word 97-2003 file apart: its text, put together from pieces, and its tables.

Names are those of [MS-DOC], Microsoft's description of the format. A place in the text
(`cp`) counts UTF-16 units, so a character beyond the first plane counts two; a place in
the file (`fc`) counts bytes of the stream WordDocument.
"""

from __future__ import annotations

import re
import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, islice

from minutebook.errors import Damaged, Encrypted, ReadError, TooLarge, UnknownType
from minutebook.load.builder import MAX_TEXT
from minutebook.load.compound import read_streams

MAIN = "WordDocument"
TABLES = ("0Table", "1Table")
SUMMARY = "\x05SummaryInformation"
WORD_97 = 0xA5EC
WORD_6 = (0xA5DC, 0xA5DB, 0xA59B, 0xA59C, 0xA697, 0xA699)
FIRST_VERSION = 0xC0  # of Word 97; Word 6 and 95 are below
STORIES = (
    *("text", "footnotes", "headers", "macros", "comments", "endnotes"),
    *("boxes", "header_boxes"),
)
PAGE = 512  # bytes of a page of formatting
MAX_RUNS = 2_000_000
LONGEST = 0x3FA2  # bytes that a list of properties may have

# Where the FIB keeps the place of each table, by its place in FibRgFcLcb97.
TABLE = {
    **{"styles": 1, "sections": 6, "headers": 11, "chars": 12, "paras": 13},
    **{"pieces": 33, "shapes": 40, "header_shapes": 41, "boxes": 56},
    **{"header_boxes": 58, "lists": 73, "list_uses": 74},
}
Stretch = tuple[int, int, bytes]  # from where to where, and what is said of it
_HALVES = re.compile(rb"(?s)^(?:..)*?.[\xd8-\xdf]")
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")


class OldWord(ReadError):
    """The file was written by a Word older than Word 97."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text, where it stands in the file, and what changes its look."""

    start: int
    end: int
    fc: int
    width: int  # bytes a character: 1 for code page 1252, 2 for UTF-16
    changes: bytes  # property modifiers, as in a grpprl

    def fc_of(self, cp: int) -> int:
        """Return where in the file a character of the piece stands."""
        return self.fc + (cp - self.start) * self.width


@dataclass(frozen=True, slots=True)
class DocFile:
    """The streams of a Word file, its text and which stories the text is made of."""

    main: bytes
    table: bytes
    data: bytes
    summary: bytes
    text: str
    pieces: tuple[Piece, ...]
    stories: dict[str, tuple[int, int]]

    def found(self, name: str) -> bytes:
        """Return one of the tables that the FIB points to, empty if there is none."""
        start, length = self.place(name)
        return self.table[start : start + length]

    def place(self, name: str) -> tuple[int, int]:
        """Return where a table begins in the table stream, and its length."""
        start, length = struct.unpack_from("<II", self.main, 154 + 8 * TABLE[name])
        return (start, length) if start + length <= len(self.table) else (0, 0)

    def piece_at(self, cp: int) -> Piece | None:
        """Return the piece that a character stands in."""
        at = bisect_right(self.pieces, cp, key=lambda x: x.start) - 1
        return self.pieces[at] if at >= 0 and cp < self.pieces[at].end else None


def open_doc(data: bytes) -> DocFile:
    """Return the parts of a Word 97-2003 file.

    Raises Encrypted, OldWord, Damaged or TooLarge; UnknownType where a Word document
    only stands inside of another Office file.
    """
    streams = read_streams(data, (MAIN, *TABLES, "Data", SUMMARY))
    if MAIN not in streams:
        raise UnknownType("(Office file that is no Word document)")
    main = streams[MAIN]
    if len(main) < 154 + 8 * 75:
        raise Damaged("its file information block is cut short")
    mark, version = struct.unpack_from("<HH", main)
    (flags,) = struct.unpack_from("<H", main, 0x0A)
    if mark in WORD_6 or (mark == WORD_97 and version < FIRST_VERSION):
        raise OldWord
    if mark != WORD_97:
        raise Damaged("no Word document in its main stream")
    if flags & 0x0100:
        raise Encrypted("Word document")
    table = streams.get(TABLES[bool(flags & 0x0200)], b"")
    summary = streams.get(SUMMARY, b"")
    draft = DocFile(main, table, streams.get("Data", b""), summary, "", (), {})
    pieces = tuple(_pieces(draft.found("pieces"), len(main)))
    text = "".join(_text_of(main, x) for x in pieces)
    return DocFile(
        main, table, draft.data, summary, text, pieces, _stories(main, len(text))
    )


def plc(data: bytes, size: int) -> Iterator[Stretch]:
    """Yield (start, end, record) of a PLC whose records have this size.

    >>> list(plc(bytes([0, 0, 0, 0, 9, 0, 0, 0, 7]), 1))
    [(0, 9, b'\\x07')]
    """
    count = max(0, (len(data) - 4) // (4 + size))
    places = struct.unpack_from(f"<{count + 1}I", data) if count else ()
    for i in range(count):
        start = 4 * (count + 1) + i * size
        yield places[i], places[i + 1], data[start : start + size]


def stretches(data: bytes, size: int, most: int = MAX_RUNS) -> Iterator[Stretch]:
    """Yield what `plc` does as long as each record begins where the one before ends.

    >>> list(stretches(struct.pack("<3I", 0, 9, 4), 0))
    [(0, 9, b'')]
    """
    for start, end, record in islice(plc(data, size), most):
        if end < start:
            return
        yield start, end, record


def _stories(main: bytes, length: int) -> dict[str, tuple[int, int]]:
    """Return where each story of the text begins and ends."""
    counts = struct.unpack_from("<8i", main, 0x4C)
    if min(counts) < 0 or counts[0] > length:
        raise Damaged("its text is cut short")
    ends = [min(x, length) for x in accumulate(counts)]
    return dict(zip(STORIES, zip([0, *ends], ends, strict=False), strict=True))


def _pieces(clx: bytes, limit: int) -> Iterator[Piece]:
    """Yield the pieces of the text in order, from the FIB's Clx."""
    changes: list[bytes] = []
    place = 0
    while clx[place : place + 1] == b"\x01":
        (length,) = struct.unpack("<H", (clx[place + 1 : place + 3] + b"\0\0")[:2])
        changes.append(clx[place + 3 : place + 3 + min(length, LONGEST)])
        place += 3 + length
    if clx[place : place + 1] != b"\x02" or place + 5 > len(clx):
        raise Damaged("it has no table of its text")
    (length,) = struct.unpack_from("<I", clx, place + 1)
    if length > len(clx) - place - 5:
        raise Damaged("the table of its text is cut short")
    expected = 0
    for start, end, record in plc(clx[place + 5 : place + 5 + length], 8):
        if start != expected or end <= start:
            raise Damaged("the pieces of its text are out of order")
        if end > MAX_TEXT:
            raise TooLarge(f"more than {MAX_TEXT:,} characters of text")
        expected = end
        fc, modifier = struct.unpack_from("<IH", record, 2)
        width = 1 if fc & 0x40000000 else 2
        fc = (fc & 0x3FFFFFFF) // (3 - width)
        if fc + (end - start) * width > limit:
            raise Damaged("its text is cut short")
        yield Piece(start, end, fc, width, _changes(modifier, changes))


def _changes(modifier: int, changes: list[bytes]) -> bytes:
    """Return what a piece's Prm changes: one switch, or one of the Clx's lists."""
    if modifier & 1:
        return changes[modifier >> 1] if modifier >> 1 < len(changes) else b""
    code = SHORT_SPRMS.get((modifier >> 1) & 0x7F)
    return b"" if code is None else struct.pack("<HB", code, modifier >> 8)


# The property modifiers that a Prm of one switch may name, as far as they matter here.
SHORT_SPRMS = {
    **{0x18: 0x2416, 0x19: 0x2417, 0x41: 0x0800, 0x55: 0x0835, 0x56: 0x0836},
    **{0x57: 0x0837, 0x5C: 0x083C, 0x5E: 0x2A3E, 0x73: 0x2A53},
}


def _text_of(main: bytes, piece: Piece) -> str:
    """Return the characters of a piece, one for each UTF-16 unit."""
    raw = main[piece.fc : piece.fc + (piece.end - piece.start) * piece.width]
    if piece.width == 1:
        return raw.decode("cp1252", "replace")
    if _HALVES.match(raw):
        return "".join(map(chr, struct.unpack(f"<{len(raw) // 2}H", raw)))
    return raw.decode("utf-16-le")


def join_pairs(text: str) -> str:
    """Return a text whose halves of one character are that character.

    >>> join_pairs("\\ud83d\\ude00 agreed") == "\\U0001f600 agreed"
    True
    """
    return _PAIR.sub(
        lambda m: m[0].encode("utf-16-le", "surrogatepass").decode("utf-16-le"), text
    )


class Formats:
    """Knows the property lists of the characters, or of the paragraphs, of a file."""

    def __init__(self, doc: DocFile, name: str) -> None:
        found: list[Stretch] = []
        seen = set()
        for _, _, record in plc(doc.found(name), 4):
            page = struct.unpack("<I", record)[0] & 0x3FFFFF
            if page not in seen:
                seen.add(page)
                block = doc.main[page * PAGE : page * PAGE + PAGE]
                if len(block) == PAGE:
                    found.extend(_page(block, name == "paras"))
        found.sort(key=lambda x: x[0])
        self._found = found
        self._starts = [x[0] for x in found]

    def at(self, fc: int) -> bytes:
        """Return the property list of what stands at this place of the file."""
        at = bisect_right(self._starts, fc) - 1
        if at >= 0 and fc < self._found[at][1]:
            return self._found[at][2]
        return b""

    def within(self, start: int, end: int) -> Iterator[Stretch]:
        """Yield (start, end, property list) of a stretch of the file, without gaps."""
        at = max(0, bisect_right(self._starts, start) - 1)
        while start < end:
            while at < len(self._found) and self._found[at][1] <= start:
                at += 1
            if at == len(self._found) or self._found[at][0] >= end:
                yield start, end, b""
                return
            first, last, properties = self._found[at]
            if first > start:
                yield start, first, b""
            start = max(start, first)
            yield start, min(end, last), properties
            start = min(end, last)


def _page(block: bytes, paras: bool) -> Iterator[Stretch]:
    """Yield what one page of formatting says: FKP of characters or of paragraphs."""
    size = 13 if paras else 1
    count = block[-1]
    if 4 * (count + 1) + count * size >= PAGE:
        return
    places = struct.unpack_from(f"<{count + 1}I", block)
    for i in range(count):
        if places[i] >= places[i + 1]:
            continue
        at = 2 * block[4 * (count + 1) + i * size]
        if not at:
            yield places[i], places[i + 1], b""
        elif not paras:
            yield places[i], places[i + 1], block[at + 1 : at + 1 + block[at]]
        else:
            length = 2 * block[at] - 1
            if not block[at] and at + 1 < PAGE:
                at += 1
                length = 2 * block[at]
            yield places[i], places[i + 1], block[at + 1 : at + 1 + length]


def chunks(doc: DocFile) -> list[tuple[int, int, bytes, bytes]]:
    """Return the text's stretches of one look: (start, end, property list, changes)."""
    formats = Formats(doc, "chars")
    found = []
    for piece in doc.pieces:
        end = piece.fc_of(piece.end)
        cp = piece.start
        for _, until, properties in formats.within(piece.fc, end):
            last = piece.start + -(-(until - piece.fc) // piece.width)
            if last > cp:
                found.append((cp, last, properties, piece.changes))
                cp = last
        if len(found) > MAX_RUNS:
            raise TooLarge(f"more than {MAX_RUNS:,} changes of style")
    return found
