"""Joins lines into paragraphs and cuts paragraphs into sentences.

Both give half-open offsets into the document's text and never change it. A paragraph
may run over a page break: what stands between its lines (blank lines, running heads)
is then inside its span, so a quoted paragraph is cut again where furniture stands.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from minutebook.grammar.actionheads import may_be_owner_head
from minutebook.grammar.anchors import holds_any
from minutebook.records import Line, SourceDocument

_OPENER = re.compile(
    r"""
    (?: [•·●▪➢➤►◦○*⇒→✓§] | [-–—]\s | o\s (?=[A-Z])          # bullets
    | \(? (?: \d{1,3} | [a-z] | [ivxl]{1,5} ) [.):] \s?    # 1.  (a)  iv)
    | \d{1,3} / \s [A-Z]                                 # 1/ Minutes
    | \d{1,4}(?:[./]\d{1,4}){1,2} \s                      # 5.1  24/056
    | \d{1,4} \s [A-Z]{4,} \s [A-Z]{2}                    # 2 SPECIAL ISSUES
    | (?:Agenda\s)?(?:Item|ITEM) \s \d{1,3} (?:[.:)]?\s? [A-Z] | $)  # Item 2 Minutes
    | [IVX]{1,5} \. [A-Z] \.? \s                           # II.B
    | [A-Z]{1,5}[\s/]?\d{1,4}/\d{2,4} (?:[\s:]|$)         # FG 24/056
    | (?:[A-Z][A-Za-z&]{0,5}/){1,3} \d{1,4} (?:[/-]\d{1,4}){0,2} (?:[\s:]|$)
    )
    """,
    re.VERBOSE,
)
# "Present:", "Action - ", "RESOLVED that": a line that opens something of its own
_LABEL = re.compile(
    r"(?:[A-Z][\w’'&/]{0,30}+(?: [\w’'&/]{1,30}+){0,3}+:(?:\s|$))"
    r"|(?:RESOLVED|AGREED|RECOMMENDED|NOTED|ACTIONS?|DECISION)\b"
)
# words that no sentence ends with: the next line goes on, capital or not
_UNFINISHED = re.compile(
    r"\b(?:the|a|an|of|to|and|or|by|with|for|from|in|on|at|that|let|ask|asked|thanked"
    r"|Mr|Mrs|Ms|Dr|"
    r"Cllr|Councillor|is|was|were|be|been|has|have|had|will|would|their|his|her|its|our"
    r"|this|between|inform|tell)$"
)
# a line that ends so goes on with a number: "... the policy on page" / "22. Carried."
_BEFORE_NUMBER = re.compile(
    r"\b(?:page|pages|item|items|section|minute|rule|chapter|paragraph|clause|article)$"
)
_LIST_NUMBER = re.compile(r"\d{1,4}[\d./]{0,8}[.):]?\s{1,8}[A-Z]")
_FULL = 0.6  # of the usual length of a full line: so long is a line that runs on
# "5 Report from the ward", "C. Awards": below a blank line they open something
_BARE_NUMBER = re.compile(r"(?:\d{1,4}\s|[A-L]\.\s)\s{0,3}[A-Z][a-z]{2,}\s")
# "Lamp for the hall. Noted", "Scouts £50 – approved": that ends what it is said of
_CLOSED = re.compile(
    r"(?:[.)]|\s[–—-])\s{1,3}(?:not\s)?(?i:noted|agreed|approved|refused|granted|deferred|declined"
    r"|accepted|rejected|resolved|supported)(?:\s[£$€][\d,.]{1,12})?$"
)
_CLOSED_TAIL = 30  # characters at the end of a line that hold it
_ENDS = re.compile(r"[.!?:;][\"'”’)\]]*$")
# "on 3rd Nov. Tom Holt will go": a month behind its day may end a sentence
_MONTHS = frozenset(
    [
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
    ]
)
_DAY = re.compile(
    r"(?:(?<!\d)\d{1,2}(?:st|nd|rd|th)?(?:\sof)?|\b(?:in|by|until|till))\s$"
)
_DAY_REACH = 9  # characters before a month that hold its day
_GOES_ON = re.compile(r"\.\s{1,3}\d")  # "3 Nov. 2020"
_ABBREVIATIONS = _MONTHS.union(
    [
        "mr",
        "mrs",
        "messrs",
        "ms",
        "miss",
        "dr",
        "prof",
        "rev",
        "revd",
        "cllr",
        "cllrs",
        "cr",
        "con",
        "com",
        "counc",
        "crs",
        "clr",
        "clir",
        "tr",
        "st",
        "sgt",
        "insp",
        "hon",
        "sir",
        "ald",
        "no",
        "nos",
        "ref",
        "fig",
        "vol",
        "ch",
        "para",
        "paras",
        "approx",
        "e.g",
        "i.e",
        "eg",
        "ie",
        "etc",
        "inc",
        "ltd",
        "co",
        "p",
        "pp",
        "a.m",
        "p.m",
        "v",
        "vs",
        "min",
        "mins",
        "dept",
        "gov",
        "govt",
        "prop",
        "sec",
        "m",
        "s",
        "j",
    ]
)
# "was thanked.The Clerk": a blank may be missing
_BREAK = re.compile(
    r"[.!?][\"'”’)\]]{0,3}(?:\s+(?=[\"'“‘(\[]{0,2}[A-Z0-9£$€•])"
    r"|(?<=[a-z]{3}\.)(?=[A-Z][a-z]{0,15}\s))"
)
# "at 8 p.m. The Clerk", "until 3 a.m. Sergeant Holt will": what opens a sentence
_NOON = ("a.m", "p.m")
_OPENS = re.compile(
    r"\.\s{1,3}(?:The|It|He|She|They|We|There|This|Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor"
    r"|(?:[A-Z][a-z]{1,15}\s){1,3}(?:is|was|were|are|will|would|has|had|said|agreed|to))\b"
)
_LONGEST_ABBREVIATION = max(map(len, _ABBREVIATIONS))
_NUMBER_REACH = 40  # characters: how far left of its full stop a list number may start


# what a clerk writes into the margin: "RY", "GH/RY", "ACa", "Clerk", "All", "JW & TH"
_MARK = (
    r"(?:[A-Z]{2,4}[a-z]?|[A-Z][A-Z]?[a-z][A-Z]?|All|ALL|Clerk|Chair|Chairman|Secretary"
    r"|Treasurer|Head|Action)"
)
MARGIN = re.compile(
    rf"\(?{_MARK}(?:\s?[/,&+;]\s?{_MARK}|\s(?:and\s)?{_MARK}){{0,5}}[.)]?"
)


class Paragraph(NamedTuple):
    """Lines that belong together: running text, a list entry, a cell's paragraph."""

    start: int
    end: int
    lines: tuple[Line, ...]

    @property
    def first(self) -> Line:
        """Return the line it opens with."""
        return self.lines[0]


