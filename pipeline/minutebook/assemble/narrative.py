"""Finds the sentences that may give somebody a task, and what speaks for each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from minutebook.assemble.doers import (
    BODIES,
    MARKED,
    NAMED,
    ONE,
    POSTS,
    WHO,
)
from minutebook.assemble.duties import last_duty
from minutebook.assemble.judging import read_traits
from minutebook.assemble.numbered import read_parts
from minutebook.assemble.orders import opens_bare
from minutebook.assemble.owners import Owners
from minutebook.assemble.promises import ANY_WHO, Promises, to_semicolon
from minutebook.assemble.tasks import (
    AGENTS,
    ASKED,
    MARK,
    Found,
    clause_start,
    is_entry,
    is_listed,
    is_nobody,
)
from minutebook.grammar.anchors import (
    holds_any,
)
from minutebook.grammar.leaps import leaping
from minutebook.grammar.names import UPPER
from minutebook.grammar.paragraphs import Paragraph, Sentence
from minutebook.records import Mention, Mentions

_PROMISE = r"""(?P<does>
    (?:is|are|was\s+asked|were\s+asked|has\s+been\s+asked)?\s*(?:also\s+
    |therefore\s+|still\s+)?to\s+(?!be\b|date\b|the\b|next\b|last\b|this\b|that\b|have\b|their\b|his\b|her\b|its\b|our\b|each\b
    |all\b|some\b|any\b|one\b|both\b)[a-z]+
  | (?:will|would|shall|should)\s+(?:also\s+|then\s+|now\s+|therefore\s+|be\s+(?=asked
  |contacting|writing|arranging|speaking))?(?!be\b|have\b|like\b|not\b|need\b|include\b
  |next\b|meet\b|join\b|read\b|encourage\b|cover\b|recommend\b|discuss\b)[a-z]+
  | (?:has\s+|have\s+|had\s+)?(?:kindly\s+)?(?:agreed|offered|undertook|volunteered
  |promised)\s+to\s+(?!withdraw\b|this\b|these\b|the\b|accept\b|adopt\b|approve\b|stand\b
  |be\b)[a-z]+
  | (?:said|advised|confirmed|stated)\s+(?:that\s+)?(?:he|she|they)\s+(?:would
  |will)\s+(?!be\b|have\b|like\b|not\b)[a-z]+
)\b"""
_INLINE = re.compile(
    rf"(?:^|(?<=[.;:–,-]\s)|(?<=\bthat\s)|(?<=\band\s)"
    rf"|(?<=[•▪]\s))(?:[-–•*∑]\s*)?(?:\(?(?:\d{{1,2}}"
    rf"|[a-z])[.)]\s*)?{WHO}\s+{_PROMISE}",
    re.VERBOSE,
)
# "Tom Holt has lost patience and will write": who opens the sentence goes on to act
_OPENING = re.compile(rf"(?<!\w)(?:[•▪*–-]\s{{0,4}})?{WHO}\s")
_TOPIC_BEFORE = re.compile(r"[^.;:!?–]{2,50}(?::|\s[–-])\s{1,3}(?=[A-Z])")
_GOES_ON = re.compile(
    r"(?:,|&|and(?<!\wand)|but(?<!\wbut))\s{1,4}(?:then\s{1,4}|(?:(?P<said>said|added)\s{1,4}(?:that\s{1,4})?)?"
    r"(?:he|she|they)\s{1,4})?"
    r"(?:will|would|(?:undertook|agreed|offered|volunteered|promised)\s{1,4}to)"
    r"\s{1,4}(?:also\s{1,4})?"
    r"(?!(?:be|have|like|not|need|include|rather|prefer|accept|adopt|approve"
    r"|continue)\b)[a-z]"
)
_GOING_ON = (
    *("will", "would", "undertook", "agreed", "offered", "volunteered", "promised"),
)
# "The Director of Place, Ann Bell" before ", will write": whoever holds the post acts
_HOLDER = re.compile(
    rf",\s[{UPPER}][\w’'.-]{{0,20}}(?:\s[{UPPER}][\w’'.-]{{0,20}}){{0,3}}\s?$"
)
# what ends the reach of whoever opens: another clause, what is told of others
_BREAKS_OFF = re.compile(
    r"[;:]|\.(?!\d)|\b(?:mentioned|noted|reported|said|explained|advised|stated|felt)\sthat\s"
    r"(?!(?:he|she|they)\b)"
)
# where the pattern above can begin, and what it holds: both are soon found
_CLAUSE_EDGE = re.compile(r"[.;:–,•▪td-](?:(?<=[^td])|(?<=that)|(?<=and))\s")
PROMISING = re.compile(r"(?:to|will|would|shall|should)\s+(?!the\b|an?\b)[a-z]")
_BESIDES = re.compile(
    r"(?<!from )(?<!with )(?<!by )(?<!to )(?<!of )(?<!for )(?<!between )"
    rf"(?<![\w.])(?P<more>{ONE}(?:\s?[,&/]\s?{ONE}){{0,3}})\s?,?\s(?:and|&)\s+$"
)
_MODALS = ("to", "will", "would", "shall", "should", "agreed", "offered", "undertook")
BETWEEN_TWO = re.compile(
    r"\b(?:with|between|from|to|by|both)\s(?:[A-Z][\w.’'-]{0,20}\s){1,3}and\s$"
)
SAME_ACT = 8  # candidates whose tasks begin so near each other mean the same one
_WAYS = ("by-words", "by-names", "by-anyone")  # ways of reading a sentence
# "Tree wardens to count the elms": anybody named at the head of a clause
_ANYONE = re.compile(
    rf"""(?:[•▪●*–⇒-]\s{{0,3}}){{0,2}}(?:\(?(?:\d{{1,2}}|[a-z])[.)]\s{{1,3}})?
    (?P<who>(?!T[oO]\s)(?:(?:[Tt]he|[Aa]ll|[Oo]ur|[Bb]oth|[Tt]his)\s)?
      (?:[{UPPER}]|(?<=[Tt]he\s)|(?<=[Aa]ll\s)|(?<=[Oo]ur\s)
        |(?=(?:clerk|chair|members|councillors|governors|trustees|officers)\b)
        |(?<=(?:that|THAT)\s)(?=(?:staff|administration)\b))
      [\w’'&/.-]{{0,24}}+
      (?:\s(?!(?:to|in|on|at|with|that|is|are|was|were|has|have|had|been|by|from|as|not
        |which|who|will|would|should|shall|must|can|could|may|be|if|whether|said
        |[a-z]{{3,20}}ed|[A-Z]{{3,20}}ED|broke|made|took|went|came|gave|got|held|met|left|sent|wrote|told
        |felt|thought|undertook|saw|found|kept|paid|did|spoke|rang|brought|then|also|now
        |needs?|continues?)\b)
        [\w’'&/.,()-]{{1,24}}+){{0,6}})
    \s{{1,3}}
    (?P<act>
      (?P<takes>(?:(?:has|have|had)\s)?(?:(?:very\s)?kindly\s|both\s|also\s)?
        (?:agreed|undertook|offered|volunteered|promised)\s(?:to|that\s(?:he|she|they)
        \s(?:would|will)))
    | (?P<asked>(?:(?:was|were|is|are|be)\s(?:also\s)?)?(?:asked|requested|instructed
        |tasked|invited|authori[sz]ed|directed|reminded|urged|encouraged)\sto)
    | (?P<goes>continues?\sto)
    | (?P<needs>(?:should|shall|must|needs?\sto|ha(?:s|ve)\sto)(?:\salso)?)
    | (?P<will>(?:would|will)(?:\s(?:also|then|now|continue\sto|try\sto))?)
    | (?P<to>(?:(?:is|are)\s)?(?:still\s|also\s)?to)
    )\s{{1,3}}(?:also\s)?(?P<being>be\s(?=[a-z]{{3,20}}ing\b))?
    (?!have\b(?!\sa\s(?:quiet\s)?word))(?!(?:not|like|the|this|these|a|an|be|date|that|which|their|his|her|its|our
      |each|all|some|any|one|two|both|whom|be)\b)(?P<verb>(?:[a-z]{{1,3}}-)?[a-z]{{2,20}})\b
    """,
    re.VERBOSE,
)
# "under Section 12 of the Act": what follows is the law's own words
_LAW = leaping(r"\b[Ss]ection\s{1,2}\d[^.\n]{0,40}\bAct\b")
# "will be cut by our contractor", "should be sought by all members"
_DONE_BY = re.compile(
    r"\b(?P<act>(?:will|would|to|should|shall)\s(?:(?:now|also|then|kindly)\s)?be\s"
    r"(?P<verb>[a-z]{1,20}(?:ed|en|ught|ade|ent|ut|ung|one)))\s"
    r"(?:[\w’'-]{1,20}\s){0,4}?by\s"
    r"(?P<who>(?:the|all|our|members|[A-Z])[\w’'-]{0,20}"
    r"(?:\s(?!(?:to|in|on|at|with|that|by|from|as|before|after|when|is|who|which)\b)"
    r"[\w’'&-]{1,24}){0,6})"
)
_EDGES = re.compile(  # each by its last character, and the space behind
    r"[;:–,•▪⇒dtDT(](?:(?<=[;:–,•▪⇒])|(?<=\bthat)|(?<=\bTHAT)|(?<=\band)"
    r"|(?<=\b[Rr]esolved)|(?<=\bRESOLVED)|(?<=\b[Aa]greed)|(?<=\bAGREED)"
    r"|(?<=\bsuggested)|(?<=\brequested)|(?<=\basked)|(?<=\()(?=[A-Z]))(?:(?<=\()|\s{1,3})"
)
# "Action Clerk to write", "Mandate the Treasurer to pay": whoever stands behind acts
_OPENERS = re.compile(
    r"^(?:Actions?\s+(?=[A-Z]|chair|clerk|secretary|treasurer)|(?:Mandates?|Asks?|Requests?|Requires?|Directs?|Instructs?|Authori[sz]es?|Invite|Delegate"
    r"|Allow|For|Leave(?:\s(?:it|this))?\s(?:to|with))\s+(?:the\s+)?)"
)
_TITLES = re.compile(
    r"\b(?:(?:Mr|Mrs|Ms|Miss|M/s|Dr|Cllr|Councillor|Rev)\.?\s{1,3}){1,2}$"
)
_AND = re.compile(r"\s(?:and|&)\s")
_SAYING = re.compile(
    r"\s(?:says|reports|said|confirmed|advised|stated|noted)\s(?:that\s)?(?:he|she|they)$"
)
_INTRO = re.compile(r":\s*$")
_ACTS_HEAD = leaping(
    r"\bactions?\b|\bnext\s+steps\b|\b(?:agreed|resolved)\b.{0,40}:\s*$", re.IGNORECASE
)


# "o ", "·", "➢": bullets that the patterns above do not know
# "◦ Ann to ring", "• [ ] Ann to ring"
_BULLET = re.compile(
    r"\s{0,4}(?:o(?=\s{1,4}[A-Z“\"])|[A-Z]{2,5}\d{1,4}/\d{1,4}(?=\s{1,4}[A-Z])|[·◦○‣∙➢►➤■□♦◆✓➔→§]"
    r"|(?:[•▪●*–-]\s{1,4})?(?:\[\s?\]|☐)"
    # "24/09/15-02 Secretary to write", "AP-112: Tom to ring": codes of tasks
    # "7.2 Tom to ring": the number of a minute
    r"|(?:[A-Z]{1,5}[ -]?\d{1,4}|\d{1,4}(?:[/-]\d{1,4}){1,3}"
    r"|\d{1,3}(?:\.\d{1,2}){1,3})(?:[.):]|\s[–-])?"
    r"(?=\s{1,4}[A-Z]))\s{1,4}"
)


class Told(NamedTuple):
    """What a sentence may give somebody to do, and the traits that speak for it."""

    found: Found
    who: int  # where whoever acts is named
    act: int  # where the words of the task begin
    traits: tuple[str, ...]


class _Place(NamedTuple):
    """A sentence, where it stands, and what its surroundings say for a task."""

    text: str
    paragraph: Paragraph
    sentence: Sentence
    owners: Owners
    context: tuple[str, ...]
    last: int  # where its last word stands that bids or promises; -1 if none does

    def tell(
        self,
        found: Found,
        who: tuple[int, int],
        act: tuple[int, int],
        given: tuple[str, ...],
        at: int | None = None,
    ) -> Told:
        """Return a candidate with its traits; `at` is where its words begin."""
        bounds = (self.paragraph.start, self.paragraph.end, *self.sentence)
        traits = read_traits(self.text, bounds, who, act, (*given, *self.context))
        return Told(found, who[0], act[0] if at is None else at, tuple(traits))


def read_told(
    text: str,
    paragraphs: list[Paragraph],
    mentions: Mentions,
    owners: Owners,
    labels: re.Pattern[str],
) -> Iterator[list[Told]]:
    """Yield the candidates of each sentence that has any."""
    promises = Promises(text, mentions, owners.resolve)
    marks = [labels.match(text, x.start, x.end) is not None for x in paragraphs]
    many = sum(marks) > 2
    under = False
    for paragraph, labelled in zip(paragraphs, marks, strict=True):
        first = paragraph.lines[0]
        if (
            first.heading
            or (first.bold and not is_entry(text, paragraph))
            or _INTRO.search(
                text, max(paragraph.start, paragraph.end - 120), paragraph.end
            )
        ):
            head = text[paragraph.start : min(paragraph.end, paragraph.start + 200)]
            under = _ACTS_HEAD.search(head) is not None
        context = (("under-actions",) if under else ()) + (
            ("many-labels",) if many else ()
        )
        bullet = _BULLET.match(text, paragraph.start, paragraph.end)
        low = bullet.end() if bullet else paragraph.start
        for sentence in read_parts(text, low, paragraph.end):
            last = last_duty(text, *sentence)
            may = last >= 0 or promises.may_ask(*sentence)
            asks = text[sentence.end - 1] == "?"
            bare = None if labelled or asks else opens_bare(text, *sentence, owners)
            if not may and bare is None:
                continue
            place = _Place(text, paragraph, sentence, owners, context, last)
            told = [*_by_names(place, promises, mentions)] if may else []
            if not labelled:
                told = [*_by_words(place), *told] if last >= 0 else told
                told += _by_anyone(place, bare, {x.act for x in told})
            # what an Act bids the clerk do is no task of this meeting
            if told and not _follows_law(text, sentence.start):
                yield [_among(x, told) for x in told]


def _among(task: Told, told: list[Told]) -> Told:
    """Return a candidate with what the others of its sentence say for it.

    Several ways of reading that find the same words find a task more often than one.
    """
    others = [x for x in told if x is not task]
    agree = [x for x in others if abs(x.act - task.act) < SAME_ACT]
    ways = {f"agree+{y}" for x in agree for y in x.traits if y in _WAYS}
    return task._replace(traits=(*task.traits, f"agree-{len(agree)}", *sorted(ways)))


def _follows_law(text: str, start: int) -> bool:
    """Say whether a sentence that quotes an Act ends just before an offset."""
    low = max(0, start - 140)
    return text.find("ection", low, start) > 0 and bool(_LAW.search(text, low, start))


def _by_words(place: _Place) -> Iterator[Told]:
    for found, who, act, given in _inline(place):
        kinds = sorted({f"who-{place.owners.kind(x)}" for x in found.owners})
        yield place.tell(found, who, act, (*given, *kinds, "by-words", "named"))


def _by_names(place: _Place, promises: Promises, mentions: Mentions) -> Iterator[Told]:
    for promise in promises.find(place.paragraph, place.sentence, place.last >= 0):
        names = tuple(
            _holder(place, x) or _written(place.text, x, mentions) for x in promise.who
        )
        kinds = {
            f"who-{place.owners.kind(n)}-{x.kind[0]}"
            for n, x in zip(names, promise.who, strict=True)
        }
        yield place.tell(
            Found(promise.start, promise.end, names, "promise"),
            promise.subject,
            promise.act,
            (*promise.given, *sorted(kinds), "by-names"),
        )


def _by_anyone(
    place: _Place, bare: re.Match[str] | None, acts: set[int]
) -> Iterator[Told]:
    """Yield tasks of whoever stands at the head of a clause, known or not.

    `bare` is such a clause that opens the sentence, `acts` where the words begin of
    the tasks that are found already.
    """
    text, (start, end) = place.text, place.sentence
    whole = -1  # where a group ends that "and" is part of: "Town and parish staff"
    for match in _heads(place, bare):
        who = _named_by(match["who"].strip(" ,"), place.owners)
        if who is None or (_goes_on_being(match) and not _is_usual(match)):
            continue
        if match.end("who") == whole:
            continue
        names = place.owners.split(who)
        if len(names) == 1 and _AND.search(who):
            whole = match.end("who")
        has_act = "act" in match.re.groupindex
        act = match.start("act") if has_act else match.end("who") + 1
        if act in acts:
            continue
        given = (
            f"form-{_form(match)}",
            f"verb-{match['verb']}",
            "verb-listed" if _is_usual(match) else "verb-other",
            *sorted({f"who-{place.owners.kind(x)}" for x in names}),
            "agent" if AGENTS.search(who) else "no-agent",
            f"words-{min(len(who.split()), 4)}",
            "by-anyone",
        )
        at = clause_start(text, start, end, match.start("who"))
        yield place.tell(
            Found(at, end, names, "clause"),
            match.span("who"),
            (match.end("who"), match.end()),
            given,
            act,
        )


def _heads(place: _Place, bare: re.Match[str] | None) -> Iterator[re.Match[str]]:
    """Yield the clauses of a sentence that name whoever acts by any words."""
    if bare:
        yield bare
    if place.last < 0:
        return
    text, (start, end) = place.text, place.sentence
    if text.find("by", start, end) > 0:
        yield from _DONE_BY.finditer(text, start, end)
    for at in (start, *[x.end() for x in _EDGES.finditer(text, start, place.last)]):
        if _may_head(text[at : at + 3]) and (match := _ANYONE.match(text, at, end)):
            yield match


_ADVERB_BEHIND = re.compile(r"(?<!\s)\s{1,9}(?:both|all|therefore|also|then)$")
_JOINED = re.compile(r"(?:\band|[,/&])\s*$")
_TOPIC = re.compile(r"^.*\s[–-]\s+")  # "Deferred - officers": who acts stands behind


def _may_head(letters: str) -> bool:
    """Say whether three letters may open a clause that names anybody who acts.

    In small letters that is "the elms", "all members" or "staff", or "a." of a list.

    >>> [_may_head(x) for x in ("Ann", "sta", "run", "b) ")]
    [True, True, False, True]
    """
    if not letters[:1].islower():
        return True
    return letters in _HEADING_WORDS or letters[1:2] in (".", ")")


# "In July the sub-group": no name that a clause could open with
_WHEN = re.compile(r"(?:In|At|On|Since|During|Until|From)\s")
_HEADING_WORDS = frozenset(
    ["the", "all", "our", "bot", "thi", "cle", "cha", "mem", "cou", "gov", "tru"]
) | {"off", "sta", "adm"}


def _named_by(who: str, owners: Owners) -> str | None:
    """Return the words of a clause's head that name who acts, if any do."""
    if is_nobody(who, owners) or _WHEN.match(who):
        return None
    who = _TOPIC.sub("", who) or who
    who = _SAYING.sub("", _OPENERS.sub("", _ADVERB_BEHIND.sub("", who)))
    last = who.split()[-1]
    joined = _JOINED.search(who[: -len(last)])
    if MARK.fullmatch(last):
        known = owners.knows_initials(last)
    else:  # "Repair of fans Jo": what the task is about, then who acts
        listed = last[0].isupper() and owners.kind(last) == "listed"
        known = listed and not owners.knows(who)
    return last if known and not joined else who


def _goes_on_being(match: re.Match[str]) -> bool:
    return match.groupdict().get("being") is not None


def _is_usual(match: re.Match[str]) -> bool:
    return is_listed(match["verb"], _goes_on_being(match))


def _form(match: re.Match[str]) -> str:
    """Return how a clause tells its task: "will", "asked", "passive" and so on."""
    if match.re is _DONE_BY:
        return "passive"
    groups = match.groupdict()
    if groups.get("dash"):
        return "dash"
    forms = ("being", "takes", "asked", "goes", "needs", "will", "to")
    return next((x for x in forms if groups.get(x)), "bare")


def _inline(
    place: _Place,
) -> Iterator[tuple[Found, tuple[int, int], tuple[int, int], tuple[str, ...]]]:
    """Yield how a sentence gives somebody known a task, by the patterns of words."""
    text, sentence, owners = place.text, place.sentence, place.owners
    quoted = text[sentence.start : sentence.end]
    takes = _takes_on(quoted, place.last - sentence.start)
    told = [("takes", x) for x in takes]
    asked = _is_asked(quoted)
    for form, match in (*told, *([("asked", asked)] if asked else ())):
        groups = match.groupdict()
        who = groups.get("who") or groups.get("who2") or ""
        group = "who" if groups.get("who") else "who2"
        promised = (groups.get("does") or "").lower()
        if not may_act(who, owners) or _decides(who, promised):
            continue
        low, high = (sentence.start + x for x in match.span(group))
        if BETWEEN_TWO.search(text, max(sentence.start, low - 60), low):
            continue
        if ANY_WHO.search(text, max(sentence.start, low - 90), low):
            continue
        words = quoted[match.end(group) : match.end()].split()
        verb = re.sub(r"\W", "", words[-1]) if words else ""
        modal = next((x for x in words if x in _MODALS), "")
        start = clause_start(text, *sentence, low)
        end = to_semicolon(text, sentence.start + match.end(), sentence.end)
        more = _named_before(text, sentence, low, owners)
        yield (
            Found(start, end, (*more, *owners.split(who)), "sentence"),
            (low, high),
            (high + 1, sentence.start + match.end()),
            (f"form-{form}-{modal}", f"verb-{verb}"),
        )


def _named_before(
    text: str, sentence: Sentence, who: int, owners: Owners
) -> tuple[str, ...]:
    """Return who else acts: "Ann Bell and " before the subject of a clause."""
    match = _BESIDES.search(text[max(sentence.start, who - 90) : who])
    if match is None:
        return ()
    names = owners.split(match["more"])
    return names if all(owners.knows(x) for x in names) else ()


def _takes_on(quoted: str, last: int) -> list[re.Match[str]]:
    """Return the clauses of a sentence in which somebody takes a task on.

    They are the first, and those that open behind a semicolon. `last` is where the
    last word of the sentence stands that bids or promises.
    """
    found: list[re.Match[str]] = []
    for at in (0, *[x.end() for x in _CLAUSE_EDGE.finditer(quoted, 0, last)]):
        if found and (at < found[-1].end() or quoted[at - 2 : at] != "; "):
            continue
        match = _INLINE.match(quoted, at) if _may_open(quoted[at : at + 3]) else None
        if match and not (found and match["does"].startswith("sh")):  # "should"
            found.append(match)
    if found:
        return found
    goes_on = _goes_on(quoted)
    return [goes_on] if goes_on else []


def _goes_on(quoted: str) -> re.Match[str] | None:
    """Return who opens a sentence and takes a task on later in it."""
    opening = _opened(quoted) if holds_any(quoted, _GOING_ON) else None
    if opening is None:
        return None
    acts = _GOES_ON.search(quoted, opening.end(), opening.end() + 240)
    if acts is None:
        return None
    broken = _BREAKS_OFF.search(quoted, opening.end() - 1, acts.start())
    if broken and not (acts["said"] and broken[0] not in ";:."):
        return None
    if acts[0][0] == "," and _HOLDER.search(quoted[: acts.start()]):
        return None
    several = _PARTED.search(opening["who"]) or opening["who"].endswith("s")
    return opening if several or " they " not in acts[0] else None


def _opened(quoted: str) -> re.Match[str] | None:
    """Return who opens a sentence, or what follows its topic: "Bus stop: the Clerk"."""
    topic = _TOPIC_BEFORE.match(quoted)
    return _OPENING.match(quoted) or (
        _OPENING.match(quoted, topic.end()) if topic else None
    )


def _may_open(letters: str) -> bool:
    """Say whether three letters may open a clause that names who acts.

    In small letters that is "the clerk", "our chair", "members" or "a." of a list.

    >>> [_may_open(x) for x in ("Ann", "the", "run", "b) ")]
    [True, True, False, True]
    """
    if not letters[:1].islower():
        return True
    return letters in _OPENING_WORDS or letters[1:2] in (".", ")")


_OPENING_WORDS = frozenset(["the", "thi", "our", "cle", "cha", "mem"])


def _is_asked(quoted: str) -> re.Match[str] | None:
    """Return the words of a sentence in which somebody is given a task."""
    cued = holds_any(quoted, _ASKING)
    return ASKED.search(quoted) if cued else None


_ASKING = (
    *("asked", "requested", "instructed", "authori", "agreed", "directed", "mandated"),
    *("reminded", "urged", "encouraged"),
)
_BODY = re.compile(BODIES)


def _decides(who: str, promised: str) -> bool:
    """Say whether a body that agrees to something decides rather than takes a task."""
    if not _BODY.fullmatch(who) or who.endswith(("Secretariat", "Management")):
        return False
    return "agreed" in promised or (not promised and len(who.split()) <= 2)


_IS_MARK = re.compile(MARKED)
_IS_NAME = re.compile(NAMED)
_PARTED = re.compile(r"(?<!\s)\s{0,9}(?:,|&|/|\+|\band\b)\s{0,9}")


def may_act(who: str, owners: Owners) -> bool:
    names = _PARTED.split(who.strip())
    for name in names:
        if not name or is_nobody(name, owners):
            return False
        if _IS_MARK.fullmatch(name) and not owners.knows_initials(name):
            return False
        untitled = _IS_NAME.fullmatch(name) and not re.fullmatch(
            f"{POSTS}|{BODIES}", name
        )
        if untitled and not owners.may_be(name):
            return False
    return True


_SURNAME = re.compile(rf"\.?\s(?P<name>[{UPPER}][\w’'-]{{1,24}})(?![\w’'])")


# "The Registrar and " before "Secretary": one post, if the list has it so
_TWOFOLD = re.compile(r"(?<!\w)(?P<first>[A-Z][\w’'-]{2,20})\sand\s$")


def _holder(place: _Place, who: Mention) -> str | None:
    """Return what tells better who holds a rank or post: "PC Marsh".

    It is the surname of somebody here behind it, or both halves of a twofold post.
    """
    if who.kind != "role":
        return None
    twofold = _TWOFOLD.search(place.text, max(0, who.start - 30), who.start)
    if twofold:
        both = f"{twofold['first']} and {place.text[who.start : who.end]}"
        if place.owners.knows(both):
            return both
    behind = _SURNAME.match(place.text, who.end)
    known = behind and place.owners.kind(behind["name"]) == "listed"
    return behind["name"] if behind and known else None


def _written(text: str, who: Mention, mentions: Mentions) -> str:
    """Return the full name of somebody mentioned, else what is written."""
    if who.kind == "person" and who.entity is not None:
        return mentions.people[who.entity].name
    titles = _TITLES.search(text, max(0, who.start - 24), who.start)
    start = titles.start() if titles and who.kind == "person" else who.start
    if who.kind == "organisation" and text.startswith("The ", start - 4):
        start -= 4
    return " ".join(text[start : who.end].split())
