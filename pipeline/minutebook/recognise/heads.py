"""Finds bodies by their head noun: Council, Board, Trust, Ltd, and what leads to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from minutebook.recognise.cues import acts_alone, in_title
from minutebook.recognise.kinds import is_any, is_kind, never_bodies
from minutebook.recognise.runs import (
    CELTIC,
    LINKS,
    Phrases,
    Token,
    fold,
    is_acronym,
    is_break,
    nation_end,
)
from minutebook.recognise.shown import is_shown
from minutebook.recognise.starts import (
    GATHERINGS,
    are_dwellers,
    initials_before,
    past_person,
    reach_left,
)
from minutebook.recognise.tails import (
    SITTINGS,
    after_government,
    before_acronym,
    before_paper,
    ends_at,
    is_on,
    is_ranked,
    past_owner,
    past_possessor,
    takes_the,
)
from minutebook.recognise.wordlists import flags_of, words_of


class Found(NamedTuple):
    """A stretch that names a body; `generic` if only generic words do.

    `said` are its words where the name is fuller than they are.
    """

    start: int
    end: int
    name: str
    rule: str
    certainty: float
    generic: bool = False
    said: str = ""


# (Thornbeck) parish council,  (Marsh) primary school
LOWER_HEAD = re.compile(
    r"[ ](?:(?:primary|high|secondary|infant|junior|parish|town|borough|district|county"
    r"|area|community|city|planning|finance|management|shadow|project|advisory|steering|drama"
    r"|sports|youth)[ ])?"
    r"(?:council|(?:sub-?)?committee|school|church|college|constabulary|police|government"
    r"|board|department|(?:steering|working)[ ](?:group|party)|association|society"
    r"|trust|club|partnership|task[ ]force|(?:sub-?)?group|unit|division|team"
    r"|university|diocese"
    r"|parliament|hospital[ ]trust|(?:highways?|licensing|planning|port|harbour|health"
    r"|housing|transport|water)[ ]authority)\b"
    r"(?![’'-](?!s[ ])|[ ]tax)"
)


# (SBC) communications team,  (HVT) waste and cleansing department
SHORT_HEAD = re.compile(
    r"[ ](?:(?!other|their|about|whole|entire|which|every|asked)[a-z]{4,15}(?<!ed)[ ]"
    r"(?:and[ ])?){1,2}(?:team|unit|department|panel|committee|sub-?group"
    r"|(?:working|steering)[ ]group)\b(?![’'-])"
)


@cache
def _heads() -> dict[str, frozenset[str]]:
    return flags_of("organisation_heads")


@cache
def _head_names() -> Phrases:
    return Phrases.of(_heads())


def find_headed(view: str, runs: list[list[Token]]) -> list[Found]:
    """Return the bodies whose names end in, or start with, a head noun.

    >>> from minutebook.recognise.runs import find_runs
    >>> view = "the Thornbeck Parish Council replied"
    >>> [x.name for x in find_headed(view, list(find_runs(view)))]
    ['Thornbeck Parish Council']
    """
    found: list[Found] = []
    firsts = _head_names().firsts
    for tokens in runs:
        if not firsts.isdisjoint([x.fold for x in tokens]):
            found += _in_run(view, tokens)
        elif tokens:
            found += _lower_head(view, tokens)
    return found


def _in_run(view: str, tokens: list[Token]) -> Iterator[Found]:
    heads = list(_head_names().find(tokens))
    if not heads:
        yield from _lower_head(view, tokens)
        return
    left = 0
    passed: tuple[int, int] | None = None
    for number, (first, last) in enumerate(heads):
        if first < left:
            continue
        after = heads[number + 1][0] if number + 1 < len(heads) else len(tokens)
        if _flows_on(view, tokens, last, after):
            passed = passed or (first, last)
            continue
        end = _reach_right(tokens, first, last, heads)
        alone = end > last or tokens[last - 1].fold in LONE
        start = reach_left(tokens, first, left, alone)
        start = past_owner(tokens, start, first, end)
        start = past_possessor(tokens, start, first)
        if "company" in _flags(tokens, first, last):
            start = initials_before(tokens, start, left)
        elif first - start > 2 and tokens[last - 1].fold in GATHERINGS:
            start = past_person(tokens, start)
        candidate = _judge(view, tokens, start, first, last, end)
        if not candidate and passed and _is_whose(tokens, passed, first, left):
            first, end = passed[0], passed[1]  # (Marsh County Council) Welfare Services
            start = reach_left(tokens, first, left)
            candidate = _judge(view, tokens[:end], start, first, end, end)
        passed = None
        if candidate:
            left = end
            yield candidate
    if left < len(tokens):
        yield from _lower_head(view, tokens[left:])
    elif (
        candidate and not candidate.generic and "bare" not in _flags(tokens, *heads[-1])
    ):
        yield from _with_unit(view, candidate)


def _with_unit(view: str, found: Found) -> Iterator[Found]:
    """Yield the part of a body that is called after it: the Marsh Library (team)."""
    unit = UNIT.match(view, found.end)
    if unit and view.endswith(("the ", "The "), 0, found.start):
        name = fold(view[found.start : unit.end()])
        yield found._replace(end=unit.end(), name=name)


def _is_whose(
    tokens: list[Token], passed: tuple[int, int], first: int, left: int
) -> bool:
    """Return whether a council stands before its own services, which do not act."""
    owner = tokens[passed[1] - 1].fold == "council" and passed[0] > left
    return owner and tokens[first].fold in ("services", "service", "department", "team")


def _flows_on(view: str, tokens: list[Token], last: int, after: int) -> bool:
    """Return whether the words up to the next head noun belong to one name."""
    if are_dwellers(tokens, last - 1) and after == last + 2:
        return True
    if after >= len(tokens) or after - last > 2 or is_ranked(tokens, last, after):
        return False
    owner = tokens[last - 1]
    if owner.owns and not is_acronym(owner) and owner.text[-1] not in "’'":
        return False
    capitals = all(is_acronym(x) for x in tokens[last - 1 : after])
    return all(
        x.fold not in LINKS
        and x.text != ","
        and not is_break(x)
        and (capitals or not is_acronym(x) or x.text[0] == "(")
        for x in tokens[last:after]
    )


def _reach_right(
    tokens: list[Token], first: int, last: int, heads: list[tuple[int, int]]
) -> int:
    """Return where the name ends: "Department for Rivers", "Bank of Thornbeck"."""
    if last >= len(tokens) or tokens[last - 1].owns:
        return last
    flags = _flags(tokens, first, last)
    if "front" in flags:
        return _front(tokens, last)
    if last + 1 >= len(tokens):
        return last
    if not (is_on(tokens, first, last) or _is_of(tokens, last, flags)):
        return last
    if tokens[last].fold == "for" and before_acronym(tokens, last):
        return last
    end = last + 1
    if tokens[end].text == "the" and takes_the(tokens, first, end):
        end += 1  # Friends of the Marsh
    while end < min(len(tokens), last + 12) and not is_break(tokens[end]):
        if tokens[end].text == "," and not _list_goes_on(tokens, end):
            break
        if end > last + 1 and tokens[end].fold in ends_at(tokens[first]):
            break
        if end > last + 1 and tokens[end].fold in SITTINGS:
            break  # Board of Rivers | Regular Meeting
        if end > last + 1 and tokens[end - 1].owns and tokens[first].fold in SEATED:
            break  # University of Thornbeck's | Law School
        if tokens[end].fold == "for" and before_acronym(tokens, end):
            break  # Fete Committee for QVB
        end += 1
    for place, stop in heads:
        if last < place < end and _is_body(tokens, place, stop, end):
            return last
    papers = words_of("name_words", "document")
    if "tail" in flags:
        end = before_paper(tokens, last, end)
    elif tokens[first].fold in ("department", "ministry"):
        end = after_government(tokens, last, end)
    if tokens[first].fold == "friends":
        papers = words_of("name_words", "document")  # and of a park, a wood
    elif "tail" in flags:
        papers = papers | words_of("name_words", "place") | PREMISES
    while end > last and (
        tokens[end - 1].fold in LINKS
        or tokens[end - 1].text == ","
        or tokens[end - 1].fold in papers
    ):
        end -= 1
    return end if end > last + 1 else last


def _is_of(tokens: list[Token], last: int, flags: frozenset[str]) -> bool:
    return "of" in flags and tokens[last].fold in ("of", "for")


def _front(tokens: list[Token], last: int) -> int:
    """Return where "Clwb Rygbi Harrow" ends: a name that its head noun opens."""
    end = last
    while end < min(len(tokens), last + 4):
        token = tokens[end]
        stops = token.text == "," or is_break(token) or token.fold in LINKS
        if stops and token.text not in CELTIC:
            break
        end += 1
    while end > last and tokens[end - 1].text in CELTIC:
        end -= 1
    return end


def _is_body(tokens: list[Token], place: int, stop: int, end: int) -> bool:
    """Return whether a head noun behind "of" is a body's own: not "School Boards"."""
    if _flags(tokens, place, stop) & SOFT:
        return False
    if stop >= end:
        return place + 1 < stop or tokens[place].fold not in SETTLEMENTS
    after = tokens[stop]
    if after.text == "," or after.fold in LINKS or tokens[stop - 1].owns:
        return True
    return " ".join(x.fold for x in tokens[place:stop]) in ("company", "ltd", "limited")


