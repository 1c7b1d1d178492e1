"""Every reader but the one for PDF: small files made here, and what comes out."""

from __future__ import annotations

import contextlib
import io
import os
import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given, settings
from hypothesis import strategies as st

from minutebook.errors import (
    Damaged,
    EmptyFile,
    Encrypted,
    ReadError,
    TooLarge,
    UnknownType,
)
from minutebook.load import expand, read_bytes, read_document, zips
from minutebook.records import SourceDocument

SHARED = Path(__file__).parents[2] / "shared"


def texts(document: SourceDocument) -> list[str]:
    return [document.quote(x.start, x.end) for x in document.lines]


def read(name: str, content: str | bytes) -> SourceDocument:
    data = content.encode() if isinstance(content, str) else content
    document = read_bytes(name, data)
    check(document)
    return document


def check(document: SourceDocument) -> None:
    """Lines are ordered and clean, pages cover the text."""
    place = 0
    for line in document.lines:
        assert place <= line.start < line.end <= len(document.text)
        quote = document.quote(line.start, line.end)
        assert quote == quote.strip()
        assert len(quote.splitlines()) == 1
        assert "\t" not in quote
        page = document.pages[line.page - 1]
        assert page.start <= line.start < line.end <= page.end
        place = line.end
    assert document.pages[0].start == 0
    assert document.pages[-1].end == len(document.text)
    for page, following in zip(document.pages, document.pages[1:], strict=False):
        assert page.end == following.start
    rows = [line.row for line in document.lines]
    assert rows == sorted(rows)
    document.text.encode()


def check_or_refuse(name: str, data: bytes) -> None:
    """Read a file that may be damaged: it keeps the promises or says why not."""
    with contextlib.suppress(ReadError):
        check(read_bytes(name, data))


def cells(document: SourceDocument) -> list[tuple[int, str]]:
    return [(x.column, document.quote(x.start, x.end)) for x in document.lines]


# --------------------------------------------------------------------------- plain

PLAIN = [
    ("Present:\tAda Penrose\n", [(0, "Present:"), (1, "Ada Penrose")]),
    ("\tAda Penrose\n", [(0, "Ada Penrose")]),
    (
        "Ada Penrose\tChair\n\tThornbeck Mill\n",
        [(0, "Ada Penrose"), (1, "Chair"), (1, "Thornbeck Mill")],
    ),
    ("Name\t\tApologies\n", [(0, "Name"), (2, "Apologies")]),
    (
        "Chair      Ada Penrose    Yes\nClerk      Tom Vane       No\n",
        [
            (0, "Chair"),
            (1, "Ada Penrose"),
            (2, "Yes"),
            (0, "Clerk"),
            (1, "Tom Vane"),
            (2, "No"),
        ],
    ),
    (
        "Ada Penrose         Thornbeck\n                    Mill\n",
        [(0, "Ada Penrose"), (1, "Thornbeck"), (1, "Mill")],
    ),
    ("The Clerk   would write.\n", [(0, "The Clerk   would write.")]),
    (
        "| Name | Role |\n|---|---|\n| Vane | Clerk |\n",
        [(0, "Name"), (1, "Role"), (0, "Vane"), (1, "Clerk")],
    ),
    ("Chair |\nAda Penrose |\n|\n", [(0, "Chair"), (0, "Ada Penrose")]),
    (
        "5 Ngā Petihana | Petitions\nNone.\n",
        [(0, "5 Ngā Petihana | Petitions"), (0, "None.")],
    ),
    ("**Present:** Ada Penrose", [(0, "Present: Ada Penrose")]),
    ("A fee of 2** was\u00a0paid", [(0, "A fee of 2** was paid")]),
]


@pytest.mark.parametrize(("text", "expected"), PLAIN)
def test_plain_cells(text: str, expected: list[tuple[int, str]]) -> None:
    assert cells(read("may.txt", text)) == expected


def test_margin_of_a_page_set_in_spaces_is_dropped() -> None:
    body = ["1. Trees", "    (a) the lime", *["The Clerk would write."] * 20]
    text = "\n".join(["Thornbeck", *(f"   {x}" for x in body)])
    document = read("may.txt", text)
    assert [x.indent for x in document.lines[:4]] == [0, 0, 24, 0]


def columns(*rows: tuple[str, ...]) -> str:
    """Return rows of cells as text set in spaces."""
    return "\n".join(
        "".join(f"{x:<{n}}" for x, n in zip(row, (12, 22, 30, 9), strict=False))
        for row in rows
    )


def three_columns(key: str, mark: str) -> list[tuple[str, ...]]:
    return [
        (f"{key}1", "To sign the", "The minutes of 5 May were", mark),
        ("", "minutes", "signed by the Chair."),
        (f"{key}2", "To hear the", "a) The Clerk spoke of the", mark),
        ("", "Clerk speak", "   pond and the bridge."),
        (f"{key}3", "To order", "The lime was to be felled", mark),
        ("", "works to trees", "before winter."),
    ]


STACKED = [  # before the number, beside the text; whether a row takes several lines
    ("", "", True),
    ("FC ", "", True),
    ("31/2", "Clerk", True),
    ("", "AP", False),  # initials stay beside the line they mean
    ("Item ", "", False),
]


@pytest.mark.parametrize(("key", "mark", "stacked"), STACKED)
def test_rows_of_several_lines(key: str, mark: str, *, stacked: bool) -> None:
    document = read("may.txt", columns(*three_columns(key, mark)))
    found = [text for _, text in cells(document) if text != mark]
    title, body = "To sign the", "The minutes of 5 May were"
    assert found[:2] == [f"{key}1", title]
    assert found[2:4] == (["minutes", body] if stacked else [body, "minutes"])
    if stacked:
        assert document.lines[1].wraps
        assert not document.lines[2].wraps


def test_lines_that_hang_in_a_cell_stay_in_it() -> None:
    document = read("may.txt", columns(*three_columns("", "")))
    at = {text: column for column, text in cells(document)}
    assert at["a) The Clerk spoke of the"] == at["pond and the bridge."] == 2


SIDE_HEADS = """Minutes of the meeting of the parish held in the Reading Room

Gate of         The clerk had written to the county about the
the mill        gate, and had had no answer from them yet.
                It was agreed that she write to them again.

Lamps           Cllr Ada Penrose had counted those that were
                out, and had found four of them in Mill Lane.
                Agreed.
                No more was said of them by any of those there.

Hedges          The warden had cut them back as far as the pond
                in spring, and would cut the rest in October.
"""


def test_titles_in_a_column_of_plain_text_are_cells() -> None:
    document = read("may.txt", SIDE_HEADS)
    found = [(x.column, document.text[x.start : x.end]) for x in document.lines]
    firsts = ["Gate of", "the mill", "Lamps", "Hedges"]
    assert [x for column, x in found if not column][1:] == firsts
    wraps = {document.text[x.start : x.end]: x.wraps for x in document.lines}
    assert wraps["The clerk had written to the county about the"]
    assert not wraps["Agreed."]


