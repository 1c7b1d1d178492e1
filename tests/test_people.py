"""People in running text: who is named, once each, and what is nobody's name."""

from __future__ import annotations

import time

import pytest

from minutebook.recognise.context import Context
from minutebook.recognise.people import recognise_people
from minutebook.recognise.persons import compatible
from minutebook.records import (
    Attendee,
    Line,
    Page,
    Preamble,
    Sections,
    SourceDocument,
    Span,
)


def _source(text: str) -> SourceDocument:
    lines = []
    place = 0
    for row, raw in enumerate(text.split("\n")):
        if raw.strip():
            lines.append(Line(place, place + len(raw), row=row))
        place += len(raw) + 1
    pages = (Page(1, 0, len(text)),)
    return SourceDocument(
        "a.txt", "text/plain", "", len(text), text, tuple(lines), pages
    )


def _read(text, *listed):
    attendance = []
    for name, initials in listed:
        start = text.index(name)
        attendance.append(
            Attendee(name, start, start + len(name), "present", initials=initials)
        )
    context = Context(
        _source(text),
        Sections("minutes", Span(0, 0)),
        Preamble(attendance=tuple(attendance)),
    )
    return recognise_people(context)


def _names(text, *listed):
    return [x.name for x in _read(text, *listed)[1]]


NAMED = [
    # whom a label names; a given name behind a title and another is a surname
    (
        "Contact: Zorba Thornwell  Tel: 01632\nContact: Democratic Services",
        ["Zorba Thornwell"],
    ),
    ("Moved by Councillor Zorba Keith, seconded", ["Zorba Keith"]),
    # boards whose members and chair are called by their office
    (
        "Director Folsom moved. Director Catling seconded. Directors Deed and Mentel"
        " were absent. Vice Chair Petty left.",
        ["Folsom", "Catling", "Deed", "Mentel", "Petty"],
    ),
    ("Chair Catling called for a vote.", ["Catling"]),
    ("Director Finance moved the papers. The Director Roads agreed.", []),
    # a dash and a small letter behind a surname begin something else
    ("Permits: Ada Penrose-new roof, Wil Hale-Pym", ["Ada Penrose", "Wil Hale-Pym"]),
    # a post before a surname that many have; a post before a thing
    ("Secretary Peterson gave the accounts.", ["Peterson"]),
    ("Village Clerk Peterson, Treasurer Kenner.", ["Peterson", "Kenner"]),
    ("Secretary Membership gave the accounts.", []),
    (
        "He welcomed Garda Derek Okoro. Cst. MacKinnon spoke.",
        ["Derek Okoro", "MacKinnon"],
    ),
    ("The new Garda Station opened. An Garda Síochána came.", []),
    # a given name that few have, and a witness that it is one
    ("Karina Okoro, Clerk", ["Karina Okoro"]),
    ("The Karina Okoro fell", []),
    # a given name alone that begins a sentence and acts
    ("The fees rose. Karen has offered to do supper.", ["Karen"]),
    ("The Karen has offered.", []),
    # letters that head the parts of a text
    ("A. Presentation\nA lamp.\nB. Awards\nNone.", []),
    ("J. Penrose\nA lamp.\nB. Okoro\nNone.", ["B. Okoro", "J. Penrose"]),
    # a name between initials and surname; a heading's word behind a name is none
    ("Mr. R. Meredith Penrose declared an interest.", ["R. Meredith Penrose"]),
    ("H. Campbell Okoro spoke.", ["H. Campbell Okoro"]),
    ("Mr. R. Penrose Chair spoke. Paid to J Penrose Internal", ["R. Penrose"]),
    ("Ada Penrose reported on the hedge.", ["Ada Penrose"]),
    ("Cllr Penrose and Mrs J Holt left.", ["J Holt", "Penrose"]),
    ("Cllr. T. O'Dea asked about the drain.", ["T. O'Dea"]),
    (
        "Councillors Penrose, Holt and O’Dea voted against.",
        ["Penrose", "Holt", "O’Dea"],
    ),
    ("A letter came from Mr and Mrs M Ashby.", ["M Ashby", "Ashby"]),
    ("Thanks to Tom and Ada Penrose for the flowers.", ["Tom Penrose", "Ada Penrose"]),
    ("Proposed by R. Ashby, seconded by J. Holt.", ["R. Ashby", "J. Holt"]),
    ("It was written by Guy van der Holt.", ["Guy van der Holt"]),
    ("Seán Ó Briain spoke to it.", ["Seán Ó Briain"]),
    ("Professor Sir Tom Ashby OBE took the chair.", ["Tom Ashby"]),
    ("PCSO Holt gave the figures.", ["Holt"]),
    ("CllrTom Penrose was late.", ["Tom Penrose"]),
    ("Councilllor Ashby was absent.", ["Ashby"]),
    ("Amanda Holt Ada Penrose Tom Ashby", ["Amanda Holt", "Ada Penrose", "Tom Ashby"]),
    ("Oluwaseun Abiola, Treasurer, gave a report.", ["Oluwaseun Abiola"]),
    ("Zorbek Quillfeather, Clerk, read the letter.", ["Zorbek Quillfeather"]),
    ("John Lane thanked the Clerk.", ["John Lane"]),
    ("Mayor Penrose opened the fair.", ["Penrose"]),
    ("Lucy Lane spoke. It went to Mr Tom Street.", ["Lucy Lane", "Tom Street"]),
    ("Action: Ada Penrose/Tom Holt", ["Ada Penrose", "Tom Holt"]),
    ("Rose Penrose will write. Mark Holt agreed.", ["Rose Penrose", "Mark Holt"]),
    ("Thomas (Tosh) Penrose sang.", ["Thomas (Tosh) Penrose"]),
    ("Ada Penrose, Public Works Foreman, gave a report.", ["Ada Penrose"]),
]

