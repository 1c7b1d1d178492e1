"""The parts that dates share: what stands before, where a number begins, the year."""

from __future__ import annotations

import re

from minutebook.grammar.datepatterns import (
    ENTRY_MARK,
    MONTH_NUMBER,
    THEN_YEAR,
)


def words_before(text: str, start: int, width: int = 28) -> str:
    return text[max(0, start - width) : start]


_CLOCKED = {f"{digit}{half}m" for digit in range(10) for half in ("a", "p")}


def is_free(text: str, start: int) -> bool:
    """Return whether a number may begin here: not inside a word, a sum or a time.

    >>> is_free("10.30", 3), is_free("on 12 May", 3)
    (False, True)
    """
    if start == 0:
        return True
    last = text[start - 1]
    if text[max(0, start - 3) : start].lower() in _CLOCKED:
        return True  # "6.00pm8 December": the day is set right behind the hour
    if last.isalnum() or last in "_£$€#@\\":
        return False
    if last in "/.,:-–'’+" and start > 1:
        before = text[start - 2]
        return not (before.isdigit() or (last in "/" and before.isalnum()))
    return True


def year_of(match: re.Match[str] | None) -> tuple[int | None, bool]:
    """Return the year that a match holds and whether two digits stood for it."""
    if match is None:
        return None, False
    for name, value in match.groupdict().items():
        if value is not None and name in ("year", "year2"):
            return int(value), False
        if value is not None and name in ("quoted", "dashed", "short"):
            return int(value), True
    return None, False


def then_year(text: str, end: int) -> tuple[int | None, bool, int]:
    """Return the year that follows a day and month, if one does, and where it ends."""
    match = THEN_YEAR.match(text, end)
    year, short = year_of(match)
    if short and text[end - 1] == "." and text[end - 5 : end - 4].isalpha():
        return None, False, end  # "26th October. 26. Forward Plan"
    if match is None or (match["year"] and is_sum(text, match.end())):
        return None, False, end
    if not short and _CLOCK_BEHIND.match(text, match.end()):
        return None, False, end
    return year, short, match.end()


# "Monday 11 May, 2000 hrs": a time of the day, not a year
_CLOCK_BEHIND = re.compile(r"\s?(?:hrs?|hours|h)\b", re.IGNORECASE)


def is_sum(text: str, end: int) -> bool:
    """Return whether the number goes on behind: "2,000.50", "2016/345"."""
    return bool(re.match(r"[,.][0-9]{3}(?![0-9])", text[end : end + 5]))


def month_number(word: str) -> int:
    return MONTH_NUMBER[word.rstrip(".").lower()]


def day_ok(day: int) -> bool:
    return 1 <= day <= 31


def ends_in_dash(text: str, start: int) -> bool:
    """Return whether a date stands before and is set apart from this by a dash."""
    before = words_before(text, start, 4).rstrip()
    return before[-1:] in ("-", "–", "—") and before[:-1].rstrip()[-1:].isdigit()


def opens_entry(text: str, start: int, to: re.Match[str]) -> bool:
    """Return whether the dash behind a date opens the next entry of the date's list.

    >>> text = "- 4 July\\n- 11 July"
    >>> opens_entry(text, 2, re.compile(r"\\n- ").search(text))
    True
    """
    if "\n" not in to[0] or to[0].lstrip()[:1].isalpha():
        return False
    breaks = to.start() + to[0].index("\n") + 1
    if not ENTRY_MARK.match(text, breaks):
        return False
    head = text.rfind("\n", 0, start) + 1
    return ENTRY_MARK.match(text, head) is not None
