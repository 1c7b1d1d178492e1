"""Paragraphs of a page on one line: what joins, what stays, and that nothing moves."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pdf_maker import Sheet, make_pdf
from reading import read

from minutebook.load import read_bytes
from minutebook.output import record
from minutebook.records import Box, Line, Page, SourceDocument
from minutebook.runner import extract
from minutebook.unwrap import unwrap

BOX = Box(72.0, 72.0, 500.0, 84.0)


def document(*lines: tuple[str, dict[str, object]]) -> SourceDocument:
    """Return a document of such lines, each wrapping into the next if not told."""
    text = "\n".join(words for words, _ in lines)
    found, at = [], 0
    for row, (words, style) in enumerate(lines):
        line = Line(at, at + len(words), row=row, box=BOX, wraps=True)
        found.append(replace(line, **style))  # type: ignore[arg-type]
        at += len(words) + 1
    pages = (Page(1, 0, len(text)),)
    return SourceDocument("a.pdf", "application/pdf", "0", 1, text, tuple(found), pages)


PLAIN: dict[str, object] = {}
JOINING = [
    ((("Present: Ada", PLAIN), ("Penrose", PLAIN)), ["Present: Ada Penrose"]),
    ((("One", PLAIN), ("two", PLAIN), ("three", PLAIN)), ["One two three"]),
    ((("A full stop.", {"wraps": False}), ("Next", PLAIN)), ["A full stop.", "Next"]),
    ((("The text", PLAIN), ("Page 2", {"furniture": True})), ["The text", "Page 2"]),
    ((("Kept", PLAIN), ("gone", {"struck": True})), ["Kept", "gone"]),
    ((("A cell", PLAIN), ("another", {"column": 1})), ["A cell", "another"]),
    ((("A cell", {"table": 0}), ("below it", PLAIN)), ["A cell", "below it"]),
    ((("Foot", PLAIN), ("head", {"page": 2})), ["Foot", "head"]),
    # a text file says nothing about where its lines lie
    (
        (("Ada Penrose", {"box": None}), ("Tom Holt", PLAIN)),
        ["Ada Penrose", "Tom Holt"],
    ),
    # but a list of names that breaks off inside one says so itself
    (
        (("Ada Penrose, Jo Marsh, Tom", {"box": None}), ("Holt", PLAIN)),
        ["Ada Penrose, Jo Marsh, Tom Holt"],
    ),
    (
        (("Ada Penrose, Jo Marsh, Tom Holt", {"box": None}), ("Apologies:", PLAIN)),
        ["Ada Penrose, Jo Marsh, Tom Holt", "Apologies:"],
    ),
    (
        (("Ada Penrose, Jo Marsh, Tom Holt.", {"box": None}), ("Trees", PLAIN)),
        ["Ada Penrose, Jo Marsh, Tom Holt.", "Trees"],
    ),
    # a mark in the margin beside the second line keeps it on its own
    (
        (("The clerk will", PLAIN), ("write.", PLAIN), ("AP", {"row": 1, "column": 1})),
        ["The clerk will", "write.", "AP"],
    ),
]


def test_names_broken_over_blank_lines_in_text() -> None:
    """Blank lines that a converter put after every line part no name either."""
    names = "Present: Councillors Ada Penrose, Jo Marsh, Lee Orr, Sam Tull, Harry"
    line = "The Council considered the long estimate for works at the Mill Bridge and"
    found = read("\n\n".join([names, "Vane, Kit Roe.", *[line] * 12]), "minutes.txt")
    assert "Harry Vane" in [x["name"] for x in found["attendance"]]


@pytest.mark.parametrize(("lines", "wanted"), JOINING)
def test_what_joins(
    lines: tuple[tuple[str, dict[str, object]], ...], wanted: list[str]
) -> None:
    before = document(*lines)
    after = unwrap(before)
    assert [after.quote(x.start, x.end) for x in after.lines] == wanted
    assert after.text.replace(" ", "\n") == before.text.replace(" ", "\n")


def test_a_joined_line_keeps_its_style() -> None:
    joined = unwrap(document(("Minutes", {"bold": True}), ("were read", PLAIN)))
    (line,) = joined.lines
    assert (line.bold, line.bold_to) == (False, len("Minutes"))
    assert joined.quote(line.last_start, line.end) == "were read"


PRESENT = (
    "Present: Ada Penrose (Chair), Thomas Holt, Winifred Marsh, Cuthbert Lowe, Bea",
    "Arkwright (Treasurer), Imogen Castle, Roland Pike, Dorothy Fenn and Percival",
    "Underhill",
)
AGREED = (
    "It was resolved that the hedge along Mill Lane be cut back before the spring and",
    "that the contractor be paid £140 on completion.",
)


def test_a_page_and_its_paragraphs_say_the_same() -> None:
    sheet = Sheet()
    sheet.text(72, 770, "Thornbeck Parish Council", font="F2")
    sheet.text(72, 740, "Minutes of the meeting held on 4 March 2024")
    for at, line in enumerate(PRESENT):
        sheet.text(72, 710 - 14 * at, line)
    sheet.text(72, 640, "1. Highways", font="F2")
    for at, line in enumerate(AGREED):
        sheet.text(72, 620 - 14 * at, line)
    source = read_bytes("thornbeck.pdf", make_pdf(sheet))
    page = record(extract(source))
    whole = read(
        "# Thornbeck Parish Council\n\nMinutes of the meeting held on 4 March 2024\n\n"
        f"{' '.join(PRESENT)}\n\n## 1. Highways\n\n{' '.join(AGREED)}\n"
    )
    names = [x["name"] for x in page["attendance"]]
    assert len(names) == 9
    assert names == [x["name"] for x in whole["attendance"]]
    said = [" ".join(x["text"].split()) for x in page["decisions"]]
    assert said == [x["text"] for x in whole["decisions"]]
    for decision in page["decisions"]:
        quoted = source.text[decision["start"] : decision["end"]]
        assert " ".join(quoted.split()) == " ".join(decision["text"].split())


RUN_TOGETHER = (
    "FELL GREEN COUNCIL Minutes of the meeting held on 4 July 2016 Present: Cllr Ada "
    "Bell (Chair), Cllr Tom Holt. In attendance: Ms Jo Marsh (for item 3). The Chair "
    "told members of the fire. 1. Apologies Apologies were received from Cllr Orr. "
    "2. Declarations of interest None 3. Paths 3.1 Mill Lane The Clerk, Mr. B. Roe, "
    "said that the gate was broken. Resolved: (a) That the gate be mended; and (b) "
    "That the Clerk thank Mr. D. A. Pike. 4. LAMPS A letter was read, and 12 were "
    "seen. "
    "5. Date of next meeting 1st August 2016. " + "All had gone on for long. " * 12
)


def test_a_page_run_together_has_lines_again() -> None:
    source = read_bytes("a.txt", RUN_TOGETHER.encode())
    lines = unwrap(source).text.split("\n")
    assert len(unwrap(source).text) == len(source.text)
    assert [x[:24] for x in lines if x.strip()] == [
        "FELL GREEN COUNCIL Minut",
        "Present: Cllr Ada Bell (",
        "In attendance: Ms Jo Mar",
        "The Chair told members o",
        "1. Apologies",
        "Apologies were received ",
        "2. Declarations of inter",
        "None",
        "3. Paths",
        "3.1 Mill Lane",
        "The Clerk, Mr. B. Roe, s",
        "Resolved:",
        "(a) That the gate be men",
        "(b) That the Clerk thank",
        "4. LAMPS",
        "A letter was read, and 1",
        "5. Date of next meeting",
        "1st August 2016. All had",
    ]


def test_a_long_paragraph_stays_one() -> None:
    text = "The Clerk said: (a) it rained in 2. Mill Lane and (b) not elsewhere. " * 20
    source = read_bytes("a.txt", text.encode())
    assert unwrap(source).text == source.text


def test_a_web_page_run_together_is_broken_at_its_labels() -> None:
    text = (
        "Apologies Minutes: Apologies were received from Cllr Orr. Paths To consider a "
        "report. Minutes: The Clerk spoke of the gate. Resolved: That it be mended. "
        "Sea Walls PDF 64 KB Minutes: Nobody had seen the survey. "
    ) + "It was said that all had gone on for long, and that it rained. " * 12
    lines = unwrap(read_bytes("a.txt", text.encode())).text.split("\n")
    assert [x[:18].strip() for x in lines if x.strip()] == [
        "Apologies",
        "Minutes: Apologies",
        "Paths",
        "To consider a repo",
        "Minutes: The Clerk",
        "Resolved: That it",
        "Sea Walls",
        "PDF 64 KB",
        "Minutes: Nobody ha",
    ]
