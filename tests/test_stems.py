"""Stems, corrections, fates, margin words: what belongs to the decision beside it."""

from __future__ import annotations

import pytest
from reading import minutes

from minutebook.assemble.deferrals import is_held_over
from minutebook.assemble.kinds import kind_of
from minutebook.assemble.outcomes import decides

DECIDE = [
    "TPC are happy for Mrs Holt to attend.",
    "Members are happy with the proposed sites.",
    "The Council did not feel they could support this.",
    "The Board directed staff to place the plan on the March agenda.",
    "The Clerk was instructed to forward it to the mill.",
    "Grants to the band and the choir, both approved.",
    "Noted with regret the resignation of the Warden.",
    "Taken as read, and confirmed with one change.",
    "No objections raised.",
    "Members discussed the streams and agreed on working in pairs.",
    "Tom Holt is elected Treasurer.",
    "Plot 22, a shed – denied, too near the weir",
    "Plot 40, paint – tabled for samples",
    "Draft of the leaflet approved with two changes.",
]
NO_DECISION = [
    "Jo was directed to Mrs Dale, a teacher at the school.",
    "It had been AGREED that councillors would list the cuts.",
    "A plan for the quay was adopted in 2014.",
    "Members were happy to give talks at the school.",
    "The appeal - denied that he had seen it.",
    "The Clerk explained that a show of hands would be in favour of the winner.",
]
PUT_OFF = [
    "Letter to lie on the table.",
    "Will talk about this at the next meeting.",
    "Discuss calendar at next meeting",
    "Dates for the year to be decided at the next meeting.",
    "Sub groups will be put on hold until we have the figures.",
]


@pytest.mark.parametrize("text", DECIDE)
def test_decides(text: str) -> None:
    assert decides(text)


@pytest.mark.parametrize("text", NO_DECISION)
def test_only_tells(text: str) -> None:
    assert decides(text) is None


@pytest.mark.parametrize("text", PUT_OFF)
def test_put_off(text: str) -> None:
    assert is_held_over(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Agreed to comeback to this issue.", "deferred"),
        ("Members did not feel they could support this.", "rejected"),
        ("Councillors agreed to the updated Standing Orders.", "approved"),
        ("The draft agenda was agreed and will be sent out.", "approved"),
        (
            "It was agreed that the motion would be sent to the Roads and Paths and "
            "Harbours and Fisheries Policy Committees.",
            "referred",
        ),
        # nothing is put off by a new paper that is to come; but what comes back is
        ("Agreed that a full report be brought to the next meeting.", "resolved"),
        ("Agreed that the report be brought back to the next meeting.", "deferred"),
        ("3. notes that a full report will come to the next meeting", "noted"),
        ("Plot 22, a shed – denied, too near the weir", "rejected"),
        ("Noted: that the Chair had approved the plan.", "noted"),
        ("Noted: the plan, and agreed to act.", "resolved"),
        ("Recommendation to Full Council: that the fee be £41.", "recommended"),
        ("Recommendation to act: that the fee be £41.", "resolved"),
    ],
)
def test_kind(text: str, kind: str) -> None:
    assert kind_of(text) == kind


LAYOUTS = [
    # a stem is no decision beside those that it leads on to
    (
        "1. Officers\n\nThe undernoted office bearers were elected:\n\n"
        "Chairman: Ada Penrose - proposed by TH, seconded by JM\n\n"
        "Treasurer: Jo Marsh - proposed by TH, seconded by AP\n",
        ["Chairman: Ada", "Treasurer: Jo"],
    ),
    # but it is one where it names things
    (
        "1. Next\n\nThe following matters were agreed for the May agenda:\n\n"
        "It was agreed that the hall be let.\n",
        ["The following matters", "It was agreed"],
    ),
    # facts under "it was noted" are none either
    (
        "1. Mill\n\nIn discussion it was noted\n\na) That the dam leaked\n\n"
        "b) That nobody held a key\n\nIt was agreed to write to the owner.\n",
        ["It was agreed"],
    ),
    ("1. Fence\n\nOutcome: Ask the county team for a price.\n", ["Outcome: Ask"]),
    (
        "1. Sheds\n\nDecided: to let two sheds, the rest in May.\n",
        ["Decided: to let two"],
    ),
    # it leads on to nothing in the next item
    (
        "1. Lease\n\nIt was agreed to renew the lease on these terms:\n\n"
        "- five years\n\n2. Hall\n\nIt was agreed that the hall be let.\n",
        ["It was agreed to renew", "It was agreed that the hall"],
    ),
    # "this" is told in the sentence before
    (
        "1. School\n\nTalk to the heads about a chess club. "
        "All agreed to take this further.\n",
        ["Talk to the heads"],
    ),
    # "Noted", in the margin, closes the paragraph above
    (
        "1. Bank\n\nThe balance in May was £310. One cheque was not presented.\n\n"
        "Noted\n",
        ["The balance in May"],
    ),
]


