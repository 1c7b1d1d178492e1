"""Who met, when: ways to pages, letterheads, front matter in front matter, times."""

from __future__ import annotations

import pytest
from reading import read

END = "\n\nPresent: Ann Bell (Chair), Tom Holt\n\n1. Minutes\n\nApproved.\n"


def meeting(head: str, name: str = "minutes.md") -> dict[str, str | None]:
    """Return what the head of minutes says of the meeting."""
    found: dict[str, str | None] = read(head + END, name)["meeting"]
    return found


BODIES = [
    (
        "[Home](/) · [Bookings](/b) · [Committee](/c) · [Minutes](/m)\n\n"
        "HOLT VILLAGE HALL\n\nManagement Committee\n\nMonday 15 February 2016",
        "Management Committee",
    ),
    (
        "Home > Looking After > Committees > Planning Committee\n\n"
        "HOLT NATIONAL PARK AUTHORITY\n\nMeeting: Planning Committee\n\n13 May 2016",
        "Planning Committee",
    ),
    (
        "# Union Council 3 - Minutes\n\nWeds 6 Dec 2023, 17:30, The Loft (and Teams)",
        "Union Council",
    ),
    (
        "MARL HOUSING ASSOCIATION\n\nRegistered Scottish Charity\n\n"
        "Minutes of the meeting held on 4 May 2016",
        "Marl Housing Association",
    ),
    (
        "Marl Borough Council\n\nPlaces Overview and Scrutiny Panel\n\n4 May 2016",
        "Places Overview and Scrutiny Panel",
    ),
]


@pytest.mark.parametrize(("head", "body"), BODIES)
def test_body_that_met(head: str, body: str) -> None:
    assert meeting(head)["body"] == body


TIMES = [
    ("on 15 February 2016, 7.15 for 7.30pm in the Hall", "19:30"),
    ("on 15 February 2016 at 7pm for 7.30pm in the Hall", "19:30"),
    ("on Monday 13 May 2013 at 7-30 p.m.", "19:30"),
    ("on Monday 13 May 2013, 9-11 am", "09:00"),
]


@pytest.mark.parametrize(("when", "start"), TIMES)
def test_time_at_which_it_began(when: str, start: str) -> None:
    head = f"Thornbeck Parish Council\n\nMinutes of the meeting held {when}"
    assert meeting(head)["start"] == start


def test_a_time_of_four_figures_is_no_year() -> None:
    head = (
        "Marl Club\n\nMinutes of the 2nd meeting of 2008, Monday 11 February, 2000 hrs"
    )
    assert meeting(head)["date"] == "2008-02-11"
    assert meeting(head)["start"] == "20:00"


FRONT = """---
title: Minutes
meeting:
  body: Finance Committee
  council: Marl Town Council
  date: 2024-03-04
  start: "19:30"
attendance:
  present:
    - name: Ann Bell
      role: Chair
    - name: Tom Holt
  apologies: [Lee Orr, Jo Pike]
---

## 1. Minutes

Approved.
"""


def test_fields_inside_fields_of_front_matter() -> None:
    found = read(FRONT)
    said = found["meeting"]
    assert [said[x] for x in ("council", "body", "date", "start")] == [
        *("Marl Town Council", "Finance Committee", "2024-03-04", "19:30")
    ]
    people = {x["name"]: (x["status"], x["chair"]) for x in found["attendance"]}
    assert people["Ann Bell"] == ("present", True)
    assert people["Jo Pike"] == ("apologies", False)
    assert len(people) == 4
