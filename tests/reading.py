"""Reads a few lines of invented minutes through the stages, for the tests."""

from __future__ import annotations

from typing import Any

from minutebook.load.reader import read_bytes
from minutebook.output import record
from minutebook.runner import extract


def read(text: str, name: str = "minutes.md") -> dict[str, Any]:
    """Return the record of a document with this text."""
    return record(extract(read_bytes(name, text.encode())))


def minutes(body: str, present: str = "") -> dict[str, Any]:
    """Return the record of parish minutes with this body text."""
    listed = (
        present
        or "Cllr Ada Penrose (Chair), Cllr Tom Holt, Cllr Jo Marsh, Lee Orr (Clerk)"
    )
    head = (
        "# Thornbeck Parish Council\n\nMinutes of the meeting held on 4 March 2024 "
        f"at 7.30pm in the Reading Room.\n\nPresent: {listed}\n\n"
    )
    return read(head + body)
