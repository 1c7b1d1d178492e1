"""Fonts of a PDF as tables from character code to character and width."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import PDFObjRef, PDFStream, dict_value, list_value, resolve1

MAX_MAP = 70_000
UNKNOWN = "\ufffd"
BOLD_NAME = re.compile(r"bold|black|heavy|semibold|demi(?!-?l)|[,-]bd\b", re.IGNORECASE)
ITALIC_NAME = re.compile(r"ital|obli|slanted|[,-]it\b", re.IGNORECASE)
PICTURE_NAME = re.compile(r"wingding|webding|marlett", re.IGNORECASE)
SYMBOL_NAME = re.compile(r"symbol", re.IGNORECASE)
FORCE_BOLD, FLAG_ITALIC = 1 << 18, 1 << 6

BF_BLOCK = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)
BF_CHAR = re.compile(rb"<([0-9A-Fa-f\s]*+)>\s*+<([0-9A-Fa-f\s]*+)>")  # <0003> <0020>
BF_RANGE = re.compile(  # <0041> <005A> <0041>, <01> <02> [<0061> <0062>]
    rb"<([0-9A-Fa-f\s]*+)>\s*+<([0-9A-Fa-f\s]*+)>\s*+(?:<([0-9A-Fa-f\s]*+)>|\[([^]]*+)\])"
)
HEX = re.compile(rb"<([0-9A-Fa-f\s]*+)>")

# What fonts draw, as the characters that readers and rules expect.
SAME = {
    "\u00a0": " ",
    "\u2002": " ",
    "\u2003": " ",
    "\u2007": " ",
    "\u2009": " ",
    "\u202f": " ",
    "\u3000": " ",
    "\t": " ",
    "\r": " ",
    "\n": " ",
    "\u00ad": "-",  # drawn, so it shows
    "\u2010": "-",
    "\u2011": "-",
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
    "\u25cf": "•",
    "\u25aa": "•",
    "\u25a0": "•",
    "\u2219": "•",
    "\uf0d8": "•",
    "\u2023": "•",
    "\u2043": "•",
    "\u25c6": "•",
    "\u2756": "•",
    "\u27a2": "•",
    "\u200b": "",
    "\ufeff": "",
}
# Wingdings and Symbol by the low byte of the code.
TICKS = {0xFC: "✓", 0xFE: "✓", 0xFB: "✗", 0xFD: "✗", 0xA8: "☐", 0x6F: "☐", 0x71: "☐"}
BULLETS = {0xA7, 0xB7}


class Glyphs(dict[int, tuple[str, float]]):
    """Characters and widths (in ems) by code, each worked out when first met."""

    def __init__(
        self, font: PDFFont, characters: dict[int, str] | None, name: str
    ) -> None:
        super().__init__()
        self._font = font
        self._characters = characters
        self._picture = PICTURE_NAME.search(name) is not None
        self._symbol = SYMBOL_NAME.search(name) is not None

    def __missing__(self, code: int) -> tuple[str, float]:
        text = self._text(code)
        if len(text) == 1:
            text = self._clean(text, code)
        elif len(text) > 1:
            text = "".join(self._clean(x, code) for x in text)
        found = self[code] = (text, self._width(code))
        return found

    def _text(self, code: int) -> str:
        if self._characters is not None:
            text = self._characters.get(code)
            if text is not None:
                return text
        if code == 0xAD and not self._font.is_multibyte():
            return "-"  # the library's table has a space here
        try:
            return str(self._font.to_unichr(code))
        except (PDFUnicodeNotDefined, KeyError, TypeError):
            return UNKNOWN

    def _clean(self, char: str, code: int) -> str:
        """Return what a character stands for in running text."""
        if char in SAME:
            return SAME[char]
        point = ord(char)
        if 0xF000 <= point <= 0xF0FF:
            return _symbol(point)
        if self._picture and (point < 0x2000 or point == 0xFFFD):
            return _symbol(code if code < 0x100 else point)
        if self._symbol and point in BULLETS:
            return "•"
        if point < 32 or 0x7F <= point < 0xA0 or 0xD800 <= point <= 0xDFFF:
            return ""
        return char

    def _width(self, code: int) -> float:
        try:
            width = float(self._font.char_width(code))
        except (TypeError, ValueError, KeyError):
            return 0.5
        return width if -5 < width < 5 else 0.5


def _symbol(point: int) -> str:
    """Return a tick, a cross or a bullet for a code of a symbol font.

    >>> _symbol(0xF0FC), _symbol(0xF0B7)
    ('✓', '•')
    """
    low = point & 0xFF
    return " " if low == 0x20 else TICKS.get(low, "•")


class Font:
    """One font as the content reader needs it."""

    __slots__ = ("decode", "glyphs", "style")

    def __init__(
        self,
        glyphs: Glyphs,
        style: int = 0,
        decode: Callable[[bytes], Iterable[int]] | None = None,
    ) -> None:
        self.glyphs = glyphs
        self.style = style
        self.decode = decode


class FontShelf:
    """The fonts of one document, each opened once."""

    def __init__(self) -> None:
        self._manager = PDFResourceManager()
        self._fonts: dict[int, Font] = {}

    def font(self, spec: Any) -> Font:
        """Return the font that an entry of the resources names."""
        key = spec.objid if isinstance(spec, PDFObjRef) else id(spec)
        font = self._fonts.get(key)
        if font is None:
            font = self._fonts[key] = self._open(dict_value(spec))
        return font

    def _open(self, spec: dict[str, Any]) -> Font:
        spec = dict(spec)
        stream = resolve1(spec.get("ToUnicode"))
        characters = None
        if isinstance(stream, PDFStream):
            characters = read_characters(stream.get_data()) or None
        if getattr(resolve1(spec.get("Subtype")), "name", "") == "Type0":
            inner = dict(dict_value(list_value(spec["DescendantFonts"])[0]))
            for key in ("Encoding", "ToUnicode"):
                if key in spec:
                    inner[key] = resolve1(spec[key])
            spec = inner
        if characters is not None:
            spec.pop("ToUnicode", None)
            _drop_outlines(spec)
        font = self._manager.get_font(None, spec)
        name = str(getattr(font, "basefont", "") or font.fontname)
        decode = font.decode if font.is_multibyte() else None
        return Font(Glyphs(font, characters, name), _style(font, name), decode)


def _drop_outlines(spec: dict[str, Any]) -> None:
    """Forget the font file: its own character map is not needed."""
    descriptor = dict_value(spec.get("FontDescriptor", {}))
    if "FontFile2" in descriptor or "FontFile" in descriptor:
        spec["FontDescriptor"] = {
            k: v for k, v in descriptor.items() if not k.startswith("FontFile")
        }


def _style(font: PDFFont, name: str) -> int:
    """Return 1 for bold, 2 for italic, 3 for both."""
    flags = font.flags if isinstance(font.flags, int) else 0
    bold = BOLD_NAME.search(name) or flags & FORCE_BOLD
    italic = ITALIC_NAME.search(name) or flags & FLAG_ITALIC
    return (1 if bold else 0) | (2 if italic else 0)


@lru_cache(maxsize=512)
def read_characters(data: bytes) -> dict[int, str]:
    """Return the characters by code that a ToUnicode map gives.

    >>> read_characters(b"beginbfrange <41><43><0061> endbfrange")
    {65: 'a', 66: 'b', 67: 'c'}
    """
    found: dict[int, str] = {}
    for block in BF_BLOCK.finditer(data):
        if block[1] == b"char":
            for code, text in BF_CHAR.findall(block[2]):
                found[_code(code)] = _utf16(text)
        else:
            for low, high, text, several in BF_RANGE.findall(block[2]):
                _add_range(found, _code(low), _code(high), text, several)
        if len(found) > MAX_MAP:
            break
    return found


def _add_range(
    found: dict[int, str], low: int, high: int, text: bytes, several: bytes
) -> None:
    high = min(high, low + MAX_MAP)
    if several:
        for code, one in zip(range(low, high + 1), HEX.findall(several), strict=False):
            found[code] = _utf16(one)
        return
    first = _utf16(text)
    if first:
        head, last = first[:-1], ord(first[-1])
        for code in range(low, high + 1):
            point = last + code - low
            if point < 0x110000 and len(found) <= MAX_MAP:
                found[code] = head + chr(point)


def _code(digits: bytes) -> int:
    return int(b"".join(digits.split())[:8] or b"0", 16)


def _utf16(digits: bytes) -> str:
    """Return the characters of a hexadecimal UTF-16 string.

    >>> _utf16(b"00660069")
    'fi'
    """
    digits = b"".join(digits.split())
    if len(digits) <= 2:
        return chr(int(digits or b"0", 16))
    digits = digits[: len(digits) // 4 * 4]
    return bytes.fromhex(digits.decode("ascii")).decode("utf-16-be", "ignore")
