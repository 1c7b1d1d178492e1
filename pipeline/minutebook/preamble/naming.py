"""Finds which body met and which authority it belongs to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from minutebook.assets import read_rows
from minutebook.preamble.when import find_dates
from minutebook.records import SourceDocument, Span


@dataclass(frozen=True, slots=True)
class Naming:
    """A name that may be the body's, where it stands, and how sure that is."""

    name: str
    start: int
    end: int
    rule: str
    score: int


def _alternation(kind: str | None = None) -> str:
    rows = read_rows("bodies.tsv")
    words = {x["word"] for x in rows if kind in (None, x["kind"])}
    ordered = sorted(words, key=lambda x: (-len(x), x))
    return "|".join(re.escape(x).replace(r"\ ", r"\s+") for x in ordered)


@cache
def _noun() -> re.Pattern[str]:
    """Return the pattern of a word that only bodies are called by."""
    return re.compile(rf"\b(?:{_alternation()})s?\b", re.I)


@cache
def _authority() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_alternation('authority')})\b", re.I)


@cache
def _below() -> re.Pattern[str]:
    """Return the pattern of a name that ends as a committee or the like does."""
    return re.compile(
        rf"\b(?:{_alternation('body')})s?$|^(?:municipal|metropolitan)\s+district", re.I
    )


# Words that never begin the name of a body: "Minutes of the last", "3rd", "Draft"
_SAFE = r"""(?:
    annual|monthly|bi-?monthly|quarterly|weekly|adjourned|inaugural|extra-?\s?ordinary
    |reconvened|rescheduled|ordinary|virtual|hybrid|final|draft|unconfirmed|confirmed
    |unapproved|approved|signed|extract|of|from|the|an?|last|latest|previous|proceedings
    |at|in\s+public|to|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth
    |eleventh|twelfth|\w+teenth|(?:twen|thir|for|fif|six|seven|eigh|nine)t(?:y(?:-[a-z]{3,7})?|ieth)
    |\d{1,3}(?:st|nd|rd|th)|agenda|and|&|notes?|record
    |meetings?|mtgs?|minutes?|mins|a\.?g\.?m\.?|egm|session|spring|summer|autumn|winter|called
    |january|february|march|april|may|june|july|august|september|october|november
    |december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|(?:19|20)\d\d|\d{1,2}
    |part\s+[a-d1-4]|action\s+points?|no\.?\s*\d+|mon(?:day)?|tue(?:s?day)?
    |wed(?:nesday)?|thu(?:rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|page|title)"""
# Words that may begin one, and say which meeting it was only before "meeting"
_LOOSE = r"""(?:general|special|regular|statutory|emergency|open|public|remote|online
    |joint|formal|informal|confidential|closed|scheduled|budget|organi[sz]ational|business
    |electronic|reorgani[sz]ation|full|town\s+hall)"""
_MEETING = r"(?:meetings?|mtgs?|minutes?|session|notes|proceedings)"
_FRONT = re.compile(
    rf"""^(?:[\W_]*\b(?:{_SAFE}
      |{_LOOSE}(?=(?:\s+{_LOOSE}){{0,2}}\s+(?:{_MEETING}|council|board|committee)\b
        (?!\s+committee)))
    (?![\w'’-])[\W_]*){{1,14}}""",
    re.I | re.X,
)
_ONLY_WHICH = re.compile(
    rf"(?:[\W_]*\b(?:{_SAFE}|{_LOOSE})(?![\w'’])){{1,14}}\W*", re.I | re.X
)
_BACK = re.compile(
    rf"(?:[\s:;,.\-–—|(]+\b(?:{_SAFE}|{_LOOSE})(?![\w'’])[\s:;,.\-–—|)]*){{1,14}}$",
    re.I | re.X,
)
# Where the name of a body ends inside a heading
_STOP = r"""(?=\s*(?:\bheld\b|\bwhich\b|\bwas\b|\bwere\b|\bmet\b|\bconvened\b
    |\bstarting\b|\bcommenc\w+|\bcalled\b|\btook\b|\bon\s+(?:the\s+)?(?:\d|\w+day)
    |\bat\s+(?:the\b|\d|\w+\s+\w+)|\bin\s+the\b|\bvia\b|\bby\s|\b\d{1,2}(?:st|nd|rd|th)
    |\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\bdate[d:]|\btime:|\bvenue|\bpresent:
    |[–—,:;(|\t]|\s-\s|\.\s|$))"""
