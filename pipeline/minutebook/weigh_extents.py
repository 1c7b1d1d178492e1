"""Counts the weights of `extent_weights.tsv` from documents with gold.

    python -m minutebook.weigh_extents DOCUMENTS GOLD [DOCUMENTS GOLD ...]
        [--output FILE]

Prints how well weights tell whether two sentences are one decision, with each tenth of
the bodies left out of the counting; then writes the weights that all give.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from minutebook.assemble.decisions import find_by_rules, scope_of
from minutebook.assemble.extents import JOIN, Joint, read_joint, rule_between
from minutebook.assemble.scope import Scope
from minutebook.assemble.weighing import read_told
from minutebook.certainty import likelihood
from minutebook.counting import read_command, set_apart, small_words
from minutebook.evaluation import with_gold
from minutebook.load import read_document
from minutebook.logistic import Case, count, write_weights
from minutebook.runner import extract
from minutebook.unwrap import unwrap
from minutebook.weigh_decisions import (
    FOLDS,
    find_run,
    is_plain,
)

RIDGE = 8.0  # how dear weights are
BODIES = 6  # a trait must stand in the minutes of so many bodies
LEAST = 0.08  # smaller weights are left out

Weights = dict[str, float]


class Pair(NamedTuple):
    """Two sentences, one of which decides: their traits, and whether both are one."""

    traits: frozenset[str]
    one: bool


class Lesson(NamedTuple):
    """What one document teaches."""

    body: str
    pairs: tuple[Pair, ...]
    small: frozenset[str]  # words that it writes in small letters


def read_lessons(documents: Path, gold_dir: Path) -> Iterator[Lesson]:
    """Yield what each document with gold teaches."""
    for known in with_gold(documents, gold_dir, "decisions"):
        if not known.gold["decisions"]:
            continue
        found = extract(read_document(known.path))
        if found.sections.kind in ("agenda", "report"):
            continue
        scope = scope_of(unwrap(found.source), found.sections, found.mentions)
        decisions = [x["text"] for x in known.gold["decisions"]]
        pairs = tuple(read_pairs(scope, decisions))
        yield Lesson(known.body, pairs, frozenset(small_words(scope.text)))


def read_pairs(scope: Scope, gold: Sequence[str]) -> Iterator[Pair]:
    """Yield the pairs of sentences, one behind the other, of which one decides."""
    told = read_told(scope)
    quoted = [" ".join(scope.text[x.start : x.end].split()) for x in told]
    of: dict[int, int] = {}
    for index, decision in enumerate(gold):
        for at in find_run(decision, quoted) or ():
            of.setdefault(at, index)
    between = rule_between(scope, find_by_rules(scope))
    for at, (first, second) in enumerate(pairwise(told)):
        apart = scope.item_at(first.start) != scope.item_at(second.start)
        if apart or (at not in of and at + 1 not in of):
            continue
        joint = Joint(first, second, between(first, second))
        yield Pair(frozenset(read_joint(scope, joint)), of.get(at) == of.get(at + 1))


def count_weights(lessons: Sequence[Lesson]) -> Weights:
    """Return the weight of each trait: logistic regression with a ridge."""
    bodies: dict[str, set[str]] = defaultdict(set)
    small: dict[str, set[str]] = defaultdict(set)
    for x in lessons:
        for word in x.small:
            small[word].add(x.body)
        for pair in x.pairs:
            for trait in pair.traits:
                bodies[trait].add(x.body)
    common = {w for w, of in small.items() if len(of) >= BODIES}
    known = {t for t, of in bodies.items() if len(of) >= BODIES and is_plain(t, common)}
    cases = [Case(tuple(known & y.traits), y.one) for x in lessons for y in x.pairs]
    return count(cases, RIDGE, 1)


def left_out(lessons: Sequence[Lesson]) -> str:
    """Return how often weights of other bodies tell right, ready to print."""
    right = seen = found = 0
    for mine, others in set_apart(lessons, FOLDS):
        weights = count_weights(others)
        for pair in (y for x in mine for y in x.pairs):
            total = sum(weights.get(t, 0.0) for t in ("always", *pair.traits))
            joined = likelihood(total) > JOIN
            right, seen, found = (
                right + (joined and pair.one),
                seen + pair.one,
                found + joined,
            )
    return f"P {right / max(found, 1):.3f} R {right / max(seen, 1):.3f}"


def main() -> None:
    """Count weights from the folders named on the command line."""
    command = read_command("weigh_extents", "extent_weights.tsv")
    lessons = [
        x for documents, gold in command.pairs for x in read_lessons(documents, gold)
    ]
    print(f"body left out: {left_out(lessons)}")
    write_weights(command.output, count_weights(lessons), LEAST)


if __name__ == "__main__":
    main()
