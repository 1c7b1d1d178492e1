"""Judges what rules found, and takes the sentences that rules passed by."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence

from minutebook.assemble import outcomes
from minutebook.assemble.consultations import ANSWERED
from minutebook.assemble.extents import settle_extents
from minutebook.assemble.fatelines import is_fate
from minutebook.assemble.hearsay import is_theirs
from minutebook.assemble.kinds import opens_noted
from minutebook.assemble.motions import is_put, motion_near
from minutebook.assemble.movedlists import only_moved, opens_below
from minutebook.assemble.movers import find_motion
from minutebook.assemble.officers import ELECTED
from minutebook.assemble.refusals import refuses
from minutebook.assemble.replies import REPLIED
from minutebook.assemble.scope import Scope, decide
from minutebook.assemble.signings import signs_off
from minutebook.assemble.told import BROUGHT, HANDED, SHOULD_READ
from minutebook.assemble.weighing import Told, read_told, read_words, weigh
from minutebook.grammar.affiliations import has_role_word
from minutebook.grammar.anchors import holds_any
from minutebook.grammar.cuewords import Cues
from minutebook.grammar.paragraphs import Sentence
from minutebook.records import Decision, Span

DROP = 0.01  # what rules found is no decision if all its sentences weigh less
POLLED = 0.3  # ... and if that only tells who voted, and not on what, so much
TAKE = 0.5  # a sentence that weighs more is one, though no rule found it
LIST = 0.75  # ... and an entry of a list more, if no word of its own decides
# by its last words, or by its place in a list, whatever it is about
_SETTLED = frozenset({"decision-fate", ELECTED, ANSWERED, REPLIED})
# "OK'd.", "No takers.", "Next agenda.": too few words to be weighed
_BARE = frozenset({"decision-fragment", "decision-held-over", "decision-verdict"})
# "Outcome: ask the county": so the clerk calls it
_LABELLED = re.compile(r"\W{0,4}(?:Outcome|OUTCOME|Decision|DECISION)\s?[:–-]\s?\w")
_TITLE = 12  # characters of a title that may stand before a name
_SHORT = 30  # characters of such a decision
_LEAST = 12  # characters of such a sentence
# without one of these a sentence is not weighed: nearly all that decide hold one
_CUE_WORDS = (
    *("agree", "approv", "accept", "adopt", "resol", "decid", "elect", "appoint"),
    *("nominat", "motion", "move", "second", "pass", "carri", "refer", "defer"),
    *("recommend", "ratif", "endors", "delegat", "grant", "reject", "refus", "tabled"),
    *("award", "adjourn", "noted", "receiv", "request", "consens", "vote", "postpone"),
    *("confirm", "sanction", "renew", "chose", "signed", "instruct", "happy"),
    *("content", "scheduled", "withdraw", "support"),
)
_CUES = Cues(_CUE_WORDS)


# what became of it is told elsewhere, or nowhere
_UNSETTLED = re.compile(
    r"\W{0,4}(?:Motion|MOTION|Proposal|Resolution)\s?[:–-](?!.{0,400}\b"
    r"(?:[Cc]arried|[Pp]assed|[Aa]pproved|[Aa]greed|[Ss]econded))",
    re.DOTALL,
)
# "For the Board to approve the plan": what an agenda asks for
_ASKED = re.compile(
    r"^\W{0,4}For\s(?:the\s)?(?:[A-Z][\w’'-]{1,20}\s(?:of\s)?){1,4}to\s[a-z]"
    r"|^\W{0,4}(?:It\sis\srecommended|Recommendation)\sby\s"
    # "The minutes of 4 May were before the Board for approval."
    r"|\b(?:was|were|been)\s(?:before|presented|submitted|tabled|laid|put|brought|circulated)\b"
    r"[^.;]{0,60}\bfor\s(?:approval|confirmation|adoption|consideration|agreement"
    r"|ratification)\W{0,3}$"
)
# "She asked the Board to review and agree the plan", "Members are invited to note it":
# what a body is bidden, unless the same sentence tells that it did so
_BIDDEN = re.compile(
    r"\b(?:(?:asks?|asked|invited|requested|urged|encouraged)\s(?:that\s)?(?:the\s|all\s)?"
    r"(?:(?:[A-Z][\w’'&-]{1,20}\s){0,4}(?:Board|Council|Committee|Group|Panel|Forum|Trust"
    r"|[Gg]overnors|[Mm]embers|[Cc]ouncill?ors|[Tt]rustees|[Dd]irectors|[Mm]eeting))\sto"
    r"|\b(?:Board|Council|Committee|Group|Panel|Forum|[Gg]overnors|[Mm]embers|[Cc]ouncill?ors"
    r"|[Tt]rustees)\s(?:is|are|was|were)\s(?:asked|invited|requested)\sto)"
    r"\s(?:[a-z]{4,10}(?:,|\sand)\s){0,2}(?:agree|approve|accept|adopt|consider|review|note"
    r"|endorse|support|ratify|receive|comment|discuss|confirm|recommend|formally)\b"
    r"(?!.{0,300}\b(?:agreed|approved|accepted|granted|resolved|adopted|noted|did)\b)",
    re.DOTALL,
)
_BIDS = ("ask", "invited", "requested", "urged", "encouraged")  # one stands in it
# "The Chairman agreed to reply", "TH agreed to call": what one person undertakes;
# but "The SG agreed to reply" tells of a group
_ONE_AGREES = re.compile(
    r"\b(?:Chair(?:man|woman|person)?|Clerk|Secretary|Treasurer|President|Director"
    r"|Manager|(?<![Tt]he\s)[A-Z]{2,3})\s(?:also\s|then\s)?(?:has\s)?agreed\s"
    r"(?:to|that)\b"
)
# "The Roads Engineer agreed to look", "The Director, Works agreed that it would"
_POST_AGREES = re.compile(
    r"\b[Tt]he\s(?P<post>[A-Z][\w’'/-]{2,20}(?:\s(?:of|for|and|&|[A-Z][\w’'/-]{1,20})){0,6})"
    r"(?:,\s[A-Z][\w’'/-]{1,20}(?:\s(?:of|and|&|[A-Z][\w’'/-]{1,20})){0,5},?)?"
    r"\s(?:also\s|then\s|has\s){0,2}agreed\s(?:to|that)\b"
)
# behind a name; but "Ada Bell agreed to be treasurer" tells who was chosen
_AGREES = re.compile(
    r"\s(?:also\s|then\s|has\s|had\s|kindly\s){0,2}agreed\sto\s"
    r"(?!(?:be|serve|act|stand|continue|remain|stay|become|chair|fill|join|take\s(?:on|over))\b)"
)
# "Mrs Holt asked that her vote against be recorded": how one voted, not on what
_VOTE_NAMED = re.compile(
    r"\b(?:asked|requested|wished|wanted|insisted)\s(?:\w{2,4}\s)?(?:that\s|for\s|to\shave\s)?"
    r"(?:(?:his|her|their|its|the)\s)?(?:own\s)?"
    r"(?:votes?|dissent|abstentions?|opposition|objections?|names?|disagreement)\b"
    r"[^.;]{0,80}\b(?:recorded|minuted|noted|entered|shown)\b"
)
# "On the motion of Cllr Bell it was": what was decided stands in the list below
_OPENS = re.compile(
    r"\b(?:it\swas|was|[Tt]hat|THAT|to|be|[Rr]esolved|RESOLVED)\s{0,3}[:–-]{0,2}\s{0,3}$"
)


def judge_decisions(scope: Scope, found: Sequence[Decision]) -> list[Decision]:
    """Return what is a decision by its weight, in the order of the text.

    What rules found is kept unless its weight is small; another sentence is taken if
    its weight is great.
    """
    told = read_told(scope)
    ends = [x.end for x in told]
    taken: set[int] = set()
    kept = []
    for decision in found:
        first = last = bisect_right(ends, decision.start)
        while last < len(told) and told[last].start < decision.end:
            last += 1
        taken |= {*range(first, last)}
        if decision.lead is not None:
            taken |= _within(ends, told, decision.lead)
        short = decision.rule in _BARE and len(told) > first
        short = short and decision.end - decision.start < _SHORT
        sure = first == last or decision.rule in _SETTLED or short
        labelled = _LABELLED.match(scope.text, decision.start, decision.end)
        sure = sure or labelled is not None or _is_listed_noted(scope, decision)
        if decision.rule == "decision-verdict" and not sure:
            sure = refuses(scope.text, decision.start, decision.end)
        least = POLLED if _only_polls(scope, decision) else DROP
        if _names_vote(scope, decision) or signs_off(scope, decision):
            continue
        if sure or any(_likely(scope, x) >= least for x in told[first:last]):
            kept.append(decision)
    kept += _take_others(scope, told, taken)
    return settle_extents(scope, sorted(kept, key=lambda x: x.start), found)


def _is_listed_noted(scope: Scope, decision: Decision) -> bool:
    """Say whether a decision is an entry under "NOTED:": it tells but a fact."""
    lead = decision.lead
    return lead is not None and opens_noted(scope.text[lead.start : lead.end])


def _within(ends: Sequence[int], told: Sequence[Told], lead: Span) -> set[int]:
    """Return which sentences a lead holds: it decides nothing besides its list."""
    first = last = bisect_right(ends, lead.start)
    while last < len(told) and told[last].start < lead.end:
        last += 1
    return {*range(first, last)}


def may_decide(sentence: str) -> bool:
    """Say whether a sentence is worth weighing: most hold no word of deciding.

    >>> may_decide("The hedge to be kept as agreed."), may_decide("It was wet in May.")
    (True, False)
    >>> may_decide("The letter was passed to the Clerk.")
    False
    """
    if len(sentence) < _LEAST:
        return False
    words = sentence.lower()
    if "passed " in words:
        words = _HANDED_ON.sub(" ", words)
    return _CUES.stand_in(words)


# "The letter was passed to the Clerk.": nothing was passed by a vote
_HANDED_ON = re.compile(
    r"\bpassed\s(?:(?:on|over|back)\s)?to\b|\bpassed\s(?:away|round)\b"
)


def _names_vote(scope: Scope, decision: Decision) -> bool:
    """Say whether a decision is only that somebody's vote be recorded."""
    words = scope.text[decision.start : decision.end]
    match = _VOTE_NAMED.search(words)
    return match is not None and not outcomes.decides(words[: match.start()])


