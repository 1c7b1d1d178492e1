"""Actions: marks behind the task, logs of actions, deadlines."""

from __future__ import annotations

from typing import Any

import pytest
from reading import minutes, read

PRESENT = "Ada Penrose (AP) Chair, Tom Holt (TH), Jo Marsh (JM), Lee Orr (LO) Clerk"

# what is told, and the tasks it holds, each with whose it is
Tasks = list[tuple[str, list[str]]]
MARKED: list[tuple[str, Tasks]] = [
    # a given name in capitals, behind a dash or alone
    (
        "Poster to go up before the fair - TOM",
        [("Poster to go up before the fair - TOM", ["Tom Holt"])],
    ),
    (
        "Marquee: licence needs paying for (£30) JO",
        [("Marquee: licence needs paying for (£30) JO", ["Jo Marsh"])],
    ),
    ("The gate was painted by TOM", []),
    ("A card was sent to JO", []),
    ("Thanks were given, and seconded JM", []),
    # an order behind a dash or colon, with a name behind a comma or in brackets
    ("Marquee - get a price, Tom", [("Marquee - get a price, Tom", ["Tom Holt"])]),
    (
        "Message to staff: come back with two plans (T. Holt)",
        [("Message to staff: come back with two plans (T. Holt)", ["Tom Holt"])],
    ),
    ("Marquee - price of it was too much, Tom", []),
    # in the midst of a paragraph
    (
        "The cook leaves in May, the team will buy a present - Jo. It was wet.",
        [("The cook leaves in May, the team will buy a present - Jo.", ["Jo Marsh"])],
    ),
    (
        "thanks to the cook for all her work; some soap to be bought for her (Jo)",
        [("some soap to be bought for her (Jo)", ["Jo Marsh"])],
    ),
    # who is to act, and how
    (
        "ask the owner for a look at the deeds (Tom to ring)",
        [("ask the owner for a look at the deeds (Tom to ring)", ["Tom Holt"])],
    ),
    ("the deeds were looked at last year (Tom to chair)", []),
    # a cell of the row that stands behind a bar
    (
        "The hedge was wet. The deeds be found | TH/JM",
        [("The deeds be found", ["Tom Holt", "Jo Marsh"])],
    ),
    ("Item | Discussion of it all | Action", []),
    # letters of a body that is spelt out before
    ("It is to go to the Advisory Committee on Trees (ACT).", []),
    # the name in brackets on a line of its own
    (
        "A talk for all of them would be set up.\n\n[Mr Holt]",
        [("A talk for all of them would be set up.", ["Tom Holt"])],
    ),
    ("The rain fell all day.\n\n[Mr Holt left the room]", []),
    # of a paragraph with a mark, what is settled is none
    (
        "Agreed as true, Jo Marsh to be shown as there. The map is carried over. | TH",
        [("The map is carried over.", ["Tom Holt"])],
    ),
    (
        "The map is carried over. A motion that she would sell it was lost. | TH",
        [("The map is carried over.", ["Tom Holt"])],
    ),
    # what somebody told, among other things, of a task
    (
        "Tom Holt told the meeting that the lane was in the plan for the year to come, "
        "that it was dear, and that he would ring the county.",
        [("he would ring the county.", ["Tom Holt"])],
    ),
    # a sentence that ends with what somebody owns
    (
        "The stile is the county's. Tom will ring them.",
        [("Tom will ring them.", ["Tom Holt"])],
    ),
    # a task ends where its owner says something else
    (
        "Tom Holt agreed to ring the county and added that it was wet.",
        [("Tom Holt agreed to ring the county", ["Tom Holt"])],
    ),
    # a title and surname in the margin
    (
        "A price for the gate would be obtained before the fair.     Mr Holt\n\nBye.",
        [("A price for the gate would be obtained before the fair.", ["Tom Holt"])],
    ),
    ("The gate was open and so was the shed on the green      Mr Holt\n", []),
]


@pytest.mark.parametrize(("told", "tasks"), MARKED)
def test_mark_behind_a_task_tells_whose_it_is(told: str, tasks: Tasks) -> None:
    found = minutes(f"1. Fair\n\n{told}\n\n2. Any other business\n\nNone.", PRESENT)
    assert [(x["text"], x["owners"]) for x in found["actions"]] == tasks


