"""Finds the titles in a table that holds the minutes, a row an item.

"Item | Discussion | Action": the head of the table says which column names the items,
so that every cell of it is a whole title, however it looks.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from minutebook.grammar.paragraphs import Paragraph
from minutebook.records import SourceDocument
from minutebook.segment.candidates import Candidate
from minutebook.segment.cells import find_task_tables, names_figures
from minutebook.segment.cutting import trim
from minutebook.segment.families import in_order
from minutebook.segment.numbers import read_numbers
from minutebook.segment.titles import heads_no_item, standing_kind

_LEAST_ROWS = 3  # items of such a table: with fewer it may list anything
_LEAST_SHARE = 0.4  # of the words of a document: less is no table of its minutes
_LONGEST = 160  # characters of a title: a longer cell tells something

# what stands at the head of the column of titles, and of the one that holds the text
_TITLES = re.compile(
    r"(?:agenda\s)?items?(?:\sof\s(?:the\s)?(?:agenda|business))?"
    r"|(?:item\s|agenda\s)?(?:titles?|headings?|subjects?|topics?|matters?|business)"
    r"|(?:agenda|issues?|business)(?:\s?/\s?\w{3,12})?|subject\smatter|description"
    r"|matters?\s(?:discussed|considered)",
    re.IGNORECASE,
)
_TEXTS = re.compile(
    r"minutes?|(?:key\s|main\s)?(?:discussions?|notes?|points?|comments?|summary|details?)"
    r"(?:\s(?:of\s|and\s|&\s|/\s?)?(?:the\s)?[a-z]{3,12}){0,3}|proceedings|narrative"
    r"|record|minutes?\s(?:and|&|/|of)\s?[a-z ]{3,24}",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\(?cont(?:\.|inued|['’]?d)?\)?\.?", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{2}")

_Row = dict[int, list[int]]  # of each column the paragraphs, by their index


@dataclass(frozen=True, slots=True)
class _Table:
    """A table whose head names its columns: which holds titles, which the text."""

    title: int
    text: int
    words: tuple[str, ...]
    width: int


def name_items(
    source: SourceDocument, paragraphs: Sequence[Paragraph], chosen: list[Candidate]
) -> list[Candidate]:
    """Return the headings with those that the head of a table makes titles."""
    cells = _title_cells(source, paragraphs)
    if not cells:
        return chosen
    text = source.text
    at = {x.index: x for x in chosen}
    numbered = any(x.number and x.index in cells for x in chosen)
    found = dict(at)
    for index, beside in cells.items():
        end = _cell_end(text, paragraphs, index)
        held = [i for i in beside if i in at and (i <= index or at[i].number)]
        for i in beside:
            if i > index and i not in held and paragraphs[i].end <= end:
                found.pop(i, None)  # the title goes on there
        for i in held:  # the number may stand in a column of its own
            found[i] = _whole(text, paragraphs[index].start, end, at[i])
        column = paragraphs[index].first.column
        alone = not held and all(paragraphs[i].first.column == column for i in beside)
        added = _title(text, paragraphs, index, end, numbered) if alone else None
        if added:
            found[index] = added
    return in_order(list(found.values()))


def _cell_end(text: str, paragraphs: Sequence[Paragraph], index: int) -> int:
    """Return where the title of a cell ends: in narrow columns of print it may wrap."""
    first, end = paragraphs[index].first, paragraphs[index].end
    for x in paragraphs[index + 1 : index + 6]:
        wraps = first.bold or text[x.start].islower()
        if first.box is None or not wraps or _place(x) != _place(paragraphs[index]):
            break
        if x.end - paragraphs[index].start > _LONGEST:
            break
        end = x.end
    return end


def _place(paragraph: Paragraph) -> tuple[int | None, int, int, bool]:
    line = paragraph.first
    return line.table, line.row, line.column, line.bold


def _title_cells(
    source: SourceDocument, paragraphs: Sequence[Paragraph]
) -> dict[int, list[int]]:
    """Return the paragraphs that are titles, each with those that open its row."""
    text = source.text
    tables: dict[int, dict[int, _Row]] = {}
    for index, x in enumerate(paragraphs):
        if x.first.table is not None:
            rows = tables.setdefault(x.first.table, defaultdict(dict))
            rows[x.first.row].setdefault(x.first.column, []).append(index)
    cells: dict[int, list[int]] = {}
    held, words = 0, sum(x.end - x.start for x in paragraphs)
    tasks = find_task_tables(source) if tables else frozenset()
    last: _Table | None = None
    for number, rows in tables.items():
        head = None if number in tasks else _head(text, paragraphs, rows)
        last = head or (last if last and _widest(rows) == last.width else None)
        if last is None or number in tasks:
            continue
        for row in rows.values():
            held += sum(
                paragraphs[i].end - paragraphs[i].start for c in row.values() for i in c
            )
        cells.update(_titles(text, paragraphs, rows, last))
    if len(cells) < _LEAST_ROWS or held < _LEAST_SHARE * words:
        return {}
    return cells


def _head(
    text: str, paragraphs: Sequence[Paragraph], rows: dict[int, _Row]
) -> _Table | None:
    """Return which columns the first row names as that of titles and of the text."""
    first = next((x for x in rows.values() if len(x) > 1), {})
    words = {c: _words(text, paragraphs, first[c]) for c in sorted(first)}
    title = next((c for c, x in words.items() if _TITLES.fullmatch(x)), None)
    if title is None:
        return None
    told = next((c for c, x in words.items() if c > title and _TEXTS.fullmatch(x)), -1)
    if told < 0:
        return None
    return _Table(title, told, tuple(words.values()), _widest(rows))


def _titles(
    text: str, paragraphs: Sequence[Paragraph], rows: dict[int, _Row], table: _Table
) -> Iterator[tuple[int, list[int]]]:
    page = 0
    for row in rows.values():
        cell, told = row.get(table.title, []), row.get(table.text, [])
        if not cell or not told or names_figures(text, paragraphs, cell[0]):
            continue
        first = paragraphs[told[0]]
        turned, page = first.first.page != page > 0, first.first.page
        if turned and text[first.start].islower():
            continue  # the row goes on from the page before
        words = tuple(_words(text, paragraphs, row[c]) for c in sorted(row))
        if words == table.words:
            continue
        title = _words(text, paragraphs, cell[:1])
        if _WORD.search(title) and not _GOES_ON.fullmatch(title):
            yield (
                cell[0],
                [i for c, x in row.items() if c <= table.title for i in x],
            )


def _whole(text: str, begin: int, end: int, x: Candidate) -> Candidate:
    """Return a heading with the rest of its cell: "Licences: the Mill, 4 Quay Lane"."""
    start, last = trim(text, x.title_start, end)
    if start < begin:  # words of another cell
        return x
    if last <= x.title_end or last - start > _LONGEST:
        return x
    return replace(x, title_end=last, body_start=end, alone=True)


def _title(
    text: str, paragraphs: Sequence[Paragraph], index: int, end: int, numbered: bool
) -> Candidate | None:
    """Return the heading that a cell is, None where it can be none."""
    paragraph = paragraphs[index]
    numbers = read_numbers(text, paragraph.start, paragraph.lines[0].end)
    number = numbers[0] if numbered and numbers else None
    begin = number.end if number else paragraph.start
    start, last = trim(text, begin, end)
    title = " ".join(text[start:last].split())
    standing = standing_kind(title)
    if not title or len(title) > _LONGEST or (heads_no_item(title) and not standing):
        return None
    if title[0].islower():  # words that go on from the page before
        return None
    return Candidate(
        start=paragraph.start,
        number=number,
        title_start=start,
        title_end=last,
        body_start=end,
        weight=1.0,
        style="cell",
        alone=True,
        standing=standing,
        index=index,
    )


def _words(text: str, paragraphs: Sequence[Paragraph], cell: list[int]) -> str:
    return " ".join(
        " ".join(text[paragraphs[i].start : paragraphs[i].end] for i in cell).split()
    ).strip(" :*")


def _widest(rows: dict[int, _Row]) -> int:
    return max((max(x) for x in rows.values()), default=0)
