"""Counts how often each rule is right against gold, for `certainty.tsv`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from minutebook import score

Counts = Counter[tuple[str, str]]


def count_rules(
    pairs: Iterable[tuple[Mapping[str, Any], Mapping[str, Any]]],
) -> tuple[Counts, Counts]:
    """Return how often each (rule, finding) was right and how often it was seen.

    `pairs` gives (gold, record) for each document.
    """
    right: Counts = Counter()
    seen: Counts = Counter()
    for gold, record in pairs:
        for layer, found in (("decisions", "kind"), ("actions", "")):
            confirmed = _confirmed(layer, gold, record)
            for at, entry in enumerate(record.get(layer) or []):
                for key in _keys(entry, found):
                    seen[key] += 1
                    right[key] += at in confirmed
    return right, seen


def _confirmed(
    layer: str, gold: Mapping[str, Any], record: Mapping[str, Any]
) -> set[int]:
    """Return the positions of the findings that gold holds too."""

    def alike(a: Mapping[str, Any], b: Mapping[str, Any]) -> float:
        return score.shared_words(a.get("text"), b.get("text"))

    wanted, given = gold.get(layer) or [], record.get(layer) or []
    return {j for _, j in score.pair_up(wanted, given, alike, 0.5)}


def _keys(entry: Mapping[str, Any], found: str) -> list[tuple[str, str]]:
    rule = str(entry["rule"])
    keys = [(rule.split("-")[0], ""), (rule, "")]
    return [*keys, (rule, str(entry[found]))] if found else keys


def write_counts(path: Path, right: Counts, seen: Counts) -> None:
    """Write the counts as a table, in the order of the rules."""
    lines = ["rule\tfound\tright\tseen"]
    lines += [
        f"{rule}\t{found}\t{right[rule, found]}\t{seen[rule, found]}"
        for rule, found in sorted(seen)
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