# what a place is called: the Forum for Marsh (Town)
SETTLEMENTS = frozenset(["town", "village", "city", "borough", "county"])
PREMISES = frozenset({"community", "centre", "center", "museum", "library", "office"})
SOFT = frozenset({"weak", "cued", "soft"})
# that are called after a place: the (University of Thornbeck)'s Law School
SEATED = frozenset(["university", "county", "city", "diocese", "bank", "township"])
SEATED |= {"borough", "state", "government", "bishop", "archdiocese"}


def _flags(tokens: list[Token], first: int, last: int) -> frozenset[str]:
    return _heads().get(" ".join(x.fold for x in tokens[first:last]), frozenset())


def _list_goes_on(tokens: list[Token], comma: int) -> bool:
    """Return whether an "and" ends the list that this comma is in."""
    return any(x.fold in ("and", "&") for x in tokens[comma + 1 : comma + 7])


LETTERED_PAPERS = frozenset(["annex", "appendix", "doc", "document", "paper", "report"])
NUMBERED = frozenset(["brownies", "guides", "rainbows", "cubs", "beavers", "scouts"])
NUMBERED |= {"regiment", "battalion", "scout group", "group", "cadets"}
# Marsh School District (No. 12)
COUNTED = frozenset(
    ["school district", "district", "local", "lodge", "legion", "branch"]
)
LETTERED = frozenset(["sub-committee", "subcommittee", "panel"])
LETTER = re.compile(r"[ ][A-E](?=[\n,.;:)]|[ ][a-z–-])")  # Licensing Panel (B)
PARAGRAPH = re.compile(r"s?[ ]\(?\d")  # Flood District Section (5.060)
CRIME = re.compile(r"[ ](?:and|&|AND)[ ]C(?:rime|RIME)\b")  # Police (and Crime Panel)
# Marsh University (FilmSoc)
SOCIETY = re.compile(r"[ ][A-Z][A-Za-z]{1,14}Soc\b")
TAUGHT = frozenset(["university", "college"])
NO = re.compile(r"[ ](?:No\.?|#|Number)[ ]?\d{1,5}\b")
LODGE = re.compile(r"[ ](?:No\.?|#|Number)?[ ]?\d{1,4}\b(?![ ]?[:.)/-]?\d)")
# Marsh Homeowners Association(, Inc.)
INCORPORATED = re.compile(
    r"\.?,?[ ](?:Inc\b\.?|LLC\b|L\.L\.C\.|LLP\b|PLLC\b|P\.[AC]\.|Ltd\b|LTD\b)"
)
HELD_AT = re.compile(r"\b(?:in|at)[ ]the[ ]$", re.IGNORECASE)
ORDINAL = re.compile(r"(?<![\w.])\d{1,3}(?:st|nd|rd|th)[ ]$")
# (1188245 )Ontario Ltd: a firm that is called by its number where it is registered
NUMBERED_FIRM = re.compile(r"(?<![\w.])\d{6,9}[ ]$")


