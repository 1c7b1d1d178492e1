"""Sentences that give somebody a task, and such as only sound like it."""

from __future__ import annotations

import pytest
from reading import minutes

PRESENT = (
    "Ada Penrose (AP) Chair, Tom Holt (TH), Jo Marsh (JM), Lee Orr (LO) Clerk, "
    "Ann Bell (AB) Treasurer"
)

TOLD = [
    # bidden without "to"
    ("Clerk raise it with the county.", ["Lee Orr"]),
    ("Clerk ask how much one would cost.", ["Lee Orr"]),
    ("Clerk reply saying that the lamp is wanted.", ["Lee Orr"]),
    ("Tom get prices to the Clerk", ["Tom Holt"]),
    ("Tom and Jo get prices for paint", ["Tom Holt", "Jo Marsh"]),
    ("Tom look into prices of paint", ["Tom Holt"]),
    ("The Board directed the Clerk to fill the post.", ["Lee Orr"]),
    ("Holt moved to direct the Clerk to advertise for bids.", ["Lee Orr"]),
    ("Staff was directed to return with a revised plan.", ["Staff"]),
    ("The Director of Parks would provide a plan of it.", ["Director of Parks"]),
    ("Tom + Jo to paint the gate.", ["Tom Holt", "Jo Marsh"]),
    ("Agencies to confirm their dates to the Clerk.", ["Agencies"]),
    ("The gate is wet. Action: Head of Parks", ["Head of Parks"]),
    ("The gate to be painted (action TH by 3 May).", ["Tom Holt"]),
    ("Could Tom please chase the bill from the builder?", ["Tom Holt"]),
    ("ACTION BY: TH – paint the gate", ["Tom Holt"]),
    ("ACTION 45/19 – T Holt to paint the gate", ["Tom Holt"]),
    ("The gate needs painting again. [TH]", ["Tom Holt"]),
    # words in capitals that name nobody
    ("The Board INSTRUCTED the Clerk to write to the owner.", ["Lee Orr"]),
    ("The Clerk was INSTRUCTED to write to the owner.", ["Lee Orr"]),
    ("Tom Holt AGREED TO contact the builder.", ["Tom Holt"]),
    ("Jo Marsh WILL ring the county.", ["Jo Marsh"]),
    # two given names behind a semicolon
    ("We agreed to see it first; Tom and Jo to meet him.", ["Tom Holt", "Jo Marsh"]),
    # set phrases
    ("All members agreed to the Clerk ordering a new lamp.", ["Lee Orr"]),
    ("Members consented to Tom Holt painting the gate.", ["Tom Holt"]),
    ("The school asked for the field, Mr Holt agreed to this.", ["Tom Holt"]),
    ("The pond is wet. This was left with the Clerk.", ["Lee Orr"]),
    ("The lamp is out. To be passed on to Tom Holt.", ["Tom Holt"]),
    ("Tom Holt takes responsibility for the website.", ["Tom Holt"]),
    ("Tom Holt was given the task of mending the gate.", ["Tom Holt"]),
    ("The task of mending the gate was given to Tom Holt.", ["Tom Holt"]),
    ("Tom please ring the builder.", ["Tom Holt"]),
    ("Can Tom ring the builder please?", ["Tom Holt"]),
    ("Tom's to ring the builder about the roof.", ["Tom Holt"]),
    ("Tom’ll ring the builder about the roof.", ["Tom Holt"]),
    ("The draft is long and needs checking by the Clerk.", ["Lee Orr"]),
    ("To be actioned by the Clerk.", ["Lee Orr"]),
    ("It was agreed that the notice be put up by Jo Marsh.", ["Jo Marsh"]),
    ("The Chair suggested that the Clerk rings the builder.", ["Lee Orr"]),
    ("It was agreed to ask Tom Holt to paint the gate.", ["Tom Holt"]),
    ("Outcome: Ask the site managers to ring the county.", ["site managers"]),
    # what a resolution has somebody do, and what follows the number of a minute
    ("RESOLVED – That a letter of thanks be sent by the Clerk.", ["Lee Orr"]),
    ("37.2 Tom to get prices for paint.", ["Tom Holt"]),
    ("Tom Holt was deputed to speak to the builder.", ["Tom Holt"]),
    ("The gate is wet. Tom Holt to paint it. (Action point 1)", ["Tom Holt"]),
    ("The Director (Roads) undertook to provide a plan.", ["Director (Roads)"]),
    # one of several numbered resolutions in a sentence, a post and who holds it
    ("Resolved: (a) That it be noted (b) That the Clerk must ring Jo.", ["Lee Orr"]),
    ("(1) to cut the hedge; (2) to mandate Tom Holt to write to Jo.", ["Tom Holt"]),
    ("That the Warden, Mr Vic Hale, report on it in May.", ["Vic Hale"]),
    (
        "But that the City Director, Roads report to the May meeting.",
        ["City Director, Roads"],
    ),
    # what else was told first
    ("Mr Holt said £1.08m and would let Jo have the bill.", ["Tom Holt"]),
    ("Jo felt that it was wet and said she would ask the Trust.", ["Jo Marsh"]),
    ("In answer to Mr Holt, Jo Marsh said that she would write.", ["Jo Marsh"]),
    ("3. Requires the Bridge Manager to bring a plan.", ["Bridge Manager"]),
    ("Holt and Marsh were appointed to audit the books.", ["Tom Holt", "Jo Marsh"]),
    # what is asked for, left to somebody, or promised by a contraction
    ("Mr Holt was asked for a breakdown by ward.", ["Tom Holt"]),
    ("It was left to the Clerk, once she was back, to settle it.", ["Lee Orr"]),
    ("Tom Holt has the key. He’ll drop it off at the hall.", ["Tom Holt"]),
    ("The Clerk and Jo were nominated to attend.", ["Lee Orr", "Jo Marsh"]),
    ("Prizes - everyone to ask two shops each.", ["everyone"]),
    ("The gate is wet. It was agreed to paint it. TH Action.", ["Tom Holt"]),
    ("It was shut for £4. IS to look into this.", ["IS"]),
    ("Tom Holt agreed he would speak to the builder.", ["Tom Holt"]),
    ("Jo has agreed to act as our link and will ring the county.", ["Jo Marsh"]),
    ("Motion: that staff cost a new gate and report in May.", ["staff"]),
    ("The Keeper of Maps, Tom Holt, undertook to let Jo have a copy.", ["Tom Holt"]),
    # "who" with no comma before it
    ("Tubs were given to JM who would also find soil.", ["Jo Marsh"]),
]

