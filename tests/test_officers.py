"""Lists of those elected: who was elected to what, and who moved it."""

from __future__ import annotations

import pytest
from reading import minutes, read

Found = list[tuple[str, str | None, str | None]]


def elected(*lines: str) -> Found:
    """Return those elected below a heading: the words, the mover, the seconder."""
    body = "\n\n".join(lines)
    record = minutes(f"## 4. Election of Officers\n\n{body}\n\n## 5. Close\n\nNone.")
    return [
        (" ".join(x["text"].split()), x["mover"], x["seconder"])
        for x in record["decisions"]
        if x["rule"] == "decision-elected"
    ]


LISTS = [
    (
        ("Chairman - Ada Penrose", "Vice chair: Tom Holt", "Jo Marsh – Treasurer"),
        [
            ("Chairman - Ada Penrose", None, None),
            ("Vice chair: Tom Holt", None, None),
            ("Jo Marsh – Treasurer", None, None),
        ],
    ),
    (
        (
            "Secretary: Jo Marsh - proposed by Mrs Holt, seconded by Mr Orr",
            "Editor Ada Penrose re-elected",
        ),
        [
            (
                "Secretary: Jo Marsh - proposed by Mrs Holt, seconded by Mr Orr",
                "Holt",
                "Orr",
            ),
            ("Editor Ada Penrose re-elected", None, None),
        ],
    ),
    # what is no post is taken among posts
    (
        ("Chair: Ada Penrose", "Treasurer: Tom Holt", "Allotments: Jo Marsh"),
        [
            ("Chair: Ada Penrose", None, None),
            ("Treasurer: Tom Holt", None, None),
            ("Allotments: Jo Marsh", None, None),
        ],
    ),
    (("Allotments: Jo Marsh", "Bridges: Tom Holt"), []),
    # cells that a page runs together, with the movers behind
    (
        (
            "Post / Name / Proposed by / Seconded by",
            "Chair / Ada Penrose / Tom Holt / Jo Marsh",
            "Clerk / Lee Orr / Jo Marsh / Tom Holt",
        ),
        [
            ("Chair / Ada Penrose / Tom Holt / Jo Marsh", "Tom Holt", "Jo Marsh"),
            ("Clerk / Lee Orr / Jo Marsh / Tom Holt", "Jo Marsh", "Tom Holt"),
        ],
    ),
    # sentences tell what was done otherwise
    (("The Chairman thanked Tom Holt for his work.",), []),
    (("Director Holt moved to thank Jo Marsh.",), []),
    (("The following were elected:", "Chair: Ada Penrose"), []),
]


@pytest.mark.parametrize(("lines", "expected"), LISTS)
def test_posts_and_names(lines: tuple[str, ...], expected: Found) -> None:
    assert elected(*lines) == expected


def test_a_post_alone_above_its_name() -> None:
    record = minutes(
        "## 4. Election of Officers\n\n(a) Chairman\n\nAda Penrose\n\n(b) Treasurer\n\n"
        "Tom Holt\n\n## 5. Close\n\nNone."
    )
    found = [" ".join(x["text"].split()) for x in record["decisions"]]
    assert found == ["Chairman Ada Penrose", "Treasurer Tom Holt"]


def test_rows_of_a_table() -> None:
    rows = "".join(
        f"<tr><td>{post}</td><td>{name}</td><td>{note}</td></tr>"
        for post, name, note in (
            ("Position", "Elected", "Notes"),
            ("President", "Ada Penrose", "Re-elected"),
            ("Coach", "Tom Holt", "Away in May"),
            ("Treasurer", "Jo Marsh", "Re-elected (apology)"),
        )
    )
    record = read(
        "<h1>Thornbeck Rowing Club</h1><p>Minutes of the annual meeting, 4 March 2024."
        "</p><p>Present: Ada Penrose, Tom Holt, Jo Marsh</p><h2>Election of officers"
        f"</h2><table>{rows}</table><h2>Close</h2><p>None.</p>",
        "minutes.html",
    )
    found = [" ".join(x["text"].split()) for x in record["decisions"]]
    assert "President Ada Penrose Re-elected" in found
    assert "Treasurer Jo Marsh Re-elected (apology)" in found
    assert {x["kind"] for x in record["decisions"]} == {"appointed"}


@pytest.mark.parametrize("heading", ["Report of officers", "Present", "Budget"])
def test_other_headings_open_no_such_list(heading: str) -> None:
    posts = "Chair: Ada Penrose\n\nClerk: Tom Holt"
    record = minutes(f"## 4. {heading}\n\n{posts}\n\n## 5. Close\n\nNone.")
    assert not [x for x in record["decisions"] if x["rule"] == "decision-elected"]
