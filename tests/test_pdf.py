"""Reading PDFs: each layout and each hostile file is made here."""

from __future__ import annotations

import hashlib
import time
import zlib
from dataclasses import dataclass
from pathlib import Path

import pytest
from pdf_maker import Sheet, assemble, make_objects, make_pdf, stream
from pdfminer.arcfour import Arcfour
from pdfminer.pdfdocument import PDFStandardSecurityHandler

from minutebook.errors import Damaged, Encrypted, ReadError, Scanned, TooLarge
from minutebook.load.builder import TextBuilder
from minutebook.load.fonts import read_characters
from minutebook.load.pdf import PdfFacts, read_pdf
from minutebook.load.syntax import OPERATION
from minutebook.records import Line, Page

SHARED = Path(__file__).parents[1].parent / "shared" / "minutes"


@dataclass
class Options:
    ocr: bool = False
    password: str | None = None


@dataclass
class Document:
    text: str
    lines: tuple[Line, ...]
    pages: tuple[Page, ...]
    facts: PdfFacts

    def rows(self) -> list[list[str]]:
        """Return the lines of each row."""
        rows: dict[int, list[str]] = {}
        for line in self.lines:
            rows.setdefault(line.row, []).append(self.text[line.start : line.end])
        return list(rows.values())

    def said(self, line: Line) -> str:
        return self.text[line.start : line.end]

    def where(self, **wanted: object) -> list[str]:
        """Return the lines whose fields have these values."""
        return [
            self.said(x)
            for x in self.lines
            if all(getattr(x, k) == v for k, v in wanted.items())
        ]


def read(data: bytes, **options: object) -> Document:
    builder = TextBuilder()
    facts = read_pdf(data, Options(**options), builder)  # type: ignore[arg-type]
    return Document(*builder.finish(), facts)


PROSE = [
    "The Clerk reported that the hedge along Mill Lane had been cut back by the",
    "contractor and that the invoice of £140.00 had been received. Members thanked",
    "the volunteers who had cleared the footpath, and asked that the signs at the",
    "corner be cleaned before the spring fair on the green.",
]


def paragraph(sheet: Sheet, y: float, lines: list[str], x: float = 72) -> float:
    for line in lines:
        sheet.text(x, y, line)
        y -= 14
    return y


# ------------------------------------------------------------------------------ rows


def test_columns_aligned_by_place_read_row_by_row() -> None:
    sheet = Sheet()
    names = ["Ada Penrose", "Bram Oakes", "Cy Hollis"]
    for x, column in ((72, names), (200, ["Chair", "Member", "Clerk"])):
        for index, text in enumerate(column):
            sheet.text(x, 700 - 14 * index, text)
    document = read(make_pdf(sheet))
    assert document.rows() == [
        ["Ada Penrose", "Chair"],
        ["Bram Oakes", "Member"],
        ["Cy Hollis", "Clerk"],
    ]
    assert document.where(column=1) == ["Chair", "Member", "Clerk"]
    assert "Ada Penrose\tChair\n" in document.text


def test_continued_cell_keeps_its_column() -> None:
    sheet = Sheet().text(72, 700, "Ada Penrose").text(200, 700, "Thornbeck Parish")
    sheet.text(200, 686, "Council").text(72, 672, "Bram Oakes").text(200, 672, "Clerk")
    document = read(make_pdf(sheet))
    assert document.where(column=0) == ["Ada Penrose", "Bram Oakes"]
    assert document.where(column=1) == ["Thornbeck Parish", "Council", "Clerk"]


def test_heading_word_in_front_of_a_list_is_a_cell() -> None:
    sheet = Sheet().text(72, 700, "Present", font="F2")
    for index, name in enumerate(["Ada Penrose", "Bram Oakes", "Cy Hollis"]):
        sheet.text(126, 700 - 14 * index, name)
    assert read(make_pdf(sheet)).rows()[0] == ["Present", "Ada Penrose"]


