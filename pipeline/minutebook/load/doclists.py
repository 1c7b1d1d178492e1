"""Reads the lists of Word 97-2003, so that their numbers can be counted."""

from __future__ import annotations

import struct

from minutebook.load.numbering import LEVELS, Level, NumberedList, Numbering
from minutebook.load.paragraph import PLAIN
from minutebook.load.sprm import NO_STYLE, with_layout

FORMS = {
    **{0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter"},
    **{4: "lowerLetter", 5: "ordinal", 22: "decimalZero", 23: "bullet", 255: "none"},
}
_LIST = 28  # bytes of an LSTF
_LEVEL = 28  # bytes of an LVLF
_USE = 16  # bytes of an LFO


def read_lists(table: bytes, lists: tuple[int, int], uses: bytes) -> Numbering:
    """Return the lists that stand at a place of the table stream, and their uses.

    A list cut short keeps the levels that are whole.
    """
    abstract: dict[str, dict[int, Level]] = {}
    found: dict[str, NumberedList] = {}
    try:
        _read_abstract(table, *lists, abstract)
        _read_uses(uses, found)
    except (struct.error, IndexError):
        pass
    return Numbering(abstract, found)


def _read_abstract(
    table: bytes, start: int, length: int, found: dict[str, dict[int, Level]]
) -> None:
    """Read PlfLst and the levels, which stand right behind it."""
    if length < 2:
        return
    (count,) = struct.unpack_from("<H", table, start)
    count = min(count, (length - 2) // _LIST)
    place = start + 2 + count * _LIST
    for i in range(count):
        head = start + 2 + i * _LIST
        (key,) = struct.unpack_from("<I", table, head)
        styles = struct.unpack_from("<9H", table, head + 8)
        levels = found.setdefault(str(key), {})
        for depth in range(1 if table[head + 26] & 1 else LEVELS):
            name = styles[depth]
            style = None if name == NO_STYLE else str(name)
            levels[depth], place = _level(table, place, style)


def _level(table: bytes, place: int, style: str | None) -> tuple[Level, int]:
    """Return the level (LVL) at a place of the table stream, and where it ends."""
    start, form, flags = struct.unpack_from("<iBB", table, place)
    marks = table[place + 6 : place + 15]
    looks, layouts, limit = struct.unpack_from("<BBB", table, place + 24)
    place += _LEVEL
    layout = with_layout(PLAIN, table[place : place + layouts])
    place += layouts + looks
    (letters,) = struct.unpack_from("<H", table, place)
    place += 2
    if place + 2 * letters > len(table):
        raise IndexError("level cut short")
    text = table[place : place + 2 * letters].decode("utf-16-le", "replace")
    level = Level(
        start,
        FORMS.get(form, "decimal"),
        _pattern(text, marks),
        limit if flags & 8 else None,
        bool(flags & 4),
        style,
        layout.indent,
    )
    return level, place + 2 * letters


def _pattern(text: str, marks: bytes) -> str:
    """Return the text of a level with its places as numbering.py has them.

    >>> _pattern("(\\x00.\\x01)", bytes([2, 4, 0]))
    '(%1.%2)'
    """
    letters = list(text)
    for mark in marks:
        if 0 < mark <= len(letters) and ord(letters[mark - 1]) < LEVELS:
            letters[mark - 1] = f"%{ord(letters[mark - 1]) + 1}"
    return "".join(letters)


def _read_uses(uses: bytes, found: dict[str, NumberedList]) -> None:
    """Read PlfLfo: the lists that paragraphs name, counted from one."""
    if len(uses) < 4:
        return
    (count,) = struct.unpack_from("<I", uses)
    count = min(count, (len(uses) - 4) // _USE)
    for i in range(count):
        (key,) = struct.unpack_from("<I", uses, 4 + i * _USE)
        found[str(i + 1)] = NumberedList(str(key))
    place = 4 + count * _USE
    for i in range(count):
        place += 4  # of no meaning
        for _ in range(uses[4 + i * _USE + 12]):
            place = _override(uses, place, found[str(i + 1)])


def _override(uses: bytes, place: int, use: NumberedList) -> int:
    """Take down what a use of a list has of its own (LFOLVL); return where it ends."""
    start, flags = struct.unpack_from("<iI", uses, place)
    depth = flags & 0x0F
    place += 8
    if flags & 0x20:
        use.levels[depth], place = _level(uses, place, None)
        start = use.levels[depth].start
    if flags & 0x10:
        use.starts[depth] = start
    return place
