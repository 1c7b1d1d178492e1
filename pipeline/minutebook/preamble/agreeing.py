"""Weighs what the lists say of one person by what they say of the others.

A piece behind a name that no word gives away may be a post, a body, or the next person
of the list. Where most people have their posts behind them it is a post; where nobody
has a body behind the name it is no body, but more likely somebody's name.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from minutebook.grammar.affiliations import (
    has_organisation_word,
    has_role_word,
    is_acronym,
    is_firm,
    is_member,
    is_note,
    is_strong,
)
from minutebook.grammar.atoms import trim
from minutebook.grammar.listnames import evidence
from minutebook.grammar.names import Name, is_given, is_word, parse_name, skip_degrees
from minutebook.grammar.runs import split_mixed
from minutebook.grammar.samenames import fold_name
from minutebook.preamble.fields import give_fields
from minutebook.preamble.offices import part_departments, tidy
from minutebook.preamble.runson import without_run_on
from minutebook.records import Attendee, Span

# "H'ana Al-Penrose", "Bo P"
_CALLED = re.compile(r"[A-Z][\w'’-]{0,20}\.?(?: ~?[A-Z][\w'’-]{0,20}\.?){1,3}")
_INITIAL = re.compile(r"[a-z] [A-Z]\.? [A-Z][a-z]")  # "Dilwen A Penrose"
_TITLE = re.compile(r"(?:Cllr|Councillor|Cr|Mr|Mrs|Ms|Miss|Dr)\.?\s{1,3}")
# what firms and sites are called: "Penrose & Holt", "holtdata.org", "HoltGov"
_FIRM = re.compile(r"\w\s&\s[A-Z]|\w\.[a-z]{2,3}\b|[a-z][A-Z]")


def agree(text: str, people: list[Attendee]) -> list[Attendee]:
    """Return the people with such posts and bodies as the lists bear out."""
    people = [y for x in people for y in _parted(text, without_run_on(text, x))]
    people = part_departments(text, [tidy(text, x) for x in people])
    people = give_fields(text, _by_brackets(text, _once(people)))
    bodies = [x.organisation for x in people if x.organisation]
    if not bodies:
        return people
    stated = sum(map(_is_stated, bodies))
    stated += sum(bodies.count(x) > 1 for x in bodies)
    alone = not stated and len(bodies) < 3
    posts = sum(x.role is not None for x in people)
    led = _groups_of_posts(people)
    found: list[Attendee] = []
    for person in people:
        body = person.organisation
        if (
            body is None
            or _is_stated(body)
            or _is_sent(text, person)
            or _in_cell(text, person)
            or (_is_set_apart(text, person) and not _is_person(body))
            or _is_guests(text, person)
            or (bodies.count(body) > 1 and len(body) > 4)
        ):
            found.append(person)
        elif _is_person(body):
            found += [_without(person), *_next(text, person, True)]
        elif person.group in led and not person.role and _may_be_post(body):
            post = replace(person, role=body, role_span=person.organisation_span)
            found.append(_without(post))
        elif alone:
            found += [_without(person), *_next(text, person, not posts)]
        else:
            found.append(person)
    return _once(found)


def _by_brackets(text: str, people: list[Attendee]) -> list[Attendee]:
    """Return the people with the unknown in brackets read as most brackets are.

    Where the list has "(Chair)", "(Clerk)" and "(Treasurer)", "(Beacon Keeping)" is a
    post; where "(Holt Trust)" stands among them nobody can tell.
    """
    brackets = [_BRACKET.match(text, x.end) for x in people]
    pairs = [(x, b) for x, b in zip(people, brackets, strict=True) if b]
    posts = sum(x.chair or _within(x.role_span, b) for x, b in pairs)
    bodies = sum(
        not x.role
        and _within(x.organisation_span, b)
        and is_strong(x.organisation or "")
        for x, b in pairs
    )
    if posts < 2 or posts < 3 * bodies:
        return people
    said = Counter(b["said"] for b in brackets if b)
    return [
        _with_post(x, b)
        if b and said[b["said"]] == 1 and _is_unknown(x, b) and not _is_guests(text, x)
        else x
        for x, b in zip(people, brackets, strict=True)
    ]


# "Ada Penrose (AP) (Clerk)", "Tom Holt (Beacon Keeping)"
_BRACKET = re.compile(r"(?:\s{0,3}\([A-Z]{2,3}\))?\s{0,3}\((?P<said>[^()\n\t]{3,40})\)")
# "(Holt family)", "(Ada)", "(proxy for Tom Holt)" are no posts, "(IT & Events)" is one
_POST = re.compile(r"[A-Z][\w’'-]{1,20}(?:\s(?:and|&|of|[A-Z/][\w’'-]{0,20})){0,4}")


def _within(span: Span | None, bracket: re.Match[str]) -> bool:
    return span is not None and bracket.start() < span.start < bracket.end()


def _is_unknown(person: Attendee, bracket: re.Match[str]) -> bool:
    """Tell whether nothing but its place says what a bracket holds."""
    words = bracket["said"].strip()
    if person.role or person.chair or is_note(words) or is_member(words):
        return False
    span = person.organisation_span
    if span is not None and span.start != bracket.start("said"):
        return False
    return (
        " " in words
        and _POST.fullmatch(words) is not None
        and (words.endswith("Services") or not has_organisation_word(words))
        and not words.startswith("The ")
        and not words.endswith("Councillor")
        and not _is_person(words)
    )


def _is_guests(text: str, person: Attendee) -> bool:
    """Tell whether a bracket says whence a guest came, or who has a firm of that name.

    Members have their wards and officers their fields in brackets; guests do not.
    """
    bracket = _BRACKET.match(text, person.end)
    span = person.organisation_span
    if bracket is None or span is None or span.start != bracket.start("said"):
        return False
    words = person.organisation or ""
    if _STREET.search(words) or _is_person(words):
        return False
    if " " not in words and (len(words) < _COINED or is_given(words)):
        return False  # "(Ada)", "(West)"
    named = person.name.split()[-1] in words.split()
    guest = _GUESTS.match(person.group or "") is not None and _POST.fullmatch(words)
    low = max(0, person.start - 12)
    return bool(named or guest) and not _COUNCILLOR.search(text, low, person.end)


_COINED = 6  # letters of a name that a firm may have made up: "Marlwell"
_COUNCILLOR = re.compile(r"\b(?:Cllr|Councillor|Clr|Cr)\b")
_GUESTS = re.compile(
    r"\W{0,3}(?:also\b|(?:special\s|invited\s)?(?:guests?|visitors?|observers?|others?"
    r"|invitees?|speakers?|presenters?)\b)",
    re.IGNORECASE,
)
_STREET = re.compile(
    r"\b(?:Lane|Road|Street|Avenue|Close|Drive|Court|Crescent|Terrace|Way|Place|Ward"
    r"|North|South|East|West|Resident)s?$"
)


def _with_post(person: Attendee, bracket: re.Match[str]) -> Attendee:
    """Return a person with the words of a bracket as the post."""
    span = Span(*bracket.span("said"), "roster-agreed")
    post = replace(person, role=" ".join(bracket["said"].split()), role_span=span)
    return _without(post)


def _parted(text: str, person: Attendee) -> list[Attendee]:
    """Return the person, and those whom what was read as the post goes on to name.

    "Clerk Ann Holt, Warden" behind a name is a post, the next person and that one's.
    """
    span = person.role_span
    if person.role is None or span is None or " " not in person.role:
        return [person]
    names = _named(text, span)
    if not names:
        return [person]
    stops = [x.start for x in names[1:]] + [span.end]
    ahead = span.end <= person.start
    found = []
    for name, stop in zip(names, stops, strict=True):
        post = None if ahead else _post(text, name.end, stop)
        found.append(_new(text, person, name, post))
    own = (names[-1].end, span.end) if ahead else (span.start, names[0].start)
    kept = _post(text, *own)
    role = " ".join(text[kept.start : kept.end].split()) if kept else None
    return [replace(person, role=role, role_span=kept), *found]


def _named(text: str, span: Span) -> list[Name]:
    """Return the people whom a post names; no school is one that is called so."""
    found = []
    for name, _ in split_mixed(text, span.start, span.end):
        rest = text[name.end : span.end].split(",")[0]
        if has_organisation_word(rest) or _SEAT.match(rest) or not evidence(name):
            return []
        if _INSIDE.search(text, max(span.start, name.start - 14), name.start):
            return []
        if _SHORT.match(name.name):
            return []
        found.append(_whole(text, span, name))
    return found


def _whole(text: str, span: Span, name: Name) -> Name:
    """Return a name with the given name before its initial: "Jo [B. Penrose]"."""
    before = text[span.start : name.start].rsplit(None, 1)
    first = before[-1] if before else ""
    if name.titles or name.given.strip(".")[1:] or not is_given(first):
        return name
    start = text.rindex(first, span.start, name.start)
    return name._replace(name=f"{first} {name.name}", start=start)


_INSIDE = re.compile(
    r"(?:\b(?:of|for|to|the|by|and|at|representing|rep)|[&\"“(])\s{0,3}"
    r"(?:(?:Mr|Mrs|Ms|Miss|Dr)\.?\s)?$"
)
_SEAT = re.compile(r"\s{1,3}(?:MP|MSP|MEP|MLA|TD|AM|MS)\b")
_SHORT = re.compile(r"[A-Z]{2,3}\s[A-Z][a-z]")  # "GM Engineering", "LB Holt"


def _post(text: str, start: int, end: int) -> Span | None:
    """Return where a post stands in a stretch that holds nothing else."""
    start, end = trim(text, start, end)
    words = text[start:end]
    if has_role_word(words) and not any(c.isdigit() for c in words):
        return Span(start, end, "roster-agreed")
    return None


def _new(text: str, person: Attendee, name: Name, post: Span | None) -> Attendee:
    """Return a person of the same list."""
    return Attendee(
        name=name.name,
        start=name.start,
        end=name.end,
        status=person.status,
        group=person.group,
        role=" ".join(text[post.start : post.end].split()) if post else None,
        role_span=post,
        rule="roster-agreed",
        certainty=0.6,
    )


def _is_sent(text: str, person: Attendee) -> bool:
    """Tell whether a person is said to come for a body: "representing Holt Farms"."""
    span = person.organisation_span
    return span is not None and bool(_SENT.fullmatch(text, person.end, span.start))


_SENT = re.compile(
    r"\s{0,3}[,(–-]?\s{0,3}(?:representing|repr?\.?(?:\sfor)?|on\sbehalf\sof"
    r"|from|for|of|with)\s{1,3}(?:the\s{1,3})?"
)


def _is_set_apart(text: str, person: Attendee) -> bool:
    """Tell whether the signs around a piece let it be nothing but whence one came.

    It ends what a bracket or a dash says of a person, behind the post; or semicolons
    part the people, and it stands between two of them.
    """
    span = person.organisation_span
    if span is None:
        return False
    between = text[person.end : span.start]
    if _ASIDE.fullmatch(between):
        return True
    ended = _SEMICOLON.match(text, span.end) or _PARTED.search(
        text, max(0, person.start - 12), person.start
    )
    return bool(ended) and between == ", "


_ASIDE = re.compile(r"\s{0,3}(?:\(|\s[-–—]\s{1,3})[^()\n;]{3,60},\s{1,3}")
_SEMICOLON = re.compile(r"\s{0,3};")
# what parts a name from who stands before it in the list: "; Mr"
_PARTED = re.compile(r";\s{0,3}(?:and\s)?(?:[A-Z][a-z]{1,4}\.?\s)?$")


def _in_cell(text: str, person: Attendee) -> bool:
    """Tell whether a body stands in a cell of its own beside the name."""
    span = person.organisation_span
    return span is not None and "\t" in text[person.end : span.start]


def _groups_of_posts(people: list[Attendee]) -> set[str | None]:
    """Return the lists in which most people have a post, and hardly one a body."""
    found = set()
    for group in {x.group for x in people}:
        listed = [x for x in people if x.group == group]
        posts = sum(x.role is not None for x in listed)
        bodies = sum(_is_stated(x.organisation or "") for x in listed)
        if posts > 1 and 5 * posts >= 3 * len(listed) and 4 * bodies <= posts:
            found.add(group)
    return found


def _without(person: Attendee) -> Attendee:
    return replace(person, organisation=None, organisation_span=None)


def _is_stated(body: str) -> bool:
    """Tell whether a word or the form of a name gives a body away.

    >>> _is_stated("Holt Trust"), _is_stated("Penrose & Bell"), _is_stated("Bo Pike")
    (True, True, False)
    """
    return (
        has_organisation_word(body)
        or is_acronym(body)
        or is_firm(body)
        or _FIRM.search(body) is not None
        or _SHORT.match(body) is not None
    )


def _is_person(body: str) -> bool:
    """Tell whether a title or a given name speaks for a person.

    >>> _is_person("Ann Penrose"), _is_person("Penrose Foods")
    (True, False)
    """
    if _TITLE.match(body):
        return True
    if _SHORT.match(body):
        return False
    name = parse_name(body)
    if name is None or has_role_word(body):
        return False
    return evidence(name) or _INITIAL.search(body) is not None


def _may_be_post(words: str) -> bool:
    """Tell whether a piece may be a post that no list of posts holds.

    >>> _may_be_post("Beacon Keeping"), _may_be_post("to take part, write here")
    (True, False)
    """
    return (
        words[0].isupper()
        and words.count(" ") < 4
        and " " in words
        and not any(c in words for c in ".:!?/")
    )


def _next(text: str, person: Attendee, sure: bool) -> list[Attendee]:
    """Return the person whom what stood for a body names, none if it names none."""
    span = person.organisation_span
    if not sure or span is None or text[span.start - 1] == "(":
        return []
    lead = _TITLE.match(text, span.start, span.end)
    start = lead.end() if lead else span.start
    match = _CALLED.match(text, start, span.end)
    if not match or not all(map(_may_be_name, match[0].split())):
        return []
    if (
        _SHORT.match(match[0])
        or skip_degrees(text, start, match.end()) > start
        or has_role_word(match[0])
    ):
        return []
    rest = text[match.end() : span.end]
    if re.match(r"\s{0,3}\w", rest):
        return []
    name = " ".join(match[0].replace("~", "").split()).rstrip(".")
    return [_new(text, person, Name(name, span.start, match.end(), surname=""), None)]


def _may_be_name(word: str) -> bool:
    return is_word(word) or is_given(word) or len(word.strip(".")) == 1


def _once(people: list[Attendee]) -> list[Attendee]:
    """Return the people without those found anew who were listed already."""
    known = {fold_name(x.name) for x in people if x.rule != "roster-agreed"}
    return [
        x for x in people if x.rule != "roster-agreed" or fold_name(x.name) not in known
    ]
