"""Reads the numbers of headings that stand loosely: behind a mark, or without a dot."""

from __future__ import annotations

import re
from dataclasses import replace

from minutebook.grammar.paragraphs import Paragraph
from minutebook.segment.numbers import ItemNumber, read_numbers

_LONGEST_ROMAN = 5  # letters: "XVIII"
# "A Opening business": a letter without a dot, in bold only
_LOOSE_LETTER = re.compile(r"(?P<letter>[A-L])(?:\s{1,4}|\s?[-–—]\s)(?=[A-Z])")
_BULLETED = re.compile(
    r".[ \t\xa0]{1,4}(?=\d{1,3}[.):](?:[ \t\xa0]{1,4}[A-Z]|\n)"
    r"|(?:[A-Z]{1,5}[ /])?\d{1,4}/\d{1,4}[.:]?[ \t\xa0]{1,4}[A-Z])"
)
_MEETING = re.compile(r"[A-Z]{1,4}\d{2,6}\(\d{1,2}\)[ \t]{1,4}(?=I(?:tem|TEM)\s\d)")
_STARRED_CODE = re.compile(
    r"[ \t]{0,2}((?:[A-Z&]{1,6}[ ./-]?)?\d{1,4}[.)]?[ \t\xa0]{1,4}[A-Z])"
)


def behind_mark(text: str, start: int) -> int:
    """Return where a row begins that was written out with its bars: "| 2. Paths |".

    So it is behind the bullet of a list whose numbers were typed: "• 2) Paths", and
    behind the star of a minute that nobody has to confirm: "*PL 14 Paths", and behind
    what says in which meeting an item was taken: "C0522(1) ITEM 3 Paths".
    """
    if text[start] == "|":
        return start + 1 + (text[start + 1 : start + 2] == " ")
    meeting = _MEETING.match(text, start)
    if meeting:
        return meeting.end()
    if text[start] == "*":
        starred = _STARRED_CODE.match(text, start + 1)
        return starred.start(1) if starred else start
    bullet = _BULLETED.match(text, start) if text[start] in "•·●▪◦○-–" else None
    return bullet.end() if bullet else start


# "7.35pm", "19:40 –", "7.00 - 7.10 p.m.": when an item was begun
_CLOCK = r"(?:[01]?\d|2[0-3])(?:[:.][0-5]\d)"
_HALF = r"\s?(?:[ap]\.?m\b\.?|hrs?\b\.?|noon\b)"
_TIME = re.compile(
    rf"[(\[]?(?:{_CLOCK}(?:{_HALF})?\s?(?:[-–—]|to)\s?)?"
    rf"(?:{_CLOCK}{_HALF}|\d{{1,2}}{_HALF}|(?<![\d.]){_CLOCK.replace('[:.]', ':')})"
    r"[)\]]?",
    re.IGNORECASE,
)
_BEHIND_TIME = re.compile(r"\s{0,2}[-–—:|]?\s{1,8}(?=\(?[A-Z\d])")
_LONGEST_TIME = 20  # characters of "10.00 am – 10.15 am"


def behind_time(text: str, start: int, end: int) -> int:
    """Return where a line goes on behind the time that it opens with.

    >>> line = "7.35pm Repairs to the bus shelter"
    >>> line[behind_time(line, 0, len(line)) :]
    'Repairs to the bus shelter'
    >>> behind_time("7.35 Repairs", 0, 12), behind_time("7.35pm to 8pm", 0, 13)
    (0, 0)
    """
    if text[start] not in "([0123456789":
        return start
    time = _TIME.match(text, start, end)
    behind = _BEHIND_TIME.match(text, time.end(), end) if time else None
    return behind.end() if behind else start


def is_time(text: str, start: int, end: int) -> bool:
    """Say whether a cell holds a time and no more: "7.35pm"."""
    short = end - start <= _LONGEST_TIME and text[start] in "([0123456789"
    return short and _TIME.fullmatch(text, start, end) is not None


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
