"""Names that stand together: couples who share a surname, lists of surnames."""

from __future__ import annotations

import re

from minutebook.grammar.names import (
    INITIALS,
    POSTNOMINALS,
    SURNAME,
    TITLES,
    WORD,
    Name,
    fold_spaces,
    is_given,
    is_name,
    is_word,
    parse_name,
    shift_name,
)

# "Mr & Mrs J Holt", "Mr and Mrs Holt"
_PAIR_OF_TITLES = re.compile(
    rf"""
    (?P<first> Mr | Dr | Rev | Revd | Cllr | Sir )\.? \s{{0,9}} (?: & | and ) \s{{0,9}}
    (?P<second> Mrs | Ms | Dr | Lady | Cllr )\.? \s{{1,9}}
    (?P<initials> {INITIALS} \s{{0,9}} | (?:{WORD}) \s (?={SURNAME}) )?
    (?P<surname> {SURNAME} )
    """,
    re.VERBOSE,
)
# "John and Ann Bell", "J & A Bell", "Mr John and Mrs Ann Bell"
_PAIR_OF_GIVEN = re.compile(
    rf"""
    (?P<t1> (?:{TITLES}) \s{{0,9}} )?
    (?P<first> {INITIALS} | (?:{WORD}) )
    \s{{0,9}} (?: & | \band\b ) \s{{0,9}}
    (?P<t2> (?:{TITLES}) \s{{0,9}} )?
    (?P<second> {INITIALS} | (?:{WORD}) ) [ ]
    (?P<surname> {SURNAME} )
    (?P<post> {POSTNOMINALS} )?
    """,
    re.VERBOSE,
)


def parse_couple(text: str) -> tuple[Name, Name] | None:
    """Return both names of a couple who share a surname, None if it is none.

    >>> [x.name for x in parse_couple("John and Ann Bell")]
    ['John Bell', 'Ann Bell']
    >>> [x.name for x in parse_couple("Dora & Bill Winter")]
    ['Dora Winter', 'Bill Winter']
    >>> [x.name for x in parse_couple("Mr & Mrs J Bell")]
    ['J Bell', 'Bell']
    """
    lead = len(text) - len(text.lstrip())
    if "&" not in text and "and" not in text:
        return None
    flat = re.sub(r"\s", " ", text.strip(" \t\n,;."))
    flat = flat if "  " not in flat else fold_spaces(flat)
    match = _PAIR_OF_TITLES.fullmatch(flat)
    if match and is_word(match["surname"]):
        surname = fold_spaces(match["surname"])
        given = (match["initials"] or "").strip()
        first = fold_spaces(f"{given} {surname}")
        end = lead + len(flat)
        here = lead + match.start("first")
        there = lead + match.start("second")
        return (
            Name(first, here, end, surname, given, match["first"]),
            Name(surname, there, end, surname, "", match["second"]),
        )
    match = _PAIR_OF_GIVEN.fullmatch(flat)
    if match is None or not _may_share(*match.group("first", "second", "surname")):
        return None
    if match["t1"] and len(match["first"]) > 3 and not is_given(match["first"]):
        return None  # "Mr Holt and Ann Bell": two people
    surname = fold_spaces(match["surname"])
    first, second = (fold_spaces(match[g]) for g in ("first", "second"))
    return (
        Name(
            f"{first} {surname}",
            lead + match.start(),
            lead + match.end("first"),
            surname,
            first,
            (match["t1"] or "").strip(),
        ),
        Name(
            f"{second} {surname}",
            lead + (match.start("t2") if match["t2"] else match.start("second")),
            lead + match.end(),
            surname,
            second,
            (match["t2"] or "").strip(),
        ),
    )


def _may_share(first: str, second: str, surname: str) -> bool:
    """Tell whether two may be given names of one surname; common words if both are.

    >>> _may_share("Dora", "Bill", "Winter"), _may_share("Lewis", "Messrs", "Winter")
    (True, False)
    """
    if not all(len(x) == 1 or is_word(x) or is_given(x) for x in (first, second)):
        return False
    if is_word(surname):
        return True
    return is_given(first) and is_given(second) and is_name(f"{first} {surname}")


_SEPARATOR = re.compile(
    r"\s{0,9}(?:[,;\n•|]|(?<!\w)and(?!\w)|&|(?<!\w)plus(?!\w))\s{0,9}"
)


def split_names(text: str) -> tuple[Name, ...]:
    """Return the names of a list in which a surname alone is a name.

    >>> [x.name for x in split_names("Councillors Penrose, Holt (J) and O'Dea")]
    ['Penrose', 'Holt (J)', "O'Dea"]
    >>> [x.name for x in split_names("John and Ann Bell, Mrs T Ashby")]
    ['John Bell', 'Ann Bell', 'T Ashby']
    """
    pieces: list[tuple[int, int]] = []
    position = 0
    for match in _SEPARATOR.finditer(text):
        pieces.append((position, match.start()))
        position = match.end()
    pieces.append((position, len(text)))
    found: list[Name] = []
    index = 0
    while index < len(pieces):
        start, end = pieces[index]
        if index + 1 < len(pieces):
            stop = pieces[index + 1][1]
            couple = parse_couple(text[start:stop])
            if couple and not _two_names(text[start:end]):
                found += [shift_name(x, start) for x in couple]
                index += 2
                continue
        name = parse_name(text[start:end], alone=True)
        if name:
            found.append(shift_name(name, start))
        index += 1
    return tuple(found)


def _two_names(text: str) -> bool:
    """Tell whether the first half of a would-be couple is a whole name by itself."""
    return is_name(text)
