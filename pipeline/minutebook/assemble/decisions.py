"""Finds the decisions."""

from __future__ import annotations

from minutebook.records import Attendee, Decision, Mentions, Sections, SourceDocument


def find_decisions(
    source: SourceDocument,
    sections: Sections,
    attendance: tuple[Attendee, ...],
    mentions: Mentions,
) -> tuple[Decision, ...]:
    """Return the decisions in the order of the text."""
    return ()
