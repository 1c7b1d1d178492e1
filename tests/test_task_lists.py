"""Tasks told in lists: under a heading of actions, signed, led, or in fields."""

from __future__ import annotations

import pytest
from test_actions import PRESENT, minutes, read

Tasks = list[tuple[str, list[str]]]


def tasks(told: str) -> Tasks:
    found = minutes(f"1. Bench\n\nThe bench was wet.\n\n{told}\n", PRESENT)
    return [(x["text"], x["owners"]) for x in found["actions"]]


GATE = "TH to price a new one."
POND = "The Treasurer will buy netting before the frost."
RETOLD = [
    # a closing list that repeats the minutes; its dates go over to what they tell
    "ACTIONS\n\nTH - price of gate\n\nAB - pond netting",
    "### Summary of actions\n\n- TH: gate price\n- AB: netting for pond",
    "### Action items\n\n1. AI-7 (Tom): gate prices\n2. AI-8 (Ann): pond netting",
    "### Action log\n\n| No | Action | Who | By |\n|---|---|---|---|\n"
    "| 1 | Gate price | TH | 3 May 2024 |\n| 2 | Netting | AB | 4 May 2024 |",
]


@pytest.mark.parametrize("again", RETOLD)
def test_a_closing_list_repeats_what_the_minutes_tell(again: str) -> None:
    told = f"1. Gate\n\nThe gate is rotten. {GATE}\n\n2. Pond\n\n{POND}\n\n{again}\n"
    found = minutes(told, f"{PRESENT}, Ann Bell (AB) Treasurer")["actions"]
    assert [(x["text"], x["item"]) for x in found] == [(GATE, "1"), (POND, "2")]
    dues = ["2024-05-03", "2024-05-04"] if "May" in again else [None, None]
    assert [x["due"] for x in found] == dues


def test_a_closing_table_repeats_marked_rows_of_the_minutes() -> None:
    told = (
        "| No | Item | Action |\n|---|---|---|\n"
        f"| 1 | Gate<br>The gate is rotten. {GATE} | TH<br>AP1 |\n"
        f"| 2 | Pond<br>{POND} | AB<br>AP2 |\n"
        "| 3 | Hall<br>Keys were lost. TH to find them. | TH<br>AP3 |\n\n"
        "Next meeting: 7 May 2024\n\n"
        "| No | Matter | Who | By when |\n|---|---|---|---|\n"
        "| AP1 | Gate price | TH | 3 June 2024 |\n| AP2 | Netting | AB | - |\n"
        "| AP3 | Lock and chain | TH | next meeting |\n"
    )
    found = minutes(told, f"{PRESENT}, Ann Bell (AB) Treasurer")["actions"]
    dues = ["2024-06-03", None, "2024-05-07"]
    assert [x["text"] for x in found] == [GATE, f"Pond {POND}", "TH to find them."]
    assert [x["due"] for x in found] == dues


def test_progress_of_a_task_tells_whether_it_is_open() -> None:
    rows = (
        "| Ring the vet | TH | Rang twice, no answer |\n| Buy the seed | TH | Ongoing |"
    )
    told = f"1. Log\n\n| Action | Who | Status |\n|---|---|---|\n{rows}\n"
    found = minutes(told, PRESENT)["actions"]
    assert [x["text"] for x in found] == ["Buy the seed"]


def test_a_list_under_a_name_ends_where_its_bullets_do() -> None:
    told = "1. Gate\n\nActions arising:\n\nTom Holt\n\n- Book the hall\n\n3. Next one\n"
    found = minutes(f"{told}\n6 May 2024.\n", PRESENT)["actions"]
    assert [(x["text"], x["owners"]) for x in found] == [("Book the hall", TOM)]


def test_a_bracket_tells_by_when() -> None:
    told = "1. Gate\n\nThe gate to be painted (action TH by 3 May 2024).\n"
    found = minutes(told, PRESENT)["actions"]
    assert [(x["owners"], x["due"]) for x in found] == [(TOM, "2024-05-03")]


