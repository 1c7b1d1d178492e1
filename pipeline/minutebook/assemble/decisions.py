"""Finds the decisions: resolved blocks with their parts, motions, and running text."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from minutebook.assemble import outcomes
from minutebook.assemble.movers import UNNAMED, Motion, clean_name, find_motion
from minutebook.assemble.votes import Count, read_votes
from minutebook.certainty import certainty_of
from minutebook.grammar.names import strip_titles
from minutebook.grammar.paragraphs import (
    Paragraph,
    Sentence,
    find_paragraphs,
    find_sentences,
    read_sentences,
)
from minutebook.records import (
    Attendee,
    Decision,
    Mentions,
    Sections,
    SourceDocument,
    Span,
)

# "(1) That", "(b) to", "ii. the", "2) That": the parts of a resolution
_PART = re.compile(
    r"""(?:(?<=^)|(?<=[\s.;:]))
    (?: \( (?:\d{1,2}|[a-z]|[ivx]{1,4}) \) | (?:\d{1,2}|[a-z]
    |[ivx]{2,4}) [.)] (?=\s+[A-Z“‘"]|\s+to\s|\s+that\s) | [•·●▪] )
    \s*(?=\S)""",
    re.VERBOSE,
)
_OPENS_PART = re.compile(
    r"\s{0,12}(?:\((?:\d{1,2}|[a-z]|[ivx]{1,4})\)|(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s"
    r"|[•·●▪◦]|[-–]\s|(?:That|THAT|“That|\"That|To)\s)"
)
# a lead that decides already: what is listed under it are conditions or particulars
_DECIDED_LEAD = re.compile(
    r"\b(?:be|is|are|was|were)\s+(?:\w+ly\s+)?(?:granted|approved|refused|agreed|made"
    r"|paid|adopted|accepted|appointed|given|permitted)\b"
)
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_SERIES = {
    at: (str(at + 1), chr(97 + at), _ROMANS[at] if at < len(_ROMANS) else "")
    for at in range(26)
}
_DECIDES = re.compile(
    r"\b(?:be|to|that|that\b|will|shall|should|is|are|was|were|not|no)\b"
    r"|^\W*\w{1,3}\W+(?:approve|adopt|note|agree|accept|receive|endorse|confirm"
    r"|delegate|authori[sz]e|instruct|request|recommend|appoint|refer|defer|support"
    r"|invite|thank|grant|refuse|decline|adjourn|award|direct)(?:s|es|d|ed)?\b",
    re.IGNORECASE,
)
_BARE_LEAD = re.compile(
    r"(?:\b(?:that|to|as\s+follows|the\s+following|and|the\s+(?:\w+\s+){0,4}(?:board"
    r"|committee|council|group|panel))|(?i:resolved|agreed|recommended|resolution"
    r"|decisions?|noted|approved|decided))?\W*$",
    re.IGNORECASE,
)
_POLL = re.compile(
    r"\b(?:vote\s+(?:then\s+|was\s+)?(?:took\s+place|taken|held)|put\s+to\s+(?:the"
    r"|a)\s+vote|recorded\s+vote)\b",
    re.IGNORECASE,
)
_POLL_SIDE = re.compile(
    r"\b(?:(?P<for>in\s+favou?r|for)|(?P<against>against)|(?P<abstain>abstain\w*"
    r"|abstention\w*))\b",
    re.IGNORECASE,
)
_POLL_COUNT = re.compile(r"\((\d{1,3})\)|[:–-]\s*(\d{1,3})\b")
_AMENDMENT = re.compile(
    r"\b(?:amendment|counter-?proposal|following\s+amendment)s?\b", re.I
)
_MOTION_STEM = re.compile(
    r"\bI\s+will\s+(?:propose|move|ask)\b|\bnotice\s+of\s+motion\b", re.I
)
_LEADS_ON = re.compile(r"(?:\bit\s+was|\band|\bresolved\s+that|:)\s*$")
_TELLS_FATE = re.compile(
    r"\b(?:amendment|motion|proposal|proposition|resolution)\b", re.IGNORECASE
)
_MOTION_ONLY = re.compile(r"(?:The|This)\s+(?:motion|amendment)\s+was\b", re.I)
# the words of moving itself, names included: what is left is the thing decided
_CUES = re.compile(
    r"\b(?:proposed|proposal|seconded|moved|by|and|was|the|cllrs?|councillors?|mrs?|ms"
    r"|[A-Z][\w’'.-]*)\b|[^\w\s]"
)
_THAT = re.compile(r"\s{0,6}[:;,.–-]?\s{0,6}[\"“‘']?\s{0,6}(?=That\b|THAT\b)")
_BULLET = re.compile(r"(?:[•·●▪◦∑\uf0b7\uf0a7*⇒-]|o(?=\s))?\s*")
_ACTIONISH = re.compile(r"^\s*(?:actions?|action\s+points?)\b", re.IGNORECASE)
_DECIDED_TITLE = re.compile(
    r"\w\s(?:approved|accepted(?:\s+from)?|adopted"
    r"|agreed(?:\s+in\s+accordance.{0,40})?)$",
    re.I,
)
# a sentence that only closes the decision before it
_ECHO = re.compile(
    r"""(?: (?:This|These|It|They|Motion|The\s+(?:motion|proposal|vote))\s+(?:was|were
        |is)\s+(?:\w+\s+){0,2}?
            (?:agreed|approved|carried|accepted|passed|supported|seconded
            |proposed)\b [^.]{0,70}
          | (?:Approved|Carried|Agreed|Unanimous\w*|All\s+(?:in\s+favou?r|agreed
          |approved|ayes)|Approval|Motion\s+(?:carried|passed))\b [^.]{0,70}
          | (?:Proposed|Proposal|Seconded|Moved|Proposer|Mover)\b .{0,140}
          | The\s+(?:Board|Committee|Council)\s+(?:approved
          |agreed)\s+unanimously ) \W*""",
    re.VERBOSE,
)
_NEW_MATTER = re.compile(
    r"\b(?:agreed|approved|resolved)\s+(?:not\s+)?(?:that|to)\b|\bthat\s+the\b"
)
_BACKWARD = re.compile(
    r"(?:This|These|That)\s+(?:was|were)\s+(?:\w+\s+)?(?:agreed|approved|accepted"
    r"|supported)|(?:Deferred|Approved|Agreed)\s+(?:to|by)\s+[A-Z]"
)
_SECOND_VERB = re.compile(
    r",?\s{1,6}(?:and|but)\s{1,6}(?=(?:also\s+)?(?:(?:has|have)\s+)?(?:agreed\s+(?:to"
    r"|that)|approved\s|deferred\s|delegated\s|asked\s(?:the|that)|instructed\s|"
    r"rejected\s|refused\s|recommended\s+(?:that|to)|resolved\s+(?:to|that)|declined\s"
    r"|AGREED|APPROVED|NOTED|DELEGATED|RESOLVED|"
    r"ENDORSED|RECOMMENDED|ADOPTED|DEFERRED)\b)"
    r"|,?\s{1,6}and\s{1,6}(?=that\s(?:(?!should|would|will"
    r"|there)[\w’'-]{1,20}\s){1,8}be\s)"
)
_FLAT = 700  # characters: a longer line is a page that was run together
_RESOLUTION = re.compile(
    r"(?<=\s)(?:(?:COMMITTEE|COUNCIL|BOARD|Council|Committee|Board)\s+)?(?:RESOLUTION"
    r"|Resolution)\s+(?:number\s+)?(?=[A-Z]{0,4}/?\d)"
    r"|(?<=\s)(?:RESOLVED|MOVED|Moved:|AGREED:|RECOMMENDED)(?=\s)"
)
_GOES_ON = re.compile(
    r"(?:That|THAT|To|And|All|Any|Carried|CARRIED|This|These|The\s+(?:decision|above"
    r"|vote)|Reason|Furthermore|In\s+addition|Unanimous|Read|\(?\w{1,3}[).]|[“\"‘])"
)
_REACH = 4  # paragraphs that a motion's fate may stand behind it


@dataclass(slots=True)
class _Scope:
    """What the search needs of one document."""

    text: str
    paragraphs: tuple[Paragraph, ...]
    item_starts: list[int]
    items: Sections
    people: dict[int, int]  # where mentions of people end, by where they start

    def name_at(self, offset: int, written: str | None) -> str | None:
        """Return a name as recognised where it stands, else as the motion wrote it."""
        if written is None or offset < 0:
            return written
        for start in range(offset, max(-1, offset - 24), -1):
            end = self.people.get(start)
            if end is not None and end > offset:
                name = strip_titles(" ".join(self.text[start:end].split()))
                if name and name.split()[0] in " ".join(
                    (written, self.text[start:end])
                ):
                    return clean_name(name)
        return written

    def item_at(self, offset: int) -> int | None:
        """Return the index of the item in which an offset stands."""
        at = bisect_right(self.item_starts, offset) - 1
        return at if at >= 0 else None

    def same_item(self, one: int, other: int) -> bool:
        """Say whether two paragraphs stand in one item."""
        a, b = self.paragraphs[one].start, self.paragraphs[other].start
        return self.item_at(a) == self.item_at(b)


def find_decisions(
    source: SourceDocument,
    sections: Sections,
    attendance: tuple[Attendee, ...],
    mentions: Mentions,
) -> tuple[Decision, ...]:
    """Return the decisions in the order of the text; none for what is not minutes."""
    if sections.kind in ("agenda", "report"):
        return ()
    scope = _Scope(
        source.text,
        tuple(_cut_pages(source.text, find_paragraphs(source), sections)),
        [x.start for x in sections.items],
        sections,
        {x.start: x.end for x in mentions.mentions if x.kind == "person"},
    )
    found: list[Decision] = []
    claimed = -1
    for index, paragraph in enumerate(scope.paragraphs):
        start = _body_start(scope, paragraph)
        if start is None or paragraph.end <= max(claimed, start):
            continue
        for decision in _read(scope, index, max(start, claimed)):
            if decision.start >= claimed:
                found.append(decision)
                claimed = decision.end
    return tuple(_join_polls(_join_echoes(scope, _add_headings(scope, found))))


def _join_polls(found: list[Decision]) -> list[Decision]:
    """Give a recorded vote to the resolution that it led to, in the same item."""
    joined: list[Decision] = []
    for x in found:
        poll = joined[-1] if joined else None
        led = (
            poll is not None
            and poll.rule == "decision-poll"
            and x.rule == "decision-block"
            and poll.item == x.item
        )
        if led and poll is not None:
            joined.pop()
            before = joined[-1] if joined else None
            moved = before is not None and before.rule == "decision-proposed"
            if moved and before is not None and before.item == x.item:
                joined.pop()  # the motion whose fate the resolution is
            x = replace(
                x,
                mover=x.mover or poll.mover,
                seconder=x.seconder or poll.seconder,
                votes_for=poll.votes_for,
                votes_against=poll.votes_against,
                votes_abstained=poll.votes_abstained,
                votes=x.votes or poll.votes,
            )
        joined.append(x)
    return joined


def _cut_pages(
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
        marks = [paragraph.start, *sorted(cuts), paragraph.end]
        for start, end in itertools.pairwise(marks):
            line = replace(paragraph.first, start=start, end=_rstrip(text, start, end))
            if line.end > line.start:
                yield Paragraph(start, line.end, (line,))


def _add_headings(scope: _Scope, found: list[Decision]) -> list[Decision]:
    """Add headings that are decisions themselves: "2023 accounts approved"."""
    text = scope.text
    for item in scope.items.items:
        words = text[item.title_start : item.title_end]
        if not _DECIDED_TITLE.search(words) or len(words.split()) > 16:
            continue
        if any(x.start < item.body_start and x.end > item.start for x in found):
            continue
        end = next(
            (p.end for p in scope.paragraphs if p.end >= item.title_end), item.title_end
        )
        end = end if end - item.title_start < 400 else item.title_end
        motion = find_motion(text, item.title_start, item.title_end)
        found.append(
            _decide(scope, item.title_start, end, "heading", "approved", motion, None)
        )
    return sorted(found, key=lambda x: x.start)


def _join_echoes(scope: _Scope, found: list[Decision]) -> list[Decision]:
    """Join "Unanimously approved.", "This was seconded by ..." to what they close."""
    joined: list[Decision] = []
    for x in found:
        words = scope.text[x.start : x.end]
        before = joined[-1] if joined else None
        near = (
            before is not None and x.start - before.end < 30 and before.item == x.item
        )
        own = before is not None and bool(before.mover and x.mover)
        echo = (
            not own and bool(_ECHO.fullmatch(words)) and not _NEW_MATTER.search(words)
        )
        if before is not None and before.kind == "rejected":
            echo = echo and not words.startswith("The motion")  # of an amendment lost
        if before and near and echo:
            joined[-1] = replace(
                before,
                end=x.end
                if "\n\n" not in scope.text[before.end : x.start]
                else before.end,
                mover=before.mover or x.mover,
                seconder=before.seconder or x.seconder,
                votes_for=x.votes_for if x.votes_for is not None else before.votes_for,
                votes_against=x.votes_against
                if x.votes_against is not None
                else before.votes_against,
                votes_abstained=x.votes_abstained
                if x.votes_abstained is not None
                else before.votes_abstained,
                unanimous=before.unanimous or x.unanimous,
            )
            continue
        joined.append(x)
    return joined


def _body_start(scope: _Scope, paragraph: Paragraph) -> int | None:
    """Return where a paragraph's own text begins; None if it is no business."""
    sections = scope.items
    if any(x.start <= paragraph.start < x.end for x in sections.rosters):
        return None
    at = scope.item_at(paragraph.start)
    if at is None:
        return paragraph.start
    item = sections.items[at]
    return paragraph.start if paragraph.start >= item.body_start else item.body_start


def _read(scope: _Scope, index: int, start: int) -> Iterator[Decision]:
    """Yield the decisions that begin in one paragraph."""
    paragraph = scope.paragraphs[index]
    text = scope.text
    bullet = _BULLET.match(text, start, max(start, paragraph.end))
    start = bullet.end() if bullet else start
    body = text[start : paragraph.end]
    if not body.strip() or _ACTIONISH.match(body):
        return
    block = outcomes.find_block(text, start, paragraph.end)
    motion = find_motion(text, start, paragraph.end)
    poll = _POLL.search(body) if "vote" in body.lower() else None
    if poll:
        yield from _read_poll(scope, index, start)
        return
    if block:
        yield from _read_sentences(scope, index, start, block.start())
        yield from _read_block(scope, index, block, motion)
        return
    unnamed = None if motion else UNNAMED.search(text, start, paragraph.end)
    if unnamed:
        motion = Motion(None, None, unnamed.start(), unnamed.end())
    if motion:
        decisions = _read_motion(scope, index, start, motion)
        if decisions:
            yield from _read_sentences(scope, index, start, decisions[0].start)
            yield from decisions
            after = decisions[-1].end
            yield from _read_rest(scope, index, after)
            return
    yield from _read_sentences(scope, index, start, paragraph.end)


def _read_rest(scope: _Scope, index: int, after: int) -> Iterator[Decision]:
    """Yield what a paragraph decides behind its first motion."""
    if 0 <= after < scope.paragraphs[index].end - 8:
        yield from _read(scope, index, after)


# ------------------------------------------------------------------------- blocks


def _read_block(
    scope: _Scope, index: int, block: re.Match[str], motion: Motion | None
) -> Iterator[Decision]:
    """Yield one decision for each part of a RESOLVED or AGREED block."""
    text = scope.text
    begin = block.start("did")
    end = scope.paragraphs[index].end
    if motion is None or motion.start > end:
        motion = _motion_before(scope, index)
    parts, lead = _parts(text, begin, end)
    last = index
    count = _votes_above(scope, index)
    if (
        not parts
        and text[:end].rstrip().endswith(":")
        and _DECIDED_LEAD.search(text, begin, end)
    ):
        below, _ = _parts_below(scope, index, True)
        close = below[-1][1] if below else end
        yield _decide(
            scope, begin, close, "block", block["did"].lower(), motion, None, count
        )
        return
    if not parts or _BARE_LEAD.fullmatch(text[begin:end].strip()):
        parts_below, last = _parts_below(scope, index, bool(parts))
        if _is_bare(text, begin, end) and parts_below:
            lead = Span(begin, end)
            parts = parts_below
        else:
            parts = parts or [(begin, end)]
    if parts and lead is None and len(parts) > 1 and last == index:
        more, last = _parts_below(scope, index, True)
        parts += more
    elif parts and _PART.match(text, parts[-1][0]) is None and len(parts) == 1:
        more, last = _parts_below(
            scope, index, True, numbered=bool(_PART.search(text, begin, end))
        )
        parts += more if _PART.search(text, begin, end) else []
    did = block["did"].lower()
    if did.startswith("decision"):
        parts = [(s.start, s.end) for a, b in parts for s in find_sentences(text, a, b)]
    for start, stop in parts:
        if _says_something(text[start:stop]):
            own = lead if start != begin else None
            close = _block_end(text, start, stop)
            told = count or read_votes(text, start, stop)
            yield _decide(scope, start, close, "block", did, motion, own, told)
            if stop - close > 20:
                yield from _read_sentences(scope, index, close, stop)


def _votes_above(scope: _Scope, index: int) -> Count | None:
    """Return the votes told by a paragraph that leads on to this one."""
    if index == 0 or not scope.same_item(index, index - 1):
        return None
    above = scope.paragraphs[index - 1]
    if not _LEADS_ON.search(scope.text, above.start, above.end):
        return None
    count = read_votes(scope.text, above.start, above.end)
    return count if count.counted or count.unanimous else None


def _block_end(text: str, start: int, stop: int) -> int:
    """Return where a part ends: its first sentence and those that go on: "That"."""
    sentences = list(find_sentences(text, start, stop))
    end = stop
    for at, sentence in enumerate(sentences):
        words = text[sentence.start : sentence.end]
        goes_on = at == 0 or _GOES_ON.match(words) or len(text[start:end].split()) < 3
        if not goes_on:
            break
        end = sentence.end
    return end if sentences else stop


def _says_something(words: str) -> bool:
    """Say whether a part holds words of its own, not a number or a link to more."""
    told = [x for x in words.split() if any(c.isalpha() for c in x)]
    named = len(told) <= 3 and all(x[0].isupper() and x[1:].islower() for x in told)
    return (
        len(words.split()) >= 2 and not named and "view the full minutes" not in words
    )


def _is_bare(text: str, begin: int, end: int) -> bool:
    """Say whether a block's first line is a lead only: "RESOLVED that:"."""
    words = text[begin:end].strip()
    return len(words) < 90 and (
        words.endswith((":", "that", "-", "–", "to")) or len(words.split()) <= 2
    )


def _parts(
    text: str, begin: int, end: int
) -> tuple[list[tuple[int, int]], Span | None]:
    """Cut "Agreed: (1) ... (2) ..." into parts; the first keeps the lead."""
    marks = [m for m in _PART.finditer(text, begin, end) if m.start() - begin > 3]
    marks = _in_sequence(marks)
    if not marks or _DECIDED_LEAD.search(text, begin, marks[0].start()):
        return [], None  # "... be granted subject to: (i) ..." is one decision
    edges = [begin, *(m.start() for m in marks[1:]), end]
    parts = [(a, _rstrip(text, a, b)) for a, b in itertools.pairwise(edges)]
    if not all(_DECIDES.search(text, a, b) for a, b in parts[1:]):
        return [], None  # a list of things, not of decisions
    return parts, None


def _in_sequence(marks: list[re.Match[str]]) -> list[re.Match[str]]:
    """Keep the marks that count up from 1, a or i; bullets all."""
    kept: list[re.Match[str]] = []
    for mark in marks:
        sign = mark[0].strip(" ().\t\n")
        expected = _SERIES.get(len(kept), ())
        if sign in expected or (sign in "•·●▪" and sign):
            kept.append(mark)
    return kept


def _parts_below(
    scope: _Scope, index: int, listed: bool, numbered: bool = False
) -> tuple[list[tuple[int, int]], int]:
    """Collect the list entries under a lead; without a list, the next paragraph."""
    text = scope.text
    found: list[tuple[int, int]] = []
    last = index
    for at in range(index + 1, min(index + 40, len(scope.paragraphs))):
        paragraph = scope.paragraphs[at]
        if not scope.same_item(index, at):
            break
        opens = bool(_OPENS_PART.match(text, paragraph.start))
        if found and not any(
            c.isalpha() for c in text[found[-1][0] + 2 : found[-1][1]]
        ):
            found[-1] = (found[-1][0], paragraph.end)  # "(1)" in a cell of its own
            last = at
            continue
        if listed and numbered and not _PART.match(text, paragraph.start):
            break
        if not opens and (found or listed):
            break
        found.append((paragraph.start, paragraph.end))
        last = at
        if not opens:
            break
    return found, last


def _motion_before(scope: _Scope, index: int, far: bool = False) -> Motion | None:
    """Return the motion that the paragraphs just above tell, both halves joined.

    A motion counts only next to what was decided; a vote
    (`far`) may stand further down.
    """
    mover = seconder = None
    places = [-1, -1]
    start = end = scope.paragraphs[index].start
    for at in range(index - 1, max(-1, index - _REACH - 1), -1):
        paragraph = scope.paragraphs[at]
        if not scope.same_item(index, at):
            break
        if outcomes.find_block(scope.text, paragraph.start, paragraph.end):
            break
        found = find_motion(scope.text, paragraph.start, paragraph.end)
        if found:
            if mover is None and found.mover:
                mover, places[0] = found.mover, found.mover_at
            if seconder is None and found.seconder:
                seconder, places[1] = found.seconder, found.seconder_at
            start = found.start
        if (mover and seconder) or not (far or found):
            break
    return Motion(mover, seconder, start, end, *places) if mover or seconder else None


# ------------------------------------------------------------------------ motions


def _read_motion(
    scope: _Scope, index: int, start: int, motion: Motion
) -> list[Decision]:
    """Return the decisions on a motion whose fate the text tells, part by part."""
    text = scope.text
    paragraph = scope.paragraphs[index]
    motion = _completed(scope, index, motion)
    if text[motion.end : paragraph.end].strip(" .") in (":", "") and _opens_below(
        scope, index
    ):
        return _motion_below(scope, index, motion)
    if _LEADS_ON.search(text, start, paragraph.end):
        return []  # "... seconded by Mr Holt, it was" leads on to the block below
    sentences = list(find_sentences(text, start, paragraph.end))
    at = next((i for i, s in enumerate(sentences) if s.end > motion.start), 0)
    if not sentences:
        return []
    begin = sentences[at].start
    that = _THAT.match(text, motion.end, paragraph.end)
    if that and text[that.end() :].startswith(("That", "THAT")):
        begin = that.end()
    fate = _fate(scope, index, motion.start)
    if fate is None:
        plain = _plain_motion(scope, index, sentences, at, motion)
        return [plain] if plain else []
    end, count = fate
    told = text[paragraph.end : end]
    if end > paragraph.end and len(told.split()) >= 7 and _TELLS_FATE.search(told):
        return []  # the sentence that tells the outcome is the decision
    if end > paragraph.end:
        quoted_end = paragraph.end if begin < paragraph.end - 60 else end
    else:
        quoted_end = end
    if begin == sentences[at].start and at and _leans_back(text, sentences[at], motion):
        begin = sentences[at - 1].start
    return _by_parts(scope, begin, max(quoted_end, motion.end), motion, count)


def _completed(scope: _Scope, index: int, motion: Motion) -> Motion:
    """Return a motion with the half that the paragraph just above may name."""
    if (motion.mover and motion.seconder) or index == 0:
        return motion
    above = scope.paragraphs[index - 1]
    if above.end - above.start > 90 or not scope.same_item(index, index - 1):
        return motion
    other = find_motion(scope.text, above.start, above.end)
    if other is None:
        return motion
    return replace(
        motion,
        mover=motion.mover or other.mover,
        mover_at=motion.mover_at if motion.mover else other.mover_at,
        seconder=motion.seconder or other.seconder,
        seconder_at=motion.seconder_at if motion.seconder else other.seconder_at,
    )


def _by_parts(
    scope: _Scope, begin: int, end: int, motion: Motion, count: Count
) -> list[Decision]:
    """Return one decision for each lettered part of a motion, or one for the whole."""
    parts, _ = _parts(scope.text, begin, end)
    if len(parts) < 2:
        parts = [(begin, end)]
    return [_decide(scope, a, b, "motion", "", motion, None, count) for a, b in parts]


def _opens_below(scope: _Scope, index: int) -> bool:
    """Say whether the paragraph below is what was moved: "That ..."."""
    below = index + 1
    if below >= len(scope.paragraphs) or not scope.same_item(index, below):
        return False
    start = scope.paragraphs[below].start
    return bool(_THAT.match(scope.text, start)) or scope.text.startswith(
        ("That", "THAT"), start
    )


def _motion_below(scope: _Scope, index: int, motion: Motion) -> list[Decision]:
    """Return the decisions on a motion whose words stand under its movers."""
    text = scope.text
    begin = scope.paragraphs[index + 1].start
    end = scope.paragraphs[index + 1].end
    for at in range(index + 1, min(index + 10, len(scope.paragraphs))):
        paragraph = scope.paragraphs[at]
        stops = at > index + 1 and find_motion(text, paragraph.start, paragraph.end)
        if stops or not scope.same_item(index, at):
            break
        carried = outcomes.CARRIED.search(text, paragraph.start, paragraph.end)
        if carried:
            end = carried.end() + text.startswith(".", carried.end())
            break
    else:
        carried = None
    return _by_parts(scope, begin, end, motion, read_votes(text, begin, end))


def _leans_back(text: str, sentence: Sentence, motion: Motion) -> bool:
    """Say whether the sentence only names the movers of what stands before it."""
    return motion.start - sentence.start < 6 and sentence.end - motion.end < 40


def _fate(scope: _Scope, index: int, start: int) -> tuple[int, Count] | None:
    """Return where the outcome of a motion is told, and its votes."""
    text = scope.text
    for at in range(index, min(index + _REACH, len(scope.paragraphs))):
        paragraph = scope.paragraphs[at]
        begin = start if at == index else paragraph.start
        if not scope.same_item(index, at):
            return None
        if at > index and (
            find_motion(text, paragraph.start, paragraph.end)
            or outcomes.find_block(text, paragraph.start, paragraph.end)
        ):
            return None
        match = outcomes.CARRIED.search(
            text, begin, _near_end(text, begin, paragraph.end)
        )
        if match:
            end = _outcome_end(text, begin, match.end(), paragraph.end)
            return end, read_votes(text, begin, end)
        count = read_votes(text, begin, paragraph.end)
        if outcomes.tells_fates(text, begin, paragraph.end):
            return None  # sentences further down tell what became of each motion
        if count.counted or count.lost:
            return paragraph.end, count
    return None


def _near_end(text: str, begin: int, limit: int) -> int:
    """Return where the third sentence from here ends: a fate stands no further off."""
    end = begin
    for at, sentence in enumerate(find_sentences(text, begin, limit)):
        end = sentence.end
        if at == 2:
            break
    return end


def _outcome_end(text: str, begin: int, told: int, limit: int) -> int:
    """Return where the sentences end that tell the outcome and its votes."""
    end = told
    for sentence in find_sentences(text, begin, limit):
        if sentence.end < told:
            continue
        votes = read_votes(text, sentence.start, sentence.end)
        more = votes.counted or votes.lost or len(votes.named) > 1
        again = outcomes.CARRIED.search(text, sentence.start, sentence.end)
        if sentence.start > told and (
            find_motion(text, sentence.start, sentence.end)
            or UNNAMED.search(text, sentence.start, sentence.end)
        ):
            break
        if (
            sentence.start <= told
            or more
            or (again and sentence.end - sentence.start < 60)
        ):
            end = sentence.end
        else:
            break
    return end


def _plain_motion(
    scope: _Scope, index: int, sentences: list[Sentence], at: int, motion: Motion
) -> Decision | None:
    """Return the decision where the movers stand behind the thing decided."""
    text = scope.text
    sentence = sentences[at]
    if not (motion.mover and motion.seconder):
        return None
    begin, end = sentence.start, max(motion.end, sentence.end)
    end = max([s.end for s in sentences if s.start < motion.end], default=end)
    if at and _leans_back(text, sentence, motion):
        begin = sentences[at - 1].start
    quoted = text[begin:end]
    if (
        _AMENDMENT.search(quoted)
        or _MOTION_STEM.search(quoted)
        or quoted.rstrip().endswith(":")
    ):
        return None
    if _MOTION_ONLY.match(quoted) or len(_CUES.sub(" ", quoted).split()) < 2:
        return None
    return _decide(scope, begin, end, "proposed", "", motion, None)


def _read_poll(scope: _Scope, index: int, start: int) -> Iterator[Decision]:
    """Yield the decision of a recorded vote, whose sides are listed below."""
    text = scope.text
    paragraph = scope.paragraphs[index]
    counts: dict[str, int] = {}
    side = None
    for at in range(index, min(index + 14, len(scope.paragraphs))):
        below = scope.paragraphs[at]
        if not scope.same_item(index, at):
            break
        begin = start if at == index else below.start
        match = _POLL_SIDE.search(text, begin, below.end)
        if match and at > index:
            side = match.lastgroup
        number = _POLL_COUNT.search(text, begin, below.end)
        if number and side and side not in counts:
            counts[side] = int(number[1] or number[2])
    same = read_votes(text, start, paragraph.end)
    motion = find_motion(text, start, paragraph.end) or _motion_before(
        scope, index, True
    )
    if not counts and not same.counted:
        yield from _read_sentences(scope, index, start, paragraph.end)
        return
    count = replace(
        same,
        votes_for=counts.get("for", same.votes_for),
        votes_against=counts.get("against", same.votes_against),
        votes_abstained=counts.get("abstain", same.votes_abstained),
    )
    lost = (count.votes_against or 0) > (count.votes_for or 0)
    decision = _decide(scope, start, paragraph.end, "poll", "", motion, None, count)
    yield replace(decision, kind="rejected" if lost else decision.kind)


# ------------------------------------------------------------------- running text


def _read_sentences(
    scope: _Scope, index: int, start: int, end: int
) -> Iterator[Decision]:
    """Yield the decisions that sentences of running text record."""
    text = scope.text
    sentences = read_sentences(text, start, end)
    for at, sentence in enumerate(sentences):
        quoted = text[sentence.start : sentence.end]
        rule = outcomes.decides(quoted)
        if rule is None and outcomes.is_held_over(quoted):
            rule = "held-over"
        if rule is None:
            continue
        begin, stop = _clause(text, sentence, rule)
        if at and _BACKWARD.match(quoted) and len(quoted.split()) <= 9:
            begin = sentences[at - 1].start
        motion = _motion_near(scope, index, sentences, at)
        if motion is None and rule == "outcome":
            motion = _motion_before(scope, index, True)
        if motion and at + 1 < len(sentences) and motion.start >= sentence.end:
            stop = max(stop, sentences[at + 1].end)
        if _leads_list(text, begin, stop):
            parts, _ = _parts_below(scope, index, True)
            if sentence.end == end and len(parts) >= 2:
                lead = Span(begin, stop)
                for a, b in parts:
                    yield _decide(scope, a, b, "listed", "", motion, lead)
                continue
        for a, b in _split_verbs(text, begin, stop):
            yield _decide(scope, a, b, rule, "", motion, None)


def _split_verbs(text: str, begin: int, stop: int) -> list[tuple[int, int]]:
    """Cut "noted Part A and agreed to discuss Part B" into its two decisions."""
    edges = [begin]
    for match in _SECOND_VERB.finditer(text, begin, stop):
        left, right = text[edges[-1] : match.start()], text[match.end() : stop]
        enough = len(left.split()) >= 5 and len(right.split()) >= 4
        if enough and outcomes.decides(left):
            edges.append(match.end())
    edges.append(stop)
    return [(a, b) for a, b in itertools.pairwise(edges)]


def _leads_list(text: str, begin: int, stop: int) -> bool:
    """Say whether a sentence is a mere stem: "The Board agreed:"."""
    quoted = text[begin:stop].rstrip()
    if not quoted.endswith(":"):
        return False
    return bool(
        re.search(
            r"\b(?:agreed|resolved|decided|recommended|approved"
            r"|noted(?!\s+that))(?:\s+(?:that|to|as\s+follows"
            r"|the\s+following(?:\s+\w+)?))?\s*[:–-]{1,2}$",
            quoted,
        )
    )


def _motion_near(
    scope: _Scope, index: int, sentences: Sequence[Sentence], at: int
) -> Motion | None:
    """Return who moved: in the sentence, the next one, or the next paragraph."""
    text = scope.text
    own = sentences[at]
    found = find_motion(text, own.start, own.end)
    if found and (found.mover and found.seconder):
        return found
    if at + 1 < len(sentences):
        following = sentences[at + 1]
        found = find_motion(text, following.start, following.end)
        return found if found and found.start - following.start < 8 else None
    below = index + 1
    if below < len(scope.paragraphs) and scope.same_item(index, below):
        paragraph = scope.paragraphs[below]
        found = find_motion(text, paragraph.start, paragraph.end)
        if found and found.start - paragraph.start < 8 and found.seconder:
            return found
    return None


def _clause(text: str, sentence: Sentence, rule: str) -> tuple[int, int]:
    """Cut the clause that decides out of a long sentence that tells other things."""
    pattern = {"it-was": outcomes.IT_WAS, "body-did": outcomes.BODY_DID}.get(rule)
    match = pattern.search(text, sentence.start, sentence.end) if pattern else None
    if match is None:
        return sentence.start, sentence.end
    before = text[sentence.start : match.start()]
    cut = re.search(
        r"(?:[,;–-]|\band|\bbut|\bso|\bthat)\s*(?:and\s+|but\s+|therefore\s+"
        r"|after[^,]{0,40},\s*|following[^,]{0,40},\s*)?$",
        before,
    )
    long = len(before.split()) > 0.8 * len(text[match.start() : sentence.end].split())
    return (match.start() if cut and long else sentence.start), sentence.end


# ------------------------------------------------------------------------ building


def _decide(
    scope: _Scope,
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
    end = _rstrip(text, start, end)
    count = count or read_votes(text, start, end)
    words = text[start:end]
    kind = outcomes.kind_of(words, did)
    if lead is not None and kind == "resolved":
        led = outcomes.kind_of(text[lead.start : lead.end], did)
        kind = led if led in ("recommended", "noted") else kind
    beaten = (count.votes_against or 0) > (count.votes_for or 0)
    if count.lost or (beaten and rule in ("motion", "outcome", "poll", "proposed")):
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


def _rstrip(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in " \t\n|":
        end -= 1
    return end
