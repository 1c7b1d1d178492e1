"""Roles: posts and offices, in their fullest form, once each."""

from __future__ import annotations

import pytest

from minutebook.load.builder import TextBuilder
from minutebook.recognise.context import Context
from minutebook.recognise.posts import is_post
from minutebook.recognise.roles import recognise_roles
from minutebook.recognise.runs import read_runs
from minutebook.records import (
    Attendee,
    Mention,
    Preamble,
    RosterBlock,
    Sections,
    SourceDocument,
    Span,
)


def roles(
    text: str, attendance: tuple[Attendee, ...] = (), names: tuple[str, ...] = ()
) -> dict[str, tuple[str, ...]]:
    builder = TextBuilder()
    for line in text.split("\n"):
        builder.row_of([[(cell, {})] for cell in line.split("\t")])
    whole, lines, pages = builder.finish()
    source = SourceDocument("x.txt", "text/plain", "", 0, whole, lines, pages)
    rosters = (RosterBlock("present", "Present", 0, text.find("\n\n")),)
    sections = Sections("minutes", Span(0, 0), rosters if "\n\n" in text else ())
    people = tuple(
        Mention("person", whole.index(x), whole.index(x) + len(x), x, "test")
        for x in names
    )
    context = Context(source, sections, Preamble(attendance=attendance))
    mentions, found = recognise_roles(context, read_runs(context.joined, people))
    for x in mentions:
        assert whole[x.start : x.end].strip()
        assert x.entity is not None
        assert x.entity < len(found)
    return {x.name: x.aliases for x in found}


