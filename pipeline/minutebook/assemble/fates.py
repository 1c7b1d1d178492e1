"""Finds what a bare "Carried" or "13-0 pass" decided: the lines that stand above it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

from minutebook.assemble.movers import find_motion
from minutebook.assemble.outcomes import CARRIED
from minutebook.assemble.scope import Scope, decide
from minutebook.assemble.weighing import Told, read_told
from minutebook.grammar.anchors import holds_any
from minutebook.records import Decision

_WORD = re.compile(r"[A-Za-z][A-Za-z’'/]*|\d+")
_MOST = 10  # words of a line that only tells what became of what stands above
_REACH = 5  # sentences that the matter may stand above its fate
_BELOW = 6  # characters between a fate and what it leads
_SHORT = 80  # characters of a sentence that tells a fate and nothing else
_LONG = 320  # characters: a longer sentence is no matter that was put to the vote
_FATES = re.compile(
    r"carried|pass{1,3}e?[ds]?|approved|accepted|adopted|ratified|agreed|denied|defeated"
    r"|failed|lost|rejected|granted|tabled|deferred"
)
# what else a line says that tells only a fate: "Motion passed 5-0, all in favour"
_BESIDE = re.compile(
    r"\d+|motions?|vot(?:es?|ed|ing)|resolution|outcome|result|decision|proposal|notice"
    r"|recommendation"
    r"|unanimous(?:ly)?|ayes?|yes|nays?|by|all|in|favou?r|with|none|no|oppos(?:ed|ition)"
    r"|against|abst(?:entions?|ain(?:ed)?)|governors|trustees|councillors|directors|one|two|three|four|five|six|was|were|is|and"
    r"|the|a|of|show|hands|council|board|committee|members|present|voice|roll|call"
    r"|majority|for|so|it|this|to|duly|then|m|s|c|as|presented|consent"
)
# "Moved by", "AC 2nd", "JH seconded": who moved, and not what
_MOVING = re.compile(
    r"mov(?:e[drs]?)|motion(?:ed)?|second(?:e[dr]|s)?|sec|n?[sn]?[td](?:['’]d)?|propose[dr]|prop"
    r"|by|and|made|the|was|to|\d+",
    re.IGNORECASE,
)
# what else may stand beside them and tell nothing of the matter: "This was resolved"
_EMPTY = re.compile(
    r"resolved|noted|received|refused|supported|confirmed|unopposed|endorsed|agree"
    r"|recommended|an?|on|be|been|being|are|that|these|those|they|which|there|not|any"
    r"|other|further|full|discussion|after|following|present|meeting|group|everyone"
    r"|objections?|comments?|nil|put|final|acclamation|agreement|favou?r|moves|dr|ms"
    r"|mr|mrs|miss|c[lr]{0,3}s?|councillors?|trustees?|directors?|chair(?:man)?"
    r"|<p>|<n>|[():;/]"
)
_CUES = (
    *("pass", "carr", "app", "acc", "ado", "rat", "agr", "den", "def", "fail", "lost"),
    *("rej", "gran", "tab"),
)
# "Nays: none", "Voting Aye: Orr, Holt", "Read a third time", "Respectfully submitted"
_NO_MATTER = re.compile(
    r"(?:\W|\d{1,3}\W){0,6}(?:voting|votes?\b|ayes?\b|nays?\b|noes\b|for\b|against\b|absent"
    r"|abstain\w{0,6}|read\s|respectfully|time\b|signed|present\b|the\s+vote\b|and\s)"
    r"|[^.]{0,160}\b(?:yea|nay|aye)s?\b"
    r"|\W{0,6}[“\"]|\d{1,2}\s(?:for|against)\b",
    re.IGNORECASE,
)
# "This motion was seconded by Mr Holt and agreed."
_SENTENCE = re.compile(
    r"\W{0,6}(?:The|This|It|All(?!\s(?:governors|trustees|members|directors)\b)|Councillor|Cllr|These|They)\b"
)
_ENDS_OTHERS = re.compile(r"[:?”\"]\W{0,3}$|_{4}")


def join_fates(scope: Scope, found: Sequence[Decision]) -> list[Decision]:
    """Return the decisions, with those of which a bare word tells the fate."""
    told = read_told(scope)
    fates = [i for i, x in enumerate(told) if _is_fate(scope.text, x)]
    if not fates:
        return list(found)
    starts = [x.start for x in found]
    gone: set[int] = set()
    more = []
    low = 0
    for index in fates:
        fate = told[index]
        at = bisect_right(starts, fate.start + 6) - 1
        around = at >= 0 and found[at].end > fate.start
        within = around and found[at].start < fate.start - 12
        debated = not within and _is_debated(scope, fate, found[: at + 1 - around])
        led = _leads(scope.text, fate, found[at + 1 : at + 2])
        told_so = around and _SENTENCE.match(scope.text, fate.start)
        if within or debated or led or told_so:
            low = index + 1
            gone |= {at} if around and debated else set()
            continue  # a longer decision holds it, or rules know what it leans on
        begin = _matter(scope, told, index, low, found)
        low = index + 1
        if begin is None:
            continue
        if around:
            gone.add(at)
        motion = find_motion(scope.text, begin, fate.end)
        more.append(decide(scope, begin, fate.end, "fate", "", motion, None))
    kept = [x for i, x in enumerate(found) if i not in gone]
    return sorted([*kept, *more], key=lambda x: x.start)


def _is_debated(scope: Scope, fate: Told, above: Sequence[Decision]) -> bool:
    """Say whether debate parts a fate from what its own paragraph moved above."""
    moved = above[-1] if above else None
    if moved is None or moved.seconder is None:
        return False
    if moved.start < scope.paragraphs[fate.paragraph].start:
        return False
    told = CARRIED.search(scope.text, moved.start, fate.start)
    return told is None and "otion" in scope.text[fate.start : fate.end]


def _leads(text: str, fate: Told, below: Sequence[Decision]) -> bool:
    """Say whether a fate leads the decision below it: "AND AGREED", then what was."""
    if not below:
        return False
    lead = below[0].lead
    if lead is None:
        near = below[0].start - fate.end < _BELOW and below[0].mover is not None
        return near and text.startswith(("That", "THAT"), below[0].start)
    return lead.start < fate.end and fate.start < lead.end


@lru_cache(maxsize=4096)
def is_of_fate(word: str) -> bool:
    """Say whether a word tells of moving, voting or a fate, and nothing of the matter.

    >>> [is_of_fate(x) for x in ("seconded", "<p>", "unanimously", "resolved", "hedge")]
    [True, True, True, True, False]
    """
    plain = (_FATES, _BESIDE, _MOVING, _EMPTY)
    return any(x.fullmatch(word) for x in plain)


def _is_fate(text: str, told: Told) -> bool:
    """Say whether a sentence tells what became of a thing, and nothing else."""
    if told.end - told.start > _SHORT:
        return False
    quoted = text[told.start : told.end].lower()
    if len(quoted) > _SHORT or quoted.endswith((":", ":-", ":–")):
        return False
    if not holds_any(quoted, _CUES):
        return False
    words = _WORD.findall(quoted)
    if not any(_FATES.fullmatch(x) for x in words):
        return False
    rest = [x for x in words if not (_FATES.fullmatch(x) or _BESIDE.fullmatch(x))]
    if not rest:
        return len(words) <= _MOST
    named = _WORD.findall(text[told.start : told.end])
    moved = any(x.startswith(("move", "second", "propos")) for x in words)
    return moved and len(words) <= _MOST + 6 and _only_names(named)


def _only_names(words: Sequence[str]) -> bool:
    """Say whether words tell who moved and what became of it, and not what.

    >>> _only_names(["Moved", "Cr", "Holt", "Seconded", "Cr", "Orr", "CARRIED"])
    True
    >>> _only_names(["Holt", "moved", "to", "close", "Carried"])
    False
    """
    plain = (_FATES, _BESIDE, _MOVING)
    return all(x[0].isupper() or any(p.fullmatch(x) for p in plain) for x in words)


def _matter(
    scope: Scope, told: Sequence[Told], index: int, low: int, found: Sequence[Decision]
) -> int | None:
    """Return where the matter begins that a fate settles; None if none is there."""
    fate = told[index]
    for at in range(index - 1, max(low, index - _REACH) - 1, -1):
        above = told[at]
        if scope.item_at(above.start) != scope.item_at(fate.start):
            break
        if any(x.start < above.end and above.start < x.end for x in found):
            return None
        if above.end - above.start > _LONG:
            return None
        if not (_only_moves(scope.text, above) or _only_counts(scope.text, above)):
            quoted = scope.text[above.start : above.end]
            other = _NO_MATTER.match(quoted) or _ENDS_OTHERS.search(quoted)
            return None if other else above.start
    return None


def _only_counts(text: str, told: Told) -> bool:
    """Say whether a line tells how many voted, and not on what: "For 21, against 9"."""
    words = _WORD.findall(text[told.start : told.end].lower())
    counted = any(x.isdigit() for x in words) and len(words) <= _MOST
    return counted and all(_BESIDE.fullmatch(x) for x in words)


def _only_moves(text: str, told: Told) -> bool:
    """Say whether a short line tells who moved or seconded, and not what."""
    words = _WORD.findall(text[told.start : told.end])
    rest = [x for x in words if not _MOVING.fullmatch(x)]
    if len(words) > 14 or len(rest) > 6:
        return False
    plain = [x for x in words if _MOVING.fullmatch(x)]
    parted = len(words) < 6 and " - " in text[told.start : told.end].replace("–", "-")
    if plain and parted and all(map(str.isdigit, plain)):
        return False  # "Lot 6 - Paint": a matter by its number
    return all(x[0].isupper() for x in rest)
