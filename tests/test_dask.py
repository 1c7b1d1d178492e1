"""A Dask cluster gives the same rows as the processes of one machine."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from test_cli import invoke
from test_loading import counts
from test_store import check, dump

sys.path.insert(0, str(Path(__file__).parent / "benchmarks"))

from archive import write_archive
from loading_work import work

from minutebook.bulk import LoadOptions, load
from minutebook.bulk.cluster import ClusterError
from minutebook.bulk.worker import Limits
from minutebook.store import open_database

distributed = pytest.importorskip("distributed")
LIMITS = Limits(seconds=60.0, megabytes=512)


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    cluster = distributed.LocalCluster(
        n_workers=1, threads_per_worker=1, dashboard_address=None, processes=True
    )
    yield cluster.scheduler_address
    cluster.close()


@pytest.mark.slow
def test_cluster_gives_the_same_rows(scheduler: str, tmp_path: Path) -> None:
    folder = write_archive(tmp_path / "archive", 30, long=False)
    (folder / "empty.pdf").write_bytes(b"")
    (folder / "table.tsv").write_bytes(b"a\tb\n")
    here = LoadOptions(workers=1, limits=LIMITS)
    there = LoadOptions(scheduler=scheduler, limits=LIMITS)
    one = load([folder], tmp_path / "here.db", here)
    two = load([folder], tmp_path / "there.db", there)
    assert counts(one) == counts(two) == {"loaded": 30, "failed": 1, "skipped": 1}
    databases = [open_database(tmp_path / f"{x}.db") for x in ("here", "there")]
    assert dump(databases[0]) == dump(databases[1])
    check(databases[1])
    again = load([folder], tmp_path / "there.db", there)
    assert counts(again) == {"unchanged": 30, "failed": 1, "skipped": 1}


@pytest.mark.slow
def test_bad_files_cost_themselves_on_a_cluster(scheduler: str, tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    folder.mkdir()
    for name, words in (("a", "one"), ("b", "exit"), ("c", "hang"), ("d", "two")):
        (folder / f"{name}.txt").write_text(words)
    given = LoadOptions(scheduler=scheduler, limits=Limits(seconds=4.0))
    report = load([folder], tmp_path / "x.db", given, work=work)
    assert counts(report) == {"loaded": 2, "failed": 2}
    assert [x["reason"] for x in report.failures] == [
        "Its reader ended with code 3.",
        "It took more than 4 seconds.",
    ]


def test_cluster_that_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Agreed")
    with pytest.raises(ClusterError):
        load([tmp_path], tmp_path / "x.db", LoadOptions(scheduler="nonsense://"))


def test_engine_and_scheduler_go_together(tmp_path: Path) -> None:
    for words in (("--engine", "dask"), ("--scheduler", "tcp://127.0.0.1:1")):
        result = invoke("load", tmp_path, "--db", tmp_path / "x.db", *words)
        assert result.exit_code == 2
        assert "go together" in result.output