NAMES = [
    # for how long it is held
    ("Ada was elected Mayor for the Municipal Year 2012/13", ["Mayor"]),
    ("Ada was elected Deputy Mayor for the ensuing year", ["Deputy Mayor"]),
    ("the Minister for the Civic Centre", ["Minister for the Civic Centre"]),
    (
        "the Mayor Pro-Tem and the President Pro Tem",
        ["Mayor Pro-Tem", "President Pro Tem"],
    ),
    (
        "the two Deputy Headteachers and the Mayoress",
        ["Deputy Headteacher", "Mayoress"],
    ),
    ("the Director of Place spoke", ["Director of Place"]),
    ("the Group Accountant, Schools, spoke", ["Group Accountant, Schools"]),
    (
        "the Senior Engineer, Roads and Parks spoke",
        ["Senior Engineer, Roads and Parks"],
    ),
    ("we told the Senior Engineer, Roads and Parks staff left", ["Senior Engineer"]),
    (
        "the Head of Service, Adult Social Care, spoke",
        ["Head of Service, Adult Social Care"],
    ),
    (
        "the Head of Service - Waste and Recycling spoke",
        ["Head of Service - Waste and Recycling"],
    ),
    (
        "the Designated Nurse for Safeguarding Children spoke",
        ["Designated Nurse for Safeguarding Children"],
    ),
    ("the Consultant in Public Health spoke", ["Consultant in Public Health"]),
    ("Professor Penrose spoke in Rivers House", []),
    ("the Head of Member Support spoke", ["Head of Member Support"]),
    ("Ada, Treasurer to the Authority, spoke", ["Treasurer to the Authority"]),
    (
        "the Temporary Chief Constable and a temporary Clerk",
        ["Temporary Chief Constable", "Clerk"],
    ),
    ("Minute Taker / Lay Member for Rivers", ["Minute Taker", "Lay Member for Rivers"]),
    ("our M.P. and the Bishop; Bishop Holt, M.Penrose", ["M.P.", "Bishop"]),
    (
        "The Registrar said the President pro tem left",
        ["Registrar", "President pro tem"],
    ),
    ("Estates Officer for FY 2003", ["Estates Officer"]),
    ("the Highways Engineer (MCC Highways) came", ["Highways Engineer"]),
    (
        "5.1 – Fixture secretary, no nominations\n5.2 – Dog show, no fee",
        ["Fixture secretary"],
    ),
    ("the Head of Key Stage 2 spoke", ["Head of Key Stage 2"]),
    ("the Deputy Head (Pastoral) spoke", ["Deputy Head (Pastoral)"]),
    ("the Kaumatua spoke", ["Kaumatua"]),
    ("a coach from Premier Sport spoke to the Premier", ["Premier"]),
    (
        "the Minister of State with special responsibility for Rivers and Locks spoke",
        ["Minister of State with special responsibility for Rivers and Locks"],
    ),
    ("the Chief Fire Officer (Support) spoke", ["Chief Fire Officer (Support)"]),
    ("the Chief Fire Officer (Penrose) spoke", ["Chief Fire Officer"]),
    ("the Director: Corporate Services spoke", ["Director: Corporate Services"]),
    ("the Area Engineers were asked", ["Area Engineer"]),
    ("some Engineers were asked", []),
    ("the Depute Clerk spoke", ["Depute Clerk"]),
    ("the Stakeholder Member spoke", ["Stakeholder Member"]),
    ("the Federal Member for Marsh spoke", ["Federal Member for Marsh"]),
    ("tell the chief exec", ["Chief exec"]),
    ("ask the school link officer", ["School link officer"]),
    ("she is treasurer of the Marsh Bowls Club", ["Treasurer of the Marsh Bowls Club"]),
    ("she is treasurer of Marsh", ["Treasurer"]),
    ("as trustee of the Marsh Trust", ["Trustee"]),
    ("the Town Clerk/Tax Collector spoke", ["Town Clerk/Tax Collector"]),
    ("the Roads/Rivers Committee met", []),
    ("Penrose & Sons Funeral Directors came", []),
    ("the Street Wardens came", ["Street Warden"]),
    ("LEADER funds were sought", []),
    (
        "The Head of Estates and Parks met the Area Roads Officer",
        ["Head of Estates and Parks", "Area Roads Officer"],
    ),
    (
        "Ada Penrose\tExecutive Director: Children, Families and Adults Services",
        ["Executive Director: Children, Families and Adults Services"],
    ),
    (
        "the Director of Operations (Rivers, Canals & Locks)",
        ["Director of Operations (Rivers, Canals & Locks)"],
    ),
    (
        "the Portfolio Holder for Housing and Leisure reported",
        ["Portfolio Holder for Housing and Leisure"],
    ),
    ("a letter from the Minister for Rivers", ["Minister for Rivers"]),
    (
        "the Skills, Careers and Enterprise Manager came",
        ["Skills, Careers and Enterprise Manager"],
    ),
    ("the Finance & Resources Manager came", ["Finance & Resources Manager"]),
    ("the Director Corporate Services came", ["Director Corporate Services"]),
    ("the Chair of the Staffing Committee came", ["Chair of the Staffing Committee"]),
    ("the Chair of the Board thanked all", ["Chair"]),
    ("the clerk will write", ["Clerk"]),
    ("a letter from the footpaths officer", ["Footpaths officer"]),
    ("Independent Reviewing Officers came", ["Independent Reviewing Officer"]),
    ("Children's Services Manager", ["Children's Services Manager"]),
    ("QVB's Roads Officer", ["Roads Officer"]),
    ("the Chief Executive and the Town Clerk", ["Chief Executive", "Town Clerk"]),
    # no roles
    ("Councillor Penrose and the Members of the Group", []),
    ("Mr Penrose took his place IN THE CHAIR", []),
    ("the new officer and the relevant officer", []),
    ("Mayor Street was closed", []),
    ("the Senior Officers Group met", []),
    ("the head of the queue", []),
    ("the Rights of Way Officer replied", ["Rights of Way Officer"]),
    ("Assistant Director (Finance) spoke", ["Assistant Director (Finance)"]),
    ("the Section 151 Officer replied", ["Section 151 Officer"]),
    ("Hale LLP was taken on as external auditor", ["External auditor"]),
    ("T23/153 Town Clerk spoke", ["Town Clerk"]),
    ("as good as new", []),
    ("welcomed the audit partner", ["Audit partner"]),
    ("the nominated lead and the other partner", []),
    ("Pym was elected vice chair", ["Vice chair"]),
    ("Pym was elected in June; a post of oak", []),
    ("offered the post of groundsman", ["Groundsman"]),
    ("as safeguarding governor, she had checked it", ["Safeguarding governor"]),
    ("the governors met as usual", []),
    # a branch of work behind a comma; a list that is no branch
    (
        "the Director of Service, Rivers Development replied",
        ["Director of Service, Rivers Development"],
    ),
    (
        "by the Acting Senior Roads Officer, Quarry Support Services dated 8 May",
        ["Acting Senior Roads Officer, Quarry Support Services"],
    ),
    ("the Senior Roads Officer, Thornbeck Quarry, came", ["Senior Roads Officer"]),
    (
        "the Head of Rivers and Locks, Corporate Services came",
        ["Head of Rivers and Locks"],
    ),
    # a minister's brief goes on; a chair's does not
    (
        "the Minister for Rivers, Locks and the Canals said",
        ["Minister for Rivers, Locks and the Canals"],
    ),
    ("the Chair of Rivers and the Clerk", ["Chair of Rivers", "Clerk"]),
    ("as Website and Digital Lead", ["Website and Digital Lead"]),
    # passing words
    ("an outgoing secretary, a different teacher", ["Secretary"]),
    ("thanked the Outgoing Secretary", ["Secretary"]),
    ("a lone worker and a key worker", []),
    ("the Roads Manager for Thornbeck Borough Council", ["Roads Manager"]),
    (
        "the Roads Manager for QVB met the Manager for HR",
        ["Roads Manager", "Manager for HR"],
    ),
    ("Thornbeck Lane Primary School Caretaker came", ["Caretaker"]),
    ("Primary School Head Teacher came", ["Primary School Head Teacher"]),
    # names and prizes
    ("Molly Reeve came", []),
    ("the Reeve came", ["Reeve"]),
    ("the Mayor's Award was won", []),
    ("the Mayor's report was heard", ["Mayor"]),
    # lower case
    ("the QVB cabinet member came", ["Cabinet member"]),
    ("wrote to the chief executive of Thornbeck Water", ["Chief executive"]),
    ("for she is a trustee with the mill", ["Trustee"]),
    ("an assistant chief executives day", []),
    ("Police report: the CPO was away", ["CPO"]),
    ("the compulsory purchase (CPO) was made; police none", []),
    ("report of the Director, Quarry Services, dated", ["Director, Quarry Services"]),
    ("the Director, Harrow Quarry, came", []),
    (
        "The chairman secretary and treasurer met",
        ["Chairman", "Secretary", "Treasurer"],
    ),
    ("The chairman and desk and chairs came", ["Chairman"]),
    ("Ada, the project officer at the mill", ["Project officer"]),
    ("the relevant officer at the mill", []),
    ("a letter to the R.F.O and the DSL", ["R.F.O", "DSL"]),
    # written short
    ("Mr. D. Pym, Co. Manager, came", ["Co. Manager"]),
    ("the Sen. Ex. Engineer left", ["Sen. Ex. Engineer"]),
    (
        "J. Pym, Dir. of Services/Co. Engineer, N. Hale, Dir. of Services",
        ["Dir. of Services/Co. Engineer", "Dir. of Services"],
    ),
    ("the Asst. GM Engineering and Water came", ["Asst. GM Engineering and Water"]),
    ("Penrose & Co. Services replied", []),
    (
        "A/Director of Services. The Director of Services",
        ["A/Director of Services", "Director of Services"],
    ),
    ("the Section 73 Officer agreed", ["Section 73 Officer"]),
    ("Welfare Officer: Zita Pym", ["Welfare Officer"]),
    ("Service Director: Roads and Locks", ["Service Director: Roads and Locks"]),
    ("the Town Solicitor and QVB Engineering came", ["Town Solicitor"]),
    # what stands before, and how somebody took part
    ("VII Secretary’s Report", ["Secretary"]),
    ("the C.C.C. Clerk replied", ["Clerk"]),
    ("the Mayor’s office replied", []),
    ("a Thornbeck Council Member", []),
    # in small letters without an article
    ("talk it over with City manager", ["City manager"]),
    ("five project managers came", ["Project manager"]),
    ("a chief finance officers day", []),
    ("the Auditor General’s report", ["Auditor General"]),
    ("the Town Clerk and Deputy Town Clerk", ["Town Clerk", "Deputy Town Clerk"]),
    ("the Rector and Webmaster", ["Rector", "Webmaster"]),
    ("the Tournament Secretary came", ["Tournament Secretary"]),
    ("the Men’s Captain reported", ["Men’s Captain"]),
    ("the President and Vice President", ["President", "Vice President"]),
    ("BOARD OF DIRECTORS", []),
    ("the counsel of others", []),
    ("Mr Zog was in the Chair", []),
    ("an armchair and a co-chair/host", []),
    ("Her Worship the Mayor", ["Mayor"]),
    ("the PC Office and the DS Report", []),
    ("the District Valuer and the Lay Visitor", ["District Valuer", "Lay Visitor"]),
    # without the body, club or county that the post is in
    ("Zita Quarry, Quarry Chess Club Treasurer", ["Treasurer"]),
    ("the Marsh County Roads Engineer wrote", ["Roads Engineer"]),
    ("the Welsh Government Canals Minister", ["Canals Minister"]),
    ("the Local Government Officer", ["Local Government Officer"]),
    ("the House of Commons Librarian", ["House of Commons Librarian"]),
    (
        "the Exchequer Secretary to the Treasury",
        ["Exchequer Secretary to the Treasury"],
    ),
    ("the Deputy Lord Lieutenant", ["Deputy Lord Lieutenant"]),
    # whose post it is, or which of two
    ("the Rights of Way Officer of the County Council", ["Rights of Way Officer"]),
    ("the Locks Manager, Marsh Fire & Rescue Service", ["Locks Manager"]),
    ("the Police and Crime Commissioner agreed", ["Police and Crime Commissioner"]),
    ("Chairman of the Joint Committee", ["Chairman"]),
    ("2nd Vice Chair Pym spoke", ["2nd Vice Chair"]),
    ("the Marsh Books Team and Library Manager came", ["Library Manager"]),
    ("the Home Secretary wrote", ["Home Secretary"]),
    ("the Coroner's Officer wrote", ["Coroner's Officer"]),
    ("the Clinical Chair wrote", ["Clinical Chair"]),
    # in small letters
    ("a word with the infection control nurse", ["Infection control nurse"]),
    ("Ada is unpaid director of Zorbex Hale", ["Director"]),
    ("3. Election of vice chair", ["Vice chair"]),
    ("she had been a magistrate for years", ["Magistrate"]),
    ("the PM's letter of 3 PM", ["PM"]),
    # the chair as a seat
    ("Zita took the Chair. The Chair was taken by Ada", []),
    ("On taking the Chair she thanked the Chair", ["Chair"]),
    # posts by their last word, and one beside its vice
    ("The Vice-Convener thanked the Convener", ["Convener", "Vice-Convener"]),
    ("The Vice-Principal met the Principal", ["Principal", "Vice-Principal"]),
    ("The Phase Leader and the Ward Sister spoke", ["Phase Leader", "Ward Sister"]),
    ("Ada, Family Support Worker, left", ["Family Support Worker"]),
    ("The Cemetery Sexton dug, the Skipper sailed", ["Cemetery Sexton", "Skipper"]),
    ("The Storekeeper counted", ["Storekeeper"]),
    ("Skipper Street was closed", []),
]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_names(text: str, expected: list[str]) -> None:
    assert sorted(roles(text)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        (
            "Sgt Ada Pym, PC Holt and DCI A Bell came",
            ("Ada Pym", "Holt", "A Bell"),
            {"Sgt", "PC", "DCI"},
        ),
        ("they thanked bus driver Ada Pym", ("Ada Pym",), {"Bus driver"}),
        ("Ada Pym, premises manager, came", ("Ada Pym",), {"Premises manager"}),
        ("Ada Pym, as manager, came", ("Ada Pym",), set()),
        ("the area manager, Mr Pym", ("Pym",), {"Area manager"}),
        ("of a new area officer, Ada Pym", ("Ada Pym",), {"Area officer"}),
        ("the surveyor, Ada Pym, said", ("Ada Pym",), {"Surveyor"}),
        ("Ada Pym (parish council rep)", ("Ada Pym",), {"Parish council rep"}),
        ("Ada Pym, scorer for 31 seasons", ("Ada Pym",), {"Scorer"}),
        ("Ada Pym (Scientific Secretary)", ("Ada Pym",), {"Scientific Secretary"}),
        ("Director Pym moved, Director Hale seconded", ("Pym", "Hale"), {"Director"}),
        ("Director Pym moved", ("Pym",), {"Director"}),
        ("Trustee Pym moved, Trustee Hale seconded", ("Pym", "Hale"), set()),
        (
            "Commissioner Pym moved, Commissioner Hale agreed",
            ("Pym", "Hale"),
            {"Commissioner"},
        ),
        ("Chief Ada Pym spoke", ("Ada Pym",), {"Chief"}),
    ],
)
def test_what_holders_are_called_by(
    text: str, names: tuple[str, ...], expected: set[str]
) -> None:
    assert set(roles(text, names=names)) == expected


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("Parent Trustee/Deputy Chair", {"Parent Trustee", "Deputy Chair"}),
        ("Secretary/Treasurer", {"Secretary/Treasurer"}),
        ("Head of Roads/Director of Locks", {"Head of Roads", "Director of Locks"}),
        ("Director of Locks / CFO", {"Director of Locks", "CFO"}),
        ("Director of Locks/Rivers", {"Director of Locks/Rivers"}),
        (
            "Director of Locks & Deputy Chief Executive",
            {"Director of Locks", "Deputy Chief Executive"},
        ),
        ("Treasurer (Remote)", {"Treasurer"}),
        ("Vicar Marsh Hallows Church", {"Vicar"}),
        ("Office of the Lock Judge", set()),
    ],
)
def test_listed_posts_are_cut_where_they_end(role: str, expected: set[str]) -> None:
    text = f"{role}\n\nAll agreed."
    listed = Attendee(
        "Ada Penrose", 0, 1, "present", role=role, role_span=Span(0, len(role))
    )
    assert set(roles(text, (listed,))) == expected


