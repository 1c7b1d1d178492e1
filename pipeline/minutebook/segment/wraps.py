"""Finds where a heading ends that its width has broken over several lines."""

from __future__ import annotations

import re

from minutebook.grammar.names import is_name
from minutebook.grammar.paragraphs import Paragraph
from minutebook.segment.numbers import read_numbers
from minutebook.segment.titles import (
    heads_no_item,
    is_sentence,
    standing_kind,
    title_weight,
)

_MOST = 12  # further lines of one heading
_SHORT = 60  # characters of each line of a title that stands in two
_LONGEST = 120  # characters of a further line
_LONGEST_BROKEN = 90  # characters of each line of a heading that a narrow width broke
_LONG_FIRST = 30  # characters of the first line of a heading that was broken
_MOST_IN_BLOCK = 4  # further lines of it
_LEAST_LINE = 1.0  # weight of a further line in plain type: its words have capitals
_LONGEST_SMALL = 4  # letters of a word that a title may have in small letters: "from"
_LONGEST_MARK = 5  # characters of "(a)", "(iv)", "(12)"
_GAP = 0.6  # of the height of a line: no paragraph begins below it
# what no heading ends with: "MEMBERSHIP OF THE BOARD AND"
_OPEN = re.compile(
    r"(?:\b(?:and|of|the|for|to|in|on|at|by|with|from|a|an|or)|[-–—&/,(])$", re.I
)
# what none begins with: "and action tracker", "(Appendix A)", "2021/22"
_GOES_ON = re.compile(r"[a-z(&–—-]|(?:AND|OF|FOR|TO|IN|ON|BY|WITH|OR)\b|\d{4}\b")

# what heads a part of an item: "COUNCIL DECISION", "OFFICER RECOMMENDATION"
_LABEL = re.compile(
    r"(?:\w{1,30}(?:['’]s?)?\s){0,2}(?:decisions?|recommendations?|resolutions?|resolved|motion"
    r"|moved|background|discussion|comment|report)\b(?:.{0,12}|\s?[/&]\s?.{0,40})$"
    r"|[a-z]{3,12}ed\b.{0,30}:$",  # "REPORTED:", "RECOMMENDED TO SENATE:"
    re.I,
)


def find_wrap(text: str, paragraphs: list[Paragraph], index: int, hung: bool) -> int:
    """Return the index of the paragraph in which a heading ends.

    `hung`: its number stands alone on the line above, and marked lines below belong
    to it one and all.
    """
    last = index + (hung and _is_two_lines(text, paragraphs[index : index + 3]))
    while last + 1 < len(paragraphs) and last - index < _MOST:
        if not _continues(text, paragraphs[last], paragraphs[last + 1], hung):
            break
        last += 1
    return last if last > index else block_end(text, paragraphs, index)


def block_end(text: str, paragraphs: list[Paragraph], index: int) -> int:
    """Return the index of the last line of a long heading that stands apart as a block.

    "6. Report of the Working Party on the" / "Future of the Ford", no line near them.
    """
    first = _words(text, paragraphs[index])
    if len(first) < _LONG_FIRST and not _OPEN.search(first):
        return index
    if first[-1] in '.:;?!”"' or paragraphs[index].first.heading:
        return index
    last = index
    while last + 1 < len(paragraphs) and last - index < _MOST_IN_BLOCK:
        below = paragraphs[last + 1]
        if not _is_near(paragraphs[last], below):
            return last
        if not _is_of_block(text, paragraphs[index], below):
            parted = paragraphs[index].first.bold and not below.first.bold
            return last if parted else index
        last += 1
    return index if last - index >= _MOST_IN_BLOCK else last


def _is_of_block(text: str, first: Paragraph, below: Paragraph) -> bool:
    """Say whether a line is a further one of a heading: marked as it is, no text."""
    words, line = _words(text, below), below.first
    if len(below.lines) > 1 or len(words) > _LONGEST_BROKEN:
        return False
    if _is_beside(first, below):
        return False
    if line.heading or line.bold != first.first.bold or line.bold_to:
        return False
    if words[-1] in '.:;,?!”"' or standing_kind(words) or heads_no_item(words):
        return False
    if _LABEL.match(words) or read_numbers(text, below.start, line.end):
        return False
    if text[first.start : first.end].isupper():
        return words.isupper()
    long = [x for x in words.split() if len(x) > _LONGEST_SMALL]
    if len(long) > 1 and all(x[0].isupper() for x in long):
        return True  # "Not Dealt With Elsewhere on This Agenda"
    plain = not line.bold and not words[0].islower()
    return not (is_sentence(words) or (plain and title_weight(words) < _LEAST_LINE))


