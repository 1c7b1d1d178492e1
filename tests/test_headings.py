"""The name of the body that met, and its authority, in headings of many layouts."""

from __future__ import annotations

import pytest

from minutebook.load.reader import read_bytes
from minutebook.preamble.header import read_header
from minutebook.segment import segment


def _header(text, name="minutes.txt"):
    source = read_bytes(name, text.encode())
    return read_header(source, segment(source))


BODIES = [
    (
        "Low Fold Township Public Library Board Meeting Minutes\nMay 3, 2019\nPresent:",
        "Low Fold Township",
        "Low Fold Township Public Library Board",
    ),
    (
        "Minutes of the Arts Commission for the City of Elm Center held on May 3, 2019",
        "City of Elm Center",
        "Arts Commission",
    ),
    (
        "Minutes of the meeting of Low Fold District Council’s Roads and Transport "
        "Committee held on 3 May 2019",
        "Low Fold District Council",
        "Roads and Transport Committee",
    ),
    (
        "JOINT ROADS SUB COMMITTEE\nMEETING OF THE MUNICIPAL DISTRICT OF LOW FOLD\n"
        "HELD AT THE INN ON 3 MAY 2019",
        "Municipal District of Low Fold",
        "Joint Roads Sub Committee",
    ),
    (
        "MARL DENTAL BOARD\n\nLICENSING COMMITTEE MEETING MINUTES\n\nMay 3, 2019",
        "Marl Dental Board",
        "Licensing Committee",
    ),
    ("Trustee Meeting - 13/5/19\nPresent:", None, None),
    # what a committee sees to stands behind it; a sentence about one names none
    (
        "MARL COUNTY COMMITTEE ON SCHOOL BORDERS\n\nTuesday, May 7, 2019\n\nMINUTES",
        None,
        "Marl County Committee on School Borders",
    ),
    ("The committee for a while looked on\n\n7 May 2019\n\nMINUTES", None, None),
    # a letterhead with its address and the word "action" end no heading
    (
        "Elm Ridge Water District\n10220 Holt Avenue, Elm Ridge\n\n"
        "ACTION SUMMARY MINUTES\n\nBOARD OF DIRECTORS\nMay 7, 2019\n\n"
        "1. CALL TO ORDER\nAt 6 pm.\n\n2. PUBLIC COMMENT\nNone.\n\n3. FEES\nPaid.",
        "Elm Ridge Water District",
        "Board of Directors",
    ),
    (
        "[Board of Managers] Meeting of May 7th, 1896\nPresent:",
        None,
        "Board of Managers",
    ),
    # two names of one body: the fuller one
    (
        "PPG Minutes 7th May 2019\n\nMinutes of the meeting of Holt Surgery, Patient "
        "Participation Group\nHeld on Tuesday 7th May 2019\nPresent:",
        None,
        "Holt Surgery, Patient Participation Group",
    ),
    (
        "Elm Ridge Library Board Minutes May 7, 2019\nThe Elm Ridge Library Board of "
        "Trustees met in regular session on May 7.\nPresent:",
        None,
        "Elm Ridge Library Board of Trustees",
    ),
    (
        "Low Fold Village Community Association\n\nManagement Committee\n\n"
        "Minutes of Meeting held\nTuesday 7th May 2019\nPresent:",
        "Low Fold Village Community Association",
        "Low Fold Village Community Association Management Committee",
    ),
    # heading, council, body
    (
        "Town of Elm Ridge Planning Commission\n"
        "Regular Meeting Minutes\n"
        "March 4, 2019\n"
        "Present:",
        "Town of Elm Ridge",
        "Planning Commission",
    ),
    (
        "Elm Ridge Board of Selectmen\nMinutes of March 4, 2019\nPresent:",
        None,
        "Elm Ridge Board of Selectmen",
    ),
    (
        "Selectmen's Meeting Minutes\n"
        "Town of Elm Ridge\n"
        "Monday, March 4, 2019\n"
        "The Selectmen met at 6:00 pm.",
        "Town of Elm Ridge",
        "Selectmen",
    ),
    (
        "MARL COUNTY BOARD OF SUPERVISORS\n"
        "REGULAR MEETING\n"
        "March 4, 2019\n"
        "The Marl County Board of Supervisors met in regular session at 9:0"
        "0 a.m.\n"
        "Present:",
        "Marl County",
        "Marl County Board of Supervisors",
    ),
    (
        "MARL COUNTY COMMISSIONERS\n"
        "COMMISSION MEETING MINUTES\n"
        "March 4, 2019\n"
        "Present:",
        "Marl County",
        "Marl County Commissioners",
    ),
    (
        "PINE CREEK FIRE PROTECTION DISTRICT\n"
        "BOARD OF DIRECTORS\n"
        "MINUTES OF REGULAR MEETING\n"
        "March 4, 2019\n"
        "Present:",
        "Pine Creek Fire Protection District",
        "Board of Directors",
    ),
    (
        "Minutes of the Regular Meeting of the Board of Directors of the Pi"
        "ne Creek Sanitary District\n"
        "held March 4, 2019\n"
        "Present:",
        "Pine Creek Sanitary District",
        "Board of Directors",
    ),
    (
        "MINUTES OF THE\n"
        "REGULAR MEETING OF THE BOARD OF COMMISSIONERS OF\n"
        "MARL COUNTY FIRE PROTECTION DISTRICT NO. 7\n"
        "March 4, 2019\n"
        "Present:",
        "Marl County Fire Protection District No. 7",
        "Board of Commissioners",
    ),
    (
        "The Board of Directors of the Pine Creek Community School District"
        " met in regular session on Monday, March 4, 2019 at 6:30 p.m. in t"
        "he library.\n"
        "Present:",
        "Pine Creek Community School District",
        "Board of Directors",
    ),
    (
        "Pine Creek CSD\nBoard Minutes\nMarch 4, 2019\nPresent:",
        "Pine Creek CSD",
        "Pine Creek CSD Board",
    ),
    (
        "Pine Creek Library Board Meeting\nMarch 4, 2019\nPresent:",
        None,
        "Pine Creek Library Board",
    ),
    (
        "PINE CREEK HOA\nAnnual Meeting Minutes\nMarch 4, 2019\nPresent:",
        None,
        "Pine Creek HOA",
    ),
    (
        "Otter Lake Estates Property Owners' Association\n"
        "Annual Meeting\n"
        "July 9, 2016\n"
        "Present:",
        None,
        "Otter Lake Estates Property Owners' Association",
    ),
    (
        "Village of Low Fold Zoning Board of Appeals Minutes\nJuly 9, 2016\nPresent:",
        "Village of Low Fold",
        "Zoning Board of Appeals",
    ),
    (
        "Elm Ridge Charter Township Board Minutes of July 9, 2016\nPresent:",
        "Elm Ridge Charter Township",
        "Elm Ridge Charter Township Board",
    ),
    (
        "BOROUGH OF ELM RIDGE\nCOUNCIL MEETING MINUTES\nJuly 9, 2016\nPresent:",
        "Borough of Elm Ridge",
        "Borough of Elm Ridge",
    ),
    (
        "Penmere Unified School District\n"
        "Board of Education\n"
        "Regular Meeting\n"
        "MINUTES\n"
        "July 9, 2016\n"
        "Present:",
        "Penmere Unified School District",
        "Board of Education",
    ),
    (
        "MARL VALLEY WATER DISTRICT\n"
        "Minutes of the Regular Meeting of the Board of Directors\n"
        "July 9, 2016\n"
        "Present:",
        "Marl Valley Water District",
        "Board of Directors",
    ),
    (
        "Elm Ridge Community Development Board\n"
        "Meeting Minutes\n"
        "July 9, 2016\n"
        "Present:",
        None,
        "Elm Ridge Community Development Board",
    ),
    (
        "CITY OF MARLHAVEN HISTORIC PRESERVATION COMMISSION\n"
        "MINUTES - REGULAR MEETING\n"
        "July 9, 2016\n"
        "Present:",
        "City of Marlhaven",
        "Historic Preservation Commission",
    ),
    (
        "PINE CREEK COOPERATIVE\nMinutes of the Board Meeting\nJuly 9, 2016\nPresent:",
        None,
        "Pine Creek Cooperative",
    ),
    (
        "July 9, 2016 Park Board Minutes\n"
        "The Pine Creek Park Board met at 6 pm.\n"
        "Present:",
        None,
        "Park Board",
    ),
    (
        "RURAL MUNICIPALITY OF LOW FOLD\n"
        "Minutes of the Regular Meeting of Council\n"
        "July 9, 2016\n"
        "Present:",
        "Rural Municipality of Low Fold",
        "Rural Municipality of Low Fold",
    ),
    (
        "R.M. of Low Fold No. 312\n"
        "Regular Meeting of Council held July 9, 2016\n"
        "Present:",
        "R.M. of Low Fold No. 312",
        "R.M. of Low Fold No. 312",
    ),
    (
        "MUNICIPALITY OF PENMERE\n"
        "Committee of the Whole Minutes\n"
        "July 9, 2016\n"
        "Present:",
        "Municipality of Penmere",
        "Committee of the Whole",
    ),
    (
        "DISTRICT OF PENMERE\n"
        "MINUTES OF THE REGULAR COUNCIL MEETING\n"
        "July 9, 2016\n"
        "Present:",
        "District of Penmere",
        "District of Penmere",
    ),
    (
        "REGIONAL DISTRICT OF PENMERE COAST\nBoard Meeting\nJuly 9, 2016\nPresent:",
        "Regional District of Penmere Coast",
        "REGIONAL DISTRICT OF PENMERE COAST Board",
    ),
    (
        "Penmere Public Library Board\nRegular Meeting\nJuly 9, 2016\nPresent:",
        None,
        "Penmere Public Library Board",
    ),
    (
        "THORNBECK PARISH COUNCIL\n"
        "Minutes of the Finance and General Purposes Committee meeting held"
        " on Tuesday 4th March 2019 in the Village Hall\n"
        "Present:",
        "Thornbeck Parish Council",
        "Finance and General Purposes Committee",
    ),
    (
        "Fellside National Park Authority\n"
        "Planning Committee\n"
        "Minutes of the meeting held on 4 March 2019\n"
        "Present:",
        "Fellside National Park Authority",
        "Planning Committee",
    ),
    (
        "Thornbeck Village Hall\n"
        "Minutes of the Management Committee Meeting held on 4th March 2019\n"
        "Present:",
        None,
        "Management Committee",
    ),
    (
        "Minutes of AGM of Thornbeck Cricket Club held on 4th March 2019 at"
        " the pavilion\n"
        "Present:",
        None,
        "Thornbeck Cricket Club",
    ),
    (
        "Governing Body of Thornbeck Primary School\n"
        "Minutes of the meeting held on 4 March 2019\n"
        "Present:",
        None,
        "Governing Body of Thornbeck Primary School",
    ),
    (
        "MARLHAVEN STUDENTS' UNION\n"
        "Student Council\n"
        "Minutes of the meeting on 4 March 2019\n"
        "Present:",
        None,
        "Student Council",
    ),
    (
        "Marlhaven Port Users' Group\nNotes of meeting 4 March 2019\nPresent:",
        None,
        "Marlhaven Port Users' Group",
    ),
    (
        "Minutes of a Meeting of the Court of the University of Marlhaven h"
        "eld on 4 March 2019\n"
        "Present:",
        "University of Marlhaven",
        "Court of the University of Marlhaven",
    ),
    (
        "Minutes of the Thornbeck Allotment Holders' Association Committee "
        "Meeting, 4th March 2019\n"
        "Present:",
        None,
        "Thornbeck Allotment Holders' Association Committee",
    ),
    (
        "PCC OF ST BRIDE'S, THORNBECK\n"
        "Minutes of the meeting held on 4 March 2019\n"
        "Present:",
        None,
        "PCC of St Bride's, Thornbeck",
    ),
    (
        "COMHAIRLE CONTAE BHAILE FÓIL\n"
        "BALLYFOYLE COUNTY COUNCIL\n"
        "Minutes of Meeting of Ballyfoyle County Council held on 4th March "
        "2019\n"
        "Present:",
        "Ballyfoyle County Council",
        "Ballyfoyle County Council",
    ),
    (
        "WANDELL BOROUGH COUNCIL\nMinutes of Ordinary Meeting 4 March 1911\nPresent:",
        "Wandell Borough Council",
        "Wandell Borough Council",
    ),
    (
        "Kestrel Village Hall (Registered Charity No 000000) Minutes of the"
        " Annual General Meeting held at the Village Hall on Wednesday 4th "
        "March 2019 at 7.00pm\n"
        "Present:",
        None,
        "Kestrel Village Hall",
    ),
    (
        "Home / About / March 4 2019 Library Board Meeting Minutes\n"
        "March 4 2019 Library Board Meeting Minutes\n"
        "Printer-friendly version\n"
        "Penmere Public Library\n"
        "Library Board Meeting\n"
        "March 4, 2019\n"
        "Present:",
        "Penmere Public Library",
        "Library Board",
    ),
    (
        "Draft Meeting Minutes: March 8, 2018\n"
        "Harbor Commission\n"
        "City and County of Marlhaven\n"
        "Don Cole, Secretary\n"
        "Open Ballot Technical Advisory Committee\n"
        "Ann Bell, Chair\n"
        "Bob Cole, Vice Chair\n"
        "Dee Frost\n"
        "MEETING MINUTES (DRAFT)\n"
        "Open Ballot Technical Advisory Committee\n"
        "of the Marlhaven Harbor Commission\n"
        "Thursday, March 8, 2018\n"
        "6:00 p.m.\n"
        "City Hall, Room 421\n",
        "City and County of Marlhaven",
        "Open Ballot Technical Advisory Committee",
    ),
    (
        "Minutes of the meeting of the Thornbeck Neighbourhood Plan Steerin"
        "g Group\n"
        "Thornbeck Parish Council Offices, 4th March 2019\n"
        "Present:",
        None,
        "Thornbeck Neighbourhood Plan Steering Group",
    ),
    (
        "At a Meeting of the Highways Committee of the Marlshire County Cou"
        "ncil held at the Shire Hall on 4 March 1911.\n"
        "Present:",
        "Marlshire County Council",
        "Highways Committee",
    ),
    (
        "Minutes - Regular Meeting\n"
        "Board of Library Trustees\n"
        "Elm Ridge Public Library\n"
        "March 4, 2019\n"
        "Present:",
        "Elm Ridge Public Library",
        "Board of Library Trustees",
    ),
    (
        "APPROVED MINUTES\n"
        "TOWN OF ELM RIDGE\n"
        "BOARD OF SELECTMEN\n"
        "March 4, 2019\n"
        "Present:",
        "Town of Elm Ridge",
        "Board of Selectmen",
    ),
    (
        "Elm Ridge Town Council Workshop Minutes\nMarch 4, 2019\nPresent:",
        "Elm Ridge Town Council",
        "Elm Ridge Town Council",
    ),
    (
        "STATE OF OLDLAND\n"
        "COUNTY OF MARL\n"
        "TOWN OF ELM RIDGE\n"
        "TOWN BOARD MEETING\n"
        "March 4, 2019\n"
        "Present:",
        "Town of Elm Ridge",
        "Town Board",
    ),
    (
        "MINUTES OF THE MARL COUNTY LIBRARY BOARD OF TRUSTEES MEETING\n"
        "March 4, 2019\n"
        "Present:",
        None,
        "Marl County Library Board of Trustees",
    ),
    (
        "Marl County Public Utility District No. 1\n"
        "Regular Commission Meeting\n"
        "March 4, 2019\n"
        "Present:",
        "Marl County Public Utility District No. 1",
        "Marl County Public Utility District No. 1",
    ),
    (
        "Minutes of Thornbeck Parochial Church Council Meeting\n4 March 2019\nPresent:",
        None,
        "Thornbeck Parochial Church Council",
    ),
    (
        "Wandell Landcare Group Inc.\n"
        "Minutes of General Meeting\n"
        "4 March 2019\n"
        "Present:",
        None,
        "Wandell Landcare Group Inc",
    ),
    (
        "Penmere Minor Hockey Association Executive Meeting Minutes\n"
        "March 4, 2019\n"
        "Present:",
        None,
        "Penmere Minor Hockey Association Executive",
    ),
    (
        "Marlhaven University Academic Board\n"
        "Minutes of the meeting held on 4 March 2019\n"
        "Present:",
        None,
        "Marlhaven University Academic Board",
    ),
    (
        "Minutes: Thornbeck Parish Council\nDate: 4 March 2019\nTime: 7.30pm\nPresent:",
        "Thornbeck Parish Council",
        "Thornbeck Parish Council",
    ),
    (
        "Town of Elm Ridge, Vermont\nSelectboard Meeting\nMarch 4, 2019\nPresent:",
        "Town of Elm Ridge",
        "Selectboard",
    ),
    (
        "Elm Ridge R-II School District Board of Education\n"
        "Regular Meeting\n"
        "March 4, 2019\n"
        "Present:",
        "Elm Ridge R-II School District",
        "Elm Ridge R-II School District Board of Education",
    ),
    (
        "MINUTES OF THE ELM RIDGE CITY COUNCIL WORK SESSION\nMarch 4, 2019\nPresent:",
        "Elm Ridge City Council",
        "Elm Ridge City Council Work",
    ),
    (
        "City of Marlhaven, Planning & Zoning Commission, Minutes of March "
        "4, 2019\n"
        "Present:",
        "City of Marlhaven,",
        "Planning & Zoning Commission",
    ),
    (
        "Wandell City Council - Ordinary Meeting Minutes - 4 March 2019\nPresent:",
        "Wandell City Council",
        "Wandell City Council",
    ),
    (
        "DISTRICT COUNCIL OF WANDELL\n"
        "MINUTES of the ordinary meeting of Council held on 4 March 2019\n"
        "Present:",
        "District Council of Wandell",
        "District Council of Wandell",
    ),
    (
        "City Council of Marlhaven\nRegular Meeting\nMarch 4, 2019\nPresent:",
        "City Council of Marlhaven",
        "City Council of Marlhaven",
    ),
    (
        "MINUTE of MEETING of the PLANNING COMMITTEE of GLEN AND ISLES COUN"
        "CIL held on 4 March 2019\n"
        "Present:",
        "Glen and Isles Council",
        "Planning Committee",
    ),
    (
        "LOWER THORNBECK DRAINAGE COMMISSIONERS\n"
        "Minutes of the meeting held on 4 March 2019\n"
        "Present:",
        None,
        "Lower Thornbeck Drainage Commissioners",
    ),
    (
        "Thornbeck Commons Conservators\nMinutes of Meeting 4 March 2019\nPresent:",
        None,
        "Thornbeck Commons Conservators",
    ),
    (
        "Penmere Regional Airport Authority\nBoard Meeting\nMarch 4, 2019\nPresent:",
        "Penmere Regional Airport Authority",
        "Penmere Regional Airport Authority Board",
    ),
    (
        "Minutes of the Elm Ridge Planning Board Public Hearing and Meeting\n"
        "March 4, 2019\n"
        "Present:",
        None,
        "Elm Ridge Planning Board",
    ),
    (
        "Elm Ridge Recreation Commission\nMinutes from March 4, 2019 meeting\nPresent:",
        None,
        "Elm Ridge Recreation Commission",
    ),
    (
        "MINUTES OF A MEETING OF THE DIRECTORS OF THORNBECK ENERGY LIMITED "
        "HELD AT 1 LOW LANE ON 4 MARCH 2019\n"
        "Present:",
        None,
        "Directors of Thornbeck Energy Limited",
    ),
    (
        "Marlhaven Bowls Club Inc\nGENERAL MEETING\n4 March 2019\nPresent:",
        None,
        "Marlhaven Bowls Club Inc",
    ),
    (
        "Thornbeck P.C.\nMinutes of meeting 4 March 2019\nPresent:",
        "Thornbeck Parish Council",
        "Thornbeck Parish Council",
    ),
    (
        "LAMP NETWORK\nSTEERING COMMITTEE\n4 March 2019\nPresent:",
        None,
        "Steering Committee",
    ),
    (
        "Summary of the Thornbeck Community Safety Partnership meeting on 4"
        " March 2019\n"
        "Present:",
        None,
        "Thornbeck Community Safety Partnership",
    ),
    (
        "REGULAR MEETING\nELM RIDGE BOARD OF ALDERMEN\nMarch 4, 2019\nPresent:",
        None,
        "Elm Ridge Board of Aldermen",
    ),
    (
        "March 4, 2019\n"
        "The Elm Ridge Village Board met in regular session with Mayor Ann "
        "Bell presiding.\n"
        "Present:",
        None,
        "Elm Ridge Village Board",
    ),
    (
        "Elm Ridge, Iowa\n"
        "March 4, 2019\n"
        "The City Council of the City of Elm Ridge met in regular session a"
        "t 6:00 p.m.\n"
        "Present:",
        "City of Elm Ridge",
        "City Council of the City of Elm Ridge",
    ),
    # whose board or governors they are
    (
        "Elm Ridge Primary School Governing Body\nMay 7, 2019\nPresent:",
        "Elm Ridge Primary School",
        "Elm Ridge Primary School Governing Body",
    ),
    (
        "Minutes of the Marl Zither Foundation Board of Directors\nMay 7, 2019\n",
        "Marl Zither Foundation",
        "Marl Zither Foundation Board of Directors",
    ),
    # only called the Board, of what the text names otherwise
    (
        "Board Minutes\nMay 7, 2019\nThe ZORB members met. ZORB meetings, ZORB rules",
        "ZORB",
        "Board",
    ),
    ("May 7, 2019\nBoard Members Present:\nAda Penrose", None, "Board"),
    (
        "Minutes of Low Fold Parish Council’s\nmeeting on 7 May 2019\nPresent:",
        "Low Fold Parish Council",
        "Low Fold Parish Council",
    ),
    ("“That the minutes of the Council”\nPresent:", None, "Council"),
    (
        "Agenda and minutes\nStandards (Complaints) Panel - Monday, 7th May, 2018\n"
        "Low Fold Borough Council\nPresent: Cllr Holt",
        "Low Fold Borough Council",
        "Standards (Complaints) Panel",
    ),
    (
        "Appeals (Housing) Sub-Committee B\n7 May 2019\nHolt City Council\nPresent:",
        "Holt City Council",
        "Appeals (Housing) Sub-Committee B",
    ),
    (
        "LOW FOLD DISTRICT COUNCIL\n\nRURAL SAFETY AND CRIME PARTNERSHIP\n\nMinutes "
        "of the Private Meeting of the Low Fold RSCP held on 7 May 2019\nPresent: Ada",
        "Low Fold District Council",
        "Rural Safety and Crime Partnership",
    ),
    (
        "A MEETING OF THE JOINT STAFFING COMMITTEE OF THE ELM FENS GROUP OF DRAINAGE "
        "BOARDS WAS HELD AT THE PUMP HOUSE ON 7 MAY 2009\n\nPresent: Ada Holt",
        "Elm Fens Group of Drainage Boards",
        "Joint Staffing Committee",
    ),
    (
        "CYNGOR TREF MARLFAN TOWN COUNCIL\nMinutes of the meeting held on 7 May 2019\n",
        "Marlfan Town Council",
        "Marlfan Town Council",
    ),
    (
        "Borough of Marl\n\nProceedings at the Annual Meeting of the Council of the "
        "Borough held at the Guildhall on 7 May 2019\nPresent: the Mayor",
        "Borough of Marl",
        "Borough of Marl",
    ),
    (
        "# Penmere Dementia Care Board\n\n## Minutes of the Delivery Group\n\n7 May\n",
        None,
        "Penmere Dementia Care Board Delivery Group",
    ),
    (
        "MARL VALLEY RIVERS PARTNERSHIP - STEERING GROUP\nMonday 7 May 2019, 1pm\n",
        None,
        "Marl Valley Rivers Partnership Steering Group",
    ),
    (
        "HOLT GROWTH PARTNERSHIP LIMITED\n\nBoard\n\nMinutes of the Meeting held on 7 "
        "May 2019 at 5 pm\n",
        None,
        "Holt Growth Partnership Limited Board",
    ),
    (
        "Penmere Pension Fund\n\nPENSION FUND COMMITTEE\n\nMinutes of meeting held on "
        "7 May 2019\n\nCllr Ada Holt - Penmere County Council - Chair\nCllr Bo Pike - "
        "Penmere County Council\n",
        "Penmere County Council",
        "Pension Fund Committee",
    ),
    (
        "# Directors' Meeting - Chess Penmere\n\nDate: 7 May 2019\n\nThe board of "
        "directors approved the accounts.\n",
        None,
        "Board of Directors",
    ),
    (
        "# ACSD minutes: 7 May 2019\n\nAdvisory Committee on Seed Data (ACSD)\n\n",
        None,
        "Advisory Committee on Seed Data",
    ),
]


