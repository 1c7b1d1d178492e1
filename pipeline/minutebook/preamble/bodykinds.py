"""What kind of body a name is that of: an authority, a part of one, or only a noun."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from minutebook.assets import read_rows
from minutebook.grammar.leaps import leaping


def _alternation(kind: str | None = None) -> str:
    rows = read_rows("bodies.tsv")
    words = {x["word"] for x in rows if kind in (None, x["kind"])}
    ordered = sorted(words, key=lambda x: (-len(x), x))
    return "|".join(re.escape(x).replace(r"\ ", r"\s+") for x in ordered)


@cache
def noun_pattern() -> re.Pattern[str]:
    """Return the pattern of a word that only bodies are called by."""
    return re.compile(rf"\b(?:{_alternation()})s?\b", re.I)


@cache
def authority_pattern() -> re.Pattern[str]:
    return leaping(rf"\b(?:{_alternation('authority')})\b", re.I)


@cache
def below_pattern() -> re.Pattern[str]:
    """Return the pattern of a name that ends as a committee or the like does."""
    return re.compile(
        rf"\b(?:{_alternation('body')})s?$|^(?:municipal|metropolitan)\s+district"
        r"|\b(?:student|youth|steering|advisory)\s+council$"
        r"|\bboard\s+of\s+(?:\w+\s+){0,2}\w+$|\bcommittee\s+of\s+the\s+whole$",
        re.I,
    )


def looks_named(name: str) -> bool:
    """Return whether a line is the name of a body and not a sentence about one."""
    words = name.split()
    if len(words) > 14 or not re.search(r"[A-Z]", name):
        return False
    nouns = list(noun_pattern().finditer(name))
    if not nouns or _is_place(name):
        return False
    if _SENTENCE.search(name) or _A_POST.match(name) or _NO_NAME.fullmatch(name):
        return False
    tail = name[nouns[-1].end() :]
    if any(
        x[0].lower().endswith(" of")
        and (x.start() == 0 or _BELONGS.search(name, 0, x.start()))
        for x in (nouns[0], nouns[-1])
    ) or _BOROUGH_OF.fullmatch(name):
        tail = ""
    if tail and not _TAIL.match(tail) and not _SUBJECT.match(name):
        return False
    small = [w for w in words if w[:1].islower() and w not in SMALL_WORDS]
    return len(small) <= (1 if len(words) <= 4 else 0)


# "Committee on School District Names": what it sees to stands behind it
_SUBJECT = re.compile(
    r"(?:\S{1,30} ){0,4}(?:committee|commission|panel|group|party|forum|council) "
    r"(?:on|for) (?!the\b|behalf\b)\S{1,30}(?: \S{1,30}){0,7}$",
    re.I,
)


# "Charter Trustees of the City of Wexford"
_BELONGS = re.compile(r"\bof\s(?:the\s)?$", re.I)


_TAIL = re.compile(
    r"""\s+(?:(?:of|for|on)\b|\#\d|no\.?\s*\d
      |(?:inc|ltd|limited|incorporated|plc|llc|cio)\.?$
      |(?-i:(?:[A-H]|I{1,3}|[1-9])$))
    |['’]?\s*$""",
    re.I | re.X,
)


# "NOT APPROVED BY THE BOARD OF NURSING"
_SENTENCE = re.compile(
    r"\b(?:by|been|approved|has|have|will|was|were|is|are|not)\s", re.I
)


# what a letterhead says of a body, and over what they met
_NO_NAME = re.compile(
    r"(?:a )?regist(?:ered|ration)\b.{0,40}"
    r"\b(?:charity|trust|company|society|association)"
    r"(?: (?:no|number)\b.{0,20})?|(?:ms |microsoft )?teams",
    re.I,
)


# "Clerk to the Council" is no body, nor "Chair of the Board"
_A_POST = re.compile(
    r"(?:town |parish )?(?:clerk|leader|chair\w{0,6}|mayor|secretary|officer)"
    r" (?:to|of|and)\b",
    re.I,
)


# What a meeting is held in is no body
PLACE_WORDS = re.compile(
    r"\b(?:room|hall|house|chambers?|centre|center|street|road|avenue|caf[eé]|bar"
    r"|church|library|building|offices?|hotel|inn|(?:microsoft|ms)\s+teams)$|\b(?:chamber|room)\b|^venue\b|^place\s{0,3}(?:[:–-]|$)",
    re.I,
)


SMALL_WORDS = {
    "of",
    "and",
    "the",
    "for",
    "in",
    "on",
    "with",
    "to",
    "cum",
    "by",
    "upon",
    "under",
    "le",
    "de",
    "la",
    "na",
    "y",
    "ar",
    "committee",
    "board",
    "group",
}


