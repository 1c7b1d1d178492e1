"""Finds what minutes tell beside a decision: its reasons, and what else was weighed.

"Reasons for the decision:", "Alternative options considered and rejected:": what
stands behind such a label, or under it, decides nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutebook.assemble.outcomes import BLOCK
from minutebook.assemble.scope import Scope
from minutebook.grammar.anchors import holds_any
from minutebook.grammar.paragraphs import Paragraph

_LABEL = re.compile(
    r"""\W{0,6}(?:
      reasons?(?:\s\(s\))?(?:\sfor\s(?:the\s|this\s|that\s|these\s|taking\sthe\s)?
        (?:\w{1,14}\s)?(?:decision|recommendation|resolution|refusal|approval|action
        |urgency|departure|change)(?:s|\(s\))?(?:\staken|\smade)?)?
      | (?:any\s)?(?:other|alternative)\soptions?(?:\(s\))?(?:\s(?:that\swere\s)?
        (?:considered|available|discussed|rejected)(?:\s(?:and|or|but|&)\s(?:not\s)?\w{1,12})?)?
        (?:\s(?:by|at)\s[^:.]{2,40})?
      | (?:alternatives?|options)\s(?:\(s\)\s)?(?:considered|rejected)
        (?:\s(?:and|or|but|&)\s(?:not\s)?\w{1,12})?
      | officers?[’']?s?[’']?\scomments?
    )\s{0,3}(?P<end>[:–-]|$)\s{0,3}""",
    re.VERBOSE | re.IGNORECASE,
)
_CUES = ("eason", "EASON", "lternative", "LTERNATIVE", "ption", "PTION", "omment")
_MOST = 12  # paragraphs that stand under a label of its own
_HEADING = 60  # characters of a line that heads others
# what decides again: "That the fee be kept", "(a) to note", "Moved: A Orr"
_ANEW = re.compile(
    r"\W{0,4}(?:(?:\d{1,2}|[a-z])[.)]\s{1,4})?(?:That|THAT|It\swas|Moved|MOVED|Proposed"
    r"|Motion|MOTION|Action|ACTION)\b"
)


def find_asides(scope: Scope) -> Iterator[Paragraph]:
    """Yield the paragraphs that tell reasons, or what else was considered."""
    text, paragraphs = scope.text, scope.paragraphs
    for index, paragraph in enumerate(paragraphs):
        head = text[paragraph.start : paragraph.start + _HEADING]
        if not holds_any(head, _CUES):
            continue
        label = _LABEL.match(text, paragraph.start, paragraph.end)
        if label is None:
            continue
        yield paragraph
        if label.end() < paragraph.end:
            continue
        for below in range(index + 1, min(index + _MOST, len(paragraphs))):
            if not scope.same_item(index, below) or _opens(scope, paragraphs[below]):
                break
            yield paragraphs[below]


# "OFFICER RECOMMENDATION", "Staff Recommendation:": what was put, not what was decided
_ADVICE = re.compile(
    r"\W{0,4}(?:(?:reporting\s|planning\s)?(?:officers?|staff|executive|administration"
    r"|management|author|manager|director|planner|administrator|surveyor|ceo|report)"
    r"(?:[’']?s?[’']?)?\s(?:report\s)?)?recommendations?\s?[:–-]?\W{0,4}",
    re.IGNORECASE,
)
# "COUNCIL DECISION 31/44", "RESOLVED", "Moved: Cr Orr": what came of it
_CAME = re.compile(
    r"\W{0,4}(?:(?:council|committee|board|authority|panel|meeting)(?:[’']?s)?\s)?"
    r"(?:decision|resolution|resolved|motion|moved|amendment|alternative|procedural)\b",
    re.IGNORECASE,
)
_REACH = 40  # paragraphs that such advice may fill


def find_advice(scope: Scope) -> Iterator[Paragraph]:
    """Yield what officers advised, where what was decided stands below for itself."""
    text, paragraphs = scope.text, scope.paragraphs
    for index, paragraph in enumerate(paragraphs):
        if paragraph.end - paragraph.start > _HEADING:
            continue
        words = text[paragraph.start : paragraph.end]
        if "ecomm" not in words.lower() or not _ADVICE.fullmatch(words):
            continue
        for below in range(index + 1, min(index + _REACH, len(paragraphs))):
            if not scope.same_item(index, below):
                break
            if _CAME.match(text, paragraphs[below].start, paragraphs[below].end):
                if _tells_what(scope, below):
                    yield from paragraphs[index:below]
                break


# "The Board is asked to:", "Members were invited to –": what a report asks
_ASKED = re.compile(
    r"\b(?i:board|committee|council|members|panel|cabinet|forum|group|governors|trustees"
    r"|executive|authority|partnership|meeting)\s(?:is|are|was|were)\s"
    r"(?:asked|invited|requested|recommended)\sto\s?[:–-]{0,2}\s{0,4}$"
)
_ENTRY = re.compile(r"\W{0,4}(?:(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|[•·●▪➢➤►–-])\s")
_BARE = 24  # characters of "This was agreed.": then what was asked is what was decided


def find_asked(scope: Scope) -> Iterator[Paragraph]:
    """Yield what a report asks of a meeting, unless no more is told than its fate."""
    text, paragraphs = scope.text, scope.paragraphs
    for index, lead in enumerate(paragraphs):
        if not text.endswith((":", " to", "–", "-"), lead.start, lead.end):
            continue
        if not _ASKED.search(text, max(lead.start, lead.end - _HEADING), lead.end):
            continue
        below = index + 1
        while below < len(paragraphs) and _ENTRY.match(text, paragraphs[below].start):
            below += 1
        behind = paragraphs[below : below + 1]
        told = behind and scope.same_item(index, below)
        if not told or behind[0].end - behind[0].start > _BARE:
            yield from paragraphs[index + 1 : below]


def _tells_what(scope: Scope, index: int) -> bool:
    """Say whether a decision is told in its own words: "Carried" is of the advice."""
    for at in range(index, min(index + _NEAR, len(scope.paragraphs))):
        paragraph = scope.paragraphs[at]
        if not scope.same_item(index, at):
            return False
        if _WHAT.search(scope.text[paragraph.start : paragraph.end]):
            return True
    return False


_NEAR = 4  # paragraphs in which it is told
_WHAT = re.compile(
    r"(?:^|[\n:.)]\s{0,6}|\d\s{1,6})(?:That|THAT)\b"
    r"|\b(?:RESOLVED|Resolved|AGREED|Agreed)\s(?:\w{2,12}ly\s)?(?:that|to)\b"
)


def _opens(scope: Scope, paragraph: Paragraph) -> bool:
    """Say whether a paragraph heads others, or decides anew."""
    text, line = scope.text, paragraph.first
    short = paragraph.end - paragraph.start < _HEADING
    marked = line.heading is not None or line.bold
    marked = marked or text[paragraph.start : paragraph.end].rstrip().endswith(":")
    if short and marked:
        return True
    anew = _ANEW.match(text, paragraph.start, paragraph.end)
    return bool(anew or BLOCK.match(text, paragraph.start, paragraph.end))
