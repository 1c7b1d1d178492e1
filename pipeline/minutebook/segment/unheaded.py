"""Finds lists that stand below the title with no label: "Ada Penrose (Chair)" lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from minutebook.grammar.affiliations import has_role_word
from minutebook.grammar.listnames import evidence
from minutebook.grammar.names import parse_name
from minutebook.grammar.samenames import initials_forms
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


def find_posted(walk: Walk, blocks: list[RosterBlock]) -> list[RosterBlock]:
    """Return the runs of lines at the front that give people and their posts each.

    "Ada Penrose / Mayor", "Treasurer: Tom Holt", "Ann Bell      Director": where no
    list of those present stands beside them, those who have posts came.
    """
    if any(
        x.status != "apologies" and _ALL_PRESENT.fullmatch(x.group.strip())
        for x in blocks
    ):
        return []
    found: list[RosterBlock] = []
    run: list[tuple[int, int, str]] = []
    for start, end in [*_rows(walk), (0, 0)]:
        block = next((x for x in blocks if x.start < end and start < x.end), None)
        if block and run and has_role_word(block.group):
            continue  # "Secretary: Ann Bell", a list of its own already
        kind = "" if block else _kind_of(walk.text[start:end])
        if kind:
            run.append((start, end, kind))
            continue
        if _lists(run, bool(block)) and not _is_letterhead(walk.text, run):
            found.append(
                RosterBlock("present", "", run[0][0], run[-1][1], "roster-unheaded")
            )
        run = []
        if _is_prose(walk.text[start:end]):
            break
    return found


def _is_prose(row: str) -> bool:
    """Tell whether a row is a paragraph: what stands below it opens no minutes."""
    told = len(row) > _TOLD and is_sentence(row) and not _TITLE.search(row)
    return told or len(row) > _PROSE


def _lists(run: list[tuple[int, int, str]], followed: bool) -> bool:
    """Tell whether a run of rows is a list: posts in it, and sure names in half.

    Fewer sure names are enough where another list follows: "In attendance".
    """
    kinds = [x[2] for x in run]
    sure = kinds.count("posted") + kinds.count("named")
    return (
        len(run) >= _FEWEST and "posted" in kinds and (2 + followed) * sure >= len(run)
    )


_TOLD = 90  # characters of a sentence that no title is
_PROSE = 260  # characters: a row so long is the first paragraph


def _is_letterhead(text: str, run: list[tuple[int, int, str]]) -> bool:
    """Tell whether a list stands above the title, and so tells who sits, not came."""
    end = run[-1][1]
    return not _TITLE.search(text, 0, run[0][0]) or bool(
        _BELOW.search(text, end, end + 99)
    )


_BELOW = re.compile(
    r"\n[ \t*#]{0,6}(?:(?:draft|meeting)\s){0,2}minutes\b", re.IGNORECASE
)
_TITLE = re.compile(r"\b(?:minutes|meeting|attend\w{0,5}|order|roll)\b", re.IGNORECASE)
_FEWEST = 3  # lines that follow each other
# the labels of lists of those who sat: members are not said twice to have come
_ALL_PRESENT = re.compile(
    r"(?!in\b|also\b|others?\b)(?:[\w’'-]{1,20}\s){0,3}"
    r"(?:present|attendance|attendees|attending|roll\scall)",
    re.IGNORECASE,
)
_PIECES = re.compile(r"\s{1,3}/\s{1,3}|\t|\s{3,}|\s[-–—]\s|,\s|\s?:\s{1,3}|\s?[(]")


def _rows(walk: Walk) -> Iterator[tuple[int, int]]:
    """Yield the rows at the front, the cells of each together."""
    lines = walk.lines[: 2 * _REACH]
    for count, (_, row) in enumerate(
        groupby(lines, key=lambda x: (x.page, x.row, x.table))
    ):
        cells = [*row]
        if count >= _REACH:
            return
        yield cells[0].start, cells[-1].end


def _kind_of(row: str) -> str:
    """Return whether a row gives somebody with a post, somebody, or nobody: "".

    "like" is a row that gives somebody where its neighbours do.

    >>> _kind_of("Ada Penrose / Deputy Mayor"), _kind_of("Treasurer: Tom Holt")
    ('posted', 'posted')
    >>> _kind_of("Tom Holt"), _kind_of("Clerk to the Board"), _kind_of("A Road, Marl")
    ('named', '', '')
    """
    if len(row) > 100 or is_sentence(row) or "@" in row or _ITEM.match(row):
        return ""
    pieces = [x.strip(" )") for x in _PIECES.split(row.strip(" *•·-|"))]
    first, rest = pieces[0], " ".join(pieces[1:])
    if len(pieces) > 1 and not has_role_word(row) and all(map(parse_name, pieces)):
        return "named" if _is_person(first) else "like"  # "Ada Penrose / Tom Holt"
    if _is_person(first):
        return "posted" if has_role_word(rest) else "" if rest else "named"
    if len(pieces) == 2 and ":" in row and parse_name(rest):
        sure = _is_person(rest)
        return ("posted" if sure else "like") if has_role_word(first) or sure else ""
    return "like" if parse_name(first) and (has_role_word(rest) or not rest) else ""


def _is_person(words: str) -> bool:
    name = parse_name(words)
    return name is not None and evidence(name) and not has_role_word(words)


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
