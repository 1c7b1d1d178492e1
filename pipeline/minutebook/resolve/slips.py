"""Tells a slip of the pen in a full name from the name of somebody else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations

from rapidfuzz.distance import OSA

_SURNAME = 5  # letters that a surname needs for one of them to be a slip
_GIVEN = 4
_LONG = 8  # a given name so long has no sister one letter away: "Alastair"


def find_slips(counts: Mapping[str, int]) -> dict[str, str]:
    """Return for each full name of a body that is a slip the name that was meant.

    `counts` says in how many documents each name stands: the rarer is the slip. A name
    with two that it could stand for is nobody's slip.
    """
    near: dict[str, list[str]] = defaultdict(list)
    for one, two in _neighbours(counts):
        if is_slip_of(one, two):
            near[one].append(two)
            near[two].append(one)
    return {
        name: found[0]
        for name, found in near.items()
        if len(found) == 1 and _is_usual(found[0], name, counts, near)
    }


def _is_usual(
    name: str, slip: str, counts: Mapping[str, int], near: Mapping[str, list[str]]
) -> bool:
    """Return whether a name is the right one of two; as rare as the other, the one
    that comes last, and then only if it has no other neighbour."""
    if counts[name] != counts[slip]:
        return counts[name] > counts[slip]
    return len(near[name]) == 1 and name > slip


def _neighbours(names: Iterable[str]) -> set[tuple[str, str]]:
    """Return the pairs that share a given name or a surname and the other's initial."""
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name in names:
        words = name.split()
        groups["given " + words[0], words[-1][0]].append(name)
        groups["surname " + words[-1], words[0][0]].append(name)
    return {x for group in groups.values() for x in combinations(sorted(group), 2)}


def is_slip_of(one: str, two: str) -> bool:
    """Return whether one full name is the other but for a letter.

    In a given name a letter may make another name, so there it must be one written
    twice or once, or two that changed places.

    >>> is_slip_of("ada penrse", "ada penrose"), is_slip_of("alan holt", "allan holt")
    (True, True)
    >>> is_slip_of("joan penrose", "john penrose"), is_slip_of("ada lee", "ada lea")
    (False, False)
    """
    words, others = one.split(), two.split()
    if len(words) != len(others):
        return False
    found = [x for x in range(len(words)) if words[x] != others[x]]
    if len(found) != 1:
        return False
    place = found[0]
    slip, right = words[place], others[place]
    if slip[0] != right[0] or OSA.distance(slip, right, score_cutoff=1) != 1:
        return False
    shorter = min(len(slip), len(right))
    if place == len(words) - 1:
        return shorter >= _SURNAME
    return shorter >= _LONG or (shorter >= _GIVEN and _is_same_letters(slip, right))


def _is_same_letters(one: str, two: str) -> bool:
    """Return whether only the order of two letters or a doubling parts two words."""
    if len(one) == len(two):
        return sorted(one) == sorted(two)
    return _undouble(one) == _undouble(two)


def _undouble(word: str) -> str:
    return "".join(x for n, x in enumerate(word) if not n or x != word[n - 1])
