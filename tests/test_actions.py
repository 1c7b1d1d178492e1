"""Actions: labels, brackets, margins, columns, sentences; and declarations."""

from __future__ import annotations

import pytest
from reading import minutes

PRESENT = "Ada Penrose (AP) Chair, Tom Holt (TH), Jo Marsh (JM), Lee Orr (LO) Clerk"

ACTIONS = [
    ("Action: TH to write to the county.", ["Tom Holt"]),
    ("TH to write to the county about the stile.", ["Tom Holt"]),
    ("JM will speak to the school about the fence.", ["Jo Marsh"]),
    ("The hedge needs a trim before May. (Action: Tom Holt)", ["Tom Holt"]),
    ("AP and TH to meet the builder on site.", ["Ada Penrose", "Tom Holt"]),
    ("The Clerk will order the new sign.", ["Lee Orr"]),
    ("Jo Marsh offered to water the tubs.", ["Jo Marsh"]),
    ("It was agreed that TH would ring the surveyor.", ["Tom Holt"]),
]

NO_ACTIONS = [
    "The road will close in June.",
    "XY to write to the county.",
    "It was agreed that the Council would not reply.",
    "The Council agreed to adopt the policy.",
    "Action: form a group to look at parking.",
    "They will have to wait.",
]


@pytest.mark.parametrize(("text", "owners"), ACTIONS)
def test_action(text: str, owners: list[str]) -> None:
    found = minutes(f"1. Bench\n\n{text}\n\n2. Any other business\n\nNone.", PRESENT)
    assert [x["owners"] for x in found["actions"]] == [owners]


@pytest.mark.parametrize("text", NO_ACTIONS)
def test_no_action(text: str) -> None:
    found = minutes(f"1. Bench\n\n{text}\n\n2. Any other business\n\nNone.", PRESENT)
    assert found["actions"] == []


def test_due_date_is_read_against_the_meeting() -> None:
    found = minutes("1. Bench\n\nAction: TH to mend the bench by 3 May.", PRESENT)
    assert [x["due"] for x in found["actions"]] == ["2024-05-03"]


def test_action_table() -> None:
    found = minutes(
        "1. Bench\n\nThe bench was discussed.\n\n| Action | By whom | By when |\n|---"
        "|---|---|\n"
        "| Mend the bench | TH | 03/05/2024 |\n| Paint the gate | JM | 10/05/2024 |\n",
        PRESENT,
    )
    assert [(x["text"], x["owners"], x["due"]) for x in found["actions"]] == [
        ("Mend the bench", ["Tom Holt"], "2024-05-03"),
        ("Paint the gate", ["Jo Marsh"], "2024-05-10"),
    ]


def test_declarations_name_who_and_none_is_no_row() -> None:
    found = minutes(
        "1. Declarations of interest\n\nCllr Tom Holt declared a personal interest in "
        "item 4.\n\n"
        "2. Planning\n\nThere were no declarations."
    )
    assert [(x["item"], x["name"]) for x in found["declarations"]] == [
        ("1", "Tom Holt")
    ]
