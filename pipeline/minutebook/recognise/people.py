"""Recognises people, and which mentions are the same person."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from minutebook.grammar.names import strip_titles
from minutebook.recognise.context import Context
from minutebook.recognise.firms import find_messrs, is_house
from minutebook.recognise.namespans import NameFinder
from minutebook.recognise.nametokens import Found, Token
from minutebook.recognise.persons import Register
from minutebook.recognise.runs import TRADES, fold
from minutebook.recognise.wordlists import public_bodies
from minutebook.records import Entity, Mention

# "Ada Penrose (AP)", "Ada Penrose [Clerk] (AP)"
_INITIALS = re.compile(
    r"\s?(?:\[[^\]]{1,40}\]\s?)?[(\[]\s?(?P<initials>[A-Z][A-Za-z]{1,3})\s?[)\]]"
)
_ONLY_INITIALS = re.compile(r"[A-Z]{2,4}(?:[/&][A-Z]{2,4})?|[A-Z]{2}[a-z]")
# What stands before or behind a given name alone when it is a person
_DOES = re.compile(
    r"(?:['’]s\b|[ ](?:said|reported|advised|asked|explained|stated|informed|confirmed"
    r"|noted|suggested|thanked|agreed|proposed|seconded|commented|queried|apologi[sz]ed|told"
    r"|replied|responded|will|would|has|had|is|was|to|and|also|then|offered|gave|raised"
    r"|attended|joined|left|presented|outlined|volunteered|spoke|felt|mentioned)\b)"
)


def recognise_people(
    context: Context,
) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """Return the mentions of people and the people they name."""
    register = Register()
    mentions = [*_attendees(context, register)]
    view = context.joined
    taken = _Spans([(x.start, x.end) for x in mentions])
    scheme = sum(bool(x.initials) for x in register.people) > 2
    finder = NameFinder(
        context.source.text, view, register.surnames(), register.givens(), scheme
    )
    firms = _Spans([(x.start, x.end) for x in find_messrs(view)])
    bodies = _Bodies(context)
    found = [
        x
        for x in finder.find()
        if not taken.meets(x.start, x.end)
        and not firms.meets(x.start, x.end)
        and not is_house(view, x.end)
        and not bodies.hold(x)
        and not _is_thing(view, x)
    ]
    found += _extra_known(finder, found, register, taken)
    mentions += _settle(view, found, register)
    taken = _Spans([(x.start, x.end) for x in mentions])
    mentions += _short_forms(view, finder.tokens, register, taken)
    mentions += _lettered(finder.tokens, register, taken)
    mentions.sort(key=lambda x: (x.start, x.end))
    return tuple(mentions), register.entities()


class _Spans:
    """Stretches of the text that are taken, quick to ask."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self._spans = sorted(spans)
        self._starts = [x for x, _ in self._spans]

    def meets(self, start: int, end: int) -> bool:
        """Return whether a stretch shares a character with one of them."""
        index = bisect_right(self._starts, start)
        if index < len(self._spans) and self._spans[index][0] < end:
            return True
        return any(b > start for _, b in self._spans[max(0, index - 3) : index])


def _attendees(context: Context, register: Register) -> Iterator[Mention]:
    """Yield the mentions in the attendance lists: whoever is listed is a person.

    A list of bare initials names nobody; they may resolve to people named elsewhere.
    """
    for attendee in context.preamble.attendance:
        if _ONLY_INITIALS.fullmatch(attendee.name):
            continue
        written = context.source.quote(attendee.start, attendee.end)
        bare = strip_titles(written)
        titles = written[: max(0, written.find(bare))] if bare in written else ""
        index = register.add_attendee(attendee, titles)
        yield Mention(
            "person",
            attendee.start,
            attendee.end,
            attendee.name,
            "person-attendance",
            attendee.certainty,
            index,
        )


# Ada Penrose (Place),  Ada Penrose (LLP),  Ada Penrose (Roofing): named after somebody
NAMED_AFTER = re.compile(
    r"[ ](?:Place|Street|Road|Avenue|Lane|Drive|Boulevard|Bridge|Library|Hall|Park|Way"
    r"|(?:Coast[ ])?(?:Borough|District|County|City|Town|Parish|Regional)[ ]Council"
    rf"|UHB|LHB|NHS|CCG|ICB|LLP|Ltd|Limited|PLC|plc|Inc|LLC|Solicitors|{TRADES})\b"
)
# Councillors Penrose and Holt [Lay] Members   [Apologies]:   [Regular] Meeting
LABEL = re.compile(r"[ ](?:Members?|Meetings?|Officers?|Staff|Session|Public)\b|[ ]?:")
# "to Henry Street", "at Eden Court": where it is, unless a title says who
STREETS = frozenset(["street", "road", "avenue", "court", "terrace", "crescent"])
STREETS |= {"lane", "close", "drive", "square", "row", "way", "place", "walk"}
WHERE = re.compile(
    r"\b(?:to|at|in|on|along|near|from|of|between|off|into|outside|through)"
    r"(?: the)?[ \n]$"
)
OFFICES = frozenset(["clerk", "clerks", "treasurer", "secretary", "chairs"])
MONTHS = frozenset(["june", "july", "august", "september", "october", "november"])


