"""Finds the stretches that list who came, who apologised and who was absent."""

from __future__ import annotations

import re

from minutebook.grammar.affiliations import has_role_word
from minutebook.grammar.bareinitials import with_brackets
from minutebook.grammar.bodyheads import read_body_head
from minutebook.grammar.comings import find_comings, names_people
from minutebook.grammar.couples import split_names
from minutebook.grammar.names import find_names, is_name
from minutebook.grammar.rosters import (
    Label,
    find_inner_labels,
    read_label,
)
from minutebook.grammar.rostersentences import (
    end_of_sentence,
    find_absent_behind,
    find_apologies,
    find_present,
    find_silent,
)
from minutebook.grammar.whocolumns import leads
from minutebook.records import RosterBlock, SourceDocument
from minutebook.segment.called import called_at
from minutebook.segment.fitting import (
    BULLET,
    UNFINISHED,
    beside,
    fits,
    has_names,
    is_side,
    open_bracket,
)
from minutebook.segment.letterhead import without_letterhead
from minutebook.segment.openers import (
    below_post,
    columns_beside,
    is_behind_name,
    is_post,
    label_at,
    lines_below,
    names_officer,
    starts_list,
)
from minutebook.segment.shapes import (
    lists_people,
    read_shape,
)
from minutebook.segment.unheaded import find_posted, find_unheaded
from minutebook.segment.unlabelled import (
    find_flat,
    find_grid,
    find_openings,
    find_polled,
    find_sides,
    find_starred,
)
from minutebook.segment.walk import SENTENCE, TITLED, Walk, is_sentence
from minutebook.segment.whencelists import find_whence
from minutebook.segment.whotables import (
    SORRY_FROM,
    TABLES,
    cell_table_at,
    is_headed_table,
    is_told_table,
    table_at,
    told_table_at,
)

_NONE = re.compile(
    r"\W{0,9}(?:none|nil|no\s{1,9}apologies|n/?a|there\s{1,9}were\s{1,9}none"
    r"|not\s{1,9}recorded)\b"
    r"|\W{0,9}(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|several)\W{0,9}$",
    re.IGNORECASE,
)


def find_rosters(source: SourceDocument) -> tuple[RosterBlock, ...]:
    """Return the attendance blocks in the order of the text."""
    source = with_brackets(source)
    walk = Walk(source.text, tuple(source.content()))
    blocks: list[RosterBlock] = []
    index = 0
    while index < len(walk.lines):
        table = (
            table_at(walk, index)
            or told_table_at(walk, index)
            or cell_table_at(walk, index)
        )
        if table:
            block, index = table
            blocks.append(block)
            continue
        if called := called_at(walk, index):
            blocks += called[0]
            index = called[1]
            continue
        label = label_at(walk, index)
        if label is None:
            index += 1
            continue
        found, index = _read_block(walk, index, label)
        blocks += found
    blocks += find_openings(walk, blocks)
    blocks += find_starred(walk, blocks)
    blocks += find_flat(walk, blocks)
    blocks += find_grid(walk, blocks)
    if not any(x.status in ("present", "mixed") for x in blocks):
        blocks += find_sides(walk, blocks)
    blocks += find_whence(walk, blocks)
    blocks += find_unheaded(walk, blocks)
    blocks += find_posted(walk, blocks)
    blocks += _sentences(source.text, blocks)
    if not any(x.status in ("present", "mixed") for x in blocks):
        blocks += find_polled(source.text)
    blocks = without_letterhead(source.text, blocks)
    return tuple(sorted(blocks, key=lambda x: x.start))


