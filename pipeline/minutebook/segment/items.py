"""Finds the agenda items by their numbers, headings and layout.

Numbers first: the best increasing chain of one numbering scheme. Where there is none,
the family of headings that looks alike (format headings, bold, capitals, labels) and
heads the most business. Then sub-items and single headings are added around it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise

from minutebook.grammar.paragraphs import Paragraph
from minutebook.grammar.titlelines import title_before
from minutebook.records import Item, RosterBlock, SourceDocument
from minutebook.segment.agenda import find_agenda, find_agenda_items
from minutebook.segment.appendix import without_appendix
from minutebook.segment.candidates import Candidate
from minutebook.segment.chains import STRONG_CHAIN, best_chain, follows
from minutebook.segment.families import LEVELS, best_family, in_order
from minutebook.segment.flat import cut_paragraphs
from minutebook.segment.itemtables import name_items
from minutebook.segment.levels import find_levels
from minutebook.segment.manner import cut_alike, without_resolutions
from minutebook.segment.nested import find_parts
from minutebook.segment.paired import lift_numbers, number_headings
from minutebook.segment.paranumbers import (
    without_bare_lists,
    without_paragraph_numbers,
    without_resolved_lists,
)
from minutebook.segment.printed import find_headings, heads_kind
from minutebook.segment.titles import titles_document
from minutebook.segment.weighing import Place, find_places, weigh_places

_LEAST_ONLY = 2.2  # weight of the one item of a meeting
_LEAST_MEAN = 1.2  # weight of a chain's member: below it the chain lists sentences
_ANNOUNCED_PART = 3.5  # weight of "4a" and its heading, a web page's label below them
_LEAST_PART = 1.2  # weight of a heading numbered under another: 6.2 under 6
_HEADS_LIST = 3  # headings of one level: where an item lists who came, there are more
_TITLE_LINES = 4  # lines at the top that may be the title of the document
# "AB asked for lamps", "Tom Holt said so": a sentence of the text
_ONE_TELLS = re.compile(
    r"(?:[A-Z][\w’'.-]{0,20}\s){1,3}(?:\w{3,14}ed|said|gave|told|spoke|took|saw|sent)\b"
)
_LEAST_CODES = 5  # codes that count on: so many are no chance
_LEAST_LABELLED = 2  # numbers with a colon behind their heading: one is chance
_LEAST_LABELS = 3  # labels in capitals: with fewer they are no manner of the page
_LEAST_ITEMS = 2  # with fewer headings, the agenda in front says what the items were
_CERTAIN = 5.0  # weight of a heading that the page itself announces
_PARTED = re.compile(r"\s{1,8}(?:[-–—]\s|[•●▪◦])|\.\s{1,8}[•●▪◦]")
_POINTS_BACK = re.compile(r"(?i:item|minute|min|para(?:graph)?)\.?\s\S{1,8}|[A-Z]{2,3}")
_LONGEST_LABEL = 60  # characters of a heading that a colon parts from its text
_MARKED = (*LEVELS, "bold", "boldlead", "capitals")
_APART = ("closing", "forum")  # business that may stand between numbers
_BEFORE_LIST = ("opening", "apologies", "interests")  # may stand above who came


@dataclass(frozen=True, slots=True)
class Choice:
    """What the rules chose among the places where an item may begin."""

    paragraphs: list[Paragraph]
    chosen: list[Candidate]
    nested: frozenset[int]  # where parts of items begin
    rule: str
    places: list[Place]
    lists: int  # where the first list of those who came stands


def find_items(
    source: SourceDocument, rosters: tuple[RosterBlock, ...], *, weighed: bool = True
) -> tuple[Item, ...]:
    """Return the agenda items in the order of the text; weighed, if they may be."""
    choice = choose_headings(source, rosters)
    chosen = choice.chosen
    if sum(x.start not in choice.nested for x in chosen) < _LEAST_ITEMS:
        listed = find_agenda_items(source)
        if listed:
            return listed
    if weighed:
        found = weigh_places(
            source.text, choice.paragraphs, choice.places, choice.lists
        )
        chosen = in_order(found)
    chosen = without_appendix(source.text, choice.paragraphs, chosen)
    chosen = without_resolutions(source.text, cut_alike(source.text, chosen))
    chosen = number_headings(source.text, choice.paragraphs, chosen)
    chosen = name_items(source, choice.paragraphs, chosen)
    return _build(source.text, chosen, choice)


def choose_headings(source: SourceDocument, rosters: tuple[RosterBlock, ...]) -> Choice:
    """Return what the rules choose: numbers that count up, or headings alike."""
    paragraphs = cut_paragraphs(source)
    agenda = find_agenda(source.text, paragraphs)
    every = find_headings(source, rosters, paragraphs)
    every = [x for x in every if x.start not in agenda]
    every = without_resolved_lists(source.text, paragraphs, every)
    heading = [x for x in every if not x.labels]
    candidates = without_paragraph_numbers(
        source.text, _after_title(source.text, heading, rosters)
    )
    chosen, rule = _choose(source.text, [x for x in candidates if not x.inside])
    parts = find_parts(source.text, candidates, chosen)
    heads = {x.start for x in rosters if x.rule == "roster-label"}
    chosen = [x for x in chosen if not _heads_names(x, heads)]
    final = in_order([*chosen, *parts])
    return Choice(
        paragraphs,
        final,
        frozenset(x.start for x in parts),
        rule,
        find_places(without_bare_lists(source.text, every, final), final, candidates),
        min((x.start for x in rosters), default=0),
    )


def _choose(text: str, candidates: list[Candidate]) -> tuple[list[Candidate], str]:
    """Return the items without their parts, and whether numbers made them."""
    chain, weight = best_chain(text, candidates)
    family, score = best_family(text, candidates)
    headed = sum(x.style[0] in "hb" for x in chain) * 2 > len(chain)
    outranked = score > weight and not headed
    outranked = outranked or _numbers_anew(candidates, chain, family)
    outranked = outranked or _lies_in_one(chain, family)
    strong = weight >= STRONG_CHAIN and (
        weight >= _LEAST_MEAN * len(chain) or _counts_codes(chain)
    )
    strong = strong or (score < 1.0 and _is_only_item(chain))
    if (strong and not outranked) or _is_held(text, candidates, chain, weight):
        chain = lift_numbers(candidates, chain)
        return _round_out(text, candidates, chain), "numbered"
    return family, "headed"


def _counts_codes(chain: list[Candidate]) -> bool:
    """Say whether codes count on, none left out: AM/15/08, AM/15/09 ... list no text.

    Some head standing business, so that they count items and not papers.
    """
    if len(chain) < _LEAST_CODES or sum(x.standing is not None for x in chain) < 2:
        return False
    coded = all(x.number and x.number.scheme.startswith("code:") for x in chain)
    return coded and all(follows(x, y) for x, y in pairwise(chain))


def _is_held(
    text: str, candidates: list[Candidate], chain: list[Candidate], weight: float
) -> bool:
    """Say whether numbered headings count on from one label in capitals to another."""
    if len(chain) <= _LEAST_LABELS or weight < _LEAST_MEAN * len(chain):
        return False
    if any(x.told or (x.alone and not x.heads_text) for x in chain):
        return False
    labels = _labels_above(text, candidates, chain)
    return any(chain[0].start < x.start < chain[-1].start for x in labels)


def _heads_names(x: Candidate, lists: set[int]) -> bool:
    """Say whether "Apologies" stands over a mere list of names, and has no number."""
    if x.number or x.standing != "apologies" or not x.alone or x.style == "web":
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


def _after_title(
    text: str, candidates: list[Candidate], rosters: tuple[RosterBlock, ...]
) -> list[Candidate]:
    """Leave out the document's own title and whatever else stands before the list."""
    said = [x for x in rosters if x.status != "apologies" and not _tells_absent(x)]
    lists = [x.start for x in said if x.rule != "roster-sentence"]
    told = not lists  # a sentence below may tell who came, and quote an old title
    lists = lists or [x.start for x in said]
    first = min(lists, default=0)
    title = title_before(text, first)
    wraps = _title_end(text, candidates)
    candidates = [
        x
        for x in candidates
        if x.index > wraps and (x.start >= title or (told and x.number and x.standing))
    ]
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
        or x.style == "web"
        or (x.standing != "minutes" and not _is_title_line(x))
        or x.index > 8
        or x.weight >= _CERTAIN
        or (x.index > 2 and not titles_document(x.title(text)))
    ]


