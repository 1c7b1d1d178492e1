"""Databases that cannot be written say so, and keep what they have."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from test_loading import counts, put, run
from test_store import check, dump, rows

from minutebook.errors import NewerDatabase, StoreError
from minutebook.store import open_database

SCRIPT = """
import resource, signal, sys
from pathlib import Path
from minutebook.errors import StoreError
from test_loading import run
if __name__ == "__main__":
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    most = int(sys.argv[3])
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    try:
        run(Path(sys.argv[1]), Path(sys.argv[2]))
    except StoreError as error:
        print(error)
        sys.exit(7)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = {f"f{n:03}": str(n) for n in range(120)}
    return put(tmp_path / "archive", **made)


def test_full_disk_keeps_whole_documents(folder: Path, tmp_path: Path) -> None:
    """No file may grow past a size, as on a disk that is full."""
    whole, small = tmp_path / "whole.db", tmp_path / "small.db"
    run(folder, whole)
    here = Path(__file__).parent
    path = os.pathsep.join((str(here), str(here.parent / "pipeline")))
    most = whole.stat().st_size // 2
    ended = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(folder), str(small), str(most)],
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 7, ended.stderr
    assert "full" in ended.stdout or "disk I/O" in ended.stdout
    db = sqlite3.connect(small)
    assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    half = "SELECT count(*) FROM documents d LEFT JOIN texts t ON document_id = d.id"
    assert db.execute(f"{half} WHERE text IS NULL").fetchone() == (0,)
    db.close()
    assert run(folder, small).counts["failed"] == 0
    database = open_database(small)
    check(database)
    assert dump(database) == dump(open_database(whole))


REAL_DISK = """
mount -t tmpfs -o size=600k tmpfs "$2" || exit 3
"$0" -c "$3" "$1" "$2/x.db" 99999999
code=$?
mount -o remount,size=64m "$2" && cp "$2/x.db"* "$4" && exit $((40 + code))
"""


def test_disk_that_is_really_full(folder: Path, tmp_path: Path) -> None:
    """A small disk of its own fills; the message says what to do, and it goes on."""
    disk, kept = tmp_path / "disk", tmp_path / "kept"
    disk.mkdir()
    kept.mkdir()
    here = Path(__file__).parent
    path = os.pathsep.join((str(here), str(here.parent / "pipeline")))
    command = ["unshare", "--map-root-user", "--mount", "sh", "-c", REAL_DISK]
    arguments = [sys.executable, str(folder), str(disk), SCRIPT, str(kept)]
    if shutil.which("unshare") is None:
        pytest.skip("no unshare on this system")
    ended = subprocess.run(
        command + arguments,
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    if ended.returncode in (1, 3):
        pytest.skip(f"no disk of our own can be mounted: {ended.stderr}")
    assert ended.returncode == 47, ended.stderr
    assert f"{disk}/x.db" in ended.stdout
    assert "Make room" in ended.stdout
    db = sqlite3.connect(kept / "x.db")
    assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    db.close()
    assert run(folder, kept / "x.db").counts["failed"] == 0
    database = open_database(kept / "x.db")
    check(database)
    assert len(rows(database, "SELECT id FROM documents")) == 120


def test_database_of_a_newer_version(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    db = open_database(path)
    db.execute("PRAGMA user_version = 99")
    db.close()
    before = path.read_bytes()
    with pytest.raises(NewerDatabase, match="99"):
        run(folder, path)
    assert path.read_bytes() == before


def test_read_only_database(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.db"
    open_database(path).close()
    connect = sqlite3.connect
    # The owner of the machine may write everywhere, so SQLite itself refuses here.
    monkeypatch.setattr(
        "minutebook.store.connect.sqlite3.connect",
        lambda name, **more: connect(f"file:{name}?mode=ro", uri=True, **more),
    )
    with pytest.raises(StoreError, match="readonly"):
        run(folder, path)


def test_two_loads_at_once_lose_nothing(folder: Path, tmp_path: Path) -> None:
    other = put(tmp_path / "other", **{f"g{n:03}": f"other {n}" for n in range(30)})
    path = tmp_path / "x.db"
    here = Path(__file__).parent
    script = "import sys; from pathlib import Path; from test_loading import run\n"
    script += "if __name__ == '__main__': run(Path(sys.argv[1]), Path(sys.argv[2]))"
    process = subprocess.Popen(
        [sys.executable, "-c", script, str(other), str(path)],
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join((str(here), str(here.parent / "pipeline"))),
        },
    )
    report = run(folder, path, wait=120.0)
    assert process.wait() == 0
    assert counts(report) == {"loaded": 120}
    db = open_database(path)
    assert rows(db, "SELECT count(*) FROM documents") == [(150,)]
    check(db)
