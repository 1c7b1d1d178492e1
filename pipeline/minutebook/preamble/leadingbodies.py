"""Gives those listed behind the name of a body that body: "Holt Council - A Bell"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from minutebook.grammar.affiliations import (
    has_organisation_word,
    has_role_word,
)
from minutebook.grammar.bodyheads import find_body_heads, find_councillors_of
from minutebook.grammar.knownbodies import is_known_body
from minutebook.preamble.bodykinds import is_bare
from minutebook.records import Attendee, RosterBlock, Span

_RULE = "roster-leading-body"
_LEAST = 2  # bodies that lead a list each: one may be anything
# "Holt Borough Council - Councillors A. Bell", "Marl Trust: Mr Holt"
_LEAD = re.compile(
    r"(?:^|(?<=\n)|(?<=[:.;]\s)|(?<=\s\s))[ \t*•·|]{0,24}(?:-\s)?"
    r"(?:(?:[Ff]or|[Ff]rom|FOR|[Rr]epresenting|[Oo]n behalf of)\s(?:[Tt]he\s)?)?"
    r"(?P<body>[A-Z][\w’'&/-]{0,20}(?: [\w’'&/-]{1,20}){1,7}?)"
    r"(?: (?:[Mm]embers|[Cc]ouncillors|[Rr]epresentatives|[Rr]eps))?"
    r"(?:\s{0,2}:|\s{1,3}[-–—])[ \t*]{1,30}"
    r"(?:(?:Cllrs?|Councillors?|Crs?|Messrs|Members?|Mr|Mrs|Ms|Miss|Dr)\b\.?:?\s{1,3}){0,2}"
    r"(?=[A-Z])"
)
# labels of lists, however much they look like bodies: "Board Members:"
_OF_LIST = re.compile(
    r"\b(?:members?|officers?|present|attend\w*|apolog\w*|absent|staff|guests?|visitors?"
    r"|representatives?|councillors?|cllrs?|public|observers?)\b",
    re.IGNORECASE,
)


def give_leading_bodies(
    text: str, blocks: Sequence[RosterBlock], people: Sequence[Attendee]
) -> list[Attendee]:
    """Return the people; those whom the name of a body leads come for that body.

    >>> text = "Holt Council - A Bell, T Orr\\nMarl Council - J Reeve"
    >>> at = [text.index(x) for x in ("A Bell", "T Orr", "J Reeve")]
    >>> people = [Attendee(text[x:x+6], x, x + 6, "present") for x in at]
    >>> blocks = [RosterBlock("present", "", 0, len(text), "roster-label")]
    >>> [x.organisation for x in give_leading_bodies(text, blocks, people)]
    ['Holt Council', 'Holt Council', 'Marl Council']
    """
    found = list(people)
    for low, high in _stretches(text, blocks):
        listed = [i for i, x in enumerate(found) if low <= x.start < high]
        leads = list(_leads(text, low, high, [found[i].start for i in listed]))
        if len({x[0] for x in leads}) < _LEAST:
            continue
        ends = [x[1].start for x in leads[1:]] + [high]
        for (body, span), end in zip(leads, ends, strict=True):
            stop = _end_of_list(text, span.end, end)
            for i in listed:
                if span.end <= found[i].start < stop and _is_open(found[i], leads):
                    found[i] = replace(
                        found[i], organisation=body, organisation_span=span
                    )
    return found


def give_headed_bodies(
    text: str, blocks: Sequence[RosterBlock], people: Sequence[Attendee]
) -> list[Attendee]:
    """Return the people; those below "Representing Holt Council:" come for it.

    >>> text = "Representing Holt Council:-\\nA Bell and T Orr"
    >>> people = [Attendee("A Bell", 28, 34, "present")]
    >>> blocks = [RosterBlock("present", "Holt Council", 28, len(text))]
    >>> [x.organisation for x in give_headed_bodies(text, blocks, people)]
    ['Holt Council']
    """
    found = list(people)
    if not blocks:
        return found
    low = max(0, min(x.start for x in blocks) - _ABOVE)
    heads = list(find_body_heads(text, low, max(x.end for x in blocks)))
    heads = heads or _lines_above(text, blocks) or _councillors_of(text, low, blocks)
    ends = [*(x[0][0] for x in heads[1:]), len(text)][: len(heads)]
    for (body, line_end), end in zip(heads, ends, strict=True):
        first = next((x for x in blocks if line_end <= x.end), None)
        if first is None or first.start - line_end > _ABOVE:
            continue
        name, span = text[slice(*body)], Span(*body, _RULE)
        for i, person in enumerate(found):
            inside = line_end <= person.start < min(first.end, end)
            if inside and person.organisation is None:
                found[i] = replace(person, organisation=name, organisation_span=span)
    return found


def _councillors_of(
    text: str, low: int, blocks: Sequence[RosterBlock]
) -> list[tuple[tuple[int, int], int]]:
    """Return the councils that head lists of their councillors, if several do."""
    found = find_councillors_of(text, low, max(x.end for x in blocks))
    return found if len({text[a:b] for (a, b), _ in found}) >= _LEAST else []


def _lines_above(
    text: str, blocks: Sequence[RosterBlock]
) -> list[tuple[tuple[int, int], int]]:
    """Return the bodies that stand alone straight above lists without a label each.

    >>> text = "Holt Council\\nMr A Bell\\nMarl Council\\nMr J Reeve"
    >>> at = [(13, 22), (36, 46)]
    >>> lists = [RosterBlock("present", "", *x, "roster-unheaded") for x in at]
    >>> [text[a:b] for (a, b), _ in _lines_above(text, lists)]
    ['Holt Council', 'Marl Council']
    """
    found: list[tuple[tuple[int, int], int]] = []
    for block in blocks:
        end = len(text[: block.start].rstrip())
        start = text.rfind("\n", 0, end) + 1
        if block.rule == "roster-unheaded" and _names_body(text[start:end].strip()):
            found.append(((start, end), end))
    return found if len(found) >= _LEAST else []


_ABOVE = 40  # characters between such a line and the list: "Councillors"
# "(Clerk)\n Mr": where a list ends that neither a comma nor "and" carries on
_LINE_END = re.compile(
    r"\n\n|(?<![,&;:\n–—-])(?<! and)[ \t]{0,9}\n(?=[ \t]{0,40}[A-Z])"
)


def _end_of_list(text: str, start: int, end: int) -> int:
    """Return where the people end whom a body leads: with their lines."""
    match = _LINE_END.search(text, start, end)
    return match.start() if match else end


def _stretches(text: str, blocks: Sequence[RosterBlock]) -> Iterator[tuple[int, int]]:
    """Yield where lists stand, from their lines' beginning; neighbours are one."""
    low = high = -1
    for block in sorted(blocks, key=lambda x: x.start):
        start = text.rfind("\n", 0, block.start) + 1
        if high >= 0 and start <= high + 2:
            high = max(high, block.end)
            continue
        if high >= 0:
            yield low, high
        low, high = start, block.end
    if high >= 0:
        yield low, high


def _leads(
    text: str, low: int, high: int, starts: Sequence[int]
) -> Iterator[tuple[str, Span]]:
    """Yield the bodies behind which one of those listed stands at once."""
    for match in _LEAD.finditer(text, low, high):
        body = " ".join(match["body"].split())
        near = any(match.end() - 3 <= x <= match.end() + 6 for x in starts)
        if near and _names_body(body):
            yield body, Span(*match.span("body"), _RULE)


def _names_body(words: str) -> bool:
    """Tell whether words name a body, and label no list.

    >>> [_names_body(x) for x in ("Holt Borough Council", "Board Members", "Board")]
    [True, False, False]
    """
    return (
        (has_organisation_word(words) or is_known_body(words))
        and not (is_bare(words) or has_role_word(words))
        and _OF_LIST.search(words) is None
    )


def _is_open(person: Attendee, leads: Sequence[tuple[str, Span]]) -> bool:
    """Tell whether nothing else gives a person a body but the next one's name."""
    own = person.organisation_span
    return own is None or any(x.start <= own.start < x.end for _, x in leads)
