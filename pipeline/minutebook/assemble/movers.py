"""Finds who proposed and who seconded: the grammar of motions."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TITLE = (
    r"(?:(?:Councill?ors?|Cllrs?|Cr|Mr|Mrs|Ms|Miss|M/s|Dr|Prof|Professor|Rev|Sir|Dame"
    r"|Lady|Lord|Member|Trustee|Supervisor|Commissioner|Alderman|Ald|Mayor|Deputy"
    r"|Chairperson|Chairman|Chair|President|Vice|Shire|The|the|Treasurer|Secretary"
    r"|Director|Governor)\b\.?\s*){0,4}"
)
_UP = "A-ZÀ-ÖØ-Þ"
_LOW = "a-zà-öø-ÿ"
_WORD = rf"(?:[{_UP}][\w’'`-]{{1,24}}|d[’'][{_UP}]\w+)"
_PARTICLE = r"(?:(?:de|van|von|der|den|la|le|da|di|Uí|Ní|Ó|Mac|Mc|St\.?)\s+)?"
_INITIALS = rf"(?:(?:[{_UP}]\.?\s?){{1,3}}(?=\s?[{_UP}][\w’']))"
# "A. Penrose"  "Ada Penrose"  "Penrose"  "AP"  "K Holt"  "Holt (J)"
NAME = rf"""(?:
    {_INITIALS}\s?{_PARTICLE}{_WORD}(?:\s{_WORD})?
  | {_WORD}\s(?:[{_UP}]\.?\s)?{_PARTICLE}{_WORD}(?:\s{_WORD})?
  | {_WORD}(?:\s?\([{_UP}]\))?
  | [{_UP}]{{2,3}}[a-z]?\b(?![{_LOW}])
)"""
_STOP = (
    r"(?!(?i:that|the|and|to|it|this|all|carried|seconded|proposed|councill?ors?"
    r"|council|motion|approved|resolved|unanimous|none|both|members?|he|she|they|we|his"
    r"|her|leader|january|february|march|april|june|july|august|september|october"
    r"|november|december)\b|an?\b|I\s)"
)

_MOVER = re.compile(
    rf"""
    (?: \b(?:[Pp]roposed|PROPOSED|[Mm]oved|MOVED|[Nn]ominated|[Aa]pproved|[Pp]roposer
    |[Pp]roposal
        | [Mm]otion | MOTION | [Pp]rop | Mover | MOVER | [Ii]ntroduced ) \b\.?
        (?: \s+ (?:as\s+correct\s+)? (?:\(by\sproxy\)\s)? (?:by|of|from|was\s+made\s+by
        |made\s+by) \b | \s?[:–-] )? \s* [:.–-]? \s*
      | (?i:on\s+the\s+(?:motion|proposal|proposition|nomination)\s+of)\s+
    )
    {_TITLE} {_STOP} (?P<name>{NAME})
    """,
    re.VERBOSE,
)
_SECONDER = re.compile(
    rf"""
    \b(?: [Ss]econded | SECONDED | SECONDER | 2nd(?:ed)? | [Ss]econd(?=\s+by|\s?:
    |\s+[A-Z]) | [Ss]ec | [Ss]econder | Supported(?=\s+by)
    | (?<=,\s)supported(?=\s+by)) \b\.?
    (?: \s+ (?:by|from) \b )? \s* [:.–-]? \s*
    {_TITLE} {_STOP} (?P<name>{NAME})
    """,
    re.VERBOSE,
)
# "Cllr Ada Penrose proposed", "AP moved", "Tom Holt then seconded"
_DOES = re.compile(
    rf"""
    (?<![\w.]) {_TITLE} {_STOP} (?P<name>{NAME}) \s+ (?:also\s+|then\s+|duly\s+)?
    (?P<verb> proposed | moved | nominated | seconded | made\s+(?:a|the)\s+motion
    | offered )\b
    """,
    re.VERBOSE,
)
# "A. Penrose (motion), T. Holt (second)"
_BRACKETED = re.compile(
    rf"(?P<mover>{NAME})\s*\((?:motion|moved?r?|prop\w*)\)[,;\s]{{1,3}}(?:and\s)?"
    rf"(?P<seconder>{NAME})\s*\((?:second\w*|sec)\)",
    re.VERBOSE,
)
# "R2024-031 A. Penrose, T. Holt: That"
_NUMBERED = re.compile(
    rf"(?:R|Res(?:olution)?\.?|Motion)\s?[#]?\s?(?:\d{{2,4}}[-/])?\d{{1,4}}(?:[-/]"
    rf"\d{{1,4}})?:?\s+"
    rf"(?P<mover>{NAME}),?\s(?:and\s)?(?P<seconder>{NAME}):(?:\s|$)",
    re.VERBOSE,
)
# "moved as correct by Ada Penrose and Tom Holt", "Proposed by AP and seconded TH"
_BOTH = re.compile(
    rf"\b(?:[Mm]oved|[Pp]roposed|[Aa]pproved)\s(?:as\s(?:a\s)?correct\s(?:record"
    rf"\s)?)?by\s{_TITLE}"
    rf"(?P<mover>{NAME})\sand\s{_TITLE}{_STOP}(?P<seconder>{NAME})(?!\s*\()",
    re.VERBOSE,
)
# without one of its cues no pattern can match: looked for first, since that is quick
_PAIRS = (
    ((":",), _NUMBERED),
    (("(sec",), _BRACKETED),
    (("moved", "proposed", "approved"), _BOTH),
)
_MOVER_CUES = ("prop", "move", "motion", "nominat", "approved", "introduced")
_SECONDER_CUES = ("sec", "2nd", "supported")
_DOES_CUES = ("proposed", "moved", "nominated", "seconded", "made", "offered")
_TRAILING = re.compile(
    r"\s(?:That|Seconded|Second|Proposed|Carried|Resolved|Motion|All|And|The|To"
    r"|Unanimous\w*|Approved"
    r"|Sec|It|This|Agreed|Councillors?|Cllrs?|Council|Board|Noted|Vote|Votes?|Ayes?"
    r"|Nays?|Yes|No)$"
)


@dataclass(frozen=True, slots=True)
class Motion:
    """Who moved and who seconded, as written without title, and where that is said."""

    mover: str | None
    seconder: str | None
    start: int
    end: int
    mover_at: int = -1  # where the names begin; -1 where there is none
    seconder_at: int = -1


# a motion whose mover has no name: "A motion was made to approve the minutes"
UNNAMED = re.compile(
    r"\b(?:[Mm]otion\s+(?:was\s+)?made|made\s+(?:a|the)\s+motion|[Mm]oved\s+(?:to|that)"
    r"|[Mm]otion\s+to)\b"
)


def find_motion(text: str, start: int, end: int) -> Motion | None:
    """Return the first mover and seconder named between two offsets.

    >>> motion = find_motion("Proposed by Cllr A Penrose, seconded by Mrs Holt.", 0, 49)
    >>> motion.mover, motion.seconder
    ('A Penrose', 'Holt')
    >>> find_motion("Cllr Penrose reported on the bench.", 0, 35)
    """
    words = text[start:end].lower()
    for cues, pattern in _PAIRS:
        match = pattern.search(text, start, end) if _holds(words, cues) else None
        if match:
            names = clean_name(match["mover"]), clean_name(match["seconder"])
            at = match.start("mover"), match.start("seconder")
            return Motion(*names, match.start(), match.end(), *at)
    moved = seconded = None
    if _holds(words, _MOVER_CUES):
        moved = _MOVER.search(text, start, end)
    if _holds(words, _SECONDER_CUES):
        seconded = _SECONDER.search(text, start, end)
    if _holds(words, _DOES_CUES):
        for match in _DOES.finditer(text, start, end):
            if match["verb"].startswith("second"):
                seconded = seconded or match
            elif moved is None or match.start() < moved.start():
                moved = match
    found = [x for x in (moved, seconded) if x]
    if not found:
        return None
    return Motion(
        clean_name(moved["name"]) if moved else None,
        clean_name(seconded["name"]) if seconded else None,
        min(x.start() for x in found),
        max(x.end() for x in found),
        moved.start("name") if moved else -1,
        seconded.start("name") if seconded else -1,
    )


def _holds(words: str, cues: tuple[str, ...]) -> bool:
    """Say whether any of the cues stands in words of small letters."""
    return any(x in words for x in cues)


def clean_name(name: str) -> str:
    """Return a name as written, white space folded; "Holt (J)" becomes "J. Holt"."""
    name = _TRAILING.sub("", " ".join(name.split()))
    marked = re.fullmatch(r"(.+?)\s?\(([A-Z])\)", name)
    return f"{marked[2]}. {marked[1]}" if marked else name.strip(" .,;:")
