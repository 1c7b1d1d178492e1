"""Lets the text correct the attendance list: late, early, absent, the chair."""

from __future__ import annotations

import re
from collections.abc import Callable

from minutebook.assemble.chairing import (
    fill_office,
    fill_opener,
    set_chair,
    set_chair_by_properties,
)
from minutebook.assemble.presiding import choose_chair
from minutebook.assemble.roll import Roll, clause_start, is_full
from minutebook.assemble.titles import fill_titles
from minutebook.grammar.affiliations import split_affiliation
from minutebook.grammar.anchors import matches_at
from minutebook.grammar.listnames import evidence
from minutebook.grammar.names import Name, find_names, is_given, parse_name, shift_name
from minutebook.grammar.samenames import fold_name, initials_forms
from minutebook.grammar.substitutions import find_substitutions
from minutebook.records import (
    Attendee,
    Mentions,
    Preamble,
    Sections,
    SourceDocument,
    Span,
)

# "Tom Holt, Policy Officer, attended the meeting to present", "was welcomed to"
_CAME = re.compile(
    r"""
    \b (?: attended \s{1,30} (?: the \s{1,30} meeting | to \s{1,30}
      (?:present|report|describe|speak
          |give|explain|update|answer|talk|discuss|brief|introduce)
          | and \s{1,9} (?:gave|spoke|presented|reported|explained|described|answered
            |introduced|briefed|updated|talked)
          | for \s{1,30} (?:this|part|item)
          | (?:the|this) \s{1,30} item )
      | (?:was|were) \s{1,30} (?: also\s{1,30} (?:present|attending) | (?:also\s{1,30})?
          (?: in \s{1,30} attendance | welcomed \s{1,30} to \s{1,30} the | present
            \s{1,30} (?:at | for | to \s{1,9} (?:present|report|describe|speak|give
              |explain|update|answer|talk|discuss|brief|introduce)) ) )
      | joined \s{1,30} the \s{1,30} (?:meeting|discussion|session|call)
      | (?:attended|joined|participated) \s{1,9} (?:(?:the\s{1,9})?meeting\s{1,9})?
        (?:via|remotely|online|virtually|by\s{1,9}(?:phone|telephone|zoom|video))
      | arrived \s{1,9} (?:late | (?:at\s{1,9})?\d{1,2}[.:]\d\d )
    ) \b
    """,
    re.VERBOSE,
)
_CAME_WORDS = ("attended", "was", "were", "joined", "participated", "arrived")
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
    r"(?:late\s{1,9})?(?:from\s{1,30})?(?:at\b|the\s{1,30}(?:meeting|room|chamber|call"
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


def settle_attendance(
    source: SourceDocument, sections: Sections, preamble: Preamble, mentions: Mentions
) -> tuple[Attendee, ...]:
    """Return the attendance after what the text itself says of it."""
    roll = Roll(source.text, list(preamble.attendance))
    if sections.kind == "minutes":
        correct(roll)
        choose_chair(roll)
        set_chair_by_properties(roll, source.metadata)
        fill_titles(roll)
    _fill_names(roll, sections, mentions)
    return tuple(sorted(roll.people, key=lambda x: (x.start, x.end)))


def correct(roll: Roll) -> None:
    """Let what the text says of those listed correct the roll."""
    steps: tuple[Callable[[Roll], None], ...] = (
        _add_substitutes,
        _add_those_who_came,
        _add_the_welcomed,
        _add_the_scribe,
        _mark_absent,
        _note_movements,
        fill_opener,
        fill_office,
        set_chair,
    )
    for step in steps:
        step(roll)


def _fill_names(roll: Roll, sections: Sections, mentions: Mentions) -> None:
    """Give those listed by one name alone the full name that stands above the list.

    Of "Secretary Bell", and of "Ann", the full name may stand anywhere.
    """
    short = [i for i, x in enumerate(roll.people) if " " not in x.name.strip()]
    if not short:
        return
    first_item = [x.start for x in sections.items[:1]]
    head = min([2000, *first_item, *(x.start for x in sections.rosters[:1])])
    above: _Fuller = {}
    known: _Fuller = {}
    called: _Fuller = {}
    for mention in mentions.mentions:
        words = mention.name.split()
        if mention.kind != "person" or len(words) < 2 or len(words[0].strip(".")) < 2:
            continue
        first, last = fold_name(words[0]), fold_name(words[-1])
        form = {fold_name(mention.name): mention.name}
        known.setdefault(last, {}).update(form)
        called.setdefault(first, {}).update(form)
        if mention.start < head:
            above.setdefault(last, {}).update(form)
    taken = {fold_name(x.name) for x in roll.people}
    for at in short:
        person = roll.people[at]
        word = fold_name(person.name)
        given = called.get(word, {}) if is_given(person.name) else {}
        fuller = (known if person.role else above).get(word) or given
        lone = len(fuller) == len(roll.bearers(person.name)) == 1
        if lone and not taken & set(fuller):
            roll.change(at, name=next(iter(fuller.values())))


