"""Who met, when: ways to pages, letterheads, front matter in front matter, times."""

from __future__ import annotations

import pytest
from reading import read

END = "\n\nPresent: Ann Bell (Chair), Tom Holt\n\n1. Minutes\n\nApproved.\n"


def meeting(head: str, name: str = "minutes.md") -> dict[str, str | None]:
    """Return what the head of minutes says of the meeting."""
    found: dict[str, str | None] = read(head + END, name)["meeting"]
    return found


BODIES = [
    (
        "HOLT COMMUNITY COUNCIL/CYNGOR CYMUNED HOLT\n\n"
        "Minutes of the meeting held on 4 May 2016",
        "Holt Community Council",
    ),
    (
        "MARL INTERNAL DRAINAGE BOARD\n\nMINUTES\n\n"
        "of the business done by the Board at its Meeting in the Depot\n\n4 May 2016",
        "Marl Internal Drainage Board",
    ),
    (
        "[Home](/) · [Bookings](/b) · [Committee](/c) · [Minutes](/m)\n\n"
        "HOLT VILLAGE HALL\n\nManagement Committee\n\nMonday 15 February 2016",
        "Management Committee",
    ),
    (
        "Home > Looking After > Committees > Planning Committee\n\n"
        "HOLT NATIONAL PARK AUTHORITY\n\nMeeting: Planning Committee\n\n13 May 2016",
        "Planning Committee",
    ),
    (
        "# Union Council 3 - Minutes\n\nWeds 6 Dec 2023, 17:30, The Loft (and Teams)",
        "Union Council",
    ),
    (
        "MARL HOUSING ASSOCIATION\n\nRegistered Scottish Charity\n\n"
        "Minutes of the meeting held on 4 May 2016",
        "Marl Housing Association",
    ),
    (
        "Marl Borough Council\n\nPlaces Overview and Scrutiny Panel\n\n4 May 2016",
        "Places Overview and Scrutiny Panel",
    ),
    ("UNIVERSITY OF MARL\n\nSENATE\n\n4 May 2016", "SENATE"),
    (
        "# Holt Hall – Management Committee\n\n4 May 2016",
        "Holt Hall – Management Committee",
    ),
    ("TOWN OF HOLT\nREGULAR TOWN BOARD MEETING\nMAY 4, 2016", "Town Board"),
    (
        "Friends of Holt Wood (Charity No 12)\n\nMinutes of the AGM\n\n4 May 2016",
        "Friends of Holt Wood",
    ),
    (
        "LFRA Committee\n\n# Low Fold Residents’ Association\n\nNotes of 4 May 2016",
        "Low Fold Residents’ Association Committee",
    ),
]


BODIES += [
    ("MARL LOCAL MUNICIPALITY\n\nMINUTES OF THE 7TH SPECIAL COUNCIL MEETING HELD "
     "ON 27 AUGUST 2015", "Marl Local Municipality"),
    ("THE PAROCHIAL CHURCH COUNCIL OF ST ANNE, HOLT\n\nMinutes of the PCC, 4 May 2016",
     "Parochial Church Council of St Anne, Holt"),
    ("MEETING MINUTES\n\nMeeting Title: RE-LAUNCH OF THE MILL LANE PATIENT GROUP\n\n"
     "4 May 2016", "Mill Lane Patient Group"),
    ("HOLT COMMUNITY COUNCIL\n\nMINUTES of TEAMS Meeting of Community Council held on "
     "4 May 2016", "Holt Community Council"),
    ("CYNGOR CYMUNED HOLT FAWR\nHOLT FAWR COMMUNITY COUNCIL\n4 May 2016",
     "Holt Fawr Community Council"),
    ("# Town of Holt\n\nMinutes of 4 May 2016\n\nMayor Pro Tem Del Kunz called the "
     "meeting to order.", "Town of Holt"),
    ("Agenda and minutes\n\nVenue: Mill Room, Holt\n\nMinutes of the previous meeting "
     "of the Roads Scrutiny Committee held on 3 May 2016", "Roads Scrutiny Committee"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "body"), BODIES)
def test_body_that_met(head: str, body: str) -> None:
    assert meeting(head)["body"] == body


def test_a_date_in_two_tongues_and_below_a_committee_for_estates() -> None:
    head = (
        "Minutes of the monthly meeting\n\nNos Lun / Monday 8 Ebrill / April 2024, 7pm"
    )
    assert meeting("HOLT FAWR COMMUNITY COUNCIL\n" + head)["date"] == "2024-04-08"
    head = (
        "Holt Fire Authority - Finance and Estates\nMonday, 14th October, 2013 2.00 pm"
    )
    assert meeting("Agenda and minutes\n\n" + head)["date"] == "2013-10-14"


