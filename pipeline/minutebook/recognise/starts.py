"""Tells where the name of a body begins before its head noun."""

from __future__ import annotations

import re
from functools import cache

from minutebook.grammar.names import words_of as names_in
from minutebook.recognise.kinds import without_rank
from minutebook.recognise.runs import LINKS, Token, is_acronym, is_break
from minutebook.recognise.tails import CAUSES
from minutebook.recognise.wordlists import flags_of, given_names, is_listed, words_of

SPAN = 12  # words to the left of a head noun


def reach_left(tokens: list[Token], first: int, limit: int, alone: bool = False) -> int:
    """Return where the name begins whose head noun is at `first`.

    `alone` stops at "and" and at commas.
    """
    start = first
    while start > limit and first - start < SPAN:
        before = tokens[start - 1]
        if before.text == "," or before.fold in LINKS:
            step = _step_over(tokens, start, first, limit)
            shared = alone and before.fold in ("and", "&", ",")
            if not step or (shared and not _is_county(tokens, start, first, step)):
                break
            start -= step
        elif _is_of_england(tokens, start):
            start -= 3
        elif is_break(before) and not _goes_on(tokens, start):
            break
        else:
            start -= 1
    soft = words_of("name_words", "plain", "generic")
    if all(x.fold in soft for x in tokens[start:first]):
        plain = words_of("name_words", "plain")
        while start < first and tokens[start].fold in plain:
            start += 1
    while start < first and (tokens[start].fold in LINKS or tokens[start].text == ","):
        start += 1
    return without_rank(tokens, start, first)


def _is_county(tokens: list[Token], start: int, first: int, step: int) -> bool:
    """Return whether a force is of two counties: Holt and Harrow Constabulary.

    >>> from minutebook.recognise.runs import tokens_of
    >>> names = ("Holt and Harrow Constabulary", "Marsh Hub and Harrow Constabulary")
    >>> forces = [tokens_of(x, 0, len(x)) for x in names]
    >>> [_is_county(x, n, n + 1, 2) for x, n in zip(forces, (2, 3), strict=True)]
    [True, False]
    """
    if tokens[first].fold not in ("constabulary", "police") or step != 2:
        return False
    county = tokens[start - 2]
    opens = start == 2 or tokens[start - 3].text == ","
    alike = county.text.istitle() == tokens[start].text.istitle()
    return opens and alike and not county.owns and not is_listed(county.fold)


# who act for those employed: the Staff Forum, the Staff Advisory Group
STAFF = frozenset(
    [
        *("advisory", "association", "consultative", "council", "forum", "governance"),
        *("liaison", "network", "partnership", "representative", "side", "wellbeing"),
    ]
)


# of which a place or a school has two or three: (Two) Rivers, (Three) Valleys
LANDMARKS = frozenset(
    [
        *("rivers", "valleys", "villages", "towns", "counties", "parishes", "lakes"),
        *("hills", "dales", "oaks", "peaks", "bridges", "moors", "spires", "shires"),
        *("ways", "ridings", "islands", "wells", "cities", "boroughs", "districts"),
        *("trees", "mills", "churches", "castles", "elms", "ashes", "arches", "acres"),
        *("harbours", "forests", "sisters", "bays", "glens", "streams", "wards"),
    ]
)
NUMERALS = frozenset(["two", "three", "four", "five", "six", "seven"])


# what a committee may be for, though no other name holds the word: (Membership) Panel
DUTIES = frozenset(
    [
        *("attendance", "award", "election", "members", "membership", "website"),
        *("councillors", "place", "update", "welcome"),
    ]
)
BODIES = frozenset(
    [
        *("committee", "centre", "center", "forum", "group", "panel", "party"),
        *("sub-committee", "subcommittee", "team", "working"),
        *("directorate", "overview", "scrutiny", "select"),
    ]
)
# that a village meets on: the (Thursday) Club
DAYS = frozenset(
    [
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    ]
)
COMPANIES = frozenset(["club", "fellowship", "group", "league", "lunch", "social"])


