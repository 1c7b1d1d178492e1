"""The example corpus: how it is made, what is read from it, and that every row quotes.

The same is asked of documents kept beside the checkout, where there are any.
"""

from __future__ import annotations

import importlib.util
import json
import re
import sqlite3
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from conftest import SHARED, stored
from test_house import copied, runs

from minutebook.evaluation import evaluate
from minutebook.load import read_document
from minutebook.output import record
from minutebook.store import open_readonly, read_extractions

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT / "corpus"
DOCUMENTS = sorted(x for x in (CORPUS / "documents").rglob("*") if x.is_file())
KINDS = {"approved", "resolved", "noted", "recommended", "referred", "deferred"}
KINDS |= {"rejected", "delegated", "appointed"}
Record = dict[str, Any]


def fold(text: str) -> str:
    return " ".join(text.split()).casefold()


# ------------------------------------------------------------------ made and annotated


@cache
def builder() -> ModuleType:
    spec = importlib.util.spec_from_file_location("corpus_build", CORPUS / "build.py")
    assert spec is not None
    assert spec.loader is not None
    module = sys.modules["corpus_build"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_documents_are_what_their_sources_make(tmp_path: Path) -> None:
    once = list(builder().build(tmp_path / "once"))
    again = list(builder().build(tmp_path / "again"))
    assert len(once) >= 5
    assert [x.read_bytes() for x in once] == [x.read_bytes() for x in again]
    for path in once:
        kept = CORPUS / "documents" / path.relative_to(tmp_path / "once")
        assert read_document(path).text == read_document(kept).text


def test_every_format_is_there() -> None:
    formats = {x.suffix for x in DOCUMENTS}
    assert formats == {".pdf", ".docx", ".odt", ".html", ".md", ".txt"}
    assert len(DOCUMENTS) >= 12


def quotes(gold: Record) -> Iterator[str]:
    """Yield everything that gold copies from its document."""
    meeting = gold["meeting"]
    yield from (meeting[x] for x in ("council", "body") if meeting[x])
    for person in gold["attendance"]:
        yield from (person[x] for x in ("name", "role", "organisation") if person[x])
    yield from (x["title"] for x in gold["items"])
    for layer in ("decisions", "actions", "money", "dates"):
        yield from (x["text"] for x in gold[layer])
    for entity in (*gold["people"], *gold["organisations"]):
        yield from (entity["name"], *entity["aliases"])
    yield from gold["roles"]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda x: x.name)
def test_gold_quotes_its_document(path: Path) -> None:
    gold_path = CORPUS / "gold" / path.parent.name / f"{path.name}.gold.json"
    gold = json.loads(gold_path.read_text(encoding="utf-8"))
    assert gold["document"] == path.name
    text = fold(read_document(path).text)
    assert [x for x in quotes(gold) if fold(x) not in text] == []
    numbers = {x["number"] for x in gold["items"]}
    assert {x["item"] for x in (*gold["decisions"], *gold["actions"])} <= numbers
    assert {x["kind"] for x in gold["decisions"]} <= KINDS
    assert sum(x["chair"] for x in gold["attendance"]) == (gold["kind"] == "minutes")


# --------------------------------------------------------------------- every row quotes

QUOTES = (  # table, column, start, end, how the row leads to its document
    ("items", "text", "start", "end", "meeting"),
    ("decisions", "text", "start", "end", "meeting"),
    ("decisions", "lead", "lead_start", "lead_end", "meeting"),
    ("actions", "text", "start", "end", "meeting"),
    ("declarations", "text", "start", "end", "meeting"),
    ("attendance", "name_as_written", "start", "end", "meeting"),
    ("mentions", "text", "start", "end", "document"),
)


TOLD = ("decisions", "actions", "declarations")


def wrong_quotes(database: Path) -> list[str]:
    """Return the rows whose words are not those between their offsets.

    What was decided, or told, neither begins nor ends with a blank.
    """
    wrong, seen = [], 0
    with sqlite3.connect(database) as db:
        texts = dict(db.execute("select document_id, text from texts"))
        meetings = dict(db.execute("select id, document_id from meetings"))
        for table, column, start, end, owner in QUOTES:
            sql = f'select {owner}_id, "{column}", "{start}", "{end}" from {table}'
            for owner_id, words, first, last in db.execute(sql):
                if first is None:
                    continue
                document = owner_id if owner == "document" else meetings[owner_id]
                text, seen = texts[document], seen + 1
                whole = 0 <= first < last <= len(text)
                bare = table not in TOLD or not re.search(r"^\s|\s$", text[first:last])
                if not (whole and bare) or fold(text[first:last]) != fold(words):
                    wrong.append(f"{table} {document} {first}:{last} {words!r}")
    assert seen > 100
    return wrong


