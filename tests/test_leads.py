"""Decisions in lists, under the words that lead on to them."""

from __future__ import annotations

import pytest
from reading import minutes

LED = [
    (
        "The Board resolved:-\n(i) to note the position;\n(ii) to vire £650 to core "
        "costs; and\n(iii) to instruct the Clerk to report again in May.",
        ["to note the position;", "to vire £650", "to instruct the Clerk"],
    ),
    (
        "Members compared fees. It was proposed by Cllr Holt, seconded by Cllr Marsh "
        "and RESOLVED:\n\n1. To raise the fee to £340.\n2. To hold plots at £165.",
        ["To raise the fee", "To hold plots"],
    ),
    (
        "It was further agreed:-\n(i) that a public meeting be held before Easter;\n"
        "(ii) that the Trust be asked for figures. Cllr Marsh would write.",
        ["that a public meeting", "that the Trust be asked for figures."],
    ),
    (
        "The Committee:\n\n(a) **accepted** the survey;\n(b) **declined** the offer of "
        "a piano;\n(c) **left open** the question of the tower.",
        ["accepted the survey;", "declined the offer", "left open the question"],
    ),
    (
        "The Trust Board therefore:\n\n- APPROVED the plan\n- ASKED the Director to "
        "report in May",
        ["APPROVED the plan", "ASKED the Director"],
    ),
    (
        "It was resolved by a majority (5 in favour, 1 against) to:\n\na) Approve the "
        "works.\n\nb) Note the opinion of the auditor.",
        ["Approve the works.", "Note the opinion"],
    ),
    (
        "The Board agreed the recommendations in the report, namely:\n\n(i) that it be "
        "submitted;\n(ii) that £200 be released from reserves.",
        ["that it be submitted;", "that £200 be released"],
    ),
    (
        "The Panel RECOMMENDS to Council:\n\ni. that the rate be 3p;\nii. that it "
        "be let.",
        ["that the rate be 3p;", "that it be let."],
    ),
    (
        "Accordingly, Members AGREED –\n(1) to receive a report\n(2) to write off £12.",
        ["to receive a report", "to write off £12."],
    ),
    (
        "It was resolved, on the advice of the Clerk, that:\n(a) the fee be £12\n(b) "
        "the tower stay open",
        ["the fee be £12", "the tower stay open"],
    ),
]


@pytest.mark.parametrize(("text", "opens"), LED)
def test_each_entry_decides(text: str, opens: list[str]) -> None:
    found = minutes("## 6. Hall\n\n" + text)["decisions"]
    assert len(found) == len(opens)
    for decision, begins in zip(found, opens, strict=True):
        assert begins in decision["text"][: len(begins) + 8]


NOT_LED = [
    "This paper recommended the following:\n\n- Buy the hall\n- Let the barn",
    "Mr Orr agreed to:\n\n- write to the county\n- ask the school",
    "The Committee noted that:\n\n- the roof leaks\n- the gate was shut",
    "The district had agreed:\n\n(a) that the wall be of stone\n(b) that it be high",
    "The Committee:\n\n- discussed the budget;\n- thanked Mrs Holt.",
]


@pytest.mark.parametrize("text", NOT_LED)
def test_what_others_did_or_what_happened(text: str) -> None:
    found = minutes("## 6. Hall\n\n" + text)["decisions"]
    assert not [x for x in found if x.get("lead")]


PARTICULARS = [
    "The plan was approved subject to the following conditions:\n\n(a) that the wall "
    "be of stone\n(b) that the gate be closed at night",
    "It was agreed to write to the county asking:\n\n(a) that the lane be swept\n(b) "
    "that the gate be closed",
]


@pytest.mark.parametrize("text", PARTICULARS)
def test_particulars_are_no_decisions(text: str) -> None:
    assert len(minutes("## 6. Hall\n\n" + text)["decisions"]) == 1


def test_movers_and_votes_of_a_lead_are_its_entries() -> None:
    found = minutes(
        "## 6. Fees\n\nIt was proposed by Cllr Holt, seconded by Cllr Marsh and "
        "RESOLVED by 4 votes to 2:\n\n1. To raise the fee to £340.\n2. To hold "
        "plots at £165."
    )["decisions"]
    assert [(x["mover"], x["seconder"]) for x in found] == [("Holt", "Marsh")] * 2
    assert [x["votes"]["against"] for x in found] == [2, 2]


def test_a_motion_in_numbered_clauses() -> None:
    found = minutes(
        "## 6. Grader\n\nMoved: Cr Holt Seconded: Cr Marsh\nThat Council:\n1. accepts "
        "the tender of Tracs Ltd for £3,640; and\n2. authorises the Clerk to sell the "
        "old grader.\nCARRIED 5/1"
    )["decisions"]
    assert len(found) == 2
    assert found[1]["text"].startswith("2. authorises")
    assert found[0]["votes"]["for"] == 5
