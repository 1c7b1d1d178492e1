"""Agenda items by the manner of the whole document: levels, labels, parts, agendas."""

from __future__ import annotations

import pytest
from reading import read

from minutebook.load.frontmatter import split_front_matter
from minutebook.segment.firstwords import first_words
from minutebook.segment.numbers import read_numbers
from minutebook.segment.titles import heads_no_item, is_sentence

HEAD = (
    "THORNBECK PARISH COUNCIL\n\nMinutes of the meeting held on 4 March 2024 at 7pm\n\n"
    "Present: Cllr Ada Penrose (Chair), Cllr Tom Holt, Cllr Jo Marsh\n\n"
)
TEXT = (
    "The Clerk told members at some length how the matter stood, what it would cost, "
    "and who had been asked about it. The minutes had been circulated before."
)
SAID = f"{TEXT}\n\n"
WRAPPED = "\n".join(["These were moved as correct by Ada Penrose and by Tom Reeve"] * 4)
READ = "The minutes of the last meeting were read and confirmed.\n\n"
ROSTER = "Present: Cllr Ada Penrose (Chair), Cllr Tom Holt\n\n"

# a Markdown text, and the items in it
HEADED = ("Minutes", "Sale of land", "Culture", "Question by Cllr Holt")
MARKED = {
    "a list of names inside an item": (
        f"**1. Minutes**\n\n{SAID}**2. Purchase of a van**\n\n{SAID}\n1. Kalder Plant\n"
        f"2. Westmoor Hire\n3. Eastline\n\n{SAID}**3. Closure**\n\n{SAID}",
        ["Minutes", "Purchase of a van", "Closure"],
    ),
    "apologies that go on with the list of who came": (
        "**In attendance:** Lee Orr, Clerk\n\n**Apologies:** Tom Holt, Jo Marsh\n\n"
        f"**Welcome**\n\n{SAID}**Minutes of last meeting**\n\n{SAID}**Peat**\n\n{SAID}",
        ["Welcome", "Minutes of last meeting", "Peat"],
    ),
    "parts that a dash parts from their text": (
        f"**1. Minutes**\n\n{SAID}**2. Delegations**\n\n2.1 Ice House – Ms Orr spoke "
        f"of the roof. It leaks.\n\n2.2 Fell Road Plan\n\n{SAID}**3. New business**\n\n"
        "3.1 Canada Day – There will be a fair at noon.\n\n3.2 Library Board – Ms "
        f"Holt has left. Her term ends soon.\n\n**4. Adjournment**\n\n{SAID}",
        [
            *("Minutes", "Delegations", "Ice House", "Fell Road Plan"),
            *("New business", "Canada Day", "Library Board", "Adjournment"),
        ],
    ),
    "the year of a title that stands alone": (
        "**MINUTES OF A MEETING OF THORNBECK DISTRICT HELD ON 4TH** **MARCH,**\n\n"
        "**2024.**\n\n**PRESENT IN THE CHAIR:**\n\nCllr Ada Penrose.\n\n"
        + "".join(f"**{n}.**\n\n**{x}**\n\n{SAID}" for n, x in enumerate(HEADED, 1)),
        list(HEADED),
    ),
    "headings of two levels": (
        f"{ROSTER}## Minutes\n\n{SAID}## Old business\n\n### Mill Lane\n\n{SAID}"
        f"### Pond\n\n{SAID}## New business\n\n{SAID}## Adjournment\n\n{TEXT}\n",
        [
            "Minutes",
            "Old business",
            "Mill Lane",
            "Pond",
            "New business",
            "Adjournment",
        ],
    ),
    "a sub-heading that comes again, not quite the same": (
        f"{ROSTER}**Minutes**\n\n{SAID}**Mill Lane**\n\n{SAID}"
        f"**Points seen by the board:**\n\n{SAID}**Pond**\n\n{SAID}"
        f"**Points seen by board:**\n\n{SAID}**Finance**\n\n{SAID}"
        f"**Points seen by the board**\n\n{TEXT}\n",
        ["Minutes", "Mill Lane", "Pond", "Finance"],
    ),
    "a heading of the format among bold ones": (
        f"{ROSTER}**Minutes**\n\n{SAID}**Mill Lane**\n\n{SAID}## Pond\n\n{SAID}"
        f"**Finance**\n\n{SAID}**AOB**\n\n{TEXT}\n",
        ["Minutes", "Mill Lane", "Pond", "Finance", "AOB"],
    ),
    "a heading may ask": (
        f"{ROSTER}**Minutes**\n\n{SAID}**Where we are after the flood**\n\n{SAID}"
        f"**Sandbags**\n\n{SAID}**AOB**\n\n{TEXT}\n",
        ["Minutes", "Where we are after the flood", "Sandbags", "AOB"],
    ),
    "tasks under the last heading": (
        f"{ROSTER}**The pond**\n\n{SAID}**The wall**\n\n{SAID}**Money**\n\n"
        f"{SAID}**AOB**\n\n{SAID}**Who's doing what**\n\n"
        "1. Ada - write to the mill\n2. Tom - mend the gate\n3. Jo - new list\n",
        ["The pond", "The wall", "Money", "AOB"],
    ),
    "posts to which people were elected": (
        f"{ROSTER}## Minutes\n\n{SAID}## Elections\n\n### Chair\n\n{SAID}"
        f"### Secretary\n\n{SAID}## Accounts\n\n{TEXT}\n",
        ["Minutes", "Elections", "Chair", "Secretary", "Accounts"],
    ),
    "the item that lists who came": (
        f"## Opening matters\n\n{ROSTER}## Pond\n\n{SAID}## Wall\n\n{SAID}"
        f"## Rents\n\n{SAID}## Accounts\n\n{TEXT}\n",
        ["Opening matters", "Pond", "Wall", "Rents", "Accounts"],
    ),
    "the table of tasks has no items": (
        f"{ROSTER}1\\. Minutes\n\n{SAID}2\\. Actions of the last meeting\n\n"
        "| No. | Detail | Resp. | Status |\n|---|---|---|---|\n"
        "| 2.1 | Paint the bus shelter | AP | Done |\n"
        "| 2.2 | Mend the churchyard gate | TH | Open |\n\n"
        f"3\\. Finance\n\n{TEXT}\n",
        ["Minutes", "Actions of the last meeting", "Finance"],
    ),
    "a heading whose number was lost": (
        f"{ROSTER}5\\. Minutes\n\n{SAID}**Requests from the mill**\n\n{SAID}"
        f"7\\. Website\n\n{SAID}8\\. AOB\n\n{TEXT}\n",
        ["Minutes", "Requests from the mill", "Website", "AOB"],
    ),
    "an open forum between numbers, but no divider": (
        f"{ROSTER}**1. Minutes**\n\n{SAID}**OPEN FORUM**\n\n{SAID}"
        f"**2. Planning**\n\n{SAID}**PART TWO**\n\n**3. Finance**\n\n{TEXT}\n",
        ["Minutes", "OPEN FORUM", "Planning", "Finance"],
    ),
    "headings of an appendix": (
        f"{ROSTER}**Apologies**\n\n{SAID}**Pond**\n\n{SAID}**Wall**\n\n{SAID}"
        f"APPENDIX\n\n**The north side**\n\n{SAID}**The south side**\n\n{TEXT}\n",
        ["Apologies", "Pond", "Wall"],
    ),
    "an annexe that minutes only name": (
        f"{ROSTER}**Apologies**\n\n{SAID}**Pond**\n\n{SAID}Annex A\n\n"
        f"**Wall**\n\n{SAID}**Any other business**\n\n{TEXT}\n",
        ["Apologies", "Pond", "Wall", "Any other business"],
    ),
    "an outline of tasks by who does them": (
        f"{ROSTER}- Pond.\n    - It leaks.\n    - Who will mend it.\n"
        "- Wall: the north side.\n    - It leans.\n- Money.\n    - There is none.\n"
        "\n## Actions arising\n\n- Ada Penrose\n    - Mend the pond\n- Wardens\n"
        "    - Find a mason\n",
        ["Pond", "Wall: the north side", "Money"],
    ),
    "an outline has items at its edge": (
        f"{ROSTER}- Pond.\n    - It leaks.\n    - Who will mend it.\n"
        "        - Tom might.\n- Wall: the north side.\n    - It leans.\n"
        "- Money.\n    - There is none.\n",
        ["Pond", "Wall: the north side", "Money"],
    ),
    "the agenda of the next meeting behind the minutes": (
        f"{ROSTER}1\\. Apologies\n\n{SAID}2\\. Minutes\n\n{SAID}3\\. Mill Lane\n\n"
        f"{SAID}4\\. Finance\n\n{SAID}AGENDA\n\n1\\. Apologies\n\n2\\. Minutes\n\n"
        "3\\. Village green\n",
        ["Apologies", "Minutes", "Mill Lane", "Finance"],
    ),
    "a number without a dot behind a full line": (
        f"{ROSTER}1. MINUTES OF THE LAST MEETING\n\n{WRAPPED}\n\n2 SPECIAL ISSUES\n\n"
        f"{WRAPPED}\n\n3. FINANCE\n\n{WRAPPED}\n",
        ["MINUTES OF THE LAST MEETING", "SPECIAL ISSUES", "FINANCE"],
    ),
    "the agenda says what minutes without headings were about": (
        f"{ROSTER}Agenda\n\n- Pond\n- Village hall roof\n- AOB\n\n{SAID}{TEXT}\n",
        ["Pond", "Village hall roof", "AOB"],
    ),
}