class Sentence(NamedTuple):
    """One sentence, with its offsets."""

    start: int
    end: int


# the last document asked for and its paragraphs: stages ask in turn, one by one
_last: list[tuple[SourceDocument, tuple[Paragraph, ...]]] = []


def find_paragraphs(source: SourceDocument) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a document, furniture and struck text left out."""
    for known, paragraphs in _last:
        if known is source:
            return paragraphs
    _last[:] = [(source, _join_lines(source))]
    return _last[0][1]


def _join_lines(source: SourceDocument) -> tuple[Paragraph, ...]:
    lines = _without_margin(source)
    width = _usual_width(source.text, lines)
    marked = _has_flat_marks(source.text, lines)
    found: list[Paragraph] = []
    group: list[Line] = []
    for index, line in enumerate(lines):
        parted = _opens_item(source.text, lines, index) or (
            marked and bool(group) and _ends_marked(source.text, group[-1], line)
        )
        if group and (parted or not _continues(source.text, group[-1], line, width)):
            found.append(Paragraph(group[0].start, group[-1].end, tuple(group)))
            group = []
        group.append(line)
    if group:
        found.append(Paragraph(group[0].start, group[-1].end, tuple(group)))
    return tuple(found)


# "No  Item  Action": the heads of a table whose cells are lost, on one line
_FLAT_HEAD = re.compile(
    r"(?:(?:item|no|agenda|ref|minutes?|discussions?|subject|topic|details|notes|points?|#)"
    r"[.:]?\s{1,40}(?:(?:and|of|&)\s)?){1,5}(?P<last>\S.{1,20})",
    re.IGNORECASE,
)
_FLAT_HEAD_LENGTH = 70  # characters, at most
# "by 3rd July CW", "extra hours. EM/SA": a mark at the end of its line
_FLAT_MARK = re.compile(rf"[a-z\d.,)!?][ ]{{1,40}}{MARGIN.pattern}$")
_FLAT_TAIL = 30  # characters at the end of a line that hold it


def _has_flat_marks(text: str, lines: list[Line]) -> bool:
    """Say whether marks of who is to act end lines, as their table's heads show."""
    for line in lines:
        if line.table is None and line.end - line.start < _FLAT_HEAD_LENGTH:
            head = _FLAT_HEAD.fullmatch(text, line.start, line.end)
            if head and may_be_owner_head(head["last"]):
                return True
    return False


