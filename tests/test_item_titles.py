"""Where titles end and numbers stand, and what the runs of numbers show."""

from __future__ import annotations

import pytest
from reading import minutes, read

from minutebook.grammar.paragraphs import Paragraph
from minutebook.load.reader import read_bytes
from minutebook.records import Line
from minutebook.segment.candidates import Candidate
from minutebook.segment.cutting import cut_title
from minutebook.segment.firstwords import first_words
from minutebook.segment.flat import cut_paragraphs
from minutebook.segment.numbers import read_numbers
from minutebook.segment.runs import Entry, read_runs
from minutebook.segment.titles import heads_no_item
from minutebook.segment.weighing import find_places

TEXT = (
    "The clerk told members at some length how the matter stood and what it would "
    "cost, and the committee thanked her for the report."
)
HEAD = "Thornbeck Parish Council\n\nMinutes of the meeting held on 4 March 2024\n\n"
ROSTER = f"{HEAD}Present: Cllr Ada Penrose (Chair), Cllr Tom Holt\n\n"

NUMBERS = [
    ("7.1MINUTES OF THE MEETING", "7.1", "MINUTES OF THE MEETING"),
    ("2024-05_7 NOTICE BOARDS", "2024-05_7", "NOTICE BOARDS"),
    ("13.17/18 / Apologies", "13.17/18", "Apologies"),
    ("2. / Matters arising", "2", "Matters arising"),
    ("II . ROLL CALL", "II", "ROLL CALL"),
    ("384/06ACCOUNTS", "384/06", "ACCOUNTS"),
]


@pytest.mark.parametrize(("line", "number", "title"), NUMBERS)
def test_number(line: str, number: str, title: str) -> None:
    found = read_numbers(line, 0, len(line))
    assert {(x.text, line[x.end :]) for x in found} == {(number, title)}


FLAT = (
    "AM/21/08 To appoint the Mayor; Cllr Holt was named. AM/21/09 To receive "
    "Councillors’ declarations of interest on Items: None were made. AM/21/10 To mend "
    "the roof of the mill Resolved: Deferred until 4th October AM/21/11 Minutes of the "
    "Annual Meeting of 3rd May 2020: Resolved: Received AM/21/12 Opening of the Pond "
    "The meeting thanked all. AM/21/13 Date of next meeting 7th June 2021. "
)


def test_titles_of_a_page_run_together() -> None:
    found = read(f"{HEAD}{FLAT}{TEXT * 3}", "page.txt")["items"]
    assert [x["title"] for x in found] == [
        "To appoint the Mayor",
        "To receive Councillors’ declarations of interest on Items",
        "To mend the roof of the mill",
        "Minutes of the Annual Meeting of 3rd May 2020",
        "Opening of the Pond",
        "Date of next meeting",
    ]


def test_numbers_of_resolutions_end_no_titles() -> None:
    heads = ("MINUTES 97/18", "PONDS 98/18", "GRANTS 2018/19 99/18", "TENDER T03/18")
    body = "".join(f"{n} {x}\n\n{TEXT}\n\n" for n, x in enumerate(heads, 4))
    found = [x["title"] for x in read(ROSTER + body, "page.txt")["items"]]
    assert found == ["MINUTES", "PONDS", "GRANTS 2018/19", "TENDER T03/18"]


def test_posts_that_a_comma_parts_from_who_fills_them() -> None:
    posts = "5. Elections\n\n5.1 Captain, Tom Holt nominated by Jo Marsh.\n\n"
    posts += "5.2 Tea rota, no nominations\n\n5.3 Caps, of which few were left.\n\n"
    listed = f"3. Minutes\n\n{TEXT}\n\n4. Roads\n\n{TEXT}\n\n{posts}6. Fees\n\n{TEXT}"
    found = [x["title"] for x in read(ROSTER + listed, "page.txt")["items"]]
    assert found == ["Minutes", "Roads", "Elections", "Captain", "Tea rota", "Fees"]


@pytest.mark.parametrize(
    "line", ["6 / 10 came", "3/4 of it", "3/12THS left", "7.1m of hedge"]
)
def test_no_number(line: str) -> None:
    assert all(x.text in line.split()[0] for x in read_numbers(line, 0, len(line)))
    assert "10 came" not in {line[x.end :] for x in read_numbers(line, 0, len(line))}


