"""Reads a motion whose words stand below who moved it, or that leads a list.

"Moved by A Bell, seconded by T Holt, that the following be paid:" says nothing without
the entries below it, of which the last, or a line of its own, tells that it carried.
"""

from __future__ import annotations

import re

from minutebook.assemble import outcomes
from minutebook.assemble.movers import Motion, find_motion
from minutebook.assemble.parts import collect_parts, cut_parts
from minutebook.assemble.scope import Scope, decide
from minutebook.assemble.votes import Count, read_votes
from minutebook.records import Decision, Span

# "(b) That the fee be kept", "2. to ask the clerk", "• Fees shall stay"; "3. Resolution
# 24-11 adopting the fees": each has a number of its own
_CLAUSE = re.compile(
    r"\W{0,3}(?:\w{1,4}[.)])?\W{0,3}(?:(?:and\s)?(?:that|to)\b"
    r"|(?:Resolution|Ordinance|By-?law)\s(?:No\.?\s|Number\s|#)?[A-Z]{0,4}[\d/.-]{1,12}\b)",
    re.IGNORECASE,
)
_MODAL = re.compile(r"\b(?:be|shall|should)\s")
THAT = re.compile(r"\s{0,6}[:;,.–-]?\s{0,6}[\"“‘']?\s{0,6}(?=That\b|THAT\b)")
# "WCB/18/041", "Resolution No. 12": a line that only numbers what was moved
_REFERENCE = re.compile(
    r"\W{0,4}(?:[A-Za-z]{1,12}\.?\s)?(?:No\.?\s)?[A-Z]{0,6}[\d/.:-]{1,14}[A-Z]?\W{0,4}"
)
_FELL = re.compile(r"\b(?:Lost|Defeated|Not\s+carried)\b(?=\W*$)")
_FATE = 60  # characters of a line that tells only what became of a motion


def read_moved_list(
    scope: Scope, index: int, begin: int, motion: Motion
) -> list[Decision]:
    """Return the decisions on a motion and the list it leads; none if it leads none.

    `begin` is where its words begin, in the paragraph `index`. One decision for each
    entry that says for itself what is decided, else one for the whole.
    """
    text, lead = scope.text, scope.paragraphs[index]
    if not text[begin : lead.end].rstrip().endswith(":"):
        return []
    parts, last = collect_parts(scope, index, True)
    if not parts:
        return []
    end = parts[-1][1]
    told = _tells(text, parts[-1][0], end)
    below = last + 1
    if not told and below < len(scope.paragraphs) and scope.same_item(index, below):
        line = scope.paragraphs[below]
        told = line.end - line.start < _FATE and _tells(text, line.start, line.end)
        end = line.end if told else end
    if not told:
        return []
    count = read_votes(text, parts[-1][0], end)
    if 2 * sum(_decides(text, a, b) for a, b in parts) < len(parts):
        return [decide(scope, begin, end, "motion", "", motion, None, count)]
    stem = Span(begin, lead.end)
    return [decide(scope, a, b, "motion", "", motion, stem, count) for a, b in parts]


def _decides(text: str, start: int, end: int) -> bool:
    """Say whether an entry says for itself what is decided."""
    return bool(_CLAUSE.match(text, start, end) or _MODAL.search(text, start, end))


def _tells(text: str, start: int, end: int) -> bool:
    return outcomes.CARRIED.search(text, start, end) is not None


def by_parts(
    scope: Scope, begin: int, end: int, motion: Motion, count: Count
) -> list[Decision]:
    """Return one decision for each lettered part of a motion, or one for the whole."""
    parts, _ = cut_parts(scope.text, begin, end)
    if len(parts) < 2:
        parts = [(begin, end)]
    return [decide(scope, a, b, "motion", "", motion, None, count) for a, b in parts]


def only_moved(text: str, begin: int, end: int, motion: Motion) -> bool:
    """Say whether words tell no more than who moved: what was moved stands below.

    >>> words = "RESOLVED on the motion of Crs Orr and Holt"
    >>> only_moved(words, 0, 42, find_motion(words, 0, 42))
    True
    """
    if motion.start < begin or not (motion.mover and motion.seconder):
        return False
    opens = _RESOLVED.fullmatch(text, begin, motion.start)
    return opens is not None and not text[motion.end : end].strip(" .,:;)–-\n")


# "110/24 RESOLVED", "Resolved unanimously" before "on the motion of Crs Orr and Holt"
_RESOLVED = re.compile(
    r"(?:[\d/.-]{1,9}\W{1,4})?(?:RESOLVED|Resolved|AGREED|Agreed|CARRIED|Carried)"
    r"(?:,?\s\w{2,14}ly)?\W{1,30}"
)


def find_closed_lists(scope: Scope) -> dict[int, tuple[list[Decision], int]]:
    """Return the decisions of lists under "That the Council:" whose movers close them.

    They stand by the paragraph that leads the list, each with where its movers end.
    """
    read = (
        (index, _close_list(scope, index))
        for index, x in enumerate(scope.paragraphs)
        if x.end - x.start < _LEAD
        and scope.text.startswith(("That", "THAT"), x.start)
        and _LEADS_LIST.fullmatch(scope.text, x.start, x.end)
    )
    return {index: closed for index, closed in read if closed}


