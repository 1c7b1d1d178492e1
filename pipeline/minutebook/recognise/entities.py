"""Groups the mentions of one document into the organisations that they name."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from minutebook.recognise.heads import Found
from minutebook.recognise.runs import LINKS
from minutebook.records import Entity, Mention

# Bodies whose generic name is a name of its own where nothing longer is there
STANDING = frozenset(
    [
        "council",
        "cabinet",
        "police",
        "parliament",
        "board",
        "government",
        "court",
        "friends",
        "secretariat",
        *("city", "county", "borough", "shire", "township", "university"),
        *("province", "state", "region"),
    ]
)
# and of these the whole, where one such body is known to all: the Chamber of Trade
KNOWN = frozenset(
    [
        "chamber of trade",
        "chamber of commerce",
        "task and finish group",
        "executive group",
        *("magistrates court", "county court", "crown court", "high court"),
        *("treasury", "lottery", "constabulary", "deanery", "lords", "governing body"),
        "joint action group",
        *("after school club", "out of school club"),
        *("senate", "executive", "department", "assembly", "diocese", "district"),
        *("county commissioners", "harbour commissioners", "cemetery trustees"),
        *("working group", "steering group", "steering committee"),
        *("executive committee", "management committee"),
        *(f"board of {x}" for x in ("directors", "trustees", "governors")),
        *(f"board of {x}" for x in ("commissioners", "selectmen", "supervisors")),
    ]
)
# the Youth Parish Council is not what "the Parish Council" is short for
APART = frozenset({"youth", "junior", "shadow", "neighbouring", "neighboring"})
NEVER = frozenset({"board", "full board", "local government"})
# what a body calls itself that is no council: the Forum, whose name nobody writes out
SELF = frozenset({"board", "association", "forum"})
COUNCILS = frozenset(
    ["council", "county", "city", "town", "township", "village", "parish", "shire"]
)


_KEY_WORD = re.compile(r"\w+")
_UNSPOKEN = re.compile(r"[’'.]")


@lru_cache(maxsize=4096)
def key_of(name: str) -> str:
    """Return the name without case, punctuation, "and" signs and a leading "the".

    >>> key_of("The Women’s Board & Trust")
    'womens board and trust'
    """
    plain = _UNSPOKEN.sub("", name.replace("&", " and ")).casefold()
    words = _KEY_WORD.findall(plain)
    return " ".join(words[1:] if words[:1] == ["the"] else words)


def group_found(
    found: list[Found], bound: dict[str, str], main: tuple[str | None, ...]
) -> tuple[list[Mention], list[Entity]]:
    """Return mentions tied to entities, and the entities, the fullest name first."""
    forms: dict[str, Counter[str]] = {}
    generic: dict[str, bool] = {}
    keys = [key_of(x.name) for x in found]
    for x, key in zip(found, keys, strict=True):
        forms.setdefault(key, Counter())[x.name] += 1
        generic[key] = generic.get(key, True) and x.generic
    target = {key: key for key in forms}
    for short, name in bound.items():
        if key_of(short) in target and key_of(name) in target:
            target[key_of(short)] = key_of(name)
    _join_near(forms, target)
    _join_short(forms, target)
    mains = [key_of(x) for x in main if x]
    for key in sorted(forms, key=len):
        if target[key] == key:
            target[key] = _fullest(key, forms, generic, mains) or ""
    return _build(found, keys, forms, target)


def _join_near(forms: dict[str, Counter[str]], target: dict[str, str]) -> None:
    """Make "Children Trust" one with "Children's Trust": a slip of the pen."""
    loose: dict[str, str] = {}
    for key in sorted(forms, key=lambda x: -sum(forms[x].values())):
        if " " not in key:
            continue
        plain = " ".join(x.rstrip("s") for x in key.split())
        home = loose.setdefault(plain, key)
        if home != key and target[key] == key:
            target[key] = home


_KINDS = {
    "cc": ("community council", "county council", "city council"),
    "pc": ("parish council",),
    "tc": ("town council",),
    "dc": ("district council",),
    "bc": ("borough council",),
    "mbc": ("metropolitan borough council",),
    "cbc": ("county borough council",),
}


def _join_short(forms: dict[str, Counter[str]], target: dict[str, str]) -> None:
    """Make "Low Elm PC" one with "Low Elm Parish Council" where that is named."""
    for key in forms:
        place, _, short = key.rpartition(" ")
        if not place or short not in _KINDS:
            continue
        homes = [x for y in _KINDS[short] if (x := f"{place} {y}") in forms]
        if len(homes) == 1 and target[key] == key:
            target[key] = homes[0]


def _fullest(
    key: str, forms: dict[str, Counter[str]], generic: dict[str, bool], mains: list[str]
) -> str | None:
    """Return the one longer name that this is short for, itself, or None."""
    tail = " " + key
    longer = [x for x in forms if x.endswith(tail) and x.partition(" ")[0] not in APART]
    for x in mains:
        if x in forms and (x.endswith(tail) or x == key) and generic[key]:
            return x
    if generic[key] and any(x.endswith(tail) and x not in forms for x in mains):
        return key  # what the body that met is called for short
    rest = [x for x in longer if not generic[x]] or longer
    top = [x for x in rest if not any(y != x and y.endswith(" " + x) for y in rest)]
    if len(top) == 1 and (generic[key] or len(key.split()) > 1):
        return top[0]
    if len(top) > 1 and len(key.split()) > 1 and key not in mains:
        return None
    if not generic[key]:
        return key
    if key in SELF:
        return _self_or_short(key, forms, mains)
    if (longer and len(key.split()) == 1) or key in NEVER:
        return None
    return key if key in KNOWN or key.split()[-1] in STANDING else None


def _self_or_short(
    key: str, forms: dict[str, Counter[str]], mains: list[str]
) -> str | None:
    """Return the one "board of trustees" that it is short for, itself, or None."""
    longer = [x for x in forms if f" {key} " in f" {x} " and x != key]
    if longer:
        whole = longer[0].startswith("board of ") or f" {key} of " in longer[0]
        whole = whole and not longer[0].endswith(" of appeals")
        return longer[0] if whole and len(longer) == 1 else None
    return None if any(x in COUNCILS for y in mains for x in y.split()) else key


def _build(
    found: list[Found],
    keys: list[str],
    forms: dict[str, Counter[str]],
    target: dict[str, str],
) -> tuple[list[Mention], list[Entity]]:
    def root(key: str) -> str:
        for _ in range(5):
            after = target.get(key, "")
            if after in ("", key):
                return after
            key = after
        return key

    homes = {key: root(key) for key in keys}  # in the order of the text
    members: dict[str, list[str]] = {}
    for key, home in homes.items():
        if home:
            members.setdefault(home, []).append(key)
    index = {home: number for number, home in enumerate(members)}
    entities = [_entity(home, some, forms) for home, some in members.items()]
    mentions = [
        Mention(
            "organisation",
            x.start,
            x.end,
            x.said or x.name,
            x.rule,
            x.certainty,
            index.get(homes[key]),
        )
        for x, key in zip(found, keys, strict=True)
    ]
    return mentions, entities


def _entity(home: str, keys: list[str], forms: dict[str, Counter[str]]) -> Entity:
    written = [_best(forms[home])]
    for key in [home, *keys]:
        written += [x for x in forms[key] if x not in written]
    return Entity(written[0], tuple(written[1:]))


def _best(names: Counter[str]) -> str:
    """Return the form written most often, one that is not all capitals if there is."""
    mixed = [x for x in names if not x.isupper()] or list(names)
    name = max(mixed, key=lambda x: (names[x], sum(y.isupper() for y in x), x))
    if name.isupper() and " " in name:
        name = " ".join(_ease(x) for x in name.split())
    return name.removeprefix("The ").removeprefix("the ")


def _ease(word: str) -> str:
    """Return a word of a heading in lower case but for its first letter.

    >>> _ease("PARISH"), _ease("NHS"), _ease("OF")
    ('Parish', 'NHS', 'of')
    """
    if word.lower() in LINKS:
        return word.lower()
    if not re.search("[AEIOUY]", word) or "." in word:
        return word
    return re.sub(r"[^\W\d_]+(?:[’'][^\W\d_]+)?", lambda m: m[0].capitalize(), word)
