"""Posts and bodies of those listed, as columns, signs and neighbours tell them."""

from __future__ import annotations

import pytest
from reading import read

HEAD = "# Thornbeck Parish Council\n\nMinutes of the meeting held on 4 May 2021\n\n"


def said(body: str) -> dict[str, tuple[str | None, str | None]]:
    """Return post and body of everyone whom a list under a heading names."""
    people = read(HEAD + body + "\n\n1. Minutes\n\nThe minutes were approved.\n")
    return {x["name"]: (x["role"], x["organisation"]) for x in people["attendance"]}


TABLE = """| Name | {head} | Present | Initials |
|---|---|---|---|
| Rosa Holt | Co-opted Governor, Chair | Yes | RH |
| Tom Pell | Headteacher | Yes | TP |
| Ann Bell | Parent Governor | No | AB |
"""


@pytest.mark.parametrize("head", ["Category", "Type of Governor", "Standing", "Basis"])
def test_cells_tell_a_column_of_posts(head: str) -> None:
    found = said(TABLE.format(head=head))
    assert found["Rosa Holt"][0] == "Co-opted Governor"
    assert found["Tom Pell"][0] == "Headteacher"


def test_cells_tell_a_column_of_bodies() -> None:
    table = TABLE.replace("Co-opted Governor, Chair", "Marl Trust")
    table = table.replace("Headteacher", "Holt Council")
    table = table.replace("Parent Governor", "Orrin Society")
    assert said(table.format(head="Sent by"))["Tom Pell"] == (None, "Holt Council")