@pytest.mark.parametrize("lift", [0, 3, -6])
def test_initials_in_the_margin_stand_beside_their_line(lift: int) -> None:
    sheet = Sheet()
    paragraph(sheet, 700, PROSE)
    paragraph(sheet, 630, PROSE)
    sheet.text(520, 686 + lift, "AP", font="F2").text(520, 616 + lift, "Clerk")
    document = read(make_pdf(sheet))
    rows = {row[1]: row[0] for row in document.rows() if len(row) == 2}
    assert rows["AP"] == (PROSE[1] if lift >= 0 else rows["AP"])
    assert set(rows) == {"AP", "Clerk"}
    assert document.where(column=1) == ["AP", "Clerk"]
    assert document.where(column=0, wraps=True) == PROSE[:3] * 2


def test_two_columns_read_one_after_the_other() -> None:
    left = [f"left column line {n} has enough words here" for n in range(20)]
    right = [f"right column line {n} has enough words too" for n in range(20)]
    sheet = Sheet().text(72, 760, "Newsletter of Thornbeck", 16)
    for index, (one, two) in enumerate(zip(left, right, strict=True)):
        sheet.text(60, 720 - 13 * index, one, 11).text(320, 720 - 13 * index, two, 11)
    document = read(make_pdf(sheet))
    assert [r[0] for r in document.rows()] == ["Newsletter of Thornbeck", *left, *right]


def test_a_full_cell_does_not_swallow_the_next_column() -> None:
    sheet = Sheet().text(72, 700, "Ada Penrose").text(160, 700, "Thornbeck Council")
    sheet.text(270, 700, "Yes").text(72, 684, "Bram Oakes").text(160, 684, "Trust")
    sheet.text(270, 684, "No")
    assert read(make_pdf(sheet)).rows() == [
        ["Ada Penrose", "Thornbeck Council", "Yes"],
        ["Bram Oakes", "Trust", "No"],
    ]


def test_columns_among_other_text() -> None:
    sheet = Sheet().text(60, 740, "Name").text(330, 740, "Role")
    sheet.text(60, 726, "Ada").text(330, 726, "Chair")
    for n in range(12):
        sheet.text(60, 690 - 13 * n, f"left line {n} of this says quite enough", 11)
        if n < 11:
            sheet.text(320, 690 - 13 * n, f"right line {n} of it says just as much", 11)
    sheet.text(60, 500, "Resolved.")
    rows = [r[0] for r in read(make_pdf(sheet)).rows()]
    assert rows[:2] == ["Name", "Ada"]
    assert rows[13].startswith("left line 11")
    assert rows[14].startswith("right line 0")
    assert rows[-1] == "Resolved."


def test_item_number_joins_its_title() -> None:
    sheet = Sheet().text(72, 700, "12.3").text(108, 700, "Allotment rents")
    sheet.text(72, 680, "(a)").text(108, 680, "to note the waiting list")
    sheet.text(72, 660, "FC 12/2031").text(144, 660, "Date of next meeting")
    sheet.text(72, 640, "12/01/2031").text(160, 640, "Hall hire")
    assert read(make_pdf(sheet)).rows() == [
        ["12.3 Allotment rents"],
        ["(a) to note the waiting list"],
        ["FC 12/2031 Date of next meeting"],
        ["12/01/2031", "Hall hire"],
    ]


# ----------------------------------------------------------------------------- words

