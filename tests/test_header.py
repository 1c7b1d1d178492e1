"""The heading of minutes: which body met, when and where; kind and links."""

from __future__ import annotations

import time

import pytest

from minutebook.assemble.meetings import find_approved, find_next
from minutebook.preamble.clock import parse_time
from minutebook.preamble.header import read_header
from minutebook.preamble.when import find_dates
from minutebook.recognise.context import Context
from minutebook.recognise.dates import recognise_dates
from minutebook.records import (
    Line,
    Mentions,
    Page,
    Preamble,
    Sections,
    SourceDocument,
    Span,
)
from minutebook.segment.kind import decide_kind


def _source(text, metadata=(), path="a.txt"):
    lines = []
    place = 0
    for row, raw in enumerate(text.split("\n")):
        cell = place
        for column, part in enumerate(raw.split("\t")):
            if part.strip():
                lines.append(Line(cell, cell + len(part), row=row, column=column))
            cell += len(part) + 1
        place += len(raw) + 1
    pages = (Page(1, 0, len(text)),)
    return SourceDocument(
        path, "text/plain", "", len(text), text, tuple(lines), pages, tuple(metadata)
    )


NOTHING = Sections("minutes", Span(0, 0))


def _header(text, metadata=(), path="a.txt"):
    return read_header(_source(text, metadata, path), NOTHING)


