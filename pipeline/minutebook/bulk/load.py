"""The load loop: files in, rows out, a report at the end."""

from __future__ import annotations

import json
import os
import pickle
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from minutebook import __version__
from minutebook.bulk.cluster import Cluster
from minutebook.bulk.ledger import File, Ledger, what_it_is
from minutebook.bulk.lock import only_load
from minutebook.bulk.pool import Answer, Pool
from minutebook.bulk.report import Recognised, Report
from minutebook.bulk.worker import Failure, Limits, Task, Work, extract_rows
from minutebook.errors import StoreError
from minutebook.load import ReadOptions, expand
from minutebook.load.notes import PART_SCANNED
from minutebook.resolve import Resolver
from minutebook.store import Rows, Writer, open_database

_BATCH = 200  # documents between two updates of the full-text tables
_BATCH_SECONDS = 5.0
_WAIT = 600.0  # seconds that a load waits for another one

Progress = Callable[[File, str], None]


@dataclass(frozen=True, slots=True)
class LoadOptions:
    """How to load."""

    workers: int = field(default_factory=lambda: os.cpu_count() or 1)
    council: str | None = None
    force: bool = False
    since_last: bool = False  # leave what is as it was alone, whatever else changed
    prune: bool = False
    wait: float = _WAIT
    scheduler: str | None = None  # of a Dask cluster; None: processes of this machine
    read: ReadOptions = field(default_factory=ReadOptions)
    limits: Limits = field(default_factory=Limits)

    def signature(self) -> dict[str, Any]:
        """Return what, when changed, makes a load read its files again."""
        return {
            "council": self.council,
            "ocr": self.read.ocr,
            "seconds": self.limits.seconds,
            "megabytes": self.limits.megabytes,
        }


def load(
    paths: list[Path],
    database: Path,
    options: LoadOptions,
    *,
    progress: Progress = lambda file, status: None,
    say: Callable[[str], None] = lambda message: None,
    work: Work = extract_rows,
) -> Report:
    """Load files and folders into a database; return what became of every file.

    `work` is what a worker does with a file.

    Raises a StoreError when the database cannot be written.
    """
    if database.is_dir():
        raise StoreError(f"{database}: is a folder")
    with only_load(database, wait=options.wait, say=say):
        db = open_database(database)
        try:
            writer = Writer(db, Resolver(options.council))
            return _Load(writer, paths, options).run(progress, work)
        finally:
            db.close()


