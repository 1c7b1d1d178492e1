"""Motions as their minutes lay them out: who moved, above, below and beside."""

from __future__ import annotations

import pytest
from reading import minutes, read

BOTH = ("approved", "Ada Penrose", "Tom Holt")
LAYOUTS = [
    # the two alone on the line above; elsewhere such a line names no people
    (
        "Penrose/Holt: WT 14/24\n\nTHAT the lane be lit.\n\nCARRIED",
        [("THAT the lane be lit. CARRIED", "resolved", "Penrose", "Holt")],
    ),
    (
        "Lamps/Verges: WT 14/24\n\nTHAT the lane be lit.\n\nCARRIED",
        [("THAT the lane be lit. CARRIED", "resolved", None, None)],
    ),
    # a recorded vote stands between; what one person proposed in debate does not count
    (
        "It was moved by Mrs Penrose, seconded by Mr Holt, and a recorded vote was "
        "taken:\n\nFor: Mrs Penrose and Mr Holt (2)\n\nAgainst: Mr Marsh (1)\n\n"
        "Resolved -\n\n(a) That the lane be lit;\n\n(b) That the gate be shut.",
        [
            ("(a) That the lane be lit;", "resolved", "Penrose", "Holt"),
            ("(b) That the gate be shut.", "resolved", "Penrose", "Holt"),
        ],
    ),
    (
        "Mr Holt proposed that the gate be sold. Mrs Penrose said that nobody had been "
        "told of it.\n\nRESOLVED:\n\n(a) That the report be noted.\n\n(b) That the "
        "lane be lit.",
        [
            ("(a) That the report be noted.", "noted", None, None),
            ("(b) That the lane be lit.", "resolved", None, None),
        ],
    ),
    # carried, and then RESOLVED: one decision
    (
        "A motion to refuse the plan was moved by Mrs Penrose, seconded by Mr Holt, "
        "voted on and carried.\n\nRESOLVED:\n\nThat the plan be REFUSED.",
        [("That the plan be REFUSED.", "rejected", "Penrose", "Holt")],
    ),
    # a motion in parts: who moved stands under its title, what it resolves is listed
    (
        "Motion 2: Lamps\n\nProposed by: Ada Penrose\nSeconded by: Tom Holt\n\n"
        "This Union notes:\n\n1. The lane is dark.\n\nThis Union resolves:\n\n"
        "1. To lobby the mill for lamps.\n\n2. To mandate the Clerk to write to it.\n\n"
        "The motion passed.",
        [
            (
                "1. To lobby the mill for lamps.",
                "resolved",
                "Ada Penrose",
                "Tom Holt",
            ),
            (
                "2. To mandate the Clerk to write to it.",
                "resolved",
                "Ada Penrose",
                "Tom Holt",
            ),
        ],
    ),
    (
        "Holt moved to table, second by Penrose. Motion to table failed 2-3.",
        [
            (
                "Holt moved to table, second by Penrose. Motion to table failed 2-3.",
                "rejected",
                "Holt",
                "Penrose",
            )
        ],
    ),
    # who moved in brackets under a number, or beside the title; a list of verbs below
    (
        "Resolved WT/24/011\n\n(Penrose/Holt)\n\nThat the Board:\n\n"
        "(a) receives the report; and\n\n(b) declines the plea of the club.\n\nCARRIED",
        [
            ("(a) receives the report; and", "noted", "Penrose", "Holt"),
            (
                "(b) declines the plea of the club. CARRIED",
                "rejected",
                "Penrose",
                "Holt",
            ),
        ],
    ),
    (
        "Crs Penrose/Holt\n\n1. That the report be received.\n\n"
        "2. That the weir be fenced.\n\nCARRIED",
        [
            ("1. That the report be received.", "noted", "Penrose", "Holt"),
            ("2. That the weir be fenced. CARRIED", "resolved", "Penrose", "Holt"),
        ],
    ),
    (
        "Moved Cr Penrose, seconded Cr Holt\n\nThat Council accept the papers:\n\n"
        "a) Bridge review\n\nb) Weir review\n\nCarried.",
        [
            (
                "That Council accept the papers: a) Bridge review b) Weir review "
                "Carried.",
                "approved",
                "Penrose",
                "Holt",
            )
        ],
    ),
    # a line below tells the fate, and is no decision of its own
    (
        "Moved Penrose, seconded Holt: That the fee be dropped.\n\nThe motion was put "
        "and lost, the Chair using her casting vote against.",
        [
            (
                "That the fee be dropped.",
                "rejected",
                "Penrose",
                "Holt",
            )
        ],
    ),
    (
        "Moved by: A Penrose\n\nSeconded by: T Holt\n\nBE IT RESOLVED THAT the plea "
        "of the club be heard.\n\nDEFEATED",
        [
            (
                "BE IT RESOLVED THAT the plea of the club be heard.",
                "rejected",
                "A Penrose",
                "T Holt",
            )
        ],
    ),
    (
        "Motion: That the pump be mended.\n\nMoved: Ada Penrose\n\nSeconded: Tom Holt"
        "\n\nPASSED",
        [
            (
                "Motion: That the pump be mended. Moved: Ada Penrose Seconded: Tom Holt"
                " PASSED",
                "resolved",
                "Ada Penrose",
                "Tom Holt",
            )
        ],
    ),
    ("Motion: That the pump be mended.\n\nAda Penrose spoke of the pump.", []),
    # a motion that leads a list, its fate behind the last entry or below it
    (
        "R24-03 A. Penrose, T. Holt: That we go into closed session for:\n"
        "b) a matter about one of the staff;\ne) a claim against the town. Carried.",
        [
            (
                "That we go into closed session for: b) a matter about one of the "
                "staff; e) a claim against the town. Carried.",
                "resolved",
                "A. Penrose",
                "T. Holt",
            )
        ],
    ),
    (
        "Moved by Ada Penrose, seconded by Tom Holt:\n(a) that the pump be mended;\n"
        "(b) that the bench be sold.\n\nMotion carried.",
        [
            ("(a) that the pump be mended;", "resolved", "Ada Penrose", "Tom Holt"),
            ("(b) that the bench be sold.", "resolved", "Ada Penrose", "Tom Holt"),
        ],
    ),
    (
        "Moved by Ada Penrose, seconded by Tom Holt, to look at:\n- the pump\n- the "
        "bench\n\nMembers went to see them.",
        [],
    ),
    # movers on a line of their own below; what opens the next motion names none above
    (
        "Minutes:\n\nRESOLVED\n\nThat Ada Penrose be elected Chair of the Panel for "
        "the year.\n\n(Proposed by Mr D Okoro and seconded by Mr T Holt).",
        [
            (
                "That Ada Penrose be elected Chair of the Panel for the year.",
                "appointed",
                "D Okoro",
                "T Holt",
            )
        ],
    ),
    (
        "RESOLVED\n\nThat the pump be mended.\n\nMoved by D Okoro, seconded by T Holt\n"
        "\nThat the bench be sold.\n\nCARRIED",
        [
            ("That the pump be mended.", "resolved", None, None),
            ("That the bench be sold. CARRIED", "resolved", "D Okoro", "T Holt"),
        ],
    ),
    # a motion, and what became of it: one decision, not two
    (
        "The minutes of the last meeting were approved.\n\nApproval - proposed Ada "
        "Penrose, seconded Tom Holt.",
        [
            (
                "The minutes of the last meeting were approved.",
                "approved",
                "Ada Penrose",
                "Tom Holt",
            )
        ],
    ),
    # text, then what is quoted, kind, mover and seconder of each decision
    (
        "MOVED (A Penrose / T Holt)\n\n**TC/24/041**\nThat the apology of Jo Marsh be "
        "accepted.\nCARRIED",
        [
            (
                "That the apology of Jo Marsh be accepted. CARRIED",
                "approved",
                "A Penrose",
                "T Holt",
            )
        ],
    ),
    (
        "2024-147 Moved by: A. Penrose  Seconded by: T. Holt\nTHAT the culvert be "
        "replaced in 2024.\nRecorded vote: Penrose - nay, Holt - nay, Marsh - yea. "
        "**Defeated.**",
        [
            (
                "THAT the culvert "
                "be replaced in 2024. Recorded vote: Penrose - nay, Holt - nay, "
                "Marsh - yea. Defeated.",
                "rejected",
                "A. Penrose",
                "T. Holt",
            )
        ],
    ),
    (
        "2024-141 Moved by: A. Penrose  Seconded by: T. Holt\nBE IT RESOLVED THAT the "
        "agenda be adopted.",
        [
            (
                "BE IT RESOLVED THAT the agenda be adopted.",
                "approved",
                "A. Penrose",
                "T. Holt",
            )
        ],
    ),
    (
        "It was agreed, on the proposal of Councillor Holt (J), seconded by Councillor "
        "Marsh (K), that a letter be sent.",
        [
            (
                "It was agreed, on the proposal of Councillor Holt (J), seconded by "
                "Councillor Marsh (K), that a letter be sent.",
                "resolved",
                "Holt (J)",
                "Marsh (K)",
            )
        ],
    ),
    # several motions of one paragraph
    (
        "Miss Dale was welcomed. Penrose moved to approve the agenda. Holt seconded. "
        "All voted aye. Marsh made a motion to sell the van. The motion was seconded "
        "by Penrose. Motion carried.",
        [
            (
                "Penrose moved to approve the agenda. Holt seconded. All voted aye.",
                "approved",
                "Penrose",
                "Holt",
            ),
            (
                "Marsh made a motion to sell the van. The motion was seconded by "
                "Penrose. Motion carried.",
                "resolved",
                "Marsh",
                "Penrose",
            ),
        ],
    ),
    # a motion lost, and what was resolved in its place
    (
        "It was moved by Councillor Holt and seconded by Councillor Marsh that the van "
        "be sold. On being put to the vote the motion was lost, there being 2 for and "
        "8 against.\n\nResolved:\n\n(1) That the van be kept; and\n\n"
        "(2) That it be painted.",
        [
            (
                "It was moved by Councillor Holt and seconded by Councillor Marsh that "
                "the van be sold. On being put to the vote the motion was lost, there "
                "being 2 for and 8 against.",
                "rejected",
                "Holt",
                "Marsh",
            ),
            ("(1) That the van be kept; and", "resolved", None, None),
            ("(2) That it be painted.", "resolved", None, None),
        ],
    ),
    # a vote told before what came of it
    (
        "It was debated.\n\nThe proposal was put to the vote. 9 "
        "voted for the proposal and 2 against it. The proposal was passed.",
        [
            (
                "The proposal was put to the vote. 9 voted for the proposal and 2 "
                "against it. The proposal was passed.",
                "approved",
                None,
                None,
            )
        ],
    ),
    # bare words that close an entry, and a list of things under a decision
    (
        "i) Bank, sheet 24, balance of £240. Noted\n\nii) Letter from the school. "
        "Permission given",
        [
            ("i) Bank, sheet 24, balance of £240. Noted", "noted", None, None),
            (
                "ii) Letter from the school. Permission given",
                "approved",
                None,
                None,
            ),
        ],
    ),
    (
        "The following payments were approved:\n\ni) Hall hire, Chq No 1345 £24.00\n\n"
        "ii) Fence posts, Chq No 1346 £18.50",
        [("The following payments were approved:", "approved", None, None)],
    ),
    (
        "RESOLVED to object (highway safety). For 3, against 1. Proposed: Cllr Holt. "
        "Seconded: Cllr Marsh.",
        [
            (
                "RESOLVED to object (highway safety). For 3, against 1. Proposed: Cllr "
                "Holt. Seconded: Cllr Marsh.",
                "resolved",
                "Holt",
                "Marsh",
            )
        ],
    ),
    # resolved on somebody's motion, and what was moved on the lines below
    (
        "RESOLVED on the motion of Crs Penrose and Holt\n\nThat the fee be kept.",
        [("That the fee be kept.", "resolved", "Penrose", "Holt")],
    ),
    (
        "Resolved, on the motion of Crs Penrose and Holt\n\nWT/24/11\n\n"
        "That the fee be kept.",
        [("That the fee be kept.", "resolved", "Penrose", "Holt")],
    ),
    (
        "RESOLVED on the motion of Crs Penrose and Holt\n\nMembers went to the weir.",
        [
            (
                "RESOLVED on the motion of Crs Penrose and Holt Members went to the "
                "weir.",
                "resolved",
                "Penrose",
                "Holt",
            )
        ],
    ),
    (
        "Carried, moved by Cr Penrose, seconded by Cr Holt.",
        [
            (
                "Carried, moved by Cr Penrose, seconded by Cr Holt.",
                "resolved",
                "Penrose",
                "Holt",
            )
        ],
    ),
    # a list in capital numerals; an initial is none
    (
        "The Council resolved:\n\nI. To keep the fee.\n\nII. To mend the lamp.",
        [
            ("I. To keep the fee.", "resolved", None, None),
            ("II. To mend the lamp.", "resolved", None, None),
        ],
    ),
    (
        "AGREED: to keep the fee.\n\nV. Holt thanked the clerk.",
        [("AGREED: to keep the fee.", "resolved", None, None)],
    ),
    # a form's fields below name the movers, unless what they moved follows
    (
        "The fee was approved.\n\nProposer: Ada Penrose\n\nSeconder: Tom Holt\n\n"
        "The weir was seen.",
        [("The fee was approved.", "approved", "Ada Penrose", "Tom Holt")],
    ),
    (
        "RESOLVED\n(a) To keep the fee.\n(b) To mend the lamp.\n\nProposed by: Ada "
        "Penrose. Seconded by: Tom Holt.\n\nThe weir was seen.",
        [
            ("(a) To keep the fee.", "resolved", "Ada Penrose", "Tom Holt"),
            ("(b) To mend the lamp.", "resolved", "Ada Penrose", "Tom Holt"),
        ],
    ),
    (
        "The fee was approved.\n\nMoved: Cr Penrose\n\nSeconded: Cr Holt\n\n"
        "BE IT RESOLVED THAT the weir be fenced.\n\nCARRIED",
        [
            ("The fee was approved.", "approved", None, None),
            (
                "BE IT RESOLVED THAT the weir be fenced. CARRIED",
                "resolved",
                "Penrose",
                "Holt",
            ),
        ],
    ),
    (
        "The fee was approved.\n\nProposer: Ada Penrose\n\nTom Holt spoke of it.",
        [("The fee was approved.", "approved", None, None)],
    ),
    # a label, who moved in the column beside it, and what was moved below
    (
        "Resolved:       Moved Cr Penrose / Seconded Cr Holt\n\n"
        "That the fee be kept.\n\nCARRIED",
        [("That the fee be kept. CARRIED", "resolved", "Penrose", "Holt")],
    ),
    # what became of a motion in parts is told of each, behind an amendment
    (
        "Moved Cr Penrose / Seconded Cr Holt\n\nThat Council:\n\n"
        "1. keeps the fee at $40; and\n\n2. receives the report.\n\n"
        "AMENDMENT Moved Cr Marsh / Seconded Cr Bell\n\nThat $30 be put for $40.\n\n"
        "The amendment was put and LOST.\n\nThe motion was put and CARRIED.",
        [
            ("1. keeps the fee at $40; and", "resolved", "Penrose", "Holt"),
            ("2. receives the report.", "noted", "Penrose", "Holt"),
            (
                "That $30 be put for $40. The amendment was put and LOST.",
                "rejected",
                "Marsh",
                "Bell",
            ),
        ],
    ),
    # the votes below a list are those on its entries
    (
        "Proposer: Ada Penrose. Seconder: Tom Holt.\n\nThis Union resolves:\n\n"
        "1. To lobby the mill.\n\n2. To write to it.\n\n"
        "Vote: For 12, Against 1, Abstain 2. Motion passes.",
        [
            ("1. To lobby the mill.", "resolved", "Ada Penrose", "Tom Holt"),
            ("2. To write to it.", "resolved", "Ada Penrose", "Tom Holt"),
        ],
    ),
    # what officers advised is not what was decided, if that is told for itself
    (
        "Officer Recommendation\n\nThat the fee be kept.\n\nCOUNCIL DECISION\n\n"
        "Moved Cr Penrose, seconded Cr Holt\n\nThat the fee be cut.\n\nCARRIED",
        [("That the fee be cut. CARRIED", "resolved", "Penrose", "Holt")],
    ),
    (
        "Recommendation\n\nThat the fee be $40.\n\n"
        "Moved Cr Penrose, seconded Cr Holt. Carried.",
        [
            (
                "That the fee be $40. Moved Cr Penrose, seconded Cr Holt. Carried.",
                "resolved",
                "Penrose",
                "Holt",
            )
        ],
    ),
    # a list under a part is that part's
    (
        "RESOLVED:\n\n(1) that the Clerk ask for:\n\n• a plan of the weir;\n\n"
        "• a price; and\n\n(2) that the fee be kept.",
        [
            (
                "(1) that the Clerk ask for: • a plan of the weir; • a price; and",
                "resolved",
                None,
                None,
            ),
            ("(2) that the fee be kept.", "resolved", None, None),
        ],
    ),
    # a label with its sentence behind it; a verb in capitals on the next line
    (
        "Approved: the fees set out in the schedule.",
        [("Approved: the fees set out in the schedule.", "approved", None, None)],
    ),
    (
        "    The minutes of the meeting held in the hall on the first of May were\n"
        "    AGREED as correct.",
        [
            (
                "The minutes of the meeting held in the hall on the first of May were "
                "AGREED as correct.",
                "approved",
                None,
                None,
            )
        ],
    ),
]
LAYOUTS += [
    # each of several numbered resolutions that one vote carried
    (
        "Moved by Ada Penrose, supported by Tom Holt, to adopt the following:\n\n"
        "1. Resolution 24-11 to approve the fee.\n\n"
        "2. Resolution 24-12 to approve the path map.\n\nCarried.",
        [
            ("1. Resolution 24-11 to approve the fee.", *BOTH),
            ("2. Resolution 24-12 to approve the path map.", *BOTH),
        ],
    ),
    # the label of the next resolution ends none
    (
        "Moved: Ada Penrose\n\nSeconded: Tom Holt\n\nThat the words be left out.\n\n"
        "LOST 1/3\n\nCOUNCIL RESOLUTION 0824-03",
        [
            (
                "That the words be left out. LOST",
                "rejected",
                "Ada Penrose",
                "Tom Holt",
            )
        ],
    ),
    # a roll call stands between the last entry and its fate
    (
        "MOVED by Ada Penrose, seconded by Tom Holt:\n\nThat the Board:\n\n"
        "a) approve the pump track at Weka Reserve\n\nb) approve its lamps.\n\n"
        "A division was called for, voting on which was as follows:\n\n"
        "For: Ada Penrose, Tom Holt, Jo Marsh\n\nThe motion was declared CARRIED.",
        [
            ("a) approve the pump track at Weka Reserve", *BOTH),
            ("b) approve its lamps.", *BOTH),
        ],
    ),
    # a quoted motion, and its movers between it and its fate
    (
        "“That this Council mend the wall of the quay.”\n\nThe motion was proposed by "
        "Ada Penrose and seconded by Tom Holt.\n\nThe engineer replied that the wall "
        "would be looked at.\n\nThe motion was agreed.",
        [("That this Council mend the wall of the quay.”", *BOTH)],
    ),
    # who moved stands before "That", whom the minutes name
    (
        "19/301 PENROSE: That we mend the plough.\n\nCarried",
        [
            (
                "19/301 PENROSE: That we mend the plough. Carried",
                "resolved",
                "PENROSE",
                None,
            )
        ],
    ),
    (
        "LAMPS: That we mend the plough.\n\nCarried",
        [("LAMPS: That we mend the plough. Carried", "resolved", None, None)],
    ),
    # a numbered line names both
    (
        "Motion #21-044  Ada Penrose / Tom Holt\n\nResolved that the plough be mended."
        "\n\nMotion carried 5-0",
        [
            (
                "Resolved that the plough be mended. Motion carried 5-0",
                "resolved",
                *BOTH[1:],
            )
        ],
    ),
    # the lines of a form, and the posts of who moved
    (
        "The Board spoke of lamps.\n\nRESULT: RECOMMENDED FOR ADOPTION [UNANIMOUS]\n\n"
        "MOVER: Ada Penrose, Chair\n\nSECONDER: Tom Holt, Member\n\nAYES: "
        "Holt, Penrose",
        [
            (
                "RECOMMENDED FOR ADOPTION [UNANIMOUS] MOVER: Ada Penrose, Chair "
                "SECONDER: Tom Holt, Member AYES: Holt, Penrose",
                "recommended",
                "Ada Penrose",
                "Tom Holt",
            )
        ],
    ),
    # movers and fate close the list under "That the Board:"
    (
        "That the Board:\n\n1. asks the Clerk to mend the weir;\n\n2. shuts the mill."
        "\n\nMoved: Ada Penrose\n\nSeconded: Tom Holt\n\nCARRIED",
        [
            ("1. asks the Clerk to mend the weir;", "resolved", *BOTH[1:]),
            ("2. shuts the mill.", "resolved", *BOTH[1:]),
        ],
    ),
    (
        "That the Board:\n\n1. notes the plan;\n\n2. shuts the mill.\n\n"
        "Moved Ada Penrose, seconded Tom Holt\n\nLOST",
        [
            ("1. notes the plan;", "rejected", *BOTH[1:]),
            ("2. shuts the mill.", "rejected", *BOTH[1:]),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), LAYOUTS)
def test_layout(
    text: str, expected: list[tuple[str, str, str | None, str | None]]
) -> None:
    found = minutes(f"## 1. Culvert\n\n{text}\n\n## 2. Other business\n\nNone.")
    got = [
        (" ".join(x["text"].split()), x["kind"], x["mover"], x["seconder"])
        for x in found["decisions"]
    ]
    assert got == expected


RUNNING = [
    # text, then what is quoted, kind, mover and seconder of each decision
    (
        "The minutes of the last meeting were approved. It was noted that the date was "
        "wrong.\n\nApproval – proposed AP, seconded TH.",
        [("The minutes of the last meeting were approved.", "approved", "AP", "TH")],
    ),
    (
        "It was agreed that a survey be made. This was proposed by AP and seconded by "
        "TH.",
        [
            (
                "It was agreed that a survey be made. This was proposed by AP and "
                "seconded by TH.",
                "resolved",
                "AP",
                "TH",
            )
        ],
    ),
    (
        "Low Farm - two sheds. No comment.",
        [("Low Farm - two sheds. No comment.", "resolved", None, None)],
    ),
    (
        "Tom Holt would like a key. The members agreed to this.",
        [
            (
                "Tom Holt would like a key. The members agreed to this.",
                "approved",
                None,
                None,
            )
        ],
    ),
    (
        "Item 6.1 should read: The Council agreed to buy a mower.",
        [],
    ),
    (
        "The Finance Committee agreed to buy a mower.",
        [],
    ),
    (
        "R2024-06 A. Penrose, T. Holt: WHEREAS the bridge is old;\n\nNOW THEREFORE BE "
        "IT RESOLVED that it be closed. Carried.",
        [
            (
                "BE IT RESOLVED that it be closed. Carried.",
                "resolved",
                "A. Penrose",
                "T. Holt",
            )
        ],
    ),
    (
        "Decision: The Council agreed to sell the barn. Mrs Dale added that it leaks.",
        [("Decision: The Council agreed to sell the barn.", "resolved", None, None)],
    ),
    (
        "Chairman: Ada Penrose – proposed by TH, seconded by JM",
        [
            (
                "Chairman: Ada Penrose – proposed by TH, seconded by JM",
                "appointed",
                "TH",
                "JM",
            )
        ],
    ),
    (
        "Proposed by Councillor Dale;\n\nSeconded by Councillor Marsh;\n\n“That "
        "Councillor Holt be appointed Mayor for the year”.\n\nProposed by Councillor "
        "Orr;\n\nSeconded by Councillor Bell;\n\n“That Councillor Penrose be appointed "
        "Mayor for the year”.\n\nThe Clerk declared Councillor Penrose elected as "
        "Mayor.",
        [
            (
                "The Clerk declared Councillor Penrose elected as Mayor.",
                "appointed",
                "Orr",
                "Bell",
            )
        ],
    ),
    (
        "Resolved: “That the draft be signed”.\n\n(b) Circulated, copy of the notes.",
        [("Resolved: “That the draft be signed”.", "approved", None, None)],
    ),
    (
        "RESOLVED that the gate be mended.\n\nIt was proposed by Cllr Holt and "
        "seconded by Cllr Marsh that robes be worn.",
        [("RESOLVED that the gate be mended.", "resolved", None, None)],
    ),
    (
        "It was moved by Cllr Holt and seconded by Cllr Marsh that the fee be waived. "
        "On being put the motion was lost.\n\nResolved:\n\n(1) That the fee be raised.",
        [
            (
                "It was moved by Cllr Holt and seconded by Cllr Marsh that the fee be "
                "waived. On being put the motion was lost.",
                "rejected",
                "Holt",
                "Marsh",
            ),
            ("(1) That the fee be raised.", "resolved", None, None),
        ],
    ),
    (
        "The Council APPROVED the lease of the barn and DELEGATED authority to the "
        "Clerk to sign it.",
        [
            ("The Council APPROVED the lease of the barn", "approved", None, None),
            (
                "DELEGATED authority to the Clerk to sign it.",
                "delegated",
                None,
                None,
            ),
        ],
    ),
    (
        "This Motion was seconded by Councillor Holt and agreed.",
        [
            (
                "This Motion was seconded by Councillor Holt and agreed.",
                "resolved",
                None,
                "Holt",
            )
        ],
    ),
    # a notice of motion, and what is said in proposing it, are not its text
    (
        "I will move at the next meeting that the Council light the quay.\n\n"
        "The Motion was proposed by Cllr Dale, seconded by Cllr Marsh and agreed.",
        [
            (
                "The Motion was proposed by Cllr Dale, seconded by Cllr Marsh and "
                "agreed.",
                "resolved",
                "Dale",
                "Marsh",
            )
        ],
    ),
    (
        "In proposing the Motion, Cllr Dale referred to the need for lamps on the quay "
        "and to the two falls there last year. Cllr Marsh\nseconded this motion and "
        "agreed.",
        [
            (
                "Cllr Marsh seconded this motion and agreed.",
                "resolved",
                "Dale",
                "Marsh",
            )
        ],
    ),
    (
        "In proposing the motion Cllr Dale spoke of falls. This motion was seconded "
        "by Cllr Marsh and carried.",
        [
            (
                "This motion was seconded by Cllr Marsh and carried.",
                "resolved",
                "Dale",
                "Marsh",
            )
        ],
    ),
    (
        "The hut was proposed by Mr Dale. Work was carried out on the roof.",
        [],
    ),
    (
        "Resolution 44/2024 Moved: Cr Penrose Seconded: Cr Holt Council adjourn for "
        "tea.",
        [("Council adjourn for tea.", "resolved", "Penrose", "Holt")],
    ),
    (
        "Trustee Penrose moved, Trustee Holt seconded, to go into executive session. "
        "Roll call: all ayes.",
        [
            (
                "Trustee Penrose moved, Trustee Holt seconded, to go into executive "
                "session. Roll call: all ayes.",
                *("resolved", "Penrose", "Holt"),
            )
        ],
    ),
]
RUNNING += [
    # debate stands between what was moved and its fate, and before it
    (
        "Discussion followed. Jo Marsh moved to award the work to Fell Builders; Tom "
        "Holt seconded. Ada Penrose asked about the dates. She was told that work "
        "would start in July. All in favor, motion passed.",
        [
            (
                "Jo Marsh moved to award the work to Fell Builders; Tom Holt seconded.",
                "approved",
                "Jo Marsh",
                "Tom Holt",
            )
        ],
    ),
    # whose approval it needs did not move it
    (
        "RESOLVED to mend the wall, subject to the approval of the Minister.",
        [
            (
                "RESOLVED to mend the wall, subject to the approval of the Minister.",
                "resolved",
                None,
                None,
            )
        ],
    ),
    ("Read and agreed.", [("Read and agreed.", "approved", None, None)]),
    ("Discussed and left.", []),
]


@pytest.mark.parametrize(("text", "expected"), RUNNING)
def test_running(
    text: str, expected: list[tuple[str, str, str | None, str | None]]
) -> None:
    found = minutes(f"1. Bench\n\n{text}\n\n2. Any other business\n\nNone.")
    got = [
        (" ".join(x["text"].split()), x["kind"], x["mover"], x["seconder"])
        for x in found["decisions"]
    ]
    assert got == expected


def test_movers_stand_in_columns_of_a_table() -> None:
    rows = "".join(
        "<tr>" + "".join(f"<td>{x}</td>" for x in row) + "</tr>"
        for row in (
            ("No.", "Motion", "Moved", "Seconded", "Result"),
            ("1", "That the report be adopted.", "A. Penrose", "T. Holt", "Carried"),
            ("2", "That the fee be raised.", "J. Marsh", "A. Penrose", "Carried"),
        )
    )
    found = read(
        "<h1>Thornbeck Rowing Club</h1><p>Minutes of the meeting held on 4 March 2024"
        f"</p><h2>Business</h2><table>{rows}</table><p>The meeting closed.</p>",
        "minutes.html",
    )
    got = [(x["mover"], x["seconder"]) for x in found["decisions"]]
    assert got == [("A. Penrose", "T. Holt"), ("J. Marsh", "A. Penrose")]


@pytest.mark.parametrize(
    ("rows", "texts"),
    [
        (
            (("a", "The fee be kept."), ("b", "The lamp be mended.")),
            ["a The fee be kept.", "b The lamp be mended."],
        ),
        (
            (("i", "To keep the fee"), ("ii", "To mend the lamp")),
            ["i To keep the fee", "ii To mend the lamp"],
        ),
        ((("Fees", "Ada Penrose"), ("Lamps", "Tom Holt")), []),
    ],
)
def test_marks_stand_in_a_column_of_their_own(
    rows: tuple[tuple[str, str], ...], texts: list[str]
) -> None:
    table = "".join(f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in rows)
    found = read(
        "<h1>Thornbeck Rowing Club</h1><p>Minutes of the meeting held on 4 March 2024"
        f"</p><h2>Business</h2><p>RESOLVED:</p><table>{table}</table><p>The meeting "
        "closed.</p>",
        "minutes.html",
    )
    assert [" ".join(x["text"].split()) for x in found["decisions"]] == texts


NAMED = [
    # father and son, and a cue that was taken for a name
    (
        "A motion to adjourn was made by Commissioner Holt, Jr. and seconded by "
        "Commissioner Holt, Sr. Motion passed.",
        ("Holt, Jr.", "Holt, Sr."),
    ),
    ("Moved Penrose, seconded Holt, to adopt it. All ayes, motion carried.", None),
    ("Motion to sell the van: Ada/Tom, unanimous.", ("Ada", "Tom")),
    (
        "BY-LAW 7 WAS READ FOR THE SECOND TIME. MOTION BY PENROSE, SECONDED BY HOLT, "
        "TO ADOPT. CARRIED.",
        ("PENROSE", "HOLT"),
    ),
    # names in brackets before the fate; and initials that end their sentence
    ("Paint the shed in June (AP/TH), all in favour.", ("AP", "TH")),
    ("A fee of £90 from June (AP, sec TH), carried 4-0.", ("AP", "TH")),
    (
        "The price has VAT. Ada proposed that we pay; Tom seconded; all in favour.",
        ("Ada", "Tom"),
    ),
    (
        "BE IT RESOLVED THAT it go.\nMoved by: Penrose\nSeconded by: Holt\nCarried",
        None,
    ),
    (
        "RESOLVED: that it be kept.\nMover: Penrose Seconder: Holt\nMotion carried.",
        None,
    ),
    ("RESOLVED: that it go.\nProposer: Penrose\nSeconder: Holt\nVote: unanimous", None),
    ("PENROSE/HOLT: THAT the bench be kept. CARRIED", ("PENROSE", "HOLT")),
    (
        "Res. #19-101: A. Penrose / T. Holt THAT the bench be kept. CARRIED",
        ("A. Penrose", "T. Holt"),
    ),
    ("Income/Expenditure That the budget be kept was agreed.", (None, None)),
    (
        "On the proposal of Cllr. Penrose\nSeconded by Cllr. Holt\nIt was agreed to go",
        None,
    ),
]


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_names_of_movers(text: str, expected: tuple[str, str] | None) -> None:
    found = minutes(f"1. Bench\n\n{text}\n\n2. Close\n\nNone.")["decisions"]
    got = [(x["mover"], x["seconder"]) for x in found]
    assert got == [expected or ("Penrose", "Holt")]


def test_the_first_number_of_a_list_ends_no_sentence() -> None:
    text = "The bench is old. AGREED: 1. That it be kept. 2. That it be painted."
    found = minutes(f"1. Bench\n\n{text}\n\n2. Close\n\nNone.")["decisions"]
    assert [x["text"] for x in found] == [
        *("AGREED: 1. That it be kept.", "2. That it be painted.")
    ]


def test_a_bare_fate_takes_the_title_on_its_line() -> None:
    found = minutes("1. Annual accounts: Agreed.\n\n2. Paths\n\nThe path is wet.")
    assert [x["text"][-24:] for x in found["decisions"]] == ["Annual accounts: Agreed."]


def test_a_bare_fate_below_its_heading_decides() -> None:
    found = minutes("1. Accounts\n\nAgreed.\n\n2. Paths\n\nThe path is wet.")
    assert [x["text"] for x in found["decisions"]] == ["Agreed."]
    found = minutes("1. Accounts\n\nAGREED\n\nThat they be paid.\n\n2. Paths\n\nWet.")
    assert [x["text"] for x in found["decisions"]] == ["That they be paid."]


def test_a_bare_fate_joins_the_motion_before_it() -> None:
    found = minutes(
        "1. Secretary\n\nJo Marsh proposed Lee Orr as secretary and was seconded by "
        "Tom Holt. All present agreed.\n\n2. Close\n\nNone."
    )
    assert len(found["decisions"]) == 1
    assert found["decisions"][0]["text"].endswith("All present agreed.")


def test_what_decides_behind_a_list_of_people() -> None:
    found = minutes(
        "1. Apologies\n\nCllr Dan Orr, Cllr Sue Bell and Cllr Kit Dale. The meeting "
        "agreed that each had good reason to stay away.\n\n2. Close\n\nNone."
    )
    assert [x["text"] for x in found["decisions"]] == [
        "The meeting agreed that each had good reason to stay away."
    ]
