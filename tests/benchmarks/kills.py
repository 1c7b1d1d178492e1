"""Kills loads at random moments and compares what the resumed ones hold.

python tests/benchmarks/kills.py --kills 200
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "pipeline")]

from archive import write_archive  # noqa: E402
from kill_loads import kill_loads  # noqa: E402


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--documents", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        folder = write_archive(work / "archive", given.documents, long=False)
        kills, databases = kill_loads(work, folder, given.kills, given.seed)
    print(
        f"{kills} loads killed, {databases} databases: all whole, all with the rows of"
        f" an uninterrupted load ({time.monotonic() - begun:.0f} s)"
    )


if __name__ == "__main__":
    main()
