"""Boxes and signs that say who came and what is still to be done."""

from __future__ import annotations

from reading import read

HEAD = "# Weir Club\n\nMinutes of the meeting held on 4 March 2024\n\n"


def statuses(text: str) -> list[tuple[str, str]]:
    return [(x["name"], x["status"]) for x in read(text)["attendance"]]


def test_an_empty_box_beside_ticked_ones_says_who_was_not_there() -> None:
    text = f"{HEAD}## Attendance\n\n- [x] Ada Penrose\n- [X] Tom Holt\n- [ ] Jo Marsh\n"
    assert statuses(text) == [
        ("Ada Penrose", "present"),
        ("Tom Holt", "present"),
        ("Jo Marsh", "absent"),
    ]


def test_boxes_that_nobody_ticked_say_nothing() -> None:
    text = f"{HEAD}## Present\n\n- [ ] Ada Penrose\n- [ ] Tom Holt\n"
    assert {x for _, x in statuses(text)} == {"present"}


def test_coloured_signs_in_a_table() -> None:
    text = (
        f"{HEAD}| Name | Role | Present |\n|---|---|---|\n| Ada Bell | Chair | ✅ |\n"
        "| Tom Holt | Treasurer | ✔️ |\n| Jo Marsh | Secretary | ❌ |\n"
    )
    assert [x for _, x in statuses(text)] == ["present", "present", "absent"]


def test_a_task_behind_an_empty_box() -> None:
    text = (
        f"{HEAD}Present: Ada Penrose, Tom Holt\n\n## Nets\n\nThe nets are old.\n\n"
        "- [ ] Tom Holt to buy new nets by 1 April\n"
    )
    (task,) = read(text)["actions"]
    assert task["owners"] == ["Tom Holt"]
    assert task["text"] == "Tom Holt to buy new nets by 1 April"
    assert task["due"] == "2024-04-01"
