"""Finds the date of the meeting."""

from __future__ import annotations

import itertools
import re
from calendar import monthrange
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date as Day

from minutebook.grammar import dates
from minutebook.grammar.anchors import matches_from
from minutebook.grammar.country import reads_month_first
from minutebook.grammar.tongues import TONGUES, read_tongues
from minutebook.records import SourceDocument, Span

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
# no time of the day: "Monday 11 May, 2000 hrs"
_YEAR = r"(?:1[89]|2[0O])[\dO]{2}(?!\s?(?:hrs?|hours|h)\b)"
# "3rd", "21 st", and what scanning makes of it: 21°", 14™
_ORDINAL = r"(?:\s?\^?(?:st|nd|rd|th|nt)\b\^?|[^\w\s/.,:-]{1,3})?"

# Tuesday 7th March 2017; 21 March 2017; 11thJune 2014; 3rd day of May, 2019
_DAY_FIRST = rf"""
    (?:\b(?P<w1>{_WEEKDAY})\b[,.]?\s+(?:the\s+)?)?
    (?<![\d/.:])(?P<d1>\d{{1,2}})(?:\s?\^?(?:st|nd|rd|th)\^?\.?|[^\w\s/.,:-]{{1,3}})?
    (?:\s*|-)(?:day\s+)?(?:of\s+)?(?:(?!{_MONTH}\b)(?-i:[A-Z])[^\W\d]{{2,11}}\s?/\s?)?(?:\b|(?<=[a-z]))
    (?P<m1>{_MONTH})\b
    (?:(?:[,.]?\s*|-)(?P<y1>{_YEAR}|['’]\d\d)\b)?
"""
# March 7, 2017; Tuesday, March 7th 2017
_MONTH_FIRST = rf"""
    (?:\b(?P<w2>{_WEEKDAY})\b[,.]?\s+)?
    \b(?P<m2>{_MONTH})\b\.?\s+(?P<d2>\d{{1,2}}){_ORDINAL}(?![\d:])
    (?:[,.]?\s*(?P<y2>{_YEAR})\b)?
"""
# 07/03/2017, 7.3.17, 7-3-2017
_NUMBERS = r"""
    (?<![\d/.-])(?P<d3>\d{1,2})\s?(?P<sep>[/.-])\s?(?P<m3>\d{1,2})\s?(?P=sep)\s?
    (?P<y3>\d{4}|\d{2})(?![\d/]|\.\d)
"""
# 2017-03-07
_ISO = r"""(?<![\d/.])(?P<y4>(?:19|20)\d\d)(?P<sep4>[-_/.]?)(?P<m4>0\d|1[0-2])
    (?P=sep4)(?P<d4>[0-3]\d)(?!\d)"""
# March 2017
_MONTH_ONLY = rf"\b(?P<m5>{_MONTH})\b,?\s+(?P<y5>{_YEAR})\b"

_DATE = re.compile(
    rf"{_ISO}|{_DAY_FIRST}|{_MONTH_FIRST}|{_NUMBERS}|{_MONTH_ONLY}", re.I | re.X
)


# a figure, or the first letter of a month or a weekday
_DATE_STARTS = re.compile(
    r"[\djfmasondtwJFMASONDTW](?:(?<=\d)|(?<!\w.)(?=(?i:an|eb|ar|pr|ay|un|ul|ug|ep|ct|ov"
    r"|ec|on|ue|ed|hu|ri|at)))"
)
_DIGIT = re.compile(r"\d")  # which every date above holds


@dataclass(frozen=True, slots=True)
class When:
    """A date as written: what is missing is None."""

    start: int
    end: int
    year: int | None
    month: int
    day: int | None
    weekday: int | None = None

    def iso(self) -> str | None:
        """Return the date in ISO form as far as it is known, None without a year.

        >>> When(0, 0, 2019, 5, None).iso()
        '2019-05'
        """
        if self.year is None:
            return None
        stem = f"{self.year:04}-{self.month:02}"
        return stem if self.day is None else f"{stem}-{self.day:02}"


