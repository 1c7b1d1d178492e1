"""Reads the property modifiers (sprm) of Word 97-2003, and its style sheet."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Any

from minutebook.load.paragraph import PLAIN, Style, changed

NO_STYLE = 0x0FFF
PARAGRAPH, CHARACTER = 1, 2  # kinds of style
TITLE = 62  # the built-in style; the headings are 1 to 9
DEEPEST = 20  # styles based on one another
USUAL = changed(PLAIN, size=10.0)  # what Word takes where nothing is said

_SIZES = (1, 1, 2, 4, 2, 2, 0, 3)  # bytes of an operand, by the top bits of its sprm
_TOGGLES = {0x0835: "bold", 0x0836: "italic", 0x0837: "struck", 0x083C: "hidden"}
DELETED = 0x0800
STYLE_OF_RUN = 0x4A30
SYMBOL = 0x6A09
ELSEWHERE = (0x6646, 0x6645)  # the list stands in the stream Data


def sprms(properties: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield each property modifier of a list: its code and its operand.

    >>> list(sprms(bytes([0x35, 0x08, 1, 0x43, 0x4A, 24, 0])))
    [(2101, b'\\x01'), (19011, b'\\x18\\x00')]
    """
    place = 0
    while place + 3 <= len(properties):
        (code,) = struct.unpack_from("<H", properties, place)
        place += 2
        length = _SIZES[code >> 13]
        if not length:
            head, length = _variable(code, properties, place)
            place += head
        if place + length > len(properties):
            return
        yield code, properties[place : place + length]
        place += length


def _variable(code: int, properties: bytes, place: int) -> tuple[int, int]:
    """Return the lengths of an operand's own length and of what is behind it."""
    length = properties[place]
    if code == 0xD608 and place + 2 <= len(properties):  # sprmTDefTable
        return 2, max(0, struct.unpack_from("<H", properties, place)[0] - 1)
    if code == 0xC615 and length == 255:  # sprmPChgTabs with many tabs
        dropped = properties[place + 1 : place + 2]
        length = 1 + 4 * (dropped[0] if dropped else 0)
        added = properties[place + 1 + length : place + 2 + length]
        length += 1 + 3 * (added[0] if added else 0)
    return 1, length


def number(operand: bytes) -> int:
    """Return an operand as a number without sign."""
    return int.from_bytes(operand, "little")


def signed(operand: bytes) -> int:
    """Return an operand as a number with sign.

    >>> signed(bytes([0xFE, 0xFF]))
    -2
    """
    return int.from_bytes(operand, "little", signed=True)


def with_look(style: Style, properties: bytes) -> Style:
    """Return a style changed by character properties, which may refer back to it."""
    changes: dict[str, Any] = {}
    for code, operand in sprms(properties):
        if code in _TOGGLES:
            name = _TOGGLES[code]
            before = getattr(style, name)
            value = {0x80: before, 0x81: not before}
            changes[name] = value.get(operand[0], bool(operand[0]))
        elif code == 0x2A3E:  # sprmCKul
            changes["underlined"] = operand[0] != 0
        elif code == 0x2A53 and operand[0]:  # sprmCFDStrike
            changes["struck"] = True
        elif code == 0x4A43 and number(operand):  # sprmCHps, in half points
            changes["size"] = number(operand) / 2
    return changed(style, **changes)


def with_layout(style: Style, properties: bytes) -> Style:
    """Return a style changed by paragraph properties."""
    changes: dict[str, Any] = {}
    for code, operand in sprms(properties):
        if code == 0x460B:  # sprmPIlfo
            changes["list_id"] = _list_id(number(operand))
        elif code == 0x260A:  # sprmPIlvl
            changes["depth"] = operand[0]
        elif code in (0x840F, 0x845E):  # sprmPDxaLeft, in twentieths of a point
            changes["indent"] = signed(operand) / 20
        elif code == 0x2407:  # sprmPFPageBreakBefore
            changes["breaks"] = operand[0] == 1
        elif code == 0x2640:  # sprmPOutLvl
            changes["heading"] = operand[0] + 1 if operand[0] < 9 else None
    return changed(style, **changes)


def _list_id(value: int) -> str:
    """Return the list that a paragraph is in: a place in PlfLfo, "0" for none."""
    if value >= 0xF801:
        value = (0x10000 - value) % 0x7FF
    return str(value)


class StyleSheet:
    """Knows what the styles of a Word 97-2003 file say."""

    def __init__(self, table: bytes) -> None:
        self._entries = list(_entries(table))
        self._known: dict[int, Style] = {}
        self._looks: dict[int, bytes] = {}

    def paragraph(self, number: int) -> Style:
        """Return what a paragraph style says, with what it is based on."""
        chain: list[tuple[int, _Entry]] = []
        while number not in self._known and len(chain) < DEEPEST:
            entry = self._entries[number] if number < len(self._entries) else None
            if entry is None:
                break
            chain.append((number, entry))
            number = entry.base
        style = self._known.get(number, USUAL)
        for name, entry in reversed(chain):
            style = self._known[name] = _based(style, entry)
        return style

    def of_run(self, number: int) -> bytes:
        """Return the properties of a character style, what it is based on first."""
        if number not in self._looks:
            chain: list[bytes] = []
            name = number
            while name < len(self._entries) and len(chain) < DEEPEST:
                entry = self._entries[name]
                if entry is None or entry.kind != CHARACTER:
                    break
                chain.insert(0, entry.look)
                name = entry.base
            self._looks[number] = b"".join(chain)
        return self._looks[number]


def _based(style: Style, entry: _Entry) -> Style:
    """Return what a style says that is based on this one."""
    style = with_layout(with_look(style, entry.look), entry.layout)
    if 1 <= entry.builtin <= 9:
        style = changed(style, heading=entry.builtin)
    elif entry.builtin == TITLE:
        style = changed(style, heading=1)
    return style


class _Entry:
    """One style: which built-in one it is, what it is based on, what it says."""

    __slots__ = ("base", "builtin", "kind", "layout", "look")

    def __init__(self, record: bytes, fixed: int) -> None:
        first, second, third = struct.unpack_from("<HHH", record)
        self.builtin = first & 0x0FFF
        self.kind = second & 0x0F
        self.base = second >> 4
        self.layout = self.look = b""
        (letters,) = struct.unpack_from("<H", record, fixed)
        place = fixed + 2 + 2 * letters + 2
        parts = []
        for _ in range(min(third & 0x0F, 3)):
            if place + 2 > len(record):
                break
            (length,) = struct.unpack_from("<H", record, place)
            parts.append(record[place + 2 : place + 2 + length])
            place += 2 + length + length % 2
        if self.kind == PARAGRAPH and parts:
            self.layout = parts[0][2:]  # its own number goes first
            self.look = parts[1] if len(parts) > 1 else b""
        elif self.kind == CHARACTER and parts:
            self.look = parts[0]


def _entries(table: bytes) -> Iterator[_Entry | None]:
    """Yield the styles of an STSH in order, None for a place that is free."""
    if len(table) < 6:
        return
    head, count, fixed = struct.unpack_from("<HHH", table)
    place = 2 + head
    for _ in range(count):
        if place + 2 > len(table):
            return
        (length,) = struct.unpack_from("<H", table, place)
        record = table[place + 2 : place + 2 + length]
        place += 2 + length + length % 2
        try:
            yield _Entry(record, fixed) if record else None
        except struct.error:
            yield None
