"""Tables and columns of PDFs that no line, or not every line, is drawn around."""

from __future__ import annotations

import pytest
from pdf_maker import Sheet, make_pdf

from minutebook.load import read_bytes
from minutebook.records import SourceDocument

SURGEON = ["The clerk had met the tree", "surgeon at the green."]
POND = ["The pond had been cleared by", "the wardens in May."]
ROOF = ["The roof of the hall leaked", "above the stage again."]
ROWS = [
    ("1. Trees", SURGEON, ["Agreed to fell", "the old ash."]),
    ("2. Pond", POND, ["Agreed to thank", "the wardens."]),
    ("3. Hall", ROOF, ["Agreed to ask", "for three prices."]),
]


def read(*sheets: Sheet) -> SourceDocument:
    return read_bytes("may.pdf", make_pdf(*sheets))


def cells(document: SourceDocument) -> list[tuple[int | None, int, str]]:
    """Return table, column and words of each line."""
    return [(x.table, x.column, document.text[x.start : x.end]) for x in document.lines]


def put_rows(
    sheet: Sheet, rows: list[tuple[str, list[str], list[str]]], y: float = 700
) -> Sheet:
    for title, left, right in rows:
        sheet.text(72, y, title, 10)
        for index, (a, b) in enumerate(zip(left, right, strict=True)):
            sheet.text(160, y - 13 * index, a, 10).text(400, y - 13 * index, b, 10)
        y -= 50
    return sheet


# ------------------------------------------------------------------ no lines at all


def test_cells_side_by_side_without_lines_are_rows_of_a_table() -> None:
    found = cells(read(put_rows(Sheet(), ROWS)))
    assert [x[2] for x in found[:5]] == [ROWS[0][0], *ROWS[0][1], *ROWS[0][2]]
    assert len({x[0] for x in found}) == 1
    assert None not in {x[0] for x in found}


def test_such_a_table_goes_on_overleaf() -> None:
    found = cells(read(put_rows(Sheet(), ROWS), put_rows(Sheet(), ROWS[:1])))
    assert len({x[0] for x in found}) == 1
    assert found[-1] == (found[0][0], 2, "the old ash.")


def test_lines_of_a_cell_wrap() -> None:
    document = read(put_rows(Sheet(), ROWS))
    wraps = [document.text[x.start : x.end] for x in document.lines if x.wraps]
    assert "Agreed to fell" in wraps


def test_two_rows_are_no_table() -> None:
    assert {x[0] for x in cells(read(put_rows(Sheet(), ROWS[:2])))} == {None}


def test_a_list_in_columns_is_no_such_table() -> None:
    sheet = Sheet()
    for index, name in enumerate(["Ada Penrose", "Tom Holt", "Jo Marsh", "Lee Orr"]):
        sheet.text(72, 700 - 14 * index, name).text(300, 700 - 14 * index, "Member")
    assert {x[0] for x in cells(read(sheet))} == {None}


def test_initials_in_a_margin_make_no_table() -> None:
    sheet = Sheet()
    for index in range(12):
        sheet.text(72, 700 - 14 * index, "The clerk spoke of the hedge at the pond.")
        if index % 3 == 0:
            sheet.text(480, 700 - 14 * index, "AP")
    assert {x[0] for x in cells(read(sheet))} == {None}


def test_initials_far_apart_in_a_margin_stand_apart_from_long_lines() -> None:
    sheet = Sheet()
    for index in range(5):
        sheet.text(200, 770 - 14 * index, f"{LONG}. The chair thanked all.", 10)
    for index in range(18):
        line = LONG + (" yet" if index == 6 else "")
        sheet.text(200, 680 - 14 * index, line, 10)
        if index % 6 == 0:
            sheet.text(407, 680 - 14 * index, "AP", 10)
    document = read(sheet)
    assert [x[2] for x in cells(document) if x[1] == 1] == ["AP"] * 3
    # the margin keeps the lines beside it short: they wrap where it begins
    assert [x.wraps for x in document.lines if x.column == 0][5:-1] == [True] * 17


# --------------------------------------------------------------- lines cut by a page


