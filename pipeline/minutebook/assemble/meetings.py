"""Finds the links between meetings: the next one, and whose minutes were approved."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date, timedelta

from minutebook.grammar.actionheads import is_owner_head
from minutebook.grammar.anchors import matches_at
from minutebook.grammar.leaps import leaping
from minutebook.records import Mention, Mentions, Preamble, Sections, SourceDocument

_Row = tuple[int, int]  # a page, and a row on it
_LONGEST_HEAD = 40  # characters of the head of a column
_FURTHEST = timedelta(days=550)  # no later meeting is announced further ahead
# "Date of next meeting", "the next meeting will be on", "Future meetings:"
_NEXT = re.compile(
    r"""\b(?:
      (?:next|following|future|forthcoming|subsequent|further|upcoming)\s+
        (?:[\w'’&/-]+\s+){0,6}?(?:meetings?|mtgs?|agm|session)\b
      |dates?\s+(?:of|for|and\s+time\s+of)\s+(?:the\s+)?(?:[\w'’&-]+\s+){0,4}?meetings?\b
      |(?:meeting\s+dates|dates\s+of\s+meetings|schedule\s+of\s+meetings|meetings?\s+schedule)
      |next\s+(?:one|date|gathering|get-together)s?\s{0,2}[:=–-]|to\s+meet\s+again\b
      |next\s+(?:formal|ordinary|regular)?\s*meets?\b|(?:upcoming|forthcoming)\s{0,2}:
      |(?P<head>(?:diary\s|key\s)?dates?(?:\s(?:and|&|for)\s[a-z]{3,9}){0,2}\s{0,3}:?)(?=\s{0,3}\n)
      |(?:schedule|arrange|arranged|set|reconvene|adjourned?)\b[^.\n]{0,30}\bmeetings?\s+
        (?:for|to|until)\b)""",
    re.I | re.X,
)
_OPENS_NEXT = (
    *("next", "following", "future", "forthcoming", "subsequent", "further"),
    *("upcoming", "date", "meeting", "schedule", "arrange", "set", "reconvene"),
    *("adjourn", "to meet", "to  meet", "diary", "key"),
)
# The next meeting of somebody else
_OTHER_BODY = leaping(
    r"""\b(?:sub-?\s?(?:committee|group)|working\s+(?:group|party)|steering\s+group
        |task\s+
    (?:group|force)|forum|panel|cabinet|partners?|user\s+group|site|planning
    |residents?)\b""",
    re.I | re.X,
)
# "to be done before the next meeting. Tom Holt will write by 3 May": his day, not its
_DEADLINE = re.compile(
    r"\b(?:before|by|until|to|for|at|ahead\sof)\s{1,3}(?:the|our|its|their)\s{1,3}$",
    re.I,
)
_SENTENCE_END = re.compile(r"\.\s")
_WORD = re.compile(r"[A-Za-z]{2,}")
_APPROVAL = re.compile(
    r"""\b(?:approv\w+|agreed|confirm\w+|signed|accept\w+|adopt\w+|passed|ratif\w+
    |moved\s+as\s+correct|(?:true|correct|accurate)(?:\s+and\s+\w+)?\s+record|taken\s+as
    \s+read)\b""",
    re.I | re.X,
)
# "minutes of the meeting held on", "Minutes of previous meeting (", "minutes from"
_MINUTES_OF = leaping(r"\bminutes\b[^.]{0,160}$|\bminutes?\b.{0,60}\(\s*$", re.I | re.S)
_NOT_MINUTES = re.compile(r"\bmatters?\s+arising\b|\bsince\b|\bby\s+the\b", re.I)


def find_next(
    source: SourceDocument, sections: Sections, preamble: Preamble, mentions: Mentions
) -> tuple[str, ...]:
    """Return the dates given for future meetings of the same body, as ISO dates."""
    dates = [x for x in mentions.mentions if x.date]
    starts = [x.start for x in dates]
    own = _day(preamble.date)
    found: dict[str, None] = {}
    log = _log_rows(source)
    for start, said, end in _regions(source, sections, preamble):
        for mention in dates[bisect_left(starts, start) :]:
            if mention.start >= end:
                break
            row = _row_at(log, mention.start)
            if row is not None and row != _row_at(log, said):
                continue  # when a task is due
            if _is_later(mention, own):
                assert mention.date is not None
                found[mention.date.iso] = None
    return tuple(sorted(x for x in found if not any(y[:-3] == x for y in found)))


def _log_rows(source: SourceDocument) -> list[tuple[int, int, _Row]]:
    """Return where cells stand in tables that name who is to act, and their rows."""
    cells = [x for x in source.content() if x.table is not None]
    logs = {
        x.table
        for x in cells
        if x.end - x.start < _LONGEST_HEAD
        and is_owner_head(source.text[x.start : x.end].strip())
    }
    return [(x.start, x.end, (x.page, x.row)) for x in cells if x.table in logs]


def _row_at(rows: list[tuple[int, int, _Row]], offset: int) -> _Row | None:
    """Return the row of a log that holds an offset."""
    at = bisect_right(rows, offset, key=lambda x: x[0]) - 1
    return rows[at][2] if at >= 0 and offset < rows[at][1] else None


def _day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso and len(iso) == 10 else None


def _is_later(mention: Mention, own: date | None) -> bool:
    """Return whether a date can be that of a coming meeting."""
    value = mention.date
    if value is None or value.precision not in ("day", "month"):
        return False
    if own is None:
        return True
    latest = date.fromisoformat(value.latest)
    return own < latest <= own + _FURTHEST


def _regions(
    source: SourceDocument, sections: Sections, preamble: Preamble
) -> Iterator[tuple[int, int, int]]:
    """Yield the stretches that speak of coming meetings, and where they say so."""
    text = source.text
    body = (preamble.body or "").lower()
    items = {x.start: x for x in sections.items}
    ends = sorted((x.start, x.body_start, x.end) for x in items.values())
    for match in _announcements(text, sections.header.start):
        around = text[match.start() : match.end() + 40]
        other = _OTHER_BODY.search(around)
        if other and other[0].lower() not in body:
            continue
        heading = next(
            (e for s, b, e in ends if s <= match.start() < b), None
        )  # the heading of an item
        start = _sentence_start(text, match.start())
        stop = heading or _stop(text, match.end())
        if _DEADLINE.search(text, max(0, match.start() - 24), match.start()):
            ended = _SENTENCE_END.search(text, match.end(), stop)
            stop = ended.start() if ended else stop
        yield start, match.start(), stop


def _announcements(text: str, start: int) -> Iterator[re.Match[str]]:
    """Yield the words that announce coming meetings, as searching for them would.

    "Dates" or "Dates and close" do where they are all of a heading.
    """
    for match in matches_at(_NEXT, text, _OPENS_NEXT, start):
        line = text.rfind("\n", 0, match.start()) + 1
        if match["head"] is None or not _WORD.search(text, line, match.start()):
            yield match


def _sentence_start(text: str, position: int) -> int:
    """Return where the sentence or line begins."""
    low = max(0, position - 160)
    before = text[low:position]
    cuts = [before.rfind(mark) + len(mark) for mark in (". ", "\n\n", "\t", ".\n")]
    cuts = [
        x for x, m in zip(cuts, (". ", "\n\n", "\t", ".\n"), strict=True) if x >= len(m)
    ]
    return low + max(cuts, default=0)


def _only_dates(line: str) -> bool:
    """Say whether a line holds few words, and short ones, as a list of dates does."""
    words = _WORD.findall(line)
    return len(words) <= 16 and all(len(x) <= 9 for x in words)


_FIGURE = re.compile(r"\d")


def _stop(text: str, position: int) -> int:
    """Return where the talk of dates ends: its paragraph, then lines of dates."""
    end = text.find("\n", position)
    end = len(text) if end < 0 else end
    bare = not text[position:end].strip(" :.-–\t|")
    misses = 0
    while end < len(text) and end - position < 900:
        after = text.find("\n", end + 1)
        after = len(text) if after < 0 else after
        line = text[end:after].strip()
        if not line:
            misses += 0 if bare else 1
            if misses > 3:
                break
        elif _FIGURE.search(line) and (_only_dates(line) or len(line) < 60):
            misses = 0
            bare = False
        elif bare or (misses == 0 and not re.match(r"[A-Z\d]", line)):
            bare = False
        else:
            break
        end = after
    return end


def find_approved(
    source: SourceDocument, sections: Sections, preamble: Preamble, mentions: Mentions
) -> tuple[str, ...]:
    """Return the dates of the meetings whose minutes this one approved."""
    text = source.text
    own = _day(preamble.date)
    found: dict[str, None] = {}
    for mention in mentions.mentions:
        value = mention.date
        if value is None or value.precision != "day" or mention.start < 20:
            continue
        if own and date.fromisoformat(value.latest) >= own:
            continue
        before = text[max(0, mention.start - 200) : mention.start]
        minutes = _MINUTES_OF.search(before)
        if not minutes or _NOT_MINUTES.search(minutes[0]):
            continue
        after = text[mention.end : mention.end + 320]
        if _APPROVAL.search(after) or _APPROVAL.search(before):
            found[value.iso] = None
    return tuple(sorted(found))
