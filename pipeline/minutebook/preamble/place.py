"""Finds where the meeting was held, and whether the minutes are a draft."""

from __future__ import annotations

import re

from minutebook.grammar.leaps import leaping
from minutebook.preamble.bodykinds import below_pattern
from minutebook.preamble.when import find_dates
from minutebook.records import SourceDocument, Span

# "Venue: Village Hall", "Place | Committee Room 2"
_LABEL = re.compile(
    r"""(?:^|(?<=[\n\t|]))[ \t|*>#]{0,12}(?:proposed\s+)?
    (?:venue|place|location|where|held\s+at)\s{0,12}
    (?:[:;|\t][ \t:;|*\n]{0,20}|[ ](?=[A-Z]))
    (?P<place>[^\n|\t]{3,140}
      (?:\n(?![^\n]{0,30}[:|\t])(?=[A-Z(])[^\n|\t]{3,60})?)""",
    re.I | re.X,
)
# "held in the Village Hall, Low Fold on Tuesday"
_HELD = leaping(
    r"""\b(?:held|took\s+place|assembled|met)\b[^.\n]{0,60}?\s*(?P<place>(?:\bat\s+|\bin\s+(?:person\s+at\s+)?|\bvia\s+)
    (?:the\s+)?(?=[A-Z\w])[^\n]{3,120}?(?:\n\s?[^\n]{1,80}?){0,2})
    (?=\s*(?:,?\s*\b(?:on|commencing|starting|beginning)\b|,?\s*\bat\s+\d|(?<!\bCo)(?<!\bSt)[.]\s*(?:\n|$|[A-Z])|\n\s*\n|\bat\s+noon
      |,?\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\bpresent\b|\n[A-Z][a-z]+\s*:|$))""",
    re.I | re.X,
)
_AT = re.compile(
    r"\b(?:at|in)\s+(?P<place>(?:the\s+)?[A-Z][\w'’.&,()/ -]{3,110}?)"
    r"(?=\s*(?:\n|$|\.\s|\s+at\s+\d|\s+on\s))"
)
# "10:00 – 12:00 Committee Room 2, Town Hall"
_AFTER_TIME = re.compile(
    r"(?<![\d.:])\d{1,2}[.:]\d\d\s?(?:[ap]\.?m\.?)?\s+"
    r"(?P<place>[A-Z][\w'’]+(?:[ ,]+[\w'’()&-]+){1,16})"
)
_TIME_FIRST = re.compile(r"^(?:at|in)\s+\d[\d.:]*\s*(?:[ap]\.?m\.?)?\s*", re.I)
_NOT_PLACE = re.compile(
    r"\b(?:present|attend\w*|apologies|members|and livestream\w*|those|to discuss)\b|<",
    re.I,
)
# "Meeting in Public" says who may come, not where
_OPEN_TO = re.compile(r"(?:public|private|person|camera)(?:\ssession)?", re.I)
_LEAD = re.compile(r"^(?:(?i:at|in)\s+(?:(?i:person\s+at)\s+)?)?(?:the\s+(?=[A-Z]))?")


def find_venue(source: SourceDocument, head_end: int) -> tuple[str | None, Span | None]:
    """Return where the meeting was held and where the text says so."""
    text = source.text
    for pattern, rule in (
        (_LABEL, "venue-label"),
        (_HELD, "venue-held"),
        (_AFTER_TIME, "venue-after-time"),
        (_AT, "venue-at"),
    ):
        reach = head_end if pattern is not _HELD else min(len(text), head_end + 300)
        for match in pattern.finditer(text, 0, reach):
            start, end = _trim(text, match.start("place"), match.end("place"))
            place = " ".join(text[start:end].split())
            if _OPEN_TO.fullmatch(place) or "\t" in text[start:end]:
                continue
            if pattern is _AFTER_TIME and _names_body(text[start : match.end()]):
                continue
            if len(place) >= 3 and re.search(r"[A-Za-z]{3}", place):
                return place, Span(start, end, rule)
    return None, None