@pytest.mark.parametrize(
    ("cell", "names", "expected"),
    [
        ("Headteacher Bo Hale Clerk", ("Bo Hale",), {"Headteacher", "Clerk"}),
        ("Treasurer Hale", ("Hale",), {"Treasurer"}),
        ("Roads Engineer, Bo Hale", ("Bo Hale",), {"Roads Engineer"}),
        # a place called as somebody is
        ("Engineer, Hale West District", ("Hale",), {"Engineer, Hale West District"}),
    ],
)
def test_a_listed_post_ends_where_another_person_is_named(
    cell: str, names: tuple[str, ...], expected: set[str]
) -> None:
    text = f"Ada Penrose\t{cell}\n\nAll agreed."
    listed = Attendee(
        "Ada Penrose", 0, 11, "present", role=cell, role_span=Span(12, 12 + len(cell))
    )
    assert set(roles(text, (listed,), names)) == expected


def test_short_form_folds_into_the_one_candidate() -> None:
    text = "the Service Director: Strategy and Works came. The Service Director left."
    assert roles(text) == {
        "Service Director: Strategy and Works": ("Service Director",)
    }


def test_short_form_of_two_stays() -> None:
    text = "the Estates Manager and the Roads Manager came; the Area Roads Manager too"
    assert set(roles(text)) == {"Estates Manager", "Area Roads Manager"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Parish Clerk came. The Parish Council Clerk left.", 1),
        ("the Headteacher came. The Head Teacher left.", 1),
        ("the Manager-Clerk-Treasurer, Pym. The Clerk left.", 1),
        ("the Minister for Rivers and the Minister for Locks. The Minister left.", 2),
        ("the Minute Secretary came. The Secretary left.", 2),
        ("the Secretary of the Mill Club came. The Secretary left.", 2),
        ("the Hon. Secretary met the Show Secretary. The Secretary left", 2),
        ("the Shire President and the Deputy Shire President. The President left", 2),
        ("the Leader of the Council came. The Leader left.", 1),
        ("the Chief Executive Officer came. The CEO left.", 1),
        ("the Chief Executive came. The CEO and the CFO left.", 2),
        ("the Vice-Chancellor and the Pro-Vice-Chancellor came.", 2),
    ],
)
def test_ways_of_writing_one_post(text: str, expected: int) -> None:
    assert len(roles(text)) == expected