# the body of a plain text, and the items in it
PLAIN = {
    "plain lines over paragraphs": (
        f"{READ}Ranger\n{SAID}Amended Estimates\n{SAID}Funeral of Mr Reeve\n{TEXT}\n",
        [(None, "Ranger"), (None, "Amended Estimates"), (None, "Funeral of Mr Reeve")],
    ),
    "plain headings beside labels": (
        f"Old Business:\n{SAID}New Business:\n\nGrain Bin Grant\n{SAID}"
        f"Burning Policy\n{TEXT}\n",
        [
            (None, "Old Business"),
            (None, "New Business"),
            (None, "Grain Bin Grant"),
            (None, "Burning Policy"),
        ],
    ),
    "roman numbers without a dot": (
        f"{READ}I Call to Order\nChairman Holt called the meeting to order at 7 pm.\n\n"
        "II Approval of Agenda Commissioner Marsh moved to approve it. Carried.\n\n"
        f"III Finance Report\n{TEXT}\n",
        [
            ("I", "Call to Order"),
            ("II", "Approval of Agenda"),
            ("III", "Finance Report"),
        ],
    ),
    "numbers glued to their titles": (
        f"1Confirmation of minutes\n{SAID}2Business prescribed by law\n{SAID}"
        f"3Correspondence\n{TEXT}\n",
        [
            ("1", "Confirmation of minutes"),
            ("2", "Business prescribed by law"),
            ("3", "Correspondence"),
        ],
    ),
    "parts with a number and a colon": (
        f"1. Minutes\n{SAID}2. Reports\n2.1 Chairman's report: {SAID}"
        f"2.2 Village hall: {SAID}3. Finance\n{TEXT}\n",
        [
            ("1", "Minutes"),
            ("2", "Reports"),
            ("2.1", "Chairman's report"),
            ("2.2", "Village hall"),
            ("3", "Finance"),
        ],
    ),
    "a part under a number with a stroke": (
        f"06/14 Minutes\n{SAID}06/15 Quality\n\n06/15.1 Performance report\n{SAID}"
        f"06/15.2 Safe staffing\n{SAID}06/16 Finance\n{TEXT}\n",
        [
            ("06/14", "Minutes"),
            ("06/15", "Quality"),
            ("06/15.1", "Performance report"),
            ("06/15.2", "Safe staffing"),
            ("06/16", "Finance"),
        ],
    ),
    "numbered sentences are no parts": (
        "1. Minutes\n1.1 The minutes were agreed.\n1.2 The Clerk thanked Cllr Holt.\n\n"
        "2. Finance\n2.1 The accounts were paid.\n2.2 A cheque was void.\n",
        [("1", "Minutes"), ("2", "Finance")],
    ),
    "a bracket on the next line": (
        f"1. Record of Protected Barns\n(Mill Lane, Thornbeck)\n\n{SAID}2. Roads\n\n"
        f"{TEXT}\n",
        [("1", "Record of Protected Barns (Mill Lane, Thornbeck)"), ("2", "Roads")],
    ),
    "a title in two lines under its number": (
        f"4.\n\nMinutes\n\n{SAID}5.\n\nRoads Department\n\nWinter Service Plan\n\n"
        f"{SAID}6.\n\nFinance\n\nNo Report\n\nNone.\n\n7.\n\nClose\n\n{TEXT}\n",
        [
            ("4", "Minutes"),
            ("5", "Roads Department Winter Service Plan"),
            ("6", "Finance"),
            ("7", "Close"),
        ],
    ),
    "who was away is no item": (
        f"Apologies - Councillor R Reeve\n\n12.1 Minutes\n{SAID}12.2 Pond\n{TEXT}\n",
        [("12.1", "Minutes"), ("12.2", "Pond")],
    ),
    "the words of law are no sentence": (
        f"Apologies\n\n{SAID}To declare any interests which members may have in what "
        f"is on this agenda.\n\n{SAID}Any other business which the Chair holds "
        f"should be considered.\n\n{TEXT}\n",
        [
            (None, "Apologies"),
            (
                None,
                "To declare any interests which members may have in what is on this "
                "agenda",
            ),
            (None, "Any other business which the Chair holds should be considered"),
        ],
    ),
    "capitals in front of the numbers": (
        f"DRAFT THORNBECK PLAN 2022-2028:\n\n{SAID}1. Minutes\n\n{SAID}"
        f"2. Finance\n\n{TEXT}\n",
        [
            (None, "DRAFT THORNBECK PLAN 2022-2028"),
            ("1", "Minutes"),
            ("2", "Finance"),
        ],
    ),
}


