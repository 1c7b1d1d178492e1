"""Items of minutes that are one table, a row an item: its head names the titles."""

from __future__ import annotations

import pytest
from reading import read

Row = tuple[str, ...]

_LEAD = (
    "<h1>Marl Village Hall</h1><p>Minutes of the meeting held on 4 March 2024</p>"
    "<p>Present: Ada Penrose (Chair), Tom Holt, Jo Marsh</p>"
)
_ROOF = "Two firms had been up. Neither had sent its price, so nothing could be done."
_BAND = "Poor turnout: eighteen had put their names down and only ten of them came."
_SHOW = "The tent is booked. Last year the rain came in, and so a second was hired."
_CUPS = "Forty cups were broken at the fair. New ones had come from the shop in Holt."


def _read(*rows: Row) -> list[tuple[str | None, str]]:
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    table = "".join(f"<tr>{row}</tr>" for row in cells)
    found = read(f"<html><body>{_LEAD}<table>{table}</table>", "minutes.html")
    return [(x["number"], x["title"]) for x in found["items"]]


_BODY: tuple[Row, ...] = (
    ("WEB PAGE", _ROOF, ""),
    ("LAN Party", _BAND, "TH"),
    ("Flower show", _SHOW, ""),
    ("Cups", _CUPS, "JM"),
)
_PLAIN = [
    (None, "WEB PAGE"),
    (None, "LAN Party"),
    (None, "Flower show"),
    (None, "Cups"),
]


@pytest.mark.parametrize(
    "head",
    [
        ("Item", "Minutes", "Action"),
        ("Agenda item", "Discussion", "Who"),
        ("Topic", "Key points", "Action"),
        ("Subject", "Notes", ""),
        ("Issue", "Summary of discussion", "Action by"),
        ("Matters discussed", "Comments", "Action"),
    ],
)
def test_every_row_is_an_item(head: Row) -> None:
    assert _read(head, *_BODY) == _PLAIN


def test_the_cell_is_the_whole_title() -> None:
    found = _read(
        ("No.", "Item", "Discussion", "Action"),
        ("1", "Visit from the bank: what it lends, and to whom", _ROOF, ""),
        ("2", "LICENCES ACT 2003 - MILL SHOP, 4 QUAY LANE, HOLT", _BAND, "TH"),
        ("", "Looking ahead", _SHOW, ""),
        ("3", "Cups", _CUPS, ""),
    )
    assert found == [
        ("1", "Visit from the bank: what it lends, and to whom"),
        ("2", "LICENCES ACT 2003 - MILL SHOP, 4 QUAY LANE, HOLT"),
        (None, "Looking ahead"),
        ("3", "Cups"),
    ]


@pytest.mark.parametrize(
    "head",
    [
        ("Item", "Cost", "Paid to"),
        ("Name", "Notes", "Present"),
        ("Item", "Owner", "Status"),
        ("Week", "Minutes", "Late"),
    ],
)
def test_other_tables_name_no_items(head: Row) -> None:
    assert (None, "LAN Party") not in _read(head, *_BODY)


def test_lettered_parts_in_bold_divide_a_cell() -> None:
    cells = (
        ("Minutes", "The notes were agreed."),
        (
            "Property",
            "Ms Orr came.",
            "(a) <b>Roof.</b> It leaks.",
            "(b) <b>Hens.</b> Kept.",
        ),
        ("Closing", "The meeting closed at nine."),
    )
    rows = ""
    for n, (head, *said) in enumerate(cells, 1):
        told = "".join(f"<p>{x}</p>" for x in said)
        rows += f"<tr><td>{n}.</td><td><p><b>{head}</b></p>{told}</td></tr>"
    page = f"<p>Minutes of Marl Council, 4 March 2024</p><table>{rows}</table>"
    found = [(x["number"], x["title"]) for x in read(page, "page.html")["items"]]
    heads = [("1", "Minutes"), ("2", "Property"), ("a", "Roof"), ("b", "Hens")]
    assert found == [*heads, ("3", "Closing")]


_LEADS = "<br>".join(
    (
        "The notes of May were looked at.",
        f"(a) <u>Roof</u>. {_ROOF}",
        f"(b) <u>Band night</u>. {_BAND}",
    )
)
_POINTS = f"Members told of these.<br>(a) {_ROOF}<br>(b) {_BAND}"


@pytest.mark.parametrize(("told", "parts"), [(_LEADS, ["a", "b"]), (_POINTS, [])])
def test_underlined_leads_in_a_cell_part_it(told: str, parts: list[str]) -> None:
    rows = (("1.", f"<b>Hall</b><br>{told}"), ("2.", f"<b>Show</b><br>{_SHOW}"))
    found = _read(*rows, ("3.", f"<b>Cups</b><br>{_CUPS}"))
    assert [x[0] for x in found] == ["1", *parts, "2", "3"]