def test_a_listed_post_that_broke_off_is_read_whole() -> None:
    text = "Ada Penrose\tDirector for Rivers and Young People\n\nAll agreed."
    listed = Attendee(
        "Ada Penrose",
        0,
        11,
        "present",
        role="Director for Rivers",
        role_span=Span(12, 31),
    )
    assert list(roles(text, (listed,))) == ["Director for Rivers and Young People"]


def test_a_deputy_is_the_sheriff_s() -> None:
    text = "SHERIFF: Deputy Penrose gave the calls"
    assert list(roles(text, names=("Penrose",))) == ["Sheriff", "Deputy"]
    assert not roles("Deputy Penrose asked why", names=("Penrose",))


def test_the_tier_of_a_councillor_beside_the_name_is_no_post() -> None:
    text = "Ada Penrose (District Councillor) and Tom Holt, County Councillor"
    assert not roles(text, names=("Ada Penrose", "Tom Holt"))


def test_two_who_sign_beside_each_other_hold_two_posts() -> None:
    assert list(roles("Carried.\n\nReeve Administrator")) == ["Reeve", "Administrator"]


def test_chairs_of_every_gender_are_one() -> None:
    assert list(roles("the Chairman spoke. The Chair thanked the Chairwoman.")) == [
        "Chair"
    ] or (len(roles("the Chairman spoke. The Chair thanked the Chairwoman.")) == 1)


