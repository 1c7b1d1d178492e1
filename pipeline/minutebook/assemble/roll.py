"""The attendance while the text corrects it: whom words name, who is added."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from minutebook.grammar.anchors import is_inside_word
from minutebook.grammar.names import Name, find_names
from minutebook.grammar.samenames import fold_name, match_initials, same_person
from minutebook.records import Attendee

_SENTENCE_START = re.compile(
    r"(?<![A-Z])(?<!\b[MD]r)(?<!\bMrs)(?<!\bMs)(?<!\bCllr)(?<!\bRev)[.;:]\s|\n"
)


def clause_start(text: str, at: int, reach: int = 170) -> int:
    """Return where the sentence or line begins that a verb at `at` stands in."""
    low = max(0, at - reach)
    start = low
    for match in _SENTENCE_START.finditer(text, low, at):
        if match[0] != "\n" or not _wrapped(text, match.start()):
            start = match.end()
    return start


def _wrapped(text: str, at: int) -> bool:
    """Tell whether a sentence runs on over a line end."""
    line = text.rfind("\n", 0, at) + 1
    before = text[line:at].rstrip()
    return len(before) > 50 and before[-1] not in ".:;!?"


@dataclass(slots=True)
class Roll:
    """The attendance while the text corrects it."""

    text: str
    people: list[Attendee] = field(default_factory=list)

    def find(self, words: str) -> int | None:
        """Return the place of the one listed person that the words name, else None."""
        words = " ".join(words.split()).strip(" ,")
        letters = words.replace(".", "")
        if re.fullmatch(r"[A-Z]{2,3}[a-z]?", letters):
            listed = [i for i, x in enumerate(self.people) if x.initials == letters]
            if len(listed) == 1:
                return listed[0]
            name = match_initials(letters, [x.name for x in self.people])
            return next((i for i, x in enumerate(self.people) if x.name == name), None)
        names = find_names(words)
        if not names and " " not in words:
            called = [
                i for i, x in enumerate(self.people) if x.name.split()[0] == words
            ]
            if len(called) == 1:
                return called[0]
        if not names:
            return self._by_last_words(words)
        return self.match(names[-1])

    def _by_last_words(self, words: str) -> int | None:
        """Return the place of a listed person whose name ends the words."""
        words = words.removesuffix("\n")
        found = [
            i
            for i, x in enumerate(self.people)
            if words.endswith(x.name)
            and not is_inside_word(words, len(words) - len(x.name))
        ]
        return found[0] if len(found) == 1 else None

    def match(self, name: Name) -> int | None:
        """Return the place of the one listed person who can bear a name."""
        same = [
            i
            for i, x in enumerate(self.people)
            if fold_name(x.name) == fold_name(name.name)
        ]
        if len(same) == 1:
            return same[0]
        alike = [i for i, x in enumerate(self.people) if same_person(x.name, name.name)]
        return alike[0] if len(alike) == 1 else None

    def bearers(self, surname: str) -> list[int]:
        """Return the places of those listed under a surname."""
        last = fold_name(surname).split()[-1:]
        return [
            i
            for i, x in enumerate(self.people)
            if fold_name(x.name).split()[-1:] == last
        ]

    def change(self, at: int, **changes: object) -> None:
        self.people[at] = replace(self.people[at], **changes)  # type: ignore[arg-type]

    def add(self, name: Name, base: int, rule: str, **more: object) -> int | None:
        """Add a person whom the text names in full; nobody who is listed already."""
        at = self.match(name)
        if at is not None:
            return at
        if not name.given and not name.titles:
            return None
        person = Attendee(
            name=name.name,
            start=base + name.start,
            end=base + name.end,
            status="present",
            rule=rule,
            certainty=0.7,
        )
        self.people.append(replace(person, **more))  # type: ignore[arg-type]
        return len(self.people) - 1


def is_full(name: Name) -> bool:
    """Tell whether a name is written out enough to enter a person by it."""
    return len(name.given.strip(".")) > 1 or bool(name.titles and name.given)
