"""Finds lists of people that no line of their own labels: runs, grids, sides, stars."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

from minutebook.grammar.affiliations import has_role_word
from minutebook.grammar.listnames import (
    are_surnames,
    is_plural_post,
    titled_collective,
)
from minutebook.grammar.names import find_names, is_name
from minutebook.grammar.names import words_of as name_words
from minutebook.grammar.reach import reach_of_people
from minutebook.grammar.rosters import (
    Label,
    find_bare_labels,
    find_inner_labels,
    phrases_of,
    read_label,
)
from minutebook.grammar.rostersentences import end_of_sentence
from minutebook.grammar.runs import Marked, find_coded, find_marked, split_mixed
from minutebook.grammar.ticks import TICKS
from minutebook.grammar.whocolumns import leads
from minutebook.records import Line, RosterBlock
from minutebook.segment.shapes import (
    find_legend,
    lists_people,
    opens_with_chair,
)
from minutebook.segment.walk import LONG, TITLED, Walk, is_sentence

# where the items begin in a document that stands in one line: "1. Chair's welcome"
_FLAT_END = re.compile(
    r"\s\d{1,2}\.\s{1,9}(?:[A-Z][a-z]|[A-Z]{4})|\s\d{1,2}\.\d{1,2}\.?\s{1,9}[A-Z]"
    r"|\s\d{1,3}\s{1,9}[A-Z]{4}"
)
_PARAGRAPH, _EARLY = 100, 40  # characters of a line, lines at the front
_FLAT_REACH = 6000  # characters: lists stand at the front


def find_flat(walk: Walk, blocks: list[RosterBlock]) -> list[RosterBlock]:
    """Return the lists inside lines so long that they hold a whole document."""
    found: list[RosterBlock] = []
    for index, line in enumerate(walk.lines):
        least = _PARAGRAPH if index < _EARLY else LONG
        if line.end - line.start <= least or _taken(blocks, line.start, line.end):
            continue
        stop = min(line.end, line.start + _FLAT_REACH)
        marked = find_marked(walk.text, line.start, stop)
        if len(marked) >= 5 and not _leaves_names(walk.text, marked):
            first, last = marked[0].name.start, marked[-1].said[1]
            found.append(RosterBlock("present", "", first, last, "roster-initials"))
            continue
        labels = find_inner_labels(walk.text, line.start, stop)
        if line.end - line.start > LONG:
            labels = _with_bare(walk.text, labels, line.start, stop)
        whole = any(not x.closed for x in labels)
        for label, following in zip(labels, [*labels[1:], None], strict=False):
            end = following.start if following else stop
            if not label.closed:
                found += _bare_block(walk.text, label, end)
                continue
            ended = _FLAT_END.search(walk.text, label.end, end)
            end = ended.start() if ended else end
            ended = _BARE_END.search(walk.text, label.end, end)
            end = ended.start() if ended and whole else end
            body = walk.text[label.end : end]
            if not _opens_list(body):
                continue
            if is_sentence(body[:150].split(". ")[0]):
                if label.status is None:
                    continue
                end = reach_of_people(walk.text, label.end, end)
                if end == label.end:
                    continue
            end = _listed_end(walk.text, label.end, end)
            came = _ALL_CAME.search(walk.text, max(label.end, end - 20), end)
            end = came.start() if came else end
            status = label.status or "present"
            found.append(
                RosterBlock(status, label.group, label.end, end, "roster-flat")
            )
    return found


# "Roll call: Bell, Holt and Pike present."
_ALL_CAME = re.compile(r"\s(?:(?:was|were|all)\s){0,2}present[.\s]{0,3}$")


def _leaves_names(text: str, marked: list[Marked]) -> bool:
    """Tell whether people without initials stand between those who have them."""
    between = [x.said for x in marked[:-1]]
    return sum(len(find_names(text[a:b])) for a, b in between) > len(marked) / 3


def find_openings(walk: Walk, blocks: list[RosterBlock]) -> list[RosterBlock]:
    """Return the list that opens with whoever was in the chair and has no label."""
    for line in walk.lines[:_EARLY]:
        if _taken(blocks, line.start, line.end):
            continue
        if opens_with_chair(walk.text, line.start, line.end):
            group = "Present"
            return [
                RosterBlock("present", group, line.start, line.end, "roster-opening")
            ]
    return []


def find_starred(walk: Walk, blocks: list[RosterBlock]) -> list[RosterBlock]:
    """Return the list in which stars say who came: "* Mr A Holt", "  Mrs B Bell"."""
    legend = find_legend(walk.text)
    if legend is None:
        return []
    rows: dict[tuple[int, int], list[Line]] = {}
    for line in walk.lines:
        if line.start >= legend or line.end < legend:
            rows.setdefault((line.page, line.row), []).append(line)
    below = [x for x in rows.values() if x[0].start >= legend]
    above = [x for x in rows.values() if x[-1].end < legend]
    told = _UP_TO_LIST.match(walk.text, legend).end()  # type: ignore[union-attr]
    cut = [x for x in blocks if x.rule in _LABELLED and x.start <= told]
    others = [x for x in blocks if x not in cut]
    spans = _starred(walk, others, below) or _starred(walk, others, above[::-1])
    if not spans:
        return []
    first, last = min(spans)[0], max(spans)[1]
    blocks[:] = others + [y for x in cut for y in _outside(walk, x, first, last)]
    return [RosterBlock("mixed", "Present", first, last, "roster-stars")]


def _starred(
    walk: Walk, blocks: list[RosterBlock], rows: list[list[Line]]
) -> list[tuple[int, int]]:
    """Return the rows next to a legend of stars that are its list, none if none is."""
    spans: list[tuple[int, int]] = []
    stars = 0
    for row in rows:
        words = walk.text[row[0].start : row[-1].end]
        if not words.strip("*Øø \t") or _EXPLAINS.match(words):
            continue
        if not (leads(bare := words.lstrip("*Øø \t")) or titled_collective(bare)):
            label = read_label(walk.text, row[0].start, row[0].end)
            if label and label.kind == "group" and label.closed:
                continue
            break
        if _taken(blocks, row[0].start, row[-1].end):
            break
        spans.append((row[0].start, row[-1].end))
        stars += words.count("*")
    return spans if stars >= _FEWEST_STARS else []


def _outside(
    walk: Walk, block: RosterBlock, first: int, last: int
) -> list[RosterBlock]:
    """Return what of a list under a label stands outside a list with stars."""
    if block.end <= first or last <= block.start:
        return [block]
    parts = [(block.start, min(first, block.end)), (max(last, block.start), block.end)]
    return [
        replace(block, start=a, end=b)
        for a, b in parts
        if b > a and lists_people(_LEGENDS.sub("", walk.text[a:b]))
    ]


_UP_TO_LIST = re.compile(r"[\s):.]{0,9}")  # "Members (* = present):"
_FEWEST_STARS = 3
_LABELLED = ("roster-label", "roster-group")
# "* Denotes attendance", "Ø Denotes apology for absence", "# = by video"
_LEGENDS = re.compile(
    r"[*ØøØ#†+]\s{0,3}(?:=|[-–:]|denotes?|indicates?|means)\s{0,3}[^\n]{0,60}", re.I
)
_EXPLAINS = re.compile(
    rf"\W{{0,3}}(?:{_LEGENDS.pattern}|\*\s{{0,3}}present\W{{0,3}}$)", re.I
)


# "For the company (Holt Boards Ltd): Ada Penrose, Manager; Tom Holt"
_SIDE = re.compile(
    r"\W{0,3}(?:(?:[Ff]or|[Ff]rom|[Rr]epresenting)\s{1,3}(?:the\s{1,3})?)?"
    r"(?P<side>[^:\n]{3,80}):\s{1,9}(?=[A-Z])"
)


def find_sides(walk: Walk, blocks: list[RosterBlock]) -> list[RosterBlock]:
    """Return the lists that name only for whom each group came, two at the least."""
    found: list[RosterBlock] = []
    for line in walk.lines[:_SIDES_END]:
        match = _SIDE.match(walk.text, line.start, line.end)
        if not match or _taken(blocks, line.start, line.end):
            continue
        body = walk.text[match.end() : line.end]
        names = find_names(body[:120])
        first = match["side"].split()[0].strip("(").casefold()
        if not names or names[0].start > 3 or is_sentence(body):
            continue
        if _POLLED.match(walk.text, match.start("side"), match.end()):
            continue
        if first in name_words("not_names.tsv", "paper") or has_role_word(
            match["side"]
        ):
            continue
        part = RosterBlock(
            "present", match["side"], match.end(), line.end, "roster-side"
        )
        found.append(part)
    return found if len(found) > 1 else []


# "Ayes: Bell, Holt. Nays: none. Absent: Pike"
_POLLED = re.compile(
    r"(?<![\w-])(?:(?P<absent>absent|excused)|ayes?|yeas?|nays?|noes|voting\s{1,3}"
    r"(?:aye|nay|yes|no)|abstain(?:ed|ing)?|abstentions?)\s{0,3}:\s{1,9}",
    re.IGNORECASE,
)


def find_polled(text: str) -> list[RosterBlock]:
    """Return who voted in the first vote by names, and who was absent from it."""
    found: list[RosterBlock] = []
    signs = list(itertools.islice(_POLLED.finditer(text), 6))
    for sign, following in itertools.zip_longest(signs, signs[1:]):
        line = text.find("\n", sign.end())
        end = min(end_of_sentence(text, sign.end()), line if line > 0 else len(text))
        end = min(end, following.start()) if following else end
        body = text[sign.end() : end]
        if find_names(body) or are_surnames(body):
            status = "absent" if sign["absent"] else "present"
            part = RosterBlock(
                status, sign[0].strip(" :"), sign.end(), end, "roster-poll"
            )
            found.append(part)
        if following is None or following.start() - end > 40:
            break
    return found if any(x.status == "present" for x in found) else []


_SIDES_END = 15  # lines: such lists stand at the head


def _with_bare(
    text: str, labels: tuple[Label, ...], start: int, stop: int
) -> tuple[Label, ...]:
    """Return the labels of a long line with those that nothing closes."""
    stop = min(stop, start + _BARE_REACH)
    bare = [
        x
        for x in find_bare_labels(text, start, stop)
        if not any(y.start < x.end and x.start < y.end for y in labels)
        and _leads_people(text, x.end, stop)
    ]
    return tuple(sorted((*labels, *bare), key=lambda x: x.start))


_BARE_REACH = 3000  # characters: labels without a colon count at the front only
# where the first item begins behind a list: "1 Welcome", "3.0 Notices", "1 . Minutes"
_BARE_END = re.compile(
    r"(?<![Ii]tem)\s\d{1,2}(?:\.\d{1,2})?\s?\.?\s{1,3}[A-Z][A-Za-z]{2}"
)


def _leads_people(text: str, start: int, stop: int) -> bool:
    """Tell whether people follow at once: a name first, or a post and a name."""
    if titled_collective(text[start : min(stop, start + 90)]):
        return True  # "Crs A Penrose, T Holt"
    people = split_mixed(text, start, min(stop, start + 90))
    if not people:
        return False
    before = text[start : people[0][0].start].strip()
    if re.fullmatch(r"(?:[A-Z][a-z]{1,5}\.\s{0,3}){1,3}", before):
        return True  # "Ch. Insp. Ada Penrose"
    group = before.casefold() in phrases_of("group")
    if group or (before and is_plural_post(before.split()[-1])):
        return len(before) < 40  # "Councillors Ada Penrose"
    return not before or (len(before) < 40 and has_role_word(before.split()[-1]))


def _bare_block(text: str, label: Label, end: int) -> list[RosterBlock]:
    """Return the list behind a label that nothing closes."""
    ended = _BARE_END.search(text, label.end, end)
    end = ended.start() if ended else min(end, label.end + 1500)
    end = _listed_end(text, label.end, end)
    if is_sentence(text[label.end : min(end, label.end + 60)]):
        return []
    status = label.status or "present"
    return [RosterBlock(status, label.group, label.end, end, "roster-bare")]


def _opens_list(body: str) -> bool:
    """Tell whether a list opens with a name, with a post and a name, with surnames."""
    names = find_names(body[:120])
    if names and names[0].start <= 3:
        return True
    if TITLED.match(body) or _leads_people(body, 0, len(body)):
        return True
    if are_surnames(body[:80].split(". ")[0]):
        return True
    before = body[: names[0].start] if names else body[:40]
    return has_role_word(before) and len(before) < 45 and "." not in before


def _listed_end(text: str, start: int, end: int) -> int:
    """Return where a list ends inside a paragraph: before the first whole sentence."""
    stop = end_of_sentence(text, start, end - start)
    while stop < end:
        following = end_of_sentence(text, stop + 1, end - stop - 1)
        if is_sentence(text[stop + 1 : following]):
            return stop
        stop = following
    return end


def _taken(blocks: list[RosterBlock], start: int, end: int) -> bool:
    return any(x.start < end and start < x.end for x in blocks)


_GRID_LETTERS = f"YNADPSLX{TICKS}-"
_GRID_SIGN = re.compile(
    r"[=–-](?=\s{0,3}(?:attend|present|apolog|did|absent|deputy|sanction))",
    re.IGNORECASE,
)
_GRID_KEY = re.compile(rf"[YNADPSL]\s{{0,3}}{_GRID_SIGN.pattern}", re.IGNORECASE)


def _has_key(text: str) -> bool:
    """Tell whether a text explains the letters of a grid: "A = apologies"."""
    return any(
        _GRID_KEY.search(text, max(0, sign.start() - 4), sign.end() + 16)
        for sign in _GRID_SIGN.finditer(text)
    )


def find_grid(walk: Walk, blocks: list[RosterBlock]) -> list[RosterBlock]:
    """Return the grid of letters that says who came to each of several meetings."""
    if not _has_key(walk.text[:20000]):
        return []
    flat = [x for x in walk.lines[:60] if x.end - x.start > LONG]
    if flat:
        stop = min(flat[-1].end, flat[0].start + _FLAT_REACH)
        rows = find_coded(walk.text, flat[0].start, stop, _GRID_LETTERS)
        if len(rows) >= 5:
            start, end = rows[0].who[0], rows[-1].said[1] + 12
            return [RosterBlock("mixed", "Attendance", start, end, "roster-grid")]
    lines = [x for x in walk.lines if is_coded_row(walk.text, x, walk.lines)]
    if len(lines) < 3 or _taken(blocks, lines[0].start, lines[-1].end):
        return []
    last = max(x.end for x in walk.lines if x.row == lines[-1].row)
    return [RosterBlock("mixed", "Attendance", lines[0].start, last, "roster-grid")]


def is_coded_row(text: str, line: Line, lines: tuple[Line, ...]) -> bool:
    """Tell whether a line holds the name that opens a row of a grid."""
    if line.column or not is_name(text[line.start : line.end].split("  ")[0]):
        return False
    stop = text.find("\n", line.end)
    rest = text[line.end : stop if stop >= 0 else len(text)]
    return bool(
        re.search(r"(?:^|[\t ])[PSALYND✓](?:[\t ]+[PSALYND✓-]){0,11}\s{0,9}$", rest)
    )