def _tells_absent(x: RosterBlock) -> bool:
    """Say whether a sentence tells who was not there: it may stand anywhere."""
    return x.rule == "roster-sentence" and x.status == "absent"


def _title_end(text: str, candidates: list[Candidate]) -> int:
    """Return the last paragraph of a title in capitals that wraps, -1 if none does.

    "MINUTES OF THE SPECIAL MEETING OF" / "MARL TOWN COUNCIL HELD AT 7 P.M." / "TO ...".
    """
    lines = [x for x in candidates if x.style == "capitals" and x.index < _TITLE_LINES]
    opens = next((x for x in lines if _OPENS_TITLE.match(text, x.start)), None)
    if opens is None:
        return -1
    last = opens.index
    for x in candidates:
        if x.index == last + 1 and _wraps_title(text, x):
            last = x.index
    return last if last > opens.index else -1


def _wraps_title(text: str, x: Candidate) -> bool:
    """Say whether a line goes on with a title in capitals: it is none of a list."""
    return (
        x.style == "capitals"
        and x.alone
        and not (x.number or x.standing or x.labels or x.heads_text)
    )


# "MINUTES OF PROCEEDINGS AT ...", "NOTES OF A MEETING OF ..."
_OPENS_TITLE = re.compile(r"[^\w\n]{0,6}(?:DRAFT |UNCONFIRMED )?(?:MINUTES|NOTES) OF ")


