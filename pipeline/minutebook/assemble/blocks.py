"""Reads RESOLVED and AGREED blocks, part by part."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutebook.assemble.motions import leads_on, names_movers
from minutebook.assemble.movedabove import motion_before
from minutebook.assemble.movedlists import moved_below, only_moved, opens_below
from minutebook.assemble.movers import Motion, find_motion
from minutebook.assemble.parts import (
    DECIDED_LEAD,
    PART,
    collect_parts,
    cut_parts,
    lists_things,
)
from minutebook.assemble.scope import Scope, body_start, decide
from minutebook.assemble.sentences import read_running, split_verbs
from minutebook.assemble.votes import Count, read_votes
from minutebook.grammar.paragraphs import find_sentences
from minutebook.records import Decision, Span

_BARE_LEAD = re.compile(
    r"(?:\b(?:that|to|as\s+follows|the\s+following|and|the\s+(?:\w+\s+){0,4}(?:board"
    r"|committee|council|group|panel))|(?i:resolved|agreed|recommended|resolution"
    r"|decisions?|noted|approved|decided))?\W*$",
    re.IGNORECASE,
)
# "RESOLUTION 24/12", "Resolution No. 7": a line that only numbers what is resolved
_NUMBERED = re.compile(
    r"(?:RESOLUTION|Resolution|RESOLVED|Resolved|DECISION|Decision)\s{1,6}(?:[–-]\s)?"
    r"(?:(?:No|Number|NO)\b\.?\s?)?#?[A-Z]{0,6}[\d/.:-]{1,14}"
    r"[A-Z]?\W{0,4}"
)
# ... and who moved it: "Resolved WT/24/12 (Orr/Holt)"
_NUMBERED_MOVED = re.compile(
    r"(?:RESOLUTION|Resolution|RESOLVED|Resolved|DECISION|Decision)\s{1,6}(?:(?:No|Number|NO)\b\.?\s?)?#?"
    r"(?:[A-Z]{0,6}[\d/.:-]{1,14}[A-Z]?\W{1,4})?\([^()\n]{5,60}\)\W{0,4}"
)
_FELL = re.compile(
    r"\b(?:fell|falls|[Ll]ost|LOST|defeated|failed|not\s(?:carried|supported|agreed))\b"
)
_GOES_ON = re.compile(
    r"(?:That|THAT|To|And|All|Any|Carried|CARRIED|This|These|The\s+(?:decision|above"
    r"|vote)|Reason|Furthermore|In\s+addition|Unanimous|Read|\(?\w{1,3}[).]|[“\"‘])"
)


def only_numbers(text: str, start: int, end: int) -> bool:
    """Say whether words only number a resolution, and say at most who moved it.

    >>> [only_numbers(x, 0, len(x)) for x in ("Resolved WT/24/12 (Orr/Holt)", "Lost")]
    [True, False]
    """
    numbers = _NUMBERED.fullmatch(text, start, end)
    return (numbers or _NUMBERED_MOVED.fullmatch(text, start, end)) is not None


def read_block(
    scope: Scope, index: int, block: re.Match[str], motion: Motion | None
) -> Iterator[Decision]:
    """Yield one decision for each part of a RESOLVED or AGREED block."""
    text = scope.text
    begin = block.start("did")
    end = scope.paragraphs[index].end
    if motion is None or motion.start > end:
        motion = motion_before(scope, index)
    elif motion.end < begin and _FELL.search(text, motion.end, begin):
        motion = None  # "... seconded by Mr Orr. This fell. Agreed instead that"
    numbered = _NUMBERED_MOVED.fullmatch(text, begin, end)
    if motion and (numbered or only_moved(text, begin, end, motion)):
        below_it = opens_below(scope, index)
        if below_it:
            yield from moved_below(scope, below_it, motion)
            return
    moved = _moved_beside(scope, index, begin)
    if moved:
        yield from moved
        return
    parts, lead = cut_parts(text, begin, end)
    last = index
    count = _votes_above(scope, index)
    if (
        not parts
        and text[:end].rstrip().endswith(":")
        and DECIDED_LEAD.search(text, begin, end)
    ):
        below, _ = collect_parts(scope, index, True)
        close = below[-1][1] if below else end
        yield decide(
            scope, begin, close, "block", block["did"].lower(), motion, None, count
        )
        return
    if not parts or _BARE_LEAD.fullmatch(text[begin:end].strip()):
        alone = text[begin:end].strip() in ("Decision", "Decisions")
        if alone and scope.paragraphs[index].first.table is not None:
            return  # the head of a column
        head = Span(begin, end)
        parts_below, last = collect_parts(scope, index, bool(parts) or alone)
        if len(parts_below) == 1 and _leads_on(text, *parts_below[0]):
            listed, behind = collect_parts(scope, last, True)
            if listed:  # "Decision:" over "Having heard him, the Board:" and a list
                head, parts_below, last = Span(*parts_below[0]), listed, behind
        if (
            parts_below
            and _NUMBERED.fullmatch(text, begin, end)
            and names_movers(text, *parts_below[0])
        ):
            return  # "RESOLUTION 24/12" over "Moved: A Orr": what was moved is below
        if lists_things(text, head, parts_below):
            parts = parts or [(begin, end)]
        elif _is_bare(text, begin, end) and parts_below:
            lead, parts = head, parts_below
        else:
            parts = parts or [(begin, end)]
    if parts and lead is None and len(parts) > 1 and last == index:
        more, last = collect_parts(scope, index, True)
        parts += more
    elif parts and PART.match(text, parts[-1][0]) is None and len(parts) == 1:
        more, last = collect_parts(
            scope, index, True, numbered=bool(PART.search(text, begin, end))
        )
        more = more if PART.search(text, begin, end) else _alike(text, parts[0], more)
        parts += more
    did = block["did"].lower()
    if len(parts) == 1 and parts[0][0] == begin:
        parts = [(_asked_before(scope, index, begin), parts[0][1])]
    if did.startswith("decision"):
        parts = [x for a, b in parts for x in _deciding(text, a, b)]
    for start, stop in parts:
        if _says_something(text[start:stop]):
            own = lead if start != begin else None
            close = _block_end(text, start, stop)
            told = count or read_votes(text, start, stop)
            pieces = [*split_verbs(text, start, close, decided=True)]
            if did.startswith("decision") and not _all_record(text, pieces):
                pieces = [(start, close)]
            for a, b in pieces:
                yield decide(scope, a, b, "block", did, motion, own, told)
            if stop - close > 20:
                yield from read_running(scope, index, close, stop)


def _moved_beside(scope: Scope, index: int, begin: int) -> list[Decision]:
    """Return the decisions under "Resolved:", beside or below it only who moved."""
    beside = index + 1
    if beside == len(scope.paragraphs) or not scope.same_item(index, beside):
        return []
    own, movers = scope.paragraphs[index], scope.paragraphs[beside]
    if own.end - begin > _LABEL or not names_movers(
        scope.text, movers.start, movers.end
    ):
        return []
    motion = find_motion(scope.text, movers.start, movers.end)
    below = opens_below(scope, beside)
    return moved_below(scope, below, motion) if motion and below else []


_LABEL = 20  # characters of "COUNCIL RESOLVED:"

_CLAUSE = re.compile(
    r"\W{0,4}(?:(?:RESOLVED|Resolved|AGREED|Agreed)\W{1,6})?(?P<word>[Tt]o|[Tt]hat|TO|THAT)\s"
    r"(?!(?:consider|discuss|review|hear|concluded|ended|completed|was|is)\b)"
)


def _alike(
    text: str, first: tuple[int, int], more: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Return the paragraphs below that go on as a resolution opens: with "To"."""
    opens = _CLAUSE.match(text, *first)
    if opens is None:
        return []
    kept = []
    for part in more:
        clause = _CLAUSE.match(text, *part)
        if clause is None or clause["word"].lower() != opens["word"].lower():
            break
        kept.append(part)
    return kept


