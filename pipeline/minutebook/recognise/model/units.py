"""What the trained recogniser reads and says: units of text, spans, candidates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

LABELS = ("PERSON", "ORG", "ROLE")
LONGEST = 1_500  # characters of a unit

# up to a line's end, and of a very long line up to a space
_UNIT = re.compile(rf"[^\n]{{1,{LONGEST}}}(?=[\s]|$)|[^\n]{{1,{LONGEST}}}")


class LabelledSpan(NamedTuple):
    """A stretch of a unit and what it names; "" where nobody knows."""

    start: int
    end: int
    label: str


class Unit(NamedTuple):
    """One line, cell or paragraph, and where it stands in its document."""

    start: int
    text: str


class Example(NamedTuple):
    """The text of a unit and all that it names."""

    text: str
    spans: tuple[LabelledSpan, ...]


def split_units(view: str) -> Iterator[Unit]:
    """Yield the lines of a text, very long ones in pieces.

    >>> [x.text for x in split_units("Present\\nAda Penrose")]
    ['Present', 'Ada Penrose']
    """
    for match in _UNIT.finditer(view):
        yield Unit(match.start(), match[0])
