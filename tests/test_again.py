"""A newer version extracts again what it understands otherwise, from stored text."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from conftest import SHARED
from test_loading import MINUTES, counts, put
from test_store import check, rows

from minutebook.bulk import LoadOptions, Report, ledger, load
from minutebook.bulk.worker import Limits
from minutebook.cli import main
from minutebook.errors import MinutebookError
from minutebook.load import ReadOptions, expand, read_bytes, read_document
from minutebook.records import Box, Line
from minutebook.store import open_database, read_source
from minutebook.store.layout import pack_lines, unpack_lines
from minutebook.versions import reader_version, rules_version


def again(folder: Path, database: Path, **options: Any) -> Report:
    return load([folder], database, LoadOptions(workers=1, **options))


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    put(tmp_path / "archive", **{f"f{n}": MINUTES.format(number=n) for n in (11, 12)})
    (tmp_path / "archive" / "empty.txt").write_text("")
    (tmp_path / "archive" / "table.tsv").write_text("a\tb\n")
    return tmp_path / "archive"


@pytest.fixture
def db_path(archive: Path, tmp_path: Path) -> Path:
    path = tmp_path / "x.db"
    report = again(archive, path)
    assert counts(report) == {"loaded": 2, "failed": 1, "skipped": 1}
    assert report.skipped == {"tsv file": 1}
    return path


def facts(path: Path) -> list[tuple[Any, ...]]:
    """Return what the stages found, and the refs that it has."""
    db = open_database(path)
    check(db)
    sql = 'SELECT ref, text, start, "end", rule FROM decisions ORDER BY ref'
    found = rows(db, sql) + rows(
        db, "SELECT kind, text, start FROM mentions ORDER BY 3"
    )
    db.close()
    return found


def test_newer_rules_extract_from_the_stored_text(
    archive: Path, db_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = facts(db_path)
    monkeypatch.setattr(ledger, "rules_version", lambda: "newer")
    report = again(archive, db_path)
    assert counts(report) == {"loaded": 2, "failed": 1, "skipped": 1}
    assert report.extracted == 2
    assert facts(db_path) == before
    report = again(archive, db_path)
    assert counts(report) == {"unchanged": 2, "failed": 1, "skipped": 1}
    assert report.extracted == 0


def test_newer_readers_read_again(
    archive: Path, db_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = facts(db_path)
    monkeypatch.setattr(ledger, "reader_version", lambda: "newer")
    report = again(archive, db_path)
    assert counts(report) == {"loaded": 2, "failed": 1, "skipped": 1}
    assert report.extracted == 0
    assert facts(db_path) == before


def test_changed_file_is_read_whatever_the_version(
    archive: Path, db_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledger, "rules_version", lambda: "newer")
    put(archive, f11=MINUTES.format(number=77))
    report = again(archive, db_path)
    assert report.counts["loaded"] == 2
    assert report.extracted == 1
    amounts = rows(open_database(db_path), "SELECT amount FROM money ORDER BY 1")
    assert amounts == [(12.0,), (77.0,)]


def test_council_named_later_needs_no_reading(archive: Path, db_path: Path) -> None:
    report = again(archive, db_path, council="Averley Borough Council")
    assert report.extracted == 2


def test_limits_are_no_reason_to_read_again(archive: Path, db_path: Path) -> None:
    report = again(archive, db_path, limits=Limits(seconds=60.0))
    assert counts(report) == {"unchanged": 2, "failed": 1, "skipped": 1}


def test_named_file_of_no_type_has_failed(archive: Path, tmp_path: Path) -> None:
    path = archive / "table.tsv"
    report = again(path, tmp_path / "y.db")
    assert counts(report) == {"failed": 1}
    assert "tsv" in report.failures[0]["reason"]


def test_database_of_the_first_version_is_read_again(
    archive: Path, db_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    db = open_database(db_path)
    db.execute("DELETE FROM layouts")
    monkeypatch.setattr(ledger, "rules_version", lambda: "newer")
    assert counts(again(archive, db_path)) == {"loaded": 2, "failed": 1, "skipped": 1}
    assert rows(db, "SELECT count(*) FROM layouts") == [(2,)]


def test_versions_tell_reading_from_rules() -> None:
    assert reader_version() != rules_version()
    assert len(reader_version()) == len(rules_version()) == 12


@pytest.mark.parametrize(
    "lines",
    [
        (),
        (Line(0, 5),),
        (Line(0, 5, bold=True, size=11.5), Line(9, 12, table=0, row=3, column=2)),
        (Line(1, 2, box=Box(0.1, 0.2, 1 / 3, 4.0)), Line(4, 4, heading=2, page=7)),
    ],
)
def test_lines_come_back(lines: tuple[Line, ...]) -> None:
    assert unpack_lines(pack_lines(lines)) == lines


@pytest.mark.shared
@pytest.mark.slow
@pytest.mark.skipif(not SHARED.is_dir(), reason="no documents beside the checkout")
@pytest.mark.xdist_group("shared")
def test_real_documents_come_back_from_stored_text(shared: Path) -> None:
    packed = words = seen = 0
    with sqlite3.connect(shared) as db:
        for item in expand([SHARED / "seeds", SHARED / "minutes"]):
            try:
                source = read_document(item, ReadOptions())
            except MinutebookError:
                continue
            (key,) = db.execute(
                "select id from documents where sha256 = ?", [source.sha256]
            ).fetchone()
            stored = read_source(db, key)
            assert stored is not None
            assert replace(stored.unpack(), path=source.path) == source
            seen += 1
            packed += len(stored.packed)
            words += len(source.text)
    assert seen > 50
    assert packed < 0.5 * words


def test_document_without_properties_gets_none_of_today() -> None:
    from hostile_files import docx, paragraph, zipped

    source = read_bytes("a.docx", zipped(docx(paragraph("Agreed"))))
    assert source.metadata == ()


# ------------------------------------------------------------------------ --since-last


def test_since_the_last_load_only_new_and_changed_files_count(
    archive: Path, db_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledger, "reader_version", lambda: "newer")
    put(archive, f12=MINUTES.format(number=77), f13=MINUTES.format(number=13))
    os.utime(archive / "f11.txt", (1, 1))  # touched, and what it was
    report = again(archive, db_path, since_last=True, council="Thornbeck Council")
    expected = {"loaded": 2, "unchanged": 1, "failed": 1, "skipped": 1}
    assert counts(report) == expected
    assert report.failed_before == 1
    amounts = rows(open_database(db_path), "SELECT amount FROM money ORDER BY 1")
    assert amounts == [(11.0,), (13.0,), (77.0,)]
    report = again(archive, db_path, since_last=True)
    assert counts(report) == {"unchanged": 3, "failed": 1, "skipped": 1}


def test_what_since_last_left_alone_is_read_by_the_next_plain_load(
    archive: Path, db_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledger, "reader_version", lambda: "newer")
    os.utime(archive / "f11.txt", (1, 1))
    again(archive, db_path, since_last=True)
    assert counts(again(archive, db_path))["loaded"] == 2


def test_since_last_reads_no_file_that_looks_as_it_did(
    archive: Path, db_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hashed: list[str] = []
    monkeypatch.setattr(ledger, "_hash", lambda x: hashed.append(x.path) or "0")
    again(archive, db_path, since_last=True)
    assert hashed == []
    os.utime(archive / "f12.txt", (1, 1))
    again(archive, db_path, since_last=True)
    assert [Path(x).name for x in hashed] == ["f12.txt"] * len(hashed)
    assert hashed


@pytest.mark.parametrize(
    ("options", "code"),
    [((), 1), (("--since-last",), 0), (("--since-last", "--force"), 2)],
)
def test_a_failure_of_before_is_no_failure_of_every_night(
    archive: Path, db_path: Path, options: tuple[str, ...], code: int
) -> None:
    command = ["load", str(archive), "--db", str(db_path), "--workers", "1", "--quiet"]
    assert CliRunner().invoke(main, [*command, *options]).exit_code == code


def test_a_damaged_archive_is_no_failure_of_every_night(
    archive: Path, db_path: Path
) -> None:
    found = []
    for added in (b"PK\3\4", b"", b"and more"):
        if added:
            with (archive / "cut.zip").open("ab") as cut:
                cut.write(added)
        report = again(archive, db_path, since_last=True)
        found.append(report.counts["failed"] - report.failed_before)
    assert found == [1, 0, 1]
    missing = [again(archive / "none", db_path, since_last=True) for _ in range(2)]
    assert [x.failed_before for x in missing] == [0, 0]


def test_order_of_hashing_changes_nothing() -> None:
    """Sums and sets must not give another answer in another process."""
    corpus = Path(__file__).parents[1] / "corpus" / "documents"
    found = set()
    for seed in ("1", "2"):
        command = [sys.executable, "-m", "minutebook", "extract", str(corpus)]
        done = subprocess.run(
            command, capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed}
        )
        assert done.stdout
        found.add(done.stdout)
    assert len(found) == 1
