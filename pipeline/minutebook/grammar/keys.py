"""Keys: what stays of a name when case, accents, titles and punctuation are dropped."""

from __future__ import annotations

import re
import unicodedata

_TITLE = re.compile(
    r"""^(?:the\s+)?
    (?:(?:right\s+)?hon(?:ourable)?|worshipful|revd?|reverend|fr|canon
      |councill?ors?|cllrs?|clr|cr|alderman|ald|deputy\s+mayor|mayor
      |mrs|mr|ms|miss|mx|dr|prof(?:essor)?|sir|dame|lord|lady)
    \b\.?\s+""",
    re.VERBOSE,
)
_LETTERS = re.compile(r"[^\W\d_]+")
_WORDS = re.compile(r"[^\W_]+")
_TITLES_AT_MOST = 4


def fold(text: str) -> str:
    """Return a text in lower case, without accents, with single spaces.

    >>> fold("  Café  COMMITTEE ")
    'cafe committee'
    """
    if text.isascii():
        return " ".join(text.lower().split())
    return " ".join(without_accents(text).lower().replace("\u2019", "'").split())


def without_accents(text: str) -> str:
    """Return a text, its letters bare of accents.

    >>> without_accents("An Bord Pleanála")
    'An Bord Pleanala'
    """
    parts = unicodedata.normalize("NFKD", text)
    return "".join(c for c in parts if not unicodedata.combining(c))


def person_key(name: str) -> str:
    """Return the words of a personal name without titles.

    >>> person_key("Cllr. Mrs Ada O'Penrose")
    'ada openrose'
    """
    text = fold(name)
    for _ in range(_TITLES_AT_MOST):
        shorter = _TITLE.sub("", text, count=1)
        if shorter == text:
            break
        text = shorter
    return " ".join(_LETTERS.findall(text.replace("'", "")))


def organisation_key(name: str) -> str:
    """Return the words of an organisation's name without a leading "the".

    >>> organisation_key("The Thornbeck & Averley Trust, Ltd.")
    'thornbeck and averley trust ltd'
    """
    text = fold(name).replace("'", "").replace("&", " and ")
    words = _WORDS.findall(text)
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)


def slug(text: str, length: int = 40) -> str:
    """Return a text as lower-case words joined by hyphens, for use in a ref.

    >>> slug("Thornbeck Parish Council: Café Committee", 30)
    'thornbeck-parish-council-cafe'
    """
    out = ""
    for word in re.findall(r"[a-z0-9]+", fold(text).replace("'", "")):
        if out and len(out) + len(word) + 1 > length:
            break
        out = f"{out}-{word}" if out else word[:length]
    return out
