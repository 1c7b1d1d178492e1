"""What is told twice, below labels, by divisions and ballots: one decision each."""

from __future__ import annotations

import pytest
from reading import minutes, read

from minutebook.assemble.outcomes import decides
from minutebook.assemble.votes import read_votes

# text, and of each decision its words, kind, mover and seconder
Told = tuple[str, str, str | None, str | None]
ONCE: list[tuple[str, list[Told]]] = [
    # the words under a label of one word
    (
        "Remitted:\n\nTo the Works Panel, the use of the barn.\n\nNoted:\n\nThat the "
        "fair would be held on 4 May.",
        [
            (
                "To the Works Panel, the use of the barn.",
                "referred",
                None,
                None,
            ),
            ("That the fair would be held on 4 May.", "noted", None, None),
        ],
    ),
    # nobody seconded it: it never came before the meeting
    ("Cllr Holt moved that the lane be shut. There was no seconder.", []),
    (
        "Cllr Orr moved that the fee be £5. The motion found no seconder. It was "
        "agreed that the fee stay as it is.",
        [
            (
                "It was agreed that the fee stay as it is.",
                "resolved",
                None,
                None,
            )
        ],
    ),
    # an amendment that nobody seconded leaves the motion as it was
    (
        "It was proposed by Cllr Bell, seconded by Cllr Holt, that three trees be "
        "felled. Cllr Orr moved an amendment that two be felled, but it failed for "
        "want of a seconder. The motion was carried.",
        [
            (
                "It was proposed by Cllr Bell, seconded by Cllr Holt, that three trees "
                "be felled. Cllr Orr moved an amendment that two be felled, but it "
                "failed for want of a seconder. The motion was carried.",
                "resolved",
                "Bell",
                "Holt",
            )
        ],
    ),
    # a lead below "Decision:" is no decision; "Minutes:" tells it again
    (
        "Decision:\n\nHaving read the report the Panel:\n\n1) Noted the survey of the "
        "weir;\n\n2) Agreed the plan for its repair.\n\nMinutes:\n\nMr Orr spoke. It "
        "was agreed that the plan for its repair be approved.",
        [
            ("1) Noted the survey of the weir;", "noted", None, None),
            ("2) Agreed the plan for its repair.", "approved", None, None),
        ],
    ),
    (
        "To approve the notes of 4 May.\n\nDecision:\n\nThat the notes of 4 May be "
        "approved as a true record.\n\nMinutes:\n\nIt was moved by Cllr Holt, seconded "
        "by Cllr Marsh, and\n\nRESOLVED\n\nThat the notes of 4 May be approved "
        "as a true"
        " record.",
        [
            (
                "That the notes of 4 May be approved as a true record.",
                "approved",
                "Holt",
                "Marsh",
            )
        ],
    ),
    # two grants that differ in more than a word are told apart
    (
        "Decision:\n\nThat £300 be given to the Bell Society.\n\nMinutes:\n\nRESOLVED "
        "that £300 be given to the Bell Society.\n\nRESOLVED that the Weir "
        "Trust be given"
        " £90.",
        [
            ("That £300 be given to the Bell Society.", "approved", None, None),
            ("RESOLVED that the Weir Trust be given £90.", "approved", None, None),
        ],
    ),
    # moved, carried and then resolved upon
    (
        "That the size of the Panels be as in the list.\n\nThe motion was CARRIED "
        "without division.\n\nRESOLVED that:\n\nThe size of the Panels be as "
        "in the list.",
        [("The size of the Panels be as in the list.", "resolved", None, None)],
    ),
    # a division: only what won is decided, in its own words
    (
        "Cllr Holt, seconded by Cllr Marsh, moved that the barn be let.\n\nCllr Orr, "
        "seconded by Cllr Dale, moved as an amendment that it be sold.\n\nOn a "
        "division "
        "3 members voted for the motion and 5 for the amendment, which "
        "accordingly became"
        " the finding of the meeting.",
        [
            (
                "Cllr Orr, seconded by Cllr Dale, moved as an amendment that it be "
                "sold. "
                "On a division 3 members voted for the motion and 5 for the amendment, "
                "which accordingly became the finding of the meeting.",
                "resolved",
                "Orr",
                "Dale",
            )
        ],
    ),
    (
        "Motion\n\nThat the barn be let.\n\nMoved by Cllr Holt, seconded by Cllr Marsh."
        "\n\nAmendment\n\nThat it be sold.\n\nMoved by Cllr Orr, seconded by Cllr Dale."
        "\n\nA roll was called.\n\nThe Motion was carried by 5 votes to 2 and "
        "the Council "
        "resolved accordingly.",
        [
            (
                "That the barn be let. Moved by Cllr Holt, seconded by Cllr Marsh.",
                "resolved",
                "Holt",
                "Marsh",
            )
        ],
    ),
    # who is chosen; not the ballot, nor that the post was accepted
    (
        "A ballot was held: Mrs Dale 5 votes, Mr Pell 2 votes. Mrs Dale was duly "
        "co-opted.",
        [("Mrs Dale was duly co-opted.", "appointed", None, None)],
    ),
    (
        "There were two nominations:\n\n1. Ada Dale, proposed by Jo Marsh, seconded by "
        "Tom Holt;\n\n2. Kit Pell, proposed by Sam Orr, seconded by Lou "
        "Finch.\n\n7 voted"
        " for Ada Dale.\n\n4 voted for Kit Pell.\n\nAda Dale was therefore "
        "elected to the "
        "post of Warden.",
        [
            (
                "Ada Dale was therefore elected to the post of Warden.",
                "appointed",
                "Jo Marsh",
                "Tom Holt",
            )
        ],
    ),
    (
        "Tom Holt proposed that Jo Marsh continue as Chairman for a year. This was "
        "seconded by Ada Dale and unanimously agreed.\n\nJo Marsh agreed to "
        "continue as "
        "Chairman and took the chair.",
        [
            (
                "Tom Holt proposed that Jo Marsh continue as Chairman for a year. This "
                "was seconded by Ada Dale and unanimously agreed.",
                "appointed",
                "Tom Holt",
                "Ada Dale",
            )
        ],
    ),
    # the words of a motion on notice, quoted above what became of it
    (
        "“That this Council mend the lane to the weir.”\n\nReply: There is no money for"
        " it.\n\nCllr Holt moved the motion. Cllr Marsh seconded. The motion "
        "was agreed.",
        [
            (
                "That this Council mend the lane to the weir.”",
                "approved",
                "Holt",
                "Marsh",
            )
        ],
    ),
    # what is agreed behind a proposal that was lost is another decision
    (
        "A proposal by Cllr Orr for a shelter found little favour and was "
        "defeated by 7 "
        "votes to 6. It was agreed that a seat be bought.",
        [
            (
                "A proposal by Cllr Orr for a shelter found little favour and was "
                "defeated by 7 votes to 6.",
                "rejected",
                "Orr",
                None,
            ),
            ("It was agreed that a seat be bought.", "resolved", None, None),
        ],
    ),
    # a list of bills belongs to the motion that they be paid
    (
        "Motion by Orr, seconded by Dale that these bills be paid:\n\n    Barn   £90.00"
        "\n\n    Weir   £14.00\n\nAyes 4, Nays 0. Motion carried.",
        [
            (
                "Motion by Orr, seconded by Dale that these bills be paid: Barn £90.00 "
                "Weir £14.00 Ayes 4, Nays 0. Motion carried.",
                "approved",
                "Orr",
                "Dale",
            )
        ],
    ),
    # names and votes in cells between a resolution and its fate
    (
        "Moved by Orr, seconded by Dale\n\nRESOLVED, that the lane be closed.\n\n"
        "Councilman Orr\n\nAye\n\nCouncilman Pell\n\nNo\n\nResolution defeated.",
        [("RESOLVED, that the lane be closed.", "rejected", "Orr", "Dale")],
    ),
]