# a paragraph, and the title that it opens with
TITLES = [
    ("OPEN SESSION The hedge by the mill was discussed.", "OPEN SESSION"),
    ("PUBLIC COMMENTS None", "PUBLIC COMMENTS"),
    ("NOTICE OF THE\nMOTION was given.", "NOTICE OF THE MOTION was given"),
    ("WORKS ON THE GREEN\nThe turf was laid.", "WORKS ON THE GREEN"),
    ("PTA Summer fair was fun.", "PTA Summer fair was fun"),
    ("SAFETY OF THE GREEN AND THE POND", "SAFETY OF THE GREEN AND THE POND"),
    ("APOLOGIES FOR ABSENCE were received from Cllr Holt.", "APOLOGIES FOR ABSENCE"),
    ("THE MINUTES of the last meeting were agreed.", "THE MINUTES"),
    ("SAFETY OF the green and pond", "SAFETY OF the green and pond"),
    ("LETTERS\nA.B.C. - subscription of £4. To be paid.", "LETTERS"),
    ("ESTIMATES 2024/25\nThe Clerk laid them upon the table:-", "ESTIMATES 2024/25"),
    ("LETTERS\n(a) The Ferry Trust - noted", "LETTERS"),
    ("MENDING OF THE POND\nAND OF THE GREEN", "MENDING OF THE POND AND OF THE GREEN"),
    (
        "Board assurance Mrs Holt took the members through it at length.",
        "Board assurance",
    ),
]


DASHED = [
    ("Accounts—the board agreed to pay them.", "Accounts"),
    ("Minutes of March 2021– were read and agreed.", "Minutes of March 2021"),
    ("Mill Lane drain—postponed", "Mill Lane drain"),
    ("Budget 2021–22 for the mill", "Budget 2021–22 for the mill"),
    ("Thornbeck–Fell Green path", "Thornbeck–Fell Green path"),
    ("Matters arising. (1) The wall was mended.", "Matters arising"),
    ("Repairs 1) The gate was hung. 2) The wall stands.", "Repairs"),
    ("Phase 1. The gate", "Phase 1. The gate"),
    ("Mill - Application to fell two oaks", "Mill - Application to fell two oaks"),
    ("Apologies Additional documents: Minutes: None came.", "Apologies"),
    ("Library Plan REPORTED: That it was late.", "Library Plan"),
    ("Old Mill (minute 4/21 refers) NOTED: The plan.", "Old Mill"),
    ("Minutes of 8th May – Agreed with one change", "Minutes of 8th May"),
    ("Minutes of 8th May – Agreed Actions", "Minutes of 8th May – Agreed Actions"),
    ("Planning. 21/0221/FUL Shed at Low Fold.", "Planning"),
    (
        "MARL - PF/21/0042 - Use of the mill as a shop\nThe Committee considered it.",
        "MARL - PF/21/0042 - Use of the mill as a shop",
    ),
]


@pytest.mark.parametrize(("text", "title"), DASHED)
def test_title_ends_before_its_text(text: str, title: str) -> None:
    line = Line(0, len(text), 1)
    start, end, _, _ = cut_title(text, Paragraph(0, len(text), (line,)), 0)
    assert text[start:end] == title


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_capitals_end_before_a_sentence(text: str, title: str) -> None:
    line = Line(0, len(text), 1)
    start, end, _, _ = cut_title(text, Paragraph(0, len(text), (line,)), 0)
    assert " ".join(text[start:end].split()) == title


OPENINGS = [
    ("Welcome and introductions The Chair greeted all", "Welcome and introductions"),
    ("Any other business The mill was sold", "Any other business"),
    (
        "Any other business/news to pass on The mill was sold",
        "Any other business/news to pass on",
    ),
]


@pytest.mark.parametrize(("text", "title"), OPENINGS)
def test_first_words(text: str, title: str) -> None:
    assert text[: first_words(text, 0, len(text))] == title


def test_titles_behind_two_numbers() -> None:
    rows = ("Minutes", "Declarations of interest", "Public questions", "Finance")
    page = "".join(
        f"C{48 + at}/23\t{at}.\t{x.upper()}\n\n{TEXT}\n\n"
        for at, x in enumerate(rows, 1)
    )
    found = read(ROSTER + page, "minutes.txt")["items"]
    assert [x["number"] for x in found] == ["C49/23", "C50/23", "C51/23", "C52/23"]
    assert [x["title"] for x in found] == [x.upper() for x in rows]