NOT_TOLD = [
    "The WILL of the late Mr Holt was read.",
    "Clerk report on the hall",
    "Clerk contact details",
    "Tom Holt report on the fair",
    "Tom Holt visit to the site",
    "Holt plan for the green",
    "Tom put the case for the gate.",
    # what members say or do at meetings
    "Tom Holt would sooner that the pond came first.",
    "A proposal from a neighbour, Mr Holt, to keep bees was declined.",
    "Tom Holt is to sit on the Fair Forum.",
    "Tom Holt said that he would support the proposal.",
    "Tom Holt would vote for it.",
    "Tom Holt will continue to attend meetings of the Trust.",
    "The Chair said he would bring forward the item on roads.",
    "The Chair asked Tom Holt to make a comment.",
    "The Chair asked Tom Holt to explain his view.",
    "The county says that Tom Holt will take the title of Traffic Manager.",
    "The Trust would have to apply for a licence.",
    "Youth week for all - agreed to invite Mr. Holt to next meeting.",
    "The Chair asked Tom what he wants to see there.",
    "Members of the public who have any questions for Mr. Holt should pass them on.",
    "The Chair mentioned that the maps are useful and will assist with plans.",
    "Tom Holt spoke to the bin firm, they will watch the weight.",
    "It was resolved that the minutes be signed by the Chair.",
    "All agreed with Tom Holt regarding the lamp.",
    "Councillors agreed to give £50.",
    "Tom Holt was willing to make the hall a hub.",
    "ACTION LOG",
    "The gate was painted by the contractor. [Green Ltd]",
    "Tom Holt agreed to withdraw his motion.",
    "The Chair asked Tom Holt to open with a prayer.",
    "Tom Holt to leave at 8.15 pm",
    "It was agreed that Jo Marsh should follow Tom Holt as chair of the panel.",
    "A verbal update will be given by the Clerk.",
    "Members did not think that the Clerk should reply.",
    "Jo Marsh asked to have the item put on record.",
    "Lee Orr took charge of the meeting for this item.",
    "Tom Holt was appointed to serve on the panel.",
    "Members were asked for their views.",
    "TH would need to leave by 3.45.",
    "Jo Marsh gave notice that she would raise it again.",
    "It was agreed that Tom Holt would not take part in item 5.",
    "The Board noted that staff work hard.",
    "In July the sub-group agreed to drop the spot check.",
    "Tom Holt was late. He’d seen the plan.",
    "All applicants to pay a deposit.",
    "Mr Holt to take the late Mr Bell's seat upon it.",
    "That Tom Holt, Jo Marsh and Ann Bell form a small working group.",
    "AP12 TH to ring the school. He did so in May. - CLOSED.",
    "- TH – will they come in May? JM – asked, no answer yet",
    "5.2 TH set out the plans for the gate.",
    "RESOLVED that the sum asked for by the Clerk be paid.",
    "RESOLVED that the lease be signed by the Chair.",
    # headings in capitals open with no order
    "PRESENT IN THE CHAIR: Councillor Tom Holt, Mayor.",
    "REPORT BY COUNCILLOR TOM HOLT (GCC)",
]


