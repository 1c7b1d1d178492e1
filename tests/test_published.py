"""Minutes as councils publish them: what a page, a table or a column only carries."""

from __future__ import annotations

from typing import Any

import pytest
from pdf_maker import Sheet, make_pdf
from reading import read

from minutebook.assemble.summaries import _heads_column
from minutebook.load import read_bytes
from minutebook.load.sideheads import find_side_heads
from minutebook.records import Line

TOLD = "The clerk told members how the matter stood and what it was likely to cost them"


def items(record: dict[str, Any]) -> list[tuple[str | None, str]]:
    return [(x["number"], x["title"]) for x in record["items"]]


# ------------------------------------------------------------------- who came, in HTML

HEADS = "<tr><th>Attendee</th><th>Role</th><th>Attendance</th></tr>"


def came(cell: str) -> dict[str, Any]:
    """Return what a page says of somebody whose cell under "Role" is this."""
    page = (
        "<h1>Thornbeck Partnership</h1><p>Minutes of the meeting held on 4 March 2024"
        f"</p><table>{HEADS}<tr><td>Ada Penrose</td><td>{cell}</td><td>Present</td>"
        "</tr><tr><td>Tom Holt</td><td>Clerk</td><td>Apologies</td></tr></table>"
        f"<h2>1. Finance</h2><p>{TOLD}.</p><h2>2. Planning</h2><p>{TOLD}.</p>"
    )
    return next(
        x
        for x in read(page, "minutes.html")["attendance"]
        if x["name"] == "Ada Penrose"
    )


CELLS = [
    ("Estate Manager", "Estate Manager", None),
    ("Estate Manager, Holt Foods", "Estate Manager", "Holt Foods"),
    ("Thornbeck Housing Trust", None, "Thornbeck Housing Trust"),
    ("CEO", "CEO", None),
    ("Church Army Evangelist", "Church Army Evangelist", None),
    ("AP", None, None),
    ("JP", None, None),
]


@pytest.mark.parametrize(("cell", "role", "organisation"), CELLS)
def test_cell_of_a_role_may_say_whence(
    cell: str, role: str | None, organisation: str | None
) -> None:
    found = came(cell)
    assert (found["role"], found["organisation"]) == (role, organisation)


def test_entry_whose_marker_is_taken_away_has_no_number() -> None:
    source = read_bytes(
        "may.html",
        b"<ol><li value='8' style='list-style-type: none'>24/008 Footpath</li>"
        b"<li value='4'>Pond</li></ol>",
    )
    assert source.text.split("\n")[:2] == ["24/008 Footpath", "4. Pond"]


# ------------------------------------------------------------------- columns of actions

BULLETS = "<ul><li>The show went well.</li><li>Better flyers.</li></ul>"
TASKS = [
    (f"<td></td><td><p>Summer Show</p>{BULLETS}</td><td></td>", []),
    ("<td>2</td><td>Tom to ring the school.</td><td>Tom Holt</td>", ["Tom Holt"]),
]


@pytest.mark.parametrize(("cells", "owners"), TASKS)
def test_head_of_a_column_of_actions_heads_no_list(
    cells: str, owners: list[str]
) -> None:
    page = (
        "<h1>Thornbeck Parish Council</h1><p>Minutes of the meeting held on 4 March "
        "2024</p><p>Present: Tom Holt, Jo Marsh</p><table><tr><th>No</th><th>Minute"
        f"</th><th>Action</th></tr><tr>{cells}</tr></table>"
    )
    found = read(page, "minutes.html")["actions"]
    assert [y for x in found for y in x["owners"]] == owners


PLACED = [
    (Line(0, 6, indent=400.0), Line(7, 20, indent=18.0), True),  # over the last column
    (Line(0, 6, indent=200.0), Line(7, 20), False),  # in the middle of the page
    (Line(0, 6, column=2), Line(7, 20, column=1), True),
]


@pytest.mark.parametrize(("head", "entry", "expected"), PLACED)
def test_heads_of_columns(head: Line, entry: Line, *, expected: bool) -> None:
    assert _heads_column(head, entry) is expected


# ----------------------------------------------------------------- numbered paragraphs

