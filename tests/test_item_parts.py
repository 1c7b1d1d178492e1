"""Parts of items, labels that hold numbers, and where numbered titles end."""

from __future__ import annotations

import pytest
from reading import read

from minutebook.load.wraps import flows_on
from minutebook.segment.numbers import read_numbers

HEAD = (
    "THORNBECK PARISH COUNCIL\n\nMinutes of the meeting held on 4 March 2024 at 7pm\n\n"
    "Present: Cllr Ada Penrose (Chair), Cllr Tom Holt, Cllr Jo Marsh\n\n"
)
ENDS = "5. Any other business\nThe lamp by the ford is out again, said Cllr Marsh.\n"
LABELS = (
    "AGENDA: Motion by Holt, second by Marsh to approve the agenda. Carried.\n\n"
    "MINUTES: Motion by Marsh, second by Holt to adopt the minutes of February.\n\n"
    "TREASURER: There are two accounts now, and both of them were audited in May.\n\n"
    "FIRE CREW: They went out on four calls, of which two were false alarms again.\n\n"
)

# a plain text, and the numbers and titles in it
PAGES = {
    "topics under matters arising": (
        "1. Apologies\nNone were received.\n\n2. Matters arising\n"
        "(i) Pump House, Mill Lane - the glazing has now been mended by the firm.\n"
        "(ii) Salt bin at the ford. The Clerk has heard nothing and will ask again.\n"
        "(iii) Tidy Village prize. Thornbeck came third and all were thanked.\n\n"
        "3. Finance\nThe Clerk told members how the accounts stood in the year.\n\n"
        f"4. Planning\nThere was nothing to look at.\n\n{ENDS}",
        ["1", "2", "i", "ii", "iii", "3", "4", "5"],
        "Salt bin at the ford",
    ),
    "letters, and a dash before the text": (
        "1. Apologies\nNone were received.\n\n2. Business arising from the minutes\n"
        "a) Stile at Nab End – the farmer has been asked to put it right by May.\n"
        "b) Clock – it still runs ten minutes slow, and nobody knows why that is.\n\n"
        "3. Finance\nThe Clerk told members how the accounts stood in the year.\n\n"
        f"4. Planning\nThere was nothing to look at.\n\n{ENDS}",
        ["1", "2", "a", "b", "3", "4", "5"],
        "Clock",
    ),
    "letters of which none are topics: the points of an item": (
        "1. Apologies\nNone were received.\n\n2. Finance\n"
        "a) Balance at the bank. The sum of £4,211.80 stood in the account in May.\n"
        "b) Grants. Two had been asked for, and the Clerk would look into both.\n\n"
        "3. Roads\nThe Clerk told members how the repairs stood in the year.\n\n"
        f"4. Planning\nThere was nothing to look at.\n\n{ENDS}",
        ["1", "2", "3", "4", "5"],
        "Roads",
    ),
    "numbers closed by a stroke": (
        "1/ Minutes\nThey were right, but for the spelling of Nab End.\n\n"
        "2/ Where we are\nThe plan went to the printers in the week after Easter.\n\n"
        "3/ Money\nThe grant has come, and the printers are paid out of it.\n\n"
        "4/ Anything else\nThe verge at the ford has been churned up by carts.\n",
        ["1", "2", "3", "4"],
        "Where we are",
    ),
    "a committee, a date and what was done": (
        "1. Apologies\nNone were received.\n\n2. Finance\nThe accounts were read.\n\n"
        "3. Works Committee - 10th May 2023: Noted by the members without comment.\n\n"
        f"4. Planning\nThere was nothing to look at.\n\n{ENDS}",
        ["1", "2", "3", "4", "5"],
        "Works Committee - 10th May 2023",
    ),
    "a hyphen glued to the sentence": (
        "1. Call to order-The meeting was called to order by the Chair at 7pm.\n\n"
        "2. Hedges-There was no news of the two firms that had been asked to cut.\n\n"
        "3. Well-being fund\nThe Clerk told members how the fund stood in the year.\n\n"
        f"4. Planning\nThere was nothing to look at.\n\n{ENDS}",
        ["1", "2", "3", "4", "5"],
        "Hedges",
    ),
    "labels in capitals, of which some hold numbers": (
        f"{LABELS}OLD BUSINESS:\n1. Hall roof. No word of the insurers yet. Tabled.\n"
        "2. Churchyard wall. Two bids came in and the lower was taken.\n\n"
        "NEW BUSINESS:\n3. Salt. Motion by Holt to buy with the county. Carried.\n"
        "4. Pagers. Five are to be bought for the crew out of their own fund.\n\n"
        "COMMENTS: Marsh said that the price of a dog licence was to go up in June.\n",
        [None] * 5 + ["1", "2", None, "3", "4", None],
        "AGENDA",
    ),
    "the number of an application in a column of its own": (
        "DC.11  MINUTES\n\n       RESOLVED - that the minutes be signed.\n\n"
        "DC.12  PLANNING APPLICATIONS\n\n"
        "(1)    24/0155/FULL   Barn to two dwellings, Low Fold, Nab End\n"
        "       Applicant: Mr T Whale\n       GRANTED as it was recommended.\n\n"
        "(2)    24/0177/OUTL   Eight houses, land at Gas Lane, Thornbeck\n"
        "       Applicant: Mr J Ashe\n       REFUSED as harmful to the lane.\n\n"
        "DC.13  APPEALS\n\n       The members noted that one had been dismissed.\n\n"
        "DC.14  ENFORCEMENT\n\n       There was nothing to report on this one.\n",
        ["DC.11", "DC.12", "1", "2", "DC.13", "DC.14"],
        "24/0155/FULL Barn to two dwellings, Low Fold, Nab End",
    ),
}


@pytest.mark.parametrize("name", PAGES)
def test_items_of_a_page(name: str) -> None:
    text, numbers, title = PAGES[name]
    items = read(HEAD + text, "minutes.txt")["items"]
    assert [x["number"] for x in items] == numbers
    assert title in [x["title"] for x in items]


@pytest.mark.parametrize("line", ["3/4 of the hall", "1/ 2 cups", "6/ july"])
def test_a_stroke_closes_no_number(line: str) -> None:
    assert "1" not in [x.text for x in read_numbers(line, 0, len(line))]
    assert "6" not in [x.text for x in read_numbers(line, 0, len(line))]


# two lines of a Markdown paragraph, and whether the first goes on in the second
LINES = [
    ("(b) Gate - the hinge has gone, and it will not shut. ACTION TH", "(c) Bench", 0),
    ("2) Gate - the hinge has gone, and it will not shut. ACTION TH", "3) Bench", 0),
    ("b) Gate - the hinge has gone, and it will not shut. ACTION TH", "c) Bench", 0),
    ("the lanes that are named on the plan in paragraph (a) and in", "(b) there", 1),
]


@pytest.mark.parametrize(("here", "there", "joined"), LINES)
def test_entries_that_count_on_stand_apart(here: str, there: str, joined: bool) -> None:
    assert flows_on(here, there, 64, 64) == bool(joined)
