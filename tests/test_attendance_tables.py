"""Tables of people whose cells say who came, whatever stands over their columns."""

from __future__ import annotations

import pytest
from reading import read

HEAD = "# Thornbeck Panel\n\nMinutes of the meeting held on 4 March 2024 at 7pm\n\n"
END = "\n\n1. Minutes\n\nThe minutes were approved.\n"


def statuses(body: str) -> dict[str, str]:
    """Return the status of everyone whom a table under a heading names."""
    return {x["name"]: x["status"] for x in read(HEAD + body + END)["attendance"]}


def table(head: str, *rows: str) -> str:
    """Return a table in Markdown of rows whose cells semicolons part."""
    lines = [head, ";".join("---" for _ in head.split(";")), *rows]
    return "\n".join(f"| {x.replace(';', ' | ')} |" for x in lines)


TABLES = [
    (
        table("Staff;Type;04/03", "A Holt;PT;✓", "B Orr;LA;Apols", "C Pell;LA;X"),
        ["present", "apologies", "absent"],
    ),
    (
        table("Name;Present (Y/N)", "A Holt;Y", "B Orr;N (apologies)", "C Pell;N/A"),
        ["present", "apologies", "absent"],
    ),
    (
        table("Name;Present", "A Holt;Yes", "B Orr;X - apols", "C Pell;No apologies"),
        ["present", "apologies", "absent"],
    ),
    (
        table(
            "Panel member;For;Noted",
            "A Holt (Chair);Marl Council;Present",
            "B Orr;Holt Council;Apologies received",
            "C Pell (substitute for Mr Orr);Holt Council;Present",
        ),
        ["present", "apologies", "present"],
    ),
    (
        table(
            "Cabinet;Portfolio;In attendance?",
            "Cllr A Holt;Housing;Yes (via Zoom)",
            "Cllr B Orr;Culture;No - apologies",
            "Cllr C Pell;Roads;No",
        ),
        ["present", "apologies", "absent"],
    ),
    (
        table("Trustee;Jan;Mar", "A Holt;✓;✓ (from 7.15)", "B Orr;✓;A", "C Pell;A;✓"),
        ["present", "apologies", "present"],
    ),
    (
        "## Attendance\n\n"
        + table("Who;Ward;On", "A Holt;N;Present", "B Orr;S;Absent", "C Pell;E;"),
        ["present", "absent", "absent"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), TABLES)
def test_cells_say_who_came(body: str, expected: list[str]) -> None:
    found = statuses(body)
    assert [found[x] for x in ("A Holt", "B Orr", "C Pell")] == expected
    assert len(found) == 3


def test_who_resigned_before_is_in_no_grid() -> None:
    rows = ("A Holt;Parent;Y", "B Orr;resigned 1/10/20;", "C Pell;resigned as Chair;Y")
    found = statuses(table("Name;Category;Present (Y/N)", *rows, "D Bell;Staff;N"))
    assert found == {"A Holt": "present", "C Pell": "present", "D Bell": "absent"}


def test_a_table_without_a_head_says_who_came() -> None:
    rows = (("Cllr A Holt", "Present"), ("Cllr B Orr", "Absent"), ("C Pell", "Present"))
    cells = "".join(f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in rows)
    page = f"<h1>Holt Council</h1><p>Minutes of 4 May 2021</p><table>{cells}</table>"
    people = read(f"<html><body>{page}</body></html>", "minutes.html")["attendance"]
    assert [x["status"] for x in people] == ["present", "absent", "present"]


def test_a_table_further_down_says_how_they_voted() -> None:
    votes = table("Member;Vote", "A Holt;Present", "B Orr;Absent", "D Bell;Absent")
    body = "\n\n".join(f"{i}. Matter {i}\n\nThis was noted." for i in range(1, 9))
    found = statuses(f"Present: A Holt, B Orr, C Pell\n\n{body}\n\n{votes}")
    assert "D Bell" not in found or found["A Holt"] == "present"


def test_a_portfolio_is_the_post_of_its_holder() -> None:
    rows = ("Cllr A Holt;Housing;Present", "Cllr B Orr;Culture;Apologies")
    people = read(HEAD + table("Name;Portfolio;Attendance", *rows) + END)["attendance"]
    assert [x["role"] for x in people] == ["Housing", "Culture"]


def test_an_independent_member_comes_from_no_body() -> None:
    rows = ("A Holt;Marl Council;Present", "B Orr;Independent co-opted member;Absent")
    people = read(HEAD + table("Member;Representing;Here", *rows) + END)["attendance"]
    assert [x["organisation"] for x in people] == ["Marl Council", None]


SPANNING = (
    "Marl Council;Cllr A Holt;Present",
    ";Cllr B Orr;Apology",
    "Pike Council;C Pell;Substitute: D Bell",
)


def test_a_body_spans_the_rows_of_its_members() -> None:
    people = read(HEAD + table("Representing;Members;", *SPANNING) + END)["attendance"]
    assert [(x["name"], x["status"], x["organisation"]) for x in people] == [
        ("A Holt", "present", "Marl Council"),
        ("B Orr", "apologies", "Marl Council"),
        ("C Pell", "absent", "Pike Council"),
        ("D Bell", "present", "Pike Council"),
    ]
    behind = ("Cllr A Holt;Marl Council;Present", "B Orr;;Absent", "C Pell;;Present")
    people = read(HEAD + table("Name;Representing;Came", *behind) + END)["attendance"]
    assert [x["organisation"] for x in people] == ["Marl Council", None, None]


def test_a_remark_on_how_one_came_marks_nobody_else_absent() -> None:
    rows = ("Chair;A Holt;", "Members;B Orr;via Zoom", ";C Pell;", "Cr;D Bell;Absent")
    cells = "".join(f"<tr><td>{x.replace(';', '</td><td>')}</td></tr>" for x in rows)
    page = f"<h1>Holt Board</h1><p>Minutes of 4 May 2021</p><table>{cells}</table>"
    people = read(f"<html><body>{page}</body></html>", "minutes.html")["attendance"]
    came = ["present", "present", "present", "absent"]
    assert [x["status"] for x in people] == came
    assert people[3]["role"] is None
