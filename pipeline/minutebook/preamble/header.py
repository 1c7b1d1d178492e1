"""Reads the heading: council, body, date, times, venue, draft."""

from __future__ import annotations

import re

from minutebook.preamble.capitals import restore_case
from minutebook.preamble.clock import find_times
from minutebook.preamble.naming import find_body
from minutebook.preamble.namings import where
from minutebook.preamble.place import find_venue, is_draft
from minutebook.preamble.when import find_date, find_dates
from minutebook.records import Preamble, Sections, SourceDocument, Span

_LONGEST = 2500  # no heading is longer, in characters
# The list of who came ends the heading
_ROSTER = re.compile(
    r"""(?:^|(?<=[\n\t|.]))[ \t|*>#\d.<p>strong/]{0,24}
    (?:members\s+|those\s+|commissioners\s+|councillors\s+|board\s+|panel\s+|committee\s+
      |governors?\s+|also\s+|in\s+)?
    (?:present|pres[e/]/?nt|attend(?:ance|ees|ing)|apolog(?:y|ies)|membership|invited
      |invitees|absent|regrets)\b[ \t]*
    (?:r?:|;|-|–|\n|\t|\||in\s+the\s+chair|[A-Z][a-z])
    |(?<=[a-z0-9])\s+(?:members|present|in\s+attendance|attendees|apologies):""",
    re.I | re.X,
)


# So does the first item: "1. Welcome", "Declarations of interest"
_ITEM = re.compile(
    r"""\n[ \t*#>|(]{0,8}(?:item\s+)?(?!\d{5}|\d{1,4}\s[A-Z][^\n]{0,40}\b(?:street
        |road|avenue|ave|lane|drive|suite|boulevard|blvd)\b)
      \d{1,4}[.):/]?\d*[.)]?[ \t]*\n?[ \t]*
      (?!(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed
      |thu|fri|sat|sun)|[ap]\.?m\b|\w+\s+(?:19|20)\d\d\b)(?-i:[A-Z])[A-Za-z]{2,}
    |\n[ \t*#>|]{0,8}(?:welcome|introductions?|declarations?\s+of|call\s+to\s+order
      |context|summary|actions?(?!\s+(?:summary\s+)?minutes\b)|matters\s+arising|items?|minutes:
      |agenda\s+item(?!\W{0,3}(?:no\.?|number)?\W{0,3}\d{1,3}\W*\n)
      |apologies)\b
      [^\n]{0,50}\n""",
    re.I | re.X,
)
# A field of the heading that may look like a list, a heading like an item
_FIELD = re.compile(
    r"\W{0,9}(?:committee|meeting|board|council|date|venue|time)\W{0,9}", re.I
)
_TITLE = re.compile(r"\W{0,9}(?:(?:draft|unconfirmed)\s{1,3})?minutes\s{1,3}of\b", re.I)
# A paragraph of prose ends it as well
_PROSE = re.compile(r"\n[^\n]{260}")


def head_end(source: SourceDocument, sections: Sections) -> int:
    """Return where the heading ends: at the list of who came, or the first item."""
    end = _end_from(source, sections, 0)
    title = _LATE_TITLE.search(source.text, max(0, end - 1), end + 300)
    if title and end < 300 and not any(x.start < title.end() for x in sections.items):
        end = max(end, _end_from(source, sections, title.end()))
    return _past_date(source.text, end)


# Below a letterhead that names mayor and clerk: "Minutes of the Planning Committee"
_LATE_TITLE = re.compile(
    r"""(?:\A|\n)[ \t*#>]{0,6}
    (?:(?:draft\s|unconfirmed\s)?(?:minutes|notes)\sof\s(?:the|an?)\s[^\n]{0,90}
        \b(?:meeting|committee)\b
      |(?-i:[A-Z])[^\n.,:]{3,60}\sminutes\b(?=[^\n.:]{0,30}\d))
    (?![^.]{0,200}\b(?:approved|agreed|signed|confirmed|accepted|were|was|be)\b)""",
    re.I | re.X,
)


def _end_from(source: SourceDocument, sections: Sections, start: int) -> int:
    """Return the first end of a heading behind an offset."""
    text = source.text
    end = min(len(text), _LONGEST)
    for pattern in (_ROSTER, _ITEM, _PROSE):
        match = pattern.search(text, start, end)
        least = {_ROSTER: 0, _ITEM: 1, _PROSE: 30}[pattern]
        if match and len(text[: match.start()].strip()) >= least:
            end = match.start()
    for block in [x for x in sections.rosters if x.start >= start][:1]:
        near = max(0, block.start - len(block.group) - _LABEL_REACH)
        heading = text.rfind(block.group, near, block.start) if block.group else -1
        if not _FIELD.fullmatch(block.group):
            end = min(end, heading if heading >= 0 else block.start)
    items = [x for x in sections.items if not _TITLE.match(x.title)]
    for item in items[:1]:
        if text[: item.start].strip():
            end = min(end, item.start)
    return end


_LABEL_REACH = 20  # characters between a label and the list that it opens


def _past_date(text: str, end: int) -> int:
    """Return the end, moved behind a line below the title that begins with a date."""
    stop = text.find("\n", end)
    if stop < 0 or stop - end > 120 or text.count("\n", 0, end) > 6:
        return end
    first = next(find_dates(text, end, stop), None)
    dated = first and first.day and first.year and first.start - end < 12
    return stop if dated else end


def read_header(source: SourceDocument, sections: Sections) -> Preamble:
    """Return what the heading says, attendance left empty."""
    end = head_end(source, sections)
    date, date_span = find_date(source, end)
    start, close = find_times(source, end)
    venue, venue_span = find_venue(source, end)
    body, council = find_body(source, end, venue_span)
    spans: list[tuple[str, Span | None]] = [
        ("council", where(council)),
        ("body", where(body)),
        ("date", date_span),
        ("start", start[1] if start else None),
        ("end", close[1] if close else None),
        ("venue", venue_span),
    ]
    return Preamble(
        council=restore_case(council.name, source.text) if council else None,
        body=restore_case(body.name, source.text) if body else None,
        date=date,
        start=start[0] if start else None,
        end=close[0] if close else None,
        venue=restore_case(venue, source.text) if venue else None,
        draft=is_draft(source, end),
        spans=tuple((name, span) for name, span in spans if span),
    )
