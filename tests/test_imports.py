"""The direction of imports: what may know of what, and what stays unloaded."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "pipeline" / "minutebook"

BASE = {"errors", "records"}
SHARED = BASE | {"assets", "certainty", "grammar"}
STAGES = {
    "load", "segment", "preamble", "recognise", "assemble", "resolve", "store",
}  # fmt: skip
WHOLE = SHARED | STAGES | {"runner", "output"}
# What each part may import of the others; a part that is not named here stands at the
# end of the flow (loops, commands, scores) and may import all but those of its kind.
MAY: dict[str, set[str]] = {
    "errors": set(),
    "records": set(),
    "assets": BASE,
    "certainty": BASE | {"assets"},
    "grammar": BASE | {"assets"},
    **dict.fromkeys(STAGES, SHARED),
    "explore": SHARED,
    "unwrap": BASE | {"segment"},
    "runner": SHARED | STAGES | {"unwrap"},
    "output": SHARED,
    "score": SHARED,
    "__init__": set(),
}
LAST = {"cli", "__main__"}  # nothing imports these but the command itself


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def part_of(module: Path) -> str:
    return module.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(module: Path) -> Iterator[str]:
    """Yield the dotted names that a module imports, wherever in it."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (x.name for x in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: relative import"
            base = node.module or ""
            yield base
            if base == "minutebook":
                yield from (f"minutebook.{x.name}" for x in node.names)


def own_parts(module: Path) -> set[str]:
    """Return the parts of the package that a module imports."""
    names = [x.split(".") for x in imported(module)]
    parts = {x[1] for x in names if x[0] == "minutebook" and len(x) > 1}
    return {x for x in parts if not x.startswith("__")}


def test_parts_import_only_what_comes_before_them() -> None:
    wrong = []
    for module in modules():
        part = part_of(module)
        allowed = MAY.get(part)
        for other in own_parts(module) - {part}:
            if (allowed is not None and other not in allowed) or (
                other in LAST and part not in LAST
            ):
                wrong.append(f"{module.relative_to(PACKAGE)} imports {other}")
    assert wrong == []


def test_every_stage_is_there_and_the_runner_calls_it() -> None:
    assert {part_of(x) for x in modules()} >= STAGES
    called = own_parts(PACKAGE / "runner.py")
    assert {"segment", "preamble", "recognise", "assemble"} <= called


def test_spacy_is_imported_in_recognise_alone() -> None:
    users = {
        part_of(module)
        for module in modules()
        for name in imported(module)
        if name.split(".")[0] in {"spacy", "thinc"}
    }
    assert users <= {"recognise", "training"}


@pytest.mark.parametrize(
    ("module", "unloaded"),
    [
        ("minutebook.explore", ("spacy", "thinc", "pdfminer", "dateparser")),
        (
            "minutebook.cli",
            ("spacy", "pdfminer", "datasette", "docx", "dateparser", "lxml"),
        ),
        ("minutebook.store", ("spacy", "pdfminer", "datasette")),
    ],
)
def test_import_leaves_unloaded(module: str, unloaded: tuple[str, ...]) -> None:
    code = f"import {module}, sys; print(*sys.modules)"
    path = os.pathsep.join([str(ROOT / "pipeline"), os.environ.get("PYTHONPATH", "")])
    ran = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": path},
        check=True,
    )
    loaded = set(ran.stdout.split())
    assert module in loaded
    assert loaded.isdisjoint(unloaded)
