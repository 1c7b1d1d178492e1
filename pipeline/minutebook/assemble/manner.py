"""Tells in what manner a sentence decides: by which kinds of words, who, when.

"The Panel sanctioned it" and "The Board has approved it" share no word, but a body
stands before a word of approving in both. The kinds are rows of `decision_words.tsv`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from minutebook.assets import read_rows

_WHO = 5  # words before a word of deciding that may tell who decides
_HOW = 4  # ... and that may help it: "was", "has been", "will be"
_NEAR = 3  # ... and that may deny it
_EARLY = 4  # words with which a sentence opens
_MOST = 4  # words of deciding that are told apart
_ASIDE = ("body", "negation")  # kinds that decide nothing by themselves
_BE = {"was": "was", "were": "was", "is": "is", "are": "is"} | dict.fromkeys(
    ("be", "been", "being"), "be"
)
_HAVE = {"has": "has", "have": "has", "having": "has", "had": "had"}
_MODAL = frozenset({"will", "would", "shall", "should", "must", "may", "can", "could"})
# "5-0"  "7 votes for"  "Ayes: 5"  "(Y-5)"
_TALLY = re.compile(
    r"(?<![\d/£$€.:–-])\b\d{1,3}\s?[–-]\s?\d{1,2}(?:\s?[–-]\s?\d{1,2})?\b(?![/\d%–-])"
    r"|\b\d{1,3}\s(?:votes?\s)?(?:for|in\sfavou?r|ayes?|yes|yeas?|against|opposed"
    r"|abst\w{3,8}|no|nays?)\b"
    r"|\b(?:for|in\sfavou?r|ayes?|yes|yeas?|against|opposed|abst\w{3,8}|nays?|[yn])\s?"
    r"[:=(–-]\s?\d{1,3}\b",
    re.IGNORECASE,
)


@cache
def _kinds() -> dict[str, str]:
    """Return the kind of each word that decides."""
    rows = [x for x in read_rows("decision_words.tsv") if x["kind"] not in _ASIDE]
    return {word: x["kind"] for x in rows for word in x["words"].split()}


@cache
def _aside(kind: str) -> frozenset[str]:
    """Return the words that tell who decides, or that nothing is decided."""
    rows = [x for x in read_rows("decision_words.tsv") if x["kind"] == kind]
    return frozenset(word for x in rows for word in x["words"].split())


def read_manner(words: Sequence[str], text: str, start: int, end: int) -> Iterator[str]:
    """Yield how a sentence of some folded words, between two offsets, decides.

    >>> [*read_manner(["members", "have", "sanctioned", "it"], "", 0, 0)]
    ['does-approve', 'did-approve-body-has', 'early-approve', 'deciding-1']
    """
    kinds = _kinds()
    held: list[tuple[int, str]] = []
    if not kinds.keys().isdisjoint(words):  # most hold none
        held = [(i, kinds[x]) for i, x in enumerate(words) if x in kinds]
    for at, kind in held:
        yield f"does-{kind}"
        yield f"did-{kind}-{_who(words, at)}-{_how(words, at)}"
        if at < _EARLY:
            yield f"{'opens' if at == 0 else 'early'}-{kind}"
        elif at + 1 == len(words):
            yield f"closes-{kind}"
        if not _aside("negation").isdisjoint(words[max(0, at - _NEAR) : at]):
            yield f"not-{kind}"
    yield from (f"then-{a}-{b}" for (_, a), (_, b) in pairwise(held))
    yield f"deciding-{min(len(held), _MOST)}"
    if "<n>" in words and _TALLY.search(text, start, end):
        yield "tally"


def _who(words: Sequence[str], at: int) -> str:
    """Return whether a body or a person stands just before a word."""
    before = words[max(0, at - _WHO) : at]
    if not _aside("body").isdisjoint(before):
        return "body"
    return "person" if "<p>" in before else "none"


def _how(words: Sequence[str], at: int) -> str:
    """Return what helps a verb: "was", "has-be", "will-be", "to"; "plain" if nothing.

    >>> _how(["it", "has", "been", "agreed"], 3), _how(["to", "agree"], 1)
    ('has-be', 'to')
    """
    helps: dict[str, str] = {}
    for word in words[max(0, at - _HOW) : at]:
        if word in _HAVE:
            helps["have"] = _HAVE[word]
        elif word in _BE:
            helps["was"] = _BE[word]
        elif word in _MODAL:
            helps["will"] = "will"
    if words[at - 1 : at] == ["to"]:
        helps["to"] = "to"
    return "-".join(helps.values()) or "plain"
