"""Turns bodies that a list puts behind a name with a comma from people into bodies."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from minutebook.grammar.knownbodies import is_known_body
from minutebook.grammar.names import words_of
from minutebook.records import Attendee, Span

# Mill Watch Wales, Quarry Aid Cymru: whose last word is no surname
_NATION = re.compile(
    r"(?<!\w)(?P<first>[A-Z][\w’'-]{1,30})(?:\s[A-Z][\w’'-]{1,30}){0,4}\s"
    r"(?:Cymru|Wales|Scotland|England|(?:Northern\s)?Ireland|UK|NI|NZ)"
)
# "Ann Bell and Tom Holt", whose body comes behind both
_BESIDE = re.compile(r"\s(?:and|&)\s(?:[A-Z][a-z]{0,3}\.?\s)?")
_BEHIND = re.compile(r",\s{1,3}|(?:\s{0,3}\([A-Z][A-Za-z]{1,3}\))?\s{1,6}[-–]\s{1,6}")
# (Quarry Vale) UHB,  (Penrose Holt) LLP: what makes a body of the name before it
_TAIL = re.compile(
    r"\s(?:UHB|LHB|NHS|CCG|ICB|LLP|Ltd|Limited|PLC|plc|Inc|LLC|IDB|Solicitors|Architects"
    r"|Council|Association|Society|Trust|Partnership|Committee|Board)\b"
    r"(?!\s(?:[Mm]ember|[Cc]hair|[Cc]lerk|[Ss]ecretary|[Oo]fficer))"
)


def give_bodies(text: str, people: Iterable[Attendee]) -> list[Attendee]:
    """Return the people; a body that was read as one of them goes to who it follows.

    >>> people = [Attendee("Ann Bell", 0, 8, "present")]
    >>> people.append(Attendee("Mill Aid Wales", 10, 24, "present"))
    >>> [person] = give_bodies("Ann Bell, Mill Aid Wales", people)
    >>> person.name, person.organisation
    ('Ann Bell', 'Mill Aid Wales')
    """
    kept: list[Attendee] = []
    for person in people:
        end = _body_end(text, person)
        body = Span(person.start, end, person.rule) if end else None
        given = body is not None and _give(text, kept, body)
        if not (given or _is_body(person.name)):
            kept.append(person)
    return kept


def _body_end(text: str, person: Attendee) -> int | None:
    """Return where the body ends that an entry names, None where it names a person."""
    if _is_body(person.name):
        return person.end
    tail = None if person.role else _TAIL.match(text, person.end)
    if tail is None or person.organisation not in (None, tail[0].strip()):
        return None
    return tail.end()


def _give(text: str, people: list[Attendee], body: Span) -> bool:
    """Give a body to those whom it stands behind; return whether there is anybody."""
    link, start, given = _BEHIND, body.start, False
    name = " ".join(text[body.start : body.end].split())
    for place in range(len(people) - 1, max(-1, len(people) - 4), -1):
        before = people[place]
        if before.organisation or not link.fullmatch(text, before.end, start):
            break
        people[place] = replace(before, organisation=name, organisation_span=body)
        link, start, given = _BESIDE, before.start, True
    return given


def _is_body(name: str) -> bool:
    """Tell whether the name of an entry is a body's.

    >>> [_is_body(x) for x in ("Mill Aid Wales", "Ann Wales", "Women's Aid")]
    [True, False, True]
    """
    if is_known_body(name):
        return True
    nation = _NATION.fullmatch(name)
    given = words_of("given_names.tsv")
    return nation is not None and nation["first"].casefold() not in given