_LINE_END = r"[ \t]*\n[ \t]*(?:\n[ \t]*)?"
_TEXT = rf"[^\n.;|]{{1,90}}?(?:{_LINE_END}[^\n.;|]{{1,70}}?){{0,3}}?"

# "Minutes of the Ordinary Meeting of Thornbeck Parish Council held at"
_MEETING_OF = re.compile(
    rf"""\b(?:minutes?|notes?|record|proceedings|meeting)\b
    (?:\s+[\w'’/-]+){{0,9}}?\s+(?:meeting|session|assembly)s?\s+of
    \s+(?:the\s+)?(?P<name>{_TEXT}){_STOP}""",
    re.I | re.X,
)
_A_MEETING_OF = re.compile(
    rf"""\b(?:meeting|session)\s+of\s+(?:the\s+)?(?P<name>{_TEXT}){_STOP}""",
    re.I | re.X,
)
# "Minutes of the Thornbeck Parish Council Meeting held on"
_BODY_MEETING = re.compile(
    rf"""\b(?:minutes?|notes?|extract)\s+(?:of|from)\s+(?:the\s+)?
    (?P<name>{_TEXT})\s+(?:meeting|agm|session)\b""",
    re.I | re.X,
)
# "Minutes of the annual Thornbeck Parish Council"
_MINUTES_OF = re.compile(
    rf"""\bminutes?\s+(?:of|from)\s+(?:the\s+)?(?P<name>{_TEXT}){_STOP}""", re.I | re.X
)
# "The Thornbeck Township Annual Meeting was called to order"
_X_MEETING_WAS = re.compile(
    rf"""\bthe\s+(?P<name>{_TEXT})\s+meeting\s+(?:was|is)\s+(?:called|held|opened)\b""",
    re.I | re.X,
)
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
    r"^(?:date|time|venue|place|no|number|attend|present|held|members?|minutes)\b|^\W*\d",
    re.I,
)


def find_body(
    source: SourceDocument, head_end: int, venue: Span | None
) -> tuple[Naming | None, Naming | None]:
    """Return the body that met and the authority it belongs to."""
    candidates = [
        x
        for x in _candidates(source, head_end)
        if not (venue and x.start < venue.end and venue.start < x.end)
    ]
    body = _choose(candidates, source)
    if body is None:
        return None, None
    body = _with_board(_by_initials(body, candidates), candidates)
    body = _complete(body, candidates, source.text)
    body = _spell_out(_own_council(body, candidates), source.text)
    council = _council(body, candidates, source)
    if council and council.name == body.name and _is_place_council(body.name):
        council = replace(council, name=re.sub(r"\s+Council$", "", body.name))
    return body, council


def _candidates(source: SourceDocument, head_end: int) -> list[Naming]:
    found = [
        y
        for x in (
            *_in_head(source.text, head_end),
            *_in_lines(source, head_end),
            *_in_metadata(source),
        )
        for y in _part(_unabbreviate(x))
    ]
    if not any(x.score >= 4 for x in found):
        found += _in_text(source.text, head_end)
    return found


_SHORT = re.compile(
    r"(?P<place>[A-Z][\w'’-]+(?:[ -](?:[A-Z&][\w'’-]*|and|upon|on|le|in|with)){0,4})"
    r" (?P<kind>PC|TC)$"
)
_LONG = {"PC": "Parish Council", "TC": "Town Council"}


def _unabbreviate(naming: Naming) -> Naming:
    """Return "Thornbeck Parish Council" for "Thornbeck PC"."""
    match = _SHORT.match(naming.name)
    if not match or re.fullmatch(r"[A-Z]{1,4}", match["place"]):
        return naming
    kind = _LONG[match["kind"]]
    kind = kind.upper() if match["place"].isupper() else kind
    return replace(naming, name=f"{match['place']} {kind}")


# "Penmere District Council Elm Ridge Community Board": the council, then its board
_AUTHORITYS = re.compile(
    r"(?P<council>(?:\S+ ){1,6}?(?:council|township|authority|MBC)) "
    r"(?P<part>(?!tax\b|of\b|and\b|&|for\b|house\b|chamber|meeting\b)\S.{4,})$",
    re.I,
)


def _part(naming: Naming) -> Iterator[Naming]:
    """Yield a name, or the authority's and its committee's where it holds both."""
    match = _AUTHORITYS.match(naming.name)
    if (
        not match
        or not _below().search(match["part"])
        or not _is_authority(match["council"])
        or _bare(match["council"])
    ):
        yield naming
        return
    yield replace(naming, name=match["part"])
    yield replace(naming, name=match["council"], rule="council-of-part", score=3)


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
    )
    for pattern, rule, score in rules:
        for match in pattern.finditer(text, 0, head_end):
            if rule.startswith("body-label") and _NOT_VALUE.match(match["name"]):
                continue
            named = _name(text, match.start("name"), match.end("name"), rule, score)
            if named and _LAST.match(match["name"]):
                named = replace(named, score=score - 3)
            if (
                named
                and rule == "body-x-meeting"
                and named.end < match.end("name") - 12
            ):
                continue
            if named and (
                _noun().search(named.name)
                or (rule in _SURE and not re.search(r"\b[a-z]", named.name))
            ):
                yield named


_LAST = re.compile(r"(?:last|previous|latest)\b", re.I)
_SURE = {"body-label", "body-label-row", "body-meeting-of", "body-x-meeting"}


def _in_lines(source: SourceDocument, head_end: int) -> Iterator[Naming]:
    text = source.text
    for line in source.lines:  # a running head names the body as well
        if line.start >= head_end:
            break
        if line.struck:
            continue
        stop = min(line.end, line.start + 220, head_end)
        if text.count(",", line.start, min(line.end, head_end)) > 4:
            continue
        for start, end in _parts(text, line.start, stop):
            named = _name(text, start, end, "body-line", 5)
            if named and _is_heading(text, named, end):
                yield replace(named, rule="body-line-unnamed", score=3)
            named = named and _unabbreviate(named)
            if named and _looks_named(named.name):
                bold = 1 if line.heading == 1 or line.bold else 0
                met = 2 if _MET.search(text, named.end, end) else 0
                yield replace(named, score=named.score + bold + met)


def _is_heading(text: str, named: Naming, end: int) -> bool:
    """Return whether a line is "Quarry Liaison Minutes": no noun, but a meeting."""
    words = named.name.split()
    return (
        len(words) <= 5
        and all(w[0].isupper() or w in _SMALL for w in words)
        and not re.search(r"\d|[,:]", named.name)
        and bool(_MET.match(text[named.end : end].lstrip()))
    )


_MET = re.compile(r"\b(?:meeting|mtg|minutes|agm)\b", re.I)
# A dash, a bar or a date parts the name of a body from what else is on its line
_PART = re.compile(
    r"\s+[-–—|]+\s+|[:;]\s|\s{4,}|\t|\bheld\b|\s\bon\s(?=\s*(?:the\s+)?\d|\s*\w+day)"
    r"|\s(?:at|in)\s|(?<!\bno)[.](?=\s)|\(|\bminutes\s+(?:of|from)\b"
    r"|\s(?=(?:annual|ordinary|monthly|regular)\s+(?:mtg|meeting)\s+of\b)",
    re.I,
)


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    position, place = start, False
    cuts = [(m.start(), m.end()) for m in _PART.finditer(text, start, end)]
    cuts += [(x.start, x.end) for x in find_dates(text, start, end)]
    for cut, after in [*sorted(cuts), (end, end)]:
        if cut > position and not place:
            yield position, cut
        place = bool(re.fullmatch(r"\s(?:at|in)\s", text[cut:after], re.I))
        position = max(position, after)