POSTS = [
    (
        "Present: A Orr (Holt Council, substitute for Cllr R Stagg), T Bell "
        "(Holt Council, for Ann Lunt)",
        "A Orr",
        (None, "Holt Council"),
    ),
    (
        "Present: Ed Orr (Clerk), Jo Pell, Honorary Treasurer (Marl R.D.C.)",
        "Jo Pell",
        ("Honorary Treasurer", "Marl R.D.C"),
    ),
    (
        "PRESENT: Supervisor Gary Holt, Clerk Ann Bell, Trustees L Orr and Ron Pell.",
        "Ron Pell",
        ("Trustee", None),
    ),
    (
        "Present: Chair Gary Holt, Commissioners Ann Bell, Lyle Orr and Clerk Jo Pell.",
        "Lyle Orr",
        ("Commissioner", None),
    ),
    (
        "Present: Councillors Gary Holt and Ann Bell.",
        "Ann Bell",
        (None, None),
    ),
    (
        "Present: Manager (A Orr), Roads Officer, Holt County Council (D Pell) "
        "and Clerk (Miss Z Bell)",
        "D Pell",
        ("Roads Officer", "Holt County Council"),
    ),
    (
        "Present: Director, Roads Directorate (A Orr), Clerk (Miss Z Bell)",
        "A Orr",
        ("Director, Roads Directorate", None),
    ),
    (
        "Present: Ann Bell, Tom Holt; Mr Ian Orr (agent, Lobb Hawk Architects)",
        "Ian Orr",
        ("agent", "Lobb Hawk Architects"),
    ),
    (
        "Present: Councillor A. Bell, Chair; M. Laws, Holt Evening Lantern; T. Orr.",
        "M. Laws",
        (None, "Holt Evening Lantern"),
    ),
    (
        "Present:\n\nStephen Orr - Head of Works\n\nTom Pell - Tree Life Officer\n\n"
        "Jo Bell - Parks Officer",
        "Tom Pell",
        ("Tree Life Officer", None),
    ),
    (
        "In attendance: Ann Bell (Clerk), Jo Orr (Treasurer), Gail Pell "
        "(Legal Registry)",
        "Gail Pell",
        (None, "Legal Registry"),
    ),
    (
        "Present:\n\nTom Pell (Speaking Up Guardian)\n\nAnn Bell (Clerk)\n\n"
        "Three governors and two members of the public",
        "Tom Pell",
        ("Speaking Up Guardian", None),
    ),
    (
        "PRESENT\n\nRepresenting Holt Parish Council: Mr. W. Pell, Mrs. A. Bell.\n\n"
        "Representing Marl Parish Council: Mr. B. Orr (Chairman), Mr. H. Nunn.",
        "H. Nunn",
        (None, "Marl Parish Council"),
    ),
    (
        "Present:\n\nMarl Borough Council\n  Cllr B Trent (Chair)\n"
        "  T Foy, Safety Officer\nMarlshire Police\n  Sgt K Yates\n",
        "K Yates",
        ("Sgt", "Marlshire Police"),
    ),
    (
        "Present:\n\nMarl Borough Council\n  Cllr B Trent (Chair)\n"
        "  T Foy, Safety Officer\nMarlshire Police\n  Sgt K Yates\n",
        "T Foy",
        ("Safety Officer", "Marl Borough Council"),
    ),
    (
        "Present: Pat Reed (PR, Marlshire Police, Chair), Ian Stott (IS, Probation)",
        "Pat Reed",
        (None, "Marlshire Police"),
    ),
    (
        "Present: Ada Bell (Clerk). Apologies: Ned Hart, Ivy Cole (both Trustees)",
        "Ivy Cole",
        ("Trustee", None),
    ),
    (
        "Present: Ada Bell; Lou Finch, Chief Executive of Marl Trust; Jo Pike",
        "Lou Finch",
        ("Chief Executive", "Marl Trust"),
    ),
    (
        "Present: Ada Bell; Lou Finch, Chief Officer of the CCG; Jo Pike",
        "Lou Finch",
        ("Chief Officer", "CCG"),
    ),
    (
        "Present: Ada Bell; Lou Finch, Director of Strategy and ICT; Jo Pike",
        "Lou Finch",
        ("Director of Strategy and ICT", None),
    ),
    (
        "Present: Ada Bell, Sam Lee of the Rovers, Lou Finch of Marl Highways",
        "Sam Lee",
        (None, "Rovers"),
    ),
    ("Present: Ada Bell, Lou Finch of 5 Marl Rise", "Lou Finch", (None, None)),
    (
        "Present: Ada Bell, Lou Finch from Marl Youth Club, Jo Pike",
        "Lou Finch",
        (None, "Marl Youth Club"),
    ),
    (
        "Present: Ada Bell, Lou Finch (rep. Marl Rivers Aid), Jo Pike (rep Ann Bell)",
        "Lou Finch",
        (None, "Marl Rivers Aid"),
    ),
    (
        "Present: Ada Bell, Lou Finch (rep. Marl Rivers Aid), Jo Pike (rep Ann Bell)",
        "Jo Pike",
        (None, None),
    ),
    (
        "Present:\nAda Bell / Marl Council / Clerk\nTom Holt / Marl Trust / Warden",
        "Tom Holt",
        ("Warden", "Marl Trust"),
    ),
    (
        "Present:\nAda Bell - Clerk\n"
        "Jo Pike - Head of Works, Road Services, Marl Care\n"
        "Lou Finch - Warden, Marl Trust\n",
        "Lou Finch",
        ("Warden", "Marl Trust"),
    ),
    (
        "Present:\n\nMarl Council\nAda Bell\nJo Pike\n\nOrr Trust\nBo Marsh\n\n"
        "Marlshire Police\nSgt Lou Finch\nPC Jim Orr",
        "Lou Finch",
        ("Sgt", "Marlshire Police"),
    ),
    (
        "Members Present:\nMarl Council Members: Cllrs A Bell and J Pike\n"
        "Orr Borough Council Members: Cllrs B Marsh and L Finch",
        "L Finch",
        (None, "Orr Borough Council"),
    ),
    (
        "Present: Jo Pike (Clerk), Ada Bell and Lou Finch from Marl Youth Club, T Orr",
        "Ada Bell",
        (None, "Marl Youth Club"),
    ),
    (
        "Present: Jo Pike (Clerk), Cllr Ada Bell and Lou Finch from Marl Youth Club",
        "Ada Bell",
        (None, None),
    ),
    (
        "Present: Jo Pike (Clerk), Ada Bell and Lou Finch (both OCC), Tom Orr",
        "Ada Bell",
        (None, "OCC"),
    ),
    (
        "Present:\n- Marl Council – Ada Bell, Jo Pike\n- Age UK – Lou Finch",
        "Lou Finch",
        (None, "Age UK"),
    ),
    (
        "Present: Ada Bell; Lou Finch, Chairman of the Parish Council; Jo Pike",
        "Lou Finch",
        ("Chairman of the Parish Council", None),
    ),
    (
        "Present: Mr. T. Holt, Mr. P. Orr of Orr & Pyke, Miss S. Dean (Clerk)",
        "P. Orr",
        (None, "Orr & Pyke"),
    ),
    (
        "Present: Mr. T. Holt, Mr. P. Orr of Messrs. Orr & Pyke, Solicitors",
        "P. Orr",
        ("Solicitors", None),
    ),
    (
        "Present: Mr. T. Holt, Miss S. Dean representing the Marl Commissioners",
        "S. Dean",
        (None, "Marl Commissioners"),
    ),
]


