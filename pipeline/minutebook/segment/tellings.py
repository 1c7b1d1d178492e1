"""Finds where numbered headings end that tell who came, or what was read."""

from __future__ import annotations

import re

from minutebook.segment.cutting import LEAST_CUT
from minutebook.segment.titles import standing_kind

# behind a number: "Present Ann Bell", "IN ATTENDANCE – Tom Holt"
_CAME = re.compile(
    r"(?i:(?:members\s)?present|in\sattendance|attendance|attendees)"
    r"(?=\s?[:–—-]|\s(?:Mr|Mrs|Ms|Dr|Cllrs?|Councillors?|[A-Z][a-z]{1,20}\s[A-Z][a-z])\b)"
)
# "First team captain, Tom Holt nominated by", "Tea rota, no nominations"
_POST_FILLED = re.compile(
    r"[A-Z][^,.:;\n]{3,50}(?=,\s(?:(?:no|none)\s(?:other\s)?(?:nominations?|names?|offers"
    r"|candidates?|volunteers?)\b|(?:[A-Z][\w.’'-]{0,20}\s){1,3}(?:was\s|is\s)?(?:re-)?"
    r"(?:nominated|proposed|elected|appointed|co-opted|volunteered)\b))"
)
_TOLD = re.compile(
    r"\s(?=(?:was|were)\s(?:read|given|received|presented|taken|accepted|tabled|noted|sent"
    r"|intimated|tendered|submitted|recorded|offered)\b)"
)
# "Minutes of 10th October, copies having been sent out, were signed"
_CIRCULATED = re.compile(
    r"(?:the\s)?minutes\s[^.;:]{2,80}?\d(?:st|nd|rd|th)?(?:\s[a-z]{3,9})?(?:,?\s\d{4})?"
    r"(?=,\s(?:copies|a\scopy|having|which|previously|circulated|as\scirculated)\b)",
    re.IGNORECASE,
)
_REPORT = re.compile(
    r"(?:reports?\sof\s[^.:;]{3,50}|[^.:;,]{3,50}\sreport)", re.IGNORECASE
)
_LONGEST_TOLD = 80  # characters of a heading that opens such a sentence


def told_end(text: str, begin: int, end: int) -> int:
    """Return where a numbered heading ends that tells who came or was away; 0 if none.

    "Present: Ann Bell (Chair)", "In attendance – Tom Holt", "Apologies for absence were
    received from Ann Bell", "Report of the secretary was read".
    """
    came = _CAME.match(text, begin, end) or _POST_FILLED.match(text, begin, end)
    if came:
        return came.end()
    if end - begin < LEAST_CUT or text[end : end + 1] == ":":
        return 0
    passed = _CIRCULATED.match(text, begin, end)
    if passed:
        return passed.end()
    told = _TOLD.search(text, begin, min(end, begin + _LONGEST_TOLD))
    head = text[begin : told.start()] if told else ""
    known = standing_kind(head) in ("apologies", "reports") or _REPORT.fullmatch(head)
    return begin + len(head) if known and (" " in head or head.isupper()) else 0
