"""Every row of the word lists holds its own examples and counter-examples."""

from __future__ import annotations

import re

import pytest

from minutebook.load.builder import TextBuilder
from minutebook.recognise.context import Context
from minutebook.recognise.entities import key_of
from minutebook.recognise.organisations import recognise_organisations
from minutebook.recognise.roles import recognise_roles
from minutebook.recognise.runs import read_runs
from minutebook.recognise.wordlists import Row, read_rows
from minutebook.records import Entity, Preamble, Sections, SourceDocument, Span

MARKED = re.compile(r"\[([^\]]+)\]")


def read(text: str) -> Context:
    builder = TextBuilder()
    for line in text.split("\n"):
        cells = line.split("\t")
        builder.row_of([[(cell, {})] for cell in cells])
    whole, lines, pages = builder.finish()
    source = SourceDocument("x.txt", "text/plain", "", 0, whole, lines, pages)
    return Context(source, Sections("minutes", Span(0, 0)), Preamble())


def entities(kind: str, text: str) -> tuple[Entity, ...]:
    context = read(text)
    reading = read_runs(context.joined, ())
    mentions, roles = recognise_roles(context, reading)
    bodies = recognise_organisations(context, reading, mentions)[1]
    if kind == "role_heads":
        return roles
    return bodies if kind != "name_words" else (*roles, *bodies)


def forms(found: tuple[Entity, ...]) -> set[str]:
    return {form for x in found for form in (x.name, *x.aliases)}


def rows(*names: str) -> list[tuple[str, Row]]:
    return [(name, row) for name in names for row in read_rows(name)]


LISTS = (
    "organisation_heads",
    "public_bodies",
    "role_heads",
    "name_words",
    "not_bodies",
)


@pytest.mark.parametrize("name", LISTS)
def test_examples_hold(name: str) -> None:
    failures = []
    for _, row in rows(name):
        for example in row.examples:
            text = MARKED.sub(r"\1", example)
            for wanted in MARKED.findall(example):
                if wanted not in forms(entities(name, text)):
                    failures.append((row.word, example))
    assert not failures


@pytest.mark.parametrize("name", LISTS)
def test_counter_examples_find_nothing(name: str) -> None:
    failures = []
    for _, row in rows(name):
        for text in row.counters:
            kind = name.replace("name_words", "bodies")
            found = forms(entities(kind, text))
            if name == "name_words" and not row.flags & {"place", "document"}:
                found = {x for x in found if row.word in key_of(x).split()}
            if found:
                failures.append((row.word, text, found))
    assert not failures


@pytest.mark.parametrize("name", LISTS)
def test_every_row_has_both(name: str) -> None:
    assert [r.word for _, r in rows(name) if not (r.examples and r.counters)] == []


@pytest.mark.parametrize("name", LISTS)
def test_no_word_twice(name: str) -> None:
    words = [row.word for _, row in rows(name)]
    assert len(words) == len(set(words))
