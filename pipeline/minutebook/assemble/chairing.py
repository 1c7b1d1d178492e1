"""Finds who chaired: by the sentence that says so, else by the post that presides."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from minutebook.assemble.roll import Roll, clause_start, is_full
from minutebook.grammar.affiliations import has_role_word, is_vice_chair
from minutebook.grammar.anchors import matches_at
from minutebook.grammar.leaps import leaping
from minutebook.grammar.listnames import evidence
from minutebook.grammar.names import Name, find_names, parse_name, shift_name
from minutebook.grammar.rostersentences import end_of_sentence
from minutebook.records import Span

# "The meeting was chaired by Tom Holt", "the Chair was taken by the Clerk, Ann Bell"
_CHAIRED_BY = re.compile(
    r"""
    \b (?: (?:[Mm]eeting|[Ss]ession|which) \s{1,30} (?:was\s{1,30})?
        [Cc]haired \s{1,30} by
      | [Cc]hair \s{1,30} was \s{1,30} taken \s{1,30} by
      | [Cc]alled \s{1,9} to \s{1,9} order \s{1,9}
        (?: (?:at|on)\s{1,9} [^;\n]{3,30}? \s{1,9}
          | \d{1,2}[:.]\d\d [^;\n]{0,8}? \s{1,9} )? by
      | (?: was | [Mm]eeting | [Ss]ession ) \s{1,30}
        (?: opened | presided \s{1,30} over | started | begun )
        (?: \s{1,9} (?:at\s{1,9})? \d{1,2}[:.]?\d\d [^;\n\w]{0,3}
          (?:[apAP]\.?[mM]\.? | hours | h)? )? \s{1,30} by
      | elected \s{1,30} (?= [A-Z][^\n,;.]{1,40}? \s{1,30} to \s{1,30}
        (?:take\s{1,30}the\s{1,30})? [Cc]hair )
      | (?:[Tt]he\s{1,30})? [Cc]hair(?:man|person|woman)? ,? \s{1,30} \(?
        (?= [A-Z][\w’' .-]{2,40}? \)?
          ,? \s (?:welcomed|opened|declared|called\s{1,30}the) )
      | [Cc]hair \s{1,30} [Pp]erson , \s{1,30}
      | elect(?:ed)? \s{1,30} (?= [A-Z][^\n,;.]{1,40}? \s{1,30}
        (?:as|to\s{1,9}be) \s{1,30} (?:the\s{1,30})? (?:temporary\s{1,30})?
        (?: [Mm]oderator\b | [Cc]hair(?:man|person|woman)? \s{1,30} (?:for|of) \s{1,30}
          (?:the|this|tonight['’]s) \s{1,30} meeting ) )
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
      | (?: chaired | agreed \s{1,9} to \s{1,9} chair ) \s{1,30} (?:the|this) \s{1,30}
      meeting | took \s{1,30} the \s{1,30}
      chair\b
      | would \s{1,30} take \s{1,30} the \s{1,30} chair \s{1,30} for \s{1,30} this
        \s{1,30} meeting
      | in \s{1,30} the \s{1,30} chair\b | presided\b | presiding\b
      | act(?:ed|ing) \s{1,30} as
        \s{1,30} chair
      | (?:be|was) \s{1,30} (?:duly\s{1,30}|unanimously\s{1,30})?
        (?:appointed|elected|chosen) \s{1,30} (?:as\s{1,30})? (?:the\s{1,30})?
        chair (?:man|person|woman)? \s{1,30} (?:for|of) \s{1,30}
        (?:the\s{1,9}duration\s{1,9}of\s{1,9})? (?:this|the) \s{1,30}
        (?:hearing|meeting)
      | (?:opened|opens|convened|convenes|commenced|started|began|chairs) \s{1,30}
        (?:the|this) \s{1,30} (?:[\w-]{3,12}\s{1,30}){0,3}?
        (?:meeting|proceedings|session) \b
        (?! \s{1,3} with \s{1,3} (?:an?\s{1,3}|the\s{1,3})? (?:opening\s{1,3})?
          (?:karakia|prayers?|reading|reflection|grace|invocation|hymn|blessing
          |pledge|devotion|acknowledge?ment) )
      | (?:opened|closed) \s{1,30} the \s{1,30} public \s{1,30} hearing
      | facilitated (?= [.;]? \s{0,3} (?:\n|$) | [.;] \s | \s{1,3}(?:the|this)\s{1,3}
        (?:meeting|session)\b )
      | (?:called|calls|brought) \s{1,30} (?:the \s{1,30} )?
        (?:[\w-]+,?\s{1,30}){0,9}? to \s{1,30} order
      | declared \s{1,30} the \s{1,30} meeting \s{1,30} open )
    """,
    re.VERBOSE | re.IGNORECASE,
)
# how both begin
_CHAIRED_WORDS = (
    *("meeting", "Meeting", "session", "Session", "which", "chair", "Chair", "called"),
    "Called",
    *("was", "elect", "the", "The", "Election"),
)
_CHAIRS_WORDS = (
    *(
        "agreed",
        "was",
        "were",
        "chaired",
        "chairs",
        "took",
        "would",
        "in",
        "presid",
        "act",
        "be",
        "open",
    ),
    *("conven", "commenced", "started", "began", "call", "brought", "declared"),
    *("closed", "facilitated"),
)


# "AP welcomed those present": whoever greets a meeting chairs it
_GREETED = leaping(
    r"\b(?:welcomed|welcomes|greeted)\s{1,9}(?:everyone|everybody|all|those|members"
    r"|the\s(?:members|attendees|group|committee|board|governors|trustees))\b"
)


_FARTHEST_GREETER = (
    160  # characters: "Ann Bell, Head of Roads at the Council, welcomed"
)


@lru_cache(maxsize=1)
def _find_opening(text: str) -> re.Match[str] | None:
    """Return where a text says first that somebody opened or chaired the meeting."""
    return next(matches_at(_CHAIRS, text, _CHAIRS_WORDS, 0, 4000), None)


def fill_opener(roll: Roll) -> None:
    """Give who opened the meeting the full name of that sentence, not "Mayor Holt"."""
    match = _find_opening(roll.text)
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


def fill_office(roll: Roll) -> None:
    """Give who opened the meeting the office before the name: "Reeve A Holt opened"."""
    match = _find_opening(roll.text)
    if match is None:
        return
    start = clause_start(roll.text, match.start(), 110)
    who = roll.text[start : match.start()]
    office = _OFFICE.search(who)
    if not office:
        return
    name = parse_name(who[office.end() :].strip(" ,"))
    place = roll.match(name) if name and name.given else None
    if place is None or roll.people[place].role:
        return
    span = Span(start + office.start("post"), start + office.end("post"))
    roll.change(place, role=" ".join(office["post"].split()), role_span=span)


# "The Cathaoirleach, Cllr A Holt", "Vice Chair Tom Holt": an office that presides
_OFFICE = re.compile(
    r"(?<!of\s)(?<!to\s)(?<!of\sthe\s)(?<!to\sthe\s)(?<!by\sthe\s)\b(?P<post>(?:(?:Lord|Deputy|Vice|Acting|Shire|Council|Board)[\s-]){0,2}"
    r"(?:Mayor|President|Provost|Reeve|Convener|Convenor|Cathaoirleach|Moderator"
    r"|(?<=[yegt][\s-])Chair(?:man|woman|person)?))(?:,\s{1,3}|\s{1,3})(?=[A-Z])"
)


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
    stretches += [
        (clause_start(roll.text, m.start(), _FARTHEST_GREETER), m.start())
        for m in _GREETED.finditer(roll.text, 0, 3000)
    ]
    for start, stop in stretches:
        place = _chairing(roll, start, stop)
        if place is not None and not _only_presides(roll, place, stop):
            roll.change(place, chair=True, status="present")
            return
    _let_deputy_chair(roll)


def _only_presides(roll: Roll, place: int, at: int) -> bool:
    """Tell whether a clerk was in the chair until one elected took it, further down."""
    if not _CLERK.search(roll.people[place].role or ""):
        return False
    behind = _TOOK.search(roll.text, at, at + _ELECTION)
    if behind is None:
        return False
    start = clause_start(roll.text, behind.start(), 110)
    return _chairing(roll, start, behind.start()) not in (None, place)


_CLERK = re.compile(r"\b(?:clerk|secretary|officer|solicitor|administrator)\b", re.I)
_TOOK = re.compile(r"\btook\s{1,9}the\s{1,9}chair\b", re.IGNORECASE)
_ELECTION = 1200  # characters in which a chair is elected


# said of this meeting, it stands above who is listed as the body's chair
_THIS_CHAIRED = leaping(
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
    return _chairing(roll, start, min(len(roll.text), start + 90), behind=True)


def _chairing(roll: Roll, start: int, stop: int, behind: bool = False) -> int | None:
    """Return the place of the person of whom a sentence says that they chaired.

    `behind` says that the name stands behind the verb.
    """
    who = roll.text[start : end_of_sentence(roll.text, start, stop - start)]
    who = _alone_behind(who) if behind else who
    names = find_names(who.replace("\n", " "))
    posted = None if behind else _POSTED_LAST.search(who)
    if posted and (not names or names[-1].end < posted.start("who")):
        return _enter_posted(roll, posted, start)
    if names:
        last = not behind and _is_subject(who, names[-1])
        name = names[-1] if last else names[0]
        place = roll.match(name)
        if place is None and _may_enter(roll, name, who):
            place = roll.add(name, start, "text-chaired")
        _set_head(roll, place, who[: name.start], start)
        return place
    if posted := _POSTED.search(who):
        return _enter_posted(roll, posted, start)
    if head := _HEAD.search(who):
        return _holder(roll, head[0])
    if (place := _by_post(roll, who)) is not None:
        return place
    letters = re.search(r"\b[A-Z]{2,3}[a-z]?\b", who)
    if letters:
        return roll.find(letters[0])
    return roll.find(who)


def _alone_behind(words: str) -> str:
    """Return what stands behind a verb up to the end of its paragraph or bracket.

    >>> _alone_behind("Minister for Mills) welcomed Ada Bell")
    'Minister for Mills'
    """
    words = words.partition("\n\n")[0]
    inside, closes, _ = words.partition(")")
    return inside if closes and "(" not in inside else words


def _set_head(roll: Roll, place: int | None, before: str, base: int) -> None:
    """Give who chaired the office before the name: "The Mayor, Cllr Holt, opened"."""
    if place is None or roll.people[place].rule not in _BY_TEXT:
        return
    head = _HEAD.search(before)
    if roll.people[place].role or not head or before[head.end() :].strip(" ,(\n"):
        return
    span = Span(base + head.start(), base + head.end())
    roll.change(place, role=head[0], role_span=span)


_BY_TEXT = ("text-chaired", "roster-weighed")  # rules of those whom no list names


def _is_subject(who: str, name: Name) -> bool:
    """Tell whether a verb follows a name at once: not "in the absence of Tom Holt"."""
    return not who[name.end :].strip() and not _GOVERNED.search(who, 0, name.start)


_GOVERNED = re.compile(r"\b(?:of|by|for|to|from|with|and)\s{1,9}(?:the\s{1,9})?$|&\s?$")


def _may_enter(roll: Roll, name: Name, who: str) -> bool:
    """Tell whether whoever chaired may be entered, though nobody listed them."""
    if len(name.given) > 1:
        return bool(evidence(name) or _HEADS.match(who.lstrip()))
    return bool(name.titles) and not roll.bearers(name.surname)


def _enter_posted(roll: Roll, posted: re.Match[str], base: int) -> int | None:
    """Return the place of "President Holt", entered where the list has no such name."""
    name = parse_name(posted["who"], alone=True)
    if name is None or has_role_word(posted["who"]):
        return None
    name = shift_name(name, posted.start("who"))
    place = roll.match(name)
    if place is None and not roll.bearers(name.surname):
        place = roll.add(name._replace(titles=posted["post"]), base, "text-chaired")
    if place is not None and roll.people[place].role is None:
        post = " ".join(posted["post"].split())
        span = Span(base + posted.start("post"), base + posted.end("post"))
        if "chair" not in post.casefold():
            roll.change(place, role=post, role_span=span)
    return place


# "President Holt", "Board Chair Penrose", "Vice Chairman Pike": surnames behind posts
_POST_AND_NAME = (
    r"(?P<post>(?:(?:Board|Council|Committee|Commission|Vice|Deputy|Acting|Interim)"
    r"[\s-]{1,3}){0,2}(?:Chair(?:man|woman|person)?|President|Mayor|Supervisor|Reeve"
    r"|Provost|Moderator|Speaker|Convenor|Convener|Commodore|Warden))\s{1,3}"
    r"(?P<who>[A-Z][^\W\d][\w’'-]{0,19}(?:\s[A-Z][^\W\d][\w’'-]{0,19}(?!\d))?)"
)
_POSTED = re.compile(_POST_AND_NAME)
_POSTED_LAST = re.compile(_POST_AND_NAME + r"\s{0,3}$")
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
    r"(?:(?:Mayor|President)\sPro[\s-]?Tem(?:pore)?|Mayor|President|Provost|Reeve"
    r"|Convener|Convenor|Cathaoirleach|Moderator)\b"
)


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


_CHAIR_KEYS = frozenset(
    ("chair", "chairman", "chairperson", "chairwoman", "chaired by", "presiding")
)


def set_chair_by_properties(roll: Roll, metadata: Iterable[tuple[str, str]]) -> None:
    """Let the file's own properties say who chaired, if nothing else does."""
    if any(x.chair for x in roll.people):
        return
    for key, value in metadata:
        name = parse_name(value.strip()) if _folded_key(key) in _CHAIR_KEYS else None
        place = roll.match(name) if name else None
        if place is not None and roll.people[place].status == "present":
            roll.change(place, chair=True)


def _folded_key(key: str) -> str:
    return key.casefold().replace("_", " ").replace("-", " ").strip()
