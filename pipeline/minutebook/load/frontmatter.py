"""Takes the front matter of a Markdown or HTML file for what it is: metadata."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

import yaml

MAX_VALUE = 2000  # characters of one metadata value
MAX_FRONT = 2_000_000
LONG = 200  # a scalar this long under a body key is the minutes themselves
BODY_KEYS = ("minutes", "body", "content", "text")
_AGENDA = "Agenda:"
_KNOWN_KEYS = (
    "title date layout author tags categories category permalink slug summary draft "
    "description type created updated published lang"
)
KNOWN_KEYS = frozenset(_KNOWN_KEYS.split())
# "board_members_present", "attendees", "apologies", "members": who came, or did not
_ROLL_KEY = re.compile(
    r"(?:[a-z]{1,20} ){0,2}(?:present|attendees?|attendance|attending|attended"
    r"|participants)"
    r"|members|apologies|regrets|absent(?:ees)?|excused|guests|visitors|observers"
)
# who sits: a list of who came where others are listed beside it
_SEAT_KEY = re.compile(
    r"directors|trustees|board(?: members)?|committee(?: members)?|officers|councillors"
    r"|governors|staff|(?P<post>secretary|treasurer|clerk|minute taker|scribe)"
)
_ROLL_BELOW = re.compile(
    r"^\W{0,6}(?:(?:members?|those|trustees|directors)\s)?(?:present|attendees|attendance"
    r"|attending|in attendance|roll call|apologies|participants)\b",
    re.IGNORECASE | re.MULTILINE,
)
# "time.open", "start_time", "closed", "endDate", "close-meeting", "called to order"
_TIME_KEY = re.compile(
    r"(?:(?:date|time|meeting)[. ]?)?(?P<what>call(?:ed)? to order|open(?:ed|s|ing)?"
    r"|start(?:ed|s)?|beg[ai]ns?|clos(?:ed?|es|ing)|end(?:ed|s)?|finish(?:ed)?"
    r"|adjourn(?:ed|s|ment)?)(?:[. ]?(?:date|time|at|meeting))?"
)
_HALF_DAY = r"(?:\s?[ap]\.?m\.?)?"
_CLOCK = re.compile(
    rf"(?:\d{{4}}-\d\d-\d\d[T ])?"
    rf"(?P<time>\d{{1,2}}[:.]\d\d{_HALF_DAY})"
    rf"(?:(?<=\d)[:.]\d\d{_HALF_DAY})?(?:\s?[+-]\d\d:?\d\d)?",
    re.IGNORECASE,
)
# "2024-03-05 19:30": a meeting is called for a round minute, a page put up at any
_DATED_CLOCK = re.compile(
    r"\d{4}-\d\d-\d\d[T ](?P<time>(?!00:00)\d\d:[0-5][05])(?::00)?"
    r"(?:\s?[+-]\d\d:?\d\d)?"
)
_SPOKEN_CLOCK = re.compile(
    rf"\d{{1,2}}(?:[:.]\d\d)?{_HALF_DAY}"
    rf"(?:\s?(?:-|–|to|until)\s?\d{{1,2}}(?:[:.]\d\d)?{_HALF_DAY})?",
    re.IGNORECASE,
)
_TIME_KEYS = ("time", "meeting time")
_NAMED = ("name", "who", "member")
_LEAST_MEMBERS = 2
_DEEPEST = 3  # fields inside fields
_FENCE = re.compile(r"(---|\+\+\+)[ \t]*\n")
_PAIR = re.compile(r"([A-Za-z_][\w .-]{0,60}?)[ \t]*[:=][ \t]*(\S[^\n]{0,2000})")


class _Loader(yaml.BaseLoader):
    """Reads every scalar as the text it is written as, and no aliases."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("aliases are not read")
        return super().compose_node(parent, index)


def split_front_matter(text: str) -> tuple[tuple[tuple[str, str], ...], str]:
    r"""Return the metadata of the front matter and the text that follows it.

    >>> split_front_matter("---\ntitle: May meeting\n---\nPresent: Ada Penrose\n")
    ((('title', 'May meeting'),), 'Present: Ada Penrose\n')
    """
    text = text.lstrip("\ufeff")
    match = _FENCE.match(text)
    if not match:
        return (), text
    close = re.compile(rf"^(?:{re.escape(match[1])}|\.\.\.)[ \t]*$", re.MULTILINE)
    end = close.search(text, match.end(), MAX_FRONT)
    if not end:
        return (), text
    front, body = text[match.end() : end.start()], text[end.end() :].lstrip("\n")
    loaded = _load(front)
    values = _values(front, loaded)
    roll = list(_times(values))
    roll += [] if _ROLL_BELOW.search(body) else _roll(loaded)
    if not values:
        return ((), body) if not front.strip() else ((), text)
    parts = [
        value
        for key, value in values.items()
        if key.lower() in BODY_KEYS and ("\n" in value or len(value) > LONG)
    ]
    agenda = next((v for k, v in values.items() if k.lower() == "agenda"), "")
    agenda = agenda if parts and "\n" in agenda else ""
    if not parts and not body.strip():
        long = [x for x in values.values() if "\n" in x and len(x) > LONG]
        parts = sorted(long, key=len)[-1:]  # some field holds the minutes
    found = {k: v for k, v in values.items() if v not in parts and v != agenda}
    parts += [f"{_AGENDA}\n\n{agenda}"] if agenda else []  # what the minutes are about
    shown = tuple((key, unescape(x[:MAX_VALUE])) for key, x in found.items())
    written = [*parts, body] if body.strip() else parts or [body]
    return shown, "\n\n".join([*roll, *written])


