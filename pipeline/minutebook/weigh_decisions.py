"""Counts the weights of `decision_weights.tsv` from documents with gold.

    python -m minutebook.weigh_decisions DOCUMENTS GOLD [DOCUMENTS GOLD ...]
        [--output FILE]

Prints how well decisions are found by rules alone, and by rules and weights, with each
tenth of the bodies left out of the counting; then writes the weights that all give.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from minutebook import score
from minutebook.assemble.decisions import find_by_rules, scope_of
from minutebook.assemble.judged import DROP, TAKE, may_decide
from minutebook.assemble.weighing import read_told, read_traits, read_words
from minutebook.counting import read_command, set_apart, small_words
from minutebook.evaluation import with_gold
from minutebook.load import read_document
from minutebook.logistic import Case, count, write_weights
from minutebook.runner import extract
from minutebook.unwrap import unwrap

RIDGE = 4.0  # how dear weights are
SEEN = 8  # a trait must be seen so often to have a weight
BODIES = 8  # ... and in the minutes of so many bodies
LEAST = 0.08  # smaller weights are left out
FOLDS = 10
ALIKE = 0.5  # shared words from which a passage is the decision that gold holds
RUN = 0.6  # ... and from which sentences are those that it takes
LONGEST = 25  # sentences that a decision takes at most


class Minutes(NamedTuple):
    """What one document teaches: its sentences' words and traits, and which decide."""

    body: str
    gold: tuple[str, ...]
    rules: tuple[tuple[int, int, str], ...]  # what rules alone find
    told: tuple[tuple[int, int, str], ...]
    traits: tuple[frozenset[str], ...]
    decides: tuple[int, ...]  # 1 it does, 0 it does not, -1 it is part of what does
    asked: tuple[bool, ...]  # whether a sentence is weighed where rules saw none
    small: frozenset[str]  # words that it writes in small letters


def read_minutes(documents: Path, gold_dir: Path) -> Iterator[Minutes]:
    """Yield what each document with gold teaches."""
    for known in with_gold(documents, gold_dir, "decisions"):
        decisions = [x["text"] for x in known.gold["decisions"] or []]
        yield _learn(known.body, decisions, known.path)


def _learn(body: str, gold: list[str], path: Path) -> Minutes:
    found = extract(read_document(path))
    text = found.source.text
    scope = scope_of(unwrap(found.source), found.sections, found.mentions)
    minutes = found.sections.kind not in ("agenda", "report")
    rules = find_by_rules(scope) if minutes else ()
    told = read_told(scope)
    quoted = tuple(_quote(text, x.start, x.end) for x in told)
    return Minutes(
        body,
        tuple(gold),
        tuple(_quote(text, x.start, x.end) for x in rules),
        quoted,
        tuple(
            frozenset(read_traits(scope, x, read_words(scope, x.start, x.end)))
            for x in told
        ),
        tuple(_mark(gold, [x for _, _, x in quoted])),
        tuple(
            may_decide(x) or y.listed for (*_, x), y in zip(quoted, told, strict=True)
        ),
        frozenset(small_words(text)),
    )


def _quote(text: str, start: int, end: int) -> tuple[int, int, str]:
    return start, end, " ".join(text[start:end].split())


def _mark(gold: Sequence[str], told: Sequence[str]) -> list[int]:
    """Return which sentences decide: one of each decision that gold holds.

    Of several that a decision takes, it is the likest that holds a word of deciding.
    """
    marks = [0] * len(told)
    for decision in gold:
        run = find_run(decision, told)
        if run is None:
            continue
        likeness = {
            x: (may_decide(told[x]), score.shared_words(decision, told[x])) for x in run
        }
        for at in run:
            marks[at] = marks[at] or -1
        marks[max(run, key=lambda x: likeness[x])] = 1
    return marks


