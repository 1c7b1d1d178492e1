"""Web pages as word processors and editors on the web save them."""

from __future__ import annotations

import time

import pytest

from minutebook.load import read_bytes
from minutebook.records import Line, SourceDocument


def read(text: str) -> SourceDocument:
    return read_bytes("may.html", text.encode())


def said(document: SourceDocument) -> list[str]:
    return [document.quote(x.start, x.end) for x in document.lines]


def first(text: str) -> Line:
    return read(text).lines[0]


# what stands in front of "Trees", and the label that is kept
GAP = "&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; "
LABELS = [
    (f"4.<span style='font:7.0pt Times'>{GAP}</span>", "4. "),
    (f"<![if !supportLists]><span style='mso-list:Ignore'>·{GAP}</span>", "• "),
    (f"<span>o{GAP}</span>", "• "),
    (f"§{GAP}", "• "),
    (f"(b){GAP}", "(b) "),
    (f"12.1{GAP}", "12.1 "),
    (f"iv){GAP}", "iv) "),
    ("4. ", "4. "),
    ("o ", "o "),  # a letter beside one blank is a word
    (f"Ada:{GAP}", "Ada:      "),
    (f"£4{GAP}", "£4      "),
    (f"2019{GAP}", "2019      "),
]


@pytest.mark.parametrize(("opening", "label"), LABELS)
def test_labels_of_saved_lists(opening: str, label: str) -> None:
    page = read(f"<p class=MsoListParagraph>{opening}<b>Trees</b> are cut</p>")
    assert said(page) == [f"{label}Trees are cut"]


# a style sheet, the element, and whether it is bold
BOLD = [
    (".c4{font-weight:700}", "<p><span class='c1 c4'>Trees</span></p>", True),
    (".c4{color:#000;\nfont-weight : bold}", "<p class=c4>Trees</p>", True),
    ("p.c4,li.c4{text-decoration:underline}", "<p class=c4>Trees</p>", True),
    ("/* .c4{} */ .c4{font-weight:600}", "<p class=c4>Trees</p>", True),
    ("<!-- .c4{font-weight:600} -->", "<p class=c4>Trees</p>", True),
    ("@media print{.c4{font-weight:600}}", "<p class=c4>Trees</p>", True),
    (".c4{font-weight:400}", "<p><b class=c4>Trees</b></p>", False),
    (".c4{font-weight:700}", "<p class=c4 style='font-weight:400'>Trees</p>", False),
    (".c4{font-weight:700}", "<p class=c40>Trees</p>", False),
    (".menu .c4{font-weight:700}", "<p class=c4>Trees</p>", False),
    ("p{font-weight:700}", "<p class=c4>Trees</p>", False),
    (".c4{font-weight:400}", "<h2><span class=c4>Trees</span></h2>", True),
    ("", "<p><b style='mso-bidi-font-weight:normal'>Trees</b></p>", True),
]


@pytest.mark.parametrize(("sheet", "element", "bold"), BOLD)
def test_bold_by_class(sheet: str, element: str, *, bold: bool) -> None:
    assert first(f"<style>{sheet}</style>{element}").bold is bold


def test_numbers_of_lists_by_class() -> None:
    sheet = (
        "ol.lst-1{list-style-type:none}"
        '.lst-1>li:before{content:"" counter(lst-ctn-1,lower-latin) ". "}'
    )
    page = read(f"<style>{sheet}</style><ol class='lst-1 start' start=2><li>Trees</ol>")
    assert said(page) == ["b. Trees"]


INDENTS = [
    ("<p style='margin-left:36.0pt;text-indent:-18pt'>Trees", 36.0),
    ("<p style='margin:0cm 0cm 6.0pt 1.0cm'>Trees", 28.4),
    ("<style>.c2{margin-left:72pt}</style><ul><li class=c2>Trees</ul>", 72.0),
    ("<ul><li>Trees</ul>", 18.0),
    ("<p style='margin-left:auto'>Trees", 0.0),
    ("<p style='margin-left:900px'>Trees", 0.0),
    ("<div style='margin-left:40px'>Trees</div>", 0.0),  # places the whole page
]


@pytest.mark.parametrize(("text", "indent"), INDENTS)
def test_margins_are_indents(text: str, indent: float) -> None:
    assert first(text).indent == indent


def test_who_posted_a_page_is_none_of_its_minutes() -> None:
    page = read(
        "<article><h1>Minutes</h1>"
        "<div class=entry-meta><span class='posted-on'>Posted on 11 June 2021</span>"
        "<span class=byline> by <a href=/a>Web Editor</a></span></div>"
        f"<p>Present: Ada Penrose.</p>{'<p>The hedge was cut.</p>' * 20}"
        "<ul class=links><li><a href=/p>Printer-friendly version</a></ul></article>"
    )
    assert said(page)[:2] == ["Minutes", "Present: Ada Penrose."]
    assert said(page)[-1] == "The hedge was cut."


@pytest.mark.parametrize("piece", ["{", "}", "/*", ".a,", ".a{margin:1 1 ", "<!--"])
def test_style_sheets_cost_linear_time(piece: str) -> None:
    start = time.process_time()
    read(f"<style>{piece * 40_000}</style><p class=a>Trees</p>")
    assert time.process_time() - start < 2