@pytest.mark.parametrize(("told", "owners"), TOLD)
def test_sentence_gives_a_task(told: str, owners: list[str]) -> None:
    assert [x["owners"] for x in _actions(told)] == [owners]


@pytest.mark.parametrize("told", NOT_TOLD)
def test_sentence_gives_no_task(told: str) -> None:
    assert _actions(told) == []


def test_clause_that_points_back_keeps_the_words_before_it() -> None:
    told = "The verge by the pond is full of litter - clerk to investigate."
    assert [x["text"] for x in _actions(told)] == [told]


def test_who_was_asked_before_does_so() -> None:
    told = "Mr Holt asked her to find out who has to pay. She will do so before June."
    found = _actions(f"Jo Marsh told the Council of the bill. {told}")
    assert [x["text"] for x in found] == [told]


def test_clauses_behind_a_semicolon_are_tasks_of_their_own() -> None:
    found = _actions("TH will chase the builder; JM to sign the form.")
    assert [x["owners"] for x in found] == [["Tom Holt"], ["Jo Marsh"]]


def test_owner_listed_by_a_letter_is_named_in_full() -> None:
    found = minutes(
        "1. Fair\n\nThe Clerk to write to the county.\n\nJo Marsh, Clerk\n",
        "Cllr Ada Penrose (Chair), Mrs J Marsh (Clerk)",
    )
    assert [x["owners"] for x in found["actions"]] == [["Jo Marsh"]]


@pytest.mark.parametrize("bullet", ["o ", "➢ "])
def test_bullet_may_be_a_letter_or_a_picture(bullet: str) -> None:
    found = minutes(f"1. Fair\n\n{bullet}TH agreed to ask the school for the field.\n")
    assert [x["owners"] for x in found["actions"]] == [["Tom Holt"]]


def test_summary_of_tasks_told_at_the_head_is_told_once() -> None:
    found = minutes(
        "## Summary of Actions\n\n* **Sign:** TH to get a price for the sign.\n"
        "* **Calendar:** JM to send the list of events to parents.\n\n"
        "### Sign\n\nThe sign is old.\n\n#### Action\n\n"
        "TH to get a price for the sign.\n\n### Calendar\n\nIt is late.\n\n"
        "#### Action\n\nJM to send the list of events.\n",
        PRESENT,
    )
    assert [x["owners"] for x in found["actions"]] == [["Tom Holt"], ["Jo Marsh"]]


def _actions(told: str) -> list[dict[str, list[str]]]:
    found = minutes(
        f"1. Bench\n\nThe gate was red.\n\n{told}\n\n2. Any other business\n\nNone.",
        PRESENT,
    )
    return list(found["actions"])