def find_run(decision: str, told: Sequence[str]) -> range | None:
    """Return the sentences, one behind the other, that hold a decision of gold.

    >>> find_run("Agreed to mend it. Carried", ["Hi.", "Agreed to mend it.", "Carried"])
    range(1, 3)
    """
    wanted = Counter(score.words(decision))
    words = [Counter(score.words(x)) for x in told]
    best, found = RUN, None
    for first in range(len(told)):
        seen: Counter[str] = Counter()
        for last in range(first, min(first + LONGEST, len(told))):
            seen += words[last]
            if not words[first] & wanted or seen.total() > 3 * wanted.total() + 40:
                break
            shared = (seen & wanted).total()
            likeness = 2 * shared / max(seen.total() + wanted.total(), 1)
            if likeness > best + 1e-9:
                best, found = likeness, range(first, last + 1)
    return found


def count_weights(minutes: Sequence[Minutes]) -> dict[str, float]:
    """Return the weight of each trait that several bodies' minutes show."""
    known = _traits_of(minutes)
    cases = [
        Case(tuple(known & traits), mark > 0)
        for x in minutes
        for traits, mark in zip(x.traits, x.decides, strict=True)
        if mark >= 0
    ]
    return count(cases, RIDGE, 1)


def _traits_of(minutes: Sequence[Minutes]) -> set[str]:
    """Return the traits that several bodies' minutes show, and no name among them."""
    seen: Counter[str] = Counter()
    bodies: dict[str, set[str]] = defaultdict(set)
    small: dict[str, set[str]] = defaultdict(set)
    for x in minutes:
        for traits in x.traits:
            for trait in traits:
                seen[trait] += 1
                bodies[trait].add(x.body)
        for word in x.small:
            small[word].add(x.body)
    common = {w for w, of in small.items() if len(of) >= BODIES}
    return {
        t
        for t in seen
        if seen[t] >= SEEN and len(bodies[t]) >= BODIES and is_plain(t, common)
    }


def is_plain(trait: str, common: set[str]) -> bool:
    """Say whether a trait holds only words that are written in small letters too."""
    words = trait.partition(":")[2].split("_") if ":" in trait else []
    return all(x in common or not x[:1].isalpha() for x in words)


def left_out(minutes: Sequence[Minutes]) -> Iterator[tuple[Minutes, list[str]]]:
    """Yield what is found in each document by rules and by the others' weights."""
    for mine, others in set_apart(minutes, FOLDS):
        weights = count_weights(others)
        yield from ((x, _find(x, weights)) for x in mine)


def _find(minutes: Minutes, weights: dict[str, float]) -> list[str]:
    """Return the decisions of a document: rules' that weigh enough, and others."""
    sums = [
        weights["always"] + sum(weights.get(t, 0.0) for t in x) for x in minutes.traits
    ]
    likely = [1.0 / (1.0 + np.exp(-x)) for x in sums]
    told = list(zip(minutes.told, likely, strict=True))

    def beside(start: int, end: int) -> list[float]:
        return [p for (a, b, _), p in told if a < end and start < b]

    kept = [
        quoted
        for start, end, quoted in minutes.rules
        if max(beside(start, end), default=1.0) >= DROP
    ]
    more = [
        quoted
        for ((start, end, quoted), p), asked in zip(told, minutes.asked, strict=True)
        if p > TAKE
        and asked
        and not any(a < end and start < b for a, b, _ in minutes.rules)
    ]
    return kept + more


def figures(found: Sequence[tuple[Sequence[str], Sequence[str]]]) -> str:
    """Return precision, recall and F1 of (gold, found) pairs, ready to print."""
    right = sum(
        len(score.pair_up(gold, given, score.shared_words, ALIKE))
        for gold, given in found
    )
    gold, given = (sum(len(x[i]) for x in found) for i in (0, 1))
    return (
        f"P {right / max(given, 1):.3f} R {right / max(gold, 1):.3f}"
        f" F {2 * right / max(gold + given, 1):.3f}"
    )


def main() -> None:
    """Count weights from the folders named on the command line."""
    command = read_command("weigh_decisions", "decision_weights.tsv")
    minutes = [
        x for documents, gold in command.pairs for x in read_minutes(documents, gold)
    ]
    print(
        f"rules alone: {figures([(x.gold, [r[2] for r in x.rules]) for x in minutes])}"
    )
    print(f"body left out: {figures([(x.gold, f) for x, f in left_out(minutes)])}")
    write_weights(command.output, count_weights(minutes), LEAST)


if __name__ == "__main__":
    main()
