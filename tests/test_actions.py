"""Actions: labels, brackets, margins, columns, sentences; and declarations."""

from __future__ import annotations

import pytest
from reading import minutes, read

from minutebook.assemble.owners import Owners
from minutebook.records import Attendee, Mentions

PRESENT = "Ada Penrose (AP) Chair, Tom Holt (TH), Jo Marsh (JM), Lee Orr (LO) Clerk"

ACTIONS = [
    ("Action: TH to write to the county.", ["Tom Holt"]),
    ("TH to write to the county about the stile.", ["Tom Holt"]),
    ("JM will speak to the school about the fence.", ["Jo Marsh"]),
    ("The hedge needs a trim before May. (Action: Tom Holt)", ["Tom Holt"]),
    ("AP and TH to meet the builder on site.", ["Ada Penrose", "Tom Holt"]),
    ("The Clerk will order the new sign.", ["Lee Orr"]),
    ("Jo Marsh offered to water the tubs.", ["Jo Marsh"]),
    ("It was agreed that TH would ring the surveyor.", ["Tom Holt"]),
    ("TH still to write to the county.", ["Tom Holt"]),
    ("The Clerk will e-mail the county about the stile.", ["Lee Orr"]),
    ("It was AGREED that the Clerk write again to the county.", ["Lee Orr"]),
    ("Tom Holt has lost patience with the county and will ring them.", ["Tom Holt"]),
    ("The keys are with Tom Holt, who will send them on.", ["Tom Holt"]),
    ("Tom Holt undertook to come back with a figure.", ["Tom Holt"]),
    ("Action : TH to write to the county.", ["Tom Holt"]),
    ("Action (Tom Holt): ring the school about the gate.", ["Tom Holt"]),
    ("Action point: ring the school about the gate (TH)", ["Tom Holt"]),
    ("Action – ring the school about the gate (Tom Holt)", ["Tom Holt"]),
    ("[ACTION: Clerk] Ring the school about the gate.", ["Lee Orr"]),
    ("XY to write to the county.", ["XY"]),
    ("Panel members to write to the county.", ["Panel members"]),
    ("Clerk report to Highways.", ["Lee Orr"]),
    ("It was resolved the Clerk to contact the county.", ["Lee Orr"]),
    ("The hedge by the gate will be cut by Tom Holt in May.", ["Tom Holt"]),
    ("In the meantime TH and JM would consult the school.", ["Tom Holt", "Jo Marsh"]),
    ("Tom Holt (Ferry Trust) will send the map.", ["Tom Holt"]),
    ("Tom Holt from the Ferry Trust will send the map.", ["Tom Holt"]),
    ("The Board will send a letter to the owner.", ["The Board"]),
    ("Tom Holt committed himself to write to the county.", ["Tom Holt"]),
    ("Tom Holt is going to write to the county.", ["Tom Holt"]),
    ("AP asked Jo Marsh, as a governor, if she would ring the school.", ["Jo Marsh"]),
    ("It was resolved that Tom Holt contact the county.", ["Tom Holt"]),
    ("The fence is to be mended before the fair (TH/JM).", ["Tom Holt", "Jo Marsh"]),
    ("The gate is to be painted – JM.", ["Jo Marsh"]),
    ("The school had written. The gate is to be painted. Clerk", ["Lee Orr"]),
    ("AP was away. Tom Holt spoke of the gate. He will mend it.", ["Tom Holt"]),
    ("Action: Secretariat (Tom Holt) to ring the county.", ["Tom Holt"]),
    ("Karen will write to the county about the stile.", ["Karen"]),
    ("Tom Holt will be circulating the new map.", ["Tom Holt"]),
    ("The bench was wet. Ring the carpenter about it. / TH", ["Tom Holt"]),
    ("TODO: TH will draft the letter.", ["Tom Holt"]),
    ("Clerk Action: to add the gate to the agenda.", ["Lee Orr"]),
    ("Tom Holt: Write to the county about the stile.", ["Tom Holt"]),
    ("• Tom - will ring the school.", ["Tom Holt"]),
    ("• ring the school about the gate (TH + JM)", ["Tom Holt", "Jo Marsh"]),
    # a label inside a paragraph, before who acts or behind the task
    ("The stile is broken. Action: TH to write to the county.", ["Tom Holt"]),
    (
        "The gate was red. A lamp is to be bought ACTION Tom/Jo",
        ["Tom Holt", "Jo Marsh"],
    ),
    ("The gate is to be painted.\n\nACTION JM", ["Jo Marsh"]),
    ("The gate was red. It is to be painted. Action: JM", ["Jo Marsh"]),
    ("The gate is to be painted.\n\nACTIONS ALL", ["ALL"]),
    ("Tom to read the meter ACTION Tom to do this by May", ["Tom Holt"]),
    # a name parted from the task, or not at all
    ("TODO Tom :: archive the old map.", ["Tom Holt"]),
    ("Action - JM item for the next agenda.", ["Jo Marsh"]),
    (
        "ACTION 2024-02-05: Tom and Jo: song sheets for the fair.",
        ["Tom Holt", "Jo Marsh"],
    ),
    ("Action: Ferry project team to write to the county.", ["Ferry project team"]),
    (
        "Action: District and Borough colleagues to send figures.",
        ["District and Borough colleagues"],
    ),
    ("Tom took an action item to ring the school.", ["Tom Holt"]),
    ("Tom Holt told the meeting he would ring the school.", ["Tom Holt"]),
    ("That the Clerk obtain legal advice about the hedge.", ["Lee Orr"]),
    # under a label alone: signed in brackets, or whoever opens the entry
    ("Actions\n\n- Rain fell.\n- New song sheets (TH/JM)", ["Tom Holt", "Jo Marsh"]),
    ("Actions\n\n- **Ferry team to send the figures.**", ["Ferry team"]),
]

