"""Turns bytes of any encoding into text."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from minutebook.errors import TooLarge
from minutebook.load.builder import MAX_TEXT

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?
    \s*([A-Za-z0-9_:.-]{2,40})""",
    re.VERBOSE | re.IGNORECASE,
)
_MULTIBYTE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_HIGH = re.compile(rb"[\x80-\xff]")
MAC_MARKS = frozenset(b"\xd0\xd1\xd2\xd3\xd4\xd5\xc9\xca\xa5")  # – — “ ” ‘ ’ … nbsp •
SAMPLE = 65_536


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)
    byte = error.object[error.start : error.start + 1]
    return byte.decode("cp1252", "replace"), error.start + 1


codecs.register_error("minutebook-windows", _as_windows)


def decode(data: bytes, *, markup: bool = False) -> str:
    r"""Return the text of a file: by its byte order mark, declaration, or looks.

    >>> decode("£50 – caf\u00e9".encode("cp1252"))
    '£50 – café'
    """
    if len(data) > 4 * MAX_TEXT:
        raise TooLarge(f"{len(data):,} bytes of text")
    text = _decode(data, markup)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decode(data: bytes, markup: bool) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    wide = _wide(data[:SAMPLE])
    if wide:
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    declared = _declared(data) if markup else None
    if declared:
        return data.decode(declared, "replace")
    return data.decode(*_guess(data))


def _declared(data: bytes) -> str | None:
    match = _DECLARED.search(data[:4096])
    if not match:
        return None
    try:
        name = codecs.lookup(match[1].decode("ascii")).name
    except (LookupError, UnicodeDecodeError):
        return None
    if name.startswith("utf"):  # it is not: decoding has failed
        return None
    if name in ("iso8859-1", "ascii"):
        return "cp1252"  # as browsers read it
    try:
        b"a".decode(name)  # some codecs are not for text
    except (LookupError, ValueError):
        return None
    return name


def _wide(sample: bytes) -> str | None:
    """Return UTF-16 without a mark, known by its NULs at every other place."""
    if len(sample) < 8:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.4 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _guess(data: bytes) -> tuple[str, str]:
    """Return the encoding of text that is not all UTF-8, and how to mend it."""
    sample = data[: SAMPLE * 4]
    high = _HIGH.findall(sample)
    if not high or 2 * len(_MULTIBYTE.findall(sample)) > 0.5 * len(high):
        return "utf-8", "minutebook-windows"
    if sum(x[0] in MAC_MARKS for x in high) > 0.6 * len(high):
        return "mac_roman", "replace"
    if len(high) > 0.2 * len(sample):
        best = from_bytes(data[:SAMPLE]).best()
        if best is not None:
            return best.encoding, "replace"
    return "cp1252", "replace"
