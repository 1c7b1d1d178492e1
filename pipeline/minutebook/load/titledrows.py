"""Tells where rows begin of which each holds a title and the text beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from minutebook.load.lines import Segment
from minutebook.load.stacking import NUMBERED

WIDER = 1.2  # times the usual distance of lines: a new row
APART = 1.6  # ems: lines so far apart belong to no one title
LEVEL = 1.0  # points by which a title and its text may be out of line
ENDED = 1.8  # times the leading: the text above had ended
LEAST = 3  # empty lines that show that paragraphs are parted so
ROOM = 0.25  # ems of the space before a word

_INITIAL = re.compile(r"[A-Z]\.\s")  # J. Penrose
_FIGURES = re.compile(r"\d{1,4}")

Line = tuple[Segment | None, Segment | None]  # of a title, and of the text beside it


@dataclass(frozen=True, slots=True)
class Setting:
    """How the lines of a stretch of titles and text are set."""

    leading: float  # the usual distance of lines of text
    step: float  # the usual distance of lines in either column
    spaced: bool  # empty lines part the paragraphs of the text
    lowered: bool  # titles go on in small letters
    edges: tuple[float, float]  # how far the lines of either column may go


def find_openings(lines: list[Line], edges: tuple[float, float]) -> list[bool]:
    """Return whether each line opens a row; `edges` is how far the columns may go.

    The first line of a row holds both title and text, so that a line of its own goes
    on in the title above unless it stands apart or counts on.
    """
    setting = _setting(lines, edges)
    above: Line = (None, None)  # the last line of either column
    count: tuple[int, ...] = ()
    found = []
    for title, text in lines:
        level = text if title and text and _are_level(title, text) else None
        opens = title is not None and _opens(title, level, above, count, setting)
        if opens and title is not None:
            count = _count(title.text) or count
        found.append(opens)
        above = title or above[0], text or above[1]
    return found


def _setting(lines: list[Line], edges: tuple[float, float]) -> Setting:
    bases = [max(x.base for x in line if x is not None) for line in lines]
    texts = [(title is None, text.base) for title, text in lines if text is not None]
    leading = _quartile([b[1] - a[1] for a, b in pairwise(texts)])
    empty = sum(
        alone and ENDED * leading < base - a < 2 * ENDED * leading
        for (_, a), (alone, base) in pairwise(texts)
    )
    step = _quartile([b - a for a, b in pairwise(bases)])
    going = [title.text[0] for title, text in lines if title and text is None]
    lowered = bool(going) and 2 * sum(x.islower() for x in going) > len(going)
    return Setting(leading, step, empty >= LEAST, lowered, edges)


def _quartile(steps: list[float]) -> float:
    return sorted(steps)[len(steps) // 4] if steps else 0.0


def _are_level(title: Segment, text: Segment) -> bool:
    """Tell whether a title and the text beside it stand on one line, not nearly so."""
    return abs(title.base - text.base) <= LEVEL + abs(title.size - text.size)


def _opens(
    title: Segment,
    text: Segment | None,
    above: Line,
    count: tuple[int, ...],
    setting: Setting,
) -> bool:
    """Tell whether a line of a title, and of text level with it, opens a row."""
    if above[0] is None or title.base - above[0].base > APART * title.size:
        return True
    if _is_next(title.text, count):
        return True
    if text is None:
        return False
    lowest = max(x.base for x in above if x is not None)
    if title.base - lowest > WIDER * max(setting.step, setting.leading):
        return True
    if not title.text[0].isalnum() or title.text[0].islower():
        return False
    ended = above[1] is not None and not setting.spaced
    if above[1] and ended and text.base - above[1].base > ENDED * setting.leading:
        return True
    pairs = list(zip(above, (title, text), setting.edges, strict=True))
    if setting.lowered:
        pairs = pairs[1:]
    return not any(x is not None and reads_on(x, y, edge) for x, y, edge in pairs)


def _count(title: str) -> tuple[int, ...]:
    """Return the figures of the number that opens a title, if one does.

    >>> _count("FC 07/2031 Finance"), _count("6.1 Trees"), _count("Finance 2031")
    ((7, 2031), (6, 1), ())
    """
    number = NUMBERED.match(title)
    return tuple(int(x) for x in _FIGURES.findall(number[0])) if number else ()


def _is_next(title: str, before: tuple[int, ...]) -> bool:
    """Tell whether a line is numbered as a title of its own: marked so, or next.

    >>> _is_next("4 May 2031", (7,)), _is_next("8 Finance", (7,))
    (False, True)
    >>> _is_next("9. Trees", (3,)), _is_next("ACT 2003 - the inn", (5,))
    (True, False)
    """
    number = NUMBERED.match(title)
    if not number:
        return False
    token = number[0].rstrip()
    return (
        token[-1] in ".):"
        or "." in token
        or any(b == a + 1 for a, b in zip(before, _count(title), strict=False))
    )


def reads_on(
    line: Segment, after: Segment, edge: float, *, overleaf: bool = False
) -> bool:
    """Tell whether a line may go on in the next: the next word had no room in it."""
    if not overleaf and after.base - line.base > APART * line.size:
        return False
    if line.tail_bold != after.head_bold:
        return False
    return line.right + ROOM * line.size + after.first > edge - line.size


def mark_title_wraps(lines: list[Segment]) -> None:
    """Mark the lines of a title that go on in the next, however narrow its column."""
    for line, after in pairwise(lines):
        line.wraps = (
            (not after.label or _INITIAL.match(after.text) is not None)
            and after.base - line.base < APART * line.size
            and line.tail_bold == after.head_bold
        )
