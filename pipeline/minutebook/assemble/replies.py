"""Reads the plain answers that close what was asked: "The Scouts want a key. Yes, one."

Such an answer has no subject or verb of deciding; what was answered stands before it,
in the same entry: an asking, an offer, or words without a verb.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from minutebook.assemble import outcomes
from minutebook.assemble.scope import Scope, decide
from minutebook.assemble.weighing import Told, read_told
from minutebook.grammar.anchors import holds_any
from minutebook.records import Decision

REPLIED = "decision-reply"  # the rule: by its place behind what was asked
_MOST = 140  # characters of an answer
_LONG = 420  # characters of what was asked
_NEAR = 3  # sentences above an answer in which the asking may stand
_MARGIN = 4  # characters of a mark that may stand before an answer
_BODY = (
    r"(?:[Ww]e|(?:[Tt]he\s)?(?:[Mm]embers|[Cc]ouncillors|[Cc]ommittee|[Bb]oard|[Cc]ouncil"
    r"|[Gg]overnors|[Tt]rustees|[Mm]eeting|[Gg]roup))"
)
_NO_MORE = (
    r"(?:taken\sup|taken\sforward|renewed|pursued|interested|possible|willing|able|this\stime"
    r"|keen|agreed|granted|allowed|supported|accepted|approved|required|needed|wanted)"
)
_LATER = (
    r"(?:[Ll]eft|[Hh]eld|[Ll]aid|[Pp]ut|[Ss]tood)\s(?:on\s(?:the\s)?(?:table|file)|over|off"
    r"|open|back|in\sabeyance|(?:to|till|until)\s)"
)
_NO = (
    rf"(?:[Nn]o(?=[,;–:-]|\s[–-]|\W*$)|[Nn]ot\s(?:to\sbe\s)?{_NO_MORE}"
    r"|[Nn]o\s(?:interest|takers|funds))"
)
_YES = r"(?:[Yy]es(?=[,;–:.!-]|\s[–-]|\W*$|\sto\s))"
_BARRED = r"(?:[Rr]efused|[Dd]eclined|[Tt]urned\sdown|[Rr]ejected|[Dd]isallowed)"
_LET = (
    r"(?:[Aa]llowed|[Gg]ranted|[Pp]ermitted|[Rr]enewed|[Oo][Kk]['’]d|[Oo]kayed|[Pp]ermission\sgiven"
    r"|[Tt]o\sbe\s(?:paid|renewed|accepted|granted|allowed|supported|declined|refused|encouraged)"
    r"|(?:[Hh]appy|[Gg]lad|[Ww]illing|[Cc]ontent)\sto(?=\s\w)"
    # "Agreed he be paid it.", "Agreed to send one to them."
    r"|[Aa]greed\s(?:[\w’']{1,14}\s){0,5}(?:it|them|this|these|so|one)(?=\W*$))"
)
# "Refused on cost.", "Left on table till April.", "We are against.", "Yes, one of them"
_REPLY = re.compile(
    rf"(?:(?P<no>{_NO}|{_BARRED}|{_BODY}\s(?:are|were)\s(?:all\s|strongly\s)?(?:against|opposed"
    rf"|unwilling|not\s(?:in\sfavour|willing|keen|interested|minded)))|(?P<later>{_LATER})"
    rf"|(?P<yes>{_YES}|{_LET}|{_BODY}\s(?:are|were)\s(?:all\s)?(?:in\sfavour|willing|happy|agreeable)))"
    r"(?!\w)(?!\sby\s(?:the\s)?(?:County|District|Borough|planning))"
)
# ... behind a colon or a dash: "Mirror at Mill Cross: no, the county never allows them"
_BEHIND = re.compile(
    rf"\s?(?::|\s[–—-])\s(?:(?P<no>{_NO}|{_BARRED})|(?P<later>{_LATER})"
    rf"|(?P<yes>{_YES}))(?!\w)(?!\sby\s)"
)
PARTED = re.compile(r"[:–—-]\s")  # what that holds
_ASKS = re.compile(
    r"\b(?:ask(?:s|ed|ing)?|request\w{0,3}|would\slike|want(?:s|ed|ing)?|wish(?:es|ed)?|offer\w{0,3}"
    r"|invit\w{1,7}|sought|seek(?:s|ing)?|appeal\w{0,3}|enquir\w{1,3}|inquir\w{1,3}|appli\w{2,7}"
    r"|apply(?:ing)?|quer(?:y|ied)|quot\w{1,6}|suggest\w{0,4}|propos\w{1,4}|permission|hoping|hopes?"
    r"|subscriptions?|donations?|sponsorship|grants?|renewals?|membership|invoices?|petition\w{0,3}"
    r"|could\sthey|may\sthey|can\sthey|our\sviews?)\b",
    re.IGNORECASE,
)
# "Mr Orr asked if the key was found. No.": one of those who meet asks, and is told
_QUESTION = re.compile(
    r"\W{0,4}(?:(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|Rev)\b\.?\s[^.;]{2,30}?|[A-Z]{2,3}|(?:A|One)\smember"
    r"|[A-Z][a-z]{1,14}(?:\s[A-Z][\w’'-]{1,20})?)\s(?:then\s|also\s)?(?:asked|queried|wondered|enquired"
    r"|wanted\sto\sknow)\b|.{0,400}\?\W{0,2}$",
    re.DOTALL,
)
_TITLE = re.compile(
    r"\b(?:correspondence|letters?|requests?|donations?|grants?|subscriptions?|invitations?"
    r"|applications?|sponsorships?|appeals?|petitions?|gohebiaeth)\b",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|said|reported|noted|told|\w{3,}ed)\b"
)
_CUES = (
    *("yes", "no", "not ", "refus", "declin", "turn", "reject", "allow", "grant"),
    *("permi", "renew", "ok", "left", "held", "laid", "put ", "stood", "to be "),
    *("happy", "glad", "willing", "content", "against", "opposed", "favour", "keen"),
    *("agree", "interest"),
)
_MARK = re.compile(r"[\s*_–—-]{0,4}")
_SPOKEN = re.compile(r"[\"“”]|\bsaid\b|\breplied\b|\banswered\b")


class _Reply(NamedTuple):
    """Where what was asked begins, where its answer ends, and what kind that is."""

    start: int
    end: int
    kind: str


def join_replies(scope: Scope, found: Sequence[Decision]) -> list[Decision]:
    """Return the decisions, with those that a plain answer makes of what was asked.

    One that rules found in the answer alone reaches back to what was asked.
    """
    replies = list(_replies(scope))
    if not replies:
        return list(found)
    starts = [x.start for x in found]
    gone: set[int] = set()
    more = []
    for reply in replies:
        at = bisect_right(starts, reply.end) - 1
        held = at >= 0 and found[at].end > reply.start
        if held and (found[at].start <= reply.start or found[at].end > reply.end + 2):
            continue  # it stands in a longer decision
        if held and at and found[at - 1].end > reply.start:
            continue  # what was asked is decided upon already
        whole = decide(scope, reply.start, reply.end, "reply", "", None, None)
        if held:
            gone.add(at)
            old = found[at]
            kept = old.kind != "resolved"
            whole = replace(
                old, start=whole.start, kind=old.kind if kept else reply.kind
            )
        else:
            whole = replace(whole, kind=reply.kind)
        more.append(whole)
    rest = [x for i, x in enumerate(found) if i not in gone]
    return sorted([*rest, *more], key=lambda x: x.start)


def _replies(scope: Scope) -> Iterator[_Reply]:
    """Yield the answers of a document, in their order."""
    told, text = read_told(scope), scope.text
    for index, one in enumerate(told):
        short = one.end - one.start <= _MOST and one.at
        parted = PARTED.search(text, one.start + _MARGIN, one.end)
        if not (short or parted):
            continue
        words = text[one.start : one.end]
        if not holds_any(words[:_LONG].lower(), _CUES):
            continue
        inside = _inside(scope, one) if parted else None
        if inside is not None:
            yield inside
        elif short:
            mark = _MARK.match(text, one.start)
            match = _REPLY.match(text, mark.end() if mark else one.start, one.end)
            begin = _asked(scope, told, index) if match else None
            if match and begin is not None:
                yield _Reply(begin, one.end, _kind(match))


def _inside(scope: Scope, one: Told) -> _Reply | None:
    """Return the answer that stands behind a colon or a dash in what was asked."""
    if one.end - one.start > _LONG:
        return None
    match = _BEHIND.search(scope.text, one.start + _MARGIN, one.end)
    if match is None:
        return None
    asked = scope.text[one.start : match.start()]
    if _SPOKEN.search(asked) or not (_ASKS.search(asked) or _is_titled(scope, one)):
        return None
    return None if _FINITE.search(asked) else _Reply(one.start, one.end, _kind(match))


def _asked(scope: Scope, told: Sequence[Told], index: int) -> int | None:
    """Return where what an answer is given to begins, in its paragraph."""
    one = told[index]
    above = told[index - 1]
    words = scope.text[above.start : above.end]
    if outcomes.decides(words) or _SPOKEN.search(words) or words.endswith(":"):
        return None
    if _QUESTION.match(words):
        return None
    for at in range(index - 1, max(index - one.at, index - _NEAR) - 1, -1):
        words = scope.text[told[at].start : told[at].end]
        if one.start - told[at].start > _LONG or outcomes.decides(words):
            return None
        if _ASKS.search(words):
            return told[at].start
    plain = one.at == 1 and not _FINITE.search(words)
    return above.start if plain or _is_titled(scope, one) else None


def _is_titled(scope: Scope, one: Told) -> bool:
    """Say whether a sentence stands under a heading of letters, or of requests."""
    item = scope.item_at(one.start)
    return item is not None and bool(_TITLE.search(scope.items.items[item].title))


def _kind(match: re.Match[str]) -> str:
    """Return the kind of a decision by its answer."""
    sorts = {"no": "rejected", "later": "deferred", "yes": "approved"}
    return sorts[match.lastgroup or "yes"]
