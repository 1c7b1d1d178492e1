"""Hostile documents cost linear time: one endless line of this or that, many lines."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator

import pytest

from minutebook.load.reader import read_bytes
from minutebook.records import SourceDocument
from minutebook.runner import extract

SIZES = (4_000, 16_000, 64_000)  # characters
LONG = 200_000
RATIO = 9  # four times the text may take four times as long, never sixteen times
QUICK = 0.2  # seconds: what takes less is measured too badly to be compared
PATIENCE = 20  # seconds of the clock for one document
HEAD = "Minutes of the Thornbeck Parish Council\nPresent: Ada Penrose\n1. Paths\n"
UNITS = {
    "spaces": " ",
    "tabs": "\t",
    "capitals": "A",
    "small letters": "a",
    "digits": "7",
    "commas": ",",
    "stops": ". ",
    "numbers": "1. ",
    "rising numbers": "1. 2. 3. 4. 5. 6. 7. 8. 9. ",
    "letters": "(a) ",
    "titles": "Cllr ",
    "quotes": "“‘(",
    "names": "Ada Penrose ",
    "names in a list": "Ada Penrose, ",
    "promises": "Ada Penrose agreed to ",
    "motions": "moved by Ada Penrose, seconded by Tom Holt ",
    "resolutions": "RESOLVED that ",
    "decisions": "1. It was agreed. ",
    "apologies": "Apologies: ",
    "dates": "4 May 2024, ",
    "months": "May ",
    "money": "£1 ",
    "bodies": "Thornbeck Parish Council ",
    "closing": "the meeting closed at ",
}
LINES = {
    "empty lines": "\n",
    "marks": "AP\n",
    "short lines": "Cllr Ada Penrose moved.\n",
    "numbered lines": "1. Paths\n",
    "bulleted lines": "- the clerk to write\n",
    "labels": "Present:\n",
    "resolved": "RESOLVED:\n",
}


class TooSlow(Exception):
    """The run took longer than anybody would wait."""


def stop(*_: object) -> None:
    """Break off what runs."""
    raise TooSlow


@pytest.fixture(autouse=True)
def _bounded() -> Iterator[None]:
    signal.signal(signal.SIGALRM, stop)
    signal.alarm(4 * PATIENCE)
    yield
    signal.alarm(0)


def document(unit: str, size: int) -> SourceDocument:
    """Return minutes with so many characters of one kind in them."""
    text = f"{HEAD}{(unit * size)[:size]}\nThe meeting closed at 9 p.m.\n"
    return read_bytes("minutes.txt", text.encode())


def cost(source: SourceDocument) -> float:
    """Return the seconds of CPU that reading a document through takes, best of two."""
    return min(_once(source), _once(source))


def _once(source: SourceDocument) -> float:
    start = time.process_time()
    extract(source)
    return time.process_time() - start


@pytest.mark.parametrize("unit", [pytest.param(u, id=n) for n, u in UNITS.items()])
def test_one_endless_line_is_linear(unit: str) -> None:
    small, middle, large = (cost(document(unit, x)) for x in SIZES)
    assert middle < QUICK or middle < RATIO * max(small, QUICK / RATIO)
    assert large < QUICK or large < RATIO * max(middle, QUICK / RATIO)


@pytest.mark.parametrize("line", [pytest.param(x, id=n) for n, x in LINES.items()])
def test_many_short_lines_are_linear(line: str) -> None:
    few, many = (cost(document(line, len(line) * x)) for x in (500, 2_000))
    assert many < RATIO * max(few, QUICK / RATIO)


@pytest.mark.slow
@pytest.mark.parametrize("unit", [pytest.param(u, id=n) for n, u in UNITS.items()])
def test_an_endless_line_ends(unit: str) -> None:
    assert cost(document(unit, LONG)) < PATIENCE


@pytest.mark.slow
@pytest.mark.parametrize("line", [pytest.param(x, id=n) for n, x in LINES.items()])
def test_twenty_thousand_lines_end(line: str) -> None:
    assert cost(document(line, 20_000 * len(line))) < PATIENCE
