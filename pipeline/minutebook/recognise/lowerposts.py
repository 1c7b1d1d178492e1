"""Finds offices in lower case and beside people: the clerk, caretaker Ada Penrose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from minutebook.grammar.anchors import (
    find_places,
    holds_any,
    matches_among,
    matches_at,
)
from minutebook.grammar.leaps import leaping
from minutebook.recognise.posts import FoundPost
from minutebook.recognise.runs import LINKS
from minutebook.recognise.wordlists import words_of


@cache
def _offices() -> frozenset[str]:
    """Return offices that are one in lower case as well: chair, head teacher."""
    more = ("chief executive", "solicitor", "agent")
    return words_of("role_heads", "lower").union(more)


def _any(words: frozenset[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=lambda x: (-len(x), x))))


# the clerk   The head teacher
@cache
def _the_office() -> re.Pattern[str]:
    words = words_of("role_heads", "lower")
    return re.compile(
        rf"he[ ](?:[A-Z]{{2,6}}[ ])?({_any(words)})(?![\w-])"
        r"(?:(?<=chief[ ]executive)|(?![ ]of))"
    )


OWNER = "(?:(?:the|its|their|our|his|her|an?)[ ])?"


# Ada Penrose (chair)   Ada Penrose, our treasurer
@cache
def _behind() -> re.Pattern[str]:
    acting = "((?:[Aa]cting|[Ii]nterim|[Dd]eputy)[ ][Hh]ead[ ]teacher)"
    offices = f"(?:{acting}|({_any(_offices())}))"
    return re.compile(rf"(?:,?[ ]\(?|[ ][-–][ ]){OWNER}{offices}(?![\w-])")


# elected vice chair   as external auditor   as a trustee   the post of caretaker
@cache
def _taken_up() -> re.Pattern[str]:
    words = "auditor|trustee|director|delegate|officer|coach|governor|patron"
    words += "|teacher|magistrate"
    offices = _any(_offices())
    return re.compile(
        rf"(?:\b(?:as[ ]|(?:is|was)[ ](?=an?[ ])){OWNER}"
        rf"(?P<as>(?:[a-z]{{4,12}}[ ])?(?:{offices}|{words}|Director|Trustee))s?"
        rf"|(?:post[ ]of|elected|appointed)[ ]{OWNER}(?P<to>{offices}))(?![\w-])"
    )


# with which what the pattern above finds begins
_TAKEN_STARTS = ("as ", "is a", "was a", "post of ", "elected ", "appointed ")
STATUTORY = re.compile(r"(?:151|114|95|73)[ ][Oo]fficer(?![\w-])")
SECTION = re.compile(r"\b[Ss](?:ection[ ]|\.?[ ]?)$")

# the footpaths (officer)    a traffic (warden)    the Environmental Health (officer)
OF_TRADES = (
    "teacher",
    "adviser",
    "manager",
    "officer",
    "co-ordinator",
    "coordinator",
    "warden",
    "marshal",
)
_LOWER_HEADS = (
    *("officer", "warden", "co-ordinator", "coordinator", "engineer", "inspector"),
    *("marshal", "governor", "lead", "partner", "secretary", "manager", "assistant"),
    *("visitor", "teacher", "adviser", "advisor", "worker", "assessor", "advocate"),
    *("supervisor", "analyst", "coach", "ranger", "pharmacist", "prescriber"),
    *("correspondent", "surveyor", "clerk", "caretaker", "planner", "nurse"),
)
LOWER_HEAD = re.compile(rf"(?:{'|'.join(_LOWER_HEADS)})(?=s?(?![\w-]))(?![ ]manager)")
LED_BY = leaping(r"\b(?:[Tt]he|[Aa]n?|[Oo]ur)[ ]((?:[A-Za-z][a-z’'-]{2,20}[ ]){1,3})$")
# City (manager)   County (engineer)  -  with a capital on whose post it is alone
_CIVIC = "City|Town|County|Village|Borough|Township|Board|Library|School"
CIVIC = re.compile(
    rf"(?:{_CIVIC})[ ]"
    r"(?:manager|clerk|attorney|administrator|treasurer|engineer|planner|secretary"
    r"|solicitor|librarian|superintendent)(?![\w-])"
)
_CIVIC_WORDS = tuple(f"{x} " for x in _CIVIC.split("|"))
# 5 (project) manager(s)   from (traffic) wardens  -  but chief finance officers
TRADE = re.compile(
    r"(?<!chief[ ])(?<!code[ ])\b(?:project|finance|traffic|contracts?|facilities"
    r"|events|conservation|enforcement|footpaths?|planning|housing|liaison|safeguarding"
    r"|class|maintenance|taxi|operations|impact|programme|program|access)[ ]$"
)
MASKED = re.compile("\x00\x00*")
WORD = re.compile(r"(?:(?<![\w.])[A-Z](?=[a-z]+[ ][a-z]))?[a-z-]+")

# the (CPO) reported,  where police are near: not a compulsory purchase order
BEAT = re.compile(r"\b(CPO)s?\b")


def find_lower(view: str) -> list[FoundPost]:
    """Return offices in lower case: "the clerk", "the footpaths officer"."""
    led = _led_offices(view)
    found = [
        FoundPost(m.start(1), m.end(1), m[1], "role-lower", 0.6)
        for m in matches_among(_the_office(), led, view, 0, len(view))
        if view[max(0, m.start() - 1)] in "Tt"
    ]
    found += _listed_offices(view, led)
    found += [
        FoundPost(*m.span(), m[0], "role-lower-civic", 0.6)
        for m in matches_at(CIVIC, view, _CIVIC_WORDS)
    ]
    near = [*_beside_people(view), *_offices_taken(view), *_beat_officers(view)]
    return [*found, *_lower_posts(view), *near]


def _led_offices(view: str) -> list[int]:
    """Return where an article stands that an office may follow, or a mark before it.

    Most articles lead other words: two letters behind them tell that soonest.

    >>> _led_offices("the clerk, the bench, the IT officer")
    [1, 23]
    """
    starts = _office_starts()
    return [
        at
        for at in find_places(view, ("he ",))
        if (letters := view[at + 3 : at + 5]) in starts or letters.isupper()
    ]


@cache
def _office_starts() -> frozenset[str]:
    return frozenset(x[:2] for x in words_of("role_heads", "lower"))


# the chairman(, secretary) and treasurer
@cache
def _second_office() -> re.Pattern[str]:
    offices = _any(words_of("role_heads", "lower"))
    return re.compile(
        rf"he[ ](?<=\b[Tt]he[ ])(?:{offices})(?:,?[ ]({offices}))?"
        rf"[ ](?:and|&)[ ](?:the[ ])?({offices})(?![\w-])(?![ ]of)"
    )


def _listed_offices(view: str, led: list[int]) -> Iterator[FoundPost]:
    """Yield the offices that one "the" leads: the chairman, secretary and treasurer."""
    for listed in matches_among(_second_office(), led, view, 0, len(view)):
        for start, end in (listed.span(1), listed.span(2)):
            if start >= 0:
                yield FoundPost(start, end, view[start:end], "role-lower-list", 0.6)


def _beat_officers(view: str) -> Iterator[FoundPost]:
    for beat in BEAT.finditer(view) if "CPO" in view else ():
        near = view[max(0, beat.start() - 300) : beat.end() + 200].casefold()
        if "police" in near and "purchase" not in near:
            yield FoundPost(beat.start(1), beat.end(1), "CPO", "role-beat", 0.6)


# that lead to one's post: the project officer, the school link officer
BESIDE_POST = frozenset(
    ["project", "school", "site", "office", "press", "area", "duty"]
)


def _lower_posts(view: str) -> Iterator[FoundPost]:
    plain = words_of("name_words", "vague", "break") | LINKS
    plain -= BESIDE_POST
    for head in matches_at(LOWER_HEAD, view, _LOWER_HEADS):
        low = max(0, head.start() - 70)
        if view[head.end() : head.end() + 1] == "s":
            yield from _of_trade(view, low, head)
            continue
        led = LED_BY.search(view[low : head.start()])
        words = led[1].casefold().split() if led else ["the"]
        # "the nominated lead" says how, not of what
        mixed = led and any(x in words_of("role_heads", "lower") for x in words)
        if mixed and _second_office().match(view, low + led.start() + 1 if led else 0):
            continue
        if led and plain.isdisjoint(words) and not words[-1].endswith("ed"):
            start = low + led.start(1)
            name = view[start : head.end()]
            yield FoundPost(start, head.end(), name, "role-lower-post", 0.5)
        elif not led:
            yield from _of_trade(view, low, head)


def _of_trade(view: str, low: int, head: re.Match[str]) -> Iterator[FoundPost]:
    """Yield "project manager" where no article leads it, or where there are many."""
    trade = TRADE.search(view[low : head.start()])
    if trade and head[0] in OF_TRADES:
        start = low + trade.start()
        name = view[start : head.end()]
        yield FoundPost(start, head.end(), name, "role-lower-trade", 0.5)


@cache
def _last_words() -> tuple[str, ...]:
    """Return the words that an office in lower case can end in."""
    return tuple(sorted({x.split()[-1] for x in _offices()}))


def _beside_people(view: str) -> Iterator[FoundPost]:
    """Yield the office before or behind a masked person: "caretaker Ada Penrose"."""
    for person in MASKED.finditer(view):
        office = _behind().match(view, person.end())
        if office:
            start, end = office.span(office.lastindex or 0)
            yield FoundPost(start, end, view[start:end], "role-near", 0.6)
        before = view[max(0, person.start() - 40) : person.start()]
        if not before.rstrip(" ,").endswith(_last_words()):
            continue
        words = WORD.findall(before.rpartition("\n")[2])[-3:]
        for size in (3, 2, 1):
            name = " ".join(words[-size:])
            office_named = name[:1].lower() + name[1:] in _offices()
            if office_named and before.rstrip(" ,").endswith(name):
                start = person.start() - len(before) + before.rindex(name)
                yield FoundPost(start, start + len(name), name, "role-near", 0.6)
                break


def _offices_taken(view: str) -> Iterator[FoundPost]:
    for taken in matches_at(_taken_up(), view, _TAKEN_STARTS):
        if not view[taken.start() - 1 : taken.start()].isalpha():
            start, end = taken.span("as" if taken["as"] else "to")
            yield FoundPost(start, end, view[start:end], "role-taken", 0.6)
    sections = holds_any(view, ("151 ", "114 ", "95 ", "73 "))
    for officer in STATUTORY.finditer(view) if sections else ():
        low = max(0, officer.start() - 9)
        section = SECTION.search(view[low : officer.start()])
        if section:
            start = low + section.start()
            name = view[start : officer.end()]
            yield FoundPost(start, officer.end(), name, "role-statutory", 0.8)
