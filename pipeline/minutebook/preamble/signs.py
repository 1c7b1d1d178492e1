"""Reads what shows that someone whom no list took came to the meeting, or did not."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from minutebook.grammar.affiliations import has_role_word
from minutebook.grammar.listnames import evidence
from minutebook.grammar.listwords import LEFT_OFFICE
from minutebook.grammar.names import is_given
from minutebook.grammar.samenames import fold_name, same_person
from minutebook.grammar.titlelines import title_before
from minutebook.preamble.unlisted import (
    Clause,
    Unlisted,
    find_unlisted,
    read_clauses,
)
from minutebook.records import Attendee, Item, Sections, SourceDocument

_WORD = re.compile(r"[A-Za-zÀ-ÿ’']{2,20}")
_SMALL = re.compile(r"\b[a-z]{2,20}\b")
_INITIALS = re.compile(r"\s{0,2}\(\s?[A-Z]{2,4}\s?\)")
_BULLETS = frozenset("•●▪*–-◦○")
_MOVES = re.compile(r"mov|second|propos|motion|2nd", re.IGNORECASE)
_TELLS = re.compile(
    r"\W{0,3}(?:said|reported|stated|asked|moved|seconded|proposed|advised|noted|informed"
    r"|explained|presented|gave|will|has|had|thanked|suggested|made)\b"
)
# "Contact: Ann Bell": whom to ask, whoever came
_ASKED_OF = re.compile(
    r"\b(?:contact|enquiries|queries|telephone|tel|e-?mail)\b", re.IGNORECASE
)
# "agreed with amendments: Tom Holt was present": at an earlier meeting
_AMENDS = re.compile(
    r"\b(?:amend(?:ed|ments?)|corrections?|should\sread)\b(?![^\n]{0,99}\w{2}\.\s)"
)
_FAR = 200  # characters: what is put right goes on over commas
# "MINUTES of the Annual Meeting", not "Minutes taken by", "Date of Next Meeting"
_TITLE = re.compile(
    r"\W{0,9}(?:(?!Next|NEXT|Previous)(?:[A-Z0-9][\w’'&.,-]{0,20}|of|the|and|for|&)\s{1,3}"
    r"){0,9}?(?:Minutes|MINUTES|Meeting|MEETING)\b"
    r"(?!\s(?:taken|by|[Ss]ecretary|[Tt]aker|[Cc]lerk|was|were|opened|called|started))"
)
_OFTEN = 6  # as often a surname is looked for behind
_LEAD = 80  # characters of what leads the people of a clause
_BACK = 40  # clauses above in which a label is looked for

# where a value falls among steps
_SHARES = (0.1, 0.2, 0.35, 0.5, 0.7)
_PEOPLE = (2, 3, 5, 9)
_GAPS = (40, 80, 200)


@dataclass(frozen=True, slots=True)
class Sign:
    """One who may have come, what shows it, and the words of the label above."""

    who: Unlisted
    traits: tuple[str, ...]
    above: str


@dataclass(frozen=True, slots=True)
class _Scene:
    """The opening of a document: its clauses, whom they name, and who is taken."""

    text: str
    items: tuple[Item, ...]
    starts: list[int]  # of the items
    taken: list[tuple[int, int]]
    clauses: list[Clause]
    told: list[list[Unlisted]]
    people: list[tuple[int, bool]]  # where each stands, and whether he is taken
    led: dict[int, int]  # paragraphs that people lead, and how many stand together


def read_signs(
    source: SourceDocument, sections: Sections, taken: Sequence[Attendee]
) -> list[Sign]:
    """Return everyone named where it is told who came, and not among those taken."""
    scene = _read_scene(source, sections, taken)
    listed = {y for x in taken for y in fold_name(x.name).split()}
    found = []
    for at, group in enumerate(scene.told):
        if all(x.taken for x in group):
            continue
        above = _label_above(scene, at)
        label = "" if above is None else above[1]
        shared = (*_clause_signs(scene, at), *_above_signs(above))
        for i, who in enumerate(group):
            if who.taken or _is_otherwise(scene.text, who):
                continue
            if _is_listed(who.name.name, listed, taken):
                continue
            own = (*_name_signs(scene.text, who), *_place_signs(scene, group, i))
            again = _again_signs(scene.text, who)
            found.append(Sign(who, (*shared, *own, *again), label))
    return found


def _is_otherwise(text: str, who: Unlisted) -> bool:
    """Tell whether a name stands there for another reason than who came today."""
    return (
        _ASKED_OF.search(text, *who.lead) is not None
        or _AMENDS.search(text[max(0, who.begin - _FAR) : who.begin]) is not None
        or _GONE.match(text, who.name.end) is not None
        or _STOOD_FOR.search(text[max(0, who.begin - _INSTEAD) : who.begin]) is not None
    )


_INSTEAD = 40  # characters before a name in which it is said who came instead
_STOOD_FOR = re.compile(
    r"\b(?:substitut(?:e|ing)|sub\.?|deputising|deputy|standing\sin)\s{1,3}for\s{1,3}$"
    r"|\bin\s{1,3}place\sof\s{1,3}$"
)


# "Ann Bell (AB), the Parish Clerk, had resigned in August", "Ann Bell | LA | Resigned"
_GONE = re.compile(
    r"(?:\s\([A-Z]{1,4}\))?(?:,[^,.;\n]{0,60},)?\s(?:ha(?:d|s|ve)\s(?:\w{3,10}\s)?)?"
    rf"(?:{LEFT_OFFICE}|retired|died)\b"
    rf"|[^\n]{{0,60}}[\t|]\s{{0,3}}(?i:{LEFT_OFFICE})\b(?!\sas\b)"
)


def _is_listed(name: str, words: set[str], taken: Sequence[Attendee]) -> bool:
    """Tell whether a name can be that of one taken; `words`: of all their names."""
    last = fold_name(name).split()[-1:]
    return {*last} <= words and any(may_be(name, x.name) for x in taken)


def may_be(name: str, listed: str) -> bool:
    """Tell whether a name can be that of one who is listed, as either is written.

    >>> may_be("J. Holt", "Holt (J)"), may_be("Ada Holt", "Holt (J)")
    (True, False)
    """
    if same_person(name, listed):
        return True
    *given, last = fold_name(name).split() or [""]
    others = fold_name(listed).split()
    if last not in others:
        return False
    others.remove(last)
    return not given or any(x[0] == given[0][0] for x in others)


def _read_scene(
    source: SourceDocument, sections: Sections, taken: Sequence[Attendee]
) -> _Scene:
    text = source.text
    spans = sorted((x.start, x.end) for x in taken)
    title = title_before(text, spans[0][0]) if spans else 0
    clauses = [x for x in read_clauses(source, sections, spans) if x.start >= title]
    business = sections.items[0].start if sections.items else len(text)
    clauses = clauses[_find_title(text, clauses, business) :]
    told = [find_unlisted(text, x, spans) for x in clauses]
    people = [(x.name.start, False) for y in told for x in y if not x.taken]
    return _Scene(
        text,
        sections.items,
        [x.start for x in sections.items],
        spans,
        clauses,
        told,
        sorted([*people, *((a, True) for a, _ in spans)]),
        _led_paragraphs(told),
    )


def _find_title(text: str, clauses: list[Clause], business: int) -> int:
    """Return which clause is the title: letterheads name officers, not comers.

    It stands above the business and above what tells who came; 0 is none.
    """
    for at, clause in enumerate(clauses):
        short = clause.end - clause.start < _LEAD
        alone = at > 1 and " " not in text[clause.start : clause.end].strip()
        if short and not alone and _TITLE.match(text, clause.start, clause.end):
            return at
        if clause.tells or clause.start >= business:
            break
    return 0


def _led_paragraphs(told: Sequence[Sequence[Unlisted]]) -> dict[int, int]:
    """Return for each paragraph that a person leads how many such stand together."""
    led = {
        x.clause.paragraph
        for group in told
        for x in group[:1]
        if x.begin - x.clause.line.start < 4
    }
    runs: dict[int, int] = {}
    run: list[int] = []
    for at in sorted(led):
        if run and at - run[-1] > 2:
            runs |= dict.fromkeys(run, len(run))
            run = []
        run.append(at)
    return runs | dict.fromkeys(run, len(run))


def _words(text: str) -> list[str]:
    return [x[0].lower() for x in _WORD.finditer(text)]


def _clause_signs(scene: _Scene, at: int) -> Iterator[str]:
    """Yield what a clause shows: how full of people it is, its words, its place."""
    clause, group = scene.clauses[at], scene.told[at]
    yield f"people-{bisect_right(_PEOPLE, len(group))}"
    if any(x.taken for x in group):
        yield "clause-taken"
    names = sum(x.name.end - x.name.start for x in group)
    share = names / (clause.end - clause.start)
    yield f"share-{bisect_right(_SHARES, share)}"
    small = _SMALL.findall(
        scene.text, clause.start, min(clause.end, clause.start + 400)
    )
    yield f"small-{bisect_right((1, 3, 6, 12), len(small) / len(group))}"
    yield from (f"word:{x}" for x in {*small})
    last = group[-1].name.end
    tail = _words(scene.text[last : min(clause.end, last + 60)])[:4]
    yield from (f"tail:{x}" for x in tail)
    yield f"led-{bisect_right((1, 2, 3, 5), scene.led.get(clause.paragraph, 0))}"
    yield f"taken-{bisect_right((1, 2, 4, 8, 15), len(scene.taken))}"
    yield f"at-{bisect_right((150, 400, 800, 1500, 3000), clause.start)}"
    yield from _line_signs(scene.text, clause)
    yield from _item_signs(scene, clause)


def _line_signs(text: str, clause: Clause) -> Iterator[str]:
    line = clause.line
    if line.table is not None:
        yield "table"
    if line.column:
        yield "column"
    if line.heading:
        yield "heading"
    if text[line.start] in _BULLETS:
        yield "bullet"
    if clause.start > line.start:
        yield "goes-on"


def _item_signs(scene: _Scene, clause: Clause) -> Iterator[str]:
    """Yield in which item a clause stands, and the words of its title."""
    at = bisect_right(scene.starts, clause.start) - 1
    yield f"item-{min(at, 3)}" if scene.items else "item-none"
    if at >= 0:
        item = scene.items[at]
        yield from (f"title:{x}" for x in _words(item.title)[:8])
        if clause.start < item.body_start:
            yield "in-title"


def _label_above(scene: _Scene, at: int) -> tuple[int, str] | None:
    """Return how far above the nearest words that name nobody stand, and the words."""
    here = scene.clauses[at].paragraph
    for back in range(at - 1, max(-1, at - _BACK), -1):
        clause = scene.clauses[back]
        if scene.told[back] or clause.paragraph == here:
            continue
        words = scene.text[clause.start : clause.end]
        if _WORD.search(words):
            return here - clause.paragraph, words
    return None


def _above_signs(above: tuple[int, str] | None) -> Iterator[str]:
    if above is None:
        yield "above-none"
        return
    gap, words = above
    yield f"above-gap-{bisect_right((1, 2, 4, 8, 16), gap)}"
    if len(words) < _LEAD:
        yield from (f"above:{x}" for x in _words(words)[:6])
    else:
        yield "above-long"


def _name_signs(text: str, who: Unlisted) -> Iterator[str]:
    """Yield how a name is written, and what stands right before and behind it."""
    name = who.name
    parts = name.name.split()
    yield f"manner-{who.manner}"
    yield f"words-{min(4, len(parts))}"
    if len(parts) > 1 and is_given(parts[0]):
        yield "given"
    if len(parts) > 1 and len(parts[0].strip(".")) < 3:
        yield "initials"
    if len(parts[0]) > 1 and parts[0].isalpha() and parts[0].isupper():
        yield "letters"
    if name.titles:
        yield "titled"
    if name.name.isupper():
        yield "capitals"
    if evidence(name):
        yield "evidence"
    if who.post:
        yield "post-before"
    said = text[slice(*who.said)]
    if has_role_word(said[:60]):
        yield "post-behind"
    if _INITIALS.match(said):
        yield "initials-behind"
    blank = said[:1].isspace()
    yield f"next:{(_words(said[:40]) or ['none'])[0] if blank else said[:1]}"
    before = text[max(who.clause.start, who.begin - 30) : who.begin]
    blank = before[-1:].isspace()
    yield f"prev:{(_words(before) or ['none'])[-1] if blank else before[-1:]}"


def _place_signs(scene: _Scene, group: Sequence[Unlisted], i: int) -> Iterator[str]:
    """Yield what leads the people of a clause, and who stands before and behind."""
    who = group[i]
    start, end = who.lead
    lead = _words(scene.text[max(start, end - _LEAD) : end])[-8:]
    yield f"lead-{bisect_right((1, 2, 4, 7), len(lead))}"
    yield from (f"lead:{x}" for x in lead)
    if scene.text[end : end + 1] == ":":
        yield "lead-colon"
    yield f"place-{min(2, i)}"
    here = bisect_left(scene.people, (who.name.start, False))
    for side, there in (("before", here - 1), ("behind", here + 1)):
        if not 0 <= there < len(scene.people):
            yield f"{side}-nobody"
            continue
        other, is_taken = scene.people[there]
        kind = "taken" if is_taken else "open"
        yield f"{side}-{kind}-{bisect_right(_GAPS, abs(other - who.name.start))}"


def _again_signs(text: str, who: Unlisted) -> Iterator[str]:
    """Yield how often the surname stands again behind, who moves and who speaks."""
    surname = who.name.name.split()[-1]
    if len(surname) < 3:
        return
    often, signs = 0, set[str]()
    at = text.find(surname, who.clause.end)
    while at >= 0 and often < _OFTEN:
        often += 1
        if _MOVES.search(text, max(0, at - 30), at):
            signs.add("moves")
        if _TELLS.match(text, at + len(surname)):
            signs.add("tells")
        at = text.find(surname, at + len(surname))
    if f" {surname.lower()} " in text:
        yield "no-name-elsewhere"
    yield f"again-{bisect_right((1, 2, 4), often)}"
    yield from sorted(signs)
