"""Finds the reader for a file and makes one document of what it reads.

Each format's reader is imported where it is called: a load's own process, which only
looks for files, then starts without any of them.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from minutebook.errors import Damaged, EmptyFile, ReadError
from minutebook.load import sniff
from minutebook.load.archive import Input, expand, read_file, shown
from minutebook.load.builder import TextBuilder
from minutebook.load.feet import mark_feet
from minutebook.load.prominence import mark_large
from minutebook.records import SourceDocument

__all__ = ["ReadOptions", "expand", "read_bytes", "read_document"]

Metadata = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to read: with OCR for scans, with which password for encrypted PDFs."""

    ocr: bool = False
    password: str | None = None


def read_document(
    path: Path | str | Input, options: ReadOptions | None = None
) -> SourceDocument:
    """Return the text of one file, or member of a zip file, with its lines and pages.

    Raises a ReadError that names the reason.
    """
    if isinstance(path, Input):
        return read_bytes(path.path, path.read(), options)
    return read_bytes(shown(Path(path)), read_file(Path(path)), options)


def read_bytes(
    name: str, data: bytes, options: ReadOptions | None = None
) -> SourceDocument:
    """Return the document that a file's bytes hold; the name is its path.

    Raises a ReadError that names the reason.
    """
    if not data.strip(b"\x00\r\n\t "):
        raise EmptyFile
    builder = TextBuilder()
    try:
        media, metadata = _read(name, data, options or ReadOptions(), builder)
    except ReadError:
        raise
    except RecursionError as error:
        raise Damaged("nested too deep") from error
    text, lines, pages = builder.finish()
    return SourceDocument(
        name,
        media,
        hashlib.sha256(data).hexdigest(),
        len(data),
        text,
        mark_large(mark_feet(text, lines)),
        pages,
        metadata,
        tuple(builder.notes),
    )


def _read(
    name: str, data: bytes, options: ReadOptions, builder: TextBuilder
) -> tuple[str, Metadata]:
    media = sniff.detect(name, data)
    match media:
        case sniff.PDF:
            from pdfminer.psexceptions import PSException

            from minutebook.load.pages import in_words
            from minutebook.load.pdf import read_pdf

            try:
                facts = read_pdf(data, options, builder)
            except PSException as error:
                raise Damaged(in_words(error)) from error
            for note in facts.notes:
                builder.note(note)
            return media, facts.metadata
        case sniff.DOCX:
            from minutebook.load.docx import read_docx

            return media, read_docx(data, builder)
        case sniff.ODT:
            from minutebook.load.odt import read_odt

            return media, read_odt(data, builder)
        case sniff.DOC:
            from minutebook.load.doc import read_doc

            return media, read_doc(data, builder)
        case sniff.RTF:
            from minutebook.load.rtf import read_rtf

            return media, read_rtf(data, builder)
        case sniff.MESSAGE:
            return media, _read_message(data, builder)
    from minutebook.load.decode import decode

    return _read_text(name, decode(data, markup=b"<" in data[:2048]), builder)


def _read_message(data: bytes, builder: TextBuilder) -> Metadata:
    from minutebook.load.mime import open_message

    text, metadata, attached = open_message(data)
    if attached:
        builder.note(f"attachments left out: {', '.join(attached)}"[:500])
    _, found = _read_text("", text.replace("\r\n", "\n"), builder)
    return (*metadata, *found)


def _read_text(name: str, text: str, builder: TextBuilder) -> tuple[str, Metadata]:
    from minutebook.load.gridtables import from_grids
    from minutebook.load.latex import from_latex, is_latex
    from minutebook.load.outlines import from_outline
    from minutebook.load.wiki import from_wiki, is_wiki

    if is_latex(text, name):
        text = from_latex(text)
        name = f"{name}.md"
    elif is_wiki(text):
        text = from_wiki(text)
        name = f"{name}.md"
    elif (outline := from_outline(text, name)) is not None:
        text = outline
        name = f"{name}.md"
    if not sniff.is_html(text, name) and (drawn := from_grids(text)) is not None:
        text = drawn
        name = f"{name}.md"
    if sniff.is_markdown(text, name):
        from minutebook.load.frontmatter import split_front_matter
        from minutebook.load.markdown import read_markdown

        metadata, text = split_front_matter(text)
        return sniff.MARKDOWN, metadata + read_markdown(text, builder)
    if sniff.is_html(text, name):
        from minutebook.load.html import read_html

        return sniff.HTML, read_html(text, builder)
    from minutebook.load.plain import read_plain

    read_plain(text, builder)
    return sniff.PLAIN, ()
