"""Ways of deciding that clerks write seldom: put off, turned down, handed on."""

from __future__ import annotations

import pytest
from reading import minutes

from minutebook.assemble.deferrals import is_held_over
from minutebook.assemble.kinds import kind_of
from minutebook.assemble.movers import find_motion
from minutebook.assemble.outcomes import decides

KINDS = [
    ("AGREED that Councillor Holt chair the meeting.", "appointed"),
    ("Jo Marsh and Tom Holt were chosen to sit on the lamp panel.", "appointed"),
    ("CONTINUED the bid by Orr & Co to the meeting on 20 October.", "deferred"),
    ("RESULT: CONTINUED [UNANIMOUS]", "deferred"),
    ("The Board took the request under advisement.", "deferred"),
    ("The offer was left to the next Board meeting.", "deferred"),
    ("Names to be decided next time.", "deferred"),
    ("It was agreed to meet earlier next time.", "resolved"),
    ("that it be commended to Council that the fee be kept.", "recommended"),
    ("RESOLVED that the letter, having been read, be filed.", "noted"),
    ("It was agreed that the return be filed with the Registrar.", "resolved"),
    ("It was agreed that both be put to the Harbour Committee.", "referred"),
    ("It was agreed that the question be put to the parish in June.", "resolved"),
    ("Decision left to the Clerk with the Chair.", "delegated"),
    ("Rowing club – plea for a grant not agreed to.", "rejected"),
    ("declined that of Fell Ltd in the absence of a surety.", "rejected"),
    ("Decision: not to have a second survey.", "rejected"),
    ("The Board sent the pay policy back to the Staff Panel.", "referred"),
    ("Moved to forward the plan to the full Board.", "referred"),
    ("(b) that the Warden be empowered to act in the recess.", "delegated"),
    ("Remitted to the Harbour Panel, with powers, to take a tender.", "delegated"),
    ("It was agreed that the plan be brought back in June.", "deferred"),
    ("Motion: approve Ada Penrose as race director. Approved 7-1.", "appointed"),
    ("AGREED: to advise Council that the fee be kept.", "recommended"),
    ("NOTED: that the Court had appointed Ada Penrose to the chair.", "noted"),
    ("That the list of sums paid under delegated powers be received.", "noted"),
    ("RESOLVED that the claim stand over to the June meeting.", "deferred"),
    ("The Panel agreed to CONTINUE consideration of the lease.", "deferred"),
    ("Members agreed to adjourn the hearing to 4 May.", "deferred"),
    ("The survey was put back to June.", "deferred"),
    ("Footbridge grant, referred to the May meeting.", "deferred"),
    ("On the agenda for next time.", "deferred"),
    ("It was agreed that Mr Orr bring a paper to the May meeting.", "resolved"),
    ("Moved that Mr Orr be invited to come and speak at the May meeting.", "resolved"),
    ("RESOLVED that no action be taken.", "rejected"),
    ("RESOLVED that the bid be turned down.", "rejected"),
    ("Rowing club, would we join? Agreed we would not.", "rejected"),
    ("The Panel did not endorse the code.", "rejected"),
    ("The committee didn't agree to it.", "rejected"),
    ("Moved by Ada Penrose, no second. Motion died.", "rejected"),
    ("It was agreed that the duty falls on the owners.", "resolved"),
    ("RESOLVED that the Clerk be authorised to refuse the bid.", "delegated"),
    ("That the Board authorize the Head Keeper to have it mended.", "delegated"),
    ("Members were content for the Secretary to clear the text.", "delegated"),
    ("It was left with the Warden and Mr Orr to settle the reply.", "delegated"),
    ("RESOLVED that the thanks of the Authority be sent to him.", "resolved"),
    ("Agreed that Jo Marsh be co opted.", "appointed"),
    ("The Board confirmed Mr Lee Orr as Bailiff after his trial.", "appointed"),
    (
        "It was agreed that Cllr Holt replace Cllr Orr on the Bridges Panel.",
        "appointed",
    ),
    ("A working party of Cllrs Holt and Orr was set up.", "resolved"),
    ("History Club, anniversary, refer to Works Committee.", "referred"),
    ("The seat be left for the Posts Committee to look into.", "referred"),
    (
        "The Board further agreed to RECOMMEND to Council that it be named.",
        "recommended",
    ),
    ("to commend car sharing to the two constituent councils", "recommended"),
    ("The Board of Governors accepts the gift.", "approved"),
    ("Trustees vote in favour of adopting the code.", "approved"),
    ("The Board agreed amendments to the code.", "approved"),
    ("Skittles club - £90. Agreed in full.", "approved"),
    ("Resolved that £50 be donated to the fair.", "approved"),
    ("Yes to a lamp at the gate.", "approved"),
    (
        "It was agreed that Ms J Bell represent the Council on the Ford Panel.",
        "appointed",
    ),
    ("AGREED: that Dr Orr act as Chair until May.", "appointed"),
    ("Resolved that Cllr Lee be the Board's nominee on the Trust.", "appointed"),
    ("It was agreed that TH would become link governor for books.", "appointed"),
    ("It was agreed that Mr Orr represent his views in a letter.", "resolved"),
    ("It was agreed that the firm act as agent.", "resolved"),
    ("RESOLVED that the petition be sent to the Secretary of State.", "referred"),
    ("RESOLVED that the letter be sent to the bank.", "resolved"),
    ("Amendment 4 - strike the fee. Vote: 2 for, 9 against. Falls.", "rejected"),
    ("A proposal to raise the toll to £3 fell on the casting vote.", "rejected"),
    ("Resolved that the wall which fell be rebuilt.", "resolved"),
    ("That the proposed budget be supported in full.", "approved"),
    ("The Forum supported the building of a second weir.", "approved"),
    ("Agreed that the Club be supported by a leaflet.", "resolved"),
    ("Arrears of £40 written off.", "approved"),
    ("It was agreed to hold the matter over to May.", "deferred"),
    ("The lease should wait until prices are in.", "deferred"),
    ("That the sluice be moved to the next field.", "resolved"),
    ("That the works be put in the hands of the panel.", "delegated"),
    ("It was agreed not to object to the barn.", "resolved"),
    ("Orr moved to deny the permit. Holt seconded.", "rejected"),
    ("That the request of the club for £90 be denied.", "rejected"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_kind(text: str, kind: str) -> None:
    assert kind_of(text) == kind


DECIDE = [
    "The Board CONTINUED the bid by Orr & Co to the meeting on 20 October.",
    "The Panel thanked Ada for the talk and noted its contents.",
    "The training plan was signed off.",
    "Letter from Fell Ltd about limes: read and filed.",
    "The audit was placed on file.",
    "Decision left to the Clerk with the Chair.",
    "Two members were chosen to sit on the lamp panel.",
    "The plan was not supported.",
    "All those present agree that the fair be held in June.",
    "Those present agree to wait until May.",
    "All governors present support the bid.",
    "An addition, that ramps be laid, was heavily defeated.",
    "The Panel did not endorse the code.",
    "The committee didn't agree to it.",
    "Lamps - NOT agreed.",
    "Parking charges – adopted, with the fee put up to £3",
    "Not to be pursued.",
    "Referred to the Bridges Panel.",
    "Received.",
    "The Committee RECEIVED the report.",
    "OK'd.",
    "Yes to a lamp at the gate.",
    "Hire of a van, £85 - yes",
    "Cllr Holt was nominated in his absence.",
    "A working party of Cllrs Holt and Orr was set up to look at lamps.",
    "It was left with the Warden and Mr Orr to settle the reply.",
    "The Seal was ordered to be affixed to deeds 11 to 14.",
    "noted the update",
    "(iii) Authorised the Warden to sign the lease",
    "Requested that Mr Orr bring a paper.",
    "First and second reading given.",
    "The motion died for want of support.",
    "There were no takers.",
    "The group went for Fellgate Print.",
    "It goes to the full Council to decide.",
    "The Committee ASKED that claims be shown apart.",
    "The petition stood referred to the Cabinet.",
    "Ada Bell had asked for two limes; not supported.",
    "Clerk authorised to apply to the Fellgate Bank.",
]


@pytest.mark.parametrize("text", DECIDE)
def test_decides(text: str) -> None:
    assert decides(text)


TELL = [
    "The club was set up in 1980.",
    "It was proposed that a working group be set up to look at lamps.",
    "The charge falls on the owners of the land.",
    "The claim was not supported by any figures.",
    "1. Agree letter to the schools at the next meeting.",
    "Referred to in the report.",
    "Members received a report from Mr Orr.",
    "Officers recommended approval.",
    "The paper recommended that the bid be approved.",
    "The meeting was confirmed as quorate.",
    "The Warden's report was taken as read.",
    "The minutes of this meeting were confirmed at the Board held on ......",
    "(approved)",
]


@pytest.mark.parametrize("text", TELL)
def test_only_tells(text: str) -> None:
    assert decides(text) is None


HELD = [
    ("Ada asked about the flood plan; on next agenda.", True),
    ("Next agenda.", True),
    ("Put on agenda for next time.", True),
    ("The fair is parked until the grant comes.", True),
    ("Fellgate Choir - £300 - continued to November for accounts", True),
    ("Consideration was adjourned to the next meeting so that it could be read.", True),
    ("Gift sought by the Over 60s, £100 - left to July.", True),
    ("Dentists to be added for June.", True),
    ("Election of Vice-Chair adjourned to September.", True),
    ("The bid lies on file.", True),
    ("He was left in charge.", False),
    ("Posters to be taken to the next fair by Jo.", False),
    ("Action 8.4 is carried forward", True),
    ("Matters for the next agenda", False),
    ("She thanked all who continued to provide help.", False),
]


@pytest.mark.parametrize(("text", "held"), HELD)
def test_is_held_over(text: str, held: bool) -> None:
    assert is_held_over(text) is held


MOTIONS = [
    ("The lamp is bought [Prop AP, Sec TH].", "AP", "TH"),
    ("Let the hall. P: Cllr Penrose S: Cllr Holt", "Penrose", "Holt"),
    ("RESOLVED that a lamp be bought. AP/TH", "AP", "TH"),
    ("1st Penrose, 2nd Holt to buy a lamp.", "Penrose", "Holt"),
    ("Motion to buy a lamp: Penrose. Second: Holt.", "Penrose", "Holt"),
    ("Motion Penrose, support Holt to buy a lamp.", "Penrose", "Holt"),
    ("Moved by Penrose, support by Holt, to buy it.", "Penrose", "Holt"),
    ("Mrs Penrose's proposal to buy it was seconded by Mr Holt.", "Penrose", "Holt"),
    ("Jo moved to buy it. Second was made by Tom, all in favor.", "Jo", "Tom"),
    ("Moved by I Penrose Seconded by J. Holt", "I Penrose", "J. Holt"),
    ("The proposer was Mrs Penrose and seconder Mr Holt.", "Penrose", "Holt"),
    (
        "Ar mholadh an Chomh. Ada Penrose, Cuidithe ag an Comh. Tom Holt, agreed",
        "Ada Penrose",
        "Tom Holt",
    ),
    (
        "Cllr Penrose prop accept the first, Cllr Holt sec, all agreed.",
        "Penrose",
        "Holt",
    ),
    ("Cllr Penrose prop we give £30, sec Cllr Holt", "Penrose", "Holt"),
    ("Mr Penrose moved Option 2, Mr Holt seconding.", "Penrose", "Holt"),
]


@pytest.mark.parametrize(("text", "mover", "seconder"), MOTIONS)
def test_motion(text: str, mover: str, seconder: str) -> None:
    motion = find_motion(text, 0, len(text))
    assert motion is not None
    assert (motion.mover, motion.seconder) == (mover, seconder)


@pytest.mark.parametrize(
    "text",
    [
        "It was agreed, with the Fellgate Northern Link moved from fifth to third.",
        "The group, supported by Mrs Holt, asked for a map.",
        "The plans were approved by Thornbeck Parish Council.",
    ],
)
def test_no_mover(text: str) -> None:
    motion = find_motion(text, 0, len(text))
    assert motion is None or motion.mover is None


# what is decided stands before a few words that tell its fate
LEANING = [
    "The notes of last time were long. OK'd.",
    "Subs: Jo thought £9 a head instead of £6. No takers.",
    "Safety plan: Mrs Holt has drafted it. Ratified by governors.",
    "The Friends offered £22 for a slide. Governors accepted with thanks.",
    "A new price is to be sought for the pump. Next agenda.",
]


@pytest.mark.parametrize("text", LEANING)
def test_fates_lean_on_what_stands_before(text: str) -> None:
    record = minutes(f"## 4. Works\n\n{text}\n\n## 5. Close\n\nNone.")
    assert [x["text"] for x in record["decisions"]] == [text]


def test_a_clause_behind_a_full_stop_without_a_capital() -> None:
    text = (
        "Cllr Holt spoke to the Lamp Society who had run a count of the lamps last"
        " year "
        "which showed few of them lit at night. it was decided to ask for a new one."
    )
    record = minutes(f"## 4. Works\n\n{text}\n\n## 5. Close\n\nNone.")
    assert [x["text"] for x in record["decisions"]] == [
        "it was decided to ask for a new one."
    ]


# text, and what is quoted, kind, mover and seconder of each decision
PENDING = [
    (
        "Mr Holt, seconded by Mrs Orr, moved that the lease be granted subject to the "
        "terms in the report.\n\nMiss Marsh, as an amendment, moved that it be seen "
        "first. Mrs Dale seconded.\n\nOn a vote being taken, four votes were cast for "
        "the motion and three for the amendment.\n\nThe motion became the finding of "
        "the meeting and the Council AGREED to GRANT the lease.",
        [("the Council AGREED to GRANT the lease.", "approved", "Holt", "Orr")],
    ),
    (
        "It was moved by Councillor Holt, seconded by Councillor Orr, to accept the "
        "advice of the Panel.\n\nCouncillor Marsh, seconded by Ms Dale, moved by way"
        " of "
        "amendment that the Rowing Club be awarded £900.\n\nThe amendment was put to "
        "the meeting and declared lost, 4 voting in favour and 5 against.\n\nThe "
        "motion was put and carried, 7 voting in favour, 1 against.",
        [
            (
                "It was moved by Councillor Holt, seconded by Councillor Orr, to"
                " accept "
                "the advice of the Panel.",
                "approved",
                "Holt",
                "Orr",
            ),
            (
                "Councillor Marsh, seconded by Ms Dale, moved by way of amendment that "
                "the Rowing Club be awarded £900. The amendment was put to the meeting "
                "and declared lost, 4 voting in favour and 5 against.",
                "rejected",
                "Marsh",
                "Dale",
            ),
        ],
    ),
    (
        "Cllr Holt proposed a rise of £6 for each plot. Cllr Orr seconded.\n\n"
        "RESOLVED by 4 votes to 1: That rents be £54 from 1 October 2024.",
        [
            (
                "RESOLVED by 4 votes to 1: That rents be £54 from 1 October 2024.",
                "resolved",
                "Holt",
                "Orr",
            )
        ],
    ),
    # the fate is told far below the motion, behind what was said of it
    (
        "Motion: Director Holt made the motion to move the Rules Amendment to the full "
        "Board.\n\nDirector Orr seconded the motion.\n\nChair Penrose noted that the "
        "motion, as presented, held a change to the following section:\n\n"
        + "Notice of meetings is given to each Director a week before. " * 8
        + "\n\nChair Penrose declared the motion PASSED unanimously.",
        [
            (
                "Motion: Director Holt made the motion to move the Rules Amendment to "
                "the full Board. Director Orr seconded the motion.",
                "referred",
                "Holt",
                "Orr",
            )
        ],
    ),
    (
        "On the motion of the Mayor it was agreed that the lamp be lit.",
        [
            (
                "On the motion of the Mayor it was agreed that the lamp be lit.",
                "resolved",
                None,
                None,
            )
        ],
    ),
]


@pytest.mark.parametrize(("body", "expected"), PENDING)
def test_motions_settled_below(
    body: str, expected: list[tuple[str, str, str | None, str | None]]
) -> None:
    record = minutes(f"## 4. Works\n\n{body}\n\n## 5. Close\n\nNone.")
    assert [
        (x["text"], x["kind"], x["mover"], x["seconder"]) for x in record["decisions"]
    ] == expected


MESSRS = ("It was resolved that Messrs. Bell Orr be re-appointed.", "appointed")
# text, and what is quoted of each decision, and its kind
LAYOUTS = [
    # what a report asks is decided only where no more is told than its fate
    (
        "The Board is asked to:\n\n(a) note the plan; and\n\n(b) approve the fee.\n\n"
        "The Board approved the fee of £4.",
        [("The Board approved the fee of £4.", "approved")],
    ),
    # what was to be done is no decision told twice
    ("Agreed actions:\n\n- Tom Holt to ring the mill\n- Jo Marsh to post it", []),
    # a number leads what stands below it
    (
        "RESOLVED - 51\n\nthat the minutes of 4 May be confirmed.",
        [("that the minutes of 4 May be confirmed.", "approved")],
    ),
    (
        "RECOMMENDED (to Council)\n\nThat the risk list be adopted.",
        [("That the risk list be adopted.", "recommended")],
    ),
    ("It was resolved that Messrs. Bell Orr be re-appointed.", [MESSRS]),
    # who moved, and "and agreed", on lines above what was
    (
        "The Clerk told of the roof.\n\nProposed by Mr Orr\n\nSeconded by Mrs Holt\n\n"
        "AND AGREED\n\n“That the roof be mended.”",
        [("That the roof be mended.”", "resolved")],
    ),
    (
        "The Clerk told of the roof.\n\nMOTION moved by Jo Orr seconded by Al Holt and "
        "carried\n\nTHAT the code be approved.",
        [
            (
                "MOTION moved by Jo Orr seconded by Al Holt and carried THAT the code "
                "be approved.",
                "approved",
            )
        ],
    ),
    (
        "That the bid be approved.\n\nOrr/Holt CARRIED",
        [("That the bid be approved.", "approved")],
    ),
    # a list that counts anew holds no items
    (
        "RESOLVED:\n\n1. To approve the report.\n\n2. To write to the mill.",
        [
            ("1. To approve the report.", "approved"),
            ("2. To write to the mill.", "resolved"),
        ],
    ),
    (
        "The Board took assurance from the report.",
        [("The Board took assurance from the report.", "noted")],
    ),
    (
        "It was unanimous that the roof be mended.",
        [("It was unanimous that the roof be mended.", "resolved")],
    ),
    # a column tells decisions where its head says so, and the table is of no plans
    (
        "| Item | Talk | Decision |\n| --- | --- | --- |\n| Roof | It leaks. | Mend "
        "it. |\n| Gate | It is rusty. | N/A |",
        [("Mend it.", "resolved")],
    ),
    (
        "| Application | Site | Decision |\n| --- | --- | --- |\n| 31/0044 | 2 "
        "Mill Lane | Granted |\n| 31/0051 | Holm Farm | Permission refused |",
        [],
    ),
    # reasons, and what else was weighed, decide nothing
    (
        "Decision\n\nThat the lease be kept on.\n\nReasons for the decision\n\n"
        "The Board agreed that the barn had done well.\n\nAlternative options "
        "considered and rejected:\n\nA sale was considered and rejected.\n\nRESOLVED: "
        "That the gate be mended.\n\nReason: the lock was approved in 2011.",
        [
            ("That the lease be kept on.", "resolved"),
            ("RESOLVED: That the gate be mended.", "resolved"),
        ],
    ),
    (
        "Reason for visit: to see the weir.\n\nThe Board agreed to close the weir.",
        [("The Board agreed to close the weir.", "resolved")],
    ),
    ("Decision\n\nMr Orr spoke of the barn. Work starts in June.", []),
    # a resolution goes on as it opens
    (
        "RESOLVED: To buy a bench.\n\nTo ask the Clerk to tell the school.\n\n"
        "To consider a second bench.",
        [
            ("RESOLVED: To buy a bench.", "resolved"),
            ("To ask the Clerk to tell the school.", "resolved"),
        ],
    ),
    (
        "RESOLVED that the lamps be mended.\n\nThat concluded the business.",
        [("RESOLVED that the lamps be mended.", "resolved")],
    ),
    (
        "RESOLVED\n\nThat the permit be REFUSED for the following reasons:\n\n(1) The "
        "hedge would be lost.\n\n(2) The lane is too narrow.",
        [
            (
                "That the permit be REFUSED for the following reasons: (1) The hedge "
                "would be lost. (2) The lane is too narrow.",
                "rejected",
            )
        ],
    ),
    (
        "The Panel read the paper and it was RESOLVED:\n\n1. To note the figures;\n\n"
        "2. To ask that the Warden be told.",
        [
            ("1. To note the figures;", "noted"),
            ("2. To ask that the Warden be told.", "resolved"),
        ],
    ),
    (
        "Jo Marsh asked for a price for gas lamps. It came to £90. Not to be pursued.",
        [
            (
                "Jo Marsh asked for a price for gas lamps. It came to £90. "
                "Not to be pursued.",
                "rejected",
            )
        ],
    ),
    (
        "Cllr Holt proposed £90 now, which nobody seconded. Cllr Marsh proposed the "
        "whole sum, seconded Cllr Penrose. 3 for, 1 against.",
        [
            (
                "Cllr Marsh proposed the whole sum, seconded Cllr Penrose. 3 for, "
                "1 against.",
                "resolved",
            )
        ],
    ),
    # what was turned down, and what was agreed instead
    (
        "Cllr Holt proposed a slate roof at £380, seconded Cllr Marsh. Votes: 2 for, 4 "
        "against, so this fell. Agreed instead that Mr Hill be asked to patch it.",
        [
            (
                "Cllr Holt proposed a slate roof at £380, seconded Cllr Marsh. "
                "Votes: 2 "
                "for, 4 against, so this fell.",
                "rejected",
            ),
            ("Agreed instead that Mr Hill be asked to patch it.", "resolved"),
        ],
    ),
    (
        "Cllr Holt moved that the barn be let. There was no support for this.",
        [
            (
                "Cllr Holt moved that the barn be let. There was no support for this.",
                "rejected",
            )
        ],
    ),
    (
        "A request from the Scouts for a grant was not entertained.",
        [("A request from the Scouts for a grant was not entertained.", "rejected")],
    ),
    # of what was put before it
    (
        "Jo Marsh asked if students might pay half. After debate this was agreed for "
        "one year.",
        [
            (
                "Jo Marsh asked if students might pay half. After debate this was "
                "agreed "
                "for one year.",
                "resolved",
            )
        ],
    ),
    (
        "Cllr Orr said we should write to the mill. Agreed, Jo will draft a letter.",
        [
            (
                "Cllr Orr said we should write to the mill. Agreed, Jo will draft a "
                "letter.",
                "resolved",
            )
        ],
    ),
    (
        "We heard of two offers and voted to take neither.",
        [("We heard of two offers and voted to take neither.", "resolved")],
    ),
    # a list told by its lead, and one in which each entry decides
    (
        "The following were elected:\n\nChairman Ada Penrose\n\nTreasurer Tom Holt\n\n"
        "Tom Holt to tell the bank.",
        [
            (
                "The following were elected: Chairman Ada Penrose Treasurer Tom Holt",
                "appointed",
            )
        ],
    ),
    (
        "RESOLUTION  TPC24/041\nMoved: Cr D Holt\nSeconded: Deputy Chair B Orr\n\n"
        "That the Board:\n\na) approves grants as listed, of £900; and\n\nb) "
        "declines the "
        "plea of Fell Ltd.\n\nCARRIED",
        [
            ("a) approves grants as listed, of £900; and", "approved"),
            ("b) declines the plea of Fell Ltd. CARRIED", "rejected"),
        ],
    ),
    (
        "Cllr Holt proposed that the levy be backed. Seconded by Cllr Marsh. On a vote "
        "there were 5 for and 2 against.\n\nThe Council RESOLVED:\n\n(a) to back "
        "the levy;"
        "\n\n(b) to recommend that the Trust print its sums.",
        [
            ("(a) to back the levy;", "resolved"),
            ("(b) to recommend that the Trust print its sums.", "recommended"),
        ],
    ),
    # the lines by which a later meeting signs
    ("These minutes were confirmed at the meeting held on ______________", []),
    ("Approved as amended April 24, 2024", []),
    ("Not official until approved by the Board.", []),
    ("I certify that the foregoing was approved as a correct record:", []),
    ("The Council approved the preceding minutes on April 18, 2024.", []),
    (
        "These minutes were approved and signed by the Chair.",
        [("These minutes were approved and signed by the Chair.", "approved")],
    ),
    # what an agenda asks for, and the fate told of a motion above
    (
        "For the Board of Trustees to approve the plan.\n\nMrs Holt made the motion to "
        "approve the plan.\n\nMr Marsh seconded the motion.\n\nChair Penrose declared "
        "the motion PASSED unanimously.",
        [
            (
                "Mrs Holt made the motion to approve the plan. Mr Marsh seconded the "
                "motion. Chair Penrose declared the motion PASSED unanimously.",
                "approved",
            )
        ],
    ),
    (
        "NOTED:\n\n(i) that the mill had closed;\n\n(ii) that the Trust had by a "
        "majority "
        "recommended its sale.",
        [
            ("(i) that the mill had closed;", "noted"),
            ("(ii) that the Trust had by a majority recommended its sale.", "noted"),
        ],
    ),
]


@pytest.mark.parametrize(("body", "expected"), LAYOUTS)
def test_layout(body: str, expected: list[tuple[str, str]]) -> None:
    record = minutes(f"## 4. Works\n\n{body}\n\n## 5. Close\n\nNone.")
    assert [(x["text"], x["kind"]) for x in record["decisions"]] == expected
