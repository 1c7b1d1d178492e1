"""Actions: marks behind the task, logs of actions, deadlines."""

from __future__ import annotations

from typing import Any

import pytest
from reading import minutes, read

PRESENT = "Ada Penrose (AP) Chair, Tom Holt (TH), Jo Marsh (JM), Lee Orr (LO) Clerk"

# what is told, and the tasks it holds, each with whose it is
Tasks = list[tuple[str, list[str]]]
MARKED: list[tuple[str, Tasks]] = [
    # a given name in capitals, behind a dash or alone
    (
        "Poster to go up before the fair - TOM",
        [("Poster to go up before the fair - TOM", ["Tom Holt"])],
    ),
    (
        "Marquee: licence needs paying for (£30) JO",
        [("Marquee: licence needs paying for (£30) JO", ["Jo Marsh"])],
    ),
    ("The gate was painted by TOM", []),
    ("A card was sent to JO", []),
    ("Thanks were given, and seconded JM", []),
    # an order behind a dash or colon, with a name behind a comma or in brackets
    ("Marquee - get a price, Tom", [("Marquee - get a price, Tom", ["Tom Holt"])]),
    (
        "Message to staff: come back with two plans (T. Holt)",
        [("Message to staff: come back with two plans (T. Holt)", ["Tom Holt"])],
    ),
    ("Marquee - price of it was too much, Tom", []),
    # in the midst of a paragraph
    (
        "The cook leaves in May, the team will buy a present - Jo. It was wet.",
        [("The cook leaves in May, the team will buy a present - Jo.", ["Jo Marsh"])],
    ),
    (
        "thanks to the cook for all her work; some soap to be bought for her (Jo)",
        [("some soap to be bought for her (Jo)", ["Jo Marsh"])],
    ),
    # who is to act, and how
    (
        "ask the owner for a look at the deeds (Tom to ring)",
        [("ask the owner for a look at the deeds (Tom to ring)", ["Tom Holt"])],
    ),
    ("the deeds were looked at last year (Tom to chair)", []),
    # a cell of the row that stands behind a bar
    (
        "The hedge was wet. The deeds be found | TH/JM",
        [("The deeds be found", ["Tom Holt", "Jo Marsh"])],
    ),
    ("Item | Discussion of it all | Action", []),
    # letters of a body that is spelt out before
    ("It is to go to the Advisory Committee on Trees (ACT).", []),
    # the name in brackets on a line of its own
    (
        "A talk for all of them would be set up.\n\n[Mr Holt]",
        [("A talk for all of them would be set up.", ["Tom Holt"])],
    ),
    ("The rain fell all day.\n\n[Mr Holt left the room]", []),
    # a sentence that ends with what somebody owns
    (
        "The stile is the county's. Tom will ring them.",
        [("Tom will ring them.", ["Tom Holt"])],
    ),
]


@pytest.mark.parametrize(("told", "tasks"), MARKED)
def test_mark_behind_a_task_tells_whose_it_is(told: str, tasks: Tasks) -> None:
    found = minutes(f"1. Fair\n\n{told}\n\n2. Any other business\n\nNone.", PRESENT)
    assert [(x["text"], x["owners"]) for x in found["actions"]] == tasks


Rows = list[tuple[str, list[str], str | None]]
LOGS: list[tuple[str, Rows]] = [
    (
        "| Ref | Date | Action | Officer | Status |\n|---|---|---|---|---|\n"
        "| 1 | 12/01/24 | Share the map | Tom Holt | Done |\n"
        "| 2 | 12/01/24 | Paint the gate | Jo Marsh | 14 May 2024 |\n"
        "| 3 | 12/01/24 | Ring the school | Tom Holt | Outstanding |\n",
        [
            ("Paint the gate", ["Jo Marsh"], "2024-05-14"),
            ("Ring the school", ["Tom Holt"], None),
        ],
    ),
    (
        "| Officer | Report |\n|---|---|\n| Tom Holt | The gate was painted in May |\n",
        [],
    ),
    # a cell a line, as texts out of other formats have it
    (
        "Action |\nWho |\nWhen |\nPaint the gate |\nT Holt |\n14 May 2024 |\n"
        "Ring the school |\nChair |\n |\nMend the stile |\nJ Marsh |\nDone |\n",
        [
            ("Paint the gate", ["Tom Holt"], "2024-05-14"),
            ("Ring the school", ["Ada Penrose"], None),
        ],
    ),
    ("Who |\nWhat |\nWhen |\nThe gate was painted in May |\nand it was wet |\n", []),
]


def plain(body: str) -> dict[str, Any]:
    """Return the record of minutes in plain text with this body."""
    head = "Thornbeck Parish Council\n\nMinutes of the meeting held on 4 March 2024\n\n"
    return read(f"{head}Present: {PRESENT}\n\n{body}", "minutes.txt")


@pytest.mark.parametrize(("table", "rows"), LOGS)
def test_log_of_actions_tells_who_and_when(table: str, rows: Rows) -> None:
    text = f"1. Log\n\n{table}\n\n2. Any other business\n\nNone."
    found = minutes(text, PRESENT) if "---" in table else plain(text)
    assert [(x["text"], x["owners"], x["due"]) for x in found["actions"]] == rows