@pytest.mark.parametrize(("text", "council", "body"), BODIES)
def test_body_and_council(text, council, body):
    header = _header(text)
    assert (header.council, header.body) == (council, body)


TEXT_BODIES = [
    # no heading names it: a motion, a reporter, a title without the noun do
    (
        "A motion was made by Ann Bell and seconded by Bob Cole to approve the minutes "
        "from the May 9, 2016 harbor board meeting.\nAyes: all.\n",
        "minutes.txt",
        None,
        "harbor board",
    ),
    (
        "March 3, 2018 Minutes\n\nPresident Bell called the meeting to order "
        "at 6:45 p.m. in the gym.\n\nCole and Bell were present. Dee Marsh will cover "
        "Pine Creek CSD Board meetings for the paper. All voted aye.\n",
        "minutes.txt",
        "Pine Creek CSD",
        "Pine Creek CSD Board",
    ),
    (
        "---\ntitle: Coast and Cliff Survey minutes from 3rd August 2011\n---\n\n"
        "**Present:**\n\nAnn Bell – Chair\n\nThe Panel met. The Panel heard Mr Cole. "
        "It was agreed that the Panel write to the Cliff Access Board.\n",
        "minutes.md",
        None,
        "Coast and Cliff Survey Panel",
    ),
    (
        "Clerk to the Council: Mrs Ann Bell, Thornbeck Parish Council, 1 Low Lane\n\n"
        "Planning Committee minutes 4th March 2019\n\nPresent: Ann Bell\n",
        "minutes.txt",
        None,
        "Planning Committee",
    ),
    (
        "Bob Cole, Planning Officer, Thornbeck Borough Council\n\n"
        "Planning Committee minutes 4th March 2019\n\nPresent: Ann Bell\n",
        "minutes.txt",
        "Thornbeck Borough Council",
        "Planning Committee",
    ),
    (
        "MUNICIPAL DISTRICT OF BALLYFOYLE\nMinutes, 4 March 2019\n\nPresent: Ann Bell\n"
        "\nThe fees go to Wexmoor County Council and Laymoor County Council. Wexmoor "
        "County Council has paid. The road in Wexmoor is bad.\n",
        "minutes.txt",
        "Wexmoor County Council",
        "Municipal District of Ballyfoyle",
    ),
    # counter-examples
    (
        "---\ntitle: Notes from 3rd August 2011\n---\n\n**Present:**\n\nAnn Bell\n\n"
        "Tea was had.\n",
        "minutes.md",
        None,
        None,
    ),
    (
        "# Weekly Notes\n\n2019-03-04\n\nPresent: Ann Bell\n\nTea was had.\n",
        "minutes.md",
        None,
        None,
    ),
    (
        "Video/Phone meeting (Meetbox)\n4 March 2019\n\nPresent: Ann Bell\n",
        "minutes.txt",
        None,
        None,
    ),
    # a body that nothing names as one: what its minutes call it by
    (
        "Call to order at 7pm\n\nThe ZORB committee for 2009 is: Ann Bell.\n\nZORB"
        " meetings go on. It was a good year for ZORB.\n",
        "minutes.md",
        None,
        "ZORB",
    ),
    (
        "Meeting of May 3\n\nA question was raised about the LFARC history.\n",
        "lfarc/minutes.md",
        None,
        "LFARC",
    ),
    (
        "Meeting of May 3\n\nA question was raised about the LFARC keys.\n",
        "club/minutes.md",
        None,
        None,
    ),
    (
        "Zither Marland General Meeting Minutes\n\nHeld: 3 May 2014\n\nZither Marland"
        " has a new bank.\n",
        "minutes.md",
        None,
        "Zither Marland",
    ),
    (
        "# Low Fold Water Financing Corporation\n\n### Annual Board Meeting\n\nMay 3,"
        " 2018\n\nLow Fold Water Financing Corporation is well.\n",
        "minutes.md",
        None,
        "Low Fold Water Financing Corporation",
    ),
    (
        "General Meeting 3 May 2018\n\nThe state of the UK Zither Association. The UKZA"
        " has no bank. UKZA members agreed. UKZA funds are low.\n",
        "minutes.md",
        None,
        "UK Zither Association",
    ),
    # the last resort: what those who met are called together
    (
        "May 7, 2019\n\nCommissioners Bell and Cole were present.\n\n8:30 Pledge.",
        "minutes.txt",
        None,
        "Commissioners",
    ),
    (
        "Call to Order\nAnn Bell / Mayor\nMotion 84-09 that the minutes of the May 7, "
        "2019 Regular Council Meeting be approved.\n",
        "minutes.txt",
        None,
        "Council",
    ),
    (
        "May 7, 2019\n\nAnn Bell met the Commissioners of Marl. The council paid.\n",
        "minutes.txt",
        None,
        None,
    ),
    # the folder tells which council of the text it is
    (
        "Draft minutes, ordinary meeting 1st Aug 2017\n\nMinutes of the Parish Council"
        "\n\nPresent: Ann Bell\n\nA letter to Low Fold Parish Council was read.\n",
        "low-fold-pc/minutes.md",
        "Low Fold Parish Council",
        "Low Fold Parish Council",
    ),
    (
        "Draft minutes, ordinary meeting 1st Aug 2017\n\nMinutes of the Parish Council"
        "\n\nPresent: Ann Bell\n\nA letter to Low Fold Parish Council was read.\n",
        "elm-ridge/minutes.md",
        "Parish Council",
        "Parish Council",
    ),
    # nobody but "the Board", twice
    (
        "May 7, 2019\n\nAnn Bell came.\n\nThe Board heard Bo, and the Board paid.",
        "minutes.txt",
        None,
        "Board",
    ),
    (
        "May 7, 2019\n\nAnn Bell came.\n\nThe Board heard the Panel and the Forum.\n",
        "minutes.txt",
        None,
        None,
    ),
    (
        "Marl Crew Board Mmeeting, July 2016\n\nPresent: Ann Bell\n",
        "minutes.md",
        None,
        "Marl Crew Board",
    ),
]


