"""Hostile and broken files cost themselves only, and each is accounted for."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent / "benchmarks"))

from archive import encode
from hostile_files import WORDS, write_hostile
from test_loading import counts
from test_store import check, rows

from minutebook.bulk import LoadOptions, Report, load
from minutebook.bulk.worker import Limits
from minutebook.load import ReadOptions
from minutebook.store import open_database

MEGABYTES = 512
LIMITS = Limits(seconds=30.0, megabytes=MEGABYTES)
GOOD = 30


def run(folder: Path, database: Path, **options: Any) -> Report:
    return load([folder], database, LoadOptions(workers=2, limits=LIMITS, **options))


def write_good(folder: Path) -> Path:
    for number in range(GOOD):
        name, data = encode(number, long=False)
        path = folder / f"good{number % 3}" / name.replace("/", "-")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def facts(database: Path) -> list[tuple[Any, ...]]:
    """Return the rows of the good documents, whatever their ids."""
    db = open_database(database)
    check(db)
    found = []
    for sql in (
        "SELECT d.path, d.sha256, d.words, m.date, m.body, t.text FROM documents d"
        " JOIN meetings m ON m.document_id = d.id JOIN texts t ON t.document_id = d.id",
        "SELECT d.path, x.ref, x.kind, x.text, x.start FROM documents d"
        " JOIN meetings m ON m.document_id = d.id JOIN decisions x"
        " ON x.meeting_id = m.id",
        "SELECT d.path, x.kind, x.text, x.start, x.rule FROM documents d"
        " JOIN mentions x ON x.document_id = d.id",
    ):
        found += [x for x in rows(db, sql) if "/good" in x[0]]
    db.close()
    return sorted(found, key=repr)


# One process loads them; with more, each would load them for itself.
pytestmark = pytest.mark.xdist_group("hostile")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Load the hostile files among the good ones, once for all tests."""
    folder = tmp_path_factory.mktemp("hostile")
    archive = folder / "in" / "deeper" / "archive"
    archive.mkdir(parents=True)
    wanted = write_hostile(archive)
    write_good(archive)
    before = everything(folder)
    report = run(archive, folder / "x.db")
    return {
        "folder": folder,
        "archive": archive,
        "wanted": wanted,
        "report": report,
        "database": folder / "x.db",
        "before": before,
    }


def everything(folder: Path) -> set[bytes]:
    return {
        os.path.join(top, name)
        for top, folders, files in os.walk(os.fsencode(folder))
        for name in (*folders, *files)
    }


def test_every_file_is_accounted_for(hostile: dict[str, Any]) -> None:
    wanted, report = hostile["wanted"], hostile["report"]
    assert len(wanted) >= 60
    assert report.files == sum(report.counts.values())
    db = open_database(hostile["database"])
    became = {
        path: (status, reason or "")
        for path, status, reason in rows(db, "SELECT path, status, reason FROM sources")
    }
    wrong = []
    for path, outcome in wanted.items():
        found = {k: v for k, v in became.items() if f"{k}/".startswith(f"{path}/")}
        if not found:
            wrong.append((path, outcome, "not accounted for"))
        for status, reason in found.values():
            if not matches(outcome, status, reason):
                wrong.append((Path(path).name, outcome, f"{status}: {reason}"))
    assert wrong == []


def test_no_file_of_the_folder_is_left_out(hostile: dict[str, Any]) -> None:
    db = open_database(hostile["database"])
    places = [x for (x,) in rows(db, "SELECT location FROM sources")]
    assert len(places) == hostile["report"].files
    found = {p for x in places for p in (x, *parents(x))}
    archive = os.fsencode(hostile["archive"])
    files = [
        os.path.join(top, name).decode("utf-8", "backslashreplace")
        for top, _, names in os.walk(archive)
        for name in names
    ]
    assert len(files) >= 60 + GOOD
    assert [x for x in files if x not in found] == []


def parents(location: str) -> Iterator[str]:
    """Yield the paths that a place stands under: a member's archive is one."""
    parts = location.split("/")
    return ("/".join(parts[:n]) for n in range(2, len(parts)))


def matches(outcome: str, status: str, reason: str) -> bool:
    if status in ("loaded", "not-minutes", "duplicate"):
        return "loaded" in outcome.split("|") or outcome == "."
    if status == "skipped":
        return outcome == "skipped" and "not a document type" in reason
    if outcome == ".":
        return True
    return outcome != "skipped" and bool(re.search(outcome, reason, re.IGNORECASE))


