"""Tells minutes from agendas, reports and other documents."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from minutebook.grammar.anchors import matches_at
from minutebook.records import RosterBlock, SourceDocument

_HEAD = 1500  # characters that may hold a title


@dataclass(frozen=True, slots=True)
class _Sign:
    """One thing that speaks for a kind: how much, at most so many times, how far in."""

    kind: str
    name: str
    weight: float
    pattern: re.Pattern[str]
    most: int = 1
    head: bool = False
    words: tuple[str, ...] = ()  # one of which it begins with, at the edge of a word
    cue: str = ""  # what it holds somewhere


def _sign(
    kind: str,
    name: str,
    weight: float,
    pattern: str,
    most: int = 1,
    head: bool = False,
    words: str = "",
    cue: str = "",
) -> _Sign:
    found = re.compile(pattern, re.X)
    return _Sign(kind, name, weight, found, most, head, tuple(words.split()), cue)


# All read small letters behind a line break; a search leaps to the words of a sign.
_SIGNS: tuple[_Sign, ...] = (
    # "Minutes of the Ordinary Meeting", "Meeting notes", "DRAFT MINUTES"
    _sign(
        "minutes",
        "titled",
        2.5,
        r"(?:minutes?|notes?)\s+(?:of|from)\b",
        head=True,
        words="minute note",
    ),
    _sign(
        "minutes",
        "word",
        1.5,
        r"\W(?:minutes|cofnodion|miontuairisc\w*)\b|meeting\s+notes?\b",
        head=True,
    ),
    # "Present: Cllr Ann Bell", "Attending: Ann Bell", "Apologies were received from"
    _sign(
        "minutes",
        "present",
        1.5,
        r"""(?:present(?<!\wpresent)|in(?<!\win)\s+attendance|attend(?:ees|ing)(?<!\wattend...)
        |(?:pre|bre)(?<!\w...)sennol|i(?<!\wi)\s+láthair)\s*[:|\n-]""",
    ),
    _sign(
        "minutes",
        "apologies",
        1.0,
        r"apolog(?:y|ies)\b[^.\n]{0,40}\b(?:were|was|had|received|from|noted"
        r"|given)\b",
    ),
    # "RESOLVED that", "It was noted", "was approved as a correct record"
    _sign(
        "minutes",
        "decided",
        0.6,
        r"""(?:resolved|agreed|carried|seconded
        |(?:was|were)\s+(?:approved|noted|agreed|signed|received|considered))\b""",
        most=5,
        words="resolved agreed carried seconded was were",
    ),
    # "The Committee considered the report of the Director"
    _sign(
        "minutes",
        "considered",
        1.5,
        r"the(?<=\Wthe)\s+(?:committee|cabinet|council|board|panel|forum)\s+"
        r"(?:considered|received)\b",
    ),
    # "Cllr Bell reported that", "The Clerk advised"
    _sign(
        "minutes",
        "told",
        0.35,
        r"(?:reported|advised|informed|thanked|asked|explained|stated|commented"
        r"|discussed|volunteered)\b",
        most=6,
        words="reported advised informed thanked asked explained stated commented"
        " discussed volunteered",
    ),
    # "Action items:", "Actions:", "TODO items"
    _sign(
        "minutes",
        "tasks",
        1.0,
        r"""(?:(?<=\n)|(?<=\n[•*-]\s))(?:action(?:s|\sitems?|\spoints?)|todo)
        (?:\sitems?|\slist)?\s?:?\s?(?=\n)""",
        most=2,
        words="action todo",
    ),
    _sign(
        "minutes", "closed", 1.5, r"meeting\s+(?:was\s+)?(?:closed|adjourned|ended)\b"
    ),
    # "The Mayor called the meeting to order", "Ann Bell called to order at 7 p.m."
    _sign("minutes", "opened", 1.5, r"called\s+(?:the\s+meeting\s+)?to\s+order\b"),
    # "Action items:", "Decision: Ann Bell will write"
    _sign(
        "minutes",
        "labelled",
        0.6,
        r"\n[\W_]{0,12}(?:actions?|action\s+items?|decisions?|discussion)\s?:",
        most=3,
    ),
    # "AGENDA", "You are summoned to attend", "To receive apologies"
    _sign(
        "agenda",
        "titled",
        2.0,
        r"""\n(?:[^\n]{0,60}(?<!of)(?<!the)(?<!approve)(?<!amended)(?<!consent)\W)?
        [\W_]{0,20}agenda\b(?!\s+(?:item|and|&)|[^\n]{0,40}minutes)""",
        head=True,
        cue="agenda",
    ),
    _sign(
        "agenda",
        "summons",
        3.5,
        r"""(?:summoned\s+to|invited\s+to\s+attend|notice\s+is\s+hereby|notice\s+of\s+(?:a\s+)?meeting
        |will\s+be\s+held\s+(?:on|at|in))\b""",
        head=True,
        words="summoned invited notice will",
    ),
    _sign(
        "agenda",
        "to-do",
        0.5,
        r"""\n[\W\d]{0,20}to\s+(?:receive|consider|approve|note|agree|discuss
            |confirm
        |elect|appoint|review|resolve)\b""",
        most=8,
    ),
    # "Report of the Director", "Purpose of report", "Recommendations", "Appendix"
    _sign(
        "report",
        "titled",
        2.5,
        r"""\n\W{0,20}(?:report\s+(?:of|by|to|from|title)\b|author\s*:|report\s+author)""",
        head=True,
    ),
    _sign(
        "report",
        "sections",
        1.2,
        r"""\n[\W\d]{0,20}(?:purpose(?:\s+(?:of|/)[^\n]{0,40})?|background
            |executive\s+summary
        |(?:financial|legal|equality)\s+implications|introduction\s+and\s+background
        |recommendations?|conclusions?|appendi(?:x|ces)\b[^\n]{0,60}
        |options?)\s*[:.]?\s*
        (?=\n|$)""",
        most=4,
    ),
    _sign(
        "report",
        "agenda-item",
        1.2,
        r"agenda\s+item\s*(?:no\.?)?\s*:?\s*\d",
        head=True,
        words="agenda",
    ),
)
_SIGNS += (
    # "This repository holds ...", "pip install", "pull requests are welcome"
    _sign(
        "other",
        "software",
        2.5,
        r"""(?:this\s+repo(?:sitory)?|git\s+clone|(?:npm|pip)\s+install
        |(?:open|submit|make)\s+an?\s+(?:issue|pull\s+request)
        |pull\s+requests\s+(?:are\s+)?welcome|contributing\.md
        |contributing\s+to\s+this\s+(?:repo|project))\b""",
        most=3,
        head=True,
        words="this git npm pip open submit make pull contributing",
    ),
)
_SIGNS += (
    # "Newsletter, Spring 2019", "Terms of Reference", "Notice of Public Rights"
    _sign(
        "other",
        "titled",
        4.0,
        r"""\A[\w\W]{0,160}?\W(?:standing\s+orders|terms\s+of\s+reference|newsletter
        |vacancy|job\s+description|notice\s+of\s+(?:audit|public\s+rights|election|poll
          |vacancy|conclusion)|code\s+of\s+conduct|financial\s+regulations
        |privacy\s+(?:notice|policy)|press\s+release)\b
        (?!\s+(?:committee|sub|working|group|panel|team))""",
        head=True,
    ),
)
_RULED = 1.0  # what speaks more softly than this says nothing
# Signs of what was done at a meeting, not only of its name
_DONE = frozenset(
    x.name for x in _SIGNS if x.kind == "minutes" and x.name not in ("titled", "word")
)
_ONLY_NAMED = 3.0  # what a title of minutes loses where nothing tells what was done


def decide_kind(
    source: SourceDocument, rosters: tuple[RosterBlock, ...]
) -> tuple[str, float, str]:
    """Return the kind of document, how certain that is, and the rule that decided."""
    scores = {"minutes": 0.8 if rosters else 0.0}
    scores |= {"agenda": 0.0, "report": 0.0, "other": 0.0}
    best: dict[str, tuple[float, str]] = {}
    text = "\n" + source.text.lower()
    done = False
    for sign in _SIGNS:
        weight = sign.weight * _count(sign, text)
        scores[sign.kind] += weight
        done = done or (weight > 0 and sign.kind == "minutes" and sign.name in _DONE)
        best[sign.kind] = max(best.get(sign.kind, (0.0, "")), (weight, sign.name))
    if not done and max(scores["agenda"], scores["report"], scores["other"]):
        scores["minutes"] = max(0.0, scores["minutes"] - _ONLY_NAMED)
    if max(scores.values()) < _RULED:
        return ("minutes" if done or rosters else "other"), 0.5, "kind-no-sign"
    kind = max(scores, key=lambda x: scores[x])
    total = sum(math.exp(min(x, 20.0)) for x in scores.values())
    certainty = round(math.exp(min(scores[kind], 20.0)) / total, 3)
    return kind, certainty, f"kind-{kind}-{best[kind][1]}"


def _count(sign: _Sign, text: str) -> int:
    """Return how often a sign stands in small letters, up to what counts of it."""
    end = min(_HEAD + 1, len(text)) if sign.head else len(text)
    if text.find(sign.cue, 0, end) < 0:
        return 0
    found: Iterator[re.Match[str]] = sign.pattern.finditer(text, 0, end)
    if sign.words:
        found = matches_at(sign.pattern, text, sign.words, 0, end)
    return sum(1 for _ in islice(found, sign.most))
