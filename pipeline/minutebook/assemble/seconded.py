"""Gives decisions the movers whom a line of their own below them names."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from minutebook.assemble.extents import WEIGHED
from minutebook.assemble.motions import STOOD_ASIDE, join_halves
from minutebook.assemble.movers import Motion, clean_name, find_motion
from minutebook.assemble.scope import Scope
from minutebook.assemble.statedmotions import stands_alone
from minutebook.records import Decision

_LONGEST = 160  # characters of such a line
_NAMED = 60  # characters of a line that names one of the two
_NEAR = 120  # characters between a motion and its fate
_ROW = "decision-trailing"  # the rule of "Scouts £50 - approved"
_NEXT = 6  # characters between a row and the one below it
_CELLS = 60  # cells of a table that are looked at on each side
_MOVED = re.compile(r"\W{0,4}(?:Moved|Mover|Proposed|Proposer)\b", re.I)
_SECONDED = re.compile(r"\W{0,4}(?:Seconded|Seconder|2nd)\b", re.I)
_NAMES = re.compile(
    r"\s{0,3}(?:(?:Cllr|Cr|Mr|Mrs|Ms|Miss|Dr)\.?\s)?(?P<name>[A-Z][\w’'.-]{0,20}"
    r"(?:\s[A-Z][\w’'.-]{0,20}){0,3})(?:\s?[,&/][^\n]{0,60})?\s{0,3}"
)
# "Proposed by: A Orr", "Moved: Cr Holt": a field of a form, and no sentence
_LABELLED = re.compile(
    r"\W{0,3}(?:Proposed|Moved|PROPOSED|MOVED|Proposer|Mover|PROPOSER|MOVER)(?:\s(?:by|BY))?\s?:"
)
# what was moved, below its movers: "That the fee be kept", "RESOLVED", "to pay"
_MATTER = re.compile(
    r"\W{0,6}(?:(?:\d{1,2}|[a-z])[.)]\s{1,3})?(?:That|THAT|that|To|to|It\swas|And|and|AND"
    r"|RESOLVED|Resolved|AGREED|Agreed|B[Ee]\s[Ii][Tt]|WHEREAS|Whereas"
    r"|(?:Motion|MOTION)(?=\s?:)|Resolution|RESOLUTION)\b"
)
# what may stand in it beside the names: "(Proposed by Mr Orr, seconded by Mr Holt.)"
_REST = re.compile(
    r"[\W_]*(?:(?:the\s)?(?:motion|above|this|that|these|was|were|duly|and|all|in|favour"
    r"|agreed|carried|unanimous(?:ly)?)\b[\W_]*){0,8}",
    re.I,
)
# ", Vice Chair": the post of who moved, behind the name in a form
_POST_BEHIND = re.compile(r",\s(?:[A-Z][\w’'&-]{1,20}\W{0,2}){1,5}")


def name_movers(scope: Scope, decisions: Sequence[Decision]) -> Iterator[Decision]:
    """Yield the decisions, those without movers with the ones named below them.

    Parts of one resolution share them: they stand behind the last.
    """
    starts = [x.start for x in scope.paragraphs]
    taken = {x.start for x in decisions}
    ordered = sorted(decisions, key=lambda x: x.start)
    motion: Motion | None = None
    named: list[Decision] = []
    for index in range(len(ordered) - 1, -1, -1):
        decision = ordered[index]
        below = ordered[index + 1] if index + 1 < len(ordered) else None
        found = None
        if not decision.mover:
            found = _ahead(scope, decision)
            found = found or _below(scope, decision, starts, taken)
            found = found or _fated_below(scope, decision, starts)
            found = found or _pair_above(scope, decision, starts)
            found = found or _beside(scope, decision, starts)
            above = ordered[index - 1].end if index else 0
            found = found or _heading(scope, decision, starts, above)
        shares = below is not None and _shares(decision, below) and motion is not None
        own = _close_of(scope, decision) if decision.lead else None
        motion = found or own or (motion if shares else None)
        named.append(_with(scope, decision, motion) if motion else decision)
    yield from _join(named[::-1])


def _close_of(scope: Scope, decision: Decision) -> Motion | None:
    """Return the motion that the last words of a part name, of all its resolution."""
    if not (decision.mover and decision.seconder):
        return None
    start = max(decision.start, decision.end - _LONGEST)
    found = find_motion(scope.text, start, decision.end)
    if found is None or not found.seconder or found.mover_at < 0:
        return None
    line = scope.text.rfind("\n", start, found.mover_at)
    alone = line >= 0 and _LABELLED.match(scope.text, line + 1) is not None
    return found if alone else None


def _join(decisions: Sequence[Decision]) -> Iterator[Decision]:
    """Yield the decisions, a motion that was weighed joined to the fate told below it.

    Both name the same people: "Mr Orr proposed it, seconded by Mr Holt. All agreed."
    """
    held: Decision | None = None
    for decision in decisions:
        if held is not None and _is_fate(decision, held):
            continue  # "They were approved. Approval - proposed Orr, seconded Holt"
        if held is not None and _is_fate(held, decision):
            decision = replace(decision, start=held.start)
        elif held is not None:
            yield held
        held = decision
    if held is not None:
        yield held


def _is_fate(motion: Decision, fate: Decision) -> bool:
    """Return whether a decision and a motion that was weighed, beside it, are one."""
    return (
        motion.rule == WEIGHED
        and fate.rule != WEIGHED
        and motion.seconder is not None
        and (motion.mover, motion.seconder) == (fate.mover, fate.seconder)
        and motion.item == fate.item
        and not (motion.kind == "rejected" != fate.kind)  # what was agreed instead
        and max(fate.start - motion.end, motion.start - fate.end) < _NEAR
    )


_WHO = r"(?:[A-Z]\.\s?){0,2}[A-ZÀ-Þ][\w’'-]{1,20}"
# "Bell/Holt THAT the fee be kept", "Res. 19-101: J. Bell / T. Holt That it be kept"
_COUNTED = (
    r"\W{0,4}(?:(?:[A-Z][a-z]{2,9}\.?\s)?(?:No\.?\s?)?"
    r"#?[\dA-Z]{0,6}\d[\w/-]{0,9}[:.]?\s)?"
)
_PAIR = re.compile(
    rf"{_COUNTED}(?P<mover>{_WHO})(?:\s?/\s?|\s[–-]\s)(?P<seconder>{_WHO})\s?[:,]?\s"
    r"(?=THAT\b|That\b)"
)
# "19/201 PENROSE: That the fee be kept", "45/22 - A. Bell - That it be kept"
_MOVER_AHEAD = re.compile(
    rf"(?<!\w)(?P<mover>{_WHO})\s?[:–—-]{{1,2}}\s{{1,3}}(?=THAT\b|That\b)"
)
_LABEL = 60  # characters of a label and a number before such a name


def _ahead(scope: Scope, decision: Decision) -> Motion | None:
    """Return the motion whose people stand before "That", a stroke between them."""
    match = _PAIR.match(scope.text, decision.start, decision.end)
    if match is None:
        return _mover_ahead(scope, decision)
    known = scope.names_anybody(match.start("mover"), match.end())
    if not (known or scope.text.startswith("THAT", match.end())):
        return None
    names = clean_name(match["mover"]), clean_name(match["seconder"])
    at = match.start("mover"), match.start("seconder")
    return Motion(*names, decision.start, decision.end, *at)


# "Bell/Holt: TPC 201/19", "19-101 J. Bell / T. Holt", alone on the line above
_PAIR_LINE = re.compile(
    rf"{_COUNTED}(?P<mover>{_WHO})\s?/\s?(?P<seconder>{_WHO})"
    r"(?:\s?[:,–-]?\s{1,4}#?(?:[A-Z]{1,8}\.?\s?)?#?\d[\d/.-]{0,11}[A-Z]?)?\W{0,4}"
)


def _pair_above(
    scope: Scope, decision: Decision, starts: Sequence[int]
) -> Motion | None:
    """Return the motion whose people stand alone on the line above "THAT ..."."""
    at = bisect_right(starts, decision.start) - 1
    if at < 1 or not scope.same_item(at - 1, at):
        return None
    if not _OPENS_THAT.match(scope.text, decision.start):
        return None
    above = scope.paragraphs[at - 1]
    match = _PAIR_LINE.fullmatch(scope.text, above.start, above.end)
    if match is None or not _are_named(scope, match["mover"], match["seconder"]):
        return None
    names = clean_name(match["mover"]), clean_name(match["seconder"])
    return Motion(*names, above.start, above.end, *map(match.start, (1, 2)))


_OPENS_THAT = re.compile(r"\W{0,4}(?:THAT|That|To|TO)\b")


def _are_named(scope: Scope, *surnames: str) -> bool:
    """Say whether the minutes name somebody of each of some surnames."""
    known = {x.split()[-1].casefold() for x in scope.names if x}
    return all(clean_name(x).split()[-1].casefold() in known for x in surnames)


def _mover_ahead(scope: Scope, decision: Decision) -> Motion | None:
    """Return the motion of one who stands before "That", if the minutes name them.

    A label or a number may stand before the name: "Fees 19/201 PENROSE: That".
    """
    text = scope.text
    that = _THAT.search(
        text, decision.start, min(decision.end, decision.start + _LABEL)
    )
    if that is None:
        return None
    begin = text.rfind("\n", 0, decision.start) + 1
    ahead = _MOVER_AHEAD.finditer(text, max(begin, that.start() - _LABEL), that.end())
    match = next((x for x in ahead if x.end() == that.start()), None)
    if match is None or not stands_alone(text, match.start()):
        return None
    surname = clean_name(match["mover"]).split()[-1].casefold()
    if not any(x.casefold().endswith(surname) for x in scope.names):
        return None  # "NOTE: That road is closed"
    at = match.start("mover")
    return Motion(clean_name(match["mover"]), None, at, match.end(), at)


_THAT = re.compile(r"\b(?:THAT|That)\b")


def _below(
    scope: Scope, decision: Decision, starts: Sequence[int], taken: set[int]
) -> Motion | None:
    """Return the motion that the paragraph below a decision is, and nothing else.

    Its halves may stand on two lines: "Proposed by: A Orr", "Seconded by: T Holt".
    """
    at = bisect_left(starts, decision.end)
    if at in (0, len(starts)) or not scope.same_item(at - 1, at):
        return None
    paragraph = scope.paragraphs[at]
    if paragraph.end - paragraph.start > _LONGEST or paragraph.start in taken:
        return None
    found = find_motion(scope.text, paragraph.start, paragraph.end)
    if found is not None and found.mover and not found.seconder:
        return _halves(scope, at, found) or _alone(scope, at, found, decision)
    if found is None or not (found.mover and found.seconder):
        return None
    last = at + 1 == len(starts) or not scope.same_item(at, at + 1)
    labelled = _LABELLED.match(scope.text, paragraph.start) and not _opens(
        scope, at + 1
    )
    if not (last or labelled or scope.text[paragraph.start] in "(["):
        return None  # it may open the next motion
    before = scope.text[paragraph.start : found.start]
    behind = scope.text[found.end : paragraph.end]
    aside = STOOD_ASIDE.match(before)
    before = before[aside.end() :] if aside else before
    return found if _REST.fullmatch(before) and _REST.fullmatch(behind) else None


# "AP, TH, carried", alone in a cell or on a line
_FATED_LINE = re.compile(
    rf"\W{{0,4}}(?P<mover>[A-Z]{{2,3}}|{_WHO}),\s(?P<seconder>[A-Z]{{2,3}}|{_WHO})[,;.]?\s"
    r"(?i:carried|passed)(?:\s(?i:unanimously))?\W{0,4}"
)


def _fated_below(
    scope: Scope, decision: Decision, starts: Sequence[int]
) -> Motion | None:
    """Return the motion of a line just below that holds two names and a fate."""
    at = bisect_left(starts, decision.end)
    for index in range(at, min(at + 2, len(starts))):
        paragraph = scope.paragraphs[index]
        if scope.item_at(paragraph.start) != decision.item:
            return None
        match = _FATED_LINE.fullmatch(scope.text, paragraph.start, paragraph.end)
        if match:
            names = clean_name(match["mover"]), clean_name(match["seconder"])
            return Motion(*names, *match.span(), *map(match.start, (1, 2)))
    return None


def _halves(scope: Scope, at: int, mover: Motion) -> Motion | None:
    """Return the motion of two lines or cells, of which the first names the mover."""
    text = scope.text
    if at + 1 >= len(scope.paragraphs) or not scope.same_item(at, at + 1):
        return None
    first, second = scope.paragraphs[at], scope.paragraphs[at + 1]
    other = find_motion(text, second.start, second.end)
    short = second.end - second.start < _NAMED
    if not short or other is None or not other.seconder or other.mover:
        return None
    for line, found in ((first, mover), (second, other)):
        behind = text[found.end : line.end]
        tells = not (_REST.fullmatch(behind) or _POST_BEHIND.fullmatch(behind))
        if tells or not _REST.fullmatch(text, line.start, found.start):
            return None
    return None if _opens(scope, at + 2) else join_halves(mover, other)


def _alone(scope: Scope, at: int, found: Motion, decision: Decision) -> Motion | None:
    """Return the motion of a line that names the mover alone, below a resolution.

    "BE IT RESOLVED THAT it be paid." / "MOVED BY Councillor Orr"
    """
    line = scope.paragraphs[at]
    if not _RESOLUTION.match(scope.text, decision.start, decision.end):
        return None
    if _FORM_LINE.fullmatch(scope.text, line.start, line.end) is None:
        return None
    return None if _opens(scope, at + 1) else found


_RESOLUTION = re.compile(
    r"\W{0,4}(?:#?[\dA-Z]{0,6}\d[\w/-]{0,9}[:.]?\s{1,3})?(?:B[Ee]\s[Ii][Tt]\s)?"
    r"(?:RESOLVED|Resolved|THAT)\b"
)
_FORM_LINE = re.compile(
    r"\W{0,4}(?:Moved|MOVED|Proposed|PROPOSED)(?:\s(?:by|BY))?\s?:?\s[^\n.;]{3,50}\W{0,3}"
)


def _opens(scope: Scope, at: int) -> bool:
    """Say whether a paragraph tells what those named just above it moved."""
    if at >= len(scope.paragraphs) or not scope.same_item(at - 1, at):
        return False
    paragraph = scope.paragraphs[at]
    return _MATTER.match(scope.text, paragraph.start, paragraph.end) is not None


def _beside(scope: Scope, decision: Decision, starts: Sequence[int]) -> Motion | None:
    """Return the motion whose people stand in columns of the decision's table."""
    at = bisect_right(starts, decision.start) - 1
    line = scope.paragraphs[at].first if at >= 0 else None
    if line is None or line.table is None:
        return None
    cells = [
        cell
        for x in scope.paragraphs[max(0, at - _CELLS) : at + _CELLS]
        for cell in x.lines
        if cell.table == line.table
    ]
    top = min(x.row for x in cells)
    names: list[tuple[str, int] | None] = []
    for head in (_MOVED, _SECONDED):
        columns = {
            x.column for x in cells if x.row == top and head.match(scope.text, x.start)
        }
        found = [x for x in cells if x.row == line.row and x.column in columns]
        names.append(_name_in(scope, found[0].start, found[0].end) if found else None)
    mover, seconder = names
    if mover is None or line.row == top:
        return None
    other = seconder or (None, -1)
    return Motion(mover[0], other[0], decision.start, decision.end, mover[1], other[1])


