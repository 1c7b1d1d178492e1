"""Pieces of an attendance list: cut at separators and brackets."""

from __future__ import annotations

import re
from typing import NamedTuple

from minutebook.grammar.names import is_given, parse_name, skip_degrees
from minutebook.grammar.postwords import starts_role
from minutebook.grammar.ticks import TICKS

Range = tuple[int, int]


class Atom(NamedTuple):
    """A piece between separators; `kind` is text or bracket, `before` the sign."""

    kind: str
    start: int
    end: int
    before: str
    row: int


_SPLIT = re.compile(
    r"""
    (?= [][(){},;:.+|\s–—-] )
    (?: (?P<open> [(\[{] ) | (?P<close> [)\]}] )
  | (?P<sep>
        (?P<next> (?<=,\s(?:[MJ]\.D|D\.[OC]|R\.N)\.) [ ]{1,9} (?:and\s{1,9})?
          (?=[A-Z][a-z]) | (?<=\S)\s{1,9} [•●▪○∙] \s{1,9} )
      | ,(?!\s(?:Jr|Sr)\b) | [;\n\t|] | \.{4,60} | [ ]{6,}
      | (?P<slash> [ ]{1,9}/[ ]{1,9} (?=[A-Z(]) )
      | \s{1,30}[-–—]+\s{1,30} | (?<=\w)\s{0,30}:\s{1,30}
      | \s{1,30}\+\s{1,30} | \s{1,30} plus \s{1,30}
      | \s{1,30} together\s{1,30}with \s{1,30}
      | (?<=[a-z])(?<!\band)(?<!\bwith)(?<!\bfrom)(?<!\bof)(?<!\bby)(?<!\bthe)
        (?<!\bDeputy)(?<!County)(?<!Borough)(?<!District)(?<!Town)(?<!\bParish)(?<!\bCity)(?<!Ward)
        (?<!Chairman)(?<!Chair)(?<!Community)(?<!to)(?<!for)
        (?<!Cllr)(?<!Cllrs)(?<!Councillor)(?<!Councillors)(?<!\bMrs)(?<!\bMr)(?<!\bDr)
        (?<!\bCr)(?<!Hon)(?<!\bRev)(?<!Mayor)(?<!\bMs)(?<!\bMiss)(?<!\bProf)
        (?: [ ]{3,5} (?= [A-Z]\.\s?[A-Z] )
          | [ ]+ (?= (?:Cllrs?|Councill?ors?|Councilm[ae]n|Councilwoman|Councilmember
            |Alderman|Messrs|Mr|Mrs|Ms|Miss|Dr|Deputy\ (?:Mayor|Reeve))
            \.?\s{1,30}[A-Z] ) (?<!Provost[ ])(?<!President[ ])(?<!Reeve[ ]) )
      | (?<!\b[A-Z])(?<!\b[MD]r)(?<!\bM[rs]s)(?<!\bMs)(?<!\bCllr)(?<!\bCllrs)(?<!\bCr)
        (?<!\bRev)(?<!\bRevd)(?<!\bHon)(?<!\bProf)(?<!\bMessrs)(?<!\bSt)(?<!\bWm)(?<!\bGeo)
        (?<!\bAsst)(?<!\bDept)(?<!\bDir)(?<!\bSen)(?<!\bExec)(?<!\bComm)(?<!\bSupt)
        (?<!\bInsp)(?<!\bSgt)(?<!\bMgr)(?<!\bEng)(?<!\bTreas)(?<!\bSec)(?<!\bAdmin)
        (?<!\bJas)(?<!\bJos)(?<!\bChas)(?<!\bThos)(?<!\bRobt)(?<!\bAlex)(?<!\bEdw)
        \. (?= \s{1,30} (?:Also|In|Clerk|Mr|Mrs|Ms|Cllr|Councillor|[A-Z]\.?\s)
          | (?<=[a-z]{3}\.) \s{1,30} [A-Z] )
      | (?<=[a-z]) [-–] (?=\s)
      | (?<=[a-z])(?<!\b[Cc]o)(?<!\b[Vv]ice)(?<!\b[Ee]x) [-–] (?=[Cc]hair\w{0,6}\b) ) )
    """,
    re.VERBOSE,
)


