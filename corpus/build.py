"""Makes the PDF, DOCX and ODT files of the corpus from the plain sources beside it.

    python corpus/build.py [TARGET]

`sources/BODY/NAME.EXT.src` becomes `documents/BODY/NAME.EXT`, the same bytes each time
with the same libraries. Needs fpdf2 and python-docx (`pip install '.[test]'`).

The markup of a source, one paragraph a line:

    % title: Minutes        properties; also font, size, head, foot, widths
    # Heading               the title of the paper, centred
    ## Heading              a heading in bold
    = text                  centred
    + text                  a paragraph with an automatic number
    - text                  a bullet
    > text                  in the right margin, beside the paragraph before it
    ! text                  bold
    ~ text                  deleted: tracked as deleted, or struck through
    | a | b | c             a row of a table; "\\n" breaks a line within a cell
    | ---                   ends the heading rows of the table
    ---                     a new page
"""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from xml.sax.saxutils import escape

HERE = Path(__file__).resolve().parent
MOMENT = datetime(2024, 1, 1, tzinfo=UTC)
MARKS = {
    "# ": "title", "## ": "heading", "= ": "centre", "+ ": "number", "- ": "bullet",
    "> ": "margin", "! ": "bold", "~ ": "deleted",
}  # fmt: skip


@dataclass
class Block:
    """One paragraph, or a table with its rows."""

    kind: str
    text: str = ""
    rows: list[list[str]] = field(default_factory=list)
    heads: int = 0


@dataclass
class Paper:
    """A source, read."""

    properties: dict[str, str]
    blocks: list[Block]

    def get(self, name: str, otherwise: str = "") -> str:
        return self.properties.get(name, otherwise)

    def widths(self, count: int) -> list[float]:
        """Return the share of the width that each column of a table takes."""
        given = [float(x) for x in self.get("widths").split()][:count]
        given += [1.0] * (count - len(given))
        return [x / sum(given) for x in given]


def read(text: str) -> Paper:
    """Return a source as properties and blocks."""
    properties: dict[str, str] = {}
    blocks: list[Block] = []
    for line in text.splitlines():
        if line.startswith("% "):
            name, _, value = line[2:].partition(": ")
            properties[name] = value
        elif line.startswith("|"):
            if not blocks or blocks[-1].kind != "table":
                blocks.append(Block("table"))
            cells = [x.strip().replace("\\n", "\n") for x in line.split("|")[1:]]
            if cells == ["---"]:
                blocks[-1].heads = len(blocks[-1].rows)
            else:
                blocks[-1].rows.append(cells)
        elif line == "---":
            blocks.append(Block("page"))
        elif not line.strip():
            blocks.append(Block("gap"))
        else:
            mark = next((x for x in MARKS if line.startswith(x)), "")
            blocks.append(Block(MARKS.get(mark, "text"), line[len(mark) :]))
    return Paper(properties, blocks)


# ----------------------------------------------------------------------------- PDF


def make_pdf(paper: Paper) -> bytes:
    """Return the paper as PDF, with ruled tables and running heads."""
    from fpdf import FPDF

    class Sheet(FPDF):
        def header(self) -> None:
            if paper.get("head") and self.page_no() > 1:
                self.set_font(face, "I", 8)
                self.cell(0, 8, paper.get("head"), align="R")
                self.ln(10)

        def footer(self) -> None:
            if paper.get("foot"):
                self.set_y(-15)
                self.set_font(face, "", 8)
                page = paper.get("foot").replace("{page}", str(self.page_no()))
                self.cell(0, 8, page.replace("{pages}", "{nb}"), align="C")

    face, size = paper.get("font", "Times"), float(paper.get("size", "11"))
    sheet = Sheet(format="A4")
    sheet.set_creation_date(MOMENT)
    sheet.set_title(paper.get("title"))
    sheet.set_margins(22, 20, 22)
    sheet.set_auto_page_break(True, 22)
    sheet.add_page()
    margin = any(x.kind == "margin" for x in paper.blocks)
    width = sheet.epw - (22 if margin else 0)
    step, number, last = size * 0.45, 0, sheet.get_y()
    for block in paper.blocks:
        bold = "B" if block.kind in {"title", "heading", "bold"} else ""
        sheet.set_font(face, bold, size + 2 if block.kind == "title" else size)
        if block.kind == "gap":
            sheet.ln(step * 0.6)
        elif block.kind == "page":
            sheet.add_page()
        elif block.kind == "table":
            _pdf_table(sheet, paper, block, width, step)
        elif block.kind == "margin":
            below = sheet.get_y()
            sheet.set_xy(sheet.l_margin + width + 4, last)
            sheet.cell(18, step, block.text, align="L")
            sheet.set_y(below)
        else:
            last = sheet.get_y()
            number += block.kind == "number"
            lead = {"number": f"{number}. ", "bullet": "- "}.get(block.kind, "")
            align = "C" if block.kind in {"title", "centre"} else "L"
            sheet.set_x(sheet.l_margin + (5 if block.kind == "bullet" else 0))
            room = width - (5 if block.kind == "bullet" else 0)
            after = {"new_x": "LMARGIN", "new_y": "NEXT"}
            sheet.multi_cell(room, step, lead + block.text, align=align, **after)
    return bytes(sheet.output())


def _pdf_table(sheet, paper: Paper, block: Block, width: float, step: float) -> None:
    from fpdf.fonts import FontFace

    shares = paper.widths(max(len(x) for x in block.rows))
    with sheet.table(
        width=width,
        align="LEFT",
        col_widths=tuple(int(x * 1000) for x in shares),
        line_height=step,
        headings_style=FontFace(emphasis="BOLD"),
        first_row_as_headings=block.heads > 0,
        text_align="LEFT",
    ) as table:
        for cells in block.rows:
            row = table.row()
            for cell in cells:
                row.cell(cell)


