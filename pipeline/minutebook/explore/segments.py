"""A stretch of text cut at the edges of everything that is shown in it."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

MENTION_KINDS = ("person", "role", "organisation", "date", "money")


@dataclass(frozen=True, slots=True)
class Segment:
    """Text that stands in one mention at most, one decision, and here or not."""

    text: str
    mention: dict[str, Any] | None = None
    decision: dict[str, Any] | None = None
    first: bool = False  # the decision begins here
    here: bool = False  # the passage that the reader came for
    here_first: bool = False


def cut(
    text: str,
    start: int,
    mentions: Iterable[dict[str, Any]] = (),
    decisions: Iterable[dict[str, Any]] = (),
    here: tuple[int, int] | None = None,
) -> list[Segment]:
    """Return the segments of a text that begins at an offset of its document.

    >>> found = cut("ask Ada now", 10, [{"kind": "person", "start": 14, "end": 17}])
    >>> [(x.text, bool(x.mention)) for x in found]
    [('ask ', False), ('Ada', True), (' now', False)]
    """
    end = start + len(text)
    kept = list(_apart(mentions))
    passages = list(_apart(decisions))
    edges = {start, end}
    for span in (*kept, *passages):
        edges |= {span["start"], span["end"]}
    edges |= set(here or ())
    borders = sorted(x for x in edges if start <= x <= end)
    in_mention, in_decision = _Cursor(kept), _Cursor(passages)
    found = []
    for left, right in itertools.pairwise(borders):
        decision = in_decision.at(left)
        found.append(
            Segment(
                text=text[left - start : right - start],
                mention=in_mention.at(left),
                decision=decision,
                first=bool(decision and decision["start"] == left),
                here=bool(here and here[0] <= left < here[1]),
                here_first=bool(here and left == here[0]),
            )
        )
    return found


def _apart(spans: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield the spans that do not begin inside the one before."""
    reached = -1
    for span in sorted(spans, key=lambda x: (x["start"], -x["end"])):
        if span["start"] >= reached and span["end"] > span["start"]:
            reached = span["end"]
            yield span


class _Cursor:
    """Walks spans that lie apart, alongside offsets that only grow."""

    def __init__(self, spans: list[dict[str, Any]]) -> None:
        self.spans = spans
        self.place = 0

    def at(self, offset: int) -> dict[str, Any] | None:
        """Return the span that covers an offset."""
        while self.place < len(self.spans) and self.spans[self.place]["end"] <= offset:
            self.place += 1
        if self.place < len(self.spans):
            span = self.spans[self.place]
            if span["start"] <= offset:
                return span
        return None
