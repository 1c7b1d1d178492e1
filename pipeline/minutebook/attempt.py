"""One file through the reader and all stages; whatever goes wrong is one kind of error.

`extract`, `load` and `evaluate` all go this way, so that a fault of one rule on one
document costs that document only, and is reported with the stage it happened in.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable

from minutebook import runner
from minutebook.errors import MinutebookError
from minutebook.load import Input, ReadOptions, read_document
from minutebook.records import Extraction, SourceDocument

_STAGES = {
    "load": "load",
    "segment": "segment",
    "preamble": "segment",
    "recognise": "recognise",
    "assemble": "assemble",
    "store": "store",
}


class StageFailed(MinutebookError):
    """A stage failed on this document:"""

    def __init__(self, stage: str, cause: BaseException) -> None:
        self.stage = stage
        self.cause = type(cause).__name__
        super().__init__(f"{self.cause}: {cause}"[:500].strip(": "))


def attempt(
    task: Input | SourceDocument,
    options: ReadOptions | None = None,
    after_reading: Callable[[], None] | None = None,
) -> Extraction:
    """Return what the stages read out of a file, or out of a document read before.

    Raises MinutebookError: one of its reader, or StageFailed for any other fault.
    """
    try:
        if isinstance(task, SourceDocument):
            source = task
        else:
            source = read_document(task, options)
        if after_reading:
            after_reading()
        return runner.extract(source)
    except (MinutebookError, MemoryError):
        raise
    except Exception as error:
        raise StageFailed(stage_of(error), error) from error


def stage_of(error: BaseException) -> str:
    """Return the stage in which an error happened; "extract" where none can be told."""
    for frame, _ in traceback.walk_tb(error.__traceback__):
        parts = str(frame.f_globals.get("__name__", "")).split(".")
        if parts[0] == "minutebook" and len(parts) > 1 and parts[1] in _STAGES:
            return _STAGES[parts[1]]
    return "extract"
