"""Reads a PDF in reading order, with its tables, running heads and wraps known."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from minutebook.errors import Damaged, Scanned
from minutebook.load.besidemarks import find_margin, keep_short
from minutebook.load.borderless import stack_columns
from minutebook.load.builder import TextBuilder
from minutebook.load.counted import FEW as FEW_COUNTED
from minutebook.load.counted import LEAST as LEAST_COUNTED
from minutebook.load.counted import drop_counting_words
from minutebook.load.gutters import find_right_column
from minutebook.load.layout import choose_words, lay_out
from minutebook.load.lines import Row, Segment
from minutebook.load.notes import PART_SCANNED
from minutebook.load.overleaf import is_one_table, plain_rest
from minutebook.load.page import PageContent
from minutebook.load.pages import open_pdf, properties, read_pages
from minutebook.load.printstamps import drop_print_stamp
from minutebook.load.ruling import mark_underlined, underline_words
from minutebook.load.sidecolumn import find_titles_beside, may_have_titles_beside
from minutebook.records import Box

PAGE_NUMBER = re.compile(  # Page 3 of 7 | - 3 - | 3/7 | P a g e  3
    r"""[-–—|\s]{0,20} (?: p\s?a\s?g\s?e \s{0,6} [|:]? \s{0,6} )? \d{1,4}
        (?: \s{0,6} (?: of | / | \| ) \s{0,6} \d{1,4} )?
        (?: \s{0,6} \|? \s{0,6} p\s?a\s?g\s?e )? [-–—|\s]{0,20}
    """,
    re.VERBOSE | re.IGNORECASE,
)
NAMED_PAGE = re.compile(r"\bpage\s*(\d{1,4})\b", re.IGNORECASE)
DIGITS = re.compile(r"\d+")
EDGE = 0.14  # of the page's height: running heads and feet stand in it
FEW = 25  # words in print that a scanned page may bear: a stamp, a running head
COLUMN = 8  # lines that show where a narrow column ends: a few are titles
NARROW = 0.5  # of the width of its page: a column of several
PLACE = 36.0  # points: columns no further apart stand at one place
SURE = 5  # lines that show how far lines or paragraphs stand apart
WIDER = 1.08  # times the distance of lines: the distance of paragraphs
SLACK = 0.09  # ems
ENDS = 5  # rows at either end that may be running heads or feet


class Options(Protocol):
    """What the reader needs of the caller's options."""

    @property
    def ocr(self) -> bool: ...
    @property
    def password(self) -> str | None: ...


@dataclass(frozen=True, slots=True)
class PdfFacts:
    """What a PDF says of itself, and what its reader wants known."""

    metadata: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(slots=True)
class Sheet:
    """One page laid out."""

    width: float
    height: float
    rows: list[Row]
    counted: bool = False  # numbers counted its lines


def read_pdf(data: bytes, options: Options, builder: TextBuilder) -> PdfFacts:
    """Return what the file says of itself, having put its text into the builder.

    Raises Encrypted, Damaged, TooLarge or Scanned.
    """
    notes: list[str] = []
    document = open_pdf(data, options.password, notes)
    marks: Counter[str] = Counter()
    sheets: list[Sheet] = []
    scanned: dict[int, PageContent] = {}
    side: dict[int, PageContent] = {}
    column, counted = 0.0, False
    for content in read_pages(document, notes):
        marks.update(_watermark(content))
        sheets.append(_sheet(content, column=column, counted=counted))
        counted = counted or sheets[-1].counted
        column = find_right_column(sheets[-1].rows) or column
        if content.pictures and _is_scan(content, sheets[-1]):
            scanned[len(sheets) - 1] = content
        elif may_have_titles_beside(sheets[-1].rows):
            side[len(sheets) - 1] = content
    if not sheets:
        raise Damaged("no pages")
    _read_scans(data, options, sheets, scanned, notes)
    _part_sides(sheets, side)
    for sheet in sheets:
        drop_print_stamp(sheet.rows)
    mark_furniture(sheets)
    pages = stack_columns([sheet.rows for sheet in sheets])
    for sheet, rows in zip(sheets, pages, strict=True):
        sheet.rows = rows
    mark_wraps(sheets)
    write(sheets, builder)
    notes += [f"watermark: {text}" for text in marks]
    return PdfFacts(properties(document), tuple(notes))


