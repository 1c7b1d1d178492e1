"""Makes training examples of a folder of documents and trains the judge of names."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from minutebook.assets import models_dir
from minutebook.errors import MinutebookError
from minutebook.evaluation import read_gold
from minutebook.load import expand, read_document
from minutebook.recognise.model.labelling import (
    cut_units,
    label_by_reader,
    label_by_rules,
    view_of,
    weigh_with_teacher,
)
from minutebook.recognise.model.teacher import find_teacher
from minutebook.recognise.model.units import Example
from minutebook.records import Extraction
from minutebook.runner import extract

COPIES = 3  # how often a line that somebody has read counts
KEPT = 0.5  # of the lines in which the rules name nobody
SEED = 5


class Lesson(NamedTuple):
    """The examples of one document; `read` if a reader has said what it names."""

    document: str
    read: bool
    examples: tuple[Example, ...]


class Trained(NamedTuple):
    """What a training was made of."""

    documents: int
    read: int
    lines: int
    taught: bool
    folder: Path


def train_folder(
    folder: Path, *, gold: Path | None = None, output: Path | None = None
) -> Trained:
    """Train the judge of names on the documents of a folder, and keep its weights.

    The rules' own sure findings are its labels; with `gold`, what a reader found in
    some of the documents; with the extra `teacher`, what a general model agrees to.
    """
    from minutebook.recognise.model.network import save, train

    lessons = list(read_lessons(folder, gold))
    if not any(x.examples for x in lessons):
        raise MinutebookError(f"{folder}: no document that can be learnt from.")
    examples, taught = choose(lessons)
    target = output or models_dir() / "ner"
    save(train(examples), target)
    read = sum(x.read for x in lessons)
    return Trained(len(lessons), read, len(examples), taught, target)


def read_lessons(folder: Path, gold_dir: Path | None) -> Iterator[Lesson]:
    """Yield the lesson of each document of a folder that can be read."""
    gold = {x["document"]: x for _, x in read_gold(gold_dir)} if gold_dir else {}
    for input_ in expand([folder]):
        parts = input_.path.split("/")
        known = gold.get("/".join(parts[-2:])) or gold.get(parts[-1])
        try:
            yield teach(input_.path, extract(read_document(input_)), known)
        except MinutebookError:
            continue


def teach(document: str, extraction: Extraction, gold: dict[str, Any] | None) -> Lesson:
    """Return the examples that one document gives."""
    view = view_of(extraction)
    spans = label_by_rules(extraction)
    if gold:
        spans = label_by_reader(view, spans, _names(gold))
    return Lesson(document, bool(gold), tuple(cut_units(view, spans)))


def _names(gold: dict[str, Any]) -> dict[str, Iterable[str]]:
    forms = {
        label: [y for x in gold.get(key) or [] for y in (x["name"], *x["aliases"])]
        for label, key in (("PERSON", "people"), ("ORG", "organisations"))
    }
    return {**forms, "ROLE": gold.get("roles") or []}


def choose(lessons: Sequence[Lesson]) -> tuple[list[Example], bool]:
    """Return the examples to learn from, each line once, and if a teacher was asked."""
    read = {y.text: y for x in lessons if x.read for y in x.examples}
    silver = {
        y.text: y
        for x in lessons
        if not x.read
        for y in x.examples
        if y.text not in read
    }
    teacher = find_teacher()
    unread = list(silver.values())
    if teacher:
        unread = weigh_with_teacher(unread, teacher)
    draw = random.Random(SEED)
    chosen = [
        x for x in unread if any(y.label for y in x.spans) or draw.random() < KEPT
    ]
    return [*(x for x in read.values() for _ in range(COPIES)), *chosen], bool(teacher)
