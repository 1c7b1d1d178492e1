"""Recognises dates, and reads years left out from the document's own date."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from operator import attrgetter

from minutebook.grammar.country import reads_month_first
from minutebook.grammar.datehits import DateHit
from minutebook.grammar.dates import find_dates
from minutebook.grammar.datevalues import date_value
from minutebook.grammar.leaps import leaping
from minutebook.grammar.tongues import read_tongues
from minutebook.recognise.context import Context
from minutebook.records import DateValue, Mention, SourceDocument

# Words that say that something is still to come; minutes tell it as "was proposed for"
_FUTURE = leaping(
    r"\b(?:next|will|shall|to be|deadline|due|plann?(?:ed|ing|s)?|schedul(?:ed?|ing)"
    r"|forthcoming|upcoming|propos(?:ed?|al|ing)|suggest(?:ed|ion)|arrang(?:ed?|ing)"
    r"|held over|postponed|put off|comes? to an end|to follow|would be"
    r"|set for|future|is to|are to|closing date|book(?:ed|ing)?|takes? place)\b",
    re.IGNORECASE,
)
# Words that only make it likelier
_PERHAPS = re.compile(
    r"\b(?:would|should|could|hop(?:ed?|ing|es)|expect(?:ed|s)|by|until|from|ready|agenda"
    r"|additional|avoid|launch|start(?:s|ing)?|begin(?:s|ning)?|await(?:ing|ed))\b",
    re.IGNORECASE,
)
_PAST = leaping(
    r"\b(?:had [a-z]+(?:ed|en|n|t|k)|(?:was|were) held(?! over)"
    r"|held (?:on|in)|took|since"
    r"|last|dated|received|reported"
    r"|previous(?:ly)?|minutes of|ago|happened|occurred|raised|attended|completed|ended"
    r"|visited|began|started|met|cost|spent|paid|won|closed|opened|resigned|died|been"
    r"|wrote|written|sent|went)\b",
    re.IGNORECASE,
)
# "to hold a living history day in September": what is meant to be done then
_MEANT = re.compile(
    r"(?<!failed )(?<!unable )(?<!used )(?<!able )\bto (?!all\b|both\b|half\b)"
    r"[a-z]{3,12} (?:an?|the|its|our|their|another|some|more) [^.;:\n]{1,60}"
    r" (?:in|on)(?: the)? $"
)
# Words right before the date that leave no doubt
_SURELY_PAST = leaping(
    r"(?:(?:was|were|meeting|minutes|been) held (?:on|in)|minutes? of(?: the)?"
    r"|took place(?: on| in)?|dated|on the minutes of|since|met on"
    r"|(?:figures|statistics|accounts) for(?: the)?(?: (?:period|quarter|months))?"
    r"(?: from)?"
    r"|(?:was|were|had been|has been|have been) [a-z]{2,14} on) (?:the )?$",
    re.IGNORECASE,
)
# "The district decided on 2 March": what somebody did that day; but "is planned on"
_DID_ON = re.compile(
    r"\b(?!plann|schedul|arrang|propos|book|organis|postpon|rearrang|intend|expect|need"
    r"|fix|defer|adjourn|tim)[a-z]{2,12}(?<!e)ed(?:\s(?:it|them|this))?"
    r"(?:\s(?:off|out|up))?\son\s(?:the\s)?$"
)
# "the bank wrote in June that it will go"; but "the season started in June" is open
_DID_IN = re.compile(
    r"\b(?:wrote|written|met|came|went|said|told|bought|visited|asked|agreed|approved"
    r"|resolved|decided|received)(?:\s(?:it|them|this|back|to us))?\sin\s$"
)
_TO_BE = re.compile(
    r"\b(?:is|are|be|being|to|will|shall|can|may|should|would)\s(?:\w{1,20}\s){0,2}$"
)
_SURELY_FUTURE = leaping(
    r"(?:will be held (?:on|in)|next meeting(?: is| will be)?:?(?: on)?"
    r"|to be held (?:on|in)|take place (?:on|in)|deadline(?: is| of)?:?|due:?"
    r"(?: by| on)?"
    r"|(?:fixed|set|arranged|scheduled|booked) for|closing date:?"
    r"|until (?:at least|after|the end of)) (?:the )?$",
    re.IGNORECASE,
)
# "AGM 2023 – 26 November"
_YEAR_AHEAD = re.compile(r"\b((?:19|20)[0-9]{2})(?:\s?[–—]\s?|\s-\s|:\s)$")
# "August next year"
_YEAR_SAID = re.compile(r",? (?:of )?(last|this|next) year\b")
_SENTENCE_END = re.compile(r"[.!?;](?=\s)|\n\s*\n|\t")
# What stands before or behind a number inside an address or the name of a file
_ADDRESS_BEFORE = re.compile(r"://|www\.|\]\(|%20|@[a-z]|<[a-z]")
_ADDRESS_BEHIND = re.compile(r"%20|[\w.-]{0,60}@[a-z]|[\w.-]{0,60}\.[a-z]{3,4}\b")
# "17.03.02 Register of Interests": a numbering that begins lines
_LINE_NUMBER = re.compile(r"[ \t]{0,20}([0-9]{1,2}\.[0-9]{1,2})\.[0-9]{1,3}\b")
# "COUNCIL DECISION 17.08.01", "Resolution No. 24/03/02": what is counted so
_NUMBER_OF = re.compile(
    r"\b(?:(?:decision|resolution|recommendation|motion|item|minute\sno|ref)\.?(?:\sno)?"
    r"\.?|res\.?\sno\.?)[ :#]{1,3}$",
    re.IGNORECASE,
)
# "15/04 Admissions": a year's or a meeting's minutes, numbered in one run
_LINE_SLASH = re.compile(r"[ \t]{0,20}([0-9]{2})/[0-9]{2}(?![/0-9])")
_LINE_STARTS = re.compile(r"\n(?=[ \t0-9])")
# "1 to 8 November"
_SPAN = re.compile(r"(?P<one>[^\n]{1,30}?)\sto\s(?:the\s)?(?P<two>[^\n]{1,30})")
_LEAST_NUMBER = 4  # characters of an item's number that may begin a date: "7/07"
_APART = re.compile(r"\n\s*\n|\n\s*[•●▪*-]\s|\t")  # paragraphs, entries, cells
_NEARBY = 400  # characters within which one date is read in the light of another


Near = tuple[int, date] | None  # where a date ended and which it was


def recognise_dates(context: Context) -> tuple[Mention, ...]:
    """Return every mention of dates, in the order of the text."""
    source = context.source
    text = source.text
    found = read_tongues(text, find_dates(text, reads_month_first(text)))
    hits = [x for x in _in_text(text, found) if not _is_item_number(context, x)]
    hits = list(_parted(text, hits))
    base = _own_date(context, hits)
    hits = _with_shared_years(text, _with_month_years(text, hits, base))
    mentions: list[Mention] = []
    near: Near = None
    for hit in hits:
        value = _value(text, hit, base, near)
        if value is None:
            continue
        if value.precision != "year" and hit.style not in ("years", "short-years"):
            near = hit.end, date.fromisoformat(value.earliest)
        mentions.append(_mention(source, hit, value))
    return _in_content(source, mentions)


def _mention(source: SourceDocument, hit: DateHit, value: DateValue) -> Mention:
    name = " ".join(source.quote(hit.start, hit.end).split())
    return Mention("date", hit.start, hit.end, name, f"date-{hit.style}", date=value)


def _in_text(text: str, hits: list[DateHit]) -> list[DateHit]:
    """Return the hits that are neither part of an address nor of a numbering."""
    lines = (0, *(x.end() for x in _LINE_STARTS.finditer(text)))
    numbered = Counter(
        m[1]
        for x in (_LINE_NUMBER, _LINE_SLASH)
        for at in lines
        if (m := x.match(text, at))
    )
    return [
        x
        for x in hits
        if not _in_address(text, x) and not _is_numbering(text, x, numbered)
    ]


def _in_address(text: str, hit: DateHit) -> bool:
    """Return whether the words that the hit is glued to are an address."""
    before = text[max(0, hit.start - 300) : hit.start]
    glued = before.split()[-1] if before and not before[-1].isspace() else ""
    if _ADDRESS_BEFORE.search(glued):
        return True
    return bool(_ADDRESS_BEHIND.match(text, hit.end))


def _is_numbering(text: str, hit: DateHit, numbered: Counter[str]) -> bool:
    """Return whether "17.03.02" is a minute's number: others begin lines like it."""
    if hit.style not in ("numeric", "slash"):
        return False
    before = text[max(0, hit.start - 24) : hit.start]
    if hit.short_year and _NUMBER_OF.search(before):
        return True
    pattern = _LINE_NUMBER if hit.style == "numeric" else _LINE_SLASH
    match = pattern.match(text, text.rfind("\n", 0, hit.start) + 1)
    return bool(match and match.start(1) == hit.start and numbered[match[1]] > 2)