def _judge(
    view: str, tokens: list[Token], start: int, first: int, last: int, end: int
) -> Found | None:
    """Return the body that these words name, if they do name one."""
    head = " ".join(x.fold for x in tokens[first:last])
    flags = _heads()[head]
    begin, stop = tokens[start].start, name_end(tokens[end - 1])
    if head in NUMBERED:
        number = ORDINAL.search(view, max(0, begin - 6), begin)
        begin = number.start() if number else begin
    if "company" in flags and first - start == 1:
        number = NUMBERED_FIRM.search(view, max(0, begin - 11), begin)
        begin = number.start() if number else begin
    if end > last and tokens[end - 2].fold in ("st", "st."):
        stop = tokens[end - 1].end  # the Friends of St Oswin's
    if head in LONE and view.startswith(" school", stop):
        stop += len(" school")  # Marsh Primary school
    if head in LETTERED and (letter := LETTER.match(view, stop)):
        stop = letter.end()
    counted = LODGE if head in ("branch", "lodge") and start < first else NO
    if number := counted.match(view, stop) if head in COUNTED else None:
        stop = number.end()
    if society := SOCIETY.match(view, stop) if head in TAUGHT else None:
        stop = society.end()
    if end == last and (firm := INCORPORATED.match(view, stop)):
        stop = firm.end()
    words = [x.fold for x in tokens[start:first] if x.fold not in LINKS]
    generic = end == last and all(x in words_of("name_words", "generic") for x in words)
    if generic and any(x.fold in ("and", "&") for x in tokens[start:first]):
        return None
    if "short" in flags and start < first and tokens[first - 1].fold in LETTERED_PAPERS:
        return None
    stop = stop if generic else nation_end(view, stop)
    name = fold(view[begin:stop])
    if generic and start == first and _is_rest(tokens, first):
        return None
    if end == last and is_any(view, begin, words):
        return None
    if view[stop : stop + 2] in ("- ", "-\n"):
        return None  # half of a name that a hyphen parts
    if head == "section" and PARAGRAPH.match(view, stop):
        return None
    if head == "police" and CRIME.match(view, stop):
        return None
    if in_title(view, begin) or name.casefold() in never_bodies():
        return None
    if _vetoed(tokens, end, flags):
        return None
    if head == "office" and HELD_AT.search(view, max(0, begin - 8), begin):
        return None  # HELD IN THE ASSOCIATION'S OFFICE
    alone = end - start == 1 and head in ACTING and acts_alone(view, begin, stop)
    if not alone and not (
        _is_enough(head, flags, words, end > last, generic)
        and is_shown(view, begin, stop, head, flags, words)
    ):
        return None
    weak = "weak" in flags
    rule = "org-head-" + head.replace(" ", "-").replace("&", "and")
    return Found(begin, stop, name, rule, 0.6 if weak else 0.85, generic)


