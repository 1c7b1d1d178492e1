"""Finds where headings in capitals end that run into a text with small letters."""

from __future__ import annotations

import re

from minutebook.segment.firstwords import SMALL_WORDS
from minutebook.segment.titles import is_capitals, is_sentence, standing_kind

LONGEST_SHORT = 4  # letters of a word in capitals that is none: "CEO Report"
_LEADING_WORDS = 2  # in capitals, that may head the sentence behind them
_LEAST_REST = 25  # characters of a text behind "HEDGES - "
# "ELECTION OF CHAIR", "BUDGET OUT-TURN 2005/06": before a word with small letters
CAPITALS = re.compile(
    r"(?=[A-Z’'&-]{3,20}[ ,]{1,2}[A-Z(/&-]|[A-Z’'-]{5,20} )"
    r"(?:[A-Z(/&][A-Z’'(),./&-]{0,40}|\d[\d/-]{1,9}|[–/-])"
    r"(?: {1,3}(?!RESOLVED|MOVED|MOTION|AGREED|RECOMMENDED|NOTED|CARRIED|NIL\b|NONE\b"
    r"|(?:COUNCIL|COMMITTEE|BOARD) RESOLUTION)"
    r"(?:[A-Z(/&][A-Z’'(),./&-]{0,40}|\d[\d/-]{1,9}|[–/-])(?=[ :]))*"
    r"(?= ?[:–-](?: |$)| {1,3}[A-Z][a-z]| {1,3}(?:A|I) [a-z]| {1,3}\d"
    r"| {1,3}[A-Z]{1,3}\.\d| {1,3}(?:NIL|NONE|[A-Z]{5,14})\b)"
)

# "DUES We spoke of raising them", "GATE 3 bids", "POUND -Still full": they open a line
OPENING_CAPITALS = re.compile(
    r"(?=[^a-z\n]{0,12}[A-Z]{4})(?P<title>[A-Z&(][A-Z’'(),./&-]{0,30}"
    r"(?:[ ]{1,3}(?!(?:A|I|RESOLV|MOVED|MOTION|AGREED|NOTED)[ E])"
    r"(?:[A-Z&(][A-Z’'(),./&-]{0,30}(?![\w.’'])"
    r"|(?:\d{1,4}|[–-])(?=[ ][A-Z]{2})))*)"
    r"[ ]{1,3}(?:[–-][ ]?)?(?=[(“‘£$]?[A-Z\d]{0,3}[\d,.’']{0,9}[ ]?[a-z])"
)

# "No update", "None received", "Nothing to report": what was said, not the heading
NOTHING = re.compile(
    r"(?:no(?:ne|thing)?|nil)\b(?:\s(?:further|new)\b)?(?:\s(?:updates?|reports?|changes?"
    r"|news|information|apologies|objections?|comments?|progress|response|reply|action|to\b"
    r"|received|declared|raised|reported|since)|\W{0,2}$)",
    re.IGNORECASE,
)

# "APOLOGIES FOR ABSENCE were received": the capitals that open a sentence head it
_CAPITALS_FIRST = re.compile(
    r"(?:(?!RESOLVED|MOVED|MOTION|AGREED|RECOMMENDED|NOTED|CARRIED)"
    r"[A-Z][A-Z’'&/-]{0,20}\s){1,8}(?=[a-z])"
)
_LEAST_FIRST = 8  # letters of them: "CCTV was" and "THE clerk" head nothing

# "08/0155/FULL", "P19-0021", "23/01177/HOU": the number of an application, no words
REFERENCE = re.compile(r"(?=\S{0,12}\d)[A-Z\d]{1,8}(?:[/.-][A-Z\d]{1,8}){1,4}")
# what plainly opens a sentence: "A letter from", "The Clerk’s report was"
_SENTENCE = re.compile(
    r"\s(?:(?:A|An|The|No|It|There|Members|Councillors)\s[a-z]"
    r"|The\s(?:[A-Z][\w’'-]{1,20}\s){1,3}[a-z])"
)
# behind a number: "POLICE PC Holt gave", and "APOLOGIESApologies were" without a space
_BEFORE_PERSON = re.compile(
    r"(?:[A-Z][A-Z’'&/-]{0,20}\s){0,4}[A-Z]{4,20}"
    r"(?:(?<=[A-Z]{5})(?=[A-Z][a-z]{2,20}\s)"
    r"|(?=\s(?:PCSO|PC|Sgt|Cllr|Councillor|Mr|Mrs|Ms|Dr)\.?\s(?:[A-Z][\w.’'-]{0,20}\s){1,3}"
    r"(?:[a-z]{2,14}ed|said|gave|made|took|read|told|spoke|led|put|sent|was|had|has)\s))"
)
_LONG_WORD = re.compile(r"[A-Z]{5}")
_OUTCOME = re.compile(r"RESOLVED|MOVED|MOTION|AGREED|RECOMMENDED|NOTED|CARRIED|ACTION")
_POINT = re.compile(r"\(?[a-z1-9ivx]{1,3}[.)]\s")

