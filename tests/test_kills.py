"""A load that is killed at any moment loses nothing. MINUTEBOOK_KILLS says how many."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from kill_loads import kill_loads

sys.path.insert(0, str(Path(__file__).parent / "benchmarks"))

from archive import write_archive

KILLS = int(os.environ.get("MINUTEBOOK_KILLS", "6"))


@pytest.mark.slow
def test_killed_loads_lose_nothing(tmp_path: Path) -> None:
    folder = write_archive(tmp_path / "archive", 40, long=False)
    work = tmp_path / "work"
    work.mkdir()
    kills, databases = kill_loads(work, folder, KILLS)
    assert kills >= KILLS
    assert databases