def _is_rest(tokens: list[Token], first: int) -> bool:
    """Return whether a bare head is the rest of a thing's name: Notice (Board)."""
    return first > 0 and is_kind(tokens[first].fold, [tokens[first - 1].fold])


def name_end(token: Token) -> int:
    """Return where the last word of a name ends, without its possessive."""
    if not token.owns:
        return token.end
    return token.end - (1 if token.text[-1] in "’'" else 2)


def _is_enough(
    head: str, flags: frozenset[str], words: list[str], tail: bool, generic: bool
) -> bool:
    """Return whether a head noun with these words before it is a name at all."""
    if not tail and ("tail" in flags or "front" in flags):
        return head in (
            "bank",
            "diocese",
            "archdiocese",
            "municipal district",
            "county",
        ) and bool(words)
    if not tail and not words and "bare" not in flags:
        return False
    # Office of Rivers,  Canolfan Marsh,  County of Thornbeck
    named = tail and (bool(flags & {"front", "tail"}) or head in ("office", "division"))
    if flags & {"weak", "firm", "short", "company", "cued"} and not (words or named):
        return False
    if head == "government":
        return bool(words) and words[-1] in words_of("name_words", "nation")
    return not (generic and ("weak" in flags or (head == "police" and words)))


# that stand for a body where it acts: the (Senate) approved
ACTING = frozenset(
    [
        *("senate", "executive", "government", "university", "diocese", "assembly"),
        *("county", "parliament", "institute", "scouts", "brownies", "agency"),
        *("federation", "union", "directorate", "corporation", "rotary", "ramblers"),
    ]
)
# heads before which "and" parts two names: Marsh Hub and Harrow Primary
LONE = frozenset(
    ["police", "constabulary", "primary", "infants", "elementary", "hs", "yfc"]
)
COURTS = frozenset(["magistrates", "crown", "county", "district", "high"])


