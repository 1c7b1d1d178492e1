"""Tells the body that met from other bodies that its minutes tell of."""

from __future__ import annotations

import re

from minutebook.assemble import outcomes

_KIND = (
    r"(?:Committee|Board|Panel|Group|Council|Forum|Cabinet|Partnership|Commission"
    r"|Sub-?[Cc]ommittee|Working\s[Gg]roup|Team|Trust|Governors|Trustees|Association|Society"
    r"|Authority|Club)"
)
# "the Finance Committee", "the BM Committee": a body told apart by a name of its own
_NAMED = re.compile(
    rf"(?:[Tt]he\s{{1,3}})?(?P<own>(?:[A-Z][\w’'&/-]{{0,30}}\s{{1,3}}(?:and\s|of\s|&\s)?){{1,5}}){_KIND}\b"
)
_LETTERS = re.compile(r"(?:[Tt]he\s+)?(?P<letters>[A-Z]{1,5}(?:PC|CC|TC|SCB))\b")
# words that any body may have in its name, or that only begin a sentence
_COMMON = frozenset(
    {"the", "this", "our", "all", "full", "town", "parish", "city", "county", "sub"}
    | {"community", "borough", "municipal", "shire", "area", "local", "governing"}
    | {"management", "executive", "advisory", "project", "steering", "whole", "joint"}
    | {"main", "members", "committee", "council", "board", "group", "working", "both"}
    | {"after", "following", "when", "since", "also", "health", "district"}
    | {"foundation", "charity", "residents", "tenants", "other", "associate"}
)
_NOUN = re.compile(
    r"(?:panel|committee|board|group|team|commission|forum|council|partnership)\s"
)
# those who grant and refuse, and are no body that meets
_OTHERS = (
    r"(?:Lottery|Fund|Foundation|Inspectorate|Inspector|Government|Agency|Department"
    r"|Ministry|Minister|University|Diocese|Bank|Police|Court)"
)
# "was refused by the Heritage Fund", "endorsed by the Roads Committee"
_BY = re.compile(
    r"\b(?:agreed|approved|accepted|adopted|endorsed|refused|rejected|granted|declined)"
    r"\s+by\s+(?:the\s+)?(?P<own>(?:[A-Z][\w’'&/-]{0,30}\s{1,3}(?:and\s|of\s|&\s)?){0,5})"
    rf"(?:{_KIND}|(?P<other>{_OTHERS}))\b"
)
# "is agreed for the whole of May by University Executive"
_FAR_BY = re.compile(
    r"\b(?:is|was|were|are|been)\s(?:agreed|approved|accepted|refused|rejected|granted)\s"
    r"[^.;,:]{3,60}?\sby\s(?:the\s)?(?P<own>(?:[A-Z][\w’'&/-]{0,30}\s{1,3}(?:and\s|of\s|&\s)?){1,5})"
    rf"(?:{_KIND}|Executive|(?P<other>{_OTHERS}))\b(?!\sto\s)"
)

# "the data panel", "the local action group": in small letters, with a name of its own
_SMALL = re.compile(
    r"\b[Tt]he\s(?P<own>(?:[a-z][\w’'-]{1,20}\s){0,3})"
    r"(?P<kind>panel|committee|board|group|team|commission|forum|council|partnership"
    r"|sub-?committee)\s$"
)
# bodies that hardly anybody means by "the Panel" but those who are one
_PARTIAL = frozenset(
    {"panel", "team", "subcommittee", "commission", "commissioners", "working group"}
    | {"working party", "task group", "steering group"}
)
_BARE = re.compile(
    r"(?:[Tt]he\s{1,3})?(?P<kind>(?:Working|Task|Steering|working|task|steering)\s(?:Group"
    r"|Party|group|party)|[Pp]anel|[Tt]eam|Sub-?[Cc]ommittee|Commission(?:ers)?"
    r"|commissioners)\b"
)
# tiers of authority: "the county council" in the minutes of a parish
_TIERS = frozenset({"county", "district", "borough", "city", "regional", "unitary"})


def own_words(header: str) -> frozenset[str]:
    """Return the words, and the letters of the names, that a heading holds.

    >>> sorted(own_words("Thornbeck Parish Council"))
    ['c', 'council', 'parish', 'pc', 'thornbeck', 'tp', 'tpc']
    """
    words = re.findall(r"[A-Za-z][\w’'-]*", header)
    first = "".join(x[0] for x in words if x[0].isupper()).lower()[:60]
    letters = {first[a:b] for a in range(len(first)) for b in range(a + 2, a + 7)}
    return frozenset(letters | {x.lower() for x in words})


def is_another(sentence: str, own: frozenset[str]) -> bool:
    """Say whether it is a body of another name that a sentence says decided.

    >>> own = own_words("Thornbeck Parish Council")
    >>> is_another("The Finance Committee agreed to pay it.", own)
    True
    >>> is_another("Thornbeck Parish Council agreed to pay it.", own)
    False
    """
    if len(own) < 6:
        return False
    for find in (outcomes.find_body_did, outcomes.find_body_and_did):
        match = find(sentence)
        if match:
            return _differs(match[0], own) or _is_small(sentence, match, own)
    by = _BY.search(sentence) or _FAR_BY.search(sentence)
    if by is None:
        return False
    if by["other"]:
        return by["other"].lower() not in own
    tiers = {x.lower() for x in by["own"].split()} & _TIERS - own
    return bool(tiers) or not _shares(by["own"], own)


def _differs(actor: str, own: frozenset[str]) -> bool:
    letters = _LETTERS.match(actor)
    if letters:
        return letters["letters"].lower() not in own
    named = _NAMED.match(actor)
    if named:
        return not _shares(named["own"], own)
    bare = _BARE.match(actor)
    return bare is not None and _is_foreign(bare["kind"].lower(), own)


def _is_foreign(kind: str, own: frozenset[str]) -> bool:
    """Say whether a partial body is none that the heading names.

    >>> _is_foreign("panel", own_words("Thornbeck Parish Council"))
    True
    """
    plain = kind.replace("-", "")
    stems = {plain, plain.removesuffix("ers"), plain.split()[-1]}
    return plain in _PARTIAL and not stems & own


def _is_small(sentence: str, match: re.Match[str], own: frozenset[str]) -> bool:
    """Say whether words in small letters before "panel agreed" name another body."""
    noun = _NOUN.search(match[0])
    if noun is None:
        return False
    small = _SMALL.search(sentence, 0, match.start() + noun.end())
    if small is None or not small["own"]:
        return False
    words = set(small["own"].split())
    if words & _TIERS - own and "council" in own:
        return True
    kind = small["kind"].replace("-", "")
    return not (kind in own or words <= _COMMON | own)


def _shares(name: str, own: frozenset[str]) -> bool:
    """Say whether a name is common, or shares a word with the body's own."""
    words = {x.lower().strip("’'") for x in name.split()} - {"and", "of", "&"}
    special = words - _COMMON
    return not special or bool(special & own)
