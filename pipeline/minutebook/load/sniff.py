"""Tells what a file is: by its content first, by its name second."""

from __future__ import annotations

import re
import zipfile
from pathlib import PurePosixPath

from minutebook.errors import UnknownType
from minutebook.load.mime import is_message
from minutebook.load.zips import open_zip, read_member

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
DOC = "application/msword"
RTF = "application/rtf"
HTML = "text/html"
MARKDOWN = "text/markdown"
PLAIN = "text/plain"
MESSAGE = "message/rfc822"  # an e-mail, or a web page saved as one file

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PDF_WITHIN = 1024  # bytes in which a PDF's header may stand
WORD_STREAM = "WordDocument".encode("utf-16-le")

# What other kinds of file begin with.
OTHERS = (
    (b"\x89PNG", "PNG image"),
    (b"\xff\xd8\xff", "JPEG image"),
    (b"GIF8", "GIF image"),
    (b"II*\x00", "TIFF image"),
    (b"MM\x00*", "TIFF image"),
    (b"BM\x00", "bitmap image"),
    (b"\x00\x00\x01\x00", "icon"),
    (b"\x1f\x8b", "gzip archive"),
    (b"7z\xbc\xaf", "7z archive"),
    (b"Rar!", "RAR archive"),
    (b"BZh", "bzip2 archive"),
    (b"\xfd7zXZ", "xz archive"),
    (b"SQLite format 3", "SQLite database"),
    (b"ID3", "sound"),
    (b"OggS", "sound"),
    (b"RIFF", "sound, picture or film"),
    (b"\x1aE\xdf\xa3", "film"),
    (b"\x7fELF", "program"),
    (b"MZ\x90\x00", "program"),
    (b"%!PS", "PostScript; save it as PDF"),
    (b"\x00\x00\x00\x01Bud1", "folder settings"),
    (b"\x00\x05\x16\x07", "AppleDouble resource file"),
    (b"PAR1", "Parquet table"),
)
# Names that say that a text file is none to be read by people.
_DATA_NAMES = (
    ".tsv .csv .json .jsonl .xml .yaml .yml .toml .ini .cfg .log .css .js .ts .py .rb "
    ".sh .sql .svg .ics .vcf .msg .bib .lock .gitignore .ds_store .bat .map .rss "
    ".atom .geojson .kml .srt .vtt .png .jpg .jpeg .gif .tif .tiff .bmp .webp .ico "
    ".mp3 .mp4 .mov .wav .m4a .xlsx .xls .pptx .ppt .exe .woff .woff2 .ttf"
)
DATA_NAMES = frozenset(_DATA_NAMES.split())
_MARKUP_NAMES = ".html .htm .xhtml .shtml .php .php3 .asp .aspx"
MARKUP_NAMES = frozenset(_MARKUP_NAMES.split())
MARKDOWN_NAMES = frozenset([".md", ".markdown", ".mdown", ".mkd", ".mdx"])

_START = re.compile(
    r"\s{0,200}(?:<\?xml[^<>]{0,200}>\s{0,20})?<(?:!doctype\s+html|html|head|body|meta|"
    r"!--#|h[1-6]|p|div|table|ul|ol|section|article|main|center|br)\b",
    re.IGNORECASE,
)
_TAGS = re.compile(
    r"</?(?:p|div|br|li|ul|ol|table|tr|td|th|h[1-6]|span|strong|em|b|i|u|a|font)"
    r"(?:\s[^<>]{0,500})?/?>",
    re.IGNORECASE,
)
_HEADING = re.compile(r"^#{1,6} \S", re.MULTILINE)
_FRONT = re.compile(r"\ufeff?---[ \t]*\n(?:[A-Za-z_][\w -]{0,60}:|[ \t]*\n|#)")
LOOKED_AT = 200_000