@pytest.mark.parametrize("name", MARKED)
def test_marked_manner(name: str) -> None:
    text, expected = MARKED[name]
    found = read(f"# Thornbeck Parish Council\n\nMinutes, 4 March 2024\n\n{text}")
    assert [x["title"] for x in found["items"]] == expected


@pytest.mark.parametrize("name", PLAIN)
def test_plain_manner(name: str) -> None:
    body, expected = PLAIN[name]
    found = read(HEAD + body, "minutes.txt")["items"]
    assert [(x["number"], x["title"]) for x in found] == expected


def test_the_page_of_one_item() -> None:
    page = (
        "Agenda item\n\nTo receive reports on business which, in the opinion of the "
        f"Chair, should be brought forward.\n\nMinutes:\n\nTH.68/17\n\n{SAID}"
        f"Matters arising\n\n{TEXT}\n"
    )
    (item,) = read(page, "item.txt")["items"]
    assert item["number"] == "TH.68/17"
    assert item["title"].startswith("To receive reports on business")


def test_the_agenda_of_the_front_matter() -> None:
    page = (
        "---\ntitle: Spring meeting\nagenda: |-\n  * Pond\n  * Roof of the hall\n"
        f"minutes: |-\n  ### Attendance\n\n  Ada Penrose, Tom Holt\n\n  {TEXT}\n---\n"
    )
    metadata, text = split_front_matter(page)
    assert [key for key, _ in metadata] == ["title"]
    assert text.index("Attendance") < text.index("Agenda:") < text.index("* Pond")
    assert [x["title"] for x in read(page)["items"]] == ["Pond", "Roof of the hall"]


