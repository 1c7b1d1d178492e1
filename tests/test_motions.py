"""Motions as their minutes lay them out: who moved, above, below and beside."""

from __future__ import annotations

import pytest
from reading import minutes

LAYOUTS = [
    # text, then what is quoted, kind, mover and seconder of each decision
    (
        "MOVED (A Penrose / T Holt)\n\n**TC/24/041**\nThat the apology of Jo Marsh be "
        "accepted.\nCARRIED",
        [
            (
                "That the apology of Jo Marsh be accepted. CARRIED",
                "approved",
                "A Penrose",
                "T Holt",
            )
        ],
    ),
    (
        "2024-147 Moved by: A. Penrose  Seconded by: T. Holt\nTHAT the culvert be "
        "replaced in 2024.\nRecorded vote: Penrose - nay, Holt - nay, Marsh - yea. "
        "**Defeated.**",
        [
            (
                "THAT the culvert be replaced in 2024. Recorded vote: Penrose - nay, "
                "Holt - nay, Marsh - yea. Defeated.",
                "rejected",
                "A. Penrose",
                "T. Holt",
            )
        ],
    ),
    (
        "2024-141 Moved by: A. Penrose  Seconded by: T. Holt\nBE IT RESOLVED THAT the "
        "agenda be adopted.",
        [
            (
                "BE IT RESOLVED THAT the agenda be adopted.",
                "approved",
                "A. Penrose",
                "T. Holt",
            )
        ],
    ),
    (
        "It was agreed, on the proposal of Councillor Holt (J), seconded by Councillor "
        "Marsh (K), that a letter be sent.",
        [
            (
                "It was agreed, on the proposal of Councillor Holt (J), seconded by "
                "Councillor Marsh (K), that a letter be sent.",
                "resolved",
                "Holt (J)",
                "Marsh (K)",
            )
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), LAYOUTS)
def test_layout(
    text: str, expected: list[tuple[str, str, str | None, str | None]]
) -> None:
    found = minutes(f"## 1. Culvert\n\n{text}\n\n## 2. Other business\n\nNone.")
    got = [
        (" ".join(x["text"].split()), x["kind"], x["mover"], x["seconder"])
        for x in found["decisions"]
    ]
    assert got == expected
