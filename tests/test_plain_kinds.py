"""Decisions whose words tell their kind beyond doubt, and lists run into a line."""

from __future__ import annotations

import pytest
from reading import minutes

from minutebook.assemble.kinds import adjourns, kind_of
from minutebook.assemble.outcomes import decides
from minutebook.assemble.plainkinds import plain_kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Motion to close was made by Ada Bell and approved by all.", "resolved"),
        (
            "It was agreed to put off the survey of the quay to the May meeting.",
            "deferred",
        ),
        ("The plan was to be brought back to the meeting on 4 May.", "deferred"),
        (
            "It was agreed that a revised plan be brought to the next meeting.",
            "resolved",
        ),
        ("That the Warden draw up a map and bring it to the next meeting.", "resolved"),
        ("They agreed to leave the lamps on until 11 pm.", "resolved"),
        ("The Trust voted 4-1 not to sell it.", "rejected"),
        ("Mr Orr said that he voted against. The motion was carried.", "resolved"),
        ("It was agreed that Ada Bell should follow Tom Orr as chair.", "appointed"),
        ("It was agreed that Ada Bell stay as treasurer.", "appointed"),
        ("It was agreed that the shop should follow the plan.", "resolved"),
        ("Receive a further report in May", "resolved"),
        ("That By-law 7 be given third reading.", "approved"),
        ("It was agreed that Ada Bell be made an Honorary Member.", "appointed"),
        ("It was agreed that the shed be made safe.", "resolved"),
        ("A motion was made to let it and failed with the following vote", "rejected"),
    ],
)
def test_kind(text: str, kind: str) -> None:
    assert kind_of(text) == kind


@pytest.mark.parametrize(
    ("text", "rules", "weights", "kind"),
    [
        ("It was put to the vote and lost.", "rejected", "resolved", "rejected"),
        ("That a lamp be lost no more.", "rejected", "resolved", None),
        ("carried, one against.", "resolved", "rejected", "resolved"),
        ("asked that a plan come back.", "resolved", "noted", "resolved"),
        ("agreed to set up a Quay Panel", "resolved", "appointed", "resolved"),
        ("that the gate wait", "deferred", "resolved", "deferred"),
        ("Agreed, with one more lamp.", "approved", "resolved", "approved"),
    ],
)
def test_what_weights_may_say(
    text: str, rules: str, weights: str, kind: str | None
) -> None:
    assert plain_kind(text, rules, weights) == kind
    assert not adjourns(text)


@pytest.mark.parametrize(
    ("sentence", "does"),
    [
        ("After debate the appeal was denied.", True),
        ("He was denied access.", False),
        ("The annual meeting was set for 3 June.", True),
        ("The next meeting was set for 3 June.", False),
        ("Standing Orders were then suspended.", True),
        ("The bus was suspended.", False),
        ("It was settled that both take turns.", True),
        ("Costly, and turned down.", True),
        ("Keys – Ada to hold one, all in favour.", True),
        ("The Chair named Ada and Tom to the Quay Committee.", True),
        ("The reports were noted as circulated.", True),
        ("The lamp report received.", True),
        ("The report they had received.", False),
        ("The offer of two trees was taken up.", True),
        ("The election was put off until May.", True),
        ("Nobody was put off by it.", False),
    ],
)
def test_decides(sentence: str, does: bool) -> None:
    assert (decides(sentence) is not None) is does


@pytest.mark.parametrize(
    ("body", "begin"),
    [
        (
            "4.2 RESOLVED: That the Board -\n(1) Agrees to let the quay;\n(2) Notes "
            "that £80 is left.",
            ["(1) Agrees", "(2) Notes"],
        ),
        (
            "It was RESOLVED that:- a) the plan be received; b) Ada be thanked.",
            ["RESOLVED that", "b) Ada"],
        ),
        (
            "RESOLVED: A. That the rent be £8. B. That the Clerk be asked to let it.",
            ["RESOLVED: A.", "B. That"],
        ),
        (
            "After a debate, in which all spoke, the Board:\n\n- agreed to pay £50\n"
            "- noted that the quay would be shut",
            ["agreed to pay", "noted that"],
        ),
        (
            "Moved Cr Orr, seconded Cr Holt recommendations a to b, with a change, "
            "and resolved:\n\nThat Council:\n\na) Receives it.\n\nb) Agrees to it.",
            ["a) Receives", "b) Agrees"],
        ),
        ("Orr/Holt - adopt the new map - 2 yes, 0 no", ["Orr/Holt"]),
        ("Orr/Holt - see the old map - in the shed", []),
        (
            "The following changes were agreed by all:\n\n- Ada Bell to join it\n"
            "- the panel to meet twice a term",
            ["The following"],
        ),
    ],
)
def test_list(body: str, begin: list[str]) -> None:
    found = minutes(f"## 4. Works\n\n{body}\n\n## 5. Close\n\nNone.")["decisions"]
    assert len(found) == len(begin)
    assert all(y in x["text"][:24] for x, y in zip(found, begin, strict=True))
