"""Personal names as minutes write them: titles, initials, couples, lists of surnames.

A name is read in three ways. `parse_name` takes a piece of text that ought to be one
name (a cell, a line of a list) and says whether it is. `find_names` looks for names in
running text, where only a title, a given name before a surname, or initials before a
surname count as evidence. `split_names` takes a list ("Councillors Penrose, Holt (J)
and O'Dea") in which a surname alone is a name because of where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from minutebook.assets import models_dir
from minutebook.grammar.leaps import fork

_UPPER = "".join(chr(c) for c in range(0xC0, 0x250) if chr(c).isupper())
_LOWER = "".join(chr(c) for c in range(0xC0, 0x250) if chr(c).islower())
UPPER = f"A-Z{_UPPER}"
LOWER = f"a-z{_LOWER}"
_APOSTROPHE = "['’‘`´]"


@cache
def _rows(file: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return (kind, words) for each row of one of the word lists in `models/`."""
    text = (models_dir() / file).read_text(encoding="utf-8")
    table = [line.split("\t") for line in text.splitlines()[1:] if line.strip()]
    return tuple((row[0], tuple(row[1].split())) for row in table)


@cache
def words_of(file: str, kind: str | None = None) -> frozenset[str]:
    """Return the words of a list, folded to lower case, of one kind or of all."""
    return frozenset(
        word.casefold().rstrip(".")
        for row_kind, words in _rows(file)
        if kind in (None, row_kind)
        for word in words
    )


@cache
def letters_behind() -> frozenset[str]:
    """Return the honours and degrees that may stand behind any name, folded."""
    known = words_of("honorifics.tsv", "post"), words_of("honorifics.tsv", "degree")
    return known[0] | known[1]


def _alternatives(kind: str) -> str:
    """Return an alternation of the honorifics of one kind, the longest first."""
    degrees = ("degree", "degree-behind")  # those behind a comma only, last
    kinds = {"post": ("post", *degrees), "degree": degrees}.get(kind, (kind,))
    rows = [words for row, words in _rows("honorifics.tsv") if row in kinds]
    words = {w.rstrip(".") for row in rows for w in row}
    words |= {w.upper() for w in words if len(w) > 2}
    return fork(sorted(words, key=lambda x: (-len(x), x)))