def test_vice_chair_is_not_the_chair() -> None:
    assert set(roles("the Vice-Chair and the Chair")) == {"Vice-Chair", "Chair"}


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("Engineer", True),
        ("Institute of Locks", False),
        ("Pym & Hale Architects", False),
        ("Seconded by Member", False),
        ("Chairman from item 3", False),
        ("Fundraising Rep", True),
        ("Thornbeck PC rep", False),
        ("Chairman", True),
    ],
)
def test_what_a_list_gives_is_a_post(role: str, expected: bool) -> None:
    assert is_post(role) is expected


def test_attendance_list_is_an_anchor() -> None:
    text = "Ada Penrose\tKeeper of the Keys\n\nAll agreed."
    listed = Attendee(
        "Ada Penrose",
        0,
        11,
        "present",
        role="Keeper of the Keys",
        role_span=Span(12, 30),
    )
    assert roles(text, (listed,)) == {"Keeper of the Keys": ()}


@pytest.mark.parametrize("role", ["and the Clerk", "A Penrose Clerk"])
def test_a_misread_anchor_is_read_again(role: str) -> None:
    text = f"{role}\n\nAll agreed."
    listed = Attendee(
        "Ada Penrose", 0, 1, "present", role=role, role_span=Span(0, len(role))
    )
    assert roles(text, (listed,)) == {"Clerk": ()}


