"""What a worker process does: read a file, extract, make rows, within its limits."""

from __future__ import annotations

import contextlib
import os
import pickle
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import Connection
from typing import Any

from minutebook.errors import MinutebookError
from minutebook.load import Input, ReadOptions
from minutebook.store import Rows, StoredText, prepare

try:
    import resource
except ImportError:  # pragma: no cover - not on Windows
    resource = None  # type: ignore[assignment]

_MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may cost: seconds by the clock, megabytes of memory."""

    seconds: float = 120.0
    megabytes: int = 1024


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a file could not be loaded."""

    stage: str
    reason: str
    error: str
    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Spent:
    """What a worker took: its peak so far, and what programs it called took since."""

    megabytes: int = 0
    helper_seconds: float = 0.0  # of processor time: tesseract for most of it


Outcome = Rows | Failure
Task = Input | StoredText
Work = Callable[[Any, ReadOptions, Callable[[], None] | None], Outcome]


def extract_rows(
    task: Task, options: ReadOptions, after_reading: Callable[[], None] | None = None
) -> Outcome:
    """Return the rows of one file, or of a text read before, or why there are none."""
    from minutebook.attempt import attempt, stage_of

    try:
        source = task.unpack() if isinstance(task, StoredText) else task
        return prepare(attempt(source, options, after_reading))
    except MinutebookError as error:
        stage = getattr(error, "stage", "store")
        cause = getattr(error, "cause", type(error).__name__)
        return Failure(stage, str(error), cause)
    except MemoryError as error:
        return Failure(stage_of(error), "It needs too much memory.", "MemoryError")


def serve(
    connection: Connection, options: ReadOptions, limits: Limits, work: Work
) -> None:
    """Answer tasks until the other end closes.

    Each answer is (sequence number, pickled outcome, what it took); before it comes
    (sequence number, None, None) once the file is read.
    """
    with contextlib.suppress(OSError):
        os.setsid()  # a group of its own, so that its children die with it
    _quieten()
    base = _address_space()
    with contextlib.suppress(EOFError, OSError, KeyboardInterrupt):
        while True:
            sequence, task = connection.recv()
            _limit(limits, base)
            read = partial(connection.send, (sequence, None, None))
            before = _helper_seconds()
            outcome = work(task, options, read)
            _unlimit()
            answer = pickle.dumps(outcome, protocol=pickle.HIGHEST_PROTOCOL)
            spent = Spent(_peak(), _helper_seconds() - before)
            connection.send((sequence, answer, spent))


def _quieten() -> None:
    """Send what libraries print to nowhere: the terminal belongs to the load."""
    null = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(null, descriptor)
    sys.stdin = open(os.devnull)  # noqa: SIM115 - stays open for the process


def _limit(limits: Limits, base: int) -> None:
    if resource is None:
        return
    usage = resource.getrusage(resource.RUSAGE_SELF)
    used = usage.ru_utime + usage.ru_stime
    _set(resource.RLIMIT_CPU, int(used + limits.seconds) + 5)
    if base:
        _set(resource.RLIMIT_AS, base + limits.megabytes * _MEGABYTE)


def _unlimit() -> None:
    if resource is not None:
        _set(resource.RLIMIT_AS, resource.RLIM_INFINITY)


def _set(kind: int, soft: int) -> None:
    with contextlib.suppress(ValueError, OSError):
        hard = resource.getrlimit(kind)[1]
        limit = soft if hard == resource.RLIM_INFINITY else min(soft, hard)
        resource.setrlimit(kind, (limit, hard))


def _address_space() -> int:
    """Return the bytes of address space in use; 0 where the system does not tell."""
    try:
        with open("/proc/self/statm") as file:
            return int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError):
        return 0


def _peak() -> int:
    if resource is None:
        return 0
    peak: Any = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return int(peak) // (_MEGABYTE if sys.platform == "darwin" else 1024)


def _helper_seconds() -> float:
    """Return the processor time of the programs that this process called."""
    if resource is None:
        return 0.0
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime
