"""What the name of a body looks like, cut from the words around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from minutebook.preamble.bodykinds import is_place_council, noun_pattern
from minutebook.preamble.when import find_dates
from minutebook.records import Span


@dataclass(frozen=True, slots=True)
class Naming:
    """A name that may be the body's, where it stands, and how sure that is."""

    name: str
    start: int
    end: int
    rule: str
    score: int


_BREAK = r"[ \t]*\n[ \t]*(?:\n[ \t]*)?"
# No full stop, but one that shortens a word: "St. Bride", "R.M. of Low Fold"
_CHAR = (
    r"(?:[^\n.;|]|(?<=\bst)\.|(?<=\bno)\.(?=\s?\d)|(?<=\b[a-z])\.(?=[a-z]\b|\sof\b))"
)
# what may be a name in a heading, over several lines
TEXT = rf"{_CHAR}{{1,90}}?(?:{_BREAK}{_CHAR}{{1,70}}?){{0,3}}?"
# "(every Monday)" ends a name; "Marl Data Standards (MDS) Working Group" goes on, as
# does "Licensing (Appeals) Sub-Committee", or "Marl Court (Holt) Company Ltd"
BRACKET = (
    r"\((?!(?-i:[A-Z]){2,8}\)\s(?!(?:meeting|minutes|notes|agenda|annual|regular|special"
    r"|monthly)\b)(?-i:[A-Z]))"
    r"(?![^()\n]{3,40}\)\s(?:(?:joint|select|sub)[ -]?)?(?:committee|panel|forum|board"
    r"|commission|working\s(?:party|group)|task\sgroup)\b)"
    r"(?![^()\n]{2,40}\)\s(?:[\w&'’-]{1,20}\s){0,4}(?:limited|ltd|llp|plc|cic)\b)"
)
_BRACKET = re.compile(BRACKET, re.I)
# Words that never begin the name of a body: "Minutes of the last", "3rd", "Draft"
_SAFE = r"""(?:
    annual|for(?=\s+the\b)|monthly|bi-?monthly|quarterly|weekly|adjourned|inaugural|extra-?\s?ordinary
    |reconvened|rescheduled|ordinary|virtual|hybrid|final|draft|unconfirmed|confirmed
    |unapproved|approved|signed|extract|of|from|the|an?|last|latest|previous|proceedings
    |at|in\s+public|to|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth
    |eleventh|twelfth|\w+teenth|(?:twen|thir|for|fif|six|seven|eigh|nine)t(?:y(?:-[a-z]{3,7})?|ieth)
    |\d{1,3}(?:st|nd|rd|th)|agenda|working(?=\s+(?:meeting|session)s?\b)|and|&|notes?|record
    |tele-?conferences?|conference(?=\s+call)|calls?|cop(?:y|ies)(?=\s+of\b)|summary|work\s?(?:shop|session)s?|study\s+session
    |public\s+hearings?|meetings?|mtgs?|minutes?|mins|a\.?g\.?m\.?|egm|session|spring|summer|autumn|winter|called
    |january|february|march|april|may|june|july|august|september|october|november
    |december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|(?:19|20)\d\d|\d{1,2}
    |members(?=\s+of\s+(?:council|senate|court|cabinet)\b)
    |above(?:[- ]?(?:named|mentioned))?|afore(?:said|mentioned)|said|this|our
    |newly[- ](?:formed|established|constituted|elected)
    |(?:re-?)?launch(?=\s+(?:meeting\s+)?of\b)|(?:agenda\s+)?item\s+\d{1,2}(?=\s+\w+\s+\w)
    |part\s+[a-d1-4]|q[1-4]|action\s+points?|no\.?\s*\d+|mon(?:day)?|tue(?:s?day)?
    |wed(?:nesday)?|thu(?:rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|page|title)"""


