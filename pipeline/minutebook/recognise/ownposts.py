"""Tells the posts of the body that met: its Mayor, and the chair that somebody took."""

from __future__ import annotations

import re
from collections.abc import Iterable

from minutebook.recognise.acronyms import initials_of
from minutebook.recognise.entities import key_of
from minutebook.recognise.posts import FoundPost
from minutebook.recognise.wordlists import words_of

# (Mayor) of the Thornbeck Town Council,  (Vice-Chair) of the HVT
OF_BODY = re.compile(
    r"""(?P<post>(?:\w{1,20}[ -]){0,4}(?:Chair(?:man|person|woman)?|Mayor
      |Provost|President|Cathaoirleach|Chathaoirleach|Convenor|Convener|Leader))
    [ ](?:of|for)[ ](?:the[ ])?(?P<body>[^,;()]{2,120})$""",
    re.VERBOSE | re.IGNORECASE,
)


def _is_same(body: str, own: str) -> bool:
    """Return whether a name is the body's own, which may lack its place.

    >>> _is_same("joint fire committee", "harrow joint fire committee")
    True
    >>> _is_same("committee", "harrow joint fire committee")
    False
    """
    if body == own or own.startswith(f"{body} of "):
        return True
    return body.count(" ") > 1 and own.endswith(f" {body}")


# took the (Chair),  the (Chair) was taken by,  left the (chair)
INTO = re.compile(
    r"\b(?:tak(?:e|es|en|ing)|took|vacat(?:e|ed|es|ing)|left|leav(?:e|es|ing)|assum\w{1,3}"
    r"|occup(?:y|ied|ies)|resum\w{1,3}|call[ ]of|in|into)[ ](?:the[ ])$",
    re.IGNORECASE,
)
TAKEN = re.compile(r"[ ](?:was|is|being)[ ](?:then[ ]|again[ ])?(?:taken|vacated)\b")
SEATS = frozenset(["chair", "chairmanship"])


def own_keys(names: Iterable[str | None]) -> frozenset[str]:
    """Return the names of the body that met as they are compared, initials too.

    >>> sorted(own_keys(["Harrow Vale Trust", None]))
    ['harrow vale trust', 'hvt']
    """
    known = [x for x in names if x]
    short = [initials_of(x).casefold() for x in known]
    return frozenset([*map(key_of, known), *(x for x in short if len(x) > 2)])


def without_own_body(found: FoundPost, own: frozenset[str]) -> FoundPost:
    """Return the post without the name of the body that met behind it.

    >>> post = FoundPost(0, 21, "Mayor of Thornbeck TC", "role-tail", 0.8)
    >>> without_own_body(post, frozenset(["thornbeck tc"])).name
    'Mayor'
    """
    led = OF_BODY.match(found.name)
    body = key_of(led["body"]) if led else ""
    if not led or not any(_is_same(body, x) for x in own):
        return found
    return found._replace(end=found.start + len(led["post"]), name=led["post"])


def is_seat(view: str, found: FoundPost) -> bool:
    """Return whether it is the chair that somebody takes, and nobody who holds it.

    >>> is_seat("Ada took the Chair.", FoundPost(13, 18, "Chair", "role-solo", 0.8))
    True
    """
    if found.name.casefold() not in SEATS:
        return False
    before = INTO.search(view, max(0, found.start - 16), found.start)
    return bool(before or TAKEN.match(view, found.end))


# (Treasurer) HVT,  HVT (Treasurer): beside a person on a list
BESIDE = re.compile(
    r"""(?P<before>[A-Z&]{3,7})?(?(before)[ ])
    (?P<post>(?:(?:Vice|Deputy|Assistant|Honorary|Hon\.?)[ -])?
      (?:Chair(?:man|person|woman)?|Secretary|Treasurer|President
        |Vice-[Cc]hair\w{0,6}|Convenor|Convener))
    (?(before)|[ ](?P<behind>[A-Z&]{3,7}))$""",
    re.VERBOSE,
)


def without_acronym(found: FoundPost) -> FoundPost:
    """Return an officer's post in a list without the acronym of the body beside it.

    >>> post = FoundPost(0, 13, "HVT Treasurer", "role-attendance", 0.9)
    >>> without_acronym(post).name
    'Treasurer'
    """
    match = BESIDE.match(found.name) if found.rule == "role-attendance" else None
    if not match or found.end - found.start != len(found.name):
        return found
    body = match["before"] or match["behind"]
    if body.casefold() in words_of("name_words", "acronym"):
        return found
    start = found.start + match.start("post")
    end = found.start + match.end("post")
    return found._replace(start=start, end=end, name=match["post"])
