"""Finds who chaired: by the sentence that says so, else by the post that presides."""

from __future__ import annotations

import re

from minutebook.assemble.roll import Roll, clause_start, is_full
from minutebook.grammar.affiliations import is_vice_chair
from minutebook.grammar.anchors import matches_at
from minutebook.grammar.listnames import evidence
from minutebook.grammar.names import find_names
from minutebook.grammar.rosters import end_of_sentence

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
# how both begin
_CHAIRED_WORDS = (
    *("meeting", "Meeting", "session", "Session", "which", "chair", "Chair", "called"),
    *("was", "elected", "the", "The", "election", "Election"),
)
_CHAIRS_WORDS = (
    *("was", "were", "chaired", "took", "in", "presid", "acted", "be", "opened"),
    *("called", "declared"),
)


def fill_opener(roll: Roll) -> None:
    """Give who opened the meeting the full name of that sentence, not "Mayor Holt"."""
    match = next(matches_at(_CHAIRS, roll.text, _CHAIRS_WORDS, 0, 4000), None)
    if match is None:
        return
    start = clause_start(roll.text, match.start(), 110)
    names = find_names(roll.text[start : match.start()].replace("\n", " "))
    if not names or not is_full(names[0]):
        return
    place = roll.match(names[0])
    if place is None or roll.people[place].name != names[0].surname:
        return
    base = start + names[0].start
    roll.change(place, name=names[0].name, start=base, end=start + names[0].end)


def set_chair(roll: Roll) -> None:
    """Find who chaired where the list does not say it of anyone who came."""
    reach = min(len(roll.text), max(4000, len(roll.text) // 4))
    if any(x.chair for x in roll.people):
        _set_stated_chair(roll, reach)
        return
    for match in matches_at(_CHAIRED_BY, roll.text, _CHAIRED_WORDS, 0, reach):
        place = _named_next(roll, match.end())
        if place is not None:
            roll.change(place, chair=True, status="present")
            return
    stretches = [
        (clause_start(roll.text, m.start(), 110), m.start())
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


def _set_stated_chair(roll: Roll, reach: int) -> None:
    """Let the one of whom the text says that they chaired displace a listed chair."""
    match = _THIS_CHAIRED.search(roll.text, 0, reach)
    place = _named_next(roll, match.end()) if match else None
    if place is None or roll.people[place].chair:
        return
    for at, person in enumerate(roll.people):
        if person.chair:
            roll.change(at, chair=False, role=person.role or "Chair")
    roll.change(place, chair=True, status="present")


def _named_next(roll: Roll, start: int) -> int | None:
    """Return the place of the person named at an offset, by initials or in full."""
    letters = re.compile(r"[A-Z]{2,3}[a-z]?\b").match(roll.text, start)
    if letters:
        return roll.find(letters[0])
    return _chairing(roll, start, min(len(roll.text), start + 90))


def _chairing(roll: Roll, start: int, stop: int) -> int | None:
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


def _by_post(roll: Roll, who: str) -> int | None:
    """Return the place of the one whose whole post the words begin with."""
    words = re.sub(r"^(?:the|our)\s", "", " ".join(who.split()).casefold())
    held = [
        i
        for i, x in enumerate(roll.people)
        if x.status == "present" and x.role and words.startswith(x.role.casefold())
    ]
    return held[0] if len(held) == 1 else None


def _holder(roll: Roll, post: str) -> int | None:
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


def _let_head_chair(roll: Roll) -> None:
    """Take for the chair the one who came and presides by office."""
    heads = [
        i
        for i, x in enumerate(roll.people)
        if x.status == "present" and x.role and _HEAD.fullmatch(x.role.title())
    ]
    if len(heads) == 1 and roll.people[heads[0]].organisation is None:
        roll.change(heads[0], chair=True)


def _let_deputy_chair(roll: Roll) -> None:
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
