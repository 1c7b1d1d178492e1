"""Finds the decisions: resolved blocks with their parts, motions, and running text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from minutebook.assemble import outcomes
from minutebook.assemble.actors import own_words
from minutebook.assemble.asides import find_advice, find_asides, find_asked
from minutebook.assemble.blocks import only_numbers, read_block
from minutebook.assemble.captions import drop_captions
from minutebook.assemble.closings import add_headings, join_echoes
from minutebook.assemble.consultations import find_answers, find_theirs
from minutebook.assemble.countedfates import join_counted
from minutebook.assemble.decidedcells import add_decided_cells
from minutebook.assemble.divisions import find_divided
from minutebook.assemble.elections import drop_acceptances, settle_elections
from minutebook.assemble.extents import WEIGHED
from minutebook.assemble.fatelines import settle_fates
from minutebook.assemble.fates import join_fates
from minutebook.assemble.judged import judge_decisions
from minutebook.assemble.kindweights import give_kinds
from minutebook.assemble.leads import read_led
from minutebook.assemble.lettered import cut_lettered
from minutebook.assemble.listings import reach_listings
from minutebook.assemble.motions import read_headed, read_motion
from minutebook.assemble.movedlists import find_closed_lists
from minutebook.assemble.moverlines import find_result_fields, join_mover_lines
from minutebook.assemble.movers import UNNAMED, Motion, find_motion
from minutebook.assemble.noticed import reach_noticed
from minutebook.assemble.officers import find_elected
from minutebook.assemble.pending import settle_pending
from minutebook.assemble.polls import POLL, join_listed, join_polls, read_poll
from minutebook.assemble.repeats import drop_repeats
from minutebook.assemble.replies import join_replies
from minutebook.assemble.resolvedupon import join_resolved
from minutebook.assemble.scope import (
    Scope,
    body_start,
    cut_motions,
    cut_pages,
    join_labels,
    pass_over,
)
from minutebook.assemble.seconded import name_movers
from minutebook.assemble.sentences import read_running
from minutebook.assemble.slashmotions import find_slash_motion
from minutebook.assemble.statedmotions import join_continued, read_stated
from minutebook.assemble.stems import drop_stems
from minutebook.grammar.anchors import starts_word
from minutebook.grammar.leaps import leaping
from minutebook.grammar.paragraphs import find_paragraphs
from minutebook.records import Decision, Mentions, Sections, SourceDocument

_BULLET = re.compile(r"(?:[•·●▪➢➤►◦∑\uf0b7\uf0a7*⇒-]|o(?=\s))?\s*")
# minutes in which a motion is carried, or resolved upon, in so many words
_FORMAL = (
    *("RESOLVED", "Resolved:", "Vote was taken which", "vote was taken which"),
    *("Show of hands", "show of hands"),
)
_ACTIONISH = re.compile(r"^\s*(?:actions?|action\s+points?)\b", re.IGNORECASE)

# "ACTION: On motion by Mrs Holt", "ACTION ITEM: Ada moved to accept them"
_MOVED = re.compile(r"\b(?:[Mm]otion|moved|seconded|MOTION|MOVED)\b")


def find_decisions(
    source: SourceDocument,
    sections: Sections,
    mentions: Mentions,
) -> tuple[Decision, ...]:
    """Return the decisions in the order of the text; none for what is not minutes."""
    if sections.kind in ("agenda", "report"):
        return ()
    scope = scope_of(source, sections, mentions)
    return tuple(give_kinds(scope, find_unkinded(scope)))


def find_unkinded(scope: Scope) -> Sequence[Decision]:
    """Return the decisions with the kinds that rules see, before these are weighed."""
    told = add_decided_cells(scope, judge_decisions(scope, find_by_rules(scope)))
    judged = [x for x in told if not only_numbers(scope.text, x.start, x.end)]
    chosen = drop_acceptances(scope, judged)
    voted = join_listed(scope, settle_pending(scope, chosen), voted=True)
    settled = join_echoes(scope, voted, WEIGHED)
    whole = [*cut_lettered(scope, join_continued(scope, settled))]
    named = drop_stems(scope, [*name_movers(scope, whole)])
    once = drop_repeats(scope, join_resolved(scope, settle_fates(scope, named)))
    stated = read_stated(scope, join_counted(scope, drop_captions(scope, once)))
    return reach_listings(scope, reach_noticed(scope, stated))


def scope_of(source: SourceDocument, sections: Sections, mentions: Mentions) -> Scope:
    """Return what the search needs of one document."""
    pages = cut_pages(source.text, find_paragraphs(source), sections)
    labelled = join_labels(source.text, cut_motions(source.text, pages))
    people = {x.start: x.end for x in mentions.mentions if x.kind == "person"}
    scope = Scope(
        source.text,
        tuple(join_mover_lines(source.text, [*labelled])),
        [x.start for x in sections.items],
        sections,
        people,
        own_words(_heading(source, sections)),
        _is_formal(source.text),
        frozenset(source.text[start:end] for start, end in people.items()),
    )
    others = (*find_theirs(scope), *find_asides(scope), *find_advice(scope))
    for paragraph in (*others, *find_asked(scope)):
        pass_over(scope, paragraph)
    return scope


# "It passed 5-0", "Motion carried.": a clerk who tells this of one tells it of each
_FATE_TOLD = leaping(
    r"\b(?:[Mm]otion|It|MOTION)\s(?:was\s|is\s)?(?:carried|passe[sd]|CARRIED|PASSED)\b"
)
_OFTEN = 3  # fates that make it a habit


def _is_formal(text: str) -> bool:
    """Say whether minutes tell in so many words what became of their motions."""
    if any(starts_word(text, x) for x in _FORMAL):
        return True
    return sum(1 for _ in islice(_FATE_TOLD.finditer(text), _OFTEN)) == _OFTEN


def find_by_rules(scope: Scope) -> Sequence[Decision]:
    """Return what rules find, before it is weighed."""
    found: list[Decision] = []
    claimed = -1
    settled = find_divided(scope) | find_elected(scope)
    answered = find_answers(scope)
    fields = find_result_fields(scope.text, scope.paragraphs)
    closed = find_closed_lists(scope)
    for index, paragraph in enumerate(scope.paragraphs):
        if index in fields:
            continue
        if index in closed:
            listed, claimed = closed[index]
            found += listed
            continue
        if index in settled:
            found += settled[index]
            claimed = found[-1].end
            continue
        if index in answered:
            found += answered[index]
            claimed = found[-1].end
        start = body_start(scope, paragraph)
        if start is None or paragraph.end <= max(claimed, start):
            continue
        for decision in _read(scope, index, max(start, claimed)):
            if decision.start >= claimed:
                found.append(decision)
                claimed = decision.end
    found = join_echoes(scope, add_headings(scope, found))
    found = join_fates(scope, join_polls(settle_elections(scope, found)))
    return join_listed(scope, join_replies(scope, found))


def _heading(source: SourceDocument, sections: Sections) -> str:
    """Return the words that name the meeting: its heading, and the document's title."""
    title = " ".join(value for _, value in source.metadata)
    end = sections.header.end if sections.header.end > 40 else 200
    head = _VENUE.sub(" ", source.text[: min(end, 1200)])
    return head + " " + title[:400]