def _is_item_number(context: Context, hit: DateHit) -> bool:
    """Return whether "07/07" numbers an item, or "07/07/02" a paragraph of it."""
    text = context.source.text
    if hit.style == "month" and text[hit.start - 1 : hit.start] == "/":
        return bool(_REFERENCE.search(text, max(0, hit.start - 12), hit.start))
    if hit.style not in ("numeric", "slash"):
        return False
    items = context.sections.items
    at = bisect_right(items, hit.start, key=attrgetter("start")) - 1
    number = items[at].number if at >= 0 else None
    if number is None or len(number) < _LEAST_NUMBER or not number[-1].isdigit():
        return False
    opens = hit.start == 0 or text[hit.start - 1] in "\n\t"
    if hit.style == "slash":
        return opens and items[at].start == hit.start
    return opens and text.startswith((f"{number}/", f"{number}."), hit.start)


_REFERENCE = re.compile(r"\d/\d{1,3}/$")  # "Record No. RC/12/07/Oct/09"


# "moved from 1 to 8 November": two days, and no time between them
_MOVED = re.compile(
    r"\b(?:moved|changed|brought\sforward|put\sback|rescheduled|postponed|altered|switched"
    r"|shifted)\s(?:[a-z]{2,10}\s)?from\s(?:the\s)?$"
)


