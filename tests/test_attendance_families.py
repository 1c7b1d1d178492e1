"""Ways in which clerks list people: in capitals, in groups, for bodies, as away."""

from __future__ import annotations

import pytest
from reading import read

HEAD = "Thornbeck Forum\nMinutes of the meeting held on 4 March 2024 at 7pm\n\n"
END = "\n\n1. Minutes\nThe minutes were approved.\n"

Said = dict[str, tuple[str, str | None, str | None]]


def said(body: str, name: str = "minutes.txt") -> Said:
    """Return status, post and body of everyone whom a list names."""
    people = read(HEAD + body + END, name)["attendance"]
    return {x["name"]: (x["status"], x["role"], x["organisation"]) for x in people}


SURNAMES = [
    ("MEMBERS PRESENT: PENROSE, HOLT, MARSH, PIKE", "PENROSE HOLT MARSH PIKE"),
    ("MEMBERS PRESENT: PENROSE, HOLT (VIA ZOOM) AND FERGUSON", "PENROSE HOLT FERGUSON"),
    ("ROLL CALL: Present - PENROSE, HOLT, MARSH.", "PENROSE HOLT MARSH"),
    ("Present: Councillors\nPenrose, Brindle (Mrs), Orr and Pike", "Penrose Orr Pike"),
    ("PARTNERS PRESENT: NHS, DEFRA, HMRC", ""),
]


@pytest.mark.parametrize(("body", "names"), SURNAMES)
def test_surnames_alone(body: str, names: str) -> None:
    assert set(names.split()) <= set(said(body))
    assert bool(names) == bool(said(body))


def test_initials_behind_a_surname_tell_its_bearers_apart() -> None:
    found = said("Present\nCouncillors\nAshcombe, Pell (D), Pell (P L),\nPike and Orr")
    assert {"Pell (D)", "Pell (P L)", "Orr"} <= set(found)


def test_a_group_above_posts_ends_the_list_before_it() -> None:
    body = "Present\nCouncillors\nAshcombe, Pell, Pike and Orr\n\nOfficers\n"
    found = said(body + "Treasurer               Mr K Rees")
    assert found["Ashcombe"][1] is None
    assert found["K Rees"][1] == "Treasurer"


AWAY = [
    ("Present: Ann Bell, Tom Holt\nNo apology: B. Orr", "B. Orr", "absent"),
    ("Present: Ann Bell, Tom Holt\nNo reply from: B. Orr", "B. Orr", "absent"),
    (
        "Present: Ann Bell, Tom Holt\nSorry could not come: Jo Orr",
        "Jo Orr",
        "apologies",
    ),
    (
        "Present: Ann Bell, Tom Holt.\nJo Orr was expected but did not come.",
        "Jo Orr",
        "absent",
    ),
    ("Present: Ann Bell, Tom Holt.\nJo Orr failed to turn up.", "Jo Orr", "absent"),
    (
        "Present: Ann Bell, Jo Orr*\nApologies: Tom Holt and Cllr M Ash\n"
        "(* = joined during item 3)",
        "M Ash",
        "apologies",
    ),
    (
        "Present: Ann Bell, Ken Orr\nApologies: Tom Holt; Mr Orr for lateness",
        "Ken Orr",
        "present",
    ),
    ("Present: Ann Bell\nGallery: Mr Jo Orr, Mrs Val Pike", "Jo Orr", "present"),
]


@pytest.mark.parametrize(("body", "name", "status"), AWAY)
def test_who_stayed_away(body: str, name: str, status: str) -> None:
    found = said(body)
    assert found[name][0] == status
    assert not {"Orr", "Ash"} & set(found)


