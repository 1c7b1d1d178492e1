"""Weights of decisions: what they take, what they drop, which kind they see."""

from __future__ import annotations

from itertools import pairwise

import pytest
from reading import minutes

from minutebook.assemble.decisions import scope_of
from minutebook.assemble.extents import Joint, judge_joint, read_joint, tells_fate
from minutebook.assemble.judged import may_decide
from minutebook.assemble.kindtraits import (
    Shown,
    part_fate,
    read_kind_traits,
)
from minutebook.assemble.kindweights import KINDS, likeliest
from minutebook.assemble.manner import read_manner
from minutebook.assemble.movers import find_motion
from minutebook.assemble.outcomes import decides
from minutebook.assemble.scope import Scope
from minutebook.assemble.weighing import (
    WORD,
    _weights,
    fold_word,
    read_told,
    read_traits,
    read_words,
    weigh,
)
from minutebook.assets import read_rows
from minutebook.certainty import likelihood, weights_in
from minutebook.load import read_bytes
from minutebook.runner import extract


def found(*lines: str) -> list[tuple[str, str]]:
    """Return rule and text of the decisions in minutes of such lines."""
    record = minutes("## " + "\n\n".join(lines) + "\n\n## 9. Close\n\nNone.")
    return [(x["rule"], x["text"]) for x in record["decisions"]]


FATES = [
    (
        ("4. Purchases", "A second bench for the green", "Carried."),
        [("decision-fate", "A second bench for the green Carried.")],
    ),
    (
        ("4. Purchases", "Buy a kiln for the club", "Ada Penrose moved", "5-0 pass"),
        [("decision-fate", "Buy a kiln for the club Ada Penrose moved 5-0 pass")],
    ),
    (
        ("4. Purchases", "New shed for the plot", "Resolution: Passed."),
        [("decision-fate", "New shed for the plot Resolution: Passed.")],
    ),
    (("4. Walks", "The path is wet.", "Nays: none"), []),
    (("4. Walks", "Who carried the lamp?", "All of the board"), []),
]


@pytest.mark.parametrize(("lines", "expected"), FATES)
def test_a_bare_fate_settles_the_lines_above(
    lines: tuple[str, ...], expected: list[tuple[str, str]]
) -> None:
    assert found(*lines) == expected


TAKEN = [
    "The stewards agreed that we would have to ask for help with the fair.",
    "Ada moved we accept the budget as it is.",
    "The SG agreed that a column would be added.",
]
PASSED_BY = [
    "The Chair of Staffing asked the Board to review and agree to the leave policy.",
    "Motion: That the pump be mended.",
    "The Clerk tabled a paper asking for the deeds to be held centrally.",
    "Cllr Holt tabled a motion that the gate be locked.",
    "TH agreed that a column would be added.",
    "The Director, Roads and Paths agreed that a column would be added.",
    "The Senior Roads Engineer agreed to send the plan on to members.",
    "Ada Penrose said that the school would be told of the plan.",
    "The path had been approved by the county in 2011.",
    "The hall was warm and twenty people came.",
]


@pytest.mark.parametrize("sentence", TAKEN)
def test_a_sentence_that_weighs_enough_is_a_decision(sentence: str) -> None:
    assert [x for _, x in found("4. Reports", sentence)] == [sentence]


@pytest.mark.parametrize("sentence", PASSED_BY)
def test_a_sentence_that_only_tells_is_none(sentence: str) -> None:
    assert found("4. Reports", sentence) == []


def test_weighing_in_short_sums_the_weights_of_all_traits() -> None:
    text = "# Minutes\n\n## 4. Reports\n\n" + "\n\n".join(TAKEN + PASSED_BY)
    done = extract(read_bytes("minutes.md", text.encode()))
    scope = scope_of(done.source, done.sections, done.mentions)
    weights = _weights()
    whole = dict(weights.others)
    whole |= {f"word:{x}": w for x, w in weights.words.items()}
    whole |= {f"pair:{'_'.join(x)}": w for x, w in weights.pairs.items()}
    whole |= {f"below:{x}": w for x, w in weights.below.items()}
    for told in read_told(scope):
        words = read_words(scope, told.start, told.end)
        traits = {"always", *read_traits(scope, told, words)}
        total = sum(whole.get(x, 0.0) for x in traits)
        likely = weigh(scope, told, words)
        assert likely == pytest.approx(1 / (1 + 2.718281828459045**-total))


def manner_of(sentence: str) -> set[str]:
    """Return how a sentence decides, by the kinds of its words."""
    words = [fold_word(x) for x in WORD.findall(sentence)]
    return {*read_manner(words, sentence, 0, len(sentence))}


