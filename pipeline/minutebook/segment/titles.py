"""Judges whether words are a heading, and which standing business they head."""

from __future__ import annotations

import csv
import re
from functools import cache, lru_cache
from string import ascii_lowercase

from minutebook.assets import models_dir
from minutebook.grammar.anchors import holds_any
from minutebook.grammar.leaps import find_closing

_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "by",
        "for",
        "from",
        "in",
        "into",
        "of",
        "on",
        "or",
        "the",
        "to",
        "with",
        "&",
        "-",
        "–",
        "re",
        "per",
        "via",
        "vs",
        "and/or",
        "its",
        "our",
        "their",
    ]
)
_VERBS = frozenset(
    [
        "was",
        "were",
        "is",
        "are",
        "has",
        "have",
        "had",
        "will",
        "would",
        "should",
        "could",
        "said",
        "reported",
        "noted",
        "agreed",
        "asked",
        "stated",
        "advised",
        "thanked",
        "proposed",
        "proposes",
        "nominated",
        "seconded",
        "resolved",
        "been",
        "be",
        "it",
        "they",
        "he",
        "she",
        "this",
        "there",
        "we",
        "informed",
        "explained",
        "received",
        "confirmed",
        "approved",
        "appointed",
        "considered",
        "discussed",
        "decided",
        "endorsed",
        "delegated",
        "welcomed",
        "highlighted",
        "presented",
    ]
)
_WORD = re.compile(r"\w+")
_TO_BE = re.compile(r"\bto be \w+")  # "Papers to be published" tells nothing
# headings that a document has, but that head no business, in small letters
_NO_ITEM = re.compile(
    r"""(?: (?:draft\s+|open\s+|confirmed\s+|unconfirmed\s+)? minutes$ | agenda$
      | no\.?\sitem$ | (?:responsibility|wards?\saffected|lead\s(?:officer|member)
      |portfolio\sholder|cabinet\smember|report\sauthor|contact\sofficer|key\sdecision)(?::|$)
      | (?:agenda\s+)?items?(?:\s+(?:for\s+discussion|no\.?|detail))?$ | no\.?$
      | discussion$ | actions?(?:\s+(?:by|points?|items?|required|list|log
      |to\s+be\s+taken|summary|arising))?$ | actions?\srelat(?:ing|ed)\sto\b
      | post[ -]meeting\snotes?\b | present\b | attendance\b(?!,?\s+apolog)
      | presenters$ | mayor$ | (?:cao-?)?clerk$
      | (?:(?:minutes?|recording|notes?|meeting)\s)?secretary$
      | parish\sclerk$ | in\s+attendance\b
      | who(?:['’]s|\sis)?\s(?:doing|does|do)\swhat
      | who\s(?:came|was|were|could|couldn|sent|attended)\b | \d{1,2}[:.]\d\d\s?[,–-]
      | (?:next|following)\smeeting\b.{0,40}\d | abstentions?$
      | councillors\s[\w’'.-]{1,20},
      | (?:for|against)\s(?:mrs?|ms|cllr|councillor|(?:the\s)?(?:motion|amendment
        |votes?))\b
      | (?:comments|points|issues|questions)\s(?:made|raised)\b(?!\sby)
      | actions?\s(?:points?\s)?\d{1,2}\W{0,2}$ | non-members\b
      | (?:members|guests?|officers|officials?)\b
        (?!['’]?s?\s.{0,40}\b(?:reports?|updates?|questions?|interests?|comments
        |announcements|allowances|business|matters|items|speakers?|training|motions?)\b)
      | staff$ | regrets\b
      | also\s+present | those\s+present | not\s(?:here|present)\b
      | membership:?$ | additional\s+documents | context$ | summary(?:\s+of\s+\w+)?$
      | contents$ | venue | contact | signed | chair(?:man|person)?:?$
      | dated? \b (?! \s (?:and\s(?:time|place|venue)\s)? (?:of|for)\b )
      | (?:council|board|committee|officer)(?:['’]?s)?\s(?:resolution|decision
      |recommendation)s?$ | decisions?$ | (?:substantive\s)?motion$ | amendments?$
      | resolutions?$
      | recommendations?(?:\s\d{1,2})?$ | resolved | agreed | recommended | background$
      | appendi(?:x|ces) | notes?$ | key$ | key\s+discussion\s+points | carried | page
      | media$ | apologies$ (?=NEVER) | \(?votes? | for$ | against$ | abstain
      | (?:votes?\s)?for,?\s(?:and\s)?\d | (?:roll[ -]?call|recorded)\svotes?$
      | purpose(?:\s+or\s+mandate)? | title\s+of\s+meeting | place$ | time$ | date$
      | voting\s(?:aye|yea|yes|nay|no|for|against|in)\b | excused\b
      | (?:zoom|remote|online|invited)\sguests?\b
      | meeting\s(?:date|time|status|starts?|started|begins?|began|opened|opens)\b
      | motion\s(?:carried|defeated|lost|passed|failed)\b | defeated\b | actions?\s?\(
      | (?:part|section)\s(?:[a-e]|\d|[ivx]{1,4}|one|two)\b\W{0,4}
        (?:items\b|exempt\b|(?:public|private|open|closed)(?:\s(?:items|session|business))?\)?$|$)
      | moved(?:\s(?:by|and)\b|$) | proposed | seconded | minutes\s+(?:by|taken|approved
      |prepared)\b )""",
    re.VERBOSE,
)
_ENDED = re.compile(
    r"meeting\s(?:was\s)?(?:adjourned(?-i:(?<!ADJOURNED))|closed|ended|finished)\b",
    re.IGNORECASE,
)
# what of these ends in a word that is soon looked for
_NO_ITEM_ENDS = re.compile(
    r"""(?: .{0,30}\battendees\b.{0,20}$ | [^,]{3,30}(?<!\sand)(?<!\s&)\sapologies$
      | (?:[\w’'-]{1,30}\s){1,2}members(?:\s(?:attending|present|in\sattendance))?$
      | (?:\w{1,30}\s)?administrator$ | .{0,40}\bpresent\W{0,2}$
      | .{0,20}\babsent$ )""",
    re.VERBOSE | re.IGNORECASE,
)
_NO_ITEM_WORDS = ("attend", "apolog", "member", "administ", "present", "absent")
# "Minutes of the meeting of the Council held on 3 May": the document itself
_DOCUMENT = re.compile(
    r"minutes\s+of\s+(?:a|the|an)\b.{0,200}\b(?:held|meeting\s+of)", re.IGNORECASE
)


