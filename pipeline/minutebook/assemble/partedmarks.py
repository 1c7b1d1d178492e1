"""Parts a marked task of several people where its words give each a task of their own.

"MK/SW" beside "MK to meet the county and the Clerk to write to the bank." marks two.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from minutebook.assemble.owners import Owners
from minutebook.assemble.recaps import SAID
from minutebook.assemble.tasks import Found


def part_marks(found: Sequence[Found], owners: Owners) -> Iterator[Found]:
    """Yield the tasks found, those that a mark gives to several each in its part."""
    told = sorted((x for x in found if x.rule in SAID), key=lambda x: x.start)
    starts = [x.start for x in told]
    for mark in found:
        if mark.rule not in ("column", "margin") or len(mark.owners) < 2:
            yield mark
            continue
        low, high = bisect_left(starts, mark.start), bisect_left(starts, mark.end)
        parts = [x for x in told[low:high] if x.end <= mark.end]
        if _share(mark, parts, owners):
            for part in parts:
                yield replace(
                    mark, start=part.start, end=part.end, owners=part.owners
                )
        else:
            yield mark


def _share(mark: Found, parts: Sequence[Found], owners: Owners) -> bool:
    """Say whether parts give everybody marked one task, and nobody else any."""
    named = sorted({owners.resolve(x) for x in mark.owners})
    return len(parts) > 1 and named == sorted(
        owners.resolve(x) for part in parts for x in part.owners
    )