TIMES = [
    ("on 15 February 2016, 7.15 for 7.30pm in the Hall", "19:30"),
    ("on 15 February 2016 at 7pm for 7.30pm in the Hall", "19:30"),
    ("on Monday 13 May 2013 at 7-30 p.m.", "19:30"),
    ("on Monday 13 May 2013, 9-11 am", "09:00"),
]


@pytest.mark.parametrize(("when", "start"), TIMES)
def test_time_at_which_it_began(when: str, start: str) -> None:
    head = f"Thornbeck Parish Council\n\nMinutes of the meeting held {when}"
    assert meeting(head)["start"] == start


def test_a_time_of_four_figures_is_no_year() -> None:
    head = (
        "Marl Club\n\nMinutes of the 2nd meeting of 2008, Monday 11 February, 2000 hrs"
    )
    assert meeting(head)["date"] == "2008-02-11"
    assert meeting(head)["start"] == "20:00"


FRONT = """---
title: Minutes
meeting:
  body: Finance Committee
  council: Marl Town Council
  date: 2024-03-04
  start: "19:30"
attendance:
  present:
    - name: Ann Bell
      role: Chair
    - name: Tom Holt
  apologies: [Lee Orr, Jo Pike]
---

## 1. Minutes

Approved.
"""


def test_fields_inside_fields_of_front_matter() -> None:
    found = read(FRONT)
    said = found["meeting"]
    assert [said[x] for x in ("council", "body", "date", "start")] == [
        *("Marl Town Council", "Finance Committee", "2024-03-04", "19:30")
    ]
    people = {x["name"]: (x["status"], x["chair"]) for x in found["attendance"]}
    assert people["Ann Bell"] == ("present", True)
    assert people["Jo Pike"] == ("apologies", False)
    assert len(people) == 4


WHOLES = [
    ("MARL LIBRARY\nBOARD OF TRUSTEES\n4 May 2016", "Marl Library Board of Trustees"),
    (
        "Marl Heath Homeowners Association, Inc.\nBoard of Directors\n4 May 2016",
        "Marl Heath Homeowners Association, Inc. Board of Directors",
    ),
    (
        "Marl Leisure Trust Ltd\nMinutes of the 9th Meeting of the Board of Trustees\n"
        "held on 4 May 2016",
        "Marl Leisure Trust Ltd Board of Trustees",
    ),
    (
        "Marl NHS Foundation Trust\nBoard of Directors\n4 May 2016",
        "Marl NHS Foundation Trust Board of Directors",
    ),
    (
        "Marl Students' Union (MSU)\nMinutes of the Union Council\n4 May 2016",
        "Marl Students' Union Union Council",
    ),
    (
        "Marl District Council\nLicensing Sub-Committee (Panel B)\n4 May 2016",
        "Licensing Sub-Committee (Panel B)",
    ),
    (
        "Marl District Council\nPlanning Committee (North)\n4 May 2016",
        "Planning Committee (North)",
    ),
    (
        "Marl District Council\nPlanning Committee (Minutes)\n4 May 2016",
        "Planning Committee",
    ),
    (
        "Marl Council\nPENSIONS COMMITTEE – 4th May 2016 at 2pm, Shire Hall",
        "Pensions Committee",
    ),
    ("City of Marl\nCity Commission\n4 May 2016", "City Commission"),
    (
        "PARISH OF MARL\nParochial Church Council\n4 May 2016",
        "Parochial Church Council",
    ),
    ("Marl cum Thorpe Parish Meeting\n4 May 2016", "Marl cum Thorpe Parish Meeting"),
    (
        "Minutes of the Annual Parish Meeting of Marl held on 4 May 2016",
        "Annual Parish Meeting",
    ),
    (
        "Marl District Council\nLicensing Sub-Committee A\n4 May 2016",
        "Licensing Sub-Committee A",
    ),
    (
        "Marl District Council\nLicensing Committee a\n4 May 2016",
        "Licensing Committee",
    ),
    ("Marl Homes Ltd\nBoard meeting\n4 May 2016", "Marl Homes Ltd Board"),
    (
        "Marl Learning Trust\nHolt Academy – Local Governing Body\n4 May 2016",
        "Local Governing Body",
    ),
    (
        "Council of the RURAL MUNICIPALITY OF MARL NO. 12\n4 May 2016",
        "Council of the RURAL MUNICIPALITY OF MARL NO. 12",
    ),
    (
        "MARL COURT (HOLT) COMPANY LIMITED\nMinutes of the AGM",
        "Marl Court (Holt) Company Limited",
    ),
    ("Notes of 4 May 2016\n\nMembers of the Marl Youth Club met in the park.", None),
    ("Notes of 4 May 2016\n\nThe Marl Walking Group met the Chair on site.", None),
]