def _is_thing(view: str, found: Found) -> bool:
    """Return whether a name is a street's, a body's, a label's, or a month behind one.

    >>> from minutebook.recognise.namespans import Found
    >>> lay = Found(0, 3, "", "Lay", "Cllr", "name-list", 0.9)
    >>> _is_thing("Lay Members: Ada", lay), _is_thing("Lay, Holt", lay)
    (True, False)
    """
    if NAMED_AFTER.match(view, found.end):
        return True
    if not found.titles and fold(view[found.start : found.end]) in public_bodies():
        return True  # Christian Aid
    if found.surname.casefold() in STREETS and not found.titles:
        return WHERE.search(view[max(0, found.start - 20) : found.start]) is not None
    if found.rule == "name-list" and not found.given:
        folded = found.surname.casefold()
        opens = found.start == 0 or view[found.start - 1] == "\n"
        labelled = opens and LABEL.match(view, found.end)
        return bool(labelled) or folded in OFFICES
    if not found.given and found.surname.casefold() in OFFICES and not found.titles:
        return True
    lone = found.rule == "name-given" and not found.titles
    return lone and found.surname.casefold() in MONTHS


class _Bodies:
    """Knows the places and bodies that the preamble of a document names."""

    def __init__(self, context: Context) -> None:
        preamble = context.preamble
        self._text = context.joined
        self._whose = [x.casefold() for x in (preamble.body, preamble.council) if x]
        # the words of their names that stand before their kind: their places
        self._own = {y for x in self._whose for y in x.split()[:1] if len(y) > 3}
        attendance = [x for x in preamble.attendance if x.organisation]
        spans = [x.organisation_span for x in attendance]
        self._listed = {(x.start, x.end) for x in spans if x}

    def hold(self, found: Found) -> bool:
        """Return whether a name without a title is the place or body so named.

        The body that met is called so, or the attendance list gives it as somebody's.
        """
        if found.titles or found.rule == "name-initials":
            return False
        if found.rule == "name-evidence" and found.given.casefold() in self._own:
            return True
        words = self._text[found.start : found.end].casefold()
        if " " in words and any(f" {words} " in f" {x} " for x in self._whose):
            return True
        return (found.start, found.end) in self._listed


def _extra_known(
    finder: NameFinder, found: list[Found], register: Register, taken: _Spans
) -> list[Found]:
    """Return the surnames alone of people whom only the text itself made known."""
    new = {
        x.surname.casefold().split()[-1]
        for x in found
        if x.surname and x.rule != "name-surname"
    } - register.surnames()
    spans = _Spans([(x.start, x.end) for x in found])
    return [
        x
        for x in finder.alone(new)
        if not taken.meets(x.start, x.end) and not spans.meets(x.start, x.end)
    ]


def _settle(view: str, found: list[Found], register: Register) -> list[Mention]:
    """Return the mentions with their people: full names first, surnames last."""
    order = sorted(found, key=lambda x: (-_weight(x), x.start))
    mentions = []
    for item in order:
        index = register.add(item)
        name = " ".join(f"{item.given} {item.surname}".split())
        if index is not None:
            after = _INITIALS.match(view, item.end)
            person = register.people[index]
            initials = after["initials"] if after else ""
            if initials not in ("", *person.initials) and _fit(initials, name):
                person.initials.append(initials)
        mentions.append(
            Mention(
                "person", item.start, item.end, name, item.rule, item.certainty, index
            )
        )
    return [x for x in mentions if x.entity is not None or x.rule != "name-surname"]


def _weight(item: Found) -> int:
    bare = item.given.replace(".", "").split()
    full = any(len(x) > 1 and not x.isupper() for x in bare)
    return 2 if full else 1 if bare else 0


def _fit(initials: str, name: str) -> bool:
    """Return whether bracketed letters are the initials of a name."""
    words = name.replace("-", " ").split()
    return initials[0].upper() == words[0][0] and any(
        w[0].upper() == initials[1].upper() or w[0] in initials[1:] for w in words[1:]
    )


