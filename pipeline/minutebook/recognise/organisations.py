"""Recognises organisations, their acronyms and short forms."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from minutebook.grammar.anchors import has_word
from minutebook.recognise.acronyms import (
    BRACKETED,
    bind_acronyms,
    blocked_acronyms,
    find_acronyms,
    find_in_posts,
    find_spots,
)
from minutebook.recognise.acronymsigns import Sign, find_likely, read_signs
from minutebook.recognise.affiliations import (
    find_affiliations,
    holds_person,
    is_portfolio,
)
from minutebook.recognise.bodies import find_dealt_with, find_listed
from minutebook.recognise.churches import find_churches
from minutebook.recognise.context import Context
from minutebook.recognise.entities import group_found
from minutebook.recognise.fellows import find_fellows
from minutebook.recognise.firms import (
    find_campaigns,
    find_halls,
    find_led,
    find_locals,
    find_messrs,
    with_surname,
)
from minutebook.recognise.heads import Found, find_headed
from minutebook.recognise.lowerbodies import find_lower_bodies
from minutebook.recognise.model import is_on
from minutebook.recognise.nations import find_national
from minutebook.recognise.owners import find_owners
from minutebook.recognise.paidrows import payment_rows
from minutebook.recognise.payees import find_bidders, find_granted, find_paid
from minutebook.recognise.runs import LINKS, Reading, fold, without
from minutebook.recognise.sections import find_offices, find_sections
from minutebook.recognise.severalbodies import find_several
from minutebook.recognise.unexplained import find_by_judge
from minutebook.recognise.wordlists import flags_of, is_listed, words_of
from minutebook.recognise.writers import find_writers
from minutebook.records import Entity, Mention, Span


class Named(NamedTuple):
    """The bodies that names show, their acronyms, and what those left show."""

    found: list[Found]
    bound: dict[str, str]
    signs: list[Sign]


def recognise_organisations(
    context: Context, reading: Reading, roles: tuple[Mention, ...]
) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """Return the mentions of organisations and the organisations they name."""
    rest = without(reading, [post_part(reading.view, x) for x in roles])
    found, bound, signs = find_named(context, reading, rest, roles)
    found = settled_with(found, find_likely(rest.view, signs))
    found = find_dealing(context, rest, found)
    found = sorted([*found, *find_owners(found)])
    main = (context.preamble.body, context.preamble.council)
    mentions, entities = group_found(found, bound, main)
    return tuple(mentions), tuple(entities)


def find_named(
    context: Context, reading: Reading, rest: Reading, roles: tuple[Mention, ...]
) -> Named:
    """Return the bodies that are called so, and the acronyms that nothing explains.

    `rest` is the reading without posts.
    """
    view, runs = rest
    marks = {initials(x.name) for x in context.preamble.attendance}
    listed = [x for x in find_listed(view, runs) if x.name not in marks]
    headed = part_joined(view, listed, find_headed(view, runs))
    headed = [past_title(view, x, first_words(context)) for x in headed]
    headed = [past_initials(context.joined, past_calling(view, x)) for x in headed]
    headed = [with_surname(context.joined, view, x) for x in headed]
    found = [*_anchors(context, view), *listed, *headed]
    churches = find_churches(context.joined)
    firms = [*find_messrs(context.joined), *find_national(view, runs)]
    firms += [
        *find_halls(view),
        *find_locals(view),
        *find_campaigns(view),
        *find_led(view),
    ]
    firms += [*find_sections(view), *find_offices(reading.view)]
    several = find_several(view)
    found = settle([*found, *find_lower_bodies(view), *churches, *firms, *several])
    bound = bind_acronyms(view, found)
    blocked = blocked_acronyms(reading.view, bound)
    posts = short_posts(reading.view, roles)
    found = [x for x in found if x.rule != "org-listed" or x.name not in posts]
    names = sorted({x.name for x in found if not x.generic})
    spots = find_spots(view)
    acronyms, bound = find_acronyms(spots, bound, blocked, names)
    found = settled_with(found, acronyms)
    known = blocked | marks | set(bound) | {x.name for x in found}
    known |= {post_initials(x.name) for x in roles}
    for word, places in find_in_posts(reading.view, roles).items():
        spots.setdefault(word, []).extend(places)
    path = context.source.path
    return Named(found, bound, read_signs(view, path, spots, known, found))


def find_dealing(context: Context, rest: Reading, found: list[Found]) -> list[Found]:
    """Return the bodies found, and those that somebody deals with as with a body."""
    view, runs = rest
    home = frozenset(
        word
        for name in (context.preamble.body, context.preamble.council)
        for word in (name or "").casefold().split()
    )
    found = settled_with(found, find_dealt_with(view, runs, found, home))
    found = settled_with(found, find_bidders(context.joined, view))
    rows = payment_rows(context.source.text)
    found = settled_with(found, find_paid(view, runs, found, rows))
    found = settled_with(found, find_granted(view, runs, found))
    found = settled_with(found, find_writers(view, runs, found))
    found = settled_with(found, find_fellows(view, found, home))
    if is_on():
        left = without(rest, [(x.start, x.end) for x in found])
        found = settled_with(found, find_by_judge(context.joined, left.runs))
    return found


def part_joined(view: str, listed: list[Found], headed: list[Found]) -> list[Found]:
    """Return the bodies without a known one before "and": Ofsted and Quarry Trust."""
    parted = []
    starts = [x.start for x in listed]
    heads = flags_of("organisation_heads")
    vague = words_of("name_words", "generic", "plain")
    for x in headed:
        if x.name.partition(" ")[0].casefold() in vague:
            parted.append(x)
            continue
        for known in listed[bisect_left(starts, x.start) :]:
            if known.start >= x.end:
                break
            if known.end == x.end and view.endswith(JOINS, x.start, known.start):
                x = x._replace(start=known.start, name=known.name)
                break
            link = next((k for k in JOINS if view.startswith(k, known.end)), "")
            start = known.end + len(link)
            rest = view[start : x.end].split()
            lead = view[x.start : known.start].split()
            own = known.end == x.end and " " in known.name and known.name[:3] != "NHS"
            if own and len(lead) > 1 and lead[-1].casefold() in heads:
                x = _cut(view, x, known.start)  # Marsh Library | National Trust
                break
            if link and start < x.end and any(y.casefold() in heads for y in rest):
                x = x._replace(start=start, name=fold(view[start : x.end]))
        parted.append(x)
    return parted


def first_words(context: Context) -> frozenset[str]:
    """Return the word that the name of the body that met begins with: its place."""
    names = (context.preamble.body, context.preamble.council)
    firsts = {x.split()[0] for x in names if x}
    return frozenset(x for x in firsts if x.isalpha() and not is_listed(x.casefold()))


def past_title(view: str, found: Found, places: frozenset[str]) -> Found:
    """Return the body without a title before it that no mark parts from its name.

    The body's own place opens the names of its neighbours.

    >>> view = "Old Lamps Marsh Lighting Group reported"
    >>> lamps = Found(0, 30, "Old Lamps Marsh Lighting Group", "org-head-group", 0.6)
    >>> past_title(view, lamps, frozenset(["Marsh"])).name
    'Marsh Lighting Group'
    """
    words = found.name.split(" ")
    place = next((n for n, x in enumerate(words) if x in places), 0)
    lead = " ".join(words[:place]) + " "
    before = view[max(0, found.start - 3) : found.start].strip(" ")
    if place < 2 or before[-1:] not in ("", "\n", "•", "*", "∑"):
        return found
    if not all(x[:1].isupper() for x in words[:place]):
        return found
    if place + 1 == len(words) or not view.startswith(lead, found.start):
        return found
    start = found.start + len(lead)
    return found._replace(start=start, name=fold(view[start : found.end]))


def short_posts(view: str, roles: tuple[Mention, ...]) -> frozenset[str]:
    """Return the acronyms that brackets behind a post give as short for it.

    >>> post = Mention("role", 0, 15, "Dir of Housing", "test", 1.0)
    >>> sorted(short_posts("Director of Hay (DHS), DHS", (post,)))
    ['DHS']
    """
    found = (BRACKETED.match(view, x.end + 1) for x in roles)
    return frozenset(x[1] for x in found if x)


# what a firm is to the matter at hand, before its name
CALLED = re.compile(
    r"(?:Developers?|Contractors?|Suppliers?|Applicants?|Agents?|Builders?|Architects?"
    r"|Auditors?|Insurers?|Consultants?|Operators?|Landlords?|Owners?|Funders?"
    r"|Sponsors?|Tenants?|Lessees?|Licensees?)[ ](?=[A-Z])"
)


def past_calling(view: str, found: Found) -> Found:
    """Return the body without the word before it that says what it is here.

    >>> view = "Developer Marsh View Homes and Contractor Services Ltd"
    >>> homes = Found(0, 26, view[:26], "org-head-homes", 0.8)
    >>> past_calling(view, homes).name
    'Marsh View Homes'
    >>> past_calling(view, Found(31, 54, view[31:54], "org-head-ltd", 0.8)).name
    'Contractor Services Ltd'
    """
    called = CALLED.match(view, found.start, found.end)
    rest = view[called.end() : found.end].split() if called else []
    if not called or len(rest) < 2 or rest[0].casefold() in _heads_and_links():
        return found
    own = view[called.end() : found.end]
    return found._replace(start=called.end(), name=fold(own))


def past_initials(whole: str, found: Found) -> Found:
    """Return the body without the initials of the person who is named before it.

    >>> whole = "Ada Penrose AP Marsh Borough Council"
    >>> past_initials(whole, Found(12, 36, whole[12:], "org-head-council", 0.8)).name
    'Marsh Borough Council'
    """
    first, _, rest = found.name.partition(" ")
    if not 1 < len(first) < 4 or not first.isupper() or " " not in rest:
        return found
    before = whole[max(0, found.start - 40) : found.start].split()[-len(first) :]
    if "".join(x[0] for x in before) != first:
        return found
    start = found.start + len(first) + 1
    return found._replace(start=start, name=fold(whole[start : found.end]))


@cache
def _heads_and_links() -> frozenset[str]:
    vague = words_of("name_words", "generic", "plain")
    return frozenset(flags_of("organisation_heads")) | LINKS | vague


def _cut(view: str, found: Found, end: int) -> Found:
    """Return the stretch without what begins at `end`."""
    words = view[found.start : end].rstrip()
    return found._replace(end=found.start + len(words), name=fold(words))


JOINS = (" and ", " & ", ", and ", ", ")


# an office that is always some body's: (treasurer of) Marsh Bowls Club
HELD_IN = re.compile(
    r"(?:chair|chair(?:man|person|woman)|patron|president|secretary|treasurer|trustee)"
    r"[ ]of[ ](?:the[ ])?(?=[A-Z])",
    re.IGNORECASE,
)
# who speaks for the body that the words before name: Marsh Forum (Representative)
SENT_BY = tuple(
    f" {y}"
    for x in ("representative", "nominee", "appointee", "delegate", "rep")
    for y in (x, x.title())
)


def post_part(view: str, role: Mention) -> tuple[int, int]:
    """Return what of a role's words is no body.

    It is "Chair of" in "Chair of the Forum", and the last word of "Forum Delegate".
    """
    text = view[role.start : role.end]
    if text.startswith(("Minister", "Secretary of State", "Parliamentary")):
        return role.start, role.end
    held = HELD_IN.match(text)
    if held:
        return role.start, role.start + held.end()
    if text.endswith(SENT_BY):
        return role.start + text.rindex(" "), role.end
    for link in (" of the ", " to the ", " for the "):
        place = text.find(link)
        if place > 0:
            return role.start, role.start + place
    return role.start, role.end


def initials(name: str) -> str:
    """Return a person's initials, which are no body's acronym.

    >>> initials("Anne-Marie Pugh")
    'AMP'
    """
    return "".join([x[0] for x in name.replace("-", " ").split()])


def post_initials(name: str) -> str:
    """Return the letters that a post of three words or more is called by, else "".

    >>> post_initials("Director of Public Health"), post_initials("Parish Clerk")
    ('DPH', '')
    """
    letters = "".join([x[0] for x in name.split() if x[0].isupper()])
    return letters if len(letters) > 2 else ""


def settle(found: list[Found]) -> list[Found]:
    """Return the stretches without overlaps, the longest kept, in their order."""
    kept: list[Found] = []
    for x in sorted(found, key=lambda x: (x.start, -x.end)):
        if kept and x.start < kept[-1].end:
            if x.end - x.start > kept[-1].end - kept[-1].start:
                kept[-1] = x
            continue
        kept.append(x)
    return kept


def settled_with(found: list[Found], more: Iterable[Found]) -> list[Found]:
    """Return stretches that are settled together with others that may overlap them."""
    added = list(more)
    return settle([*found, *added]) if added else found


def _heading(name: str, span: Span) -> Found:
    """Return the body of a heading without small words such as "newly formed"."""
    small = re.match(r"(?:(?!of )[a-z]{3,12} ){1,3}(?=[A-Z])", name)
    skip = small.end() if small else 0
    if ")" in name and "(" not in name.partition(")")[0]:
        skip = len(name) - len(name.partition(")")[2].lstrip(" ,"))
    start, name = span.start + skip, name[skip:]
    return Found(start, span.end, fold(name), "org-heading", 0.95)


def is_topic(name: str, view: str) -> bool:
    """Return whether a heading's lone word is what the meeting was about, or did.

    >>> is_topic("PLANNING", ""), is_topic("Cycling", "cycling is safe")
    (True, True)
    >>> is_topic("QuarrySoc", ""), is_topic("Society", "the society met")
    (False, False)
    """
    word = name.casefold().removesuffix("'s").removesuffix("’s")
    if " " in word or word in flags_of("organisation_heads"):
        return False
    if any(word in words_of("name_words", x) for x in ("area", "break", "document")):
        return word not in flags_of("role_heads") and word != "directors"
    return name.istitle() and has_word(view, word)


def _anchors(context: Context, view: str) -> list[Found]:
    """Return the bodies that the heading and the attendance list name."""
    preamble = context.preamble
    named = {"council": preamble.council, "body": preamble.body}
    found = [
        _heading(named[field] or "", span)
        for field, span in preamble.spans
        if named.get(field) and not re.search(r"\d{4}|^above ", named[field] or "")
    ]
    found = [x for x in found if not is_topic(x.name, view)]
    for x in preamble.attendance:
        if x.organisation and x.organisation_span:
            span = x.organisation_span
            words = context.source.text[span.start : span.end]
            whole = "\t" not in words and not holds_person(
                words, view[span.start : span.end]
            )
            whole = whole and words != initials(x.name)
            if whole and not (x.role and is_portfolio(x.role, x.organisation)):
                found += find_affiliations(context.source.text, span.start, span.end)
    return found
