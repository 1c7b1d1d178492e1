"""Judges by learned weights who else came, of those whom no list took."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from minutebook.assemble.unlisted import (
    Clause,
    Unlisted,
    find_reach,
    find_unlisted,
    read_clauses,
)
from minutebook.grammar.affiliations import has_role_word
from minutebook.grammar.listnames import evidence
from minutebook.grammar.names import fold_name, is_given, same_person
from minutebook.records import Attendee, Item, Mention, Sections, SourceDocument

_WORD = re.compile(r"[A-Za-zÀ-ÿ’']{2,20}")
_SMALL = re.compile(r"\b[a-z]{2,20}\b")
_INITIALS = re.compile(r"\s{0,2}\(\s?[A-Z]{2,4}\s?\)")
_MOVES = re.compile(r"(?:mov|second|propos|motion|2nd)", re.IGNORECASE)
_TELLS = re.compile(
    r"\W{0,3}(?:said|reported|stated|asked|moved|seconded|proposed|advised|noted|informed"
    r"|explained|presented|gave|will|has|had|thanked|suggested|made)\b"
)


@dataclass(frozen=True, slots=True)
class Stand:
    """One who may have come, and what shows it."""

    who: Unlisted
    traits: tuple[str, ...]


def is_known(name: str, listed: str) -> bool:
    """Tell whether a name can be that of one who is listed, as either is written."""
    if same_person(name, listed):
        return True
    *given, last = fold_name(name).split() or [""]
    others = fold_name(listed).split()
    if last not in others:
        return False
    others.remove(last)
    return not given or any(x[0] == given[0][0] for x in others)


def _words(text: str) -> list[str]:
    return [x[0].lower() for x in _WORD.finditer(text)]


def read_stands(
    source: SourceDocument,
    sections: Sections,
    mentions: Sequence[Mention],
    taken: Sequence[Attendee],
) -> list[Stand]:
    """Return everyone named where those who came are told of, and not taken."""
    text = source.text
    clauses = list(read_clauses(source, find_reach(sections, text)))
    told = [find_unlisted(text, x, mentions) for x in clauses]
    spans = sorted((x.start, x.end) for x in taken)
    starts = [a for a, _ in spans]

    def is_taken(x: Unlisted) -> bool:
        at = bisect_right(starts, x.name.end)
        return any(b > x.name.start for _, b in spans[max(0, at - 2) : at])

    known = [[is_taken(x) for x in group] for group in told]
    people = sorted(
        [(x.name.start, k) for g, ks in zip(told, known) for x, k in zip(g, ks)]
        + [(a, True) for a, _ in spans]
    )
    item_starts = [x.start for x in sections.items]
    led = _led_lines(source, told)
    found = []
    context = _Context(source, sections, item_starts, spans, people, led, clauses, told)
    mention_starts = [m.start for m in mentions]
    for at, (clause, group) in enumerate(zip(clauses, told)):
        if not group or all(known[at]):
            continue
        shared = [*_clause_traits(context, at, known[at])]
        for i, x in enumerate(group):
            if known[at][i] or any(is_known(x.name.name, y.name) for y in taken):
                continue
            j = bisect_left(mention_starts, x.name.start - 12)
            named = any(
                m.start < x.name.end and m.end > x.name.start
                for m in mentions[j : j + 4]
            )
            traits = (*shared, *_own_traits(context, x, i, group, known[at], named))
            found.append(Stand(x, traits))
    return found


@dataclass(slots=True)
class _Context:
    source: SourceDocument
    sections: Sections
    item_starts: list[int]
    spans: list[tuple[int, int]]
    people: list[tuple[int, bool]]
    led: dict[int, int]
    clauses: list[Clause]
    told: list[list[Unlisted]]


def _led_lines(source: SourceDocument, told: Sequence[Sequence[Unlisted]]) -> dict[int, int]:
    """Return for each line that a person leads how many such stand together."""
    led: set[int] = set()
    for group in told:
        for x in group[:1]:
            line = x.clause.line
            if x.name.start - line.start < 4 or (x.post and x.post[0] - line.start < 4):
                led.add(x.clause.paragraph)
    runs: dict[int, int] = {}
    run: list[int] = []
    for line in sorted(led):
        if run and line - run[-1] > 2:
            runs |= dict.fromkeys(run, len(run))
            run = []
        run.append(line)
    return runs | dict.fromkeys(run, len(run))


def _step(steps: Sequence[float], value: float) -> int:
    return bisect_right(steps, value)


def _clause_traits(c: _Context, at: int, known: Sequence[bool]) -> Iterator[str]:
    text = c.source.text
    clause, group = c.clauses[at], c.told[at]
    yield f"people-{_step((2, 3, 5, 9), len(group))}"
    if any(known):
        yield "clause-taken"
    names = sum(x.name.end - x.name.start for x in group)
    yield f"share-{_step((0.1, 0.2, 0.35, 0.5, 0.7), names / (clause.end - clause.start))}"
    small = len(_SMALL.findall(text, clause.start, clause.end))
    yield f"small-{_step((1, 3, 6, 12), small / len(group))}"
    line = clause.line
    if line.table is not None:
        yield "table"
    if line.column:
        yield "column"
    if line.heading:
        yield "heading"
    if text[line.start] in "•●▪*–-◦○":
        yield "bullet"
    yield f"led-{_step((1, 2, 3, 5), c.led.get(clause.paragraph, 0))}"
    yield f"doc-taken-{_step((1, 2, 4, 8, 15), len(c.spans))}"
    item = bisect_right(c.item_starts, clause.start) - 1
    yield f"item-{min(item, 3)}" if c.item_starts else "itemless"
    if item >= 0:
        x = c.sections.items[item]
        yield from (f"title:{w}" for w in _words(x.title)[:8])
        if clause.start < x.body_start:
            yield "in-title"
    yield f"at-{_step((150, 400, 800, 1500, 3000), clause.start)}"
    if clause.start > line.start:
        yield "goes-on"
    last = group[-1].name.end
    tail = _words(text[last : min(clause.end, last + 60)])[:4]
    yield from (f"tail:{w}" for w in tail)
    for w in {x for x in _SMALL.findall(text, clause.start, min(clause.end, clause.start + 400))}:
        yield f"word:{w}"
    above = _above(c, at)
    if above is None:
        yield "above-none"
    else:
        gap, words = above
        yield f"above-gap-{_step((1, 2, 4, 8, 16), gap)}"
        yield from (f"above:{w}" for w in words)


def _above(c: _Context, at: int) -> tuple[int, list[str]] | None:
    """Return the nearest short line above that names nobody, and how far it is."""
    here = c.clauses[at].paragraph
    for back in range(at - 1, max(-1, at - 40), -1):
        clause = c.clauses[back]
        if c.told[back] or clause.paragraph == here:
            continue
        text = c.source.text[clause.start : clause.end]
        words = _words(text)
        if not words:
            continue
        return here - clause.paragraph, words[:6] if len(text) < 80 else ["long"]
    return None


def _own_traits(
    c: _Context,
    x: Unlisted,
    i: int,
    group: Sequence[Unlisted],
    known: Sequence[bool],
    named: bool,
) -> Iterator[str]:
    text = c.source.text
    name = x.name
    yield f"manner-{x.manner}"
    parts = name.name.split()
    yield f"words-{min(4, len(parts))}"
    if len(parts) > 1 and is_given(parts[0]):
        yield "given"
    if len(parts[0].strip(".")) < 3 and len(parts) > 1:
        yield "initials"
    if name.titles:
        yield f"title-before"
    if name.name.isupper():
        yield "capitals"
    if evidence(name):
        yield "evidence"
    yield "mention" if named else "no-mention"
    said = text[x.said[0] : x.said[1]]
    if x.post:
        yield "post-before"
    if has_role_word(said[:60]):
        yield "post-behind"
    if said.startswith((" (", "(")):
        yield "bracket"
    if _INITIALS.match(said):
        yield "initials-behind"
    yield f"next:{(_words(said) or ['none'])[0] if said[:1].isspace() else said[:1]}"
    begin = x.post[0] if x.post else name.start
    before = text[max(x.clause.start, begin - 30) : begin]
    yield f"prev:{(_words(before) or ['none'])[-1] if before[-1:].isspace() else before[-1:]}"
    a, b = x.lead
    lead = _words(text[max(a, b - 80) : b])[-8:]
    yield f"lead-{_step((1, 2, 4, 7), len(lead))}"
    yield from (f"lead:{w}" for w in lead)
    colon = text[b : b + 1] == ":"
    if colon:
        yield "lead-colon"
    yield f"place-{min(2, i)}"
    place = bisect_left(c.people, (name.start, False))
    for side, other in (("before", place - 1), ("after", place + 1)):
        if 0 <= other < len(c.people):
            gap, taken = abs(c.people[other][0] - name.start), c.people[other][1]
            kind = "taken" if taken else "open"
            yield f"{side}-{kind}-{_step((40, 80, 200), gap)}"
        else:
            yield f"{side}-nobody"
    surname = parts[-1]
    if len(surname) > 2:
        often = 0
        at = text.find(surname, x.clause.end)
        moves = tells = False
        while at >= 0 and often < 6:
            often += 1
            moves |= _MOVES.search(text, max(0, at - 30), at) is not None
            tells |= _TELLS.match(text, at + len(surname)) is not None
            at = text.find(surname, at + len(surname))
        yield f"again-{_step((1, 2, 4), often)}"
        if moves:
            yield "moves"
        if tells:
            yield "tells"