def detect(name: str, data: bytes) -> str:
    """Return the media type of a file that is no text, "" for one that is.

    Raises UnknownType with what the file is, where that can be said.
    """
    head = data[:PDF_WITHIN]
    if b"%PDF-" in head or head.startswith(b"%PDF"):
        return PDF
    if head.startswith(b"PK\x03\x04"):
        return _package(data)
    if head.startswith(OLE):
        return _ole(name, data)
    if head.lstrip(b"\xef\xbb\xbf\r\n \t").startswith(b"{\\rtf"):
        return RTF
    for mark, kind in OTHERS:
        if head.lstrip(b"\r\n \t").startswith(mark):
            raise UnknownType(f"({kind})")
    if head[4:8] == b"ftyp":
        raise UnknownType("(film or picture)")
    if b"office:document" in head and b"opendocument" in data[:8192]:
        return ODT
    if is_message(data):
        return MESSAGE
    _refuse_binary(data)
    suffix = PurePosixPath(name.lower()).suffix or name.lower().rsplit("/", 1)[-1]
    if suffix in DATA_NAMES:
        raise UnknownType(f"({suffix.lstrip('.')} file)")
    return ""


def _package(data: bytes) -> str:
    with open_zip(data) as archive:
        names = set(archive.namelist())
        if "word/document.xml" in names:
            return DOCX
        kind = b""
        if "mimetype" in names:
            kind = read_member(archive, "mimetype").strip()
        if kind.startswith(b"application/vnd.oasis.opendocument.text"):
            return ODT
        if kind:
            raise UnknownType(f"({kind[:80].decode('ascii', 'replace')})")
        return _package_by_parts(archive, names)


def _package_by_parts(archive: zipfile.ZipFile, names: set[str]) -> str:
    if "content.xml" in names and b"office:text" in read_member(archive, "content.xml"):
        return ODT
    for part, kind in (
        ("xl/workbook.xml", "spreadsheet"),
        ("ppt/presentation.xml", "slides"),
    ):
        if part in names:
            raise UnknownType(f"({kind})")
    if "[Content_Types].xml" in names:
        if any(name.startswith("word/") for name in names):
            return DOCX
        raise UnknownType("(Office file that is no text)")
    raise UnknownType("(zip file: load it as a folder)")


def _ole(name: str, data: bytes) -> str:
    if WORD_STREAM in data:
        return DOC
    if "EncryptedPackage".encode("utf-16-le") in data:
        from minutebook.errors import Encrypted

        raise Encrypted("Office document")
    if name.lower().endswith(".doc"):
        return DOC  # cut short, where even the names of its streams are lost
    raise UnknownType("(Office file that is no Word document)")


def _refuse_binary(data: bytes) -> None:
    """Raise UnknownType where a file is no text in any encoding."""
    sample = data[:8192]
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")):
        return
    nuls = sample.count(0)
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if nuls and max(even, odd) > 0.35 * (len(sample) // 2) > 10 * min(even, odd):
        return  # UTF-16 without a mark
    odd_bytes = sum(sample.count(x) for x in range(32) if x not in (9, 10, 12, 13, 27))
    if odd_bytes > 0.1 * len(sample) and odd_bytes > 8:
        raise UnknownType("(binary data)")


def is_html(text: str, name: str) -> bool:
    """Return whether a text is a web page or a fragment of one.

    >>> is_html("<h1>Minutes</h1>\\nPresent: Ada Penrose", "may.txt")
    True
    >>> is_html("1 < 2 and <the Clerk> agreed", "may.txt")
    False
    """
    suffix = PurePosixPath(name.lower()).suffix
    if suffix in MARKUP_NAMES:
        return True
    sample = text[:LOOKED_AT]
    lines = sum(1 for line in sample.split("\n") if line.strip())
    if _START.match(sample):
        return True
    tags = len(_TAGS.findall(sample))
    return tags >= 3 and tags >= 0.25 * lines


def is_markdown(text: str, name: str) -> bool:
    """Return whether a text is Markdown: by its front matter, headings or name."""
    suffix = PurePosixPath(name.lower()).suffix
    if suffix in MARKDOWN_NAMES or _FRONT.match(text):
        return True
    if suffix in MARKUP_NAMES or _START.match(text):
        return False
    return len(_HEADING.findall(text[:LOOKED_AT])) > 1
