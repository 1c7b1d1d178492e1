"""Words that name in whose place, or for which body, somebody came."""

from __future__ import annotations

import re

from minutebook.grammar.affiliations import has_organisation_word
from minutebook.grammar.names import find_names

SUBSTITUTE = re.compile(
    r"(?:as\s{1,30})?(?:substitut(?:e|ing)|sub\.?(?=\sfor\s)|deputis(?:ing|ed)|in\s{1,30}place\s{1,30}of"
    r"|on\s{1,30}behalf\s{1,30}of|standing\s{1,30}in|for)\s{0,30}(?:for)?\s{1,30}(?=[A-Z])",
    re.IGNORECASE,
)


def came_for(words: str) -> bool:
    """Tell whether words name the body that somebody came for.

    >>> came_for("for Holt Council"), came_for("for Jo Marsh - Holt Council")
    (True, False)
    """
    first = _WHOSE.split(words, maxsplit=1)[0]
    return words.startswith(_FOR) and has_organisation_word(first)


_WHOSE = re.compile(r"\s[-–]\s|[,(]")
_FOR = ("for ", "For ", "on behalf of ")


def stands_in(text: str) -> bool:
    """Tell whether a piece names in whose place somebody came.

    >>> stands_in("substitute for Cllr Bell"), stands_in("for Mill Lane")
    (True, False)
    """
    match = SUBSTITUTE.match(text)
    names = find_names(text, match.end()) if match and not came_for(text) else ()
    return bool(match and names and names[0].start <= match.end() + 1)