def _parted(text: str, hits: list[DateHit]) -> Iterator[DateHit]:
    """Yield the hits, a day and the one that it was moved to each for itself."""
    for hit in hits:
        days = _SPAN.fullmatch(text, hit.start, hit.end) if hit.day2 else None
        if days is None or not _MOVED.search(text[max(0, hit.start - 40) : hit.start]):
            yield hit
            continue
        yield hit._replace(end=days.end("one"), month2=None, day2=None, year2=None)
        start = days.start("two")
        month, year = hit.month2 or hit.month, hit.year2 or hit.year
        yield hit._replace(
            start=start, day=hit.day2, month=month, year=year, weekday=None,
            month2=None, day2=None, year2=None,
        )  # fmt: skip


def _with_month_years(
    text: str, hits: list[DateHit], base: date | None
) -> list[DateHit]:
    """Return "Apr 18", "May 18" as months of a year, where they are not days.

    They head columns; or the text, which writes its days before the months, has
    several months with the same number, that of a year close by.
    """
    first = [x for x in hits if x.style in ("day", "listed") and _leads(text, x)]
    close = [x for x in first if _may_be_year(text, x, base)]
    in_columns = [x for x in close if _fills_cell(text, x)]
    candidates = in_columns if len(close) < len(first) else close
    same = Counter(x.day for x in {(x.month, x.day): x for x in candidates}.values())
    months = {x.start for x in candidates if same[x.day] > 1}
    if candidates is close and any(same[x.day] < 2 for x in close):
        months &= {x.start for x in in_columns}
    return [
        x._replace(style="month", day=None, year=x.day, short_year=True)
        if x.start in months
        else x
        for x in hits
    ]


def _leads(text: str, hit: DateHit) -> bool:
    """Return whether the month is written before the day."""
    return not text[hit.start].isdigit() and hit.weekday is None


def _may_be_year(text: str, hit: DateHit, base: date | None) -> bool:
    """Return whether what stands behind the month may be the year: "Apr 18"."""
    if hit.style != "day" or hit.year or hit.is_range or not (base and hit.day):
        return False
    bare = text[hit.end - 2 : hit.end].isdigit()
    return bare and abs(base.year % 100 - hit.day) <= 1


def _fills_cell(text: str, hit: DateHit) -> bool:
    """Return whether a cell holds the hit and nothing else."""
    before, after = text[hit.start - 1 : hit.start], text[hit.end : hit.end + 1]
    return before in ("\t", "\n") and after in ("\t", "\n")


# "April and December 2013", "12 January, 9 February and 8 March 2017"
_AND = re.compile(r"[ \n](?:and|&|or)[ \n]|[,;][ \n](?:(?:and|&|or)[ \n])?")


def _with_shared_years(text: str, hits: list[DateHit]) -> list[DateHit]:
    """Return the hits, those of a list with the year that stands at its end."""
    shared = list(hits)
    for at in range(len(hits) - 2, -1, -1):
        one, two = hits[at], shared[at + 1]
        if one.year or not two.year or one.style != two.style:
            continue
        if one.style not in ("month", "day") or not (one.month and two.month):
            continue
        if _AND.fullmatch(text, one.end, two.start):
            early = (one.month, one.day or 0) < (two.month, two.day or 0)
            year = two.year if early else two.year - 1
            shared[at] = one._replace(year=year, short_year=two.short_year)
    return shared


def _in_content(source: SourceDocument, mentions: list[Mention]) -> tuple[Mention, ...]:
    """Return the mentions without those struck out; those of running heads once."""
    starts = [x.start for x in source.lines]
    body: list[Mention] = []
    margin: dict[str, Mention] = {}
    for mention in mentions:
        at = bisect_right(starts, mention.start) - 1
        line = source.lines[at] if at >= 0 else None
        if line is not None and line.furniture and mention.date:
            margin.setdefault(mention.date.iso, mention)
        elif line is None or not line.struck:
            body.append(mention)
    return tuple(sorted((*body, *margin.values()), key=lambda x: x.start))


