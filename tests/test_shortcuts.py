"""Shortcuts to where a pattern can match change nothing but the time it takes.

A pattern that gains a branch must extend the words by which it is looked for.
"""

from __future__ import annotations

import ast
import gc
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from minutebook.assemble import (
    duties,
    endings,
    givings,
    holders,
    narrative,
    orders,
    outcomes,
    promises,
    replies,
    scope,
    votes,
)
from minutebook.grammar import affiliations, anchors, cuewords, folded
from minutebook.grammar.leaps import fork, leaping
from minutebook.load import read_bytes, read_document
from minutebook.output import record
from minutebook.recognise import (
    bodies,
    cues,
    firms,
    lowerposts,
    payees,
    postforms,
    runs,
    shortposts,
    shown,
)
from minutebook.recognise.runs import find_runs
from minutebook.records import SourceDocument
from minutebook.runner import extract
from minutebook.segment import numbers, unlabelled, weighing

HERE = Path(__file__).parent
CORPUS = HERE.parent / "corpus" / "documents"
SHARED = HERE.parent.parent / "shared" / "minutes"
HEAD = """Minutes of the meeting of Thornbeck Parish Council held on 3 May 2022
Present: Cllr Ada Penrose (Chair), Cllr Tom Holt (TH), Cllr Ann Bell, Jo Marsh (Clerk)
1. Apologies for absence
None.
2. Reports
"""


def search_everywhere(
    pattern: re.Pattern[str],
    _: object,
    text: str,
    start: int = 0,
    end: int | None = None,
) -> Iterator[re.Match[str]]:
    """Do what `matches_among` and `matches_from` do, without what they are told."""
    return pattern.finditer(text, start, len(text) if end is None else end)


def search_all(
    pattern: re.Pattern[str],
    text: str,
    _: object,
    start: int = 0,
    end: int | None = None,
) -> Iterator[re.Match[str]]:
    """Do what `matches_at` does, without the words."""
    return pattern.finditer(text, start, len(text) if end is None else end)


LONG_WAYS = {
    "holds_any": lambda text, words: True,
    "matches_at": search_all,
    "matches_among": search_everywhere,
    "matches_from": search_everywhere,
}


class EveryGroup(frozenset[str]):
    """Groups of cues of which each stands in every text."""

    def __contains__(self, _: object) -> bool:
        return True

    def held_in(self, text: str) -> EveryGroup:
        """Do what `CueGroups.held_in` does, without the cues."""
        return self


# those of one module, which a look at the first letters shortens
OWN_WAYS = (
    (outcomes, "CUES", EveryGroup()),
    (scope, "CUES", EveryGroup()),
    (narrative, "_may_head", lambda letters: True),
    (narrative, "_may_open", lambda letters: True),
    (orders, "_MAY_BID", re.compile("")),
    (numbers, "_opens_word", lambda head: False),
    (lowerposts, "_led_offices", lambda view: anchors.find_places(view, ("he ",))),
    (runs, "_may_house", lambda view, end: True),
    (firms, "COUNTED", re.compile("")),
    (postforms, "TRIMMED", re.compile("")),
    (shown, "IN_ENDS", ("",)),
    (cues, "KIN_ENDS", ("",)),
    (unlabelled, "_GRID_SIGN", re.compile("[=–-]")),
)


def take_long_ways(patch: pytest.MonkeyPatch) -> None:
    """Put the long way in the place of each shortcut, wherever it is imported."""
    for home, name, way in OWN_WAYS:
        patch.setattr(home, name, way)
    short = {name: getattr(anchors, name) for name in LONG_WAYS}
    own = [x for n, x in sys.modules.items() if n.startswith("minutebook")]
    for module in [x for x in own if x is not cuewords]:  # they find what they hold
        for name, known in short.items():
            if getattr(module, name, None) is known:
                patch.setattr(module, name, LONG_WAYS[name])


