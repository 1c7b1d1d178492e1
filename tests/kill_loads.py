"""Kills loads at random moments and lets each go on, over and over."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

from test_store import check, dump

from minutebook.store import open_database

HERE = Path(__file__).parent
SCRIPT = """
import sys
from pathlib import Path
from minutebook.bulk import LoadOptions, load
if __name__ == "__main__":
    load([Path(sys.argv[1])], Path(sys.argv[2]), LoadOptions(workers=2))
"""


def start(folder: Path, database: Path) -> subprocess.Popen[bytes]:
    path = os.pathsep.join((str(HERE), str(HERE.parent / "pipeline")))
    return subprocess.Popen(
        [sys.executable, "-c", SCRIPT, str(folder), str(database)],
        env={**os.environ, "PYTHONPATH": path},
        start_new_session=True,
    )


def finish(folder: Path, database: Path) -> float:
    """Load to the end; return the seconds that it took."""
    begun = time.monotonic()
    assert start(folder, database).wait() == 0
    return time.monotonic() - begun


def facts(database: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of a database that does not tell when it was written."""
    db = open_database(database)
    check(db)
    found = dump(db)
    db.close()
    return found


def kill_loads(work: Path, folder: Path, kills: int, seed: int = 1) -> tuple[int, int]:
    """Kill that many loads; return how many databases came out whole, and of how many.

    A load is killed again and again until it comes to its end; then the next begins.
    Raises AssertionError where rows are lost or a database is broken.
    """
    random_ = random.Random(seed)
    whole = work / "whole.db"
    finish(folder, whole)
    seconds = finish(folder, work / "again.db")
    expected = facts(whole)
    done = databases = 0
    while done < kills:
        database = work / f"killed{databases}.db"
        databases += 1
        for _ in range(random_.randrange(1, 8)):
            process = start(folder, database)
            time.sleep(random_.uniform(0.05, 0.9) * seconds)
            if process.poll() is None:
                process.send_signal(signal.SIGKILL)
                done += 1
            process.wait()
            look(database)
        finish(folder, database)
        assert facts(database) == expected, database
        for path in work.glob(f"{database.name}*"):
            path.unlink()
    return done, databases


def look(database: Path) -> None:
    """Assert that a database is whole and no document in it half there."""
    if not database.exists():
        return
    db = sqlite3.connect(database)
    assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert not db.execute("PRAGMA foreign_key_check").fetchall()
    if db.execute("SELECT 1 FROM sqlite_master WHERE name = 'documents'").fetchone():
        half = "SELECT count(*) FROM documents d LEFT JOIN {} x ON x.document_id = d.id"
        for table in ("texts", "meetings", "layouts"):
            sql = half.format(table) + " WHERE x.document_id IS NULL"
            assert db.execute(sql).fetchone() == (0,)
    db.close()
