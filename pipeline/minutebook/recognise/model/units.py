"""What the trained judge of names reads and is asked: lines, stretches, examples."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from minutebook.recognise.runs import LINKS, Token, is_break

LABELS = ("PERSON", "ORG", "ROLE")
LONGEST = 1_500  # characters of a line
MOST_WORDS = 8  # of a stretch
MOST_STRETCHES = 24  # of a run of capitalised words

# up to a line's end, and of a very long line up to a space
_LINE = re.compile(rf"[^\n]{{1,{LONGEST}}}(?=\s|$)|[^\n]{{1,{LONGEST}}}")


class LabelledSpan(NamedTuple):
    """A stretch and what it names; the label is "" where nobody knows."""

    start: int
    end: int
    label: str


class Unit(NamedTuple):
    """One line, cell or paragraph, or a part of one, and where it stands."""

    start: int
    text: str


class Example(NamedTuple):
    """The text of a line and all that it names."""

    text: str
    spans: tuple[LabelledSpan, ...]


def split_units(view: str) -> Iterator[Unit]:
    """Yield the lines of a text, very long ones in pieces.

    >>> [x.text for x in split_units("Present\\nAda Penrose")]
    ['Present', 'Ada Penrose']
    """
    for match in _LINE.finditer(view):
        yield Unit(match.start(), match[0])


def is_weighty(token: Token) -> bool:
    """Return whether a name may begin or end with this word of a run."""
    return token.text != "," and token.fold not in LINKS and not is_break(token)


def stretches(runs: Iterable[list[Token]]) -> Iterator[list[tuple[int, int]]]:
    """Yield for each run of capitalised words the stretches that may be names.

    >>> from minutebook.recognise.runs import find_runs
    >>> view = "a reply from the Zorbex Link Ltd"
    >>> [[view[a:b] for a, b in x] for x in stretches(find_runs(view))]
    [['Zorbex', 'Zorbex Link', 'Zorbex Link Ltd', 'Link', 'Link Ltd', 'Ltd']]
    """
    for run in runs:
        found = []
        for first, token in enumerate(run):
            if is_weighty(token):
                ends = (x for x in run[first : first + MOST_WORDS] if is_weighty(x))
                found += [(token.start, _bare_end(x)) for x in ends]
        if found:
            yield found[:MOST_STRETCHES]


def _bare_end(token: Token) -> int:
    """Return where a word ends without its possessive."""
    if not token.owns:
        return token.end
    return token.end - (2 if token.text[-1] in "sS" else 1)
