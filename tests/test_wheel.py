"""The wheel holds all that it needs, and works far from the checkout."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MINUTES = """# Thornbeck Parish Council

Minutes of the meeting held on Tuesday 5 March 2024 at 7.30 pm in the Reading Room

Present: Cllr Ada Penrose (Chair), Cllr Bram Okafor

1. Apologies

Cllr Edith Lumley sent apologies.

2. Allotments

RESOLVED that the rent be £18.50 a plot.
"""

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("wheel")]


def run(*words: str | Path, cwd: Path) -> str:
    outside = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
    ran = subprocess.run(
        [str(x) for x in words], cwd=cwd, env=outside, capture_output=True, text=True
    )
    assert ran.returncode == 0, ran.stderr[-3000:]
    return ran.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("wheel")
    run(
        sys.executable, "-m", "build", "--wheel", "--no-isolation",
        "--outdir", target, ROOT, cwd=target,
    )  # fmt: skip
    (built,) = target.glob("*.whl")
    return built


def fresh(folder: Path, wheel: Path, *, borrow: bool) -> Path:
    """Return the python of a new environment that holds the wheel.

    It borrows the libraries of ours, or installs them all from the index.
    """
    venv.create(folder, with_pip=True)
    python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    if borrow:
        (site,) = folder.rglob("site-packages")
        (site / "borrowed.pth").write_text(sysconfig.get_path("purelib"))
    alone = ["--no-deps", "--ignore-installed"] if borrow else []
    run(python, "-m", "pip", "install", "-q", *alone, wheel, cwd=folder)
    return python


def extract_elsewhere(python: Path, folder: Path) -> None:
    folder.mkdir()
    (folder / "march.md").write_text(MINUTES, encoding="utf-8")
    where = run(
        python, "-c", "import minutebook; print(minutebook.__file__)", cwd=folder
    )
    assert Path(where.strip()).is_relative_to(python.parents[1])
    record = json.loads(
        run(python.parent / "minutebook", "extract", "march.md", cwd=folder)
    )
    assert record["document"] == "march.md"
    assert record["meeting"]["date"] == "2024-03-05"
    assert [x["name"] for x in record["attendance"] if x["chair"]] == ["Ada Penrose"]
    assert [x["amount"] for x in record["money"]] == [18.5]


def test_wheel_holds_models_and_stays_small(wheel: Path) -> None:
    assert wheel.stat().st_size < 25_000_000
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    here = {
        f"minutebook/models/{x.relative_to(ROOT / 'models').as_posix()}"
        for x in (ROOT / "models").rglob("*")
        if x.is_file() and x.suffix in {".tsv", ".json", ".jsonl", ".md"}
    }
    assert here
    assert here <= names
    assert any(x.startswith("minutebook/explore/templates/") for x in names)
    assert any(x.startswith("minutebook/explore/static/") for x in names)
    assert "minutebook/store/schema.sql" in names
    assert any(x.endswith("licenses/LICENSE") for x in names)


def test_wheel_extracts_from_anywhere(wheel: Path, tmp_path: Path) -> None:
    python = fresh(tmp_path / "venv", wheel, borrow=True)
    extract_elsewhere(python, tmp_path / "elsewhere")


def test_plugin_is_found_by_its_entry_point(wheel: Path, tmp_path: Path) -> None:
    python = fresh(tmp_path / "venv", wheel, borrow=True)
    plugins = json.loads(run(python, "-m", "datasette", "plugins", cwd=tmp_path))
    assert "minutebook" in {x["name"] for x in plugins}


@pytest.mark.network
def test_wheel_installs_with_all_that_it_needs(wheel: Path, tmp_path: Path) -> None:
    python = fresh(tmp_path / "venv", wheel, borrow=False)
    extract_elsewhere(python, tmp_path / "elsewhere")
