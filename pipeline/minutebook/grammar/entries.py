"""One person of an attendance list, and what the list says of that person."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from minutebook.grammar.abreast import part_abreast
from minutebook.grammar.affiliations import (
    has_organisation_word,
    has_role_word,
    is_acronym,
    is_chair,
    is_chair_post,
    is_note,
    is_strong,
    split_affiliation,
)
from minutebook.grammar.atoms import Atom, Range, trim
from minutebook.grammar.knownbodies import is_known_body
from minutebook.grammar.names import Name, find_names, letters_behind
from minutebook.grammar.postwords import is_of_kind
from minutebook.grammar.samenames import initials_forms
from minutebook.grammar.sectors import within_sector
from minutebook.grammar.standins import SUBSTITUTE, came_for, stands_in
from minutebook.grammar.ticks import CROSSES, TICKS


@dataclass(slots=True)
class Entry:
    """One person while the list is being read; offsets are into the whole text."""

    name: Name
    roles: list[Range] = field(default_factory=list)
    organisations: list[Range] = field(default_factory=list)
    chair: bool = False
    chair_at: Range | None = None
    initials: str | None = None
    note: str | None = None
    substitute_for: str | None = None
    code: str | None = None
    status: str | None = None
    strong: bool = True  # a title, initials or a common given name speak for it
    bare: bool = True  # nothing has been said of this person yet
    row: int = 0
    heading: Range | None = None  # the body under whose name the person stands
    seat: Range | None = None  # "Trustees" before several, where no more is said
    said: list[Range] = field(default_factory=list)  # affiliations, not yet split


def attach(text: str, entry: Entry, span: Range) -> None:
    """Say of an entry what a piece of text says: chair, initials, role, body."""
    words = text[slice(*span)].strip()
    if not words or _is_nothing_said(text, entry, span, words):
        return
    if not _mark(entry, words, span):
        _affiliate(text, entry, span, words)
    entry.bare = False


def _is_nothing_said(text: str, entry: Entry, span: Range, words: str) -> bool:
    """Tell whether a piece adds nothing: a body's short name, a reason, a sentence."""
    if is_chair(words) or _CHAIRING.match(words):
        return False
    if _is_alias(text, entry, span) or words in entry.name.name.split():
        return True
    return not _says_mark(entry, words) and _is_nothing(words)


def _says_mark(entry: Entry, words: str) -> bool:
    """Tell whether a piece is a mark of its own: initials, a letter, a remark."""
    return (
        is_initials(entry, words)
        or _CODE.fullmatch(words) is not None
        or (SUBSTITUTE.match(words) is not None and not came_for(words))
        or MARK.fullmatch(words) is not None
        or is_note(words)
        or _TOOK_NOTES.fullmatch(words) is not None
    )


def _mark(entry: Entry, words: str, span: Range) -> bool:
    """Enter a piece that is no affiliation, and tell whether it is none."""
    if is_chair(words):
        entry.chair, entry.chair_at = True, span
    elif _CHAIRING.match(words):
        entry.chair = True
    elif is_initials(entry, words):
        entry.initials = words.strip(". ")
    elif _CODE.fullmatch(words):
        entry.code = words
    elif (match := SUBSTITUTE.match(words)) and not came_for(words):
        names = find_names(words, match.end())
        entry.substitute_for = names[0].name if names else entry.substitute_for
    elif match := MARK.fullmatch(words):
        entry.status = match.lastgroup
    elif is_note(words) or _TOOK_NOTES.fullmatch(words):
        entry.note = " ".join(words.split())
    else:
        return False
    return True


def _affiliate(text: str, entry: Entry, span: Range, words: str) -> None:
    """Keep a piece that names a post or a body, or lengthen the one before it."""
    stated = _IS_ROLE.match(words)
    if stated and entry.name.name.startswith(stated[1]):
        shift = len(text[slice(*span)]) - len(words)
        entry.roles.append((span[0] + shift + stated.end(), span[1]))
        return
    last = entry.said[-1] if entry.said else None
    goes_on = last and span[0] >= last[1] and "\t" not in text[last[1] : span[0]]
    if last and goes_on and _GOES_ON.fullmatch(text, last[1], span[0]):
        entry.said[-1] = (last[0], span[1])
    else:
        entry.said.append(_with_chair(text, entry, span))