def _read_scans(
    data: bytes,
    options: Options,
    sheets: list[Sheet],
    scanned: dict[int, PageContent],
    notes: list[str],
) -> None:
    """Add what tesseract reads to pages that are pictures.

    Where OCR is not wanted, a wholly scanned file raises Scanned and a partly scanned
    one gets a note.
    """
    empty = not any(sheet.rows for sheet in sheets)
    if empty and not options.ocr:
        raise Scanned("1 page" if len(sheets) == 1 else f"{len(sheets):,} pages")
    if scanned and not options.ocr:
        pages = ", ".join(str(n + 1) for n in scanned)
        notes.append(f"{PART_SCANNED}: {pages}")
    elif scanned or empty:
        from minutebook.load.ocr import add_recognised, scan_pages

        wanted = list(range(len(sheets))) if empty else list(scanned)
        found = scan_pages(data, options.password, wanted, notes)
        for number, content in zip(wanted, found, strict=True):
            if number in scanned:
                content = add_recognised(scanned[number], content)
            sheets[number] = _sheet(content)
        if not any(sheet.rows for sheet in sheets):
            raise Scanned("ocr found no words")


def _part_sides(sheets: list[Sheet], contents: dict[int, PageContent]) -> None:
    """Lay the pages out again on which titles stand beside the text, if they do.

    It takes the document to tell where the text beside them begins.
    """
    side = find_titles_beside([sheet.rows for sheet in sheets]) if contents else None
    if side is not None:
        for number, content in contents.items():
            counted = sheets[number].counted
            sheets[number] = _sheet(content, side[1], counted=counted)


def _is_scan(content: PageContent, sheet: Sheet) -> bool:
    """Return whether a page is a picture, with no more than a stamp in print on it."""
    if not sheet.rows:
        return True
    page = content.width * content.height
    largest = max((p[2] - p[0]) * (p[3] - p[1]) for p in content.pictures)
    words = sum(len(s.text.split()) for row in sheet.rows for s in row.segments())
    return words < FEW and largest > 0.6 * page


def _sheet(
    content: PageContent,
    beside: float = 0.0,
    column: float = 0.0,
    *,
    counted: bool = False,
) -> Sheet:
    words = choose_words(content)
    words = words if content.sure else underline_words(words, content.rules)
    bare = drop_counting_words(words, FEW_COUNTED if counted else LEAST_COUNTED)
    rows = lay_out(content, bare, beside, column)
    mark_underlined(rows, content.rules)
    if content.sure:
        from minutebook.load.ocr import set_confidence

        set_confidence(rows, content.sure)
    return Sheet(content.width, content.height, rows, len(bare) < len(words))


def _watermark(content: PageContent) -> list[str]:
    text = " ".join("".join(content.slanted).split())
    return [text] if 0 < len(text) <= 40 else []


# ----------------------------------------------------------------------- furniture


def mark_furniture(sheets: list[Sheet]) -> None:
    """Mark what stands at the same place on most pages, and page numbers."""
    seen: Counter[tuple[str, int]] = Counter()
    edges = [_edges(sheet) for sheet in sheets]
    for edge in edges:
        seen.update({key for key, _ in edge})
    need = max(2, 0.45 * len(sheets))
    body = _body_size(sheets)
    for number, (sheet, edge) in enumerate(zip(sheets, edges, strict=True), 1):
        numbered = _numbered_rows(sheet, seen)
        for (text, place), segments in edge:
            near = max(seen[text, place], seen[text, place - 1], seen[text, place + 1])
            if near >= need and id(segments[0]) not in numbered:
                for segment in segments:
                    segment.furniture = True
        if number == 1:
            _keep_title(sheet, body)
        _mark_numbers(sheet, number)


