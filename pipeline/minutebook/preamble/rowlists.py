"""Reads lists that run from line to line, under a label or for a body."""

from __future__ import annotations

import re
from dataclasses import replace

from minutebook.grammar.affiliations import (
    has_organisation_word,
    has_role_word,
    is_strong,
)
from minutebook.grammar.atoms import cut_atoms
from minutebook.grammar.listmanner import are_called
from minutebook.grammar.listnames import (
    are_surnames,
    is_surname,
)
from minutebook.grammar.listreader import Reader
from minutebook.grammar.names import is_given
from minutebook.grammar.rosters import phrases_of, read_key
from minutebook.preamble.attendees import attendee_of, singular
from minutebook.preamble.rowview import MEMBERS, view_rows
from minutebook.preamble.stacked import read_stacked
from minutebook.records import (
    Attendee,
    Line,
    RosterBlock,
    SourceDocument,
    Span,
)

_IN_CHAIR = re.compile(
    r"in\s{1,30}the\s{1,30}chair|chaired\s{1,30}by|^chair", re.IGNORECASE
)


_SEATS = re.compile(r"members|trustees|supervisors|directors|absent", re.IGNORECASE)


_POST_LABEL = re.compile(
    "|".join(re.escape(x) for x in phrases_of("post")), re.IGNORECASE
)


def post_of(label: str) -> str | None:
    """Return the post that a label names: "Clerked by" is said of the clerk.

    >>> post_of("Clerked by"), post_of("Minute taker"), post_of("Minutes")
    ('Clerk', 'Minute taker', None)
    """
    if re.match(
        r"(?:minutes|notes?)(?:\s{1,30}(?:taken\s{1,30})?by)?$", label, re.IGNORECASE
    ):
        return None
    return re.sub(r"ed by$", "", " ".join(label.split()))


def read_list(
    source: SourceDocument, block: RosterBlock, lines: list[Line]
) -> list[Attendee]:
    """Return the people of a list that runs from line to line."""
    view, rows = view_rows(source, block, lines)
    entries = read_stacked(source.text, [x for x in lines if x.start >= block.start])
    if not entries:
        atoms = cut_atoms(view, block.start, block.end)
        entries = Reader(view, _alone(view, block), rows).read(atoms)
    coded = sum(1 for x in entries if x.code) > len(entries) / 2
    if coded:
        entries = [x for x in entries if x.code]
        key = read_key(source.text)
        for entry in entries:
            entry.status = key.get(entry.code or "")
    for entry in entries:
        if not coded and entry.code == "A" and (entry.said or entry.roles):
            entry.code = None  # "Meetings Officer (A)": the holder acts as that
    people = [attendee_of(view, x, block) for x in entries]
    if people:
        people[0] = _with_label(source.text, block, people)
    label = block.group.strip()
    seat = _SEAT.fullmatch(label) or _SEATED.fullmatch(label)
    held = seat[1] if seat else _leading_post(source.text, block)
    if held and _HOLDERS.search(held):
        people = [_with_portfolio(x) for x in people]
    if held and _is_seat_for_body(held, people):
        held = None
    if held and _CONSTITUTED.match(held):
        people = [_without_place(x) for x in people]
    if held:
        label_span = _span_of_label(source.text, block)
        span = replace(label_span, end=label_span.start + len(held))
        mixed = not _SEAT.fullmatch(label) and any(x.role for x in people[1:])
        stop = source.text.find("\n", block.start) if mixed else block.end
        people = [
            replace(x, role=singular(held), role_span=span)
            if not (x.role or x.chair) and x.start <= stop
            else x
            for x in people
        ]
    return _with_body(source.text, block, people)


def _with_label(text: str, block: RosterBlock, people: list[Attendee]) -> Attendee:
    """Return the first of a list with the posts by which its label calls the holder.

    "Chair and Minute Taker: Ada Penrose": she chaired, and the other post is hers.
    """
    group, first = block.group.strip(), people[0]
    halves = _AND.split(group)
    posts = all(map(_POST_LABEL.fullmatch, halves))
    if not posts or len(people) > 1 < len(halves):  # "Chair and Clerk": of one each
        return replace(first, chair=True) if _IN_CHAIR.search(group) else first
    in_chair = any(map(_IN_CHAIR.search, halves))
    held = [x for x in halves if not _IN_CHAIR.search(x) and post_of(x)]
    if held and not first.role:
        whole = group if len(held) == len(halves) else held[0]
        at = _span_of_label(text, block).start + group.find(whole)
        span = Span(at, at + len(whole), block.rule)
        first = replace(first, role=post_of(whole), role_span=span)
    return replace(first, chair=True) if in_chair else first


_AND = re.compile(r"\s?(?:/|&|\band\b)\s?")


def _with_body(text: str, block: RosterBlock, people: list[Attendee]) -> list[Attendee]:
    """Return the people under "HTA staff" with the body whose staff they are."""
    staff = _STAFF_OF.fullmatch(block.group.strip(" :*"))
    if staff is None or not has_organisation_word(staff["body"]):
        return people
    start = text.rfind(staff["body"], 0, block.start)
    if start < 0:
        return people
    span = Span(start, start + len(staff["body"]), block.rule)
    return [
        x
        if x.organisation
        else replace(x, organisation=staff["body"], organisation_span=span)
        for x in people
    ]


