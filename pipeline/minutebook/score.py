"""Compares extracted records with gold annotations, layer by layer.

Every layer counts what was found of what gold holds and of what was predicted;
precision, recall and F1 are micro-averages over all documents.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

Record = dict[str, Any]

HEADLINE = (
    "attendance",
    "attendance.status",
    "items",
    "decisions",
    "decisions.kind",
    "actions",
    "people",
    "organisations",
    "roles",
    "money",
    "dates",
)
_ALIKE = 0.85  # roles, organisations of attendees, council and body
_TITLES_ALIKE = 0.8
_WORDS_SHARED = 0.5

_TITLE_WORDS = re.compile(
    r"""^(?:(?:the\s+)?(?:right\s+)?
    (?:hon(?:ourable)?|worshipful|revd?|reverend|councill?ors?|cllrs?|clr|cr|mr|mrs|ms
      |miss|mx|dr|prof(?:essor)?|sir|dame|lord|lady|ald(?:erman)?|supt|ds|dci|pc|pcso
      |sgt|insp(?:ector)?)
    \b\.?\s+)""",
    re.VERBOSE | re.IGNORECASE,
)
_LETTERS_AFTER = re.compile(
    r""",?\s+(?:OBE|MBE|CBE|JP|QPM|PhD|DL|QC|KC|FCA|MP|MEP|MSP|TD|AM|MS)\b\.?$""",
    re.VERBOSE,
)
_ENDS = 8  # titles before and letters after a name, at most


# ------------------------------------------------------------------ what is compared


def fold(text: str | None) -> str:
    """Return text in lower case, without accents, whoever chairs being the chair.

    >>> fold("Chairman of the  Café & Bar")
    'chair of the cafe and bar'
    """
    plain = unicodedata.normalize("NFKD", text or "")
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    plain = plain.replace("\u2019", "'").replace("\u2018", "'").replace("&", " and ")
    return re.sub(
        r"\bchair(?:man|woman|person)\b", "chair", " ".join(plain.lower().split())
    )


def words(text: str | None) -> list[str]:
    """Return the words, numbers and currency signs of a text."""
    return re.findall(r"[a-z0-9£$€%]+", fold(text))


def name_key(text: str | None) -> str:
    """Return a personal name without titles, letters after it and punctuation.

    >>> name_key("Cllr Mrs Ada O'Penrose MBE")
    'ada openrose'
    """
    name = " ".join((text or "").split())
    for _ in range(_ENDS):
        name = _LETTERS_AFTER.sub("", name)
    for _ in range(_ENDS):
        name = _TITLE_WORDS.sub("", name)
    return " ".join(re.findall(r"[a-z]+", fold(name).replace("'", "")))


def organisation_key(text: str | None) -> str:
    """Return an organisation's words without a leading "the"."""
    key = words((text or "").replace("'", "").replace("\u2019", ""))
    return " ".join(key[1:] if key[:1] == ["the"] else key)


def number_key(number: object) -> str:
    """Return the number of an item in its barest form.

    >>> number_key("24/056.")
    '24/056'
    """
    return re.sub(r"[^0-9a-z/.\-]", "", fold(str(number or ""))).strip(".-/")


def similarity(one: str | None, other: str | None) -> float:
    """Return how alike the words of two texts are, from 0 to 1."""
    left, right = " ".join(words(one)), " ".join(words(other))
    if not left or not right:
        return 0.0
    if left == right:
        return 1.0
    return SequenceMatcher(None, left, right, autojunk=False).ratio()


def shared_words(one: str | None, other: str | None) -> float:
    """Return the F1 of the words that two texts share."""
    left, right = Counter(words(one)), Counter(words(other))
    shared = sum((left & right).values())
    return 2 * shared / (sum(left.values()) + sum(right.values())) if shared else 0.0


# --------------------------------------------------------------------------- counting


