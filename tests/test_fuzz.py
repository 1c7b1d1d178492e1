"""Whatever bytes come in: rows whose every quotation stands, or one of our errors.

MINUTEBOOK_FUZZ says how many inputs each test tries:

    MINUTEBOOK_FUZZ=20000 python -m pytest tests/test_fuzz.py
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent / "benchmarks"))

from archive import encode, make

from minutebook import runner
from minutebook.errors import ReadError, StoreError
from minutebook.load import read_bytes
from minutebook.store import Rows, prepare
from minutebook.store import rows as shape
from minutebook.store.layout import unpack_lines

INPUTS = int(os.environ.get("MINUTEBOOK_FUZZ", "60"))
SECONDS = 20.0  # for one small input: far above what any takes, far below for ever
many = settings(
    max_examples=INPUTS,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    derandomize=INPUTS <= 60,
)

LINES = sorted({line for n in range(12) for line in make(n).lines})
ODD = st.sampled_from(
    [
        *("\t", "  " * 20, "\n" * 30, "£", "1.", "(a)", "-", "|", "\x00", "\u202e"),
        *("RESOLVED", "Present:", "Cllr", "Cllrs A", "Apologies:", "31/02/20", "£1,,0"),
        *("4 March", "7.30pm", "Minutes of", "Proposed by", "Action:", "5 for", "Mr."),
        *("(" * 40, "A. " * 30, "9" * 60, "É" * 30, "\ud83d", ", and " * 20, "'s"),
    ]
)
PIECE = st.one_of(st.sampled_from(LINES), ODD, st.text(max_size=40))
TEXT = st.lists(PIECE, max_size=40).map("\n".join)


def check(name: str, data: bytes) -> Rows | None:
    """Read, extract and prepare; every row must quote what stands at its place."""
    begun = time.process_time()
    try:
        source = read_bytes(name, data)
        rows = prepare(runner.extract(source))
    except (ReadError, StoreError):
        return None
    assert time.process_time() - begun < SECONDS
    assert unpack_lines(rows.layout) == source.lines
    for mention in rows.mentions:
        start, end = mention[shape.START], mention[shape.END]
        assert rows.text[start:end] == mention[shape.TEXT]
    for part in (*rows.items, *rows.decisions, *rows.actions, *rows.declarations):
        assert 0 <= part["start"] <= part["end"] <= len(rows.text)
        assert rows.text[part["start"] : part["end"]] == part["text"]
    return rows


@many
@given(TEXT)
def test_text(text: str) -> None:
    check("a.txt", text.encode("utf-8", "surrogatepass"))


@many
@given(TEXT, st.sampled_from(["<p>", "<td>", "<li>", "<div><b>", "</table>", "<h2>"]))
def test_html(text: str, tag: str) -> None:
    page = "<html><body>" + text.replace("\n", tag)
    check("a.html", page.encode("utf-8", "surrogatepass"))


@many
@given(st.binary(max_size=2000), st.sampled_from(["a.txt", "a.html", "a.md", "a"]))
def test_bytes(data: bytes, name: str) -> None:
    check(name, data)


@many
@pytest.mark.parametrize("number", [0, 1, 15, 17, 19])
@given(
    places=st.lists(
        st.tuples(st.integers(0, 100_000), st.binary(max_size=6)), max_size=8
    )
)
def test_damaged_files(number: int, places: list[tuple[int, bytes]]) -> None:
    name, data = encode(number, long=False)
    for place, junk in places:
        at = place % len(data)
        data = data[:at] + junk + data[at + len(junk) :]
    check(name, data)