@pytest.mark.parametrize(("body", "begins"), LAYOUTS)
def test_layout(body: str, begins: list[str]) -> None:
    found = [x["text"] for x in minutes(body)["decisions"]]
    assert [x[: len(y)] for x, y in zip(found, begins, strict=True)] == begins


def test_a_correction_stands_between_approval_and_movers() -> None:
    body = (
        "1. Minutes\n\nThe minutes of the meeting in May were approved. It was noted "
        "that a name was missing. Proposed by Tom Holt, seconded by Jo Marsh.\n"
    )
    (decision,) = minutes(body)["decisions"]
    assert (decision["mover"], decision["seconder"]) == ("Tom Holt", "Jo Marsh")
    assert decision["kind"] == "approved"


def test_a_voice_vote_told_last() -> None:
    body = (
        "1. Letter\n\nMr Tom Holt moved to have Jo Marsh draft the letter. They will "
        "send it to the county. Jo Marsh seconded the motion. Upon voice vote, the "
        "motion carried unanimously.\n"
    )
    assert len(minutes(body)["decisions"]) == 1


ROWS = [
    # a verb that wants its object reaches over the rows, and their fate
    (
        "1. Bills\n\nThe Council resolved to pay:\n\n| Mill | £205.88 |\n|---|---|\n"
        "| Forge | £250.00 |\n\n2. Paths\n\nThe path is wet.\n",
        ["The Council resolved to pay:"],
        "250.00",
    ),
    # "the following accounts" names what is paid: the rows add nothing
    (
        "1. Bills\n\nResolved that the following accounts be paid:\n\n| Mill | £20.8 |"
        "\n|---|---|\n| Forge | £250.00 |\n",
        ["Resolved that the following accounts be paid"],
        "paid:",
    ),
    # so does "the following", with no name of its own; and who was elected
    (
        "1. Grants\n\nIt was agreed to allocate the following:\n\n- €500 for the Mill\n"
        "\n- €300 for the Forge\n\nMrs Holt left.\n",
        ["It was agreed to allocate the following:"],
        "Forge",
    ),
    (
        "1. Fees\n\nIt was resolved that the fees be:\n\nHall £20\n\nRoom £10\n",
        ["It was resolved that the fees be:"],
        "Room £10",
    ),
    (
        "1. Officers\n\nThe following were elected unopposed:\n\nChairman Tom Holt\n\n"
        "Treasurer Jo Marsh\n",
        ["The following were elected unopposed:"],
        "Jo Marsh",
    ),
    (
        "1. Pay\n\nIt was resolved to pay\n\nMill £205.88\n\nForge £250.00\n",
        ["It was resolved to pay"],
        "250.00",
    ),
    (
        "1. Grants\n\nThe following grants were approved:\n\nMill £20\n\nForge £30\n",
        ["The following grants were approved:"],
        "approved:",
    ),
    # the heads of a table are no part of it
    (
        "1. Bills\n\nRESOLVED to approve the bills as listed:\n\n"
        "| Payee | For | Sum |\n|---|---|---|\n| Mill | Oats | £20.80 |\n",
        ["RESOLVED to approve the bills"],
        "listed:",
    ),
    # the words of the clause stand in quotes below
    (
        "1. By-law\n\nThe Councilors agreed to add the following clause to item c.\n\n"
        '"c. No dock shall be wider than 12 feet."\n\nMrs Holt left.\n',
        ["The Councilors agreed to add"],
        '12 feet."',
    ),
]


@pytest.mark.parametrize(("body", "begins", "ends"), ROWS)
def test_listings(body: str, begins: list[str], ends: str) -> None:
    found = [x["text"] for x in minutes(body)["decisions"]]
    assert [x[: len(y)] for x, y in zip(found, begins, strict=True)] == begins
    assert found[0].endswith(ends)


def test_a_motion_without_fate_where_fates_are_told() -> None:
    told = (
        "Motion: Mr Tom Holt moved to accept the {}. Jo Marsh seconded. It passed 5-0."
    )
    body = "1. Papers\n\n" + "\n\n".join(map(told.format, ("plan", "map", "budget")))
    put = (
        "\n\nMotion: Tom Holt moved that the by-law be read, title only. The motion "
        "was seconded by Jo Marsh.\n\nThe Mayor read it by title.\n"
    )
    assert len(minutes(body + put)["decisions"]) == 3


@pytest.mark.parametrize(
    "text",
    [
        "Jo Marsh accepted the post.",
        "Jo Marsh and Tom Holt will be on the planning committee.",
        "Tom Holt to be acting Chair from April.",
    ],
)
def test_who_takes_a_post(text: str) -> None:
    assert decides(text)
    assert kind_of(text) == "appointed"
