"""Plain answers that close what was asked, and what is none."""

from __future__ import annotations

import pytest
from reading import minutes

ANSWERED = [
    ("Orr Ltd - offer of a lamp. Not taken up.", "rejected"),
    ("Skittles club ask for the loan of the urn. Left on table till May.", "deferred"),
    ("The Guild wants our view on the new ford. We are against.", "rejected"),
    ("The choir would like a key. Yes - one, for the conductor.", "approved"),
    ("Thornholm invite us to share a barge. No interest.", "rejected"),
    ("Mill School asks for two benches. Happy to lend them.", "approved"),
    ("Angling Union - subscription of £12. To be paid.", "approved"),
    ("The tuner wants £90 instead of £80. Agreed he be paid it.", "approved"),
    ("Request of Mr Lee for a lamp at Fell Cross: no, it is lit enough.", "rejected"),
    ("Archery club, renewal of £15: not renewed.", "rejected"),
]


@pytest.mark.parametrize(("entry", "kind"), ANSWERED)
def test_answer_takes_what_was_asked(entry: str, kind: str) -> None:
    found = decided(entry)
    assert [x for x, _ in found] == [entry]
    assert found[0][1] in (kind, "resolved")


NO_ANSWERS = [
    "An update from Mr Orr was passed to the Harbour Trust Committee about the buoy.",
    "Nomination forms were passed to all who serve.",
    "Mr Orr asked whether the urn had been found. No, it had not.",
    "Is the ford insured? Yes; the papers are in the safe.",
    "It was a wet year: no, the wettest of all.",
    "Repairs to the roof: not possible till spring, the builder said.",
    "The inspector said it was quiet. Not willing to give figures.",
]


@pytest.mark.parametrize("entry", NO_ANSWERS)
def test_no_answer(entry: str) -> None:
    assert decided(entry) == []


def decided(entry: str) -> list[tuple[str, str]]:
    """Return words and kinds of the decisions of an item that holds an entry."""
    record = minutes(f"## 4. Business\n\n{entry}\n\n## 5. Close\n\nNone.")
    return [(x["text"], x["kind"]) for x in record["decisions"]]


@pytest.mark.parametrize("says", ["that this be done", "to do so", "that it be done"])
def test_what_leans_takes_the_sentence_above(says: str) -> None:
    above = "Mr Orr suggested painting the weir."
    told = f"It was agreed {says}."
    assert decided(f"{above} {told}") == [(f"{above} {told}", "resolved")]
