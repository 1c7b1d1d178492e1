"""Weighs whether what was read as somebody's post or body is one, and of that person.

Behind a name there may also stand the next person of the list, the heading of what
comes next, a reason, a half of a post that wrapped. What tells them apart is how the
words look, what stands between them and the name, and whether the others of the list
have theirs in the same place.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from minutebook.certainty import weigh_traits, weights_in
from minutebook.grammar.affiliations import (
    has_organisation_word,
    has_role_word,
    is_acronym,
    is_note,
    is_strong,
)
from minutebook.grammar.listnames import evidence
from minutebook.grammar.names import is_given, parse_name
from minutebook.records import Attendee, Span

# how likely what is read for one is kept: a post said of the wrong person is rarer
KEEP = {"role": 0.15, "organisation": 0.35}
KEEP_IN_BRACKET = 0.12  # a bracket of its own holds no one else, nor what comes next
_WORD = re.compile(r"[^\W\d_]{2,20}")
_SAYS = re.compile(
    r"\b(?:is|was|were|has|had|have|will|who|that|this|said|left|met|welcomed|opened"
    r"|called|apolog\w{1,5}|absent|present|attendance|minutes|agenda|item|none)\b",
    re.IGNORECASE,
)
_UNFINISHED = re.compile(r"(?:\b(?:of|the|and|for|to|in|with|at)|&)\s{0,3}\n")
_GLUED = re.compile(r"[a-z][A-Z]")
_STOP = re.compile(r"(?<!\bNo)[.:;!?]\s")
_GAPS = (1, 4, 12, 40, 150)
_SHARES = (0.05, 0.2, 0.4, 0.7)
_PEOPLE = (1, 3, 7)
_LONG = (1, 2, 3, 5, 8)


@dataclass(frozen=True, slots=True)
class Claim:
    """A post or a body read for one of the people, and what shows whether it is one.

    `kind` is "role" or "organisation", `person` an index into the people.
    """

    person: int
    kind: str
    words: str
    traits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the words of a claim stand: on which side of the name, behind what."""

    span: Span
    side: str
    sign: str
    gap: str


def without_false_claims(text: str, people: Sequence[Attendee]) -> list[Attendee]:
    """Return the people without the posts and bodies that are not likely theirs.

    A body that heads several is of all of them: of "Cllr Holt in the Chair" above too.
    """
    found = list(people)
    for claim in read_claims(text, people):
        least = KEEP[claim.kind]
        if claim.kind == "organisation" and fills_bracket(text, people[claim.person]):
            least = KEEP_IN_BRACKET
        if weigh(claim.traits) < least:
            found[claim.person] = _without(found[claim.person], claim.kind)
    heads = {x.organisation_span for x in found}
    return [
        whole if whole.organisation_span in heads and whole.chair else x
        for x, whole in zip(found, people, strict=True)
    ]


def fills_bracket(text: str, person: Attendee) -> bool:
    """Tell whether a body fills the bracket straight behind the name of a person.

    >>> ada = Attendee("Ada Bell", 0, 8, "present", organisation_span=Span(10, 16))
    >>> fills_bracket("Ada Bell (Unison), Tom Orr", ada)
    True
    >>> fills_bracket("Ada Bell, Unison, Tom Orr.", ada)
    False
    """
    span = person.organisation_span
    if span is None or not text[span.start : span.start + 1].isupper():
        return False
    opens = text[person.end : span.start].strip() == "("
    return opens and text[span.end : span.end + 1] == ")"


def _without(person: Attendee, kind: str) -> Attendee:
    if kind == "role":
        return replace(person, role=None, role_span=None)
    return replace(person, organisation=None, organisation_span=None)


def weigh(traits: Iterable[str]) -> float:
    """Return how likely such traits make a post or a body that of the person."""
    return weigh_traits(weights_in("claim_weights.tsv"), traits)


def read_claims(text: str, people: Sequence[Attendee]) -> list[Claim]:
    """Return each post and body that was read for one of the people."""
    return [
        claim
        for kind in ("role", "organisation")
        for claim in _read(text, people, kind)
    ]


def _read(text: str, people: Sequence[Attendee], kind: str) -> Iterator[Claim]:
    """Yield the posts or the bodies that were read for the people."""
    places = [_place(text, x, kind) for x in people]
    if not any(places):
        return
    said = Counter(_words_of(x, kind) for x in people)
    lists = Counter(map(_list_of, people))
    pairs = [(x, p) for x, p in zip(people, places, strict=True) if p]
    alike = Counter((*_list_of(x), p.side, p.sign) for x, p in pairs)
    for at, (person, place) in enumerate(zip(people, places, strict=True)):
        words = _words_of(person, kind)
        if place is None or words is None:
            continue
        others = lists[_list_of(person)] - 1
        same = alike[*_list_of(person), place.side, place.sign] - 1
        share = bisect_right(_SHARES, same / others) if others else "alone"
        much = f"alike-{share}"
        shown = (
            *_describe(text, person, place, words),
            much,
            f"{looks_like(words)}:{much}",
            f"list-{bisect_right(_PEOPLE, others)}",
            f"said-{min(3, said[words])}",
        )
        yield Claim(at, kind, words, tuple(f"{kind}-{x}" for x in shown))


def _list_of(person: Attendee) -> tuple[str | None, str]:
    return person.group, person.status


