"""Who is one person and who is not, among the names that documents of one body use."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_minutes import TEXT, make

from minutebook.records import NamedPerson
from minutebook.resolve import Resolver, link_short
from minutebook.store import open_database, write

# The names in each document of a body, a year apart; then who stands for whom.
LINKS = [
    # A letter of a surname lost, gained, mistaken or moved.
    ("ada penrose/ada penrose/ada penrse", {"ada penrse": "ada penrose"}),
    ("ada penrose/ada penrose/ada penrosse", {"ada penrosse": "ada penrose"}),
    ("olwen vosper/olwen vosper/olwen vospar", {"olwen vospar": "olwen vosper"}),
    ("olwen vosper/olwen vosper/olwen vopser", {"olwen vopser": "olwen vosper"}),
    (
        "ada jane penrose/ada jane penrose/ada jane penrse",
        {"ada jane penrse": "ada jane penrose"},
    ),
    # A given name with one letter for two; a long one.
    ("allan tarrant/allan tarrant/alan tarrant", {"alan tarrant": "allan tarrant"}),
    ("alastair holt/alastair holt/alistair holt", {"alistair holt": "alastair holt"}),
    # Other given names, surnames too short, another first letter.
    ("john tarrant/joan tarrant", {}),
    ("paul tarrant/paula tarrant", {}),
    ("ada lee/ada lea", {}),
    ("ada harrow/ada barrow", {}),
    # Both named at once: the document had the chance to say that they are one.
    ("ada penrose/ada penrose ada penrse", {}),
    # Two for whom it could stand; years apart.
    ("ada penrose ada penrase/ada penrse", {}),
    ("ada penrose/////////ada penrse", {}),
    # Initials look past a slip.
    (
        "allan tarrant/alan tarrant/allan tarrant/a tarrant",
        {"alan tarrant": "allan tarrant", "a tarrant": "allan tarrant"},
    ),
]


def _people(documents: str) -> list[NamedPerson]:
    return [
        NamedPerson(number, " ".join(pair), 2010 + number)
        for number, names in enumerate(documents.split("/"))
        for pair in _pairs(names.split())
    ]


def _pairs(words: list[str]) -> list[list[str]]:
    return [words[:2], words[2:]] if len(words) == 4 else [words] if words else []


@pytest.mark.parametrize(("documents", "expected"), LINKS)
def test_who_stands_for_whom(documents: str, expected: dict[str, str]) -> None:
    for people in (_people(documents), _people(documents)[::-1]):
        found = {x.person.key: x.key for x in link_short(people) if x.key}
        assert found == expected


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_a_slip_goes_to_the_person_meant(tmp_path: Path, order: list[int]) -> None:
    db = open_database(tmp_path / "x.db")
    names = ("Bram Tarrant", "Bram Tarrant", "Bram Tarant")
    for number in order:
        name = names[number]
        text = TEXT.replace("B Tarrant", name) + str(number)
        write(db, make(text=text, path=f"{number}.txt", second=name), Resolver())
    sql = "SELECT id, name FROM people WHERE name LIKE 'Bram%'"
    assert [x[1] for x in db.conn.execute(sql)] == ["Bram Tarrant"]
    found = db.conn.execute("SELECT count(DISTINCT seconder_id) FROM decisions")
    assert found.fetchone() == (1,)
    assert db.conn.execute("PRAGMA foreign_key_check").fetchall() == []


def test_initials_behind_a_surname_are_those_before_it(tmp_path: Path) -> None:
    db = open_database(tmp_path / "x.db")
    for number, name in enumerate(("Tarrant (B)", "B Tarrant", "Bram Tarrant")):
        text = TEXT.replace("B Tarrant", name)
        write(db, make(text=text, path=f"{number}.txt", second=name), Resolver())
    people = db.conn.execute("SELECT name FROM people WHERE name LIKE '%Tarrant%'")
    assert people.fetchall() == [("Bram Tarrant",)]
    assert db.conn.execute("PRAGMA foreign_key_check").fetchall() == []
