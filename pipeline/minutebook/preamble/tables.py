"""Reads attendance tables whose columns say who came: marks, lists in columns."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace

from minutebook.grammar.affiliations import has_organisation_word, has_role_word
from minutebook.grammar.listwords import LEFT_OFFICE
from minutebook.grammar.rosters import Label, find_key, read_column, read_label
from minutebook.grammar.ticks import TICKS
from minutebook.grammar.whocolumns import SUBSTITUTED, columns_of_who, read_statuses
from minutebook.records import Line, RosterBlock, SourceDocument

_YES = re.compile(
    rf"\W{{0,30}}(?:yes|y|x|p|present|attended|1|[{TICKS}×])\W{{0,30}}", re.IGNORECASE
)
_NO = re.compile(r"\W{0,30}(?:no|n|0|[-–—])?\W{0,30}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of an attendance table."""

    column: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Column:
    """A part of a table that is a list of its own."""

    status: str
    group: str
    lines: tuple[Line, ...]


def _header(source: SourceDocument, lines: list[Line]) -> dict[int, Label]:
    """Return the labels of the first row by their column."""
    found: dict[int, Label] = {}
    for line in lines:
        if line.row != lines[0].row:
            break
        label = read_label(source.text, line.start, line.end)
        if label and line.column not in found:
            found[line.column] = label
    return found


def read_marks(
    source: SourceDocument, block: RosterBlock
) -> list[tuple[list[Cell], str]] | None:
    """Return the rows with the status that their marks give, None if it has no marks.

    The cells of a row leave the marks out.
    """
    lines = [x for x in source.lines if block.start <= x.start < block.end]
    header = _header(source, lines)
    marked = {c: x.status for c, x in header.items() if c > 0 and x.status}
    if not marked:
        return None
    rows: dict[int, list[Line]] = {}
    for line in lines[1:]:
        if line.row != lines[0].row:
            rows.setdefault(line.row, []).append(line)
    cells = [x for row in rows.values() for x in row if x.column in marked]
    if not cells or not all(_is_mark(source.text[x.start : x.end]) for x in cells):
        return None
    return [_read_row(source.text, row, marked) for row in rows.values()]


def _is_mark(text: str) -> bool:
    return bool(_YES.fullmatch(text) or _NO.fullmatch(text))


def _read_row(
    text: str, row: list[Line], marked: dict[int, str]
) -> tuple[list[Cell], str]:
    said = {
        marked[x.column]
        for x in row
        if x.column in marked and _YES.fullmatch(text[x.start : x.end])
    }
    refused = {
        marked[x.column]
        for x in row
        if x.column in marked and not _YES.fullmatch(text[x.start : x.end])
    }
    cells = [Cell(x.column, x.start, x.end) for x in row if x.column not in marked]
    for status in ("apologies", "absent", "present"):
        if status in said:
            return cells, status
    return cells, "absent" if "present" in refused else "present"


def read_columns(source: SourceDocument, block: RosterBlock) -> list[Column]:
    """Return the lists that stand side by side, each with its own label and lines."""
    lines = [x for x in source.lines if block.start <= x.start < block.end]
    lines = _below_labels(lines)
    open_: dict[int, tuple[str, str, list[Line]]] = {}
    found: list[tuple[str, str, list[Line]]] = []
    for above, line in zip([None, *lines], lines, strict=False):
        wrapped = above is not None and line.goes_on(above)
        label = None if wrapped else read_label(source.text, line.start, line.end)
        if label and label.closed and label.kind != "post":
            entry = (label.status or "present", label.group, list[Line]())
            open_[line.column] = entry
            found.append(entry)
            if label.end < line.end:
                entry[2].append(_rest(line, label.end))
            continue
        column = max((c for c in open_ if c <= line.column), default=None)
        if column is not None:
            open_[column][2].append(line)
    return [Column(status, group, tuple(x)) for status, group, x in found if x]


def _below_labels(lines: list[Line]) -> list[Line]:
    """Return the lines of a table without ruling in the columns of the labels above.

    "Apologies" may stand further right than the names below it, cell for cell.
    """
    rows: dict[tuple[int, int], list[Line]] = {}
    for line in lines:
        rows.setdefault((line.page, line.row), []).append(line)
    head, *others = rows.values()
    full = [x for x in others if len(x) == len(head)]
    if lines[0].table is not None or not full:
        return lines
    places = {
        below.column: above.column
        for row in full
        for above, below in zip(head, row, strict=True)
    }
    return [
        x if x in head else replace(x, column=places.get(x.column, x.column))
        for x in lines
    ]


