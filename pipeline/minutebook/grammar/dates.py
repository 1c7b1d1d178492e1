"""Dates in plain text: where they stand, how they are written, what they mean.

`find_dates` finds the written forms, `date_value` gives one its value. Both are pure:
what a document says of itself (its own date, day or month first) comes in from outside.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from minutebook.records import DateValue

# ------------------------------------------------------------------------- words

_NAMES = [
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
]
_SHORT = [*(x[:3] for x in _NAMES), "sept"]
_WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday"]
_WEEKDAYS += ["sunday"]
_MONTH_NUMBER = {name: i + 1 for i, name in enumerate(_NAMES)} | {
    short: [n[:3] for n in _NAMES].index(short[:3]) + 1 for short in _SHORT
}
# Slips of the pen that real minutes are full of
_SLIPS = {"febuary": 2, "feburary": 2, "febraury": 2, "janurary": 1, "januray": 1}
_SLIPS |= {"augus": 8, "septmber": 9, "setember": 9, "septemeber": 9, "octomber": 10}
_SLIPS |= {"novemeber": 11, "novmber": 11, "novemberr": 11, "decmber": 12}
_MONTH_NUMBER |= _SLIPS
_WEEKDAY_NUMBER = {name[:3]: i for i, name in enumerate(_WEEKDAYS)}


def _cases(words: list[str]) -> str:
    """Return an alternation of the words as typed: Title, UPPER and lower case."""
    forms = [f(w) for w in words for f in (str.title, str.upper, str.lower)]
    return "|".join(forms)


# ------------------------------------------------------------------------ pieces

# a space or a line end; a line that goes on in a table may begin with an empty cell
_GAP = r"(?:[ \xa0]{1,8}(?:\n[ \t\xa0]{0,12})?|\n[ \t\xa0]{0,12})"
_OPT = rf"(?:{_GAP})?"
_MONTH = rf"(?:{_cases(_NAMES)}|{_cases(_SHORT)}|{_cases(list(_SLIPS))})(?![A-Za-z])\.?"
# Where a scan leaves a blank line after every line, a date may leap over it
_LEAP = r"[ \xa0]{0,2}\n[ ]{0,2}\n[ ]{0,2}"
_WEEKDAY = (
    r"(?:[Mm]on|[Tt]ue|[Tt]ues|[Ww]ed|[Ww]ednes|[Tt]hu|[Tt]hur|[Tt]hurs|[Ff]ri|[Ss]at"
    r"|[Ss]atur|[Ss]un|MON|TUE|TUES|WED|WEDNES|THU|THUR|THURS|FRI|SAT|SATUR|SUN)"
    r"(?:day|DAY)?(?![A-Za-z])\.?"
)
# "4th", "4 th", and what reading a raised "th" off a scan makes of it: "4°", '4"'
_ORDINAL = r"""(?:[ ]?(?:st|nd|rd|th|ST|ND|RD|TH|St|Nd|Rd|Th)(?![A-Za-z])
    |[°º®*'"”’“]{1,2}(?=[ ,]))"""
_YEAR = r"(?:18|19|20)[0-9]{2}(?![0-9])"
_DASH = r"[-–—‑−]"

# "4 July 2016", "4th of July, 2016", "2nd day of May 2011", "4-Jul-16", "19 May 21"
_DAY_MONTH = re.compile(
    rf"""
    (?P<day>[0-9]{{1,2}})(?P<ordinal>{_ORDINAL})?
    (?: ,?{_GAP}(?:(?:day|DAY){_GAP})?(?:(?:of|OF){_GAP})?(?:the{_GAP})?
      | [-/.–]? | (?(ordinal){_LEAP}|(?!)) )
    (?P<month>{_MONTH})
    """,
    re.VERBOSE,
)
# What may follow a day and a month: ", 2016", " 2016", "-16", " '16", " 16" at an end
_THEN_YEAR = re.compile(
    rf"""
      (?:,?{_OPT}|[-/]|[ ]?,{_LEAP}) (?P<year>{_YEAR})
    | [ ,]{{0,2}}['’‘](?P<quoted>[0-9]{{2}})(?![0-9])
    | [-/](?P<dashed>[0-9]{{2}})(?![0-9A-Za-z:])
    | ,?[ ](?P<short>[0-9]{{2}})(?=[ ]?(?:$|[\n\t;)\]]|[.,](?![0-9])))
    """,
    re.VERBOSE,
)
# "3rd & 17th May", "10, 12 and 14 June", "16 – 25 September", "Tues 3rd and Wed 4th
# May"
_DAY_LIST = re.compile(
    rf"""
    [0-9]{{1,2}}(?P<ordinal>{_ORDINAL})?
    (?:
      (?:{_OPT}(?:,|&|and(?=[ \n])|or(?=[ \n])|to(?=[ \n])|until(?=[ \n])|{_DASH}|/)
       (?:{_OPT}|{_LEAP})(?:and{_GAP})?(?:the{_GAP})?(?:{_WEEKDAY},?{_GAP}(?:the{_GAP})?)?
      )
      [0-9]{{1,2}}(?:{_ORDINAL})?
    ){{1,6}}
    (?: {_GAP}(?:(?:of|OF){_GAP})?(?:the{_GAP})? | [-/.]? | (?(ordinal){_LEAP}|(?!)) )
    (?P<month>{_MONTH})
    """,
    re.VERBOSE,
)
_LISTED_DAY = re.compile(rf"([0-9]{{1,2}})({_ORDINAL})?", re.VERBOSE)
_RANGE_WORD = re.compile(rf"{_DASH}|/|\bto\b|\buntil\b")
# "July 4, 2016", "May 19 th 2010", "February 15th"
_MONTH_DAY = re.compile(
    rf"""
    (?P<month>{_MONTH}),?{_GAP}(?:the{_GAP})?
    (?P<day>[0-9]{{1,2}})(?![0-9])(?P<ordinal>{_ORDINAL})?
    """,
    re.VERBOSE,
)
# "July 4-6, 2016", "April 3, 13 and 18, 2023": the days after the first
_MORE_DAYS = re.compile(
    rf"""
    (?: {_OPT}(?:,(?:[ ]?(?:and|&))?|and(?=[ \n])|&|to(?=[ \n])|{_DASH}){_OPT}
        [0-9]{{1,2}}(?![0-9/]|[:.][0-9]|[ ]?[ap]\.?m)(?:{_ORDINAL})?
    ){{1,12}}
    """,
    re.VERBOSE,
)
# "March 2012", "November, 2011", "Jan '12", "Sept-10"
_MONTH_YEAR = re.compile(
    rf"""
    (?P<month>{_MONTH})
    (?: ,?{_GAP}(?:of{_GAP})?(?P<year>{_YEAR})
      | [-/](?P<year2>{_YEAR})
      | [ ]?['’‘](?P<quoted>[0-9]{{2}})(?![0-9])
      | [-/](?P<short>[0-9]{{2}})(?![0-9A-Za-z])
    )
    """,
    re.VERBOSE,
)
_MONTH_ONLY = re.compile(rf"(?P<month>{_MONTH})")
# " - Mar", "/August", " to end of June", " – 3 July": the far end of a range
_TO = rf"(?:{_OPT}(?:{_DASH}|/|to|until|till|through){_OPT})"
_TO_DAY = re.compile(
    rf",?{_OPT}(?:{_DASH}|to|until|till|through){_OPT}(?:the{_GAP})?(?:{_WEEKDAY},?{_GAP})?"
)
_TO_MONTH = re.compile(rf"{_TO}(?:(?:the{_GAP})?end{_GAP}of{_GAP})?(?=[A-Z])")
# "2016-07-04", "2016/07/04"
_ISO = re.compile(
    r"(?P<year>(?:19|20)[0-9]{2})(?P<sep>[-/.])(?P<month>[0-9]{2})(?P=sep)"
    r"(?P<day>[0-9]{2})(?![0-9])"
)
# "04/07/16", "4.7.16", "4-7-2016", "28/09/ 2020"
_NUMERIC = re.compile(
    r"(?P<one>[0-9]{1,2})[ ]?(?P<sep>[/.–-])[ ]?(?P<two>[0-9]{1,2})[ ]?(?P=sep)[ ]?"
    r"(?P<year>[0-9]{4}|[0-9]{2})(?![0-9]|[/.-][0-9])"
)
# "21/06" where the line says that it is a date
_DAY_SLASH = re.compile(r"(?P<one>[0-9]{1,2})/(?P<two>[0-9]{1,2})(?![0-9/]|\.[0-9])")
# "2011/12", "2010 / 11", "2010-2013", "2013 to 2016", "2022 – 2028"
_YEARS = re.compile(
    rf"""
    (?P<year>(?:18|19|20)[0-9]{{2}})
    (?: [ ]?(?P<mark>/|{_DASH})[ ]?(?P<short>[0-9]{{2}})(?![0-9])
      | (?:[ ]?(?P<mark2>/|{_DASH}){_OPT}|{_GAP}to{_GAP})
        (?P<long>(?:19|20)[0-9]{{2}})(?![0-9])
    )
    (?![/-][0-9]|[A-Za-z])
    """,
    re.VERBOSE,
)
# "in 2014", "JSNA 2015"
_YEAR_ONLY = re.compile(rf"(?P<year>{_YEAR})(?![A-Za-z_@])")
# "budget 12/13", "for 23-24": two years without their century
_SHORT_YEARS = re.compile(
    r"(?P<one>[0-9]{2})[ ]?[/–-][ ]?(?P<two>[0-9]{2})(?![0-9%]|[/.-][0-9]|[ ]?(?:year"
    r"|month|week|day|hour|people|[ap]\.?m))"
)
_SHORT_YEARS_CUE = re.compile(
    r"(?:(?<![A-Za-z])(?:for|[Bb]udget|year|years|FY|[Aa]ccounts|[Pp]recept|financial"
    r"|season|academic|AGAR|[Rr]eturn|[Pp]lan|[Pp]rogramme|in|during)[ ])$"
)
# "on the 12th", "the 3rd and the 31st of the month"
_ORDINAL_ONLY = re.compile(
    r"(?P<day>[0-9]{1,2})[ ]?(?:st|nd|rd|th)(?![A-Za-z])"
    r"(?P<of>[ ](?:of[ ](?:the|this|that|each|every)[ ]month|inst\b))?"
)
_NUMBER = re.compile(r"[0-9]+")
_MONTH_ANCHOR = re.compile(
    r"[JFMASOND](?:an|AN|eb|EB|ar|AR|pr|PR|ay|AY|un|UN|ul|UL|ug|UG|ep|EP|ct|CT|ov|OV|ec"
    r"|EC)"
)
# Small letters are a month only where the whole name is written and can be nothing else
_SMALL_MONTHS = [x for x in _NAMES if x not in ("march", "may", "august")]
_SMALL_MONTH = re.compile("|".join(_SMALL_MONTHS))


@dataclass(frozen=True, slots=True)
class DateHit:
    """A written date: where it stands and the parts that are written, None where not.

    A range has its far end in `day2`, `month2`, `year2`. `short_year` says that the
    years were written with two digits. `part` is early, mid or late.
    """

    start: int
    end: int
    style: str
    day: int | None = None
    month: int | None = None
    year: int | None = None
    day2: int | None = None
    month2: int | None = None
    year2: int | None = None
    weekday: int | None = None  # 0 is Monday
    short_year: bool = False
    part: str | None = None

    @property
    def is_range(self) -> bool:
        """Return whether it names two ends."""
        return any((self.day2, self.month2, self.year2))

    @property
    def is_full(self) -> bool:
        """Return whether day, month and year are all written."""
        return None not in (self.day, self.month, self.year)


# ----------------------------------------------------------------------- context

_WEEKDAY_BEFORE = re.compile(rf"(?<![A-Za-z]){_WEEKDAY},?{_GAP}(?:the{_GAP})?$")
_PART_BEFORE = re.compile(
    r"(?<![A-Za-z])(?P<part>(?:early|mid|late|end|middle|beginning|start|Early|Mid|Late"
    r"|End|Middle|Beginning|Start)(?:[ ]to[ ](?:mid|late|early|end))?)"
    r"(?:[ \n-]{1,2}|[ \n]of[ \n])(?:the[ \n])?$"
)
_PARTS = {"early": "early", "beginning": "early", "start": "early", "mid": "mid"}
_PARTS |= {"middle": "mid", "late": "late", "end": "late"}
_CUE_BEFORE = re.compile(
    r"(?<![A-Za-z])(?:in|by|since|until|till|of|the|during|from|for|before|after|early|mid"
    r"|late|last|next|this|through|end|between|beginning|following|previous|In|By|Since"
    r"|Until|During|From|For|Before|After|The|Last|Next|IN|OF|FOR|THE|mid-)[ \xa0\n]?$"
)
_NAMED_BEFORE = re.compile(
    r"(?<![A-Za-z])(?:Mrs?|Ms|Miss|Dr|Rev|Cllrs?|Councillors?|Sir|Lady|Dame)\.?[ ]$"
)
_CAPITAL_AFTER = re.compile(r"[ \xa0](?P<word>[A-Z][A-Za-z’'-]+)")
_CIVIC_WORDS = """
    meeting meetings minutes agm agenda board council committee report reports full
    ordinary annual parish planning bank budget accounts half fair fete fayre edition
    issue newsletter statement precept elections election day monthly quarterly
    cabinet finance payments police community town general extraordinary special
    update balance invoice payroll deadline holiday event district liaison
"""
_CIVIC = frozenset(_CIVIC_WORDS.split())
_YEAR_NOT_BEFORE = re.compile(
    r"(?:(?<![A-Za-z])(?:nos?|number|ref|refs?|reference|minutes?|min|page|pages|room|ext"
    r"|extension|tel|telephone|box|unit|plot|serial|code|ISO|BS|EN|than)\.?:?[ ]|[0-9][ ]?[x×*][ ]?|[£$€#][ ]?)$",
    re.IGNORECASE,
)
_YEAR_NOT_AFTER = re.compile(
    r"[ ]?(?:%|°|hrs?\b|hours\b|h\b|am\b|pm\b|km|kg|kWh?\b|mm\b|cm\b|ml\b|sq\b|metres"
    r"|miles|tonnes|acres|litres|people|persons|residents|homes|houses|dwellings|properties"
    r"|units|copies|children|pupils|visitors|members|households|calls|items|words"
    r"|signatures|responses|pounds|euros|dollars|votes|trees|spaces|places)"
    r"|[ ][A-Z][a-z]+[ ](?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Dr|Close|Way|Court"
    r"|Boulevard|Blvd|Place|Crescent|Terrace|Highway|Hwy)\b"
    r"|[./:,–-][0-9]|\.[a-z]{2,4}\b"
)
# "By-law 2022-31": the number of a paper, not two years
_PAPER_BEFORE = re.compile(
    r"(?<![A-Za-z])(?:by-?laws?|ordinances?|resolutions?|motions?|bills?|applications?"
    r"|permits?|warrants?|case|file|docket)[ \n](?:(?:nos?|number)\.?[ ]?|\#[ ]?)?$",
    re.IGNORECASE,
)
# Words that make a bare number a count, but not two years: "over 2014/15"
_COUNT_BEFORE = re.compile(
    r"(?<![A-Za-z])(?:some|over|nearly|about|approximately|approx|around)[ ]$",
    re.IGNORECASE,
)
_LONG_NUMBER_BEFORE = re.compile(r"(?<![0-9])([0-9]{3,})[ ]$")
_LONG_NUMBER_AFTER = re.compile(r"[ ]([0-9]{3,})")
_CLOCK_BEFORE = re.compile(r"(?<![A-Za-z])(?:at|from|until|between|to|till)[ ]$")
_DAY_CUE = re.compile(
    r"(?:(?<![A-Za-z])(?:on|by|until|till|before|after|from|dated?|due|of|and|or|to|since"
    r"|On|By|From)[ \n](?:the[ \n])?|,[ ]?(?:the[ ])|(?<=[a-z])[ ](?:not[ ])?the[ ])$"
)
_DAY_THEN = re.compile(
    r"[ ]?(?:$|[\n\t.;:)]|,(?![ ]?[A-Z])|(?:and|at|to|or|in|with|for|if|when|but|as"
    r"|instead|until|inclusive|between|from|by|\(|[-–])(?![A-Za-z]))"
)
_SLASH_CUE = re.compile(
    r"(?:(?:^|[\n\t])[ ]*(?:[•●▪*o·-][ \t]*)?"
    r"|(?<![A-Za-z])(?:on|by|dated?|until|from)[ ]"
    rf"|{_WEEKDAY},?[ ])$"
)


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
    match = _THEN_YEAR.match(text, end)
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
    return _MONTH_NUMBER[word.rstrip(".").lower()]


def _day_ok(day: int) -> bool:
    return 1 <= day <= 31


# -------------------------------------------------------------------------- find


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
    anchors = [(m.start(), True) for m in _NUMBER.finditer(text)]
    anchors += [(m.start(), False) for m in _MONTH_ANCHOR.finditer(text)]
    if any(x in text for x in _SMALL_MONTHS):
        anchors += [(m.start(), False) for m in _SMALL_MONTH.finditer(text)]
    return sorted(anchors)


def _widen(text: str, hit: DateHit, hits: list[DateHit]) -> DateHit:
    """Return the hit with the weekday or the "end of" that stands before it."""
    before = _before(text, hit.start)
    if hit.day is not None:
        match = _WEEKDAY_BEFORE.search(before)
        if not match:
            return hit
        number = _WEEKDAY_NUMBER[match[0].lower()[:3]]
        start = hit.start - len(before) + match.start()
        floor = hits[-1].end if hits else 0
        return replace(hit, start=max(start, floor), weekday=number)
    match = _PART_BEFORE.search(before)
    if not match:
        return hit
    start = hit.start - len(before) + match.start()
    part = _PARTS[match["part"].split()[0].lower()]
    return replace(hit, start=start, part=part)


def _at_number(
    text: str, start: int, month_first: bool, follows: bool
) -> list[DateHit]:
    """Return the dates that begin with the number at `start`."""
    if not _is_free(text, start):
        return []
    for finder in (_iso, _days, _day_month):
        hits = finder(text, start)
        if hits:
            return hits
    hits = _numeric(text, start, month_first)
    return hits or _years(text, start) or _loose(text, start, month_first)


def _iso(text: str, start: int) -> list[DateHit]:
    match = _ISO.match(text, start)
    if not match:
        return []
    year, month, day = int(match["year"]), int(match["month"]), int(match["day"])
    if not _exists(year, month, day):
        return []
    return [DateHit(start, match.end(), "iso", day, month, year)]


def _exists(year: int, month: int, day: int) -> bool:
    """Return whether the calendar has this day."""
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def _numeric(text: str, start: int, month_first: bool) -> list[DateHit]:
    """Return "04/07/16" as the day that the document's order makes of it."""
    match = _NUMERIC.match(text, start)
    if not match or text[match.end() : match.end() + 1].isalnum():
        return []
    one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
    short = len(match["year"]) == 2
    full = 2000 + year if short else year
    if not 1800 <= full <= 2099:
        return []
    day, month = (two, one) if month_first else (one, two)
    if not _exists(full, month, day):
        day, month = month, day
    if not _exists(full, month, day):
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
    to = _TO_DAY.match(text, first.end)
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
    match = _DAY_MONTH.match(text, start)
    if not match or not _day_ok(int(match["day"])):
        return None
    if "\n" in match[0] and not match["ordinal"] and _alone_in_line(text, start):
        return None
    year, short, end = _then_year(text, match.end())
    month = _month_number(match["month"])
    if year is None and match["month"] == "may" and not match["ordinal"]:
        return None
    if not _exists(2000, month, int(match["day"])):
        return None
    return DateHit(start, end, "day", int(match["day"]), month, year, short_year=short)


def _alone_in_line(text: str, start: int) -> bool:
    """Return whether nothing but a number stands in this line: a page number."""
    head = text.rfind("\n", 0, start) + 1
    return not text[head:start].strip() or text[head:start].strip().lower() == "page"


def _days(text: str, start: int) -> list[DateHit]:
    """Return the days of "3rd & 17th May 2011", or the range "16 – 25 September"."""
    match = _DAY_LIST.match(text, start)
    if not match:
        return []
    body = text[start : match.start("month")]
    days = list(_LISTED_DAY.finditer(body))
    numbers = [int(m[1]) for m in days]
    if not all(map(_day_ok, numbers)):
        return []
    year, short, end = _then_year(text, match.end())
    month = _month_number(match["month"])
    between = body[days[0].end() : days[-1].start()]
    if len(days) == 2 and _RANGE_WORD.search(between) and numbers[0] < numbers[1]:
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
    match = _YEARS.match(text, start)
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
            and not _PAPER_BEFORE.search(_before(text, start))
        ):
            style = "years"
            return [DateHit(start, match.end(), style, year=year, year2=year2)]
    if match and _PAPER_BEFORE.search(_before(text, start)):
        return []
    match = _YEAR_ONLY.match(text, start)
    if _COUNT_BEFORE.search(_before(text, start)):
        return []
    if match and _year_ok(text, start, match.end()):
        return [DateHit(start, match.end(), "year", year=int(match["year"]))]
    return []


def _year_ok(text: str, start: int, end: int) -> bool:
    """Return whether a number like 2014 is a year here, not a count or a reference."""
    before = _before(text, start)
    if _YEAR_NOT_AFTER.match(text, end) or _YEAR_NOT_BEFORE.search(before):
        return False
    number = int(text[start : start + 4])
    if number % 100 < 60 and _CLOCK_BEFORE.search(before):
        if number % 5 and re.match(r" [A-Z][A-Za-z]", text[end : end + 3]):
            return True
        if before.endswith("at ") or (number % 5 == 0 and number < 2000):
            return False
    for match in (
        _LONG_NUMBER_BEFORE.search(before),
        _LONG_NUMBER_AFTER.match(text, end),
    ):
        if match and not (len(match[1]) == 4 and match[1][:2] in ("18", "19", "20")):
            return False
    return True


def _loose(text: str, start: int, month_first: bool) -> list[DateHit]:
    """Return "the 12th" and "21/06" where the words around say that they are days."""
    before = _before(text, start)
    match = _ORDINAL_ONLY.match(text, start)
    if match and _day_ok(int(match["day"])):
        if "every" in (match["of"] or "") or "each" in (match["of"] or ""):
            return []
        cued = match["of"] or (
            _WEEKDAY_BEFORE.search(before)
            or (_DAY_CUE.search(before) and _DAY_THEN.match(text, match.end()))
        )
        if cued:
            return [DateHit(start, match.end(), "ordinal", int(match["day"]))]
        return []
    match = _SHORT_YEARS.match(text, start)
    if match and _SHORT_YEARS_CUE.search(before):
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
    match = _DAY_SLASH.match(text, start)
    if match and len(match["one"]) == 2 and _SLASH_CUE.search(before):
        one, two = int(match["one"]), int(match["two"])
        day, month = (two, one) if month_first else (one, two)
        if _exists(2000, month, day):
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
    match = _MONTH_DAY.match(text, start)
    if not match or not _exists(2000, _month_number(match["month"]), int(match["day"])):
        return []
    month, day = _month_number(match["month"]), int(match["day"])
    more = _MORE_DAYS.match(text, match.end())
    if more and not re.match(rf"{_OPT}{_MONTH}", text[more.end() : more.end() + 16]):
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
        and _COUNTS_AFTER.match(text, end)
        and not _DAY_TO.search(_before(text, start))
    ):
        return []
    return [DateHit(start, end, "day", day, month, year, short_year=short)]


