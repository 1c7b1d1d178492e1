"""The pages, asked as a browser asks them, but without one."""

from __future__ import annotations

import asyncio
import csv
import io
import re
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from xml.etree import ElementTree

import numpy as np
import pytest
from datasette.app import Datasette
from explore_site import HOSTILE, Desk, make_desk, make_hostile

from minutebook.explore import pages, pictures, queries
from minutebook.explore.charts import Layer, stack
from minutebook.explore.dictionary import dictionary
from minutebook.explore.filters import Filters, read_filters
from minutebook.explore.index import index_of, read_index
from minutebook.explore.marking import contexts, disarm, mark, shorten
from minutebook.explore.metadata import QUERIES, build_metadata
from minutebook.explore.overview import _periods
from minutebook.explore.query_language import parse
from minutebook.explore.search import search
from minutebook.explore.segments import cut
from minutebook.explore.settings import LOCAL, PUBLIC
from minutebook.explore.wording import bibtex, citation, ris

Get = Callable[[str], Any]
EXPLORE = Path(__file__).parent.parent / "pipeline" / "minutebook" / "explore"


def asker(path: Path, **more: Any) -> Get:
    """Return the function that asks a Datasette over this database for a page."""
    loop = asyncio.new_event_loop()
    site = Datasette([str(path)], settings=LOCAL, **more)
    loop.run_until_complete(site.invoke_startup())
    return lambda url: loop.run_until_complete(site.client.get(url))


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return make_desk(tmp_path_factory.mktemp("desk"))


@pytest.fixture(scope="module")
def get(desk: Desk) -> Get:
    return asker(desk.path)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Get:
    return asker(make_hostile(tmp_path_factory.mktemp("hostile")))


@pytest.fixture
def conn(desk: Desk) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(desk.path)
    connection.row_factory = sqlite3.Row
    yield connection
    connection.close()


def words(page: str) -> str:
    """Return the text of a page without its tags."""
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


# -------------------------------------------------------------------- the whole path


PAGES = (
    ("/", "What did they decide?"),
    ("/search", "4 decisions"),
    ("/search?q=playground", "2 decisions"),
    ("/search?q=playground&scope=items", "2 items"),
    ("/decision/thornbeck-2023-03-07-lease", "4 for, 1 against"),
    ("/meeting/thornbeck-2023-03-07", "These minutes were approved on"),
    ("/document/thornbeck-march-2023", "Mill Lane"),
    ("/person/bram-okafor", "1 of 1 meeting"),
    ("/organisation/brackwater-trust", "Brackwater Trust"),
    ("/body/thornbeck-parish-council", "Who attends"),
    ("/council/thornbeck-parish-council", "Latest meetings"),
    ("/overview", "Past their date"),
    ("/overview?council=thornbeck-parish-council", "Past their date"),
    ("/dictionary", "decision_votes"),
)


@pytest.mark.parametrize(("url", "said"), PAGES)
def test_page(get: Get, url: str, said: str) -> None:
    answer = get(url)
    assert answer.status_code == 200
    assert said in words(answer.text)
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert not re.search(r"""(src|href)=["']https?://(?!datasette\.io)""", re.sub(
        r'<link rel="canonical"[^>]*>', "", answer.text))  # fmt: skip
    assert " style=" not in answer.text
    assert "<script>" not in answer.text


def test_every_link_of_our_pages_leads_somewhere(get: Get) -> None:
    seen: set[str] = set()
    for url, _ in PAGES:
        page = get(url).text
        seen |= {x.replace("&amp;", "&") for x in re.findall(r'href="(/[^"]*)"', page)}
    broken = {x: get(x).status_code for x in sorted(seen) if get(x).status_code != 200}
    assert len(seen) > 80
    assert broken == {}


@pytest.mark.parametrize(
    ("url", "status", "leads"),
    [
        ("/person/b-okafor", 301, "/person/bram-okafor"),  # merged
        ("/person/nobody", 404, None),
        ("/person/a-resident", 404, None),  # the public have no pages
        ("/decision/none", 404, None),
        ("/nosuchpage/at/all", 404, None),
        ("/decision/%00%ff", 404, None),
    ],
)
def test_what_is_not_there(get: Get, url: str, status: int, leads: str | None) -> None:
    answer = get(url)
    assert answer.status_code == status
    assert answer.headers.get("location") == leads


