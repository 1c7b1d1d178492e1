"""Finds where two columns of running text part on a page."""

from __future__ import annotations

from itertools import groupby, pairwise
from statistics import median

from minutebook.load.lines import WIDE_GAP, Row, group_rows
from minutebook.load.page import Word

LEAST_LINES, LEAST_WORDS = 8, 3  # of a column of text: of it, of its lines
SAME_LINE = 0.8  # points
LEAST_OPENED = 3  # paragraphs of a column that begin behind space
OPENED = 1.3  # times the distance of close lines: space above a paragraph
CLOSE = 6  # one in so many steps between lines is that of close ones, or less
LEAST_KNOWN = 2  # lines on the right of a gutter that the page before has too
NEAR = 3.0  # points by which columns of two pages are out of line
FULL = 0.6  # of its column, the usual line of one with headings in it


Gutter = tuple[float, int, int]  # a place, and its first and last line


def find_gutter(
    lines: list[list[Word]], width: float, known: float = 0.0
) -> Gutter | None:
    """Return where two columns of running text part, and their first and last lines.

    Both sides must look like running text: many words a line, most lines full; fewer
    lines do where the page before is known to have a column that begins at a place.
    """
    spans = [_intervals(line) for line in lines]
    return _find_broad(lines, spans, width) or _find_known(spans, known)


def find_right_column(rows: list[Row]) -> float:
    """Return where the right one of two columns of text begins; 0 for no such.

    Each flow of rows is a column, and one that begins above the end of the last
    stands on its right.
    """
    flows = [list(run) for _, run in groupby(rows, key=lambda row: row.flow)]
    found = 0.0
    for left, right in pairwise(flows):
        if right[0].base < left[-1].base and len(right) >= LEAST_LINES:
            found = min(s.left for row in right for s in row.segments())
    return found


def _find_known(spans: list[list[tuple[float, float]]], known: float) -> Gutter | None:
    """Return the gutter left of a known column, where lines stand on both its sides."""
    run = _longest_run(spans, known - NEAR) if known else None
    if run is None or run[0] < LEAST_KNOWN:
        return None
    _, first, last = run
    rights = [x[0] for line in spans[first:last] for x in line if x[0] > known - NEAR]
    return (known - NEAR, first, last) if min(rights) <= known + NEAR else None


def _find_broad(
    lines: list[list[Word]], spans: list[list[tuple[float, float]]], width: float
) -> Gutter | None:
    if len(lines) < 12:
        return None
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
    sides = halves(lines[first:last], x)
    if _are_apart(*sides, width) or _run_on_their_own(*sides, width):
        return x, first, last
    first, last = _block(lines, spans, x, first, last)
    sides = halves(lines[first:last], x)
    return (x, first, last) if all(_is_prose(s, width) for s in sides) else None


def halves(lines: list[list[Word]], x: float) -> tuple[list[Word], list[Word]]:
    """Return the words on the left of a place, and those on its right."""
    words = [w for line in lines for w in line]
    return [w for w in words if w[2] <= x + 1], [w for w in words if w[2] > x + 1]


def _are_apart(left: list[Word], right: list[Word], width: float) -> bool:
    """Tell whether two broad columns keep lines of their own.

    Cells side by side stand on one line; columns of a newspaper seldom do.
    """
    bases = []
    for words in (left, right):
        lines = group_rows(words)
        if len(lines) < LEAST_LINES or median(len(x) for x in lines) < LEAST_WORDS:
            return False
        if max(w[2] for w in words) - min(w[1] for w in words) < 0.25 * width:
            return False
        bases.append({line[0][0] for line in lines})
    beside = sum(any(abs(a - b) < SAME_LINE for a in bases[0]) for b in bases[1])
    return beside < 0.5 * min(map(len, bases))


def _run_on_their_own(left: list[Word], right: list[Word], width: float) -> bool:
    """Tell whether the paragraphs of two columns begin at heights of their own.

    The rows of a table begin in all their cells on one line; paragraphs of columns
    that a text runs through do so by chance only.
    """
    if not all(_is_prose(words, width, FULL) for words in (left, right)):
        return False
    opened = [_openings(words) for words in (left, right)]
    fewest = min(map(len, opened))
    together = sum(any(abs(a - b) < SAME_LINE for a in opened[0]) for b in opened[1])
    return fewest >= LEAST_OPENED and together <= 0.5 * fewest


def _openings(words: list[Word]) -> list[float]:
    """Return the heights of the lines that stand below more space than close ones."""
    bases = [line[0][0] for line in group_rows(words)]
    steps = [b - a for a, b in pairwise(bases)]
    usual = OPENED * sorted(steps)[len(steps) // CLOSE]
    return [base for base, step in zip(bases[1:], steps, strict=True) if step > usual]


def _block(
    lines: list[list[Word]],
    spans: list[list[tuple[float, float]]],
    x: float,
    first: int,
    last: int,
) -> tuple[int, int]:
    """Return the stretch of evenly spaced rows with most rows on both sides."""
    bases = [line[0][0] for line in lines[first:last]]
    steps = [b - a for a, b in pairwise(bases)]
    widest = 1.5 * median(steps) if steps else 0.0
    best, start, both = (0, first, last), first, 0
    for index in range(first, last):
        both += spans[index][0][0] < x < spans[index][-1][1]
        ends = index + 1 == last or steps[index - first] > widest
        if ends:
            best = max(best, (both, start, index + 1), key=lambda b: b[0])
            start, both = index + 1, 0
    _, start, end = best
    while start < end and (
        _is_cells(lines[start], x) or not spans[start][0][0] < x < spans[start][-1][1]
    ):
        start += 1
    while end > start and _is_cells(lines[end - 1], x):
        end -= 1
    return start, end


def _is_cells(line: list[Word], x: float) -> bool:
    """Tell whether a row holds cells: more than one on a side of the gutter."""
    sides = ([w for w in line if w[2] <= x + 1], [w for w in line if w[2] > x + 1])
    return any(side and len(_intervals(side, WIDE_GAP)) > 1 for side in sides)


def _intervals(line: list[Word], ems: float = 0.7) -> list[tuple[float, float]]:
    """Return the stretches of a row that hold text, gaps of so many ems between."""
    out = [(line[0][1], line[0][2])]
    for word in line[1:]:
        left, right = out[-1]
        if word[1] - right < ems * word[3]:
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


def _is_prose(words: list[Word], width: float, least: float = 0.75) -> bool:
    """Tell whether the lines of a column are those of text, most of them full."""
    lines = group_rows(words)
    if len(lines) < LEAST_LINES:
        return False
    left = min(w[1] for w in words)
    right = max(w[2] for w in words)
    if right - left < 0.25 * width:
        return False
    full = [x for x in lines if len(_intervals(x, WIDE_GAP)) == 1]
    widths = [x[-1][2] - x[0][1] for x in full]
    return (
        len(full) > 0.8 * len(lines)
        and median(widths) > least * (right - left)
        and median(len(x) for x in full) >= 4
    )