def _looks_named(name: str) -> bool:
    """Return whether a line is the name of a body and not a sentence about one."""
    words = name.split()
    if len(words) > 14 or not re.search(r"[A-Z]", name):
        return False
    nouns = list(_noun().finditer(name))
    if not nouns or _PLACE.search(name):
        return False
    tail = name[nouns[-1].end() :]
    if nouns[0].start() == 0 and nouns[0][0].lower().endswith(" of"):
        tail = ""
    if tail and not _TAIL.match(tail):
        return False
    small = [w for w in words if w[:1].islower() and w not in _SMALL]
    return len(small) <= (1 if len(words) <= 4 else 0)


_TAIL = re.compile(r"\s+(?:of|for|on|#\d|no\.?\s*\d)|['’]?\s*$", re.I)
# What a meeting is held in is no body
_PLACE = re.compile(
    r"\\b(?:room|hall|house|chambers?|centre|center|street|road|avenue|caf[eé]|bar|school"
    r"|church|library|building|offices?|hotel|inn)$|\\b(?:chamber|room)\\b|^(?:venue|place)",
    re.I,
)
_SMALL = {
    "of",
    "and",
    "the",
    "for",
    "in",
    "on",
    "with",
    "to",
    "de",
    "la",
    "na",
    "y",
    "ar",
    "committee",
    "board",
    "group",
}


def _in_metadata(source: SourceDocument) -> Iterator[Naming]:
    values = dict(source.metadata)
    for key in ("title", "Title", "subject"):
        raw = values.get(key, "")
        if not raw or raw.lower().endswith((".doc", ".docx", ".pdf", ".odt")):
            continue
        for pattern in (_MEETING_OF, _BODY_MEETING, _MINUTES_OF):
            match = pattern.search(raw)
            if match:
                named = _name(
                    raw, match.start("name"), match.end("name"), "body-title", 4
                )
                if named:
                    yield replace(named, start=0, end=0)
        for start, end in _parts(raw, 0, len(raw)):
            named = _name(raw, start, end, "body-title", 4)
            if named and _noun().search(named.name):
                yield replace(named, start=0, end=0)


# "the minutes of the Audit Committee held on 6 May were approved": its own minutes
_OWN_MINUTES = re.compile(
    rf"\bminutes\s+of\s+(?:the\s+)?(?:\w+\s+){{0,4}}?(?:meeting\s+of\s+(?:the\s+)?)?"
    rf"(?P<name>[A-Z]{_TEXT})(?:\s+\([A-Z]+\))?(?:\s+meeting)?\s+held\b",
    re.X,
)
# "Agreed that the Thornbeck Health Board take part"
_BODY_NAME = (
    r"(?P<name>(?:[A-Z][\w'’&-]+\s+(?:(?:and|of|for|&)\s+){0,2}){1,6}"
    r"(?:Board|Committee|Panel|Council|Forum|Partnership|Cabinet|Commission|Trust))\b"
)
_NAMED = re.compile(rf"\b(?:the|The|that)\s+{_BODY_NAME}")
_AGREED = re.compile(
    rf"\b(?:[Aa]greed|[Rr]esolved|AGREED|RESOLVED)\W+(?:[Tt]hat\s+)?the\s+{_BODY_NAME}"
)


