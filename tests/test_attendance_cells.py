"""Tables of people that no head row explains: labels, names, posts, bodies in cells."""

from __future__ import annotations

import pytest
from reading import read

HEAD = "<h1>Norbury Housing Forum</h1><p>Minutes of the meeting of 4 March 2014</p>"
END = "<h2>1. Minutes</h2><p>The minutes were approved.</p>"


def people(*parts: str) -> dict[str, tuple[str, str | None, str | None]]:
    """Return status, post and body of everyone whom the parts of a page list."""
    found = read(HEAD + "".join(parts) + END, "minutes.html")["attendance"]
    return {x["name"]: (x["status"], x["role"], x["organisation"]) for x in found}


def table(*rows: str) -> str:
    """Return a table of rows whose cells bars part, and whose paragraphs slashes."""
    cells = ("</td><td>".join(x.replace("/", "<br>").split("|")) for x in rows)
    body = "".join(f"<tr><td>{x}</td></tr>" for x in cells)
    return f"<table>{body}</table>"


HERE, AWAY = "<p><b>Present:</b></p>", "<p><b>Apologies:</b></p>"
TRENT = ("present", "Head of Housing", "Norbury Town Council")
LUNN = ("apologies", "Chief Inspector", "Marl Valley Police")
TABLES = [
    (  # the body first, the name last
        HERE
        + table(
            "Norbury Town Council|Head of Housing|Mr Ian Trent",
            "Wexcombe Health Trust|Nurse|Ms Ann Baig",
        )
        + AWAY
        + table(
            "Marl Valley Police|Chief Inspector|Mr Peter Lunn",
            "Groundwork Marl Trust|Officer|Mr Tom Wilk",
        ),
        {"Ian Trent": TRENT, "Peter Lunn": LUNN},
    ),
    (  # post and body in one cell
        HERE
        + table(
            "Ian Trent|Head of Housing/Norbury Town Council",
            "Ann Baig|Nurse/Wexcombe Health Trust",
        )
        + AWAY
        + table(
            "Peter Lunn|Chief Inspector/Marl Valley Police",
            "Tom Wilk|Officer/Groundwork Marl Trust",
        ),
        {"Ian Trent": TRENT, "Peter Lunn": LUNN},
    ),
    (  # several people beside one body
        HERE
        + table(
            "Norbury Town Council|Cllr Ian Trent (Chair)/Ms Ann Baig",
            "Wexcombe Health Trust|Mrs Joan Fairley",
        )
        + AWAY
        + table(
            "Marl Valley Police|Mr Peter Lunn",
            "Groundwork Marl Trust|Mr Tom Wilk",
        ),
        {
            "Ann Baig": ("present", None, "Norbury Town Council"),
            "Joan Fairley": ("present", None, "Wexcombe Health Trust"),
            "Peter Lunn": ("apologies", None, "Marl Valley Police"),
        },
    ),
    (  # a head row, and the status above
        AWAY
        + table(
            "Name|Initials|Role|Organisation",
            "Peter Lunn|PL|Chief Inspector|Marl Valley Police",
            "Tom Wilk|TW|Officer|Groundwork Marl Trust",
        ),
        {"Peter Lunn": LUNN},
    ),
    (  # a head row in another order
        "<p><b>In attendance</b></p>"
        + table(
            "Body|Post|Member",
            "Norbury Town Council|Head of Housing|Mr Ian Trent",
            "Wexcombe Health Trust|Nurse|Ms Ann Baig",
        ),
        {"Ian Trent": TRENT},
    ),
    (  # labels in a column of their own
        table(
            "Present|Ian Trent|Head of Housing/Norbury Town Council",
            "|Ann Baig|Nurse/Wexcombe Health Trust",
            "Apologies|Peter Lunn|Chief Inspector/Marl Valley Police",
        ),
        {"Ian Trent": TRENT, "Peter Lunn": LUNN},
    ),
    (  # groups head the columns
        table(
            "Members|Officers|Apologies",
            "Cllr Ian Trent (Chair)/Dr Ann Baig|Joan Fairley (Manager)|Mr Peter Lunn",
        ),
        {
            "Ian Trent": ("present", None, None),
            "Joan Fairley": ("present", "Manager", None),
            "Peter Lunn": ("apologies", None, None),
        },
    ),
    (  # initials in a column of their own
        HERE
        + table(
            "Ian Trent|IT|Norbury Town Council",
            "Ann Baig|AB|Wexcombe Health Trust",
        ),
        {"Ian Trent": ("present", None, "Norbury Town Council")},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), TABLES)
def test_cells_say_who_people_are(
    body: str, expected: dict[str, tuple[str, str | None, str | None] | None]
) -> None:
    found = people(body)
    assert {name: found.get(name) for name in expected} == expected


def test_no_table_of_items_lists_people() -> None:
    body = (
        HERE
        + "<p>Cllr Ian Trent, Ms Ann Baig</p>"
        + table(
            "Item|Action by",
            "Report of the Trust|Ian Trent",
            "Report of the Board|Ann Baig",
        )
    )
    assert people(body) == {
        "Ian Trent": ("present", None, None),
        "Ann Baig": ("present", None, None),
    }


def test_marks_belong_to_the_heads_above_them() -> None:
    text = """NORBURY HOUSING FORUM
Minutes of the meeting held on 4 March 2014

Name              Role                Present     Apologies     Absent
Ian Trent         Head of Housing     X
Ann Baig          Officer                         X
Joan Fairley      Manager             X
Peter Lunn        Inspector                                     X

1. Minutes
The minutes were approved.
"""
    found = {x["name"]: x["status"] for x in read(text, "minutes.txt")["attendance"]}
    assert found == {
        "Ian Trent": "present",
        "Ann Baig": "apologies",
        "Joan Fairley": "present",
        "Peter Lunn": "absent",
    }


@pytest.mark.parametrize(
    ("page", "away"),
    [
        (  # a cell of many names, and beside it one of two lists
            table(
                "Members present/Ian Trent/Ann Baig/Jo Fairley/Tom Wilk/Jo Orr/Al Pike"
                "|Apologies/Peter Lunn/In attendance/Bo Marsh",
            ),
            ["Peter Lunn"],
        ),
        (  # the sentence above says who the table below lists
            "<p>Present:</p>"
            + table("Members|Role", "Ian Trent|Lay Member", "Ann Baig|Nurse")
            + "<p>1. APOLOGIES</p><p>Apologies were submitted on behalf of:-</p>"
            + table("Members|Role", "Peter Lunn|Lay Member", "Jo Orr|Nurse")
            + "<p>2. MINUTES</p><p>The minutes were agreed.</p>",
            ["Peter Lunn", "Jo Orr"],
        ),
        (  # absent, with leave: who is listed once is told of once
            "<p>Present: Cllr Ian Trent, Cllr Ann Baig</p>"
            "<p>Absent: Cllr Peter Lunn, Cllr Jo Orr</p><p>1. Apologies</p>"
            "<p>Apologies for absence were received from Cllr Lunn.</p>"
            "<p>2. Minutes</p><p>The minutes were agreed.</p>",
            ["Peter Lunn"],
        ),
    ],
)
def test_who_apologised_is_told_by_the_layout(page: str, away: list[str]) -> None:
    head = "<h1>Marl Council</h1><p>Minutes of the meeting held on 4 May 2021</p>"
    found = read(f"<html><body>{head}{page}</body></html>", "minutes.html")
    people = found["attendance"]
    assert [x["name"] for x in people if x["status"] == "apologies"] == away
    assert len({x["name"].split()[-1] for x in people}) == len(people)
