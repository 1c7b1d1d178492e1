"""Joins the names under which the minutes of one folder speak of one body.

A folder holds the minutes of one publisher as a rule, and not each of its documents
says in full whose they are: "Council", "Board", "AVRA" or a committee without its
council. A name joins a fuller one only where the folder leaves exactly one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import PurePosixPath

from rapidfuzz.distance import OSA

from minutebook.records import Identity
from minutebook.resolve.bodies import GENERIC, is_whole_council

_LINKS = frozenset(("a", "an", "and", "at", "by", "for", "in", "of", "on", "the"))
# Words that part a body from its sisters and say nothing of whose it is.
_SIDES = frozenset(
    (
        "area",
        "central",
        "east",
        "eastern",
        "north",
        "northern",
        "south",
        "southern",
        "west",
        "western",
    )
)
# Words that say what kind of body it is; a name that has one needs no other.
_KINDS = frozenset(
    """assembly association board cabinet club commission committee council court
    executive forum governors group panel partnership society subcommittee team trust
    trustees union""".split()  # noqa: SIM905
)
# Words that name a folder and say nothing of whose minutes it holds.
_SHELVES = frozenset(
    """agendas and approved archive archived april august december doc docs docx
    documents draft drafts february files final html january july june march may
    meeting meetings minutes november october of old pdf pdfs september txt year
    years""".split()  # noqa: SIM905
)
_SLIP_LENGTH = 12  # letters that a name needs for one of them to be a slip
_SLIP_WORD = 5  # letters of the word in which it is

# The folder in which a document lies, what the document itself tells, and its year.
Held = tuple[str, Identity, int | None]


@lru_cache(maxsize=4096)  # a folder holds many documents
def home_folder(folder: str) -> str:
    """Return the folder that holds a publisher's minutes: not one for a year or kind.

    >>> home_folder("archive/averley/2019-20"), home_folder("averley/Minutes 2019")
    ('archive/averley', 'averley')
    """
    whole = PurePosixPath(folder)
    for path in (whole, *whole.parents):
        words = re.findall(r"[^\W\d_]+", path.name.lower())
        if any(x not in _SHELVES for x in words):
            return str(path)
    return folder


def join_bodies(meetings: Sequence[Held]) -> list[Identity]:
    """Return for each meeting its identity in the light of the rest of its folder."""
    folders: dict[str, list[int]] = defaultdict(list)
    for place, (folder, _, _) in enumerate(meetings):
        folders[folder].append(place)
    found = [identity for _, identity, _ in meetings]
    for places in folders.values():
        joined = _join_folder([meetings[x] for x in places])
        for place in places:
            found[place] = joined.get(found[place].body_key or "", found[place])
    return found


@dataclass(slots=True)
class _Body:
    """A body as the documents of one folder name it."""

    identity: Identity
    name: str  # its key without its council's
    years: list[int] = field(default_factory=list)
    count: int = 0

    @property
    def is_council(self) -> bool:
        """Whether it is a council that meets as itself."""
        return self.identity.council_key == self.name

    def meets_near(self, other: _Body) -> bool:
        """Return whether both met in years that overlap or touch."""
        if not self.years or not other.years:
            return True
        return (
            min(other.years) - 1 <= min(self.years)
            and max(self.years) <= max(other.years) + 1
        )


def _join_folder(meetings: list[Held]) -> dict[str, Identity]:
    """Return what each body that is not its own becomes, by key."""
    bodies = _gather(meetings)
    if len(bodies) < 2:
        return {}
    fuller: dict[str, str] = {}
    # The fullest first, so that where a shorter name leads is known already.
    for key in sorted(bodies, key=lambda x: (_fullness(bodies[x]), x), reverse=True):
        goals = {fuller.get(x, x) for x in _candidates(bodies[key], bodies)}
        if len(goals) == 1:
            fuller[key] = goals.pop()
    joined = {key: bodies[goal].identity for key, goal in fuller.items()}
    joined.update(_adopt([x for k, x in bodies.items() if k not in fuller]))
    for key, goal in fuller.items():
        joined[key] = joined.get(goal, joined[key])
    return joined


def _gather(meetings: Iterable[Held]) -> dict[str, _Body]:
    bodies: dict[str, _Body] = {}
    for _, identity, year in meetings:
        key = identity.body_key
        if not key:
            continue
        body = bodies.get(key)
        if body is None:
            body = bodies[key] = _Body(identity, key.rpartition("|")[2])
        body.identity = min(body.identity, identity, key=_by_name)
        body.count += 1
        if year is not None:
            body.years.append(year)
    return bodies


def _by_name(identity: Identity) -> tuple[str, str]:
    return identity.body or "", identity.council or ""


def _fullness(body: _Body) -> tuple[bool, int, int]:
    return bool(body.identity.council_key), len(body.name), body.count


def _candidates(body: _Body, bodies: dict[str, _Body]) -> list[str]:
    """Return the keys of the bodies for which a name can stand in a folder."""
    tests = (_is_same, _is_slip, _is_plain, _is_short, _is_stump, _is_acronym)
    others = {k: x for k, x in bodies.items() if x is not body}
    for test in (_is_slip,) if body.is_council else tests:
        found = [k for k, x in others.items() if test(body, x)]
        if found:
            return found
    return []


def _is_same(one: _Body, two: _Body) -> bool:
    """Return whether the other is the same and tells its council as well."""
    return (
        one.name == two.name
        and not one.identity.council_key
        and bool(two.identity.council_key)
    )


def _is_slip(one: _Body, two: _Body) -> bool:
    """Return whether one letter parts a rare name from one that is met more often."""
    if one.count >= two.count or len(one.name) < _SLIP_LENGTH:
        return False
    if one.is_council != two.is_council:
        return False
    council = one.identity.council_key
    if council not in (None, one.name, two.identity.council_key):
        return False
    words, others = one.name.split(), two.name.split()
    if len(words) != len(others):
        return False
    apart = [(x, y) for x, y in zip(words, others, strict=True) if x != y]
    if len(apart) != 1:
        return False
    slip, right = apart[0]
    glued = any(slip == link + right for link in _LINKS)
    return glued or is_slip(slip, right, _SLIP_WORD)


def is_slip(one: str, two: str, length: int) -> bool:
    """Return whether a letter lost, gained, swapped or mistaken parts two words.

    >>> is_slip("vilage", "village", 5), is_slip("north", "south", 5)
    (True, False)
    """
    if min(len(one), len(two)) < length or not (one + two).isalpha():
        return False
    return OSA.distance(one, two, score_cutoff=1) == 1


def _is_plain(one: _Body, two: _Body) -> bool:
    """Return whether the other is the council of which one is only "the Council"."""
    return (
        not one.identity.council_key
        and two.is_council
        and is_whole_council(one.name, two.name)
        and one.meets_near(two)  # councils merge, and each is "the Council" in its day
    )


def _is_short(one: _Body, two: _Body) -> bool:
    """Return whether the other name only adds whose body it is."""
    mine, theirs = one.identity.council_key, two.identity.council_key
    if (mine and mine != theirs) or two.is_council or one.name == two.name:
        return False
    if two.name.startswith(f"{one.name} of "):
        return _says_whose(two.name[len(one.name) + 4 :].split())
    if not two.name.endswith(f" {one.name}"):
        return False
    more = two.name[: -len(one.name)].split()
    return " " not in one.name or _says_whose(more)


def _says_whose(words: list[str]) -> bool:
    proper = [x for x in words if x not in _LINKS]
    return bool(proper) and proper[0] not in GENERIC | _SIDES


def _is_stump(one: _Body, two: _Body) -> bool:
    """Return whether the other name only adds what kind of body it is."""
    words = one.name.split()
    last = two.name.removeprefix(one.name).strip()
    return len(words) > 1 and words[-1] not in _KINDS and last in _KINDS


def _is_acronym(one: _Body, two: _Body) -> bool:
    """Return whether the first word is made of the first letters of the other name.

    What follows it must follow there too: "AVRA Committee".
    """
    first, _, rest = one.name.partition(" ")
    if len(first) < 3 or not f" {two.name}".endswith(f" {rest}" if rest else ""):
        return False
    front = two.name.removesuffix(rest).split()
    return first == "".join(x[0] for x in front if x not in _LINKS)


def _adopt(bodies: list[_Body]) -> dict[str, Identity]:
    """Return the committees that belong to the one council of their folder.

    A folder has a council where it names one only and half of its meetings do.
    """
    councils = {x.identity.council_key for x in bodies if x.identity.council_key}
    owned = [x for x in bodies if x.identity.council_key]
    count = sum(x.count for x in owned)
    if len(councils) != 1 or count < 2 or 2 * count < sum(x.count for x in bodies):
        return {}
    owner = min((x.identity for x in owned), key=lambda x: x.council or "")
    years = _Body(owner, "", [y for x in owned for y in x.years])
    return {
        str(x.identity.body_key): replace(
            x.identity,
            council=owner.council,
            council_key=owner.council_key,
            body_key=f"{owner.council_key}|{x.name}",
        )
        for x in bodies
        if str(x.identity.body_key).startswith("folder ")
        and " " in x.name
        and x.meets_near(years)
    }