# what may stand between two parts of one affiliation: ", ", " - ", " (HT), "
_GOES_ON = re.compile(
    r"[\s,]*|\s{0,30}:\s{1,30}|\s{1,30}[-–]\s{1,30}"
    r"|\s{0,30}\([A-Z&]{2,8}\)\s{0,30},\s{0,30}"
)


def _is_alias(text: str, entry: Entry, span: Range) -> bool:
    """Tell whether a bracket shortens the words before it: "Holt Trust (HT)"."""
    letters = text[slice(*span)].replace("&", "")
    if not entry.said or not is_acronym(text[slice(*span)]):
        return False
    before = text[slice(*entry.said[-1])]
    heads = "".join(w[0] for w in re.findall(r"\w{1,30}", before)).upper()
    return text[entry.said[-1][1] : span[0]].strip() == "(" and (
        letters in heads or letters[0] in heads
    )


def _with_chair(text: str, entry: Entry, span: Range) -> Range:
    """Return a span that takes in the "Chair," before it: chair of another body."""
    at = entry.chair_at
    if (
        at is None
        or text[at[1] : span[0]].strip() != ","
        or text[at[0] - 1] in "(["
        or not has_organisation_word(text[slice(*span)])
    ):
        return span
    entry.chair, entry.chair_at = False, None
    return (at[0], span[1])


def _is_nothing(text: str) -> bool:
    """Tell whether what stands behind a name is neither post nor body."""
    return bool(
        (_USER_ID.fullmatch(text) and not has_role_word(text))
        or _NO_BODY.search(text)
        or _QUOTED.fullmatch(text)
        or _RESIDENT.fullmatch(text)
        or (text.startswith("of ") and _is_dwelling(text[3:]))
    )


def _is_dwelling(words: str) -> bool:
    """Tell whether what somebody is "of" is a place to live, not a body.

    >>> [_is_dwelling(x) for x in ("Mill Lane", "5 Mill Rise", "Holt", "Holt Farms")]
    [True, True, True, False]
    """
    named = has_organisation_word(words) or is_known_body(words)
    return not named and _DWELLING.fullmatch(words) is not None


_DWELLING = re.compile(
    r"\d.{0,80}|(?!the\s)\S{1,80}|.{0,80}\b(?:Lane|Road|Street|Avenue|Close|Drive|Court|Crescent|Terrace"
    r"|Way|Place|Ward|Hill|Rise|House|Cottage|Grange|Farm|Row|Gardens|Park)"
)


_RESIDENT = re.compile(
    r"(?:an?\s)?(?:local\s)?(?:resident|parishioner|elector)s?", re.I
)
# (“EO”): what the post is called for short
_QUOTED = re.compile(r"[“\"‘'][A-Z&]{2,8}[”\"’']")


def settle(text: str, entry: Entry) -> None:
    """Split what was said of a person into posts and organisations."""
    for span in entry.said:
        set_affiliation(text, entry, span)
    if len(entry.organisations) > 1 and _is_kind(text, *entry.organisations[:2]):
        del entry.organisations[0]
    if entry.seat and not entry.roles:
        entry.roles.append(entry.seat)
    if entry.heading and not entry.organisations:
        entry.organisations.append(entry.heading)


def _is_kind(text: str, first: Range, second: Range) -> bool:
    """Tell whether a cell says of what kind the body in the next cell is.

    >>> _is_kind("Academies\\tHolt Academy Trust", (0, 9), (10, 28))
    True
    >>> _is_kind("Holt Council\\tHousing Panel", (0, 12), (13, 26))
    False
    """
    words = text[slice(*first)]
    return (
        first[1] <= second[0]
        and "\t" in text[first[1] : second[0]]
        and not is_acronym(words)
        and not has_organisation_word(words)
    )


def say(text: str, entry: Entry, span: Range) -> None:
    """Say of a person what a stretch of text says, and split it."""
    start, end = cut_remark(text, entry, trim(text, *span))
    if whole := _BRACKETED.fullmatch(text, start, end):
        start, end = whole.span(1)
    if not PUBLIC.match(text[start:end]):
        attach(text, entry, trim(text, start, end))
    settle(text, entry)


_BRACKETED = re.compile(r"\(([^()]{1,80})\)")


def cut_remark(text: str, entry: Entry, span: Range) -> Range:
    """Return a cell without the remark in brackets that ends it, which is noted.

    "Roads Officer (item 4 only)", "Holt Council (sub)", "Clerk (minutes)".
    """
    bracket = _ENDS_BRACKETED.search(text, *span)
    if bracket is None or bracket.start() == span[0]:
        return span
    words = bracket[1]
    if not (is_note(words) or _REMARK.match(words) or _TOOK_NOTES.fullmatch(words)):
        return span
    entry.note = " ".join(words.split())
    return trim(text, span[0], bracket.start())


