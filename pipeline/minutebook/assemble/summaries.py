"""Finds the tasks of a closing list of actions, told under the names of who acts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutebook.assemble.owners import Owners
from minutebook.assemble.tasks import Found
from minutebook.grammar.paragraphs import Paragraph

# "Actions Summary", "Summary of actions", "Action list:", "Actions to be taken"
_HEAD = re.compile(
    r"\s{0,4}(?:(?:Summary|List)\s{1,4}of\s{1,4})?Actions?"
    r"(?:\s{1,4}(?:Summary|Lists?|Points?|Items?|Log|Arising|Agreed|to\s{1,4}be\s{1,4}taken"
    r"|for\s{1,4}[a-z]{1,12}(?:\s{1,4}[a-z]{1,12}){0,3}))?\s{0,4}:?\s{0,4}",
    re.IGNORECASE,
)
# "Tom", "Jo Marsh:", "The Clerk", "Trustees"
_OWNER = re.compile(
    r"\s{0,4}(?:[Tt]he\s{1,4})?(?P<who>[A-Z][\w’'.-]{0,20}(?:\s{1,4}(?:(?:and|&|of|the)\s{1,4})?"
    r"[A-Z][\w’'.-]{0,20}){0,3})\s{0,4}:?\s{0,4}"
)
_BULLET = re.compile(r"\s{0,4}(?:[•▪●*–-]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s")
_REACH = 60  # paragraphs that such a list may run over


def find_in_summaries(
    text: str, paragraphs: list[Paragraph], owners: Owners
) -> Iterator[Found]:
    """Yield the entries below names in a list of actions, each for who is above it."""
    index = 0
    while index < len(paragraphs):
        head = paragraphs[index]
        index += 1
        if not _HEAD.fullmatch(text, head.start, head.end):
            continue
        names: tuple[str, ...] = ()
        for at in range(index, min(index + _REACH, len(paragraphs))):
            entry = paragraphs[at]
            if entry.first.heading and not _names(text, paragraphs, at, owners):
                break
            bullet = _BULLET.match(text, entry.start, entry.end)
            if bullet and names:
                yield Found(bullet.end(), entry.end, names, "summary")
                continue
            names = _names(text, paragraphs, at, owners)
            if not names:
                break


def _names(
    text: str, paragraphs: list[Paragraph], at: int, owners: Owners
) -> tuple[str, ...]:
    """Return whom a line names that stands alone above list entries."""
    line = paragraphs[at]
    match = _OWNER.fullmatch(text, line.start, line.end)
    if match is None or at + 1 >= len(paragraphs):
        return ()
    below = paragraphs[at + 1]
    if not _BULLET.match(text, below.start, below.end):
        return ()
    return owners.split(match["who"])
