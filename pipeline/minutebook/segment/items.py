"""Finds the agenda items by their numbers, headings and layout.

Numbers first: the best increasing chain of one numbering scheme. Where there is none,
the family of headings that looks alike (format headings, bold, capitals, labels) and
heads the most business. Then sub-items and single headings are added around it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from dataclasses import replace

from minutebook.records import Item, RosterBlock, SourceDocument
from minutebook.segment.candidates import Candidate, find_candidates
from minutebook.segment.nested import find_parts
from minutebook.segment.titles import titles_document

_STRONG_CHAIN = 5.0
_LEAST_ONLY = 2.2  # weight of the one item of a meeting
_LEAST_FAMILY = 0.8  # score of headings that look alike: three over paragraphs, say
_LEAST_MEAN = 1.2  # weight of a chain's member: below it the chain lists sentences
_TWINS = 4  # of the same number further down: so many are looked at
_LARGEST_GAP = 4
_RESTART = 4.5  # what it costs a chain to begin again at 1
_LEAST_PART = 1.2  # weight of a heading numbered under another: 6.2 under 6
_HEADS_LIST = 3  # headings of one level: where an item lists who came, there are more
_LONGEST_LABEL = 60  # characters of a heading that a colon parts from its text
_SUB_HEADING = 3  # times: a heading that comes so often divides one item after another
_LIST_HEADS = 4  # lines above lists: so many of them are the document's manner
_FARTHEST = 12  # a gap that only standing business bridges
_RUNS_IN = ("runin", "boldlead")  # styles of headings that run into their text
_LEVELS = ("h1", "h2", "h3", "h4", "h5", "h6")
_MARKED = ("h1", "h2", "h3", "h4", "h5", "h6", "bold", "boldlead", "capitals")
_BEFORE_LIST = ("opening", "apologies", "interests")  # may stand above who came
_LETTERS = ("lower-letter", "upper-letter", "lower-roman")

_VERB = re.compile(
    r"\b(?:was|were|is|are|had|has|have|been|received|given|noted|accepted|sent)\b"
)


def find_items(
    source: SourceDocument, rosters: tuple[RosterBlock, ...]
) -> tuple[Item, ...]:
    """Return the agenda items in the order of the text."""
    candidates = _after_title(source.text, find_candidates(source, rosters), rosters)
    chain, weight = best_chain(source.text, candidates)
    family, score = best_family(source.text, candidates)
    headed = sum(x.style[0] in "hb" for x in chain) * 2 > len(chain)
    outranked = score > weight and not headed
    outranked = outranked or _numbers_anew(candidates, chain, family)
    outranked = outranked or _lies_in_one(chain, family)
    strong = weight >= _STRONG_CHAIN and weight >= _LEAST_MEAN * len(chain)
    strong = strong or (score < 1.0 and _is_only_item(chain))
    if strong and not outranked:
        chosen = _round_out(source.text, candidates, chain)
        rule = "numbered"
    else:
        chosen = family
        rule = "headed"
    parts = find_parts(candidates, chosen)
    nested = frozenset(x.start for x in parts)
    heads = {x.start for x in rosters if x.rule == "roster-label"}
    chosen = [x for x in chosen if not _heads_names(x, heads)]
    return _build(source.text, _in_order([*chosen, *parts]), rule, nested)


def _heads_names(x: Candidate, lists: set[int]) -> bool:
    """Say whether "Apologies" stands over a mere list of names, and has no number."""
    if x.number or x.standing != "apologies" or not x.alone:
        return False
    return any(at in lists for at in range(x.title_end, x.title_end + 4))


def _lies_in_one(chain: list[Candidate], family: list[Candidate]) -> bool:
    """Say whether all the numbers stand under one of several marked headings."""
    marked = [x for x in family if x.number is None and x.style in _MARKED]
    known = sum(x.standing is not None for x in chain)
    if len(marked) < max(4, len(chain)) or known > 1 or not chain:
        return False
    if any(x.style in _MARKED for x in chain):
        return False
    before = sum(x.start < chain[0].start for x in marked)
    after = sum(x.start > chain[-1].start for x in marked)
    last = after == 0 and known == 0  # a list of tasks, say, under the last heading
    return before > 0 and (after > 0 or last) and before + after == len(marked)


def _is_only_item(chain: list[Candidate]) -> bool:
    """Say whether few items, the first numbered 1, are all of a special meeting's."""
    first = chain[0] if chain else None
    if first is None or first.number is None or first.number.value != 1:
        return False
    if len(chain) == 1:
        return first.weight >= _LEAST_ONLY and not first.told
    return all(x.style in _MARKED for x in chain)


