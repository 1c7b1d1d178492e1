"""Counts the weights of `attendance_weights.tsv` from documents with gold.

    python -m minutebook.weigh_attendance DOCUMENTS GOLD [DOCUMENTS GOLD ...]
        [--output FILE]

Each document is read as it is, and once more with all of its lists hidden, with the
first and with the last: what a list looks like to whom no rule knows it is learnt from
those. Prints how well attendees are found by rules alone, and by rules and weights,
with some of the bodies left out of the counting; then writes the weights that all give.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from minutebook import score
from minutebook.certainty import weigh_traits
from minutebook.counting import group_bodies, read_command, small_words
from minutebook.evaluation import with_gold
from minutebook.grammar.samenames import same_person
from minutebook.load import read_document
from minutebook.logistic import Case, count, write_weights
from minutebook.preamble.attendance import read_attendance
from minutebook.preamble.comers import RULE, pick
from minutebook.preamble.signs import Sign, read_signs
from minutebook.records import RosterBlock, SourceDocument
from minutebook.runner import extract
from minutebook.segment.items import find_items
from minutebook.unwrap import unwrap

RIDGE = 4.0  # how dear weights are
SEEN = 6  # a trait must be seen so often to have a weight
BODIES = 4  # ... and in the minutes of so many bodies
SMALL = 2  # bodies that must write a word in small letters: names have no weight
LEAST = 0.05  # smaller weights are left out
FOLDS = 6
HIDDEN = 0.4  # how much a document counts with lists hidden
AGAIN = 0.4  # how much another mention of someone listed counts, as not listing him


class Named(NamedTuple):
    """One who may have come: what shows it, whether he did, how much it counts."""

    sign: Sign
    right: bool
    share: float


class Minutes(NamedTuple):
    """What one document teaches: who came, whom rules find, and who may have come."""

    folder: str
    body: str
    gold: Counter[str]
    found: Counter[str]  # by rules alone
    open: tuple[Sign, ...]  # those that the judge weighs
    named: tuple[Named, ...]
    small: frozenset[str]  # words that it writes in small letters


def read_minutes(documents: Path, gold_dir: Path) -> Iterator[Minutes]:
    """Yield what each document with gold teaches."""
    for known in with_gold(documents, gold_dir, "attendance"):
        source = read_document(known.path)
        gold = known.gold["attendance"] or []
        yield _learn(str(gold_dir), known.body, gold, source)


def _learn(
    folder: str, body: str, gold: list[dict[str, Any]], source: SourceDocument
) -> Minutes:
    read = unwrap(source)
    found = extract(source)
    names = [x["name"] for x in gold]
    sections = found.sections
    listed: dict[str, list[tuple[int, int]]] = {}
    attendees = read_attendance(read, sections)
    for person in attendees:
        key = score.name_key(person.name)
        listed.setdefault(key, []).append((person.start, person.end))
    named: list[Named] = []
    signs: list[Sign] = []
    if sections.kind == "minutes":
        signs = read_signs(read, sections, attendees)
        named += _mark(signs, names, listed, 1.0)
        for shown in _hide(sections.rosters):
            items = find_items(read, shown, weighed=True)
            hidden = replace(sections, rosters=shown, items=items)
            others = read_signs(read, hidden, read_attendance(read, hidden))
            named += _mark(others, names, listed, HIDDEN)
    return Minutes(
        folder,
        body,
        Counter(map(score.name_key, names)),
        Counter(
            score.name_key(x.name) for x in found.meeting.attendance if x.rule != RULE
        ),
        tuple(signs),
        tuple(named),
        frozenset(small_words(read.text)),
    )


def _hide(rosters: tuple[RosterBlock, ...]) -> Iterator[tuple[RosterBlock, ...]]:
    """Yield the lists that are left when all, the first, or the last are hidden."""
    if rosters:
        yield ()
    if len(rosters) > 1:
        yield rosters[1:]
        yield rosters[:-1]


def _mark(
    signs: Sequence[Sign],
    gold: Sequence[str],
    listed: dict[str, list[tuple[int, int]]],
    share: float,
) -> Iterator[Named]:
    """Yield who came: named where the rules found the list, else where named first.

    Named otherwise than gold names him, a person teaches nothing.
    """
    keys = {score.name_key(x) for x in gold}
    met: set[str] = set()
    for sign in signs:
        name = sign.who.name
        key = score.name_key(name.name)
        if key not in keys:
            if not any(same_person(name.name, x) for x in gold):
                yield Named(sign, False, share)
            continue
        here = key not in met
        if key in listed:
            here = any(a < name.end and b > name.start for a, b in listed[key])
        met.add(key)
        yield Named(sign, here, share if here else share * AGAIN)


def count_weights(minutes: Sequence[Minutes]) -> dict[str, float]:
    """Return the weight of each trait that several bodies show."""
    told = Counter(
        t
        for _, t in {
            (x.body, t) for x in minutes for y in x.named for t in y.sign.traits
        }
    )
    small = Counter(w for _, w in {(x.body, w) for x in minutes for w in x.small})

    def counts(trait: str) -> bool:
        _, _, word = trait.partition(":")
        return told[trait] >= BODIES and (
            word.lower() == word.upper() or word == "none" or small[word] >= SMALL
        )

    cases = [
        Case(tuple(filter(counts, x.sign.traits)), x.right, x.share)
        for y in minutes
        for x in y.named
    ]
    return count(cases, RIDGE, SEEN)


Judge = Callable[[Sign], float]


def measure(minutes: Sequence[Minutes], judges: Sequence[Judge]) -> tuple[float, float]:
    """Return precision and recall of attendees, each document by its own judge."""
    right = told = 0
    for page, judge in zip(minutes, judges, strict=True):
        found = Counter(page.found)
        for sign in pick(page.open, [judge(x) for x in page.open]):
            key = score.name_key(sign.who.name.name)
            found[key] = found[key] or 1
        right += (found & page.gold).total()
        told += found.total()
    known = sum(x.gold.total() for x in minutes)
    return right / max(told, 1), right / max(known, 1)


def left_out(minutes: Sequence[Minutes]) -> list[Judge]:
    """Return for each document a judge that knows no document of its body."""
    judges: dict[str, Judge] = {}
    for group in group_bodies(minutes, FOLDS):
        weights = count_weights([x for x in minutes if x.body not in group])
        judges |= dict.fromkeys(group, _judge(weights))
    return [judges[x.body] for x in minutes]


def _judge(weights: dict[str, float]) -> Judge:
    return lambda sign: weigh_traits(weights, sign.traits)


def _print_figures(minutes: Sequence[Minutes]) -> None:
    none: list[Judge] = [lambda _: 0.0] * len(minutes)
    for how, judges in (("rules alone", none), ("body left out", left_out(minutes))):
        for folder in [*dict.fromkeys(x.folder for x in minutes), None]:
            at = [i for i, x in enumerate(minutes) if folder in (None, x.folder)]
            precision, recall = measure(
                [minutes[i] for i in at], [judges[i] for i in at]
            )
            f1 = 2 * precision * recall / max(precision + recall, 1e-9)
            print(
                f"{how}: {folder or 'all'}: {len(at)} documents: "
                f"P {precision:.3f} R {recall:.3f} F1 {f1:.3f}"
            )


def main() -> None:
    """Count weights from the folders named on the command line."""
    command = read_command("weigh_attendance", "attendance_weights.tsv")
    minutes = [
        x for documents, gold in command.pairs for x in read_minutes(documents, gold)
    ]
    _print_figures(minutes)
    write_weights(command.output, count_weights(minutes), LEAST)


if __name__ == "__main__":
    main()
