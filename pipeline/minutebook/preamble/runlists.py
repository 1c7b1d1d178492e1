"""Reads lists that lost their lines, or in which nothing parts the people."""

from __future__ import annotations

import re

from minutebook.grammar.affiliations import has_role_word, is_acronym
from minutebook.grammar.atoms import Range
from minutebook.grammar.entries import Entry, say
from minutebook.grammar.listnames import evidence
from minutebook.grammar.names import Name, shift_name
from minutebook.grammar.postwords import hold
from minutebook.grammar.rosters import phrases_of
from minutebook.grammar.runs import (
    find_marked,
    split_mixed,
    split_names_and_posts,
    split_posts,
    tokens_of,
)
from minutebook.preamble.attendees import attendee_of
from minutebook.preamble.rowlists import read_list
from minutebook.records import (
    Attendee,
    Line,
    RosterBlock,
    SourceDocument,
)


def read_flat(source: SourceDocument, blocks: list[RosterBlock]) -> list[Attendee]:
    """Return the people of lists in one line: names, and their posts behind them."""
    found: list[Attendee] = []
    waiting: list[tuple[Entry, RosterBlock]] = []
    text = source.text
    for block in blocks:
        names, posts = split_names_and_posts(text, block.start, block.end)
        if "," in text[block.start : names[-1].end if names else block.end] or (
            (
                names
                and (
                    _PARTED.match(text, names[-1].end, block.end)
                    or _COUPLED.match(text, names[-1].end, block.end)
                    or _led_by_names(text[block.start : block.end])
                )
            )
            or _BULLETED.search(text, block.start, block.end)
        ):
            lines = [x for x in source.lines if x.start <= block.start < x.end]
            found += read_torn(source, block, read_list(source, block, lines))
            continue
        mixed = split_mixed(text, block.start, block.end)
        if len(mixed) > max(2, len(names)):
            found += read_bare(source, block)
            continue
        fresh = [(Entry(name), block) for name in names]
        waiting += fresh
        if not posts:
            continue
        paired = waiting if len(posts) == len(waiting) else fresh
        if len(posts) == len(paired):
            for (entry, _), post in zip(paired, posts, strict=True):
                say(text, entry, post)
        found += [attendee_of(text, entry, part) for entry, part in waiting]
        waiting = []
    return found + [attendee_of(text, entry, part) for entry, part in waiting]


# "Mayor A. Holt • Councillor J. Bell": bullets that lost their lines
_BULLETED = re.compile(r"\S\s{1,9}[•●▪○∙]\s")


# "Councillors A Holt and J. P. Bell": what stands behind the names of a run
_COUPLED = re.compile(r"\s{1,3}(?:and|&)\s{1,3}(?=[A-Z])")


def _led_by_names(body: str) -> bool:
    """Tell whether names lead most pieces: "Ada Penrose Chair, Tom Holt, Ann Bell"."""
    pieces = body[:600].split(",")
    led = 0
    for piece in pieces:
        people = split_mixed(piece, 0, len(piece))
        led += bool(people) and not piece[: people[0][0].start].strip(" and")
    return len(pieces) > 2 and led >= 0.8 * len(pieces)


# "Ada Penrose (Chair), Tom Holt": what stands behind the first name of a list
_PARTED = re.compile(r"\s{0,3}(?:\([^()]{0,80}\))?\s{0,3}[,;]")


def read_bare(source: SourceDocument, block: RosterBlock) -> list[Attendee]:
    """Return the people of a list in which nothing, or commas, part them."""
    text = source.text
    people = split_mixed(text, block.start, block.end)
    if text.count(",", block.start, block.end) >= max(1, len(people) - 1) and not any(
        "," in text[a - 2 : a] and has_role_word(text[a:b]) for _, (a, b) in people
    ):
        lines = [x for x in source.lines if x.start <= block.start < x.end]
        return read_torn(source, block, read_list(source, block, lines))
    return _read_people(text, block, people)


def read_torn(
    source: SourceDocument, block: RosterBlock, people: list[Attendee]
) -> list[Attendee]:
    """Return the people of a list, read as a run where commas stand before posts alone.

    "Ada Penrose, Chair Tom Holt, Clerk Ann Bell": a comma parts a person from a post.
    """
    body = source.text[block.start : block.end].strip()
    if body.count(" ") < _WORDS * len(people) or _ROWS.search(body):
        return people
    view = _COMMA.sub(" ", source.text[block.start : block.end])
    run = [
        (shift_name(name, block.start), (a + block.start, b + block.start))
        for name, (a, b) in split_mixed(view, 0, len(view))
    ]
    sure = sum(evidence(name) and " " not in name.surname for name, _ in run)
    if len(run) < len(people) + 2 or sure < 0.6 * len(run):
        return people
    return _read_people(source.text, block, run)


_COMMA = re.compile(r"(?<!\b[A-Z]\.),")  # not that of "Ann B., Tom H."
_WORDS = 3  # a person: where there are more words, the run may hold other people
_ROWS = re.compile(r"\t|\n\s{0,3}\S")


