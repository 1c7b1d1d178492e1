"""Parts a post and a body that stand abreast with nothing between them."""

from __future__ import annotations

import re
from functools import cache

from minutebook.grammar.atoms import Range
from minutebook.grammar.postwords import is_of_kind, starts_role, words_for

_WORD = re.compile(r"[^\s]+")
# what makes one title of all words: "Head of School Meals"
_JOINERS = frozenset(
    ["of", "for", "to", "and", "&", "at", "the", "in", "with", "-", "/"]
)


def part_abreast(text: str, start: int, end: int) -> tuple[Range, Range] | None:
    """Return where the post and where the body stands, None if there are not both.

    >>> text = "Bell Mill School Principal"
    >>> [text[a:b] for a, b in part_abreast(text, 0, len(text))]
    ['Principal', 'Bell Mill School']
    >>> part_abreast("Parish Council Clerk", 0, 20) is None
    True
    """
    spans = [x.span() for x in _WORD.finditer(text, start, end)]
    words = [text[slice(*x)].casefold().replace("’", "'") for x in spans]
    if len(words) < 3 or words[0] in words_for("common"):
        return None
    posts = [starts_role(x) for x in words]
    if at := _body_ends(words, posts):
        return (spans[at][0], end), (start, spans[at - 1][1])
    if at := _body_begins(words, posts):
        return (start, spans[at - 1][1]), (spans[at][0], end)
    return None


def _body_ends(words: list[str], posts: list[bool]) -> int:
    """Return where the post begins behind a body: Bell Mill School | Principal."""
    ends = [x for x in range(2, len(words)) if words[x - 1] in _outer()]
    if not ends or any(posts[: ends[-1]]) or not _JOINERS.isdisjoint(words):
        return 0
    rest = range(ends[-1], len(words))
    whole = all(posts[x] or words[x] in words_for("inner") for x in rest)
    chairs = words[-1].startswith("chair")  # of the body that met
    return ends[-1] if whole and is_of_kind(words[-1], "head") and not chairs else 0


def _body_begins(words: list[str], posts: list[bool]) -> int:
    """Return where a body begins behind the post: Vicar | Bell Mill Church."""
    at = posts.index(False) if not all(posts) else 0
    body = words[at:]
    if not at or any(posts[at:]) or body[0] in words_for("common") | _JOINERS:
        return 0
    if not is_of_kind(words[at - 1], "head") or words[0].startswith("chair"):
        return 0
    if _JOINERS.isdisjoint(body):
        return at if len(body) > 1 and body[-1] in _outer() else 0
    named = _outer() | words_for("society")  # "Mill Hall Committee of Management"
    return at if at == 1 and len(body) > 3 and not named.isdisjoint(body) else 0


@cache
def _outer() -> frozenset[str]:
    """Return the words for bodies that have posts, not for parts of one body."""
    return words_for("organisation") - words_for("inner")
