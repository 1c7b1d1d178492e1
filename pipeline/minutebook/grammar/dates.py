"""Dates in plain text: where they stand, how they are written, what they mean.

`find_dates` finds the written forms, `date_value` gives one its value. Both are pure:
what a document says of itself (its own date, day or month first) comes in from outside.
"""

from __future__ import annotations

import re
from dataclasses import replace

from minutebook.grammar.anchors import find_numbers
from minutebook.grammar.datehits import DateHit
from minutebook.grammar.datepatterns import (
    CAPITAL_AFTER,
    CIVIC,
    CLOCK_BEFORE,
    COUNT_BEFORE,
    COUNTS_AFTER,
    CUE_BEFORE,
    DASH,
    DAY_CUE,
    DAY_LIST,
    DAY_MONTH,
    DAY_SLASH,
    DAY_THEN,
    DAY_TO,
    ISO,
    LISTED_DAY,
    LONG_NUMBER_AFTER,
    LONG_NUMBER_BEFORE,
    MONTH,
    MONTH_ANCHOR,
    MONTH_DAY,
    MONTH_NUMBER,
    MONTH_ONLY,
    MONTH_YEAR,
    MORE_DAYS,
    NAMED_BEFORE,
    NAMES,
    NUMERIC,
    OPT,
    ORDINAL_ONLY,
    PAPER_BEFORE,
    PART_BEFORE,
    PARTS,
    RANGE_WORD,
    SHORT_YEARS,
    SHORT_YEARS_CUE,
    SLASH_CUE,
    SMALL_MONTH,
    SMALL_MONTHS,
    THEN_YEAR,
    TO_DAY,
    TO_MONTH,
    WEEKDAY_BEFORE,
    WEEKDAY_NUMBER,
    YEAR_NOT_AFTER,
    YEAR_NOT_BEFORE,
    YEAR_ONLY,
    YEARS,
)
from minutebook.grammar.datevalues import day_exists


def _before(text: str, start: int, width: int = 28) -> str:
    return text[max(0, start - width) : start]


def _is_free(text: str, start: int) -> bool:
    """Return whether a number may begin here: not inside a word, a sum or a time.

    >>> _is_free("10.30", 3), _is_free("on 12 May", 3)
    (False, True)
    """
    if start == 0:
        return True
    last = text[start - 1]
    if last.isalnum() or last in "_£$€#@\\":
        return False
    if last in "/.,:-–'’+" and start > 1:
        before = text[start - 2]
        return not (before.isdigit() or (last in "/" and before.isalnum()))
    return True


def _year_of(match: re.Match[str] | None) -> tuple[int | None, bool]:
    """Return the year that a match holds and whether two digits stood for it."""
    if match is None:
        return None, False
    for name, value in match.groupdict().items():
        if value is not None and name in ("year", "year2"):
            return int(value), False
        if value is not None and name in ("quoted", "dashed", "short"):
            return int(value), True
    return None, False


def _then_year(text: str, end: int) -> tuple[int | None, bool, int]:
    """Return the year that follows a day and month, if one does, and where it ends."""
    match = THEN_YEAR.match(text, end)
    year, short = _year_of(match)
    if short and text[end - 1] == "." and text[end - 5 : end - 4].isalpha():
        return None, False, end  # "26th October. 26. Forward Plan"
    if match is None or (match["year"] and _is_sum(text, match.end())):
        return None, False, end
    return year, short, match.end()


def _is_sum(text: str, end: int) -> bool:
    """Return whether the number goes on behind: "2,000.50", "2016/345"."""
    return bool(re.match(r"[,.][0-9]{3}(?![0-9])", text[end : end + 5]))


def _month_number(word: str) -> int:
    return MONTH_NUMBER[word.rstrip(".").lower()]


def _day_ok(day: int) -> bool:
    return 1 <= day <= 31


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
            _at_number(text, start, month_first, bool(hits))
            if is_number
            else _at_month(text, start, hits[-1] if hits else None)
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
    before = _before(text, hit.start)
    if hit.day is not None:
        match = WEEKDAY_BEFORE.search(before)
        if not match:
            return hit
        number = WEEKDAY_NUMBER[match[0].lower()[:3]]
        start = hit.start - len(before) + match.start()
        floor = hits[-1].end if hits else 0
        return replace(hit, start=max(start, floor), weekday=number)
    match = PART_BEFORE.search(before)
    if not match:
        return hit
    start = hit.start - len(before) + match.start()
    part = PARTS[match["part"].split()[0].lower()]
    return replace(hit, start=start, part=part)


