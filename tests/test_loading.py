"""Loading accounts for every file, whatever the files do to it."""

from __future__ import annotations

import io
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from typing import Any

import pytest
from loading_work import work
from rich.console import Console
from test_store import check, dump, rows

from minutebook.bulk import LoadOptions, Report, load
from minutebook.bulk.lock import only_load
from minutebook.bulk.report import print_report
from minutebook.bulk.worker import Failure, Limits, extract_rows
from minutebook.errors import LockedDatabase, StoreError
from minutebook.load import Input, ReadOptions
from minutebook.store import open_database

MINUTES = """Averley Town Council

Minutes of the meeting held on Monday 4 March 2019 at 7.30pm

Present: Councillors Ada Penrose (Chair), Bram Okafor and Clara Vosper

1. Apologies
Apologies were received from Councillor Denzil Quayle.

2. Allotments {number}
RESOLVED that the rent of plot {number} be set at £{number}.00.
"""


def put(folder: Path, **files: str) -> Path:
    """Write files into a folder; `a__b` is b in a."""
    for name, text in files.items():
        path = folder / f"{name.replace('__', '/')}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder


def run(
    folder: Path | list[Path], database: Path, *, workers: int = 1, **options: Any
) -> Report:
    """Load with the made-up work."""
    paths = folder if isinstance(folder, list) else [folder]
    limits = options.pop("limits", Limits(seconds=20.0, megabytes=512))
    given = LoadOptions(workers=workers, limits=limits, **options)
    return load(paths, database, given, work=work)


def counts(report: Report) -> dict[str, int]:
    return {k: v for k, v in report.counts.items() if v}


@pytest.fixture
def db_path(tmp_path: Path) -> Path:
    return tmp_path / "minutes.db"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return put(tmp_path / "archive", a="one", b="two", sub__c="three")


def test_loads_and_repeats(archive: Path, db_path: Path) -> None:
    assert counts(run(archive, db_path)) == {"loaded": 3}
    before = dump(open_database(db_path))
    assert counts(run(archive, db_path)) == {"unchanged": 3}
    db = open_database(db_path)
    assert dump(db) == before
    check(db)
    stored = "SELECT status, files, loaded, unchanged FROM loads ORDER BY id"
    assert rows(db, stored) == [("finished", 3, 3, 0), ("finished", 3, 0, 3)]