_ENDS_BRACKETED = re.compile(r"\(([^()]{1,60})\)\s{0,3}$")
_REMARK = re.compile(
    r"(?:sub(?:stitute)?s?|deputy|deputising|co-?opted|(?:non-?)?voting|observ(?:er|ing)"
    r"|item|minute|note|part|until|left|joined|by|via|on-?line|remote(?:ly)?|virtual(?:ly)?)\b",
    re.IGNORECASE,
)


def set_affiliation(text: str, entry: Entry, span: Range) -> None:
    found = split_affiliation(text[slice(*span)])
    base = span[0]
    if found.role:
        role = (base + found.role[0], base + found.role[1])
        rest = text[slice(*role)]
        if is_chair(rest) and found.organisation is None:
            entry.chair = True
        else:
            entry.roles.append(role)
    if found.organisation:
        body = (base + found.organisation[0], base + found.organisation[1])
        words = text[slice(*body)]
        if is_chair(words):
            entry.chair = True
        elif is_body(words):
            entry.organisations.append(body)


def set_role(text: str, entry: Entry, span: Range) -> None:
    words = text[slice(*span)]
    if is_chair(words):
        entry.chair = True
    elif abreast := part_abreast(text, *span):
        post, body = abreast
        entry.roles.append(post)
        entry.organisations.append(body)
    elif parted := behind_comma(text, span):
        post, body = parted
        entry.roles.append(post)
        entry.organisations.append(body)
    elif not IGNORED.fullmatch(words):
        entry.roles.append(span)


def behind_comma(text: str, span: Range) -> tuple[Range, Range] | None:
    """Return where a post and the body behind its comma stand, None if not both.

    >>> text = "Roads Officer, Holt Council"
    >>> [text[a:b] for a, b in behind_comma(text, (0, len(text)))]
    ['Roads Officer', 'Holt Council']
    >>> behind_comma("Director, Roads Directorate", (0, 27)) is None
    True
    """
    words = text[slice(*span)]
    found = split_affiliation(words) if "," in words else None
    if found is None or found.role is None or found.organisation is None:
        return None
    post, body = found.role, found.organisation
    if post[0] > body[0] or not is_strong(words[slice(*body)]):
        return None
    last = words[slice(*body)].split()[-1].casefold()
    if last in ("centre", "centres") or is_of_kind(last, "inner"):
        return None  # a department of the body that met
    base = span[0]
    return (base + post[0], base + post[1]), (base + body[0], base + body[1])


def set_cell(text: str, entry: Entry, span: Range) -> None:
    """Say of a person what the cell of a column of posts says, with none of bodies.

    What is neither initials nor whom somebody came from is a post, known or not.
    """
    words = text[slice(*span)].strip()
    if is_initials(entry, words):
        entry.initials = words.strip(". ")
    elif _is_whence(words):
        set_affiliation(text, entry, trim(text, *span))
    elif not _has_letters(words):
        set_post(text, entry, span)


def _is_whence(words: str) -> bool:
    """Tell whether a cell names a body, alone or behind a post.

    >>> cells = ("Holt Trust", "Clerk, Holt Trust", "Chair", "CEO", "Church Evangelist")
    >>> [_is_whence(x) for x in cells]
    [True, True, False, False, False]
    """
    found = split_affiliation(words)
    if found.organisation is None or _NOTHING.fullmatch(words):
        return False
    body = words[slice(*found.organisation)]
    if found.role is not None:
        return True
    ends = has_organisation_word(body.split()[-1]) or " of " in body
    return ends and is_strong(body) and not is_acronym(body)


def set_post(text: str, entry: Entry, span: Range) -> None:
    """Say of a person what the cell of a column of posts says."""
    words = text[slice(*span)].strip()
    if match := SUBSTITUTE.match(words):
        names = find_names(words, match.end())
        entry.substitute_for = names[0].name if names else None
    elif not is_note(words) and not _NOTHING.fullmatch(words):
        set_role(text, entry, _without_chair(text, entry, span))


def _without_chair(text: str, entry: Entry, span: Range) -> Range:
    """Return a post without the "(Chair)" or ", Chair" behind it, of the person."""
    behind = _BEHIND_POST.search(text, *span)
    if not behind or behind.start() == span[0]:
        return span
    if not is_chair(behind["bracket"] or behind["rest"]):
        return span
    entry.chair = True
    return (span[0], behind.start())