@pytest.mark.parametrize(("body", "expected"), ONCE)
def test_told_once(body: str, expected: list[Told]) -> None:
    record = minutes(f"## 4. Works\n\n{body}\n\n## 5. Close\n\nNone.")
    assert [
        (x["text"], x["kind"], x["mover"], x["seconder"]) for x in record["decisions"]
    ] == expected


# the object and its fate as two short sentences
LEANING = [
    "Letter from Mr Pell. Held over.",
    "Orr & Dale have not sent a price. Left till then.",
    "A plea from the Bell Society for a hut. Tabled until May.",
    "The clock: two prices have come in. Put back to the next meeting.",
    "Survey of the weir. Carried forward.",
    "Mr Pell wants more lamps. Leave it till the survey is done.",
    "A plea from the Rowing Club for a shed. Referred to the Works Panel.",
    "Mr Orr thought of a fair in June. There was no support for this.",
    "Mr Orr proposed to write to the MP. This wasn't supported.",
]


@pytest.mark.parametrize("text", LEANING)
def test_fates_lean_on_what_stands_before(text: str) -> None:
    record = minutes(f"## 4. Works\n\n{text}\n\n## 5. Close\n\nNone.")
    assert [x["text"] for x in record["decisions"]] == [text]


# what only sounds like a decision
IDLE = [
    "Brought forward £44.00\n\nCarried forward\n\n£31.00",
    "The minutes of 4 May were before the Council for approval.",
    "Here is what I think we decided.",
    "[ ] Pell: lamp test. Carried over",
]


