"""Sentences that say who came in whose place: "Ann Bell was deputy for Mr Orr"."""

from __future__ import annotations

import re

from minutebook.grammar.anchors import find_words
from minutebook.grammar.names import Name, find_names

_REACH = 9000  # characters: such sentences stand at the head
_CUE = re.compile(
    r"""
    (?:\s(?:OBE|MBE|CBE|JP|DL|MP))? \s{1,3}
    (?: (?:was|is|were|are|sat|acted|acting|attended|attending|had\s{1,3}been
          |would\s{1,3}(?:sit|be|attend)|was\s{1,3}present) \s{1,3}
        (?: (?:as\s{1,3})? (?:an?\s{1,3}|the\s{1,3})?
            (?: substitut(?:e|ing) | deputising | deputy ) \s{1,3} for
          | in \s{1,3} (?:the\s{1,3})? place \s{1,3} of )
      | (?:substituted|deputised|stood\s{1,3}in) \s{1,3} for ) \s{1,3}
    """,
    re.VERBOSE,
)
_WORDS = ("substitut", "place of", "deput", "stood in")
_BEFORE, _BEHIND = 70, 60  # characters about a cue in which its people stand


def find_substitutions(text: str) -> tuple[tuple[Name, Name | None], ...]:
    """Return those who came for others, each with whom, None where that is not told.

    >>> text = "Cllr Ann Bell was substitute for Cllr Orr. He was deputy for a year."
    >>> [(x.name, y.name) for x, y in find_substitutions(text)]
    [('Ann Bell', 'Orr')]
    >>> find_substitutions("Cllr Bell was appointed as substitute for Cllr Orr.")
    ()
    """
    found: dict[Name, Name | None] = {}
    for start, end in find_words(text[:_REACH], _WORDS):
        match = _CUE.search(text, max(0, start - 40), end + 16)
        who = _last_before(text, match.start()) if match else None
        if match is None or who is None or not match.start() < start < match.end():
            continue
        whom = find_names(text, match.end(), match.end() + _BEHIND)
        told = whom and whom[0].start == match.end() and _is_told(whom[0])
        found.setdefault(who, whom[0] if told else None)
    return tuple(found.items())


def _last_before(text: str, end: int) -> Name | None:
    """Return the person whose name ends where a cue begins, None if nobody's does."""
    names = find_names(text, max(0, end - _BEFORE), end)
    return names[-1] if names and names[-1].end == end and _is_told(names[-1]) else None


def _is_told(name: Name) -> bool:
    return bool(name.titles or name.given)