def _load(front: str) -> Any:
    try:
        return yaml.load(front, Loader=_Loader)
    except (yaml.YAMLError, ValueError, RecursionError):
        return None


def _roll(loaded: Any, depth: int = 0) -> Iterator[str]:
    """Yield the lists of those who came or did not, as lists of the text itself.

    >>> list(_roll({"members": ["Ada Penrose", {"name": "Tom Holt", "post": "Clerk"}]}))
    ['Members present:\\n\\n- Ada Penrose\\n- Tom Holt, Clerk']
    >>> list(_roll({"attendance": {"absent": ["Jo Marsh"]}}))
    ['Absent:\\n\\n- Jo Marsh']
    """
    fields = loaded if isinstance(loaded, dict) else {}
    rolled = any(
        isinstance(v, list) and _ROLL_KEY.fullmatch(_plain_key(str(k)))
        for k, v in fields.items()
    )
    for key, value in fields.items():
        label = _plain_key(str(key))
        if isinstance(value, dict) and depth < _DEEPEST:
            yield from _roll(value, depth + 1)
        seat = _SEAT_KEY.fullmatch(label) if rolled else None
        if not isinstance(value, list) or not (seat or _ROLL_KEY.fullmatch(label)):
            continue
        people = [x for x in map(_person, value) if x]
        if seat:
            post = f", {label.capitalize()}" if seat["post"] else ""
            people = [x + post for x in people if " " in x]
            label = "present" if seat["post"] else f"{label} present"
        elif label == "members":
            if len(people) < _LEAST_MEMBERS or not all(" " in x for x in people):
                continue
            label = "members present"
        if people:
            listed = "\n".join(f"- {x}" for x in people)
            yield f"{label.capitalize()}:\n\n{listed}"


def _times(values: dict[str, str]) -> Iterator[str]:
    """Yield when the meeting began and ended, as lines of the text itself.

    >>> list(_times({"time.open": "20:15", "end": "soon"}))
    ['Opened: 20:15']
    >>> list(_times({"date": "2024-03-05 19:30", "endDate": "2024-03-05 21:07:00"}))
    ['Time: 19:30', 'Closed: 21:07']
    """
    when, told_of = "", []
    for key, value in values.items():
        label, told = _spaced_key(key), value.strip()
        match, clock = _TIME_KEY.fullmatch(label), _CLOCK.fullmatch(told)
        called = _DATED_CLOCK.fullmatch(told) if label == "date" else None
        if match and clock and not _MIDNIGHT.fullmatch(told):
            ends = match["what"].startswith(("clos", "end", "fin", "adj"))
            told_of.append(f"{'Closed' if ends else 'Opened'}: {clock['time']}")
        elif label in _TIME_KEYS and _SPOKEN_CLOCK.fullmatch(told):
            when = told
        elif called:
            when = when or called["time"]
    if when:
        yield f"Time: {when}"
    yield from told_of


# a day without an hour, as a program writes it
_MIDNIGHT = re.compile(r"\d{4}-.{5}[T ]00:00.*")


def _spaced_key(key: str) -> str:
    """Return "start time" for "startTime", "start_time" and "start-time"."""
    return _plain_key(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", key))


def _plain_key(key: str) -> str:
    return re.sub(r"[\s_-]+", " ", key).strip().lower()


def _person(entry: Any) -> str:
    """Return one line for one who came: a name, or its fields with the name first."""
    if isinstance(entry, str):
        return " ".join(entry.split())
    if not isinstance(entry, dict):
        return ""
    fields = {
        str(k).lower(): " ".join(v.split())
        for k, v in entry.items()
        if isinstance(v, str)
    }
    name = next((fields[x] for x in _NAMED if fields.get(x)), "")
    others = [v for k, v in fields.items() if k not in _NAMED and v]
    return ", ".join([name, *others]) if name else ""


def _values(front: str, loaded: Any) -> dict[str, str]:
    if isinstance(loaded, dict):
        found = dict(_flat(loaded, "", 0))
    else:
        pairs = (_PAIR.match(line) for line in front.split("\n"))
        found = {m[1]: m[2].strip().strip("\"'") for m in pairs if m}
    known = any(key.lower() in KNOWN_KEYS for key in found)
    plain = all(key.islower() and " " not in key for key in found)
    return found if known or plain else {}


def _flat(values: dict[Any, Any], prefix: str, depth: int) -> Iterator[tuple[str, str]]:
    for key, value in values.items():
        name = f"{prefix}{key}"
        if isinstance(value, str):
            if value:
                yield name, value
        elif isinstance(value, list):
            words = [x for x in value if isinstance(x, str)]
            if words:
                yield name, ", ".join(words)
        elif isinstance(value, dict) and depth < _DEEPEST:
            yield from _flat(value, f"{name}.", depth + 1)