def test_two_workers_give_the_same_rows(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    for number in range(40):
        put(folder, **{f"f{number:02}": "slow" * (number % 7 == 0) + str(number)})
    one, two = tmp_path / "1.db", tmp_path / "2.db"
    run(folder, one)
    run(folder, two, workers=2)
    assert dump(open_database(one)) == dump(open_database(two))


def test_duplicate(archive: Path, db_path: Path) -> None:
    shutil.copy(archive / "a.txt", archive / "copy.txt")
    assert counts(run(archive, db_path)) == {"loaded": 3, "duplicate": 1}
    assert counts(run(archive, db_path)) == {"unchanged": 3, "duplicate": 1}
    shutil.copy(archive / "a.txt", archive / "later.txt")
    assert counts(run(archive, db_path)) == {"unchanged": 3, "duplicate": 2}
    check(open_database(db_path))


def test_changed(archive: Path, db_path: Path) -> None:
    run(archive, db_path)
    put(archive, a="another")
    assert counts(run(archive, db_path)) == {"loaded": 1, "unchanged": 2}
    db = open_database(db_path)
    assert rows(db, "SELECT count(*) FROM documents") == [(3,)]
    check(db)


def test_touched_is_unchanged(archive: Path, db_path: Path) -> None:
    run(archive, db_path)
    os.utime(archive / "a.txt", (1, 1))
    assert counts(run(archive, db_path)) == {"unchanged": 3}


def test_moved_keeps_its_rows(archive: Path, db_path: Path) -> None:
    run(archive, db_path)
    refs = rows(open_database(db_path), "SELECT ref FROM decisions")
    (archive / "a.txt").rename(archive / "renamed.txt")
    assert counts(run(archive, db_path)) == {"unchanged": 3}
    db = open_database(db_path)
    assert rows(db, "SELECT ref FROM decisions") == refs
    paths = {Path(x[0]).name for x in rows(db, "SELECT path FROM documents")}
    assert paths == {"renamed.txt", "b.txt", "c.txt"}


def test_original_changes_while_its_copy_stays(archive: Path, db_path: Path) -> None:
    shutil.copy(archive / "a.txt", archive / "copy.txt")
    run(archive, db_path)
    put(archive, a="new words")
    assert counts(run(archive, db_path)) == {
        "loaded": 1,
        "unchanged": 2,
        "duplicate": 1,
    }
    db = open_database(db_path)
    names = {Path(x[0]).name for x in rows(db, "SELECT path FROM documents")}
    assert names == {"a.txt", "b.txt", "c.txt", "copy.txt"}
    assert counts(run(archive, db_path)) == {"unchanged": 4}
    check(db)


def test_swapped(archive: Path, db_path: Path) -> None:
    run(archive, db_path)
    put(archive, a="two", b="one")
    run(archive, db_path)
    assert counts(run(archive, db_path)) == {"unchanged": 3}
    db = open_database(db_path)
    found = dict(
        rows(
            db,
            "SELECT path, text FROM documents JOIN texts ON 1=1 WHERE document_id = id",
        )
    )
    assert found[(archive / "a.txt").as_posix()].endswith("two\n")
    check(db)


def test_other_spelling_of_the_path(
    archive: Path, db_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(archive, db_path)
    monkeypatch.chdir(archive)
    assert counts(run(Path("."), db_path)) == {"unchanged": 3}


def test_force_reads_again(archive: Path, db_path: Path) -> None:
    shutil.copy(archive / "a.txt", archive / "copy.txt")
    run(archive, db_path)
    refs = rows(open_database(db_path), "SELECT ref FROM decisions ORDER BY ref")
    report = run(archive, db_path, force=True)
    assert counts(report) == {"loaded": 3, "duplicate": 1}
    db = open_database(db_path)
    assert rows(db, "SELECT ref FROM decisions ORDER BY ref") == refs
    assert not rows(db, "SELECT * FROM redirects")
    check(db)


def test_prune(archive: Path, db_path: Path) -> None:
    shutil.copy(archive / "a.txt", archive / "copy.txt")
    run(archive, db_path)
    (archive / "a.txt").unlink()
    (archive / "b.txt").unlink()
    assert counts(run(archive, db_path)) == {"unchanged": 1, "duplicate": 1}
    db = open_database(db_path)
    assert rows(db, "SELECT count(*) FROM documents") == [(3,)]
    assert run(archive, db_path, prune=True).pruned == 2
    names = {Path(x[0]).name for x in rows(db, "SELECT path FROM documents")}
    assert names == {"c.txt", "copy.txt"}
    check(db)


def test_prune_keeps_what_could_not_be_looked_into(
    archive: Path, db_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with zipfile.ZipFile(archive / "old.zip", "w") as old:
        old.writestr("d.txt", "four")
    run(archive, db_path)
    (archive / "a.txt").unlink()
    (archive / "old.zip").write_bytes((archive / "old.zip").read_bytes()[:40])
    listdir = os.listdir

    def refuse(path: Path) -> list[str]:
        if path.name == "sub":
            raise PermissionError(13, "Permission denied")
        return listdir(path)

    with monkeypatch.context() as shut:
        shut.setattr(os, "listdir", refuse)
        report = run(archive, db_path, prune=True)
    assert (report.counts["failed"], report.pruned) == (2, 1)
    archive.rename(archive.with_name("away"))
    assert run(archive, db_path, prune=True).pruned == 0
    db = open_database(db_path)
    names = {Path(x[0]).name for x in rows(db, "SELECT path FROM documents")}
    assert names == {"b.txt", "c.txt", "d.txt"}
    check(db)


def test_prune_leaves_other_folders(tmp_path: Path, db_path: Path) -> None:
    put(tmp_path, one__a="a", two__b="b")
    run([tmp_path / "one", tmp_path / "two"], db_path)
    (tmp_path / "two" / "b.txt").unlink()
    assert run(tmp_path / "one", db_path, prune=True).pruned == 0


@pytest.mark.parametrize(
    ("words", "stage", "reason"),
    [
        ("hang", "load", "more than 1 seconds"),
        ("stuck", "extract", "more than 1 seconds"),
        ("crash", "load", "SIGABRT"),
        ("exit", "load", "code 3"),
    ],
)
def test_lost_worker_costs_one_file(
    archive: Path, db_path: Path, words: str, stage: str, reason: str
) -> None:
    put(archive, aa=words)
    report = run(archive, db_path, workers=2, limits=Limits(seconds=1.0))
    assert counts(report) == {"loaded": 3, "failed": 1}
    (failure,) = report.failures
    assert failure["path"].endswith("aa.txt")
    assert failure["stage"] == stage
    assert reason in failure["reason"]
    db = open_database(db_path)
    assert rows(db, "SELECT stage FROM failures") == [(stage,)]
    check(db)


def test_swollen_worker_costs_one_file(archive: Path, db_path: Path) -> None:
    put(archive, aa="swell")
    report = run(archive, db_path, limits=Limits(seconds=20.0, megabytes=256))
    assert counts(report) == {"loaded": 3, "failed": 1}
    assert report.peak_megabytes < 600


def test_failed_file_is_reported_again_without_another_try(
    archive: Path, db_path: Path
) -> None:
    put(archive, aa="hang")
    limits = Limits(seconds=0.5)
    run(archive, db_path, limits=limits)
    report = run(archive, db_path, limits=limits)
    assert report.peak_megabytes == 0, "a worker was started"
    assert counts(report) == {"unchanged": 3, "failed": 1}
    put(archive, aa="better")
    assert counts(run(archive, db_path, limits=limits)) == {"unchanged": 3, "loaded": 1}


def test_broken_change_keeps_what_was_there(archive: Path, db_path: Path) -> None:
    run(archive, db_path)
    put(archive, a="exit")
    assert counts(run(archive, db_path)) == {"unchanged": 2, "failed": 1}
    db = open_database(db_path)
    assert rows(db, "SELECT count(*) FROM documents") == [(3,)]
    put(archive, a="whole again")
    assert counts(run(archive, db_path)) == {"unchanged": 2, "loaded": 1}
    assert rows(db, "SELECT count(*) FROM documents") == [(3,)]


@pytest.mark.parametrize("number", [1, 2])
def test_scans_are_counted_in_words_for_any_number(number: int) -> None:
    scan = {"path": "a.pdf", "stage": "load", "reason": "scanned: needs --ocr. 1 page"}
    printed = io.StringIO()
    report = Report(part_scanned=number, failures=[scan] * number)
    print_report(report, Console(file=printed, width=200))
    assert f"Scans: {number}. The same command" in printed.getvalue()
    assert f"left out without --ocr: {number}." in printed.getvalue()


@pytest.mark.parametrize(
    ("interrupted", "said"), [(True, "Stopped; the same"), (False, "Nothing was found")]
)
def test_report_of_a_load_that_read_nothing(interrupted: bool, said: str) -> None:
    printed = io.StringIO()
    print_report(Report(interrupted=interrupted), Console(file=printed, width=200))
    found = [x for x in ("Stopped; the", "Nothing was") if x in printed.getvalue()]
    assert found == [" ".join(said.split()[:2])]


def test_missing_path_is_a_failure(archive: Path, db_path: Path) -> None:
    report = run([archive, archive / "none.txt"], db_path)
    assert counts(report) == {"loaded": 3, "failed": 1}
    assert report.failures[0]["path"].endswith("none.txt")


def test_real_files_go_through_every_stage(tmp_path: Path, db_path: Path) -> None:
    folder = tmp_path / "real"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.txt").write_text(MINUTES.format(number=number + 10))
    (folder / "empty.txt").write_text("")
    report = load([folder], db_path, LoadOptions(workers=1))
    assert counts(report) == {"loaded": 3, "failed": 1}
    db = open_database(db_path)
    sql = "SELECT amount FROM money ORDER BY amount"
    assert rows(db, sql) == [(10.0,), (11.0,), (12.0,)]
    check(db)


def test_fault_of_a_stage_is_a_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("minutebook.runner.extract", fail)
    put(tmp_path, a=MINUTES)
    outcome = extract_rows(Input("a.txt", tmp_path / "a.txt"), ReadOptions())
    assert isinstance(outcome, Failure)
    assert (outcome.stage, outcome.error) == ("extract", "ZeroDivisionError")
    assert outcome.reason == "A stage failed on this document: ZeroDivisionError"


def test_council_of_the_minutes_wins(archive: Path, db_path: Path) -> None:
    run(archive, db_path, council="Averley Borough Council")
    db = open_database(db_path)
    assert rows(db, "SELECT name FROM councils") == [("Thornbeck Parish Council",)]


def test_one_load_at_a_time(archive: Path, db_path: Path) -> None:
    with (
        only_load(db_path, wait=0, say=print),
        pytest.raises(LockedDatabase),
    ):
        run(archive, db_path, wait=0.0)
    said: list[str] = []
    with only_load(db_path, wait=5, say=said.append):
        assert said == []
    assert not list(db_path.parent.glob("*-load"))


def test_read_only_folder(archive: Path, tmp_path: Path) -> None:
    for database in (tmp_path / "none" / "x.db", tmp_path, archive / "a.txt"):
        with pytest.raises(StoreError):
            run(archive, database)


def test_reader_does_not_stop_a_load(archive: Path, db_path: Path) -> None:
    open_database(db_path).close()
    reader = sqlite3.connect(db_path, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM documents").fetchall()
    assert counts(run(archive, db_path)) == {"loaded": 3}
    assert reader.execute("SELECT count(*) FROM documents").fetchone() == (0,)
    reader.execute("COMMIT")
    assert reader.execute("SELECT count(*) FROM documents").fetchone() == (3,)


def test_ctrl_c_is_for_the_load_alone(tmp_path: Path, db_path: Path) -> None:
    if not hasattr(signal, "pthread_sigmask"):
        pytest.skip("no signal masks here")
    (tmp_path / "archive").mkdir()
    (tmp_path / "archive" / "deaf.txt").write_text("deaf")
    assert counts(run(tmp_path / "archive", db_path)) == {"loaded": 1}


def test_empty_files_that_are_no_documents_fail_no_load(
    tmp_path: Path, db_path: Path
) -> None:
    folder = tmp_path / "archive"
    folder.mkdir()
    for name in (".gitkeep", "Thumbs.db", "empty.pdf"):
        (folder / name).touch()
    options = LoadOptions(workers=1)
    report = load([folder], db_path, options)
    assert counts(report) == {"skipped": 2, "failed": 1}
    assert report.skipped == {"empty": 2}
    named = load([folder / ".gitkeep"], tmp_path / "b.db", options)
    assert counts(named) == {"failed": 1}


_LOAD = """
import sys
from pathlib import Path
from test_loading import run
if __name__ == "__main__":
    run(Path(sys.argv[1]), Path(sys.argv[2]), workers=2)
"""


def test_killed_load_goes_on(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    for number in range(60):
        put(
            folder,
            **{f"f{number:02}": f"slow{number}" * (number % 5 == 0) + str(number)},
        )
    whole, killed = tmp_path / "whole.db", tmp_path / "killed.db"
    run(folder, whole, workers=2)
    script = tmp_path / "script.py"
    script.write_text(_LOAD)
    here = Path(__file__).parent
    path = os.pathsep.join((str(here), str(here.parent / "pipeline")))
    for pause in (0.6, 0.9, 1.3):
        process = subprocess.Popen(
            [sys.executable, str(script), str(folder), str(killed)],
            env={**os.environ, "PYTHONPATH": path},
        )
        time.sleep(pause)
        process.send_signal(signal.SIGKILL)
        process.wait()
        if killed.exists():
            db = sqlite3.connect(killed)
            assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            db.close()
    assert run(folder, killed, workers=2).counts["failed"] == 0
    db = open_database(killed)
    assert dump(db) == dump(open_database(whole))
    check(db)