def test_a_flat_page_is_cut_at_decimals_that_count_on() -> None:
    text = (
        "2. REPORTS OF OFFICERS 2.1 Works Report The verges of Mill Lane were cut, at "
        "7.5 Million pounds. 2.2 Finance Report The rent was paid. "
    )
    source = read_bytes("flat.txt", (text + TEXT * 6).encode())
    found = {source.text[x.start : x.start + 3] for x in cut_paragraphs(source)}
    assert found == {"2. ", "2.1", "2.2"}


FLAT_BUSINESS = [
    ("No news. Matters Arising The wall was mended.", {"Matters Arising"}),
    (
        "Apologies for Absence None Matters Arising Ann Bell",
        {"Apologies for Absence", "Matters Arising"},
    ),
    ("the Minutes of the Last Meeting were read", set()),
    ("gone. Minutes were read", set()),
    ("read. P.4059 ROADS Mud. P.4060 WALLS", {"P.4059 ROADS", "P.4060 WALLS"}),
    ("read. a) Chair’s Report Long. b) Paths", {"a) Chair’s Report", "b) Paths"}),
    (
        "carried. Cemetery: It is. Mill: No news. Correspondence: It was read.",
        {"Cemetery", "Mill", "Correspondence"},
    ),
    ("carried. Cemetery: There was none. Mill: No news.", set()),
    ("away. Cou/28/07-08 Paths Mud. Cou/29/07-08 Trees", {"Cou/28/07", "Cou/29/07"}),
]


@pytest.mark.parametrize(("words", "expected"), FLAT_BUSINESS)
def test_a_flat_page_is_cut_where_business_is_named(
    words: str, expected: set[str]
) -> None:
    source = read_bytes("flat.txt", f"So it was. {words} {TEXT * 6}".encode())
    found = {source.text[x.start : x.start + 15] for x in cut_paragraphs(source)[1:]}
    cut = {x for x in expected if any(y.startswith(x[:15]) for y in found)}
    assert (cut, len(found)) == (expected, len(expected))


RUN_IN = [
    ("Apologies – Ann Bell, Tom Holt", "Apologies"),
    ("Apologies were received from Ann Bell – Chair", None),
    ("Secretary’s Report – nothing to report", "Secretary’s Report"),
    ("Last minutes - agreed.", "Last minutes"),
    ("Minutes of the AGM – read and adopted", "Minutes of the AGM"),
    ("Minutes - agreed terms for the lease", None),
]


@pytest.mark.parametrize(("text", "title"), RUN_IN)
def test_what_a_dash_parts_from_standing_business(text: str, title: str | None) -> None:
    line = Line(0, len(text), 1, 0)
    start, end, _, _ = cut_title(text, Paragraph(0, len(text), (line,)), 0)
    assert (text[start:end] == title) is (title is not None)


def test_business_without_a_stop_or_a_number() -> None:
    heads = ("Secretary’s Report", "Matters arising from the minutes", "Correspondence")
    page = "".join(f"{x} The mill was shut all year.\n\n{TEXT}\n\n" for x in heads)
    found = read(ROSTER + page, "minutes.txt")["items"]
    assert [x["title"] for x in found] == ["Secretary’s Report", heads[1]]


LABELS = [
    ("MOTION CARRIED 3-2", True),
    ("Motion on the carriers", False),
    ("DEFEATED", True),
    ("Part II (exempt)", True),
    ("Part 8 Procedure", False),
    ("Action (AB): ring the bank", True),
    ("Welcome, attendance and apologies", False),
    ("Trustee apologies", True),
    ("Welcome and apologies", False),
]


@pytest.mark.parametrize(("title", "expected"), LABELS)
def test_what_heads_no_item(title: str, expected: bool) -> None:
    assert heads_no_item(title) is expected


def test_labels_may_be_headings_where_all_look_alike() -> None:
    heads = ("Apologies", "Vote for the Chair", "Vote for the Treasurer", "Close")
    page = "".join(f"## {x}\n\n{TEXT}\n\n" for x in heads)
    found = {x["title"] for x in read(ROSTER + page, "minutes.md")["items"]}
    assert "Vote for the Chair" in found
    assert "Present" not in found


def test_a_report_on_what_a_body_does() -> None:
    page = (
        "Future work of the Partnership\n\nWednesday 6 March 2024\n\nAgenda item: 4\n\n"
        f"1. Purpose of report\n\n{TEXT}\n\n2. Background\n\n{TEXT}\n\n"
        f"3. Recommendation\n\n{TEXT}\n"
    )
    found = read(page, "report.txt")
    assert found["kind"] == "report"
    assert [(x["number"], x["title"]) for x in found["items"]] == [
        ("4", "Future work of the Partnership")
    ]