BODIES = [
    (
        "Present: Cllrs T Penrose (Chairman), S Holt; Representing St Ann's PCC: "
        "Mrs H Pike, Reverend J Bell (from 6.10 p.m.), Mr L Fenn.",
        {"S Holt": None, "H Pike": "St Ann's PCC", "L Fenn": "St Ann's PCC"},
    ),
    (
        "Present: Cllr T Penrose; Cllr D Orr, for Holt Parish Council; Mr L Fenn, "
        "for the Mill Society.",
        {"D Orr": "Holt Parish Council", "L Fenn": "Mill Society"},
    ),
    (
        "Present:\n\nCouncillor F Orr in the Chair\n\nHolt City Council:\n"
        "Councillors B Fenn and D Pike\n\nMill Borough Council:\n"
        "Councillors F Orr and S Bell",
        {"F Orr": "Mill Borough Council", "B Fenn": "Holt City Council"},
    ),
    (
        "Present: Cllr T Penrose; Jo Pike, for Ann Bell - Holt Council.",
        {"Jo Pike": "Holt Council"},
    ),
    (
        "Board members\nAnn Bell (Chair)\nTom Holt\n\nTSA staff\nJo Pike - Clerk",
        {"Tom Holt": None, "Jo Pike": "TSA"},
    ),
    (
        "Board members\nAnn Bell (Chair)\nTom Holt\n\nIT staff\nJo Pike - Clerk",
        {"Jo Pike": None},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), BODIES)
def test_the_body_that_people_came_for(
    body: str, expected: dict[str, str | None]
) -> None:
    found = said(body)
    assert {x: found[x][2] for x in expected} == expected


def test_a_cell_of_several_people_shares_the_body_beside_it() -> None:
    rows = (
        ("PRESENT:", "Cllr A Penrose", "Marl Council"),
        ("", "G Orr", "Local resident"),
        ("IN ATTENDANCE:", "R Pike, D Marsh and M Bell", "Holt Council"),
    )
    cells = "".join(f"<tr>{''.join(f'<td>{x}</td>' for x in r)}</tr>" for r in rows)
    page = f"<h1>Mill Forum</h1><p>Minutes of 4 May 2021</p><table>{cells}</table>"
    people = read(f"<html><body>{page}</body></html>", "minutes.html")["attendance"]
    found = {x["name"]: (x["role"], x["organisation"]) for x in people}
    assert {found[x] for x in ("R Pike", "D Marsh", "M Bell")} == {
        (None, "Holt Council")
    }
    assert found["G Orr"] == (None, None)


GROUPS = """**Full-Time Officers:** Leila Novak (President), Jo Marsh (VP Education)
**Part-Time Officers:** Tom Holt (Sustainability), Sara Kane (International)
**Committee reps:** Ann Bell
**Excused:** Lee Orr
"""


def test_groups_are_labelled_by_their_own_names() -> None:
    found = said(GROUPS, "minutes.md")
    assert found["Jo Marsh"] == ("present", "VP Education", None)
    assert found["Tom Holt"] == ("present", "Sustainability", None)
    assert found["Ann Bell"][:2] == ("present", "Committee rep")
    assert found["Lee Orr"][:2] == ("apologies", None)


REMARKS = [
    (
        "Present: Ann Bell (Chair), Jo Orr, Trade Union Nominee",
        "Jo Orr",
        ("Trade Union Nominee", None),
    ),
    ("Present: Ann Bell, Lord Penrose (JP), Tom Holt", "Penrose", (None, None)),
    (
        "Present: Ann Bell, Jo Frew, Director of Works (Minute 19/58 only), Tom Holt",
        "Jo Frew",
        ("Director of Works", None),
    ),
    (
        "Present: Ann Bell, Tom Holt (in the Chair until item 1, & thereafter)",
        "Tom Holt",
        (None, None),
    ),
    (
        "Present: Mr D Marsh (Trust Director / Senior Director) Mrs F Wragg (Clerk) "
        "Mr C Odd (Director of Finance)",
        "D Marsh",
        ("Trust Director / Senior Director", None),
    ),
]


@pytest.mark.parametrize(("body", "name", "expected"), REMARKS)
def test_remarks_are_no_bodies(
    body: str, name: str, expected: tuple[str | None, str | None]
) -> None:
    assert said(body)[name][1:] == expected