_LEAD = 120  # characters of "That the Harbour Board of Management resolve:"
_EDGE = 8  # characters before who moved, in a line of their own


def _close_list(scope: Scope, index: int) -> tuple[list[Decision], int] | None:
    """Return the decisions of a list, and where the line ends that tells its movers."""
    text, lead = scope.text, scope.paragraphs[index]
    listed, last = collect_parts(scope, index, True)
    if len(listed) < 2 or last + 1 >= len(scope.paragraphs):
        return None
    line = scope.paragraphs[last + 1]
    motion = find_motion(text, line.start, line.end)
    if not (motion and motion.mover and scope.same_item(index, last + 1)):
        return None
    moves = text.find(" that ", line.start, line.end) >= 0
    if moves or motion.start - line.start > _EDGE:
        return None  # it moves something else
    below = scope.paragraphs[last + 1 : last + 1 + _BELOW]
    told = next((x.end for x in below if _tells_fate(text, x.start, x.end)), None)
    if told is None:
        return None
    count = read_votes(text, line.start, told)
    motion = find_motion(text, line.start, told) or motion
    own = Span(lead.start, lead.end)
    closed = [decide(scope, *x, "fate", "", motion, own, count) for x in listed]
    return closed, told


_BELOW = 3  # paragraphs that tell who moved a list, who seconded and what became of it


def _tells_fate(text: str, start: int, end: int) -> bool:
    return _tells(text, start, end) or _FELL.search(text, start, end) is not None


def opens_below(scope: Scope, index: int) -> int:
    """Return which paragraph below is what was moved, "That ..."; 0 if none is."""
    for below in range(index + 1, min(index + 3, len(scope.paragraphs))):
        paragraph = scope.paragraphs[below]
        if not scope.same_item(index, below):
            return 0
        that = THAT.match(scope.text, paragraph.start)
        that = that or _FIRST_THAT.match(scope.text, paragraph.start)
        if that or scope.text.startswith(("That", "THAT"), paragraph.start):
            return below
        if not _REFERENCE.fullmatch(scope.text, paragraph.start, paragraph.end):
            return 0
    return 0


def moved_below(scope: Scope, index: int, motion: Motion) -> list[Decision]:
    """Return the decisions on a motion whose words stand under its movers.

    `index` is the paragraph that opens with "That". Where that only leads on, "That
    the Council:", each entry of the list below it is one.
    """
    text = scope.text
    begin = scope.paragraphs[index].start
    end = told = scope.paragraphs[index].end
    listed: list[tuple[int, int]] = []
    last = index
    opens = _FIRST_THAT.match(text, begin)
    if opens:
        listed, last = collect_parts(scope, index - 1, True)
        end = max(end, listed[-1][1]) if listed else end
    elif _LEADS_LIST.fullmatch(text, begin, end):
        listed, last = collect_parts(scope, index, True)
    for at in range(last, min(last + 10, len(scope.paragraphs))):
        paragraph = scope.paragraphs[at]
        stops = at > last and find_motion(text, paragraph.start, paragraph.end)
        if stops or not scope.same_item(index, at):
            break
        fate = outcomes.CARRIED.search(text, paragraph.start, paragraph.end)
        fate = fate or _FELL.search(text, paragraph.start, paragraph.end)
        if fate:
            end = fate.end() + text.startswith(".", fate.end())
            told = paragraph.end
            break
    count = read_votes(text, begin, max(told, end))
    if len(listed) > 1:
        lead = None if opens else Span(begin, scope.paragraphs[index].end)
        close = listed[-1][1]
        final = end if close < end < close + _FATE else close  # no roll call between
        entries = [*listed[:-1], (listed[-1][0], final)]
        return [decide(scope, *x, "motion", "", motion, lead, count) for x in entries]
    return by_parts(scope, begin, end, motion, count)


# "1. That the report be received": the first of several
_FIRST_THAT = re.compile(r"\s{0,6}\(?[1ai][.)]\s{1,6}(?:That|THAT)\b")
# "That the Council:", "THAT Council resolve to -", "That:": a list below tells what
_LEADS_LIST = re.compile(
    r"\W{0,4}(?:That|THAT|That,?\s[^.;:]{3,60},)(?:\s(?:the|this)\b)?"
    r"(?:(?:\s[^\W\d_a-zß-ÿ][\w’'-]{0,24}){0,5}?\s(?i:council|board|committee|panel|group|meeting|members"
    r"|trust|authority|union|we)(?:\sof\s[A-Z]\w{2,20})?)?"
    r"(?:\s(?:hereby\s)?(?:resolves?|agrees?|approves?|recommends?|requests?|directs?|notes?)\b"
    r"(?:\s(?:to|that|as\sfollows))?)?\s?[:–—-]{0,2}\s*"
)