# Lines that fill 300 points, as a clerk's word processor breaks them
LONG = "The clerk had written to the county about the gate, and had had no answer"
TITLES = [("Gate of", "the mill"), ("Lamps",), ("Hedges",), ("Benches",)]


def beside(sheet: Sheet, titles: list[tuple[str, ...]], text: float) -> Sheet:
    """Set titles at the left, three lines of text beside each, far in or near."""
    y = 700.0
    for title in titles:
        for index, line in enumerate(title):
            sheet.text(72, y - 13 * index, line, 10)
        for index, line in enumerate((LONG, LONG, "yet.")):
            sheet.text(text, y - 13 * index, line, 9)
        y -= 39
    return sheet


def test_titles_beside_their_text_are_cells_of_rows() -> None:
    found = cells(read(beside(Sheet(), TITLES, 200)))
    assert found[:5] == [
        (0, 0, "Gate of"),
        (0, 0, "the mill"),
        (0, 1, LONG),
        (0, 1, LONG),
        (0, 1, "yet."),
    ]
    assert [x[2] for x in found if x[1] == 0][2:] == ["Lamps", "Hedges", "Benches"]


def test_words_that_hang_before_a_few_paragraphs_make_no_table() -> None:
    sheet = beside(Sheet(), TITLES, 200)
    for index in range(24):
        sheet.text(72, 500 - 13 * index, LONG, 10)
    assert {x[0] for x in cells(read(sheet))} == {None}


def test_text_beside_titles_goes_on_overleaf() -> None:
    below = Sheet()
    for index in range(3):
        below.text(200, 700 - 13 * index, LONG, 9)
    beside(below, [], 200)
    for index, title in enumerate(TITLES[1:]):
        below.text(72, 640 - 39 * index, title[0], 10)
        below.text(200, 640 - 39 * index, LONG, 9)
        below.text(200, 627 - 39 * index, LONG, 9)
    found = cells(read(beside(Sheet(), TITLES, 200), below))
    assert None not in {x[0] for x in found}
    assert {x[1] for x in found[-9:-6]} == {0, 1}


def test_rows_set_solid_open_where_no_column_goes_on() -> None:
    sheet, y = Sheet(), 700
    for title, left, right in ROWS:
        name = title.partition(" ")[2]
        for x, lines in ((72, [name]), (160, left), (400, right)):
            for index, line in enumerate(lines):
                sheet.text(x, y - 13 * index, line, 10)
        y -= 26
    firsts = [x[2] for x in cells(read(sheet)) if x[1] == 0]
    lines = read(sheet).lines
    assert firsts == ["Trees", "Pond", "Hall"]
    assert len({x.row for x in lines}) == 3


Titled = tuple[tuple[str, ...], tuple[str, ...]]  # lines of a title, of its text


def side_by_side(rows: list[Titled], text: float = 160, y: float = 700) -> Sheet:
    """Set rows solid under one another, each as high as its title or its text."""
    sheet = Sheet()
    for title, lines in rows:
        for x, column, font in ((72, title, "F2"), (text, lines, "F1")):
            for index, line in enumerate(column):
                sheet.text(x, y - 13 * index, line, 10, font)
        y -= 13 * max(len(title), len(lines))
    return sheet


SHORT = "There were none to be told of by the clerk."
SOLID: list[Titled] = [
    (("Apologies",), (SHORT,)),
    (("Footpaths on", "the common"), (LONG,)),
    (("Bus shelter",), (SHORT,)),
    (("5 May 2031:", "the fair of the", "4 September"), (LONG, "yet.")),
    (("Hedges and", "ditches of the", "parish"), (SHORT,)),
    (("Benches",), (LONG, LONG)),
]


def titles(document: SourceDocument) -> list[str]:
    """Return what stands in the first cell of each row, its lines joined."""
    rows: dict[tuple[int, int], list[str]] = {}
    for x in document.lines:
        if x.table is not None and x.column == 0:
            words = document.text[x.start : x.end]
            rows.setdefault((x.page, x.row), []).append(words)
    return [" ".join(x) for x in rows.values()]


