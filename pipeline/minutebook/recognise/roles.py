"""Recognises posts and offices."""

from __future__ import annotations

import re
from itertools import pairwise

from minutebook.recognise.callings import find_callings
from minutebook.recognise.context import Context
from minutebook.recognise.lowerposts import find_lower
from minutebook.recognise.ownposts import (
    is_seat,
    own_keys,
    without_acronym,
    without_own_body,
)
from minutebook.recognise.postforms import (
    is_listed_post,
    part_posts,
    trim_post,
    without_offices,
)
from minutebook.recognise.postings import group_posts
from minutebook.recognise.posts import FoundPost, find_posts, is_post
from minutebook.recognise.ranks import find_ranks
from minutebook.recognise.runs import Reading, fold
from minutebook.recognise.shortposts import (
    find_labelled,
    find_short_posts,
    find_slashed,
)
from minutebook.recognise.shown import is_paper
from minutebook.recognise.wordlists import flags_of
from minutebook.records import Attendee, Entity, Mention, Span


def recognise_roles(
    context: Context, reading: Reading
) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """Return the mentions of roles and the roles they name."""
    anchors = [
        post
        for x in context.preamble.attendance
        if x.role and x.role_span and _is_listed(x.role) and _in_one_cell(context, x)
        for post in _anchored(context.source.text, reading.view, x.role_span, x.role)
    ]
    rosters = [(x.start, x.end) for x in context.sections.rosters]
    found = [*anchors, *find_posts(reading.view, reading.runs, rosters)]
    found += find_lower(reading.view)
    found += find_short_posts(reading.view)
    found += find_slashed(reading.view)
    found += find_labelled(reading.view)
    found += find_callings(reading.view)
    found += find_ranks(context.joined, reading.view)
    parted = [part for x in found for part in part_posts(x)]
    own = own_keys((context.preamble.body, context.preamble.council))
    trimmed = [
        without_own_body(without_acronym(x), own)
        for x in map(trim_post, parted)
        if x and not is_seat(reading.view, x) and not is_paper(reading.view, x.start)
    ]
    settled = _settle(without_offices(reading.view, trimmed))
    return group_posts(_without_titles(reading.view, settled))


# what members of some boards are called, as others are councillors
TITLES = frozenset(["trustee", "selectman", "selectwoman", "alderman", "freeholder"])


def _without_titles(view: str, found: list[FoundPost]) -> list[FoundPost]:
    """Return the posts without what only leads the names of the board's members.

    >>> view = "Trustee \\0\\0 moved, Trustee \\0\\0 seconded; a trustee of the hall"
    >>> posts = [FoundPost(x, x + 7, view[x : x + 7], "", 0.8) for x in (0, 18, 41)]
    >>> len(_without_titles(view, posts[:2])), len(_without_titles(view, posts))
    (0, 3)
    """
    seats = [x for x in found if x.name.casefold().removesuffix("s") in TITLES]
    led = [x for x in seats if view.startswith(" \0", x.end)]
    held = [x for x in seats if x.name.islower() and not view.startswith("s", x.end)]
    if not led or held:
        return found
    return [x for x in found if x not in seats]


def _is_listed(role: str) -> bool:
    return is_post(role) and is_listed_post(role)


def _anchored(text: str, view: str, span: Span, role: str) -> list[FoundPost]:
    """Return the posts of one listed person, up to the name of another.

    >>> text = "Roads Officer Ada Penrose Clerk"
    >>> view = text.replace("Ada Penrose", "\\0" * 11)
    >>> [x.name for x in _anchored(text, view, Span(0, len(text)), text)]
    ['Roads Officer']
    """
    other = NAMED.search(view, span.start, span.end)
    if other:
        span = Span(span.start, other.start())
        role = text[span.start : span.end]
    return _listed_posts(text, span, fold(role))


# Roads Officer( Ada Penrose)   Roads Officer(, Ada Penrose), but ", Penrose West Area"
NAMED = re.compile(r"(?<=\w)(?: |[ ,\n]{2,4}(?=\x00+$))\x00")


