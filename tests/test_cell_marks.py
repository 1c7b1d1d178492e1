"""Actions: the marks of a cell of who is to act, each with its task in another cell."""

from __future__ import annotations

from typing import Any

import pytest
from reading import read

HEAD = (
    "<h1>Thornbeck Parish Council</h1><p>Minutes of the meeting held on 4 March 2024"
    " at 7.30pm in the Reading Room.</p><p>Present: Cllr Ada Penrose (Chair), Cllr Tom"
    " Holt, Cllr Jo Marsh, Lee Orr (Clerk)</p>"
)
Tasks = list[tuple[str, list[str]]]
GATE = "Mr Holt said that he would look at the gate."
TUBS = "Mrs Marsh will water the tubs in June."
STILE = "The Clerk to write to the county about the stile."
# the paragraphs of a cell, the lines of the cell beside it, and the tasks
CELLS: list[tuple[list[str], list[str], Tasks]] = [
    # names below one another, each of whom acts in a sentence of its own
    (
        ["It was a wet month. " + GATE, "The tubs are dry. " + TUBS],
        ["Tom Holt", "Jo Marsh"],
        [(GATE, ["Tom Holt"]), (TUBS, ["Jo Marsh"])],
    ),
    (
        [GATE, TUBS, STILE + " It was wet."],
        ["TH", "JM", "LO"],
        [(GATE, ["Tom Holt"]), (TUBS, ["Jo Marsh"]), (STILE, ["Lee Orr"])],
    ),
    # two on one line, or joined over two, go together
    (
        ["Tom Holt and Jo Marsh agreed to measure the hall.", "It was cold. " + STILE],
        ["Tom Holt &", "Jo Marsh", "Clerk"],
        [
            (
                "Tom Holt and Jo Marsh agreed to measure the hall.",
                ["Tom Holt", "Jo Marsh"],
            ),
            (STILE, ["Lee Orr"]),
        ],
    ),
    # both act together where no sentence tells them apart
    (
        ["The hedge is high. It is to be cut before the fair."],
        ["Tom Holt", "Jo Marsh"],
        [("It is to be cut before the fair.", ["Tom Holt", "Jo Marsh"])],
    ),
    # the holder of a post, in a cell that opens with something else to be done
    (
        [
            "The lane is due to be mended, but the county is late. Mr Holt asked if a"
            " day was known. " + STILE
        ],
        ["Lee Orr"],
        [(STILE, ["Lee Orr"])],
    ),
    # of a mark for all, the sentence that bids the members
    (
        ["Mr Holt asked if the hall should be let. Members to tell him by May."],
        ["All"],
        [("Members to tell him by May.", ["All"])],
    ),
    # the label of a task is no part of it
    (
        ["The roof was looked at.", "Action: Tom Holt to ask for a price."],
        ["Tom Holt"],
        [("Tom Holt to ask for a price.", ["Tom Holt"])],
    ),
]


def _row(cells: list[str]) -> str:
    return "<tr>" + "".join(f"<td>{x}</td>" for x in cells) + "</tr>"


def _table(said: list[str], marks: list[str], who: str) -> dict[str, Any]:
    rows = [
        _row(["Item", "Minutes", who]),
        _row(["1. Minutes", "The minutes were agreed.", ""]),
        _row(
            ["2. The green", "".join(f"<p>{x}</p>" for x in said), "<br>".join(marks)]
        ),
        _row(["3. Next meeting", "6 May 2024", ""]),
    ]
    return read(f"{HEAD}<table>{''.join(rows)}</table>", "minutes.html")


@pytest.mark.parametrize("who", ["Action", "Owner"])
@pytest.mark.parametrize(("said", "marks", "tasks"), CELLS)
def test_each_mark_has_its_own_task(
    said: list[str], marks: list[str], tasks: Tasks, who: str
) -> None:
    found = _table(said, marks, who)["actions"]
    assert [(x["text"], x["owners"]) for x in found] == tasks


HEADS = ["Action Owner", "Action for", "For action", "By who", "Lead person"]
HEADS += ["Action points", "Follow up", "Action (initials)", "Who is responsible?"]
HEADS += ["Action / who / when", "Who’s doing it?", "Who will do it"]


@pytest.mark.parametrize("head", [*HEADS, "Action by", "Lead", "Resp."])
def test_a_column_tells_who_is_to_act_under_many_heads(head: str) -> None:
    found = _table(["The stile is broken. The county to be told."], ["JM"], head)
    assert [(x["text"], x["owners"]) for x in found["actions"]] == [
        ("The county to be told.", ["Jo Marsh"])
    ]


# the lines of a cell below "Owner / Date", and who is to act by when
DATED: list[tuple[list[str], list[tuple[list[str], str | None]]]] = [
    (["Tom Holt 30 June"], [(["Tom Holt"], "2024-06-30")]),
    (["TH (by 30/06/2024)"], [(["Tom Holt"], "2024-06-30")]),
    (["TH/JM", "30 June 2024"], [(["Tom Holt", "Jo Marsh"], "2024-06-30")]),
    (["JM - asap"], [(["Jo Marsh"], None)]),
    (
        ["Tom Holt", "by end of May", "Clerk 3 June"],
        [(["Tom Holt"], "2024-05-31"), (["Lee Orr"], "2024-06-03")],
    ),
]


@pytest.mark.parametrize("head", ["Owner / Date", "Who & when", "Action by/due date"])
@pytest.mark.parametrize(("marks", "told"), DATED)
def test_a_cell_tells_who_is_to_act_and_by_when(
    marks: list[str], told: list[tuple[list[str], str | None]], head: str
) -> None:
    said = ["The stile is to be mended.", "The hedge is to be cut."][: len(told)]
    found = _table(said, marks, head)["actions"]
    assert [(x["owners"], x["due"]) for x in found] == told


