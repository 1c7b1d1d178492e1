"""Finds the lines that an editor or a converter broke in the middle of a paragraph."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from minutebook.load.builder import TextBuilder
from minutebook.records import Line

SHORTEST, LONGEST = 40, 140  # length of the longest lines of hard-wrapped text
SLACK = 4  # characters by which the right edge may be ragged
FULL = 0.8  # of the width: a line that long was probably broken
FAR = 6  # rows from the last line of a page to the first of the next
HALF = 3.0  # points for each character of the width: half of a line's six
MANY = 8  # full lines that show that paragraphs are parted by more than blank lines

_STARTS_ITEM = re.compile(
    r"(?!\d{1,2}[.:]\d\d\s?(?:[ap]\.?\s?m\b|hrs|hours|o.clock))"  # not "7.30 pm"
    r"(?:\d{1,4}[.):]|\d{1,3}/\s[A-Z]|[-*•·●▪o–]\s|\(?[a-zA-Z0-9]{1,4}\)[\sA-Z]|[#|]|[ivxlc]{1,5}[.)]"
    r"|[a-h]\.\s{1,4}[A-Z]"
    r"|(?:Agenda\s)?Item\s\d{1,3}[:.]|[IVX]{1,5}\.[A-Z]\.?\s"
    r"|[A-Z]{1,5}[ /]?\d{1,4}/\d{1,4}[:\s]"
    r"|(?:[A-Z][A-Za-z&]{0,5}/){1,3}\d{1,4}(?:[/-]\d{1,4}){0,2}[:\s])"
)
_ABBREVIATED = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Cr|Cllr|No|Co|St)\.$")
_STARTS_NUMBER = re.compile(r"\d{1,4}\s+[A-Z“\"‘'(]|\d{2,4}/\d")
_ENDS = (".", "?", "!", ":", ";", ".”", '."')
# behind a whole sentence: "Treasurer's Report", "Old business:", not "Mr T Holt"
_HEADING = re.compile(
    r"(?!(?:Mr|Mrs|Ms|Dr|Cllrs?|Councillors?|Proposed|Seconded|Moved|Carried|Agreed)\b)"
    r"[A-Z][a-zA-Z’'&/-]{2,20}(?:\s(?:of|the|for|and|from|to|on|in|last|previous|other"
    r"|next|meeting|minutes|business|arising|reports?|&|[A-Z][a-zA-Z’'&/-]{1,20})){0,6}"
    r"(?:\s\d[\d/-]{1,12})?\s?:?"
)
# behind a whole sentence too: "LANES: Two were", "24/08. Hedges", "Lanes: Two were"
_RUN_HEAD = re.compile(
    r"\d{2,4}/\d{1,4}[a-z]?[.:)]?\s+[A-Z]|\d{1,3}[a-h][.)]\s+[A-Z]|[IVX]{1,5}[.)]\s+[A-Z]{2}|"
    r"[A-L]\.\s{1,4}[A-Z][\w’'/&-]{1,20}(?:\s[\w’'/&-]{1,20}){0,6}(?:[.:]|\s[–—-])\s|"
    r"(?!RESOLVED|MOVED|MOTION|AGREED|NOTED|VOTE|AYES|NAYS)"
    r"[A-Z][A-Z’'&/()-]{1,20}(?:\s[A-Z&/(][A-Z’'&/()-]{0,20}){0,6}(?:\s?:|\s[–—-])\s"
    rf"|{_HEADING.pattern}(?<=:)\s"
)
# a rule drawn across the page
_RULE = re.compile(r"\W*")


def mark_wraps(builder: TextBuilder, *, spaced_only: bool = False) -> None:
    """Set `wraps` on lines after which the next word would not have fitted.

    Some converters put a blank line after every line of a page; those count where the
    lengths of the lines show it. With `spaced_only` only those are looked for.
    """
    text = builder.text()
    words = {line.row: text[line.start : line.end] for line in _alone(builder.lines)}
    width = _width(sorted(len(x) for x in words.values()))
    if not width or not _breaks_sentences(words, width):
        return
    gaps = set() if spaced_only else {1}
    if _is_spaced(words, width):
        gaps.add(2)
    shown = [(i, line) for i, line in enumerate(builder.lines) if not line.furniture]
    for (place, line), (_, below) in pairwise(shown):
        gap = below.row - line.row
        near = gap in gaps and _goes_on(line, below, words, width)
        if near or (2 in gaps and 2 <= gap <= FAR and _reads_on(line, below, words)):
            builder.lines[place] = replace(line, wraps=True)


def usual_width(lines: list[str]) -> int:
    """Return how long the full lines of a hard-wrapped text are; 0 where none wrap."""
    return _width(sorted(len(x) for x in lines if x.strip()))


def flows_on(here: str, there: str, width: int, usual: int = 0) -> bool:
    """Return whether one line of a source goes on in the next one of its paragraph.

    The width is that of the paragraph, the usual one that of the text, 0 if none.

    >>> flows_on("The clerk had written to the county council about", "the gate.", 50)
    True
    >>> flows_on("4 Finance Nothing to report.", "5 Planning No objection.", 50)
    False
    """
    if not there or not here:
        return False
    if _counts_on(here, there):
        return False
    ended = here.endswith(_ENDS)
    full = len(here) >= FULL * width
    if _STARTS_ITEM.match(there) or _STARTS_NUMBER.match(there):
        return full and not ended
    if there[0].islower() and not ended:
        return True
    return full and width <= LONGEST and not (ended and not usual)


_MARK = re.compile(r"(\(?)(\d{1,3}|[a-z])([.)]\)?)\s")


def _counts_on(here: str, there: str) -> bool:
    """Return whether two lines are entries of a list, the second next to the first.

    >>> _counts_on("(b) Gate - it jams. Action TH", "(c) Bench - now oiled")
    True
    >>> _counts_on("the roads named in (a) and in", "(b) would be closed")
    False
    """
    one, other = _MARK.match(here), _MARK.match(there)
    if not one or not other or (one[1], one[3]) != (other[1], other[3]):
        return False
    if one[2].isdigit() and other[2].isdigit():
        return int(other[2]) == int(one[2]) + 1
    both = one[2].isalpha() and other[2].isalpha()
    return both and ord(other[2]) == ord(one[2]) + 1


def is_open(here: str) -> bool:
    """Return whether a line is long and ends no sentence."""
    return len(here) >= SHORTEST and not here.rstrip("*_ ").endswith(_ENDS)


def _alone(lines: list[Line]) -> list[Line]:
    rows = [line.row for line in lines]
    return [
        line
        for i, line in enumerate(lines)
        if not (line.furniture or line.heading or line.table is not None)
        and rows[i - 1 : i] != [line.row]
        and rows[i + 1 : i + 2] != [line.row]
    ]


def _width(lengths: list[int]) -> int:
    if len(lengths) < 4:
        return 0
    width = lengths[int(0.95 * (len(lengths) - 1))]
    longest = lengths[int(0.99 * (len(lengths) - 1))]
    return width if SHORTEST <= width <= LONGEST and longest < 1.4 * width else 0


def _breaks_sentences(words: dict[int, str], width: int) -> bool:
    """Return whether some full line goes on in small letters: else none is broken."""
    full = (row for row, x in words.items() if len(x) > FULL * width)
    below = (words.get(row + 1) or words.get(row + 2) for row in full)
    return any(x is not None and x[0].islower() for x in below)


def _is_spaced(words: dict[int, str], width: int) -> bool:
    full = [
        x for row, x in words.items() if len(x) > FULL * width and row + 1 not in words
    ]
    going = sum(not x.endswith(_ENDS) for x in full)
    return (
        len(full) >= MANY and going > 0.6 * len(full) and len(full) > 0.2 * len(words)
    )


def _reads_on(line: Line, below: Line, words: dict[int, str]) -> bool:
    """Return whether a sentence runs over blank lines into small letters."""
    here, there = words.get(line.row), words.get(below.row)
    if not here or not there or line.bold != below.bold or _STARTS_ITEM.match(there):
        return False
    return there[0].islower() and is_open(here)


def _goes_on(line: Line, below: Line, words: dict[int, str], width: int) -> bool:
    here, there = words.get(line.row), words.get(below.row)
    if not here or not there or line.bold != below.bold or _STARTS_ITEM.match(there):
        return False
    if line.indent - below.indent > HALF * width:
        return False  # "Action", above the margin in which the owners stand
    if _RULE.fullmatch(here) or (_is_whole(here) and _opens_head(there)):
        return False
    slack = SLACK
    if below.row - line.row > 1:  # set from a proportional font, by a converter
        if _is_whole(here):
            return False
        slack = width // 8
    first = there.split(None, 1)[0]
    return len(here) + int(line.indent // 6) + 1 + len(first) > width - slack


def _opens_head(there: str) -> bool:
    """Return whether a line behind a whole sentence is a heading, or opens with one.

    >>> _opens_head("HEDGES: The clerk had asked"), _opens_head("Two firms: Holt and")
    (True, False)
    """
    return bool(_HEADING.fullmatch(there) or _RUN_HEAD.match(there))


def _is_whole(here: str) -> bool:
    """Return whether a line ends a sentence.

    >>> _is_whole("The gate was painted."), _is_whole("It was moved by Cllr.")
    (True, False)
    """
    return here.endswith(_ENDS) and not _ABBREVIATED.search(here[-8:])