def _vetoed(tokens: list[Token], end: int, flags: frozenset[str]) -> bool:
    """Return whether the next word makes it a place or a paper: "Council Road"."""
    if tokens[end - 1].fold in words_of("name_words", "place") and not (
        tokens[end - 1].fold == "court" and tokens[end - 2].fold in COURTS
    ):
        return not any(x.fold == "friends" for x in tokens[:end])
    if end >= len(tokens) or tokens[end - 1].owns:
        return False
    after = tokens[end]
    nearby = after.text != "," and after.fold not in LINKS
    if nearby and "last" in flags:
        return True
    if after.fold in words_of("name_words", "place"):
        return True
    if tokens[end - 1].fold == "service" and after.fold in ("headquarters", "medal"):
        return True
    if tokens[end - 1].fold == "council" and after.fold in ("chamber", "chambers"):
        return not (end + 1 < len(tokens) and tokens[end + 1].fold == "of")
    return after.fold in words_of("name_words", "document") and (
        "weak" in flags or after.fold in ("tax", "meeting")
    )


def _lower_head(view: str, tokens: list[Token]) -> Iterator[Found]:
    """Yield "Thornbeck parish council", "Marsh school", "SBC finance team"."""
    if not tokens or not view[tokens[-1].end + 1 : tokens[-1].end + 2].islower():
        return
    match = LOWER_HEAD.match(view, tokens[-1].end)
    if not match and _is_short(view, tokens):
        match = SHORT_HEAD.match(view, tokens[-1].end)
    if not match or view.startswith(" office", match.end()):
        return
    start = reach_left(tokens, len(tokens), 0)
    if start >= len(tokens):
        return
    begin = tokens[start].start
    words = [x.fold for x in tokens[start:] if x.fold not in LINKS]
    generic = all(x in words_of("name_words", "generic") for x in words)
    if match[0].endswith("government") and words[-1] not in words_of(
        "name_words", "nation"
    ):
        return
    lone = start == len(tokens) - 1 and not is_acronym(tokens[-1])
    if match[0] in PAIRED and (lone or tokens[-1].fold in CHATS):
        return
    if tokens[-1].owns or (NEW_LOWER.search(match[0]) and not _is_led(view, tokens)):
        return
    name = fold(view[begin : match.end()])
    yield Found(begin, match.end(), name, "org-head-lower", 0.7, generic)


# (the Bridge) department,  (QVB) board  -  but (One) department, (Set) board
NEW_LOWER = re.compile(
    r"(?:board|department|group|party|[a-z] committee|unit|division|team)$"
)
UNIT = re.compile(
    r"[ ](?:(?:working|steering)[ ])?(?:team|unit|(?:sub-?)?group)\b(?![’'-])"
)
# the (Local History) group  -  but the (Ministerial) group
PAIRED = frozenset({" group", " unit", " division", " team"})
CHATS = frozenset({"app", "whatsapp", "facebook", "linkedin", "e-mail", "email"})


def _is_short(view: str, tokens: list[Token]) -> bool:
    """Return whether an acronym stands there alone that is not known for a thing's."""
    alone = len(tokens) == 1 or (len(tokens) == 2 and tokens[0].text == "The")
    if not alone or not is_acronym(tokens[-1]):
        return False
    kind = view.endswith((" a ", " an "), 0, tokens[0].start)
    return not kind and tokens[-1].fold not in words_of("name_words", "acronym")


def _is_led(view: str, tokens: list[Token]) -> bool:
    """Return whether "the" stands before a lone word, or the word is an acronym."""
    if is_acronym(tokens[-1]) or tokens[0].text == "The":
        return True
    start = tokens[0].start
    return view[max(0, start - 4) : start].casefold() == "the "
