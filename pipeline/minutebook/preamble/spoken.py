"""Finds the names by which the text of minutes calls the body that met.

It is asked where no heading names the body: "Agreed that the Board take part".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from minutebook.assets import read_rows
from minutebook.preamble.bodykinds import noun_pattern
from minutebook.preamble.namings import TEXT, Naming, cut_name

# "the minutes of the Audit Committee held on 6 May were approved": its own minutes
_OWN_MINUTES = re.compile(
    rf"\b[Mm]inutes\s+of\s+(?:the\s+)?(?:\w+\s+){{0,4}}?(?:meeting\s+of\s+(?:the\s+)?)?"
    rf"(?P<name>[A-Z]{TEXT})(?:\s+\([A-Z]+\))?(?:\s+meeting)?\s+held\b",
    re.X,
)


# "Agreed that the Thornbeck Health Board take part"
_BODY_NAME = (
    r"(?P<name>(?:[A-Z][\w'’&-]+\s+(?:(?:and|of|for|&)\s+){0,2}){1,6}"
    r"(?:Board|Committee|Panel|Council|Forum|Partnership|Cabinet|Commission|Trust))\b"
)


_NAMED = re.compile(rf"\b(?:the|The|that)\s+{_BODY_NAME}")


_AGREED = re.compile(
    rf"\b(?:[Aa]greed|[Rr]esolved|AGREED|RESOLVED)\W+(?:[Tt]hat\s+)?the\s+{_BODY_NAME}"
)


# "the Thornbeck Health Board (THB) had agreed at its meeting on 3 May"
_AT_ITS_MEETING = re.compile(
    rf"\b[Tt]he\s+{_BODY_NAME}(?:\s+\([^()\n]{{2,20}}\))?"
    r"\s+(?:had\s+|has\s+)?(?:agreed|resolved|decided|approved|met)\b[^.\n]{0,40}?"
    r"\bat\s+its\b"
)


# "approved the minutes of the 3 May fire board meeting", "at Marl CSD Board meetings"
_EARLIER_MEETING = re.compile(
    r"\bminutes\s(?:of|from|for)\s(?:the\s)?(?P<name>[^\n.;|]{3,80}?)\smeetings?\b",
    re.I,
)
_ITS_MEETINGS = re.compile(
    r"\b(?!(?:Most|All|Many|Some|Each|Every|The|This|Our|Your|Both|Any|Recent|Past|Other"
    r"|These|Those|Public|Regular|Previous|Next|Last|Future)\s)"
    r"(?P<name>(?:[A-Z][\w'’&-]+\s){1,6}(?:Board|Committee|Panel|Council|Forum"
    r"|Commission|Group|Trustees))\s[Mm]eetings?\b"
)


def _named_meetings(text: str) -> Iterator[Naming]:
    """Yield the bodies whose meetings the running text speaks of, one by one."""
    for pattern, rule in (
        (_EARLIER_MEETING, "body-earlier-meeting"),
        (_ITS_MEETINGS, "body-its-meetings"),
    ):
        for match in pattern.finditer(text, 0, 6000):
            named = cut_name(text, *match.span("name"), rule, 1)
            if (
                named
                and len(named.name.split()) > 1
                and noun_pattern().search(named.name)
            ):
                yield named
                break


def find_spoken(text: str, head_end: int) -> list[Naming]:
    """Return what the running text calls the body, where no heading names it."""
    found = [
        named
        for match in _OWN_MINUTES.finditer(text, 0, head_end + 4000)
        if (
            named := cut_name(
                text, match.start("name"), match.end("name"), "body-own-minutes", 3
            )
        )
        and noun_pattern().search(named.name)
    ]
    found += _named_meetings(text)
    counts: Counter[str] = Counter()
    where: dict[str, re.Match[str]] = {}
    for match in _NAMED.finditer(text):
        name = " ".join(match["name"].split())
        counts[name] += 1
        where.setdefault(name, match)
    for agreed in filter(None, (_AGREED.search(text), _AT_ITS_MEETING.search(text))):
        name = " ".join(agreed["name"].split())
        counts[name] += 1
        where.setdefault(name, agreed)
    for name, times in counts.most_common(1):
        match = where[name]
        if times > 1 and name not in public_bodies() and not _ABOVE.fullmatch(name):
            found.append(
                Naming(
                    name, match.start("name"), match.end("name"), "body-most-named", 2
                )
            )
    return found


# the council above that of a parish or a group, which it names by its kind alone
_ABOVE = re.compile(r"(?:County|District|Borough|City|Unitary) Council")


@cache
def public_bodies() -> frozenset[str]:
    """Return the names of bodies that everybody writes to, and nobody's minutes are."""
    return frozenset(x["word"] for x in read_rows("public_bodies.tsv"))
