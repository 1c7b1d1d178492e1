"""Reads Rich Text: its words, lists and tables, and which lines are bold."""

from __future__ import annotations

import re

from striprtf.striprtf import rtf_to_text

from minutebook.errors import Damaged, TooLarge
from minutebook.load.builder import TextBuilder
from minutebook.load.plain import read_plain
from minutebook.load.rtfstyle import mark_bold

MAX_RTF = 30_000_000  # bytes; pictures are written as text in it
_HEX = re.compile(r"(?:[0-9a-fA-F]{64}\s{0,2}){4,}+[0-9a-fA-F\s]{0,128}")
_PARAGRAPH = re.compile(r"\\par(?![a-z])")
_INFO = re.compile(r"\{\\(title|author|subject)\s([^{}\\]{1,300})\}")


def read_rtf(data: bytes, builder: TextBuilder) -> tuple[tuple[str, str], ...]:
    """Write a Rich Text document into the builder; return its properties.

    Raises Damaged for what no reader can follow, TooLarge for more than 30 MB.
    """
    if len(data) > MAX_RTF:
        raise TooLarge(f"{len(data):,} bytes of Rich Text")
    source = _HEX.sub("", data.decode("cp1252", "replace"))
    try:
        shown = mark_bold(_join_cells(_keep_numbers(source)))
        text = rtf_to_text(shown, errors="replace")
    except (ValueError, IndexError, LookupError, TypeError, OverflowError) as error:
        raise Damaged(f"Rich Text: {error}") from error
    text = text.translate({0xAD: None, 0xA0: " ", 0x2002: " ", 0x2003: " "})
    read_plain(_without_surrogates(text), builder)
    facts = _INFO.findall(source[:20_000])
    return tuple((name, value.strip()) for name, value in facts)


def _keep_numbers(source: str) -> str:
    """Return the source with the numbers of its lists, and no addresses of links."""
    source = source.replace("\\fldinst{", "\\fldinst {")
    return source.replace("{\\pntext", "{").replace("{\\*\\pntext", "{")


def _join_cells(source: str) -> str:
    r"""Return the source with each cell of a table in one paragraph.

    >>> _join_cells(r"\trowd Ada\par Penrose\cell Clerk\cell\row Next\par")
    '\\trowd Ada Penrose\\cell Clerk\\cell\\row Next\\par'
    """
    parts = source.split("\\row")
    for place, part in enumerate(parts[:-1]):
        start = part.find("\\trowd")
        if start >= 0:
            parts[place] = part[:start] + _PARAGRAPH.sub("", part[start:])
    return "\\row".join(parts)


def _without_surrogates(text: str) -> str:
    """Return the text with pairs of surrogates joined, lone ones replaced."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
