"""Finds the tasks of lists that one person is given: "The Clerk to:", and entries."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutebook.assemble.doers import MARKED, PLAIN, POSTS
from minutebook.assemble.entries import BULLET
from minutebook.assemble.owners import Owners
from minutebook.assemble.tasks import Found, is_listed
from minutebook.grammar.paragraphs import Paragraph

_ONE = rf"(?:{POSTS}|{PLAIN}|{MARKED})"
# "The Clerk to:", "It was agreed that TH and JM would:", "Tom was asked to"
_LEAD = re.compile(
    rf"(?:^|[.;,:–-]\s|\bthat\s|\band\s|\bfor\s)(?:[Tt]he\s)?(?P<who>{_ONE}"
    rf"(?:\s?(?:,|&|/|and)\s?(?:the\s)?{_ONE}){{0,3}})\s"
    r"(?:(?:(?:was|were|is|are|be|has\sbeen)\s(?:also\s)?"
    r"(?:asked|requested|instructed|directed|tasked)\s|(?:is|are)\s"
    r"|(?:agreed|undertook|offered|volunteered)\s)?to|will|would)\s?:?[\s–-]{0,3}$"
)
# "•", "2.", "(ii)"
_BULLET = re.compile(rf"(?:{BULLET.pattern}|\s{{0,4}}\(?[ivx]{{1,4}}[.)]\s{{1,4}})")
_LONGEST = 110  # characters at the end of a line that may lead a list in
_WORD = re.compile(r"(?:also\s|then\s|to\s)?(?P<verb>[A-Za-z]{2,16})\b")
_MOST = 12  # entries of such a list


def find_led_in(
    text: str, paragraphs: list[Paragraph], owners: Owners
) -> Iterator[Found]:
    """Yield the entries of lists that a line above gives to somebody."""
    for index, lead in enumerate(paragraphs):
        if not text.endswith((":", " to", "will", "would", "–", "-"), 0, lead.end):
            continue
        match = _LEAD.search(text[max(lead.start, lead.end - _LONGEST) : lead.end])
        names = owners.split(match["who"]) if match else ()
        if names and all(owners.kind(x) in ("listed", "known", "post") for x in names):
            yield from _entries(text, paragraphs[index + 1 : index + 1 + _MOST], names)


def _entries(
    text: str, paragraphs: list[Paragraph], names: tuple[str, ...]
) -> Iterator[Found]:
    """Yield the entries of a list, if the first opens with what people do.

    All begin in small letters if the first does: "3. Next meeting" heads other things.
    """
    small = None
    for entry in paragraphs:
        bullet = _BULLET.match(text, entry.start, entry.end)
        verb = _WORD.match(text, bullet.end(), entry.end) if bullet else None
        if bullet is None or verb is None:
            return
        if small is None and not is_listed(verb["verb"].lower()):
            return
        if verb[0][0].islower() != small and small is not None:
            return
        small = verb[0][0].islower()
        yield Found(bullet.end(), entry.end, names, "label")
