"""Lists whose columns a conversion wrote one below the other: names, posts, bodies.

The names may stand under several labels, those who came and those who did not; the
posts follow below the last of them, one for each, and the bodies below the posts.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from minutebook.grammar.affiliations import (
    has_organisation_word,
    has_role_word,
    is_acronym,
    is_chair,
    is_member,
    is_note,
    split_affiliation,
)
from minutebook.grammar.atoms import Range, trim
from minutebook.grammar.entries import IGNORED
from minutebook.grammar.knownbodies import is_called_body, is_known_body
from minutebook.grammar.rosters import read_column, read_label
from minutebook.grammar.samenames import initials_forms
from minutebook.records import Attendee, Line, RosterBlock, SourceDocument, Span

_RULE = "roster-torn"
_LEAST = 3  # names of a column
_AHEAD = 60  # lines below the last list in which its columns may go on
_LONGEST = 90  # characters of a post or a body


@dataclass(slots=True)
class _Wave:
    """A column of names as it is read, and the lines below it until the next one."""

    people: list[Attendee] = field(default_factory=list)
    said: list[Range] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)  # how many lines stood above each
    least: int = _LEAST  # people that make a column: below another, any number
    run: int = 0  # lines since the last name

    @property
    def whole(self) -> bool:
        return len(self.people) >= self.least and len(self.said) >= len(self.people)


def give_torn(
    source: SourceDocument, blocks: Sequence[RosterBlock], people: list[Attendee]
) -> list[Attendee]:
    """Return the people with what stands for each in the columns below the names.

    >>> text = "Ann Bell\\nTom Holt\\nJo Orr\\nClerk\\nWarden\\nTreasurer"
    >>> ends = [8, 17, 24, 30, 37, 47]
    >>> lines = [Line(a, b, row=b) for a, b in zip([0, 9, 18, 25, 31, 38], ends)]
    >>> source = SourceDocument("", "", "", 0, text, tuple(lines), ())
    >>> places = [(0, 8), (9, 17), (18, 24)]
    >>> people = [Attendee(text[a:b], a, b, "present") for a, b in places]
    >>> block = RosterBlock("present", "", 0, len(text), "roster-label")
    >>> [x.role for x in give_torn(source, [block], people)]
    ['Clerk', 'Warden', 'Treasurer']
    """
    if len(people) < _LEAST or not blocks:
        return people
    text = source.text
    kinds = [*_kinds(source, blocks, people)]
    told = give_beside(text, kinds)
    if told:
        return [told.get(x.start, x) for x in people]
    found = list(people)
    for wave in _waves(text, kinds):
        _part_pairs(text, wave)
        columns = _columns(text, wave)
        if not columns or not _is_open(wave):
            continue
        low, high = wave.said[0][0], wave.said[-1][1]
        first, last = wave.people[0].start, wave.people[-1].start
        found = [
            x for x in found if not (low <= x.start < high or first <= x.start <= last)
        ]
        for at, person in enumerate(wave.people):
            bare = _without(person, low, high)
            for column in columns:
                bare = _say(text, bare, column[at])
            found.append(bare)
    return sorted(found, key=lambda x: x.start)


Kinds = list[tuple[str, Line, list[Attendee]]]


def _kinds(
    source: SourceDocument, blocks: Sequence[RosterBlock], people: list[Attendee]
) -> Iterator[tuple[str, Line, list[Attendee]]]:
    """Yield what each line of the lists is, and whom it names."""
    starts = [x.start for x in people]
    letters = {y for x in people for y in initials_forms(x.name)}
    for line in _lines(source, blocks):
        inside = people[bisect_left(starts, line.start) : bisect_left(starts, line.end)]
        kind = _kind_of(source.text, line, inside)
        if source.text[line.start : line.end].strip(" .").upper() in letters:
            kind = "remark"
        yield kind, line, inside


def give_beside(text: str, kinds: Kinds) -> dict[int, Attendee]:
    """Return, by where they start, those whose post stands at their height on the page.

    The cell with the names holds several lines, and so does the cell beside it.
    """
    rows: dict[tuple[int, int], Kinds] = {}
    for kind, line, inside in kinds:
        if line.box is not None:
            rows.setdefault((line.page, line.row), []).append((kind, line, inside))
    found: dict[int, Attendee] = {}
    for row in rows.values():
        names = [(x, y[0]) for kind, x, y in row if kind == "name" and len(y) == 1]
        said = [x for kind, x, _ in row if kind == "said"]
        columns = {x.column for x, _ in names}
        if len(names) < _STACKED or len(columns) > 1 or not said:
            continue  # a row of people side by side
        if said[0].column in columns:
            continue
        low, high = said[0].start, said[-1].end
        if 2 * sum(_says_nothing(y) for _, y in names) < len(names):
            continue
        bare = {x.start: _without(y, low, high) for x, y in names}
        for line in said:
            level = [x for x, _ in names if _is_level(x, line)]
            if len(level) == 1:
                at = level[0].start
                span = trim(text, line.start, line.end)
                bare[at] = _say(text, bare[at], span)
        found |= {x.start: x for x in bare.values()}
    return found


def _says_nothing(person: Attendee) -> bool:
    return person.role is None and person.organisation is None


_STACKED = 2  # names in one cell


def _is_level(one: Line, other: Line) -> bool:
    """Tell whether two lines stand side by side on the page."""
    if one.box is None or other.box is None:
        return False
    return abs(one.box.top - other.box.top) < (one.box.bottom - one.box.top) / 2


def _part_pairs(text: str, wave: _Wave) -> None:
    """Part the two people of four words on a line if the columns need so many."""
    parted: list[Attendee] = []
    for person in wave.people:
        pair = _PAIR.fullmatch(text, person.start, person.end)
        spans = [pair.span(1), pair.span(2)] if pair else []
        parted += [replace(person, name=text[a:b], start=a, end=b) for a, b in spans]
        parted += [] if pair else [person]
    if len(wave.people) < len(parted) == len(wave.said):
        wave.people = parted


_WHO = r"\b([A-Z][\w’'-]{1,20} [A-Z][\w’'-]{1,20})"
_PAIR = re.compile(rf"{_WHO} {_WHO}")


def _waves(text: str, kinds: Kinds) -> Iterator[_Wave]:
    """Yield the columns of names, each with the lines that stand below it."""
    wave = _Wave()
    named = Counter((x.page, x.row) for kind, x, _ in kinds if kind == "name")
    for kind, line, inside in kinds:
        if kind == "said" and named[line.page, line.row] == 1:
            kind = "other"  # a cell beside a name: no column is torn
        words = text[slice(*trim(text, line.start, line.end))]
        many = wave.run > 1 or _says(words)  # lines that name nobody above this one
        below = wave.said and _is_weak(inside) and many
        if kind == "name" and not below:
            if wave.whole:
                yield wave
                wave = _Wave(least=1)
            elif wave.said:
                wave = _Wave(wave.people if len(wave.said) == 1 else [])
            wave.people += inside
            wave.run = 0
        elif kind in ("said", "name") and wave.people:
            wave.said.append(trim(text, line.start, line.end))
            wave.run += 1
        elif kind == "head" and wave.people:
            wave.heads.append(len(wave.said))
        elif kind == "other":
            if wave.whole:
                yield wave
            wave = _Wave()
    if wave.whole:
        yield wave


def _lines(source: SourceDocument, blocks: Sequence[RosterBlock]) -> list[Line]:
    """Return the lines in which the lists stand, and those below the last."""
    low, high = min(x.start for x in blocks), max(x.end for x in blocks)
    lines = [x for x in source.content() if x.end >= low]
    listed = sum(x.start < high for x in lines)
    return lines[: listed + _AHEAD]


def _kind_of(text: str, line: Line, inside: list[Attendee]) -> str:
    """Return what a line is: name, said, head, label, remark, or anything other."""
    words = text[slice(*trim(text, line.start, line.end))]
    if not any(map(str.isalnum, words)):
        return "label"
    if inside:
        rest = text[inside[-1].end : line.end]
        alone = not _BRACKETS.sub("", rest).strip(" .,;*†‡_")
        joined = len(inside) > 1 and "," in text[line.start : inside[-1].start]
        if (
            alone
            and not joined
            and not text[line.start : inside[0].start].strip(" *•·-_")
        ):
            return "name"
        return "other" if not _is_weak(inside) else _plain_kind(words)
    if _REMARK.fullmatch(words):
        return "remark"
    if remark := _ENDS_REMARK.search(words):
        words = words[: remark.start()]
    if _SEAT.fullmatch(words):
        return "said"
    if read_column(words) in ("name", "role", "organisation", "both"):
        return "head"
    label = read_label(text, line.start, line.end)
    if label and label.closed and not text[label.end : line.end].strip(" \t:*_"):
        post = label.kind in ("group", "post") and has_role_word(words)
        return "said" if post and not words.endswith("s") else "label"
    whole = text[line.start : line.end].rstrip(" *_")
    return "other" if ":" in whole else _plain_kind(words)


_SEAT = re.compile(
    r"(?:Councillor|Cllr|Member|Trustee|Director|Governor|Commissioner)\.?"
)


_BRACKETS = re.compile(r"[(\[][^()\[\]]{0,60}[)\]]|\b[A-Z]{2,4}\b")
_REMARK = re.compile(r"\([^()]{1,60}\)")


def _plain_kind(words: str) -> str:
    """Tell whether a line may be a post or a body and nothing else: "said" or "other".

    >>> _plain_kind("Medical Director"), _plain_kind("2. The Medical Director spoke.")
    ('said', 'other')
    """
    if len(words) > _LONGEST or not words[0].isupper() or words.endswith((".", ":")):
        return "other"
    return "other" if _SENTENCE.search(words) else "said"


_SENTENCE = re.compile(
    r"\b(?:was|were|is|are|be|had|has|will|that|reported|noted|agreed)\b|\d{2}"
)


def _is_weak(people: list[Attendee]) -> bool:
    """Tell whether nothing but its form speaks for a line's only name."""
    return len(people) == 1 and people[0].certainty < _SURE