# "GM Tom Birch", "WM C Dunn", "PS 442 Cope": letters that before a bare surname would
# be initials
_RANKED_NAME = rf"""
    (?:{_alternatives("rank")})
    (?: [ ]\d{{2,5}} (?=[ ][{UPPER}]) | (?= [ ]{{1,3}}
        (?: [{UPPER}] (?:[.][ ]?|[ ]) | [{UPPER}][{LOWER}]{{2,12}}[ ] )
        [{UPPER}][{LOWER}'’] ) )
"""
# "Cllr", "Rt. Hon.", "Revd Canon", "Lord Mayor", "Mr & Mrs", "The Worshipful the Mayor"
_TITLE_WORD = rf"""(?:
    (?: (?:Borough|County|District|Town|Parish|City|Ward|Community)
        \s{{1,9}} (?=C(?:ou|ll|r)) )?
    (?:{_alternatives("title")}) (?![{UPPER}{LOWER}'’]) \.?
    (?: (?:(?<=PC)|(?<=CSO)|(?<=Sgt)|(?<=stable)) \s \d{{2,5}} (?!\d) )?
  | {_RANKED_NAME}
  | (?:Cllr|Mrs|Mr|Ms|Dr) (?=[{UPPER}][{LOWER}])
)"""
TITLES = rf"""
    (?: [Tt]he \s{{1,9}} )?
    {_TITLE_WORD}
    (?: (?: \s{{0,9}} (?:&|and|/) )? \s{{0,9}} (?:[Tt]he \s{{1,9}})? {_TITLE_WORD}
      ){{0,4}}
"""
# ", OBE JP", " MBE", " (MP)" when the brackets hold nothing else
POSTNOMINALS = rf"""
    (?: \s{{0,9}}+ ,?+ \s{{0,9}}+ (?<=\s) \(?
        (?:{_alternatives("post")}) (?![{UPPER}{LOWER}'’]) \.? \)?
    ){{1,4}}
"""
# No part of a name: "MBE", "JP", "PhD" in capitals behind it.
_NOT_POST = rf"(?! (?:{_alternatives('post')}) (?![{UPPER}{LOWER}'’-]) )"
# "O'Dea", "Mc Bride", "MacLeod", "D'Arcy", "Penrose-Holt", "Tūhoe", "HOLT", "DeVries"
WORD = rf"""
    {_NOT_POST}
    (?: (?:[OD]{_APOSTROPHE}|Ma?c[ ]?|Fitz|De[ls]?|Du|V[ao]n|VanDe[nr]|L[aeo]|Di|St)?
        (?=[{UPPER}])
        (?: [{UPPER}][{LOWER}]+ | [{UPPER}]{{2,20}} )
      | [OD]{_APOSTROPHE}\s?[{UPPER}][{LOWER}{UPPER}]+
      | Ma?c[{UPPER}]{{2,20}}
    )
    (?: {_APOSTROPHE} [{LOWER}]{{2,12}} )?
    (?: [-‐‑–] [{UPPER}]?[{LOWER}{UPPER}]{{1,20}} ){{0,2}}
    (?![{LOWER}{UPPER}])
"""
# "van der Berg", "de la Mare", "Uí Cheallaigh", "ap Rhys", "St John"
_PARTICLE = r"""
    (?: (?: van | von | de | der | den | del | della | di | da | dos | du | la | le
      | ter | ten | zu | al | el | bin | ibn | ap | ab | af | av
      | Van | Von | De | Der | Den | Del | Della | Di | Da | Du | La | Le | Te
      | Ó | Ní | (?:Mac|Nic)\ an
      | Nic | Uí | Ui | Mac | Mc | Mag | St\.? | Ap | Al | El | Bin | Ter | Dos
      ) (?:[ ]{1,3}|(?<=l)-) )
"""
SURNAME = rf"(?: {_PARTICLE}{{0,2}} (?:{WORD}) )"
# "J.", "J. A.", "JA", "J.A", "A M", "Ll."; never a word
_INITIAL = (
    rf"(?: (?:Ch|Dd|Ff|Ll|Ph|Rh|Th)\. | [{UPPER}] (?: \. | (?![{LOWER}{UPPER}'’]) ) )"
)
INITIALS = rf"""
    (?: {_INITIAL} (?: [ ]{{0,3}}-?{_INITIAL} ){{0,3}}
      | [{UPPER}]{{2,3}} (?![{LOWER}{UPPER}'’]) \.?
    )
"""
_CALLED = rf"[{UPPER}][{LOWER}]{{1,12}}"
_NICKNAME = rf"(?: \( {_CALLED} \) | [‘'“\"] {_CALLED} (?:[ ]{_CALLED})? [’'”\"] )"
# "(B)" that tells two bearers of a surname apart
_DISAMBIGUATOR = rf"(?: [ ]? \( [{UPPER}]\.? \) )"

_FULL = rf"""
    (?P<given>
        (?: (?:Wm|Geo|Jas|Jos|Chas|Thos|Robt|Alex|Edw|Jno|Benj|Fredk|Richd)\. | {WORD} )
        (?: [ ]{{1,3}} (?: (?:{WORD}) | [{UPPER}]\b\.? | {_NICKNAME} ) ){{0,3}}
    )
    [ ]{{1,3}} (?P<surname> {SURNAME} )
"""
_INITIALLED = rf"""
    (?P<initials> {INITIALS} ) [ ]{{0,3}}
    (?P<isurname> {SURNAME} (?:[ ]{{1,3}}{WORD})? )
"""
_ALONE = rf"(?P<asurname> {SURNAME} (?P<mark> {_DISAMBIGUATOR} )? )"

_NAME = re.compile(
    rf"""
    (?P<titles> (?:{TITLES}) \s{{0,9}} )?
    (?: (?: {_INITIALLED} | {_FULL} ) (?P<mark2> {_DISAMBIGUATOR} )? | {_ALONE} )
    (?P<post> {POSTNOMINALS} )?
    """,
    re.VERBOSE,
)
_TITLED = re.compile(rf"(?:{TITLES})\s{{0,9}}", re.VERBOSE)
_POST = re.compile(rf"{POSTNOMINALS}\s{{0,9}}$", re.VERBOSE)
# "HOLT, Ada", "Holt, A. J.", "Penrose, Mrs Ann"
_SURNAME_FIRST = re.compile(
    rf"""
    (?P<surname> {SURNAME} ) , [ ]
    (?P<titles> (?:{TITLES}) \s{{0,9}} )?
    (?P<given> {INITIALS} | (?:{WORD}) (?: [ ] (?: (?:{WORD}) | [{UPPER}]\.? ) )? )
    (?P<post> {POSTNOMINALS} )? $
    """,
    re.VERBOSE,
)