def _numbers_anew(
    candidates: list[Candidate], chain: list[Candidate], family: list[Candidate]
) -> bool:
    """Say whether the numbers begin at 1 under one heading after another.

    Then they count the points under the headings, and the headings are the items.
    """
    marked = {x.index for x in family if x.number is None and x.style in _MARKED}
    if len(marked) < 3 or any(x.style in _MARKED for x in chain):
        return False
    ones = {
        x.index
        for x in candidates
        if x.number and x.number.value == 1 and x.index - 1 in marked
    }
    return len(ones) >= 3 or 2 * len(ones) >= len(marked)


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
    for scheme, members in schemes.items():
        chain, weight = _heaviest(_without_contents(text, members))
        if scheme in _LETTERS:
            weight = _lettered_weight(chain, weight)
        if weight > best_weight:
            best, best_weight = chain, weight
    if len(best) == 1 and not best[0].standing:
        best_weight = min(best_weight, _STRONG_CHAIN - 0.1)
    return best, best_weight


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
    return next_to and _follows(before, after)


def _is_twin(one: Candidate, between: Candidate, other: Candidate) -> bool:
    """Say whether a number comes again as a list inside the first one reached it."""
    assert one.number is not None
    assert other.number is not None
    return one.number.value == other.number.value and _follows(between, other)


def _follows(before: Candidate, after: Candidate) -> bool:
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
    if gap == 1:
        return unlike
    if gap == 0:
        again = _RESTART if after.number.value == 1 else 1.6
        return again + 2.5 * unlike
    if 1 < gap <= _LARGEST_GAP:
        return 0.7 * (gap - 1) + unlike
    if gap <= _FARTHEST and gap > 1 and after.standing and not unlike:
        return 3.5
    known = after.standing or (after.style == before.style != "plain")
    if after.number.value == 1 and before.number.value >= 3 and known:
        return _RESTART
    return None


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
        if last and x.start - last.body_start <= 12 and _follows(last, x):
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


def _after_title(
    text: str, candidates: list[Candidate], rosters: tuple[RosterBlock, ...]
) -> list[Candidate]:
    """Leave out the document's own title and whatever else stands before the list."""
    said = [x for x in rosters if x.status != "apologies"]
    lists = [x.start for x in said if x.rule != "roster-sentence"]
    lists = lists or [x.start for x in said]
    first = min(lists, default=0)
    last = max((x.start for x in candidates), default=0)
    if lists and first < 0.5 * last:  # some minutes list who came at their end
        head = _heads_list(candidates, first)
        return [
            x
            for x in candidates
            if x.number or x.start >= first or x.standing in _BEFORE_LIST or x is head
        ]
    return [
        x
        for x in candidates
        if x.number
        or x.standing != "minutes"
        or x.index > 8
        or (x.index > 2 and not titles_document(x.title(text)))
    ]


def _heads_list(candidates: list[Candidate], first: int) -> Candidate | None:
    """Return the heading of the item under which those who came are listed.

    It is the last before them, and many that follow are headings of the same level.
    """
    before = [x for x in candidates if x.start < first and x.style in _MARKED]
    head = before[-1] if before else None
    if head is None or head.number or not head.alone or head.standing == "minutes":
        return None
    if head.style not in _LEVELS:
        return None
    later = sum(x.style == head.style and x.alone for x in candidates[-200:])
    return head if later > _HEADS_LIST else None