def _own_date(context: Context, hits: list[DateHit]) -> date | None:
    """Return the day that the document is of, as well as it can be known."""
    if context.preamble.date:
        return date.fromisoformat(context.preamble.date)
    full = [v for v in (_full(x) for x in hits) if v]
    header = context.sections.header.end
    for hit in hits:
        value = _full(hit)
        if value and hit.start < max(header, 600):
            return value
    for key, written in context.source.metadata:
        if key.lower() in ("date", "start", "title", "meeting_date"):
            found = [v for v in (_full(x) for x in find_dates(written)) if v]
            if found:
                return found[0]
    if full:
        return full[0]
    years = Counter(x.year for x in hits if x.year and x.year > 1990)
    return date(max(years, key=lambda y: (years[y], y)), 7, 1) if years else None


def _full(hit: DateHit) -> date | None:
    """Return the day of a hit that is written in full."""
    if not hit.is_full or hit.is_range:
        return None
    value = date_value(hit)
    return date.fromisoformat(value.iso) if value else None


def _value(text: str, hit: DateHit, base: date | None, near: Near) -> DateValue | None:
    """Return the value of a hit, its year from the dates and words around it."""
    if near and not 0 <= hit.start - near[0] < _NEARBY:
        near = None
    if hit.style == "ordinal":
        apart = near is None or _APART.search(text, near[0], hit.start) is not None
        if apart and hit.weekday is None and base is not None:
            return date_value(hit, _month_beside(text, hit, base))
        return date_value(hit, _month_of(hit, near[1] if near else base, base))
    if hit.year is not None:
        value = date_value(hit, base)
        doubtful = hit.style == "short-years" and value and base
        return value if not doubtful or _is_near(value, base) else None
    ahead = _YEAR_AHEAD.search(text, max(0, hit.start - 12), hit.start)
    if ahead and hit.month and not hit.is_range:
        return date_value(hit._replace(year=int(ahead[1])), base)
    said = _YEAR_SAID.match(text, hit.end)
    if said and base and hit.month and not hit.is_range:
        year = base.year + {"last": -1, "this": 0, "next": 1}[said[1]]
        return date_value(hit._replace(year=year), base)
    return date_value(hit, base, _lean(text, hit), near[1] if near else None)


def _month_beside(text: str, hit: DateHit, base: date) -> date:
    """Return the month of "the 14th": the document's, else the one before or behind."""
    lean = _lean(text, hit) or ""
    if hit.day and hit.day > base.day and lean.endswith("past"):
        return base.replace(day=1) - timedelta(days=1)
    if hit.day and hit.day < base.day and lean.endswith("future"):
        return base.replace(day=28) + timedelta(days=4)
    return base


def _month_of(hit: DateHit, near: date | None, base: date | None) -> date | None:
    """Return the month in which "Wednesday 7th" is one, else the nearest date's."""
    if hit.weekday is None or base is None:
        return near
    month = base.replace(day=15)
    around = (month, month + timedelta(days=30), month - timedelta(days=30))
    for day in (near or base, *around):
        value = date_value(hit, day)
        if value and date.fromisoformat(value.iso).weekday() == hit.weekday:
            return day
    return near


def _is_near(value: DateValue | None, base: date | None) -> bool:
    """Return whether a value lies within some years of the document."""
    return bool(value and base and abs(int(value.iso[:4]) - base.year) < 5)


def _lean(text: str, hit: DateHit) -> str | None:
    """Return which way the words of the sentence point, None where they do not."""
    glue = text[max(0, hit.start - 40) : hit.start]
    if _SURELY_PAST.search(glue):
        return "past"
    did = _DID_ON.search(glue) if "ed " in glue else None
    did = did or _DID_IN.search(glue)
    if did and not _TO_BE.search(glue[: did.start()]):
        return "past"
    if _SURELY_FUTURE.search(glue):
        return "future"
    before = text[max(0, hit.start - 120) : hit.start]
    ends = list(_SENTENCE_END.finditer(before))
    before = before[ends[-1].end() :] if ends else before
    after = text[hit.end : hit.end + 60]
    end = _SENTENCE_END.search(after)
    after = after[: end.start()] if end else after
    around = f"{before}|{after}"
    if _FUTURE.search(around) or _MEANT.search(before):
        return "likely future"
    if _PAST.search(around):
        return "likely past"
    return "perhaps future" if _PERHAPS.search(before) else None
