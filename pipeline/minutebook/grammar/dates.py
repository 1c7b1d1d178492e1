"""Dates in plain text: where they stand, how they are written, what they mean.

`find_dates` finds the written forms, `date_value` gives one its value. Both are pure:
what a document says of itself (its own date, day or month first) comes in from outside.
"""

from __future__ import annotations

import re

from minutebook.grammar.anchors import find_numbers
from minutebook.grammar.datehits import DateHit
from minutebook.grammar.dateparts import (
    day_ok,
    is_free,
    month_number,
    opens_entry,
    then_year,
    words_before,
)
from minutebook.grammar.datepatterns import (
    AND_DAY,
    BETWEEN,
    CLOCK_BEFORE,
    COUNT_BEFORE,
    DAY_CUE,
    DAY_LIST,
    DAY_MONTH,
    DAY_SLASH,
    DAY_THEN,
    DECADE,
    EVENT_BEFORE,
    ISO,
    LISTED_DAY,
    LONG_NUMBER_AFTER,
    LONG_NUMBER_BEFORE,
    MONTH_ANCHOR,
    MONTH_SLASH,
    MONTH_SLASH_CUE,
    NUMERIC,
    ORDINAL_ONLY,
    PAPER_BEFORE,
    PART_BEFORE,
    PARTS,
    RANGE_WORD,
    RATED_BEFORE,
    SHORT_YEARS,
    SHORT_YEARS_CUE,
    SLASH_CUE,
    SMALL_MONTH,
    SMALL_MONTHS,
    TO_DAY,
    TO_NUMERIC,
    TRAIN_AFTER,
    WEEKDAY_BEFORE,
    WEEKDAY_NUMBER,
    WRAPPED,
    YEAR_NOT_AFTER,
    YEAR_NOT_BEFORE,
    YEAR_ONLY,
    YEARS,
)
from minutebook.grammar.datevalues import day_exists
from minutebook.grammar.monthdates import read_at_month


def find_dates(text: str, month_first: bool = False) -> list[DateHit]:
    """Return every written date in the order of the text, none overlapping another.

    >>> [text.start for text in find_dates("Held on Monday 4th July 2016 at 7.30pm")]
    [8]
    """
    hits: list[DateHit] = []
    end = 0
    for start, is_number in _anchors(text):
        if start < end:
            continue
        found = (
            _at_number(text, start, month_first)
            if is_number
            else read_at_month(text, start, hits[-1] if hits else None)
        )
        if found:
            end = found[-1].end
            hits.extend(_widen(text, x, hits) for x in found)
    return hits


def _anchors(text: str) -> list[tuple[int, bool]]:
    """Return where numbers and month names begin, in order."""
    anchors = [(x, True) for x in find_numbers(text)]
    anchors += [(m.start(), False) for m in MONTH_ANCHOR.finditer(text)]
    if any(x in text for x in SMALL_MONTHS):
        anchors += [(m.start(), False) for m in SMALL_MONTH.finditer(text)]
    return sorted(anchors)


def _widen(text: str, hit: DateHit, hits: list[DateHit]) -> DateHit:
    """Return the hit with the weekday or the "end of" that stands before it."""
    before = words_before(text, hit.start)
    if hit.day is not None:
        match = WEEKDAY_BEFORE.search(before)
        if not match:
            return hit
        number = WEEKDAY_NUMBER[match[0].lower()[:3]]
        start = hit.start - len(before) + match.start()
        floor = hits[-1].end if hits else 0
        return hit._replace(start=max(start, floor), weekday=number)
    match = PART_BEFORE.search(before)
    if not match:
        return hit
    start = hit.start - len(before) + match.start()
    part = PARTS[match["part"].split()[0].lower()]
    return hit._replace(start=start, part=part)


def _at_number(text: str, start: int, month_first: bool) -> list[DateHit]:
    """Return the dates that begin with the number at `start`."""
    if not is_free(text, start):
        return []
    head = text[start : start + 3]
    if len(head) == 3 and head.isdecimal() and head.isascii():  # no day
        return _iso(text, start) or _years(text, start)
    hits = _days(text, start) or _day_month(text, start)
    hits = hits or _numeric(text, start, month_first)
    return hits or _loose(text, start, month_first)


def _iso(text: str, start: int) -> list[DateHit]:
    match = ISO.match(text, start)
    if not match:
        return []
    year, month, day = int(match["year"]), int(match["month"]), int(match["day"])
    if not day_exists(year, month, day):
        return []
    return [DateHit(start, match.end(), "iso", day, month, year)]