def _read_block(walk: Walk, index: int, label: Label) -> tuple[list[RosterBlock], int]:
    """Return the blocks under a label and the index of the first line after them."""
    columns = columns_beside(walk, index)
    start = walk.lines[index].start if columns else label.end
    status = _status_at(walk, index, label)
    following = index + 1
    previous = walk.text[label.end : walk.lines[index].end]
    people = len(find_names(previous))
    inline = bool(previous.strip(" \t|*_"))
    unknown = 0
    end = walk.lines[index].end
    for at in range(index + 1, len(walk.lines)):
        if _opens_other(walk, at, index, columns) or _leaves_table(walk, at, index):
            break
        if is_told_table(walk, at) or is_headed_table(walk, at):
            break
        if at == index + 1 and called_at(walk, at):
            break
        if not any(map(str.isalnum, walk.quote(at))):
            continue  # a bullet on a line of its own
        if _ended(previous) and not _goes_on(walk, at, inline):
            break
        heads = columns and walk.lines[at].row == walk.lines[index].row
        verdict = "yes" if heads else fits(walk, at, previous, people)
        if verdict == "no":
            break
        if verdict == "maybe":
            unknown += 1
            if unknown > 2:
                break
            continue
        unknown = 0
        previous = walk.quote(at)
        people += len(find_names(previous))
        following, end = at + 1, walk.lines[at].end
    walk.last = following - 1
    walk.seen = walk.seen or label.kind not in ("group", "post")
    body = walk.text[start:end]
    empty = not body.strip(" \t\n|*_.:-")
    if status != "present" and (empty or label.kind == "group"):
        walk.under, walk.under_to = status, following
    if empty and status == "apologies":
        return _read_below(walk, label, following), following
    if empty or _NONE.match(body):
        return [], following
    if columns:
        return [
            RosterBlock("mixed", label.group, start, end, "roster-columns")
        ], following
    return _cut(walk, label, status, start, end), following


def _status_at(walk: Walk, index: int, label: Label) -> str:
    """Return what a label says, or that under which its group stands: "Officers".

    "Apologies" / "Members" / "Ada Penrose" / "Officers" / "Tom Holt".
    """
    if label.status or label.kind != "group" or _COMERS.search(label.group):
        return label.status or "present"
    if walk.under_to == index:
        return walk.under
    asked = index and SORRY_FROM.search(walk.quote(index - 1))
    return "apologies" if asked else "present"


_COMERS = re.compile(r"guest|visitor|public|press|media|speaker|presenter", re.I)


def _read_below(walk: Walk, label: Label, at: int) -> list[RosterBlock]:
    """Return the names that the text below "Apologies" begins with.

    "Mr Holt and Cllr Bell. Ann Pike would leave at noon": the first sentence alone.
    """
    if at >= len(walk.lines) or walk.lines[at].table is not None:
        return []
    line = walk.lines[at]
    end = min(line.end, end_of_sentence(walk.text, line.start))
    body = walk.text[line.start : end]
    if not lists_people(body) or is_sentence(body):
        return []
    return [RosterBlock("apologies", label.group, line.start, end, "roster-sentence")]


def _leaves_table(walk: Walk, at: int, opened: int) -> bool:
    """Tell whether a marked line stands below the table in which a list began."""
    line = walk.lines[at]
    inside = walk.lines[opened].table is not None
    return inside and line.table is None and (line.bold or line.heading is not None)


def _goes_on(walk: Walk, at: int, inline: bool) -> bool:
    """Tell whether a list goes on in the line after a full stop."""
    text = walk.quote(at)
    if TITLED.match(text) or is_side(BULLET.sub("", text, count=1), walk.quote(at - 1)):
        return True
    if lists_people(text.partition(" – ")[2]):
        return True  # "The Mews – Ada Penrose, Tom Holt (Treasurer)."
    return not inline and is_name(
        re.split(r"[,(–]", text.lstrip(" *•·"))[0].rstrip(".")
    )


_TITLE_END = re.compile(r"\b(?:[A-Z]|Mrs?|Ms|Dr|Cllrs?|Hon|St|Rev)\.$")


def _ended(text: str) -> bool:
    """Tell whether a run of names has come to its full stop."""
    return text.rstrip().endswith(".") and not _TITLE_END.search(text.rstrip())


def _opens_other(walk: Walk, at: int, opened: int, columns: bool) -> bool:
    """Tell whether another list, an item or a heading opens at a line."""
    line = walk.lines[at]
    if line.goes_on(walk.lines[at - 1]):
        return False
    if read_body_head(walk.text, line.start, line.end):
        return True
    label = read_label(walk.text, line.start, line.end)
    if label and is_behind_name(walk, at, label):
        return False
    if line.row == walk.lines[opened].row:
        return label is not None and label.kind == "post" and bool(beside(walk, at))
    if label and columns:
        rest = walk.text[label.end : line.end].strip(" \t|*_")
        return bool(rest) and line.column == 0 and label.closed
    if label:
        rest = walk.text[label.end : line.end].strip(" \t|*_")
        if is_post(walk, label, rest):
            return False
        if label.kind == "post":
            if ";" in walk.text[label.start : label.end]:
                return False  # the end of a post that wrapped: "Vice / President; Ann"
            return leads(rest or beside(walk, at) or below_post(walk, at))
        if label.kind == "group" and not rest and ":" not in walk.quote(at):
            below = walk.quote(at + 1) if at + 1 < len(walk.lines) else ""
            if below and has_role_word(below) and has_names(beside(walk, at + 1)):
                return True  # "Officers" above "Treasurer | Mr Holt"
            return has_names(below) or bool(TITLED.match(below)) or leads(below)
        return label.closed or starts_list(rest, label)
    if names_officer(walk, at, opened):
        return True
    shaped = read_shape(walk.text, line.start, line.end, lines_below(walk, at))
    return shaped is not None and shaped.status == "apologies"


