"""Text of strangers made safe to show: escaped first, marked second.

Full-text search puts two private characters round each hit. They are taken out of the
text before it is escaped, so nothing in a document can open or close a mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

OPEN, CLOSE = "\ue000", "\ue001"  # what search puts round a hit

# Embeddings, overrides and isolates turn a line of text round; so do stray controls.
TRICKS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u061c\u202a-\u202e\u2066-\u2069\ue000\ue001\ufeff]"
)
FORMULA = re.compile(r"^\s*[=+\-@\t\r|%]")
WRAP = re.compile(
    r"""
    (?<! [:;] ) [ \t]* \n [ \t]*      # a line ends, not in a colon
    (?! [-•–*▪◦] | \(? [0-9a-zA-Z]{1,4} [.)] \s | \n )  # and no point begins
    """,
    re.VERBOSE,
)
NUMBER = re.compile(r"^\s*[+-]?\d[\d,.\s]*$")


def disarm(text: str) -> str:
    """Return text of the same length without characters that trick the eye.

    >>> disarm("safe \\u202egnp.exe")
    'safe \\ufffdgnp.exe'
    """
    return TRICKS.sub("\ufffd", text)


def mark(text: str | None) -> Markup:
    """Return escaped text in which search hits are marked.

    >>> mark("a \\ue000<b>\\ue001 c")
    Markup('a <mark>&lt;b&gt;</mark> c')
    """
    parts: list[Markup] = []
    depth = 0
    for piece in re.split(f"([{OPEN}{CLOSE}])", text or ""):
        if piece == OPEN:
            depth += 1
        elif piece == CLOSE:
            depth = max(0, depth - 1)
        elif piece:
            safe = escape(disarm(piece))
            parts.append(Markup("<mark>{}</mark>").format(safe) if depth else safe)
    return Markup("").join(parts)


def flow(text: str | None) -> str:
    """Return text whose lines run on, but for those that begin a point of a list.

    >>> flow("RESOLVED that the hedge\\nbe cut and:\\n(a) the gate\\n(b) the wall")
    'RESOLVED that the hedge be cut and:\\n(a) the gate\\n(b) the wall'
    """
    return WRAP.sub(" ", text or "")


def strip_marks(text: str) -> str:
    """Return the text as it was before search marked it."""
    return text.replace(OPEN, "").replace(CLOSE, "")


def shorten(text: str, width: int = 420) -> str:
    """Return the part of a marked text round its first hit, cut between words.

    >>> shorten("one two three \\ue000four\\ue001 five six seven", 22)
    '… three \\ue000four\\ue001 five …'
    """
    if len(text) <= width:
        return text
    hit = max(text.find(OPEN), 0)
    start = max(0, min(hit - width // 3, len(text) - width))
    end = min(start + width, len(text))
    if start:
        start = text.find(" ", start, hit) + 1 or hit
    if end < len(text):
        end = max(text.rfind(" ", hit, end), text.find(CLOSE, hit, end) + 1) or end
    piece = text[start:end].strip()
    piece += CLOSE * (piece.count(OPEN) - piece.count(CLOSE))
    return ("… " if start else "") + piece + (" …" if end < len(text) else "")


@dataclass(frozen=True, slots=True)
class Context:
    """One hit with the words to its left and right."""

    left: str
    hit: str
    right: str


def contexts(text: str, width: int = 70, most: int = 3) -> list[Context]:
    """Return the first hits of a marked text, each in its line of words.

    >>> contexts("the old \\ue000pond\\ue001 was cleared")
    [Context(left='the old ', hit='pond', right=' was cleared')]
    """
    text = " ".join(text.split())
    plain = disarm(strip_marks(text))
    found = []
    for start, end in _hits(text):
        left, right = plain[max(0, start - width) : start], plain[end : end + width]
        found.append(Context(left, plain[start:end], right))
        if len(found) == most:
            break
    return found


def _hits(text: str) -> Iterator[tuple[int, int]]:
    """Yield the offsets of hits, as they are in the text without its marks."""
    for seen, match in enumerate(
        re.finditer(f"{OPEN}([^{OPEN}{CLOSE}]*){CLOSE}", text)
    ):
        start = match.start() - 2 * seen
        yield start, start + len(match[1])


def harmless_cell(value: object) -> object:
    """Return a CSV cell that no spreadsheet takes for a formula.

    >>> harmless_cell("=cmd()"), harmless_cell("-12.50"), harmless_cell(7)
    ("'=cmd()", '-12.50', 7)
    """
    if isinstance(value, str) and FORMULA.match(value) and not NUMBER.match(value):
        return "'" + value
    return value
