"""Roles and organisations as attendance lists give them: "Chair, Holt School"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from minutebook.grammar.abreast import part_abreast
from minutebook.grammar.knownbodies import is_called_body, is_known_body
from minutebook.grammar.leaps import leaping
from minutebook.grammar.names import LOWER, UPPER, is_given
from minutebook.grammar.postwords import hold, is_of_kind, starts_role, words_for

_WORD = re.compile(rf"[{UPPER}{LOWER}][{UPPER}{LOWER}'’./-]*")
# Whoever chairs: "Chair", "in the Chair", "(Chairman)", "An Cathaoirleach"
_CHAIR = re.compile(
    r"""
    \W{0,30} (?: (?:in|took|an|the) \s{1,30} ){0,3}
    (?: chair (?: man | woman | person | ing )? | (?-i:Ch\.?) | cathaoirleach
      | cadeirydd )
    (?: \s{1,30} of \s{1,30} (?:the \s{1,30})?
      (?:meeting|council|board|committee|panel|forum) )?
    (?: \s{1,30} (?:for|on|of) \s{1,30} (?:the|this) \s{1,30}
      (?:meeting|evening|night|day) )? \W{0,30}
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Posts whose holder chairs the body: "Independent Chair", "Acting Chairman"
_CHAIR_POST = re.compile(
    r"""
    \W{0,30} (?: (?-i:[A-Z]{2,8}) \s{1,30} )?
    (?: (?:acting|interim|independent|temporary|joint|co-?) [\s-]* ){0,2}
    (?: (?:committee|board|panel|forum|trust|student|clinical|group) \s{1,3} )?
    chair (?: man | woman | person )? \W{0,30}
    """,
    re.VERBOSE | re.IGNORECASE,
)
_VICE = re.compile(r"\b(?:vice|deputy)[\s-]*(?:chair|president)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Affiliation:
    """Where in a text the role and the organisation stand; None for what is missing."""

    role: tuple[int, int] | None = None
    organisation: tuple[int, int] | None = None


def is_chair(text: str) -> bool:
    """Tell whether the words say nothing but that someone was in the chair.

    >>> is_chair("in the Chair"), is_chair("Chair, Thornbeck School")
    (True, False)
    >>> is_chair("Cadeirydd")
    True
    """
    return _CHAIR.fullmatch(text) is not None


def is_chair_post(text: str) -> bool:
    """Tell whether a role is that of the body's own chair.

    >>> is_chair_post("Independent Chair"), is_chair_post("Vice Chair")
    (True, False)
    """
    return _CHAIR_POST.fullmatch(text) is not None


def is_vice_chair(text: str) -> bool:
    """Tell whether a role is that of the chair's deputy.

    >>> is_vice_chair("Vice-Chairman"), is_vice_chair("Deputy Clerk")
    (True, False)
    """
    return _VICE.search(text) is not None


def is_member(text: str) -> bool:
    """Tell whether words say no more than that somebody sat there, or came.

    >>> [is_member(x) for x in ("Full Member", "Guest", "Lay Member")]
    [True, True, False]
    """
    return _MEMBER.fullmatch(text) is not None


_MEMBER = re.compile(
    r"(?:the\s)?(?:(?:committee|board|council|panel|full|general|ordinary|elected"
    r"|regular|executive|active|voting|non-voting|current|other)\s){0,2}members?"
    r"|guests?|visitors?|attendees?",
    re.IGNORECASE,
)


@lru_cache(maxsize=1024)  # asked for posts, then for bodies
def _words(text: str) -> tuple[str, ...]:
    return tuple([w.casefold().strip("./") for w in _WORD.findall(text)])


# called after the posts of whom they serve: "Office of the Judge", "Union of Students"
_IS_OFFICE = re.compile(
    r"(?:the\s)?(?:Office\sof\s[^,;()\n–-]{3,60}"
    r"|(?:Institut(?:e|ion)|Society|Association|Federation|Guild|Union)\sof\s[^,;()\n–-]{3,60}s)"
)


@lru_cache(maxsize=1024)
def has_role_word(text: str) -> bool:
    """Tell whether a text names a post.

    >>> has_role_word("Fire Chief"), has_role_word("Mill Lane")
    (True, False)
    """
    if is_firm(text) or is_known_body(text) or _IS_OFFICE.fullmatch(text):
        return False
    if text.endswith("PC") and _PARISH.fullmatch(text):
        return False
    words = _words(text)
    if _SEAT.search(text) or (hold(words, "head") and not _is_of_those(text, words)):
        return True
    return bool(words) and words[-1] in words_for("alone")


def _is_of_those(text: str, words: tuple[str, ...]) -> bool:
    """Tell whether a body is called after whom it is of: "Mill Carers Centre".

    >>> [_is_of_those(x, _words(x)) for x in ("Mill Governors Forum", "Parish Clerk")]
    [True, False]
    """
    if words[-1] == "services" and len(words) > 2 and words[-2] in _SERVED:
        return not is_of_kind(words[0], "head")
    if words[-1] not in words_for("society") or " of " in text:
        return False
    posts = [x for x in words if is_of_kind(x, "head")]
    return all(x.endswith("s") or x in words_for("those") for x in posts)


# who is served by services of their own: "Mill Governor Services"
_SERVED = frozenset(["governor", "governors", "clerk", "clerking", "trustee"])


# a firm of several: "Penrose & Holt Architects", "of Mill Associates"
_FIRM = re.compile(
    r"(?:&|\bInstitute of|^of)\s[A-Z][^,;]{0,40}(?:Architects|Engineers|Associates"
    r"|Consultants|Solicitors|Surveyors|Planners|Accountants|Auditors|Lawyers)$"
    r"|^[A-Z]\w+(?:\s[A-Z]\w+)?\s(?:Architects|Associates|Solicitors|Surveyors"
    r"|Accountants)$|^Messrs\b|\w\s(?:&|and)\s(?:Associates|Partners)$"
    r"|^(?:[A-Z][\w’'-]+\s){2,4}(?:Consultants|Engineers|Planners|Architects|Solicitors)$"
    r"|^of\s(?:Messrs\b.*|[A-Z][\w’'-]{2,20}\s&\s[A-Z][\w’'-]{2,20})$"
)


def is_firm(text: str) -> bool:
    """Tell whether a text is a firm of several, named by what they are.

    >>> is_firm("Marl Vale Planning Consultants"), is_firm("Planning Consultant")
    (True, False)
    """
    many = text.endswith(("s", "s\n")) or text.startswith(("Messrs", "of "))
    return many and _FIRM.search(text) is not None


# "Holt Magna PC" is a parish council; "Beat PC" and "PC" are constables
_PARISH = re.compile(
    r"(?:the\s)?(?!(?:Beat|Local|Community|Neighbourhood|Village|Rural|Area)\b)"
    r"(?:[A-Z][a-z][\w'’-]{1,20}\s){1,4}PC"
)


# a seat in a parliament, said of its holder: "Tom Holt MP", "representing Ann Bell MSP"
_SEAT = leaping(r"\b(?:MP|MSP|MEP|MLA|TD|MHK)\b")


@lru_cache(maxsize=1024)
def has_organisation_word(text: str) -> bool:
    """Tell whether a text is named like a body: "Thornbeck Parish Council", "NHS".

    >>> has_organisation_word("Holt Trust"), has_organisation_word("Tom Holt")
    (True, False)
    """
    return hold(_words(text), "organisation") or is_acronym(text) or _is_shortened(text)


# a place and what its council or trust is for short: "Holt DC", "Penrose MBC"
_SHORTENED = re.compile(
    r"[a-z]\s(?:&\s(?:Associates|Partners|Sons|Co\b\.?)|CC|PC|DC|BC|MBC|TC|UDC|RDC|CBC|CCG|PCT|RBC|LBC|MDC|CVS|FC|FM|PCC|IDB|CIC|YMCA|UHB|LHB|ICB"
    r"|(?:[UR]\.|M\.|C\.)?[BD]\.\s?C\.?)\s{0,3}$"
)


def _is_shortened(text: str) -> bool:
    """Tell whether a text ends as firms and councils do.

    >>> [_is_shortened(x) for x in ("Holt D.C.", "Orr & Sons ", "Holt Mill")]
    [True, True, False]
    """
    may = "&" in text or text.rstrip(" .\n")[-1:].isupper()
    return may and _SHORTENED.search(text) is not None


def is_acronym(text: str) -> bool:
    """Tell whether a text is one word of capitals, as bodies are shortened.

    >>> is_acronym("TPC"), is_acronym("Ann")
    (True, False)
    """
    return _IS_ACRONYM.fullmatch(text) is not None


_IS_ACRONYM = re.compile(rf"\W{{0,30}}[{UPPER}][{UPPER}&]{{1,7}}s?\W{{0,30}}")


def is_note(text: str) -> bool:
    """Tell whether a remark says when or how someone attended.

    >>> is_note("until 6.15pm"), is_note("from Mill Hall"), is_note("from Mill Trust")
    (True, True, False)
    """
    words = _words(text)
    first = words[:1]
    if not first:
        return True
    if _WHILE.match(text):
        return True
    whence = _FROM_BODY.match(text) if first[0] == "from" else None
    if whence and (has_organisation_word(text) or is_called_body(whence[1], True)):
        return False
    return first[0] in words_for("note") and not hold(words, "head")


# "from Mill Youth Club"; no "from the Library, online" and no "from item 4"
_FROM_BODY = re.compile(
    r"\W{0,3}from\s(?:the\s)?"
    r"([A-Z][\w’'&-]*(?:\s(?:of\s|and\s)?[A-Z&][\w’'&-]*){1,7})\W{0,3}$"
)
# "to minute 3", "for item 6 only", "up to item 4"
_WHILE = re.compile(
    r"\W{0,3}(?:up\s)?(?:to|for|until|from|during|at)\s(?:agenda\s)?"
    r"(?:minutes?|items?|parts?)\s{0,3}\d"
    r"|\W{0,3}(?:agenda\s)?(?:minutes?|items?|parts?)\s{0,3}\d[^()]{0,20}\sonly\b",
    re.IGNORECASE,
)


def _is_bare(text: str) -> bool:
    """Tell whether a post needs its department: "Director", "Staff Officer"."""
    words = _words(text)
    if words[-2:] == ("chief", "executive") or words[-1:] in (("clerk",), ("leader",)):
        return False
    return bool(words) and all(w in words_for("rank") for w in words)


def split_affiliation(text: str) -> Affiliation:
    """Return which part of an affiliation is the post and which the organisation.

    >>> text = "Transport Officer, Holt Foods"
    >>> found = split_affiliation(text)
    >>> text[slice(*found.role)], text[slice(*found.organisation)]
    ('Transport Officer', 'Holt Foods')
    >>> split_affiliation("Director, Housing").organisation is None
    True
    >>> split_affiliation("Thornbeck Trust").role is None
    True
    """
    pieces = _pieces(text)
    if not pieces:
        return Affiliation()
    pieces = _without_seat(text, pieces)
    if len(pieces) == 1:
        return _represented(text, pieces[0]) or _one_piece(text, pieces[0])
    roles = [has_role_word(text[a:b]) for a, b in pieces]
    if any(roles[:-1]) and _are_of_place(text[slice(*pieces[-1])]):
        roles[-1] = False
        return Affiliation((pieces[0][0], pieces[-2][1]), pieces[-1])
    whole = (pieces[0][0], pieces[-1][1])
    if not any(roles):
        return Affiliation(None, whole)
    if not roles[0]:
        # "Holt Trust, Chair": the body first
        at = roles.index(True)
        return Affiliation(pieces[at], (pieces[0][0], pieces[at - 1][1]))
    last = len(pieces) - 1
    strong = [is_strong(text[slice(*x)]) for x in pieces]
    if roles[last] and _ends_in_post(text[slice(*pieces[last])]):
        return Affiliation(whole, None)
    if last > 1 and not any(strong[1:]):
        return Affiliation(whole, None)
    if not any(strong[1:]) and (
        _SEATED.search(text[slice(*pieces[0])])
        or re.search(r"\s[-–—]\s{0,30}$", text[: pieces[1][0]])
    ):
        return Affiliation(whole, None)  # "Public Governor, Mill North"
    if roles[last] and not is_strong(text[slice(*pieces[last])]):
        return Affiliation(whole, None)
    if not any(strong[1:]) and _is_field(text, pieces):
        return Affiliation(whole, None)
    own = text[slice(*pieces[1])]
    if last == 1 and (_words(own)[-1:] in _IN_HOUSE or _BRANCH.fullmatch(own)):
        return Affiliation(whole, None)  # "Staff Officer, Roads Directorate"
    cut = last
    if not is_strong(text[slice(*pieces[last])]) and (
        last == 1 and _is_bare(text[slice(*pieces[0])])
    ):
        return Affiliation(whole, None)
    while cut > 1 and is_strong(text[slice(*pieces[cut - 1])]) and not roles[cut - 1]:
        cut -= 1
    return Affiliation(
        (pieces[0][0], pieces[cut - 1][1]), (pieces[cut][0], pieces[last][1])
    )


# Corporate Director, (Resources)
_BRANCH = re.compile(
    r"Resources|Place|People|Communities|Corporate|Regeneration|Infrastructure|Assets"
    r"|Neighbourhoods|Transformation|Operations|Growth|Governance|Delivery|Economy"
)


def _are_of_place(words: str) -> bool:
    """Tell whether words name those of some place or thing, as a body is called.

    >>> [_are_of_place(x) for x in ("Calder Carers", "Marl Rovers FC", "Clerks", "HR")]
    [True, True, False, False]
    """
    return _CLUB.fullmatch(words) is not None or (
        _THOSE_OF.fullmatch(words) is not None
        and not starts_role(words.split()[0])
        and has_role_word(words)
    )


_THOSE_OF = re.compile(
    r"\b[A-Z][\w'’-]{1,20}(?: [A-Z][\w'’-]{1,20}){0,3} [A-Z][a-z]{2,12}(?:e|o)rs"
)
_CLUB = re.compile(
    r"\b[A-Z][\w'’&-]{1,20}(?: [A-Z&][\w'’&-]{0,20}){0,4}"
    r" (?:A?FC|RFC|CFC|CC|CIC|CIO|WI|PTA|PTFA)"
)


def _without_seat(text: str, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the pieces without "Councillor", which is no post, and whom one is for.

    >>> text = "County Councillor, Mill County Council (also representing Ann Bell)"
    >>> [text[a:b] for a, b in _without_seat(text, _pieces(text))]
    ['Mill County Council']
    """
    *before, (start, end) = pieces
    if match := _ALSO_FOR.search(text, start, end):
        end = match.start()
    if match := _OF_COUNCIL.fullmatch(text, start, end):
        end = match.end("body") if is_strong(match["body"]) else end
    kept = [x for x in before if not _COUNCILLOR.fullmatch(text, *x)]
    return [*kept, (start, end)]


_ALSO_FOR = re.compile(
    r"\s{1,3}\((?:also\s{1,3})?(?:representing|for|on behalf of)\s[^()]{3,60}\)$"
    r"|\s{1,3}\([^()]{3,40}\s(?:to\s(?:vote|deputi[sz]e|attend)|attending|deputi[sz]ing"
    r"|standing\sin)\s[^()]{3,40}\)$"
)
_OF_COUNCIL = re.compile(r"(?P<body>[A-Z][^,;\n]{1,60}?)\s(?:Councillor|Cllr)")
_COUNCILLOR = re.compile(
    r"(?:(?:County|District|Borough|City|Town|Parish|Ward|Community)\s)?"
    r"(?:Councillor|Cllr)\.?"
)


def _is_field(text: str, pieces: list[tuple[int, int]]) -> bool:
    """Tell whether the field of a post goes on: "Dean of Arts, Law and Music"."""
    first, last = text[slice(*pieces[0])], text[slice(*pieces[-1])]
    words = _words(first)
    return (
        _AND.search(last) is not None
        and _AND.search(first) is None
        and bool(words)
        and not is_of_kind(words[-1], "head")
        and not is_of_kind(words[-1], "organisation")
    )


_AND = re.compile(r"\s(?:and|&)\s")


# who sits for a constituency: "Staff Governor, Nursing", "Lay Member, Quality"
_SEATED = re.compile(r"\b(?:Governor|Member|Councillor|Delegate)$")


def _ends_in_post(text: str) -> bool:
    """Tell whether the last word is a post: "Audit Committee Chair"."""
    words = _words(text)
    return bool(words) and words[-1] in ("chair", "lead", "manager", "officer", "clerk")


def is_strong(text: str) -> bool:
    """Tell whether a piece is surely a body and no department inside a post.

    >>> [is_strong(x) for x in ("Holt Trust", "Age UK", "LBHoT", "Leisure Services")]
    [True, True, True, False]
    """
    words = _words(text)
    found = [w for w in words if is_of_kind(w, "organisation")]
    return (
        is_acronym(text)
        or any(w not in _WEAK for w in found)
        or _COINED.fullmatch(text) is not None
        or _RESCUE.search(text) is not None
        or _is_shortened(text)
        or is_known_body(text)
        or is_firm(text)
        or is_called_body(text)
    )


# "LBHoT", "DfE", "MoJ": capitals with small letters between them; no "PhD"
_COINED = re.compile(r"(?!PhD|BSc|MSc|BEd|MEd|DPhil)[A-Z]{1,4}[a-z]{1,3}[A-Z]{1,3}")
_RESCUE = re.compile(r"[Ff]ire (?:and|&) [Rr]escue")


# words of departments as well as of bodies
_WEAK = frozenset(
    ("service", "services", "team", "group", "group's", "housing", "library")
)


# the parts of an authority behind the posts of those who work there
_IN_HOUSE = (
    *(("directorate",), ("department",), ("dept",), ("division",)),
    *(("schools",), ("academies",), ("libraries",), ("museums",)),
)


def _represented(text: str, piece: tuple[int, int]) -> Affiliation | None:
    """Return the body of "Cricket Club rep.", None if it is nothing such."""
    match = _REP.fullmatch(text, *piece)
    if not match or not is_strong(match[1]) or has_role_word(match[1]):
        return None
    return Affiliation(None, match.span(1))


_REP = re.compile(r"([A-Z][^,;()]{2,60}?)\s{1,3}reps?\b\.?")


# bodies whose names go on with a post: "Office of the Lead Judge", "Guild of Clerks"
_OFFICE = re.compile(
    r"(?:the\s)?(?:Office|Department|Ministry|Bureau|Institute|Institution|Society"
    r"|Association|College|Federation|Guild|Union)\s(?:of|for)\s",
    re.IGNORECASE,
)


# "representing the Holt Commissioners": a body, whatever its members are called
_SENT_BY = re.compile(
    r"(?:representing|on\sbehalf\sof)\s(?:the\s)?(?=(?:[A-Z][\w’'-]+\s){1,6}[A-Z][a-z]+s$)"
    r"|repr?\b\.?\s(?:for\s|of\s)?(?:the\s)?(?=[A-Z])(?!.*\b(?:MP|MSP|MS|MLA|TD)\b)"
)


# "Independent Person": the seat is all that is said of who sits there
_LAY_SEAT = re.compile(
    r"(?:independent|lay|co-?opted|associate)"
    r"(?:\s(?:co-?opted|voting|non-voting|lay))?\s(?:member|person)",
    re.IGNORECASE,
)


def _one_piece(text: str, piece: tuple[int, int]) -> Affiliation:
    start, end = piece
    words = text[start:end]
    if _OFFICE.match(words):
        return Affiliation(None, piece)
    if _LAY_SEAT.fullmatch(words):
        return Affiliation(piece, None)
    if sent := _SENT_BY.match(words):
        whom = words[sent.end() :]
        person = is_given(whom.split()[0]) and not has_organisation_word(whom)
        return Affiliation(None, None if person else (start + sent.end(), end))
    if abreast := part_abreast(text, *piece):
        return Affiliation(*abreast)
    if " / " in words and (halves := _at_slash(text, *piece)):
        return halves
    inside = re.search(
        r"\s{1,30}(?:at|from|with|\s-)\s{1,30}(?:the\s{1,30})?(?=[A-Z])(?!Large|Arms)",
        words,
    )
    if inside and has_role_word(words[: inside.start()]):
        return Affiliation((start, start + inside.start()), (start + inside.end(), end))
    if not has_role_word(words):
        stood = re.match(
            r"(?:both(?:\sof|\sfrom)?|representing|on\sbehalf\sof|for|of|from|with|c/o"
            r"|acting for|Messrs\.?"
            r"|(?:nominated|appointed|instructed|employed|engaged|sent)\s{1,9}by)"
            r"\s{1,30}(?:the\s{1,30})?",
            words,
            re.I,
        )
        return Affiliation(None, (start + stood.end() if stood else start, end))
    return Affiliation((start, end), None)


def _at_slash(text: str, start: int, end: int) -> Affiliation | None:
    """Return the post and the body of "Holt Council / Clerk", in either order."""
    slash = text.index(" / ", start, end)
    first, last = (start, slash), (slash + 3, end)
    for post, body in ((first, last), (last, first)):
        words = text[slice(*body)]
        named = is_strong(words) and not has_role_word(words)
        if named and has_role_word(text[slice(*post)]):
            return Affiliation(post, body)
    return None


_PIECE_SIGNS = re.compile(r"[()\[\]]|[,;\n]|\s[-–—]\s")


def _pieces(text: str) -> list[tuple[int, int]]:
    """Return the parts between commas, dashes and line ends, brackets kept whole."""
    found: list[tuple[int, int]] = []
    depth, start = 0, 0
    for match in _PIECE_SIGNS.finditer(text):
        sign = match[0]
        if sign in "([":
            depth += 1
        elif sign in ")]":
            depth -= 1
        elif depth <= 0:
            found.append((start, match.start()))
            start = match.end()
    found.append((start, len(text)))
    return [trimmed for a, b in found if (trimmed := _trim(text, a, b))]


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start] in " \t\n|,;:.-–—*":
        start += 1
    while end > start and text[end - 1] in " \t\n|,;:-–—*":
        end -= 1
    if (
        end > start
        and text[end - 1] == "."
        and not text[:end].endswith(("Ltd.", "Inc."))
    ):
        end -= 1
    return (start, end) if end > start else None