def find_dates(text: str, start: int = 0, end: int | None = None) -> Iterator[When]:
    """Yield the dates of a stretch of text, day first unless that cannot be.

    >>> [x.iso() for x in find_dates("Held on 7th May 2019, after 02/04/2019")]
    ['2019-05-07', '2019-04-02']
    """
    end = len(text) if end is None else end
    if not _DIGIT.search(text, start, end):
        return
    for match in matches_from(_DATE, _DATE_STARTS, text, start, end):
        when = _value(match)
        if when:
            yield when


def _value(match: re.Match[str]) -> When | None:
    part = match.groupdict()
    for k in "12345":
        if part.get(f"m{k}"):
            break
    raw_month, raw_day = part[f"m{k}"], part.get(f"d{k}")
    month = (
        int(raw_month)
        if raw_month.isdigit()
        else next(i for i, m in enumerate(_MONTHS, 1) if m[:3] == raw_month[:3].lower())
    )
    day = int(raw_day) if raw_day else None
    if month > 12 and day and day <= 12:
        day, month = month, day
    year = _year(part.get(f"y{k}"))
    if not 1 <= month <= 12 or (day is not None and not _possible(year, month, day)):
        return None
    weekday = part.get(f"w{k}")
    index = (
        next(i for i, w in enumerate(_DAYS) if w[:3] == weekday[:3].lower())
        if weekday
        else None
    )
    return When(match.start(), match.end(), year, month, day, index)


def _year(raw: str | None) -> int | None:
    if not raw:
        return None
    value = int(raw.strip("'’").lower().replace("o", "0"))
    return value + 2000 if value < 70 else value + 1900 if value < 100 else value


def _possible(year: int | None, month: int, day: int) -> bool:
    return 1 <= day <= monthrange(year or 2000, month)[1]


# What stands before a date that is not the meeting's own: "published on 3 May"
_NOT_OWN = re.compile(
    r"""\b(?:publish\w*|issued|print\w*|revis\w*|updat\w*|creat\w*|posted|next|signed
    |approved|confirmed|dated|previous|last|circulated|adopted|since|until
    |from(?!\s+(?:the\s+)?(?:[a-z]+\s+){0,3}(?:meeting|agm)\b)
    |by(?!\s+(?:video|tele|zoom|teams|means|remote|electronic|conference))
    |amended|version|uploaded|registered|est(?:d|ab\w*)?|downloaded|agreed
    |(?:proposed|planned|postponed)\s+(?:for|to))\b
    (?:\W+|[^\w\n]+(?:\w+[^\w\n]+){0,4})?$""",
    re.I | re.X,
)
# "held on", "Date:", "meeting of the Council on": the meeting's own date follows
_OWN = re.compile(
    r"""(?:\bheld\b.{0,160}|\b(?:meeting\s+)?date\b\W{0,6}|\bmeeting\b.{0,100}?
    |\bminutes\b.{0,80}|\bon\s+)$""",
    re.I | re.X | re.S,
)
# "You are summoned to a meeting to be held in the hall on": not the letter's date
_SUMMONED = re.compile(
    r"\b(?:summon|notice|invit|request)\w*\b[^.]{0,140}"
    r"\b(?:held|summoned to a meeting)\b[^.]{0,120}\bon\s+$",
    re.I,
)
_LABELLED = re.compile(r"\n[ \t|*]{0,6}(?:meeting )?date[ \t:|*]{1,9}$", re.I)
# "The meeting was held at the Old School on"; what a machine writes with seconds
_WAS_HELD = re.compile(
    r"\bthe\s(?:[a-z]+\s){0,4}meeting\s(?:was|is)\sheld\b[^.]{0,140}\bon\s+$", re.I
)
_OPENS = re.compile(
    r"[ \t*_]{0,20}\n\s{0,9}(?:the|an?)\s[^.\n]{0,60}\bmeeting\b[^.\n]{0,60}"
    r"\bcalled\sto\sorder\b",
    re.I,
)
_STAMP = re.compile(r"[T ]\d\d:\d\d:\d\d|,[ ]\d{1,2}:\d\d[ ][AP]M[ \t]+\S")
_HELD_ON = re.compile(r"\bheld\s+on\s+(?:the\s+)?$", re.I)
# "held on 6 May were approved": the minutes of an earlier meeting
_AFTER_EARLIER = re.compile(
    r"""(?![^.]{0,60}\bdraft\b)[^.]{0,60}?\b(?:were|was|be|been|are|is|as)\b[^.]{0,60}?
    \b(?:approved|agreed|signed|confirmed|circulated|accepted|taken|adopted|correct)\b""",
    re.I | re.X,
)
# In running text: "called the meeting to order on", "the meeting was held on"
_SAID = re.compile(
    r"""\b(?:called\b.{0,60}\bto\s+order|meeting\b.{0,120}\bheld|convened|assembled
    |opened)\b.{0,80}?\b(?:on|at)\s+$""",
    re.I | re.X | re.S,
)
# "the minutes of the meeting held on": another meeting
_EARLIER = re.compile(
    r"""\bminutes\b(?!.{0,40}\bcalled\b).{0,160}$
    |\b(?:previous|last|next|earlier|future)\s+(?:\w+\s+){0,4}meeting.{0,80}$""",
    re.I | re.X | re.S,
)