# behind a heading in capitals: "Sat 1st December", "raised £80"
_GOES_ON = re.compile(
    r"at\s\d|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}\b|\d{1,2}(?:st|nd|rd|th)\b"
    r"|(?:made|took|went|came|gave|sent|got|met|left|ran|[a-z]{3,12}ed)\s"
)


def leading_capitals(text: str, begin: int, limit: int, *, alone: bool) -> int:
    """Return where words in capitals end that run into a sentence, 0 if none do.

    `alone`: one of them may, if it is long: "616 ALLOTMENTS A letter was read".
    "OPEN SESSION The hedge was discussed", "PUBLIC COMMENTS None".
    """
    if not text[begin : begin + 2].isupper():
        return 0
    torn = _BEFORE_PERSON.match(text, begin, limit) if alone else None
    if torn:
        return torn.end()
    end = text.find("\n", begin, limit)  # they may fill the first line
    if end < 0 or not is_capitals(text[begin:end]):
        match = _capitals_first(text, begin, limit)
        match = match or CAPITALS.match(text, begin, limit)
        end = match.end() if match else begin
    words = text[begin:end].split()
    few = len(words) < _LEADING_WORDS and standing_kind(text[begin:end]) != "closing"
    few = few and not (
        alone
        and end - begin >= _LEAST_FIRST
        and _SENTENCE.match(text, end, min(limit, end + 90))
    )
    if few or not words or words[-1].lower() in SMALL_WORDS:
        return 0
    rest = text[end : min(limit, end + 160)].lstrip()
    if rest[:1] in "-–—" and REFERENCE.fullmatch(words[-1]):
        return 0  # "MARL - PF/16/0042 - Change of use of the mill"
    told = is_sentence(rest) or NOTHING.match(rest) is not None
    told = told or _GOES_ON.match(rest) is not None
    return end if told and not is_capitals(rest) else 0


def fills_line(text: str, begin: int, limit: int) -> int:
    """Return where words in capitals fill a line and a text begins on the next, or 0.

    "LETTERS" / "A.B.C. - subscription": the end of the line says where they end.
    """
    end = text.find("\n", begin, limit)
    if end < 0 or not _LONG_WORD.search(text, begin, end):
        return 0
    head, rest = text[begin:end].strip(), text[end + 1 : limit].lstrip()
    if not is_capitals(head) or _OUTCOME.match(head):
        return 0
    point = _POINT.match(rest) is not None
    opens = point or (rest[:1].isupper() and len(rest) > _LEAST_REST)
    return end if opens and not is_capitals(rest.partition("\n")[0]) else 0


def _capitals_first(text: str, begin: int, limit: int) -> re.Match[str] | None:
    """Return the capitals that open a sentence, if they are enough to head it."""
    match = _CAPITALS_FIRST.match(text, begin, limit)
    return match if match and match.end() - begin > _LEAST_FIRST else None


def in_capitals(head: str, rest: str) -> bool:
    """Say whether a heading in capitals stands before text that is not in capitals.

    >>> in_capitals("HEDGES", "Quotes from two firms were opened by the clerk")
    True
    >>> in_capitals("GDPR", "Review of the policy on data and of its annexes")
    False
    """
    return (
        len(head) > LONGEST_SHORT
        and is_capitals(head)
        and not any(map(str.isdigit, head))  # "19/0082/FUL - Elm Road"
        and len(rest) > _LEAST_REST
        and not is_capitals(rest[:80])
    )
