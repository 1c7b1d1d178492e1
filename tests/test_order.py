"""The order of loading and the number of workers change nothing that refs can tell."""

from __future__ import annotations

from pathlib import Path

import pytest
from without_ids import without_ids

from minutebook.bulk import LoadOptions, load
from minutebook.store import open_database
from minutebook.store.refs import better_name, body_ref, entity_ref, person_ref

TITLES = ("The Averley Trust", "AVERLEY TRUST", "Averley Trust")
NAMES = ("Mr Quayle", "Quayle", "D Quayle", "Denzil Quayle")


def write(folder: Path) -> list[Path]:
    """Write minutes that say the same in many ways; return their paths."""
    folder.mkdir()
    for number in range(8):
        path = folder / f"{number}.txt"
        path.write_text(
            f"""{"Averley Town Council" if number % 3 else "AVERLEY TOWN COUNCIL"}

{"Planning Committee" if number % 2 else "Full Council"}

Minutes of the meeting held on Monday {number + 4} March 2019 at 7.30pm

Present: Councillors Ada Penrose (Chair), Bram Okafor and {NAMES[number % 4]}

1. Apologies
Apologies were received from {"Councillor" if number % 2 else "Cllr"} Una Vosper.

2. Allotments
The {TITLES[number % 3]} had written. RESOLVED that the rent be £{number}.00.
Proposed by Cllr {NAMES[number % 4]}, seconded by Cllr {"A " * (number % 2)}Penrose.
"""
        )
    return sorted(folder.iterdir())


def test_the_order_of_loading_changes_no_ref_and_no_name(tmp_path: Path) -> None:
    paths = write(tmp_path / "in")
    found = []
    for place, (order, workers) in enumerate(
        ((paths, 1), (paths[::-1], 2), (paths[3:] + paths[:3], 1))
    ):
        database = tmp_path / f"{place}.db"
        load(order, database, LoadOptions(workers=workers))
        db = open_database(database)
        found.append(without_ids(db.conn))
        db.close()
    first, *others = found
    assert len(first["documents"]) == len(paths)
    assert len(first["decisions"]) >= len(paths)
    assert first["people"]
    for other in others:
        assert other == first


def test_one_load_after_the_other_ends_as_one_load_of_all(tmp_path: Path) -> None:
    paths = write(tmp_path / "in")
    options = LoadOptions(workers=1)
    for path in reversed(paths):
        load([path], tmp_path / "one-by-one.db", options)
    load(paths, tmp_path / "at-once.db", options)
    found = []
    for name in ("one-by-one", "at-once"):
        db = open_database(tmp_path / f"{name}.db")
        found.append(without_ids(db.conn))
        db.close()
    assert found[0] == found[1]


@pytest.mark.parametrize(
    ("key", "ref"),
    [
        ("averley trust", "averley-trust"),
        ("club " * 20, None),  # too long to be told whole
        ("ελλάς", None),  # no letters that a ref may have
    ],
)
def test_a_ref_tells_its_key_or_bears_a_hash(key: str, ref: str | None) -> None:
    made = entity_ref(key)
    assert made == ref or (ref is None and made[-8:].isalnum() and len(made) <= 69)
    assert made != entity_ref(f"{key} x")


def test_refs_of_bodies_and_people() -> None:
    own = body_ref("averley town council|averley town council")
    assert own == "averley-town-council"
    assert body_ref("|averley town council") != own
    one, two = (body_ref(f"{x} town council|planning") for x in ("averley", "thorn"))
    assert one != two
    assert one.startswith("planning-")
    assert person_ref("ada penrose", "a|b") != person_ref("ada penrose", "a|c")


@pytest.mark.parametrize("names", [TITLES, ("ada penrose", "Ada Penrose")])
def test_the_better_name_is_the_same_from_either_side(names: tuple[str, ...]) -> None:
    for one in names:
        for two in names:
            assert better_name(one, two) == better_name(two, one)
    assert better_name(*names[:2]) == max(names[:2], key=lambda x: x.istitle())