class _Load:
    """One load on its way."""

    def __init__(self, writer: Writer, paths: list[Path], options: LoadOptions) -> None:
        self._writer = writer
        self._conn = writer.conn
        self._paths = paths
        self._options = options
        self._report = Report()
        self._recognised = Recognised()
        self._seen: set[str] = set()
        self._closed: set[str] = set()  # what could not be looked into
        self._begun = time.monotonic()
        self._flushed = self._begun
        self._dirty = 0

    def run(self, progress: Progress, work: Work) -> Report:
        """Load everything and return the report."""
        self._open_row()
        ledger = Ledger(
            self._writer,
            self._report.load_id,
            self._options.signature(),
            force=self._options.force,
            since_last=self._options.since_last,
        )
        pool = self._make_pool(work)
        status = "failed"
        try:
            for answer in pool.run(self._tasks(ledger)):
                if answer is not None:
                    self._writer.begin()
                    self._take(ledger, answer, progress)
                self._commit_if_due()
            self._writer.commit()
            if self._options.prune:
                self._report.pruned = ledger.prune(
                    self._paths, self._seen, self._closed
                )
            status = "finished"
        except KeyboardInterrupt:
            self._writer.commit()
            status = "interrupted"
            self._report.interrupted = True
        finally:
            self._writer.roll_back()
            pool.close()
            self._report.peak_megabytes = pool.peak
            self._sum_up_ocr(pool.helper_seconds)
            self._close_row(status)
        return self._report

    def _make_pool(self, work: Work) -> Pool[File] | Cluster[File]:
        options = self._options
        if options.scheduler is None:
            return Pool(options.workers, options.read, options.limits, work)
        return Cluster(options.scheduler, options.read, options.limits, work)

    def _tasks(self, ledger: Ledger) -> Iterator[tuple[File, Task | None]]:
        for input_ in expand(self._paths):
            file = ledger.look_up(input_)
            if self._options.prune:
                self._seen.add(file.location)
                if input_.problem is not None:
                    self._closed.add(file.location)
            yield file, None if file.status else ledger.task(file)

    def _take(self, ledger: Ledger, answer: Answer[File], progress: Progress) -> None:
        file = answer.tag
        outcome: Rows | Failure | None
        if isinstance(answer.outcome, bytes):
            outcome = pickle.loads(answer.outcome)
        else:
            outcome = answer.outcome
        status = self._settle(ledger, file, outcome)
        words = 0
        if isinstance(outcome, Rows):
            words = outcome.document["words"]
            self._recognised.add(outcome)
            self._report.part_scanned += PART_SCANNED in outcome.document["notes"]
        self._report.add(status, words)
        self._report.extracted += file.again and isinstance(outcome, Rows)
        self._dirty += isinstance(outcome, Rows)
        progress(file, status)

    def _settle(
        self, ledger: Ledger, file: File, outcome: Rows | Failure | None
    ) -> str:
        status = ledger.settle(file, outcome)
        failure = outcome if isinstance(outcome, Failure) else file.failure
        if failure:
            if status == "skipped":
                kind = what_it_is(failure)
                self._report.skipped[kind] = self._report.skipped.get(kind, 0) + 1
            else:
                self._report.failed_before += self._is_known(file)
                self._report.failures.append(
                    {
                        "path": file.input.path,
                        "stage": failure.stage,
                        "reason": failure.reason,
                    }
                )
        return status

    def _is_known(self, file: File) -> bool:
        """Return whether a failure is that of an earlier load, not tried again."""
        found_anew = file.input.problem is not None and not file.before
        tried = file.status is None or found_anew
        return self._options.since_last and not tried

    def _sum_up_ocr(self, seconds: float) -> None:
        report, found = self._report, self._recognised
        report.ocr_pages, report.ocr_confidence = found.pages, found.confidence
        report.ocr_seconds = round(seconds, 1) if found.pages else 0.0

    def _commit_if_due(self) -> None:
        """Commit what has waited long enough, so that readers see it soon."""
        now = time.monotonic()
        late = self._dirty and now - self._flushed > _BATCH_SECONDS
        if self._dirty >= _BATCH or late:
            self._writer.commit()
            self._writer.flush()
            self._dirty = 0
            self._flushed = now
        elif self._writer.is_due():
            self._writer.commit()

    def _open_row(self) -> None:
        with self._writer.transaction():
            self._conn.execute(
                "UPDATE loads SET status = 'interrupted' WHERE status = 'running'"
            )
            cursor = self._conn.execute(
                "INSERT INTO loads (started_at, status, version, paths, options)"
                " VALUES (?, 'running', ?, ?, ?)",
                [
                    self._writer.now(),
                    __version__,
                    json.dumps([_shown(x) for x in self._paths]),
                    json.dumps(self._options.signature()),
                ],
            )
            self._report.load_id = int(cursor.lastrowid or 0)
        self._writer.set_load(self._report.load_id)

    def _close_row(self, status: str) -> None:
        report = self._report
        if status == "finished":
            self._writer.finish()
        report.seconds = round(time.monotonic() - self._begun, 3)
        with self._writer.transaction():
            values = {
                "finished_at": self._writer.now(),
                "status": status,
                "files": report.files,
                **{k.replace("-", "_"): v for k, v in report.counts.items()},
                "extracted": report.extracted,
                "pruned": report.pruned,
                "words": report.words,
                "seconds": report.seconds,
                "ocr_pages": report.ocr_pages,
                "ocr_seconds": report.ocr_seconds,
                "ocr_confidence": report.ocr_confidence,
            }
            columns = ", ".join(f"{x} = ?" for x in values)
            self._conn.execute(
                f"UPDATE loads SET {columns} WHERE id = ?",
                [*values.values(), report.load_id],
            )


def _shown(path: Path) -> str:
    return path.as_posix().encode("utf-8", "backslashreplace").decode()
