"""What leads the people of a list: the body they came for, or the post they hold.

"Holt Council: Ada Penrose, Tom Holt" and "Holt Trust" on a line above its people name a
body; "Parish Clerk - Ann Bell" names a post. Both are told by the whole list, since one
line alone may as well be a person and what is said of them.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from minutebook.grammar.affiliations import (
    has_organisation_word,
    has_role_word,
    is_note,
)
from minutebook.grammar.knownbodies import is_called_body, is_known_body
from minutebook.grammar.listnames import evidence, name_behind_role
from minutebook.grammar.names import Name, is_given, parse_name

Range = tuple[int, int]


class Piece(Protocol):
    """A piece of a list as the reader cuts it."""

    @property
    def kind(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def before(self) -> str: ...
    @property
    def row(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Heads:
    """The pieces that lead others, by where they start.

    `rows` hold for their own row, `sections` for all rows up to the next one.
    """

    rows: dict[int, Range] = field(default_factory=dict)
    sections: dict[int, Range] = field(default_factory=dict)
    posts: dict[int, Range] = field(default_factory=dict)


_SIGNS = (":", "-", "–", "—", "\t", "|")
# "For Holt Council", "From the Holt Trust", "representing Holt Farms"
_FOR = re.compile(
    r"(?:on\s{1,3}behalf\s{1,3}of|for|from|representing)\s{1,3}(?:the\s{1,3})?(?=[A-Z])",
    re.IGNORECASE,
)
_TITLED = re.compile(r"(?:Cllrs?|Councillors?|Crs?|Messrs|Mr|Mrs|Ms|Miss|Dr)\b\.?\s")


def find_heads(
    text: str, atoms: Sequence[Piece], sure: Callable[[Name], bool]
) -> Heads:
    """Return the bodies and posts that lead the rows of a list.

    `sure` tells whether a title, initials or a given name speak for a name.
    """
    rows = [list(x) for _, x in itertools.groupby(atoms, key=lambda x: x.row)]
    heads = Heads()
    _find_sides(text, rows, sure, heads)
    _find_posts(text, rows, sure, heads)
    _find_sections(text, rows, sure, heads)
    return heads


def _find_sides(
    text: str,
    rows: list[list[Piece]],
    sure: Callable[[Name], bool],
    heads: Heads,
) -> None:
    """Find "Holt Council: Ada Penrose" and "For Holt Council - Cllrs Bell".

    A body whose line the colon ends is of all rows up to the next body.
    """
    named, unknown = [], []
    for row in rows:
        if len(row) < 2 or not _is_plain(text, row[0], sure):
            continue
        above = _ENDS_LINE.match(text, row[0].end) and _is_named(text, row[0])
        known = _any_name if above else sure
        if row[1].before not in _SIGNS or not _opens(text, row[1], known):
            continue
        body = _body(text, row[0])
        if has_role_word(text[slice(*body)]):
            continue
        if _is_named(text, row[0]):
            named.append((row[0].start, body))
        elif row[1].before == ":":
            unknown.append((row[0].start, body))
    named += [x for row in rows for x in _sides_within(text, row, sure)]
    if named and len(named) + len(unknown) > 2:
        named += unknown
    for start, body in named:
        ended = _ENDS_LINE.match(text, body[1]) is not None
        (heads.sections if ended else heads.rows)[start] = body


_ENDS_LINE = re.compile(r"[*_ ]{0,6}:[-*_ ]{0,6}\n")


def _sides_within(
    text: str, row: list[Piece], sure: Callable[[Name], bool]
) -> Iterator[tuple[int, Range]]:
    """Yield the bodies inside a row: "A Bell; Representing Holt Trust: Mr B Orr"."""
    for piece, behind in itertools.pairwise(row[1:]):
        led = piece.before in ";." and behind.before == ":"
        if not led or not _FOR.match(text, piece.start, piece.end):
            continue
        body = _body(text, piece)
        if has_organisation_word(text[slice(*body)]) and _opens(text, behind, sure):
            yield piece.start, body


def _find_posts(
    text: str,
    rows: list[list[Piece]],
    sure: Callable[[Name], bool],
    heads: Heads,
) -> None:
    """Find "Parish Clerk - Ann Bell" where most rows of two pieces are so."""
    found: dict[int, Range] = {}
    unsure: dict[int, Range] = {}
    others = 0
    for row in rows:
        if posts := _before_colon(text, row, sure):
            found |= posts
            continue
        if len(row) < 2 or row[1].before not in _SIGNS:
            continue
        first = text[row[0].start : row[0].end]
        if _is_plain(text, row[0], sure) and has_role_word(first):
            post = {row[0].start: (row[0].start, row[0].end)}
            if _opens(text, row[1], sure):
                found |= post
                continue
            if parse_name(text[row[1].start : row[1].end]):
                unsure |= post
                continue
        others += _opens(text, row[0], sure)
    if len({x[0] for x in found.values()}) > others:
        heads.posts.update(found | unsure)
        if len(found) > 2 and not others:
            heads.posts.update(_like_posts(text, rows, sure))
    elif not found:
        heads.posts.update(_posts_before_commas(text, rows, sure))


def _before_colon(
    text: str, row: list[Piece], sure: Callable[[Name], bool]
) -> dict[int, Range]:
    """Return the pieces of "Service Manager, Mill Works (Roads): Ann Bell" as one post.

    Each of its pieces leads to the whole; nothing where no post leads a sure name.
    """
    gaps = [text[a.end : b.start] for a, b in itertools.pairwise(row)]
    at = max((x for x, gap in enumerate(gaps, 1) if ":" in gap), default=0)
    if not at or not _opens(text, row[at], sure):
        return {}
    end = row[at - 1].end + gaps[at - 1].index(":")
    post = (row[0].start, row[0].start + len(text[row[0].start : end].rstrip(" *_")))
    first = text[row[0].start : row[0].end]
    if not has_role_word(first) or "\n" in text[slice(*post)]:
        return {}
    if any(_opens(text, x, sure) for x in row[1:at]):
        return {}
    return {x.start: post for x in row[:at]}


def _like_posts(
    text: str, rows: list[list[Piece]], sure: Callable[[Name], bool]
) -> list[tuple[int, Range]]:
    """Return what stands where the other rows have their posts: "Captain: Bo Pike"."""
    return [
        (row[0].start, (row[0].start, row[0].end))
        for row in rows
        if len(row) == 2
        and row[1].before == ":"
        and _is_plain(text, row[0], sure)
        and text.count(" ", row[0].start, row[0].end) < 4
        and not has_organisation_word(text[row[0].start : row[0].end])
        and parse_name(text[row[1].start : row[1].end])
    ]


def _posts_before_commas(
    text: str, rows: list[list[Piece]], sure: Callable[[Name], bool]
) -> list[tuple[int, Range]]:
    """Return the posts of "Deputy Clerk, Ann Bell" where every row is so.

    Or most pieces are of a list that semicolons part: "Clerk, Ann Bell; Warden, ...".
    """
    found = _posts_first(text, rows, sure)
    if len(found) > 2 and len(found) == len(rows):
        return found
    parted = [x for row in rows for x in _at_semicolons(row)]
    if len(parted) == len(rows):
        return []
    found = _posts_first(text, parted, sure)
    return found if len(found) > 1 and 3 * len(found) >= 2 * len(parted) else []


def _at_semicolons(row: list[Piece]) -> Iterator[list[Piece]]:
    """Yield the parts of a row between its semicolons."""
    starts = [0, *(n for n, x in enumerate(row) if n and x.before == ";"), len(row)]
    for low, high in itertools.pairwise(starts):
        yield row[low:high]


def _posts_first(
    text: str, rows: list[list[Piece]], sure: Callable[[Name], bool]
) -> list[tuple[int, Range]]:
    """Return the posts of the rows that are a post, a comma, and who holds it."""
    return [
        (row[0].start, (row[0].start, row[0].end))
        for row in rows
        if len(row) == _PAIR
        and row[1].before == ","
        and _is_plain(text, row[0], sure)
        and has_role_word(text[row[0].start : row[0].end])
        and _opens(text, row[1], sure)
    ]


_PAIR = 2


def _find_sections(
    text: str,
    rows: list[list[Piece]],
    sure: Callable[[Name], bool],
    heads: Heads,
) -> None:
    """Find the bodies on lines of their own, where the list opens with such a line."""
    if len(rows) < 3:
        return
    opened = len(rows) > 3 and _heads_first(text, rows, sure)
    above: list[Piece] = []
    for row, below in itertools.pairwise(rows):
        named = opened and _is_named(text, row[0])
        if opened and not named and above and _goes_on(text, above, row[0]):
            above = row
            continue  # no heading but the first of the people below one, called rarely
        told = opened or _is_told(text, above, row[0])
        if told and _is_section(text, row, below, sure, named):
            heads.sections[row[0].start] = _body(text, row[0])
        above = row


def _heads_first(
    text: str, rows: list[list[Piece]], sure: Callable[[Name], bool]
) -> bool:
    """Tell whether a list opens with a line that names the body of those below."""
    first, second, *_ = rows
    return _is_named(text, first[0]) and _is_section(text, first, second, sure, True)


def _is_named(text: str, piece: Piece) -> bool:
    words = text[piece.start : piece.end]
    return (
        has_organisation_word(words)
        or is_known_body(words)
        or is_called_body(words, likely=True)
    )


def _goes_on(text: str, above: list[Piece], piece: Piece) -> bool:
    """Tell whether a piece that may be a name stands straight below another line."""
    apart = text.count("\n", above[-1].end, piece.start) > 1
    return not apart and parse_name(text[piece.start : piece.end]) is not None


def _is_called(name: Name) -> bool:
    """Tell whether a name opens with a given name that everybody knows."""
    return is_given(name.name.split()[0])


def _any_name(name: Name) -> bool:
    """Tell whether a name may be a person's below the name of a body."""
    return not is_called_body(name.name, likely=True)


