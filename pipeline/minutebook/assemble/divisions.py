"""Settles a division between a motion and its amendment: the one that won is decided.

"Mr Orr, seconded by Mrs Holt, moved that it be sold." "As an amendment, Mr Bell ..."
"On a vote there were 3 for the motion and 5 for the amendment, which was carried."
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from minutebook.assemble.motions import join_halves, names_movers
from minutebook.assemble.movers import Motion, find_motion
from minutebook.assemble.scope import Scope, decide, pass_over
from minutebook.assemble.votes import Count, read_number
from minutebook.grammar.anchors import has_word, holds_any
from minutebook.grammar.paragraphs import Paragraph
from minutebook.records import Decision

_MOST = 60  # paragraphs from a motion to its fate, the lists of votes among them
_SIDE = r"(?P<{}>(?i:motion|amendment))"
_BECAME = (
    r"(?:became|becomes|becoming|was|is|being)\s(?:accordingly\s|therefore\s)?(?:declared\s)?"
    r"(?:to\sbe\s)?(?:the\s)?(?:finding|decision|resolution)\b"
)
# "The amendment was accordingly declared carried", "... for the motion, which became
# the finding of the meeting", "The Council resolved in terms of the amendment"
_WON = re.compile(
    rf"""\b(?i:the)\s{_SIDE.format("a")}(?:,?\s(?:was|is|then|being|having|been|accordingly
        |therefore|thereby|thus|duly|declared|to|be)){{0,6}},?\s
        (?:(?i:carried|adopted)\b(?!\sout)|{_BECAME})
    | \b(?:for|favour\sof)\s(?:the\s)?{_SIDE.format("b")}(?:\s\([^()\n]{{1,40}}\))?,?\s
        (?:and\s(?:it|the\slatter)|which|the\slatter)\s
        (?:(?:accordingly|therefore|thus|duly|then)\s)?{_BECAME}
    | \b(?:resolved|decided|agreed)\s(?:accordingly\s)?in\s(?:terms\sof|accordance\swith
        |favour\sof)\sthe\s{_SIDE.format("c")}\b""",
    re.VERBOSE,
)
# "The amendment was lost by 3 votes to 5"
_SETTLED = re.compile(
    r"\b(?:(?i:lost|carried|defeated|rejected|withdrawn)|fell|not\s(?:carried|seconded|agreed)"
    r"|seconder)\b"
)
_NAMES = re.compile(r"\W{0,4}(?:Moved|Proposed|Seconded)\s(?:by\s)?[^.:;]{3,90}\W{0,3}")
_AGREES = re.compile(r"\b(?i:agreed|resolved|decided)\s(?:to|that)\b")
_THAT = re.compile(r"\W{0,6}(?:That|THAT|To)\b")
_SIDES = ("motion", "amendment")
_AMENDMENT = re.compile(r"\b(?:[Aa]mendment|AMENDMENT)\b")
_AMENDMENTS = ("amendment", "Amendment", "AMENDMENT")
_LABEL = re.compile(
    r"\W{0,4}(?:the\s|an?\s|first\s|second\s)?(?:motion|amendment)(?:\s\d)?\W{0,4}",
    re.I,
)
_N = r"(?P<{}>\d{{1,3}}|[a-z]{{3,9}})"
# "4 members voted for the amendment", "For the motion (3)"
_COUNTED = re.compile(
    rf"""\b{_N.format("n")}\s(?:members?\s|votes?\s|councillors\s)?(?:being\s|were\s)?
        (?:voted\s|cast\s|voting\s)?(?:for|in\sfavour\sof)\s(?:the\s)?
        (?P<a>motion|amendment)\b
    | \b(?:for|in\sfavour\sof)\s(?:the\s)?(?P<b>motion|amendment)\W{{1,4}}
        {_N.format("m")}\b""",
    re.VERBOSE | re.IGNORECASE,
)


class _Moved(NamedTuple):
    """What was moved: its paragraph, its words, who moved it, if it amends."""

    at: int
    start: int
    end: int
    motion: Motion
    amends: bool


def find_divided(scope: Scope) -> dict[int, list[Decision]]:
    """Return what divisions decided, by the paragraph that tells what was moved.

    What lost, and the paragraphs that tell the votes, are passed over.
    """
    found: dict[int, list[Decision]] = {}
    if not any(has_word(scope.text, x) for x in _AMENDMENTS):
        return found
    for index, paragraph in enumerate(scope.paragraphs):
        words = scope.text[paragraph.start : paragraph.end].lower()
        if not holds_any(words, _SIDES):
            continue
        won = _WON.search(scope.text, paragraph.start, paragraph.end)
        if won is None or find_motion(scope.text, paragraph.start, won.end()):
            continue
        if _AGREES.search(scope.text, won.end(), paragraph.end):
            continue  # "... and the Council agreed to let it": that is the decision
        moved = [*_moved_above(scope, index)]
        if {x.amends for x in moved} != {True, False}:
            continue
        amended = (won["a"] or won["b"] or won["c"]).lower() == "amendment"
        winner = next(x for x in moved if x.amends is amended)
        found[winner.at] = [_decided(scope, winner, moved[-1].at, index, paragraph)]
        for at in range(moved[-1].at, index + 1):
            if at != winner.at:
                pass_over(scope, scope.paragraphs[at])
    return found


def _moved_above(scope: Scope, index: int) -> Iterator[_Moved]:
    """Yield what was moved in the paragraphs above one, the last first."""
    text = scope.text
    for at in range(index - 1, max(-1, index - _MOST), -1):
        if not scope.same_item(at, index):
            return
        start, end = scope.paragraphs[at].start, scope.paragraphs[at].end
        if _SETTLED.search(text, start, end):
            return  # each has a fate of its own
        motion = find_motion(text, start, end)
        if motion is None or not (motion.mover or motion.seconder):
            continue
        top = at
        named = _NAMES.fullmatch(text, start, end) or names_movers(text, start, end)
        if named and at:  # what was moved stands above it
            top, start = at - 1, scope.paragraphs[at - 1].start
            if not _THAT.match(text, start):
                return
        amends = _AMENDMENT.search(text, start, end) is not None
        label = scope.paragraphs[max(top - 1, 0)]
        if not amends and _LABEL.fullmatch(text, label.start, label.end):
            amends = _AMENDMENT.search(text, label.start, label.end) is not None
        yield _Moved(top, start, end, motion, amends)
        if not amends:
            return


def _decided(
    scope: Scope, winner: _Moved, first: int, index: int, fate: Paragraph
) -> Decision:
    """Return what won as a decision, with its votes; its fate, if that is beside it."""
    text = scope.text
    counts: dict[str, int] = {}
    for match in _COUNTED.finditer(text, scope.paragraphs[first].end, fate.end):
        number = read_number(match["n"] or match["m"])
        if number is not None:
            counts.setdefault((match["a"] or match["b"]).lower(), number)
    won, lost = ("amendment", "motion") if winner.amends else ("motion", "amendment")
    count = Count(counts.get(won), counts.get(lost))
    below = scope.paragraphs[winner.at + 1 : index]
    motion = winner.motion
    for paragraph in below[:1]:
        other = find_motion(text, paragraph.start, paragraph.end)
        if other and names_movers(text, paragraph.start, paragraph.end):
            motion = join_halves(motion, other)
    end = fate.end if winner.end == scope.paragraphs[index - 1].end else winner.end
    return decide(scope, winner.start, end, "motion", "", motion, None, count)