# ", M.D., MPH and": degrees behind a comma that parts them from the name
_DEGREES = re.compile(
    rf"(?:(?:{_alternatives('degree')})(?![{UPPER}{LOWER}'’-])\.?(?:[,\s]{{1,3}}|$|(?=\W))){{1,5}}"
)


def skip_degrees(text: str, start: int, end: int) -> int:
    """Return where a piece behind a comma goes on after the degrees it begins with.

    >>> skip_degrees("MD, MPH", 0, 7), skip_degrees("Ada Penrose", 0, 11)
    (7, 0)
    >>> skip_degrees("D.O. Penrose", 0, 12)
    0
    """
    match = _DEGREES.match(text, start, end)
    if not match:
        return start
    rest = text[match.end() : end]
    named = rest[:1].isupper() and " " not in rest and "." in match[0]
    return start if named else match.end()


class Name(NamedTuple):
    """A personal name where it stands; `start` to `end` takes in its titles."""

    name: str
    start: int
    end: int
    surname: str
    given: str = ""  # given names or initials, as written
    titles: str = ""
    post: str = ""  # post-nominals

    @property
    def titled(self) -> bool:
        """Tell whether a title or honorific stands before it."""
        return bool(self.titles)


def fold_spaces(text: str) -> str:
    """Return a text with one space wherever it has any."""
    return " ".join(text.split())


@lru_cache(maxsize=8192)
def strip_titles(text: str) -> str:
    """Return a name without titles, honours and post-nominals.

    >>> strip_titles("Cllr. Mrs Ada Penrose MBE")
    'Ada Penrose'
    >>> strip_titles("the Rt Hon Tom Ashby MP")
    'Tom Ashby'
    """
    text = fold_spaces(text).strip(" ,;:.*|")
    bare = _TITLED.match(text)
    if bare and bare.end() < len(text):
        text = text[bare.end() :]
    while (post := _POST.search(text)) and post.start() > 0:
        text = text[: post.start()]
    return text.strip(" ,;:")


def is_word(word: str) -> bool:
    """Tell whether a capitalised word may stand in a name at all.

    >>> is_word("Penrose"), is_word("Committee")
    (True, False)
    """
    folded = word.casefold().rstrip(".")
    return folded not in words_of("not_names.tsv") and not folded.startswith(_RANKED)


_RANKED = ("vice-", "co-", "ex-", "pro-", "non-", "deputy-")  # "Vice-Principal Holt"


def _plausible(words: Iterable[str], lenient: bool) -> bool:
    """Tell whether none of the words speaks against a name."""
    list_of = list(words)
    for index, word in enumerate(list_of):
        if is_word(word) or (not index and len(list_of) > 1 and is_given(word)):
            continue
        if index and _MIDDLE.fullmatch(word) and ("." in word or is_given(list_of[0])):
            continue  # "Tom A. Holt": no article, no pronoun
        # "Tom Lane", "Ann Grant": common words and places that are surnames too
        if not index or word.casefold() not in words_of(
            "person_words.tsv", "surname-too"
        ):
            return False
        if not (lenient or is_given(list_of[0])):
            return False
    return True


_MIDDLE = re.compile(r"[AI]\.?")


def is_given(word: str) -> bool:
    """Tell whether a word is one of the common given names.

    >>> is_given("Ada"), is_given("Mill")
    (True, False)
    """
    return word.casefold() in words_of("person_words.tsv", "given")


def is_full_name(given: str, surname: str) -> bool:
    """Tell whether lists hold both a given name, however rare, and the surname.

    >>> is_full_name("Anjali", "Patel"), is_full_name("Anjali", "Properties")
    (True, False)
    """
    return given.casefold() in _all_given() and surname.casefold() in _surnames()