def _is_beside(above: Paragraph, below: Paragraph) -> bool:
    """Say whether a line stands in another column than the heading above, or a cell."""
    column = below.first.column
    return column > 0 and (
        column != above.first.column or below.first.table is not None
    )


def _is_two_lines(text: str, below: list[Paragraph]) -> bool:
    """Say whether two short plain lines under a number are its title: who, and what.

    "5." / "Roads Department" / "Winter Service Plan", and a full paragraph under them.
    """
    if len(below) < 3 or any(x.first.bold or x.first.heading for x in below[:2]):
        return False
    first, second, body = (_words(text, x) for x in below)
    if len(first) > _SHORT or len(second) > _SHORT or len(body) < _SHORT:
        return False
    if any(
        x[-1] in ".:;,)" or standing_kind(x) or heads_no_item(x)
        for x in (first, second)
    ):
        return False
    if title_weight(first) < 1.1 or title_weight(second) < 1.1:
        return False
    start, end = below[1].start, below[1].lines[0].end
    return not (read_numbers(text, start, end) or is_name(second))


def capitals_end(text: str, paragraphs: list[Paragraph], index: int) -> int:
    """Return where a heading in capitals ends in the paragraph below; 0 if not there.

    Its last lines and the text under them were taken for one paragraph.
    """
    above = text[paragraphs[index].start : paragraphs[index].end]
    if index + 1 >= len(paragraphs) or not above.isupper():
        return 0
    below = paragraphs[index + 1]
    if not _is_next(paragraphs[index], below) or below.first.column > 0:
        return 0
    if read_numbers(text, below.start, below.lines[0].end) or _LABEL.match(
        text, below.start, below.lines[0].end
    ):
        return 0
    end = 0
    for line in below.lines[:_MOST]:
        words = text[line.start : line.end]
        if not words.isupper() or standing_kind(words) or heads_no_item(words):
            break
        end = line.end
    return end


def _continues(text: str, above: Paragraph, below: Paragraph, hung: bool) -> bool:
    """Say whether a marked line goes on with the heading above it."""
    words, before = _words(text, below), _words(text, above)
    if len(words) > _LONGEST or not words or _is_beside(above, below):
        return False
    if _is_bracketed(words) and _is_next(above, below):
        return before[-1] not in ".:;"  # "Taking roads in charge" / "(Elm Park)"
    if _breaks_off(above, below, before, words):
        return True
    if not _alike(above, below, before, words) or words[-1] in '.;:”"':
        return False
    if (
        words[0] in "“\"'‘•·●▪"
        or _LABEL.match(words)
        or is_sentence(words)
        or heads_no_item(words)
    ):
        return False
    if read_numbers(text, below.start, below.lines[0].end) and not words[:4].isdigit():
        return False
    if _OPEN.search(before) or _GOES_ON.match(words):
        return True
    if standing_kind(words) or standing_kind(before):
        return False
    return hung or (before.isupper() and words.isupper() and _is_next(above, below))


def _breaks_off(above: Paragraph, below: Paragraph, before: str, words: str) -> bool:
    """Say whether a heading breaks off and goes on right below in small letters.

    "6. Report of the working party" / "on the future of the ford".
    """
    if not words[0].islower() or words[1:2] in ".)" or before[-1] in '.:;?!”"':
        return False
    if above.first.heading or below.first.heading or not _is_near(above, below):
        return False
    short = len(before) < _LONGEST_BROKEN and len(words) < _LONGEST_BROKEN
    return short and above.first.bold == below.first.bold


def _is_near(above: Paragraph, below: Paragraph) -> bool:
    """Say whether a line stands right under another, no wider than lines stand."""
    one, other = above.lines[-1], below.first
    if one.box is None or other.box is None:
        return _is_next(above, below)
    height = one.box.bottom - one.box.top
    return one.page == other.page and other.box.top - one.box.bottom < _GAP * height


def _is_bracketed(words: str) -> bool:
    """Say whether one pair of brackets holds all the words: "(Elm Park)", not "(a)"."""
    return (
        len(words) > _LONGEST_MARK
        and words[0] == "("
        and words.find(")") == len(words.rstrip(" .")) - 1
    )


def _words(text: str, paragraph: Paragraph) -> str:
    return text[paragraph.start : paragraph.end].strip()


def _alike(above: Paragraph, below: Paragraph, one: str, other: str) -> bool:
    """Say whether two lines are marked the same way: bold, a heading, in capitals."""
    first, second = above.lines[-1], below.first
    if first.heading or second.heading:
        return first.heading == second.heading and first.heading is not None
    if first.bold or second.bold:
        return first.bold and all(x.bold for x in below.lines) and not second.bold_to
    return one.isupper() and other.isupper()


def _is_next(above: Paragraph, below: Paragraph) -> bool:
    return below.first.row - above.lines[-1].row == 1