NO_ACTIONS = [
    "Action: the gate has now been mended (TH).",
    "Call to order at seven.",
    "The hope is to draw more children to the fair.",
    "Tom Holt: Report on the fair.",
    "• Tom - very happy with the gate.",
    "• a letter came from the school (TH + JM)",
    "Action: TH to write to the county. (CLOSED)",
    "TH to send the keys [closed]",
    "TH to send the keys. ACTIONED",
    "TH to send the keys.\n\nCompleted",
    "Grant will cover the cost of the fence.",
    "Tom Holt will be attending the fair.",
    "Tom Holt agreed to act as Chairman until May.",
    "Tom Holt agreed to chair the meeting.",
    "Action: Contracts to be signed in the summer.",
    "Tom Holt was invited to speak about the hedge.",
    "Minutes prepared under Section 12 of the Act. Clerk to record all decisions.",
    "The functions of the Ferry Trust were to inform and enable.",
    "The road will close in June.",
    "It was agreed that the Council would not reply.",
    "The Council agreed to adopt the policy.",
    "Action: form a group to look at parking.",
    "They will have to wait.",
    "The Clerk still hopes for an answer.",
    "It was AGREED that the Clerk was right.",
    "Tom Holt has lost patience with the county and will not be alone.",
    "The keys are with Tom Holt, who lives next door.",
    "Tom Holt hoped to come back with a figure.",
    "Tom Holt was asked to take the chair.",
    "Jo Marsh knew the owner and would leave the meeting.",
    "The gate was red (TH).",
    "The accounts be paid. Prop. Tom Holt, sec. Jo Marsh.",
    "The gate was painted by Capt. Tom Holt.",
    "Was it right that the county make this saving?",
    "Action: On a motion by Tom Holt the bill was paid.",
    "Climate Action Jo Marsh spoke of the elms.",
    "The Action Plan was old. Tom Holt spoke.",
    "The meeting heard of Mrs J. Marsh and of A.B. Holt",
    "Read the terms of reference (TOR)",
    "• Treasurer: Jo Marsh",
    "Tom Holt advised that he would not be standing again.",
    "Tom Holt said he would not take part in this vote.",
    "Actions\n\n- New song sheets (see below)",
]