def _is_title_line(x: Candidate) -> bool:
    """Say whether one of the first lines is of the title: capitals, no text follows.

    The very first is, however it is set.
    """
    capitals = x.index < _TITLE_LINES and x.style == "capitals"
    return (capitals or x.index == 0) and not (x.standing or x.heads_text)


def _heads_list(candidates: list[Candidate], first: int) -> Candidate | None:
    """Return the heading of the item under which those who came are listed.

    It is the last before them, and many that follow are headings of the same level.
    """
    before = [x for x in candidates if x.start < first and x.style in _MARKED]
    head = before[-1] if before else None
    if head is None or head.number or not head.alone or head.standing == "minutes":
        return None
    if head.style not in LEVELS:
        return None
    later = sum(x.style == head.style and x.alone for x in candidates[-200:])
    return head if later > _HEADS_LIST else None


def _is_labelled(text: str, x: Candidate) -> bool:
    """Say whether a colon or a mark parts the heading of a part: "6.2 Roads: ..."."""
    parted = text[x.title_end] in ":," or _PARTED.match(text, x.title_end)
    if _POINTS_BACK.fullmatch(x.title(text)):
        return False  # "4.2 Item 8 – AB has written", "2.1 AB – item 7"
    return bool(parted) and x.title_end - x.title_start < _LONGEST_LABEL


def _find_labelled(text: str, candidates: list[Candidate]) -> set[int]:
    """Return where numbers under another and a short heading lead into a text.

    A colon shows it, or a full stop where most of them have one: "6.2 Roads. The".
    """
    parts = [x for x in candidates if x.number and x.number.scheme.startswith("dec:")]
    labelled = {x.index for x in parts if _is_labelled(text, x)}
    if len(labelled) < _LEAST_LABELLED:
        labelled = set()
    stopped = {x.index for x in parts if _is_stopped(text, x)}
    manner = len(stopped) > _LEAST_LABELS and 2 * len(stopped) > len(parts)
    return labelled | stopped if manner else labelled


def _is_stopped(text: str, x: Candidate) -> bool:
    """Say whether a full stop ends a short heading: "Roads. The", not "AB said."."""
    short = x.title_end - x.title_start < _LONGEST_LABEL
    if not short or x.alone or x.told or text[x.title_end] != ".":
        return False
    return _ONE_TELLS.match(text, x.title_start, x.title_end) is None


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
    numbered = {x.index for x in candidates if x.number}
    labelled = _find_labelled(text, candidates)
    heading = _find_part_heads(candidates, numbered)
    added = _labels_above(text, candidates, chain)
    taken |= {x.index for x in added}
    for x in candidates:
        if x.index in taken:
            continue
        capitals = x.number is not None and x.style == "capitals"
        if x.start < first.start and _heads_first(text, x, opens):
            added.append(x)  # the numbers of the first items did not come through
        elif not (x.alone or capitals or x.index in labelled):
            continue
        elif x.number is None:
            if _is_single(x, chain, headed, x.index in crowded) and not (
                heads_kind(text, x, chain)
            ):
                added.append(x)
        elif _is_sub_item(x, chain, x.index + 1 in numbered, x.index in heading):
            added.append(x)
    return in_order([*chain, *added])


def _find_part_heads(candidates: list[Candidate], numbered: set[int]) -> set[int]:
    """Return where decimals stand that are headings one and all under their number.

    Each is a line of its own with something under it: "3.1 Lamps" / "Al moved ...".
    """
    parts: dict[str, list[Candidate]] = defaultdict(list)
    for x in candidates:
        if x.number and x.number.scheme.startswith("dec:"):
            parts[x.number.scheme].append(x)
    return {
        x.index
        for of_one in parts.values()
        if len(of_one) >= _LEAST_LABELLED
        and all(x.alone and not x.told and x.index + 1 not in numbered for x in of_one)
        for x in of_one
    }


def _labels_above(
    text: str, candidates: list[Candidate], chain: list[Candidate]
) -> list[Candidate]:
    """Return the labels in capitals of a page on which some of them hold the numbers.

    "MINUTES: ...", "BILLS: ...", "NEW BUSINESS:" / "1. Salt. ...", "COMMENTS: ...".
    """
    if any(x.style != "plain" for x in chain):
        return []
    labels = [
        x
        for x in candidates
        if x.number is None
        and x.style == "capitals"
        and text[x.title_end : x.title_end + 1] == ":"
    ]
    holding = any(x.index + 1 == chain[0].index for x in labels)
    return labels if holding and len(labels) > _LEAST_LABELS else []