def _goes_on(tokens: list[Token], start: int) -> bool:
    """Return whether a name goes on over a break: Staff Forum, Two Rivers Trust."""
    word = tokens[start - 1]
    if start < len(tokens) and word.text[0].isupper():
        after = tokens[start].fold
        if word.fold in DUTIES and after in BODIES:
            return True
        if word.fold in DAYS and after in COMPANIES:
            return not word.owns
    if word.fold in NUMERALS:
        return start < len(tokens) and tokens[start].fold in LANDMARKS
    if tokens[start - 1].text == "Meeting" and start + 1 < len(tokens):
        return tokens[start].text == "House"
    return tokens[start - 1].text == "Staff" and tokens[start].fold in STAFF


def _is_of_england(tokens: list[Token], start: int) -> bool:
    """Return whether "C of E" stands before: Marsh (C of E) Primary School."""
    return start > 3 and [x.text for x in tokens[start - 3 : start]] == ["C", "of", "E"]


def initials_before(tokens: list[Token], start: int, limit: int) -> int:
    """Return where the initials before a firm's name begin: (T. A.) Penrose & Sons."""
    least, begin = max(limit, start - 4), start
    while begin > least and re.fullmatch(r"[B-Z]\.?|A\.|&", tokens[begin - 1].text):
        begin -= 1
    while begin < start and tokens[begin].text == "&":
        begin += 1
    return begin


# that are seldom named after a person in full
GATHERINGS = frozenset(
    ["association", "board", "committee", "council", "forum", "group", "panel", "team"]
)


def past_person(tokens: list[Token], start: int) -> int:
    """Return where a name begins behind "Ada Penrose", whom nobody marked."""
    first, after = tokens[start].fold, tokens[start + 1].fold
    if first not in given_names() or not after.isalpha():
        return start
    place = first in names_in("given_names.tsv", "ambiguous")
    if place or is_listed(after):
        return start
    return start + 2 if tokens[start + 2].fold not in LINKS else start


def _step_over(tokens: list[Token], start: int, first: int, limit: int) -> int:
    """Return how many tokens to take in to the left over a link, 0 to stop."""
    link = tokens[start - 1]
    if start - 2 < limit:
        return 0
    before = tokens[start - 2]
    if link.fold in ("and", "&"):
        if first < len(tokens) and _are_acronyms(tokens, start - 2, first):
            return 0
        if start - 4 >= limit and _are_listed(tokens, start - 2):
            return 0  # "OVW, GAVO & Quarry Centre"
        if _is_known_apart(tokens[start - 2], tokens[start]):
            return 0
        if _is_committee_of(tokens, start - 2, first):
            return 2
        if before.text == ",":
            return 3 if start - 3 >= limit and _may_join(tokens, start - 3) else 0
        return 2 if start < first + 1 and _may_join(tokens, start - 2) else 0
    if link.text == ",":
        if start == first and tokens[first].fold in _SUFFIXES:
            return 0 if is_break(before) or before.fold in LINKS else 2
        joined = any(
            x.fold in ("and", "&") and tokens[n + 1].fold not in ROUND
            for n, x in enumerate(tokens[start:first], start)
        )
        if is_acronym(before) and start - 3 >= limit and tokens[start - 3].text != ",":
            return 0  # Harrow GAA, Marsh Hub and Low Elm Water Scheme
        return 2 if joined and _may_join(tokens, start - 2) else 0
    if link.fold in ("of", "for", "upon", "on", "in", "de"):
        taker = before.fold in words_of("name_words", "taker")
        taker = taker or (link.fold == "in" and tokens[start].fold == "need")
        taker = taker or (before.fold == "rights" and tokens[start].fold == "way")
        return 2 if taker or _is_region(before, tokens[start]) else 0
    if link.fold == "the" and before.fold == "for" and tokens[start].fold in CAUSES:
        return 3 if start - 3 >= limit else 0  # Home for the Aged Board
    return 0


ROUND = frozenset(["area", "district", "districts"])  # Marsh & District Library Board


