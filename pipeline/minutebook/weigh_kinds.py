"""Counts the weights of `kind_weights.tsv` from documents with gold.

    python -m minutebook.weigh_kinds DOCUMENTS GOLD [DOCUMENTS GOLD ...]
        [--onto TABLE] [--output FILE]

Prints how often the kind of a decision that is found is right by rules alone, and by
rules and weights, with each tenth of the bodies left out of the counting; then writes
the weights that all give. Counted onto a table, what its documents taught is kept, as
far as these do not gainsay it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

import numpy as np

from minutebook import score
from minutebook.assemble.decisions import find_unkinded, scope_of
from minutebook.assemble.kinds import kind_of
from minutebook.assemble.kindtraits import Shown, read_kind_traits
from minutebook.assemble.kindweights import (
    ALWAYS,
    KINDS,
    Weights,
    read_weights,
    settle_kind,
    show,
)
from minutebook.counting import read_command, set_apart, small_words
from minutebook.evaluation import Known, with_gold
from minutebook.load import read_document
from minutebook.logistic import Table, fit_weights
from minutebook.runner import extract
from minutebook.unwrap import unwrap
from minutebook.weigh_decisions import ALIKE, FOLDS, is_plain

RIDGE = 3.0  # how dear weights are
STAY = 20.0  # how dear it is to leave those of an earlier counting
BODIES = 5  # a trait must stand in the minutes of so many bodies, and once more
LEAST = 8  # smaller weights, in hundredths, are none
WRITTEN = 3  # bodies that write a word in small letters, if it is no name

_NONE: Weights = MappingProxyType({})


class Taught(NamedTuple):
    """A decision that gold holds: its body, what it shows, its kind, who found it."""

    body: str
    shown: Shown
    kind: str
    found: bool  # by rules, else it is as gold has it


def read_taught(
    documents: Path, gold_dir: Path, small: dict[str, set[str]]
) -> Iterator[Taught]:
    """Yield the decisions of gold, as it has them and as they are found.

    `small` gathers which bodies write a word in small letters.
    """
    for known in with_gold(documents, gold_dir, "decisions"):
        gold = known.gold["decisions"] or []
        for shown, x in zip(_as_written(known, gold), gold, strict=True):
            yield Taught(known.body, shown, x["kind"], found=False)
        extraction = extract(read_document(known.path))
        for word in small_words(extraction.source.text):
            small[word].add(known.body)
        source = unwrap(extraction.source)
        scope = scope_of(source, extraction.sections, extraction.mentions)
        told = extraction.sections.kind not in ("agenda", "report")
        found = find_unkinded(scope) if told else ()
        shown_all = [*show(scope, found)]
        quoted = [{"text": x.text} for x in shown_all]
        for i, j in score.pair_up(gold, quoted, _alike, ALIKE):
            yield Taught(known.body, shown_all[j], gold[i]["kind"], found=True)


def _alike(one: dict[str, Any], other: dict[str, Any]) -> float:
    return score.shared_words(one["text"], other["text"])


def _as_written(known: Known, gold: Sequence[dict[str, Any]]) -> Iterator[Shown]:
    """Yield what the decisions show as gold has them."""
    titles = {x.get("number"): x.get("title") for x in known.gold.get("items") or []}
    kinds = [kind_of(x["text"]) for x in gold]
    for at, x in enumerate(gold):
        beside = (
            kinds[y]
            if 0 <= y < len(gold) and gold[y].get("item") == x.get("item")
            else "-"
            for y in (at - 1, at + 1)
        )
        title = titles.get(x.get("item")) or ""
        yield Shown(x["text"], title, kinds[at], *beside)


def count_weights(
    taught: Sequence[Taught], common: set[str], known: Weights = _NONE
) -> Weights:
    """Return the weights of each trait, one for each kind; `known` stood before."""
    traits = [{*read_kind_traits(x.shown)} for x in taught]
    fresh = {*_of_several(taught, traits, common), *known} - {ALWAYS}
    names = [ALWAYS, *sorted(fresh)]
    before = np.array([known.get(x, (0,) * len(KINDS)) for x in names]) / 100
    ridge = STAY if known else RIDGE
    columns = {t: i for i, t in enumerate(names)}
    table = Table(
        [[0, *sorted(columns[t] for t in x if t in columns)] for x in traits],
        len(names),
    )
    fitted = []
    for at, kind in enumerate(KINDS):
        right = np.array([float(x.kind == kind) for x in taught])
        fitted.append(fit_weights(table, right, ridge, known=before[:, at]))
    rows = np.round(100 * np.array(fitted).T).astype(int)
    rows[1:][np.abs(rows[1:]) < LEAST] = 0
    return {t: tuple(map(int, rows[i])) for i, t in enumerate(names)}


def _of_several(
    taught: Sequence[Taught], traits: Sequence[set[str]], common: set[str]
) -> list[str]:
    """Return the traits of several bodies that hold no names."""
    seen: Counter[str] = Counter()
    bodies: dict[str, set[str]] = defaultdict(set)
    for x, shown in zip(taught, traits, strict=True):
        for trait in shown:
            seen[trait] += 1
            bodies[trait].add(x.body)
    return sorted(
        t
        for t in seen
        if len(bodies[t]) >= BODIES and seen[t] > BODIES and is_plain(t, common)
    )


def left_out(
    taught: Sequence[Taught], common: set[str], known: Weights = _NONE
) -> Iterator[bool]:
    """Yield whether each kind found is right, its body judged by the others."""
    for mine, others in set_apart(taught, FOLDS):
        found = [x for x in mine if x.found]
        weights = count_weights(others, common, known) if found else _NONE
        yield from (settle_kind(weights, x.shown) == x.kind for x in found)


def write_weights(path: Path, weights: Weights) -> None:
    """Write the table, traits left out that have no weight."""
    lines = ["\t".join(("trait", *KINDS))]
    lines += [
        "\t".join((t, *map(str, row))) for t, row in sorted(weights.items()) if any(row)
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Count weights from the folders named on the command line."""
    command = read_command("weigh_kinds", "kind_weights.tsv", goes_on=True)
    known = read_weights(command.onto.resolve()) if command.onto else _NONE
    small: dict[str, set[str]] = defaultdict(set)
    taught = [
        x
        for documents, gold in command.pairs
        for x in read_taught(documents, gold, small)
    ]
    common = {word for word, bodies in small.items() if len(bodies) >= WRITTEN}
    found = [x for x in taught if x.found]
    alone = sum(x.shown.kind == x.kind for x in found) / max(len(found), 1)
    right = [*left_out(taught, common, known)]
    print(f"rules alone: {alone:.3f}; body left out: {np.mean(right):.3f}")
    write_weights(command.output, count_weights(taught, common, known))


if __name__ == "__main__":
    main()
