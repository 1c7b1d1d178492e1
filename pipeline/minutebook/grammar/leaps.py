"""Patterns rewritten so that a search leaps to where they can begin.

A search leaps from one character of a class to the next where a pattern opens with
that class. One that opens with the edge of a word, or with words of which some ignore
case, is tried at every character, which takes many times as long.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

_QUANTIFIERS = ("?", "*", "+", "{")
_HEAD = re.compile(r"\\b|\(\?=\\w\)|\(\?=\[A-Za-z\]\)")
_BEHIND = re.compile(r"\(\?<[!=](?:[^()\\|]|\\.)*\)")
_CLASS = re.compile(r"\[[\w£$€.]+\]")
_MOST = 5  # branches that are tried one by one
# what ignores case finds these too
_ODD_FORMS = {"s": "ſ", "k": "K", "i": "ıİ"}


class _Rest(NamedTuple):
    """What is left of a pattern behind its first character, and which that may be."""

    letters: str
    edged: bool  # no letter or digit may stand before it
    pattern: str


def leaping(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern that finds the same, by leaps; it must begin with known letters.

    >>> [x[0] for x in leaping(r"\\b(?:was|were)\\s[a-z]+").finditer("it was so")]
    ['was so']
    >>> leaping(r"\\b(?:was|is)", re.I).pattern
    '[WIwiıİ](?<!\\\\w.)(?i:(?:(?<=[w])(?:as)|(?<=[i])(?:s)))'
    >>> leaping(r"^was")
    Traceback (most recent call last):
    ValueError: no letter to leap to: ^was
    """
    if flags & re.VERBOSE:
        pattern, flags = pack(pattern), flags & ~re.VERBOSE
    rest = _derive(pattern)
    letters, inner = rest.letters, rest.pattern
    if flags & re.IGNORECASE:
        folded = "".join(dict.fromkeys(letters.lower()))
        letters = folded.upper() + folded
        letters += "".join(_ODD_FORMS.get(x, "") for x in folded)
    edge = r"(?<!\w.)" if rest.edged else ""
    return re.compile(
        f"[{letters}]{edge}(?{'i' if flags & re.IGNORECASE else ''}:{inner})",
        flags & ~re.IGNORECASE,
    )


def _derive(pattern: str) -> _Rest:
    """Return what is left of an alternation behind its first character."""
    branches = [_derive_branch(x) for x in split_branches(pattern)]
    if len(branches) == 1:
        return branches[0]
    edged = all(x.edged for x in branches)
    parts = []
    for (letters, own), group in groupby(branches, key=lambda x: x[:2]):
        edge = rf"(?<!\w[{letters}])" if own and not edged else ""
        rests = "|".join(x.pattern for x in group)
        parts.append(_Rest(letters, own, f"(?<=[{letters}]){edge}(?:{rests})"))
    while len(parts) > _MOST:  # several at a time are passed by one look at the letter
        parts = [_bundle(parts[x : x + _MOST]) for x in range(0, len(parts), _MOST)]
    return _Rest(_every(parts), edged, "|".join(x.pattern for x in parts))


def _bundle(parts: list[_Rest]) -> _Rest:
    letters, rests = _every(parts), "|".join(x.pattern for x in parts)
    return _Rest(letters, False, f"(?<=[{letters}])(?:{rests})")


def _every(parts: list[_Rest]) -> str:
    return "".join(dict.fromkeys("".join(x.letters for x in parts)))


def _derive_branch(branch: str) -> _Rest:
    """Return what is left of one branch behind its first character."""
    edged, before = False, ""
    while found := _HEAD.match(branch) or _BEHIND.match(branch):
        if found[0][:3] == "(?<":  # looked for one character further on
            before += f"{found[0][:-1]}[\\w\\W])"
        edged = edged or found[0] == r"\b"
        branch = branch[found.end() :]
    if branch.startswith("(?:"):
        end = find_closing(branch)
        rest = _derive(branch[3:end])
        if branch[end + 1 : end + 2] in _QUANTIFIERS:
            raise ValueError(f"no letter to leap to: {branch}")
        inner = f"{before}(?:{rest.pattern}){branch[end + 1 :]}"
        return _Rest(rest.letters, edged or rest.edged, inner)
    group = _CLASS.match(branch)
    size = group.end() if group else 1
    plain = group is not None or branch[:1].isalnum()
    if not plain or branch[size : size + 1] in _QUANTIFIERS:
        raise ValueError(f"no letter to leap to: {branch}")
    letters = group[0][1:-1] if group else branch[0]
    if edged and not letters.isalnum():
        raise ValueError(f"no edge of a word: {branch}")
    return _Rest(letters, edged, before + branch[size:])


def fork(words: Iterable[str]) -> str:
    """Return a pattern for literal words, those that begin alike in one branch.

    What it finds is what the words find in their order; a word that another one goes
    on from must stand behind it.

    >>> fork(["Mrs", "Dr", "Mr", "M.D", "Miss"])
    'M(?:r(?:s|)|\\\\.D|iss)|Dr'
    """
    alike: dict[str, list[str]] = {}
    for word in words:
        alike.setdefault(word[:1], []).append(word)
    return "|".join(map(_stem, alike.values()))


def _stem(words: list[str]) -> str:
    """Return a pattern for words that begin with the same letter."""
    stem = words[0]
    while not all(x.startswith(stem) for x in words):
        stem = stem[:-1]
    rests = [x[len(stem) :] for x in words]
    return re.escape(stem) + (f"(?:{fork(rests)})" if any(rests) else "")


def split_branches(pattern: str) -> list[str]:
    """Return the branches of a pattern, those inside brackets left whole.

    >>> split_branches("at (?:7|8)|b[|]y")
    ['at (?:7|8)', 'b[|]y']
    """
    branches, depth, within = [""], 0, False
    for part in re.findall(r"\\.|.", pattern, re.DOTALL):
        if within:
            within = part != "]"
        elif part == "[":
            within = True
        elif part == "|" and not depth:
            branches.append("")
            continue
        else:
            depth += (part == "(") - (part == ")")
        branches[-1] += part
    return branches


def find_closing(pattern: str) -> int:
    """Return where the bracket closes that a pattern opens with.

    >>> find_closing("(a|(b)) c")
    6
    """
    depth, within = 0, False
    for part in re.finditer(r"\\.|.", pattern, re.DOTALL):
        if within:
            within = part[0] != "]"
        elif part[0] == "[":
            within = True
        else:
            depth += (part[0] == "(") - (part[0] == ")")
        if not depth:
            return part.start()
    raise ValueError(f"no end of the group: {pattern}")


def pack(pattern: str) -> str:
    """Return a verbose pattern without its white space and comments.

    >>> pack("a [ b] # c")
    'a[ b]'
    """
    parts, within = [], False
    for part in re.findall(r"\\.|#[^\n]*|.", pattern, re.DOTALL):
        if within and part[0] == "#":
            raise ValueError(f"a comment in a class: {pattern}")
        if within:
            within = part != "]"
        elif part[0] == "#" or part.isspace():
            continue
        else:
            within = part == "["
        parts.append(part)
    return "".join(parts)
