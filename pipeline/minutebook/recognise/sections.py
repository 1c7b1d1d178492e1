"""Finds parts of public bodies: SBC Highways, the Office of the Rivers Commissioner."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutebook.grammar.anchors import matches_at
from minutebook.grammar.leaps import leaping
from minutebook.recognise.cues import DID, has_cue
from minutebook.recognise.heads import Found
from minutebook.recognise.runs import fold
from minutebook.recognise.wordlists import words_of

# what only a council has: they need no more to show them
_SURE = ("Highways", "Roads", "Rights of Way", "Streetscene", "Trading Standards")
_PARTS = (
    *("Planning Enforcement", "Building Control", "Environmental Health", "Licensing"),
    *("Social Services", "Legal Services", "Democratic Services", "Electoral Services"),
    *("Housing", "Planning", "Estates", "Education", "Parks", "Property", "Transport"),
    *("Countryside Services", "Waste Services", "Legal", "Street Scene", "Revenues"),
)
# (SBC) Highways   (DfI) Roads   (Marsh Council) Planning
OWNER = re.compile(
    r"(?<![\w&/’'-])(?:(?P<short>[A-Z][a-z]?[A-Z]{1,5})"
    r"|(?:[A-Z][\w’-]+[ ]){1,3}Council)[ ]$"
)
AFTER = re.compile(r"\b(?![ ]?[(:/-]|[ ](?:[A-Z]|and[ ][A-Z][a-z]|&)|[’'])")


def find_sections(view: str) -> list[Found]:
    """Return the departments that are called after the body whose they are.

    >>> [x.name for x in find_sections("SBC Highways and HVC Housing have replied")]
    ['SBC Highways', 'HVC Housing']
    """
    found = []
    plain = words_of("name_words", "acronym")
    for part in SECTION.finditer(view):
        if view[part.start() - 1 : part.start()] != " ":
            continue
        low = max(0, part.start() - 60)
        owner = OWNER.search(view[low : part.start()])
        if not owner or (owner["short"] or "").casefold() in plain:
            continue
        start, end = low + owner.start(), part.end()
        sure = part[0] in _SURE or DID.match(view, end) or has_cue(view, start, end)
        if sure and AFTER.match(view, end):
            found.append(Found(start, end, fold(view[start:end]), "org-section", 0.6))
    return found


SECTION = leaping(rf"\b(?:{'|'.join((*_SURE, *_PARTS))})\b")

_HOLDERS = (
    *("Adjudicator", "Advocate", "Assessor", "Attorney", "Auditor", "Commissioner"),
    *("Comptroller", "Coroner", "Examiner", "General", "Guardian", "Inspector"),
    *("Minister", "Ombudsman", "Premier", "Prosecutions", "Prosecutor", "Registrar"),
    *("Regulator", "Secretary", "Sheriff", "Treasurer"),
)
_WORD = r"[A-Z][\w’'-]+"
_LINK = r"(?:,[ ]|[ ](?:(?:and|&|of|for|of[ ]the|for[ ]the)[ ])?)"
# the (Office of the Rivers Commissioner),  (Office of the Minister of Canals)
OFFICE_OF = re.compile(
    rf"Office[ ]of[ ]the[ ](?:{_WORD}{_LINK}){{0,5}}?"
    rf"(?:{'|'.join(_HOLDERS)})(?:[ -]General)?\b(?!-)"
    rf"(?:[ ](?:of|for)(?:[ ]the)?[ ]{_WORD}(?:{_LINK}{_WORD}){{0,5}})?(?![ ][A-Z])"
)


def find_offices(view: str) -> Iterator[Found]:
    """Yield the offices that are called after the one who holds them.

    >>> [x.name for x in find_offices("the Office of the Rivers Commissioner wrote")]
    ['Office of the Rivers Commissioner']
    """
    for office in matches_at(OFFICE_OF, view, ("Office of the ",)):
        if not view.endswith("cceptance of ", 0, office.start()):
            yield Found(*office.span(), fold(office[0]), "org-office-of", 0.7)
