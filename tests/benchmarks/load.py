"""Loads an archive of invented minutes and prints what it cost, as ratios.

    python tests/benchmarks/load.py --documents 2000 --large 20000

Processor time is that of every process of a load, so that it holds on a busy machine;
the ratio of two workers to one by the clock holds only where two cores are idle, and
what the cost of the writer allows for is printed beside it.
"""

from __future__ import annotations

import argparse
import ctypes
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from archive import write_archive

ROOT = Path(__file__).resolve().parents[2]
SUBREAPER = 36  # PR_SET_CHILD_SUBREAPER: what children leave behind becomes ours
PDFMINER = """
import sys, warnings
from pathlib import Path
from pdfminer.high_level import extract_text
for path in sorted(Path(sys.argv[1]).rglob("*.pdf")):
    extract_text(path)
"""


@dataclass(frozen=True)
class Cost:
    """What a command took: seconds by the clock and of processors, megabytes."""

    clock: float
    processor: float
    main_processor: float
    main_peak: float
    report: dict[str, object]

    @property
    def peak(self) -> float:
        """The largest the whole load can have been: its main process and its worker."""
        return self.main_peak + float(str(self.report.get("peak_megabytes", 0)))


def run(command: list[str]) -> Cost:
    """Run a command and wait for it and for every process that it left."""
    before = _children()
    begun = time.monotonic()
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, env=os.environ | {"PYTHONPATH": PATH}
    )
    assert process.stdout
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    clock = time.monotonic() - begun
    main = usage.ru_utime + usage.ru_stime
    try:
        while True:
            os.wait()
    except ChildProcessError:
        pass
    if status and not output.startswith(b"{"):
        raise SystemExit(f"{command} ended with {status}")
    report = json.loads(output) if output.startswith(b"{") else {}
    return Cost(clock, _children() - before, main, usage.ru_maxrss / 1024, report)


PATH = os.pathsep.join((str(ROOT / "pipeline"), os.environ.get("PYTHONPATH", "")))


def _children() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def load(folder: Path, database: Path, workers: int) -> Cost:
    command = [sys.executable, "-m", "minutebook", "load", str(folder), "--json"]
    cost = run([*command, "--db", str(database), "--workers", str(workers)])
    failures = cost.report.get("failures")
    if failures:
        raise SystemExit(f"failed: {failures}")
    return cost


def show(label: str, value: float, target: float, *, least: bool = False) -> None:
    held = value >= target if least else value <= target
    sign = ">=" if least else "<="
    print(f"{label:<58}{value:8.3f}  {sign} {target:<5} {'ok' if held else 'MISSED'}")


def show_cost(label: str, cost: Cost, count: int) -> None:
    print(
        f"{label:<24}{cost.clock:8.1f} s clock {cost.processor:8.1f} s processor"
        f" ({1000 * cost.processor / count:.1f} ms a document, main process"
        f" {1000 * cost.main_processor / count:.2f}), {cost.main_peak:.0f} MB main,"
        f" {cost.report.get('peak_megabytes', 0)} MB worker",
        flush=True,
    )


def measure_small(work: Path, count: int) -> None:
    """Print the ratios that an archive of one size shows."""
    folder = write_archive(work / "small", count)
    one = load(folder, work / "one.db", 1)
    show_cost("one worker", one, count)
    two = load(folder, work / "two.db", 2)
    show_cost("two workers", two, count)
    again = load(folder, work / "two.db", 2)
    show_cost("again, unchanged", again, count)
    pdfs = work / "pdfs"
    for path in folder.rglob("*.pdf"):
        target = pdfs / path.relative_to(folder)
        target.parent.mkdir(parents=True, exist_ok=True)
        os.link(path, target)
    ours = load(pdfs, work / "pdfs.db", 1)
    number = sum(1 for _ in pdfs.rglob("*.pdf"))
    show_cost("the PDFs alone", ours, number)
    alone = run([sys.executable, "-c", PDFMINER, str(pdfs)])
    show_cost("pdfminer extract_text", alone, number)
    worker = two.processor - two.main_processor
    print()
    show("whole load : pdfminer extract_text, processor", _ratio(ours, alone), 1.5)
    show("two workers : one, by the clock", one.clock / two.clock, 1.85, least=True)
    bound = 2 * worker / (worker + two.main_processor)
    show("two workers : one, as processor time allows", bound, 1.85, least=True)
    show("reload unchanged : first load, processor", _ratio(again, two), 0.02)
    show("reload unchanged : first load, clock", again.clock / two.clock, 0.02)


def _ratio(one: Cost, other: Cost) -> float:
    return one.processor / other.processor


def measure_growth(work: Path, count: int, large: int) -> None:
    """Print what more documents cost, of short ones, with two workers."""
    costs = []
    for number in (count, large):
        folder = write_archive(work / f"short{number}", number, long=False)
        costs.append(load(folder, work / f"short{number}.db", 2))
        show_cost(f"{number:,} short ones", costs[-1], number)
        shutil.rmtree(folder)
    small, big = costs
    print()
    show(f"peak memory at {large:,} : at {count:,}", big.peak / small.peak, 1.1)
    cost = _ratio(big, small) * count / large
    show(f"processor a document at {large:,} : at {count:,}", cost, 1.1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--documents", type=int, default=2000)
    parser.add_argument("--large", type=int, help="also show what growing costs")
    parser.add_argument("--growth-only", action="store_true")
    given = parser.parse_args()
    ctypes.CDLL(None).prctl(SUBREAPER, 1, 0, 0, 0)
    with tempfile.TemporaryDirectory() as folder:
        if not given.growth_only:
            measure_small(Path(folder), given.documents)
        if given.large:
            measure_growth(Path(folder), given.documents, given.large)


if __name__ == "__main__":
    main()
