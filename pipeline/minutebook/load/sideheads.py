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

# spaces that part one more column; one word behind them is an outcome: "CARRIED."
_COLUMN = re.compile(r" {4}(?=\S{1,40} \S)")
_NUMBER = re.compile(r"\S{0,8}\d\S{0,8} {2,20}")
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


def _has_columns(text: str) -> bool:
    """Say whether a text is parted further; the number of a motion may open it.

    >>> _has_columns("18-031    Holt: That it be paid.")
    False
    >>> _has_columns("Tea and cake     Two cups")
    True
    """
    number = _NUMBER.match(text)
    return _COLUMN.search(text, number.end() if number else 0) is not None


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
    parted = [(_parted(x, place), len(x.strip()) >= PROSE) for x in lines]
    beside = [bool(x and x[0]) and long for x, long in parted]
    first = beside.index(True) if True in beside else 0  # the head stands above it
    long = [x for x, is_long in parted[first:] if is_long]
    across = sum(x is None or _has_columns(x[1]) for x in long)
    titles, more = _count_titles(pages, place)
    shown = titles >= LEAST and more >= titles
    return place if shown and across <= ACROSS * len(long) else 0


def _count_titles(pages: Pages, place: int) -> tuple[int, int]:
    """Return how many titles stand beside text, and how many more lines it has.

    The second line of a title opens none; a list of names and posts is but one title.
    """
    titles = more = bare = listed = 0
    for page in pages:
        last = -2
        for index, raw in enumerate(page):
            parts = _parted(raw, place) if raw.strip() else None
            if parts is None:
                continue
            title, text = parts
            opens = title and (index - last > 1 or NUMBERED.match(title))
            last = index if title else last
            if not opens:
                more += 1
                listed += bool(title) and text[:1].isupper()
            elif len(text) >= PROSE:
                worded = sum(c.isalpha() for c in title) >= SHORTEST_TITLE
                titles += worded
                bare += not worded
    return (titles, more) if titles > bare and 2 * listed <= more else (0, more)
