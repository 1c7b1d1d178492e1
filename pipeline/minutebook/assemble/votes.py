"""Reads votes: counts, recorded names, unanimity as said."""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple

from minutebook.grammar.anchors import holds_any, matches_from
from minutebook.grammar.leaps import leaping
from minutebook.records import Vote

_NUMBERS = {
    word: value
    for value, word in enumerate(
        [
            "no",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ]
    )
} | {"zero": 0, "none": 0, "nil": 0, "an": 1, "a": 1}
_COUNT = rf"(?:\d{{1,3}}|{'|'.join(_NUMBERS)})"
_SIDES = {
    "for": (
        r"(?:votes?\s+)?(?:(?:in\s+)?favou?r(?:\s+of)?|ayes?|yeas?|yes"
        r"|for(?=\s*(?:[,;.)&:(=–\d-]|$|and\b|against\b|it\b|the\s+(?:motion|amendment"
        r"|proposal))))"
        r"(?![\w])"
    ),
    "against": r"(?:votes?\s+)?(?:against|opposed|nays?|noes)\b",
    "abstain": r"(?:abstentions?|abstained|abstaining|abstain)\b",
}
# where a number begins, in figures or in words
_COUNT_STARTS = re.compile(r"[\dnotfsezaNOTFSEZA](?<![£$€,.\d-].)(?<!\w.)")
# "7 votes in favour", "two abstentions", "4 against"
_BEFORE = {
    side: re.compile(
        rf"(?<![£$€,.\d-])(?<!\bbut\s)\b(?P<n>{_COUNT})\s+(?:votes?\s+|members?\s+"
        rf"|councillors?\s+)?"
        rf"(?:voted\s+|voting\s+|were\s+|cast\s+)?{words}",
        re.I,
    )
    for side, words in _SIDES.items()
}
# "For: 7", "Against – 2", "Abstentions 1", "Ayes (5)"
_AFTER = {
    side: re.compile(rf"\b{words}\s*[:=(–-]\s*(?P<n>\d{{1,3}})\b", re.I)
    for side, words in _SIDES.items()
}
_FIGURE_BEHIND = re.compile(r"[:=(–-]\s*\d")  # what these hold
# "For 4, against 0, abstained 1", "Ayes 5 Nays 2", "For – 5 Against – 2"
_FIGURE = r"(?:\d{1,3}|none|nil|zero)"
_LISTED = leaping(
    rf"(?<!\d\s)(?<!votes\s)(?<!members\s)\b(?:ayes?|yeas?|yes|for|in\s+favou?r)"
    rf"\s?[:=–-]?\s?\(?(?P<f>{_FIGURE})\)?\s?[,;.|/]?\s{{1,3}}(?:and\s)?"
    rf"(?:nays?|noes|no|against|opposed)\s?[:=–-]?\s?\(?(?P<g>{_FIGURE})\b\)?"
    rf"(?:\s?[,;.|/]?\s{{1,3}}(?:and\s)?abst\w+\s?[:=–-]?\s?\(?(?P<h>{_FIGURE})\b)?",
    re.I,
)
# "CARRIED 6/0", "Vote 6:2", "carried (9-3-1)", "24/7/2 – passed"
_SCORE = re.compile(
    r"\b(?:carried|passed|lost|defeated|fell|vot(?:ed?|es|ing))"
    r"(?:\s(?:unanimously|by|an?|absolute|simple|majority|en\sbloc|resolution)){0,5}[\s:(,]{1,3}(?P<a>\d{1,2})\s?(?P<sign>[-–/:])\s?"
    r"(?P<b>\d{1,2})(?:\s?(?P=sign)\s?(?P<c>\d{1,2}))?\b(?![/:–-]|\.\d|\s?[ap]\.?m)"
    r"|(?<![/\d-])(?P<d>\d{1,3})(?P<mark>[-–/:])(?P<e>\d{1,3})(?P=mark)(?P<f>\d{1,2})\)?"
    r"\s?[–,:-]?\s(?:carried|passed|lost|defeated|falls)\b",
    re.I,
)
# "by nine votes to four", "carried 7-2", "by a majority of four to two"
_TO = leaping(
    rf"\b(?:by|voted|majority\s+of|vote\s+of)\s+(?!an?\b)(?P<a>{_COUNT})\s+(?:votes?\s+)?(?:to|-|–)\s+(?P<b>{_COUNT})\b"
    r"|\b(?:carried|approved|passed|agreed|lost|defeated"
    r"|vote|majority\s+of)\b(?:\s+unanimously)?[\s:(,]{1,3}(?P<c>\d{1,2})\s?[-–]\s?(?P<d>\d{1,2})\b(?![/–-])",
    re.I,
)
# "There voted in favour 3 and against 4", "voted for the Motion 4 and against 2"
_VOTED = re.compile(
    rf"\bvoted\b[^.]{{0,20}}?\b(?:in\s+favou?r"
    rf"|for)\b[^.,;\d]{{0,30}}?(?P<f>{_COUNT})\b[^.]{{0,40}}?\bagainst\b[^.\d]{{0,20}}?"
    rf"(?P<g>{_COUNT})\b",
    re.I,
)
_BY = re.compile(rf"\bby\s+(?P<n>{_COUNT})\s+votes?\b", re.I)
UNANIMOUS = leaping(
    r"\b(?:unanimous(?:ly)?|nem\.?\s?con\.?|all\s+(?:were\s+)?in\s+favou?r|all\s+agreed"
    r"|all\s+ayes|with\s+all\s+in\s+agreement)\b",
    re.I,
)
# "but failed to find a seconder", "there was no second", "This was not seconded"
NO_SECOND = re.compile(
    r"\b(?:there\s+(?:was|being)\s+no\s+second(?:er)?|(?:fail(?:ed|s|ing)\s+to|did\s+not|didn['’]t|could\s+not)\s+(?:find|get|attract|receive"
    r"|secure|obtain|gain)\s+an?y?\s*second(?:er)?|(?:found|had|received|attracted|got|gained|was|being"
    r"|with)\s+no\s+second(?:er)?|for\s+(?:want|lack)\s+of\s+an?y?\s*second(?:er)?|(?:was|were)\s+not\s+seconded"
    r"|not\s+seconded(?=\W*$|\s+and\s))\b(?!\s+(?:year|time|hand))"
)
LOST = re.compile(
    rf"{NO_SECOND.pattern}|\b(?:(?:lost|defeated|rejected|negatived)\s+(?:by\s+)?{_COUNT}(?:\s+votes\b|\s+to\s+{_COUNT}\b"
    rf"|\s?[–-]\s?{_COUNT}\b)|fell\s+(?:by\s+)?{_COUNT}\s+votes\s+to\b|"
    r"(?:motion|amendment|proposal|vote)\s+(?:was\s+|is\s+)?(?:lost|defeated|fell"
    r"|failed|"
    r"not\s+carried|rejected)|declared\s+lost|put\s+to\s+the\s+vote\s+and\s+lost|LOST"
    r"|DEFEATED"
    r"|(?:proposal|motion|amendment)\s+(?:therefore\s+)?fell|[Mm]otion\s+fails"
    r"|(?:failed|died)\s+for\s+(?:want|lack)"
    r"|[Mm]otion\s+to\s+\w+\s+(?:failed|fails|lost|died|was\s+(?:lost|defeated)))\b"
)
# what an amendment leaves as it was if it finds no seconder
_STILL_CARRIED = re.compile(
    r"\b(?:motion|resolution|proposal)\b[^.;]{0,40}\b(?:carried|passed|agreed|adopted)\b",
    re.IGNORECASE,
)
# "Penrose yea", "Ada Penrose - aye", "Cllr Holt: no"
_VOTE = re.compile(
    r"(?P<vote>yea|aye|yes|nay|no|abstain(?:ed)?|(?:for|against)(?=\)?\s*(?:[,.;)\n]|$))"
    r")\b\)?(?=[\s,.;)]|$)"
)
_NAMED = re.compile(
    r"(?P<name>(?:[A-ZÀ-Þ][\w’'.-]{0,30}\s){0,2}[A-ZÀ-Þ][\w’'-]{1,30})(?![\w’'])"
    rf"\s{{0,4}}[-–:,]?\s{{0,4}}\(?{_VOTE.pattern}"
)


