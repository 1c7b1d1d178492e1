"""Reads the opening of the minutes: which body met, when, where, and who came."""

from __future__ import annotations

from minutebook.records import Preamble, Sections, SourceDocument


def read_preamble(source: SourceDocument, sections: Sections) -> Preamble:
    """Return the header fields and the attendance of one document."""
    return Preamble()
