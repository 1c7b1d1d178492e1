"""Counts the weights of `heading_weights.tsv` from documents with gold.

    python -m minutebook.weigh_headings DOCUMENTS GOLD [DOCUMENTS GOLD ...]

Prints how well items are found with each body left out of the counting, beside what the
rules alone find, then writes the weights that all bodies give.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from minutebook import score
from minutebook.certainty import weigh_traits
from minutebook.counting import group_bodies, read_command, small_words
from minutebook.evaluation import with_gold
from minutebook.load import read_document
from minutebook.logistic import Case, count, write_weights
from minutebook.segment.items import choose_headings
from minutebook.segment.kind import decide_kind
from minutebook.segment.rosters import find_rosters
from minutebook.segment.weighing import Place, find_headings, mark_taken, read_traits
from minutebook.unwrap import unwrap

RIDGE = 1.5  # how dear weights are
SEEN, BODIES = 10, 5  # so often a trait must be seen, in so many bodies
LEAST = 0.05  # smaller weights are left out
ALIKE = 0.8  # how similar titles are from which one is the other
FOLDS = 12  # bodies are left out in so many groups


class Page(NamedTuple):
    """The places of one document, what they show, and which gold item each is."""

    body: str
    items: int
    taken: tuple[bool, ...]
    firm: tuple[bool, ...]  # taken for their number
    traits: tuple[tuple[str, ...], ...]
    meant: tuple[bool, ...]
    small: frozenset[str]  # words that it writes in small letters

    def cases(self) -> Iterator[Case]:
        """Yield one case a place; long documents do not drown the short ones."""
        share = 4 * max(len(self.traits) ** -0.5, 0.03) if self.traits else 0.0
        for traits, meant, taken in zip(
            self.traits, self.meant, self.taken, strict=True
        ):
            yield Case(mark_taken(traits) if taken else traits, meant, share)


def read_pages(documents: Path, gold_dir: Path) -> Iterator[Page]:
    """Yield what each set of minutes with gold teaches."""
    for known in with_gold(documents, gold_dir, "items"):
        page = _learn(known.body, known.gold["items"] or [], known.path)
        if page:
            yield page


def _learn(body: str, items: list[dict[str, Any]], path: Path) -> Page | None:
    source = unwrap(read_document(path))
    rosters = find_rosters(source)
    if decide_kind(source, rosters)[0] != "minutes":
        return None
    choice = choose_headings(source, rosters)
    text, places = source.text, choice.places
    return Page(
        body,
        len(items),
        tuple(x.taken for x in places),
        tuple(x.taken and x.best.number is not None for x in places),
        tuple(read_traits(text, choice.paragraphs, places, choice.lists)),
        _find_meant(text, places, items),
        frozenset(small_words(text)),
    )


def _find_meant(
    text: str, places: Sequence[Place], items: list[dict[str, Any]]
) -> tuple[bool, ...]:
    """Return which places are items of the gold, each of them one at most."""
    pairs = score.pair_up(
        items, list(places), lambda item, place: _fitness(text, item, place), ALIKE
    )
    meant = {at for _, at in pairs}
    return tuple(at in meant for at in range(len(places)))


def _fitness(text: str, item: dict[str, Any], place: Place) -> float:
    """Return how well a place fits a gold item: title, number, the rules' choice."""
    best = max(
        score.similarity(item["title"], x.title(text))
        + 0.05 * _same_number(item.get("number"), x.number.text if x.number else None)
        for x in place.readings
    )
    return best + 0.02 * place.taken if best >= ALIKE else 0.0


def _same_number(one: str | None, other: str | None) -> bool:
    return score.number_key(one) == score.number_key(other)


# a trait that a word of the heading makes: names have none, they are never small
_WORD = re.compile(r"(?:word|opens)-([a-z]+)$")


def count_weights(pages: Sequence[Page]) -> dict[str, float]:
    """Return the weight of each trait that shows in several bodies."""
    seen: dict[str, set[str]] = defaultdict(set)
    for page in pages:
        for trait in {t for case in page.cases() for t in case.traits}:
            seen[trait].add(page.body)
    small: dict[str, set[str]] = defaultdict(set)
    for page in pages:
        for word in page.small:
            small[word].add(page.body)
    known = {
        trait
        for trait, bodies in seen.items()
        if len(bodies) >= BODIES
        and not ((named := _WORD.match(trait)) and len(small[named[1]]) < BODIES)
    }
    cases = [
        x._replace(traits=tuple(t for t in x.traits if t in known))
        for page in pages
        for x in page.cases()
    ]
    return count(cases, RIDGE, SEEN)


def left_out(pages: Sequence[Page]) -> tuple[float, float]:
    """Return precision and recall of items, each body judged by others."""
    right = told = 0
    for out in group_bodies(pages, FOLDS):
        weights = count_weights([x for x in pages if x.body not in out])
        for page in (x for x in pages if x.body in out):
            likely = [weigh_traits(weights, x.traits) for x in page.cases()]
            found = find_headings(page.taken, page.firm, likely)
            told += sum(found)
            right += sum(x and y for x, y in zip(found, page.meant, strict=True))
    return right / max(told, 1), right / max(sum(x.items for x in pages), 1)


def by_rules(pages: Sequence[Page]) -> tuple[float, float]:
    """Return precision and recall of what the rules alone take."""
    told = sum(sum(x.taken) for x in pages)
    pairs = (z for x in pages for z in zip(x.taken, x.meant, strict=True))
    right = sum(taken and meant for taken, meant in pairs)
    return right / max(told, 1), right / max(sum(x.items for x in pages), 1)


def main() -> None:
    """Count weights from the folders named on the command line."""
    command = read_command("weigh_headings", "heading_weights.tsv")
    pages = [
        page
        for documents, gold in command.pairs
        for page in read_pages(documents, gold)
    ]
    for name, (precision, recall) in (
        ("rules alone", by_rules(pages)),
        ("body left out", left_out(pages)),
    ):
        print(f"{len(pages)} documents; {name}: P {precision:.3f} R {recall:.3f}")
    write_weights(command.output, count_weights(pages), LEAST)


if __name__ == "__main__":
    main()
