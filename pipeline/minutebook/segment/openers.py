"""Finds the labels that open attendance lists, where they stand."""

from __future__ import annotations

import re

from minutebook.grammar.affiliations import has_role_word
from minutebook.grammar.bodyheads import read_body_head
from minutebook.grammar.couples import split_names
from minutebook.grammar.names import find_names
from minutebook.grammar.rosters import Label, read_label
from minutebook.grammar.whocolumns import leads
from minutebook.segment.fitting import (
    BULLET,
    MOVES,
    beside,
    has_names,
    is_side,
    names_holder,
)
from minutebook.segment.shapes import lists_people, read_shape, read_table_label
from minutebook.segment.walk import Walk, is_sentence


def label_at(walk: Walk, index: int) -> Label | None:
    """Return the label with which a line opens a list, None if it opens none."""
    line = walk.lines[index]
    if index and line.goes_on(walk.lines[index - 1]):
        return None
    label = read_label(walk.text, line.start, line.end)
    if label is None:
        return (
            _body_head_at(walk, index)
            or _shaped_at(walk, index)
            or _officer_at(walk, index)
        )
    if is_behind_name(walk, index, label):
        return None
    if label.kind == "absent" and _is_voted_above(walk, index):
        return None
    rest = walk.text[label.end : line.end].strip(" \t|*_")
    if label.kind == "present" and _VOTES.match(rest or beside(walk, index)):
        return None
    if label.kind in ("group", "post"):
        if walk.text[line.start : label.start].strip(" \t|*•·\u25cb_#-–o"):
            return None  # a numbered item: "6. Public forum"
        if label.kind == "group" and _DAY.match(rest):
            return None  # a title: "PENSIONS COMMITTEE – 22nd June 2006"
        if is_post(walk, label, rest):
            return None
        near = index - walk.last <= 3
        early = not walk.seen and index < 60
        if label.kind == "post":
            rest = rest or beside(walk, index) or below_post(walk, index)
            return label if (near or early) and leads(rest) else None
        if not (near or early):
            if walk.seen or rest:
                return None
            return label if _names_below(walk, index) >= 3 else None
        after = rest or (walk.quote(index + 1) if index + 1 < len(walk.lines) else "")
        headed = not rest and columns_beside(walk, index, with_status=True)
        return label if near or headed or has_names(after) else None
    if not label.closed and not starts_list(rest, label):
        return None
    if label.closed and rest and is_sentence(rest) and not starts_list(rest, label):
        return None if label.kind != "apologies" else label
    return label


_DAY = re.compile(r"(?:[A-Z][a-z]{2,8},?\s)?\d{1,2}(?:st|nd|rd|th)?\s?(?:[A-Z]|[/.]\d)")


def _body_head_at(walk: Walk, index: int) -> Label | None:
    """Return a line that says for which body those below it came, as their label."""
    if not walk.seen or index - walk.last > _NEAR:
        return None
    line = walk.lines[index]
    body = read_body_head(walk.text, line.start, line.end)
    if body is None:
        return None
    return Label("group", None, walk.text[slice(*body)], line.start, line.end, True)


_NEAR = 3  # lines from the last list


def _officer_at(walk: Walk, index: int) -> Label | None:
    """Return the post with which a line behind a list names its holder, as its label.

    "Apologies: Tom Holt." / "Meetings Administrator: Ann Bell"
    """
    line = walk.lines[index]
    if not walk.seen or index - walk.last != 1 or line.column:
        return None
    if not names_holder(walk.quote(index)):
        return None
    colon = walk.text.index(":", line.start)
    post = walk.text[line.start : colon].strip(" *_")
    return Label("post", None, post, line.start, colon + 1, True)


def names_officer(walk: Walk, at: int, opened: int) -> bool:
    """Tell whether a line names a post and its holder below those away, on one line.

    "Apologies: Tom Holt" / "Town Manager: Ann Bell", who came.
    """
    head = walk.lines[opened]
    label = read_label(walk.text, head.start, head.end)
    if label is None or label.status in (None, "present") or walk.lines[at].column:
        return False
    inline = walk.text[label.end : head.end].strip(" \t|*_") or beside(walk, opened)
    return bool(inline) and names_holder(walk.quote(at))


def is_behind_name(walk: Walk, index: int, label: Label) -> bool:
    """Tell whether a label is the post behind a name, and opens nothing.

    "Ann Bell | Chief Executive", or on the line below: no colon follows, and one person
    holds it.
    """
    line = walk.lines[index]
    if label.kind not in ("group", "post") or not index:
        return False
    before = walk.lines[index - 1]
    held = has_role_word(label.group) and not label.group.endswith(("s", "S"))
    if not held or walk.text[label.end - 1] in ":-–—":
        return False
    if not line.column:
        named = find_names(above := walk.quote(index - 1).strip())
        alone = len(named) == 1 and named[0].end - named[0].start == len(above)
        return alone and label.kind == "group" and " " in label.group
    if (before.row, before.page) != (line.row, line.page):
        return False
    return bool(find_names(walk.quote(index - 1)))


def is_post(walk: Walk, label: Label, rest: str) -> bool:
    """Say whether a label is one person's post before a dash: "Lay Member – Works"."""
    dashed = walk.text[label.end - 1 : label.end] in "-–—"
    dashed = dashed or walk.text[label.end :].lstrip()[:1] in "-–—"
    single = label.kind == "group" and label.group[-6:].casefold() == "member"
    return bool(single and dashed and rest and not find_names(rest[:80]))