BODIES = [
    # text, council, body
    (
        "Minutes of PRGS Annual General Meeting held 18:45 7 May 2019\nPresent: A Holt",
        None,
        "PRGS",
    ),
    (
        "Minutes of the May Meeting of Low Fold Parish Council\n\nMINUTES OF THE\n"
        "ANNUAL MEETING\n\nHELD AT THE CHURCH ON 7 MAY 2019\nPresent: Cllr Holt",
        "Low Fold Parish Council",
        "Low Fold Parish Council",
    ),
    (
        "THE CORPORATION OF THE TOWNSHIP OF ELM RIDGE\nMINUTES OF THE REGULAR MEETING\n"
        "May 7, 2019\nPresent: Ada Holt",
        "Township of Elm Ridge",
        "Township of Elm Ridge",
    ),
    (
        "Minutes of a meeting of the above Council held on 7 May 2019\n"
        "Thornbeck Parish Council\nPresent: Cllr Holt",
        "Thornbeck Parish Council",
        "Thornbeck Parish Council",
    ),
    (
        "Minutes of the meeting of the newly formed Brackwater Liaison Committee held\n"
        "on 7 May 2019\nPresent: Ada Holt",
        None,
        "Brackwater Liaison Committee",
    ),
    (
        "Minutes of a meeting of Newly Parish Council held on 7 May 2019\nPresent:",
        "Newly Parish Council",
        "Newly Parish Council",
    ),
    (
        "MINUTES OF THE MEETING OF THORNBECK PARISH COUNCIL HELD IN THE VILLAGE HALL\n"
        "ON TUESDAY 7TH MAY 2019\nPresent: Cllr Holt",
        "Thornbeck Parish Council",
        "Thornbeck Parish Council",
    ),
    (
        "Minutes of the Thornbeck Parish Council Meeting held on 7 May 2019\nPresent:",
        "Thornbeck Parish Council",
        "Thornbeck Parish Council",
    ),
    (
        "MINUTES OF PROCEEDINGS AT SPECIAL MEETING OF THE MUNICIPAL\n"
        "DISTRICT OF BALLYFOYLE-GLEN HELD IN THE COURTHOUSE ON 7 MAY 2019\nPRESENT:",
        None,
        "Municipal District of Ballyfoyle-Glen",
    ),
    (
        "Penmere Borough Council\nLicensing Sub-Committee\n7 May 2019\nPresent:",
        "Penmere Borough Council",
        "Licensing Sub-Committee",
    ),
    (
        "Title of Meeting:\tCarers Commissioning Group\nDate\t7 May 2019\nPresent:",
        None,
        "Carers Commissioning Group",
    ),
    (
        "Open Maps Board - Meeting 3 (25 March 2014)\n\nContext\nThis was the third.",
        None,
        "Open Maps Board",
    ),
    (
        "Hillfoot NHS Foundation Trust Minutes of the Board Meeting in Public Tuesday "
        "25 April 2017 10:15 – 12:30 The Ark Members: Ada Penrose",
        None,
        "Hillfoot NHS Foundation Trust Board",
    ),
    (
        "General Purposes Committee - Tuesday 7th May 2019 7.30 pm\nVenue: Town Hall\n",
        None,
        "General Purposes Committee",
    ),
    (
        "THORNBECK COMMUNITY COUNCIL\nMinutes of a meeting of the above Council held "
        "on 7 May 2019\nPresent:",
        "Thornbeck Community Council",
        "Thornbeck Community Council",
    ),
    (
        "TOWNSHIP OF ELM RIDGE\nA regular meeting of the Township of Elm Ridge Council "
        "was held on May 7, 2019.\nPresent: Mayor Holt",
        "Township of Elm Ridge",
        "Township of Elm Ridge Council",
    ),
    (
        "DEEPWELL PRIMARY SCHOOL BOARD OF GOVERNORS\n"
        "COMMITTEE\tPremises Committee\tDATE\t7 May 2019\nPresent:",
        "Deepwell Primary School Board of Governors",
        "Premises Committee",
    ),
    ("Date: 7 May 2019\nVenue: Council Chamber, Town Hall\nPresent:", None, None),
    # the council is the authority of its own committees
    (
        "MARLSHIRE COUNTY COUNCIL\nCABINET\nMINUTES of a meeting of the Cabinet held "
        "in Shire Hall on\nTuesday 7 May 2019\nPresent:",
        "Marlshire County Council",
        "Cabinet",
    ),
    (
        "LOW FOLD TOWN COUNCIL\nMinutes of the Meeting of the Full Council held on "
        "7 May 2019\nPresent:",
        "Low Fold Town Council",
        "Full Council",
    ),
    (
        "CITY OF PINE HARBOR\nCITY COUNCIL REGULAR MEETING\nMINUTES\nMay 7, 2019\n"
        "Present:",
        "City of Pine Harbor",
        "City Council",
    ),
    (
        "ELM RIDGE TOWNSHIP BOARD OF SUPERVISORS\nMay 7, 2019\nPresent:",
        "Elm Ridge Township",
        "Elm Ridge Township Board of Supervisors",
    ),
    (
        "MINUTES OF PENMERE DISTRICT COUNCIL TAIWERA COMMUNITY BOARD MEETING HELD AT "
        "THE HALL ON 7 MAY 2019\nPRESENT:",
        "Penmere District Council",
        "Taiwera Community Board",
    ),
    (
        "ELM RIDGE UNIFIED SCHOOL DISTRICT NO. 88\nMINUTES OF THE REGULAR MEETING OF "
        "THE BOARD OF EDUCATION\nMay 7, 2019\nPresent:",
        "Elm Ridge Unified School District No. 88",
        "Board of Education",
    ),
    (
        "LOW MARSH INTERNAL DRAINAGE BOARD\n7 May 2019\nPRESENT\nAda Holt",
        "Low Marsh Internal Drainage Board",
        "Low Marsh Internal Drainage Board",
    ),
    (
        "UNIVERSITY OF MARLHAVEN\nSENATE\nMinutes of the meeting held on 7 May 2019\n"
        "Present:",
        "University of Marlhaven",
        "SENATE",
    ),
    (
        "Low Fold Neighbourhood Plan\nSteering Group Meeting No. 8, 7th May 2019\n"
        "Attending: Ada Holt\nThe Steering Group reports to Low Fold Parish Council.",
        "Low Fold Parish Council",
        "Steering Group",
    ),
    # short and numbered headings
    (
        "LOW FOLD PC Annual Mtg of the Parish Council 7.5.19, VH\nPresent Ada Holt",
        "Low Fold Parish Council",
        "Low Fold Parish Council",
    ),
    (
        "LF PC\nMinutes of Low Fold Parish Council, 7 May 2019\nPresent:",
        "Low Fold Parish Council",
        "Low Fold Parish Council",
    ),
    (
        "FELLSIDE LOCAL ACCESS FORUM Minutes of the Twenty-Third Meeting, Schoolroom, "
        "Thornbeck, 7 May 2019 Present: Ada Holt (Chair), A B, C D, E F, G H, I J",
        None,
        "Fellside Local Access Forum",
    ),
    (
        "FRIENDS OF DEEPWELL SCHOOL (FODS) - meeting 7 May 2019, the Swan, 8pm\nHere:",
        None,
        "Friends of Deepwell School",
    ),
    # an organisation and the committee or the board that it has
    (
        "Hillfoot Community NHS Trust\nWORKFORCE AND SAFETY COMMITTEE\nMinutes of the "
        "meeting held on 7th May 2019\nPresent:",
        "Hillfoot Community NHS Trust",
        "Workforce and Safety Committee",
    ),
    (
        "Penmere Safeguarding Partnership\nExecutive Group\nTuesday 7th May 2019\n"
        "Present:",
        None,
        "Penmere Safeguarding Partnership Executive Group",
    ),
    (
        "Open Lamp Foundation\nBoard of Directors meeting, 2019-05-07, 18:00 UTC\n"
        "Present:",
        "Open Lamp Foundation",
        "Board of Directors",
    ),
    (
        "LOW FOLD VILLAGE HALL (Registered Charity)\nManagement Committee - DRAFT "
        "minutes\nMon. 7 May 2019\nPresent:",
        None,
        "Management Committee",
    ),
    (
        "St Osyth Primary School\nMinutes of the Full Governing Body Meeting\nheld on "
        "7 May 2019\nPresent:",
        "St Osyth Primary School",
        "Full Governing Body",
    ),
    # a field of the heading that only says what kind of council it is
    (
        "LOW FOLD & THORNBECK PARISH COUNCIL\nMeeting:\tParish Council Meeting\n"
        "Date:\t7 May 2019\nPresent:",
        "Low Fold & Thornbeck Parish Council",
        "Low Fold & Thornbeck Parish Council",
    ),
    # pages of a site flattened into one line
    (
        "Penmere Council Home A to Z Councillors Agenda, decisions and minutes "
        "Executive Tuesday, 7 May, 2019 5.00 pm Venue: Guildhall\nPresent:",
        "Penmere Council",
        "Executive",
    ),
    (
        "Penmere Borough Council Agenda and draft minutes Health and Wellbeing Board "
        "Tuesday, 7th May, 2019 1.00 p.m. Venue: Suite 1, Penmere. Contact: A, B, "
        "C, D\nPresent:",
        "Penmere Borough Council",
        "Health and Wellbeing Board",
    ),
    (
        "ADULT SERVICES SCRUTINY PANEL - 7TH MAY 2019 Present: Councillor A. Holt; "
        "Councillors B. Reed, C. Lamb, D. Moss, E. Frost and F. Hale",
        None,
        "Adult Services Scrutiny Panel",
    ),
    # a committee below the body that it is a part of
    (
        "NHS Penmere Clinical Commissioning Group\n\nQUALITY COMMITTEE\n\n7 May 2019\n"
        "Present:",
        "NHS Penmere Clinical Commissioning Group",
        "Quality Committee",
    ),
    (
        "Penmere Students' Union\nEXECUTIVE COMMITTEE - MINUTES\n7 May 2019\nPresent:",
        "Penmere Students' Union",
        "Executive Committee",
    ),
    (
        "Low Fold LSCB\nTraining Sub-Group\n7 May 2019\nPresent:",
        "Low Fold LSCB",
        "Training Sub-Group",
    ),
    (
        "DIOCESE OF PENMERE\nDIOCESAN SYNOD\nMinutes of the 4th session of the 15th "
        "Synod held on\n7 May 2019\nPresent:",
        "Diocese of Penmere",
        "Diocesan Synod",
    ),
    (
        "TOWN OF THORNBECK ORDINARY COUNCIL MEETING MINUTES 7 MAY 2019 held in the "
        "Chamber\nPresent:",
        "Town of Thornbeck",
        "Town of Thornbeck",
    ),
    (
        "CYNGOR CYMUNED LOW FOLD / LOW FOLD COMMUNITY COUNCIL\n7 May 2019\nPresent:",
        "Low Fold Community Council",
        "Low Fold Community Council",
    ),
    (
        "THORNBECK PARISH - ANNUAL PARISH MEETING\n7 May 2019\nPresent:",
        None,
        "Annual Parish Meeting",
    ),
    (
        "Penmere Residents' Association Annual General Meeting 7 May 2019 held in the "
        "hut at 8pm with forty six of the residents of the estate there and a good "
        "many of those who had come along from the village on a cold and wet night "
        "for tea, cake, songs, prizes, talk, a raffle, and a walk",
        None,
        "Penmere Residents' Association",
    ),
    (
        "Agenda item Audits\nThe Penmere Harbour Board (PHB) had agreed at its "
        "meeting on 7 May 2019 that audits be read.",
        None,
        "Penmere Harbour Board",
    ),
    # whose director she is, and of what
    (
        "Quarry Partnership\n7 May 2019\nPresent:\n"
        "Ada Holt, Service Director, Roads & Rivers, Penmere County Council",
        "Penmere County Council",
        "Quarry Partnership",
    ),
    # a short form in brackets inside a name, and a remark behind one
    (
        "Marl Data Standards (MDS) Working Group\nMeeting 8\n7 May 2019\nPresent:",
        None,
        "Marl Data Standards (MDS) Working Group",
    ),
    (
        "Marl Co-op\nBoard of Trustees (BOT) Meeting\n7 May 2019\nPresent:",
        "Marl Co-op",
        "Board of Trustees",
    ),
    ("Governing Board Conference Call\n7 May 2019\nPresent:", None, "Governing Board"),
    (
        "Low Fold Students Forum Low Fold Students Forum\n7 May 2019\nPresent:",
        None,
        "Low Fold Students Forum",
    ),
    (
        "Penmere Library District Board of Trustees Regular Meeting On May 7, 2019\n"
        "Present:",
        "Penmere Library District",
        "Penmere Library District Board of Trustees",
    ),
    (
        "Low Fold Annual Parish Meeting 2019\nheld on 7 May\nPresent:",
        None,
        "Low Fold Annual Parish Meeting",
    ),
    # whose boards and committees met: a club's go by its name, an authority's do not
    (
        "Penmere Sailing Club\nCommittee Meeting 7 May 2019\nPresent:",
        None,
        "Penmere Sailing Club Committee",
    ),
    (
        "MARLDALE NATIONAL PARK AUTHORITY\nMINUTES OF THE BOARD MEETING\nheld on 7 May "
        "2019\nPresent:",
        "Marldale National Park Authority",
        "BOARD",
    ),
    (
        "St Osyth's Church\nMinutes of a meeting of the Parochial Church Council, held "
        "on 7 May 2019\nPresent:",
        "St Osyth's Church",
        "Parochial Church Council",
    ),
    (
        "Low Fold Primary School Parent Council\nMinutes of 7 May 2019\nPresent:",
        "Low Fold Primary School",
        "Low Fold Primary School Parent Council",
    ),
    (
        "July Board Meeting\n7 May 2019\nPresent: Ada Holt\n1. Welcome\nAda Holt is "
        "the Secretary of the Penmere Civic Association.",
        "Penmere Civic Association",
        "Board",
    ),
    (  # no school is whose board of education met there
        "Board of Education\n7 May 2019\nin the library of Penmere High School\n"
        "Present:",
        None,
        "Board of Education",
    ),
    (
        "Marl Regional Transportation District\nFinance Committee\nPresent:",
        "Marl Regional Transportation District",
        "Finance Committee",
    ),
    # a time below a date, then the body
    ("Minutes 31.10.18\n\nELM COMMITTEE MEETING\nPresent:", None, "Elm Committee"),
    # the text alone says who met
    (
        "7 May 2019\nPresent: Ada Holt\n1. Chair\nThat Ada Holt chair the Council.\n"
        "The accounts of the Council were noted.",
        None,
        "Council",
    ),
    # counter-examples
    ("Penmere NHS Trust\nBoard\n7 May 2019\nPresent:", None, "Penmere NHS Trust Board"),
    (
        "Minutes of the Annual Parish Meeting of Thornbeck Parish Council\nPresent:",
        "Thornbeck Parish Council",
        "Thornbeck Parish Council",
    ),
    ("COUNCIL TAX PANEL\n7 May 2019\nPresent:", None, "Council Tax Panel"),
    (
        "Thornbeck and Penmere Council and Trust Joint Committee\n7 May 2019\nPresent:",
        None,
        "Thornbeck and Penmere Council and Trust Joint Committee",
    ),
]


