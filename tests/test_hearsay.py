"""What sentences tell of debate, of one person, or of another body is no decision."""

from __future__ import annotations

import pytest
from reading import minutes

from minutebook.assemble.actors import own_words
from minutebook.assemble.hearsay import is_hearsay
from minutebook.assemble.outcomes import decides

OWN = own_words("Minutes of Thornbeck Parish Council, Reading Room, 4 May 2021")

ONLY_HEARD = [
    "The bid for the roof was refused by the Heritage Fund.",
    "The plan was refused by the District Council.",
    "Members supported the motion and called for lamps along the quay.",
    "Councillors supported the proposal but felt the fee was high.",
    "The Board supported the aims of the plan, but noted there would be costs.",
    "Mayor Penrose noted that the Council adopted the by-law in May.",
    "Mr Holt reminded members that the Council agreed to mow it twice.",
    "The committee discussed adding the map at the next meeting.",
    "The Council received a letter of complaint from Mrs Orr.",
    "It is vital that we agree a plan which villagers accept.",
    "Mr Orr nominated and Mrs Holt seconded Mr Dale but he did not wish to stand.",
    "JH deferred to Ada Penrose who showed the drawings.",
    "The panel recommended that the code be adopted.",
    "The Commissioners decided that the deck needed a hearing.",
    "The local action group agreed to fund the bridge.",
    "The School Governors agreed to lend the chairs.",
    "The district council agreed to mend the lane.",
    "The working party decided to meet on Monday.",
    "The Council decided on 16 January to put the works off for a year.",
    "The Council decided on the 9th to apply for an order.",
    "They resolved at their January meeting to give £500.",
    "At its June 2020 meeting the Council resolved to buy the mower.",
    "Last year the Council agreed to let the field.",
    "The Council had on 7 May approved the sale.",
    "The Council had at its last meeting resolved to oppose the closure.",
    "One post goes, which was agreed at the Council meeting on 26 March 2021.",
    "It was agreed at the committee meeting that the hall be shut.",
    "At the trustees meeting, it was agreed to sell the van.",
    "The scheme agreed for the quay was approved in 2014 by both councils.",
    "The Council had met on 9 March and approved the case for the clinic.",
]
DECIDED = [
    "The accounts were approved by the full Parish Council.",
    "Members supported the motion.",
    "Members supported the motion and agreed to write to the county.",
    "The Council considered the bid and agreed to fund it.",
    "The Council considered this but thought it better to wait.",
    "The Council received a letter from Mrs Orr and resolved to reply.",
    "The parish council agreed to mend the lane.",
    "The Council agreed that it was important to keep the map.",
    "At its meeting on 4 May the Council agreed to buy the lamp.",
    "The Council agreed to meet on 21 September.",
    "It was agreed at the Council meeting that the hall be shut.",
    "It was agreed to hold it at the committee meeting on 9 June.",
    "The Council agreed to hold the fair in June.",
    "The Clerk was asked to reply, and the Council agreed that the fee be kept.",
]


@pytest.mark.parametrize("text", ONLY_HEARD)
def test_only_heard(text: str) -> None:
    assert is_hearsay(text, OWN)


@pytest.mark.parametrize("text", DECIDED)
def test_not_only_heard(text: str) -> None:
    assert not is_hearsay(text, OWN)


def test_a_panel_decides_in_its_own_minutes() -> None:
    own = own_words("Minutes of the Low Fell Lighting Panel, 4 May 2021")
    assert not is_hearsay("The panel agreed to mend the lamps.", own)


@pytest.mark.parametrize(
    "body", ["Councilors", "Supervisors", "Selectmen", "Directors", "Aldermen"]
)
def test_who_meets(body: str) -> None:
    assert decides(f"The {body} agreed to mend the lamps.") == "body-did"


def test_what_another_body_did_besides() -> None:
    told = (
        "1. Standards\n\nThe data panel endorsed the draft code. It also agreed that "
        "shops would need a guide. The Council agreed to keep the old code."
    )
    record = minutes(told)
    assert [x["text"] for x in record["decisions"]] == [
        "The Council agreed to keep the old code."
    ]
