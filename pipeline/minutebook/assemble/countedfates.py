"""Gives a motion the fate that the line below counts: "Fails, 9y 12n", "Tabled 21-0".

Students' senates write so, and boards that keep to notes: the motion on one line, and
on the next what became of it, in a word and figures.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from minutebook.assemble.movers import Motion, find_motion
from minutebook.assemble.scope import Scope, decide
from minutebook.assemble.votes import Count
from minutebook.grammar.paragraphs import Paragraph
from minutebook.records import Decision

_LOST = r"fails|failed|defeated|lost|rejected"
_WON = (
    r"pass(?:es|ed)|carrie[sd]|adopted|approved|confirmed|ratified|tabled|referred"
    r"|postponed"
)
_FATE = re.compile(
    r"\W{0,4}(?:o\s)?(?:(?:the\s)?(?:motion|amendment|resolution|bill)\s)?(?:is\s|was\s)?"
    rf"(?:(?P<lost>{_LOST})|{_WON})[\s,:(–-]{{1,4}}"
    r"(?:(?P<for>\d{1,3})\s?(?:y\w{0,3}|f\w{0,2})?[\s,/–-]{1,3}"
    r"(?P<against>\d{1,3})\s?(?:n\w{0,3})?"
    r"(?:[\s,/–-]{1,3}(?P<abstain>\d{1,3})\s?(?:a\w{0,4})?)?|(?P<all>\d{1,3})\s?y\w{0,3})"
    r"\W{0,3}",
    re.IGNORECASE,
)
_LONGEST = 60  # characters of such a line
_MOTION = 300  # characters of a motion above it


def join_counted(scope: Scope, decisions: Sequence[Decision]) -> list[Decision]:
    """Return the decisions, motions of one line joined to the count below them."""
    kept = list(decisions)
    for at, line in enumerate(scope.paragraphs[1:], start=1):
        if line.end - line.start > _LONGEST or not scope.same_item(at - 1, at):
            continue
        fate = _FATE.fullmatch(scope.text, line.start, line.end)
        above = scope.paragraphs[at - 1]
        motion = _motion(scope, above) if fate else None
        if fate is None or motion is None:
            continue
        count = Count(
            int(fate["for"] or fate["all"]),
            int(fate["against"] or 0),
            int(fate["abstain"] or 0),
            lost=fate["lost"] is not None,
        )
        whole = decide(
            scope, _start(scope, above), line.end, "motion", "", motion, None, count
        )
        kept = [x for x in kept if x.end <= whole.start or x.start >= whole.end]
        kept.insert(bisect_right([x.start for x in kept], whole.start), whole)
    return kept


def _motion(scope: Scope, line: Paragraph) -> Motion | None:
    """Return who moved and seconded what a short line tells, if it tells of both."""
    if line.end - line.start > _MOTION:
        return None
    motion = find_motion(scope.text, line.start, line.end)
    return motion if motion and motion.mover and motion.seconder else None


def _start(scope: Scope, line: Paragraph) -> int:
    """Return where the words of a line begin, behind its bullet."""
    match = _BULLET.match(scope.text, line.start, line.end)
    return match.end() if match else line.start


_BULLET = re.compile(r"[\s•·●▪◦➢➤►*–-]{1,6}")
