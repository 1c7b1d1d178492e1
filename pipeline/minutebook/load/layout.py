"""Puts the words of a page into rows, cells, columns and tables."""

from __future__ import annotations

from minutebook.load.besidemarks import LEAST, RIGHT
from minutebook.load.gutters import find_gutter, halves
from minutebook.load.lines import (
    TRACK_GAP,
    WIDE_GAP,
    Row,
    Segment,
    group_rows,
    make_segment,
    split_row,
)
from minutebook.load.page import PageContent, Rect, Word
from minutebook.load.ruling import find_grids
from minutebook.load.sidecolumn import part_line
from minutebook.load.tables import add_tables, fill_grids


def lay_out(
    page: PageContent, words: list[Word], beside: float = 0.0, column: float = 0.0
) -> list[Row]:
    """Return the rows that words of a page make, in reading order.

    Where text is known to stand beside titles, `beside` is where its lines begin;
    `column` is where the right column of text begins on the page before, if any does.
    """
    if not words:
        return []
    grids = find_grids(page.rules)
    free = fill_grids(page, words, grids) if grids else words
    if beside:
        return add_tables(_rows(group_rows(free), page.width, beside), grids)
    return add_tables(_flow(free, page.width, column), grids)


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


# ------------------------------------------------------------------------- columns


def _flow(words: list[Word], width: float, column: float, depth: int = 0) -> list[Row]:
    """Return the rows of words outside tables, column after column."""
    if not words:
        return []
    lines = group_rows(words)
    gutter = find_gutter(lines, width, column) if depth < 2 else None
    if gutter is None:
        return _rows(lines, width)
    x, first, last = gutter
    out = _rows(lines[:first], width) if first else []
    for part in halves(lines[first:last], x):
        rows = _flow(part, width, 0.0, depth + 1)
        out += _shift(rows, out)
    if last < len(lines):
        rest = _flow([w for line in lines[last:] for w in line], width, column, depth)
        out += _shift(rest, out)
    return out


def _shift(rows: list[Row], before: list[Row]) -> list[Row]:
    """Give rows flows of their own, after those before them."""
    top = max((r.flow for r in before), default=-1) + 1
    for row in rows:
        row.flow += top
    return rows


def _rows(lines: list[list[Word]], width: float, beside: float = 0.0) -> list[Row]:
    """Return the rows of one column of text, cells parted by gaps.

    A line of text beside a title is parted where such text begins.
    """
    tracks = _tracks(lines, width)
    rows = []
    for index, line in enumerate(lines):
        here = [x for x, first, last in tracks if first <= index <= last]
        sides = part_line(line, beside) if beside else (line,)
        parts = [make_segment(p) for side in sides for p in split_row(side, here)]
        parts = [p for p in parts if p.text]
        if parts:
            rows.append(Row([[p] for p in parts], parts[0].base))
    _number_columns(rows)
    return _attach_margin(rows, width)


Track = tuple[float, int, int]  # a place, and the first and last row it is good for


def _tracks(lines: list[list[Word]], width: float) -> list[Track]:
    """Return the places where a column seems to start: three rows break there,
    or two of which one has a wide gap. In a margin on the right they may be far apart.

    A row that starts there counts, so that a first row with a heading word in front
    ("Present   Ada Penrose") is parted like the rows under it.
    """
    starts: dict[int, list[int]] = {}
    wide: set[int] = set()
    for index, line in enumerate(lines):
        right = line[0][2]
        for word in line[1:]:
            gap, key = word[1] - right, round(word[1])
            if gap > TRACK_GAP * word[3]:
                starts.setdefault(key, []).append(index)
            if gap > WIDE_GAP * word[3]:
                wide |= {key - 1, key, key + 1}
            right = max(right, word[2])
    for index, line in enumerate(lines):
        key = round(line[0][1])
        if key in starts or key - 1 in starts or key + 1 in starts:
            starts.setdefault(key, []).append(index)
    tracks = [t for key in list(starts) for t in _runs(lines, starts, key, key in wide)]
    for key in wide.intersection(starts):
        rows = _rows_near(starts, key)
        if key > RIGHT * width and len(rows) >= LEAST:
            marked = lines[rows[0] : rows[-1] + 1]
            if _is_clear(marked, key):
                tracks.append((float(key), rows[0], rows[-1]))
    return tracks


def _rows_near(starts: dict[int, list[int]], key: int) -> list[int]:
    """Return the rows that break at one place."""
    return sorted({i for k in (key - 1, key, key + 1) for i in starts.get(k, ())})


def _runs(
    lines: list[list[Word]], starts: dict[int, list[int]], key: int, wide: bool
) -> list[Track]:
    """Return the stretches of rows, little apart, that break at one place."""
    rows = _rows_near(starts, key)
    runs: list[list[int]] = []
    for index in rows:
        if runs and index - runs[-1][-1] <= 3:
            runs[-1].append(index)
        else:
            runs.append([index])
    return [
        (float(key), run[0], run[-1])
        for run in runs
        if len(run) >= (2 if wide else 3)
        and _is_clear(lines[run[0] : run[-1] + 1], key)
    ]


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


def _attach_margin(rows: list[Row], width: float) -> list[Row]:
    """Return the rows with notes in the right margin beside the text they stand by."""
    edge = _margin(rows, width)
    if edge is None:
        return rows
    texts = [r for r in rows if any(s.left < edge for s in r.segments())]
    homes: dict[int, list[Segment]] = {}
    out = []
    for row in rows:
        notes = row.segments()
        if any(s.left < edge for s in notes):
            out.append(row)
            continue
        home = min(texts, key=lambda r: abs(r.base - row.base), default=None)
        if (
            home is not None
            and abs(home.base - row.base) < 0.8 * notes[0].size
            and all(s.right < notes[0].left for s in home.segments())
            and id(home) not in homes
        ):
            homes[id(home)] = notes
        else:
            if row.cells[0]:
                row.cells = [[], *row.cells]
            out.append(row)
    for row in out:
        row.cells += [[s] for s in homes.get(id(row), [])]
    return out


def _margin(rows: list[Row], width: float) -> float | None:
    """Return where a margin of short notes on the right begins, if there is one."""
    lefts = sorted(
        s.left
        for r in rows
        for s in r.segments()[-1:]
        if s.left > RIGHT * width and len(s.text) <= 25
    )
    best: tuple[int, float] | None = None
    for index, left in enumerate(lefts):
        near = sum(x - left < 12 for x in lefts[index:])
        if near >= 2 and (best is None or near > best[0]):
            best = (near, left)
    if best is None:
        return None
    edge = best[1] - 1
    texts = [s for r in rows for s in r.segments() if s.left < edge]
    over = sum(s.right > edge for s in texts)
    return edge if len(texts) >= 4 and over <= 0.1 * len(texts) else None