WORDS = [
    # operators inside BT ... ET, text
    ("/F1 12 Tf 72 700 Td (Clerk) Tj", "Clerk"),
    (r"/F1 12 Tf 72 700 Td (Cllr \(Chair\) a\055b\\c) Tj", "Cllr (Chair) a-b\\c"),
    ("/F1 12 Tf 72 700 Td <43 6C 65 72 6B> Tj", "Clerk"),
    ("/F1 12 Tf 72 700 Td [(Min) 20 (utes) -278 (of)] TJ", "Minutes of"),
    ("/F1 12 Tf 72 700 Td [(A) 60 (V) 60 (A) -350 (House)] TJ", "AVA House"),
    ("/F1 12 Tf 72 700 Td (March ) Tj 40 0 Td (2031) Tj", "March 2031"),
    (
        "/F1 12 Tf 72 700 Td (The 4) Tj /F1 7 Tf 30.7 5.5 Td (th) Tj "
        "/F1 12 Tf 9 -5.5 Td (March) Tj",
        "The 4th March",
    ),
    (
        "/F1 12 Tf 72 700 Td (the 21) Tj 5 Ts /F1 7 Tf (st) Tj "
        "0 Ts /F1 12 Tf ( May) Tj",
        "the 21st May",
    ),
    ("/F2 12 Tf 72 700 Td 4 Tc (MINUTES) Tj", "MINUTES"),
    (
        "/F2 12 Tf 1 0 0 1 72 700 Tm [(M) -400 (I) -400 (N) -400 (U) -400 (T) -400 (E) "
        "-400 (S) -1600 (O) -400 (F)] TJ",
        "MINUTES OF",
    ),
    ("/F2 12 Tf 72 700 Td (Chair) Tj .3 0 Td (Chair) Tj", "Chair"),
    ("/F1 12 Tf 72 700 Td (\xad) Tj", "-"),
    ("/F1 12 Tf 72 700 Td (Fees\xa0due) Tj", "Fees due"),
    ("/F1 12 Tf 72 700 Td 12 TL (one) Tj T* (two) Tj (three) '", "one\ntwo\nthree"),
]


@pytest.mark.parametrize(("operators", "expected"), WORDS)
def test_words(operators: str, expected: str) -> None:
    sheet = Sheet().raw(f"BT {operators} ET")
    document = read(make_pdf(sheet))
    assert "\n".join(map(document.said, document.lines)) == expected


def test_symbol_fonts_give_bullets_and_ticks() -> None:
    fonts = "".join(
        f"/{key}<</Type/Font/Subtype/TrueType/BaseFont/{name}/FirstChar 0/Widths["
        + "500 " * 256
        + "]>>"
        for key, name in (("W", "Wingdings"), ("S", "SymbolMT"))
    )
    sheet = Sheet().text(72, 700, "\xb7", font="S").text(90, 700, "Bus shelter")
    sheet.text(72, 680, "Ada Penrose").text(200, 680, "\xfc", font="W")
    document = read(make_pdf(sheet, fonts=fonts))
    assert document.rows() == [["• Bus shelter"], ["Ada Penrose", "✓"]]


def test_ligatures_come_apart() -> None:
    cmap = stream(
        b"1 beginbfchar <01> <FB01> endbfchar 1 beginbfrange "
        b"<02> <04> [<006E> <0061> <006C>] endbfrange"
    )
    font = (
        "/L<</Type/Font/Subtype/TrueType/BaseFont/Own/FirstChar 0/Widths[500 500 500 "
        "500 500]/ToUnicode 500 0 R>>"
    )
    sheet = Sheet().raw("BT /L 12 Tf 72 700 Td <01020304> Tj ET")
    assert read(make_pdf(sheet, more={500: cmap}, fonts=font)).text == "final\n"


def test_character_map_is_capped() -> None:
    found = read_characters(b"beginbfrange <00> <FFFFFFFF> <0041> endbfrange")
    assert 0 < len(found) < 100_000


# ------------------------------------------------------------------- what is not seen

UNSEEN = [
    "3 Tr (ghost) Tj",
    "1 g (ghost) Tj",
    "1 1 1 rg (ghost) Tj",
    "0 0 0 0 k (ghost) Tj",
    "1 0 0 1 -300 500 Tm (ghost) Tj",
    "1 0 0 1 72 2000 Tm (ghost) Tj",
    "0 1 -1 0 40 300 Tm (ghost) Tj",
    ".7 .7 -.7 .7 200 300 Tm (ghost) Tj",
]


@pytest.mark.parametrize("operators", UNSEEN)
def test_what_nobody_sees_is_left_out(operators: str) -> None:
    sheet = Sheet().text(72, 700, "Minutes of Thornbeck Parish Council")
    sheet.raw(f"q BT /F1 12 Tf 1 0 0 1 72 600 Tm {operators} ET Q")
    sheet.text(72, 500, "Signed")
    assert read(make_pdf(sheet)).rows() == [
        ["Minutes of Thornbeck Parish Council"],
        ["Signed"],
    ]


def test_white_on_a_dark_ground_is_seen() -> None:
    sheet = Sheet().raw("0 0 .4 rg 60 690 300 30 re f")
    sheet.raw("BT 1 g /F1 12 Tf 72 700 Td (MINUTES) Tj ET")
    assert read(make_pdf(sheet)).text == "MINUTES\n"


