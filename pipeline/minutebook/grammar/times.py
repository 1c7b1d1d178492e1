"""Times of day in plain text, as "HH:MM"."""

from __future__ import annotations

import re
from dataclasses import dataclass

_HALF = r"(?:[aA]\.?[ ]?[mM]\b\.?|[pP]\.?[ ]?[mM]\b\.?|noon\b|midday\b|midnight\b)"
# "10.00am", "7.30 p.m.", "9 AM", "7-30pm", "6 o'clock", "1900 hrs", "19h30", "noon"
_CLOCK = rf"""
    (?: [0-9]{{1,2}}[ ]?[.:;-][ ]?[0-9]{{2}}(?:[:.][0-9]{{2}})?(?![0-9])[ ]?(?:{_HALF})?
      | [0-9]{{1,2}}[ ]?(?:{_HALF})
      | [0-9]{{1,2}}[ ]?o['’]?[ ]?clock
      | [0-9]{{4}}(?![0-9])(?:[ ]?(?:hrs?|hours|h)\b)?
      | [0-9]{{3,4}}[ ]?(?:{_HALF})
      | [0-9]{{1,2}}h[0-9]{{2}}
      | [0-9]{{1,2}}(?![0-9])
      | (?:12[ ])?(?:noon|midday|midnight)\b
    )(?:[ ]?(?:hrs|hours)\b)?
"""
_TIME = re.compile(_CLOCK, re.VERBOSE)
_TO = re.compile(r"[ \xa0]?(?:[-–—‑−]|to|until|till|through)[ \xa0\n]?")
_ANCHOR = re.compile(r"[0-9]+|[Nn]oon\b|[Mm]idday\b|[Mm]idnight\b|NOON\b|MIDNIGHT\b")
_READ = re.compile(r"(?P<hour>[0-9]{1,2})[ ]?(?:[.:;h-][ ]?(?P<minute>[0-9]{2}))?")
_CUE = re.compile(
    r"(?:(?<![A-Za-z])(?:at|from|by|until|till|to|commenced|opened|closed|started|ended"
    r"|adjourned|time|start|finish|end|@)[ ]?:?[ ]|@[ ]?|[Tt]ime[ ]?:[ \t]*)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class TimeHit:
    """A time of day, or a range of two: `time` and `until` are "HH:MM"."""

    start: int
    end: int
    time: str
    until: str | None = None


def find_times(text: str) -> list[TimeHit]:
    """Return every time of day in the order of the text.

    The first of two takes morning or afternoon from the second.

    >>> [(x.time, x.until) for x in find_times("Hall, 2:00 – 4.30pm")]
    [('14:00', '16:30')]
    """
    hits: list[TimeHit] = []
    end = 0
    for anchor in _ANCHOR.finditer(text):
        start = anchor.start()
        if start < end or not _is_free(text, start):
            continue
        hit = _at(text, start)
        if hit:
            hits.append(hit)
            end = hit.end
    return hits


def _is_free(text: str, start: int) -> bool:
    """Return whether a time may begin here: not inside a sum, a date or a word."""
    last = text[start - 1] if start else " "
    if last.isalnum() or last in "_£$€#":
        return False
    return not (last in "/.,:-" and start > 1 and text[start - 2].isalnum())


def _at(text: str, start: int) -> TimeHit | None:
    first = _TIME.match(text, start)
    if not first:
        return None
    to = _TO.match(text, first.end())
    second = _TIME.match(text, to.end()) if to else None
    if second and (_is_clear(text, second) or _is_clear(text, first)):
        until = _read(second[0], None)
        time = _read(first[0], _half(second[0]), before=until)
        if time and until:
            return TimeHit(start, second.end(), time, until)
    if not _is_clear(text, first):
        return None
    time = _read(first[0], None)
    return TimeHit(start, first.end(), time) if time else None


def _half(written: str) -> str | None:
    """Return "a" or "p" where the written time says morning or afternoon."""
    low = written.lower().replace(" ", "").replace(".", "").replace("hours", "")
    if low.endswith("am"):
        return "a"
    return "p" if low.endswith("pm") else None


def _is_clear(text: str, match: re.Match[str]) -> bool:
    """Return whether it can only be a time: a half day, "hrs", a colon, a cue."""
    written = match[0].lower()
    follows = text[match.end() : match.end() + 2]
    if _half(written) or re.search(r"[a-z]", written):
        return True
    if re.match(r"[A-Za-z0-9%/]|[.,:][0-9]", follows):
        return False
    if re.fullmatch(r"[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?", written):
        return True
    cued = bool(_CUE.search(text[max(0, match.start() - 14) : match.start()]))
    if re.fullmatch(r"[0-9]{1,2}\.[0-9]{2}", written):
        return cued and written[-2] in "012345"
    military = re.fullmatch(r"(?:[01][0-9]|2[0-3])[0-5][05]", written)
    at = text[max(0, match.start() - 3) : match.start()].lower() == "at "
    return bool(military and at)


def _read(written: str, half: str | None, before: str | None = None) -> str | None:
    """Return a written time as "HH:MM", None where no clock shows it."""
    low = written.strip().lower()
    if "noon" in low or "midday" in low:
        return "12:00"
    if "midnight" in low:
        return "00:00"
    digits = re.match(r"[0-9]{3,4}", low)
    if digits:
        hour, minute = int(digits[0][:-2]), int(digits[0][-2:])
    else:
        match = _READ.match(low)
        if not match:
            return None
        hour, minute = int(match["hour"]), int(match["minute"] or 0)
    half = _half(low) or half
    if half == "p" and hour < 12 and not _passes(hour + 12, minute, before):
        hour += 12
    if half == "a" and hour == 12:
        hour = 0
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


def _passes(hour: int, minute: int, before: str | None) -> bool:
    """Return whether the start would come after the end: "10 – 1pm" begins at ten."""
    return before is not None and f"{hour:02}:{minute:02}" > before