def rows_of_tests() -> list[SourceDocument]:
    """Return minutes made of the example sentences of each file of tests."""
    made = []
    for path in sorted(HERE.glob("test_*.py")):
        found = [
            x.value
            for x in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(x, ast.Constant) and isinstance(x.value, str)
        ]
        body = "\n\n".join(
            x for x in found if 20 < len(x) < 2000 and " " in x and "<" not in x
        )
        made.append(read_bytes(f"{path.stem}.txt", (HEAD + body).encode()))
    return made


def compare(documents: list[SourceDocument]) -> None:
    found = {x.path: as_text(x) for x in documents}
    with pytest.MonkeyPatch.context() as patch:
        take_long_ways(patch)
        for document in documents:
            short, long = found[document.path], as_text(document)
            assert set(short) ^ set(long) == set(), document.path
            assert short == long


def as_text(document: SourceDocument) -> list[str]:
    kept = record(extract(document))
    return [
        json.dumps([key, x], sort_keys=True, ensure_ascii=False)
        for key, value in kept.items()
        for x in (value if isinstance(value, list) else [value])
    ]


def test_long_ways_are_taken() -> None:
    with pytest.MonkeyPatch.context() as patch:
        take_long_ways(patch)
        from minutebook.assemble import movers

        assert movers.holds_any("a", ("b",))


def test_shortcuts_change_nothing_in_the_corpus() -> None:
    compare([read_document(x) for x in sorted(CORPUS.rglob("*.*")) if x.is_file()])


def test_shortcuts_change_nothing_in_the_rows_of_the_tests() -> None:
    compare(rows_of_tests())


TEXT = (
    HEAD
    + """Ada Penrose [Clerk] (AP) rang. Tom Holt (TH) was going to write, and Ann Bell
that it was deferred; It WAS so. unwashed, Isis, IS. Kelvin was re-elected, elected.
Web Masters: \x00\x00, \x00 Quotes were received from:
A. & B. Locks
Zorbex
(XY) [JM] Jo Marsh. So Vice chair: * \x00 and misquotes: gone
"""
)
LEAPING = (
    (r"\b(?:was|were|is)\b", 0),
    (r"\b(?:was|were|is)\b", re.IGNORECASE),
    (r"\b[Ii]t\s(?:was|WAS)|\b(?<!going )to\b", 0),
    (r"(?:re-elected|elected|Kelvin)", re.IGNORECASE),
    (r"""\b (?: it \s was | so ) # a comment
      | deferred""", re.VERBOSE | re.IGNORECASE),
    (r"(?:s|x)o|(?:i(?:t|s))", 0),
)  # fmt: skip


@pytest.mark.parametrize(("pattern", "flags"), LEAPING)
def test_leaps_find_what_is_found_step_by_step(pattern: str, flags: int) -> None:
    steps = [x.span() for x in re.finditer(pattern, TEXT, flags)]
    assert [x.span() for x in leaping(pattern, flags).finditer(TEXT)] == steps
    assert len(steps) > 1


@pytest.mark.parametrize("pattern", ["^was", r"\w+", "(?P<it>was)", "a?b", "(?:a|^b)c"])
def test_no_leap_to_what_may_be_anything(pattern: str) -> None:
    with pytest.raises(ValueError, match="no letter"):
        leaping(pattern)


@pytest.mark.parametrize(
    "words",
    [
        ("Mrs", "Mr", "Miss", "Dr"),
        ("was", "went", "will"),
        ("Jo M", "Jo", "Tom", "A. & B."),
        ("It",),
    ],
)
def test_words_forked_find_what_they_find_side_by_side(words: tuple[str, ...]) -> None:
    text = TEXT + " Mrs Bell, Miss Orr, Mr Holt and Dr Marsh went."
    plain = [x[0] for x in re.finditer("|".join(map(re.escape, words)), text)]
    assert [x[0] for x in re.finditer(fork(words), text)] == plain
    assert plain


