"""Finds the actions: labelled lines, marks in the margin, action columns, sentences."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from minutebook.assemble.due import Deadlines
from minutebook.assemble.owners import Owners
from minutebook.assemble.promises import Promises
from minutebook.certainty import certainty_of
from minutebook.grammar.names import LOWER, UPPER
from minutebook.grammar.paragraphs import (
    MARGIN,
    Paragraph,
    Sentence,
    find_paragraphs,
    find_sentences,
    is_margin,
    read_sentences,
)
from minutebook.records import (
    Action,
    Attendee,
    Item,
    Line,
    Mentions,
    Sections,
    SourceDocument,
)

# "Action: Clerk to write", "ACTION on TH: book it", "Actions – AP", "(Action: T Holt)"
_LABEL = re.compile(
    r"[\s•·●▪*-]{0,12}(?:ACTIONS?|Actions?)(?:\s+[Pp]oints?)?\s*(?:\d{1,3}(?:\."
    r"\d{1,2})?[a-z]?\s*)?(?:(?P<on>\s+(?:on|for|by))\s|\s?[:.–-]|$)\s*"
)
_BRACKET = re.compile(
    r"[(\[]\s*(?:ACTION|Action)s?\s*(?:by|for"
    r"|on)?\s*[:–-]?\s*(?P<who>[^()\[\]:]{2,80})[)\]]"
)
_NEW_FOR = re.compile(r"[(\[]new\s+for\s+(?P<who>[^()\[\]]{2,60})[)\]]", re.IGNORECASE)
_WHO_WORD = rf"(?:[{UPPER}][\w’'.-]{{0,30}}|the|The|of|and)"
_WHO_FIRST = re.compile(
    rf"(?P<who>(?:{_WHO_WORD}|[&/])\s{{0,6}}(?:(?:(?<![\w’'.-]){_WHO_WORD}"
    rf"|[&/])\s{{0,6}}){{0,14}}?)(?:\((?:[^()]{{1,40}})\)\s*)?\s*(?:[:–-]\s+|\b(?=(?:to"
    rf"|will|would|shall|should|is\s+to|are\s+to|agreed\s+to|offered\s+to)\s+[a-z]))"
)
_POSTS = (
    r"(?:(?:[Tt]he\s+|[Oo]ur\s+)?(?:(?:Parish|Town|Deputy|Assistant|Vice|General"
    r"|Interim|Acting|Finance|IT|HR|Business|Community|Meetings|Senior"
    r"|Planning)\s+){0,3}"
    r"(?:Clerk|clerk|Chair(?:man|person)?|chair(?:man)?|Secretary|Treasurer"
    r"|Head\s?[Tt]eacher|Secretariat|Administrator|Manager|Director|Officer|Principal"
    r"|President|Warden|Editor|Mayor|Engineer))"
)
_TITLED = (
    rf"(?:(?:Mr|Mrs|Ms|Miss|M/s|Dr|Cllr|Councillor|Cllrs|Councillors|Rev"
    rf"|Prof)\.?\s+){{1,2}}(?:[{UPPER}]\.?\s?){{0,2}}[{UPPER}][\w’'-]+"
)
_NAMED = rf"[{UPPER}][{LOWER}]{{1,14}}(?:\s[{UPPER}][\w’'-]+)?"
_MARKED = r"(?:[A-Z]{2,3}[a-z]?|[A-Z]{1,2}[a-z]{1,2}[A-Z]{1,2})"
_BODIES = (
    r"(?:(?:[Tt]he\s+|[Tt]his\s+)?(?:Committee|Board|Group|Panel|Governors|Members"
    r"|members|Councillors|Secretariat|Trustees|All\s+[Mm]embers|Sub-?[Cc]ommittee"
    r"|Working\s+(?:Group|Party)"
    r"|[A-Z]\w{1,30}+\s+(?:Team|Panel|Unit|Office|Board|Group)))"
)
_ONE = rf"(?:{_POSTS}|{_TITLED}|{_MARKED}|{_NAMED}|{_BODIES})"
_WHO = rf"(?P<who>{_ONE}(?:\s*(?:,|&|/|and)\s*(?:and\s+)?{_ONE}){{0,3}})"
_PROMISE = r"""(?P<does>
    (?:is|are|was\s+asked|were\s+asked|has\s+been\s+asked)?\s*(?:also\s+
    |therefore\s+|still\s+)?to\s+(?!be\b|date\b|the\b|have\b)[a-z]+
  | (?:will|would|shall|should)\s+(?:also\s+|then\s+|now\s+|therefore\s+|be\s+(?=asked
  |contacting|writing|arranging|speaking))?(?!be\b|have\b|like\b|not\b|need\b|include\b
  |next\b|meet\b|join\b|read\b|encourage\b|cover\b|recommend\b|discuss\b)[a-z]+
  | (?:has\s+|have\s+|had\s+)?(?:kindly\s+)?(?:agreed|offered|undertook|volunteered
  |promised)\s+to\s+(?!this\b|these\b|the\b|accept\b|adopt\b|approve\b|stand\b
  |be\b)[a-z]+
  | (?:said|advised|confirmed|stated)\s+(?:that\s+)?(?:he|she|they)\s+(?:would
  |will)\s+(?!be\b|have\b|like\b)[a-z]+
)\b"""
_INLINE = re.compile(
    rf"(?:^|(?<=[.;:–,-]\s)|(?<=\bthat\s)|(?<=\band\s)"
    rf"|(?<=[•▪]\s))(?:[-–•*∑]\s*)?(?:\(?(?:\d{{1,2}}"
    rf"|[a-z])[.)]\s*)?{_WHO}\s+{_PROMISE}",
    re.VERBOSE,
)
# "Tom Holt has lost patience and will write": who opens the sentence goes on to act
_OPENING = re.compile(rf"(?<!\w)(?:[•▪*–-]\s{{0,4}})?{_WHO}\s")
_GOES_ON = re.compile(
    r"\band\s{1,4}(?:then\s{1,4}|(?:he|she|they)\s{1,4})?"
    r"(?:will|would|(?:undertook|agreed|offered|volunteered|promised)\s{1,4}to)"
    r"\s{1,4}(?:also\s{1,4})?"
    r"(?!(?:be|have|like|not|need|include|rather|prefer|accept|adopt|approve"
    r"|continue)\b)[a-z]"
)
_BREAKS_OFF = re.compile(r"[;:,.]|\bthat\b")
# "and JM to ring the school": somebody else's task in the same sentence
_ANOTHER = re.compile(
    rf"\band\s{{1,4}}(?={_WHO}\s{{1,4}}"
    r"(?:(?:is|are)\s{1,4}to|to|will|would)\s{1,4}[a-z])"
)
# what people do in the meeting, or as members: "to take the chair", "will leave the"
_NO_TASK = re.compile(
    r"\b(?:to|will|would)\s+(?:take\s+(?:his|her|their|the)\s+(?:place|chair)\b"
    r"|serve\s+(?:as|a|on|another)\b|leave\s+the\s+(?:meeting|room|chamber)\b"
    r"|rather\b|extend\s+(?:sympathy|condolences)\b)"
)
# where the pattern above can begin, and what it holds: both are soon found
_CLAUSE_EDGE = re.compile(r"(?:[.;:–,•▪-]|that|and)\s")
_PROMISING = re.compile(r"(?:to|will|would|shall|should)\s+[a-z]")
_ASKED = re.compile(
    rf"\b(?:asked|requested|instructed"
    rf"|authori[sz]ed)\s+(?:that\s+)?{_WHO}\s+to\s+[a-z]+"
    rf"|\bagreed\s+(?:that\s+)?(?P<who2>{_ONE})\s+(?:would|should|will"
    rf"|to)\s+(?!be\b)[a-z]+",
    re.VERBOSE,
)
_NOT_OWNERS = re.compile(
    r"(?:it|this|that|there|they|he|she|we|which|who|what|these|those|a|an|in|on|at|if"
    r"|as|no|"
    r"members\s+of\s+the\s+public|residents?|apologies|minutes|meeting|date|next|item"
    r"|January|February|March|April|May|June|July|August|September|October|November"
    r"|December|"
    r"all\s+councillors|none|nil|noted|complete[d]?|ongoing|closed|n/a|NHS|PDF|AGM|VAT"
    r"|TBC|UK|US|EU|AOB|Council|letter|work|works|plans?|report)$",
    re.IGNORECASE,
)
_DUE_LABEL = re.compile(
    r"(?:Due|Deadline|By\s+when|Timescale|When)\s*:\s*", re.IGNORECASE
)
_LONG_WORD = re.compile(r"[A-Za-z]{5,}")
_TASKISH = re.compile(
    r"\b(?:will|would|to\s+be|should|agreed|asked|undertook|offered|is\s+to|are\s+to"
    r"|needs?|to\s+[a-z]+)\b"
)
_OWNER_HEAD = re.compile(
    r"(?:action(?:s)?(?:\s+by)?|by\s+whom|who|owner|lead(?:\s+officer)?"
    r"|responsib\w+(?:\s+(?:person|officer))?|person\s+responsible|assigned\s+to)\W*$",
    re.IGNORECASE,
)
_DUE_HEAD = re.compile(
    r"(?:by\s+)?when|due(?:\s+date)?|timescale|deadline|date|target", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    owners: tuple[str, ...]
    rule: str
    due: tuple[int, int] | None = None  # where a column says by when


def find_actions(
    source: SourceDocument,
    sections: Sections,
    attendance: tuple[Attendee, ...],
    mentions: Mentions,
    meeting: str | None = None,
    following: tuple[str, ...] = (),
) -> tuple[Action, ...]:
    """Return the actions in the order of the text, each task once.

    `meeting` is the day of this meeting, `following` are those of the next ones:
    a deadline without a year is counted forward from them.
    """
    if sections.kind in ("agenda", "report"):
        return ()
    owners = Owners(attendance, mentions)
    deadlines = Deadlines(source.text, mentions, meeting, following)
    paragraphs = [
        x
        for x in find_paragraphs(source)
        if not any(r.start <= x.start < r.end for r in sections.rosters)
    ]
    found = [
        *_in_tables(source, owners),
        *_in_margins(source, sections, paragraphs, owners),
        *_labelled(source.text, paragraphs, owners),
        *_inline(source.text, paragraphs, owners),
        *_promised(source.text, paragraphs, mentions),
    ]
    found = [
        y
        for x in _without_summaries(source.text, found, owners)
        for y in _apart(source.text, x, owners)
    ]
    starts = [x.start for x in sections.items]
    kept = [
        x
        for x in _once_each(source.text, found)
        if not starts or x.start >= starts[0] or x.rule in ("column", "label")
    ]
    return tuple(
        Action(
            item=(bisect_right(starts, x.start) - 1)
            if starts and x.start >= starts[0]
            else None,
            start=x.start,
            end=x.end,
            owners=tuple(dict.fromkeys(owners.resolve(o) for o in x.owners)),
            owners_written=x.owners,
            due=deadlines.find(x.start, x.end, x.due, column=x.rule == "column"),
            rule=f"action-{x.rule}",
            certainty=certainty_of(f"action-{x.rule}"),
        )
        for x in kept
    )


# -------------------------------------------------------------------- labelled lines


def _labelled(
    text: str, paragraphs: list[Paragraph], owners: Owners
) -> Iterator[_Found]:
    """Yield what stands behind "Action:", in brackets, or under such a heading."""
    for index, paragraph in enumerate(paragraphs):
        for match in _BRACKET.finditer(text, paragraph.start, paragraph.end):
            yield _before(
                text, paragraph, match.start(), owners.split(match["who"]), "bracket"
            )
        for match in _NEW_FOR.finditer(text, paragraph.start, paragraph.end):
            yield _Found(
                paragraph.start, match.end(), owners.split(match["who"]), "bracket"
            )
        label = _LABEL.match(text, paragraph.start, paragraph.end)
        if not label:
            continue
        if label.end() < paragraph.end:
            found = _task(text, label.end(), paragraph.end, owners)
            if found:
                yield replace(found, due=_due_below(text, paragraphs, index))
            elif index:
                yield from _named_only(
                    text, paragraphs[index - 1], label.end(), paragraph.end, owners
                )
            continue
        for below in paragraphs[index + 1 : index + 12]:
            if below.first.heading or below.first.bold:
                break
            found = _task(text, below.start, below.end, owners)
            if found is None:
                break
            yield found


def _due_below(
    text: str, paragraphs: list[Paragraph], index: int
) -> tuple[int, int] | None:
    """Return where a line "Due: September" stands under an action."""
    if index + 1 >= len(paragraphs):
        return None
    below = paragraphs[index + 1]
    match = _DUE_LABEL.match(text, below.start, below.end)
    return (match.end(), below.end) if match else None


def _task(text: str, start: int, end: int, owners: Owners) -> _Found | None:
    """Return the task of a labelled line if somebody is named for it."""
    match = _WHO_FIRST.match(text, start, end)
    while match is None and start < end and text[start] in " •▪*-–0123456789.)":
        start += 1
        match = _WHO_FIRST.match(text, start, end)
    if match and not _NOT_OWNERS.match(match["who"].strip()):
        return _Found(start, end, owners.split(match["who"]), "label")
    asked = _ASKED.search(text, start, end)
    if asked:
        who = asked["who"] or asked["who2"]
        return _Found(start, end, owners.split(who), "label")
    return None


def _named_only(
    text: str, before: Paragraph, start: int, end: int, owners: Owners
) -> Iterator[_Found]:
    """Yield the task above a line such as "Action: TH, AP"."""
    words = text[start:end].strip(" .")
    names = owners.split(words)
    if (
        len(words) <= 60
        and names
        and all(owners.knows(x) or MARGIN.fullmatch(x) for x in names)
    ):
        yield _last_sentence(text, before, names, "label")


def _before(
    text: str, paragraph: Paragraph, end: int, names: tuple[str, ...], rule: str
) -> _Found:
    sentences = list(find_sentences(text, paragraph.start, end))
    start = sentences[-1].start if sentences else paragraph.start
    return _Found(start, max(end, start + 1), names, rule)


def _last_sentence(
    text: str, paragraph: Paragraph, names: tuple[str, ...], rule: str
) -> _Found:
    """Take the last sentence that sounds like a task, else the last one."""
    sentences = list(find_sentences(text, paragraph.start, paragraph.end))
    chosen = next(
        (s for s in reversed(sentences) if _TASKISH.search(text, s.start, s.end)),
        sentences[-1],
    )
    return _Found(chosen.start, chosen.end, names, rule)


# --------------------------------------------------------------------------- margins


def _in_margins(
    source: SourceDocument,
    sections: Sections,
    paragraphs: list[Paragraph],
    owners: Owners,
) -> Iterator[_Found]:
    """Yield the tasks that initials in the margin, or on a line alone, mark."""
    text = source.text
    lines = list(source.content())
    starts = [x.start for x in paragraphs]
    for line in lines:
        if is_margin(text, line):
            names = owners.split(text[line.start : line.end])
            at = bisect_right(starts, line.start) - 1
            shares = at >= 0 and any(x.row == line.row for x in paragraphs[at].lines)
            if not (shares and _are_owners(names, owners)):
                continue
            item = _titled_on(sections, paragraphs[at], line)
            if item is None:
                yield _beside(text, paragraphs[at], line, names)
            else:
                yield from _under_title(text, item, names)
    for index, paragraph in enumerate(paragraphs):
        mark = text[paragraph.start : paragraph.end].strip()
        alone = index and len(paragraph.lines) == 1 and len(mark) <= 24
        if alone and paragraph.first.table is None and MARGIN.fullmatch(mark):
            names = owners.split(mark)
            if _are_owners(names, owners):
                above = _task_above(text, paragraphs, index)
                if above:
                    yield _last_sentence(text, above, names, "margin")


def _titled_on(sections: Sections, paragraph: Paragraph, line: Line) -> Item | None:
    """Return the item whose title stands on the marked row, and nothing else."""
    row = [x for x in paragraph.lines if x.row == line.row]
    if not row:
        return None
    for item in sections.items:
        low, high = row[0].start, row[-1].end
        if low <= item.title_start < high <= item.title_end + 1:
            return item
    return None


def _under_title(text: str, item: Item, names: tuple[str, ...]) -> Iterator[_Found]:
    """Yield the task that a mark beside a title means: one of the item's sentences."""
    sentences = [
        s
        for s in find_sentences(text, item.title_end, item.end)
        if _TASKISH.search(text, s.start, s.end)
    ]
    named = [s for s in sentences if all(_has_word(text, s, x) for x in names)]
    if named:
        yield _Found(named[-1].start, named[-1].end, names, "margin")


