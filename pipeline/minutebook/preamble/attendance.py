"""Reads the attendance lists: names, status, roles, organisations, who chaired."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from itertools import pairwise

from minutebook.grammar.affiliations import (
    has_organisation_word,
)
from minutebook.grammar.bareinitials import with_brackets
from minutebook.grammar.entries import LATE
from minutebook.grammar.rosters import find_key
from minutebook.grammar.samenames import fold_name, same_person
from minutebook.preamble.agreeing import agree
from minutebook.preamble.celllists import read_cells
from minutebook.preamble.gridlists import (
    read_called,
    read_grid,
    read_marked,
    read_starred,
    read_table,
)
from minutebook.preamble.leadingbodies import give_headed_bodies, give_leading_bodies
from minutebook.preamble.legends import expand_posts
from minutebook.preamble.listedbodies import give_bodies
from minutebook.preamble.rowlists import _body_of, read_list, read_side
from minutebook.preamble.runlists import (
    are_lettered,
    read_bare,
    read_flat,
    read_initialled,
    read_lettered,
    read_letters,
    read_torn,
)
from minutebook.preamble.tables import read_columns, read_marks
from minutebook.preamble.torn import give_torn
from minutebook.preamble.whencelists import read_whence_lines
from minutebook.records import (
    Attendee,
    RosterBlock,
    Sections,
    SourceDocument,
)


def read_attendance(source: SourceDocument, sections: Sections) -> tuple[Attendee, ...]:
    """Return everyone listed, in the order of the text."""
    source = with_brackets(source)
    found: list[Attendee] = []
    flat: list[RosterBlock] = []
    sides = [x for x in sections.rosters if x.rule == "roster-side"]
    bodies = sum(has_organisation_word(_body_of(x)) for x in sides)
    for block in sections.rosters:
        if block.rule == "roster-side":
            found += read_side(source, block, 3 * bodies >= len(sides))
        elif block.rule == "roster-flat":
            flat.append(block)
        else:
            found += _read_block(source, block)
    found += read_flat(source, flat)
    found = _by_marks(source, found)
    found.sort(key=lambda x: x.start)
    listed = give_torn(source, sections.rosters, _merge(found))
    agreed = agree(source.text, expand_posts(source.text, listed))
    given = give_bodies(source.text, agreed)
    given = give_headed_bodies(source.text, sections.rosters, given)
    return tuple(give_leading_bodies(source.text, sections.rosters, given))


_KEY_REACH = 3000  # characters in which a list has its key


def _by_marks(source: SourceDocument, people: list[Attendee]) -> list[Attendee]:
    """Return the people of lists without labels as the letter beside each has it."""
    if not any(x.rule == "roster-unheaded" for x in people):
        return people
    key = find_key(source.text, _KEY_REACH)
    if len(key) < _LEAST_KEY:
        return people
    beside = {
        line.start: source.text[after.start : after.end].strip(" *†")
        for line, after in pairwise(source.lines)
        if after.row == line.row and after.page == line.page
    }
    return [
        replace(x, status=status, chair=x.chair and status == "present")
        if x.rule == "roster-unheaded"
        and (status := key.get(_beside(source, x, beside)))
        else x
        for x in people
    ]


_LEAST_KEY = 2  # letters that a key explains


def _beside(source: SourceDocument, x: Attendee, beside: dict[int, str]) -> str:
    """Return what stands in the cell beside that of a person."""
    at = bisect_right(source.lines, x.start, key=lambda line: line.start) - 1
    return beside.get(source.lines[at].start, "") if at >= 0 else ""


def _read_block(source: SourceDocument, block: RosterBlock) -> list[Attendee]:
    """Return the people of one block."""
    if block.rule == "roster-initials":
        return read_initialled(source, block)
    if block.rule == "roster-called":
        return read_called(source.text, block)
    if block.rule == "roster-bare":
        return read_bare(source, block)
    if block.rule == "roster-whence":
        return read_whence_lines(source, block)
    if block.rule in ("roster-table", "roster-headless-table"):
        return read_table(source, block)
    if block.rule == "roster-cells":
        return read_cells(source, block)
    if block.rule == "roster-stars":
        return read_starred(source, block)
    if block.rule == "roster-grid":
        return read_grid(source, block)
    if block.status != "mixed":
        lines = [x for x in source.lines if x.end > block.start and x.start < block.end]
        if are_lettered(source.text, block, lines):
            return read_lettered(source.text, block)
        letters = read_letters(source.text, block)
        return letters or read_torn(source, block, read_list(source, block, lines))
    marks = read_marks(source, block)
    if marks is not None:
        return read_marked(source, block, marks)
    found: list[Attendee] = []
    for column in read_columns(source, block):
        first, last = column.lines[0].start, column.lines[-1].end
        part = RosterBlock(column.status, column.group, first, last, block.rule)
        found += read_list(source, part, list(column.lines))
    return found


def _merge(people: list[Attendee]) -> list[Attendee]:
    """Return each person once: the form of the list, and all that is said of them."""
    kept: dict[tuple[str, str], Attendee] = {}
    for person in sorted(people, key=lambda x: x.rule == "roster-sentence"):
        key = (fold_name(person.name), _mark(person.name))
        late = person.note is not None and LATE.search(person.note)
        if key not in kept and (late or person.rule == "roster-sentence"):
            key = _known_as(person, kept) or key
        kept[key] = _join(kept[key], person) if key in kept else person
    return sorted(kept.values(), key=lambda x: x.start)


def _known_as(
    person: Attendee, kept: dict[tuple[str, str], Attendee]
) -> tuple[str, str] | None:
    """Return the key of the one listed person whom a sentence names less fully."""
    first, *rest = person.name.split()
    if rest and len(first.strip(".")) > 1:
        return None
    alike = [
        key
        for key, x in kept.items()
        if ({x.status, person.status} in _ALIKE or x.rule in _UNTOLD)
        and same_person(x.name, person.name)
    ]
    return alike[0] if len(alike) == 1 else None


# who is listed as absent may have apologised all the same
_ALIKE = ({"present"}, {"apologies"}, {"absent"}, {"absent", "apologies"})
# lists that do not say who of those named came
_UNTOLD = ("roster-unheaded", "roster-stars")
_TOLD_APART = re.compile(r"\((\w)\)")


def _mark(name: str) -> str:
    match = _TOLD_APART.search(name)
    return match[1] if match else ""


def _join(one: Attendee, other: Attendee) -> Attendee:
    status = one.status
    if {one.status, other.status} == {"absent", "apologies"}:
        status = "apologies"
    if "present" in (one.status, other.status) and one.status != other.status:
        status = other.status if other.status != "present" else one.status
    lost = (one.chair or other.chair) and status != "present"
    return replace(
        one,
        status=status,
        chair=(one.chair or other.chair) and status == "present",
        role=one.role or other.role or ("Chair" if lost else None),
        role_span=one.role_span or other.role_span,
        organisation=one.organisation or other.organisation,
        organisation_span=one.organisation_span or other.organisation_span,
        initials=one.initials or other.initials,
        substitute_for=one.substitute_for or other.substitute_for,
        note=one.note or other.note,
    )
