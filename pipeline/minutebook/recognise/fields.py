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
CLOSES = re.compile(
    r"[ ]?(?:[,;)\n]|$)(?![ ](?:and|&)[ ])"
    r"|[ ](?:[a-z]{2,10}ed|gave|had|has|is|met|said|spoke|told|was|will|would)\b"
)
# fields of work that name more than work
FIELDS = frozenset(
    [
        *("academic", "activities", "acute", "admissions", "adult", "analytics"),
        *("animal", "archives", "arts", "assessment", "attendance", "behaviour"),
        *("benefits", "bereavement", "bridges", "building", "campaigns", "capital"),
        *("catering", "cemeteries", "civil", "cleansing", "climate", "clinical"),
        *("community", "control", "curriculum", "data", "democratic", "disability"),
        *("diversity", "drainage", "drama", "elections", "emergency", "employment"),
        *("energy", "engagement", "enterprise", "equality", "estates", "events"),
        *("exams", "facilities", "fire", "fundraising", "grounds", "heritage"),
        *("highways", "homelessness", "inclusion", "innovation", "insight"),
        *("intelligence", "libraries", "licensing", "maintenance", "marketing"),
        *("media", "medical", "membership", "mental", "museums", "music", "older"),
        *("organisational", "outreach", "parking", "parks", "partnerships"),
        *("pastoral", "payroll", "performance", "pharmacy", "premises", "press"),
        *("projects", "public", "recycling", "rescue", "research", "resilience"),
        *("revenues", "sewerage", "skills", "social", "societies", "spaces", "sport"),
        *("sports", "standards", "street", "sustainability", "tourism", "trading"),
        *("traffic", "volunteering", "wastewater", "web", "welfare", "wellbeing"),
        *("workforce", "open", "medicines", "neighbourhoods", "change", "policy"),
        *("adults", "children", "commissioning", "communities", "enforcement"),
        *("families", "operations", "place", "primary", "schools", "secondary", "send"),
        *("support", "youth", "north", "south", "east", "west", "central", "audit"),
        *("transformation", "economy", "growth", "technical", "assurance", "delivery"),
        *("investment", "law", "security", "inspection", "improvement", "localities"),
        *("integration", "therapies", "pensions", "accountancy", "fleet", "programmes"),
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


# (Assistant Director) (Commissioning)
BRACKETED = re.compile(r"[ ]\(([A-Z][\w&-]+(?:[ ](?:and|&|[A-Z][\w&-]+)){0,4})\)")
# (Head of Key Stage) 2,  (Manager, Area) 3
COUNTED = re.compile(
    r"(?<=Stage)[ ][1-5]\b|(?<=Area)[ ]\d{1,2}\b|(?<=Year)[ ]\d{1,2}\b"
)
# (Minister of State) at the Department of Rivers with responsibility for Locks
_NAMED = r"[A-Z]\w+(?:(?:,|[ ]and|[ ]&|,[ ]and|[ ]of)?[ ][A-Z]\w+){0,7}"
BRIEF = re.compile(
    rf"(?<=of State)"
    rf"(?:[ ](?:at|in)[ ]the[ ](?:Department|Ministry)[ ](?:of|for)[ ]{_NAMED})?"
    rf"(?:[ ]with[ ](?:special[ ])?responsibility[ ]for[ ](?:the[ ])?{_NAMED})?"
)


def field_end(view: str, stop: int, flags: frozenset[str]) -> int:
    """Return where the field of work behind a post's name ends.

    `flags` are those of the post's head noun.

    >>> view = "Director (Commissioning)"
    >>> field_end(view, 8, frozenset(["tail"])), field_end(view, 8, frozenset())
    (24, 8)
    """
    more = BRIEF.match(view, stop) or COUNTED.match(view, stop)
    if more:
        return more.end()
    field = BRACKETED.match(view, stop) if flags & {"tail", "solo"} else None
    areas = words_of("name_words", "area") | FIELDS
    if field and any(x.casefold() in areas for x in field[1].split()):
        return field.end()
    return stop
