"""Reads the legend of a list: "(PG) Parent Governor; (SG) Staff Governor"."""

from __future__ import annotations

import re
from dataclasses import replace

from minutebook.grammar.affiliations import has_role_word
from minutebook.records import Attendee, Span

_LETTERS = re.compile(r"[A-Z]{2,6}")
_REACH = 8000  # characters: a legend stands beside its list
_OPENS = re.compile(r"[\n;]\s{0,3}\([A-Z]")  # soon missed, as is "="
# "; (PG) Parent Governor", "PG = Parent Governor"
_LEGEND = re.compile(
    r"(?:(?<![^\n;])\s{0,3}\((?P<inside>[A-Z]{2,6})\)|\b(?P<bare>[A-Z]{2,6})\s{0,3}=)"
    r"\s{1,3}(?P<words>[A-Z][\w’'-]{2,20}(?: [\w’'&-]{2,20}){0,6})"
)


def expand_posts(text: str, people: list[Attendee]) -> list[Attendee]:
    """Return the people with the posts for which letters stand written out."""
    if not any(x.organisation and _LETTERS.fullmatch(x.organisation) for x in people):
        return people
    near = f"\n{text[:_REACH]}"
    if "=" not in near and not _OPENS.search(near):
        return people
    legend = {
        match["inside"] or match["bare"]: match.span("words")
        for match in _LEGEND.finditer(text, 0, _REACH)
        if has_role_word(match["words"])
    }
    return [_expanded(text, x, legend) for x in people]


def _expanded(
    text: str, person: Attendee, legend: dict[str, tuple[int, int]]
) -> Attendee:
    where = legend.get(person.organisation or "")
    if where is None:
        return person
    bare = replace(person, organisation=None, organisation_span=None)
    if person.role:
        return bare
    return replace(bare, role=text[slice(*where)], role_span=Span(*where, "legend"))