def _listed_after(
    text: str, first: re.Match[str], more: re.Match[str]
) -> list[DateHit]:
    """Return the days of "April 3, 13 and 18, 2023", or the range "July 4-6"."""
    year, short, end = _then_year(text, more.end())
    month = _month_number(first["month"])
    days = list(_LISTED_DAY.finditer(more[0]))
    numbers = [int(first["day"]), *(int(m[1]) for m in days)]
    if not all(_exists(2000, month, x) for x in numbers):
        return []
    hit = DateHit(first.start(), first.end(), "listed", numbers[0], month, year)
    hit = replace(hit, short_year=short)
    if len(days) == 1 and re.search(rf"{_DASH}|to", more[0]):
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


# "from July 4 to July 11 because": the far end of two days counts nothing
_DAY_TO = re.compile(r"[0-9](?:st|nd|rd|th)?[ \n](?:to|until|and)[ \n]$")
_COUNTS_AFTER = re.compile(
    r"[ ]?(?:am|pm|%|[ap]\.m)|[ ](?!(?:at|in|to|and|for|with|from|on|the|is|was|were"
    r"|are|will|has|had|as|by|or|meeting|minutes|board|regular|special|election|until|through"
    r"|deadline|agenda|public|event)\b)[a-z]+|/[0-9]"
)


