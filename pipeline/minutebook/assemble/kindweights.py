"""Gives decisions the kind that their words, and those beside them, speak for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from minutebook.assemble.consultations import ANSWERED
from minutebook.assemble.kinds import label_kind, opens_noted
from minutebook.assemble.kindtraits import Shown, read_kind_traits
from minutebook.assemble.plainkinds import plain_kind
from minutebook.assemble.scope import Scope
from minutebook.assets import read_rows
from minutebook.certainty import certainty_of
from minutebook.records import Decision

KINDS = (
    *("appointed", "approved", "deferred", "delegated", "noted", "recommended"),
    *("referred", "rejected", "resolved"),
)
ALWAYS = "always"
# "This motion was seconded by Mrs Holt and agreed.": what was moved stands above
_ITS_FATE = re.compile(
    r"\W{0,4}(?:(?:[Tt]he|[Tt]his)\s[Mm]otion\s(?:was|is)\b"
    r"|(?:[A-Z][\w’'.()-]{0,20}\s){1,4}seconded\s(?:the|this)\s[Mm]otion\b)"
    r"(?:(?!\b(?:to|that|not)\b)[^.;]){0,140}\b(?:agreed|carried|passed)\W{0,3}"
)
# "Members agreed to:", and below it "paint the gate": a deed, by its verb alone
_DO = re.compile(r"\bto\W{0,4}$")
Weights = Mapping[str, tuple[int, ...]]  # hundredths: they sum alike in any order


def give_kinds(scope: Scope, decisions: Sequence[Decision]) -> Iterator[Decision]:
    """Yield the decisions, each of the likeliest kind."""
    weights = read_weights("kind_weights.tsv")
    for decision, shown in zip(decisions, show(scope, decisions), strict=True):
        sure = decision.rule == ANSWERED  # "Object: it was approved too soon"
        lead = decision.lead or decision
        told = scope.text[lead.start : lead.end]
        sure = sure or opens_noted(told) or label_kind(told) is not None
        led = lead is not decision
        sure = sure or (led and _DO.search(told) is not None)
        sure = sure or (led and decision.kind == "rejected")  # as the whole list was
        kind = decision.kind if sure else settle_kind(weights, shown)
        if decision.kind != "rejected" and _ITS_FATE.fullmatch(shown.text):
            kind = "resolved"
        if kind == decision.kind:
            yield decision
        else:
            certainty = certainty_of(decision.rule, kind)
            yield replace(decision, kind=kind, certainty=certainty)


def show(scope: Scope, decisions: Sequence[Decision]) -> Iterator[Shown]:
    """Yield what each decision shows of its kind."""
    items = scope.items.items
    around = [None, *decisions, None]
    for above, x, below in zip(around, decisions, around[2:], strict=False):
        item = None if x.item is None else items[x.item]
        title = scope.text[item.title_start : item.title_end] if item else ""
        beside = (
            y.kind if y is not None and y.item == x.item else "-"
            for y in (above, below)
        )
        yield Shown(scope.text[x.start : x.end], title, x.kind, *beside)


@cache
def read_weights(table: str | Path) -> Weights:
    """Return the weights of a table, in hundredths, for each trait one of each kind."""
    rows = read_rows(table)
    return {x["trait"]: tuple(int(x[k]) for k in KINDS) for x in rows}


def settle_kind(weights: Weights, shown: Shown) -> str:
    """Return the likeliest kind; whom nothing chooses is not appointed."""
    kind = likeliest(weights, shown)
    plain = plain_kind(shown.text, shown.kind, kind)
    if plain is not None:
        return plain
    chosen = kind != "appointed" or _CHOOSES.search(f"{shown.title}\n{shown.text}")
    return kind if chosen else shown.kind


# without one of these nobody was chosen, whatever the other words speak for
_CHOOSES = re.compile(
    r"elect|appoint|nominat|(?<!ad)opt|chair|represent|serve|volunteer|offer|hire|employ|recruit"
    r"|officer|member|join|\b(?:become|act|stand|lead|take)s?\b|\bas\b"
    r"|\bbe\b(?!\s(?:[a-z]+ly\s)?(?:[a-z]+ed|made|sent|laid|put|held|kept|paid|given)\b)",
    re.IGNORECASE,
)


def likeliest(weights: Weights, shown: Shown) -> str:
    """Return the kind that the traits of a decision speak for, by such weights."""
    traits = {ALWAYS, *read_kind_traits(shown)}
    rows = [weights[x] for x in traits if x in weights]
    sums = [*map(sum, zip(*rows, strict=True))]
    return KINDS[max(range(len(KINDS)), key=sums.__getitem__)]
