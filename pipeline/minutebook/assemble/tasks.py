"""Says which words of a passage are a task, and for whom: the weight of a sentence."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from minutebook.assemble.doers import NOT_OWNERS, ONE, WHO
from minutebook.assemble.owners import Owners
from minutebook.grammar.anchors import find_alone
from minutebook.grammar.leaps import leaping
from minutebook.grammar.names import UPPER
from minutebook.grammar.paragraphs import (
    Paragraph,
    Sentence,
    read_sentences,
)
from minutebook.grammar.romans import ROMANS

_WHO_WORD = rf"(?:[{UPPER}][\w’'.-]{{0,30}}|the|The|of|and)"
_WHO_FIRST = re.compile(
    rf"(?P<who>(?:{_WHO_WORD}|[&/])\s{{0,6}}(?:(?:(?<![\w’'.-]){_WHO_WORD}"
    rf"|[&/])\s{{0,6}}){{0,14}}?)(?:\((?P<holder>[^()]{{1,40}})\)\s*)?\s*(?:[:–-]\s+|\b(?=(?:to"
    rf"|will|would|shall|should|is\s+to|are\s+to|agreed\s+to|offered\s+to)\s+[a-z]))"
)
# "Panel members to write", "Tree wardens should count"
_AGENT_FIRST = re.compile(
    rf"(?P<who>(?!To\s)[{UPPER}][\w’'-]{{1,20}}(?:\s[\w’'-]{{1,20}}){{1,4}}?)"
    r"\s(?=(?:to|will|should|shall)\s(?!be\b)[a-z])"
)
ASKED = leaping(
    rf"\b(?:asked|requested|instructed|directed|tasked|mandated|reminded|urged|encouraged"
    rf"|authori[sz]ed?)\s+(?:that\s+)?{WHO}\s+to\s+"
    r"(?!(?:other|another|the|an?|his|her|its|their|our|any|some|various)\b)[a-z]+"
    rf"|\bagreed\s+(?:that\s+)?(?P<who2>{ONE})\s+(?:would|should|will"
    rf"|to)\s+(?!be\b)[a-z]+",
    re.VERBOSE,
)
# "would send it", "is to be cut", "agreed to look", "shall we"
_MODAL = re.compile(
    r"\b(?:will|would|shall|should|must)\s+(?:also\s+|then\s+|now\s+)?"
    r"(?!(?:have|not|like|appreciate|seem|mean|cost|need|become|remain)\b"
    r"|be\s+(?:(?:un)?likely|able|happy|helpful|good|no|an?|the|better|unable|useful"
    r"|difficult|required|needed|necessary)\b)[a-z]"
    r"|\b(?:is|are|was|were|still|now|and|,)\s+to\s+[a-z]"
    r"|\bto\s+be\s+[a-z]{1,20}(?:ed|en|ade|ent|ought|ut|un|et)\b"
    # "That this Council writes to the county", "tenders be invited for the roof"
    r"|^\W{0,4}(?:\([a-z]{1,4}\)\s{1,3})?[Tt]hat\s(?:this|the)\s(?:[A-Z]\w{1,20}\s){0,3}"
    r"(?:Council|Board|Committee)\s(?:now\s)?(?:writes?|asks?|requests?|calls?|contacts?|seeks?|invites?)\s"
    r"|^\W{0,4}(?:\([a-z]{1,4}\)\s{1,3}|[Tt]hat\s)[^.;:]{3,60}\sbe\s"
    r"(?!noted|received|accepted|adopted|approved|agreed|endorsed|confirmed|signed)[a-z]{1,20}(?:ed|en|ent|ought)\b"
    r"|\b(?:[Aa]greed|undertook|offered|asked|requested|volunteered|promised|instructed"
    r"|invited|arranged|organi[sz]ed|tasked|delegated)\s+(?:[\w’'-]+\s+){0,4}?to\s+[a-z]"
)
# "can now be bought", "still awaited", "deferred to the autumn", "to bring it back"
_OPEN_END = leaping(
    r"\b(?:(?:can|could)\s+(?:now\s+)?be\s+[a-z]|await|outstanding|shortly|in\s+future"
    r"|next\s+(?:meeting|agenda)|deferred|carried\s+(?:forward|over)|need(?:s|ed)?\s+(?:to|of|[a-z]{3,16}ing)\b|arranged\s+for"
    r"|organi[sz]ed\s+to|follow(?:ed)?\s+up|ongoing|to\s+(?:go|do|[a-z]{3,}))",
    re.IGNORECASE,
)
# "Letter to be sent to the county by the Clerk"
_DONE_BY = leaping(
    r"\bto\s+be\s+(?:[a-z]+ly\s+)?[a-z]{1,20}(?:ed|en|ught|ade|ent|ut|un)\s+"
    rf"(?:[\w’'-]+\s+){{0,6}}?by\s+{WHO}(?![\w’'])"
)
# "(with support from TH)", "(with JM)": who acts too
_HELPED_BY = re.compile(
    r"with\s+(?:(?:the\s+)?(?:support|help|assistance|input)\s+(?:from|of)\s+)?"
    r"(?P<who>.{2,40})"
)
# "(Tom Holt)" at the end of the task of a body
_SIGNED_FOR = re.compile(r"\((?P<who>[A-Z][\w&’'./, +-]{1,40})\)[.\s]{0,3}$")
# what people do after a meeting; "be", "have" and "feel" are no tasks
VERBS = (
    "write|send|circulate|contact|report|provide|arrange|look|raise|speak|check|bring|"
    "draft|prepare|follow|investigate|chase|ask|e-?mail|ring|phone|call|meet|schedule|"
    "answer|supply|find|get|see|confirm|update|share|organi[sz]e|invite|obtain|visit|"
    "respond|reply|draw\\s+up|publish|put|take|pass|forward|submit|produce|review|collate|compile|"
    "book|order|buy|purchase|repair|fix|mend|make|talk|liaise|discuss|explore|seek|"
    "request|advise|inform|let|let\\s+\\w+\\s+know|add|amend|complete|sign|issue"
    "|present|"
    "work|set|remove|replace|install|apply|pay|research|consult|ensure|keep|hold"
    "|monitor|"
    r"approach|escalate|lodge|serve|source|go\s+through|paint|plant|clear|cut|erect"
    r"|measure|do|"
    r"feedback|feed\s+back|support|consider|develop|adapt|revise|"
    r"outline|convey|clarify|examine|verify|notify|remind|establish|ascertain|convene|"
    r"commission|co-?ordinate|engage|enquire|inquire|negotiate|finali[sz]e|tell|thank|"
    r"recruit|resolve|return|count|mark|deal|look|conduct|undertake|carry\s+out|form|"
    r"pursue|distribute|deliver|print|post|advertise|gather|collect|identify|attend"
    r"|have\s+a\s+(?:quiet\s+)?word"
    r"|give|secure|table|lead\s+on|host|try|help|assist|oversee|supervise|assess|analy[sz]e"
    r"|evaluate|upload|record|register|nominate|select|define|describe|document|edit"
    r"|re-?write|re-?draft|cost|price|estimate|clean|tidy|mow|trim|prune|water|lay|fit"
    r"|hang|move|transfer|hand|notify|alert|encourage|urge|press|lobby|text|scan|copy"
    r"|file|store|test|design|plan|scope|trial|hire|rent|borrow|lend|donate|fund|quote"
    r"|launch|promote|facilitate|manage|handle|maintain|inspect|survey|tell|pick|drop"
    r"|think|reconsider|re-?visit|proceed|query|question|place|ascertain|progress"
)
# "will be attending": told as news rather than taken on
_NEWS = frozenset({"attend", "host", "hold", "work", "look", "tak", "try", "conduct"})
# what tells of a task behind "to" alone: "Number", "Name" and "Show" head other things
_BEHIND_TO = (
    "draw|walk|fetch|finish|audit|type|sort|number|name|revert|resubmit|redraw|varnish"
    "|fill|show|renew|reinstate|retrieve|sweep|weed|wash|translate|summari[sz]e"
)
_LISTED = re.compile(rf"(?:{VERBS}|{_BEHIND_TO})\b")
MARK = re.compile(r"[A-Z]{2,4}[a-z]?")  # "TH", "JMcK": somebody's initials
# what only bids where it opens an entry: "Create a rota", no "create" within one
BIDDING = (
    "introduce|determine|implement|announce|appoint|compose|configure|create|disseminate"
    "|enrol|formulate|initiate|locate|migrate|procure|prioriti[sz]e|propose|reconcile|refer"
    "|renew|reinstate|restore|retrieve|run|summari[sz]e|upgrade|decide|go\\s+ahead|sort"
    "|speak|claim|reserve|display|choose|chase|continue|begin|reduce|extend"
    "|improve|include|enter|hand|remove|agree|attach|build|bring|cancel|change|collate|compare"
    "|correct|delete|dispose|enable|enclose|express|invoice|issue|join|learn"
    "|meet|merge|photograph|reach\\s+out|read|refresh|reissue|relay|remember"
    "|reprint|resend|reset|re-?advertise|re-?apply|re-?site|settle|sign"
    "|tackle|transcribe|translate|try|turn|wash|weed|wait|withdraw|write"
)
# "Obtain three prices": a task told as an order
_ORDER = re.compile(
    rf"[\s•▪*–\d.)(/a-z-]{{0,8}}?(?=[A-Z])(?![A-Z]{{2}})(?:To\s+[a-z]|(?i:{VERBS}"
    rf"|forward|ascertain|progress|thank|place|bring|continue|{BIDDING})\b"
    r"(?!\s+(?:of|on|from|by|was|is|were|has|had)\b))"
    # "ii. to apply for the grant"
    r"|\s{0,4}(?:\(?(?:[a-h]|[ivx]{1,4}|\d{1,2})[.)]|[•▪*–-])\s{1,4}to\s(?!be\b)[a-z]"
)
_BULLETS = ("•", "▪", "●", "* ", "– ", "- ")
# what is told of the past, or is said and no more
_TOLD = re.compile(
    r"\b(?:noted|reported|explained|thanked|felt|commented|mentioned|stressed|thought"
    r"|had\s+(?:been|had|[a-z]{2,12}ed)|ha(?:s|ve)\s+been|has\s+now|completed?|welcomed|was\s+pleased"
    r"|suggested)\b"
)
_TAKEN_ON = leaping(r"\b(?:agreed|undertook|offered|volunteered|promised)\s+to\s+[a-z]")
_GOING_ON = leaping(r"\b(?:will|would)\s+be\s+(?:[a-z]+ing|on|in|at)\b")
_DOES = (
    r"(?:\s?(?:,|/|&|\band)\s{0,2}[A-Z]{2,4}[a-z]?\b){0,3}"
    r"(?:\s{1,4}\([^()]{1,40}\))?\s{1,4}"
    r"(?:(?:is|are|was|were|has|have|still|also)\s{1,4}){0,2}"
)
_TITLE = (
    r"(?:[Tt]he\s{1,3})?"
    r"(?:(?:Mr|Mrs|Ms|Miss|M/s|Dr|Cllr|Councillor|Rev)\.?\s{1,3}){0,2}$"
)
_CLAUSE_CUT = re.compile(
    r"(?P<cut>(?:[;:–,)]|\s-)\s{1,4}(?:(?:and|but|so)\s{1,4})?)" + _TITLE
)
# "the verge is wet - clerk to look into it": what is to be done, the words before say
_LOOSE = ("-", "–", ",")
_TELLS_NOTHING = re.compile(
    r"(?:[\w’'./&-]{1,20}\s){1,3}(?:to|will|would)\s[a-z-]{2,16}(?:\s[\w’'-]{1,16}){0,2}"
    r"[\s.]{0,3}$"
    # whom to tell of it, and no more
    r"|(?:[\w’'./&-]{1,20}\s){1,3}(?:to|will|would)\s"
    r"(?:notify|inform|contact|advise|alert|tell|ring|phone|call|e-?mail|(?:write|report|speak)\sto)"
    r"(?:\s(?!(?:about|of|that|re|on|for|to|if|whether|regarding|with)\b)[\w’'&-]{1,20}){1,6}[\s.]{0,3}$"
)
_JOIN_CUT = re.compile(r"(?P<cut>\b(?:but|so|that)\s{1,4})" + _TITLE)
_WORD = re.compile(r"\S+")
AGENTS = leaping(
    r"(?:teams?|groups?|boards?|committees?|panels?|officers?|colleagues|members?"
    r"|governors?|trustees?|councillors?|cllrs?|staff|owners?|volunteers?|residents?"
    r"|contractors?|children|pupils|teachers?|parents|department|police|secretariat"
    r"|chairs?|chairman|clerk|managers?|directors?|council|partners?|directorate"
    r"|unit|office|services?|leads?|heads?|secretary|treasurer|reps?|agenc(?:y|ies)|schools?"
    r"|parties|providers?|practices?|clubs?|societies|branch(?:es)?|everybody|organi[sz]ers?"
    r"|attendees|participants|delegates|coordinators?|co-ordinators?|departments|companies"
    r"|representatives?|wardens?|engineers?|everyone|all|trusts?|sysadmins?)$",
    re.IGNORECASE,
)
# "(a) ", "; and (b) for "
_LETTERED = re.compile(
    r"(?:\s{1,3}and\s{1,3}|\s{0,3})(?:\((?P<letter>[a-h]|[1-8]|i{1,3}|iv|v)\))\s{1,3}"
    r"(?:for\s{1,3}(?=[A-Z]))?"
)
_FOLLOWS = {
    **dict(itertools.pairwise("abcdefgh")),
    **dict(itertools.pairwise("12345678")),
    **dict(itertools.pairwise(ROMANS[:5])),
}
_ACTED_ON = re.compile(
    r"\s{0,3}to\s+be\s+(?:[a-z]{2,12}ly\s+)?[a-z]{1,20}(?:ed|en|ept|old|ught|ade|ent|ut)\b"
)
_ACTS = (
    r"(?:to|will|would|shall|should|can|could|agreed|offered|undertook|volunteered"
    r"|asked\s+to)\b"
)
_ACTING = re.compile(_DOES + _ACTS)

# "GD to ask": a task that is another's
_OTHERS = re.compile(
    rf"(?<!\w)(?P<who>{MARK.pattern})\s{{1,3}}"
    r"(?:(?:is|was)\s{1,3})?(?:to|will|would|agreed|offered)\s"
)
_OTHERS_COST = 3.0
# "Minutes accepted: Tom to be shown as present", "put to the vote and lost", "Signed"
_SETTLED = re.compile(
    r"\b(?:to|should|will)\s(?:be\s(?:shown|recorded|minuted)\s(?:as|that)|read\b(?=\s[\"“‘']))"
    r"|\b(?:was|were)\s(?:lost|defeated|withdrawn|not\scarried)\b|\bSigned\b\W{3}"
    # "Seconded by: Cllr Holt", "On being put to the vote 7 voted in favour"
    r"|^\W{0,4}(?:Proposed|Moved|Seconded|Proposer|Seconder)\b\s?(?:by\b|:)[^.]{2,60}$"
    # "All in favour.", "Carried unanimously"
    r"|^[\w.’' -]{2,30}\s(?:seconded|proposed)\W*$"
    r"|^\W{0,4}(?:All\s(?:in\sfavour|agreed|were\sin)|Carried|Motion\scarried|Unanimous)\b.{0,24}$"
    r"|\b(?:put\sto\sthe\s(?:vote|meeting)|voted\s(?:in\sfavou?r|for|against)|votes?\s(?:in\sfavou?r|for|against))\b"
)
_SETTLED_COST = 3.0
# "Board agreed to meet the overspend": what a meeting decides is seldom anyone's task
_DECIDES = re.compile(
    r"(?:[Tt]he\s)?(?:Board|Committee|Council|Group|Panel|Members|Governors|Trustees|Meeting"
    r"|meeting)\s(?:\w{1,14}ly\s)?(?:agreed|resolved)\s(?:to|that)\b"
)
_DECIDES_COST = 1.0


@dataclass(frozen=True, slots=True)
class Found:
    """A passage that is a task, whose it is as written, and the rule that said so."""

    start: int
    end: int
    owners: tuple[str, ...]
    rule: str
    due: tuple[int, int] | None = None  # where a column says by when
    number: str | None = None  # of the minute that a row of a list refers to
    table: int | None = None  # that the row is of
    again: Found | None = None  # the row of a closing list that repeats it


def weigh_task(
    text: str,
    start: int,
    end: int,
    names: Iterable[str],
    called: Iterable[str] = (),
) -> float:
    """Return how much words sound like a task of the people named; 0 is not at all.

    `called` is what else the text may call them: only who acts counts, not who is told.

    >>> told = "The hedge was cut. TH to send the bill."
    >>> weigh_task(told, 0, 18, ["TH"]) <= 0 < weigh_task(told, 19, 39, ["TH"])
    True
    """
    quoted = text[start:end]
    weight = 0.0
    for name, told in (*((x, 1.0) for x in names), *((x, 0.0) for x in called)):
        at = find_alone(quoted, name)
        if at >= 0:
            acts = _ACTING.match(quoted, at + len(name))
            weight = max(weight, 4.0 if acts else told)
    taken_on = _TAKEN_ON.search(quoted)
    if taken_on or _MODAL.search(quoted):
        weight += 3
    elif _ORDER.match(quoted):
        weight += 2.5
    elif _OPEN_END.search(quoted):
        weight += 1.5
    if not taken_on and (_TOLD.search(quoted) or _GOING_ON.search(quoted)):
        weight -= 1
    return weight


def weigh_mark(
    text: str, sentence: Sentence, names: tuple[str, ...], called: tuple[str, ...]
) -> float:
    """Return how much a sentence sounds like the task that a mark beside it means."""
    weight = weigh_task(text, *sentence, names, called)
    if _SETTLED.search(text[slice(*sentence)]):
        weight -= _SETTLED_COST
    elif _DECIDES.match(text, *sentence):
        weight -= _DECIDES_COST
    other = _OTHERS.search(text, *sentence)
    return weight - _OTHERS_COST if other and other["who"] not in names else weight


def clause_start(text: str, start: int, end: int, who: int) -> int:
    """Return where the clause begins that names who acts, if much stands before it.

    >>> told = "The gate is off its hinges again, and the Clerk to ring the carpenter."
    >>> told[clause_start(told, 0, len(told), told.index("Clerk")):]
    'the Clerk to ring the carpenter.'
    >>> told = "The gate is off its hinges again - Clerk to investigate."
    >>> clause_start(told, 0, len(told), told.index("Clerk"))
    0
    """
    if who - start <= 24:
        return start
    low = max(start, who - 32)
    cut = _CLAUSE_CUT.search(text, low, who)
    if cut and cut["cut"].strip() in _LOOSE and _TELLS_NOTHING.match(text, who, end):
        return start
    if cut is None and _is_long(text, start, end, who):
        cut = _JOIN_CUT.search(text, low, who)
    return cut.end("cut") if cut else start


def _is_long(text: str, start: int, end: int, who: int) -> bool:
    """Say whether most of a sentence stands before the clause that names who acts."""
    words = len(_WORD.findall(text, start, end))
    return len(_WORD.findall(text, who, end)) < words / 3


def is_nobody(who: str, owners: Owners) -> bool:
    """Say whether words that open a clause name no owner: "It", "Report"."""
    known = MARK.fullmatch(who) and owners.knows_initials(who)
    return NOT_OWNERS.match(who) is not None and not known


def is_listed(verb: str, going: bool = False) -> bool:
    """Say whether a verb tells what people do after a meeting.

    `going` says that it may end in "ing".

    >>> [is_listed(x, True) for x in ("circulating", "sending", "glowing")]
    [True, True, False]
    """
    stem = verb.removesuffix("ing")
    forms = (stem, f"{stem}e") if going else (verb,)
    return not (going and stem in _NEWS) and any(_LISTED.match(x) for x in forms)


def is_entry(text: str, paragraph: Paragraph) -> bool:
    """Say whether a paragraph is an entry of a list that has no numbers."""
    return text.startswith(_BULLETS, paragraph.start)


def is_order(text: str, start: int, end: int) -> bool:
    """Say whether words tell a task as an order, "Obtain three prices"."""
    return _ORDER.match(text, start, end) is not None


def read_clauses(text: str, start: int, end: int) -> Iterator[Sentence]:
    """Yield the sentences between two offsets, those with a semicolon in parts."""
    for sentence in read_sentences(text, start, end):
        at = sentence.start
        cut = text.find(";", at, sentence.end)
        while cut > 0:
            if cut - at > 24 and sentence.end - cut > 24:
                yield Sentence(at, cut)
                at = cut + 1
                while text[at].isspace():
                    at += 1
            cut = text.find(";", cut + 1, sentence.end)
        yield Sentence(at, sentence.end)


def lettered_parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return where the parts of "(a) TH to write (b) JM to ring" stand; none if one.

    >>> told = "(a) TH to write; and (b) for JM to ring."
    >>> [told[low:high] for low, high in lettered_parts(told, 0, len(told))]
    ['TH to write;', 'JM to ring.']
    """
    first = _LETTERED.match(text, start, end)
    if first is None:
        return []
    found, low, letter = [], first.end(), first["letter"]
    for match in _LETTERED.finditer(text, low, end):
        if match["letter"] == _FOLLOWS.get(letter):
            found.append((low, match.start()))
            low, letter = match.end(), match["letter"]
    return [*found, (low, end)] if found else []


