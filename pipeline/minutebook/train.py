"""Makes training examples of a folder of documents and trains the recogniser."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from minutebook.errors import MinutebookError
from minutebook.evaluation import read_gold
from minutebook.load import expand, read_document
from minutebook.recognise.model.labelling import (
    cut_units,
    label_by_reader,
    label_by_rules,
    view_of,
)
from minutebook.recognise.model.units import Example
from minutebook.records import Extraction
from minutebook.runner import extract

COPIES = 3  # how often a line that somebody has read counts


class Lesson(NamedTuple):
    """The examples of one document; `read` if a reader has said what it names."""

    document: str
    body: str
    read: bool
    examples: tuple[Example, ...]


def teach(
    document: str, extraction: Extraction, gold: dict[str, Any] | None
) -> Lesson:
    """Return the examples that one document gives."""
    view = view_of(extraction)
    spans = label_by_rules(extraction)
    if gold:
        spans = label_by_reader(view, spans, _names(gold))
    body = document.rpartition("/")[0].rpartition("/")[2]
    return Lesson(document, body, bool(gold), tuple(cut_units(view, spans)))


def _names(gold: dict[str, Any]) -> dict[str, Iterable[str]]:
    forms = {
        label: [y for x in gold.get(key) or [] for y in (x["name"], *x["aliases"])]
        for label, key in (("PERSON", "people"), ("ORG", "organisations"))
    }
    return {**forms, "ROLE": gold.get("roles") or []}


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
