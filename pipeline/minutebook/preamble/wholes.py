"""Gives a board that only its kind names the name of the whole that has it."""

from __future__ import annotations

import re
from dataclasses import replace

from minutebook.preamble.bodykinds import is_authority
from minutebook.preamble.namings import Naming

Named = tuple[Naming, Naming | None]  # the body that met and its authority


def name_whole(body: Naming, council: Naming | None, text: str) -> Named:
    """Return the body with the whole on the line above it, and its authority.

    "Mill Library" above "Board of Trustees" is the Mill Library Board of Trustees, and
    no authority; "Mill Township, Holt County" above it is one.
    """
    if _STUDENTS.search(body.name):
        return body, None
    if not _ANY_BOARD.fullmatch(body.name):
        return _with_area(body, text), council
    above = _line_above(text, body.start)
    if council is None and (place := _TOWNSHIP.match(text, *above)):
        return body, Naming(place["name"], *place.span("name"), "council-above", 5)
    whole = _WHOLE.fullmatch(text, *above)
    other = council is not None and not _same(council, whole)
    if whole is None or other or _is_over(whole["name"]):
        return body, council
    name = f"{' '.join(whole['name'].split())} {body.name}"
    return replace(body, name=name, rule="body-of-whole"), None


# boards that a law or a statute gives to many a body; "Board of Governors" goes alone
_ANY_BOARD = re.compile(r"board of (?:directors|trustees|managers|management)", re.I)
# no authority, whatever its name
_STUDENTS = re.compile(r"\bunion council$", re.I)
# "Mill Library", "THE HOLT TRUST LTD", "Holt Homeowners Association, Inc."
_WHOLE = re.compile(
    r"""[\s#*_|>]{0,60}(?:the\s{1,3})?
    (?P<name>(?-i:[A-Z])[^\n\t:;()]{2,70}?\b(?:library|trust|association
      |society|club|institute|union|museum|company|co-?operative|corporation|federation
      |hospice|charity|league|partners|conservancy)
      (?:,?\ (?:limited|ltd|inc|cic|cio|plc|llc)\b\.?)?)
    (?:\s{0,3}\([A-Z&]{2,10}\))?[\s*_|]{0,20}""",
    re.I | re.X,
)
_TOWNSHIP = re.compile(
    r"""[\s#*_|>]{0,60}(?P<name>(?:[A-Z][\w'’.-]{1,20}\ ){1,3}
      (?:(?i:township|town|village|borough|city)))
    ,\s{1,3}(?:[A-Z][\w'’.-]{1,20}\ ){1,3}(?i:county|co\.)""",
    re.X,
)


def _line_above(text: str, at: int) -> tuple[int, int]:
    """Return where the line with words above that of an offset begins and ends."""
    end = text.rfind("\n", 0, at)
    while end > 0 and not text[text.rfind("\n", 0, end) + 1 : end].strip():
        end = text.rfind("\n", 0, end)
    end = max(end, 0)
    return text.rfind("\n", 0, end) + 1, end


def _is_over(whole: str) -> bool:
    """Tell whether a whole is an authority, to which its board belongs.

    >>> _is_over("Holt Borough Council"), _is_over("Holt NHS Foundation Trust")
    (True, False)
    """
    return is_authority(whole) and not whole.lower().endswith("trust")


def _same(council: Naming, whole: re.Match[str] | None) -> bool:
    """Tell whether what was taken for an authority is the whole, or a part of it."""
    return whole is not None and council.name.lower() in whole["name"].lower()


def _with_area(body: Naming, text: str) -> Naming:
    """Return "Licensing Sub-Committee (Panel B)" where brackets tell it from others."""
    match = _AREA.match(text, body.end)
    if match is None or text[body.start : body.end] != body.name:
        return body
    name = f"{body.name} ({match['area']})"
    return replace(body, name=name, end=match.end())


_AREA = re.compile(
    r"""\ \((?P<area>(?:panel|area|group|division|team|sub-?group)\ \w{1,12}
    |\w{1,12}\ (?:panel|area|division)
    |(?:north|south|east|west|central)
      (?:[\ -](?:north|south|east|west|area|central))?)\)""",
    re.I | re.X,
)
