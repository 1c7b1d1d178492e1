"""Agenda items beside what agendas, web editors and lists of contents print as well."""

from __future__ import annotations

import pytest
from reading import read

from minutebook.segment.numbers import read_numbers

TOP = (
    "THORNBECK PARISH COUNCIL\n\nMinutes of the meeting held on 4 March 2024 at 7pm\n\n"
    "Present: Cllr Ada Penrose (Chair), Cllr Tom Holt, Cllr Jo Marsh\n\n"
)
SAID = (
    "The Clerk told members at some length how the matter stood, what it would cost, "
    "and who had been asked about it.\n\n"
)
MOTION = "Moved by T Holt, second by J Marsh to approve what was read.\n\n"

# a text, and the number and title of each item in it
TEXTS = {
    "running numbers of five figures": (
        f"{TOP}14365 CHAIRMAN'S WORDS\n{SAID}14366 POLICE\n{SAID}14367 FINANCE\n{SAID}",
        ["14365 CHAIRMAN'S WORDS", "14366 POLICE", "14367 FINANCE"],
    ),
    "years and letters before the number": (
        f"{TOP}23-24/TPC/1\n\nApologies\n\nMinutes:\n\n{SAID}23-24/TPC/2\n\nMill Lane"
        f"\n\nTo consider the report of the Clerk\n\nMinutes:\n\n{SAID}"
        f"23-24/TPC/3\n\nPond\n\nMinutes:\n\n{SAID}",
        ["23-24/TPC/1 Apologies", "23-24/TPC/2 Mill Lane", "23-24/TPC/3 Pond"],
    ),
    "a list number of the web's editor before the number": (
        f"{TOP}1. Apologies\n\n{SAID} 1. 2.    Mill Lane\n\n{SAID} 1. 3.    The pond"
        f"\n\n{SAID}4. Money\n\n{SAID}",
        ["1 Apologies", "2 Mill Lane", "3 The pond", "4 Money"],
    ),
    "the numbers of item and paragraph stacked above the heading": (
        f"{TOP}1.\nAPOLOGIES\n{SAID}2.\n2.1\nMILL LANE\n{SAID}"
        f"3.\n3.1\nTHE POND\n{SAID}",
        ["1 APOLOGIES", "2 MILL LANE", "3 THE POND"],
    ),
    "what an item is for": (
        f"{TOP}Apologies\n\nTo receive any apologies for absence.\n\n{SAID}"
        f"Declarations of Interest\n\nTo receive any declarations.\n\n{SAID}"
        "Beach huts\n\nTo consider the attached report of the Clerk.\n\n"
        f"Responsibility: Member for Leisure\n\n{SAID}",
        ["Apologies", "Declarations of Interest", "Beach huts"],
    ),
    "a list of contents with pages": (
        "1. Prayers. 1\n\n2. Apologies. 1\n\n3. Roof. 1\n\n3.1 Tiles. 2\n\n"
        "4. Flowers. 2\n\n"
        f"1. Prayers\n\n{SAID}2. Apologies\n\n{SAID}3. Roof\n\n{SAID}"
        f"4. Flowers\n\n{SAID}",
        ["1 Prayers", "2 Apologies", "3 Roof", "4 Flowers"],
    ),
    "rows of who holds a post": (
        "Board of the Mill Trust\n\nMeeting of 4 March 2024\n\n"
        "Position / Name / Present\n"
        "1 / President / Ada Penrose / Yes\n2 / Treasurer / Tom Holt / Yes\n"
        "3 / Secretary / Jo Marsh / No\n\n"
        f"Minutes:\n\n{SAID}Budget:\n\n{SAID}Any other business:\n\n{SAID}",
        ["Budget", "Any other business"],
    ),
    "who speaks under a heading": (
        f"{TOP}Police report:\n\nNancy Hill:\n\n{SAID}"
        f"Election:\n\nCllr Marsh:\n\n{SAID}Planning:\n\n{SAID}",
        ["Police report", "Election", "Planning"],
    ),
    "only an answer under a number": (
        f"{TOP}1. Opening\n\n{SAID}2. Apologies\n\n2.1 Nil.\n\n3. Reports\n\n"
        f"3.1 Mill Lane\n\n{SAID}3.2 None received.\n\n4. Pond\n\n{SAID}",
        ["1 Opening", "2 Apologies", "3 Reports", "3.1 Mill Lane", "4 Pond"],
    ),
    "a date under a number, and the votes below a heading": (
        f"{TOP}1. Opening\n\n{SAID}2. Pond\n\n{SAID}4 For, 0 Against, 1 Abstention\n\n"
        f"3. Next meeting\n\n3.1 10 June 2031\n\n4. Close\n\n{SAID}",
        ["1 Opening", "2 Pond", "3 Next meeting", "4 Close"],
    ),
    "tasks above those who came": (
        "Thornbeck Forum\n\nAction Sheet\n\n1. Ann to write to the mill\n\n"
        "2. Tom to mend the weir\n\n3. Jo to ask the county\n\nPresent: Ann Bell, Tom "
        f"Holt, Jo Marsh\n\n1. Opening\n\n{SAID}2. Pond\n\n{SAID}3. Close\n\n{SAID}",
        ["1 Opening", "2 Pond", "3 Close"],
    ),
    "parts run in behind full stops": (
        f"{TOP}1. Opening. {SAID}2. Reports. 2.1 Weir. {SAID.strip()} {SAID}2.2 Mill. "
        f"{SAID}3. Pond. 3.1 Ducks. {SAID.strip()} {SAID}3.2 Reeds. {SAID}4. Any other "
        f"business. 4.1 TH asked for it. {SAID}5. Close. {SAID}",
        [
            "1 Opening",
            "2 Reports",
            "2.1 Weir",
            "2.2 Mill",
            "3 Pond",
            "3.1 Ducks",
            "3.2 Reeds",
            "4 Any other business",
            "5 Close",
        ],
    ),
    "a number behind a bullet, its title below": (
        f"{TOP}1.\n\nOpening\n\n{SAID}• View the vote\n• 2.\n\nPond\n\n{SAID}"
        f"3.\n\nClose\n\n{SAID}",
        ["1 Opening", "2 Pond", "3 Close"],
    ),
    "letters, a short answer under one": (
        f"{TOP}1. Opening\n\n{SAID}2. Money\n\n(a) To approve payments\n\n{SAID}"
        f"(b) To receive the accounts\n\nNoted.\n\n(c) To consider a grant\n\n{SAID}"
        f"3. Close\n\n{SAID}",
        [
            "1 Opening",
            "2 Money",
            "a To approve payments",
            "b To receive the accounts",
            "c To consider a grant",
            "3 Close",
        ],
    ),
    "headings run in, and a colon behind re": (
        "Town of Thornbeck\n\nBoard minutes of 4 March 2024\n\n"
        f"Call to Order. {SAID}Public Notice. {SAID}Pledge of Allegiance: All rose.\n\n"
        f"Take action re: Licence of the mill. {MOTION}Audit/Pay Bills. {MOTION}",
        [
            "Call to Order",
            "Public Notice",
            "Pledge of Allegiance",
            "Take action re: Licence of the mill",
            "Audit/Pay Bills",
        ],
    ),
    "two spaces within capitals": (
        f"{TOP}1. MINUTES OF THE SPECIAL  MEETING HELD ON 21ST MAY:\n\n{SAID}"
        f"2. GRANTS:\n\n{SAID}3. POND:\n\n{SAID}",
        ["1 MINUTES OF THE SPECIAL MEETING HELD ON 21ST MAY", "2 GRANTS", "3 POND"],
    ),
    "a number and its letter on a line of their own": (
        f"{TOP}3\n\nMINUTES\n\nMinutes:\n\n{SAID}4\n\nREPORTS OF COMMITTEES\n\n"
        f"4a\n\nWater Committee\n\nMinutes:\n\n{SAID}4b\n\nRoads Committee\n\nMinutes:"
        f"\n\n{SAID}5\n\nPOND\n\nMinutes:\n\n{SAID}",
        [
            "3 MINUTES",
            "4 REPORTS OF COMMITTEES",
            "4a Water Committee",
            "4b Roads Committee",
            "5 POND",
        ],
    ),
}


