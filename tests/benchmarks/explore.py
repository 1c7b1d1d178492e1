"""Asks the pages of generated databases and prints how long they take.

    python tests/benchmarks/explore.py [--sizes 100000 1000000] [--requests 40]

One server on one core answers one request at a time. Every request of a kind is a
different one, so that nothing is answered from a question asked before; the home page
has only one. Processor time is the server's alone, and holds on a busy machine, too.
"""

from __future__ import annotations

import argparse
import http.client
import os
import random
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "pipeline"), str(ROOT / "tests")]

from synthetic import make_database  # noqa: E402

WORDS = (
    "bufimoley", "pavilion", "playground", "pavilion hedge", "playground bench",
    "playground OR pavilion", '"the playground"', "playgr*", "playground -hedge",
    "cafe", "pavilion OR bufimoley", "cemetery pavilion",
)  # fmt: skip
COMMON = ("council", "hedge works", "report OR clerk", "the", "speed limit", "budget")
KINDS = ("approved", "resolved", "noted", "recommended", "deferred", "rejected")
BROAD = "words in half of all rows"  # shown, but not held to the limit
LIMIT = 100.0  # milliseconds, for the 95th percentile at a million


def main() -> int:
    """Return 0 if every page kept within the limit."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[100_000, 1_000_000])
    parser.add_argument("--requests", type=int, default=40, help="of each kind")
    cache = Path(tempfile.gettempdir()) / "minutebook-benchmark"
    parser.add_argument("--cache", type=Path, default=cache)
    options = parser.parse_args()
    found = {x: measure(made(options.cache, x), options) for x in options.sizes}
    report(found)
    last = found[max(found)]
    return int(any(share(last[x][0], 0.95) > LIMIT for x in last if x != BROAD))


def made(folder: Path, size: int) -> Path:
    """Return the database of that size, made if it is not there from another time."""
    folder.mkdir(parents=True, exist_ok=True)
    schema = ROOT / "pipeline" / "minutebook" / "store" / "schema.py"
    marks = (schema, ROOT / "tests" / "synthetic.py")
    path = folder / f"decisions-{size}.db"
    if path.exists() and path.stat().st_mtime > max(x.stat().st_mtime for x in marks):
        return path
    print(f"making {path}", file=sys.stderr)
    began = folder / f"unfinished-{os.getpid()}.db"
    make_database(began, size)
    began.replace(path)
    return path


# --------------------------------------------------------------------- what is asked


def questions(database: Path, requests: int) -> dict[str, list[str]]:
    """Return the addresses of each kind of page, no two alike but the home page."""
    chosen = random.Random(11)
    with sqlite3.connect(database) as conn:
        councils = column(conn, "select ref from councils")
        decisions = some_refs(conn, "decisions", requests, chosen)
        people = some_refs(conn, "people", requests, chosen)
    years = [str(x) for x in range(2005, 2025)]
    pairs = [(w, c, y) for w in WORDS for c in councils for y in years]
    two = [
        f"/search?{urlencode({'q': w, 'council': c, 'year': y})}"
        for w, c, y in chosen.sample(pairs, requests)
    ]
    singles = [(w, k, v) for w in WORDS for k, v in facet_values(councils, years)]
    return {
        "home": ["/"] * requests,
        "search with two filters": two,
        "facet of a search": [
            f"/search?{urlencode({'q': w, k: v})}"
            for w, k, v in chosen.sample(singles, requests)
        ],
        "decision": [f"/decision/{x}" for x in decisions],
        "person": [f"/person/{x}" for x in people],
        BROAD: [
            f"/search?{urlencode({'q': w, 'kind': k})}" for w in COMMON for k in KINDS
        ][:requests],
    }


def facet_values(councils: list[str], years: list[str]) -> list[tuple[str, str]]:
    """Return the values of facets that may be chosen."""
    values = {"council": councils, "year": years, "kind": list(KINDS)}
    return [(name, x) for name, some in values.items() for x in some]


def column(conn: sqlite3.Connection, sql: str) -> list[str]:
    """Return the only column that a statement gives."""
    return [x[0] for x in conn.execute(sql)]


def some_refs(
    conn: sqlite3.Connection, table: str, count: int, chosen: random.Random
) -> list[str]:
    """Return the refs of some rows of a table."""
    last = conn.execute(f"select max(id) from {table}").fetchone()[0]
    ids = ", ".join(str(x) for x in chosen.sample(range(1, last + 1), count))
    return column(conn, f"select ref from {table} where id in ({ids})")


# --------------------------------------------------------------------- how it is asked

Times = tuple[list[float], list[float]]  # by the clock and of the processor, in ms


def measure(database: Path, options: argparse.Namespace) -> dict[str, Times]:
    """Return the times that each kind of page took."""
    asked = questions(database, options.requests)
    found: dict[str, Times] = {}
    with serving(database) as (server, connection):
        began = time.monotonic()
        fetch(connection, "/")
        started = time.monotonic() - began
        print(f"{database.name}: first page after {started:.1f} s", file=sys.stderr)
        for warm in ("/overview", "/search?q=bench", "/search?scope=items"):
            fetch(connection, warm)
        for name, urls in asked.items():
            clock, processor = [], []
            for url in urls:
                before, start = used(server.pid), time.perf_counter()
                fetch(connection, url)
                clock.append(1000 * (time.perf_counter() - start))
                processor.append(1000 * (used(server.pid) - before))
            found[name] = (clock, processor)
    return found


@contextmanager
def serving(
    database: Path,
) -> Iterator[tuple[subprocess.Popen[bytes], http.client.HTTPConnection]]:
    """Yield a server on one core and a connection to it; end it afterwards."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    core = {max(os.sched_getaffinity(0))}
    process = subprocess.Popen(
        [sys.executable, "-m", "datasette", "serve", str(database), "-p", str(port)],
        env={**os.environ, "PYTHONPATH": str(ROOT / "pipeline")},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        preexec_fn=lambda: os.sched_setaffinity(0, core),
    )
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    try:
        wait_for(connection, process)
        yield process, connection
    finally:
        connection.close()
        process.terminate()
        process.wait(20)