def best_family(
    text: str, candidates: list[Candidate]
) -> tuple[list[Candidate], float]:
    """Return the headings that look alike and head the most business."""
    families: dict[str, list[Candidate]] = defaultdict(list)
    titles = Counter(_manner(text, x) for x in candidates if not x.number)
    candidates = [x for x in candidates if titles[_manner(text, x)] < _SUB_HEADING]
    for x in candidates:
        if x.number is None or x.style.startswith("h") or x.number.worded:
            families[x.style].append(x)
    scored = {style: _family_score(style, x) for style, x in families.items()}
    if not scored or max(scored.values()) < _LEAST_FAMILY:
        return [x for x in candidates if x.weight >= 3.0 and not x.number], 0.0
    best = max(scored, key=scored.__getitem__)
    chosen = [x for x in families[best] if x.alone or x.standing or best in _RUNS_IN]
    if best == "plain":
        chosen = [x for x in chosen if x.standing or x.weight >= 2.5 or x.heads_text]
    chosen = _without_stray_numbers(text, chosen)
    chosen = [x for x in chosen if x.number or not x.told]
    others = [
        x
        for x in candidates
        if x.style != best
        and x.standing
        and x.weight >= 2.0
        and not (x.number or x.told)
    ]
    heads = [x for x in candidates if x.style == "listhead" and x.weight >= 0.5]
    others += heads if len(heads) >= _LIST_HEADS else []
    others += _other_levels(text, candidates, [*chosen, *others], best)
    return _in_order(_no_bare_lists(text, [*chosen, *others])), scored[best]


def _other_levels(
    text: str, candidates: list[Candidate], taken: list[Candidate], best: str
) -> list[Candidate]:
    """Return the headings of other levels, where items have headings of the format."""
    if best not in _LEVELS or not taken:
        return []
    first = min(x.start for x in taken)
    numbered = 2 * sum(x.number is not None for x in taken) > len(taken)
    return [
        x
        for x in candidates
        if x.style in _LEVELS
        and (x.style > best or (x.style < best and not numbered))
        and x.alone
        and not x.number
        and x.start > first
        and not x.told
    ]


def _manner(text: str, x: Candidate) -> tuple[str, str]:
    """Return how a heading looks and reads, small differences left out."""
    words = x.title(text).lower().split()
    return x.style, " ".join(w for w in words if w not in ("the", "a", "of"))


def _without_stray_numbers(text: str, chosen: list[Candidate]) -> list[Candidate]:
    """Take for words what no other heading counts on from: "50/50 draw", "P7 trip"."""
    values = {(x.number.scheme, x.number.value) for x in chosen if x.number}
    schemes = Counter(scheme for scheme, _ in values)
    return [
        replace(x, number=None, title_start=x.start)
        if x.number
        and schemes[x.number.scheme] == 1
        and (x.number.scheme != "int" or 1900 < x.number.value < 2100)
        else x
        for x in chosen
    ]


def _family_score(style: str, members: list[Candidate]) -> float:
    alone = [x for x in members if x.alone or style == "boldlead"]
    if style == "boldlead" and len(alone) < 3:
        return 0.0
    if style == "h1" and len(alone) == 1:
        return 0.0
    standing = len({x.standing for x in alone if x.standing})
    if style == "runin":
        known = len({x.standing for x in members if x.standing})
        return (2.0 * known + 0.4 * min(len(members), 12)) if known >= 2 else 0.0
    base = {"h": 1.2, "b": 0.9, "c": 0.7, "l": 0.6, "o": 0.8, "p": 0.0}[style[0]]
    base = 0.4 if style == "listhead" else base
    if style == "plain":
        return 2.0 * standing + 0.3 * min(sum(x.heads_text for x in alone), 12)
    return 2.0 * standing + base * min(len(alone), 12)


