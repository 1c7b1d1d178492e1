"""Describes the runs that numbers make where items may begin: 1, 2, 3 or a), b), c).

What holds of the others of a run holds of one of its numbers: a list of tasks, of
names or of short points is seen by the whole of it sooner than by one entry.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from minutebook.segment.candidates import Candidate

_FARTHEST = 2  # how far numbers of one run are apart: one may be left out
_SHARES = (0.01, 0.5, 0.99)
_SIZES = (1, 2, 3, 5, 8, 15)
_LENGTHS = (60, 150, 300, 600, 1500)


class Entry(NamedTuple):
    """A place where an item may begin, and what the text up to the next one is like."""

    heading: Candidate
    taken: bool  # by the rules
    length: int  # characters of its text
    decides: bool  # words of deciding stand in it


def read_runs(entries: Sequence[Entry]) -> list[tuple[str, ...]]:
    """Return what each place shows by the run that its number stands in."""
    found: list[tuple[str, ...]] = [()] * len(entries)
    taken = [i for i, x in enumerate(entries) if x.taken]
    for run in _find_runs(entries):
        owner = bisect_left(taken, run[0]) - 1
        above = taken[owner] if owner >= 0 else None
        begins = tuple(_beginning(entries, run, above))
        for at in run:
            others = [entries[i] for i in run if i != at]
            found[at] = (*begins, *_others(others))
    return found


def _find_runs(entries: Sequence[Entry]) -> list[list[int]]:
    """Return the runs of numbers of one scheme, each by the places of its members."""
    runs: list[list[int]] = []
    last: dict[str, list[int]] = {}
    for at, x in enumerate(entries):
        number = x.heading.number
        if number is None:
            continue
        kind = number.scheme
        kind = kind[:3] if kind.startswith(("dec", "sub")) else kind
        run = last.get(kind)
        before = entries[run[-1]].heading.number if run else None
        alike = before is not None and before.scheme == number.scheme
        if run and before and alike and 0 < number.value - before.value <= _FARTHEST:
            run.append(at)
            continue
        last[kind] = [at]
        runs.append(last[kind])
    return runs


def _beginning(
    entries: Sequence[Entry], run: list[int], above: int | None
) -> Iterator[str]:
    """Yield how long a run is, how it begins, and what the rules took above it."""
    first = entries[run[0]].heading.number
    assert first is not None
    yield f"run-{bisect_right(_SIZES, len(run))}"
    yield "run-from-1" if first.value == 1 else "run-from-other"
    if above is None:
        return
    owner = entries[above].heading.number
    yield "run-under-number" if owner else "run-under-plain"
    if run[0] - above == 1:
        yield "run-right-under"
    if owner and first.scheme == f"dec:{owner.text}":
        yield "run-part"
    if owner and first.scheme == owner.scheme:
        yield "run-same-scheme"


def _others(others: Sequence[Entry]) -> Iterator[str]:
    """Yield what the others of a run are like."""
    if not others:
        return
    size = len(others)
    shares = (
        ("taken", sum(x.taken for x in others)),
        ("alone", sum(x.heading.alone for x in others)),
        ("told", sum(x.heading.told for x in others)),
        ("decides", sum(x.decides for x in others)),
    )
    for name, count in shares:
        yield f"run-{name}-{bisect_right(_SHARES, count / size)}"
    middle = sorted(x.length for x in others)[size // 2]
    yield f"run-text-{bisect_right(_LENGTHS, middle)}"