def find_date(source: SourceDocument, head_end: int) -> tuple[str | None, Span | None]:
    """Return the meeting's own date and where it stands."""
    head = _in_order(_head_date(source, head_end), source.text)
    if head and head.year and head.day:
        return head.iso(), Span(head.start, head.end, "date-heading")
    other = _tongue_date(source, head_end)
    if other:
        return other
    titled = _metadata_date(source, ("title",))
    said = None if titled else _in_order(_said_date(source, head_end), source.text)
    if said and said.year:
        return said.iso(), Span(said.start, said.end, "date-said")
    elsewhere = titled or _metadata_date(source, ("date", "start"))
    if head and head.day:
        year = _settle_year(source, head)
        if year:
            iso = f"{year:04}-{head.month:02}-{head.day:02}"
            return iso, Span(head.start, head.end, "date-heading-year")
    if elsewhere:
        return elsewhere, None
    return _file_date(source.path), None


_EITHER_ORDER = re.compile(r"\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]")


def _in_order(when: When | None, text: str) -> When | None:
    """Return a date in numbers as its document writes them: day or month first."""
    if when is None or when.day is None or when.day > 12 or when.month == when.day:
        return when
    if not _EITHER_ORDER.match(text, when.start) or not reads_month_first(text):
        return when
    return replace(when, month=when.day, day=when.month)


def _head_date(source: SourceDocument, head_end: int) -> When | None:
    text = source.text
    best: tuple[int, When] | None = None
    found = [*find_dates(text, 0, head_end)]
    for index, when in enumerate(found):
        if _in_run(found, index):
            continue
        before = text[max(0, when.start - 170) : when.start]
        labelled = bool(_LABELLED.search(before))
        if not labelled and _NOT_OWN.search(before[-60:]):
            continue
        if _AFTER_EARLIER.match(text, when.end):
            continue
        score = (4 if when.day else 0) + (2 if when.year else 0)
        score += 1 if _OWN.search(before) else 0
        score += 2 if _on_short_line(text, when) or _HELD_ON.search(before) else 0
        score += 2 if _WAS_HELD.search(before) else 0
        score += 1 if _OPENS.match(text, when.end) else 0
        score -= 3 if _STAMP.match(text, when.end) else 0
        score += 3 if _SUMMONED.search(before) else 0
        score += 1 if labelled else 0
        if best is None or score > best[0]:
            best = score, when
    return _first_day(text, best[1]) if best else None


# "31 May - 1 June 2018", "3rd and 4th May 2018": the day before the last
_FIRST_DAY = re.compile(
    r"(?<![\d/.:-])(?<!meeting )(?<!council )(?<!board )(?P<day>\d{1,2})"
    rf"(?:st|nd|rd|th)?(?:\s+(?P<month>{_MONTH}))?"
    r"\s{0,2}(?:[-–&]|to|and)\s{0,2}$",
    re.I,
)


