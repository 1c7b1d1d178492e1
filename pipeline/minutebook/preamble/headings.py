"""Finds the names in a heading that may be those of the body that met."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from minutebook.grammar.leaps import leaping
from minutebook.preamble.bodykinds import (
    SMALL_WORDS,
    has_parts,
    is_bare,
    is_numbered,
    keeps_whole,
    looks_named,
    noun_pattern,
    split_of,
    split_whole,
)
from minutebook.preamble.namings import BRACKET, TEXT, Naming, cut_name, says_which
from minutebook.preamble.spoken import find_spoken
from minutebook.preamble.when import find_dates
from minutebook.records import SourceDocument

# Where the name of a body ends inside a heading
_STOP = rf"""(?=\s*(?:\bheld\b|\bto\s+be\s+held\b
    |\bwhich\b|\bwas\b|\bwere\b|\bmet\b|\bconvened\b
    |\bfollowing\b|\bstarting\b|\bcommenc\w+|\bcalled\b|\btook\b|\bon\s+(?:the\s+)?(?:\d|\w+day)
    |\bat\s+(?:the\b|\d|\w+\s+\w+)|\bin\s+the\b|\bvia\b|\bby\s|\b\d{{1,2}}(?:st|nd|rd|th)
    |\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\bdate[d:]|\btime:|\bvenue|\bpresent:
    |{BRACKET}|[–—:;|\t]|,(?!\s[^,.:;\n]{{2,50}}\s(?:and|&)\s{{1,3}}[^,.:;\n]{{2,50}}\b(?-i:C|c)ommittee\b
      |\s(?:[A-Z][\w-]{{1,20}}\s){{1,3}}District\sNo\b)
    |\s-\s|(?<!\bst)(?<!\bmt)(?<!\bft)\.\s|$))"""


# "Minutes of the Ordinary Meeting of Thornbeck Parish Council held at"
_MEETING_OF = re.compile(
    rf"""\b(?:minutes?|notes?|record|proceedings|meeting)\b
    (?:\s+[\w'’/-]+){{0,9}}?\s+(?:meeting|session|assembly)s?\s+of
    \s+(?:the\s+)?(?P<name>{TEXT}){_STOP}""",
    re.I | re.X,
)


_A_MEETING_OF = re.compile(
    rf"""\b(?:meeting|session)\s+of\s+(?:the\s+)?(?P<name>{TEXT}){_STOP}""",
    re.I | re.X,
)


# "Minutes of the Thornbeck Parish Council Meeting held on"
_BODY_MEETING = re.compile(
    rf"""\b(?:minutes?|notes?|extract)\s+(?:of|from)\s+(?:the\s+)?
    (?:public\s+hearings?\s+and\s+)?(?P<name>{TEXT})\s+(?:meeting|agm|session)\b""",
    re.I | re.X,
)


# "Minutes of the annual Thornbeck Parish Council"
_MINUTES_OF = leaping(
    rf"""\bminutes?\s+(?:of|from)\s+(?:the\s+)?(?P<name>{TEXT}){_STOP}""", re.I | re.X
)


# "The Thornbeck Township Annual Meeting was called to order"
_X_MEETING_WAS = re.compile(
    rf"""\bthe\s+(?P<name>{TEXT})\s+meeting\s+(?:was|is)\s+(?:called|held|opened)\b""",
    re.I | re.X,
)


# "Our slogan 3 May 2019 The Town of Marl Council Meeting Minutes": a flattened head
_THE_MINUTES = re.compile(
    r"(?<=[,.\d]\s)The\s(?P<name>[A-Z][^,.;:\n]{3,80}?)\sMeeting\sMinutes\b"
)


# "The Board of Marl School District met in regular session": its subject; who "met the
# clerk", or "met its costs", held no meeting
_CAME_TOGETHER = re.compile(
    r"""\s(?:(?:met|convened|assembled)(?!\s(?:all|before|with|the|its|their|his|her|up)\b)
    |h(?:eld|olds)\s(?:its|their|an?|the)\b[^\n.]{0,50}?\b(?:meeting|session|agm))\b""",
    re.I | re.X,
)
_SUBJECT = re.compile(
    r"(?:(?:\A|(?<=[.\n]))[ \t*_>\d]{0,6}(?:the[ ])?"
    r"|(?:(?<=, )|(?<=\d{4} ))the\s)(?=[A-Z])",
    re.I,
)


# "Low Fold Village Hall (Registered Charity No. 1)", "Kestrel CIC, company number 2"
_REGISTERED = re.compile(
    r"""^[ \t*#>]{0,6}(?P<name>(?-i:[A-Z])[^\n(,;]{2,80}?)[\s(,;*–-]{1,6}
    (?:an?\s)?(?:uk\s|english\s|scottish\s|irish\s)?
    (?:(?:reg(?:istered|\.)?\s)?(?:charit(?:y|able\s\w+)|company|cio)\s
      (?:reg\w*\s)?(?:no|num|reg)|registered\s(?:charity|company|in\s)
      |limited\sby\sguarantee)""",
    re.I | re.X | re.M,
)


_COUNCIL_OF = re.compile(r"council of the (?!corporation)\w", re.I)


# "Title of Meeting: Finance Committee", "COMMITTEE | Finance"
_LABEL = re.compile(
    r"""^[ \t|*>#]*(?:title\s+of\s+(?:the\s+)?meeting|name\s+of\s+(?:the\s+)?\w+|meeting
    (?:\s+(?:name|title|of|body))?|committee|body)
    [ \t]*(?:[:;|\t][ \t:;|*]*\n?[ \t]*)(?P<name>[^\n\t|]{3,100})""",
    re.I | re.X | re.M,
)


_LABEL_ROW = re.compile(
    r"""^[ \t|]*(?:committee|meeting|body|board)[ ;:]*\t[ \t]*date[ ;:]*\n
    [ \t|]*(?P<name>[^\n\t|]{3,100})""",
    re.I | re.X | re.M,
)


# "Agenda and draft minutes Audit Committee Tuesday, 7th May, 2019": a page's title
_LISTED = re.compile(
    r"""\b(?:agenda|decisions)\s+(?:and|&)\s+(?:draft\s+|printed\s+)?minutes\s+
    (?P<name>[A-Z][^\n.;|:]{3,90}?)\s+[-–]?\s*
    (?=(?:mon|tues|wednes|thurs|fri|satur|sun)day\b)""",
    re.I | re.X,
)


# "Thornbeck Council Home A to Z": the site that a flattened page was on
_SITE = re.compile(
    r"""\A\s*(?P<name>(?:[A-Z][\w'’&-]+\s+(?:(?:and|of|upon|&)\s+)?){1,6}?Council)\s+
    (?=(?:Home|Agendas?|Menu|Skip|Search|Browse|Meetings?)\b)""",
    re.X,
)


_NOT_VALUE = re.compile(
    r"^(?:date|time|venue|place|no|number|attend|present|held|members?|minutes"
    r"|cllrs?|councillor|mrs?|ms|dr)\b|^\W*\d",
    re.I,
)


def find_candidates(source: SourceDocument, head_end: int) -> list[Naming]:
    found = [
        y
        for x in (
            *_in_head(source.text, head_end),
            *_in_own_lines(source.text, head_end),
            *_in_parts(source.text, head_end),
            *_in_sentences(source.text, head_end),
            *_in_lines(source, head_end),
            *_in_metadata(source),
        )
        for y in _part(_unabbreviate(x))
        if not (_TRAIL.search(y.name) or _SEVERAL.search(y.name))
    ]
    if not any(x.score >= 4 or x.rule in _ENOUGH for x in found):
        found += find_spoken(source.text, head_end)
    return found


# "Home > Committees > Planning Committee": the way to a page, and no name
_TRAIL = re.compile(r"\s[>»›·|]\s|^home\b\W", re.IGNORECASE)
# "Holt and Marl Town Councils": no one body
_SEVERAL = re.compile(r"(?:Councils|Boards|Committees|Authorities)$")
_ENOUGH = {"body-registered", "body-title-unnamed"}
_SHORT = re.compile(
    r"^(?P<place>[A-Z][\w'’-]+(?:[ -](?:[A-Z&][\w'’-]*|and|upon|on|le|in|with)){0,4})"
    r" (?P<kind>P\.?C|T\.?C|WG)$"
)


_LONG = {"PC": "Parish Council", "TC": "Town Council", "WG": "Working Group"}


def _unabbreviate(naming: Naming) -> Naming:
    """Return "Thornbeck Parish Council" for "Thornbeck PC"."""
    match = _SHORT.match(naming.name)
    if not match or re.fullmatch(r"[A-Z]{1,4}", match["place"]):
        return naming
    kind = _LONG[match["kind"].replace(".", "")]
    kind = kind.upper() if match["place"].isupper() else kind
    return replace(naming, name=f"{match['place']} {kind}")


def _part(naming: Naming) -> Iterator[Naming]:
    """Yield a name, or the authority's and its committee's where it holds both.

    "Penmere District Council Elm Ridge Community Board" is two, "Elm Ridge Park
    District Board" one: a board of no name of its own, as is a county's.
    """
    office = _OFFICE.match(naming.name)
    of = split_of(naming.name)
    if office and noun_pattern().search(office["part"]):
        of = office["part"], office["whole"]
    whole, part = (of[1], of[0]) if of else split_whole(naming.name) or ("", "")
    if not whole or is_bare(part) or is_bare(whole) or part.lower() == "council":
        yield naming
        return
    if not of and keeps_whole(whole, part):
        yield naming
        return
    exact = naming.end - naming.start == len(naming.name)
    at = naming.start + naming.name.rindex(part) if exact else naming.start
    end = at + len(part) if exact else naming.end
    yield replace(naming, name=part, start=at, end=end)
    at = naming.start + naming.name.index(whole) if exact else naming.start
    end = at + len(whole) if exact else naming.end
    yield replace(
        naming, name=whole, start=at, end=end, rule="council-of-part", score=3
    )


# "Home Office Data Group": a ministry, then a group of its
_OFFICE = re.compile(
    r"(?P<whole>(?:cabinet|home|foreign|scotland|wales|northern ireland) office)"
    r"\W{1,4}(?P<part>\w.*)",
    re.I,
)
# "TOWN OF THORNBECK ORDINARY COUNCIL MEETING MINUTES": a place that governs itself
_PLACE_MEETING = re.compile(
    r"""^[ \t|*>#]{0,8}
    (?P<name>(?:shire|township|town|city|village|county|borough)\s+of
      (?:[ ](?-i:[A-Z])[\w'’-]{1,30}){1,4}?)
    [ ]+(?:ordinary|special|regular)[ ]+(?:council[ ]+)?(?:meeting|minutes)\b""",
    re.I | re.X | re.M,
)


# "PLANNING COMMITTEE MEETING OF THORNBECK TOWN COUNCIL": the part, then its whole
_PART_MEETING = re.compile(
    rf"""(?:\A|\n|\b(?:of|at)\s(?:the\s)?)[ \t*#>]{{0,8}}
    (?P<name>(?-i:[A-Z])[^\n.,:;|]{{3,70}}\b
      (?:committee|sub-?committee|panel|board|commission|forum))
    \s+(?:(?:regular|special|ordinary|monthly|annual)\s)?meeting\s+of\s+(?:the\s+)?
    (?P<whole>{TEXT}){_STOP}""",
    re.I | re.X,
)


def _in_parts(text: str, head_end: int) -> Iterator[Naming]:
    """Yield a committee and the authority whose it is, "meeting of" between them."""
    for match in _PART_MEETING.finditer(text, 0, head_end):
        part = cut_name(text, *match.span("name"), "body-part-meeting", 9)
        whole = cut_name(text, *match.span("whole"), "council-of-part", 3)
        if part and whole and looks_named(part.name) and has_parts(whole.name):
            yield part
            yield whole


# "Low Fold Hall – Management Committee": the committee that is all of its whole
_OWN_COMMITTEE = re.compile(
    r"""^[ \t*#]{0,6}(?P<name>(?P<whole>[A-Z][^\n–—|:,;.\d]{3,60}?)\s{1,3}[-–—]\s{1,3}
    (?:(?:Management|General|Executive)\s)?(?:Committee|Trustees|Board))[ \t*]{0,4}$""",
    re.X | re.M,
)


def _in_own_lines(text: str, head_end: int) -> Iterator[Naming]:
    """Yield "Low Fold Hall – Management Committee" as one name, dash and all."""
    match = _OWN_COMMITTEE.search(text, 0, min(head_end, 600))
    if match and not (has_parts(match["whole"]) or says_which(match["whole"])):
        named = " ".join(match["name"].split())
        yield Naming(named, *match.span("name"), "body-line-own", 9)


def _in_head(text: str, head_end: int) -> Iterator[Naming]:
    rules = (
        (_LABEL, "body-label", 9),
        (_LABEL_ROW, "body-label-row", 9),
        (_MEETING_OF, "body-meeting-of", 8),
        (_A_MEETING_OF, "body-a-meeting-of", 6),
        (_BODY_MEETING, "body-x-meeting", 7),
        (_MINUTES_OF, "body-minutes-of", 6),
        (_LISTED, "body-listed", 8),
        (_SITE, "council-of-site", 4),
        (_X_MEETING_WAS, "body-x-meeting-was", 6),
        (_THE_MINUTES, "body-the-minutes", 8),
        (_PLACE_MEETING, "body-place-meeting", 6),
        (_REGISTERED, "body-registered", 0),
    )
    for pattern, rule, score in rules:
        for match in pattern.finditer(text, 0, head_end):
            if rule.startswith("body-label") and _NOT_VALUE.match(match["name"]):
                continue
            named = cut_name(text, match.start("name"), match.end("name"), rule, score)
            if named and rule == "body-a-meeting-of" and _COUNCIL_OF.match(named.name):
                named = replace(named, score=8)
            if named and _LAST.match(match["name"]):
                named = replace(named, score=score - 3)
            if (
                named
                and rule == "body-x-meeting"
                and named.end < match.end("name") - 12
                and not says_which(text[named.end : match.end("name")])
            ):
                continue
            if named and (
                noun_pattern().search(named.name)
                or (rule in _SURE and not re.search(r"\b[a-z]", named.name))
            ):
                yield named


_LONGEST_SUBJECT = 130  # characters
_FIRST_SENTENCES = 400  # characters behind the heading that may say who met


def _in_sentences(text: str, head_end: int) -> Iterator[Naming]:
    """Yield the subject of a sentence that says who met."""
    for verb in _CAME_TOGETHER.finditer(text, 0, head_end + _FIRST_SENTENCES):
        low = max(0, verb.start() - _LONGEST_SUBJECT)
        for lead in [*_SUBJECT.finditer(text, low, verb.start())][-2:]:
            if "\n\n" in text[lead.end() : verb.start()]:
                continue
            named = cut_name(text, lead.end(), verb.start(), "body-x-met", 6)
            if not named or named.end != verb.start() or named.name[0].isdigit():
                continue
            if looks_named(named.name) and not _SOME_OF.match(named.name):
                yield named


# "Members of the Holt Youth Club met in the park": no meeting of the club
_SOME_OF = re.compile(
    r"(?:\w{1,30}\s)?(?:members|residents|representatives|volunteers)\b", re.I
)


_LAST = re.compile(r"(?:last|previous|latest)\b", re.I)


_SURE = {
    "body-label",
    "body-label-row",
    "body-meeting-of",
    "body-x-meeting",
    "body-registered",
}


def _in_lines(source: SourceDocument, head_end: int) -> Iterator[Naming]:
    text = source.text
    for line in source.lines:  # a running head names the body as well
        if line.start >= head_end:
            break
        if line.struck or source.text.startswith(("•", "·", "◦"), line.start):
            continue
        stop = min(line.end, line.start + 220, head_end)
        if text.count(",", line.start, stop) > 4:
            continue
        for start, end in _parts(text, line.start, stop):
            named = cut_name(text, start, end, "body-line", 5)
            if named and _is_heading(text, named, end):
                yield replace(named, rule="body-line-unnamed", score=3)
            named = named and _unabbreviate(named)
            if named and _REGISTER.match(text, named.start, line.end):
                continue
            if named and _AFTER.search(text, max(0, start - 30), named.start):
                continue
            if named and (looks_named(named.name) or is_numbered(named.name)):
                bold = 1 if line.heading == 1 or line.bold else 0
                met = 2 if _MET.search(text, named.end, end) else 0
                yield replace(named, score=named.score + bold + met)


def _is_heading(text: str, named: Naming, end: int) -> bool:
    """Return whether a line is "Quarry Liaison Minutes": no noun, but a meeting."""
    words = named.name.split()
    return (
        len(words) <= 5
        and all(w[0].isupper() or w in SMALL_WORDS or w == "&" for w in words)
        and not re.search(r"\d|[,:]", named.name)
        and not _WAY.search(named.name)
        and bool(_MET.match(text[named.end : end].lstrip()))
    )


# "Holt Friends (Charity No 1)": no name of a body
_REGISTER = re.compile(r"(?:charity|company|cio|scio)\s(?:reg\w*\s)?(?:no|num)", re.I)
# "held after the parish meeting": another meeting
_AFTER = re.compile(r"\b(?:following|after|before)\s+(?:the\s+)?$", re.I)
_MET = re.compile(r"\b(?:meeting|mtg|minutes|agm)\b", re.I)
# "Video/Phone meeting" says how they met
_WAY = re.compile(
    r"\b(?:video|phone|tele\w+|zoom|teams|web\w*|skype|hangouts?|online|remote|person"
    r"|face.to.face|call|team|staff|public|council)\b"
    r"|^(?:trustee|director|governor|member|councillor|officer|parent|teacher)s?$",
    re.I,
)


# A dash, a bar or a date parts the name of a body from what else is on its line
_PART = re.compile(
    r"\s+[-–—|]+\s+|\s/\s|/(?=(?:minutes|meetings?|agendas?)\b|\d)"
    r"|(?<=council)/(?=(?:cyngor|comhairle)\b)"
    r"|(?<=\w)/(?=[A-Z][\w’' -]{3,60}\s(?:community|town|county)\scouncil\b)"
    r"|[:;]\s|\s{4,}|\t|\bheld\b|\s\bon\s(?=\s*(?:the\s+)?\d|\s*\w+day)"
    rf"|\s(?:at|in)\s|(?<!\bno)(?<!\bst)(?<!\br\.m)[.](?=\s)|{BRACKET}"
    r"|\bminutes\s+(?:of|from)\b"
    r"|\s(?=(?:annual|ordinary|monthly|regular)\s+(?:mtg|meeting)\s+of\b)",
    re.I,
)


_AT_PLACE = re.compile(r"\s(?:at|in)\s", re.I)


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    position, place = start, False
    cuts = [(m.start(), m.end()) for m in _PART.finditer(text, start, end)]
    cuts += [(x.start, x.end) for x in find_dates(text, start, end)]
    for cut, after in [*sorted(cuts), (end, end)]:
        if cut > position and not place:
            yield position, cut
        place = bool(_AT_PLACE.fullmatch(text[cut:after]))
        position = max(position, after)


def _in_metadata(source: SourceDocument) -> Iterator[Naming]:
    values = dict(source.metadata)
    for key, raw in values.items():
        if key.rpartition(".")[2].lower() in _BODY_KEYS and len(raw) < _LONGEST_NAME:
            named = cut_name(raw, 0, len(raw), "body-title", 5)
            if named and noun_pattern().search(named.name):
                yield replace(named, start=0, end=0)
    for key in ("title", "Title", "subject"):
        raw = values.get(key, "")
        if not raw or raw.lower().endswith((".doc", ".docx", ".pdf", ".odt")):
            continue
        for pattern in (_MEETING_OF, _BODY_MEETING, _MINUTES_OF):
            match = pattern.search(raw)
            if match:
                named = cut_name(
                    raw, match.start("name"), match.end("name"), "body-title", 4
                )
                if named:
                    yield replace(named, start=0, end=0)
        for start, end in _parts(raw, 0, len(raw)):
            named = cut_name(raw, start, end, "body-title", 4)
            if named and noun_pattern().search(named.name):
                yield replace(named, start=0, end=0)
            elif named and key != "subject" and _is_title(raw, named):
                yield replace(named, start=0, end=0, rule="body-title-unnamed", score=2)


# fields of front matter that name who met: "meeting.body", "committee"
_BODY_KEYS = ("body", "committee", "council", "board", "panel", "forum", "organisation")
_LONGEST_NAME = 120  # characters of a field that is a name


def _is_title(raw: str, named: Naming) -> bool:
    """Return whether a title is "Quarry Liaison minutes": a name, then what it is."""
    words = named.name.split()
    return (
        2 <= len(words) <= 6
        and all(w[0].isupper() or w in SMALL_WORDS for w in words)
        and not re.search(r"\d|[,:]", named.name)
        and not _WAY.search(named.name)
        and bool(_MET.match(raw[named.end :].lstrip()))
    )
