"""Decisions: what records one, its kind, who moved it, how it was voted."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import minutes, read

from minutebook.assemble.kinds import kind_of
from minutebook.assemble.movers import find_motion
from minutebook.assemble.outcomes import decides
from minutebook.assemble.votes import read_votes

DECIDE = [
    ("It was agreed that the survey be accepted as information.", "noted"),
    ("It was agreed to issue a Certificate of Completion.", "approved"),
    ("Ada Penrose elected President unopposed.", "appointed"),
    ("It was agreed that the bench be moved.", "resolved"),
    ("The purchase of a copier (£389) was left in abeyance.", "deferred"),
    ("The matter was remitted to the Visiting Sub-Committee.", "referred"),
    ("The plea was passed back to the working party.", "referred"),
    ("Harbour dues - remitted to Moorings Sub Group.", "referred"),
    ("A proposal to meet six times was continued.", "deferred"),
    ("Consideration of the charter was held over.", "deferred"),
    ("REMITTED to the Chair to settle when the letter has come.", "delegated"),
    ("Cheques for £48 (hall) and £21 (lamps) were passed for payment.", "approved"),
    ("Mrs Holt's idea of charging the school found no support.", "rejected"),
    ("The report for May, having been circulated, was received.", "noted"),
    ("The following were NOTED: Audit 5th May, Funds 9th May.", "noted"),
    ("The Board approved the budget.", "approved"),
    ("Members noted the report.", "noted"),
    ("The minutes were agreed as a true record.", "approved"),
    ("It was agreed to defer the item to the next meeting.", "deferred"),
    ("The Committee agreed to recommend the scheme to Council.", "recommended"),
    ("Councillors resolved not to support the application.", "rejected"),
    ("It was agreed to refer the matter to the Planning Committee.", "referred"),
    ("It was resolved that authority be delegated to the Clerk.", "delegated"),
    ("Cllr Holt was elected Vice-Chair.", "appointed"),
    ("Lettings policy - agreed", "approved"),
    ("Asset plan – deferred to the next meeting", "deferred"),
    ("There was general agreement that the hedge should stay.", "resolved"),
    ("Virement of £300 approved", "approved"),
    ("Land at Low Fell, two dwellings – no objection.", "resolved"),
    ("The substantive motion was put to the vote and carried.", "resolved"),
    ("Synod agreed to adopt the rules of the burial ground.", "approved"),
    ("Trustees did not support the offer for the meadow.", "rejected"),
    ("Mrs Holt was confirmed as safeguarding governor.", "appointed"),
    ("The inventory was accepted.", "approved"),
    ("Payments of £310 were authorised.", "approved"),
    ("It was agreed that the district be urged to mend the lane.", "recommended"),
    ("It was agreed that the Finance Panel be asked to look again.", "referred"),
    ("It was agreed by a large majority that the fee go up.", "resolved"),
    ("Minutes of 3/5 passed.", "approved"),
    ("It was agreed the next meeting would be on 4 June.", "resolved"),
    ("The following matters were agreed for the next agenda:", "resolved"),
    ("It was agreed to leave this until Mr Orr can attend.", "deferred"),
    ("It was decided not to make a decision until the survey is in.", "deferred"),
    ("We agreed to pass this to the Bridges Partnership.", "referred"),
    ("This item would be forwarded to the Works Committee.", "referred"),
    ("The Council agreed to give £250 for the fair.", "approved"),
    ("It was agreed that Ada Penrose should be lead warden.", "appointed"),
    ("The Clerk declared Councillor Penrose elected as Mayor.", "appointed"),
    ("Risk log - all noted.", "noted"),
    ("Request for a donation - no action", "rejected"),
    ("The oral report of Dr. Dale was received with thanks.", "noted"),
    ("Members noted the costs but agreed the importance of a hall.", "resolved"),
    ("Councillors discussed the plan and agreed to ask for a survey.", "resolved"),
    ("The Board accepted the recommendation of the auditor.", "approved"),
    ("Minutes of 4 May amended and agreed as a true record by all.", "approved"),
    ("It was agreed by AP, TH and JM that the fence be mended.", "resolved"),
    ("Approval was given for the purchase of a mower.", "approved"),
    ("Apologies: Ada Penrose and Jo Marsh and sanctioned", "approved"),
    ("The Mayor declared the amendment defeated.", "rejected"),
    ("The accounts were submitted and approved.", "approved"),
    ("The public were excluded under the Act.", "resolved"),
    ("Works at Low Farm: GRANTED in full.", "approved"),
    ("We recommend to the District that the limit be cut.", "recommended"),
    ("They were content for the fair to be held.", "resolved"),
    ("It was determined that the lamp should be moved.", "resolved"),
    ("A consensus was reached that the key be kept apart.", "resolved"),
    ("By consensus the board moved the date to 7 May.", "resolved"),
    ("It was the consensus of Council that a sign is needed.", "resolved"),
    ("24/0151 Glebe Barn, porch. Approval recommended.", "recommended"),
    ("Rose Cottage - recommended for refusal.", "recommended"),
    ("AP and TH were given authority to sign the lease.", "delegated"),
    ("Letter from Dale & Sons about a memorial: permission given", "approved"),
    ("Minutes of the May meeting - Passed unanimously.", "approved"),
    (
        "It was resolved that the Clerk be, and she is hereby, elected Secretary",
        "appointed",
    ),
    ("It was resolved that approval be and is hereby given to the sale", "approved"),
    ("It was agreed that this be discussed at the July meeting.", "deferred"),
    ("It was agreed, after some debate, that a letter be sent.", "resolved"),
    ("It was agreed that the wording be left to the Chair.", "delegated"),
    ("RESOLVED that the request for music after 11 p.m. be refused.", "rejected"),
    ("The following donations were agreed: Scouts - £50", "approved"),
    ("It was agreed that a delegation from the school be invited.", "resolved"),
    ("The update of priorities was discussed and agreed.", "approved"),
    ("The Board supported the aims, as some firms do not support them.", "approved"),
    ("The Council has no objection to this application.", "resolved"),
    ("Councillors raised no objections.", "resolved"),
    ("No objections were raised.", "resolved"),
    ("The Parish Council objects to this application, for its height.", "resolved"),
    ("An amendment by Jo that the fee stay at £4 found no seconder.", "rejected"),
    ("Mrs Bell's plan for a raffle attracted no support.", "rejected"),
    ("An amendment that two lamps be lit lapsed for want of a seconder.", "rejected"),
    ("Not taken forward unless a grant is found.", "rejected"),
    ("Not recommended: Marden Owl Trust.", "rejected"),
    ("Left on the table until May.", "deferred"),
    ("Placed on file.", "noted"),
]

TELL = [
    "A ball was held over the weekend.",
    "The balance was carried forward to 2024.",
    "The report was sent to all members of the Council.",
    "Her complaint had been remitted to the Standards Committee.",
    "The letter was passed to the Clerk.",
    "Mr Holt agreed to write to the school.",
    "The grant had been agreed by the district in May.",
    "It was noted that the gate was broken.",
    "Work was carried out on the roof.",
    "The application has already been approved by the county.",
    "If the plan is approved the road will close.",
    "The Board noted that the train was late.",
    "A working party agreed five priorities with the parish.",
    "A letter was received from Mrs Dale.",
    "The scheme will be discussed once it is agreed.",
    "These issues must be resolved first.",
    "None noted.",
    "The letter will be passed on to the school.",
    "The fee, which is determined by the size of the hall, is due in May.",
    "The problem with the gate was fully resolved.",
    "Officers met with all approved applicants.",
    "She reported that the barn on Mill Lane was refused on the 7th.",
    "Until a clear position was agreed the parish would wait.",
    "One house is granted but is on appeal.",
    "No new applications were noted.",
    "The support of the school for the walk was noted.",
    "Grain had been spilt and left over the weekend.",
    "Two residents asked to be co-opted.",
    "Mr Holt asked whether the Board supported the guide.",
    "Notify Mrs Dale that the Board agreed the fee",
    "DCC have authorised repairs to the tower.",
    "If the Council agreed to a plan it could take three years.",
    "I will move at the next meeting that the fee be approved.",
    "Lane Cottage, extension. Approved by the Borough",
    "AP stated that in the June minutes it was agreed that the sign go.",
    "The Board noted the need for more benches.",
    "It was determined that this was dust from the quarry.",
    "It was concluded that the pump is old.",
    "Co-opted",
    "(approved)",
    "Mr Holt reported on the budget recently approved.",
    "Amend the work plan as agreed",
    "The guide would need to change if this proposal is adopted.",
    "Glebe Barn, porch. Deferred by Borough Council.",
    "The following group was nominated:",
    "The elms were chosen as a result of the survey.",
    "The motion was withdrawn.",
    "All voted aye.",
    "The Clerk was worried that members risked a fine but agreed to wait.",
    "No comments were made by residents.",
    "Mr Dale has no objection to the gate.",
]


@pytest.mark.parametrize(("sentence", "kind"), DECIDE)
def test_decides(sentence: str, kind: str) -> None:
    assert decides(sentence) or kind == "rejected"
    assert kind_of(sentence) == kind


@pytest.mark.parametrize(
    "sentence",
    [
        "The lighting survey was held back until May.",
        "THAT the bylaw be tabled until Mr Orr is present. CARRIED",
        "Agreed to leave the gate\nuntil May.",
        "To be discussed further at the next meeting.",
        "Gift sought by the Over 60s, £100 - left to July.",
        "Dentists to be added for June.",
        "Election of Vice-Chair adjourned to September.",
    ],
)
def test_put_off(sentence: str) -> None:
    assert kind_of(sentence) == "deferred"


@pytest.mark.parametrize("sentence", TELL)
def test_only_tells(sentence: str) -> None:
    assert decides(sentence) is None


MOTIONS = [
    ("MOTION: (Penrose/Holt) That the pump be mended.", "Penrose", "Holt"),
    ("Penrose moved and Holt supported the motion to pay.", "Penrose", "Holt"),
    ("Ar moladh Cllr. A. Penrose\nCuidithe ag Cllr. T. Holt", "A. Penrose", "T. Holt"),
    ("MOVED BY COUNCILLOR A. PENROSE, SECONDED BY T. HOLT", "A. PENROSE", "T. HOLT"),
    ("Motion by Selectman Penrose, seconded by Tr. Holt", "Penrose", "Holt"),
    (
        "Ada Penrose proposes Jo Marsh as Chair and Tom Holt seconds.",
        "Ada Penrose",
        "Tom Holt",
    ),
    ("Moved: Ada P; Seconded: Tom H; Passed", "Ada P", "Tom H"),
    ("Proposed by Cllr A Penrose, seconded by Mrs Holt.", "A Penrose", "Holt"),
    (
        "On the motion of Cllr Penrose, seconded by Cllr J. Marsh, it was resolved",
        "Penrose",
        "J. Marsh",
    ),
    (
        "Motion by Ada Penrose, second by Tom Holt to approve the bill.",
        "Ada Penrose",
        "Tom Holt",
    ),
    ("A. Penrose (motion), T. Holt (second)", "A. Penrose", "T. Holt"),
    (
        "R2024-031 A. Penrose, T. Holt: That the road be closed.",
        "A. Penrose",
        "T. Holt",
    ),
    ("RESOLVED (prop. AP, sec. TH) that the bill be paid", "AP", "TH"),
    ("Moved: Cr Penrose Seconded: Cr Holt", "Penrose", "Holt"),
    ("Tom Holt moved, seconded by Ada Penrose, to adjourn.", "Tom Holt", "Ada Penrose"),
    (
        "These were moved as correct by Ada Penrose and Tom Holt",
        "Ada Penrose",
        "Tom Holt",
    ),
    ("R2024-168 A. Penrose, T. Holt;", "A. Penrose", "T. Holt"),
    ("MOVED (A Penrose / T Holt)", "A Penrose", "T Holt"),
    ("A motion to pay it was made by Holt. Marsh seconded.", "Holt", "Marsh"),
    ("Ada makes a motion to accept them; Tom 2nds.", "Ada", "Tom"),
    ("Holt moved to pay. The second came from Marsh.", "Holt", "Marsh"),
    (
        "Agenda Commissioner Penrose moved to adopt it; Tom Holt seconded",
        "Penrose",
        "Tom Holt",
    ),
    ("Proposed Cllr Holt (J), seconded Cllr Marsh", "Holt (J)", "Marsh"),
    ("Approval – proposed by AP, seconded by TH.", "AP", "TH"),
    (
        "A. Penrose moved to adjourn; T. Holt seconded. Vote: 4-0",
        "A. Penrose",
        "T. Holt",
    ),
    ("That it be received. A Penrose / T Holt. Carried.", "A Penrose", "T Holt"),
    ("Bill approved, AP/TH.", "AP", "TH"),
    ("On the motion of Councillors Penrose and Holt the bill", "Penrose", "Holt"),
    ("Mrs. Marsh nominated and Mrs. Dale seconded Mr. Orr.", "Marsh", "Dale"),
    ("Cllr Holt proposed acceptance of the Minutes seconded by Mr Orr", "Holt", "Orr"),
    (
        "A motion was made to adjourn by Mr Holt and seconded by Jo Dale",
        "Holt",
        "Jo Dale",
    ),
    ("MOVED Cr Penrose SECONDED Cr Holt", "Penrose", "Holt"),
    ("Councillor Penrose, seconded by Councillor Holt, moved that", "Penrose", "Holt"),
    (
        "Mr Dale proposed that Jo Orr be appointed, but there was no seconder. It was "
        "moved by Ms Penrose, seconded by Mr Holt, that Lee Orr be appointed.",
        "Penrose",
        "Holt",
    ),
    ("Proposed by the Mayor, Cllr Penrose, seconded by Cllr Holt", "Penrose", "Holt"),
    ("Moved by Con. Penrose, seconded by Com . Holt .", "Penrose", "Holt"),
    (
        "MOTION brought by Ada Penrose and seconded by Tom Holt",
        "Ada Penrose",
        "Tom Holt",
    ),
    ("Ada Penrose presents a motion to sell it. Holt seconded.", "Ada Penrose", "Holt"),
    (
        "Motion by Financial Secretary Ada Penrose, second by Member Jo Orr",
        "Ada Penrose",
        "Jo Orr",
    ),
    ("Orr was nominated as chair by Jo Holt, seconded by Dale.", "Jo Holt", "Dale"),
]


@pytest.mark.parametrize(
    ("text", "mover"),
    [
        ("012-24 Councillor Penrose that the agenda be accepted.", "Penrose"),
        ("HOLT – That a mower be bought.", "HOLT"),
        ("Mr Holt told Cllr Penrose that it was wet.", None),
        ("Bridges – that is what they spoke of.", None),
    ],
)
def test_who_states_a_motion(text: str, mover: str | None) -> None:
    motion = find_motion(text, 0, len(text))
    assert (motion and motion.mover) == mover


@pytest.mark.parametrize(("text", "mover", "seconder"), MOTIONS)
def test_motion(text: str, mover: str, seconder: str) -> None:
    motion = find_motion(text, 0, len(text))
    assert motion is not None
    assert (motion.mover, motion.seconder) == (mover, seconder)


@pytest.mark.parametrize(
    "text",
    [
        "Cllr Penrose reported on the bench.",
        "The motion was debated for an hour.",
        "He proposed that the hall be let.",
        "It was proposed that the wall be mended.",
        "In proposing the motion Councillor Penrose spoke of the cost.",
        "They asked about the proposed Low Fell Safety Scheme for the lane.",
        "The accounts were considered and approved. Cheques to be signed.",
        "The SES offered to run a course.",
        "Action: AP/TH",
        "The Notice of Motion submitted by Councillor Penrose was read.",
    ],
)
def test_no_motion(text: str) -> None:
    assert find_motion(text, 0, len(text)) is None


VOTES = [
    ("Approved by 7 votes, 1 abstention.", (7, 0, 1)),
    ("There were 7 for, 2 against and 1 abstention.", (7, 2, 1)),
    ("Carried by nine votes to four.", (9, 4, None)),
    ("Motion carried 5-1.", (5, 1, None)),
    ("For: 6; Against: 3", (6, 3, None)),
    ("Ada Penrose yea, Tom Holt yea and Jo Marsh nay.", (2, 1, 0)),
    ("Ayes - Penrose, Holt. Nays - Marsh.", (2, 1, 0)),
    ("In Favour: Penrose, Holt. Opposed: Marsh, Orr.", (2, 2, 0)),
    ("There voted in favour 3 and against 4.", (3, 4, None)),
    ("Ayes: Serrano, Holt. Noes: Marsh.", (2, 1, 0)),
    ("Ayes: Holt. Noes: Marsh, Orr.", (1, 2, 0)),
    ("The motion passed, 4-0.", (4, 0, None)),
    ("The Council voted 6 to 4 in favour.", (6, 4, None)),
    ("Two abstentions were recorded.", (None, None, 2)),
    ("It was carried unanimously.", (None, None, None)),
    ("Four voted in favour and one against.", (4, 1, None)),
    ("CARRIED 6/0", (6, 0, None)),
    ("CARRIED UNANIMOUSLY BY EN BLOC RESOLUTION 7/0", (7, 0, None)),
    ("Ayes: Orr, Holt\nNays: Marsh", (2, 1, 0)),
    ("Substantive motion: 24/7/2 – passed", (24, 7, 2)),
    ("The motion was carried (9-3-1)", (9, 3, 1)),
    ("Voting 4-4, the Chair did not vote again", (4, 4, None)),
    ("Vote 6:2", (6, 2, None)),
    ("Approved 6/9/2023", (None, None, None)),
    ("By a majority of four to two it was agreed", (4, 2, None)),
    ("Two voted in favour, three against, with one abstention", (2, 3, 1)),
    ("Ayes 5 Nays 2 Abstain 1", (5, 2, 1)),
    ("For – 5 Against – 2", (5, 2, None)),
    ("All but one in favour", (None, None, None)),
    ("For 4, against 0, abstained 1", (4, 0, 1)),
    ("It was carried by six votes to one.", (6, 1, None)),
    ("£27,850 for new pumps was agreed.", (None, None, None)),
    ("A bill of £85 for the hall was paid.", (None, None, None)),
    ("There was no objection.", (None, None, None)),
    ("Seconded by Cllr Holt. 5 Votes for 1 Abstention - Carried", (5, None, 1)),
    ("Payments for Grass cutting and to Dale for Printing.", (None, None, None)),
    ("Tenders were opened: 3 for the roof and 2 for the path.", (None, None, None)),
]


@pytest.mark.parametrize(("text", "counts"), VOTES)
def test_votes(text: str, counts: tuple[int | None, ...]) -> None:
    count = read_votes(text, 0, len(text))
    assert (count.votes_for, count.votes_against, count.votes_abstained) == counts


def test_name_alone_is_no_decision() -> None:
    found = minutes("1. Chair\n\nAGREED:\n\nAda Penrose\n\nIt rained.")
    assert found["decisions"] == []


def test_two_parts_of_one_resolution() -> None:
    found = minutes(
        "1. Maps\n\nIt was agreed that the maps be printed in colour and that no map "
        "of the quarry be sold."
    )
    assert len(found["decisions"]) == 2


def test_each_motion_has_its_own_fate() -> None:
    found = minutes(
        "1. Motion\n\nCllr Holt proposed that the hall be let. Many spoke. Cllr Marsh "
        "moved an amendment to let it at weekends. The amendment was lost, 2 to 9. The "
        "motion was carried, 8 in favour, 3 against."
    )
    assert [x["kind"] for x in found["decisions"]] == ["rejected", "resolved"]


def test_unanimity_names_nobody() -> None:
    found = minutes("1. Bench\n\nIt was agreed unanimously that the bench be moved.")
    (decision,) = found["decisions"]
    assert decision["unanimous"]
    assert decision["votes"] is None
    assert decision["named_votes"] == []


def test_numbered_block_keeps_its_parts_apart() -> None:
    found = minutes(
        "12. Roads\n\nRESOLVED: (1) That the report be noted.\n\n(2) That the county "
        "be "
        "asked to mend Mill Lane.\n\n13. Any other business\n\nNone."
    )
    assert [(x["item"], x["kind"]) for x in found["decisions"]] == [
        ("12", "noted"),
        ("12", "resolved"),
    ]


def test_stem_is_kept_beside_its_parts() -> None:
    found = minutes(
        "1. Roads\n\nThe Council agreed:\n\n1. To ask for a new sign.\n2. To recommend "
        "a "
        "lower limit to the county.\n\n2. Any other business\n\nNone."
    )
    assert [x["lead"] for x in found["decisions"]] == ["The Council agreed:"] * 2
    assert [x["kind"] for x in found["decisions"]] == ["resolved", "recommended"]


def test_motion_over_its_text() -> None:
    found = minutes(
        "## Accounts\n\nR2024-031 A. Penrose, T. Holt:\n\nThat the accounts be "
        "approved.\n\n"
        "Carried.\n\n## Adjournment\n\nR2024-032 T. Holt, J. Marsh:\n\nThat the "
        "meeting be "
        "adjourned.\n\nCarried."
    )
    got = [(x["kind"], x["mover"], x["seconder"]) for x in found["decisions"]]
    assert got == [
        ("approved", "A. Penrose", "T. Holt"),
        ("resolved", "T. Holt", "J. Marsh"),
    ]


def test_amendment_with_no_fate_is_no_decision() -> None:
    found = minutes(
        "1. Plan\n\nThe amendment was proposed by Cllr Holt, seconded by Cllr "
        "Marsh.\n\n"
        "2. Any other business\n\nNone."
    )
    assert found["decisions"] == []


def test_lost_motion_is_rejected() -> None:
    found = minutes(
        "1. Lamp\n\nCllr Holt proposed that the lamp be sold, seconded by Cllr Marsh. "
        "The "
        "motion was lost, 2 for and 5 against.\n\n2. Any other business\n\nNone."
    )
    (decision,) = found["decisions"]
    assert decision["kind"] == "rejected"
    assert decision["votes"] == {"for": 2, "against": 5}


def test_heading_that_is_a_sentence_decides() -> None:
    found = minutes(
        "1. The minutes of the meeting held on 5 February were agreed as a true record."
        "\n\n2. Any other business\n\nNone."
    )
    (decision,) = found["decisions"]
    assert decision["kind"] == "approved"


def test_agenda_decides_nothing() -> None:
    text = (
        "# Thornbeck Parish Council\n\n## AGENDA\n\nYou are summoned to attend a "
        "meeting on 4 March 2024.\n\n1. To receive apologies\n2. To approve the "
        "minutes\n3. To resolve to pay the bills"
    )
    assert read(text)["decisions"] == []


WORDS = st.sampled_from(
    [
        "RESOLVED",
        "That",
        "agreed",
        "the",
        "Board",
        "(1)",
        "(2)",
        "noted.",
        "be",
        "It",
        "was",
        "seconded",
        "by",
        "Cllr",
        "Holt",
        "carried",
        "approved:",
        "motion",
        "7",
        "for",
        "against",
        "–",
        "•",
        "Minutes",
    ]
)


@settings(max_examples=120, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=60), st.sampled_from(["\n\n", "\n", " "]))
def test_quoted_words_stand_where_they_are_said_to(words: list[str], gap: str) -> None:
    from minutebook.load.reader import read_bytes
    from minutebook.runner import extract

    text = "1. Bench\n\n" + gap.join(
        " ".join(words[i : i + 6]) for i in range(0, len(words), 6)
    )
    source = read_bytes("x.txt", text.encode())
    for decision in extract(source).meeting.decisions:
        assert 0 <= decision.start < decision.end <= len(source.text)
        assert source.quote(decision.start, decision.end).strip()


@pytest.mark.parametrize(
    ("text", "texts"),
    [
        # a verb that needs what stands before it takes it along
        (
            "Invoice from Fellgate Ltd for mowing £72, Councillors agreed to pay",
            ["Invoice from Fellgate Ltd for mowing £72, Councillors agreed to pay"],
        ),
        (
            "The Leave Policy was sent round with no changes and it was resolved to "
            "adopt.",
            [
                "The Leave Policy was sent round with no changes and it was resolved "
                "to adopt."
            ],
        ),
        # verdicts on the things that the entry lists
        (
            "Payments: A Lowe £310.20; Dunn Ltd £88. All payments agreed.",
            ["Payments: A Lowe £310.20; Dunn Ltd £88. All payments agreed."],
        ),
        # one person's undertaking, and a vote put on record, decide nothing
        ("Mr Dunn agreed to report to the next meeting.", []),
        ("Cllr Orr asked that her vote against be recorded.", []),
        # what the chair tells is no decision, nor is the list below it
        ("The Chair noted:\n\n• there were 147 visits;\n\n• a stall was given.", []),
        (
            "The Committee noted:\n\n• the first report\n\n• the second report",
            ["• the first report", "• the second report"],
        ),
    ],
)
def test_what_a_verb_leans_on(text: str, texts: list[str]) -> None:
    record = minutes(f"1. Bench\n\n{text}\n\n2. Bins\n\nNone.")
    assert [x["text"] for x in record["decisions"]] == texts


def test_rows_with_a_verdict_and_movers_below() -> None:
    rows = [
        "Marden Scouts £200 – approved £150",
        "Over 60s Club £100 – approved",
        "Bowls Club £400 – refused",
    ]
    below = "SB took no part. Proposed TH, seconded JO."
    body = "\n".join([*rows, below])
    record = minutes(f"1. Grants\n\n{body}\n\n2. Bins\n\nNone.")
    told = [(x["text"], x["mover"]) for x in record["decisions"]]
    assert told == [(x, "TH") for x in rows]


def test_a_bare_word_closes_its_line() -> None:
    body = "Drainage Board - works to the dyke in October. Noted\nEmail on the paths."
    record = minutes(f"1. Letters\n\n{body}\n\n2. Bins\n\nNone.")
    texts = [x["text"] for x in record["decisions"]]
    assert texts == ["Drainage Board - works to the dyke in October. Noted"]
