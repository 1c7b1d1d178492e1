"""Parts of items, labels that hold numbers, and where numbered titles end."""

from __future__ import annotations

import pytest
from reading import read

from minutebook.load.builder import TextBuilder
from minutebook.load.markdown import read_markdown
from minutebook.load.plain import read_plain
from minutebook.load.wraps import flows_on
from minutebook.segment.numbers import read_numbers

HEAD = (
    "THORNBECK PARISH COUNCIL\n\nMinutes of the meeting held on 4 March 2024 at 7pm\n\n"
    "Present: Cllr Ada Penrose (Chair), Cllr Tom Holt, Cllr Jo Marsh\n\n"
)
TEXT = "The Clerk told members at some length how the matter stood and what it cost."
ROMAN = ["I", "II", "III", "IV"]
TITLES = ["Apologies", "Minutes", "Hedges", "Lamps"]
ENDS = "5. Any other business\nThe lamp by the ford is out again, said Cllr Marsh.\n"
LABELS = (
    "AGENDA: Motion by Holt, second by Marsh to approve the agenda. Carried.\n\n"
    "MINUTES: Motion by Marsh, second by Holt to adopt the minutes of February.\n\n"
    "TREASURER: There are two accounts now, and both of them were audited in May.\n\n"
    "FIRE CREW: They went out on four calls, of which two were false alarms again.\n\n"
)