NOBODY = [
    "The Mayor Pro Tem presided.",
    "They gave to Christian Aid.",
    "Ada Penrose Joinery quoted for the gate.",
    "Barry Transportation ran the bus.",
    "The Finance Committee met at Thornbeck Village Hall.",
    "Works in Albert Road, Victoria Park and Patrick Street are due.",
    "Grant Application forms and Will Writing were discussed.",
    "The Tom Ashby Trophy went to the school.",
    "RESOLVED: Summer Concert to be held. Summer Term begins.",
    "The N.C.C. Bus and the N.C.C. Sign need repair.",
    "Appendix B Footpaths; Phase A Drains; Plan C Lighting.",
    "Governor Training and Mayor Making were noted.",
    "The Ordnance Survey (OS) map was shown.",
    "A letter from the Queen Margaret University was read.",
    "Domestic Violence and Rural Thefts were reported.",
    "AK to speak to BL about it.",
    "The tender of Messrs Penrose & Holt was the lowest.",
    "J Penrose & Partners, Penrose and Sons: two firms quoted.",
    "Room 4, 1 Dr. Ada B. Penrose Place, Thornbeck",
    "A note by Ada Penrose LLP was read.",
    "The rota: Alan June, Barbara July.",
    "The depot moved to Henry Street in May.",
    "Moyra Coast Borough Council wrote. Climate Change was discussed.",
    "Correspondence\n\nClerks & Councils Direct\n\nClerks timesheet",
    "Signed: ______ Cathaoirleach  Countersigned: ______ Administrator",
    "The R Zone and E Scooters were discussed.",
]


@pytest.mark.parametrize(("text", "names"), NAMED)
def test_people_are_named(text, names):
    assert sorted(_names(text)) == sorted(names)


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_is_named(text):
    assert _names(text) == []


