"""Finds the best increasing run of numbers among the places where items may begin."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import replace

from minutebook.segment.candidates import Candidate

STRONG_CHAIN = 5.0  # weight: below it numbers are no list of items
_TWINS = 4  # of the same number further down: so many are looked at
_LARGEST_GAP = 4
_RESTART = 4.5  # what it costs a chain to begin again at 1
_LIST_AGAIN = 7.0  # what it costs a chain to begin again elsewhere, in marked headings
_LEAST_HEADED = 4  # marked headings that count anew below a plain list
_FARTHEST = 12  # a gap that only standing business bridges
_INSET, _DEEPER = 12.0, 3.0  # points of a list in a list; what a step into it costs
_YEARS = range(1900, 2100)
_LEAST_OWNERS = 3  # whole numbers in a row of which decimals may be the parts
_LETTERS = ("lower-letter", "upper-letter", "lower-roman")


def best_chain(text: str, candidates: list[Candidate]) -> tuple[list[Candidate], float]:
    """Return the increasing run of numbers with the most weight, and that weight."""
    schemes: dict[str, list[Candidate]] = defaultdict(list)
    for x in candidates:
        if x.number and (x.number.depth == 1 or x.number.scheme in _LETTERS):
            schemes[x.number.scheme].append(x)
        elif x.number and x.number.scheme.startswith("dec:"):
            schemes["dec"].append(x)
    best: list[Candidate] = []
    best_weight = 0.0
    whole: list[Candidate] = []
    for scheme, members in schemes.items():
        chain, weight = _heaviest(_without_contents(text, members))
        if scheme in _LETTERS:
            weight = _lettered_weight(chain, weight)
        if scheme == "int":
            whole = chain
        if weight > best_weight:
            best, best_weight = chain, weight
    if _parts_of(best, whole):
        best = sorted([*best, *whole], key=lambda x: x.start)
    if len(best) == 1 and not best[0].standing:
        best_weight = min(best_weight, STRONG_CHAIN - 0.1)
    return _without_plain_start(best), best_weight


def _parts_of(chain: list[Candidate], whole: list[Candidate]) -> bool:
    """Say whether decimals are the parts of whole numbers: each stands under its own.

    "6. Finance. 6.1 Accounts. The ...": the whole numbers are items as well.
    """
    if len(whole) < _LEAST_OWNERS or not chain or len(_prefix(chain[0])) != 1:
        return False
    starts = [x.start for x in whole]
    values = [x.number.value for x in whole if x.number]
    if values != [*range(values[0], values[0] + len(values))]:
        return False
    owners = [bisect_right(starts, x.start) - 1 for x in chain]
    return all(
        at >= 0 and _prefix(x)[0] == values[at]
        for x, at in zip(chain, owners, strict=True)
    )


def _without_plain_start(chain: list[Candidate]) -> list[Candidate]:
    """Return a chain without the plain list above those in marked headings.

    "1. To repair the wall", "2. To sell the van" sum up what follows under "1 Wall" ...
    """
    starts = [i for i, x in enumerate(chain) if x.number and x.number.value == 1]
    begin = starts[-1] if starts else 0
    if begin == 1 and chain[0].number and chain[0].number.value in _YEARS:
        return chain[1:]  # "HELD ON 20 MARCH," / "2018." / "PRESENT IN THE CHAIR"
    before, after = chain[:begin], chain[begin:]
    if len(after) < max(_LEAST_HEADED, len(before)):
        return chain
    plain = all(x.style == "plain" and not x.standing for x in before)
    return after if plain and all(x.style[0] in "hb" for x in after) else chain


def _lettered_weight(chain: list[Candidate], weight: float) -> float:
    """Return what a run of letters weighs as the list of items itself; 0 if it is none.

    It begins with the first letter, leaves none out and heads standing business.
    """
    values = [x.number.value for x in chain if x.number]
    if len(values) < 3 or values != list(range(1, len(values) + 1)):
        return 0.0
    if not any(x.standing for x in chain):
        return 0.0
    marked = sum(x.style != "plain" or x.standing is not None for x in chain)
    return weight + len(chain) if 2 * marked > len(chain) else 0.0


def _heaviest(members: list[Candidate]) -> tuple[list[Candidate], float]:
    """Find the heaviest chain whose numbers rise; a restart at 1 costs weight."""
    totals: list[float] = []
    previous: list[int | None] = []
    for j, x in enumerate(members):
        gain = x.weight - _entry_cost(x)
        total, link = gain, None
        local = _goes_on(members[j - 1], x) if j else False
        for i in range(max(0, j - 120), j):
            step = _step_cost(members[i], x)
            if step is not None and local and i < j - 1:
                step += 1.5  # the next entry of another list
            if (
                step is not None
                and i < j - 1
                and _is_twin(members[i], members[j - 1], x)
            ):
                step += _RESTART
            if step is not None and totals[i] + x.weight - step > total:
                total, link = totals[i] + x.weight - step, i
        totals.append(total)
        previous.append(link)
    if not totals:
        return [], 0.0
    at: int | None = max(range(len(totals)), key=totals.__getitem__)
    weight = totals[at] if at is not None else 0.0
    chain: list[Candidate] = []
    while at is not None:
        chain.append(members[at])
        at = previous[at]
    return chain[::-1], weight


def _goes_on(before: Candidate, after: Candidate) -> bool:
    """Say whether a number stands right below the one it goes on from, and like it."""
    next_to = after.index - before.index == 1 and before.style == after.style
    return next_to and follows(before, after)


def _is_twin(one: Candidate, between: Candidate, other: Candidate) -> bool:
    """Say whether a number comes again as a list inside the first one reached it."""
    assert one.number is not None
    assert other.number is not None
    return one.number.value == other.number.value and follows(between, other)


def follows(before: Candidate, after: Candidate) -> bool:
    """Say whether a number is one more than another."""
    assert before.number is not None
    assert after.number is not None
    return after.number.value == before.number.value + 1


def _entry_cost(x: Candidate) -> float:
    assert x.number is not None
    if x.number.value <= 1 or x.number.value > 20:
        return 0.3
    return min(0.4 * (x.number.value - 1), 2.0)


def _step_cost(before: Candidate, after: Candidate) -> float | None:
    assert before.number is not None
    assert after.number is not None
    if before.index == after.index:
        return None
    if before.number.scheme != after.number.scheme:  # 3.9 -> 4.1
        return 0.3 if _prefix(after) > _prefix(before) else None
    gap = after.number.value - before.number.value
    unlike = 0.8 if (before.style == "plain") != (after.style == "plain") else 0.0
    unlike += _DEEPER if _lies_elsewhere(before, after) else 0.0
    if gap == 1:
        return unlike
    if gap == 0 and before.number.text < after.number.text:
        return unlike  # "41a/19", "41b/19"
    if gap == 0:
        again = _RESTART if after.number.value == 1 else 1.6
        return again + 2.5 * unlike
    if 1 < gap <= _LARGEST_GAP:
        return 0.7 * (gap - 1) + unlike
    if gap <= _FARTHEST and gap > 1 and after.standing and not unlike:
        return 3.5
    marked = after.style == before.style != "plain"
    if after.number.value == 1 and before.number.value >= 3:
        return _RESTART if after.standing or marked else None
    if 1 < after.number.value < before.number.value and marked and before.alone:
        return _LIST_AGAIN  # minutes of two parts, the second not begun at 1
    return None


def _lies_elsewhere(before: Candidate, after: Candidate) -> bool:
    """Say whether two numbers are of lists one of which lies in the other."""
    listed = before.indent > 0 < after.indent
    return listed and abs(after.indent - before.indent) >= _INSET


def _prefix(x: Candidate) -> tuple[int, ...]:
    assert x.number is not None
    return tuple(int(n) for n in x.number.scheme[4:].split(".") if n.isdigit())


def _without_contents(text: str, members: list[Candidate]) -> list[Candidate]:
    """Drop a list of contents: numbers close together that come again further down."""
    same: dict[int, list[Candidate]] = defaultdict(list)
    for x in members:
        same[x.number.value if x.number else 0].append(x)
    kept: list[Candidate] = []
    for run in _bare_runs(members):
        if len(run) == 1:
            kept += run
            continue
        again = [_comes_again(text, x, run[-1].start, same) for x in run]
        if len(run) >= 3 and 2 * sum(again) >= len(run):
            continue
        kept += [
            _bare(x) if len(run) >= 3 else x
            for x, twin in zip(run, again, strict=True)
            if x is run[-1] or not twin
        ]
    return kept


def _comes_again(
    text: str, x: Candidate, behind: int, same: dict[int, list[Candidate]]
) -> bool:
    """Say whether a number comes again behind a place with much the same title."""
    twins = same[x.number.value if x.number else 0]
    first = bisect_right(twins, behind, key=lambda c: c.start)
    later = [*twins[first : first + _TWINS], *twins[first + _TWINS :][-1:]]
    return any(_alike(text, x, y) for y in later)


def _bare(x: Candidate) -> Candidate:
    """Return an entry of a list of titles with nothing under them: it weighs less."""
    if x.standing or x.style != "plain":
        return x
    return replace(x, weight=x.weight - 1.0)


def _bare_runs(members: list[Candidate]) -> list[list[Candidate]]:
    """Return the numbers in runs: in each, the next stands right behind the last."""
    runs: list[list[Candidate]] = []
    for x in members:
        last = runs[-1][-1] if runs else None
        if last and x.start - last.body_start <= 12 and follows(last, x):
            runs[-1].append(x)
        else:
            runs.append([x])
    return runs


def _alike(text: str, a: Candidate, b: Candidate) -> bool:
    """Say whether two headings have one number and, more or less, one title."""
    assert a.number is not None
    assert b.number is not None
    if a.number.value != b.number.value:
        return False
    first, second = a.title(text).lower(), b.title(text).lower()
    if first[:6] == second[:6]:
        return True
    one, other = set(first.split()), set(second.split())
    return 2 * len(one & other) > min(len(one), len(other))