def _cut(
    walk: Walk, label: Label, status: str, start: int, end: int
) -> list[RosterBlock]:
    """Return a list cut at the labels that stand in the midst of its lines."""
    inner = [
        x
        for x in find_inner_labels(walk.text, start, end)
        if x.kind != "group"
        or (
            _opens_group(walk.text[x.start : end], x)
            and not _OF.search(walk.text, start, x.start)
        )
    ]
    rule = "roster-label" if label.kind != "group" else "roster-group"
    found: list[RosterBlock] = []
    group, under = label.group, "present"
    for one in inner:
        if walk.text[start : one.start].strip(" \t\n|*_.:-"):
            found.append(RosterBlock(status, group, start, one.start, rule))
        elif not _COMERS.search(one.group):
            under = status  # "Apologies: Members: Ada Penrose; Officers: Tom Holt"
        under = "present" if one.status else under
        status, group, start = one.status or under, one.group, one.end
        rule = "roster-inner-label"
    if walk.text[start:end].strip(" \t\n|*_.:-"):
        found.append(RosterBlock(status, group, start, end, rule))
    return [x for x in found if not _NONE.match(walk.text[x.start : x.end])]


_OF = re.compile(r"\b(?:of|to|for)\s(?:the\s)?$")  # "Leader of the Council: Ann Bell"


def _opens_group(text: str, label: Label) -> bool:
    """Tell whether people follow a label: not behind "Lay Member - Audit"."""
    if not re.match(r"[^:\n]{3,60}\s[–-]\s", text):
        return True
    rest = text[label.end - label.start : label.end - label.start + 200]
    return lists_people(rest.split("\n", 1)[0])


def _sentences(text: str, blocks: list[RosterBlock]) -> list[RosterBlock]:
    """Return the lists that stand in sentences, and shorten those that hold them."""
    found: list[RosterBlock] = []
    spans = [("apologies", x) for x in find_apologies(text)]
    came = find_present(text)
    spans += [("present", x) for x in came]
    spans += [("absent", x) for x in find_absent_behind(text, came)]
    spans += [("absent", x) for x in find_silent(text)]
    spans += [(status, (a, b)) for status, a, b in find_comings(text)]
    for status, (start, end) in spans:
        end = _running_end(text, start, end)
        if not _names_anybody(text, start, end):
            continue
        inside = [x.rule for x in blocks if x.start <= start < x.end]
        if inside and (status == "present" or inside[0] in TABLES):
            continue
        for at, block in enumerate(blocks):
            if block.start <= start < block.end:
                blocks[at] = RosterBlock(
                    block.status, block.group, block.start, start, block.rule
                )
        found.append(RosterBlock(status, status, start, end, "roster-sentence"))
    return found


def _names_anybody(text: str, start: int, end: int) -> bool:
    """Tell whether a stretch names people: "Ada Penrose", "Holt", "Secretary Bell"."""
    said = text[start:end]
    return bool(split_names(said)) or names_people(said)


def _running_end(text: str, start: int, end: int) -> int:
    """Return where a list in a sentence ends that no full stop closes."""
    for match in re.finditer(r"\s{0,9}\n\s{0,9}", text[start:end]):
        before = text[start : start + match.start()]
        after = text[start + match.end() : end]
        if UNFINISHED.search(before) or open_bracket(before) or not before.strip():
            continue
        names = find_names(after[:80])
        if after[:1].islower() or after[:1] in "({[" or (names and names[0].start < 3):
            continue
        if re.match(
            r"[^\W\d]\w{0,29}(?:\s{0,9}[,.(]|\s{1,9}and\b|$)", after
        ) and not SENTENCE.search(after[:60]):
            continue
        return start + match.start()
    return end
