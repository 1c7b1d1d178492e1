"""Tidies what was read as somebody's post, and drops what is none.

Behind a name stand "Rector and Chair", "(secretary", "and the clerk"; or "members of
the public", "representing the Clerk", which are no posts.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from minutebook.grammar.affiliations import has_role_word, is_note
from minutebook.records import Attendee, Span

# "Parent Representative and Chair": a post, and that its holder chaired
_AND_CHAIR = re.compile(
    r"\s(?:and|&)\s(?:acting\s)?chair(?:man|woman|person)?$", re.IGNORECASE
)
_LEAD = re.compile(
    r"[/&:]\s|and\sthe\s|\((?=[^()]*$)"
    r"|(?:was\s)?(?:taken|called|conducted|recorded)\sby\s(?:the\s)?",  # a roll call
    re.IGNORECASE,
)
# "members of the public", "be elected Vice Chair", "The Rector" opened the meeting
_NO_POST = re.compile(
    r"(?-i:The\s)|(?-i:Cr|Cllrs?|Cncl?lr|Coun(?:cillors?)?)\.?$|(?:\w{1,12}\s)?members?\sof\b|(?:be|by|in|of|on|to|was|with|representing\sthe"
    r"|undertook|welcomed|(?-i:Cllrs?|Councillor|Mrs?|Ms|Miss|Dr)\.?\s[A-Z]|minutes|leave|(?-i:elected|proposed|seconded))\b(?!-)",
    re.IGNORECASE,
)
# "Clerk - ill health", "Clerk in the Chair"
_REASON = re.compile(r"\s(?:[-–]\s[a-z].*|in\sthe\s(?:Chair|CHAIR|chair))$")
_PUBLIC = re.compile(r"\bmembers?\sof\s(?:the\s)?(?:public|community)\b", re.IGNORECASE)


def tidy(text: str, person: Attendee) -> Attendee:
    """Return a person with nothing but the post in the post, without what is none."""
    if person.role is None:
        return person
    role = person.role
    if role.casefold() == "presiding":
        chair = person.chair or person.status == "present"
        return replace(person, role=None, role_span=None, chair=chair)
    if _NO_POST.match(role) or _PUBLIC.search(role):
        return replace(person, role=None, role_span=None)
    lead = _LEAD.match(role)
    role = role[lead.end() :] if lead else role
    role = _REASON.sub("", role)
    if role.endswith(")") and "(" not in role:
        role = role[:-1]
    chair = person.chair
    if match := _AND_CHAIR.search(role):
        role = role[: match.start()]
        chair = chair or person.status == "present"
    if role == person.role:
        return person
    return replace(
        person, role=role, chair=chair, role_span=_within(text, person, role)
    )


def part_departments(text: str, people: list[Attendee]) -> list[Attendee]:
    """Return the people with the departments that posts have in brackets as bodies.

    They are told by two of whom the brackets say the same. "Governor (Nursing)" sits
    for a field.
    """
    found = [_FIELD.fullmatch(x.role or "") for x in people]
    said = Counter(m["field"] for m in found if m)
    if max(said.values(), default=0) < 2:
        return people
    return [
        _with_department(text, x, m) if m else x
        for x, m in zip(people, found, strict=True)
    ]


# "Committee Officer (Democratic Services)"
_FIELD = re.compile(
    r"(?P<post>[^()]{3,80}(?<!governor)(?<!member)(?<!representative)(?<!rep))"
    r"\s\((?P<field>[A-Z][^()]{3,70})\)",
    re.IGNORECASE,
)


def _with_department(text: str, person: Attendee, said: re.Match[str]) -> Attendee:
    """Return a person with post and department apart."""
    if person.organisation or has_role_word(said["field"]) or is_note(said["field"]):
        return person
    return replace(
        person,
        role=said["post"],
        role_span=_within(text, person, said["post"]),
        organisation=said["field"],
        organisation_span=_within(text, person, said["field"]),
    )


def _within(text: str, person: Attendee, words: str) -> Span | None:
    """Return where some words stand that are a part of what was read for a post."""
    span = person.role_span
    at = text.find(words, span.start, span.end) if span else -1
    return Span(at, at + len(words), span.rule) if span and at >= 0 else span