@pytest.mark.parametrize(("text", "name", "council", "body"), TEXT_BODIES)
def test_body_that_no_heading_names(text, name, council, body):
    header = _header(text, name)
    assert (header.council, header.body) == (council, body)


# How each of these is said to have ended, at a quarter past nine
ENDS = [
    "At 9.15pm the Chairman declared the meeting closed.",
    "9.15pm: Meeting closed",
    "9.15pm Meeting closed.",
    "Time of closure 9.15pm",
    "Motion by Bell, second by Cole, to adjourn the meeting. Carried. 9:15 p.m.",
    "Bell moved to adjourn. Seconded by Cole. Carried. Time: 9:15 pm",
    "Bell moved to adjourn at 9:15 p.m., seconded by Cole.",
    "This concluded the business of the meeting at 9.15pm.",
    "Closing time 9.15pm",
    "Ann: thanks all. [21:15 adjourned]",
    "Meeting was adjourned. 9:15 p.m.",
    "The council adjourned at 9:15 p.m.",
    "The committee rose at 9.15 p.m.",
    "The meeting closed with the Grace at 9.15pm.",
    "The Chair declared the meeting over at 9.15pm.",
]
_HEAD = "Thornbeck Parish Council\nMinutes, 4 March 2019\n\nPresent: Ann Bell\n\n"