_STAFF_OF = re.compile(
    r"(?P<body>(?!IT|HR|SLT|SMT|CMT|LA\b)[A-Z]{2,6}|(?:[A-Z][\w’'-]{1,20}\s){1,4}[A-Z][\w’'-]{3,20})"
    r"\s(?:[Ss]taff|[Oo]fficers|[Oo]fficials|[Rr]epresentatives|[Rr]eps|[Cc]olleagues"
    r"|[Tt]eam)(?:\s(?:present|in attendance|attending))?"
)


# each of whom holds a field: "Portfolio Holders: Ada Bell (Housing), ..."
_HOLDERS = re.compile(r"(?:officers|holders|(?:cabinet|executive) members)$", re.I)


def _is_seat_for_body(held: str, people: list[Attendee]) -> bool:
    """Tell whether directors are but those who sit for a body: "Tom Holt | Marl"."""
    sent = sum(x.organisation is not None for x in people)
    return held.casefold() == "directors" and 2 * sent > len(people)


# who are elected by a constituency: "Public Governors: Ada Bell (Mill North)"
_CONSTITUTED = re.compile(r"(?:public|staff|elected|patient|carer) governor", re.I)


def _without_place(person: Attendee) -> Attendee:
    """Return a person without the constituency that stood where a body might."""
    if person.organisation is None or is_strong(person.organisation):
        return person
    return replace(person, organisation=None, organisation_span=None)


def _with_portfolio(person: Attendee) -> Attendee:
    """Return a holder of a field with the field as the post, where it was a body."""
    body, span = person.organisation, person.organisation_span
    if person.role or body is None or span is None or has_organisation_word(body):
        return person
    return replace(
        person, role=body, role_span=span, organisation=None, organisation_span=None
    )


def _span_of_label(text: str, block: RosterBlock) -> Span:
    """Return where the label of a list stands."""
    start = text.rfind(block.group[:4], 0, block.start)
    return Span(start, start + len(block.group), block.rule)


# a label that says in what seat those below it sit: "Co-opted Members:"
_SEAT = re.compile(
    r"((?:co-?opted\sindependent|independent\s(?:co-?opted|audit|lay|voting|standards))"
    r"\s(?:member|person)s?"
    r"|(?:co-?opted|lay|associate|partner|ex[ -]officio)\s(?:member|governor|trustee)s?"
    r"|(?:parent|staff|foundation|appointed|public|LA|local authority|community|tenant"
    r"|student)\s(?:governor|trustee|representative|observer)s?)\s{0,3}:?",
    re.IGNORECASE,
)


# "Directors present": who sits there, by the office
_SEATED = re.compile(
    r"((?:board\s)?directors)"
    r"\s(?:present|absent|excused|in\sattendance|attending|by\s\w{5,9})\s{0,3}:?",
    re.IGNORECASE,
)
# what labels say of the list, and of no one's post
_OF_LIST = re.compile(
    r"present|attend|apolog|absen|regret|excus|away|voting|following|board\b|roll\b"
    r"|guest|^for\b",
    re.IGNORECASE,
)
# the last word of a label that tells kinds of people apart, with no word before it
_KINDS = re.compile(
    r"(?:officers?|officials|members?|chair\w*|clerks?|minutes|trustees|commissioners"
    r"|governors|presenters|observers|representatives|secretariat|president|treasurer)",
    re.IGNORECASE,
)
_MEMBERS = re.compile(r"(?:members?|trustees|commissioners|representatives)$", re.I)


def _leading_post(text: str, block: RosterBlock) -> str | None:
    """Return the post that leads a list in one line: "Area Managers: A Bell, T Orr"."""
    label = block.group.strip(" :")
    beside = text[block.start : block.start + 3].split("\n")[0].strip()
    if not beside or ":" not in text[max(0, block.start - 3) : block.start + 1]:
        return None
    if _KINDS.fullmatch(label) or _MEMBERS.search(label) or _OF_LIST.search(label):
        return None
    halves = _AND.split(label)
    if len(halves) > 1 and all(map(_POST_LABEL.fullmatch, halves)):
        return None  # "Chair and Clerk": nobody knows who holds which
    return label if has_role_word(label) and len(label.split()) < 7 else None


def _alone(text: str, block: RosterBlock) -> bool:
    """Tell whether a surname alone is a name in a list."""
    if MEMBERS.search(block.group):
        return True
    body = text[block.start : block.end]
    if are_surnames(body) or are_called(body):
        return True
    body = body.strip(" \n\t.:|*")
    if block.status == "apologies" and is_given(body):
        return True
    body = _REASON.sub("", body)
    return bool(_SEATS.search(block.group)) and is_surname(body)


_REASON = re.compile(r"\s\([a-z][^()]{2,40}\)$")  # "Penrose (on leave)"


def _body_of(block: RosterBlock) -> str:
    """Return the body that the label of a list names."""
    bracket = re.search(r"\(([^()]{3,60})\)", block.group)
    return bracket[1] if bracket else block.group.strip()


def read_side(source: SourceDocument, block: RosterBlock, sure: bool) -> list[Attendee]:
    """Return the people of a list whose label names the body they came for.

    `sure` says that the labels of the lists beside it name bodies.
    """
    lines = [x for x in source.lines if x.start <= block.start < x.end]
    people = read_list(source, block, lines)
    body = _body_of(block)
    if not sure and not has_organisation_word(body):
        return people
    start = source.text.rfind(body, 0, block.start)
    span = Span(start, start + len(body), block.rule)
    return [
        x if x.organisation else replace(x, organisation=body, organisation_span=span)
        for x in people
    ]
