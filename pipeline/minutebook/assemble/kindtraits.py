"""Reads what a decision shows of its kind: what it is about, and what became of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from minutebook.assemble.weighing import WORD, fold_word
from minutebook.grammar.anchors import holds_any

_MOST, _HEADING, _TOLD = 45, 10, 20  # words looked at: of it, its title, its fate
_LENGTHS = (1, 3, 6, 12, 25)
_HEAD, _FOOT = 600, 160  # characters of a long decision that are looked at
_NAMES = r"(?:(?:[A-Z][\w.’'-]{0,24}|and|&|/|\([A-Z]\))\s?,?\s?){0,6}"
# "on the motion of Mr Orr", "Seconded: T Holt", "Result:"
_MOVED = re.compile(
    r"\b(?:(?:[Ii]t\s+was\s+)?[Oo]n\s+(?:a|the)\s+(?:motion|proposal|proposition)\s+"
    r"(?:of|by|from)"
    r"|(?i:motion|moved|proposed|proposer|prop|seconded|seconder|second|sec|2nd|2nded"
    r"|nominated|supported|mover|result|voice\svote|voting|votes?)\b\.?"
    r"(?:\s(?:was|made|and|is)){0,3}\s?(?:\bby\b|\bfrom\b|[:–-]))\s?:?\s?" + _NAMES
)
# "Ada Penrose then moved"
_MOVES = re.compile(
    r"\b(?:[A-Z][\w.’'-]{0,24}\s){1,4}(?:then\s|also\s)?"
    r"(?:proposed|moved|seconded|motioned|seconds|moves)\b"
)
# "The motion was carried unanimously.", "All in favour", "5 yes"
_FATE = re.compile(
    r"\b(?:(?:the\s)?(?:motion|resolution|proposal|vote)?\s?(?:(?:was|were|is)\s)?"
    r"(?:then\s)?(?:duly\s)?(?:unanimously\s)?"
    r"(?:carried|passed|approved|agreed|adopted|accepted)(?:\sunanimously)?"
    r"(?:\sby\s(?:all|voice|vote|a\sshow)\b[^.]{0,60})?"
    r"|(?:all|everyone|members)\s(?:were\s|was\s)?(?:in\sfavou?r|agreed|ayes?"
    r"|voted\s\w{1,12}|present\sagreed)"
    r"|unanimous(?:ly)?(?:\s\w{1,20})?"
    r"|\d{1,3}\s(?:in\s)?(?:yes|against|favou?r|abst\w{0,8}))\W{0,4}$",
    re.IGNORECASE,
)
# one of these stands in small letters in whatever the patterns above match
_MOVED_CUES = (
    *(
        "motion",
        "move",
        "prop",
        "sec",
        "2nd",
        "nominated",
        "supported",
        "vote",
        "voting",
    ),
    "result",
)
_MOVES_CUES = ("proposed", "move", "second", "motioned")
_FATE_CUES = (
    *("carried", "passed", "approved", "agreed", "adopted", "accepted", "unanimous"),
    *("favo", "aye", "voted", "yes", "against", "abst"),
)
_LAST = 90  # characters at the end that may tell a fate
_FATES = 3  # words of fate that stand one behind the other
# verbs of deciding, by their first six letters
_VERBS = {
    begin: verb
    for verb, begins in {
        "approve": "approv accept adopt adopts ratif ratifi endors confir grant grants"
        " grante sanct sancti award awards awarde pass passes passed suppor pay paid"
        " sign signed",
        "note": "note noted notes noting receiv",
        "recommend": "recomm urge urged",
        "refer": "refer refers referr",
        "defer": "defer defers deferr postpo tabled table",
        "delegate": "delega author empowe",
        "appoint": "appoin elect elects electe electi nomina co-opt coopte re-ele"
        " reappo re-app",
        "reject": "reject refuse lost defeat declin fails failed fail fell",
        "close": "adjour close closed",
        "agree": "agree agrees agreed agreem resolv decide decided carrie",
    }.items()
    for begin in begins.split()
}
# words before a verb that tell how it is used
_BEFORE = frozenset(
    ("to", "be", "was", "were", "is", "are", "and", "been", "not", "that", "by", "the")
) | {"of", "for", "hereby", "unanimously"}
# words for things that are decided upon, by their first six letters
_THINGS = {
    begin: thing
    for thing, begins in {
        "paper": "minute accoun report budget policy polici agenda statem invoic bill"
        " bills paymen plan consti strate applic precep schedu draft drafts",
        "post": "chair chairm chairp vice vice-c presid secret treasu clerk mayor"
        " office member truste direct repres audito",
        "later": "next future later until forthc furthe",
        "body": "commit counci board boards panel group groups cabine",
        "not": "not no unable insuff",
        "planning": "planni permis object",
    }.items()
    for begin in begins.split()
}


class Shown(NamedTuple):
    """A decision: its words, its item's title, its kind by rules, and its neighbours'.

    `above` and `below` are the kinds by rules of the decisions beside it in its item,
    "-" where there is none.
    """

    text: str
    title: str
    kind: str
    above: str = "-"
    below: str = "-"


def part_fate(text: str) -> tuple[str, str]:
    """Return the words that tell what was decided, and those of movers and fate.

    >>> part_fate("Proposed by Mr Orr that the gate be mended. All agreed.")
    ('; that the gate be mended', 'All agreed. Proposed by Mr Orr ')
    """
    text = " ".join(text.split())
    if len(text) > _HEAD + _FOOT:
        text = text[:_HEAD] + " ; " + text[-_FOOT:]
    told: list[str] = []
    for _ in range(_FATES):
        low = max(0, len(text) - _LAST)
        match = holds_any(text[low:].lower(), _FATE_CUES) and _FATE.search(text, low)
        if not match or match.start() < 3:
            break
        told.append(match[0])
        text = text[: match.start()].rstrip(" .,;–-")
    words = text.lower()
    for cues, pattern in ((_MOVED_CUES, _MOVED), (_MOVES_CUES, _MOVES)):
        if holds_any(words, cues):
            told += pattern.findall(text)
            text = pattern.sub("; ", text)
    return text, " ".join(told)


def read_kind_traits(shown: Shown) -> Iterator[str]:
    """Yield what a decision shows of its kind.

    >>> traits = {*read_kind_traits(Shown("to note it", "Works", "noted"))}
    >>> sorted(x for x in traits if x.startswith(("to-", "title", "rules")))
    ['rules-noted', 'rules-noted+note', 'title:works', 'to-note']
    """
    matter, told = part_fate(shown.text)
    words = [x for x in _words(matter, _MOST) if x != ";"]
    fate = _words(told, _TOLD)
    length = sum(len(words) >= x for x in _LENGTHS)
    yield f"length-{length}"
    yield from (f"word:{x}" for x in words)
    yield from (f"pair:{a}_{b}" for a, b in pairwise(words))
    yield from (f"fate:{x}" for x in fate)
    yield from (f"title:{x}" for x in _words(shown.title, _HEADING))
    if words:
        yield f"first:{words[0]}"
        yield f"last:{words[-1]}"
    yield from _verbs(words, fate, length, shown.kind)
    yield from (f"of-{x}" for x in filter(None, map(thing_of, (*words, *fate))))
    yield from _by_rules(shown)


def _verbs(
    words: Sequence[str], fate: Sequence[str], length: int, kind: str
) -> Iterator[str]:
    """Yield which verbs of deciding there are, in order, and how they are used."""
    does = [verb_of(x) for x in words]
    verbs = [x for x in does if x]
    for before, verb in zip(("start", *words), does, strict=False):
        if verb:
            yield f"{before if before in _BEFORE else 'any'}-{verb}"
    yield from (f"has-{x}" for x in verbs)
    if verbs:
        yield f"does-{verbs[0]}"
        yield f"does-{'+'.join(verbs[:2])}"
        yield f"ends-{verbs[-1]}"
    else:
        yield f"no-verb-{length}"
        yield f"no-verb-{'fate' if fate else 'at-all'}"
    yield f"rules-{kind}+{verbs[0] if verbs else 'no-verb'}"
    for verb in filter(None, map(verb_of, fate)):
        yield f"rules-{kind}+fate-{verb}"
        yield f"fate-{verb}"
        yield f"fate-{verb}+{length}"


def _by_rules(shown: Shown) -> Iterator[str]:
    """Yield what rules make of it, and of those beside it."""
    kind = shown.kind
    yield f"rules-{kind}"
    for side, beside in (("above", shown.above), ("below", shown.below)):
        yield f"{side}-{beside}"
        yield f"{side}-{beside}+{kind}"


@lru_cache(maxsize=4096)
def verb_of(word: str) -> str:
    """Return which verb of deciding a word is a form of; "" if of none.

    >>> verb_of("approval"), verb_of("approach")
    ('approve', '')
    """
    return _VERBS.get(word[:6], "")


@lru_cache(maxsize=4096)
def thing_of(word: str) -> str:
    """Return what a word speaks of: "paper", "post", "money" ...; "" if of nothing.

    >>> thing_of("accounts"), thing_of("<m>"), thing_of("bench")
    ('paper', 'money', '')
    """
    return "money" if word == "<m>" else _THINGS.get(word[:6], "")


def _words(text: str, most: int) -> list[str]:
    return [*map(fold_word, WORD.findall(text)[:most])]