_SURE = 0.9


def _is_open(wave: _Wave) -> bool:
    """Tell whether hardly anybody of a column has a post but from the lines below."""
    low, high = wave.said[0][0], wave.said[-1][1]
    spans = [(x.role_span, x.organisation_span) for x in wave.people]
    said = sum(
        any(x is not None and not low <= x.start < high for x in pair) for pair in spans
    )
    return 3 * said <= len(wave.people)


def _columns(text: str, wave: _Wave) -> list[list[Range]]:
    """Return the columns below the names, as many lines in each; [] if none."""
    many = len(wave.people)
    parts = _at_heads(wave) or [
        wave.said[low : low + many] for low in range(0, len(wave.said), many)
    ]
    if len(parts) > _MOST or any(len(x) != many for x in parts):
        parts = [_join_wrapped(text, wave.said, many)]
    if len(parts[0]) != many or not _is_told(text, parts[0]):
        return []
    return parts


_MOST = 2  # columns beside the names: posts and bodies


def _at_heads(wave: _Wave) -> list[list[Range]]:
    """Return the lines between the heads of the columns, [] where they have none."""
    cuts = [x for x in wave.heads if x < len(wave.said)]
    if not cuts or cuts[0] or len(set(cuts)) != len(cuts):
        return []
    ends = [*cuts[1:], len(wave.said)]
    return [wave.said[a:b] for a, b in zip(cuts, ends, strict=True)]


