"""Finds bodies without a head noun: known ones, acronyms, names that act or are met."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache

from minutebook.grammar.keys import without_accents
from minutebook.grammar.names import is_full_name
from minutebook.grammar.names import words_of as names_in
from minutebook.recognise.affiliations import FIELD_PAIR
from minutebook.recognise.cues import deals, has_cue, in_title, is_asked, is_landmark
from minutebook.recognise.firms import is_plural_kin, past_calling
from minutebook.recognise.heads import Found
from minutebook.recognise.kinds import is_kind, is_of_home
from minutebook.recognise.payees import house_of
from minutebook.recognise.runs import LINKS, Token, fold, is_break, nation_end
from minutebook.recognise.wordlists import flags_of, given_names, read_rows, words_of


@cache
def _listed() -> dict[str, list[tuple[str, str, bool]]]:
    """Return (written form, body's name, needs a cue) by first word.

    Many write a name without its accents.
    """
    found: dict[str, list[tuple[str, str, bool]]] = {}
    for row in read_rows("public_bodies"):
        written = (row.word, *row.aliases)
        for form in dict.fromkeys((*written, *map(without_accents, written))):
            found.setdefault(form.split()[0].rstrip(","), []).append(
                (form, row.word, "cue" in row.flags)
            )
    for forms in found.values():
        forms.sort(key=lambda x: -len(x[0]))
    return found


def find_listed(view: str, runs: list[list[Token]]) -> list[Found]:
    """Return the mentions of bodies that everyone knows: Ofsted, Network Rail."""
    found = []
    listed = _listed()
    for tokens in runs:
        taken = 0
        for number, token in enumerate(tokens):
            word = token.text
            if word not in listed:
                if not (token.owns or "'" in word):
                    continue
                word = word.replace("'", "’")
                word = word.removesuffix("’s") if word not in listed else word
            if word not in listed or token.start < taken:
                continue
            for form, _, cue in listed[word]:
                end = token.start + len(form)
                if view[token.start : end].replace("'", "’") != form:
                    continue
                if view[end : end + 1].isalnum():
                    continue
                taken = end
                if _is_place(tokens, number, end):
                    break
                hidden = in_title(view, token.start) or FILED.match(view, token.start)
                spoken = form in SPOKEN and view[end : end + 6].isupper()
                if hidden or spoken or _is_thing(view, form, end):
                    break
                if is_landmark(view, token.start):
                    break
                if form in BRANCHED:
                    after = _branch(tokens, number + form.count(" "))
                    cue = cue and after == end
                    end = taken = after
                    form = fold(view[token.start : end])
                if cue and not has_cue(view, token.start, end):
                    break
                if cue and " " not in form and _is_part(view, tokens, number):
                    break
                begin = _branch_start(tokens, number, form)
                end = taken = unit_end(view, nation_end(view, party_end(view, end)))
                name = fold(view[begin:end])
                found.append(Found(begin, end, name, "org-listed", 0.9))
                break
    return found


# COUNCILLOR PENROSE, (WHO) IN HIS YEAR: words of a text in capitals
SPOKEN = frozenset(["WHO", "MIND", "SCOPE", "SHELTER", "RELATE", "CRISIS"])
FILED = re.compile(r"(?<=\d/)")  # 24/00123/(HSE): a kind of application, no executive


def party_end(view: str, end: int) -> int:
    """Return where a name ends behind which its bearers set "Party".

    >>> party_end("the Green Thorn Party said", 15), party_end("a Quarry Aid party", 12)
    (21, 12)
    """
    return end + 6 if PARTY.match(view, end) else end


PARTY = re.compile(r"[ ]Party\b(?![ ][A-Z])")


def unit_end(view: str, end: int) -> int:
    """Return where the name ends of a unit or a trade that is called after its body.

    >>> unit_end("the UCL Centre for Soil Mapping said", 7), unit_end("UCL Street", 3)
    (31, 3)
    >>> unit_end("Kier Housing Group said", 4), unit_end("Kier Housing Act", 4)
    (18, 4)
    """
    match = UNIT.match(view, end) or DIVISION.match(view, end)
    return match.end() if match else end


UNIT = re.compile(
    r"[ ](?:Centre|Center|Institute|Department|School|Faculty|Unit|Laboratory"
    r"|Observatory)[ ](?:for|of)(?:[ ]the)?[ ][A-Z][\w’'-]+"
    r"(?:(?:[ ](?:and|of|in))?[ ][A-Z][\w’'-]+){0,5}"
)


DIVISION = re.compile(
    r"[ ](?:Housing|Homes|Developments|Construction|Highways|Leisure|Energy|Waste"
    r"|Environmental|Recycling|Insurance|Solicitors|Catering|Broadband|Consult(?:ing"
    r"|ants))(?:[ ](?:Association|Group|Trust|Services|Ltd|Limited|plc))?\b(?![ ][A-Z])"
)


def _is_part(view: str, tokens: list[Token], number: int) -> bool:
    """Return whether a word that may be a body is part of more: Three vans."""
    token = tokens[number]
    after = tokens[number + 1] if number + 1 < len(tokens) else None
    if token.fold in words_of("name_words", "break") and number == 0:
        opens = view[: token.start].rstrip(" ")[-1:] in ("", "\n", ".", ":")
        if opens and after is None:
            return True
    return after is not None and after.text[0].isupper() and not is_break(after)


# LGA 1972: an act   Congress 2014: a meeting
YEAR = re.compile(r"[ ](?:19|20)\d\d\b")
# Microsoft Teams: a thing that a firm makes
PRODUCT = re.compile(
    r"[ ](?:365|Teams|TEAMS|Meet|Maps|Earth|Word|Excel|Outlook|Office|Windows|Drive"
    r"|Docs?|Forms|Chrome|Analytics|Scholar|[Cc]alendar|Hangouts?|Workspace|Sheets|Classroom"
    r"|PowerPoint|SharePoint|page|group|app|Applications)\b"
)


def _is_thing(view: str, form: str, end: int) -> bool:
    """Return whether a thing of a firm's is named, or an act by its year.

    >>> _is_thing("Google Docs", "Google", 6), _is_thing("LGA 1972", "LGA", 3)
    (True, True)
    """
    dated = " " not in form and YEAR.match(view, end)
    made = form in MAKERS and MADE.match(view, end)
    return bool(dated or made or PRODUCT.match(view, end))


# of computers and what runs on them
MAKERS = frozenset(["Google", "Microsoft", "Apple", "Adobe", "Facebook", "Yahoo"])
# Google (Ngrams), a Microsoft (add-on), Google (searches)  -  but Google (Ireland)
MADE = re.compile(
    r"[ ](?!UK|EU|Inc|Corp|Ltd|LLC|Limited|Ireland|Europe|Foundation|Gold|Certified"
    r"|Partner)[A-Z][a-z]+\b"
    r"|[ ](?:data|search(?:es)?|maps?|forms?|drive|documents?|reviews?|accounts?"
    r"|calendar|meeting|link|listing)\b"
)


# bodies that have one in every county: NHS Harrow Vale, Healthwatch Harrow Vale
BRANCHED = frozenset(
    {
        *("BBC Radio", "NHS", "RAF"),
        "Healthwatch",
        "Age UK",
        "Citizens Advice",
        "Home-Start",
        "Girlguiding",
    }
)


# MCC Highways, SBC Planning Enforcement: whose department it is
SECTIONS = frozenset(
    [
        "Highways",
        "Environmental Health",
        "Public Health",
        "Trading Standards",
        "Planning Enforcement",
        "Building Control",
        "Social Services",
        "Streetscene",
    ]
)


def _branch(tokens: list[Token], number: int) -> int:
    """Return where "NHS Harrow Vale" ends, or where "NHS" alone does."""
    stops = words_of("name_words", "document", "place")
    heads = flags_of("role_heads")
    end = number + 1
    papers = words_of("name_words", "document")
    while end < min(len(tokens), number + 4):
        token = tokens[end]
        if token.fold in papers:
            end = number + 1  # NHS Access Strategy
            break
        if token.text == "," or token.fold in LINKS or token.fold in stops:
            break
        if is_break(token) or token.text.isupper() or token.fold in heads:
            break
        end += 1
    last = tokens[end - 1]
    return last.end - (2 if last.owns else 0)


def _branch_start(tokens: list[Token], number: int, form: str) -> int:
    """Return where "Harrow Vale Citizens Advice" or "Harrow Methodist Church" begins.

    >>> from minutebook.recognise.runs import tokens_of
    >>> text = "Harrow Vale Methodist Church"
    >>> _branch_start(tokens_of(text, 0, len(text)), 2, "Methodist Church")
    0
    """
    start = number
    if form in SECTIONS and start and tokens[start - 1].text.isupper():
        start -= 1 if 1 < len(tokens[start - 1].text) < 7 else 0
    if form.startswith("Citizens Advice") or form.endswith(" Church"):
        while start and not (
            tokens[start - 1].text == ","
            or tokens[start - 1].fold in LINKS
            or is_break(tokens[start - 1])
            or tokens[start - 1].fold in words_of("name_words", "generic")
        ):
            start -= 1
    return tokens[start].start


def _is_place(tokens: list[Token], number: int, end: int) -> bool:
    """Return whether the word after the name makes it a street or a building."""
    for token in tokens[number : number + 8]:
        if token.start >= end:
            return token.fold in words_of("name_words", "place")
    return False


def find_dealt_with(
    view: str, runs: list[list[Token]], found: list[Found], home: frozenset[str]
) -> list[Found]:
    """Return names without a head noun that are dealt with as only a body is.

    `home` holds the words of the body's own name: its parish is a place.
    """
    starts = sorted((x.start, x.end) for x in found)
    begun = {start for start, _ in starts}
    names = []
    weak: dict[str, list[Found]] = {}
    areas = words_of("name_words", "area")
    dull: set[str] = set()  # single words that are no name, wherever they stand
    for tokens in runs:
        if tokens[0].text == "The" and is_asked(view, tokens[0].start):
            tokens = tokens[1:] or tokens
        first = tokens[0]
        alone = len(tokens) == 1
        if first.start in begun or (alone and first.text in dull):
            continue
        called = past_calling(tokens)
        part = _first_name(tokens[called:] if called else tokens)
        own = part and (called or _may_be_own(part) or is_plural_kin(view, part[0]))
        if not own or is_of_home(part, home):
            if alone:
                dull.add(first.text)
            continue
        start, end = part[0].start, part[-1].end - (2 if part[-1].owns else 0)
        if _touches(starts, start, end) or _is_address(view, end, home):
            continue
        single = len(part) == 1
        folds = {x.fold for x in part}
        shouted = len(part) > 2 and part[-1].text.isupper()
        if shouted and view[start - 3 : start] != "\x00, ":
            continue
        if _is_initialled(part) and not is_asked(view, start):
            continue
        trade = TRADE.match(view, end)
        end = trade.end() if trade else end
        sure = 2 if called else deals(view, start, end)
        if sure == 1 and (folds & areas or is_whereabouts(view, fold(view[start:end]))):
            continue
        coined = single and CAMEL.fullmatch(part[0].text)
        if coined and (sure or has_cue(view, start, end) or _is_led(view, start, end)):
            sure = 2
        if single and part[0].owns and is_house_of(view, start, part[0].end):
            sure, end = 2, part[0].end
        if sure == 2 or (sure == 1 and not single):
            name = fold(view[start:end])
            names.append(Found(start, end, name, "org-dealt-with", 0.5))
        elif sure == 1 and is_asked(view, start) and ends_there(view, end):
            name = view[start:end]
            weak.setdefault(name, []).append(
                Found(start, end, name, "org-dealt-with-twice", 0.5)
            )
    return [*names, *(x for some in weak.values() for x in some)]


def is_whereabouts(view: str, name: str) -> bool:
    """Return whether a name is elsewhere one of a place: "three turbines at Hale End".

    >>> view = "Mr Holt of Hale End and Mr Pym of Zorbex spoke of turbines at Hale End."
    >>> is_whereabouts(view, "Hale End"), is_whereabouts(view, "Zorbex")
    (True, False)
    """
    return any(f" {x} {name}" in view for x in ("at", "near", "in", "along", "through"))


NEXT_WORD = re.compile(r",[ ]([A-Z][\w’'-]{2,20})\b")


def _is_address(view: str, end: int, home: frozenset[str]) -> bool:
    """Return whether the place where the body met follows: Zorbex Dykes, Thornbeck."""
    after = NEXT_WORD.match(view, end)
    return after is not None and after[1].casefold() in home


# from (Zorbex) about,  paid (Zorbex) £40  -  but (Thornbeck) residents, (Major) Holt
GOES_ON = re.compile(
    r"[ ](?!(?:about|after|again|and|are|as|asking|at|before|by|concerning|for|from|had"
    r"|has|have|in|is|on|or|re|regarding|saying|so|that|to|until|was|were|when|which|who"
    r"|will|with|would)\b)[^\W\d]|[ ]\x00"
)


def ends_there(view: str, end: int) -> bool:
    """Return whether a lone word is a whole name, and none that tells of what follows.

    >>> ends_there("a letter from Zorbex about", 20), ends_there("a Zorbex van", 8)
    (True, False)
    """
    return not GOES_ON.match(view, end)


# Zorbex (logging),  Penrose (lighting): a trade in small letters behind a name
TRADE = re.compile(
    r"[ ](?:logging|lighting|surfacing|landscaping|landscapes|construction|plumbing"
    r"|fencing|roofing|paving|electrical|builders|contractors|solicitors|architects"
    r"|insurance|energy|garage|bookshop|nurseries|homes|hospitals)\b"
)
# whoever or whatever else is written to, or tells
ODD = frozenset(
    [
        "editor",
        "captain",
        "journalist",
        "landlord",
        "landlords",
        "minister",
        "ministers",
        "freeman",
        "leaders",
        "leader",
        "consultees",
        "elections",
        "orders",
        "concert",
        "run",
        "action",
        "chief",
        "head",
        "warden",
        "tenants",
        "mbe",
        "obe",
        "company",
        "companies",
        "supply",
        "funds",
        "groups",
        "others",
        "data",
        "station",
        "market",
        "party",
        "parties",
        "candidates",
        "students",
        "pupils",
        "sector",
        "sectors",
        "msp",
        "mp",
        "mla",
        "contractor",
        "covid",
        "cemetery",
        *("cottage", "cottages", "barn", "bungalow", "ramp", "slipway", "farmhouse"),
        *("zoom", "skype", "webex", "youtube", "whatsapp", "parish", "diocese"),
        "agent",
        "applicant",
        *("agent/applicant", "training", "spring", "summer", "autumn", "winter"),
        *("applicants", "applications", "owners", "speakers", "volunteers", "deputies"),
    ]
)


def _may_be_own(part: list[Token]) -> bool:
    """Return whether words may be a body's own name, by nothing but themselves."""
    folds = {x.fold for x in part}
    if folds <= _plain() or (len(part) == 1 and not _coined(part[0])):
        return False
    if part[0].fold in names_in("honorifics.tsv", "title"):
        return False
    if len(part) == 2 and part[0].fold in flags_of("role_heads"):
        return False  # Engineer Penrose
    if folds & given_names() or (len(part) == 3 and part[1].fold == "and"):
        return False
    if _reads_as_person(part):
        return False
    if folds & ODD or is_kind(part[-1].fold, [x.fold for x in part[:-1]]):
        return False
    return not _is_field(part)


def _reads_as_person(part: list[Token]) -> bool:
    """Return whether words read as a person's name, or as one that is run together.

    >>> from minutebook.recognise.runs import tokens_of
    >>> names = ("Anjali Patel", "ZorbaPatel", "ZorbexPaving", "Zorbex Paving")
    >>> [_reads_as_person(tokens_of(x, 0, len(x))) for x in names]
    [True, True, False, False]
    """
    words = [x.text for x in part]
    if len(words) == 1 and CAMEL.fullmatch(words[0]):
        *_, surname = PIECES.findall(words[0])
        return surname.casefold() in names_in("surnames.tsv")
    return len(words) == 2 and words[1].istitle() and is_full_name(*words)


PIECES = re.compile("[A-Z][a-z]+")


@cache
def _plain() -> frozenset[str]:
    kinds = ("generic", "common", "area")
    return frozenset[str]().union(*(words_of("name_words", x) for x in kinds))


def _is_field(part: list[Token]) -> bool:
    """Return whether the words are a portfolio: "Highways and Transport"."""
    return bool(FIELD_PAIR.fullmatch(" ".join(x.text for x in part)))


def _is_initialled(part: list[Token]) -> bool:
    """Return whether the words are a person's with initials: "BC Penrose"."""
    if len(part) != 2 or len(part[0].text) != 2 or not part[0].text.isupper():
        return False
    known = ("generic", "common", "area", "vague", "plain")
    return not any(part[1].fold in words_of("name_words", x) for x in known)


LEADS = (" with ", " from ", " by ", " to ", " at ", " of ", " the ", " The ")


# the JobQuarry schema: what a thing for computers is called
FORM = re.compile(
    r"[ ](?:schema|standard|format|file|definition|class|software|database|app|tool"
    r"|page|plug-?in|system|platform|account|field|type)s?\b"
)


def _is_led(view: str, start: int, end: int) -> bool:
    """Return whether a small word leads to what begins here, and no thing follows."""
    return view.endswith(LEADS, 0, start) and not FORM.match(view, end)


# OpenQuarry, QuarryLife: two words written as one
CAMEL = re.compile(r"(?!Ma?c|De|Du|La|Le|Van|Fitz)[A-Z][a-z]{1,12}\d?[A-Z][a-z]{2,12}")


# with (Penrose's).   from (Penrose’s) (£40)  -  but from (Thornbeck's) clerk
SHOP = re.compile(
    r"\b(?:with|from|at|by|contact(?:ed)?|ask(?:ed)?|rang|ring|use|using|pay|paid)[ ]$"
)
SHOP_ENDS = re.compile(
    r"(?<=[’']s)(?:[.,;:)\n]|[ ](?:\(|and\b|for\b|to\b|in\b|at\b)|$)"
)


def is_house_of(view: str, start: int, end: int) -> bool:
    """Return whether a possessive names a shop or firm, as nothing of its own follows.

    >>> is_house_of("book it with Zorbex's.", 13, 21)
    True
    >>> is_house_of("a letter from Zorbex's clerk", 14, 22)
    False
    """
    return bool(
        SHOP_ENDS.match(view, end) and SHOP.search(view, max(0, start - 12), start)
    )


def _first_name(tokens: list[Token]) -> list[Token]:
    """Return the words up to the first comma or break, if they may be a name."""
    part: list[Token] = []
    tokens = tokens[1:] if tokens[0].fold in ("messrs", "m/s") else tokens
    house = house_of(tokens)
    for number, token in enumerate(tokens[:6]):
        welsh = token.text == "y" and 0 < number < len(tokens) - 1
        if token.text == "," or (is_break(token) and number >= house and not welsh):
            break
        if number and token.text in ("in", "on", "to", "with"):
            break
        if number > 1 and token.text == "and":
            break  # (Zorbex Hale) and Quarry
        after = tokens[number + 1].text if number + 1 < len(tokens) else ""
        if number and token.text == "for" and WHEN.match(after):
            break  # (Zorbex Hale) for April
        part.append(token)
    while part and part[-1].fold in LINKS:
        part.pop()
    paired = len(part) == 3 and part[1].text == "&"  # Hale & Green
    barred = not paired and not _no_names().isdisjoint([x.fold for x in part])
    return [] if barred or any(x.text == "the" for x in part) else part


# when something is done or due, behind "for"
WHEN = re.compile(
    r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec|Spring|Summer|Autumn"
    r"|Winter|Easter|Christmas|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)"
    r"(?:uary|ch|il|ust|tember|ober|ember|day)?s?\b"
)


@cache
def _no_names() -> frozenset[str]:
    return words_of("name_words", "place", "document")


def _coined(token: Token) -> bool:
    """Return whether a single word looks like a firm's name and not like any word."""
    return (
        len(token.text) > 3
        and not token.text.isupper()
        and token.fold not in words_of("name_words", "area")
        and token.fold not in ODD
        and token.fold.replace("'", "") not in names_in("honorifics.tsv", "title")
        and not any(
            x in flags_of(y)
            for x in (token.fold, token.fold.removesuffix("s"))
            for y in ("organisation_heads", "role_heads")
        )
    )


def _touches(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    place = bisect_right(spans, (start, end))
    return any(a < end and start < b for a, b in spans[max(0, place - 1) : place + 1])
