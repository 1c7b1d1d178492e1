"""Puts the words of a page into rows, cells, columns and tables."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from minutebook.load.content import ARTIFACT, PageContent, Rect, Word
from minutebook.load.ruling import Cell, Grid, find_grids

WIDE_GAP = 1.6  # ems: a gap this wide parts two cells
TRACK_GAP = 0.7  # ems: enough where several rows break at the same place
# What hangs before its text: 1. | 12.3 | (a) | iv) | 2019/034 | 104/23.1 | •
LABEL = re.compile(
    r"""(?: [•▪◦o○*»➢\-–—·\ufffd]
      | \(? (?: \d{1,4} (?:[./]\d{1,4}){0,3} | [A-Za-z] | [ivxl]{1,6} | [IVX]{1,5} )
        [.):]? \)?
      ) $""",
    re.VERBOSE,
)
BULLET = re.compile(r"[•▪◦o○»➢·\ufffd]$")
ORDINAL = re.compile(r"(?:st|nd|rd|th)\b", re.IGNORECASE)


@dataclass(slots=True)
class Segment:
    """A run of words of one visual line with no wide gap in it."""

    left: float
    top: float
    right: float
    bottom: float
    base: float
    size: float
    text: str
    bold: bool
    italic: bool
    furniture: bool
    first: float  # width of the first word
    hang: float  # where the text starts after a label
    label: bool = False
    wraps: bool = False
    limit: float = 0.0  # right edge of the cell or column it stands in


@dataclass(slots=True)
class Row:
    """One visual row, or one row of a ruled table: cells of lines each."""

    cells: list[list[Segment]]
    base: float
    table: Rect | None = None
    flow: int = 0  # rows of different flows are not neighbours

    def segments(self) -> list[Segment]:
        """Return all lines of all cells."""
        return [s for cell in self.cells for s in cell]


def lay_out(page: PageContent) -> list[Row]:
    """Return the rows of a page in reading order."""
    words = choose_words(page)
    if not words:
        return []
    grids = find_grids(page.rules)
    free = _fill_grids(words, grids) if grids else words
    rows = _flow(free, page.width)
    for grid in grids:
        rows = _insert(rows, _table_rows(grid), grid)
    return rows


def choose_words(page: PageContent) -> list[Word]:
    """Return the words that a reader of the page sees."""
    words = page.words
    if page.pale:
        grounds = page.fills + page.pictures
        words = words + [w for w in page.pale if _stands_on(w, grounds)]
    if page.hidden and len(page.hidden) > 4 * len(words):
        words = words + page.hidden
    turn = max(page.turned, key=lambda k: len(page.turned[k]))
    turned = page.turned[turn]
    width, height = page.width, page.height
    if len(turned) > 20 and len(turned) > 3 * len(words):
        words = turned
        if turn in (1, 3):
            width, height = height, width
            page.width, page.height = width, height
            page.rules = []
    return [
        w
        for w in words
        if w[1] > -2 and w[2] < width + 20 and 0 < w[0] < height + 2 and w[3] > 1
    ]


def _stands_on(word: Word, grounds: list[Rect]) -> bool:
    base, left, right, size = word[:4]
    x, y = (left + right) / 2, base - size / 3
    return any(g[0] <= x <= g[2] and g[1] <= y <= g[3] for g in grounds)


# --------------------------------------------------------------------------- words


def group_rows(words: list[Word]) -> list[list[Word]]:
    """Return the words by visual row, each from the left.

    A small raised word ("th" of "4th") stands in the row of the words beside it.
    """
    rows: list[list[Word]] = []
    current: list[Word] = []
    base = size = 0.0
    for word in sorted(words):
        if current and word[0] - base <= 0.45 * max(size, word[3]):
            if word[3] > size * 1.1:
                base, size = word[0], word[3]
            current.append(word)
        else:
            current = [word]
            rows.append(current)
            base, size = word[0], word[3]
    for row in rows:
        row.sort(key=lambda w: w[1])
    return [_dedupe(row) for row in rows]


def _dedupe(row: list[Word]) -> list[Word]:
    """Drop what is drawn twice to look bold."""
    kept: list[Word] = []
    for word in row:
        if kept:
            last = kept[-1]
            if (
                abs(word[1] - last[1]) < 0.12 * word[3]
                and word[4].strip() == last[4].strip()
                and abs(word[0] - last[0]) < 0.2 * word[3]
            ):
                continue
        kept.append(word)
    return kept


def split_row(row: list[Word], tracks: list[float]) -> list[list[Word]]:
    """Return a row's words by cell: parted at wide gaps and where columns start."""
    parts: list[list[Word]] = [[row[0]]]
    right = row[0][2]
    for word in row[1:]:
        gap, em = word[1] - right, max(word[3], parts[-1][-1][3])
        if gap > WIDE_GAP * em or (
            gap > TRACK_GAP * em and any(abs(word[1] - t) < 2 for t in tracks)
        ):
            if len(parts) == 1 and _is_label(parts[0]) and gap < 6 * em:
                parts[-1].append(word)
            else:
                parts.append([word])
        else:
            parts[-1].append(word)
        right = max(right, word[2])
    return parts