def _ends_marked(text: str, before: Line, after: Line) -> bool:
    """Say whether a line ends with a mark, and the next one opens something else."""
    if before.table is not None or not text[after.start].isupper():
        return False
    low = max(before.last_start, before.end - _FLAT_TAIL)
    match = _FLAT_MARK.search(text, low, before.end)
    return match is not None and not _UNFINISHED.search(text, low, match.start() + 1)


# the number of an item in a cell of its own: what stands beside it is no mark
_CELL_NUMBER = re.compile(
    r"\(?(?:[A-Z]{0,4}[ .]?\d{1,3}[\d./]{0,8}[a-z]?|[A-Za-z]|[ivxIVX]{1,5})[.):]{0,2}"
)


def _opens_item(text: str, lines: list[Line], index: int) -> bool:
    """Say whether a line is the number of an item, its title in the cell beside it."""
    line = lines[index]
    if line.column or line.end - line.start > 14 or index + 1 >= len(lines):
        return False
    beside = lines[index + 1]
    if beside.row != line.row or beside.column == 0 or beside.page != line.page:
        return False
    return _CELL_NUMBER.fullmatch(text, line.start, line.end) is not None


def _without_margin(source: SourceDocument) -> list[Line]:
    """Return the lines that are no mark in the margin beside a text."""
    kept: list[Line] = []
    for line in source.content():
        if is_margin(source.text, line):
            left = kept[-1] if kept and kept[-1].row == line.row else None
            if left is None or not _CELL_NUMBER.fullmatch(
                source.text, left.start, left.end
            ):
                continue
        kept.append(line)
    return kept


def is_margin(text: str, line: Line) -> bool:
    """Say whether a line is a mark in the margin, beside the text that it marks."""
    if line.column == 0 or line.table is not None or line.end - line.start > 30:
        return False
    return bool(MARGIN.fullmatch(text, line.start, line.end))


@lru_cache(maxsize=2048)
def read_sentences(text: str, start: int, end: int) -> tuple[Sentence, ...]:
    """Return the sentences between two offsets, kept for whoever asks again."""
    return tuple(find_sentences(text, start, end))


def find_sentences(text: str, start: int, end: int) -> Iterator[Sentence]:
    """Yield the sentences between two offsets.

    >>> text = "The report was noted. Cllr. Penrose left at 8 p.m. It was late."
    >>> [text[s.start:s.end] for s in find_sentences(text, 0, len(text))]
    ['The report was noted.', 'Cllr. Penrose left at 8 p.m.', 'It was late.']
    """
    at = start
    stops = holds_any(text[start:end], (".", "!", "?"))
    for match in _BREAK.finditer(text, start, end) if stops else ():
        full_stop = match.start()
        if text[full_stop] == "." and (
            _is_abbreviated(text, start, full_stop) or _is_number(text, full_stop)
        ):
            continue
        stop = full_stop + len(match[0].rstrip())
        if stop > at:
            yield Sentence(at, stop)
        at = match.end()
    rest = end
    while rest > at and text[rest - 1].isspace():
        rest -= 1
    if rest > at:
        yield Sentence(at, rest)


def _is_abbreviated(text: str, start: int, full_stop: int) -> bool:
    """Say whether a full stop belongs to an abbreviation or an initial."""
    at, low = full_stop, max(start, full_stop - _LONGEST_ABBREVIATION - 1)
    while at > low and (text[at - 1].isalnum() or text[at - 1] in "._"):
        at -= 1
    word = text[at:full_stop].lower()
    owned = at > low and text[at - 1] in "'’"  # "it is the county's."
    if owned and len(word) == 1:
        return False
    if word in _MONTHS and _DAY.search(text, max(start, at - _DAY_REACH), at):
        return _GOES_ON.match(text, full_stop) is not None
    if word in _NOON and _OPENS.match(text, full_stop):
        return False
    if word in _ABBREVIATIONS or (len(word) == 1 and word.isalpha()):
        return True
    initials = "." in word and _INITIALS.fullmatch(word) is not None
    return initials and _TITLED.search(text, max(start, at - _TITLE), at) is not None


