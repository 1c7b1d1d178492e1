"""Recognises organisations, their acronyms and short forms."""

from __future__ import annotations

from minutebook.recognise.context import Context
from minutebook.records import Entity, Mention


def recognise_organisations(
    context: Context, people: tuple[Mention, ...], roles: tuple[Mention, ...]
) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """Return the mentions of organisations and the organisations they name."""
    return (), ()
