"""Capitalised words of running text, and what each may be in a name."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from minutebook.grammar.anchors import matches_at
from minutebook.grammar.names import LOWER, UPPER, letters_behind, words_of

_GIVEN_FILE = "given_names.tsv"
CUES = "person_cues.tsv"
# One capitalised word, initial or acronym: "O'Dea", "Penrose-Holt", "J.", "MacLeod"
_TOKEN = re.compile(
    rf"""[{UPPER}]  # what all begin with: a search leaps from one to the next
    (?: (?<![{UPPER}{LOWER}0-9_'’@\\.-].)
        (?: (?: (?<=C)(?:llr|ouncillor) | (?<=M)rs? | (?<=D)r )(?=[{UPPER}][{LOWER}])
          | \.(?:[ ]?[{UPPER}]\.(?![{LOWER}]))*
          | [{UPPER}{LOWER}]* (?: ['’‘`-][{UPPER}{LOWER}]+ ){{0,3}} ) (?![0-9_@])
      | (?<=[ ].)\.(?=[{UPPER}][{LOWER}])
      | (?: (?<=Cllr.) | (?<=Mrs.) | (?<=Mr.) | (?<=Councillor.) ) [{LOWER}]+ )""",
    re.VERBOSE,
)
_PARTICLES = frozenset(
    (
        "ab",
        "af",
        "al",
        "ap",
        "av",
        "bin",
        "da",
        "de",
        "del",
        "della",
        "den",
        "der",
        "di",
        "dos",
        "du",
        "el",
        "ibn",
        "la",
        "le",
        "ten",
        "ter",
        "van",
        "von",
        "zu",
    )
)
CAPITAL_PARTICLES = frozenset(
    (
        "Al",
        "Ap",
        "Bin",
        "Da",
        "De",
        "Del",
        "Della",
        "Den",
        "Der",
        "Di",
        "Dos",
        "Du",
        "El",
        "La",
        "Le",
        "Mac",
        "Mag",
        "Mc",
        "Nic",
        "Ní",
        "St",
        "Te",
        "Ter",
        "Ui",
        "Uí",
        "Van",
        "Von",
        "Ó",
    )
)
UNFINISHED = frozenset(
    (
        "De",
        "Den",
        "Der",
        "Mac",
        "Nic",
        "Ní",
        "St",
        "St.",
        "Te",
        "Uí",
        "Van",
        "Ó",
    )
)
# " van der ", "-", " " or two: what may part two words of a name
_GAP = re.compile(
    rf"[ ]{{1,4}}(?:(?:{'|'.join(sorted(_PARTICLES))})[ ]{{1,2}}){{0,2}}$"
)
_DOTTED_TITLE = frozenset(
    (
        "ald",
        "capt",
        "cllr",
        "cr",
        "cst",
        "dr",
        "fr",
        "hon",
        "mr",
        "mrs",
        "ms",
        "prof",
        "rev",
        "revd",
        "sgt",
        "st",
    )
)
PLURAL = words_of(CUES, "plural-title")
MOST_TITLES = 8  # in a row: more of them are no name


@cache
def kinds_of_words() -> dict[str, frozenset[str]]:
    """Return the folded words of each class that a token may belong to."""
    given = {
        word for kind in _given_kinds() for word in words_of(_GIVEN_FILE, kind)
    } | words_of("person_words.tsv", "given")
    return {
        "given": frozenset(given),
        "ambiguous": words_of(_GIVEN_FILE, "ambiguous"),
        "rare": words_of(_GIVEN_FILE, "rare") | words_of(_GIVEN_FILE, "given-american"),
        "known-surname": words_of("surnames.tsv"),
        "title": words_of("honorifics.tsv", "title"),
        "post": letters_behind(),
        "surname-too": words_of("person_words.tsv", "surname-too"),
        "function": words_of("not_names.tsv", "function"),
        "body": words_of("not_names.tsv", "body") | words_of("not_names.tsv", "nation"),
        "place": words_of("not_names.tsv", "place"),
        "not": words_of("not_names.tsv"),
        "office": words_of("not_names.tsv", "post"),
    }


@cache
def _given_kinds() -> tuple[str, ...]:
    from minutebook.assets import models_dir

    lines = (models_dir() / _GIVEN_FILE).read_text(encoding="utf-8").splitlines()
    return tuple(
        dict.fromkeys(k for x in lines[1:] if (k := x.split("\t")[0])[:5] == "given")
    )


@cache
def is_slip(fold: str) -> bool:
    """Return whether a word is a long title with a slip of the pen in it.

    >>> is_slip("councilllor"), is_slip("councils")
    (True, False)
    """
    return 8 <= len(fold) <= 12 and any(
        Levenshtein.distance(fold, x, score_cutoff=2) <= (1 if len(x) < 10 else 2)
        and abs(len(fold) - len(x)) < 2
        for x in ("councillor", "inspector", "councillors", "constable", "professor")
    )


class Token(NamedTuple):
    """One capitalised word, what it may be, and what joins it to the one before."""

    text: str
    start: int
    end: int
    fold: str
    initial: bool
    title: bool
    given: bool
    ambiguous: bool
    barred: bool  # never part of a name
    also: bool  # a common word that is a surname too
    caps: bool
    surname: bool  # may be one
    joined: bool = False  # goes on from the token before
    particle: str = ""  # "van der" before it


class Found(NamedTuple):
    """A name in the text: `start` to `end` without titles; what speaks for it."""

    start: int
    end: int
    given: str  # "" where there is only a surname, "J A" for initials
    surname: str  # "" where there is only a given name
    titles: str
    rule: str
    certainty: float


def find_tokens(view: str) -> list[Token]:
    """Return the capitalised words of a text in their order."""
    found: list[Token] = []
    end = -1000
    for match in _TOKEN.finditer(view):
        start = match.start()
        joined, particle = False, ""
        if 0 < start - end <= 14:
            gap = view[end:start]
            if gap in (" ", "  ", "   "):
                joined = True
            elif gap[0] in ". " and found and _joins(gap, found[-1]):
                joined = True
                particle = " ".join(gap.strip(". ").split())
        elif start == end and found and (found[-1].initial or found[-1].title):
            joined = True
        text = match[0]
        if text[-2:] in _OWNS:
            text = text[:-2]
        if joined and "-" in text and text.rpartition("-")[2].islower():
            text = text[: text.rindex("-")]  # Ada Penrose-new roof
        end = start + len(text)
        words = (text, start, end, *_classify(text), joined, particle)
        found.append(tuple.__new__(Token, words))  # straight: there are many of them
    return found


# Director Penrose moved   Chair Pym called the meeting to order
_CALLED = re.compile(
    r"(Director|Chair(?:man|woman|person)?)[ ]([A-Z][a-z’'-]{1,20}[A-Za-z]*)[ ]"
    r"(?:made|moved|seconded|asked|stated|said|voted|abstained|was|left|noted|called"
    r"|thanked|requested|explained|reported|questioned|joined|arrived|commented|opened"
    r"|adjourned|suggested|inquired|closed|welcomed|introduced|expressed|recused)\b"
)
_CALLS = ("Director ", "Chair")


def with_callings(view: str, tokens: list[Token]) -> list[Token]:
    """Return the tokens, "Director" a title where the members are called by it.

    >>> view = "Director Penrose moved. Director Pym seconded. Directors Holt and Roe."
    >>> [x.text for x in with_callings(view, find_tokens(view)) if x.title]
    ['Director', 'Director', 'Directors']
    >>> view = "Director Penrose moved. The Director of Roads agreed."
    >>> [x.text for x in with_callings(view, find_tokens(view)) if x.title]
    []
    """
    called = {(x[1].casefold(), x[2]) for x in matches_at(_CALLED, view, _CALLS)}
    words = {x for x, _ in called if x != "director"}
    if sum(x == "director" for x, _ in called) > 1:
        words |= {"director", "directors"}
    if not words:
        return tokens
    return [
        x._replace(title=True, barred=False, surname=False)
        if x.fold in words and view[x.end : x.end + 2] != " o"
        else x
        for x in tokens
    ]


def _joins(gap: str, before: Token) -> bool:
    if gap[0] == ".":
        return (before.fold in _DOTTED_TITLE or before.initial) and bool(
            re.fullmatch(r"\.[ ]{0,3}", gap)
        )
    return _PARTICLES.issuperset(gap.split()) and bool(_GAP.match(gap))


_OWNS = frozenset(("'s", "’s", "'S", "’S"))


@cache
def _classify(text: str) -> tuple[str, bool, bool, bool, bool, bool, bool, bool, bool]:
    """Return the fold of a word, then: initial, title, given, ambiguous, barred..."""
    fold = text.casefold().rstrip(".")
    kinds = kinds_of_words()
    bare = text.replace(".", "").replace(" ", "")
    initial = len(bare) == 1 or ("." in text and bare.isupper() and len(bare) <= 4)
    title = not initial and fold in kinds["title"] and text[0].isupper()
    also = fold in kinds["surname-too"]
    first = fold.split("-")[0]
    given = not initial and (fold in kinds["given"] or first in kinds["given"])
    ambiguous = fold in kinds["ambiguous"]
    barred = not initial and (
        (fold in kinds["not"] and not also)
        or fold in kinds["post"]
        or (fold.endswith("s'") and len(fold) > 3)
    )
    caps = len(text) > 1 and text.isupper()
    if 2 < len(text) < 5 and text[:2].isupper() and text[2:].islower():
        barred = True  # "ACa", "PWh": initials
    surname = not (initial or title or barred) and len(text) > 1
    return fold, initial, title, given, ambiguous, barred, also, caps, surname
