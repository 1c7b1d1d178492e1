"""What workers do in the tests of loading: quick, and ill-behaved when asked to be."""

from __future__ import annotations

import hashlib
import os
import signal
import time
from collections.abc import Callable
from dataclasses import replace

from made_minutes import TEXT, make

from minutebook.bulk.worker import Outcome, extract_rows
from minutebook.load import Input, ReadOptions
from minutebook.store import prepare


def work(
    task: Input, options: ReadOptions, after_reading: Callable[[], None] | None = None
) -> Outcome:
    """Return made-up rows of a file, or do what its words say."""
    words = task.read().decode()
    if "hang" in words:
        time.sleep(600)
    if "crash" in words:
        os.abort()
    if "exit" in words:
        os._exit(3)
    if "swell" in words:
        return [bytearray(50_000_000) for _ in range(1000)]  # type: ignore[return-value]
    if "deaf" in words:  # it fails where Ctrl-C would reach this process
        assert signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, ())
    if "slow" in words:
        time.sleep(0.2)
    if after_reading:
        after_reading()
    if "stuck" in words:
        while True:
            pass
    if "real" in words:
        return extract_rows(task, options, after_reading)
    made = make(text=f"{TEXT}{words}\n", path=task.path)
    digest = hashlib.sha256(task.read()).hexdigest()
    source = replace(made.source, sha256=digest, size=len(task.read()))
    return prepare(replace(made, source=source))
