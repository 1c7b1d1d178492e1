"""Recognises organisations, their acronyms and short forms."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import cache

from minutebook.recognise.bodies import (
    bind_acronyms,
    find_acronyms,
    find_cued,
    find_dealt_with,
    find_listed,
    find_lower_bodies,
    find_spots,
)
from minutebook.recognise.context import Context
from minutebook.recognise.entities import group_found
from minutebook.recognise.heads import Found, find_headed
from minutebook.recognise.model import is_on
from minutebook.recognise.runs import (
    LINKS,
    Reading,
    fold,
    without,
)
from minutebook.recognise.unexplained import find_by_judge
from minutebook.recognise.wordlists import (
    flags_of,
    given_names,
    read_rows,
    words_of,
)
from minutebook.records import Entity, Mention


def recognise_organisations(
    context: Context, reading: Reading, roles: tuple[Mention, ...]
) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """Return the mentions of organisations and the organisations they name."""
    parts = [post_part(reading.view, x) for x in roles]
    view, runs = without(reading, parts)
    listed = find_listed(view, runs)
    headed = part_joined(view, listed, find_headed(view, runs))
    found = [*_anchors(context), *listed, *headed]
    found = settle([*found, *find_lower_bodies(view)])
    bound, blocked = bind_acronyms(view, found)
    names = sorted({x.name for x in found if not x.generic})
    spots = find_spots(view)
    acronyms, bound = find_acronyms(spots, bound, blocked, names)
    found = settle([*found, *acronyms])
    blocked |= {initials(x.name) for x in context.preamble.attendance}
    cued = find_cued(view, spots, set(bound) | {x.name for x in found}, blocked)
    found = settle([*found, *cued])
    home = frozenset(
        word
        for name in (context.preamble.body, context.preamble.council)
        for word in (name or "").casefold().split()
    )
    found = settle([*found, *find_dealt_with(view, runs, found, home)])
    if is_on():
        rest = without(Reading(view, runs), [(x.start, x.end) for x in found])
        found = settle([*found, *find_by_judge(context.joined, rest.runs)])
    main = (context.preamble.body, context.preamble.council)
    mentions, entities = group_found(found, bound, main)
    return tuple(mentions), tuple(entities)


def part_joined(view: str, listed: list[Found], headed: list[Found]) -> list[Found]:
    """Return the bodies without a known one before "and": Ofsted and Quarry Trust."""
    ends = {x.start: x.end for x in listed}
    parted = []
    for x in headed:
        end = ends.get(x.start, 0)
        link = next((k for k in (" and ", " & ") if view.startswith(k, end)), "")
        if end and link and x.end > end + len(link):
            start = end + len(link)
            x = x._replace(start=start, name=fold(view[start : x.end]))
        parted.append(x)
    return parted


def post_part(view: str, role: Mention) -> tuple[int, int]:
    """Return what of a role's words is no body: "Chair of" in "Chair of the Forum"."""
    text = view[role.start : role.end]
    for link in (" of the ", " to the ", " for the "):
        place = text.find(link)
        if place > 0:
            return role.start, role.start + place
    return role.start, role.end


def initials(name: str) -> str:
    """Return a person's initials, which are no body's acronym.

    >>> initials("Anne-Marie Pugh")
    'AMP'
    """
    return "".join(x[0] for x in re.split(r"[\s-]+", name) if x)


def settle(found: list[Found]) -> list[Found]:
    """Return the stretches without overlaps, the longest kept, in their order."""
    kept: list[Found] = []
    for x in sorted(found, key=lambda x: (x.start, -x.end)):
        if kept and x.start < kept[-1].end:
            if x.end - x.start > kept[-1].end - kept[-1].start:
                kept[-1] = x
            continue
        kept.append(x)
    return kept