# "Nays: Holt" above "Absent: Bell": absent from the vote
_VOTED = re.compile(
    r"\s{0,40}(?:ayes?|yeas?|nays?|noes|no|abstain(?:ed|ing)?|abstentions?|excused)"
    r"\s{0,9}[:–-]",
    re.IGNORECASE,
)


def _is_voted_above(walk: Walk, index: int) -> bool:
    """Say whether the row above counts votes: "AYES: | Holt, Bell"."""
    above = index - 1
    while above > 0 and walk.lines[above - 1].row == walk.lines[above].row:
        above -= 1
    return index > 0 and _VOTED.match(walk.quote(above)) is not None


# "Roll Call: Yeas: Holt, Bell": how they voted
_VOTES = re.compile(r"(?:yeas?|ayes?|nays?|noes|yes|against)\b\s{0,3}[:,–-]", re.I)


def below_post(walk: Walk, index: int) -> str:
    """Return the line below a post that stands above its holder, "" elsewhere.

    "Present" / "Chairperson" / "Ada Penrose" / "Members" / ...: the first post stands
    straight below the label of the list.
    """
    if index + 1 >= len(walk.lines):
        return ""
    if index and not walk.posts_above:
        line = walk.lines[index - 1]
        above = read_label(walk.text, line.start, line.end)
        walk.posts_above = bool(
            above and above.status and above.end >= line.end and above.kind != "post"
        )
    return walk.quote(index + 1) if walk.posts_above else ""


def _names_below(walk: Walk, index: int) -> int:
    """Return how many of the lines below a heading name somebody each."""
    count = sure = 0
    for at in range(index + 1, min(index + 8, len(walk.lines))):
        body = BULLET.sub("", walk.quote(at), count=1)
        if not leads(body) or is_sentence(body):
            break
        count += 1
        sure += lists_people(body)
    return count if 2 * sure >= count else 0


def _shaped_at(walk: Walk, index: int) -> Label | None:
    """Return a label that only its place and the names behind it make one."""
    near = walk.seen and index - walk.last <= 3
    early = not walk.seen and index < _SHAPED_END
    if not near and not early:
        return None
    line = walk.lines[index]
    if _VOTES.match(walk.quote(index)):
        return None
    last = walk.lines[walk.last] if near else None
    if last and last.column > 0 == line.column and line.table == last.table:
        cell = read_table_label(walk.text, line.start, line.end, beside(walk, index))
        if cell:
            return cell
    label = read_shape(walk.text, line.start, line.end, lines_below(walk, index))
    if label is None or _beside_side(walk, index):
        return None
    rest = walk.text[label.end : line.end][:120]
    if re.search(r"\d", label.group) or is_sentence(MOVES.sub(" ", rest)):
        return None
    if near:
        return None if _STATES.search(label.group) else label
    several = len(find_names(walk.text[label.end : label.end + 200])) > 1
    return label if several else None


_BULLETS = re.compile(r"(?m)^[ •·●▪○*-]{1,6}")


def lines_below(walk: Walk, index: int) -> str:
    """Return what stands behind a label: beside it, else in the three lines below."""
    near = beside(walk, index)
    if near or index + 1 >= len(walk.lines):
        return near
    stop = walk.lines[min(index + 3, len(walk.lines) - 1)].end
    below = walk.text[walk.lines[index + 1].start : stop]
    return _BULLETS.sub("", below)


def _beside_side(walk: Walk, index: int) -> bool:
    """Tell whether the next line or the one before says for whom people came."""
    near = range(max(0, index - 3), min(index + 4, len(walk.lines)))
    bodies = (BULLET.sub("", walk.quote(x), count=1) for x in near)
    return any(":" in x and is_side(x, "") for x in bodies)


_STATES = re.compile(r"\b(?:is|are|was|were|has|have|had|be|will)\b(?! not)")
_SHAPED_END = 15  # lines: an unknown label opens the first list at the head only


def starts_list(rest: str, label: Label) -> bool:
    """Tell whether a list of names follows a label that no colon closes."""
    if label.kind == "apologies" and re.match(r"\W{0,9}(?:were|was|have|had)\b", rest):
        return False
    if "councillors" in label.group.casefold() and split_names(rest[:80]):
        return True
    names = find_names(rest[:120])
    if not names or is_sentence(rest[:120]):
        return False
    before = rest[: names[0].start]  # "PRESENT Vice Chairman (Mr Holt), Mrs Bell"
    posted = label.group[0].isupper() and len(before) < 35 and has_role_word(before)
    return names[0].start <= 3 or posted


_NEAR_CELLS, _LONGEST_CELL = 6, 60  # lines of a row in which another label is found


def columns_beside(walk: Walk, index: int, *, with_status: bool = False) -> bool:
    """Tell whether another label stands in a column beside this one.

    `with_status` asks for one that says who came: "Members | Officers | Apologies".
    """
    row, ruled = walk.lines[index].row, walk.lines[index].table is not None
    reach = _LONGEST_CELL if ruled else _NEAR_CELLS
    for at in range(index + 1, min(index + reach, len(walk.lines))):
        line = walk.lines[at]
        if line.row != row:
            return False
        far = at >= index + _NEAR_CELLS
        if far and line.column == walk.lines[at - 1].column:
            continue  # in a cell of many names it is the first line that is a label
        if line.goes_on(walk.lines[at - 1]):
            continue
        label = read_label(walk.text, line.start, line.end)
        if line.column == walk.lines[index].column or label is None:
            continue
        if label.kind != "post" and (label.status or not (with_status or far)):
            return True
    return False