class Count(NamedTuple):
    """Votes as counted; None where the document does not say."""

    votes_for: int | None = None
    votes_against: int | None = None
    votes_abstained: int | None = None
    unanimous: bool = False
    lost: bool = False
    named: tuple[Vote, ...] = ()

    @property
    def counted(self) -> bool:
        """Say whether any number is known."""
        found = (self.votes_for, self.votes_against, self.votes_abstained)
        return any(x is not None for x in found)


def read_votes(text: str, start: int, end: int) -> Count:
    """Return the votes told between two offsets.

    >>> count = read_votes("Approved by 7 votes, 1 abstention.", 0, 34)
    >>> count.votes_for, count.votes_against, count.votes_abstained
    (7, 0, 1)
    >>> read_votes("It was carried unanimously.", 0, 27).unanimous
    True
    """
    part = text[start:end]
    words = part.lower()
    counted = _DIGIT.search(part) is not None
    sides = {side: _side(part, words, side) for side in _SIDES}
    if score := _SCORE.search(part) if counted else None:
        first, second, third = (score[x] or score[y] for x, y in ("ad", "be", "cf"))
        sides["for"], sides["against"] = int(first), int(second)
        sides["abstain"] = int(third) if third else sides["abstain"]
    elif match := _TO.search(part) if counted or "by" in words else None:
        first, second = (match["a"] or match["c"]), (match["b"] or match["d"])
        sides["for"], sides["against"] = _value(first), _value(second)
    elif listed := _LISTED.search(part) if counted else None:
        sides["for"], sides["against"] = _value(listed["f"]), _value(listed["g"])
        sides["abstain"] = _value(listed["h"]) if listed["h"] else sides["abstain"]
    elif voted := _VOTED.search(part) if "voted" in words else None:
        sides["for"], sides["against"] = _value(voted["f"]), _value(voted["g"])
    elif sides["for"] is None:
        by = _BY.search(part) if "vote" in words else None
        if by:
            sides["for"] = _value(by["n"])
            sides["against"] = sides["against"] or 0
    lost = holds_any(words, _LOST_CUES) and _is_lost(part)
    if lost and (score or _TO.search(part)):
        sides |= _as_lost(sides)
    named = _named(text, start, end) or _roll_call(text, start, end)
    if len(named) >= 2 and sides["for"] is None:
        for side in sides:
            sides[side] = sum(x.vote == side for x in named)
    return Count(
        sides["for"],
        sides["against"],
        sides["abstain"],
        holds_any(words, _ALL_CUES) and bool(UNANIMOUS.search(part)),
        lost,
        named,
    )