def _entries(*numbers: str) -> list[Entry]:
    """Return places with these numbers, of which the rules took those in capitals."""
    found = []
    for at, written in enumerate(numbers):
        line = f"{written.lower()}) Paths"
        number = read_numbers(line, 0, len(line))[0]
        x = Candidate(at, number, at, at + 5, at + 5, 1.0, "plain", True, None, at)
        found.append(Entry(x, written.isupper() or written == "1", 80, at == 0))
    return found


def test_runs_tell_what_their_others_are_like() -> None:
    found = read_runs(_entries("1", "a", "b", "c"))
    assert "run-1" in found[0]
    assert {"run-3", "run-from-1", "run-under-number", "run-right-under"} <= {*found[1]}
    assert {"run-taken-0", "run-alone-3", "run-text-1"} <= {*found[2]}
    assert "run-same-scheme" not in found[1]


def test_runs_break_where_letters_do_not_follow() -> None:
    found = read_runs(_entries("a", "b", "f", "g"))
    assert [x[0] for x in found] == ["run-2"] * 4
    assert "run-from-other" in found[2]


def test_number_behind_a_bar() -> None:
    rows = "".join(f"| {n}. {x} |\n\n" for n, x in enumerate(STREETS, 1))
    found = [(x["number"], x["title"]) for x in read(ROSTER + rows)["items"]]
    assert found == [(str(n), x) for n, x in enumerate(STREETS, 1)]


STREETS = ("APOLOGIES", "MINUTES OF THE LAST MEETING", "MILL LANE", "ACCOUNTS")


def test_people_in_a_numbered_list_are_no_items() -> None:
    came = ("Mr Tom Holt, Director", "Ms Ada Penrose", "Dr Jo Reeve")
    people = "".join(f"{n}. {x}\n" for n, x in enumerate(came, 1))
    matters = "".join(
        f"{n}. {x}\n\n{TEXT}\n\n"
        for n, x in enumerate(("Minutes", "Finance", "Cllr Holt: the pond", "Close"), 1)
    )
    found = read(f"{HEAD}The Directors\n\n{people}\n{matters}")["items"]
    assert [x["title"] for x in found][:2] == ["Minutes", "Finance"]


# how the numbers go on, and the scheme by which the last of them is read
READINGS = [
    (("i", "ii", "iii", "iv", "v"), "lower-roman"),
    (("u", "v"), "lower-letter"),
    (("g", "h", "i"), "lower-letter"),
    (("x",), "lower-roman"),
]


@pytest.mark.parametrize(("letters", "scheme"), READINGS)
def test_number_is_read_as_it_goes_on(letters: tuple[str, ...], scheme: str) -> None:
    found = []
    for index, letter in enumerate(letters):
        line = f"{letter}) Paths"
        found += [
            Candidate(index * 9, n, n.end, 9, 9, 1.0, "plain", True, None, index)
            for n in read_numbers(line, 0, len(line))
        ]
    last = find_places(found, (), ())[-1].best.number
    assert last is not None
    assert last.scheme == scheme


COUNTED = [
    ("1. Attendance Ann Bell came. 2. Apologies None were sent.", ["1.", "2."]),
    (
        "*41 Accept a gift  FILED *42 Adopt a plan  FILED *43 Pay a claim",
        ["41", "42", "43"],
    ),
    ("38 Request of Ann Bell  FILED 39 Request of Tom Holt", []),  # two are chance
    ("as items 3. Paths and 4. Trees had said, the board went home", []),
    ("for 3 Acres and 4 Acres of the Mill and 5 Acres more of it", []),
    # two that tell whose parts they are, though no stop follows; no years
    ("It is so. 8.1 Paths The lane is wet. 8.2 Trees One fell", ["8.", "8."]),
    ("It was so in May 2031. Paths were wet until May 2032. Trees fell", []),
]


@pytest.mark.parametrize(("words", "expected"), COUNTED)
def test_a_paragraph_is_cut_where_numbers_count_on(
    words: str, expected: list[str]
) -> None:
    text = f"The clerk read what had come since the spring, at length. {words}. {TEXT}"
    source = read_bytes("flat.txt", text.encode())
    found = [source.text[x.start : x.start + 2] for x in cut_paragraphs(source)]
    assert found[1:] == expected