def _in_text(text: str, head_end: int) -> list[Naming]:
    """Return what the running text calls the body, where no heading names it."""
    found = [
        named
        for match in _OWN_MINUTES.finditer(text, 0, head_end + 4000)
        if (
            named := _name(
                text, match.start("name"), match.end("name"), "body-own-minutes", 3
            )
        )
        and _noun().search(named.name)
    ]
    counts: Counter[str] = Counter()
    where: dict[str, re.Match[str]] = {}
    for match in _NAMED.finditer(text):
        name = " ".join(match["name"].split())
        counts[name] += 1
        where.setdefault(name, match)
    agreed = _AGREED.search(text)
    if agreed:
        name = " ".join(agreed["name"].split())
        counts[name] += 1
        where.setdefault(name, agreed)
    for name, times in counts.most_common(1):
        match = where[name]
        if times > 1:
            found.append(
                Naming(
                    name, match.start("name"), match.end("name"), "body-most-named", 2
                )
            )
    return found


def _name(text: str, start: int, end: int, rule: str, score: int) -> Naming | None:
    """Return the name between two offsets, without the words around it."""
    raw = text[start:end]
    dates = list(find_dates(raw))
    if dates and dates[0].start > 3:
        raw = raw[: dates[0].start]
    cut = re.search(r"\(", raw)
    if cut and cut.start() > 2:
        raw = raw[: cut.start()]
    raw = _first_lines(raw)
    front = _FRONT.match(raw)
    lead = front.end() if front and not _keeps(raw) else 0
    raw = raw[lead:]
    back = _BACK.search(raw)
    if back and back.start() > 0 and not _numbered_district(raw):
        raw = raw[: back.start()]
    raw = re.sub(r"[\s\W]+$", "", raw)
    lead += len(raw) - len(raw.lstrip(" \t\n-–—:;,.*#|>'\""))
    raw = raw.strip(" \t\n-–—:;,.*#|>'\"")
    name = re.sub(r"(?<=\w)-\s*\n\s*(?=\w)", "-", raw)
    name = " ".join(name.split())
    if not 2 <= len(name) <= 120 or not re.search(r"[A-Za-z]{2}", name):
        return None
    if _ONLY_WHICH.fullmatch(name) or name.count(",") > 2:
        return None
    if re.match(r"(?:their|this|our|these|it|was)\b", name, re.I):
        return None
    return Naming(name, start + lead, start + lead + len(raw), rule, score)


def _numbered_district(raw: str) -> bool:
    """Return whether a name ends in the number of a district, not of a meeting."""
    return bool(re.search(r"\bdistrict\s+no\.?\s*\d{1,4}\W*$", raw, re.I))


def _first_lines(raw: str) -> str:
    """Return the lines of a name up to the one that ends as a name of a body does."""
    for match in re.finditer(r"\s*\n\s*", raw):
        upto = raw[: match.start()]
        rest = raw[match.end() :]
        if _ends_named(upto) and not re.match(r"(?:of|and|for|&)\b", rest, re.I):
            return upto
    return raw


def _ends_named(name: str) -> bool:
    return any(m.end() >= len(name.rstrip()) for m in _noun().finditer(name))


def _keeps(raw: str) -> bool:
    """Return whether the first word belongs to the name: "Joint Committee"."""
    return bool(
        re.match(r"\s*(?:full\s+(?:council|governing)|public\s+\w+)", raw, re.I)
    )


def _choose(candidates: list[Naming], source: SourceDocument) -> Naming | None:
    """Return the best name: committees before the councils they belong to."""
    if not candidates:
        return None

    def rank(x: Naming) -> tuple[int, int, int]:
        bare = _is_vague(x)
        below = 2 if _below().search(x.name) and not bare else 0
        below -= 1 if below and _WHOLE.search(x.name) else 0
        vague = -4 if bare else 0
        return x.score + below + vague, -x.start, len(x.name)

    return max(candidates, key=rank)


