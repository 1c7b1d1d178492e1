"""Makes lines of the words that stand side by side."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from minutebook.load.flow import opens_line
from minutebook.load.page import ARTIFACT, Word

WIDE_GAP = 1.6  # ems: a gap this wide parts two cells
EVEN = 0.12  # ems by which the gaps of a justified line differ
SMALLER = 0.7  # times the size of the largest word of a row: lines beside it
TRACK_GAP = 0.7  # ems: enough where several rows break at the same place
# What hangs before its text: 1. | 12.3 | (a) | iv) | 2019/034 | FC 12/2031 | •
LABEL = re.compile(
    r"""(?: [•▪◦o○*»➢\-–—·\ufffd]
      | \(? (?: \d{1,4} (?:[./]\d{1,4}){0,3} | [A-Za-z] | [ivxl]{1,6} | [IVX]{1,5}
            | [A-Z]{1,5} [ ./-]? \d{1,4} [a-z]? (?:[./-]\d{1,4}[a-z]?){0,2} )
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
    head_bold: bool  # of the first word
    tail_bold: bool  # of the last word
    label: bool = False
    wraps: bool = False
    bold_to: int = 0  # how far bold words go that open it; 0 for none or all
    limit: float = 0.0  # right edge of the cell or column it stands in
    confidence: float | None = None  # of OCR in its words


@dataclass(slots=True)
class Row:
    """One visual row, or one row of a ruled table: cells of lines each."""

    cells: list[list[Segment]]
    base: float
    table: int | None = None  # number of the ruled table on its page
    flow: int = 0  # rows of different flows are not neighbours
    lefts: tuple[float, ...] = ()  # where the columns of its table begin

    def segments(self) -> list[Segment]:
        """Return all lines of all cells."""
        return [s for cell in self.cells for s in cell]


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
    rows = _lower_raised([line for row in rows for line in _lines_beside(row)])
    for row in rows:
        row.sort(key=lambda w: w[1])
    return [_dedupe(row) for row in _interleave(rows)]


def _lines_beside(row: list[Word]) -> list[list[Word]]:
    """Return the lines of a row: several where small ones stand beside a large one.

    So do those of an address beside the name on a letterhead.
    """
    large = max(w[3] for w in row)
    small = [w for w in row if w[3] < SMALLER * large]
    if len(small) < 2 or not _collide(small):
        return [row]
    lines: list[list[Word]] = []
    for word in sorted(small):
        if lines and word[0] - lines[-1][0][0] <= 0.45 * word[3]:
            lines[-1].append(word)
        else:
            lines.append([word])
    for word in (w for w in row if w[3] >= SMALLER * large):
        min(lines, key=lambda line: abs(line[0][0] - word[0])).append(word)
    return lines


def _collide(words: list[Word]) -> bool:
    """Tell whether one word stands over another on a line of its own."""
    placed = sorted(words, key=lambda w: w[1])
    return any(
        b[1] < a[2] - 0.2 * a[3] and abs(a[0] - b[0]) > 0.45 * a[3]
        for a, b in pairwise(placed)
    )


def _interleave(rows: list[list[Word]]) -> list[list[Word]]:
    """Return rows with those put together that stand side by side a little askew."""
    out: list[list[Word]] = []
    for row in rows:
        if out:
            size = min(row[0][3], out[-1][0][3])
            if 0 < row[0][0] - out[-1][0][0] < 0.62 * size and _apart(
                out[-1], row, size
            ):
                out[-1] = sorted(out[-1] + row, key=lambda w: w[1])
                continue
        out.append(row)
    return out


def _apart(one: list[Word], two: list[Word], gap: float) -> bool:
    """Tell whether no word of one row stands over or close to a word of the other."""
    both = sorted([(w[1], w[2], 0) for w in one] + [(w[1], w[2], 1) for w in two])
    return all(a[2] == b[2] or b[0] - a[1] > gap for a, b in pairwise(both))


def _lower_raised(rows: list[list[Word]]) -> list[list[Word]]:
    """Return the rows with small raised words put into the row they belong to."""
    out: list[list[Word]] = []
    for row in rows:
        if out and len(out[-1]) <= 8:
            above = out[-1]
            size = max(w[3] for w in row)
            base = max(row, key=lambda w: w[3])[0]
            if (
                all(w[3] < 0.8 * size and len(w[4].strip()) <= 4 for w in above)
                and base - above[0][0] < 0.75 * size
                and all(_touches(w, row, size) for w in above)
            ):
                out[-1] = above + row
                continue
        out.append(row)
    return out


def _touches(word: Word, row: list[Word], size: float) -> bool:
    """Tell whether some word ends where this one starts, or the other way round."""
    return any(
        abs(word[1] - w[2]) < 0.4 * size or abs(w[1] - word[2]) < 0.4 * size
        for w in row
    )


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
    return [row] if len(parts) > 1 and _is_justified(row, tracks) else parts


def _is_justified(row: list[Word], tracks: list[float]) -> bool:
    """Tell whether the words of a row are but drawn apart, to fill their column.

    All gaps are as wide, the one behind a label aside; cells that stand evenly apart
    begin where those of other rows do.
    """
    gaps: list[tuple[float, float]] = []  # how wide, where the next word begins
    right = row[0][2]
    for index, word in enumerate(row):
        gap = word[1] - right
        if gap > 0.2 * word[3] and not (not gaps and _is_label(row[:index])):
            gaps.append((gap, word[1]))
        if " " in word[4].strip():
            return False
        right = max(right, word[2])
    wide = [gap for gap, _ in gaps]
    if len(wide) < 2 or max(wide) - min(wide) > EVEN * row[-1][3]:
        return False
    last = gaps[-1][1]  # initials in a margin stand under one another
    return not any(abs(last - t) < 2 for t in tracks)


def _is_label(words: list[Word]) -> bool:
    text = "".join(w[4] for w in words).strip()
    longest = 13 if text[:1].isalpha() else 9  # a date is no label
    return len(text) <= longest and LABEL.match(text) is not None


def make_segment(words: list[Word], limit: float = 0.0) -> Segment:
    """Return the line that words side by side make, spaces between them inferred."""
    text, label_end, parts, counts = _join(words)
    size = _usual_size(words)
    big = max(w[3] for w in words)
    base = max(words, key=lambda w: w[3])[0]
    letters = sum(len(w[4]) for w in words)
    bold = sum(len(w[4]) for w in words if w[5] & 1)
    italic = sum(len(w[4]) for w in words if w[5] & 2)
    if label_end and text.startswith("o "):
        text = "•" + text[1:]  # the hollow bullet of word processors
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
        head_bold=bool(words[0][5] & 1),
        tail_bold=bool(words[-1][5] & 1),
        label=label_end > 0,
        bold_to=_bold_lead(text, words, parts, counts),
        limit=limit,
    )


def _usual_size(words: list[Word]) -> float:
    """Return the size that most letters of a line have."""
    first = words[0][3]
    if all(w[3] == first for w in words):
        return first
    letters: dict[float, int] = {}
    for word in words:
        letters[word[3]] = letters.get(word[3], 0) + len(word[4])
    return max(letters, key=lambda x: letters[x])


def _first_width(words: list[Word]) -> float:
    """Return the width up to the first space."""
    left, right = words[0][1], words[0][2]
    for before, word in pairwise(words):
        if before[4].endswith(" ") or word[1] - before[2] > 0.15 * word[3]:
            break
        right = word[2]
    return right - left


def _join(words: list[Word]) -> tuple[str, int, list[str], list[int]]:
    """Return the text of words, how many label it, its parts, their count by word."""
    spread = _letter_gap(words)
    parts = [words[0][4]]
    counts = [1]
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
        counts.append(len(parts))
    return " ".join("".join(parts).split()), label, parts, counts


def _bold_lead(
    text: str, words: list[Word], parts: list[str], counts: list[int]
) -> int:
    """Return how far the bold words go that open a line; 0 for none or all."""
    first = next((i for i, x in enumerate(words) if x[5] & 1), -1)
    label = "".join(parts[: counts[first - 1]]).strip() if first > 0 else ""
    if first < 0 or (first and not LABEL.match(label)):
        return 0
    last = next((i for i in range(first, len(words)) if not words[i][5] & 1), 0) - 1
    if last < 0:
        return 0
    end = len(" ".join("".join(parts[: counts[last]]).split()))
    return end if opens_line(text, end) else 0


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
