"""Opens a PDF safely and gives the content of its pages."""

from __future__ import annotations

import io
import logging
import re
import zlib
from collections.abc import Iterator
from typing import Any

from pdfminer.pdfdocument import (
    PDFDocument,
    PDFEncryptionError,
    PDFPasswordIncorrect,
)
from pdfminer.pdfexceptions import PDFException
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import (
    LITERALS_FLATE_DECODE,
    LITERALS_LZW_DECODE,
    LITERALS_RUNLENGTH_DECODE,
    PDFStream,
    resolve1,
)
from pdfminer.psexceptions import PSException
from pdfminer.psparser import PSKeyword
from pdfminer.utils import apply_png_predictor, decode_text

from minutebook.errors import Damaged, Encrypted, ReadError, TooLarge
from minutebook.load.content import ContentReader
from minutebook.load.fonts import FontShelf
from minutebook.load.page import Budget, PageContent
from minutebook.load.syntax import Matrix

CATALOG = re.compile(rb"(\d{1,9})\s+0\s+obj\s*<<[^<>]{0,200}/Type\s{0,9}/Catalog\b")
MAX_PAGES = 5_000
MAX_STREAM = 48_000_000  # bytes after decoding
MAX_FILTERS = 4
MAX_SLOW = 4_000_000  # bytes before decoding by a filter written in Python
FAULTS = (
    PDFException,
    PSException,
    AssertionError,
    AttributeError,
    IndexError,
    KeyError,
    OverflowError,
    RecursionError,
    TypeError,
    ValueError,
    zlib.error,
)

logging.getLogger("pdfminer").setLevel(logging.CRITICAL)


class CappedStream(PDFStream):
    """A stream whose decoding stops at a limit, however its filters are nested."""

    def decode(self) -> None:
        """Decode into `data`; raises TooLarge past the limit."""
        filters = self.get_filters()
        if len(filters) > MAX_FILTERS:
            raise TooLarge("filters of a stream")
        slow = LITERALS_LZW_DECODE + LITERALS_RUNLENGTH_DECODE
        if len(self.rawdata or b"") > MAX_SLOW and any(f in slow for f, _ in filters):
            raise TooLarge("stream")
        if self.decipher or not all(f in LITERALS_FLATE_DECODE for f, _ in filters):
            if sum(f in LITERALS_FLATE_DECODE for f, _ in filters):
                self._check_flate(filters)
            super().decode()
            return
        data = self.rawdata or b""
        for _, params in filters:
            data = _predicted(inflate(data), params)
        self.data, self.rawdata = data, None

    def _check_flate(self, filters: list[tuple[Any, Any]]) -> None:
        """Try the chain on a copy, so that the library never meets a bomb."""
        data = self.rawdata or b""
        if self.decipher:
            data = self.decipher(self.objid or 0, self.genno or 0, data, self.attrs)
        for position, (name, params) in enumerate(filters):
            if name in LITERALS_FLATE_DECODE:
                data = inflate(data)
            else:
                one = PDFStream({"Filter": name, "DecodeParms": params}, data)
                data = one.get_data()
            if position == MAX_FILTERS:
                break


def inflate(data: bytes) -> bytes:
    """Return the bytes that zlib data holds; what is cut short gives what there is.

    >>> inflate(zlib.compress(b"Minutes"))
    b'Minutes'
    """
    worker = zlib.decompressobj()
    try:
        out = worker.decompress(data, MAX_STREAM)
    except zlib.error:
        return _inflate_damaged(data)
    if worker.unconsumed_tail and len(out) >= MAX_STREAM:
        raise TooLarge("stream")
    return out


def _inflate_damaged(data: bytes) -> bytes:
    """Return what a damaged stream gives before its fault."""
    for window in (zlib.MAX_WBITS, -zlib.MAX_WBITS):
        worker, parts, total = zlib.decompressobj(window), [], 0
        for start in range(0, len(data), 64):
            try:
                part = worker.decompress(data[start : start + 64], MAX_STREAM)
            except zlib.error:
                break
            parts.append(part)
            total += len(part)
            if total > MAX_STREAM:
                raise TooLarge("stream")
        if total:
            return b"".join(parts)
    return b""


def _predicted(data: bytes, params: Any) -> bytes:
    """Return the bytes with a PNG predictor undone."""
    params = params if isinstance(params, dict) else {}
    predictor = resolve1(params.get("Predictor", 1))
    if not isinstance(predictor, int) or predictor < 10:
        return data
    colors = int(resolve1(params.get("Colors", 1)))
    columns = int(resolve1(params.get("Columns", 1)))
    bits = int(resolve1(params.get("BitsPerComponent", 8)))
    return bytes(apply_png_predictor(predictor, colors, columns, bits, data))


class CappedParser(PDFParser):
    """The parser of pdfminer, giving streams that stop at a limit."""

    def do_keyword(self, pos: int, token: PSKeyword) -> None:
        """Cap the stream that the keyword `stream` has just pushed."""
        super().do_keyword(pos, token)
        if token is self.KEYWORD_STREAM and self.curstack:
            place, stream = self.curstack[-1]
            if type(stream) is PDFStream:
                capped = CappedStream(
                    stream.attrs, stream.rawdata or b"", stream.decipher
                )
                self.curstack[-1] = (place, capped)