@pytest.mark.parametrize("text", [TEXT, f"{TEXT}9{TEXT * 4}", TEXT * 24])
@pytest.mark.parametrize(
    ("pattern", "flags", "words"),
    [
        (r"\b(?:was|were|is)\b", 0, ("was", "were", "is")),
        (r"\b(?:was|were|is)\b", re.IGNORECASE, ("was", "were", "is")),
        (r"\b(?:Ada|Ann Be|so)", 0, ("Ada", "Ann B", "so")),
        (r"\b(?:elected|e)", 0, ("elected", "e")),
        (r"(?:(?<!\w)\[JM|\bTom)", 0, ("[JM", "Tom")),
    ],
)
def test_words_lead_to_every_match(
    pattern: str, flags: int, words: tuple[str, ...], text: str
) -> None:
    compiled = re.compile(pattern, flags)
    for start, end in ((0, len(text)), (7, len(text) - 60)):
        slow = [x.span() for x in compiled.finditer(text, start, end)]
        found = anchors.matches_at(compiled, text, words, start, end)
        assert [x.span() for x in found] == slow
        assert slow


@pytest.mark.parametrize("word", ["was", "Is", "is", "So", "gone", "nowhere", "quotes"])
def test_a_word_is_found_where_it_stands_alone(word: str) -> None:
    begun = re.search(rf"\b{word}", TEXT)
    alone = re.search(rf"\b{word}\b", TEXT)
    assert anchors.starts_word(TEXT, word) == (begun is not None)
    assert anchors.find_alone(TEXT, word) == (alone.start() if alone else -1)
    assert anchors.has_word(TEXT, word) == (alone is not None)


@pytest.mark.parametrize("line", TEXT.splitlines())
@pytest.mark.parametrize("pattern", [r"\bwas\b|(?-i:[A-Z])o\b", r"\bit\b", "re-|ann"])
def test_small_letters_hold_what_any_case_does(line: str, pattern: str) -> None:
    found = folded.FoldedPattern.of(pattern)
    slow = re.search(pattern, line, re.IGNORECASE) is not None
    assert found.finds(line, anchors.fold_case(line)) == slow


@pytest.mark.parametrize(
    ("quick", "pattern"),
    [
        (holders._find_marked, holders._NAME_MARK),
        (shortposts._find_labels, shortposts.LABEL),
        (payees._find_asked, payees.ASKED_FOR),
    ],
)
def test_what_is_rare_is_looked_for_first(
    quick: Callable[[str], Iterator[re.Match[str]]], pattern: re.Pattern[str]
) -> None:
    slow = [x.span() for x in pattern.finditer(TEXT)]
    assert [x.span() for x in quick(TEXT)] == slow
    assert slow


def test_duties_end_where_the_last_one_stands() -> None:
    text = "Ann will go to Holt. Into the hall. He must\nsit"
    assert duties.last_duty(text, 0, 20) == text.index("to Holt")
    assert duties.last_duty(text, 21, 35) == -1
    assert duties.last_duty(text, 36, len(text)) == text.index("must")


def test_a_promise_begins_where_one_of_its_words_does() -> None:
    text = "Was asked to go; Tom is to go (will go). Ann has\noffered to: undertook to"
    pattern = promises._PROMISE
    starts = {x.end() for x in promises._STARTS.finditer(text)}
    assert starts >= {x.start() for x in pattern.finditer(text)}
    assert len(starts) > 3


def test_a_phrase_is_betrayed_by_each_of_its_words() -> None:
    told = "consented to it (Passed to TH), undertook to have a word; he’ll be asked"
    found = {
        (x.start(), i)
        for x in givings._BETRAYS.finditer("\n" + told)
        for i in givings._BETRAYED[x[1]]
    }
    slow = {
        (x.start(), i)
        for i, cues in enumerate(givings._CUES)
        for cue in cues
        for x in re.finditer(rf"(?<!\w){re.escape(cue)}", told)
    }
    assert found == slow
    assert len({i for _, i in found}) > 5


@pytest.mark.parametrize(
    "told",
    [
        "Clerk write and ask them",
        "• the Clerk look into it",
        "Tom Holt and Ann get prices",
        "The chair – ring the school",
        "All members – send the list",
    ],
)
def test_who_is_bidden_opens_with_few_small_words(told: str) -> None:
    assert orders._BARE.match(told)
    assert orders._MAY_BID.match(told)


