"""Writes the smallest PDFs that show one layout each; no library needed."""

from __future__ import annotations

import zlib

FONTS = {"F1": "Helvetica", "F2": "Helvetica-Bold", "F3": "Helvetica-Oblique"}


class Sheet:
    """One page: operators are added one by one, places are from the bottom left."""

    def __init__(self, width: int = 595, height: int = 842, extra: str = "") -> None:
        self.size = (width, height)
        self.extra = extra  # more keys of the page dictionary
        self.operators: list[str] = []

    def text(
        self, x: float, y: float, text: str, size: float = 12, font: str = "F1"
    ) -> Sheet:
        """Show one string."""
        for character in "\\()":
            text = text.replace(character, "\\" + character)
        return self.raw(f"BT /{font} {size} Tf 1 0 0 1 {x} {y} Tm ({text}) Tj ET")

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> Sheet:
        """Draw a line."""
        return self.raw(f"{x0} {y0} m {x1} {y1} l S")

    def raw(self, operators: str) -> Sheet:
        """Add operators as they are."""
        self.operators.append(operators)
        return self

    @property
    def content(self) -> bytes:
        """The content stream."""
        return "\n".join(self.operators).encode("cp1252")


def stream(data: bytes, keys: str = "") -> bytes:
    """Return a stream object's body."""
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (
        keys.encode(),
        len(data),
        data,
    )


def assemble(objects: dict[int, bytes], trailer: str = "") -> bytes:
    """Return a file with these objects; number 1 is the catalog."""
    out, places = b"%PDF-1.7\n", {}
    for number, body in sorted(objects.items()):
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start, size = len(out), max(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        out += b"%010d 00000 n \n" % places.get(number, 0)
    return out + b"trailer\n<</Size %d/Root 1 0 R %s>>\nstartxref\n%d\n%%%%EOF" % (
        size,
        trailer.encode(),
        start,
    )


def make_objects(
    sheets: list[Sheet],
    more: dict[int, bytes] | None = None,
    fonts: str = "",
    resources: str = "",
) -> dict[int, bytes]:
    """Return the objects of a file of these pages; `more` may use numbers from 500."""
    names = "".join(
        f"/{key}<</Type/Font/Subtype/Type1/BaseFont/{name}/Encoding/WinAnsiEncoding>>"
        for key, name in FONTS.items()
    )
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        3: f"<</Font<<{names}{fonts}>>{resources}>>".encode(),
    }
    kids = []
    for index, sheet in enumerate(sheets):
        page = 10 + 2 * index
        kids.append(f"{page} 0 R")
        width, height = sheet.size
        objects[page] = (
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {width} {height}]"
            f"/Resources 3 0 R/Contents {page + 1} 0 R{sheet.extra}>>"
        ).encode()
        objects[page + 1] = stream(zlib.compress(sheet.content), "/Filter/FlateDecode")
    objects[2] = f"<</Type/Pages/Count {len(sheets)}/Kids[{' '.join(kids)}]>>".encode()
    return objects | (more or {})


def make_pdf(*sheets: Sheet, **options: object) -> bytes:
    """Return a file of these pages."""
    return assemble(make_objects(list(sheets), **options))  # type: ignore[arg-type]