TWO_ACTIONS = [
    # two clauses of one sentence
    (
        "Ada and Jo will follow up the survey and also Tom will post the notes.",
        [["Ada Penrose", "Jo Marsh"], ["Tom Holt"]],
    ),
    (
        "Tom will ring the school but asked Jo Marsh to draw up a list of trees.",
        [["Tom Holt"], ["Jo Marsh"]],
    ),
    # "she and"
    (
        "Jo Marsh told of the swings. She and Tom Holt will be painting the swings.",
        [["Jo Marsh", "Tom Holt"]],
    ),
    (
        "Tom Holt said that he and the Clerk would write to the county.",
        [["Tom Holt", "Lee Orr"]],
    ),
    # who acts for a body
    (
        "Action: Borough Council to send the list (Jo Marsh)",
        [["Borough Council", "Jo Marsh"]],
    ),
    ("Action: Tom Holt to ring the school (Jo Marsh)", [["Tom Holt"]]),
    # what a label tells again
    (
        "Tom promised to give the Board some figures from the survey of trees.\n\n"
        "Action: Figures from the survey of trees (Tom Holt)",
        [["Tom Holt"]],
    ),
    (
        "Tom promised to give the Board some figures from the survey of trees.\n\n"
        "Action: Tom Holt to paint the wooden bench",
        [["Tom Holt"], ["Tom Holt"]],
    ),
    (
        "Action 1: (a) TH to draw up the list of trees and (b) for JM to send it out",
        [["Tom Holt"], ["Jo Marsh"]],
    ),
    (
        "ACTION: (i) Letter to be sent to the county by the Clerk; (ii) JM to ring",
        [["Lee Orr"], ["Jo Marsh"]],
    ),
    (
        "Action: JM (with help from TH) to plant the trees (a) in March (c) in May",
        [["Jo Marsh", "Tom Holt"]],
    ),
    (
        "Action: TH to mend the gate. JM to ring the school, Lee Orr to pay.",
        [["Tom Holt"], ["Jo Marsh"], ["Lee Orr"]],
    ),
    (
        "TH to mend the gate and JM to ring the school.",
        [["Tom Holt"], ["Jo Marsh"]],
    ),
    (
        "TH will draft the letter to the county, and the Clerk will post it.",
        [["Tom Holt"], ["Lee Orr"]],
    ),
    ("TH will meet with Ada Penrose and will ring the school.", [["Tom Holt"]]),
    ("TH and JM to mend the gate and ring the school.", [["Tom Holt", "Jo Marsh"]]),
    ("TH to mend the gate and the fence.", [["Tom Holt"]]),
    (
        "TH will write about the white gate.\n\nTH will write about the wet hedge.",
        [["Tom Holt"], ["Tom Holt"]],
    ),
]

# what is told, and the words that are the task
TASKS = [
    (
        "The Ferry Trust asked for a map. The Clerk to action.",
        "The Ferry Trust asked for a map. The Clerk to action.",
    ),
    (
        "A heap of bricks lies by the gate of the mill - Clerk to notify the county.",
        "A heap of bricks lies by the gate of the mill - Clerk to notify the county.",
    ),
    (
        "The lamp by the mill is dark - Clerk to inform the county about the lamp.",
        "Clerk to inform the county about the lamp.",
    ),
    (
        "The lamp by the gate is out. The Clerk to report it to the county.",
        "The Clerk to report it to the county.",
    ),
    (
        "TH to write to the county about the stile; it had been a wet spring.",
        "TH to write to the county about the stile;",
    ),
    # a month behind its day ends a sentence, one before a year does not
    (
        "The fair is with the inn on 3rd Nov. Tom Holt agreed to ring them.",
        "Tom Holt agreed to ring them.",
    ),
    (
        "Tom Holt agreed to paint it on 3 Dec. 2024 with the inn.",
        "Tom Holt agreed to paint it on 3 Dec. 2024 with the inn.",
    ),
    (
        "The bench was cold. It is to be sold. Action: TH",
        "It is to be sold.",
    ),
    (
        "Action: TH to ring the school. The fair was a joy in May.",
        "TH to ring the school.",
    ),
    (
        "Action: TH to ring the school. The Clerk should be told.",
        "TH to ring the school. The Clerk should be told.",
    ),
]

# the meeting is on 4 March 2024
DUES = [
    ("by the end of April", "2024-04-30"),
    ("by the end of January 2025", "2025-01-31"),
    ("not later than 3 May", "2024-05-03"),
    ("and report back to September", "2024-09"),
    ("by the end of the month", "2024-03-31"),
    ("by the end of February", "2025-02-28"),
    ("before the May 15 deadline", "2024-05-15"),
    ("by Friday 3rd May", "2024-05-03"),
    ("for 2nd August", "2024-08-02"),
    ("to report to the June 14 meeting", "2024-06-14"),
    ("in September", "2024-09"),
    ("by June", "2024-06"),
    ("by September 2024", "2024-09"),
    ("before the closing date of 15 May", "2024-05-15"),
    ("within two weeks", "2024-03-18"),
    ("within five working days", None),
    ("within a fortnight", None),
    ("in three weeks' time", "2024-03-25"),
    ("within a month", "2024-04-04"),
    ("within two weeks of the fair", None),
    ("by the end of the week", None),
    ("before the end of next week", "2024-03-15"),
    ("(deadline: 15 May)", "2024-05-15"),
    ("as he did in September last year", None),
    ("and ask that he send the bill in September", None),
    ("and book the next meeting for 2nd August", None),
    ("damaged at the end of the lane", None),
    ("tomorrow", "2024-03-05"),
    ("on Saturday morning", "2024-03-09"),
    ("by Monday", "2024-03-11"),
    ("in advance of the May 15 deadline", "2024-05-15"),
    ("before close of business 15 May", "2024-05-15"),
    ("on 1 June each year", None),
    ("that broke on 14 February", None),
    ("should one be needed before 15 May", None),
    ("after the chance to see it on 15 May", None),
]


