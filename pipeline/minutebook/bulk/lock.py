"""Lets one load at a time write to a database."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from minutebook.errors import LockedDatabase, StoreError

try:
    import fcntl
except ImportError:  # pragma: no cover - not on Windows
    fcntl = None  # type: ignore[assignment]

_PAUSE = 0.2


@contextmanager
def only_load(
    database: Path, *, wait: float, say: Callable[[str], None]
) -> Iterator[None]:
    """Hold the right to load into a database; the system takes it back from the dead.

    Raises LockedDatabase when another load still has it after `wait` seconds.
    """
    if fcntl is None:
        yield
        return
    path = database.with_name(f"{database.name}-load")
    descriptor = _acquire(path, wait, say)
    try:
        yield
    finally:
        with contextlib.suppress(OSError):
            os.unlink(path)
        os.close(descriptor)


def _acquire(path: Path, wait: float, say: Callable[[str], None]) -> int:
    end = time.monotonic() + wait
    said = False
    while True:
        descriptor = _open(path)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(descriptor)
            if time.monotonic() >= end:
                raise LockedDatabase(f"({path.name} is held)") from None
            if not said:
                say("Another load is writing to this database; waiting for it to end.")
                said = True
            time.sleep(_PAUSE)
            continue
        if _is_current(descriptor, path):
            return descriptor
        os.close(descriptor)


def _open(path: Path) -> int:
    try:
        return os.open(path, os.O_CREAT | os.O_RDWR, 0o644)
    except OSError as error:
        raise StoreError(f"{path.parent}: {error.strerror}") from error


def _is_current(descriptor: int, path: Path) -> bool:
    """Return whether the file that we locked is still the one that others see."""
    try:
        return os.path.samestat(os.fstat(descriptor), os.stat(path))
    except FileNotFoundError:
        return False
