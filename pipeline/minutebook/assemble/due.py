"""Says by when a task is due: a column, or a deadline in the task's own words."""

from __future__ import annotations

import re
from bisect import bisect_left
from calendar import monthrange
from datetime import date, timedelta

from minutebook.assemble.terms import read_cell_term, read_term
from minutebook.grammar.leaps import leaping
from minutebook.records import Mention, Mentions

_MONTHS = [
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
]
_MONTH = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October"
    r"|November|December)"
)
_REACH = 36  # characters before a date that may say it is a deadline
_LONG_REACH = 90  # ... that may say what is to come to a meeting then
_GATHERING = (
    r"(?:[Mm]eeting|[Mm]tg|Board|Committee|Council|Cabinet|Executive|session|[FL]?GB)\b"
)
# what stands before a deadline: "by ", "no later than the ", "before close of play on "
_DUE = re.compile(
    r"\b(?:by|before|due|deadline|not?\s+later\s+than|in\s+advance\s+of|ahead\s+of|on"
    r"|w(?:ee)?k\s+(?:beginning|commencing|starting|ending)|w/[bce]"
    r"|closes?(?:\s+on)?|(?:closing|last|final|target|due|cut-?off|copy)\s+(?:date|day)(?:\s+for\s+\w{2,12}){0,1}"
    r"(?:\s+(?:is|will\s+be|being))?|deadline\s+(?:of|is)|(?:closing|cut-?off)\s+date\s+(?:of|on)|until|till|latest)\b"
    r"(?:\s+(?:the\s+)?(?:end|close)\s+of\s+(?:day|play|business)\b)?"
    r"\s*:?\s*(?:the\s+)?$",
    re.IGNORECASE,
)
# "before the fair on ", "ahead of Fun Day, ", "by the AGM ("
_BEFORE_EVENT = re.compile(
    r"\b(?:(?:before|in\s+time\s+for|ahead\s+of|in\s+advance\s+of)\s+"
    r"(?:[\w’'-]+\s+){0,3}[\w’'-]+(?:,\s+|\s+\(|\s+on\s+)"
    r"|by\s+(?:[\w’'-]+\s+){0,3}[\w’'-]+\s+\()(?:on\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
# "try again at the open day 7 June": the event at which a task is done
_AT_EVENT = re.compile(
    r"\bat\s+(?:the\s+|our\s+)?(?:[\w’'-]+\s+){1,3}(?:on\s+)?(?:the\s+)?$"
)
# "- 7 June", ", 7 June": what stands before a date that ends a task
_TRAILING = re.compile(r"(?:\s[–—-]{1,2}|[–—]|\.{3}|,)\s{0,2}$")
_TASK_ENDS = re.compile(r"[\s.;)\]]{0,6}$")
_END_OF = re.compile(r"\bend\s+of\s+(?:the\s+)?$", re.IGNORECASE)
_TO_THE = re.compile(r"(?<!meeting )\b(?:to|for|at)\s+(?:the\s+)?$")
_AFTER = re.compile(rf"\s{{1,4}}(?:[\w’'-]{{1,20}}\s+){{0,2}}?{_GATHERING}")
# "to the meeting on ", "for the next Board meeting, held on "
_MEETING_ON = re.compile(
    rf"\b(?:to|for|at|by|before)\s+(?:the|its|our|their|a|next)\s+(?:[\w’'-]+\s+){{0,4}}"
    rf"{_GATHERING}\s*,?\s*(?:(?:to\s+be\s+)?held\s+)?(?:on|of)\s+(?:the\s+)?$"
)
# "report in ": where a month with its year follows
_COMES_BACK = re.compile(
    r"\b(?:report|bring|present|return|submit|come|complete|finish|publish|begin|start)"
    r"\w{0,3}\b.{0,60}\bin\s+$",
    re.DOTALL,
)
_CLOSES = re.compile(r"\s{0,3}(?:[.;)]|$)")
# "by the end of April", "before June": a month without its year
_BY_MONTH = leaping(
    r"\b(?:[Bb]y|[Bb]efore|(?:at|towards)(?=\s+(?:the\s+)?end\s+of\b))\s+"
    rf"(?:the\s+)?(?P<end>end\s+of\s+)?{_MONTH}\b(?!\s+\d)"
)
# "in March.", "in early March": where the task's clause closes with it
_IN_MONTH = leaping(
    r"\bin\s+(?:(?:early|mid|late|the\s+[a-z]{3,8}\s+week\s+(?:of|in))[\s-]+)?"
    rf"{_MONTH}(?=\s{{0,3}}(?:[.,;)]|$))"
)
# "report back in March on the cost", "(Sept)" at the end
_BACK_IN = leaping(
    r"\b(?:report|return|come|bring|present)(?:ing|s)?\s+(?:[\w’'-]{1,12}\s+){0,3}?in\s+"
    rf"{_MONTH}\b(?!\s+\d)"
)
_SHORT = r"Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec"
_BRACKETED = re.compile(
    rf"\(\s?(?:by\s+|for\s+|in\s+)?(?:{_MONTH}|(?P<short>{_SHORT})\.?)\s?\)\W{{0,2}}$"
)
# "to the December meeting", "for the May Board", "at Jan's meeting"
_MEETING_OF = leaping(
    r"\b(?:to|for|at|by|before|in\s+time\s+for)\s+(?:(?:the|our|its|their)\s+)?"
    rf"(?:{_MONTH}|(?P<short>{_SHORT})\.?)(?:[’']s)?"
    rf"\s{{1,4}}(?:[\w’'-]{{1,20}}\s+){{0,2}}?{_GATHERING}"
)
# "report back to September", "bring a draft to the May one"
_BACK_TO = leaping(
    r"\b(?:report|return|come|bring|bringing|back)\s+(?:[\w’'-]{1,12}\s+){0,4}?to\s+(?:the\s+)?"
    rf"(?:{_MONTH}|(?P<short>{_SHORT})\.?)(?=\s{{0,3}}(?:[.,;)]|$|one\b))"
)
# "to the meeting in June"
_MEETING_IN = leaping(
    r"\b(?:to|for|at|by|before)\s+(?:the|our|its|their)\s+(?:[\w’'-]+\s+){0,3}?"
    rf"{_GATHERING}\s+in\s+{_MONTH}\b(?!\s+\d)"
)
# "asked that he ring in March": another's doing
# "to the next meeting", "before our next mtg"; what the meeting itself does is no task
_NEXT_MEETING = re.compile(
    r"\b(?:to|for|at|by|before|until|till|in\s+time\s+for)\s+(?:(?:the|our|its)\s+)?next\s+"
    r"(?:[\w’'-]+\s+){0,2}?(?:meeting|mtg|session|board|committee|council|[fl]?gb)\b"
    r"(?!s|\s+(?:chair|member|year|election))"
    r"|\bnext\s+time(?=[\s.;)]{0,4}$)",
    re.IGNORECASE,
)
# "Next meeting", "by next Board mtg": all that a cell of by when says
_NEXT_CELL = re.compile(
    r"\s{0,3}(?:(?:by|for|at|before)\s)?(?:the\s)?(?:next\s(?:[\w’'-]{1,20}\s){0,2}?"
    r"(?:meeting|mtg|session|board|committee|council)|NM)\W{0,3}$",
    re.IGNORECASE,
)
_HELD_OVER = re.compile(
    r"\b(?:deferred|defer|adjourn(?:ed)?|consider(?:ed|ation)?|discuss(?:ed|ion)?|agenda"
    r"|postponed|held\s+over|approv(?:al|ed?)|confirmed|signed\s+off)\b",
    re.IGNORECASE,
)
# "Ann Bell will attend", "TH to represent us", "who will be there"
_ATTENDS = re.compile(
    r"\b(?:to|will|would|shall)\s+(?:(?:also|both|try\s+to|be\s+able\s+to|now)\s+)?"
    r"(?:attend\b(?!\s+to\b)|go(?=,|[\s.;]*(?:$|to\b|along\b|on\s+our\b|and\b))|represent\b"
    r"|be\s+(?:there|present|in\s+attendance|attending|going|represent(?:ed|ing))\b)"
)
_EVENT_REACH = 110  # characters before it in which the day of an event may stand
# right behind a task: "Due: 7 June", "(deadline: 7 June)", "By when: end of June"
_LABEL = re.compile(
    r"[\s.;,]{0,3}[(\[*]{0,3}(?:due(?:\s(?:date|by))?|deadline|target(?:\sdate)?|by\swhen"
    r"|timescale|timeframe|complet(?:e\sby|ion(?:\sdate)?)|by|when|date\sdue)"
    r"(?:[*]{0,2}\s?[:–-][*]{0,2}|(?<=deadline)|(?<=due\sdate))\s{1,3}",
    re.IGNORECASE,
)
_SOONEST = timedelta(days=2)  # the minutes are signed sooner than the next meeting is
_ANOTHERS = re.compile(
    r"\b(?<!\bagreed\s)(?<!\bAgreed\s)that\s+(?:he|she|they|it|[A-Z])"
)
_THIS_MONTH = leaping(r"\b(?:by|before)\s+(?:the\s+)?end\s+of\s+(?:the|this)\s+month\b")
_WEEKDAYS = (
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
)
_WEEKDAY = leaping(
    rf"\b(?:(?:on|by|before)\s+(?P<day>{'|'.join(_WEEKDAYS)})\b(?!s)(?!,?\s+(?:the\s+)?\d)"
    rf"(?!,?\s+{_MONTH.replace('?P<month>', '?:')})|tomorrow)"
)
# "End of month", "by Friday": all that a cell of by when says
_MONTH_END_CELL = re.compile(
    r"\s{0,3}(?:(?:by|at|before)\s)?(?:the\s)?end\s(?:of\s)?(?:the\s|this\s)?month\W{0,3}$",
    re.IGNORECASE,
)
_DAY_CELL = re.compile(
    rf"\s{{0,3}}(?:(?:by|on|before)\s)?(?:this\s)?(?P<day>{'|'.join(_WEEKDAYS)})\W{{0,3}}$"
)
_YEARLY = re.compile(r",?\s{1,3}(?:each|every)\s+year|,?\s{1,3}annually")
# "which was cut in May", "should one be held before May", "a chance to see it on"
_ASIDE = re.compile(
    r"\bwhich\s+(?:must|is|are|will|has|was|would)\b"
    r"|\b(?:if|should)\s+(?:one|it|they|there|this|a)\b|\b(?:opportunity|chance)\b"
)
_CLAUSE = re.compile(r"\bthat\s+(?:we|the|he|she|they|it)\b")
_WRITTEN_YEAR = re.compile(r"\d{4}|[./-]\d{2}\b|[’']\d{2}\b")
_WRITTEN_MONTH = re.compile(r"[A-Za-z]{0,9}(?:" + "|".join(_MONTHS) + r")", re.I)


class Deadlines:
    """Reads deadlines, those without a year forward from the day of the meeting."""

    def __init__(
        self,
        text: str,
        mentions: Mentions,
        meeting: str | None,
        following: tuple[str, ...] = (),
    ) -> None:
        self._text = text
        self._dates = [x for x in mentions.mentions if x.date is not None]
        self._starts = [x.start for x in self._dates]
        self._meeting = _day(meeting)
        self._following = tuple(x for x in map(_day, following) if x is not None)

    def find(self, start: int, end: int, cell: tuple[int, int] | None) -> str | None:
        """Return the date by which a task is due, if a cell or its words say so."""
        low, high = cell or (start, end)
        told = None
        if cell is None:
            told = self._labelled(end) or self._by_weekday(start, end)
        if told is not None:
            return told
        first = bisect_left(self._starts, low)
        for mention in self._dates[first : bisect_left(self._starts, high)]:
            found = self._said(mention, low, high, cell is not None)
            if found is not None:
                return found
        return self._in_cell(low, high) if cell else self._otherwise(start, end)

    def _in_cell(self, low: int, high: int) -> str | None:
        """Return the day that a cell of by when tells without a date."""
        if _NEXT_CELL.match(self._text, low, high):
            return self._soonest()
        if self._meeting is None:
            return None
        if _MONTH_END_CELL.match(self._text, low, high):
            return _last(self._meeting.year, self._meeting.month)
        day = _DAY_CELL.match(self._text, low, high)
        if day:
            return self._on_weekday(day["day"])
        return read_cell_term(self._text, low, high, self._meeting)

    def _otherwise(self, start: int, end: int) -> str | None:
        """Return when a task is due that no date beside "by" and its like says."""
        found = self._by_month(start, end) or self._by_next(start, end)
        if found or self._meeting is None:
            return found
        return read_term(self._text, start, end, self._meeting) or self._held_on(
            start, end
        )

    def _held_on(self, start: int, end: int) -> str | None:
        """Return the day of the event that somebody is to attend.

        "Open day, 3 March - Ann Bell will go": it stands in the same words, or right
        before them in the same line.
        """
        if not _ATTENDS.search(self._text, start, end):
            return None
        low = max(start - _EVENT_REACH, self._text.rfind("\n\n", 0, start) + 1)
        first, last = bisect_left(self._starts, low), bisect_left(self._starts, end)
        for mention in reversed(self._dates[first:last]):
            value = mention.date
            if value is None or value.precision != "day":
                continue
            day = _day(value.iso)
            return day.isoformat() if day and day > (self._meeting or day) else None
        return None

    def _labelled(self, end: int) -> str | None:
        """Return the date that a label right behind a task gives: "Due: 7 June"."""
        label = _LABEL.match(self._text, end)
        if label is None:
            return None
        at = bisect_left(self._starts, label.end() - _REACH)
        for mention in self._dates[at : at + 3]:
            if mention.start <= label.end() < mention.end:
                return self._said(mention, mention.start, mention.end, cell=True)
        return None

    def _by_next(self, start: int, end: int) -> str | None:
        """Return the day of the next meeting, if something is to be brought to it."""
        match = _NEXT_MEETING.search(self._text, start, end)
        if match is None:
            return None
        held = _HELD_OVER.search(self._text, start, match.start())
        return None if held else self._soonest()

    def _soonest(self) -> str | None:
        """Return the day of the first of the next meetings."""
        soonest = self._meeting and self._meeting + _SOONEST
        ahead = [x for x in self._following if soonest and x > soonest]
        return min(ahead).isoformat() if ahead else None

    def _said(self, mention: Mention, low: int, high: int, cell: bool) -> str | None:
        """Return the day of a date mentioned as a deadline."""
        value = mention.date
        if value is None or value.precision not in ("day", "month"):
            return None
        before = self._text[max(low, mention.start - _REACH) : mention.start]
        named = self._text[mention.start : mention.start + 3].casefold() == "end"
        ends = named or _END_OF.search(before) is not None
        said = cell or bool(_DUE.search(_END_OF.sub("", before)))
        said = said or bool(value.precision == "day" and _BEFORE_EVENT.search(before))
        if not said and value.precision == "day" and _TO_THE.search(before):
            closes = before.rstrip().endswith("for") and _CLOSES.match(
                self._text, mention.end, high
            )
            said = bool(closes or _AFTER.match(self._text, mention.end, high))
        said = said or (not cell and self._trails(mention, before, high))
        if not cell and self._is_brought(mention, low):
            return mention.date.iso if mention.date else None
        if not said or (not cell and self._not_so(mention, low, before)):
            return None
        if value.precision == "month" and _AFTER.match(self._text, mention.end):
            return self._held_in(int(value.latest[5:7]))
        if ends or (value.precision == "month" and not cell):
            last = self._month_on(mention, value.latest)
            return last if ends else last[: len("2016-05")]
        return self._forward(mention, value.iso)

    def _trails(self, mention: Mention, before: str, high: int) -> bool:
        """Say whether a day to come, parted off, ends the words of a task."""
        figures = self._text[mention.start : mention.end].replace("/", "").isdecimal()
        bracketed = figures and before.endswith("(")  # "(31/5/19)"
        if mention.date is None:
            return False
        held = mention.date.precision == "day" and _AT_EVENT.search(before)
        if not (bracketed or _TRAILING.search(before) or held):
            return False
        last = _day(mention.date.latest)
        ahead = last and (self._meeting is None or last >= self._meeting)
        return bool(ahead and _TASK_ENDS.fullmatch(self._text, mention.end, high))

    def _is_brought(self, mention: Mention, low: int) -> bool:
        """Say whether something is to come to a meeting, or back in a month."""
        before = self._text[max(low, mention.start - _LONG_REACH) : mention.start]
        value = mention.date
        day = _day(value.latest) if value else None
        if (
            value is None
            or day is None
            or self._meeting is None
            or day <= self._meeting
        ):
            return False
        if value.precision == "day":
            return _MEETING_ON.search(before) is not None
        written = _WRITTEN_YEAR.search(self._text, mention.start, mention.end)
        return bool(written and _COMES_BACK.search(before))

    def _not_so(self, mention: Mention, low: int, before: str) -> bool:
        """Say whether a date tells of something else than when the task is due."""
        if _YEARLY.match(self._text, mention.end):
            return True
        if _ASIDE.search(self._text, low, mention.start):
            return True
        on = before.rstrip().lower().removesuffix("the").rstrip().endswith("on")
        if not on or mention.date is None or self._meeting is None:
            return False
        if _CLAUSE.search(self._text, low, mention.start):
            return True
        day = _day(mention.date.latest)
        return day is not None and day < self._meeting

    def _by_weekday(self, start: int, end: int) -> str | None:
        """Return the day of "tomorrow" or "on Monday", counted from the meeting."""
        if self._meeting is None:
            return None
        match = _WEEKDAY.search(self._text, start, end)
        if match is None:
            return None
        if match["day"] is None:
            return (self._meeting + timedelta(days=1)).isoformat()
        return self._on_weekday(match["day"])

    def _on_weekday(self, name: str) -> str | None:
        """Return the next day of the week that is called so."""
        if self._meeting is None:
            return None
        ahead = (_WEEKDAYS.index(name) - self._meeting.weekday()) % 7 or 7
        return (self._meeting + timedelta(days=ahead)).isoformat()

    def _month_on(self, mention: Mention, iso: str) -> str:
        """Return the end of a month, a year on if it is past and none was written."""
        day = _day(iso)
        if self._meeting is None or day is None or day >= self._meeting:
            return iso
        if _WRITTEN_YEAR.search(self._text[mention.start : mention.end]):
            return iso
        past = day.month < self._meeting.month
        return _last(self._meeting.year + past, day.month)

    def _forward(self, mention: Mention, iso: str) -> str:
        """Return a date, moved on past the meeting where no year was written."""
        day = _day(iso)
        written = self._text[mention.start : mention.end]
        if self._meeting is None or day is None or day >= self._meeting:
            return iso
        if _WRITTEN_YEAR.search(written):
            return iso
        if "/" in written or _WRITTEN_MONTH.search(written):
            return (
                _valid(
                    self._meeting.year
                    + ((day.month, day.day) < (self._meeting.month, self._meeting.day)),
                    day.month,
                    day.day,
                )
                or iso
            )
        month = self._meeting.year * 12 + self._meeting.month - 1
        month += day.day < self._meeting.day
        return _valid(month // 12, month % 12 + 1, day.day) or iso

    def _by_month(self, start: int, end: int) -> str | None:
        """Return the month that the task's words name without a year, or its last day.

        Whoever is to report in May has been given no day of it; by its end, one.
        """
        if self._meeting is None:
            return None
        if _THIS_MONTH.search(self._text, start, end):
            return _last(self._meeting.year, self._meeting.month)
        match = _MEETING_OF.search(self._text, start, end) or _BACK_TO.search(
            self._text, start, end
        )
        if match:
            month = _number(match["month"] or match["short"])
            return self._held_in(month)
        match = _MEETING_IN.search(self._text, start, end)
        if match:
            return self._held_in(_number(match["month"]))
        match = _BRACKETED.search(self._text[start:end])
        if match:
            month = _number(match["month"] or match["short"])
            return f"{self._meeting.year + (month < self._meeting.month):04}-{month:02}"
        for pattern in (_BY_MONTH, _IN_MONTH, _BACK_IN):
            match = pattern.search(self._text, start, end)
            others = match and _ANOTHERS.search(self._text, start, match.start())
            if match and not (others and pattern is not _BY_MONTH):
                month = _number(match["month"])
                year = self._meeting.year + (month < self._meeting.month)
                ends = pattern is _BY_MONTH and match["end"]
                return _last(year, month) if ends else f"{year:04}-{month:02}"
        return None

    def _held_in(self, month: int) -> str | None:
        """Return the day of the next meeting in this month, else the month to come."""
        ahead = [x for x in self._following if not self._meeting or x > self._meeting]
        day = next((x for x in ahead if x.month == month), None)
        if day is not None or self._meeting is None:
            return day.isoformat() if day else None
        year = self._meeting.year + (month < self._meeting.month)
        return f"{year:04}-{month:02}"


def _number(month: str) -> int:
    return _MONTHS.index(month[:3].lower()) + 1


def _last(year: int, month: int) -> str:
    return date(year, month, monthrange(year, month)[1]).isoformat()


def _day(iso: str | None) -> date | None:
    if iso is None or len(iso) != 10:
        return None
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None


def _valid(year: int, month: int, day: int) -> str | None:
    iso = f"{year:04}-{month:02}-{day:02}"
    return iso if _day(iso) else None
