"""Hostile text costs linear time: every compiled pattern, and the stages as a whole."""

from __future__ import annotations

import importlib
import pkgutil
import re
import signal
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

import minutebook

SMALL, LARGE = 4_000, 16_000
QUICK = 0.02  # seconds: what takes less than this for SMALL is no power of it
PATIENCE = 0.6  # seconds: what takes longer than this for SMALL is no line of it
RATIO = 9  # four times the text may take four times as long, never sixteen times
TRIES = 3  # another program can slow any one run, on shared machines, but not all

STAGES = ("grammar", "recognise", "segment", "preamble", "assemble", "load", "resolve")
UNITS = (
    " ", "\n", "\t", ".", ",", "-", "_", "0", "1 ", "1.", "1,", "12:", "£1 ", "a", "A",
    "a ", "A ", "A. ", "Aa ", "Aa, ", "Mr Aa ", "and ", "May ", "2016-", "a@", "(A) ",
    "Aa\n", " \n", "a\t", ": ",
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


class TooSlow(Exception):
    """The run took longer than anybody would wait."""


def stop(*_: object) -> None:
    """Break off what runs."""
    raise TooSlow


def cost(run: Callable[[str], object], text: str, patience: float) -> float:
    """Return the seconds of CPU that a run takes, infinite where it takes too long."""
    start = time.process_time()
    signal.setitimer(signal.ITIMER_VIRTUAL, patience)
    try:
        run(text)
    except TooSlow:
        return float("inf")
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return time.process_time() - start


def is_linear(run: Callable[[str], object], unit: str) -> bool:
    """Return whether four times the text costs about four times the time."""
    small, large = (unit * SMALL)[:SMALL], (unit * LARGE)[:LARGE]
    for _ in range(TRIES):
        first = cost(run, small, PATIENCE)
        if first < QUICK:
            return True
        if first < PATIENCE and cost(run, large, RATIO * first) < RATIO * first:
            return True
    return False


PATTERNS = every_pattern()


def test_there_are_patterns() -> None:
    assert len(PATTERNS) > 50


@pytest.mark.parametrize("name", PATTERNS)
def test_pattern_is_linear(name: str) -> None:
    signal.signal(signal.SIGVTALRM, stop)
    pattern = PATTERNS[name]

    def run(text: str) -> int:
        return sum(1 for _ in pattern.finditer(text))

    slow = next((unit for unit in UNITS if not is_linear(run, unit)), None)
    assert slow is None, f"{pattern.pattern!r} is slow on a run of {slow!r}"