def _join_wrapped(text: str, said: list[Range], many: int) -> list[Range]:
    """Return the lines, if too many with those joined that go on from the one above."""
    found = list(said)
    at = 1
    while len(found) > many and at < len(found):
        above, here = text[slice(*found[at - 1])], text[slice(*found[at])]
        if _GOES_ON.search(above) or here[:1].islower():
            found[at - 1 : at + 1] = [(found[at - 1][0], found[at][1])]
        else:
            at += 1
    return found


_GOES_ON = re.compile(r"(?:[-–—&,/(]|\b(?:of|and|for|the|to|in|with|at))$")


def _is_told(text: str, column: list[Range]) -> bool:
    """Tell whether most lines of a column name a post or a body each."""
    told = sum(_says(text[slice(*x)]) for x in column)
    return 5 * told >= 3 * len(column)


def _says(words: str) -> bool:
    return (
        has_role_word(words)
        or has_organisation_word(words)
        or is_known_body(words)
        or is_called_body(words, likely=True)
        or is_acronym(words)
        or IGNORED.fullmatch(words) is not None
    )


def _without(person: Attendee, low: int, high: int) -> Attendee:
    """Return a person without what was taken from the lines below the names."""
    if person.role_span and low <= person.role_span.start < high:
        person = replace(person, role=None, role_span=None)
    if person.organisation_span and low <= person.organisation_span.start < high:
        person = replace(person, organisation=None, organisation_span=None)
    return person


def _say(text: str, person: Attendee, span: Range) -> Attendee:
    """Return a person with what a line of a column says: post, body, who chaired."""
    start, end = span
    if remark := _ENDS_REMARK.search(text, start, end):
        aside = is_note(remark[1]) or remark[1][0].islower()
        end = remark.start() if aside or _MINUTES.match(remark[1]) else end
    words = text[start:end].replace("\n", " ")  # a post that wraps is one
    if is_chair(words):
        came = person.status == "present"
        return replace(person, chair=person.chair or came)
    if is_member(words) or IGNORED.fullmatch(words):
        return person
    found = split_affiliation(words)
    if found.role and person.role is None:
        a, b = start + found.role[0], start + found.role[1]
        person = replace(person, role=_fold(text[a:b]), role_span=Span(a, b, _RULE))
    if found.organisation and person.organisation is None:
        a, b = start + found.organisation[0], start + found.organisation[1]
        body = Span(a, b, _RULE)
        person = replace(person, organisation=_fold(text[a:b]), organisation_span=body)
    return person


_ENDS_REMARK = re.compile(r"\s{0,3}\(([^()]{2,40})\)$")
_MINUTES = re.compile(r"(?:minutes?|notes?|item)\b", re.IGNORECASE)


def _fold(words: str) -> str:
    return " ".join(words.split())
