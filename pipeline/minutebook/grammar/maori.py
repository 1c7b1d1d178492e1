"""Tells whether names in a text are Māori, as the syllables of that language show."""

from __future__ import annotations

import re
from collections.abc import Iterable

# Tautahi, Whakapuaki, Hēmi: each vowel alone or behind one consonant
_MAORI = re.compile(
    r"(?=[A-Z])(?i:(?:ng|wh|[hkmnprtw])?[aeiouāēīōū]){2,}"
    r"(?i:(?:ng|wh|[hkmnprtw])?[aiouāēīōū])"
)
_SHORTEST = 5  # letters: "Kate", "Omar" are anybody's
_ENOUGH = 4  # Maria, Moira and Nomura may sit on one board
_ALSO = frozenset(("Hawaii", "Honolulu", "Tahiti"))  # the same sounds elsewhere


def has_maori_names(words: Iterable[str]) -> bool:
    """Return whether enough of the words are written as Māori names are.

    Words in -e are left out, since English is full of them.

    >>> has_maori_names("Tautahi Karewa Whangaumu Hinemoa met".split())
    True
    >>> has_maori_names("Maria Moira Nomura Minute Marine Moore".split())
    False
    """
    found: set[str] = set()
    for word in words:
        if word in _ALSO:
            return False
        if len(word) >= _SHORTEST and _MAORI.fullmatch(word) and not word.isupper():
            found.add(word)
    return len(found) >= _ENOUGH
