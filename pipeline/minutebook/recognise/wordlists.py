"""The clerk's word lists of `models/en_council`, read once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from minutebook.assets import models_dir
from minutebook.grammar.keys import without_accents


@dataclass(frozen=True, slots=True)
class Row:
    """One word or phrase of a list, its flags, and sentences that show and try it."""

    word: str
    flags: frozenset[str]
    aliases: tuple[str, ...]
    examples: tuple[str, ...]
    counters: tuple[str, ...]


@cache
def read_rows(name: str) -> tuple[Row, ...]:
    """Return the rows of one list: `read_rows("role_heads")`.

    >>> read_rows("role_heads")[0].word
    'Chair'
    """
    path = models_dir() / f"{name}.tsv"
    first, *lines = path.read_text(encoding="utf-8").splitlines()
    columns = first.split("\t")
    return tuple(
        _row(dict(zip(columns, line.split("\t"), strict=True)))
        for line in lines
        if line
    )


def _row(cells: dict[str, str]) -> Row:
    return Row(
        cells["word"],
        frozenset(cells.get("flags", cells.get("kind", "")).split()),
        _parts(cells.get("aliases", ""), ";"),
        _parts(cells["examples"], "|"),
        _parts(cells["counters"], "|"),
    )


def _parts(cell: str, separator: str) -> tuple[str, ...]:
    return tuple(x.strip(" ").replace("\\t", "\t") for x in cell.split(separator) if x)


@cache
def flags_of(name: str) -> dict[str, frozenset[str]]:
    """Return flags by case-folded word of one list, with its accents and without."""
    folded = {row.word.casefold(): row.flags for row in read_rows(name)}
    return {without_accents(x): flags for x, flags in folded.items()} | folded


@cache
def words_of(name: str, *kinds: str) -> frozenset[str]:
    """Return the case-folded words of one list that carry one of some flags."""
    return frozenset(
        w for w, flags in flags_of(name).items() if not flags.isdisjoint(kinds)
    )


def is_listed(word: str) -> bool:
    """Tell whether a list has a case-folded word: hardly a name's own."""
    return word in _listed()


@cache
def _listed() -> frozenset[str]:
    return frozenset(word for name in _LISTS for word in flags_of(name))


_LISTS = ("name_words", "organisation_heads", "role_heads")


@cache
def given_names() -> frozenset[str]:
    """Return the case-folded given names of the list of personal names.

    >>> "ada" in given_names()
    True
    """
    text = (models_dir() / "person_words.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines()]
    return frozenset(
        word.casefold() for row in rows if row[0] == "given" for word in row[1].split()
    )


@cache
def public_bodies() -> frozenset[str]:
    """Return every form of the names of the bodies that everyone knows.

    >>> "Ofsted" in public_bodies(), "Thornbeck" in public_bodies()
    (True, False)
    """
    rows = read_rows("public_bodies")
    return frozenset(form for row in rows for form in (row.word, *row.aliases))
