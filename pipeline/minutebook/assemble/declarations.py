"""Finds the declarations of interest: who declared what, in which item."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from minutebook.assemble.owners import Owners
from minutebook.grammar.names import find_names, strip_titles
from minutebook.grammar.paragraphs import find_paragraphs, read_sentences
from minutebook.records import (
    Attendee,
    Declaration,
    Mentions,
    Sections,
    SourceDocument,
)

# "Cllr Penrose declared a personal interest in item 6", "TH: non-pecuniary, item 4"
_DECLARED = re.compile(
    r"""\b(?: (?:declared|disclosed|registered)\s+(?:that\s+\w+\s+had\s+)?
        (?:an?|his|her|their|the|no)?\s*(?:\w+[,-]?\s+){0,4}(?:interests?|conflicts?)\b
      | declar(?:ed|ation)\b[^.]{0,40}\binterests?\b
      | (?:pecuniary|prejudicial|personal|non-pecuniary|disclosable)\s+interest )""",
    re.VERBOSE | re.IGNORECASE,
)
_NONE = re.compile(
    r"\b(?:no|none|nil)\b[^.]{0,60}(?:interests?|declar|conflicts?)?|\bnone\b|\bnil\b|"
    r"were\s+(?:asked|reminded|invited)|\bto\s+(?:declare|receive|note)\b"
    r"|must\s+(?:state|declare)",
    re.IGNORECASE,
)
_INTERESTS = re.compile(
    r"\b(?:declarations?|disclosures?|registers?|conflicts?)\b[^.]{0,30}\binterests?\b",
    re.IGNORECASE,
)
_LEADING_NAME = re.compile(
    r"\W{0,12}(?:(?:Councillor|Cllr|Cr|Mr|Mrs|Ms|Dr"
    r"|Member)s?\.?\s+){0,4}[A-Z][\w’'.-]*(?:\s+[A-Z][\w’'.-]*){0,3}"
)


def find_declarations(
    source: SourceDocument,
    sections: Sections,
    attendance: tuple[Attendee, ...],
    mentions: Mentions,
) -> tuple[Declaration, ...]:
    """Return the interests declared, in the order of the text; "none" is no row."""
    if sections.kind in ("agenda", "report"):
        return ()
    text = source.text
    owners = Owners(attendance, mentions)
    starts = [x.start for x in sections.items]
    found: list[Declaration] = []
    for paragraph in find_paragraphs(source):
        at = bisect_right(starts, paragraph.start) - 1
        item = sections.items[at] if at >= 0 else None
        begin = max(paragraph.start, item.body_start) if item else paragraph.start
        if begin >= paragraph.end:
            continue
        headed = item is not None and bool(_INTERESTS.search(item.title))
        for sentence in read_sentences(text, begin, paragraph.end):
            quoted = text[sentence.start : sentence.end]
            if not _declares(quoted, headed, owners) or _NONE.search(quoted):
                continue
            names: list[str | None] = [*_names(quoted, owners)]
            if not names and quoted.rstrip().endswith(":"):
                continue  # a stem: those who declared are listed below it
            for name in names or [None]:
                found.append(
                    Declaration(
                        at if at >= 0 else None,
                        name,
                        sentence.start,
                        sentence.end,
                        "declaration-listed" if headed else "declaration-said",
                    )
                )
    return tuple(found)


def _declares(quoted: str, headed: bool, owners: Owners) -> bool:
    """Say whether a sentence declares: by its words, or by a name under the heading."""
    if _tells(quoted):
        return True
    if not headed or len(quoted.split()) < 3:
        return False
    leading = _LEADING_NAME.match(quoted)
    if leading is None:
        return False
    name = leading[0].strip(" \t-•*")
    return owners.knows(strip_titles(name)) or name != strip_titles(name)


def _tells(quoted: str) -> re.Match[str] | None:
    """Return the words that declare an interest, if a sentence has them."""
    folded = quoted.lower()
    if "interest" in folded or "conflict" in folded:
        return _DECLARED.search(quoted)
    return None


def _names(quoted: str, owners: Owners) -> list[str]:
    """Return who declared: the names before the declaring words, resolved."""
    match = _tells(quoted)
    head = quoted[: match.start()] if match else quoted
    written = [x.name for x in find_names(head)]
    written += _known_initials(head, owners)
    resolved = [owners.resolve(strip_titles(x)) for x in written]
    return list(dict.fromkeys(resolved))


def _known_initials(head: str, owners: Owners) -> Iterator[str]:
    for match in re.finditer(r"\b[A-Z]{2,3}\b", head):
        if owners.knows_initials(match[0]):
            yield match[0]
