"""What a council answers to planning applications, in lists of many makes."""

from __future__ import annotations

import pytest
from test_attendance import document

from minutebook import runner
from minutebook.records import Decision

HEAD = """THORNBECK PARISH COUNCIL
Minutes of the meeting held on 5 March 2019 at 7.30pm

Present: Cllrs T Holt (Chair), B Pike, J Marsh. Clerk: A Bell

1. Apologies
None.

"""


def decided(body: str) -> tuple[str, list[Decision]]:
    made = runner.extract(document(HEAD + body))
    return made.source.text, list(made.meeting.decisions)


def told(body: str) -> list[tuple[str, str]]:
    text, decisions = decided(body)
    return [(x.kind, " ".join(text[x.start : x.end].split())) for x in decisions]


ANSWERS = (
    "No objection",
    "No objections.",
    "NO OBSERVATIONS",
    "No comment",
    "OBJECTION",
    "Object: over-development of the plot and loss of light",
    "Support",
    "Council to OPPOSE.",
    "Recommend refusal on grounds of access",
    "Approval recommended.",
    "Comment: no objection subject to the tree officer",
    "Response – neutral",
    "Parish Council comments: Support",
)


def kind_of_answer(answer: str) -> str:
    return "recommended" if "ecommend" in answer else "resolved"


@pytest.mark.parametrize("answer", ANSWERS)
def test_an_answer_in_a_line_of_its_own(answer: str) -> None:
    entry = "TH/2019/0123 4 Mill Lane - single storey rear extension"
    found = told(f"2. Planning\n\n{entry}\n\n{answer}\n\n3. Highways\nNone.\n")
    assert found == [(kind_of_answer(answer), f"{entry} {answer}")]


@pytest.mark.parametrize("answer", [*ANSWERS, "Council supports.", "TPC object"])
def test_an_answer_that_ends_the_entry(answer: str) -> None:
    entry = "19/0044/FUL: 3 Long Street. Loft conversion."
    found = told(f"2. Planning\n\n{entry} {answer}\n\n3. Highways\nNone.\n")
    assert found == [(kind_of_answer(answer), f"{entry} {answer}")]


def test_entries_of_several_lines_with_reasons_below() -> None:
    found = told(
        "2. Planning applications\n\nPL/00489\n\nBarn conversion\n\nHob Farm\n\n"
        "OBJECTIONS\n\n(a) The road is too narrow for lorries.\n\n"
        "(b) It would be seen from the church.\n\n"
        "PL/00490\n\nFour houses\n\nLand by Long Street\n\nNO OBSERVATIONS\n"
    )
    assert found == [
        ("resolved", "PL/00489 Barn conversion Hob Farm OBJECTIONS"),
        ("resolved", "PL/00490 Four houses Land by Long Street NO OBSERVATIONS"),
    ]


def test_a_reference_that_comes_last() -> None:
    found = told(
        "2. Planning\n\nLocation: Holly House, Mill Lane\n\nDetails: Porch\n\n"
        "Ref. No: 07/00700/F\n\nRecommended approval\n"
    )
    text = "Location: Holly House, Mill Lane Details: Porch Ref. No: 07/00700/F"
    assert found == [("recommended", f"{text} Recommended approval")]


def test_entries_in_columns() -> None:
    found = told(
        "2. Planning\nP2019/0123   T Holt    Porch at 4 Mill Lane      No objection\n"
        "P2019/0124   A Bell    Loft at 5 Mill Lane       Objection, loss of light\n"
        "P2019/0125   J Orr     Ramp at the hut           Support\n"
    )
    assert [x.split()[0] for _, x in found] == [f"P2019/012{x}" for x in (3, 4, 5)]


def test_entries_in_one_paragraph() -> None:
    found = told(
        "2. Planning\n19/0044/FUL: 3 Long Street, loft. No comment. 19/0045/TPO, one "
        "ash at 7 Church Walk. Mr Orr had seen it.\n"
    )
    assert found == [("resolved", "19/0044/FUL: 3 Long Street, loft. No comment.")]


def test_entries_line_by_line() -> None:
    found = told(
        "2. Planning\n19/0044/FUL: 3 Long Street. Loft. No comment.\n"
        "19/0045/TPO: Fell one ash at 7 Church Walk. Support.\n"
    )
    assert [x.split(":")[0] for _, x in found] == ["19/0044/FUL", "19/0045/TPO"]


@pytest.mark.parametrize(
    "title",
    [
        "Planning decisions by Westmarch District Council",
        "Decisions received",
        "Planning: notifications of decisions",
    ],
)
def test_what_the_authority_decided(title: str) -> None:
    assert not told(
        f"2. {title}\n\nTH/2018/0999 2 Mill Lane - Granted\n\n"
        "TH/2018/0998 5 Mill Lane - Refused\n\n3. Highways\nNone.\n"
    )


def test_leads_part_ours_from_theirs() -> None:
    found = told(
        "2. Planning\n\nApplications:\n\nTH/2019/0123 4 Mill Lane: No objection\n\n"
        "Decisions:\n\nTH/2018/0999 2 Mill Lane, shed: Approved\n"
    )
    assert found == [("resolved", "TH/2019/0123 4 Mill Lane: No objection")]


@pytest.mark.parametrize(
    "line",
    [
        "TH/2019/0123 4 Mill Lane, porch: no objections were received from neighbours",
        "TH/2019/0123 4 Mill Lane, porch: comments to be sent by 4 May 2019",
        "Cllr Holt said that TH/2019/0123 had support from the hall, and that was all",
        "The bill of 12/05/2019 was read. Support for the young is hard to find.",
    ],
)
def test_no_answer(line: str) -> None:
    text, decisions = decided(f"2. Planning\n\n{line}\n\n3. Highways\nNone.\n")
    assert not [x for x in decisions if x.rule == "decision-answered"], text


def test_a_word_in_the_margin_is_said_of_the_paragraph_beside_it() -> None:
    found = told(
        "2. Finance\nThe balance was £1,345.20. One cheque was not cashed.\t\tNoted\n"
        "The hall wrote about its roof.\t\tNoted\n"
    )
    assert found == [
        ("noted", "The balance was £1,345.20. One cheque was not cashed. Noted"),
        ("noted", "The hall wrote about its roof. Noted"),
    ]


def test_an_answer_without_those_who_left() -> None:
    entry = "TH/2019/0123 4 Mill Lane - porch. Worries about the drains."
    found = told(f"2. Planning\n\n{entry} Resolved to object.\n\n3. Bins\nNone.\n")
    assert found == [("resolved", f"{entry} Resolved to object.")]


def test_a_lead_before_the_first_entry_in_its_line() -> None:
    body = (
        "c) Decisions received from the Borough: 19/00388/FUL barn, The Mill - granted."
        "\n19/00301/HOU loft, The Row - refused."
    )
    assert told(f"2. Planning\n\n{body}\n\n3. Bins\nNone.\n") == []
