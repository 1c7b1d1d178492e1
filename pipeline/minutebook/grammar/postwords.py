"""The words that affiliations are told by: of posts, of bodies, of neither."""

from __future__ import annotations

import re

from minutebook.grammar.names import words_of

_HALVES = re.compile(r"[-/]")  # "Clerk/Treasurer", "Vice-Convener"


def words_for(kind: str) -> frozenset[str]:
    """Return the words of one kind: those that head a post, or end a body's name."""
    return words_of("affiliation_words.tsv", kind)


def is_of_kind(word: str, kind: str) -> bool:
    """Tell whether a word in small letters, or half of it, is of a kind.

    >>> is_of_kind("clerks", "head"), is_of_kind("clerk/treasurer", "head")
    (True, True)
    """
    known = words_for(kind)
    if word in known:
        return True
    if word.endswith("s") and word[:-1] in known:
        return True
    parts = _HALVES.split(word) if "-" in word or "/" in word else ()
    return any(x in known or x.removesuffix("s") in known for x in parts if x)


def hold(words: tuple[str, ...], kind: str) -> bool:
    """Tell whether any of some words is of a kind, or would be if cut or singular.

    >>> hold(("parish", "clerks"), "head"), hold(("parish",), "head")
    (True, False)
    """
    if not words_for(kind).isdisjoint(words):
        return True
    for word in words:
        if (word[-1:] == "s" or "-" in word or "/" in word) and is_of_kind(word, kind):
            return True
    return False


def starts_role(word: str) -> bool:
    """Tell whether a word may open the title of a post."""
    word = word.casefold().strip(".,/")
    if word in ("of", "for", "and", "the", "&", ""):
        return False
    return is_of_kind(word, "head") or is_of_kind(word, "rank")
