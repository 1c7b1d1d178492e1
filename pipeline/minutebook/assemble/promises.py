"""Finds the sentences in which somebody recognised takes a task on, or is given one."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from minutebook.assemble.tasks import VERBS
from minutebook.grammar.paragraphs import Paragraph, read_sentences
from minutebook.records import Mention, Mentions

_PROMISE = re.compile(
    rf"""(?: (?P<strong>(?:(?:has|have|had)\s+)?(?:kindly\s+|also\s+|then\s+)?
             (?:undertook|undertaken|promised|volunteered|offered|agreed)\s+to
           | (?:was|were|is|are)\s+(?:also\s+|then\s+)?(?:asked|instructed|requested
           |directed|tasked|to)(?:\s+to)?)
        | (?P<will>(?:would|will)(?:\s+(?:also|then|now|therefore|both))?)
        | (?P<to>to) )
    \s+(?:also\s+|then\s+)?(?P<verb>{VERBS}|(?<=undertook\ to\ )[a-z]{{2,20}}
    |(?<=promised\ to\ )[a-z]{{2,20}})\b""",
    re.VERBOSE,
)
# what every promise holds: looked for first, since it is soon found or missed
_TASK = re.compile(
    rf"(?:to|will|would|asked|instructed|requested|directed|tasked)(?:\s+(?:to|also"
    rf"|then|now|therefore|both)){{0,4}}\s+(?:{VERBS})\b"
    r"|\b(?:undertook|promised) to [a-z]"
)
_BETWEEN = re.compile(
    r"[\s)\]]*(?:\([^()]{2,60}\)\s*)?(?:(?:from|of|at)\s+(?:the\s+)?[A-Z][\w&’' "
    r"-]{2,50}\s)?"
    r"(?:to\s+the\s+[A-Z]\w{2,20}\s+)?(?:,\s*[^,.;]{2,60},\s*)?(?:,\s+(?:who\s+)?)?(?:(?:also|then|kindly"
    r"|again|apologi[sz]ed\s+and|(?:has|had)|both)\s+){0,2}"
    r"(?:(?:said|advised|confirmed|stated|replied|explained"
    r"|added)\s+(?:that\s+)?(?P<pronoun>he|she|they)\s+)?"
)
# "Ann Bell (Ferry Trust)", "Ann Bell from the Ferry Trust", "Ann Bell (Clerk)"
_OF_WHOM = re.compile(r"\s{0,3}(?:\(|,|\b(?:from|of|at|for)\b)\s{0,3}(?:the\s{1,3})?")
# "the Clerk and ", "Ann Bell (AB), "
_JOINED = re.compile(
    r"(?:\s{1,3}\([^()]{1,40}\)|\))?\s{0,3}(?:,\s{0,3}and\b|,|\band\b|&|/)\s{0,3}"
    r"(?:the\s{1,3})?(?:(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor|Rev)\.?\s{1,3}){0,2}"
)
_PRONOUN = re.compile(
    r"(?:^|[;,:]\s+|\band\s+|\bthat\s+|\.\s+)(?P<pronoun>[Hh]e|[Ss]he)\s+(?:also\s+"
    r"|then\s+)?$"
)
_OPEN_TO = re.compile(
    r"(?:^|[;:–—-]\s+|,\s+(?:and\s+)?|\band\s+|\.\s+|[•*]\s*|\b(?:asked|requested"
    r"|instructed|that)\s+)(?:the\s+|The\s+|Mr\.?\s+|Mrs\.?\s+|Cllr\.?\s+)*$"
)


# what a body will do anyway, without having taken a task on
_IDLE = re.compile(
    r"(?:discuss|meet|attend|put|take|make|see|get|have|keep|hold|pay|do|find|let|call"
    r"|set|pass|ask|ensure|work|talk)\b"
)
_ACRONYM = re.compile(r"[A-Z]{2,4}[a-z]?")
_OPENS = re.compile(r"[.!?]\s+(?:(?:The|Mr|Mrs|Ms|Miss|Cllr|Councillor)\.?\s+)*$")
# "that the Surveyor draft a plan": what a resolution bids somebody do
_BIDDEN = re.compile(rf"\s{{1,4}}(?:{VERBS})\b(?!s)")
_BIDS = re.compile(r"\b(?:that|(?:asked|requested)(?:\s+that)?)\s+(?:the\s+)?$")


@dataclass(frozen=True, slots=True)
class Promise:
    """A task somebody took on: its words, and the mention of who did."""

    start: int
    end: int
    who: tuple[Mention, ...]


class Promises:
    """Knows where people, posts and bodies are named, to say who takes a task on."""

    def __init__(self, mentions: Mentions) -> None:
        named = ("person", "role", "organisation")
        self._all = sorted(
            (x for x in mentions.mentions if x.kind in named), key=lambda x: x.end
        )
        self._ends = [x.end for x in self._all]

    def find(self, text: str, paragraphs: list[Paragraph]) -> Iterator[Promise]:
        """Yield the tasks that sentences of these paragraphs give to somebody."""
        for paragraph in paragraphs:
            for sentence in read_sentences(text, paragraph.start, paragraph.end):
                if not _TASK.search(text, sentence.start, sentence.end):
                    yield from self._bidden(text, sentence.start, sentence.end)
                    continue
                for match in _PROMISE.finditer(text, sentence.start, sentence.end):
                    who = self._subject(text, paragraph.start, sentence.start, match)
                    if who is not None and _may_own(who, match):
                        start = _from(text, sentence.start, who)
                        yield Promise(
                            start,
                            _upto(text, match.end(), sentence.end),
                            self._together(text, sentence.start, who),
                        )
                        break
                else:
                    yield from self._bidden(text, sentence.start, sentence.end)

    def _bidden(self, text: str, start: int, end: int) -> Iterator[Promise]:
        """Yield what a resolution bids a person or post to do."""
        low = bisect_right(self._ends, start)
        for mention in self._all[low : bisect_right(self._ends, end)]:
            if mention.start < start:
                continue
            bids = _BIDS.search(text, max(start, mention.start - 12), mention.start)
            if bids and mention.kind == "organisation" and bids[0].startswith("that"):
                continue
            if bids and _BIDDEN.match(text, mention.end, end):
                yield Promise(bids.start(), end, (mention,))
                return

    def _subject(
        self, text: str, low: int, sentence: int, match: re.Match[str]
    ) -> Mention | None:
        """Return who is said to act: the mention just before, or behind a pronoun."""
        before = text[max(sentence, match.start() - 60) : match.start()]
        if _PRONOUN.search(before):
            return self._antecedent(text, low, sentence, match.start())
        at = bisect_right(self._ends, match.start()) - 1
        if at < 0:
            return None
        mention = self._all[at]
        if mention.start < sentence:
            return None
        gap = _BETWEEN.fullmatch(text, mention.end, match.start())
        if gap is None:
            return None
        if match["to"] and not _OPEN_TO.search(
            text, max(sentence, mention.start - 24), mention.start
        ):
            opens = mention.start - sentence < 5 or _ACRONYM.fullmatch(
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
        if before.kind != "person" or before.start < sentence:
            return who
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
        head = text[max(low, chain[0].start - 24) : chain[0].start]
        opens = chain[0].start - low < 5 or _OPEN_TO.search(head)
        return tuple(chain) if opens else (who,)

    def _antecedent(
        self, text: str, low: int, sentence: int, here: int
    ) -> Mention | None:
        """Return whom "he" or "she" most likely is: the subject of what came before."""
        at = bisect_right(self._ends, here) - 1
        near = [
            x
            for x in self._all[max(0, at - 10) : at + 1]
            if x.start >= low and x.kind in ("person", "role")
        ]
        own = [x for x in near if x.start >= sentence]
        if own:
            return own[0]
        # the subject of the sentence before: whoever it opens with
        return next(
            (x for x in near if text_opens(text, low, x.start)),
            near[-1] if near else None,
        )


def text_opens(text: str, low: int, offset: int) -> bool:
    """Say whether a sentence opens at an offset, an article or title apart.

    >>> text_opens("Rain fell. The Clerk rang.", 0, 15)
    True
    """
    before = text[max(low, offset - 24) : offset]
    return bool(_OPENS.search(before)) or offset - low < 5


def _may_own(who: Mention, match: re.Match[str]) -> bool:
    """Say whether these words make a task: a body that agrees decides instead."""
    if who.kind == "organisation":
        asked = (match["strong"] or "").startswith(("was", "were"))
        works = match["will"] is not None and not _IDLE.match(match["verb"])
        return match["to"] is not None or asked or works
    return True


def _from(text: str, sentence: int, who: Mention) -> int:
    """Return where the clause begins that names who acts, if much stands before."""
    before = text[sentence : who.start]
    cut = re.search(r"[;:]\s+(?:and\s+|the\s+)?$", before)
    far = len(before) > 60 and re.search(
        r"[,–-]\s+(?:and\s+|but\s+|so\s+)?(?:the\s+)?$", before
    )
    return who.start if (cut or far) and before else sentence


def _upto(text: str, low: int, end: int) -> int:
    cut = text.find(";", low, end)
    return cut + 1 if cut > 0 else end
