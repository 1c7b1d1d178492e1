"""Turns bodies that a list puts behind a name with a comma from people into bodies."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from minutebook.grammar.affiliations import is_known_body
from minutebook.grammar.names import words_of
from minutebook.records import Attendee, Span

# Mill Watch Wales, Quarry Aid Cymru: whose last word is no surname
_NATION = re.compile(
    r"(?P<first>[A-Z][\w’'-]+)(?:\s[A-Z][\w’'-]+)*\s"
    r"(?:Cymru|Wales|Scotland|England|(?:Northern\s)?Ireland|UK|NI|NZ)"
)
# "Ann Bell and Tom Holt", whose body comes behind both
_BESIDE = re.compile(r"\s(?:and|&)\s(?:[A-Z][a-z]{0,3}\.?\s)?")
_BEHIND = re.compile(r",\s{1,3}")


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
        if not _is_body(person.name):
            kept.append(person)
            continue
        link, start = _BEHIND, person.start
        for place in range(len(kept) - 1, max(-1, len(kept) - 4), -1):
            before = kept[place]
            if before.organisation or not link.fullmatch(text, before.end, start):
                break
            kept[place] = replace(
                before,
                organisation=person.name,
                organisation_span=Span(person.start, person.end, person.rule),
            )
            link, start = _BESIDE, before.start
    return kept


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
