"""What a written date means: its ISO value, its first and its last day."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from minutebook.grammar.datehits import DateHit
from minutebook.records import DateValue


def day_exists(year: int, month: int, day: int) -> bool:
    """Return whether the calendar has this day."""
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def date_value(
    hit: DateHit,
    base: date | None = None,
    lean: str | None = None,
    near: date | None = None,
) -> DateValue | None:
    """Return what the hit means, or None where it names no year and none is known.

    `base` is the date that years and months left out are read from, `lean` is "past" or
    "future" where the words around say so ("likely past", "likely future", "perhaps
    future" where they only hint at it), `near` a date close by.

    >>> from minutebook.grammar.dates import find_dates
    >>> [hit] = find_dates("the walk on 12 March")
    >>> date_value(hit, date(2016, 7, 4)).iso
    '2016-03-12'
    """
    hit = _with_century(hit, base)
    if hit.month is None and hit.day is not None:
        hit = _with_month(hit, base)
    if hit.year is None:
        if base is None and hit.year2 is None:
            return None
        hit = _with_year(hit, base, lean, near)
    return _value(hit)


def _with_century(hit: DateHit, base: date | None) -> DateHit:
    """Return the hit with years of four digits, the century nearest to the base."""
    if not hit.short_year:
        return hit
    near = base.year if base else 2010

    def full(year: int | None) -> int | None:
        if year is None or year > 99:
            return year
        options = (1900 + year, 2000 + year, 1800 + year)
        return min(options, key=lambda y: abs(y - near))

    return hit._replace(year=full(hit.year), year2=full(hit.year2), short_year=False)


def _with_month(hit: DateHit, base: date | None) -> DateHit:
    """Return "the 12th" in the month of the base."""
    if base is None:
        return hit
    return hit._replace(month=base.month, year=base.year)


def _with_year(
    hit: DateHit, base: date | None, lean: str | None, near: date | None
) -> DateHit:
    """Return the hit in the year that the weekday, the tense or nearness gives it."""
    if hit.year2 is not None and hit.month is not None:
        back = hit.month > (hit.month2 or hit.month)
        return hit._replace(year=hit.year2 - back)
    if base is None or hit.month is None:
        return hit
    year = _choose_year(hit, base, lean, near)
    if hit.month2 is None:
        return hit._replace(year=year)
    return hit._replace(year=year, year2=year + (hit.month2 < hit.month))


# How many days of distance the tense is worth
_AGAINST = {"past": 300, "future": 300}


_AGAINST |= {"likely past": 150, "likely future": 200, "perhaps future": 90}


def _choose_year(hit: DateHit, base: date, lean: str | None, near: date | None) -> int:
    """Return the best year for a day or month that is written without one.

    A weekday decides; else the year whose day is closest to the base or to a date
    close by, where tense weighs as much as some months of distance.
    """

    past, future = (bool(lean and lean.endswith(x)) for x in ("past", "future"))

    def cost(year: int) -> tuple[bool, int]:
        first, last = _bounds(year, hit.month, hit.day)
        off = hit.weekday is not None and first.weekday() != hit.weekday
        against = (past and first > base + timedelta(days=1)) or (
            future and last < base
        )
        if hit.month2 is not None:
            far = year + (hit.month2 < (hit.month or 0))
            last = _bounds(far, hit.month2, hit.day2)[1]
        middle = first + (last - first) / 2
        away = abs((middle - base).days)
        if near is not None:
            away = min(away, abs((middle - near).days))
        return off and hit.day is not None, away + against * _AGAINST.get(lean or "", 0)

    return min((base.year, base.year - 1, base.year + 1), key=cost)


def _bounds(year: int, month: int | None, day: int | None) -> tuple[date, date]:
    """Return the first and the last day of a year, a month or a day."""
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    days = monthrange(year, month)[1]
    if day is None:
        return date(year, month, 1), date(year, month, days)
    day = min(day, days)
    return date(year, month, day), date(year, month, day)


def _iso_of(year: int, month: int | None, day: int | None) -> str:
    if month is None:
        return f"{year:04}"
    if day is None:
        return f"{year:04}-{month:02}"
    return f"{year:04}-{month:02}-{day:02}"


def _value(hit: DateHit) -> DateValue | None:
    """Return the value of a hit whose year is known."""
    year, month, day = hit.year, hit.month, hit.day
    if year is None or (day is not None and month is None):
        return None
    if month is not None and day is not None and not day_exists(year, month, day):
        return None
    iso = _iso_of(year, month, day)
    first, last = _bounds(year, month, day)
    if hit.is_range:
        year2 = hit.year2 or year
        month2 = hit.month2 or (None if hit.style == "until-year" else month)
        if (
            month2 is not None
            and hit.day2 is not None
            and not day_exists(year2, month2, hit.day2)
        ):
            return None
        _, last = _bounds(year2, month2, hit.day2)
        iso = f"{iso}/{_iso_of(year2, month2, hit.day2)}"
        if last < first:
            return None
        return DateValue(iso, first.isoformat(), last.isoformat(), "range")
    if hit.part and day is None:
        first, last = _part_of(first, last, hit.part)
    precision = "day" if day is not None else "month" if month is not None else "year"
    return DateValue(iso, first.isoformat(), last.isoformat(), precision)


def _part_of(first: date, last: date, part: str) -> tuple[date, date]:
    """Return the third of a month or year that "early", "mid" and "late" mean."""
    third = (last - first) // 3
    if part == "early":
        return first, first + third
    if part == "mid":
        return first + third, last - third
    return last - third, last