def test_text_through_both_columns_has_no_such_titles() -> None:
    text = SIDE_HEADS + "The clerk then spoke of the accounts of the parish.\n" * 9
    assert all(x.column == 0 for x in read("may.txt", text).lines[-9:])


def test_numbered_paragraphs_are_no_table() -> None:
    rows = [(f"{n}", "", "The Clerk would write about the bridge.") for n in (1, 2, 3)]
    more = [("", "", "The Chair would see to the pond itself.")] * 3
    mixed = [x for pair in zip(rows, more, strict=True) for x in pair]
    document = read("may.txt", columns(*mixed))
    assert len({x.row for x in document.lines}) == len(mixed)


def test_plain_pages_and_running_heads() -> None:
    page = "Thornbeck Parish Council\nItem {0} was taken.\nNothing else.\nPage {0}\n"
    document = read("may.txt", "\f".join(page.format(n) for n in (1, 2, 3)))
    assert len(document.pages) == 3
    furniture = [document.quote(x.start, x.end) for x in document.lines if x.furniture]
    assert furniture.count("Thornbeck Parish Council") == 3
    assert [x for x in furniture if x.startswith("Page")] == [
        "Page 1",
        "Page 2",
        "Page 3",
    ]
    assert document.page_of(document.text.index("Item 2")) == 2


def test_plain_wraps() -> None:
    text = (
        "The Council considered the estimate for the footbridge and agreed that the\n"
        "Clerk should write to both landowners before the works were ordered from\n"
        "the contractor.\n"
        "Trees\n"
        "A survey of the lime trees along the churchyard wall was to be ordered at\n"
        "once.\n"
    )
    document = read("may.txt", text)
    assert [x.wraps for x in document.lines] == [True, True, False, False, True, False]


FULL = "The Council agreed that the footbridge at the mill be closed before the works."
GOES_ON = (
    "and that the school, the mill and the ferry be told of it before the month ends."
)
UNDER_SENTENCE = [  # a line below a full one that ends a sentence: does it go on there?
    ("Treasurer’s Report", False),
    ("Matters arising", False),
    ("OLD BUSINESS:", False),
    ("a)Footbridge repairs", False),
    ("Item 3:Declarations of interest", False),
    ("FG/2122/14: Welcome", False),
    ("Proposed Cllr Holt", True),
    ("Councillor Holt left.", True),
    ("That was carried with no vote against it.", True),
]


@pytest.mark.parametrize(("below", "wraps"), UNDER_SENTENCE)
def test_headings_below_a_full_line(below: str, *, wraps: bool) -> None:
    document = read("may.txt", f"{FULL[:-1]}\n{GOES_ON}\n{FULL}\n{below}\n{FULL}\n")
    assert document.lines[2].wraps is wraps


def test_rule_across_the_page_does_not_wrap() -> None:
    document = read(
        "may.txt", f"{FULL}\n{FULL}\n{'-' * 78}\nRepairs of paths\n{FULL}\n"
    )
    assert not document.lines[-3].wraps


def test_lines_parted_by_blank_lines_wrap_too() -> None:
    words = "the Council considered the long estimate for works at the Mill Bridge and"
    text = "\n\n".join([words] * 12 + ["so on."])
    document = read("may.txt", text)
    assert [x.wraps for x in document.lines] == [True] * 12 + [False]


def test_paragraphs_on_one_line_do_not_wrap() -> None:
    text = "\n".join(["It was agreed that the grass be cut. " * 8] * 6)
    assert not any(x.wraps for x in read("may.txt", text).lines)


def test_indent_is_kept() -> None:
    document = read("may.txt", "1. Trees\n    (a) the lime\n")
    assert [x.indent for x in document.lines] == [0, 24]


def test_endless_line_stays_one() -> None:
    text = "Minutes 1 | Page " + "the Council agreed. " * 5000
    assert len(read("may.txt", text).lines) == 1


ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]


@pytest.mark.parametrize("encoding", [*ENCODINGS, "mac_roman"])
def test_encodings(encoding: str) -> None:
    text = "Agreed – “the £50 grant” for Siân’s café, as in 2019–20.\r\nNext item\r\n"
    document = read("may.txt", text.encode(encoding))
    assert texts(document) == text.split("\r\n")[:2]


def test_mixed_encodings() -> None:
    data = "Siân agreed\n".encode() * 3 + "a £50 – grant\n".encode("cp1252")
    assert texts(read("may.txt", data))[3] == "a £50 – grant"


def test_characters_that_are_no_text() -> None:
    text = "Ada\x00 Pen\u200brose\u202e, Ch\u00adair\x07; Sia\u0302n \uf0b7 b"
    document = read("may.txt", text)
    assert texts(document) == ["Ada\ufffd Penrose, Chair\ufffd; Siân • b"]
    assert texts(read("may.txt", "Ada\x92s \x96 \x95")) == ["Ada’s – •"]


LONG_TITLE = "4. Application for a path from the mill to the station by the pond, " * 2


@pytest.mark.parametrize(("rule", "bold"), [(len(LONG_TITLE) - 1, True), (120, False)])
def test_long_underlined_title(rule: int, bold: bool) -> None:
    text = f"{LONG_TITLE.strip()}\n{'-' * rule}\nAgreed.\n"
    assert [x.bold for x in read("a.txt", text.encode()).lines][:1] == [bold]


# ------------------------------------------------------------------------ markdown

MARKDOWN = [
    ("**Present:** Ada Penrose", ["Present: Ada Penrose"]),
    ("1\\. Trees", ["1. Trees"]),
    ("- lime\n- oak", ["• lime", "• oak"]),
    ("3. Trees\n4. Paths", ["3. Trees", "4. Paths"]),
    ("1. Trees\n1. Paths\n1. Bins", ["1. Trees", "2. Paths", "3. Bins"]),
    ("1. Trees\n3. Paths", ["1. Trees", "3. Paths"]),
    ("2) Trees", ["2) Trees"]),
    ("See [the plan](https://a.example/plan)", ["See the plan"]),
    ("one\\\ntwo", ["one", "two"]),
    ("one<br>two", ["one", "two"]),
    ("Agreed\n\n---\n\nNext", ["Agreed", "Next"]),
    ("as follows:\n---\nThe motion", ["as follows:", "The motion"]),
    ("2\\*3 \\_x\\_", ["2*3 _x_"]),
    ("    indented words", ["indented words"]),
    ("![map](map.png)Agreed", ["Agreed"]),
    ("**Present:**Ada", ["Present:Ada"]),
    ("<div>\n<p>Agreed <b>it</b></p>\n</div>", ["Agreed it"]),
    ("2014. In that year", ["2014. In that year"]),
]


