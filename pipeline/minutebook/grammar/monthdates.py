"""Dates that begin with a month: "July 4, 2016", "Jan-Mar 2012", "June"."""

from __future__ import annotations

import re

from minutebook.grammar.datehits import DateHit
from minutebook.grammar.dateparts import (
    ends_in_dash,
    month_number,
    opens_entry,
    then_year,
    words_before,
    year_of,
)
from minutebook.grammar.datepatterns import (
    CAPITAL_AFTER,
    CIVIC,
    COUNTS_AFTER,
    CUE_BEFORE,
    DASH,
    DAY_TO,
    LISTED_DAY,
    MONTH,
    MONTH_BEHIND,
    MONTH_DAY,
    MONTH_ONLY,
    MONTH_YEAR,
    MORE_DAYS,
    NAMED_BEFORE,
    NAMES,
    OPT,
    PART_BEFORE,
    SLASHED_MONTHS,
    TO_DAY,
    TO_MONTH,
    YEAR_ONLY,
    YEARS,
)
from minutebook.grammar.datevalues import day_exists


def read_at_month(text: str, start: int, last: DateHit | None) -> list[DateHit]:
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
        2000, month_number(match["month"]), int(match["day"])
    ):
        return []
    month, day = month_number(match["month"]), int(match["day"])
    if match["month"].rstrip(".").lower() in NAMES and match["month"].endswith("."):
        return []  # "report back in May. 6. Grants"
    more = MORE_DAYS.match(text, match.end())
    chained = _chained(text, more.end()) if more else []
    if more and chained:
        hits = _listed_after(text, match, more, chained[0].year)
        if hits:
            return [*hits, *chained]
    if more and not re.match(rf"{OPT}{MONTH}", text[more.end() : more.end() + 16]):
        hits = _listed_after(text, match, more)
        if hits:
            return hits
    year, short, end = then_year(text, match.end())
    if re.match(r"[:.][0-9]", text[end : end + 2]):
        return []
    if "\n" in match[0] and not (match["ordinal"] or year):
        return []
    bare = year is None and not match["ordinal"]
    if (
        bare
        and COUNTS_AFTER.match(text, end)
        and not DAY_TO.search(words_before(text, start))
    ):
        return []
    hit = DateHit(start, end, "day", day, month, year, short_year=short)
    return [_until_day(text, hit)]


def _until_day(text: str, first: DateHit) -> DateHit:
    """Return the day, as a range where another is its end: "Sept 19-Oct 16 2019"."""
    to = TO_DAY.match(text, first.end)
    match = MONTH_DAY.match(text, to.end()) if to else None
    if not (to and match) or opens_entry(text, first.start, to):
        return first
    month, day = month_number(match["month"]), int(match["day"])
    year, short, end = then_year(text, match.end())
    if not day_exists(2000, month, day) or (first.year and not year):
        return first
    on = TO_DAY.match(text, end)
    if (on and MONTH_DAY.match(text, on.end())) or ends_in_dash(text, first.start):
        return first  # a row of days set apart by dashes
    return first._replace(
        end=end, style="range", day2=day, month2=month, year2=year,
        short_year=first.short_year or short,
    )  # fmt: skip


_NEXT_MONTH = re.compile(rf",[ \n]{{1,2}}(?:and[ ])?(?={MONTH}[ ][0-9])")


def _chained(text: str, end: int) -> list[DateHit]:
    """Return the days of the next month of a list: "July 10, 31, August 1, 3, 2024"."""
    joint = _NEXT_MONTH.match(text, end)
    hits = _month_day(text, joint.end()) if joint else []
    return hits if hits and hits[0].year is not None else []