@pytest.mark.parametrize("text", [149, 160, 240])
def test_titles_in_a_narrow_column_keep_their_lines(text: float) -> None:
    found = titles(read(side_by_side(SOLID, text)))
    assert found == [" ".join(x) for x, _ in SOLID]


def test_lines_of_a_narrow_title_wrap() -> None:
    document = read(side_by_side(SOLID))
    wraps = [document.text[x.start : x.end] for x in document.lines if x.wraps]
    assert {"Hedges and", "ditches of the"} <= set(wraps)


def test_head_of_the_first_page_stands_in_no_row_beside_text() -> None:
    sheet = side_by_side(SOLID)
    for index in range(6):
        sheet.text(72, 790 - 13 * index, LONG, 10)
    sheet.text(72, 713, "in the hall.", 10)
    assert titles(read(sheet))[0] == "Apologies"


def test_page_without_titles_goes_on_in_the_text_beside_them() -> None:
    below = side_by_side([((), (LONG, LONG, LONG, "yet."))])
    found = cells(read(side_by_side(SOLID), below))
    assert {x[1] for x in found[-4:]} == {1}
    assert None not in {x[0] for x in found}


def test_rest_of_a_title_overleaf_is_none_of_its_own() -> None:
    cut: Titled = (("Trees beside",), (LONG,))
    rest: Titled = (("orchards",), (LONG, "yet."))
    document = read(side_by_side([*SOLID, cut]), side_by_side([rest, *SOLID]))
    assert "orchards" not in titles(document)
    rest = next(
        x for x in document.lines if document.text[x.start : x.end] == "orchards"
    )
    assert not rest.bold


def ruled(top: float, bottom: float, *, closed: bool) -> Sheet:
    """Return a page with a table of two columns, its last row closed or not."""
    sheet = Sheet().rule(72, top, 500, top)
    for x in (72, 200, 500):
        sheet.rule(x, top, x, bottom)
    if closed:
        sheet.rule(72, bottom, 500, bottom)
    return sheet


@pytest.mark.parametrize("closed", [True, False])
def test_row_that_a_page_cuts_is_a_row(closed: bool) -> None:
    sheet = ruled(760, 60, closed=closed).rule(72, 740, 500, 740)
    sheet.text(80, 745, "Item").text(208, 745, "Action")
    sheet.text(80, 720, "Trees").text(208, 720, "Lee Orr to ring")
    sheet.text(208, 706, "the surgeon.")
    found = cells(read(sheet))
    assert found[2:] == [
        (0, 0, "Trees"),
        (0, 1, "Lee Orr to ring"),
        (0, 1, "the surgeon."),
    ]


def test_table_goes_on_overleaf_under_its_heads() -> None:
    first = ruled(760, 60, closed=False).text(80, 720, "Trees").text(208, 720, "Ash")
    second = ruled(800, 700, closed=True).text(80, 760, "Pond").text(208, 760, "Reeds")
    assert [x[0] for x in cells(read(first, second))] == [0, 0, 0, 0]


def test_another_table_overleaf_is_another() -> None:
    first = ruled(760, 60, closed=False).text(80, 720, "Trees").text(208, 720, "Ash")
    second = Sheet().rule(72, 800, 500, 800).rule(72, 700, 500, 700)
    for x in (72, 300, 500):
        second.rule(x, 800, x, 700)
    second.text(80, 760, "Pond").text(308, 760, "Reeds")
    assert [x[0] for x in cells(read(first, second))] == [0, 0, 1, 1]


# ------------------------------------------------------------------------ newspapers


def test_ragged_columns_with_lines_of_their_own_are_read_in_turn() -> None:
    left = [f"Trees line {n} of them" + " and some more" * (n % 3) for n in range(12)]
    right = [f"Ponds line {n} of them" + " and some more" * (n % 2) for n in range(12)]
    sheet = Sheet()
    for index, (a, b) in enumerate(zip(left, right, strict=True)):
        sheet.text(60, 700 - 14 * index, a, 10)
        sheet.text(320, 700 - 15 * index, b, 10)
    document = read(sheet)
    assert [x for x in document.text.splitlines() if x] == left + right


