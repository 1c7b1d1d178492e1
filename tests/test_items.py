"""Agenda items: numbers in every style, headings without numbers, what is no item."""

from __future__ import annotations

import pytest
from reading import minutes, read

from minutebook.segment.numbers import read_numbers
from minutebook.segment.titles import heads_no_item, is_sentence, standing_kind

NUMBERS = [
    ("7. Finance", "7", "int", 7),
    ("4a Playground", "4a", "sub:4", 1),
    ("3.2 Footpaths", "3.2", "dec:3", 2),
    ("24/056 Footpaths", "24/056", "code:24/*", 56),
    ("PC 12/2031 Bench", "PC 12/2031", "code:PC*/2031", 12),
    ("(iv) Benches", "iv", "lower-roman", 4),
    ("Item 7: Finance", "7", "int", 7),
    ("166. Budget", "166", "int", 166),
    ("FINC 2023/31 Budget", "FINC 2023/31", "code:FINC2023/*", 31),
    ("#4 Budget", "4", "int", 4),
    ("[4] Budget", "4", "int", 4),
    ("Minute No. 45 Budget", "45", "int", 45),
    ("1 . Budget", "1", "int", 1),
    ("Item 6ii): Paths", "6ii", "sub:6", 2),
    ("2944Apologies", "2944", "int", 2944),
    ("7.0 Staff", "7.0", "int", 7),
    ("Cab 09/31 Budget", "Cab 09/31", "code:Cab09/*", 31),
    ("Cou/ENV/061/20-21 Budget", "Cou/ENV/061/20-21", "code:Cou/ENV/*/20/21", 61),
    ("HO/SC/12 Budget", "HO/SC/12", "code:HO/SC/", 12),
    ("Com.21/7 Budget", "Com.21/7", "code:Com.21/*", 7),
    ("7/", "7", "int", 7),
]

NO_NUMBERS = [
    "4 July 2024",
    "10.30 am start",
    "6 members of the public",
    "12 people came",
    "90% of the grant",
    "15, 16 and 17",
    "BUDGET 2023/24 AND PRECEPT",
    "A.O.B.",
    "In 2016/17 the fair was wet",
    "May 12/13 is the fair",
    "Room 2/3 was booked",
    "Ex. 12 Budget",
]


@pytest.mark.parametrize(("line", "text", "scheme", "value"), NUMBERS)
def test_number(line: str, text: str, scheme: str, value: int) -> None:
    readings = read_numbers(line, 0, len(line))
    assert (text, scheme, value) in [(x.text, x.scheme, x.value) for x in readings]


@pytest.mark.parametrize("line", NO_NUMBERS)
def test_no_number(line: str) -> None:
    assert read_numbers(line, 0, len(line)) == ()


TITLES = [
    ("Apologies for absence", "apologies"),
    ("MINUTES OF THE LAST MEETING", "minutes"),
    ("Declarations of Interest", "interests"),
    ("Clerk's report", "reports"),
    ("Any Other Business", "closing"),
    ("New bench at Fell Green", None),
    ("Minutes later the lamp failed", None),
]


@pytest.mark.parametrize(("title", "kind"), TITLES)
def test_standing_business(title: str, kind: str | None) -> None:
    assert standing_kind(title) == kind


def test_what_heads_no_item() -> None:
    assert heads_no_item("Present:")
    assert heads_no_item("ACTION")
    assert not heads_no_item("Presentation by the police")
    assert is_sentence("The bench was repaired")
    assert not is_sentence("Bench repairs")


