"""Weighs sentences by their words: which ones record a decision."""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from minutebook.assemble.manner import read_manner
from minutebook.assemble.scope import Scope, body_start
from minutebook.certainty import likelihood, weights_in
from minutebook.grammar.paragraphs import read_sentences

# "£1,200"  "12/34"  "co-opted"  ":"
WORD = re.compile(
    r"[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ’'&-]*|[/:;()\"“]|\d[\d,./:-]*|[£$€]\s?\d[\d,.]*"
)
_MOST = 45  # words of a sentence that are looked at
_MARKS = ("<n>", "(", ")")  # what may stand before the first word
_LENGTHS = (4, 8, 14, 25, 45)
_NEXT = 8  # words of the sentence below that are looked at
_HEADING, _LEAD = 60, 90  # characters of a heading, and at the end of a lead
# "•", "(a)", "2."
LISTED = re.compile(
    r"\s{0,4}(?:[•·●▪➢➤►◦*–-]|o(?=\s)|\(?\d{1,2}[.)]|\(?[a-z]{1,3}[.)])\s"
)
# what heads or leads a list of decisions
_SPEAKS = re.compile(
    r"\b(?:decisions?|decided|resolutions?|resolved|agreed|recommendations?|recommended"
    r"|passed|approved|votes?|voted|outcomes?|carried|motions?)\b",
    re.IGNORECASE,
)


class Told(NamedTuple):
    """A sentence of the business: its paragraph, its place in it, its offsets.

    `listed` tells that it stands under a heading, or a lead, that speaks of deciding.
    """

    paragraph: int
    at: int
    of: int
    start: int
    end: int
    listed: bool = False


# the last document asked for and its sentences: two ask in turn
_last: list[tuple[Scope, tuple[Told, ...]]] = []


def read_told(scope: Scope) -> tuple[Told, ...]:
    """Return the sentences of a document's business, in their order."""
    for known, told in _last:
        if known is scope:
            return told
    _last[:] = [(scope, tuple(_told_in(scope)))]
    return _last[0][1]


def _told_in(scope: Scope) -> Iterator[Told]:
    for index, listed in enumerate(_under_deciding(scope)):
        paragraph = scope.paragraphs[index]
        start = body_start(scope, paragraph)
        if start is None or start >= paragraph.end:
            continue
        found = read_sentences(scope.text, start, paragraph.end)
        for at, (begin, end) in enumerate(found):
            yield Told(index, at, len(found), begin, end, listed)


def below(scope: Scope, told: Told) -> Told | None:
    """Return the sentence behind another one in its item."""
    everything = read_told(scope)
    at = bisect_right(everything, told.start, key=attrgetter("start"))
    if at == len(everything):
        return None
    after = everything[at]
    same = scope.item_at(after.start) == scope.item_at(told.start)
    return after if same else None


def _under_deciding(scope: Scope) -> Iterator[bool]:
    """Yield of each paragraph whether what heads or leads it speaks of deciding.

    A heading holds up to the next one, a lead ("Agreed:") for the list below it.
    """
    text = scope.text
    headed = led = fresh = False
    for paragraph in scope.paragraphs:
        line = paragraph.first
        start, end = paragraph.start, paragraph.end
        leads = text[max(start, end - 3) : end].rstrip().endswith(":")
        heads = line.heading is not None or (line.bold and end - start < _HEADING)
        if heads:
            headed = end - start < _HEADING and _speaks(text, start, end)
            led = False
        elif leads:
            led = _speaks(text, max(start, end - _LEAD), end)
        elif led and not fresh:
            led = LISTED.match(text, start, end) is not None
        yield (headed or led) and not leads and not heads
        fresh = leads


def _speaks(text: str, start: int, end: int) -> bool:
    return _SPEAKS.search(text, start, end) is not None


def read_words(scope: Scope, start: int, end: int) -> list[str]:
    """Return the words between two offsets: people, sums and numbers as such."""
    known = scope.words.get((start, end))
    if known is not None:
        return known
    if scope.names_anybody(start, end):
        words = _with_people(scope, start, end)
    else:
        words = [*map(fold_word, WORD.findall(scope.text, start, end))]
    scope.words[start, end] = words
    return words


