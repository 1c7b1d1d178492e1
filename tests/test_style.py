"""Ruff and mypy find nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def run(*words: str) -> tuple[int, str]:
    ran = subprocess.run(
        [sys.executable, "-m", *words], cwd=ROOT, capture_output=True, text=True
    )
    return ran.returncode, ran.stdout + ran.stderr


def test_ruff() -> None:
    code, output = run("ruff", "check", ".")
    assert code == 0, output[-3000:]


@pytest.mark.slow
def test_mypy() -> None:
    code, output = run("mypy")
    assert code == 0, output[-3000:]