# Words that may begin one, and say which meeting it was only before "meeting"
_LOOSE = r"""(?:general|special|regular|statutory|emergency|open|public|remote|online
    |private|joint|formal|informal|confidential|closed|scheduled|budget|organi[sz]ational|business
    |electronic|teams|zoom|skype|official|reorgani[sz]ation|full|town\s+hall)"""


_MEETING = r"(?:meetings?|mtgs?|minutes?|session|notes|proceedings)"
# "Regular Town Board": which meeting of the one board of the town
_OWN_BOARD = (
    r"(?:town|township|village|city|county|borough)\s+(?:board|council|commission)"
)


_FRONT = re.compile(
    rf"""^(?:[\W_]*\b(?:{_SAFE}
      |{_LOOSE}(?=(?:\s+{_LOOSE}){{0,2}}\s+(?:{_MEETING}|{_OWN_BOARD}|council|board|committee|commission|of\s+the)\b
        (?!\s+committee)))
    (?![\w'’-])[\W_]*){{1,14}}""",
    re.I | re.X,
)


_ONLY_WHICH = re.compile(
    rf"(?:[\W_]{{0,12}}\b(?:{_SAFE}|{_LOOSE})(?![\w'’])){{1,14}}\W{{0,12}}", re.I | re.X
)


# looked for near the end only
_BACK = re.compile(
    r"(?=(?s:.{0,400}+)\Z)"
    rf"(?:[\s:;,.\-–—|()#]{{1,12}}+\b(?:{_SAFE}|{_LOOSE}|for|on)(?![\w'’])){{1,14}}+"
    r"[\s:;,.\-–—|)]{0,12}$",
    re.I | re.X,
)


_BROKEN = re.compile(r"(?<=\w)-\s*\n\s*(?=\w)")
_MARKS_BEHIND = re.compile(r"[\s\W]+$")
_NAMES_THING = re.compile(r"[A-Za-z]{2}|[A-Z] ?& ?[A-Z]\b")
_NO_NAMING = re.compile(
    r"[“\"]|(?:my|your|their|this|that|our|these|it|was|registered\s+charity)\b", re.I
)


def cut_name(text: str, start: int, end: int, rule: str, score: int) -> Naming | None:
    """Return the name between two offsets, without the words around it."""
    number = _NUMBER.match(text, max(start, end - 3))
    end = number.end() if number else end
    parish = _PARISH.match(text, max(start, end - 22))
    end = parish.end() if parish and parish.end("upto") == end else end
    raw = text[start:end]
    dates = list(find_dates(raw))
    if dates and dates[0].start > 3:
        raw = raw[: dates[0].start]
    cut = _BRACKET.search(raw, 3) if "(" in raw else None
    if cut:
        raw = raw[: cut.start()]
    raw = _first_lines(raw)
    told = _HELD.search(raw)
    raw = raw[: told.start()] if told else raw
    post = _POST.match(raw)
    if post and noun_pattern().search(raw, post.end()):
        field = _FIELD.match(raw, post.end())
        body = field.end() if field else post.end()
        start += body
        raw = raw[body:]
    front = _FRONT.match(raw)
    lead = front.end() if front and not _keeps(raw) else 0
    raw = raw[lead:]
    board = _RUN_ON.match(raw)
    if board:
        raw = board["board"]
    year = _ITS_YEAR.search(raw)
    raw = raw[: year.start()] if year else raw
    back = _BACK.search(raw)
    if _RURAL.match(raw):
        back = None
    kept = _PARISH_MEETING.search(raw) or _LETTERED.search(raw)
    if back and back.start() > 0 and not kept:
        number = _DISTRICT_NUMBER.match(raw, max(0, back.start() - 8))
        raw = raw[: number.end() if number else back.start()]
    raw = _MARKS_BEHIND.sub("", raw)
    state = _STATE.match(raw)
    raw = state[1] if state else raw
    if is_place_council(raw):
        raw = _WHICH_COUNCIL.sub("", raw)
    bracket = _CLOSED.match(raw)
    if bracket:
        lead, raw = lead + bracket.end(), raw[bracket.end() :]
    lead += len(raw) - len(raw.lstrip(_EDGE))
    raw = raw.strip(_EDGE)
    raw = _COUNCILS.sub("", _OWN_PLURAL.sub(r"\1", raw))
    name = _BROKEN.sub("-", raw)
    name = _WHICH_BOARD.sub(" ", " ".join(name.split()))
    name = _IN_WELSH.sub("", _TWICE.sub(r"\1", name))
    name = _OF_MUNICIPALITY.sub("", _PLACE_TWICE.sub(r"\1", name))
    if not 2 <= len(name) <= 120 or not _NAMES_THING.search(name):
        return None
    if _ONLY_WHICH.fullmatch(name) or name.count(",") > 2 or "..." in name:
        return None
    if _NO_NAMING.match(name):
        return None
    return Naming(name, start + lead, start + lead + len(raw), rule, score)


