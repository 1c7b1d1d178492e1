"""Lists read row by row: which line ends part people, and which lines run on."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable

from minutebook.grammar.affiliations import has_organisation_word, has_role_word
from minutebook.grammar.atoms import trim
from minutebook.grammar.entries import PUBLIC
from minutebook.grammar.knownbodies import is_called_body, is_known_body
from minutebook.grammar.leaps import leaping
from minutebook.grammar.ledbyposts import are_led_by_posts
from minutebook.grammar.listmanner import are_called
from minutebook.grammar.listnames import (
    are_surnames,
    evidence,
    titled_collective,
)
from minutebook.grammar.names import is_given, is_name, parse_name
from minutebook.grammar.rosters import read_column
from minutebook.grammar.samenames import initials_forms
from minutebook.grammar.ticks import TICKS
from minutebook.records import Line, RosterBlock, SourceDocument

MEMBERS = leaping(r"councillors|cllrs|commissioners|aldermen", re.IGNORECASE)


def view_rows(
    source: SourceDocument, block: RosterBlock, lines: list[Line]
) -> tuple[str, bool]:
    """Return the text with the line ends that part nobody made blanks; same length.

    What stands in the block but not in its lines is blanked too. The second value
    tells whether the block lists one person a line.
    """
    text = source.text
    lines = [
        x
        for x in lines
        if not (x.furniture or x.struck or _KEY_CELL.fullmatch(text, x.start, x.end))
    ]
    if not lines:
        return text, False
    widest = max(x.end - x.last_start for x in lines)
    led = _led_by_posts(text, lines, block)
    running = led or _running(text, lines, block)
    leads = not running and sum(
        parse_name(_first_piece(text[x.start : x.end])) is not None for x in lines
    ) >= 0.6 * len(lines)
    chars = list(text[block.start : block.end])
    base, size = block.start, len(chars)
    heads = _heads_of_bodies(text, lines)
    for line, following in itertools.pairwise(lines):
        soft = following.start not in heads and (
            _soft(text, line, following, running, leads, widest)
            or (
                led
                and line.row != following.row
                and not _ENDED.search(text, line.start, line.end)
            )
        )
        tabbed = (
            line.row == following.row and "\n" not in text[line.end : following.start]
        )
        for at in range(max(0, line.end - base), min(size, following.start - base)):
            if not tabbed:
                chars[at] = " " if soft else "\n"
    for mark in _FOOTNOTE.finditer(text, block.start, block.end):
        chars[mark.start() - base] = " "
    for at in _cell_slashes(text, lines):
        if 0 <= at - base < size:
            chars[at - base] = "\t"
    if block.rule == "roster-unheaded":
        for slash in re.finditer(r" /(?= )", text[block.start : block.end]):
            chars[slash.end() - 1] = ","
    for one, other in [] if heads else _paired(text, lines):
        chars[one.end - base : other.start - base] = "\t".ljust(other.start - one.end)
    for at in range(min(size, max(0, lines[0].start - base))):
        chars[at] = " "
    for at in range(max(0, lines[-1].end - base), size):
        chars[at] = " "
    return text[:base] + "".join(chars) + text[block.end :], not running


def _cell_slashes(text: str, lines: list[Line]) -> list[int]:
    """Return where the slashes stand that part the cells of most lines.

    "Ada Penrose / AP / - / Holt Council": initials, or nothing, beside each name.
    """
    found: list[int] = []
    rows = 0
    for line in lines:
        first, *cells = text[line.start : line.end].split(" / ")
        beside = cells[0].strip(" .") if len(cells) > 1 else ""
        letters = beside.isalpha() and beside[:2].isupper() and len(beside) < _LETTERS
        if beside == "-" or (letters and _leads(first)):
            rows += 1
            found += [
                x.start() + 1 for x in _SLASH.finditer(text, line.start, line.end)
            ]
    return found if rows >= _CELLED and 2 * rows >= len(lines) else []


# "Ada Penrose† - Clerk", whose mark a note below the list explains
_FOOTNOTE = re.compile(r"(?<=[\w.)])[†‡§¹²³⁴⁵]")
_SLASH = re.compile(r" /(?= )")
_LETTERS = 5
_CELLED = 3  # rows


def _paired(text: str, lines: list[Line]) -> list[tuple[Line, Line]]:
    """Return the lines of one row: a name, its initials if given, who that is.

    Columns of a table that a conversion wrote cell by cell.
    """
    lines = [x for x in lines if not _heads(text[x.start : x.end])]
    lines = [*itertools.dropwhile(lambda x: not _leads(text[x.start : x.end]), lines)]
    if len(lines) < 6 or len({(x.page, x.row) for x in lines}) < len(lines):
        return []
    rows = _rows_by_turns(text, lines, _leads)
    if sum(map(len, rows)) > 0.6 * len(lines):
        rows = _rows_by_turns(text, lines, _may_lead)
    if sum(map(len, rows)) < min(0.9 * len(lines), len(lines) - 1):
        return []
    return [pair for row in rows for pair in itertools.pairwise(row)]


def _rows_by_turns(
    text: str, lines: list[Line], leads: Callable[[str], bool]
) -> list[list[Line]]:
    """Return the lines in rows that open with a name each; what fits none left out."""
    rows: list[list[Line]] = []
    at = 0
    while at + 1 < len(lines):
        size = 2 + _abbreviates(text, lines[at], lines[at + 1])
        row = lines[at : at + size]
        first, last = (text[x.start : x.end] for x in (row[0], row[-1]))
        if len(row) == size and leads(first) and not _is_other(last):
            rows.append(row)
            at += size
        else:
            at += 1
    return rows


def _may_lead(text: str) -> bool:
    """Tell whether a line could be a name, where lines of names and posts take turns.

    >>> _may_lead("Tess Eastoe"), _may_lead("Estate Manager"), _may_lead("Holt School")
    (True, False, False)
    """
    first = _first_piece(text)
    if has_role_word(first) or has_organisation_word(first):
        return False
    return _leads(text) or parse_name(first) is not None


def _abbreviates(text: str, named: Line, line: Line) -> bool:
    """Tell whether a line is nothing but the initials of the name above it."""
    letters = text[line.start : line.end].strip(" .")
    if not 1 < len(letters) < 5 or not letters.isupper():
        return False
    return letters in initials_forms(text[named.start : named.end])


def _heads(text: str) -> bool:
    """Tell whether a line heads a column or other people, or is empty."""
    return not text.strip() or bool(read_column(text) or _LABEL_END.search(text))


_LABEL_END = re.compile(r":\s?[-–]?\s?$")


def _is_other(text: str) -> bool:
    """Tell whether a line opens with the name of another, and not with a post."""
    first = _first_piece(text)
    return _leads(text) and not has_role_word(text) and not has_organisation_word(first)


def _led_by_posts(text: str, lines: list[Line], block: RosterBlock) -> bool:
    """Tell whether posts and their holders run on over the lines, parted by commas."""
    if len(lines) < 2 or any(_BULLETED.match(text, x.start, x.end) for x in lines):
        return False
    body = " ".join(
        text[max(x.start, block.start) : min(x.end, block.end)] for x in lines
    )
    signs = [-1, *(x.start() for x in re.finditer("[,;]", body)), len(body)]
    pieces = [trim(body, a + 1, b) for a, b in itertools.pairwise(signs)]
    return len(pieces) > len(lines) and are_led_by_posts(body, pieces)


_ENDED = re.compile(r"[,;.:]\s{0,3}$")


_BRACKETED = re.compile(r"\([^()]*(?:\)|$)|\[[^\[\]]*\]|^[^()]*\)")
_PARTED = re.compile(r"[,;]|\band\b|&|\s{1,30}[-–]\s{1,30}")


def _running(text: str, lines: list[Line], block: RosterBlock) -> bool:
    """Tell whether names run on from line to line, parted by commas."""
    if "," in (body := text[block.start : block.end]) and are_called(body):
        return True
    names, ends = 0.0, 0
    alone = int(are_surnames(text[block.start : block.end]))
    for line in lines:
        words = text[max(line.start, block.start) : min(line.end, block.end)]
        bare = _BRACKETED.sub(",", words)
        ends += (
            bare.rstrip(" ,").endswith((";", " and", "&"))
            or words.rstrip().endswith(",")
            or words.rfind("(") > words.rfind(")")
        )
        alone += bool(MEMBERS.search(bare))
        pieces = _PARTED.split(bare)
        known = (parse_name(x, alone=bool(alone)) for x in pieces)
        names += sum(1.0 if alone or evidence(x) else 0.5 for x in known if x)
    if len(lines) > 1 and all(_ends_in_body(text[x.start : x.end]) for x in lines):
        return False
    return names > 1.4 * len(lines) or ends >= max(1, len(lines) / 2)


def _ends_in_body(line: str) -> bool:
    """Tell whether a line ends in whence those before came: "A Bell and T Orr (NHS)".

    >>> _ends_in_body("Ada Penrose and Tom Holt - Mill Trust"), _ends_in_body("Jo Orr,")
    (True, False)
    """
    said = _SAID_LAST.search(line.rstrip(" .*"))
    if said is None:
        return False
    words = said[1].strip()
    known = has_organisation_word(words) or is_known_body(words)
    return known or is_called_body(words, likely=True)


_SAID_LAST = re.compile(
    r"(?:[,(]|\s[-–—]|\b(?:from|of))\s{0,3}(?:the\s)?([A-Z][^,;()]{1,60})\)?$"
)
_OPEN = re.compile(
    r"(?:[&/–-]|\b(?:and|of|the|for|Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Rev"
    r"|Vice|Deputy|Assistant|Senior|Acting|Interim|Managing"
    r"|Cllr|Councillors?)\.?|\b[A-Z]\.)\s{0,30}$"
)


# what the letters of a table mean: "P – Present", "* = attended"
_KEY_CELL = re.compile(
    rf"[A-Z*{TICKS}][a-z]?\s?[=–:-]\s{0, 3}(?:denotes\s)?"
    r"(?:present|attend|apolog|absent|sanction|late|not|did|in\s|deput|substit|left)"
    r"[\w ]{0,30}",
    re.IGNORECASE,
)


_BULLETED = re.compile(r"[•·●▪○*]\s{1,3}(?=\w)")


def _soft(
    text: str,
    line: Line,
    following: Line,
    running: bool,
    leads: bool,
    widest: int,
) -> bool:
    """Tell whether the end of a line parts nobody."""
    words, after = text[line.start : line.end], text[following.start : following.end]
    if following.goes_on(line):
        return not _leads(after)
    if line.row == following.row:
        return False
    if words.rfind("(") > words.rfind(")"):
        return True
    if _BULLETED.match(after) or _opens_side(after) or PUBLIC.match(after):
        return False
    columns = _GAP.search(words) and _GAP.search(after)
    if (columns or not _OPEN.search(words)) and (
        _leads(after) or _about(words, after) or _led_by_post(after)
    ):
        return False
    last = re.split(r"[,;)]|\band\b|&", words)[-1]
    if is_name(last) and has_role_word(after.split()[0] if after.split() else ""):
        return False
    tail = last.strip()
    if _torn(tail, after):
        return True
    if is_name(last) and _names_body(after):
        return False
    if tail and " " not in tail and " " in words.strip():
        broken = is_given(tail) or (
            re.match(r"[A-Z][\w’'-]+\s{0,30}\(", after) and tail[0].isupper()
        )
        if broken and not tail.endswith((".", ":")):
            return True
    if line.wraps:
        return not (leads and parse_name(_first_piece(after)))
    if _OPEN.search(words) or after[:1].islower() or after[:1] in "([{":
        return True
    if not running:
        return False
    if words.rstrip().endswith((",", ";", ".", ":")):
        return False
    return (line.end - line.last_start) >= 0.7 * widest


_GAP = re.compile(r"\S[ ]{4,40}\S")  # "Ada Penrose      Clerk"


def _led_by_post(text: str) -> bool:
    """Tell whether a line is a post and who holds it: "Works Manager: Ada Penrose".

    >>> _led_by_post("Works Manager: Ada Penrose"), _led_by_post("Mill Lane: works")
    (True, False)
    """
    post, colon, holder = text.partition(":")
    if not colon or not post[:1].isupper() or not has_role_word(post):
        return False
    return _leads(holder.strip())


def _names_body(text: str) -> bool:
    """Tell whether a line is the name of a body and nothing else."""
    return (
        text[:1].isupper()
        and 0 < text.count(" ") < 8
        and not re.search(r"[,;()\d]", text)
        and (has_organisation_word(text) or is_called_body(text.strip(" :*_"), True))
        and not has_role_word(text)
    )


def _heads_of_bodies(text: str, lines: list[Line]) -> set[int]:
    """Return where the lines start that name but the body of the people below them.

    Only of a list that opens with such a line: else it may be the end of a long post.
    """
    heads = {
        x.start
        for x, below in itertools.pairwise(lines)
        if _names_body(text[x.start : x.end])
        and _may_lead(text[below.start : below.end])
    }
    return heads if lines[0].start in heads else set()


def _torn(tail: str, after: str) -> bool:
    """Tell whether a line end parts a given name behind a post from its surname."""
    words = tail.split()
    return (
        len(words) > 1
        and has_role_word(words[-2])
        and words[-1][:1].isupper()
        and not has_role_word(words[-1])
        and re.match(r"[A-Z][\w’'-]{1,20}\s{0,3}(?:[.,;(]|$)", after) is not None
        and (is_given(words[-1]) or re.fullmatch(r"[\w’'-]{1,24}\.", after) is not None)
    )


def _opens_side(text: str) -> bool:
    """Tell whether a line opens with a body: "For Holt Council - Cllrs Bell, Pike"."""
    side = _SIDE.match(text)
    return bool(
        side
        and has_organisation_word(side[1])
        and not has_role_word(side[1])
        and (titled_collective(text[side.end() :]) or _leads(text[side.end() :]))
    )


_SIDE = re.compile(r"([A-Z][^:,;(\n]{2,60}?)(?::|\s{1,3}[-–—])\s{1,3}")


def _leads(text: str) -> bool:
    """Tell whether a line opens with the name of another person."""
    name = parse_name(_first_piece(text))
    return name is not None and evidence(name)


_PIECE_ENDS = re.compile(r"[,;(\[\t|]|[ ]{4,}|\s{1,30}[-–]\s{1,30}")


def _first_piece(text: str) -> str:
    return _PIECE_ENDS.split(text.lstrip(" *•·"), maxsplit=1)[0]


def _about(words: str, after: str) -> bool:
    """Tell whether a line says more of the person that the line before opens with."""
    said = re.match(r"\W{0,30}(\w{1,30})\s{1,30}(?:is|was)\s", after)
    return said is not None and words.lstrip(" *•·").startswith(said[1])