def test_a_recognised_layer_under_a_scan_is_read() -> None:
    sheet = Sheet().raw("BT 3 Tr /F1 12 Tf 72 700 Td (Recognised words) Tj ET")
    assert read(make_pdf(sheet)).text == "Recognised words\n"


def test_a_slanted_stamp_is_a_note() -> None:
    sheet = Sheet().text(72, 700, "Minutes")
    sheet.raw("BT /F1 60 Tf .7 .7 -.7 .7 200 300 Tm (DRAFT) Tj ET")
    assert "watermark: DRAFT" in read(make_pdf(sheet)).facts.notes


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_reads_upright(turn: int) -> None:
    place = {90: "0 1 -1 0 100 72", 180: "-1 0 0 -1 500 100", 270: "0 -1 1 0 100 700"}
    sheet = Sheet(extra=f"/Rotate {turn}")
    sheet.raw(f"BT /F1 12 Tf {place[turn]} Tm (Minutes) Tj 0 -14 Td (Present) Tj ET")
    document = read(make_pdf(sheet))
    assert document.text == "Minutes\nPresent\n"
    assert document.pages[0].width == (595 if turn == 180 else 842)


# ---------------------------------------------------------------------------- tables


def ruled(sheet: Sheet, xs: list[float], ys: list[float]) -> Sheet:
    for x in xs:
        sheet.rule(x, ys[0], x, ys[-1])
    for y in ys:
        sheet.rule(xs[0], y, xs[-1], y)
    return sheet


def test_ruled_table_reads_cell_by_cell() -> None:
    sheet = ruled(Sheet(), [60, 110, 450, 540], [720, 700, 650])
    sheet.text(64, 706, "Item").text(114, 706, "Minute").text(454, 706, "Action")
    sheet.text(64, 686, "4").text(114, 686, "The lease was signed and the keys")
    sheet.text(114, 672, "were handed over.").text(454, 672, "AP")
    document = read(make_pdf(sheet.text(72, 760, "Thornbeck Hall")))
    table = [(document.said(x), x.column) for x in document.lines if x.table == 0]
    assert table == [
        ("Item", 0),
        ("Minute", 1),
        ("Action", 2),
        ("4", 0),
        ("The lease was signed and the keys", 1),
        ("were handed over.", 1),
        ("AP", 2),
    ]
    assert len({x.row for x in document.lines}) == 3


def test_table_of_filled_slivers_and_merged_cells() -> None:
    sheet = Sheet()
    for y in (720, 700, 680):
        sheet.raw(f"60 {y} 400 .5 re f")
    for x, low in ((60, 680), (200, 680), (300, 680), (460, 680)):
        top = 700 if x == 200 else 720
        sheet.raw(f"{x} {low} .5 {top - low} re f")
    sheet.text(64, 706, "Councillors").text(304, 706, "Notes")
    sheet.text(64, 686, "Ada Penrose").text(204, 686, "Hall").text(304, 686, "late")
    document = read(make_pdf(sheet))
    found = [(document.said(x), x.column) for x in document.lines]
    assert found[:2] == [("Councillors", 0), ("Notes", 2)]
    assert found[2:] == [("Ada Penrose", 0), ("Hall", 1), ("late", 2)]


def test_a_frame_and_underlines_are_no_table() -> None:
    sheet = ruled(Sheet(), [50, 545], [800, 40]).rule(72, 698, 150, 698)
    sheet.text(72, 700, "Apologies").text(72, 680, "None.")
    assert [x.table for x in read(make_pdf(sheet)).lines] == [None, None]


def test_heads_that_run_upwards_stand_in_their_cells() -> None:
    sheet = ruled(Sheet(), [60, 200, 260, 320], [740, 660, 640])
    for x, day in ((235, "12/01/2031"), (295, "09/02/2031")):
        sheet.raw(f"BT /F1 12 Tf 0 1 -1 0 {x} 666 Tm ({day}) Tj ET")
    sheet.text(64, 646, "Ada Penrose").text(226, 646, "P").text(286, 646, "A")
    document = read(make_pdf(sheet))
    assert document.rows() == [["12/01/2031", "09/02/2031"], ["Ada Penrose", "P", "A"]]
    assert document.where(column=2) == ["09/02/2031", "A"]


