"""Finds who is who across meetings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from minutebook.records import Identity, Link, NamedPerson
from minutebook.resolve.bodies import identify
from minutebook.resolve.people import is_short, link_short, why_unresolved

__all__ = ["Resolver", "identify", "is_short", "link_short", "why_unresolved"]


@dataclass(frozen=True, slots=True)
class Resolver:
    """Decides who is who; `council` is the one that the user named for a load."""

    council: str | None = None

    def identify(
        self, council: str | None, body: str | None, *, folder: str
    ) -> Identity:
        """Return which council and body a meeting belongs to."""
        return identify(council, body, given=self.council, folder=folder)

    def why_unresolved(self, key: str) -> str | None:
        """Return why a name alone does not tell who is meant; None for a full name."""
        return why_unresolved(key)

    def link_short(self, people: Iterable[NamedPerson]) -> Iterator[Link]:
        """Yield for each short name of one body whom it stands for."""
        return link_short(people)
