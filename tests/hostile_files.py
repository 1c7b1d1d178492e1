"""Makes files that mean harm or came to harm, and says what should become of each.

Each row is (name, bytes, outcome): "loaded", "skipped", or what the reason of the
failure must match.
"""

from __future__ import annotations

import io
import os
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from doc_maker import make_doc, para, prl
from pdf_maker import Sheet, assemble, make_objects, make_pdf, stream

Row = tuple[str, bytes, str]

WORDS = """Averley Town Council
Minutes of the meeting held on Monday 4 March 2019 at 7.30pm
Present: Councillors Ada Penrose (Chair), Bram Okafor and Clara Vosper
1. Allotments
RESOLVED that the rent of plot {0} be set at £{0}.00.
"""
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 64
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
GOOD_PDF = make_pdf(Sheet().text(72, 700, "Minutes of the Averley Town Council"))
LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">'
        for a, b in zip("abcdefghi", "bcdefghij", strict=True)
    )
    + "]>"
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY j SYSTEM "file:///etc/passwd">]>'
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
ODF = "urn:oasis:names:tc:opendocument:xmlns"


def zipped(parts: dict[str, bytes], *, stored: bool = False) -> bytes:
    out = io.BytesIO()
    kind = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(out, "w", kind) as file:
        for name, data in parts.items():
            file.writestr(zipfile.ZipInfo(name), data, kind)
    return out.getvalue()


def docx(body: str, head: str = "") -> dict[str, bytes]:
    main = f'{head}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    office = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    links = "http://schemas.openxmlformats.org/package/2006"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return {
        "[Content_Types].xml": (
            f'<Types xmlns="{links}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Override PartName="/word/document.xml" '
            f'ContentType="{office}.document.main+xml"/></Types>'
        ).encode(),
        "_rels/.rels": (
            f'<Relationships xmlns="{links}/relationships"><Relationship Id="r1" '
            f'Type="{kind}/officeDocument" Target="word/document.xml"/></Relationships>'
        ).encode(),
        "word/document.xml": main.encode(),
    }


def odt(body: str, head: str = "") -> dict[str, bytes]:
    content = (
        f'{head}<office:document-content xmlns:office="{ODF}:office:1.0" '
        f'xmlns:text="{ODF}:text:1.0"><office:body><office:text>{body}</office:text>'
        "</office:body></office:document-content>"
    )
    kind = b"application/vnd.oasis.opendocument.text"
    return {"mimetype": kind, "content.xml": content.encode()}


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


# ---------------------------------------------------------------------------- PDFs


def _encrypted() -> bytes:
    from test_pdf import encrypt

    return encrypt(make_objects([Sheet().text(72, 700, "In camera")]), "oak")


def _page_tree(depth: int) -> bytes:
    objects = make_objects([])
    objects[2] = b"<</Type/Pages/Count 1/Kids[10 0 R]>>"
    for n in range(10, 10 + depth):
        objects[n] = b"<</Type/Pages/Count 1/Kids[%d 0 R]>>" % (n + 1)
    return assemble(objects)


def _pages(count: int) -> bytes:
    objects = make_objects([])
    objects[2] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (count, b"10 0 R " * count)
    objects[10] = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources 3 0 R>>"
    return assemble(objects)


def _real_pages(count: int) -> bytes:
    return make_pdf(*(Sheet().text(72, 700, f"Page {n}") for n in range(count)))


def _bomb(*, twice: bool) -> bytes:
    data = zlib.compress(b"0 " * 60_000_000, 9)
    filters = "[/FlateDecode/FlateDecode]" if twice else "/FlateDecode"
    body = stream(zlib.compress(data, 9) if twice else data, f"/Filter{filters}")
    return assemble(make_objects([Sheet()]) | {11: body})


def _forms() -> bytes:
    more = {
        500 + n: stream(f"/X{n + 1} Do ".encode() * 10, "/Subtype/Form/Resources 3 0 R")
        for n in range(10)
    }
    names = "".join(f"/X{n} {500 + n} 0 R" for n in range(10))
    return make_pdf(Sheet().raw("/X0 Do"), more=more, resources=f"/XObject<<{names}>>")


def _form_of_itself() -> bytes:
    more = {500: stream(b"/X0 Do ", "/Subtype/Form/Resources 3 0 R")}
    resources = "/XObject<</X0 500 0 R>>"
    return make_pdf(Sheet().raw("/X0 Do"), more=more, resources=resources)


