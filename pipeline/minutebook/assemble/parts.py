"""Cuts what is decided into its lettered or numbered parts."""

from __future__ import annotations

import itertools
import re

from minutebook.assemble.scope import Scope, strip_end
from minutebook.grammar.romans import ROMANS
from minutebook.records import Span

# "(1) That", "(b) to", "ii. the", "2) That": the parts of a resolution
PART = re.compile(
    r"""(?:(?<=^)|(?<=[\s.;:]))
    (?: \( (?:\d{1,2}|[a-z]|[ivx]{1,4}) \) | (?:\d{1,2}|[a-z]
    |[ivx]{2,4}) [.)] (?=\s+[A-Z“‘"]|\s+to\s|\s+that\s
        |\s+[a-z]{3,14}s\s+(?:the|an?|that|it|its|[A-Z£$€\d])
        |\s+(?:approve|adopt|note|accept|receive|endorse|confirm|award|grant|decline
        |refuse|delegate|authorise|authorize|instruct|request|recommend|appoint|agree
        |refer|defer|support|direct|leave)s\s)
    # "that:- a) the report be received; b) the Clerk be thanked; and c) a"
    | (?<=[:;-]\s) (?:\d{1,2}|[a-z]|[ivx]{2,4}) [)] (?=\s+[a-z])
    | (?<=;\sand\s) (?:\d{1,2}|[b-z]|[ivx]{2,4}) [)] (?=\s+[a-z])
    | [A-K] [.)] (?=\s+(?:That|THAT|To)\s) | [•·●▪➢➤►] )
    \s*(?=\S)""",
    re.VERBOSE,
)
# "(ii)" alone, in a column of its own
LONE_MARK = re.compile(
    r"\s{0,6}(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|[•·●▪➢➤►◦–-])\s{0,6}"
)
# "a", alone in the cell before what it marks
_BARE_MARK = re.compile(r"\s{0,6}(?:\d{1,2}|[a-z]|[ivx]{1,4}|[IVX]{1,4})\s{0,6}")
_OPENS_PART = re.compile(
    r"\s{0,12}(?:\((?:\d{1,2}|[a-z]|[ivx]{1,4})\)(?!\s+of\s)|(?:\d{1,2}|[a-z]|[ivx]{1,4}|[IVX]{1,4})[.)]\s"
    r"|[•·●▪➢➤►◦]|[-–]\s|(?:That|THAT|“That|\"That|To)\s)"
)
# a lead that decides already: what is listed under it are conditions or particulars
DECIDED_LEAD = re.compile(
    r"\b(?:be|is|are|was|were)\s+(?:\w+ly\s+)?(?i:granted|approved|refused|agreed|made"
    r"|paid|adopted|accepted|appointed|given|permitted)\b"
)
# "the following accounts": the lead says what is decided, the list only whose
_NAMES_THINGS = re.compile(
    r"\bfollowing\s+[a-z]{3,}|\b(?:accounts|payments|invoices|cheques|bills|expenditure)\b",
    re.IGNORECASE,
)
_SERIES = {
    at: (str(at + 1), chr(97 + at), ROMANS[at] if at < len(ROMANS) else "")
    for at in range(26)
}
_DECIDES = re.compile(
    r"\b(?:be|to|that|will|shall|should|is|are|was|were|not|no(?!\.?\s?\d))\b"
    r"|^\W*\w{1,3}\W+(?:approve|adopt|note|agree|accept|receive|endorse|confirm"
    r"|delegate|authori[sz]e|instruct|request|recommend|appoint|refer|defer|support"
    r"|invite|thank|grant|refuse|decline|adjourn|award|direct|leave)(?:s|es|d|ed)?\b",
    re.IGNORECASE,
)


def cut_parts(
    text: str, begin: int, end: int
) -> tuple[list[tuple[int, int]], Span | None]:
    """Cut "Agreed: (1) ... (2) ..." into parts; the first keeps the lead."""
    marks = [m for m in PART.finditer(text, begin, end) if m.start() - begin > 3]
    marks = _in_sequence(marks)
    if not marks or DECIDED_LEAD.search(text, begin, marks[0].start()):
        return [], None  # "... be granted subject to: (i) ..." is one decision
    edges = [begin, *(m.start() for m in marks[1:]), end]
    parts = [(a, strip_end(text, a, b)) for a, b in itertools.pairwise(edges)]
    if not all(_DECIDES.search(text[a:b]) for a, b in parts[1:]):
        return [], None  # a list of things, not of decisions
    return parts, None


# "It was agreed:", "The Board resolved:-", "RESOLVED that", "it was decided to –"
_LEADS = re.compile(
    r"(?::\s?[-–—]?|\s[-–—]|\s(?:that|to)|\s(?:RESOLVED|AGREED|RECOMMENDED))\s*$"
)
_LED_BY = (
    ":",
    "-",
    "–",
    "—",
    "that",
    "to",
    "RESOLVED",
    "AGREED",
    "RECOMMENDED",
)  # how such words end
_LEAD_TAIL = 12  # characters of its last words that are looked at


