"""Pieces in which a post leads its holder, and the "and" between two people."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutebook.grammar.affiliations import has_role_word, is_chair
from minutebook.grammar.atoms import Range
from minutebook.grammar.couples import parse_couple
from minutebook.grammar.entries import IGNORED
from minutebook.grammar.listnames import (
    evidence,
    find_in,
    name_before_role,
    name_behind_role,
)
from minutebook.grammar.listwords import LEAD_WORDS
from minutebook.grammar.names import Name, find_names, parse_name
from minutebook.grammar.postwords import starts_role


def are_led_by_posts(text: str, pieces: Sequence[Range]) -> bool:
    """Tell whether most pieces of a list are a post and its holder.

    >>> text = "Clerk Ann Bell, Fire Chief Tom Holt, Town Engineer Bo Pike"
    >>> are_led_by_posts(text, [(0, 14), (16, 35), (37, 58)])
    True
    """
    halves = [y for x in pieces for y in _at_link(text, x)]
    long = [x for x in halves if text.count(" ", *x) > 1]
    if not pieces or not _is_led(text, halves[0]):
        return False
    return 2 * sum(_is_led(text, x) for x in long) >= max(6, len(halves))


def _at_link(text: str, piece: Range) -> list[Range]:
    """Return the halves of "Clerk Ann Bell and Attorney Tom Holt", else the piece."""
    at = text.find(" and ", *piece)
    halves = [(piece[0], at), (at + len(" and "), piece[1])]
    return halves if at > 0 and all(_is_led(text, x) for x in halves) else [piece]


def _is_led(text: str, piece: Range) -> bool:
    """Tell whether a piece is a post and then the name of its holder."""
    words = text[slice(*piece)].split()
    if not words:
        return False
    if starts_role(words[0]):
        return name_behind_role(text, *piece, sure=True) is not None
    name = parse_name(" ".join(words[:2]))
    if name and evidence(name):
        return False
    return (name_behind_role(text, *piece) or holder_from(text, *piece)) is not None


def holder_from(text: str, start: int, end: int) -> tuple[Range, Name, Range] | None:
    """Return post, name and body of "Town Engineer Ann Cho of Holt Ltd", if it is so.

    >>> text = "Town Engineer Ann Cho of Holt Ltd"
    >>> role, name, body = holder_from(text, 0, len(text))
    >>> text[slice(*role)], name.name, text[slice(*body)]
    ('Town Engineer', 'Ann Cho', 'Holt Ltd')
    >>> holder_from("Director of Public Works", 0, 24) is None
    True
    """
    for match in _FROM_BODY.finditer(text, start, end):
        found = name_behind_role(text, start, match.start())
        if found and found[1].given and evidence(found[1]):
            return *found, (match.end(), end)
    return None


_FROM_BODY = re.compile(r"\s(?:of|from|with|representing)\s(?:the\s)?(?=[A-Z])")


def parts_people(text: str, start: int, link: Range, end: int, *told: bool) -> bool:
    """Tell whether an "and" stands between two people, or a post and a person.

    `told` says whether names stand alone in the list, whether anybody was read, and
    whether posts lead the people.

    >>> text = "Tom Holt and Ann Bell"
    >>> parts_people(text, 0, (8, 13), len(text), False, False, False)
    True
    """
    alone, anybody, led = told
    left = text[start : link[0]]
    known = (
        find_in(text, start, link[0], alone)
        or name_behind_role(text, start, link[0], led)
        or name_before_role(text, start, link[0])
    )
    post = (
        is_chair(left)
        or IGNORED.fullmatch(left) is not None
        or (anybody and has_role_word(left))
    )
    if not (known or post):
        return False
    right = find_names(text, link[1], end)
    behind = LEAD_WORDS.match(text, link[1], end)
    first = behind.end() if behind else link[1]
    told_of = known or not _FIELD_OF.search(left)  # "Member for Roads and Mill Lane"
    return bool(
        (right and right[0].start - first <= 1 and (told_of or evidence(right[0])))
        or parse_couple(text[first:end]) is not None
        or (known and name_behind_role(text, link[1], end))
        or (known and led and holder_from(text, link[1], end))
    )


_FIELD_OF = re.compile(r"\b(?:for|of)\s[A-Z]")