Rows = list[tuple[str, list[str], str | None]]
LOGS: list[tuple[str, Rows]] = [
    (
        "| Ref | Date | Action | Officer | Status |\n|---|---|---|---|---|\n"
        "| 1 | 12/01/24 | Share the map | Tom Holt | Done |\n"
        "| 2 | 12/01/24 | Paint the gate | Jo Marsh | 14 May 2024 |\n"
        "| 3 | 12/01/24 | Ring the school | Tom Holt | Outstanding |\n",
        [
            ("Paint the gate", ["Jo Marsh"], "2024-05-14"),
            ("Ring the school", ["Tom Holt"], None),
        ],
    ),
    (
        "| Action | Who | By |\n|---|---|---|\n| Fix lock | JM | 3 May 2024 |\n",
        [("Fix lock", ["Jo Marsh"], "2024-05-03")],
    ),
    # who heads the table, or is told by "By"; when the task was set; a longer update
    (
        "| Owner | Action | Due |\n|---|---|---|\n| JM | Fix lock | 3 May 2024 |\n"
        "| TBC | Ring the school | |\n",
        [("Fix lock", ["Jo Marsh"], "2024-05-03")],
    ),
    (
        "| Action | By | Deadline |\n|---|---|---|\n| Fix lock | JM | 3 May 2024 |\n",
        [("Fix lock", ["Jo Marsh"], "2024-05-03")],
    ),
    (
        "| Action | Person(s) responsible | Date set | Date due |\n|---|---|---|---|\n"
        "| Fix lock | Jo Marsh | 4 March 2024 | 3 May 2024 |\n",
        [("Fix lock", ["Jo Marsh"], "2024-05-03")],
    ),
    (
        "| Action | Initials | Date due |\n|---|---|---|\n"
        "| Fix lock | JM | 3 May 2024 |\n",
        [("Fix lock", ["Jo Marsh"], "2024-05-03")],
    ),
    (
        "| Action | Owner | Status |\n|---|---|---|\n"
        "| Fix lock | JM | Parts are here, the smith comes on Monday |\n"
        "| Ring the school | TH | Completed in full by 2 March |\n",
        [("Fix lock", ["Jo Marsh"], None)],
    ),
    # a name that wraps in a cell of several
    (
        "| Action | Who | By |\n|---|---|---|\n| Fix lock | Jo<br>Marsh/Tom Holt | |\n",
        [("Fix lock", ["Jo Marsh", "Tom Holt"], None)],
    ),
    # what a column says is over is no task, whatever its words
    (
        "| Action | Who | Status |\n|---|---|---|\n"
        "| Tom to ring the school | TH | Closed |\n| Fix lock | JM | Open |\n",
        [("Fix lock", ["Jo Marsh"], None)],
    ),
    # the column of what was decided holds the tasks, however long the discussion
    (
        "| Item | Discussion | Agreed / action | Who |\n|---|---|---|---|\n"
        "| Lock | It is rusty, and the rain comes in at the door | Fix lock | JM |\n",
        [("Fix lock", ["Jo Marsh"], None)],
    ),
    (
        "| Officer | Report |\n|---|---|\n| Tom Holt | The gate was painted in May |\n",
        [],
    ),
    # a cell a line, as texts out of other formats have it
    (
        "Action |\nWho |\nWhen |\nPaint the gate |\nT Holt |\n14 May 2024 |\n"
        "Ring the school |\nChair |\n |\nMend the stile |\nJ Marsh |\nDone |\n",
        [
            ("Paint the gate", ["Tom Holt"], "2024-05-14"),
            ("Ring the school", ["Ada Penrose"], None),
        ],
    ),
    ("Who |\nWhat |\nWhen |\nThe gate was painted in May |\nand it was wet |\n", []),
]


def plain(body: str) -> dict[str, Any]:
    """Return the record of minutes in plain text with this body."""
    head = "Thornbeck Parish Council\n\nMinutes of the meeting held on 4 March 2024\n\n"
    return read(f"{head}Present: {PRESENT}\n\n{body}", "minutes.txt")


@pytest.mark.parametrize(("table", "rows"), LOGS)
def test_log_of_actions_tells_who_and_when(table: str, rows: Rows) -> None:
    text = f"1. Log\n\n{table}\n\n2. Any other business\n\nNone."
    found = minutes(text, PRESENT) if "---" in table else plain(text)
    assert [(x["text"], x["owners"], x["due"]) for x in found["actions"]] == rows