def _no_bare_lists(text: str, chosen: list[Candidate]) -> list[Candidate]:
    """Leave out "Apologies" that heads a list of names and no sentence."""
    return [
        x
        for x in chosen
        if x.number
        or x.standing != "apologies"
        or _VERB.search(text, x.body_start, x.body_start + 200)
    ]


def _is_labelled(text: str, x: Candidate) -> bool:
    """Say whether a number under another heads its text with a colon: "6.2 Roads: ..."."""
    if x.number is None or not x.number.scheme.startswith("dec:"):
        return False
    return text[x.title_end] == ":" and x.title_end - x.title_start < _LONGEST_LABEL


def _round_out(
    text: str, candidates: list[Candidate], chain: list[Candidate]
) -> list[Candidate]:
    """Add sub-items with headings of their own and single unnumbered headings."""
    taken = {x.index for x in chain}
    first = chain[0]
    opens = first.number is not None and 1 < first.number.value <= 12
    styles = [x.style for x in chain]
    headed = max(set(styles), key=styles.count)
    crowded = _crowded(candidates, chain, headed)
    added: list[Candidate] = []
    numbered = {x.index for x in candidates if x.number}
    for x in candidates:
        if x.index in taken:
            continue
        if opens and x.start < first.start and x.standing and x.weight >= 2.5:
            added.append(x)  # the numbers of the first items did not come through
            continue
        capitals = x.number is not None and x.style == "capitals"
        if not (x.alone or capitals or _is_labelled(text, x)):
            continue
        if x.number is None:
            same = x.style in _LEVELS and headed in _LEVELS and x.style <= headed
            above = same and x.style != headed
            same = same and (not above or x.index + 1 >= first.index)
            known = x.standing and x.standing != "apologies" and x.weight >= 2.5
            if x.style == "plain":  # a plain line: only what closes a meeting
                known = known and x.standing == "closing" and not x.dated
            if same:
                same = not _among_numbers(x, chain) or (
                    x.index not in crowded and not above
                )
            if same or (known and not _among_numbers(x, chain)):
                added.append(x)
            elif x.style in _MARKED and x.heads_text and _lost_number(x, chain):
                added.append(x)
        elif _is_sub_item(x, chain, x.index + 1 in numbered):
            added.append(x)
    return _in_order([*chain, *added])


def _crowded(
    candidates: list[Candidate], chain: list[Candidate], style: str
) -> frozenset[int]:
    """Return the unnumbered headings that share one item: they divide it."""
    starts = [x.start for x in chain]
    shared: dict[int, list[int]] = defaultdict(list)
    for x in candidates:
        if x.number is None and x.style == style and x.alone:
            shared[bisect_right(starts, x.start)].append(x.index)
    return frozenset(i for found in shared.values() if len(found) > 1 for i in found)


def _among_numbers(x: Candidate, chain: list[Candidate]) -> bool:
    """Say whether a heading stands between two numbers with none left out.

    Then it divides the list ("NOTICES OF MOTION") or an item ("Matters arising").
    """
    if x.standing == "closing":
        return False
    at = bisect_right(chain, x.start, key=lambda c: c.start)
    return 0 < at < len(chain) and _follows(chain[at - 1], chain[at])


def _lost_number(x: Candidate, chain: list[Candidate]) -> bool:
    """Say whether a heading stands where just one number is left out: 5, it, 7."""
    at = bisect_right(chain, x.start, key=lambda c: c.start)
    if not 0 < at < len(chain) or x.told:
        return False
    before, after = chain[at - 1].number, chain[at].number
    return before is not None and after is not None and after.value - before.value == 2


