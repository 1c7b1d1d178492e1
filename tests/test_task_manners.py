"""Tasks in set phrases, behind slashes, and under posts and ranks cut short."""

from __future__ import annotations

import pytest
from reading import minutes

PRESENT = (
    "Ada Penrose (AP) Chair, Tom Holt (TH), Jo Marsh (JM), Lee Orr (LO) Clerk, "
    "Ann Bell (AB) Treasurer, PC Kit Dunn, Mary Ann Prime"
)
TOM, JO, CLERK, ANN = ["Tom Holt"], ["Jo Marsh"], ["Lee Orr"], ["Ann Bell"]

TOLD: list[tuple[str, list[list[str]]]] = [
    # whom "he" and "she" mean: nobody of the other gender, nor who is only turned to
    ("Mr Holt feared rain; the Treasurer did not. She is to ring the school.", [ANN]),
    ("Jo Marsh thanked Mr Holt for it. He will send it to members.", [TOM]),
    ("The Treasurer was late. In answer to Jo Marsh, she would ring them.", [ANN]),
    ("Asked by Ada Penrose, Tom Holt told of the gate. He would mend it.", [TOM]),
    ("Ann Bell told of the gate.\n\nShe will write to the auditor.", [ANN]),
    ("The Clerk rang.\n\n2. Lamps\n\nHe would send it to members.", []),
    # set phrases, and what only looks like them
    ("Jo Marsh has kindly offered to be in charge of teas.", [JO]),
    ("Tom Holt will be responsible for the stall.", [TOM]),
    ("The county would be responsible for the road.", []),
    ("The letter was referred to the Clerk for reply.", [CLERK]),
    (
        "It was returned to the Traffic Engineer for revision.",
        [["Traffic Engineer"]],
    ),
    ("The letter was referred to the Finance Committee for advice.", []),
    ("Mr Holt promised a written reply within the month.", [TOM]),
    ("Tom Holt took the question on notice.", [TOM]),
    ("It was agreed for Tom Holt to hold a film night.", [TOM]),
    ("It was decided that TH write to the owner.", [TOM]),
    ("Resolved that the Hon. Treasurer be requested to draw up terms.", [["Ann Bell"]]),
    ("Jo agreed she'd organise the collection.", [JO]),
    ("Tom still to do the costing.", [TOM]),
    ("Tom Holt said he would ring them and noted that he was late.", [TOM]),
    ("The matter was turned over to Mr Holt.", [TOM]),
    (
        "It was moved by Marsh, seconded by Holt, to uphold it and direct the City "
        "Attorney to prepare the deed.",
        [["City Attorney"]],
    ),
    # what a meeting lets others do, what is signed there, who chairs or stands down
    ("The meeting agreed to give the directors a mandate to raise the fee.", []),
    ("Tom Holt was happy to do so.", []),
    ("TH will chair from the next meeting.", []),
    ("The Clerk will also stand down on that day.", []),
    ("Tom Holt was proposed and agreed to represent the group at talks.", []),
    # what is done to a board is no task of it
    ("Action: Hall Board to be kept informed of the roof.", []),
    ("The map was sent out (action complete).", []),
    # a mark behind a dash, with a date, on a line of its own
    ("Report back on the cost – action T Holt by 30 June 2016.", [TOM]),
    ("The ramp is to be bought. All agreed – action JM.", [JO]),
    ("The gate is to be painted. Action 1: TH\nThe hall was full.", [TOM]),
    # initials between sentences; a code before a task; codes made of names
    ("It is to go to all households. TH The hall was full.", [TOM]),
    ("24/09/15-02 Treasurer to ring the school.", [["Ann Bell"]]),
    ("The summary is to be emailed to parents (THolt)", [TOM]),
    ("Treas. agreed to write to the owner.", [["Ann Bell"]]),
    ("PC Dunn said that he would investigate.", [["Kit Dunn"]]),
    ("Mary Ann will send a copy of the map.", [["Mary Ann Prime"]]),
]


@pytest.mark.parametrize(("told", "owners"), TOLD)
def test_sentence_tells_whose_task_it_is(told: str, owners: list[list[str]]) -> None:
    found = minutes(f"1. Fair\n\n{told}\n\n2. Any other business\n\nNone.", PRESENT)
    assert [x["owners"] for x in found["actions"]] == owners


# cells that a slash parts from who is to act, and the tasks they tell
CELLS: list[tuple[str, list[tuple[str, list[str]]]]] = [
    (
        "The plan would be sent to all.\nTom to reply to Jo, once she has seen it.\n"
        "Figures to be worked out and given to Jo. / Ada Penrose\nTom Holt\nJo Marsh",
        [
            ("The plan would be sent to all.", ["Ada Penrose"]),
            ("Tom to reply to Jo, once she has seen it.", TOM),
            ("Figures to be worked out and given to Jo.", JO),
        ],
    ),
    (
        "The old rules to be checked by May. / Agreed (All)\nTom Holt",
        [("The old rules to be checked by May.", TOM)],
    ),
    (
        "Tom to draw up the job profile.\nMembers are welcome to look in. / Tom",
        [("Tom to draw up the job profile.", TOM)],
    ),
    (
        "It was felt that the page was dull. / Tom to ring the company.",
        [("Tom to ring the company.", TOM)],
    ),
    ("TH / JM to write this.", [("TH / JM to write this.", [*TOM, *JO])]),
]


@pytest.mark.parametrize(("told", "tasks"), CELLS)
def test_cell_behind_a_slash_tells_whose_it_is(
    told: str, tasks: list[tuple[str, list[str]]]
) -> None:
    found = minutes(f"1. Fair\n\n{told}\n\n2. Any other business\n\nNone.", PRESENT)
    assert [(x["text"], x["owners"]) for x in found["actions"]] == tasks


def test_date_beside_a_mark_is_its_deadline() -> None:
    told = "1. Fair\n\nMr Holt to list the costs.\n\nAction: TH – June 2016"
    (row,) = minutes(f"{told}\n\n2. Close\n\nNone.", PRESENT)["actions"]
    assert (row["owners"], row["due"]) == (TOM, "2016-06")


def test_vote_above_a_mark_is_not_what_it_means() -> None:
    told = (
        "That this Council writes to the Minister about the lamps.\n\nOn being put to "
        "the vote 7 voted in favour and it was agreed.\n\nACTION BY: Lee Orr, Clerk"
    )
    (row,) = minutes(f"1. Fair\n\n{told}\n\n2. Close\n\nNone.", PRESENT)["actions"]
    assert row["text"].startswith("That this Council writes")


def test_first_words_of_a_company_mean_it() -> None:
    present = f"{PRESENT}, Bob Reed of Verdant Lawns Ltd"
    told = "1. Fair\n\nAction: Verdant to mow the green.\n\n2. Close\n\nNone."
    (row,) = minutes(told, present)["actions"]
    assert row["owners"] == ["Verdant Lawns Ltd"]


def test_initials_of_a_full_name_are_of_who_is_called_by_a_short_one() -> None:
    told = "1. Fair\n\nRG will paint the gate.\n\n2. Close\n\nNone."
    (row,) = minutes(told, f"{PRESENT}, Bob Gurney (RG)")["actions"]
    assert row["owners"] == ["Bob Gurney"]
