"""Finds acronyms, and which of them a text itself makes short for a body."""

from __future__ import annotations

import re
from collections.abc import Iterable

from minutebook.recognise.heads import Found
from minutebook.recognise.runs import LINKS
from minutebook.records import Mention

# SBC   DfE   N.C.C.   R&D
ACRONYM = re.compile(
    r"""[A-Z](?<![\w.&/’'-][A-Z])  # so that a search leaps from capital to capital
    (?: \.(?:[ ]?[A-Z]\.){1,5}[A-Z]?
      | [A-Z]{1,5}-[A-Z]{2,6}
      | [A-Za-z]?[A-Z&][A-Za-z&]{0,6}[A-Z]
      | [A-Z][A-Z]{1,4}[a-z]{2,5}
      | [A-Z]{1,6}
      | [a-z]{1,3}[A-Z]{1,3} )
    (?![\w&/-])""",
    re.VERBOSE,
)

# Harrow Vale Trust (HVT)   the Quarry Forum [QF]   Marsh Board ("the MB")
DEFINED = re.compile(
    r"""[ ]?[(\[] (?:the[ ])? ["“‘']? (?:the[ ])? ([A-Z][\w&.-]{1,11}) ["”’']? [)\]]""",
    re.VERBOSE,
)
# HVT (Harrow Vale Trust)
OPENED = re.compile(r"([A-Z][\w&.]{1,11})[ ]?[(\[](?:the[ ])?$")


_WORD_ENDS = re.compile(r"[\s\-–/]+")


def initials_of(name: str, small: bool = False) -> str:
    """Return the first letters: "Harrow Vale Trust" -> "HVT".

    >>> initials_of("Society of Farms"), initials_of("Society of Farms", True)
    ('SF', 'SOF')
    """
    words = [w for w in _WORD_ENDS.split(name) if w[:1].isalpha()]
    return "".join(
        w[0].upper()
        for w in words
        if small or (w.lower() not in LINKS and w.lower() != "&")
    )


def bind_acronyms(view: str, found: Iterable[Found]) -> dict[str, str]:
    """Return the acronyms that the text binds to a body, and to which."""
    bound: dict[str, str] = {}
    for x in found:
        match = DEFINED.match(view, x.end)
        if match and looks_short(match[1]) and match[1] not in bound:
            bound[match[1]] = x.name
        opened = OPENED.search(view, max(0, x.start - 18), x.start)
        if opened and looks_short(opened[1]) and opened[1] not in bound:
            bound[opened[1]] = x.name
    return bound


def looks_short(word: str) -> bool:
    """Return whether a bracketed word is an acronym: two capitals or more."""
    return sum(c.isupper() for c in word) >= 2


# (FSM)  -  behind the words that it is short for
BRACKETED = re.compile(r"[(\[](?<=[ ].)([A-Z][A-Za-z&]{1,9})[)\]]")


def blocked_acronyms(view: str, bound: dict[str, str]) -> set[str]:
    """Return the acronyms that the text explains as something other than a body.

    >>> sorted(blocked_acronyms("take-up of Free School Meals (FSM) fell", {}))
    ['FSM']
    """
    blocked = set()
    for match in BRACKETED.finditer(view):
        short = match[1]
        if short in bound or not looks_short(short):
            continue
        before = view[max(0, match.start() - 91) : match.start() - 1]
        words = before.rpartition("\n")[2].rpartition("\x00")[2].split()[-8:]
        letters = "".join(w[0] for w in words).casefold()
        if len(words) > 1 and short[0].casefold() in letters[-len(short) - 3 : -1]:
            blocked.add(short)
    return blocked


Spots = dict[str, list[tuple[int, int]]]


def find_spots(view: str) -> Spots:
    """Return where each acronym stands.

    >>> find_spots("SBC met the HVT; SBC agreed")
    {'SBC': [(0, 3), (17, 20)], 'HVT': [(12, 15)]}
    """
    spots: Spots = {}
    for match in ACRONYM.finditer(view):
        spots.setdefault(match[0], []).append(match.span())
    return spots


def find_in_posts(view: str, posts: Iterable[Mention]) -> Spots:
    """Return the acronyms that a post begins with: "HVT Site Manager".

    >>> view = "SITE MANAGER and HVT Site Manager"
    >>> posts = [Mention("role", a, b, "", "", 1.0) for a, b in ((0, 12), (17, 33))]
    >>> find_in_posts(view, posts)
    {'HVT': [(17, 20)]}
    """
    spots: Spots = {}
    for post in posts:
        match = ACRONYM.match(view, post.start)
        if match and LED.match(view, match.end()) and match.end() < post.end:
            spots.setdefault(match[0], []).append(match.span())
    return spots


LED = re.compile(r" [A-Z][a-z]")  # a word of the post, not in capitals


def find_acronyms(
    spots: Spots, bound: dict[str, str], blocked: set[str], names: list[str]
) -> tuple[list[Found], dict[str, str]]:
    """Return mentions of acronyms bound to a body, or that a body's initials spell."""
    by_initials: dict[str, set[str]] = {}
    for name in names:
        for key in {initials_of(name), initials_of(name, True)}:
            if len(key) > 1:
                by_initials.setdefault(key, set()).add(name)
    bound = dict(bound)
    found = []
    for word in spots:
        plain = word.replace(".", "").replace(" ", "").upper()
        fits = by_initials.get(plain, set())
        if (
            word not in bound
            and word not in blocked
            and len(fits) == 1
            and len(plain) > 2
        ):
            bound[word] = next(iter(fits))
    for word in spots.keys() & bound.keys():
        found += [Found(a, b, word, "org-acronym", 0.85) for a, b in spots[word]]
    return found, bound
