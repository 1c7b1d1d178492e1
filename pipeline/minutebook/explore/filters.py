"""What a search page is asked for: every state of it is a link."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from typing import Any
from urllib.parse import urlencode

MAX_PAGE = 5_000  # of 20 each; the CSV has all
PAGE_SIZE = 20
MANY = ("council", "body", "year", "kind")  # facets: several values, any of them
CHOICES = {
    "scope": ("decisions", "items"),
    "sort": ("relevance", "newest", "oldest"),
    "view": ("list", "context"),
    "vote": ("", "counted", "contested", "named"),
}
ISO_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
REF = re.compile(r"[^\x00-\x20\"<>]{1,200}")
NAME = re.compile(r"[^\x00-\x1f\"<>]{1,200}")  # a ref, or as somebody types it
AMOUNT = re.compile(r"[£$€]?\s*(\d[\d,]{0,15}(?:\.\d{1,2})?)\s*([kKmM]?)")


@dataclass(frozen=True, slots=True)
class Filters:
    """The state of a search; field names are the names in the query string."""

    q: str = ""
    scope: str = "decisions"
    council: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    year: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    person: str = ""
    organisation: str = ""
    vote: str = ""
    since: str = ""
    until: str = ""
    over: str = ""
    under: str = ""
    standing: bool = False
    sort: str = ""
    view: str = "list"
    page: int = 1

    def link(self, path: str = "/search", **changes: Any) -> str:
        """Return the address of this search with some of its parts changed.

        >>> Filters(q="pond").link(kind=("approved",))
        '/search?q=pond&kind=approved'
        """
        query = urlencode(list(replace(self, **{"page": 1, **changes}).pairs()))
        return f"{path}?{query}" if query else path

    def toggled(self, name: str, value: str) -> str:
        """Return the address of this search with one facet value put in or out."""
        now = getattr(self, name)
        after = tuple(x for x in now if x != value)
        changes: dict[str, Any] = {name: after if value in now else (*now, value)}
        return self.link("/search", **changes)

    def without(self, name: str) -> str:
        """Return the address of this search with one filter dropped."""
        return self.link("/search", **{name: getattr(Filters(), name)})

    def pairs(self) -> Iterable[tuple[str, str]]:
        """Yield the names and values that differ from the plain search."""
        for name, usual in PLAIN:
            value = getattr(self, name)
            if value == usual:
                continue
            values = value if isinstance(value, tuple) else (value,)
            yield from ((name, "1" if x is True else str(x)) for x in values)

    def hidden(self, *shown: str) -> list[tuple[str, str]]:
        """Return the pairs that a form must carry along, without those it shows."""
        return [x for x in self.pairs() if x[0] not in {*shown, "page"}]

    @property
    def narrowed(self) -> bool:
        """Return whether anything but the words limits the search."""
        loose = {"q", "scope", "sort", "view", "page", "standing"}
        return any(name not in loose for name, _ in self.pairs())


PLAIN = tuple((x.name, x.default) for x in fields(Filters))


def last_page(total: int) -> int:
    """Return the number of the last page of so many results that can be asked for.

    >>> last_page(0), last_page(20), last_page(41), last_page(1_000_000)
    (0, 1, 3, 5000)
    """
    return min((total + PAGE_SIZE - 1) // PAGE_SIZE, MAX_PAGE)


def read_filters(args: Any) -> Filters:
    """Return the state that a query string stands for; nonsense in it is ignored."""
    found: dict[str, Any] = {}
    for name in (field.name for field in fields(Filters)):
        values = [x.strip() for x in args.getlist(name) if x.strip()]
        if not values:
            continue
        if name in MANY:
            found[name] = tuple(dict.fromkeys(x for x in values if REF.fullmatch(x)))
        else:
            value = _read(name, values[0])
            if value is not None:
                found[name] = value
    return Filters(**found)


def _read(name: str, value: str) -> Any:
    """Return the value of a single filter, None where it makes no sense."""
    if name in CHOICES:
        return value if value in CHOICES[name] else None
    if name == "page":
        number = int(value) if value.isdecimal() and len(value) < 6 else 1
        return min(max(number, 1), MAX_PAGE)
    if name == "standing":
        return value == "1" or None
    if name in ("since", "until"):
        return value if ISO_DATE.fullmatch(value) else None
    if name in ("over", "under"):
        return value if read_amount(value) is not None else None
    if name in ("person", "organisation"):
        return value if NAME.fullmatch(value) else None
    return value[:400]


def read_amount(text: str) -> float | None:
    """Return the sum that somebody typed, None if it is none.

    >>> read_amount("£1,500"), read_amount("2.5k"), read_amount("lots")
    (1500.0, 2500.0, None)
    """
    match = AMOUNT.fullmatch(text.strip())
    if not match:
        return None
    factor = {"": 1, "k": 1_000, "m": 1_000_000}[match[2].lower()]
    return float(match[1].replace(",", "")) * factor


def date_number(text: str, last: bool = False) -> int:
    """Return a date as a number that sorts; what is not known is first or last.

    >>> date_number("2016-07"), date_number("2016-07", last=True)
    (20160700, 20160799)
    """
    digits = text.replace("-", "")
    return int(digits.ljust(8, "9" if last else "0"))
