"""Links short and misspelt names of one body to the one whom they can stand for."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from minutebook.records import Link, NamedPerson
from minutebook.resolve.slips import find_slips


def is_short(key: str) -> bool:
    """Return whether a name leaves open who is meant: a surname, or initials and one.

    >>> is_short("a penrose"), is_short("penrose"), is_short("ada penrose")
    (True, True, False)
    """
    words = key.split()
    return len(words) < 2 or all(len(x) == 1 for x in words[:-1])


def why_unresolved(key: str) -> str | None:
    """Return why a name alone does not tell who is meant; None for a full name.

    >>> why_unresolved("penrose")
    'one name only'
    """
    if not is_short(key):
        return None
    return "one name only" if len(key.split()) < 2 else "initials only"


def link_short(people: Iterable[NamedPerson]) -> Iterator[Link]:
    """Yield for each name of one body the one full name that it can stand for.

    Initials and surname link only where exactly one person of the body fits, in years
    that overlap, and only to somebody whom the same document does not name as well:
    there the document itself had the chance to say that they are one. A full name
    links where it is a slip for another; else it stands for itself.
    """
    years: dict[str, list[int]] = {}
    named: dict[int, set[str]] = defaultdict(set)
    everybody = list(people)
    for person in everybody:
        if not is_short(person.key):
            named[person.document].add(person.key)
            _widen(years.setdefault(person.key, []), person.year)
    slips = _slips(years, named)
    full: dict[tuple[str, str], dict[str, list[int]]] = defaultdict(dict)
    for key, span in years.items():
        words = key.split()
        full[words[-1], words[0][0]][key] = span
    for person in everybody:
        if is_short(person.key):
            yield _link(person, full, named[person.document], slips)
        else:
            yield Link(person, slips.get(person.key))


def _slips(years: dict[str, list[int]], named: dict[int, set[str]]) -> dict[str, str]:
    counts: Counter[str] = Counter()
    for keys in named.values():
        counts.update(keys)
    slips = find_slips(counts)
    together = {
        slip for keys in named.values() for slip in keys if slips.get(slip) in keys
    }
    return {
        slip: meant
        for slip, meant in slips.items()
        if slip not in together and _touch(years[slip], years[meant])
    }


def _touch(one: list[int], two: list[int]) -> bool:
    return all(_overlap(two, x) for x in one) or all(_overlap(one, x) for x in two)


def _widen(years: list[int], year: int | None) -> None:
    if year is not None:
        years[:] = [min([*years, year]), max([*years, year])]


def _link(
    person: NamedPerson,
    full: dict[tuple[str, str], dict[str, list[int]]],
    present: set[str],
    slips: dict[str, str],
) -> Link:
    words = person.key.split()
    if len(words) < 2:
        return Link(person, None, "one name only")
    fitting = [
        key
        for key, years in full.get((words[-1], words[0]), {}).items()
        if _fits(words, key) and _overlap(years, person.year)
    ]
    candidates = sorted({slips.get(x, x) for x in fitting})
    if len(candidates) != 1:
        count = len(candidates) or "no"
        return Link(person, None, f"initials only: {count} candidates")
    if present.intersection((*candidates, *fitting)):
        return Link(person, None, "initials only: named apart in the same document")
    return Link(person, candidates[0])


def _fits(short: list[str], key: str) -> bool:
    """Return whether further initials agree with the middle names of a full name.

    >>> _fits(["a", "j", "penrose"], "ada jane penrose")
    True
    >>> _fits(["a", "j", "penrose"], "ada ruth penrose")
    False
    """
    middle = key.split()[1:-1]
    return all(
        full.startswith(initial)
        for initial, full in zip(short[1:-1], middle, strict=False)
    )


def _overlap(years: list[int], year: int | None) -> bool:
    return year is None or not years or years[0] - 1 <= year <= years[1] + 1