# lines below "Ayes: Orr, Holt" that tell the other sides, and the count
_SIDES_BELOW = re.compile(
    r"(?:[\s*]{1,6}(?:(?:nays?|noes|no|against|opposed|abst\w{0,8}|absent|excused)\s?[:–-]"
    r"[^\n]{0,200}|(?:motion\s)?(?:carried|passed|failed|lost)\b[^\n]{0,30})){1,6}",
    re.IGNORECASE,
)


def read_votes_on(text: str, start: int, end: int) -> Count:
    """Return the votes told between two offsets, and by the lines below of other sides.

    >>> told = read_votes_on("Ayes: Orr, Holt\\nNays: Bell\\nCarried", 0, 15)
    >>> told.votes_for, told.votes_against
    (2, 1)
    """
    below = _SIDES_BELOW.match(text, end)
    return read_votes(text, start, below.end() if below else end)


def _is_lost(part: str) -> bool:
    """Say whether words tell that what was moved is lost.

    >>> _is_lost("His amendment found no seconder. The motion was carried.")
    False
    """
    unseconded = NO_SECOND.search(part)
    if unseconded and _STILL_CARRIED.search(part, unseconded.end()):
        return False
    return LOST.search(part) is not None


def _as_lost(sides: dict[str, int | None]) -> dict[str, int | None]:
    """Return votes told as a pair, the more against: "lost by nine votes to four".

    >>> _as_lost({"for": 9, "against": 4})
    {'for': 4, 'against': 9}
    """
    least, most = sorted((sides["for"] or 0, sides["against"] or 0))
    return {"for": least, "against": most}