TOLD = [
    ("1. Apologies for absence were received from Ann Bell", "Apologies for absence"),
    ("1. Report of the warden was read by Ann Bell today", "Report of the warden"),
    ("1. IN ATTENDANCE – Ann Bell (AB), Tom Holt (TH), clerk", "IN ATTENDANCE"),
    ("1. APOLOGIES were intimated on behalf of Mr Tom Holt", "APOLOGIES"),
    ("1. Attendance Cllr Bell, Cllr Holt and three residents", "Attendance"),
    ("1. Attendance register of the Mill Lane school in 2021", None),
]


@pytest.mark.parametrize(("line", "title"), TOLD)
def test_a_sentence_that_tells_who_came_is_headed(line: str, title: str | None) -> None:
    found = read(f"{line}.\n\n2. Paths\n{TEXT}\n\n3. Trees\n{TEXT}\n")["items"]
    assert found[0]["title"] == (title or line[3:])


GAPS = [
    ("Amend the lease of the hall  (Ordinance)  (Y-5)", "Amend the lease of the hall"),
    ("Paths  and more of what the clerk told members of mud", "Paths"),
]


@pytest.mark.parametrize(("text", "title"), GAPS)
def test_a_wide_gap_ends_the_title_of_a_page_run_together(
    text: str, title: str
) -> None:
    page = f"{text}, {TEXT}"
    end = len(page) - 1
    paragraph = Paragraph(0, end, (Line(0, end, 1),))
    start, end, _, _ = cut_title(page, paragraph, 0)
    assert page[start:end] == title


def test_a_list_in_a_list_does_not_go_on_the_outer_one() -> None:
    text = (
        "1. **Welcome:** The Chair spoke.\n2. **Apologies:** Tom Holt.\n3. **Paths:**\n"
        "   1. Mill Lane: mud.\n   2. Fell Green: mud.\n   3. Low Fold: none.\n"
        "   4. Mill Pond: ice.\n   5. Well Row: ice.\n"
    )
    found = minutes(text)["items"]
    assert [x["title"] for x in found] == ["Welcome", "Apologies", "Paths"]


def test_an_agenda_before_the_minutes_heads_nothing() -> None:
    points = "".join(f"## {x}\n\n- a point\n\n" for x in ("Mill", "Pond", "Wall"))
    told = "".join(f"## {x} report\n\n{TEXT}\n\n" for x in ("Mill", "Pond", "Wall"))
    found = minutes(f"# Agenda\n\n{points}# Minutes\n\n{told}")["items"]
    assert [x["title"] for x in found] == ["Mill report", "Pond report", "Wall report"]


def test_an_agenda_that_headings_say_again_heads_nothing() -> None:
    told = "".join(f"## {x} report\n\n{TEXT}\n\n" for x in ("Mill", "Pond", "Wall"))
    listed = "## Agenda\n\n1. Mill report\n2. Pond report\n3. Wall report\n\n"
    found = minutes(f"{listed}{told}")["items"]
    assert [x["title"] for x in found] == ["Mill report", "Pond report", "Wall report"]


def test_re_marks_a_heading() -> None:
    heads = ["Re: Minutes of last meeting", "Re: Litter in the lane", "Re: AOB"]
    head = "Fell Park Association\nCommittee, 9 October 2018\n\nPresent: Ann Bell\n\n"
    page = head + "".join(f"{x}\n{TEXT}\n\n" for x in heads)
    assert [x["title"] for x in read(page, "notes.txt")["items"]] == heads


def test_a_bold_numbered_heading_is_whole_behind_its_colon() -> None:
    page = (
        "<h1>Thornbeck Data Panel</h1><p>Minutes of the meeting of 4 March 2024</p>"
        "<p><b>Item 1: Welcome</b></p><p>Ann Bell was welcomed.</p>"
        "<p><b>Item 2: Talk by the Weir Trust: river figures, how they are gathered"
        "</b>.</p><p>Tom Holt told of the work.</p>"
        "<p><b>Item 3: Apologies: Ada Penrose was ill.</b></p><p>This was noted.</p>"
    )
    titles = [x["title"] for x in read(page, "page.html")["items"]]
    assert titles[:2] == [
        "Welcome",
        "Talk by the Weir Trust: river figures, how they are gathered",
    ]
    assert titles[2] == "Apologies"
