"""Counts the weights of traits by logistic regression, and writes them as a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

_STEPS = 40
_NEAR = 1e-6  # a smaller step ends the search
_TURNS = 60  # turns that one step is sought in
_ENOUGH = 0.01  # of the slope that a step may leave

Vector = np.ndarray[Any, Any]


class Case(NamedTuple):
    """What a case shows, whether it is one of those meant, how much it counts."""

    traits: tuple[str, ...]
    right: bool
    share: float = 1.0


class Table:
    """Which traits each case shows, sparsely; column 0 is that of "always"."""

    def __init__(self, rows: Sequence[Sequence[int]], width: int) -> None:
        """Lay the rows out one behind the other."""
        self.column = np.array([x for row in rows for x in row], dtype=np.int64)
        self.row = np.repeat(np.arange(len(rows)), [len(x) for x in rows])
        self.height, self.width = len(rows), width

    def times(self, weights: Vector) -> Vector:
        """Return the sum of weights of each row."""
        found = weights[self.column]
        return np.bincount(self.row, weights=found, minlength=self.height)

    def across(self, values: Vector) -> Vector:
        """Return the sum of the rows' values in each column."""
        found = values[self.row]
        return np.bincount(self.column, weights=found, minlength=self.width)


def count(cases: Sequence[Case], ridge: float, seen: int) -> dict[str, float]:
    """Return the weight of each trait that is seen often enough, and of "always".

    >>> weights = count([Case(("a",), True), Case(("b",), False)], 1.0, 1)
    >>> weights["a"] > 0 > weights["b"]
    True
    """
    often = Counter(t for x in cases for t in {*x.traits})
    names = ["always", *sorted(t for t in often if often[t] >= seen)]
    columns = {t: i for i, t in enumerate(names)}
    rows = [[0, *(columns[t] for t in {*x.traits} if t in columns)] for x in cases]
    right = np.array([float(x.right) for x in cases])
    share = np.array([x.share for x in cases])
    weights = fit_weights(Table(rows, len(names)), right, ridge, share)
    return dict(zip(names, map(float, weights), strict=True))


def fit_weights(
    table: Table,
    right: Vector,
    ridge: float,
    share: Vector | float = 1.0,
    known: Vector | float = 0.0,
) -> Vector:
    """Return the weights by which the rows of a table best tell which are right.

    Logistic regression with a ridge, by Newton's method; `share` is how much each row
    counts, `known` the weights that it is dear to leave: those of an earlier counting.
    """
    dear = np.full(table.width, ridge)
    dear[0] = 0.01
    weights = np.zeros(table.width) + known
    for _ in range(_STEPS):
        likely = 1.0 / (1.0 + np.exp(-table.times(weights)))
        slope = table.across(share * (likely - right)) + dear * (weights - known)
        step = _solve(table, share * likely * (1 - likely), dear, -slope)
        weights += step
        if np.abs(step).max() < _NEAR:
            break
    return weights


def _solve(table: Table, bend: Vector, ridge: Vector, slope: Vector) -> Vector:
    """Return the step of Newton's method, by conjugate gradients."""
    scale = ridge + table.across(bend)
    step, rest = np.zeros_like(slope), slope.copy()
    way = rest / scale
    worth = rest @ way
    enough = _ENOUGH * np.sqrt(rest @ rest)
    for _ in range(_TURNS):
        if np.sqrt(rest @ rest) <= enough:
            break
        bent = table.across(bend * table.times(way)) + ridge * way
        far = worth / (way @ bent)
        step += far * way
        rest -= far * bent
        before, worth = worth, rest @ (rest / scale)
        way = rest / scale + worth / before * way
    return step


def write_weights(path: Path, weights: dict[str, float], least: float) -> None:
    """Write the table of weights, those smaller than the least left out."""
    lines = ["trait\tweight"]
    lines += [
        f"{t}\t{w:.2f}"
        for t, w in sorted(weights.items())
        if t == "always" or abs(w) >= least
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