def _are_owners(names: tuple[str, ...], owners: Owners) -> bool:
    known = [
        owners.knows(x) or x in ("Clerk", "All", "ALL", "Secretary") for x in names
    ]
    return any(known) and "Action" not in names


def _beside(
    text: str, paragraph: Paragraph, line: Line, names: tuple[str, ...]
) -> _Found:
    """Return the sentence on the marked row, the one that is a task first."""
    row = [x for x in paragraph.lines if x.row == line.row]
    low, high = (row[0].start, row[-1].end) if row else (paragraph.start, paragraph.end)
    sentences = [
        s
        for s in find_sentences(text, paragraph.start, paragraph.end)
        if s.end > low and s.start < high
    ] or list(find_sentences(text, paragraph.start, paragraph.end))
    tasks = [s for s in sentences if _TASKISH.search(text, s.start, s.end)]
    named = [s for s in tasks if any(_has_word(text, s, x) for x in names)]
    chosen = (named or tasks or sentences)[-1]
    return _Found(chosen.start, chosen.end, names, "margin")


def _has_word(text: str, sentence: Sentence, word: str) -> bool:
    return (
        re.search(rf"\b{re.escape(word)}\b", text[sentence.start : sentence.end])
        is not None
    )


def _task_above(text: str, paragraphs: list[Paragraph], index: int) -> Paragraph | None:
    for above in reversed(paragraphs[max(0, index - 4) : index]):
        words = text[above.start : above.end].strip()
        if len(words) > 24 and not MARGIN.fullmatch(words):
            return above
    return None


