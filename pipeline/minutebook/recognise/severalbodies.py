"""Finds bodies that share the word for what they are: Upton and Holt Town Councils."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutebook.grammar.leaps import leaping
from minutebook.recognise.heads import Found

# of what kind such bodies are, before the word that all share
_KIND = (
    r"(?:Parish|Town|Community|County|District|Borough|City|Village|Local|Primary"
    r"|Secondary|High|Junior|Infant|Housing|Football|Cricket|Bowls|Rugby|Tennis|Rotary"
    r"|Internal|Drainage|Fire|Police|Youth|Scout|Residents[’']?|Wildlife|Area"
    r"|Safeguarding|Children(?:[’']?s)?|Adults?|Health(?:\s(?:and|&)\sWell-?being)?)"
)
_SHARED = {
    "Councils": "Council",
    "Boards": "Board",
    "Committees": "Committee",
    "Associations": "Association",
    "Partnerships": "Partnership",
    "Schools": "School",
    "Clubs": "Club",
    "Trusts": "Trust",
    "Societies": "Society",
    "Authorities": "Authority",
    "CCs": "CC",
    "PCs": "PC",
}
_WORD = r"[A-Z][\w’'-]{1,20}"
_NAME = rf"(?!{_KIND}\b)(?!The\b){_WORD}(?:[ ](?!{_KIND}\b){_WORD}){{0,2}}"
_SEVERAL = re.compile(
    rf"(?P<first>{_NAME}(?:,[ ]{_NAME}){{0,5}}),?[ ](?:and|&)[ ](?:the[ ])?"
    rf"(?P<last>{_NAME})[ ](?P<kind>(?:{_KIND}[ ]){{0,3}})"
    rf"(?P<shared>{'|'.join(_SHARED)})\b"
)
_ENDS = leaping(rf"\b(?:{'|'.join(_SHARED)})\b")  # found first: few lines hold one
_FARTHEST = 480  # characters from the first of seven names to the word that all share

_RULE, _SURE = "org-several", 0.8


def find_several(view: str) -> Iterator[Found]:
    """Yield each body of a list whose last word is said once for all of them.

    A stretch holds what the text has of the name, the name is the whole of it.

    >>> view = "wrote to Upton, Low Elm and Holt Parish Councils"
    >>> [(view[x.start : x.end], x.name) for x in find_several(view)][:2]
    [('Upton', 'Upton Parish Council'), ('Low Elm', 'Low Elm Parish Council')]
    >>> [x.name for x in find_several("all Parish and Town Councils")]
    []
    """
    for match in _lists_in(view):
        kind = f"{match['kind']}{_SHARED[match['shared']]}"
        start = match.start("first")
        for name in match["first"].split(", "):
            end = start + len(name)
            yield Found(start, end, f"{name} {kind}", _RULE, _SURE, said=name)
            start = end + 2
        start, said = match.start("last"), view[match.start("last") : match.end()]
        name = f"{match['last']} {kind}"
        yield Found(start, match.end(), name, _RULE, _SURE, said=said)


def _lists_in(view: str) -> Iterator[re.Match[str]]:
    """Yield each list of names that ends with a word that all of them share."""
    end = 0
    for last in _ENDS.finditer(view):
        begin = max(
            end, view.rfind("\n", 0, last.start()) + 1, last.start() - _FARTHEST
        )
        if match := _SEVERAL.search(view, begin, last.end()):
            end = match.end()
            yield match