_BEHIND_POST = re.compile(
    r"(?:\s{0,3}\((?P<bracket>[^()]{2,30})\)|\s{0,3}[,/&]\s{1,3}(?P<rest>[^,()/&]{2,30}))\s{0,3}$"
)


def set_body(text: str, entry: Entry, span: Range) -> None:
    """Say of a person what the cell of a column of bodies says."""
    span = within_sector(text, cut_remark(text, entry, span))
    words = text[slice(*span)].strip()
    if _SEAT.fullmatch(words) and not entry.roles:
        entry.roles.append(span)
        return
    if _NOTHING.fullmatch(words) or IGNORED.fullmatch(words):
        return
    found = split_affiliation(words)
    both = found.role is not None and found.organisation is not None
    if (both or has_role_word(words)) and not entry.roles:
        set_affiliation(text, entry, span)
    else:
        entry.organisations.append(span)


_SEAT = re.compile(r"(?:independent|lay|co-?opted|associate) (?:member|person)", re.I)


_LETTERS = re.compile(r"[A-Z]{1,2}[A-Za-z]{0,3}|(?:[A-Z]\.){2,4}")
_NAME_PARTS = re.compile(r"[^\W\d_]{1,40}")


def is_initials(entry: Entry, text: str) -> bool:
    letters = text.strip(". ")
    if not _LETTERS.fullmatch(letters):
        return False
    plain = letters.replace(".", "").upper()
    if not entry.name.given and len(plain) == 2 and entry.name.titles:
        return plain[1] == entry.name.surname[:1].upper()  # "Lord Penrose (JP)"
    if " " not in entry.name.name and len(plain) > 2:
        return False
    forms = initials_forms(entry.name.name)
    parts = "".join(x[0] for x in _NAME_PARTS.findall(entry.name.name))
    if plain in forms or plain == parts.upper():
        return True
    if len(plain) == 3 and plain[0] + plain[2] in forms:
        return True  # "JSC": a middle name that the list leaves out
    first = entry.name.name[:1].upper()
    return plain[0] == first and any(plain.startswith(f) for f in forms if f)


def is_small(entry: Entry, text: str) -> bool:
    """Tell whether a piece of a bracket stands for itself: "AP", "online"."""
    return (
        is_chair(text)
        or _CHAIRING.match(text) is not None
        or is_initials(entry, text)
        or is_note(text)
        or is_chair_post(text)
        or bool(_USER_ID.fullmatch(text))
        or stands_in(text)
    )


def names_field(text: str, last: Entry, atom: Atom) -> bool:
    """Tell whether a bracket ends a post: "Staff Governor (Nursing)"."""
    if not last.said:
        return False
    inside = text[atom.start : atom.end]
    between = text[last.said[-1][1] : atom.start]
    return (
        between.strip() == "("
        and has_role_word(text[slice(*last.said[-1])])
        and is_field(inside)
        and not is_small(last, inside)
    )


def is_field(inside: str) -> bool:
    """Tell whether a bracket may name the field of a post: "(Nursing)"."""
    return (
        len(inside) > 3
        and inside[0].isupper()
        and not has_organisation_word(inside)
        and not is_strong(inside)
        and not has_role_word(inside)
        and not is_note(inside)
        and not any(c.isdigit() for c in inside)
    )


def is_body(words: str) -> bool:
    """Tell whether what stands behind a person and is no post may be a body.

    >>> is_body("Holt Farms"), is_body("horse riding"), is_body("MBE")
    (True, False, False)
    """
    if len(words) < 2 or IGNORED.fullmatch(words) or _SAID.search(words):
        return False
    if words not in _BODIES and _has_letters(words):
        return False
    if words[0] in "“\"‘'" and re.fullmatch(r"\W?[A-Z]{2,5}\W?", words):
        return False  # what the post before it is for short
    if words[0].islower():
        return has_organisation_word(words.split()[-1])  # no "town council business"
    return True


def _has_letters(words: str) -> bool:
    """Tell whether words are but letters behind a name: "MBE", "D.O., MSBA"."""
    letters = letters_behind()
    return all(x.strip(" .").casefold() in letters for x in words.split(","))


_BODIES = ("CIPFA", "RIBA", "AICP", "FACP")  # whose members write them behind names

