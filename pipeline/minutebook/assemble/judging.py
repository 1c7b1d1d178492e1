"""Judges how likely a sentence gives somebody a task, by what it shows of one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from minutebook.certainty import weigh_traits, weights_in
from minutebook.grammar.leaps import leaping

_SAYS = re.compile(
    r"\b(?=\w)(?:said|reported|explained|noted|stated|advised|confirmed|felt|thought"
    r"|suggested|hoped|indicated|commented|informed|understood|believed|told|replied"
    r"|responded|added|mentioned|stressed|outlined|proposed|recommended)\b"
)
_AGREES = leaping(
    r"\b(?=\w)(?:agreed|resolved|decided|AGREED|RESOLVED|Agreed|Resolved|carried"
    r"|approved)\b"
)
_ASKS = re.compile(r"\b(?:asked|requested|instructed|invited|wished|called)\b")
_COND = leaping(
    r"\b(?=\w)(?:if|whether|unless|should\s+the|when|once|where|provided)\b", re.I
)
_PAST = leaping(r"\b(?=\w)(?:had|was|were|has\s+been|have\s+been|did|ago|previously)\b")
_DUE = leaping(
    r"\b(?=\w)(?:by\s+(?:the\s+)?(?:end|next|\d|[A-Z])|next\s+(?:meeting|week|month)"
    r"|before\s+(?:the|[A-Z])|asap|report\s+back|meantime|let\s+\w+\s+know|feed\s*back)",
    re.I,
)
_RULES = re.compile(
    r"\b(?:every|each|all|any|always|annually|normally|usually|per\s+cent|%|£|policy"
    r"|strategy|residents|public|Act|Section|Regulations?|plan)\b"
)
_CROSSED = (
    "agent",
    "no-agent",
    "verb-listed",
    "verb-other",
    "many-labels",
    "under-actions",
)
_KINDS = ("listed", "other")
_LAW = leaping(r"\b(?:Section|section|s\.)\s?\d|\bAct\b|\bbylaw\b|\bOrders?\b")
_ACCEPTS = re.compile(
    r"\b(?:agreed|offered|undertook|volunteered|promised|invited|asked|requested"
    r"|instructed|authori[sz]ed|directed|tasked)\b"
)
_HAD = re.compile(r"\bhad\b")
_DECIDING = re.compile(
    r"adopt|accept|approve|note|support|endorse|recommend|receive|adjourn|defer|appoint"
    r"|elect|increase|donate|grant|fund|allow|proceed|agree|object|delegate|join|co-?opt|withdraw"
)
_IDLE = re.compile(
    r"attend|start|continue|remain|become|cost|benefit|open|close|begin|come|go|move"
    r"|happen|lead|allow|enable|help|mean|require|need|cover|include|meet|take|run|see"
    r"|feel|welcome|stay|want|know|wait|stand|hold|expect|leave|apply"
)
_BULLET = re.compile(r"\s{0,4}(?:[•▪●*–-]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s")
_EDGE = re.compile(r"(?:[;:,–—-]|\band|\bthat|\bbut|\bso|\.)\s*(?:the\s+|The\s+)?$")
# "Member Penrose", "The Chair, Mr Penrose", "County Cllr Penrose"
_STYLED = re.compile(r"\W{0,4}(?:The\s)?(?:[A-Z][\w’'.-]{1,14},?\s{1,3}){1,3}")
_TITLED = re.compile(
    r"(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor|Cllrs|Councillors|Rev|Prof)\b"
)


def read_traits(
    text: str,
    bounds: tuple[int, int, int, int],
    who: tuple[int, int],
    act: tuple[int, int],
    given: tuple[str, ...],
) -> list[str]:
    """Return what a sentence shows that speaks for a task, or against one.

    `bounds` are those of the paragraph and of the sentence, `who` and `act` where the
    subject and the words of its task stand; `given` is what others found out.
    """
    top, foot, start, end = bounds
    before, after = text[start : who[0]], text[act[1] : end]
    between = text[who[1] : act[0]]
    opens = who[0] - start < 6 or _STYLED.fullmatch(before) is not None
    edge = "opens" if opens else "edge" if _EDGE.search(before) else "within"
    traits = [*given, f"length-{min((end - start) // 60, 4)}", edge]
    traits += _told_before(before)
    traits += _told_after(after)
    if _SAYS.search(between):
        traits.append("says-between")
    if text.startswith("had ", act[0]) or _HAD.search(between):
        traits.append("had")
    agrees = _ACCEPTS.search(text, max(act[0] - 12, start), act[1])
    if agrees:
        word = f"word-{agrees[0].lower()}"
        traits += (word, *[f"{word}+{x}" for x in given if x.startswith("who-")])
    if _follows_law(text, start):
        traits.append("law-before")
    if end >= foot - 1:
        traits.append("last")
    if start <= top + 4:
        traits.append("first")
    if _BULLET.match(text, top, foot):
        traits.append("bullet")
    if _TITLED.match(text, who[0]) or _TITLED.search(text, max(0, who[0] - 12), who[0]):
        traits.append("titled")
    return [*traits, *_of_verb(given), *_together(given, edge)]


def _of_verb(given: tuple[str, ...]) -> Iterator[str]:
    """Yield what the verb of a task says of it."""
    verb = next(
        (x[5:] for x in given if x.startswith("verb-") and x[5:] not in _KINDS), ""
    )
    if _DECIDING.fullmatch(verb):
        yield "verb-deciding"
    if _IDLE.fullmatch(verb):
        yield "verb-idle"


def _together(given: tuple[str, ...], edge: str) -> Iterator[str]:
    """Yield what says more of a task together than each alone."""
    kinds = [x for x in given if x.startswith("who-")]
    forms = [x for x in given if x.startswith("form-")]
    for kind in kinds:
        yield f"{kind}+{edge}"
        for form in forms:
            yield f"{kind}+{form}"
    for form in forms:
        yield f"{form}+{edge}"
        yield from (f"{form}+{x}" for x in given if x in _CROSSED)


_LOWER = re.compile(r"\b[a-z]{2,15}\b")
_BEFORE, _AFTER = 6, 20  # words beside a task that may speak for it
_SIGNS = (
    ("says", _SAYS),
    ("agrees", _AGREES),
    ("asks", _ASKS),
    ("past", _PAST),
    ("condition", _COND),
    ("general", _RULES),
)


@lru_cache(maxsize=64)  # the tasks of one sentence share what stands beside them
def _told_before(words: str) -> tuple[str, ...]:
    """Return what words before a task say of it; those of names are left out."""
    signs = [f"{name}-before" for name, sign in _SIGNS if sign.search(words)]
    return (*signs, *[f"before:{x}" for x in _LOWER.findall(words)[-_BEFORE:]])


@lru_cache(maxsize=64)
def _told_after(words: str) -> tuple[str, ...]:
    """Return what words behind a task say of it; those of names are left out."""
    signs = [f"{name}-after" for name, sign in _SIGNS if sign.search(words)]
    due = ("due",) if _DUE.search(words) else ()
    return (*signs, *due, *[f"after:{x}" for x in _LOWER.findall(words)[:_AFTER]])


@lru_cache(maxsize=8)
def _follows_law(text: str, start: int) -> bool:
    """Say whether the law is quoted just before an offset."""
    return _LAW.search(text, max(0, start - 150), start) is not None


def judge_task(traits: Iterable[str]) -> float:
    """Return how likely traits make a task, from 0 to 1."""
    return weigh_traits(weights_in("task_weights.tsv"), traits)
