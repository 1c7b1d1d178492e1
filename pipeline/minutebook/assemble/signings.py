"""Knows the lines by which minutes are signed, which tell of a later meeting.

"These minutes were confirmed at the meeting held on ....", "Approved as amended April
24". They stand at the end, and decide nothing in the meeting that the minutes are of.
"""

from __future__ import annotations

import re

from minutebook.assemble.scope import Scope
from minutebook.grammar.datepatterns import MONTH
from minutebook.records import Decision

_DID = (
    r"(?:confirmed|approved|adopted|accepted|agreed|ratified|signed|read\sand\s\w{6,9})"
)
_BLANK = r"(?:_{3}|\.{5}|…{2}|-{6})"
_DATE = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?{MONTH}|{MONTH}\s\d{{1,2}}\b"
    r"|\d{4}-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})"
)
_OWN = (
    r"(?:these|the\s(?:preceding|foregoing|above|within))\s(?:\w{4,8}\s)?"
    r"(?:minutes|notes|record)"
)
# "These minutes were approved by the Board on 20 July", "The Board approved the
# preceding minutes on May 4"
_SIGNED = re.compile(
    rf"\b(?:{_OWN}\s[^.;]{{0,60}}?\b{_DID}|{_DID}\s{_OWN})\b[^;]{{0,90}}?"
    rf"(?:{_BLANK}|{_DATE})",
    re.IGNORECASE,
)
# "Approved as amended April 24, 2019", alone at the end
_ALONE = re.compile(
    rf"\W{{0,4}}(?:minutes\s)?{_DID}(?:\sas\s(?:\w{{4,10}}\s?){{1,3}})?(?:\s(?:by|at)\s[^.;:]{{2,50}}?)?"
    rf"[\s,:]{{1,3}}(?:on\s|dated?:?\s)?(?:{_BLANK}|{_DATE}).{{0,40}}",
    re.IGNORECASE | re.DOTALL,
)
# "Not official until approved", "DRAFT - to be agreed at the next AGM", "I certify that
# the foregoing was approved": what is said of the minutes themselves
_UNSIGNED = re.compile(
    r"\bnot\s(?:official|final|valid|binding)\suntil\b"
    rf"|\b(?:draft|unconfirmed|unapproved)\b[^.;]{{0,30}}\b(?:to\sbe|until|subject\sto)\s"
    rf"(?:{_DID}|approval|ratification|confirmation)\b"
    rf"|\b(?:certif(?:y|ied)|attest)\b[^.;]{{0,60}}\b(?:foregoing|above|preceding|within)\b"
    rf"|{_BLANK}.{{0,120}}\b{_DID}\s?:?\s{{0,3}}{_BLANK}",
    re.IGNORECASE | re.DOTALL,
)
_NUMBERS = re.compile(r"\d+")
_REST = 200  # characters of the line behind a decision that may name a later day
_TAIL = 900  # characters from the end of a document in which minutes are signed
_HEAD = 600  # characters of its head, in which it tells when the meeting was


def signs_off(scope: Scope, decision: Decision) -> bool:
    """Say whether a decision is the line by which a later meeting signs the minutes."""
    text = scope.text
    far = min(decision.end + _REST, len(text))
    line = text.find("\n", decision.end, far)
    words = " ".join(text[decision.start : line if line >= 0 else far].split())
    if _UNSIGNED.search(words):
        return True
    match = _SIGNED.search(words)
    if match is None and len(text) - decision.end < _TAIL:
        match = _ALONE.match(words)
    return match is not None and not _is_own(scope, decision, match[0])


def _is_own(scope: Scope, decision: Decision, words: str) -> bool:
    """Say whether a date among some words is that of the meeting itself."""
    date = re.search(_DATE, words, re.IGNORECASE)
    if date is None:
        return False
    named = {x.lower() for x in re.findall(r"[A-Za-z]{3,}", date[0])} - {"of"}
    if not named <= scope.own:
        return False
    first = scope.item_starts[0] if scope.item_starts else 0
    edge = min(max(first, _HEAD), decision.start)
    head = {x.lstrip("0") for x in _NUMBERS.findall(scope.text[:edge])}
    return {x.lstrip("0") for x in _NUMBERS.findall(date[0])} <= head
