"""Reads the attendance lists: names, status, roles, organisations, who chaired."""

from __future__ import annotations

import re

from minutebook.grammar.affiliations import (
    has_organisation_word,
    has_role_word,
    is_acronym,
    is_chair,
    is_chair_post,
    is_member,
)
from minutebook.grammar.atoms import Range, cut_atoms
from minutebook.grammar.bareinitials import with_brackets
from minutebook.grammar.entries import LATE, Entry, say, set_body, set_post, settle
from minutebook.grammar.listnames import (
    are_surnames,
    evidence,
    is_surname,
)
from minutebook.grammar.listreader import Reader
from minutebook.grammar.names import (
    Name,
    fold_name,
    initials_forms,
    is_given,
    parse_name,
    same_person,
    shift_name,
)
from minutebook.grammar.rosters import phrases_of, read_key
from minutebook.grammar.runs import (
    find_coded,
    find_marked,
    split_mixed,
    split_names_and_posts,
    split_posts,
    tokens_of,
)
from minutebook.preamble.agreeing import agree
from minutebook.preamble.legends import expand_posts
from minutebook.preamble.rowview import MEMBERS, view_rows
from minutebook.preamble.tables import Cell, read_columns, read_marks, read_people
from minutebook.records import (
    Attendee,
    Line,
    RosterBlock,
    Sections,
    SourceDocument,
    Span,
)

_IN_CHAIR = re.compile(
    r"in\s{1,30}the\s{1,30}chair|chaired\s{1,30}by|^chair", re.IGNORECASE
)


_SEATS = re.compile(r"members|trustees|supervisors|directors|absent", re.IGNORECASE)
_POST_LABEL = re.compile(
    "|".join(re.escape(x) for x in phrases_of("post")), re.IGNORECASE
)


def post_of(label: str) -> str | None:
    """Return the post that a label names: "Clerked by" is said of the clerk.

    >>> post_of("Clerked by"), post_of("Minute taker"), post_of("Minutes")
    ('Clerk', 'Minute taker', None)
    """
    if re.match(
        r"(?:minutes|notes?)(?:\s{1,30}(?:taken\s{1,30})?by)?$", label, re.IGNORECASE
    ):
        return None
    return re.sub(r"ed by$", "", " ".join(label.split()))


def read_attendance(source: SourceDocument, sections: Sections) -> tuple[Attendee, ...]:
    """Return everyone listed, in the order of the text."""
    source = with_brackets(source)
    found: list[Attendee] = []
    flat: list[RosterBlock] = []
    sides = [x for x in sections.rosters if x.rule == "roster-side"]
    bodies = sum(has_organisation_word(_body_of(x)) for x in sides)
    for block in sections.rosters:
        if block.rule == "roster-side":
            found += _read_side(source, block, 3 * bodies >= len(sides))
        elif block.rule == "roster-flat":
            flat.append(block)
        else:
            found += _read_block(source, block)
    found += _read_flat(source, flat)
    found.sort(key=lambda x: x.start)
    return tuple(agree(source.text, expand_posts(source.text, _merge(found))))


def _read_block(source: SourceDocument, block: RosterBlock) -> list[Attendee]:
    """Return the people of one block."""
    if block.rule == "roster-initials":
        return _read_initialled(source, block)
    if block.rule == "roster-bare":
        return _read_bare(source, block)
    if block.rule == "roster-table":
        return _read_table(source, block)
    if block.rule == "roster-stars":
        return _read_starred(source, block)
    if block.rule == "roster-grid":
        return _read_grid(source, block)
    if block.status != "mixed":
        lines = [x for x in source.lines if x.end > block.start and x.start < block.end]
        if _are_marked(source.text, block, lines):
            return _read_lettered(source.text, block)
        return _read_list(source, block, lines)
    marks = read_marks(source, block)
    if marks is not None:
        return _read_marked(source, block, marks)
    found: list[Attendee] = []
    for column in read_columns(source, block):
        first, last = column.lines[0].start, column.lines[-1].end
        part = RosterBlock(column.status, column.group, first, last, block.rule)
        found += _read_list(source, part, list(column.lines))
    return found