def _only_polls(scope: Scope, decision: Decision) -> bool:
    """Say whether a decision tells that a vote was held, and not on what."""
    if decision.rule != "decision-poll":
        return False
    words = scope.text[decision.start : decision.end].lower()
    return not any(x in words for x in ("motion", "amendment", "proposal"))


def _likely(scope: Scope, told: Told) -> float:
    return weigh(scope, told, read_words(scope, told.start, told.end))


def _take_others(
    scope: Scope, told: Sequence[Told], taken: Collection[int]
) -> Iterator[Decision]:
    """Yield the decisions of sentences that rules passed by."""
    past = 0
    for index, one in enumerate(told):
        if index in taken or one.start < past:
            continue
        quoted = scope.text[one.start : one.end]
        speaks = may_decide(quoted)
        if not (one.listed or speaks):
            continue
        if _likely(scope, one) <= (TAKE if speaks else LIST):
            continue
        told_of = _is_unsettled(scope, one) or _one_agrees(scope, one)
        told_of = told_of or _tells_again(scope, told, index, taken)
        passed = (_OPENS, SHOULD_READ, HANDED, BROUGHT, _ASKED)
        told_of = told_of or any(x.search(quoted) for x in passed)
        bids = not told_of and holds_any(quoted, _BIDS)
        told_of = told_of or (bids and _BIDDEN.search(quoted) is not None)
        above = told[index - (one.at > 0)]
        before = scope.text[above.start : above.end]
        if not (told_of or is_theirs(quoted, before, scope.own)):
            decision = _decide_on(scope, told, index, taken)
            past = decision.end
            if not signs_off(scope, decision):
                yield decision


