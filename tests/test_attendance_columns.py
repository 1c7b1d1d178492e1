"""Where lists tell the body and the post of people, and who came: heads, columns."""

from __future__ import annotations

import pytest
from reading import read
from test_attendance_families import said

# a list in plain text or Markdown, and what it says: status, post, body
TOLD = [
    # heads of posts and bodies at once, marks under the date of the meeting
    (
        "| Name | Post / Agency | 04/03/24 |\n| --- | --- | --- |\n"
        "| Ada Penrose (AP) | Roads Officer, Holt Council | P |\n"
        "| Tom Reeve (TR) | Marl Constabulary | A |\n"
        "| In attendance: | | |\n"
        "| Jo Pike (JP) | Panel Manager (item 4 only) | P |\n"
        "| Amy Marsh (AM) | Clerk (minutes) | X |\n\n"
        "P = present   A = apologies   X = not present\n",
        {
            "Ada Penrose": ("present", "Roads Officer", "Holt Council"),
            "Tom Reeve": ("apologies", None, "Marl Constabulary"),
            "Jo Pike": ("present", "Panel Manager", None),
            "Amy Marsh": ("absent", "Clerk", None),
        },
    ),
    (
        "| Who | Post | Initials | There? |\n| --- | --- | --- | --- |\n"
        "| Ada Penrose | President | AP | Y (chaired) |\n"
        "| Tom Reeve | Kit & Welfare | TR | no show |\n"
        "| Jo Pike | Treasurer | JP | apols - ill |\n",
        {
            "Ada Penrose": ("present", "President", None),
            "Tom Reeve": ("absent", "Kit & Welfare", None),
            "Jo Pike": ("apologies", "Treasurer", None),
        },
    ),
    # columns of plain text, another list below them
    (
        "Members                    Authority             Attendance\n"
        "Cllr Ada Penrose (Chair)   Holt County Council   Present\n"
        "Cllr Tom Reeve             Marl Council (sub)    Apologies\n"
        "Dr Jo Pike                 Independent Member    Absent\n\n"
        "Also in attendance\n"
        "Amy Marsh                  Chief Executive, Office of the Warden\n"
        "DCC Bo Bell                Marl Constabulary\n",
        {
            "Ada Penrose": ("present", None, "Holt County Council"),
            "Tom Reeve": ("apologies", None, "Marl Council"),
            "Jo Pike": ("absent", "Independent Member", None),
            "Amy Marsh": ("present", "Chief Executive", "Office of the Warden"),
            "Bo Bell": ("present", None, "Marl Constabulary"),
        },
    ),
    # sorts of members before the body of one
    (
        "| Member | Representing | Here? |\n| --- | --- | --- |\n"
        "| Ada Penrose | Primary heads (Mill Lane School) | yes |\n"
        "| Tom Reeve | Special - The Grove | apols |\n"
        "| Jo Pike | 14-19 / Holt College | yes |\n",
        {
            "Ada Penrose": ("present", None, "Mill Lane School"),
            "Tom Reeve": ("apologies", None, "The Grove"),
            "Jo Pike": ("present", None, "Holt College"),
        },
    ),
    # a column of those who came, one of those away, a row for each body
    (
        "| Representing | Present | Apologies |\n| --- | --- | --- |\n"
        "| Holt County Council | Councillor A Penrose | Councillor D. R. Reeve |\n"
        "| Marl Society | Mr J Pike | |\n| Parish Councils | | Mrs G Marsh |\n",
        {
            "A Penrose": ("present", None, "Holt County Council"),
            "D. R. Reeve": ("apologies", None, "Holt County Council"),
            "J Pike": ("present", None, "Marl Society"),
            "G Marsh": ("apologies", None, "Parish Councils"),
        },
    ),
    # lines that say for whom those below came
    (
        "PRESENT:\nRepresenting Holt Town Council:-\n"
        "Councillors Penrose (in the Chair), Mrs. Dunn, Orr,\n"
        "Pike, Odell and Mrs. Marsh\nRepresenting Marl Parish Council:-\n"
        "Councillors Evans and Bell\nOfficers:\nMr. D. Larkin (Clerk)\n",
        {
            **dict.fromkeys(
                ("Penrose", "Dunn", "Orr", "Pike", "Odell", "Marsh"),
                ("present", None, "Holt Town Council"),
            ),
            **dict.fromkeys(
                ("Evans", "Bell"), ("present", None, "Marl Parish Council")
            ),
            "D. Larkin": ("present", "Clerk", None),
        },
    ),
    (
        "Present:\n\nFor Holt Town Council:\nCllr Ada Penrose (Chair)\n"
        "Cllr Tom Reeve\n\n"
        "Representatives of the Marl Trust\nJo Pike\n\nAlso present: Amy Marsh (Clerk)",
        {
            "Ada Penrose": ("present", None, "Holt Town Council"),
            "Tom Reeve": ("present", None, "Holt Town Council"),
            "Jo Pike": ("present", None, "Marl Trust"),
            "Amy Marsh": ("present", "Clerk", None),
        },
    ),
    # titles of several
    (
        "Present: Professors Ashdown, Brandt and Van Rijn; Drs Crisp, Lovatt and "
        "Onslow; Ms J Marsh",
        dict.fromkeys(
            (
                *("Ashdown", "Brandt", "Van Rijn", "Crisp", "Lovatt", "Onslow"),
                "J Marsh",
            ),
            ("present", None, None),
        ),
    ),
    # bodies that fill brackets, in lists and sentences, and those of representatives
    (
        "Present: Ada Penrose (Chair), Tom Reeve (Marl Advisory Group Observer), "
        "Jo Pike (Union Representative)\n\n"
        "Apologies: Amy Marsh (Unite), Bo Bell (Pell LLP) and Di Orr (NUT)",
        {
            "Ada Penrose": ("present", None, None),
            "Tom Reeve": (
                "present",
                "Marl Advisory Group Observer",
                "Marl Advisory Group",
            ),
            "Jo Pike": ("present", "Union Representative", None),
            "Amy Marsh": ("apologies", None, "Unite"),
            "Bo Bell": ("apologies", None, "Pell LLP"),
            "Di Orr": ("apologies", None, "NUT"),
        },
    ),
    # the office of those listed
    (
        "Directors present\n- Ada Penrose, Chair\n- Tom Reeve\n\n"
        "Directors absent\n- Jo Pike\n",
        {
            "Ada Penrose": ("present", None, None),
            "Tom Reeve": ("present", "Director", None),
            "Jo Pike": ("absent", "Director", None),
        },
    ),
]


