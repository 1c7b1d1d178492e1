"""Counts the weights of `acronym_weights.tsv` from documents with gold.

    python -m minutebook.weigh_acronyms DOCUMENTS GOLD [DOCUMENTS GOLD ...]
        [--output FILE]

Prints how many of the acronyms taken are bodies, and how many of the bodies are taken,
with some of the bodies that met left out of the counting; then writes the weights.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from minutebook.certainty import weigh_traits
from minutebook.counting import group_bodies, read_command
from minutebook.evaluation import with_gold
from minutebook.load import read_document
from minutebook.logistic import Case, count, write_weights
from minutebook.preamble import read_preamble
from minutebook.recognise.acronymsigns import LIKELY, Sign
from minutebook.recognise.context import Context
from minutebook.recognise.organisations import find_named, post_part
from minutebook.recognise.people import recognise_people
from minutebook.recognise.roles import recognise_roles
from minutebook.recognise.runs import read_runs, without
from minutebook.records import SourceDocument
from minutebook.score import organisation_key
from minutebook.segment import segment
from minutebook.unwrap import unwrap

RIDGE = 4.0  # how dear weights are
SEEN = 6  # a trait must be seen so often to have a weight
BODIES = 4  # ... and in the minutes of so many bodies
LEAST = 0.05  # smaller weights are left out
FOLDS = 6


class Asked(NamedTuple):
    """An acronym of a document, and whether gold holds it as a body."""

    folder: str
    body: str
    sign: Sign
    right: bool


def read_acronyms(documents: Path, gold_dir: Path) -> Iterator[Asked]:
    """Yield the acronyms of each document with gold that no rule explains."""
    for known in with_gold(documents, gold_dir, "organisations"):
        keys = set(_keys(known.gold))
        for sign in _signs_in(read_document(known.path)):
            right = organisation_key(sign.word) in keys
            yield Asked(str(gold_dir), known.body, sign, right)


def _keys(gold: dict[str, Any]) -> Iterator[str]:
    """Yield the keys of all names of the bodies in gold."""
    for x in gold["organisations"] or []:
        yield from map(organisation_key, (x["name"], *(x.get("aliases") or ())))


def _signs_in(source: SourceDocument) -> list[Sign]:
    read = unwrap(source)
    sections = segment(read)
    context = Context(read, sections, read_preamble(read, sections))
    people, _ = recognise_people(context)
    reading = read_runs(context.joined, people)
    posts, _ = recognise_roles(context, reading)
    rest = without(reading, [post_part(reading.view, x) for x in posts])
    return find_named(context, reading, rest, posts).signs


def count_weights(asked: Sequence[Asked]) -> dict[str, float]:
    """Return the weight of each trait that several bodies show."""
    told = Counter(t for _, t in {(x.body, t) for x in asked for t in x.sign.traits})
    return count(
        [
            Case(
                tuple(t for t in sorted(x.sign.traits) if told[t] >= BODIES),
                x.right,
                1.0,
            )
            for x in asked
        ],
        RIDGE,
        SEEN,
    )


def left_out(asked: Sequence[Asked]) -> list[bool]:
    """Return which acronyms are taken by weights of other bodies."""
    taken = [False] * len(asked)
    for group in group_bodies(asked, FOLDS):
        weights = count_weights([x for x in asked if x.body not in group])
        for i, x in enumerate(asked):
            if x.body in group:
                taken[i] = weigh_traits(weights, x.sign.traits) > LIKELY
    return taken


def _print_figures(asked: Sequence[Asked]) -> None:
    taken = left_out(asked)
    for folder in [*dict.fromkeys(x.folder for x in asked), None]:
        at = [i for i, x in enumerate(asked) if folder in (None, x.folder)]
        right = sum(asked[i].right for i in at if taken[i])
        print(
            f"{folder or 'all'}: {len(at)} acronyms, {sum(asked[i].right for i in at)} "
            f"bodies; taken {sum(taken[i] for i in at)}, of them bodies {right}"
        )


def main() -> None:
    """Count weights from the folders named on the command line."""
    command = read_command("weigh_acronyms", "acronym_weights.tsv")
    asked = [
        x for documents, gold in command.pairs for x in read_acronyms(documents, gold)
    ]
    _print_figures(asked)
    write_weights(command.output, count_weights(asked), LEAST)


if __name__ == "__main__":
    main()