def _are_marked(text: str, block: RosterBlock, lines: list[Line]) -> bool:
    """Tell whether each line is a name, initials that stood bare, and a post."""
    marked = find_marked(text, block.start, block.end)
    starts = [x.name.start for x in marked if _GLUED.match(text, x.name.end)]
    return bool(starts) and all(
        any(0 <= at - x.start < _TITLE for at in starts)
        or not text[max(x.start, block.start) : x.end].strip(" :")
        for x in lines
    )


_TITLE = 12  # characters of a title before a name


def _read_lettered(text: str, block: RosterBlock) -> list[Attendee]:
    """Return the people of lines on which bare initials part names and posts."""
    found = []
    for one in find_marked(text, block.start, block.end):
        entry = Entry(one.name, initials=one.initials)
        stop = text.find("\n", *one.said)
        say(text, entry, (one.said[0], stop if stop > 0 else one.said[1]))
        found.append(attendee_of(text, entry, block))
    return found


# "Ada Penrose(AP)Clerk": no blanks about brackets that stand for them
_GLUED = re.compile(r"\([A-Z]{2,4}[a-z]?\)(?=\S)")


def _read_initialled(source: SourceDocument, block: RosterBlock) -> list[Attendee]:
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


def _body_of(block: RosterBlock) -> str:
    """Return the body that the label of a list names."""
    bracket = re.search(r"\(([^()]{3,60})\)", block.group)
    return bracket[1] if bracket else block.group.strip()


def _read_side(
    source: SourceDocument, block: RosterBlock, sure: bool
) -> list[Attendee]:
    """Return the people of a list whose label names the body they came for.

    `sure` says that the labels of the lists beside it name bodies.
    """
    lines = [x for x in source.lines if x.start <= block.start < x.end]
    people = _read_list(source, block, lines)
    body = _body_of(block)
    if not sure and not has_organisation_word(body):
        return people
    start = source.text.rfind(body, 0, block.start)
    span = Span(start, start + len(body), block.rule)
    return [
        x if x.organisation else _with(x, organisation=body, organisation_span=span)
        for x in people
    ]


def _read_torn(
    source: SourceDocument, block: RosterBlock, people: list[Attendee]
) -> list[Attendee]:
    """Return the people of a list, read as a run where commas stand before posts alone.

    "Ada Penrose, Chair Tom Holt, Clerk Ann Bell": a comma parts a person from a post.
    """
    view = source.text[block.start : block.end].replace(",", " ")
    run = [
        (shift_name(name, block.start), (a + block.start, b + block.start))
        for name, (a, b) in split_mixed(view, 0, len(view))
    ]
    sure = sum(evidence(name) for name, _ in run)
    if len(run) < len(people) + 2 or sure < 0.6 * len(run):
        return people
    return _read_people(source.text, block, run)


def _read_bare(source: SourceDocument, block: RosterBlock) -> list[Attendee]:
    """Return the people of a list in which nothing, or commas, part them."""
    text = source.text
    people = split_mixed(text, block.start, block.end)
    if text.count(",", block.start, block.end) >= max(1, len(people) - 1) and not any(
        "," in text[a - 2 : a] and has_role_word(text[a:b]) for _, (a, b) in people
    ):
        lines = [x for x in source.lines if x.start <= block.start < x.end]
        return _read_torn(source, block, _read_list(source, block, lines))
    return _read_people(text, block, people)


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
        elif said[0] < said[1] and not any(c.isdigit() for c in text[slice(*said)]):
            say(text, entry, said)
        found.append(attendee_of(text, entry, block))
    return found


# "Ada Penrose (Chair) Holt Trust": what the bracket says stands for itself
_LEADING = re.compile(r"\((?P<inside>[^()]{2,30})\)\s{0,3}")


def _read_table(source: SourceDocument, block: RosterBlock) -> list[Attendee]:
    """Return the people of a table whose head row names its columns."""
    text = source.text
    found: list[Attendee] = []
    for row in read_people(source, block):
        reader = Reader(text, False, True)
        entries = reader.read(cut_atoms(text, *row.name))[:1]
        for entry in entries:
            if row.role:
                set_post(text, entry, row.role)
            if row.organisation:
                set_body(text, entry, row.organisation)
            entry.chair |= any(_IS_CHAIR.search(text[a:b]) for a, b in row.others)
            part = RosterBlock(row.status, block.group, *row.name, block.rule)
            found.append(attendee_of(text, entry, part))
    return found


