"""Finds the authority that a body belongs to."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from minutebook.grammar.anchors import matches_at
from minutebook.preamble.bodykinds import (
    is_authority,
    is_bare,
    is_place_council,
    split_of,
    split_whole,
)
from minutebook.preamble.namings import Naming, cut_name
from minutebook.records import SourceDocument


def find_council(
    body: Naming, candidates: list[Naming], source: SourceDocument
) -> Naming | None:
    """Return the authority: the body itself, its heading's, or the text's own."""
    corporation = _CORPORATION.search(body.name)
    if corporation and is_place_council(corporation["name"]):
        return replace(body, name=corporation["name"], rule="council-corporation")
    if is_authority(body.name) and not is_bare(body.name):
        return body
    district = _DISTRICT_PART.match(body.name)
    if district:
        return replace(body, name=district["whole"], rule="council-of-part")
    of, before = split_of(body.name), split_whole(body.name)
    whole = of[1] if of else before[0] if before else None
    if whole and not is_bare(whole):
        start = body.start + (body.name.index(whole) if of else 0)
        return Naming(whole, start, start + len(whole), "council-of-part", 3)
    short = source.text[body.end : body.end + 14]
    heads = [
        x
        for x in candidates
        if x.name != body.name and _is_whole(x, body) and f"({x.name})" not in short
    ]
    if heads:
        return max(heads, key=lambda x: (x.score, -x.start))
    reports = next(matches_at(_REPORTS, source.text, _REPORTERS), None)
    if reports:
        return cut_name(source.text, *reports.span("name"), "council-reported-to", 3)
    parents = [x for x in candidates if x.name != body.name and governs(x.name)]
    if parents and _PART_OF.search(body.name):
        return max(parents, key=lambda x: (x.score, -x.start))
    boards = [x for x in candidates if _above(x, body)]
    if boards and _PART_OF.search(body.name):
        return boards[-1]
    governed = _GOVERNED.fullmatch(body.name)
    if governed:
        return replace(body, name=governed["whole"], rule="council-of-part")
    institution = _INSTITUTION.search(source.text, 0, 1000) or _named_first(
        body, source.text
    )
    if institution and _ITS_BOARD.search(body.name):
        return cut_name(source.text, *institution.span("name"), "council-above", 3)
    low, high = max(0, body.start - 160), body.end + 120
    department = _DEPARTMENT.search(source.text, low, high)
    if department and _STATE_BOARD.search(body.name):
        return cut_name(source.text, *department.span("name"), "council-above", 3)
    return body if _KIND.match(body.name) else _authority_in_text(body, source.text)


# (Low Fold Primary School) Governing Body   (Marl Software Foundation) Board
_GOVERNED = re.compile(
    r"""(?P<whole>(?!(?:primary|secondary|high)\sschool\b)[A-Z].{1,80}\b(?:school|college|university|academy|federation|society
      |association|foundation|union|institute|clinical\scommissioning\sgroup|ccg))
    \s(?:governing\s(?:body|board)|local\sgoverning\sbody|senate|court|trustees
      |parent\scouncil|pta
      |(?:executive|general|management)\s(?:board|committee)
      |board(?:\sof\s(?:trustees|directors|governors|management))?)""",
    re.I | re.X,
)


def _above(naming: Naming, body: Naming) -> bool:
    """Return whether a name is that of a board on a line above its committee."""
    return (
        naming.rule == "body-line"
        and 0 < body.start - naming.end < 60
        and is_parent_board(naming.name)
    )


def is_parent_board(name: str) -> bool:
    """Return whether a name is that of a board that may have committees.

    >>> is_parent_board("Marland Dental Board"), is_parent_board("Board")
    (True, False)
    """
    return bool(_PARENT_BOARD.search(name))


_PARENT_BOARD = re.compile(r"\w\W+(?:board|commission|authority)$", re.I)


# A library, a co-operative, a church or a health trust on a line above its board
_INSTITUTION = re.compile(
    r"^[ \t*#>]{0,6}(?P<name>[A-Z](?:[\w'’&.-]+ ){1,8}"
    r"(?:Library|LIBRARY|NHS(?: \w+)? Trust|Co-?op(?:erative)?|CO-?OP(?:ERATIVE)?"
    r"|Church|CHURCH|School|SCHOOL|Academy|ACADEMY|College|COLLEGE)"
    r"(?:, [A-Z][\w'’-]+)?)[ \t*]*$",
    re.M,
)
# "Elm Ridge Primary School Minutes of the Governing Body", "of the Holt Association"
_OWNER = re.compile(
    r"\b(?P<name>(?!The\b)[A-Z][\w'’&.-]*"
    r"(?: (?:of|in the|and|&|for|[A-Z][\w'’&.,-]*)){1,7} "
    r"(?:School|SCHOOL|Academy|Association|ASSOCIATION|Foundation(?! Trust)|FOUNDATION"
    r"|Society|Federation|Labs|Inc)\b)"
)
_FIRST = 1500  # characters in which minutes name whose board it is


_GOVERNORS = re.compile(r"govern|^(?:parent council|lgb|pta)$", re.I)  # of a school
_A_SCHOOL = re.compile(r"(?:School|SCHOOL|Academy)$")


def _named_first(body: Naming, text: str) -> re.Match[str] | None:
    """Return the first institution that the minutes name that may be the body's."""
    schools = bool(_GOVERNORS.search(body.name))
    for owner in _OWNER.finditer(text, 0, _FIRST):
        if schools or not _A_SCHOOL.search(owner["name"]):
            return owner
    return None


