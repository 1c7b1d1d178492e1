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
