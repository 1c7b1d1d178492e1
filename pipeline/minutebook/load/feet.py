"""Finds the lines to sign on that stand at the foot of every page."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from minutebook.records import Line

LONGEST = 160  # characters of a line to sign on

_SIGN_ON = re.compile(  # Signed ........ Dated ........ | Chairman's initials ____
    r"""(?: signed | date[ds]? | initial(?:s|led)? | chair(?:man|person|woman)?
          | chair(?:man|person|woman)?['’]s \s (?:initials|signature) ) \b""",
    re.VERBOSE | re.IGNORECASE,
)
_BLANKS = re.compile(r"[._…]{4}|…")


def mark_feet(text: str, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return the lines, those to sign on marked as furniture where more follow.

    The last one is where the minutes themselves were signed.
    """
    keys = {i: _key(text[x.start : x.end]) for i, x in enumerate(lines)}
    left = Counter(key for key in keys.values() if key)
    if not left or max(left.values()) < 2:
        return lines
    found = list(lines)
    for i, key in keys.items():
        left[key] -= 1
        if key and left[key] > 0:
            found[i] = replace(found[i], furniture=True)
    return tuple(found)


def _key(words: str) -> str:
    """Return what a line to sign on says first, "" where it is none.

    >>> _key("Signed .......... Dated 7th May"), _key("Signed by the Chair.")
    ('signed', '')
    """
    opening = _SIGN_ON.match(words) if len(words) <= LONGEST else None
    return opening[0].lower() if opening and _BLANKS.search(words) else ""