@cache
def _standing() -> tuple[tuple[str, re.Pattern[str]], ...]:
    path = models_dir() / "standing_items.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(
            (x for x in file if not x.startswith("#")), delimiter="\t"
        )
        return tuple((x["kind"], re.compile(_plain(x["pattern"]))) for x in rows)


def _plain(pattern: str) -> str:
    """Return a pattern that keeps no groups: straight branches are soon passed.

    >>> _plain("(mayor|chair)"), _plain("(mayor|chair) (report|update)")
    ('mayor|chair', '(?:mayor|chair) (?:report|update)')
    """
    plain = re.sub(r"(?<!\\)\((?!\?)", "(?:", pattern)
    whole = plain.startswith("(?:") and find_closing(plain) == len(plain) - 1
    return plain[3:-1] if whole else plain


@cache
def _any_standing() -> re.Pattern[str]:
    return re.compile("|".join(x.pattern for _, x in _standing()))


TOPIC = "re: "  # in small letters, what some clerks write before each heading


@lru_cache(maxsize=4096)
def standing_kind(title: str) -> str | None:
    """Return which standing business a title heads: apologies, minutes, closing, ...

    >>> standing_kind("Apologies for absence:")
    'apologies'
    >>> standing_kind("Re: Apologies"), standing_kind("New bench at Fell Green")
    ('apologies', None)
    """
    folded = " ".join(title.replace("’", "'").split()).strip(" .:–-|\\*").lower()
    folded = folded.removeprefix(TOPIC)
    if not _any_standing().match(folded):
        return None
    return next((kind for kind, x in _standing() if x.match(folded)), None)


def opens_standing(folded: str, at: int) -> bool:
    """Say whether words in small letters name standing business from a place on."""
    return _any_standing().match(folded, at) is not None


def standing_end(words: str) -> int:
    """Return how far the words go that name standing business; 0 if they do not.

    >>> standing_end("Apologies for absence Mr Holt sent his")
    21
    """
    folded = words.replace("’", "'").lower()
    ends = [m.end() for _, pattern in _standing() if (m := pattern.match(folded))]
    longest = max(ends, default=0)
    for tail in (
        " for absence",
        " of interest",
        " of the last meeting",
        " of the previous meeting",
    ):
        if folded.startswith(tail, longest):
            longest += len(tail)
    return longest


def heads_no_item(title: str) -> bool:
    """Say whether a heading labels something else than an item of business.

    >>> heads_no_item("Present:"), heads_no_item("Presentation by the police")
    (True, False)
    """
    title = title.strip(" *:|")
    folded = title.lower()
    if _NO_ITEM.match(folded) or _ENDED.match(title):
        return True
    return holds_any(folded, _NO_ITEM_WORDS) and bool(_NO_ITEM_ENDS.match(title))