LAYOUTS = {
    "numbers and run-in titles": (
        "1. Apologies: none.\n\n2. Minutes. The minutes were signed.\n\n"
        "3. Bench. Nothing new.\n\n4. Any other business: none.",
        [
            ("1", "Apologies"),
            ("2", "Minutes"),
            ("3", "Bench"),
            ("4", "Any other business"),
        ],
    ),
    "headings without numbers": (
        "## Minutes of the last meeting\n\nThese were agreed.\n\n## Bench at Fell "
        "Green\n\n"
        "It is broken again and nobody has mended it.\n\n## Any other "
        "business\n\nNone.",
        [
            (None, "Minutes of the last meeting"),
            (None, "Bench at Fell Green"),
            (None, "Any other business"),
        ],
    ),
    "a nested list is no item": (
        "**1. APOLOGIES**\n\nNone.\n\n**2. FOOTPATHS**\n\nThree ways were open:\n\n"
        "1. leave the stile\n2. mend the stile\n3. take the stile away\n\n"
        "**3. DATE OF NEXT MEETING**\n\n6 May 2024.",
        [("1", "APOLOGIES"), ("2", "FOOTPATHS"), ("3", "DATE OF NEXT MEETING")],
    ),
    "numbers that run on from meeting to meeting": (
        "166. Minutes\n\nAgreed.\n\n167. Matters arising\n\nNone.\n\n168. "
        "Planning\n\nNone.",
        [("166", "Minutes"), ("167", "Matters arising"), ("168", "Planning")],
    ),
    "sub-items with headings of their own": (
        "1. Apologies\n\nNone.\n\n2. Reports\n\n2.1 Footpaths Warden\n\nAll paths were "
        "walked in May.\n\n2.2 Village Hall\n\nThe boiler was serviced.\n\n3. "
        "Planning\n\nNone.",
        [
            ("1", "Apologies"),
            ("2", "Reports"),
            ("2.1", "Footpaths Warden"),
            ("2.2", "Village Hall"),
            ("3", "Planning"),
        ],
    ),
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_layout(name: str) -> None:
    body, expected = LAYOUTS[name]
    found = minutes(body)["items"]
    assert [(x["number"], x["title"]) for x in found] == expected


def test_web_page_of_a_committee() -> None:
    text = (
        "Draft minutes\n\nHealth Panel - Tuesday 5 March 2024 2.00 p.m.\n\nItems\nNo. "
        "Item\n\n"
        "12.\n\nApologies for Absence\n\nMinutes:\n\nThere were none.\n\n13.\n\nBudget "
        "Monitoring"
        "\n\nMinutes:\n\nResolved: - (1) That the report be noted.\n\n(2) That a "
        "further report "
        "be written by June.\n\n14.\n\nDate of Next Meeting\n\nMinutes:\n\n4 June 2024."
    )
    found = read(text, "page.txt")
    assert [(x["number"], x["title"]) for x in found["items"]] == [
        ("12", "Apologies for Absence"),
        ("13", "Budget Monitoring"),
        ("14", "Date of Next Meeting"),
    ]
    assert [x["kind"] for x in found["decisions"]] == ["noted", "resolved"]


# what such a page prints on one line, and the title in it
LABELLED = [
    ("Beach Huts Report of the Head of Coast. Minutes: It was noted.", "Beach Huts"),
    ("Harbour Dues To consider the paper. Minutes: It was noted.", "Harbour Dues"),
    ("Annual Report of the Clerk Minutes: Noted.", "Annual Report of the Clerk"),
    ("Pier Repairs (Cabinet Member: Cllr Tom Holt) Minutes: Noted.", "Pier Repairs"),
    ("PIER PAINT Tom Holt will say more. Minutes: He did.", "PIER PAINT"),
    (
        "The Panel is asked to agree it. Minutes: Agreed.",
        "The Panel is asked to agree it",
    ),
    ("MATTERS TO DECIDE Additional documents: Minutes: None.", "MATTERS TO DECIDE"),
]


def test_labels_of_a_web_page_end_titles() -> None:
    text = "Agenda and minutes\n\nCoast Panel - Monday 4 March 2024\n\n"
    text += "Apologies for Absence Minutes: None had been received.\n\n"
    text += "\n\n".join(line for line, _ in LABELLED) + "\n\n(Vote: For 4)\n\n"
    text += "Slipways pdf icon PDF 64 KB\n\nReport of the Head of Coast.\n\nNoted.\n"
    found = [x["title"] for x in read(text, "page.txt")["items"]]
    assert found == ["Apologies for Absence", *(x for _, x in LABELLED), "Slipways"]


def test_page_run_together_into_one_line() -> None:
    text = (
        "Fellshire NHS Trust Minutes of the Board Tuesday 5 March 2024 1. Apologies "
        "for Absence "
        "1.1. Apologies were noted from Tom Holt. 2. Declarations of Interest 2.1. "
        "There were no "
        "declarations. 3. Minutes of the Last Meeting 3.1. The minutes were approved. "
    ) + "The Board heard how the winter had gone on the wards. " * 12
    titles = [(x["number"], x["title"]) for x in read(text, "page.txt")["items"]]
    assert titles[:3] == [
        ("1", "Apologies for Absence"),
        ("2", "Declarations of Interest"),
        ("3", "Minutes of the Last Meeting"),
    ]


def test_bold_words_that_open_a_paragraph_head_it() -> None:
    found = minutes(
        "**Tree report** The oak by the mill fell in the storm and was cleared.\n\n"
        "**Path report** A gate was mended and the hedge beside it was cut.\n\n"
        "**Pond report** The ducks are back, and the bank was planted again.\n\n"
        "**Tom** went home.\n"
    )
    assert [x["title"].split()[0] for x in found["items"]] == ["Tree", "Path", "Pond"]


FLAT = (
    "Minutes of Thornbeck Town Council held on 4 March 2024 at 7pm in the Mill "
    "Present: Cllr Ada Penrose (Chair), Cllr Tom Holt, Cllr Jo Marsh and two residents "
    "1.0 WELCOME AND SAFETY The Clerk showed where the doors were, and the kettle. "
    "2.0 ELECTION OF CHAIR Moved by Cllr Holt and RESOLVED that Cllr Penrose stay on. "
    "3.0 BUDGET OUT-TURN 2023/24 RESOLVED that the out-turn be approved by members. "
    "4.0 ROADS / PATHS / VERGES Mr Orr said that the verges of Mill Lane had been cut "
    "too early and that the contractor knew it. Cllr Marsh asked for a plan by June. "
    "5.0 ANY OTHER BUSINESS Nobody had any. The meeting closed at 9.10pm after thanks "
    "to the caretaker, who had kept the room warm all evening in spite of the weather."
)


def test_capitals_end_where_a_page_was_run_together() -> None:
    assert [x["title"] for x in read(FLAT, "flat.txt")["items"]] == [
        "WELCOME AND SAFETY",
        "ELECTION OF CHAIR",
        "BUDGET OUT-TURN 2023/24",
        "ROADS / PATHS / VERGES",
        "ANY OTHER BUSINESS",
    ]
