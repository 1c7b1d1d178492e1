"""Minutes sent as e-mail, saved as one web archive, or kept in outline markup."""

from __future__ import annotations

import pytest

from minutebook.errors import ReadError, UnknownType
from minutebook.load import read_bytes
from minutebook.load.sniff import MESSAGE

ARCHIVE = b"""MIME-Version: 1.0
Content-Type: multipart/related; boundary="=_cut"; type="text/html"

This is a web archive.

--=_cut
Content-Location: file:///C:/may.htm
Content-Transfer-Encoding: quoted-printable
Content-Type: text/html; charset="windows-1252"

<html><body><h1>Thornbeck Parish Council</h1><p>Agreed to pay =A350 to the=
 clerk.</p></body></html>
--=_cut
Content-Type: text/xml

<xml/>
--=_cut--
"""
LETTER = b"""From clerk@example.org Mon Mar  4 10:11:12 2030
From: Lee Orr <clerk@example.org>
Subject: Minutes of 4 March 2030
Content-Type: multipart/mixed; boundary=cut

--cut
Content-Type: text/plain; charset=utf-8

Present: Ada Penrose (Chair)
--cut
Content-Type: application/pdf; name="plan.pdf"
Content-Disposition: attachment; filename="plan.pdf"

JVBERi0=
--cut--
"""
ASCIIDOC = """= Thornbeck Allotments
:toc:

== Trees
. Limes
+
To be cut by *Jo Marsh*.

. Oaks

[start=4]
. Elms
** felled

== Paths
|===
|Jo |Gate
|Ada |Stile
|===
"""
ORG = """#+TITLE: Thornbeck Allotments
#+DATE: 2030-03-04
* Trees
:PROPERTIES:
:ID: 7
:END:
- Limes
- *Agreed* to cut [[https://example.org][them]]
** DONE Oaks :wood:
| Jo  | Gate  |
|-----+-------|
| Ada | Stile |
"""


def lines(data: bytes, name: str) -> list[str]:
    document = read_bytes(name, data)
    return [document.text[x.start : x.end] for x in document.lines if x.end > x.start]


@pytest.mark.parametrize("name", ["may.mht", "may.doc", "may.htm"])
def test_web_archive_is_a_page_whatever_its_name(name: str) -> None:
    document = read_bytes(name, ARCHIVE)
    assert document.media_type == MESSAGE
    assert document.lines[0].heading == 1
    assert lines(ARCHIVE, name)[1] == "Agreed to pay £50 to the clerk."


def test_letter_says_its_subject_and_what_it_brings() -> None:
    document = read_bytes("may.eml", LETTER)
    assert lines(LETTER, "may.eml") == ["Present: Ada Penrose (Chair)"]
    assert dict(document.metadata)["title"] == "Minutes of 4 March 2030"
    assert document.notes == ("attachments left out: plan.pdf",)


@pytest.mark.parametrize(
    "data",
    [
        b"Content-Type: application/pdf\n\nJVBERi0=\n",
        b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x",
        b"Content-Type: text/plain; charset=no-such\nMIME-Version: 1.0\n\n\xa3",
        b"Content-Type: text/html\nContent-Transfer-Encoding: base64\n\n!!!!",
    ],
)
def test_message_without_words_is_refused_by_name(data: bytes) -> None:
    with pytest.raises(ReadError):
        read_bytes("may.eml", data)
    assert issubclass(UnknownType, ReadError)


def test_minutes_that_open_like_a_memorandum_are_none() -> None:
    memo = b"Date: 4 March 2030\nSubject: Parish meeting\n\nPresent: Ada Penrose\n"
    assert read_bytes("may.txt", memo).media_type == "text/plain"


def test_asciidoc() -> None:
    assert lines(ASCIIDOC.encode(), "may.adoc") == [
        *("Thornbeck Allotments", "Trees", "1. Limes", "To be cut by Jo Marsh."),
        *("2. Oaks", "4. Elms", "• felled", "Paths", "Jo", "Gate", "Ada", "Stile"),
    ]


def test_org() -> None:
    assert lines(ORG.encode(), "may.org") == [
        *("Thornbeck Allotments", "Trees", "• Limes", "• Agreed to cut them", "Oaks"),
        *("Jo", "Gate", "Ada", "Stile"),
    ]


def test_bullets_are_no_outline() -> None:
    text = b"Present\n* Ada Penrose\n* Tom Holt\n"
    assert read_bytes("may.txt", text).lines[0].heading is None


# ---------------------------------------------------------------------- line numbers


def test_plain_text_whose_lines_are_counted() -> None:
    text = "\n".join(f"{n:>3}  Cllr Penrose spoke of hedge {n}." for n in range(1, 30))
    document = read_bytes("may.txt", text.encode())
    assert document.text.split("\n")[0] == "Cllr Penrose spoke of hedge 1."
    assert document.notes == ("line numbers left out",)


def test_numbered_items_are_not_counted_lines() -> None:
    text = "\n".join(f"{n}. Finance\nThe clerk spoke." for n in range(1, 30))
    assert read_bytes("may.txt", text.encode()).text.startswith("1. Finance")


# --------------------------------------------------------------------- classes of CMS


@pytest.mark.parametrize(
    ("name", "stands_out"),
    [
        ("mgAiTitleTxt", True),
        ("agenda-item-title", True),
        ("item_heading", True),
        ("untitled", False),
        ("mgWordPara", False),
    ],
)
def test_classes_that_say_title(name: str, stands_out: bool) -> None:
    page = f"<html><body><p class='{name}'>Trees</p><p>The ash fell.</p></body></html>"
    assert read_bytes("may.html", page.encode()).lines[0].bold is stands_out


def test_textile() -> None:
    page = (
        "h1. Thornbeck Allotments\n\nMinutes of 4 March 2030\n\n*Present:* Ada\n\n"
        'h2(#trees). Trees\n\nAgreed to cut the "limes":https://a.example by May.\n\n'
        "|_. Who|_. Fee|\n|Jo Marsh|£5|\n"
    )
    text = read_bytes("may.textile", page.encode()).text
    assert "Agreed to cut the limes by May." in text
    assert "h2" not in text
    assert "Who\tFee" in text