def cut_atoms(text: str, start: int, end: int) -> list[Atom]:
    """Return the pieces of a list: between separators, and inside brackets.

    >>> text = "Ada Penrose (Chair), Tom Holt"
    >>> [text[x.start:x.end] for x in cut_atoms(text, 0, len(text))]
    ['Ada Penrose', 'Chair', 'Tom Holt']
    """
    atoms: list[Atom] = []
    depth, here, before, row, skip = 0, start, "\n", 0, start

    def close(stop: int, kind: str) -> None:
        a, b = trim(text, here, stop)
        sign = before
        if before == "," and kind == "text" and (past := skip_degrees(text, a, b)) > a:
            a, b = trim(text, past, b)
            sign = "\n"  # "Ada Penrose, MD Tom Holt": the next person
        if b > a and any(c.isalnum() or c in TICKS for c in text[a:b]):
            atoms.append(Atom(kind, a, b, sign, row))

    for match in _SPLIT.finditer(text, start, end):
        if match.start() < skip:
            continue
        if match["open"] and depth == 0:
            called = _CALLED.match(text, match.start())
            last = text[here : match.start()].split()[-1:]
            if called and not starts_role(called[1]) and last and is_given(last[0]):
                skip = called.end()
                continue
        if match["open"]:
            depth += 1
            if depth == 1:
                close(match.start(), "text")
                here, before = match.end(), match["open"]
        elif match["close"]:
            if depth == 1:
                close(match.start(), "bracket")
                here, before = match.end(), ")"
            depth = max(0, depth - 1)
        elif depth == 0:
            if match["slash"] and not _parts_cells(text, here, match, end):
                continue
            close(match.start(), "text")
            sign = "\t" if match["slash"] else match["sep"]
            mark = sign.strip(" ") or " "
            if here == match.start() and before in ("\n", "\t", "|") and mark == ",":
                mark = before
            row += sign == "\n" or bool(match["next"])
            mark = "\n" if match["next"] else mark
            here, before = match.end(), ":" if mark[:3] == "..." else mark[:1]
    close(end, "text" if depth == 0 else "bracket")
    called = _CALL_SIGN.search(text, start, end)
    return _without_call_signs(text, atoms) if called else atoms


def _without_call_signs(text: str, atoms: list[Atom]) -> list[Atom]:
    """Return the pieces without "K9ABC", as radio amateurs are called, before a name.

    >>> text = "K9ABC - Ada Penrose, W4XYZ – Tom Holt"
    >>> [(text[x.start:x.end], x.before) for x in cut_atoms(text, 0, len(text))]
    [('Ada Penrose', ','), ('Tom Holt', ',')]
    """
    found, led = [], False
    for atom in atoms:
        if _CALL_SIGN.fullmatch(text, atom.start, atom.end):
            led = True
            continue
        joined = led and atom.before in "-–—:"
        found.append(atom._replace(before=",") if joined else atom)
        led = False
    return found


_CALL_SIGN = re.compile(r"\b[A-Z]{1,2}[0-9Ø][A-Z]{1,4}\b")


def _parts_cells(text: str, here: int, slash: re.Match[str], end: int) -> bool:
    """Tell whether a slash stands beside a person: "Ada Penrose / Clerk / Tom Holt"."""
    behind = _CELL.match(text, slash.end(), end)
    return _is_person(text[here : slash.start()]) or (
        behind is not None and _is_person(behind[0])
    )


def _is_person(words: str) -> bool:
    """Tell whether a title, an initial or a given name speaks for a person."""
    name = parse_name(words.strip())
    if name is None or not name.given:
        return False
    first = name.given.split()[0].strip(".")
    return bool(name.titles) or len(first) == 1 or is_given(first)


_CELL = re.compile(r"[^/\n,;(]{3,60}")
# "Joseph (Joe) Holt": a name in the midst of a name
_CALLED = re.compile(r"\(([A-Z][a-z]{1,12})\)[ ](?=[A-Z][a-z])")


def trim(text: str, start: int, end: int) -> Range:
    while start < end and text[start] in " \t\n|,;:*•·●▪○_–—-<>~^∑":
        start += 1
    while end > start and text[end - 1] in " \t\n|,;:*_–—-<>~^":
        end -= 1
    return start, end