def _keep_title(sheet: Sheet, body: float) -> None:
    """Unmark a running head that is set as the title of the first page."""
    for row in sheet.rows:
        for segment in row.segments():
            large = segment.size > 1.15 * body or segment.bold
            number = PAGE_NUMBER.fullmatch(segment.text)
            if large and segment.base < 0.3 * sheet.height and not number:
                segment.furniture = False


def _body_size(sheets: list[Sheet]) -> float:
    """Return the size in which most of the text is set."""
    sizes: Counter[float] = Counter()
    for sheet in sheets:
        for row in sheet.rows:
            for segment in row.segments():
                sizes[round(segment.size, 1)] += len(segment.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _edges(sheet: Sheet) -> list[tuple[tuple[str, int], list[Segment]]]:
    """Return the rows at both ends of a page with what they say and where."""
    rows = [r for r in sheet.rows if r.cells]
    ends = {id(r): r for r in sorted(rows, key=lambda r: r.base)[:ENDS]}
    ends |= {id(r): r for r in sorted(rows, key=lambda r: r.base)[-ENDS:]}
    out = []
    for row in ends.values():
        segments = row.segments()
        if not segments:
            continue
        base = segments[0].base
        if not (base < EDGE * sheet.height or base > (1 - EDGE) * sheet.height):
            continue
        for segment in segments:
            out.append((_key(segment), [segment]))
    return out


def _key(segment: Segment) -> tuple[str, int]:
    """Return what a line says, its figures aside, and where it stands."""
    return DIGITS.sub("#", segment.text).casefold(), round(segment.base / 6)


def _numbered_rows(sheet: Sheet, seen: Counter[tuple[str, int]]) -> set[int]:
    """Return the figures that number a row of a table: what is beside them is new.

    The rows with which pages begin have them at one height, as running heads have.
    """
    found: set[int] = set()
    for row in sheet.rows:
        segments = row.segments() if row.table is not None else []
        if len(segments) > 1 and any(seen[_key(x)] == 1 for x in segments[1:]):
            found |= {id(x) for x in segments[:1] if DIGITS.search(x.text)}
    return found


def _mark_numbers(sheet: Sheet, number: int) -> None:
    """Mark page numbers that stand alone at the very top or foot."""
    rows = [r for r in sheet.rows if r.table is None]
    if not rows:
        return
    for row in (min(rows, key=lambda r: r.base), max(rows, key=lambda r: r.base)):
        segments = row.segments()
        base = segments[0].base
        if 0.1 * sheet.height < base < 0.9 * sheet.height:
            continue
        for segment in segments:
            text = segment.text
            named = NAMED_PAGE.search(text)
            if (
                (PAGE_NUMBER.fullmatch(text) and len(segments) == 1)
                or (PAGE_NUMBER.fullmatch(text) and "page" in text.casefold())
                or (named and int(named[1]) == number and len(text) < 60)
            ):
                segment.furniture = True


# --------------------------------------------------------------------------- wraps


def mark_wraps(sheets: list[Sheet]) -> None:
    """Mark the lines of running text whose paragraph goes on in the next line."""
    body = [_body(sheet) for sheet in sheets]
    limits = _limits(sheets, body)
    reach = _reach(body, sheets, limits)
    margin = find_margin((sheet.width, sheet.rows) for sheet in sheets)
    last: tuple[Segment, float] | None = None
    for index, flow in enumerate(body):
        keys = _flow_keys(sheets[index])
        short = keep_short([row for row, _ in flow], margin) if margin else set()
        for place, (row, segment) in enumerate(flow):
            limit = limits.get(keys[row.flow], segment.right)
            if margin and place in short:
                limit = min(limit, margin)
            segment.limit = limit
            if last is not None:
                same_page = place > 0 and flow[place - 1][0].flow == row.flow
                before, edge = last
                before.wraps = _goes_on(before, segment, edge, reach, same_page)
            last = (segment, limit) if row.table is None else None
            if row.table is not None:
                continue
        if not flow:
            last = None


def _body(sheet: Sheet) -> list[tuple[Row, Segment]]:
    """Return the first cells of the rows of running text."""
    return [
        (row, row.cells[0][0])
        for row in sheet.rows
        if row.table is None
        and row.cells
        and row.cells[0]
        and not row.cells[0][0].furniture
    ]


FlowKey = tuple[int, int]  # the width of the page, the place of a column on it or 0


def _flow_keys(sheet: Sheet) -> dict[int, FlowKey]:
    """Return by flow which lines of a document have a right edge in common.

    Columns that stand at one place do, and all that runs over a whole page.
    """
    spans: dict[int, list[tuple[float, float]]] = {}
    for row in sheet.rows:
        found = spans.setdefault(row.flow, [])
        found += [(s.left, s.right) for s in row.segments()]
    width = round(sheet.width)
    keys = dict.fromkeys(spans, (width, 0))
    if len(spans) > 1:
        for flow, found in spans.items():
            left, right = min(x for x, _ in found), max(x for _, x in found)
            if right - left < NARROW * width:
                keys[flow] = width, 1 + round(left / PLACE)
    return keys


def _limits(
    sheets: list[Sheet], body: list[list[tuple[Row, Segment]]]
) -> dict[FlowKey, float]:
    """Return the right edge of the text by page width and place of its column."""
    rights: dict[FlowKey, list[float]] = {}
    for sheet, flow in zip(sheets, body, strict=True):
        keys = _flow_keys(sheet)
        for row, segment in flow:
            if segment.text.count(" ") >= (3 if keys[row.flow][1] else 5):
                rights.setdefault(keys[row.flow], []).append(segment.right)
    return {k: max(v) if k[1] else _edge(v, k[0]) for k, v in rights.items()}


def _edge(rights: list[float], width: float) -> float:
    """Return where lines are broken: where several end; else near the page's edge.

    >>> _edge([300.0, 520.0, 522.0, 525.0, 528.0], 600)
    525.0
    >>> _edge([300.0, 320.0, 322.0], 600)
    540.0
    """
    rights.sort()
    edge = rights[int(0.97 * (len(rights) - 1))]
    if len(rights) < COLUMN and edge < 0.6 * width:
        return 0.9 * width
    near = sum(x > edge - 20 for x in rights)
    ragged = sum(x > edge - 55 for x in rights)
    if near >= max(3, 0.15 * len(rights)) or ragged >= max(3, 0.4 * len(rights)):
        return edge
    return max(edge, 0.9 * width)


def _leading(body: list[list[tuple[Row, Segment]]]) -> float:
    """Return the usual distance between lines of a paragraph, in ems."""
    steps = []
    for flow in body:
        for (row, a), (after, b) in pairwise(flow):
            step = b.base - a.base
            if row.flow == after.flow and abs(a.size - b.size) < 0.5 and step > 0:
                steps.append(step / a.size)
    steps = sorted(x for x in steps if x < 3)
    return steps[len(steps) // 4] if steps else 1.2


def _reach(
    body: list[list[tuple[Row, Segment]]],
    sheets: list[Sheet],
    limits: dict[FlowKey, float],
) -> float:
    """Return how far apart lines of one paragraph stand at most, in ems.

    Where lines that left room are often followed by a wider step than any into small
    letters, that space parts paragraphs, and nothing goes on over it.
    """
    within, between = [], []
    for sheet, flow in zip(sheets, body, strict=True):
        keys = _flow_keys(sheet)
        for (row, a), (after, b) in pairwise(flow):
            step = (b.base - a.base) / a.size
            if row.flow != after.flow or abs(a.size - b.size) >= 0.5 or step <= 0:
                continue
            if b.text[:1].islower():
                within.append(step)
            elif _leaves_room(a, b, limits.get(keys[row.flow], a.right)):
                between.append(step)
    if len(within) >= SURE:
        widest = sorted(within)[int(0.9 * len(within))]
        wider = sorted(x for x in between if x > WIDER * widest)
        if len(wider) >= SURE:
            return (widest + wider[len(wider) // 10]) / 2
    return 1.3 * _leading(body) + SLACK


def _leaves_room(line: Segment, after: Segment, limit: float) -> bool:
    """Tell whether the next word would have had room in a line."""
    return line.right + 0.25 * line.size + after.first < limit - 0.4 * line.size


def _goes_on(
    line: Segment, after: Segment, limit: float, reach: float, same_page: bool
) -> bool:
    """Tell whether a line was broken only because the next word had no room."""
    size = line.size
    if abs(after.size - size) > 1 or after.label:
        return False
    if line.tail_bold != after.head_bold and not _weight_may_change(line, after):
        return False
    if _leaves_room(line, after, limit):
        return False
    if not same_page:
        return after.text[:1].islower() or line.text[-1:] not in ".:;!?"
    step = after.base - line.base
    if not 0 < step < reach * size:
        return False
    return -60 < after.left - line.left < 1.5 * size or abs(after.left - line.hang) < 4


def _weight_may_change(line: Segment, after: Segment) -> bool:
    """Tell whether a paragraph may turn bold or plain where its line breaks."""
    if after.text[:1].islower():
        return True
    return not line.tail_bold and (
        line.text[-1:] not in ".:;!?" or " " not in after.text
    )


# ------------------------------------------------------------------------- writing


def write(sheets: list[Sheet], builder: TextBuilder) -> None:
    """Put the rows into the builder, page by page."""
    left = _left_edge(sheets)
    tables = number_tables(sheets)
    for number, sheet in enumerate(sheets):
        builder.page(round(sheet.width, 2), round(sheet.height, 2))
        for row in sheet.rows:
            table = None if row.table is None else tables[number, row.table]
            builder.row_of(
                [[(s.text, _style(s, left, table)) for s in c] for c in row.cells]
            )


def number_tables(sheets: list[Sheet]) -> dict[tuple[int, int], int]:
    """Return the number of each table in the document, by page and number on it.

    A table goes on overleaf where one ends a page and one with the same columns opens
    the next: it is one table, whose heads stand on its first page only.
    """
    found: dict[tuple[int, int], int] = {}
    count = 0
    above: Row | None = None  # the row that ends the page before
    for number, sheet in enumerate(sheets):
        shown = [r for r in sheet.rows if not all(s.furniture for s in r.segments())]
        if shown and above is not None and is_one_table(above, shown[0]):
            plain_rest(above, shown[0])
            found[number, shown[0].table or 0] = count - 1
        for row in sheet.rows:
            if row.table is not None and (number, row.table) not in found:
                found[number, row.table] = count
                count += 1
        above = shown[-1] if shown else None
    return found


def _left_edge(sheets: list[Sheet]) -> float:
    """Return the left edge of most text."""
    lefts = sorted(
        s.left for sheet in sheets for r in sheet.rows for s in r.segments()[:1]
    )
    return lefts[len(lefts) // 20] if lefts else 0.0


def _style(segment: Segment, left: float, table: int | None) -> dict[str, object]:
    return {
        "box": Box(
            round(segment.left, 2),
            round(segment.top, 2),
            round(segment.right, 2),
            round(segment.bottom, 2),
        ),
        "size": round(segment.size, 1),
        "bold": segment.bold,
        "italic": segment.italic,
        "furniture": segment.furniture,
        "indent": round(max(0.0, segment.left - left), 1),
        "wraps": segment.wraps,
        "bold_to": segment.bold_to,
        "table": table,
        "confidence": segment.confidence,
    }
