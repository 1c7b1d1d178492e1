"""Reads the one item that a report to a meeting stands under: its title and number."""

from __future__ import annotations

import re

from minutebook.grammar.paragraphs import Paragraph, find_paragraphs
from minutebook.records import Item, SourceDocument

_TITLE_LABEL = re.compile(
    r"(?:report\s+)?(?:title|subject)(?:\s+of\s+report)?\s*:?\s*$", re.IGNORECASE
)
_TITLE_INLINE = re.compile(
    r"(?:report\s+)?(?:title|subject)(?:\s+of\s+report)?\s*:\s*(?=\S)", re.IGNORECASE
)
_NUMBER = re.compile(
    r"\bagenda\s+item(?:\s+no\.?)?\s*[:.]?\s*(?P<number>\d{1,3}[a-z]?)\b", re.IGNORECASE
)
# what may stand above a report's title: whose it is, what it is, when
_NOT_TITLE = re.compile(
    r"""^(?: (?:report|agenda|date|to|from|meeting|part|ward|author|contact|portfolio
        |item
      |cabinet|public|open|confidential|appendix|page)\b
      | (?! [^:]{3,40}\s(?:of|for)\sthe\s ) .{0,60}
        \b(?:council|committee|board|authority|partnership|trust|cabinet)\s*$
      | .{0,20}\b\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]+\s+\d{4}\s*$ )""",
    re.VERBOSE | re.IGNORECASE,
)
_HEAD = 12  # paragraphs in which the title stands


def find_report_item(source: SourceDocument) -> tuple[Item, ...]:
    """Return the item that a report is about; nothing where no title is found."""
    text = source.text
    head = find_paragraphs(source)[:_HEAD]
    found = _labelled(text, head) or _first(text, head)
    if found is None:
        return ()
    start, end = found
    number = _NUMBER.search(text, 0, head[-1].end)
    return (
        Item(
            number=number["number"] if number else None,
            title=" ".join(text[start:end].split()),
            start=start,
            title_start=start,
            title_end=end,
            body_start=end,
            end=len(text),
            rule="item-report-title",
        ),
    )


def _labelled(text: str, head: tuple[Paragraph, ...]) -> tuple[int, int] | None:
    """Return the words behind "Title:", in the same paragraph or the next."""
    for at, paragraph in enumerate(head):
        words = text[paragraph.start : paragraph.end]
        if _TITLE_LABEL.fullmatch(words) and at + 1 < len(head):
            return head[at + 1].start, head[at + 1].end
        inline = _TITLE_INLINE.match(words)
        if inline:
            return paragraph.start + inline.end(), paragraph.end
    return None


def _first(text: str, head: tuple[Paragraph, ...]) -> tuple[int, int] | None:
    """Return the first short line that is no label, date or name of a body."""
    for paragraph in head:
        words = text[paragraph.start : paragraph.end]
        if len(words.split()) <= 20 and not _NOT_TITLE.match(words):
            return paragraph.start, paragraph.end
    return None