def _own_length() -> bytes:
    objects = make_objects([Sheet()])
    objects[11] = b"<</Length 11 0 R>>\nstream\nBT ET\nendstream"
    return assemble(objects)


def _table_before_itself() -> bytes:
    data = assemble(make_objects([Sheet().text(72, 700, "Agreed")]))
    place = data.rindex(b"\nxref") + 1
    return data.replace(b"trailer\n<<", b"trailer\n<</Prev %d" % place)


def _character_map(count: int) -> bytes:
    ranges = b"".join(b"<%04x><ffff><0041>\n" % (n % 65000) for n in range(count))
    table = b"begincmap\n%d beginbfrange\n%sendbfrange endcmap" % (count, ranges)
    font = (
        "/F9<</Type/Font/Subtype/Type0/BaseFont/Odd/Encoding/Identity-H"
        "/DescendantFonts[501 0 R]/ToUnicode 500 0 R>>"
    )
    more = {
        500: stream(table),
        501: b"<</Type/Font/Subtype/CIDFontType2/BaseFont/Odd/CIDSystemInfo"
        b"<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>",
    }
    return make_pdf(Sheet().text(72, 700, "Agreed", font="F9"), more=more, fonts=font)


def pdfs() -> Iterator[Row]:
    ring = make_objects([])
    ring[2] = b"<</Type/Pages/Count 1/Kids[2 0 R 2 0 R]>>"
    picture = make_pdf(Sheet().raw("q 500 0 0 700 0 0 cm BI /W 1 /H 1 ID x EI Q"))
    huge = Sheet(width=2_000_000_000, height=2_000_000_000).text(72, 700, "Agreed")
    deep = b"[" * 200_000
    arrays = assemble(make_objects([Sheet()]) | {12: deep, 11: stream(deep)})
    yield "cut-short.pdf", GOOD_PDF[:300], "damaged or cut short"
    yield "cut-at-the-end.pdf", GOOD_PDF[:-120], "loaded"
    yield "header-only.pdf", b"%PDF-1.4\n", "damaged"
    yield "garbage.pdf", b"%PDF-1.4\n" + bytes(range(256)) * 40, "damaged"
    yield "locked.pdf", _encrypted(), "encrypted"
    yield "nothing.pdf", b"", "empty"
    yield "zeros.pdf", b"\0" * 20_000, "empty"
    yield "picture-called.pdf", PNG, "PNG image"
    yield "page-called.pdf", b"<html><body><p>Agreed</p></body></html>", "loaded"
    yield "document-called.pdf", zipped(docx(paragraph("Agreed"))), "loaded"
    yield "pdf-called.docx", GOOD_PDF, "loaded"
    yield "ten-thousand-pages.pdf", _pages(10_000), "limit"
    yield "ten-thousand-real-pages.pdf", _real_pages(10_000), "limit"
    yield "deep-tree.pdf", _page_tree(3000), "damaged"
    yield "ring.pdf", assemble(ring), "damaged.*no pages"
    yield "table-from-one.pdf", GOOD_PDF.replace(b"xref\n0 ", b"xref\n1 "), "loaded"
    yield "scan.pdf", picture, "scanned: needs --ocr"
    yield "bomb.pdf", _bomb(twice=False), "limit"
    yield "bomb-in-a-bomb.pdf", _bomb(twice=True), "limit"
    yield "forms-in-forms.pdf", _forms(), "limit"
    yield "form-of-itself.pdf", _form_of_itself(), "scanned|damaged|limit"
    yield "length-of-itself.pdf", _own_length(), "scanned|damaged"
    yield "table-before-itself.pdf", _table_before_itself(), "loaded"
    yield (
        "wide-character-map.pdf",
        _character_map(300),
        "limit|damaged|more than|loaded",
    )
    yield "huge-page.pdf", make_pdf(huge), "loaded"
    yield "deep-arrays.pdf", arrays, "scanned|damaged|limit"
    yield "no-pages.pdf", assemble(make_objects([])), "damaged.*no pages"


# ------------------------------------------------------------------ packages and zips


def _flagged_encrypted() -> bytes:
    data = bytearray(zipped({"a.txt": b"Agreed"}, stored=True))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def _link() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        info = zipfile.ZipInfo("passwd.txt")
        info.create_system = 3
        info.external_attr = 0o120777 << 16
        file.writestr(info, "/etc/passwd")
    return out.getvalue()