@pytest.mark.parametrize("line", ENDS)
def test_end(line):
    assert _header(f"{_HEAD}1. Apologies\nNone.\n\n{line}\n").end == "21:15"


NOT_ENDS = [
    "At 9.15pm the meeting was adjourned to allow residents to speak.",
    "The Council offices close at 9.15pm.",
    "The Board closed Mill Lane at 9.15pm.",
    "Bell moved to pay the bill of 9.15.",
]


@pytest.mark.parametrize("line", NOT_ENDS)
def test_what_ends_no_meeting(line):
    assert _header(f"{_HEAD}1. Apologies\nNone.\n\n{line}\n").end is None


STARTS = [
    "CALL TO ORDER – 7:30 p.m.",
    "Meeting got under way at 7.30pm",
    "The Board met at 7:30 p.m. in the library.",
    "The Trustees met online on 4 March 2019 at 19:30.",
    "Held between 7.30pm and 9.15pm",
]


@pytest.mark.parametrize("line", STARTS)
def test_start(line):
    assert _header(f"Thornbeck PC\n4 March 2019\n{line}\n\nPresent: A").start == "19:30"


DATES = [
    "Notes from meeting held 4th March 2019",
    "2019/03/04",
    "4-Mar-2019",
    "4th. March 2019",
    "Page 1 of 5   Printed 6 March 2019\nMinutes - 4 March 2019",
    "Published: 10/03/2019\nLast updated 11/03/2019\nHeld: 4 March 2019",
    "26 March 2019 Minutes\n\nby | Apr 30, 2019\n\nDate 4th March 2019",
    # what was planned, what a printer wrote, the first of two days; a number before one
    "The next fete is proposed for 10 May 2019\n4 March 2019",
    "11/30/19, 2:22 PM    Papers Online\n4 March 2019",
    "4 March - 1 April 2019",
    "4th and 5th March 2019",
    "Meeting 1 - 4 March 2019",
    # the months first, as a country's own words show
    "3/4/2019\nPledge of Allegiance",
    "03/04/2019\nThe bill of 03/28/2019 was paid.",
]


@pytest.mark.parametrize("lines", DATES)
def test_date(lines):
    text = f"Thornbeck Board\n{lines}\n\nPresent: Ann Bell\n\n1. Apologies\nNone.\n"
    assert _header(text).date == "2019-03-04"


def test_numeric_date_has_its_day_first_where_nothing_else_shows():
    text = "Thornbeck Parish Council\n4/3/2019\n\nPresent: Ann Bell\n"
    assert _header(text).date == "2019-03-04"
