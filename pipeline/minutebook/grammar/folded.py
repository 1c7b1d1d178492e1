"""Patterns that ignore case, looked for in small letters and by what they need.

That a pattern finds something is asked of many texts in which it finds nothing. Most of
its branches need some letters in a row: a look for these costs less than the branch.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from minutebook.grammar.anchors import group_at_edges, holds_any
from minutebook.grammar.leaps import find_closing, leaping, split_branches

_CAPITAL = re.compile(r"(?<!\\)[A-Z]")
# a group whose inside stands in what is found, unless a quantifier lets it be left out
_GROUP = re.compile(r"\((?:\?(?:-?i)?:|\?P<\w+>|(?!\?))")
_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]")
_OPTIONAL = re.compile(r"[?*]|\{0?,")
_QUANTIFIER = re.compile(r"(?:[?*+]|\{[\d,]*\})[?+]?")


class _Part(NamedTuple):
    """Branches that need one of the same letters in a row."""

    cues: tuple[str, ...]
    pattern: re.Pattern[str]


class FoldedPattern(NamedTuple):
    """A pattern that ignores case: most of it is looked for in small letters.

    That takes half the time. The branches that name a capital go apart.
    """

    small: tuple[_Part, ...]
    cased: tuple[_Part, ...]

    @classmethod
    def of(cls, pattern: str) -> FoldedPattern:
        """Return the pattern, its branches parted by what they name."""
        branches = split_branches(pattern)
        small = [x for x in branches if not _CAPITAL.search(x)]
        cased = [x for x in branches if _CAPITAL.search(x)]
        return cls(_part(small, re.NOFLAG), _part(cased, re.IGNORECASE))

    def finds(self, text: str, folded: str) -> bool:
        """Say whether it finds anything in a text, given that in small letters too.

        >>> FoldedPattern.of(r"was|(?-i:[A-Z])el").finds("It Was", "it was")
        True
        """
        for parts, where in ((self.small, folded), (self.cased, text)):
            for cues, pattern in parts:
                if (not cues or holds_any(folded, cues)) and pattern.search(where):
                    return True
        return False


def _part(branches: list[str], flags: re.RegexFlag) -> tuple[_Part, ...]:
    """Return the branches by what they need, those without anything at the end."""
    parts: dict[tuple[str, ...], list[str]] = {}
    for branch in branches:
        parts.setdefault(find_cues(branch), []).append(branch)
    return tuple(
        _Part(cues, _compile("|".join(parts[cues]), flags))
        for cues in sorted(parts, reverse=True)
    )


def _compile(pattern: str, flags: re.RegexFlag) -> re.Pattern[str]:
    """Return a pattern that leaps to where it can begin, if letters tell where."""
    try:
        return leaping(pattern, flags)
    except ValueError:
        return re.compile(group_at_edges(pattern), flags)


def find_cues(pattern: str) -> tuple[str, ...]:
    """Return letters in a row, in small ones, of which some stand in all that it finds.

    >>> find_cues(r"\bput (?:it )?off|[Dd]efer(?:red)?\b"), find_cues(r"\\w+|so")
    (('put ', 'efer'), ())
    """
    cues = [_best(branch) for branch in split_branches(pattern)]
    return tuple(dict.fromkeys(y for x in cues for y in x)) if all(cues) else ()


def _best(branch: str) -> tuple[str, ...]:
    """Return the cues of a branch that are the longest, and then the fewest."""
    found = [x for x in _needed(branch) if x]
    return max(found, key=lambda x: (min(map(len, x)), -len(x)), default=())


def _needed(branch: str) -> Iterator[tuple[str, ...]]:
    """Yield the letters, and the cues of groups, that all that it finds must hold."""
    at, row = 0, ""
    while at < len(branch):
        part = _read_part(branch[at:])
        at += len(part)
        left_out = _OPTIONAL.match(branch, at) is not None
        quantifier = _QUANTIFIER.match(branch, at)
        at = quantifier.end() if quantifier else at
        plain = part.isalnum() or part in " '’-,"
        if plain and not left_out:
            row += part.lower()
        if not plain or quantifier:
            yield (row,) if len(row) >= _LEAST else ()
            row = ""
        group = _GROUP.match(part)
        if group and not left_out:
            yield find_cues(part[group.end() : -1])
    yield (row,) if len(row) >= _LEAST else ()


_LEAST = 3  # letters in a row that are worth a look


def _read_part(pattern: str) -> str:
    """Return a group, a class or a character with which a pattern begins."""
    if pattern[0] == "(":
        return pattern[: find_closing(pattern) + 1]
    if pattern[0] == "[":
        found = _CLASS.match(pattern)
        return found[0] if found else pattern
    return pattern[: 2 if pattern[0] == "\\" else 1]
