"""Recognises organisations, their acronyms and short forms."""

from __future__ import annotations

import re

from minutebook.recognise.affiliations import (
    find_affiliations,
    holds_person,
    is_portfolio,
)
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
from minutebook.recognise.fellows import find_fellows
from minutebook.recognise.heads import Found, find_headed
from minutebook.recognise.model import is_on
from minutebook.recognise.payees import find_paid
from minutebook.recognise.runs import Reading, fold, without
from minutebook.recognise.unexplained import find_by_judge
from minutebook.recognise.writers import find_writers
from minutebook.records import Entity, Mention


def recognise_organisations(
    context: Context, reading: Reading, roles: tuple[Mention, ...]
) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """Return the mentions of organisations and the organisations they name."""
    parts = [post_part(reading.view, x) for x in roles]
    view, runs = without(reading, parts)
    listed = find_listed(view, runs)
    headed = part_joined(view, listed, find_headed(view, runs))
    found = [*_anchors(context, view), *listed, *headed]
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
    found = settle([*found, *find_paid(view, runs, found)])
    found = settle([*found, *find_writers(view, runs, found)])
    found = settle([*found, *find_fellows(view, spots, found, blocked)])
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


def _anchors(context: Context, view: str) -> list[Found]:
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
            words = context.source.text[span.start : span.end]
            whole = "\t" not in words and not holds_person(words, view[span.start : span.end])
            if whole and not (x.role and is_portfolio(x.role, x.organisation)):
                found += find_affiliations(context.source.text, span.start, span.end)
    return found
