"""Finds lists that stand below the title with no label: "Ada Penrose (Chair)" lines."""

from __future__ import annotations

import re

from minutebook.grammar.listnames import evidence
from minutebook.grammar.names import initials_forms, parse_name
from minutebook.records import RosterBlock
from minutebook.segment.fitting import MOVES
from minutebook.segment.walk import TITLED, Walk, is_sentence

_REACH = 45  # lines: such lists stand at the front
_LEAST = 4  # people: fewer are signatures and contacts
_GAP = 6  # lines between two parts of such a list: a legend, a heading
# "Mr T Holt [TH] Clerk", "Ada Penrose (Media Officer) - left early"
_MARKED = re.compile(
    r"[\s*•·-]{0,6}(?P<who>[^()\[\],;:\n]{4,40}?)\s{0,3}"
    r"[(\[](?P<inside>[^()\[\]\n]{2,70})[)\]]"
)
_ITEM = re.compile(r"\s{0,9}\d{1,3}[a-z]?[.)]?\s{1,9}[A-Z]")


def find_unheaded(walk: Walk, blocks: list[RosterBlock]) -> list[RosterBlock]:
    """Return the runs of lines that name people and say in brackets what they are.

    None where a labelled list of those who came stands above them.
    """
    found: list[RosterBlock] = []
    people, last = 0, -1
    for at, line in enumerate(walk.lines[:_REACH]):
        rule = next(
            (x.rule for x in blocks if x.start < line.end and line.start < x.end), None
        )
        if rule and rule != "roster-initials":
            break
        count = _LEAST if rule else _count(walk.quote(at), people)
        if not count:
            if people and (at - last > _GAP or _ITEM.match(walk.quote(at))):
                break
            continue
        if not rule:
            joins = bool(found) and last == at - 1
            start = found.pop().start if joins else line.start
            found.append(RosterBlock("present", "", start, line.end, "roster-unheaded"))
        people, last = people + count, at
    return found if people >= _LEAST else []


def _count(line: str, begun: int) -> int:
    """Return how many people a line names, none if it holds anything else.

    >>> _count("Mr T Holt [TH] Clerk; Ada Penrose (Chair)", 0)
    2
    >>> _count("Ada Penrose (Chair) welcomed all", 0), _count("Holt Hall (upstairs)", 0)
    (0, 0)
    """
    if len(line) > 200 or is_sentence(MOVES.sub(" ", line)):
        return 0
    pieces = [x for x in line.split(";") if x.strip()]
    known = [_names_somebody(x, begun) for x in pieces]
    return len(pieces) if known and 3 * sum(known) >= 2 * len(known) else 0


def _names_somebody(piece: str, begun: int) -> bool:
    """Tell whether a piece is a person with something in brackets."""
    match = _MARKED.match(piece)
    if match is None:
        plain = parse_name(piece) if begun and TITLED.match(piece) else None
        return plain is not None
    name = parse_name(match["who"])
    if name is None:
        return False
    letters = match["inside"].upper() in initials_forms(name.name)
    return letters or evidence(name) or begun > 0