# "Agreed, Jo will draft one": who does it; what was agreed stands before it
_TASKED = re.compile(
    r"(?:Agreed|AGREED)\s?[,–-]\s(?:(?:the|The)\s)?[A-Z][\w’']{0,20}(?:\s[A-Z][\w’']{1,20})?\s(?:will|to|would)\s"
)
_SUGGESTS = re.compile(
    r"\b(?:should|could|would\s(?:be|like)|suggest\w*|propos\w+|recommend\w*|request\w*|asked"
    r"|want(?:s|ed)?|thinks?)\b"
)


def _asked_before(scope: Scope, index: int, begin: int) -> int:
    """Return where the sentence begins that "Agreed, Jo will draft one" agrees to."""
    text, top = scope.text, scope.paragraphs[index].start
    if not _TASKED.match(text, begin):
        return begin
    above = [*find_sentences(text, top, begin)]
    if not above or not _SUGGESTS.search(text, above[-1].start, above[-1].end):
        return begin
    return max(above[-1].start, body_start(scope, scope.paragraphs[index]) or top)


# what a sentence under "Decision:" says when it records one
_RECORDS = re.compile(
    r"\b(?:agree[ds]?|asked|request\w*|recommend\w*|accept\w*|reject\w*|should|must"
    r"|approve\w*|decided?|endorse\w*|advised|adopt\w*|defer\w*|not|to\s+\w+)\b"
)
_COMMENTS = re.compile(
    r"\W{0,6}(?:He|She|They|The\s+[Cc]hair|[A-Z]\w{1,20})\s+(?:also\s+)?(?:added|emphasi[sz]ed"
    r"|stressed|explained|said|noted|commented|mentioned|thanked)\b"
)