# ---------------------------------------------------------------------------- tables


def _in_tables(source: SourceDocument, owners: Owners) -> Iterator[_Found]:
    """Yield the tasks of tables that have a column for who is to act."""
    rows: dict[tuple[int, int], dict[int, list[Line]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for line in source.content():
        if line.table is not None:
            rows[line.table, line.row][line.column].append(line)
    text = source.text
    who: int | None = None
    due: int | None = None
    width = 0
    for _, cells in rows.items():
        heads = {c: text[x[0].start : x[-1].end].strip() for c, x in cells.items()}
        found = [c for c, x in heads.items() if c > 0 and _OWNER_HEAD.match(x)]
        if found and len(heads) >= 2 and all(len(x) < 40 for x in heads.values()):
            who, width = found[-1], max(heads)
            dues = [c for c, x in heads.items() if c != who and _DUE_HEAD.match(x)]
            due = dues[0] if dues and dues[0] > 0 else None
            continue
        if who is None or who not in cells or len(cells) < 2 or max(cells) > width:
            continue
        yield from _row_task(text, cells, who, due, owners)


def _row_task(
    text: str,
    cells: dict[int, list[Line]],
    who: int,
    due: int | None,
    owners: Owners,
) -> Iterator[_Found]:
    written = " ".join(text[x.start : x.end] for x in cells[who])
    names = owners.split(written)
    others = [c for c in cells if c not in (who, due)]
    if not others:
        return
    task = max(others, key=lambda c: cells[c][-1].end - cells[c][0].start)
    start, end = cells[task][0].start, cells[task][-1].end
    date = None
    if due is not None and due in cells:
        date = (cells[due][0].start, cells[due][-1].end)
    if len(written) <= 60 and names and all(_owner_like(x, owners) for x in names):
        if end - start > 8:
            sentences = list(find_sentences(text, start, end))
            if len(sentences) > 2 and due is None:
                paragraph = Paragraph(start, end, tuple(cells[task]))
                yield _last_sentence(text, paragraph, names, "column")
            else:
                yield _Found(start, end, names, "column", date)
        return
    first, last = cells[who][0], cells[who][-1]
    found = _task(text, first.start, last.end, owners)
    if found:
        yield _Found(found.start, found.end, found.owners, "column", date)


def _owner_like(name: str, owners: Owners) -> bool:
    if owners.knows(name) or MARGIN.fullmatch(name):
        return True
    return bool(re.fullmatch(_ONE, name)) and not _NOT_OWNERS.match(name)


# ------------------------------------------------------------------------- sentences


def _inline(text: str, paragraphs: list[Paragraph], owners: Owners) -> Iterator[_Found]:
    """Yield sentences in which somebody known takes a task on, or is given one."""
    for paragraph in paragraphs:
        if _LABEL.match(text, paragraph.start, paragraph.end):
            continue
        for sentence in read_sentences(text, paragraph.start, paragraph.end):
            quoted = text[sentence.start : sentence.end]
            for match in (_takes_on(quoted), _is_asked(quoted)):
                if match is None:
                    continue
                who = match["who"] or match.groupdict().get("who2") or ""
                promised = (match.groupdict().get("does") or "").lower()
                if _may_act(who, owners) and not _decides(who, promised):
                    start = sentence.start + _clause_start(quoted, match.start("who"))
                    yield _Found(start, sentence.end, owners.split(who), "sentence")
                    break


def _takes_on(quoted: str) -> re.Match[str] | None:
    """Return the first clause of a sentence in which somebody takes a task on."""
    if not _PROMISING.search(quoted):
        return None
    for at in (0, *(x.end() for x in _CLAUSE_EDGE.finditer(quoted))):
        match = _INLINE.match(quoted, at)
        if match:
            return match
    opening = _OPENING.match(quoted)
    acts = opening and _GOES_ON.search(quoted, opening.end(), opening.end() + 140)
    if opening and acts and not _BREAKS_OFF.search(quoted, opening.end(), acts.start()):
        return opening
    return None


def _is_asked(quoted: str) -> re.Match[str] | None:
    """Return the words of a sentence in which somebody is given a task."""
    folded = quoted.lower()
    cued = any(x in folded for x in ("ask", "request", "instruct", "authori", "agreed"))
    return _ASKED.search(quoted) if cued else None


def _decides(who: str, promised: str) -> bool:
    """Say whether a body that agrees to something decides rather than takes a task."""
    if not re.fullmatch(_BODIES, who):
        return False
    return "agreed" in promised or (not promised and len(who.split()) <= 2)


def _clause_start(quoted: str, who: int) -> int:
    """Return where the clause begins that names the owner, if much stands before it."""
    if who <= 24 or who < 0.4 * len(quoted):
        return 0
    cut = re.search(r"(?:[;:–,]|\s-)\s+(?:and\s+|that\s+|the\s+)?$", quoted[:who])
    return who if cut else 0


def _may_act(who: str, owners: Owners) -> bool:
    names = re.split(r"\s*(?:,|&|/|\band\b)\s*", who.strip())
    for name in names:
        if not name or _NOT_OWNERS.match(name):
            return False
        if re.fullmatch(_MARKED, name) and not owners.knows_initials(name):
            return False
        untitled = re.fullmatch(_NAMED, name) and not re.fullmatch(
            f"{_POSTS}|{_BODIES}", name
        )
        if untitled and not owners.knows(name):
            return False
    return True


def _promised(
    text: str, paragraphs: list[Paragraph], mentions: Mentions
) -> Iterator[_Found]:
    """Yield tasks that people recognised in a sentence take on."""
    for promise in Promises(mentions).find(text, paragraphs):
        who = promise.who
        name = " ".join(text[who.start : who.end].split())
        if who.kind == "person" and who.entity is not None:
            name = mentions.people[who.entity].name
        yield _Found(promise.start, promise.end, (name,), "promise")


# -------------------------------------------------------------------------- together


def _without_summaries(text: str, found: list[_Found], owners: Owners) -> list[_Found]:
    """Leave out the rows of a summary table whose task the minutes tell in full."""
    told = [x for x in found if x.rule not in ("column", "margin")]
    kept = []
    for x in found:
        if x.rule == "column" and any(_same_task(text, x, y, owners) for y in told):
            continue
        kept.append(x)
    return kept


def _same_task(text: str, row: _Found, told: _Found, owners: Owners) -> bool:
    """Say whether a row and a sentence give the same people much the same words."""
    if {owners.resolve(o) for o in row.owners} != {
        owners.resolve(o) for o in told.owners
    }:
        return False
    if row.start < told.end and told.start < row.end:
        return False
    first = {w.lower() for w in _LONG_WORD.findall(text[row.start : row.end])}
    second = {w.lower() for w in _LONG_WORD.findall(text[told.start : told.end])}
    return len(first) > 0 and len(first & second) >= min(2, len(first))


def _apart(text: str, found: _Found, owners: Owners) -> list[_Found]:
    """Return the tasks of a sentence that gives one to each of two people."""
    if found.rule not in ("sentence", "promise", "label"):
        return [found]
    if found.rule != "label" and _NO_TASK.search(text, found.start, found.end):
        return []
    for match in _ANOTHER.finditer(text, found.start + 12, found.end):
        who = match["who"]
        told = _PROMISING.search(text, found.start, match.start())
        if told and _may_act(who, owners) and owners.split(who) != found.owners:
            rest = replace(found, start=match.end(), owners=owners.split(who))
            return [replace(found, end=match.start()), rest]
    return [found]


def _once_each(text: str, found: list[_Found]) -> list[_Found]:
    """Keep each task once: tables and margins before labels before sentences."""
    kept: list[_Found] = []  # in the order of the text, none overlapping another
    for x in found:
        if x.end - x.start < 6:
            continue
        at = bisect_right(kept, x.start, key=lambda k: k.start)
        if at and kept[at - 1].end > x.start:
            continue
        if at < len(kept) and kept[at].start < x.end:
            continue
        kept.insert(at, x)
    return kept
