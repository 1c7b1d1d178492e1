"""Agenda items in the layouts that clerks invent: what heads one, and what does not."""

from __future__ import annotations

import pytest
from reading import minutes, read

from minutebook.segment.titles import (
    heads_no_item,
    is_sentence,
    is_starred,
    titles_document,
)

HEAD = (
    "THORNBECK PARISH COUNCIL\n\nMinutes of the meeting held on 4 March 2024 at 7pm\n\n"
    "Present: Cllr Ada Penrose (Chair), Cllr Tom Holt, Cllr Jo Marsh\n\n"
)
TEXT = (
    "The Clerk told members at some length how the matter stood, what it would cost, "
    "and who had been asked about it. The minutes had been circulated before."
)

# body of a plain text, and the items in it
PLAIN = {
    "capitals before a dash, and a date": (
        "1. MINUTES - Read out by Ann to all who had not seen them, then signed.\n\n"
        "2. PLANT SALE Sat 3rd May 10-2\nTom to bring the tables.\n\n"
        "3. HEDGES - Two quotes from firms in Holt handed round by Jo\n",
        [("1", "MINUTES"), ("2", "PLANT SALE"), ("3", "HEDGES")],
    ),
    "capitals and a gap": (
        f"LAST MINUTES   Ann said they were wrong. {TEXT}\n\n"
        f"ROOF AT NO. 9   Tom has been up. Ladder: lost. {TEXT}\n\n"
        f"VAN HIRE  Raj drove to the tip in it. {TEXT}\n\nBOOK SALE made £80. {TEXT}\n"
        f"\nGARDEN PARTY went well. {TEXT}\n\nA.O.B. The gate is off its hinge.\n",
        [
            (None, "LAST MINUTES"),
            (None, "ROOF AT NO. 9"),
            (None, "VAN HIRE"),
            (None, "BOOK SALE"),
            (None, "GARDEN PARTY"),
            (None, "A.O.B"),
        ],
    ),
    "a dash before sentences or a task": (
        f"1. Apologies\n{TEXT}\n\n2. By-law 7 on fires - First reading given and "
        "noted. The second was put off.\n\n3. Hydro pole - Clerk to ring a firm.\n\n"
        "4. Declarations – Cllr Holt on item 3 as he owns the field\n\n"
        "5. Planning Application 19/0071/FUL: Holt Farms, two barns at Fell\n"
        f"{TEXT}\n",
        [
            ("1", "Apologies"),
            ("2", "By-law 7 on fires"),
            ("3", "Hydro pole"),
            ("4", "Declarations"),
            (
                "5",
                "Planning Application 19/0071/FUL: Holt Farms, two barns at Fell",
            ),
        ],
    ),
    "small roman numbers": (
        f"i. Apologies\n{TEXT}\n\nii. Minutes\n{TEXT}\n\niii. Memorials\n{TEXT}\n",
        [("i", "Apologies"), ("ii", "Minutes"), ("iii", "Memorials")],
    ),
    "letters": (
        f"A. Apologies\n{TEXT}\n\nB. Mill Lane\n{TEXT}\n\nC. Correspondence\n{TEXT}\n",
        [("A", "Apologies"), ("B", "Mill Lane"), ("C", "Correspondence")],
    ),
    "titles between stars": (
        f"* Minutes *\n{TEXT}\n\n* Sandbags *\n{TEXT}\n\n* Money *\n{TEXT}\n",
        [(None, "Minutes"), (None, "Sandbags"), (None, "Money")],
    ),
    "underlined titles": (
        f"Minutes\n-------\n{TEXT}\n\nFell Green\n----------\n{TEXT}\n\n"
        f"Correspondence\n--------------\n{TEXT}\n",
        [(None, "Minutes"), (None, "Fell Green"), (None, "Correspondence")],
    ),
    "minute numbers": (
        f"Minute No. 45 Apologies\n{TEXT}\n\nMinute No. 46 Planning\n{TEXT}\n\n"
        f"Minute No. 47 Finance\n{TEXT}\n",
        [("45", "Apologies"), ("46", "Planning"), ("47", "Finance")],
    ),
    "the sign for a number": (
        f"#1 Minutes\n{TEXT}\n\n#2 Planning\n{TEXT}\n\n#3 Finance\n{TEXT}\n",
        [("1", "Minutes"), ("2", "Planning"), ("3", "Finance")],
    ),
    "a title that runs into a sentence": (
        "1 Apologies Cllr Reeve was unwell and Cllr Dunn was away.\n\n"
        "2 To Consider a Bench Cllr Holt proposed a bench by the pond. Carried.\n\n"
        "3 Planning The following were considered by the members present.\n",
        [("1", "Apologies"), ("2", "To Consider a Bench"), ("3", "Planning")],
    ),
    "numbers that begin again under headings": (
        f"MATTERS ARISING\n\n1. {TEXT}\n2. Sign mended.\n\nPLANNING\n\n1. {TEXT}\n"
        f"2. A shed.\n\nCORRESPONDENCE\n\n1. {TEXT}\n2. A card.\n",
        [(None, "MATTERS ARISING"), (None, "PLANNING"), (None, "CORRESPONDENCE")],
    ),
    "numbers of the paragraphs below headings": (
        f"MINUTES\n\n4. {TEXT}\n\nSTAFFING\n\n5. {TEXT}\n\n{TEXT}\n\n"
        f"FERRIES\n\n6. {TEXT}\n\nCORRESPONDENCE\n\n7. {TEXT}\n",
        [
            ("4", "MINUTES"),
            ("5", "STAFFING"),
            ("6", "FERRIES"),
            ("7", "CORRESPONDENCE"),
        ],
    ),
    "coded numbers of the paragraphs below headings": (
        f"MINUTES\nM4 NOTED: {TEXT}\n\nSTAFFING\nM5 REPORTED: {TEXT}\n\n"
        f"FERRIES\nM6 RECEIVED: {TEXT}\n\nCORRESPONDENCE\nM7 NOTED: {TEXT}\n",
        [
            ("M4", "MINUTES"),
            ("M5", "STAFFING"),
            ("M6", "FERRIES"),
            ("M7", "CORRESPONDENCE"),
        ],
    ),
    "coded numbers on lines of their own": (
        f"Cou/PL/061/20-21\nMinutes of the last meeting\n{TEXT}\n\n"
        f"Cou/PL/062/20-21\nPlanning applications\n{TEXT}\n\n"
        f"Cou/PL/063/20-21\nCorrespondence\n{TEXT}\n",
        [
            ("Cou/PL/061/20-21", "Minutes of the last meeting"),
            ("Cou/PL/062/20-21", "Planning applications"),
            ("Cou/PL/063/20-21", "Correspondence"),
        ],
    ),
    "numbers closed by a stroke, apart from their titles": (
        f"1/   Minutes\n\n     {TEXT}\n\n2/   Sail\n\n     {TEXT}\n\n"
        f"3/   House\n\n     {TEXT}\n\n4/   AOB\n\n     {TEXT}\n",
        [("1", "Minutes"), ("2", "Sail"), ("3", "House"), ("4", "AOB")],
    ),
    "a page number is no item": (
        f"1. Record of Protected Buildings\n\n{TEXT}\n\n2\n\nextent of the lands.\n",
        [("1", "Record of Protected Buildings")],
    ),
    "proposed may open a title": (
        f"7 Minutes\n\n{TEXT}\n\n8 Proposed Crossing at Mill Lane\n\n{TEXT}\n\n"
        f"9 Finance\n\n{TEXT}\n",
        [("7", "Minutes"), ("8", "Proposed Crossing at Mill Lane"), ("9", "Finance")],
    ),
}


