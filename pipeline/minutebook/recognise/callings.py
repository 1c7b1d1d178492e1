"""Finds callings in lower case beside people: bus driver Ada Penrose, the judge."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutebook.grammar.anchors import matches_at
from minutebook.recognise.posts import FoundPost

_CALLINGS = (
    *("accountant", "architect", "barrister", "beekeeper", "bookkeeper", "caretaker"),
    *("cleaner", "coach", "conductor", "constable", "cook", "counsellor", "driver"),
    *("editor", "gardener", "groundsman", "head", "instructor", "judge", "leader"),
    *("lifeguard", "magistrate", "mechanic", "midwife", "nurse", "organist"),
    *("paramedic", "pharmacist", "physiotherapist", "psychologist", "receptionist"),
    *("referee", "rep", "representative", "scorer", "sexton", "steward", "surveyor"),
    *("umpire", "verger", "vet", "webmaster"),
)
_CALLING = rf"(?:[a-z]{{2,12}}[ ]){{0,2}}(?:{'|'.join(_CALLINGS)})"
# the (surveyor), Ada Penrose    our (judge), Ada Penrose
LED = re.compile(rf"(?<![\w-])(?P<post>{'|'.join(_CALLINGS)}),?[ ]$")
ARTICLE = re.compile(
    r"\b(?:[Tt]he|[Oo]ur|its|their|[Aa]n?)[ ](?P<kind>(?:[a-z]+[ ])?)$"
)
# (bus) driver Ada Penrose
NOUN = re.compile(
    r"(?<![\w-])(?:bus|coach|crossing|school|van|lorry|team|club|taxi)[ ]$"
)
PERSON = re.compile("\x00\x00*")
# Ada Penrose (parish council rep)   Ada Penrose, scorer for 31 seasons
BEHIND = re.compile(
    rf"\x00(?:,[ ]|[ ]\()(?:the[ ]|our[ ]|its[ ])?(?P<post>{_CALLING})"
    r"(?=\)|,|;|\.|\n|[ ](?:for|of|at)[ ])"
)
# unpaid (director) of Zorbex   the (treasurer) of the Marsh Club
_HOLDERS = ("director", "patron", "president", "treasurer", "trustee")
OF_BODY = re.compile(rf"(?:{'|'.join(_HOLDERS)})(?=[ ]of[ ](?:the[ ])?[A-Z])")
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
# the (PM)'s letter   to the (SoS)
SHORT = re.compile(r"(?:the|The)[ ](?P<post>PM|DPM|SoS)(?![\w-])")


def find_callings(view: str) -> Iterator[FoundPost]:
    """Yield the callings that small letters name, of whoever holds them.

    >>> view = "the surveyor, \\0\\0\\0, told the treasurer of the Marsh Club"
    >>> [x.name for x in find_callings(view)]
    ['surveyor', 'treasurer']
    >>> view = "\\0\\0\\0 (parish council rep) wrote to the PM"
    >>> [x.name for x in find_callings(view)]
    ['parish council rep', 'PM']
    """
    if "\x00" in view:
        yield from _beside(view)
    for match in matches_at(OF_BODY, view, _HOLDERS):
        yield _post(match.start(), match.end(), match[0])
    for pattern, words in (
        (ELECTED, _ELECTIONS),
        (WAS, ("is a", "was a", "been a")),
        (SHORT, ("the PM", "The PM", "the DPM", "the SoS", "The SoS")),
    ):
        for match in matches_at(pattern, view, words):
            yield _post(*match.span("post"), match["post"])


def _beside(view: str) -> Iterator[FoundPost]:
    for person in PERSON.finditer(view):
        low = max(0, person.start() - 40)
        near = view[low : person.start()]
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


def _post(start: int, end: int, name: str) -> FoundPost:
    return FoundPost(start, end, name, "role-calling", 0.6)
