"""Finds the sentences in which somebody recognised takes a task on, or is given one."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from minutebook.assemble.antecedents import OBJECT, Antecedents, ends_in_pronoun
from minutebook.assemble.orders import is_past
from minutebook.assemble.tasks import MARK, clause_start, is_listed
from minutebook.grammar.anchors import (
    find_places,
    holds_any,
    matches_among,
)
from minutebook.grammar.leaps import fork, leaping
from minutebook.grammar.paragraphs import Paragraph, Sentence
from minutebook.records import Mention, Mentions

_PROMISE = re.compile(
    r"""(?<!\w)(?: (?P<strong>(?:(?:has|have|had)\s+)?
             (?:(?:very\s+)?(?:kindly|also|then|both)\s+)?
             (?:undertook|undertaken|promised|volunteered|offered|agreed
             |committed(?:\s+(?:himself|herself|themselves))?
             |(?:gave|made)\s+(?:an?\s+)?(?:commitment|undertaking|promise)
             |took\s+(?:an|the|on)\s+(?:action|task)(?:\s+(?:item|point))?)\s+to
             (?!\s+withdraw\b[^.;]{0,30}\b(?:motion|amendment|proposal|question|notice)\b))
        | (?P<going>(?:(?:is|are|was|were)\s+(?:going|happy|willing|planning|hoping|due)
             |plans?|intends?)\s+to)
        | (?P<asked>(?:was|were|is|are|be|been)\s+(?:also\s+|then\s+)?
             (?:asked|instructed|requested|directed|tasked|invited|deputed|authori[sz]ed)
             \s+to)
        | (?P<charged>(?:(?:was|were|is|are|be|been)\s+)?(?:tasked|charged|entrusted)
             \s+with)
        | (?P<bare>(?:asked|instructed|requested|directed|tasked|authori[sz]ed)\s+to)
        | (?P<isto>(?:was|were|is|are)\s+(?:also\s+|then\s+|still\s+)?to)
        | (?P<will>(?:would|will)(?:\s+(?:also|then|now|therefore|both|continue\s+to
             |try\s+to|endeavour\s+to))?)
        | (?P<cut>(?<=[Hh]e[’'])(?:ll|d)(?!\s+(?:been|had|like)\b))
        | (?P<should>(?:should|shall|must|needs?\s+to|ha(?:s|ve)\s+to)(?:\s+also)?)
        | (?P<to>to) )
    \s+(?:also\s+|then\s+)?(?P<being>be\s+(?=[a-z]{3,20}ing\b))?
    (?!(?:not|like|the|this|these|a|an|be|date|that|which|their|his|her|its|our
       |each|all|some|any|one|two|both|whom)\b)
    (?P<verb>(?:[a-z]{1,3}-)?[a-z]{2,20})\b""",
    re.VERBOSE,
)
# how its branches begin: for so many words one search is quicker than one for each
_PROMISE_STARTS = (
    *("had", "has", "have", "very", "volunteered", "kindly", "also", "agreed", "are"),
    *("then", "to", "both", "be", "undert", "promised", "offered", "was", "were"),
    *("will", "would", "is", "should", "shall", "must", "need"),
    *("asked", "auth", "tasked", "charged", "entrusted", "instr", "made", "committed"),
    *("gave", "requested"),
    *("directed", "plan", "intend", "took", "ll ", "d "),
)
_STARTS = re.compile(rf"\W(?={fork(_PROMISE_STARTS)})")
# "will be looked at by the Clerk"
_PASSIVE = leaping(
    r"\b(?:(?:will|would|to|should|shall|could)\s+(?:(?:now|also|then|kindly)\s+)?be"
    r"|be(?!\s(?:signed|moved|proposed|seconded|appointed|elected|chaired|approved|agreed"
    r"|adopted|accepted|noted|received|taken|confirmed|endorsed|supported)\b))\s+"
    r"(?:kindly\s+)?[a-z]{1,20}(?:ed|en|ught|ade|ent|ut|ung|one)\s+"
    r"(?:(?!was\s|were\s|seconded\s|signed\s)[\w’'-]+\s+){0,6}?by\s+(?:the\s+)?"
    r"(?:(?:Mr|Mrs|Ms|Miss|M/s|Dr|Cllr|Councillor|Rev)\.?\s+){0,2}"
)
# "said that a letter would be sent": whoever says it sees to it
_ASSURES = re.compile(
    r"(?:,\s[A-Z][\w&’' ]{3,40})?\s(?:said|advised|confirmed|stated|undertook"
    r"|replied)\s+that\s+"
    r"(?:[\w’',/-]+\s+){1,16}?(?:would|will)\s+be\s+(?:[a-z]+ly\s+)?"
    r"(?!(?:dispensed|needed|required|affected|taken\s+as)\b)"
    r"[a-z]{1,20}(?:ed|en|ught|ade|ent|ut)\b"
)
_BETWEEN = re.compile(
    r"[\s)\]]*(?:\([^()]{2,60}\)\s*)?(?:(?:from|of|at)\s+(?:the\s+)?[A-Z][\w&’' "
    r"-]{2,50}\s)?"
    r"(?:to\s+the\s+[A-Z]\w{2,20}\s+)?(?:,\s*[^,.;]{2,60},\s*)?(?:,\s+(?:who\s+)?"
    r"|who\s+(?=(?:wi|wou|also|then|has|had|kind|agr|off|und)))?(?:(?:also|then|kindly"
    r"|again|apologi[sz]ed\s+and|(?:has|had)|both)\s+){0,2}"
    r"(?:(?:said|says|advised|confirmed|stated|replied|explained|reported|reports"
    r"|noted|indicated|suggested|added|told\s+(?:the\s+)?[A-Za-z]{3,12})\s+"
    r"(?:that\s+)?(?P<pronoun>he|she|they)\s+)?"
)
# "Ann Bell (Ferry Trust)", "Ann Bell from the Ferry Trust", "Ann Bell (Clerk)"
_OF_WHOM = re.compile(r"\s{0,3}(?:\(|,|\b(?:from|of|at|for)\b)\s{0,3}(?:the\s{1,3})?")
# "the functions of the Trust were to": what it is for, no task
_AIM = re.compile(
    r"\b(?:functions?|purpose|aims?|roles?|objectives?|remit|dut(?:y|ies))\s{1,3}of"
    r"\s{1,3}(?:the\s{1,3})?$"
)
# "Residents who have questions for Mr Bell should": those who have them are to act
ANY_WHO = re.compile(
    r"\b(?:[Mm]embers|[Rr]esidents|[Aa]nyone|[Aa]nybody|[Tt]hose|[Pp]eople|[Pp]ublic"
    r"|[Pp]arents|[Vv]olunteers)\s(?:who|that|wishing|with)\s[^.;,]{3,70}"
    r"\b(?:for|to|with|from|of|by|about)\s(?:the\s)?"
    r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor|Rev)\.?\s){0,2}$"
)
# "the Clerk to the Board", "Head of Roads"
_SERVES = re.compile(r"\s{1,3}(?:to|of|for)\s{1,3}(?:the\s{1,3})?")
# "the Clerk and ", "Ann Bell (AB), "
_JOINED = re.compile(
    r"(?:\s{1,3}\([^()]{1,40}\)|\))?\s{0,3}(?:,\s{0,3}and\b|,|\band\b|\bor\b|&|/)\s{0,3}"
    r"(?:the\s{1,3})?(?:(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor|Rev)\.?\s{1,3}){0,2}"
)
# "She and Mr Bell": who acts beside somebody named
_PRONOUN_AND = re.compile(
    r"(?:^|[\s(])(?P<pronoun>[Hh]e|[Ss]he)\s{1,3}(?:and|&)\s{1,3}(?:[Tt]he\s{1,3})?"
    r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor|Rev)\.?\s{1,3}){0,2}$"
)
# "Ann Bell spoke of the road, and that she": what is told begins anew
_TOLD_OF = re.compile(r"(?P<that>\bthat\s+)(?:[Hh]e|[Ss]he)\s+(?:also\s+|then\s+)?$")
_OPEN_TO = re.compile(
    r"(?:^|[;:–—-]\s+|,\s+(?:and\s+)?|\band\s+|\.\s+|[•*]\s*|\b(?:asked|requested"
    r"|instructed|directed|mandated|that|for|(?:left|left\s+it)\s+(?:to|with)|delegated\s+to|have|get"
    r"|up\s+to)\s+)(?:the\s+|The\s+|Mr\.?\s+|Mrs\.?\s+|Cllr\.?\s+)*$"
)


_FORMS = (
    *("being", "strong", "going", "asked", "charged", "bare", "isto", "will", "should"),
    "to",
)
# "that the Surveyor draft a plan": what a resolution bids somebody do
_BIDDEN = re.compile(
    r"\s{1,4}(?!(?:that|this|than|then|and|but|for|from|with|who|was|were|had|has|have"
    r"|will|would|could|should|shall|must|may|might|can|did|does|are|not|now|also|both"
    r"|said|made|met|got|went|came|took|gave|felt|held|kept|left|thought|found|over"
    r"|under|into|onto|about|after|before|during|when|where|which|while|only|through"
    r"|what|why|how|whom|whose|whether|if|about|as|because|since|once"
    r"|become|remain|feel|have|per|via|until|upon|within|without|at|on|in|of|to|or|by)\b)"
    r"(?P<verb>(?:b?ring\b)|[a-z]{2,16}(?<!ed)(?<!s)(?<!ing)(?<!ly))\b"
)
# ", Ann Bell," behind the post that a resolution bids act, "(Ann Bell)"
_APPOSED = re.compile(r"(?:,|\s\()\s{0,3}(?:(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Rev)\.?\s{1,3})?")
# "Corporate Director, Resources": the field of a post behind it
_FIELD = re.compile(
    r",\s[A-Z][\w’'-]{2,20}(?:(?:,|\s(?:and|&))?\s[A-Z][\w’'-]{2,20}){0,3}(?=,?\s[a-z])"
)
_BIDS = re.compile(
    r"\b(?:that|to\s+have|(?:asked|requested|suggested|resolved|agreed)(?:\s+that)?)"
    r"\s+(?:the\s+)?"
    r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Cllrs?|Councillors?|Rev)\.?\s+){0,2}$",
    re.IGNORECASE,
)
_BIDDING = (
    "hat ",
    "HAT ",
    "to have ",
    "sked",
    "equested",
    "uggested",
    "esolved",
    "greed",
    "SOLVED",
    "REED",
)
# the same, and how the other ways begin to bid or ask without a "to"
_BEGGING = (" if ", " whether ")
_ASKING = (*_BIDDING, *_BEGGING, "could")
# "asked Mrs Bell, as a governor, if she would ring", "asked if the Clerk could ring"
_ASKS = re.compile(r"\basked\s.{0,30}$", re.DOTALL)
_ASKS_IF = re.compile(r"\s(?:if|whether)\s.{0,24}$", re.DOTALL)
_COULD = re.compile(r"\s{1,3}(?:would|could|might|can)\s(?:possibly\s)?[a-z]{3,20}")
_WOULD_THEY = re.compile(
    r"(?:,[^,.;]{2,60},|\([^()]{2,40}\))?\s{1,3}(?:if|whether)\s(?:he|she|they)\s"
    r"(?:would|could|will|can|might)\s(?:possibly\s)?[a-z]{3,20}"
)


@dataclass(frozen=True, slots=True)
class Promise:
    """A task somebody may have taken on: its words, who did, and what speaks for it."""

    start: int
    end: int
    who: tuple[Mention, ...]
    subject: tuple[int, int]
    act: tuple[int, int]
    given: tuple[str, ...]


class Promises:
    """Knows where people, posts and bodies are named, to say who takes a task on."""

    def __init__(
        self, text: str, mentions: Mentions, resolve: Callable[[str], str]
    ) -> None:
        """Learn who is named where; `resolve` says who holds a post."""
        self._text = text
        # behind a line break the first word of the text begins as any other
        self._starts = [x.start() for x in _STARTS.finditer("\n" + text)]
        self._asking = find_places(text, _ASKING)
        named = ("person", "role", "organisation")
        self._all = sorted(
            (x for x in mentions.mentions if x.kind in named),
            key=lambda x: (x.end, -x.start),
        )
        self._ends = [x.end for x in self._all]
        self._antecedents = Antecedents(text, self._all, mentions, resolve)

    def may_ask(self, start: int, end: int) -> bool:
        """Say whether words stand between two offsets that bid without a "to"."""
        at = bisect_left(self._asking, start)
        return at < len(self._asking) and self._asking[at] < end

    def find(
        self, paragraph: Paragraph, sentence: Sentence, bids: bool
    ) -> Iterator[Promise]:
        """Yield what a sentence may give somebody to do, by each of its verbs.

        `bids` says whether it holds a word that bids or promises.
        """
        text = self._text
        start, end = sentence
        asks = self.may_ask(start, end)
        if asks and holds_any(text[start:end], _BIDDING):
            yield from self._bidden(text, start, end)
        yield from self._said(text, start, end)
        if asks and holds_any(text[start:end], _BEGGING):
            yield from self._begged(text, start, end)
        if not bids and text.find("ed with ", start, end) < 0:
            return
        for match in matches_among(_PROMISE, self._starts, text, start, end):
            who = self._subject(text, paragraph.start, start, match)
            if who is None:
                continue
            going = match["being"] is not None or match["charged"] is not None
            listed = is_listed(match["verb"], going)
            if match["cut"] == "d" and (not listed or is_past(match["verb"])):
                continue  # "he'd seen", "he'd put"
            form = next((x for x in _FORMS if match[x] is not None), "will")  # "he'll"
            given = (
                f"form-{form}",
                f"verb-{match['verb']}",
                "verb-listed" if listed else "verb-other",
                "pronoun" if self._by_pronoun(text, start, match) else "named",
            )
            told = _TOLD_OF.search(text[start : match.start()])
            named = start + told.end("that") if told else who.start
            yield Promise(
                clause_start(text, start, end, named) if named >= start else start,
                to_semicolon(text, match.end(), end),
                self._with_pronoun(
                    text, paragraph.start, start, self._together(text, start, who)
                ),
                (min(who.start, match.start()), min(who.end, match.start())),
                match.span(),
                given,
            )

    @staticmethod
    def _by_pronoun(text: str, low: int, match: re.Match[str]) -> bool:
        return ends_in_pronoun(text, low, match.start())

    def _said(self, text: str, start: int, end: int) -> Iterator[Promise]:
        """Yield what is to be done by somebody, or what somebody says will be done."""
        passive = text.find("by", start, end) > 0
        for match in _PASSIVE.finditer(text, start, end) if passive else ():
            at = bisect_right(self._ends, match.end())
            who = self._all[at] if at < len(self._all) else None
            if who and who.start <= match.end() < who.end <= end:
                yield Promise(
                    start,
                    end,
                    self._all_of(text, who, end),
                    (who.start, who.end),
                    match.span(),
                    ("form-passive", "named"),
                )
        if text.find("that", start, end) < 0:
            return
        low = bisect_right(self._ends, start)
        for first in self._all[low : low + 3]:
            if not start <= first.start < start + 60 or first.end > end:
                break
            assures = _ASSURES.match(text, first.end, end)
            if assures:
                yield Promise(
                    start,
                    end,
                    self._together(text, start, first),
                    (first.start, first.end),
                    assures.span(),
                    ("form-assures", "named"),
                )
                break

    def _all_of(self, text: str, who: Mention, end: int) -> tuple[Mention, ...]:
        """Return those named together from a first one on."""
        chain = [who]
        at = bisect_right(self._ends, who.end)
        while at < len(self._all) and self._all[at].end <= end:
            if not _JOINED.fullmatch(text, chain[-1].end, self._all[at].start):
                break
            chain.append(self._all[at])
            at += 1
        return tuple(chain)

    def _bidden(self, text: str, start: int, end: int) -> Iterator[Promise]:
        """Yield what a resolution bids a person or post to do."""
        low = bisect_right(self._ends, start)
        asks = text[start:end].rstrip().endswith("?")
        for mention in () if asks else self._all[low : bisect_right(self._ends, end)]:
            if mention.start < start:
                continue
            bids = _BIDS.search(text, max(start, mention.start - 24), mention.start)
            acting = self._all_of(text, mention, end) if bids else (mention,)
            high = acting[-1].end
            bidden = _BIDDEN.match(text, high, end) if bids else None
            if bids and bidden is None and mention.kind == "role":
                holder, high = self._apposed(text, mention, end)
                acting = (holder,)
                bidden = _BIDDEN.match(text, high, end)
            if bids and bidden:
                listed = is_listed(bidden["verb"])
                yield Promise(
                    bids.start(),
                    end,
                    acting,
                    (mention.start, high),
                    (high, high),
                    (
                        f"form-bidden-{mention.kind[0]}",
                        f"bids-{bids[0].split()[0].lower()}",
                        f"verb-{bidden['verb']}",
                        "verb-listed" if listed else "verb-other",
                        "form-bidden",
                        "named",
                    ),
                )
                if mention.kind != "organisation":
                    return

    def _apposed(self, text: str, post: Mention, end: int) -> tuple[Mention, int]:
        """Return who stands behind a post as its holder, and where that ends."""
        at = bisect_right(self._ends, post.end)
        behind = self._all[at] if at < len(self._all) else post
        apposed = _APPOSED.fullmatch(text, post.end, behind.start)
        if apposed and behind.kind == "person" and behind.end < end:
            ends = text[behind.end] in (",", ")")
            return behind, behind.end + ends
        field = _FIELD.match(text, post.end, end)
        if field is None:
            return post, post.end
        return post._replace(end=field.end()), field.end() + (text[field.end()] == ",")

    def _begged(self, text: str, start: int, end: int) -> Iterator[Promise]:
        """Yield what somebody is asked if they would do."""
        low = bisect_right(self._ends, start)
        for mention in self._all[low : bisect_right(self._ends, end)]:
            before = text[max(start, mention.start - 30) : mention.start]
            if mention.kind == "organisation" or not _ASKS.search(before):
                continue
            begs = _WOULD_THEY.match(text, mention.end, end)
            if _ASKS_IF.search(before):
                begs = _COULD.match(text, mention.end, end)
            if begs:
                yield Promise(
                    start,
                    end,
                    (mention,),
                    (mention.start, mention.end),
                    begs.span(),
                    ("form-begged", "named"),
                )
                return

    def _subject(
        self, text: str, low: int, sentence: int, match: re.Match[str]
    ) -> Mention | None:
        """Return who is said to act: the mention just before, or behind a pronoun."""
        if ends_in_pronoun(text, sentence, match.start()):
            return self._antecedents.find(low, sentence, match.start())
        at = bisect_right(self._ends, match.start()) - 1
        if at < 0:
            return None
        mention = self._all[at]
        if mention.start < sentence:
            return None
        gap = _BETWEEN.fullmatch(text, mention.end, match.start())
        if gap is None:
            return None
        if ANY_WHO.search(text, max(sentence, mention.start - 90), mention.start):
            return None
        aim = match["isto"] and _AIM.search(
            text, max(sentence, mention.start - 30), mention.start
        )
        if aim:
            return None
        if match["to"] and not _OPEN_TO.search(
            text, max(sentence, mention.start - 24), mention.start
        ):
            opens = mention.start - sentence < 5 or MARK.fullmatch(
                text, mention.start, mention.end
            )
            return self._person(text, sentence, mention) if opens else None
        return self._person(text, sentence, mention)

    def _person(self, text: str, sentence: int, who: Mention) -> Mention:
        """Return the person whom a post or body only tells more of."""
        at = bisect_right(self._ends, who.start) - 1
        if who.kind == "person" or at < 0:
            return who
        before = self._all[at]
        if before.start < sentence or before.kind == "organisation":
            return who
        if before.kind == "role":
            serves = _SERVES.fullmatch(text, before.end, who.start)
            return self._person(text, sentence, before) if serves else who
        return before if _OF_WHOM.fullmatch(text, before.end, who.start) else who

    def _together(self, text: str, low: int, who: Mention) -> tuple[Mention, ...]:
        """Return all who act together: "Ann Bell and the Clerk will"."""
        chain = [who]
        at = bisect_right(self._ends, who.start) - 1
        while at >= 0 and self._all[at].start >= low and len(chain) < 6:
            before = self._all[at]
            if not _JOINED.fullmatch(text, before.end, chain[0].start):
                break
            first = self._person(text, low, before)
            chain.insert(0, first)
            at = bisect_right(self._ends, first.start) - 1
        if len(chain) == 2 and self._is_apposed(text, *chain):
            return (who,)
        head = text[max(low, chain[0].start - 24) : chain[0].start]
        return (who,) if OBJECT.search(head) else tuple(chain)

    @staticmethod
    def _is_apposed(text: str, post: Mention, who: Mention) -> bool:
        """Say whether a name between commas tells who holds a post: "Clerk, Jo,"."""
        if (post.kind, who.kind) != ("role", "person") or not text.startswith(
            ",", who.end
        ):
            return False
        return _APPOSED.fullmatch(text, post.end, who.start) is not None

    def _with_pronoun(
        self, text: str, low: int, sentence: int, acting: tuple[Mention, ...]
    ) -> tuple[Mention, ...]:
        """Return those who act with whom "She and " before them means."""
        first = acting[0].start
        told = _PRONOUN_AND.search(text[max(sentence, first - 40) : first])
        if told is None:
            return acting
        here = max(sentence, first - 40) + told.start("pronoun")
        other = self._antecedents.find(low, sentence, here)
        return acting if other is None or other in acting else (other, *acting)


def to_semicolon(text: str, low: int, end: int) -> int:
    """Return where a task ends: at the first semicolon, else with its sentence.

    >>> to_semicolon("TH to ring; it was late.", 5, 24)
    11
    """
    cut = text.find("; ", low, end)
    return cut + 1 if cut > 0 else end
