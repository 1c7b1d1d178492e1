"""Bodies whose names lead the lists of those who came for them."""

from __future__ import annotations

import pytest
from test_attendance_prose import attendance

TOP = "THORNBECK AND MARL JOINT COMMITTEE\n\nMinutes of the meeting of 4 March 2024\n\n"
REST = (
    "\n\n1. Minutes\nThe minutes of the last meeting were approved.\n2. Works\nNoted.\n"
)

# a list, and who came for which body
LISTS = [
    (
        "PRESENT: Thornbeck Borough Council - Councillors A. Bell, Mrs. J. Marsh\n"
        "         Marl District Council - Councillors T. Holt (in the Chair), R. Reeve",
        {
            "A. Bell": "Thornbeck Borough Council",
            "J. Marsh": "Thornbeck Borough Council",
            "T. Holt": "Marl District Council",
            "R. Reeve": "Marl District Council",
        },
    ),
    # labels of lists are no bodies, and one body alone is no manner
    (
        "PRESENT: Council Members - Councillors A. Bell, T. Holt\n"
        "         Board Members - Councillors J. Marsh, R. Reeve",
        dict.fromkeys(("A. Bell", "T. Holt", "J. Marsh", "R. Reeve")),
    ),
]


@pytest.mark.parametrize(("listed", "expected"), LISTS, ids=range(len(LISTS)))
def test_who_came_for_which_body(listed: str, expected: dict[str, str | None]) -> None:
    found = attendance(TOP + listed + REST)
    assert {x.name: x.organisation for x in found} == expected