@pytest.mark.parametrize(("text", "name", "expected"), POSTS)
def test_reads_post_and_body(
    text: str, name: str, expected: tuple[str | None, str | None]
) -> None:
    assert said(text)[name] == expected


def test_a_post_behind_a_name_opens_no_list() -> None:
    rows = [("Sir Ian Orr", "Chairman"), ("Mrs Ann Bell", "Chief Executive")]
    rows += [("Mr Tom Holt", "Director of Works"), ("Ms Jo Pell", "Clerk")]
    lines = "".join(f"{name:<28}{post}\n" for name, post in rows)
    head = "HOLT TRUST\n\nMinutes of 4 May 2021\n\nPresent:\n"
    text = f"{head}{lines}\n1. Minutes\n\nNoted."
    people = read(text, name="minutes.txt")["attendance"]
    assert [x["role"] for x in people if x["name"] == "Ann Bell"] == ["Chief Executive"]


@pytest.mark.parametrize(
    ("people", "role", "body"),
    [
        ("**Ada Bell** Marl Trust", None, "Marl Trust"),
        ("**Ada Bell** Clerk", "Clerk", None),
        ("**Ada Bell** Rivers Officer, Marl Trust", "Rivers Officer", "Marl Trust"),
    ],
)
def test_a_name_in_bold_ends_where_the_bold_does(
    people: str, role: str | None, body: str | None
) -> None:
    others = "**Tom Pell** Orrin Unlimited Rivers\n\n**Jo Marsh** SWEEP\n\n"
    found = said(f"Present:\n\n{others}{people}")
    assert found["Ada Bell"] == (role, body)
    assert found["Tom Pell"] == (None, "Orrin Unlimited Rivers")
    assert found["Jo Marsh"] == (None, "SWEEP")


@pytest.mark.parametrize("label", ["Directors Present", "Directors in attendance"])
def test_a_seat_that_labels_a_list_is_told_of_one(label: str) -> None:
    assert said(f"{label}:\n\nAda Bell\n\nTom Pell")["Tom Pell"] == ("Director", None)


PLACED = [
    ("Present: Clerk, Ann Bell; Warden, Jo Pike; Sue Orr", "Ann Bell", "Clerk"),
    ("Present: Ann Bell, Clerk; Jo Pike, Warden; Sue Orr", "Ann Bell", "Clerk"),
    (
        "Present: Ann Bell, Tom Holt Events Assistant, Jo Pike",
        "Tom Holt",
        "Events Assistant",
    ),
    ("Present: Jo Pike, Tom Ian Holt, Officer", "Tom Ian Holt", "Officer"),
    (
        "Present: Ann Bell, Tom Holt, Ada Penrose Parish Clerk",
        "Ada Penrose",
        "Parish Clerk",
    ),
    ("Present: Ann Bell, Tom Holt, Ada Jane Marsh Clark", "Ada Jane Marsh Clark", None),
    (
        "Present:\nAnn Bell\nPolicy Adviser – Housing\nTom Holt\nSenior Engineer",
        "Ann Bell",
        "Policy Adviser – Housing",
    ),
    (
        "Present:\nAnn Bell\nChief Executive\nTom Holt\nFinance Director",
        "Ann Bell",
        "Chief Executive",
    ),
    ("Present:\nTom Holt\nOfficers\nJo Pike\nTown Clerk", "Tom Holt", None),
    (
        "Chair and Minute Taker: Ada Penrose\nPresent: Ann Bell, Tom Holt",
        "Ada Penrose",
        "Minute Taker",
    ),
    (
        "Clerk/Treasurer: Ada Penrose\nPresent: Ann Bell, Tom Holt",
        "Ada Penrose",
        "Clerk/Treasurer",
    ),
    ("Chair and Clerk: Ada Penrose, Tom Holt\nPresent: Jo Pike", "Tom Holt", None),
]


@pytest.mark.parametrize(("text", "name", "role"), PLACED)
def test_posts_before_behind_and_below_names(
    text: str, name: str, role: str | None
) -> None:
    assert said(text)[name][0] == role
