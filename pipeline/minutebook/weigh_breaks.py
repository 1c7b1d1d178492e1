"""Counts the weights of `break_weights.tsv` from documents that kept their lines.

    python -m minutebook.weigh_breaks DOCUMENTS [DOCUMENTS ...] [--output FILE]

Needs no gold: the line ends are taken out, and what stood on either side of them is
learnt. Prints how well they are found again, each body judged by the others, then
writes the weights that all give. A body is the folder that a document lies in.
"""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from minutebook.assets import models_dir
from minutebook.counting import set_apart, small_words
from minutebook.errors import MinutebookError
from minutebook.load import expand, read_document
from minutebook.logistic import Case, count, write_weights
from minutebook.records import SourceDocument
from minutebook.segment.flat import FLAT_LINE
from minutebook.segment.flatwords import Page, is_plain, read_words
from minutebook.segment.lostbreaks import LIKELY, TABLE, weigh_breaks
from minutebook.unwrap import unwrap

RIDGE = 2.0  # how dear weights are
SEEN, BODIES = 8, 5  # so often a trait must be seen, in so many bodies
SMALL = 3  # bodies that must write a word in small letters: names have no weight
LEAST = 0.05  # smaller weights are left out
FOLDS = 4
KEPT = 0.2  # of the blanks where no line ended
MOST = 6000  # words of a document that are learnt from
DEAR = 1500  # cases from which on a long document counts less than its length
RUN_TOGETHER = 0.5  # of a document in lines too long: it has lost its lines
SEED = 3


class Minutes(NamedTuple):
    """What one document teaches: its words, and which of them ended a line."""

    body: str
    page: Page
    ended: frozenset[int]
    small: frozenset[str]  # words that it writes in small letters


def read_minutes(folder: Path) -> Iterator[Minutes]:
    """Yield what each document that kept its lines teaches."""
    for input_ in expand([folder]):
        try:
            source = unwrap(read_document(input_))
        except MinutebookError:
            continue
        lines = _rows(source)
        long = sum(len(x) for x in lines if len(x) >= FLAT_LINE)
        if long <= RUN_TOGETHER * sum(map(len, lines)):
            yield learn(Path(input_.path).parent.name, lines)


def _rows(source: SourceDocument) -> list[str]:
    """Return the rows of a document, white space folded, cells behind one another."""
    rows: dict[tuple[int, int], list[str]] = defaultdict(list)
    for line in source.lines:
        rows[line.page, line.row] += source.text[line.start : line.end].split()
    return [" ".join(x) for x in rows.values() if x]


def learn(body: str, lines: Sequence[str]) -> Minutes:
    """Return what lines teach when they are run together.

    >>> sorted(learn("b", ["Present: Ada", "5. Bins"]).ended)
    [1]
    """
    text = " ".join(lines)
    page = Page(read_words(text, 0, len(text)))
    begun, at = set(), 0
    for line in lines:
        begun.add(at)
        at += len(line) + 1
    ended = frozenset(i - 1 for i, x in enumerate(page.words) if i and x.start in begun)
    return Minutes(body, page, ended, frozenset(small_words(text)))


def read_cases(minutes: Minutes, rng: random.Random) -> list[Case]:
    """Return the blanks of a document; of those where no line ended, some."""
    cases = []
    for at in range(min(len(minutes.page.words) - 1, MOST)):
        right = at in minutes.ended
        if right or rng.random() < KEPT:
            traits = tuple(minutes.page.parts(at))
            cases.append(Case(traits, right, 1.0 if right else 1 / KEPT))
    share = min(1.0, (DEAR / max(len(cases), 1)) ** 0.5)
    return [x._replace(share=x.share * share) for x in cases]


def count_weights(learnt: Sequence[Minutes]) -> dict[str, float]:
    """Return the weight of each trait that several bodies show and that is no name."""
    rng = random.Random(SEED)
    small: dict[str, set[str]] = defaultdict(set)
    bodies: dict[str, set[str]] = defaultdict(set)
    cases: list[Case] = []
    for x in learnt:
        for word in x.small:
            small[word].add(x.body)
        fresh = read_cases(x, rng)
        for trait in {t for case in fresh for t in case.traits}:
            bodies[trait].add(x.body)
        cases += fresh
    common = {word for word, of in small.items() if len(of) >= SMALL}
    known = {t for t, of in bodies.items() if len(of) >= BODIES and is_plain(t, common)}
    fitting = (x._replace(traits=tuple(known.intersection(x.traits))) for x in cases)
    return count([*fitting], RIDGE, SEEN)


def left_out(learnt: Sequence[Minutes]) -> tuple[int, int, int]:
    """Return line ends rightly found, found, and lost, each body judged by others."""
    right = told = 0
    for mine, others in set_apart(learnt, FOLDS):
        weights = count_weights(others)
        for x in mine:
            sums = weigh_breaks(x.page, weights)
            found = [at for at, weight in enumerate(sums) if weight > LIKELY]
            told += len(found)
            right += len(x.ended.intersection(found))
    return right, told, sum(len(x.ended) for x in learnt)


def main() -> None:
    """Count weights from the folders named on the command line."""
    parser = argparse.ArgumentParser(prog="python -m minutebook.weigh_breaks")
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--output", type=Path, default=models_dir() / TABLE)
    options = parser.parse_args()
    learnt = [x for folder in options.folders for x in read_minutes(folder)]
    right, told, lost = left_out(learnt)
    print(
        f"{len(learnt)} documents; body left out:"
        f" P {right / max(told, 1):.3f} R {right / max(lost, 1):.3f}"
    )
    write_weights(options.output, count_weights(learnt), LEAST)


if __name__ == "__main__":
    main()
