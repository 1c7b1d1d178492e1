"""Tells what the cells of a table hold: tasks, or a title above its text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutebook.grammar.actionheads import is_owner_head
from minutebook.grammar.listnames import evidence
from minutebook.grammar.names import parse_name
from minutebook.grammar.paragraphs import Paragraph
from minutebook.records import SourceDocument

_MOST_CELLS = 15  # of a row
_TOLD = 60  # characters of a text: longer than the post that stands below a name


def heads_cell(text: str, paragraphs: list[Paragraph], index: int) -> bool:
    """Say whether bold words above the text of a cell are its title, and no person.

    "Mill Lane" looks like a name; but what follows in its cell tells of no one's post.
    """
    above, below = paragraphs[index], paragraphs[index + 1 : index + 2]
    if not above.first.bold or not below or below[0].first.bold:
        return False
    first, line = above.first, below[0].first
    if (line.page, line.row, line.column) != (first.page, first.row, first.column):
        return False
    told = text[below[0].start : below[0].end]
    if len(told) < _TOLD and told[-1] not in ".:;":
        return False
    name = parse_name(text[above.start : above.end])
    return name is None or not evidence(name)


def heads_part_of_cell(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Say whether bold words open a text below others in a cell: "(a) Roof. It"."""
    line, above = paragraphs[index].first, paragraphs[index - 1].first
    leads = line.bold_to > 0 and not line.bold
    return leads and (line.page, line.row, line.column) == (
        above.page,
        above.row,
        above.column,
    )


def divides_cell(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Say whether a line in bold divides a cell: it is neither its first nor its last.

    "4. | Decisions" may hold "1. Pay policy", with words below, and "2. Reserves".
    """
    if not (0 < index < len(paragraphs) - 1 and paragraphs[index].first.bold):
        return False
    cells = {
        (x.first.page, x.first.row, x.first.column)
        for x in paragraphs[index - 1 : index + 2]
    }
    return len(cells) == 1


# "(a) Roof. The surveyor ...", "b) Hens – ...": what a cell may have as its parts
_LETTER = re.compile(r"\(?[a-z]\)\s{1,8}(?=[A-Z\d])")
_SHORT = re.compile(r"[A-Z][\w’'&-]{2,20}(?:\s[\w’'&-]{2,20}){0,4}\.\s{1,4}[A-Z\d(]")


def leads_cell(text: str, paragraph: Paragraph) -> bool:
    """Say whether a letter and a heading open a paragraph in a cell.

    The heading is in bold, or short and ends with a stop.
    """
    letter = _LETTER.match(text, paragraph.start, paragraph.end)
    if letter is None:
        return False
    bold = letter.end() < paragraph.first.bold_to < paragraph.end
    return bold or _SHORT.match(text, letter.end(), paragraph.end) is not None


def heads_margin(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Say whether a line heads a margin at the right: what follows begins far left."""
    here = paragraphs[index].first
    below = paragraphs[index + 1 : index + 2]
    far = bool(below) and here.indent > below[0].first.indent + _MARGIN
    return far and below[0].first.page == here.page


_MARGIN = 200.0  # points


# £61,000 | (1,204.50) | 12.5% | 4,210 | 2018/19; no bare "3": a paper may have it
_FIGURE = re.compile(
    r"[(+-]?\s?(?:[£€$]\s?\d[\d,]{0,12}(?:\.\d{1,2})?\s?[mk]?|\d{1,3}(?:,\d{3}){1,4}"
    r"(?:\.\d{1,2})?|\d{1,7}\.\d{2}|\d{1,3}(?:\.\d{1,2})?\s?%"
    r"|(?:19|20)\d\d(?:[/–-]\d{2,4})?)\)?"
)
_EMPTY = re.compile(r"[-–—]|[Nn]il|0")


def names_figures(text: str, paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Say whether the rest of a cell's row holds figures only: it says of what."""
    first = paragraphs[index].first
    beside = []
    for paragraph in paragraphs[index + 1 : index + _MOST_CELLS]:
        line = paragraph.first
        if (line.page, line.row, line.table) != (first.page, first.row, first.table):
            break
        beside.append(" ".join(text[paragraph.start : paragraph.end].split()))
    figures = [x for x in beside if not _EMPTY.fullmatch(x)]
    return bool(figures) and all(map(_FIGURE.fullmatch, figures))


def find_task_tables(source: SourceDocument) -> frozenset[int]:
    """Return the tables that list who is to do what, by the heads of their columns."""
    heads: dict[int, tuple[int, list[str]]] = {}
    for line in source.lines:
        if line.table is None:
            continue
        row, words = heads.setdefault(line.table, (line.row, []))
        if row == line.row:
            words.append(" ".join(source.text[line.start : line.end].split()))
    return frozenset(
        table
        for table, (_, words) in heads.items()
        if any(map(is_owner_head, words))
        and any(_STATE.fullmatch(x) for x in words)
        and not any(_MATTER.search(x) for x in words)
    )


# the heads of the columns of a list of actions, and of one that holds the minutes
_STATE = re.compile(
    r"status|(?:by\s)?when|due(?:\s(?:by|date))?|deadline|progress|completed?|target.{0,12}"
    r"|time\s?(?:scale|frame|line)|update.{0,12}|outcome|done\??",
    re.IGNORECASE,
)
_MATTER = re.compile(
    r"discuss|notes|minutes?\b|agenda|topic|subject|decision|summary", re.IGNORECASE
)
