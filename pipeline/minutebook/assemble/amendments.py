"""Parts what is told of an amendment from what is told of the motion it amends.

"Mr Orr moved that it be sold. Mrs Holt moved as an amendment that it be let. The
amendment was lost. The original motion was then carried": two motions, two fates.
"""

from __future__ import annotations

import re

from minutebook.assemble.movers import find_motion
from minutebook.grammar.paragraphs import Sentence

# "An amendment was moved by", "moved, as an amendment, that", "by way of amendment"
_MOVES = re.compile(
    r"\bamendment\b[^.]{0,120}\b(?:moved|proposed|put\sforward|submitted)\b"
    r"|\b(?:moved|proposed|submitted|put\sforward)\b[^.]{0,60}\bamendment\b",
    re.IGNORECASE,
)
# "The amendment was lost", "4 voted for the amendment", "a vote on the amendment"
_FATE = re.compile(
    r"\bamendment\b[^.]{0,220}\b(?:lost|carried|defeated|passed|rejected|approved|adopted"
    r"|fell|falls|not\sagreed)\b|\b(?:lost|carried|defeated)\sthe\samendment\b"
    r"|\b(?:for|against|on)\sthe\samendment\b",
    re.IGNORECASE,
)
# "This was seconded by Mr Orr, and on being put to the meeting was lost": behind it
_ITS_FATE = re.compile(
    r"\W{0,4}(?:This|It|The\ssame)\s[^;]{0,40}\b(?:seconded|put|supported)\b[^;]{0,90}?"
    r"\b(?:lost|carried|defeated|passed|rejected|adopted|agreed|fell)\b"
)
_NO_SECOND = re.compile(
    r"\b(?:seconder|no\ssecond|lapsed?|withdr[ae]wn?|withdrew)\b", re.IGNORECASE
)
# "The original motion was then put", "On a vote the motion as amended"
_ORIGINAL = re.compile(
    r"\W{0,4}(?:(?:Upon|On|After|Following)\s[^.,]{0,50},?\s)?(?:The|the)\s"
    r"(?:(?:original|substantive|main|first|amended)\s)?"
    r"(?:motion|proposal|proposition|resolution|recommendation|MOTION)\b",
)


def cut_at_amendments(
    text: str, sentences: tuple[Sentence, ...]
) -> tuple[list[int], list[int]]:
    """Return where, among some sentences, amendments and what they amend begin.

    The first offsets are those of amendments, the second those of the sentences that
    tell of the motion again. Both are empty unless an amendment has its own fate.
    """
    opens: list[int] = []
    again: list[int] = []
    told = False  # what became of the last amendment
    for at, (start, end) in enumerate(sentences):
        if opens and told and _ORIGINAL.match(text, start, end):
            again.append(start)
            told = False
        elif _MOVES.search(text, start, end) and find_motion(text, start, end):
            if not _is_settled(text, sentences[at:]):
                return [], []
            opens.append(start)
            told = _FATE.search(text, start, end) is not None
        elif opens and not told:
            told = _tells_fate(text, start, end)
    return opens, again


def _is_settled(text: str, sentences: tuple[Sentence, ...]) -> bool:
    """Say whether an amendment was voted upon where it is moved, or just below."""
    for start, end in sentences[:_NEAR]:
        if _NO_SECOND.search(text, start, end):
            return False
        if _tells_fate(text, start, end):
            return True
    return False


def _tells_fate(text: str, start: int, end: int) -> bool:
    """Say whether a sentence tells what became of the amendment moved before it."""
    if _FATE.search(text, start, end):
        return True
    return _ITS_FATE.match(text, start, end) is not None


_NEAR = 4  # sentences from an amendment to its fate
