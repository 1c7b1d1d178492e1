"""Motions that open with who moves them, fates on lines below, and lists of grants."""

from __future__ import annotations

import pytest
from reading import minutes

PRESENT = "Ann Penrose, Tom Holt, Jo Shute, Kit Marsh"
Told = tuple[str, str | None, str | None]


def told(body: str) -> list[Told]:
    """Return how each decision ends, with who moved and seconded it."""
    record = minutes(f"## 4. Works\n\n{body}\n\n## 5. Close\n\nNone.", PRESENT)
    return [
        (" ".join(x["text"].split()[-3:]), x["mover"], x["seconder"])
        for x in record["decisions"]
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # from the name to the fate, whatever stands between
        (
            "19/01 HOLT: That be let. Carried\n\n"
            "19/02 SHUTE: That the bus be sold.\nRecorded vote requested by Cr Marsh.\n"
            "For: Holt, Shute. Against: Marsh. Carried\n\n"
            "19/03 MARSH: That the lamp be lit. DEFEATED\n\n"
            "NOTE: That road is closed.",
            [
                ("be let. Carried", "HOLT", None),
                ("Against: Marsh. Carried", "SHUTE", None),
                ("be lit. DEFEATED", "MARSH", None),
            ],
        ),
        # two names and a count, or a count on a line below
        (
            "MOTION TO ADOPT THE PLAN: A. Penrose/ T. Holt. VOTE: 12-3-1",
            [("Holt. VOTE: 12-3-1", "A. Penrose", "T. Holt")],
        ),
        (
            "- Shute moves to sell the bus, 2nd by Marsh\n- Fails, 9y 12n",
            [("Fails, 9y 12n", "Shute", "Marsh")],
        ),
        # many THATs, one motion; its movers and votes on lines below
        (
            "#19-201 BE IT RESOLVED THAT the bill be paid;\n\nTHAT the list be filed."
            "\n\nMOVED BY Councillor Holt",
            [("list be filed.", "Holt", None)],
        ),
        # lists of grants; a list of payments is no list of decisions
        (
            "Two had applied and it was agreed:\n\nQuay Band – £400\n\nChoir – £150",
            [("Band – £400", None, None), ("Choir – £150", None, None)],
        ),
        (
            "The Council RESOLVED (a) to note the plan (b) that the lamp be lit.",
            [("note the plan", None, None), ("lamp be lit.", None, None)],
        ),
    ],
)
def test_told(body: str, expected: list[Told]) -> None:
    assert told(body) == expected
