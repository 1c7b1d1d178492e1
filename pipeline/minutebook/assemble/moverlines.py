"""Joins to a resolution the lines that close it: who moved, who seconded, what became.

"BE IT RESOLVED THAT the fee be kept." / "Moved by: A Orr" / "Seconded by: T Holt" /
"Carried": a form that has a line for each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minutebook.grammar.paragraphs import Paragraph

_WHO = r"\s?:?\s{0,4}[A-Z][\w’'. -]{1,40}"
_MOVER = re.compile(rf"(?:Moved|Mover|Proposed|Proposer)(?:\sby)?{_WHO}", re.I)
_SECONDER = re.compile(rf"(?:Seconded|Seconder|2nd)(?:\sby)?{_WHO}", re.I)
_BOTH = re.compile(
    rf"(?:Moved|Mover|Proposed|Proposer)(?:\sby)?{_WHO}?[\s,;/]{{1,9}}"
    rf"(?:Seconded|Seconder)(?:\sby)?{_WHO}",
    re.I,
)
_FATE = re.compile(
    r"(?:(?:the\s)?(?:motion|resolution)\s)?(?:was\s)?(?:carried|passed|adopted|defeated"
    r"|lost)(?:\sunanimously|\son\s(?:a\s)?division)?\W{0,3}"
    r"|(?:vote|result|disposition)\s?:\s?(?:unanimous(?:ly)?|carried|passed|all\sin\sfavou?r"
    r"|defeated|lost)\W{0,3}",
    re.I,
)
# "Recorded vote requested by Cr Orr", "For: 4 Against: 1", between these and the fate
_VOTE = re.compile(
    rf"(?:(?:(?:a\s)?(?:recorded\s)?(?:vote|division)\s(?:was\s)?(?:requested|called(?:\sfor)?|demanded)\sby{_WHO}"
    r"|(?:for|in\sfavou?r|yeas?|ayes?)\s?[:–-][^\n]{1,120}?\s(?:against|opposed|nays?|noes)\s?[:–-][^\n]{1,120}"
    r"|(?:for|against|opposed|abstained)\s?:[^\n]{1,120})\s{0,3}){1,3}",
    re.I,
)
_VOTES = 3  # lines of it
_RESOLUTION = re.compile(
    r"\W{0,4}(?:#?[\dA-Z]{0,6}\d[\w/-]{0,9}[:.]?\s{1,3})?(?:B[Ee]\s[Ii][Tt]\s|RESOLVED\b|Resolved\b|That\s|THAT\s|Motion\s?:)"
)
# "RESULT: APPROVED [3 TO 0]", and the lines of the same form below it
_RESULT = re.compile(r"(?:RESULT|Result):")
_FIELD = re.compile(
    r"(?:MOVED|MOVER|SECONDED|SECONDER|Moved|Mover|Seconded|Seconder)(?:\s(?:BY|by))?:"
)
_FIELDS = 3  # paragraphs below a result that may name its mover and seconder


def find_result_fields(text: str, paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """Return which paragraphs are lines of a form and name who moved, no more."""
    return frozenset(
        below
        for at, result in enumerate(paragraphs)
        if text.startswith(("RESULT", "Result"), result.start)
        and _RESULT.match(text, result.start)
        for below in range(at + 1, min(at + 1 + _FIELDS, len(paragraphs)))
        if _FIELD.match(text, paragraphs[below].start)
    )


def join_mover_lines(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Yield the paragraphs, those that close a resolution as a part of it."""
    at = 0
    while at < len(paragraphs):
        paragraph, size = paragraphs[at], 1
        if _RESOLUTION.match(text, paragraph.start):
            size += _closing(text, paragraphs, at + 1)
        if size > 1:
            joined = paragraphs[at : at + size]
            lines = tuple(y for x in joined for y in x.lines)
            paragraph = Paragraph(paragraph.start, joined[-1].end, lines)
        yield paragraph
        at += size


def _closing(text: str, paragraphs: Sequence[Paragraph], at: int) -> int:
    """Return how many paragraphs name the movers and the fate and nothing else."""
    if at == len(paragraphs) or text[paragraphs[at].start] not in "MmPp":
        return 0
    for shapes in ((_MOVER, _SECONDER, _FATE), (_BOTH, _FATE)):
        fate = at + len(shapes) - 1
        while fate < min(len(paragraphs), at + len(shapes) - 1 + _VOTES):
            if not _VOTE.fullmatch(text, paragraphs[fate].start, paragraphs[fate].end):
                break
            fate += 1
        part = [*paragraphs[at : at + len(shapes) - 1], *paragraphs[fate : fate + 1]]
        if len(part) == len(shapes) and all(
            shape.fullmatch(text, x.start, x.end)
            for shape, x in zip(shapes, part, strict=True)
        ):
            return fate + 1 - at
    return 0