# words of sentences: "The meeting commenced", "Cllr Bell substituted", "be accepted"
_SAID = re.compile(
    r"\b(?:commenced|substituted|reports|was|were|be|is|arrived|joined|left|accepted"
    r"|received|noted|outlined|presented)\b"
)


_NUMBER = r"""(?: \d{1,9} | an? | no | one | two | three | four | five | six | seven
      | eight | nine
      | ten | eleven | twelve | several | some | many )"""
PUBLIC = re.compile(
    rf"""
    others? \b (?= \s{{0,3}} (?:$|[.,;]|per\b|as\b|not\b|who\b|from\b))
    | (?: {_NUMBER} (?=\s) | members? | representatives? )
    \b .{{0,60}}? \b (?: public | (?:committee|council|board)\s{{1,30}}members
      | residents? | parishioners? | (?:home|unit\s|lot\s)owners? | electors?
      | press | pupils
      | visitors? | guests | officers? | students | journalists? | governors?
      | trustees?
      | employees | parents | teachers | neighbours | farmers | stallholders
      | shareholders | tenants | volunteers | reporters? | spectators | attendees ) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
# "Ada is chair of the Data Panel", said below the line that lists her
_IS_ROLE = re.compile(
    r"([A-Z]\w{1,30})\s{1,30}(?:is|was)\s{1,30}(?:the\s{1,30}|a\s{1,30})?"
)
# who apologised for coming late came: "Tom Holt (for lateness)"
LATE = re.compile(
    r"\b(?:for\s{1,9})?(?:lateness|late\s{1,9}arrival|arriving\s{1,9}late"
    r"|leaving\s{1,9}early|early\s{1,9}departure)\b",
    re.IGNORECASE,
)
MARK = re.compile(
    r"(?P<apologies>apols?\.?|apolog(?:y|ies)(?:\s{1,30}(?:sent|received))?|regrets|excused)"
    r"|(?P<absent>absent|not\s{1,30}present|did\s{1,30}not\s{1,30}attend)|(?P<present>present|attended)",
    re.IGNORECASE,
)
# no post and no body: a reason, a count, a date
_NO_BODY = re.compile(
    r"^\W{0,30}(?:\d|as\b|due\b|thereafter\b|(?:for\s{1,3}|with\s{1,3})?whom?\b|which\b|because\b|owing\b|was\b|were\b|had\b|and\s{0,30}$"
    r"|Mrs?\.?$|Ms\.?$|in\s{1,30}attendance|[Ii]n\s{1,3}the\s{1,3}absence)"
    r"|\b(?:19|20)\d\d\b|\s(?:was|were|had|will|would|arrived|joined|left)\s"
)
_USER_ID = re.compile(r"[a-z]{2,5}\d{1,5}|[a-z]{3,10}")
# "(chairing in the absence of Ann Bell)", "(presided until item 4)"
_CHAIRING = re.compile(
    r"\W{0,3}(?:(?:who\s{1,30})?(?:chairing|chaired|presiding|presided)\b"
    r"|(?:in\s{1,3}the\s{1,3})?[Cc]hair(?:man|woman|person)?\s{1,3}"
    r"(?:from|for|until|to)\s{1,3}(?:minutes?|items?)\b)"
)
_NOTHING = re.compile(
    r"\W{0,30}|n/?a|none|individual|self|resident"
    r"|independent(?:\s(?:co-?opted|lay|voting|appointed)){0,2}"
    r"(?:\s{1,30}(?:member|person|representative))?",
    re.IGNORECASE,
)
_TOOK_NOTES = re.compile(
    r"\W{0,3}(?:taking\s|taker\sof\s)?(?:the\s)?(?:minutes|notes)(?:\staken)?\W{0,3}",
    re.I,
)
_CODE = re.compile(rf"[YNPASDLX{TICKS}{CROSSES}]|A[bp]|Pr|Yes|No|[-–]")
IGNORED = re.compile(
    r"(?:co-?opted|parent|staff|foundation|community|LA|ex[ -]?officio|vacant"
    r"|(?:\w{2,10}[ -])?(?:elected|appointed))\W{0,30}"
    r"|(?:the\s{1,30})?(?:(?:parish|town|county|borough|district|city|ward|community|local)\s{1,30})?"
    r"(?:councillors?|cllrs?|members?|present|member\s{1,30}of\s{1,30}the\s{1,30}public|minutes|via.*"
    r"|committee\s{1,30}members?|board\s{1,30}members?|chair(?:man|person|woman)?)\W{0,30}",
    re.IGNORECASE,
)
