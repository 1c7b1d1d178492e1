"""Finds posts by their head noun: Officer, Director of, Clerk, and what leads to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from minutebook.recognise.fields import (
    CLOSES,
    are_fields,
    field_end,
    is_branch,
    is_field,
)
from minutebook.recognise.runs import (
    LINKS,
    RUN,
    Phrases,
    Token,
    fold,
    is_acronym,
    is_break,
    tokens_of,
)
from minutebook.recognise.wordlists import flags_of, given_names, words_of


class FoundPost(NamedTuple):
    """A stretch that names a post."""

    start: int
    end: int
    name: str
    rule: str
    certainty: float


SPAN = 10

# : Estates and Parks    - Estates and Parks
TAIL = re.compile(r"[ ]?(?::|[ ][–-])[ ]{1,2}")
COMMA = re.compile(r",[ ]{1,2}")
# Head of estates,  Director for Children: a tail goes on in brackets
BRACKET = re.compile(r"[ ]\([A-Z][^()\n]{3,80}(?:,|&|and)[^()\n]{3,80}\)")


@cache
def _heads() -> dict[str, frozenset[str]]:
    heads = dict(flags_of("role_heads"))
    for word, flags in flags_of("role_heads").items():
        if "many" in flags:
            heads.setdefault(word + "s", flags | {"plural"})
    return heads


@cache
def _head_names() -> Phrases:
    return Phrases.of(_heads())


def find_posts(
    view: str, runs: list[list[Token]], rosters: list[tuple[int, int]]
) -> list[FoundPost]:
    """Return the posts whose names end in, or start with, a head noun.

    >>> from minutebook.recognise.runs import find_runs
    >>> view = "The Head of Estates and Parks met the Area Roads Officer"
    >>> [x.name for x in find_posts(view, list(find_runs(view)), [])]
    ['Head of Estates and Parks', 'Area Roads Officer']
    """
    found: list[FoundPost] = []
    firsts = _head_names().firsts
    for tokens in runs:
        if not firsts.isdisjoint([x.fold for x in tokens]):
            found += _in_run(view, tokens, rosters)
    return found


def _in_run(
    view: str, tokens: list[Token], rosters: list[tuple[int, int]]
) -> Iterator[FoundPost]:
    heads = _chain(tokens, list(_head_names().find(tokens)))
    left = 0
    for number, (first, last) in enumerate(heads):
        if first < left:
            continue
        limit = heads[number + 1][0] if number + 1 < len(heads) else len(tokens)
        start = _reach_left(view, tokens, first, left)
        flags = _heads()[" ".join(x.fold for x in tokens[first:last])]
        end = _reach_right(tokens, last, limit, flags)
        left = end
        stop = tokens[end - 1].end - _possessive(tokens[end - 1])
        if "abbr" in flags or _is_plain_chief(tokens, start, first, last):
            start = first
        if end == last and not tokens[end - 1].owns:
            end = _area(tokens, last, limit, flags)
            stop = tokens[end - 1].end - _possessive(tokens[end - 1])
            if end == last and (
                last - start > 1 or view[stop : stop + 1] in (",", ":")
            ):
                stop = _punctuated(view, stop, flags, rosters)
        elif end > last and tokens[end - 1].fold in ("service", "services", "unit"):
            stop = _punctuated(view, stop, flags, rosters)
        bracket = BRACKET.match(view, stop) if stop > tokens[last - 1].end else None
        stop = bracket.end() if bracket else field_end(view, stop, flags)
        post = _judge(view, tokens, start, first, last, end, stop, flags)
        if post:
            yield post


def _is_plain_chief(tokens: list[Token], start: int, first: int, last: int) -> bool:
    """Return whether a town's word stands before "Chief": no Thornbeck Chief."""
    if tokens[first].fold != "chief" or last > first + 1 or start == first:
        return False
    return tokens[first - 1].fold not in words_of("name_words", "rank")