ONE = [
    # the text, who is listed, who there is in the end, and every form
    (
        "Ada Penrose\nCllr Penrose spoke. A. Penrose left. Ada came back.",
        [("Ada Penrose", None)],
        {"Ada Penrose": {"Penrose", "A. Penrose", "Ada"}},
    ),
    (
        "Ada Penrose (AP)\nTom Holt (TH)\nJo Ashby (JA)\nAP to write to TH.",
        [("Ada Penrose", "AP"), ("Tom Holt", "TH"), ("Jo Ashby", "JA")],
        {"Ada Penrose": {"AP"}, "Tom Holt": {"TH"}, "Jo Ashby": {"JA"}},
    ),
    (
        "Ada Holt\nTom Holt\nHolt spoke of the drain, said Mrs Holt.",
        [("Ada Holt", None), ("Tom Holt", None)],
        {"Ada Holt": set(), "Tom Holt": set()},
    ),
    (
        "Daniel Penrose\nDanny Penrose thanked all.",
        [("Daniel Penrose", None)],
        {"Daniel Penrose": {"Danny Penrose"}},
    ),
    (
        "J Penrose\nCllr Jane Penrose asked for a seat.",
        [("J Penrose", None)],
        {"Jane Penrose": {"J Penrose"}},
    ),
    (
        "Rob Weatherby\nRob Wetherby was thanked.",
        [("Rob Weatherby", None)],
        {"Rob Weatherby": {"Rob Wetherby"}},
    ),
    (
        "Mr T Holt and Mrs Penrose wrote. Mr Penrose rang.",
        [],
        {"T Holt": set(), "Penrose": set()},
    ),
    ("ADA PENROSE\n", [("ADA PENROSE", None)], {"Ada Penrose": set()}),
]


@pytest.mark.parametrize(("text", "listed", "people"), ONE)
def test_one_person_is_one_entity(text, listed, people):
    _, entities = _read(text, *listed)
    assert {x.name for x in entities} == set(people)
    for entity in entities:
        assert people[entity.name] <= set(entity.aliases)


def test_mentions_quote_the_text_and_point_at_their_person():
    text = (
        "Ada Penrose (AP)\nTom Holt (TH)\nCllr Penrose asked TH about Tom Holt's hedge."
    )
    mentions, entities = _read(text, ("Ada Penrose", "AP"), ("Tom Holt", "TH"))
    seen = [(text[x.start : x.end], entities[x.entity].name) for x in mentions]
    assert ("Penrose", "Ada Penrose") in seen
    assert ("TH", "Tom Holt") in seen
    assert seen.count(("Tom Holt", "Tom Holt")) == 2


def test_two_of_one_surname_stay_two_and_the_surname_alone_is_nobody():
    text = "Ada Holt\nTom Holt\nCllr Holt spoke."
    mentions, entities = _read(text, ("Ada Holt", None), ("Tom Holt", None))
    assert [x.name for x in entities] == ["Ada Holt", "Tom Holt"]
    alone = [x for x in mentions if text[x.start : x.end] == "Holt"]
    assert [x.entity for x in alone] == [None]


def test_initials_that_resolve_to_nobody_are_left_out():
    text = "Ada Penrose (AP)\nTom Holt (TH)\nJo Ashby (JA)\nRY to write."
    listed = [("Ada Penrose", "AP"), ("Tom Holt", "TH"), ("Jo Ashby", "JA")]
    mentions, _ = _read(text, *listed)
    assert "RY" not in {x.name for x in mentions}


def test_a_list_of_initials_names_nobody():
    assert _names("AP\tClerk\nTH\tTreasurer", ("AP", None), ("TH", None)) == []


PAIRS = [
    ("Ada", "Ada Mary", 3),
    ("Ada", "A", 1),
    ("A M", "Ada Tess", 0),
    ("Robert", "Bob", 2),
    ("Alex", "Alexandra", 2),
    ("Tom", "Tess", 0),
    ("", "Tom", 1),
]


@pytest.mark.parametrize(("one", "other", "fit"), PAIRS)
def test_given_names_agree(one, other, fit):
    assert compatible(one, other) == compatible(other, one) == fit


def test_hostile_text_costs_linear_time():
    start = time.process_time()
    for hostile in ("A " * 20_000, "Ada " * 20_000, "J." * 20_000, "(A" * 20_000):
        _names(hostile)
    assert time.process_time() - start < 4
