"""Runs that a conversion left without separators: names, then posts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from minutebook.grammar.affiliations import (
    has_organisation_word,
    has_role_word,
    is_acronym,
)
from minutebook.grammar.names import Name, is_given, parse_name, shift_name
from minutebook.grammar.samenames import initials_forms

Range = tuple[int, int]

_TOKEN = re.compile(r"\([^()]{1,120}\)|[^\s()]+")
_TITLES = frozenset(
    ["dr", "mr", "mrs", "ms", "miss", "cllr", "prof", "sir", "cr", "rev"]
)
# words that open the title of a post where another title has just ended
_OPENERS = frozenset(
    (
        *("non-executive", "interim", "acting", "deputy", "assistant", "associate"),
        *("senior", "independent", "chief", "vice", "vice-chair", "executive"),
        *("lay", "joint"),
    )
)


def tokens_of(text: str, start: int, end: int) -> list[Range]:
    """Return where the words of a run stand; a bracket is one word."""
    return [(m.start(), m.end()) for m in _TOKEN.finditer(text, start, end)]


def split_run(text: str, start: int, end: int) -> list[Name]:
    """Return the names of a run that nothing parts; none if it holds anything else.

    >>> text = "Ada Penrose Dr Tom Holt Ann Bell"
    >>> [x.name for x in split_run(text, 0, len(text))]
    ['Ada Penrose', 'Tom Holt', 'Ann Bell']
    """
    words = tokens_of(text, start, end)
    found, at = _read_names(text, words)
    return found if at == len(words) else []


def _read_names(text: str, words: list[Range]) -> tuple[list[Name], int]:
    """Return the names that the words begin with, and how many words they take.

    Of all ways to cut the words, the cheapest: two words a name, a given name first.
    """
    best: dict[int, tuple[float, tuple[Name, ...]]] = {0: (0.0, ())}
    for at in range(len(words)):
        if at not in best:
            continue
        cost, names = best[at]
        for count in (2, 3, 4, 5):
            name = _name_of(text, words, at, count)
            if name is None:
                continue
            more = cost + _cost(text, words, at, count)
            if at + count not in best or more < best[at + count][0]:
                best[at + count] = (more, (*names, name))
        if at > max(best):
            break
    last = max(best)
    return list(best[last][1]), last


def _name_of(text: str, words: list[Range], at: int, count: int) -> Name | None:
    """Return the name that so many words are, None if they are none."""
    if at + count > len(words):
        return None
    pieces = [text[slice(*w)] for w in words[at : at + count]]
    if any(
        has_role_word(p) and p.rstrip(".").casefold() not in _TITLES for p in pieces
    ):
        return None
    name = parse_name(" ".join(pieces))
    if name is None or not (name.given and name.surname):
        return None
    return name._replace(start=words[at][0], end=words[at + count - 1][1])


def _cost(text: str, words: list[Range], at: int, count: int) -> float:
    """Return how little a run of words looks like one name."""
    titled = text[slice(*words[at])].rstrip(".").casefold() in _TITLES
    extra = 0.6 * max(0, count - 2 - titled)
    return extra if titled or _starts_name(text, words[at]) else extra + 1.0


def _starts_name(text: str, word: Range) -> bool:
    bare = text[slice(*word)].rstrip(".").casefold()
    return is_given(bare) or bare in _TITLES


def split_names_and_posts(
    text: str, start: int, end: int
) -> tuple[list[Name], list[Range]]:
    """Return the names that a run begins with and the posts that follow them.

    >>> text = "Ada Penrose Tom Holt Interim Chair Director of Public Works"
    >>> names, posts = split_names_and_posts(text, 0, len(text))
    >>> [x.name for x in names], [text[a:b] for a, b in posts]
    (['Ada Penrose', 'Tom Holt'], ['Interim Chair', 'Director of Public Works'])
    """
    words = tokens_of(text, start, end)
    names, at = _read_names(text, words)
    return names, split_posts(text, words[at:])


def split_posts(text: str, words: list[Range]) -> list[Range]:
    """Return the titles of posts that a run of words consists of."""
    found: list[Range] = []
    first = at = 0
    while at < len(words):
        word = text[slice(*words[at])]
        after = text[slice(*words[at + 1])] if at + 1 < len(words) else ""
        if has_role_word(word) and not _goes_on(after) and not _leads(word, after):
            at = _with_brackets(text, words, at)
            found.append((words[first][0], words[at][1]))
            first = at + 1
        elif word.casefold() in ("of", "for", "&", "and") and at > first:
            at = _end_of_field(text, words, at)
            if at + 1 >= len(words) or not _goes_on(text[slice(*words[at + 1])]):
                at = _with_brackets(text, words, at)
                found.append((words[first][0], words[at][1]))
                first = at + 1
        elif is_acronym(word) and at > first and after.casefold() in _OPENERS:
            found.append((words[first][0], words[at][1]))
            first = at + 1
        at += 1
    if first < len(words):
        found.append((words[first][0], words[-1][1]))
    return found


def _leads(word: str, after: str) -> bool:
    """Tell whether a word qualifies the noun behind it: "Chief Executive Officer"."""
    bare = word.casefold()
    return (
        has_role_word(after)
        and (bare in _OPENERS or bare.endswith("executive"))
        and after.casefold() not in _OPENERS - {"executive"}
    )


def _goes_on(after: str) -> bool:
    """Tell whether the title goes on behind its noun: "Director of", "Head for"."""
    return after.casefold() in ("of", "for", "&", "and", "to", "/")


def _with_brackets(text: str, words: list[Range], at: int) -> int:
    if at + 1 < len(words) and text[words[at + 1][0]] == "(":
        return at + 1
    return at


def _end_of_field(text: str, words: list[Range], at: int) -> int:
    """Return the last word of the field behind "of": "of Allied Health Services"."""
    at += 1
    if at < len(words) and text[slice(*words[at])].casefold() == "the":
        at += 1
    while at + 1 < len(words):
        word = text[slice(*words[at + 1])]
        beyond = text[slice(*words[at + 2])] if at + 2 < len(words) else ""
        bare = word.casefold()
        if word[0] == "(" or bare in _OPENERS or has_role_word(word):
            break
        third = text[slice(*words[at + 3])] if at + 3 < len(words) else ""
        if (
            has_role_word(beyond)
            and beyond.casefold() not in _OPENERS
            and not _goes_on(word)
            and not _goes_on(third)
        ):
            break
        if _goes_on(word) and has_role_word(beyond):
            break
        at += 1
    return min(at, len(words) - 1)


# the titles of a run, ranks among them
_RANKS = _TITLES | frozenset(
    (
        *("councillor", "member", "commissioner", "alderman", "revd", "canon"),
        *("sgt", "supt", "insp", "pc", "pcso", "lady", "lord", "hon"),
    )
)
_INITIALS = re.compile(r"(?:[A-Z]\.?){1,3}")
_PARTICLES = frozenset(("st", "de", "van", "von", "der", "du", "la", "le", "mc", "mac"))


def split_mixed(text: str, start: int, end: int) -> list[tuple[Name, Range]]:
    """Return the people of a run in which posts and bodies stand between the names.

    >>> text = "Cr A Penrose Mayor Cr T Holt Mr J Bell Town Clerk"
    >>> [(x.name, text[a:b]) for x, (a, b) in split_mixed(text, 0, len(text))]
    [('A Penrose', 'Mayor'), ('T Holt', ''), ('J Bell', 'Town Clerk')]
    """
    words = tokens_of(text, start, end)
    names: list[tuple[int, int, Name]] = []
    at = 0
    while at < len(words):
        fresh = not names or names[-1][1] == at
        found = _name_at(text, words, at, fresh)
        if found is None:
            at += 1
            continue
        names.append((at, found[1], found[0]))
        at = found[1]
    ahead = (
        bool(names)
        and 0 < names[0][0] <= 4
        and has_role_word(text[slice(*words[names[0][0] - 1])])
    )
    people = []
    for index, (first, stop, name) in enumerate(names):
        if ahead:
            low, high = (names[index - 1][1] if index else 0), first
        else:
            low = stop
            high = names[index + 1][0] if index + 1 < len(names) else len(words)
        said = (words[low][0], words[high - 1][1]) if low < high else (0, 0)
        people.append((name, said))
    return people


_LETTER = re.compile(r"[A-Z]\.?")


def _name_at(
    text: str, words: list[Range], at: int, fresh: bool
) -> tuple[Name, int] | None:
    """Return the name that begins with a word, and the index of the word behind it.

    `fresh` says that a name has just ended, so that another may follow at once.
    """
    stop = at
    while stop < len(words) and (
        _bare(text, words, stop) in _RANKS
        or (stop > at and not _bare(text, words, stop))
    ):
        stop += 1
    titled = stop > at
    first = stop
    while stop < len(words) and _INITIALS.fullmatch(text[slice(*words[stop])]):
        stop += 1
    lettered = stop > first
    if not lettered:
        if stop >= len(words) or not _may_name(text, words, stop):
            return None
        if not (titled or fresh or is_given(_bare(text, words, stop))):
            return None
        stop += 1
        if stop < len(words) and _LETTER.fullmatch(text, *words[stop]):
            stop += 1
    elif not titled and not fresh:
        return None
    while stop < len(words) and _bare(text, words, stop) in _PARTICLES:
        stop += 1
    if stop >= len(words) or not _may_name(text, words, stop):
        return None
    if titled and _goes_on_to_title(text, words, stop):
        stop += 1
    known = titled or lettered or is_given(_bare(text, words, first))
    if not known and not _pairs(text, words, first):
        return None  # "Holt Street Pastors": the name of a body
    name = parse_name(text[words[at][0] : words[stop][1]])
    if name is not None and name.surname:
        return shift_name(name, words[at][0]), stop + 1
    name = parse_name(text[words[first][0] : words[stop][1]])
    if name is None or not name.surname:
        return None
    return shift_name(name, words[first][0]), stop + 1


def _goes_on_to_title(text: str, words: list[Range], at: int) -> bool:
    """Tell whether one more word of a name stands before a title: "Ada Jo Bell Mr".

    The word must follow a given name, and be all that stands there.
    """
    if not is_given(_bare(text, words, at)) or at + 1 >= len(words):
        return False
    last = at + 2 >= len(words) or _bare(text, words, at + 2) in _RANKS
    return last and _may_name(text, words, at + 1)


def _pairs(text: str, words: list[Range], at: int) -> bool:
    """Tell whether the words up to the next sure sign pair up to names."""
    stop = at
    while stop < min(len(words), at + 12):
        word = _bare(text, words, stop)
        if not text[words[stop][0]].isupper() or word in _RANKS or word in _TIMES:
            break
        if is_given(word) or has_role_word(word):
            break
        if has_organisation_word(text[slice(*words[stop])]):
            return False
        stop += 1
    return stop > at and (stop - at) % 2 == 0


_TIMES = frozenset(("until", "till", "from", "via", "for", "left", "arrived", "item"))


def _bare(text: str, words: list[Range], at: int) -> str:
    return text[slice(*words[at])].rstrip(".,").casefold()


def _may_name(text: str, words: list[Range], at: int) -> bool:
    """Tell whether a word may be part of a name: no post, no body, no title."""
    word = text[slice(*words[at])].rstrip(".,")
    return (
        word[:1].isupper()
        and len(word) > 1
        and (not word.isupper() or len(word) > 3)
        and _bare(text, words, at) not in _RANKS
        and not has_role_word(word)
        and not has_organisation_word(word)
    )


@dataclass(frozen=True, slots=True)
class Marked:
    """One person of a run in which initials in brackets follow each name."""

    name: Name
    initials: str
    said: Range  # what stands between this person and the next


_WITH_INITIALS = re.compile(r"\((?P<initials>[A-Z]{2,4}[a-z]?)\)")


def find_marked(text: str, start: int, end: int) -> list[Marked]:
    """Return the people of "Ada Penrose (AP) Clerk Tom Holt (TH) Lay Member".

    >>> text = "Ada Penrose (AP) Clerk Tom Holt (TH) Lay Member"
    >>> [(x.name.name, text[slice(*x.said)]) for x in find_marked(text, 0, len(text))]
    [('Ada Penrose', 'Clerk'), ('Tom Holt', 'Lay Member')]
    """
    found: list[tuple[Name, str, int]] = []
    for match in _WITH_INITIALS.finditer(text, start, end):
        name = find_name_before(text, start, match.start(), match["initials"])
        if name:
            found.append((name, match["initials"], match.end()))
    people = []
    for index, (name, initials, stop) in enumerate(found):
        until = found[index + 1][0].start if index + 1 < len(found) else end
        a, b = stop, until
        while a < b and text[a] in " \n,;–-":
            a += 1
        while b > a and text[b - 1] in " \n,;–-":
            b -= 1
        people.append(Marked(name, initials, (a, b)))
    return people


def find_name_before(text: str, low: int, at: int, initials: str) -> Name | None:
    """Return the name that ends at an offset and has these initials."""
    words = tokens_of(text, max(low, at - 60), at)
    for count in (2, 3, 4):
        if count > len(words):
            return None
        begin = words[-count][0]
        name = parse_name(text[begin:at].strip())
        if name and _abbreviate(initials, name.name):
            return shift_name(name, begin)
    return None


def _abbreviate(initials: str, name: str) -> bool:
    """Tell whether initials stand for a name; a small one goes on with the surname.

    >>> _abbreviate("THo", "Tom Holt"), _abbreviate("THx", "Tom Holt")
    (True, False)
    """
    forms = initials_forms(name)
    if initials.upper() in forms:
        return True
    return initials[:-1] in forms and initials[-1] in name.split()[-1][1:]


@dataclass(frozen=True, slots=True)
class Coded:
    """One row of a grid in which letters say who came to each of several meetings."""

    who: Range
    said: Range
    code: str


def find_coded(text: str, start: int, end: int, letters: str) -> list[Coded]:
    """Return the rows of a grid of initials, agencies and codes in one line.

    >>> text = "AP Holt Trust Y A Y TH Parish Council Y - A "
    >>> [(text[slice(*x.who)], text[slice(*x.said)], x.code)
    ...  for x in find_coded(text, 0, len(text), "YNA-")]
    [('AP', 'Holt Trust', 'Y'), ('TH', 'Parish Council', 'A')]
    """
    pattern = re.compile(
        rf"(?P<who>\b[A-Z]{{2,3}}(?:/[A-Z]{{2,3}})?)\s{{1,30}}(?P<said>[A-Z][^\d\n]{{1,60}}?)\s{{1,30}}"
        rf"(?P<codes>(?:[{re.escape(letters)}]\s{{1,30}}){{1,12}})(?!\S*[a-z]\S*\s)"
    )
    return [
        Coded(m.span("who"), m.span("said"), m["codes"].split()[-1])
        for m in pattern.finditer(text, start, end)
    ]
