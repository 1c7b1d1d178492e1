"""Tells how far the name of a body goes on behind its head noun."""

from __future__ import annotations

import re

from minutebook.recognise.runs import LINKS, Token, is_acronym
from minutebook.recognise.wordlists import words_of

OF_THE = frozenset(
    ["friends", "university", "department", "ministry", "council", "society", "college"]
)


# the Marsh Society for the (Blind),  the Guild for the (Protection) of Hedges
CAUSES = frozenset(
    [
        *("aged", "blind", "deaf", "deafblind", "disabled", "elderly", "homeless"),
        *("hungry", "partially", "visually", "advancement", "care", "conservation"),
        *("encouragement", "environment", "preservation", "prevention", "promotion"),
        *("protection", "relief", "restoration", "study", "welfare", "arts"),
    ]
)


def takes_the(tokens: list[Token], first: int, the: int) -> bool:
    """Return whether the name of a body goes on over "the": Society for the Blind."""
    if tokens[first].fold in OF_THE:
        return True
    return the + 1 < len(tokens) and tokens[the + 1].fold in CAUSES


SITTINGS = frozenset(["regular", "annual", "monthly", "special", "meeting", "minutes"])


# the Panel on Rivers,  but the Panel on Monday, on Marsh Road
ABOUT = frozenset(["panel", "commission", "working group", "task force"])
# the Council on Aging,  but (she sits for) the Council on Marsh Forum
COUNSELLED = frozenset(
    [
        *("aging", "ageing", "alcohol", "alcoholism", "disability", "disabilities"),
        *("drugs", "education", "foundations", "tourism", "youth"),
    ]
)
ADVISING = frozenset(["advisory", "joint", "select", "special", "standing"])


def is_on(tokens: list[Token], first: int, last: int) -> bool:
    """Return whether "on" leads to what a panel is about, not to a day or a place."""
    head = " ".join(x.fold for x in tokens[first:last])
    rest = [x.fold for x in tokens[last + 1 :]]
    advising = first and head == "committee" and tokens[first - 1].fold in ADVISING
    if tokens[last].fold != "on":
        return False
    if head in ("council", "commission") and rest[0] in COUNSELLED:
        return True
    if not (advising or head in ABOUT):
        return False
    if len(rest) < 2 - bool(advising):
        return False
    days = words_of("name_words", "place") | DAYS
    return tokens[last + 1].text != "the" and days.isdisjoint(rest)


DAYS = frozenset(
    [
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
        *("january", "february", "march", "april", "may", "june", "july", "august"),
        *("september", "october", "november", "december"),
    ]
)


def before_acronym(tokens: list[Token], place: int) -> bool:
    """Return whether the next word is all capitals where the one before is not."""
    after = tokens[place + 1 : place + 2]
    if not after or is_acronym(tokens[place - 1]):
        return False
    return is_acronym(after[0]) or (after[0].owns and after[0].text[:-2].isupper())


def ends_at(head: Token) -> tuple[str, ...]:
    """Return the links that a name led by "of" does not run over."""
    if head.fold in ("department", "ministry", "dept"):
        return ("to", "on", "with", "for", "in")
    return ("to", "on", "with")


def before_paper(tokens: list[Token], last: int, end: int) -> int:
    """Return where the name of a place ends and one of a paper begins."""
    papers = words_of("name_words", "document") | {"standing"}
    for place in range(last + 2, end):
        if tokens[place].fold in papers:
            return place
    return end


# what kind of council it is: the (Royal Borough) Council of Thornbeck
RANKS = frozenset(
    [
        *("borough", "city", "county", "district", "metropolitan", "royal", "london"),
        *("town", "parish", "community", "municipal", "regional"),
    ]
)


def is_ranked(tokens: list[Token], start: int, first: int) -> bool:
    """Return whether only its kind stands before a council that "of" leads on from.

    >>> from minutebook.recognise.runs import tokens_of
    >>> text = "Roads Services Borough Council of Thornbeck"
    >>> tokens = tokens_of(text, 0, len(text))
    >>> is_ranked(tokens, 2, 3), is_ranked(tokens, 0, 3)
    (True, False)
    """
    if start >= first or first + 2 >= len(tokens) or tokens[first].fold != "council":
        return False
    led = tokens[first + 1].text == "of" and tokens[first + 2].text != "the"
    return led and all(x.fold in RANKS for x in tokens[start:first])


def past_owner(tokens: list[Token], start: int, first: int, end: int) -> int:
    """Return where a name begins that cannot have these words before it.

    Before "Borough Council of Thornbeck" stands another name, and so do the dotted
    initials before a committee that is not theirs alone.
    """
    begin = first
    while begin > start and is_ranked(tokens, begin - 1, first):
        begin -= 1
    if begin < first and end > first + 1:
        return begin
    dotted = first - start > 2 and DOTTED.fullmatch(tokens[start].text)
    return start + 1 if dotted and tokens[first].fold in SITTING else start


# (the County’s) Planning Committee,  (Marsh University’s) Senate
POSSESSORS = frozenset(
    [
        *("county", "borough", "district", "city", "town", "village", "parish"),
        *("township", "shire", "state", "region", "island", "authority", "government"),
        *("university", "college", "school", "hospital", "company", "charity"),
        *("association", "society", "club", "church", "trust", "diocese"),
    ]
)


def past_possessor(tokens: list[Token], start: int, first: int) -> int:
    """Return where a name begins behind whose it is.

    >>> from minutebook.recognise.runs import tokens_of
    >>> names = ("County's Planning Committee", "Women's Institute")
    >>> [past_possessor(tokens_of(x, 0, len(x)), 0, 1) for x in names]
    [1, 0]
    """
    for place in range(first - 1, start - 1, -1):
        token = tokens[place]
        if token.owns and token.text[-1] == "s" and token.fold in POSSESSORS:
            return place + 1
    return start


SITTING = frozenset(["board", "committee", "council", "forum", "group", "panel"])


DOTTED = re.compile(r"(?:[A-Z]\.){3,6}|(?:[A-Z]\.){2,6}[A-Z]")  # H.V.T.   H.V.B.C


def after_government(tokens: list[Token], last: int, end: int) -> int:
    """Return where a department's name ends that closes with "Local Government".

    >>> from minutebook.recognise.runs import tokens_of
    >>> text = "Department of Rivers and Local Government Flood Fund"
    >>> tokens = tokens_of(text, 0, len(text))
    >>> after_government(tokens, 1, len(tokens))
    6
    """
    for place in range(last + 2, end - 1):
        closes = (
            tokens[place].fold == "government" and tokens[place - 1].fold == "local"
        )
        after = tokens[place + 1]
        if closes and after.fold not in LINKS and after.text != ",":
            return place + 1
    return end
