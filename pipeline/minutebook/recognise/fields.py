"""Tells the fields of work that stand behind a post: Schools, Roads and Housing."""

from __future__ import annotations

import re

from minutebook.recognise.runs import LINKS, Token
from minutebook.recognise.wordlists import words_of


def is_field(tokens: list[Token]) -> bool:
    """Return whether some word or link tells a field of work from a person's name."""
    areas = words_of("name_words", "area")
    return any(x.fold in areas or x.fold in LINKS or x.text == "," for x in tokens)


# behind which a field ends: the Group Accountant, Schools(,) reported
CLOSES = re.compile(r"[ ]?(?:[,;)\n]|$)(?![ ](?:and|&)[ ])")
# fields of work that name more than work
FIELDS = frozenset(
    [
        *("adults", "children", "commissioning", "communities", "enforcement"),
        *("families", "operations", "place", "primary", "schools", "secondary", "send"),
        *("support", "youth", "north", "south", "east", "west", "central", "audit"),
        *("remuneration", "prevention", "protection", "response", "quality", "risk"),
    ]
)


def are_fields(tokens: list[Token]) -> bool:
    """Return whether each word is a field of work, or links two of them."""
    areas = words_of("name_words", "area") | FIELDS
    return all(x.fold in areas or x.fold in LINKS for x in tokens)


# Housing Support Services   Climate Change and Sustainable Buildings
BRANCH = frozenset(
    (
        "services",
        "service",
        "development",
        "delivery",
        "directorate",
        "division",
        "department",
        "operations",
        "infrastructure",
        "resources",
        "communications",
    )
)


def is_branch(tokens: list[Token]) -> bool:
    """Return whether words behind a comma in running text name a branch of work."""
    plain = [x for x in tokens if x.fold not in LINKS]
    return len(plain) > 1 and tokens[-1].fold in BRANCH