# ------------------------------------------------------------------- words drawn apart


LONG = "The clerk had met the tree surgeon at the"  # a full line of a column
LEFT = [["1. Trees", LONG, LONG, "green."], ["2. Pond", LONG, LONG, "ended."]]
LEFT += [["3. Hall", LONG, LONG, LONG, "in May."], ["4. Paths", LONG, LONG, "by June."]]
RIGHT = [[LONG, "gate."], ["5. Bins", LONG, LONG, LONG, LONG, "weekly."]]
RIGHT += [["6. Fair", LONG, LONG, "the hall."], ["7. Next", LONG, "at eight."]]


def put_column(sheet: Sheet, x: float, paragraphs: list[list[str]]) -> Sheet:
    """Set paragraphs below one another, space above each."""
    y = 720.0
    for lines in paragraphs:
        for text in lines:
            sheet.text(x, y, text, 10)
            y -= 13
        y -= 13
    return sheet


def test_columns_whose_paragraphs_open_at_heights_of_their_own_are_read_in_turn() -> (
    None
):
    sheet = put_column(put_column(Sheet(), 50, LEFT), 310, RIGHT)
    found = [x[2] for x in cells(read(sheet))]
    assert found == [line for column in (LEFT, RIGHT) for x in column for line in x]


def test_rows_of_two_broad_cells_stay_a_table() -> None:
    sheet = put_column(put_column(Sheet(), 50, LEFT), 310, LEFT)
    found = cells(read(sheet))
    assert [x[2] for x in found if x[2][0].isdigit()] == [
        x[0] for x in LEFT for _ in range(2)
    ]


def test_few_lines_overleaf_stand_in_the_columns_of_the_page_before() -> None:
    first = put_column(put_column(Sheet(), 50, LEFT), 310, RIGHT)
    ends = [["8. Close", "at nine."]], [["Signed:", "Dated:"]]
    last = put_column(put_column(Sheet(), 50, ends[0]), 310, ends[1])
    found = [x[2] for x in cells(read(first, last))]
    assert found[-4:] == ["8. Close", "at nine.", "Signed:", "Dated:"]


def test_lines_of_each_column_wrap_at_its_own_edge() -> None:
    head = Sheet()
    for index in range(4):
        head.text(50, 830 - 13 * index, f"{LONG} {LONG} again.", 10)
    pages = [put_column(put_column(x, 50, LEFT), 310, RIGHT) for x in (head, Sheet())]
    document = read(*pages)
    lines = [x for x in document.lines if document.text[x.start : x.end] == LONG]
    assert all(x.wraps for x in lines)


def apart(words: list[tuple[float, str]]) -> Sheet:
    sheet = Sheet()
    for x, word in words:
        sheet.text(x, 700, word, 10)
    return sheet.text(72, 680, "The clerk spoke of the accounts.", 10)


@pytest.mark.parametrize(
    ("words", "expected"),
    [  # in points: "The" is 17.2 wide, "pond" 22.2, "was" 17.2
        ([(72, "The"), (109.2, "pond"), (151.4, "was"), (188.6, "dug")], 1),
        ([(72, "The"), (109.2, "pond"), (171.4, "was"), (208.6, "dug")], 4),
        ([(72, "The"), (109.2, "pond")], 2),
    ],
)
def test_words_drawn_apart_evenly_are_one_line(
    words: list[tuple[float, str]], expected: int
) -> None:
    lines = read(apart(words)).lines
    assert sum(x.row == lines[0].row for x in lines) == expected


def test_marks_evenly_apart_in_rows_are_cells() -> None:
    sheet = Sheet()
    for index in range(4):
        for x in (72, 112, 152, 192):
            sheet.text(x, 700 - 14 * index, "Yes", 10)
    assert {x.column for x in read(sheet).lines} == {0, 1, 2, 3}


def test_a_line_has_the_size_of_most_of_its_letters() -> None:
    sheet = Sheet().text(72, 700, "o", 7).text(84, 700, "A B C D E", 10)
    assert read(sheet).lines[0].size == 10


