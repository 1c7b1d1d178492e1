"""Bodies that are known by name, or by the last words of what they are called."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from minutebook.assets import read_rows
from minutebook.grammar.names import is_given, words_of


def is_known_body(text: str) -> bool:
    """Tell whether a text is a body that everybody knows, with its branch or without.

    >>> [is_known_body(x) for x in ("Women's Aid", "Women's Aid Mill Vale", "Ann Bell")]
    [True, True, False]
    """
    known = _known_bodies()
    text = text.removeprefix("the ").replace("'", "’").strip()
    if text in known:
        return True
    if text.endswith(_BRANCHES):
        place = text.rpartition(" ")[0].split()[:-1]
        return len(place) in (1, 2) and not is_given(place[0])
    if not text.startswith(_BRANCHED):
        return False
    words = text.split()
    two = " ".join(words[:2])
    branch = len(words) in (3, 4) and two in known
    return branch and all(x[0].isupper() for x in words[2:])


# that have a branch in many a place: "Age UK Thornbeck"
_BRANCHED = ("Women’s Aid ", "Age UK ", "Age Concern ", "Citizens Advice ")


# "Holt Citizens Advice"
_BRANCHES = tuple(" " + x.strip() for x in _BRANCHED)


@cache
def _known_bodies() -> frozenset[str]:
    """Return the bodies that everybody knows, which need no word for a body."""
    rows = [x for x in read_rows("public_bodies.tsv") if "cue" not in x["flags"]]
    names = [y for x in rows for y in (x["word"], *x["aliases"].split(";"))]
    return frozenset(x.strip().replace("'", "’") for x in names if len(x) > 2)


@lru_cache(maxsize=1024)
def is_called_body(text: str, likely: bool = False) -> bool:
    """Tell whether a text of capitalised words ends as none but bodies are called.

    `likely` takes such words as well that end the names of firms and of other things.

    >>> [is_called_body(x) for x in ("Mill Hospice", "Friends of Holt Park", "Jo Orr")]
    [True, True, False]
    >>> is_called_body("Mill Water"), is_called_body("Mill Water", likely=True)
    (False, True)
    """
    if not _CALLED.fullmatch(text):
        return False
    words = text.replace("’", "'").casefold().split()
    if words[0] == "friends":
        return words[1] == "of"
    if is_given(words[0]):
        return False
    if len(words) == _NAMED and words[-1] in words_of("surnames.tsv"):
        return False  # "Kiri Church"
    heads = _heads(likely)
    most = min(len(words), _LONGEST + 1)
    return any(tuple(words[-n:]) in heads for n in range(1, most))


_CALLED = re.compile(
    r"(?:[Tt]he )?[A-Z][\w’'&.-]{0,20}"
    r"(?: (?:[A-Z&][\w’'&.-]{0,20}|of|and|for|the|upon|in|on)){1,7}"
)
_NAMED = 2  # words of a name
_LONGEST = 4  # words that end the name of a body: "Chamber of Trade and Commerce"


@cache
def _heads(likely: bool) -> frozenset[tuple[str, ...]]:
    """Return the words that end the names of bodies, but for those of departments."""
    unsure = {"print", "tail", "front", "short", "weak", "soft", "last"}
    if not likely:
        unsure |= {"cued", "trade"}
    return frozenset(
        tuple(x["word"].replace("’", "'").casefold().split())
        for x in read_rows("organisation_heads.tsv")
        if unsure.isdisjoint(x["flags"].split())
    )