_BARE = re.compile(
    r"""^(?!(?:full\s+(?:council|governing\s+body)|local\s+governing\s+body)$)
    (?:(?:above|full|parish|town|community|city|county|district|borough|local|said
    |whole|executive|ordinary|named|our|management)\s+){0,3}
    (?:council|board|committee|court|governing\s+body|governors|trustees
    |association|commission|panel|group|members|assembly|trust|partnership|synod
    |directors|commissioners|supervisors|selectmen|wgs?)$""",
    re.I | re.X,
)


def is_bare(name: str) -> bool:
    """Return whether a name only says what kind of body it is.

    >>> is_bare("Parish Council"), is_bare("Thornbeck Parish Council")
    (True, False)
    """
    return bool(_BARE.match(name))


_OF = re.compile(r"(?:\s(?:of|for)|,)\s{1,3}(?:the\s{1,3})?(?=[A-Z])", re.I)


# What the name of a part begins with, where a place stands before it
_CIVIC = re.compile(
    r"""\s(?=(?:planning|zoning|historic\w*|conservation|community|economic|finance
    |parks?|recreation|library|school|housing|public|cemetery|water|sewer|ethics
    |personnel|design|architectural|heritage|arts?|cultur\w+|trees?|health|human|tourism
    |transport\w*|traffic|police|fire|harbou?r|airport|select|budget|audit|charter|civil
    |environment\w*|energy|licensing|scrutiny|youth|board|committee|commission\w*
    |zoning)\b)""",
    re.I | re.X,
)


_COUNTY_PART = re.compile(
    r"^(?P<whole>(?:\w[\w'’.-]{0,30} ){1,3}County) "
    r"(?P<part>(?:Board of|(?:[A-Z][\w&-]* ){0,4}Commission(?:ers)?)\b.*"
    r"|Quorum Court)$",
    re.I,
)


_CORPORATION = re.compile(r"^(?:the\s)?corporation\sof\sthe\s", re.IGNORECASE)


@lru_cache(maxsize=256)  # asked again of each name that may be the body's
def is_authority(name: str) -> bool:
    """Return whether a name is that of an authority, not of a part of one.

    >>> is_authority("Thornbeck Parish Council"), is_authority("Council Tax Panel")
    (True, False)
    """
    return not split_of(name) and _ends_as_authority(name)


def split_of(name: str) -> tuple[str, str] | None:
    """Return the part and its authority, None where a name is not of both.

    >>> split_of("Planning Committee of Holt Borough Council")
    ('Planning Committee', 'Holt Borough Council')
    >>> split_of("Municipal District of Holt")
    """
    for of in _OF.finditer(name):
        part, whole = name[: of.start()], name[of.end() :]
        if (
            (below_pattern().search(part) or _BARE_COUNCIL.fullmatch(part))
            and not _OWN_PART.search(part)
            and not re.match(_BOARDS, whole, re.I)
            and (
                _ends_as_authority(whole) or whole.lower().startswith("university of ")
            )
        ):
            return part, whole
    return None


# "Annual Parish Meeting of", "Charter Trustees of": no part of an authority
_OWN_PART = re.compile(r"(?:meeting|(?<!board of )trustees)$", re.I)


_BARE_COUNCIL = re.compile(r"(?:(?:city|town|village|borough) )?council", re.I)


# "of" in "Board of Commissioners of Marl Water District" that no whole follows
_BOARDS = r"(?:directors|trustees|commissioners|supervisors|governors|education)\b"


def split_whole(name: str) -> tuple[str, str] | None:
    """Return the authority and the part behind its name, None where there are not both.

    >>> split_whole("Town of Low Fold Planning Board")
    ('Town of Low Fold', 'Planning Board')
    >>> split_whole("Low Fold Park District Board")
    ('Low Fold Park District', 'Board')
    """
    if not below_pattern().search(name):
        return None
    county = _COUNTY_PART.match(name)
    if county:
        return county["whole"], county["part"]
    for match in authority_pattern().finditer(name):
        end = match.end()
        if match[0].lower().endswith(" of"):
            civic = _CIVIC.search(name, end + 2) if match.start() == 0 else None
            end = civic.start() if civic else len(name)
        behind = _BEHIND.match(name, end)
        whole, part = name[:end], name[behind.end() if behind else end :]
        if (
            part
            and behind
            and not _NO_PART.match(part)
            and below_pattern().search(part)
            and _ends_as_authority(whole)
            and not is_bare(whole)
        ):
            return whole, part
    return None


def keeps_whole(whole: str, part: str) -> bool:
    """Return whether a part is called by its whole's name when both stand together.

    >>> keeps_whole("Marl County", "Planning Commission")
    True
    >>> keeps_whole("Low Fold Town Council", "Planning Committee")
    False
    """
    return bool(_COUNTY.search(whole) or _GOVERNING.match(part))


