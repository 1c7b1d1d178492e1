"""Actions: the marks of a cell of who is to act, each with its task in another cell."""

from __future__ import annotations

from typing import Any

import pytest
from reading import read

HEAD = (
    "<h1>Thornbeck Parish Council</h1><p>Minutes of the meeting held on 4 March 2024"
    " at 7.30pm in the Reading Room.</p><p>Present: Cllr Ada Penrose (Chair), Cllr Tom"
    " Holt, Cllr Jo Marsh, Lee Orr (Clerk)</p>"
)
Tasks = list[tuple[str, list[str]]]
GATE = "Mr Holt said that he would look at the gate."
TUBS = "Mrs Marsh will water the tubs in June."
STILE = "The Clerk to write to the county about the stile."
# the paragraphs of a cell, the lines of the cell beside it, and the tasks
CELLS: list[tuple[list[str], list[str], Tasks]] = [
    # names below one another, each of whom acts in a sentence of its own
    (
        ["It was a wet month. " + GATE, "The tubs are dry. " + TUBS],
        ["Tom Holt", "Jo Marsh"],
        [(GATE, ["Tom Holt"]), (TUBS, ["Jo Marsh"])],
    ),
    (
        [GATE, TUBS, STILE + " It was wet."],
        ["TH", "JM", "LO"],
        [(GATE, ["Tom Holt"]), (TUBS, ["Jo Marsh"]), (STILE, ["Lee Orr"])],
    ),
    # two on one line, or joined over two, go together
    (
        ["Tom Holt and Jo Marsh agreed to measure the hall.", "It was cold. " + STILE],
        ["Tom Holt &", "Jo Marsh", "Clerk"],
        [
            (
                "Tom Holt and Jo Marsh agreed to measure the hall.",
                ["Tom Holt", "Jo Marsh"],
            ),
            (STILE, ["Lee Orr"]),
        ],
    ),
    # both act together where no sentence tells them apart
    (
        ["The hedge is high. It is to be cut before the fair."],
        ["Tom Holt", "Jo Marsh"],
        [("It is to be cut before the fair.", ["Tom Holt", "Jo Marsh"])],
    ),
    # the holder of a post, in a cell that opens with something else to be done
    (
        [
            "The lane is due to be mended, but the county is late. Mr Holt asked if a"
            " day was known. " + STILE
        ],
        ["Lee Orr"],
        [(STILE, ["Lee Orr"])],
    ),
    # the label of a task is no part of it
    (
        ["The roof was looked at.", "Action: Tom Holt to ask for a price."],
        ["Tom Holt"],
        [("Tom Holt to ask for a price.", ["Tom Holt"])],
    ),
]


def _row(cells: list[str]) -> str:
    return "<tr>" + "".join(f"<td>{x}</td>" for x in cells) + "</tr>"


def _table(said: list[str], marks: list[str], who: str) -> dict[str, Any]:
    rows = [
        _row(["Item", "Minutes", who]),
        _row(["1. Minutes", "The minutes were agreed.", ""]),
        _row(
            ["2. The green", "".join(f"<p>{x}</p>" for x in said), "<br>".join(marks)]
        ),
        _row(["3. Next meeting", "6 May 2024", ""]),
    ]
    return read(f"{HEAD}<table>{''.join(rows)}</table>", "minutes.html")


@pytest.mark.parametrize("who", ["Action", "Owner"])
@pytest.mark.parametrize(("said", "marks", "tasks"), CELLS)
def test_each_mark_has_its_own_task(
    said: list[str], marks: list[str], tasks: Tasks, who: str
) -> None:
    found = _table(said, marks, who)["actions"]
    assert [(x["text"], x["owners"]) for x in found] == tasks
