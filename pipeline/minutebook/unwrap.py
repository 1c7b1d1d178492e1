"""Joins the visual lines of a paragraph: the same text, offset for offset."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from minutebook.records import Line, SourceDocument
from minutebook.segment.unflat import break_flat

# what ends no entry of a list: Harry | Mr D. | Ada Penrose,
_OPEN_END = re.compile(r"(?:[^\W\d_]|,|\b[A-Z]\.|\b(?:Cllr|Mr|Mrs|Ms|Dr)\.)$")


# "Apologies: Ada Penrose": a label opens a list of its own
_LABEL = re.compile(r"[A-Z][^:,;()\n]{2,40}:(?:\s|-|$)")

# "Ada Penrose (AP) -", "T. Holt, Clerk": one entry of a list that has them on lines
_ENTRY = re.compile(
    r"(?:[A-Z][\w’'-]{0,20}\.?\s){1,3}[A-Z][\w’'-]{1,20}\s{0,3}(?:[,(]|[-–—:]\s)"
)
# what ends such a line, and breaks inside no name: "Adult Care", "CCG"
_WHOLE = re.compile(
    r"(?!(?:Cllr|Mr|Mrs|Ms|Miss|Dr|Rev)\b)\w.{0,80}\s\w.{0,80}|[A-Z]{2,8}"
)


def unwrap(source: SourceDocument) -> SourceDocument:
    """Return the document with each paragraph on one line, and one on each line.

    PDF keeps visual lines, DOCX and HTML keep paragraphs, and a copied page may keep
    no line at all: behind this the stages see them alike. Only line ends become blanks,
    or blanks line ends, so that every offset stays what it was.
    """
    return break_flat(_join_wrapped(source))


def _join_wrapped(source: SourceDocument) -> SourceDocument:
    """Return the document with each paragraph of a page on one line.

    A line that shares its row with another column keeps it.
    """
    if not any(x.wraps for x in source.lines):
        return source
    beside = Counter((x.page, x.row) for x in source.lines)
    text, past = source.text, 0
    parts: list[str] = []  # the text so far, its joined line ends as blanks
    lines: list[Line] = []
    for line in source.lines:
        alone = beside[line.page, line.row] == 1
        if lines and alone and _joins(text, lines[-1], line):
            end = lines[-1].end
            parts += (text[past:end], " " * (line.start - end))
            past = line.start
            lines[-1] = _join(lines[-1], line)
        else:
            lines.append(line)
    if not parts:
        return source
    return replace(source, text="".join((*parts, text[past:])), lines=tuple(lines))


def _joins(text: str, before: Line, after: Line) -> bool:
    """Tell whether a paragraph goes on in a line, as its place on the page says."""
    if not before.wraps:
        return False
    if before.furniture or after.furniture or before.struck or after.struck:
        return False
    gap = text[before.end : after.start]
    if before.box is None:
        here, there = (
            text[before.last_start : before.end],
            text[after.start : after.end],
        )
        if gap.strip(" ") not in ("\n", "\n\n") or not _is_list(here, there):
            return False
    elif gap != "\n":
        return False
    return (before.page, before.table, before.column) == (
        after.page,
        after.table,
        after.column,
    )


def _is_list(here: str, there: str) -> bool:
    """Return whether a line of text without a page is a list broken inside a name.

    Where lines have no place on a page, their length alone says that they wrap.

    >>> _is_list("Ada Penrose (AP), Jo Marsh (JM), Harry", "Vane (HV)")
    True
    >>> _is_list("Cllrs. A. Bell, T. Ashby, D.", "Roe.")
    True
    >>> _is_list("Present: Ada Penrose, Tom Ashby, Jo Marsh", "In attendance:")
    False
    >>> _is_list("Present: Ada Penrose, Tom Ashby, Jo Marsh", "Apologies: Al Roe")
    False
    >>> _is_list("Jo Marsh, Head of Service, Adult Care", "Al Roe, Clerk, Holt Council")
    False
    """
    if there.endswith((":", ":-", ":–", ":—")) or there.isupper():
        return False
    if _LABEL.match(there):
        return False
    if _ENTRY.match(there) and _WHOLE.fullmatch(here.rpartition(",")[2].strip()):
        return False
    return here.count(",") > 1 and _OPEN_END.search(here[-12:]) is not None


def _join(before: Line, after: Line) -> Line:
    """Return two lines as one; it is bold as far as its bold words lead."""
    partly = before.bold and not after.bold
    return replace(
        before,
        end=after.end,
        wraps=after.wraps,
        last=after.start,
        bold=before.bold and after.bold,
        bold_to=before.end if partly else before.bold_to,
    )