@pytest.mark.parametrize(("text", "expected"), MARKDOWN)
def test_markdown_text(text: str, expected: list[str]) -> None:
    assert texts(read("may.md", text)) == expected


def test_markdown_style() -> None:
    text = "# Minutes\n\n**Trees**\n\n~~Cut it~~\n\n**Present:** Ada\n\nPaths\n=====\n"
    lines = read("may.md", text).lines
    assert [x.heading for x in lines] == [1, None, None, None, 1]
    assert [x.bold for x in lines] == [True, True, False, False, True]
    assert [x.struck for x in lines] == [False, False, True, False, False]


def test_markdown_wraps() -> None:
    lines = read("may.md", "The grass\nwas cut.\n\nNext\n").lines
    assert [x.wraps for x in lines] == [True, False, False]


def leads(document: SourceDocument) -> list[str]:
    """Return the leading bold words of each line, "" where it has none."""
    return [
        document.quote(x.start, x.bold_to) if x.bold_to else "" for x in document.lines
    ]


LEADS = [
    ("4 **Finance** The clerk spoke.", ["4 Finance"]),
    ("**4. Finance:** The clerk spoke.", ["4. Finance:"]),
    ("**4.** Finance", [""]),
    ("**Finance**:", [""]),
    ("The clerk **spoke** of it.", [""]),
    ("- **Paths** are dry.", ["• Paths"]),
    ("<p>&nbsp;<u>Paths</u> are dry.</p>", ["Paths"]),
    ("<p><b>Paths</b><i>are</i></p>", [""]),
    ("| **Paths** dry | no |\n|--|--|", ["", ""]),
    ("| a | b |\n|--|--|\n| **Paths** dry | no |", ["", "", "Paths", ""]),
]


@pytest.mark.parametrize(("text", "expected"), LEADS)
def test_leading_bold_words(text: str, expected: list[str]) -> None:
    assert leads(read("may.md", text)) == expected


def test_number_need_not_be_bold() -> None:
    assert [x.bold for x in read("may.md", "4. **Trees**:\n\n**4.** Trees").lines] == [
        True,
        False,
    ]


SOURCE_LINES = [
    ("4 **Finance** Nil.\n5 **Planning** Nil.", [False, False]),
    ("6 Finance\na) Balance £40\nb) Cheques", [False, False, False]),
    ("The oak by the old gate of the churchyard had\nfallen.", [True, False]),
    ("Ada Penrose\nTom Vane", [False, False]),
    ("The oak had\nfallen", [True, False]),
]


@pytest.mark.parametrize(("text", "wraps"), SOURCE_LINES)
def test_lines_of_a_markdown_paragraph(text: str, wraps: list[bool]) -> None:
    assert [x.wraps for x in read("may.md", text).lines] == wraps


UNDERLINED = [
    ("Trees\n---", 2),
    ("Trees and paths\n---------------", 2),
    ("fallen.\n---", None),
    ("Loftus,\n---", None),
    ("12\n---", None),
]


@pytest.mark.parametrize(("text", "level"), UNDERLINED)
def test_rule_between_pages_heads_nothing(text: str, level: int | None) -> None:
    assert read("may.md", f"Ada spoke.\n\n{text}\n").lines[1].heading == level


def test_lines_to_sign_on_are_furniture_but_the_last() -> None:
    foot = "Signed ............ Dated ............"
    document = read("may.txt", f"Trees\n{foot}\nPaths\n{foot}\nSigned by Ada.\n")
    assert [x.furniture for x in document.lines] == [False, True, False, False, False]


def test_markdown_table() -> None:
    document = read("may.md", "| Name | Role |\n|--|--|\n| Vane | |\n| Ash | Clerk |\n")
    assert cells(document) == [
        *((0, "Name"), (1, "Role"), (0, "Vane"), (0, "Ash"), (1, "Clerk"))
    ]
    assert {x.table for x in document.lines} == {1}


def test_markdown_table_without_a_head() -> None:
    document = read("may.md", "Trees\n| 1. | Limes: cut |\n| 2. | Oaks: left |\n")
    assert cells(document)[1:] == [
        *((0, "1."), (1, "Limes: cut"), (0, "2."), (1, "Oaks: left"))
    ]


def test_table_in_markdown_cut_by_blank_lines() -> None:
    text = (
        "Payments\n\n<table>\n<tr><td>Mower</td>\n\n<td>£50</td></tr>\n</table>\n\nEnd"
    )
    document = read("may.md", text)
    assert cells(document) == [(0, "Payments"), (0, "Mower"), (1, "£50"), (0, "End")]


def test_page_number_beside_a_rule_is_furniture() -> None:
    lines = read("may.md", "The Clerk\n\n---\n\n2\n\nwould write.\n\n3\n").lines
    assert [x.furniture for x in lines] == [False, True, False, False]


FRONT = [
    ("---\ntitle: May\ndate: 2024-05-07\n---\nAgreed", ["Agreed"], "2024-05-07"),
    ("---\ntitle: a: b: [\ndate: 2024-05-07\n---\nAgreed", ["Agreed"], "2024-05-07"),
    ("\ufeff---\ntitle: May\ndate: x\n---\n\nAgreed", ["Agreed"], "x"),
    (
        "---\ndate: y\nminutes: >-\n  ### Trees\n\n  Agreed\n---\n",
        ["Trees", "Agreed"],
        "y",
    ),
    ("---\ntitle: May\nagenda: |\n  Bins\n---\nAgreed", ["Agreed"], None),
    ("---\nAgreed\n---\nThe end", ["Agreed", "The end"], None),
    ("---\nPresent: Ada\n\n---\nThe end", ["Present: Ada", "The end"], None),
]


@pytest.mark.parametrize(("text", "expected", "date"), FRONT)
def test_front_matter(text: str, expected: list[str], date: str | None) -> None:
    document = read("may.md", text)
    assert texts(document) == expected
    assert dict(document.metadata).get("date") == date


def test_front_matter_written_as_for_the_web() -> None:
    document = read("may.md", "---\ntitle: Bridge &amp; Path&#58; May\n---\nAgreed")
    assert dict(document.metadata)["title"] == "Bridge & Path: May"


def test_yaml_bomb_is_harmless() -> None:
    rows = ["a0: &a0 [x, x]"]
    rows += [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 40)]
    document = read("may.md", "---\ntitle: May\n" + "\n".join(rows) + "\n---\nAgreed")
    assert texts(document) == ["Agreed"]
    assert sum(len(value) for _, value in document.metadata) < 10_000


# ---------------------------------------------------------------------------- html