@pytest.mark.parametrize(("head", "body"), WHOLES)
def test_board_takes_the_name_of_its_whole(head: str, body: str | None) -> None:
    assert meeting(head, "minutes.txt")["body"] == body


COUNCILS = [
    ("MARL TOWNSHIP, HOLT COUNTY\nBOARD OF TRUSTEES\n4 May 2016", "Marl Township"),
    ("MARL LIBRARY\nBOARD OF TRUSTEES\n4 May 2016", None),
    ("Marl Students' Union\nUnion Council\n4 May 2016", None),
    ("City of Marl\nCity Commission\n4 May 2016", "City of Marl"),
    ("Royal Borough of Marl\nCabinet\n4 May 2016", "Royal Borough of Marl"),
    ("London Borough of Marl\nHealth Board\n4 May 2016", "London Borough of Marl"),
    ("Marl Primary School\nBoard of Trustees\n4 May 2016", "Marl Primary School"),
    (
        "Marl School\nResources Committee of the Governing Board\n4 May 2016",
        "Marl School",
    ),
    (
        "Marl School Division No. 7\nMeeting of the Board of Trustees\n4 May 2016",
        "Marl School Division No. 7",
    ),
]


@pytest.mark.parametrize(("head", "council"), COUNCILS)
def test_whose_board_it_is(head: str, council: str | None) -> None:
    assert meeting(head, "minutes.txt")["council"] == council


ENDS = [
    ("Start: 18:00 Finish: 20:12", "", "20:12"),
    ("commencing at 10.05 a.m. and concluding at 1.40 p.m.", "", "13:40"),
    ("Meeting opened: 7.02pm. Meeting closed: 9.15pm", "", "21:15"),
    ("10am - 12 noon", "", "12:00"),
    (
        "at 7pm",
        "2. Next meeting\nDate of next meeting: 9 July 2016\n"
        "The meeting closed at 8.45pm.\n",
        "20:45",
    ),
    ("at 7pm", "2. Next meeting\nThe next meeting will close at 9pm.\n", None),
]


@pytest.mark.parametrize(("when", "tail", "end"), ENDS)
def test_time_at_which_it_ended(when: str, tail: str, end: str | None) -> None:
    text = f"Thornbeck Parish Council\nMinutes, 4 May 2016\n{when}{END}{tail}"
    assert read(text, "minutes.txt")["meeting"]["end"] == end


def test_time_behind_a_room_and_a_long_name() -> None:
    head = "Thornbeck Forum\nTuesday 4 May 2016 in the Church Room, 7.30 p.m."
    assert meeting(head)["start"] == "19:30"
    order = (
        "Thornbeck Club\n4 May 2016\n\nPresident Bell called the Special Meeting of the"
        ' Thornbeck Cricket and Hockey Club ("TCHC" or "Club") to order at 5:30 p.m.'
    )
    assert meeting(order)["start"] == "17:30"


DRAFTS = [
    ("These minutes are draft until approved", "", True),
    ("(Draft - not agreed by the committee yet)", "", True),
    ("DRAFT notes of the meeting", "", True),
    ("Minutes", "\nDraft – tell me what I got wrong. Ann\n", True),
    ("Minutes", "\nMinutes – version 1 – subject to confirmation\n", True),
    ("Minutes", "\nThe draft minutes of the last meeting were approved.\n", False),
    ("Minutes", "\nThe draft policy was adopted.\n", False),
]


@pytest.mark.parametrize(("head", "tail", "draft"), DRAFTS)
def test_what_marks_a_draft(head: str, tail: str, draft: bool) -> None:
    text = f"Thornbeck Forum\n{head}\n4 May 2016{END}{tail}"
    assert read(text, "minutes.txt")["meeting"]["draft"] is draft


def test_draft_to_be_agreed_keeps_its_date() -> None:
    head = "Marl Club\nCommittee 8 July 2014\n(Draft - to be agreed in September)"
    assert meeting(head)["date"] == "2014-07-08"