def _is_label(words: list[Word]) -> bool:
    text = "".join(w[4] for w in words).strip()
    return len(text) <= 9 and LABEL.match(text) is not None


def make_segment(words: list[Word], limit: float = 0.0) -> Segment:
    """Return the line that words side by side make, spaces between them inferred."""
    text, label_end = _join(words)
    size = max(words, key=lambda w: len(w[4]))[3]
    big = max(w[3] for w in words)
    base = max(words, key=lambda w: w[3])[0]
    letters = sum(len(w[4]) for w in words)
    bold = sum(len(w[4]) for w in words if w[5] & 1)
    italic = sum(len(w[4]) for w in words if w[5] & 2)
    hang = words[0][1]
    if label_end and label_end < len(words):
        hang = words[label_end][1]
    return Segment(
        left=words[0][1],
        top=base - 0.8 * big,
        right=max(w[2] for w in words),
        bottom=base + 0.22 * big,
        base=base,
        size=size,
        text=text,
        bold=bold > 0.6 * letters,
        italic=italic > 0.6 * letters,
        furniture=all(w[5] & ARTIFACT for w in words),
        first=_first_width(words),
        hang=hang,
        label=label_end > 0,
        limit=limit,
    )


def _first_width(words: list[Word]) -> float:
    """Return the width up to the first space."""
    left, right = words[0][1], words[0][2]
    for before, word in pairwise(words):
        if before[4].endswith(" ") or word[1] - before[2] > 0.15 * word[3]:
            break
        right = word[2]
    return right - left


def _join(words: list[Word]) -> tuple[str, int]:
    """Return the text of words and how many of them are a hanging label."""
    spread = _letter_gap(words)
    parts = [words[0][4]]
    label = 0
    for index, (before, word) in enumerate(pairwise(words), 1):
        em = max(before[3], word[3])
        gap = word[1] - before[2]
        wide = gap > (spread or 0.14 * em)
        if wide and gap > 0.25 * em and _is_ordinal(before, word):
            wide = gap > 0.6 * em
        spaced = parts[-1][-1:] == " " or word[4][0] == " "
        if spread:
            spaced = False
        if not label and index <= 3 and (wide or spaced):
            head = "".join(parts).strip()
            if LABEL.match(head) and (gap > 0.6 * em or head[-1] in ".):•"):
                label = index
        if wide or spaced:
            parts.append(" ")
        parts.append(word[4].strip() if spread else word[4])
    text = "".join(parts)
    return " ".join(text.split()), label


def _is_ordinal(before: Word, word: Word) -> bool:
    """Tell whether a small raised word belongs to the figure before it."""
    return (
        word[3] < 0.85 * before[3]
        and before[4][-1:].isdigit()
        and ORDINAL.match(word[4].strip()) is not None
    )


def _letter_gap(words: list[Word]) -> float:
    """Return the gap that parts words where the letters stand apart, else 0."""
    if len(words) < 6:
        return 0.0
    single = sum(len(w[4].strip()) == 1 for w in words)
    if single < 0.8 * len(words):
        return 0.0
    gaps = [b[1] - a[2] for a, b in pairwise(words)]
    middle = median(gaps)
    em = words[0][3]
    return middle * 1.6 + 0.05 * em if middle > 0.1 * em else 0.0


# ------------------------------------------------------------------------- columns


def _flow(words: list[Word], width: float, depth: int = 0) -> list[Row]:
    """Return the rows of words outside tables, column after column."""
    if not words:
        return []
    lines = group_rows(words)
    gutter = _find_gutter(lines, width) if depth < 2 else None
    if gutter is None:
        return _rows(lines)
    x, first, last = gutter
    middle = [w for line in lines[first:last] for w in line]
    out = _rows(lines[:first]) if first else []
    left = [w for w in middle if w[2] <= x + 1]
    right = [w for w in middle if w[2] > x + 1]
    for part in (left, right):
        rows = _flow(part, width, depth + 1)
        out += _shift(rows, out)
    if last < len(lines):
        rest = _flow([w for line in lines[last:] for w in line], width, depth)
        out += _shift(rest, out)
    return out


