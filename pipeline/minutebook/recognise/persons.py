"""Settles which names of one document are the same person, and who the initials are."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache

from rapidfuzz.distance import Levenshtein

from minutebook.grammar.genders import gender_of_titles
from minutebook.grammar.names import parse_name, strip_titles
from minutebook.grammar.samenames import fold_name, initials_forms
from minutebook.recognise.nametokens import Found
from minutebook.records import Attendee, Entity

_MEMBER = re.compile(
    r"\b(?:cllrs?|councillors?|cr|clr|coun|mayor|alderman|ald|supervisor|trustee|governor"
    r"|commissioner|reeve|bailie|provost)\b",
    re.I,
)
_GROUPS = (
    ("officer", re.compile(r"offic|staff|executive|management|clerk", re.I)),
    ("public", re.compile(r"public|resident|visitor|guest|observer|press", re.I)),
    (
        "member",
        re.compile(r"member|councillor|board|governor|trustee|commissioner", re.I),
    ),
)


@dataclass
class Person:
    """One person while the document is being read: every form of the name so far."""

    given: str
    surname: str
    name: str
    forms: dict[str, int] = field(default_factory=dict)
    gender: str = ""
    kind: str = "unknown"
    initials: list[str] = field(default_factory=list)
    listed: bool = False

    @property
    def rank(self) -> tuple[int, int, bool]:
        """Return how full the name is."""
        return _fullness(self.given), len(self.given.split()), not self.name.isupper()


_NO_LETTER = re.compile(r"[^\w ]")


def _first_given(given: str) -> str:
    """Return the first given name: "Ada (Addie) M" is Ada."""
    return given.partition(" ")[0].partition("(")[0]


@lru_cache(maxsize=1024)
def _fullness(given: str) -> int:
    """Return 2 for a given name, 1 for initials, 0 for nothing."""
    bare = _NO_LETTER.sub(" ", given).split()
    if not bare:
        return 0
    return (
        2 if any(len(x) > 1 and not (x.isupper() and len(x) < 4) for x in bare) else 1
    )


@cache
def _nicknames() -> dict[str, frozenset[str]]:
    """Return the forms that each given name goes by."""
    from minutebook.assets import models_dir

    groups: dict[str, set[str]] = {}
    lines = (models_dir() / "given_names.tsv").read_text(encoding="utf-8").splitlines()
    for line in lines:
        kind, words, *_ = line.split("\t")
        if kind == "nickname":
            first, *others = [fold_name(x) for x in words.split()]
            groups.setdefault(first, set()).update(others)
    return {k: frozenset(v) for k, v in groups.items()}


@cache
def _pet_names() -> dict[str, frozenset[str]]:
    """Return, by given name, every other form that the same person may go by."""
    table: dict[str, set[str]] = {}
    for first, others in _nicknames().items():
        group = {first, *others}
        for name in group:
            table.setdefault(name, set()).update(group)
    return {k: frozenset(v) for k, v in table.items()}


@lru_cache(maxsize=4096)
def compatible(one: str, other: str) -> int:
    """Return how two given names agree: 3 the same, 2 pet name, 1 initials, 0 not.

    >>> [compatible("Ada", x) for x in ("Ada Mary", "A", "Tom", "")]
    [3, 1, 0, 1]
    >>> compatible("Daniel", "Danny")
    2
    """
    first, second = _parts(one), _parts(other)
    if not first or not second:
        return 1
    a, b = first[0], second[0]
    if len(a) == 1 or len(b) == 1:
        if a[0] != b[0]:
            return 0
        both = first[1:2] and second[1:2]
        if both and first[1][0] != second[1][0]:
            return 0
        return 3 if first == second else 1
    if a == b:
        if first[1:2] and second[1:2] and first[1][0] != second[1][0]:
            return 0
        return 3
    if b in _pet_names().get(a, ()):
        return 2
    short, long = sorted((a, b), key=len)
    if len(short) >= 3 and long.startswith(short):
        return 2
    return 0


_GIVEN_PART = re.compile(r"[^\W\d_]+")
_NICKNAME = re.compile(r"\([^)]*\)|[‘'“\"][^’'”\"]{2,12}[’'”\"]")


def _parts(given: str) -> list[str]:
    """Return the folded given names; initials that stand together come apart."""
    bare = _NICKNAME.sub(" ", given)
    words = _GIVEN_PART.findall(bare)
    parts: list[str] = []
    for word in words:
        if word.isupper() and len(word) in (2, 3) and len(words) == 1:
            parts += list(word.casefold())
        else:
            parts.append(fold_name(word) or word.casefold())
    return parts


_CALLED = re.compile(r"[(‘'“\"]([^)’'”\"]+)")


class Register:
    """The people of one document, by the order in which they were met."""

    def __init__(self) -> None:
        self.people: list[Person] = []
        self._by_surname: dict[str, list[int]] = {}

    # -- what is known

    def surnames(self) -> frozenset[str]:
        """Return the folded surnames of everybody."""
        return frozenset(
            p.surname.casefold().split()[-1] for p in self.people if p.surname
        )

    def givens(self) -> frozenset[str]:
        """Return the folded first given names of everybody."""
        return frozenset(
            w.casefold()
            for p in self.people
            if _fullness(p.given) == 2 and len(w := _first_given(p.given)) > 1
        )

    # -- adding

    def add_attendee(self, attendee: Attendee, titles: str) -> int:
        """Return the person whom the list names there."""
        given, surname = _split(attendee.name)
        gender = gender_of_titles(titles)
        for index in self._same_surname(surname):
            person = self.people[index]
            same = compatible(given, person.given) == 3
            same = same and _fullness(given) == _fullness(person.given)
            if same and {gender, person.gender} != {"m", "f"}:
                return self._note(index, attendee.name, gender, titles)
        index = self._new(given, surname, attendee.name, gender, titles)
        self.people[index].listed = True
        if attendee.group and self.people[index].kind == "unknown":
            self.people[index].kind = _kind_of_group(attendee.group)
        if attendee.initials:
            self.people[index].initials.append(attendee.initials)
        return index

    def add(self, found: Found) -> int | None:
        """Return the person whom a name of the text means, a new one if nobody fits.

        None where several could be meant.
        """
        name = " ".join(f"{found.given} {found.surname}".split())
        gender = gender_of_titles(found.titles)
        fullness = _fullness(found.given)
        ranked = self._ranked(found.given, found.surname, gender)
        if ranked:
            best = max(r for r, _ in ranked)
            fits = [i for r, i in ranked if r == best]
            if len(fits) == 1:
                if not (best == 1 and fullness == 2 and self._full(fits[0]) == 2):
                    return self._note(fits[0], name, gender, found.titles, found)
            elif fullness == 0 or best == 1:
                return (
                    None if fullness == 0 else self._of_many(fits, found, name, gender)
                )
            else:
                return self._note(fits[0], name, gender, found.titles, found)
        slip = self._misspelt(found, gender)
        if slip is not None:
            return self._note(slip, name, gender, found.titles)
        if found.rule == "name-surname":
            return None
        return self._new(found.given, found.surname, name, gender, found.titles)

    def _full(self, index: int) -> int:
        return _fullness(self.people[index].given)

    def _of_many(
        self, fits: list[int], found: Found, name: str, gender: str
    ) -> int | None:
        """Return the one of several whose given name is not written yet."""
        bare = [i for i in fits if self._full(i) == 0]
        named = [i for i in fits if self._full(i) > 0]
        if len(named) == 1:
            return self._note(named[0], name, gender, found.titles, found)
        if len(bare) == 1 and not named:
            return self._note(bare[0], name, gender, found.titles, found)
        return None

    def _ranked(self, given: str, surname: str, gender: str) -> list[tuple[int, int]]:
        ranked = []
        for index in self._same_surname(surname):
            person = self.people[index]
            if gender and person.gender and gender != person.gender:
                continue
            fit = compatible(given, person.given)
            if fit:
                ranked.append((fit, index))
        return ranked

    def _same_surname(self, surname: str) -> list[int]:
        key = fold_name(surname).replace(" ", "")
        return self._by_surname.get(key, []) if key else []

    def _misspelt(self, found: Found, gender: str) -> int | None:
        """Return the one person whose name this is but for a slip of a letter."""
        surname = fold_name(found.surname)
        if len(surname) < 5:
            return None
        hits = []
        for index, person in enumerate(self.people):
            if gender and person.gender and gender != person.gender:
                continue
            other = fold_name(person.surname)
            apart = Levenshtein.distance(surname, other, score_cutoff=2)
            if apart > 2:
                continue
            fit = compatible(found.given, person.given)
            if _fullness(found.given) < 2:
                fine = (
                    apart == 1
                    and fit
                    and len(surname) >= 6
                    and other[:1] == surname[:1]
                )
            else:
                fine = fit >= 2 and apart <= (1 if len(surname) < 8 else 2)
                fine = fine or (apart == 0 and _near(found.given, person.given))
            if fine:
                hits.append(index)
        return hits[0] if len(hits) == 1 else None

    def _new(
        self, given: str, surname: str, name: str, gender: str, titles: str
    ) -> int:
        kind = "member" if _MEMBER.search(titles) else "unknown"
        self.people.append(Person(given, surname, name, {name: 1}, gender, kind))
        index = len(self.people) - 1
        key = fold_name(surname).replace(" ", "")
        self._by_surname.setdefault(key, []).append(index)
        return index

    def _note(
        self,
        index: int,
        name: str,
        gender: str,
        titles: str,
        found: Found | None = None,
    ) -> int:
        person = self.people[index]
        person.forms[name] = person.forms.get(name, 0) + 1
        person.gender = person.gender or gender
        if person.kind == "unknown" and _MEMBER.search(titles):
            person.kind = "member"
        if found:
            mine = _fullness(found.given), len(found.given.split()), not name.isupper()
            if mine > person.rank:
                person.given, person.surname, person.name = (
                    found.given,
                    found.surname,
                    name,
                )
        return index

    # -- initials and given names

    def by_initials(self) -> dict[str, int]:
        """Return whom initials mean: those that are stated, then unmistakable ones."""
        stated: dict[str, set[int]] = {}
        for index, person in enumerate(self.people):
            for initials in person.initials:
                stated.setdefault(initials, set()).add(index)
        table = {k: min(v) for k, v in stated.items() if len(v) == 1}
        if len(stated) < 2:
            return table
        implied: dict[str, set[int]] = {}
        for index, person in enumerate(self.people):
            if _fullness(person.given) and person.surname:
                for form in initials_forms(f"{person.given} {person.surname}")[:1]:
                    implied.setdefault(form, set()).add(index)
        for form, people in implied.items():
            if form not in stated and len(people) == 1 and len(form) > 1:
                table[form] = min(people)
        return table

    def by_given(self) -> dict[str, int | None]:
        """Return whom each given name alone means, None where several bear it."""
        table: dict[str, int | None] = {}
        for index, person in enumerate(self.people):
            if _fullness(person.given) != 2:
                continue
            first = _first_given(person.given).casefold()
            names = {first, *_nicknames().get(first, ())}
            called = _CALLED.search(person.given)
            if called:
                names.add(called[1].casefold())
            for name in names:
                table[name] = None if name in table else index
        return table

    def by_letter(self) -> dict[tuple[str, str], int]:
        """Return those listed as "Tony B", by given name and letter, folded."""
        return {
            (person.given.casefold(), person.surname.casefold()): index
            for index, person in enumerate(self.people)
            if len(person.surname) == 1 and _fullness(person.given) == 2
        }

    def add_alias(self, index: int, form: str) -> None:
        """Note that a person is also written so."""
        person = self.people[index]
        person.forms[form] = person.forms.get(form, 0) + 1

    def add_given_only(self, name: str) -> int:
        """Return a new person of whom only the given name is known."""
        self.people.append(Person(name, "", name, {name: 1}))
        return len(self.people) - 1

    def entities(self) -> tuple[Entity, ...]:
        """Return the people as the document's own entities."""
        return tuple(_entity(p) for p in self.people)