_EDGE = " \t\n-–—:;,.*#|>&'\"["
# "Parish Council Meeting held on", "Town Board Meeting Minutes Board"
_HELD = re.compile(
    r"(?:(?<=council)|(?<=committee)|(?<=board)|(?<=commission)|(?<=forum))\s{1,3}"
    r"(?:meeting\s{1,3}(?:held|minutes)|mmeeting)\b",
    re.I,
)
# "R.M. of Low Fold No. 312"
_RURAL = re.compile(
    r"(?:council\sof\s(?:the\s)?)?"
    r"(?:r\.?m\.?|rural\smunicipality|municipal\sdistrict|county)\sof\s[^,]{2,40}\s"
    r"no\.?\s?\d{1,3}$",
    re.I,
)
# "Ada Holt, Planning Officer, Low Fold Council": whose letter it is, not its name
_POST = re.compile(
    r"""\W{0,4}(?:[^,\n]{2,40},[ ])?
    (?:[^,\n]{0,60}\b(?:officer|manager|clerk|director|chair(?:man)?|secretary
    |leader|mayor|councillor|solicitor|planner|cllr|mrs?|ms|miss|dr)\b[^,\n]{0,40},\s?
    ){1,3}""",
    re.I | re.X,
)
# "Director, (Roads & Rivers, )Low Fold Council": of what, before whose
_FIELD = re.compile(r"[^,\n]{2,40},[ ](?=[A-Z][^,\n]{2,60}\b[Cc]ouncil\b[^,\n]{0,9}\Z)")
# "Town of Low Fold, New Vermont"
_STATE = re.compile(
    r"((?:township|town|city|village|county)\s+of\s[^,\n]{2,40}),\s?\w+(?:\s\w+)?$",
    re.I,
)
# "Fire District 7 Minutes": a number that belongs to the name
_DISTRICT_NUMBER = re.compile(
    r".{0,7}(?:district|division|[fcp][psu]d|[iu]sd)\s(?:no\.?\s?|#)?\d{1,4}\b",
    re.I | re.S,
)
# "Board of Directors Ada Holt, President Bo Reed, Treasurer": a line runs on
_RUN_ON = re.compile(
    r"""(?P<board>board\sof\s(?:directors|trustees|commissioners|supervisors|governors
    |selectmen|aldermen|education|health))\s
    (?=[A-Z])(?!(?:of|and|for|meeting|minutes)\b)(?=(?:\S{1,30}\s){5})""",
    re.I | re.X,
)
# "District No. 7": a full stop that ends no name
_NUMBER = re.compile(r"\W?No\.?\s?\d{1,4}\b", re.I)
# "Trustees' Meeting", "Selectmen's Minutes": those who met
_OWN_PLURAL = re.compile(
    r"\b(directors|trustees|governors|commissioners|supervisors|selectmen)['’]s?$", re.I
)


_COUNCILS = re.compile(r"(?<=council)['’]s$", re.I)  # "Low Fold Parish Council's"


def says_which(words: str) -> bool:
    """Return whether words only say which meeting it was.

    >>> says_which(" Annual General"), says_which(" Annual Parish Walk")
    (True, False)
    """
    return bool(_ONLY_WHICH.fullmatch(words))


