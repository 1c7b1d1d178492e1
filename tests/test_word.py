"""Word 97-2003 files, made here byte by byte, and what the reader makes of them."""

from __future__ import annotations

import io
import os
import shutil
import stat
import struct
import time
from pathlib import Path

import olefile
import pytest
from doc_maker import (
    BOLD,
    DELETED,
    HIDDEN,
    IN_TABLE,
    INNER,
    INSERTED,
    ITALIC,
    STRUCK,
    Level,
    Para,
    Style,
    Use,
    compound,
    listed,
    make_doc,
    para,
    prl,
    row,
    row_end,
    summary,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from test_readers import cells, check_or_refuse, read, texts

from minutebook.errors import (
    Damaged,
    Encrypted,
    MissingProgram,
    TooLarge,
    UnknownType,
)
from minutebook.load import read_bytes
from minutebook.records import SourceDocument


def read_doc(*body: Para | list[Para], **rest: object) -> SourceDocument:
    return read("a.doc", make_doc(*body, **rest))


@pytest.fixture
def no_programs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have neither antiword nor catdoc."""
    monkeypatch.setattr(shutil, "which", lambda name: None)


# ---------------------------------------------------------------- text and look

FACE = chr(0xD83D) + chr(0xDE00)  # two halves of one character
RUNS = [
    # runs of one paragraph, its text
    (["Agreed £250 – 7 for"], "Agreed £250 – 7 for"),
    (["Agreed ", ("never", DELETED), ("to pay", INSERTED)], "Agreed to pay"),
    (["Agreed ", ("secretly ", HIDDEN), "to pay"], "Agreed to pay"),
    (["Trees\x0bPaths"], "Trees\nPaths"),
    (["Chair:\tAda Penrose"], "Chair:\tAda Penrose"),
    (["non\x1estop\x1f"], "non-stop"),
    (["Noted\x02 that\x05 \x01\x08it was so"], "Noted that it was so"),
    (["see \x13 REF a \\h \x14the map\x15."], "see the map."),
    (["see \x13 TITLE \x15the map"], "see the map"),
    (["see \x13 IF \x13 PAGE \x141\x15 = 1 \x14\x13 REF b \x14it\x15\x15."], "see it."),
    (["left \x13 open"], "left  open"),
    (["closed \x15 \x14twice"], "closed  twice"),
    ([("(", prl((0x6A09, b"\x00\x00\xb7\xf0"))), " trees"], "• trees"),
    ([("(", prl((0x6A09, b"\x00\x00\x41\xf0"))), "trees"], "trees"),
    ([f"{FACE} agreed {FACE[0]} alone"], "😀 agreed \ufffd alone"),
]


@pytest.mark.parametrize(("runs", "text"), RUNS, ids=[repr(x[1]) for x in RUNS])
def test_runs(runs: list[str], text: str) -> None:
    assert read_doc(para(*runs)).text == text + "\n"


LOOKS = [
    # runs, what the line must show
    ([("Trees", BOLD)], {"bold": True}),
    ([("Trees", prl((0x0835, 0)))], {"bold": False}),
    ([("Trees", ITALIC)], {"italic": True}),
    ([("Trees", STRUCK)], {"struck": True}),
    ([("Trees", prl((0x2A53, 1)))], {"struck": True}),
    ([("Trees", prl((0x2A3E, 1)))], {"bold": True}),  # underlined
    ([("Trees", prl((0x4A43, 28)))], {"size": 14.0}),
    ([("Trees", b"")], {"size": 10.0}),
    ([("Trees:", BOLD), " the clerk spoke"], {"bold": False, "bold_to": 6}),
    ([("Trees", prl((0xCA31, b"\1\2\3"), (0x0835, 1)))], {"bold": True}),
]


@pytest.mark.parametrize(("runs", "look"), LOOKS)
def test_looks(runs: list[str], look: dict[str, object]) -> None:
    (line,) = read_doc(para(*runs)).lines
    assert {name: getattr(line, name) for name in look} == look


STYLES = [
    Style(0, look=prl((0x4A43, 22))),
    Style(1, base=0, look=BOLD),
    Style(62, base=0),
    Style(base=1),  # 3: one's own, based on the first heading
    Style(65, kind=2, look=BOLD),
    Style(base=0, look=BOLD, layout=prl((0x840F, 720))),
    Style(base=6),  # 6: based on itself
]
STYLED = [
    # style, runs, properties, what the line must show
    (0, ["Trees"], b"", {"size": 11.0, "heading": None, "bold": False}),
    (1, ["Trees"], b"", {"size": 11.0, "heading": 1, "bold": True}),
    (2, ["Trees"], b"", {"heading": 1, "bold": False}),
    (3, ["Trees"], b"", {"heading": 1, "bold": True}),
    (0, [("Trees", prl((0x4A30, 4)))], b"", {"bold": True}),
    (0, [("Trees", prl((0x0835, 0x81)))], b"", {"bold": True}),
    (5, [("Trees", prl((0x0835, 0x81)))], b"", {"bold": False}),
    (5, [("Trees", prl((0x0835, 0x80)))], b"", {"bold": True}),
    (5, ["Trees"], b"", {"indent": 36.0}),
    (5, ["Trees"], prl((0x845E, 360)), {"indent": 18.0}),
    (0, ["Trees"], prl((0x2640, 1)), {"heading": 2}),
    (1, ["Trees"], prl((0x2640, 9)), {"heading": None}),
    (6, ["Trees"], b"", {"bold": False}),
    (400, ["Trees"], b"", {"size": 10.0}),
]


@pytest.mark.parametrize(("style", "runs", "layout", "look"), STYLED)
def test_styles(
    style: int, runs: list[str], layout: bytes, look: dict[str, object]
) -> None:
    document = read_doc(para(*runs, style=style, layout=layout), styles=STYLES)
    (line,) = document.lines
    assert {name: getattr(line, name) for name in look} == look


def test_pieces_take_turns() -> None:
    words = "Agreed that £250 be paid to the “Averley” band"
    document = read_doc(
        para(words[:20], (words[20:], BOLD)), para("Noted"), cuts=[3, 12, 21, 30]
    )
    assert texts(document) == [words, "Noted"]
    assert document.lines[0].bold_to == 0


def test_changes_of_a_piece() -> None:
    document = read_doc(
        para("Trees"), para("Paths"), cuts=[6], changes=[BOLD, listed(1)]
    )
    assert [x.bold for x in document.lines] == [True, False]


def test_properties_kept_elsewhere() -> None:
    data = struct.pack("<H", len(IN_TABLE)) + IN_TABLE
    elsewhere = prl((0x6646, 4))
    document = read_doc(
        para("Ada", layout=elsewhere, mark="\x07"),
        para("", layout=row_end(0, 2000), mark="\x07"),
        para("Trees", layout=prl((0x6646, 70_000))),
        data=bytes(4) + data,
    )
    assert [bool(x.table) for x in document.lines] == [True, False]


# ------------------------------------------------------------------------ tables

TABLES = [
    ([row("Ada", "Chair")], [(0, "Ada"), (1, "Chair")]),
    ([row("Ada", "", "Yes")], [(0, "Ada"), (2, "Yes")]),
    (
        [row("Name", "Vote", "Why"), row("Ada", "Yes", edges=[0, 4000, 6000])],
        [(0, "Name"), (1, "Vote"), (2, "Why"), (0, "Ada"), (2, "Yes")],
    ),
    (
        [row("Name", "Vote"), row("Ada", "Yes", edges=[40, 2060, 4000])],
        [(0, "Name"), (1, "Vote"), (0, "Ada"), (1, "Yes")],
    ),
    (
        [row("Item", "Act"), row("again", "Clerk", flags=[1 << 5, 0])],
        [(0, "Item"), (1, "Act"), (1, "Clerk")],
    ),
    (
        [
            [para("Write to", layout=IN_TABLE)],
            row("Ada", "Clerk"),
            [para("Closed")],
        ],
        [(0, "Write to"), (0, "Ada"), (1, "Clerk"), (0, "Closed")],
    ),
    (
        [
            [para("Outer", layout=IN_TABLE)],
            [
                para("in", layout=INNER + prl((0x244B, 1))),
                para("ner", layout=INNER + prl((0x244B, 1))),
                para("", layout=row_end(0, 500, 900, depth=2)),
            ],
            row("after", "Clerk"),
        ],
        [(0, "Outer"), (0, "in"), (1, "ner"), (0, "after"), (1, "Clerk")],
    ),
    ([[para("Ada", layout=IN_TABLE, mark="\x07")]], [(0, "Ada")]),  # no end of a row
    ([[para("", layout=row_end(0, 9), mark="\x07")], [para("x")]], [(0, "x")]),
]


@pytest.mark.parametrize(("body", "expected"), TABLES)
def test_tables(body: list[list[Para]], expected: list[tuple[int, str]]) -> None:
    assert cells(read_doc(*body)) == expected


# ------------------------------------------------------------------------- lists

PLAIN_LIST = {7: [Level("\x00.", layout=prl((0x840F, 360))), Level("(\x01)", form=4)]}
SIMPLE = {7: [Level("\x00)", form=2, start=3)]}
LEGAL = {7: [Level("\x00", form=1), Level("\x00.\x01", flags=4)]}
FLOWING = {7: [Level(), Level("\x00.\x01", flags=8)]}
LISTS = [
    # lists, uses, paragraphs as (use, level), their labels
    (PLAIN_LIST, [Use(7)], [(1, 0), (1, 1), (1, 1), (1, 0)], "1. (a) (b) 2."),
    (PLAIN_LIST, [Use(7)], [(1, 0), (0, 0), (1, 0)], "1. - 2."),
    (PLAIN_LIST, [Use(7)], [(0xFFFF, 0), (0xF801, 0)], "1. -"),
    (PLAIN_LIST, [Use(7)], [(9, 0)], "-"),
    (SIMPLE, [Use(7)], [(1, 0), (1, 0)], "iii) iv)"),
    (LEGAL, [Use(7)], [(1, 0), (1, 1)], "I 1.1"),
    (FLOWING, [Use(7)], [(1, 0), (1, 1), (1, 0), (1, 1)], "1. 1.1 2. 2.2"),
    ({7: [Level("\uf0b7", form=23)]}, [Use(7)], [(1, 0)], "•"),
    (PLAIN_LIST, [Use(7), Use(7, {0: 5})], [(1, 0), (2, 0), (2, 0)], "1. 5. 6."),
    (
        PLAIN_LIST,
        [Use(7, levels={0: Level("\x00:", form=3, start=2)}), Use(7)],
        [(1, 0), (1, 0), (2, 0)],
        "B: C: 4.",
    ),
]


@pytest.mark.parametrize(("lists", "uses", "places", "labels"), LISTS)
def test_lists(
    lists: dict[int, list[Level]],
    uses: list[Use],
    places: list[tuple[int, int]],
    labels: str,
) -> None:
    body = [para("word", layout=listed(use, level)) for use, level in places]
    found = texts(read_doc(*body, lists=lists, uses=uses))
    wanted = labels.split()
    assert found == ["word" if x == "-" else f"{x} word" for x in wanted]


def test_list_of_a_style() -> None:
    styles = [Style(0), Style(1, base=0, layout=listed(1))]
    document = read_doc(
        para("Trees", style=1), para("Paths"), para("Bins", style=1), styles=styles,
        lists=PLAIN_LIST, uses=[Use(7)],
    )  # fmt: skip
    assert texts(document) == ["1. Trees", "Paths", "2. Bins"]
    assert [x.indent for x in document.lines] == [18.0, 0.0, 18.0]


def test_numbers_of_empty_cells() -> None:
    document = read_doc(
        para("", layout=IN_TABLE + listed(1), mark="\x07"),
        para("Trees", layout=IN_TABLE, mark="\x07"),
        para("", layout=row_end(0, 500, 4000), mark="\x07"),
        lists=PLAIN_LIST, uses=[Use(7)],
    )  # fmt: skip
    assert cells(document) == [(0, "1."), (1, "Trees")]


# ----------------------------------------------- pages, running heads, boxes, notes


def pages(document: SourceDocument) -> list[tuple[int, str]]:
    return [(x.page, document.quote(x.start, x.end)) for x in document.lines]


PAGES = [
    ([para("one\x0ctwo")], [(1, "onetwo")]),
    ([para("one"), para("\x0ctwo")], [(1, "one"), (2, "two")]),
    ([para("one"), para("two", layout=prl((0x2407, 1)))], [(1, "one"), (2, "two")]),
]


@pytest.mark.parametrize(("body", "expected"), PAGES)
def test_pages(body: list[Para], expected: list[tuple[int, str]]) -> None:
    assert pages(read_doc(*body)) == expected


@pytest.mark.parametrize(("kind", "page"), [(0, 1), (1, 1), (2, 2), (4, 2)])
def test_sections(kind: int, page: int) -> None:
    document = read_doc(
        para("one", mark="\x0c"), para("two"), sections=[(4, 2), (8, kind)]
    )
    assert pages(document) == [(1, "one"), (page, "two")]


def test_running_heads() -> None:
    empty: list[Para] = []
    document = read_doc(
        para("Agreed"),
        headers=[
            *(empty, [para("Averley Council"), para("")], empty),
            *([para("Page 2"), para("")], empty, empty),
            *(empty, [para("Averley Council"), para("")], empty, empty, empty, empty),
        ],
        footnotes=[para("a note")],
    )
    assert [(x.furniture, document.quote(x.start, x.end)) for x in document.lines] == [
        *((True, "Averley Council"), (False, "Agreed"), (True, "Page 2"))
    ]


def test_text_boxes_stand_at_their_anchors() -> None:
    document = read_doc(
        para("One\x08"), para("Two\x08"), para("Three"),
        boxes=[(501, [para("late")]), (500, [para("early")]), (9, [para("lost")])],
        anchors=[(3, 500), (8, 501), (11, 502)],
    )  # fmt: skip
    assert texts(document) == ["One", "early", "Two", "late", "Three", "lost"]


def test_summary() -> None:
    stream = summary(
        title="Café".encode("cp1252"), author=b"Ada", created=133_497_108_000_000_000
    )
    assert read_doc(para("Agreed"), summary=stream).metadata == (
        *(("title", "Café"), ("author", "Ada"), ("created", "2024-01-14 13:00:00")),
    )


SUMMARIES = [
    (summary(65001, title="Café".encode()), "Café"),
    (summary(9999, title=b"May"), "May"),
    (summary(title=b"May")[:60], None),
    (summary(title=b"May").replace(b"\x04\0\0\0May", b"\xff\xff\xff\xffMay"), "May"),
    (b"\xfe\xff" + b"\xff" * 200, None),
    (summary(created=2**64 - 1), None),
]


@pytest.mark.parametrize(("stream", "title"), SUMMARIES)
def test_summaries(stream: bytes, title: str | None) -> None:
    assert dict(read_doc(para("x"), summary=stream).metadata).get("title") == title


# ----------------------------------------------------------- what cannot be read

GOOD = make_doc(
    para(("1. Trees", BOLD), " were cut", style=1),
    *(para(f"item {n}", layout=listed(1)) for n in range(3)),
    row("Ada", "Chair", "Yes"),
    para(f"{FACE} see \x13 REF a \x14the map\x15 \x08"),
    styles=STYLES,
    lists=PLAIN_LIST,
    uses=[Use(7, {0: 2}, {1: Level("x\x01")})],
    headers=[[], [para("Averley"), para("")], [], [], [], []],
    boxes=[(500, [para("in a box")])],
    anchors=[(67, 500)],
    sections=[(10, 0), (68, 2)],
    cuts=[4, 30],
    changes=[ITALIC],
    summary=summary(title=b"May", created=1),
)


def patched(at: int, form: str, *values: int) -> bytes:
    """Return the good file with numbers of the file information block changed."""
    data = bytearray(GOOD)
    main = bytearray(stream_of(GOOD, "WordDocument"))
    start = data.index(main[:64])
    struct.pack_into(form, data, start + at, *values)
    return bytes(data)


def stream_of(data: bytes, name: str) -> bytes:
    with olefile.OleFileIO(io.BytesIO(data)) as container:
        found: bytes = container.openstream(name).read()
        return found


def clx(*ends: int, fc: int = 0x40000000 | 2 * 1024, start: int = 0) -> bytes:
    """Return a file whose pieces have these ends, each at the same place."""
    pieces = struct.pack(f"<{len(ends) + 1}I", start, *ends)
    pieces += struct.pack("<HIH", 0, fc, 0) * len(ends)
    main = bytearray(stream_of(GOOD, "WordDocument"))
    place = 154 + 8 * 33
    table = stream_of(GOOD, "1Table")
    table_size = struct.pack("<I", len(pieces))
    struct.pack_into("<II", main, place, len(table), 5 + len(pieces))
    struct.pack_into("<8i", main, 0x4C, max(ends), *[0] * 7)
    table += b"\2" + table_size + pieces
    return compound({"WordDocument": bytes(main), "1Table": table})


REFUSED = [
    ("encrypted", patched(0x0A, "<H", 0x0300), Encrypted, "password|encrypted"),
    ("word 6", patched(0, "<HH", 0xA5DC, 101), MissingProgram, "antiword"),
    ("no mark", patched(0, "<H", 0x1234), Damaged, "no Word document"),
    ("other table", patched(0x0A, "<H", 0), Damaged, "no table"),
    ("text past its pieces", patched(0x4C, "<i", 10**6), Damaged, "cut short"),
    ("negative text", patched(0x4C, "<i", -5), Damaged, "cut short"),
    ("pieces far away", patched(154 + 8 * 33, "<II", 10**9, 50), Damaged, "no table"),
    ("pieces backwards", clx(50, 20), Damaged, "order"),
    ("a piece of nothing", clx(50, 50), Damaged, "order"),
    ("pieces not from the start", clx(50, start=5), Damaged, "order"),
    ("a piece past the file", clx(10**7), Damaged, "cut short"),
    ("endless text", clx(2**31 - 1), TooLarge, "characters"),
    ("half of it", GOOD[: len(GOOD) // 2], Damaged, "."),
    ("its header", GOOD[:300], Damaged, "header"),
    (
        "many tables of sectors",
        GOOD[:0x2C] + b"\xff" * 4 + GOOD[0x30:],
        Damaged,
        "more tables",
    ),
    ("odd sectors", GOOD[:0x1E] + b"\x1f\0" + GOOD[0x20:], Damaged, "sectors"),
    (
        "a sheet that holds a document",
        compound({"Workbook": "WordDocument".encode("utf-16-le")}),
        UnknownType,
        "no Word document",
    ),
]


@pytest.mark.usefixtures("no_programs")
@pytest.mark.parametrize(
    ("data", "error", "reason"), [x[1:] for x in REFUSED], ids=[x[0] for x in REFUSED]
)
def test_refused(data: bytes, error: type[Exception], reason: str) -> None:
    with pytest.raises(error, match=reason):
        read_bytes("a.doc", data)


def test_the_good_file_is_good() -> None:
    document = read("a.doc", GOOD)
    assert texts(document) == [
        *("Averley", "1. Trees were cut", "2. item 0", "3. item 1", "4. item 2"),
        *("Ada", "Chair", "Yes", "😀 see the map", "in a box"),
    ]


@pytest.mark.usefixtures("no_programs")
@pytest.mark.parametrize("part", range(24))
def test_truncated(part: int) -> None:
    for end in range(part * 23 + 1, len(GOOD), 24 * 23):
        check_or_refuse("a.doc", GOOD[:end])


@settings(deadline=None, max_examples=150)
@given(
    places=st.lists(
        st.tuples(st.integers(0, len(GOOD) - 1), st.binary(max_size=8)), max_size=6
    ),
    tables=st.lists(
        st.tuples(st.integers(0, 76), st.integers(0, 6000), st.integers(0, 6000)),
        max_size=3,
    ),
)
def test_damaged(
    places: list[tuple[int, bytes]], tables: list[tuple[int, int, int]]
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shutil, "which", lambda name: None)
        data = bytearray(GOOD)
        start = data.index(stream_of(GOOD, "WordDocument")[:64])
        for table, at, size in tables:
            struct.pack_into("<II", data, start + 154 + 8 * table, at, size)
        for at, junk in places:
            data[at : at + len(junk)] = junk
        check_or_refuse("a.doc", bytes(data))


HOSTILE = [
    # one stretch of the file as many pieces, of many pages of formatting
    ("many pieces", clx(*range(50, 50 * 5_000, 50))),
    ("all one letter", clx(*range(1, 60_000))),
    ("many lists", make_doc(para("x"), lists={k: [Level()] for k in range(3000)})),
    (
        "deep tables",
        make_doc(
            *(
                para("x", layout=prl((0x2416, 1), (0x6649, n), (0x244B, 1)))
                for n in range(1, 400)
            )
        ),
    ),
    (
        "tables deep and flat in turn",
        make_doc(
            *(
                para("x", layout=prl((0x2416, 1), (0x6649, 1 + 10**6 * (n % 2))))
                for n in range(300)
            )
        ),
    ),
    (
        "tables deep and flat in turn, from few bytes",
        make_doc(
            *(para("", layout=prl((0x2416, 1), (0x6649, n))) for n in (1, 10**6)),
            pieces=[(0, 2)] * 60_000,
        ),
    ),
    (
        "running heads over one another",
        make_doc(
            para("a" * 20_000),
            headers=[[para("Averley" * 3000)]],
            ends=[0, 21_000] * 30_000,
        ),
    ),
    (
        "fields around a cell",
        make_doc(para("\x13" * 20_000 + "\x07" + "\x15" * 20_000)),
    ),
    (
        "styles heavy with what they are based on",
        make_doc(
            *(para("x", style=n) for n in range(19, 2000)),
            styles=[
                Style(base=min(max(n - 1, 0), 18), look=BOLD * 12_000 * (n < 19))
                for n in range(2000)
            ],
        ),
    ),
    ("fields in fields", make_doc(para("\x13" * 20_000 + "a" + "\x15" * 20_000))),
    ("boxes in boxes", make_doc(para("a\x08"), boxes=[(5, [para("b\x08")])] * 9,
                                anchors=[(1, 5)] * 50)),
]  # fmt: skip


@pytest.mark.usefixtures("no_programs")
@pytest.mark.parametrize("data", [x[1] for x in HOSTILE], ids=[x[0] for x in HOSTILE])
def test_hostile(data: bytes) -> None:
    begun = time.process_time()
    check_or_refuse("a.doc", data)
    assert time.process_time() - begun < 20


# -------------------------------------------------------------------- the fallback


DIES_ONCE = '[ -e "$0.ran" ] || { touch "$0.ran"; kill -SEGV $$; }'


@pytest.mark.skipif(os.name == "nt", reason="the program is a shell script")
@pytest.mark.parametrize(
    ("data", "first"),
    [
        (patched(0, "<HH", 0xA5DC, 101), ""),
        (patched(0, "<HH", 0xA5DC, 101), DIES_ONCE),
        (clx(50, 20), ""),
    ],
    ids=["word 6", "word 6, the program dies once", "damaged"],
)
def test_what_a_program_can_read(
    data: bytes, first: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "antiword"
    output = "<b><chapter><para>Read</para></chapter></b>"
    program.write_text(f"#!/bin/sh\n{first}\necho '{output}'")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    assert texts(read("a.doc", data)) == ["Read"]


@pytest.mark.usefixtures("no_programs")
def test_no_program_is_needed() -> None:
    assert texts(read("a.doc", make_doc(para("Agreed")))) == ["Agreed"]


def word_6(text: bytes) -> bytes:
    """Return a file of Word 6 with this text and nothing else."""
    main = bytearray(4096)
    struct.pack_into("<HH", main, 0, 0xA5DC, 101)
    struct.pack_into("<II", main, 0x18, 1024, 1024 + len(text))
    struct.pack_into("<I", main, 0x34, len(text))
    main[1024 : 1024 + len(text)] = text
    return compound({"WordDocument": bytes(main)})


@pytest.mark.skipif(not shutil.which("antiword"), reason="antiword is not installed")
def test_word_6_by_antiword() -> None:
    found = texts(read("a.doc", word_6(b"Agreed to cut the trees\rNoted\r")))
    assert found == ["Agreed to cut the trees", "Noted"]


@pytest.mark.skipif(not shutil.which("antiword"), reason="antiword is not installed")
def test_antiword_reads_what_is_written_here(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The files of these tests are Word's own format, in another reader's eyes."""
    from minutebook.load.antiword import read_by_program
    from minutebook.load.builder import TextBuilder

    builder = TextBuilder()
    body = (para(("Trees", BOLD), " were cut"), row("Ada", "Chair"), para("Closed"))
    read_by_program(make_doc(*body), builder)
    found, lines, _ = builder.finish()
    ours = read_doc(*body)
    assert [found[x.start : x.end] for x in lines] == texts(ours)


def test_docbook_of_antiword() -> None:
    from minutebook.load.antiword import _read_docbook
    from minutebook.load.builder import TextBuilder

    text = """<book><bookinfo><title>May</title></bookinfo><chapter><title/>
    <para>\n<emphasis role='bold'>TREES</emphasis>\n</para><para>\n<informaltable>
    <tgroup cols='2'><tbody><row><entry>\nAda\nChair\n</entry><entry>\nYes\n</entry>
    </row></tbody></tgroup></informaltable></para><orderedlist numeration='loweralpha'>
    <listitem><para>\nlimes\n</para></listitem></orderedlist></chapter></book>"""
    builder = TextBuilder()
    assert _read_docbook(text.encode(), builder) == (("title", "May"),)
    found, lines, _ = builder.finish()
    assert [(x.column, found[x.start : x.end]) for x in lines] == [
        *((0, "TREES"), (0, "Ada"), (0, "Chair"), (1, "Yes"), (0, "a. limes"))
    ]
    assert lines[0].bold
