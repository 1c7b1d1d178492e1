"""Counts terms from the day of a meeting: "within two weeks", "in a month's time"."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

_NUMBERS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen", "twenty", "twenty-one"),
)
_COUNT = rf"\d{{1,2}}|an?|the|{'|'.join(reversed(_NUMBERS))}"
# "within five working days", "in a fortnight's time", "inside the next two weeks",
# "and come back in two weeks."
_WITHIN = re.compile(
    rf"\b(?:(?:within|inside)\s+(?:(?:the\s+)?(?:next|coming|following)\s+)?"
    rf"(?P<count>{_COUNT})"
    r"|(?<!once )(?<!twice )(?<!times )in\s+(?:about\s+)?"
    r"(?=[\w\s-]{3,24}(?:[’']?s?[’']?\s+time\b|[.;,)]|$))"
    rf"(?P<other>{_COUNT}))"
    r"\s+(?P<working>(?:working|business|clear)\s+)?(?P<unit>day|week|fortnight|month)s?\b"
    r"(?!\s+(?:of|before|prior|from|after)\b)",
    re.IGNORECASE,
)
# "within the week", "within a fortnight": soon, rather than on a day; nor do working
# days tell which, for holidays are none
_LOOSELY = re.compile(r"\b(?:an?|the)\s+(?:week|fortnight)\b", re.IGNORECASE)
# "by the end of the following week", "before the end of this week"
_WEEK_END = re.compile(
    r"\b(?:by|before)\s+(?:the\s+)?end\s+of\s+(?P<which>this|the\s+(?:next|following)"
    r"|next)\s+(?:working\s+)?week\b",
    re.IGNORECASE,
)
# "2 weeks": all that a cell says
_IN_CELL = re.compile(
    rf"\s{{0,3}}(?:~|c\.\s?)?(?P<count>{_COUNT})\s(?P<working>(?:working|business|clear)\s)?"
    r"(?P<unit>day|week|fortnight|month)s?\W{0,3}$",
    re.IGNORECASE,
)
# "by Christmas", but by no Christmas fair
_CHRISTMAS = re.compile(
    r"\bby\s+(?:Christmas|Xmas)(?=\W{0,3}$|[.;,)]|\s+(?:and|so|to|if|at|or)\b)"
)
_FRIDAY, _WEEKEND = 4, 5  # days of the week


def read_term(text: str, start: int, end: int, meeting: date) -> str | None:
    """Return the day on which a term ends that the words between two offsets name.

    >>> read_term("to write within two weeks", 0, 25, date(2016, 5, 13))
    '2016-05-27'
    >>> read_term("to write by the end of next week", 0, 32, date(2016, 5, 13))
    '2016-05-20'
    """
    match = _WITHIN.search(text, start, end)
    if match:
        if match["working"] or _LOOSELY.search(match[0]):
            return None
        count = _read_count((match["count"] or match["other"]).lower())
        return _after(meeting, count, match["unit"].lower(), match["working"])
    if _CHRISTMAS.search(text, start, end):
        return date(meeting.year, 12, 25).isoformat()
    match = _WEEK_END.search(text, start, end)
    if match is None:
        return None
    later = match["which"].lower().endswith(("next", "following"))
    ahead = (_FRIDAY - meeting.weekday()) % 7
    return (meeting + timedelta(days=ahead + 7 * later)).isoformat()


def read_cell_term(text: str, start: int, end: int, meeting: date) -> str | None:
    """Return the day on which a term ends that is all a cell of by when says.

    >>> read_cell_term("2 weeks", 0, 7, date(2016, 5, 13))
    '2016-05-27'
    """
    match = _IN_CELL.match(text, start, end)
    if match is None:
        return read_term(text, start, end, meeting)
    count = _read_count(match["count"].lower())
    return _after(meeting, count, match["unit"].lower(), match["working"])


def _read_count(word: str) -> int:
    """Return the number that a word or figures stand for.

    >>> [_read_count(x) for x in ("14", "a", "five")]
    [14, 1, 5]
    """
    if word.isdecimal():
        return int(word)
    return _NUMBERS.index(word) + 1 if word in _NUMBERS else 1


def _after(meeting: date, count: int, unit: str, working: str | None) -> str:
    """Return the day so many days, weeks or months after a meeting."""
    if unit == "month":
        month = meeting.month - 1 + count
        year, month = meeting.year + month // 12, month % 12 + 1
        day = min(meeting.day, monthrange(year, month)[1])
        return date(year, month, day).isoformat()
    if unit != "day" or not (working and working.lower().startswith(("work", "bus"))):
        days = {"day": 1, "week": 7, "fortnight": 14}[unit]
        return (meeting + timedelta(days=days * count)).isoformat()
    last = meeting
    while count:
        last += timedelta(days=1)
        count -= last.weekday() < _WEEKEND
    return last.isoformat()
