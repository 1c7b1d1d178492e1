"""Settles elections: the one who was declared elected, not all who were nominated."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from minutebook.assemble.motions import motion_beside
from minutebook.assemble.scope import Scope, decide
from minutebook.grammar.paragraphs import Paragraph
from minutebook.records import Decision

# "the Clerk declared Councillor Penrose elected as Mayor"
_DECLARED = re.compile(
    r"\bdeclared\s+(?P<name>(?:(?:[(A-Z][\w’'.,()-]*|and)\s+){1,24}?)(?:was\s+|to\s+be\s+)?(?:duly"
    r"\s+)?(?:elected|appointed|carried)\b"
)
# "That Councillor Penrose be appointed Mayor": one candidate's nomination
_NOMINATION = re.compile(
    r"\W{0,6}That\b.{3,200}?\bbe\s+(?:elected|appointed)\b", re.DOTALL
)
_POST = (
    r"(?:(?:Joint|Acting|Deputy|Assistant|Hon\.?|Honorary|Minutes?|Membership|Booking"
    r"|Vice)[\s-])?(?i:(?:vice[\s-])?chair\w{0,6}|(?:vice[\s-])?president|secretary"
    r"|treasurer|auditor|PRO|captain|[a-z]{1,12}\sofficer)"
)
_NAMED = r"[A-Z][\w’'.-]{0,20}(?:[ ][A-Z][\w’'.-]{0,20}){1,3}"
# "Chair - Ada Penrose", "Ada Penrose: Treasurer": one line of those elected
_LINE = re.compile(
    rf"\W{{0,6}}(?:{_POST}\s?[:–-]\s?{_NAMED}|{_NAMED}\s?[:–-]\s?{_POST})\W{{0,4}}"
)
_ASIDE = frozenset({"Councillor", "Councillors", "Cllr", "Mr", "Mrs", "Ms", "Dr"})


def read_posts(scope: Scope, paragraph: Paragraph, start: int) -> Iterator[Decision]:
    """Yield who was elected to what, where lines say no more than that."""
    text = scope.text
    for line in paragraph.lines:
        begin = max(line.start, start)
        if begin < line.end and _LINE.fullmatch(text, begin, line.end):
            post = decide(scope, begin, line.end, "listed", "", None, None)
            yield replace(post, kind="appointed")


def settle_elections(scope: Scope, found: list[Decision]) -> list[Decision]:
    """Drop nominations and polls that a declaration of the same item settles."""
    settled: list[Decision] = []
    for x in found:
        words = scope.text[x.start : x.end]
        declared = _DECLARED.search(words) if "declared" in words else None
        if declared is None:
            settled.append(x)
            continue
        winner = set(declared["name"].split()) - _ASIDE
        for nomination in reversed(list(_take_nominations(scope, settled, x))):
            said = scope.text[nomination.start : nomination.end]
            if x.mover is None and winner & set(re.findall(r"[\w’'-]+", said)):
                motion = motion_beside(scope, nomination)
                x = replace(
                    x,
                    mover=motion.mover if motion else nomination.mover,
                    seconder=motion.seconder if motion else nomination.seconder,
                )
        settled.append(x)
    return settled


def _take_nominations(
    scope: Scope, settled: list[Decision], declared: Decision
) -> Iterator[Decision]:
    """Yield, and take off the list, the nominations just before a declaration."""
    while settled and settled[-1].item == declared.item:
        last = settled[-1]
        poll = last.rule == "decision-poll"
        words = scope.text[last.start : last.end]
        if not poll and not _NOMINATION.match(words):
            return
        settled.pop()
        if not poll:
            yield last