HTML = [
    ("<p>Agreed <b>the</b>\n plan</p>", ["Agreed the plan"]),
    ("<p>one<br/>two</p>", ["one", "two"]),
    ("<ol><li>Trees<li>Paths</ol>", ["1. Trees", "2. Paths"]),
    ("<ol type=a start=3><li>Trees</ol>", ["c. Trees"]),
    ("<ol style='list-style-type: lower-roman'><li>x<li>y</ol>", ["i. x", "ii. y"]),
    ("<ul><li><p>Trees</p><p>Limes</p></ul>", ["• Trees", "Limes"]),
    ("<p>&pound;50 &amp; more&nbsp;</p>", ["£50 & more"]),
    ("<p>a</p><script>x()</script><nav>Home</nav><p>b</p>", ["a", "b"]),
    ("<p>a<p><b>b</p>c</b>", ["a", "b", "c"]),
    ("<p>Chair: Ada</p><p style='display:none'>secret</p>", ["Chair: Ada"]),
    ("<h1>Minutes</h1>\nPresent: Ada\n1 Trees\n2 Paths", None),
    ('<!--#set var="t" value="May"--><h1><!--#echo var="t"--></h1>', ["May"]),
    ("<p>a <del>old</del> new</p>", ["a  new"]),
]


@pytest.mark.parametrize(("text", "expected"), HTML)
def test_html_text(text: str, expected: list[str] | None) -> None:
    found = texts(read("may.html", text))
    assert found == (expected or ["Minutes", "Present: Ada", "1 Trees", "2 Paths"])


def test_html_page_furniture() -> None:
    page = """<!DOCTYPE html><html><head><title>Minutes - Thornbeck</title></head>
    <body class="has-sidebar"><header>Thornbeck Council</header>
    <div class="site-nav"><a>Home</a></div><div id="cookie-banner">Accept</div>
    <div id="content"><h1>Minutes of 7 May</h1><p>Present: Ada Penrose and all the
    other members of the Council whom the register names.</p>
    <div class="sharedaddy">Share this</div></div>
    <footer>Contact us</footer></body></html>"""
    document = read("may.html", page)
    assert texts(document)[0] == "Minutes of 7 May"
    assert len(document.lines) == 2
    assert dict(document.metadata)["title"] == "Minutes - Thornbeck"


def test_minutes_that_a_page_folds_away_are_read() -> None:
    minutes = "The Clerk would write to the County Council about the bridge. " * 9
    page = f"""<body><div class="elementor-widget page-banner"><h1>May</h1></div>
    <div class="elementor-widget overflow-hidden"><p>{minutes}</p></div>
    <div class="panel" style="display: none" aria-hidden="true"><p>{minutes}</p></div>
    <div class="related-links"><a href="a">June</a> <a href="b">July</a></div></body>"""
    found = texts(read("may.html", page))
    assert found == ["May", minutes.strip(), minutes.strip()]


FOLDED = """
<button aria-controls="menu">Menu</button><div id="menu" class="nav">
<a href="/a">Home page</a><a href="/b">Contact the clerk of the parish</a></div>
<p>Minutes of the meeting of Thornbeck Parish Council</p>
<button data-bs-target="#one">1. Apologies</button>
<div id="one" class="collapse hidden"><p>Cllr Ada Penrose.</p></div>
<h4><a data-toggle="collapse" href="#two">2. Finance</a></h4>
<div id="two" style="display:none"><p>The accounts were agreed.</p></div>
<details><summary>3. Trees</summary><p>None.</p></details>
<button data-target="#find">Find</button><div id="find" class="search">Words</div>
"""


def test_what_buttons_unfold_is_read_and_they_are_its_titles() -> None:
    document = read("may.html", FOLDED)
    assert [x for x in document.text.splitlines() if x] == [
        "Minutes of the meeting of Thornbeck Parish Council",
        "1. Apologies",
        "Cllr Ada Penrose.",
        "2. Finance",
        "The accounts were agreed.",
        "3. Trees",
        "None.",
        "Words",
    ]
    bold = [document.text[x.start : x.end] for x in document.lines if x.bold]
    assert bold == ["1. Apologies", "2. Finance", "3. Trees"]


def test_agenda_page_with_items_in_a_table() -> None:
    page = """<body><div id="skip"><a>Skip to content</a></div><form>
    <ul class="mgNavList nav"><li><a>Home</a></li></ul><div class="mgContent">
    <h2 class="mgSubTitleTxt">Planning Committee - 7th May, 2024</h2>
    <table class="mgItemTable"><tr><td class="mgItemNumberCell"><p>24.</p></td><td>
    <p class="mgAiTitleTxt">Lime trees <a class="mgPdfLink">PDF 136 KB</a></p>
    <h3>Decision:</h3><div><p><b>RESOLVED:</b> That they be felled.</p></div>
    </td></tr></table></div><div id="footer"><a>Contact us</a></div></form></body>"""
    document = read("may.html", page)
    assert cells(document) == [
        (0, "Planning Committee - 7th May, 2024"),
        (0, "24."),
        (1, "Lime trees"),
        (1, "Decision:"),
        (1, "RESOLVED: That they be felled."),
    ]
    assert len({x.row for x in document.lines}) == 2


def test_nested_furniture() -> None:
    page = "<body><header><nav><a>x</a></nav></header><aside><nav>y</nav></aside><p>z"
    assert texts(read("may.html", page)) == ["z"]


def test_html_tables_and_style() -> None:
    document = read(
        "may.html",
        "<table><tr><th colspan=2>Present</th><th>Note</th></tr>"
        "<tr><td rowspan=2>Ada<br>Penrose</td><td>Chair</td><td></td></tr>"
        "<tr><td>Clerk</td><td><s>late</s></td></tr></table><h3>Trees</h3>",
    )
    assert cells(document) == [
        *((0, "Present"), (2, "Note"), (0, "Ada"), (0, "Penrose"), (1, "Chair")),
        *((1, "Clerk"), (2, "late"), (0, "Trees")),
    ]
    assert [x.struck for x in document.lines][-2:] == [True, False]
    assert document.lines[0].bold
    assert document.lines[-1].heading == 3


def test_layout_table_reads_in_order() -> None:
    text = "<table><tr><td>Menu<table><tr><td>a<td>b</table>End</td></tr></table>"
    assert texts(read("may.html", text)) == ["Menu", "a", "b", "End"]


PAGE = "<p>The Clerk would write about the bridge.</p>" * 9
TABLES_FOR_LOOKS = [  # what stands around the minutes, and whether its table is one
    ("<tr><td><a>Home</a><br><a>News</a><td>{}</table>", False),
    ("<tr><td colspan=2>Thornbeck<tr><td>Call 01234<td>{}</table>", False),
    ("<tr><td>24.<td>{}</table>", True),  # one item of an agenda
    ("<tr><td>1<td>None.<tr><td>2<td>{}</table>", True),
    ("<tr><th>Discussion<th>Action<tr><td>{}<td>Clerk</table>", True),
    ("<tr><td>Item<td>Action<tr><td>{}<td>Clerk</table>", True),
    ("<tr><td>The Clerk would write about the bridge.</table>{}", True),
]


