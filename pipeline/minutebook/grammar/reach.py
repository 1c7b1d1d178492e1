"""How far a list of people reaches in text that has lost its lines and its stops."""

from __future__ import annotations

import re

from minutebook.grammar.affiliations import has_organisation_word, has_role_word
from minutebook.grammar.names import Name, find_names

_WIDE = 60  # characters between two names of one list, brackets apart
_BRACKETS = re.compile(r"\([^()]{0,120}\)|\[[^\[\]]{0,40}\]")
# what no list holds between two names: "Call to Order:", " 1. ", "called", "~7pm"
_BREAK = re.compile(
    r":|\d|\b(?:to|was|were|is|are|by|that|at|on|had|has|have|will|the\s{1,3}meeting)\b"
)
_PARTED = re.compile(r"\s{0,3}(?:[,;&/|•·–—-]|and\b|plus\b)")
# "Deb Bell called the meeting to order": the name belongs to a sentence
_TELLS = re.compile(
    r"\s{1,3}(?:(?:then|also|has|have|had|was|were|is|are|will|would)\s)?"
    r"(?:\w{2,12}(?:ed|ing)|was|were|is|are|has|had|will|gave|made|led|took|read|spoke"
    r"|said|began)\b(?!\s{0,3}[,;)])"
)
_BRACKET_BEHIND = re.compile(r"\s{0,3}\([^()]{0,80}\)")
_POST_BEHIND = re.compile(
    r"\s{0,3}[,–-]?\s{0,3}(?P<post>(?:[A-Z&]|of\b|for\b|and\b)"
    r"[\w’'/&-]{0,20}(?:\s(?:[A-Z]|of\b|for\b|and\b)[\w’'/&-]{0,20}){0,6})"
)


def reach_of_people(text: str, start: int, end: int) -> int:
    """Return where the people end with whom a stretch begins, its start if with none.

    >>> text = "Ada Penrose (Chair), Tom Holt, Ann Bell Call to Order: Tom Holt rose"
    >>> text[: reach_of_people(text, 0, len(text))]
    'Ada Penrose (Chair), Tom Holt, Ann Bell'
    """
    body = text[start:end]
    names = find_names(_BRACKETS.sub(lambda x: "•" * len(x[0]), body))
    last = 0
    for name in names:
        if not _joins(body, last, name):
            break
        last = name.end - _overshoot(body, name)
    return start + _behind(body, last) if last else start


def _joins(body: str, last: int, name: Name) -> bool:
    """Tell whether a name goes on with the list that has reached an offset."""
    gap = _BRACKETS.sub(" ", body[last : name.start])
    if len(gap) > _WIDE or _BREAK.search(gap):
        return False
    parted = not last or _PARTED.match(gap) is not None
    said = gap.strip(" ,;&/|•·–—-.\n")
    known = not said or has_role_word(said) or has_organisation_word(said)
    if not (known or (parted and len(said.split()) <= 4)):
        return False
    return (parted and "," in gap) or not _TELLS.match(body, name.end)


def _overshoot(body: str, name: Name) -> int:
    """Return how many characters of a name open the next heading: "Bell Call to"."""
    words = body[name.start : name.end].split()
    if len(words) < 3 or not _HEADS.match(body, name.end):
        return 0
    return len(words[-1]) + 1


# what follows the first word of a heading: "Approval of", "Call to", "Opening:"
_HEADS = re.compile(r"\s{1,3}(?:of|to|for|from|the)\b|\s?:")


def _behind(body: str, last: int) -> int:
    """Return where what is said of the last person ends: a bracket, a post."""
    bracket = _BRACKET_BEHIND.match(body, last)
    if bracket:
        return bracket.end()
    post = _POST_BEHIND.match(body, last)
    if post:
        words = [x for x in re.finditer(r"\S+", post["post"]) if has_role_word(x[0])]
        if words:
            return post.start("post") + words[-1].end()
    return last