def test_people_pages_ask_not_to_be_indexed(get: Get) -> None:
    assert get("/person/bram-okafor").headers["x-robots-tag"] == "noindex"
    assert "x-robots-tag" not in get("/decision/thornbeck-2023-03-07-lease").headers
    assert "Disallow: /person/" in get("/robots.txt").text


def test_decision_shows_its_source(get: Get) -> None:
    page = get("/decision/thornbeck-2023-03-07-lease?q=ten+years").text
    assert "<mark>ten</mark>" in page
    assert re.search(r'<mark class="here">RESOLVED that the playground', page)
    assert "/document/thornbeck-march-2023/page/1.png" in page
    assert page.count("<rect") == 1
    assert "@misc{thornbeck-2023-03-07-lease," in page
    assert "£1,250 per year" in words(page)
    assert "Denzil Marchbank to sign the lease" in page
    assert "/decision/thornbeck-2023-04-04-noted" in page  # later, the same matter


@pytest.mark.parametrize(
    ("media_type", "count", "cited"),
    [
        ("application/pdf", 1, True),
        ("application/vnd.oasis.opendocument.text", 3, True),
        ("text/html", 1, False),
        ("text/plain", 1, False),
    ],
)
def test_no_page_is_cited_of_what_has_none(
    media_type: str, count: int, cited: bool
) -> None:
    row = {
        "council": "Thornbeck Parish Council", "body": None, "date": "2023-03-07",
        "item_number": "3", "item_title": "Lease", "path": "march", "sha256": "ab" * 32,
        "ref": "x", "page": 1, "media_type": media_type, "document_pages": count,
    }  # fmt: skip
    said = [make(row, "http://x/") for make in (citation, bibtex, ris)]
    assert ["p. 1" in said[0], "p. 1" in said[1], "SP  - 1" in said[2]] == [cited] * 3


def test_document_marks_the_passage_and_the_mentions(get: Get) -> None:
    page = get("/document/thornbeck-march-2023?at=thornbeck-2023-03-07-lease").text
    assert page.count('id="here"') == 1
    assert 'class="m m-person" href="/person/ada-penrose"' in page
    assert 'class="m m-organisation" href="/organisation/brackwater-trust"' in page
    assert 'title="money: £1,250"' in page
    assert 'title="date: 2023-03-31"' in page
    assert 'id="decision-thornbeck-2023-03-07-cafe"' in page


def test_document_text_is_whole(get: Get, conn: sqlite3.Connection) -> None:
    page = get("/document/thornbeck-march-2023").text
    shown = re.findall(r'<div class="source">(.*?)</div>', page, re.DOTALL)
    text = conn.execute("select text from texts where document_id = 1").fetchone()[0]
    assert re.sub(r"<[^>]+>", "", "".join(shown)) == text


# ------------------------------------------------------------------------- searching


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=playground", ["lease", "noted"]),  # by the words and by the heading
        ("q=playground+ten", ["lease"]),
        ("q=lease+noted", ["noted"]),  # one word in the heading, one in the text
        ("q=leases", ["lease", "noted"]),  # stemmed
        ("q=cafe", ["cafe"]),  # accents folded
        ("q=%22speed+limit%22", ["speed"]),
        ("q=%22limit+speed%22", []),
        ("q=playg*", ["lease", "noted"]),
        ("q=playground+-renewed", ["noted"]),
        ("q=caf%C3%A9+OR+mph", ["cafe", "speed"]),
        ("kind=deferred", ["cafe"]),
        ("kind=deferred&kind=noted", ["cafe", "noted"]),
        ("vote=contested", ["lease"]),
        ("vote=named", ["lease"]),
        ("over=1k", ["lease"]),
        ("under=%C2%A3500", []),
        ("person=clara-winslade", ["lease"]),
        ("person=ada-penrose", ["lease"]),
        ("person=nobody", []),
        ("since=2023-04", ["noted"]),
        ("until=2023-03-07", ["cafe", "lease", "speed"]),
        ("until=2023-03-07&standing=1", ["cafe", "lease", "minutes", "speed"]),
        ("council=thornbeck-parish-council&year=2023&kind=noted", ["noted"]),
        ("council=elsewhere", []),
    ],
)
def test_search_finds(get: Get, query: str, found: list[str]) -> None:
    answer = get(f"/search.json?{query}").json()
    assert sorted(x["ref"].split("-")[-1] for x in answer["results"]) == found
    assert answer["total"] == len(found)