def _shift(rows: list[Row], before: list[Row]) -> list[Row]:
    """Give rows flows of their own, after those before them."""
    top = max((r.flow for r in before), default=-1) + 1
    for row in rows:
        row.flow += top
    return rows


def _find_gutter(
    lines: list[list[Word]], width: float
) -> tuple[float, int, int] | None:
    """Return where two columns of running text part, and their first and last lines.

    Both sides must look like running text: many words a line, most lines full.
    """
    if len(lines) < 16:
        return None
    spans = [_intervals(line) for line in lines]
    best: tuple[int, float, int, int] | None = None
    x = 0.3 * width
    while x < 0.7 * width:
        run = _longest_run(spans, x)
        if run and (best is None or run[0] > best[0]):
            best = (run[0], x, run[1], run[2])
        x += 4
    if best is None or best[0] < 10:
        return None
    _, x, first, last = best
    sides = [[w for line in lines[first:last] for w in line if w[2] <= x + 1]]
    sides.append([w for line in lines[first:last] for w in line if w[2] > x + 1])
    return (x, first, last) if all(_is_prose(s, width) for s in sides) else None


def _intervals(line: list[Word]) -> list[tuple[float, float]]:
    """Return the stretches of a row that hold text."""
    out = [(line[0][1], line[0][2])]
    for word in line[1:]:
        left, right = out[-1]
        if word[1] - right < 0.7 * word[3]:
            out[-1] = (left, max(right, word[2]))
        else:
            out.append((word[1], word[2]))
    return out


def _longest_run(
    spans: list[list[tuple[float, float]]], x: float
) -> tuple[int, int, int] | None:
    """Return the most rows one after another that leave `x` free, with both sides."""
    best: tuple[int, int, int] | None = None
    start, both = 0, 0
    for index in range(len(spans) + 1):
        free = index < len(spans) and all(b <= x or a >= x for a, b in spans[index])
        if free:
            line = spans[index]
            both += line[-1][1] > x
            continue
        if both and (best is None or both > best[0]):
            best = (both, start, index)
        start, both = index + 1, 0
    return best


def _is_prose(words: list[Word], width: float) -> bool:
    lines = group_rows(words)
    if len(lines) < 8:
        return False
    left = min(w[1] for w in words)
    right = max(w[2] for w in words)
    if right - left < 0.25 * width:
        return False
    full = [x for x in lines if len(_intervals(x)) == 1]
    widths = [x[-1][2] - x[0][1] for x in full]
    return (
        len(full) > 0.8 * len(lines)
        and median(widths) > 0.75 * (right - left)
        and median(len(x) for x in full) >= 4
    )


def _rows(lines: list[list[Word]]) -> list[Row]:
    """Return the rows of one column of text, cells parted by gaps."""
    tracks = _tracks(lines)
    rows = []
    for line in lines:
        parts = [make_segment(p) for p in split_row(line, tracks)]
        parts = [p for p in parts if p.text]
        if parts:
            rows.append(Row([[p] for p in parts], parts[0].base))
    _number_columns(rows)
    return _attach_margin(rows)


def _tracks(lines: list[list[Word]]) -> list[float]:
    """Return the places where a column seems to start: three rows break there."""
    starts: dict[int, int] = {}
    for line in lines:
        right = line[0][2]
        for word in line[1:]:
            if word[1] - right > TRACK_GAP * word[3]:
                key = round(word[1])
                starts[key] = starts.get(key, 0) + 1
            right = max(right, word[2])
    found = []
    for key, count in starts.items():
        near = count + starts.get(key - 1, 0) + starts.get(key + 1, 0)
        if near >= 3 and _is_clear(lines, key):
            found.append(float(key))
    return found


def _is_clear(lines: list[list[Word]], x: float) -> bool:
    """Tell whether hardly any word runs over the place."""
    over = sum(any(w[1] < x - 3 and w[2] > x - 1 for w in line) for line in lines)
    return over <= 0.1 * len(lines)


def _number_columns(rows: list[Row]) -> None:
    """Put a lone piece under the column of the row above that starts at its place."""
    above: Row | None = None
    for row in rows:
        if above is not None and len(above.cells) > len(row.cells):
            step = row.base - above.base
            lefts = [c[0].left if c else -99.0 for c in above.cells]
            first = row.cells[0][0]
            if step < 2.2 * first.size and abs(first.left - lefts[0]) > 3:
                _spread(row, lefts)
        if (
            above is None
            or len(row.cells) > 1
            or row.base - above.base > 30
            or not above.cells[0]
            or abs(row.cells[0][0].left - above.cells[0][0].left) > 3
        ):
            above = row


