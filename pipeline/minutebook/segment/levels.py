"""Tells how deep each item stands: which of them are parts of others."""

from __future__ import annotations

from minutebook.segment.candidates import Candidate
from minutebook.segment.chains import follows

_LEAST_OUTER = 3  # letters of which each may hold numbered items


def find_levels(chosen: list[Candidate], nested: frozenset[int]) -> list[int]:
    """Return how deep each item is: numbers that start again stand under the last."""
    open_numbers: list[int] = []  # the last number at each depth
    values = [x.number.value if x.number else 0 for x in chosen]
    depths = [x.number.depth for x in chosen if x.number and x.start not in nested]
    above = min(depths, default=1) - 1  # 17.03.2 is level 1 where all are so
    outer = _outer_letters(chosen, nested)
    levels = []
    for i, x in enumerate(chosen):
        if x.number is None or x.number.scheme == outer:
            levels.append(1)
        elif (
            (outer and x.number.scheme == "int")
            or x.start in nested
            or _fills(chosen[i - 1 : i + 2], nested)
        ):
            levels.append(2)
        elif x.number.scheme.startswith("sub:"):
            under = bool(open_numbers) and x.number.scheme == f"sub:{open_numbers[0]}"
            levels.append(2 if under else 1)
        elif x.number.scheme != "int":
            levels.append(x.number.depth - above)
        else:
            value = x.number.value
            if value == 1 and _began_late(values[:i], values[i + 1 :]):
                open_numbers.clear()
            levels.append(_place(open_numbers, value, values[i + 1 :]))
    return levels


def _outer_letters(chosen: list[Candidate], nested: frozenset[int]) -> str:
    """Return the scheme of the letters or Roman numbers that hold all others, if any.

    "A. OLD BUSINESS", "1. Roads", "2. Truck", "B. NEW BUSINESS", "3. Minutes".
    """
    schemes = [x.number.scheme for x in chosen if x.number and x.start not in nested]
    first = schemes[0] if schemes else ""
    lettered = first.startswith(("upper-", "lower-"))
    return first if lettered and schemes.count(first) >= _LEAST_OUTER else ""


def _fills(near: list[Candidate], nested: frozenset[int]) -> bool:
    """Say whether a number counts on between two parts of an item."""
    if len(near) < 3 or not {near[0].start, near[2].start} <= nested:
        return False
    schemes = {x.number.scheme if x.number else "" for x in near}
    return len(schemes) == 1 and follows(near[0], near[1]) and follows(near[1], near[2])


def _began_late(before: list[int], following: list[int]) -> bool:
    """Say whether items were taken first that come later: 12, 13, 1 ... 11, 14."""
    first = next((x for x in before if x), 1)
    anew = first > 1 and 1 not in before and first - 1 in following
    return anew and max(before) + 1 in following


def _place(open_numbers: list[int], value: int, following: list[int]) -> int:
    """Return the depth at which a number goes on counting; updates what is open.

    Where it could go on at two depths (4 after 3, of which a 3 is part), it is the
    outer one's, unless that one's comes yet.
    """
    depths = [
        depth
        for depth in range(len(open_numbers), 0, -1)
        if value == open_numbers[depth - 1] + 1
    ]
    if depths:
        depth = depths[0] if _comes_yet(value, following) else depths[-1]
        del open_numbers[depth:]
        open_numbers[depth - 1] = value
        return depth
    if value == 1 and open_numbers:
        open_numbers.append(value)
        return len(open_numbers)
    del open_numbers[1:]
    open_numbers[:1] = [value]
    return 1


def _comes_yet(value: int, following: list[int]) -> bool:
    """Say whether a number comes again before a list starts anew at 1."""
    for number in following:
        if number in (1, value):
            return number == value
    return False
