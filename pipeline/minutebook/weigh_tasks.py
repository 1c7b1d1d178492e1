"""Counts the weights of `task_weights.tsv` from documents with gold.

    python -m minutebook.weigh_tasks DOCUMENTS GOLD [DOCUMENTS GOLD ...] [--output FILE]

Prints how well sentences are judged with each body left out of the counting, then
writes the weights that all of them give.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from minutebook import score
from minutebook.assemble.actions import told_paragraphs
from minutebook.assemble.chances import LIKELY
from minutebook.assemble.labels import LABELS
from minutebook.assemble.narrative import read_told
from minutebook.assemble.owners import Owners
from minutebook.certainty import weigh_traits
from minutebook.counting import group_bodies, read_command
from minutebook.evaluation import with_gold
from minutebook.load import read_document
from minutebook.logistic import Case, count, write_weights
from minutebook.output import record
from minutebook.records import Extraction
from minutebook.runner import extract
from minutebook.unwrap import unwrap

RIDGE = 6.0  # how dear weights are
SEEN = 8  # a trait must be seen so often to have a weight
BODIES = 5  # and in the minutes of so many bodies: what only one says is its own
FOLDS = 12  # groups of bodies, each judged by the others
LEAST = 0.02  # smaller weights are left out
ALIKE = 0.5  # shared words from which a passage is the task that gold holds
MARKED = ("margin", "column", "label", "bracket", "summary")


class Sentence(NamedTuple):
    """The candidates of one sentence: their traits, and which gold task each is."""

    body: str
    document: str
    traits: tuple[tuple[str, ...], ...]
    tasks: tuple[int | None, ...]


class Rest(NamedTuple):
    """How many tasks gold holds, and how many of them marks and labels find."""

    body: str
    gold: int
    marked: int
    right: int


def read_sentences(
    documents: Path, gold_dir: Path
) -> Iterator[tuple[Rest, list[Sentence]]]:
    """Yield what each document with gold teaches."""
    for known in with_gold(documents, gold_dir, "actions"):
        found = extract(read_document(known.path))
        yield _learn(known.name, known.body, known.gold, found)


def _learn(
    name: str, body: str, gold: dict[str, Any], found: Extraction
) -> tuple[Rest, list[Sentence]]:
    """Return the sentences of a document that no mark or label has told already."""
    tasks = gold["actions"] or []
    rows = [
        x
        for x in record(found)["actions"]
        if x["rule"].removeprefix("action-") in MARKED
    ]
    pairs = score.pair_up(
        tasks, rows, lambda a, b: score.shared_words(a["text"], b["text"]), ALIKE
    )
    open_ = [i for i in range(len(tasks)) if i not in {i for i, _ in pairs}]
    source = unwrap(found.source)
    text = source.text
    owners = Owners(found.meeting.attendance, found.mentions, text)
    sentences = []
    paragraphs = told_paragraphs(source, found.sections)
    for told in read_told(text, paragraphs, found.mentions, owners, LABELS):
        free = [
            x
            for x in told
            if not any(
                r["start"] < x.found.end and x.found.start < r["end"] for r in rows
            )
        ]
        meant = tuple(
            next(
                (
                    i
                    for i in open_
                    if score.shared_words(
                        tasks[i]["text"], text[x.found.start : x.found.end]
                    )
                    >= ALIKE
                ),
                None,
            )
            for x in free
        )
        if free:
            sentences.append(Sentence(body, name, tuple(x.traits for x in free), meant))
    return Rest(body, len(tasks), len(rows), len(pairs)), sentences


def count_weights(sentences: Sequence[Sentence]) -> dict[str, float]:
    """Return the weight of each trait; a sentence counts once, however many tasks."""
    told = Counter(
        t for _, t in {(x.body, t) for x in sentences for y in x.traits for t in y}
    )
    return count(
        [
            Case(
                tuple(t for t in y if told[t] >= BODIES),
                task is not None,
                len(x.traits) ** -0.5,
            )
            for x in sentences
            for y, task in zip(x.traits, x.tasks, strict=True)
        ],
        RIDGE,
        SEEN,
    )


def left_out(
    rest: Sequence[Rest], sentences: Sequence[Sentence]
) -> tuple[float, float]:
    """Return precision and recall of actions, each body judged by other bodies."""
    right = sum(x.right for x in rest)
    told = sum(x.marked for x in rest)
    for group in group_bodies(sentences, FOLDS):
        weights = count_weights([x for x in sentences if x.body not in group])
        hits: set[tuple[str, int]] = set()
        for sentence in sentences:
            if sentence.body not in group:
                continue
            likely, task = max(
                (weigh_traits(weights, y), -1 if task is None else task)
                for y, task in zip(sentence.traits, sentence.tasks, strict=True)
            )
            if likely > LIKELY:
                told += 1
                hits |= {(sentence.document, task)} if task >= 0 else set()
        right += len(hits)
    return right / max(told, 1), right / max(sum(x.gold for x in rest), 1)


def main() -> None:
    """Count weights from the folders named on the command line."""
    command = read_command("weigh_tasks", "task_weights.tsv")
    rest: list[Rest] = []
    sentences: list[Sentence] = []
    for documents, gold in command.pairs:
        read = list(read_sentences(documents, gold))
        rest += (x for x, _ in read)
        sentences += (y for _, x in read for y in x)
    precision, recall = left_out(rest, sentences)
    print(
        f"{len(sentences)} sentences; body left out: P {precision:.3f} R {recall:.3f}"
    )
    write_weights(command.output, count_weights(sentences), LEAST)


if __name__ == "__main__":
    main()
