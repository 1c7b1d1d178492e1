"""Gives what is said behind several people to each of them."""

from __future__ import annotations

import itertools
import re

from minutebook.grammar.affiliations import has_organisation_word, has_role_word
from minutebook.grammar.atoms import Range
from minutebook.grammar.entries import Entry
from minutebook.grammar.knownbodies import is_called_body, is_known_body
from minutebook.grammar.listnames import is_of_several, is_plural_post
from minutebook.grammar.listwords import PAIRED
from minutebook.grammar.names import parse_name

# what stands between two who are named together: ", ", " and "
_TOGETHER = re.compile(r"\s{0,3},?\s{0,3}(?:and\s|&\s)?\s{0,3}")


def share_parted(text: str, entries: list[Entry]) -> None:
    """Give all of "Ada Bell, Tom Holt, Mill Trust;" the body behind the last.

    Where semicolons part a list, the names between two of them go together.
    """
    for other, last in itertools.pairwise(reversed(entries)):
        bare = not (last.said or last.roles or last.organisations or last.chair)
        if not bare or not _TOGETHER.fullmatch(text, last.name.end, other.name.start):
            continue
        last.roles += [x for x in other.roles if _is_plural(text, x)]
        both = bool(last.roles)
        bodies = [x for x in other.organisations if both or _is_body(text, x)]
        last.organisations += bodies


def share_body(text: str, first: Entry, second: Entry) -> None:
    """Give the first of "A Bell and Tom Holt, Mill Trust" the body of the second.

    They are all that the list names, and nothing else is said of either.
    """
    said = first.said or first.roles or first.chair or second.roles or second.chair
    between = text[first.name.end : second.name.start]
    elected = _ELECTED.search(first.name.titles)
    if said or elected or first.organisations or not PAIRED.fullmatch(between):
        return
    first.organisations += [
        x
        for x in second.organisations
        if _is_body(text, x) and has_organisation_word(text[slice(*x)])
    ]


def share_rows(text: str, entries: list[Entry]) -> None:
    """Give all of a row "A Bell, T Orr and J Pell (Holt Trust)" the body behind them.

    The row is one of a list, names nobody else, and says nothing else of any of them.
    """
    rows = _rows(text, entries)
    if len(rows) < _SEVERAL:
        return
    for *others, last in rows:
        bodies = _bodies_behind(text, last)
        if not others or not bodies or not _is_joined(text, [*others, last]):
            continue
        if not _IS_WHOLE.search(text[: others[0].name.start][-30:]):
            continue
        if any(_is_told(x, last) for x in others):
            continue
        for entry in others:
            entry.organisations = entry.organisations or bodies


def _rows(text: str, entries: list[Entry]) -> list[list[Entry]]:
    """Return the people row by row; a row ends behind a body that no comma follows."""
    rows: list[list[Entry]] = []
    for entry in entries:
        last = rows[-1][-1] if rows else None
        goes_on = last is not None and last.row == entry.row
        for _, end in _bodies_behind(text, last) if last else []:
            beside = end <= entry.name.start
            if beside and not text[end : entry.name.start].strip(" )]."):
                goes_on = False
        rows = rows if goes_on else [*rows, []]
        rows[-1].append(entry)
    return rows


def _is_told(entry: Entry, last: Entry) -> bool:
    """Tell whether anything is said of a person but what is said of the last."""
    own = [x for x in entry.said if x not in last.said]
    return bool(own or entry.roles or entry.chair or entry.name.titles)


def _bodies_behind(text: str, entry: Entry) -> list[Range]:
    return [x for x in entry.organisations if _stands_behind(text, entry, x)]


_SEVERAL = 2  # rows


def _stands_behind(text: str, entry: Entry, span: Range) -> bool:
    """Tell whether a body stands on the line of a person, and is one by its name."""
    if span[0] < entry.name.end or "\n" in text[entry.name.end : span[0]]:
        return False
    words = text[slice(*span)]
    known = has_organisation_word(words) or is_known_body(words)
    return known or is_called_body(words, likely=True)


# that no line above runs on into: what stands before the first name of a row
_IS_WHOLE = re.compile(r"(?<![,;&\s])\s{0,3}(?:\n|[)\]:])[\s*•·|-]{0,9}$|^\s{0,30}$")


def _is_joined(text: str, entries: list[Entry]) -> bool:
    """Tell whether commas part names but for the last two, which "and" joins."""
    gaps = [
        text[a.name.end : b.name.start].strip() for a, b in itertools.pairwise(entries)
    ]
    return gaps[-1].strip(" ,") in ("and", "&") and set(gaps[:-1]) <= {","}


_ELECTED = re.compile(r"(?:Cllr|Councillor|Alderman|Ald|Cr|Mayor)", re.IGNORECASE)


def _is_body(text: str, span: Range) -> bool:
    """Tell whether a comma leads a body, and it is not the next name of the list."""
    led = text[max(0, span[0] - 3) : span[0]].rstrip().endswith(",")
    return led and parse_name(text[slice(*span)]) is None


def _is_plural(text: str, span: Range) -> bool:
    return is_plural_post(text[slice(*span)].split()[-1])


def share_cell(text: str, entries: list[Entry], span: Range) -> None:
    """Give the body in a cell to all whom the cell before it names, but the last.

    "A Bell, T Orr and J Pell | Holt Council": nothing else is said of any.
    """
    words = text[slice(*span)]
    last = entries[-1]
    if not has_organisation_word(words) or has_role_word(words) or not last.bare:
        return
    behind = last
    for entry in reversed(entries[:-1]):
        between = text[entry.name.end : behind.name.start]
        if not entry.bare or entry.row != last.row or not _TOGETHER.fullmatch(between):
            return
        entry.organisations.append(span)
        behind = entry


def share_pair(text: str, entries: list[Entry], before: int) -> None:
    """Give what a bracket says of the second of "A and B (X)" to the first too."""
    if len(entries) < 2:
        return
    last = entries[-1]
    _share_plural(text, entries, before)
    other = entries[-2]
    between = text[other.name.end : last.name.start]
    if other.said or not PAIRED.fullmatch(between):
        return
    if _ELECTED.search(other.name.titles) and not _ELECTED.search(last.name.titles):
        return
    for span in last.said[before:]:
        words = text[slice(*span)].rstrip(" .")
        if words.endswith("s") or not has_role_word(words):
            other.said.append(span)


def _share_plural(text: str, entries: list[Entry], before: int) -> None:
    """Give "(Pro-Vice-Chancellors)" to all before of whom nothing was said."""
    last = entries[-1]
    for span in last.said[before:]:
        if not is_of_several(text[slice(*span)]):
            continue
        behind = last
        for entry in reversed(entries[:-1]):
            if entry.said or entry.roles or entry.chair or entry.row != last.row:
                break
            if _PARTS.search(text, entry.name.end, behind.name.start):
                break
            entry.said.append(span)
            behind = entry


_PARTS = re.compile(r"[.;:]\s")  # what parts lists, and "Cllrs Bell, Holt. Mr B Pike"
