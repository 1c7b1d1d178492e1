"""Counts the weights of `claim_weights.tsv` from documents with gold.

    python -m minutebook.weigh_claims DOCUMENTS GOLD [DOCUMENTS GOLD ...]
        [--output FILE]

Prints how right posts and bodies of attendees are as they were read, and without those
that are not likely, with some of the bodies left out of the counting; then writes the
weights that all give.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from minutebook import score
from minutebook.certainty import weigh_traits
from minutebook.counting import read_command, set_apart, small_words
from minutebook.evaluation import with_gold
from minutebook.load import read_document
from minutebook.logistic import Case, count, write_weights
from minutebook.preamble.attendance import read_attendance
from minutebook.preamble.claims import KEEP, Claim, read_claims
from minutebook.preamble.comers import add_comers
from minutebook.records import SourceDocument
from minutebook.segment import segment
from minutebook.unwrap import unwrap

RIDGE = 2.0  # how dear weights are
SEEN = 5  # a trait must be seen so often to have a weight
BODIES = 4  # ... and in the minutes of so many bodies
SMALL = 2  # bodies that must write a word in small letters: names have no weight
LEAST = 0.05  # smaller weights are left out
FOLDS = 6
NOBODY = 0.5  # how much the posts of people count who did not come
_KINDS = ("role", "organisation")
_ALIKE = 0.85  # from where two posts are the same


class Minutes(NamedTuple):
    """What one document teaches: the claims, which are right, and what gold wants."""

    folder: str
    body: str
    claims: tuple[tuple[Claim, bool, float], ...]
    wanted: Counter[str]
    small: frozenset[str]  # words that it writes in small letters


def read_minutes(documents: Path, gold_dir: Path) -> Iterator[Minutes]:
    """Yield what each document with gold teaches."""
    for known in with_gold(documents, gold_dir, "attendance"):
        gold = known.gold["attendance"] or []
        yield learn(str(gold_dir), known.body, gold, read_document(known.path))


def learn(
    folder: str, body: str, gold: list[dict[str, Any]], source: SourceDocument
) -> Minutes:
    """Return what one document teaches."""
    read = unwrap(source)
    sections = segment(read)
    people = add_comers(read, sections, read_attendance(read, sections))
    known = {score.name_key(x["name"]): x for x in gold}
    claims = []
    for claim in read_claims(read.text, people):
        person = known.get(score.name_key(people[claim.person].name))
        wants = person.get(claim.kind) if person else None
        right = score.similarity(wants, claim.words) >= _ALIKE
        claims.append((claim, right, 1.0 if person else NOBODY))
    wanted = Counter(k for x in gold for k in _KINDS if x.get(k))
    small = frozenset(small_words(read.text))
    return Minutes(folder, body, tuple(claims), wanted, small)


def count_weights(minutes: Sequence[Minutes]) -> dict[str, float]:
    """Return the weight of each trait that several bodies show."""
    told = Counter(
        t
        for _, t in {
            (x.body, t) for x in minutes for y in x.claims for t in y[0].traits
        }
    )
    small = Counter(w for _, w in {(x.body, w) for x in minutes for w in x.small})

    def counts(trait: str) -> bool:
        head, _, word = trait.partition(":")
        return told[trait] >= BODIES and (
            not head.endswith(("-first", "-last")) or small[word] >= SMALL
        )

    cases = [
        Case(tuple(filter(counts, claim.traits)), right, share)
        for x in minutes
        for claim, right, share in x.claims
    ]
    return count(cases, RIDGE, SEEN)


def print_figures(minutes: Sequence[Minutes]) -> None:
    """Print F1 by folder and kind: as read, and judged with the body left out."""
    tally: dict[tuple[str, str], Counter[str]] = {}
    for mine, others in set_apart(minutes, FOLDS):
        weights = count_weights(others)
        for page in mine:
            for folder in (page.folder, "all"):
                for kind in _KINDS:
                    row = tally.setdefault((folder, kind), Counter())
                    row["wanted"] += page.wanted[kind]
                    for claim, right, _ in page.claims:
                        if claim.kind == kind:
                            row.update(_judge(weights, claim, right))
    for (folder, kind), row in tally.items():
        print(
            f"{folder}: {kind}: {_figures(row, 'read')}; kept {_figures(row, 'kept')}"
        )


def _judge(weights: dict[str, float], claim: Claim, right: bool) -> Iterator[str]:
    yield "read"
    if right:
        yield "read-right"
    if weigh_traits(weights, claim.traits) >= KEEP[claim.kind]:
        yield "kept"
        if right:
            yield "kept-right"


def _figures(row: Counter[str], how: str) -> str:
    right, told = row[f"{how}-right"], row[how]
    precision, recall = right / max(1, told), right / max(1, row["wanted"])
    f1 = 2 * right / max(1, told + row["wanted"])
    return f"P {precision:.3f} R {recall:.3f} F1 {f1:.3f}"


def main() -> None:
    """Count weights from the folders named on the command line."""
    command = read_command("weigh_claims", "claim_weights.tsv")
    minutes = [x for docs, gold in command.pairs for x in read_minutes(docs, gold)]
    print_figures(minutes)
    write_weights(command.output, count_weights(minutes), LEAST)


if __name__ == "__main__":
    main()
