"""Finds the ranks that the police are called by: Sgt Ada Penrose, PC Holt."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutebook.grammar.leaps import leaping
from minutebook.recognise.posts import FoundPost
from minutebook.recognise.runs import fold

_RANKS = (
    *("Sgt", "Sergeant", "PC", "P.C.", "WPC", "PCSO", "CSO", "Constable", "Cst"),
    *("Inspector", "Insp", "Supt", "Superintendent", "DCI", "DI", "DS", "DCS", "DSU"),
    *("Garda", "Trooper", "Cpl", "Bailie"),
)
_BEFORE = (
    "Chief|Senior|Detective|Det|Acting|Temporary|Temp|Police|Special|Community"
    "|A/|T/|Deputy|Leading"
)
_WORDS = sorted(_RANKS, key=len, reverse=True)
# (Sgt) Ada Penrose   (Det. Insp.) Holt   (Chief Supt) A Bell
_ANY = "|".join(map(re.escape, _WORDS))
RANK = leaping(
    rf"\b(?:(?:{_BEFORE})\.?[ ]?(?:(?:{_BEFORE})\.?[ ]?)?(?:{_ANY})|(?:{_ANY}))\b"
    r"(?=\.?[ ][A-Z](?:[a-z’'.-]|[ ][A-Z]))"
)


def find_ranks(whole: str, view: str) -> Iterator[FoundPost]:
    """Yield the ranks before people, `whole` being the text with nobody masked.

    >>> text = "Sgt Penrose and PC Holt came to the PC Office"
    >>> view = text.replace("Penrose", "\\0" * 7).replace("Holt", "\\0" * 4)
    >>> [x.name for x in find_ranks(text, view)]
    ['Sgt', 'PC']
    """
    for match in RANK.finditer(whole):
        start, end = match.span()
        before = whole[start - 1 : start]
        if before.isalnum() or before in ("-", "/"):
            continue
        name = end + len(whole[end : end + 2]) - len(whole[end : end + 2].lstrip(". "))
        if view[name : name + 1] == "\x00":
            yield FoundPost(start, end, fold(match[0]), "role-rank", 0.7)
