"""Items of documents that have headings of their format, and titles that wrap."""

from __future__ import annotations

import pytest
from reading import read

TEXT = (
    "The Clerk told members at some length how the matter stood, what it would cost, "
    "and who had been asked about it. The minutes had been circulated before."
)
SAID = f"{TEXT}\n\n"
CAME = "Present: Cllr Ada Penrose (Chair), Cllr Tom Holt, Cllr Jo Marsh\n\n"

# the text of a Markdown file, and the items in it
LEVELS = {
    "one of a level is asked at length, as a sentence": (
        f"{CAME}## Business\n\n### Mill Lane\n\n{SAID}### Pond\n\n{SAID}"
        "### Talk about how we are using the web site and what it is meant to be\n\n"
        f"Fine.\n\n### Hedges\n\n{SAID}### Seats\n\n{SAID}## Close\n\n{TEXT}\n",
        [
            "Business",
            "Mill Lane",
            "Pond",
            "Talk about how we are using the web site and what it is meant to be",
            "Hedges",
            "Seats",
            "Close",
        ],
    ),
    "what divides one item after another stays out": (
        f"{CAME}## Pond\n\n### Discussion\n\n{SAID}## Hedges\n\n### Discussion\n\n"
        f"{SAID}## Seats\n\n### Discussion\n\n{SAID}## Close\n\n{TEXT}\n",
        ["Pond", "Hedges", "Seats", "Close"],
    ),
    "a proposal to do something is no task": (
        f"{CAME}## Proposal to form a working party on barns\n\n{SAID}"
        f"## Pond\n\n{SAID}## Motion to sell the cart\n\n{SAID}## Close\n\n{TEXT}\n",
        [
            "Proposal to form a working party on barns",
            "Pond",
            "Motion to sell the cart",
            "Close",
        ],
    ),
    "who was not there is told far down": (
        "* Called to order at 7pm\n\n## Printed Agenda\n\n### Committees\n\n"
        "#### Radio\n\nAll of it works.\n\n#### Stores\n\nTom Holt was not present.\n"
        f"\n#### Van\n\n{SAID}### Old Business\n\n#### Raffle\n\n{SAID}"
        f"#### Tents\n\n{SAID}### New Business\n\n#### Dinner\n\n{SAID}"
        f"### Close\n\n{TEXT}\n",
        [
            *("Printed Agenda", "Committees", "Radio", "Stores", "Van"),
            *("Old Business", "Raffle", "Tents", "New Business", "Dinner", "Close"),
        ],
    ),
    "the kind of what is numbered below": (
        f"{CAME}**1. Minutes**\n\n{SAID}**2. Pond**\n\n{SAID}**QUESTIONS**\n\n"
        f"**4. Question put by Cllr Jo Marsh**\n\n{SAID}**5. Seats**\n\n{TEXT}\n",
        ["Minutes", "Pond", "Question put by Cllr Jo Marsh", "Seats"],
    ),
}


@pytest.mark.parametrize("name", LEVELS)
def test_levels(name: str) -> None:
    text, expected = LEVELS[name]
    found = read(f"# Thornbeck Parish Council\n\nMinutes, 4 March 2024\n\n{text}")
    assert [x["title"] for x in found["items"]] == expected


def test_a_title_in_capitals_may_wrap() -> None:
    title = (
        "MINUTES OF PROCEEDINGS AT SPECIAL MEETING OF MARL",
        "TOWN COUNCIL HELD IN THE OLD TITHE BARN, LOW FOLD",
        "LANE, MARL, ON TUESDAY, 5TH MARCH, 2024, AT",
        "2.30 P.M. TO PASS A VOTE OF THANKS TO THE CREW",
        "OF THE FIRE ENGINE.",
    )
    rest = (
        "PRESENT IN THE CHAIR: Councillor A. Penrose, Mayor.\n\nMEMBERS PRESENT:\n\n"
        f"Councillors Bell, Holt, Marsh and Reeve.\n\n{SAID}{SAID}{SAID}{SAID}"
    )
    found = read("\n\n".join(title) + "\n\n" + rest, "minutes.txt")
    assert found["items"] == []
    assert found["meeting"]["start"] == "14:30"