def test_address_beside_the_name_on_a_letterhead_keeps_its_lines() -> None:
    sheet = Sheet().text(72, 700, "Thornbeck Parish Council", 22)
    for index, line in enumerate(("Mill Lane", "Thornbeck", "TB4 9XX")):
        sheet.text(420, 708 - 9 * index, line, 8)
    shown = [x[2] for x in cells(read(sheet))]
    assert {"Mill Lane", "Thornbeck", "TB4 9XX"} < set(shown)


# ---------------------------------------------------------------------- line numbers


def test_numbers_that_count_lines_are_left_out() -> None:
    sheet = Sheet()
    for index in range(20):
        sheet.text(40 if index > 8 else 45.6, 700 - 14 * index, str(index + 1), 10)
        sheet.text(72, 700 - 14 * index, f"The clerk spoke of hedge {index}.", 10)
    document = read(sheet)
    assert document.text.startswith("The clerk spoke of hedge 0.\nThe clerk")


def test_numbers_of_items_stay() -> None:
    sheet = Sheet()
    for index in range(20):
        sheet.text(72, 740 - 28 * index, f"{index + 1}.", 10)
        sheet.text(100, 740 - 28 * index, "Finance", 10)
        sheet.text(72, 726 - 28 * index, "The clerk spoke of the accounts.", 10)
    assert read(sheet).text.startswith("1. Finance")


# ------------------------------------------------------------------------ underlined


@pytest.mark.parametrize(
    ("left", "right", "drop", "stands_out"),
    [
        (72, 115, 2, True),
        (72, 500, 2, False),  # a rule across the page
        (72, 90, 2, False),  # under the first letters alone
        (72, 115, 9, False),  # the side of a box
    ],
)
def test_underlined_words_stand_out(
    left: int, right: int, drop: int, stands_out: bool
) -> None:
    sheet = Sheet().text(72, 700, "Finance").rule(left, 700 - drop, right, 700 - drop)
    sheet.text(72, 680, "The clerk spoke of the accounts.")
    assert [x.bold for x in read(sheet).lines] == [stands_out, False]


def test_underlined_words_open_a_line() -> None:
    sheet = Sheet().text(72, 700, "(a)").text(92, 700, "Roof").rule(92, 698, 118, 698)
    sheet.text(121, 700, "The tenders had come in by then.")
    document = read(sheet.text(72, 680, "The clerk spoke of them."))
    leads = [document.text[x.start :][: x.bold_to] for x in document.lines]
    assert leads == ["(a) Roof", ""]


def test_numbers_of_rows_on_top_of_pages_are_no_running_heads() -> None:
    sheets = []
    for number, told in ((4, "The path is mended."), (5, "A bench was bought.")):
        sheet = Sheet().text(60, 810, f"TP 1/{number}", 10).text(160, 810, told, 10)
        for x in (50, 150, 545):
            sheet.rule(x, 825, x, 700)
        sheets.append(sheet.rule(50, 825, 545, 825).rule(50, 700, 545, 700))
    assert not any(x.furniture for x in read(*sheets).lines)


def test_words_set_larger_stand_out() -> None:
    sheet = Sheet().text(72, 700, "Finance", 14)
    sheet.text(72, 680, "The clerk spoke of the accounts.")
    assert [x.bold for x in read(sheet).lines] == [True, False]


def test_entries_set_far_in_wrap_below_their_text() -> None:
    sheet = Sheet()
    for x in (50, 480, 545):
        sheet.rule(x, 800, x, 700)
    sheet.rule(50, 800, 545, 800).rule(50, 700, 545, 700)
    full = "It was agreed by all that the trust would keep its mark and"
    sheet.text(55, 780, "Trees", 10).text(490, 780, "TH", 10)
    for y, words in ((766, full), (740, "Hedges were cut.")):
        sheet.text(150, y, "•", 10).text(164, y, words, 10)
    sheet.text(164, 753, "sign, which the clerk will draw up.", 10)
    document = read(sheet)
    wraps = [document.text[x.start : x.end] for x in document.lines if x.wraps]
    assert wraps == [f"• {full}"]
