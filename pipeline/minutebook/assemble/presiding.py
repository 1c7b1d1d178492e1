"""Chooses who chaired, by learned weights, of everything that shows it.

A list, a sentence that somebody opened the meeting, a post, a place at the head of the
list: each shows something, none is sure. One choice weighs them all.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from minutebook.assemble.roll import Roll
from minutebook.certainty import weigh_traits, weights_in
from minutebook.grammar.anchors import matches_at
from minutebook.grammar.samenames import initials_of
from minutebook.records import Attendee

TAKE = 0.3  # how likely one chaired who is taken
KEEP = 0.1  # ... whom a rule found
LEAST = 0.03  # ... whom a rule found, and nobody else is likely
_FRONT = 5000  # characters in which a chair is told of
_BACK = 800  # ... at the end, where minutes are signed
_BEHIND, _BEFORE = 70, 90  # characters about a cue in which its person stands
_FAR = (2, 8, 20, 40)
_PLACES = (0, 1, 2, 5, 10)
# words that tell who chaired, or that a name near them is not meant
_CUE = re.compile(
    r"""
    (?P<deputy> (?:vice|deputy|acting|past|former)[\s-]{0,3}chair\w{0,6} )
  | (?P<of> chair\w{0,6}\s{1,3}of\b )
  | (?P<chair> chair(?:man|woman|person)?\b | cathaoirleach\b )
  | (?P<chaired> chair(?:ed|ing|s)\b | presid(?:ed|es|ing)\b )
  | (?P<opened> (?:opened|opens|convened|started|commenced|began)\b )
  | (?P<order> (?<=to\s)order\b )
  | (?P<greeted> (?:welcomed|welcomes|greeted|thanked|introduced)\b )
  | (?P<led> (?:led|conducted|facilitated|hosted|run)\b )
  | (?P<closed> (?:closed|adjourned|declared)\b )
  | (?P<head> (?:mayor|president|provost|reeve|convenor|convener|moderator
      |supervisor|captain|commodore)\b )
  | (?P<signed> signed\b )
    """,
    re.VERBOSE | re.IGNORECASE,
)
# how they begin
_CUE_WORDS = (
    *("vice", "deputy", "acting", "past", "former", "chair", "cathao", "presid"),
    *("opened", "opens", "conven", "started", "commenced", "began", "order"),
    *("welcome", "greeted", "thanked", "introduced", "led", "conducted"),
    *("facilitated", "hosted", "run", "closed", "adjourned", "declared", "mayor"),
    *("provost", "reeve", "moderator", "supervisor", "captain", "commodore", "signed"),
)
_TOKEN = re.compile(r"[^\W\d_][\w’'-]*")
_SMALL = re.compile(r"\b[a-z]{2,12}\b")
_TITLES = re.compile(
    r"/\s?\w{4,20}|\b(?:Cllrs?|Councill?ors?|Mr|Mrs|Ms|Miss|Dr|Prof|Rev|Cr|Chair\w{0,6}"
    r"|Vice|the|The|Deputy)\b\.?"
)
_MEETING = re.compile(r"\b(?:meeting|session|proceedings)\b", re.IGNORECASE)
_STOP = re.compile(r"[.;]\s|\n")


def choose_chair(roll: Roll) -> None:
    """Let whoever most likely chaired be the chair, if anybody is likely enough."""
    signs = read_signs(roll)
    chosen = pick(roll.people, {at: weigh(x) for at, x in signs.items()})
    for at, person in enumerate(roll.people):
        if person.chair != (at == chosen):
            roll.change(at, chair=at == chosen)


def pick(people: Sequence[Attendee], likely: dict[int, float]) -> int | None:
    """Return the place of the likeliest of those who came, None if none is likely."""
    if not likely:
        return None
    best = max(likely, key=lambda at: (likely[at], -at))
    if likely[best] > (KEEP if people[best].chair else TAKE):
        return best
    ruled = [at for at in likely if people[at].chair and likely[at] > LEAST]
    return ruled[0] if len(ruled) == 1 else None


def weigh(traits: Sequence[str]) -> float:
    """Return how likely such traits make somebody the chair, from 0 to 1."""
    return weigh_traits(weights_in("chair_weights.tsv"), traits)


def read_signs(roll: Roll) -> dict[int, tuple[str, ...]]:
    """Return what shows of each who came that he chaired, or did not."""
    came = [i for i, x in enumerate(roll.people) if x.status == "present"]
    told = _read_cues(roll.text, _known_by(roll.people))
    shared = [*_shared_signs(roll.people)]
    return {
        at: (*shared, *_own_signs(roll.people, at, came), *told.get(at, ()))
        for at in came
    }


def _known_by(people: Sequence[Attendee]) -> dict[str, int]:
    """Return who is meant by each word: a name or initials that only one has."""
    bearers: dict[str, set[int]] = {}
    for at, person in enumerate(people):
        words = person.name.split()
        forms = {words[-1], words[0], person.initials or initials_of(person.name)}
        if person.name.isupper():
            forms |= {x.capitalize() for x in words}
        for form in forms:
            if len(form) > 1:
                bearers.setdefault(form, set()).add(at)
    return {x: next(iter(who)) for x, who in bearers.items() if len(who) == 1}


def _shared_signs(people: Sequence[Attendee]) -> Iterator[str]:
    """Yield what the whole list shows."""
    if not any(x.chair for x in people):
        yield "no-chair"
    for person in people:
        if person.status != "present" and "chair" in (person.role or "").casefold():
            yield "chair-away"


def _own_signs(
    people: Sequence[Attendee], at: int, came: Sequence[int]
) -> Iterator[str]:
    """Yield what the list says of one person."""
    person = people[at]
    yield f"place-{bisect_right(_PLACES, came.index(at))}"
    if person.chair:
        yield f"chair-{person.rule}"
    elif any(x.chair for x in people):
        yield "another"
    role = (person.role or "none").casefold()
    yield from (f"role:{x}" for x in _SMALL.findall(role))
    yield from (f"group:{x}" for x in _SMALL.findall((person.group or "").casefold()))
    yield f"by-{person.rule}"


def _read_cues(text: str, known: dict[str, int]) -> dict[int, list[str]]:
    """Return what stands near those who came and tells who chaired."""
    found: dict[int, list[str]] = {}
    met: set[str] = set()
    spans = [(0, min(len(text), _FRONT))]
    if len(text) > _FRONT:
        spans.append((max(_FRONT, len(text) - _BACK), len(text)))
    for low, high in spans:
        for match in matches_at(_CUE, text, _CUE_WORDS, low, high):
            cue = (match.lastgroup or "") + ("-end" if low else "")
            meets = _MEETING.search(
                text, max(low, match.start() - 40), match.end() + 40
            )
            for at, side, between in _near(text, match, known):
                sign = f"{cue}{side}"
                traits = found.setdefault(at, [])
                traits += _steps(sign, between)
                if meets:
                    traits.append(f"{sign}meeting")
                if sign not in met:
                    traits.append(f"{sign}first")
                met.add(sign)
    return found


def _near(
    text: str, match: re.Match[str], known: dict[str, int]
) -> Iterator[tuple[int, str, str]]:
    """Yield whom the nearest names behind and before a cue mean, and what is between.

    "The [chair], >Ada Bell, opened": ">" stands for the side behind the cue.
    """
    start, end = match.span()
    for word in _TOKEN.finditer(text, end, end + _BEHIND):
        if word[0] in known:
            yield known[word[0]], ">", text[end : word.start()]
            break
    before = None
    for word in _TOKEN.finditer(text, max(0, start - _BEFORE), start):
        before = word if word[0] in known else before
    if before:
        yield known[before[0]], "<", text[before.end() : start]


def _steps(sign: str, between: str) -> list[str]:
    """Return how a cue and a name stand together: how far apart, what lies between."""
    bare = _TITLES.sub("", between)
    if len(bare) < 6 and not any(map(str.isalnum, bare)):
        marks = bare.replace(" ", "").replace("\n", "/")
        return [f"{sign}={marks[:2]}", f"{sign}beside"]
    stopped = "~" if _STOP.search(bare) else ""
    words = _SMALL.findall(bare)[:4] if not stopped else []
    return [
        f"{sign}{stopped}{bisect_right(_FAR, len(bare))}",
        *(f"{sign}{x}" for x in words),
        *(f"{sign[-1]}{x}" for x in words),
    ]