def records(database: Path) -> list[Record]:
    return [record(x) for x in read_extractions(open_readonly(database))]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return stored([CORPUS / "documents"], tmp_path_factory.mktemp("corpus"))


def collection(name: str) -> Callable[..., Path]:
    """Return a fixture: the database of one collection of invented minutes."""

    @pytest.fixture(scope="module", name=name)
    def load(tmp_path_factory: pytest.TempPathFactory) -> Path:
        return stored([CORPUS / name / "documents"], tmp_path_factory.mktemp(name))

    return load


mended_on, unseen = collection("mended_on"), collection("unseen")
FOLDERS = ("mended_on", "unseen")
# a group is read by one process, so that a large folder is loaded once
OURS = ("corpus", *(pytest.param(x, marks=pytest.mark.xdist_group(x)) for x in FOLDERS))
beside = [
    pytest.mark.shared,
    pytest.mark.slow,
    pytest.mark.xdist_group("shared"),
    pytest.mark.skipif(not SHARED.is_dir(), reason="no documents beside the checkout"),
]


@pytest.mark.parametrize("database", [*OURS, pytest.param("shared", marks=beside)])
def test_every_stored_row_quotes_its_text(
    database: str, request: pytest.FixtureRequest
) -> None:
    assert wrong_quotes(request.getfixturevalue(database))[:20] == []


def test_corpus_loads_whole(corpus: Path) -> None:
    with sqlite3.connect(corpus) as db:
        assert db.execute("select count(*) from failures").fetchone() == (0,)
        loaded, others = db.execute("select loaded, not_minutes from loads").fetchone()
    assert loaded + others == len(DOCUMENTS)


def test_one_body_over_three_meetings(corpus: Path) -> None:
    sql = """select count(distinct m.id), count(distinct p.id)
        from meetings m join bodies b on b.id = m.body_id
        join attendance a on a.meeting_id = m.id join people p on p.id = a.person_id
        where b.name = 'Thornbeck Parish Council' and m.kind = 'minutes'
        and a.name like '%Penrose'"""
    with sqlite3.connect(corpus) as db:
        meetings, people = db.execute(sql).fetchone()
    assert meetings == 3
    assert people == 1, "Ada Penrose and A Penrose are one person of that council"


def test_deleted_words_are_not_read(corpus: Path) -> None:
    with sqlite3.connect(corpus) as db:
        text = " ".join(x for (x,) in db.execute("select text from decisions"))
        text += " ".join(x for (x,) in db.execute("select text from mentions"))
    assert "doubted" not in text
    assert "pool be closed" not in text


@pytest.mark.parametrize("database", [pytest.param("shared", marks=beside)])
def test_no_file_of_ours_copies_theirs(
    database: str, request: pytest.FixtureRequest
) -> None:
    with sqlite3.connect(request.getfixturevalue(database)) as db:
        texts = [text for (text,) in db.execute("select text from texts")]
    assert copied(set().union(*map(runs, texts))) == []


def test_the_worked_example_of_the_readme_is_true(corpus: Path) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    first, second = re.findall(r"```sql\n(.*?)```", readme, re.DOTALL)[:2]
    (shown,) = re.findall(r"```\n(date .*?)\n```", readme, re.DOTALL)
    with sqlite3.connect(corpus) as db:
        rows = db.execute(first).fetchall()
        quoted = db.execute(second).fetchall()
    told = [[*x[:-1], float(x[-1])] for x in map(str.split, shown.splitlines()[2:])]
    assert [list(x) for x in rows] == told
    assert [fold(x)[:34] for (x,) in quoted] == ["resolved that a grant of £500 be m"]


# ----------------------------------------------------------------------- score floors