def _spread(row: Row, lefts: list[float]) -> None:
    places: list[int] = []
    for cell in row.cells:
        near = [i for i, x in enumerate(lefts) if abs(cell[0].left - x) <= 3]
        if not near or (places and near[0] <= places[-1]):
            return
        places.append(near[0])
    cells: list[list[Segment]] = [[] for _ in range(places[-1] + 1)]
    for place, cell in zip(places, row.cells, strict=True):
        cells[place] = cell
    row.cells = cells


def _attach_margin(rows: list[Row]) -> list[Row]:
    """Return the rows with notes in the right margin beside the text they stand by."""
    edge = _text_edge(rows)
    if edge is None:
        return rows
    out: list[Row] = []
    waiting: list[Row] = []
    for row in rows:
        segments = row.segments()
        if segments and all(s.left >= edge for s in segments):
            last = out[-1] if out else None
            if (
                last
                and len(last.segments()) == 1
                and row.base - last.base < 0.65 * segments[0].size
            ):
                last.cells = [last.segments(), *[[s] for s in segments]]
            else:
                waiting.append(row)
            continue
        for note in waiting:
            found = note.segments()
            if len(row.cells) == 1 and row.base - note.base < 0.65 * segments[0].size:
                row.cells = [*row.cells, *[[s] for s in found]]
            else:
                out.append(_as_margin(note))
        waiting = []
        out.append(row)
    return out + [_as_margin(x) for x in waiting]


def _as_margin(row: Row) -> Row:
    if row.cells and row.cells[0]:
        row.cells = [[], *row.cells]
    return row


def _text_edge(rows: list[Row]) -> float | None:
    """Return where a margin of short notes on the right begins, if there is one."""
    texts = [r.cells[0][0] for r in rows if r.cells[0]]
    full = sorted(s.right for s in texts if len(s.text) > 50)
    if len(full) < 4:
        return None
    edge = full[-1]
    notes = [
        s for r in rows for s in r.segments() if s.left > edge and len(s.text) < 25
    ]
    return edge if notes else None


# -------------------------------------------------------------------------- tables


def _fill_grids(words: list[Word], grids: list[Grid]) -> list[Word]:
    """Put words into the cells they stand in; return those in none."""
    free = []
    for word in words:
        x, y = (word[1] + word[2]) / 2, word[0] - word[3] / 3
        cell = None
        for grid in grids:
            if grid.left <= x <= grid.right and grid.top <= y <= grid.bottom:
                cell = grid.cell_at(x, y) or cell
        if cell is None:
            free.append(word)
        else:
            cell.words.append(word)
    return free


def _table_rows(grid: Grid) -> list[Row]:
    """Return the rows of a ruled table that hold words."""
    box = (grid.left, grid.top, grid.right, grid.bottom)
    rows = []
    for cells in grid.rows:
        made = [_cell_lines(cell) for cell in cells]
        if any(made):
            rows.append(Row(made, cells[0].top, box))
    return rows


def _cell_lines(cell: Cell) -> list[Segment]:
    if not cell.words:
        return []
    lines = [make_segment(x, cell.right) for x in group_rows(cell.words)]
    lines = [x for x in lines if x.text]
    mark_wraps_in_cell(lines)
    return lines


def mark_wraps_in_cell(lines: list[Segment]) -> None:
    """Mark the lines of a cell whose paragraph goes on: the next word had no room."""
    if len(lines) < 2:
        return
    inset = min(x.left for x in lines)
    limit = max(x.right for x in lines)
    for line, after in pairwise(lines):
        room = max(limit, min(line.limit - 6, limit + 2 * line.size))
        line.wraps = (
            not after.label
            and abs(after.size - line.size) < 1
            and after.base - line.base < 1.9 * line.size
            and line.right + 0.25 * line.size + after.first > room
            and after.left - inset < 40
        )


def _insert(rows: list[Row], table: list[Row], grid: Grid) -> list[Row]:
    """Return the rows with a table's rows where the table stands."""
    place = len(rows)
    for index, row in enumerate(rows):
        if row.base > grid.top and row.table is None:
            place = index
            break
        if row.table is not None and row.table[1] > grid.top:
            place = index
            break
    return rows[:place] + table + rows[place:]
