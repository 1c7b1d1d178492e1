"""Hostile text costs linear time: every compiled pattern, and the stages as a whole."""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

import minutebook

SMALL, LARGE = 5_000, 20_000
QUICK = 0.01  # seconds: what takes less than this for SMALL can be no power of it
RATIO = 9  # four times the text may take four times as long, never sixteen times

STAGES = ("grammar", "recognise", "segment", "preamble", "assemble", "load", "resolve")
UNITS = (
    " ", "\n", "\t", ".", ",", "-", "_", "'", "(", "0", "1 ", "1.", "1,", "12:", "£1 ",
    "a", "A", "a ", "A ", "A. ", "Aa ", "Aa, ", "Mr Aa ", "Cllr ", "and ", "of the ",
    "1 May ", "May ", "2016 ", "2016-", "a@", "a.b", "(A) ", "1\n", "Aa\n", " \n", "\n\n",
    "a\t", "  a", "A B", "AB", ": ", "X - ", "Council ", "Present: ", "the ", "one ",
)  # fmt: skip


def patterns_of(value: Any, depth: int = 0) -> Iterator[re.Pattern[str]]:
    """Yield the compiled patterns that a value is or holds."""
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value
    elif depth < 3:
        inner: Any = ()
        if isinstance(value, dict):
            inner = value.values()
        elif isinstance(value, (list, tuple, set, frozenset)):
            inner = value
        for x in inner:
            yield from patterns_of(x, depth + 1)


def every_pattern() -> dict[str, re.Pattern[str]]:
    """Return the patterns of all stages by the name of module and attribute."""
    found: dict[str, re.Pattern[str]] = {}
    seen: set[int] = set()
    for info in pkgutil.walk_packages(minutebook.__path__, "minutebook."):
        if info.name.split(".")[1] not in STAGES:
            continue
        module = importlib.import_module(info.name)
        for name, value in vars(module).items():
            for number, pattern in enumerate(patterns_of(value)):
                if id(pattern) not in seen:
                    seen.add(id(pattern))
                    found[f"{info.name[11:]}.{name}.{number}"] = pattern
    return found


def cost(run: Callable[[str], object], text: str) -> float:
    """Return the seconds of CPU that a run takes, the better of two."""
    best = float("inf")
    for _ in range(2):
        start = time.process_time()
        run(text)
        best = min(best, time.process_time() - start)
        if best < QUICK:
            break
    return best


def is_linear(run: Callable[[str], object], unit: str) -> bool:
    """Return whether four times the text costs about four times the time."""
    small = (unit * SMALL)[:SMALL]
    first = cost(run, small)
    if first < QUICK:
        return True
    return cost(run, (unit * LARGE)[:LARGE]) < RATIO * first


PATTERNS = every_pattern()


def test_there_are_patterns() -> None:
    assert len(PATTERNS) > 50


@pytest.mark.parametrize("name", PATTERNS)
def test_pattern_is_linear(name: str) -> None:
    pattern = PATTERNS[name]

    def run(text: str) -> int:
        return sum(1 for _ in pattern.finditer(text))

    slow = [unit for unit in UNITS if not is_linear(run, unit)]
    assert not slow, f"{pattern.pattern!r} is slow on runs of {slow!r}"
