"""Asks the trained judge of names, which is loaded when the first line needs it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any, NamedTuple

from minutebook.assets import models_dir
from minutebook.recognise.model.units import Unit

SWITCH = "MINUTEBOOK_MODEL"  # "on": the rules and the judge
BATCH = 64


class Question(NamedTuple):
    """Some words, and the stretches in them that may be names."""

    unit: Unit
    spans: tuple[tuple[int, int], ...]  # by offsets of the document


class Verdict(NamedTuple):
    """What a stretch most likely names, and how likely."""

    start: int
    end: int
    label: str
    probability: float


def judge(questions: Sequence[Question]) -> Iterator[Verdict]:
    """Yield what the asked stretches name, by offsets of the document.

    Yields nothing where the weights are not installed or not switched on.
    """
    loaded = _component() if questions and is_on() else None
    if loaded is None:
        return
    nlp, component = loaded
    for place in range(0, len(questions), BATCH):
        with nlp.memory_zone():
            found = list(_verdicts(nlp, component, questions[place : place + BATCH]))
        yield from found


def _verdicts(
    nlp: Any, component: Any, questions: Sequence[Question]
) -> Iterator[Verdict]:
    from minutebook.recognise.model.network import ask, probabilities

    docs = [
        ask(
            nlp, x.unit.text, [(a - x.unit.start, b - x.unit.start) for a, b in x.spans]
        )
        for x in questions
    ]
    for question, answers in zip(
        questions, probabilities(component, docs), strict=True
    ):
        for start, end, chances in answers:
            label, chance = max(chances.items(), key=lambda x: x[1])
            offset = question.unit.start
            yield Verdict(offset + start, offset + end, label, chance)


def is_on() -> bool:
    """Return whether the trained judge is switched on and installed.

    It is off unless asked for: the model card says what it costs and gains.
    """
    wanted = os.environ.get(SWITCH, "").casefold() in ("on", "1", "yes")
    return wanted and (models_dir() / "ner" / "weights").is_file()


@contextmanager
def switched(on: bool) -> Iterator[None]:
    """Switch the judge on or off within a with block."""
    before = os.environ.get(SWITCH)
    os.environ[SWITCH] = "on" if on else "off"
    try:
        yield
    finally:
        if before is None:
            del os.environ[SWITCH]
        else:
            os.environ[SWITCH] = before


@cache
def _component() -> tuple[Any, Any]:
    from minutebook.recognise.model.network import load

    return load(models_dir() / "ner")