_COUNTY = re.compile(r"\w (?:county|township)$", re.I)


# Those who govern a whole, and have no subject of their own
_GOVERNING = re.compile(
    r"(?:board of (?:\w+ )?(?:commissioners|directors|trustees|supervisors|governors"
    r"|selectmen|aldermen|education)|commissioners|trustees|supervisors|selectmen"
    r"|directors)$",
    re.I,
)


# "Low Fold Council's Parks Panel", "Low Fold Council, Parks Panel"
_BEHIND = re.compile(r"(?:['’]s?|,)?\s+")


# "Council Tax Panel", "Council and Trust Joint Committee"
_NO_PART = re.compile(r"(?:tax|of|and|&|for|house|chamber|meeting)\b", re.I)


# A council of members, and one whose place stands behind it
_NO_AUTHORITY = re.compile(
    r"\b(?:church|steering|student|youth|works|advisory|school|parents?|academic|trades"
    r"|sports|arts|executive|members?|governing|management|safety|health) council$",
    re.I,
)


_COUNCIL_OF = re.compile(
    r"^(?:district|city|town|parish|community|county|borough|municipal|village|shire"
    r"|regional) council of (?!the\b)\S",
    re.I,
)


def _is_place(name: str) -> bool:
    """Return whether a name is that of a house or a road and of no one's in it.

    >>> _is_place("Thornbeck Village Hall"), _is_place("City of Marl Center")
    (True, False)
    """
    return bool(PLACE_WORDS.search(name)) and not _NAMED_SO.match(name)


_NAMED_SO = re.compile(r"friends of\b|(?:city|town|village|township) of \w", re.I)


# "Metropolitan Borough of Marl", "Royal Borough of Low Fold and Marl"
_BOROUGH_OF = re.compile(
    r"(?:the )?(?:(?:royal|london|metropolitan) ){1,2}borough of"
    r"(?: (?:upon|on|and|&|the|[A-Z][\w’'-]{1,20})){1,6}",
    re.I,
)
# "Low Fold Group of Drainage Boards"
_SEVERAL = re.compile(
    r"\w (?:group|association|union) of (?:\w+ ){0,2}"
    r"(?:drainage boards|(?:parish |community )?councils|authorities|parishes)$",
    re.I,
)


def _ends_as_authority(name: str) -> bool:
    if _is_place(name) or _FULL.match(name) or _NO_AUTHORITY.search(name):
        return False
    if _COUNCIL_OF.match(name) or _BOROUGH_OF.fullmatch(name):
        return True
    name = _CORPORATION.sub("", name)
    if _AUTHORITY_FOR.match(name):
        return True
    if _SEVERAL.search(name):
        return True
    found = list(authority_pattern().finditer(name))
    last = [x for x in found if x.end() == len(name)]
    below = below_pattern().search(name)
    if below and not (last and last[0].start() < below.start()):
        return False
    return bool(last or _DISTRICT.search(name)) or any(
        x[0].lower().endswith(" of") and x.start() == 0 for x in found
    )


# "Combined Fire Authority for Penmere and Marl"
_AUTHORITY_FOR = re.compile(
    r"(?:(?:combined|joint|integrated)\s)?(?:[a-z]{3,20}\s){1,2}authority\sfor\s\w",
    re.I,
)


def has_parts(name: str) -> bool:
    """Return whether a name is that of an authority or of an authority's district."""
    return not is_bare(name) and (
        is_authority(name) or bool(_MUNICIPAL.match(name.lower()))
    )


_MUNICIPAL = re.compile(r"(?:municipal|metropolitan) district of \w")


def is_below(name: str) -> bool:
    """Return whether a name is that of a committee or the like.

    >>> is_below("Low Fold Planning Board"), is_below("Low Fold Park District")
    (True, False)
    """
    return bool(below_pattern().search(name)) and not is_authority(name)


_FULL = re.compile(r"full\s+council$", re.I)


# "Elm Ridge School District No. 88", "District of Penmere"
_DISTRICT = re.compile(
    r"\b(?:district|school\s+division)\s+(?:no\.?\s*|#)?\d{1,4}\W*$|^district\s+of\b"
    r"|(?-i:\b[A-Z]{0,4}(?:FPD|CSD|USD|ISD|PUD))(?:\s+(?:no\.?\s*|#)?\d{1,4})?$",
    re.I,
)


def is_numbered(name: str) -> bool:
    """Return whether a name is that of a district: "HVFPD 3", "Fire District No. 7"."""
    return name[-1].isdigit() and bool(_DISTRICT.search(name))


_PLACE_COUNCIL = re.compile(r"(?:township|town|city|village|county|shire)\s+of\b", re.I)


def is_place_council(name: str) -> bool:
    return bool(_PLACE_COUNCIL.match(name))