# ------------------------------------------------------------- furniture, wraps, style


def test_running_heads_feet_and_numbers_are_furniture() -> None:
    sheets = []
    for number in range(1, 5):
        sheet = Sheet().text(72, 800, "Thornbeck Parish Council minutes 2031", 9)
        paragraph(sheet, 700, [f"Item {number}", *PROSE])
        sheets.append(sheet.text(270, 30, f"Page {number} of 4", 9))
    document = read(make_pdf(*sheets))
    furniture = document.where(furniture=True)
    assert furniture.count("Thornbeck Parish Council minutes 2031") == 4
    assert [x for x in furniture if x.startswith("Page")] == [
        f"Page {n} of 4" for n in range(1, 5)
    ]
    assert len(furniture) == 8


@pytest.mark.parametrize(
    ("foot", "stamp"),
    [("https://moor.example/m.html", []), ("MBC", ["3/4/22, 9:41 AM"])],
)
def test_the_moment_a_browser_printed_a_page_is_left_out(
    foot: str, stamp: list[str]
) -> None:
    page = Sheet().text(50, 820, "3/4/22, 9:41 AM", 8).text(300, 820, "Minutes", 8)
    page.text(50, 700, "Held on 3 March 2022.").text(50, 20, foot, 8)
    found = read(make_pdf(page.text(500, 20, "1/1", 8))).rows()
    assert found[0] == [*stamp, "Minutes"]


def test_a_bold_head_stays_in_sight_on_the_first_page() -> None:
    sheets = [Sheet().text(72, 800, "Thornbeck Council", 16, "F2") for _ in range(3)]
    for sheet in sheets:
        paragraph(sheet, 700, PROSE)
    document = read(make_pdf(*sheets))
    heads = [x for x in document.lines if document.said(x) == "Thornbeck Council"]
    assert [x.furniture for x in heads] == [False, True, True]


def test_wraps_only_where_the_next_word_had_no_room() -> None:
    sheet = Sheet()
    y = paragraph(sheet, 700, PROSE)
    y = paragraph(sheet, y, ["Cllr Oakes left.", *PROSE])
    y = paragraph(sheet, y, ["Resolved: to write to the county about the bridge."])
    document = read(make_pdf(sheet))
    assert document.where(wraps=True) == PROSE[:3] * 2


@pytest.mark.parametrize(("space", "joined"), [(0, True), (5, False)])
def test_the_space_between_paragraphs_ends_them(space: int, *, joined: bool) -> None:
    full = "The Clerk reported that the hedge had been cut back along Mill Lane today."
    sheet, y = Sheet(), 780.0
    for _ in range(6):
        y = paragraph(sheet, y, PROSE) - space
    paragraph(sheet, paragraph(sheet, y, [full]) - space, ["Bridleways"])
    document = read(make_pdf(sheet))
    assert (full in document.where(wraps=True)) is joined


CIRCLE = (
    "{0} {1} m {0} {2} {3} {4} {5} {4} c {6} {4} {7} {2} {7} {1} c "
    "{7} {8} {6} {9} {5} {9} c {3} {9} {0} {8} {0} {1} c h {10}"
)


def circle(x: float, y: float, r: float, paint: str) -> str:
    k = 0.55 * r
    return CIRCLE.format(
        *(x - r, y, y + k, x - k, y + r, x, x + k, x + r, y - k, y - r, paint)
    )


@pytest.mark.parametrize(
    ("radius", "paint", "expected"),
    [
        (2, "f", ["• Trees"]),
        (2, "S", ["• Trees"]),
        (2, "B", ["• Trees"]),
        (2, "n", ["Trees"]),
        (9, "f", ["Trees"]),
        (0.5, "f", ["Trees"]),
    ],
)
def test_small_circles_are_bullets(
    radius: float, paint: str, expected: list[str]
) -> None:
    sheet = Sheet().raw(circle(72, 704, radius, paint)).text(80, 700, "Trees")
    assert read(make_pdf(sheet)).rows() == [expected]