# "Co-opted (Chair)", said in a column of another kind
_IS_CHAIR = re.compile(r"(?:^|\()\s?Chair(?:man|woman|person)?\s?(?:\)|$)")
_APOLOGISED = re.compile(r"\b(?:Apols?|Apologies)\b\.?")


def _read_grid(source: SourceDocument, block: RosterBlock) -> list[Attendee]:
    """Return the people of a grid; the last letter of a row is this meeting's."""
    text = source.text
    key = read_key(text)
    rows = find_coded(text, block.start, block.end + 1, "".join(key) + "-")
    found: list[Attendee] = []
    if len(rows) >= 5:
        for row in rows:
            if row.code not in key:
                continue
            name = Name(text[slice(*row.who)], *row.who, surname="")
            entry = Entry(name, said=[row.said], strong=False)
            settle(text, entry)
            part = RosterBlock(key[row.code], "", *row.who, block.rule)
            found.append(attendee_of(text, entry, part))
        return found
    for row_text in re.finditer(r"[^\n]+", text[block.start : block.end]):
        cells = re.split(r"\t+| {2,}", row_text[0].strip())
        codes = [c for c in " ".join(cells[1:]).split() if c in key]
        name_found = parse_name(cells[0])
        if not codes or name_found is None:
            continue
        start = block.start + row_text.start() + row_text[0].index(cells[0])
        part = RosterBlock(key[codes[-1]], "", start, start, block.rule)
        found.append(attendee_of(text, Entry(shift_name(name_found, start)), part))
    return found


def _read_starred(source: SourceDocument, block: RosterBlock) -> list[Attendee]:
    """Return the people of a list in which a star says who came."""
    text = source.text
    found: list[Attendee] = []
    rows: dict[tuple[int, int], list[Line]] = {}
    for line in source.lines:
        if line.end > block.start and line.start < block.end:
            rows.setdefault((line.page, line.row), []).append(line)
    for row in rows.values():
        start, end = row[0].start, row[-1].end
        starred = text[start:end].lstrip().startswith("*")
        entries = Reader(text, False, True).read(cut_atoms(text, start, end))[:1]
        status = "present" if starred else "absent"
        part = RosterBlock(status, block.group, start, end, block.rule)
        found += [attendee_of(text, x, part) for x in entries]
    return found


def _read_flat(source: SourceDocument, blocks: list[RosterBlock]) -> list[Attendee]:
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
            found += _read_torn(source, block, _read_list(source, block, lines))
            continue
        mixed = split_mixed(text, block.start, block.end)
        if len(mixed) > max(2, len(names)):
            found += _read_bare(source, block)
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


def _read_marked(
    source: SourceDocument,
    block: RosterBlock,
    marks: list[tuple[list[Cell], str]],
) -> list[Attendee]:
    """Return the people of a table whose columns of marks say who came."""
    found: list[Attendee] = []
    for cells, status in marks:
        if not cells:
            continue
        start, end = cells[0].start, cells[-1].end
        reader = Reader(source.text, False, True)
        entries = reader.read(cut_atoms(source.text, start, end))
        part = RosterBlock(status, block.group, start, end, "roster-marks")
        found += [attendee_of(source.text, x, part) for x in entries[:1]]
    return found


def _read_list(
    source: SourceDocument, block: RosterBlock, lines: list[Line]
) -> list[Attendee]:
    """Return the people of a list that runs from line to line."""
    view, rows = view_rows(source, block, lines)
    atoms = cut_atoms(view, block.start, block.end)
    reader = Reader(view, _alone(view, block), rows)
    entries = reader.read(atoms)
    coded = sum(1 for x in entries if x.code) > len(entries) / 2
    if coded:
        entries = [x for x in entries if x.code]
        key = read_key(source.text)
        for entry in entries:
            entry.status = key.get(entry.code or "")
    people = [attendee_of(view, x, block) for x in entries]
    post = _POST_LABEL.fullmatch(block.group.strip())
    if post and people and not people[0].role and not _IN_CHAIR.search(block.group):
        label = source.text.rfind(block.group[:4], 0, block.start)
        people[0] = _with(
            people[0],
            role=post_of(block.group),
            role_span=Span(label, label + len(block.group), block.rule),
        )
    if _IN_CHAIR.search(block.group) and people:
        people[0] = _with(people[0], chair=True)
    seat = _SEAT.fullmatch(block.group.strip())
    if seat:
        label = source.text.rfind(block.group[:4], 0, block.start)
        span = Span(label, label + len(block.group), block.rule)
        mixed = any(x.role for x in people[1:])
        stop = source.text.find("\n", block.start) if mixed else block.end
        people = [
            _with(x, role=_single(seat[1]), role_span=span)
            if not (x.role or x.chair) and x.start <= stop
            else x
            for x in people
        ]
    return people


