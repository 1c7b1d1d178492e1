"""The values that cross the borders between stages.

Everything here is frozen: a stage takes values in and gives new ones out. All offsets
are half-open character offsets into `SourceDocument.text`, the one immutable text that
the loader decides, so `text[start:end]` is always the quoted text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

# --------------------------------------------------------------------------- load


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in points from the top left corner of the page."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a cell or of running text; never holds a tab or a newline.

    Lines side by side (cells of a table row, columns aligned by tabs or by wide gaps)
    share `row` and count `column` from 0; in the text a tab or a newline parts them.
    A paragraph that a format keeps whole (DOCX, HTML) is one line, however long; a
    line that its format wraps (PDF, hard-wrapped text) is one line a visual line.
    """

    start: int
    end: int
    page: int = 1
    row: int = 0
    column: int = 0
    table: int | None = None  # a table that the format or its ruling declares
    box: Box | None = None
    size: float | None = None  # points
    bold: bool = False  # or underlined
    italic: bool = False
    heading: int | None = (
        None  # level that the format declares: h1 = 1, "Heading 2" = 2
    )
    furniture: bool = False  # running heads and feet, page numbers, menus
    struck: bool = False  # deleted or struck through
    indent: float = 0.0  # points, or characters * 6 in plain text
    wraps: bool = False  # the paragraph goes on in the next line, as the format says
    bold_to: int = 0  # where leading bold or underlined words end; 0: none, or all
    confidence: float | None = None  # of OCR in its words, 0 to 100; None: no OCR
    last: int = 0  # where the last visual line of a joined paragraph begins; 0: one

    @property
    def last_start(self) -> int:
        """Return where its last visual line begins."""
        return max(self.start, self.last)

    def goes_on(self, above: Line) -> bool:
        """Tell whether it goes on with a line of the same cell that wraps."""
        if not above.wraps or (self.page, self.column) != (above.page, above.column):
            return False
        below = self.row == above.row + 1 and self.column > 0 and self.table is None
        return below or self.row == above.row


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its part of the text, its size in points where the format has one."""

    number: int
    start: int
    end: int
    width: float | None = None
    height: float | None = None


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """What a reader made of one file: one text, its lines, and where they stood."""

    path: str  # as given, "/" separators; "archive.zip/inner.pdf" inside a zip
    media_type: str
    sha256: str
    size: int  # bytes
    text: str
    lines: tuple[Line, ...]  # in the order of the text, not overlapping
    pages: tuple[Page, ...]
    metadata: tuple[tuple[str, str], ...] = ()  # front matter, document properties
    notes: tuple[str, ...] = ()  # what the reader wants known: "ocr", "truncated", ...

    def quote(self, start: int, end: int) -> str:
        """Return the text between two offsets."""
        return self.text[start:end]

    def page_of(self, offset: int) -> int:
        """Return the number of the page on which an offset stands."""
        for page in self.pages:
            if offset < page.end:
                return page.number
        return self.pages[-1].number if self.pages else 1

    def content(self) -> Iterator[Line]:
        """Yield the lines that are neither furniture nor struck through."""
        return (x for x in self.lines if not (x.furniture or x.struck))


# ------------------------------------------------------------------------ segment


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text and the rule that found it."""

    start: int
    end: int
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One agenda item: its heading and everything up to the next one.

    `start` is where its number (or title) begins, `body_start` where its heading ends,
    `end` where the next item begins.
    """

    number: str | None
    title: str
    start: int
    title_start: int
    title_end: int
    body_start: int
    end: int
    level: int = 1
    rule: str = ""


@dataclass(frozen=True, slots=True)
class RosterBlock:
    """A stretch that lists people who came or did not, under one heading.

    `status` is present, apologies, absent or mixed (a table whose columns say it);
    `start` is after the heading words. `group` is the heading as written.
    """

    status: str
    group: str
    start: int
    end: int
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Sections:
    """A document cut into its parts."""

    kind: str  # minutes, agenda, report, other
    header: Span
    rosters: tuple[RosterBlock, ...] = ()
    items: tuple[Item, ...] = ()
    certainty: float = 1.0
    rule: str = ""


# ----------------------------------------------------------- preamble and recognise


@dataclass(frozen=True, slots=True)
class Attendee:
    """One person of the attendance list, as listed."""

    name: str  # without titles
    start: int  # of the name as written, titles included
    end: int
    status: str  # present, apologies, absent
    chair: bool = False
    role: str | None = None
    organisation: str | None = None
    role_span: Span | None = None
    organisation_span: Span | None = None
    initials: str | None = None  # as the list gives them: "Ann Bell (AB)"
    substitute_for: str | None = None
    note: str | None = None  # late, left early, part: as written
    group: str | None = None  # "Members", "Officers"
    rule: str = ""
    certainty: float = 1.0


@dataclass(frozen=True, slots=True)
class Preamble:
    """What the opening of the minutes says: which body met, when, where, who came.

    `spans` says where each field was read: (("date", Span(...)), ...).
    """

    council: str | None = None
    body: str | None = None
    date: str | None = None  # YYYY-MM-DD
    start: str | None = None  # HH:MM
    end: str | None = None
    venue: str | None = None
    draft: bool = False
    spans: tuple[tuple[str, Span], ...] = ()
    attendance: tuple[Attendee, ...] = ()


@dataclass(frozen=True, slots=True)
class DateValue:
    """A date as far as it is known: precision day, month, year or range.

    `iso` is YYYY-MM-DD, YYYY-MM, YYYY or a range of two such with "/".
    """

    iso: str
    earliest: str  # YYYY-MM-DD
    latest: str
    precision: str


@dataclass(frozen=True, slots=True)
class MoneyValue:
    """An amount in whole currency units; `per` keeps "per annum" and the like."""

    amount: float
    currency: str = "GBP"
    per: str | None = None


class Mention(NamedTuple):
    """A stretch of text that names something.

    `kind` is person, role, organisation, date or money. `name` is the written form
    made canonical (titles dropped, white space folded). `entity` is the index of the
    document's own entity of that kind in `Mentions`, None where it stayed unresolved.
    """

    kind: str
    start: int
    end: int
    name: str
    rule: str
    certainty: float = 1.0
    entity: int | None = None
    date: DateValue | None = None
    money: MoneyValue | None = None


class Entity(NamedTuple):
    """A person, organisation or role of one document: fullest form and the others."""

    name: str
    aliases: tuple[str, ...] = ()
    kind: str | None = None  # of a person: member, officer, public, unknown


@dataclass(frozen=True, slots=True)
class Mentions:
    """Everything recognised in one document, in the order of the text."""

    mentions: tuple[Mention, ...] = ()
    people: tuple[Entity, ...] = ()
    organisations: tuple[Entity, ...] = ()
    roles: tuple[Entity, ...] = ()


# ----------------------------------------------------------------------- assemble


@dataclass(frozen=True, slots=True)
class Vote:
    """One person's vote, as the document names it: for, against, abstain."""

    name: str
    vote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Decision:
    """One recorded outcome; `lead` is the stem that a lettered part hangs on."""

    item: int | None  # index into Meeting.items
    kind: str
    start: int
    end: int
    rule: str
    certainty: float
    lead: Span | None = None
    mover: str | None = None
    seconder: str | None = None
    votes_for: int | None = None
    votes_against: int | None = None
    votes_abstained: int | None = None
    unanimous: bool = False
    votes: tuple[Vote, ...] = ()