def _at_number(
    text: str, start: int, month_first: bool, follows: bool
) -> list[DateHit]:
    """Return the dates that begin with the number at `start`."""
    if not _is_free(text, start):
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
    match = NUMERIC.match(text, start)
    if not match or text[match.end() : match.end() + 1].isalnum():
        return []
    one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
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
    return [DateHit(start, match.end(), style, day, month, year, short_year=short)]


def _day_month(text: str, start: int) -> list[DateHit]:
    """Return "4 July 2016" or the range "28 June – 3 July 2016"."""
    first = _one_day(text, start)
    if first is None:
        return []
    to = TO_DAY.match(text, first.end)
    second = _one_day(text, to.end()) if to else None
    if second is None or second.day is None:
        return [first]
    if first.year is not None and second.year is None:
        return [first]
    return [
        replace(
            first,
            end=second.end,
            style="range",
            day2=second.day,
            month2=second.month,
            year=first.year if first.year is not None else None,
            year2=second.year,
            short_year=first.short_year or second.short_year,
        )
    ]


def _one_day(text: str, start: int) -> DateHit | None:
    match = DAY_MONTH.match(text, start)
    if not match or not _day_ok(int(match["day"])):
        return None
    if "\n" in match[0] and not match["ordinal"] and _alone_in_line(text, start):
        return None
    year, short, end = _then_year(text, match.end())
    month = _month_number(match["month"])
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
    if not all(map(_day_ok, numbers)):
        return []
    year, short, end = _then_year(text, match.end())
    month = _month_number(match["month"])
    between = body[days[0].end() : days[-1].start()]
    if len(days) == 2 and RANGE_WORD.search(between) and numbers[0] < numbers[1]:
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
            and not PAPER_BEFORE.search(_before(text, start))
        ):
            style = "years"
            return [DateHit(start, match.end(), style, year=year, year2=year2)]
    if match and PAPER_BEFORE.search(_before(text, start)):
        return []
    match = YEAR_ONLY.match(text, start)
    if COUNT_BEFORE.search(_before(text, start)):
        return []
    if match and _year_ok(text, start, match.end()):
        return [DateHit(start, match.end(), "year", year=int(match["year"]))]
    return []


def _year_ok(text: str, start: int, end: int) -> bool:
    """Return whether a number like 2014 is a year here, not a count or a reference."""
    before = _before(text, start)
    if YEAR_NOT_AFTER.match(text, end) or YEAR_NOT_BEFORE.search(before):
        return False
    number = int(text[start : start + 4])
    if number % 100 < 60 and CLOCK_BEFORE.search(before):
        if number % 5 and re.match(r" [A-Z][A-Za-z]", text[end : end + 3]):
            return True
        if before.endswith("at ") or (number % 5 == 0 and number < 2000):
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
    before = _before(text, start)
    match = ORDINAL_ONLY.match(text, start)
    if match and _day_ok(int(match["day"])):
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
    match = DAY_SLASH.match(text, start)
    if match and len(match["one"]) == 2 and SLASH_CUE.search(before):
        one, two = int(match["one"]), int(match["two"])
        day, month = (two, one) if month_first else (one, two)
        if day_exists(2000, month, day):
            return [DateHit(start, match.end(), "slash", day, month)]
    return []


def _at_month(text: str, start: int, last: DateHit | None) -> list[DateHit]:
    """Return the date that begins with the month name at `start`."""
    if start and (text[start - 1].isalnum() or text[start - 1] in "_@"):
        return []
    hits = _month_day(text, start)
    hit = None if hits else _one_month(text, start, last)
    return [hit] if hit else hits


def _month_day(text: str, start: int) -> list[DateHit]:
    """Return "July 4, 2016", "February 15th", "July 4-6" or "April 3, 13 and 18"."""
    match = MONTH_DAY.match(text, start)
    if not match or not day_exists(
        2000, _month_number(match["month"]), int(match["day"])
    ):
        return []
    month, day = _month_number(match["month"]), int(match["day"])
    more = MORE_DAYS.match(text, match.end())
    if more and not re.match(rf"{OPT}{MONTH}", text[more.end() : more.end() + 16]):
        hits = _listed_after(text, match, more)
        if hits:
            return hits
    year, short, end = _then_year(text, match.end())
    if re.match(r"[:.][0-9]", text[end : end + 2]):
        return []
    if "\n" in match[0] and not (match["ordinal"] or year):
        return []
    bare = year is None and not match["ordinal"]
    if (
        bare
        and COUNTS_AFTER.match(text, end)
        and not DAY_TO.search(_before(text, start))
    ):
        return []
    return [DateHit(start, end, "day", day, month, year, short_year=short)]


