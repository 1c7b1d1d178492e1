"""Whether two written forms name one person: folded, by initials, by the surname."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from minutebook.grammar.keys import without_accents
from minutebook.grammar.names import UPPER, strip_titles

_APOSTROPHE = "['’‘`´]"


_APOSTROPHES = re.compile(r"['’‘`´]")


_FOLDED_WORD = re.compile(r"[a-z]+")


@lru_cache(maxsize=8192)
def fold_name(text: str) -> str:
    """Return a name as it is compared: no titles, accents, case or punctuation.

    >>> fold_name("Cllr Seán O’Dea")
    'sean odea'
    """
    bare = without_accents(strip_titles(text))
    bare = _APOSTROPHES.sub("", bare.casefold())
    return " ".join(_FOLDED_WORD.findall(bare))


def initials_of(name: str) -> str:
    """Return the plain initials of a name, titles left out.

    >>> initials_of("Dr Ada M Penrose-Holt"), initials_of("T. O'Dea")
    ('AMP', 'TO')
    """
    return initials_forms(name)[0]


_BESIDE_NAME = re.compile(r"\(.*?\)|[‘'“\"][^’'”\"]{2,12}[’'”\"]\s")


_JOINED_INITIALS = re.compile(rf"[{UPPER}]{{2,3}}")


_NAME_SPLIT = re.compile(r"[\s.]+")


@lru_cache(maxsize=8192)
def initials_forms(name: str) -> tuple[str, ...]:
    """Return every way in which minutes may abbreviate a name, the likeliest first.

    >>> initials_forms("Ada Mary McBride")
    ('AMM', 'AM', 'AMMB', 'AMB')
    >>> initials_forms("Tom Penrose-Holt")
    ('TP', 'TPH')
    """
    bare = _BESIDE_NAME.sub(" ", strip_titles(name))
    parts = [p for p in _NAME_SPLIT.split(bare) if p[:1].isalpha()]
    if not parts:
        return ("",)
    if len(parts) > 1 and _JOINED_INITIALS.fullmatch(parts[0]):
        parts = [*parts[0], *parts[1:]]  # "JA Holt"
    heads = [_head(p) for p in parts]
    inner = [h for p, h in zip(parts[1:-1], heads[1:-1], strict=True) if p[0].isupper()]
    last = _surname_heads(parts[-1]) if len(parts) > 1 else [""]
    first = heads[0]
    small = "".join(heads[1:-1])
    forms: list[str] = []
    for end in last:
        forms += [first + "".join(inner) + end, first + end, first + small + end]
    return tuple(dict.fromkeys(x.upper() for x in forms))


def _head(word: str) -> str:
    """Return the initial of a given name; a hyphenated one has one."""
    return word[0]


_HYPHEN = re.compile(r"[-‐‑–]")


_SURNAME_PREFIX = re.compile(rf"(?:Ma?c|O{_APOSTROPHE}|D{_APOSTROPHE}|Fitz)([{UPPER}])")


def _surname_heads(word: str) -> list[str]:
    """Return the letters that may stand for a surname: "McBride" is M or MB."""
    heads = [word[0]]
    inner = _SURNAME_PREFIX.match(word)
    if inner:
        heads.append(word[0] + inner[1])
    parts = [p for p in _HYPHEN.split(word) if p]
    if len(parts) > 1:
        heads.append("".join(p[0] for p in parts))
    return heads


_NO_CAPITAL = re.compile(r"[^A-Z]")


# "APi", "JHo": a given name's letter, and how the surname begins
_SPELT_ON = re.compile(r"([A-Z]{1,2})([A-Z][a-z]{1,2})")


def _begins(name: str, given: str, surname: str) -> bool:
    """Say whether a name begins with some letters, and its surname with others."""
    words = strip_titles(name).split()
    letters = "".join(x[0] for x in words[:-1])
    return (
        len(words) > 1 and words[-1].startswith(surname) and letters.startswith(given)
    )


def match_initials(initials: str, names: Sequence[str]) -> str | None:
    """Return the one name that the initials can stand for, None if none or several.

    A name that they abbreviate in the likeliest way wins over the other ways.

    >>> match_initials("AP", ["Ada Penrose", "Tom Holt"])
    'Ada Penrose'
    >>> match_initials("AP", ["Ada Penrose", "Alan Pike"]) is None
    True
    >>> match_initials("APi", ["Ada Penrose", "Alan Pike"])
    'Alan Pike'
    """
    spelt = _SPELT_ON.fullmatch(initials)
    if spelt:
        begun = [x for x in dict.fromkeys(names) if _begins(x, *spelt.groups())]
        if len(begun) == 1:
            return begun[0]
    wanted = _NO_CAPITAL.sub("", initials.upper())
    if not wanted:
        return None
    forms = [(name, initials_forms(name)) for name in dict.fromkeys(names)]
    exact = [name for name, ways in forms if ways[0] == wanted]
    if len(exact) == 1:
        return exact[0]
    loose = [name for name, ways in forms if wanted in ways]
    return loose[0] if len(loose) == 1 else None


def same_person(one: str, other: str) -> bool:
    """Tell whether two written forms can name the same person.

    Surnames must agree; given names must agree as far as both are written.

    >>> same_person("A. Penrose", "Cllr Ada Penrose")
    True
    >>> same_person("Tom Penrose", "Ada Penrose")
    False
    >>> same_person("Penrose-Holt", "Ada Penrose-Holt")
    True
    """
    first, second = fold_name(one).split(), fold_name(other).split()
    if not first or not second or first[-1] != second[-1]:
        return False
    given, others = first[:-1], second[:-1]
    if not given or not others:
        return True
    if given[0].startswith(others[0]) or others[0].startswith(given[0]):
        return True
    return _double(one, first) == second[-len(first) :] or (
        _double(other, second) == first[-len(second) :]
    )


def _double(name: str, folded: list[str]) -> list[str] | None:
    """Return the parts of a double surname that stands alone: "Mrs Innes-Carr"."""
    return folded if _HYPHEN.search(name) and len(name.split()) <= 1 else None
