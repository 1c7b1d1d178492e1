"""Tells the person whom a line names from a heading: an entry of a list, a speaker."""

from __future__ import annotations

import re

from minutebook.grammar.names import is_name

_TITLED = re.compile(r"(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr|Cr)\b")
_AFTER_NAME = re.compile(r"[,(:]|\s[–—-]")
_SPEAKS_ON = re.compile(r" [a-z]{2,}")
_INITIALS = re.compile(r"[A-Z]{2,3}")


def names_person(title: str) -> bool:
    """Say whether a title is that of a person.

    >>> [names_person(x) for x in ("Mr Tom Holt, Clerk", "Dr Bell: roof", "Roof")]
    [True, True, False]
    """
    if not _TITLED.match(title):
        return False
    return is_name(_AFTER_NAME.split(title, maxsplit=1)[0])


def names_speaker(text: str, start: int, end: int) -> bool:
    """Say whether words between two offsets name who speaks in their sentence.

    >>> [names_speaker(x, 0, 8) for x in ("Ada Bell asked", "Ada Bell. He asked")]
    [True, False]
    """
    if not _SPEAKS_ON.match(text, end):
        return False
    return _INITIALS.fullmatch(text, start, end) is not None or is_name(text[start:end])
