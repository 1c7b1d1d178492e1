"""Reads scanned pages with tesseract, keeping where each word stands."""

from __future__ import annotations

import csv
import io
import os
import shutil
import subprocess
from statistics import mean

import pypdfium2

from minutebook.errors import Damaged, Encrypted, MissingProgram, TooLarge
from minutebook.load.lines import Row
from minutebook.load.page import PageContent, Word

DPI = 200
MAX_PAGES = 400
MAX_SIDE = 6_000  # pixels: a page drawn larger than this is scaled down
SECONDS = 180  # a page
FIELDS = 12

_Place = tuple[float, float, float, float, str]  # left, top, right, bottom, text


def scan_pages(
    data: bytes, password: str | None, wanted: list[int], notes: list[str]
) -> list[PageContent]:
    """Return the words of the wanted pages (from 0) as tesseract reads them.

    Adds to the notes that the text is recognised and how sure tesseract is, from 0
    to 100. Raises MissingProgram where tesseract is not installed.
    """
    program = shutil.which("tesseract")
    if program is None:
        raise MissingProgram("tesseract-ocr (to read scans)")
    try:
        document = pypdfium2.PdfDocument(data, password=password)
    except pypdfium2.PdfiumError as error:
        raise (Encrypted if "assword" in str(error) else Damaged)() from error
    try:
        if len(wanted) > MAX_PAGES:
            raise TooLarge(f"more than {MAX_PAGES} scanned pages")
        pages = [_scan(program, document, number) for number in wanted]
    finally:
        document.close()
    sure = [x for page in pages for x in page.sure.values()]
    notes.append("ocr")
    notes.append(f"ocr confidence: {mean(sure):.0f}" if sure else "ocr found no words")
    return pages


def _scan(program: str, document: pypdfium2.PdfDocument, number: int) -> PageContent:
    page = document[number]
    width, height = page.get_size()
    scale = min(DPI / 72, MAX_SIDE / max(width, height, 1))
    bitmap = page.render(scale=scale, grayscale=True)
    table = _tesseract(program, _portable_map(bitmap), round(scale * 72))
    page.close()
    content = PageContent(width, height)
    content.sure = read_words(table, scale)
    content.words += content.sure
    return content


def add_recognised(page: PageContent, found: PageContent) -> PageContent:
    """Return a page with what OCR found on it, but for the words in print there."""
    printed = [(w[1], w[0] - w[3], w[2], w[0] + 0.3 * w[3]) for w in page.words]
    for word, sure in found.sure.items():
        base, left, right, size, *_ = word
        x, y = (left + right) / 2, base - size / 3
        if not any(p[0] <= x <= p[2] and p[1] <= y <= p[3] for p in printed):
            page.words.append(word)
            page.sure[word] = sure
    return page


def set_confidence(rows: list[Row], sure: dict[Word, float]) -> None:
    """Tell each line of a page how sure OCR is of its words, on average."""
    known: dict[float, list[tuple[float, float, float]]] = {}
    for (base, left, right, *_), confidence in sure.items():
        known.setdefault(base, []).append((left, right, confidence))
    for segment in (s for row in rows for s in row.segments()):
        inside = [
            confidence
            for base, words in known.items()
            if segment.top <= base <= segment.bottom
            for left, right, confidence in words
            if segment.left - 0.1 <= left and right <= segment.right + 0.1
        ]
        segment.confidence = round(mean(inside), 1) if inside else None


def _portable_map(bitmap: pypdfium2.PdfBitmap) -> bytes:
    """Return a grey picture in the plainest format that tesseract reads."""
    stride, width, height = bitmap.stride, bitmap.width, bitmap.height
    raw = bytes(bitmap.buffer)
    rows = (raw[y * stride : y * stride + width] for y in range(height))
    return b"P5 %d %d 255\n" % (width, height) + b"".join(rows)


def _tesseract(program: str, picture: bytes, dpi: int) -> str:
    """Return tesseract's table of words for one picture."""
    command = [program, "-", "-", "-l", "eng", "--dpi", str(dpi), "--psm", "3", "tsv"]
    try:
        done = subprocess.run(
            command,
            input=picture,
            capture_output=True,
            timeout=SECONDS,
            check=True,
            env=os.environ | {"OMP_THREAD_LIMIT": "1"},
        )
    except subprocess.TimeoutExpired as error:
        raise TooLarge("tesseract took too long") from error
    except subprocess.CalledProcessError as error:
        reason = error.stderr.decode("utf-8", "replace").strip()[:200]
        raise MissingProgram(f"tesseract: {reason}") from error
    return done.stdout.decode("utf-8", "replace")


def read_words(table: str, scale: float) -> dict[Word, float]:
    """Return words with their places in points, and how sure each is.

    The words of one line share its baseline and its height, so that they make one row.
    """
    lines: dict[tuple[str, ...], list[_Place]] = {}
    sure: dict[tuple[str, ...], list[float]] = {}
    rows = csv.reader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE)
    for row in rows:
        if len(row) < FIELDS or row[0] != "5" or not row[11].strip():
            continue
        left, top, width, height = (float(x) / scale for x in row[6:10])
        key = tuple(row[1:5])
        place = (left, top, left + width, top + height, row[11].strip())
        lines.setdefault(key, []).append(place)
        sure.setdefault(key, []).append(float(row[10]))
    return {
        word: confidence
        for key, line in lines.items()
        for word, confidence in zip(_line(line), sure[key], strict=True)
    }


def _line(line: list[_Place]) -> list[Word]:
    """Return the words of one line on the straight line through their feet."""
    heights = sorted(bottom - top for _, top, _, bottom, _ in line)
    size = max(4.0, heights[len(heights) * 3 // 4] * 1.15)
    feet = sorted(bottom for _, _, _, bottom, _ in line)
    base = feet[len(feet) // 2] - 0.05 * size
    last = len(line) - 1
    return [
        (base, left, right, size, text if i == last else text + " ", 0)
        for i, (left, _, right, _, text) in enumerate(line)
    ]
