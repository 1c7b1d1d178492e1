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
    MOVES,
    UNFINISHED,
    beside,
    fits,
    has_names,
    is_side,
    open_bracket,
)
from minutebook.segment.letterhead import without_letterhead
from minutebook.segment.shapes import (
    lists_people,
    read_shape,
    read_table_label,
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
from minutebook.segment.whotables import (
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
        label = _label_at(walk, index)
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
    blocks += find_unheaded(walk, blocks)
    blocks += find_posted(walk, blocks)
    blocks += _sentences(source.text, blocks)
    if not any(x.status in ("present", "mixed") for x in blocks):
        blocks += find_polled(source.text)
    blocks = without_letterhead(source.text, blocks)
    return tuple(sorted(blocks, key=lambda x: x.start))


def _label_at(walk: Walk, index: int) -> Label | None:
    """Return the label with which a line opens a list, None if it opens none."""
    line = walk.lines[index]
    if index and line.goes_on(walk.lines[index - 1]):
        return None
    label = read_label(walk.text, line.start, line.end)
    if label is None:
        return _body_head_at(walk, index) or _shaped_at(walk, index)
    if _is_behind_name(walk, index, label):
        return None
    if label.kind == "absent" and _is_voted_above(walk, index):
        return None
    rest = walk.text[label.end : line.end].strip(" \t|*_")
    if label.kind in ("group", "post"):
        if walk.text[line.start : label.start].strip(" \t|*•·\u25cb_#-–o"):
            return None  # a numbered item: "6. Public forum"
        if label.kind == "group" and _DAY.match(rest):
            return None  # a title: "PENSIONS COMMITTEE – 22nd June 2006"
        if _is_post(walk, label, rest):
            return None
        near = index - walk.last <= 3
        early = not walk.seen and index < 60
        if label.kind == "post":
            rest = rest or beside(walk, index) or _below_post(walk, index)
            return label if (near or early) and leads(rest) else None
        if not (near or early):
            if walk.seen or rest:
                return None
            return label if _names_below(walk, index) >= 3 else None
        after = rest or (walk.quote(index + 1) if index + 1 < len(walk.lines) else "")
        headed = not rest and _columns(walk, index, with_status=True)
        return label if near or headed or has_names(after) else None
    if not label.closed and not _starts_list(rest, label):
        return None
    if label.closed and rest and is_sentence(rest) and not _starts_list(rest, label):
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


def _is_behind_name(walk: Walk, index: int, label: Label) -> bool:
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


def _is_post(walk: Walk, label: Label, rest: str) -> bool:
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
    """Tell whether the row above counts votes: "AYES: | Holt, Bell"."""
    above = index - 1
    while above > 0 and walk.lines[above - 1].row == walk.lines[above].row:
        above -= 1
    return index > 0 and _VOTED.match(walk.quote(above)) is not None


def _below_post(walk: Walk, index: int) -> str:
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
    last = walk.lines[walk.last] if near else None
    if last and last.column > 0 == line.column and line.table == last.table:
        cell = read_table_label(walk.text, line.start, line.end, beside(walk, index))
        if cell:
            return cell
    label = read_shape(walk.text, line.start, line.end, _below(walk, index))
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


def _below(walk: Walk, index: int) -> str:
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


def _starts_list(rest: str, label: Label) -> bool:
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


def _read_block(walk: Walk, index: int, label: Label) -> tuple[list[RosterBlock], int]:
    """Return the blocks under a label and the index of the first line after them."""
    columns = _columns(walk, index)
    start = walk.lines[index].start if columns else label.end
    status = label.status or "present"
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
        verdict = fits(walk, at, previous, people)
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
    walk.last, walk.status = following - 1, status
    walk.seen = walk.seen or label.kind not in ("group", "post")
    body = walk.text[start:end]
    if not body.strip(" \t\n|*_.:-") and status == "apologies":
        return _read_below(walk, label, following), following
    if not body.strip(" \t\n|*_.:-") or _NONE.match(body):
        return [], following
    if columns:
        return [
            RosterBlock("mixed", label.group, start, end, "roster-columns")
        ], following
    return _cut(walk, label, status, start, end), following


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


def _columns(walk: Walk, index: int, *, with_status: bool = False) -> bool:
    """Tell whether another label stands in a column beside this one.

    `with_status` asks for one that says who came: "Members | Officers | Apologies".
    """
    row = walk.lines[index].row
    for at in range(index + 1, min(index + 6, len(walk.lines))):
        line = walk.lines[at]
        if line.row != row:
            return False
        if line.goes_on(walk.lines[at - 1]):
            continue
        label = read_label(walk.text, line.start, line.end)
        if line.column == walk.lines[index].column or label is None:
            continue
        if label.kind != "post" and (label.status or not with_status):
            return True
    return False


def _opens_other(walk: Walk, at: int, opened: int, columns: bool) -> bool:
    """Tell whether another list, an item or a heading opens at a line."""
    line = walk.lines[at]
    if line.goes_on(walk.lines[at - 1]):
        return False
    if read_body_head(walk.text, line.start, line.end):
        return True
    label = read_label(walk.text, line.start, line.end)
    if label and _is_behind_name(walk, at, label):
        return False
    if line.row == walk.lines[opened].row:
        return label is not None and label.kind == "post" and bool(beside(walk, at))
    if label and columns:
        rest = walk.text[label.end : line.end].strip(" \t|*_")
        return bool(rest) and line.column == 0 and label.closed
    if label:
        rest = walk.text[label.end : line.end].strip(" \t|*_")
        if _is_post(walk, label, rest):
            return False
        if label.kind == "post":
            if ";" in walk.text[label.start : label.end]:
                return False  # the end of a post that wrapped: "Vice / President; Ann"
            return leads(rest or beside(walk, at) or _below_post(walk, at))
        if label.kind == "group" and not rest and ":" not in walk.quote(at):
            below = walk.quote(at + 1) if at + 1 < len(walk.lines) else ""
            if below and has_role_word(below) and has_names(beside(walk, at + 1)):
                return True  # "Officers" above "Treasurer | Mr Holt"
            return has_names(below) or bool(TITLED.match(below)) or leads(below)
        return label.closed or _starts_list(rest, label)
    shaped = read_shape(walk.text, line.start, line.end, _below(walk, at))
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
    group = label.group
    for one in inner:
        if walk.text[start : one.start].strip(" \t\n|*_.:-"):
            found.append(RosterBlock(status, group, start, one.start, rule))
        status, group, start = one.status or "present", one.group, one.end
        rule = "roster-inner-label"
    if walk.text[start:end].strip(" \t\n|*_.:-"):
        found.append(RosterBlock(status, group, start, end, rule))
    walk.status = status
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