@pytest.mark.parametrize(("text", "council", "body"), BODIES)
def test_body_and_council(text, council, body):
    header = _header(text)
    assert (header.council, header.body) == (council, body)


def test_front_matter_names_the_body_where_the_text_does_not():
    header = _header(
        "Held on the 16th November 2000 at 7.30pm\nPRESENT Mr Holt",
        (("title", "Minutes of the Thornbeck Parish Council Meeting"),),
    )
    assert header.body == "Thornbeck Parish Council"
    assert header.date == "2000-11-16"


DATES = [
    ("Minutes of meeting held on Tuesday 7th May 2019\nPresent:", "2019-05-07"),
    ("Thornbeck PC\n11thJune 2014\n15:00\nPresent:", "2014-06-11"),
    ("Meeting Date: |\nThursday 7 May 2019 |\nPresent |", "2019-05-07"),
    ("Board\nFEBRUARY 3rd 2011\nPresent:", "2011-02-03"),
    ("COMMITTEE;\tDATE;\nPremises\t28/09/2020\nPresent", "2020-09-28"),
    ("Minutes 09.09.13\nPresent:", "2013-09-09"),
    ("Published 1 June 2019\nMeeting held on 7 May 2019\nPresent:", "2019-05-07"),
    # the day that an earlier meeting was held on is not this meeting's
    ("The minutes of the meeting held on 7 May 2019 were approved.", None),
    # no year, but the weekday and the text give it
    ("MEETING MONDAY 6 NOVEMBER\nPresent:\nIn 2023 the hall.", "2023-11-06"),
    (
        "Present: Ada Holt\nThe Chair called the meeting to order on May 7, 2019.",
        "2019-05-07",
    ),
    ("Present: Ada Holt\nNext meeting 7 May 2019", None),
    ("MEETING held by video\nconference on 7 May 2019\nPresent:", "2019-05-07"),
    (
        "You are summoned to a meeting of the Bus Committee to be held on Tuesday "
        "7 May 2019 at 11.00am at Fell Hall, 1 Rail Approach, for the business below."
        "\n\n30 April 2019\n\nPresent:",
        "2019-05-07",
    ),
    # the day of the meeting that a letter calls, not the letter's
    (
        "Low Fold Council\n1 May 2019\nYou are summoned to attend the meeting to be "
        "held in the Memorial Hall on Tuesday 7 May 2019 at 6.30pm, when the business "
        "that is set out below will be put to the members.\nPresent:",
        "2019-05-07",
    ),
    # another language's month
    ("Cyngor Low Fold\nNos Fawrth 7 Mai 2019\nPresent:", "2019-05-07"),
    ("Comhairle Low Fold\n7 Meitheamh 2019\nPresent:", "2019-06-07"),
]