# "This Union resolves:", "Council further resolves to": a motion in its parts
_RESOLVES = re.compile(
    r"\W{0,4}(?:(?:This|The|THIS|THE)\s)?(?:[A-Z][\w’'-]{1,20}\s){1,3}(?:further\s|also\s|therefore\s)?"
    r"(?:resolves?|RESOLVES|mandates)\b"
)
# the parts that stand above it, and their entries: what it notes, and believes
_PARTS = re.compile(
    r"\W{0,4}(?:(?:(?:This|The|THIS|THE)\s)?(?:[A-Z][\w’'-]{1,20}\s){1,3}(?:further\s|also\s)?"
    r"(?:notes?|believes?|recogni[sz]es?|NOTES|BELIEVES)\b|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s|[•·●▪➢➤►-]\s)"
)
_FAR = 25  # paragraphs between its movers and what it resolves


def _heading(
    scope: Scope, decision: Decision, starts: Sequence[int], above: int
) -> Motion | None:
    """Return who moved what a motion in parts resolves: they stand under its title."""
    lead = decision.lead or decision
    if not _RESOLVES.match(scope.text, lead.start, decision.end):
        return None
    at = bisect_right(starts, lead.start) - 1
    half: Motion | None = None  # "Seconded by: T Holt", on a line of its own
    for index in range(at - 1, max(-1, at - _FAR), -1):
        paragraph = scope.paragraphs[index]
        if paragraph.start < above and decision.lead is None:
            return None
        if _PARTS.match(scope.text, paragraph.start, paragraph.end):
            continue
        found = find_motion(scope.text, paragraph.start, paragraph.end)
        if found is None or paragraph.end - paragraph.start > _LONGEST:
            return None
        found = join_halves(found, half) if half else found
        if found.mover and found.seconder:
            return found
        half = found
    return None


def _name_in(scope: Scope, start: int, end: int) -> tuple[str, int] | None:
    """Return the first name of a cell that holds names only, and where it stands."""
    match = _NAMES.fullmatch(scope.text, start, end)
    return (match["name"], match.start("name")) if match else None


def _shares(decision: Decision, below: Decision) -> bool:
    """Return whether two decisions are parts of one resolution, or rows of a list."""
    if decision.lead is not None:
        return decision.lead == below.lead
    rows = decision.rule == below.rule == _ROW and decision.item == below.item
    return rows and below.start - decision.end <= _NEXT


def _with(scope: Scope, decision: Decision, motion: Motion) -> Decision:
    """Return a decision with its movers, as recognised where they stand."""
    if decision.mover or decision.seconder:
        return decision
    return replace(
        decision,
        mover=scope.name_at(motion.mover_at, motion.mover),
        seconder=scope.name_at(motion.seconder_at, motion.seconder),
    )