def test_definition_list_and_header_of_a_section() -> None:
    page = (
        "<html><body><h1>Minutes of Thornbeck Parish Council</h1>"
        "<p>Present: Cllr Ada Penrose, Cllr Tom Holt</p><dl>"
        f"<dt>Minutes</dt><dd>{TEXT}</dd><dt>Village green</dt><dd>{TEXT}</dd>"
        f"<dt>Finance</dt><dd>{TEXT}</dd></dl><section><header><h3>Date of next meeting"
        "</h3></header><p>8 June 2024</p></section></body></html>"
    )
    titles = [x["title"] for x in read(page, "page.html")["items"]]
    assert titles == ["Minutes", "Village green", "Finance", "Date of next meeting"]


FALLEN = (
    "<p><b>1. Apologies</b></p><p>{0}</p><p><b>2. Minutes</b></p><p>{0}</p>"
    "<p><b>3. Roads</b></p><p>{0}</p><p><b>Pond</b></p><p>{1}. The pond was dry. {0}"
    "</p><p><b>Rents</b></p><p>{2}. Ada Penrose had asked for more. {0}</p>"
    "<p><b>6. Any other business</b></p><p>{0}</p>"
)


@pytest.mark.parametrize(
    ("below", "numbers"),
    [((4, 5), ["1", "2", "3", "4", "5", "6"]), ((8, 9), ["1", "2", "3", "6"])],
)
def test_numbers_below_their_headings(
    below: tuple[int, int], numbers: list[str]
) -> None:
    page = f"<h1>Thornbeck Parish Council</h1>{FALLEN.format(TEXT, *below)}"
    items = {x["number"]: x["title"] for x in read(page, "page.html")["items"]}
    assert [x for x in items if x] == numbers
    assert items.get("5", "Rents") == "Rents"