# a label that says in what seat those below it sit: "Co-opted Members:"
_SEAT = re.compile(
    r"((?:co-?opted|lay|associate|partner|ex[ -]officio)\s(?:member|governor|trustee)s?"
    r"|(?:parent|staff|foundation|appointed|public|LA|local authority|community|tenant"
    r"|student)\s(?:governor|trustee|representative|observer)s?)\s{0,3}:?",
    re.IGNORECASE,
)


def _alone(text: str, block: RosterBlock) -> bool:
    """Tell whether a surname alone is a name in a list."""
    if MEMBERS.search(block.group):
        return True
    body = text[block.start : block.end]
    if are_surnames(body):
        return True
    body = body.strip(" \n\t.:|*")
    if block.status == "apologies" and is_given(body):
        return True
    return bool(_SEATS.search(block.group)) and is_surname(body)


def attendee_of(text: str, entry: Entry, block: RosterBlock) -> Attendee:
    """Return one entry of a list as an attendee."""
    role, role_span, chair = _role(text, entry)
    bodies = (x for x in entry.organisations if not _NO_BODY.search(text[slice(*x)]))
    body = next(bodies, None)
    status = _status(entry, block)
    led = _led_by_initials(entry)
    if chair and status != "present":
        chair = False
        if role is None and entry.chair_at:
            role, role_span = _fold(text, entry.chair_at), Span(*entry.chair_at)
    return Attendee(
        name=entry.name.name[led:],
        start=entry.name.start + led,
        end=entry.name.end,
        status=status,
        chair=chair,
        role=role,
        organisation=_fold(text, body) if body else None,
        role_span=role_span,
        organisation_span=Span(*body, block.rule) if body else None,
        initials=entry.initials or entry.name.name[: max(0, led - 1)] or None,
        substitute_for=entry.substitute_for,
        note=entry.note,
        group=block.group or None,
        rule=block.rule,
        certainty=0.95 if entry.strong else 0.8,
    )


# what stands behind a name and is no body: the next people, who proposed, initials
_NO_BODY = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Cllrs?|Councillors?)\b\.?\s+[A-Z]"
    r"|^(?i:proposed|seconded|nominated|elected)\b|^[A-Z]\.[A-Z]?\.?$"
)
_INITIALS_FIRST = re.compile(r"(?P<initials>[A-Z]{2,3})\s(?=[A-Z][^A-Z\s])")


def _led_by_initials(entry: Entry) -> int:
    """Return how many characters of "AB Ada Bell" stand before the name."""
    match = _INITIALS_FIRST.match(entry.name.name)
    if match is None or match["initials"] not in initials_forms(
        entry.name.name[match.end() :]
    ):
        return 0
    return match.end()


def _status(entry: Entry, block: RosterBlock) -> str:
    if entry.status:
        return entry.status
    codes = {"y": "present", "p": "present", "yes": "present", "l": "present"}
    codes |= {"a": "apologies", "s": "apologies", "n": "absent", "no": "absent"}
    codes |= {"ab": "absent", "ap": "apologies", "pr": "present"}
    codes |= {"d": "absent", "✓": "present", "✔": "present", "√": "present"}
    if entry.code:
        return codes.get(entry.code.casefold(), "present")
    if entry.note and block.status != "present":
        late = block.status == "apologies" and LATE.search(entry.note)
        if late or _JOINED.match(entry.note):
            return "present"
    return "present" if block.status == "mixed" else block.status