# "Department of Health and Care" above a state's board
_DEPARTMENT = re.compile(
    r"(?:^|\s{2})[ \t*#]{0,6}"
    r"(?P<name>(?i:(?:department|ministry)[ ](?:of|for))"
    r"(?:[ ](?:[A-Z][\w'’&-]*|and|of|&|the)){1,7})"
    r"[ \t*]*(?=\n|\s{2}|\Z)",
    re.M,
)
_STATE_BOARD = re.compile(r"(?<=\W)(?:board|commission|panel)\b", re.I)
_ITS_BOARD = re.compile(
    r"^(?:library |trust |governing )?board(?: of (?:\w+ )?\w+)?$|council of governors$"
    r"|^(?:full )?governing body$|^parent council$|^(?:parochial church council|pcc)$"
    r"|^(?:lgb|local governing body|pta|senate|court)$"
    r"|committee of the (?:full )?governing (?:board|body)$",
    re.I,
)


def _is_whole(naming: Naming, body: Naming) -> bool:
    """Return whether a name is an authority, and no end of the body's own name."""
    if naming.rule == "council-of-part":
        return True
    own = naming.name.lower().startswith("district of")
    return (
        is_authority(naming.name)
        and not is_bare(naming.name)
        and not (own and naming.name.lower() in body.name.lower())
    )


# "Parish Council", where the heading has no more, is an authority by its kind
_KIND = re.compile(r"(?:parish|town|community|borough|district|county) council$", re.I)


# "Council of the Corporation of the Township of Elm Ridge"
_CORPORATION = re.compile(r"\bcorporation of (?:the )?(?P<name>\w.*)$", re.I)


# "Municipal District of Low Fold Joint Policing Committee"
_DISTRICT_PART = re.compile(
    r"(?P<whole>(?:municipal|metropolitan) district of (?:[\w'’-]+ ){0,3}?[\w'’-]+) "
    r"(?:joint|local|community|planning|roads?|housing)\b.*\b(?:sub|committee)",
    re.I,
)
_REPORTERS = ("group", "committee", "panel", "board", "forum", "party", "partnership")
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
    r"\b(?:committee|panel|working party|group|governing body|senate|court"
    r"|diocesan synod)$",
    re.I,
)


def governs(name: str) -> bool:
    """Return whether a name is that of governors, a trust or the like, not bare."""
    return not is_bare(name) and bool(
        re.search(
            r"\b(?:board of governors|governing (?:body|board)|school|college"
            r"|university|federation"
            r"|society|association|trust|foundation|union"
            r"|\w{0,4}lscb|clinical commissioning group)$|^(?:university|diocese) of\b"
            r"|\b(?:association|federation|society|union) of \w",
            name,
            re.I,
        )
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
    r"children|partnership|pensions?|health (?:and|&) well-?being|safeguarding"
    r"|district|scrutiny|cabinet|planning|licensing"
    r"|schools? forum|local access|local area|neighbourhood|ward|\w{0,3}scb",
    re.I,
)


# "Cllr Bell (Holt District Council)", "as a member of": whose somebody is
_ELSEWHOSE = re.compile(
    r"(?:\((?:of\s|from\s|representing\s)?|\b(?:(?:members?|councillors?|employees?)"
    r"\s(?:of|on|for)|employed\sby|works?\sfor)\s)(?:the\s)?$",
    re.I,
)


def _authority_in_text(body: Naming, text: str) -> Naming | None:
    """Return the one principal authority that the text speaks of as its own."""
    if not _OF_AUTHORITY.search(body.name):
        return None
    where: dict[str, re.Match[str]] = {}
    counts: Counter[str] = Counter()
    for match in _PRINCIPAL.finditer(text):
        if _ELSEWHOSE.search(text, max(0, match.start() - 40), match.start()):
            continue
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
    both = 20 if rest and min(rest[0][1], most) > 20 else 0
    if rest and (rest[0][1] - both) * 1.2 > most - both:
        return None
    match = where[name]
    return Naming(name, match.start(), match.end(), "council-in-text", 1)
