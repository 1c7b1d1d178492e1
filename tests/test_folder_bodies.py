"""The names of one body in the minutes of one folder are joined, and no others."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from made_minutes import TEXT, make
from sqlite_utils import Database

from minutebook.grammar.keys import organisation_key
from minutebook.resolve import Resolver
from minutebook.store import Writer, open_database, write

A, B, C = "Thornbeck Town Council", "Averley Town Council", "Orlake District Council"
SAFE = "Local Safeguarding Children Board"
# Path, council, body and year of each document; then which of them one body held.
JOINED = [
    # A council named here and left out there.
    (
        [
            ("a/1", C, "Municipal District of Fenby", 2018),
            ("a/2", None, "Municipal District of Fenby", 2014),
        ],
        "00",
    ),
    ([("a/1", A, A, 2018), ("a/2", None, "The Council", 2019)], "00"),
    ([("a/1", A, A, 2018), ("a/2", None, "Full Council", 2018)], "00"),
    # Councils merge: in another day another one is "the Council".
    ([("a/1", A, A, 2010), ("a/2", None, "Council", 2019)], "01"),
    ([("a/1", A, A, 2018), ("a/2", B, B, 2018), ("a/3", None, "Council", 2018)], "012"),
    # The shorter name leaves out whose it is.
    (
        [
            ("a/1", None, "Fenby Health and Wellbeing Board", 2018),
            ("a/2", None, "Board", 2018),
        ],
        "00",
    ),
    (
        [
            ("a/1", None, "Fenby Quarry Liaison Committee", 2018),
            ("a/2", None, "Liaison Committee", 2009),
        ],
        "00",
    ),
    (
        [
            ("a/1", None, "Parents Association of Fenby School", 2018),
            ("a/2", None, "Parents Association", 2018),
        ],
        "00",
    ),
    (
        [
            ("a/1", None, "Quarry Liaison", 2018),
            ("a/2", None, "Quarry Liaison Committee", 2018),
        ],
        "00",
    ),
    # Sisters of one council.
    (
        [
            ("a/1", None, "North Planning Committee", 2018),
            ("a/2", None, "Planning Committee", 2018),
        ],
        "01",
    ),
    (
        [
            ("a/1", None, "Children's Services Committee", 2018),
            ("a/2", None, "Services Committee", 2018),
        ],
        "01",
    ),
    (
        [
            ("a/1", None, "Planning Committee", 2018),
            ("a/2", None, "Finance Committee", 2018),
            ("a/3", None, "Committee", 2018),
        ],
        "012",
    ),
    (
        [
            ("a/1", None, "Fenby Residents Association", 2018),
            ("a/2", None, "Fenby Residents Association Committee", 2018),
        ],
        "01",
    ),
    # First letters.
    (
        [
            ("a/1", None, "Averley Vale Residents' Association", 2018),
            ("a/2", None, "AVRA", 2012),
        ],
        "00",
    ),
    (
        [
            ("a/1", None, "Averley Vale Residents' Association", 2018),
            ("a/2", None, "TVRA", 2018),
        ],
        "01",
    ),
    ([("a/1", None, "AVRA", 2018), ("b/2", None, "AVRA", 2018)], "01"),
    (
        [
            ("a/1", None, "Averley Vale Residents' Association Committee", 2018),
            ("a/2", None, "AVRA Committee", 2018),
        ],
        "00",
    ),
    (
        [
            ("a/1", None, "Averley Vale Residents' Association Committee", 2018),
            ("a/2", None, "AVRA Panel", 2018),
        ],
        "01",
    ),
    # Slips.
    (
        [
            ("a/1", None, "Quarry Working Forum", 2018),
            ("a/2", None, "Quarry Working Forum", 2018),
            ("a/3", None, "uarry Working Forum", 2018),
        ],
        "000",
    ),
    (
        [("a/1", A, A, 2018), ("a/2", A, A, 2018), ("a/3", f"of{A}", f"of{A}", 2018)],
        "000",
    ),
    (
        [
            ("a/1", None, "Ward 1 Liaison Forum", 2018),
            ("a/2", None, "Ward 1 Liaison Forum", 2018),
            ("a/3", None, "Ward 2 Liaison Forum", 2018),
        ],
        "002",
    ),
    # A committee belongs to the one council of its folder.
    (
        [
            ("a/1", A, A, 2018),
            ("a/2", A, A, 2018),
            ("a/3", A, "Planning Committee", 2018),
            ("a/4", None, "Planning Committee", 2018),
        ],
        "0022",
    ),
    # A body of many places is one in its folder only.
    ([("a/1", None, SAFE, 2018), ("b/2", None, SAFE, 2018)], "01"),
    ([("a/2018/1", None, SAFE, 2018), ("a/Minutes 2019/2", None, SAFE, 2019)], "00"),
    ([("a/2018/1", None, SAFE, 2018), ("b/2018/2", None, SAFE, 2018)], "01"),
]


@pytest.mark.parametrize(("meetings", "expected"), JOINED)
def test_bodies_of_a_folder(meetings: list[tuple[Any, ...]], expected: str) -> None:
    for step in (1, -1):
        found = Resolver().identify_all([(*x, None) for x in meetings[::step]])[::step]
        keys = [x.body_key for x in found]
        assert "".join(str(keys.index(x)) for x in keys) == expected


@pytest.fixture
def db(tmp_path: Path) -> Database:
    return open_database(tmp_path / "minutes.db")


def _write(db: Database, number: int, council: str | None, body: str) -> int:
    text = f"{TEXT}{number}"
    made = make(text=text, path=f"a/{number}.txt", council=council, body=body)
    return write(db, made, Resolver()).document_id


def _rows(db: Database, sql: str) -> list[tuple[Any, ...]]:
    return db.conn.execute(sql).fetchall()


@pytest.mark.parametrize("order", [(1, 2, 3), (3, 2, 1), (2, 3, 1)])
def test_what_a_joined_meeting_says_goes_along(
    db: Database, order: tuple[int, ...]
) -> None:
    told = {1: (A, A), 2: (None, "Council"), 3: (None, "Council")}
    for number in order:
        _write(db, number, *told[number])
    assert _rows(db, "SELECT name FROM bodies") == [(A,)]
    assert _rows(db, "SELECT count(*), count(DISTINCT body_id) FROM decisions") == [
        (6, 1)
    ]
    assert len(_rows(db, "SELECT id FROM people")) == 3
    assert _rows(db, "PRAGMA foreign_key_check") == []


def test_refs_of_joined_bodies_lead_on(db: Database) -> None:
    _write(db, 2, None, "Council")
    old = _rows(db, "SELECT ref FROM bodies")[0]
    person = _rows(db, "SELECT ref FROM people WHERE name LIKE '%Penrose'")[0]
    _write(db, 1, A, A)
    led = "SELECT target FROM redirects WHERE ref = '%s'"
    assert _rows(db, led % old) == _rows(db, "SELECT ref FROM bodies")
    assert _rows(db, led % person) == _rows(
        db, "SELECT ref FROM people WHERE name LIKE '%Penrose'"
    )


def test_a_meeting_goes_back_when_the_fuller_name_is_gone(db: Database) -> None:
    other = _write(db, 1, A, A)
    _write(db, 2, None, "Council")
    writer = Writer(db, Resolver())
    writer.remove(other)
    writer.finish()
    assert _rows(db, "SELECT name, council_id FROM bodies") == [("Council", None)]
    assert len(_rows(db, "SELECT id FROM people")) == 3
    assert _rows(db, "SELECT ref FROM redirects WHERE ref IN (SELECT ref FROM bodies"
                 " UNION SELECT ref FROM people)") == []  # fmt: skip
    assert _rows(db, "PRAGMA foreign_key_check") == []


# Two councils and what their minutes name; whether it is one organisation.
NAMED = [
    ("Planning Committee", False),
    ("The Parish Council", False),
    ("Council", False),
    ("Village Hall Committee", False),
    ("Residents' Association", False),
    ("Health and Safety Executive", True),
    ("Arts Council", True),
    ("Environment Agency", True),
    ("Fenby Planning Committee", True),
    ("Department for Transport", True),
]


@pytest.mark.parametrize(("name", "one"), NAMED)
def test_an_organisation_of_every_place(name: str, one: bool) -> None:
    resolver = Resolver()
    keys = {
        resolver.organisation_key(
            organisation_key(name), resolver.identify(council, None, folder="x")
        )
        for council in (A, B)
    }
    assert (len(keys) == 1) is one


def test_an_organisation_goes_along_with_its_meeting(db: Database) -> None:
    for number, council, body in ((2, None, "Council"), (1, A, A)):
        made = make(
            text=f"{TEXT}{number}", path=f"a/{number}.txt", council=council, body=body
        )
        named = tuple(
            x._replace(name="Finance Committee") for x in made.mentions.organisations
        )
        mentions = replace(made.mentions, organisations=named)
        write(db, replace(made, mentions=mentions), Resolver())
    sql = "SELECT key FROM organisations WHERE name = 'Finance Committee'"
    assert _rows(db, sql) == [("thornbeck town council|finance committee",)]
    assert _rows(db, "PRAGMA foreign_key_check") == []