# "held in the Village Hall on": the Village Hall Committee may still be another body
_VENUE = re.compile(
    r"\b[Hh]eld\s(?:in|at)\s[^\n]{3,90}?(?=\s(?:on|at|from|commencing)\b|,|\n|$)"
)


# a fate with nothing behind it, said of its heading; "AGREED:" leads what is below
_BARE = re.compile(r"\W{0,4}(?:Agreed|AGREED|Noted|NOTED|Resolved|RESOLVED)\.\W{0,4}")


def _read(scope: Scope, index: int, start: int) -> Iterator[Decision]:
    """Yield the decisions that begin in one paragraph."""
    paragraph = scope.paragraphs[index]
    text = scope.text
    if text[start] == "o" or not text[start].isalnum():
        bullet = _BULLET.match(text, start, max(start, paragraph.end))
        start = bullet.end() if bullet else start
    body = text[start : paragraph.end]
    words = body.lower()
    acts = "action" in words and _ACTIONISH.match(body)
    if not body.strip() or (acts and not _MOVED.search(body)):
        return
    slashed = find_slash_motion(scope, paragraph, start) if "/" in body else None
    if slashed:
        yield from read_running(scope, index, start, slashed.start)
        yield slashed
        yield from read_running(scope, index, slashed.end, paragraph.end)
        return
    held = scope.cues_in(start, paragraph.end)
    block = outcomes.find_block(text, start, paragraph.end, held)
    begin, led = (0, []) if block else read_led(scope, index, start)
    if led:
        yield from read_running(scope, index, start, begin)
        yield from led
        return
    motion = find_motion(text, start, paragraph.end)
    poll = POLL.search(body) if "vote" in words else None
    if poll:
        yield from read_poll(scope, index, start)
        return
    if block and not _BARE.fullmatch(body):
        yield from read_running(scope, index, start, block.start())
        told = list(read_block(scope, index, block, motion))
        if len(told) == 1 and told[0].end <= paragraph.end:
            told = read_led(scope, index, start)[1] or told  # it leads to a list only
        yield from told
        return
    headed = read_headed(scope, index, start) if "otion" in words[:40] else []
    if headed:
        yield from headed
        return
    tells = not motion and ("motion" in words or "moved" in words)
    unnamed = UNNAMED.search(text, start, paragraph.end) if tells else None
    if unnamed:
        motion = Motion(None, None, unnamed.start(), unnamed.end())
    if motion:
        decisions = read_motion(scope, index, start, motion)
        if decisions:
            before = min(decisions[0].start, max(start, motion.start))
            yield from read_running(scope, index, start, before)
            yield from decisions
            after = decisions[-1].end
            yield from _read_rest(scope, index, after)
            return
    yield from read_running(scope, index, start, paragraph.end)


def _read_rest(scope: Scope, index: int, after: int) -> Iterator[Decision]:
    """Yield what a paragraph decides behind its first motion."""
    if 0 <= after < scope.paragraphs[index].end - 8:
        yield from _read(scope, index, after)
