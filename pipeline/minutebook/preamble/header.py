"""Reads the heading: council, body, date, times, venue, draft."""

from __future__ import annotations

from minutebook.records import Preamble, Sections, SourceDocument


def read_header(source: SourceDocument, sections: Sections) -> Preamble:
    """Return what the heading says, attendance left empty."""
    return Preamble()
