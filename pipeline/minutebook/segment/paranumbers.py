"""Tells the numbers that count paragraphs, or a list, of items from those of parts."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from minutebook.grammar.paragraphs import Paragraph
from minutebook.segment.candidates import Candidate
from minutebook.segment.chains import follows
from minutebook.segment.cutting import DASHED
from minutebook.segment.nested import HOLDS

# what only gathers business of several kinds, or of earlier meetings
_GATHERS = re.compile(r"\barising\b|\bupdates\s(?:from|on)\b", re.IGNORECASE)
_SET_OFF = ("h1", "h2", "h3", "h4", "h5", "h6", "bold", "boldlead")
_LEAST_OWNERS = 2  # items under which paragraphs are counted
_LEAST_LISTED = 2  # lines of a list
_LEAST_HEADS = 3  # headings under which paragraphs are counted through
_COUNTED_ON, _MOST_PROSE = 0.8, 0.6  # of those that count on, that are sentences
_SHORT = 20  # characters of a heading
_PROSE = 0.4  # of the counted lines that are sentences: parts have titles


def without_paragraph_numbers(
    text: str, candidates: list[Candidate]
) -> list[Candidate]:
    """Return the places where items may begin, numbered paragraphs of items left out.

    Under "4 Finance", set in bold, the paragraphs 4.1, 4.2, 4.3 are sentences in plain
    print. A part in bold of its own may stand among them.
    """
    counted = _counted(candidates)
    prose = sum(x.told or _breaks_off(text, x) for x in counted)
    dropped = {id(x) for x in counted if prose >= _PROSE * len(counted)}
    dropped |= {id(x) for x in _counted_through(text, candidates)}
    return [x for x in candidates if id(x) not in dropped]


def _counted_through(text: str, candidates: list[Candidate]) -> list[Candidate]:
    """Return the paragraphs that are counted through under headings without numbers.

    "Welcome" / "1. The chair opened the meeting." / "Minutes" / "2. They were agreed."
    """
    counted = [x for x in candidates if x.number and x.number.scheme == "int"]
    first = {x.index for x in counted}
    heads = [
        x
        for x in candidates
        if x.number is None and x.alone and not x.told and x.index + 1 in first
    ]
    if len(heads) < _LEAST_HEADS or sum(x.standing is not None for x in heads) < 2:
        return []
    steps = [follows(a, b) for a, b in pairwise(counted)]
    prose = sum(x.style == "plain" and _tells(text, x) for x in counted)
    counts_on = sum(steps) >= _COUNTED_ON * len(steps)
    return counted if counts_on and prose >= _MOST_PROSE * len(counted) else []


def _tells(text: str, x: Candidate) -> bool:
    """Say whether a numbered line is a sentence: it tells, or a full stop ends it."""
    stopped = text[x.title_end : x.title_end + 1] == "." and not x.standing
    long = x.title_end - x.title_start > _SHORT
    return x.told or (long and (stopped or _breaks_off(text, x)))


def _counted(candidates: list[Candidate]) -> list[Candidate]:
    """Return the plain lines numbered under the item, set off, that they stand in."""
    owners = [x for x in candidates if _owns(x)]
    starts = [x.start for x in owners]
    found = []
    over: set[int] = set()
    for x in candidates:
        at = bisect_right(starts, x.start) - 1
        if x.style in _SET_OFF or at < 0 or not _is_under(x, owners[at]):
            continue
        found.append(x)
        over.add(at)
    return found if len(over) >= _LEAST_OWNERS else []


def _owns(x: Candidate) -> bool:
    return x.number is not None and x.number.scheme == "int" and x.style in _SET_OFF


def _is_under(x: Candidate, owner: Candidate) -> bool:
    """Say whether a number goes on from that of an item: 4.2 in 4."""
    if x.number is None or owner.number is None:
        return False
    value = owner.number.value
    return x.number.scheme in (f"dec:{value}", f"sub:{value}")


def _breaks_off(text: str, x: Candidate) -> bool:
    """Say whether a title was cut out of a sentence that runs on behind it.

    A dash behind it parts it from its text: "4.1 Slipway – the ramp was closed".
    """
    runs_on = not x.alone and text[x.title_end : x.title_end + 1] == " "
    return runs_on and not DASHED.match(text, x.title_end)


def without_bare_lists(
    text: str, candidates: list[Candidate], chosen: list[Candidate]
) -> list[Candidate]:
    """Return the places where items may begin, lists inside marked items left out.

    Under "5.2 TENDERS" the lines "1. Westmoor Plant", "2. Kalder Machinery" count what
    is named, with nothing told below any of them.
    """
    numbered = [x for x in chosen if x.number]
    if 2 * sum(x.style != "plain" for x in numbered) <= len(numbered):
        return candidates
    starts = [x.start for x in chosen]
    taken = set(starts)
    dropped: set[int] = set()
    for run in _bare_lists([x for x in candidates if x.start not in taken]):
        at = bisect_right(starts, run[0].start) - 1
        title = chosen[at].title(text) if at >= 0 else ""
        if title and not (HOLDS.match(title) or _GATHERS.search(title)):
            dropped |= {x.start for x in run}
    return [x for x in candidates if x.start not in dropped]


def _bare_lists(candidates: list[Candidate]) -> Iterator[list[Candidate]]:
    """Yield the plain lines that count up from 1, each right below the last."""
    run: list[Candidate] = []
    for x in candidates:
        if not (x.number and x.number.scheme == "int" and x.style == "plain"):
            continue
        if run and x.index == run[-1].index + 1 and follows(run[-1], x):
            run.append(x)
            continue
        if len(run) >= _LEAST_LISTED:
            yield run
        run = [x] if x.number.value == 1 else []
    if len(run) >= _LEAST_LISTED:
        yield run


# "It was resolved to authorise:", "RESOLVED that", "The Board agreed the following:"
_RESOLVES = re.compile(
    r"(?:RESOLVED|AGREED|RECOMMENDED|\b(?:[Rr]esolved|[Aa]greed|[Dd]ecided|[Rr]ecommended"
    r"|[Aa]pproved?|authori[sz]ed?))\b(?:[^.:]{0,60}(?:\w\s?:[-–—]?|\bthat)|(?<=SOLVED)|(?<=solved)):?\s*$"
)
_LEAD_TAIL = 140  # characters of a paragraph's end that may lead to a list


def without_resolved_lists(
    text: str, paragraphs: Sequence[Paragraph], candidates: list[Candidate]
) -> list[Candidate]:
    """Return the places where items may begin, lists of what was resolved left out.

    Under item 5 "It was resolved to authorise:" leads to "1. ..." and "2. ...": these
    count anew, and do not go on from the items.
    """
    dropped: set[int] = set()
    last: Candidate | None = None  # the number before: of the items, or of the list
    item = 0  # the number of the item that the list stands in
    for x in candidates:
        if not (x.number and x.number.scheme == "int"):
            continue
        inside = last is not None and last.start in dropped
        opens = item > 0 and x.number.value == 1 and x.style == "plain"
        if inside and last is not None:
            goes_on = x.index == last.index + 1 and follows(last, x)
            drops = goes_on and x.number.value != item + 1
        else:
            drops = opens and x.index > 0 and _resolves(text, paragraphs[x.index - 1])
        if drops:
            dropped.add(x.start)
        else:
            item = x.number.value
        last = x
    return [x for x in candidates if x.start not in dropped]


def _resolves(text: str, above: Paragraph) -> bool:
    """Say whether a paragraph ends as what leads to a list of what was resolved."""
    tail = max(above.start, above.end - _LEAD_TAIL)
    return _RESOLVES.search(text, tail, above.end) is not None
