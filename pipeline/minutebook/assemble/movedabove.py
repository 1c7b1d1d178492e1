"""Finds who moved what is resolved upon: the paragraphs just above name them."""

from __future__ import annotations

import re
from bisect import bisect_right

from minutebook.assemble import outcomes
from minutebook.assemble.movers import Motion, find_dashed, find_motion
from minutebook.assemble.scope import Scope
from minutebook.grammar.paragraphs import Paragraph, find_sentences
from minutebook.records import Decision

_REACH = 5  # paragraphs above that are looked at
# what stands between a motion and what was resolved: its grounds, and a recorded vote
_PASSED_BY = re.compile(
    r"\s{0,4}(?:(?:AND,?\s+|And,?\s+)?(?:WHEREAS|Whereas)\b"
    r"|(?i:(?:voted\s|votes\s|voting\s)?(?:for|against|abst\w{5,9}|ayes?|nays?|noes)(?:\sthe\s\w{6,9})?)"
    r"\s{0,2}[:–-])"
)
# "... and this was agreed.": what became of it is told already
_TOLD = re.compile(
    r"\b(?:this|it|which|that)\s(?:was|being)\s(?:\w{1,12}ly\s)?"
    r"(?:agreed|carried|accepted|approved|adopted|lost|rejected|not\s\w{5,9})\W{0,3}$"
)
# "the report of the panel, introduced by Dr Holt": no bill, but a paper
_INTRODUCED = re.compile(r"introduced\b", re.IGNORECASE)
_BILL = re.compile(
    r"\b(?:motion|resolution|ordinance|by-?law|local\slaw|bill)\b", re.IGNORECASE
)
_DEBATE = 30  # characters behind a proposal that are more than a mark


def motion_before(
    scope: Scope, index: int, far: bool = False, amended: bool = True
) -> Motion | None:
    """Return the motion that the paragraphs just above tell, both halves joined.

    A motion counts only next to what was decided; a vote (`far`) may stand further
    down. Without `amended`, amendments are passed by.
    """
    mover = seconder = None
    places = [-1, -1]
    start = end = scope.paragraphs[index].start
    heads = scope.item_at(start)
    if heads is not None:
        item = scope.items.items[heads]
        pair = find_dashed(scope.text, item.start, item.body_start)
        if pair and scope.names_anybody(pair.mover_at, pair.seconder_at):
            return pair  # "4. A. Penrose - T. Holt" heads what it numbers
    for at in range(index - 1, max(-1, index - _REACH - 1), -1):
        paragraph = scope.paragraphs[at]
        if not scope.same_item(index, at):
            break
        if outcomes.find_block(scope.text, paragraph.start, paragraph.end):
            break
        found = find_motion(scope.text, paragraph.start, paragraph.end)
        if found is None and at == index - 1:
            found = find_dashed(scope.text, paragraph.start, paragraph.end)
        quoted = scope.text[paragraph.start : paragraph.end]
        if found and not far and outcomes.OUTCOME.search(quoted):
            break  # its own fate is told already
        if found and not far and _is_other(scope.text, paragraph, found):
            break
        if found and found.mover is None and "upport" in quoted:
            found = None  # "Mr Orr, supported by Mrs Holt, suggested": no motion
        if found and not amended and "amendment" in quoted.lower():
            continue
        if found:
            if mover is None and found.mover:
                mover, places[0] = found.mover, found.mover_at
            if seconder is None and found.seconder:
                seconder, places[1] = found.seconder, found.seconder_at
            start = found.start
        passed = _PASSED_BY.match(scope.text, paragraph.start, paragraph.end)
        if (mover and seconder) or not (far or found or passed):
            break
    return Motion(mover, seconder, start, end, *places) if mover or seconder else None


def motion_beside(scope: Scope, decision: Decision) -> Motion | None:
    """Return the motion that the paragraphs just above a decision tell, else below."""
    at = bisect_right([p.start for p in scope.paragraphs], decision.start)
    above = reversed(scope.paragraphs[max(0, at - 3) : max(0, at - 1)])
    for paragraphs in (above, scope.paragraphs[at : at + 2]):
        mover = seconder = None
        for paragraph in paragraphs:
            found = find_motion(scope.text, paragraph.start, paragraph.end)
            if found is None or found.start - paragraph.start > 8:
                break
            mover, seconder = mover or found.mover, seconder or found.seconder
        if mover:
            return Motion(mover, seconder, decision.start, decision.end)
    return None


def _is_other(text: str, paragraph: Paragraph, found: Motion) -> bool:
    """Say whether a motion above is not the one resolved upon: it came to its end.

    Or it is but what one person put forward, and others spoke after that.
    """
    quoted = text[paragraph.start : paragraph.end]
    if _TOLD.search(quoted):
        return True
    if found.seconder or not found.mover:
        return False
    if _INTRODUCED.match(text, found.start) and not _BILL.search(quoted):
        return True
    sentences = find_sentences(text, paragraph.start, paragraph.end)
    own = next((x for x in sentences if x.end > found.mover_at), None)
    return own is not None and paragraph.end - own.end > _DEBATE
