"""Finds the actions."""

from __future__ import annotations

from minutebook.records import Action, Attendee, Mentions, Sections, SourceDocument


def find_actions(
    source: SourceDocument,
    sections: Sections,
    attendance: tuple[Attendee, ...],
    mentions: Mentions,
) -> tuple[Action, ...]:
    """Return the actions in the order of the text."""
    return ()
