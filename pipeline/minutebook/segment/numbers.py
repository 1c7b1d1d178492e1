"""Reads the numbers of agenda items: 7, 4a, 3.2, (iv), 166, 24/056, Minute 57."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
_YEARS = re.compile(r"(?:19|20)(\d\d)[/-](?:20)?(\d\d)")
_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|"
    "december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
)

# "7. Finance"  "Item 7: Finance"  "PC/24/056 Finance"  "FG 03/2021"  "(iv) Paths"
# "Cab 09/31 Finance"  "Cou/ENV/061/20-21"
NUMBER = re.compile(
    r"""
    (?P<word> (?i:agenda\s+item|minute|item|discussion\s+(?:topic|item)|topic|no|min)
        \.? \s+ (?:(?i:no\.?|number)\s*)? | \# | \[ (?=\d{1,3}\]) )?
    (?P<code> \d{2,4} (?: [/-] \d{2,4} )? [/-] [A-Z]{2,6} [/-] (?=\d)  # 23-24/FRA/1
      | (?: [A-Z][A-Z&]{0,5} [ .:/-]? | (?: [A-Z][A-Za-z&]{0,5} / ){1,3} )
      (?=\d) | (?! (?:In|On|At|By|To|For|From|The|Of|Until|Year|Page|Room|Plot|May
        |March|April|June|July|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec) \b )
      [A-Z][a-z]{1,4} (?: \.[ ]? | [ ] ) (?= \d{1,4} [/-] \d ) )?
    (?P<body>
        (?<=[A-Z]/) \d{4}/[ ]\d{2,3} (?= [:.]? \s )             # GB/2122/ 007
      | (?<=[A-Z]) \d{3,6} \( \d{1,2} \) (?= [.:]? \s | $ )       # C0522(1)
      | \d{1,4} (?: [./\\_-] \d{1,4} ){1,3} (?: \s?\(?[a-z]\)? (?![\w]) )?
      | \d{1,4}[a-z]/\d{2,4} (?= [.:]? \s )                      # 41a/19
      | \d{5} (?= \.? [ ]{1,4} [A-Z] )                          # 14365 Police
      | (?-i: [IVX]{1,5} \. [A-Z] ) (?= \.?\s )          # II.B
      | \d{1,4} \s? \(? [a-zA-Z] \)? (?= [.):\s] | $ )   # 4a 4(a) 4 a.
      | \d{1,3} \s? \(? [ivx]{2,4} \)? (?= [.):\s] )  # 6ii) 6(iv)
      | \d{1,4}
      | (?-i: [a-z] | [A-Z] | [ivxl]{1,6} | [IVXL]{1,6} ) (?= [.):] | \s\.\s )
        (?! \. [A-Z] (?: \. | \b ) )                      # no "A.O.B."
      | (?-i: [IVXL]{1,5} )                              # III Minutes, I - Minutes
        (?= \s{1,9} (?: [-–—] \s{1,4} )? [A-Z][A-Za-z]{2} )
      | \( (?: \d{1,3} | [a-zA-Z] | [ivxl]{1,6} ) (?= \) )
    )
    (?P<close> (?: \s (?= \.\s ) )? [.):\]\\]{0,2} (?: \s?[-–—](?=\s) )?
      | / (?= \s{1,4}[A-Z] | $ ) )                       # 1/ Last notes
    (?= \s | $ | (?<=[.):]) [A-Z] | (?<=\d{4}) [A-Z][a-z]
      | (?<=\d) [A-Z][a-z]{2,} (?:[ ,:/’'&-]|$)           # 1Confirmation of minutes
      | (?<=[A-Z]\d) (?:To[ ][a-z]|[A-Z]{4,20}(?:[ ,:/’'&-]|$))  # B1DECLARATIONS
      | (?<=\.\d) [A-Z]{3,20} [ ]                        # 7.1MINUTES OF THE MEETING
      | (?<=\d/\d\d) [A-Z]{4}[A-Za-z’']{0,20} (?:[ ]|$) )           # 384/06ACCOUNTS
    """,
    re.VERBOSE,
)
# what a number must not be (but "3. May fair" has one):
# "4 July", "10.30 am", "6 members", "2nd", "12 Elm Road"
_NOT_NUMBER = re.compile(
    rf"""
    (?<![.)]) \s{{0,6}} (?i: {_MONTHS} )\b
      | \s{{0,6}} (?: (?i: {_MONTHS} )\b (?! /[A-Z] | \ [A-Za-z][a-z]{{3}} )
      | (?i: [ap]\.?m\b | hrs\b )
      | (?: hours? | minutes? | members? | people | copies | years? | days? | weeks?
          | months? | miles | metres | km | mph | others? | more | units? )\b
      | (?i: for[,;] | (?:votes?\s)?against[,;.]? (?:\s\d|$) | abst(?:ain|entions?)\b )
      | [,;%] | /(?!\s[A-Z]) | [–-]\s*\d )
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class ItemNumber:
    """A number as written, the scheme it belongs to, and its place in that scheme.

    `scheme` names what stays the same from item to item ("int", "dec:5", "code:PC/24"),
    `value` what counts up, `depth` how deep the number is (5.1 is 2).
    """

    text: str
    scheme: str
    value: int
    depth: int
    end: int  # where the title may begin
    closed: bool  # a dot, bracket or colon follows
    worded: bool  # "Item 7", "Minute 7"


@lru_cache(maxsize=4096)  # a line is asked for in turn: for its page, and for itself
def read_numbers(text: str, start: int, end: int) -> tuple[ItemNumber, ...]:
    """Return every reading of the number that a line begins with, likely first.

    >>> [(n.text, n.scheme, n.value) for n in read_numbers("7. Finance", 0, 10)]
    [('7', 'int', 7)]
    >>> [(n.text, n.scheme, n.value) for n in read_numbers("24/056 Paths", 0, 12)]
    [('24/056', 'code:24/*', 56), ('24/056', 'code:*/056', 24)]
    >>> read_numbers("4 July 2016", 0, 11)
    ()
    """
    again = _TWICE.match(text, start, end)
    start = again.end() if again else start
    head = text[start : start + 2]
    if _opens_word(head) and not _CODED.match(text, start + 2):
        return ()
    match = NUMBER.match(text, start, end)
    if not match or _NOT_NUMBER.match(text, match.end(), end):
        return ()
    if _is_year_of(match["code"] or "", match["body"]) or match["code"] == "PART ":
        return ()
    after = match.end()
    while after < end and (
        text[after] in " \u00a0.–—-:)|\\" or text[after : after + 2] == "/ "
    ):
        after += 1
    code = (match["code"] or "").strip()
    body = match["body"].strip("()")
    written = f"{match['code'] or ''}{match['body'].lstrip('(')}".strip()
    if "(" not in written:
        written = written.rstrip(")")
    elif ")" not in written:
        written += ")"
    closed = bool(match["close"].strip()) or "(" in match["body"]
    return tuple(
        ItemNumber(
            written, scheme, value, depth, after, closed, _is_item(match["word"])
        )
        for scheme, value, depth in _readings(code, body)
    )


def _opens_word(head: str) -> bool:
    """Say whether two letters open a word that no number begins with.

    >>> [_opens_word(x) for x in ("Fi", "It", "iv", "4a", "PC")]
    [True, False, False, False, False]
    """
    plain = head.isascii() and head.isalpha() and head[-1:].islower()
    return plain and head.lower() not in _NUMBER_STARTS and not {*head} <= {*"ivxl"}


# "1. 3.   Minutes": the editor of a web page counted a list of one before the number
_TWICE = re.compile(
    r"(?P<one>\d{1,2})\.[ \t\xa0]{1,4}"
    r"(?=\d{1,3}\.(?:[ \t\xa0]{2,12}[A-Z]|[ \t\xa0]{0,4}$)|(?P=one)\.[ \t\xa0])"
)
# behind the two letters of "Cab 09/31", "Cou/ENV/061/20-21"
_CODED = re.compile(r"(?=[^\n]{0,16}\d)[A-Za-z]{0,3}(?:/|\.? ?\d{1,4}[/-]\d)")
_NUMBER_STARTS = ("ag", "mi", "it", "di", "to", "no")  # "Agenda item 7", "No. 7"


def _is_year_of(code: str, body: str) -> bool:
    """Say whether words in capitals stand before a financial year: "BUDGET 2023/24"."""
    years = _YEARS.fullmatch(body)
    if not years or len(code.strip()) < 4 or code[-1] != " ":
        return False
    return (int(years[1]) + 1) % 100 == int(years[2])


def _is_item(word: str | None) -> bool:
    """Say whether the word before a number announces an item, not an old minute."""
    return bool(word) and not (word or "").lower().startswith(("min", "no", "#", "["))


_SMALL_PART = re.compile(r"(\d{1,3})\s?\(?([ivx]{2,4})\)?")
_COUNTED_IN = re.compile(r"(\d{3,6})\((\d{1,2})\)?")  # "C0522(1)"
_MARKS = frozenset("/-_\\")  # in numbers that count through the years: 24/056
_SIGNS = re.compile(r"[./\\_-]")
_LETTER_BEHIND = re.compile(r"\s?\(?[a-zA-Z]\)?$")
_LETTERED_YEAR = re.compile(r"(\d{1,4})[a-z]/(\d{2,4})")
_LETTERED = re.compile(r"\d\s?\(?([a-zA-Z])\)?$")


def _readings(code: str, body: str) -> list[tuple[str, int, int]]:
    counted = _COUNTED_IN.fullmatch(body)
    if counted and code:  # the first of the meeting C0522
        return [(f"code:{code}{counted[1]}", int(counted[2]), 1)]
    small = _SMALL_PART.fullmatch(body)
    if small:
        return [(f"sub:{small[1]}", _roman(small[2]), 2)]
    lettered = _LETTERED_YEAR.fullmatch(body)
    if lettered:  # "41a/19", "41b/19" and then "42/19"
        return [(f"code:*/{lettered[2]}", int(lettered[1]), 1)]
    body = body.replace("/ ", "/")
    parts = _SIGNS.split(_LETTER_BEHIND.sub("", body))
    letter = _LETTERED.search(body)
    if not parts[0].isdigit():
        return _letter_readings(body)
    numbers = [int(x) for x in parts]
    if letter:
        return [(f"sub:{body[: letter.start() + 1]}", ord(letter[1].lower()) - 96, 2)]
    if len(numbers) == 1:
        return [(f"code:{code}" if code else "int", numbers[0], 1)]
    part = re.fullmatch(r"(\d{1,3}/\d{1,4})\.\d{1,2}", body)
    if part:  # "06/15.1" is the first part of 06/15
        return [(f"dec:{part[1]}", numbers[-1], 2)]
    if code or not _MARKS.isdisjoint(body) or len(parts[-1]) >= 3:
        return _code_readings(code, parts)
    if len(numbers) == 2 and numbers[1] == 0:
        return [("int", numbers[0], 1)]
    depth = len(numbers)
    return [(f"dec:{'.'.join(parts[:-1])}", numbers[-1], depth)]


def _code_readings(code: str, parts: list[str]) -> list[tuple[str, int, int]]:
    found = []
    for at in range(len(parts) - 1, -1, -1):
        kept = "/".join("*" if i == at else x for i, x in enumerate(parts))
        found.append((f"code:{code}{kept}", int(parts[at]), 1))
    return found


def _letter_readings(body: str) -> list[tuple[str, int, int]]:
    if "." in body:  # "II.B" is the second part of II
        roman, letter = body.lower().split(".")
        return [(f"dec:{_roman(roman)}", ord(letter) - 96, 2)]
    case = "upper" if body.isupper() else "lower"
    lower = body.lower()
    found = []
    if len(lower) == 1:
        found.append((f"{case}-letter", ord(lower) - 96, 2))
    if set(lower) <= set(_ROMAN):
        found.append((f"{case}-roman", _roman(lower), 1 if case == "upper" else 2))
    return found


def _roman(letters: str) -> int:
    values = [_ROMAN[x] for x in letters]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-a if a < b else a for a, b in pairs)