# "Town of Thornbeck Ordinary Council" says which meeting it was
_WHICH_COUNCIL = re.compile(
    r"\s{1,3}(?:ordinary|special|regular)(?:\s{1,3}council)?$", re.I
)
_CLOSED = re.compile(r"\W{0,4}\d{1,4}\)\s")  # "(01234) 5678) Harbour Board"
# "Low Fold Water District Regular Board"
_WHICH_BOARD = re.compile(
    r"(?<=\w)\s(?:ordinary|special|regular|annual)\s(?=(?:board|commission|council)$)",
    re.I,
)
_TWICE = re.compile(r"^(\S.{5,60}) \1$")  # a page's title, and its heading again
# "Cyngor Cymuned Low Fold Community Council": in two tongues about its place
_IN_WELSH = re.compile(
    r"^cyngor\s(?:cymuned|cymdeithas|plwyf|tref|dinas|sir|bwrdeistref(?:\ssirol)?|bro)"
    r"\s(?=.{2,60}\s(?:community|parish|town|city|county|borough)\scouncil$)",
    re.I,
)
# "Marl Local Municipality Council": the municipality itself
_OF_MUNICIPALITY = re.compile(r"(?<=\w municipality) council$", re.I)
# "Low Fold Low Fold Community Council": two tongues, each with the place
_PLACE_TWICE = re.compile(r"^(\S.{2,40}?)(?: \1)(?=(?: \w{4,10}){0,2} council$)", re.I)
_PARISH = re.compile(
    r"(?P<upto>[^\n]{0,15}?\bparish(?:\s+annual)?)\s+meeting\b"
    r"(?!\s+of\b[^\n]{0,60}\bcouncil)",
    re.I,
)
# A parish that has no council meets itself: "Annual Parish Meeting"
_PARISH_MEETING = re.compile(
    r"^\W*(?:[A-Z][\w'’-]{1,30}\s+(?:(?:and|cum|with|in|on|upon|&)\s+)?){0,4}?"
    r"(?:annual\s+)?parish\s+(?:annual\s+)?meeting\W*$",
    re.I,
)
# "Licensing Sub-Committee A": one of several
_LETTERED = re.compile(r"(?:[Cc]ommittee|COMMITTEE|[Pp]anel|PANEL)\s[A-H]$")


# "Marl Annual Parish Meeting 2014"
_ITS_YEAR = re.compile(r"(?<=parish meeting)\W{1,3}(?:19|20)\d\d\W{0,9}$", re.I)
_LINE_END = re.compile(r"(?<!\s)\s{0,9}\n\s{0,9}")


def _first_lines(raw: str) -> str:
    """Return the lines of a name up to the one that ends as a name of a body does."""
    for match in _LINE_END.finditer(raw):
        upto = raw[: match.start()]
        rest = raw[match.end() :]
        if _ends_named(upto) and not re.match(r"(?:of|and|for|&)\b", rest, re.I):
            return upto
        if re.match(r"(?:(?:draft|final)\s+)?(?:minutes|notes|agenda)\b", rest, re.I):
            return upto
    return raw


def _ends_named(name: str) -> bool:
    return any(m.end() >= len(name.rstrip()) for m in noun_pattern().finditer(name))


_KEPT_FIRST = re.compile(
    r"\s{0,9}(?:full\s{1,9}(?:council|governing)|public\s{1,9}(?!hearing|(?:board|meeting|session|committee)\b)\w+"
    r"|(?:annual\s{1,9})?parish\s{1,9}meeting\W{0,9}$)",
    re.I,
)


def _keeps(raw: str) -> bool:
    """Return whether the first word belongs to the name: "Joint Committee"."""
    return bool(_KEPT_FIRST.match(raw))


def where(naming: Naming | None) -> Span | None:
    """Return the span of a naming that stands in the text."""
    return (
        Span(naming.start, naming.end, naming.rule) if naming and naming.end else None
    )