@pytest.mark.parametrize("name", PLAIN)
def test_plain_layout(name: str) -> None:
    body, expected = PLAIN[name]
    found = read(HEAD + body, "minutes.txt")["items"]
    assert [(x["number"], x["title"]) for x in found] == expected


# body of a Markdown text, and the items in it
MARKED = {
    "parts with headings, and the list goes on": (
        f"**1. Minutes**\n\n{TEXT}\n\n**2. Matters arising**\n\n**1. Pond**\n\n{TEXT}"
        f"\n\n**2. Path**\n\n{TEXT}\n\n**3. Reports**\n\n{TEXT}\n\n**4. AOB**\n\nNone.",
        [
            ("1", "Minutes"),
            ("2", "Matters arising"),
            ("1", "Pond"),
            ("2", "Path"),
            ("3", "Reports"),
            ("4", "AOB"),
        ],
    ),
    "lettered parts on lines of their own": (
        f"1\\. Minutes\n\n{TEXT}\n\n2\\. Reports\n\na) Pond\n\n{TEXT}\n\nb) Path\n\n"
        f"{TEXT}\n\n3\\. AOB\n\n{TEXT}",
        [
            ("1", "Minutes"),
            ("2", "Reports"),
            ("a", "Pond"),
            ("b", "Path"),
            ("3", "AOB"),
        ],
    ),
    "a list of names has no headings": (
        f"1\\. Minutes\n\n{TEXT}\n\n2\\. Elections\n\na) Ada Penrose\n\nb) Tom Holt\n\n"
        f"c) Jo Marsh\n\n3\\. AOB\n\n{TEXT}",
        [("1", "Minutes"), ("2", "Elections"), ("3", "AOB")],
    ),
    "a heading between two numbers divides the list": (
        f"**1. Minutes**\n\n{TEXT}\n\n**NOTICES OF MOTION**\n\n**2. Bins**\n\n{TEXT}"
        f"\n\n**3. Lamps**\n\n{TEXT}",
        [("1", "Minutes"), ("2", "Bins"), ("3", "Lamps")],
    ),
    "a colon without a space, and a short form in a name": (
        f"1\\. Declaration of Interest:None was given by anybody there.\n\n"
        f"2\\. Question submitted by Cmhlr. S. Dunne\n\n{TEXT}\n\n"
        f"3\\. Correspondence:Trees along the lane were discussed by all.",
        [
            ("1", "Declaration of Interest"),
            ("2", "Question submitted by Cmhlr. S. Dunne"),
            ("3", "Correspondence"),
        ],
    ),
    "where a number is missing it is an item": (
        f"**1. Minutes**\n\n{TEXT}\n\n**Any Other Business**\n\n{TEXT}"
        f"\n\n**3. Next meeting**\n\n{TEXT}",
        [("1", "Minutes"), (None, "Any Other Business"), ("3", "Next meeting")],
    ),
    "a list of contents": (
        "1. Pond repairs\n2. Path\n3. Any other business\n\n"
        f"### 1. Pond works\n\n{TEXT}"
        f"\n\n### 2. Path\n\n{TEXT}\n\n### 3. Any other business\n\n{TEXT}",
        [("1", "Pond works"), ("2", "Path"), ("3", "Any other business")],
    ),
    "figures that number nothing": (
        f"### Minutes\n\n{TEXT}\n\n### 50/50 draw\n\n{TEXT}\n\n### P7 trip\n\n{TEXT}",
        [(None, "Minutes"), (None, "50/50 draw"), (None, "P7 trip")],
    ),
    "an entry whose text stands below its number": (
        f"1.\n\nMinutes\n\n{TEXT}\n\n2.\n\nDisposal of Land\n\n{TEXT}\n\n3.\n\n"
        f"Finance\n\n{TEXT}",
        [("1", "Minutes"), ("2", "Disposal of Land"), ("3", "Finance")],
    ),
    "bold letters without a dot": (
        f"**A Opening business**\n\n{TEXT}\n\n**B Budget**\n\n{TEXT}\n\n"
        f"**C Dates**\n\n{TEXT}",
        [("A", "Opening business"), ("B", "Budget"), ("C", "Dates")],
    ),
    "a heading broken over two lines": (
        f"**III MINUTE OF PREVIOUS MEETING**\n\n**AND ACTION TRACKER**\n\n{TEXT}\n\n"
        f"**IV FINANCE**\n\n{TEXT}\n\n**V CLOSURE**\n\n{TEXT}",
        [
            ("III", "MINUTE OF PREVIOUS MEETING AND ACTION TRACKER"),
            ("IV", "FINANCE"),
            ("V", "CLOSURE"),
        ],
    ),
    "lines above lists": (
        f"## Minutes\n\n{TEXT}\n\nAGM\n\n- Two spades were bought.\n\n"
        "## Business\n\nPond\n\n"
        "- Drained in May.\n\nPath\n\n- Swept in June.\n\nHedge\n\n- Cut in July.\n",
        [
            (None, "Minutes"),
            (None, "AGM"),
            (None, "Business"),
            (None, "Pond"),
            (None, "Path"),
            (None, "Hedge"),
        ],
    ),
    "side headings in bold beside the numbers of motions": (
        "**Agenda** 24/18 **HOLT:** That the agenda be adopted. *Carried*\n\n"
        "**Minutes** 24/19 **MARSH:** That the minutes be adopted. *Carried*\n\n"
        "**Gravel** 24/20 **HOLT:** That the price of Orr & Son be taken. *Carried*\n\n"
        "24/21 **MARSH:** That the rest be called for in June. *Carried*\n\n"
        "**Closing** 24/22 **HOLT:** That we adjourn. *Carried*\n",
        [(None, "Agenda"), (None, "Minutes"), (None, "Gravel"), (None, "Closing")],
    ),
    "what was agreed, listed first": (
        "### What we agreed\n\n1. Publish the profile with changes\n2. Draft a rule "
        f"for closing\n\n### Minutes\n\n{TEXT}\n\n### Addresses\n\n{TEXT}"
        "\n\n### Signing"
        f"\n\n{TEXT}",
        [(None, "Minutes"), (None, "Addresses"), (None, "Signing")],
    ),
    "the date of the next meeting": (
        f"### Minutes\n\n{TEXT}\n\n### Pond\n\n{TEXT}\n\n### Date of next meeting\n\n"
        "6 May 2024",
        [(None, "Minutes"), (None, "Pond"), (None, "Date of next meeting")],
    ),
}


