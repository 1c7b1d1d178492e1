"""Recognises posts and offices."""

from __future__ import annotations

from minutebook.recognise.context import Context
from minutebook.recognise.postings import group_posts
from minutebook.recognise.posts import FoundPost, find_lower, find_posts, is_post
from minutebook.recognise.runs import Reading, fold
from minutebook.recognise.wordlists import flags_of
from minutebook.records import Attendee, Entity, Mention


def recognise_roles(
    context: Context, reading: Reading
) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """Return the mentions of roles and the roles they name."""
    anchors = [
        FoundPost(
            x.role_span.start, x.role_span.end, fold(x.role), "role-attendance", 0.9
        )
        for x in context.preamble.attendance
        if x.role and x.role_span and is_post(x.role) and _in_one_cell(context, x)
    ]
    rosters = [(x.start, x.end) for x in context.sections.rosters]
    found = [*anchors, *find_posts(reading.view, reading.runs, rosters)]
    found += find_lower(reading.view)
    return group_posts(_settle(found))


def _in_one_cell(context: Context, listed: Attendee) -> bool:
    """Return whether a listed role is one cell's, not one with the body before it."""
    if listed.role_span is None:
        return False
    first, tab, _ = context.source.text[
        listed.role_span.start : listed.role_span.end
    ].partition("\t")
    heads = flags_of("organisation_heads")
    return not tab or not any(x.casefold() in heads for x in first.split())


def _settle(found: list[FoundPost]) -> list[FoundPost]:
    """Return the posts without overlaps: the listed one first, else the longer."""
    taken: list[FoundPost] = []
    ranked = sorted(
        found, key=lambda x: (x.rule != "role-attendance", x.start - x.end, x.start)
    )
    marks: set[int] = set()
    for x in ranked:
        if marks.isdisjoint((x.start, x.end - 1, (x.start + x.end) // 2)):
            marks.update(range(x.start, x.end))
            taken.append(x)
    return sorted(taken)