# the lines of a cell below "Action / who / when", and what they give to whom by when
Dated = list[tuple[str, list[str], str | None]]
INTERLEAVED: list[tuple[list[str], Dated]] = [
    # who and when stand below each task
    (
        ["Mend the stile", "TH – 12/04/24", "Letter to the school to be sent", "JM"],
        [
            ("Mend the stile", ["Tom Holt"], "2024-04-12"),
            ("Letter to the school to be sent", ["Jo Marsh"], None),
        ],
    ),
    # or above
    (
        ["TH / JM", "Mend the stile", "Clerk (by 3 May)", "Letter to the school"],
        [
            ("Mend the stile", ["Tom Holt", "Jo Marsh"], None),
            ("Letter to the school", ["Lee Orr"], "2024-05-03"),
        ],
    ),
    # the task names its owner itself
    (
        ["JM to ring the school", "JM – Fri 29 March"],
        [("JM to ring the school", ["Jo Marsh"], "2024-03-29")],
    ),
    (
        ["JM to ring the school", "by 29 March"],
        [("JM to ring the school", ["Jo Marsh"], "2024-03-29")],
    ),
    # the mark below it is for what the other cell tells
    (
        ["TH to mend the stile by 3 May", "JM"],
        [
            ("Mrs Marsh will water the tubs in June.", ["Jo Marsh"], "2024-06"),
            ("TH to mend the stile by 3 May", ["Tom Holt"], "2024-05-03"),
        ],
    ),
    (["Mend the stile", "It was wet"], []),
]


@pytest.mark.parametrize("head", ["Action / who / when", "Actions & who"])
@pytest.mark.parametrize(("lines", "told"), INTERLEAVED)
def test_tasks_of_a_cell_stand_beside_who_is_to_do_them(
    lines: list[str], told: Dated, head: str
) -> None:
    found = _table(["It was wet. " + TUBS], lines, head)["actions"]
    if all(x != TUBS for x, _, _ in told):
        found = [x for x in found if x["text"] != TUBS]
    assert [(x["text"], x["owners"], x["due"]) for x in found] == told


def test_a_table_of_who_came_gives_no_tasks() -> None:
    rows = [
        ["Who", "Post", "Initials", "There?"],
        ["Ada Penrose", "President", "AP", "Y (chaired)"],
        ["Tom Holt", "Kit Officer", "TH", "apols – ill"],
        ["Jo Marsh", "Social Secretary", "JM", "Y (late)"],
    ]
    page = (
        "<h1>Thornbeck Walking Society</h1><p>Minutes of the meeting of 4 March 2024"
        f"</p><table>{''.join(map(_row, rows))}</table><table>"
        + _row(["#", "What was said", "Who’s doing it"])
        + _row(["1", "The tents are wet.", "TH to dry them"])
        + "</table>"
    )
    found = read(page, "page.html")["actions"]
    assert [(x["text"], x["owners"]) for x in found] == [
        ("TH to dry them", ["Tom Holt"])
    ]


FLAT = """Thornbeck Safety Partnership
Minutes of the meeting held on Monday 4 March 2024 at 7.30pm in the Reading Room

Present: Ada Penrose (AP) Chair, Tom Holt (TH), Jo Marsh (JM), Lee Orr (LO) Clerk

{head}
1. Gate
The gate was off its hinges and the school had asked about it. TH to order hinges TH
JM will ask the smith about the latch and the old lock of the gate by the mill JM
2. Tubs
It was agreed that the tubs be planted in May as they were in the year before. WI
The county was slow with the new signs and nobody at all could say when they come
"""


@pytest.mark.parametrize("head", ["No Item Action", "Agenda item Discussion Lead"])
def test_marks_end_the_lines_of_a_table_without_its_cells(head: str) -> None:
    found = read(FLAT.format(head=head), "minutes.txt")["actions"]
    assert [(x["text"], x["owners"]) for x in found] == [
        ("TH to order hinges TH", ["Tom Holt"]),
        (
            "JM will ask the smith about the latch and the old lock of the gate by the"
            " mill JM",
            ["Jo Marsh"],
        ),
    ]


def test_a_list_under_a_lead_ends_where_its_own_letters_end() -> None:
    entries = [
        "The clerk read the report.",
        "RESOLVED -",
        "(a) That the licence be granted;",
        "(b) That a log be kept.",
        "Reasons: the panel had looked at the map of the lane.",
        "They were told of their right of appeal.",
    ]
    body = "".join(f"<li>{x}</li>" for x in entries)
    found = read(f"{HEAD}<h2>5. Licence</h2><ul>{body}</ul>", "minutes.html")
    assert [x["text"] for x in found["decisions"]] == [
        "• (a) That the licence be granted;",
        "• (b) That a log be kept.",
    ]


def test_a_long_title_ends_at_a_blank_line() -> None:
    told = (
        "Request received for the funding of the old mill in the lane and for\n"
        "the fence around it, which the county had put off for another year.\n"
        "The county had not come to a view of its own by then and would ask.\n"
    ) * 3
    titles = [
        "Minutes of the meeting",
        "Request for funding towards the Ways of Wool Fair",
    ]
    titles += ["Proposal for the use of the land below the mill pond", "Any business"]
    body = "\n".join(f"{n}. {x}\n\n{told}" for n, x in enumerate(titles, 2497))
    head = FLAT.partition("{head}")[0]
    found = read(head + body, "minutes.txt")["items"]
    assert [x["title"] for x in found if x["number"] in ("2498", "2499")] == titles[1:3]