@dataclass(frozen=True, slots=True)
class Action:
    """One task; owners as resolved in the document, else as written."""

    item: int | None
    start: int
    end: int
    owners: tuple[str, ...]
    owners_written: tuple[str, ...]
    due: str | None  # ISO date
    rule: str
    certainty: float


@dataclass(frozen=True, slots=True)
class Declaration:
    """An interest that somebody declared."""

    item: int | None
    name: str | None
    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting as its minutes tell it."""

    council: str | None = None
    body: str | None = None
    date: str | None = None
    start: str | None = None
    end: str | None = None
    venue: str | None = None
    draft: bool = False
    next: tuple[str, ...] = ()
    approves: tuple[
        str, ...
    ] = ()  # dates of earlier meetings whose minutes it approved
    spans: tuple[tuple[str, Span], ...] = ()  # where each field was read
    attendance: tuple[Attendee, ...] = ()
    items: tuple[Item, ...] = ()
    decisions: tuple[Decision, ...] = ()
    actions: tuple[Action, ...] = ()
    declarations: tuple[Declaration, ...] = ()


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was read out of one document."""

    source: SourceDocument
    sections: Sections
    mentions: Mentions
    meeting: Meeting
    problems: tuple[str, ...] = field(default=())


# ------------------------------------------------------------------------ resolve


@dataclass(frozen=True, slots=True)
class Identity:
    """Which council and body a meeting belongs to; the keys say when two are one."""

    council: str | None
    council_key: str | None
    body: str | None
    body_key: str | None


class ToldMeeting(NamedTuple):
    """A meeting as its own minutes tell it, and where they lie."""

    path: str  # of the document
    council: str | None
    body: str | None
    year: int | None
    given: str | None  # the council that the user named for its load


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """One person as one document names them: row of the document, key, year."""

    document: int
    key: str  # the name without titles, folded
    year: int | None


@dataclass(frozen=True, slots=True)
class Link:
    """Whom a short name stands for: the key of a fuller name, or why nobody."""

    person: NamedPerson
    key: str | None
    reason: str | None = None
