"""Finds the items of minutes that have no headings, by the agenda beside them."""

from __future__ import annotations

import re

from minutebook.grammar.paragraphs import Paragraph, find_paragraphs
from minutebook.records import Item, SourceDocument
from minutebook.segment.numbers import read_numbers
from minutebook.segment.titles import is_sentence

_LEAST, _MOST = 2, 40  # entries of an agenda
_LONGEST = 200  # characters of an entry
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