def _first_day(text: str, last: When) -> When:
    """Return the first day of a meeting that went on to another, else its day."""
    low = max(0, last.start - 24)
    first = _FIRST_DAY.search(text[low : last.start])
    if first is None or last.day is None or last.weekday is not None:
        return last
    day, month = int(first["day"]), last.month
    if first["month"]:
        month = _MONTH_NAMES[first["month"][:3].lower()]
    if (last.month - month, last.day - day) <= (0, 0) or last.month - month > 1:
        return last
    if not _possible(last.year, month, day):
        return last
    if month == last.month and last.day - day > _MOST_DAYS:
        return last
    return replace(last, start=low + first.start(), month=month, day=day)


_MOST_DAYS = 3  # that a meeting goes on: "Board 3 - 24 May" is one day's
_MONTH_NAMES = {x[:3]: n for n, x in enumerate(_MONTHS, 1)}


def _tongue_date(source: SourceDocument, head_end: int) -> tuple[str, Span] | None:
    """Return the first full date of a heading in another language than English."""
    head = source.text[:head_end]
    for hit in read_tongues(head, dates.find_dates(head)):
        if hit.month and hit.day and hit.year and hit.style in TONGUES:
            iso = f"{hit.year:04}-{hit.month:02}-{hit.day:02}"
            return iso, Span(hit.start, hit.end, f"date-heading-{hit.style}")
    return None


def _in_run(dates: list[When], index: int) -> bool:
    """Return whether three dates stand side by side: the heads of columns."""
    gaps = [b.start - a.end <= 3 for a, b in itertools.pairwise(dates)]
    return any(
        all(gaps[k : k + 2]) and len(gaps[k : k + 2]) == 2
        for k in range(max(0, index - 2), index + 1)
    )


def _on_short_line(text: str, when: When) -> bool:
    start = text.rfind("\n", 0, when.start) + 1
    end = text.find("\n", when.end)
    return (len(text) if end < 0 else end) - start < 120


def _said_date(source: SourceDocument, head_end: int) -> When | None:
    text = source.text
    for when in find_dates(text, head_end, min(len(text), head_end + 3000)):
        before = text[max(0, when.start - 200) : when.start]
        if when.day and _SAID.search(before) and not _EARLIER.search(before):
            return when
    return None


def _metadata_date(source: SourceDocument, keys: tuple[str, ...]) -> str | None:
    values = {key.rpartition(".")[2]: value for key, value in source.metadata}
    values |= dict(source.metadata)  # "date" before "meeting.date"
    for key in keys:
        for when in find_dates(values.get(key, "")):
            if when.year and when.day:
                return when.iso()
    return None


def _file_date(path: str) -> str | None:
    name = path.rsplit("/", 1)[-1].replace("_", " ")
    name = re.sub(r"(?<!\d)(20\d\d|19\d\d)(\d\d)(\d\d)(?!\d)", r"\1-\2-\3", name)
    name = re.sub(r"(\d)-(?=[A-Za-z])|(?<=[A-Za-z])-(\d)", r"\1 \2", name)
    found = [x for x in find_dates(name) if x.year and x.day]
    return found[-1].iso() if found else None


_YEARS_SEEN = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d|\s?(?:hrs?|hours|h)\b)", re.I)


def _settle_year(source: SourceDocument, when: When) -> int | None:
    """Return the year that a yearless date of the heading must have."""
    name = source.path.rsplit("/", 1)[-1]
    seen: Counter[int] = Counter()
    for place, weight in (
        (" ".join(v for _, v in source.metadata), 3),
        (name, 6),
        (source.text, 1),
    ):
        for raw in _YEARS_SEEN.findall(place):
            seen[int(raw)] += weight
    years = [y for y, _ in seen.most_common(8)]
    if when.weekday is not None and when.day:
        fit = [
            y
            for y in years
            if _possible(y, when.month, when.day)
            and Day(y, when.month, when.day).weekday() == when.weekday
        ]
        near = [y + k for y in years[:1] for k in (-1, 1)]
        fit += [
            y
            for y in near
            if _possible(y, when.month, when.day)
            and Day(y, when.month, when.day).weekday() == when.weekday
        ]
        years = fit or years
    return years[0] if years else None