def _read_people(
    text: str, block: RosterBlock, people: list[tuple[Name, Range]]
) -> list[Attendee]:
    """Return the people of a run with what is said behind each."""
    found = []
    posts = any(has_role_word(text[a:b]) for _, (a, b) in people)
    groups = phrases_of("group")
    for name, said in people:
        entry = Entry(name)
        bracket = _LEADING.match(text, *said)
        if bracket and posts and is_acronym(bracket["inside"]):
            entry.roles.append(bracket.span("inside"))
        elif bracket:
            say(text, entry, bracket.span("inside"))
        if bracket:
            said = (bracket.end(), said[1])
        words = text[slice(*said)]
        if posts and is_acronym(words) and words.casefold() not in groups:
            entry.roles.append(said)  # "A Holt CEO T Bell DCEO"
        elif said[0] < said[1] and not _COUNTS.search(words):
            say(text, entry, said)
        found.append(attendee_of(text, entry, block))
    return found


# "7.20 p.m.", not "Class Representative P2"; "(e)" says how someone was excused
_COUNTS = re.compile(r"(?<![A-Z])\d|^\([a-z]\)$")
# "Ada Penrose (Chair) Holt Trust": what the bracket says stands for itself
_LEADING = re.compile(r"\((?P<inside>[^()]{2,30})\)\s{0,3}")


def are_lettered(text: str, block: RosterBlock, lines: list[Line]) -> bool:
    """Tell whether each line is a name, initials that stood bare, and a post."""
    marked = find_marked(text, block.start, block.end)
    starts = [x.name.start for x in marked if _GLUED.match(text, x.name.end)]
    return bool(starts) and all(
        any(0 <= at - x.start < _TITLE for at in starts)
        or not text[max(x.start, block.start) : x.end].strip(" :")
        for x in lines
    )


_TITLE = 12  # characters of a title before a name


# "Ada Penrose(AP)Clerk": no blanks about brackets that stand for them
_GLUED = re.compile(r"\([A-Z]{2,4}[a-z]?\)(?=\S)")


def read_lettered(text: str, block: RosterBlock) -> list[Attendee]:
    """Return the people of lines on which bare initials part names and posts."""
    found = []
    for one in find_marked(text, block.start, block.end):
        entry = Entry(one.name, initials=one.initials)
        stop = text.find("\n", *one.said)
        say(text, entry, (one.said[0], stop if stop > 0 else one.said[1]))
        found.append(attendee_of(text, entry, block))
    return found


def read_letters(text: str, block: RosterBlock) -> list[Attendee]:
    """Return the people of a list of bare initials, none if it holds anything else.

    >>> text = "Present: AB (Chair), TH, PNo and CW (Practice Manager)"
    >>> block = RosterBlock("present", "Present", 8, len(text), "roster-label")
    >>> [(x.name, x.chair, x.role) for x in read_letters(text, block)]
    [('AB', True, None), ('TH', False, None), ('PNo', False, None), \
('CW', False, 'Practice Manager')]
    >>> block = RosterBlock("present", "Present", 8, 17, "roster-label")
    >>> read_letters("Present: NHS, CCG", block)
    []
    """
    if block.end - block.start > _LETTERED:
        return []
    found = list(_INITIALS.finditer(text, block.start, block.end))
    between = [block.start, *[y for x in found for y in x.span()], block.end]
    gaps = zip(between[::2], between[1::2], strict=True)
    if len(found) < _LEAST or not all(_GAP.fullmatch(text, *x) for x in gaps):
        return []
    if any(hold((x["name"].casefold(),), y) for x in found for y in _MEANING):
        return []
    people = []
    for one in found:
        letters = one["name"]
        entry = Entry(Name(letters, *one.span("name"), surname="", given=letters))
        if one["said"]:
            say(text, entry, one.span("said"))
        people.append(attendee_of(text, entry, block))
    return people


_LETTERED = 400  # characters of a list of initials
_LEAST = 2  # people of such a list
_MEANING = ("head", "organisation", "alone")  # letters of a body or post: "NHS", "CEO"
_INITIALS = re.compile(
    r"\b(?P<name>[A-Z](?:[A-Z]|\.[A-Z])[A-Z]?[a-z]?)\b\.?"
    r"(?:\s{0,2}\((?P<said>[^()\n]{2,40})\))?"
)
_GAP = re.compile(r"[\s,;:/&•*|_.-]*(?:(?:and|Cllrs?|Dr|plus)[\s.]{1,3})?")


def read_initialled(source: SourceDocument, block: RosterBlock) -> list[Attendee]:
    """Return the people of a run in which initials in brackets follow each name."""
    found: list[Attendee] = []
    marked = find_marked(source.text, block.start, block.end)
    for one in marked:
        start, end = one.said
        after = _APOLOGISED.search(source.text, start, end)
        status = "apologies" if after else "present"
        if after:
            end = after.start()
        entry = Entry(one.name, initials=one.initials)
        posts = split_posts(source.text, tokens_of(source.text, start, end))
        if posts and has_role_word(source.text[slice(*posts[0])]):
            entry.roles.append(posts[0])
        part = RosterBlock(status, block.group, start, end, block.rule)
        found.append(attendee_of(source.text, entry, part))
    return found


_APOLOGISED = re.compile(r"\b(?:Apols?|Apologies)\b\.?")
