"""Gives people the posts before their names: "Reeve Holt", "the Clerk, Ms Bell"."""

from __future__ import annotations

import re

from minutebook.assemble.roll import Roll
from minutebook.grammar.affiliations import (
    has_role_word,
    is_chair,
    is_member,
)
from minutebook.grammar.postwords import starts_role
from minutebook.records import Attendee, Span

# "Deputy Mayor Holt", where the title is part of the name as found; the rank of one
# whose force is named is no more than a title
_TITLE = re.compile(
    r"(?P<post>(?:(?:Deputy|Lord|Vice|Acting|Detective|Chief)[\s-]){0,2}(?:Mayor|Reeve"
    r"|Provost|President|Sheriff|Superintendent|(?P<rank>Inspector|Sergeant)))\s{1,3}[A-Z]"
)
# ", Acting Clerk Holt", "by Vice Chair Tom Holt", "The Moderator, Revd Ada Bell"
_BEFORE = re.compile(
    r"""
    (?: ^ | [\n:;(] \s{0,3} | (?P<comma> ,\s{1,3} ) | \b (?=[Tt]he\s)
      | \b (?P<lead> and | by | with | from ) \s{1,3} )
    (?P<the> (?:[Tt]he|An) \s{1,3} )?
    (?P<post> [A-Z][\w/’'-]{1,20} (?: \s [A-Z][\w/’'-]{1,20} ){0,3} )
    (?: (?P<sign> , ) \s{1,3} | [ ]{1,3} )
    (?: (?:Cllr|Councillor|Cr|Mr|Mrs|Ms|Miss|Dr|Revd?) \.? [ ]{1,3} )? $
    """,
    re.VERBOSE,
)
_REACH = 60  # characters before a name in which its post stands


def fill_titles(roll: Roll) -> None:
    """Give everyone of whom nothing is known the post before the name."""
    for at, person in enumerate(roll.people):
        if person.role is not None:
            continue
        span = _title(roll.text, person) or _before(roll.text, person)
        if span is None or not _take(roll, span, person):
            continue
        role = " ".join(roll.text[span.start : span.end].split())
        roll.change(at, role=role, role_span=span)


def _take(roll: Roll, span: Span, person: Attendee) -> bool:
    """Tell whether a post is nobody else's, or was wrongly given to the one before.

    In "Tom Holt, Provost Cllr Ada Bell" the title shows whose it is.
    """
    for at, other in enumerate(roll.people):
        said = other.role_span
        if said is None or said.end <= span.start or span.end <= said.start:
            continue
        between = roll.text[other.end : span.start].strip()
        titled = not roll.text.startswith(person.name[:3], person.start)
        if said.start != span.start or between != "," or not titled:
            return False
        roll.change(at, role=None, role_span=None)
    return True


def _title(text: str, person: Attendee) -> Span | None:
    """Return where the post stands that is part of a name: "Reeve Holt"."""
    match = _TITLE.match(text, person.start, person.end)
    if match is None or (match["rank"] and person.organisation):
        return None
    return Span(*match.span("post"), "text-title")


def _before(text: str, person: Attendee) -> Span | None:
    """Return where the post stands that a name follows, None if none does."""
    low = max(0, person.start - _REACH)
    match = _BEFORE.search(text[low : person.start])
    if match is None:
        return None
    post = match["post"]
    if match["sign"] and (match["comma"] or match["lead"]) and not match["the"]:
        return None
    if post.endswith("s") or is_member(post) or not _is_post(post):
        return None
    here = person.chair or person.status == "present"
    if is_chair(post) and here and post != "Cathaoirleach":
        return None
    return Span(low + match.start("post"), low + match.end("post"), "text-title")


def _is_post(words: str) -> bool:
    """Tell whether all words are of a post.

    >>> _is_post("Vice Chair"), _is_post("Holt Chair")
    (True, False)
    """
    first, *rest = words.split()
    begun = starts_role(first) or (bool(rest) and first in _OF)
    return begun and all(map(starts_role, rest)) and has_role_word(words.split()[-1])


# whose clerk or treasurer somebody is
_OF = frozenset(
    ("Parish", "Town", "City", "County", "Council", "Village", "Board", "Township")
)