def ends_lead(text: str, start: int, end: int) -> bool:
    """Say whether words between two offsets end as what leads on to a list does.

    >>> [ends_lead(x, 0, len(x)) for x in ("They agreed:-", "It was to", "It was.")]
    [True, True, False]
    """
    tail = text[max(start, end - _LEAD_TAIL) : end]
    return tail.rstrip().endswith(_LED_BY) and _LEADS.search(tail) is not None


_NEXT = re.compile(r";\s+(?:and\s+)?(?=\((?:[ivx]{2,4}|[b-z]|\d{1,2})\)\s)")


def _inline(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut "(ii) That it be paid; and (iii) that" at the parts that one line holds."""
    edges = [x.end() for x in _NEXT.finditer(text, start, end)]
    return list(itertools.pairwise([start, *edges, end]))


_CAPITALS = frozenset("ABCDEFGHIJK")


def lists_things(text: str, lead: Span, parts: list[tuple[int, int]]) -> bool:
    """Say whether a lead is the decision itself, and what is below it only things."""
    deciding = sum(_DECIDES.search(text[a:b]) is not None for a, b in parts)
    named = _NAMES_THINGS.search(text, lead.start, lead.end)
    return bool(named) and 2 * deciding < len(parts)


def _in_sequence(marks: list[re.Match[str]]) -> list[re.Match[str]]:
    """Keep the marks that count up from 1, a or i; bullets all."""
    kept: list[re.Match[str]] = []
    for mark in marks:
        sign = mark[0].strip(" ().\t\n")
        expected = _SERIES.get(len(kept), ())
        sign = sign.lower() if sign in _CAPITALS else sign
        if sign in expected or (sign in "•·●▪➢➤►" and sign):
            kept.append(mark)
    return kept


# of an entry that a page marks twice, "• (a) That", its own letter says of which
_SORTS = re.compile(
    r"\s{0,12}(?:[•·●▪➢➤►◦]\s{0,4}(?=\(?(?:\d{1,2}|[a-z]{1,4})[.)]\s))?"
    r"(?:(?P<digit>\(?\d{1,2}[.)])|(?P<letter>\(?[a-z]{1,4}[.)])"
    r"|(?P<bullet>[•·●▪➢➤►◦]|[-–]\s)|(?P<quote>[“\"]))"
)


def _sort(text: str, start: int) -> str:
    """Return of which sort a part is by how it opens: parts of one list are alike."""
    match = _SORTS.match(text, start)
    return (match.lastgroup if match else None) or "word"


def _leads_reasons(text: str, start: int, end: int) -> bool:
    """Say whether a part leads on to a list of its own: "on these conditions:"."""
    return text[max(start, end - 3) : end].rstrip().endswith(":")


def _marks_next(scope: Scope, at: int) -> bool:
    """Say whether a paragraph is the mark of an entry, in a cell beside it: "a"."""
    mark = scope.paragraphs[at]
    if mark.end - mark.start > _MARK or at + 1 >= len(scope.paragraphs):
        return False
    if not _BARE_MARK.fullmatch(scope.text, mark.start, mark.end):
        return False
    entry = scope.paragraphs[at + 1].first
    same = (entry.table, entry.page, entry.row)
    own = (mark.first.table, mark.first.page, mark.first.row)
    return same == own and entry.column > mark.first.column


_MARK = 6  # characters of such a mark


def _opens_table(scope: Scope, index: int, at: int) -> bool:
    """Say whether a paragraph heads the first of several columns below a lead."""
    lead, cell = scope.paragraphs[index].first, scope.paragraphs[at].first
    if (
        cell.table is None
        or cell.table == lead.table
        or at + 1 == len(scope.paragraphs)
    ):
        return False
    beside = scope.paragraphs[at + 1].first
    marks = _marks_next(scope, at) or LONE_MARK.fullmatch(
        scope.text, scope.paragraphs[at].start, scope.paragraphs[at].end
    )
    return not marks and (beside.table, beside.row) == (cell.table, cell.row)


def collect_parts(
    scope: Scope, index: int, listed: bool, numbered: bool = False
) -> tuple[list[tuple[int, int]], int]:
    """Collect the list entries under a lead; without a list, the next paragraph."""
    text = scope.text
    found: list[tuple[int, int]] = []
    last = index
    reasons = ""  # of which sort the list is that stands under a part: its reasons
    for at in range(index + 1, min(index + 40, len(scope.paragraphs))):
        paragraph = scope.paragraphs[at]
        if not scope.same_item(index, at) or _opens_table(scope, index, at):
            break
        opens = bool(_OPENS_PART.match(text, paragraph.start))
        opens = opens or _marks_next(scope, at)
        if found and (
            LONE_MARK.fullmatch(text, *found[-1])
            or (last == at - 1 and _marks_next(scope, last))
        ):
            found[-1] = (found[-1][0], paragraph.end)  # "(1)" in a cell of its own
            last = at
            continue
        sort = _sort(text, paragraph.start)
        if found and opens and _sort(text, found[0][0]) != sort:
            if not (sort == reasons or _leads_reasons(text, *found[-1])):
                break
            reasons, last = sort, at
            found[-1] = (found[-1][0], paragraph.end)
            continue
        if listed and numbered and not PART.match(text, paragraph.start):
            break
        if not opens and (found or listed):
            break
        found += _inline(text, paragraph.start, paragraph.end)
        last = at
        if not opens:
            break
    return found, last