@pytest.mark.parametrize(
    "query", ['"', "AND", "* OR", 'a"b*c', "NEAR(", "-x", "''; --", "x" * 5000, "\x00",
              "title:x", "^a", "a + b", "(((", "😀", "﷽ *", "-"]
)  # fmt: skip
def test_no_query_is_an_error(conn: sqlite3.Connection, query: str) -> None:
    assert search(conn, read_index(conn), Filters(q=query)).total >= 0


@pytest.mark.parametrize(
    ("order", "first"), [("newest", "noted"), ("oldest", "2023-03-07")]
)
def test_search_orders(get: Get, order: str, first: str) -> None:
    result = get(f"/search.json?q=lease&sort={order}").json()["results"][0]
    assert first in (result["ref"].split("-")[-1], result["date"])


def test_facets_count_under_the_other_filters(conn: sqlite3.Connection) -> None:
    answer = search(conn, index_of(conn), Filters(kind=("noted",)))
    counts = {x.value: x.count for x in answer.facets["kind"]}
    assert counts == {"resolved": 2, "noted": 1, "deferred": 1}
    assert [x.count for x in answer.facets["year"]] == [1]
    assert answer.set_apart == 0


@pytest.mark.parametrize(
    ("asked", "total"),
    [("person=bram-okafor", 1), ("person=bram+okafor", 1), ("person=Nobody", 0),
     ("organisation=brackwater", 0), ("person=Bram+Ok", 1)],
)  # fmt: skip
def test_filter_by_a_name_as_typed(get: Get, asked: str, total: int) -> None:
    assert get(f"/search.json?{asked}").json()["total"] == total


def test_sums_are_counted_by_their_size(conn: sqlite3.Connection) -> None:
    answer = search(conn, index_of(conn), Filters())
    assert answer.sums == {0.01: 1, 1_000: 1, 10_000: 0, 100_000: 0, 1_000_000: 0}


def test_a_count_of_sums_leads_to_as_many(get: Get) -> None:
    page = get("/search").text
    linked = re.findall(
        r'href="/search\?over=([\d.]+)"><span class="name">([^<]+)</span> '
        r'<span class="count">(\d+)', page
    )  # fmt: skip
    assert [x[1] for x in linked] == ["of any size", "of 1,000 or more"]
    for least, _, count in linked:
        found = get(f"/search.json?over={least}").json()
        assert found["total"] == int(count)


def test_overview_of_one_council(get: Get) -> None:
    page = get("/overview?council=thornbeck-parish-council").text
    assert "Overview of Thornbeck Parish Council" in words(page)
    assert "/search?council=thornbeck-parish-council&amp;kind=" in page
    assert get("/overview?council=nowhere").status_code == 404


def test_votes_are_counted_beside_their_filter(get: Get) -> None:
    page = words(get("/search?q=lease").text)
    assert "counted (1)" in page
    assert "with votes against (1)" in page
    assert "names recorded (1)" in page


def test_name_leads_to_its_page(get: Get) -> None:
    page = get("/search?q=bram+okafor").text
    assert 'href="/person/bram-okafor">Bram Okafor</a>' in page
    assert "/person/" not in get("/search?q=olwen+quayle").text


def test_export_has_the_sums(get: Get) -> None:
    lines = get("/search.csv?q=renewed").text.splitlines()
    assert dict(zip(lines[0].split(","), next(csv.reader(lines[1:])), strict=True))[
        "sums"
    ] == "GBP 1250"  # fmt: skip


@pytest.mark.parametrize(
    ("months", "shown"),
    [([], []), (["2020-01", "2020-03"], ["2020-01", "2020-02", "2020-03"]),
     (["2015-06", "2022-06"], [str(x) for x in range(2015, 2023)]),
     (["0201-06", "2022-06"], ["0201-06", "2022-06"]),
     (["2019", "2020-01"], ["2019", "2020-01"])],
)  # fmt: skip
def test_gaps_in_time_are_shown(months: list[str], shown: list[str]) -> None:
    rows = [{"month": x, "kind": "noted", "decisions": 1} for x in months]
    assert [x["period"] for x in _periods(rows)] == shown


