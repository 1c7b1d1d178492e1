"""Finds where the lines of a page run together ended, by learned weights.

What stands on either side of a blank (marks, capitals, numbers, small words) tells how
likely it was a line end: behind a heading, before a label, between the people of a
list, between paragraphs. The weights are counted from minutes that kept their lines.
"""

from __future__ import annotations

from collections.abc import Mapping

from minutebook.certainty import weights_in
from minutebook.segment.flatwords import Page, read_words

TABLE = "break_weights.tsv"
ALWAYS = "always"
LIKELY = -0.7  # the sum of weights from which a line ended, on a page run together
_SURE = 0.0  # ... in any line
_LEAST_SHARE = 0.03  # of the words of a line that surely end one: it was run together


def find_lost_breaks(text: str, start: int, end: int) -> list[int]:
    """Return where lines began in a stretch of text, none if it is one paragraph.

    A paragraph of some seven hundred characters or more holds two sure line ends in a
    hundred words at most, a page that was run together three or more.
    """
    page = Page(read_words(text, start, end))
    sums = weigh_breaks(page, weights_in(TABLE))
    if sum(x > _SURE for x in sums) < _LEAST_SHARE * len(page.words):
        return []
    return [page.words[at + 1].start for at, x in enumerate(sums) if x > LIKELY]


def weigh_breaks(page: Page, weights: Mapping[str, float]) -> list[float]:
    """Return how much speaks for a line end behind each word but the last."""
    return [
        weights[ALWAYS] + sum(weights.get(x, 0.0) for x in page.parts(at))
        for at in range(len(page.words) - 1)
    ]
