"""Makes attendees of the entries of lists: status, post, body, who chaired."""

from __future__ import annotations

import re
from dataclasses import replace

from minutebook.grammar.affiliations import (
    has_organisation_word,
    has_role_word,
    is_chair,
    is_chair_post,
    is_member,
)
from minutebook.grammar.atoms import Range
from minutebook.grammar.entries import LATE, Entry
from minutebook.grammar.listwords import RANKS
from minutebook.grammar.samenames import initials_forms
from minutebook.grammar.ticks import CROSSES, TICKED_BOX, TICKS
from minutebook.records import (
    Attendee,
    RosterBlock,
    Span,
)


def attendee_of(text: str, entry: Entry, block: RosterBlock) -> Attendee:
    """Return one entry of a list as an attendee."""
    role, role_span, chair = _role(text, entry)
    bodies = (x for x in entry.organisations if not _NO_BODY.search(text[slice(*x)]))
    body = next(bodies, None)
    if role is None and not chair:
        role, role_span = _rank(text, entry)
    body = body or _represented(text, role_span)
    if role_span and not body and (body := _served(text, role_span)):
        role, role_span = _without_body(text, role_span, body)
    status = "absent" if _is_unticked(text, entry, block) else _status(entry, block)
    led = _led_by_initials(entry)
    if chair and status != "present":
        chair = False
        if role is None and entry.chair_at:
            role, role_span = _fold(text, entry.chair_at), Span(*entry.chair_at)
    return Attendee(
        name=entry.name.name[led:],
        start=entry.name.start + led,
        end=entry.name.end,
        status=status,
        chair=chair,
        role=role,
        organisation=_fold(text, body) if body else None,
        role_span=role_span,
        organisation_span=Span(*body, block.rule) if body else None,
        initials=entry.initials or entry.name.name[: max(0, led - 1)] or None,
        substitute_for=entry.substitute_for,
        note=entry.note,
        group=block.group or None,
        rule=block.rule,
        certainty=0.95 if entry.strong else 0.8,
    )


def _rank(text: str, entry: Entry) -> tuple[str | None, Span | None]:
    """Return the rank before a name, which is its holder's post: "Sgt A Holt"."""
    if entry.roles or not RANKS.search(entry.name.titles):
        return None, None
    found = RANKS.search(text, entry.name.start, entry.name.end)
    return (found[0], Span(*found.span())) if found else (None, None)


def _represented(text: str, role: Span | None) -> Range | None:
    """Return the body that the post of a representative names, None if it names none.

    >>> text = "Holt Council Representative"
    >>> _represented(text, Span(0, len(text)))
    (0, 12)
    >>> _represented("Staff Representative", Span(0, 20)) is None
    True
    """
    match = _REPRESENTS.fullmatch(text, role.start, role.end) if role else None
    words = match["body"].split() if match else []
    named = len(words) > 1 or any(x.isupper() for x in words)
    if match is None or not named or words[-1].casefold() in _SORTS:
        return None
    return match.span("body") if has_organisation_word(words[-1]) else None


def _served(text: str, role: Span | None) -> Range | None:
    """Return the body that a post is said to be of, None if of none by its own name.

    >>> text = "Head Teacher of Holt Primary School"
    >>> _served(text, Span(0, len(text)))
    (16, 35)
    >>> text = "Chair of the Parish Council"
    >>> _served(text, Span(0, len(text))) is None
    True
    """
    match = _SERVES.search(text, role.start, role.end) if role else None
    if match is None:
        return None
    kind = match["kind"]
    if kind.casefold() not in _OWN_HOUSES and not _SHORT_NAME.fullmatch(kind):
        return None
    plain = {*_COMMON, *_OWN_HOUSES}
    own = [x for x in match["body"].split() if x.casefold() not in plain]
    return match.span("body") if own else None


_SERVES = re.compile(
    r"\s(?:of|to|for|at)\s(?:the\s)?"
    r"(?P<body>(?:[A-Z][\w’'&.-]{1,20}\s(?:(?:of|the)\s){0,2}){0,7}"
    r"(?P<kind>(?<=\s)[A-Z][\w’'-]{1,20}))$"
)
_SHORT_NAME = re.compile(r"(?!ICT|HRM|SEN|NHS)[A-Z]{3,8}")


def _without_body(text: str, role: Span, body: Range) -> tuple[str, Span]:
    """Return a post without the body behind it, and where it stands.

    A clerk and whoever chairs are called by all of it: "Chair of the Holt Trust".

    >>> _without_body("Head of Holt School", Span(0, 19), (8, 19))[0]
    'Head'
    """
    link = _OF_WHAT.search(text, role.start, body[0])
    whole = _NAMED_WITH_BODY.search(text, role.start, body[0])
    cut = link is not None and whole is None
    span = replace(role, end=link.start()) if link and cut else role
    return singular(_fold(text, (span.start, span.end))), span


_NAMED_WITH_BODY = re.compile(
    r"\b(?:chair|clerk|secretary|president|minister)", re.IGNORECASE
)


# bodies that keep a staff and officers of their own; a panel or a group does not
_OWN_HOUSES = frozenset(
    """academy association charity church club college council federation
    foundation hospice hospital limited llp ltd museum plc school society
    theatre trust university""".split()  # noqa: SIM905
)


_COMMON = frozenset(
    """and borough city community county district high junior infant local of parish
    primary regional secondary shire the town village youth""".split()  # noqa: SIM905
)


# of which sort somebody is, and no one body: "Trade Union Representative"
_SORTS = frozenset(("union", "team", "school", "church", "it", "hr"))


