"""Takes those whom no list took, but who came or sent apologies, by learned weights."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from minutebook.certainty import weigh_traits, weights_in
from minutebook.grammar.atoms import cut_atoms
from minutebook.grammar.entries import Entry, attach, set_post, settle
from minutebook.grammar.listnames import evidence
from minutebook.grammar.listreader import Reader
from minutebook.preamble.attendees import attendee_of
from minutebook.preamble.offices import tidy
from minutebook.preamble.runson import without_run_on
from minutebook.preamble.signs import Sign, may_be, read_signs
from minutebook.preamble.unlisted import Unlisted
from minutebook.records import Attendee, RosterBlock, Sections, SourceDocument

TAKE = 0.65  # how likely one came who is taken
RULE = "roster-weighed"
_LONG = 1500  # characters of a clause that are read as a list
_SAID = 120  # characters behind a name that may say who it is


def add_comers(
    source: SourceDocument, sections: Sections, listed: tuple[Attendee, ...]
) -> tuple[Attendee, ...]:
    """Return those listed, and whoever else weighs enough, in the order of the text."""
    if sections.kind != "minutes":
        return listed
    signs = read_signs(source, sections, listed)
    taken = pick(signs, [weigh(x.traits) for x in signs])
    found = [_attendee(source.text, x) for x in taken]
    return tuple(sorted((*listed, *found), key=lambda x: (x.start, x.end)))


def weigh(traits: Iterable[str]) -> float:
    """Return how likely such traits make somebody an attendee, from 0 to 1."""
    return weigh_traits(weights_in("attendance_weights.tsv"), traits)


def pick(signs: Sequence[Sign], likely: Sequence[float]) -> list[Sign]:
    """Return those likely enough, each person once, the likeliest place of each."""
    ranked = sorted(
        (i for i, x in enumerate(likely) if x > TAKE), key=lambda i: (-likely[i], i)
    )
    taken: list[Sign] = []
    for sign in (signs[i] for i in ranked):
        if not any(may_be(sign.who.name.name, x.who.name.name) for x in taken):
            taken.append(sign)
    return taken


def _attendee(text: str, sign: Sign) -> Attendee:
    """Return the person with what stands before and behind the name."""
    who = sign.who
    entry = _read_listed(text, who) or _read_alone(text, who)
    block = RosterBlock(status_of(text, sign), "", who.begin, who.said[1], RULE)
    return tidy(text, without_run_on(text, attendee_of(text, entry, block)))


def _read_listed(text: str, who: Unlisted) -> Entry | None:
    """Return the person as the reader of lists reads the clause, if it does."""
    start, end = who.lead[1], min(who.clause.end, who.lead[1] + _LONG)
    for entry in _entries(text, start, end):
        here = entry.name.start < who.name.end and entry.name.end > who.name.start
        if here and entry.name.name == who.name.name:
            entry.roles = [x for x in entry.roles if _is_short(text[slice(*x)])]
            bodies = [x for x in entry.organisations if _is_short(text[slice(*x)])]
            entry.organisations = bodies
            return entry
    return None


def _is_short(words: str) -> bool:
    """Tell whether words may be a post or a body, not a part of a sentence.

    >>> _is_short("Clerk (acting)"), _is_short("Clerk) who"), _is_short("has met Ann")
    (True, False, False)
    """
    whole = words.count("(") == words.count(")")
    return whole and len(words) < _SAID and not _CLAUSE.search(words)


@lru_cache(maxsize=8)
def _entries(text: str, start: int, end: int) -> tuple[Entry, ...]:
    reader = Reader(text, False, True)
    return tuple(reader.read(cut_atoms(text, start, end)))


def _read_alone(text: str, who: Unlisted) -> Entry:
    """Return the person with the post before the name and what is said behind it."""
    entry = Entry(who.name, strong=evidence(who.name))
    if who.post:
        set_post(text, entry, who.post)
    start, end = who.said
    if who.manner == "before" or _PARTED.match(text, start, end):
        for atom in cut_atoms(text, start, min(end, start + _SAID))[:3]:
            if _CLAUSE.search(text, atom.start, atom.end):
                break
            attach(text, entry, (atom.start, atom.end))
        settle(text, entry)
    return entry


_PARTED = re.compile(r"\s{0,3}[,(\[–—-]")  # ", Clerk"  " (Clerk)"  " - Clerk"
# words of a sentence, not of a post or a body
_CLAUSE = re.compile(
    r"\b(?:is|was|were|has|had|have|will|who|that|this|said|left|met|made|gave)\b"
    r"|\b[a-z]{2,}ed\s(?:at|the|that|to|his|her|their|some|on|an?)\b"
)
_CUE = re.compile(
    r"(?P<apologies>(?<![a-z])(?:apolog|regret|excus|unable|leave\sof\sabsence|sorry\b|apols?\b))"
    r"|(?P<absent>(?<![a-z])(?:(?<!for\s)absen|not\spresent|not\sin\sattendance|did\snot\sattend))"
    r"|(?P<present>\b(?:present|attend|in\sattendance|join|roll\scall|here\b|quorum))",
    re.IGNORECASE,
)


def status_of(text: str, sign: Sign) -> str:
    """Return whether one came, by the nearest word before, behind or above."""
    clause, who = sign.who.clause, sign.who
    before = list(_CUE.finditer(text, clause.start, who.begin))
    behind = _CUE.search(text, who.name.end, clause.end)
    above = list(_CUE.finditer(sign.above))
    label = _label_before(text, sign)
    for cue in (before[-1:], [behind] if behind else [], label, above[-1:]):
        if cue:
            return cue[0].lastgroup or "present"
    return "present"


def _label_before(text: str, sign: Sign) -> list[re.Match[str]]:
    """Return the cue that leads the line of a name that ends its list behind a stop.

    "Apologies: Ada Penrose (Holt Trust). Tom Holt": the name goes on with the list.
    """
    clause, who = sign.who.clause, sign.who
    stands_alone = text[clause.start : who.name.start] + text[who.name.end : clause.end]
    if stands_alone.strip(" .\n"):
        return []
    label = _LABEL.match(text, clause.line.start, clause.start)
    return list(_CUE.finditer(text, *label.span()))[-1:] if label else []


_LABEL = re.compile(r"[^:\n]{4,60}:")
