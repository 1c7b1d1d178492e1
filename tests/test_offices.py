"""Posts of attendees: of several, before names, in cells, in brackets; what is none."""

from __future__ import annotations

import pytest
from test_attendance_prose import rows

HEAD = "Thornbeck Parish Council\nMinutes of the meeting held on 13 January 2020\n"
TAIL = "\n1. Minutes\nThe minutes of the last meeting were agreed.\n"

PEOPLE = [
    (  # what several are called is each one's post
        "Present: Cllrs Penrose, Holt and Pike. Mr D. Nash, County Manager, Mr M. "
        "Frost, Mr D. Fallow and Mr A. Reed, Directors of Service, Ms R. Bell, Senior "
        "Engineer",
        [
            *("pr Penrose", "pr Holt", "pr Pike", "pr D. Nash | County Manager"),
            "pr M. Frost | Director of Service",
            "pr D. Fallow | Director of Service",
            "pr A. Reed | Director of Service",
            "pr R. Bell | Senior Engineer",
        ],
    ),
    (
        "Present: Ada Penrose, Chairman, Tom Holt & Bo Pike, Town Supervisors, "
        "& Eve Marsh, Clerk/Treasurer.",
        [
            "pr Ada Penrose*",
            "pr Tom Holt | Town Supervisor",
            "pr Bo Pike | Town Supervisor",
            "pr Eve Marsh | Clerk/Treasurer",
        ],
    ),
    (  # but members of the public are not
        "Present: Cllr A Penrose - Chairman, Cllr B Holt, Cllr L Pike, Cllr G Marsh "
        "5 members of the public.",
        ["pr A Penrose*", "pr B Holt", "pr L Pike", "pr G Marsh"],
    ),
    (  # an article leads a post, and the next
        "Present: Cllrs Penrose and Holt. The Town Clerk, Mrs. E.M. Marsh, the Town "
        "Clerk’s Assistant, Mr. B.J. Reed and a lady of the press were present.",
        [
            *("pr Penrose", "pr Holt", "pr E.M. Marsh | Town Clerk"),
            "pr B.J. Reed | Town Clerk’s Assistant",
        ],
    ),
    (
        "Present: Councillors A Penrose, B Holt and the Parish Clerk, Mrs S. Marsh.",
        ["pr A Penrose", "pr B Holt", "pr S. Marsh | Parish Clerk"],
    ),
    (
        "Present: Ada Penrose, Tom Holt\nIn attendance: PCC Secretary, Eve Marsh",
        ["pr Ada Penrose", "pr Tom Holt", "pr Eve Marsh | PCC Secretary"],
    ),
    (  # a slash parts cells beside a person, not the halves of a post
        "Present:\nAda Penrose / Chair\nTom Holt / Treasurer\nEve Marsh / Clerk",
        ["pr Ada Penrose*", "pr Tom Holt | Treasurer", "pr Eve Marsh | Clerk"],
    ),
    (
        "Present: Ada Penrose, Treasurer / Deputy Clerk; Tom Holt, Surveyor",
        ["pr Ada Penrose | Treasurer / Deputy Clerk", "pr Tom Holt | Surveyor"],
    ),
    (  # a column of posts that begins on the line of the last name
        "Present\nAda Penrose\nTom Holt\nBo Pike\nEve Marsh / Medical Director\n"
        "Director of Quality\nBoard Secretary\nDeputy Director of Works",
        [
            "pr Ada Penrose | Medical Director",
            "pr Tom Holt | Director of Quality",
            "pr Bo Pike | Board Secretary",
            "pr Eve Marsh | Deputy Director of Works",
        ],
    ),
    (  # two columns, and a post that looks as if it went on
        "Present:\nAda Penrose               Works Assistant\n"
        "Tom Holt                  Engineering Manager",
        ["pr Ada Penrose | Works Assistant", "pr Tom Holt | Engineering Manager"],
    ),
    (  # departments, where brackets say the same of two
        "Present\nAda Swann, Committee Officer (Governance)\nTom Moss, Team Leader "
        "(Roads and Rivers)\nEve Marsh, Support Officer (Governance)",
        [
            "pr Ada Swann | Committee Officer | Governance",
            "pr Tom Moss | Team Leader | Roads and Rivers",
            "pr Eve Marsh | Support Officer | Governance",
        ],
    ),
    (
        "Present\nAda Swann, Staff Governor (Nursing)\n"
        "Tom Moss, Public Governor (Nursing)\nEve Marsh, Clerk",
        [
            "pr Ada Swann | Staff Governor (Nursing)",
            "pr Tom Moss | Public Governor (Nursing)",
            "pr Eve Marsh | Clerk",
        ],
    ),
    (  # the chair behind a post
        "Present: The Revd Tom Holt (Rector and Chair), Ada Penrose (Churchwarden)",
        ["pr Tom Holt* | Rector", "pr Ada Penrose | Churchwarden"],
    ),
    (  # a post in a bracket, and no comma behind it
        "Present: Mr Dick Holt (Chairman), Mrs Jane Hollow (Treasurer) Mrs Ada Moon "
        "(Executive Officer), Mrs Jo Penrose",
        [
            *("pr Dick Holt*", "pr Jane Hollow | Treasurer"),
            *("pr Ada Moon | Executive Officer", "pr Jo Penrose"),
        ],
    ),
    (  # a reason is no body, a call sign neither
        "Present: Cllr Bell\nApologies were received from Cllrs Holt (town council "
        "business) and Marsh (work).",
        ["pr Bell", "ap Holt", "ap Marsh"],
    ),
    (
        "Present: K9ABC – Ada Penrose, W4XYZ –\nTom Holt, WA2KBX – Bo Pike",
        ["pr Ada Penrose", "pr Tom Holt", "pr Bo Pike"],
    ),
    (  # father and son; a saint in a name
        "Present: Robert Holt Jr., William Penrose, Sr., E. St. Aubyn, Tom Pike",
        [
            *("pr Robert Holt Jr.", "pr William Penrose, Sr."),
            *("pr E. St. Aubyn", "pr Tom Pike"),
        ],
    ),
    (
        "In attendance: Sergeant (Mr. P. Bent), Detective Sergeant (Mr. M. Reid)",
        ["pr P. Bent | Sergeant", "pr M. Reid | Detective Sergeant"],
    ),
    (
        "Present: Ben Holt, Chief Deputy Clerk; and Ron Pike, Sergeant at Arms.",
        ["pr Ben Holt | Chief Deputy Clerk", "pr Ron Pike | Sergeant at Arms"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PEOPLE)
def test_posts(text: str, expected: list[str]) -> None:
    assert rows(HEAD + text + TAIL) == expected
