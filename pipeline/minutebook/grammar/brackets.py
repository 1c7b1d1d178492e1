"""What brackets say of the person before them: "(Chair, Holt Trust)", "(AP) online"."""

from __future__ import annotations

import re

from minutebook.grammar.affiliations import has_organisation_word, is_chair, is_note
from minutebook.grammar.atoms import Range, trim
from minutebook.grammar.entries import Entry, attach, is_initials, is_small


def say_in_bracket(text: str, entry: Entry, bracket: Range) -> None:
    """Say of a person what a bracket holds, piece by piece."""
    pieces = _at_dash(text, entry, bracket)
    if pieces:
        for span in pieces:
            attach(text, entry, span)
        return
    pieces = _commas(text, *bracket)
    small = [p for p in pieces if is_small(entry, text[slice(*p)])]
    others = [p for p in pieces if p not in small]
    if any(has_organisation_word(text[slice(*p)]) for p in others):
        small = [p for p in small if not _may_be_post(text[slice(*p)])]
    for span in small:
        attach(text, entry, span)
    rest = [p for p in pieces if p not in small]
    if rest:
        attach(text, entry, (rest[0][0], rest[-1][1]))


def find_deputy(text: str, bracket: Range) -> Range | None:
    """Return where a bracket names who came instead of the person before it.

    >>> text = "Bo Pike, Works Officer, attended as deputy"
    >>> text[slice(*find_deputy(text, (0, len(text))))]
    'Bo Pike, Works Officer'
    >>> find_deputy("substituting for Bo Pike", (0, 24)) is None
    True
    """
    for pattern in (_STOOD_IN_BY, _STOOD_IN):
        match = pattern.fullmatch(text, *bracket)
        if match:
            return match.span("who")
    return None


_STOOD_IN_BY = re.compile(
    r"(?:(?:who\s)?(?:(?:was|is)\s)?(?:[Rr]epresented|[Dd]eputised|[Ss]ubstituted"
    r"|[Cc]overed|[Rr]eplaced)\sby\s"
    r"|(?:[Ss]ent|[Ss]ending|[Nn]ominated)\s(?:(?:(?:a|his|her)\s)?(?:deputy|sub(?:stitute)?)"
    r",?\s)?|(?:[Ss]ub(?:stitute)?|[Dd]eputy)\s?[:–-]\s?)"
    r"(?P<who>[A-Z][^()]{3,90})"
)
_STOOD_IN = re.compile(
    r"(?P<who>[A-Z][^()]{3,90}?),?\s(?:(?:to|will|also|was)\s)?"
    r"(?:attend(?:ed|ing)?|deputis(?:ed|ing|e)|substitut(?:ed|ing|e)|stood\sin"
    r"|standing\sin|covering|covered|came|present)\b[^()]{0,60}",
)


def _at_dash(text: str, entry: Entry, bracket: Range) -> list[Range]:
    """Return the halves of "(AP - online)", none where a dash parts nothing."""
    start, end = bracket
    inside = text[start:end]
    dash = re.search(r"\s{1,30}[-–]\s{1,30}", inside)
    if dash is None:
        return []
    if not is_note(inside[dash.end() :]) and not is_initials(
        entry, inside[: dash.start()]
    ):
        return []
    return [(start, start + dash.start()), (start + dash.end(), end)]


def _may_be_post(text: str) -> bool:
    """Tell whether "Chair" may go on: "Chair, Holt Trust", not "in the Chair"."""
    return is_chair(text) and not re.match(
        r"\W{0,30}(?:in|took)\s", text, re.IGNORECASE
    )


def _commas(text: str, start: int, end: int) -> list[Range]:
    found, here = [], start
    for match in re.finditer(r"[,;]", text[start:end]):
        found.append((here, start + match.start()))
        here = start + match.end()
    found.append((here, end))
    return [trim(text, a, b) for a, b in found]
