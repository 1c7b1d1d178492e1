"""Finds churches that a parish calls by their saint alone: the damp at (St Oswin’s)."""

from __future__ import annotations

import re

from minutebook.grammar.anchors import matches_at
from minutebook.recognise.heads import Found
from minutebook.recognise.runs import fold

# words of which one stands in whatever a parish of the church writes
OF_CHURCH = ("arochial", "hurchwarden", "hurch warden")
# (St Oswin’s) is cold   (St. Oswin’s):   but St Oswin’s Hall, St Oswin’s road
SAINT = re.compile(
    r"""\bSt\.?[ ] [A-Z][a-z]{2,15} (?: [’']s | (?<=s)[’'] )
    (?= [ ]?[,.;:)\n] | [ ](?:and|are|as|for|from|had|has|have|in|is|on|or|to|was|were
        |will|would)\b )""",
    re.VERBOSE,
)


def find_churches(whole: str) -> list[Found]:
    """Return the churches that only a saint names, in the papers of a parish.

    >>> text = "The churchwardens met. St Oswin’s is cold. St Oswin’s Hall is not."
    >>> [x.name for x in find_churches(text)], find_churches("St Oswin’s is cold.")
    (['St Oswin’s'], [])
    """
    if not any(x in whole for x in OF_CHURCH):
        return []
    return [
        Found(*x.span(), fold(x[0]), "org-church", 0.6)
        for x in matches_at(SAINT, whole, ("St ", "St. "))
    ]