# What may have a committee of its own, named on the line below
_WHOLE = re.compile(
    r"\b(?:trust|foundation|federation|society|university|association|company|club"
    r"|union|institute|network|alliance|consortium|partnership)$|^university of\b",
    re.I,
)
_BARE = re.compile(
    r"""^(?!full\s+(?:council|governing\s+body)$)
    (?:(?:above|full|parish|town|community|city|county|district|borough|local|said
    |whole|executive|ordinary|named|our|management)\s+){0,3}
    (?:council|board|committee|court|governing\s+body|governors|trustees
    |association|commission|panel|group|members|assembly|trust|partnership)$""",
    re.I | re.X,
)


def _bare(name: str) -> bool:
    """Return whether a name only says what kind of body it is.

    >>> _bare("Parish Council"), _bare("Thornbeck Parish Council")
    (True, False)
    """
    return bool(_BARE.match(name))


def _is_vague(naming: Naming) -> bool:
    """Return whether a name needs its place: "the Board", "Meeting: Parish Council"."""
    label = naming.rule.startswith("body-label")
    return _bare(naming.name) and not (
        label and not naming.name.lower().endswith("council")
    )


# "Hillfoot NHS Foundation Trust", "Marlhaven University": what may have a board
_PARENT = re.compile(
    r"(?P<name>(?:[A-Z][\w'’&-]+[ \t]+(?:(?:of|and|for|&)[ \t]+)?){1,7}"
    r"(?:Trust|University|College|School|Academy|Association|Society|Company|Foundation"
    r"|Limited|Ltd|IPS|CIC|Federation|Institute|Authority|Council)\b)"
)


def _complete(body: Naming, candidates: list[Naming], text: str) -> Naming:
    """Return the body with its place or its parent, where it is only "the Board"."""
    if not _is_vague(body):
        return body
    kind = body.name.split()[-1].lower()
    fuller = [
        x
        for x in candidates
        if not _bare(x.name)
        and (
            x.name.lower().endswith(kind)
            or (kind == "council" and _is_authority(x.name))
        )
    ]
    if fuller:
        return max(fuller, key=lambda x: (x.score, -x.start))
    before = _line_before(body, text)
    if before:
        return before
    parent = None
    for match in _PARENT.finditer(text, 0, body.start):
        parent = match
    if parent and kind != "council":
        name = f"{' '.join(parent['name'].split())} {body.name}"
        return Naming(name, body.start, body.end, "body-of-parent", body.score)
    return body


def _with_board(body: Naming, candidates: list[Naming]) -> Naming:
    """Return "Hillfoot Trust Board" where the heading names trust and board apart."""
    if not re.search(
        r"\b(?:trust|university|college|school|partnership)$", body.name, re.I
    ):
        return body
    for x in candidates:
        follows = x.rule == "body-line" and 0 < x.start - body.end < 6
        if _bare(x.name) and (
            follows or x.rule in ("body-meeting-of", "body-x-meeting")
        ):
            return replace(x, name=f"{body.name} {x.name}", rule="body-of-parent")
    return body


def _by_initials(body: Naming, candidates: list[Naming]) -> Naming:
    """Return "Low Fold Parish Council" where the heading only has "LF PC"."""
    if not re.fullmatch(r"[A-Z]{2,4} ?(?:PC|TC)", body.name):
        return body
    letters = body.name.replace(" ", "")
    for x in candidates:
        if "".join(w[0] for w in x.name.split()).upper() == letters:
            return x
    return body


def _own_council(body: Naming, candidates: list[Naming]) -> Naming:
    """Return "City Council" where the heading names the "City of" it apart."""
    if not _is_place_council(body.name) or body.name.lower().endswith("council"):
        return body
    kind = body.name.split()[0]
    for x in candidates:
        if x.name.lower() == f"{kind} council".lower():
            return x
    return body