def _listed_after(
    text: str, first: re.Match[str], more: re.Match[str]
) -> list[DateHit]:
    """Return the days of "April 3, 13 and 18, 2023", or the range "July 4-6"."""
    year, short, end = _then_year(text, more.end())
    month = _month_number(first["month"])
    days = list(LISTED_DAY.finditer(more[0]))
    numbers = [int(first["day"]), *(int(m[1]) for m in days)]
    if not all(day_exists(2000, month, x) for x in numbers):
        return []
    hit = DateHit(first.start(), first.end(), "listed", numbers[0], month, year)
    hit = replace(hit, short_year=short)
    if len(days) == 1 and re.search(rf"{DASH}|to", more[0]):
        if numbers[0] >= numbers[1]:
            return []
        hit = replace(hit, end=end, style="range", day2=numbers[1])
        return [replace(hit, month2=month, year2=year)]
    if year is None and not re.search(r"and|&", more[0]):
        return []
    base = more.start()
    rest = [
        replace(hit, start=base + m.start(), end=base + m.end(), day=int(m[1]))
        for m in days
    ]
    return [hit, *rest[:-1], replace(rest[-1], end=end)]


def _one_month(text: str, start: int, last: DateHit | None) -> DateHit | None:
    """Return "March 2012", "Jan-Mar 2012", or a month alone that is surely one."""
    first = _bare_month(text, start)
    if first is None:
        return None
    to = TO_MONTH.match(text, first.end)
    second = _bare_month(text, to.end()) if to else None
    if (
        second is not None
        and (first.year is None or second.year is not None)
        and not MONTH_DAY.match(text, second.start)
    ):
        return replace(
            first,
            end=second.end,
            style="months",
            month2=second.month,
            year2=second.year,
            short_year=first.short_year or second.short_year,
        )
    if first.year is None and not _is_month(text, first, last):
        return None
    return first


def _bare_month(text: str, start: int) -> DateHit | None:
    match = MONTH_YEAR.match(text, start)
    if match:
        year, short = _year_of(match)
        follows = text[match.end() : match.end() + 1]
        if not follows.isalnum():
            return DateHit(
                start,
                match.end(),
                "month",
                month=_month_number(match["month"]),
                year=year,
                short_year=short,
            )
    match = MONTH_ONLY.match(text, start)
    if not match:
        return None
    month, end = _month_number(match["month"]), match.end()
    if match["month"].endswith(".") and _ends_sentence(text, end, match["month"]):
        end -= 1
    return DateHit(start, end, "month", month=month)


def _ends_sentence(text: str, end: int, word: str) -> bool:
    return word.rstrip(".").lower() in NAMES or text[end : end + 1] in ("", "\n", "\t")


def _is_month(text: str, hit: DateHit, last: DateHit | None) -> bool:
    """Return whether a month name alone is a month: "may" is a verb, June a friend."""
    word = text[hit.start : hit.end].rstrip(".")
    before = _before(text, hit.start)
    if NAMED_BEFORE.search(before) or text[hit.end : hit.end + 1] in ("@", "_"):
        return False
    cued = bool(CUE_BEFORE.search(before) or PART_BEFORE.search(before))
    near = last is not None and hit.start - last.end < 8 and last.month is not None
    alone = _fills_cell(text, hit.start, hit.end)
    if word.lower() in ("may", "march", "april", "june", "jan"):
        after = CAPITAL_AFTER.match(text, hit.end)
        if after and after["word"].lower() not in CIVIC and not after["word"].isupper():
            return False
    if word.islower():
        return cued
    if word.lower() in ("may", "jan") or (len(word) < 4 and word.isupper()):
        return cued or near or alone
    return True


def _fills_cell(text: str, start: int, end: int) -> bool:
    """Return whether nothing else stands in this line or cell."""
    left = text[start - 1] if start else "\n"
    right = text[end] if end < len(text) else "\n"
    return left in "\n\t" and right in "\n\t"


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