@pytest.mark.parametrize("name", TEXTS)
def test_printed(name: str) -> None:
    text, expected = TEXTS[name]
    found = read(text, "minutes.txt")["items"]
    assert [f"{x['number'] or ''} {x['title']}".strip() for x in found] == expected


def test_typed_behind_bullets() -> None:
    points = [f"<li>{n}) <b>{x}</b> {SAID}</li>" for n, x in enumerate("ABC", 1)]
    page = f"<p>Minutes of 4 March 2024</p><ul>{''.join(points)}</ul>"
    page = page.replace(">A<", ">Apologies<").replace(">B<", ">Mill Lane<")
    found = read(page.replace(">C<", ">Pond<"), "minutes.html")["items"]
    expected = [("1", "Apologies"), ("2", "Mill Lane"), ("3", "Pond")]
    assert [(x["number"], x["title"]) for x in found] == expected


NUMBERS = [
    ("33\\18 Minutes", "33\\18", "code:33/*"),
    ("24/FC/012 Minutes", "24/FC/012", "code:24/FC/"),
    ("GB/2122/ 007: Finance", "GB/2122/ 007", "code:GB/2122/*"),
    ("2. 2. Apologies", "2", "int"),
]


@pytest.mark.parametrize(("line", "text", "scheme"), NUMBERS)
def test_number(line: str, text: str, scheme: str) -> None:
    readings = read_numbers(line, 0, len(line))
    assert (text, scheme) in [(x.text, x.scheme) for x in readings]


@pytest.mark.parametrize("line", ["01234 567890", "12345", "14365 houses were built"])
def test_no_number(line: str) -> None:
    assert read_numbers(line, 0, len(line)) == ()


def test_number_of_a_list_stays() -> None:
    assert read_numbers("1. 2016 accounts", 0, 16)[0].text == "1"


def test_plain_list_above_headings() -> None:
    asked = [
        "To repair the Mill Wall. Old stone is to be used for as much as will do",
        "To sell the Van. It is to go to whoever offers most for it in the spring",
        "To ask for a new Plan of the Pond. It is to be clear what the aim is",
        "To write about the Bridge. The county is to say when it will be mended",
    ]
    listed = "".join(f"{n}. {x}\n\n" for n, x in enumerate(asked, 1))
    titles = ["Apologies", "Mill wall", "The van", "The pond", "The bridge", "AOB"]
    heads = "".join(f"# {n}. {x}\n\n{SAID}" for n, x in enumerate(titles, 1))
    summed = f"The board agreed:\n\n{listed}"
    found = read(f"Board minutes of 4 March 2024\n\n{summed}{heads}")["items"]
    assert [x["title"] for x in found] == titles
