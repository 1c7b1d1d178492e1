"""Reads names from their initials on: "J. A. Holt", "R. Meredith Penrose"."""

from __future__ import annotations

from minutebook.grammar.names import words_of
from minutebook.recognise.namescene import DOES, THING_WORDS, Scene
from minutebook.recognise.nametokens import (
    CAPITAL_PARTICLES,
    CUES,
    Found,
    Token,
    kinds_of_words,
)

_NUMBERED = words_of(CUES, "numbered")
_MOST_INITIALS = 3  # of one person


def read_initialled(
    scene: Scene, first: int, rule: str, *, titled: bool = False, listed: bool = False
) -> tuple[list[Found], int]:
    """Return the name from its first initial on, and how many tokens it takes.

    `titled` says that a title stands before it, `listed` that it is in a list which a
    title in the plural opened: both speak for a person.
    """
    place, count = first, 1
    while (after := scene.next(place)) and after.initial and count < 5:
        place += 1
        count += 1
    if after is None or not after.surname or count > _MOST_INITIALS:
        return [], count
    last = place + 1
    name = scene.found(first, last)
    dotted = "." in name.given or scene.view[scene.tokens[first].end] == "."
    if not (titled or _hold(scene, first, last, dotted, listed)):
        return [], count
    if _is_double(scene, after, last, dotted):
        last += 1
        name = scene.found(first, last)
    if after.caps and len(after.text) < 4:
        return [], count
    certainty = 0.97 if titled or dotted else 0.9
    found = Found(name.start, name.end, name.given, name.surname, "", rule, certainty)
    return [found], last - first + 1


def _is_double(scene: Scene, first: Token, last: int, dotted: bool) -> bool:
    """Tell whether the surname goes on behind its first word, which is at `last`."""
    second = scene.next(last)
    return (
        second is not None
        and second.surname
        and (
            first.text in CAPITAL_PARTICLES
            or f"{first.fold}-{second.fold}" in scene.surnames
            or (dotted and _both_names(scene, first, second, last + 1))
        )
    )


def _both_names(scene: Scene, first: Token, second: Token, last: int) -> bool:
    """Tell whether both words behind initials are names: "R. Meredith Holt"."""
    return not (
        first.fold in scene.surnames
        or second.given
        or second.also
        or first.caps != second.caps
        or scene.is_common(second)
        or second.fold in THING_WORDS
        or scene.view[first.end : second.start] != " "
        or ((third := scene.next(last)) is not None and third.surname)
    )


def _hold(scene: Scene, first: int, last: int, dotted: bool, listed: bool) -> bool:
    """Return whether initials and a word behind them are a person's."""
    tokens = scene.tokens
    head, surname = tokens[first], tokens[last]
    before = tokens[first - 1] if first and head.joined else None
    if before is not None and not (before.barred or before.title or before.caps):
        return False
    if surname.fold in scene.surnames:
        return True
    if surname.caps and len(surname.text) < 4:
        return False
    if last == first + 1 and scene.heads_part(head):
        return surname.fold in kinds_of_words()["known-surname"]
    if (head.text in ("A", "I") and not listed) or head.text in scene.acronyms:
        return False
    after = scene.next(last)
    if after is not None and (
        after.fold in THING_WORDS or (after.surname and not dotted)
    ):
        return False
    if scene.is_common(surname) and not (dotted and not surname.also):
        return listed or (dotted and bool(DOES.match(scene.view, surname.end)))
    return dotted or not (
        surname.caps or (before is not None and before.fold in _NUMBERED)
    )
