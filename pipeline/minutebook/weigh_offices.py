"""Counts the weights of `office_weights.tsv` from documents with gold.

    python -m minutebook.weigh_offices DOCUMENTS GOLD [DOCUMENTS GOLD ...]
        [--output FILE]

Prints how many of the offices taken are posts, and how many of the posts are taken,
with some of the bodies that met left out of the counting; then writes the weights.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from minutebook.certainty import weigh_traits
from minutebook.counting import read_command, set_apart
from minutebook.evaluation import with_gold
from minutebook.load import read_document
from minutebook.logistic import Case, count, write_weights
from minutebook.preamble import read_preamble
from minutebook.recognise.aloneposts import LIKELY, Alone, read_alone
from minutebook.recognise.context import Context
from minutebook.recognise.people import recognise_people
from minutebook.recognise.posts import FoundPost
from minutebook.recognise.roles import find_settled
from minutebook.recognise.runs import read_runs
from minutebook.records import SourceDocument
from minutebook.score import similarity
from minutebook.segment import segment
from minutebook.unwrap import unwrap

RIDGE = 2.0  # how dear weights are
SEEN = 6  # a trait must be seen so often to have a weight
BODIES = 4  # ... and in the minutes of so many bodies
LEAST = 0.05  # smaller weights are left out
FOLDS = 6
SAME = 0.85  # from which two posts are one


class Asked(NamedTuple):
    """An office of a document, and whether gold holds it as a post."""

    folder: str
    body: str
    office: Alone
    right: bool


def read_offices(documents: Path, gold_dir: Path) -> Iterator[Asked]:
    """Yield the offices of each document with gold that no rule takes for a post."""
    for known in with_gold(documents, gold_dir, "roles"):
        view, found = _posts_of(read_document(known.path))
        names = {x.name for x in found}
        missed = [
            x
            for x in known.gold["roles"] or []
            if not any(similarity(x, name) >= SAME for name in names)
        ]
        for office in read_alone(view, found):
            right = any(similarity(x, office.name) >= SAME for x in missed)
            yield Asked(str(gold_dir), known.body, office, right)


def _posts_of(source: SourceDocument) -> tuple[str, list[FoundPost]]:
    """Return the text without people's names, and the posts that rules find in it."""
    read = unwrap(source)
    sections = segment(read)
    context = Context(read, sections, read_preamble(read, sections))
    people, _ = recognise_people(context)
    reading = read_runs(context.joined, people)
    return reading.view, find_settled(context, reading)


def count_weights(asked: Sequence[Asked]) -> dict[str, float]:
    """Return the weight of each trait that several bodies show."""
    shown = {(x.body, trait) for x in asked for trait in x.office.traits}
    told = Counter(trait for _, trait in shown)
    cases = [
        Case(tuple(t for t in sorted(x.office.traits) if told[t] >= BODIES), x.right)
        for x in asked
    ]
    return count(cases, RIDGE, SEEN)


def _print_figures(asked: Sequence[Asked]) -> None:
    taken: Counter[tuple[str, bool]] = Counter()
    known: Counter[str] = Counter(x.folder for x in asked if x.right)
    for mine, others in set_apart(asked, FOLDS):
        weights = count_weights(others)
        for x in mine:
            if weigh_traits(weights, x.office.traits) > LIKELY:
                taken[x.folder, x.right] += 1
    for folder in dict.fromkeys(x.folder for x in asked):
        right, wrong = taken[folder, True], taken[folder, False]
        print(f"{folder}: {known[folder]} posts; taken {right}, and {wrong} others")
    total = [sum(n for (_, x), n in taken.items() if x is y) for y in (True, False)]
    print(f"all: {known.total()} posts; taken {total[0]}, and {total[1]} others")


def main() -> None:
    """Count weights from the folders named on the command line."""
    command = read_command("weigh_offices", "office_weights.tsv")
    asked = [
        x for documents, gold in command.pairs for x in read_offices(documents, gold)
    ]
    _print_figures(asked)
    write_weights(command.output, count_weights(asked), LEAST)


if __name__ == "__main__":
    main()
