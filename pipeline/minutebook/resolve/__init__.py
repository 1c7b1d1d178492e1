"""Finds who is who across meetings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from minutebook.records import Identity, Link, NamedPerson, ToldMeeting
from minutebook.resolve.bodies import identify, own_key
from minutebook.resolve.folders import Held, home_folder, join_bodies
from minutebook.resolve.people import is_short, link_short, why_unresolved

__all__ = ["Resolver", "identify", "is_short", "link_short", "why_unresolved"]


@dataclass(frozen=True, slots=True)
class Resolver:
    """Decides who is who; `council` is the one that the user named for a load."""

    council: str | None = None

    def identify(
        self, council: str | None, body: str | None, *, folder: str
    ) -> Identity:
        """Return which council and body the minutes of a meeting tell by themselves."""
        name = PurePosixPath(home_folder(folder)).name
        return identify(council, body, given=self.council, folder=name)

    def identify_all(self, meetings: Sequence[ToldMeeting]) -> list[Identity]:
        """Return which council and body each meeting of a database belongs to."""
        held: list[Held] = []
        for path, council, body, year, given in meetings:
            folder = home_folder(str(PurePosixPath(path).parent))
            name = PurePosixPath(folder).name
            own = identify(council, body, given=given, folder=name)
            held.append((folder, own, year))
        return join_bodies(held)

    def organisation_key(self, key: str, identity: Identity) -> str:
        """Return the key of an organisation that the minutes of a meeting name."""
        return own_key(key, identity)

    def why_unresolved(self, key: str) -> str | None:
        """Return why a name alone does not tell who is meant; None for a full name."""
        return why_unresolved(key)

    def link_short(self, people: Iterable[NamedPerson]) -> Iterator[Link]:
        """Yield for each short name of one body whom it stands for."""
        return link_short(people)
