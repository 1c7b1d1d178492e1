"""Lists side by side, in groups under apologies, surname first, by letters alone."""

from __future__ import annotations

import pytest
from test_attendance_families import said

CAME = ("present", None, None)
SORRY = ("apologies", None, None)
# a list in plain text or Markdown, and what it says: status, post, body
LISTS = [
    # heads that stand further right than the names below them
    (
        "Present                                Apologies\n"
        "Ada Penrose                        Tom Reeve\n"
        "Jo Pike                            Amy Marsh\nBo Bell",
        dict.fromkeys(("Ada Penrose", "Jo Pike", "Bo Bell"), CAME)
        | dict.fromkeys(("Tom Reeve", "Amy Marsh"), SORRY),
    ),
    # a head that would be a sentence on a line of its own
    (
        "In attendance:                 Apologies received:\n"
        "Cllr A Penrose                 Cllr T Reeve\n"
        "Cllr J Pike                    Cllr A Marsh",
        dict.fromkeys(("A Penrose", "J Pike"), CAME)
        | dict.fromkeys(("T Reeve", "A Marsh"), SORRY),
    ),
    # groups under apologies, on lines of their own and in one line
    (
        "Present:\nMembers:\nAda Penrose, Jo Pike\n\nApologies:\nMembers:\nTom Reeve\n"
        "Officers:\nAmy Marsh\n\nGuests:\nBo Bell",
        dict.fromkeys(("Ada Penrose", "Jo Pike", "Bo Bell"), CAME)
        | dict.fromkeys(("Tom Reeve", "Amy Marsh"), SORRY),
    ),
    (
        "Present: Ada Penrose, Jo Pike\n\n1. Apologies for absence\n"
        "Apologies were received from the following:\nParent members\nTom Reeve\n"
        "Staff members\nAmy Marsh",
        dict.fromkeys(("Ada Penrose", "Jo Pike"), CAME)
        | dict.fromkeys(("Tom Reeve", "Amy Marsh"), SORRY),
    ),
    (
        "Present: Members: Ada Penrose, Jo Pike; Officers: Bo Bell\n"
        "Apologies: Members: Tom Reeve; Officers: Amy Marsh",
        dict.fromkeys(("Ada Penrose", "Jo Pike", "Bo Bell"), CAME)
        | dict.fromkeys(("Tom Reeve", "Amy Marsh"), SORRY),
    ),
    # the officer named behind those away came
    (
        "Present: Ada Penrose, Jo Pike\nApologies: Tom Reeve, Amy Marsh\n"
        "Governance Officer: Bo Bell",
        dict.fromkeys(("Ada Penrose", "Jo Pike"), CAME)
        | dict.fromkeys(("Tom Reeve", "Amy Marsh"), SORRY)
        | {"Bo Bell": ("present", "Governance Officer", None)},
    ),
    # surnames first
    (
        "PRESENT\n\nPenrose, A        Pike, J M\nReeve, Mrs T      Marsh, A\n\n"
        "OFFICERS IN ATTENDANCE\n\nBell, B       Chief Executive",
        dict.fromkeys(("A Penrose", "J M Pike", "T Reeve", "A Marsh"), CAME)
        | {"B Bell": ("present", "Chief Executive", None)},
    ),
    # initials alone; letters that mean bodies are none
    (
        "Present: AP (Chair), TR, JPi, BB (Practice Manager)\nApologies: AM, DO",
        dict.fromkeys(("AP", "TR", "JPi"), CAME)
        | dict.fromkeys(("AM", "DO"), SORRY)
        | {"BB": ("present", "Practice Manager", None)},
    ),
    ("Present: NHS, CCG", {}),
    # columns of governor types, and sorts of members with heads of their own
    (
        "| Name | Governor type | Attended |\n| --- | --- | --- |\n"
        "| Ada Penrose | Trust appointed, Vice Chair | Y |\n"
        "| Tom Reeve | Headteacher | Y |\n| Jo Pike | Parent | A |\n"
        "| Amy Marsh | Staff | Y |\n",
        {
            "Ada Penrose": ("present", "Vice Chair", None),
            "Tom Reeve": ("present", "Headteacher", None),
            "Jo Pike": SORRY,
            "Amy Marsh": CAME,
        },
    ),
    (
        "| Formal Members | Representing |\n| --- | --- |\n"
        "| Ada Penrose | Holt Council |\n| Tom Reeve | Marl Trust |\n"
        "| Informal Members | Position |\n| Jo Pike | Roads Officer |\n"
        "| Amy Marsh | Fleet Manager |\n",
        {
            "Ada Penrose": ("present", None, "Holt Council"),
            "Tom Reeve": ("present", None, "Marl Trust"),
            "Jo Pike": ("present", "Roads Officer", None),
            "Amy Marsh": ("present", "Fleet Manager", None),
        },
    ),
    # bodies that head lists: alone above them, behind a label
    (
        "Holt City Council\nCllr Ada Penrose (Chair)\nCllr Tom Reeve\n"
        "Marl District Council\nCllr Jo Pike\nCllr Amy Marsh (apologies)\n",
        {
            "Ada Penrose": ("present", None, "Holt City Council"),
            "Tom Reeve": ("present", None, "Holt City Council"),
            "Jo Pike": ("present", None, "Marl District Council"),
            "Amy Marsh": ("apologies", None, "Marl District Council"),
        },
    ),
    (
        "PRESENT:  Representing Holt District Council\n\n          "
        "Councillors Penrose and Ashby\n\n          Representing Marl Council\n\n"
        "          Councillors Pike and Marsh\n",
        dict.fromkeys(("Penrose", "Ashby"), ("present", None, "Holt District Council"))
        | dict.fromkeys(("Pike", "Marsh"), ("present", None, "Marl Council")),
    ),
    # votes at a roll call are no list of those who came
    (
        "Roll Call:   Mr. Penrose, present; Mrs. Pike, absent; Mr. Ashby, present\n\n"
        "1. Bills\nMoved by Mr. Ashby to approve the bills.\n"
        "Roll Call:   Yeas: Mr. Penrose, Mr. Ashby\n"
        "             Nays: None                        Motion Carried",
        dict.fromkeys(("Penrose", "Ashby"), CAME) | {"Pike": ("absent", None, None)},
    ),
]


@pytest.mark.parametrize(("body", "expected"), LISTS, ids=range(len(LISTS)))
def test_lists_in_groups_and_columns(
    body: str, expected: dict[str, tuple[str, str | None, str | None]]
) -> None:
    assert said(body, "minutes.md" if "| -" in body else "minutes.txt") == expected


def test_the_list_names_people_more_fully_than_the_sentence_above_it() -> None:
    found = said(
        "1. Apologies\nApologies were received from Mr T Reeve.\n\n"
        "Attendance\n| Name | Attended |\n| --- | --- |\n| Ada Penrose | Present |\n"
        "| Tom Reeve | Apologies |\n",
        "minutes.md",
    )
    assert found == {"Ada Penrose": CAME, "Tom Reeve": SORRY}


def test_what_was_sent_is_no_sentence_of_who_stands_before_it() -> None:
    found = said(
        "**Who came:** Ada Penrose (Chair, AP), Jo Pike (JP)\n"
        "**Sent apologies:** Tom Reeve\n\n---\n",
        "minutes.md",
    )
    assert found == {"Ada Penrose": CAME, "Jo Pike": CAME, "Tom Reeve": SORRY}
