"""Lines that say for which body those below them came: "Representing Holt Council:"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutebook.grammar.affiliations import has_organisation_word, has_role_word
from minutebook.grammar.atoms import Range

# "Representing Holt Borough Council:-", "Members from Holt Council"
_HEAD = re.compile(
    r"[ \t|*_•·#-]{0,12}(?:"
    r"(?:(?i:members|councillors|cllrs|representatives?|delegates|nominees|officers)\s)?"
    r"(?i:representing|on\sbehalf\sof|for|from|appointed\sby|nominated\sby)"
    r"|(?i:representatives?|reps|delegates|nominees)\sof)\s(?:[Tt]he\s|THE\s)?"
    r"(?P<body>[A-Z][\w’'&.-]{0,20}"
    r"(?:[ ](?:[A-Z][\w’'&.-]{0,20}|of|the|and|for|&)){1,8})"
    r"[ \t]{0,3}[:;.–-]{0,3}[ \t*_|]{0,6}"
)
_SIGNS = re.compile(r"(?i)represent|behalf|\bfor\b|from|\bby\b|reps|delegates|nominees")


def read_body_head(text: str, start: int, end: int) -> Range | None:
    """Return the body for which a line says that those below it came, if it does.

    >>> text = "Representing Holt Borough Council:-"
    >>> text[slice(*read_body_head(text, 0, len(text)))]
    'Holt Borough Council'
    >>> read_body_head("For information:", 0, 16) is None
    True
    """
    if end - start > _LONGEST:
        return None
    match = _HEAD.fullmatch(text, start, end)
    if match is None or not _SIGNS.search(text, start, end):
        return None
    words = match["body"]
    if not has_organisation_word(words) or has_role_word(words):
        return None
    return match.span("body")


_LONGEST = 90  # characters of such a line


_LINE = re.compile(r"(?:[A-Za-z]{5,12} ?:[ \t]{1,20})?(?P<head>[^\n]+)")


def find_body_heads(text: str, start: int, end: int) -> Iterator[tuple[Range, int]]:
    """Yield the bodies of such lines of a stretch, each with where its line ends.

    A label may stand before one: "PRESENT: Representing Holt Borough Council".
    """
    for line in _LINE.finditer(text, start, end):
        high = line.end()
        body = read_body_head(text, line.start("head"), high)
        if body:
            yield body, high


# "Holt City Councillors:", whose council is a part of the words
_THEIRS = re.compile(
    r"(?:^|\n)[ \t|*_•·-]{0,8}"
    r"(?P<body>(?:[A-Z][\w’'-]{1,20} (?:(?:and|of|upon|&) )?){1,4}"
    r"(?:City|County|District|Borough|Metropolitan|Unitary) Council)"
    r"(?:lors|\s(?:[Mm]embers|[Cc]ouncillors|[Rr]epresentatives))?[ \t*_]{0,3}"
    r"(?::|(?=\n))"
)


def find_councillors_of(text: str, start: int, end: int) -> list[tuple[Range, int]]:
    """Return the councils whose councillors lines head, and where each line ends.

    >>> text = "Holt City Councillors: A Orr\\nMarl District Councillors: B Bell"
    >>> [text[a:b] for (a, b), _ in find_councillors_of(text, 0, len(text))]
    ['Holt City Council', 'Marl District Council']
    """
    found = _THEIRS.finditer(text, start, end)
    return [(x.span("body"), x.end()) for x in found]