def _rest(line: Line, start: int) -> Line:
    return Line(start, line.end, line.page, line.row, line.column, line.table)


@dataclass(frozen=True, slots=True)
class Person:
    """One row of a table of people: where its cells stand."""

    name: tuple[int, int]
    status: str
    called: str | None = None  # where given and family names have columns of their own
    role: tuple[int, int] | None = None
    organisation: tuple[int, int] | None = None
    both: tuple[int, int] | None = None  # a post and the body of its holder
    others: tuple[tuple[int, int], ...] = ()  # cells of columns of no known kind


def _below_heads(lines: list[Line]) -> list[Line]:
    """Return the lines of a table without ruling in the columns of the heads above.

    Where a cell is empty, those behind it were counted one column too low.
    """
    head = [x for x in lines if x.row == lines[0].row and x.page == lines[0].page]
    places = {x.column: x.indent for x in head}
    gaps = [b - a for a, b in itertools.pairwise(sorted(places.values()))]
    if lines[0].table is not None or not gaps or min(gaps) <= 0:
        return lines
    counts = Counter((x.page, x.row) for x in lines)
    found: list[Line] = []
    for line in lines:
        near = min(places, key=lambda c: abs(places[c] - line.indent))
        short = line.column > 0 and counts[line.page, line.row] < len(head)
        there = 2 * abs(places[near] - line.indent) < min(gaps)
        moved = short and there and near > line.column
        found.append(replace(line, column=near) if moved else line)
    return found


_STATUSES = (
    (
        "apologies",
        re.compile(r"\W{0,30}(?:a\b|ap\b|apol|apolog|excus|regret|leave)", re.I),
    ),
    ("absent", re.compile(r"\W{0,30}(?:n\b|no\b|abs|not|did\s{1,30}not|[×✗✘-])", re.I)),
)


def read_people(source: SourceDocument, block: RosterBlock) -> list[Person]:
    """Return the rows of a table whose head row says what its columns hold."""
    lines = [x for x in source.lines if block.start <= x.start < block.end]
    if block.rule == "roster-table":
        lines = _below_heads(lines)
    rows: dict[tuple[int, int], dict[int, tuple[int, int]]] = {}
    for line in lines:
        cells = rows.setdefault((line.page, line.row), {})
        start = cells[line.column][0] if line.column in cells else line.start
        cells[line.column] = (start, line.end)
    listed = list(rows.values())
    if block.rule == "roster-headless-table":
        return _read_part(source.text, block, {}, listed)
    heads = [i for i, x in enumerate(listed) if not i or _is_head(source.text, x)]
    parts = itertools.pairwise([*heads, len(listed)])
    return [
        person
        for low, high in parts
        for person in _read_part(
            source.text, block, listed[low], listed[low + 1 : high]
        )
    ]


def _is_head(text: str, row: Cells) -> bool:
    """Tell whether a row in the midst of a table names what is in its columns anew."""
    kinds = [read_column(text[slice(*x)]) for x in row.values()]
    return len(kinds) > 1 and None not in kinds and kinds[0] == "name"


def _read_part(
    text: str, block: RosterBlock, head: Cells, listed: list[Cells]
) -> list[Person]:
    """Return the people of the rows below one head row."""
    kinds = _kinds_of(text, head, listed)
    named = next(c for c, kind in kinds.items() if kind == "name")
    listed = _with_bodies_above(kinds, named, listed)
    family = next((c for c, kind in kinds.items() if kind == "family"), -1)
    status = _status_of(text[slice(*head[named])]) if head else "present"
    if status == "present" and block.status != "mixed":
        status = block.status
    said = _said_in_rows(text, head, kinds, listed)
    labels = _label_column(text, kinds, listed) if head else None
    found: list[Person] = []
    for row, own in zip(listed, said, strict=True):
        if labels in row and (label := read_label(text, *row[labels])):
            status = label.status or "present"
        if named not in row or _has_gone(text, row, own):
            continue
        if len(row) == 1 and (label := read_label(text, *row[named])):
            status = label.status or status
            continue
        person = _person(row, kinds, named, own or status)
        if family in row:
            person = _with_family(text, person, row[family])
        found.append(person)
        found += _substitutes(text, row, kinds, person)
    return found


