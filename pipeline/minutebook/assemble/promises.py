"""Finds the sentences in which somebody recognised takes a task on, or is given one."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from minutebook.grammar.paragraphs import Paragraph, read_sentences
from minutebook.records import Mention, Mentions

# what people do after a meeting; "be", "have" and "feel" are no tasks
_VERBS = (
    "write|send|circulate|contact|report|provide|arrange|look|raise|speak|check|bring|"
    "draft|prepare|follow|investigate|chase|ask|e-?mail|ring|phone|call|meet|schedule|"
    "answer|supply|find|get|see|confirm|update|share|organi[sz]e|invite|obtain|visit|"
    "respond|reply|publish|put|take|pass|forward|submit|produce|review|collate|compile|"
    "book|order|buy|purchase|repair|fix|mend|make|talk|liaise|discuss|explore|seek|"
    "request|advise|inform|let|let\\s+\\w+\\s+know|add|amend|complete|sign|issue|present|"
    "work|set|remove|replace|install|apply|pay|research|consult|ensure|keep|hold|monitor|"
    "pursue|distribute|deliver|print|post|advertise|gather|collect|identify|attend|have\\s+a\\s+(?:quiet\\s+)?word"
)
_PROMISE = re.compile(
    rf"""(?: (?P<strong>(?:(?:has|have|had)\s+)?(?:kindly\s+|also\s+|then\s+)?
             (?:undertook|undertaken|promised|volunteered|offered|agreed)\s+to
           | (?:was|were|is|are)\s+(?:also\s+|then\s+)?(?:asked|instructed|requested|directed|tasked|to)(?:\s+to)?)
        | (?P<will>(?:would|will)(?:\s+(?:also|then|now|therefore|both))?)
        | (?P<to>to) )
    \s+(?:also\s+|then\s+)?(?P<verb>{_VERBS})\b""",
    re.VERBOSE,
)
# what every promise holds: looked for first, since it is soon found or missed
_TASK = re.compile(
    rf"(?:to|will|would|asked|instructed|requested|directed|tasked)(?:\s+(?:to|also|then|now|therefore|both)){{0,4}}\s+(?:{_VERBS})\b"
)
_BETWEEN = re.compile(
    r"[\s)\]]*(?:,\s*[^,.;]{2,60},\s*)?(?:(?:also|then|kindly|again|apologi[sz]ed\s+and|(?:has|had)|both)\s+){0,2}"
    r"(?:(?:said|advised|confirmed|stated|replied|explained|added)\s+(?:that\s+)?(?P<pronoun>he|she|they)\s+)?"
)
_PRONOUN = re.compile(
    r"(?:^|[;,:]\s+|\band\s+|\bthat\s+|\.\s+)(?P<pronoun>[Hh]e|[Ss]he)\s+(?:also\s+|then\s+)?$"
)
_OPEN_TO = re.compile(r"(?:^|[;:–—-]\s+|,\s+(?:and\s+)?|\band\s+|\.\s+|[•*]\s*|\b(?:asked|requested|instructed|that)\s+)(?:the\s+|The\s+|Mr\.?\s+|Mrs\.?\s+|Cllr\.?\s+)*$")


@dataclass(frozen=True, slots=True)
class Promise:
    """A task somebody took on: its words, and the mention of who did."""

    start: int
    end: int
    who: Mention


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
                    continue
                for match in _PROMISE.finditer(text, sentence.start, sentence.end):
                    who = self._subject(text, paragraph.start, sentence.start, match)
                    if who is not None and _may_own(who, match):
                        start = _from(text, sentence.start, who)
                        yield Promise(start, _upto(text, match.end(), sentence.end), who)
                        break

    def _subject(
        self, text: str, low: int, sentence: int, match: re.Match[str]
    ) -> Mention | None:
        """Return who is said to act: the mention just before, or behind a pronoun."""
        before = text[max(sentence, match.start() - 60) : match.start()]
        if _PRONOUN.search(before):
            return self._antecedent(low, sentence, match.start())
        at = bisect_right(self._ends, match.start()) - 1
        if at < 0:
            return None
        mention = self._all[at]
        if mention.start < sentence:
            return None
        gap = _BETWEEN.fullmatch(text, mention.end, match.start())
        if gap is None:
            return None
        if match["to"] and not _OPEN_TO.search(text, max(sentence, mention.start - 24), mention.start):
            opens = mention.start - sentence < 5
            return mention if opens else None
        return mention

    def _antecedent(self, low: int, sentence: int, here: int) -> Mention | None:
        """Return the person whom "he" or "she" most likely is: the last one named."""
        at = bisect_right(self._ends, here) - 1
        for mention in reversed(self._all[max(0, at - 8) : at + 1]):
            if mention.start < low:
                break
            if mention.kind in ("person", "role"):
                return mention
        return None


def _may_own(who: Mention, match: re.Match[str]) -> bool:
    """Say whether these words make a task: a body that agrees decides instead."""
    if who.kind == "organisation":
        return match["to"] is not None or (match["strong"] or "").startswith(("was", "were"))
    return True


def _from(text: str, sentence: int, who: Mention) -> int:
    """Return where the clause begins that names who acts, if much stands before."""
    cut = re.search(r"[;:]\s+(?:and\s+|the\s+)?$", text[sentence : who.start])
    return who.start if cut and who.start > sentence else sentence


def _upto(text: str, low: int, end: int) -> int:
    cut = text.find(";", low, end)
    return cut + 1 if cut > 0 else end
