"""Finds posts written short: Dir. of Services, Sen. Ex. Engineer, Asst. GM Roads."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutebook.grammar.leaps import leaping
from minutebook.recognise.posts import FoundPost
from minutebook.recognise.runs import fold
from minutebook.recognise.wordlists import flags_of, words_of

_RANKS = "Asst|Assoc|Dep|Dist|Exec|Ex|Gen|Hon|Prin|Sen|Snr|Sr|Jnr|Comm|Corp|Co"
_HEADS = "Dir|Mgr|Supt|Sec|Treas|Eng"
RANK = f"(?:{_RANKS})"
HEAD = (
    r"(?:Accountant|Administrator|Architect|Attorney|Auditor|Chair(?:man)?|Chief|Clerk"
    r"|Director|Editor|Engineer|Foreman|GM|Inspector|Librarian|Manager|Officer|Planner"
    r"|President|Principal|Registrar|Secretary|Solicitor|Superintendent|Supervisor"
    r"|Surveyor|Technician|Treasurer|Warden|Dir\.|Eng\.|Mgr\.?|Sec\.|Supt\.|Treas\.)"
)
# of Services   , Comm. & Enterprise   Roads and Water Operations
_CUT = r"(?:Admin|Comm|Corp|Dev|Eng|Env|Fin|Gen|Mgmt|Ops|Serv|Tech)\."
FIELD = rf"(?:[ ]of|,)?(?:[ ](?:{_CUT}|[A-Z][a-z]{{2,14}}|&|and)(?![\w’'])){{1,6}}"
# Sen. Ex. Engineer   A/Director of Services   Dir. of Services/Co. Engineer
SHORT = leaping(
    rf"""
    \b (?: {RANK}\.[ ]?(?:{RANK}\.[ ]?){{0,2}}
        (?:(?:[A-Z][a-z]{{2,14}}|&|and)[ ]){{0,3}}? {HEAD}
      | A/(?:[A-Z][a-z]{{2,14}}[ ]){{0,3}}?{HEAD}(?!,)
      | (?<!P\.)(?:{_HEADS})\.(?={FIELD}) )
    (?P<field> {FIELD} )?
    (?: /(?:{RANK}\.[ ]?){{0,2}}{HEAD} )?
    (?![\w’'])
    """,
    re.VERBOSE,
)


def find_short_posts(view: str) -> Iterator[FoundPost]:
    """Yield the posts that abbreviations open.

    >>> view = "the Sen. Ex. Engineer and the Dir. of Services/Co. Engineer"
    >>> [x.name for x in find_short_posts(view)]
    ['Sen. Ex. Engineer', 'Dir. of Services/Co. Engineer']
    """
    for short in SHORT.finditer(view):
        end = short.end()
        if short["field"] and short.end("field") == end:
            end = _field_end(view, short.start("field"), end)
        yield FoundPost(
            short.start(), end, fold(view[short.start() : end]), "role-short", 0.7
        )


def _field_end(view: str, start: int, end: int) -> int:
    """Return where the field of work ends: its last word that is known as one."""
    areas = words_of("name_words", "area") | frozenset(flags_of("organisation_heads"))
    last = start
    for word in re.finditer(r"[A-Z][a-z]+\.?", view[start:end]):
        if word[0].casefold() in areas or view.startswith((" of", ","), start):
            last = start + word.end()
    return last


# (Web Masters): Ada Penrose, Tom Holt   Present: (Directors): Ada Penrose
LABEL = re.compile(
    r"(?:^|[\n.)•*–]|[a-zA-Z]:)[ \t*]{0,4}"
    r"(?P<post>[A-Z][\w’'/-]*(?:[ ](?:[A-Za-z][\w’'/-]*|&)){0,4})\**:[ \n*]{1,4}\x00"
)
# Ada Penrose, (Director)   Ada Penrose – (Vice chair)
LABEL_ENDS = re.compile(r":[ \n*]{1,4}\x00")
BEHIND = re.compile(
    r"\x00(?:,[ ]|[ ][–-][ ])(?P<post>[A-Z][\w’'-]*(?:[ ][A-Za-z][\w’'/-]*){0,3})"
    r"(?=[ ]?(?:\n|;|$))"
)
# 5.1 – (Fixture secretary), Ada Penrose   (Web officer) – no nominations
ELECTED = re.compile(
    r"(?m)^[ \t]{0,4}(?:[\d(][\d.()a-z]{0,5}[ ]{0,2}(?:[–-][ ])?)?"
    r"(?P<post>[A-Z][\w’'/-]*(?:[ ][a-z][\w’'/-]*){0,4})(?:,|[ ][–-]|:)[ ]"
    r"(?:\x00|[Nn]o[ ](?:other[ ]|further[ ])?"
    r"(?:names?|nomin\w+|candidates?|volunteers?))"
)
NO_LABEL = frozenset(
    [
        *("councillor", "member", "officer", "staff", "attendee", "visitor", "guest"),
        *("chair", "commissioner", "representative", "observer", "resident", "agent"),
        *(
            "governor",
            "contractor",
            "leader",
            "delegate",
            "supervisor",
            "alderman",
            "student",
        ),
    ]
)


NO_TITLE = re.compile(
    r"\b(?:of|in the|present|election|vote|apologies)\b", re.IGNORECASE
)


_POST_PARTS = re.compile(r"[ /-]")


def find_labelled(view: str) -> Iterator[FoundPost]:
    r"""Yield the posts that stand as labels before people, or behind them.

    >>> view = "Web masters: \0\0\0, \0\0\0\n\0\0\0, Director\nPaid: \0\0\0"
    >>> [x.name for x in find_labelled(view)]
    ['Web master', 'Director']
    """
    heads = flags_of("role_heads").keys() | MORE_HEADS
    beside = (*_find_labels(view), *BEHIND.finditer(view)) if "\x00" in view else ()
    for match in (*beside, *_elected(view)):
        name = fold(match["post"])
        last = _POST_PARTS.split(name.casefold())[-1]
        plural = last not in heads and last.endswith("s")
        head = last.removesuffix("s") if plural else last
        if head not in heads or (head in NO_LABEL and " " not in name):
            continue
        if (head in ("member", "officer") and plural) or NO_TITLE.search(name):
            continue
        name = name[:-1] if plural else name
        yield FoundPost(*match.span("post"), name, "role-label", 0.7)


# that are posts where people stand beside them
MORE_HEADS = frozenset(
    [
        *("master", "liaison", "partner", "facilitator", "organiser", "scribe"),
        *("keeper", "taker", "captain", "umpire", "lead", "link", "champion"),
    ]
)
_VOTES = re.compile(r"nominat|[Ee]lect|second(?:ed|er)|no (?:other )?names")


def _elected(view: str) -> Iterator[re.Match[str]]:
    """Yield the offices that lines open with where officers are elected."""
    for match in ELECTED.finditer(view) if _VOTES.search(view) else ():
        if _VOTES.search(view, match.end("post"), match.end() + 120):
            yield match


def _find_labels(view: str) -> Iterator[re.Match[str]]:
    """Yield the labels before people, each looked for in its line from its colon on."""
    last = 0
    for colon in LABEL_ENDS.finditer(view):
        low = max(last, view.rfind("\n", 0, colon.start()), 0)
        label = LABEL.search(view, low, colon.end())
        if label:
            last = label.end()
            yield label


# Town (Clerk/Tax) Collector
STROKE = re.compile(r"/(?<=[a-zA-Z]{2}/)(?=[A-Z][\w’'-]{2})")
BEFORE_STROKE = re.compile(r"(?:[A-Z][\w’'-]+[ ]){0,3}[A-Z][\w’'-]+$")
BEHIND_STROKE = re.compile(r"(?:[A-Z][\w’'-]+[ ]){0,3}[A-Z][\w’'-]+(?![\w/])")


def find_slashed(view: str) -> Iterator[FoundPost]:
    """Yield the posts that one person holds, a stroke between them.

    >>> view = "The Town Clerk/Tax Collector and the Roads/Rivers Committee"
    >>> [x.name for x in find_slashed(view)]
    ['Town Clerk/Tax Collector']
    """
    for stroke in STROKE.finditer(view):
        low = max(0, stroke.start() - 60)
        before = BEFORE_STROKE.search(view[low : stroke.start()])
        behind = BEHIND_STROKE.match(view, stroke.end())
        if not before or not behind:
            continue
        start = stroke.start() - len(_own_words(before[0]))
        sides = (view[start : stroke.start()], behind[0])
        alike = sides[0].split()[-1:] == sides[1].split()[-1:]  # Chair/Vice Chair
        if not alike and all(_ends_in_post(x) for x in sides):
            name = fold(view[start : behind.end()])
            yield FoundPost(start, behind.end(), name, "role-stroke", 0.7)


def _own_words(before: str) -> str:
    """Return the post before a stroke without what leads to it.

    >>> _own_words("Comments From Town Clerk"), _own_words("The Clerk")
    ('Town Clerk', 'Clerk')
    """
    words = before.split(" ")
    kinds = [words_of("name_words", x) for x in ("area", "civic", "rank")]
    start = len(words) - 1
    while start and any(words[start - 1].casefold() in x for x in kinds):
        start -= 1
    whole = " ".join(words[-2:]).casefold() in flags_of("role_heads")
    return " ".join(words[min(start, len(words) - 2) if whole else start :])


def _ends_in_post(side: str) -> bool:
    """Return whether the last word of one side of a stroke is a post."""
    heads = flags_of("role_heads")
    return side.rpartition(" ")[2].casefold() in heads or side.casefold() in heads