def _is_told(text: str, above: list[Piece], piece: Piece) -> bool:
    """Tell whether a body stands apart from the line above, of which all is said."""
    words = text[piece.start : piece.end]
    return (
        len(above) > 1
        and above[-1].kind == "bracket"
        and has_organisation_word(words)
        and " " in words
    ) or len(above) > 3


def _is_section(
    text: str,
    row: list[Piece],
    below: list[Piece],
    sure: Callable[[Name], bool],
    named: bool,
) -> bool:
    """Tell whether a row stands alone above a person; any name will do below a body."""
    return (
        len(row) == 1
        and _is_plain(text, row[0], _is_called if named else sure)
        and row[0].end - row[0].start < 90
        and not has_role_word(text[row[0].start : row[0].end])
        and not is_note(text[row[0].start : row[0].end])
        and _opens(text, below[0], _any_name if named else sure)
    )


def find_run_on(text: str, atoms: Sequence[Piece]) -> dict[int, Range]:
    """Return the posts that are of the person before, though a name follows them.

    "Ada Penrose, Chair Tom Holt, Clerk": nothing parts the people. It is told by the
    chain, which opens with a bare name and ends in a post that nobody follows.
    """
    found: dict[int, Range] = {}
    chain: dict[int, Range] = {}
    named = False
    for atom in atoms:
        words = text[atom.start : atom.end]
        joined = named and atom.kind == "text" and atom.before in _RUN_ON
        if joined and has_role_word(words):
            held = name_behind_role(text, atom.start, atom.end)
            if held and (evidence(held[1]) or _is_full(held[1])):
                chain[atom.start] = held[0]
                continue
            if not held:
                found.update(chain)
        name = parse_name(words) if atom.kind == "text" else None
        named = name is not None and evidence(name) and not has_role_word(words)
        chain = {}
    return found


def _is_full(name: Name) -> bool:
    """Tell whether a name has a given name and holds no word of a body."""
    return bool(name.given) and not has_organisation_word(name.name)


_RUN_ON = (",", "-", "–", "—")


def _is_plain(text: str, piece: Piece, sure: Callable[[Name], bool]) -> bool:
    """Tell whether a piece is capitalised text that surely is nobody's name."""
    words = text[piece.start : piece.end]
    if piece.kind != "text" or not words[:1].isalpha() or _TITLED.match(words + " "):
        return False
    name = parse_name(words)
    return name is None or not sure(name)


def _opens(text: str, piece: Piece, sure: Callable[[Name], bool]) -> bool:
    """Tell whether a person surely leads a piece."""
    words = text[piece.start : piece.end]
    if piece.kind != "text":
        return False
    if _TITLED.match(words):
        return True
    name = parse_name(re.split(r"\s(?:and|&)\s", words, maxsplit=1)[0])
    return name is not None and sure(name)


def _body(text: str, piece: Piece) -> Range:
    lead = _FOR.match(text, piece.start, piece.end)
    return (lead.end() if lead else piece.start, piece.end)
