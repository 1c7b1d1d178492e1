"""What several files of tests share, because it takes long to make."""

from __future__ import annotations

from pathlib import Path

import pytest

from minutebook.bulk import LoadOptions, load
from minutebook.load import expand

SHARED = Path(__file__).resolve().parents[2] / "shared"


def stored(paths: list[Path], folder: Path) -> Path:
    """Return a new database of these paths in the folder."""
    database = folder / "minutes.db"
    report = load(paths, database, LoadOptions(workers=2))
    assert sum(report.counts.values()) == report.files == len(list(expand(paths)))
    return database


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a database of the documents beside the checkout.

    Tests that ask for it are marked xdist_group("shared"), so that one process makes
    it once.
    """
    paths = [SHARED / "seeds", SHARED / "minutes"]
    return stored(paths, tmp_path_factory.mktemp("shared"))