def _one_month(text: str, start: int, last: DateHit | None) -> DateHit | None:
    """Return "March 2012", "Jan-Mar 2012", or a month alone that is surely one."""
    first = _bare_month(text, start)
    if first is None:
        return None
    to = _TO_MONTH.match(text, first.end)
    second = _bare_month(text, to.end()) if to else None
    if (
        second is not None
        and (first.year is None or second.year is not None)
        and not _MONTH_DAY.match(text, second.start)
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
    match = _MONTH_YEAR.match(text, start)
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
    match = _MONTH_ONLY.match(text, start)
    if not match:
        return None
    month, end = _month_number(match["month"]), match.end()
    if match["month"].endswith(".") and _ends_sentence(text, end, match["month"]):
        end -= 1
    return DateHit(start, end, "month", month=month)


def _ends_sentence(text: str, end: int, word: str) -> bool:
    return word.rstrip(".").lower() in _NAMES or text[end : end + 1] in ("", "\n", "\t")


def _is_month(text: str, hit: DateHit, last: DateHit | None) -> bool:
    """Return whether a month name alone is a month: "may" is a verb, June a friend."""
    word = text[hit.start : hit.end].rstrip(".")
    before = _before(text, hit.start)
    if _NAMED_BEFORE.search(before) or text[hit.end : hit.end + 1] in ("@", "_"):
        return False
    cued = bool(_CUE_BEFORE.search(before) or _PART_BEFORE.search(before))
    near = last is not None and hit.start - last.end < 8 and last.month is not None
    alone = _fills_cell(text, hit.start, hit.end)
    if word.lower() in ("may", "march", "april", "june", "jan"):
        after = _CAPITAL_AFTER.match(text, hit.end)
        if (
            after
            and after["word"].lower() not in _CIVIC
            and not after["word"].isupper()
        ):
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
    for match in _NUMERIC.finditer(text):
        one, two, seen = int(match["one"]), int(match["two"]), True
        if one > 12 >= two and one <= 31:
            votes -= 1
        elif two > 12 >= one and two <= 31:
            votes += 1
    return votes > 0 if votes or not seen else None


# ------------------------------------------------------------------------- value


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

    return replace(hit, year=full(hit.year), year2=full(hit.year2), short_year=False)


def _with_month(hit: DateHit, base: date | None) -> DateHit:
    """Return "the 12th" in the month of the base."""
    if base is None:
        return hit
    return replace(hit, month=base.month, year=base.year)


def _with_year(
    hit: DateHit, base: date | None, lean: str | None, near: date | None
) -> DateHit:
    """Return the hit in the year that the weekday, the tense or nearness gives it."""
    if hit.year2 is not None and hit.month is not None:
        back = hit.month > (hit.month2 or hit.month)
        return replace(hit, year=hit.year2 - back)
    if base is None or hit.month is None:
        return hit
    year = _choose_year(hit, base, lean, near)
    if hit.month2 is None:
        return replace(hit, year=year)
    return replace(hit, year=year, year2=year + (hit.month2 < hit.month))


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
    if month is not None and day is not None and not _exists(year, month, day):
        return None
    iso = _iso_of(year, month, day)
    first, last = _bounds(year, month, day)
    if hit.is_range:
        year2 = hit.year2 or year
        month2 = hit.month2 or month
        if (
            month2 is not None
            and hit.day2 is not None
            and not _exists(year2, month2, hit.day2)
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