# "Cllr R.T. Holt", "seconded by J.A. Bell": two letters or three before a surname
_INITIALS = re.compile(r"[a-z](?:\.[a-z]){1,2}")
_TITLED = re.compile(
    r"\b(?:Councill?ors?|Cllrs?|Clr|Crs?|Mrs?|Ms|Miss|Dr|Prof(?:essor)?|Rev|Ald(?:erm[ae]n)?"
    r"|Messrs|Sir|Dame|by|and)\.?\s{1,2}$"
)
_TITLE = 14  # characters of such a title


def _is_number(text: str, full_stop: int) -> bool:
    """Say whether a full stop belongs to a list number: it starts a line or a list."""
    low = max(0, full_stop - _NUMBER_REACH)
    if _FIRST_OF_LIST.search(text, low, full_stop):
        return True
    line = text.rfind("\n", low, full_stop)
    if line < 0 and low:
        return False
    head = text[line + 1 : full_stop].strip()
    return bool(head) and len(head) <= 3 and head.isalnum()


# "RESOLVED: 1. That the fence be repaired. 2. That the gate be painted."
_FIRST_OF_LIST = re.compile(r":\s{1,3}1$")


def _usual_width(text: str, lines: list[Line]) -> float:
    """Return the length that full lines of hard-wrapped text have; 0 if none wrap."""
    held: Counter[int] = Counter()  # what stands in each column, in characters
    for x in lines:
        if x.table is None:
            held[x.column] += x.end - x.last_start
    main = max(held, key=lambda c: (held[c], -c), default=0)
    lengths = sorted(
        x.end - x.last_start for x in lines if x.table is None and x.column == main
    )
    if len(lengths) < 8:
        return 0
    long = lengths[int(len(lengths) * 0.9)]
    return long if 45 <= long <= 135 and _breaks_sentences(text, lines, long) else 0


def _breaks_sentences(text: str, lines: list[Line], width: float) -> bool:
    """Say whether some full line goes on in small letters: else none is broken."""
    return any(
        text[below.start].islower() and x.end - x.last_start >= _FULL * width
        for x, below in pairwise(lines)
    )


def _continues(text: str, before: Line, after: Line, width: float) -> bool:
    if (before.table, before.row if before.table is not None else 0) != (
        after.table,
        after.row if after.table is not None else 0,
    ):
        return False
    if after.row == before.row and after.column != before.column:
        return False
    opens = _OPENER.match(text, after.start, after.end) is not None
    if after.bold and not before.bold and opens:
        return False
    if text.find("____", before.start, before.end) >= 0:
        return False  # where the chair signs, at the foot of a page
    if _closes(text, before, after):
        return False
    if before.wraps or _leads_to_number(text, before, after):
        return True
    if before.heading or after.heading or before.bold != after.bold:
        return False
    if after.column != before.column and after.column > 0:
        return False
    return not opens and _reads_on(text, before, after, width)


def _leads_to_number(text: str, before: Line, after: Line) -> bool:
    """Say whether a line ends with what the number below belongs to: "on page" / "22".

    Not where both are numbered: "2. Interests in any item" / "3. Minutes".
    """
    if not text[after.start].isdigit() or after.row - before.row > 1:
        return False
    if _LIST_NUMBER.match(text, before.start) and _LIST_NUMBER.match(text, after.start):
        return False
    end = before.end
    return _BEFORE_NUMBER.search(text, max(before.start, end - 12), end) is not None


def _closes(text: str, before: Line, after: Line) -> bool:
    """Say whether a line ends with a bare verdict: the next opens something else."""
    if not text[after.start].isupper():
        return False
    low = max(before.last_start, before.end - _CLOSED_TAIL)
    return _CLOSED.search(text, low, before.end) is not None


def _reads_on(text: str, before: Line, after: Line, width: float) -> bool:
    """Judge by the words whether a sentence runs over the line end."""
    quoted = text[before.last_start : before.end]
    following = text[after.start : after.end]
    if not width or not _FULL * width <= len(quoted) <= 1.6 * width:
        return False
    if _LABEL.match(following) or _ENDS.search(quoted):
        return False
    if after.row - before.row > 1 and following.isupper() and not quoted.isupper():
        return bool(_UNFINISHED.search(quoted))
    if after.row - before.row > 1 and _BARE_NUMBER.match(following):
        return bool(_UNFINISHED.search(quoted))
    if following[0].islower():
        return True
    if before.box is not None and before.page == after.page:
        return False  # where lines lie on a page was judged when it was read
    if _UNFINISHED.search(quoted):
        return True
    spaced = after.row - before.row > 1
    if spaced and quoted[0].isdigit():
        return False  # "2497. Request for funds": a title, its text below a blank line
    full = 0.92 if spaced or _OPENER.match(quoted) else 0.78
    return len(quoted) >= full * width
