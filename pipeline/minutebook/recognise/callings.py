"""Finds callings in lower case beside people: bus driver Ada Penrose, the judge."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutebook.grammar.anchors import matches_at
from minutebook.grammar.leaps import leaping
from minutebook.recognise.posts import FoundPost
from minutebook.recognise.wordlists import flags_of

_CALLINGS = (
    *("accountant", "administrator", "adviser", "advisor", "analyst", "archaeologist"),
    *("architect", "archivist", "assistant", "attorney", "auditor", "barrister"),
    *("beekeeper", "biologist", "bookkeeper", "caretaker", "chaplain", "churchwarden"),
    *("cleaner", "clerk", "co-ordinator", "coach", "conductor", "constable"),
    *("consultant", "cook", "coordinator", "counsellor", "coxswain", "curator"),
    *("director", "driver", "ecologist", "economist", "editor", "engineer", "foreman"),
    *("gardener", "geologist", "groundsman", "head", "historian", "inspector"),
    *("instructor", "judge", "lawyer", "leader", "lecturer", "librarian", "lifeguard"),
    *("magistrate", "manager", "mechanic", "midwife", "nurse", "officer", "organiser"),
    *("organist", "organizer", "paramedic", "pharmacist", "physiotherapist", "planner"),
    *(
        "principal",
        "psychologist",
        "ranger",
        "receptionist",
        "rector",
        "referee",
        "rep",
    ),
    *("representative", "scientist", "scorer", "sexton", "solicitor", "spokesman"),
    *("spokesperson", "spokeswoman", "steward", "superintendent", "supervisor"),
    *("surveyor", "teacher", "technician", "therapist", "trustee", "tutor"),
    *("umpire", "valuer", "verger", "vet", "vicar", "warden", "webmaster", "worker"),
)
_CALLING = rf"(?:[a-z]{{2,12}}[ ]){{0,2}}(?:{'|'.join(_CALLINGS)})"
# the (surveyor), Ada Penrose    our (judge), Ada Penrose
LED = re.compile(rf"(?<![\w-])(?P<post>{'|'.join(_CALLINGS)}),?[ ]$")
ARTICLE = re.compile(
    r"\b(?:[Tt]he|[Oo]ur|its|their|[Aa]n?)[ ](?P<kind>(?:[a-z]+[ ]){0,2})$"
)
TITLE = leaping(r"(?<=[ ])(?:Mr|Mrs|Ms|Miss|Dr|Fr|Revd?|Prof)\.?[ ]$")
# (bus) driver Ada Penrose
NOUN = re.compile(
    r"(?<![\w-])(?:bus|coach|crossing|school|van|lorry|team|club|taxi)[ ]$"
)
PERSON = re.compile("\x00\x00*")
# Ada Penrose (parish council rep)   Ada Penrose, scorer for 31 seasons
BEHIND = re.compile(
    r"\x00(?:,[ ]|[ ]\()(?:the[ ]|our[ ]|its[ ]|their[ ]|an?[ ])?"
    r"(?!(?:and|as|by|is|or|plus|said|that|then|to|was|with|who)[ ])"
    rf"(?P<post>{_CALLING})"
    r"(?=\)|,|;|\.|\n|[ ](?:for|of|at)[ ])"
)
# unpaid (director) of Zorbex   the (treasurer) of the Marsh Club
_HOLDERS = (
    *("director", "patron", "president", "treasurer", "trustee", "secretary"),
    *("chair", "chairman", "chairperson", "chairwoman", "convener", "convenor"),
)
OF_BODY = re.compile(
    rf"(?<![\w-])(?:{'|'.join(sorted(_HOLDERS, reverse=True))})[ ]of[ ](?:the[ ])?"
    r"(?P<body>[A-Z][\w’'-]*(?:[ ](?:(?:and|&|for|of|of[ ]the)[ ])?[A-Z][\w’'-]*){0,7})"
)
OWNED = re.compile(r"[’']s[ ]")  # the chair of the Board's Panel
# Election of (vice chair)   nominations for (treasurer)
_ELECTIONS = (
    *("Election of ", "election of ", "Appointment of ", "appointment of "),
    *("Nominations for ", "nominations for ", "office of ", "role of ", "position of "),
)
ELECTED = re.compile(
    rf"(?:{'|'.join(_ELECTIONS)})(?:an?[ ]|the[ ])?(?:new[ ])?"
    r"(?P<post>(?:vice[ -]|deputy[ ]|acting[ ])?(?:chair(?:man|person|woman)?|clerk"
    r"|convenor|convener|president|secretary|treasurer|mayor|auditor|leader))"
    r"(?=[ ]?(?:\n|[.,;:)]|and\b|for\b|$))"
)
# she had been a (magistrate)   her son was a special (constable)
WAS = re.compile(
    r"(?:is|was|been)[ ]an?[ ](?P<post>(?:special[ ])?(?:constable|magistrate"
    r"|partner(?=[ ](?:at|in)[ ])))(?![\w-])"
)
# our (M.P.)   (P.C.S.O.): none received   the (Bishop)
DOTTED = re.compile(
    r"(?:M\.P|M\.E\.P|M\.S\.P|M\.L\.A|P\.C\.S\.O|C\.E\.O|R\.F\.O|P\.R\.O)\.?s?(?!\w)"
)
LETTER = re.compile(r"[A-Z]\.")  # the R.C.M.P.
_DOTTED = ("M.P", "M.E.P", "M.S.P", "M.L.A", "P.C.S.O", "C.E.O", "R.F.O", "P.R.O")
LONE = re.compile(
    r"[Tt]he[ ](?P<post>Bishop|Archbishop|Speaker|Registrar)"
    r"(?![\w-]|[ ](?:and[ ])?[A-Z])"
)
_LONE = tuple(
    f"{x}he {y}" for x in "Tt" for y in ("Bishop", "Archb", "Speaker", "Registrar")
)
# Trustee Pogue will serve as (President pro tem)
PRO_TEM = re.compile(
    r"(?:Mayor|President|Chair(?:man)?|Clerk|Secretary)[ -]pro[ -]tem(?:pore)?\b"
)
# the (PM)'s letter   to the (SoS)
SHORT = re.compile(r"(?:the|The)[ ](?P<post>PM|DPM|SoS)(?![\w-])")


def find_callings(view: str) -> Iterator[FoundPost]:
    """Yield the callings that small letters name, of whoever holds them.

    >>> view = "the surveyor, \\0\\0\\0, told the treasurer of the Marsh Club"
    >>> [x.name for x in find_callings(view)]
    ['surveyor', 'treasurer of the Marsh Club']
    >>> view = "\\0\\0\\0 (parish council rep) wrote to the PM"
    >>> [x.name for x in find_callings(view)]
    ['parish council rep', 'PM']
    """
    if "\x00" in view:
        yield from _beside(view)
    for match in matches_at(OF_BODY, view, _HOLDERS):
        if not OWNED.search(match["body"]):
            yield _of_body(match)
    for pattern, words in (
        (ELECTED, _ELECTIONS),
        (WAS, ("is a", "was a", "been a")),
        (SHORT, ("the PM", "The PM", "the DPM", "the SoS", "The SoS")),
        (LONE, _LONE),
    ):
        for match in matches_at(pattern, view, words):
            yield _post(*match.span("post"), match["post"])
    if " pro tem" in view or "-pro-tem" in view or " pro-tem" in view:
        for match in PRO_TEM.finditer(view):
            yield _post(*match.span(), match[0])
    for match in matches_at(DOTTED, view, _DOTTED):
        before = view[max(0, match.start() - 2) : match.start()]
        if not before[-1:].isalnum() and not LETTER.fullmatch(before):
            yield _post(*match.span(), match[0].removesuffix("s"))


def _beside(view: str) -> Iterator[FoundPost]:
    for person in PERSON.finditer(view):
        low = max(0, person.start() - 40)
        near = TITLE.sub("", view[low : person.start()])
        if not near.rstrip(" ,").endswith(_CALLINGS):
            continue
        match = LED.search(near)
        led = ARTICLE.search(near, 0, match.start()) if match else None
        noun = NOUN.search(near, 0, match.start()) if match else None
        if match and (led or noun):
            kind = led["kind"] if led else noun[0] if noun else ""
            name = f"{kind}{match['post']}"
            end = low + match.end("post")
            yield _post(end - len(name), end, name)
    for match in BEHIND.finditer(view):
        yield _post(*match.span("post"), match["post"])


def _of_body(match: re.Match[str]) -> FoundPost:
    """Return the office with the body whose it is, if that is called so.

    >>> names = ("patron of the Marsh Trust", "trustee of Zorbex", "chair of the Hub")
    >>> [_of_body(OF_BODY.match(x)).name for x in names]
    ['patron of the Marsh Trust', 'trustee', 'chair']
    """
    office, words = match[0].partition(" ")[0], match["body"].split()
    named = words[-1].casefold() in flags_of("organisation_heads")
    whole = named and len(words) > 1 and office not in ("director", "trustee")
    end = match.end() if whole else match.start() + len(office)
    return _post(match.start(), end, match[0][: end - match.start()])


def _post(start: int, end: int, name: str) -> FoundPost:
    return FoundPost(start, end, name, "role-calling", 0.6)