def open_pdf(data: bytes, password: str | None, notes: list[str]) -> PDFDocument:
    """Return the opened document; raises Encrypted or Damaged.

    A file without its tail, or whose table of objects leads nowhere, is read by
    looking through it for objects, and the notes say so.
    """
    try:
        document = _open(data, password)
    except Damaged:
        return _open_anyhow(data, password, notes, "its end is missing")
    if _has_pages(document):
        return document
    try:
        return _open_anyhow(data, password, notes, "its table of objects is wrong")
    except Damaged:
        return document


def _open_anyhow(
    data: bytes, password: str | None, notes: list[str], fault: str
) -> PDFDocument:
    """Return the document that the objects in a file make, whatever its table says."""
    catalogs = CATALOG.findall(data)
    if not catalogs:
        raise Damaged(fault)
    tail = b"\ntrailer\n<</Root %s 0 R>>\nstartxref\n0\n%%%%EOF" % catalogs[-1]
    document = _open(data + tail, password)
    notes.append(f"damaged: {fault}")
    return document


def _has_pages(document: PDFDocument) -> bool:
    """Return whether the catalog leads to something that can be a tree of pages."""
    try:
        tree = resolve1((document.catalog or {}).get("Pages"))
        kids = tree.get("Kids") if isinstance(tree, dict) else None
        return bool(kids) and isinstance(resolve1(resolve1(kids)[0]), dict)
    except FAULTS:
        return False


def in_words(error: Exception) -> str:
    """Return what an error of the library says, its name where it says nothing.

    >>> in_words(ValueError("no such page")), in_words(KeyError())
    ('no such page', 'KeyError')
    """
    return " ".join(str(error).split())[:100] or type(error).__name__


def _open(data: bytes, password: str | None) -> PDFDocument:
    try:
        return PDFDocument(CappedParser(io.BytesIO(data)), password or "")
    except PDFPasswordIncorrect as error:
        detail = "password refused" if password else ""
        raise Encrypted(detail) from error
    except PDFEncryptionError as error:
        raise Encrypted(str(error)) from error
    except FAULTS as error:
        raise Damaged(in_words(error)) from error


def read_pages(document: PDFDocument, notes: list[str]) -> Iterator[PageContent]:
    """Yield the content of each page; a page that breaks gives what it had."""
    _check_count(document)
    shelf, budget = FontShelf(), Budget()
    pages = PDFPage.create_pages(document)
    number = 0
    while True:
        try:
            page = next(pages, None)
        except ReadError:
            raise
        except FAULTS as error:
            if not number:
                raise Damaged(in_words(error)) from error
            notes.append(f"page tree broken after page {number}")
            return
        if page is None:
            return
        number += 1
        if number > MAX_PAGES:
            raise TooLarge(f"more than {MAX_PAGES} pages")
        content = _blank(page)
        try:
            _run(page, shelf, budget, content)
        except ReadError:
            raise
        except FAULTS as error:
            notes.append(f"page {number} broken: {type(error).__name__}")
        yield content


def _check_count(document: PDFDocument) -> None:
    """Refuse a document that says it has too many pages, before reading any."""
    tree = resolve1(document.catalog.get("Pages"))
    count = resolve1(tree.get("Count")) if isinstance(tree, dict) else 0
    if isinstance(count, int) and count > MAX_PAGES:
        raise TooLarge(f"more than {MAX_PAGES} pages")


def _blank(page: PDFPage) -> PageContent:
    x0, y0, x1, y1 = _visible(page)
    width, height = x1 - x0, y1 - y0
    if page.rotate in (90, 270):
        width, height = height, width
    return PageContent(width, height)


def _visible(page: PDFPage) -> tuple[float, float, float, float]:
    """Return the part of the page that is shown."""
    media, crop = page.mediabox, page.cropbox
    left, right = sorted((media[0], media[2]))
    bottom, top = sorted((media[1], media[3]))
    x0, x1 = sorted((crop[0], crop[2]))
    y0, y1 = sorted((crop[1], crop[3]))
    x0, y0, x1, y1 = max(left, x0), max(bottom, y0), min(right, x1), min(top, y1)
    if x1 - x0 < 10 or y1 - y0 < 10:
        return left, bottom, right, top
    return x0, y0, x1, y1


def _run(page: PDFPage, shelf: FontShelf, budget: Budget, content: PageContent) -> None:
    streams = [resolve1(x) for x in page.contents]
    data = b"\n".join(x.get_data() for x in streams if isinstance(x, PDFStream))
    reader = ContentReader(shelf, budget, content)
    reader.run(page.resources, data, _matrix(page))


def _matrix(page: PDFPage) -> Matrix:
    x0, y0, x1, y1 = _visible(page)
    if page.rotate == 90:
        return (0.0, -1.0, 1.0, 0.0, -y0, x1)
    if page.rotate == 180:
        return (-1.0, 0.0, 0.0, -1.0, x1, y1)
    if page.rotate == 270:
        return (0.0, 1.0, -1.0, 0.0, y1, -x0)
    return (1.0, 0.0, 0.0, 1.0, -x0, -y0)


def properties(document: PDFDocument) -> tuple[tuple[str, str], ...]:
    """Return title, author and dates as the file states them."""
    found: dict[str, str] = {}
    for info in document.info:
        for key, value in info.items():
            value = resolve1(value)
            if isinstance(value, bytes) and key in WANTED:
                text = decode_text(value).replace("\x00", "").strip()
                if text:
                    found[key.lower()] = text[:500]
    return tuple(found.items())


WANTED = ("Title", "Author", "Subject", "Keywords", "CreationDate", "ModDate")