@dataclass(slots=True)
class Count:
    """What one layer found, of what gold holds and of what was predicted."""

    found: int = 0
    gold: int = 0
    predicted: int = 0

    @property
    def precision(self) -> float:
        """Return found of predicted."""
        return self.found / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Return found of gold."""
        return self.found / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall."""
        both = self.gold + self.predicted
        return 2 * self.found / both if both else 0.0


@dataclass(slots=True)
class Tally:
    """The counts of every layer, and what went wrong in each."""

    counts: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    errors: dict[str, list[tuple[str, str, str]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    document: str = ""

    def add(
        self,
        layer: str,
        found: int,
        gold: int,
        predicted: int,
        missed: Iterable[object] = (),
        extra: Iterable[object] = (),
    ) -> None:
        """Count the findings of one document in one layer."""
        count = self.counts[layer]
        count.found += found
        count.gold += gold
        count.predicted += predicted
        errors = self.errors[layer]
        errors += [(self.document, "missed", str(x)) for x in missed]
        errors += [(self.document, "extra", str(x)) for x in extra]

    @property
    def mean_f1(self) -> float:
        """Return the mean F1 of the headline layers."""
        return sum(self.counts[x].f1 for x in HEADLINE if x in self.counts) / len(
            HEADLINE
        )


def score_document(tally: Tally, gold: Record, predicted: Record) -> None:
    """Add the findings of one document to a tally."""
    tally.document = gold["document"]
    _meeting(tally, gold.get("meeting") or {}, predicted.get("meeting") or {})
    _attendance(tally, _list(gold, "attendance"), _list(predicted, "attendance"))
    _items(tally, _list(gold, "items"), _list(predicted, "items"))
    _passages(
        tally, "decisions", gold, predicted, ("kind", "item", "mover", "seconder")
    )
    _passages(tally, "actions", gold, predicted, ("item", "owners", "due"))
    _entities(tally, "people", gold, predicted, name_key)
    _entities(tally, "organisations", gold, predicted, organisation_key)
    _roles(tally, _names(_list(gold, "roles")), _names(_list(predicted, "roles")))
    _bag(tally, "money", gold, predicted, _amount)
    _bag(tally, "dates", gold, predicted, lambda x: x["iso"])


def pair_up(
    gold: Sequence[Any],
    predicted: Sequence[Any],
    alike: Callable[[Any, Any], float],
    least: float,
) -> list[tuple[int, int]]:
    """Return pairs of positions, best first, each position once at most.

    Among equally good pairs the closest in order comes first.

    >>> pair_up(["a", "b"], ["b", "c"], lambda x, y: float(x == y), 1.0)
    [(1, 0)]
    """
    scored = [
        (value, -abs(i - j), i, j)
        for i, g in enumerate(gold)
        for j, p in enumerate(predicted)
        if (value := alike(g, p)) >= least
    ]
    pairs: list[tuple[int, int]] = []
    taken: tuple[set[int], set[int]] = (set(), set())
    for _, _, i, j in sorted(scored, reverse=True):
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            pairs.append((i, j))
    return pairs


def _list(record: Record, layer: str) -> list[Any]:
    return record.get(layer) or []


def _names(entries: list[Any]) -> list[str]:
    return [x if isinstance(x, str) else x["name"] for x in entries]


def _left_over(
    entries: Sequence[Any], used: Iterable[int], show: Callable[[Any], object]
) -> list[object]:
    taken = set(used)
    return [show(x) for n, x in enumerate(entries) if n not in taken]


def _add_pairs(
    tally: Tally,
    layer: str,
    gold: Sequence[Any],
    predicted: Sequence[Any],
    pairs: list[tuple[int, int]],
    show: Callable[[Any], object],
) -> None:
    tally.add(
        layer,
        len(pairs),
        len(gold),
        len(predicted),
        _left_over(gold, (i for i, _ in pairs), show),
        _left_over(predicted, (j for _, j in pairs), show),
    )


def _meeting(tally: Tally, gold: Record, predicted: Record) -> None:
    for key in ("council", "body", "date", "start", "end"):
        wanted, given = gold.get(key), predicted.get(key)
        if wanted is None:
            continue
        right = wanted == given
        if key in ("council", "body"):
            right = given is not None and (
                organisation_key(wanted) == organisation_key(given)
                or similarity(wanted, given) >= _ALIKE
            )
        missed = [] if right else [f"{wanted!r} (got {given!r})"]
        tally.add(f"meeting.{key}", int(right), 1, int(given is not None), missed)


def _attendance(tally: Tally, gold: list[Record], predicted: list[Record]) -> None:
    def same(a: Record, b: Record) -> float:
        key = name_key(a.get("name"))
        return float(bool(key) and key == name_key(b.get("name")))

    pairs = pair_up(gold, predicted, same, 1.0)
    _add_pairs(tally, "attendance", gold, predicted, pairs, lambda x: x.get("name"))
    wrong = [(i, j) for i, j in pairs if gold[i]["status"] != predicted[j]["status"]]
    tally.add(
        "attendance.status",
        len(pairs) - len(wrong),
        len(gold),
        len(predicted),
        (
            f"{gold[i]['name']}: {gold[i]['status']} (got {predicted[j]['status']})"
            for i, j in wrong
        ),
    )
    for key in ("role", "organisation"):
        _attribute(
            tally, "attendance", key, gold, predicted, pairs,
            lambda a, b: similarity(a, b) >= _ALIKE, lambda x: bool(x), "name",
        )  # fmt: skip
    chairs = {name_key(x.get("name")) for x in gold if x.get("chair")}
    found = {name_key(x.get("name")) for x in predicted if x.get("chair")}
    tally.add(
        "attendance.chair", len(chairs & found), len(chairs), len(found),
        sorted(chairs - found), sorted(found - chairs),
    )  # fmt: skip


def _attribute(
    tally: Tally,
    layer: str,
    key: str,
    gold: list[Record],
    predicted: list[Record],
    pairs: list[tuple[int, int]],
    same: Callable[[Any, Any], bool],
    given: Callable[[Any], bool],
    show: str,
) -> None:
    """Count in how many pairs an attribute is right, of all that have one."""
    wanted = [(i, j) for i, j in pairs if given(gold[i].get(key))]
    right = {
        (i, j)
        for i, j in wanted
        if given(predicted[j].get(key)) and same(gold[i][key], predicted[j][key])
    }
    tally.add(
        f"{layer}.{key}",
        len(right),
        sum(given(x.get(key)) for x in gold),
        sum(given(x.get(key)) for x in predicted),
        (
            f"{gold[i][key]} (got {predicted[j].get(key)}): {gold[i].get(show)}"
            for i, j in wanted
            if (i, j) not in right
        ),
    )


def _items(tally: Tally, gold: list[Record], predicted: list[Record]) -> None:
    def alike(a: Record, b: Record) -> float:
        return similarity(a.get("title"), b.get("title"))

    pairs = pair_up(gold, predicted, alike, _TITLES_ALIKE)
    _add_pairs(
        tally, "items", gold, predicted, pairs,
        lambda x: f"{x.get('number')} {x.get('title')}",
    )  # fmt: skip
    _attribute(
        tally, "items", "number", gold, predicted, pairs,
        lambda a, b: number_key(a) == number_key(b), lambda x: bool(x), "title",
    )  # fmt: skip


_SAME_FIELD: dict[str, Callable[[Any], Any]] = {
    "item": number_key,
    "mover": name_key,
    "seconder": name_key,
    "kind": str,
    "due": str,
}


def _passages(
    tally: Tally, layer: str, gold: Record, predicted: Record, keys: tuple[str, ...]
) -> None:
    def alike(a: Record, b: Record) -> float:
        return shared_words(a.get("text"), b.get("text"))

    wanted, given = _list(gold, layer), _list(predicted, layer)
    pairs = pair_up(wanted, given, alike, _WORDS_SHARED)
    _add_pairs(tally, layer, wanted, given, pairs, lambda x: x.get("text"))
    for key in keys:
        if key == "owners":
            _owners(tally, layer, wanted, given, pairs)
            continue
        norm = _SAME_FIELD[key]
        _attribute(
            tally, layer, key, wanted, given, pairs,
            lambda a, b, norm=norm: norm(a) == norm(b),  # type: ignore[misc]
            lambda x: x is not None, "text",
        )  # fmt: skip


def _owners(
    tally: Tally,
    layer: str,
    gold: list[Record],
    predicted: list[Record],
    pairs: list[tuple[int, int]],
) -> None:
    def bag(entry: Record) -> Counter[str]:
        owners = entry.get("owners") or []
        return Counter(name_key(x) or " ".join(words(x)) for x in owners)

    def size(entries: list[Record]) -> int:
        return sum(len(x.get("owners") or []) for x in entries)

    found = sum((bag(gold[i]) & bag(predicted[j])).total() for i, j in pairs)
    tally.add(
        f"{layer}.owners", found, size(gold), size(predicted),
        (
            f"{gold[i].get('owners')} (got {predicted[j].get('owners')})"
            for i, j in pairs
            if bag(gold[i]) != bag(predicted[j])
        ),
    )  # fmt: skip


def _entities(
    tally: Tally, layer: str, gold: Record, predicted: Record, key: Callable[[str], str]
) -> None:
    """Count entities found by any name; another name of one found is no error."""
    wanted = [_keys(x, key) for x in _list(gold, layer)]
    given = [_keys(x, key) for x in _list(predicted, layer)]
    found: dict[int, int] = {}
    for j, keys in enumerate(given):
        free = (i for i, w in enumerate(wanted) if i not in found and w & keys)
        first = next(free, None)
        if first is not None:
            found[first] = j
    used = set(found.values())
    again = {
        j
        for j, keys in enumerate(given)
        if j not in used and any(keys & w for w in wanted)
    }
    tally.add(
        layer, len(found), len(wanted), len(given) - len(again),
        _left_over(_list(gold, layer), found, lambda x: x["name"]),
        _left_over(_list(predicted, layer), used | again, lambda x: x["name"]),
    )  # fmt: skip


def _keys(entry: Record, key: Callable[[str], str]) -> set[str]:
    return {key(x) for x in (entry["name"], *(entry.get("aliases") or ()))} - {""}


def _roles(tally: Tally, gold: list[str], predicted: list[str]) -> None:
    pairs = pair_up(gold, predicted, similarity, _ALIKE)
    _add_pairs(tally, "roles", gold, predicted, pairs, str)


def _amount(entry: Record) -> Hashable:
    return round(float(entry["amount"]), 2), entry.get("currency") or "GBP"


def _bag(
    tally: Tally,
    layer: str,
    gold: Record,
    predicted: Record,
    key: Callable[[Record], Hashable],
) -> None:
    wanted = Counter(key(x) for x in _list(gold, layer))
    given = Counter(
        key(x)
        for x in _list(predicted, layer)
        if x.get("amount", x.get("iso")) is not None
    )
    tally.add(
        layer, (wanted & given).total(), wanted.total(), given.total(),
        (wanted - given).elements(), (given - wanted).elements(),
    )  # fmt: skip


def rows_of(tally: Tally) -> Iterator[dict[str, Any]]:
    """Yield the figures of each layer, in the order of their names."""
    for layer in sorted(tally.counts):
        count = tally.counts[layer]
        yield {
            "layer": layer,
            "precision": round(count.precision, 4),
            "recall": round(count.recall, 4),
            "f1": round(count.f1, 4),
            "found": count.found,
            "gold": count.gold,
            "predicted": count.predicted,
        }
