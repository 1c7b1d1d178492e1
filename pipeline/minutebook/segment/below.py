"""Tells what a line heads, by what stands below it: a text, a list, an outline."""

from __future__ import annotations

import re

from minutebook.grammar.paragraphs import Paragraph
from minutebook.segment.numbers import read_numbers

_FULL = 80  # characters of a full paragraph
_LONGEST_APART, _MOST_LINES = 200, 2  # characters and lines of a heading so set apart
# "Noted the report", "Circulated, copy of a notice", "Bank: Ann raised the matter"
_DONE = re.compile(
    r"\s{0,4}(?:That\s|[A-Z][a-z]{3,12}ed,|(?!Proposed|Revised|Updated|Adopted|Shared)"
    r"[A-Z][a-z]{2,12}ed\s(?:the|that|an?|to|by|copy|[A-Z])\b)"
    r"|[^.:]{3,90}:\s[A-Z][a-z]{1,14}\s[a-z]{2,12}ed\s"
)
_BULLETS = "•·●▪◦○*-–"


def heads_text(text: str, paragraphs: list[Paragraph], index: int, whole: int) -> bool:
    """Say whether a full paragraph follows; `whole`: so long a sentence counts."""
    if index + 1 >= len(paragraphs):
        return False
    below = paragraphs[index + 1]
    least = whole if text[below.end - 1] in ".:-" else _FULL
    return below.end - below.start > least and not below.first.heading


def heads_list(text: str, paragraphs: list[Paragraph], index: int) -> bool:
    """Say whether a short line stands above a list that it is no part of."""
    here = paragraphs[index]
    if index + 1 >= len(paragraphs) or here.end - here.start > 60:
        return False
    begins, ends = text[here.start], text[here.end - 1]
    words = text[here.start : here.end]
    below = text[paragraphs[index + 1].start]
    return (
        begins.isupper()
        and (ends.isalnum() or ends == ")" or words.endswith("etc."))
        and below in "•●▪◦○"
    )


def heads_apart(text: str, paragraphs: list[Paragraph], index: int, begin: int) -> bool:
    """Say whether a line without a stop stands apart above other text than a list's.

    Its words begin at an offset, and tell nothing that was done: "(a) Noted the paper".

    "(a) Mill Ward: New barn, Low Fold" / "The Head of Planning reported on it."
    """
    here = paragraphs[index]
    if index + 1 >= len(paragraphs) or len(here.lines) > _MOST_LINES:
        return False
    words = text[here.start : here.end]
    if words[-1] in ".:;,!?" or len(words) > _LONGEST_APART:
        return False
    if words.endswith(" and") or tells_done(text, begin, here.end):
        return False
    below = paragraphs[index + 1]
    if below.first.row - here.lines[-1].row < 2 or below.first.heading:
        return False
    return not read_numbers(text, below.start, below.lines[0].end)


def tells_done(text: str, begin: int, end: int) -> bool:
    """Say whether words tell what was done with a paper, and so head nothing."""
    return _DONE.match(text, begin, end) is not None


def heads_outline(text: str, paragraphs: list[Paragraph], index: int) -> bool:
    """Say whether this is an entry of an outline with deeper entries under it."""
    here = paragraphs[index]
    if index + 1 >= len(paragraphs) or text[here.start] not in _BULLETS:
        return False
    below = paragraphs[index + 1]
    deeper = below.first.indent > here.first.indent + 4
    return deeper and here.end - here.start < 90
