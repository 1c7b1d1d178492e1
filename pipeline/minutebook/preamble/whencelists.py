"""Reads lists that name a person and whence he came on each line."""

from __future__ import annotations

from minutebook.grammar.entries import Entry
from minutebook.grammar.whencelines import read_whence
from minutebook.preamble.attendees import attendee_of
from minutebook.records import Attendee, RosterBlock, SourceDocument


def read_whence_lines(source: SourceDocument, block: RosterBlock) -> list[Attendee]:
    """Return the people of a list such as "Ada Bell-Marl Trust", line by line."""
    found = []
    for line in source.lines:
        if not block.start <= line.start < block.end:
            continue
        if said := read_whence(source.text, line.start, line.end):
            name, body = said
            entry = Entry(name, organisations=[body], strong=True)
            found.append(attendee_of(source.text, entry, block))
    return found
