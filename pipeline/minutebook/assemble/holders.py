"""Reads what a text tells of those whom it names: their initials, their posts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from minutebook.assets import read_rows
from minutebook.records import Mentions

# given names that are common words too
_ALSO_WORDS = frozenset(
    {"april", "bill", "charity", "chase", "faith", "grant", "heath", "hope", "june"}
    | {"may", "patience", "reg", "rose", "summer", "will"}
)
ARTICLE = re.compile(r"^(?:the|our)\s+")
# between a holder and the post: "Ann Bell  Clerk", "The Clerk, Mrs Bell", "Clerk (Cllr"
_BESIDE = re.compile(
    r"[ \t]{0,3}[,(–:-]?[ \t]{0,6}(?:the\s{1,3})?"
    r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor|Rev|Sir|Dame)\.?\s{1,3}){0,2}"
)
# "Ann Bell, Clerk’s salary", "Ann Bell (Clerk)", "Recorded by Ann Bell, Clerk."
_OWNS = re.compile(r"[’']s\b|\)|\s{0,3}(?:[.;](?:\s|$)|\n|$)")
# "Ann Bell as Clerk", "that Ann Bell be Clerk", "Ann Bell was elected Clerk"
_BECOMES = re.compile(
    r"[ \t]{1,2}(?:as|be|(?:(?:was|is|be)\s)?(?:duly\s|re-?)?"
    r"(?:elected|appointed)(?:\sas)?)"
    r"\s(?:the\s|our\s|Hon(?:orary|\.)?\s)?"
)
_OF_MORE = re.compile(r"\s(?:of|to|for|pro)\b")  # "as Chair of the panel"
# "Clerk: Mrs Bell", at the head of a line: whose post it is
_LABELS = re.compile(r"[ \t]{0,3}:[ \t]{1,6}")
_NAME = r"(?P<name>[A-Z][\w’'-]{1,20}(?:[ \t]{1,2}[A-Z][\w’'-]{0,24}){1,3})"
# "Tom Holt [Clerk] (TH)"
_NAME_MARK = re.compile(
    _NAME + r"\s{0,2}(?:\[[^\[\]\n]{2,40}\]\s{0,2})?\((?P<mark>[A-Z]{2,4}[a-z]?)\)"
)
# "[JM] Jo Marsh", at the head of a line
_MARK_NAME = re.compile(
    r"^[ \t•*-]{0,6}\[(?P<mark>[A-Z]{2,4})\][ \t]{1,4}" + _NAME, re.M
)
# how the mark begins in either, and how far before it a name can
_MARKED = re.compile(r"\((?=[A-Z]{2,4}[a-z]?\))")
_PAIR = 2  # letters of initials that tell a given name and a surname
_MARK_REACH, _LONGEST_MARK = 160, 6


def read_initials(text: str) -> dict[str, str]:
    """Return whose initials a text explains: "Tom Holt [Clerk] (TH)", "[JM] Jo Marsh".

    >>> read_initials("Present: Sam P [Clerk] (SP), Lee (LL)\\n- [JM] Jo Hay-Marsh")
    {'SP': 'Sam P', 'JM': 'Jo Hay-Marsh'}
    """
    found: dict[str, str] = {}
    nicknamed: dict[str, str] = {}  # "Bob Holt (RH)", whose full given name is Robert
    before = _MARK_NAME.finditer(text) if "[" in text else ()
    for match in (*_find_marked(text), *before):
        mark, name = match["mark"], " ".join(match["name"].split())
        last = re.split(r"[\s-]+", name)[-1]
        if mark[-1].upper() != last[0].upper():
            continue
        if mark[0] == name[0]:
            found.setdefault(mark, name)
        elif len(mark) == len(name.split()) == _PAIR and is_given(name.split()[0]):
            nicknamed.setdefault(mark, name)
    return {**nicknamed, **found}


@cache
def _given_names() -> frozenset[str]:
    rows = read_rows("given_names.tsv")
    return frozenset(y.casefold() for x in rows for y in x["words"].split())


def is_given(name: str) -> bool:
    """Say whether a word is a given name, and no common word.

    >>> is_given("Karen"), is_given("Grant"), is_given("karen")
    (True, False, False)
    """
    folded = name.casefold()
    return name.istitle() and folded in _given_names() and folded not in _ALSO_WORDS


def _find_marked(text: str) -> Iterator[re.Match[str]]:
    """Yield names with a mark behind them, which is looked for first: it is rare."""
    last = 0
    for opening in _MARKED.finditer(text):
        low, high = opening.start() - _MARK_REACH, opening.end() + _LONGEST_MARK
        match = _NAME_MARK.search(text, max(last, low), high)
        if match:
            last = match.end()
            yield match


def read_holders(text: str, mentions: Mentions) -> dict[str, set[str]]:
    """Return who is named right beside a post: "Ann Bell, Scrutiny Officer"."""
    found: dict[str, set[str]] = {}
    named = [x for x in mentions.mentions if x.kind in ("person", "role")]
    for before, after in pairwise(named):
        if {before.kind, after.kind} != {"person", "role"}:
            continue
        becomes = (
            before.kind == "person"
            and _BECOMES.fullmatch(text, before.end, after.start)
            and not _OF_MORE.match(text, after.end)
        )
        if not becomes and not _BESIDE.fullmatch(text, before.end, after.start):
            continue
        alone = " " not in (before if before.kind == "role" else after).name.strip()
        opens = text[before.start - 1 : before.start] in ("", "\n", "\t")
        labels = opens and before.kind == "role" and _LABELS.match(text, before.end)
        owned = after.kind == "role" and _OWNS.match(text, after.end)
        if alone and not (owned or labels or becomes):
            continue  # "the Clerk, Ann Bell and Tom Holt" may be a list
        post, who = (before, after) if before.kind == "role" else (after, before)
        if who.entity is None:
            continue
        key = ARTICLE.sub("", " ".join(post.name.lower().split()))
        found.setdefault(key, set()).add(mentions.people[who.entity].name)
    return found
