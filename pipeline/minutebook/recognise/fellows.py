"""Finds bodies by their company: "Ofsted and QVB", "agencies such as QVB"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutebook.grammar.anchors import has_word
from minutebook.recognise.bodies import Spots
from minutebook.recognise.heads import Found
from minutebook.recognise.wordlists import words_of

KIN = (
    r"(?:agenc(?:y|ies)|partners|organi[sz]ations?|bodies|body|compan(?:y|ies)"
    r"|charit(?:y|ies)|groups|suppliers?|providers?|firms?|contractors?|authorities"
    r"|institutions|departments|stakeholders|developers?|operators?)"
)
# agencies such as QVB   partners, including QVB   the charity QVB
KIND_BEFORE = re.compile(
    rf"\b{KIN}(?:,?[ ](?:such[ ]as|including|like|e\.g\.|ie)[ ]|[ ]?[(:][ ]?|[ ])"
    r"(?:the[ ])?$"
)
# QVB and other agencies   QVB or similar bodies
KIND_AFTER = re.compile(rf"[ ](?:and|or)[ ](?:other|similar|partner)[ ]{KIN}\b")
# QVB executive meeting   QVB AGM   QVB committee
OWN_MEETING = re.compile(
    r"[ ](?:[Ee]xecutive|[Cc]ommittee|[Gg]eneral|[Aa]nnual|[Tt]rustees|[Bb]oard"
    r"|[Mm]eeting|[Mm]inutes)\b"
)
PAPERS = frozenset(["draft", "open", "final", "public", "closed", "copy"])
TITLE = 200  # characters in which the title of a document stands
LINKS = (" (and ", " and the ", " and ", " & ", ", ", " or ", "/", ", and ")


def find_fellows(
    view: str, spots: Spots, found: list[Found], blocked: set[str]
) -> Iterator[Found]:
    """Yield the acronyms that stand in one list with a body or with its kind.

    >>> ofsted = Found(0, 6, "Ofsted", "org-listed", 0.9)
    >>> [x.name for x in find_fellows("Ofsted and QVB met", {"QVB": [(11, 14)]},
    ...     [ofsted], set())]
    ['QVB']
    """
    no_body = words_of("name_words", "acronym")
    ends = {x.end for x in found}
    starts = {x.start for x in found}
    taken = {x.name for x in found}
    for word, places in sorted(spots.items(), key=lambda x: x[1]):
        plain = word.replace(".", "").casefold()
        if word in taken or word in blocked or plain in no_body or len(plain) < 3:
            continue
        if plain in PAPERS or not any(
            _is_among(view, a, b, starts, ends)
            for a, b in places
            if not _shouts(view, a, b)
        ):
            continue
        titled = OWN_MEETING.match(view, places[0][1]) and places[0][0] < TITLE
        if titled or not has_word(view, plain):
            for a, b in places:
                starts.add(a)
                ends.add(b)  # and who stands next to it is one as well
                yield Found(a, b, word, "org-fellow", 0.5)


def _shouts(view: str, start: int, end: int) -> bool:
    """Return whether the whole line is in capitals, as a heading's is."""
    before = view[max(0, start - 40) : start].rpartition("\n")[2]
    after = view[end : end + 40].partition("\n")[0]
    return len(before + after) > 3 and (before + after).upper() == before + after


def _is_among(
    view: str, start: int, end: int, starts: set[int], ends: set[int]
) -> bool:
    """Return whether a body or the word for one stands beside these words."""
    for link in LINKS:
        size = len(link)
        if start - size in ends and view.startswith(link, start - size):
            return True
        if end + size in starts and view.startswith(link, end):
            return True
    if start < TITLE and OWN_MEETING.match(view, end):
        return True
    return bool(
        KIND_BEFORE.search(view, max(0, start - 40), start)
        or KIND_AFTER.match(view, end)
    )
