"""Finds the declarations of interest: who declared what, in which item."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from minutebook.assemble.owners import Owners
from minutebook.grammar.anchors import find_places, fold_case, holds_any
from minutebook.grammar.leaps import leaping
from minutebook.grammar.names import find_names, strip_titles
from minutebook.grammar.paragraphs import find_paragraphs, read_sentences
from minutebook.records import (
    Attendee,
    Declaration,
    Mentions,
    Sections,
    SourceDocument,
)

# "Cllr Penrose declared a personal interest in item 6", "disclosed a conflict"
_DECLARED = re.compile(
    r"""\b(?: (?:declared|disclosed|registered|noted)\s+(?:that\s+\w+\s+had\s+)?
        (?:an?|his|her|their|the|no)?\s*(?:[\w-]+,?\s+){0,4}(?:interests?|conflicts?)\b
        (?!\s+in\s+[a-z]+ing\b)
      | declar(?:ed|ation|ing)\b[^.]{0,60}\b(?:interests?|conflicts?)\b
      | declared\s+that\b
      | (?:made|gave|submitted)\s+(?:an?|the\s+following)?\s*declarations?\b
      | recused\s+(?:him|her|them)sel(?:f|ves)\b )""",
    re.VERBOSE | re.IGNORECASE,
)
# "TH: non-pecuniary interest, item 4" below the heading
_KIND_OF = re.compile(
    r"\b(?:non-?\s?)?(?:pecuniary|prejudicial|personal|disclosable|financial)\b"
    r"(?:\s+\w+){0,2}\s+interests?\b",
    re.IGNORECASE,
)
_NONE = leaping(
    r"\b(?:no|none|nil)\b[^.]{0,60}(?:interests?|declar|conflicts?)?|\bnone\b|\bnil\b|"
    r"(?:were|was)\s+(?:asked|reminded|invited)|\b(?:asking|reminding|inviting)\b"
    r"|\bto\s+(?:declare|receive|note|notify)\b|must\s+(?:state|declare)"
    # the rules are told, or that something was none
    r"|\b(?:reminded|outlined|importance|requirements?|responsibilit(?:y|ies))\b"
    r"|\bif\s+(?:any\s+)?members?\b|\b(?:was|is)\s+not\s+an?\b",
    re.IGNORECASE,
)
_INTERESTS = leaping(
    r"\b(?:declarations?|disclosures?|registers?|conflicts?)\b[^.]{0,30}\binterests?\b",
    re.IGNORECASE,
)
# "BM 12/24 Declarations of interest": the heading of an item, nobody's own words
_HEADING = re.compile(
    r"[^\w.]{0,3}(?:[A-Z]{0,4}\s?\d[\d./]{0,11}[^\w.]{0,3})?(?:to\s+receive\s+)?(?:any\s+)?"
    r"(?:(?:declarations?|disclosures?|registers?|conflicts?)\b(?:\s{1,3}\w{1,20}){0,8}"
    r"|(?:members?\W{1,3})?\w{1,20}\s{1,3}interests?)\W{0,12}",
    re.IGNORECASE,
)
_NAME = (
    r"(?:(?:Councillor|Cllr|Cr|Mr|Mrs|Ms|Miss|Dr|Member|Trustee|Governor|Supervisor)s?"
    r"\.?\s+){0,4}[A-Z][\w’'.-]*(?:\s+[A-Z][\w’'.-]*){0,3}"
)
_LEADING_NAME = re.compile(rf"\W{{0,12}}(?P<name>{_NAME})")
_NEXT_NAME = re.compile(
    rf"\s{{0,3}}(?:,|&|/|\band\b)\s{{0,3}}(?:and\s{{1,3}})?(?P<name>{_NAME})"
)
# What follows the name in a list of declarations: "re item 5", "- school governor"
_LISTED_TAIL = re.compile(
    r"""\s*(?: $ | [.:;(–—-] | ,(?!\s(?:who\s)?(?:thanked|welcomed|reported|said
        |asked|informed|advised|introduced|explained)\b) | \d
      | (?:re|in\s+respect|in\s+relation|in\s+regard|with\s+regard|regarding|relating
        |concerning|about|as|for|on|in|item|items|agenda|left|abstained|withdrew|took\s+no
        |did\s+not|has|have|is|non-?pecuniary|pecuniary|personal|prejudicial)\b )""",
    re.VERBOSE | re.IGNORECASE,
)
# Who may declare without a name: "Two members", "He"
_SOMEBODY = re.compile(
    r"\b(?:members?|councillors?|cllrs?|governors?|trustees?|directors?|he|she|they|chair\w*"
    r"|clerk|mayor|treasurer|secretary|officers?)\b",
    re.IGNORECASE,
)


# what tells of one outside the item for them
_CUES = ("interest", "conflict", "recused")


def find_declarations(
    source: SourceDocument,
    sections: Sections,
    attendance: tuple[Attendee, ...],
    mentions: Mentions,
) -> tuple[Declaration, ...]:
    """Return the interests declared, in the order of the text; "none" is no row."""
    if sections.kind in ("agenda", "report"):
        return ()
    text = source.text
    owners: Owners | None = None
    cues = find_places(fold_case(text), _CUES)
    starts = [x.start for x in sections.items]
    found: list[Declaration] = []
    for paragraph in find_paragraphs(source):
        at = bisect_right(starts, paragraph.start) - 1
        item = sections.items[at] if at >= 0 else None
        begin = max(paragraph.start, item.body_start) if item else paragraph.start
        if begin >= paragraph.end:
            continue
        headed = item is not None and bool(_INTERESTS.search(item.title))
        cue = bisect_left(cues, begin)
        if not headed and (cue == len(cues) or cues[cue] >= paragraph.end):
            continue
        owners = owners or Owners(attendance, mentions)
        for sentence in read_sentences(text, begin, paragraph.end):
            quoted = text[sentence.start : sentence.end]
            names = _declarers(quoted, headed, owners)
            if names is None:
                continue
            somebody: list[str | None] = [*names]
            for name in somebody or [None]:
                found.append(
                    Declaration(
                        at if at >= 0 else None,
                        name,
                        sentence.start,
                        sentence.end,
                        "declaration-listed" if headed else "declaration-said",
                    )
                )
    return tuple(found)


def _declarers(quoted: str, headed: bool, owners: Owners) -> list[str] | None:
    """Return who declares in a sentence, nobody named or not, None if nobody does."""
    told = _tells(quoted, headed)
    if told is None and not headed:
        return None
    clause = len(quoted) if told is None else told.end()
    if _HEADING.fullmatch(quoted) or _NONE.search(quoted, 0, clause):
        return None
    if told is None:
        return _listed(quoted, owners)
    series = _series(quoted, told.start(), owners)[0]
    named = _names(quoted[: told.start()], owners)
    names = max(named, series, key=len)
    if not names and told.start() < 12:  # "Having declared an interest, Ada Penrose"
        names = _names(quoted[told.end() :], owners)
    if names:
        return names
    stem = quoted.rstrip().endswith(":")  # those who declared are listed below it
    return [] if _SOMEBODY.search(quoted, 0, told.end()) and not stem else None


def _tells(quoted: str, headed: bool) -> re.Match[str] | None:
    """Return the words that declare an interest, if a sentence has them."""
    folded = quoted.lower()
    if holds_any(folded, _CUES) or (headed and "declar" in folded):
        return _DECLARED.search(quoted) or (_KIND_OF.search(quoted) if headed else None)
    return None


def _listed(quoted: str, owners: Owners) -> list[str] | None:
    """Return the names that a line under the heading lists, None if it says more."""
    names, end = _series(quoted, len(quoted), owners)
    if not names or not _LISTED_TAIL.match(quoted, end):
        return None
    return (_names(quoted, owners) if len(names) == 1 else names) or None


def _series(quoted: str, stop: int, owners: Owners) -> tuple[list[str], int]:
    """Return the people that words begin with, and where they end.

    The first has a title or is known here: "Cllrs Penrose & Holt re item 4".
    """
    leading = _LEADING_NAME.match(quoted, 0, stop)
    if leading is None:
        return [], 0
    bare = re.sub(r"^(?:Member|Trustee|Governor|Supervisor)s?\s+", "", leading["name"])
    titled = bare != leading["name"] or strip_titles(bare) != bare
    if not strip_titles(bare) or not (titled or owners.knows(strip_titles(bare))):
        return [], 0
    written, end = [bare], leading.end()
    while following := _NEXT_NAME.match(quoted, end, stop):
        written.append(following["name"])
        end = following.end()
    return [owners.resolve(strip_titles(x)) for x in written], end


def _names(head: str, owners: Owners) -> list[str]:
    """Return the people named before the declaring words, resolved."""
    head = re.sub(r"\s*/\s*(?=[A-Z])", ", ", head)
    written = [x.name for x in find_names(head)]
    known = [owners.knows(strip_titles(x)) or x != strip_titles(x) for x in written]
    people = [
        x
        for x, sure in zip(written, known, strict=True)
        if sure or (any(known) and (" " in x or _PLURAL.match(head)))
    ]
    if not people and written and head.strip() == written[-1] and " " in written[-1]:
        people = written[-1:]  # nobody of the list, but who alone can be meant
    people += _known_initials(head, owners)
    cased = (x.title() if x.isupper() and " " in x else x for x in people)
    return list(dict.fromkeys(owners.resolve(strip_titles(x)) for x in cased))


_NOBODY = re.compile(r"\b(?:body|board|council|committee|group|panel|trust)$", re.I)
_PLURAL = re.compile(r"\W{0,12}(?:Councillors|Cllrs|Crs|Members|Messrs)\b")


def _known_initials(head: str, owners: Owners) -> Iterator[str]:
    for match in re.finditer(r"\b[A-Z]{2,3}\b", head):
        if owners.knows_initials(match[0]) and not _NOBODY.search(
            owners.resolve(match[0])
        ):
            yield match[0]
