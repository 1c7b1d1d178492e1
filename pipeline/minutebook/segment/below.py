"""Tells what a line heads, by what stands below it: a text, a list, an outline."""

from __future__ import annotations

from minutebook.grammar.paragraphs import Paragraph

_FULL = 80  # characters of a full paragraph
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


def heads_outline(text: str, paragraphs: list[Paragraph], index: int) -> bool:
    """Say whether this is an entry of an outline with deeper entries under it."""
    here = paragraphs[index]
    if index + 1 >= len(paragraphs) or text[here.start] not in _BULLETS:
        return False
    below = paragraphs[index + 1]
    deeper = below.first.indent > here.first.indent + 4
    return deeper and here.end - here.start < 90
