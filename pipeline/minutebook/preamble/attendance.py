"""Reads the attendance lists: names, status, roles, organisations, who chaired."""

from __future__ import annotations

from minutebook.records import Attendee, Sections, SourceDocument


def read_attendance(source: SourceDocument, sections: Sections) -> tuple[Attendee, ...]:
    """Return everyone listed, in the order of the text."""
    return ()
