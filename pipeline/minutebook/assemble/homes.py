"""Finds the item that a task belongs to: where it stands, or what its row says."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from minutebook.assemble.recaps import COUNTER
from minutebook.assemble.tasks import Found
from minutebook.records import Item

_LOOSE = re.compile(r"^\D+|[a-z]?(?=/)|[a-z]$")
_TASKS = re.compile(r"\b(?:actions?|tasks?|to[ -]?dos?|assignments?)\b", re.IGNORECASE)
_COUNT = re.compile(r"\d{1,2}")


class Homes:
    """The items of one meeting, by place and by number."""

    def __init__(self, items: tuple[Item, ...], found: Iterable[Found]) -> None:
        """Learn the items, and whether the rows of a table count for themselves."""
        self._items = items
        self._starts = [x.start for x in items]
        self._numbers: dict[str, list[int]] = {}
        for index, item in enumerate(items):
            if item.number:
                self._numbers.setdefault(_key(item.number), []).append(index)
        numbers = [x.number for x in found if x.number]
        counts = [int(x) for x in dict.fromkeys(numbers) if _COUNT.fullmatch(x)]
        self._counted = bool(counts) and counts == list(range(1, len(counts) + 1))

    def find(self, found: Found) -> int | None:
        """Return the index of the item: the one that the row names, if there is one.

        A list that sums up who is to do what stands under none of the items, unless
        an item with a number is that list.
        """
        named = self._named(found.number)
        if named is not None:
            return named
        at = bisect_right(self._starts, found.start) - 1
        if at < 0 or (found.rule == "summary" and not self._is_list(at)):
            return None
        return at

    def _is_list(self, at: int) -> bool:
        item = self._items[at]
        return item.number is not None and _TASKS.search(item.title) is not None

    def _named(self, number: str | None) -> int | None:
        if number is None or (self._counted and _COUNT.fullmatch(number)):
            return None
        if COUNTER.fullmatch(number):
            return None
        # "3.2" is a paragraph of item 3 where no item is numbered so
        keys = (_key(number), _key(number).rpartition(".")[0])
        for key in keys:
            indices = self._numbers.get(key, []) if key else []
            # of "4", "4a" and "4b" it is "4" that is named so
            exact = [x for x in indices if self._items[x].number == key] or indices
            if indices:
                return exact[0] if len(exact) == 1 else None
        return None


def _key(number: str) -> str:
    """Return a number without what its writers add: "BM 07/2122" is "7/2122"."""
    return _LOOSE.sub("", number).lstrip("0")