SENTENCES = [
    "The Council considered the roof of the hall, which had leaked once more.",
    "A recorded vote was asked for, and the voting was as follows:",
    "For the motion: Councillors Ada Penrose and Tom Holt (2)",
    "Against the motion: Councillor Jo Marsh (1)",
    "The motion was carried and the clerk was asked to write.",
]
UNDER_HEADINGS = [
    ("## {n}. {title}", "{n}.{part} {said}", [("1", "Hall"), ("2", "Pond")]),
    ("**{n}. {title}**", "{n}.{part} {said}", [("1", "Hall"), ("2", "Pond")]),
]


@pytest.mark.parametrize(("heading", "paragraph", "expected"), UNDER_HEADINGS)
def test_numbered_paragraphs_are_no_items(
    heading: str, paragraph: str, expected: list[tuple[str, str]]
) -> None:
    body = "\n\n".join(
        "\n\n".join(
            [
                heading.format(n=n, title=title),
                *(
                    paragraph.format(n=n, part=part, said=said)
                    for part, said in enumerate(SENTENCES, 1)
                ),
            ]
        )
        for n, title in [(1, "Hall"), (2, "Pond")]
    )
    head = "# Thornbeck Parish Council\n\nMinutes of the meeting of 4 March 2024\n\n"
    assert items(read(head + body)) == expected


def test_titles_numbered_under_headings_are_items() -> None:
    body = (
        f"## 1. Reports\n\n1.1 Chairman's Report\n\n{TOLD}.\n\n1.2 Clerk's Report\n\n"
        f"{TOLD}.\n\n## 2. Finance\n\n2.1 Accounts for payment\n\n{TOLD}.\n\n"
        f"2.2 Bank Mandate\n\n{TOLD}.\n"
    )
    head = "# Thornbeck Parish Council\n\nMinutes of the meeting of 4 March 2024\n\n"
    numbers = [number for number, _ in items(read(head + body))]
    assert "1.1" in numbers
    assert "2.1" in numbers


# -------------------------------------------------------------------------- plain pages

WRAPPED = [
    "6. Declarations of    Councillor Holt declared an interest in item 8.",
    "Interest",
    "",
    "7. Minutes of the     The minutes of the meeting held on 4 March were",
    "Last Meeting          approved as a correct record.",
    "",
    "8. Paddling Pool      A report of the warden was considered. It was dear.",
    "and Pond",
    "",
    "9. Engines Idling     The matter was referred to the highways committee.",
    "Outside the School",
]
MOVED = [
    "Agenda          24-011  BELL – That the agenda be adopted with a letter of",
    "                        the fire crew added to it.           CARRIED.",
    "",
    "Gravel          24-012  HOLT – That gravel be hauled to the road that goes",
    "Hauling                 south out of Elmgate.                CARRIED.",
    "",
    "Beaver          24-013  BELL – That the bounty be raised to forty dollars.",
    "Control                                                      LOST.",
]
LISTED = [f"{x:<22}Warden of the eastern pond at Thornbeck" for x in ("Bell", "Holt")]


def test_titles_of_two_lines_stand_beside_short_text() -> None:
    rows = find_side_heads([WRAPPED])
    titles = [" ".join(text for _, text in row.cells[0]) for _, row in rows]
    assert titles[1] == "7. Minutes of the Last Meeting"
    assert len(titles) == 4


def test_titles_beside_motions_and_their_fate() -> None:
    came = ["Present: Reeve Ada Penrose, with the councillors of these divisions:"]
    rows = find_side_heads([[*came * 6, "", *MOVED]])
    titles = [" ".join(text for _, text in row.cells[0]) for _, row in rows]
    assert titles == ["Agenda", "Gravel Hauling", "Beaver Control"]


@pytest.mark.parametrize("page", [LISTED * 4, [*LISTED * 2, "", *LISTED * 2, ""] * 2])
def test_names_beside_posts_are_no_titles(page: list[str]) -> None:
    assert find_side_heads([page]) == []


