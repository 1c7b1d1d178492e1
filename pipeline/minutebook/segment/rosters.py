"""Finds the stretches that list who came, who apologised and who was absent."""

from __future__ import annotations

from minutebook.records import RosterBlock, SourceDocument


def find_rosters(source: SourceDocument) -> tuple[RosterBlock, ...]:
    """Return the attendance blocks in the order of the text."""
    return ()
