"""Columns of people and of who came: "Present", "✓ (from 18:05)", "Apols", "X"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from minutebook.grammar.atoms import Range
from minutebook.grammar.names import is_name
from minutebook.grammar.ticks import CROSSES, TICKS

# what may follow the word or mark: "(left 8pm)", ", online", "from item 3", "- ill"
_MORE = r"""
    (?: \s{0,3} [.*†]
      | \s{0,3} [(,;/–—-] .{0,60}
      | \s{1,3} (?: from | until | till | to | by | via | at | for | left | arrived
          | joined | online | remote(?:ly)? | virtual(?:ly)? | given | sent | received
          | accepted | approved | noted | without | with | in\s{1,3}person | no | due )
        \b .{0,60} )?
"""
# how somebody came, or when: of a column whose other cells are empty it says no more
_MANNER = r"""remote(?:ly)? | online | virtual(?:ly)? | (?:via|by)\s{1,3}\w{3,12} | zoom
        | teams | late | l"""
# "Substitute: Cllr A Bell", "represented by Ann Bell": somebody came in one's place
SUBSTITUTED = r"""(?: sub(?:stitut(?:e|ed))? | represented | replaced | deputy | proxy )
    (?: \s{0,3}[:–-] | \s{1,3}by ) [\s*_]{1,4}"""
_WORDS = {
    "apologies": r"""a | ap | apols? | apolog(?:y|ies) | sent\s{1,3}apologies | excused
        | regrets? | (?:on\s{1,3})?leave (?:\s{1,3}of\s{1,3}absence)? | loa
        | (?: no? | ab(?:s(?:ent)?)? | not\s{1,3}(?:present|attending) | [x×✗✘✖–—-] )
          \s{0,3}(?:[,;:(–-]|with\b)\s{0,3}(?:apols?|apolog(?:y|ies)|excused|regrets?)
          \s{0,2}\)?""",
    "absent": rf"""n | no | ab | abs | absent | dna | did\s{{1,3}}not\s{{1,3}}attend
        | not\s{{1,3}}(?:present|attending|in\s{{1,3}}attendance)
        | no\s{{1,3}}apolog(?:y|ies) | no\s{{0,2}}-?show
        | {SUBSTITUTED} .{{3,60}}
        | [{CROSSES}×✘✖] | [-–—]""",
    "present": rf"""[{TICKS}] | p | pr | y | yes | present | attend(?:ed|ing) | here
        | in\s{{1,3}}(?:attendance|person) | {_MANNER}""",
}
_PATTERNS = {
    status: re.compile(
        rf"\W{{0,3}} (?: {words} ) {_MORE} \s{{0,3}}", re.VERBOSE | re.IGNORECASE
    )
    for status, words in _WORDS.items()
}
_BY_MANNER = re.compile(
    rf"\W{{0,3}} (?: {_MANNER} ) {_MORE} \s{{0,3}}", re.VERBOSE | re.IGNORECASE
)
_CROSS = re.compile(r"\W{0,3}x(?:\s{0,3}[(,;–-].{0,60})?\W{0,3}", re.IGNORECASE)


def read_statuses(cells: Sequence[str]) -> list[str | None] | None:
    """Return what each cell of a column says of who came, None if it does not say it.

    A cross is the sign of those away beside ticks, and of those who came without. An
    empty cell is of those away where others are marked as present, else of those who
    came; "via Zoom" beside empty cells tells how one of them came.

    >>> read_statuses(["✓ (left 18:05)", "Apols", "X", ""])
    ['present', 'apologies', 'absent', 'absent']
    >>> read_statuses(["x", "", "x"]), read_statuses(["Present", "Labour"]) is None
    (['present', 'absent', 'present'], True)
    >>> read_statuses(["", "via Zoom", "Apology", "Substitute: Cllr Bell"])
    ['present', 'present', 'apologies', 'absent']
    """
    said = [_read(x.strip()) for x in cells]
    marked = [x for x, cell in zip(said, cells, strict=True) if cell.strip()]
    if not marked or None in marked:
        return None
    came = any(
        x == "present" and not _BY_MANNER.fullmatch(cell)
        for x, cell in zip(said, cells, strict=True)
    )
    crossed = "absent" if came else "present"
    empty = "absent" if came or _CROSSED in marked else "present"
    return [crossed if x == _CROSSED else x or empty for x in said]


_CROSSED = "crossed"


def _read(cell: str) -> str | None:
    """Return what one cell says; a cross says one thing or the other."""
    if _CROSS.fullmatch(cell) and not _PATTERNS["apologies"].fullmatch(cell):
        return _CROSSED
    return next((s for s, x in _PATTERNS.items() if x.fullmatch(cell)), None)


def _are_telling(cells: Sequence[str]) -> bool:
    """Tell whether cells say who came in words or ticks, not by letters alone.

    >>> _are_telling(["Present", "A"]), _are_telling(["✓", ""])
    (True, True)
    >>> _are_telling(["Yes", "No"])
    False
    """
    return any(_TELLING.search(x) or any(sign in x for sign in TICKS) for x in cells)


_TELLING = re.compile(r"\b(?:present|absent|apol|attend|excused)", re.IGNORECASE)


def leads(text: str) -> bool:
    """Tell whether one name opens a text: "Cllr A Holt (Chair)", "Tom Holt, Clerk".

    >>> leads("Cllr A Holt (Chair)"), leads("Budget for the year")
    (True, False)
    """
    return is_name(re.split(r"[,;(\[|\t]|\s[-–]\s", text, maxsplit=1)[0].strip()[:60])


Row = Mapping[int, Range]


def columns_of_who(text: str, rows: Sequence[Row]) -> tuple[int, int] | None:
    """Return the columns that name people and that say who of them came, None if none.

    `rows` are the rows below the head of a table. Of several columns of marks, as of a
    year of meetings, the last is this meeting's.

    >>> text = "Ada Penrose|Staff|Present|Tom Holt|Parent|Apols"
    >>> rows = [{0: (0, 11), 1: (12, 17), 2: (18, 25)},
    ...         {0: (26, 34), 1: (35, 41), 2: (42, 47)}]
    >>> columns_of_who(text, rows)
    (0, 2)
    """
    columns = sorted({c for row in rows for c in row})
    cells = {c: [text[slice(*r[c])] if c in r else "" for r in rows] for c in columns}
    named = next((c for c in columns if _are_people(cells[c])), None)
    if named is None:
        return None
    told = [
        c
        for c in columns
        if c > named and read_statuses(cells[c]) and _are_telling(cells[c])
    ]
    return (named, told[-1]) if told else None


def _are_people(cells: Sequence[str]) -> bool:
    """Tell whether most cells of a column open with a name, two of them at least."""
    named = sum(leads(x) for x in cells)
    return named >= _LEAST_PEOPLE and named >= 0.7 * len(cells)


_LEAST_PEOPLE = 2