# what a task says after "TH to ring the school", and when it is due; the meeting is on
# 4 March 2024, the next one on 6 May
DUES = [
    ("before the next meeting", "2024-05-06"),
    ("before the next meeting. The fair is on 18 May", "2024-05-06"),
    ("and bring the plan to our next mtg", "2024-05-06"),
    ("for the plan to be considered at the next meeting", None),
    ("and tell the next meeting of it", None),
    ("for the next meeting", "2024-05-06"),
    ("to report to May meeting", "2024-05-06"),
    ("to report to the June meeting", "2024-06"),
    ("to report to June's meeting", "2024-06"),
    ("with a draft for the Sept planning meeting", "2024-09"),
    ("to bring plans for 24 May trees meeting", "2024-05-24"),
    ("and report to the meeting on 6 May 2024", "2024-05-06"),
    ("that he report to the next Trees Committee meeting, held on 9 May", "2024-05-09"),
    ("and report to the Board in December 2024 on trees", "2024-12"),
    ("of the plan made in December 2024 on trees", None),
    ("closing date 14 April", "2024-04-14"),
    ("and the last date for it is 14 April", "2024-04-14"),
    ("as at the meeting on 14 February 2024", None),
    ("and come back in June on the cost of it", "2024-06"),
    ("of the mess left in June by the fair", None),
    ("(Sept)", "2024-09"),
    ("of the mess (seen in Sept)", None),
    ("before the fair, Saturday 18 May", "2024-05-18"),
    ("ahead of the spring show on 18 May", "2024-05-18"),
    ("by the spring show (18 May)", "2024-05-18"),
    ("of the spring show (18 May)", None),
    ("– 18 May 2024", "2024-05-18"),
    ("and bring prices next time", "2024-05-06"),
    ("at the end of April", "2024-04-30"),
    ("at the fair in the end of the hall", None),
    ("– Sept 2024", "2024-09"),
    ("within fourteen days", "2024-03-18"),
    ("of the letter – 18 February 2024", None),
    ("and come back in two weeks", "2024-03-18"),
    ("who rang twice in two weeks", None),
    ("in the week beginning 18 March", "2024-03-18"),
    ("with figures for the next Council", "2024-05-06"),
    ("for the next Council elections", None),
    ("to report to the June Ordinary Meeting", "2024-06"),
    ("and bring plans to the meeting in May", "2024-05-06"),
    ("by Christmas", "2024-12-25"),
    ("by Christmas Lane", None),
    ("in early June", "2024-06"),
    (", 18 May 2024", "2024-05-18"),
    ("(18/5/24)", "2024-05-18"),
]
NEXT_ONES = ["Next one: 6 May", "Next mtg Mon 6 May 2024"]
NEXT_ONES += ["Dates and close\n\nMonday 6 May 2024. It ended at 9pm."]
NEXT_ONES += ["Upcoming: Council meeting, Monday, 6 May"]


@pytest.mark.parametrize(("words", "due"), DUES)
@pytest.mark.parametrize("announced", NEXT_ONES)
def test_deadline_set_by_a_meeting(words: str, due: str | None, announced: str) -> None:
    text = (
        f"1. Fair\n\nAction: TH to ring the school {words}.\n\n2. Close\n\n{announced}"
    )
    found = minutes(text, PRESENT)
    assert [x["due"] for x in found["actions"]] == [due]


@pytest.mark.parametrize("cell", ["Next meeting", "by next Council mtg", "NM"])
def test_a_cell_names_the_next_meeting(cell: str) -> None:
    table = f"| Action | Who | When |\n|---|---|---|\n| Ring the school | TH | {cell} |"
    text = f"1. Fair\n\n{table}\n\n2. Close\n\nNext meeting: 6 May 2024"
    found = minutes(text, PRESENT)
    assert [x["due"] for x in found["actions"]] == ["2024-05-06"]


@pytest.mark.parametrize(
    ("cell", "due"),
    [
        ("End of month", "2024-03-31"),
        ("by Friday", "2024-03-08"),
        ("2 weeks", "2024-03-18"),
        ("weekly", None),
    ],
)
def test_a_cell_tells_when_without_a_date(cell: str, due: str | None) -> None:
    table = f"| Action | Who | When |\n|---|---|---|\n| Ring the school | TH | {cell} |"
    found = minutes(f"1. Fair\n\n{table}\n\n2. Close\n\nNone.", PRESENT)
    assert [x["due"] for x in found["actions"]] == [due]