_Fuller = dict[str, dict[str, str]]  # one word of names -> the names it is of, folded


# ----------------------------------------------------------------------- substitutes


def _add_substitutes(roll: Roll) -> None:
    """Enter those who came in the place of others, and those others."""
    for match in matches_at(_SUBSTITUTED, roll.text, ("substitut", "deputis")):
        start = clause_start(roll.text, match.start(), 80)
        before = _AS_A.sub("", roll.text[start : match.start()])
        stated = "for whom" in before or before.rstrip().endswith("attended")
        if (not match["whom"] and not stated) or _NOBODY.search(before):
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
    for who, whom in find_substitutions(roll.text):
        place = roll.add(who, 0, "text-substitute")
        if place is not None:
            roll.change(place, status="present")
        if whom and roll.match(whom) is None:
            roll.add(whom, 0, "text-substituted", status="absent")


_NOBODY = re.compile(
    r"\b(?:no|any|without)\s{1,3}$"
)  # "for whom there was no substitute"


def _enter_substitute(
    roll: Roll, name: Name, base: int, whom: str | None, whom_at: int | None
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


def _add_those_who_came(roll: Roll) -> None:
    """Enter those of whom the text says that they attended."""
    for match in matches_at(_CAME, roll.text, _CAME_WORDS):
        start = clause_start(roll.text, match.start(), _MANY)
        who = roll.text[start : match.start()]
        if _AMENDS.search(roll.text, max(0, start - 200), match.start()):
            continue
        if who and not _ELSEWHERE.search(who):
            _enter_all(roll, who, start, "text-attended")


_MANY = 320  # characters in which several are named, each with a body
# the minutes of an earlier meeting are put right
_AMENDS = re.compile(
    r"\bamend(?:ed|ments?)\b|\bcorrections?\b|should\s{1,9}(?:read|have)\b"
)


def _add_the_welcomed(roll: Roll) -> None:
    """Enter those whom the text says were welcomed to the meeting."""
    for match in matches_at(_WELCOMED, roll.text, ("welcomed",)):
        _enter_all(roll, match["who"], match.start("who"), "text-welcomed")
    for match in matches_at(_GUESTS, roll.text, _PRESIDES):
        _enter_guests(roll, match["who"], match.start("who"))


def _enter_guests(roll: Roll, words: str, base: int) -> None:
    """Enter those whom the chair welcomed, and the body that all of them came from."""
    names = [x for x in find_names(words.replace("\n", " ")) if x.given]
    body = _OF_BODY.search(words)
    if not names or names[0].start > 1 or not (body or names[-1].end >= len(words)):
        return
    for name in names:
        if body and name.start > body.start():
            break
        place = roll.add(name, base, "text-welcomed")
        told = place is not None and roll.people[place].rule in _BY_TEXT
        if place is not None and told and body and not roll.people[place].organisation:
            span = Span(base + body.start("body"), base + body.end("body"))
            said = " ".join(body["body"].split())
            roll.change(place, organisation=said, organisation_span=span)


_PRESIDES = ("Chair", "Mayor", "President", "Conven", "Provost", "Cathaoir", "Reeve")
_BY_TEXT = ("text-welcomed", "roster-weighed")  # rules of those whom no list names
# "The Chairman welcomed Ann Bell, of Holt Trust, who was observing", "to the gallery"
_GUESTS = re.compile(
    r"""
    (?: Chair(?:man|woman|person)? | Mayor | President | Conven[eo]r | Provost
      | Cathaoirleach | Reeve ) \s{1,9} (?:then\s{1,9})?
    (?: (?:declared|opened) \s (?:[^.\n]|\.\d){3,50} \s and \s )? welcomed \s{1,9}
    (?P<who> [A-Z]
      (?: [^.;:\n] | \b(?:[A-Z]|Mrs?|Ms|Dr|Prof|Rev|Sgt)\. | \n(?=\S) ){3,160}? )
    (?= ,? \s{1,9} (?: to \s{1,9} the \s{1,9} (?:public\s{1,9})? gallery
          | who \s{1,9} (?:was|were|had|is|are) \s{1,9} (?:observing|attending|present
            |in\s{1,9}attendance|come|joined|invited|there) ) \b
      | (?<=[a-z]) \. (?:\s|$) )
    """,
    re.VERBOSE,
)
# ", of Holt Trust", " from the Mill Lane Group"
_OF_BODY = re.compile(
    r",?\s{1,9}(?:of|from|representing)\s{1,9}(?:the\s{1,9})?"
    r"(?P<body>[A-Z][^,;()]{3,70}?)(?=,|\s\(|$)"
)


def _add_the_scribe(roll: Roll) -> None:
    """Enter whom the text says acted as clerk at the meeting."""
    for match in matches_at(_ACTED, roll.text, _ACTED_WORDS):
        start = clause_start(roll.text, match.start(), 60)
        names = find_names(roll.text[start : match.start()].replace("\n", " "))
        if not names or not evidence(names[-1]):
            continue
        place = roll.add(names[-1], start, "text-attended")
        if place is not None and roll.people[place].role is None and match["post"]:
            span = Span(*match.span("post"), "text-attended")
            roll.change(place, role=" ".join(match["post"].split()), role_span=span)


_ACTED_WORDS = ("acted", "serving", "served", "took", "recorded")
_ACTED = re.compile(
    r"(?:took|recorded)\s{1,9}the\s{1,9}(?:minutes|notes)\b(?!\s(?:of|as|from|for))"
    r"|(?:acted|serving|served)\s{1,9}as\s{1,9}(?:the\s{1,9})?"
    r"(?P<post>(?:Acting\s)?(?:Clerk|Secretary|Minutes?\s(?:Taker|Secretary)|Recorder))"
    r"\b(?!\s(?:from|since|until|of))",
    re.IGNORECASE,
)


def _enter_all(roll: Roll, words: str, base: int, rule: str) -> None:
    """Enter every person of a stretch, with what stands behind the name."""
    names = find_names(words.replace("\n", " "))
    for at, name in enumerate(names):
        following = names[at + 1] if at + 1 < len(names) else None
        stands = _STANDS_FOR.match(words, name.end)
        if not is_full(name) or not (stands or evidence(name)):
            continue
        stop = following.start if following else len(words)
        said = words[name.end : stop]
        if _OPEN.match(said):  # "Ann Bell (Holt Tom Bell Ltd)" names one person
            said = words[name.end : words.find(")", stop) + 1 or stop]
        known = roll.match(name)
        place = roll.add(name, base, rule)
        if place is not None and known is None:
            _set_affiliation(roll, place, said, base + name.end)


_OPEN = re.compile(r"\s{0,3}\([^()]{0,80}$")
# "Mally Reeve (representing the Quarry Club)": only a person stands for a body
_STANDS_FOR = re.compile(
    r"\s{1,3}\((?:representing|rep\.?|for|on\sbehalf\sof)\s", re.IGNORECASE
)


# ", Clerk", " (Mill Trust)", " from Age UK", " -- Clerk"
_APART = re.compile(r"\s{0,30}(?:,|\(|\bfrom\b|\bof\b|[–—]|-{1,2}(?=\s))\s{0,30}")


def _set_affiliation(roll: Roll, place: int, said: str, base: int) -> None:
    """Read ", Policy Officer, and" behind a name."""
    match = _APART.match(said)
    if not match:
        return
    words = re.split(
        r"\s{0,30}(?:,?\s{1,30}and\s{0,30}$|[);]|,\s{0,30}$|\s{1,30}who\b)",
        said[match.end() :].replace("\n", " "),
    )[0]
    found = split_affiliation(words)
    start = base + match.end()
    if words.replace(".", "") in initials_forms(roll.people[place].name):
        return
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


def _mark_absent(roll: Roll) -> None:
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


def _note_movements(roll: Roll) -> None:
    """Keep, as written, when people came late or left early."""
    for match in matches_at(_MOVED, roll.text, _MOVED_WORDS):
        start = clause_start(roll.text, match.start(), 60)
        who = re.sub(
            r"\s{1,30}(?:then|had|has)\s{0,30}$", "", roll.text[start : match.start()]
        )
        place = roll.find(who)
        came = match[0].startswith(("arrived", "joined"))
        if place is None and came and roll.people:
            place = _enter_latecomer(roll, who, start)
        if place is None:
            continue
        person = roll.people[place]
        words = " ".join(match[0].split())
        note = f"{person.note}; {words}" if person.note else words
        late = came and (person.status == "absent" or match[0].startswith("arrived"))
        roll.change(place, note=note, status="present" if late else person.status)


def _enter_latecomer(roll: Roll, who: str, base: int) -> int | None:
    """Enter a member whom no list names: "Mr Holt", "Board Member Bell" arrived."""
    if seated := _MEMBER.search(who):
        name = parse_name(seated["who"], alone=True)
        if name is None or roll.bearers(name.surname):
            return None
        name = shift_name(name, seated.start("who"))
        return roll.add(name._replace(titles="Member"), base, "text-arrived")
    names = find_names(who.replace("\n", " "))
    if not names or not names[-1].titles or roll.bearers(names[-1].surname):
        return None
    if who[names[-1].end :].strip():
        return None
    return roll.add(names[-1], base, "text-arrived")


_MEMBER = re.compile(
    r"\b(?:Board\s|Council\s|Committee\s)?(?:Member|Director|Regent)\s"
    r"(?P<who>(?:[A-Z][\w’'.-]{0,20}\s){0,2}[A-Z][\w’'-]{1,20})\s{0,3}$"
)