def read_task(text: str, start: int, end: int, owners: Owners) -> Found | None:
    """Return the task of a labelled line if somebody is named for it."""
    match = _WHO_FIRST.match(text, start, end)
    while match is None and start < end and text[start] in " •▪*-–0123456789.)":
        start += 1
        match = _WHO_FIRST.match(text, start, end)
    if match and not _is_no_owner(text, match, owners):
        names = _all_named(match, owners)
        return Found(
            start, end, (*names, *_for_whom(text, names, end, owners)), "label"
        )
    group = _AGENT_FIRST.match(text, start, end)
    if group and AGENTS.search(group["who"]) and not is_order(text, start, end):
        return Found(start, end, owners.split(group["who"]), "label")
    asked = ASKED.search(text, start, end)
    if asked:
        who = asked["who"] or asked["who2"]
        return Found(start, end, owners.split(who), "label")
    done = _DONE_BY.search(text, start, end)
    names = owners.split(done["who"]) if done else ()
    if names and all(owners.knows(x) or AGENTS.search(x) for x in names):
        return Found(start, end, names, "label")
    return None


def _all_named(match: re.Match[str], owners: Owners) -> tuple[str, ...]:
    """Return whom the words that open a task name, in brackets too.

    In brackets may stand who holds the post before them, or who helps.
    """
    names = owners.split(match["who"])
    holder = match["holder"]
    helped = _HELPED_BY.fullmatch(holder) if holder else None
    if helped and all(map(owners.knows, owners.split(helped["who"]))):
        return (*names, *owners.split(helped["who"]))
    known = holder and owners.knows(holder) and not owners.knows(match["who"])
    return owners.split(holder) if holder and known else names


def _for_whom(
    text: str, names: tuple[str, ...], end: int, owners: Owners
) -> tuple[str, ...]:
    """Return who acts for a body: "County to send the list (Tom Holt)"."""
    match = _SIGNED_FOR.search(text, max(0, end - 50), end)
    if match is None or any(map(owners.knows, names)):
        return ()
    acting = owners.split(match["who"])
    return acting if all(owners.kind(x) == "listed" for x in acting) else ()


def _is_no_owner(text: str, match: re.Match[str], owners: Owners) -> bool:
    """Say whether the words that open a task name no owner: an order, a thing."""
    who = match["who"].strip()
    told = text[match.end("who") : match.end()].strip()
    if told in (":", "–", "-") and not _is_somebody(who, owners):
        return True
    if is_nobody(who, owners) or _ORDER.match(f"{who} "):
        return True
    return _ACTED_ON.match(text, match.end()) is not None


def _is_somebody(who: str, owners: Owners) -> bool:
    """Say whether a name before a colon is known, or names a post or body."""
    names = owners.split(who)
    return all(
        owners.knows(x) or (re.fullmatch(ONE, x) and " " not in x) or AGENTS.search(x)
        for x in names
    )
