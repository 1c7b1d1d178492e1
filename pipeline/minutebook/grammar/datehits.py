"""A date as it is written, before anything is said of its value."""

from __future__ import annotations

from typing import NamedTuple


class DateHit(NamedTuple):
    """A written date: where it stands and the parts that are written, None where not.

    A range has its far end in `day2`, `month2`, `year2`. `short_year` says that the
    years were written with two digits. `part` is early, mid or late.
    """

    start: int
    end: int
    style: str
    day: int | None = None
    month: int | None = None
    year: int | None = None
    day2: int | None = None
    month2: int | None = None
    year2: int | None = None
    weekday: int | None = None  # 0 is Monday
    short_year: bool = False
    part: str | None = None

    @property
    def is_range(self) -> bool:
        """Return whether it names two ends."""
        return any((self.day2, self.month2, self.year2))

    @property
    def is_full(self) -> bool:
        """Return whether day, month and year are all written."""
        return None not in (self.day, self.month, self.year)