@pytest.mark.parametrize("name", MARKED)
def test_marked_layout(name: str) -> None:
    body, expected = MARKED[name]
    found = minutes(body)["items"]
    titles = [(x["number"], x["title"]) for x in found]
    assert [x for x in titles if x[1] != "What we agreed"] == expected


def test_a_decision_in_a_part_belongs_to_the_numbered_item() -> None:
    found = minutes(
        f"**1. Minutes**\n\n{TEXT}\n\n**2. Reports**\n\n**1. Pond**\n\nIt was agreed "
        f"that the pond be drained.\n\n**2. Path**\n\n{TEXT}\n\n**3. Finance**\n\n"
        "It was agreed that the accounts be paid.\n\n**4. AOB**\n\nNone."
    )
    assert [x["item"] for x in found["decisions"]] == ["2", "3"]


def test_a_decision_in_a_part_whose_number_holds_the_items_is_cited_by_it() -> None:
    found = minutes(
        f"## 1. Minutes\n\n{TEXT}\n\n## 2. Reports\n\n### 2a. Pond\n\nIt was agreed "
        f"that the pond be drained.\n\n### 2b. Path\n\n{TEXT}\n\n## 3. Finance\n\n"
        "It was agreed that the accounts be paid.\n\n## 4. AOB\n\nNone."
    )
    assert [x["item"] for x in found["decisions"]] == ["2a", "3"]


