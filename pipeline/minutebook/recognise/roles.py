"""Recognises posts and offices."""

from __future__ import annotations

from minutebook.recognise.context import Context
from minutebook.records import Entity, Mention


def recognise_roles(
    context: Context, people: tuple[Mention, ...]
) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """Return the mentions of roles and the roles they name."""
    return (), ()
