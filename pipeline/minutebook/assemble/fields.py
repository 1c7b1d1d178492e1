"""Finds the tasks told in named fields: "Owner: Tom Holt. Due: 3 May".

What is to be done stands in a field of its own ("What: ..."), in the words before the
field of who is to act, in those behind it, or in the paragraph above.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutebook.assemble.entries import are_somebody, body_of
from minutebook.assemble.owners import Owners
from minutebook.assemble.tasks import Found, is_order, weigh_task
from minutebook.grammar.anchors import matches_at
from minutebook.grammar.paragraphs import Paragraph, Sentence, read_sentences

# "Owner:", "By whom:", "Assigned to:": who is to act
_WHO = re.compile(
    r"(?:(?:Action\s)?[Oo]wner|By\s[Ww]hom|Who|Lead(?:\s(?:officer|person))?|Actionee"
    r"|Assign(?:ed\sto|ee)|Responsib(?:le|ility)(?:\s(?:person|party|officer))?"
    r"|Person\s[Rr]esponsible|Action(?:ed)?\s[Bb]y)\s?:\s{0,4}"
    r"(?P<names>[A-Z][\w&’'./, +-]{1,50}?)"
    r"(?=\s{0,3}(?:[.;|)\]]\s|[.;|)\]]?$|\n|\t|\s{2})"
    r"|[,;.]?\s{1,4}(?:Due|When|By(?:\s[Ww]hen)?|Deadline|What|Task|Date|Target|Status|Completion|Time\w{4,5})\b)",
    re.MULTILINE,
)
_WHO_WORDS = ("Owner", "By ", "Who", "Lead", "Assign", "Responsib", "Person ", "Action")
_WHAT = re.compile(r"(?:What|Task|Action|Item|Description)\s?:\s{0,4}")
_WHEN = re.compile(
    r"(?:Due(?:\s[Dd]ate)?|When|By(?:\s[Ww]hen)?|Deadline|Time(?:scale|frame|line)"
    r"|Target(?:\s[Dd]ate)?|Completion(?:\s[Dd]ate)?|Complete\s[Bb]y)"
    r"\s?:\s{0,4}"
)
# where a field ends: at the next one
_NEXT = re.compile(r"[|;,.\s]{1,6}(?:[A-Z][a-z]{1,12}(?:\s[A-Za-z]{2,8})?)\s?:(?=\s)")
_LEAST = 1.0  # what words weigh that sound like a task
_SHORTEST = 8


def find_in_fields(
    text: str, paragraphs: list[Paragraph], owners: Owners
) -> Iterator[Found]:
    """Yield the tasks of paragraphs that name who is to act in a field."""
    at = 0
    for match in matches_at(_WHO, text, _WHO_WORDS):
        while at < len(paragraphs) and paragraphs[at].end <= match.start():
            at += 1
        if at == len(paragraphs) or paragraphs[at].start > match.start():
            continue
        names = owners.split(match["names"])
        if not names or not are_somebody(names, owners):
            continue
        due = _due(text, paragraphs, at, match.end())
        what = _what(text, paragraphs, at, match, due is not None)
        if what:
            yield Found(what.start, what.end, names, "label", due)


def _what(
    text: str, paragraphs: list[Paragraph], at: int, who: re.Match[str], due: bool
) -> Sentence | None:
    """Return the words of the task that a field of who is to act belongs to."""
    own = paragraphs[at]
    for low, high in ((own.start, who.start()), (who.end(), own.end)):
        field = _WHAT.search(text, low, high)
        if field:
            return Sentence(field.end(), _field_end(text, field.end(), high))
    low = body_of(text, own)
    if who.start() - low >= _SHORTEST:
        before = read_sentences(text, low, who.start())[-1]
        return _told(text, before.start, before.end, due)
    behind = who.end()
    while behind < own.end and not text[behind].isalnum():
        behind += 1
    if own.end - behind >= _SHORTEST and not _WHEN.match(text, behind):
        return _told(text, behind, own.end, due=False)
    if at == 0 or paragraphs[at - 1].first.heading:
        return None
    above = read_sentences(
        text, body_of(text, paragraphs[at - 1]), paragraphs[at - 1].end
    )
    return _told(text, above[-1].start, above[-1].end, due) if above else None


def _told(text: str, start: int, end: int, due: bool) -> Sentence | None:
    """Return words that sound like a task; any, if it is said when they are due."""
    end = start + len(text[start:end].rstrip(" (["))
    if end - start < _SHORTEST:
        return None
    sounds = is_order(text, start, end) or weigh_task(text, start, end, ()) >= _LEAST
    return Sentence(start, end) if due or sounds else None


def _field_end(text: str, start: int, end: int) -> int:
    following = _NEXT.search(text, start, end)
    return following.start() if following else end


def _due(
    text: str, paragraphs: list[Paragraph], at: int, low: int
) -> tuple[int, int] | None:
    """Return where a field tells by when: in a paragraph, or in the one below."""
    own = paragraphs[at]
    when = _WHEN.search(text, own.start, own.end)
    if when:
        return when.end(), _field_end(text, when.end(), own.end)
    if at + 1 == len(paragraphs) or own.end - low > _SHORTEST:
        return None
    below = paragraphs[at + 1]
    when = _WHEN.match(text, below.start, below.end)
    return (when.end(), below.end) if when else None