@pytest.mark.parametrize("text", IDLE)
def test_tells_no_decision(text: str) -> None:
    record = minutes(f"## 4. Works\n\n{text}\n\n## 5. Close\n\nNone.")
    assert record["decisions"] == []


@pytest.mark.parametrize(
    ("sentence", "rejected"),
    [
        ("Members felt unable to support the scheme of the Weir Trust.", True),
        ("The Council could not agree to the plea of the Bell Society.", True),
        ("It was felt that the Council could not justify a grant to the fair.", True),
        ("The bid met with little enthusiasm.", True),
        ("A plea from the Bell Society could not be entertained this year.", True),
        ("The Council was not in a position to support it this year.", True),
        ("Members were not in favour of a second lamp.", True),
        ("Members could not agree on a date.", False),
        ("The Clerk said that the county could not fund the crossing.", False),
        ("Residents could not accept the delay.", False),
        ("The Chairman explained why the council was unable to support all.", False),
    ],
)
def test_refusals(sentence: str, rejected: bool) -> None:
    record = minutes(f"## 4. Works\n\n{sentence}\n\n## 5. Close\n\nNone.")
    kinds = [x["kind"] for x in record["decisions"]]
    assert kinds == (["rejected"] if rejected else [])


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("The amendment was lost by nine votes to four.", (4, 9)),
        ("It was defeated by 17 votes to 6.", (6, 17)),
        ("The amendment fell by 3 votes to 7.", (3, 7)),
        ("It was carried by 7 votes to 2.", (7, 2)),
        ("It was decided by a vote of three to one to object.", (3, 1)),
        ("17 voted for the motion. None voted against it.", (17, 0)),
    ],
)
def test_votes_of_pairs(text: str, counts: tuple[int, int]) -> None:
    count = read_votes(text, 0, len(text))
    assert (count.votes_for, count.votes_against) == counts


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("Cllr Holt moved a refusal but failed to find a seconder.", True),
        ("This found no seconder.", True),
        ("The motion was not seconded.", True),
        ("It had a second reading.", False),
        ("Was a seconder found?", False),
    ],
)
def test_no_seconder(text: str, lost: bool) -> None:
    assert read_votes(text, 0, len(text)).lost is lost


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        ("Accepted with regret.", "fragment"),
        ("Approved with no changes", "fragment"),
        ("Ada Dale elected.", "fragment"),
        ("Accepted with the County", None),
        ("Ada Dale, elected in May, spoke.", None),
    ],
)
def test_bare_fates(sentence: str, rule: str | None) -> None:
    assert decides(sentence) == rule


def test_a_title_tells_its_fate() -> None:
    titles = ("Welcome", "Notice of Cllr Dale – Accepted with regret", "Roads", "Close")
    listed = "\n".join(f"{at}. {x}\nNone." for at, x in enumerate(titles, 1))
    record = read(f"Fell Parish Council\nMinutes of 4 May 2021\n{listed}", "a.txt")
    assert [x["kind"] for x in record["decisions"]] == ["approved"]


def test_what_is_put_off_behind_a_told_fact_stands_alone() -> None:
    text = "The mill has not sent its draft. Continued to December."
    record = minutes(f"## 4. Works\n\n{text}\n\n## 5. Close\n\nNone.")
    assert [x["text"] for x in record["decisions"]] == ["Continued to December."]