def _line_before(body: Naming, text: str) -> Naming | None:
    """Return the body with the line before it, where its name wraps."""
    line = text.rfind("\n", 0, body.start) + 1
    if text[line : body.start].strip() or not line:
        return None
    start = text.rfind("\n", 0, line - 1) + 1
    upper = text[start : line - 1].strip()
    if not re.fullmatch(r"[A-Z][^:;,.()\t]{3,80}", upper) or _noun().search(upper):
        return None
    if re.search(r"minutes|meeting|draft|page|agenda|\d{4}", upper, re.I):
        return None
    name = " ".join(text[start : body.end].split())
    return Naming(name, start, body.end, "body-two-lines", body.score)


def _spell_out(body: Naming, text: str) -> Naming:
    """Return the full name where the heading names the body by its acronym too.

    "SLF Forum" becomes "Southmere Local Forum" where the text has that with "(SLF)".
    """
    acronym = re.match(r"([A-Z]{3,8})\b", body.name)
    if not acronym or (body.name.isupper() and len(body.name.split()) > 2):
        return body
    match = re.search(
        rf"((?:[A-Z][\w'’-]+[ \n]+(?:(?:and|of|for|&)[ \n]+)?){{2,8}})\(\s*(?:the\s+)?"
        rf"[\"'“‘]?{acronym[1]}\b",
        text,
    )
    if not match:
        return body
    words = match[1].split()
    letters = "".join(w[0] for w in words if w[0].isupper()).upper()
    skip = letters.rfind(acronym[1])
    if skip < 0 and not _noun().search(words[-1]):
        return body
    name = " ".join(words if skip < 0 else words[skip:])
    return replace(body, name=name, rule=f"{body.rule}-acronym")


def _council(
    body: Naming, candidates: list[Naming], source: SourceDocument
) -> Naming | None:
    """Return the authority: the body itself, its heading's, or the text's own."""
    if _is_authority(body.name) and not _bare(body.name):
        return body
    heads = [
        x
        for x in candidates
        if x.name != body.name and _is_authority(x.name) and not _bare(x.name)
    ]
    if heads:
        return max(heads, key=lambda x: (x.score, -x.start))
    reports = _REPORTS.search(source.text)
    if reports:
        return _name(source.text, *reports.span("name"), "council-reported-to", 3)
    parents = [x for x in candidates if x.name != body.name and _governs(x.name)]
    if parents and _PART_OF.search(body.name):
        return max(parents, key=lambda x: (x.score, -x.start))
    return _authority_in_text(body, source.text)


# "The Steering Group reports to Thornbeck Parish Council"
_REPORTS = re.compile(
    r"""\b(?:group|committee|panel|board|forum|party|partnership)\s+
    (?:reports?\s+to|(?:is|was)\s+(?:a\s+[a-z-]{4,20}\s+of|(?:set\s+up|appointed)\s+by))
    \s+(?:the\s+)?
    (?-i:(?P<name>(?:[A-Z][\w'’&-]+\s+(?:(?:and|of|upon|&)\s+)?){1,5}Council))\b""",
    re.I | re.X,
)


# A committee belongs to the governors, trust or society that its heading names
_PART_OF = re.compile(
    r"\b(?:committee|panel|working party|group|governing body|senate|court)$", re.I
)


def _governs(name: str) -> bool:
    """Return whether a name is that of governors, a trust or the like, not bare."""
    return not _bare(name) and bool(
        re.search(
            r"\b(?:board of governors|governing (?:body|board)|school|college"
            r"|university|federation|society|association)$|^university of\b",
            name,
            re.I,
        )
    )


def _is_authority(name: str) -> bool:
    """Return whether a name is that of an authority, not of a part of one.

    >>> _is_authority("Thornbeck Parish Council"), _is_authority("Council Tax Panel")
    (True, False)
    """
    if _PLACE.search(name) or _FULL.match(name):
        return False
    last = [x for x in _authority().finditer(name) if x.end() == len(name)]
    below = _below().search(name)
    if below and not (last and last[0].start() < below.start()):
        return False
    return bool(last or _numbered_district(name)) or any(
        (x[0].lower().endswith(" of") and x.start() == 0)
        for x in _authority().finditer(name)
    )


