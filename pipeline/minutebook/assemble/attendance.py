"""Lets the text correct the attendance list: late, early, absent after all, the chair."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from minutebook.grammar.affiliations import is_vice_chair, split_affiliation
from minutebook.grammar.entries import evidence
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

_WHO = r"(?P<who>(?:[^\n.;:()]|\b[A-Z]\.){2,70}?)"
_NAMED = r"(?P<who>[A-Z](?:[^.;:\n]|\b[A-Z]\.|\b(?:Mrs?|Ms|Dr|Cllrs?|Rev)\.){1,160})"
# "The meeting was chaired by Tom Holt", "TH took the chair", "Ann Bell presided"
_CHAIRED = (
    re.compile(
        rf"\b(?:meeting|session|which)\s+was\s+chaired\s+by\s+(?:the\s+)?{_NAMED}", re.I
    ),
    re.compile(
        r"(?P<who>[A-Z][^\n.;:()]{1,60}?)(?:,[^\n.;:]{0,60},)?\s+(?:chaired\s+(?:the|this)"
        r"\s+meeting|took\s+the\s+chair\b|(?:was\s+)?in\s+the\s+chair\b|presided\b"
        r"|acted\s+as\s+[Cc]hair|presiding\b"
        r"|called\s+the\s+(?:[\w-]+\s+){0,4}to\s+order|declared\s+the\s+meeting\s+open)",
        re.I,
    ),
    re.compile(r"\bchair\s+was\s+taken\s+by\s+(?:the\s+)?(?P<who>[A-Z][^\n.;]{2,90})", re.I),
    re.compile(
        r"\belected\s+(?P<who>[A-Z][^\n,;]{2,40}?)\s+to\s+(?:take\s+the\s+)?chair", re.I
    ),
    re.compile(
        r"\b(?:the\s+)?chair(?:man|person|woman)?,?\s*\(?(?P<who>[A-Z][^\n.;()]{2,50}?)\)?"
        r"(?:\s+\([^()]*\))?,?\s+(?:welcomed|opened|declared|called\s+the)\b",
        re.I,
    ),
)
# "Tom Holt, Policy Officer, attended the meeting to present", "Ann Bell was welcomed to"
_CAME = re.compile(
    rf"""
    {_NAMED}? \s* ,? \s+
    (?: attended \s+ (?: the \s+ meeting | to \s+ (?:present|report|describe|speak|give
          |explain|update|answer|talk|discuss|brief|introduce) | for \s+ (?:this|part|item)
          | (?:the|this) \s+ item )
      | (?:was|were) \s+ (?:also\s+)? (?: in \s+ attendance | welcomed \s+ to \s+ the
          | present \s+ (?:at|for) )
      | joined \s+ the \s+ meeting
    ) \b
    """,
    re.VERBOSE,
)
_ELSEWHERE = re.compile(
    r"\b(?:had|has|have|will|would|should|could|may|might|to|who|not|never|recently"
    r"|previously|conference|training|previous|last|next|unable|asked|invited)\s*$"
    r"|\b(?:last|previous|other|next|annual)\s+(?:meeting|month)",
    re.IGNORECASE,
)
# "The Chair welcomed Ann Bell, Parish Nurse, and Tom Holt to the meeting"
_WELCOMED = re.compile(
    r"\bwelcomed\s+(?P<who>(?:[^.;:\n]|\b[A-Z]\.|\n(?=\S)){3,200}?)\s+(?:to|onto)\s+"
    r"(?:the|this|his|her|their)\s+(?:first\s+)?(?:meeting|board|committee|panel|group)"
)
# "AB, who was not in attendance at the meeting"
_MISSED = re.compile(
    rf"{_WHO}\s*,?\s+who\s+(?:was|were)\s+(?:not\s+(?:in\s+attendance|present)"
    r"|absent)(?:\s+(?:at|from)\s+(?:the|this)\s+meeting)?"
)
# "Cllr Holt joined the meeting at 7.20 pm", "TH left the room"
_MOVED = re.compile(
    r"(?P<who>[A-Z][^\n.;:()]{1,45}?)\s+(?:then\s+|had\s+)?(?P<did>(?:arrived|joined|left"
    r"|entered|re-?joined|departed|withdrew|retired)(?:\s+(?:from\s+)?(?:at\b|the\s+(?:"
    r"meeting|room|chamber|call|table))[^\n.;]{0,40}))"
)
# "Cllr Holt attended as substitute for Cllr Bell", "Cllr Holt for Cllr Bell"
_SUBSTITUTED = re.compile(
    r"(?P<who>(?:Cllr|Councillor|Member|Mrs?|Ms|Dr)?\.?\s?[A-Z][\w.'’ -]{2,40}?)\s+"
    r"(?:(?:was|is|be|had|has|attended|would|acted|appointed|acting)\s+){0,3}"
    r"(?:as\s+)?(?:an?\s+)?(?:substitut(?:e|ed|ing)|deputis(?:ed|ing))(?:\s+member)?"
    r"(?:\s+(?:for|in\s+place\s+of|on\s+behalf\s+of)\s+(?P<whom>[A-Z][\w.'’ -]{2,40}))?"
)
_FOR = re.compile(
    r"(?P<who>(?:Cllr|Councillor|Member|Mrs?|Ms|Dr)\.?\s[A-Z][\w.'’ -]{2,40}?)\s+"
    r"(?:for|in\s+place\s+of|vice)\s+"
    r"(?P<whom>(?:Cllr|Councillor|Member|Mrs?|Ms|Dr)\.?\s[A-Z][\w.'’ -]{2,40})"
)
_SUBSTITUTES = re.compile(r"\bsubstitut(?:es?|ions?)\b", re.IGNORECASE)


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
            i for i, x in enumerate(self.people) if fold_name(x.name) == fold_name(name.name)
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
            _mark_absent,
            _note_movements,
            _set_chair,
        )
        for step in steps:
            step(roll)
    return tuple(sorted(roll.people, key=lambda x: (x.start, x.end)))


# ----------------------------------------------------------------------- substitutes


def _add_substitutes(roll: _Roll) -> None:
    """Enter those who came in the place of others, and those others."""
    for match in _SUBSTITUTED.finditer(roll.text):
        if match["whom"] or "attended" in match[0]:
            whom = match["whom"]
            if whom is None:
                whom = _before(roll.text, match.start("who"))
            _enter_substitute(roll, match["who"], match.start("who"), whom, None)
    for heading in _SUBSTITUTES.finditer(roll.text):
        stop = min(len(roll.text), heading.end() + 400)
        for match in _FOR.finditer(roll.text, heading.end(), stop):
            _enter_substitute(
                roll, match["who"], match.start("who"), match["whom"], match.start("whom")
            )


def _before(text: str, at: int) -> str | None:
    """Return the name just before "and Tom Holt attended as substitute"."""
    names = find_names(text[max(0, at - 60) : at])
    return names[-1].name if names else None


def _enter_substitute(
    roll: _Roll, who: str, at: int, whom: str | None, whom_at: int | None
) -> None:
    names = find_names(who)
    if not names:
        return
    other = find_names(whom or "")
    place = roll.add(names[-1], at, "text-substitute")
    if place is None:
        return
    roll.change(place, status="present")
    if other:
        roll.change(place, substitute_for=other[0].name)
        if whom_at is not None and roll.match(other[0]) is None:
            roll.add(other[0], whom_at, "text-substituted", status="absent")


# ------------------------------------------------------------------- who else came


def _add_those_who_came(roll: _Roll) -> None:
    """Enter those of whom the text says that they attended."""
    for match in _CAME.finditer(roll.text):
        if match["who"] and not _ELSEWHERE.search(match["who"]):
            _enter_all(roll, match["who"], match.start("who"), "text-attended")


def _add_the_welcomed(roll: _Roll) -> None:
    """Enter those whom the text says were welcomed to the meeting."""
    for match in _WELCOMED.finditer(roll.text):
        _enter_all(roll, match["who"], match.start("who"), "text-welcomed")


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
    match = re.match(r"\s*(?:,|\(|\bfrom\b|\bof\b)\s*", said)
    if not match:
        return
    words = re.split(r"\s*(?:,?\s+and\s*$|[);]|,\s*$|\s+who\b)", said[match.end() :])[0]
    found = split_affiliation(words)
    start = base + match.end()
    if found.role:
        span = Span(start + found.role[0], start + found.role[1], "text-attended")
        roll.change(place, role=" ".join(words[slice(*found.role)].split()), role_span=span)
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
    for match in _MISSED.finditer(roll.text):
        place = roll.find(" ".join(match["who"].split()[-3:]))
        if place is None:
            place = roll.find(match["who"].split()[-1])
        if place is not None and roll.people[place].status == "present":
            roll.change(place, status="absent", rule="text-absent")


def _note_movements(roll: _Roll) -> None:
    """Keep, as written, when people came late or left early."""
    for match in _MOVED.finditer(roll.text):
        place = roll.find(match["who"])
        if place is None:
            continue
        person = roll.people[place]
        words = " ".join(match["did"].split())
        note = f"{person.note}; {words}" if person.note else words
        roll.change(place, note=note)


# --------------------------------------------------------------------------- chair


def _set_chair(roll: _Roll) -> None:
    """Find who chaired where the list does not say it of anyone who came."""
    if any(x.chair for x in roll.people):
        return
    for pattern in _CHAIRED:
        for match in pattern.finditer(roll.text, 0, max(4000, len(roll.text) // 4)):
            place = _chairing(roll, match)
            if place is not None:
                roll.change(place, chair=True, status="present")
                return
    _let_deputy_chair(roll)


def _chairing(roll: _Roll, match: re.Match[str]) -> int | None:
    """Return the place of the person of whom a sentence says that they chaired."""
    who = match["who"]
    end = end_of_sentence(who, 0)
    names = find_names(who[:end].replace("\n", " "))
    if names:
        place = roll.match(names[0])
        if place is None and len(names[0].given) > 1:
            place = roll.add(names[0], match.start("who"), "text-chaired")
        return place
    letters = re.search(r"\b[A-Z]{2,3}[a-z]?\b", who)
    if letters:
        return roll.find(letters[0])
    return roll.find(who)


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
    if len(deputies) == 1 and away:
        roll.change(deputies[0], chair=True)
