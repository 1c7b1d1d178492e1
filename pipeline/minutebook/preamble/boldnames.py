"""Parts names set in bold from what stands behind them: "**Ada Bell** Holt Trust"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from minutebook.grammar.names import parse_name
from minutebook.records import Line, SourceDocument

_REACH = 8000  # characters: lists stand at the front
_LEAST = 3  # lines that are set so: one may be a heading
_LONGEST = 160  # characters of a line that is no prose


def part_bold_names(source: SourceDocument) -> SourceDocument:
    """Return a document of the same length in which a comma ends each bold name.

    A list that sets names in bold needs no other sign between name and post.
    """
    text = source.text
    ends = [x.bold_to for x in source.lines if x.bold_to and _is_entry(text, x)]
    below = [
        x.end for x, y in pairwise(source.lines) if x.bold and _leads_cell(text, x, y)
    ]
    ends = sorted({*ends, *below})
    if len(ends) < _LEAST:
        return source
    pieces, at = [], 0
    for end in ends:
        pieces += [text[at:end], ","]
        at = end + 1
    return replace(source, text="".join([*pieces, text[at:]]))


def _is_entry(text: str, line: Line) -> bool:
    """Tell whether a line is a name in bold, a blank, and words that begin large."""
    if line.start > _REACH or line.end - line.start > _LONGEST:
        return False
    behind = text[line.bold_to : line.end]
    if behind[:1] != " " or not behind.lstrip()[:1].isupper() or behind[-1:] == ".":
        return False
    return _is_full_name(text[line.start : line.bold_to])


def _leads_cell(text: str, line: Line, below: Line) -> bool:
    """Tell whether a bold line is a name and a plain one follows it in its cell."""
    if line.table is None or below.bold or line.start > _REACH:
        return False
    cell = (line.table, line.row, line.column)
    if cell != (below.table, below.row, below.column) or below.start != line.end + 1:
        return False
    return text[below.start].isupper() and _is_full_name(text[line.start : line.end])


def _is_full_name(words: str) -> bool:
    name = parse_name(words.strip(" •*-\t"))
    return name is not None and bool(name.given and name.surname)
