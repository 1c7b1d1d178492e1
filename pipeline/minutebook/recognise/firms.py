"""Finds firms that bear people's names: Messrs Penrose & Holt, A B Penrose & Son."""

from __future__ import annotations

import re

from minutebook.grammar.anchors import matches_at
from minutebook.recognise.heads import Found
from minutebook.recognise.runs import UPPER, fold
from minutebook.recognise.wordlists import given_names

WORD = rf"[{UPPER}](?:[’'][{UPPER}])?[a-z][\w-]{{1,20}}\b"
# what a firm does, behind its name: (Messrs Penrose and Holt), Solicitors
CALLING = (
    r"(?:,[ ](?:the[ ])?)(?:[Ss]olicitors|[Aa]rchitects|[Aa]uditors|[Aa]ccountants"
    r"|[Ss]urveyors|[Bb]uilders|[Cc]ontractors|[Ee]ngineers|[Ee]state[ ]Agents"
    r"|[Cc]onsultants|[Ll]and[ ]Agents|[Vv]aluers|[Aa]uctioneers|[Bb]ankers)\b"
)
# Messrs. (Penrose & Holt)   Messrs (Penrose Holt),   Messrs (Penrose, Holt & Co)
MESSRS = re.compile(
    rf"""Messrs\.?[ ]
    (?P<name> (?: {WORD}(?:,[ ]{WORD}){{0,2}},?[ ]&[ ](?:{WORD}|Co\b\.?)
        | {WORD}[ ]{WORD}(?![ ](?:and\b|&|[{UPPER}])|,[ ](?!the\b|who\b)[{UPPER}])
        | {WORD}(?:[ ]{WORD})?[ ]and[ ]{WORD}(?={CALLING})
        | {WORD}(?:[ ]{WORD})?(?={CALLING}) ) )""",
    re.VERBOSE,
)
# (J Penrose) & Partners   (Penrose) and Sons
HOUSES = (" & ", " and ")
TAIL = re.compile(
    r"[ ](?:&|and)[ ](?:Sons?|Daughters?|Partners|Associates|Brothers|Co)\b(?![’'])"
)


def find_messrs(whole: str) -> list[Found]:
    """Return the firms that "Messrs" leads to, of the text with nobody masked.

    >>> text = "the tender of Messrs Penrose & Holt; Messrs Ada Holt and Tom Pym left"
    >>> [x.name for x in find_messrs(text)]
    ['Penrose & Holt']
    """
    found = []
    for match in matches_at(MESSRS, whole, ("Messrs",)):
        start, end = match.span("name")
        first, _, rest = match["name"].partition(" ")
        if "&" in rest or first.casefold() not in given_names():
            found.append(Found(start, end, fold(match["name"]), "org-messrs", 0.7))
    return found


def is_house(whole: str, end: int) -> bool:
    """Return whether the name that ends here is a firm's: (Penrose) & Sons.

    >>> is_house("Penrose & Sons quoted", 7), is_house("Penrose and Holt", 7)
    (True, False)
    """
    return whole.startswith(HOUSES, end) and bool(TAIL.match(whole, end))