@cache
def _all_given() -> frozenset[str]:
    """Return the given names that are no common words, folded to lower case."""
    named = {
        x for kind, words in _rows("given_names.tsv") for x in words if "-" in kind
    }
    kinds = ("ambiguous", "rare")
    doubtful = {x for kind in kinds for x in words_of("given_names.tsv", kind)}
    return frozenset(x.casefold() for x in named) - doubtful


@cache
def _surnames() -> frozenset[str]:
    return words_of("surnames.tsv") - words_of("not_names.tsv")


_WORDS = re.compile(rf"[{UPPER}{LOWER}'’.-]+")


_BRACKET_ON = re.compile(r"\(.*")
# "FIWM", "MCIPR", "AIMS": fellow, member or associate of some institute
_FELLOW = re.compile(r"(?:Hon)?[FMA][A-Z]{2,5}")


def _without_letters(given: str, surname: str) -> tuple[str, str]:
    """Return given names and surname without the letters of an institute behind them.

    >>> _without_letters("T J", "Penrose MIWS"), _without_letters("Ada Bell", "FIWS")
    (('T J', 'Penrose'), ('Ada', 'Bell'))
    >>> _without_letters("Ada Louise", "MARSH")
    ('Ada Louise', 'MARSH')
    """
    words = surname.split()
    if not given or not words or not _FELLOW.fullmatch(words[-1]):
        return given, surname
    initialled = all(len(x.strip(".")) == 1 for x in given.split())
    if not initialled and words[-1].casefold() in _surnames():
        return given, surname
    if len(words) > 1 and not " ".join(words[:-1]).isupper():
        return given, " ".join(words[:-1])
    first, _, last = given.rpartition(" ")
    named = first and len(last) > 2 and not last.isupper()
    return (first, last) if named else (given, surname)


_RANK = re.compile(r",?\s{1,3}(?:Jr|Sr|Jnr|Snr|III|II|IV)\b\.?")  # father and son


def _build(match: re.Match[str], offset: int, lenient: bool) -> Name | None:
    """Return the name that a match of `_NAME` holds, None where words forbid it."""
    groups = match.groupdict()
    surname = groups["isurname"] or groups["surname"] or groups["asurname"] or ""
    given = groups["initials"] or groups["given"] or ""
    given, surname = _without_letters(given, surname)
    mark = groups["mark2"] or ""
    run = given if len(given) > 1 and given.isalpha() else ""
    words = _WORDS.findall(given if groups["given"] else "")
    titled = bool(groups["titles"])
    family = _BRACKET_ON.sub("", surname).replace(" an ", " ").split()
    if titled or groups["initials"] or (words and is_given(words[0])):
        family = [x for x in family if x.rstrip(".") != "St"]  # "E. St. Aubyn"
    body = [*words, *family]
    if _has_tail(body, given):
        return None
    if (titled or groups["initials"]) and len(body) == 1:
        body = ["", *body]
    if groups["initials"] and (
        not is_word(run) or (len(run) > 2 and not (lenient or titled))
    ):
        return None
    if not _plausible(body, lenient or titled or bool(groups["initials"])):
        return None
    rank = _RANK.match(groups["post"] or "")
    name = fold_spaces(f"{given} {surname}{mark}{rank[0] if rank and given else ''}")
    return Name(
        name,
        match.start() + offset,
        match.end() + offset,
        fold_spaces(surname),
        fold_spaces(given),
        fold_spaces(groups["titles"] or ""),
        (groups["post"] or "").strip(" ,"),
    )


def _has_tail(words: list[str], given: str) -> bool:
    """Tell whether capitals follow a name: "A Holt TPC", "Ada Penrose AP"."""
    count = len(words) + (0 if " " in given or len(given) > 3 else 1)
    rest = [w for w in words[:-1] if len(w) > 2]
    return (
        count > 2
        and 1 < len(words[-1]) <= 5
        and words[-1].isupper()
        and bool(rest)
        and not any(w.isupper() for w in rest)
    )


_ONLY_TITLES = frozenset(["mr", "mrs", "ms", "miss", "dr", "cllr", "councillor", "rev"])
_MISREAD = re.compile(r"\bl(?=[a-z])")