def _describe(text: str, person: Attendee, place: _Place, words: str) -> Iterator[str]:
    """Yield what words that may be the post or the body of a person show."""
    looks = looks_like(words)
    yield looks
    yield f"{looks}:{place.sign}"
    if person.organisation and person.role:
        yield "with-other"
    yield from _place_traits(text, person, place)
    yield from _look_at(words)
    yield from _span_traits(text, place)


def _words_of(person: Attendee, kind: str) -> str | None:
    return person.role if kind == "role" else person.organisation


def _place(text: str, person: Attendee, kind: str) -> _Place | None:
    """Return where a post or a body stands, None where there is none."""
    span = person.role_span if kind == "role" else person.organisation_span
    if span is None or _words_of(person, kind) is None:
        return None
    start = _named_again(text, person, span)
    ahead = span.start < start
    low, high = (span.end, start) if ahead else (person.end, span.start)
    between = text[low : max(low, min(high, low + 400))]
    lines = between.count("\n")
    sign = _sign(_OF_CHAIR.sub("", between).strip())
    sign += "-lines" if lines > 1 else "-line" if lines else ""
    sign += "-cell" if "\t" in between else ""
    gap = f"gap-{bisect_right(_GAPS, high - low)}"
    return _Place(span, "ahead" if ahead else "behind", sign, gap)


def _named_again(text: str, person: Attendee, span: Span) -> int:
    """Return where a person is named who is listed above too: "Secretary: Tom Holt"."""
    if span.start < person.end:
        return person.start
    line = text.find("\n", span.end)
    at = text.find(person.name, span.end, line if line > 0 else len(text))
    return at if 0 <= at - span.end < _AGAIN else person.start


# "Ada Penrose (Chair) - Holt Trust": the body stands behind the same sign as the others
_OF_CHAIR = re.compile(
    r"^\s{0,3}[(\[](?:in\s(?:the\s)?)?chair(?:man|woman|person)?[)\]]", re.IGNORECASE
)
_AGAIN = 12  # characters between a label and the name it leads


def _sign(text: str) -> str:
    """Return the sign that a text begins with: "word" of letters, "other" if rare."""
    first = text[:1]
    if not first:
        return "blank"
    return first if first in _SIGNS else "word" if first.isalnum() else "other"


_SIGNS = frozenset(",;:.()[–—-/*|&")


def _place_traits(text: str, person: Attendee, place: _Place) -> Iterator[str]:
    yield f"{place.side}:{place.sign}"
    yield f"{place.side}-{place.gap}"
    yield f"rule-{person.rule}"
    yield f"status-{person.status}"
    if person.chair:
        yield "chair"
    if not person.group:
        yield "no-group"
    before = text[max(0, person.start - 3) : person.start]
    opens = before.isspace() and "\n" in before
    yield f"name-after:{'line' if opens else _sign(before.strip()[-1:])}"


@lru_cache(maxsize=128)  # many of a list have the same post
def _look_at(words: str) -> tuple[str, ...]:
    return tuple(_word_traits(words))


def _word_traits(words: str) -> Iterator[str]:
    """Yield how the words of a post or a body look."""
    folded = [x.lower() for x in _WORD.findall(words)]
    yield f"words-{bisect_right(_LONG, len(folded))}"
    yield f"commas-{min(2, words.count(','))}"
    if folded:
        yield f"first:{folded[0]}"
        yield f"last:{folded[-1]}"
    for name, shows in (
        ("acronym", is_acronym(words)),
        ("strong", is_strong(words)),
        ("note", is_note(words)),
        ("small", words[:1].islower()),
        ("capitals", words.isupper() and len(words) > 8),
        ("digit", any(map(str.isdigit, words))),
        ("says", _SAYS.search(words) is not None),
        ("stops", _STOP.search(words) is not None),
        ("glued", _GLUED.search(words) is not None),
        ("given", bool(folded) and is_given(folded[0])),
        ("bracket", "(" in words or ")" in words),
        ("and", words.startswith(("and ", "& "))),
    ):
        if shows:
            yield name


@lru_cache(maxsize=128)
def looks_like(words: str) -> str:
    """Tell as what words look: a post, a body, both, a person, or nothing known.

    >>> [looks_like(x) for x in ("Clerk", "Mill Trust", "Ann Bell", "Zog Ozek", "mud")]
    ['post', 'body', 'person', 'name', 'open']
    """
    post, body = has_role_word(words), has_organisation_word(words)
    if post or body:
        return "both" if post and body else "post" if post else "body"
    name = parse_name(words.partition(",")[0])
    if name is None:
        return "open"
    return "person" if evidence(name) else "name"


def _span_traits(text: str, place: _Place) -> Iterator[str]:
    """Yield what stands inside and right behind the words."""
    span, side = place.span, place.side
    if "\n" in text[span.start : span.end]:
        on = _UNFINISHED.search(text, span.start, span.end)
        yield "wraps-unfinished" if on else "wraps"
    rest = text[span.end : span.end + 40]
    tail = rest.lstrip(" )]")
    line = "\n" in rest[: len(rest) - len(tail) + 1]
    yield f"then-{side}:{'line' if line else _sign(tail)}"
    first = rest.strip(" )]*").split("\n")[0]
    if ":" in first[:25]:
        yield f"then-colon-{side}"