# "7.30pm" above "ELM RIDGE FLOOD FORUM" or "Committee meeting"
_WHO_MET = re.compile(r"\b(?:meetings?|minutes|agm)\b", re.I)


def _names_body(words: str) -> bool:
    """Return whether what stands behind a time says who met, not where.

    >>> _names_body("Elm Ridge Flood Forum"), _names_body("Committee Room 2")
    (True, False)
    """
    first = words.split("\n")[0].rstrip(" ,.")
    return bool(below_pattern().search(first) or _WHO_MET.search(first))


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the offsets without the date, the time and the "at" around the place."""
    for when in find_dates(text, start, end):
        if when.start > start + 3:
            end = min(end, when.start)
    cut = _NOT_PLACE.search(text, start, end)
    if cut and cut.start() > start:
        end = cut.start()
    raw = text[start:end]
    for pattern in (_TIME_FIRST, _LEAD):
        match = pattern.match(raw)
        if match:
            start += match.end()
            raw = text[start:end]
    if re.match(r"via\b", raw, re.I) is None:
        tail = re.search(
            r"\s*(?:,?\s*\b(?:on|at|from)\s*)?(?:\d{1,2}[.:]\d\d.*|\d{1,2}\s*[ap]m.*)?$",
            raw,
            re.I,
        )
        if tail:
            end = start + tail.start()
    trimmed = text[start:end].rstrip(" \t\n,;:.-–*_<>")
    return start, start + len(trimmed)


_DRAFT = re.compile(
    r"""(?:^|(?<=[\n\t]))[\W_]{0,6}(?:draft|unconfirmed|unapproved|unratified)\b
    (?:[^\n]{0,60}\b(?:minutes?|notes)\b(?!\s{1,3}(?:of|from)\s{1,3}the\s{1,3}(?:last|previous))
      |[\W_]{0,6}(?:$|(?=\n))
      |\s{0,3}(?:[-–—:;,]|v(?:ersion)?\.?\s?\d|until|subject|not\b|for\s(?:approval|comment)))
    |\b(?:draft|unconfirmed|unapproved|unratified)\s+(?:\w+\s+){0,3}(?:minutes?|notes)\b
      (?![^.\n]{0,80}\b(?:last|previous|were|was)\b)
    |\bminutes?\b[^\n.]{0,40}[-–(]\s*(?:draft|unconfirmed|unapproved)\b
    |\b(?:minutes|notes)\s+(?:are|remain)\s+(?:an?\s+|in\s+|only\s+)?(?:draft|unconfirmed)\b
    |\bsubject\s+to\s+(?:\w+\s+){0,3}(?:approval|confirmation|ratification)\b""",
    re.I | re.X,
)
_TO_BE_APPROVED = re.compile(
    r"\b(?:these\s+)?minutes\s+(?:are\s+|remain\s+)?(?:\w+\s+)?(?:to\s+be|until)\s+(?:approved|confirmed|ratified)"
    r"|\bdraft\b[^\n]{0,30}\bminutes\b(?![^.\n]{0,80}\b(?:last|previous|were|was)\b)"
    r"|(?<=\n)[\W_]{0,6}draft\s{0,3}(?:[-–—:(]|until\b|subject\b|not\b)"
    r"|\b(?:minutes|notes|version)\b[^\n.]{0,40}\bsubject\s+to\s+(?:\w+\s+){0,3}"
    r"(?:approval|confirmation|ratification)\b",
    re.I,
)


def is_draft(source: SourceDocument, head_end: int) -> bool:
    """Return whether the document marks itself as a draft or unconfirmed."""
    text = source.text
    head = text[: max(head_end, 200)]
    if _DRAFT.search(head):
        return True
    for line in source.lines:
        if line.furniture and re.search(
            r"\b(?:draft|unconfirmed)\b", text[line.start : line.end], re.I
        ):
            return True
    return bool(_TO_BE_APPROVED.search(text, max(head_end, len(text) - 400)))
