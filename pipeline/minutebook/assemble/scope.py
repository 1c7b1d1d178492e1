"""Holds what the search for decisions needs of one document, and builds one."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from minutebook.assemble import outcomes
from minutebook.assemble.amendments import cut_at_amendments
from minutebook.assemble.decisioncues import CUES
from minutebook.assemble.kinds import kind_of, label_kind, opens_noted
from minutebook.assemble.movers import (
    OPENS_MOTION,
    Motion,
    clean_name,
    find_motion,
)
from minutebook.assemble.votes import Count, read_votes
from minutebook.certainty import certainty_of
from minutebook.grammar.names import strip_titles
from minutebook.grammar.paragraphs import Paragraph, find_sentences
from minutebook.records import Decision, Sections, Span

_FLAT = 700  # characters: a longer line is a page that was run together
_RESOLUTION = re.compile(
    r"(?<=\s)(?:(?:COMMITTEE|COUNCIL|BOARD|Council|Committee|Board)\s+)?(?:RESOLUTION"
    r"|Resolution)\s+(?:number\s+|[Nn]o\.?\s*|#\s?)?(?=[A-Z]{0,4}[/-]?\d)"
    r"|(?<=\s)(?:RESOLVED|MOVED|Moved:|AGREED:|RECOMMENDED|Resolved:|(?:NOTED|RECEIVED|REPORTED"
    r"|CONSIDERED|APPROVED|CONFIRMED|RECOMMENDED):)(?=\s)"
)
_MOVED = re.compile(
    r"\b(?:[Mm]oved|[Mm]otion\s+(?:was\s+made\s+)?by|made\s+a\s+motion"
    r"|[Pp]rop(?:osed)?)\b"
)

# "Clerk: Ada Bell (proposed by Mr Orr, seconded by Mr Holt), Chair: ...": the first
_CLOSED = re.compile(
    r"\((?:[Pp]rop|[Nn]omin|[Mm]oved)[^()]{3,80}\b[Ss]ec[^()]{2,60}\)[,;.]?\s+"
    r"(?=[^()]{3,120}\((?:[Pp]rop|[Nn]omin|[Mm]oved))"
)
_POST = re.compile(
    r"(?:President|Chair(?:man|woman|person)?|Treasurer|Secretary|Clerk|Commissioner"
    r"|Trustee|Councillor|Director|Supervisor|(?:Deputy |Lord )?Mayor|Mayoress|Reeve"
    r"|(?:Lord )?Provost|Convener|Warden|Leader|Bailie)"
)
# "Moved Penrose", taken for a name
_CUED = re.compile(r"^(?:Moved|Seconded|Proposed|Motion|Second)\s")
_BY_POST = ("by the ", "by The ", "By the ")
_RANK = re.compile(r",?\s(?:Jr|Sr|II|III)\b\.?")
# "Moved:", alone in its cell beside a name; "RESULT:", beside what became of it
_LABEL = re.compile(
    r"\W{0,4}(?:(?:Moved|Seconded|Proposed|MOVED|SECONDED|PROPOSED|Mover|Seconder|Proposer"
    r"|MOVER|SECONDER|PROPOSER)(?:\s(?:by|BY))?\s?:?|(?:RESULT|Result):)\s{0,4}"
)


@dataclass(slots=True)
class Scope:
    """What the search needs of one document."""

    text: str
    paragraphs: tuple[Paragraph, ...]
    item_starts: list[int]
    items: Sections
    people: dict[int, int]  # where mentions of people end, by where they start
    named: list[int] = field(init=False)  # where they start, in order
    own: frozenset[str] = frozenset()  # words of the heading: the body's own name
    formal: bool = False  # it writes RESOLVED, or counts votes, where it decides
    names: frozenset[str] = frozenset()  # people, as they are named anywhere
    # the words between two offsets, for whoever asks again
    words: dict[tuple[int, int], list[str]] = field(default_factory=dict)
    # the groups of cues between two offsets, likewise
    cues: dict[tuple[int, int], frozenset[str]] = field(default_factory=dict)
    # where the own text of a paragraph between two offsets begins, likewise
    begun: dict[tuple[int, int], int | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.named = sorted(self.people)

    def name_at(self, offset: int, written: str | None) -> str | None:
        """Return a name as recognised where it stands, else as the motion wrote it."""
        if written is None or offset < 0 or written.endswith(")"):
            return written  # "Holt (J)" tells more than the name recognised in it
        if _POST.fullmatch(written):
            # "The President then proposed": a post is no name, unless it stands for one
            return written if self.text.endswith(_BY_POST, 0, offset) else None
        for start in range(offset, max(-1, offset - 24), -1):
            end = self.people.get(start)
            if end is not None and end > offset:
                if start < offset and self.text[start - 1 : start] == "/":
                    break  # "M/S Penrose/Holt": the S is none of hers
                name = strip_titles(" ".join(self.text[start:end].split()))
                if written in self.names and len(written) > len(name):
                    return written
                if name and name.split()[0] in " ".join(
                    (written, self.text[start:end])
                ):
                    return clean_name(_CUED.sub("", name)) + self._rank(end)
        return written + self._rank(offset + len(written))

    def _rank(self, end: int) -> str:
        """Return what tells father from son behind a name: ", Jr."."""
        match = _RANK.match(self.text, end)
        return match[0] if match else ""

    def names_anybody(self, start: int, end: int) -> bool:
        """Say whether a mention of a person begins between two offsets."""
        at = bisect_left(self.named, start)
        return at < len(self.named) and self.named[at] < end

    def cues_in(self, start: int, end: int) -> frozenset[str]:
        """Return which groups of cues of deciding stand between two offsets."""
        held = self.cues.get((start, end))
        if held is None:
            held = CUES.held_in(self.text[start:end].lower())
            self.cues[start, end] = held
        return held

    def item_at(self, offset: int) -> int | None:
        """Return the index of the item in which an offset stands."""
        at = bisect_right(self.item_starts, offset) - 1
        return at if at >= 0 else None

    def same_item(self, one: int, other: int) -> bool:
        """Say whether two paragraphs stand in one item."""
        a, b = self.paragraphs[one].start, self.paragraphs[other].start
        return self.item_at(a) == self.item_at(b)


def cut_pages(
    text: str, paragraphs: tuple[Paragraph, ...], sections: Sections
) -> Iterator[Paragraph]:
    """Cut pages that were run together into one line at items and resolutions."""
    edges = sorted({e for x in sections.items for e in (x.start, x.body_start)})
    for paragraph in paragraphs:
        if len(paragraph.lines) > 1 or paragraph.end - paragraph.start < _FLAT:
            yield paragraph
            continue
        low, high = (
            bisect_right(edges, paragraph.start),
            bisect_right(edges, paragraph.end - 1),
        )
        cuts = set(edges[low:high])
        cuts |= {
            m.start()
            for m in _RESOLUTION.finditer(text, paragraph.start + 1, paragraph.end)
        }
        yield from _cut(text, paragraph, sorted(cuts))


def _cut(text: str, paragraph: Paragraph, cuts: list[int]) -> Iterator[Paragraph]:
    """Yield the pieces of a paragraph cut at some offsets."""
    marks = [paragraph.start, *cuts, paragraph.end]
    for start, end in itertools.pairwise(marks):
        line = replace(paragraph.first, start=start, end=strip_end(text, start, end))
        if line.end > line.start:
            yield Paragraph(start, line.end, (line,))


def cut_motions(text: str, paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Yield the paragraphs, those that tell of several motions cut at each of them."""
    for paragraph in paragraphs:
        words = text[paragraph.start : paragraph.end]
        if words.count("(") > 1 and words.count("sec") + words.count("Sec") > 1:
            closed = _CLOSED.finditer(text, paragraph.start, paragraph.end)
            cuts = [x.end() for x in closed if x.end() < paragraph.end]
            yield from _cut(text, paragraph, cuts) if cuts else (paragraph,)
            continue
        cuts = _at_amendments(text, paragraph) if "mendment" in words else []
        if cuts or sum(map(words.count, ("mo", "Mo", "prop", "Prop"))) < 2:
            yield from _cut(text, paragraph, cuts) if cuts else (paragraph,)
            continue
        sentences = tuple(find_sentences(text, paragraph.start, paragraph.end))
        opens = [x.start for x in sentences if OPENS_MOTION.match(text, x.start, x.end)]
        cuts = [
            x.start
            for x in sentences
            if x.start in opens
            and _MOVED.search(text, paragraph.start, x.start)
            and "amendment" not in text[x.start : x.end]  # its fate tells the motion's
        ]
        first = opens[0] if opens else paragraph.start
        if cuts and first not in (cuts[0], paragraph.start):
            cuts.insert(0, first)
        yield from _cut(text, paragraph, cuts) if cuts else (paragraph,)