def _near(one: str, other: str) -> bool:
    """Return whether two given names are one letter apart: Alastair, Alistair."""
    a, b = (_parts(x) or [""] for x in (one, other))
    return (
        len(a[0]) >= 5 and a[0][0] == b[0][:1] and Levenshtein.distance(a[0], b[0]) == 1
    )


_WITH_MARK = re.compile(r"(\S.{0,80}?)\s{0,3}\(([A-Z])\.?\)")


def _split(name: str) -> tuple[str, str]:
    """Return given name and surname of a listed name; "Holt (J)" is J Holt.

    >>> _split("Ada Penrose"), _split("Holt (J)"), _split("Holt")
    (('Ada', 'Penrose'), ('J', 'Holt'), ('', 'Holt'))
    """
    mark = _WITH_MARK.fullmatch(name)
    if mark:
        return mark[2], mark[1]
    parsed = parse_name(name, alone=True)
    if parsed and parsed.surname:
        return parsed.given, parsed.surname
    given, _, surname = strip_titles(name).rpartition(" ")
    return given, surname


def _kind_of_group(group: str) -> str:
    return next((kind for kind, pattern in _GROUPS if pattern.search(group)), "unknown")


def _entity(person: Person) -> Entity:
    name = _in_case(person.name)
    key = fold_name(name)
    seen = {name}
    aliases = []
    for form in (*person.forms, *person.initials):
        if form not in seen and (fold_name(form) != key or len(form) < 5):
            seen.add(form)
            aliases.append(form)
    return Entity(name, tuple(aliases), person.kind)


def _in_case(name: str) -> str:
    """Return a name in capitals in title case.

    >>> _in_case("ADA McBRIDE-O'DEA"), _in_case("J Holt")
    ("Ada McBride-O'Dea", 'J Holt')
    """
    words = name.split()
    if not any(len(w) > 2 and w.isupper() for w in words) or not (
        sum(c.isupper() for c in name) > 0.7 * sum(c.isalpha() for c in name)
    ):
        return name
    return " ".join(_word_in_case(w) for w in words)


def _word_in_case(word: str) -> str:
    if len(word) < 3 or "." in word:
        return word
    word = re.sub(r"[^\W\d_]+", lambda m: m[0][0].upper() + m[0][1:].lower(), word)
    return re.sub(r"\b(Mc|Mac(?=[b-df-hj-np-tv-z]))([a-z])", _capital_after, word)


def _capital_after(match: re.Match[str]) -> str:
    return match[1] + (match[2].upper() if match[1] == "Mc" else match[2])
