"""Keeps worker processes busy and alive, and hands their answers back in order."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from typing import Any, Generic, TypeVar

from minutebook.bulk.worker import Failure, Limits, Task, Work, extract_rows, serve
from minutebook.load import ReadOptions

Tag = TypeVar("Tag")

_AHEAD = 2  # tasks that a worker has at hand, so that it never waits for the writer
_WINDOW = 512  # answers that may wait for an earlier one
_WINDOW_BYTES = 64 * 1024 * 1024
_DOCUMENTS = 2000  # a worker is replaced after so many
_PAUSE = 0.5  # seconds that the caller may be kept waiting without a sign
_PRELOADED = [
    "minutebook.bulk.worker",
    "minutebook.attempt",
    *(f"minutebook.load.{x}" for x in ("pdf", "docx", "odt", "html", "plain")),
]
_SWOLLEN = 0.75  # or when it has grown to this part of its memory limit


@dataclass(frozen=True, slots=True)
class Answer(Generic[Tag]):
    """What came of a task: pickled rows or a failure, or None where none was due."""

    tag: Tag
    outcome: bytes | Failure | None
    seconds: float = 0.0


@dataclass(slots=True)
class _Worker:
    process: Any
    connection: Connection
    tasks: deque[tuple[int, Task]] = field(default_factory=deque)
    since: float = 0.0
    stage: str = "load"
    answered: int = 0
    retiring: bool = False


def make_context() -> BaseContext:
    """Return how processes are started: never as a copy of this one, which may hold
    locks and a database."""
    methods = multiprocessing.get_all_start_methods()
    if "forkserver" not in methods:
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(_PRELOADED)
    return context


def _start_server(context: BaseContext) -> None:
    """Start what workers come from, deaf to Ctrl-C, and so are they: the load hears it.

    It would end them with a traceback on the terminal while they still begin.
    """
    if context.get_start_method() != "forkserver":
        return
    from multiprocessing import forkserver, resource_tracker

    resource_tracker.ensure_running()  # it lets signals through again as it starts
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class Pool(Generic[Tag]):
    """Runs tasks in worker processes; a lost worker costs the one task that it had."""

    def __init__(
        self,
        workers: int,
        options: ReadOptions,
        limits: Limits,
        work: Work = extract_rows,
    ) -> None:
        self._context = make_context()
        self._count = max(1, workers)
        self._options = options
        self._limits = limits
        self._work = work
        self._workers: list[_Worker] = []
        self._tags: dict[int, Tag] = {}
        self._done: dict[int, Answer[Tag]] = {}
        self._bytes = 0
        self.peak = 0  # megabytes, of the largest worker
        self.helper_seconds = 0.0  # of processor time, of programs that workers called

    def run(
        self, tasks: Iterator[tuple[Tag, Task | None]]
    ) -> Iterator[Answer[Tag] | None]:
        """Yield an answer for each task, in their order. None asks for no work.

        None is yielded where there is nothing to do but wait.
        """
        try:
            yield from self._run(tasks)
        finally:
            self.close()

    def one(self, task: Task, tag: Any = None) -> bytes | Failure:
        """Return the answer to one task; the worker stays for the next."""
        self._tags[0] = tag
        self._send(self._choose(), 0, task)
        while 0 not in self._done:
            self._collect(block=True)
        outcome = self._done.pop(0).outcome
        assert outcome is not None
        return outcome

    def _run(
        self, tasks: Iterator[tuple[Tag, Task | None]]
    ) -> Iterator[Answer[Tag] | None]:
        following = written = 0
        more = True
        while more or self._tags or self._done:
            while more and self._has_room(following - written):
                more, following = self._feed(tasks, following)
                if written in self._done:
                    break
            while written in self._done:
                answer = self._done.pop(written)
                if isinstance(answer.outcome, bytes):
                    self._bytes -= len(answer.outcome)
                written += 1
                yield answer
            if self._tags:
                wait_ = not (more and self._has_room(following - written))
                self._collect(block=wait_)
                yield None

    def _has_room(self, ahead: int) -> bool:
        """Return whether another task may be handed out."""
        if ahead >= _WINDOW or self._bytes >= _WINDOW_BYTES:
            return False
        usable = [x for x in self._workers if not x.retiring]
        return len(usable) < self._count or any(len(x.tasks) < _AHEAD for x in usable)

    def _feed(
        self, tasks: Iterator[tuple[Tag, Task | None]], sequence: int
    ) -> tuple[bool, int]:
        """Hand out the next task; return whether there was one, and the next number."""
        try:
            tag, work = next(tasks)
        except StopIteration:
            return False, sequence
        if work is None:
            self._done[sequence] = Answer(tag, None)
        else:
            self._tags[sequence] = tag
            self._send(self._choose(), sequence, work)
        return True, sequence + 1

    def _choose(self) -> _Worker:
        """Return the worker with least to do; a new one while there may be more."""
        usable = [x for x in self._workers if not x.retiring]
        idle = [x for x in usable if not x.tasks]
        if idle or len(usable) >= self._count:
            return idle[0] if idle else min(usable, key=lambda x: len(x.tasks))
        return self._start()

    def _start(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(  # type: ignore[attr-defined]
            target=serve,
            args=(theirs, self._options, self._limits, self._work),
            daemon=True,
        )
        _start_server(self._context)
        process.start()
        theirs.close()
        worker = _Worker(process, ours)
        self._workers.append(worker)
        return worker

    def _send(self, worker: _Worker, sequence: int, work: Task) -> None:
        if not worker.tasks:
            worker.since = time.monotonic()
        worker.tasks.append((sequence, work))
        with contextlib.suppress(OSError):  # a dead worker is found by `_collect`
            worker.connection.send((sequence, work))

    def _collect(self, *, block: bool) -> None:
        """Take what workers answered; replace those that died or went over time."""
        busy = [x for x in self._workers if x.tasks]
        timeout = 0.0
        if block and busy:
            now = time.monotonic()
            due = min(x.since for x in busy) + self._limits.seconds - now
            timeout = max(0.0, min(due + 0.01, _PAUSE))
        ready = set(map(id, wait([x.connection for x in busy], timeout)))
        for worker in busy:
            if id(worker.connection) in ready:
                self._receive(worker)
        now = time.monotonic()
        for worker in [x for x in self._workers if x.tasks]:
            if now - worker.since > self._limits.seconds:
                limit = f"{self._limits.seconds:g} seconds"
                self._lose(worker, f"It took more than {limit}.", "TimeLimit")

    def _receive(self, worker: _Worker) -> None:
        try:
            while worker.tasks and worker.connection.poll():
                sequence, answer, spent = worker.connection.recv()
                if answer is None:
                    worker.stage = "extract"
                    continue
                self._answer(worker, sequence, answer)
                self.peak = max(self.peak, spent.megabytes)
                self.helper_seconds += spent.helper_seconds
                self._retire_if_worn(worker, spent.megabytes)
        except (EOFError, OSError):
            self._lose(worker, *_why_died(worker.process))

    def _answer(self, worker: _Worker, sequence: int, answer: bytes) -> None:
        now = time.monotonic()
        worker.tasks.popleft()
        self._done[sequence] = Answer(
            self._tags.pop(sequence), answer, now - worker.since
        )
        self._bytes += len(answer)
        worker.since = now
        worker.stage = "load"
        worker.answered += 1

    def _retire_if_worn(self, worker: _Worker, peak: int) -> None:
        worn = worker.answered >= _DOCUMENTS or peak > self._swollen(worker)
        if worn or worker.retiring:
            worker.retiring = True
            if not worker.tasks:
                self._stop(worker)

    def _swollen(self, worker: _Worker) -> float:
        return _SWOLLEN * self._limits.megabytes

    def _lose(self, worker: _Worker, reason: str, error: str) -> None:
        """Give up on a worker: its first task failed, the others go to another one."""
        self._stop(worker)
        sequence, _ = worker.tasks.popleft()
        seconds = time.monotonic() - worker.since
        failure = Failure(worker.stage, reason, error, round(seconds, 3))
        self._done[sequence] = Answer(self._tags.pop(sequence), failure, seconds)
        for again, work in worker.tasks:
            self._send(self._choose(), again, work)
        worker.tasks.clear()

    def _stop(self, worker: _Worker) -> None:
        self._workers.remove(worker)
        worker.connection.close()
        pid = worker.process.pid
        if worker.tasks and pid:
            _kill(pid)
        worker.process.join(5)
        if worker.process.is_alive() and pid:
            _kill(pid)
            worker.process.join()

    def close(self) -> None:
        """End every worker."""
        for worker in list(self._workers):
            self._stop(worker)
            worker.tasks.clear()


def _kill(pid: int) -> None:
    """End a worker and the programs that it started."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        if os.getpgid(pid) == pid:
            os.killpg(pid, signal.SIGKILL)
        else:
            os.kill(pid, signal.SIGKILL)


def _why_died(process: Any) -> tuple[str, str]:
    process.join(5)
    code = process.exitcode
    if code is not None and code < 0:
        if -code == signal.SIGXCPU:
            return "It took more than its share of processor time.", "TimeLimit"
        return f"Its reader was stopped by {signal.Signals(-code).name}.", "Crashed"
    return f"Its reader ended with code {code}.", "Crashed"
