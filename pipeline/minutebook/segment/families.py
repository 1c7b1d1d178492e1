"""Finds the headings that look alike and head the most business."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from dataclasses import replace

from minutebook.grammar.listnames import evidence
from minutebook.grammar.names import parse_name
from minutebook.segment.candidates import Candidate
from minutebook.segment.nested import HOLDS

LEVELS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LEAST_FAMILY = 0.8  # score of headings that look alike: three over paragraphs, say
_MOST_WORDS = 8  # of a heading under "New business"
_FEW_WORDS = 5  # of a heading that no mark sets off
_SUB_HEADING = 3  # times: a heading that comes so often divides one item after another
_LEAST_LED = 4  # headings in capitals that run into their text
_DIVIDERS = 3  # different headings that come twice, so that twice is often enough
_FEW_AMONG = 3  # of so many headings one may look otherwise
_LIST_HEADS = 4  # lines above lists: so many of them are the document's manner
_LEAST_MARKED = 3  # headings of standing business that show how headings are parted
_ANNOUNCED = 3.0  # weight of a plain line that a web page shows to be a heading
_RUNS_IN = ("runin", "boldlead", "web")  # styles of headings that run into their text
_SPEAKERS = ("Cllr ", "Councillor ", "Mr ", "Mrs ", "Ms ", "Dr ", "PC ", "Sgt ")
_LETTERED = "upper-letter"
TELLS = re.compile(
    r"\b(?:was|were|is|are|had|has|have|been|received|given|noted|accepted|sent)\b"
)


def best_family(
    text: str, candidates: list[Candidate]
) -> tuple[list[Candidate], float]:
    """Return the headings that look alike and head the most business."""
    families: dict[str, list[Candidate]] = defaultdict(list)
    candidates = _without_dividers(text, candidates)
    for x in candidates:
        lettered = x.style == "capitals" and x.number and x.number.scheme == _LETTERED
        if not x.number or lettered or x.style[0] == "h" or x.number.worded:
            families[x.style].append(x)
    if len(families["web"]) == 1:  # the page of one item
        families["plain"] += families.pop("web")
    scored = {style: _family_score(style, x) for style, x in families.items()}
    if not scored or max(scored.values()) < _LEAST_FAMILY:
        return [x for x in candidates if x.weight >= 3.0 and not x.number], 0.0
    best = max(scored, key=scored.__getitem__)
    runs_in = best in _RUNS_IN or (best == "capitals" and _lead_in(families[best]))
    chosen = [x for x in families[best] if x.alone or x.standing or runs_in]
    if best == "runin":
        chosen = _parted_alike(text, chosen)
    if best == "label":
        chosen = [x for x in chosen if x.standing or not _names_speaker(text, x)]
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
    if best in ("label", "runin"):
        others += _beside_labels(text, candidates, chosen)
    if best == "web":
        others += _linked(families["plain"], {x.index for x in chosen})
    if best == "boldlead":
        others += _bold_behind(candidates, chosen)
    others += _under_business(text, candidates, [*chosen, *others], best)
    others += _other_levels(text, candidates, [*chosen, *others], best)
    return in_order(_no_bare_lists(text, [*chosen, *others])), scored[best]


def _linked(plain: list[Candidate], heads: set[int]) -> list[Candidate]:
    """Return the lines that a web page shows to be headings; none right below one."""
    found = [x for x in plain if x.alone and x.weight >= _ANNOUNCED]
    return [x for x in found if x.index - 1 not in heads]


def _parted_alike(text: str, chosen: list[Candidate]) -> list[Candidate]:
    """Return the run-in headings with the mark of those that head standing business.

    Under "Old business: ...", "Salt. Two loads were bought" opens a point of it.
    """
    marks = Counter(text[x.title_end] for x in chosen if x.standing)
    mark, count = marks.most_common(1)[0] if marks else ("", 0)
    if mark != ":" or count < _LEAST_MARKED or count < sum(marks.values()):
        return chosen
    return [x for x in chosen if x.standing or text[x.title_end] == mark]


def _without_dividers(text: str, candidates: list[Candidate]) -> list[Candidate]:
    """Leave out the headings that divide one item after another, so come again.

    Several of one look that come twice each do as well: "Proposal", "Speakers".
    """
    manners = [None if x.number else _manner(text, x) for x in candidates]
    often = Counter(manners)
    twice = Counter(x[0] for x, count in often.items() if x and count > 1)
    return [
        x
        for x, manner in zip(candidates, manners, strict=True)
        if manner is None
        or often[manner] < (2 if twice[manner[0]] >= _DIVIDERS else _SUB_HEADING)
    ]


def _other_levels(
    text: str, candidates: list[Candidate], taken: list[Candidate], best: str
) -> list[Candidate]:
    """Return the headings of other levels, where items have headings of the format.

    Where most are bold instead, a few among them may have been given a level.
    """
    if not taken or best not in (*LEVELS, "bold"):
        return []
    if best == "bold":
        return _given_a_level(candidates, taken)
    first = min(x.start for x in taken)
    numbered = 2 * sum(x.number is not None for x in taken) > len(taken)
    return [
        x
        for x in candidates
        if x.style in LEVELS
        and (x.style > best or (x.style < best and not numbered))
        and x.alone
        and not x.number
        and x.start > first
        and not x.told
    ]


def _given_a_level(
    candidates: list[Candidate], taken: list[Candidate]
) -> list[Candidate]:
    """Return the headings of the format that stand among bold ones, if they are few."""
    first, last = min(x.start for x in taken), max(x.start for x in taken)
    found = [
        x
        for x in candidates
        if x.style in LEVELS
        and first < x.start < last
        and x.alone
        and x.heads_text
        and not (x.number or x.told or x.dated)
    ]
    return found if len(found) * _FEW_AMONG <= len(taken) else []


def _bold_behind(candidates: list[Candidate], led: list[Candidate]) -> list[Candidate]:
    """Return the bold headings of their own that follow those that lead into a text."""
    last = max((x.start for x in led), default=0)
    found = [
        x
        for x in candidates
        if x.start > last and x.style == "bold" and x.alone and x.heads_text
    ]
    found = [x for x in found if not (x.number or x.told or x.labels or x.dated)]
    return found if len(found) * _FEW_AMONG <= len(led) + 1 else []


def _under_business(
    text: str, candidates: list[Candidate], taken: list[Candidate], best: str
) -> list[Candidate]:
    """Return the plain headings under "Old business" and its like, in capitals."""
    if best != "capitals":
        return []
    heads = sorted(taken, key=lambda x: x.start)
    found = []
    for x in candidates:
        at = bisect_right(heads, x.start, key=lambda c: c.start)
        plain = x.style == "plain" and x.alone and x.heads_text and x.weight >= 1.1
        if at and plain and not (x.number or x.told or x.dated):
            words = x.title(text)
            few = len(words.split()) <= _MOST_WORDS and "," not in words
            if (
                few
                and HOLDS.match(heads[at - 1].title(text))
                and not _names_person(words)
            ):
                found.append(x)
    return found


def _beside_labels(
    text: str, candidates: list[Candidate], labels: list[Candidate]
) -> list[Candidate]:
    """Return the headings that lack the colon or the line of their own."""
    first = min((x.start for x in labels), default=0)
    return [
        x
        for x in candidates
        if x.start > first
        and not (x.number or x.told or x.dated)
        and x.weight >= 1.1
        and len(x.title(text).split()) <= _FEW_WORDS
        and _heads_plainly(text, x)
        and not _names_person(x.title(text).split(",")[0])
    ]


def _names_speaker(text: str, x: Candidate) -> bool:
    """Say whether a label names who speaks below it: "Cllr Holt:"."""
    title = x.title(text)
    return title.startswith(_SPEAKERS) or _names_person(title)


def _names_person(words: str) -> bool:
    """Say whether words are a name, on good evidence: "Mill Lane" is none."""
    name = parse_name(words)
    return name is not None and evidence(name)


def _heads_plainly(text: str, x: Candidate) -> bool:
    """Say whether a line without a mark heads the paragraph below or behind it."""
    if x.style == "plain":
        return x.alone and x.heads_text
    return x.style == "runin" and text[x.title_end] == ":"


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


def _lead_in(members: list[Candidate]) -> bool:
    """Say whether headings in capitals run into their text, standing business too.

    Or whether nearly all do so, no two of them the same.
    """
    led = [x for x in members if not (x.alone or x.number or x.labels)]
    if len(led) >= _LEAST_LED and 2 * len(led) > len(members):
        return True
    return len({x.standing for x in members if x.standing and not x.alone}) >= 2


def _family_score(style: str, members: list[Candidate]) -> float:
    runs_in = style == "boldlead" or (style == "capitals" and _lead_in(members))
    alone = [x for x in members if x.alone or runs_in]
    if style == "boldlead" and len(alone) < 3:
        return 0.0
    if style == "h1" and len(alone) == 1:
        return 0.0
    standing = len({x.standing for x in alone if x.standing})
    if style == "runin":
        known = len({x.standing for x in members if x.standing})
        several = known >= 2 or sum(x.standing is not None for x in members) > 2
        return (2.0 * known + 0.4 * min(len(members), 12)) if several else 0.0
    if style == "web":
        return 2.0 * standing + 1.5 * len(members)
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
        or TELLS.search(text, x.body_start, x.body_start + 200)
    ]


def in_order(chosen: list[Candidate]) -> list[Candidate]:
    unique = {x.start: x for x in sorted(chosen, key=lambda x: x.weight)}
    ordered = sorted(unique.values(), key=lambda x: x.start)
    kept: list[Candidate] = []
    for x in ordered:
        if kept and x.start < kept[-1].title_end:
            continue
        kept.append(x)
    return kept
