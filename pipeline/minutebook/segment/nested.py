"""Finds the parts of an item that have numbers and headings of their own.

"5. Matters arising" may fall into "a) Street lighting", "b) Village sign" and so on: a
letter, a small roman number or a number that begins again under each item, a short
heading, and words about it on the same line or below.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise

from minutebook.segment.candidates import Candidate
from minutebook.segment.cutting import DASHED

# "Old business", "Action items": they head nothing of their own
HOLDS = re.compile(
    r"(?:(?:old|new|unfinished|other|current|continuing|ongoing|general|outstanding)"
    r"\sbusiness|(?:action|discussion|agenda|business|information)\sitems?"
    r"|(?:\w{1,20}\s)?reports|regulatory\sconsiderations|items\sfor\s\w{1,12})\W{0,2}$",
    re.IGNORECASE,
)
# what gathers business, where its parts have numbers: "VI. PUBLIC HEARINGS"
_GATHERS_PARTS = re.compile(
    r"(?:(?:public\s)?hearings?|(?:old|unfinished|new|continued)\s?(?:and|&|/|or)\s?(?:old|new"
    r"|unfinished|other)\sbusiness|(?:resolutions?|ordinances?|motions?)"
    r"(?:\s?(?:and|&|/)\s?(?:resolutions?|ordinances?))?|business"
    r"|discussion(?:\sand\saction)?)\W{0,2}$",
    re.IGNORECASE,
)
_RUN_IN_SCHEMES = ("lower-letter",)
_REPORTS = re.compile(r"reports\W{0,2}$", re.IGNORECASE)
_LETTERED = ("lower-letter", "upper-letter")
_UNDER = ("sub:", "dec:")
_HELD_SCHEMES = ("lower-letter", "upper-letter", "int", *_UNDER)
_SCHEMES = ("lower-letter", "lower-roman", "upper-letter", "int")
_LONGEST = 80  # characters of the heading of a part
_LARGEST_STEP = 3  # letters left out between two headings: parts told in sentences
_LEAST, _LEAST_RUN_IN = 0.5, 1.3  # weight of a heading
_LONGEST_RUN_IN, _LONGEST_PAIR = 45, 60
_LEAST_PAIRED = 5  # parts in runs of two or three, over the document


def find_parts(
    text: str, candidates: list[Candidate], chosen: list[Candidate]
) -> list[Candidate]:
    """Return the headed parts of the items that were chosen."""
    if not chosen:
        return []
    main = [x for x in chosen if not x.number or x.number.scheme != "lower-letter"]
    taken = {x.index for x in main}
    starts = [x.start for x in main]
    ordered = sorted(candidates, key=lambda x: x.start)
    places = [x.start for x in ordered]
    edges = [*starts, places[-1] + 1]
    plain = all(x.number is None for x in chosen)  # letters are all the numbers
    found: list[Candidate] = []
    pairs: list[list[Candidate]] = []  # short runs, that one alone does not make
    light: list[list[Candidate]] = []  # runs that weigh less, under the others
    for at, (low, high) in enumerate(pairwise(edges)):
        first, last = bisect_right(places, low), bisect_left(places, high)
        inside = [x for x in ordered[first:last] if x.number and x.index not in taken]
        runs = [r for scheme in _SCHEMES for r in _runs(inside, scheme)]
        best = max(runs, key=len, default=[])
        headed = _headed(best, plain) or _held(text, main[at], best, inside)
        headed = headed or next(filter(None, map(_led, runs)), [])
        found += headed
        if not headed:
            light.append(_run_in(best, _LEAST, _LONGEST_RUN_IN, 3))
        pairs.append([] if headed else _run_in(best, _LEAST_RUN_IN, _LONGEST_PAIR, 2))
    pairs = [x for x in pairs if x]
    if any(not x.alone for x in found):
        found += [x for run in light for x in run]
    elif len(pairs) >= 2 and sum(map(len, pairs)) >= _LEAST_PAIRED:
        found += [x for pair in pairs for x in pair]  # the document's own manner
    return found


def _led(run: list[Candidate]) -> list[Candidate]:
    """Return the run where each member has a heading in bold, most before their text.

    "(a) **Roof**. Tenders had come" / "(b) **Drains** – Ann Pike had written"
    """
    marked = [x for x in run if x.style in _MARKED and _title_length(x) < _LONGEST]
    leads = any(x.style == "boldlead" for x in marked)
    told = any(x.told or x.labels or x.weight < _LEAST_LED for x in marked)
    whole = len(marked) == len(run) >= _LEAST_MARKED and leads
    return marked if whole and not told else []


_MARKED = ("bold", "boldlead")
_LEAST_MARKED, _LEAST_LED = 2, 0.0


def _held(
    text: str, item: Candidate, run: list[Candidate], inside: list[Candidate]
) -> list[Candidate]:
    """Return the run-in headings under what only holds them: "V. OLD BUSINESS".

    Their numbers run from the first, or say under which one they stand: 5a, 5.1.
    """
    title = item.title(text)
    if not (HOLDS.match(title) or _GATHERS_PARTS.match(title)):
        return []
    under = {x.number.scheme for x in inside if x.number} - {*_SCHEMES}
    runs = [run]
    runs += [r for x in sorted(under) if x.startswith(_UNDER) for r in _runs(inside, x)]
    marks = ":" if _REPORTS.search(title) else ".:"  # "b) Clerk – a report was read"
    for members in runs:
        parted = [x for x in members if not x.alone and _is_parted(text, x, marks)]
        found = _run_in(parted, _LEAST, _LONGEST_PAIR, 2, schemes=_HELD_SCHEMES)
        if 2 * len(found) > len(members):
            return found
    return []


def _is_parted(text: str, x: Candidate, marks: str) -> bool:
    """Say whether one of the marks parts a heading from its text, or else a dash."""
    dashed = "." in marks and DASHED.match(text, x.title_end) is not None
    return dashed or text[x.title_end] in marks


def _runs(inside: list[Candidate], scheme: str) -> Iterator[list[Candidate]]:
    """Yield what counts up from the first letter or number, in one scheme."""
    run: list[Candidate] = []
    for x in inside:
        assert x.number is not None
        if x.number.scheme != scheme:
            continue
        value = x.number.value
        last = run[-1].number.value if run and run[-1].number else 0
        if 0 < value - last <= (_LARGEST_STEP if run else 1):
            run.append(x)
        elif value == 1:
            yield run
            run = [x]
    yield run


def _headed(run: list[Candidate], plain: bool) -> list[Candidate]:
    """Return the members with headings; none where most are sentences or names.

    Two that stand on lines of their own make the run; else three short ones must.
    """
    longest = 100 if plain else _LONGEST
    headed = [x for x in run if not x.told and _is_short(x, longest)]
    headed = [x for x in headed if x.weight >= _LEAST]
    owning = [
        x for x, after in pairwise([*run, None]) if x in headed and _stands(x, after)
    ]
    counted = any(
        x.number and x.number.scheme == "int" and x.style == "plain" for x in run[:1]
    )
    enough = max(2, (len(run) + 1) // 2) if counted else 2
    if len(owning) >= enough and 2 * len(headed) >= len(run):
        apart = {x.index for x, y in pairwise(run) if y.index - x.index > 1}
        return [x for x in headed if x in owning or x.index in apart or not x.alone]
    least, longest = (_LEAST, 100) if plain else (_LEAST_RUN_IN, _LONGEST_RUN_IN)
    bold = all(x.style == "boldlead" for x in run)
    return _run_in(headed, least, longest, 2 if bold else 3, owning)


def _is_short(x: Candidate, longest: int) -> bool:
    """Say whether a heading is not too long, or has a letter and a text below it."""
    if _title_length(x) < longest:
        return True
    lettered = x.number is not None and x.number.scheme in _LETTERED
    near = _title_length(x) < 2 * longest
    return near and lettered and x.alone and x.heads_text


def _stands(x: Candidate | None, after: Candidate | None) -> bool:
    """Say whether a heading stands alone, with words of its own below it."""
    assert x is not None
    if not x.alone:
        return False
    apart = after is None or after.index - x.index > 1
    return apart and (x.heads_text or after is None or after.start - x.body_start > 40)


def _run_in(
    run: list[Candidate],
    least: float,
    longest: int,
    enough: int,
    owning: list[Candidate] | None = None,
    *,
    schemes: tuple[str, ...] = _RUN_IN_SCHEMES,
) -> list[Candidate]:
    """Return short lettered headings in a row that lead into text, if there are enough.

    They weigh the least or more, and are shorter than the longest; `owning`: those on
    lines of their own, with words below.
    """
    short = [
        x
        for x in run
        if x.number
        and x.number.scheme.startswith(schemes)
        and x.weight >= least
        and not x.told
        and _title_length(x) < longest
        and (x.heads_text or not x.alone or x in (owning or ()))
    ]
    values = [x.number.value for x in short if x.number]
    close = all(0 < b - a <= 2 for a, b in pairwise(values))
    return short if len(short) >= enough and values[0] == 1 and close else []


def _title_length(x: Candidate) -> int:
    return x.title_end - x.title_start
