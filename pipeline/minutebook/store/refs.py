"""Refs: stable text ids that pages and papers link to."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator

from minutebook.grammar.keys import fold, slug


def word_hash(text: str) -> str:
    """Return a hash of the words of a text; case and punctuation do not count.

    >>> word_hash("RESOLVED: to mend it.") == word_hash("Resolved to mend it")
    True
    """
    return short_hash(" ".join(re.findall(r"[^\W_]+", fold(text))))


def short_hash(text: str) -> str:
    """Return eight hexadecimal digits of a text's hash."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:8]


def meeting_ref(sha256: str, date: str | None, body: str | None) -> str:
    """Return the ref of the meeting that a document records.

    >>> meeting_ref("0a1b2c3d4e5f", "2019-03-04", "Averley Town Council")
    '2019-03-04-averley-town-council-0a1b2c3d'
    """
    return "-".join((date or "undated", slug(body or "") or "meeting", sha256[:8]))


def part_refs(meeting: str, mark: str, hashes: Iterable[str]) -> Iterator[str]:
    """Yield the refs of a meeting's parts; equal words are told apart by their order.

    >>> list(part_refs("m", "d", ["0a1b2c3d", "0a1b2c3d"]))
    ['m-d0a1b2c', 'm-d0a1b2c-2']
    """
    seen: dict[str, int] = {}
    for digits in hashes:
        ref = f"{meeting}-{mark}{digits[:6]}"
        seen[ref] = seen.get(ref, 0) + 1
        yield ref if seen[ref] == 1 else f"{ref}-{seen[ref]}"


def entity_ref(key: str) -> str:
    """Return the ref of a council, organisation or role: its key in short.

    It is made of the key alone, so that it does not depend on what came before; where
    the words do not tell the whole key, a hash does.

    >>> entity_ref("averley trust")
    'averley-trust'
    """
    short = slug(key, 60)
    whole = short.replace("-", " ") == key
    return short if whole else "-".join(x for x in (short, short_hash(key)) if x)


def body_ref(key: str) -> str:
    """Return the ref of a body from its key, which is "council|body".

    >>> body_ref("averley town council|averley town council")
    'averley-town-council'
    >>> body_ref("averley town council|planning committee")
    'planning-committee-ea3bdda6'
    """
    scope, _, name = key.rpartition("|")
    own = entity_ref(name)
    return own if scope == name else f"{slug(name, 60) or 'body'}-{short_hash(key)}"


def better_name(one: str, two: str) -> str:
    """Return the better of two ways to write one name, whichever comes first.

    >>> better_name("AVERLEY TRUST", "Averley Trust")
    'Averley Trust'
    >>> better_name("The Averley Trust", "Averley Trust")
    'The Averley Trust'
    """
    return min(one, two, key=lambda x: (x.isupper(), x.islower(), -len(x), x))


def person_ref(key: str, scope: str) -> str:
    """Return the ref of a person, who is one within a body.

    >>> person_ref("ada penrose", "averley town council|planning")
    'ada-penrose-74fc94'
    """
    return f"{slug(key) or 'person'}-{short_hash(f'{scope}|{key}')[:6]}"
