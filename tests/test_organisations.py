"""Organisations: what is one, how far its name goes, which forms belong together."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from minutebook.load.builder import TextBuilder
from minutebook.recognise.context import Context
from minutebook.recognise.organisations import recognise_organisations
from minutebook.recognise.roles import recognise_roles
from minutebook.recognise.runs import join_lines, read_runs
from minutebook.records import (
    Attendee,
    Entity,
    Mention,
    Preamble,
    Sections,
    SourceDocument,
    Span,
)


def read(text: str, preamble: Preamble | None = None) -> Context:
    builder = TextBuilder()
    for line in text.split("\n"):
        builder.row_of([[(cell, {})] for cell in line.split("\t")])
    whole, lines, pages = builder.finish()
    source = SourceDocument("x.txt", "text/plain", "", 0, whole, lines, pages)
    return Context(source, Sections("minutes", Span(0, 0)), preamble or Preamble())


def people(context: Context, *names: str) -> tuple[Mention, ...]:
    text = context.source.text
    return tuple(
        Mention("person", text.index(x), text.index(x) + len(x), x, "test")
        for x in names
    )


def bodies(
    text: str, *names: str, preamble: Preamble | None = None
) -> tuple[Entity, ...]:
    context = read(text, preamble)
    persons = people(context, *names)
    reading = read_runs(context.joined, persons)
    posts, _ = recognise_roles(context, reading)
    mentions, found = recognise_organisations(context, reading, posts)
    for x in mentions:
        quoted = context.source.text[x.start : x.end]
        assert " ".join(quoted.split()) == x.name
        assert x.entity is None or 0 <= x.entity < len(found)
    return found


NAMES = [
    # whose the next words are
    ("in line with the Marsh Rivers Agency’s Green Plan", ["Marsh Rivers Agency"]),
    ("a reader in the University of Harrow’s Law Programme", ["University of Harrow"]),
    ("a request from Fete Committee for QVB’s support", ["Fete Committee"]),
    ("the Bill is going through Parliament", ["Parliament"]),
    ("an Act of Parliament, and Parliament Street is shut", []),
    # there is one of each
    ("a reply from the Treasury, and the Treasury strategy", ["Treasury"]),
    ("The District told us in May; the county has moved it", ["District"]),
    # groups that are set up on a matter
    ("a task group on speed limits would report", ["task group on speed limits"]),
    ("a working party to look at paths; the pay panel met", ["pay panel"]),
    ("the old panel and the committee met on the panel", []),
    # the agents of a homeowners' association
    ("fence. Management will call them. Management of trees", ["Management"]),
    # on whose board somebody sits, and who made good
    ("she sits on the board of Marl Early Learning", ["Marl Early Learning"]),
    ("looked at by Marl Masonry", ["Marl Masonry"]),
    ("a letter dated 3 May 2016 from Zorbex Lifts", ["Zorbex Lifts"]),
    ("appoint Messrs Lobb and Tancock for 2012/13", ["Lobb and Tancock"]),
    ("the survey by Marl Water Engineers was read", ["Marl Water Engineers"]),
    (
        "a grant to Marl Village Hall; they met in Marl Village Hall",
        ["Marl Village Hall"],
    ),
    ("MEETING HELD IN THE ASSOCIATION'S OFFICE, MARL", []),
    # teams in small letters
    ("the NVC Strategic Waste team", ["NVC Strategic Waste team"]),
    ("The QVB communications team met", ["QVB communications team"]),
    ("the QVB waste and cleansing team", ["QVB waste and cleansing team"]),
    ("The Procurement sub-group had met", ["Procurement sub-group"]),
    ("there a PE teaching team was praised", []),
    ("a reply from Ely diocese", ["Ely diocese"]),
    # firms that are called after a person
    ("a post in RAF Harrow was closed", ["RAF Harrow"]),
    # bodies of two names, and committees for two things
    ("Holt and Harrow Constabulary replied", ["Holt and Harrow Constabulary"]),
    ("from Holt and Harrow Police about", ["Holt and Harrow Police"]),
    ("the Council and Harrow Police met", ["Council", "Harrow Police"]),
    (
        "the Holt and Harrow Police and Crime Panel met",
        ["Holt and Harrow Police and Crime Panel"],
    ),
    ("RIVERS AND CANALS COMMITTEE", ["Rivers and Canals Committee"]),
    (
        "Rivers Watch, Marsh & District Library Board",
        ["Marsh & District Library Board"],
    ),
    ("the Staff Advisory Group wrote", ["Staff Advisory Group"]),
    # sorts and labels that a name stands behind
    ("she ran the charity Zorbex Hale. It", ["Zorbex Hale"]),
    ("the local contractors Zorbex Hale. They", ["Zorbex Hale"]),
    ("we hired Zorbex Hale last year", ["Zorbex Hale"]),
    ("Clerk to write to Zorbex Hale.", ["Zorbex Hale"]),
    ("A letter received from The Zorbexer, asking", ["Zorbexer"]),
    ("Two new sponsors: Zorbex (Silver) and Quorvic (Gold).", ["Zorbex", "Quorvic"]),
    ("Applicant: Zorbex Hale\nDeferred", ["Zorbex Hale"]),
    ("Applicant: Mr Hale\nContractor: none yet", []),
    ("a letter from Zorbex Hale on turbines at Zorbex Hale", []),
    ("Messrs. Pym, Holt & Co were thanked", ["Pym, Holt & Co"]),
    ("The Secretariat will write to all", ["Secretariat"]),
    # head nouns and what leads to them
    (
        "Thornbeck Parish Council met the Marsh Drainage Board",
        ["Thornbeck Parish Council", "Marsh Drainage Board"],
    ),
    ("the Health and Wellbeing Board agreed", ["Health and Wellbeing Board"]),
    ("Ofsted and Quarry Trust met", ["Ofsted", "Quarry Trust"]),
    ("NHS Harrow Vale replied", ["NHS Harrow Vale"]),
    (
        "the Finance Committee and Pay Committee met",
        ["Finance Committee", "Pay Committee"],
    ),
    (
        "the Children, Young People and Families Partnership met",
        ["Children, Young People and Families Partnership"],
    ),
    (
        "the Department for Rivers, Canals and Local Works replied",
        ["Department for Rivers, Canals and Local Works"],
    ),
    ("a talk by the University of Thornbeck", ["University of Thornbeck"]),
    (
        "the Harrow Vale Council for Voluntary Service met",
        ["Harrow Vale Council for Voluntary Service"],
    ),
    ("minutes of Thornbeck Parish Council", ["Thornbeck Parish Council"]),
    (
        "MINUTES OF THE MEETING OF THORNBECK PARISH COUNCIL HELD IN JUNE",
        ["Thornbeck Parish Council"],
    ),
    ("an invoice from Penrose Digging Ltd", ["Penrose Digging Ltd"]),
    ("The IT and Works Group met", ["IT and Works Group"]),
    ("Thornbeck parish council agreed", ["Thornbeck parish council"]),
    ("the Council's Quarry Task Force met", ["Quarry Task Force", "Council"]),
    # known to everyone, and only as a body
    ("a report from Ofsted", ["Ofsted"]),
    ("the fair in Ofsted Street", []),
    # the words beside it decide
    ("Clerk to contact QVB about the bins", ["QVB"]),
    ("the QVB was too long", []),
    ("a quotation from Zorbex was accepted", ["Zorbex"]),
    ("Zorbexes have kindly mended the gate", ["Zorbexes"]),
    ("Concerns have been raised", []),
    ("a letter from Zorbex Lane", []),
    # no bodies
    ("the council tax band", []),
    ("the Parish Council Road was shut", []),
    ("the Quarry Plan and the Local Transport Strategy", []),
    ("Free School Meals", []),
    ("the Footpaths Officer replied", []),
    ("Monday 4 June in the Village Hall", []),
    ("Parish and Town Councils", []),
    # firms: a region in brackets, small letters, partners
    ("the tender of Marsh Plastics (NI) Ltd was low", ["Marsh Plastics (NI) Ltd"]),
    ("a letter from Harrow Wind plc was read", ["Harrow Wind plc"]),
    ("a quotation from Pym & Hale was read", ["Pym & Hale"]),
    ("tenders from Messrs Pym Hale were opened", ["Pym Hale"]),
    ("his employer, Redwell Catering, supplied both", ["Redwell Catering"]),
    (
        "Quotes for the gate: Harrow Locks £385, Marsh Oak £290",
        ["Harrow Locks", "Marsh Oak"],
    ),
    # head nouns that open the name
    ("a grant for Clwb Rygbi Harrow was made", ["Clwb Rygbi Harrow"]),
    ("the Faculty of Rivers met", ["Faculty of Rivers"]),
    # a head noun inside what "of" leads to
    (
        "the Independent Office for Police Matters",
        ["Independent Office for Police Matters"],
    ),
    (
        "the Harrow Association of School Boards",
        ["Harrow Association of School Boards"],
    ),
    # what is ordered from, visited with, appointed
    ("the posts were ordered from Redwell Signs", ["Redwell Signs"]),
    ("the ramp at Redwell Signs", []),
    ("a visit with Marsh Care before June", ["Marsh Care"]),
    ("agreed that Redwell Catering be appointed", ["Redwell Catering"]),
    ("agreed that Redwell Catering be delicious", []),
    ("Engage Harrow Roofing Pty Ltd for the work", ["Harrow Roofing Pty Ltd"]),
    ("THAT the minutes were THAT long", []),
    # bodies with one in every county
    ("Healthwatch Harrow Vale replied", ["Healthwatch Harrow Vale"]),
    ("Thornbeck Citizens Advice replied", ["Thornbeck Citizens Advice"]),
    # who is paid, who bids
    ("Accounts for payment: Zorbex £40.00", ["Zorbex"]),
    (
        "Claims, all approved: Zorbex Hale- $4.00, Marlo Co-op- $6.10.",
        ["Zorbex Hale", "Marlo Co-op"],
    ),
    (
        "Payments\n513 Zorbex Mowers verges, 3 cuts £207.00\n514 Quilt cover £9.00",
        ["Zorbex Mowers"],
    ),
    ("That Zorbex Travel be given the contract", ["Zorbex Travel"]),
    ("That we hire Zorbex Hale to mend it; hire Marquees", ["Zorbex Hale"]),
    ("An invoice for $275 from Zorbex. A sum for $20 from Marlo", ["Zorbex"]),
    ("8. Payments:\nZorbex Hale - £4.20 (Ch. No. 101)", ["Zorbex Hale"]),
    ("8. Payments:\nQVB – Web Hosting – £4.20", ["QVB"]),
    ("8. Payments:\nQVB - membership\t£40", ["QVB"]),
    ("8. Payments:\nGrass Cutting £40\nPetty cash £5", []),
    ("Income: Zorbex £40", []),
    ("a permit for Zorbex Belt, LLC was issued", ["Zorbex Belt, LLC"]),
    ("a bid of Zorbex, Hale & Pym, LLP", ["Zorbex, Hale & Pym, LLP"]),
    ("Payments: Marsh Electricity £9; Hall Hire £8", ["Marsh Electricity"]),
    ("invoice received from G & A M Penrose", ["G & A M Penrose"]),
    ("tender from T. Penrose & Son", ["T. Penrose & Son"]),
    # who wrote
    ("9. Correspondence\nZorbex - request for a donation", ["Zorbex"]),
    ("9. Correspondence\nQVB AGM 4 June", ["QVB"]),
    ("9. Correspondence\nZorbex Hale Launch – invitation", []),
    ("9. Correspondence\nRubbish has been tipped", []),
    # in the company of bodies
    ("a talk with Ofsted and HVC", ["Ofsted", "HVC"]),
    ("agencies such as HVC came", ["HVC"]),
    ("the DVM was copied to a PNG file", []),
    # acronyms in a list with one that acts, and at the head of a post
    ("The clerk had written to HVC and DRC", ["HVC", "DRC"]),
    ("HVC Site Manager Ada Penrose came", ["HVC"]),
    ("SITE MANAGER Ada Penrose came", []),
    ("patients of LTHT", ["LTHT"]),
    ("MINUTES OF SPECIAL MEETING", []),
    ("patients of HXFT, NHS", ["HXFT", "NHS"]),
    # how far a name goes
    ("the Thornbeck Public Library Board met", ["Thornbeck Public Library Board"]),
    ("the Friends of Harrow Park replied", ["Friends of Harrow Park"]),
    ("the East of England Rivers Agency met", ["East of England Rivers Agency"]),
    ("a letter from St. Oswin County", ["St. Oswin County"]),
    ("the Department of Works for Phase 2", ["Department of Works"]),
    ("the Traders' Association met", ["Traders' Association"]),
    ("3. Meeting House Committee Report", ["Meeting House Committee"]),
    ("to the Travel and Roads Committee", ["Travel and Roads Committee"]),
    ("Annual Thornbeck Parish Council", ["Thornbeck Parish Council"]),
    ("QVB Highways have mended it", ["QVB Highways"]),
    ("the Pylon board met, and the Set board", ["Pylon board", "Set board"]),
    ("One department member came. Set board aims", []),
    ("the parish council agreed", ["parish council"]),
    ("the parish council tax", []),
    ("the Government had withdrawn it", ["Government"]),
    ("the Government’s plan", []),
    # where they met, what was held, what hangs on a wall
    ("The meeting was held in Thornbeck School", []),
    ("at 7.30pm in the Thornbeck Club", []),
    ("pupils of Thornbeck School came", ["Thornbeck School"]),
    ("the Carol Service and the Notice Board", []),
    ("Minister for the Cabinet Office", []),
    ("NHS Access Strategy", ["NHS"]),
    ("a bench outside the Post Office", []),
    ("Visits Co-ordinator (VCX) left. VCX has replied", []),
    # names with "the", with a saint's, with "for"; courts; two words written as one
    ("a letter from Friends of the Marsh", ["Friends of the Marsh"]),
    ("the Friends of St Oswin’s replied", ["Friends of St Oswin’s"]),
    ("the Fete Committee for QVB sat", ["Fete Committee"]),
    ("a letter from Ysgol y Bryn was read", ["Ysgol y Bryn"]),
    ("the Harrow Magistrates Court replied", ["Harrow Magistrates Court"]),
    ("a reply from QuarryLife came", ["QuarryLife"]),
    ("the QuarryLife page", []),
    ("report of the Working Group on Marsh Titles", ["Working Group on Marsh Titles"]),
    ("the Quarry Panel on Monday", ["Quarry Panel"]),
    ("the Quarry Panel on Marsh Road", ["Quarry Panel"]),
    ("Low bidder is Marsh Enterprises.", ["Marsh Enterprises"]),
    ("The low ground is Marsh Enterprises.", []),
    ("Harrow Tree Care say that the beech is dying", ["Harrow Tree Care"]),
    ("spoke to Zorbex Vale about credits", ["Zorbex Vale"]),
    ("walked to Zorbex Vale about noon", []),
    ("The Chamber of Trade would like more", ["Chamber of Trade"]),
    ("The Working Party would like more", []),
    # not bodies
    ("held on Microsoft Teams", []),
    ("held at the Marsh Hospital", []),
    ("Police Report", []),
    ("T23/147 Committee Minutes", []),
    # firms and others without a head noun, dealt with once
    ("The Clerk to contact Zorbex again", ["Zorbex"]),
    ("She gave news of grants from Zorbex", ["Zorbex"]),
    ("The committee was contacted by Zorbex9Labs", ["Zorbex9Labs"]),
    ("a check for $40 was presented to Harrow Choice", ["Harrow Choice"]),
    ("Payment of $65.80 to Zorbex logging to cut a tree", ["Zorbex logging"]),
    ("The Clerk to contact the Contractor", []),
    ("Money from Cemetery was paid to Summer", []),
    # lists of acronyms, of two cases, with a hyphen
    ("a reply from QVB (and NeVI) was read", ["QVB", "NeVI"]),
    ("a reply from QRS-OUNC was read", ["QRS-OUNC"]),
    ("a reply by EOY was due", []),
    # as far to the right as the name goes
    ("a letter from Fields in Trust Cymru was read", ["Fields in Trust Cymru"]),
    ("Grants paid: Cruse Marsh Care - £50", ["Cruse Marsh Care"]),
    ("Marsh C of E Primary School replied", ["Marsh C of E Primary School"]),
    ("a bill from Marsh Primary school", ["Marsh Primary school"]),
    # a head noun in small letters
    ("to help the Marsh History group with it", ["Marsh History group"]),
    ("a note of the QVB steering committee", ["QVB steering committee"]),
    ("to give £20 to QVB drama club", ["QVB drama club"]),
    ("the County Bat unit was told", ["County Bat unit"]),
    ("the Ministerial group was told", []),
    ("post it on the Marsh Facebook group", []),
    # something is done with a firm, or by it
    ("A talk was requested with Harrow Builders", ["Harrow Builders"]),
    ("The shed opposite Harrow Builders is sold", []),
    # firms a line each
    (
        "Quotations were received from three contractors:\nA. & B. Locks, Gates Ltd."
        "\nHarrow Paddock Services\nMarsh West surfacing £780\nIt was resolved to wait",
        [
            "A. & B. Locks, Gates Ltd.",
            "Harrow Paddock Services",
            "Marsh West surfacing",
        ],
    ),
    ("Quotations:\nThe lowest was taken.", []),
    ("the bids were Penrose Paving $1.89", ["Penrose Paving"]),
    # in small letters, and offices that are bodies
    ("it should go to the triage panel", ["triage panel"]),
    ("an absentee ballot board was named", ["absentee ballot board"]),
    ("Rivers task force met on May 8", ["Rivers task force"]),
    ("the full committee and a notice board", []),
    ("he asked at the Mayor’s office", ["Mayor’s office"]),
    ("Mayor’s Office Street was closed", []),
    ("Money came from SBC Youth Services at last", ["SBC Youth Services"]),
    ("The clerk had emailed Zorbex Broadband who were away", ["Zorbex Broadband"]),
    ("the talk was broad; Zorbex Broadband day", []),
    ("an advert was placed in the Harrow Gazette", ["Harrow Gazette"]),
    ("they lived in the Harrow Times", []),
    ("QVB and the DRK had both written", ["QVB", "DRK"]),
    ("an account at First Harrow Bank was opened", ["First Harrow Bank"]),
    ("they walked to the Mile Bank", []),
    ("1st Thornbeck Brownies wrote in thanks", ["1st Thornbeck Brownies"]),
    ("Request from Girlguiding Thornbeck for hire", ["Girlguiding Thornbeck"]),
    ("the Village of Thornbeck replied", ["Village of Thornbeck"]),
    # the place that acts
    ("the County has agreed to pay", ["County"]),
    ("all across the County it rained", []),
    ("The Board of Directors met", ["Board of Directors"]),
    # what a board sits for, and the number of a district
    ("the Special School Board Meeting", ["School Board"]),
    ("Harrow School District No. 12 voted", ["Harrow School District No. 12"]),
    ("the Harrow Municipal District met", ["Harrow Municipal District"]),
    # groups of which there is only one such
    ("the Steering Group agreed", ["Steering Group"]),
    (
        "the Marsh Steering Group met; the Steering Group ended",
        ["Marsh Steering Group"],
    ),
    # departments and clubs in small letters
    ("a draft letter to planning department", ["planning department"]),
    ("they will grant the bowling club some money", ["bowling club"]),
    ("torches were seen at the bowling club", []),
    ("a fire department report", []),
    # a committee in small letters needs no article where its field is a known one
    ("pass the task to grounds committee", ["grounds committee"]),
    ("it went to every committee", []),
    ("the QVB inclusion team met", ["QVB inclusion team"]),
    ("the QVB team met", ["QVB team"]),
    # what a body that is no council calls itself
    ("the Forum was told", ["Forum"]),
    ("a bench by the Notice Board", []),
    ("The Board of Trustees met; the Board agreed", ["Board of Trustees"]),
    # a trade behind a word of its own, and behind a common one
    ("the work is done, Zorbex Roofing left on Monday", ["Zorbex Roofing"]),
    ("Flat Roofing was discussed, and a flat one it is", []),
    # nothing of a verdict, of a person or of another name belongs to it
    ("AMENDED Office of Rivers and Locks", ["Office of Rivers and Locks"]),
    ("Rights of Way Group", ["Rights of Way Group"]),
    ("Ada Penrose Parent Support Group", ["Parent Support Group"]),
    ("the Glen Penrose Community Council", ["Glen Penrose Community Council"]),
    # what a firm makes, and an act by its year
    ("by Microsoft TEAMS and with LGA 1972", []),
    ("a bill from Microsoft came", ["Microsoft"]),
    # people whose names are run together or who own something
    ("a letter from AdaPatel and from the Applicants", []),
    ("a letter from OpenQuarry was read", ["OpenQuarry"]),
    # a church that heads its own minutes
    ("St Oswin’s Church\nMinutes of the meeting", ["St Oswin’s Church"]),
    ("a path behind St Oswin’s Church is wet", []),
]


# firms and other bodies that only their company, their dealings or their place show
DEALT_WITH = [
    # an acronym that acts, and one that is a paper's or a machine's
    ("The DPV heard from her and will meet again", ["DPV"]),
    ("it was chased by the TVC in May", ["TVC"]),
    ("The PCW is to be asked for a price", ["PCW"]),
    ("this is a matter for MNF", ["MNF"]),
    ("The HFR was completed in March", []),
    ("a copy of the SVG was given to all", []),
    ("he sent in the GWB form", []),
    # names without a word for a body, by who deals with them
    ("In May; Zorbex would carry out the repairs.", ["Zorbex"]),
    ("the brewery, Zorbex Vane, was told", ["Zorbex Vane"]),
    ("she is a governor of Zorbex High.", ["Zorbex High"]),
    ("volunteers from Zorbex Litter Heroes came", ["Zorbex Litter Heroes"]),
    ("the game against Zorbex Vane was put off", ["Zorbex Vane"]),
    ("Zorbex Minor Hockey was told of it", ["Zorbex Minor Hockey"]),
    ("Engineer Zorbex said so", []),
    ("the LGBT+ Society met", ["LGBT+ Society"]),
    ("Cleansing have been told; Cleansing is dear", ["Cleansing"]),
    ("they use Microsoft 365 now", []),
    ("on BBC Radio Marlwick", ["BBC Radio Marlwick"]),
    ("joined the Marlwick Sunday League", ["Marlwick Sunday League"]),
    ("an agreement with the County of Marlwick was signed", ["County of Marlwick"]),
    ("a grant from the State of Marlwick was received", ["State of Marlwick"]),
    ("land in the County of Marlwick and State of Vane was surveyed", []),
    ("their roofer is Zorbex Civils.", ["Zorbex Civils"]),
    ("she works for Zorbex Vane. Repair works for Zorbex Drove begin", ["Zorbex Vane"]),
    ("the Marlwick RSL Sub-Branch wrote in", ["Marlwick RSL Sub-Branch"]),
    # numbers, numbered firms, names over "in" and "for the"
    ("Two Rivers Quarry Trust had replied", ["Two Rivers Quarry Trust"]),
    ("Two Parish Councils had replied", []),
    ("the bid of Zorbex Meter Co., Inc. was low", ["Zorbex Meter Co., Inc."]),
    ("a quote from 1188245 Ontario Ltd was low", ["1188245 Ontario Ltd"]),
    ("the Zorbex Relief in Need Charity met", ["Zorbex Relief in Need Charity"]),
    (
        "the Zorbex Home for the Aged Board of Management met",
        ["Zorbex Home for the Aged Board of Management"],
    ),
    ("the Zorbex Forum for Marlo Town was set up", ["Zorbex Forum for Marlo Town"]),
    ("met by HVPCC and Zorbex Marsh Authority", ["HVPCC", "Zorbex Marsh Authority"]),
    # papers that printed something
    ("published in the Zorbex Valley Sentinel in May", ["Zorbex Valley Sentinel"]),
    ("the Zorbex Sentinel had been chosen", []),
    ("a grant to Canolfan Zorbex was agreed", ["Canolfan Zorbex"]),
    # parts of councils, offices of holders
    ("a meeting of HVC Highways was held", ["HVC Highways"]),
    ("HVC Housing have replied", ["HVC Housing"]),
    ("the NHP Housing policy was read", []),
    ("the HVC Planning Manual was read", ["HVC"]),
    ("the Office of the Rivers Commissioner", ["Office of the Rivers Commissioner"]),
    ("a Declaration of Acceptance of Office of the Treasurer", []),
    ("Police & Crime Commissioner’s office", ["Police & Crime Commissioner’s office"]),
    ("the Zorbex Forum Representative spoke", ["Zorbex Forum"]),
    ("she is treasurer of Zorbex Bowls Club", ["Zorbex Bowls Club"]),
    # what a firm does, before its name
    ("Consultants Zorbex Vane had been engaged", ["Zorbex Vane"]),
    ("drawn by Civil Engineers Zorbex Vane in May", ["Zorbex Vane"]),
    ("the auditors, Zorbex Tom, would start", ["Zorbex Tom"]),
    ("the auditor, Zorbex Tom, would start", []),
    ("Consultants Report was read", []),
    ("it was seconded by Zorbex Vane", []),
    # places that act
    ("it asks the Province to cap them", ["Province"]),
    ("it has been granted by the Borough.", ["Borough"]),
    ("a walk round the Borough", []),
    ("Community Transport Zorbex had helped", ["Community Transport Zorbex"]),
    ("the Community Action Plan was read", []),
    # lists, sorts of people, lodges
    (
        "Marlo GAA, Vane and Zorbex Drainage Board",
        ["Marlo GAA", "Vane and Zorbex Drainage Board"],
    ),
    # duties and days that no other name holds
    (
        "the Governance and Membership Committee met",
        ["Governance and Membership Committee"],
    ),
    ("the Website Working Group met", ["Website Working Group"]),
    ("the Marlo Thursday Club asked", ["Marlo Thursday Club"]),
    ("on Thursday Members came", []),
    ("the Zorbex Council on Aging met", ["Zorbex Council on Aging"]),
    ("sits for Zorbex Council on Marsh Forum", ["Zorbex Council", "Marsh Forum"]),
    ("a grant to Marlo in Bloom", ["Marlo in Bloom"]),
    ("the gorse was in Bloom", []),
    ("the Marlo Over 60s Club met", ["Marlo Over 60s Club"]),
    ("swimming for the Over 60s was free", []),
    (
        "Zorbex Ratepayers and Residents Association spoke",
        ["Zorbex Ratepayers and Residents Association"],
    ),
    ("Zorbex Legion Branch 239 spoke", ["Zorbex Legion Branch 239"]),
    (
        "Zorbex Legion Post 26 and Marlo Troop 58",
        ["Marlo Troop 58", "Zorbex Legion Post 26"],
    ),
    ("by auditors Zorbex Hale; solicitors Marlo Vane", ["Marlo Vane", "Zorbex Hale"]),
    ("the Goal Post 26 fell", []),
    ("Marlo & VanZorbex bid £2,300", ["Marlo & VanZorbex"]),
    # labels in capitals
    ("COUNCILWOMAN Penrose spoke to Councilwoman Holt", []),
    ("RECORDING was stopped", []),
    ("the tender of Messrs Penrose & Holt in the sum of £40", ["Penrose & Holt"]),
    ("Messrs Quarrel Tudor, Solicitors, be instructed", ["Quarrel Tudor"]),
    ("the administrators, Messrs Zorbex Brodie, had asked", ["Zorbex Brodie"]),
    ("Messrs Ada Holt and Tom Pym came", []),
    ("Zorbex Maine, the consultants, had offered a day", ["Zorbex Maine"]),
    ("the holder, Zorbex Vale, had complied", ["Zorbex Vale"]),
    ("the oak will be cut by Arbor & Green in January", ["Arbor & Green"]),
    ("those hit by the Zorbex Cap", []),
    ("he is a shareholder of Zorbex Marl", ["Zorbex Marl"]),
    ("£25 from Zorbex & Pound", ["Zorbex & Pound"]),
    ("it was copied to Zorbex North and Harrow", ["Zorbex North"]),
    ("we asked for a new system from Zorbexal for it", ["Zorbexal"]),
    ("a letter from Zorbex residents", []),
    ("to ask Colonel Rae to lay it", []),
    ("to book with Zorbex's.", ["Zorbex's"]),
    ("we saw Zorbex's dog with Zorbex's man", []),
    ("then the GoZorbex van came", ["GoZorbex"]),
    ("they proposed use of the JobZorbex schema", []),
    ("the bikes are back, police have been told", ["police"]),
    ("Harrow’s transport committee meets", ["transport committee"]),
    ("they did NOT agree to GRANT leave, and not to grant a loan", []),
    ("Three contractors were approached. Three vans came", []),
    ("Write to Shaw Tegid", []),
    # letters, tables and quotes
    ("9. Correspondence: vi) Zorbex Aid, request for help", ["Zorbex Aid"]),
    (
        "Applicant\tAsked\nZorbex Gaels\t\t\t£200\nZorbex Choral\t\t\t£90",
        ["Zorbex Gaels", "Zorbex Choral"],
    ),
    (
        "Quotes for a long new fence behind the hall were opened by Ann: Zorbexal £22",
        ["Zorbexal"],
    ),
    (
        "Quotes were received from:\nGroup\nAwarded\nZorbex Marl\nZorbex Vale",
        ["Zorbex Marl", "Zorbex Vale"],
    ),
    # nations, causes, brackets, letters
    ("Zorbex Wales, a scheme for taps, was noted", ["Zorbex Wales"]),
    ("it rained in North Wales and in Harrow, England", []),
    ("an application from Zorbex Events NZ for £5", ["Zorbex Events NZ"]),
    ("the Marsh Association for the Blind wrote", ["Marsh Association for the Blind"]),
    (
        "the Marsh Advisory Committee on Hedges met",
        ["Marsh Advisory Committee on Hedges"],
    ),
    ("the Marsh Advisory Committee on Monday", ["Marsh Advisory Committee"]),
    ("Marsh (Tree Control) Committee met", ["Marsh (Tree Control) Committee"]),
    ("the Marsh Sub-Committee B met", ["Marsh Sub-Committee B"]),
    (
        "posters by Marsh Rotary and a letter from Marsh PCC",
        ["Marsh Rotary", "Marsh PCC"],
    ),
    ("a talk with the Deputy PCC", []),
    # parties, products, and names that run on
    ("on behalf of the Sinn Féin Party", ["Sinn Féin Party"]),
    ("a reply from Google about Google Ngrams", ["Google"]),
    ("a Google search and a Microsoft Gadget", []),
    (
        "Roads Services Borough Council of Quarry met",
        ["Borough Council of Quarry"],
    ),
    ("the Marsh Council of Churches met", ["Marsh Council of Churches"]),
    ("H.V.T.C. Quarry Locks Committee met", ["Quarry Locks Committee"]),
    ("H.V.T.C. Committee met", ["H.V.T.C. Committee"]),
    ("a talk at Marsh University FilmSoc began", ["Marsh University FilmSoc"]),
    ("a degree from Marsh university", ["Marsh university"]),
    ("the Marsh licensing authority knew", ["Marsh licensing authority"]),
    ("see Flood Hazard District Section 5.060", []),
    ("an overview of Mending Wales – Action Plan for Taps", []),
    ("it was held during LockCon Wales 2019", []),
    ("a meeting with Zoom to see it", []),
    # dealt with
    ("it is hosted by a limited company called ZorbexLock", ["ZorbexLock"]),
    ("an agreement with Zorbexal to share the cost", ["Zorbexal"]),
    ("It was resolved to pay :\nZorbexal\t£ 20.88\tGravel", ["Zorbexal"]),
    (
        "Payments:\nPenrose Ins. PLC £16.50",
        ["Penrose Ins. PLC"],
    ),
    (
        "Payments:\nMarsh Village Hall Insurance - £103.17",
        ["Marsh Village Hall"],
    ),
    # in company
    ("we asked suppliers such as Zorbexal and Penrix", ["Zorbexal", "Penrix"]),
    ("in places such as Zorbexal and Penrix", []),
    ("tools like hammers, and firms like Ruin", ["Ruin"]),
    (
        "help from Quarry Larder, Zorbexal, Hale’s, Marsh Larder",
        ["Quarry Larder", "Zorbexal", "Hale’s", "Marsh Larder"],
    ),
    ("Quarry Larder, Church Lane, Marsh Larder", ["Quarry Larder", "Marsh Larder"]),
    # kinds and houses
    ("they asked for a more challenging Youth Club", []),
    ("a Zorbex Youth Club was asked for", ["Zorbex Youth Club"]),
    ("the closure of the Harrow Museum", []),
    ("a letter of the Harrow Museum", ["Harrow Museum"]),
    ("the Ely Diocese set fees", ["Ely Diocese"]),
    (
        "the Department of Rivers and Local Government Flood Fund was open",
        ["Department of Rivers and Local Government"],
    ),
    (
        "Clerk to follow up with Building Control whose fence it is",
        ["Building Control"],
    ),
    ("Zorbex Choice sent us a letter", ["Zorbex Choice"]),
    # the word for what they are is said once for all
    (
        "We wrote to Harrow, Low Quarry and Zorbex Parish Councils",
        ["Harrow Parish Council", "Low Quarry Parish Council", "Zorbex Parish Council"],
    ),
    ("a meeting of the Harrow and Zorbex CCs", ["Harrow CC", "Zorbex CC"]),
    ("for Parish and Town Councils in Harrow", []),
    # acronyms in a list, and one who is called after its place
    (
        "met with RSPB, CPRE & Quarry Youth Club",
        ["RSPB", "CPRE", "Quarry Youth Club"],
    ),
    ("Network Rail Housing Group wrote", ["Network Rail Housing Group"]),
    (
        "used by the HMRC Centre for Quarry Studies",
        ["HMRC Centre for Quarry Studies"],
    ),
    ("A bill from Zorbex Water for April was paid", ["Zorbex Water"]),
    ("Developer Quarry View Homes replied", ["Quarry View Homes"]),
    ("100616\tQuarry Methodist Church\tRoom hire", ["Quarry Methodist Church"]),
    # whose it is stands before it
    ("The County's Highways Committee agreed", ["Highways Committee"]),
    ("The Borough’s Cabinet had agreed", ["Borough", "Cabinet"]),
    ("The Women's Institute met", ["Women's Institute"]),
    # what a firm's name holds in brackets and behind a comma
    ("The tender of Zorbex Piling (2008) Ltd", ["Zorbex Piling (2008) Ltd"]),
    ("paid to Penrose Farms (West Quarry) Ltd", ["Penrose Farms (West Quarry) Ltd"]),
    (
        "Quarry Homeowners Association, Inc. sued",
        ["Quarry Homeowners Association, Inc."],
    ),
    # a stroke parts two bodies, not two posts
    (
        "Quarry Society/Zorbex Group spoke",
        ["Quarry Society", "Zorbex Group"],
    ),
    # lone words for bodies that act
    ("The Senate rejected the plan", ["Senate"]),
    ("We wrote to the Executive about it", ["Executive"]),
    ("The University library was shut", []),
    ("The Chief Executive replied", []),
    # trades, and groups by what they do
    ("Zorbex Horology £40", ["Zorbex Horology"]),
    ("Surface Decorators: the surface is poor", []),
    ("Ada spoke for the Quarry Recovery Volunteers", ["Quarry Recovery Volunteers"]),
    ("The Penrose Fund has asked for a letter", ["Penrose Fund"]),
    ("£20 from the Pavilion Fund was spent", []),
    ("A talk with IAFF Local 4410 on pay", ["IAFF Local 4410"]),
    ("Residents Against Dust attended", ["Residents Against Dust"]),
    ("Save Our Library handed in a petition", ["Save Our Library"]),
    ("Save The Date: 4 June", []),
    ("Walk Against Wind Street was closed", []),
    # Welsh firms, quotes told in a sentence, payments, requests, sponsors
    ("the work of Messrs Zorbex y Llan was noted", ["Zorbex y Llan"]),
    (
        "Three quotes were received. Zorbex Hale was £480 and Marlo Vane was £520",
        ["Zorbex Hale", "Marlo Vane"],
    ),
    ("Three quotes were received. The Mower Shed was £480", []),
    ("Last year Zorbex Hale was £480 and Marlo Vane was £520", []),
    ("a refund to Zorbex Hale was made", ["Zorbex Hale"]),
    ("a cheque to Zorbex Hale was signed", ["Zorbex Hale"]),
    ("a cheque to Ada Pym was signed", []),
    ("an application was made to Zorbex Hale for a loan", ["Zorbex Hale"]),
    ("a change was made to Zorbex Drove", []),
    ("it shut at the request of Zorbex Hale again", ["Zorbex Hale"]),
    ("it shut at the end of Zorbex Hale again", []),
    ("an inspection with Zorbex Hale was arranged", ["Zorbex Hale"]),
    ("a performance by Zorbex Brass was enjoyed", ["Zorbex Brass"]),
    ("the bench by Zorbex Drove was mended", []),
    ("a licence for Zorbex Hale was granted", ["Zorbex Hale"]),
    (
        "the sponsors for this year are: Zorbex Play, Hale Link and Marsh Vane.",
        ["Zorbex Play", "Hale Link", "Marsh Vane"],
    ),
    ("the winners for this year are: Ada Pym, Tom Holt and Zita Rae.", []),
    # payees in one running sentence, each with what it was for
    (
        "The following had been paid: K Pym £41 (salary), Zorbex £8 (mowing), Hale"
        " Vane £12 for two bins and Marlo £9.",
        ["Zorbex", "Hale Vane", "Marlo"],
    ),
    (
        "Resolved to pay Zorbex Hale £40 for payroll and Marlo Vane £9 for moles",
        ["Zorbex Hale", "Marlo Vane"],
    ),
    ("The balance is £41 (current), Reserve £8 (deposit) and Float £9.", []),
    ("grants of £50 to the WI and £9 to scouts", ["WI"]),
    # grants, the amount first
    (
        "These grants were agreed:\n• £40 for Zorbex Harriers.\n• £9 – Marlo Vane\n"
        "• £60 for Main Street\n• £50 for Public Lighting\n• £5 for Zorb Lights",
        ["Marlo Vane", "Zorbex Harriers"],
    ),
    ("Income was £50 for Zorbex Harriers", []),
    # quotes, kinds in brackets, denials
    ("Zorbex quoted £480 and the clerk 9", ["Zorbex"]),
    ("Zorbex Hale (managing agents) were late", ["Zorbex Hale"]),
    ("Zorbex Hale hasn't answered", ["Zorbex Hale"]),
    ("the gate of Zorbex Drove hasn't shut", []),
    # without the accents
    ("a reply from An Bord Pleanala was read", ["An Bord Pleanala"]),
    # who acts
    ("Penrose & Zorbex were re-appointed as examiners", ["Penrose & Zorbex"]),
    ("Active Zorbex would fund the coaching", ["Active Zorbex"]),
    ("A resident of Zorbex Drove complained of noise", []),
    ("several complained about Zorbex Broadvue", ["Zorbex Broadvue"]),
    # a council that only its kind names, without the article
    ("the steps were turned down by County in 2019", ["County"]),
    ("Refused by District. Seen.", ["District"]),
    ("County's target is 28 days", ["County"]),
    ("The Derby County fans said no", []),
    ("Borough councillors have been told", []),
    ("a letter from District 4 was read", []),
    # short names said in one breath with another body
    ("HarrowALC and Marsh Council wrote", ["HarrowALC", "Marsh Council"]),
    # to whom it is recommended
    ("RECOMMENDED (to Executive) that it be so", ["Executive"]),
    ("RECOMMENDED TO SENATE: that it be so", ["SENATE"]),
    ("Recommended to executive members", []),
    # what a field is called
    (
        "to the Communities and Place Overview and Scrutiny Committee",
        ["Communities and Place Overview and Scrutiny Committee"],
    ),
    ("Place: Marsh Scrutiny Committee", ["Marsh Scrutiny Committee"]),
    # prices with the firm in brackets
    (
        "Quotes were £64 (Bell Vane) and £82 (Arc & Line)",
        ["Arc & Line", "Bell Vane"],
    ),
    ("The balance was £64 (Bell Vane) and £82 (Arc Line)", []),
    # rows of payments: who is paid, then for what
    (
        "Accounts to pay:\nZorbex Services\tLawn supply\t£8.10\n"
        "7\tMarlo Vane (net)\tPlants for tubs\t£9.00\nMowing\tEdging\t£2.00",
        ["Marlo Vane", "Zorbex Services"],
    ),
    (
        "Date\tFor\tPayee\tSum\n4/3/24\tRopes\tZorbex Hale\t9.00\n",
        ["Zorbex Hale"],
    ),
    ("Receipts\nZorbex Hale\tRent\t£9.00", []),
    # no executive, no football: kinds of applications and papers
    ("(a) 23/01877/HSE rear dormer", []),
    ("the contents of Document FA", []),
    ("Letters have gone to families. Zorbings have fallen.", []),
]


@pytest.mark.parametrize(("text", "expected"), DEALT_WITH)
def test_bodies_that_their_place_shows(text: str, expected: list[str]) -> None:
    assert sorted(x.name for x in bodies(text)) == sorted(expected)


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_names(text: str, expected: list[str]) -> None:
    assert sorted(x.name for x in bodies(text)) == sorted(expected)


FORMS = [
    (
        "Low Quarry Parish Council met. Low Quarry PC agreed.",
        "Low Quarry Parish Council",
        "Low Quarry PC",
    ),
    (
        "Children, Families and Adults Services (CFA) met. CFA replied.",
        "Children, Families and Adults Services",
        "CFA",
    ),
    ("the Local Quarry Partnership [LQP]", "Local Quarry Partnership", "LQP"),
    ("the LQP (Local Quarry Partnership)", "Local Quarry Partnership", "LQP"),
    (
        "Harrow Vale Wildlife Trust met. The HVWT replied to all.",
        "Harrow Vale Wildlife Trust",
        "HVWT",
    ),
    (
        "Harrowshire County Council met. The County Council agreed.",
        "Harrowshire County Council",
        "County Council",
    ),
    (
        "Harrowshire County Council met. The Council agreed.",
        "Harrowshire County Council",
        "Council",
    ),
]


@pytest.mark.parametrize(("text", "name", "alias"), FORMS)
def test_forms_belong_together(text: str, name: str, alias: str) -> None:
    (found,) = bodies(text)
    assert (found.name, found.aliases) == (name, (alias,))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thornbeck Evergreens asked for a key", ["Thornbeck Evergreens"]),
        ("A grant to Thornbeck Gadders was agreed", ["Thornbeck Gadders"]),
        ("Thornbeck Show attended to the matter", []),
        ("Thornbeck attended", []),
    ],
)
def test_a_name_begins_with_the_body_s_own_place(
    text: str, expected: list[str]
) -> None:
    preamble = Preamble(body="Thornbeck Parish Council")
    assert [x.name for x in bodies(text, preamble=preamble)] == expected


def test_the_youth_council_is_another_one() -> None:
    text = "the Parish Council met the Youth Parish Council. The Parish Council agreed."
    main = Preamble(body="Parish Council")
    names = {x.name for x in bodies(text, preamble=main)}
    assert names == {"Parish Council", "Youth Parish Council"}


def test_two_candidates_leave_a_short_form_alone() -> None:
    text = (
        "Ashford County Council met Bexton County Council. The County Council agreed."
    )
    names = {x.name: x.aliases for x in bodies(text)}
    assert names == {"Ashford County Council": (), "Bexton County Council": ()}


def test_the_body_that_met_takes_the_bare_word() -> None:
    text = "Quarry Forum\nThe Forum agreed. The Valley Trust Forum did not."
    preamble = Preamble(body="Quarry Forum", spans=(("body", Span(0, 12)),))
    found = {x.name: x.aliases for x in bodies(text, preamble=preamble)}
    assert found["Quarry Forum"] == ("Forum",)


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        (
            "Marsh Bowling Club Committee",
            ["Marsh Bowling Club", "Marsh Bowling Club Committee"],
        ),
        (
            "Quarry Lane School Parent Council",
            ["Quarry Lane School", "Quarry Lane School Parent Council"],
        ),
        ("Marsh County Council", ["Marsh County Council"]),
        ("Primary School Parent Council", ["Primary School Parent Council"]),
        ("PLANNING", []),
    ],
)
def test_a_heading_names_a_body_and_whose_it_is(
    heading: str, expected: list[str]
) -> None:
    preamble = Preamble(body=heading, spans=(("body", Span(0, len(heading))),))
    found = bodies(f"{heading}\nAll agreed.", preamble=preamble)
    assert sorted(x.name for x in found) == expected


def test_a_council_goes_by_the_name_of_its_municipality() -> None:
    heading = "Council of the Rural Municipality of Zorbex No. 512"
    preamble = Preamble(body=heading, spans=(("body", Span(0, len(heading))),))
    [found] = bodies(f"{heading}\nAll agreed.", preamble=preamble)
    assert found.aliases == ("Rural Municipality of Zorbex No. 512",)


def test_a_council_does_not_call_itself_a_board() -> None:
    text = "Marsh Town Council\nThe Board was told."
    preamble = Preamble(body="Marsh Town Council", spans=(("body", Span(0, 18)),))
    assert [x.name for x in bodies(text, preamble=preamble)] == ["Marsh Town Council"]


def test_an_acronym_of_something_else_is_no_body() -> None:
    text = "take-up of Free Quarry Meals (FQM) fell. A letter from FQM was read."
    assert bodies(text) == ()


def test_initials_of_a_listed_person_are_no_body() -> None:
    listed = Attendee("Jean-Paul Moss", 0, 0, "present")
    preamble = Preamble(attendance=(listed,))
    assert not bodies("JPM reported on the gate", preamble=preamble)


def test_the_letters_of_a_post_are_no_body() -> None:
    text = (
        "the Senior Executive Engineer spoke. Mr Pym, SEE, advised. SEE replied to us"
    )
    assert not bodies(text, "Pym")


def test_people_are_not_glued() -> None:
    text = "Ada Penrose Thornbeck Trust and Wil Marsh of the Quarry Forum came"
    found = bodies(text, "Ada Penrose", "Wil Marsh")
    assert {x.name for x in found} == {
        "Ada Penrose Thornbeck Trust",
        "Quarry Forum",
    } or {x.name for x in found} == {"Thornbeck Trust", "Quarry Forum"}


def test_attendance_names_two_bodies() -> None:
    text = "Ada Penrose, Roads Team, Marsh Council"
    listed = Attendee(
        "Ada Penrose",
        0,
        11,
        "present",
        organisation="Roads Team, Marsh Council",
        organisation_span=Span(13, 38),
    )
    found = bodies(text, "Ada Penrose", preamble=Preamble(attendance=(listed,)))
    assert {x.name for x in found} == {"Roads Team", "Marsh Council"}


@pytest.mark.parametrize(
    ("organisation", "expected"),
    [
        ("AP – Probation Service", {"Probation Service"}),
        ("NHS Harrow Vale", {"NHS Harrow Vale"}),
    ],
)
def test_initials_before_a_body_are_left_out(
    organisation: str, expected: set[str]
) -> None:
    text = f"Ada Penrose ({organisation})"
    listed = Attendee(
        "Ada Penrose",
        0,
        11,
        "present",
        organisation=organisation,
        organisation_span=Span(13, 13 + len(organisation)),
    )
    found = bodies(text, "Ada Penrose", preamble=Preamble(attendance=(listed,)))
    assert {x.name for x in found} == expected


@pytest.mark.parametrize(
    ("organisation", "role", "expected"),
    [
        ("Thornbeck North", "Public Governor", []),
        ("Rest of Marsh", "Staff Governor", []),
        ("City Attorney Ada Pym", None, []),
        ("Marsh Digital", None, ["Marsh Digital"]),
        ("QSM", None, []),
        ("and Canon", None, []),
        ("Highways and Transport", None, []),
        ("Head of Works", None, []),
        ("Portfolio Holder for Roads", None, []),
        ("the Penrose Review", None, []),
        ("Roads Team", "Officer", ["Roads Team"]),
        ("Marsh Gates, Inc.", None, ["Marsh Gates, Inc."]),
        ("VK9QZB", None, []),
        ("Plot 11a", None, []),
        ("Sikh", None, []),
        ("Unions", None, []),
        ("Marsh Council (Lib Dem)", None, ["Marsh Council"]),
        ("Academies (Zorbex Trust)", None, ["Zorbex Trust"]),
        ("Secondary – Marsh High", None, ["Marsh High"]),
    ],
)
def test_affiliations(organisation: str, role: str | None, expected: list[str]) -> None:
    span = Span(0, len(organisation))
    listed = Attendee(
        "Ada Penrose",
        0,
        0,
        "present",
        organisation=organisation,
        organisation_span=span,
        role=role,
    )
    found = bodies(organisation, preamble=Preamble(attendance=(listed,)))
    assert [x.name for x in found] == expected


def test_an_affiliation_holds_no_other_person() -> None:
    text = "Marsh Office for Wil Hale"
    span = Span(0, len(text))
    listed = Attendee(
        "Ada Penrose", 0, 0, "present", organisation=text, organisation_span=span
    )
    found = bodies(text, "Wil Hale", preamble=Preamble(attendance=(listed,)))
    assert text not in {x.name for x in found}


def test_initials_of_someone_listed_are_no_known_body() -> None:
    listed = Attendee("Bea Trench", 0, 0, "present")
    assert bodies("a reply from BT", preamble=Preamble(attendance=(listed,))) == ()


def test_empty_lines_inside_paragraphs_are_passed_over() -> None:
    line = "Members noted the long report of works that had gone on since the\n\n"
    text = line + "spring and which, as the\n\nforum had asked, went on\n\n"
    text = text * 4 + "a letter from the Department of\n\nRivers and Local Works"
    assert "Department of Rivers and Local Works" in {x.name for x in bodies(text)}


def test_a_wrapped_line_goes_on() -> None:
    text = (
        "It was agreed after a long discussion that the matter be sent to the Quarry\n"
        "Improvement Partnership, which meets next in the second week of the month.\n"
        "Short line\n"
        "Marsh Board"
    )
    assert {x.name for x in bodies(text)} == {
        "Quarry Improvement Partnership",
        "Marsh Board",
    }


def test_a_line_goes_on_where_other_paragraphs_are_whole() -> None:
    whole = "A paragraph that the reader of the file has made whole already. " * 6
    text = whole.strip() + (
        "\nIt was agreed after a long discussion that the matter go to the Quarry\n"
        "Improvement Partnership, which meets next in the second week of the month."
    )
    context = read(text)
    first, *rest = context.source.lines
    lines = (replace(first, last=first.end - 60), *rest)
    assert "the Quarry Improvement" in join_lines(replace(context.source, lines=lines))


def test_hostile_text_costs_linear_time() -> None:
    def cost(size: int) -> float:
        text = "Board of " * size + "(A" * size + "A and " * size
        return min(_seconds(text) for _ in range(3))

    def _seconds(text: str) -> float:
        start = time.process_time()
        bodies(text)
        return time.process_time() - start

    cost(200)
    assert cost(8000) < 60 * max(cost(400), 0.005)


def test_an_address_behind_a_person_is_no_body() -> None:
    text = (
        "two barns for Mr Hale, Zorbex Dykes, Thornbeck and a letter from Zorbex Link"
    )
    preamble = Preamble(body="Thornbeck Parish Council")
    found = bodies(text, "Hale", preamble=preamble)
    assert [x.name for x in found] == ["Zorbex Link"]


def test_a_title_before_a_neighbour_is_no_part_of_its_name() -> None:
    text = "All agreed.\n• Old Lamps Quarry Lighting Group reported"
    preamble = Preamble(body="Quarry Community Council")
    assert [x.name for x in bodies(text, preamble=preamble)] == [
        "Quarry Lighting Group"
    ]


def test_a_known_body_behind_and_stands_alone() -> None:
    found = bodies("to write to QVB and Scottish Water again")
    assert "Scottish Water" in [x.name for x in found]
