"""Finds bodies in lower case: the parish council, the triage panel, Mayor's office."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutebook.grammar.anchors import find_words, matches_at
from minutebook.recognise.cues import has_cue
from minutebook.recognise.heads import Found
from minutebook.recognise.runs import fold

LOWER = re.compile(
    r"he (?<=[Tt]he )((?:parish|town|district|county|borough|school) council\b"
    r"(?![ ](?:tax|meetings?|offices?|chamber|house|land|elections?|members?)\b|[’'])"
    r"|secretariat\b(?![’'-])"
    r"|local authority\b(?![ ][a-z]+s\b|[’'])"
    r"|governing body\b(?![ ][a-z]+s\b|[’'])"
    r"|police\b(?![ ](?:report|officer|station|force|car|and))"
    r"|Government\b(?![’']"
    r"|[ ](?:[A-Z]|and[ ][A-Z]|department|minister|of[ ])))"
)


# the bikes are back, (police) have been told
POLICE = re.compile(
    r"police(?<![\w-]police)(?=[ ](?:have|had|has|are|were|will|would|said|say|advised"
    r"|attended|confirmed|asked|told|to[ ](?:be|attend|monitor|visit))\b)"
)
# the (bowling club)   to (planning department)   our (fire brigade)
_LOWER_KINDS = (
    *(f"{x} department" for x in ("police", "fire", "planning", "highways", "highway")),
    *(f"{x} department" for x in ("public works", "roads", "parks", "legal", "water")),
    *(
        "fire brigade",
        "fire company",
        "school board",
        "county board",
        "ambulance squad",
    ),
    *(
        f"{x} club"
        for x in ("bowling", "bowls", "cricket", "football", "rugby", "golf")
    ),
    *(f"{x} club" for x in ("tennis", "hockey", "sailing", "gardening", "radio")),
    *(f"{x} club" for x in ("chess", "hurling", "soccer", "curling", "athletics")),
    *(
        f"{x} club"
        for x in ("swimming", "garden", "camera", "cattle", "pony", "rotary")
    ),
    *(f"{x} department" for x in ("cleansing", "housing", "building", "engineering")),
    *(f"{x} department" for x in ("sanitation", "street", "sewer", "recreation")),
    *(f"{x} service" for x in ("ambulance", "fire", "fire and rescue", "probation")),
    *("sheriff’s office", "sheriff's office", "health board", "credit union"),
    *("parents association", "residents association", "gun club", "snowmobile club"),
)
_LOWER_KIND_HEADS = tuple(dict.fromkeys(x.rpartition(" ")[2] for x in _LOWER_KINDS))
LOWER_KIND = re.compile(
    rf"(?<![\w’'-])(?:{'|'.join(_LOWER_KINDS)})\b"
    r"(?![’'-]|[ ](?:member|meeting|report|house|night|room|vehicle|car"
    r"|truck|station)s?\b)"
)
KIND_LED = re.compile(
    r"(?<!\bat )(?<!\bin )(?<!near )(?<!outside )(?<!behind )(?<!opposite )"
    r"\b(?:[Tt]he|our|to|with|from|by|contact|ask|and|\d)[ ](?:local[ ]|town[ ])?$"
)
# the triage (panel)   an absentee ballot (board)   on sustainability (committee)
_LOWER_HEADS = (
    *("committee", "sub-committee", "task force", "working group", "working party"),
    *("panel", "ballot board", "fire board", "library board", "subcommittee"),
    *("action group", "liaison group", "recovery group", "task group", "project board"),
    *("projects board", "programme board"),
)
LOWER_HEAD = re.compile(
    rf"(?:{'|'.join(_LOWER_HEADS)})\b(?![ ](?:member|meeting|report|room)s?\b|[’'-])"
)
LOWER_LED = re.compile(
    r"(?:\b(?:[Tt]he|an?|on|its|our|their)|(?<=[a-z])[’']s)[ ]"
    r"(?P<name>([a-z]{3,15})[ ](?:[a-z]{4,15}[ ])?)$"
)
# to (grounds) committee   • (finance) committee: kinds that every society has
FIELD_LED = re.compile(
    r"(?:[\n•*–:]|\b(?:by|for|from|of|to|with|that|and))[ ]?(?P<name>((?:audit|budget"
    r"|building|bylaws?|cemetery|education|events?|finance|fundraising|governance|grounds"
    r"|house|maintenance|membership|nominating|nominations?|personnel|planning|policy"
    r"|programme|program|property|publicity|safety|social|staffing))[ ])$"
)
# which committee: words that tell of none by name
NO_LOWER = frozenset(
    [
        *("full", "whole", "next", "other", "same", "this", "various", "said", "local"),
        *("small", "above", "meeting", "organising", "organizing", "executive", "show"),
        *("appropriate", "relevant", "annual", "regular", "volunteer", "existing"),
        *("previous", "current", "present", "entire", "joint", "proposed", "separate"),
        *("special", "standing", "management", "main", "parent", "governing", "solar"),
        *(
            "control",
            "wooden",
            "notice",
            "with",
            "from",
            "that",
            "into",
            "each",
            "under",
        ),
        *(
            "steering",
            "different",
            "independent",
            "expert",
            "either",
            "another",
            "which",
        ),
        *("advisory", "larger", "smaller", "itself", "joined", "ordinary", "informal"),
        *("new", "old", "two", "big", "own", "any", "all", "few", "top", "lay", "sub"),
        *(
            "the",
            "its",
            "our",
            "his",
            "her",
            "per",
            "for",
            "and",
            "out",
            "one",
            "six",
            "ten",
            "who",
            "now",
            "not",
            "but",
            "had",
        ),
        *("incoming", "outgoing", "elected", "canonical", "strategic"),
    ]
)
# the (City) has agreed   a letter from the (Borough)
_PLACES = (
    *("City", "County", "Borough", "Shire", "Township", "University"),
    *("Province", "State", "Region", "District"),
)
# refused by (District),  (County)'s target,  (Borough) have said  -  but Derby (County)
NO_ARTICLE = frozenset(["County", "Borough", "District"])
# a (task group on speed limits),  a (sub-group on noise)
_VERB = (
    r"(?:to|be|ha[sd]|have|is|was|will|would|should|could|may|met|with|in|at|report)\b"
)
GROUP_ON = re.compile(
    r"(?:task(?:[ ]and[ ]finish)?[ ]group|task[ ]force|sub-?[ ]?group"
    r"|working[ ](?:group|party))"
    r"[ ]on[ ](?!the\b|this\b|how\b|what\b|an?\b|its\b)[a-z]{3,14}"
    rf"(?:[ ](?:and[ ])?(?!{_VERB})[a-z]{{3,14}}){{0,2}}"
    rf"(?=[ ]?[.,;:)\n]|[ ]{_VERB})"
)
_GROUPS = ("task group", "task and", "task force", "sub-group", "subgroup", "working ")
# the (Treasury) has the figures,  to the (Constabulary): there is one of each
LONE = re.compile(
    r"(?<=[Tt]he )(?:Treasury|Lottery|Constabulary|Deanery|Lords"
    r"|(?:Magistrates|County|Crown|High)[’']?[ ]Court)\b(?![ -][A-Z]|[’'-][a-rt-z]"
    r"|[ ](?:strategy|management|fund|bills?|report|and[ ][A-Z]|of[ ]))"
)
_LONE = ("Treasury", "Lottery", "Constabulary", "Deanery", "Lords")
_COURTS = ("Magistrates", "County Court", "Crown", "High Court")
# (Management) will call: the agents of a homeowners' association
MANAGEMENT = re.compile(
    r"(?:(?<=[.!?:;•–-][ ])|(?<=[.!?:;•–-][ ][ ])|(?<=\n)|(?<=[a-z][ ]))Management[ ]"
    r"(?:(?:is|was|has|had|will|would|to)[ ](?!of\b)[a-z]"
    r"|(?:sent|reported|advised|asked|confirmed|recommended|presented|received|contacted|obtained|informed|stated)\b)"
)
PART_OF_NAME = re.compile(r"(?:\b[A-Z][\w’'-]*|[^\w\n.:;,?!)•–-])[ ]$")
ITS_OWN = re.compile(r"[’']s[ ][a-z]")
PLACE_BODY = re.compile(
    rf"(?:{'|'.join(_PLACES)})\b(?![ ](?:[A-Z&\d]|and\b|councillors?\b))"
)
# the Mayor's office   the Auditor General’s office
OFFICE = re.compile(
    r"(?<![\w’'-])(?!The[ ]|Our[ ])(?:[A-Z][a-z]{2,14}[ ](?:(?:&|and)[ ])?){0,2}"
    r"(?:Mayor|Governor|Commissioner|Ombudsman|General|Prosecutor|Sheriff|Assessor"
    r"|Comptroller|Coroner|Regulator|Attorney)$"
)
OFFICES = tuple(f"{x}s {y}ffice" for x in "’'" for y in "oO")
NO_OFFICE = re.compile(r"\w|[ ](?:hours|[A-Z])")


def find_lower_bodies(view: str) -> list[Found]:
    """Return bodies in lower case, "the parish council", and "the Government"."""
    found = [
        Found(m.start(1), m.end(1), m[1], "org-lower", 0.6, True)
        for m in LOWER.finditer(view)
        if not view[max(0, m.start() - 2) : m.start() - 1].isalpha()
    ]
    found += [
        Found(*m.span(), m[0], "org-lower-kind", 0.5)
        for m in matches_at(LOWER_KIND, view, _kinds_in(view))
        if KIND_LED.search(view[max(0, m.start() - 24) : m.start()])
    ]
    found += [
        Found(*m.span(), m[0], "org-police-acts", 0.6, True)
        for m in matches_at(POLICE, view, ("police ",))
    ]
    found += _lower_named(view)
    found += [
        Found(*m.span(), m[0], "org-place-acts", 0.5, True)
        for m in matches_at(PLACE_BODY, view, _PLACES)
        if _place_acts(view, *m.span())
    ]
    found += _offices(view)
    found += [
        Found(*m.span(), m[0], "org-lower-group", 0.5)
        for m in matches_at(GROUP_ON, view, _GROUPS)
    ]
    found += [
        Found(*m.span(), m[0], "org-lone", 0.5, True)
        for m in matches_at(LONE, view, (*_LONE, *_COURTS))
    ]
    found += [
        Found(m.start(), m.start() + 10, "Management", "org-management", 0.5)
        for m in matches_at(MANAGEMENT, view, ("Management ",))
    ]
    return sorted(found)


def _place_acts(view: str, start: int, end: int) -> bool:
    """Return whether a lone "the City", or "County" without the article, is dealt with.

    >>> _place_acts("refused by District.", 11, 19), _place_acts("in District 4", 3, 11)
    (True, False)
    """
    place = view[start:end]
    if view[max(0, start - 4) : start] in ("the ", "The "):
        return has_cue(view, start, end)
    if place not in NO_ARTICLE or PART_OF_NAME.search(view, max(0, start - 24), start):
        return False
    return has_cue(view, start, end) or ITS_OWN.match(view, end) is not None


def _kinds_in(view: str) -> tuple[str, ...]:
    """Return the kinds of bodies whose last word stands in a text at all."""
    heads = {x for x in _LOWER_KIND_HEADS if x in view}
    return tuple(x for x in _LOWER_KINDS if x.rpartition(" ")[2] in heads)


def _lower_named(view: str) -> Iterator[Found]:
    """Yield the committees that small letters name: the triage panel."""
    for head in matches_at(LOWER_HEAD, view, _LOWER_HEADS):
        low = max(0, head.start() - 36)
        before = view[low : head.start()]
        led = LOWER_LED.search(before) or FIELD_LED.search(before)
        if led and NO_LOWER.isdisjoint(led["name"].split()):
            start = low + led.start("name")
            name = view[start : head.end()]
            yield Found(start, head.end(), name, "org-lower-named", 0.5)


def _offices(view: str) -> Iterator[Found]:
    """Yield the offices of one who holds a post: the Mayor's office."""
    for start, end in find_words(view, OFFICES):
        low = max(0, start - 48)
        owner = OFFICE.search(view[low:start])
        if owner and not NO_OFFICE.match(view, end):
            begin = low + owner.start()
            yield Found(begin, end, fold(view[begin:end]), "org-office-of", 0.7)