def test_a_word_cut_at_the_line_end_stays_as_it_stands() -> None:
    lines = [PROSE[0][:-6] + "re-", "placed with oak posts."]
    sheet = Sheet()
    paragraph(sheet, paragraph(sheet, 700, PROSE), lines)
    document = read(make_pdf(sheet))
    assert lines[0] in document.where(wraps=True)
    assert "re-\nplaced" in document.text


def test_bold_words_that_open_a_line() -> None:
    sheet = Sheet().text(72, 700, "7. Finance", 12, "F2")
    sheet.text(136, 700, "The clerk reported a balance.", 12)
    document = read(make_pdf(sheet))
    (line,) = document.lines
    assert document.text[line.start : line.bold_to] == "7. Finance"


def test_style_and_place_of_a_line() -> None:
    sheet = Sheet().text(72, 700, "Finance", 14, "F2").text(90, 680, "Note", 10, "F3")
    one, two = (document := read(make_pdf(sheet))).lines
    assert (one.bold, one.italic, one.size, one.indent) == (True, False, 14, 0)
    assert (two.bold, two.italic, two.size, two.indent) == (False, True, 10, 18)
    assert one.box is not None
    assert 128 < one.box.top < 842 - 700 < one.box.bottom < 148
    assert one.box.left == 72
    assert (document.pages[0].width, document.pages[0].height) == (595, 842)


def test_boxes_are_told_from_the_crop_box() -> None:
    sheet = Sheet(extra="/CropBox[50 42 550 800]").text(72, 700, "Finance")
    document = read(make_pdf(sheet))
    assert document.lines[0].box is not None
    assert document.lines[0].box.left == 22
    assert document.pages[0].width == 500


def test_forms_and_inline_pictures() -> None:
    form = stream(b"BT /F1 12 Tf 72 700 Td (In a form) Tj ET", "/Subtype/Form")
    sheet = Sheet().raw("/X Do BI /W 1 /H 1 ID (((junk EI")
    sheet.text(72, 650, "After the picture")
    document = read(
        make_pdf(sheet, more={500: form}, resources="/XObject<</X 500 0 R>>")
    )
    assert document.rows() == [["In a form"], ["After the picture"]]


# --------------------------------------------------------------------- hostile files


def encrypt(data: dict[int, bytes], password: str) -> bytes:
    """Return a file under RC4 of 40 bits; only streams need it here."""
    padding = PDFStandardSecurityHandler.PASSWORD_PADDING
    padded = (password.encode() + padding)[:32]
    owner = Arcfour(hashlib.md5(padded).digest()[:5]).process(padded)
    key = hashlib.md5(padded + owner + b"\xfc\xff\xff\xff" + b"id").digest()[:5]
    user = Arcfour(key).process(padding)
    objects = {}
    for number, body in data.items():
        if b"stream\n" in body:
            head, rest = body.split(b"stream\n", 1)
            plain = rest[: -len(b"\nendstream")]
            salt = number.to_bytes(3, "little") + b"\0\0"
            cipher = Arcfour(hashlib.md5(key + salt).digest()[:10]).process(plain)
            body = head + b"stream\n" + cipher + b"\nendstream"
        objects[number] = body
    trailer = (
        f"/ID[<6964><6964>]/Encrypt<</Filter/Standard/V 1/R 2/P -4"
        f"/O<{owner.hex()}>/U<{user.hex()}>>>"
    )
    return assemble(objects, trailer)


def test_encrypted() -> None:
    data = encrypt(make_objects([Sheet().text(72, 700, "In camera")]), "oak")
    with pytest.raises(Encrypted):
        read(data)
    with pytest.raises(Encrypted):
        read(data, password="elm")
    assert read(data, password="oak").text == "In camera\n"


def bomb(*, twice: bool) -> bytes:
    data = zlib.compress(b"0 " * 60_000_000, 9)
    filters = "[/FlateDecode/FlateDecode]" if twice else "/FlateDecode"
    return stream(zlib.compress(data, 9) if twice else data, f"/Filter{filters}")


