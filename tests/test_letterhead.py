"""Letterheads above the title name officers to write to, not those who came."""

from __future__ import annotations

import pytest
from test_attendance import document

from minutebook import runner

BODY = """
{title}

Present: Cllrs T Holt (Chair), B Pike, J Marsh
Apologies: Cllr A Orr

1. Declarations of interest
None.

2. Highways
The verge was discussed.
"""
TITLES = (
    "Minutes of the Parish Council meeting held on Tuesday 5th March 2019 at 7.30pm",
    "DRAFT MINUTES of the Annual Meeting held on 5 March 2019 at 7.30 pm in the Hall",
    "Minutes of the Meeting of Thornbeck Parish Council\nHeld on 5 March 2019 at 7.30",
    "Meeting of the Parish Council held on 5 March 2019 at 7.30pm",
)
LETTERHEADS = (
    "THORNBECK PARISH COUNCIL\nClerk: Mrs Ada Penrose, 4 Mill Lane, Thornbeck TB1 2CD\n"
    "Tel: 01999 123456   Email: clerk@thornbeck.example\n",
    "Thornbeck Parish Council\nChairman: Cllr Tom Holt\nClerk: Ada Penrose\n"
    "4 Mill Lane, Thornbeck, TB1 2CD\n",
    "Mrs Ada Penrose\nClerk to the Council\n4 Mill Lane\nThornbeck\n\n"
    "THORNBECK PARISH COUNCIL\n",
    "THORNBECK PARISH COUNCIL\nParish Clerk: Ada Penrose\nTelephone 01999 123456\n",
)


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("letterhead", LETTERHEADS)
def test_letterhead(letterhead: str, title: str) -> None:
    meeting = runner.extract(document(letterhead + BODY.format(title=title))).meeting
    assert (meeting.body, meeting.date) == ("Thornbeck Parish Council", "2019-03-05")
    assert meeting.start == "19:30"
    assert [x.title for x in meeting.items] == ["Declarations of interest", "Highways"]
    came = {x.name for x in meeting.attendance if x.status == "present"}
    assert came == {"T Holt", "B Pike", "J Marsh"} or came == {
        "Tom Holt",
        "B Pike",
        "J Marsh",
    }


def test_posts_that_came() -> None:
    """Posts that no list follows are those who came, above the title or not."""
    text = (
        "THORNBECK PARISH COUNCIL\nChairman: Tom Holt\nClerk: Ada Penrose\n"
        "Members: Bo Pike, Jo Marsh\n\n"
        "Minutes of the meeting held on 5 March 2019\n\n"
        "1. Highways\nThe verge was discussed.\n"
    )
    meeting = runner.extract(document(text)).meeting
    came = {x.name for x in meeting.attendance}
    assert {"Tom Holt", "Ada Penrose", "Bo Pike"} <= came


@pytest.mark.parametrize(
    "members", ["Members", "Members present", "Trustees", "Governors present"]
)
def test_members_above_the_title_came(members: str) -> None:
    """A list headed by a post of many tells who came, whatever follows the title."""
    text = (
        f"THORNBECK PARISH COUNCIL\n{members}: T Holt, B Pike\n\n"
        "Minutes of the meeting held on 5 March 2019\n\n"
        "In attendance: J Marsh (Clerk)\n\n"
        "1. Highways\nThe verge was discussed.\n"
    )
    meeting = runner.extract(document(text)).meeting
    assert [x.name for x in meeting.attendance] == ["T Holt", "B Pike", "J Marsh"]