def _numeric(text: str, start: int, month_first: bool) -> list[DateHit]:
    """Return "04/07/16" as the day that the document's order makes of it."""
    match = NUMERIC.match(text, start) or WRAPPED.match(text, start)
    if not match or text[match.end() : match.end() + 1].isalnum():
        return []
    one, two = int(match["one"]), int(match["two"].replace("\n", ""))
    year = int(match["year"].replace("\n", ""))
    short = len(match["year"]) == 2
    full = 2000 + year if short else year
    if not 1800 <= full <= 2099:
        return []
    day, month = (two, one) if month_first else (one, two)
    if not day_exists(full, month, day):
        day, month = month, day
    if not day_exists(full, month, day):
        return []
    if (
        match["sep"] == "."
        and short
        and "." in text[match.end() : match.end() + 1]
        and (text[match.end() + 1 : match.end() + 2].isdigit())
    ):
        return []
    style = "numeric"
    hit = DateHit(start, match.end(), style, day, month, year, short_year=short)
    return [_until_numeric(text, hit, match["sep"], month_first)]


def _until_numeric(text: str, hit: DateHit, sep: str, month_first: bool) -> DateHit:
    """Return the day, as a range where another follows: "1/4/15 - 31/3/16"."""
    to = TO_NUMERIC.match(text, hit.end) if sep in "/." else None
    match = NUMERIC.match(text, to.end()) if to else None
    if not (to and match) or match["sep"] != sep or opens_entry(text, hit.start, to):
        return hit
    found = _numeric(text, match.start(), month_first)
    if not found or found[0].is_range or "\n" in to[0]:
        return hit
    [second] = found
    return hit._replace(
        end=second.end, style="range", day2=second.day, month2=second.month,
        year2=second.year, short_year=hit.short_year or second.short_year,
    )  # fmt: skip


def _day_month(text: str, start: int) -> list[DateHit]:
    """Return "4 July 2016" or the range "28 June – 3 July 2016"."""
    first = _one_day(text, start)
    if first is None:
        return []
    joint = AND_DAY if not first.year and _is_between(text, start) else TO_DAY
    to = joint.match(text, first.end)
    second = _one_day(text, to.end()) if to else None
    if to is None or second is None or opens_entry(text, start, to):
        return [first]
    if first.year is not None and second.year is None:
        return [first]
    return [
        first._replace(
            end=second.end,
            style="range",
            day2=second.day,
            month2=second.month,
            year=first.year if first.year is not None else None,
            year2=second.year,
            short_year=first.short_year or second.short_year,
        )
    ]


def _is_between(text: str, start: int) -> bool:
    """Return whether an "and" joins two days: "between 3 May [and] 9 June"."""
    before = words_before(text, start)
    weekday = WEEKDAY_BEFORE.search(before)
    return bool(BETWEEN.search(before[: weekday.start()] if weekday else before))


def _one_day(text: str, start: int) -> DateHit | None:
    match = DAY_MONTH.match(text, start)
    if not match or not day_ok(int(match["day"])):
        return None
    year, short, end = then_year(text, match.end())
    parted = "\n" in match[0] and not match["ordinal"]
    if parted and (short or _alone_in_line(text, start)):
        return None  # a number, and on the next line "Sep 23"
    month = month_number(match["month"])
    if year is None and match["month"] == "may" and not match["ordinal"]:
        return None
    if not day_exists(2000, month, int(match["day"])):
        return None
    return DateHit(start, end, "day", int(match["day"]), month, year, short_year=short)


def _alone_in_line(text: str, start: int) -> bool:
    """Return whether nothing but a number stands in this line: a page number."""
    head = text.rfind("\n", 0, start) + 1
    return not text[head:start].strip() or text[head:start].strip().lower() == "page"


def _days(text: str, start: int) -> list[DateHit]:
    """Return the days of "3rd & 17th May 2011", or the range "16 – 25 September"."""
    match = DAY_LIST.match(text, start)
    if not match:
        return []
    body = text[start : match.start("month")]
    days = list(LISTED_DAY.finditer(body))
    numbers = [int(m[1]) for m in days]
    if not all(map(day_ok, numbers)):
        return []
    year, short, end = then_year(text, match.end())
    month = month_number(match["month"])
    between = body[days[0].end() : days[-1].start()]
    ranged = RANGE_WORD.search(between) or _is_between(text, start)
    if len(days) == 2 and ranged and numbers[0] < numbers[1]:
        return [
            DateHit(
                start,
                end,
                "range",
                numbers[0],
                month,
                year,
                numbers[1],
                month,
                year,
                short_year=short,
            )
        ]
    if not days[0][2] and not re.search(r"&|and|or\b|to\b", between):
        return []
    if "\n" in between and not days[0][2]:
        return []
    return [
        DateHit(
            start + m.start(),
            start + m.end() if m is not days[-1] else end,
            "listed",
            int(m[1]),
            month,
            year,
            short_year=short,
        )
        for m in days
    ]