def test_a_closing_list_of_other_tasks_stands() -> None:
    told = f"1. Gate\n\nThe gate is rotten. {GATE}\n\n### Actions\n\n"
    found = minutes(f"{told}- TH: book the hall\n- Jo Marsh: ring the vet\n", PRESENT)
    assert len(found["actions"]) == 3


RING, SEED = "Ring the school", "Buy the seed"
TOM, JO = ["Tom Holt"], ["Jo Marsh"]

LISTS = [
    # who is to act stands behind, each in its own manner
    (
        "## Assignments\n\n- Ring the school: Tom Holt\n- Buy the seed: Jo Marsh",
        [("Ring the school: Tom Holt", TOM), ("Buy the seed: Jo Marsh", JO)],
    ),
    (
        "## To do list\n\n- Ring the school (Tom, by 3 May)\n- Buy the seed (for Jo)",
        [("Ring the school (Tom, by 3 May)", TOM), ("Buy the seed (for Jo)", JO)],
    ),
    # or before, be it somebody whom nobody knows
    (
        "## Next steps\n\n- **A trustee:** Ring the school\n- **The Elm Trust:** Buy "
        "the seed",
        [(RING, ["A trustee"]), (SEED, ["Elm Trust"])],
    ),
    (
        "## Action items\n\n- [ ] events - Ring the school\n- [ ] all - Buy the seed",
        [(RING, ["events"]), (SEED, ["all"])],
    ),
    # what is ticked is done
    (
        "## Actions\n\n- [x] Tom - Ring the school\n- [ ] Jo - Buy the seed",
        [(SEED, JO)],
    ),
    # orders below a name need no bullets
    (
        "## Actions\n\nTom Holt\n\nRing the school\n\nJo Marsh\n\nBuy the seed",
        [(RING, TOM), (SEED, JO)],
    ),
    # a subheading parts a list, another heading ends it
    (
        "## Actions\n\n- Tom: Ring the school\n\n### Garden\n\n- Jo: Buy the seed\n\n"
        "## Votes\n\n- Jo: no",
        [(RING, TOM), (SEED, JO)],
    ),
    # nobody in particular, posts and who holds them, a list of what is past
    ("## Actions\n\n- Tom: Ring the school\n- Someone: Buy the seed", [(RING, TOM)]),
    ("## Actions to be taken\n\n- Tom: Ring the school", [(RING, TOM)]),
    ("## Next steps\n\n- Garden Chair: Jo Marsh\n- Secretary: Tom Holt", []),
    ("## Minutes and actions\n\nApologies: Tom Holt, Jo Marsh", []),
    # a bracket before the day, several on one line
    (
        "## Actions\n\n- Ring the school (Tom) by 3 May",
        [("Ring the school (Tom) by 3 May", TOM)],
    ),
    (
        "Actions: Tom: ring the school; Jo: buy the seed",
        [("Tom: ring the school;", TOM), ("Jo: buy the seed", JO)],
    ),
    # no task of the helpers whose names a dash ends
    (
        "Action: Tom Holt to ring the school with Ann Bell, Jo Marsh – by phone",
        [("Tom Holt to ring the school with Ann Bell, Jo Marsh – by phone", TOM)],
    ),
    # behind a label a name alone ends the task
    ("Action: Roof the barn – Tom Holt", [("Roof the barn – Tom Holt", TOM)]),
    ("Action: Roof the barn TH", [("Roof the barn TH", TOM)]),
    ("Action: Thank the BBC", []),
    ("Action: map to be shared with TH", []),
    # a line gives somebody a list
    (
        "Tom and Jo to:\n\n- ring the school\n- roof the barn",
        [("ring the school", TOM + JO), ("roof the barn", TOM + JO)],
    ),
    (
        "Tom was asked to\n\n(i) ring the school;\n\n(ii) buy the seed.\n\n(iii) Votes",
        [("ring the school;", TOM), ("buy the seed.", TOM)],
    ),
    ("The Group agreed to:\n\n- ring the school\n- buy the seed", []),
    ("Tom reported on:\n\n- ring roads\n- seed", []),
    # without a heading
    ("@Tom ring the school", [("ring the school", TOM)]),
]


