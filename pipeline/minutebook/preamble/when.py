"""Finds when the meeting was: its date, when it began and when it ended."""

from __future__ import annotations

import itertools
import re
from calendar import monthrange
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as Day

from minutebook.grammar import dates
from minutebook.grammar.anchors import (
    find_words,
    fold_case,
    is_inside_word,
    matches_at,
)
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
_YEAR = r"(?:1[89]|2[0O])[\dO]{2}"
# "3rd", "21 st", and what scanning makes of it: 21°", 14™
_ORDINAL = r"(?:\s?\^?(?:st|nd|rd|th|nt)\b\^?|[^\w\s/.,:-]{1,3})?"

# Tuesday 7th March 2017; 21 March 2017; 11thJune 2014; 3rd day of May, 2019
_DAY_FIRST = rf"""
    (?:\b(?P<w1>{_WEEKDAY})\b[,.]?\s+(?:the\s+)?)?
    (?<![\d/.:])(?P<d1>\d{{1,2}})(?:\s?\^?(?:st|nd|rd|th)\^?|[^\w\s/.,:-]{{1,3}})?
    \s*(?:day\s+)?(?:of\s+)?(?:\b|(?<=[a-z]))(?P<m1>{_MONTH})\b
    (?:[,.]?\s*(?P<y1>{_YEAR}|['’]\d\d)\b)?
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
_ISO = r"(?<!\d)(?P<y4>(?:19|20)\d\d)[-_](?P<m4>\d\d)[-_](?P<d4>\d\d)(?!\d)"
# March 2017
_MONTH_ONLY = rf"\b(?P<m5>{_MONTH})\b,?\s+(?P<y5>{_YEAR})\b"

_DATE = re.compile(
    rf"{_ISO}|{_DAY_FIRST}|{_MONTH_FIRST}|{_NUMBERS}|{_MONTH_ONLY}", re.I | re.X
)

_DIGIT = re.compile(r"\d")  # which every date above holds
_MERIDIEM = r"[ap]\s?\.?\s?m\b\.?"
# 7pm, 7.30 p.m., 19:30, 1930hrs, noon
_TIME = rf"""
    (?:\b(?P<h>\d{{1,2}})(?:\s?[.:;]\s?(?P<min>[0-5]\d)(?!\d))?\s?(?P<ap>{_MERIDIEM})
      |(?<![\w.%/])(?P<h24>[01]?\d|2[0-3])\s?[.:;h]\s?(?P<m24>[0-5]\d)(?!\d|[/.]\d)\s?(?:h(?:ou)?rs?)?
      |\b(?P<mil>[01]\d[0-5]\d|2[0-3][0-5]\d)(?!\d)(?:\s?h(?:ou)?rs?\b)?
      |\b(?P<clock>\d{{1,2}})\s?o['’]?\s?clock
      |\b(?P<past>five|ten|(?:a\s)?quarter|twenty|twenty[\s-]five|half)(?:\s+minutes)?
        \s+(?P<side>past|to)\s+(?P<hour>one|two|three|four|five|six|seven|eight|nine
        |ten|eleven|twelve)\b
      |\b(?P<noon>noon|mid-?day|midnight)\b)
"""
_CLOCK = re.compile(_TIME, re.I | re.X)


def _unnamed(pattern: str) -> str:
    return re.sub(r"\?P<\w+>", "?:", pattern)


# 10.15am - 12.30pm; 7 to 9 pm
_RANGE = re.compile(
    rf"""(?P<first>{_unnamed(_TIME)}|\b\d{{1,2}}(?:[.:][0-5]\d)?)
    \s*(?:-|–|—|\bto\b|\buntil\b|\btill\b)\s*(?P<last>{_unnamed(_TIME)})""",
    re.I | re.X,
)


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
    for match in (
        _DATE.finditer(text, start, end) if _DIGIT.search(text, start, end) else ()
    ):
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
    value = int(re.sub("o", "0", raw.strip("'’"), flags=re.I))
    return value + 2000 if value < 70 else value + 1900 if value < 100 else value


def _possible(year: int | None, month: int, day: int) -> bool:
    return 1 <= day <= monthrange(year or 2000, month)[1]


# What stands before a date that is not the meeting's own: "published on 3 May"
_NOT_OWN = re.compile(
    r"""\b(?:publish\w*|issued|print\w*|revis\w*|updat\w*|creat\w*|posted|next|signed
    |approved|confirmed|dated|previous|last|circulated|adopted|since|until|from
    |by(?!\s+(?:video|tele|zoom|teams|means|remote|electronic|conference))
    |amended|version|uploaded|registered|est\w*|downloaded|agreed)\b
    (?:\W+(?:\w+\W+){0,4})?$""",
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
    r"\b(?:summon|notice|invit|request)\w*\b[^.]{0,140}\bheld\b[^.]{0,120}\bon\s+$",
    re.I,
)
_HELD_ON = re.compile(r"\bheld\s+on\s+(?:the\s+)?$", re.I)
# "held on 6 May were approved": the minutes of an earlier meeting
_AFTER_EARLIER = re.compile(
    r"""[^.]{0,60}?\b(?:were|was|be|been|are|is|as)\b[^.]{0,60}?
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
    head = _head_date(source, head_end)
    if head and head.year and head.day:
        return head.iso(), Span(head.start, head.end, "date-heading")
    other = _tongue_date(source, head_end)
    if other:
        return other
    titled = _metadata_date(source, ("title",))
    said = None if titled else _said_date(source, head_end)
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


def _head_date(source: SourceDocument, head_end: int) -> When | None:
    text = source.text
    best: tuple[int, When] | None = None
    found = [*find_dates(text, 0, head_end)]
    for index, when in enumerate(found):
        if _in_run(found, index):
            continue
        before = text[max(0, when.start - 170) : when.start]
        if _NOT_OWN.search(before[-60:]):
            continue
        if _AFTER_EARLIER.match(text, when.end):
            continue
        score = (4 if when.day else 0) + (2 if when.year else 0)
        score += 1 if _OWN.search(before) else 0
        score += 2 if _on_short_line(text, when) or _HELD_ON.search(before) else 0
        score += 3 if _SUMMONED.search(before) else 0
        if best is None or score > best[0]:
            best = score, when
    return best[1] if best else None


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
    values = dict(source.metadata)
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


def _settle_year(source: SourceDocument, when: When) -> int | None:
    """Return the year that a yearless date of the heading must have."""
    name = source.path.rsplit("/", 1)[-1]
    seen: Counter[int] = Counter()
    for place, weight in (
        (" ".join(v for _, v in source.metadata), 3),
        (name, 6),
        (source.text, 1),
    ):
        for raw in re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", place):
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


# ---------------------------------------------------------------------------- times

# "The Chair opened the meeting at 7.32pm", "called to order at 6:30 pm"
_OPENED = re.compile(
    rf"""(?P<lead>\b(?:called\b[^.]{{0,60}}\bto\s+order|open(?:ed|ing)?|commenced?|beg[au]n
    |begin|met\s+in\s+(?:\w+\s+)?session|start(?:ed|ing)?|convened|quorum)\b
      (?:\s+|[^.;]{{0,80}}?(?:\bat|@|(?<!\d):)\s*))
    (?P<time>{_unnamed(_TIME)})""",
    re.I | re.X,
)
_OPENED_STARTS = ("call", "comm", "conv", "open", "beg", "met", "start", "quor")
_NOT_OPENING = re.compile(
    r"\b(?:next|will|would|future|works?|works?hop|event|road|session|shall|be|resum\w+)\b"
    r"[^.]{0,60}$",
    re.I,
)
# "The meeting closed at 9.15pm", "brought the meeting to a close at 8.40pm"
_CLOSED = re.compile(
    rf"""(?:
      \b(?:meeting|business|proceedings|session|agm|forum|chair\w*|it|motion)\b
        [^.;]{{0,90}}?\b
        (?:clos(?:e|ed|ing)|conclud\w+|adjourn\w*|end(?:ed|ing)?|finish\w*
        |terminat\w+|rose|dissolved|over)\b[^.;]{{0,50}}?(?:\bat|@|:|\bby)?\s*
      |\bgave\s+(?:the|a)\s+(?:closing\s+)?(?:blessing|grace)\s+at\s+
      |\band\s+(?:clos|conclud|end|finish)\w{{2,3}}\s+at\s+
      |(?:^|(?<=[\n\t.])|(?<=[ ]{{3}}))\s{{0,8}}(?:meeting\s+)?
        (?:clos(?:e|ed|ure)|adjourn\w*|finish\w*|end(?:ed|s)?|conclu\w+)\b
        [^.;\n]{{0,30}}?\s*(?:\bat|@|:|-|–)?\s*
      |\bmeeting\s+be\s+(?:adjourned|closed|concluded)\b[.\s]{{0,4}}time\W{{0,4}}
      |\b(?:adjourn\w*|clos(?:e|ed|ing)|end(?:ed|ing)?|conclud\w+)\s+
        (?:of\s+)?(?:the\s+)?(?:meeting)\b[^.;]{{0,30}}?(?:\bat|@|:|-|–)?\s*)
    (?P<time>{_unnamed(_TIME)})""",
    re.I | re.X,
)
_NOT_CLOSING = re.compile(r"\b(?:until|till|to|next|resum\w+|reconven\w+)\s*$", re.I)


def find_times(
    source: SourceDocument, head_end: int
) -> tuple[tuple[str, Span] | None, tuple[str, Span] | None]:
    """Return when the meeting began and when it ended, each with where it stands."""
    first, last = _head_times(source.text, head_end)
    opened = _opening(source.text, head_end)
    closed = _closing(source.text, head_end)
    start = opened or first
    end = closed or last
    return start, _after(start, end)


def _head_times(
    text: str, head_end: int
) -> tuple[tuple[str, Span] | None, tuple[str, Span] | None]:
    head = text[:head_end]
    first = last = None
    for match in _RANGE.finditer(head):
        late = parse_time(match["last"])
        early = parse_time(match["first"], like=late)
        if early and late and _plausible(head, match.start(), match["first"]):
            first = first or (
                early,
                Span(match.start("first"), match.end("first"), "time-range"),
            )
            last = (late, Span(match.start("last"), match.end("last"), "time-range"))
    if first:
        return first, last
    for match in _CLOCK.finditer(head):
        value = parse_time(match[0])
        if value and _plausible(head, match.start(), match[0]):
            return (value, Span(match.start(), match.end(), "time-heading")), None
    return None, None


def _plausible(text: str, start: int, raw: str) -> bool:
    """Return whether a number is a time there: not a year, a date or a telephone."""
    before = text[max(0, start - 25) : start]
    if re.search(
        r"(?:tel\w*|phone|fax|room|no|ext)\W{0,3}[\d() ]{0,12}$", before, re.I
    ):
        return False
    if re.search(r"[ap]\.?m|:|hrs|noon|mid|clock", raw, re.I):
        return True
    if re.fullmatch(r"\d{4}", raw.strip()):
        return bool(re.search(r"\b(?:at|time\W{0,4})\s*$", before, re.I))
    return bool(re.search(r"(?:\bat|\btime|@|\b20\d\d|day)\W{0,4}$", before, re.I))


def _opening(text: str, head_end: int) -> tuple[str, Span] | None:
    stop = min(len(text), head_end + 5000)
    for match in matches_at(_OPENED, text, _OPENED_STARTS, 0, stop):
        before = text[max(0, match.start() - 60) : match.start()]
        if _NOT_OPENING.search(before) or "next meeting" in match["lead"].lower():
            continue
        value = _clock_time(match)
        if value:
            span = Span(match.start("time"), match.end("time"), "time-opened")
            return value, span
    return None


def _closing(text: str, head_end: int) -> tuple[str, Span] | None:
    found = None
    for match in _closings(text, min(head_end, len(text) // 3)):
        lead = text[match.start() : match.start("time")]
        if _NOT_CLOSING.search(lead) or re.search(
            r"\b(?:next|reconven|resum)", lead, re.I
        ):
            continue
        value = _clock_time(match)
        if value:
            found = value, Span(match.start("time"), match.end("time"), "time-closed")
    return found


def _closings(text: str, start: int) -> Iterator[re.Match[str]]:
    """Yield what tells of an end and a time, read only where a closing word stands."""
    low = high = start
    for begin, end in find_words(fold_case(text), _CLOSING_WORDS, start):
        if is_inside_word(text, begin):
            continue
        if begin - _CLOSING_REACH > high:
            yield from _CLOSED.finditer(text, low, high)
            low = begin - _CLOSING_REACH
        high = min(len(text), end + _CLOSING_REACH)
    yield from _CLOSED.finditer(text, low, high)


_CLOSING_REACH = 160  # characters from the closing word to either end of what tells it
# one of these begins in each of the branches of _CLOSED
_CLOSING_WORDS = (
    "clos",
    "concl",
    "adj",
    "end",
    "fini",
    "termin",
    "rose",
    "diss",
    "over",
    "gave",
)


def _clock_time(match: re.Match[str]) -> str | None:
    """Return the time of a match; four bare digits are one only after "at"."""
    raw = match["time"]
    before = match.string[max(0, match.start("time") - 12) : match.start("time")]
    if re.fullmatch(r"\d{4}", raw.strip()) and not re.search(
        r"(?:\bat|@|closed|opened|time:?)\s*$", before, re.I
    ):
        return None
    return parse_time(raw)


def parse_time(raw: str, like: str | None = None) -> str | None:
    """Return a written time as HH:MM; `like` lends its half of the day.

    >>> [parse_time(x) for x in ("7.30 p.m.", "1930hrs", "noon", "12 am", "25.00")]
    ['19:30', '19:30', '12:00', '00:00', None]
    >>> parse_time("7", like="21:00")
    '19:00'
    """
    raw = raw.strip()
    if re.fullmatch(r"\d{1,2}", raw):
        raw += ".00"
    match = _CLOCK.fullmatch(raw)
    if not match:
        return None
    if match["noon"]:
        return "00:00" if match["noon"].lower() == "midnight" else "12:00"
    if match["past"]:
        return _spoken_time(match, like)
    if match["mil"]:
        return f"{match['mil'][:2]}:{match['mil'][2:]}"
    hour = int(match["h"] or match["h24"] or match["clock"])
    minute = int(match["min"] or match["m24"] or 0)
    if match["ap"]:
        hour = hour % 12 + (12 if match["ap"].lower().startswith("p") else 0)
    elif (like and hour < 12 and hour + 12 <= int(like[:2])) or (
        not like and 1 <= hour <= 7 and len(match["h24"] or "1") == 1
    ):
        hour += 12
    return f"{hour:02}:{minute:02}" if hour < 24 else None


_HOURS = [
    *("twelve", "one", "two", "three", "four", "five"),
    *("six", "seven", "eight", "nine", "ten", "eleven"),
]
_PAST = {
    "half": 30,
    "quarter": 15,
    "ten": 10,
    "five": 5,
    "twenty": 20,
    "twenty five": 25,
}


def _spoken_time(match: re.Match[str], like: str | None) -> str | None:
    """Return "half past seven" and "ten minutes to ten" as a clock would show them."""
    words = re.sub(r"^a |[\s-]+", " ", match["past"].lower()).strip()
    minutes = _PAST[words.removeprefix("a ")]
    hour = _HOURS.index(match["hour"].lower()) or 12
    if match["side"].lower() == "to":
        hour, minutes = hour - 1, 60 - minutes
    return parse_time(f"{hour}:{minutes:02}" if hour else f"12:{minutes}", like)


def _after(
    start: tuple[str, Span] | None, end: tuple[str, Span] | None
) -> tuple[str, Span] | None:
    """Return the end, moved to the evening where it names no half of the day."""
    if not (start and end) or end[0] >= start[0]:
        return end
    hour = int(end[0][:2])
    if hour < 12 and int(start[0][:2]) >= 12 and hour >= 1:
        return f"{hour + 12:02}{end[0][2:]}", end[1]
    return end
