"""Dates that bilingual minutes write in Welsh, Irish, Gaelic or French.

The English grammar finds the year; `read_tongues` looks at the words before it, so that
a document without such months pays nothing. dateparser, loaded at the first of them,
reads their value.
"""

from __future__ import annotations

import re
from datetime import datetime
from functools import cache, lru_cache

from minutebook.assets import read_rows
from minutebook.grammar.datehits import DateHit

_LONGEST = 40  # characters that a day and a month take at the most
_NAMES = {"cy": "welsh", "ga": "irish", "gd": "gaelic", "fr": "french"}
TONGUES = frozenset(_NAMES.values())


@cache
def _months() -> dict[str, tuple[str, str]]:
    """Return each month's form with its language and the form that is looked up."""
    return {x["word"]: (x["language"], x["month"]) for x in read_rows("months.tsv")}


@cache
def _before_year() -> re.Pattern[str]:
    """Return the pattern of a day and a month, or a month, that a year follows."""
    words = sorted(_months(), key=len, reverse=True)
    return re.compile(
        rf"""
        (?:(?<![0-9A-Za-z.,/£€$-])(?P<day>[0-9]{{1,2}})
           (?:af|ail|il|ydd|ed|fed|eg|ain|er|ú|mh)?[ \n]
           (?:(?:o|de|du|d['’]|den|an)[ \n]?)?)?
        (?<![^\W\d_])(?P<month>{"|".join(re.escape(x) for x in words)})\.?,?[ \n]$
        """,
        re.IGNORECASE | re.VERBOSE,
    )


def read_tongues(text: str, hits: list[DateHit]) -> list[DateHit]:
    """Return the hits, those of a year with the other language's day and month too.

    >>> from minutebook.grammar.dates import find_dates
    >>> text = "Dydd Mawrth 7 Mai 2019 / Tuesday"
    >>> [hit] = read_tongues(text, find_dates(text))
    >>> text[hit.start : hit.end], hit.month, hit.style
    ('7 Mai 2019', 5, 'welsh')
    """
    return [_widen(text, x) if x.style == "year" else x for x in hits]


def _widen(text: str, hit: DateHit) -> DateHit:
    start = max(0, hit.start - _LONGEST)
    before = text[start : hit.start]
    if before[-1:] not in (" ", "\n"):
        return hit
    match = _before_year().search(before)
    if not match:
        return hit
    language, month = _months()[" ".join(match["month"].lower().split())]
    if language == "fr" and not match["day"] and match["month"][0].isupper():
        return hit  # French months are written small: "Mars 2019" is a planet's
    found = _parse(f"{match['day'] or 1} {month} {hit.year}", language)
    if found is None:
        return hit
    return hit._replace(
        start=start + match.start(),
        style=_NAMES[language],
        day=found.day if match["day"] else None,
        month=found.month,
    )


@lru_cache(maxsize=4096)
def _parse(written: str, language: str) -> datetime | None:
    """Return the value of a full date; English documents never load the library."""
    import dateparser

    found: datetime | None = dateparser.parse(
        written,
        languages=[language],
        settings={
            "STRICT_PARSING": True,
            "DATE_ORDER": "DMY",
            "RELATIVE_BASE": datetime(2000, 1, 1),
        },
    )
    return found
