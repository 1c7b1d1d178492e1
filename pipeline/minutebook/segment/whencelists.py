"""Finds lists that no label heads, a line for a person and whence he came."""

from __future__ import annotations

from minutebook.grammar.whencelines import are_whence, read_whence
from minutebook.records import Line, RosterBlock
from minutebook.segment.walk import Walk

_REACH = 45  # lines: such lists stand at the front


def find_whence(walk: Walk, blocks: list[RosterBlock]) -> list[RosterBlock]:
    """Return the first run of lines such as "Ada Bell - Marl Trust", if it is a list.

    None where another list of those who came was found.
    """
    if any(x.status in ("present", "mixed") for x in blocks):
        return []
    run: list[Line] = []
    for line in [*walk.lines[:_REACH], None]:
        if line and line.table is None and read_whence(walk.text, line.start, line.end):
            run.append(line)
            continue
        if are_whence(walk.text, [(x.start, x.end) for x in run]):
            start, end = run[0].start, run[-1].end
            return [RosterBlock("present", "", start, end, "roster-whence")]
        run = []
    return []