def test_month_in_a_column_stays_a_month() -> None:
    table = (
        "| Action | Who | When |\n|---|---|---|\n| Ring the school | TH | Sept. 2024 |"
    )
    found = minutes(f"1. Fair\n\n{table}\n\n2. Close\n\nNone.", PRESENT)
    assert [x["due"] for x in found["actions"]] == ["2024-09"]


# what is told, and whose tasks it holds
TOLD: list[tuple[str, list[list[str]]]] = [
    # bidden in a resolution: two together, and a verb that ends as if it went on
    (
        "RESOLVED that the Clerk and the Chair prepare a paper on the hedge.",
        [["Lee Orr", "Ada Penrose"]],
    ),
    ("Requested that Mr Holt bring a paper on the hedge.", [["Tom Holt"]]),
    # behind the topic of an entry, or its fate
    (
        "Actions\n\n- Hall roof: Tom to ring the builder\n- Fair: Jo look at the map",
        [["Tom Holt"], ["Jo Marsh"]],
    ),
    ("Deferred - officers to bring back the plan.", [["officers"]]),
    ("The Parish Clerk to bring a paper on the hedge.", [["Lee Orr"]]),
    ("The Clerk to the Council to bring a paper on the hedge.", [["Lee Orr"]]),
    ("Chair of Governors to bring a paper on the hedge.", [["Ada Penrose"]]),
    ("Deputy Clerk to bring a paper on the hedge.", [["Deputy Clerk"]]),
    ("Chair/SBM to bring a paper on the hedge.", [["Ada Penrose", "SBM"]]),
    ("ACTION CLERK to bring a paper on the hedge.", [["Lee Orr"]]),
    (
        "Delegated to the Clerk and Chair to agree the words and submit them.",
        [["Lee Orr", "Ada Penrose"]],
    ),
    (
        "The Clerk was asked to write and Cllr Holt agreed to ring the smith.",
        [["Lee Orr"], ["Tom Holt"]],
    ),
    ("Actions from last time\n\nTH to ring the school – done.", []),
    # two who share the object of the second clause
    ("Action: Tom to draft, Jo to send it to the county.", [["Tom Holt", "Jo Marsh"]]),
    (
        "Action: Tom to ring the school, Jo to send the map to the county.",
        [["Tom Holt"], ["Jo Marsh"]],
    ),
    # what would have been, who asks for a favour, who leaves or stays, who may
    ("Tom Holt (by letter) would have voted against it.", []),
    ("Tom Holt asked to see the deeds of the hall.", []),
    ("Motion Holt to buy a mower for the green. All ayes.", []),
    ("Moved Marsh, second Holt to confirm the fee.", []),
    ("A list of chairs came.\n\n2 / Hall Manager / Tom Holt / No", []),
    ("Tom Holt was asked to see the builder about the hall.", [["Tom Holt"]]),
    ("JM let the group know that she will stand down in May.", []),
    ("Treasurer: Tom Holt to carry on for one more year.", []),
    ("Hall fund – Clerk authorised to apply to the county.", []),
    ("Tom Holt would succeed as Chair in May.", []),
    ("The Secretariat agreed to find out about the hall.", [["Secretariat"]]),
    ("All councillors to send their dates to the Clerk.", [["All councillors"]]),
    ("All Cllrs to send their dates to the Clerk.", [["All Cllrs"]]),
    ("Resolved that Cllr Holt replace Cllr Marsh on the fair team.", []),
]


@pytest.mark.parametrize(("told", "owners"), TOLD)
def test_sentence_tells_whose_task_it_is(told: str, owners: list[list[str]]) -> None:
    found = minutes(f"1. Fair\n\n{told}\n\n2. Any other business\n\nNone.", PRESENT)
    assert [x["owners"] for x in found["actions"]] == owners


def test_date_below_a_mark_is_when_its_task_is_due() -> None:
    told = (
        "The fair was good. Mr Holt to ask the school for its        TH\n"
        "field in the spring.                                        May 2024\n"
    )
    found = plain(f"1. Fair\n\n{told}\n2. Any other business\n\nNone.")
    assert [(x["owners"], x["due"]) for x in found["actions"]] == [
        (["Tom Holt"], "2024-05")
    ]


def test_signature_with_a_mark_beside_it_is_no_task() -> None:
    told = "The bench was wet. TH to mend it.           TH"
    marks = "Signed: ......................           JM"
    found = plain(f"1. Fair\n\n{told}\n\n2. Close\n\nIt was late.\n\n{marks}")
    assert [x["text"] for x in found["actions"]] == ["TH to mend it."]
