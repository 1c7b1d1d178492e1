"""Says whether a title or a given name is a man's or a woman's, where it tells."""

from __future__ import annotations

from minutebook.grammar.names import words_of

_FEMALE = frozenset(
    ("mrs", "ms", "miss", "m/s", "lady", "dame", "madam", "baroness", "sister")
)
_MALE = frozenset(("mr", "sir", "lord", "messrs", "master", "father", "fr", "baron"))


def gender_of_titles(titles: str) -> str:
    """Return "f" or "m" for the titles before a name, "" where they do not tell.

    >>> [gender_of_titles(x) for x in ("Cllr Mrs.", "Sir", "Dr")]
    ['f', 'm', '']
    """
    words = {x.casefold().rstrip(".") for x in titles.split()}
    if words & _FEMALE:
        return "f"
    return "m" if words & _MALE else ""


def gender_of_given(name: str) -> str:
    """Return "f" or "m" for the given name that opens a name, "" where it is of both.

    >>> [gender_of_given(x) for x in ("Ada Penrose", "Tom Holt", "Chris Orr", "J Orr")]
    ['f', 'm', '', '']
    """
    given = name.partition(" ")[0].casefold()
    if given in words_of("given_names.tsv", "given-english-female"):
        return "f"
    male = given in words_of("given_names.tsv", "given-english-male")
    return "m" if male else ""