@pytest.mark.parametrize(("page", "declared"), TABLES_FOR_LOOKS)
def test_table_for_looks_is_none(page: str, *, declared: bool) -> None:
    document = read("may.html", f"<body><table>{page.format(PAGE)}</body>")
    assert any(x.table is not None for x in document.lines) is declared
    assert "Home" not in document.text


def test_html_declared_encoding() -> None:
    text = '<html><meta charset="iso-8859-2"><body><p>Wałęsa agreed</p></body></html>'
    assert texts(read("may.html", text.encode("iso-8859-2"))) == ["Wałęsa agreed"]


def test_deep_html_survives() -> None:
    document = read("may.html", "<div><b>" * 5000 + "Agreed" + "</div>" * 20)
    assert texts(document) == ["Agreed"]


# ---------------------------------------------------------------------------- docx


def save(document: docx.document.Document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


NUMBERS = """<w:numbering {ns}>
<w:abstractNum w:abstractNumId="90">
<w:lvl w:ilvl="0"><w:start w:val="{start}"/><w:numFmt w:val="decimal"/>
<w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>
<w:lvlText w:val="(%2)"/><w:pPr><w:ind w:{side}="720"/></w:pPr></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/>
<w:lvlText w:val="%1.%2.%3"/><w:isLgl/></w:lvl>
</w:abstractNum>
<w:num w:numId="90"><w:abstractNumId w:val="90"/></w:num>
<w:num w:numId="91"><w:abstractNumId w:val="90"/>
<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
</w:numbering>"""


def numbered(
    document: docx.document.Document, start: int = 1, side: str = "left"
) -> None:
    root = document.part.numbering_part.element
    text = NUMBERS.format(ns=nsdecls("w"), start=start, side=side)
    for child in list(parse_xml(text)):
        root.append(child)


def paragraph(
    document: docx.document.Document, text: str, list_id: int, depth: int = 0
) -> None:
    properties = document.add_paragraph(text)._p.get_or_add_pPr()
    properties.append(
        parse_xml(
            f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{depth}"/>'
            f'<w:numId w:val="{list_id}"/></w:numPr>'
        )
    )


def test_docx_list_numbers() -> None:
    document = docx.Document()
    numbered(document, 24)
    rows = [(90, 0), (90, 1), (90, 1), (90, 2), (90, 0), (90, 1), (91, 0), (90, 0)]
    for list_id, depth in rows:
        paragraph(document, "Trees", list_id, depth)
    found = [x.removesuffix(" Trees") for x in texts(read("a.docx", save(document)))]
    expected = ["24.", "(a)", "(b)", "24.2.1", "25.", "(a)", "1.", "2."]
    assert found == expected


@pytest.mark.parametrize("side", ["left", "start"])
def test_docx_indent_of_a_list(side: str) -> None:
    document = docx.Document()
    numbered(document, side=side)
    paragraph(document, "Trees", 90, 1)
    assert [x.indent for x in read("a.docx", save(document)).lines] == [36.0]


def test_docx_list_of_contents_is_no_text_of_the_minutes() -> None:
    document = docx.Document()
    for name in ("toc 1", "toc 2"):
        document.styles.add_style(name, 1)
    document.add_paragraph("Contents", style="TOC Heading")
    document.add_paragraph("1.\tTrees\t1", style="toc 1")
    document.add_paragraph("1.1\tLimes\t2", style="toc 2")
    document.add_paragraph("Trees")
    found = read("a.docx", save(document))
    kept = [found.quote(x.start, x.end) for x in found.lines if not x.furniture]
    assert kept == ["Trees"]


def test_docx_numbers_by_style() -> None:
    document = docx.Document()
    numbered(document)
    style = document.styles["Heading 1"].element.get_or_add_pPr()
    style.append(parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="90"/></w:numPr>'))
    for text in ("Trees", "Paths"):
        document.add_heading(text, 1)
    document.add_paragraph("Bins", style="List Bullet")
    found = read("a.docx", save(document))
    assert texts(found) == ["1. Trees", "2. Paths", "• Bins"]
    assert [x.heading for x in found.lines] == [1, 1, None]


def test_docx_table_merged_nested_and_numbered() -> None:
    document = docx.Document()
    numbered(document)
    document.add_paragraph("Before")
    table = document.add_table(2, 3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Present"
    table.cell(0, 2).text = "Action"
    table.cell(1, 1).text = "Trees\nLimes"
    table.cell(1, 2).text = "TV"
    number = table.cell(1, 0).paragraphs[0]._p.get_or_add_pPr()
    number.append(parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="90"/></w:numPr>'))
    outer = document.add_table(1, 1).cell(0, 0)
    outer.text = "Layout"
    outer.add_table(1, 2).cell(0, 1).text = "inner"
    document.add_paragraph("After")
    found = read("a.docx", save(document))
    assert cells(found) == [
        *((0, "Before"), (0, "Present"), (2, "Action"), (0, "1."), (1, "Trees")),
        *((1, "Limes"), (2, "TV"), (0, "Layout"), (1, "inner"), (0, "After")),
    ]
    assert [x.table for x in found.lines] == [None, 1, 1, 1, 1, 1, 1, 2, 3, None]


def test_docx_style_breaks_and_furniture() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Thornbeck Parish Council"
    document.sections[0].footer.paragraphs[0].text = "Chair's signature"
    document.add_paragraph().add_run("TREES").bold = True
    struck = document.add_paragraph()
    struck.add_run("The lime").font.strike = True
    part = document.add_paragraph("A fee of ")
    part.add_run("£50 ").font.strike = True
    part.add_run("£60")
    document.add_paragraph("Chair:\tAda Penrose\nClerk:\tTom Vane")
    document.add_page_break()
    document.add_paragraph("Second page")
    document.core_properties.title = "Minutes"
    found = read("a.docx", save(document))
    assert texts(found) == [
        *("Thornbeck Parish Council", "TREES", "The lime", "A fee of £60"),
        *("Chair:", "Ada Penrose", "Clerk:", "Tom Vane"),
        *("Second page", "Chair's signature"),
    ]
    assert [x.furniture for x in found.lines] == [True] + [False] * 8 + [True]
    assert found.lines[1].bold
    assert [x.struck for x in found.lines][2:4] == [True, False]
    assert [x.column for x in found.lines][4:8] == [0, 1, 0, 1]
    assert len(found.pages) == 2
    assert found.lines[8].page == 2
    assert dict(found.metadata)["title"] == "Minutes"
    assert found.notes == ("struck words left out",)


def test_docx_tracked_changes_and_text_boxes() -> None:
    document = docx.Document()
    text = f"""<w:p {nsdecls("w")}>
    <w:r><w:t xml:space="preserve">A grant of </w:t></w:r>
    <w:del><w:r><w:delText>£50</w:delText></w:r></w:del>
    <w:ins><w:r><w:t>£60</w:t></w:r></w:ins>
    <w:r><w:t xml:space="preserve"> was agreed</w:t></w:r>
    <w:r><w:pict><w:txbxContent><w:p><w:r><w:t>DRAFT</w:t></w:r></w:p>
    </w:txbxContent></w:pict></w:r></w:p>"""
    document.element.body.insert(0, parse_xml(text))
    control = OxmlElement("w:sdt")
    content = OxmlElement("w:sdtContent")
    control.append(content)
    document.element.body.insert(1, control)
    inner = f"<w:p {nsdecls('w')}><w:r><w:t>In a control</w:t></w:r></w:p>"
    content.append(parse_xml(inner))
    assert texts(read("a.docx", save(document))) == [
        *("A grant of £60 was agreed", "DRAFT", "In a control")
    ]


def test_docx_with_macros_and_a_damaged_picture() -> None:
    document = docx.Document()
    document.add_paragraph("Agreed")
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(save(document))) as old,
        zipfile.ZipFile(stream, "w") as new,
    ):
        for name in old.namelist():
            data = old.read(name).replace(
                b"openxmlformats-officedocument.wordprocessingml.document.main+xml",
                b"ms-word.document.macroEnabled.main+xml",
            )
            new.writestr(name, data if not name.endswith(".jpeg") else b"broken")
    found = read("a.docm", stream.getvalue())
    assert texts(found) == ["Agreed"]


def test_docx_leading_words() -> None:
    document = docx.Document()
    for bold, rest in (("Trees", " were cut."), ("Paths", ""), ("", "Ponds")):
        line = document.add_paragraph()
        line.add_run(bold).bold = True
        line.add_run(rest)
    line = document.add_paragraph("5. ")
    line.add_run("Bins").underline = True
    line.add_run(" are full.")
    assert leads(read("a.docx", save(document))) == ["Trees", "", "", "5. Bins"]


def test_docx_size_of_style() -> None:
    document = docx.Document()
    document.styles["Normal"].font.size = docx.shared.Pt(14)
    document.add_paragraph("Trees")
    document.add_paragraph().add_run("Paths").font.size = docx.shared.Pt(9)
    assert [x.size for x in read("a", save(document)).lines] == [14, 9]


# ----------------------------------------------------------------------------- odt

ODT = """<office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0">
<office:automatic-styles>
<style:style style:name="B" style:family="paragraph">
<style:text-properties fo:font-weight="bold" fo:font-size="14pt"/></style:style>
<style:style style:name="S" style:family="text">
<style:text-properties style:text-line-through-style="solid"/></style:style>
<text:list-style style:name="L"><text:list-level-style-number text:level="1"
 style:num-format="1" style:num-suffix="."/><text:list-level-style-number
 text:level="2" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/>
</text:list-style></office:automatic-styles>
<office:body><office:text><text:tracked-changes><text:changed-region>
<text:deletion><text:p>gone</text:p></text:deletion></text:changed-region>
</text:tracked-changes>{}</office:text></office:body></office:document-content>"""


def odt(body: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as target:
        target.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        target.writestr("content.xml", ODT.format(body))
    return stream.getvalue()


LIST = (
    '<text:list text:style-name="L"><text:list-item><text:p>Trees</text:p>'
    "<text:list><text:list-item><text:p>limes</text:p></text:list-item>"
    "<text:list-item><text:p>oaks</text:p></text:list-item></text:list>"
    "</text:list-item><text:list-item><text:p>Paths</text:p></text:list-item>"
    "</text:list>"
)
ODT_ROWS = [
    ("<text:p>Ada<text:tab/>Chair</text:p>", [(0, "Ada"), (1, "Chair")]),
    ("<text:p>Ada<text:line-break/>Tom</text:p>", [(0, "Ada"), (0, "Tom")]),
    ("<text:p>a<text:s text:c='3'/>b</text:p>", [(0, "a   b")]),
    (LIST, [(0, "1. Trees"), (0, "(a) limes"), (0, "(b) oaks"), (0, "2. Paths")]),
    (
        LIST
        + LIST.replace("<text:list ", "<text:list text:continue-numbering='true' "),
        [
            (0, "1. Trees"),
            (0, "(a) limes"),
            (0, "(b) oaks"),
            (0, "2. Paths"),
            (0, "3. Trees"),
            (0, "(a) limes"),
            (0, "(b) oaks"),
            (0, "4. Paths"),
        ],
    ),
    (
        "<table:table><table:table-row><table:table-cell table:number-columns-spanned"
        "='2'><text:p>Ada</text:p><text:p>Chair</text:p></table:table-cell>"
        "<table:covered-table-cell/><table:table-cell><text:p>Yes</text:p>"
        "</table:table-cell></table:table-row></table:table>",
        [(0, "Ada"), (0, "Chair"), (2, "Yes")],
    ),
    (
        "<text:p>Ada<text:note><text:p>note</text:p></text:note> sat</text:p>",
        [(0, "Ada sat")],
    ),
    (
        "<text:p>x<draw:frame><draw:text-box><text:p>Draft</text:p></draw:text-box>"
        "</draw:frame></text:p>",
        [(0, "x"), (0, "Draft")],
    ),
]


@pytest.mark.parametrize(("body", "expected"), ODT_ROWS)
def test_odt_cells(body: str, expected: list[tuple[int, str]]) -> None:
    assert cells(read("a.odt", odt(body))) == expected


def test_odt_style() -> None:
    document = read(
        "a.odt",
        odt(
            '<text:h text:outline-level="2">Trees</text:h>'
            '<text:p text:style-name="B">Paths</text:p><text:p>'
            '<text:span text:style-name="S">cut</text:span></text:p>'
            "<text:p>a</text:p><text:p><text:soft-page-break/>b</text:p>"
        ),
    )
    assert document.lines[0].heading == 2
    assert (document.lines[1].bold, document.lines[1].size) == (True, 14)
    assert document.lines[2].struck
    assert [x.page for x in document.lines] == [1, 1, 1, 1, 2]


# ----------------------------------------------------------------------- Rich Text

RICH = [
    # source, text
    (r"Agreed: \'a3250 \endash  7 for\par Noted", "Agreed: £250 – 7 for\nNoted"),
    (r"{\pntext\f0 1.\tab}Trees\par {\listtext 2.\tab}Bins", "1. Trees\n2. Bins"),
    (r"{\*\generator Pen}{\stylesheet{\s1 Title;}}Caf\u233?", "Café"),
    (r"Clerk\u8217\'92s note", "Clerk’s note"),
    (
        r"\trowd\intbl Write to\par{} Ada\cell Clerk\cell\row\pard Closed",
        "Write to Ada\tClerk\nClosed",
    ),
    (
        r'See {\field{\*\fldinst{HYPERLINK "http://x.example"}}{\fldrslt the map}}.',
        "See the map.",
    ),
    (r"{\pict\pngblip " + "0a" * 400 + r"}Agreed", "Agreed"),
    (r"\u-10179?\u-8704? then \u-10179? alone", "😀 then \ufffd alone"),
    (r"one}} two", "one"),
]


@pytest.mark.parametrize(("source", "expected"), RICH)
def test_rich_text(source: str, expected: str) -> None:
    head = r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\info{\title May}}"
    document = read_bytes("may.rtf", f"{head}{source}}}".encode("cp1252"))
    assert document.text.strip() == expected
    assert document.media_type == "application/rtf"
    assert document.metadata == (("title", "May"),)


STRONG = [  # source, which lines are bold
    (r"{\b Trees}\par The limes.", [True, False]),
    (r"\b Trees\par Paths\b0\par Bins", [True, True, False]),
    (r"{\b Tr}{\b\i ees }\par {\b Agreed} to plant.", [True, False]),
    (r"{\listtext 4.\tab}{\ul Trees}\ulnone\par \b\plain Bins", [True, False]),
    (r"{\b\u8216?Trees\u8217?\~}\par {\b }Bins", [True, False]),
    (r"{\field{\*\fldinst{HYPERLINK x}}{\fldrslt{\ul Plan}}}\par x", [False, False]),
]


@pytest.mark.parametrize(("source", "expected"), STRONG)
def test_bold_lines_of_rich_text(source: str, expected: list[bool]) -> None:
    document = read_bytes("may.rtf", rf"{{\rtf1\ansi {source}\par}}".encode())
    assert [x.bold for x in document.lines] == expected
    assert "*" not in document.text


TABBED = [
    ("4.\tFinance", ["4. Finance"]),
    ("(b)\tFinance", ["(b) Finance"]),
    ("•\tlimes", ["• limes"]),
    ("4.\tFinance\tClerk", ["4.", "Finance", "Clerk"]),
    ("Clerk\tAda Penrose", ["Clerk", "Ada Penrose"]),
    ("2019\tFinance", ["2019", "Finance"]),
]


@pytest.mark.parametrize(("text", "expected"), TABBED)
def test_a_label_and_its_tab_are_one_text(text: str, expected: list[str]) -> None:
    assert texts(read("may.txt", text)) == expected


def test_rich_text_that_is_none() -> None:
    with pytest.raises((Damaged, EmptyFile)):
        read_bytes("may.rtf", rb"{\rtf1\ansicpg\u99999999999 x}")


# -------------------------------------------------------------------- what it is


def locked_odt(part: str) -> bytes:
    """Return an OpenDocument text with a password: each part is encrypted, or all."""
    listed = (
        f'<manifest><file-entry full-path="{part}"><encryption-data/>'
        "</file-entry></manifest>"
    )
    members = {
        "mimetype": b"application/vnd.oasis.opendocument.text",
        part: b"\x93\x8a\x00\xfe" * 50,
        "META-INF/manifest.xml": listed.encode(),
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return target.getvalue()


REFUSED = [
    ("photo.jpg", b"\xff\xd8\xff\xe0", UnknownType, "JPEG"),
    ("manifest.tsv", b"path\tsha\n", UnknownType, "tsv"),
    (".DS_Store", b"\x00\x00\x00\x01Bud1\x00", UnknownType, "folder"),
    ("a.txt", b"", EmptyFile, "empty"),
    ("a.txt", b"\x00\x00\n", EmptyFile, "empty"),
    ("a.bin", bytes(range(1, 32)) * 50, UnknownType, "binary"),
    ("a.docx", b"PK\x03\x04 and no more", Damaged, "zip"),
    (
        "a.doc",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        Encrypted,
        "password",
    ),
    ("a.odt", locked_odt("content.xml"), Encrypted, "OpenDocument"),
    ("b.odt", locked_odt("encrypted-package"), Encrypted, "OpenDocument"),
]


@pytest.mark.parametrize(
    ("name", "data", "error", "reason"), REFUSED, ids=[x[0] for x in REFUSED]
)
def test_refused(name: str, data: bytes, error: type[ReadError], reason: str) -> None:
    with pytest.raises(error, match=reason):
        read_bytes(name, data)


MISLABELLED = [
    ("minutes.pdf", b"{\\rtf1 Agreed}", "application/rtf"),
    ("a.pdf", b"<html><body><p>Agreed</p></body></html>", "text/html"),
    ("a.doc", b"<p>Agreed</p><p>Trees</p>", "text/html"),
    ("a.html", b"---\ntitle: May\n---\n# Trees\n", "text/markdown"),
    ("a.txt", b"# Trees\n\nAgreed\n\n# Paths\n", "text/markdown"),
    ("a.md", b"plain words", "text/markdown"),
    ("minutes", b"Agreed <the Clerk> to write", "text/plain"),
    (
        "a.dat",
        odt("<text:p>Agreed</text:p>"),
        "application/vnd.oasis.opendocument.text",
    ),
]


@pytest.mark.parametrize(
    ("name", "data", "media"), MISLABELLED, ids=[x[0] for x in MISLABELLED]
)
def test_content_decides(name: str, data: bytes, media: str) -> None:
    assert read(name, data).media_type == media


# ------------------------------------------------------------------ zips and folders


def zipped(members: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in members.items():
            target.writestr(name, data)
    return stream.getvalue()


def test_expand_folders_and_zips(tmp_path: Path) -> None:
    inner = zipped({"deep.txt": b"Deep"})
    data = zipped({"b/two.txt": b"Two", "in.zip": inner, "../evil.txt": b"No"})
    (tmp_path / "pile.zip").write_bytes(data)
    (tmp_path / "a.odt").write_bytes(odt("<text:p>Agreed</text:p>"))
    (tmp_path / "line\nbreak.txt").write_text("Odd name")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "broken.txt").symlink_to(tmp_path / "nowhere")
    inputs = list(expand([tmp_path]))
    names = [str(x).removeprefix(f"{tmp_path.as_posix()}/") for x in inputs]
    assert names == [
        *("a.odt", "broken.txt", "line\nbreak.txt"),
        *("pile.zip/../evil.txt", "pile.zip/b/two.txt", "pile.zip/in.zip/deep.txt"),
    ]
    found: dict[str, str] = {}
    for item in inputs:
        try:
            found[item.path.split("/")[-1]] = read_document(item).text.strip()
        except ReadError as error:
            found[item.path.split("/")[-1]] = str(error)
    assert found["two.txt"] == "Two"
    assert found["deep.txt"] == "Deep"
    assert found["line\nbreak.txt"] == "Odd name"
    assert "out of the zip" in found["evil.txt"]
    assert "No such file" in found["broken.txt"]


def test_archive_cut_short_is_told_though_one_within_it_is_whole(
    tmp_path: Path,
) -> None:
    path = tmp_path / "outer.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("a.txt", b"Lost")
        archive.writestr("in.zip", zipped({"b.txt": b"Kept"}))
    assert [x.problem for x in expand([tmp_path])] == [None, None]
    with zipfile.ZipFile(path) as archive:
        end_of_files = archive.start_dir
    path.write_bytes(path.read_bytes()[:end_of_files])
    damaged, kept = expand([tmp_path])
    assert isinstance(damaged.problem, Damaged)
    assert (damaged.path, kept.read()) == (path.as_posix(), b"Kept")


def test_an_archive_is_opened_once_for_all_its_members(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[object] = []
    really = zips._open

    def count(source: io.BytesIO | Path, size: int) -> zipfile.ZipFile:
        opened.append(source)
        return really(source, size)

    monkeypatch.setattr(zips, "_open", count)
    inner = zipped({f"{n}.txt": b"Deep %d" % n for n in range(20)})
    members = {f"{n}.txt": b"Wide %d" % n for n in range(40)}
    path = tmp_path / "pile.zip"
    path.write_bytes(zipped({**members, "in.zip": inner}))
    found = [x.read() for x in expand([tmp_path])]
    assert sorted(found) == sorted(
        [*members.values(), *(b"Deep %d" % n for n in range(20))]
    )
    assert len(opened) == 2


def test_an_archive_that_changes_is_opened_again(tmp_path: Path) -> None:
    path = tmp_path / "pile.zip"
    path.write_bytes(zipped({"a.txt": b"Before"}))
    (item,) = expand([path])
    assert item.read() == b"Before"
    path.write_bytes(zipped({"a.txt": b"After it changed"}))
    assert item.read() == b"After it changed"
    path.unlink()
    with pytest.raises(ReadError, match="No such file"):
        item.read()


def test_names_that_are_no_text(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    Path(os.fsdecode(path)).write_text("Agreed")
    (item,) = expand([tmp_path])
    assert item.path.endswith("caf\\xe9.txt")
    assert read_document(item).text == "Agreed\n"


def test_unreadable_folder(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0)
    try:
        found = list(expand([tmp_path]))
        if os.access(closed, os.R_OK):
            pytest.skip("this user may read everything")
        assert found[0].problem is not None
    finally:
        closed.chmod(0o700)


def test_file_that_vanishes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Agreed")
    (item,) = expand([tmp_path])
    (tmp_path / "a.txt").unlink()
    with pytest.raises(ReadError, match="No such file"):
        read_document(item)


def test_fifo_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (item,) = expand([tmp_path])
    with pytest.raises(UnknownType, match="regular"):
        read_document(item)


def test_bombs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = zipped({"word/document.xml": b"\x00" * 40_000_000})
    with pytest.raises(TooLarge):
        read_bytes("a.docx", bomb)
    nested = zipped({"a.txt": b"Agreed"})
    for _ in range(6):
        nested = zipped({"in.zip": nested})
    (tmp_path / "nested.zip").write_bytes(nested)
    (item,) = expand([tmp_path])
    with pytest.raises(TooLarge, match="nested"):
        read_document(item)
    monkeypatch.setattr(zips, "MAX_MEMBERS", 3)
    with pytest.raises(TooLarge, match="files"):
        zips.open_zip(zipped({f"{n}.txt": b"x" for n in range(5)}))


LAUGHS = """<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY s SYSTEM "file:///etc/passwd">]>"""


def test_xml_entities_stay_unread() -> None:
    for body in ("<text:p>x&c;y</text:p>", "<text:p>x&s;y</text:p>"):
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as target:
            target.writestr("mimetype", "application/vnd.oasis.opendocument.text")
            target.writestr("content.xml", LAUGHS + ODT.format(body))
        try:
            text = read_bytes("a.odt", stream.getvalue()).text
        except Damaged:
            continue
        assert "ha" not in text
        assert "root" not in text


def test_deep_docx_survives() -> None:
    document = docx.Document()
    inner = f"<w:p {nsdecls('w')}><w:r><w:t>deep</w:t></w:r></w:p>"
    for _ in range(100):
        inner = f"<w:sdt {nsdecls('w')}><w:sdtContent>{inner}</w:sdtContent></w:sdt>"
    document.element.body.insert(0, parse_xml(inner))
    document.add_paragraph("Agreed")
    assert texts(read("a.docx", save(document))) == ["Agreed"]


# ---------------------------------------------------------------------- invariants

PIECES = st.sampled_from(
    [
        *("\n", "\t", "   ", "|", "# ", "- ", "1. ", "**", "<p>", "</td>", "<table>"),
        *("<tr><td>", "<li>", "\f", "---\n", "\x00", "\ud800", "\u202e", "~~", "`"),
        *("Agreed", "Ada Penrose", "£50", "a" * 90, "<br>", "&nbsp;", "\u2028", "<ol>"),
        *("]]>", "</table>", "> ", "\\", "    ", "\r", "|---|---|\n", "==\n"),
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=40), st.sampled_from(["txt", "md", "html"]))
def test_any_text_keeps_the_promises(pieces: list[str], suffix: str) -> None:
    data = "".join(pieces).encode("utf-8", "surrogatepass")
    check_or_refuse(f"a.{suffix}", data)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    check_or_refuse("a", data)


WHOLE = {"odt": odt(LIST), "docx": save(docx.Document())}


@pytest.mark.parametrize("kind", list(WHOLE))
@settings(max_examples=30, deadline=None)
@given(place=st.integers(0, 3000), junk=st.binary(min_size=1, max_size=8))
def test_damaged_packages_are_read_or_refused(
    kind: str, place: int, junk: bytes
) -> None:
    data = WHOLE[kind]
    place %= len(data)
    check_or_refuse("a", data[:place] + junk + data[place + len(junk) :])


LONG = [
    "a" * 300_000,
    "| " * 100_000,
    "   x" * 50_000,
    "\t" * 100_000,
    "**" * 50_000,
    "[" * 2_000,
    "<" * 50_000,
    "<p" * 30_000,
    "> " * 2_000,
    "- " * 1_000 + "x",
    "1. x\n" * 2_000,
    "\n" * 200_000,
    "---\n" * 5_000,
    "<!--" * 10_000,
]


@pytest.mark.parametrize("text", LONG)
def test_hostile_text_takes_little_time(text: str) -> None:
    for suffix in ("txt", "md", "html"):
        check_or_refuse(f"a.{suffix}", text.encode())


@pytest.mark.skipif(not SHARED.is_dir(), reason="the real documents are not here")
def test_real_documents_keep_the_promises() -> None:
    for item in expand([SHARED / "minutes", SHARED / "seeds"]):
        if not item.path.endswith((".pdf", ".tsv", ".doc", ".DOC")):
            check(read_document(item))
