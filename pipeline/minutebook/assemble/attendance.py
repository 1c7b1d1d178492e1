"""Lets the text correct the attendance list: late, early, absent after all, the chair."""

from __future__ import annotations

from minutebook.records import Attendee, Mentions, Preamble, Sections, SourceDocument


def settle_attendance(
    source: SourceDocument, sections: Sections, preamble: Preamble, mentions: Mentions
) -> tuple[Attendee, ...]:
    """Return the attendance after what the text itself says of it."""
    return preamble.attendance
