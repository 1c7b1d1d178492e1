"""Finds the agenda items by their numbers, headings and layout."""

from __future__ import annotations

from minutebook.records import Item, RosterBlock, SourceDocument


def find_items(
    source: SourceDocument, rosters: tuple[RosterBlock, ...]
) -> tuple[Item, ...]:
    """Return the agenda items in the order of the text."""
    return ()
