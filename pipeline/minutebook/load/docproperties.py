"""Reads the title, author and dates that an Office file before 2007 carries."""

from __future__ import annotations

import codecs
import struct
from datetime import datetime, timedelta

# The properties of the SummaryInformation stream by their number in [MS-OLEPS].
_PROPERTIES = {2: "title", 3: "subject", 4: "author", 12: "created", 13: "modified"}
_CODE_PAGE = 1
_LONGEST = 2000  # bytes of a property
_EPOCH = datetime(1601, 1, 1)
_STRING, _WIDE, _TIME = 30, 31, 64


def read_summary(stream: bytes) -> tuple[tuple[str, str], ...]:
    """Return the properties of a SummaryInformation stream, none if it is damaged."""
    try:
        found = _values(stream)
    except (struct.error, IndexError):
        return ()
    return tuple((name, found[name]) for name in _PROPERTIES.values() if name in found)


def _values(stream: bytes) -> dict[str, str]:
    if stream[:2] != b"\xfe\xff":
        return {}
    (start,) = struct.unpack_from("<I", stream, 44)
    (count,) = struct.unpack_from("<I", stream, start + 4)
    places: dict[int, int] = {}
    for i in range(min(count, 100)):
        key, offset = struct.unpack_from("<II", stream, start + 8 + 8 * i)
        places.setdefault(key, start + offset)
    encoding = _encoding(stream, places.get(_CODE_PAGE))
    found = {}
    for key, name in _PROPERTIES.items():
        if key in places and (value := _value(stream, places[key], encoding)):
            found[name] = value
    return found


def _encoding(stream: bytes, place: int | None) -> str:
    if place is None or place + 6 > len(stream):
        return "cp1252"
    (page,) = struct.unpack_from("<H", stream, place + 4)
    name = {65001: "utf-8", 1200: "utf-16-le", 10000: "mac-roman"}.get(page)
    name = name or f"cp{page}"
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "cp1252"


def _value(stream: bytes, place: int, encoding: str) -> str:
    """Return a property as text, "" for one that is none or out of reach."""
    if place + 12 > len(stream):
        return ""
    kind, length = struct.unpack_from("<II", stream, place)
    if kind == _TIME:
        (ticks,) = struct.unpack_from("<Q", stream, place + 4)
        return _written(ticks)
    if kind not in (_STRING, _WIDE):
        return ""
    size = min(length * (1 + (kind == _WIDE)), _LONGEST)
    raw = stream[place + 8 : place + 8 + size]
    text = raw.decode("utf-16-le" if kind == _WIDE else encoding, "replace")
    return text.split("\0")[0].strip()


def _written(ticks: int) -> str:
    """Return a time, given in tenths of a microsecond since 1601, to the second.

    >>> _written(133_497_108_000_000_000)
    '2024-01-14 13:00:00'
    """
    try:
        when = _EPOCH + timedelta(seconds=ticks // 10_000_000)
    except OverflowError:
        return ""
    return str(when) if when.year > 1900 else ""
