"""Finds rolls called by surname, each with a word that says who answered."""

from __future__ import annotations

import re

from minutebook.grammar.anchors import holds_any
from minutebook.grammar.listnames import name_behind_role
from minutebook.grammar.names import parse_name
from minutebook.records import RosterBlock
from minutebook.segment.walk import Walk

RULE = "roster-called"
_LEAST = 3  # names of a roll
_LONGEST = 60  # characters of a row
# "Adams      Present", "Mayor Clark: Absent", "Ms. Brown ..... Excused (ill)"
_ROW = re.compile(
    r"""\W{0,3}(?P<who>[A-Z][^\t\n:]{1,40}?)
    (?:\s{0,3}\t\s{0,3}|\s{3,}|\s?[:–—-]{1,2}\s{1,3}|\s?\.{3,30}\s?)
    (?:(?P<present>present|here|attended|in\ attendance)
      |(?P<apologies>excused|apologies|leave(?:\ of\ absence)?|regrets)
      |(?P<absent>absent|not\ present|unexcused))
    (?:\s?\([^()]{1,30}\)|\sat\s\d[\d:.\sapm]{1,9})?\W{0,3}""",
    re.VERBOSE | re.IGNORECASE,
)
# one of these stands in such a row, in small letters
STATUSES = (
    *("present", "here", "attend", "excused", "apolog", "leave", "regret", "absent"),
)


def called_at(walk: Walk, index: int) -> tuple[list[RosterBlock], int] | None:
    """Return the people of a roll that begins at a line, None where none does.

    "Adams    Present" above "Mayor Clark    Absent": the second is who it tells of.
    """
    words = walk.quote(index)
    if not words[:1].isupper() or len(words.strip()) >= _LONGEST:
        return None
    found: list[RosterBlock] = []
    at = index
    while at < len(walk.lines):
        row, after = _row(walk, at)
        told = len(row) < _LONGEST and holds_any(row.lower(), STATUSES)
        match = _ROW.fullmatch(row) if told else None
        if match is None or not _is_called(match["who"]):
            break
        start = walk.text.find(match["who"], walk.lines[at].start)
        status = match.lastgroup or "present"
        end = start + len(match["who"])
        found.append(RosterBlock(status, "Roll call", start, end, RULE))
        at = after
    if len(found) < _LEAST or not any(x.status == "present" for x in found):
        return None
    walk.last, walk.seen = at - 1, True
    return found, at


def _row(walk: Walk, at: int) -> tuple[str, int]:
    """Return the cells of a row, tabs between them, and where the next row begins."""
    first, after = walk.lines[at], at + 1
    while after < len(walk.lines) and walk.lines[after].row == first.row:
        if walk.lines[after].page != first.page:
            break
        after += 1
    return "\t".join(walk.quote(x).strip() for x in range(at, after)), after


def _is_called(words: str) -> bool:
    """Tell whether words call somebody: a surname, a full name, a post and a name.

    >>> [_is_called(x) for x in ("Adams", "Mayor Clark", "Ms. Brown", "All members")]
    [True, True, True, False]
    """
    if words.split()[0].casefold() in ("all", "quorum", "members", "total", "status"):
        return False
    if parse_name(words, alone=True) is not None:
        return True
    return name_behind_role(words, 0, len(words)) is not None
