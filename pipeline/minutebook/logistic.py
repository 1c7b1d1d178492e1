"""Counts the weights of traits by logistic regression, and writes them as a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

_STEPS = 25
_NEAR = 1e-6  # a smaller step ends the search


class Case(NamedTuple):
    """What a case shows, whether it is one of those meant, how much it counts."""

    traits: tuple[str, ...]
    right: bool
    share: float


def count(cases: Sequence[Case], ridge: float, seen: int) -> dict[str, float]:
    """Return the weight of each trait that is seen often enough, and of "always".

    >>> weights = count([Case(("a",), True, 1.0), Case(("b",), False, 1.0)], 1.0, 1)
    >>> weights["a"] > 0 > weights["b"]
    True
    """
    often = Counter(t for x in cases for t in {*x.traits})
    names = sorted(t for t in often if often[t] >= seen)
    columns = {t: i for i, t in enumerate(names)}
    shown = np.zeros((len(cases), len(columns) + 1))
    shown[:, -1] = 1.0
    for at, case in enumerate(cases):
        shown[at, [columns[t] for t in {*case.traits} if t in columns]] = 1.0
    right = np.array([float(x.right) for x in cases])
    share = np.array([x.share for x in cases])
    dear = np.full(len(columns) + 1, ridge)
    dear[-1] = 0.01
    weights = np.zeros(len(columns) + 1)
    for _ in range(_STEPS):
        likely = 1.0 / (1.0 + np.exp(-shown @ weights))
        slope = shown.T @ (share * (likely - right)) + dear * weights
        bend = (shown.T * (share * likely * (1 - likely))) @ shown + np.diag(dear)
        step = np.linalg.solve(bend, slope)
        weights -= step
        if np.abs(step).max() < _NEAR:
            break
    found = {t: float(weights[i]) for t, i in columns.items()}
    return {"always": float(weights[-1]), **found}


def likelihood(weights: dict[str, float], traits: Iterable[str]) -> float:
    """Return how likely traits make a case right, from 0 to 1.

    >>> likelihood({"always": 0.0}, ("a",))
    0.5
    """
    total = weights["always"] + sum(weights.get(t, 0.0) for t in {*traits})
    return float(1.0 / (1.0 + np.exp(-total)))


def write_weights(path: Path, weights: dict[str, float], least: float) -> None:
    """Write the table of weights, those smaller than the least left out."""
    lines = ["trait\tweight"]
    lines += [
        f"{t}\t{w:.2f}"
        for t, w in sorted(weights.items())
        if t == "always" or abs(w) >= least
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