# "Ayes - Holt, Penrose and Bell. Nays: Marsh", "Voting for: Cllrs Holt, Bell"
_ROLL = re.compile(
    r"\b(?P<side>(?i:ayes?|yeas?|nays?|noes|abstain(?:ed|ing)?|abstentions?"
    r"|(?:voting\s+)?(?:for|against)|in\s+favou?r|oppos(?:ed|ing|ition)))"
    r"\s*(?:\(\d{1,3}\)\s*)?[:–-]\s*(?P<names>(?:(?:Cllrs?|Councillors?|Crs?|Mr|Mrs|Ms"
    r"|Mayor|Trustees?)\.?\s+)?"
    r"[A-ZÀ-Þ](?:[\w’'-]|\.(?=[A-Z]|\s[A-Z][a-z]+,))*(?:(?:,|;|\s+and|\s*&)?\s+(?!(?i:ayes?|yeas?|nays?|noes|abst\w+|against)\b)(?:(?:Cllrs?|Councillors?|Crs?|Mr|Mrs"
    r"|Ms|and)\.?\s+)?[A-ZÀ-Þ](?:[\w’'-]|\.(?=[A-Z]|\s[A-Z][a-z]+,))*){0,40})",
)
_ROLL_NAME = re.compile(r"[A-ZÀ-Þ][\w’'-]+(?:\s+[A-ZÀ-Þ][\w’'-]+){0,2}")
_NOBODY = frozenset(
    {"None", "Nil", "Motion", "Carried", "Absent", "Nays", "Noes", "Ayes"}
)


def _roll_call(text: str, start: int, end: int) -> tuple[Vote, ...]:
    """Return the votes of a roll call that lists the names behind each side."""
    found: list[Vote] = []
    sided = holds_any(text[start:end], (":", "–", "-"))
    for match in _ROLL.finditer(text, start, end) if sided else ():
        word = match["side"].lower()
        side = "for"
        if word.startswith(("nay", "noe", "oppos")) or "against" in word:
            side = "against"
        elif word.startswith("abst"):
            side = "abstain"
        for part in re.finditer(r"[^,;&]+", match["names"]):
            name = _ROLL_NAME.search(part[0])
            if name and name[0].split()[0] not in _NOBODY:
                at = match.start("names") + part.start() + name.start()
                found.append(Vote(name[0], side, at, at + len(name[0])))
    return tuple(found) if len(found) >= 2 else ()


_DIGIT = re.compile(r"\d")
_ALL_CUES = ("unanim", "nem", "all")
_LOST_CUES = ("second", "lost", "defeat", "fell", "fail", "carried", "reject", "died")
# what the words of each side hold, in small letters
_SIDE_CUES = {
    "for": ("favo", "for", "aye", "yea", "yes"),
    "against": ("against", "opposed", "nay", "noes", "objection"),
    "abstain": ("abst",),
}


def _side(part: str, words: str, side: str) -> int | None:
    if not holds_any(words, _SIDE_CUES[side]):
        return None
    before = matches_from(_BEFORE[side], _COUNT_STARTS, part)
    match = next(before, None)
    if match is None and _FIGURE_BEHIND.search(part):
        match = _AFTER[side].search(part)
    return _value(match["n"]) if match else None


def read_number(word: str) -> int | None:
    """Return the number that figures or a word tell; None if it tells none.

    >>> [read_number(x) for x in ("7", "seven", "those")]
    [7, 7, None]
    """
    return int(word) if word.isdigit() else _NUMBERS.get(word.lower())


def _value(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word.lower()]


def _named(text: str, start: int, end: int) -> tuple[Vote, ...]:
    sides = {"y": "for", "a": "for", "n": "against", "f": "for"}
    found: list[Vote] = []
    if sum(1 for _ in islice(_VOTE.finditer(text, start, end), 2)) < 2:
        return ()
    for match in _NAMED.finditer(text, start, end):
        word = match["vote"].lower()
        vote = "abstain" if word.startswith("abst") else sides[word[0]]
        vote = "against" if word == "against" else vote
        found.append(Vote(match["name"], vote, match.start("name"), match.end()))
    return tuple(found) if len(found) >= 2 else ()
