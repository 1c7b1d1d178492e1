"""Leaves out the headings of an appendix that stands behind the items."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutebook.grammar.paragraphs import Paragraph
from minutebook.segment.candidates import Candidate

_LONGEST = 100  # characters of the line that heads an appendix
_HEAD = re.compile(
    r"\W{0,4}(?:appendix|appendices|annexe?)"
    r"(?P<which>\s(?:[A-Z]|\d{1,2}|[IVX]{1,4}|one|two|three)\b)?\W{0,3}",
    re.IGNORECASE,
)


def without_appendix(
    text: str, paragraphs: Sequence[Paragraph], chosen: list[Candidate]
) -> list[Candidate]:
    """Return the items without the headings behind the line that opens an appendix.

    Where business comes back behind it, in numbers or as closing, it opened none.
    """
    least = min(chosen[0].start, len(text) // 2) if chosen else len(text)
    first = next(
        (x.start for x in paragraphs if x.start > least and _opens(text, x)),
        len(text),
    )
    behind = [x for x in chosen if x.start >= first]
    if any(x.number or x.standing for x in behind):
        return chosen
    return chosen[: len(chosen) - len(behind)]


def _opens(text: str, paragraph: Paragraph) -> bool:
    """Say whether a line is the head of an appendix: alone, or marked and named."""
    if paragraph.end - paragraph.start > _LONGEST:
        return False
    head = _HEAD.match(text, paragraph.start, paragraph.end)
    if head is None:
        return False
    marked = paragraph.first.bold or paragraph.first.heading is not None
    return head.end() == paragraph.end or (marked and head["which"] is not None)
