"""Finds the ranks that the police are called by: Sgt Ada Penrose, PC Holt."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutebook.grammar.leaps import leaping
from minutebook.recognise.fields import FIELDS
from minutebook.recognise.posts import FoundPost
from minutebook.recognise.runs import fold
from minutebook.recognise.wordlists import words_of

_RANKS = (
    *("Sgt", "Sergeant", "PC", "P.C", "WPC", "PCSO", "CSO", "Constable", "Cst"),
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
    r"(?=\.?(?:[ ]\d{2,5})?[ ][A-Z](?:[a-z’'.-]|[ ][A-Z]))"
)


# the sheriff's: (Deputy) Holt gave the calls
SHERIFF = leaping(r"\b(?:Sheriff|SHERIFF)\b")
DEPUTY = leaping(r"\bDeputy\b(?=[ ][A-Z][a-z])")


def find_ranks(whole: str, view: str) -> Iterator[FoundPost]:
    """Yield the ranks before people, `whole` being the text with nobody masked.

    >>> text = "Sgt Penrose and PC Holt came to the PC Office"
    >>> view = text.replace("Penrose", "\\0" * 7).replace("Holt", "\\0" * 4)
    >>> [x.name for x in find_ranks(text, view)]
    ['Sgt', 'PC']
    """
    ranks = [*RANK.finditer(whole)]
    ranks += DEPUTY.finditer(whole) if SHERIFF.search(whole) else ()
    for match in ranks:
        start, end = match.span()
        before = whole[start - 1 : start]
        if before.isalnum() or before in ("-", "/"):
            continue
        behind = whole[end : end + 9]
        named = end + len(behind) - len(behind.lstrip(". 0123456789"))
        if view[named : named + 1] == "\x00":
            start -= len(_field_before(whole[max(0, start - 40) : start]))
            yield FoundPost(start, end, fold(whole[start:end]), "role-rank", 0.7)


# (Public Works )Supt. Ada Penrose
IN_FIELD = re.compile(r"(?:[A-Z][a-z]+[ ](?:(?:and|&)[ ])?){1,3}$")


def _field_before(before: str) -> str:
    """Return the field of work that stands before a rank, "" for none.

    >>> _field_before("we met Public Works "), _field_before("we met Ada ")
    ('Public Works ', '')
    """
    areas = words_of("name_words", "area") | FIELDS | {"and", "&"}
    field = IN_FIELD.search(before)
    while field and field[0].split(" ")[0].casefold() not in areas:
        field = IN_FIELD.search(before, field.start() + len(field[0].split(" ")[0]) + 1)
    whole = field and all(x.casefold() in areas for x in field[0].split())
    return field[0] if field and whole else ""
