"""Counts the weights of `chair_weights.tsv` from documents with gold.

    python -m minutebook.weigh_chairs DOCUMENTS GOLD [DOCUMENTS GOLD ...]
        [--output FILE]

Where a rule found the chair, the document is read once more as if none had. Prints how
well the chair is found by rules alone, and by rules and weights, with some of the
bodies left out of the counting; then writes the weights that all give.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from minutebook import score
from minutebook.assemble.attendance import correct
from minutebook.assemble.presiding import pick, read_signs
from minutebook.assemble.roll import Roll
from minutebook.certainty import weigh_traits
from minutebook.counting import group_bodies, read_command, small_words
from minutebook.evaluation import with_gold
from minutebook.load import read_document
from minutebook.logistic import Case, count, write_weights
from minutebook.preamble import read_preamble
from minutebook.records import Attendee
from minutebook.segment import segment
from minutebook.unwrap import unwrap

RIDGE = 3.0  # how dear weights are
SEEN = 5  # a trait must be seen so often to have a weight
BODIES = 4  # ... and in the minutes of so many bodies
SMALL = 2  # bodies that must write a word in small letters: names have no weight
HIDDEN = 0.6  # how much a document counts as if no rule had found the chair
LEAST = 0.05  # smaller weights are left out
FOLDS = 8

Weights = dict[str, float]


class Minutes(NamedTuple):
    """What one document teaches: who chaired, who came, and what shows it of each."""

    folder: str
    body: str
    gold: frozenset[str]
    people: tuple[Attendee, ...]
    signs: dict[int, tuple[str, ...]]
    small: frozenset[str]  # words that it writes in small letters


def read_minutes(documents: Path, gold_dir: Path) -> Iterator[Minutes]:
    """Yield what each document with gold teaches."""
    for known in with_gold(documents, gold_dir, "attendance"):
        source = unwrap(read_document(known.path))
        sections = segment(source)
        roll = Roll(source.text, [*read_preamble(source, sections).attendance])
        signs = {}
        if sections.kind == "minutes":
            correct(roll)
            signs = read_signs(roll)
        chairs = (x for x in known.gold["attendance"] or [] if x.get("chair"))
        gold = frozenset(score.name_key(x["name"]) for x in chairs)
        small = frozenset(small_words(source.text))
        yield Minutes(str(gold_dir), known.body, gold, tuple(roll.people), signs, small)


def count_weights(minutes: Sequence[Minutes]) -> Weights:
    """Return the weight of each trait that several bodies show."""
    bodies: dict[str, set[str]] = {}
    small: dict[str, set[str]] = {}
    for page in minutes:
        for trait in {t for traits in page.signs.values() for t in traits}:
            bodies.setdefault(trait, set()).add(page.body)
        for word in page.small:
            small.setdefault(word, set()).add(page.body)

    def counts(trait: str) -> bool:
        word = trait[max(map(trait.rfind, ":<>")) + 1 :]
        return len(bodies.get(trait, ())) >= BODIES and (
            not word.isalpha() or trait == word or len(small.get(word, ())) >= SMALL
        )

    return count([*_cases(minutes, counts)], RIDGE, SEEN)


def _cases(minutes: Sequence[Minutes], counts: Callable[[str], bool]) -> Iterator[Case]:
    """Yield everyone who came, with his traits; once more with the rules' hidden."""
    for page in minutes:
        found = any(x.chair for x in page.people)
        for at, traits in page.signs.items():
            right = score.name_key(page.people[at].name) in page.gold
            shown = tuple(filter(counts, traits))
            yield Case(shown, right, 1.0)
            if found:
                yield Case(_hidden(shown), right, HIDDEN)


def _hidden(traits: Sequence[str]) -> tuple[str, ...]:
    """Return the traits without those that say whom a rule found."""
    kept = (x for x in traits if x != "another" and not x.startswith("chair-"))
    return ("no-chair", *kept)


def measure(minutes: Sequence[Minutes], tables: Sequence[Weights | None]) -> str:
    """Return precision, recall and F1 of chairs, each document by its own weights."""
    right = told = known = 0
    for page, weights in zip(minutes, tables, strict=True):
        found = {i for i, x in enumerate(page.people) if x.chair}
        if weights is not None:
            likely = {at: weigh_traits(weights, x) for at, x in page.signs.items()}
            found = {x for x in [pick(page.people, likely)] if x is not None}
        names = {score.name_key(page.people[at].name) for at in found}
        right += len(names & page.gold)
        told += len(names)
        known += len(page.gold)
    precision, recall = right / max(told, 1), right / max(known, 1)
    return f"P {precision:.3f} R {recall:.3f} F1 {2 * right / max(told + known, 1):.3f}"


def left_out(minutes: Sequence[Minutes]) -> list[Weights]:
    """Return for each document the weights that no document of its body gave."""
    tables: dict[str, Weights] = {}
    for group in group_bodies(minutes, FOLDS):
        weights = count_weights([x for x in minutes if x.body not in group])
        tables |= dict.fromkeys(group, weights)
    return [tables[x.body] for x in minutes]


def main() -> None:
    """Count weights from the folders named on the command line."""
    command = read_command("weigh_chairs", "chair_weights.tsv")
    minutes = [
        x for documents, gold in command.pairs for x in read_minutes(documents, gold)
    ]
    none: list[Weights | None] = [None] * len(minutes)
    for how, tables in (("rules alone", none), ("body left out", left_out(minutes))):
        for folder in [*dict.fromkeys(x.folder for x in minutes), None]:
            at = [i for i, x in enumerate(minutes) if folder in (None, x.folder)]
            told = measure([minutes[i] for i in at], [tables[i] for i in at])
            print(f"{how}: {folder or 'all'}: {len(at)} documents: {told}")
    write_weights(command.output, count_weights(minutes), LEAST)


if __name__ == "__main__":
    main()
