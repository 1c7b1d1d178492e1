"""Scans are read with --ocr: with boxes, with how sure it is and what it cost."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from pdf_maker import Sheet
from scans import make_scan

from minutebook.cli import main
from minutebook.errors import Scanned
from minutebook.explore.decision import decision
from minutebook.load import ReadOptions, read_bytes
from minutebook.load.ocr import read_words
from minutebook.records import SourceDocument
from minutebook.store import open_database, read_source

needs_tesseract = pytest.mark.skipif(
    not shutil.which("tesseract"), reason="tesseract not installed"
)
pytestmark = pytest.mark.xdist_group("ocr")

LINES = (
    "Thornbeck Parish Council",
    "Minutes of the meeting held on Monday 4 March 2019",
    "Present: Councillors Ada Penrose and Bram Okafor",
    "1. Hedges",
    "RESOLVED that the hedge in Mill Lane be cut in May.",
    "2. Benches",
    "RESOLVED that two benches be bought for the green.",
)


def sheet(*lines: str) -> Sheet:
    made = Sheet(420, 300)
    for place, line in enumerate(lines):
        made.text(30, 260 - 30 * place, line, 13)
    return made


def read(data: bytes, *, ocr: bool = True) -> SourceDocument:
    return read_bytes("minutes.pdf", data, ReadOptions(ocr=ocr))


def said(document: SourceDocument) -> list[str]:
    return [document.quote(x.start, x.end) for x in document.lines]


@pytest.fixture(scope="module")
def scan() -> bytes:
    return make_scan(sheet(*LINES))


@needs_tesseract
def test_lines_keep_their_boxes_and_how_sure_they_are(scan: bytes) -> None:
    document = read(scan)
    assert said(document) == list(LINES)
    for place, line in enumerate(document.lines):
        assert line.box is not None
        assert abs(line.box.left - 30) < 4
        assert abs(line.box.bottom - (43 + 30 * place)) < 6
        assert line.confidence is not None
        assert 60 < line.confidence <= 100
    assert "ocr" in document.notes
    assert any(re.fullmatch(r"ocr confidence: \d\d", x) for x in document.notes)


def test_a_scan_that_is_not_to_be_recognised_says_so(scan: bytes) -> None:
    with pytest.raises(Scanned, match=r"needs --ocr\. 1 page$"):
        read(scan, ocr=False)


@needs_tesseract
def test_print_on_a_scan_is_kept_and_read_once() -> None:
    stamp = Sheet(420, 300).text(300, 20, "Bundle 17", 10)
    shown = Sheet(420, 300)
    shown.operators = [*sheet(*LINES).operators, *stamp.operators]
    stamped = make_scan(shown, over=(stamp,))
    with_notes = read(stamped, ocr=False)
    assert said(with_notes) == ["Bundle 17"]
    assert with_notes.notes == ("scanned pages, need --ocr: 1",)
    document = read(stamped)
    assert sorted(said(document)) == sorted((*LINES, "Bundle 17"))
    sure = {document.quote(x.start, x.end): x.confidence for x in document.lines}
    assert sure["Bundle 17"] is None
    assert sure["1. Hedges"] is not None


@needs_tesseract
def test_a_wrong_table_of_objects_hides_no_page(scan: bytes) -> None:
    # Some scanners number the table from 1, so that each object seems the one before.
    shifted = scan.replace(b"xref\n0 ", b"xref\n1 ")
    document = read(shifted)
    assert said(document) == list(LINES)
    assert "damaged: its table of objects is wrong" in document.notes


def test_words_of_a_line_share_its_foot() -> None:
    table = "\n".join(
        "\t".join(("5", "1", "1", "1", "1", str(n), *map(str, place), sure, word))
        for n, (place, sure, word) in enumerate(
            (((100, 80, 60, 20), "91.5", "Hedges"), ((170, 84, 40, 20), "88", "cut"))
        )
    )
    found = read_words(f"level\tpage_num\n4\t1\n{table}\n", 2.0)
    assert list(found.values()) == [91.5, 88.0]
    (first, second) = found
    assert first[0] == second[0]
    assert (first[1], first[2], first[4]) == (50.0, 80.0, "Hedges ")
    assert second[4] == "cut"


def load(folder: Path, *options: str) -> dict[str, Any]:
    database = str(folder / "x.db")
    command = ["load", str(folder / "in"), "--db", database, "--workers", "1"]
    done = CliRunner().invoke(main, [*command, "--json", *options])
    report: dict[str, Any] = json.loads(done.stdout)
    return report


@needs_tesseract
def test_a_scan_is_loaded_and_its_decisions_are_marked(
    tmp_path: Path, scan: bytes
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "scan.pdf").write_bytes(scan)
    refused = load(tmp_path)
    assert refused["counts"]["failed"] == 1
    assert refused["ocr_pages"] == 0
    report = load(tmp_path, "--ocr")
    assert report["counts"]["loaded"] == 1
    assert report["ocr_pages"] == 1
    assert report["ocr_seconds"] > 0
    assert report["ocr_confidence"] > 60
    db = open_database(tmp_path / "x.db")
    told = db.execute("SELECT ocr_pages, ocr_confidence FROM loads ORDER BY id")
    assert told.fetchall() == [(0, None), (1, report["ocr_confidence"])]
    stored = read_source(db.conn, 1)
    assert stored is not None
    assert all(x.confidence for x in stored.unpack().lines)
    rows = db.execute("SELECT ref FROM decisions ORDER BY start").fetchall()
    assert len(rows) == 2
    page = decision(db.conn, rows[1][0])
    assert page is not None
    assert page["recognised"] > 60
    (figure,) = page["figures"]
    (box,) = figure["boxes"]
    assert abs(box["left"] - 30) < 4
    assert abs(box["bottom"] - 223) < 6
    again = load(tmp_path, "--ocr")
    assert again["counts"]["unchanged"] == 1
    assert again["ocr_pages"] == 0
