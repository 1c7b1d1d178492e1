"""Reads the numbers of headings that stand loosely: behind a mark, or without a dot."""

from __future__ import annotations

import re
from dataclasses import replace

from minutebook.grammar.paragraphs import Paragraph
from minutebook.segment.numbers import ItemNumber, read_numbers

_LONGEST_ROMAN = 5  # letters: "XVIII"
# "A Opening business": a letter without a dot, in bold only
_LOOSE_LETTER = re.compile(r"(?P<letter>[A-L])(?:\s{1,4}|\s?[-–—]\s)(?=[A-Z])")
_BULLETED = re.compile(r".[ \t\xa0]{1,4}(?=\d{1,3}[.):](?:[ \t\xa0]{1,4}[A-Z]|\n))")
_STARRED_CODE = re.compile(
    r"[ \t]{0,2}((?:[A-Z&]{1,6}[ ./-]?)?\d{1,4}[.)]?[ \t\xa0]{1,4}[A-Z])"
)


def behind_mark(text: str, start: int) -> int:
    """Return where a row begins that was written out with its bars: "| 2. Paths |".

    So it is behind the bullet of a list whose numbers were typed: "• 2) Paths", and
    behind the star of a minute that nobody has to confirm: "*PL 14 Paths".
    """
    if text[start] == "|":
        return start + 1 + (text[start + 1 : start + 2] == " ")
    if text[start] == "*":
        starred = _STARRED_CODE.match(text, start + 1)
        return starred.start(1) if starred else start
    bullet = _BULLETED.match(text, start) if text[start] in "•·●▪◦○" else None
    return bullet.end() if bullet else start


def loose_letter(text: str, paragraph: Paragraph) -> ItemNumber | None:
    """Return the letter that a marked heading begins with: "B Budget"."""
    if not (paragraph.first.bold or paragraph.first.heading):
        return None
    match = _LOOSE_LETTER.match(text, paragraph.start, paragraph.lines[0].end)
    if not match:
        return None
    letter = match["letter"]
    value = ord(letter) - 64
    return ItemNumber(letter, "upper-letter", value, 2, match.end(), False, False)


def loose_roman(
    text: str, paragraphs: list[Paragraph], index: int
) -> ItemNumber | None:
    """Return the Roman number that fills a cell, its title beside it in like type."""
    here = paragraphs[index]
    if here.end - here.start > _LONGEST_ROMAN or here.first.column:
        return None
    beside = index + 1 < len(paragraphs) and paragraphs[index + 1].first
    if not beside or (beside.row, beside.bold) != (here.first.row, here.first.bold):
        return None
    written = f"{text[here.start : here.end]}."
    numbers = read_numbers(written, 0, len(written))
    roman = [x for x in numbers if x.scheme == "upper-roman"]
    return replace(roman[0], end=here.end, closed=False) if roman else None
