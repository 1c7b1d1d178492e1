"""How often each rule was right, as counted against gold.

`models/en_council/certainty.tsv` holds the counts: for each rule, alone and together
with what it found, how many of its findings careful readers confirmed. It is written by
`minutebook calibrate`; the stages only read it. The tables of weights that judges add
up are read here too, and what their sum says.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Iterable, Mapping
from functools import cache

from minutebook.assets import models_dir, read_rows

PRIOR = 4.0  # findings of the whole layer that a rule starts with
UNKNOWN = 0.7


@cache
def _counts() -> dict[tuple[str, str], tuple[int, int]]:
    path = models_dir() / "certainty.tsv"
    if not path.exists():
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t")
        return {
            (x["rule"], x["found"]): (int(x["right"]), int(x["seen"])) for x in rows
        }


@cache
def certainty_of(rule: str, found: str = "") -> float:
    """Return how likely a finding of this rule is right, between 0 and 1.

    A rule seldom seen leans on its layer (the word before the first "-"), and a rule
    with a finding seldom seen leans on the rule.
    """
    counts = _counts()
    layer = _share(counts.get((rule.split("-")[0], ""), (0, 0)), UNKNOWN)
    alone = _share(counts.get((rule, ""), (0, 0)), layer)
    if not found:
        return round(alone, 3)
    return round(_share(counts.get((rule, found), (0, 0)), alone), 3)


def _share(count: tuple[int, int], before: float) -> float:
    right, seen = count
    return (right + PRIOR * before) / (seen + PRIOR)


@cache
def weights_in(name: str) -> dict[str, float]:
    """Return the weight of each trait in a table of the models' folder."""
    return {x["trait"]: float(x["weight"]) for x in read_rows(name)}


def weigh_traits(weights: Mapping[str, float], traits: Iterable[str]) -> float:
    """Return how likely traits make a finding, by the weights of a table.

    Each trait counts once, and in whatever order: the sum is exact.

    >>> weigh_traits({"always": -1.0, "a": 1.0}, ("a", "a", "b"))
    0.5
    """
    known = [weights[x] for x in weights.keys() & {*traits}]
    return likelihood(math.fsum((weights["always"], *known)))


def likelihood(total: float) -> float:
    """Return how likely a sum of weights makes a finding, between 0 and 1.

    >>> likelihood(0.0), likelihood(-1000.0) > 0
    (0.5, True)
    """
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))
