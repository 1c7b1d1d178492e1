"""Tells minutes from agendas, reports and other documents."""

from __future__ import annotations

from minutebook.records import Item, RosterBlock, SourceDocument


def decide_kind(
    source: SourceDocument,
    rosters: tuple[RosterBlock, ...],
    items: tuple[Item, ...],
) -> tuple[str, float, str]:
    """Return the kind of document, how certain that is, and the rule that decided."""
    return "minutes", 0.5, "default"
