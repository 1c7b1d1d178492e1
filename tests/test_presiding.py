"""Who chaired: the signs of it, their weights, and the one choice."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from reading import read
from test_attendance_prose import attendance

from minutebook import weigh_chairs
from minutebook.assemble.presiding import KEEP, TAKE, pick, read_signs, weigh
from minutebook.assemble.roll import Roll
from minutebook.assets import read_rows
from minutebook.records import Attendee

TOP = "Thornbeck Trust\nMinutes of the meeting of 4 March 2024\n"
LIST = "Present: Ada Penrose, Tom Holt, Ann Bell\n"
REST = "1. Minutes\nThe minutes of the last meeting were approved.\n2. Works\nNoted.\n"

# how minutes say it; who chaired
CHAIRED = [
    (TOP + "The session was led and chaired by Tom Holt.\n" + LIST, "Tom Holt"),
    (TOP + LIST + "As chairperson, Ann Bell conducted the meeting.\n", "Ann Bell"),
    (TOP + "Chair: Tom Holt\n" + LIST, "Tom Holt"),
    (TOP + LIST + "Members elected Ann Bell to Chair the meeting.\n", "Ann Bell"),
    (TOP + "Present: Ada Penrose (Chair), Tom Holt, Ann Bell\n", "Ada Penrose"),
    (TOP + "Present: Mayor Ada Penrose, Tom Holt, Ann Bell\n", "Ada Penrose"),
    (TOP + LIST + "Ann facilitated.\n", "Ann Bell"),
    (TOP + LIST + "The firm that facilitated the works was paid.\n", None),
    (TOP + LIST + "Tom Holt opened the meeting with a prayer.\n", None),
    (TOP + LIST + "A motion to elect Ann Bell as moderator was carried.\n", "Ann Bell"),
    (TOP + "Called to order by President Jo 2X4MZ at 7 pm\n", "Jo"),
    (
        TOP + "Present: Tom Holt\n\nMayor Ada Penrose\n\nAnn Bell, Clerk\n\n"
        "Mayor Penrose closed the public hearing.\n",
        "Ada Penrose",
    ),
    (
        TOP + "Present:\nAnn Bell, Director of Works\nTom Holt\nAda Penrose\n\n"
        "The Chair (Director of Works) welcomed all who came and Tom Holt.\n",
        "Ann Bell",
    ),
    (TOP + LIST, None),
    (TOP + LIST + "The treasurer thanked Ann Bell for the figures.\n", None),
]


@pytest.mark.parametrize(("text", "expected"), CHAIRED, ids=range(len(CHAIRED)))
def test_who_chaired(text: str, expected: str | None) -> None:
    found = [x.name for x in attendance(text + REST) if x.chair]
    assert found == ([expected] if expected else [])


def test_the_front_matter_may_say_it() -> None:
    text = f"---\nchairman: Tom Holt\n---\n\n{TOP}\n{LIST}\n{REST}"
    assert [x["name"] for x in read(text)["attendance"] if x["chair"]] == ["Tom Holt"]


def people(*names: str, **more: object) -> list[Attendee]:
    return [
        Attendee(x, 0, 0, "present", rule="roster-label", **more)  # type: ignore[arg-type]
        for x in names
    ]


# a sentence, of whom it shows something, a sign it shows
SIGNS = [
    ("Chair: Ada Penrose.", 0, "chair>=:"),
    ("The meeting was chaired by Ada Penrose.", 0, "chaired>meeting"),
    ("TH opened the meeting.", 1, "opened<="),
    ("Cllr Tom Holt (Vice-Chair) came.", 1, "deputy<=("),
    ("Ada Penrose is chair of the Data Panel.", 0, "of<is"),
    ("Chair.\nNotes by Ada Penrose", 0, "chair>~2"),
]


@pytest.mark.parametrize(("text", "at", "sign"), SIGNS, ids=[x for x, *_ in SIGNS])
def test_signs(text: str, at: int, sign: str) -> None:
    found = read_signs(Roll(text, people("Ada Penrose", "Tom Holt")))
    assert sign in found[at]
    assert sign not in found[1 - at]


def test_a_surname_of_two_names_neither() -> None:
    found = read_signs(Roll("Chair: Holt.", people("Ada Holt", "Tom Holt")))
    assert not [
        x for traits in found.values() for x in traits if x.startswith("chair>")
    ]


def test_names_in_capitals_are_known_by_small_letters() -> None:
    found = read_signs(Roll("Chaired by Tom Holt", people("ADA BELL", "TOM HOLT")))
    assert "chaired>by" in found[1]


def test_one_is_chosen_if_likely_enough() -> None:
    listed = people("Ada Penrose", "Tom Holt")
    assert pick(listed, {0: TAKE + 0.1, 1: TAKE + 0.2}) == 1
    assert pick(listed, {0: TAKE - 0.1, 1: 0.01}) is None
    assert pick(people("Ada Penrose", chair=True), {0: KEEP + 0.01}) == 0
    assert pick(listed, {}) is None
    ruled = [*people("Ada Penrose"), *people("Tom Holt", chair=True)]
    assert pick(ruled, {0: KEEP, 1: KEEP - 0.02}) == 1
    assert pick(ruled, {0: TAKE + 0.1, 1: KEEP - 0.02}) == 0
    assert pick(ruled, {0: KEEP, 1: 0.01}) is None


def test_weights_hold_no_names() -> None:
    table = {x["trait"]: float(x["weight"]) for x in read_rows("chair_weights.tsv")}
    assert weigh(()) == pytest.approx(weigh(("no such sign",)))
    assert table["chaired>meeting"] > 0 > table["role:officer"]
    assert not {"role:holt", ">smith", "<jones"} & {*table}


def test_weights_are_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(weigh_chairs, "FOLDS", 2)
    for body in ("one", "two"):
        for kind in ("docs", "gold"):
            (tmp_path / kind / body).mkdir(parents=True)
        text = TOP + "Present: Ada Penrose (Chair), Tom Holt\n" + REST
        (tmp_path / "docs" / body / "a.txt").write_text(text)
        listed = [{"name": "Ada Penrose", "chair": True}, {"name": "Tom Holt"}]
        gold = {"document": f"{body}/a.txt", "attendance": listed}
        (tmp_path / "gold" / body / "a.txt.gold.json").write_text(json.dumps(gold))
    output = tmp_path / "weights.tsv"
    folders = [str(tmp_path / "docs"), str(tmp_path / "gold")]
    monkeypatch.setattr(sys, "argv", ["weigh", *folders, "--output", str(output)])
    weigh_chairs.main()
    assert "rules alone: all: 2 documents: P 1.000 R 1.000" in capsys.readouterr().out
    assert output.read_text().startswith("trait\tweight\nalways\t")