def test_failures_say_why(hostile: dict[str, Any]) -> None:
    db = open_database(hostile["database"])
    found = rows(db, "SELECT path, stage, reason, error FROM failures")
    assert len(found) == hostile["report"].counts["failed"]
    for path, stage, reason, error in found:
        assert stage in ("load", "extract"), path
        assert len(reason) > 8, path
        assert error != "Crashed", path


def test_good_files_have_the_same_rows_as_alone(
    hostile: dict[str, Any], tmp_path: Path
) -> None:
    aside = hostile["folder"] / "aside"
    hostile["archive"].rename(aside)
    try:
        write_good(hostile["archive"])
        report = run(hostile["archive"], tmp_path / "alone.db")
    finally:
        for path in sorted(hostile["archive"].rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()
        hostile["archive"].rmdir()
        aside.rename(hostile["archive"])
    assert counts(report) == {"loaded": GOOD}
    alone = facts(tmp_path / "alone.db")
    assert len(alone) > 10 * GOOD
    assert facts(hostile["database"]) == alone


def test_no_worker_went_over_its_limit(hostile: dict[str, Any]) -> None:
    assert 0 < hostile["report"].peak_megabytes < MEGABYTES + 128


def test_nothing_is_written_outside(hostile: dict[str, Any]) -> None:
    new = everything(hostile["folder"]) - hostile["before"]
    assert {Path(os.fsdecode(x)).name for x in new} <= {"x.db", "x.db-wal", "x.db-shm"}
    assert not Path("/escaped.txt").exists()


def test_entities_and_scripts_stay_out(hostile: dict[str, Any]) -> None:
    db = open_database(hostile["database"])
    for words in ("root:", "hahaha", "alert(1)", "onerror"):
        assert not rows(db, f"SELECT 1 FROM texts WHERE instr(text, '{words}') > 0"), (
            words
        )


def test_hostile_files_fail_again_without_another_try(hostile: dict[str, Any]) -> None:
    report = run(hostile["archive"], hostile["database"])
    before = hostile["report"].counts
    assert report.counts["failed"] == before["failed"]
    assert report.counts["skipped"] == before["skipped"]
    assert report.counts["loaded"] == report.counts["not-minutes"] == 0
    assert report.seconds < hostile["report"].seconds


@pytest.mark.parametrize(("password", "status"), [("oak", "loaded"), ("elm", "failed")])
def test_password(tmp_path: Path, password: str, status: str) -> None:
    from hostile_files import _encrypted

    (tmp_path / "locked.pdf").write_bytes(_encrypted())
    report = run(
        tmp_path / "locked.pdf", tmp_path / "x.db", read=ReadOptions(password=password)
    )
    loaded = report.counts["loaded"] + report.counts["not-minutes"]
    assert (loaded, report.counts["failed"]) == (
        (1, 0) if status == "loaded" else (0, 1)
    )


def test_unreadable_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    closed = tmp_path / "archive" / "closed"
    closed.mkdir(parents=True)
    (tmp_path / "archive" / "a.txt").write_text(WORDS.format(1))
    list_ = os.listdir

    def refuse(path: Any) -> Any:
        if Path(path) == closed:
            raise PermissionError(13, "Permission denied", str(path))
        return list_(path)

    monkeypatch.setattr(os, "listdir", refuse)
    report = run(tmp_path / "archive", tmp_path / "x.db")
    assert counts(report) == {"loaded": 1, "failed": 1}
    assert report.failures[0]["reason"].endswith("Permission denied")


def test_files_that_vanish_and_change_on_the_way(tmp_path: Path) -> None:
    folder, database = tmp_path / "archive", tmp_path / "x.db"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number:02}.txt").write_text(WORDS.format(number + 10))

    def meddle(file: Any, status: str) -> None:
        if file.location.endswith("00.txt"):
            (folder / "39.txt").unlink(missing_ok=True)
            (folder / "38.txt").write_text(WORDS.format(999))

    options = LoadOptions(workers=1, limits=LIMITS)
    report = load([folder], database, options, progress=meddle)
    assert report.files == 40
    assert report.counts["loaded"] + report.counts["failed"] == 40
    db = open_database(database)
    amounts = {x[0] for x in rows(db, "SELECT amount FROM money")}
    again = load([folder], database, options)
    check(db)
    assert again.counts["failed"] == 0
    final = {x[0] for x in rows(db, "SELECT amount FROM money")}
    assert 999.0 in final
    assert len(final - amounts) <= 1