@pytest.mark.parametrize(("text", "date"), DATES)
def test_date(text, date):
    assert _header(text).date == date


def test_text_wins_over_front_matter_and_that_over_the_file_name():
    metadata = (("date", "2010-10-01"),)
    assert _header("Held 8 September 2010\nPresent:", metadata).date == "2010-09-08"
    assert _header("Present:", metadata).date == "2010-10-01"
    assert _header("Present:", path="board-2014-07-31.pdf").date == "2014-07-31"


TIMES = [
    (
        "Held on 7 May 2019 at 7.30pm\nPresent:\nThe meeting closed at 9.15pm",
        "19:30",
        "21:15",
    ),
    ("Date 7 May 2019\nTime 12.30pm – 4.30pm\nAttendees", "12:30", "16:30"),
    ("7 May 2019 10:00 – 12:00 Town Hall\nAttendees", "10:00", "12:00"),
    ("At 7pm on 7 May 2019\nPresent:\nThe meeting opened at 1832", "18:32", None),
    (
        "7 May 2019\nPresent:\nThe Chairman brought the meeting to a close at 8.40pm",
        None,
        "20:40",
    ),
    ("7 May 2019\nPresent:\nMeeting opened 6:05pm, Ada chairing.", "18:05", None),
    (
        "7 May 2019 at 11am\nPresent:\nThe Bishop gave the blessing at 1.10pm.",
        "11:00",
        "13:10",
    ),
    ("7 May 2019 at 11am\nPresent:\nHe gave the talk at 1.10pm.", "11:00", None),
    ("7 May 2019 at noon\nPresent:", "12:00", None),
    ("7 May 2019\nPresent:\nThe road closed at 9.15pm", None, None),
    # behind the year of a date, and in fields of the head
    ("Minutes\nTuesday 7 May 2019 – 14:00-16:30\nAttendees:", "14:00", "16:30"),
    (
        "Board Meeting\n7 May 2019\n\n- Opened: 13.45\n- Closed: 14.45\n",
        "13:45",
        "14:45",
    ),
    ("Board Meeting\n7 May 2019\n\n- Works closed: 14.45\n\nPresent:", None, None),
    (
        "ANNUAL PARISH MEETING held in the Hall, 7 May 2019\n\nPresent: 31 electors\n\n"
        "1. Welcome\nMr Tom Holt, Chairman, took the Chair at 7.00 pm.",
        "19:00",
        None,
    ),
    ("7 May 2019\nPresent:\nThe next meeting will start at 7pm", None, None),
    (
        "7 May 2019\nPresent:\nThat the meeting be adjourned. Time: 7:28 p.m.",
        None,
        "19:28",
    ),
    ("7 May 2019 at 7.30\nPresent:\nClosed at 9.15", "19:30", "21:15"),
    ("7 May 2019 at 7.30\nPresent:\nNEXT 4 June   Closed 9.30.", "19:30", "21:30"),
    (
        "7 May 2019\nPresent:\n(It commenced at 2.30pm and ended at 4.19 p.m.)",
        "14:30",
        "16:19",
    ),
    (
        "7 May 2019\nPresent:\nIt ended at 12.55pm, having begun at 10.30am.",
        "10:30",
        "12:55",
    ),
    (
        "MINUTES\nPresent:\nThe Board met in session on May 7, 2019, at 7:00 p.m.\n"
        "The hearing opened at 7:15 p.m.",
        "19:00",
        None,
    ),
    (
        "7 May 1989 at half past seven\nPresent:\nThe Chairman declared the meeting "
        "closed at ten minutes to ten.",
        "19:30",
        "21:50",
    ),
    # the old stop before single minutes, a scan's mark for it, hours in words
    ("7 May 1949\nMet in the Hall at 8.0 p.m.\nPresent:\n", "20:00", None),
    ("7 May 1949 at 7~05pm\nPresent:\nClosed at 9~10pm", "19:05", "21:10"),
    (
        "7 May 2019\nPresent:\nThe meeting began at 4.40, closed at 6.15.",
        "16:40",
        "18:15",
    ),
    (
        "7 May 2019 at seven o'clock\nPresent:\nWe wound up about 9 o'clock.",
        "19:00",
        "21:00",
    ),
    ("7 May 2019 at 6pm\nPresent:\nThey finished the fence at 7.35.", "18:00", None),
    (
        "Elm Board\n7 May 2019\nPresent:\nAda Bell\n\n6:50 pm. Meeting called to order"
        "\n\nAt 9:31 p.m., Council adjourned.",
        "18:50",
        "21:31",
    ),
    ("Elm Board\nDate: 2019-05-07T00:00:00\nPresent:\n", None, None),
    ("7 May 2019\nClosed: 20.30\nPresent:\n", None, "20:30"),
    ("7 May 2019\nPresent:\nThe meeting came to order at half past 7.", "19:30", None),
    (
        "7 May 2019\nPresent:\nPart 1 closed at 7.50pm. Part 2 will be minuted apart.",
        None,
        "19:50",
    ),
    # how boards, hearings and forms tell it
    (
        "7 May 2019\nPresent:\nThe posted meeting came to order at 6.40 p.m.\n"
        "The public hearing closed at 7pm.\nAt 7:35, Mr Bell made a motion to adjourn.",
        "18:40",
        "19:35",
    ),
    (
        "6.00pm7 May 2019\nPresent:\nMotion to adjourn was made by Bea Bell, second "
        "Hugh Orr and approved by all at 8:22 pm",
        "18:00",
        "20:22",
    ),
    (
        "By Lou Bell,2020-03-11 17:42\nMill Board\nDate: 7 May 2019\nTime: 10am 12.15pm"
        "\nPresent:\n",
        "10:00",
        "12:15",
    ),
    (
        "7 May 2019\nPresent:\n5.31pm\tThe Chairperson thanked Members for coming and "
        "declared the meeting closed.",
        None,
        "17:31",
    ),
    ("7 May 2019\nPresent:\nWe finished at ten to nine.", None, "20:50"),
    ("7 May 2019\nPresent:\nAll agreed.\nMeeting closed 9.05\n\nSigned", None, "21:05"),
    ("7 May 2019\nPresent:\nThe meeting closed at 9.05 am.", None, "09:05"),
    # behind the date, below what seemed to end the heading
    (
        "Low Fold Board\nMeeting minutes: 2019-05-07 UTC 16:00\n\nPresent:",
        "16:00",
        None,
    ),
    ("Low Fold Board\nPresent: Bo Pike\nNext meeting 3 May 2019 at 7pm", None, None),
    (
        "Low Fold Board\nAGENDA ITEM NO 3\nheld on 7 May 2019 at 1.30pm\nPresent:",
        "13:30",
        None,
    ),
]