def _years(text: str, start: int) -> list[DateHit]:
    """Return "2011/12" as two years, or a year alone."""
    match = YEARS.match(text, start)
    if match:
        year = int(match["year"])
        year2 = (
            int(match["long"])
            if match["long"]
            else year - year % 100 + int(match["short"])
        )
        if match["short"] and year2 < year and year2 % 100 == 0:
            year2 += 100
        slash = "/" in (match["mark"] or "")
        if (
            year < year2 <= year + (1 if slash else 60)
            and _year_ok(text, start, match.end())
            and not PAPER_BEFORE.search(words_before(text, start))
        ):
            style = "years"
            return [DateHit(start, match.end(), style, year=year, year2=year2)]
    if match and PAPER_BEFORE.search(words_before(text, start)):
        return []
    match = DECADE.match(text, start)
    if match:
        year = int(match["year"])
        return [DateHit(start, match.end(), "years", year=year, year2=year + 9)]
    match = YEAR_ONLY.match(text, start)
    if COUNT_BEFORE.search(words_before(text, start)):
        return []
    if match and _year_ok(text, start, match.end()):
        return [DateHit(start, match.end(), "year", year=int(match["year"]))]
    return []


_EARLIEST = 1900  # before it a number is as likely none of a year


def _year_ok(text: str, start: int, end: int) -> bool:
    """Return whether a number like 2014 is a year here, not a count or a reference."""
    before = words_before(text, start)
    if YEAR_NOT_AFTER.match(text, end) or YEAR_NOT_BEFORE.search(before):
        return False
    number = int(text[start : start + 4])
    if before.endswith("the ") and TRAIN_AFTER.match(text, end):
        return False
    if number < _EARLIEST and RATED_BEFORE.search(before):
        return False
    if number % 100 < 60 and CLOCK_BEFORE.search(before):
        if number % 5 and re.match(r" [A-Z][A-Za-z]", text[end : end + 3]):
            return True
        if before.endswith(("at ", "at\n")) or (number % 5 == 0 and number < 2000):
            return False
    for match in (
        LONG_NUMBER_BEFORE.search(before),
        LONG_NUMBER_AFTER.match(text, end),
    ):
        if match and not (len(match[1]) == 4 and match[1][:2] in ("18", "19", "20")):
            return False
    return True


def _loose(text: str, start: int, month_first: bool) -> list[DateHit]:
    """Return "the 12th" and "21/06" where the words around say that they are days."""
    before = words_before(text, start)
    match = ORDINAL_ONLY.match(text, start)
    if match and day_ok(int(match["day"])):
        if "every" in (match["of"] or "") or "each" in (match["of"] or ""):
            return []
        cued = match["of"] or (
            WEEKDAY_BEFORE.search(before)
            or (DAY_CUE.search(before) and DAY_THEN.match(text, match.end()))
        )
        if cued:
            return [DateHit(start, match.end(), "ordinal", int(match["day"]))]
        return []
    match = SHORT_YEARS.match(text, start)
    if match and SHORT_YEARS_CUE.search(before):
        one, two = int(match["one"]), int(match["two"])
        if (one + 1) % 100 == two:
            return [
                DateHit(
                    start,
                    match.end(),
                    "short-years",
                    year=one,
                    year2=two,
                    short_year=True,
                )
            ]
    match = MONTH_SLASH.match(text, start)
    if match and (MONTH_SLASH_CUE.search(before)):
        month, year = int(match["month"]), int(match["year"])
        return [DateHit(start, match.end(), "month", month=month, year=year)]
    match = DAY_SLASH.match(text, start)
    if match and (
        (len(match["one"]) == 2 and SLASH_CUE.search(before))
        or EVENT_BEFORE.search(before)
    ):
        one, two = int(match["one"]), int(match["two"])
        day, month = (two, one) if month_first else (one, two)
        if day_exists(2000, month, day):
            return [DateHit(start, match.end(), "slash", day, month)]
    return []


def shows_month_first(text: str) -> bool | None:
    """Return whether its numeric dates can only be read month first, None if unsaid.

    >>> shows_month_first("paid 12/31/2016"), shows_month_first("paid 31/12/2016")
    (True, False)
    >>> shows_month_first("paid 05/06/2016")
    >>> shows_month_first("paid in 2016")
    False
    """
    votes, seen = 0, False
    for match in NUMERIC.finditer(text):
        one, two, seen = int(match["one"]), int(match["two"]), True
        if one > 12 >= two and one <= 31:
            votes -= 1
        elif two > 12 >= one and two <= 31:
            votes += 1
    return votes > 0 if votes or not seen else None
