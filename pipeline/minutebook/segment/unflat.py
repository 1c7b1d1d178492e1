"""Breaks a page that was run together into one line: the same text, offset for offset.

A copied web page may have lost all line ends of its document. Where its items, its
labels and the parts of its lists begin, and where a title ends, a blank becomes a line
end again, so that every stage reads such a page as it reads others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from minutebook.grammar.datepatterns import MONTH
from minutebook.grammar.paragraphs import Paragraph, find_paragraphs
from minutebook.grammar.romans import ROMANS
from minutebook.records import Line, SourceDocument
from minutebook.segment.cutting import cut_title
from minutebook.segment.flat import FLAT_LINE, find_capitals, find_counted, find_cuts
from minutebook.segment.flatlists import find_list_breaks
from minutebook.segment.flatwords import is_number
from minutebook.segment.lostbreaks import find_lost_breaks
from minutebook.segment.runintitles import Title, find_titles
from minutebook.segment.weblabels import label_starts, web_title

_LEAST_ITEMS = 3  # with a number, or titles that weigh enough, in a line run together
_LEAST_LONG = 0.7  # of a document in such lines: the page itself was run together
_LEAST_WRAPPED = 0.4  # ... if an editor broke them again, some of them at full stops
_TITLE = 140  # characters in which a title ends
_LABELLED = 400  # characters from a title to the label "Minutes:" of a web page
_LEAST_TITLE = 3  # characters of one
# "1 Abstention Resolved: Ada Bell", "... in silence. Minutes: The Chair"
_LABEL = re.compile(
    r"(?<=\s)(?<!\bthe\s)(?<!\bof\s)(?<!\bby\s)(?<!\bto\s)(?<!\band\s)(?<!\bin\s)"
    r"(?=(?:RESOLVED|AGREED|RECOMMENDED|DECISIONS?|REPORTED|RECEIVED|CONSIDERED|NOTED"
    r"|ACTIONS?|MINUTES|APOLOGIES|Resolved|Agreed|Recommended|Decisions?|Reported"
    r"|Received|Considered|Noted|Actions?|Minutes|Apologies|Proposed|Seconded|Moved)\s?:"
    r"|(?:RESOLVED|AGREED|RECOMMENDED|Resolved|Agreed|Recommended)\s[-–]\s(?=[A-Z])"
    # who came, one behind the other: columns that were torn apart have no commas
    r"|(?:PRESENT|ABSENT|IN\sATTENDANCE|ALSO\sPRESENT|Present|Absent|In\s[Aa]ttendance"
    r"|Also\s[Pp]resent|Officers?|Officials|Members|Councillors|Secretariat)\s?:"
    r"[^:]{0,60}[,;(])"
)
# "In attendance: Mr S Orr (for item 6). [The Chair told the Board of ...]"
_LISTED = re.compile(
    r"(?:PRESENT|ATTENDANCE|APOLOGIES|Present|ttendance|Apologies)\s?:"
)
# the parts of a list: "(a) That", "ii) That", "b) the Chair"
_PART = re.compile(r"(?<=\s)\(?(?P<mark>[a-z]|[ivx]{2,4})\)\s{1,3}(?=\w)")
_NEXT = {"a": "b", "i": "ii"}
_FINITE = (
    r"(?:was|were|is|are|has|have|had|will|would|gave|took|said|went|put|came|told|met"
    r"|thanked|[a-z]{3,14}ed)\b"
)
# "Closure [The Speaker thanked all]", "Apologies [Apologies were received]"
_SENTENCE = re.compile(
    r"(?<=[\w)’']\s)(?=(?:The|There|It|This|These|An?|Mr|Mrs|Ms|Miss|Dr|Cllrs?|Councillors?"
    r"|Members|Apologies|No|All|On|At|In|Following)\b\.?\s"
    rf"(?:(?!{_FINITE})[^;:\n]){{0,120}}?\b{_FINITE})"
    r"|(?<=[\w)’']\s)(?=(?:None|Nil|NONE|NIL|N/A)\b(?=[\s.]))"
)
# the end of a sentence, not "D.A. [O. Orr]"
_ENDED = re.compile(r"[a-z0-9)’'”\"]{2}[.:;!?]\s\Z")
_STOP = re.compile(
    r"(?:(?<!\b[A-Z])(?<!Cllr)(?<!\bM[rs])(?<!\bMrs)(?<!\bDr)\.|[:;?])\s"
)
_DOES = re.compile(rf"\b{_FINITE}")
# "ALLOTMENTS [A letter was read]", "ELECTION OF CHAIR [Moved by Cllr Holt]"
_CAPITALS = re.compile(
    r"(?=[A-Z ’'/&-]{0,12}[A-Z]{4})"
    r"(?:(?!MOVED|RESOLVED|NONE\b)(?:[A-Z&][A-Z’'/&,-]{0,20}|–)\s){1,9}"
    r"(?=[A-Z][a-z]|A\s[a-z]|(?:MOVED|RESOLVED|NONE)\b)"
)
_NUMBERED = re.compile(r"\(?[A-Za-z/&]{0,6}[./ -]?\d[\w./-]{0,14}[.):]?\s{0,3}")
# "Date of next meeting [28th October 2016]"
_DATED = re.compile(
    r"(?<=[Mm]eeting\s)(?=(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s|\d{1,2}(?:st|nd|rd|th)?"
    r"\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)))"
)


def break_flat(source: SourceDocument) -> SourceDocument:
    """Return the document with line ends where a page run together had them.

    Only blanks become line ends, or line ends blanks, so that every offset stays what
    it was.
    """
    joined = _join_wrapped(source)
    least = _LEAST_LONG if joined is source else _LEAST_WRAPPED
    broken = _break_long(joined, least)
    return source if broken is joined else broken


def _join_wrapped(source: SourceDocument) -> SourceDocument:
    """Return the document with lines that an editor broke at its margin as one.

    Only those that are long together: a page that was run together, then wrapped.
    """
    runs = [[*x] for x in _wrapped_runs(source)]
    if all(len(x) == 1 for x in runs):
        return source
    text = list(source.text)
    lines = []
    for run in runs:
        first, last = run[0], run[-1]
        if last.end - first.start < FLAT_LINE:
            lines += run
            continue
        for line in run[:-1]:
            text[line.end] = " "
        lines.append(replace(first, end=last.end, wraps=last.wraps))
    return replace(source, text="".join(text), lines=tuple(lines))


def _wrapped_runs(source: SourceDocument) -> Iterator[list[Line]]:
    """Yield the lines of plain text, each with those that go on in the next."""
    run: list[Line] = []
    for line in source.lines:
        if run and not _goes_on(source.text, run[-1], line):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _goes_on(text: str, before: Line, after: Line) -> bool:
    """Say whether a line of plain text, which its format wraps, goes on in the next."""
    plain = before.box is None and before.table is None and not after.furniture
    return before.wraps and plain and text[before.end : after.start] == "\n"


def _break_long(source: SourceDocument, least: float) -> SourceDocument:
    """Return the document with its long lines broken where lines began.

    `least` is the share of it that stands in them if what was learnt is to count.
    """
    long = [x for x in source.lines if x.end - x.start >= FLAT_LINE]
    if not long:
        return source
    starts = _item_starts(source)
    length = sum(x.end - x.start for x in source.lines)
    learnt = sum(x.end - x.start for x in long) >= least * length
    cuts = {x.start: _find_breaks(source.text, x, starts, learnt) for x in long}
    if not any(cuts.values()):
        return source
    text = list(source.text)
    for at in (x for found in cuts.values() for x in found):
        text[at - 1] = "\n"
    broken = "".join(text)
    lines = _parted(source.lines, cuts, broken)
    return replace(source, text=broken, lines=tuple(lines))


def _item_starts(source: SourceDocument) -> list[int]:
    """Return where numbers that count on begin inside the paragraphs of a document."""
    counted = find_counted(source.text, find_paragraphs(source))
    return sorted(x for found in counted.values() for x in found)


def _find_breaks(
    text: str, line: Line, starts: Sequence[int], learnt: bool
) -> list[int]:
    """Return where the lines of a line run together began, behind a blank each.

    By rules, and by what was learnt of such pages.
    """
    begin, end = line.start + 1, line.end
    counted = [x for x in starts if begin <= x < end]
    cuts = find_cuts(text, begin, end, counted)
    capitals = find_capitals(text, begin, end)
    labels = {x.start() for x in _LABEL.finditer(text, begin, end)}
    items = _sure_items(text, begin, cuts, counted, capitals) - labels
    titled = {*label_starts(text, line.start, end)}
    numbered = sum(_behind_number(text, x) > x for x in items)
    weighed = _weighed(text, line, items) if learnt and not titled else []
    lost = find_lost_breaks(text, line.start, end) if learnt else []
    if not (lost or titled or numbered >= _LEAST_ITEMS or len(weighed) >= _LEAST_ITEMS):
        return []
    ends = {x.opens: x.end + 1 for x in weighed}
    items |= titled | ends.keys()
    items |= {x for at in items if (x := _first_part(text, at, end))}
    found = items | labels | {*_parts(text, begin, end)}
    found |= {*_list_ends(text, begin, sorted(found | {end}))}
    found |= {*find_list_breaks(text, line.start, min(items, default=end))}
    for at in sorted(items):
        if ended := ends.get(at) or _title_end(text, at, found, line):
            found.add(ended)
    found |= {*_in_text(lost, items, weighed)}
    found -= {x for at in items if (x := _behind_number(text, at)) > at}
    found -= {x for x in found if _follows_mark(text, x, found)}
    return sorted(x for x in found if begin <= x < end and text[x - 1] == " ")


def _follows_mark(text: str, at: int, breaks: set[int]) -> bool:
    """Say whether a lone number or mark stands on the line above a break: "(a)"."""
    before = text.rfind(" ", 0, at - 1) + 1
    return before in breaks and is_number(text[before : at - 1])


def _weighed(text: str, line: Line, items: set[int]) -> list[Title]:
    """Return the titles that weigh enough, and in which no item begins."""
    titles = find_titles(text, line.start, line.end)
    return [x for x in titles if not any(x.start < y < x.end for y in items)]


def _in_text(
    lost: Iterable[int], items: set[int], titles: Sequence[Title]
) -> Iterator[int]:
    """Yield the line ends behind the first item, and inside no title.

    Above it stands who came: lists whose columns were torn are read as they stand.
    """
    first = min(items, default=None)
    inside = {x for title in titles for x in range(title.opens + 1, title.end + 1)}
    if first is not None:
        yield from (x for x in lost if x >= first and x not in inside)


def _sure_items(
    text: str,
    begin: int,
    cuts: Sequence[int],
    counted: Sequence[int],
    capitals: Sequence[int],
) -> set[int]:
    """Return the cuts that count on, end a sentence, or are next to such a number.

    Headings in capitals are sure where several of them stand on the page.
    """
    cuts = [x for x in cuts if x in counted or not _MONTH.match(text, x)]
    items = {
        x for x in cuts if x in counted or _ENDED.search(text, max(begin, x - 6), x)
    }
    items |= {*capitals}
    values = {_whole(text, x) for x in items} - {None}
    beside = {value + step for value in values if value for step in (-1, 1)}
    return items | {x for x in cuts if _whole(text, x) in beside}


_MONTH = re.compile(r"\d{1,2}(?:st|nd|rd|th)?\s" + MONTH)  # "on [4 July]"


def _whole(text: str, at: int) -> int | None:
    """Return the whole number that opens an item: 4 for "4.0 ROADS"."""
    match = re.match(r"(?:I(?:tem|TEM)\s)?(\d{1,4})", text[at : at + 9])
    return int(match[1]) if match else None


def _behind_number(text: str, at: int) -> int:
    """Return where the words behind the number of an item begin."""
    number = _NUMBERED.match(text, at)
    return number.end() if number else at


def _first_part(text: str, at: int, end: int) -> int | None:
    """Return where the first part of an item begins: "5. Paths [5.1] Low Lane"."""
    number = re.match(r"\d{1,3}(?=[.)]?\s)", text[at : at + 5])
    if number is None:
        return None
    part = re.compile(rf"(?<=[a-z.)]\s){number[0]}\.1\.?\s(?=[A-Z])")
    match = part.search(text, at, min(end, at + _TITLE))
    return match.start() if match else None


def _parts(text: str, begin: int, end: int) -> Iterator[int]:
    """Yield where the parts of lists begin that count on: (a) and (b), i) and ii)."""
    open_at: dict[str, int] = {}  # the mark that goes on, and where its forerunner is
    opened: set[int] = set()
    for match in _PART.finditer(text, begin, end):
        mark = match["mark"]
        before = open_at.pop(mark, None)
        if before is not None:
            if before not in opened:
                yield before
            yield match.start()
            opened |= {before, match.start()}
        follower = _follower(mark)
        if follower and (before is not None or mark in _NEXT):
            open_at[follower] = match.start()


def _follower(mark: str) -> str | None:
    """Return the mark behind a mark: "b" behind "a", "iii" behind "ii"."""
    if mark in _NEXT:
        return _NEXT[mark]
    if mark in ROMANS[1:-1] and mark != "v":
        return ROMANS[ROMANS.index(mark) + 1]
    return chr(ord(mark) + 1) if len(mark) == 1 and mark < "z" else None


def _title_end(text: str, at: int, breaks: set[int], line: Line) -> int | None:
    """Return where a sentence or an answer begins behind the title of an item."""
    low = _behind_number(text, at)
    web = web_title(text, low, min(line.end, low + _LABELLED))
    if web:
        return web[0] + 1
    until = min((x for x in breaks if x > low), default=line.end)
    high = min(until, low + _TITLE)
    capitals = _CAPITALS.match(text, low, high)
    if capitals:
        return capitals.end()
    match = _SENTENCE.search(text, low + 3, high) or _DATED.search(text, low, high)
    title = text[low : match.start()] if match else ""
    if match and not (_STOP.search(title) or _DOES.search(title)):
        return match.start()
    part = Paragraph(at, until, (replace(line, start=at, end=until),))
    _, ended, body, alone = cut_title(text, part, low)
    body += len(text[body:until]) - len(text[body:until].lstrip())
    parted = not alone and ended - low >= _LEAST_TITLE
    return body if parted and text[body : body + 1].isupper() else None


def _list_ends(text: str, begin: int, breaks: Sequence[int]) -> Iterator[int]:
    """Yield where a sentence begins behind a list of who came."""
    for listed in _LISTED.finditer(text, begin, breaks[-1]):
        until = next(x for x in breaks if x >= listed.end())
        told = _TOLD.search(text, listed.end(), until)
        if told:
            yield told.start()


_TOLD = re.compile(
    rf"(?<=[a-z)\d]\.\s)(?=(?:The|It|There|An?)\s[^.;:\n]{{0,60}}?\b{_FINITE})"
)


def _parted(
    lines: Sequence[Line], cuts: dict[int, list[int]], text: str
) -> Iterator[Line]:
    """Yield the lines, those that are broken in pieces, each in a row of its own."""
    more = 0
    for line in lines:
        edges = [line.start, *cuts.get(line.start, ()), line.end]
        for at, (start, stop) in enumerate(pairwise(edges)):
            end = start + len(text[start:stop].rstrip())
            more += at > 0
            yield replace(line, start=start, end=end, row=line.row + more)
