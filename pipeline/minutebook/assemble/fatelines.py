"""Gives a decision the fate that a line of its own below it tells.

"That the fee be dropped." and below it "The motion was put and lost.": one decision,
and a rejected one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from minutebook.assemble.movers import find_motion
from minutebook.assemble.outcomes import CARRIED
from minutebook.assemble.scope import Scope
from minutebook.assemble.votes import NO_SECOND, read_votes
from minutebook.assemble.weighing import Told, read_told
from minutebook.certainty import certainty_of
from minutebook.grammar.anchors import holds_any
from minutebook.records import Decision

_MARGIN = 6  # characters of marks before a line
_LONGEST = 170  # characters of a line that tells a fate and nothing else
_BETWEEN = 500  # characters of votes between what was moved and its fate
_LOST = (
    r"lost|defeated|fell|falls|fail(?:s|ed)|lapse[ds]|died|rejected|negatived|not\scarried"
    r"|not\spassed|not\sseconded\sand\s(?:fell|lapsed)"
)
_WON = r"carried|pass(?:es|ed)|agreed\sto|agreed|adopted|approved|accepted"
# "The motion was put and lost.", "RESOLUTION DECLARED ADOPTED", "Motion fell for want"
_FATE = re.compile(
    rf"""\W{{0,4}}(?:(?:(?:Up)?on|after)\s(?:being\sput|a\s(?:vote|division|poll
        |show\sof\shands))\b[^.;]{{0,60}}?,?\s
      | (?:all(?:\swere)?\sin\sfavou?r|(?:voice|unanimous)\svote)\s?[,;:–-]\s)?
    (?:(?:the|this|that)\s)?(?P<again>original\s|substantive\s|main\s|amended\s)?
    (?:motion|resolution|amendment|proposal|recommendation)\s
    (?:(?:was|is|were|then|being|duly|accordingly|therefore|thereupon|thus|put|to|the|a|vote|meeting
        |and|declared|unanimously|having|been|on|show|of|hands|voices|voted|upon),?\s){{0,14}}
    (?:(?P<lost>{_LOST})|{_WON})
    (?:[\s,;:(–-]{{1,3}}(?:for|by|with(?:out)?|on|as|due|unanimously|nem|the\sChair|casting|\d)\b
        (?!\s(?:further|information|consultation|onward))[^.;:]{{0,90}})?\W{{0,4}}
    | \W{{0,4}}(?P<alone>lost|defeated|negatived|motion\slost|not\scarried)
      (?:[\s:(,]{{1,3}}(?:by\s)?\d[^.;]{{0,20}})?\W{{0,4}}""",
    re.VERBOSE | re.IGNORECASE,
)
_CUES = (
    *("motion", "resolution", "amendment", "proposal", "recommendation"),
    *("lost", "defeated", "negatived", "not carried"),
)
_VOTE = r"(?:ayes?|nays?|yeas?|yes|no|abstain(?:ed)?|absent|excused|for|against)"
# "For: 5 Against: 2", "Ayes: Orr, Holt", "Cr Holt voted against the motion"
_VOTES = re.compile(
    r"\W{0,4}(?:for|against|ayes?|nays?|noes|yeas?|abst\w+|absent|vot(?:es?|ed|ing)|roll\scall"
    r"|in\sfavou?r|[A-Z][\w’'. ]{1,40}\s(?:voted|abstained|dissent\w+))\b"
    # "Councilman Orr - aye", or name and vote each in a cell
    rf"|\W{{0,4}}(?-i:[A-Z])[\w’'. ]{{1,40}}[\s:–-]{{1,40}}{_VOTE}\W{{0,3}}$"
    rf"|{_VOTE}\W{{0,3}}$"
    r"|(?-i:[A-Z])[\w’'.]{1,20}(?:\s(?-i:[A-Z])[\w’'.]{0,20}){1,3}\W{0,3}$",
    re.IGNORECASE,
)
_MATTER = re.compile(r"\W{0,6}(?:(?:\d{1,2}|[a-z])[.)]\s)?(?:That|THAT|To|BE IT|NOW)\b")


def settle_fates(scope: Scope, decisions: Sequence[Decision]) -> list[Decision]:
    """Return the decisions, each with the fate that the line below it tells.

    A decision that was found in that line alone is none, nor is a motion that found
    no seconder: it never came before the meeting.
    """
    kept = list(decisions)
    told = read_told(scope)
    for at, one in enumerate(told):
        fate = _read_fate(scope.text, one.start, one.end)
        if fate is None:
            continue
        starts = [x.start for x in kept]
        index = bisect_right(starts, one.start + _MARGIN) - 1
        own = index if index >= 0 and _is_within(scope, kept[index], one) else None
        above = index - 1 if own is not None else index
        if above < 0 or not _is_its(scope, kept[above], told, at):
            continue
        lost = (fate["lost"] or fate["alone"]) is not None
        before = kept[above]
        rejects = lost and before.kind != "rejected" and _is_open(scope, before)
        if not (rejects or _goes_with(scope, before, fate["again"], lost=lost)):
            continue
        if rejects or own is not None:
            _settle(scope, kept, above, one, lost=rejects)
        if own is not None:
            del kept[own]
    return [x for x in kept if not _lacks_second(scope.text, x)]


def _lacks_second(text: str, decision: Decision) -> bool:
    """Say whether a decision only tells of a motion that nobody seconded."""
    if decision.kind != "rejected" or decision.seconder or decision.votes_for:
        return False
    return NO_SECOND.search(text, decision.start, decision.end) is not None


def is_fate(text: str, start: int, end: int) -> bool:
    """Say whether words tell what became of a motion, and nothing else.

    >>> [is_fate(x, 0, len(x)) for x in ("The motion was CARRIED.", "It was let.")]
    [True, False]
    """
    return _read_fate(text, start, end) is not None


def _read_fate(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return what a sentence tells if it tells a fate, and nothing else."""
    if end - start > _LONGEST or not holds_any(text[start:end].lower(), _CUES):
        return None
    return _FATE.fullmatch(text, start, end)


def _is_within(scope: Scope, decision: Decision, one: Told) -> bool:
    """Say whether a decision says no more than one sentence, and votes before it."""
    near = decision.start >= one.start - _MARGIN
    near = near or _VOTES.match(scope.text, decision.start, one.start) is not None
    return near and decision.end <= one.end + _MARGIN


def _is_its(scope: Scope, before: Decision, told: Sequence[Told], at: int) -> bool:
    """Say whether nothing but votes stands between a decision and a line of fate.

    Within one paragraph, debate may part what was moved and seconded from its fate.
    """
    one = told[at]
    if before.end > one.start + _MARGIN or one.start - before.end > _BETWEEN:
        return False
    if scope.item_at(one.start) != before.item:
        return False
    open_yet = CARRIED.search(scope.text, before.start, one.start) is None
    for other in reversed(told[:at]):
        if other.end <= before.end + _MARGIN:
            return True
        debate = open_yet and before.seconder is not None
        debate = debate and other.paragraph == one.paragraph
        debate = debate and find_motion(scope.text, other.start, other.end) is None
        if not (debate or _VOTES.match(scope.text, other.start, other.end)):
            return False
    return True


def _is_open(scope: Scope, before: Decision) -> bool:
    """Say whether a decision does not tell its own fate."""
    return CARRIED.search(scope.text, before.start, before.end) is None


def _goes_with(
    scope: Scope, before: Decision, again: str | None, *, lost: bool
) -> bool:
    """Say whether a line of fate says of the decision above it what is known of it.

    `again` is which motion it names, if it names one: "amended", "original".
    """
    if lost:
        return before.kind == "rejected"
    quoted = scope.text[before.start : before.end]
    if again and again.lower() in quoted.lower():
        return True
    if before.kind == "rejected" or again:
        return False  # of the motion to which the amendment was lost
    moved = bool(before.mover or before.lead)
    return moved or _MATTER.match(quoted) is not None


def _settle(
    scope: Scope, kept: list[Decision], index: int, one: Told, *, lost: bool
) -> None:
    """Give a decision, and all that its resolution holds, the votes on it.

    What was `lost` becomes a rejected one.
    """
    own = kept[index]
    told = read_votes(scope.text, own.start, one.end)
    for at in range(index, -1, -1):
        x = kept[at]
        if at < index and (own.lead is None or x.lead != own.lead):
            break
        kind = "rejected" if lost else x.kind
        votes = told if told.counted else x  # these hold what stands between, too
        kept[at] = replace(
            x,
            kind=kind,
            certainty=certainty_of(x.rule, kind) if lost else x.certainty,
            votes_for=votes.votes_for,
            votes_against=votes.votes_against,
            votes_abstained=votes.votes_abstained,
        )