MANNERS = [
    ("The Panel sanctioned it.", "did-approve-body-plain", True),
    ("Everyone has consented.", "did-agree-body-has", True),
    ("Ada Bell sanctioned it.", "did-approve-body-plain", False),
    ("The fee was fixed at £3.", "did-set-none-was", True),
    ("The fee will be fixed in May.", "did-set-none-will-be", True),
    ("The fee was not fixed.", "not-set", True),
    ("The fee was soon fixed.", "not-set", False),
    ("Shelved till May.", "opens-defer", True),
    ("Motion carried.", "then-propose-approve", True),
    ("The bat flew off.", "deciding-0", True),
    ("Vote: 5-0 for the fence.", "tally", True),
    ("The fence went up, 7 votes for and 1 against.", "tally", True),
    ("Ayes: 5, nays: 0.", "tally", True),
    ("To build it (Y-5)", "tally", True),
    ("The band plays on 4-5-2024.", "tally", False),
    ("Reference 24/056-7 of £5-6 each, 7 people came.", "tally", False),
]


@pytest.mark.parametrize(("sentence", "trait", "stands"), MANNERS)
def test_sentences_decide_in_some_manner(
    sentence: str, trait: str, stands: bool
) -> None:
    assert (trait in manner_of(sentence)) == stands


@pytest.mark.parametrize(
    "row", read_rows("decision_words.tsv"), ids=lambda x: x["kind"]
)
def test_words_of_deciding_show_in_their_examples(row: dict[str, str]) -> None:
    kind = row["kind"]
    parts = {"body": "-body-", "negation": "not-"}
    sought = parts.get(kind, f"does-{kind}")

    def shown(sentence: str) -> bool:
        return any(sought in x for x in manner_of(sentence))

    assert shown(row["example"])
    assert not shown(row["counter_example"])


VERDICTS = [
    ("The trustees opted for gas.", True),
    ("The Panel gave its blessing to the street fair.", True),
    ("Governors were happy to proceed with the trip.", True),
    ("Everyone happy with the new rota.", True),
    ("All in favour of raising the fee.", True),
    ("The Panel recommends that the licence be renewed.", True),
    ("VOTE: 5-0 in favour of the new fence.", True),
    ("Consensus was to leave the gate as it is.", True),
    ("The view of the meeting was that the tree stay.", True),
    ("By common consent the fee is £4.", True),
    ("This was passed nem con.", True),
    ("The amendment fell.", True),
    ("The motion did not receive a seconder.", True),
    ("The appeal was turned down.", True),
    ("The grant was awarded to the Guides.", True),
    ("The SG agreed that a column be added.", True),
    ("All agree to meet in May.", True),
    ("There was unanimous support for the bid.", True),
    ("Nobody objected to the change of date.", True),
    ("Power to act was given to the Clerk.", True),
    ("The by-law was read a third time.", True),
    ("Object to the application for want of a tree survey.", True),
    # what one undertakes, asks, feels or tells
    ("AB and TH both agreed to attend the course.", False),
    ("Ada Bell was happy to help with the fair.", False),
    ("She asked whether the trustees opted for gas.", False),
    ("He hoped that there was support for the bid.", False),
    ("Members saw the design that was turned down in Norbeck.", False),
    ("Three objects to the left of the gate were moved.", False),
    ("The rain fell all day.", False),
    ("The bus passes the school.", False),
]


@pytest.mark.parametrize(("sentence", "settles"), VERDICTS)
def test_the_rarer_ways_to_settle_a_thing(sentence: str, settles: bool) -> None:
    assert (decides(sentence) is not None) == settles


def test_each_post_of_one_list_is_a_decision_with_its_own_movers() -> None:
    record = minutes(
        "## 4. Officers\n\nThese will serve. Chair - Ada Bell (proposed by Tom Holt, "
        "seconded by Joe Orr), clerk - Sue Marsh (proposed by Joe Orr, seconded by Ada "
        "Bell)."
    )
    named = [(x["mover"], x["seconder"]) for x in record["decisions"]]
    assert named == [("Tom Holt", "Joe Orr"), ("Joe Orr", "Ada Bell")]


# what was decided, and what is told of it
PARTED = [
    ("The gate be mended. Carried unanimously.", "The gate be mended"),
    ("Moved by Ada Penrose that the gate be mended.", "; that the gate be mended."),
    ("It was agreed to mend the gate.", "It was agreed to mend the gate."),
    ("Tom Holt moved to adjourn; all in favour", ";  to adjourn"),
    ("Passed", "Passed"),  # a bare fate is all there is
]


@pytest.mark.parametrize(("text", "matter"), PARTED)
def test_what_was_decided_is_parted_from_its_fate(text: str, matter: str) -> None:
    assert part_fate(text)[0] == matter


