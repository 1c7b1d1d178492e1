"""Trims what is quoted: no passage begins or ends with a blank."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from minutebook.records import Action, Decision, Declaration

Passage = TypeVar("Passage", Decision, Action, Declaration)


def without_blanks(text: str, passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """Return the passages of a text, those with blanks at their edges trimmed.

    >>> told = Declaration(None, None, 4, 10, "declaration-said")
    >>> [(x.start, x.end) for x in without_blanks("Orr: a dog. ", [told])]
    [(5, 10)]
    """
    return tuple(_trimmed(text, x) for x in passages)


def _trimmed(text: str, passage: Passage) -> Passage:
    start, end = passage.start, passage.end
    quoted = text[start:end]
    start += len(quoted) - len(quoted.lstrip())
    end -= len(quoted) - len(quoted.rstrip())
    if start >= end or (start, end) == (passage.start, passage.end):
        return passage
    return replace(passage, start=start, end=end)
