"""Writes names that stand in capitals as the text writes them elsewhere."""

from __future__ import annotations

import re


def restore_case(name: str, text: str) -> str:
    """Return a name in capitals as the text writes it elsewhere, else in title case.

    >>> restore_case("THORNBECK PARISH COUNCIL", "")
    'Thornbeck Parish Council'
    """
    letters = [c for c in name if c.isalpha()]
    if not letters or sum(c.isupper() for c in letters) < 0.8 * len(letters):
        return name
    short = all(len(w) <= 4 for w in name.split()) and not _WORDS.search(name)
    if " " not in name or short:
        return name
    pattern = r"\s+".join(re.escape(w) for w in name.split())
    for match in re.finditer(pattern, text, re.I):
        if match[0] != match[0].upper() and match[0] != match[0].lower():
            return " ".join(match[0].split())
    words = [w if len(w) <= 1 else _title(w) for w in name.split()]
    words[1:] = [w.lower() if w.lower() in _SMALL_TITLE else w for w in words[1:]]
    return " ".join(words)


_SMALL_TITLE = {
    "of",
    "and",
    "the",
    "for",
    "in",
    "on",
    "upon",
    "with",
    "to",
    "de",
    "la",
    "na",
    "at",
    "by",
}


_WORDS = re.compile(r"\b(?:OF|AND|THE|TOWN|CITY|PARK|CLUB)\b")
_KEEP = {
    "HOA",
    "USD",
    "ISD",
    "PUD",
    "CIC",
    "NHS",
    "MBC",
    "PFA",
    "PTA",
    "LSCB",
    "UK",
    "US",
    "PTFA",
    "SIG",
    "ICB",
    "IJB",
    "GP",
    "CCG",
    "AGM",
    "II",
    "III",
}


_NO_WORD = re.compile(r"[^\W\d_AEIOUYaeiouy]{3,}")  # "HVFPD": letters of other words


def _title(word: str) -> str:
    if word in _KEEP or _NO_WORD.fullmatch(word):
        return word
    return re.sub(
        r"[^\W\d_]+(?:['’][^\W\d_]+)?",
        lambda m: m[0][0].upper() + m[0][1:].lower(),
        word,
    )
