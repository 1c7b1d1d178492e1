"""Judges offices that no rule takes for somebody's post: "the trustees reviewed it"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from minutebook.certainty import weigh_traits, weights_in
from minutebook.grammar.anchors import fold_case, is_inside_word
from minutebook.recognise.postings import role_key
from minutebook.recognise.posts import FoundPost
from minutebook.recognise.wordlists import flags_of

LIKELY = 0.3  # from which an office is a post of the text
NEAR = 40  # characters on either side that are read

# the last words of offices that are held by themselves; each costs a search
CORES = (
    *("accountant", "auditor", "chair", "clerk", "counsel", "director", "editor"),
    *("librarian", "president", "secretary", "supervisor", "taker", "treasurer"),
    *("trustee", "webmaster"),
)
_RANKED = "chair"  # there is a vice-chair beside the chair
_TAILS = ("man", "woman", "person")
_RANKS = 3  # words of the longest office


class Place(NamedTuple):
    """Where an office stands, and whether it is one of several: "trustees"."""

    start: int
    end: int
    many: bool


class Alone(NamedTuple):
    """An office that no rule took, where it stands, and what shows of it there."""

    name: str
    places: tuple[Place, ...]
    traits: frozenset[str]


def find_alone(view: str, found: Sequence[FoundPost]) -> list[FoundPost]:
    """Return the offices that are likely to be posts, though no rule took them."""
    return [
        FoundPost(x.start, x.end, office.name, "role-alone", 0.5)
        for office in read_alone(view, found)
        if weigh_traits(_weights(), office.traits) > LIKELY
        for x in office.places
        if not _in_name(view, x)
    ]


@cache
def _weights() -> dict[str, float]:
    return weights_in("office_weights.tsv")


def read_alone(view: str, found: Sequence[FoundPost]) -> list[Alone]:
    """Return the offices that are none of the posts found, with what shows of them.

    >>> [trustee] = read_alone("all agreed. The Trustees left", [])
    >>> trustee.name, trustee.places
    ('trustee', (Place(start=16, end=24, many=True),))
    >>> {"many", "prev:The", "next:left"} < trustee.traits
    True
    """
    known = {role_key(x.name) for x in found}
    starts = {at for x in found for at in range(x.start, x.end)}
    places: dict[str, list[Place]] = {}
    cores = [x for x in CORES if x == _RANKED or x not in known]
    for name, place in _find_offices(view, cores):
        if role_key(name) not in known:
            places.setdefault(name, []).append(place)
    return [
        Alone(name, tuple(at), frozenset(_traits(view, name, at, starts, known)))
        for name, at in places.items()
    ]


def _find_offices(view: str, cores: Iterable[str]) -> Iterator[tuple[str, Place]]:
    """Yield each office that ends in one of some words, wherever it stands."""
    folded = fold_case(view)
    offices = flags_of("role_heads")
    for core in cores:
        at = folded.find(core)
        while at >= 0:
            end = at + len(core)
            tail = next((x for x in _TAILS if folded.startswith(x, end)), "")
            end += len(tail) if core == "chair" else 0
            many = folded.startswith("s", end)
            end += many
            if not (is_inside_word(view, at) or _no_office(view, folded, at, end)):
                start = _first(folded, at, end - many, offices)
                if folded[start : end - many] in offices:
                    yield folded[start : end - many], Place(start, end, many)
            at = folded.find(core, end)


def _no_office(view: str, folded: str, at: int, end: int) -> bool:
    """Return whether a word goes on, means several, or is what somebody sat on.

    >>> text = "the clerkship, two clerks and a chair"
    >>> [_no_office(text, text, x, y) for x, y in ((4, 9), (19, 25), (32, 37))]
    [True, True, True]
    """
    behind = folded[end : end + 1]
    if behind.isalnum() or behind in ("-", "/", "@"):
        return True
    before = f" {view[max(0, at - 7) : at]}"
    of = before.endswith(" of ") or folded.startswith(" of ", end)
    if view[at].islower() and (folded[end - 1] == "s" or of):
        return True
    return folded.startswith("chair", at) and before.endswith((" a ", "in the "))


def _first(folded: str, at: int, end: int, offices: dict[str, frozenset[str]]) -> int:
    """Return where the longest office of the list begins that ends here."""
    first = start = at
    for _ in range(_RANKS - 1):
        if folded[start - 1 : start] not in (" ", "-"):
            break
        before = folded[max(0, start - 20) : start - 1]
        word = before.replace("-", " ").rpartition(" ")[2]
        start -= len(word) + 1
        if not word.isalpha():
            break
        if folded[start:end] in offices:
            first = start
    return first


def _in_name(view: str, place: Place) -> bool:
    """Return whether the office may be a part of a longer name: Board of Directors."""
    if not view[place.start].isupper():
        return False
    before = view[max(0, place.start - 14) : place.start].rpartition("\n")[2].split()
    after = view[place.end : place.end + 2]
    led = bool(before) and (before[-1] in ("of", "&") or before[-1][0].isupper())
    return (led and before[-1] != "The") or (after[:1] == " " and after[1:].isupper())


def _traits(
    view: str, name: str, places: list[Place], taken: set[int], known: set[str]
) -> Iterator[str]:
    """Yield what the office and its places show, of those that stand in no post."""
    key = role_key(name)
    yield f"head:{key}"
    yield from (f"flag:{x}" for x in flags_of("role_heads")[name])
    yield f"times:{min(len(places), 3)}"
    if any(x.endswith(f" {key}") for x in known):
        yield "ends-post"
    if any(x.startswith(f"{key} ") for x in known):
        yield "opens-post"
    apart = [x for x in places if x.start not in taken]
    free = [x for x in apart if not _in_name(view, x)]
    if not free:
        yield "in-names" if apart else "in-posts"
    for place in (free or places)[:15]:
        yield from _beside(view, place)


def _beside(view: str, place: Place) -> Iterator[str]:
    """Yield what one place shows: how it is written, and what stands beside it."""
    written = view[place.start : place.end]
    case = "A" if written.isupper() else "U" if written[0].isupper() else "l"
    number = "many" if place.many else "one"
    yield from (f"case:{case}", number, f"{number}{case}")
    line = view[max(0, place.start - NEAR) : place.start].rpartition("\n")[2]
    rest = view[place.end : place.end + NEAR].partition("\n")[0]
    yield from _before(line.split(), case)
    yield from _behind(rest)
    if "\x00" in line[-5:]:
        yield "person-before"
    if "\x00" in rest[:6]:
        yield "person-behind"
    if "\x00" in view[place.end : place.end + 8].strip(" \n:–-")[:1]:
        yield "label"
    if not line.strip(" \t*•-|#") and not rest.strip(" \t*|:."):
        yield "whole-line"


def _before(words: list[str], case: str) -> Iterator[str]:
    if not words:
        yield f"opens-line{case}"
        return
    last = words[-1]
    if last.islower() and last.isalpha():
        yield f"prev:{last}"
        if last in ("the", "a", "an", "our") and len(words) > 1 and words[-2].islower():
            yield f"prev2:{words[-2]} {last}"
        return
    person = "person" if "\x00" in last else ""
    capital = "capital" if last[0].isupper() else last[-1]
    yield f"prev:{person or ('The' if last == 'The' else capital)}"


def _behind(rest: str) -> Iterator[str]:
    if not rest.strip():
        yield "ends-line"
        return
    if rest[0] != " ":
        yield f"next:{rest[0]}"
        return
    word = rest.split()[0]
    if word.isalpha() and word.islower():
        yield f"next:{word}"
        if word.endswith("ed"):
            yield "next-ed"
    else:
        person = "person" if "\x00" in word else ""
        yield f"next:{person or ('capital' if word[0].isupper() else 'mark')}"