def test_standing_business_is_one_click_away(get: Get) -> None:
    page = get("/search?q=minutes+signed").text
    assert "1 more in standing business" in words(page)
    assert 'href="/search?q=minutes+signed&amp;standing=1"' in page


def test_nothing_found_offers_something(get: Get) -> None:
    page = get("/search?q=playground+unicorn&kind=noted").text
    assert "Nothing matches" in page
    assert 'href="/search?q=playground">Only playground' in page
    items = get("/search?q=signed+playground").text
    assert "The same words in items" not in items or "scope=items" in items


@pytest.mark.parametrize("scope", ["", "&scope=items"])
def test_wider_words_are_looked_for_in_the_same_rows(get: Get, scope: str) -> None:
    page = get(f"/search?q=playground1{scope}").text.replace("&amp;", "&")
    assert f'href="/search?q=playgrou%2A{scope}">' in page


def test_context_shows_hits_in_line(get: Get) -> None:
    page = get("/search?q=county&view=context").text
    assert "<mark>county</mark></a> be asked for" in page


# ----------------------------------------------------------------------- taking it away


def test_csv_has_every_row_and_no_formula(get: Get, hostile: Get) -> None:
    answer = get("/search.csv?standing=1")
    rows = list(csv.DictReader(io.StringIO(answer.text.lstrip("\ufeff"))))
    assert len(rows) == 5
    assert rows[0]["url"].startswith("http://localhost/decision/")
    assert "attachment" in answer.headers["content-disposition"]
    cells = [
        cell
        for row in csv.reader(io.StringIO(hostile("/search.csv").text.lstrip("\ufeff")))
        for cell in row
    ]
    assert any(cell.startswith("'=cmd") for cell in cells)
    assert not any(cell.startswith("=") for cell in cells)


def test_json_quotes_exactly(get: Get, conn: sqlite3.Connection) -> None:
    for row in get("/search.json?standing=1").json()["results"]:
        stored = conn.execute(
            "select substr(x.text, d.start + 1, d.end - d.start) from decisions d"
            " join meetings m on m.id = d.meeting_id"
            " join texts x on x.document_id = m.document_id where d.ref = ?",
            (row["ref"],),
        ).fetchone()
        assert stored[0] == row["text"]


def test_json_leads_on_to_the_last_page(
    get: Get, monkeypatch: pytest.MonkeyPatch
) -> None:
    def many(*asked: Any) -> Any:
        answer = search(*asked)
        return replace(answer, others=np.resize(answer.others, 1050))

    monkeypatch.setattr(pages, "search", many)
    following = [get(f"/search.json?page={x}").json()["next"] for x in (52, 53)]
    assert following == ["http://localhost/search.json?page=53", None]


def test_feed_is_atom(get: Get, hostile: Get) -> None:
    answer = get("/search.atom?q=playground")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    root = ElementTree.fromstring(answer.text)
    name = "{http://www.w3.org/2005/Atom}"
    entries = root.findall(f"{name}entry")
    assert len(entries) == 2
    assert entries[0].findtext(f"{name}updated") == "2024-05-01T10:00:01Z"
    assert entries[0].findtext(f"{name}published") == "2023-04-04T00:00:00Z"
    assert len(ElementTree.fromstring(hostile("/search.atom").text)) > len(HOSTILE)
    ElementTree.fromstring(get("/opensearch.xml").text)


@pytest.mark.skipif(
    not hasattr(Datasette, "metadata"),
    reason="only Datasette before 1.0 takes queries from metadata",
)
@pytest.mark.parametrize("name", sorted(QUERIES))
def test_ready_made_question(get: Get, name: str) -> None:
    values = "&".join(f"{x}=2024-01-01" for x in QUERIES[name].get("params", ()))
    answer = get(f"/minutes/{name}.json?{values}&_shape=array")
    assert answer.status_code == 200
    if name == "contested_votes":
        assert [x["votes_against"] for x in answer.json()] == [1]
    if name == "actions_past_their_date":
        assert [x["owners"] for x in answer.json()] == ["Denzil Marchbank"]


# ----------------------------------------------------------------------- page pictures