CELL = "<tr><td><b>{}.</b></td><td><p><b>{}</b></p>{}</td><td>TH</td></tr>"
PARTS = "<p><b>{}1. Pay policy</b></p><p>{}</p><p><b>{}2. Reserves</b></p><p>{}</p>"


@pytest.mark.parametrize(
    ("part", "numbers"),
    [("", ["1", "2"]), ("Section ", []), ("<i>Draft</i> ", [])],
)
def test_numbered_headings_that_divide_a_cell(part: str, numbers: list[str]) -> None:
    parts = PARTS.format(part, TEXT, part, TEXT)
    rows = (
        CELL.format(1, "Apologies", f"<p>{TEXT}</p>"),
        CELL.format(2, "Decisions", parts),
        CELL.format(3, "Reports of committees", parts),
        CELL.format(4, "Any other business", f"<p>{TEXT}</p>"),
    )
    page = f"<h1>Thornbeck Parish Council</h1><table>{''.join(rows)}</table>"
    found = [x["number"] for x in read(page, "page.html")["items"]]
    assert found == ["1", "2", *numbers, "3", *numbers, "4"]


NUMBERS = [
    ("III Finance", "III", "upper-roman", 3),
    ("1Confirmation of minutes", "1", "int", 1),
    ("3. March fair", "3", "int", 3),
    ("3. May/June fair", "3", "int", 3),
    ("C0522(1) Kiln Road", "C0522(1)", "code:C0522", 1),
    ("B1DECLARATIONS of interest", "B1", "code:B", 1),
    ("II - Minutes", "II", "upper-roman", 2),
    ("06/15.2 Safe staffing", "06/15.2", "dec:06/15", 2),
]


@pytest.mark.parametrize(("line", "text", "scheme", "value"), NUMBERS)
def test_number(line: str, text: str, scheme: str, value: int) -> None:
    readings = read_numbers(line, 0, len(line))
    assert (text, scheme, value) in [(x.text, x.scheme, x.value) for x in readings]


@pytest.mark.parametrize(
    "line",
    [
        "3. March 2024",
        "3 March fair",
        "1Mb of data",
        "B1KM away",
        "In all, ten",
        "3x4 timber",
    ],
)
def test_no_number(line: str) -> None:
    assert read_numbers(line, 0, len(line)) == ()


WORDS = [
    ("Discussion", True),
    ("Discussion items", False),
    ("Action items", True),
    ("Actions relating to the pond", True),
    ("Council resolution", True),
    ("For, 0 Against, 1 Abstention", True),
    ("Roll call vote", True),
    ("Roll call", False),
    ("Council resolutions outstanding", False),
    ("Members", True),
    ("Members' questions", False),
    ("Officers in attendance", True),
    ("Officers' reports", False),
    ("Membership", True),
    ("Membership and any other business", False),
    ("Who's doing what", True),
]


@pytest.mark.parametrize(("title", "expected"), WORDS)
def test_what_heads_no_item(title: str, expected: bool) -> None:
    assert heads_no_item(title) is expected


SENTENCES = [
    ("Fees - Powers Delegated to the Clerk", False),
    ("How the money was spent", False),
    ("How the money was spent. It went on paint", True),
    ("Papers to be published", False),
    ("The papers will be published", True),
    ("There was none", True),
    ("The Council ratified Kiln Policy", True),
    ("The Council Tax", False),
]


@pytest.mark.parametrize(("words", "expected"), SENTENCES)
def test_sentence(words: str, expected: bool) -> None:
    assert is_sentence(words) is expected


OPENINGS = [
    (
        "Accounts for the year 2018 The audited account was read",
        "Accounts for the year 2018",
    ),
    ("Speed limits Cllr Holt spoke", "Speed limits"),
]