def test_a_decision_under_the_letter_of_an_outline_is_cited_by_it() -> None:
    found = read(
        f"{HEAD}I. MINUTES\n\n{TEXT}\n\nII. OLD BUSINESS\n\nA. Hedges\n\n{TEXT}\n"
        "\nB. Zoning"
        f"\n\nIt was agreed that the pond be drained.\n\nAYES:      Holt, Marsh"
        "\nABSENT:    "
        f"Bell\n\nIII. PRESENTATIONS\n\n{TEXT}\n\nIV. LAMPS\n\n{TEXT}\n",
        "minutes.txt",
    )
    assert [x["item"] for x in found["decisions"]] == ["B"]
    assert "III" in [x["number"] for x in found["items"]]


def test_bold_headings_follow_those_that_lead_into_a_text() -> None:
    led = "".join(f"**{x}** – {TEXT}\n\n" for x in ("Minutes", "Fire", "Roads"))
    found = read(f"{HEAD}{led}**Letters**\n\n{TEXT}\n", "minutes.md")["items"]
    assert [x["title"] for x in found] == ["Minutes", "Fire", "Roads", "Letters"]


@pytest.mark.parametrize(
    "row",
    ["£61,000 | £62,500", "1,204.50 | (310.00)", "12.5% | nil", "€4m | -"],
)
def test_what_figures_stand_beside_is_no_item(row: str) -> None:
    names = ("Planning", "**Grants**", "Finance", "**Hall hire**")
    rows = "".join(f"| {x} | {row} |\n" for x in names)
    found = minutes(
        f"**Minutes**\n\n{TEXT}\n\n**Budget**\n\n{TEXT}\n\n| | 2018 | 2019 |\n"
        f"|---|---|---|\n{rows}\n**AOB**\n\n{TEXT}\n"
    )
    assert [x["title"] for x in found["items"]] == ["Minutes", "Budget", "AOB"]