# A little below what is measured: a fall is a fault, a rise is a reason to raise them.
FLOORS = {
    "corpus": {
        "meeting.date": 0.99, "meeting.body": 0.93, "meeting.council": 0.80,
        "meeting.start": 0.99, "meeting.end": 0.99, "attendance": 0.96,
        "attendance.status": 0.95, "attendance.chair": 0.99, "attendance.role": 0.86,
        "items": 0.96, "items.number": 0.97, "decisions": 0.95, "decisions.kind": 0.87,
        "actions": 0.90, "actions.owners": 0.84, "people": 0.96, "organisations": 0.89,
        "roles": 0.90, "money": 0.99, "dates": 0.98,
    },
    "shared": {
        "meeting.date": 0.95, "meeting.body": 0.95, "meeting.council": 0.95,
        "attendance": 0.97, "attendance.status": 0.96, "attendance.chair": 0.89,
        "attendance.role": 0.88, "attendance.organisation": 0.91, "items": 0.95,
        "items.number": 0.95, "decisions": 0.91, "decisions.kind": 0.87,
        "decisions.item": 0.88, "decisions.mover": 0.88, "decisions.seconder": 0.92,
        "actions": 0.83, "actions.owners": 0.76, "actions.item": 0.76, "people": 0.97,
        "organisations": 0.86, "roles": 0.87, "money": 0.99, "dates": 0.97,
    },
    "mended_on": {
        "meeting.body": 0.88, "meeting.date": 0.98, "attendance": 0.95,
        "attendance.status": 0.94, "attendance.role": 0.84, "items": 0.93,
        "items.number": 0.93, "decisions": 0.87, "decisions.kind": 0.80,
        "decisions.item": 0.80, "actions": 0.87, "actions.owners": 0.81,
        "people": 0.96, "organisations": 0.86, "roles": 0.87, "money": 0.98,
        "dates": 0.95,
    },
    "unseen": {
        "meeting.body": 0.75, "meeting.date": 0.98, "attendance": 0.92,
        "attendance.status": 0.91, "attendance.role": 0.76, "items": 0.83,
        "items.number": 0.85, "decisions": 0.85, "decisions.kind": 0.74,
        "decisions.item": 0.76, "actions": 0.80, "actions.owners": 0.70,
        "people": 0.94, "organisations": 0.80, "roles": 0.81, "money": 0.89,
        "dates": 0.94,
    },
}  # fmt: skip


@pytest.mark.parametrize("database", [*OURS, pytest.param("shared", marks=beside)])
def test_scores_stay_above_their_floors(
    database: str, request: pytest.FixtureRequest
) -> None:
    homes = {"corpus": CORPUS, "shared": SHARED}
    gold = homes.get(database, CORPUS / database) / "gold"
    path = request.getfixturevalue(database)
    figures = json.loads(evaluate(gold, [], db=path, as_json=True))
    reached = {x["layer"]: x["f1"] for x in figures["layers"]}
    floors = FLOORS[database]
    under = {x: (reached[x], y) for x, y in floors.items() if reached[x] < y}
    assert under == {}


def test_votes_are_those_that_gold_counts(corpus: Path) -> None:
    """Counted votes by document: no sum of money among them, no count left out."""
    found = {
        Path(x["document"]).name: [counted(d) for d in x["decisions"] if counted(d)]
        for x in records(corpus)
    }
    for path in (CORPUS / "gold").rglob("*.json"):
        gold = json.loads(path.read_text(encoding="utf-8"))
        wanted = [counted(d) for d in gold["decisions"] if counted(d)]
        assert found[gold["document"]] == wanted, gold["document"]


def counted(decision: Record) -> tuple[int, int, int] | None:
    votes = decision["votes"]
    if not votes:
        return None
    return (votes.get("for") or 0, votes.get("against") or 0, votes.get("abstain") or 0)


def test_extract_and_load_give_the_same_facts(corpus: Path) -> None:
    from minutebook.runner import extract

    kept = {Path(x["document"]).name: x for x in records(corpus)}
    layers = ("kind", "meeting", "attendance", "items", "decisions", "actions", "money")
    for path in DOCUMENTS:
        alone = record(extract(read_document(path)))
        for layer in layers:
            ours, theirs = (plain(x[layer]) for x in (alone, kept[path.name]))
            assert ours == theirs, f"{path.name}: {layer}"


def plain(value: Any) -> str:
    """Return a value as JSON whose sums read alike whether whole or not."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return re.sub(r"(\d)\.0\b", r"\1", text)