@pytest.mark.parametrize(("text", "start", "end"), TIMES)
def test_times(text, start, end):
    header = _header(text)
    assert (header.start, header.end) == (start, end)


CLOCKS = [
    ("7.30 p.m.", "19:30"),
    ("12 noon", "12:00"),
    ("noon", "12:00"),
    ("12.05am", "00:05"),
    ("1930hrs", "19:30"),
    ("19:30", "19:30"),
    ("7 o'clock", "19:00"),
    ("twelve o'clock", "12:00"),
    ("8.5 p.m.", "20:05"),
    ("9~05pm", "21:05"),
    ("26:10", None),
]


@pytest.mark.parametrize(("raw", "value"), CLOCKS)
def test_clock(raw, value):
    assert parse_time(raw) == value


VENUES = [
    (
        "Held in the Village Hall, Low Fold on 7 May 2019\nPresent:",
        "Village Hall, Low Fold",
    ),
    ("Venue: Committee Room 2, Town Hall\nPresent:", "Committee Room 2, Town Hall"),
    ("Held on 7 May 2019 at 7pm in Low Fold Hall\nPresent:", "Low Fold Hall"),
    ("Date: 7 May 2019\nPresent:", None),
    ("7 May 2019 7.30pm\nLOW FOLD FLOOD FORUM\nPresent:", None),
    ("7 May 2019 7.30pm\nLow Fold Hall\nPresent:", "Low Fold Hall"),
]