@pytest.mark.parametrize(("body", "expected"), TOLD, ids=range(len(TOLD)))
def test_what_lists_tell_of_people(
    body: str, expected: dict[str, tuple[str, str | None, str | None]]
) -> None:
    assert said(body, "minutes.md" if "| -" in body else "minutes.txt") == expected


def test_rows_that_head_groups_are_of_nobody() -> None:
    rows = (
        ("Group A - Churches",),
        ("Mr Ada Penrose", "Methodist Circuit"),
        ("Mrs Jo Pike (Vice-Chair)", "Marl Diocese"),
        ("Group B - Local Authority",),
        ("Councillor Tom Reeve (Chair)",),
        ("Marl Borough Council",),
        ("Miss Amy Marsh", ""),
        ("Officers",),
        ("Bo Bell", "Clerk"),
    )
    cells = "".join(f"<tr>{''.join(f'<td>{x}</td>' for x in r)}</tr>" for r in rows)
    page = "<h1>Mill Council</h1><p>Minutes of 4 May 2021</p><h2>Attendance</h2>{}"
    found = said_in_page(page.format(f"<table>{cells}</table>"))
    assert found == {
        "Ada Penrose": (None, "Methodist Circuit"),
        "Jo Pike": ("Vice-Chair", "Marl Diocese"),
        "Tom Reeve": (None, None),
        "Amy Marsh": (None, "Marl Borough Council"),
        "Bo Bell": ("Clerk", None),
    }


def said_in_page(page: str) -> dict[str, tuple[str | None, str | None]]:
    """Return post and body of everyone whom a page names."""
    people = read(f"<html><body>{page}</body></html>", "minutes.html")["attendance"]
    return {x["name"]: (x["role"], x["organisation"]) for x in people}