def wait_for(
    connection: http.client.HTTPConnection, process: subprocess.Popen[bytes]
) -> None:
    """Return when the server answers."""
    for _ in range(600):
        if process.poll() is not None:
            raise SystemExit("the server ended")
        try:
            fetch(connection, "/robots.txt")
            return
        except OSError:
            connection.close()
            time.sleep(0.1)
    raise SystemExit("the server does not answer")


def fetch(connection: http.client.HTTPConnection, url: str) -> bytes:
    """Return what the server answers; anything but a page ends the benchmark."""
    connection.request("GET", url)
    answer = connection.getresponse()
    data = answer.read()
    if answer.status != 200:
        raise SystemExit(f"{url}: {answer.status}")
    return data


def used(pid: int) -> float:
    """Return the seconds of processor time that a process has used so far.

    The number of its clock is made as Linux makes it: the process turned over, and 2
    for time that the scheduler counts.
    """
    return time.clock_gettime((~pid << 3) | 2)


# ------------------------------------------------------------------------ what is said


def report(found: dict[int, dict[str, Times]]) -> None:
    """Print median and 95th percentile of every page at every size, and the growth."""
    sizes = sorted(found)
    print(f"{'milliseconds':27}" + "".join(f"{x:>34,}" for x in sizes) + "   growth")
    head = f"{'median':>10}{'95 %':>7}{'cpu':>9}{'95 %':>8}"
    print(" " * 27 + head * len(sizes))
    for name in found[sizes[0]]:
        line = f"{name:27}"
        for size in sizes:
            clock, processor = found[size][name]
            line += f"{share(clock, 0.5):10.0f}{share(clock, 0.95):7.0f}"
            line += f"{share(processor, 0.5):9.0f}{share(processor, 0.95):8.0f}"
        first, last = (
            statistics.mean(found[x][name][1]) for x in (sizes[0], sizes[-1])
        )
        print(f"{line}{last / first:8.1f}x")


def share(times: list[float], part: float) -> float:
    """Return the time within which a part of the requests was answered."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


if __name__ == "__main__":
    raise SystemExit(main())