def _is_single(
    x: Candidate, chain: list[Candidate], headed: str, crowded: bool
) -> bool:
    """Say whether a heading without a number is an item beside those of the chain.

    `headed` is how those are set off, `crowded` that several like it divide one item.
    """
    among = _among_numbers(x, chain)
    if x.style in LEVELS and headed in LEVELS and x.style <= headed:
        above = x.style != headed
        near = not above or x.index + 1 >= chain[0].index
        if near and (not among or not (crowded or above)):
            return True
    known = x.standing and x.standing != "apologies" and x.weight >= 2.5
    if x.style == "plain":  # a plain line: only what closes a meeting
        known = known and x.standing == "closing" and not x.dated
    if known and not among:
        return True
    return x.style in _MARKED and x.heads_text and _lost_number(x, chain)


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
    if x.standing in _APART:
        return False
    at = bisect_right(chain, x.start, key=lambda c: c.start)
    return 0 < at < len(chain) and follows(chain[at - 1], chain[at])


def _heads_first(text: str, x: Candidate, opens: bool) -> bool:
    """Say whether a heading without a number stands before those that have one.

    `opens`: they begin later than at 1.
    """
    if x.standing and opens:
        return x.weight >= 2.5
    plainly = x.style == "capitals" and x.alone and x.heads_text
    return plainly and x.number is None and text[x.title_end : x.title_end + 1] == ":"


def _lost_number(x: Candidate, chain: list[Candidate]) -> bool:
    """Say whether a heading stands where just one number is left out: 5, it, 7."""
    at = bisect_right(chain, x.start, key=lambda c: c.start)
    if not 0 < at < len(chain) or x.told:
        return False
    before, after = chain[at - 1].number, chain[at].number
    return before is not None and after is not None and after.value - before.value == 2


def _is_sub_item(x: Candidate, chain: list[Candidate], bare: bool, heads: bool) -> bool:
    """Say whether a number stands under one of the chain; `bare`: the next is below.

    `heads`: it and its like are lines of their own, with something under each.
    """
    assert x.number is not None
    if x.weight < _LEAST_PART or x.told:
        return False
    if x.start < chain[0].start:  # "Item 2a", "Item 2b" and no "Item 2"
        return x.number.worded and x.number.scheme.startswith("sub:")
    owner = chain[bisect_right(chain, x.start, key=lambda c: c.start) - 1]
    if x.number.scheme.startswith("dec:"):
        assert owner.number is not None
        under = (f"dec:{owner.number.value}", f"dec:{owner.number.text}")
        least = 2.2 if bare or not x.heads_text else 1.7
        if x.alone and x.weight < least and not heads:
            return False
        return x.number.scheme in under or x.number.scheme.startswith(f"{under[0]}.")
    if x.weight < 2.2:
        return False
    if x.number.scheme.startswith("sub:") and owner.number is not None:
        part = x.number.scheme[4:]
        marked = x.number.worded or x.style in _MARKED or x.weight >= _ANNOUNCED_PART
        return marked and part in (str(owner.number.value), str(owner.number.value + 1))
    if x.number.scheme == "lower-letter":
        return x.weight >= 2.6 or x.style[0] in "hb"
    return False


# the number of the minute, on a line of its own below the heading: "WS.12/20"
_NUMBER_BELOW = re.compile(
    r"\s{0,4}(?:Minutes:\s{1,4})?([A-Z][A-Z&]{0,5}[. ]?\d{1,4}/\d{2,4})"
    r"[ \t\xa0]{0,12}\n"
)


def _number_below(text: str, start: int) -> str | None:
    """Return the number that stands below a heading without one."""
    match = _NUMBER_BELOW.match(text, start, start + 60)
    return match[1] if match else None


def _build(text: str, chosen: list[Candidate], choice: Choice) -> tuple[Item, ...]:
    levels = find_levels(chosen, choice.nested)
    ends = [x.start for x in chosen[1:]] + [len(text)] * bool(chosen)
    ruled = {x.start for x in choice.chosen}
    return tuple(
        Item(
            number=x.number.text if x.number else _number_below(text, x.body_start),
            title=x.title(text),
            start=x.start,
            title_start=x.title_start,
            title_end=x.title_end,
            body_start=min(x.body_start, end),
            end=end,
            level=level,
            rule=f"item-{choice.rule if x.start in ruled else 'weighed'}-{x.style}",
        )
        for x, end, level in zip(chosen, ends, levels, strict=True)
    )
