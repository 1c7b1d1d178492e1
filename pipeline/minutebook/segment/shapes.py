"""Finds lists of people whose label is known by its shape alone: "On call: ..."."""

from __future__ import annotations

import re

from minutebook.grammar.affiliations import has_organisation_word, has_role_word
from minutebook.grammar.listnames import evidence, name_behind_role, titled_collective
from minutebook.grammar.names import Name, find_names, parse_name
from minutebook.grammar.rosters import Label
from minutebook.grammar.samenames import initials_forms

# "On call:", "Oifigigh:", "Sent apols:", "Councillors who joined by phone -"
_SHAPE = re.compile(
    r"""
    [\s>|*•·●_#-]{0,9}
    (?P<group> [A-ZÁÉÍÓÚÀÈÌÒÙ][\w’'-]{1,20} (?: [ ][\w’'/&-]{1,16} ){0,5} )
    (?: [ ]{0,3}\( [^()\n]{0,40} \) )?
    \s{0,9} [*_|]{0,4} \s{0,9} (?P<sign> : [–-]? | \t | [ ]{3,} | $ )
    """,
    re.VERBOSE,
)
# what such a label is, when names follow it, that lists nobody who came
_OTHER = re.compile(
    r"""
    \b (?: distribut\w* | circulat\w* | cop(?:y|ies) | cc | to | from | by | contact\w*
      | author\w* | report\w* | propos\w* | second\w* | mov(?:ed|er) | motion\w*
      | vot\w* | ayes? | nays? | noes | for | against | abst\w* | signed | subject
      | applica\w* | agents? | venue | location | place | where | held | actions?
      | owners? | lead | interests? | declar\w* | elected | elections? | nominat\w*
      | nominees? | appoint\w* | question\w* | item | re | ref | date | (?<!-)time
      | membership | quorum | vacanc\w* | enquir\w* | officer | drafted | published
      | tel | telephone | email | website | photo\w* | thanks | payee | payments?
      | substitut\w* | deputi\w* | title | name | result | resolved | agreed
      | absent | present | apologies ) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_AWAY = re.compile(
    r"apol|regret|excus|sorry|unable|not\sable"
    r"|\b(?:could|can|are|were|was)\s?(?:no|n['’]?)t\b"
    r"|unavailable|leave",
    re.IGNORECASE,
)
# without a colon a heading counts by its words: "Who could not come", "Adults who came"
_CAME = re.compile(
    r"\b(?:came|come|joined|attend\w*|there|here|members|officers|staff|advis[eo]rs"
    r"|guests|visitors|observers|representatives|councillors|trustees|governors)$",
    re.IGNORECASE,
)
_MISSING = re.compile(r"absent|missing|not\s(?:there|here)|did\s?n", re.IGNORECASE)
_FIRST = re.compile(r"[,;(\[|\n\t]|\s[-–—]\s|\s(?:and|&)\s")


def read_shape(text: str, start: int, end: int, below: str = "") -> Label | None:
    """Return the label of unknown words that names of people follow, else None.

    `below` is the line below, read where nothing stands behind the label.

    >>> read_shape("On call: Ada Penrose (AP), Tom Holt (TH)", 0, 40).group
    'On call'
    >>> read_shape("Couldn't dial in: Ada Penrose, Tom Holt", 0, 39).status
    'apologies'
    >>> read_shape("Distribution: Ada Penrose, Tom Holt", 0, 35) is None
    True
    """
    match = _SHAPE.match(text, start, end)
    if not match:
        return None
    group = " ".join(match["group"].split())
    if _OTHER.search(group) and not _AWAY.search(group):
        return None
    if not match["sign"] and not (_CAME.search(group) or _AWAY.search(group)):
        return None
    if has_organisation_word(group):
        return None  # "Holt Council: Ada Penrose" says where she is from
    if has_role_word(group.split()[-1]) and not group.endswith("s"):
        return None  # "Head of Housing: Tom Holt" is one post and its holder
    rest = text[match.end() : end].strip(" \t|*_") or below
    if parse_name(group) and evidence(parse_name(group)):  # type: ignore[arg-type]
        return None
    if not lists_people(rest):
        return None
    status = "present"
    if _AWAY.search(group):
        status = "apologies"
    elif _MISSING.search(group):
        status = "absent"
    return Label("present", status, group, match.start("group"), match.end(), True)


def read_table_label(text: str, start: int, end: int, beside: str) -> Label | None:
    """Return the label in the first cell of a row of a table that lists who came.

    >>> read_table_label("For the Applicant:", 0, 18, "Mr Tom Holt (agent)").group
    'For the Applicant'
    >>> read_table_label("Copies to:", 0, 10, "Mr Tom Holt (agent)") is None
    True
    """
    match = _CELL.fullmatch(text, start, end)
    if not match or _SENT_TO.search(match["group"]) or not lists_people(beside):
        return None
    group = " ".join(match["group"].split())
    return Label("present", "present", group, match.start("group"), end, True)


_CELL = re.compile(r"\s{0,9}(?P<group>[A-Z][\w’'/ &-]{2,40}?)\s{0,3}:\s{0,9}")
_SENT_TO = re.compile(
    r"\b(?:distribut\w*|circulat\w*|cop(?:y|ies)|cc|to|venue|apolog\w*|absen\w*|subject"
    r"|author|(?:prepared|written|drafted|reported|moved|proposed|seconded) by)\b",
    re.IGNORECASE,
)


def lists_people(text: str) -> bool:
    """Tell whether a text opens with a person of a list, on good evidence.

    >>> lists_people("Cllrs Penrose and Holt"), lists_people("Ada Penrose, Clerk; Bo")
    (True, True)
    >>> lists_people("Ada Penrose spoke of the weather")
    False
    """
    text = text[:300]
    if titled_collective(text):
        return True
    first = _FIRST.split(text, maxsplit=1)[0].strip(" .:*")
    name = parse_name(first)
    if name is None and has_role_word(first):
        led = name_behind_role(first, 0, len(first))  # "Chief Constable S Holt"
        name = led[1] if led and led[1].start > len(first) // 3 else None
    if name is None or not (evidence(name) or _is_listed(text, name)):
        return False
    return len(first) < len(text.strip(" .:*")) or len(find_names(text)) == 1


def _is_listed(text: str, name: Name) -> bool:
    """Tell whether what stands behind a name speaks for it: initials, names."""
    after = text[name.end :].lstrip()
    letters = _INITIALS.match(after)
    if letters and letters[1].upper() in initials_forms(name.name):
        return True
    pieces = _PARTS.split(after)[1:]
    found = (parse_name(_FIRST.split(x, maxsplit=1)[0].strip()) for x in pieces[:3])
    return any(x is not None and evidence(x) for x in found)


_INITIALS = re.compile(r"\(([A-Z]{2,4}[a-z]?)\)")
_PARTS = re.compile(r"[,;\n]|\s(?:and|&)\s")


# "Councillor A Holt (Mayor) in the Chair; Councillors Bell, Pike and Mrs Ashby."
_OPENING = re.compile(
    r"\W{0,3}(?P<who>[A-Z][^\n:]{3,200}?)\bin\s{1,3}the\s{1,3}chair\)?\s{0,3}[;:,.–-]\s{0,3}"
    r"(?=(?:and\s{1,3})?(?:Councillors|Cllrs|Aldermen|Messrs|Mr|Mrs|Ms|Dr|[A-Z]))",
    re.IGNORECASE,
)


def opens_with_chair(text: str, start: int, end: int) -> bool:
    """Tell whether a line lists who came with no label: "Mr A Holt in the Chair; ...".

    >>> line = "Councillor A Holt in the Chair; Councillors Bell, Pike and Ashby."
    >>> opens_with_chair(line, 0, len(line))
    True
    >>> line = "Mr Holt said that he had been in the chair; Mr Bell agreed."
    >>> opens_with_chair(line, 0, len(line))
    False
    """
    chaired = text.find("hai", start, end) > 0 or text.find("HAI", start, end) > 0
    match = _OPENING.match(text, start, end) if chaired else None
    if not match or _SAYING.search(text[start:end]):
        return False
    return bool(find_names(match["who"])) and lists_people(
        text[match.end() : end].removeprefix("and ")
    )


_SAYING = re.compile(
    r"\b(?:said|was|were|is|are|had|has|that|agreed|noted|thanked|took|resolved)\b"
)
# "* = Present", "(* denotes attendance)", "those marked * were present"
_STARS = re.compile(
    r"\*\s{0,3}(?:=|[-–:]|denotes?|indicates?|means)?\s{0,3}"
    r"(?:those\s|members?\s|were\s){0,3}(?:present|attend)",
    re.IGNORECASE,
)


def find_legend(text: str, reach: int = 3000) -> int | None:
    """Return where the words end that say what a star beside a name means.

    >>> find_legend("Members (* = present)"), find_legend("* Present: Ada Penrose")
    (20, None)
    """
    match = _STARS.search(text, 0, reach)
    if not match or text[match.end() : match.end() + 1] == ":":
        return None
    told = match[0].strip("* ")[:1] not in "pP"
    bracketed = "(" in text[max(0, match.start() - 2) : match.start()]
    ends = told or bracketed or _ALONE.match(text, match.end())
    return match.end() if ends else None


_ALONE = re.compile(r"(?<=\bpresent)[.)]?\s{0,3}(?:\n|\Z)", re.IGNORECASE)
