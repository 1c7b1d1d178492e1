"""What a pattern finds holds one of its cues: each way through it is followed."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

from minutebook.assemble import (
    decisioncues,
    deferrals,
    kindpatterns,
    kinds,
    outcomes,
    sentences,
    verdicts,
)
from minutebook.grammar.anchors import holds_any
from minutebook.segment import called

GAP = "\0"  # where anything may stand
BEHIND = "\1"  # the character behind it must stand before
MOST = 4000  # ways that are told apart
REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)


def letters(members: Sequence[Any]) -> list[str]:
    """Return the characters of a class, in small letters; a gap if there is a range."""
    found = set()
    for code, value in members:
        if code is codes.LITERAL:
            found.add(chr(value).lower())
        elif code is codes.CATEGORY and value is codes.CATEGORY_SPACE:
            found.add(" ")
        else:
            return [GAP]
    return sorted(found)


def repeat(value: Any, cues: Sequence[str]) -> list[str]:
    """Return the ways through what is repeated."""
    least, most, body = value
    inner = ways(body, cues)
    space = " " if inner and all(x.endswith(" ") for x in inner) else ""
    if least == 0:
        return ["", *(inner if most == 1 else [GAP + space])]
    return [x if most == 1 or x == " " else x + GAP + space for x in inner]


def look(value: Any, cues: Sequence[str]) -> list[str]:
    """Return what stands ahead, and a gap; or the character that stands behind."""
    inner = ways(value[1], cues)
    if value[0] > 0:
        return [x + GAP for x in inner]
    single = value[1][0][0] in (codes.IN, codes.LITERAL) and len(value[1]) == 1
    return [BEHIND + x for x in inner] if single and GAP not in inner else [""]


def step(code: Any, value: Any, cues: Sequence[str]) -> list[str]:
    """Return what one part of a pattern may find, but for what holds a cue."""
    if code is codes.LITERAL:
        return [chr(value).lower()]
    if code is codes.IN:
        return letters(value)
    if code is codes.SUBPATTERN:
        return ways(value[3], cues)
    if code is codes.BRANCH:
        return [x for branch in value[1] for x in ways(branch, cues)]
    if code in REPEATS:
        return repeat(value, cues)
    if code is codes.ASSERT:
        return look(value, cues)
    return [""] if code in (codes.ASSERT_NOT, codes.AT) else [GAP]


def join(before: str, behind: str) -> str | None:
    """Return one way and what goes on from it; None if it cannot."""
    if not before or not behind.startswith(BEHIND):
        return before + behind
    return before + behind[2:] if before[-1] in (behind[1], GAP) else None


def ways(parts: Any, cues: Sequence[str]) -> list[str]:
    """Return the ways through a pattern that hold none of the cues."""
    found = [""]
    for code, value in parts:
        own = dict.fromkeys(step(code, value, cues))
        if len(found) * len(own) > MOST:  # what stood further ahead may be anything
            found = list({x if len(x) < 3 else GAP + x[-2:] for x in found})
        joined = {join(a, b) for a, b in itertools.product(found, own)}
        if len(joined) > MOST:
            joined = {x + GAP for x in found}
        found = [x for x in joined if x is not None and not holds_any(x, cues)]
    return found


def needs(pattern: str, flags: int, cues: Sequence[str]) -> bool:
    """Say whether a pattern finds nothing without one of its cues."""
    return not ways(parser.parse(pattern, flags & ~re.UNICODE), cues)


@pytest.mark.parametrize(
    ("pattern", "cues", "expected"),
    [
        (r"\bput\s+off\b", (" off",), True),
        (r"\bput\s*off\b", (" off",), False),
        (r"[Aa]gree[ds]?|no(?:te)+d?", ("agree", "note"), True),
        (r"a(?:gree|pprove)d?", ("agreed", "approve"), False),
        (r"\w+(?=\sleft)", (" left",), True),
    ],
)
def test_ways_are_followed(pattern: str, cues: tuple[str, ...], expected: bool) -> None:
    assert needs(pattern, 0, cues) == expected


PATTERNS = {
    "block": outcomes.BLOCK,
    "it-was": outcomes.IT_WAS,
    "body-did": outcomes._BODY_DOES,
    "given": outcomes.GIVEN,
    "consensus": outcomes.CONSENSUS,
    "advice": outcomes.ADVICE,
    "record": outcomes.RECORD,
    "body-and-did": outcomes._AND_DID,
    "passive": outcomes.PASSIVE,
    "apologies": outcomes.APOLOGIES,
    "trailing": outcomes.TRAILING,
    "took-chair": outcomes.TOOK_CHAIR,
    "fragment": outcomes.FRAGMENT,
    "participle": outcomes.PARTICIPLE,
    "elected": outcomes.ELECTED,
    "takes-post": verdicts._TAKES_POST,
    "part": outcomes.PART,
    "passed-on": outcomes.PASSED_ON,
}


@pytest.mark.parametrize("name", PATTERNS)
def test_what_tells_a_decision_holds_a_cue(name: str) -> None:
    pattern = PATTERNS[name]
    assert needs(pattern.pattern, pattern.flags, decisioncues.GROUPS[name])


@pytest.mark.parametrize(
    ("cues", "pattern"),
    [
        (way[1], own[1])
        for way, own in zip(verdicts._WAYS, verdicts._ways(), strict=True)
    ],
    ids=map(str, range(len(verdicts._WAYS))),
)
def test_what_tells_a_verdict_holds_a_cue(cues: tuple[str, ...], pattern: str) -> None:
    assert needs(pattern, 0, cues)


@pytest.mark.parametrize("pattern", [deferrals._HELD_OVER, deferrals._DISCUSS_NEXT])
def test_what_puts_off_holds_a_cue(pattern: re.Pattern[str]) -> None:
    assert needs(pattern.pattern, pattern.flags, deferrals.HELD_CUES)


@pytest.mark.parametrize(
    ("pattern", "cues"),
    [(called._ROW, called.STATUSES), (sentences._ONE_NOTES, ("noted",))],
)
def test_what_is_seldom_told_holds_a_cue(
    pattern: re.Pattern[str], cues: tuple[str, ...]
) -> None:
    assert needs(pattern.pattern, pattern.flags, cues)


FOLDED = {
    **dict(kindpatterns.KINDS),
    **verdicts._by_group(),
    "agreed a thing": kinds._AGREED_THING,
}


@pytest.mark.parametrize("name", FOLDED)
def test_cues_of_branches_are_needed(name: str) -> None:
    parts = [*FOLDED[name].small, *FOLDED[name].cased]
    assert all(needs(x.pattern.pattern, 0, x.cues) for x in parts if x.cues)
    assert any(x.cues for x in parts)
