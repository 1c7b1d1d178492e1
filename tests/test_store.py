"""The store keeps what was read out, once, with refs that last."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from made_minutes import TEXT, make
from sqlite_utils import Database
from synthetic import make_database

from minutebook.errors import LockedDatabase, NewerDatabase, StoreError
from minutebook.output import record
from minutebook.resolve import Resolver
from minutebook.store import (
    TABLES,
    Writer,
    explain,
    open_database,
    open_readonly,
    prepare,
    read_extractions,
    write,
)
from minutebook.store.rows import KIND
from minutebook.store.schema import VERSION, migrations
from minutebook.store.standing import is_standing

CONTRACT = {
    "councils": "id ref name",
    "bodies": "id ref council_id name",
    "documents": "id ref sha256 path media_type bytes pages words status loaded_at"
    " version",
    "texts": "document_id text",
    "pages": "document_id page start end width height",
    "meetings": "id ref document_id council_id body_id date start_time end_time venue"
    " is_draft",
    "items": "id ref meeting_id position number title text start end page",
    "decisions": "id ref meeting_id item_id council_id body_id date kind text mover_id"
    " seconder_id votes_for votes_against votes_abstained start end page rule",
    "decision_votes": "decision_id person_id vote",
    "actions": "id ref meeting_id item_id text due_date start end page rule",
    "action_owners": "action_id person_id organisation_id name_as_written",
    "people": "id ref name",
    "organisations": "id ref name",
    "names": "entity_kind entity_id name count",
    "attendance": "id meeting_id person_id name_as_written status role"
    " organisation_id is_chair start end page",
    "roles": "id ref name",
    "declarations": "meeting_id item_id person_id text start end page",
    "mentions": "id document_id item_id kind text start end page rule person_id"
    " organisation_id role_id",
    "money": "mention_id amount currency",
    "dates": "mention_id earliest latest precision",
    "loads": "id",
    "failures": "path stage reason",
}


@pytest.fixture
def db(tmp_path: Path) -> Database:
    return open_database(tmp_path / "minutes.db")


def rows(db: Database, sql: str, *values: Any) -> list[tuple[Any, ...]]:
    return db.conn.execute(sql, values).fetchall()


def dump(db: Database, *but: str) -> dict[str, list[tuple[Any, ...]]]:
    """Return every row of every table; times and loads are of the day."""
    found = {}
    for table in (*TABLES, "entities", "lines"):
        if table in ("loads", "failures", *but):
            continue
        columns = [
            f'"{x.name}"'
            for x in db[table].columns
            if x.name not in ("loaded_at", "load_id")
        ]
        found[table] = rows(db, f"SELECT {', '.join(columns)} FROM {table}")
    return found


def check(db: Database) -> None:
    """Assert what holds of every database."""
    assert rows(db, "PRAGMA integrity_check") == [("ok",)]
    assert rows(db, "PRAGMA foreign_key_check") == []
    for table in ("items", "decisions"):
        db.conn.execute(
            f"INSERT INTO {table}_fts({table}_fts, rank) VALUES ('integrity-check', 1)"
        )
        indexed = rows(db, f"SELECT count(*) FROM {table}_fts_docsize")
        assert indexed == rows(db, f"SELECT count(*) FROM {table}")
    check_quotes(db)


def check_quotes(db: Database) -> None:
    """Assert that every stored quotation is what stands at its offsets."""
    wrong = 'substr(t.text, x.start + 1, x."end" - x.start) IS NOT'
    by_meeting = (
        ("items", "text"),
        ("decisions", "text"),
        ("actions", "text"),
        ("declarations", "text"),
        ("attendance", "name_as_written"),
    )
    for table, column in by_meeting:
        assert not rows(
            db,
            f"SELECT x.start FROM {table} x JOIN meetings m ON m.id = x.meeting_id"
            f" JOIN texts t USING (document_id) WHERE {wrong} x.{column}",
        ), table
    assert not rows(
        db,
        "SELECT x.start FROM mentions x JOIN texts t USING (document_id)"
        f" WHERE {wrong} x.text",
    )
    assert not rows(
        db,
        "SELECT d.id FROM decisions d JOIN meetings m ON m.id = d.meeting_id"
        " JOIN texts t USING (document_id) WHERE d.lead IS NOT NULL AND"
        " substr(t.text, lead_start + 1, lead_end - lead_start) <> lead",
    )


@pytest.mark.parametrize("table", CONTRACT)
def test_contract(db: Database, table: str) -> None:
    assert set(CONTRACT[table].split()) <= {x.name for x in db[table].columns}
    assert table in TABLES


def test_every_reference_is_indexed(db: Database) -> None:
    for table in db.table_names():
        if "_fts" in table or table.startswith("_"):
            continue
        first = {x.columns[0] for x in db[table].indexes}
        first |= set(db[table].pks[:1])
        for key in db[table].foreign_keys:
            assert key.column in first, (table, key.column)


def test_written_and_read_back(db: Database) -> None:
    extraction = make()
    assert write(db, extraction, Resolver()).status == "loaded"
    assert [record(x) for x in read_extractions(db)] == [record(extraction)]
    check(db)


def test_rows_link_to_entities(db: Database) -> None:
    write(db, make(), Resolver())
    assert rows(
        db,
        "SELECT p.name, s.name, d.standing, i.number, c.name, d.year FROM decisions d"
        " JOIN people p ON p.id = mover_id JOIN people s ON s.id = seconder_id"
        " JOIN items i ON i.id = item_id JOIN councils c ON c.id = d.council_id"
        " WHERE d.position = 0",
    ) == [("Ada Penrose", "B Tarrant", 0, "2", "Thornbeck Parish Council", 2019)]
    assert rows(
        db,
        "SELECT p.name, name_as_written FROM action_owners"
        " JOIN people p ON p.id = person_id",
    ) == [("Olwen Vosper", "Clerk")]
    assert rows(
        db,
        "SELECT amount, d.position FROM money JOIN mentions m ON m.id = mention_id"
        " JOIN decisions d ON d.id = m.decision_id",
    ) == [(1200.0, 0)]
    assert rows(db, "SELECT standing FROM items ORDER BY position") == [(1,), (0,)]
    assert rows(db, "SELECT kind FROM people ORDER BY id") == [
        ("member",),
        ("unknown",),
        ("officer",),
    ]


@pytest.mark.parametrize(
    ("query", "count"),
    [("hedges", 1), ("painting", 1), ("cafe", 1), ("lawn", 0)],
)
def test_full_text(db: Database, query: str, count: int) -> None:
    write(db, make(), Resolver())
    sql = "SELECT count(*) FROM decisions_fts WHERE decisions_fts MATCH ?"
    assert rows(db, sql, query) == [(count,)]


def test_same_content_changes_nothing(db: Database) -> None:
    write(db, make(), Resolver())
    before = dump(db)
    assert write(db, make(), Resolver()).status == "unchanged"
    assert write(db, make(path="copy.txt"), Resolver()).status == "duplicate"
    assert dump(db) == before
    check(db)


def test_not_minutes_is_stored(db: Database) -> None:
    assert write(db, make(kind="agenda"), Resolver()).status == "not-minutes"
    assert rows(db, "SELECT d.status, m.kind FROM documents d JOIN meetings m") == [
        ("not-minutes", "agenda")
    ]


def test_changed_file_keeps_refs(db: Database) -> None:
    write(db, make(), Resolver())
    refs = dict(rows(db, "SELECT text, ref FROM decisions"))
    meeting = rows(db, "SELECT id, ref FROM meetings")
    old = rows(db, "SELECT ref FROM documents")[0][0]
    text = TEXT.replace("hedge be cut", "hedge be trimmed").replace("None", "None now")
    words = (
        "RESOLVED that the hedge be trimmed at a cost of £1,200",
        "RESOLVED that the café bench be painted",
    )
    assert write(db, make(text=text, decisions=words), Resolver()).status == "loaded"
    check(db)
    now = dict(rows(db, "SELECT text, ref FROM decisions"))
    assert rows(db, "SELECT id, ref FROM meetings") == meeting
    assert now[words[1]] == refs[words[1]]
    moved = rows(db, "SELECT kind, ref, target_kind, target FROM redirects")
    hedge = next(x for x in refs if "hedge" in x)
    assert ("decision", refs[hedge], "decision", now[words[0]]) in moved
    new = rows(db, "SELECT ref FROM documents")[0][0]
    assert ("document", old, "document", new) in moved
    assert not rows(db, "SELECT 1 FROM decisions_fts WHERE decisions_fts MATCH 'cut'")


def test_dropped_decision_leads_to_its_meeting(db: Database) -> None:
    write(db, make(), Resolver())
    ref = rows(db, "SELECT ref FROM decisions WHERE text LIKE '%bench%'")[0][0]
    write(
        db,
        make(text=TEXT + "\n", decisions=("RESOLVED that the hedge be cut",)),
        Resolver(),
    )
    target = rows(db, "SELECT target_kind, target FROM redirects WHERE ref = ?", ref)
    assert target == [("meeting", rows(db, "SELECT ref FROM meetings")[0][0])]


def test_file_about_another_meeting_gets_new_refs(db: Database) -> None:
    write(db, make(path="latest.txt"), Resolver())
    before = rows(db, "SELECT ref FROM meetings")
    text = TEXT.replace("hedge", "wall").replace("bench", "door")
    words = ("RESOLVED that the wall be cut",)
    write(
        db,
        make(text=text, decisions=words, date="2019-04-01", path="latest.txt"),
        Resolver(),
    )
    assert rows(db, "SELECT count(*) FROM meetings") == [(1,)]
    assert rows(db, "SELECT ref FROM meetings") != before
    check(db)


def test_replacing_leaves_nobody_behind(db: Database) -> None:
    write(db, make(), Resolver())
    text = TEXT.replace("B Tarrant", "Bram Okafor")
    write(db, make(text=text, second="Bram Okafor"), Resolver())
    people = {x[0] for x in rows(db, "SELECT name FROM people")}
    assert people == {"Ada Penrose", "Bram Okafor", "Olwen Vosper"}
    assert not rows(db, "SELECT 1 FROM names WHERE count <= 0 OR name LIKE '%Tarr%'")
    check(db)


def test_removed_leaves_nothing(db: Database) -> None:
    empty = dump(db)
    written = write(db, make(), Resolver())
    writer = Writer(db, Resolver())
    writer.remove(written.document_id)
    writer.finish()
    assert dump(db) == empty
    check(db)


def test_ids_of_searchable_rows_never_return(db: Database) -> None:
    written = write(db, make(), Resolver())
    last = rows(db, "SELECT max(id) FROM decisions")[0][0]
    Writer(db, Resolver()).remove(written.document_id)
    write(db, make(), Resolver())
    assert rows(db, "SELECT min(id) FROM decisions")[0][0] == last + 1
    check(db)


def test_failed_write_leaves_nothing(db: Database) -> None:
    write(db, make(), Resolver())
    before = dump(db)
    text = TEXT + "more\n"
    prepared = prepare(make(text=text, path="other.txt"))
    last = list(prepared.mentions[-1])
    last[KIND] = None
    prepared.mentions[-1] = tuple(last)
    writer = Writer(db, Resolver())
    with pytest.raises(StoreError):
        writer.write(prepared)
    assert dump(db) == before
    writer.write(prepare(make(text=text, path="other.txt")))
    writer.finish()
    check(db)


def test_half_a_character_is_refused() -> None:
    extraction = make(text=TEXT)
    source = replace(extraction.source, text=TEXT + "\ud800")
    with pytest.raises(StoreError, match="half a character"):
        prepare(replace(extraction, source=source))


def test_short_name_links_to_one_candidate(db: Database) -> None:
    full = TEXT.replace("B Tarrant", "Bram Tarrant")
    write(db, make(), Resolver())
    short = rows(db, "SELECT ref FROM people WHERE name = 'B Tarrant'")[0][0]
    write(db, make(text=full, path="april.txt", second="Bram Tarrant"), Resolver())
    people = rows(db, "SELECT name, ref FROM people ORDER BY name")
    assert [x[0] for x in people] == ["Ada Penrose", "Bram Tarrant", "Olwen Vosper"]
    assert rows(db, "SELECT target FROM redirects WHERE ref = ?", short) == [
        (people[1][1],)
    ]
    assert rows(
        db,
        "SELECT count(DISTINCT seconder_id), count(*) FROM decisions",
    ) == [(1, 4)]
    check(db)


def test_short_name_with_two_candidates_stays_apart(db: Database) -> None:
    write(db, make(), Resolver())
    for name in ("Bram Tarrant", "Bella Tarrant"):
        text = TEXT.replace("B Tarrant", name)
        write(db, make(text=text, path=f"{name}.txt", second=name), Resolver())
    found = rows(db, "SELECT reason FROM people WHERE name = 'B Tarrant'")
    assert found == [("initials only: 2 candidates",)]
    assert rows(db, "SELECT count(*) FROM people") == [(5,)]
    check(db)


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 0, 2), (0, 2, 1)])
def test_order_of_documents_does_not_matter(
    tmp_path: Path, order: tuple[int, ...]
) -> None:
    names = ("B Tarrant", "Bram Tarrant", "Bella Tarrant")
    db = open_database(tmp_path / "x.db")
    for number in order:
        name = names[number]
        text = TEXT.replace("B Tarrant", name)
        write(db, make(text=text, path=f"{name}.txt", second=name), Resolver())
    people = rows(db, "SELECT name, ref, reason FROM people ORDER BY ref")
    assert len(people) == 5
    assert ("B Tarrant", "initials only: 2 candidates") in [
        (name, reason) for name, _, reason in people
    ]


def test_years_apart_do_not_link(db: Database) -> None:
    write(db, make(date="1990-03-04"), Resolver())
    text = TEXT.replace("B Tarrant", "Bram Tarrant")
    write(db, make(text=text, path="x.txt", second="Bram Tarrant"), Resolver())
    reason = rows(db, "SELECT reason FROM people WHERE name = 'B Tarrant'")
    assert reason == [("initials only: no candidates",)]


def test_same_name_in_two_bodies_is_two_people(db: Database) -> None:
    write(db, make(), Resolver())
    other = make(text=TEXT + "x", path="b.txt", body="Averley Trust", council="Averley")
    write(db, other, Resolver())
    sql = "SELECT count(*) FROM people WHERE name = 'Ada Penrose'"
    assert rows(db, sql) == [(2,)]


def test_foreign_writer_in_between(tmp_path: Path) -> None:
    """Two writers, each with a memory of its own, do not give out the same ids."""
    one = open_database(tmp_path / "x.db")
    two = open_database(tmp_path / "x.db")
    writers = [Writer(one, Resolver()), Writer(two, Resolver())]
    for number in range(6):
        extraction = make(text=f"{TEXT}{number}\n", path=f"{number}.txt")
        writers[number % 2].write(prepare(extraction))
    for writer in writers:
        writer.finish()
    assert rows(one, "SELECT count(*) FROM documents") == [(6,)]
    check(one)


def test_unsearchable_rows_are_made_up_for(db: Database) -> None:
    """A load that was killed before its flush leaves rows for the next one."""
    Writer(db, Resolver()).write(prepare(make()))
    assert not rows(db, "SELECT 1 FROM decisions_fts WHERE decisions_fts MATCH 'hedge'")
    Writer(db, Resolver()).finish()
    check(db)


def test_newer_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    db = open_database(path)
    db.conn.execute(f"PRAGMA user_version = {VERSION + 1}")
    db.close()
    for opened in (open_database, open_readonly):
        with pytest.raises(NewerDatabase):
            opened(path)


def test_versions_count_the_migrations(db: Database) -> None:
    assert len(migrations.applied(db)) == VERSION


def test_locked_database_says_so(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    open_database(path).close()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    db = open_database(path, wait=0.05)
    with pytest.raises(LockedDatabase):
        Writer(db, Resolver()).write(prepare(make()))


def test_errors_of_opening(tmp_path: Path) -> None:
    (tmp_path / "text.db").write_text(
        "no database at all, but long enough to tell\n" * 9
    )
    for path in (tmp_path / "text.db", tmp_path, tmp_path / "none" / "x.db"):
        with pytest.raises(StoreError):
            open_database(path)
    with pytest.raises(StoreError, match="no such file"):
        open_readonly(tmp_path / "missing.db")


def test_a_folder_that_cannot_be_written_to_says_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    path.touch()
    with pytest.raises(StoreError, match="VACUUM INTO"), explain(path):
        raise sqlite3.OperationalError("unable to open database file")


def test_synthetic_database_is_sound(tmp_path: Path) -> None:
    path = tmp_path / "made.db"
    make_database(path, 300)
    db = open_database(path)
    assert rows(db, "SELECT count(*) FROM decisions") == [(294,)]
    check(db)


@pytest.mark.parametrize(
    ("title", "standing"),
    [
        ("Apologies for Absence", True),
        ("To receive apologies", True),
        ("Welcome and introductions", True),
        ("Declarations of interest", True),
        ("Disclosure of Disclosable Pecuniary Interests", True),
        ("Minutes", True),
        ("Minutes of the previous meeting", True),
        ("To approve the minutes of 4 March", True),
        ("Date and time of next meeting", True),
        ("Close of meeting", True),
        ("Closure of Mill Lane", False),
        ("Opening of the library", False),
        ("Attendance allowances", False),
        ("Playground", False),
        ("Interest on deposits", False),
        ("Minute book conservation", False),
    ],
)
def test_standing_business(title: str, standing: bool) -> None:
    assert is_standing(title) is standing
