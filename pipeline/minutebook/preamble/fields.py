"""Fields that stand for posts: "Cllr A Bell – Housing", "Tom Holt, Grounds"."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from minutebook.grammar.affiliations import has_organisation_word, is_acronym, is_strong
from minutebook.grammar.listnames import evidence
from minutebook.grammar.names import parse_name
from minutebook.records import Attendee, Span


def give_fields(text: str, people: list[Attendee]) -> list[Attendee]:
    """Return the people with a field as the post where others have posts there.

    Beside the Leader of a council stand those who lead a part of its work each, behind
    the same sign; beside a Chairman and a Treasurer those who see to something.
    """
    signs = {x: _sign(text, x, x.role_span) for x in people if x.role}
    led = {s for x, s in signs.items() if s and _LEADER.match(x.role or "")}
    posted = _signs_of_posts(text, people, signs)
    found = []
    for person in people:
        sign = _sign(text, person, person.organisation_span)
        field = person.organisation or ""
        if person.role or not field or not sign or not _may_be_field(field):
            found.append(person)
        elif (sign in led and not is_strong(field)) or (
            sign in posted and _is_unknown(text, person)
        ):
            post = replace(person, role=field, role_span=person.organisation_span)
            found.append(replace(post, organisation=None, organisation_span=None))
        else:
            found.append(person)
    return found


# who leads a council, and those under the leader a part of its work
_LEADER = re.compile(r"(?:Deputy )?(?:Council )?Leader\b")


def _sign(text: str, person: Attendee, span: Span | None) -> str | None:
    """Return the sign between a name and what is said of it: "-", ",", "(" or a tab.

    Initials and a remark in brackets behind the name are no sign.
    """
    if span is None or not person.end <= span.start:
        return None
    match = _SIGN.fullmatch(text, person.end, span.start)
    return match["sign"].replace("–", "-").replace("—", "-") if match else None


_SIGN = re.compile(
    r"(?:\s{0,3}\([A-Z]{2,4}\))?\s{0,3}(?P<sign>[,(\t–—-]|:)\s{0,3}", re.ASCII
)


def _signs_of_posts(
    text: str, people: list[Attendee], signs: dict[Attendee, str | None]
) -> set[str]:
    """Return the signs behind which several have posts, and none of them a body."""
    bodies = any(
        has_organisation_word(x.organisation or "")
        and not _BESIDE.search(x.group or "")
        for x in people
    )
    if bodies:
        return set()
    counts = Counter(x for x in signs.values() if x in (",", "-"))
    chaired = any(x.chair for x in people)
    return {sign for sign, posts in counts.items() if posts + chaired >= _LEAST}


_LEAST = 2  # with a post behind that sign
# labels of lists of people of other bodies
_BESIDE = re.compile(
    r"in attendance|also|other|visit|guest|observ|officer|invit|public", re.I
)


def _may_be_field(words: str) -> bool:
    """Tell whether words are so few and so written that they may name a field.

    >>> [_may_be_field(x) for x in ("Housing and Homelessness", "Boats", "see item 4")]
    [True, True, False]
    """
    return (
        words[0].isupper()
        and len(words.split()) < _LONGEST
        and not any(c.isdigit() or c in ".:!?" for c in words)
        and not is_acronym(words)
    )


_LONGEST = 8  # words


def _is_unknown(text: str, person: Attendee) -> bool:
    """Tell whether no word says what a piece is, and nobody else begins in it."""
    words, span = person.organisation or "", person.organisation_span
    if span is None or has_organisation_word(words) or len(words.split()) > _FEW:
        return False
    if _BESIDE.search(person.group or "") or not _ENDS.match(text, span.end):
        return False
    name = parse_name(words)
    return name is None or not (evidence(name) or ("&" not in words and " " in words))


_FEW = 4  # words
_ENDS = re.compile(r"\s{0,3}(?:;|\n|$|\()")
