"""Tells which words beside a listed person name a body: "Roads Team, Marsh Council"."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import cache

from minutebook.recognise.heads import Found
from minutebook.recognise.runs import LINKS, fold
from minutebook.recognise.wordlists import (
    flags_of,
    given_names,
    read_rows,
    words_of,
)

# not a body: "6 committee members", "attended as substitute", "QSM", "and Canon",
# "Portfolio Holder for Works", "Head of Works", "the Quarry Review", "VK9QZB" on air
NO_BODY = re.compile(
    r"""^\s*(?:\d|and\b|with\b)
      | \b(?:[Cc]ouncillors?|Cllrs?|members?|attended|substitute|present|apologies
        |[Rr]esidents?|[Vv]isiting|Mrs?|Ms|Dr|[Ii]ndependent)\b|[Ss]ector\s*$|:
      | ^\s*(?:JP|[OMC]BE|Q[PS]M|QSO|[OMC]NZM|OAM|DSO|DL|TD|RD|[KQ]C|MP|MSP|MS|TD
        |M\.?C\.?|CMC|MMC|PhD|BEM|KFM)\s*$ | \d{4}
      | \bPortfolio\b
      | ^(?:Head|Director|Dean|Leader|Chair|Chairman|Manager|Officer)[ ](?:of|for)\b
      | \b(?:Review|Partners?|Sexton|Swordbearer|Chaplain|Pro-Vice-Chancellors?)$
      | ^[A-Z]{1,2}[\dØ][A-Z]{1,4}\b
      | ^(?:Ll|Rh|Ff|Dd|Ch|Ph|Th)\.[ ]
      | ^(?:Plot|Flat|Unit|Lot|Ward|Class|Year|Form|Seat)s?[ ]?\d{1,4}[A-Za-z]?$
      | ^(?:Sikh|Muslim|Hindu|Jewish|Buddhist|Bah[aá][’']?[ií]|Christian|Methodist
        |Baptist|Anglican|Quaker|Humanist|Catholic|Roman[ ]Catholic|Pagan|Jain)$
      | [a-z][ ]communications$ | ^(?:Asst|Dep)\.?$ | ^[A-Z][a-z]+[ ][A-Z]\.?$""",
    re.VERBOSE,
)

# fields of work, as of a portfolio: "Highways and Transport", "Children and Families"
FIELD = r"""(?:Adults?|Affairs|Building|Children|Climate[ ]Change|Communities|Compliance
    |Culture|Economy|Education|Environment|Families|Finance|Governance|Health|Highways
    |Housing|Leisure|Libraries|Management|Parks|Planning|Regeneration|Resources?|Roads
    |Recreation|Rural|Sciences|Skills|Social|Sport|Support|Sustainable|Tourism|Transport
    |Waste|Wellbeing|Buildings|Arts|Growth|Care|Public|Learning|Services)"""
FIELD_PAIR = re.compile(
    rf"(?:{FIELD},?[ ]){{1,4}}and[ ]{FIELD}(?:[ ]{FIELD}){{0,2}}", re.VERBOSE
)


def is_affiliation(text: str) -> bool:
    """Return whether words beside a listed person may name a body.

    >>> [is_affiliation(x) for x in ("Roads Team", "6 members", "Ada Penrose")]
    [True, False, False]
    """
    words = text.split()
    if not 0 < len(words) < 13 or NO_BODY.search(text):
        return False
    if FIELD_PAIR.fullmatch(text):
        return False
    heads = flags_of("organisation_heads")
    if not all(_may_stand(x, heads) for x in words) or words[-1] in LINKS:
        return False
    if len(words) == 1 and (len(text) < 3 or text.casefold() in words_of(*COMMON)):
        return text in {x.word for x in read_rows("public_bodies")}
    if len(words) == 1 and _is_kind_of_many(text.casefold(), heads):
        return False
    last = max((i for i, x in enumerate(words) if x.casefold() in heads), default=-1)
    posts = flags_of("role_heads")
    if any(x.casefold() in posts for x in words[last + 1 :]):
        return False
    return last >= 0 or (
        words[0].casefold() not in given_names()
        and words[-1].casefold() not in SIDES
        and not all(x.casefold() in _vague() for x in words)
    )


def _is_kind_of_many(word: str, heads: Container[str]) -> bool:
    """Return whether a word is of many bodies, whom somebody speaks for.

    >>> heads = frozenset(["union", "academy", "scouts"])
    >>> [_is_kind_of_many(x, heads) for x in ("unions", "academies", "scouts")]
    [True, True, False]
    """
    one = f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")
    return one != word and one in heads and word not in heads


SIDES = frozenset(
    ["north", "south", "east", "west", "central", "ward", "years", "professional"]
)
FIELDS = frozenset(["head", "office", "rest", "medical", "dental", "guest"])


@cache
def _vague() -> frozenset[str]:
    """Return words that alone tell of a field of work or a place, of no body."""
    kinds = ("common", "generic", "place", "nation", "plain", "vague")
    known = frozenset[str]().union(*(words_of("name_words", x) for x in kinds))
    return known | LINKS | FIELDS


def is_portfolio(role: str, organisation: str) -> bool:
    """Return whether the words beside a post say what it is for, not whose it is.

    >>> is_portfolio("Public Governor", "Thornbeck North")
    True
    """
    heads = flags_of("organisation_heads")
    if any(x.casefold() in heads for x in organisation.split()):
        return False
    return bool(re.search(r"Governor|Cabinet|Portfolio", role))


COMMON = ("name_words", "common")


def _may_stand(word: str, heads: Container[str]) -> bool:
    """Return whether a word may stand in a name: a capital, a link, a head noun."""
    lower = word[:1].islower() and not word[1:2].isupper()
    return not lower or word in LINKS or word in heads


def holds_person(words: str, seen: str) -> bool:
    """Return whether a full name, masked in `seen`, stands there without a head noun.

    >>> holds_person("Quarry Office for Ada Pym", "Quarry Office for " + "\\0" * 7)
    True
    """
    first, last = seen.find("\x00"), seen.rfind("\x00")
    if first < 0 or " " not in words[first : last + 1]:
        return False
    heads = flags_of("organisation_heads")
    return not any(x.casefold() in heads for x in words[last + 1 :].split())


# (DQ – )Marsh Probation: the initials of who is listed
MARKED = re.compile(r"[A-Z]{2,4}[ ][–-][ ]")


# Roads Team(, )Marsh Council,  but Marsh Gates, Inc.
BETWEEN = re.compile(r", (?!(?:Inc|Ltd|LLC|LLP|Limited|PLC|plc|S\.A)\b)")


# Academies( (Quarry Trust))   Primary heads( – Marsh Lane)   PVI nurseries( (Hale))
SECTOR = re.compile(
    r"""(?:(?:Primary|Secondary|Special|Academ(?:y|ies)|Nurser(?:y|ies)|Infants?|Juniors?
        |PVIs?|Maintained|Early[ ]Years|Middle|PRUs?|Alternative[ ]Provision
        |Sixth[ ]Form|Post[ -]16|1[46]-19|Staff|Parents?|Unions?|Dioceses?|Faith)[ ]?
        (?:and[ ]|/|&[ ])?){1,3}
      (?:schools?|heads?|headteachers?|governors?|nurser(?:y|ies)|representatives?|reps?
        |sector|providers?)?[ ]?
      (?:\((?P<within>[A-Z][^()]{3,70})\)|[ ]?[–-][ ](?P<behind>[A-Z][^()]{3,70}))$""",
    re.VERBOSE | re.IGNORECASE,
)
# Marsh Council (MC), Marsh Council (Lib Dem)
BRACKETS = re.compile(
    r"[ ][(\[](?:[A-Z][A-Za-z&]{1,7}|Lib(?:eral)?\s+Dem(?:ocrat)?s?|Conservative"
    r"|Independent)[)\]]$"
)


def find_affiliations(text: str, start: int, end: int) -> list[Found]:
    """Return the bodies of an attendance entry: "Roads Team, Marsh Council" is two."""
    found = []
    post, comma, rest = text[start:end].partition(", ")
    if comma and post.casefold() in flags_of("role_heads") and " " in rest:
        start += len(post) + 2  # (Quartermaster,) Marsh Cadets
    parts = BETWEEN.split(text[start:end])
    if any(" and " in x or " & " in x for x in parts[1:]):
        parts = [text[start:end]]
    for part in parts:
        marked = MARKED.match(part)
        size = len(part) - (marked.end() if marked else 0)
        if marked:
            start, part = start + marked.end(), part[marked.end() :]
        part = BRACKETS.sub("", part)
        sector = SECTOR.match(part)
        first, last = sector.span(sector.lastgroup or 0) if sector else (0, len(part))
        low, body = start + first, part[first:last]
        if is_affiliation(body):
            found.append(Found(low, low + len(body), fold(body), "org-attendance", 0.9))
        start += size + 2
    return found
