"""What the commands that count weights from documents with gold have in common."""

from __future__ import annotations

import argparse
import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol, TypeVar

from minutebook.assets import models_dir


class Command(NamedTuple):
    """Which folders a command reads, and where its table goes."""

    pairs: list[tuple[Path, Path]]  # documents, and the gold for them
    output: Path
    onto: Path | None = None  # the table that the counting goes on from


def read_command(program: str, table: str, goes_on: bool = False) -> Command:
    """Return what the command line asks of a program that writes a table.

    A program that goes on from a table takes the option `--onto`. A folder without its
    twin raises ValueError.
    """
    parser = argparse.ArgumentParser(prog=f"python -m minutebook.{program}")
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--output", type=Path, default=None)
    if goes_on:
        parser.add_argument("--onto", type=Path, help="a table of an earlier counting")
    options = parser.parse_args()
    pairs = zip(options.folders[::2], options.folders[1::2], strict=True)
    output = options.output or models_dir() / table
    return Command(list(pairs), output, getattr(options, "onto", None))


def small_words(text: str) -> Iterator[str]:
    """Yield the words that a document writes in small letters.

    >>> list(small_words("Ada’s son (who came) left."))
    ['son', 'who', 'came', 'left']
    """
    for word in text.split():
        if word.islower():
            yield word.strip(".,;:()").replace("’", "'")


class _OfBody(Protocol):
    """What was read from the minutes of one body."""

    @property
    def body(self) -> str: ...


_Read = TypeVar("_Read", bound=_OfBody)


def group_bodies(read: Iterable[_OfBody], groups: int) -> Iterator[set[str]]:
    """Yield the bodies in so many groups, each to be judged by the others."""
    bodies = sorted({x.body for x in read})
    for first in range(groups):
        yield {*bodies[first::groups]}


def set_apart(
    read: Sequence[_Read], groups: int
) -> Iterator[tuple[list[_Read], list[_Read]]]:
    """Yield the minutes of some bodies, and those of all others, till each had a turn.

    A body's name alone says in which group it is.
    """
    group_of = [zlib.crc32(x.body.encode()) % groups for x in read]
    for group in sorted({*group_of}):
        mine = [x for x, at in zip(read, group_of, strict=True) if at == group]
        others = [x for x, at in zip(read, group_of, strict=True) if at != group]
        yield mine, others
