"""Puts brackets about initials that stand bare behind names: "Ada Bell AB Clerk"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from minutebook.grammar.runs import find_name_before
from minutebook.grammar.turnednames import turn_names
from minutebook.records import SourceDocument

_REACH = 8000  # characters: lists stand at the front
_LEAST = 3  # people of a list that write their initials
# "Ada Penrose[ AP ]Clerk", "Tom Holt[ THo ]Warden"
_BARE = re.compile(r"[ ](?<=[a-z)] )(?P<letters>[A-Z]{2,4}[a-z]?)[ ](?=[A-Z(])")


def with_brackets(source: SourceDocument) -> SourceDocument:
    """Return a document as its lists are read, each name ahead of what is said.

    Bare initials behind names stand in brackets, and surnames behind given names.
    """
    text = bracket_initials(turn_names(source.text))
    return source if text is source.text else replace(source, text=text)


@lru_cache(maxsize=2)
def bracket_initials(text: str) -> str:
    """Return a text of the same length in which bare initials stand in brackets.

    >>> bracket_initials("Ada Bell AB Chair Tom Holt TH Clerk Bo Pike BP Warden")
    'Ada Bell(AB)Chair Tom Holt(TH)Clerk Bo Pike(BP)Warden'
    >>> bracket_initials("Ada Bell MP Chair Tom Holt BA Clerk Bo Pike OBE Warden")
    'Ada Bell MP Chair Tom Holt BA Clerk Bo Pike OBE Warden'
    """
    found = [x for x in _BARE.finditer(text, 0, _REACH) if _is_name(text, x)]
    if len(found) < _LEAST:
        return text
    pieces, at = [], 0
    for match in found:
        pieces += [text[at : match.start()], "(", match["letters"], ")"]
        at = match.end()
    return "".join([*pieces, text[at:]])


def _is_name(text: str, match: re.Match[str]) -> bool:
    """Tell whether a name with these initials ends before them on their line."""
    line = text.rfind("\n", 0, match.start()) + 1
    end = match.start()
    if text[end - 1] == ")":  # "Ada Penrose (Chair) AP"
        end = len(text[line : max(line, text.rfind("(", line, end))].rstrip()) + line
    return find_name_before(text, line, end, match["letters"]) is not None
