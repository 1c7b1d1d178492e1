"""Reads plain text: its pages, columns, pipe tables and hard-wrapped paragraphs."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from minutebook.load.builder import TextBuilder
from minutebook.load.counted import LEFT_OUT, drop_counts
from minutebook.load.flow import is_page_number
from minutebook.load.sideheads import find_side_heads
from minutebook.load.stacking import Stack, are_tables, find_stacks, wraps_into
from minutebook.load.wraps import mark_wraps

CHARACTER = 6.0  # points that one character of plain text stands for
TAB = 8
WIDE_GAP = 5  # spaces that part columns even where no neighbour agrees
EDGE = 3  # lines at the top and bottom of a page that can be running heads
MAX_COLUMNS = 60
OUTHANGING = 20  # one line in so many may stand out to the left of a margin
LONGEST_ROW = 4000  # characters; what is longer is a flattened page

_GAP = re.compile(r" {3,}")
_RULE = re.compile(r"[\s|:+=_-]{3,}")
_DIGITS = re.compile(r"\d+")
_STARS = re.compile(r"\*\*(?=\S)([^*\n]{1,2000})(?<=\S)\*\*")  # Markdown, in passing
_NUMBER = re.compile(  # what need not be bold in a bold line: 4. | (b) | 7.2 | •
    r"(?:\(?(?:\d{1,4}(?:[./]\d{1,4}){0,3}|[A-Za-z]|[ivx]{1,5})[.):]{0,2}|[•*-])?"
)
_TABBED = re.compile(  # a label and its tab before one text: 4.<tab>Finance
    r"^([ ]{0,60}(?:\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[A-Za-z]|[ivx]{1,5})[.)]"
    r"|[•▪◦·–*-]))\t{1,4}(?=[^\t]{1,4000}$)"
)
_UNDERLINE = re.compile(r"[ \t]{0,80}(?:-{3,200}|={3,200}|_{3,200}|~{3,200})\s?")


@dataclass(slots=True)
class _Line:
    """One line of the file on its way to a row."""

    raw: str
    cells: list[tuple[int, str]] = field(default_factory=list)  # column, text
    table: int | None = None
    furniture: bool = False
    bold: bool = False
    stack: Stack | None = None  # the row of a table that begins here
    stacked: bool = False  # it stands in such a row that began above

    @property
    def indent(self) -> float:
        expanded = self.raw.expandtabs(TAB)
        return CHARACTER * (len(expanded) - len(expanded.lstrip()))


def read_plain(text: str, builder: TextBuilder) -> None:
    """Write a plain text into the builder."""
    raw = [page.split("\n") for page in text.split("\x0c")]
    if (rest := drop_counts(raw)) is not None:
        builder.note(LEFT_OUT)
        raw = rest
    pages = [[_read_line(x) for x in page] for page in raw]
    _mark_furniture(pages)
    _drop_margins(pages)
    _find_cells(pages)
    for number, lines in enumerate(pages):
        if number:
            builder.page()
        while len(lines) > 1 and not lines[-1].raw.strip() and number < len(pages):
            lines.pop()
        for line in lines:
            if line.stack is not None:
                _write_row(line.stack, builder)
            elif not line.stacked:
                _write(line, builder)
    mark_wraps(builder)


def _read_line(raw: str) -> _Line:
    """Return a line without the stars of Markdown; bold where they held its words."""
    if "\t" in raw:
        raw = _TABBED.sub(r"\1 ", raw, count=1)
    if "**" not in raw:
        return _Line(raw)
    rest = _STARS.sub("", raw)
    bold = len(rest) < len(raw) and _NUMBER.fullmatch(rest.strip("| \t")) is not None
    return _Line(_STARS.sub(r"\1", raw), bold=bold)


def _find_underlined(lines: list[_Line]) -> None:
    """Make a title bold that a row of dashes as long as itself underlines."""
    for above, line in itertools.pairwise(lines):
        title = above.raw.strip()
        if not title or above.cells or not _UNDERLINE.fullmatch(line.raw):
            continue
        rule = len(line.raw.strip())
        if rule == len(title) or (len(title) <= 90 and 0.7 <= rule / len(title) <= 1.3):
            above.bold = True
            line.raw = ""


def _write(line: _Line, builder: TextBuilder) -> None:
    style: dict[str, Any] = {}
    if line.bold:
        style["bold"] = True
    if line.furniture:
        style["furniture"] = True
    if line.table is not None:
        style["table"] = line.table
    if not line.cells:
        indent = line.indent
        builder.add(line.raw, **style, **({"indent": indent} if indent else {}))
        return
    width = max(column for column, _ in line.cells) + 1
    cells: list[list[tuple[str, dict[str, Any]]]] = [[] for _ in range(width)]
    for column, text in line.cells:
        if text.strip():
            cells[column].append((text.strip(), style))
    builder.row_of(cells)


def _find_cells(pages: list[list[_Line]]) -> None:
    """Split the lines of all pages into cells; put those of one row together."""
    tables = 0
    rows = []
    raws = [["" if x.furniture else x.raw for x in lines] for lines in pages]
    for number, stack in find_side_heads(raws):
        _put(stack, pages[number])
    for lines in pages:
        tables = _find_pipes(lines, tables)
        _find_underlined(lines)
        _find_tabs(lines)
        for block in _blocks(lines):
            _find_columns(block)
            rows += [(lines, stack) for stack in _stacks_of(lines, block)]
    if are_tables([stack for _, stack in rows]):
        for lines, stack in rows:
            _put(stack, lines)


def _put(stack: Stack, lines: list[_Line]) -> None:
    """Put a row in the place of the lines that it stands in."""
    lines[stack.key].stack = stack
    for place in stack.lines:
        lines[place].stacked = True


def _stacks_of(lines: list[_Line], block: list[_Line]) -> list[Stack]:
    """Return the rows of several lines that a block of a page holds."""
    if not any(line.cells for line in block):
        return []
    inside = {id(line) for line in block}
    return find_stacks(
        [
            (i, [(column, x.raw.find(text), text) for column, text in x.cells])
            for i, x in enumerate(lines)
            if id(x) in inside
        ]
    )


def _write_row(stack: Stack, builder: TextBuilder) -> None:
    cells: list[list[tuple[str, dict[str, Any]]]] = []
    for column, found in sorted(stack.cells.items()):
        width = stack.width if column else 0
        follow = [wraps_into(a, b, width) for a, b in itertools.pairwise(found)]
        follow.append(False)
        cells.append(
            [
                (text, {"wraps": True} if wraps else {})
                for (_, text), wraps in zip(found, follow, strict=True)
            ]
        )
    builder.row_of(cells, sorted(stack.cells))


def _mark_furniture(pages: list[list[_Line]]) -> None:
    """Mark what stands at the edge of most pages, and page numbers."""
    edges = [_edge_lines(lines) for lines in pages]
    counts = Counter(
        key for edge in edges for key in {_DIGITS.sub("#", x.raw.strip()) for x in edge}
    )
    enough = max(3, len(pages) // 2)
    for edge in edges:
        for line in edge:
            raw = line.raw.strip()
            number = len(pages) > 1 and raw.isdigit() and len(raw) < 5
            line.furniture = number or counts[_DIGITS.sub("#", raw)] >= enough
    if len(pages) == 2:
        _mark_twins(*edges)
    for lines in pages:
        for line in lines:
            line.furniture = line.furniture or is_page_number(line.raw)


def _mark_twins(first: list[_Line], second: list[_Line]) -> None:
    """Mark what heads or ends both of two pages, where the text runs on over it.

    The head of the first page may be the title, the foot of the last the end.
    """
    for line, again in zip(first[:EDGE], second[:EDGE], strict=False):
        again.furniture = again.furniture or _are_twins(line, again)
    for line, again in zip(first[::-1][:EDGE], second[::-1][:EDGE], strict=False):
        line.furniture = line.furniture or _are_twins(line, again)


def _are_twins(one: _Line, other: _Line) -> bool:
    """Tell whether two lines say the same but for figures, and say something."""
    key, twin = (_DIGITS.sub("#", x.raw.strip()) for x in (one, other))
    return key == twin and any(x.isalpha() for x in key)


def _drop_margins(pages: list[list[_Line]]) -> None:
    """Take off the spaces that stand for the left margin of a printed page.

    Tools that lay out a page in spaces put them before every line; a few lines, such
    as a running head, may hang out to the left.
    """
    lines = [x for page in pages for x in page if not x.furniture and x.raw.strip()]
    starts = sorted(len(x.raw) - len(x.raw.lstrip(" ")) for x in lines)
    margin = starts[len(starts) // OUTHANGING] if len(starts) >= OUTHANGING else 0
    if not margin:
        return
    for line in lines:
        line.raw = line.raw[min(margin, len(line.raw) - len(line.raw.lstrip(" "))) :]


def _edge_lines(lines: list[_Line]) -> list[_Line]:
    full = [line for line in lines if line.raw.strip()]
    return full if len(full) <= 2 * EDGE else full[:EDGE] + full[-EDGE:]


def _find_pipes(lines: list[_Line], tables: int) -> int:
    """Split rows of pipe tables; return how many tables there are by now."""
    inside = ruled = False
    for place, line in enumerate(lines):
        raw = line.raw.strip()
        if "|" not in raw or len(raw) > LONGEST_ROW:
            inside, ruled = inside and not raw, ruled and not raw
            continue
        if _RULE.fullmatch(raw) or not raw.strip("| "):
            line.raw = ""
            inside, ruled = True, ruled or "-" in raw
            continue
        bounded = raw[0] == "|" or raw[-1] == "|"
        if not (bounded or ruled or _pipes_agree(lines, place)):
            continue
        if bounded and not ruled and len(raw.strip("| ").split("|")) == 1:
            line.raw = raw.strip("| ")  # what is left of a table laid out for looks
            continue
        tables += not inside
        inside = True
        line.table = tables
        texts = raw.removeprefix("|").removesuffix("|").split("|")[:MAX_COLUMNS]
        line.cells = list(enumerate(texts))
    return tables


def _pipes_agree(lines: list[_Line], place: int) -> bool:
    """Return whether a line with inner pipes alone stands in a table.

    "7 Petihana | Petitions" is a heading in two languages.
    """
    count = lines[place].raw.count("|")
    above = [line.raw for line in lines[max(0, place - 1) : place]]
    below = [line.raw for line in lines[place + 1 : place + 2]]
    if any("-" in raw and _RULE.fullmatch(raw) for raw in below):
        first = [line.raw for line in lines[place + 2 : place + 3]]
        return any(x in raw for raw in below + first for x in "|+")
    return count > 1 and any(raw.count("|") == count for raw in above + below)


def _find_tabs(lines: list[_Line]) -> None:
    """Split lines at tabs; tabs before a lone text are a column only in a table."""
    in_table = False
    for line in lines:
        if line.cells or "\t" not in line.raw:
            in_table = False
            continue
        cells = list(enumerate(line.raw.split("\t")[:MAX_COLUMNS]))
        full = [x for x in cells if x[1].strip()]
        if len(full) > 1:
            in_table = True
        if len(full) > 1 or (in_table and full):
            line.cells = full


def _blocks(lines: list[_Line]) -> list[list[_Line]]:
    """Return stretches of lines that two blank lines part."""
    blocks: list[list[_Line]] = [[]]
    blank = 0
    for line in lines:
        blank = 0 if line.raw.strip() else blank + 1
        if blank > 1 and blocks[-1]:
            blocks.append([])
        if line.stacked:
            continue
        if not blank and not line.cells and len(line.raw) <= LONGEST_ROW:
            blocks[-1].append(line)
    return [block for block in blocks if block]


def _find_columns(block: list[_Line]) -> None:
    """Split lines at wide gaps where neighbours have a column at the same place."""
    found = [(line, _pieces(line.raw)) for line in block]
    counts = Counter(start for _, pieces in found for start, _ in pieces[1:])
    for _, pieces in found:
        if pieces and pieces[0][0] > 2:
            counts[pieces[0][0]] += 1
    split = [
        (line, kept)
        for line, pieces in found
        if len(kept := _agreeing(line.raw, pieces, counts)) > 1
    ]
    if not split:
        return
    columns = _columns({start for _, pieces in split for start, _ in pieces})
    rows = {id(line) for line, _ in split}
    for line, pieces in split:
        line.cells = [(columns[start], text) for start, text in pieces]
    for line, pieces in found:
        if id(line) not in rows and len(pieces) == 1 and pieces[0][0] > 2:
            column = columns.get(pieces[0][0], 0)
            if column:
                line.cells = [(column, pieces[0][1])]


def _pieces(raw: str) -> list[tuple[int, str]]:
    """Return what three or more spaces part, with where it starts.

    >>> _pieces("Chair      Ada Penrose")
    [(0, 'Chair'), (11, 'Ada Penrose')]
    """
    pieces = []
    place = 0
    for gap in _GAP.finditer(raw):
        if gap.start() > place:
            pieces.append((place, raw[place : gap.start()]))
        place = gap.end()
    if raw[place:].strip():
        pieces.append((place, raw[place:]))
    return pieces


def _agreeing(
    raw: str, pieces: list[tuple[int, str]], counts: Counter[int]
) -> list[tuple[int, str]]:
    """Return the pieces, joined again where nothing says that a column begins."""
    kept = pieces[:1]
    for start, text in pieces[1:]:
        gap = len(raw[:start]) - len(raw[:start].rstrip())
        near = counts[start] + counts[start - 1] + counts[start + 1]
        if gap >= WIDE_GAP or near > 1:
            kept.append((start, text))
        else:
            first = kept[-1][0]
            kept[-1] = (first, raw[first : start + len(text)])
    return kept[:MAX_COLUMNS]


def _columns(starts: set[int]) -> dict[int, int]:
    """Return the column of each place, places close together being one.

    >>> _columns({0, 30, 31, 60})
    {0: 0, 30: 1, 31: 1, 60: 2}
    """
    columns: dict[int, int] = {}
    last, column = -10, -1
    for start in sorted(starts):
        if start - last > 2:
            column += 1
        columns[start] = column
        last = start
    return columns
