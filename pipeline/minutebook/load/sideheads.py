"""Finds the titles that plain text sets in a column of their own beside the text."""

from __future__ import annotations

import re
from collections import Counter

from minutebook.load.stacking import NUMBERED, Stack

NEAREST, FARTHEST = 12, 48  # characters from the left at which the text begins
PROSE = 30  # characters of a line of text
LEAST = 3  # titles that show that they stand beside the text
SHORTEST_TITLE = 4  # letters
ACROSS = 0.3  # of the lines of text that run through both columns or have another
GUTTER = 2  # spaces between the columns
WIDE = 4  # spaces that part one more column

_GAP = re.compile(r" {2,200}(?=\S)")

Pages = list[list[str]]


def find_side_heads(pages: Pages) -> list[tuple[int, Stack]]:
    """Return the rows that titles and the text beside them make: (page, its row).

    >>> page = ["Finance         The clerk gave the accounts of the",
    ...         "and grants      year, which were agreed by all.",
    ...         "                A grant was asked for by the hall.", "",
    ...         "Planning        No objection was made to the barn",
    ...         "                by the pond at Thornbeck Mill, and",
    ...         "                none to the shed beside the barn.", "",
    ...         "Allotments      Ada Penrose had counted the plots",
    ...         "                and found one more than in spring."]
    >>> [[text for _, text in row.cells[0]] for _, row in find_side_heads([page])]
    [['Finance', 'and grants'], ['Planning'], ['Allotments']]
    """
    place = _text_column(pages)
    if not place:
        return []
    width = max((len(x) - place for page in pages for x in page), default=0)
    found: list[tuple[int, Stack]] = []
    stack: Stack | None = None
    for number, page in enumerate(pages):
        going = stack is not None
        stack = None
        last = -2  # the line that a title stood in last
        for index, raw in enumerate(page):
            if not raw.strip():
                continue
            parts = _parted(raw, place)
            if parts is None or (not parts[1] and index - last > 1):
                stack, going = None, False
                continue
            title, text = parts
            opens = title and (index - last > 1 or NUMBERED.match(title))
            if opens or (stack is None and going):
                stack = Stack(index, width=width)
                found.append((number, stack))
            if stack is not None:
                stack.add(index, [(0, 0, title), (1, place, text)])
                going = False
            last = index if title else last
    return found


def _parted(raw: str, place: int) -> tuple[str, str] | None:
    """Return a line's title and its text; None where it runs through both."""
    if raw[max(0, place - GUTTER) : place].strip():
        return None
    return raw[:place].strip(), raw[place:].strip()


def _text_column(pages: Pages) -> int:
    """Return where the text begins that titles stand beside; 0 where none do."""
    lines = [raw for page in pages for raw in page if raw.strip()]
    starts: Counter[int] = Counter()
    for raw in lines:
        begin = _GAP.search(raw, 0, FARTHEST + 1)
        if begin and len(raw) - begin.end() >= PROSE:
            starts[begin.end()] += 1
    places = [(n, x) for x, n in starts.items() if NEAREST <= x <= FARTHEST]
    if not places:
        return 0
    place = max(places)[1]
    long = [raw for raw in lines if len(raw.strip()) >= PROSE]
    parted = [_parted(raw, place) for raw in long]
    beside = [x for x in parted if x and x[0] and len(x[1]) >= PROSE]
    alone = sum(x is not None and not x[0] for x in parted)
    titled = sum(sum(c.isalpha() for c in x[0]) >= SHORTEST_TITLE for x in beside)
    across = sum(x is None or " " * WIDE in x[1] for x in parted)
    shown = titled >= LEAST and alone >= titled and titled > len(beside) / 2
    return place if shown and across <= ACROSS * len(long) else 0