@pytest.mark.parametrize(("told", "found"), LISTS)
def test_list_tells_who_is_to_act(told: str, found: Tasks) -> None:
    assert tasks(told) == found


FIELDS = [
    ("Ring the school. Owner: Tom Holt Due: 3 May 2024", RING, TOM, "2024-05-03"),
    ("Ring the school\n\nOwner: Tom Holt\n\nDue: 3 May 2024", RING, TOM, "2024-05-03"),
    (
        "Action: Ring the school. By whom: TH. By when: 3 May 2024.",
        RING,
        TOM,
        "2024-05-03",
    ),
    ("Who: Tom, What: Ring the school, When: 3 May 2024", RING, TOM, "2024-05-03"),
    ("Responsible: Tom Holt. Ring the school by 3 May 2024.", RING, TOM, "2024-05-03"),
    ("Ring the school. Lead: TH. By: 3 May 2024.", RING, TOM, "2024-05-03"),
    # what is told of an owner, and what names nobody
    ("The barn is old. Owner: Tom Holt", None, None, None),
    ("Ring the school. Owner: to be found", None, None, None),
]


@pytest.mark.parametrize(("told", "task", "owners", "due"), FIELDS)
def test_fields_tell_who_is_to_act_and_when(
    told: str, task: str | None, owners: list[str] | None, due: str | None
) -> None:
    found = minutes(f"1. Bench\n\n{told}\n", PRESENT)["actions"]
    if task is None:
        assert not found
    else:
        (row,) = found
        assert row["text"].startswith(task)
        assert (row["owners"], row["due"]) == (owners, due)


GIVEN = [
    ("Tom was tasked with finding a plumber for the hall.", TOM),
    ("It was left with Tom to speak to the plumber.", TOM),
    ("It was agreed to have Tom Holt prepare the plan for the hall.", TOM),
    ("Tom is going to draft the plan.", TOM),
    ("The Clerk to be asked to ring the school.", ["Lee Orr"]),
    ("The Fair Committee was tasked to find a plumber.", ["Fair Committee"]),
    ("The Board directed staff to find a plumber.", ["staff"]),
    ("Could everyone check the rota for the hall.", ["everyone"]),
    ("The Clerk, in consultation with Tom, to draft the plan.", ["Lee Orr"]),
    ("RESOLVED: To instruct the Clerk to write to the county.", ["Lee Orr"]),
    ("Tom H and Jo to draft the plan.", [*TOM, *JO]),
    ("Mr Cope to be asked to look.", None),
    # what somebody has to do with is no task
    ("That the plan be referred to the Fair Committee for a report.", None),
    ("Tom was pleased with working at the hall.", None),
    ("The hall was left to Tom in a will.", None),
]


@pytest.mark.parametrize(("told", "owners"), GIVEN)
def test_sentences_that_give_a_task(told: str, owners: list[str] | None) -> None:
    found = tasks(told)
    assert [x for _, x in found] == ([owners] if owners else [])


OWNERS = [
    ("The Secretary will ring the school.\n\nRecorded by Tom Holt, Secretary.", TOM),
    ("Tom Holt was elected as Secretary. The Secretary will ring the school.", TOM),
    # a list of two rather than a holder and a post
    (
        "The Secretary will ring the school.\n\nTom Holt, Secretary and Jo were there.",
        ["Secretary"],
    ),
    ("The committee will ring the school.", ["committee"]),
    ("The Committee will ring the school.", ["The Committee"]),
]


@pytest.mark.parametrize(("told", "owners"), OWNERS)
def test_owner_is_who_holds_the_post(told: str, owners: list[str]) -> None:
    present = "Ada Penrose, Tom Holt, Jo Marsh"
    found = minutes(f"1. Bench\n\n{told}\n", present)["actions"]
    assert [x["owners"] for x in found] == [owners]