@pytest.mark.parametrize(("text", "title"), OPENINGS)
def test_first_words(text: str, title: str) -> None:
    assert text[: first_words(text, 0, len(text))] == title


PAGE = (
    "MINUTES OF THE FELL GREEN PARKS BOARD. CALL TO ORDER Chair Penrose opened the "
    "session at 7 pm. ROLL CALL Members Holt and Marsh were present. "
    "APPROVAL OF AGENDA "
    "By consensus the agenda stood as printed. COMMUNITY FORUM - None. "
    f"{TEXT} DREDGING THE POND {TEXT} {TEXT} {TEXT}\n"
)
LATER = {
    "capitals on a page run together": (
        PAGE,
        [
            "CALL TO ORDER",  # behind it, ROLL CALL heads who came
            "APPROVAL OF AGENDA",
            "COMMUNITY FORUM",
            "DREDGING THE POND",
        ],
    ),
    "sums and speakers behind a colon": (
        f"{ROSTER}Minutes of the last meeting: {TEXT}\n\nFinance: {TEXT}\n\n"
        f"Savings account: $320.18\n\nTH: Yes\n\nMill Lane: {TEXT}\n",
        ["Minutes of the last meeting", "Finance", "Mill Lane"],
    ),
    "plain headings under old business": (
        f"CALL TO ORDER\n\n{READ}APPROVAL OF AGENDA\n\n{READ}OLD BUSINESS\n\n"
        f"Quarry Path Repairs\n{TEXT}\n\nPond Newsletter\n{TEXT}\n\n"
        f"ADJOURNMENT\n\n{READ}",
        [
            "CALL TO ORDER",
            "APPROVAL OF AGENDA",
            "OLD BUSINESS",
            "Quarry Path Repairs",
            "Pond Newsletter",
            "ADJOURNMENT",
        ],
    ),
    "what kind of item it is": (
        f"{ROSTER}Approval of Minutes – ACTION ITEM: {TEXT}\n\n"
        f"Budget Review – DISCUSSION ITEM: {TEXT}\n\nTruck – DISCUSSION ITEM: {TEXT}\n",
        ["Approval of Minutes", "Budget Review", "Truck"],
    ),
    "numbers of resolutions": (
        f"{ROSTER}1. A. Penrose – T. Holt\nRESOLVED THAT the list be paid.\n\n"
        "2. J. Marsh – T. Holt\nRESOLVED THAT the board adjourn.\n",
        [],
    ),
    "an agenda in plain lines in front": (
        f"{ROSTER}Agenda\n1. Apologies\n2. Interests in any agenda item\n3. Kiln\n\n"
        "1. Apologies\nLee Orr.\n2. Interests in any agenda item\nNone.\n"
        "3. Kiln\n3.1 The kiln was sold.\n",
        ["Apologies", "Interests in any agenda item", "Kiln"],
    ),
    "paragraphs counted through under headings": (
        f"{ROSTER}Welcome\n\n1. The Chair opened the meeting at seven.\n\n"
        "2. Apologies had been sent by Lee Orr.\n\nMinutes of last meeting\n\n"
        "3. These were agreed.\n\nTrials of the kiln\n\n"
        "4. Professor Marsh gave a talk on two of them.\n\n5. It was then agreed to "
        "go on.\n\nAny other business\n\n6. There was none.\n",
        [
            "Welcome",
            "Minutes of last meeting",
            "Trials of the kiln",
            "Any other business",
        ],
    ),
    "a dash ends most headings": (
        f"{ROSTER}1) Apologies – Lee Orr (away)\n2) Minutes – approved and signed\n"
        "3) Kilns – soot in Mill Lane again; the clerk to chase\n"
        "4) Letters – circulated\n5) AOB – none\n",
        ["Apologies", "Minutes", "Kilns", "Letters", "AOB"],
    ),
    "a colon behind many words": (
        f"{ROSTER}1. Apologies: None.\n\n2. Minutes: Signed.\n\n3. Wish of the fair "
        "committee to use the green in their own week for stalls: The clerk read the "
        "letter. It was agreed.\n\n4. Next meeting: 4 April.\n",
        [
            *("Apologies", "Minutes"),
            "Wish of the fair committee to use the green in their own week for stalls",
            "Next meeting",
        ],
    ),
    "nothing behind a dash, capitals behind another": (
        f"{ROSTER}1. Apologies\n\n{SAID}2. Matters that the clerk would have taken in "
        "private session - none\n\n3. LICENCES - REVIEW OF WHAT IS TO BE CHARGED\n\n"
        f"{SAID}4. Any other business\n\n{TEXT}\n",
        [
            "Apologies",
            "Matters that the clerk would have taken in private session",
            "LICENCES - REVIEW OF WHAT IS TO BE CHARGED",
            "Any other business",
        ],
    ),
    "parts with a short line under each": (
        f"{ROSTER}1. Apologies\nNone.\n2. Motions\n2.1 Lamps in the lanes\n"
        "Proposed: Jo Bly\nIt fell.\n2.2 Fee for the van\nAgreed.\n3. AOB\nNone.\n",
        ["Apologies", "Motions", "Lamps in the lanes", "Fee for the van", "AOB"],
    ),
    "letters in the numbers of one minute": (
        f"{ROSTER}41a/24 Apologies: None\n\n41b/24 Interests: None\n\n"
        "42/24 Finance: Nothing to report\n\n43/24 Kiln: Sold\n",
        ["Apologies", "Interests", "Finance", "Kiln"],
    ),
    "lines that break no sentence": (
        f"{HEAD}Clerk: Lee Orr. Here: Al Bly of the mill, Di Coe of a pond, Ed Dow\n\n"
        "Adoption of Agenda\n\nIt was adopted.\n\nAdoption of Minutes\n\nAgreed.\n\n"
        "Correspondence\n\nA card came.\n\nAdjournment\n\nIt was late.\n",
        ["Adoption of Agenda", "Adoption of Minutes", "Correspondence", "Adjournment"],
    ),
    "the name of the body in bold": (
        f"**Kiln Forum**\n\nNotes of 4 May 2024. Here: A Bell\n\n**Welcome**\n\n{SAID}"
        f"**Open kilns**\n\n{SAID}**Next meeting**\n\n{TEXT}\n",
        ["Welcome", "Open kilns", "Next meeting"],
    ),
    "a time before each heading, in a column of its own": (
        f"{ROSTER}7.00pm\tApologies\n\n{SAID}7.05pm\tMatters arising\n\n{SAID}"
        f"7.20pm\tRoof of the Kiln\n\n{SAID}7.40pm\tDate of next meeting\n\n{TEXT}\n",
        ["Apologies", "Matters arising", "Roof of the Kiln", "Date of next meeting"],
    ),
    "a dash parts every heading from its text": (
        f"{ROSTER}Minutes of last meeting – signed\n\nKiln – "
        "a crack, Tom has a price\n\nOrders – same as in May\n\nTreasurer’s report – "
        "£320 in hand\n\nAny other business – spare clay\n",
        [
            *("Minutes of last meeting", "Kiln", "Orders"),
            *("Treasurer’s report", "Any other business"),
        ],
    ),
    "a dash in some lines only, headings on lines of their own": (
        f"{ROSTER}Apologies\n\n{SAID}Matters arising\n\n{SAID}Shelf – a crack\n\n"
        f"{SAID}Any other business\n\n{SAID}Date of next meeting\n\n{TEXT}\n",
        [
            *("Apologies", "Matters arising", "Shelf – a crack"),
            *("Any other business", "Date of next meeting"),
        ],
    ),
    "capitals that open every numbered line": (
        f"{ROSTER}1. MINUTES Signed with one change\n\n2. KILN SHELVES Three bids so "
        "far\n\n3. CLAY Same price as in May\n\n4. SIGNS Waiting for Jo\n\n"
        "5. CLOSE Nine o’clock\n",
        ["MINUTES", "KILN SHELVES", "CLAY", "SIGNS", "CLOSE"],
    ),
    "a person begins the sentence": (
        f"{ROSTER}1. Election of Chair Ada Penrose was nominated and took over.\n\n"
        "2. Apologies. None.\n\n3. Roads Update • The lane was dry. • So was all.\n",
        ["Election of Chair", "Apologies", "Roads Update"],
    ),
}


@pytest.mark.parametrize("name", LATER)
def test_later_manner(name: str) -> None:
    text, titles = LATER[name]
    found = read(text, "minutes.txt")["items"]
    assert [x["title"] for x in found] == titles
