"""Runs the same extraction on a Dask cluster; the one writer stays here.

The workers must see the files under the same paths. Each keeps a process of its own
for reading, as a load on one machine does: a file that hangs, crashes or swells costs
that file and no worker. Only so many documents are on their way at once, so that a
slow writer holds the cluster back rather than filling memory.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import threading
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, Generic, TypeVar

from minutebook.bulk.pool import Answer, Pool
from minutebook.bulk.worker import Failure, Limits, Spent, Task, Work, extract_rows
from minutebook.errors import MinutebookError
from minutebook.load import ReadOptions

Tag = TypeVar("Tag")
Outcome = tuple[bytes | Failure, Spent]

_BATCH = 8  # documents of one task of the cluster
_AHEAD = 2  # batches for each thread of the cluster
_PAUSE = 0.5  # seconds between two looks at the cluster

_kept = threading.local()


class ClusterError(MinutebookError):
    """The cluster could not be used."""


def extract_batch(
    tasks: list[Task], options: ReadOptions, limits: Limits, work: Work
) -> list[Outcome]:
    """Return what came of some files; runs in a worker of the cluster."""
    # A worker of Dask is a daemon, which may start no process unless it is told that
    # it is none. What it starts ends with it: the pipe between them closes.
    multiprocessing.current_process()._config["daemon"] = False  # type: ignore[attr-defined]
    key = (options, limits, work)
    if getattr(_kept, "key", None) != key:
        if hasattr(_kept, "pool"):
            _kept.pool.close()
        _kept.pool, _kept.key = Pool(1, options, limits, work), key
    return [_one(_kept.pool, x) for x in tasks]


def _one(pool: Pool[Any], task: Task) -> Outcome:
    before = pool.helper_seconds
    outcome = pool.one(task)
    return outcome, Spent(pool.peak, pool.helper_seconds - before)


@dataclass(slots=True)
class _Batch(Generic[Tag]):
    entries: list[tuple[Tag, Task | None]]
    future: Any = None

    def tasks(self) -> list[Task]:
        return [x for _, x in self.entries if x is not None]


class Cluster(Generic[Tag]):
    """Runs tasks on a Dask cluster and hands their answers back in order."""

    def __init__(
        self,
        address: str | None,
        options: ReadOptions,
        limits: Limits,
        work: Work = extract_rows,
    ) -> None:
        self._client = _connect(address)
        self._given = (options, limits, work)
        threads = sum(self._client.nthreads().values())
        self._most = max(2, _AHEAD * threads)
        self.peak = 0
        self.helper_seconds = 0.0

    def run(
        self, tasks: Iterator[tuple[Tag, Task | None]]
    ) -> Iterator[Answer[Tag] | None]:
        """Yield an answer for each task, in their order; None while there is none."""
        waiting: deque[_Batch[Tag]] = deque()
        more = True
        while more or waiting:
            while more and len(waiting) < self._most:
                entries = list(islice(tasks, _BATCH))
                more = len(entries) == _BATCH
                waiting.append(self._send(_Batch(entries)))
            yield from self._answers(waiting.popleft())

    def _send(self, batch: _Batch[Tag]) -> _Batch[Tag]:
        if tasks := batch.tasks():
            batch.future = self._client.submit(
                extract_batch, tasks, *self._given, pure=False
            )
        return batch

    def _answers(self, batch: _Batch[Tag]) -> Iterator[Answer[Tag] | None]:
        outcomes: Iterator[Outcome] = iter(())
        if batch.future is not None:
            while not batch.future.done():
                yield None
                self._wait(batch.future)
            outcomes = iter(self._outcomes(batch))
        for tag, task in batch.entries:
            if task is None:
                yield Answer(tag, None)
                continue
            outcome, spent = next(outcomes)
            self.peak = max(self.peak, spent.megabytes)
            self.helper_seconds += spent.helper_seconds
            yield Answer(tag, outcome)

    def _wait(self, future: Any) -> None:
        with contextlib.suppress(TimeoutError):
            future.exception(timeout=_PAUSE)

    def _outcomes(self, batch: _Batch[Tag]) -> list[Outcome]:
        """Return a batch's outcomes; where its worker was lost, one file at a time."""
        tasks = batch.tasks()
        if batch.future.status == "finished":
            return list(batch.future.result())
        found: list[Outcome] = []
        for task in tasks:
            again = self._client.submit(extract_batch, [task], *self._given, pure=False)
            error = again.exception()
            if error is None:
                found += again.result()
            else:
                reason = f"The cluster lost it: {type(error).__name__}."
                found.append((Failure("load", reason, "Crashed"), Spent()))
        return found

    def close(self) -> None:
        """Leave the cluster as it was."""
        self._client.close()


def _connect(address: str | None) -> Any:
    if not address:
        raise ClusterError("--scheduler says where it is, as tcp://HOST:8786.")
    try:
        from distributed import Client
    except ImportError as error:
        raise ClusterError("It needs Dask: pip install minutebook[dask]") from error
    try:
        connect: Any = Client
        return connect(address, timeout=20, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ClusterError(f"{address}: {error}") from error
