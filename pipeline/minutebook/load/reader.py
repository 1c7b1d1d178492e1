"""Finds the reader for a file by its content first and its name second."""

from __future__ import annotations

import hashlib
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from minutebook.errors import EmptyFile, UnknownType
from minutebook.load.builder import TextBuilder
from minutebook.load.pdf import read_pdf
from minutebook.records import SourceDocument


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to read: with OCR for scans, with which password for encrypted PDFs."""

    ocr: bool = False
    password: str | None = None


def expand(paths: list[Path]) -> Iterator[Path]:
    """Yield every file under the given files and folders."""
    for path in paths:
        if path.is_dir():
            yield from (x for x in sorted(path.rglob("*")) if x.is_file())
        else:
            yield path


def read_document(
    path: Path, options: ReadOptions | None = None
) -> SourceDocument:
    """Return the text of one file with its lines and pages.

    Raises a ReadError that names the reason.
    """
    data = path.read_bytes()
    if not data:
        raise EmptyFile
    suffix = path.suffix.lower()
    builder = TextBuilder()
    metadata: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    if data.startswith(b"%PDF"):
        media = "application/pdf"
        facts = read_pdf(data, options or ReadOptions(), builder)
        metadata, notes = facts.metadata, facts.notes
    elif suffix == ".docx":
        media = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        _docx(path, builder)
    elif suffix == ".odt":
        media = "application/vnd.oasis.opendocument.text"
        _odt(path, builder)
    elif suffix == ".doc":
        media = "application/msword"
        out = subprocess.run(
            ["antiword", "-w", "0", str(path)], capture_output=True, check=True
        )
        _plain(out.stdout.decode("utf-8", "replace"), builder)
    elif suffix in (".html", ".htm"):
        media = "text/html"
        _html(data.decode("utf-8", "replace"), builder)
    elif suffix in (".md", ".txt"):
        media = "text/markdown" if suffix == ".md" else "text/plain"
        text = data.decode("utf-8-sig", "replace").replace("\r\n", "\n")
        if suffix == ".md":
            metadata, text = _front_matter(text)
            text = re.sub(r"\\([\\`*_{}\[\]()#+\-.!~|>])", r"\1", text)
            text = re.sub(r"\*\*|(?<!\w)\*(?=\w)|(?<=\w)\*(?!\w)", "", text)
            _markdown(text, builder)
        else:
            _plain(text, builder)
    else:
        raise UnknownType(path.name)
    text, lines, pages = builder.finish()
    return SourceDocument(
        path.as_posix(),
        media,
        hashlib.sha256(data).hexdigest(),
        len(data),
        text,
        lines,
        pages,
        metadata,
        notes,
    )


def _plain(text: str, builder: TextBuilder) -> None:
    for raw in text.replace("\x0c", "\n").split("\n"):
        cells = raw.split("\t")
        if len(cells) > 1:
            builder.row_of([[(c, {})] if c.strip() else [] for c in cells])
        else:
            builder.add(raw, indent=6.0 * (len(raw) - len(raw.lstrip())))


def _markdown(text: str, builder: TextBuilder) -> None:
    for raw in text.split("\n"):
        match = re.match(r"(#{1,6})\s+", raw)
        if match:
            builder.add(raw[match.end() :], heading=len(match[1]), bold=True)
        else:
            builder.add(raw)


def _front_matter(text: str) -> tuple[tuple[tuple[str, str], ...], str]:
    match = re.match(r"---\n(.*?)\n---\n", text, re.S)
    if not match:
        return (), text
    values: Any = yaml.safe_load(match[1]) or {}
    body = text[match.end() :]
    if "minutes" in values:
        body = f"{values['minutes']}\n{body}"
    return tuple((k, str(v)) for k, v in values.items() if k != "minutes"), body


def _html(text: str, builder: TextBuilder) -> None:
    from selectolax.lexbor import LexborHTMLParser as HTMLParser

    tree = HTMLParser(text)
    for node in tree.css("script,style,nav,header,footer"):
        node.decompose()
    root = tree.css_first("main,article") or tree.body
    if root:
        for raw in root.text(separator="\n").split("\n"):
            builder.add(raw)


def _docx(path: Path, builder: TextBuilder) -> None:
    import docx
    from docx.table import Table

    for block in docx.Document(str(path)).iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                builder.row_of(
                    [[(p.text, {}) for p in c.paragraphs] for c in row.cells]
                )
        else:
            for raw in block.text.split("\n"):
                builder.add(raw)


def _odt(path: Path, builder: TextBuilder) -> None:
    import zipfile

    from lxml import etree

    root = etree.fromstring(zipfile.ZipFile(path).read("content.xml"))
    ns = {"text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0"}
    for node in root.iterfind(".//text:p", ns):
        builder.add("".join(node.itertext()))
    for node in root.iterfind(".//text:h", ns):
        builder.add("".join(node.itertext()), bold=True)
