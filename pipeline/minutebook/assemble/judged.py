"""Judges what rules found, and takes the sentences that rules passed by."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence

from minutebook.assemble.motions import motion_near
from minutebook.assemble.scope import Scope, decide
from minutebook.assemble.weighing import Told, read_told, read_words, weigh
from minutebook.grammar.paragraphs import Sentence
from minutebook.records import Decision

DROP = 0.03  # what rules found is no decision if all its sentences weigh less
TAKE = 0.5  # a sentence that weighs more is one, though no rule found it
_LEAST = 12  # characters of such a sentence


def judge_decisions(scope: Scope, found: Sequence[Decision]) -> list[Decision]:
    """Return what is a decision by its weight, in the order of the text.

    What rules found is kept unless its weight is small; another sentence is taken if
    its weight is great.
    """
    told = tuple(read_told(scope))
    ends = [x.end for x in told]
    taken: set[int] = set()
    kept = []
    for decision in found:
        first = last = bisect_right(ends, decision.start)
        while last < len(told) and told[last].start < decision.end:
            last += 1
        taken |= {*range(first, last)}
        if first == last or any(_likely(scope, x) >= DROP for x in told[first:last]):
            kept.append(decision)
    kept += _take_others(scope, told, taken)
    return sorted(kept, key=lambda x: x.start)


def _likely(scope: Scope, told: Told) -> float:
    return weigh(scope, told, read_words(scope, told.start, told.end))


def _take_others(
    scope: Scope, told: Sequence[Told], taken: Collection[int]
) -> Iterator[Decision]:
    """Yield the decisions of sentences that rules passed by."""
    for index, one in enumerate(told):
        if index in taken or one.end - one.start < _LEAST:
            continue
        if _likely(scope, one) > TAKE:
            whole = told[index - one.at : index - one.at + one.of]
            sentences = [Sentence(x.start, x.end) for x in whole]
            motion = motion_near(scope, one.paragraph, sentences, one.at)
            yield decide(scope, one.start, one.end, "weighed", "", motion, None)
