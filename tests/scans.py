"""Makes scans: PDFs whose pages are pictures of print."""

from __future__ import annotations

import zlib

import pypdfium2
from pdf_maker import Sheet, make_pdf, stream

SCALE = 3  # pixels a point


def make_scan(*sheets: Sheet, over: tuple[Sheet, ...] = ()) -> bytes:
    """Return a file whose pages are pictures of some sheets, others printed over."""
    more, pages = {}, []
    for place, sheet in enumerate(sheets):
        width, height = sheet.size
        more[500 + place] = picture(sheet)
        drawn = Sheet(width, height)
        drawn.raw(f"q {width} 0 0 {height} 0 0 cm /X{place} Do Q")
        if place < len(over):
            drawn.operators += over[place].operators
        pages.append(drawn)
    names = "".join(f"/X{n} {500 + n} 0 R" for n in range(len(sheets)))
    return make_pdf(*pages, more=more, resources=f"/XObject<<{names}>>")


def picture(sheet: Sheet) -> bytes:
    """Return the object of a grey picture of a page."""
    page = pypdfium2.PdfDocument(make_pdf(sheet))[0]
    bitmap = page.render(scale=SCALE, grayscale=True)
    width, height, stride = bitmap.width, bitmap.height, bitmap.stride
    raw = bytes(bitmap.buffer)
    rows = b"".join(raw[y * stride : y * stride + width] for y in range(height))
    keys = f"/Subtype/Image/Width {width}/Height {height}/BitsPerComponent 8"
    keys += "/ColorSpace/DeviceGray/Filter/FlateDecode"
    return stream(zlib.compress(rows), keys)
