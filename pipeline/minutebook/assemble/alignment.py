"""Chooses what marks mean that follow each other in the order of their tasks."""

from __future__ import annotations


def align(gains: list[list[float]]) -> list[int | None]:
    """Return which sentence each mark means, in order, so that they gain the most.

    `gains` hold a row for each mark, with what each sentence gains; none is taken
    twice, nor for a loss.

    >>> align([[1.0, 3.0, 0.0], [2.0, 4.0, 3.0], [-1.0, -1.0, -1.0]])
    [1, 2, None]
    """
    width = len(gains[0]) if gains else 0
    best = [[0.0] * (width + 1)]
    for row in gains:
        above, total = best[-1], [0.0]
        for at, gain in enumerate(row):
            total.append(max(total[-1], above[at + 1], above[at] + gain))
        best.append(total)
    chosen: list[int | None] = []
    at = width
    for mark in range(len(gains), 0, -1):
        total, above = best[mark], best[mark - 1]
        while at and total[at] == total[at - 1] and total[at] > above[at]:
            at -= 1
        taken = at > 0 and total[at] > above[at]
        at -= taken
        chosen.insert(0, at if taken else None)
    return chosen
