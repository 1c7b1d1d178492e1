"""What the front matter of a page says of the meeting itself."""

from __future__ import annotations

import pytest
from reading import read

from minutebook.load.frontmatter import split_front_matter

TOLD = "\n## Gate\n\nThe gate was mended. It was agreed to paint it.\n"


def page(front: str, told: str = TOLD) -> str:
    return f"---\ntitle: Weir Club meeting\ndate: 2024-03-04\n{front}---\n{told}"


def test_who_came_and_when_it_began_and_ended() -> None:
    front = (
        "time:\n  open: '20:15'\n  close: '20:54'\n"
        "members:\n  - Ada Penrose\n  - Tom Holt\n"
        "apologies:\n  - Jo Marsh\n"
    )
    found = read(page(front))
    assert [(x["name"], x["status"]) for x in found["attendance"]] == [
        ("Ada Penrose", "present"),
        ("Tom Holt", "present"),
        ("Jo Marsh", "apologies"),
    ]
    assert (found["meeting"]["start"], found["meeting"]["end"]) == ("20:15", "20:54")


def test_fields_of_those_who_came() -> None:
    front = (
        "directors_present:\n  - name: Ada Penrose (@ap)\n    position: President\n"
        "  - name: Tom Holt\n"
    )
    first, second = read(page(front))["attendance"]
    assert (first["name"], first["role"]) == ("Ada Penrose", "President")
    assert first["organisation"] is None
    assert second["name"] == "Tom Holt"


@pytest.mark.parametrize(
    ("front", "start", "end"),
    [
        ("date: 2024-03-04 19:30\nclose-meeting: 2024-03-04 21:07\n", "19:30", "21:07"),
        ("startTime: 19:30\nendDate: 2024-03-04 21:00:00 -0800\n", "19:30", "21:00"),
        ("meeting_time: 7.30pm - 9pm\n", "19:30", "21:00"),
        ("called-to-order: 7:02 PM\n", "19:02", None),
        # when a page was put up, a day without an hour
        ("date: 2024-03-04 17:29:42 +0100\n", None, None),
        ("date: 2024-03-04T00:00:00\n", None, None),
        ("end: 2024-03-04 00:00\n", None, None),
    ],
)
def test_times(front: str, start: str | None, end: str | None) -> None:
    text = page(front).replace("date: 2024-03-04\n", "", 1)
    meeting = read(text)["meeting"]
    assert (meeting["start"], meeting["end"]) == (start, end)


def test_those_who_sit_are_listed_beside_those_who_came() -> None:
    front = (
        "directors:\n  - Ada Penrose\nsecretary:\n  - Tom Holt\n"
        "apologies:\n  - Jo Marsh\n"
    )
    found = [(x["name"], x["role"]) for x in read(page(front))["attendance"]]
    assert ("Ada Penrose", "Director") in found
    assert ("Tom Holt", "Secretary") in found


@pytest.mark.parametrize(
    "front",
    [
        "directors:\n  - Ada Penrose\n",  # nobody is said to have come
        "members:\n  - gates\n  - walls\n",  # what it is about
        "members:\n  - Ada Penrose\n",  # one is no list
        "authors:\n  - Ada Penrose\n  - Tom Holt\n",
        "end: soon\n",
    ],
)
def test_other_fields_stay_metadata(front: str) -> None:
    _, text = split_front_matter(page(front))
    assert text == TOLD.lstrip("\n")


def test_a_list_in_the_text_is_not_told_twice() -> None:
    front = "members:\n  - Ada Penrose\n  - Tom Holt\n"
    found = read(page(front, "\nPresent: Ada Penrose, Lee Orr\n" + TOLD))
    assert [x["name"] for x in found["attendance"]] == ["Ada Penrose", "Lee Orr"]


def test_processing_instructions_of_a_web_page_are_passed_over() -> None:
    text = (
        '<html><body><?php include("menu.php"); ?><h1>Weir Club</h1>'
        "<p>Minutes of the meeting held on 4 March 2024</p><table><tr><?php row ?>"
        "<td>Present</td><td>Ada Penrose</td></tr></table></body></html>"
    )
    assert read(text, "page.html")["meeting"]["date"] == "2024-03-04"
