"""Finds bodies among capitalised words that no rule explains, by the trained judge."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutebook.recognise.heads import Found
from minutebook.recognise.model import Question, Unit, judge, stretches
from minutebook.recognise.runs import Token, fold

SURE = 0.98  # of the judge, from which its word is taken
CERTAINTY = 0.5
WORDS = 5  # on either side that the judge reads
REACH = 60  # characters in which they stand

_BEFORE = re.compile(rf"(?:[^ \n]{{1,30}}[ ]{{1,3}}){{0,{WORDS}}}$")
_AFTER = re.compile(rf"(?:[ ]{{0,3}}[^ \n]{{1,30}}){{0,{WORDS}}}")


def find_by_judge(whole: str, runs: list[list[Token]]) -> list[Found]:
    """Return the bodies that the trained judge is sure of, in what the rules left.

    `runs` are the runs of capitalised words that no rule explains.
    """
    sure = [
        x
        for x in judge(list(ask_about(whole, runs)))
        if x.label == "ORG" and x.probability >= SURE
    ]
    taken: set[int] = set()
    found = []
    for x in sorted(sure, key=lambda x: (-x.probability, x.start, x.end)):
        if taken.isdisjoint(range(x.start, x.end)):
            taken.update(range(x.start, x.end))
            name = fold(whole[x.start : x.end])
            found.append(Found(x.start, x.end, name, "model-organisation", CERTAINTY))
    return sorted(found)


def ask_about(whole: str, runs: list[list[Token]]) -> Iterator[Question]:
    """Yield each run of unexplained capitalised words with the words around it.

    >>> from minutebook.recognise.runs import find_runs
    >>> text = "they had a reply from Zorbex Link about the bench by the old gate"
    >>> [(x.unit.text, len(x.spans)) for x in ask_about(text, list(find_runs(text)))]
    [('they had a reply from Zorbex Link about the bench by the', 3)]
    """
    for spans in stretches(runs):
        start, end = spans[0][0], max(x for _, x in spans)
        head = _BEFORE.search(whole[max(0, start - REACH) : start].rpartition("\n")[2])
        tail = _AFTER.match(whole[end : end + REACH])
        begin = start - (len(head[0]) if head else 0)
        stop = end + (len(tail[0]) if tail else 0)
        yield Question(Unit(begin, whole[begin:stop]), tuple(spans))
