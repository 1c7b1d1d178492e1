"""Counts the weights of `title_weights.tsv` from documents with gold.

    python -m minutebook.weigh_titles DOCUMENTS GOLD [DOCUMENTS GOLD ...]
        [--output FILE]

All line ends of the documents are taken out first, and how well titles are found
without them, each body judged by the others, is printed; then the weights that all
give are written. Minutes without gold teach too: what the pipeline finds in them while
they have their lines (records of `minutebook extract`) serves as gold.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from minutebook import score
from minutebook.counting import read_command, set_apart, small_words
from minutebook.evaluation import with_gold
from minutebook.load import read_document
from minutebook.logistic import Case, count, write_weights
from minutebook.segment.flatwords import Page, is_plain, read_words
from minutebook.segment.runintitles import LIKELY, MOST_WORDS, choose_titles

RIDGE = 2.0  # how dear weights are
SEEN, BODIES = 6, 4  # so often a trait must be seen, in so many bodies
SMALL = 3  # bodies that must write a word in small letters: names have no weight
LEAST = 0.05  # smaller weights are left out
FOLDS = 5
ALIKE = 0.8  # how similar titles are from which one is the other
KEPT = 0.04  # of the stretches that begin where no title does
LONGEST = 40_000  # characters of a document that are learnt from
SEED = 1

_TITLED_BY = frozenset(".:;)!?|")  # what stands before a title, if no number does


class Minutes(NamedTuple):
    """What one document teaches: its page run together, and what titles it holds."""

    body: str
    page: Page
    wanted: tuple[str, ...]
    titles: frozenset[tuple[int, int]]
    small: frozenset[str]  # words that it writes in small letters


def read_minutes(documents: Path, gold_dir: Path) -> Iterator[Minutes]:
    """Yield what each document with gold teaches."""
    for known in with_gold(documents, gold_dir, "items"):
        wanted = [x["title"] or "" for x in known.gold["items"] or []]
        yield learn(known.body, wanted, read_document(known.path).text)


def learn(body: str, wanted: Sequence[str], text: str) -> Minutes:
    """Return what a document teaches when its line ends are taken out."""
    text = " ".join(text.split())[:LONGEST]
    page = Page(read_words(text, 0, len(text)))
    titles = frozenset(find_wanted(page, wanted))
    return Minutes(body, page, tuple(wanted), titles, frozenset(small_words(text)))


def find_wanted(page: Page, wanted: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the first and last word of each title, one behind the other.

    Of several places that read the same, it is the one that looks most like a title's.

    >>> words = read_words("We saw Bins. 5. Bins A man spoke.", 0, 33)
    >>> [*find_wanted(Page(words), ["BINS"])]
    [(4, 4)]
    """
    after = 0
    for title in wanted:
        lows = [x.low for x in read_words(title, 0, len(title))]
        places = [*_places(page, lows, after)] or [*_places(page, lows, 0)]
        if places:
            first = max(places, key=lambda x: (_looks_titled(page, x), -x))
            after = first + 1
            yield first, first + len(lows) - 1


def _places(page: Page, lows: Sequence[str], after: int) -> Iterator[int]:
    """Yield where words stand, in small letters."""
    words = page.words
    for at in range(after, len(words) - len(lows) + 1 if lows else 0):
        if words[at].low == lows[0] and all(
            words[at + i].low == x for i, x in enumerate(lows)
        ):
            yield at


def _looks_titled(page: Page, at: int) -> int:
    """Return how much a place looks like one where a title begins."""
    if page.numbered(at):
        before = 2
    else:
        before = int(at == 0 or page.words[at - 1].closes in _TITLED_BY)
    return before + (page.words[at].form != "l")


def read_cases(minutes: Minutes, rng: random.Random) -> Iterator[Case]:
    """Yield the stretches that may be titles; of those that begin at none, some."""
    page = minutes.page
    begun = {first for first, _ in minutes.titles}
    for first in page.starts():
        share = 1.0 if first in begun else KEPT
        for last in range(first, min(first + MOST_WORDS, len(page.words))):
            if share < 1 and rng.random() >= share:
                continue
            traits = page.begins(first) | page.ends(last) | page.reads(first, last)
            right = (first, last) in minutes.titles
            yield Case(tuple(traits), right, 1 / share)


def count_weights(learnt: Sequence[Minutes]) -> dict[str, float]:
    """Return the weight of each trait that several bodies show and that is no name."""
    rng = random.Random(SEED)
    small: dict[str, set[str]] = defaultdict(set)
    bodies: dict[str, set[str]] = defaultdict(set)
    cases: list[Case] = []
    for x in learnt:
        for word in x.small:
            small[word].add(x.body)
        fresh = [*read_cases(x, rng)]
        for trait in {t for case in fresh for t in case.traits}:
            bodies[trait].add(x.body)
        cases += fresh
    common = {word for word, of in small.items() if len(of) >= SMALL}
    known = {t for t, of in bodies.items() if len(of) >= BODIES and is_plain(t, common)}
    del bodies
    return count(
        [x._replace(traits=tuple(known.intersection(x.traits))) for x in cases],
        RIDGE,
        SEEN,
    )


def left_out(learnt: Sequence[Minutes]) -> tuple[int, int, int]:
    """Return titles rightly found, found, and wanted, each body judged by others."""
    right = told = 0
    for mine, others in set_apart(learnt, FOLDS):
        weights = count_weights(others)
        for x in mine:
            found = [_quote(x.page, *y) for y in choose_titles(x.page, weights, LIKELY)]
            told += len(found)
            right += len(score.pair_up(x.wanted, found, score.similarity, ALIKE))
    return right, told, sum(len(x.wanted) for x in learnt)


def _quote(page: Page, first: int, last: int) -> str:
    return " ".join(x.text for x in page.words[first : last + 1])


def main() -> None:
    """Count weights from the folders named on the command line."""
    command = read_command("weigh_titles", "title_weights.tsv")
    learnt = [
        x for documents, gold in command.pairs for x in read_minutes(documents, gold)
    ]
    right, told, wanted = left_out(learnt)
    print(
        f"{len(learnt)} documents; body left out:"
        f" P {right / max(told, 1):.3f} R {right / max(wanted, 1):.3f}"
    )
    write_weights(command.output, count_weights(learnt), LEAST)


if __name__ == "__main__":
    main()