# who is to go to what, and the day of it; the meeting is on 4 March 2024
EVENTS = [
    ("Ferry Trust open day, 12 April: TH will attend.", "2024-04-12"),
    ("The Mill fair is on 3rd May. Tom Holt to represent us.", "2024-05-03"),
    ("Trees meeting 21 March at 7pm, Tom Holt to go.", "2024-03-21"),
    ("A lamp broke on 2 February. Tom Holt to attend the hearing.", None),
    ("The Mill fair is on 3rd May. Tom Holt to attend to the gate.", None),
    ("It was agreed that Tom Holt would report in September.", "2024-09"),
]


@pytest.mark.parametrize(("text", "due"), EVENTS)
def test_event_is_on_the_day_when_somebody_goes(text: str, due: str | None) -> None:
    found = minutes(f"1. Bench\n\n{text}\n\n2. Any other business\n\nNone.", PRESENT)
    assert [x["due"] for x in found["actions"]] == [due]


# an order among resolutions, and whose task it is
GIVEN = [
    ("(a) to note the report; and\n\n(b) to instruct the Treasurer to report in full.",
     ["Treasurer"]),
    ("(b) instructed the Treasurer to obtain three quotes.", ["Treasurer"]),
    ("(b) to mandate the Treasurer to write to the bank.", ["Treasurer"]),
    ("The lease was remitted to the Treasurer to check.", ["Treasurer"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "owners"), GIVEN)
def test_order_in_a_list_of_resolutions(text: str, owners: list[str]) -> None:
    found = minutes(f"1. Bench\n\nThe Board resolved:\n\n{text}\n\n2. Close\n\nNone.")
    assert [x["owners"] for x in found["actions"]] == [owners]


# before the minutes, a task, and the full name of whose it is
RESOLVED = [
    ("Clerk: Lee Orr", "The Clerk to ring the school.", "Lee Orr"),
    ("Apologies: Cllr S Kaur Gill", "Cllr Kaur Gill to ring the school.",
     "S Kaur Gill"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "text", "owner"), RESOLVED)
def test_owner_is_named_in_full(line: str, text: str, owner: str) -> None:
    found = minutes(f"{line}\n\n1. Bench\n\n{text}\n\n2. Close\n\nNone.", PRESENT)
    assert [x["owners"] for x in found["actions"]] == [[owner]]


@pytest.mark.parametrize(("text", "owners"), ACTIONS)
def test_action(text: str, owners: list[str]) -> None:
    found = minutes(f"1. Bench\n\n{text}\n\n2. Any other business\n\nNone.", PRESENT)
    assert [x["owners"] for x in found["actions"]] == [owners]


@pytest.mark.parametrize("text", NO_ACTIONS)
def test_no_action(text: str) -> None:
    found = minutes(f"1. Bench\n\n{text}\n\n2. Any other business\n\nNone.", PRESENT)
    assert found["actions"] == []


def test_the_same_words_told_twice_are_one_task() -> None:
    task = "Tom Holt to ring the school about the gate."
    text = f"Told before\n\n• {task}\n\n1. Bench\n\nIt is wet.\n\n2. Gate\n\n{task}"
    found = minutes(f"{text}\n\n3. Any other business\n\nNone.", PRESENT)
    assert [(x["owners"], x["item"]) for x in found["actions"]] == [(["Tom Holt"], "2")]


def test_due_date_is_read_against_the_meeting() -> None:
    found = minutes("1. Bench\n\nAction: TH to mend the bench by 3 May.", PRESENT)
    assert [x["due"] for x in found["actions"]] == ["2024-05-03"]


@pytest.mark.parametrize(("text", "owners"), TWO_ACTIONS)
def test_each_task_has_its_own_owner(text: str, owners: list[list[str]]) -> None:
    found = minutes(f"1. Bench\n\n{text}\n\n2. Any other business\n\nNone.", PRESENT)
    assert [x["owners"] for x in found["actions"]] == owners


@pytest.mark.parametrize(("told", "task"), TASKS)
def test_task_holds_what_it_points_back_to_and_no_more(told: str, task: str) -> None:
    found = minutes(f"1. Bench\n\n{told}\n\n2. Bins\n\nNone.", PRESENT)
    assert [x["text"] for x in found["actions"]] == [task]


@pytest.mark.parametrize(("words", "due"), DUES)
def test_deadline_in_the_words_of_the_task(words: str, due: str | None) -> None:
    found = minutes(f"1. Bench\n\nAction: TH to mend the bench {words}.", PRESENT)
    assert [x["due"] for x in found["actions"]] == [due]


HEAD = """Thornbeck Parish Council

Minutes of the meeting held on 4 March 2024 at 7.30pm in the Reading Room.

Present: Ada Penrose (AP) Chair, Tom Holt (TH), Jo Marsh (JM)

1.  Bench and Green                                                     TH
    The bench was wet. {told}

2.  Any Other Business
    There was none.
"""


@pytest.mark.parametrize(
    ("told", "tasks"),
    [
        ("TH should mend it.", ["TH should mend it."]),
        ("TH had mended it.", []),
    ],
)
def test_mark_beside_a_title_means_a_task_of_the_item(
    told: str, tasks: list[str]
) -> None:
    found = read(HEAD.format(told=told), "minutes.txt")
    assert [x["text"] for x in found["actions"]] == tasks


MARGIN = """Thornbeck Parish Council

Minutes of the meeting held on 4 March 2024 at 7.30pm in the Reading Room.

Present: Ada Penrose (AP) Chair, Tom Holt (TH), Jo Marsh (JM)

ITEMS                                                                   Action
1.  Bench
{told}

2.  Any Other Business
    There was none.
"""

MARKS = [
    ("The bench was wet. It is to be cut.           TH", "It is to be cut.", ["TH"]),
    ("TH to paint it. The bench had been wet.       TH", "TH to paint it.", ["TH"]),
    ("The elms are old. No comment.                 TH", "{told}", ["TH"]),
    ("JM and TH to ring the school about it.        TH", "{told}", ["JM", "TH"]),
]
NAMES = {"TH": "Tom Holt", "JM": "Jo Marsh"}


@pytest.mark.parametrize(("told", "task", "marks"), MARKS)
def test_mark_means_the_sentence_that_sounds_most_like_a_task(
    told: str, task: str, marks: list[str]
) -> None:
    found = read(MARGIN.format(told=f"    {told}"), "minutes.txt")
    words = task.format(told=told[:-2].strip())
    assert [(x["text"], x["owners"]) for x in found["actions"]] == [
        (words, [NAMES[x] for x in marks])
    ]


def test_list_of_actions_under_names_is_told_once() -> None:
    found = minutes(
        "1. Bench\n\nAction (Tom Holt): paint the bench before Easter.\n\n"
        "## Actions Summary\n\nTom\n\n- Paint the bench.\n- Ring the school.\n\n"
        "Trustees\n\n- Count the elms.\n",
        PRESENT,
    )
    assert [(x["text"], x["owners"]) for x in found["actions"]] == [
        ("Paint the bench.", ["Tom Holt"]),
        ("Ring the school.", ["Tom Holt"]),
        ("Count the elms.", ["Trustees"]),
    ]


def test_list_that_tells_all_tasks_again_is_told_once() -> None:
    told = "Action (Tom Holt): do this.\n\nAction (Jo Marsh): mend it.\n\n"
    again = "## Actions arising\n\n- Tom Holt\n  - Paint the bench\n- Jo Marsh\n"
    body = f"1. Bench\n\nIt was wet.\n\n{told}{again}  - Mend the gate\n"
    more = f"{body}  - Ring the school\n"
    assert [x["text"] for x in minutes(body, PRESENT)["actions"]] == [
        "Paint the bench",
        "Mend the gate",
    ]
    assert len(minutes(more, PRESENT)["actions"]) == 5


def test_list_of_actions_led_by_names() -> None:
    found = minutes(
        "1. Bench\n\nThe bench was wet.\n\n## Actions\n\n- [TH]\tRing the school.\n"
        "- [TH, JM] Paint the bench.\n- Jo - count the elms.\n- Somebody - sing.\n",
        PRESENT,
    )
    assert [(x["text"], x["owners"]) for x in found["actions"]] == [
        ("Ring the school.", ["Tom Holt"]),
        ("Paint the bench.", ["Tom Holt", "Jo Marsh"]),
        ("count the elms.", ["Jo Marsh"]),
    ]


def test_labels_that_say_the_same_are_two_tasks() -> None:
    task = "Action: TH to put it on the next agenda."
    found = minutes(f"1. Bench\n\n{task}\n\n2. Gate\n\n{task}", PRESENT)
    assert [x["item"] for x in found["actions"]] == ["1", "2"]


LEADS = [
    # a list of orders, by most of their verbs; what people said, in turn
    (("Tom - ring the school.", "Jo - whitewash the gate."), 2),
    (("Tom - ring the school.", "Jo - glad of it.", "Lee - so was he."), 1),
    (("Tom - glad of the gate.", "Jo - whitewash, perhaps."), 0),
    (("Tom: Let's ring the school.", "Jo: do we mend the gate?"), 0),
    (("Tom: Cut and paste is slow.", "Jo: glad of it."), 0),
]


@pytest.mark.parametrize(("entries", "tasks"), LEADS)
def test_most_entries_of_a_list_say_what_all_are(
    entries: tuple[str, ...], tasks: int
) -> None:
    told = "\n".join(f"- {x}" for x in entries)
    found = minutes(f"1. Bench\n\nIt was wet.\n\n{told}\n\n2. Bins\n", PRESENT)
    assert len(found["actions"]) == tasks


def test_list_of_actions_that_open_with_who_acts() -> None:
    found = minutes(
        "## Action Items\n\n- TH needs a ladder for the elms.\n"
        "- JM painting the bench.\n- Rain fell on the elms.\n\nThe gate\n\n"
        "1. Bench\n\n2. Gate\n",
        PRESENT,
    )
    assert [(x["text"], x["owners"]) for x in found["actions"]] == [
        ("TH needs a ladder for the elms.", ["Tom Holt"]),
        ("JM painting the bench.", ["Jo Marsh"]),
    ]


OWNERS = [
    # how the list names them, what the text calls somebody, who owns the task
    ("Cllr Jo Marsh, Lee Marsh, Tom Holt", "Cllr Marsh", "Jo Marsh"),
    ("Jo Marsh (Executive Director), Tom Holt", "Director Marsh", "Jo Marsh"),
    ("Jo Marsh (Manager Works), Tom Holt", "The Manager Works", "Jo Marsh"),
    ("Jo R [Clerk] (JR), Sam P [Treasurer] (SP)", "JR", "Jo R"),
    ("Ian Frost (IF), Tom Holt (TH)", "IF", "Ian Frost"),
    ("Jo Marsh (Chair), Tom Holt", "Panel chair", "Jo Marsh"),
    ("Jo Marsh (Clerk), Sam Marsh (Clerk)", "The Clerk", "Clerk"),
    ("Jo Marsh, Jo Farrow, Tom Holt", "Jo", "Jo"),
    # a post by its initials, told in part, or one of two that somebody holds
    ("Jo Marsh, Chief Executive (CE), Tom Holt", "CE", "Jo Marsh"),
    ("Jo Marsh, Director of Finance (DF), Tom Holt", "DF", "Jo Marsh"),
    ("Jo Marsh (Clerk & RFO), Tom Holt", "The RFO", "Jo Marsh"),
    (
        "Jo Marsh (Registrar and Secretary to the Board), Tom Holt",
        "The Secretary",
        "Jo Marsh",
    ),
    (
        "Jo Marsh (Deputy Police and Crime Commissioner), Tom Holt",
        "The Deputy Commissioner",
        "Jo Marsh",
    ),
    ("Jo Marsh (PA to the Secretary), Tom Holt", "The Secretary", "Secretary"),
    # the fence is told of by whoever was named in full last
    ("Carter Marsh, Tom Holt", "Cart", "Carter Marsh"),
    ("Karenza Marsh, Karenina Holt", "Karen", "Karen"),
    ("Ada Penrose, Tom Holt", "Karen B. rang the school. Karen", "Karen B"),
    ("Jo Marsh, Jo Farrow", "Jo Farrow rang about the fence. Jo", "Jo Farrow"),
    ("Jo Marsh, Jo Farrow", "Jo Marsh rang about the fence. Jo", "Jo Marsh"),
    ("Jo Marsh, Jo Farrow", "Jo F", "Jo Farrow"),
    ("Ada Penrose, Tom Holt", "VK9XYZ", "VK9XYZ"),
    ("Tom Holt, Sam Penn", "Trimming of the elms Tom Holt", "Tom Holt"),
]


@pytest.mark.parametrize(("present", "called", "owner"), OWNERS)
def test_owner_is_the_person_whom_the_list_names(
    present: str, called: str, owner: str
) -> None:
    text = f"1. Bench\n\n{called} will write to the county.\n\n2. Bins\n\nNone."
    found = minutes(text, present)
    assert [x["owners"] for x in found["actions"]] == [[owner]]


def test_name_in_the_middle_stands_for_the_one_who_has_it() -> None:
    listed = [Attendee(x, 0, 1, "present") for x in ("Jo Ola Marsh", "Ola Ray", "Al B")]
    assert Owners(tuple(listed[::2]), Mentions()).resolve("Ola") == "Jo Ola Marsh"
    assert Owners(tuple(listed), Mentions()).resolve("Ola") == "Ola Ray"


def test_initials_of_somebody_only_named_in_the_text() -> None:
    text = (
        "1. Bench\n\nMeg Farrow joined the group.\n\nMF to paint the bench.\n\n"
        "ZQ to write to the school.\n\n2. Any other business\n\nNone."
    )
    found = minutes(text, PRESENT)
    assert [x["owners"] for x in found["actions"]] == [["Meg Farrow"], ["ZQ"]]


def test_action_table() -> None:
    found = minutes(
        "1. Bench\n\nThe bench was discussed.\n\n| Action | By whom | By when |\n|---"
        "|---|---|\n"
        "| Mend the bench | TH | 03/05/2024 |\n| Paint the gate | JM | 10/05/2024 |\n",
        PRESENT,
    )
    assert [(x["text"], x["owners"], x["due"]) for x in found["actions"]] == [
        ("Mend the bench", ["Tom Holt"], "2024-05-03"),
        ("Paint the gate", ["Jo Marsh"], "2024-05-10"),
    ]


RESPONSIBLE = [
    # what heads the last column, what it says, who is to act
    ("Responsible", "harvey", ["harvey"]),
    ("Who", "jm/tom b", ["Jo Marsh", "tom b"]),
    ("Actions", "harvey", []),  # may as well be done: "painted"
    ("Responsible", "none", []),
    ("Responsible", "see the note of 2 May below", []),
]


@pytest.mark.parametrize(("head", "cell", "owners"), RESPONSIBLE)
def test_column_of_who_is_responsible_names_anybody(
    head: str, cell: str, owners: list[str]
) -> None:
    found = minutes(
        f"1. Bench\n\nIt was wet.\n\n| Item | {head} |\n|---|---|\n"
        f"| mend the bench | {cell} |\n",
        PRESENT,
    )
    assert [y for x in found["actions"] for y in x["owners"]] == owners


def test_action_table_leaves_out_what_is_done() -> None:
    found = minutes(
        "1. Bench\n\nThe bench was discussed.\n\n| No. | Detail | Resp. | Status |\n"
        "|---|---|---|---|\n| 1 | Mend the bench | TH | Done |\n"
        "| 2 | Paint the gate | JM | not done |\n\nNew actions\n\n"
        "| No. | Detail | Resp. |\n|---|---|---|\n| 1 | Paint the gate | JM |\n",
        PRESENT,
    )
    assert [(x["text"], x["owners"]) for x in found["actions"]] == [
        ("Paint the gate", ["Jo Marsh"])
    ]


def test_names_of_one_cell_act_apart() -> None:
    found = minutes(
        "1. Bench\n\nThe bench was discussed.\n\n| Ref | Notes | Who |\n|---|---|---|\n"
        "| 1 | The bench was wet. It was felt that it looked sad. It cost much. TH to "
        "paint it. AP and JM to ring the county. | TH / AP / JM |\n",
        PRESENT,
    )
    assert [(x["text"], x["owners"]) for x in found["actions"]] == [
        ("TH to paint it.", ["Tom Holt"]),
        ("AP and JM to ring the county.", ["Ada Penrose", "Jo Marsh"]),
    ]


def test_paragraphs_of_a_cell_are_tasks_of_their_own() -> None:
    found = minutes(
        "1. Bench\n\nThe bench was discussed.\n\n| Item | Notes | Action |\n|---|---"
        "|---|\n| 1 | The bench was wet. | TH to paint the bench.<br>JM to ring the "
        "county.<br>It will answer. |\n",
        PRESENT,
    )
    assert [(x["text"], x["owners"]) for x in found["actions"]] == [
        ("TH to paint the bench.", ["Tom Holt"]),
        ("JM to ring the county. It will answer.", ["Jo Marsh"]),
    ]


def test_words_without_a_name_own_nothing() -> None:
    assert not Owners((), Mentions()).resolve("")


def test_cell_with_a_title_holds_the_task_of_the_mark_beside_it() -> None:
    found = minutes(
        "1. Bench\n\nThe bench was discussed.\n\n| Ref | Notes | Who |\n|---|---|---|\n"
        "| 1 | The bench was wet all week. The county has no money. It was felt that "
        "it looked sad. TH to paint it. | TH |\n",
        PRESENT,
    )
    assert [(x["text"], x["owners"]) for x in found["actions"]] == [
        ("TH to paint it.", ["Tom Holt"])
    ]


def test_holder_named_beside_a_post_owns_its_task() -> None:
    found = minutes(
        "Contact: Meg Farrow, Scrutiny Officer\n\n1. Bench\n\nThe Scrutiny Officer "
        "will write to the county.\n\n2. Any other business\n\nNone.",
        PRESENT,
    )
    assert [x["owners"] for x in found["actions"]] == [["Meg Farrow"]]


DECLARED = [
    # text below the heading "Declarations of interest", who declared
    ("Cllr Tom Holt declared a personal interest in item 4.", ["Tom Holt"]),
    ("Jo Marsh/Tom Holt", ["Jo Marsh", "Tom Holt"]),
    ("Cllrs Marsh & Holt re 3171 (Village Hall).", ["Jo Marsh", "Tom Holt"]),
    ("Member Pirrow declared an interest in item 12.", ["Pirrow"]),
    ("Meg Farrow declared that she is a trustee of the hall.", ["Meg Farrow"]),
    ("Having declared an interest Meg Farrow left the meeting.", ["Meg Farrow"]),
    ("Two members declared an interest in item 5.", [None]),
    ("BM 12/24 Declarations of interest", []),
    ("Meg Farrow was introduced as a new governor.", []),
    ("Tom Holt gave a presentation on the new path.", []),
    ("The Clerk was inviting those present to notify any interest.", []),
    ("Contractor to revise the drawings.", []),
    ("None.", []),
    ("Meg Farrow declared a non-pecuniary interest in item 4.", ["Meg Farrow"]),
    ("Tom Holt declared an interest in item 2; no conflict arose.", ["Tom Holt"]),
    ("Cllr Holt, signed the book, regarding item 9.", ["Tom Holt"]),
    ("Cllr Holt, thanked Jo Marsh for her work.", []),
    ("Tom Holt reminded all that it is right to declare an interest.", []),
    ("The Clerk thought it was not a pecuniary interest.", []),
    ("If members have declared an interest please tell the Chair.", []),
]


@pytest.mark.parametrize(("text", "names"), DECLARED)
def test_declaration_under_its_heading(text: str, names: list[str | None]) -> None:
    head = "1. Declarations of interest"
    found = minutes(f"{head}\n\n{text}\n\n2. Bins\n\nNone.", PRESENT)
    assert [x["name"] for x in found["declarations"]] == names


NOT_DECLARED = [
    "The Parish Council registered an interest in adopting the kiosk.",
    "The code has a page on personal interests.",
    "Mr Robson advised that a monitor had been set up in Mill Drove.",
    "Tom Holt noted an interest in writing about the elms.",
]


@pytest.mark.parametrize("text", NOT_DECLARED)
def test_no_declaration(text: str) -> None:
    found = minutes(f"1. Bench\n\n{text}\n\n2. Any other business\n\nNone.", PRESENT)
    assert found["declarations"] == []


@pytest.mark.parametrize("who", ["Mr. Holt", "MR. HOLT"])
def test_who_leaves_the_matter_to_others_declares(who: str) -> None:
    told = f"{who} recused himself from this application."
    found = minutes(f"1. Bench\n\n{told}\n\n2. Bins\n\nNone.", PRESENT)
    assert [x["name"] for x in found["declarations"]] == ["Tom Holt"]


def test_declarations_name_who_and_none_is_no_row() -> None:
    found = minutes(
        "1. Declarations of interest\n\nCllr Tom Holt declared a personal interest in "
        "item 4.\n\n"
        "2. Planning\n\nThere were no declarations."
    )
    assert [(x["item"], x["name"]) for x in found["declarations"]] == [
        ("1", "Tom Holt")
    ]