def nested_forms() -> bytes:
    """Ten forms, each of which runs the next ten times."""
    more = {
        500 + n: stream(f"/X{n + 1} Do ".encode() * 10, "/Subtype/Form/Resources 3 0 R")
        for n in range(10)
    }
    names = "".join(f"/X{n} {500 + n} 0 R" for n in range(10))
    return make_pdf(Sheet().raw("/X0 Do"), more=more, resources=f"/XObject<<{names}>>")


GOOD = make_pdf(Sheet().text(72, 700, "Minutes"))
PICTURE = make_pdf(Sheet().raw("q 500 0 0 700 0 0 cm BI /W 1 /H 1 ID x EI Q"))


def hostile() -> list[tuple[str, bytes, type[ReadError]]]:
    page = make_objects([Sheet()])
    deep = make_objects([])
    deep[2] = b"<</Type/Pages/Count 1/Kids[10 0 R]>>"
    for n in range(10, 3000):
        deep[n] = b"<</Type/Pages/Count 1/Kids[%d 0 R]>>" % (n + 1)
    loop = make_objects([])
    loop[2] = b"<</Type/Pages/Count 1/Kids[2 0 R 2 0 R]>>"
    many = make_objects([])
    many[2] = b"<</Type/Pages/Count 10000/Kids[%s]>>" % (b"10 0 R " * 10_000)
    return [
        ("no pages", assemble(make_objects([])), Damaged),
        ("header only", b"%PDF-1.4\n", Damaged),
        ("garbage", b"%PDF-1.4\n" + bytes(range(256)) * 40, Damaged),
        ("cut short", GOOD[:300], Damaged),
        ("scan", PICTURE, Scanned),
        ("bomb", assemble(page | {11: bomb(twice=False)}), TooLarge),
        ("bomb in a bomb", assemble(page | {11: bomb(twice=True)}), TooLarge),
        ("forms in forms", nested_forms(), TooLarge),
        ("too many pages", assemble(many), TooLarge),
        ("deep page tree", assemble(deep), Damaged),
        ("page tree in a ring", assemble(loop), Damaged),
    ]


@pytest.mark.parametrize(
    ("data", "error"), [pytest.param(d, e, id=n) for n, d, e in hostile()]
)
def test_hostile(data: bytes, error: type[ReadError]) -> None:
    started = time.process_time()
    with pytest.raises(error):
        read(data)
    assert time.process_time() - started < 8


def test_damage_is_told_in_words() -> None:
    with pytest.raises(Damaged, match=r"cut short\. \w+ .+"):
        read(GOOD[:300])


def test_damaged_cross_reference_is_mended() -> None:
    assert read(GOOD.replace(b"startxref", b"startxxxx")).text == "Minutes\n"
    assert read(GOOD[: GOOD.index(b"xref\n0")]).text == "Minutes\n"


def test_a_broken_page_does_not_lose_the_others() -> None:
    objects = make_objects([Sheet().text(72, 700, "One"), Sheet(), Sheet()])
    objects[12] = b"<</Type/Page/Parent 2 0 R/MediaBox 7/Resources 3 0 R/Contents 9>>"
    objects[15] = stream(b"BT /F1 12 Tf 72 700 Td (Three) Tj", "/Filter/Nonsense")
    assert read(assemble(objects)).text.startswith("One\n")


@pytest.mark.parametrize(
    "piece", [b"(", b"((", b"<<", b"[", b"<< [", b"(\\", b"0 ", b"<< (", b"/", b"%"]
)
def test_operators_cost_linear_time(piece: bytes) -> None:
    started = time.process_time()
    for _ in OPERATION.finditer(piece * (200_000 // len(piece))):
        pass
    assert time.process_time() - started < 2


@pytest.mark.skipif(not SHARED.exists(), reason="no shared documents")
def test_offsets_hold_on_real_documents() -> None:
    for path in sorted(SHARED.glob("*/*.pdf"))[::9]:
        try:
            document = read(path.read_bytes())
        except Scanned:
            continue
        end = 0
        for line in document.lines:
            assert end <= line.start < line.end <= len(document.text)
            assert document.said(line).strip() == document.said(line)
            assert line.box is not None
            end = line.end
        assert len(document.pages) == max(x.page for x in document.lines)