def _nested(depth: int) -> bytes:
    data = zipped({"a.txt": b"Agreed"})
    for _ in range(depth):
        data = zipped({"in.zip": data})
    return data


def _lying_sizes() -> bytes:
    """Return a zip whose directory says that its member is small."""
    data = bytearray(zipped({"a.txt": b"a" * 30_000_000}))
    place = data.index(b"PK\x01\x02")
    data[place + 24 : place + 28] = struct.pack("<I", 100)
    return bytes(data)


def packages() -> Iterator[Row]:
    laughs = "&j;"
    deep = "<w:sdt><w:sdtContent>" * 3000 + "</w:sdtContent></w:sdt>" * 3000
    good = zipped(docx(paragraph("Agreed")))
    spans = "<text:span>" * 5000 + "x" + "</text:span>" * 5000
    yield "bomb.docx", zipped({"word/document.xml": b"\0" * 40_000_000}), "limit"
    wide = {"word/document.xml": b"<a>" + b" " * 40_000_000}
    yield "wide.docx", zipped(wide), "limit"
    yield (
        "no-text.docx",
        zipped({"[Content_Types].xml": b"<Types/>"}),
        "no text|damaged",
    )
    yield "cut-short.docx", good[: len(good) // 2], "damaged"
    yield "not-xml.docx", zipped(docx("") | {"word/document.xml": b"<<"}), "damaged"
    entities = zipped(docx(paragraph(laughs), LAUGHS))
    yield "laughs.docx", entities, "loaded|damaged|XML"
    yield "outside.docx", zipped(docx(paragraph(laughs), OUTSIDE)), "loaded|damaged|XML"
    yield "deep.docx", zipped(docx(deep)), "damaged|nested"
    locked = OLE + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 500
    yield "locked.docx", locked, "encrypted"
    yield "laughs.odt", zipped(odt(f"<text:p>{laughs}</text:p>", LAUGHS)), "damaged|XML"
    yield (
        "outside.odt",
        zipped(odt(f"<text:p>{laughs}</text:p>", OUTSIDE)),
        "loaded|XML",
    )
    bomb = odt("") | {"content.xml": b" " * 40_000_000}
    yield "bomb.odt", zipped(bomb), "limit"
    yield "deep.odt", zipped(odt(f"<text:p>{spans}</text:p>")), "damaged|nested|loaded"
    yield "word.doc", OLE + b"\0" * 4096 + "WordDocument".encode("utf-16-le"), "."
    yield "up.zip", zipped({"../../escaped.txt": b"Agreed"}), "leads out"
    yield "root.zip", zipped({"/escaped.txt": b"Agreed"}), "leads out"
    yield "drive.zip", zipped({"C:\\escaped.txt": b"Agreed"}), "leads out"
    yield "link.zip", _link(), "loaded"
    yield "nested.zip", _nested(6), "nested"
    yield "zeros.zip", zipped({"a.txt": b"\0" * 40_000_000}), "limit|empty"
    yield "lying.zip", _lying_sizes(), "damaged|loaded"
    yield "locked.zip", _flagged_encrypted(), "encrypted"
    yield "cut-short.zip", _nested(0)[:-30], "damaged"
    yield "many.zip", zipped({f"{n}.txt": b"" for n in range(300)}), "empty"


# ------------------------------------------------------------------- Word 97 to 2003


def old_word() -> Iterator[Row]:
    good = make_doc(para(WORDS.format(1).replace("\n", "\r")))
    yield "whole.doc", good, "loaded"
    yield "half.doc", good[: len(good) // 2], "damaged"
    yield "over.doc", make_doc(para("x"), pieces=[(0, 2), (1, 0)] * 9), "damaged"
    locked = make_doc(para("Agreed"), flags=0x0300)
    yield "locked.doc", locked, "encrypted"
    tables = [para("", layout=prl((0x2416, 1), (0x6649, n))) for n in (1, 10**6)]
    deep = make_doc(*tables, pieces=[(0, 2)] * 60_000)
    yield "deep-tables.doc", deep, "loaded|limit|nested|damaged"
    loud = make_doc(para("a" * 5000), pieces=[(0, 5000)] * 9000)
    yield "repeated.doc", loud, "limit"


# ----------------------------------------------------------------------- text and web


def texts() -> Iterator[Row]:
    words = WORDS.format(12)
    script = (
        "<script>alert(1)</script><p onclick='x()'>Agreed</p><img onerror=x() src=x>"
    )
    yield "scripts.html", f"<html><body>{script}</body></html>".encode(), "loaded"
    yield "broken.html", b"<table><tr><p>a</b></td></i>" * 2000 + b"<div", "loaded"
    yield "deep.html", b"<div>" * 5_000 + b"Agreed", "loaded|nested|limit"
    yield "endless-tag.html", b"<p " + b"a=b " * 400_000, "."
    yield "entities.html", b"<p>" + b"&amp;" * 300_000 + b"</p>", "loaded"
    yield "endless-line.txt", b"agreed that " * 30_000, "loaded"
    yield "one-word.txt", b"a" * 1_000_000, "loaded"
    yield "newlines.txt", b"a" + b"\n" * 300_000 + b"b", "loaded"
    yield "blank.txt", b" \r\n\t" * 1000, "empty"
    yield "windows.txt", words.encode("cp1252"), "loaded"
    yield "mixed.txt", words.encode() + words.encode("cp1252"), "loaded"
    yield "wide.txt", words.encode("utf-16-le"), "loaded"
    yield "wrong-mark.txt", b"\xff\xfe" + words.encode(), "loaded"
    yield "east.txt", ("Протокол заседания совета. " * 50).encode("koi8-r"), "loaded"
    yield "nuls.txt", words.replace(" ", "\0 ", 3).encode(), "loaded"
    yield "halves.txt", words.encode() + b"\xed\xa0\x80\xed\xb0\x80", "loaded"
    yield "turned.txt", ("\u202e" + words + "\u2066\u200f").encode(), "loaded"
    yield "controls.txt", ("\x1b[31m\x07" + words).encode(), "loaded"
    yield "bytes.txt", bytes(range(256)) * 50, "binary"
    yield "returns.txt", words.replace("\n", "\r").encode(), "loaded"
    bomb = (
        "---\n"
        + "a: &a [x]\n"
        + "".join(
            f"{b}: &{b} [{','.join([f'*{a}'] * 9)}]\n"
            for a, b in zip("abcdefgh", "bcdefghi", strict=True)
        )
    )
    yield "front.md", (bomb + "---\n# Minutes\n# Agreed\n").encode(), "loaded"
    yield "quotes.md", b"> " * 5000 + b"Agreed", "loaded|nested"
    yield "table.tsv", b"a\tb\n", "skipped"
    yield "photo.png", PNG, "skipped"
    yield "program", b"\x7fELF" + b"\0" * 200, "skipped"
    yield "sums.xlsx", zipped({"xl/workbook.xml": b"<x/>"}), "skipped"


NAMES = (
    "new\nline.txt",
    "quo'te\".txt",
    "-rf.txt",
    "; drop table documents.txt",
    "%s%n{0}.txt",
    "[bold]x.txt",
    "\u202etxt.exe.txt",
    "caf\u00e9 \U0001f4a9.txt",
    "x" * 240 + ".txt",
    " .txt",
    b"\xff\xfe\xe9.txt",
    b"tab\there.txt",
)


def write_hostile(folder: Path) -> dict[str, str]:
    """Write every hostile file; return by its path what should become of it."""
    outcomes: dict[str, str] = {}
    for kind in (pdfs, packages, old_word, texts):
        for name, data, outcome in kind():
            path = folder / kind.__name__ / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            outcomes[path.as_posix()] = outcome
    names = folder / "names"
    names.mkdir()
    for number, name in enumerate(NAMES, 20):
        raw = name if isinstance(name, bytes) else name.encode()
        target = os.path.join(os.fsencode(names), raw)
        with open(target, "wb") as file:
            file.write(WORDS.format(number).encode())
        shown = target.decode("utf-8", "backslashreplace")
        outcomes[shown] = "loaded"
    outcomes |= _write_links(folder / "links")
    return outcomes


def _write_links(folder: Path) -> dict[str, str]:
    folder.mkdir()
    (folder / "again").symlink_to(folder)
    (folder / "itself.txt").symlink_to(folder / "itself.txt")
    (folder / "nowhere.txt").symlink_to(folder / "gone.txt")
    os.mkfifo(folder / "pipe")
    return {
        (folder / "itself.txt").as_posix(): "symbolic links",
        (folder / "nowhere.txt").as_posix(): "No such file",
        (folder / "pipe").as_posix(): "skipped",
    }
