"""Finds the stretches that list who came, who apologised and who was absent."""

from __future__ import annotations

import re

from minutebook.grammar.affiliations import has_organisation_word, has_role_word
from minutebook.grammar.comings import find_comings
from minutebook.grammar.listnames import name_behind_role
from minutebook.grammar.names import find_names, is_given, is_name, split_names
from minutebook.grammar.names import words_of as name_words
from minutebook.grammar.rosters import (
    Label,
    end_of_sentence,
    find_absent_behind,
    find_apologies,
    find_inner_labels,
    find_present,
    read_column,
    read_label,
)
from minutebook.records import RosterBlock, SourceDocument
from minutebook.segment.shapes import (
    lists_people,
    read_shape,
    read_table_label,
)
from minutebook.segment.titles import is_starred
from minutebook.segment.unlabelled import (
    find_flat,
    find_grid,
    find_openings,
    find_polled,
    find_sides,
    find_starred,
)
from minutebook.segment.walk import LONG, SENTENCE, TITLED, Walk, is_sentence, leads

_BULLET = re.compile(r"[\s|>*•·●▪○\-–_#∑]*(?:\.{4,60})?\s{0,9}")
_NUMBER = re.compile(
    r"\s{0,9}(?:item\s{1,9})?\(?\d[\d./]{0,12}[a-z]?[.):]?\s{1,9}", re.IGNORECASE
)
# the head of the table of items below, or a coded number of an item
_HEAD = re.compile(
    r"(?:no|nr|ref|item|minute|action|agenda|subject|discussion|topic|#)"
    r"(?:\s(?:no|nr|ref|item|minute|action|number))?[.:]?|[A-Z]{2,6}\s?\d{0,4}/\d[\d/.]{0,8}",
    re.IGNORECASE,
)
_BARE_NUMBER = re.compile(
    r"(?:\(?\d{1,4}[\d./]{0,8}[a-z]?[.):]?|\(?(?:[ivx]{1,5}|[a-z])[.):])\s{0,9}"
)
_PUBLIC = re.compile(
    r"""
    \W{0,9} (?: \d{1,9} | an? | no | one | two | three | four | five | six | seven |
      eight
      | nine | ten | eleven | twelve | several | some | many | members )
    (?: \s{1,9} \w{1,30} ){0,4}? \s{1,9} (?: public | residents? | parishioners? |
      electors?
      | press | pupils | students | visitors ) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NONE = re.compile(
    r"\W{0,9}(?:none|nil|no\s{1,9}apologies|n/?a|there\s{1,9}were\s{1,9}none"
    r"|not\s{1,9}recorded)\b"
    r"|\W{0,9}(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|several)\W{0,9}$",
    re.IGNORECASE,
)
_OTHER_LABEL = re.compile(r"[A-Z][\w’' ,&/-]{3,50}:(?:\s|$)")
_UNFINISHED = re.compile(
    r"(?:[,&(\[/–-]|\b(?:and|of|the|for|plus|with|Mr|Mrs|Ms)\.?)\s{0,9}$"
)


def find_rosters(source: SourceDocument) -> tuple[RosterBlock, ...]:
    """Return the attendance blocks in the order of the text."""
    walk = Walk(source.text, tuple(source.content()))
    blocks: list[RosterBlock] = []
    index = 0
    while index < len(walk.lines):
        table = _table_at(walk, index)
        if table:
            block, index = table
            blocks.append(block)
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
    blocks += _sentences(source.text, blocks)
    if not any(x.status in ("present", "mixed") for x in blocks):
        blocks += find_polled(source.text)
    return tuple(sorted(blocks, key=lambda x: x.start))


def _table_at(walk: Walk, index: int) -> tuple[RosterBlock, int] | None:
    """Return the table of people whose head row is here, and the index behind it."""
    first = walk.lines[index]
    if first.end - first.start > 30 or not read_column(walk.quote(index)):
        return None
    head = _row(walk, index)
    kinds = {read_column(walk.quote(at)) for at in head}
    if len(head) < 2 or "name" not in kinds:
        return None
    if not kinds & _SAYS_WHO and not _has_ticks(walk, head):
        return None
    named = next(
        walk.lines[at].column for at in head if read_column(walk.quote(at)) == "name"
    )
    last, at, people = head[-1], head[-1] + 1, 0
    while at < len(walk.lines) and walk.lines[at].table == first.table:
        row = _row(walk, at)
        cells = [x for x in row if walk.lines[x].column == named]
        if cells and leads(walk.quote(cells[0])):
            people += 1
        elif first.table is None or (cells and _BARE_NUMBER.match(walk.quote(row[0]))):
            break
        last, at = row[-1], row[-1] + 1
    if not people:
        return None
    group = walk.quote(head[0])
    walk.last, walk.seen = last, True
    end = walk.lines[last].end
    return RosterBlock("mixed", group, first.start, end, "roster-table"), last + 1


def _has_ticks(walk: Walk, head: list[int]) -> bool:
    """Tell whether columns behind the names say who came: "Present", "Apologies"."""
    first = walk.quote(head[0]).strip().casefold()
    labels = [read_label(walk.quote(at)) for at in head[1:]]
    return first.startswith("name") and any(x and x.status for x in labels)


_SAYS_WHO = frozenset(("role", "organisation", "status"))


def _row(walk: Walk, index: int) -> list[int]:
    """Return the indices of the lines of the row that begins at an index."""
    row, page = walk.lines[index].row, walk.lines[index].page
    at = index
    while (
        at < len(walk.lines)
        and walk.lines[at].row == row
        and walk.lines[at].page == page
    ):
        at += 1
    return list(range(index, at))


def _label_at(walk: Walk, index: int) -> Label | None:
    """Return the label with which a line opens a list, None if it opens none."""
    line = walk.lines[index]
    label = read_label(walk.text, line.start, line.end)
    if label is None:
        return _shaped_at(walk, index)
    if label.kind == "absent" and index and _VOTED.match(walk.quote(index - 1)):
        return None
    rest = walk.text[label.end : line.end].strip(" \t|*_")
    if label.kind in ("group", "post"):
        if walk.text[line.start : label.start].strip(" \t|*•·\u25cb_#-–o"):
            return None  # a numbered item: "6. Public forum"
        near = index - walk.last <= 3
        early = not walk.seen and index < 60
        if label.kind == "post":
            rest = rest or _beside(walk, index) or _below_post(walk, index)
            return label if (near or early) and leads(rest) else None
        if not (near or early):
            if walk.seen or rest:
                return None
            return label if _names_below(walk, index) >= 3 else None
        after = rest or (walk.quote(index + 1) if index + 1 < len(walk.lines) else "")
        return label if near or _has_names(after) else None
    if not label.closed and not _starts_list(rest, label):
        return None
    if label.closed and rest and is_sentence(rest) and not _starts_list(rest, label):
        return None if label.kind != "apologies" else label
    return label


# "Nays: Holt" above "Absent: Bell": absent from the vote
_VOTED = re.compile(
    r"\s{0,40}(?:ayes?|yeas?|nays?|noes|no|abstain(?:ed|ing)?|abstentions?|excused)"
    r"\s{0,9}[:–-]",
    re.IGNORECASE,
)


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


def _is_side(body: str, previous: str) -> bool:
    """Tell whether a line says for whom people came: "Holt Council: Ada Penrose".

    What is not named like a body counts where such a line stands above it.
    """
    side, _, rest = body.partition(":")
    if has_role_word(side) or not lists_people(rest.strip()):
        return False
    return has_organisation_word(side) or (
        has_organisation_word(previous.partition(":")[0])
        and lists_people(previous.partition(":")[2].strip())
    )


def _names_below(walk: Walk, index: int) -> int:
    """Return how many of the lines below a heading name somebody each."""
    count = sure = 0
    for at in range(index + 1, min(index + 8, len(walk.lines))):
        body = _BULLET.sub("", walk.quote(at), count=1)
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
        beside = _beside(walk, index)
        cell = read_table_label(walk.text, line.start, line.end, beside)
        if cell:
            return cell
    label = read_shape(walk.text, line.start, line.end, _below(walk, index))
    if label is None or _beside_side(walk, index):
        return None
    rest = walk.text[label.end : line.end][:120]
    if re.search(r"\d", label.group) or is_sentence(_MOVES.sub(" ", rest)):
        return None
    if near:
        return None if _STATES.search(label.group) else label
    several = len(find_names(walk.text[label.end : label.end + 200])) > 1
    return label if several else None


def _below(walk: Walk, index: int) -> str:
    """Return what stands behind a label: beside it, else in the three lines below."""
    beside = _beside(walk, index)
    if beside or index + 1 >= len(walk.lines):
        return beside
    stop = walk.lines[min(index + 3, len(walk.lines) - 1)].end
    below = walk.text[walk.lines[index + 1].start : stop]
    return re.sub(r"(?m)^[ •·●▪○*-]{1,6}", "", below)


def _beside_side(walk: Walk, index: int) -> bool:
    """Tell whether the next line or the one before says for whom people came."""
    near = range(max(0, index - 3), min(index + 4, len(walk.lines)))
    bodies = (_BULLET.sub("", walk.quote(x), count=1) for x in near)
    return any(":" in x and _is_side(x, "") for x in bodies)


_STATES = re.compile(r"\b(?:is|are|was|were|has|have|had|be|will)\b(?! not)")
_SHAPED_END = 15  # lines: an unknown label opens the first list at the head only


def _beside(walk: Walk, index: int) -> str:
    """Return the text of the next cell of the row, "" if it has none."""
    if index + 1 >= len(walk.lines):
        return ""
    same = walk.lines[index + 1].row == walk.lines[index].row
    return walk.quote(index + 1) if same else ""


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


def _has_names(text: str) -> bool:
    """Tell whether a stretch of text names anyone on good evidence."""
    return bool(find_names(text[:300])) and not is_sentence(text[:120])


def _read_block(walk: Walk, index: int, label: Label) -> tuple[list[RosterBlock], int]:
    """Return the blocks under a label and the index of the first line after them."""
    columns = _columns(walk, index)
    start = walk.lines[index].start if columns else label.end
    status = label.status or _inherited(walk, label)
    following = index + 1
    previous = walk.text[label.end : walk.lines[index].end]
    people = len(find_names(previous))
    inline = bool(previous.strip(" \t|*_"))
    unknown = 0
    end = walk.lines[index].end
    for at in range(index + 1, len(walk.lines)):
        if _opens_other(walk, at, index, columns) or _leaves_table(walk, at, index):
            break
        if _ended(previous) and not _goes_on(walk, at, inline):
            break
        verdict = _fits(walk, at, previous, people)
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
    if at >= len(walk.lines):
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
    if TITLED.match(text):
        return True
    return not inline and is_name(
        re.split(r"[,(–]", text.lstrip(" *•·"))[0].rstrip(".")
    )


_TITLE_END = re.compile(r"\b(?:[A-Z]|Mrs?|Ms|Dr|Cllrs?|Hon|St|Rev)\.$")


def _ended(text: str) -> bool:
    """Tell whether a run of names has come to its full stop."""
    return text.rstrip().endswith(".") and not _TITLE_END.search(text.rstrip())


def _inherited(walk: Walk, label: Label) -> str:
    """Return the status of a group label from the list that it stands in."""
    return "present"


def _columns(walk: Walk, index: int) -> bool:
    """Tell whether another label stands in a column beside this one."""
    row = walk.lines[index].row
    for at in range(index + 1, min(index + 6, len(walk.lines))):
        line = walk.lines[at]
        if line.row != row:
            return False
        label = read_label(walk.text, line.start, line.end)
        if line.column != walk.lines[index].column and label and label.kind != "post":
            return True
    return False


def _opens_other(walk: Walk, at: int, opened: int, columns: bool) -> bool:
    """Tell whether another list, an item or a heading opens at a line."""
    line = walk.lines[at]
    label = read_label(walk.text, line.start, line.end)
    if line.row == walk.lines[opened].row:
        return label is not None and label.kind == "post" and bool(_beside(walk, at))
    if label and columns:
        rest = walk.text[label.end : line.end].strip(" \t|*_")
        return bool(rest) and line.column == 0 and label.closed
    if label:
        rest = walk.text[label.end : line.end].strip(" \t|*_")
        if label.kind == "post":
            if ";" in walk.text[label.start : label.end]:
                return False  # the end of a post that wrapped: "Vice / President; Ann"
            return leads(rest or _beside(walk, at) or _below_post(walk, at))
        if label.kind == "group" and not rest and ":" not in walk.quote(at):
            below = walk.quote(at + 1) if at + 1 < len(walk.lines) else ""
            return _has_names(below) or bool(TITLED.match(below)) or leads(below)
        return label.closed or _starts_list(rest, label)
    shaped = read_shape(walk.text, line.start, line.end, _below(walk, at))
    return shaped is not None and shaped.status == "apologies"


def _fits(walk: Walk, at: int, previous: str, people: int) -> str:
    """Return whether a line belongs to the list above it: yes, no or maybe."""
    line, text = walk.lines[at], walk.quote(at)
    body = text[_BULLET.match(text).end() :]  # type: ignore[union-attr]
    if not body.strip(" |_-"):
        return "yes"
    if is_starred(walk.text, line.start, line.end):
        return "no"
    if _PUBLIC.match(body):
        return "yes"
    if line.column == 0 and (_BARE_NUMBER.fullmatch(body) or _HEAD.fullmatch(body)):
        return "no"
    numbered = _NUMBER.match(body)
    if numbered:
        body = body[numbered.end() :]
        if not is_name(body.split(",")[0].split("(")[0]):
            return "no"
    if len(body) > LONG and is_sentence(body[:LONG]):
        return "no"
    if line.row == walk.lines[at - 1].row and _has_names(body):
        return "yes"
    if has_organisation_word(body) and _has_names(_beside(walk, at)):
        return "yes"  # "Holt Council | Councillors Penrose and Ashby"
    if _heads_people(walk, at, body):
        return "yes"
    if lists_people(body) and is_sentence(body):
        return "no" if is_sentence(_MOVES.sub(" ", body)) else "yes"
    if _open_bracket(previous) or (_UNFINISHED.search(previous) and not line.heading):
        return "yes"
    if _about_last(previous, body) or _ends_name(previous, body):
        return "yes"
    if is_sentence(body):
        return "no"
    if body[0].islower() or body[0] in "([{&":
        return "yes"
    if TITLED.match(body):
        return "yes"
    if _OTHER_LABEL.match(body) and line.column == 0:
        known = read_label(walk.text, line.start, line.end) or _is_side(body, previous)
        return "yes" if known else "no"
    if find_names(body) or is_name(body.split(",")[0]):
        return "no" if line.heading else "yes"
    first = body.split()[0].strip(":.,").casefold()
    if line.column == 0 and first in name_words("not_names.tsv", "paper"):
        return "no"
    if line.heading:
        return "no"
    if len(body) <= 110 and (
        has_role_word(body) or (people and has_organisation_word(body))
    ):
        return "yes"
    if line.row == walk.lines[at - 1].row or len(body) <= 4:
        return "yes"
    return "maybe" if len(body) <= 60 and people else "no"


# "Cllr Ada Penrose - joined 18:42, Tom Holt (left at 7pm)": no sentence
_MOVES = re.compile(
    r"(?:[-–—,(]|\s{2})\s{0,3}(?:joined|left|arrived|attended|present)\b[^,;()\n]{0,40}"
)


def _heads_people(walk: Walk, at: int, body: str) -> bool:
    """Tell whether a line names the body that the people below it came from."""
    if at + 1 >= len(walk.lines) or len(body) > 80 or is_sentence(body):
        return False
    below = walk.quote(at + 1)
    following = walk.lines[at + 1]
    return (
        has_organisation_word(body)
        and not has_role_word(body)
        and not _NUMBER.match(walk.quote(at))
        and following.row != walk.lines[at].row
        and lists_people(_BULLET.sub("", below, count=1))
        and not is_sentence(_MOVES.sub(" ", below))
    )


def _about_last(previous: str, body: str) -> bool:
    """Tell whether a sentence goes on about the person just listed."""
    first = body.split()[0]
    return len(body) < 160 and is_given(first) and previous.lstrip().startswith(first)


def _ends_name(previous: str, body: str) -> bool:
    """Tell whether a line begins with the surname to a given name before it."""
    last = re.split(r"[,;(]|\band\b|&", previous)[-1].split()
    if not last or not is_given(last[-1]) or not _SURNAME.match(body):
        return False
    return len(last) == 1 or bool(TITLED.match(last[-2])) or has_role_word(last[-2])


_SURNAME = re.compile(r"[A-Z][\w’'-]{1,20}\s{0,3}(?:[.,;(]|$|and\b|&)")


def _open_bracket(text: str) -> bool:
    return text.count("(") > text.count(")")


def _cut(
    walk: Walk, label: Label, status: str, start: int, end: int
) -> list[RosterBlock]:
    """Return a list cut at the labels that stand in the midst of its lines."""
    inner = [
        x
        for x in find_inner_labels(walk.text, start, end)
        if x.kind != "group" or _opens_group(walk.text[x.start : end], x)
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
    spans += [(status, (a, b)) for status, a, b in find_comings(text)]
    for status, (start, end) in spans:
        end = _running_end(text, start, end)
        if not _names_anybody(text, start, end):
            continue
        if status == "present" and any(x.start <= start < x.end for x in blocks):
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
    if split_names(text[start:end]) or find_names(text[start:end]):
        return True
    return name_behind_role(text, start, min(end, start + 60)) is not None


def _running_end(text: str, start: int, end: int) -> int:
    """Return where a list in a sentence ends that no full stop closes."""
    for match in re.finditer(r"\s{0,9}\n\s{0,9}", text[start:end]):
        before = text[start : start + match.start()]
        after = text[start + match.end() : end]
        if _UNFINISHED.search(before) or _open_bracket(before) or not before.strip():
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
