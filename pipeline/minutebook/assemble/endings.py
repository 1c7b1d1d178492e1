"""Finds the tasks of paragraphs that end with the mark of who is to act."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutebook.assemble.owners import Owners
from minutebook.assemble.tasks import VERBS, Found, weigh_mark
from minutebook.grammar.anchors import holds_any
from minutebook.grammar.paragraphs import (
    MARGIN,
    Paragraph,
    Sentence,
    read_sentences,
)

_OFFICES = ("Clerk", "All", "ALL", "Secretary")
# "(TH/JM)", "[Tom Holt]", "– TH.", " / TH": what a sentence may end with
_ENDING = re.compile(
    r"(?:[(\[](?P<inside>[A-Z][\w&’'./, +-]{1,40})[)\]]"
    r"|\s(?:[–/-]|\.{3})\s{0,3}(?P<behind>[A-Z][\w&’'./, -]{1,30}?))[.\s]{0,4}$"
)
# "• ring the school": an order told in lower case
_LISTED_ORDER = re.compile(
    rf"\s{{0,4}}[•▪●*–-]\s{{1,4}}(?:{VERBS})\s(?!(?:of|on|from|by)\b)", re.IGNORECASE
)
# "Prop. Cllr Pryce, sec.", "asked by Capt." and "Mrs J.": what a name goes on with
_BROKEN_OFF = re.compile(
    r"(?:\b(?:by|from|with|to|of|and|,)\s{1,3}[A-Z]\w{1,6}\.|\b(?:sec|prop|seconded)\."
    r"|\bSigned\W{0,40}|(?-i:\b(?:[A-Z]\.){1,3}))$",
    re.IGNORECASE,
)
_MARKS = ("(", "[", "–", "/", "-", "...")  # how such a mark begins
_TAIL = 60  # characters at the end of a paragraph that may hold a mark
_MANY = 2  # paragraphs that end with a name alone are the clerk's habit from here on
_LEAST = 1.0  # what a sentence must weigh where they are none
_SURE = 2.0  # what it must weigh before a bracket, which may also tell who spoke


def find_in_endings(
    text: str, paragraphs: list[Paragraph], owners: Owners
) -> Iterator[Found]:
    """Yield the sentences that a name at the end of a paragraph marks as tasks."""
    told = [
        (sentences, names)
        for x in paragraphs
        if (sentences := read_sentences(text, x.start, x.end))
        and (names := _named(text, sentences, owners))
    ]
    many = len(told) >= _MANY
    for sentences, names in told:
        task = sentences[-2]
        if many or _weigh(text, task, names, owners) >= _LEAST:
            yield Found(*task, names, "margin")
    for paragraph in paragraphs:
        yield from _bracketed(text, paragraph, owners)


def _named(
    text: str, sentences: tuple[Sentence, ...], owners: Owners
) -> tuple[str, ...]:
    """Return whom the last sentence names that is nothing but names."""
    start, end = sentences[-1]
    if len(sentences) < 2 or end - start > 40:
        return ()
    if _BROKEN_OFF.search(text, max(sentences[-2].end - 24, 0), sentences[-2].end):
        return ()
    names = owners.split(text[start:end].strip(" ."))
    return names if all(x in _OFFICES or owners.knows(x) for x in names) else ()


def _bracketed(text: str, paragraph: Paragraph, owners: Owners) -> Iterator[Found]:
    """Yield the sentence before a mark in brackets or behind a dash."""
    low = max(paragraph.start, paragraph.end - _TAIL)
    marked = holds_any(text[low : paragraph.end], _MARKS)
    match = _ENDING.search(text, low, paragraph.end) if marked else None
    if match is None or match.start() - paragraph.start < 12 or paragraph.first.heading:
        return
    names = owners.split(match["inside"] or match["behind"])
    if not all(owners.may_be(x) or MARGIN.fullmatch(x) for x in names):
        return
    before = text[max(paragraph.start, match.start() - 40) : match.start()]
    if _is_spelt(before, names[0]):
        return  # "terms of reference (TOR)" says what TOR is
    if any(before.rstrip().endswith(owners.resolve(x)) for x in names):
        return  # "Tom Holt (TH)" says who TH is
    sentences = read_sentences(text, paragraph.start, match.start())
    behind = match["behind"] is not None
    if behind and sentences and "/" in text[match.start() : match.start("behind")]:
        weights = [_weigh(text, x, names, owners) for x in sentences]
        best = max(range(len(weights)), key=lambda i: (weights[i], i))
        if weights[best] >= _LEAST:
            yield Found(*sentences[best], names, "bracket")
        return
    least = _SURE if match["inside"] else _LEAST
    if sentences and _weigh(text, sentences[-1], names, owners) >= least:
        yield Found(sentences[-1].start, match.end(), names, "margin")


def _is_spelt(before: str, mark: str) -> bool:
    """Say whether the last words before a mark begin with its letters.

    >>> _is_spelt("sent the terms of reference ", "TOR"), _is_spelt("ring", "TH")
    (True, False)
    """
    words = before.split()[-len(mark) :]
    return len(mark) > 1 and "".join(x[0] for x in words).upper() == mark


def _weigh(
    text: str, sentence: Sentence, names: tuple[str, ...], owners: Owners
) -> float:
    weight = weigh_mark(text, sentence, names, owners.forms(names))
    return max(weight, _SURE) if _LISTED_ORDER.match(text, *sentence) else weight
