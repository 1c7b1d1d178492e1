"""Lets the text correct the attendance list: late, early, absent, the chair."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from minutebook.grammar.affiliations import is_vice_chair, split_affiliation
from minutebook.grammar.anchors import matches_at
from minutebook.grammar.listnames import evidence
from minutebook.grammar.names import (
    Name,
    find_names,
    fold_name,
    match_initials,
    same_person,
)
from minutebook.grammar.rosters import end_of_sentence
from minutebook.records import (
    Attendee,
    Mentions,
    Preamble,
    Sections,
    SourceDocument,
    Span,
)

# "The meeting was chaired by Tom Holt", "the Chair was taken by the Clerk, Ann Bell"
_CHAIRED_BY = re.compile(
    r"""
    \b (?: (?:[Mm]eeting|[Ss]ession|which) \s{1,30} was \s{1,30} [Cc]haired \s{1,30} by
      | [Cc]hair \s{1,30} was \s{1,30} taken \s{1,30} by
      | called \s{1,9} to \s{1,9} order \s{1,9}
        (?: (?:at|on)\s{1,9} [^;\n]{3,30}? \s{1,9} )? by
      | was \s{1,30} (?: opened | presided \s{1,30} over ) \s{1,30} by
      | elected \s{1,30} (?= [A-Z][^\n,;.]{1,40}? \s{1,30} to \s{1,30}
        (?:take\s{1,30}the\s{1,30})? [Cc]hair )
      | (?:[Tt]he\s{1,30})? [Cc]hair(?:man|person|woman)? ,? \s{1,30} \(?
        (?= [A-Z][\w’' .-]{2,40}? \)?
          ,? \s (?:welcomed|opened|declared|called\s{1,30}the) )
      | [Cc]hair \s{1,30} [Pp]erson , \s{1,30}
      | [Ee]lection \s{1,30} of \s{1,30} (?:a\s{1,30}|the\s{1,30})?
        [Cc]hair(?:man|person|woman)?
        (?: \s{1,3} | \s{0,3} [*:–-]{1,2} \s{1,3} )
        (?= (?:[A-Z]{2,3}\b | [A-Z][^\n,;.]{3,40}?
          \s(?:was|were)\s{1,30}(?:duly\s{1,30}|unanimously\s{1,30})?(?:re-?)?elected) )
    ) \s{0,30} (?: the \s{1,30} )?
    """,
    re.VERBOSE,
)
# "TH took the chair", "Ann Bell presided", "Tom Holt called the meeting to order"
_CHAIRS = re.compile(
    r"""
    \b (?: (?:was|were) \s{1,30} (?:asked|invited|voted|elected|chosen) \s{1,30}
        to \s{1,30} (?:take \s{1,30} the \s{1,30})? chair\b
      | chaired \s{1,30} (?:the|this) \s{1,30} meeting | took \s{1,30} the \s{1,30}
      chair\b
      | in \s{1,30} the \s{1,30} chair\b | presided\b | presiding\b | acted \s{1,30} as
        \s{1,30} chair
      | be \s{1,30} (?:appointed|elected) \s{1,30} (?:as\s{1,30})? (?:the\s{1,30})?
        chair (?:man|person|woman)? \s{1,30} (?:for|of) \s{1,30} (?:this|the) \s{1,30}
        (?:hearing|meeting)
      | opened \s{1,30} the \s{1,30} (?:meeting|proceedings)
      | called \s{1,30} (?:the \s{1,30} )? (?:[\w-]+\s{1,30}){0,4}? to \s{1,30} order
      | declared \s{1,30} the \s{1,30} meeting \s{1,30} open )
    """,
    re.VERBOSE | re.IGNORECASE,
)
# "Tom Holt, Policy Officer, attended the meeting to present", "was welcomed to"
_CAME = re.compile(
    r"""
    \b (?: attended \s{1,30} (?: the \s{1,30} meeting | to \s{1,30}
      (?:present|report|describe|speak
          |give|explain|update|answer|talk|discuss|brief|introduce)
          | for \s{1,30} (?:this|part|item)
          | (?:the|this) \s{1,30} item )
      | (?:was|were) \s{1,30} (?: also\s{1,30} (?:present|attending) | (?:also\s{1,30})?
          (?: in \s{1,30} attendance | welcomed \s{1,30} to \s{1,30} the | present
            \s{1,30} (?:at|for) ) )
      | joined \s{1,30} the \s{1,30} (?:meeting|discussion|session|call)
    ) \b
    """,
    re.VERBOSE,
)
_CHAIRED_WORDS = (
    *("meeting", "Meeting", "session", "Session", "which", "chair", "Chair", "called"),
    *("was", "elected", "the", "The", "election", "Election"),
)
_CHAIRS_WORDS = (
    *("was", "were", "chaired", "took", "in", "presid", "acted", "be", "opened"),
    *("called", "declared"),
)
_CAME_WORDS = ("attended", "was", "were", "joined")
_MOVED_WORDS = (
    *("arrived", "joined", "left", "entered", "rejoined", "re-joined", "departed"),
    *("withdrew", "retired"),
)
_ELSEWHERE = re.compile(
    r"\b(?:had|has|have|will|would|should|could|may|might|to|who|not|never|recently"
    r"|previously|conference|training|previous|last|next|unable|asked|invited)\s{0,30}$"
    r"|\b(?:last|previous|other|next|annual)\s{1,30}(?:meeting|month)",
    re.IGNORECASE,
)
# "The Chair welcomed Ann Bell, Parish Nurse, and Tom Holt to the meeting"
_WELCOMED = re.compile(
    r"\bwelcomed\s{1,30}(?=[A-Z])(?P<who>(?:[^.;:\n]|\b[A-Z]\."
    r"|\n(?=\S)){3,200}?)\s{1,30}"
    r"(?:to|onto)\s{1,30}"
    r"(?:the|this|his|her|their)\s{1,30}(?:first\s{1,30})?(?:meeting|board|committee"
    r"|panel|group)"
)
# "AB, who was not in attendance at the meeting"
_MISSED = re.compile(
    r"who\s{1,30}(?:was|were)\s{1,30}(?:not\s{1,30}(?:in\s{1,30}attendance|present)"
    r"|absent)(?:\s{1,30}(?:at|from)\s{1,30}(?:the|this)\s{1,30}meeting)?"
)
# "Cllr Holt joined the meeting at 7.20 pm", "TH left the room"
_MOVED = re.compile(
    r"\b(?:arrived|joined|left|entered|re-?joined|departed|withdrew|retired)\s{1,30}"
    r"(?:from\s{1,30})?(?:at\b|the\s{1,30}(?:meeting|room|chamber|call"
    r"|table))(?:[^\n.;]|\.(?=\d)){0,40}"
)
# "Cllr Holt attended as substitute for Cllr Bell"
_SUBSTITUTED = re.compile(
    r"(?:substitut(?:e|ed|ing)|deputis(?:ed|ing))\b"
    r"(?:\s{1,3}members?)?"
    r"(?:\s{1,3}(?:for|in\s{1,3}place\s{1,3}of|on\s{1,3}behalf\s{1,3}of)\s{1,3}"
    r"(?P<whom>[A-Z][\w.'’ -]{2,40}))?"
)
_AS_A = re.compile(r"(?:\bas\s{1,3})?(?:\b(?:an?|the)\s{1,3})?$")
# "Cllr Holt for Cllr Bell"
_FOR = re.compile(
    r"\s(?:for|in\s{1,30}place\s{1,30}of|vice)\s{1,30}"
    r"(?P<whom>(?:Cllr|Councillor|Member|Mrs?|Ms|Dr)\.?\s[A-Z][\w.'’ -]{2,40})"
)
_SUBSTITUTES = re.compile(r"(?:[Ss]ubstitut(?:es?|ions?)|SUBSTITUT(?:ES?|IONS?))\b")
_SUBSTITUTE_WORDS = ("substitut", "Substitut", "SUBSTITUT")
_SENTENCE_START = re.compile(
    r"(?<![A-Z])(?<!\b[MD]r)(?<!\bMrs)(?<!\bMs)(?<!\bCllr)(?<!\bRev)[.;:]\s|\n"
)


def _clause(text: str, at: int, reach: int = 170) -> int:
    """Return where the sentence or line begins that a verb at `at` stands in."""
    low = max(0, at - reach)
    start = low
    for match in _SENTENCE_START.finditer(text, low, at):
        if match[0] != "\n" or not _wrapped(text, match.start()):
            start = match.end()
    return start


def _wrapped(text: str, at: int) -> bool:
    """Tell whether a sentence runs on over a line end."""
    line = text.rfind("\n", 0, at) + 1
    before = text[line:at].rstrip()
    return len(before) > 50 and before[-1] not in ".:;!?"


@dataclass(slots=True)
class _Roll:
    """The attendance while the text corrects it."""

    text: str
    people: list[Attendee] = field(default_factory=list)

    def find(self, words: str) -> int | None:
        """Return the place of the one listed person that the words name, else None."""
        words = " ".join(words.split()).strip(" ,")
        letters = words.replace(".", "")
        if re.fullmatch(r"[A-Z]{2,3}[a-z]?", letters):
            listed = [i for i, x in enumerate(self.people) if x.initials == letters]
            if len(listed) == 1:
                return listed[0]
            name = match_initials(letters, [x.name for x in self.people])
            return next((i for i, x in enumerate(self.people) if x.name == name), None)
        names = find_names(words)
        if not names and " " not in words:
            called = [
                i for i, x in enumerate(self.people) if x.name.split()[0] == words
            ]
            if len(called) == 1:
                return called[0]
        if not names:
            return self._by_last_words(words)
        return self.match(names[-1])

    def _by_last_words(self, words: str) -> int | None:
        """Return the place of a listed person whose name ends the words."""
        found = [
            i
            for i, x in enumerate(self.people)
            if re.search(rf"\b{re.escape(x.name)}$", words)
        ]
        return found[0] if len(found) == 1 else None

    def match(self, name: Name) -> int | None:
        """Return the place of the one listed person who can bear a name."""
        same = [
            i
            for i, x in enumerate(self.people)
            if fold_name(x.name) == fold_name(name.name)
        ]
        if len(same) == 1:
            return same[0]
        alike = [i for i, x in enumerate(self.people) if same_person(x.name, name.name)]
        return alike[0] if len(alike) == 1 else None

    def change(self, at: int, **changes: object) -> None:
        self.people[at] = replace(self.people[at], **changes)  # type: ignore[arg-type]

    def add(self, name: Name, base: int, rule: str, **more: object) -> int | None:
        """Add a person whom the text names in full; nobody who is listed already."""
        at = self.match(name)
        if at is not None:
            return at
        if not name.given and not name.titles:
            return None
        person = Attendee(
            name=name.name,
            start=base + name.start,
            end=base + name.end,
            status="present",
            rule=rule,
            certainty=0.7,
        )
        self.people.append(replace(person, **more))  # type: ignore[arg-type]
        return len(self.people) - 1


def settle_attendance(
    source: SourceDocument, sections: Sections, preamble: Preamble, mentions: Mentions
) -> tuple[Attendee, ...]:
    """Return the attendance after what the text itself says of it."""
    roll = _Roll(source.text, list(preamble.attendance))
    if sections.kind == "minutes":
        steps: tuple[Callable[[_Roll], None], ...] = (
            _add_substitutes,
            _add_those_who_came,
            _add_the_welcomed,
            _add_the_scribe,
            _mark_absent,
            _note_movements,
            _fill_opener,
            _set_chair,
        )
        for step in steps:
            step(roll)
    return tuple(sorted(roll.people, key=lambda x: (x.start, x.end)))


# ----------------------------------------------------------------------- substitutes


def _add_substitutes(roll: _Roll) -> None:
    """Enter those who came in the place of others, and those others."""
    for match in matches_at(_SUBSTITUTED, roll.text, ("substitut", "deputis")):
        start = _clause(roll.text, match.start(), 80)
        before = _AS_A.sub("", roll.text[start : match.start()])
        stated = "for whom" in before or before.rstrip().endswith("attended")
        if not match["whom"] and not stated:
            continue
        names = find_names(before.replace("\n", " "))
        whom = match["whom"]
        if whom is None and len(names) > 1:
            whom = names[-2].name
        if names:
            _enter_substitute(roll, names[-1], start, whom, None)
    for heading in matches_at(_SUBSTITUTES, roll.text, _SUBSTITUTE_WORDS):
        stop = min(len(roll.text), heading.end() + 400)
        for match in _FOR.finditer(roll.text, heading.end(), stop):
            start = max(heading.end(), match.start() - 45)
            names = find_names(roll.text[start : match.start()].replace("\n", " "))
            if names and start + names[-1].end >= match.start() - 1:
                whom_at = match.start("whom")
                _enter_substitute(roll, names[-1], start, match["whom"], whom_at)


def _enter_substitute(
    roll: _Roll, name: Name, base: int, whom: str | None, whom_at: int | None
) -> None:
    other = find_names(whom or "")
    place = roll.add(name, base, "text-substitute")
    if place is None:
        return
    roll.change(place, status="present")
    if whom and (other or whom_at is None):
        roll.change(place, substitute_for=other[0].name if other else whom)
    if other and whom_at is not None and roll.match(other[0]) is None:
        roll.add(other[0], whom_at, "text-substituted", status="absent")


# ------------------------------------------------------------------- who else came


def _add_those_who_came(roll: _Roll) -> None:
    """Enter those of whom the text says that they attended."""
    for match in matches_at(_CAME, roll.text, _CAME_WORDS):
        start = _clause(roll.text, match.start())
        who = roll.text[start : match.start()]
        if who and not _ELSEWHERE.search(who):
            _enter_all(roll, who, start, "text-attended")


def _add_the_welcomed(roll: _Roll) -> None:
    """Enter those whom the text says were welcomed to the meeting."""
    for match in matches_at(_WELCOMED, roll.text, ("welcomed",)):
        _enter_all(roll, match["who"], match.start("who"), "text-welcomed")


def _add_the_scribe(roll: _Roll) -> None:
    """Enter whom the text says acted as clerk at the meeting."""
    for match in matches_at(_ACTED, roll.text, ("acted", "serving", "served")):
        start = _clause(roll.text, match.start(), 60)
        names = find_names(roll.text[start : match.start()].replace("\n", " "))
        if not names or not evidence(names[-1]):
            continue
        place = roll.add(names[-1], start, "text-attended")
        if place is not None and roll.people[place].role is None:
            span = Span(*match.span("post"), "text-attended")
            roll.change(place, role=" ".join(match["post"].split()), role_span=span)


_ACTED = re.compile(
    r"(?:acted|serving|served)\s{1,9}as\s{1,9}(?:the\s{1,9})?"
    r"(?P<post>(?:Acting\s)?(?:Clerk|Secretary|Minutes?\s(?:Taker|Secretary)|Recorder))"
    r"\b(?!\s(?:from|since|until|of))",
    re.IGNORECASE,
)


def _enter_all(roll: _Roll, words: str, base: int, rule: str) -> None:
    """Enter every person of a stretch, with what stands behind the name."""
    names = find_names(words.replace("\n", " "))
    for at, name in enumerate(names):
        following = names[at + 1] if at + 1 < len(names) else None
        if not _full(name) or not evidence(name):
            continue
        stop = following.start if following else len(words)
        said = words[name.end : stop]
        known = roll.match(name)
        place = roll.add(name, base, rule)
        if place is not None and known is None:
            _set_affiliation(roll, place, said, base + name.end)


def _full(name: Name) -> bool:
    """Tell whether a name is written out enough to enter a person by it."""
    return len(name.given.strip(".")) > 1 or bool(name.titles and name.given)


def _set_affiliation(roll: _Roll, place: int, said: str, base: int) -> None:
    """Read ", Policy Officer, and" behind a name."""
    match = re.match(r"\s{0,30}(?:,|\(|\bfrom\b|\bof\b)\s{0,30}", said)
    if not match:
        return
    words = re.split(
        r"\s{0,30}(?:,?\s{1,30}and\s{0,30}$|[);]|,\s{0,30}$|\s{1,30}who\b)",
        said[match.end() :],
    )[0]
    found = split_affiliation(words)
    start = base + match.end()
    if found.role:
        span = Span(start + found.role[0], start + found.role[1], "text-attended")
        roll.change(
            place, role=" ".join(words[slice(*found.role)].split()), role_span=span
        )
    if found.organisation:
        a, b = found.organisation
        span = Span(start + a, start + b, "text-attended")
        roll.change(
            place,
            organisation=" ".join(words[a:b].split()),
            organisation_span=span,
        )


# ---------------------------------------------------------------------- corrections


def _mark_absent(roll: _Roll) -> None:
    """Mark absent whom the list has as present and the text as absent."""
    for match in matches_at(_MISSED, roll.text, ("who",)):
        words = roll.text[max(0, match.start() - 60) : match.start()]
        said = words.rstrip(" ,\n").split()
        if not said:
            continue
        place = roll.find(" ".join(said[-3:]))
        if place is None:
            place = roll.find(said[-1])
        if place is not None and roll.people[place].status == "present":
            roll.change(place, status="absent", rule="text-absent")


def _note_movements(roll: _Roll) -> None:
    """Keep, as written, when people came late or left early."""
    for match in matches_at(_MOVED, roll.text, _MOVED_WORDS):
        start = _clause(roll.text, match.start(), 60)
        who = re.sub(
            r"\s{1,30}(?:then|had|has)\s{0,30}$", "", roll.text[start : match.start()]
        )
        place = roll.find(who)
        if place is None:
            continue
        person = roll.people[place]
        words = " ".join(match[0].split())
        note = f"{person.note}; {words}" if person.note else words
        roll.change(place, note=note)


# --------------------------------------------------------------------------- chair


def _fill_opener(roll: _Roll) -> None:
    """Give who opened the meeting the full name of that sentence, not "Mayor Holt"."""
    match = next(matches_at(_CHAIRS, roll.text, _CHAIRS_WORDS, 0, 4000), None)
    if match is None:
        return
    start = _clause(roll.text, match.start(), 110)
    names = find_names(roll.text[start : match.start()].replace("\n", " "))
    if not names or not _full(names[0]):
        return
    place = roll.match(names[0])
    if place is None or roll.people[place].name != names[0].surname:
        return
    base = start + names[0].start
    roll.change(place, name=names[0].name, start=base, end=start + names[0].end)


def _set_chair(roll: _Roll) -> None:
    """Find who chaired where the list does not say it of anyone who came."""
    reach = max(4000, len(roll.text) // 4)
    if any(x.chair for x in roll.people):
        _set_stated_chair(roll, reach)
        return
    reach = min(reach, len(roll.text))
    for match in matches_at(_CHAIRED_BY, roll.text, _CHAIRED_WORDS, 0, reach):
        place = _named_next(roll, match.end())
        if place is not None:
            roll.change(place, chair=True, status="present")
            return
    stretches = [
        (_clause(roll.text, m.start(), 110), m.start())
        for m in matches_at(_CHAIRS, roll.text, _CHAIRS_WORDS, 0, reach)
    ]
    for start, stop in stretches:
        place = _chairing(roll, start, stop)
        if place is not None:
            roll.change(place, chair=True, status="present")
            return
    _let_deputy_chair(roll)
    if not any(x.chair for x in roll.people):
        _let_head_chair(roll)


# said of this meeting, it stands above who is listed as the body's chair
_THIS_CHAIRED = re.compile(
    r"\bmeeting\s{1,9}was\s{1,9}chaired\s{1,9}by\s{1,9}", re.IGNORECASE
)


def _set_stated_chair(roll: _Roll, reach: int) -> None:
    """Let the one of whom the text says that they chaired displace a listed chair."""
    match = _THIS_CHAIRED.search(roll.text, 0, reach)
    place = _named_next(roll, match.end()) if match else None
    if place is None or roll.people[place].chair:
        return
    for at, person in enumerate(roll.people):
        if person.chair:
            roll.change(at, chair=False, role=person.role or "Chair")
    roll.change(place, chair=True, status="present")


def _named_next(roll: _Roll, start: int) -> int | None:
    """Return the place of the person named at an offset, by initials or in full."""
    letters = re.compile(r"[A-Z]{2,3}[a-z]?\b").match(roll.text, start)
    if letters:
        return roll.find(letters[0])
    return _chairing(roll, start, min(len(roll.text), start + 90))


def _chairing(roll: _Roll, start: int, stop: int) -> int | None:
    """Return the place of the person of whom a sentence says that they chaired."""
    who = roll.text[start : end_of_sentence(roll.text, start, stop - start)]
    names = find_names(who.replace("\n", " "))
    if names:
        place = roll.match(names[0])
        known = evidence(names[0]) or _HEADS.match(who)
        if place is None and len(names[0].given) > 1 and known:
            place = roll.add(names[0], start, "text-chaired")
        return place
    if head := _HEAD.search(who):
        return _holder(roll, head[0])
    if (place := _by_post(roll, who)) is not None:
        return place
    letters = re.search(r"\b[A-Z]{2,3}[a-z]?\b", who)
    if letters:
        return roll.find(letters[0])
    return roll.find(who)


_HEADS = re.compile(
    r"(?:the\s)?(?:\w{3,12}\s)?(?:Chair(?:man|woman|person)?|President|Supervisor|Mayor)\b",
    re.IGNORECASE,
)


def _by_post(roll: _Roll, who: str) -> int | None:
    """Return the place of the one whose whole post the words begin with."""
    words = re.sub(r"^(?:the|our)\s", "", " ".join(who.split()).casefold())
    held = [
        i
        for i, x in enumerate(roll.people)
        if x.status == "present" and x.role and words.startswith(x.role.casefold())
    ]
    return held[0] if len(held) == 1 else None


def _holder(roll: _Roll, post: str) -> int | None:
    """Return the place of the one who came and holds a post: "The Mayor"."""
    held = [i for i, x in enumerate(roll.people) if x.status == "present" and x.role]
    post = " ".join(post.split()).casefold()
    same = [i for i in held if (roll.people[i].role or "").casefold() == post]
    return same[0] if len(same) == 1 else None


# who presides by office; never a deputy
_HEAD = re.compile(
    r"(?<!Deputy\s)(?<!Vice\s)(?<!Vice-)(?<!Past\s)(?<!Former\s)\b"
    r"(?:(?:Lord|Shire|Council|Board|Town|Village|Borough|City)\s{1,30})?"
    r"(?:Mayor|President|Provost|Reeve|Convener|Convenor|Cathaoirleach|Moderator)\b"
)


def _let_head_chair(roll: _Roll) -> None:
    """Take for the chair the one who came and presides by office."""
    heads = [
        i
        for i, x in enumerate(roll.people)
        if x.status == "present" and x.role and _HEAD.fullmatch(x.role.title())
    ]
    if len(heads) == 1 and roll.people[heads[0]].organisation is None:
        roll.change(heads[0], chair=True)


def _let_deputy_chair(roll: _Roll) -> None:
    """Take the deputy for the chair of a meeting that the chair is not listed at."""
    deputies = [
        i
        for i, x in enumerate(roll.people)
        if x.status == "present" and x.role and is_vice_chair(x.role)
    ]
    away = any(
        x.status != "present" and re.search(r"\bchair", x.role or "", re.IGNORECASE)
        for x in roll.people
    )
    others = [x for i, x in enumerate(roll.people) if i not in deputies]
    unnamed = len(others) > 2 and not any(
        re.search(r"\bchair|\bpresident\b|\bmayor\b", x.role or "", re.IGNORECASE)
        for x in others
    )
    if len(deputies) == 1 and (away or unnamed):
        roll.change(deputies[0], chair=True)