def test_an_action_belongs_to_the_item_that_its_row_names() -> None:
    rows = "| No | Action | Who |\n|---|---|---|\n| 12/24 | Mend the gate | AP |\n"
    found = minutes(
        f"{rows}\n**11/24 Minutes**\n\n{TEXT}\n\n**12/24 Gate**\n\n{TEXT}\n\n"
        f"**13/24 Finance**\n\n{TEXT}"
    )
    assert [x["item"] for x in found["actions"]] == ["12/24"]


def test_a_list_of_all_actions_belongs_to_no_item() -> None:
    found = minutes(
        f"## 1. Minutes\n\n{TEXT}\n\n## 2. Gate\n\nAda Penrose agreed to paint it.\n\n"
        f"## 3. Finance\n\n{TEXT}\n\n## Actions\n\nAda Penrose:\n\n"
        "- Write to the mill about its sluice\n- Order twelve benches for the green\n"
    )
    items = {x["text"].split()[0]: x["item"] for x in found["actions"]}
    assert items["Write"] is items["Order"] is None
    assert items["Ada"] == "2"


WORDS = [
    ("Date of next meeting", False),
    ("Date: 4 March", True),
    ("Dates for your diary", False),
    ("Who could not come", True),
    ("17:15, Friday 2 May, Village Hall", True),
    ("Meeting closed at 9.05pm", True),
    ("Next meeting 6 May", True),
    ("Next meeting", False),
    ("Board members", True),
    ("Board membership", False),
    ("Action 4", True),
    ("Recommendation 2", True),
    ("Councillors Ashby, Holt and Reeve", True),
    ("Councillors' other business", False),
    ("Points raised in discussion", True),
    ("Points raised by residents", False),
    ("For the motion", True),
    ("For information", False),
    ("Action on litter", False),
]


@pytest.mark.parametrize(("title", "expected"), WORDS)
def test_what_heads_no_item(title: str, expected: bool) -> None:
    assert heads_no_item(title) is expected


def test_titles() -> None:
    assert is_starred("== Money ==", 0, 11)
    assert not is_starred("* twelve chairs", 0, 15)
    assert not is_sentence("Proposed closure of the library")
    assert is_sentence("Proposed by Cllr Holt that it was late")
    assert titles_document("Minutes of the meeting of the Council held on 3 May")
    assert not titles_document("Minutes of the last meeting")