def test_head_of_two_pages_is_none_of_the_second() -> None:
    head, foot = "Thornbeck Panel - Minutes", "Thornbeck Panel, 4 March"
    body = [[f"Line {n} of page {page}." for n in "abcdefgh"] for page in "12"]
    pages = ["\n".join([head, "", *lines, "", foot]) for lines in body]
    source = read_bytes("may.txt", "\f".join(pages).encode())
    shown = [source.text[x.start : x.end] for x in source.content()]
    assert [shown.count(x) for x in (head, foot)] == [1, 1]
    assert (shown[0], shown[-1]) == (head, foot)


TONGUES = [
    (["3 Whai Panga | Interests", "------------------------"], False),
    (["Name | Post", "-----|-----", "Holt | Clerk"], True),
    (["Name | Post", "-----------", "Holt | Clerk"], True),
]


@pytest.mark.parametrize(("lines", "tabled"), TONGUES)
def test_heading_in_two_tongues_is_no_table(lines: list[str], *, tabled: bool) -> None:
    source = read_bytes("may.txt", "\n".join([*lines, "", TOLD]).encode())
    assert (source.lines[0].table is not None) is tabled


# ------------------------------------------------------------------------- line numbers

PLACES = [lambda n: 40.0, lambda n: 50.0 - 5 * len(str(n))]


@pytest.mark.parametrize("left", PLACES)
def test_numbers_that_count_lines_are_left_out(left: Any) -> None:
    sheet = Sheet()
    for n in range(1, 31):
        sheet.text(left(n), 800 - 20 * n, str(n), 9)
        sheet.text(
            80, 800 - 20 * n, f"The clerk spoke of {'pond' if n % 2 else 'hall'}."
        )
    last = Sheet()  # a few lines of another page
    for n in range(1, 6):
        last.text(left(n), 800 - 20 * n, str(n), 9)
        last.text(80, 800 - 20 * n, f"It spoke of {'kiln' if n % 2 else 'weir'}.")
    lines = read_bytes("may.pdf", make_pdf(sheet, last)).text.split("\n")
    assert lines[0] == "The clerk spoke of pond."
    assert not any(x[:1].isdigit() for x in lines)


# --------------------------------------------------------------------- cells and titles

CELL_TITLES = [
    ("Mill Lane", "The clerk had met the surveyor at the bridge.", True),
    ("Job Duties", "Tom to post the warning about the ice.", True),
    ("Tom Holt", "Clerk to the Council", False),
]


@pytest.mark.parametrize(("title", "told", "expected"), CELL_TITLES)
def test_title_of_a_cell_may_look_like_a_name(
    title: str, told: str, *, expected: bool
) -> None:
    rows = [("Finance", TOLD + "."), ("Planning", TOLD + "."), (title, told)]
    rows += [("Correspondence", TOLD + "."), ("Any Other Business", TOLD + ".")]
    table = "".join(
        f"<tr><td></td><td><p><b>{x}</b></p><p>{y}</p></td></tr>" for x, y in rows
    )
    page = (
        "<h1>Thornbeck Parish Council</h1><p>Minutes of the meeting held on 4 March "
        f"2024</p><p>Present: Ada Penrose, Jo Marsh</p><table>{table}</table>"
    )
    found = items(read(page, "minutes.html"))
    assert ((None, title) in found) is expected


def test_who_sat_on_a_committee_is_no_name_of_it() -> None:
    text = (
        "Scrutiny Panel\n\nCOMMITTEE\tCouncillor Holt - Chairman\nMEMBERS:\t"
        f"Councillor Penrose\n\n1. Finance\n\n{TOLD}.\n\n2. Planning\n\n{TOLD}.\n"
    )
    assert read(text, "minutes.txt")["meeting"]["body"] == "Scrutiny Panel"


def test_few_short_lines_are_titles_of_their_own() -> None:
    sheet = Sheet()
    for index, line in enumerate(
        [
            "Minutes of the March meeting of Thornbeck Parish Council",
            "Minutes of the Thornbeck Parish Council meeting held on the",
            "fourth day of March 2024 in the old school at Thornbeck Mill",
        ]
    ):
        sheet.text(72, 780 - 15 * index, line, 10)
    source = read_bytes("may.pdf", make_pdf(sheet))
    assert not source.lines[0].wraps