def _at_amendments(text: str, paragraph: Paragraph) -> list[int]:
    """Return where a paragraph goes over to an amendment, and back to its motion."""
    sentences = tuple(find_sentences(text, paragraph.start, paragraph.end))
    amended, again = cut_at_amendments(text, sentences)
    return sorted(x for x in (*amended, *again) if x > paragraph.start)


def join_labels(text: str, paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Yield the paragraphs, a label of its own with the name behind it: "Moved:"."""
    label: Paragraph | None = None
    for paragraph in paragraphs:
        if label is not None:
            lines = (*label.lines, *paragraph.lines)
            yield Paragraph(label.start, paragraph.end, lines)
            label = None
        elif paragraph.end - paragraph.start < 20 and _LABEL.fullmatch(
            text, paragraph.start, paragraph.end
        ):
            label = paragraph
        else:
            yield paragraph
    if label is not None:
        yield label


def body_start(scope: Scope, paragraph: Paragraph) -> int | None:
    """Return where a paragraph's own text begins; None if it is no business."""
    span = (paragraph.start, paragraph.end)
    if span not in scope.begun:
        scope.begun[span] = _body_start(scope, *span)
    return scope.begun[span]


def pass_over(scope: Scope, paragraph: Paragraph) -> None:
    """Let a paragraph be no business: it tells what others decided."""
    scope.begun[paragraph.start, paragraph.end] = None


def _body_start(scope: Scope, start: int, end: int) -> int | None:
    for roster in scope.items.rosters:
        if roster.start <= start < roster.end:
            # "Tom Orr, Jo Bell. The meeting accepted them.": more than a list
            return next(_deciding(scope, start, end), None)
    at = scope.item_at(start)
    if at is not None:
        return max(start, scope.items.items[at].body_start)
    head = scope.items.header.end
    runs_on = start < head < end and scope.text.find(". ", start, head) < 0
    return head if runs_on else start


def _deciding(scope: Scope, start: int, end: int) -> Iterator[int]:
    """Yield where sentences begin that a rule knows to decide, or that name movers."""
    text = scope.text
    if "told" not in scope.cues_in(start, end):
        return
    for sentence in find_sentences(text, start, end):
        motion = find_motion(text, sentence.start, sentence.end)
        moved = motion is not None and motion.mover and motion.seconder
        if moved or outcomes.decides(text[sentence.start : sentence.end]):
            yield sentence.start


def decide(
    scope: Scope,
    start: int,
    end: int,
    rule: str,
    did: str,
    motion: Motion | None,
    lead: Span | None,
    count: Count | None = None,
) -> Decision:
    text = scope.text
    while start < end and text[start] in ' \t\n–-:;|“"':
        start += 1
    end = strip_end(text, start, end)
    count = count or read_votes(text, start, end)
    words = text[start:end]
    kind = kind_of(words, did)
    labelled = lead and label_kind(text[lead.start : lead.end])
    if labelled:
        kind = labelled
    elif lead is not None and opens_noted(text[lead.start : lead.end]):
        kind = "noted"
    elif lead is not None and kind == "resolved":
        led = kind_of(text[lead.start : lead.end], did)
        kind = led if led in ("recommended", "noted") else kind
    beaten = (count.votes_against or 0) > (count.votes_for or 0)
    if count.lost or (beaten and rule in _VOTED):
        kind = "rejected"
    return Decision(
        item=scope.item_at(start),
        kind=kind,
        start=start,
        end=end,
        rule=f"decision-{rule}",
        certainty=certainty_of(f"decision-{rule}", kind),
        lead=lead,
        mover=scope.name_at(motion.mover_at, motion.mover) if motion else None,
        seconder=scope.name_at(motion.seconder_at, motion.seconder) if motion else None,
        votes_for=count.votes_for,
        votes_against=count.votes_against,
        votes_abstained=count.votes_abstained,
        unanimous=count.unanimous,
        votes=count.named,
    )


# by these rules a count tells the fate of what is decided
_VOTED = ("motion", "outcome", "poll", "proposed", "weighed", "fate")


def strip_end(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in " \t\n|":
        end -= 1
    return end