def _short_forms(
    view: str, tokens: list[Token], register: Register, taken: _Spans
) -> list[Mention]:
    """Return the mentions by initials or by given name alone."""
    initials = register.by_initials()
    givens = register.by_given()
    mentions: list[Mention] = []
    for place, token in enumerate(tokens):
        text = token.text
        if not (token.given or text in initials or token.fold in givens):
            continue
        person: int | None = None
        rule = ""
        if text in initials and 1 < len(text) <= 4:
            person, rule = initials[text], "person-initials"
        elif token.fold in givens and _is_called(view, tokens, place):
            person, rule = givens[token.fold], "person-given"
        unmet = person is None and token.given and token.fold not in givens
        if person is None and not (unmet and _is_new(view, tokens, place)):
            continue
        if taken.meets(token.start, token.end):
            continue
        if person is None:
            person, rule = register.add_given_only(text), "person-given-only"
            givens[token.fold] = person
        register.add_alias(person, text)
        mentions.append(
            Mention("person", token.start, token.end, text, rule, 0.85, person)
        )
    return mentions


def _lettered(
    tokens: list[Token], register: Register, taken: _Spans
) -> Iterator[Mention]:
    """Yield the mentions of those who are listed by a letter of a surname: "Tony B"."""
    lettered = register.by_letter()
    for given, letter in pairwise(tokens) if lettered else ():
        person = lettered.get((given.fold, letter.fold)) if letter.joined else None
        if person is None or taken.meets(given.start, letter.end):
            continue
        name = f"{given.text} {letter.text}"
        span = (given.start, letter.end)
        yield Mention("person", *span, name, "person-given", 0.85, person)


def _alone(tokens: list[Token], place: int) -> bool:
    """Return whether no capitalised word that may be a name stands beside the token."""
    token = tokens[place]
    if token.joined and not tokens[place - 1].barred:
        return False
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    return not (
        after and after.joined and (after.surname or after.initial or after.barred)
    )


def _is_called(view: str, tokens: list[Token], place: int) -> bool:
    """Return whether a given name stands there for the whole of one."""
    token = tokens[place]
    if len(token.text) < 3 or token.caps or not _alone(tokens, place):
        return False
    return _is_given(view, token)


def _is_new(view: str, tokens: list[Token], place: int) -> bool:
    """Return whether a given name alone is somebody not met so far."""
    token = tokens[place]
    if not token.given or token.ambiguous or token.also or token.caps or token.title:
        return False
    if len(token.text) < 3 or not _alone(tokens, place) or token.joined:
        return False
    before = view[max(0, token.start - 20) : token.start]
    if not before.rpartition("\n")[2].strip(" •*-") and _TASK.match(view, token.end):
        return True
    if _BEGINS.search(before) and _ACTS.match(view, token.end):
        return True
    return bool(_TOLD.search(before)) and bool(_ENDS.match(view, token.end))


# "Ruth has offered", "Ruth presents the fees": what begins a sentence and acts
_BEGINS = re.compile(r"(?:^|\n|[.!?:;]\s)[\s•*-]{0,6}$")
_ACTS = re.compile(
    r"""[ ](?:
      (?:has|had|will|would)\s(?:\w{2,12}ly\s)?(?:be\s|been\s)?\w{2,12}(?:ed|ing|en)?\b
      |(?:is|was)\s\w{2,12}ing\b
      |(?:said|reported|advised|asked|explained|informed|confirmed|noted|suggested
        |thanked|agreed|proposed|seconded|commented|queried|apologi[sz]ed|replied
        |offered|gave|presented|presents|reports|outlined|volunteered|spoke|felt|wrote
        |mentioned|summari[sz]e[sd]|attended|explains|asks|says|suggests|wondered)\b)""",
    re.X,
)


# "to speak with Ruth.", "thanked Ruth and"
_TOLD = re.compile(
    r"\b(?:thank(?:ed|s)?|with|asked?|told|contact(?:ed)?|approach|details\s+to|spoken?\s+to"
    r"|(?:son|daughter|wife|husband|mother|father|brother|sister))\s+$",
    re.I,
)
_TASK = re.compile(r"[ ]to[ ][a-z]{2,12}[ ]")  # a line that begins "Ruth to send"
_ENDS = re.compile(r"[ ]?(?:[.,;)\n(]|and\b|for\b|to\b|who\b|about\b|$)")


def _is_given(view: str, token: Token) -> bool:
    """Return whether the text speaks of a person there."""
    return not token.ambiguous or bool(_DOES.match(view, token.end))