# a plain text, and the numbers and titles in it
PAGES = {
    "points that run into their text under matters arising": (
        "1. Apologies\nNone were received.\n\n2. Matters arising\n"
        "(i) Pump House, Mill Lane - the glazing has now been mended by the firm.\n"
        "(ii) Salt bin at the ford. The Clerk has heard nothing and will ask again.\n"
        "(iii) Tidy Village prize. Thornbeck came third and all were thanked.\n\n"
        "3. Finance\nThe Clerk told members how the accounts stood in the year.\n\n"
        f"4. Planning\nThere was nothing to look at.\n\n{ENDS}",
        ["1", "2", "3", "4", "5"],
        "Matters arising",
    ),
    "letters, and a dash before the text": (
        "1. Apologies\nNone were received.\n\n2. Business arising from the minutes\n"
        "a) Stile at Nab End – the farmer has been asked to put it right by May.\n"
        "b) Clock – it still runs ten minutes slow, and nobody knows why that is.\n\n"
        "3. Finance\nThe Clerk told members how the accounts stood in the year.\n\n"
        f"4. Planning\nThere was nothing to look at.\n\n{ENDS}",
        ["1", "2", "3", "4", "5"],
        "Business arising from the minutes",
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
    "lettered lines that stand apart above a text": (
        f"A1 Minutes\n\n{TEXT}\n\nA2 Development\n\na) Fell Ward: Play area, Fellgate "
        f"School (Rule 3)\n\n{TEXT} It was agreed.\n\nb) Marl Ward: Barn, Low Fold\n\n"
        f"{TEXT} It was agreed.\n\n"
        f"A3 Paths\n\n{TEXT} Resolved:\n\na) Noted the paper on the paths of the ward"
        f"\n\nb) Asked the Clerk for a plan\n\nA4 Ponds\n\n{TEXT}\n",
        ["A1", "A2", "a", "b", "A3", "A4"],
        "Marl Ward: Barn, Low Fold",
    ),
    "a star before the number, and a mark in the text": (
        f"*PL 14 Apologies\n\n{TEXT}\n\n*PL 15 Hedges\n\n{TEXT}\n\nPL 16 Lamps\n\n"
        f"{TEXT}\n\n*1 Cllr Holt left here\n",
        ["PL 14", "PL 15", "PL 16"],
        "Apologies",
    ),
    "Roman numbers in a column": (
        "".join(f"{x}\t{y}\n\n{TEXT}\n\n" for x, y in zip(ROMAN, TITLES, strict=True)),
        ROMAN,
        "Apologies",
    ),
    "a label below a heading in capitals": (
        "35. MINUTES\nAPPROVED:\n(a) The minutes of 3 May.\n\n36. CHAIR'S ACTION\n"
        "REPORTED:\n(a) That he had signed the lease.\n\n37. HEDGE SURVEY\n"
        "RECOMMENDED TO COUNCIL:\n(a) That it be sent out.\n",
        ["35", "36", "37"],
        "CHAIR'S ACTION",
    ),
    "a point below a heading, its letter in a column": (
        f"1. Minutes\n\n{TEXT}\n\n2. Roads\n  (a)   Mill Lane - the holes were"
        " filled in "
        "May.\n  (b)   Ford - it is closed until the river has gone down.\n\n"
        f"3. Hedges\n\n{TEXT}\n\n4. Lamps\n\n{TEXT}\n",
        ["1", "2", "3", "4"],
        "Roads",
    ),
    "how those voted who had come": (
        "ROLL CALL\n\nAll were there, but for Mr Bell, who had the flu that week.\n\n"
        f"MINUTES\n\n{TEXT}\n\nRoll Call:   Yeas: Holt\n             Nays: None\n\n"
        f"HEDGE SURVEY\n\n{TEXT}\n\nRoll Call:   Yeas: Holt\n             No: Bell\n\n"
        f"ADJOURNMENT\n\n{TEXT}\n",
        [None] * 4,
        "ROLL CALL",
    ),
    "parts of an agenda": (
        f"PART 1 - ITEMS FOR DECISION\n\n1. MINUTES\n\n{TEXT}\n\n2. HEDGES\n"
        f"\n{TEXT}\n\n"
        f"PART 2 - ITEMS FOR INFORMATION\n\n3. LAMPS\n\n{TEXT}\n\n4. BUDGET\n"
        f"\n{TEXT}\n",
        ["1", "2", "3", "4"],
        "LAMPS",
    ),
    "the head of a column above the first title": (
        f"Item No.\n\n1\n\nTitle\n\nApologies for absence\n{TEXT}\n\n2\n"
        f"\nInterests\n{TEXT}"
        f"\n\n3\n\nHedges\n{TEXT}\n\n4\n\nLamps\n{TEXT}\n",
        ["1", "2", "3", "4"],
        "Apologies for absence",
    ),
    "parts whose heads point back": (
        f"1. Minutes\n\n{TEXT}\n\n2. Matters arising\n2.1 Item 8 – AB has written"
        " twice and "
        "will write again.\n2.2 Minute 45 – CD had a promise of two bins.\n2.3 AB"
        " – no news "
        f"of the hedge has come.\n\n3. Hedges\n\n{TEXT}\n\n4. Lamps\n\n{TEXT}\n",
        ["1", "2", "3", "4"],
        "Matters arising",
    ),
    "minutes that were sent out, and the day of the next meeting": (
        "1. Apologies. None.\n\n2. Minutes of 10th October, copies having been"
        " sent out, "
        "were signed.\n\n3. Hedges. The clerk had asked three firms.\n\n"
        "4. Date of next meeting – Monday, April the 9th.\n",
        ["1", "2", "3", "4"],
        "Minutes of 10th October",
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
    "letters under what only holds them, each with its heading": (
        "I. CALL TO ORDER: The Chair called the meeting to order at 7pm sharp.\n\n"
        "II. OLD BUSINESS\n"
        "  A. Hall stove. Motion by Holt, second by Marsh to have it swept. Carried.\n"
        "  B. Ford sign. No word yet from the county on where it is to be put.\n\n"
        "III. NEW BUSINESS\n"
        "  A. Salt for the lanes. Two loads are to be bought with the county.\n"
        "  B. Mowing. Tabled until two more firms have sent in their bids.\n\n"
        "IV. ADJOURNMENT: Motion by Marsh to adjourn at 8pm. Motion carried.\n",
        ["I", "II", "A", "B", "III", "A", "B", "IV"],
        "Salt for the lanes",
    ),
    "numbers that name the one they stand under": (
        "5. Call to order\nThe Chair called the meeting to order at 7pm sharp.\n\n"
        "6. Unfinished business\n"
        "6a. Hall stove: Motion by Holt, second by Marsh to have it swept. Carried.\n"
        "6b. Ford sign: No word yet from the county on where it is to be put.\n\n"
        "7. Money\nThe Clerk told members how the accounts stood in the year.\n\n"
        "8. Planning\nThere was nothing to look at.\n\n"
        "9. Any other business\nThe lamp by the ford is out again, said Cllr Marsh.\n",
        ["5", "6", "6a", "6b", "7", "8", "9"],
        "Hall stove",
    ),
    "letters under what they list: letters received": (
        "1. Apologies\nNone were received.\n\n2. Correspondence\n"
        "A. Friends of the Ford. They ask for the loan of a tent in the summer.\n"
        "B. County Hall. They say when the lanes are to be gritted this winter.\n\n"
        "3. Money\nThe Clerk told members how the accounts stood in the year.\n\n"
        f"4. Planning\nThere was nothing to look at.\n\n{ENDS}",
        ["1", "2", "3", "4", "5"],
        "Correspondence",
    ),
    "a long title broken in small letters and in large": (
        "1. Report of the working party on the future\nof the ford and its bridge\n\n"
        "The Clerk told members how the work stood and what it had cost so far.\n\n"
        "2. Repairs to the Hall and its Stove\nNot Dealt With Elsewhere\n\n"
        "The Clerk told members how the work stood and what it had cost.\n\n"
        "3. Hedges at Nab End and in the lanes there\nCllr Marsh had walked them.\n\n"
        f"4. Planning\nThere was nothing to look at.\n\n{ENDS}",
        ["1", "2", "3", "4", "5"],
        "Repairs to the Hall and its Stove Not Dealt With Elsewhere",
    ),
    "a title in the words of an agenda, and the sentence right below it": (
        "1. To receive apologies\nNone were received.\n\n"
        "2. To note the sums that were paid since the meeting of 4 March\n"
        "The list of the sums was read out by the Clerk and noted by the members.\n\n"
        "3. To look at the hedges\nThe Clerk told members how they stood in May.\n\n"
        f"4. Planning\nThere was nothing to look at.\n\n{ENDS}",
        ["1", "2", "3", "4", "5"],
        "To note the sums that were paid since the meeting of 4 March",
    ),
    "lettered parts told lightly, where others are told plainly": (
        "1. Money\n\n(a) Rents. The rents were paid.\n\n(b) Fees. Ms Orr asked why.\n\n"
        "(c) Debts. There were none at all.\n\n2. House\n\n(a) Fire alarms. (TH left.) "
        "Three firms had quoted.\n\n(b) Wall. The wall fell.\n\n(c) Hens. 12 were "
        f"kept.\n\n3. Lamps\n\n{TEXT}\n\n",
        ["1", "a", "b", "c", "2", "a", "b", "c", "3"],
        "Fire alarms",
    ),
    "a gap where a tab stood behind the title": (
        "45/24  Apologies for absence  None were received from any of the members.\n\n"
        "46/24  Footpath survey  The Clerk had walked half of the paths in May.\n\n"
        "47/24  Hedges at the ford  The Clerk told members they were cut.\n\n"
        "48/24  Lamps  There was nothing to report on the lamps in any of the lanes.\n",
        ["45/24", "46/24", "47/24", "48/24"],
        "Footpath survey",
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


# lines of one width, the first ending a sentence, and whether they are one paragraph
BELOW = [
    ("HEDGES: The clerk had", False),
    ("CARRIED by all: five", True),
    ("24/017. Hedges. The", False),
    ("IV. HEDGES: The clerk", False),
    ("Old business: The two", False),
    ("b. Board of appeals on", False),
    ("The clerk would write", True),
    ("Com/24/17 Hedges", False),
]


@pytest.mark.parametrize(("there", "joined"), BELOW)
def test_what_opens_an_item_behind_a_full_line(there: str, joined: bool) -> None:
    full = "The two firms that had been asked to cut it had both sent prices in."
    page = "\n\n".join(
        f"{full}\n{there} to both of them and ask again." for _ in "1234"
    )
    page += f"\n\n{full[:-1]} to the clerk\nin the week before."
    builder = TextBuilder()
    read_plain(page, builder)
    assert builder.lines[0].wraps == joined


def test_an_hour_goes_on_with_the_line_above() -> None:
    line = "The next meeting of the council will be in the Reading Room on 4 May at"
    builder = TextBuilder()
    page = f"{line}\n7.30 p.m. and all are welcome.\n\n" * 4
    read_plain(f"{page}{line}\nan hour to be fixed by the clerk.\n", builder)
    assert builder.lines[0].wraps


def test_the_head_of_a_margin_does_not_go_on_below() -> None:
    line = "14/7 The two firms that had been asked to cut it had both sent a price"
    builder = TextBuilder()
    read_plain(" " * 66 + "Action\n" + f"{line}\nto the clerk.\n\n" * 4, builder)
    assert [x.wraps for x in builder.lines[:2]] == [False, True]


def test_attributes_of_pandoc_are_no_words() -> None:
    page = "## Hedges {#hedges .unnumbered}\n\n::: {.note}\n[Cut]{.ul} in May\n:::\n"
    builder = TextBuilder()
    read_markdown(page, builder)
    assert builder.text().split("\n\n")[0].strip() == "Hedges"
    assert builder.text().rstrip().endswith("Cut in May")


def test_capitals_of_no_number_broken_over_two_lines() -> None:
    heads = (
        "APOLOGIES",
        "REPAIRS TO THE READING ROOM AND TO THE\nSTOVE AT NAB END",
        "LAMPS",
    )
    said = "The Clerk told members how it stood and what had been spent in the year."
    page = HEAD + "".join(f"{x}\n\n{said}\n\n" for x in (*heads, "NEXT MEETING"))
    titles = [x["title"] for x in read(page, "minutes.txt")["items"]]
    assert titles[1:3] == [
        "REPAIRS TO THE READING ROOM AND TO THE STOVE AT NAB END",
        "LAMPS",
    ]


LETTERED = (
    "A.  CALL TO ORDER:  The chair opened the meeting at seven in the Grange Hall.\n\n"
    "B.  OLD BUSINESS:\n\nItem 1:  Road Report:  Tom said that it is due in May.\n\n"
    "Item 2:  Fire Truck:  Jo moved to approve the lease. Tom seconded. Carried.\n\n"
    "C.  NEW BUSINESS:\n\nTom moved to approve the minutes. Jo "
    "seconded. Carried.\n\nD.  ADJOURN:\n\nJo moved to adjourn. Tom seconded. Lost.\n"
)


def test_letters_hold_the_numbers_that_run_through_them() -> None:
    found = read(HEAD + LETTERED, "minutes.txt")
    assert [x["number"] for x in found["items"]] == ["A", "B", "1", "2", "C", "D"]
    assert [x["item"] for x in found["decisions"]] == ["B", "C", "D"]


CONTENTS = (
    "1. OPENING ......................................................... 3\n"
    "2. REPORTS ......................................................... 3\n"
    "2.1 FINANCE ........................................................ 4\n\n"
    "1. OPENING\n\nThe chair opened the meeting at seven in the evening.\n\n"
    "2. REPORTS\n\n2.1 ACCOUNTS\n\nThe Clerk told members how they stood in May.\n"
)


def test_rows_of_dots_lead_from_a_list_of_contents() -> None:
    items = read(HEAD + CONTENTS, "minutes.txt")["items"]
    assert [x["number"] for x in items] == ["1", "2", "2.1"]


def test_the_line_above_the_label_of_a_page_is_a_heading() -> None:
    page = "".join(
        f"C/16{n}\n\n{x}\n\nAdditional documents:\n\nIt was proposed and agreed.\n\n"
        for n, x in enumerate(("Minutes", "Bins at Mell", "Motion: Councillor Holt"))
    )
    items = read(HEAD + page, "minutes.txt")["items"]
    assert items[-1]["title"] == "Motion: Councillor Holt"


def test_a_heading_takes_the_number_that_is_left_out() -> None:
    page = (
        "<p><b>1 Minutes</b></p><p>Read.</p><p><b>2 Planning</b></p><p>Support.</p>"
        "<p><b>AOCB</b></p><table><tr><td>3</td><td>The car park is worn, and that "
        "the county is to be asked whose it is.</td></tr></table>"
        "<p><b>4 Next meeting</b></p><p>On 4 May at seven.</p>"
    )
    head = "<h1>Thornbeck Parish Council</h1><p>Minutes, 4 March 2024</p>"
    items = read(head + page, "minutes.html")["items"]
    assert ("3", "AOCB") in [(x["number"], x["title"]) for x in items]