def _are_acronyms(tokens: list[Token], before: int, first: int) -> bool:
    """Return whether both words are acronyms, and not all is in capitals: a heading."""
    if not (is_acronym(tokens[before]) and is_acronym(tokens[first])):
        return False
    words = [x for x in tokens[before : first + 1] if x.text != "&"]
    return len(tokens[first].text) < 6 or not all(x.text.isupper() for x in words)


SHORTENED = re.compile(r"[A-Z][a-z]{1,8}[A-Z]{2,5}")  # (HarrowALC) and Quarry Council


def _is_known_apart(before: Token, after: Token) -> bool:
    """Return whether a long acronym is a body of its own beside a name's own word.

    >>> from minutebook.recognise.runs import tokens_of
    >>> texts = ("HVPCC Zorbex", "HarrowALC Zorbex", "HVPCC Housing", "SEND Zorbex")
    >>> [_is_known_apart(*tokens_of(x, 0, len(x))) for x in texts]
    [True, True, False, False]
    """
    short = is_acronym(before) or SHORTENED.fullmatch(before.text)
    if len(before.text) < 4 or not short or is_acronym(after):
        return False
    return not is_listed(before.fold) and not is_listed(after.fold)


# kinds of bodies that a committee may be for: Ministry & Outreach Committee
COMMITTEES = frozenset(
    ["committee", "sub-committee", "subcommittee", "working group", "panel", "team"]
)


def _is_committee_of(tokens: list[Token], at: int, first: int) -> bool:
    """Return whether a lone word that may be a head is what a committee is for.

    "Police and Crime" goes together wherever it stands.
    """
    if tokens[at].fold == "police" and tokens[at + 2].fold == "crime":
        return True
    flags = flags_of("organisation_heads").get(tokens[at].fold)
    if flags is None or "bare" in flags or tokens[first].fold not in COMMITTEES:
        return False
    return not at or tokens[at - 1].text == "," or is_break(tokens[at - 1])


def _are_listed(tokens: list[Token], at: int) -> bool:
    """Return whether acronyms stand there and before a comma: bodies of their own."""
    parted = tokens[at - 1].text == ","
    return parted and is_acronym(tokens[at]) and is_acronym(tokens[at - 2])


_SUFFIXES = frozenset({"inc", "llc", "llp", "ltd"})  # Quarry Belt, (Inc)


def _is_region(before: Token, after: Token) -> bool:
    """Return whether these are the ends of "East of England"."""
    sides = ("north", "south", "east", "west", "heart")
    return before.fold in sides and after.fold in ("england", "scotland", "ireland")


DWELLERS = frozenset(
    ["friends", "owners", "parents", "ratepayers", "residents", "tenants", "traders"]
)


def are_dwellers(tokens: list[Token], index: int) -> bool:
    """Return whether two sorts of people share an association from there on.

    >>> from minutebook.recognise.runs import tokens_of
    >>> texts = ("Ratepayers and Residents Association", "Ratepayers and Marsh Hub")
    >>> [are_dwellers(tokens_of(x, 0, len(x)), 0) for x in texts]
    [True, False]
    """
    if index + 2 >= len(tokens) or tokens[index + 1].fold not in ("and", "&"):
        return False
    return tokens[index].fold in DWELLERS and tokens[index + 2].fold in DWELLERS


def _may_join(tokens: list[Token], index: int) -> bool:
    """Return whether "X and ..." may begin with this X: no head, link or break."""
    word = tokens[index]
    if word.fold in LINKS or word.text == "," or is_break(word):
        return False
    if are_dwellers(tokens, index):
        return True
    flags = flags_of("organisation_heads").get(word.fold)
    if flags is not None and not flags & {"weak"}:
        alone = not index or tokens[index - 1].text in (",", "and", "&")
        return "cued" in flags and alone  # Travel and Roads Committee
    return word.fold not in _solo_names() or index > 0


@cache
def _solo_names() -> frozenset[str]:
    return frozenset(x.casefold() for x in flags_of("public_bodies"))