def _role(text: str, entry: Entry) -> tuple[str | None, Span | None, bool]:
    """Return the role as listed, where it stands, and whether its holder chaired."""
    chair = entry.chair
    for span in entry.roles:
        words = _fold(text, span)
        if is_member(words):
            continue
        if is_chair(words) and not entry.organisations:
            chair = True
            if "cathaoirleach" not in words.casefold():
                continue
        elif is_chair_post(words) and not is_chair(words):
            chair = chair or not (
                entry.organisations and "independent" in words.lower()
            )
        return _single(words), Span(*span), chair
    if entry.chair_at and "cathaoirleach" in _fold(text, entry.chair_at).casefold():
        return _fold(text, entry.chair_at), Span(*entry.chair_at), chair
    return None, None, chair


_LED_BY = re.compile(r"^(?:(?:and|&|[Tt]he|our|An)\s{1,30})+")
_OF_WHAT = re.compile(r"\s(?:of|to|for)\s")


def _single(role: str) -> str:
    """Return a role in the singular: "Staff Observers" is held by each of two."""
    role = _LED_BY.sub("", role)
    native, _, english = role.rpartition(" / ")
    if native and not has_role_word(native) and has_role_word(english):
        role = english  # "Maer / Mayor"
    if _OF_WHAT.search(role):
        return role  # "Clerk to the Trustees"
    return _PLURAL.sub(r"\1", role)


_PLURAL = re.compile(
    r"\b(Observer|Treasurer|Chair|Clerk|Officer|Supervisor|Trustee|Director|Chancellor"
    r"|Governor|Manager|Principal|Dean|Warden|Representative|Adviser|Advisor|Member"
    r"|Investigator)s$",
    re.IGNORECASE,
)


_SHORT_FORM = re.compile(r"\s{0,30}\([A-Z&]{2,8}\)")


def _fold(text: str, span: Range) -> str:
    words = _SHORT_FORM.sub("", text[slice(*span)])
    return " ".join(words.split()).strip(" .:;,*|")


def _with(person: Attendee, **changes: object) -> Attendee:
    from dataclasses import replace

    return replace(person, **changes)  # type: ignore[arg-type]


# "Absent: Ann Bell (joined the meeting at 9.20)"
_JOINED = re.compile(r"\W{0,3}(?:joined|arrived)\b", re.IGNORECASE)


def _merge(people: list[Attendee]) -> list[Attendee]:
    """Return each person once: the first form, and all that the lists say of them."""
    kept: dict[tuple[str, str], Attendee] = {}
    for person in people:
        key = (fold_name(person.name), _mark(person.name))
        if key not in kept and person.rule == "roster-sentence":
            key = _known_as(person, kept) or key
        kept[key] = _join(kept[key], person) if key in kept else person
    return list(kept.values())


def _known_as(
    person: Attendee, kept: dict[tuple[str, str], Attendee]
) -> tuple[str, str] | None:
    """Return the key of the one listed person whom a sentence names less fully."""
    first, *rest = person.name.split()
    if rest and len(first.strip(".")) > 1:
        return None
    alike = [
        key
        for key, x in kept.items()
        if x.status == person.status and same_person(x.name, person.name)
    ]
    return alike[0] if len(alike) == 1 else None


_TOLD_APART = re.compile(r"\((\w)\)")


def _mark(name: str) -> str:
    match = _TOLD_APART.search(name)
    return match[1] if match else ""


def _join(one: Attendee, other: Attendee) -> Attendee:
    status = one.status
    if {one.status, other.status} == {"absent", "apologies"}:
        status = "apologies"
    if "present" in (one.status, other.status) and one.status != other.status:
        status = other.status if other.status != "present" else one.status
    lost = (one.chair or other.chair) and status != "present"
    return _with(
        one,
        status=status,
        chair=(one.chair or other.chair) and status == "present",
        role=one.role or other.role or ("Chair" if lost else None),
        role_span=one.role_span or other.role_span,
        organisation=one.organisation or other.organisation,
        organisation_span=one.organisation_span or other.organisation_span,
        initials=one.initials or other.initials,
        substitute_for=one.substitute_for or other.substitute_for,
        note=one.note or other.note,
    )
