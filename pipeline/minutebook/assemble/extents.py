"""Settles how far a decision reaches: which sentences beside it still tell of it.

"Ada Penrose moved to adopt the budget." "Seconded by Tom Holt." "Carried." are one
decision. Between two sentences that follow each other, weights say how likely they
belong together: by their words, by how they stand, and by what rules found in them.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from minutebook.assemble.consultations import ANSWERED
from minutebook.assemble.fatelines import is_fate
from minutebook.assemble.fates import is_of_fate
from minutebook.assemble.kinds import kind_of
from minutebook.assemble.movers import find_motion
from minutebook.assemble.officers import ELECTED
from minutebook.assemble.scope import Scope
from minutebook.assemble.votes import read_votes
from minutebook.assemble.weighing import LISTED, Told, read_told, read_words
from minutebook.certainty import likelihood, weights_in
from minutebook.records import Decision

WEIGHED = "decision-weighed"  # the rule of what only weights found
JOIN = 0.46  # sentences that so likely belong together are one decision
_CLOSE = 8  # characters between a title and what tells its fate
_LEADS = ("that", "to", ":")  # last words of what leads on
# "In proposing the motion Cllr Penrose spoke of bats", "I will move next month that"
_SPEAKS = re.compile(
    r"\W{0,6}(?:In\s(?:proposing|moving|seconding|supporting|introducing|opposing)\s(?:the"
    r"|this|his|her)\s|I\s(?:will|shall|hereby|intend\sto|wish\sto|give\snotice)\b"
    r"|(?:[A-Z][\w’'.-]{0,20}\s(?:(?:of|for)\s)?){1,5}(?:acknowledged|said|noted|stated|spoke|felt"
    r"|explained|commented|added|welcomed|stressed|emphasi[sz]ed|outlined|referred|thanked"
    r"|advised|reminded|warned|queried|cautioned|pointed\sout)\b)"
)
# "This motion was seconded by Mrs Holt and agreed.": it names what it settles
_SETTLES = re.compile(
    r"(?=[^.;]{0,90}\b(?:[Tt]his|[Tt]he)\s[Mm]otion\b)[^.;]{0,160}\bseconded\b[^.;]{0,120}\b"
    r"(?:agreed|carried|adopted|passed|approved|lost|defeated)\b"
)
# "Minutes:", "Motion": what stands under it is told for itself
_LABEL = re.compile(r"\W{0,4}(?:Minutes|Decision|Motion|Amendment)\s?:?\W{0,4}", re.I)
# "COUNCIL RESOLUTION 0816-03", "Officer's recommendation": it heads what stands below
_HEADS = re.compile(
    r"\W{0,4}(?:[A-Z][\w’']{1,14}\s){0,3}(?:resolution|recommendation|decision|motion"
    r"|amendment)(?:\s{1,8}(?:no\.?\s)?(?=\S{0,12}\d)[A-Z\d/.:-]{1,14})?\s?:?\W{0,4}",
    re.I,
)
_LENGTHS = (2, 4, 8, 14, 25, 45)
_BEFORE, _BEHIND = 25, 15  # words of each sentence that are looked at


class Joint(NamedTuple):
    """Two sentences that follow each other, and what rules think of the two."""

    first: Told
    second: Told
    ruled: str  # "joins", "parts", "ends", "begins", "bare", "none"


def read_joint(scope: Scope, joint: Joint) -> Iterator[str]:
    """Yield what two sentences show that speaks for one decision, or against it."""
    before = read_words(scope, joint.first.start, joint.first.end)
    behind = read_words(scope, joint.second.start, joint.second.end)
    yield from (f"before:{x}" for x in before[:_BEFORE])
    if joint.ruled != "bare":
        yield from (f"behind:{x}" for x in behind[:_BEHIND])
    yield from _frame(scope, joint, before, behind)


def _frame(
    scope: Scope, joint: Joint, before: Sequence[str], behind: Sequence[str]
) -> Iterator[str]:
    """Yield how two sentences begin and end, how long they are and how they stand."""
    text, (first, second, ruled) = scope.text, joint
    gap = "same" if first.paragraph == second.paragraph else "new"
    if ruled != "bare":
        yield from (f"last:{x}" for x in behind[-2:])
    for side, words in (("before", before), ("behind", behind)):
        if words and all(map(is_of_fate, words)):
            yield f"{side}-bare"
            yield f"{side}-bare-{gap}"
        yield f"{side}-length-{sum(len(words) >= x for x in _LENGTHS)}"
        if words:
            yield f"{side}-names-{4 * words.count('<p>') // len(words)}"
    for word in behind[: ruled != "bare"]:
        yield f"first:{word}"
        yield f"{gap}-first:{word}"
    marks = [LISTED.match(text, x.start, x.end) is not None for x in joint[:2]]
    listed = {3: "both", 2: "first", 1: "second", 0: "neither"}
    yield f"{gap}-listed-{listed[2 * marks[0] + marks[1]]}"
    end = text[first.end - 1]
    yield f"{gap}-ends-{'word' if end.isalnum() else end}"
    yield "small" if text[second.start].islower() else "large"
    yield gap
    yield f"rules-{ruled}"
    if end == ":":
        yield f"rules-{ruled}-{end}"


class _Weights(NamedTuple):
    """The weights, those of words by the words themselves."""

    before: dict[str, float]
    behind: dict[str, float]
    others: dict[str, float]


@cache
def _weights() -> _Weights:
    weights = _Weights({}, {}, {})
    for trait, weight in weights_in("extent_weights.tsv").items():
        kind, _, word = trait.partition(":")
        sides = {"before": weights.before, "behind": weights.behind}
        if word and kind in sides:
            sides[kind][word] = weight
        else:
            weights.others[trait] = weight
    return weights


def judge_joint(scope: Scope, joint: Joint) -> float:
    """Return how likely two sentences are one decision, from 0 to 1."""
    weights = _weights()
    before = read_words(scope, joint.first.start, joint.first.end)
    behind = read_words(scope, joint.second.start, joint.second.end)
    found = [weights.before.get(x, 0.0) for x in {*before[:_BEFORE]}]
    if joint.ruled != "bare":
        found += [weights.behind.get(x, 0.0) for x in {*behind[:_BEHIND]}]
    shown = {*_frame(scope, joint, before, behind)}
    found += [weights.others.get(x, 0.0) for x in shown]
    return likelihood(weights.others["always"] + math.fsum(found))


def tells_fate(scope: Scope, found: Decision | Told) -> bool:
    """Say whether words tell who moved and what became of it, and not what it was.

    "Proposed by Cllr Orr, carried", "This was agreed by all"; but "It was agreed that"
    leads on to what it was.
    """
    words = read_words(scope, found.start, found.end)
    leads = not words or words[-1] in _LEADS
    return not leads and all(map(is_of_fate, words))


def rule_between(
    scope: Scope, rules: Sequence[Decision]
) -> Callable[[Told, Told], str]:
    """Return what tells whether rules see two sentences as one decision or as two."""
    ends = [x.end for x in rules]

    def within(told: Told) -> int | None:
        at = bisect_right(ends, told.start)
        return at if at < len(rules) and rules[at].start < told.end else None

    def between(first: Told, second: Told) -> str:
        one, other = within(first), within(second)
        if one is None:
            if other is None:
                return "none"
            return "bare" if tells_fate(scope, rules[other]) else "begins"
        if other is None:
            return "ends"
        reaches = rules[one].end > second.start
        return "joins" if one == other or reaches else "parts"

    return between


def _is_whole(scope: Scope, told: Told) -> bool:
    """Say whether a sentence names both who moved and who seconded."""
    motion = find_motion(scope.text, told.start, told.end)
    return motion is not None and bool(motion.mover and motion.seconder)


def _in_other_cells(scope: Scope, first: Told, second: Told) -> bool:
    """Say whether the second of two sentences stands in a cell that tells its own.

    What only tells a fate, or who moved, may stand beside what it is said of.
    """
    one, other = (scope.paragraphs[x.paragraph].first for x in (first, second))
    cell = (other.table, other.row, other.column)
    if other.table is None or (one.table, one.row, one.column) == cell:
        return False
    below = one.table == other.table and one.row != other.row
    if below and one.column != other.column:
        return not tells_fate(scope, second)  # "Granted", and a row about another site
    return not (tells_fate(scope, first) or tells_fate(scope, second))


def _is_debate(text: str, first: Told, second: Told) -> bool:
    """Say whether a sentence only speaks to the motion that the next one settles."""
    settles = is_fate(text, second.start, second.end)
    if not settles and text.find("seconded", second.start, second.end) >= 0:
        settles = _SETTLES.match(text, second.start, second.end) is not None
    return settles and _SPEAKS.match(text, first.start, first.end) is not None


class _Reach(NamedTuple):
    """A decision, and its sentences: from the first up to before the last."""

    decision: Decision
    first: int
    last: int


def settle_extents(
    scope: Scope, found: Sequence[Decision], rules: Sequence[Decision]
) -> list[Decision]:
    """Return the decisions, each with the sentences beside it that belong to it."""
    told = read_told(scope)
    between = rule_between(scope, rules)

    def joins(at: int) -> bool:
        """Say whether a sentence and the next belong together."""
        first, second = told[at], told[at + 1]
        if scope.item_at(first.start) != scope.item_at(second.start):
            return False
        if _in_other_cells(scope, first, second):
            return False
        if _is_debate(scope.text, first, second):
            return False
        if _LABEL.fullmatch(scope.text, first.start, first.end):
            return False
        if _HEADS.fullmatch(scope.text, second.start, second.end):
            return False
        joint = Joint(first, second, between(first, second))
        if judge_joint(scope, joint) <= JOIN:
            return False
        return not (_is_whole(scope, first) and _is_whole(scope, second))

    reaches = list(_reaches(told, found))
    taken = {x for reach in reaches for x in range(reach.first, reach.last)}
    settled: list[Decision] = []
    before = -1  # where the sentences of the decision before it end
    for decision, first, last in reaches:
        begin, end = first, last
        if first < last and decision.rule not in (ELECTED, ANSWERED):
            led = decision.lead is not None  # what it hangs on is told already
            while not led and begin and begin - 1 not in taken and joins(begin - 1):
                begin -= 1
            while end < len(told) and end not in taken and joins(end - 1):
                end += 1
            taken |= {*range(begin, end)}
        start = told[begin].start if begin < first else _from_title(scope, decision)
        stop = told[end - 1].end if end > last else decision.end
        wide = _widened(scope, decision, start, stop)
        loose = settled and (
            WEIGHED in (settled[-1].rule, decision.rule)
            or (decision.mover is None and tells_fate(scope, decision))
        )
        if loose and begin == before and first < last and joins(begin - 1):
            settled[-1] = _together(scope, settled[-1], wide)
        else:
            settled.append(wide)
        before = end
    return settled


def _from_title(scope: Scope, decision: Decision) -> int:
    """Return where a decision begins: at the title before it, if it tells a fate only.

    "5 Minutes of the last meeting: agreed", where heading and fate share a line.
    """
    at = scope.item_at(decision.start)
    if at is None or not tells_fate(scope, decision):
        return decision.start
    item = scope.items.items[at]
    between = scope.text[item.title_end : decision.start]
    close = item.title_end <= decision.start and len(between) < _CLOSE
    apart = "\n" in between or any(x.isalnum() for x in between)
    return item.title_start if close and not apart else decision.start


def _reaches(told: Sequence[Told], found: Sequence[Decision]) -> Iterator[_Reach]:
    ends = [x.end for x in told]
    for decision in found:
        first = last = bisect_right(ends, decision.start)
        while last < len(told) and told[last].start < decision.end:
            last += 1
        yield _Reach(decision, first, last)


def _together(scope: Scope, one: Decision, other: Decision) -> Decision:
    """Return two decisions as one: as that which rules found, where one did."""
    named = other if one.rule == WEIGHED else one
    named = (
        named
        if named.mover or named.seconder
        else replace(
            named,
            mover=one.mover or other.mover,
            seconder=one.seconder or other.seconder,
        )
    )
    return _widened(scope, named, one.start, max(one.end, other.end))


def _widened(scope: Scope, decision: Decision, start: int, end: int) -> Decision:
    """Return a decision that reaches so far, with the movers and votes told there."""
    if (start, end) == (decision.start, decision.end):
        return decision
    wide = replace(decision, start=start, end=end)
    motion = find_motion(scope.text, start, end)
    if motion and motion.mover and wide.mover is None:
        wide = replace(wide, mover=scope.name_at(motion.mover_at, motion.mover))
    if motion and motion.seconder and wide.seconder is None:
        wide = replace(
            wide, seconder=scope.name_at(motion.seconder_at, motion.seconder)
        )
    count = read_votes(scope.text, start, end)
    if count.counted and wide.votes_for is None:
        wide = replace(
            wide,
            votes_for=count.votes_for,
            votes_against=count.votes_against,
            votes_abstained=count.votes_abstained,
            votes=count.named,
        )
    if count.lost:
        return replace(wide, kind="rejected")
    plain = wide.kind == "resolved"
    return replace(wide, kind=kind_of(scope.text[start:end])) if plain else wide
