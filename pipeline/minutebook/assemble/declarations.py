"""Finds the declarations."""

from __future__ import annotations

from minutebook.records import Attendee, Declaration, Mentions, Sections, SourceDocument


def find_declarations(
    source: SourceDocument,
    sections: Sections,
    attendance: tuple[Attendee, ...],
    mentions: Mentions,
) -> tuple[Declaration, ...]:
    """Return the declarations in the order of the text."""
    return ()
