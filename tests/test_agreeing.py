"""What the lists say of one person, weighed by what they say of the others."""

from __future__ import annotations

import pytest

from minutebook.grammar.affiliations import split_affiliation
from minutebook.grammar.atoms import cut_atoms
from minutebook.grammar.listreader import Reader
from minutebook.preamble.agreeing import agree
from minutebook.records import Attendee, Span

Row = tuple[str, str, str]  # name, post, body


def _people(rows: list[Row]) -> tuple[str, list[Attendee]]:
    """Return a text of one line a person, and the people as first read from it."""
    text, found = "", []
    for name, role, body in rows:
        at = len(text)
        text += f"{name}, {role}, {body}\n"
        low = text.index(role, at + len(name)) if role else 0
        begin = text.index(body, at + len(name)) if body else 0
        found.append(
            Attendee(
                name=name,
                start=at,
                end=at + len(name),
                status="present",
                role=role or None,
                role_span=Span(low, low + len(role), "x") if role else None,
                organisation=body or None,
                organisation_span=Span(begin, begin + len(body), "x") if body else None,
            )
        )
    return text, found


_BARE = [("Ada Penrose", "", ""), ("Tom Holt", "", "")]
_POSTS = [("Ada Penrose", "Clerk", ""), ("Tom Holt", "Fire Chief", "")]
_BODIES = [("Ada Penrose", "", "Holt Trust"), ("Tom Holt", "", "Mill School")]
_ROWS = [
    # nobody has a body behind the name: the next person of the list
    (_BARE, ("Ann Bell", "", "D'ana Al-Pike"), ("", "", "D'ana Al-Pike")),
    (_BARE, ("Ann Bell", "", "Dilwen A Pike"), ("", "", "Dilwen A Pike")),
    (_BARE, ("Ann Bell", "", "to take part write"), ("", "", "")),
    # others have one, or its form gives it away
    (_BODIES, ("Ann Bell", "", "Quarry Works"), ("", "Quarry Works", "")),
    (_BARE, ("Ann Bell", "", "Pike & Bell"), ("", "Pike & Bell", "")),
    (_BARE, ("Ann Bell", "", "LB Thornbeck"), ("", "LB Thornbeck", "")),
    # most have posts: a post that no list holds
    (_POSTS, ("Ann Bell", "", "Beacon Keeping"), ("Beacon Keeping", "", "")),
    (_POSTS, ("Ann Bell", "Warden", "Beacon"), ("Warden", "", "")),
    # a heading runs on
    (_BARE, ("Ann Bell", "Town Clerk GALLERY", ""), ("Town Clerk", "", "")),
    (_BARE, ("Ann Bell", "UNISON Steward", ""), ("UNISON Steward", "", "")),
    (_BARE, ("Ann Bell", "MEMBERS ABSENT Warden", ""), ("", "", "")),
    # the next person stands in the post
    (_BARE, ("Bo Bell", "Warden Jo A. Pike, Clerk", ""), ("Warden", "", "Jo A. Pike")),
    (_BARE, ("Bo Bell", "Head of Ann Pike School", ""), ("*", "", "")),
    (_BARE, ("Bo Bell", "Caseworker for Ann Pike MP", ""), ("*", "", "")),
]


@pytest.mark.parametrize(("others", "row", "expected"), _ROWS)
def test_a_piece_agrees_with_its_list(
    others: list[Row], row: Row, expected: Row
) -> None:
    text, people = _people([*others, row])
    found = agree(text, people)
    role, body, added = expected
    person = found[len(others)]
    assert (person.role or "") == (row[1] if role == "*" else role)
    assert (person.organisation or "") == body
    assert [x.name for x in found[len(others) + 1 :]] == ([added] if added else [])


_CHAINS = [
    (
        "Ada Penrose, President Tom Holt, Secretary\n",
        [("Ada Penrose", "President"), ("Tom Holt", "Secretary")],
    ),
    (
        "Ada Penrose, Deputy Clerk Tom Holt, Warden Ann Bell\n",
        [("Ada Penrose", ""), ("Tom Holt", "Deputy Clerk"), ("Ann Bell", "Warden")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), _CHAINS)
def test_a_chain_tells_whose_a_post_is(
    text: str, expected: list[tuple[str, str]]
) -> None:
    entries = Reader(text, False, True).read(cut_atoms(text, 0, len(text)))
    found = [
        (x.name.name, text[slice(*x.roles[0])] if x.roles else "") for x in entries
    ]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "role", "body"),
    [
        ("Nominated by Holt Council", "", "Holt Council"),
        ("Investigator with the Quarry Unit", "Investigator", "Quarry Unit"),
        ("with Penrose & Co", "", "Penrose & Co"),
        # nothing stands between post and body
        ("Bell Mill School Principal", "Principal", "Bell Mill School"),
        ("Bell Mill Trust Board President", "Board President", "Bell Mill Trust"),
        ("Vicar All Angels Church", "Vicar", "All Angels Church"),
        ("Treasurer Bell Mill Hall Committee of Ways", "Treasurer", "*"),
        ("Town Council Clerk", "Town Council Clerk", ""),
        ("High School Principal", "High School Principal", ""),
        ("Children’s Trust Manager", "Children’s Trust Manager", ""),
        ("Director Quarry Services", "Director Quarry Services", ""),
        ("Bell Mill School Chair", "Bell Mill School Chair", ""),
        ("Bell Police Service", "", "Bell Police Service"),
        # what is known for a body, or by its form
        ("Head of Rivers, Age UK, Thornbeck", "Head of Rivers", "Age UK, Thornbeck"),
        ("Senior Engineer, LBHoT", "Senior Engineer", "LBHoT"),
        ("Head of Rivers, Low Fire and Rescue Service", "Head of Rivers", "*"),
        # those of a place, and clubs by their letters
        ("Chief Officer, Calder Mill Carers", "Chief Officer", "Calder Mill Carers"),
        ("Secretary, Marl Rovers FC", "Secretary", "Marl Rovers FC"),
        ("Team Leader, Wardens", "Team Leader, Wardens", ""),
        # whom a body is called after; the seat of a councillor
        ("Mill Carers Centre", "", "Mill Carers Centre"),
        ("Quarry Liaison Group", "", "Quarry Liaison Group"),
        ("Chair of Quarry Liaison Group", "Chair of Quarry Liaison Group", ""),
        ("County Councillor, Mill County Council", "", "Mill County Council"),
        ("MCC Councillor", "", "MCC"),
        ("Warden, Mill Trust (also representing Ann Bell)", "Warden", "Mill Trust"),
    ],
)
def test_words_that_lead_a_body(text: str, role: str, body: str) -> None:
    found = split_affiliation(text)
    assert (text[slice(*found.role)] if found.role else "") == role
    body_found = text[slice(*found.organisation)] if found.organisation else ""
    assert body_found == body or (
        body == "*" and body_found and text.endswith(body_found)
    )
