"""Finds the word lists, patterns and weights of `models/`, wherever it is installed."""

from __future__ import annotations

import csv
from pathlib import Path

_HERE = Path(__file__).resolve().parent


def models_dir() -> Path:
    """Return the folder `models/en_council`: in the wheel beside us, else in the tree.

    Raises FileNotFoundError when neither is there.
    """
    for base in (_HERE / "models", _HERE.parent.parent / "models"):
        if (base / "en_council").is_dir():
            return base / "en_council"
    raise FileNotFoundError(f"no models folder beside {_HERE}")


def read_rows(name: str | Path) -> tuple[dict[str, str], ...]:
    """Return the rows of one table of `models/en_council`, by column title.

    An absolute path names a table that lies elsewhere.
    """
    with (models_dir() / name).open(encoding="utf-8", newline="") as lines:
        return tuple(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
