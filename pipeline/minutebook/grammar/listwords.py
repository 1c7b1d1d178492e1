"""Words of attendance lists that are no names: what leads, joins and ends them."""

from __future__ import annotations

import re

from minutebook.grammar.atoms import Atom, Range
from minutebook.grammar.entries import (
    PUBLIC,
)

LEAD_WORDS = re.compile(
    r"(?:(?:and|also|together\s{1,30}with|with|plus|the|from|by|were|was|as\s{1,30}well\s{1,30}as|&"
    r"|guests?|visitors?|residents?|observers?|patrons?|member|(?-i:o)|\d{1,2}[.)])\s{1,30}){1,3}",
    re.IGNORECASE,
)


JOINED = re.compile(r"(?:and|&)\s{1,3}(?=[A-Z])")


# what a sentence goes on to say of its list: "be accepted", "and sanctioned"
SANCTION = re.compile(
    r"""
    \s (?: (?: be | is | are | was | were | and ) \s
            (?: sanctioned | accepted | noted | approved | received | recorded ) \b
          | (?: for (?!\sthe\s[A-Z]) | due\sto | because | owing\sto
              | as\s(?:s?he|they) ) \s [a-z]
          | (?: who | which ) \s
          | attended \b )
    """,
    re.VERBOSE,
)


LEFT_AND = re.compile(r"\s{1,9}(?:and|&)\s{0,3}$")


# "Ann Bell and 9 members of the public"
AND_PUBLIC = re.compile(
    rf"\s{{1,30}}(?:and|plus|with|together\s{{1,30}}with|&|,)\s{{1,30}}(?=(?:{PUBLIC.pattern}))"
    r"|\s{1,30}(?=\d{1,3}\s{1,3}(?:members?|residents?|parishioners?|electors?)\b)",
    re.VERBOSE | re.IGNORECASE,
)


# "Apologies: Tom Holt. Representation: Ann Bell"
STANDS_FOR = re.compile(
    r"(?:represent(?:ation|ed\s{1,30}by|ative)|substitut(?:e|ed\s{1,30}by)|deputy|deputised\s{1,30}by)",
    re.IGNORECASE,
)


AND_BEFORE = re.compile(r"(?:\band|&)\s{1,3}$")  # what links a piece to the last


ALL_OF = re.compile(
    r"(?:all|both)\s{1,30}(?:of\s{1,30}|from\s{1,30})?(?:the\s{1,30})?(?=[A-Z])"
)


def unled(text: str, atom: Atom) -> Range:
    """Return where a piece stands without the "and" that leads it."""
    lead = LEAD_WORDS.match(text, atom.start, atom.end)
    return (lead.end() if lead and lead.end() < atom.end else atom.start, atom.end)


# "Councillors Penrose, Holt & the Clerk": a post without its holder
BARE_POST = re.compile(
    r"(?:the|our)\s{1,3}(?:(?:Parish|Town)\s{1,3})?(?:Clerk|Secretary|Treasurer)\W{0,3}",
    re.IGNORECASE,
)


PAIRED = re.compile(r"\s{0,5}(?:\([^()]{1,5}\))?\s{0,5}(?:and|&)\s{0,5}")


# a member's title in a column of its own: "Councilman | Tom Holt"
MEMBER_TITLE = re.compile(
    r"(?:(?:town|city|village|county|borough|district|parish)\s{1,3})?"
    r"(?:council\s?(?:m[ae]n|wom[ae]n|members?|persons?)|councill?ors?|cllrs?\.?"
    r"|(?:board|committee)?\s{0,3}members?)",
    re.IGNORECASE,
)


# "The Right Worshipful the Mayor, Councillor A Holt"
STYLED = re.compile(
    r"(?:[Tt]he\s{1,3})?(?:Right\s{1,3})?(?:Worshipful|Hon(?:ou)?rable)\s{1,3}"
    r"(?:[Tt]he\s{1,3})?(?P<post>(?:Lord\s{1,3})?(?:Mayor|Provost))"
)


# plurals before names that are the post of each, as "Councillors" is not
SEATED_POSTS = re.compile(
    r"(?:(?:County|Town|Township|City|Village|District)\s)?"
    r"(?:Trustees|Commissioners|Supervisors|Selectmen|Freeholders|Directors|Governors|Regents)",
    re.IGNORECASE,
)


PLURALS = frozenset(
    [
        *("supervisors", "trustees", "commissioners", "directors", "governors"),
        *("officers", "clerks"),
    ]
)


POSTS = (
    "mayor",
    "supervisor",
    "reeve",
    "provost",
    "president",
    "pcso",
    "sheriff",
    "cathaoirleach",
    "superintendent",
)
# ranks before a name that are its post where nothing else is said
RANKS = re.compile(
    r"\b(?:(?:chief|detective|acting)\s)?(?:constable|sergeant|inspector)\b"
    r"|\b(?:PC|WPC|DC|DS|DI|DCI|CI|PS|Cst|Sgt|Insp|Supt|DSupt|Garda|Trooper|Bailie"
    r"|DCFO|ACFO|ACO|SRFO|GC|GM|BM|SM|WM|CM|FF|QFF|LFF|DGO)\b",
    re.IGNORECASE,
)


# how those left who are members no more, in words behind a name or in a cell
LEFT_OFFICE = r"(?:resigned|(?:stood|stepped)\sdown|moved\saway|passed\saway)"
PARLIAMENT = ("MP", "MEP", "MSP", "MS", "AM", "MLA", "TD")
