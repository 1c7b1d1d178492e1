"""Keys of people as minutes write them, the surname first or last."""

from __future__ import annotations

import re

from minutebook.grammar.keys import person_key

# "Collins (J)", "Collins (J.M.)": of two of one surname, the initials behind it.
_BEHIND = re.compile(r"(?P<surname>.*\w)\s*\((?P<initials>(?:[A-Z]\.?\s?){1,3})\)\s*")


def written_key(name: str) -> str:
    """Return the key of a person's name; initials behind a surname go before it.

    >>> written_key("Cllr Penrose (A)"), written_key("Penrose (A.J.)")
    ('a penrose', 'a j penrose')
    >>> written_key("Ada (Addie) Penrose")
    'ada addie penrose'
    """
    found = _BEHIND.fullmatch(name)
    if not found:
        return person_key(name)
    initials = " ".join(x for x in found["initials"] if x.isalpha())
    surname = person_key(found["surname"])
    # "Ada Penrose (A)": she has her own names already.
    return f"{initials.lower()} {surname}" if " " not in surname else person_key(name)