@pytest.mark.parametrize(("text", "venue"), VENUES)
def test_venue(text, venue):
    assert _header(text).venue == venue


DRAFTS = [
    ("DRAFT\nMinutes of the Board\nPresent:", True),
    ("Draft minutes\nPresent:", True),
    ("Unconfirmed Minutes of the Court\nPresent:", True),
    ("Minutes of the Board\nPresent:\nThe draft plan was agreed.", False),
    ("Minutes\nPresent:\nMinutes to be approved by Council at its next meeting", True),
]


@pytest.mark.parametrize(("text", "draft"), DRAFTS)
def test_draft(text, draft):
    assert _header(text).draft is draft


def test_every_field_says_where_it_was_read():
    text = (
        "Minutes of the Thornbeck Parish Council Meeting held on 7 May 2019\nPresent:"
    )
    spans = dict(_header(text).spans)
    body, date = spans["body"], spans["date"]
    assert text[body.start : body.end] == "Thornbeck Parish Council"
    assert text[date.start : date.end] == "7 May 2019"
    assert body.rule
    assert date.rule


KINDS = [
    (
        "Minutes of the meeting of the Board\nPresent: Ada Holt\nRESOLVED to sell.",
        "minutes",
    ),
    (
        "AGENDA\nYou are summoned to attend\n1. To receive apologies\n2. To approve\n"
        "3. To consider the drain",
        "agenda",
    ),
    (
        "Drains\nAgenda item: 4\nAuthor: Ada Holt\n1. Purpose\nTo decide.\n"
        "2. Background\nOld.\n3. Recommendations\nThat it be.\nAppendix 1",
        "report",
    ),
    ("The Cabinet considered the report of the Director. It was agreed.", "minutes"),
    # a title of minutes to come, where nothing tells what was done
    (
        "Low Fold Town Council\nRegular Meeting Agenda\nCall to Order\nRoll Call\n"
        "Approval of Minutes\nNew Business\nAdjournment",
        "agenda",
    ),
    # ... but an agenda may head what the minutes tell
    (
        "Low Fold Board\nMeeting minutes: 4 May 2019\nAttending: Ada Holt\nAgenda\n"
        "Lamps\nAction items:\n- Ada will ask for a price",
        "minutes",
    ),
    (
        "Low Fold Council minutes\nAgenda\nThe Mayor called the meeting to order.",
        "minutes",
    ),
    (
        "LOW FOLD COUNCIL\nNotice is hereby given of the meeting of the Council\n"
        "AGENDA\n1. Apologies\n2. Minutes of the last meeting\n3. Finance",
        "agenda",
    ),
    (
        "Minutes of the Board\nAgenda\nDrains\nThe Board met. Ada reported on drains.",
        "minutes",
    ),
    (
        "Terms of Reference\nFinance Committee\nMinutes shall be taken. Five members "
        "shall form it and three shall be its quorum.",
        "other",
    ),
    (
        "Newsletter Spring 2019\nThe bluebell walk will be on 4 May. Do come along.",
        "other",
    ),
    (
        "Minutes of the Newsletter Committee\nPresent: Ada Holt\nIt was agreed to pay.",
        "minutes",
    ),
    # tasks handed out tell that it met; tasks to be talked of do not
    (
        "Low Fold Bowls, meeting minutes\nAgenda\nGreens\nWe need sand.\n"
        "Action items:\nAda will order it.",
        "minutes",
    ),
    ("Low Fold Bowls\nAgenda\nGreens\nReview of action items\nFinance", "agenda"),
    (
        "Cofnodion Cyngor Low Fold\nYn bresennol: Ada Holt\nPenderfynwyd talu'r bil.",
        "minutes",
    ),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_kind(text, kind):
    found, certainty, rule = decide_kind(_source(text), ())
    assert found == kind
    assert 0 < certainty <= 1
    assert rule


def _links(text, own="2019-05-07"):
    source = _source(text)
    preamble = Preamble(body="Thornbeck Parish Council", date=own)
    dates = recognise_dates(Context(source, NOTHING, preamble))
    mentions = Mentions(dates)
    return (
        find_next(source, NOTHING, preamble, mentions),
        find_approved(source, NOTHING, preamble, mentions),
    )


LINKS = [
    (
        "Thornbeck Parish Council, 7 May 2019. The minutes of the meeting held on "
        "2 April 2019 were approved as a correct record.",
        (),
        ("2019-04-02",),
    ),
    (
        "Thornbeck, 7 May 2019\n\nDate of next meeting\nTuesday 4 June 2019 at 7pm",
        ("2019-06-04",),
        (),
    ),
    (
        "Thornbeck, 7 May 2019\n\nAda to bring the map to the next meeting.\n"
        "Tom agreed to ring them by 30 May 2019.",
        (),
        (),
    ),
    (
        "Thornbeck, 7 May 2019\n\nFuture meetings:\n4 June 2019\n2 July 2019\n\nEnd.",
        ("2019-06-04", "2019-07-02"),
        (),
    ),
    ("Thornbeck, 7 May 2019\n\nThe fete is on 4 June 2019.", (), ()),
    (
        "Thornbeck, 7 May 2019\n\nThe next meeting of the Working Group is 4 June.",
        (),
        (),
    ),
]


@pytest.mark.parametrize(("text", "later", "earlier"), LINKS)
def test_links_between_meetings(text, later, earlier):
    assert _links(text) == (later, earlier)


def test_dates_that_cannot_be_are_none():
    assert [x.iso() for x in find_dates("31/02/2019 and 30 Feb 2019")] == []


def test_hostile_text_costs_linear_time():
    start = time.process_time()
    for hostile in (
        "minutes of " * 5_000,
        "meeting " * 8_000,
        " - " * 20_000,
        "held on " * 8_000,
        "the meeting closed " * 4_000,
        "1" * 60_000,
        "next meeting\n" * 3_000,
    ):
        _header(hostile)
        _links(hostile)
    assert time.process_time() - start < 5