TRAITS = [
    (Shown("Secretary: Ada Penrose", "Officers", "resolved"), "no-verb-2", True),
    (Shown("Fees to be approved by May", "", "approved"), "no-verb-4", False),
    (Shown("to adopt and sign them", "", "approved"), "does-approve+approve", True),
    (Shown("to mend it. Approved", "", "approved"), "fate-approve", True),
    (Shown("to mend it. Approved", "", "approved"), "has-approve", False),
    (Shown("to mend it", "", "resolved", "noted"), "above-noted+resolved", True),
    (Shown("to mend it", "", "resolved"), "above-noted+resolved", False),
]


@pytest.mark.parametrize(("shown", "trait", "stands"), TRAITS)
def test_a_decision_shows_of_its_kind(shown: Shown, trait: str, stands: bool) -> None:
    assert (trait in {*read_kind_traits(shown)}) == stands


def test_the_kind_is_the_one_that_outweighs() -> None:
    weights = {"always": (0,) * 8 + (1,), "of-post": (2,) + (0,) * 8}
    for text, kind in (("Clerk: Ada Penrose", KINDS[0]), ("A bench", KINDS[-1])):
        assert likeliest(weights, Shown(text, "", "resolved")) == kind


WEIGHED_KINDS = [
    ("Resolved: That the bills as presented be passed for payment.", "approved"),
    ("Cllr Orr moved to write to the school. Motion passed unanimously.", "resolved"),
    ("Resolved: That the minutes be adopted and the clerk sign them.", "approved"),
    ("It was agreed to put the bench on the green.", "resolved"),
    ("Resolved: That Ada Penrose be elected treasurer.", "appointed"),
]


@pytest.mark.parametrize(("line", "kind"), WEIGHED_KINDS)
def test_kinds_are_weighed(line: str, kind: str) -> None:
    record = minutes(f"## 4. Works\n\n{line}\n\n## 9. Close\n\nNone.")
    assert [x["kind"] for x in record["decisions"]] == [kind]


MOVERS = [
    ("AP move to buy the kiln", "AP", None),
    ("Holt motions to approve", "Holt", None),
    ("Minutes approved. Ada Moved, Tom Seconded.", "Ada", "Tom"),
    ("RESOLVED (Cr Penrose/Cr Holt) that it be kept", "Penrose", "Holt"),
    (
        "Proposed Ada Penrose Seconded Tom Holt Accepted by all",
        "Ada Penrose",
        "Tom Holt",
    ),
    ("MOVED by Counc. Penrose and seconded by Counc. Holt", "Penrose", "Holt"),
    ("A. HOLT MOVED AND B. ORR SECONDED TO CLOSE", "A. HOLT", "B. ORR"),
    ("Motion by Penrose/Holt to close. Carried.", "Penrose", "Holt"),
    (
        "It was proposed byAda Penrose and seconded byTom Holt",
        "Ada Penrose",
        "Tom Holt",
    ),
    (
        "approved: proposed, Ada Bell,seconded, Tom Holt, all agreed",
        "Ada Bell",
        "Tom Holt",
    ),
    ("Proposed (AB) & Seconded (TH) that it be kept", "AB", "TH"),
    ("So proposed Cllr Orr Seconded Cllr Holt RESOLVED", "Orr", "Holt"),
    ("Proposed; Ada Bell, Seconded; Tom Holt, carried.", "Ada Bell", "Tom Holt"),
    ("Nothing was proposed; Bell agreed to ask.", None, None),
    ("Ada Bell Jr. made the motion, Tom Holt second.", "Ada Bell", "Tom Holt"),
    ("with Ada Bell making the motion, Tom Holt second.", "Ada Bell", "Tom Holt"),
    ("Ada Bell is making a motion picture", None, None),
    ("Motion: Approve the plan as sent. Second: Tom Holt.", None, "Tom Holt"),
    ("Motion: Penrose. Second: Holt", "Penrose", "Holt"),
    ("proposer Ada Bell; seconder Tom\nTreasurer: none", "Ada Bell", "Tom"),
    ("The plan was proposed (see Appendix 3) and moved, Tuesday", None, None),
    ("Once moved, Council officers went home", None, None),
    ("The parks move to a new home", None, None),
]


@pytest.mark.parametrize(("text", "mover", "seconder"), MOVERS)
def test_movers_in_short(text: str, mover: str | None, seconder: str | None) -> None:
    motion = find_motion(text, 0, len(text))
    assert (motion.mover if motion else None) == mover
    assert (motion.seconder if motion else None) == seconder


