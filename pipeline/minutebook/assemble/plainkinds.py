"""Knows the words that tell the kind of a decision beyond what their weights say."""

from __future__ import annotations

import re

from minutebook.assemble.kinds import adjourns
from minutebook.grammar.leaps import leaping

# "put to the vote and lost", "On a vote, the motion fell.", "voted 3-1 not to sell it"
_LOST = re.compile(
    r"\b(?:and|was|were|declared)\s(?:LOST|lost|defeated|DEFEATED)\b"
    r"|\b(?:MOTION|[Mm]otion|AMENDMENT|[Aa]mendment)\s"
    r"(?:FALLS|FELL|FAILS|FAILED|LOST|falls|fell|fails|failed)\b"
    r"|\bvoted,?\s(?:by\s)?\d{1,2}(?:\s?[-–]\s?|\sto\s)\d{1,2},?\s(?:not\sto|against)\b"
    r"|(?:^\W{0,4}|[.–:-]\s{1,3})[Dd]enied\b"
    r"|\band\sfailed\s(?:with|by|on)\b|[•:.–-]\s(?i:fail(?:s|ed))(?=\W*$|\s\(?\d)"
)
_CARRIED = re.compile(r"\b(?:carried|passed|CARRIED|PASSED)\b")
# "proposed by Mrs Orr and elected as Vice-chair", "co-opted to the vacant seat"
_ELECTED = re.compile(
    r"\b(?:re-?)?(?:elected|appointed|[Cc]o-?opted)\s(?:as\b|to\sthe\s|[Cc]hair|[Vv]ice"
    r"|[Tt]reasurer|[Ss]ecretary)"
    # "Ada Bell to continue as Treasurer", "Mr Orr succeed Mrs Bell as vice chair"
    # "be made an Associate Member", "was named our delegate", "be the Weed Inspector"
    r"|\b(?:be|was|were)\s(?:made|named)\s(?:(?:an?|the|our)\s)?(?:[\w’'-]{1,20}\s){0,3}"
    r"(?i:member|trustee|governor|president|patron|delegate|representative)\b"
    r"|\bbe\sthe\s(?:[\w-]{1,15}\s){0,2}(?i:inspector|warden)\b"
    r"|[A-Z][\w’'.-]{1,20}\swill\sserve\W*$|\bwilling\W{1,4}(?:to\s[a-z]{3,8}\W{1,4})?proposed\b"
    r"|\b(?:stay|remain|continue|serve|carry\son|succeed|follow)\s[^.;]{0,40}\bas\s(?:the\s)?"
    r"(?:[\w-]{1,12}\s){0,2}(?i:chair|vice|treasurer|secretary|clerk|president|trustee)"
)
# "to set up a Roads Sub-Committee": nobody is chosen yet
_FORMS = leaping(
    r"\b(?:set\sup|form|establish)\s(?:an?|the)\s[^.;]{0,50}"
    r"(?:[Cc]ommittee|[Gg]roup|[Pp]anel|[Pp]arty|Forum)\b"
)
_NAMED = re.compile(r"elect|appoint|nominat|member|consist|compris|serve|represent")
# "be given first reading", "read a second time": a by-law's readings are approved
_READ = re.compile(
    r"\b(?:given|(?:be|and)\sread)\b[^.;]{0,24}\b(?:first|second|third|three)\s(?:reading|time)s?\b"
)
# "Agreed, with the addition of a map"
_AGREED_AS = re.compile(r"\W{0,4}(?:All\s)?[Aa]greed,\s(?:with|subject\sto)\s")
# "resolved to note this and asked the Clerk to write"
_NOTES = re.compile(r"\b(?:resolved|RESOLVED|agreed|AGREED)\sto\snote\b")
# "Receive a progress report in May", "asked that it come back": there is nothing yet
_AWAITED = re.compile(
    r"\W{0,3}(?:\(?\w{1,3}[).]\s+)?(?:(?:that\s)?(?:to\s)?receives?\s(?:an?|further|regular"
    r"|quarterly|monthly|annual)\b[^.;]{0,60}\b(?:in|by|at|before|from|next|each|every)\s"
    r"(?:(?:the|its|our|a|each)\s)?(?:next|future|later|end|meeting|month|year|quarter"
    r"|january|february|march|april|may|june|july|august|september|october|november"
    r"|december)|(?:and\s)?asked\sthat\b)",
    re.IGNORECASE,
)


def plain_kind(text: str, by_rules: str, by_weights: str) -> str | None:
    """Return the kind that words tell beyond doubt; None where weights may speak.

    >>> plain_kind("Motion to adjourn by Ada Orr.", "approved", "approved")
    'resolved'
    >>> plain_kind("To be noted.", "noted", "noted")
    """
    if adjourns(text):
        return "resolved"
    if by_rules == by_weights:
        return None
    if by_rules == "noted" and _NOTES.search(text):
        return by_rules
    if by_rules == "approved" and (_READ.search(text) or _AGREED_AS.match(text)):
        return by_rules
    chosen = by_rules == "appointed" and _ELECTED.search(text)
    if by_weights == "approved" and chosen:
        return by_rules
    if by_weights == "resolved":
        lost = by_rules == "rejected" and _LOST.search(text)
        # so rare are the words for what is put off that weights know few of them
        return by_rules if chosen or lost or by_rules == "deferred" else None
    if by_rules == "rejected":
        return by_rules if _LOST.search(text) else None
    if by_weights == "rejected":
        carried = _CARRIED.search(text) and not _LOST.search(text)
        return by_rules if carried else None
    if by_weights == "appointed":
        formed = _FORMS.search(text) and not _NAMED.search(text)
        return by_rules if formed else None
    awaited = by_weights == "noted" and _AWAITED.match(text)
    return by_rules if awaited else None
