"""Groups the mentions of posts of one document: short forms under the fullest."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from minutebook.recognise.posts import FoundPost
from minutebook.recognise.wordlists import words_of
from minutebook.records import Entity, Mention

CHAIR = re.compile(r"\bchair(?:man|woman|person)\b")
NO_ROLES = frozenset(
    {"councillor", "member", "group", "officer", "officers", "members", "cr", "cllr"}
)


_KEY_WORD = re.compile(r"\w+")


@lru_cache(maxsize=4096)
def role_key(name: str) -> str:
    """Return the post without case, punctuation and the many words for a chair.

    >>> role_key("Vice-Chairman"), role_key("Director, Estates & Parks")
    ('vice chair', 'director estates and parks')
    """
    plain = name.casefold().replace("&", " and ").replace("’", "").replace("'", "")
    words = _KEY_WORD.findall(WRITTEN_TWO_WAYS.sub(_one_way, plain))
    return CHAIR.sub("chair", " ".join(words))


# headteacher   co-ordinator   hon. secretary   chair of the board
WRITTEN_TWO_WAYS = re.compile(
    r"\bheadteacher|\bco-ordinator|\bhon\.?(?=[ ])|(?<=[ ]of[ ])the[ ]|adviser"
    r"|\b(?:sgt|insp|supt|exec|asst|mgr|treas|dep)\b\.?"
    r"|(?<=parish[ ])council[ ](?=clerk)|(?<=town[ ])council[ ](?=clerk)"
)
ONE_WAY = {
    "headteacher": "head teacher",
    "co-ordinator": "coordinator",
    "hon": "honorary",
    "adviser": "advisor",
    "sgt": "sergeant",
    "insp": "inspector",
    "supt": "superintendent",
    "exec": "executive",
    "asst": "assistant",
    "mgr": "manager",
    "treas": "treasurer",
    "dep": "deputy",
}


def _one_way(written: re.Match[str]) -> str:
    return ONE_WAY.get(written[0].rstrip("."), "")


def group_posts(
    found: list[FoundPost],
) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """Return mentions tied to posts, and the posts, each in its fullest form."""
    forms: dict[str, Counter[str]] = {}
    keyed = [(role_key(x.name), x) for x in found]
    for key, x in keyed:
        forms.setdefault(key, Counter())[x.name] += 1
    forms = {k: v for k, v in forms.items() if k and k not in NO_ROLES}
    listed = {key for key, x in keyed if x.rule == "role-attendance"}
    target = {key: _fullest(key, forms, key in listed) for key in forms}
    roots = {key: _root(key, target) for key in forms}
    homes = list(dict.fromkeys(roots.values()))
    index = {home: number for number, home in enumerate(homes)}
    entities = []
    for home in homes:
        names = [_best(forms[home])]
        for key in forms:
            if roots[key] == home:
                names += [x for x in forms[key] if x not in names]
        entities.append(Entity(names[0], tuple(names[1:])))
    mentions = [
        Mention(
            "role",
            x.start,
            x.end,
            x.name,
            x.rule,
            x.certainty,
            index[roots[key]],
        )
        for key, x in keyed
        if key in forms
    ]
    return tuple(mentions), tuple(entities)


def _root(key: str, target: dict[str, str]) -> str:
    for _ in range(4):
        if target[key] == key:
            break
        key = target[key]
    return key


def _fullest(key: str, forms: dict[str, Counter[str]], listed: bool) -> str:
    """Return the one longer post that this is short for, else itself.

    The secretary that the list itself names is not the "Secretary of Scouts".
    """
    if key in ("chair", "vice chair", "deputy chair", "mp"):
        return key
    own = key in OWN
    apart = words_of("name_words", "rank") | SECOND
    apart |= KINDS if key == "secretary" else set()
    if f"honorary {key}" in forms:
        return f"honorary {key}"
    if key == "leader" and "leader of council" in forms:
        return "leader of council"
    longer = [
        x
        for x in forms
        if (
            x.startswith(key + " ")
            and x.removeprefix(key) not in (" elect", " designate")
            and not (own and x.startswith(key + " of "))
            and not (" " in key and any(STROKE.search(name) for name in forms[x]))
        )
        or (
            x.endswith(" " + key)
            and x != f"a {key}"  # A/Director, who only acts for one
            and x[: -len(key)].split()[-1] not in apart
            and x.split()[0] not in SECOND
        )
    ]
    tops = [
        x for x in longer if not any(y != x and y.startswith(x + " ") for y in longer)
    ]
    if len(tops) > 1 and key in GENERIC:
        return tops[0]
    if len(tops) == 1:
        return tops[0]
    return _spelt_out(key, forms) or _compound(key, forms)


def _spelt_out(key: str, forms: dict[str, Counter[str]]) -> str:
    """Return the one post that these letters are short for: CEO, DSL.

    >>> posts = {"Designated Safeguarding Lead", "DSL", "Clerk"}
    >>> _spelt_out("dsl", {role_key(x): Counter([x]) for x in posts})
    'designated safeguarding lead'
    """
    if " " in key or not 1 < len(key) < 6 or not any(x.isupper() for x in forms[key]):
        return ""
    whole = [x for x in forms if _letters(x) in (key, key.removesuffix("o") or key)]
    return whole[0] if len(whole) == 1 else ""


def _letters(key: str) -> str:
    """Return the first letters of a post of several words."""
    words = [x for x in key.split() if x not in ("and", "of", "for", "the", "to")]
    return "".join(x[0] for x in words) if len(words) > 1 else ""


STROKE = re.compile(r"[a-z]{2}[ ]?/")  # Estates Officer/Clerk, but A/Estates Officer
OWN = frozenset(["secretary", "treasurer", "clerk", "president", "mayor", "leader"])
SECOND = frozenset(["vice", "deputy", "past", "co", "sub", "ex", "assistant", "pro"])
# a minute secretary is not the society's secretary
KINDS = frozenset(
    [
        *("minute", "minutes", "recording", "membership", "bookings", "booking"),
        *("private", "social", "tournament", "fixture", "fixtures", "competition"),
        *("financial", "ladies", "match", "team"),
    ]
)
# said alone these are always short for some fuller post that the text has given
GENERIC = frozenset(
    [
        *("minister", "governor", "director", "representative", "principal"),
        *("engineer", "manager", "planner", "superintendent", "officer"),
    ]
)


def _compound(key: str, forms: dict[str, Counter[str]]) -> str:
    """Return the one post of many offices, "Manager-Clerk-Treasurer", with this one.

    A vice-principal is none of them: the principal is somebody else.
    """
    wholes = [
        x
        for x, names in forms.items()
        if x != key
        and " of " not in key
        and x.split()[0] not in SECOND
        and f" {key} " in f" {x} "
        and any(key in map(role_key, COMPOUND.split(name)) for name in names)
    ]
    return wholes[0] if len(wholes) == 1 else key


COMPOUND = re.compile(r"(?<=\w)[-/](?=[A-Z])")


def _best(names: Counter[str]) -> str:
    """Return the form written most often, with a capital, not all in capitals."""
    mixed = [x for x in names if not x.isupper() or len(x) < 6] or list(names)
    name = max(mixed, key=lambda x: (names[x], sum(y.isupper() for y in x), x))
    if name.isupper() and len(name) > 4:
        name = name.title()
    return name[:1].upper() + name[1:]
