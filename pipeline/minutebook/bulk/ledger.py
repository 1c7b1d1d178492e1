"""Knows what became of every file, so that a load goes on where one stopped."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Any

from minutebook.bulk.worker import Failure, Task
from minutebook.errors import EmptyFile, MinutebookError, ReadError, UnknownType
from minutebook.load import Input
from minutebook.store import Rows, Writer, read_source
from minutebook.versions import reader_version, rules_version

# What may go better the next time although the file is the same.
_WORTH_ANOTHER_TRY = frozenset(("MissingProgram", "ReadError", "Crashed", "StoreError"))

# Names of documents: what bears one and cannot be read has failed.
_DOCUMENTS = frozenset(
    [
        ".pdf",
        ".docx",
        ".docm",
        ".doc",
        ".odt",
        ".rtf",
        ".htm",
        ".html",
        ".xhtml",
        ".md",
        ".markdown",
        ".txt",
    ]
)


@dataclass(frozen=True, slots=True)
class Stat:
    """What tells fast that a file has not changed."""

    size: int
    mtime_ns: int
    ctime_ns: int


@dataclass(frozen=True, slots=True)
class File:
    """One file, or member of an archive, on its way through a load.

    `status` is set where there is nothing to extract any more.
    """

    input: Input
    location: str
    stat: Stat | None
    document_id: int | None = None  # what was known of this location
    first: bool = True  # the document stands here first; others are its duplicates
    status: str | None = None
    failure: Failure | None = None
    again: bool = False  # to be extracted again from the stored text
    before: bool = False  # an archive that failed before and is what it was


@dataclass(frozen=True, slots=True)
class Known:
    """A row of `sources`."""

    stat: Stat | None
    sha256: str | None
    status: str
    document_id: int | None
    version: str
    options: str
    failure: Failure | None


class Ledger:
    """Reads and writes `sources`; every write shares the document's transaction."""

    def __init__(
        self,
        writer: Writer,
        load_id: int,
        options: dict[str, Any],
        *,
        force: bool,
        since_last: bool = False,
    ) -> None:
        self._writer = writer
        self._conn: sqlite3.Connection = writer.conn
        self._load_id = load_id
        self._given = options
        self._options = json.dumps(options, sort_keys=True)
        self._reader, self._rules = reader_version(), rules_version()
        self._version = f"{self._reader}/{self._rules}"
        self._force = force
        self._since_last = since_last

    # -- before extraction

    def look_up(self, input_: Input) -> File:
        """Return a file with what is known of it; with a status if that is enough."""
        location = locate(input_)
        stat = _stat(input_.file)
        known = self._known(location)
        document_id = known.document_id if known else None
        first = known is None or known.status != "duplicate"
        file = File(input_, location, stat, document_id, first)
        if input_.problem is not None:
            # What is not there or not allowed may be mended without the file changing.
            lasts = type(input_.problem) is not ReadError
            same = known is not None and known.failure and known.stat == stat
            return replace(_failed(file, input_.problem), before=bool(lasts and same))
        need = "read" if known is None or self._force else self._need(known)
        if known and need != "read" and _is_same_file(input_, stat, known):
            if need == "extract":
                return replace(file, again=True)
            return self._repeat(file, known)
        if stat and not input_.members and not self._force:
            return self._look_for_content(file, stat)
        return file

    def _known(self, location: str) -> Known | None:
        row = self._conn.execute(
            "SELECT size, mtime_ns, ctime_ns, sha256, status, document_id, version,"
            " options, stage, reason, error FROM sources WHERE location = ?",
            [location],
        ).fetchone()
        if row is None:
            return None
        stat = Stat(*row[:3]) if row[0] is not None else None
        failure = Failure(*row[8:11]) if row[8] else None
        return Known(stat, row[3], row[4], row[5], row[6], row[7], failure)

    def task(self, file: File) -> Task:
        """Return what a worker needs: the file, or its text where that is enough."""
        if file.again and file.document_id is not None:
            stored = read_source(self._conn, file.document_id)
            if stored is not None:
                return stored
        return file.input

    def _need(self, known: Known) -> str:
        """Return what the same content asks for: to "read", "extract" or "nothing"."""
        if self._since_last:
            return "nothing"
        reader, _, rules = known.version.partition("/")
        options = json.loads(known.options or "{}")
        failure = known.failure
        if reader != self._reader:
            return "read"
        if known.status == "skipped":
            return "nothing"
        if failure:
            later = failure.stage != "load" and rules != self._rules
            other = later or options != self._given
            return "read" if other or failure.error in _WORTH_ANOTHER_TRY else "nothing"
        if options.get("ocr") != self._given.get("ocr"):
            return "read"
        if known.status == "duplicate":
            return "nothing"
        same = rules == self._rules and options.get("council") == self._given["council"]
        return "nothing" if same else "extract"

    def _repeat(self, file: File, known: Known) -> File:
        keeps = known.status in ("duplicate", "skipped")
        status = "failed" if known.failure else "unchanged"
        return replace(
            file, status=known.status if keeps else status, failure=known.failure
        )

    def _look_for_content(self, file: File, stat: Stat) -> File:
        """Spare the extraction of a file whose content is stored already."""
        same_size = self._conn.execute(
            "SELECT 1 FROM documents WHERE bytes = ? LIMIT 1", [stat.size]
        ).fetchone()
        sha256 = _hash(file.input) if same_size else None
        row = self._conn.execute(
            "SELECT d.id FROM documents d JOIN sources s ON s.document_id = d.id"
            " WHERE d.sha256 = ? AND s.version = ? AND s.options = ?",
            [sha256, self._version, self._options],
        ).fetchone()
        if row is None:
            return file
        return replace(file, document_id=row[0], status="duplicate")

    # -- after extraction

    def settle(self, file: File, outcome: Rows | Failure | None) -> str:
        """Store what came of a file; return its status."""
        if file.status is not None:
            return self._settle_known(file)
        if isinstance(outcome, Failure):
            return self._settle_failure(file, outcome)
        assert outcome is not None
        with self._writer.transaction():
            same = self._is_same(file.document_id, outcome)
            if same:
                replaces = file.document_id if file.first else None
            else:
                others = self._others(file.document_id, file.location)
                replaces = None if others else file.document_id
            written = self._writer.write(outcome, replaces, force=same)
            self._record(
                file, written.status, written.document_id, outcome.document["sha256"]
            )
            self._let_go(file.document_id, written.document_id)
            return self._follow_move(file, written.document_id, written.status)

    def _is_same(self, document_id: int | None, rows: Rows) -> bool:
        """Return whether a stored document has the very content of new rows."""
        if document_id is None:
            return False
        row = self._conn.execute(
            "SELECT sha256 FROM documents WHERE id = ?", [document_id]
        ).fetchone()
        return bool(row) and row[0] == rows.document["sha256"]

    def _settle_known(self, file: File) -> str:
        if file.failure and file.status in ("failed", "skipped"):
            return self._settle_failure(file, file.failure)
        known = self._known(file.location)
        settled = known is not None and known.document_id == file.document_id
        if settled and known and known.stat == file.stat:
            return str(file.status)
        with self._writer.transaction():
            row = self._conn.execute(
                "SELECT sha256 FROM documents WHERE id = ?", [file.document_id]
            ).fetchone()
            version = known.version if known and settled else self._version
            self._record(
                file, str(file.status), file.document_id, row[0], version=version
            )
            self._let_go(known.document_id if known else None, file.document_id)
            return self._follow_move(file, file.document_id, str(file.status))

    def _settle_failure(self, file: File, failure: Failure) -> str:
        """Record a failure; what the file held before stays as it was."""
        skipped = is_no_document(file.input, failure)
        if skipped:
            reason = f"skipped: not a document type: {what_it_is(failure)}"
            failure = replace(failure, reason=reason)
        status = "skipped" if skipped else "failed"
        known = self._known(file.location)
        repeated = known is not None and known.status == status == file.status
        if skipped and repeated:
            return status
        with self._writer.transaction():
            if not skipped:
                self._conn.execute(
                    "INSERT INTO failures (load_id, path, stage, reason, error,"
                    " seconds) VALUES (?, ?, ?, ?, ?, ?)",
                    [
                        self._load_id, file.input.path, failure.stage,
                        failure.reason, failure.error, failure.seconds,
                    ],
                )  # fmt: skip
            if not repeated or (known and known.stat != file.stat):
                sha256 = _hash(file.input) if file.input.problem is None else None
                self._record(file, status, file.document_id, sha256, failure)
        return status

    def _record(
        self,
        file: File,
        status: str,
        document_id: int | None,
        sha256: str | None,
        failure: Failure | None = None,
        version: str | None = None,
    ) -> None:
        stat = file.stat
        options = self._options
        if self._since_last and file.status is not None:
            known = self._known(file.location)
            if known is not None:  # what it was read with, not what was asked for now
                version, options = known.version, known.options
        self._conn.execute(
            "INSERT OR REPLACE INTO sources VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
            [
                file.location,
                file.input.path,
                stat.size if stat else None,
                stat.mtime_ns if stat else None,
                stat.ctime_ns if stat else None,
                sha256,
                status,
                document_id,
                version or self._version,
                options,
                self._load_id,
                failure.stage if failure else None,
                failure.reason if failure else None,
                failure.error if failure else None,
            ],
        )

    # -- documents that lose or change their place

    def _others(self, document_id: int | None, location: str) -> list[tuple[str, str]]:
        """Return the other places where a document's content stands."""
        if document_id is None:
            return []
        return self._conn.execute(
            "SELECT location, path FROM sources WHERE document_id = ?"
            " AND location <> ? AND status <> 'failed' ORDER BY location",
            [document_id, location],
        ).fetchall()

    def _let_go(self, old: int | None, new: int | None) -> None:
        """See to a document that a file held before it changed."""
        if old is None or old == new:
            return
        others = self._others(old, "")
        if not others:
            self._writer.remove(old)
            return
        location, path = others[0]
        self._conn.execute(
            "UPDATE sources SET status = 'loaded' WHERE location = ?", [location]
        )
        self._conn.execute("UPDATE documents SET path = ? WHERE id = ?", [path, old])

    def _follow_move(self, file: File, document_id: int | None, status: str) -> str:
        """Give a document the path of its new place where the old one is gone."""
        if status != "duplicate":
            return status
        others = self._others(document_id, file.location)
        gone = [x for x, _ in others if not os.path.lexists(_file_of(x))]
        if len(gone) < len(others):
            return status
        self._conn.executemany(
            "DELETE FROM sources WHERE location = ?", [(x,) for x in gone]
        )
        self._conn.execute(
            "UPDATE documents SET path = ? WHERE id = ?",
            [file.input.path, document_id],
        )
        self._conn.execute(
            "UPDATE sources SET status = 'loaded' WHERE location = ?", [file.location]
        )
        return "unchanged"

    def prune(self, roots: list[Path], seen: set[str], closed: set[str]) -> int:
        """Forget the files under some folders that are gone; return how many.

        What stands in a folder or an archive that could not be looked into may be
        there still, and is kept.
        """
        rows = self._conn.execute(
            "SELECT location, document_id FROM sources ORDER BY location"
        ).fetchall()
        tops = [os.path.abspath(x) for x in roots]
        gone = [
            (location, document_id)
            for location, document_id in rows
            if location not in seen
            and any(location == x or location.startswith(f"{x}/") for x in tops)
            and closed.isdisjoint(_holders(location))
        ]
        for location, document_id in gone:
            with self._writer.transaction():
                self._conn.execute("DELETE FROM sources WHERE location = ?", [location])
                self._let_go(document_id, None)
        return len(gone)