NO_POST = re.compile(
    r"""^(?:and|the|is|was|of|proposed|representing)\b | [ ](?:is|was|are|who)[ ]
      | \b[A-Za-z]\.?[ ][A-Z][a-z]
      | [A-Za-z]{4}\.[ ][A-Z]
        (?<!asst...)(?<!Asst...)(?<!prin...)(?<!Prin...)(?<!exec...)(?<!Exec...)
      | [ ](?:arrived|left|joined|attended)\b | \bin[ ]attendance\b
      | ^(?:moved|seconded|taken|called|led)\b | [ ]from[ ] | [ ](?:absent|updates)\b
      | ^(?:institute|institution|society|association|federation)\b
      | \b(?:[Aa]rchitects|[Ee]ngineers|[Ss]olicitors|[Ss]urveyors|[Aa]ccountants)$
      | ^(?!(?:fundraising|class|year|staff|student|parent|union|safety|youth
        |publicity|social|sports|health[ ]and[ ]safety|employ(?:er|ee)|pupil|pensioner
        |(?:scheme[ ])?member|tenant|resident|community|team|players?|patient|carer
        |volunteer|trade[ ]union|deferred[ ]member)[ ]rep$).*[ ]reps?\.?$
      | (?:&|\band)[ ](?:[Aa]ssociates|[Pp]artners|[Ss]ons?)$
      | :-?$ | ^(?:minutes|notes|observers?)$""",
    re.VERBOSE,
)


def is_post(role: str) -> bool:
    """Return whether a listed role reads as a post: not a sentence, not a name.

    >>> is_post("Head of Estates"), is_post("and the Clerk"), is_post("A Penrose Clerk")
    (True, False, False)
    """
    return not NO_POST.search(role[:1].lower() + role[1:]) and len(role.split()) < 16


def _possessive(token: Token) -> int:
    if not token.owns:
        return 0
    return 1 if token.text[-1] in "’'" else 2