def _anchors(context: Context) -> list[Found]:
    """Return the bodies that the heading and the attendance list name."""
    preamble = context.preamble
    named = {"council": preamble.council, "body": preamble.body}
    found = [
        Found(span.start, span.end, fold(named[field] or ""), "org-heading", 0.95)
        for field, span in preamble.spans
        if named.get(field) and not re.search(r"\d{4}", named[field] or "")
    ]
    for x in preamble.attendance:
        if x.organisation and x.organisation_span:
            span = x.organisation_span
            whole = "\t" not in context.source.text[span.start : span.end]
            if whole and not (x.role and _is_portfolio(x.role, x.organisation)):
                found += _affiliations(context.source.text, span.start, span.end)
    return found


# not a body: "6 committee members", "attended as substitute", "JP", "Ada Penrose"
NO_BODY = re.compile(
    r"""^\s*\d
      | \b(?:[Cc]ouncillors?|Cllrs?|members?|attended|substitute|present|apologies
        |residents?|Mrs?|Ms|Dr|[Ii]ndependent)\b|[Ss]ector\s*$
      | ^\s*(?:JP|OBE|MBE|CBE|QPM|DL|KC|MP|MSP)\s*$ | \d{4}""",
    re.VERBOSE,
)


def is_affiliation(text: str) -> bool:
    """Return whether words beside a listed person may name a body.

    >>> [is_affiliation(x) for x in ("Roads Team", "6 members", "Ada Penrose")]
    [True, False, False]
    """
    words = text.split()
    if not 0 < len(words) < 13 or NO_BODY.search(text):
        return False
    heads = flags_of("organisation_heads")
    if not all(_may_stand(x, heads) for x in words) or words[-1] in LINKS:
        return False
    if len(words) == 1 and (len(text) < 3 or text.casefold() in words_of(*COMMON)):
        return text in {x.word for x in read_rows("public_bodies")}
    last = max((i for i, x in enumerate(words) if x.casefold() in heads), default=-1)
    posts = flags_of("role_heads")
    if any(x.casefold() in posts for x in words[last + 1 :]):
        return False
    return last >= 0 or (
        words[0].casefold() not in given_names()
        and words[-1].casefold() not in SIDES
        and not all(x.casefold() in _vague() for x in words)
    )


SIDES = frozenset(
    ["north", "south", "east", "west", "central", "ward", "years", "professional"]
)
FIELDS = frozenset(["head", "office", "rest", "medical", "dental", "guest"])


@cache
def _vague() -> frozenset[str]:
    """Return words that alone tell of a field of work or a place, of no body."""
    kinds = ("common", "generic", "place", "nation", "plain", "vague")
    known = frozenset[str]().union(*(words_of("name_words", x) for x in kinds))
    return known | LINKS | FIELDS


def _is_portfolio(role: str, organisation: str) -> bool:
    """Return whether the words beside a post say what it is for, not whose it is.

    >>> _is_portfolio("Public Governor", "Thornbeck North")
    True
    """
    heads = flags_of("organisation_heads")
    if any(x.casefold() in heads for x in organisation.split()):
        return False
    return bool(re.search(r"Governor|Cabinet|Portfolio", role))


COMMON = ("name_words", "common")


def _may_stand(word: str, heads: Container[str]) -> bool:
    """Return whether a word may stand in a name: a capital, a link, a head noun."""
    lower = word[:1].islower() and not word[1:2].isupper()
    return not lower or word in LINKS or word in heads


# (DQ – )Marsh Probation: the initials of who is listed
MARKED = re.compile(r"[A-Z]{2,4}[ ][–-][ ]")


def _affiliations(text: str, start: int, end: int) -> list[Found]:
    """Return the bodies of an attendance entry: "Roads Team, Marsh Council" is two."""
    found = []
    parts = text[start:end].split(", ")
    if any(" and " in x or " & " in x for x in parts[1:]):
        parts = [text[start:end]]
    for part in parts:
        marked = MARKED.match(part)
        if marked:
            start, part = start + marked.end(), part[marked.end() :]
        if is_affiliation(part):
            found.append(
                Found(start, start + len(part), fold(part), "org-attendance", 0.9)
            )
        start += len(part) + 2
    return found