@lru_cache(maxsize=8192)
def parse_name(text: str, alone: bool = False) -> Name | None:
    """Return the one name that a piece of text is, None if it is something else.

    `alone` lets a bare surname count: in a list of members it is a name.

    >>> parse_name("Cllr. J. O'Dea").name
    "J. O'Dea"
    >>> parse_name("HOLT, Ada").name
    'Ada HOLT'
    >>> parse_name("Finance Manager") is None
    True
    >>> parse_name("Penrose") is None, parse_name("Penrose", alone=True).name
    (True, 'Penrose')
    """
    lead = len(text) - len(text.lstrip(" \t\n*•·-–|,;:"))
    body = text[lead:].rstrip(" \t\n*|,;:")
    if not body or len(body) > 80:
        return None
    if "." in body[-1:] and not re.search(rf"(?:\b[{UPPER}]|Jr|Sr|Esq)\.$", body):
        body = body[:-1]
    flat = fold_spaces(body)
    turned = _SURNAME_FIRST.match(flat) if ", " in flat else None
    if turned and _plausible(["", turned["surname"], turned["given"]], True):
        given, surname = fold_spaces(turned["given"]), fold_spaces(turned["surname"])
        return Name(
            f"{given} {surname}",
            lead,
            lead + len(body),
            surname,
            given,
            fold_spaces(turned["titles"] or ""),
        )
    match = _NAME.fullmatch(flat)
    if not match:
        mended = _MISREAD.sub("I", flat)  # a misread "I": "lan Holt"
        match = _NAME.fullmatch(mended) if mended != flat else None
        name = match and not match["asurname"] and _build(match, lead, lenient=True)
        if not name:
            return None
        return name._replace(name=strip_titles(flat), end=lead + len(body))
    if match["asurname"] and not (alone or match["titles"] or match["mark"]):
        return None
    bare = (match["asurname"] or "").casefold()
    may_be_title = bare and (not match["titles"] or bare in _ONLY_TITLES)
    if may_be_title and _TITLED.fullmatch(flat):
        return None
    name = _build(match, lead, lenient=True)
    return name and name._replace(end=lead + len(body))


def is_name(text: str, alone: bool = False) -> bool:
    """Tell whether a piece of text is one personal name and nothing else.

    >>> is_name("Mrs A van der Holt"), is_name("Members of the public")
    (True, False)
    """
    return parse_name(text, alone) is not None


# where a name may begin: a capitalised word, taken whole, that is a title or on which
# something may follow in a name ("Ada Penrose", "A. Penrose", "Lucy-Ann", "Jo van Dam")
_CAPITAL = re.compile(
    rf"""(?<![{UPPER}{LOWER}0-9'’])(?:[Tt]he\s{{1,9}})?
    (?: (?=(?:{_alternatives("title")}|Borough|County|District|Town|Parish|City|Ward
          |Community)) [{UPPER}][{UPPER}{LOWER}'’]*
      | [{UPPER}][{UPPER}{LOWER}'’]*+
        (?= [-‐‑–.‘`´] | (?<=['’])\s
          | [ ]{{1,3}} (?: [{UPPER}(‘’'“"-]
            | (?:v[ao]n|d(?:e[rnl]?|ella|[aiou]|os)|l[ae]|t(?:er|en)|zu|[ae]l|bin|ibn
              |a[pbfv])[ -] ) ) )""",
    re.VERBOSE,
)


@lru_cache(maxsize=256)
def find_names(text: str, start: int = 0, end: int | None = None) -> tuple[Name, ...]:
    """Return the names in running text; a surname alone counts only with a title.

    >>> [x.name for x in find_names("Mr J Holt thanked Ada Penrose for the Report.")]
    ['J Holt', 'Ada Penrose']
    """
    end = len(text) if end is None else end
    found: list[Name] = []
    position = start
    while match := _CAPITAL.search(text, position, end):
        position = match.end()
        match = _NAME.match(text, match.start(), end)
        if not match or (match["asurname"] and not match["titles"]):
            continue
        name = _build(match, 0, lenient=False)
        if name is not None:
            found.append(name)
            position = match.end()
    return tuple(found)


def shift_name(name: Name, by: int) -> Name:
    """Return a name whose offsets count from another start."""
    return Name(
        name.name,
        name.start + by,
        name.end + by,
        name.surname,
        name.given,
        name.titles,
        name.post,
    )
