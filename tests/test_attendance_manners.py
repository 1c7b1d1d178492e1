"""Lists of people in many manners, made up by chance: who, as what, from where."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import NamedTuple

import pytest
from reading import read

GIVEN = (
    *("Ada", "Tom", "Jo", "Ken", "Imogen", "Gareth"),
    *("Sunita", "Fergus", "Delyth", "Rosalind", "Hugh", "Irene"),
)
FAMILY = (
    *("Penrose", "Holt", "Marsh", "Orr", "Pike", "Quill"),
    *("Tregear", "Pugh", "Skelton", "Wray", "Inskip"),
)
PLACES = (
    *("Norbury", "Marlvale", "Eastmere", "Kilbride"),
    *("Ottersea", "Wexcombe", "Dunmore", "Ashlow"),
)
KINDS = (
    *("{} Council", "{} Trust", "University of {}", "{} Hospice", "{} LLP"),
    *("{} Chamber of Commerce", "Friends of {} Park", "{} Gazette", "{} Academy"),
    *("{} Citizens Advice", "{} & Orr LLP", "Office of the {} Commissioner"),
)
POSTS = (
    *("Chief Executive", "Clerk", "Treasurer", "Head of Planning", "HR Manager"),
    *("Tree Officer", "Surveyor", "Project Manager", "Governance Officer"),
)
HEAD = "Thornbeck Forum\nMinutes of the meeting held on 4 March 2024 at 7pm\n\n"
END = "\n\n1. Minutes\nThe minutes were approved.\n2. Money\nThe report was noted.\n"
TALK = "The members heard that the bridge would be closed until the autumn. " * 4
FLAT = f"3. Roads {TALK} 4. Paths {TALK} 5. Trees {TALK}"


class Person(NamedTuple):
    """One of a list as it was made up."""

    name: str
    post: str
    body: str


def made(seed: int, count: int = 5) -> list[Person]:
    """Return people of whom no two share anything."""
    chance = random.Random(seed)
    given, family = chance.sample(GIVEN, count), chance.sample(FAMILY, count)
    posts, places = chance.sample(POSTS, count), chance.sample(PLACES, count)
    kinds = chance.sample(KINDS, count)
    bodies = [x.format(y) for x, y in zip(kinds, places, strict=True)]
    names = [f"{x} {y}" for x, y in zip(given, family, strict=True)]
    return [Person(*x) for x in zip(names, posts, bodies, strict=True)]


def lines(form: str) -> Callable[[Sequence[Person]], str]:
    """Return a manner in which every line has the same form."""
    return lambda people: "\n".join(form.format(*x) for x in people)


def columns(people: Sequence[Person]) -> str:
    """Return the columns of a list one below the other."""
    return "\n\n".join("\n".join(column) for column in zip(*people, strict=True))


def pairs(people: Sequence[Person]) -> str:
    """Return rows of two whom "and" joins, who came from one body."""
    halves = zip(people[::2], people[1::2], strict=False)
    return "\n".join(f"{a.name} and {b.name} - {b.body}" for a, b in halves)


def cells(people: Sequence[Person]) -> str:
    rows = [("Name", "Attendance", "Job title", "Organisation")]
    rows += [(x.name, "✓", x.post, x.body) for x in people]
    return "\n".join("".join(x.ljust(36) for x in row).rstrip() for row in rows)


# how lists are written, what they say of people, and how much of it is read at least
MANNERS = {
    "dashes": (lines("{0} - {1}, {2}"), "pb", 1.0),
    "commas": (lines("{0}, {1}, {2}"), "pb", 0.9),
    "bracket": (lines("{0}, {1} ({2})"), "pb", 1.0),
    "colon": (lines("• {0}: {1}, {2}"), "pb", 0.9),
    "tabs": (lines("{0}\t{1}\t{2}"), "pb", 0.9),
    "slashes": (lines("{0} / - / {1}, {2}"), "pb", 0.9),
    "below": (lines("{0}\n{1}, {2}\n"), "pb", 0.8),
    "footnotes": (lines("{0}† - {1}, {2}"), "pb", 0.9),
    "headings": (lines("{2}:\n{0} - {1}\n"), "pb", 0.9),
    "plain headings": (lines("{2}\n{0} - {1}\n"), "pb", 0.8),
    "bare posts": (lines("{0} {1}"), "p", 0.9),
    "body first": (lines("{2}: {0}"), "b", 0.9),
    "torn columns": (columns, "pb", 0.9),
    "joined": (pairs, "shared", 0.8),
    "table": (cells, "pb", 0.9),
}
SEEDS = (1, 2)


def told(text: str, people: Sequence[Person], kind: str) -> list[bool]:
    """Return for each thing said of the people whether it was read."""
    found = {x["name"]: x for x in read(text, "minutes.txt")["attendance"]}
    read_of = [found.get(x.name, {"role": None, "organisation": None}) for x in people]
    right: list[bool] = []
    if "p" in kind:
        right += [x["role"] == y.post for x, y in zip(read_of, people, strict=True)]
    if "b" in kind:
        bodies = (x["organisation"] for x in read_of)
        right += [x == y.body for x, y in zip(bodies, people, strict=True)]
    if kind == "shared":
        pair = [x.body for x in people[1::2] for _ in range(2)]
        right += [x["organisation"] == y for x, y in zip(read_of, pair, strict=False)]
    return right


@pytest.mark.parametrize("manner", MANNERS)
def test_what_a_list_says_of_people(manner: str) -> None:
    write, kind, floor = MANNERS[manner]
    right: list[bool] = []
    for seed in SEEDS:
        people = made(seed, 6 if kind == "shared" else 5)
        right += told(f"{HEAD}Present:\n{write(people)}{END}", people, kind)
    assert sum(right) >= floor * len(right)


@pytest.mark.parametrize("manner", ["dashes", "commas"])
def test_a_list_run_together_is_read_line_by_line(manner: str) -> None:
    right: list[bool] = []
    for seed in SEEDS:
        people = made(seed)
        page = f"{HEAD}Present:\n{MANNERS[manner][0](people)}{END}{FLAT}"
        right += told(" ".join(page.split()), people, "pb")
    assert sum(right) >= 0.8 * len(right)


def test_columns_torn_below_several_labels() -> None:
    body = (
        "Present\nAda Penrose\nTom Holt\n\nIn attendance\nJo Orr\n\nApologies\nKen Pike"
        "\n\nChair\nCouncillor (from 7.10)\nClerk\nTown Engineer"
    )
    people = read(HEAD + body + END, "minutes.txt")["attendance"]
    found = {x["name"]: (x["status"], x["chair"], x["role"]) for x in people}
    assert found["Ada Penrose"] == ("present", True, None)
    assert found["Tom Holt"] == ("present", False, None)
    assert found["Jo Orr"] == ("present", False, "Clerk")
    assert found["Ken Pike"] == ("apologies", False, "Town Engineer")


NOT_SHARED = (
    "Present:\nAda Penrose, Tom Holt and Jo Orr\nKen Pike, Irene Wray (Mill Trust)",
    "Present: Cllrs Ada Penrose, Tom Holt and Jo Orr (North Ward), Cllr Ken Pike",
)


@pytest.mark.parametrize("body", NOT_SHARED)
def test_bodies_that_are_not_of_all(body: str) -> None:
    people = read(HEAD + body + END, "minutes.txt")["attendance"]
    assert not {x["organisation"] for x in people if x["name"] != "Irene Wray"} - {None}
