"""Finds when the meeting began and when it ended."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from minutebook.grammar.anchors import (
    find_numbers,
    find_places,
    find_words,
    fold_case,
    is_inside_word,
    matches_among,
    matches_at,
)
from minutebook.preamble.when import find_dates
from minutebook.records import SourceDocument, Span

_MERIDIEM = r"[ap]\s?\.?\s?m(?:\b\.?|(?=\d))"
_HOUR = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
# 7pm, 7.30 p.m., 8.5 p.m. (five past eight), 9~05pm of a scan, 19:30, 1930hrs, noon
_TIME = rf"""
    (?:\b(?<!\d[.:~·])(?P<h>\d{{1,2}})(?:(?:\s?[.:;·]\s?|[~,](?=\d\d\s?[ap])
        |-(?=(?:00|1[3-9]|[2-5]\d)\s?[ap]))(?P<min>[0-5]\d|(?<=\d\.)\d)(?!\d))?
        \s?(?P<ap>{_MERIDIEM})
      |(?<![\w.%/])(?P<h24>[01]?\d|2[0-3])\s?[.:;h]\s?(?P<m24>[0-5]\d)(?!\d|[/.]\d)\s?(?:h(?:ou)?rs?)?
      |\b(?P<mil>[01]\d[0-5]\d|2[0-3][0-5]\d)(?!\d)(?:\s?h(?:ou)?rs?\b)?
      |\b(?P<clock>\d{{1,2}}|{_HOUR})\s?o['’]?\s?clock
      |\b(?P<past>five|ten|(?:a\s)?quarter|twenty|twenty[\s-]five|half)(?:\s+minutes)?
        \s+(?P<side>past|to)\s+(?P<hour>{_HOUR}|\d{{1,2}})\b(?!\s?[.:]?\d)
      |\b(?P<noon>(?:12\s)?(?:noon|mid-?day|midnight))\b)
"""
_CLOCK = re.compile(_TIME, re.I | re.X)


def _unnamed(pattern: str) -> str:
    return re.sub(r"\?P<\w+>", "?:", pattern)


# 10.15am - 12.30pm; 7 to 9 pm
_RANGE = re.compile(
    rf"""(?P<first>{_unnamed(_TIME)}|\b\d{{1,2}}(?:[.:][0-5]\d)?)
    \s*(?:-|–|—|\bto\b|\band\b|\buntil\b|\btill\b)\s*(?P<last>{_unnamed(_TIME)})""",
    re.I | re.X,
)


# "The Chair opened the meeting at 7.32pm", "called to order at 6:30 pm"
_OPENED = re.compile(
    rf"""(?P<lead>\b(?:call(?:ed)?\b[^.]{{0,140}}\bto\s+order|came\s+to\s+order|open(?:ed|ing)?|beg[au]n
    |commenced?|begin|met\s+in\s+(?:\w+\s+)?session|start(?:ed|ing)?
    |met\s+(?:online|virtually|remotely|via|in|at|on|by)|got\s+(?:going|under\s?way)|(?:board|council|committee|commission|trustees)\s+met
    |convened|quorum|took\s+the\s+chair)\b
      (?:\s+|\s?[–-]\s?|(?:[^.;\n]|\n(?!\n)){{0,80}}?(?:\bat|@|(?<!\d):)\s*))
    (?P<time>{_unnamed(_TIME)})""",
    re.I | re.X,
)
_OPENED_WORDS = (
    *("call", "comm", "conv", "open", "beg", "met", "start", "quor", "got", "board"),
    *("took", "came"),
    *("council", "trustees"),
)
# "met in the hall at 7pm" is said of the body by the first sentences only
_MET_SO = re.compile(r"met\b(?!.{1,30}session)|took\b", re.I)
_FIRST_SENTENCES = 400
_NOT_OPENING = re.compile(
    r"\b(?:next|will|would|future|shall|be|resum\w+|works?hop)\b[^.]{0,60}$"
    r"|\b(?:works?|event|road|session)\b[^.\n]{0,60}$",
    re.I,
)
# "The meeting closed at 9.15pm", "brought the meeting to a close at 8.40pm"
_CLOSED = re.compile(
    rf"""(?:
      \b(?:meeting|business|proceedings|session|agm|forum|chair\w*|it|motion)\b
        [^.;]{{0,90}}?\b
        (?:clos(?:e|ed|ing)|conclud\w+|adjourn\w*|end(?:ed|ing)?|finish\w*
        |terminat\w+|rose|dissolved|over)\b[^.;]{{0,50}}?(?:\bat|@|:|\bby)?\s*
      |\b(?:council|committee|board|commission|trustees|panel)\s+(?:adjourned|rose)\s+at\s+
      |\bto\s+adjourn\b[^.;]{{0,30}}?(?:\bat|@)\s*
      |\bmotion\s+to\s+(?:adjourn|close)\b[^.;]{{0,120}}?(?:\bat|@)\s*
      |(?:^|(?<=[\n\t]))\s{{0,8}}the\s+hearing\s+(?:clos|end|conclud)\w{{2,3}}\s+at\s+
      |\b(?:to\s+adjourn|adjourned)\b(?:[^.;]{{0,60}}\.){{1,3}}\s*(?:time\b\W{{0,4}})?
      |\bgave\s+(?:the|a)\s+(?:closing\s+)?(?:blessing|grace)\s+at\s+
      |(?:\band|,)\s+(?:clos|conclud|end|finish)\w{{2,3}}\s+at\s+
      |\b(?:we|all|every(?:one|body)|members|evening|gathering|call)\s+(?:\w+\s+)?
        (?:clos|end|finish|wound|broke|wrapp|stopp|dispers)\w{{0,3}}\b[^.;]{{0,30}}?\s
      |(?:^|(?<=[\n\t.])|(?<=[ ]{{3}}))\s{{0,8}}(?:meeting\s+|part\s+\w{{1,3}}\s+)?
        (?:time\s+of\s+)?
        (?:clos(?:e|ed|ure|ing)|adjourn\w*|finish\w*|end(?:ed|s)?|conclu\w+)\b
        [^.;\n]{{0,30}}?\s*(?:\bat|@|:|-|–)?\s*
      |\bmeeting\s+be\s+(?:adjourned|closed|concluded|terminated|ended)\b[.\s]{{0,4}}
        (?:carried[.\s]{{0,4}})?time\W{{0,4}}
      |\b(?:adjourn\w*|clos(?:e|ed|ing)|end(?:ed|ing)?|conclud\w+)\s+
        (?:of\s+)?(?:the\s+)?(?:business\s+of\s+the\s+)?(?:meeting)\b[^.;]{{0,30}}?(?:\bat|@|:|-|–)?\s*)
    (?P<time>{_unnamed(_TIME)})""",
    re.I | re.X,
)
# "At 9.15pm the Chair closed the meeting", "9.15pm Meeting closed", "[16:01 adjourned]"
_CLOSED_AFTER = re.compile(
    rf"""(?P<time>{_unnamed(_TIME)})[ \t]{{0,4}}[,:–-]?[ \t]{{0,60}}
    (?:(?:the\s)?(?:chair\w*|mayor|president|convenor)\b[^.\n]{{0,110}}?
        (?:closed\s(?:the|this)\smeeting|meeting\s(?:closed|over|ended|adjourned))
      |[A-Z][^\n]{{1,40}}?\s(?:made\s(?:a|the)\smotion|moved|motioned)\sto\sadjourn
      |(?:the\s)?(?:meeting|council|board|committee|commission)\s
        (?:was\s)?(?:declared\s)?(?:closed|ended|concluded|finished
        |adjourned)|adjourned|close[ds]?(?=[.\s]{{0,3}}(?:$|\n)))\b
    (?!\s(?:to|for|until|while|so)\b)""",
    re.I | re.X,
)
_NOT_CLOSING = re.compile(r"\b(?:until|till|to|next|resum\w+|reconven\w+)\s*$", re.I)


# "6:50 pm. Meeting called to order", "At 7.05pm the Chair opened the meeting"
_OPENED_AFTER = re.compile(
    rf"""(?P<time>{_unnamed(_TIME)})[ \t]{{0,4}}[,.:–-]?[ \t]{{0,4}}
    (?:(?:the\s)?(?:chair\w*|mayor|president|convenor|secretary)\b[^.\n]{{0,40}}?
        (?:called\s(?:the|this)\smeeting\sto\sorder|opened\s(?:the|this)\smeeting)
      |(?:the\s)?meeting\s(?:was\s)?(?:called\sto\sorder|opened|began|commenced|started)
      |call(?:ed)?\sto\sorder)\b""",
    re.I | re.X,
)


def find_times(
    source: SourceDocument, head_end: int
) -> tuple[tuple[str, Span] | None, tuple[str, Span] | None]:
    """Return when the meeting began and when it ended, each with where it stands."""
    first, last = _head_times(source.text, head_end)
    opened = _opening(source.text, head_end)
    closed = _closing(source.text, head_end)
    beside = None if opened or first else _beside_date(source.text, head_end)
    start = opened or first or beside
    end = closed or last or _closed_field(source.text, head_end)
    return start, _after(source.text, start, end)


def _head_times(
    text: str, head_end: int
) -> tuple[tuple[str, Span] | None, tuple[str, Span] | None]:
    head = text[:head_end]
    first = last = None
    for match in _ranges(text, head_end):
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
    for match in matches_among(_CLOCK, _find_times(text), text, 0, len(head)):
        value = parse_time(match[0])
        before = head[max(0, match.start() - 24) : match.start()]
        if _CLOSED_LABEL.search(before) or (
            _ISO_DAY.search(before)
            and (value == "00:00" or _TIME_FIELD.search(head, match.end()))
        ):
            continue
        if value and _plausible(head, match.start(), match[0]):
            match = _CLOCK.match(head, _called_for(head, match.end())) or match
            value = parse_time(match[0]) or value
            first = value, Span(match.start(), match.end(), "time-heading")
            return first, _second(head, match)
    return None, None


def _second(head: str, first: re.Match[str]) -> tuple[str, Span] | None:
    """Return the end behind the start in a field, nothing between: "Time: 1pm 3pm"."""
    before = head[max(0, first.start() - 12) : first.start()]
    behind = _NEXT_TIME.match(head, first.end()) if first["ap"] else None
    if behind is None or not _TIME_FIELD.search(before):
        return None
    value = parse_time(behind["time"])
    return (value, Span(*behind.span("time"), "time-range")) if value else None


_NEXT_TIME = re.compile(
    rf"[ ]{{1,4}}(?P<time>\d{{1,2}}(?:[.:][0-5]\d)?\s?{_MERIDIEM})", re.I
)
_TIME_FIELD = re.compile(r"\btime[ \t*]{0,3}[:|\t]", re.I)
# "2024-03-05T00:00": a day without an hour, as a program writes it
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d[T ](?:\d\d:)?\Z")
_CLOSED_LABEL = re.compile(
    r"\b(?:closed?|closing|end(?:ed)?|finish(?:ed)?|adjourned)(?:\stime)?(?:\sat)?"
    r"[ \t*]{0,4}[:|][ \t*]{0,6}\Z",
    re.I,
)


def _called_for(head: str, end: int) -> int:
    """Return where the time begins of "7.15 for 7.30pm" at which the meeting did."""
    match = _FOR_TIME.match(head, end)
    return match.end() if match else end


_FOR_TIME = re.compile(r"(?:\s?[ap]\.?m\.?)?\s{0,3}\bfor\s{1,3}(?=\d)", re.I)


def _ranges(text: str, end: int) -> Iterator[re.Match[str]]:
    """Yield what looks like two times, behind a year as well: "2019 – 14:00-17:00"."""
    for match in matches_among(_RANGE, _find_times(text), text, 0, end):
        whole = _CLOCK.match(text, match.start(), end)
        if whole and whole.end() >= match.end():
            continue  # "7-30 p.m." is one time
        yield match
        behind = _RANGE.match(text, match.start("last"), end)
        if behind and not _plausible(text, match.start(), match["first"]):
            yield behind


def _beside_date(text: str, head_end: int) -> tuple[str, Span] | None:
    """Return the time behind one of the first dates: "17 May 2016 - 7pm"."""
    for date in find_dates(text, 0, min(len(text), head_end + _FIRST_SENTENCES)):
        match = _BESIDE.match(text, date.end) if date.day else None
        before = text[max(0, date.start - 60) : date.start]
        if match is None or _NOT_OPENING.search(before):
            continue
        at = _called_for(text, match.end())
        match = _BESIDE.match(text, at) if at > match.end() else match
        value = _clock_time(match) if match else None
        if match and value:
            return value, Span(match.start("time"), match.end("time"), "time-of-date")
    return None


def _closed_field(text: str, head_end: int) -> tuple[str, Span] | None:
    """Return the time of closing that a field of the head gives: "Closed: 9.15 pm"."""
    for match in _CLOSED_FIELD.finditer(text, 0, min(len(text), head_end + 1000)):
        value = _clock_time(match)
        if value:
            return value, Span(*match.span("time"), "time-closed")
    return None


_CLOSED_FIELD = re.compile(
    rf"""(?:(?:^[ \t|*•-]{{0,8}}|(?<=[.;)\dm]\s)|(?<=[ ]{{2}}))(?:meeting\s)?(?:time\s)?
      (?:closed|ended|finished|adjourned|end|finish|close)(?:\stime)?(?:\sat)?
      [ *]{{0,4}}[:|\t][ \t*]{{0,6}}
      |\b(?:conclud|clos|finish|end)ing\sat\s)
    (?P<time>{_unnamed(_TIME)})""",
    re.I | re.X | re.M,
)
_BESIDE = re.compile(
    rf"""[\s,;|()–-]{{0,6}}(?:(?:at|from|utc|commencing\sat|starting\sat|time:?)\s)?
    (?P<time>{_unnamed(_TIME)})""",
    re.I | re.X,
)


def _plausible(text: str, start: int, raw: str) -> bool:
    """Return whether a number is a time there: not a year, a date or a telephone."""
    before = text[max(0, start - 25) : start]
    if re.search(r"[ap]\.?\s?m\b", raw, re.I):
        return True
    if re.search(
        r"(?:tel\w*|phone|fax|room|no|ext)\W{0,3}[\d() ]{0,12}$", before, re.I
    ):
        return False
    if re.search(r":|hrs|noon|mid|clock", raw, re.I):
        return True
    if re.fullmatch(r"\d{4}", raw.strip()):
        return bool(re.search(r"\b(?:at|time\W{0,4})\s*$", before, re.I))
    return bool(re.search(r"(?:\bat|\btime|@|\b20\d\d|day)\W{0,4}$", before, re.I))


def _opening(text: str, head_end: int) -> tuple[str, Span] | None:
    stop = min(len(text), head_end + 5000)
    for match in matches_at(_OPENED, text, _OPENED_WORDS, 0, stop):
        before = text[max(0, match.start() - 60) : match.start()]
        if _NOT_OPENING.search(before) or "next meeting" in match["lead"].lower():
            continue
        if match.start() > head_end + _FIRST_SENTENCES and _MET_SO.match(match["lead"]):
            continue
        value = _clock_time(match)
        if value:
            span = Span(match.start("time"), match.end("time"), "time-opened")
            return value, span
    low = max(0, head_end - 1)
    for match in matches_among(_OPENED_AFTER, _find_times(text), text, low, stop):
        value = _clock_time(match)
        if value:
            return value, Span(*match.span("time"), "time-before-opening")
    return None


def _closing(text: str, head_end: int) -> tuple[str, Span] | None:
    found = None
    for match in _closings(text, min(head_end, len(text) // 3)):
        lead = text[match.start() : match.start("time")]
        if _LATER.search(lead) and (inner := _CLOSED.match(text, _last_line(match))):
            match, lead = inner, text[inner.start() : inner.start("time")]
        if _NOT_CLOSING.search(lead) or _LATER.search(lead):
            continue
        value = _clock_time(match)
        if value:
            found = value, Span(match.start("time"), match.end("time"), "time-closed")
    return found or _closed_after(text, max(head_end, len(text) - 1500))


_LATER = re.compile(r"\b(?:next|reconven|resum)", re.I)
_THE_MEETING = re.compile(r"meeting|business|chair|proceedings", re.I)


def _last_line(closing: re.Match[str]) -> int:
    """Return where the meeting is named in the last line that tells of its end.

    What goes before it, "Date of next meeting: 9 May", tells of another.
    """
    text, until = closing.string, closing.start("time")
    line = text.rfind("\n", closing.start(), until) + 1
    named = _THE_MEETING.search(text, line, until) if line else None
    if named is None or _LATER.search(text, line, named.start()):
        return closing.start()
    return named.start()


def _closed_after(text: str, start: int) -> tuple[str, Span] | None:
    """Return the last time that stands before the closing of the meeting."""
    found = None
    places = _find_times(text)
    for match in matches_among(_CLOSED_AFTER, places, text, start, len(text)):
        value = _clock_time(match)
        if value:
            span = Span(match.start("time"), match.end("time"), "time-before-close")
            found = value, span
    return found


def _closings(text: str, start: int) -> Iterator[re.Match[str]]:
    """Yield what tells of an end and a time, read only where a closing word stands.

    What looks like a time stands not far behind the word.
    """
    folded = fold_case(text)
    timely = sorted(
        (
            *(x.start() for y in _TIMELY for x in y.finditer(folded, start)),
            *(x for x, _ in find_words(folded, _SPOKEN_WORDS, start)),
        )
    )
    low = high = start
    for begin, end in find_words(folded, _CLOSING_WORDS, start) if timely else ():
        after = bisect_left(timely, end)
        near = after < len(timely) and timely[after] < end + _CLOSING_REACH + _TIME_SIZE
        if not near or is_inside_word(text, begin):
            continue
        if begin - _CLOSING_REACH > high:
            yield from _CLOSED.finditer(text, low, high)
            low = begin - _CLOSING_REACH
        high = min(len(text), end + _CLOSING_REACH)
    yield from _CLOSED.finditer(text, low, high)


_CLOSING_REACH = 160  # characters from the closing word to either end of what tells it
_TIME_SIZE = 40  # characters of the longest time
# a part of each time that tells it by figures or as "ten to nine", in small letters
_TIMELY = (
    re.compile(
        r"[0-9](?:\s?[.:;h]\s?[0-9]|\s?[ap]\s?\.?\s?m|\s?o['’]?\s?clock|[0-9]{3})"
    ),
    re.compile(rf"to\s+{_HOUR}"),
)
_SPOKEN_WORDS = ("past", "noon", "mid", "clock")
# how a time begins that is told by words: "half past six", "nine o'clock"
_TIME_WORDS = ("five", "ten", "twenty", "half", "quarter", "noon", "mid")
_HOURS = (
    *("twelve", "one", "two", "three", "four", "five"),
    *("six", "seven", "eight", "nine", "ten", "eleven"),
)


@lru_cache(maxsize=2)
def _find_times(text: str) -> list[int]:
    """Return where a time may begin, in order.

    >>> _find_times("At 7.30pm or a quarter to ten")
    [3, 5, 13, 15, 26]
    """
    folded = fold_case(text)
    words = (*_TIME_WORDS, *_HOURS) if "clock" in folded else _TIME_WORDS
    places = {*find_numbers(text), *find_places(folded, words)}
    places |= {x - 2 for x in find_places(folded, ("quarter",))}  # "a quarter"
    return sorted(x for x in places if x >= 0 and not is_inside_word(text, x))


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
    "wound",
    "broke",
    "wrapp",
    "stopp",
    "dispers",
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
        return "00:00" if match["noon"].lower().endswith("midnight") else "12:00"
    if match["past"]:
        return _spoken_time(match, like)
    if match["mil"]:
        return f"{match['mil'][:2]}:{match['mil'][2:]}"
    hour = _hour(match["h"] or match["h24"] or match["clock"])
    minute = int(match["min"] or match["m24"] or 0)
    if match["ap"]:
        hour = hour % 12 + (12 if match["ap"].lower().startswith("p") else 0)
    elif (like and hour < 12 and hour + 12 <= int(like[:2])) or (
        not like and 1 <= hour <= 7 and len(match["h24"] or "1") == 1
    ):
        hour += 12
    return f"{hour:02}:{minute:02}" if hour < 24 else None


def _hour(written: str) -> int:
    """Return 7 for "7" and "seven"."""
    word = written.lower()
    return int(word) if word.isdigit() else _HOURS.index(word) or 12


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
    hour = _hour(match["hour"])
    if match["side"].lower() == "to":
        hour, minutes = hour - 1, 60 - minutes
    return parse_time(f"{hour}:{minutes:02}" if hour else f"12:{minutes}", like)


def _after(
    text: str, start: tuple[str, Span] | None, end: tuple[str, Span] | None
) -> tuple[str, Span] | None:
    """Return the end, moved to the evening where it names no half of the day."""
    said = text[end[1].start : end[1].end].strip() if end else ""
    if end and not start and _EVENING.fullmatch(said):
        return f"{int(end[0][:2]) + 12}{end[0][2:]}", end[1]
    if not (start and end) or end[0] >= start[0]:
        return end
    hour = int(end[0][:2])
    if hour < 12 and int(start[0][:2]) >= 12 and hour >= 1:
        return f"{hour + 12:02}{end[0][2:]}", end[1]
    return end


# "8.50", "ten to nine", "9 o'clock": nobody meets before those hours of a morning
_EVENING = re.compile(
    r"[89](?:[.:]\d\d|\s?o['’]?\s?clock)|(?:eight|nine)\so['’]?\s?clock"
    r"|[a-z -]{2,24}\spast\s(?:eight|nine)|[a-z -]{2,24}\sto\s(?:nine|ten)",
    re.I,
)