LAID = """Thornbeck Parish Council

Minutes of the meeting held on 4 March 2024 at 7.30pm in the Reading Room.

Present: Ada Penrose (AP) Chair, Tom Holt (TH), Jo Marsh (JM)

1.  Bench
    The bench was wet.

Actions

{heads}
{rows}
"""
COLUMNS = [
    (
        "Who         What                  When",
        "Tom Holt    Ring the school       3 May 2024",
    ),
    (
        "What                  Who         When",
        "Ring the school       Tom Holt    3 May 2024",
    ),
    (
        "Ref    Action                Who         When",
        "1.2    Ring the school       Tom Holt    3 May 2024",
    ),
    (
        "Item   Task                  Officer     Due",
        "1      Ring the school       Tom Holt    3 May 2024\n"
        "1      Paint the gate        Jo Marsh    Completed",
    ),
    (
        "No.    Date raised    Action             Lead        Deadline",
        "1      02/02/2024     Ring the school    Tom Holt    3 May 2024",
    ),
]


@pytest.mark.parametrize(("heads", "rows"), COLUMNS)
def test_columns_of_plain_text_tell_tasks(heads: str, rows: str) -> None:
    found = read(LAID.format(heads=heads, rows=rows), "minutes.txt")["actions"]
    assert [(x["text"], x["owners"], x["due"]) for x in found] == [
        (RING, TOM, "2024-05-03")
    ]


def test_columns_with_other_heads_tell_none() -> None:
    heads = "Who         Colour                When"
    row = "Tom Holt    Red and green         3 May 2024"
    assert not read(LAID.format(heads=heads, rows=row), "minutes.txt")["actions"]


def test_a_table_of_other_things_behind_one_of_actions_gives_no_tasks() -> None:
    def table(*rows: tuple[str, ...]) -> str:
        cells = ("".join(f"<td>{x}</td>" for x in row) for row in rows)
        return f"<table>{''.join(f'<tr>{x}</tr>' for x in cells)}</table>"

    page = (
        "<h1>Thornbeck School Governors</h1><p>Minutes of the meeting of 4 March 2024"
        "</p><p>Present: Ada Penrose (Chair), Tom Holt, Jo Marsh</p>"
        + table(
            ("Item", "Notes", "Action"),
            ("4", "Ask the county about the fence and the gate", "Tom Holt"),
        )
        + "<p>Leads as agreed</p>"
        + table(
            ("Subject", "Staff Member", "Governor"),
            ("Garden and woodland", "Lee Orr", "Jo Marsh"),
        )
        + "<p>Leads, continued</p>"
        + table(("Reading and writing", "Ann Bell", "Tom Holt"))
    )
    found = [x["text"] for x in read(page, "page.html")["actions"]]
    assert found == ["Ask the county about the fence and the gate"]


PARTS = """### 4. Reports

#### 4a. Chair

The fair went well.

#### 4b. Clerk

Tom Holt will ring the school.

### 5. New action items

- Jo Marsh: paint the gate
- Tom Holt: order the paint

### 6. Close

Ended at 9pm.
"""


def test_task_is_cited_by_the_item_whose_heading_it_stands_under() -> None:
    found = minutes(PARTS, "Ada Penrose, Tom Holt, Jo Marsh")["actions"]
    assert [(x["item"], x["owners"]) for x in found] == [
        ("4b", [TOM[0]]),
        ("5", ["Jo Marsh"]),
        ("5", [TOM[0]]),
    ]


def test_list_that_sums_up_names_the_paragraphs_of_its_items() -> None:
    table = (
        "| Ref | Action | Who |\n|---|---|---|\n| 4.2 | Ring the school | Tom Holt |"
    )
    text = f"{PARTS.partition('### 5')[0]}### 6. Close\n\nEnded.\n\n{table}\n"
    found = minutes(text.replace("will ring", "rang"), "Ada Penrose, Tom Holt")
    assert [x["item"] for x in found["actions"]] == ["4"]