_REPRESENTS = re.compile(
    r"(?P<body>(?:[A-Z][\w’'&.-]{1,20}\s{1,3}){0,5}[A-Z][\w’'&.-]{1,20})\s{1,3}"
    r"(?:[Rr]epresentative|[Rr]ep|[Oo]bserver)"
)


# what stands behind a name and is no body: the next people, who proposed, a ward
_NO_BODY = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Cllrs?|Councillors?)\b\.?\s+[A-Z]"
    r"|^(?i:proposed|seconded|nominated|elected)\b|^[A-Z]\.[A-Z]?\.?$"
    r"|^(?:[A-Z][\w’'&-]{0,20}\s(?:and\s|&\s)?){1,4}(?:Ward|Electoral Division)$"
)


_INITIALS_FIRST = re.compile(r"(?P<initials>[A-Z]{2,3})\s(?=[A-Z][^A-Z\s])")


def _led_by_initials(entry: Entry) -> int:
    """Return how many characters of "AB Ada Bell" stand before the name."""
    match = _INITIALS_FIRST.match(entry.name.name)
    if match is None or match["initials"] not in initials_forms(
        entry.name.name[match.end() :]
    ):
        return 0
    return match.end()


_UNTICKED = re.compile(r"(?:\[\s?\]|[☐□])\s{0,3}$")
_TICKED = re.compile(TICKED_BOX)


def _is_unticked(text: str, entry: Entry, block: RosterBlock) -> bool:
    """Tell whether the box before a name is empty: "[ ] Jo Marsh" beside "[x] ..."."""
    before = text[max(block.start, entry.name.start - 20) : entry.name.start]
    return (
        _UNTICKED.search(before.rstrip("* \n\t")) is not None
        and _TICKED.search(text, block.start, block.end) is not None
    )


# what a letter or a tick beside a name says of it
_CODES = {
    **{"y": "present", "p": "present", "yes": "present", "l": "present"},
    **{"a": "apologies", "s": "apologies", "n": "absent", "no": "absent"},
    **{"ab": "absent", "ap": "apologies", "pr": "present", "d": "absent"},
    **dict.fromkeys(TICKS, "present"),
    **dict.fromkeys(CROSSES, "absent"),
}


def _status(entry: Entry, block: RosterBlock) -> str:
    if entry.status:
        return entry.status
    if entry.code:
        return _CODES.get(entry.code.casefold(), "present")
    if entry.note and block.status != "present":
        late = block.status == "apologies" and LATE.search(entry.note)
        if late or _JOINED.match(entry.note):
            return "present"
    return "present" if block.status == "mixed" else block.status


# "Absent: Ann Bell (joined the meeting at 9.20)"
_JOINED = re.compile(r"\W{0,3}(?:joined|arrived)\b", re.IGNORECASE)


def _role(text: str, entry: Entry) -> tuple[str | None, Span | None, bool]:
    """Return the role as listed, where it stands, and whether its holder chaired."""
    chair = entry.chair
    for span in entry.roles:
        words = _fold(text, span)
        if is_member(words):
            continue
        if _says_chair(words) and all(x[1] <= span[0] for x in entry.organisations):
            chair = True
            if "cathaoirleach" not in words.casefold():
                continue
        elif is_chair_post(words) and not is_chair(words):
            chair = chair or not (
                entry.organisations and "independent" in words.lower()
            )
        return singular(words), Span(*span), chair
    if entry.chair_at and "cathaoirleach" in _fold(text, entry.chair_at).casefold():
        return _fold(text, entry.chair_at), Span(*entry.chair_at), chair
    return None, None, chair


def _says_chair(words: str) -> bool:
    """Tell whether words say "chair" and no more, in one tongue or in two.

    >>> _says_chair("Chairman/Cadeirydd"), _says_chair("Chair / Treasurer")
    (True, False)
    """
    one, slash, other = words.partition("/")
    if not slash:
        return is_chair(words)
    return any(
        is_chair(x) and not has_role_word(y) for x, y in ((one, other), (other, one))
    )


# "and the Mayor", "Her Worship the Mayor"
_LED_BY = re.compile(
    r"^(?:(?:and|AND|&|[Tt]he|our|An|both|all|(?:His|Her)\sWorship)\s{1,30}"
    r"(?!of\b))+"
)


_OF_WHAT = re.compile(r"\s(?:of|to|for)\s")


def singular(role: str) -> str:
    """Return a role in the singular: "Staff Observers" is held by each of two."""
    role = _LED_BY.sub("", role)
    native, _, english = role.rpartition(" / ")
    if native and not has_role_word(native) and has_role_word(english):
        role = english  # "Maer / Mayor"
    of = _OF_WHAT.search(role)
    head = of.start() if of else len(role)  # not "Clerk to the Trustees"
    return _PLURAL.sub(r"\1", role[:head]) + role[head:]


_PLURAL = re.compile(
    r"\b(Observer|Churchwarden|Superintendent|Engineer|Planner|Steward|Treasurer|Chair|Clerk|Officer|Supervisor|^Commissioner|Freeholder|Trustee|Director|Chancellor"
    r"|Governor|Manager|Principal|Dean|Warden|Representative|Rep|Adviser|Advisor|Member"
    r"|Investigator)s$",
    re.IGNORECASE,
)


_SHORT_FORM = re.compile(r"\s{0,30}\([A-Z&]{2,8}\)")


_BRACKETED = re.compile(r"\(([^()]{3,120})\)")


def _fold(text: str, span: Range) -> str:
    words = _SHORT_FORM.sub("", text[slice(*span)])
    if inside := _BRACKETED.fullmatch(words):
        words = inside[1]
    return " ".join(words.split()).strip(" .:;,*|")