def _with_people(scope: Scope, start: int, end: int) -> list[str]:
    """Return the words between two offsets, each person as one."""
    words: list[str] = []
    past, people = start, scope.people
    for match in WORD.finditer(scope.text, start, end):
        at = match.start()
        if at < past:
            continue
        if at in people:
            past = people[at]
            words.append("<p>")
        else:
            words.append(fold_word(match[0]))
    return words


@lru_cache(maxsize=4096)
def fold_word(word: str) -> str:
    """Return a word in small letters, a sum or a number as such."""
    if word[0] in "£$€":
        return "<m>"
    return "<n>" if word[0].isdigit() else word.lower().replace("’", "'")


def read_traits(scope: Scope, told: Told, words: Sequence[str]) -> Iterator[str]:
    """Yield what a sentence shows that speaks for a decision, or against one."""
    most = words[:_MOST]
    yield from (f"word:{x}" for x in most)
    yield from (f"pair:{a}_{b}" for a, b in pairwise(most))
    after = below(scope, told)
    yield from _frame(scope, told, words, after)
    yield from (f"below:{x}" for x in {*_first_words(scope, after)})


def _frame(
    scope: Scope, told: Told, words: Sequence[str], after: Told | None
) -> Iterator[str]:
    """Yield how long a sentence is, how it begins and ends, and where it stands."""
    yield f"length-{bisect_right(_LENGTHS, len(words))}"
    yield from read_manner(words[:_MOST], scope.text, told.start, told.end)
    if words:
        yield f"last:{words[-1]}"
    first = [x for x in words[:8] if x not in _MARKS][:2]
    if first:
        yield f"first:{first[0]}"
    if len(first) == 2:
        yield f"open:{first[0]}_{first[1]}"
    place = "first" if told.at == 0 else "last" if told.at + 1 == told.of else "mid"
    yield f"sentence-{'only' if told.of == 1 else place}"
    line = scope.paragraphs[told.paragraph].first
    if line.table is not None:
        yield "table"
    if line.heading:
        yield "heading"
    if scope.item_at(told.start) is None:
        yield "no-item"
    if told.listed:
        yield "listed"
        if LISTED.match(scope.text, told.start, told.end):
            yield "listed-entry"
    if after is None:
        yield "last-of-item"


def _first_words(scope: Scope, after: Told | None) -> Sequence[str]:
    """Return the words with which the sentence below begins, if there is one."""
    return read_words(scope, after.start, after.end)[:_NEXT] if after else ()


class _Weights(NamedTuple):
    """The weights, those of words and of pairs of words by the words themselves."""

    words: dict[str, float]
    pairs: dict[tuple[str, ...], float]
    below: dict[str, float]  # those of the words of the next sentence
    others: dict[str, float]


@cache
def _weights() -> _Weights:
    weights = _Weights({}, {}, {}, {})
    for trait, weight in weights_in("decision_weights.tsv").items():
        kind, _, word = trait.partition(":")
        if kind == "word":
            weights.words[word] = weight
        elif kind == "pair":
            weights.pairs[tuple(word.split("_"))] = weight
        elif kind == "below":
            weights.below[word] = weight
        else:
            weights.others[trait] = weight
    return weights


def weigh(scope: Scope, told: Told, words: Sequence[str]) -> float:
    """Return how likely a sentence records a decision, from 0 to 1."""
    weights = _weights()
    most = words[:_MOST]
    words_, pairs, behind, others = weights
    found = [words_[x] for x in words_.keys() & most]  # most words weigh nothing
    found += [pairs[x] for x in pairs.keys() & pairwise(most)]
    after = below(scope, told)
    found += [behind[x] for x in behind.keys() & _first_words(scope, after)]
    found += [others[x] for x in _frame(scope, told, words, after) if x in others]
    total = weights.others["always"] + math.fsum(found)
    return likelihood(total)