def _tells_again(
    scope: Scope, told: Sequence[Told], index: int, taken: Collection[int]
) -> bool:
    """Say whether a sentence only tells the fate of what its paragraph moved before."""
    text, one = scope.text, told[index]
    if not is_fate(text, one.start, one.end):
        return False
    before = [x for x in range(index - one.at, index) if x in taken]
    return bool(before) and not outcomes.CARRIED.search(
        text, told[before[-1]].start, one.start
    )


def _one_agrees(scope: Scope, one: Told) -> bool:
    """Say whether a sentence tells what one person undertakes: that is a task."""
    if _ONE_AGREES.search(scope.text, one.start, one.end):
        return True
    officer = _POST_AGREES.search(scope.text, one.start, one.end)
    if officer and has_role_word(officer["post"]):
        return True
    if "agreed to" not in scope.text[one.start : one.end]:
        return False
    at = bisect_left(scope.named, one.start)
    if at == len(scope.named) or scope.named[at] > one.start + _TITLE:
        return False
    return _AGREES.match(scope.text, scope.people[scope.named[at]], one.end) is not None


def _is_unsettled(scope: Scope, one: Told) -> bool:
    """Say whether a sentence tells a motion only, in minutes that tell motions' fates.

    "Motion: That it be mended", "Proposed by Cllr Bell, seconded by Cllr Orr, that"
    """
    if _UNSETTLED.match(scope.text[one.start : one.end]):
        return True
    motion = find_motion(scope.text, one.start, one.end)
    if motion and only_moved(scope.text, one.start, one.end, motion):
        at = bisect_right(scope.paragraphs, one.start, key=lambda x: x.start) - 1
        return opens_below(scope, at) > 0
    if not scope.formal or motion is None or not is_put(scope.text, motion):
        return False
    return not outcomes.decides(scope.text[one.start : one.end])


# "Mrs Holt seconded.", "All in favour.": said of what was moved just before
_GOES_ON = re.compile(
    r"\b(?:[Ss]econd(?:ed|s)?|2nd|[Cc]arried|CARRIED|[Mm]otion\s(?:was\s)?passe[ds]"
    r"|[Vv]ot(?:e|ed|es|ing)|[Uu]nanimous(?:ly)?|in\sfavou?r)\b"
)
_FAR = 240  # characters of a sentence that says so


def _decide_on(
    scope: Scope, told: Sequence[Told], index: int, taken: Collection[int]
) -> Decision:
    """Return the decision of a sentence, and of those that tell who seconded it."""
    text, one = scope.text, told[index]
    last = index
    while last + 1 < index - one.at + one.of and last + 1 not in taken:
        below = told[last + 1]
        if below.end - below.start > _FAR or not _GOES_ON.search(
            text, below.start, below.end
        ):
            break
        last += 1
    whole = told[index - one.at : index - one.at + one.of]
    sentences = [Sentence(x.start, x.end) for x in whole]
    end = told[last].end
    motion = find_motion(text, one.start, end)
    motion = motion or motion_near(scope, one.paragraph, sentences, one.at)
    return decide(scope, one.start, end, "weighed", "", motion, None)
