"""Amendments: each motion has its own movers, votes and fate."""

from __future__ import annotations

import pytest
from reading import minutes

from minutebook.assemble.movers import find_motion

_SOLD = "It was proposed by Mr Orr, seconded by Mrs Shute, that the barn be sold."
_LET = "Mr Lee moved as an amendment, seconded by Ms Marsh, that it be let."
_LOST = "On a vote the amendment was lost by 3 votes to 2."
_PUT = "The original motion was then put and carried by 4 votes to 1."


def decided(body: str) -> list[tuple[str | None, ...]]:
    """Return who moved, who seconded, the first votes and words of each decision."""
    record = minutes(f"## 4. Barn\n\n{body}\n\n## 5. Close\n\nNone.")
    return [
        (x["mover"], x["seconder"], (x["votes"] or {}).get("for"), x["text"])
        for x in record["decisions"]
    ]


@pytest.mark.parametrize("gap", [" ", "\n\n"])
def test_each_motion_has_its_own_fate(gap: str) -> None:
    found = decided(f"{_SOLD}{gap}{_LET} {_LOST} {_PUT}")
    assert [x[:3] for x in found] == [("Lee", "Marsh", 2), ("Orr", "Shute", 4)]
    assert found[0][3] == f"{_LET} {_LOST}"
    assert found[1][3] == _PUT


def test_an_amendment_whose_fate_does_not_name_it() -> None:
    found = decided(
        "Mr Orr moved that the barn be sold. This was seconded by Mrs Shute. Mr. Lee "
        "moved as an amendment that it be let. This was seconded by Mr. Marsh, and on "
        f"being put to the meeting was lost by 3 votes to 2. {_PUT}"
    )
    assert [x[:3] for x in found] == [("Lee", "Marsh", 2), ("Orr", "Shute", 4)]


def test_a_vote_listed_by_sides_is_that_of_the_amendment() -> None:
    listed = "For: Ms Marsh, Mr Lee (2)\n\nAgainst: Mr Orr, Mrs Shute, Mr Bell (3)"
    found = decided(
        "Mr Orr proposed that fees in the lane be waived. Mrs Shute seconded.\n\n"
        "Ms Marsh, as an amendment, proposed that they be halved; this was seconded"
        f" by Mr Lee. A roll call vote was taken on the amendment:\n\n{listed}\n\n"
        "The Chair declared the amendment defeated. The original proposal was then"
        " put and agreed without a vote."
    )
    assert {x[:3] for x in found} == {("Marsh", "Lee", 2), ("Orr", "Shute", None)}


def test_what_is_agreed_at_once_keeps_its_motion() -> None:
    said = "It was proposed by Mr Orr and seconded by Ms Marsh that Fell Ltd be chosen."
    found = decided(f"{said} AGREED. To be paid from reserves.")
    assert [x[:2] for x in found] == [("Orr", "Marsh")]
    assert found[0][3].startswith(said)


def test_a_fate_above_its_list_is_that_of_the_list() -> None:
    found = decided(
        "For 9, Against 2, Abstain 1. MOTION PASSES.\n\nCouncil resolves:\n\n"
        "1. To buy a lamp for the weir.\n\n2. To write to the Harbour Trust."
    )
    assert [x[2] for x in found] == [9, 9]
    assert [x[3][:7] for x in found] == ["1. To b", "2. To w"]


OWN_MOTIONS = [
    ("On Mr Orr's motion, seconded by Mrs Shute, it was altered.", ("Orr", "Shute")),
    ("Passed on Mrs Shute's proposal, Mr Lee seconding.", ("Shute", "Lee")),
    ("Upon Ms D Marsh's proposition it was agreed to wait.", ("D Marsh", None)),
    (
        "Councillor Orr, seconded by Councillor Lee (P L), moved that",
        ("Orr", "Lee (P L)"),
    ),
    ("Proposed by Cllr. Mac an Rí, seconded by Cllr. Lee", ("Mac an Rí", "Lee")),
    ("The Council debated on Mr Orr's letter.", None),
]


@pytest.mark.parametrize(("text", "names"), OWN_MOTIONS)
def test_movers(text: str, names: tuple[str, str | None] | None) -> None:
    found = find_motion(text, 0, len(text))
    assert (found and (found.mover, found.seconder)) == names