_FULL = re.compile(r"full\s+council$", re.I)


def _is_place_council(name: str) -> bool:
    return bool(
        re.match(r"(?:township|town|city|village|county|shire)\s+of\b", name, re.I)
    )


_PRINCIPAL = re.compile(
    r"""\b(?P<name>(?P<place>(?!Council|The\b|City\b|County\b|Borough\b)[A-Z][\w'’-]+)
    (?:[ ]+(?:and|&|upon|on|[A-Z][\w'’-]+)){0,4}?
    \s(?:(?:City|County|Borough|Metropolitan|District|Metropolitan\sBorough
      |City\s(?:and|&)\sCounty|Regional)\sCouncil|MBC|MDC))\b""",
    re.X,
)
# Bodies that an authority sets up; a society or a national board is nobody's
_OF_AUTHORITY = re.compile(
    r"children|partnership|safeguarding|district|scrutiny|cabinet|planning|licensing"
    r"|schools? forum|local area|neighbourhood|ward|\w{0,3}scb",
    re.I,
)


def _authority_in_text(body: Naming, text: str) -> Naming | None:
    """Return the one principal authority that the text speaks of as its own."""
    if not _OF_AUTHORITY.search(body.name):
        return None
    where: dict[str, re.Match[str]] = {}
    counts: Counter[str] = Counter()
    for match in _PRINCIPAL.finditer(text):
        name = " ".join(match["name"].split())
        name = name.replace(" & ", " and ")
        where.setdefault(name, match)
        place = name.split()[0]
        counts[name] += 1
        if counts[name] == 1:
            counts[name] += min(text.count(place), 30)
            counts[name] += 20 if "County" in name or "City" in name else 0
    if not counts:
        return None
    (name, most), *rest = counts.most_common(2)
    if rest and rest[0][1] * 1.2 > most:
        return None
    match = where[name]
    return Naming(name, match.start(), match.end(), "council-in-text", 1)


def restore_case(name: str, text: str) -> str:
    """Return a name in capitals as the text writes it elsewhere, else in title case.

    >>> restore_case("THORNBECK PARISH COUNCIL", "")
    'Thornbeck Parish Council'
    """
    letters = [c for c in name if c.isalpha()]
    if not letters or sum(c.isupper() for c in letters) < 0.8 * len(letters):
        return name
    if len(name) <= 5 or " " not in name:
        return name
    pattern = r"\s+".join(re.escape(w) for w in name.split())
    for match in re.finditer(pattern, text, re.I):
        if match[0] != match[0].upper() and match[0] != match[0].lower():
            return " ".join(match[0].split())
    words = [w if len(w) <= 1 else _title(w) for w in name.split()]
    words[1:] = [w.lower() if w.lower() in _SMALL_TITLE else w for w in words[1:]]
    return " ".join(words)


_SMALL_TITLE = {
    "of",
    "and",
    "the",
    "for",
    "in",
    "on",
    "upon",
    "with",
    "to",
    "de",
    "la",
    "na",
    "at",
    "by",
}
_KEEP = {
    "NHS",
    "MBC",
    "PFA",
    "PTA",
    "LSCB",
    "UK",
    "US",
    "PTFA",
    "GP",
    "CCG",
    "AGM",
    "II",
    "III",
}


def _title(word: str) -> str:
    if word in _KEEP:
        return word
    return re.sub(
        r"[^\W\d_]+(?:['’][^\W\d_]+)?",
        lambda m: m[0][0].upper() + m[0][1:].lower(),
        word,
    )


def where(naming: Naming | None) -> Span | None:
    """Return the span of a naming that stands in the text."""
    return (
        Span(naming.start, naming.end, naming.rule) if naming and naming.end else None
    )