def _all_record(text: str, pieces: list[tuple[int, int]]) -> bool:
    """Say whether each of some clauses records a decision by itself."""
    return all(_RECORDS.search(text, *x) for x in pieces)


def _deciding(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    """Return the sentences of a "Decision:" part that record one; the first always."""
    return [
        (s.start, s.end)
        for at, s in enumerate(find_sentences(text, start, stop))
        if at == 0
        or (
            _RECORDS.search(text, s.start, s.end)
            and not _COMMENTS.match(text, s.start, s.end)
        )
    ]


def _votes_above(scope: Scope, index: int) -> Count | None:
    """Return the votes told by a paragraph that leads on to this one."""
    if index == 0 or not scope.same_item(index, index - 1):
        return None
    above = scope.paragraphs[index - 1]
    if not leads_on(scope.text, above.start, above.end):
        return None
    count = read_votes(scope.text, above.start, above.end)
    return count if count.counted or count.unanimous else None


# "For 3, against 1.", "Carried unanimously.": how it was voted
_TALLY = re.compile(
    r"(?:For|Against|Votes?|Abst\w+|Unanimous(?:ly)?|Carried|All\sin\sfavou?r)\b"
)


def _block_end(text: str, start: int, stop: int) -> int:
    """Return where a part ends: its first sentence and those that go on: "That"."""
    sentences = list(find_sentences(text, start, stop))
    end = stop
    for at, sentence in enumerate(sentences):
        words = text[sentence.start : sentence.end]
        goes_on = at == 0 or _GOES_ON.match(words) or len(text[start:end].split()) < 3
        tally = len(words) < 90 and _TALLY.match(words)
        if not (goes_on or tally):
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


_LEAD = 160  # characters of such a paragraph
_SPEAKS = re.compile(r"\b(?:said|reported|advised|explained|told|noted|stated|heard)\b")


def _leads_on(text: str, start: int, end: int) -> bool:
    """Say whether a short paragraph only leads on to the list below it."""
    words = text[start:end].rstrip()
    leads = len(words) < _LEAD and words.endswith((":", " to", " that", "That"))
    return leads and _SPEAKS.search(words) is None


# "RECOMMENDED (to Council)", "RESOLVED (unanimously)"
_TO_WHOM = re.compile(r"\s\([^()\n]{5,40}\)\W{0,3}$")


def _is_bare(text: str, begin: int, end: int) -> bool:
    """Say whether a block's first line is a lead only: "RESOLVED that:"."""
    if _NUMBERED.fullmatch(text, begin, end):
        return True
    words = _TO_WHOM.sub("", text[begin:end].strip())
    return len(words) < 90 and (
        words.endswith((":", "that", "-", "–", "to")) or len(words.split()) <= 2
    )
