"""Finds the items of minutes that have no headings, by the agenda beside them."""

from __future__ import annotations

import re

from minutebook.grammar.paragraphs import Paragraph, find_paragraphs
from minutebook.records import Item, SourceDocument
from minutebook.segment.numbers import read_numbers
from minutebook.segment.titles import is_sentence

_LEAST, _MOST = 2, 40  # entries of an agenda
_LONGEST = 200  # characters of an entry
# what heads the two halves of a page that holds an agenda first
_AGENDA = re.compile(r"(?:the\s|meeting\s)?agenda(?:\sitems)?")
_MINUTES = re.compile(r"(?:the\s|meeting\s)?(?:minutes|notes)(?:\sof\sthe\smeeting)?")
_LONGEST_HALF = 24  # characters of them
_LONGEST_LINE = 60  # characters of an entry that are looked at
_BULLET = re.compile(r"[•●▪◦○*–-]\s{1,4}")


def find_agenda_items(source: SourceDocument) -> tuple[Item, ...]:
    """Return the entries of the agenda as items, none of them with text of its own."""
    paragraphs = find_paragraphs(source)
    for index, paragraph in enumerate(paragraphs):
        words = source.text[paragraph.start : paragraph.end]
        if len(words) < 20 and words.strip(" :*#").lower() == "agenda":
            found = _entries(source.text, paragraphs[index + 1 : index + 2 + _MOST])
            return found if len(found) >= _LEAST else ()
    return ()


def _entries(text: str, below: tuple[Paragraph, ...]) -> tuple[Item, ...]:
    """Return the entries of the list that comes first, a line over it left out."""
    found: list[Item] = []
    for place, paragraph in enumerate(below):
        item = _read_entry(text, paragraph)
        if item:
            found.append(item)
        elif found or place > 0:
            break
    return tuple(found)


def _read_entry(text: str, paragraph: Paragraph) -> Item | None:
    start, end = paragraph.start, paragraph.end
    bullet = _BULLET.match(text, start, end)
    numbers = () if bullet else read_numbers(text, start, end)
    if not (bullet or numbers) or end - start > _LONGEST:
        return None
    begin = bullet.end() if bullet else numbers[0].end
    while end > begin and text[end - 1] in " .;:":
        end -= 1
    if begin >= end or is_sentence(text[begin:end]):
        return None
    return Item(
        number=numbers[0].text if numbers else None,
        title=" ".join(text[begin:end].split()),
        start=start,
        title_start=begin,
        title_end=end,
        body_start=end,
        end=paragraph.end,
        level=1,
        rule="item-agenda",
    )


def find_agenda(text: str, paragraphs: list[Paragraph]) -> range:
    """Return where an agenda stands that the minutes follow; an empty range if none.

    Two headings of one level say so: "Agenda", and further down "Minutes"; or the
    headings further down say again what it lists.
    """
    at = None
    for index, x in enumerate(paragraphs):
        if x.end - x.start > _LONGEST_HALF:
            continue
        words = text[x.start : x.end].strip(" :*").lower()
        if at is None and _AGENDA.fullmatch(words):
            at = index
            if not x.first.heading:
                return _listed_again(text, paragraphs[at:])
        alike = at is not None and paragraphs[at].first.heading == x.first.heading
        if at is not None and alike and _MINUTES.fullmatch(words):
            return range(paragraphs[at].end, x.start)
    return range(0) if at is None else _said_again(text, paragraphs[at:])


def _said_again(text: str, paragraphs: list[Paragraph]) -> range:
    """Return where an agenda and its list stand if headings below repeat its entries.

    `paragraphs` begin with its own heading.
    """
    close = next(
        (i for i, x in enumerate(paragraphs) if i and x.first.heading), len(paragraphs)
    )
    told = {_bare(text, x) for x in paragraphs[close:] if x.first.heading}
    listed = [_bare(text, x) in told for x in paragraphs[1:close]]
    if len(listed) < _LEAST or 2 * sum(listed) <= len(listed):
        return range(0)
    return range(paragraphs[0].start, paragraphs[close].start)


def _listed_again(text: str, paragraphs: list[Paragraph]) -> range:
    """Return where an agenda and its list stand if the same numbers come again below.

    `paragraphs` begin with its own heading, which is a line like any other.
    """
    lines = [text[x.start : x.end].lower() for x in paragraphs]
    first = lines[1] if len(lines) > 1 and lines[1][0].isdigit() else "\n"
    close = next((i for i, x in enumerate(lines) if i > 1 and x.startswith(first)), 0)
    listed, below = lines[1:close], lines[close:]
    again = sum(any(y.startswith(x) for y in below) for x in listed)
    if len(listed) < _LEAST or 2 * again <= len(listed):
        return range(0)
    return range(paragraphs[0].start, paragraphs[close].start)


def _bare(text: str, x: Paragraph) -> str:
    """Return the words of a line in small letters, without its number or bullet."""
    return (
        text[x.start : x.end][:_LONGEST_LINE].lower().strip(" \t\n.:)(•*-–0123456789")
    )