def _chain(tokens: list[Token], heads: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the heads without those that only qualify the next: Director General."""
    kept = []
    for number, (first, last) in enumerate(heads):
        if number + 1 < len(heads):
            between = tokens[last : heads[number + 1][0]]
            whole = last - first > 1 and "solo" in _heads()[_head_at(tokens, first)]
            next_one = tokens[heads[number + 1][0]]
            parted = whole and next_one.fold == "director"
            parted = parted or (
                not between
                and tokens[last - 1].fold in PRESIDES
                and next_one.fold in SIGNS_BESIDE
            )
            if (
                not parted
                and len(between) < 4
                and all(
                    x.fold not in LINKS and x.text != "," and not is_break(x)
                    for x in between
                )
            ):
                continue
        kept.append((first, last))
    return kept


# Reeve    Administrator: beneath the lines that the two sign on
PRESIDES = frozenset(
    ["mayor", "reeve", "chair", "chairman", "chairwoman", "chairperson", "president"]
)
SIGNS_BESIDE = frozenset(
    ["administrator", "cao", "clerk", "secretary", "treasurer", "ceo"]
)


def _reach_left(view: str, tokens: list[Token], first: int, limit: int) -> int:
    start = first
    civic = "civic" in _heads()[_head_at(tokens, first)]
    if civic and not (_civic(tokens, first) or _in_brackets(view, tokens, first)):
        return first
    while start > limit and first - start < SPAN:
        before = tokens[start - 1]
        if before.fold == "of" and start - 2 >= limit and _rights(tokens, start):
            start -= 2
        elif before.fold in ("and", "&") and start - 2 >= limit:
            step = 3 if tokens[start - 2].text == "," else 2
            if start - step < limit or not _may_join(
                tokens, start - step, start, first
            ):
                break
            start -= step
        elif before.text == "," and start - 2 >= limit:
            if not _is_listed(view, tokens, start, first):
                break
            start -= 2
        elif (
            before.text == ","
            or before.fold in LINKS
            or is_break(before)
            or NUMERAL.fullmatch(before.text)
            or (before.owns and before.fold not in OWNERS)
        ):
            break
        else:
            start -= 1
    start = _past_name(tokens, start, first)
    while start < first and tokens[start].fold in LINKS:
        start += 1
    return start


# VII (Secretary)'s Report   C.C.C. (Clerk)
NUMERAL = re.compile(r"[IVX]{2,5}|(?:[A-Z]\.){2,5}")


def _rights(tokens: list[Token], start: int) -> bool:
    """Return whether "of" is the one of "Rights of Way", or "House of Commons"."""
    if tokens[start - 2].fold == "house":
        return tokens[start].fold in ("commons", "lords", "assembly")
    return tokens[start - 2].fold in ("rights", "right") and tokens[start].fold == "way"


# Children's Services Manager; but SBC's Roads Officer is a Roads Officer
OWNERS = frozenset(
    [
        "children",
        "women",
        "men",
        "carer",
        "carers",
        "adult",
        "adults",
        "people",
        "young",
        "veterans",
        "residents",
        "mayor",
        "visitors",
        "coroner",
        "pupils",
        "students",
    ]
)


def _head_at(tokens: list[Token], first: int) -> str:
    heads = _heads()
    for size in _head_names().sizes.get(tokens[first].fold, ()):
        words = " ".join(x.fold for x in tokens[first : first + size])
        if words in heads:
            return words
    return tokens[first].fold


def _in_brackets(view: str, tokens: list[Token], first: int) -> bool:
    """Return whether a bracket behind a person opens with these words: (Tree Clerk)."""
    opens = view.endswith("\x00 (", 0, tokens[0].start)
    return opens and 0 < first < 3 and _bodies().isdisjoint(x.fold for x in tokens)


def _civic(tokens: list[Token], first: int) -> bool:
    """Return whether the word before an office is a body or a rank: Parish Clerk."""
    if not first:
        return False
    before = tokens[first - 1]
    return (
        before.fold in _bodies()
        or before.fold in words_of("name_words", "civic")
        or before.fold in words_of("name_words", "rank")
        or (is_acronym(before) and not tokens[first].text.isupper())
    )


def _is_listed(view: str, tokens: list[Token], start: int, first: int) -> bool:
    """Return whether the word before this comma is one of "Skills, Careers and ..."."""
    word = tokens[start - 2]
    if not any(x.fold in ("and", "&") for x in tokens[start:first]):
        return False
    if not _may_join(tokens, start - 2, start, first):
        return False
    opens = view[max(0, word.start - 4) : word.start].casefold()
    return (
        word.fold in words_of("name_words", "area")
        or opens.endswith(("the ", "("))
        or (start - 3 >= 0 and tokens[start - 3].text == ",")
    )


def _past_name(tokens: list[Token], start: int, first: int) -> int:
    """Return where the post begins behind "Ada Penrose": a name that nobody marked."""
    for index in range(start, first):
        if tokens[index].fold in given_names() and tokens[index].text.istitle():
            return min(index + 2, first)
    return start


def _may_join(tokens: list[Token], index: int, start: int, first: int) -> bool:
    """Return whether "X and Y Officer" may begin with X: Y there, X no post."""
    word = tokens[index]
    return (
        start < first
        and word.fold not in LINKS
        and word.text != ","
        and (not is_break(word) or word.fold == "website")
        and word.fold not in _heads()
        and word.fold.removesuffix("s") not in ("chair", "officer", "clerk")
        and not (index and word.fold in TEAMS and not _joins(tokens[index - 1]))
    )


# behind whose name "and" leads to another: the Marsh Team and Library Managers
TEAMS = frozenset(["association", "board", "forum", "panel", "team", "trust"])


def _joins(token: Token) -> bool:
    return token.text == "," or token.fold in LINKS or is_break(token)


def _reach_right(
    tokens: list[Token], last: int, limit: int, flags: frozenset[str]
) -> int:
    """Return where "of Estates and Parks" ends, or where the head does."""
    if last + 1 >= len(tokens) or "of" not in flags or tokens[last - 1].owns:
        return last
    if tokens[last].fold not in ("of", "for", "to") and not (
        tokens[last].fold == "in" and "in" in flags
    ):
        return last
    if tokens[last].fold == "to" and tokens[last + 1].fold != "the":
        return last
    end = last + 1
    while end < min(limit, last + 16) and (
        tokens[end].fold in LINKS
        or tokens[end].text == ","
        or not is_break(tokens[end])
        or tokens[end].fold == "place"
        or (tokens[end].fold in ("member", "members") and end == last + 1)
    ):
        if tokens[end].text == "," and not _list_goes_on(tokens, end, limit):
            break
        if tokens[end].fold in ("to", "with", "on", "upon"):
            break
        new = tokens[end].fold in ("and", "&") and tokens[end + 1].fold == "the"
        if new and not _same_brief(tokens, last, end):
            break
        end += 1
    while end > last and (tokens[end - 1].fold in LINKS or tokens[end - 1].text == ","):
        end -= 1
    return end if end > last + 1 else last


def _same_brief(tokens: list[Token], last: int, joint: int) -> bool:
    """Return whether it is a minister's "Rivers, Locks and the Canals"."""
    office = {x.fold for x in tokens[max(0, last - 3) : last]}
    listed = any(x.text == "," for x in tokens[last:joint])
    named = joint + 2 < len(tokens) and tokens[joint + 2].fold not in _heads()
    return listed and bool(office & {"minister", "state"}) and named


def _list_goes_on(tokens: list[Token], comma: int, limit: int) -> bool:
    """Return whether an "and" ends the list that this comma is in."""
    ahead = tokens[comma + 1 : min(limit, comma + 8)]
    return any(x.fold in ("and", "&") for x in ahead)


def _punctuated(
    view: str, end: int, flags: frozenset[str], rosters: list[tuple[int, int]]
) -> int:
    """Return where ": Estates and Parks" or ", Estates" behind the head ends."""
    if "tail" not in flags:
        return end
    match = TAIL.match(view, end)
    listed = any(a <= end < b for a, b in rosters)
    match = match or COMMA.match(view, end)
    run = RUN.match(view, match.end()) if match else None
    if not run:
        return end
    tokens = _before_body(tokens_of(view, run.start(), run.end()))
    if not tokens or any(
        x.fold in _bodies() or (is_break(x) and x.fold != "place") or x.fold in _heads()
        for x in tokens
    ):
        return end
    if len(tokens) == 1 and tokens[0].text.isupper():
        return end
    areas = words_of("name_words", "area")
    known = any(x.fold in areas for x in tokens) if listed else is_branch(tokens)
    known = known or (are_fields(tokens) and bool(CLOSES.match(view, tokens[-1].end)))
    if match and match[0][0] == "," and not known:
        return end
    field = is_field(tokens) or are_fields(tokens)
    if match and ":" in match[0] and len(tokens) < 4 and not field:
        return end  # Welfare Officer: Zita Pym
    return tokens[-1].end


def _before_body(tokens: list[Token]) -> list[Token]:
    """Return the words before the comma that a body comes after."""
    commas = [i for i, x in enumerate(tokens) if x.text == ","]
    for comma in commas:
        if any(x.fold in _bodies() for x in tokens[comma:]):
            linked = any(x.fold in ("and", "&") for x in tokens[:comma])
            if linked or comma == 1:
                return tokens[:comma]
    return tokens


def _area(tokens: list[Token], last: int, limit: int, flags: frozenset[str]) -> int:
    """Return where "Director Corporate Services" ends, or where the head does."""
    if "tail" not in flags or "plural" in flags:
        return last
    end = last
    areas = words_of("name_words", "area")
    known = False
    while end < min(limit, last + 8) and not is_break(tokens[end]):
        token = tokens[end]
        if token.text == "," or (
            token.fold in LINKS and (end == last or token.fold not in ("and", "&"))
        ):
            break
        known = known or token.fold in areas
        end += 1
    while end > last and tokens[end - 1].fold in LINKS:
        end -= 1
    return end if known else last


@cache
def _bodies() -> frozenset[str]:
    """Return head nouns of bodies that a post's own area does not end in."""
    return frozenset(
        word
        for word, flags in flags_of("organisation_heads").items()
        if not flags & {"weak", "cued"}
    ) - {"education"}


# (Planner) Ada Penrose,  the (Surveyor) (Mr Penrose)
HELD = re.compile(r",?[ ]\(?\x00")
GENERIC_TAIL = re.compile(
    r"[ ]of[ ](?:the[ ])?"
    r"(?:(?:Joint|Management|Executive)[ ])?(?:Council|Board|Meeting|Committee|Group"
    r"|Panel|Partnership|Authority|Forum|Association|Society|Club)$",
    re.I,
)


def _judge(
    view: str,
    tokens: list[Token],
    start: int,
    first: int,
    last: int,
    end: int,
    stop: int,
    flags: frozenset[str],
) -> FoundPost | None:
    begin = tokens[start].start
    bare = start == first and end == last and stop <= tokens[last - 1].end
    if bare and "civic" in flags and _is_no_office(tokens, first, last):
        return None
    if "needs" in flags and stop <= tokens[last - 1].end and start == first:
        return None
    if "needs" in flags and stop <= tokens[last - 1].end and end == last:
        return None
    if bare and view[max(0, begin - 7) : begin].casefold() == "in the ":
        return None
    if start < first and any(x.fold in HOUSES for x in tokens[start:first]):
        return None
    if bare and THINGS.match(view, begin):
        return None
    solo = "solo" in flags or (first < last and HELD.match(view, stop))
    many = "plural" in flags and last - first == 1
    if bare and (not solo or many) and "abbr" not in flags:
        return None
    after = tokens[end] if end < len(tokens) else None
    if after and end == last:
        if after.fold in words_of("name_words", "place"):
            return None
        if after.fold in flags_of("organisation_heads"):
            return None
    second = SECOND.search(view, max(0, begin - 7), begin) if "civic" in flags else None
    if second and tokens[start].fold.startswith("vice"):
        begin = second.start()
    name = fold(view[begin:stop])
    if "plural" in flags:
        name = _singular(name, tokens[last - 1].text)
    if bare:
        rule = "role-solo"
    else:
        rule = "role-tail" if stop > tokens[last - 1].end else "role-head"
    if "solo" in flags and rule == "role-tail":
        short = GENERIC_TAIL.sub("", name)
        if short != name and not short.casefold().endswith("leader"):
            stop, name = begin + len(short), short
    return FoundPost(begin, stop, name, rule, 0.8)


# Penrose & (Sons) Funeral Directors: a firm and no post
HOUSES = frozenset(["associates", "bros", "brothers", "daughters", "son", "sons"])
# LEADER funds: the programme of that name   Premier League, Premier Inn
THINGS = re.compile(
    r"LEADER[ ](?:[a-z]|(?:Fund|Programme|Scheme|Strategy|Grant|Application))"
    r"|Premier[ ][A-Z]"
)
# (2nd )Vice Chair   (First )Vice President
SECOND = re.compile(r"\b(?:[1-4](?:st|nd|rd|th)|First|Second|Third)[ ]$")
# Mally (Reeve),  Ada (Provost): offices that people are called by as well
SURNAMES = frozenset(["reeve", "provost", "mayor", "clerk", "president"])


# the (Mayor's) Award,  the (President's) Cup
PRIZE = frozenset(
    ("award", "awards", "cup", "trophy", "ball", "parade", "fund", "prize", "charity")
)


def _is_no_office(tokens: list[Token], first: int, last: int) -> bool:
    """Return whether an office stands in a person's name or in that of a prize."""
    behind = tokens[last].fold if last < len(tokens) else ""
    return _is_surname(tokens, first) or (
        bool(tokens[last - 1].owns) and behind in PRIZE
    )


def _is_surname(tokens: list[Token], first: int) -> bool:
    """Return whether an office behind a lone capitalised word is a person's name."""
    if not first or tokens[first].fold not in SURNAMES:
        return False
    before = tokens[first - 1]
    if before.fold in given_names():
        return before.text.istitle() and tokens[first].text.istitle()
    return tokens[first].fold == "reeve" and not is_break(before)


def _singular(name: str, plural: str) -> str:
    return name.replace(plural, plural[:-1], 1) if plural.endswith("s") else name