def test_names_of_people_are_not_glued() -> None:
    assert set(roles("Ada Penrose Roads Manager came")) == {"Roads Manager"}
    assert set(roles("Zog Wibble Roads Manager", names=("Zog Wibble",))) == {
        "Roads Manager"
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Penrose (chair) spoke", ["Chair"]),
        ("Planner Ada Penrose spoke", ["Planner"]),
        ("Assistant fire chief Ada Penrose spoke", ["Assistant fire chief"]),
        ("Ada Penrose, Acting Head teacher, spoke", ["Acting Head teacher"]),
        ("and caretaker Ada Penrose, who retires", ["Caretaker"]),
        ("Ada Penrose sat in a chair", []),
        ("Web masters: Ada Penrose", ["Web master"]),
        ("Directors: Ada Penrose", ["Director"]),
        ("Election of Facilitator: Ada Penrose", []),
        ("Officers: Ada Penrose", []),
        ("Ada Penrose, Director\nNone", ["Director"]),
    ],
)
def test_an_office_beside_a_person(text: str, expected: list[str]) -> None:
    assert list(roles(text, names=("Ada Penrose",))) == expected


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("Public Governor, Harrow North", ["Public Governor"]),
        ("Registrar; Secretary", ["Registrar", "Secretary"]),
        ("Director of Services, Housing", ["Director of Services, Housing"]),
        ("Harrow Club rep", []),
        ("Headteacher ex officio", ["Headteacher"]),
        ("junior treasurer & webmaster", ["Junior treasurer", "Webmaster"]),
        ("Business & Roads Manager", ["Business & Roads Manager"]),
        (
            "Interim Chief Executive Director Corporate Services",
            ["Interim Chief Executive", "Director Corporate Services"],
        ),
        ("Penrose Roads Ltd", []),
        ("Solicitors and Partners", []),
        ("Clerk and Partnerships Manager", ["Clerk and Partnerships Manager"]),
        ("6 members of the public", []),
        ("Secondary Heads", []),
        ("Area Manager\tMarsh Primary School\tAP", ["Area Manager"]),
        ("Finance Officer, Harrow Borough Council", ["Finance Officer"]),
        ("Finance Officer, Harrow Rivers", ["Finance Officer, Harrow Rivers"]),
        ("Roads Officer (minutes)", ["Roads Officer"]),
        ("Economic Development", []),
    ],
)
def test_posts_of_a_listed_person(role: str, expected: list[str]) -> None:
    listed = Attendee(
        "Ada Penrose", 0, 1, "present", role=role, role_span=Span(0, len(role))
    )
    assert list(roles(f"{role}\n\nAll agreed.", (listed,))) == expected


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("Vice-Chairman QVRA", "Vice-Chairman"),
        ("QVRA Treasurer", "Treasurer"),
        ("Clerk RFO", "Clerk RFO"),
        ("Editor Quarry Echo", "Editor"),
        ("Editor of “The Lock”", "Editor"),
    ],
)
def test_listed_posts_without_the_body_beside_them(role: str, expected: str) -> None:
    text = f"Zita Pym\t{role}\n\nAll agreed."
    span = Span(9, 9 + len(role))
    listed = Attendee("Zita Pym", 0, 8, "present", role=role, role_span=span)
    assert list(roles(text, (listed,))) == [expected]


def test_posts_of_the_body_that_met_go_without_its_name() -> None:
    text = "the Mayor of the Municipal District of Quarry, the Chair of the Hale Board"
    builder = TextBuilder()
    builder.row_of([[(text, {})]])
    whole, lines, pages = builder.finish()
    source = SourceDocument("x.txt", "text/plain", "", 0, whole, lines, pages)
    preamble = Preamble(body="Municipal District of Quarry")
    context = Context(source, Sections("minutes", Span(0, 0)), preamble)
    found = recognise_roles(context, read_runs(context.joined, ()))[1]
    assert [x.name for x in found] == ["Mayor", "Chair of the Hale Board"]
