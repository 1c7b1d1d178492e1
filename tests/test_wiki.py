"""Minutes in the markup of wikis, as plain files hold them."""

from __future__ import annotations

import time

import pytest

from minutebook.load import read_bytes
from minutebook.load.wiki import from_wiki
from minutebook.records import SourceDocument

MEDIA = """= Thornbeck Allotments =
__NOTOC__
Present: '''Ada Penrose''', ''Jo Marsh''
== Trees ==
# Limes
## To be cut
# Oaks
* [[User:Ada|Ada]] to write
== Paths ==
# Mill Lane
{| class="wikitable"
|-
! Name !! Task
|-
| style="width:9em" | Jo || Gate
|}
[[Category:Minutes]]
"""

DOKU = """====== Thornbeck Allotments ======
===== Trees =====
  - Limes
    * To be cut
  - Oaks
"""


def read(text: str, name: str = "may.txt") -> SourceDocument:
    return read_bytes(name, text.encode())


def said(document: SourceDocument) -> list[str]:
    return [document.quote(x.start, x.end) for x in document.lines]


def test_media_wiki() -> None:
    document = read(MEDIA)
    assert said(document) == [
        "Thornbeck Allotments",
        "Present: Ada Penrose, Jo Marsh",
        *("Trees", "1. Limes", "1. To be cut", "2. Oaks", "• Ada to write"),
        *("Paths", "1. Mill Lane", "Name", "Task", "Jo", "Gate"),
    ]
    assert [x.heading for x in document.lines if x.heading] == [1, 2, 2]


def test_doku_wiki_counts_its_headings_down() -> None:
    document = read(DOKU)
    assert said(document)[1:] == ["Trees", "1. Limes", "• To be cut", "2. Oaks"]
    assert [x.heading for x in document.lines if x.heading] == [1, 2]


NO_WIKI = [
    "Trees\n=====\nThe limes were cut.\n\nPaths\n=====\nNone.\n",
    "== Trees ==\nThe limes were cut.\n",  # once may be anything
    "a = b\nc = d =\n= e\n",
    "# Limes\n# Oaks\n",
]


@pytest.mark.parametrize("text", NO_WIKI)
def test_what_is_no_wiki(text: str) -> None:
    plain = read(text)
    assert plain.media_type == "text/plain" or "#" in text
    assert not any("**" in x for x in said(plain))


@pytest.mark.parametrize("piece", ["=", "= a", "[[a|", "{|\n| a", "* ", "'''", "==\n"])
def test_wikis_cost_linear_time(piece: str) -> None:
    start = time.process_time()
    from_wiki(f"== a ==\n== b ==\n{piece * 30_000}\n")
    assert time.process_time() - start < 2
