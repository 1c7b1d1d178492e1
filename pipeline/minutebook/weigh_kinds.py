"""Counts the weights of `kind_weights.tsv` from gold.

    python -m minutebook.weigh_kinds GOLD [GOLD ...] [--output FILE]

Prints how often the kind is right by rules alone, and by rules and weights, with each
tenth of the bodies left out of the counting; then writes the weights that all give.
"""

from __future__ import annotations

import argparse
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from minutebook.assemble import weighing
from minutebook.assemble.kinds import kind_of
from minutebook.assemble.weighing import KINDS, read_kind_traits
from minutebook.assets import models_dir
from minutebook.evaluation import read_gold
from minutebook.logistic import Table, Vector, fit_weights
from minutebook.weigh_decisions import FOLDS

RIDGE = 4.0  # how dear weights are
BODIES = 8  # a trait must stand in the minutes of so many bodies, and once more
LEAST = 0.1  # smaller weights are none

Weights = dict[str, tuple[float, ...]]


class Known(NamedTuple):
    """A decision that gold holds: its body, words, title of its item, and kind."""

    body: str
    text: str
    title: str
    kind: str


def read_known(gold_dir: Path) -> Iterator[Known]:
    """Yield the decisions of gold records."""
    for body, gold in read_gold(gold_dir):
        titles = {x.get("number"): x.get("title") for x in gold.get("items") or []}
        for x in gold.get("decisions") or []:
            yield Known(body, x["text"], titles.get(x.get("item")) or "", x["kind"])


def count_weights(known: Sequence[Known]) -> Weights:
    """Return the weights of each trait, one for each kind."""
    traits = [{*read_kind_traits(x.text, x.title)} for x in known]
    names = ["always", *_common(known, traits)]
    columns = {t: i for i, t in enumerate(names)}
    table = Table(
        [[0, *sorted(columns[t] for t in x if t in columns)] for x in traits],
        len(names),
    )
    fitted: list[Vector] = [
        fit_weights(table, np.array([float(x.kind == kind) for x in known]), RIDGE)
        for kind in KINDS
    ]
    rows = np.round(np.array(fitted).T, 2)
    rows[1:][np.abs(rows[1:]) < LEAST] = 0.0
    return {t: tuple(map(float, rows[i])) for i, t in enumerate(names)}


def _common(known: Sequence[Known], traits: Sequence[set[str]]) -> list[str]:
    """Return the traits of several bodies, whose words small letters write too."""
    seen: Counter[str] = Counter()
    bodies: dict[str, set[str]] = defaultdict(set)
    small: dict[str, set[str]] = defaultdict(set)
    for x, shown in zip(known, traits, strict=True):
        for trait in shown:
            seen[trait] += 1
            bodies[trait].add(x.body)
        for word in x.text.replace("’", "'").split():
            if word.islower():
                small[word.strip(".,;:()")].add(x.body)
    return sorted(
        t
        for t in seen
        if len(bodies[t]) >= BODIES
        and seen[t] > BODIES
        and (
            not t.partition(":")[2][0].isalpha() or len(small[t.partition(":")[2]]) > 2
        )
    )


def left_out(known: Sequence[Known]) -> float:
    """Return how often the kind is right, each body judged by the others."""
    right = 0
    for fold in range(FOLDS):
        folds = [zlib.crc32(x.body.encode()) % FOLDS for x in known]
        others = [x for x, f in zip(known, folds, strict=True) if f != fold]
        mine = [x for x, f in zip(known, folds, strict=True) if f == fold]
        weights = count_weights(others) if mine else {}
        for x in mine:
            kind = kind_of(x.text)
            if kind == "resolved":
                kind = weighing.likeliest(weights, x.text, x.title)
            right += kind == x.kind
    return right / max(len(known), 1)


def write_weights(path: Path, weights: Weights) -> None:
    """Write the table, traits left out that have no weight."""
    lines = ["\t".join(("trait", *KINDS))]
    lines += [
        "\t".join((t, *(f"{w:g}" for w in row)))
        for t, row in sorted(weights.items())
        if any(row)
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Count weights from the gold folders named on the command line."""
    parser = argparse.ArgumentParser(prog="python -m minutebook.weigh_kinds")
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--output", type=Path, default=None)
    options = parser.parse_args()
    known = [x for folder in options.folders for x in read_known(folder)]
    alone = sum(kind_of(x.text) == x.kind for x in known) / max(len(known), 1)
    print(f"rules alone: {alone:.3f}; body left out: {left_out(known):.3f}")
    write_weights(
        options.output or models_dir() / "kind_weights.tsv", count_weights(known)
    )


if __name__ == "__main__":
    main()
