"""The heads of columns that say who is to act, and by when: "Lead", "Owner / Date"."""

from __future__ import annotations

import re

_BY_WHEN = (
    r"(?:by\s)?(?:when|date)|due(?:\s(?:by|date))?|deadline|time\s?(?:scale|frame|line)"
    r"|target(?:\sdate)?"
)
_PERSON = r"(?:person|name|officer|member|councillor|agency|partner|body|organisation)"
_WHO = (
    r"(?:by\s)?who(?:m\b)?(?:\s(?:by|is\sresponsible|responsible|to\saction))?"
    r"|who(?:[’']s|\s(?:is|will|to|does))?\s(?:going\sto\s)?do(?:ing|es)?\s(?:it|this|what)"
    r"|(?:(?:action|task)\s)?owners?|action\s(?:lead|who|initials)"
    rf"|leads?(?:\s{_PERSON})?|lead\s?/\s?owner"
    rf"|resp(?:\.|onsib\w{{2,6}})?(?:\s(?:of|for|to)|\s{_PERSON})?"
    rf"|{_PERSON}(?:s|\(s\))?\sresponsible|accountable|assignees?"
    r"|(?:assigned|allocated)(?:\sto)?"
    r"|(?:for|to)\saction(?:\sby)?|action(?:ed)?\s(?:by|for|on|with)(?:\swhom?)?"
    r"|to\sbe\s(?:actioned|done)\sby"
)
_SURE = re.compile(
    rf"(?:{_WHO})(?:\s\(initials\)|\s?(?:[/&,+-]|\band\b)\s?(?:{_BY_WHEN}))?\W?",
    re.IGNORECASE,
)
_MAY = re.compile(
    r"(?:actions?(?:\s(?:points?|items?|required|needed|agreed|arising|to\sbe\staken))?"
    r"|follow[\s-]?ups?|to[\s-]do|gweithred(?:u|oedd)?)"
    rf"(?:\s\(initials\)|(?:\s?(?:[/&,+-]|\band\b)\s?(?:{_BY_WHEN}|{_WHO})){{1,2}})?\W?",
    re.IGNORECASE,
)


def is_owner_head(head: str) -> bool:
    """Say whether a head tells that its column holds who is to act, and no tasks.

    >>> [is_owner_head(x) for x in ("By whom?", "Who’s doing it", "Owner / Date")]
    [True, True, True]
    >>> [is_owner_head(x) for x in ("Action", "Officer", "Leadership", "Whole")]
    [False, False, False, False]
    """
    return _SURE.fullmatch(_plain(head)) is not None


def may_be_owner_head(head: str) -> bool:
    """Say whether a column with this head may hold who is to act, or what to do.

    >>> [may_be_owner_head(x) for x in ("Action", "Action points", "Action/who/when")]
    [True, True, True]
    >>> [may_be_owner_head(x) for x in ("Action taken", "Minutes", "Owner")]
    [False, False, True]
    """
    return is_owner_head(head) or _MAY.fullmatch(_plain(head)) is not None


def _plain(head: str) -> str:
    return " ".join(head.split())
