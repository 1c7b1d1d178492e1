"""Tells which version of the readers and of the rules made a row.

A version is a digest of the code and the tables that decide the outcome, so none is
forgotten: what changed is read or extracted again, and nothing else is.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from minutebook.assets import models_dir

_HERE = Path(__file__).resolve().parent
_READING = ("load", "records.py")
_READERS = ("pdfminer.six", "pypdfium2", "python-docx", "lxml", "selectolax")
_RULES = ("grammar", "segment", "preamble", "recognise", "assemble", "resolve")
_ROWS = ("store/rows.py", "store/refs.py", "store/standing.py", "runner.py")


@cache
def reader_version() -> str:
    """Return what changes when a file may be read otherwise than before."""
    return _digest((_HERE / x for x in _READING), _READERS)


@cache
def rules_version() -> str:
    """Return what changes when a text may be understood otherwise than before."""
    parts = [_HERE / x for x in (*_RULES, *_ROWS)]
    return _digest([*parts, models_dir()], ("spacy", "dateparser"))


def _digest(parts: Iterable[Path], libraries: tuple[str, ...]) -> str:
    digest = hashlib.sha256()
    for part in parts:
        for path in sorted(part.rglob("*")) if part.is_dir() else [part]:
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(path.relative_to(part.parent).as_posix().encode())
                digest.update(path.read_bytes())
    for name in libraries:
        digest.update(f"{name} {_installed(name)}".encode())
    return digest.hexdigest()[:12]


def _installed(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