def _is_sub_item(x: Candidate, chain: list[Candidate], bare: bool) -> bool:
    """Say whether a number stands under one of the chain; `bare`: the next is below."""
    assert x.number is not None
    if x.start < chain[0].start or x.weight < _LEAST_PART or x.told:
        return False
    owner = chain[bisect_right(chain, x.start, key=lambda c: c.start) - 1]
    if x.number.scheme.startswith("dec:"):
        assert owner.number is not None
        under = (f"dec:{owner.number.value}", f"dec:{owner.number.text}")
        if x.alone and x.weight < (2.2 if bare or not x.heads_text else 1.7):
            return False
        return x.number.scheme in under or x.number.scheme.startswith(f"{under[0]}.")
    if x.weight < 2.2:
        return False
    if x.number.scheme.startswith("sub:") and owner.number is not None:
        part = x.number.scheme[4:]
        marked = x.number.worded or x.style in _MARKED
        return marked and part in (str(owner.number.value), str(owner.number.value + 1))
    if x.number.scheme == "lower-letter":
        return x.weight >= 2.6 or x.style[0] in "hb"
    return False


def _in_order(chosen: list[Candidate]) -> list[Candidate]:
    unique = {x.start: x for x in sorted(chosen, key=lambda x: x.weight)}
    ordered = sorted(unique.values(), key=lambda x: x.start)
    kept: list[Candidate] = []
    for x in ordered:
        if kept and x.start < kept[-1].title_end:
            continue
        kept.append(x)
    return kept


def _levels(chosen: list[Candidate], nested: frozenset[int]) -> list[int]:
    """Return how deep each item is: numbers that start again stand under the last."""
    open_numbers: list[int] = []  # the last number at each depth
    values = [x.number.value if x.number else 0 for x in chosen]
    depths = [x.number.depth for x in chosen if x.number and x.start not in nested]
    above = min(depths, default=1) - 1  # 17.03.2 is level 1 where all are so
    levels = []
    for i, x in enumerate(chosen):
        if x.number is None:
            levels.append(1)
        elif x.start in nested:
            levels.append(2)
        elif x.number.scheme.startswith("sub:"):
            under = bool(open_numbers) and x.number.scheme == f"sub:{open_numbers[0]}"
            levels.append(2 if under else 1)
        elif x.number.scheme != "int":
            levels.append(x.number.depth - above)
        else:
            value = x.number.value
            if value == 1 and _began_late(values[:i], values[i + 1 :]):
                open_numbers.clear()
            levels.append(_place(open_numbers, value, values[i + 1 :]))
    return levels


def _began_late(before: list[int], following: list[int]) -> bool:
    """Say whether items were taken first that come later: 12, 13, 1 ... 11, 14."""
    first = next((x for x in before if x), 1)
    anew = first > 1 and 1 not in before and first - 1 in following
    return anew and max(before) + 1 in following


def _place(open_numbers: list[int], value: int, following: list[int]) -> int:
    """Return the depth at which a number goes on counting; updates what is open.

    Where it could go on at two depths (4 after 3, of which a 3 is part), it is the
    outer one's, unless that one's comes yet.
    """
    depths = [
        depth
        for depth in range(len(open_numbers), 0, -1)
        if value == open_numbers[depth - 1] + 1
    ]
    if depths:
        depth = depths[0] if _comes_yet(value, following) else depths[-1]
        del open_numbers[depth:]
        open_numbers[depth - 1] = value
        return depth
    if value == 1 and open_numbers:
        open_numbers.append(value)
        return len(open_numbers)
    del open_numbers[1:]
    open_numbers[:1] = [value]
    return 1


def _comes_yet(value: int, following: list[int]) -> bool:
    """Say whether a number comes again before a list starts anew at 1."""
    for number in following:
        if number in (1, value):
            return number == value
    return False


def _build(
    text: str, chosen: list[Candidate], rule: str, nested: frozenset[int]
) -> tuple[Item, ...]:
    levels = _levels(chosen, nested)
    ends = [x.start for x in chosen[1:]] + [len(text)] * bool(chosen)
    return tuple(
        Item(
            number=x.number.text if x.number else None,
            title=x.title(text),
            start=x.start,
            title_start=x.title_start,
            title_end=x.title_end,
            body_start=min(x.body_start, end),
            end=end,
            level=level,
            rule=f"item-{rule}-{x.style}",
        )
        for x, end, level in zip(chosen, ends, levels, strict=True)
    )