def _listed_after(
    text: str, first: re.Match[str], more: re.Match[str], ahead: int | None = None
) -> list[DateHit]:
    """Return the days of "April 3, 13 and 18, 2023", or the range "July 4-6".

    `ahead` is the year that a later month of the same list bears.
    """
    year, short, end = (
        (ahead, False, more.end()) if ahead else then_year(text, more.end())
    )
    month = month_number(first["month"])
    days = list(LISTED_DAY.finditer(more[0]))
    numbers = [int(first["day"]), *(int(m[1]) for m in days)]
    if not all(day_exists(2000, month, x) for x in numbers):
        return []
    hit = DateHit(first.start(), first.end(), "listed", numbers[0], month, year)
    hit = hit._replace(short_year=short)
    if len(days) == 1 and re.search(rf"{DASH}|to", more[0]):
        if numbers[0] >= numbers[1]:
            return []
        hit = hit._replace(end=end, style="range", day2=numbers[1])
        return [hit._replace(month2=month, year2=year)]
    if year is None and not re.search(r"and|&", more[0]):
        return []
    base = more.start()
    rest = [
        hit._replace(start=base + m.start(), end=base + m.end(), day=int(m[1]))
        for m in days
    ]
    return [hit, *rest[:-1], rest[-1]._replace(end=end)]


def _one_month(text: str, start: int, last: DateHit | None) -> DateHit | None:
    """Return "March 2012", "Jan-Mar 2012", or a month alone that is surely one."""
    first = _bare_month(text, start)
    if first is None:
        return None
    between = SLASHED_MONTHS.match(text, start)
    last_but_one = _bare_month(text, between.end()) if between else first
    to = TO_MONTH.match(text, last_but_one.end) if last_but_one else None
    second = _bare_month(text, to.end()) if to else None
    if to and opens_entry(text, start, to):
        second = None
    if (
        second is not None
        and (first.year is None or second.year is not None)
        and not MONTH_DAY.match(text, second.start)
    ):
        return first._replace(
            end=second.end,
            style="months",
            month2=second.month,
            year2=second.year,
            short_year=first.short_year or second.short_year,
        )
    if first.year is None:
        return first if _is_month(text, first, last) else None
    return _until_year(text, first, to)


def _until_year(text: str, first: DateHit, to: re.Match[str] | None) -> DateHit:
    """Return the month, as a range where words lead on to a later year."""
    far = YEAR_ONLY.match(text, to.end()) if to and re.search("[a-z]", to[0]) else None
    if not (far and first.year and first.year < int(far["year"])):
        return first
    if YEARS.match(text, far.start()):
        return first  # "from May 2011 to 2012/13"
    return first._replace(end=far.end(), style="until-year", year2=int(far["year"]))


def _bare_month(text: str, start: int) -> DateHit | None:
    match = MONTH_YEAR.match(text, start)
    if match:
        year, short = year_of(match)
        follows = text[match.end() : match.end() + 1]
        if not follows.isalnum():
            return DateHit(
                start,
                match.end(),
                "month",
                month=month_number(match["month"]),
                year=year,
                short_year=short,
            )
    match = MONTH_ONLY.match(text, start)
    if not match:
        return None
    month, end = month_number(match["month"]), match.end()
    if match["month"].endswith(".") and _ends_sentence(text, end, match["month"]):
        end -= 1
    return DateHit(start, end, "month", month=month)


def _ends_sentence(text: str, end: int, word: str) -> bool:
    return word.rstrip(".").lower() in NAMES or text[end : end + 1] in ("", "\n", "\t")


def _is_month(text: str, hit: DateHit, last: DateHit | None) -> bool:
    """Return whether a month name alone is a month: "may" is a verb, June a friend."""
    word = text[hit.start : hit.end].rstrip(".")
    before = words_before(text, hit.start)
    if NAMED_BEFORE.search(before) or text[hit.end : hit.end + 1] in ("@", "_"):
        return False
    cued = bool(CUE_BEFORE.search(before) or PART_BEFORE.search(before))
    near = last is not None and hit.start - last.end < 8 and last.month is not None
    near = near or MONTH_BEHIND.match(text, hit.end) is not None
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
    """Return whether no word stands in this line or cell behind it, or before it.

    A dash may part it from what stands before: "Hire of hall – May".
    """
    left = text[max(0, start - 3) : start].rstrip(" ")[-1:] or "\n"
    right = text[end] if end < len(text) else "\n"
    return left in "\n\t-–—(" and right in "\n\t)"