def _with_bodies_above(
    kinds: dict[int, str | None], named: int, rows: list[Cells]
) -> list[Cells]:
    """Return the rows with the body that a cell above them names before their names.

    Such a cell spans the rows of its members; where bodies stand behind names, an
    empty cell is that of somebody who came for none.
    """
    bodies = next((c for c, kind in kinds.items() if kind == "organisation"), named)
    if bodies >= named:
        return rows
    found: list[Cells] = []
    for row in rows:
        above = found[-1].get(bodies) if found and bodies not in row else None
        found.append({bodies: above, **row} if above else row)
    return found


def _substitutes(
    text: str, row: Cells, kinds: dict[int, str | None], person: Person
) -> list[Person]:
    """Return who came in the place of the one of a row: "Substitute: Cllr A Bell"."""
    column = next((c for c, kind in kinds.items() if kind == "status"), None)
    said = _SUBSTITUTED.match(text, *row[column]) if column in row else None
    if column is None or not said:
        return []
    name = (said.end(), row[column][1])
    return [replace(person, name=name, status="present", role=None, called=None)]


_SUBSTITUTED = re.compile(rf"\W{{0,3}}{SUBSTITUTED}(?=\S)", re.VERBOSE | re.IGNORECASE)


def _has_gone(text: str, row: Cells, status: str | None) -> bool:
    """Tell whether a row is of one who left office before, as a cell of it says.

    >>> text = "Ada Holt|resigned 1/10/20|"
    >>> _has_gone(text, {0: (0, 8), 1: (9, 25)}, "absent")
    True
    """
    away = status not in ("present", "apologies")
    return away and any(_GONE.match(text, *x) for x in row.values())


_GONE = re.compile(rf"\W{{0,3}}{LEFT_OFFICE}\b(?!\sas\b)", re.IGNORECASE)


def _label_column(
    text: str, kinds: dict[int, str | None], rows: list[Cells]
) -> int | None:
    """Return the column without a head whose cells say who came: "Apologies"."""
    for column, kind in kinds.items():
        cells = [row[column] for row in rows if column in row]
        labels = [read_label(text, *x) for x in cells]
        if kind is None and any(x and x.status for x in labels) and all(labels):
            return column
    return None


def _kinds_of(text: str, head: Cells, rows: list[Cells]) -> dict[int, str | None]:
    """Return what each column holds, by its head and else by its cells."""
    width = {c for row in rows for c in row}
    kinds: dict[int, str | None] = dict.fromkeys(sorted(width | set(head)))
    kinds |= {c: read_column(text[a:b]) for c, (a, b) in head.items()}
    told = columns_of_who(text, rows)
    if told and "name" not in kinds.values():
        kinds[told[0]] = "name"
    if told and "status" not in kinds.values():
        kinds[told[1]] = "status"
    if "status" not in kinds.values():
        kinds |= _dated(text, head, kinds, rows)
    return kinds | _told_by_cells(text, kinds, rows)


def _dated(
    text: str, head: Cells, kinds: dict[int, str | None], rows: list[Cells]
) -> dict[int, str | None]:
    """Return the last column under a date as that of marks, where all it holds is."""
    for column in sorted(head, reverse=True):
        if kinds[column] is None and _DATED.fullmatch(text, *head[column]):
            cells = [text[slice(*x[column])].strip() for x in rows if column in x]
            letters = sum(_LETTER.fullmatch(x) is not None for x in cells)
            told = len(cells) > 1 and letters >= _MOSTLY * len(cells)
            return {column: "status"} if told else {}
    return {}


_MOSTLY = 0.7


# "14/03/19", "14 March", "Mar 2019", "Mtg 3"
_DATED = re.compile(
    r"\W{0,3}(?:\d{1,2}(?:st|nd|rd|th)?[\s./-]{1,2})?(?:\d{1,2}|[A-Z][a-z]{2,8}\.?)"
    r"(?:[\s./-]{1,2}(?:\d{2}|\d{4}))?\W{0,3}|(?:[Mm]ee?ti?n?g)\s\d{1,3}"
)


def _said_in_rows(
    text: str, head: Cells, kinds: dict[int, str | None], rows: list[Cells]
) -> list[str | None]:
    """Return what the table says of each row's status, None where it does not."""
    named = next(c for c, kind in kinds.items() if kind == "name")
    ticked = _ticked(text, head, rows, named)
    if ticked:
        return [_ticked_as(text, row, ticked) for row in rows]
    column = next((c for c, kind in kinds.items() if kind == "status"), None)
    if column is None:
        last = _last_marked(text, kinds, rows)
        marks = [text[slice(*row[last])] if last in row else "" for row in rows]
        return (
            [_said_by(x) if x else "absent" for x in marks]
            if last
            else [None] * len(rows)
        )
    marks = [text[slice(*row[column])] if column in row else "" for row in rows]
    told = read_statuses(marks)
    if told:
        return [*told]
    key = {"X": "absent"} | find_key(text, _KEY_REACH)
    return [key.get(x.strip()) or (_said_by(x) if x else None) for x in marks]