def locate(input_: Input) -> str:
    """Return the place of a file, the same from whatever folder a load is started."""
    place = "/".join((os.path.abspath(input_.file), *input_.members))
    return place.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _file_of(location: str) -> str:
    """Return the longest part of a location that is a file: an archive or itself."""
    path = location
    while path and path != "/" and not os.path.lexists(path):
        path = os.path.dirname(path)
    return path if os.path.isfile(path) else location


def _holders(location: str) -> Iterator[str]:
    """Yield the folders and archives that a location stands in, the nearest first.

    >>> list(_holders("/a/b.zip/c.pdf"))
    ['/a/b.zip', '/a']
    """
    while location := location.rpartition("/")[0]:
        yield location


def _stat(path: Path) -> Stat | None:
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return None
    return Stat(found.st_size, found.st_mtime_ns, found.st_ctime_ns)


def _is_same_file(input_: Input, stat: Stat | None, known: Known) -> bool:
    """Return whether a file is what it was: by size and times, else by its content."""
    if stat is not None and stat == known.stat:
        return True
    sha256 = _hash(input_)
    return sha256 is not None and sha256 == known.sha256


def _hash(input_: Input) -> str | None:
    try:
        if input_.members:
            return hashlib.sha256(input_.read()).hexdigest()
        if not input_.file.is_file():
            return None
        with input_.file.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (MinutebookError, OSError, ValueError):
        return None


def is_no_document(input_: Input, failure: Failure) -> bool:
    """Return whether a file that could not be read was never meant to be.

    A file that somebody named, or whose name says that it is a document, was. Empty
    files that are no documents by their name only hold a place or serve a program.
    """
    suffix = PurePosixPath(input_.path.lower()).suffix
    unknown = failure.error in (UnknownType.__name__, EmptyFile.__name__)
    return unknown and not input_.named and suffix not in _DOCUMENTS


def what_it_is(failure: Failure) -> str:
    """Return what a file is that is no document.

    >>> what_it_is(Failure("load", f"{UnknownType.__doc__} (PNG image)", "UnknownType"))
    'PNG image'
    >>> what_it_is(Failure("load", str(EmptyFile.__doc__), "EmptyFile"))
    'empty'
    """
    if failure.error == EmptyFile.__name__:
        return "empty"
    words = failure.reason.removeprefix(str(UnknownType.__doc__))
    return words.rpartition("type: ")[2].strip(" ()") or "unknown"


def _failed(file: File, problem: MinutebookError) -> File:
    failure = Failure(
        getattr(problem, "stage", "load"), str(problem), type(problem).__name__
    )
    return replace(file, status="failed", failure=failure)