# ---------------------------------------------------------------------------- DOCX


def make_docx(paper: Paper) -> bytes:
    """Return the paper as DOCX, with automatic numbers, tables, head and foot."""
    import docx
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    document = docx.Document()
    properties = document.core_properties
    properties.title, properties.author = paper.get("title"), ""
    properties.created = properties.modified = MOMENT.replace(tzinfo=None)
    section = document.sections[0]
    section.header.paragraphs[0].text = paper.get("head")
    section.footer.paragraphs[0].text = paper.get("foot").replace(" {page}", "")
    styles = {"number": "List Number", "bullet": "List Bullet"}
    for block in paper.blocks:
        if block.kind == "page":
            document.add_page_break()
        elif block.kind == "table":
            _docx_table(document, block)
        elif block.kind == "deleted":
            _docx_deleted(document, block.text)
        elif block.kind != "gap":
            style = {"title": "Title", "heading": "Heading 2", **styles}.get(block.kind)
            added = document.add_paragraph(style=style)
            added.add_run(block.text).bold = True if block.kind == "bold" else None
            if block.kind in {"title", "centre"}:
                added.alignment = WD_ALIGN_PARAGRAPH.CENTER
            if block.kind == "margin":
                added.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    target = io.BytesIO()
    document.save(target)
    return _same_zip(target.getvalue())


def _docx_table(document, block: Block) -> None:
    table = document.add_table(rows=0, cols=max(len(x) for x in block.rows))
    table.style = "Table Grid"
    for at, cells in enumerate(block.rows):
        row = table.add_row()
        for cell, text in zip(row.cells, cells, strict=False):
            first, *more = text.split("\n")
            cell.paragraphs[0].add_run(first).bold = at < block.heads or None
            for line in more:
                cell.add_paragraph(line)


def _docx_deleted(document, text: str) -> None:
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    added = document.add_paragraph()
    added._p.append(
        parse_xml(
            f'<w:del {nsdecls("w")} w:id="1" w:author="Clerk" '
            f'w:date="2024-01-01T00:00:00Z"><w:r><w:delText xml:space="preserve">'
            f"{text}</w:delText></w:r></w:del>"
        )
    )


# ----------------------------------------------------------------------------- ODT


ODT = "application/vnd.oasis.opendocument.text"
SPACES = " ".join(
    f'xmlns:{x}="urn:oasis:names:tc:opendocument:xmlns:{x}:1.0"'
    for x in ("office", "text", "table", "style", "manifest")
)
FO = 'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
STRONG = (
    '<office:automatic-styles><style:style style:name="Strong" '
    'style:family="paragraph"><style:text-properties fo:font-weight="bold"/>'
    "</style:style></office:automatic-styles>"
)


def make_odt(paper: Paper) -> bytes:
    """Return the paper as ODT, written as the XML that it is."""
    body = "".join(map(_odt_block, paper.blocks)).replace("</text:list><text:list>", "")
    content = (
        f"<office:document-content {SPACES} {FO} office:version='1.2'>{STRONG}"
        f"<office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{x}"/>'
        for path, x in (("/", ODT), ("content.xml", "text/xml"))
    )
    members = {
        "mimetype": ODT,
        "content.xml": content,
        "META-INF/manifest.xml": f"<manifest:manifest {SPACES}>{entries}"
        "</manifest:manifest>",
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return _same_zip(target.getvalue())


def _odt_block(block: Block) -> str:
    words = escape(block.text)
    if block.kind in {"gap", "page"}:
        return ""
    if block.kind in {"bullet", "number"}:
        item = f"<text:list-item><text:p>{words}</text:p></text:list-item>"
        return f"<text:list>{item}</text:list>"
    if block.kind in {"title", "heading"}:
        level = 1 if block.kind == "title" else 2
        return f'<text:h text:outline-level="{level}">{words}</text:h>'
    if block.kind == "table":
        rows = "".join(
            f"<table:table-row>{''.join(map(_odt_cell, cells))}</table:table-row>"
            for cells in block.rows
        )
        return f"<table:table>{rows}</table:table>"
    style = ' text:style-name="Strong"' if block.kind == "bold" else ""
    return f"<text:p{style}>{words}</text:p>"


def _odt_cell(cell: str) -> str:
    lines = "".join(f"<text:p>{escape(x)}</text:p>" for x in cell.split("\n"))
    return f"<table:table-cell>{lines}</table:table-cell>"


def _same_zip(data: bytes) -> bytes:
    """Return a zip with the same members, all of one fixed time."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for member in old.infolist():
            info = zipfile.ZipInfo(member.filename, (2024, 1, 1, 0, 0, 0))
            info.compress_type = member.compress_type
            new.writestr(info, old.read(member))
    return target.getvalue()


# ------------------------------------------------------------------------ all of it

MAKERS = {".pdf": make_pdf, ".docx": make_docx, ".odt": make_odt}


def build(target: Path) -> Iterator[Path]:
    """Write every document that has a source; yield what was written."""
    for source in sorted((HERE / "sources").rglob("*.src")):
        path = target / source.relative_to(HERE / "sources").with_suffix("")
        path.parent.mkdir(parents=True, exist_ok=True)
        paper = read(source.read_text(encoding="utf-8"))
        path.write_bytes(MAKERS[path.suffix](paper))
        yield path


if __name__ == "__main__":
    for made in build(Path(sys.argv[1]) if sys.argv[1:] else HERE / "documents"):
        print(made)
