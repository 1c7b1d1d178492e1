"""Turns names round that lists give surname first: "Penrose, A" in a cell."""

from __future__ import annotations

import re
from functools import lru_cache

from minutebook.grammar.names import (
    INITIALS,
    LOWER,
    SURNAME,
    TITLES,
    UPPER,
    is_given,
    is_word,
)

_REACH = 8000  # characters: lists stand at the front
_LEAST = 3  # people of a list that stand so
_LONGEST = 100  # characters of such a cell
_GIVEN = rf"(?:(?:{TITLES})[ ])? (?: {INITIALS} | [{UPPER}][{LOWER}]{{2,14}} )"
_PAIR = rf"{SURNAME} , [ ] {_GIVEN} [ ]{{0,3}}"
_ONE = re.compile(rf"(?P<surname>{SURNAME}) , [ ] (?P<given>{_GIVEN})", re.VERBOSE)
# "Penrose, A", "Holt, Mrs J M", "Dodd, R R Pike, K", "Councillors Orr, G; Bell, T."
_CELL = re.compile(
    rf"""
    [ ]{{0,9}} (?: (?:Cllrs?|Councillors?)\.?:?[ ] )?
    (?: {_PAIR} (?: ;[ ]{{0,3}} | (?<=[ ]) ) ){{0,5}} {_PAIR} [.;]{{0,3}}
    """,
    re.VERBOSE,
)
_CELLS = re.compile(r"[^\n\t|]+")
_SIGN = re.compile(rf", (?:[A-Z][a-z]{{1,5}}\.? )?[{UPPER}](?![{LOWER}]{{15}})")


@lru_cache(maxsize=2)
def turn_names(text: str) -> str:
    """Return a text of the same length in which surnames stand behind what they led.

    >>> turn_names("Penrose, A\\tHolt, Mrs J\\nOrr, G\\tClerk")
    'A  Penrose\\tMrs J  Holt\\nG  Orr\\tClerk'
    >>> turn_names("Penrose, A\\nHolt, Clerk\\nOrr, Chair")
    'Penrose, A\\nHolt, Clerk\\nOrr, Chair'
    """
    found: list[re.Match[str]] = []
    if len(_SIGN.findall(text, 0, _REACH)) < _LEAST:
        return text
    for cell in _CELLS.finditer(text, 0, _REACH):
        short = len(cell[0]) <= _LONGEST and ", " in cell[0]
        if short and _CELL.fullmatch(text, *cell.span()):
            found += _ONE.finditer(text, *cell.span())
    found = [x for x in found if _is_turned(x)]
    if len(found) < _LEAST:
        return text
    pieces, at = [], 0
    for match in found:
        pieces += [text[at : match.start()], match["given"], "  ", match["surname"]]
        at = match.end()
    return "".join([*pieces, text[at:]])


def _is_turned(pair: re.Match[str]) -> bool:
    """Tell whether initials or a given name stand behind what may be a surname."""
    last = pair["given"].split()[-1].strip(".")
    named = len(last) <= 2 or is_given(last)
    return named and is_word(pair["surname"]) and not is_given(pair["surname"])
