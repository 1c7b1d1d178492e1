"""Lines that name a person and whence he came: "Ada Bell-Marl Trust"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from minutebook.grammar.affiliations import has_organisation_word, has_role_word
from minutebook.grammar.atoms import Range, trim
from minutebook.grammar.names import Name, parse_name, shift_name

_LEAST = 4  # lines that follow each other
_MOSTLY = 0.6
# the last hyphen may part the two, as a double surname has one of its own
_LINE = re.compile(
    r"[ \t*•-]{0,4}(?P<who>[^\W\d][\w’'. -]{3,35}?)(?:\s?[-–—:]\s?|,\s?)"
    r"(?P<whence>[^\W\d][^,:;()\n]{2,60})$"
)


def read_whence(text: str, start: int, end: int) -> tuple[Name, Range] | None:
    """Return the person and the body that a line names, None if it does not.

    >>> name, body = read_whence("Ada Bell-Marl Trust", 0, 19)
    >>> name.name, "Ada Bell-Marl Trust"[slice(*body)]
    ('Ada Bell', 'Marl Trust')
    >>> read_whence("The minutes: agreed", 0, 19) is None
    True
    """
    match = _LINE.match(text, start, end)
    if match is None or not match["whence"][0].isupper():
        return None
    name = parse_name(match["who"])
    if name is None or not (name.given or name.titles) or has_role_word(match["who"]):
        return None
    if has_organisation_word(match["who"].split()[-1]):
        return None
    return shift_name(name, match.start("who")), trim(text, *match.span("whence"))


def are_whence(text: str, lines: Sequence[Range]) -> bool:
    """Tell whether lines that name people and whence they came are a list.

    Most of what stands behind the sign is a body, or said of several.
    """
    found = [read_whence(text, *x) for x in lines]
    whence = [text[slice(*x[1])] for x in found if x]
    often = Counter(whence)
    bodies = sum(
        (has_organisation_word(x) or often[x] > 1) and not has_role_word(x)
        for x in whence
    )
    return len(lines) >= _LEAST and None not in found and bodies > _MOSTLY * len(lines)