GRANT = "Motion to adopt the grant by Ada Penrose, second by Tom Holt."
EXTENTS = [
    # the fate and the roll call belong to the motion above them
    (
        (
            "4. Grants",
            GRANT,
            "Final result: Motion carried",
            "Yes: Ada Penrose, May Orr",
        ),
        f"{GRANT} Final result: Motion carried Yes: Ada Penrose, May Orr",
    ),
    (
        ("5. Roads", "Cllr Orr moved to file the report.", "Seconded by Cllr Holt."),
        "Cllr Orr moved to file the report. Seconded by Cllr Holt.",
    ),
    # a fate says nothing of its matter: that stands in the sentence above it
    (
        ("7. Hall", "The trust should own the hall.", "Proposed by: Orr", "Carried."),
        "The trust should own the hall. Proposed by: Orr Carried.",
    ),
    (
        ("8. Bus", "The clerk reported that the bus was late. RESOLVED and noted."),
        "The clerk reported that the bus was late. RESOLVED and noted.",
    ),
    # what tells its matter needs no more
    (
        ("9. Bus", "The bus was late. RESOLVED that the fare be paid."),
        "RESOLVED that the fare be paid.",
    ),
    # what somebody says next does not
    (
        ("6. Path", "It was agreed to mend the path. The clerk said that it is wet."),
        "It was agreed to mend the path.",
    ),
]


@pytest.mark.parametrize(("lines", "text"), EXTENTS)
def test_a_decision_reaches_as_far_as_it_is_told(
    lines: tuple[str, ...], text: str
) -> None:
    assert [x for _, x in found(*lines)] == [text]


def scope_in(*lines: str) -> Scope:
    """Return what the search needs of minutes of such lines."""
    text = "# Minutes\n\n## 4. Reports\n\n" + "\n\n".join(lines)
    done = extract(read_bytes("minutes.md", text.encode()))
    return scope_of(done.source, done.sections, done.mentions)


def test_weighing_two_sentences_in_short_sums_the_weights_of_all_traits() -> None:
    scope = scope_in(
        GRANT, "Carried.", "* (a) The hall is wet; and", "* (b) it is old."
    )
    whole = weights_in("extent_weights.tsv")
    for first, second in pairwise(read_told(scope)):
        for ruled in ("ends", "bare"):
            joint = Joint(first, second, ruled)
            traits = {"always", *read_joint(scope, joint)}
            total = sum(whole.get(x, 0.0) for x in traits)
            assert judge_joint(scope, joint) == pytest.approx(likelihood(total))


FATES = [
    ("Proposed by Cllr Ada Penrose, seconded by Cllr Tom Holt. Carried.", True),
    ("This was agreed by all present.", True),
    ("RESOLVED and noted.", True),
    ("It was agreed that", False),
    ("The board resolved:", False),
    ("Ada Penrose was thanked. Agreed.", False),
]


@pytest.mark.parametrize(("line", "fate"), FATES)
def test_what_tells_a_fate_and_no_matter(line: str, fate: bool) -> None:
    scope = scope_in(line)
    told = read_told(scope)
    first = next(x for x in told if scope.text.startswith(line, x.start))
    assert tells_fate(scope, first._replace(end=told[-1].end)) is fate


LISTED = [
    (("**Decisions**", "The post of warden to be advertised."), [False, True]),
    (("The board agreed:", "* a fee", "* a fair", "It rained."), [0, 1, 1, 0]),
    (("**News**", "The post of warden is hard."), [False, False]),
    (("We saw:", "* a hare", "* a fox"), [False, False, False]),
]


@pytest.mark.parametrize(("lines", "listed"), LISTED)
def test_what_stands_under_a_word_of_deciding(
    lines: tuple[str, ...], listed: list[bool]
) -> None:
    told = read_told(scope_in(*lines))[-len(listed) :]
    assert [x.listed for x in told] == listed


NAMED = [
    (("Moved:\tAda Penrose", "Seconded:\tTom Holt"), "Ada Penrose", "Tom Holt"),
    (
        ("Motion 205-44", "Moved by: Ada Bell Seconded by: Tom Orr"),
        "Ada Bell",
        "Tom Orr",
    ),
    (("The President then proposed:",), None, None),
]


@pytest.mark.parametrize(("above", "mover", "seconder"), NAMED)
def test_movers_stand_above_what_they_moved(
    above: tuple[str, ...], mover: str | None, seconder: str | None
) -> None:
    told = "That the bins be moved to the green. Carried."
    record = minutes("\n\n".join(("## 8. Bins", *above, told)))
    named = [(x["mover"], x["seconder"]) for x in record["decisions"]]
    assert named == [(mover, seconder)]


def test_most_sentences_are_not_weighed() -> None:
    assert may_decide("The hedge to be kept as agreed by all.")
    assert not may_decide("It rained in May and the fair was wet.")
    assert not may_decide("agreed")