def test_picture_of_a_loaded_page(get: Get) -> None:
    answer = get("/document/thornbeck-march-2023/page/1.png?w=400")
    assert answer.headers["content-type"] == "image/png"
    assert answer.content[:8] == b"\x89PNG\r\n\x1a\n"
    assert int.from_bytes(answer.content[16:20], "big") in (400, 401)


@pytest.mark.parametrize(
    "url",
    [
        "/document/thornbeck-march-2023/page/3.png",
        "/document/thornbeck-march-2023/page/0.png",
        "/document/thornbeck-april-2023/page/1.png",
        "/document/..%2f..%2fetc%2fpasswd/page/1.png",
    ],
)
def test_no_picture_of_anything_else(get: Get, url: str) -> None:
    assert get(url).status_code == 404


def test_a_changed_file_is_not_shown(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    desk.pdf.write_bytes(desk.pdf.read_bytes() + b"\n")
    answer = asker(desk.path)("/document/thornbeck-march-2023/page/1.png")
    assert answer.status_code == 404
    assert "has changed" in answer.text


def test_a_page_that_cannot_be_drawn_fails_alone() -> None:
    with pytest.raises(pictures.PictureError):
        asyncio.run(pictures.render(b"%PDF-1.4 nothing", 1, 400))


def test_a_page_that_takes_too_long_is_given_up(
    monkeypatch: pytest.MonkeyPatch, desk: Desk
) -> None:
    monkeypatch.setattr(pictures, "MAX_SECONDS", 0.001)
    with pytest.raises(pictures.PictureError, match="too long"):
        asyncio.run(pictures.render(desk.pdf.read_bytes(), 1, 400))


# -------------------------------------------------------------------- hostile documents


@pytest.mark.parametrize(
    "url",
    [
        "/", "/overview", "/dictionary", "/search?standing=1", "/search?scope=items",
        "/search?q=village", "/search?q=village&view=context",
        *(f"/{kind}{n}" for n in range(1, len(HOSTILE) + 1) for kind in (
            "decision/x", "meeting/m", "document/d", "person/p", "organisation/o",
            "body/b", "council/c")),
    ],
)  # fmt: skip
def test_hostile_text_stays_text(hostile: Get, url: str) -> None:
    answer = hostile(url)
    assert answer.status_code == 200
    assert dangers(answer.text) == []
    assert not set("\u202e\u202c\ue000\ue001") & set(answer.text)


@pytest.mark.parametrize("attack", HOSTILE)
def test_hostile_queries_stay_text(get: Get, attack: str) -> None:
    names = ("q", "council", "since", "over", "sort", "person", "page", "view")
    page = get("/search?" + urlencode(dict.fromkeys(names, attack))).text
    assert dangers(page) == []


class Watcher(HTMLParser):
    """Notes everything in a page that could run, or leads where it should not."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        own = (values.get("src") or "").startswith("/-/minutebook/")
        if tag in ("iframe", "object", "embed", "base", "style", "img"):
            self.found.append(tag)
        if tag == "script" and not own:
            self.found.append("script")
        for name, value in attrs:
            target = name in ("href", "src", "action", "xlink:href")
            if name.startswith("on") or name == "style":
                self.found.append(f"{tag} {name}")
            if target and not re.match(r"/|#|\?|https?://", value or ""):
                self.found.append(f"{tag} {name}={value}")


def dangers(page: str) -> list[str]:
    """Return what a page holds that text alone never makes."""
    watcher = Watcher()
    watcher.feed(page)
    return watcher.found


def test_the_watcher_sees() -> None:
    assert dangers("".join(HOSTILE[:4]) + "<a href=javascript:x>") == [
        "script", "img", "img src=x", "img onerror", "svg onload",
        "a href=javascript:x",
    ]  # fmt: skip


# -------------------------------------------------------------------------- small parts


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a & b", "a &amp; b"),
        ("\ue000hit\ue001", "<mark>hit</mark>"),
        ("\ue001loose\ue000", "loose"),
        ("<\ue000b\ue001>", "&lt;<mark>b</mark>&gt;"),
        ("\u202eevil", "\ufffdevil"),
    ],
)
def test_mark(text: str, shown: str) -> None:
    assert str(mark(text)) == shown


def test_disarm_keeps_offsets() -> None:
    text = "".join(HOSTILE)
    assert len(disarm(text)) == len(text)


def test_shorten_keeps_the_hit() -> None:
    long = "word " * 200 + "\ue000needle\ue001" + " word" * 200
    short = shorten(long, 100)
    assert "\ue000needle\ue001" in short
    assert len(short) < 130
    assert [x.hit for x in contexts(long)] == ["needle"]


def test_segments_give_the_text_back() -> None:
    text = "The Clerk asked Ada Penrose to pay £5"
    spans = [{"kind": "person", "start": 116, "end": 127},
             {"kind": "person", "start": 120, "end": 140},  # overlaps: left out
             {"kind": "money", "start": 135, "end": 137}]  # fmt: skip
    found = cut(text, 100, spans, [{"start": 90, "end": 120}], (104, 109))
    assert "".join(x.text for x in found) == text
    assert [x.text for x in found if x.mention] == ["Ada ", "Penrose", "£5"]
    assert [x.text for x in found if x.here] == ["Clerk"]


def test_a_passage_over_two_pages_begins_once() -> None:
    pages = (
        cut("The Clerk asked", 100, here=(104, 120)),
        cut(" Ada", 115, here=(104, 120)),
    )
    begun = [[x.text for x in page if x.here_first] for page in pages]
    assert begun == [["Clerk asked"], []]
    assert [x.text for x in pages[1] if x.here] == [" Ada"]


def test_filters_survive_their_link() -> None:
    class Args(dict[str, list[str]]):
        def getlist(self, name: str) -> list[str]:
            return self.get(name, [])

    filters = Filters(q="a b", kind=("noted",), since="2020", standing=True, page=3)
    pairs = Args()
    for name, value in filters.pairs():
        pairs.setdefault(name, []).append(value)
    assert read_filters(pairs) == filters


def test_empty_chart() -> None:
    assert stack([]).bars == ()
    assert stack([("2020", [Layer(0, "", "", "")])]).bars[0].height == 0


def test_only_parsed_words_reach_the_index() -> None:
    assert parse("one two").match_any == '("one" OR "two")'
    assert len(parse("w " * 40).groups) == 12


# ---------------------------------------------------------------------------- promises


def test_every_column_is_described(conn: sqlite3.Connection) -> None:
    blank = [
        f"{table['name']}.{column['name']}"
        for table in dictionary(conn)["tables"]
        for column in table["columns"]
        if not column["meaning"]
    ]
    assert blank == []


def test_metadata_describes_what_is_there(conn: sqlite3.Connection) -> None:
    tables = build_metadata("minutes")["databases"]["minutes"]["tables"]
    for name, table in tables.items():
        there = queries.column_names(conn, name)
        assert there, name
        assert set(table.get("columns", ())) <= set(there), name


def test_settings_are_known_to_datasette() -> None:
    from datasette.app import DEFAULT_SETTINGS

    assert set(PUBLIC) | set(LOCAL) <= set(DEFAULT_SETTINGS)
    assert not LOCAL["suggest_facets"]


def test_templates_never_trust_text() -> None:
    for template in EXPLORE.rglob("*.html"):
        text = template.read_text(encoding="utf-8")
        assert not re.search(r"\|\s*safe|autoescape|Markup", text), template.name


def test_stock_pages_work_and_have_a_policy(get: Get) -> None:
    for url in ("/minutes", "/minutes/decisions", "/minutes/decisions?_search=lease",
                "/minutes/decisions.json", "/minutes/decisions.csv"):  # fmt: skip
        answer = get(url)
        assert answer.status_code == 200
        assert "object-src 'none'" in answer.headers["content-security-policy"]


def test_a_database_that_is_not_ours(tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / "other.db")
    other.execute("create table t (a)")
    other.close()
    other_get = asker(tmp_path / "other.db")
    assert "No minutes here yet" in other_get("/").text
    assert other_get("/other/t").status_code == 200


def test_private_databases_stay_private(desk: Desk) -> None:
    closed = asker(
        desk.path, metadata={"databases": {"minutes": {"allow": {"id": "root"}}}}
    )
    for url in ("/", "/search.json", "/decision/thornbeck-2023-03-07-lease",
                "/document/thornbeck-march-2023/page/1.png"):  # fmt: skip
        answer = closed(url)
        assert answer.status_code in (403, 404)
        assert "playground" not in answer.text
