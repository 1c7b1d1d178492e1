"""Finds the titles that stand inside a page run together, by learned weights.

Such a page has lost its line ends, and many titles on it have neither a number nor a
label. Every stretch of words that may be one is weighed by where it begins (what
stands before it, its number, its first words), where it ends (what stands behind) and
how it reads; of stretches that overlap, the one that weighs most is the title.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from minutebook.certainty import weights_in
from minutebook.segment.flatwords import Page, read_words

TABLE = "title_weights.tsv"
ALWAYS = "always"
MOST_WORDS = 18  # of a title
LIKELY = -0.75  # the sum of weights from which a stretch is a title


class Title(NamedTuple):
    """A title: where its number begins, if it has one, where it begins and ends."""

    opens: int
    start: int
    end: int


def find_titles(text: str, start: int, end: int) -> list[Title]:
    """Return the titles in a stretch of text that was run together, in its order.

    Without the table of weights there are none.
    """
    weights = weights_in(TABLE)
    page = Page(read_words(text, start, end)) if weights else Page([])
    return [_title_of(page, *x) for x in choose_titles(page, weights, LIKELY)]


def _title_of(page: Page, first: int, last: int) -> Title:
    words = page.words
    start = words[first].start
    opens = words[first - 1].start if page.numbered(first) else start
    return Title(opens, start, words[last].end)


def choose_titles(
    page: Page, weights: Mapping[str, float], likely: float
) -> list[tuple[int, int]]:
    """Return the first and last word of each title, heaviest first where they meet."""
    weighed = sorted(_weigh(page, weights, likely), reverse=True)
    taken: set[int] = set()
    titles = []
    for _, first, last in weighed:
        if taken.isdisjoint(range(first - 1, last + 1)):
            taken.update(range(first, last + 1))
            titles.append((first, last))
    return sorted(titles)


def _weigh(
    page: Page, weights: Mapping[str, float], likely: float
) -> Iterator[tuple[float, int, int]]:
    """Yield the weight, first and last word of each stretch that may be a title."""

    def add_up(traits: Iterable[str]) -> float:
        return sum(weights.get(x, 0.0) for x in traits)

    ends: dict[int, float] = {}
    for first in page.starts():
        begins = weights[ALWAYS] + add_up(page.begins(first))
        for last in range(first, min(first + MOST_WORDS, len(page.words))):
            if last not in ends:
                ends[last] = add_up(page.ends(last))
            weight = begins + ends[last] + add_up(page.reads(first, last))
            if weight > likely:
                yield weight, first, last
