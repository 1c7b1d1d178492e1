"""Finds the line that titles minutes: above it stand only letterheads."""

from __future__ import annotations

import re

_REACH = 3000  # characters at the front that a letterhead may fill
# "DRAFT MINUTES of the Annual Meeting held on 4 May", "Meeting of the Panel, held at";
# not "The minutes of the meeting held in May were read", "2. Minutes of the meeting"
_TITLE = re.compile(
    r"^(?![^\w\n]{0,9}[Tt]he\s{1,9}[Mm]inutes)[^\w\n]{0,9}"
    r"(?:[^\W\d][\w’'&.,()-]{0,20}[ \t]{1,3}){0,8}?"
    r"(?:(?:minutes|notes)[ \t]{1,3}(?:of|from)\b.{0,160}\b(?:meeting|held|assembly)\b"
    r"|meeting\b.{0,80}\bheld\b)",
    re.IGNORECASE | re.MULTILINE,
)


def title_before(text: str, end: int) -> int:
    """Return where the line begins that titles the minutes, above an offset; else 0.

    >>> title_before("Marsh Trust\\nMinutes of the meeting held in May\\nPresent:", 47)
    12
    >>> title_before("Marsh Council\\nPresent: Ada Bell", 22)
    0
    """
    title = _TITLE.search(text, 0, min(end, _REACH))
    return title.start() if title else 0
