"""Reads motions of one line: who moved and seconded, what, and what came of it.

"Orr/Holt - adopt the new page - 2 yes, 0 no", "Bell/Munn – pay the bill – UNAN".
"""

from __future__ import annotations

import re

from minutebook.assemble.movers import Motion
from minutebook.assemble.scope import Scope, decide
from minutebook.grammar.paragraphs import Paragraph
from minutebook.records import Decision

_NAME = r"[A-Z][\w’'-]{1,20}(?:\s[A-Z][\w’'-]{1,20})?"
_LINE = re.compile(
    rf"\s{{0,8}}(?:[^/\n]{{4,24}}\s[–-]{{1,2}}\s)?(?P<mover>{_NAME})\s?/\s?(?P<seconder>{_NAME})"
    r"\s{0,2}(?:\s[–-]{1,2}|:)\s(?P<what>[A-Za-z“\"][^\n]{5,240}?)\s[–-]{1,2}\s"
    r"(?:UNAN\w{0,10}|[Uu]nanimous(?:ly)?|(?i:carried|passed|approved|lost|failed|defeated)\b"
    r"|\d{1,2}\s(?:yes|for|ayes?|in\sfavou?r)\b|\d{1,2}\s?[–-]\s?\d{1,2}\b)[^.\n]{0,60}\W{0,3}"
)
_NEAR = 60  # characters of a line in which the names stand


def find_slash_motion(
    scope: Scope, paragraph: Paragraph, start: int
) -> Decision | None:
    """Return the decision of the first such line of a paragraph, from an offset on."""
    spans = ((max(start, x.start), x.end) for x in paragraph.lines if x.end > start)
    read = (_read_line(scope, *x) for x in spans)
    return next(filter(None, read), None)


def _read_line(scope: Scope, start: int, end: int) -> Decision | None:
    text = scope.text
    if text.find("/", start, min(end, start + _NEAR)) < 0:
        return None
    match = _LINE.fullmatch(text, start, end)
    if match is None:
        return None
    motion = Motion(
        match["mover"],
        match["seconder"],
        match.start("mover"),
        match.end("seconder"),
        match.start("mover"),
        match.start("seconder"),
    )
    return decide(scope, start, end, "motion", "", motion, None)
