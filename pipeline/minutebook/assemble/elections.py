"""Settles elections: the one who was declared elected, not all who were nominated."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from minutebook.assemble.motions import motion_beside
from minutebook.assemble.scope import Scope
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
_ASIDE = frozenset({"Councillor", "Councillors", "Cllr", "Mr", "Mrs", "Ms", "Dr"})


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
