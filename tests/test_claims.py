"""Which posts and bodies are those of the person for whom they were read."""

from __future__ import annotations

from pathlib import Path

import pytest

from minutebook.assets import read_rows
from minutebook.preamble.claims import (
    looks_like,
    read_claims,
    weigh,
    without_false_claims,
)
from minutebook.records import Attendee, Span
from minutebook.weigh_claims import count_weights, read_minutes


def person_of(text: str, name: str, **said: str) -> Attendee:
    """Return an attendee whose post and body stand in a text as they are given."""
    start = text.index(name)
    spans = {k: Span(text.index(v), text.index(v) + len(v)) for k, v in said.items()}
    return Attendee(
        name,
        start,
        start + len(name),
        "present",
        role=said.get("role"),
        organisation=said.get("organisation"),
        role_span=spans.get("role"),
        organisation_span=spans.get("organisation"),
        group="Present",
        rule="roster-label",
    )


LISTED = (
    "Present:\nAda Penrose, Clerk\nTom Holt, Treasurer\nAnn Bell, Thornbeck Trust\n"
    "Bo Pike, Holt Parish Council\nLee Marsh\nHeather Weirs and sluices\n"
)
# name, kind, what was read for it, whether it stays
ROWS = [
    ("Ada Penrose", "role", "Clerk", True),
    ("Tom Holt", "role", "Treasurer", True),
    ("Ann Bell", "organisation", "Thornbeck Trust", True),
    ("Bo Pike", "organisation", "Holt Parish Council", True),
    ("Lee Marsh", "organisation", "Heather Weirs", False),
]


def people_of(text: str) -> list[Attendee]:
    return [person_of(text, name, **{kind: said}) for name, kind, said, _ in ROWS]


@pytest.mark.parametrize("row", ROWS, ids=lambda x: x[0])
def test_what_stays(row: tuple[str, str, str, bool]) -> None:
    name, kind, said, stays = row
    found = {x.name: x for x in without_false_claims(LISTED, people_of(LISTED))}
    assert getattr(found[name], kind) == (said if stays else None)
    assert (getattr(found[name], f"{kind}_span") is not None) is stays


def test_the_next_of_a_list_is_no_body() -> None:
    text = "Members: Oleg Marsh, Rui Pikkarainen, Tove Holt, Bo Bell, Ann Ashby\n"
    people = [person_of(text, "Oleg Marsh", organisation="Rui Pikkarainen")]
    people += [person_of(text, x) for x in ("Tove Holt", "Bo Bell", "Ann Ashby")]
    assert without_false_claims(text, people)[0].organisation is None


def test_traits_say_how_the_others_have_theirs() -> None:
    first, *_ = read_claims(LISTED, people_of(LISTED))
    assert {"role-post", "role-behind:,", "role-then-behind:line"} <= {*first.traits}


# words, as what they look
LOOKS = [
    ("Vice Chairman", "post"),
    ("Marl Parish Council", "body"),
    ("Ann Bell", "person"),
    ("wet weather", "open"),
]


@pytest.mark.parametrize("row", LOOKS, ids=lambda x: x[0])
def test_looks(row: tuple[str, str]) -> None:
    assert looks_like(row[0]) == row[1]


def test_weights_have_no_double_and_know_always() -> None:
    traits = [x["trait"] for x in read_rows("claim_weights.tsv")]
    assert len(traits) == len({*traits})
    assert "always" in traits
    assert 0 < weigh(()) < 1


def test_weights_are_counted_from_folders(tmp_path: Path) -> None:
    docs, gold = tmp_path / "docs", tmp_path / "gold"
    docs.mkdir()
    gold.mkdir()
    (docs / "a.txt").write_text(
        "Thornbeck Parish Council\n\nMinutes of the meeting of 4 March 2024\n\n"
        "Present: Ada Penrose (Clerk), Tom Holt (Treasurer), Ann Bell\n\n"
        "1. Minutes\n\nThe minutes were approved.\n"
    )
    (gold / "a.txt.gold.json").write_text(
        '{"document": "a.txt", "attendance": [{"name": "Ada Penrose", "role": "Clerk",'
        ' "status": "present"}, {"name": "Tom Holt", "role": "Warden"}]}'
    )
    (page,) = read_minutes(docs, gold)
    assert [(x.words, right) for x, right, _ in page.claims] == [
        ("Clerk", True),
        ("Treasurer", False),
    ]
    assert "always" in count_weights([page])