def _listed_posts(text: str, span: Span, role: str) -> list[FoundPost]:
    """Return the posts of one listed person, without what is no post.

    >>> in_full = lambda x: (x, Span(0, len(x)), x)
    >>> [x.name for x in _listed_posts(*in_full("Partner, Roads; Secretary"))]
    ['Partner, Roads', 'Secretary']
    >>> [x.name for x in _listed_posts(*in_full("Public Governor, Harrow North"))]
    ['Public Governor']
    >>> [x.name for x in _listed_posts(*in_full("Finance Officer\\nActing Clerk"))]
    ['Finance Officer', 'Acting Clerk']
    """
    lines = _stacked(text, span)
    if lines:
        return [
            y
            for x in lines
            for y in _posts_of_line(text, x, fold(text[x.start : x.end]))
        ]
    return _posts_of_line(text, span, role)


def _stacked(text: str, span: Span) -> list[Span]:
    """Return the lines of a listed role that each name a post, none if they do not.

    >>> [len(_stacked(x, Span(0, len(x)))) for x in (
    ...     "Finance Officer\\nActing Clerk", "Chief Executive\\nOfficer")]
    [2, 0]
    """
    spans = [
        Span(x.start(), x.end()) for x in LINE.finditer(text, span.start, span.end)
    ]
    lines = [text[x.start : x.end].split() for x in spans]
    heads = flags_of("role_heads")
    for above, below in pairwise(lines):
        whole = _last_post(above) and any(x.casefold() in heads for x in below)
        joined = f"{above[-1]} {below[0]}".casefold() in heads
        alone = len(below) == 1 and "solo" not in heads.get(below[0].casefold(), ())
        if not whole or joined or alone or not below[0][:1].isupper():
            return []
    return spans if len(spans) > 1 else []


LINE = re.compile(r"[^\n\s][^\n]*(?<!\s)")


def _last_post(words: list[str]) -> bool:
    """Return whether words end in the head noun of a post."""
    heads = flags_of("role_heads")
    return any(" ".join(words[-n:]).casefold() in heads for n in (1, 2))


def _posts_of_line(text: str, span: Span, role: str) -> list[FoundPost]:
    """Return the posts of one listed person that stand on one line."""
    first, tab, rest = text[span.start : span.end].partition("\t")
    if tab and is_post(first) and _is_body_cell(rest):
        span, role = Span(span.start, span.start + len(first)), fold(first)
    if fold(text[span.start : span.end]) != role or not PARTED.search(role):
        return [FoundPost(span.start, span.end, role, "role-attendance", 0.9)]
    found: list[tuple[int, int]] = []
    for part in PART.finditer(text, span.start, span.end):
        words = re.findall(r"\w+", part[0].casefold())
        if not found:
            found.append(part.span())
        elif part[0].startswith("in the "):
            continue
        elif words and _last_post(words):
            found.append(part.span())
        elif not words or not (GOVERNOR.search(text, *found[-1]) or _is_side(words)):
            found[-1] = (found[-1][0], part.end())
    return [FoundPost(a, b, fold(text[a:b]), "role-attendance", 0.9) for a, b in found]


def _is_body_cell(cell: str) -> bool:
    """Return whether the cell beside a post names a body: Area Manager | Marsh School.

    >>> _is_body_cell("Marsh School\\tAP"), _is_body_cell("Rivers and Mills")
    (True, False)
    """
    words = cell.partition("\t")[0].casefold().split()
    return len(words) > 1 and words[-1] in flags_of("organisation_heads")


PARTED = re.compile("[,;]")
PART = re.compile(r"[^,;\s][^,;]*(?<!\s)")
GOVERNOR = re.compile(r"Governor\b")


def _is_side(words: list[str]) -> bool:
    return words[-1] in ("north", "south", "east", "west", "ward")


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
    found = _whole_lists(found)
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


def _whole_lists(found: list[FoundPost]) -> list[FoundPost]:
    """Return the posts, a listed one that broke off before "and Young People" whole.

    >>> short = FoundPost(0, 19, "Director for Rivers", "role-attendance", 0.9)
    >>> longer = FoundPost(0, 29, "Director for Rivers and Locks", "role-head", 0.8)
    >>> [x.name for x in _whole_lists([short, longer])]
    ['Director for Rivers and Locks']
    """
    read = {x.start: x for x in found if x.rule in ("role-head", "role-tail")}
    return [
        x
        for x in found
        if x.rule != "role-attendance"
        or x.start not in read
        or not read[x.start].name.startswith((f"{x.name} and ", f"{x.name} & "))
    ]