_KEY_REACH = 6000  # characters in which a table has its key


Cells = dict[int, tuple[int, int]]


def _told_by_cells(
    text: str,
    kinds: dict[int, str | None],
    rows: list[Cells],
) -> dict[int, str]:
    """Return the columns of posts and of bodies that their cells show, not the head.

    A head such as "Category" or "Constituency" may stand over posts as well.
    """
    told = (("role", has_role_word), ("organisation", has_organisation_word))
    found: dict[int, str] = {}
    for column, kind in kinds.items():
        cells = [text[slice(*row[column])] for row in rows if column in row]
        if kind not in (None, "other") or len(cells) < _LEAST_CELLS:
            continue
        for said, tells in told:
            if said in kinds.values() or said in found.values():
                continue
            if 2 * sum(_is_told(x, tells) for x in cells) > len(cells):
                found[column] = said
                break
    return found


_LEAST_CELLS = 2  # that show what a column holds


def _is_told(cell: str, tells: Callable[[str], bool]) -> bool:
    """Tell whether a cell names a post or a body, and is no letters or mark."""
    return len(cell) > _MARK and tells(cell)


_MARK = 4  # characters of initials or of a mark


def _ticked(
    text: str,
    head: dict[int, tuple[int, int]],
    rows: list[dict[int, tuple[int, int]]],
    named: int,
) -> dict[int, str]:
    """Return the status of each column of ticks: "Present", "Apologies"."""
    found: dict[int, str] = {}
    for column, span in head.items():
        label = read_label(text, *span)
        if column == named or label is None or label.status is None:
            continue
        cells = [text[slice(*row[column])] for row in rows if column in row]
        if cells and all(_is_mark(x) for x in cells):
            found[column] = label.status
    return found


def _ticked_as(
    text: str, row: dict[int, tuple[int, int]], ticked: dict[int, str]
) -> str:
    """Return the status that the ticks of a row give; absent where none is set."""
    said = {
        status
        for column, status in ticked.items()
        if column in row and _YES.fullmatch(text[slice(*row[column])])
    }
    for status in ("apologies", "absent", "present"):
        if status in said:
            return status
    return "absent" if "present" in ticked.values() else "present"


def _last_marked(
    text: str,
    kinds: dict[int, str | None],
    rows: list[dict[int, tuple[int, int]]],
) -> int | None:
    """Return the last column of letters that say who came to which meeting.

    The columns before it are those of earlier meetings; this meeting's is the last.
    """
    marked = []
    for column, kind in kinds.items():
        cells = [text[slice(*row[column])].strip() for row in rows if column in row]
        letters = sum(_LETTER.fullmatch(x) is not None for x in cells)
        if kind is None and len(cells) > 2 and letters >= _MOSTLY * len(cells):
            marked.append(column)
    return marked[-1] if len(marked) > 1 else None


_LETTER = re.compile(r"[✓✔√×✗✘PAYNXDSL/–-]|A[bp]|N/?A|Apol?s?|Yes|No")


def _said_by(mark: str) -> str:
    matches = (kind for kind, pattern in _STATUSES if pattern.match(mark))
    return next(matches, "present")


def _status_of(head: str) -> str:
    label = read_label(head)
    return (label.status if label else None) or "present"


def _person(
    row: dict[int, tuple[int, int]],
    kinds: dict[int, str | None],
    named: int,
    status: str,
) -> Person:
    """Return what one row says of one person."""
    said: dict[str, tuple[int, int]] = {}
    for column, kind in kinds.items():
        if kind and column in row and column != named:
            said.setdefault(kind, row[column])
    known = {row[named], *(x for kind, x in said.items() if kind != "status")}
    others = tuple(x for x in row.values() if x not in known)
    return Person(
        row[named],
        status,
        role=said.get("role"),
        organisation=said.get("organisation"),
        both=said.get("both"),
        others=others,
    )


def _with_family(text: str, person: Person, family: tuple[int, int]) -> Person:
    """Return a person whose family name stands in a cell of its own."""
    given, surname = (" ".join(text[a:b].split()) for a, b in (person.name, family))
    span = (min(person.name[0], family[0]), max(person.name[1], family[1]))
    return replace(person, name=span, called=f"{given} {surname}")