FIELDS = [
    (
        "Attending: Ann Bell, Chair; Tom Holt, Treasurer; Jo Orr, Grounds",
        "Jo Orr",
        ("Grounds", None),
    ),
    (
        "Cabinet members present:\nCllr A Bell – Leader of the Council\n"
        "Cllr J Orr – Adult Social Care",
        "J Orr",
        ("Adult Social Care", None),
    ),
    (
        "Attending: Ann Bell, Chair; Tom Holt, Marl Trust; Jo Orr, Ramblers",
        "Jo Orr",
        (None, "Ramblers"),
    ),
    (
        "Public Governors: Ann Bell (Marl North), Jo Orr (Marl South)",
        "Jo Orr",
        ("Public Governor", None),
    ),
    (
        "Present: Ann Bell (Chair), Jo Orr (Marl Vale Planning Consultants)",
        "Jo Orr",
        (None, "Marl Vale Planning Consultants"),
    ),
    (
        "Present:\nAnn Bell AB (Chair)\nJo Orr JO (Marl Heath PC)\nTom Holt TH (Clerk)",
        "Jo Orr",
        (None, "Marl Heath PC"),
    ),
]


@pytest.mark.parametrize(("body", "name", "expected"), FIELDS)
def test_fields_and_places(
    body: str, name: str, expected: tuple[str | None, str | None]
) -> None:
    assert said(body)[name][1:] == expected


ROLLS = [
    "ROLL CALL\nBell       Present\nHolt       Absent\nOrr        Excused\n"
    "Pike       Present",
    "ROLL CALL\nTrustee Bell: Present\nTrustee Holt: Absent\nTrustee Orr: Excused\n"
    "Trustee Pike: Present (at 7:10 p.m.)",
]


@pytest.mark.parametrize("body", ROLLS)
def test_rolls_that_are_called(body: str) -> None:
    found = {x: y[0] for x, y in said(body).items()}
    assert found == {
        **{"Bell": "present", "Holt": "absent", "Orr": "apologies"},
        "Pike": "present",
    }


def test_label_in_a_line_below_a_list_that_wraps() -> None:
    body = (
        "Present: Cllrs P. Bell (Chairman), A. Marsh, S. Pike, J. Webb\n"
        "In attendance: Mrs C Lowe (Clerk), Cllr D. Orr, 3 members of the public\n"
        "Apologies: Cllr B. Holt (holiday), Cllr T. Ives (work)"
    )
    found = said(body)
    assert [found[x][0] for x in ("D. Orr", "B. Holt", "T. Ives")] == [
        *("present", "apologies", "apologies")
    ]


def test_attendance_and_apologies_in_one_heading() -> None:
    found = said("1. Attendance and apologies\nCllrs Bell (Chair), Orr, Pike, Marsh")
    assert found["Orr"][0] == "present"


PAGES = [
    (
        "<table><tr><td>Present:</td><td>Ann Bell<br>Tom Holt</td>"
        "<td>Chief Executive<br>Trust Secretary</td></tr>"
        "<tr><td>Apologies:</td><td>Jo Orr</td><td>Medical Director</td></tr></table>",
        {"Ann Bell": "Chief Executive", "Jo Orr": "Medical Director"},
    ),
    (
        "<table><tr><td></td><td>Name</td><td>Role</td></tr><tr><td>Present</td>"
        "<td>Ann Bell</td><td>Governor</td></tr><tr><td></td><td>Tom Holt</td>"
        "<td>Headteacher</td></tr><tr><td>Apologies</td><td>Jo Orr</td>"
        "<td>Staff Governor</td></tr></table>",
        {"Tom Holt": "Headteacher", "Jo Orr": "Staff Governor"},
    ),
]


@pytest.mark.parametrize(("table", "posts"), PAGES)
def test_cells_side_by_side(table: str, posts: dict[str, str]) -> None:
    page = (
        "<html><body><h1>Thornbeck Trust</h1><p>Minutes of the meeting held on 4 March"
        f" 2024</p>{table}<h2>1. Minutes</h2><p>Approved.</p></body></html>"
    )
    people = {x["name"]: x for x in read(page, "minutes.html")["attendance"]}
    assert {x: people[x]["role"] for x in posts} == posts
    assert people["Jo Orr"]["status"] == "apologies"
    assert people["Tom Holt"]["status"] == "present"