_POST = re.compile(
    r"(?:(?:vice|deputy)[- ])?(?:chair(?:man|person)?|mayor|secretary|treasurer|clerk)",
    re.IGNORECASE,
)


def names_post(title: str) -> bool:
    """Say whether a title is that of a post: it heads its election, or its report.

    >>> names_post("Secretary"), names_post("Secretary: Ada Penrose")
    (True, False)
    """
    return _POST.fullmatch(title) is not None


def titles_document(title: str) -> bool:
    """Say whether a title reads like that of the minutes themselves.

    >>> titles_document("Minutes of the meeting held on 3 May 2016")
    True
    """
    return _DOCUMENT.match(title) is not None


_NO_SMALL = dict.fromkeys(map(ord, ascii_lowercase))


def is_capitals(title: str) -> bool:
    """Say whether a title is written in capitals."""
    few = 0.15 * len(title)
    if few <= title.count("e") + title.count("a") + title.count("i"):
        return False  # the quick answer, for nearly every text
    if few <= len(title) - len(title.translate(_NO_SMALL)):
        return False
    letters = [x for x in title if x.isalpha()]
    return len(letters) > 2 and sum(x.isupper() for x in letters) > 0.85 * len(letters)


_PROPOSED = re.compile(r"\W{0,3}(?:proposed|confirmed|approved)\s(?!by\b|that\b)", re.I)
_STARRED = re.compile(
    r"(?:\*{1,2}|={1,3}|_{1,2}|-{2,3}|~)\s?\w.{0,80}[\w?!)]\s?[*=_~-]{1,3}"
)


def is_starred(text: str, start: int, end: int) -> bool:
    """Say whether a line is set off as plain text can: "* Money *", "== Money ==".

    >>> is_starred("* Money *", 0, 9), is_starred("* 12 chairs", 0, 11)
    (True, False)
    """
    if end - start > 90 or text[start] not in "*=_-~":
        return False
    return _STARRED.fullmatch(text, start, end) is not None


# "Where we are after the storm", "How it went": a heading can ask, and tells nothing
_ASKS = re.compile(r"(?:how|what|where|who|why)\b[^.]{0,60}$", re.IGNORECASE)


# "There was none", "The Council ratified the list": short, but it tells
_TELLS = re.compile(
    r"(?:There|It|They|We)\s(?:was|were|is|are|has|had)\b"
    r"|The\s(?:[A-Z][\w’'-]{1,20}\s){1,3}[a-z]{2,14}ed\s"
)


def is_sentence(words: str) -> bool:
    """Say whether words tell something rather than head it.

    >>> is_sentence("The bench was repaired"), is_sentence("Bench repairs")
    (True, False)
    >>> is_sentence("Proposed closure of the library"), is_sentence("How it was spent")
    (False, False)
    >>> is_sentence("Fees: Delegated Powers of the Clerk"), is_sentence("It was late")
    (False, True)
    """
    if _TELLS.match(words):
        return True
    split = words.split()
    if len(split) < 4 or _ASKS.match(words):
        return False
    adjective = _PROPOSED.match(words)
    told = _has_verb(words[adjective.end() :] if adjective else words)
    return told and (words.isupper() or not _are_capitalised(split))


@lru_cache(maxsize=4096)
def title_weight(title: str) -> float:
    """Return how much a stretch of words looks like a heading; below 0 it does not.

    >>> title_weight("Playground Inspection") > 0.5 > title_weight("it was then agreed")
    True
    """
    words = title.split()
    if not words:
        return -2.0
    weight = 0.0
    if standing_kind(title) and len(words) <= 14:
        weight += 2.0
    if is_capitals(title):
        weight += 1.0
    elif _capital_share(words) >= 0.7:
        weight += 0.6
    if words[0][0].islower():
        weight -= 1.5
    if len(words) <= 12:
        weight += 0.5
    elif len(words) > 25:
        weight -= 1.5
    if title.rstrip().endswith((".", ";", ",")):
        weight -= 0.6
    if _has_verb(title):
        weight -= 1.0
    return weight


@lru_cache(maxsize=4096)
def _has_verb(words: str) -> bool:
    words = words.lower()
    told = _TO_BE.sub("", words) if "to be " in words else words
    return not _VERBS.isdisjoint(_WORD.findall(told))


def _are_capitalised(words: list[str]) -> bool:
    """Say whether no word but small ones begins with a small letter."""
    begins = (x[0] for x in words if x[0].isalpha() and x.lower() not in _SMALL)
    first = next(begins, "")
    return first.isupper() and all(map(str.isupper, begins))


def _capital_share(words: list[str]) -> float:
    counted = [x for x in words if x.lower() not in _SMALL and x[0].isalpha()]
    if not counted:
        return 0.0
    return sum(x[0].isupper() for x in counted) / len(counted)