@pytest.mark.parametrize(
    ("pattern", "told"),
    [
        (endings._ENDING, "ring the school (TH)"),
        (endings._ACTION_ENDING, "a report back – action B Holt by 30 June"),
        (endings._COMMA_ENDING, "ring the school, Tom"),
        (endings._TO_ACT, "the gate is off (Tom to write)"),
    ],
)
def test_a_mark_at_the_end_holds_a_capital(pattern: re.Pattern[str], told: str) -> None:
    assert pattern.search(told)
    assert not pattern.search(told.lower())


@pytest.mark.parametrize(
    "words",
    [
        *("Penrose & Holt Architects", "Mill Associates\n", "Messrs Holt", "Holt Ltd"),
        *("Holt and Partners", "Marl Vale Planning Consultants", "Parish Clerks"),
    ],
)
def test_a_firm_is_told_by_its_ends(words: str) -> None:
    slow = affiliations._FIRM.search(words) is not None
    assert affiliations.is_firm(words) == slow


@pytest.mark.parametrize(
    "words", ["Holt DC", "Orr & Sons", "Bell & Co.\n", "Penrose MBC  \n", "Holt dc"]
)
def test_what_is_shortened_is_told_by_its_end(words: str) -> None:
    slow = affiliations._SHORTENED.search(words) is not None
    assert affiliations._is_shortened(words) == slow


@pytest.mark.parametrize(
    ("patterns", "cue", "told"),
    [
        ([replies._BEHIND], replies.PARTED, "Mirror at Mill Cross: no, never"),
        ([replies._BEHIND], replies.PARTED, "Mirror at Mill Cross – refused."),
        (votes._AFTER.values(), votes._FIGURE_BEHIND, "For: 7 Against – 2"),
        (votes._AFTER.values(), votes._FIGURE_BEHIND, "Abstentions (1)"),
    ],
)
def test_a_sign_parts_what_is_told(
    patterns: Iterable[re.Pattern[str]], cue: re.Pattern[str], told: str
) -> None:
    assert any(x.search(told) for x in patterns)
    assert cue.search(told)
    assert not any(x.search(cue.sub(" ", told)) for x in patterns)


@pytest.mark.parametrize("title", ["£5", "Lane 27", "Plan 2019/20", "A 12 b", "Bench"])
def test_figures_of_a_heading_are_found_by_leaps(title: str) -> None:
    slow = re.search(r"[£$€]|\d{3}", title) is not None
    assert (weighing._FIGURES.search(title) is not None) == slow


@pytest.mark.parametrize("collects", [True, False])
def test_what_is_read_leaves_nothing_to_collect(collects: bool) -> None:
    document = read_bytes("may.txt", (HEAD + "It was agreed to go.\n" * 9).encode())
    extract(document)
    gc.collect()
    gc.disable()
    try:
        extract(document)
        assert gc.collect() == 0
        (gc.enable if collects else gc.disable)()
        extract(document)
        assert gc.isenabled() == collects
    finally:
        gc.enable()


def test_a_word_that_names_nobody_is_judged_once() -> None:
    view = (
        "We heard from Zorbex. The Fells are wet. A quote came from Zorbex, and a"
        " letter from Fells. The letter from Quarlo and a reply from Quarlo were read."
    )
    runs = list(find_runs(view))
    together = bodies.find_dealt_with(view, runs, [], frozenset())
    alone = [
        x
        for name in dict.fromkeys(y[0].text for y in runs)
        for x in bodies.find_dealt_with(
            view, [y for y in runs if y[0].text == name], [], frozenset()
        )
    ]
    assert sorted(together) == sorted(alone)
    assert together


@pytest.mark.slow
@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="no documents beside the checkout")
def test_shortcuts_change_nothing_in_real_minutes() -> None:
    compare([read_document(x) for x in sorted(SHARED.glob("*/*.md"))[::2]])
